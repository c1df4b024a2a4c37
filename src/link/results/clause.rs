mod around;
mod figures;
mod units;

use super::frame::{Frame, Holder};
use crate::{
    article::Edtf,
    clue::{Figure, FigureClue, FromClue, Hinge, IndexClue, IndexKind, RankClue, ScoreClue, ScoreUnit},
};

/// Cuts the clues of one sentence into clauses with their figures.
pub(super) struct Clauses<'a> {
    clues: &'a [FigureClue],
    at: usize,
    frame: Frame<'a>,
    frames: Vec<Frame<'a>>,
    /// From here on goals only.
    target: bool,
    /// The last thing compared with, until the clause goes on.
    compared: bool,
    /// The next score says how far one stands from another.
    beyond: bool,
    /// Since when, said before the first clause: `So với năm 2021, …`.
    since: Option<Edtf>,
    /// Inside a bracket: whose own figures stand in it.
    bracket: Bracket,
    /// The publish year; later periods are goals.
    now: Option<i32>,
    /// The indices that the page names.
    keys: &'a [&'a str],
}

/// What a bracket belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bracket {
    None,
    Holder,
    Frame,
    Earlier(Edtf),
    /// `sau Lai Châu (70,1 điểm)`: of the unit compared with, the last of the finished clauses.
    Aside,
}

/// What a sentence says.
pub(super) struct Said<'a> {
    /// Its clauses.
    pub(super) frames: Vec<Frame<'a>>,
    /// Since when, for the whole sentence.
    pub(super) since: Option<Edtf>,
    /// Whether it sets goals.
    pub(super) target: bool,
}

impl<'a> Clauses<'a> {
    /// Reads `clues`, those of one sentence. `target` says that the lines before announced goals.
    pub(super) fn read(clues: &'a [FigureClue], keys: &'a [&'a str], now: Option<i32>, target: bool) -> Said<'a> {
        let mut clauses = Self {
            clues,
            at: 0,
            frame: Frame::default(),
            frames: Vec::new(),
            target,
            compared: false,
            beyond: false,
            since: None,
            bracket: Bracket::None,
            now,
            keys,
        };
        while clauses.at < clues.len() {
            clauses.step(&clues[clauses.at]);
            clauses.at += 1;
        }
        clauses.flush();
        clauses.spread_back();
        Said { frames: clauses.frames, since: clauses.since, target: clauses.target }
    }

    /// `A xếp thứ 9, B xếp thứ 15 về PCI`: the index that stands last is of all where none is named before.
    fn spread_back(&mut self) {
        let Some(last) = self.frames.iter().rposition(|frame| frame.trailing) else { return };
        let (before, rest) = self.frames.split_at_mut(last);
        let ranked = |frame: &Frame<'_>| !frame.figures.ranks.is_empty() || !frame.has_figures();
        if before.iter().all(|frame| frame.indices.is_empty() && ranked(frame)) {
            for frame in before.iter_mut().filter(|frame| frame.has_figures()) {
                frame.indices.clone_from(&rest[0].indices);
                frame.period = frame.period.or(rest[0].period);
            }
        }
    }

    fn before(&self, back: usize) -> Option<&'a Figure> {
        Some(&self.clues.get(self.at.checked_sub(back)?)?.what)
    }

    fn after(&self) -> Option<&'a Figure> {
        Some(&self.clues.get(self.at + 1)?.what)
    }

    /// Closes the clause; the next one begins with nothing.
    fn flush(&mut self) {
        let mut frame = std::mem::take(&mut self.frame);
        if frame.since.is_none() {
            frame.since = self.since;
        }
        self.compared = false;
        self.beyond = false;
        self.frames.push(frame);
    }

    fn step(&mut self, clue: &'a FigureClue) {
        match &clue.what {
            Figure::Index(index) => self.index(clue, index),
            Figure::Subject(subject) => self.subject(clue, subject),
            Figure::Scores(scores) => self.scores(clue, scores),
            Figure::Ranks(ranks) => self.ranks(clue, ranks),
            Figure::Changes(_) if self.silent() || self.counts_parts() => {}
            Figure::Changes(changes) => {
                if changes.iter().any(|change| change.relative) && !self.compared_ahead() {
                    return;
                }
                if self.frame.since.is_none() {
                    self.frame.since = changes.iter().find_map(|change| change.since);
                }
                match (self.bracket, self.frame.holders.last_mut()) {
                    (Bracket::Aside, _) => self.aside(clue, |figures| figures.add_changes(changes)),
                    (Bracket::Holder, Some(holder)) => holder.own.add_changes(changes),
                    (Bracket::Earlier(_), _) => return,
                    _ => self.frame.figures.add_changes(changes),
                }
                self.frame.cover(&clue.tokens, clue.rule);
            }
            Figure::From(from) => {
                self.frame.figures.from = Some(*from);
                if let FromClue::Rank(_) = from {
                    self.frame.cover(&clue.tokens, "");
                }
            }
            Figure::Scale(scale) => {
                self.frame.scale = Some(*scale);
                self.frame.cover(&clue.tokens, "");
            }
            Figure::Period(period) => self.period(clue, *period),
            Figure::YearBefore => {
                if self.compared {
                    self.frame.figures.compared = true;
                }
            }
            Figure::Item(number) => self.item(clue, *number),
            Figure::Hinge(hinge) => self.hinge(*hinge, clue.tokens.end),
            Figure::Point(point) => self.point(*point),
        }
    }

    /// Whether figures here are of something else.
    fn silent(&self) -> bool {
        self.target || self.frame.other
    }

    fn index(&mut self, clue: &'a FigureClue, index: &'a IndexClue) {
        if index.weak && !self.frame.has_figures() {
            return;
        }
        if index.kind == IndexKind::Barred {
            self.flush();
            self.frame.other = true;
            return;
        }
        let announced = self.clues[..self.at].iter().any(|clue| matches!(clue.what, Figure::Hinge(Hinge::Parts)));
        let stray =
            index.part_of.is_some_and(|whole| !announced && !whole.split(", ").any(|whole| self.keys.contains(&whole)))
                || index.part_of.is_some() && self.frame.measured;
        if index.kind == IndexKind::Component && !self.component_fits() {
            return;
        }
        if index.kind == IndexKind::Component && stray {
            // What follows is of this, and this is a part of no index of the page.
            if clue.gap == 0 && matches!(self.before(1), Some(Figure::Point(';'))) {
                self.frame.other = true;
            }
            return;
        }
        let about = matches!(self.before(1), Some(Figure::Hinge(Hinge::About | Hinge::Of)));
        let direct =
            clue.gap == 0 && matches!(self.before(1), Some(Figure::Ranks(_) | Figure::Scores(_) | Figure::Changes(_)));
        let listed = matches!(self.before(1), Some(Figure::Point(',') | Figure::Hinge(Hinge::And)))
            && matches!(self.before(2), Some(Figure::Index(_)))
            && !self.frame.has_figures();
        if self.frame.has_figures() && (about || direct) && (self.frame.indices.is_empty() || self.frame.loose && about)
        {
            self.frame.indices.clear();
            self.frame.indices.push(index);
            self.frame.trailing = true;
            self.frame.cover(&clue.tokens, "");
            return;
        }
        // `Tính minh bạch trong PCI năm 2022`: the whole of which the index before is a part.
        let part = about && matches!(self.frame.indices.as_slice(), [part] if part.kind == IndexKind::Component);
        if part && index.kind != IndexKind::Component && !self.frame.has_figures() {
            return;
        }
        if self.frame.has_figures() {
            self.flush();
        }
        if !listed {
            self.frame.indices.clear();
            self.frame.listed = false;
        }
        self.frame.listed |= listed && matches!(self.before(1), Some(Figure::Hinge(Hinge::And)));
        self.frame.other = false;
        self.frame.measured = false;
        self.frame.indices.push(index);
        if self.frame.period.is_none() {
            self.frame.period = index.period;
        }
        self.frame.cover(&clue.tokens, "");
    }

    fn period(&mut self, clue: &'a FigureClue, period: Edtf) {
        if year(period).zip(self.now).is_some_and(|(year, now)| year > now) {
            self.target = true;
            return;
        }
        let near = clue.gap <= 2;
        // `từ vị trí thứ 6 năm 2018`, `từ 0,655 của năm 2021`
        let owned = matches!(self.before(1), Some(Figure::Hinge(Hinge::Of | Hinge::About)));
        if let Some(Figure::From(from)) = self.before(if owned { 2 } else { 1 }) {
            self.frame.since = Some(period);
            if let FromClue::Score(value) = *from {
                let score = ScoreClue { value, out_of: None, unit: ScoreUnit::Bare };
                self.earlier(period, |figures| {
                    figures.add_scores(&[score]);
                });
            }
            return;
        }
        if self.compared && near {
            if !self.frame.has_figures() && self.frame.holders.is_empty() && self.frame.indices.is_empty() {
                self.since = Some(period);
            } else {
                self.frame.since = Some(period);
            }
            return;
        }
        if self.bracket != Bracket::None {
            self.bracket = Bracket::Earlier(period);
            return;
        }
        if self.frame.has_figures()
            && clue.gap == 0
            && matches!(
                self.before(1),
                Some(Figure::Point(',' | ';') | Figure::Hinge(Hinge::But | Hinge::And | Hinge::Verb))
            )
            && self.frame.period.is_some_and(|known| known != period)
        {
            self.flush();
        }
        if self.frame.period.is_none() {
            self.frame.period = Some(period);
        }
    }

    /// `1. Sở Nội vụ: 91,4 điểm`
    fn item(&mut self, clue: &'a FigureClue, number: u32) {
        if self.at == 0 && matches!(self.after(), Some(Figure::Subject(_))) {
            self.frame.figures.ranks.push(RankClue {
                position: Some(number),
                weak: true,
                title: true,
                ..RankClue::default()
            });
            self.frame.cover(&clue.tokens, "rank/item");
        }
    }

    fn hinge(&mut self, hinge: Hinge, end: usize) {
        match hinge {
            Hinge::Target => self.target = true,
            Hinge::Gap => {
                self.frame.distance = true;
                self.beyond = true;
            }
            Hinge::Average if self.frame.holders.iter().all(|holder| holder.same) => self.frame.averaged = true,
            Hinge::Measure => self.frame.measured = true,
            Hinge::Next => {
                if self.frame.has_figures() {
                    self.flush();
                }
                self.frame.inverted = true;
            }
            // `so với tháng trước và xếp thứ 3`
            Hinge::And
                if !matches!(self.after(), Some(Figure::Period(_) | Figure::Subject(_) | Figure::YearBefore)) =>
            {
                self.compared = false;
            }
            // `Sau Lai Châu là Yên Bái (70,1 điểm)`
            Hinge::Copula if self.compares_unit() => self.compared = false,
            // `đạt 70 điểm, cao hơn mặt bằng chung 2 điểm`
            Hinge::Beyond => self.beyond = true,
            Hinge::Each => self.frame.each = true,
            Hinge::Together => self.frame.together = true,
            Hinge::Compare => {
                self.compared = true;
                self.frame.compared_at = Some(end);
            }
            Hinge::But => {
                self.compared = false;
                self.frame.loose = !self.frame.has_figures();
            }
            Hinge::Publish if !self.frame.has_figures() && self.publishes() => self.frame.holders.clear(),
            _ => {}
        }
    }

    fn point(&mut self, point: char) {
        match point {
            ';' => {
                self.bracket = Bracket::None;
                self.flush();
            }
            '(' => {
                let name = self.at.checked_sub(1).and_then(|at| self.clues.get(at)).map(|clue| &clue.tokens);
                let own = self.frame.holders.last().is_some_and(|last| Some(&last.tokens) == name);
                self.bracket = match self.before(1) {
                    _ if own => Bracket::Holder,
                    Some(Figure::Subject(_)) if self.compared && self.sets_aside() => Bracket::Aside,
                    Some(Figure::Period(period)) if self.compared && !self.moved() => Bracket::Earlier(*period),
                    _ => Bracket::Frame,
                };
                if self.moved() {
                    self.compared = false;
                }
            }
            ')' => {
                self.bracket = Bracket::None;
                self.compared = false;
            }
            // `khoảng cách vẫn là 13 bậc: A hạng 17, B hạng 30`
            ':' if self.frame.distance => {
                let period = self.frame.period;
                self.flush();
                self.frame.period = period;
            }
            // `đều giảm so với năm 2020, cụ thể: PAR INDEX đạt …`
            ':' => self.compared = false,
            ',' => {
                self.beyond = false;
                // `Sau nhiều năm, Lào Cai …`: nothing was compared with.
                let with = matches!(self.before(1), Some(Figure::Subject(_) | Figure::Ranks(_) | Figure::Scores(_)));
                let opens = self.bracket == Bracket::None && !self.frame.has_figures() && self.since.is_none();
                self.compared &= opens && with;
            }
            _ => {}
        }
    }
}

/// The last year of a period.
pub(super) fn year(period: Edtf) -> Option<i32> {
    match period {
        Edtf::At(point) => point.year(),
        Edtf::Range { start, end } => end.or(start)?.year(),
        #[allow(unreachable_patterns)]
        _ => None,
    }
}

//! Results on indices: each figure goes to its index, its unit and its period, or on a tie nowhere.

mod check;
mod clause;
mod draft;
mod frame;
mod home;
mod merge;
mod table;

use std::{collections::HashMap, ops::Range};

use self::{
    clause::{Clauses, year},
    draft::{Draft, share},
    frame::{Figures, Frame, Holder},
    home::Homes,
};
use crate::{
    article::{Article, BlockKind, Diagnostic, Edtf, Index},
    clue::{Figure, FigureClue, FigureClues, Hinge, IndexClue, IndexKind},
    text::Text,
};

/// Writes the results of `text` into `article`. Dates must be linked already.
pub(super) fn link(article: &mut Article, text: &Text, clues: &FigureClues) {
    if clues.clues.is_empty() {
        return;
    }
    let keys: Vec<&str> = clues
        .clues
        .iter()
        .filter_map(|clue| match &clue.what {
            Figure::Index(index) if index.kind == IndexKind::Known => Some(index.key.as_str()),
            _ => None,
        })
        .collect();
    let dates: Vec<(usize, Edtf)> = article.dates.iter().map(|date| (date.found.span.start, date.value)).collect();
    let now = article.published.as_ref().and_then(|stamp| stamp.value.to_string().get(..4)?.parse().ok());
    let mut linker = Linker {
        text,
        clues,
        homes: Homes::new(text, clues),
        keys: &keys,
        dates: &dates,
        main: None,
        now,
        context: Context::default(),
        drafts: Vec::new(),
        diagnostics: Vec::new(),
    };
    linker.run();
    let Linker { drafts, mut diagnostics, .. } = linker;
    let names = Names::of(text, clues);
    let drafts = merge::merge(text, drafts, &mut diagnostics);
    for draft in drafts {
        let index = draft.index.map(|index| names.index(text, index));
        if let Some(result) = draft.result(text, index) {
            check::check(&result, &mut diagnostics);
            check::check_from(&result, draft.from(), &mut diagnostics);
            article.results.push(result);
        }
    }
    check::check_changes(&article.results, &mut diagnostics);
    article.diagnostics.append(&mut diagnostics);
}

/// What was said before the sentence that is read.
#[derive(Debug, Default)]
struct Context<'a> {
    /// The indices last named in one sentence, components left out.
    indices: Vec<&'a IndexClue>,
    /// The block in which they were named.
    block: usize,
    /// The period of each index by its key.
    periods: Vec<(&'a str, Edtf)>,
    /// The units last named.
    holders: Vec<Holder>,
    /// The block in which they were named.
    holders_block: usize,
    /// Since when, said for the whole paragraph.
    since: Option<(usize, Edtf)>,
    /// Goals were announced by a line that ends with a colon.
    target: bool,
    /// The paragraph speaks of parts of the index.
    parts: Option<usize>,
}

struct Linker<'a> {
    text: &'a Text,
    clues: &'a FigureClues,
    homes: Homes<'a>,
    keys: &'a [&'a str],
    dates: &'a [(usize, Edtf)],
    /// The index whose parts the sentence may name.
    main: Option<&'a IndexClue>,
    now: Option<i32>,
    context: Context<'a>,
    drafts: Vec<Draft<'a>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Linker<'a> {
    fn run(&mut self) {
        let clues = &self.clues.clues;
        let mut from = 0;
        let mut table: Option<usize> = None;
        let sentences = &self.text.sentences;
        for (number, sentence) in sentences.iter().enumerate() {
            let to = from + clues[from..].iter().take_while(|clue| clue.tokens.start < sentence.end).count();
            // `1.` ends a sentence before a capital; it goes with the line that follows.
            if to - from == 1
                && matches!(clues[from].what, Figure::Item(_))
                && sentences
                    .get(number + 1)
                    .is_some_and(|next| next.block == sentence.block || next.start == sentence.end)
            {
                continue;
            }
            if let Some(header) = self.clues.headers.iter().position(|header| header.sentence == number) {
                table = Some(header);
                from = to;
                continue;
            }
            let row = table
                .and_then(|at| self.clues.headers.get(at))
                .filter(|_| self.text.slice(sentence.tokens()).contains('|'));
            match row {
                Some(header) => {
                    let drafts = table::row(self.text, header, sentence.tokens());
                    self.push_row(drafts);
                }
                None => {
                    table = None;
                    self.sentence(&clues[from..to], sentence.block);
                }
            }
            from = to;
        }
    }

    fn kind(&self, block: usize) -> BlockKind {
        self.text.blocks.get(block).map_or(BlockKind::Paragraph, |block| block.kind)
    }

    fn push_row(&mut self, drafts: Vec<Draft<'a>>) {
        let [index] = self.context.indices.as_slice() else { return };
        let period = self.period_of(index);
        self.drafts.extend(drafts.into_iter().map(|draft| Draft {
            index: Some(*index),
            period: draft.period.or(period),
            ..draft
        }));
    }

    fn period_of(&self, index: &IndexClue) -> Option<Edtf> {
        index
            .period
            .or_else(|| self.context.periods.iter().find(|(key, _)| *key == index.key).map(|(_, period)| *period))
    }

    fn sentence(&mut self, clues: &'a [FigureClue], block: usize) {
        if clues.is_empty() {
            return;
        }
        self.note_periods(clues);
        if clues.iter().any(|clue| matches!(clue.what, Figure::Hinge(Hinge::Parts))) {
            self.context.parts = Some(block);
        }
        let named = clues.iter().find_map(|clue| match &clue.what {
            Figure::Index(index) if index.kind != IndexKind::Component && index.kind != IndexKind::Barred => {
                Some(index)
            }
            _ => None,
        });
        self.main = named.or_else(|| self.context.indices.first().copied());
        let continued = self.context.target && is_item(self.text, clues);
        let said = Clauses::read(clues, self.keys, self.now, continued);
        let last = clues.last().is_some_and(|clue| matches!(clue.what, Figure::Point(':')));
        self.context.target = said.target && (last || continued);
        if let Some(since) = said.since {
            self.context.since = Some((block, since));
        }
        let mut carried: Option<Frame<'a>> = None;
        let mut shared: Vec<crate::clue::RankClue> = Vec::new();
        for mut frame in said.frames {
            if self.context.parts == Some(block) {
                self.name_parts(&mut frame);
            }
            if frame.since.is_none() {
                frame.since = self.context.since.filter(|(at, _)| *at == block).map(|(_, since)| since);
            }
            // `đứng đầu cả hai bảng: PCI đạt 69 điểm, PGI đạt 24 điểm`: the rank is of each.
            if frame.indices.is_empty()
                && frame.figures.scores.is_empty()
                && !frame.figures.ranks.is_empty()
                && !frame.holders.is_empty()
            {
                shared = frame.figures.ranks.clone();
            } else if frame.indices.is_empty() {
                shared.clear();
            }
            frame.named = !frame.indices.is_empty();
            if frame.grouped && frame.holders.is_empty() {
                continue;
            }
            if let Some(before) = &carried {
                inherit(&mut frame, before);
            }
            if frame.has_figures() && !frame.other && !frame.averaged && !frame.distance && !frame.is_share() {
                self.emit(&frame, block, &shared);
            }
            if frame.has_figures() || !frame.indices.is_empty() || !frame.holders.is_empty() {
                carried = Some(frame);
            }
        }
        self.remember(clues, carried, block);
    }

    /// `PAR INDEX năm 2022`, `PCI 2022`: the period of the index wherever it is named without one.
    fn note_periods(&mut self, clues: &'a [FigureClue]) {
        for (at, clue) in clues.iter().enumerate() {
            let Figure::Index(index) = &clue.what else { continue };
            let next = clues.get(at + 1).filter(|next| next.gap == 0).and_then(|next| match next.what {
                Figure::Period(period) => Some(period),
                _ => None,
            });
            let Some(period) = index.period.or(next) else { continue };
            // `PCI và PGI năm 2023`: the year is of both.
            let listed = clues[..at].iter().rev().take_while(|clue| {
                clue.gap == 0 && matches!(clue.what, Figure::Index(_) | Figure::Point(',') | Figure::Hinge(Hinge::And))
            });
            for clue in listed {
                if let Figure::Index(other) = &clue.what
                    && !self.context.periods.iter().any(|(key, _)| *key == other.key)
                {
                    self.context.periods.push((&other.key, period));
                }
            }
            if index.kind == IndexKind::Component || year(period).zip(self.now).is_some_and(|(year, now)| year > now) {
                continue;
            }
            match self.context.periods.iter_mut().find(|(key, _)| *key == index.key) {
                Some(known) => known.1 = period,
                None => self.context.periods.push((&index.key, period)),
            }
        }
    }

    /// Capitals that are no unit we know are parts of the index where the paragraph lists its parts.
    fn name_parts(&self, frame: &mut Frame<'a>) {
        if let [holder] = frame.holders.as_slice()
            && holder.capitals
            && frame.indices.is_empty()
        {
            // Unknown parts have no clue of their own to point at: their figures are left out.
            frame.other = true;
        }
    }

    fn remember(&mut self, clues: &'a [FigureClue], carried: Option<Frame<'a>>, block: usize) {
        let mut named: Vec<&IndexClue> = Vec::new();
        for clue in clues {
            if let Figure::Index(index) = &clue.what
                && (index.kind == IndexKind::Known && !index.weak
                    || index.kind == IndexKind::Unknown && self.is_proper(index, block))
                && !named.iter().any(|known| known.key == index.key)
            {
                named.push(index);
            }
        }
        if !named.is_empty() {
            self.context.indices = named;
            self.context.block = block;
        }
        if let Some(frame) = carried
            && !frame.holders.is_empty()
            && frame.has_figures()
        {
            self.context.holders = frame.holders;
            self.context.holders_block = block;
        }
    }

    /// Whether an index that no table knows is named as one: with its abbreviation, in the title, or with a capital.
    fn is_proper(&self, index: &IndexClue, block: usize) -> bool {
        let capital = self.text.tokens.get(index.name.start).is_some_and(|token| token.shape.is_capital());
        index.code.is_some() || capital || self.kind(block) == BlockKind::Title
    }

    /// The index of a clause that names none: the one of the sentence before, of the paragraph, of the title.
    fn context_index(&mut self, frame: &Frame<'a>, block: usize) -> Option<&'a IndexClue> {
        match self.context.indices.as_slice() {
            [] => None,
            [one] => {
                let near = self.context.block == block;
                let strong = !frame.measured && (!frame.holders.is_empty() || near);
                (near || strong).then_some(*one)
            }
            many => {
                let span = frame.tokens.clone().map(|tokens| self.text.span(tokens)).unwrap_or_default();
                let names: Vec<&str> = many.iter().map(|index| self.text.slice(index.name.clone())).collect();
                self.diagnostics.push(
                    Diagnostic::new(
                        "result-index-open",
                        format!("figures could be of {}; none was chosen", names.join(" or of ")),
                    )
                    .at(span),
                );
                None
            }
        }
    }

    fn emit(&mut self, frame: &Frame<'a>, block: usize, shared: &[crate::clue::RankClue]) {
        let mut indices = frame.indices.clone();
        // `Theo PAPI, chỉ số công khai …`: without `và` the last one named is meant.
        if !(frame.listed || frame.each) && indices.len() > 1 {
            indices.drain(..indices.len() - 1);
        }
        if indices.is_empty() {
            match self.context_index(frame, block) {
                // `ba chỉ số này lần lượt đạt …`
                _ if frame.each
                    && frame.figures.longest() == self.context.indices.len()
                    && self.context.block == block =>
                {
                    indices.clone_from(&self.context.indices);
                }
                Some(index) => indices.push(index),
                None => return,
            }
        }
        if indices.iter().any(|index| index.kind == IndexKind::Component) && self.main.is_none() {
            return;
        }
        // `Dẫn đầu về cải cách hành chính`: an exhortation, where nobody is named.
        if indices.iter().any(|index| index.weak) && frame.holders.is_empty() {
            return;
        }
        let mut holders: Vec<Option<Holder>> = frame.holders.iter().cloned().map(Some).collect();
        if holders.is_empty() {
            let of = self.main.filter(|_| indices[0].kind == IndexKind::Component);
            holders.push(self.context_holder(block, of.unwrap_or(indices[0]).ranks));
        }
        // `đơn vị đạt 99,99%` far from the index is a share of something else.
        let figures = &frame.figures;
        let bare = figures.scores.is_empty() && figures.ranks.is_empty() && figures.rank_changes.is_empty();
        let vague = holders.iter().all(|holder| holder.as_ref().is_none_or(|holder| holder.same));
        if bare && vague && !figures.percents.is_empty() && frame.indices.is_empty() && self.context.block != block {
            return;
        }
        if frame.indices.is_empty() && !self.scored_so(frame, indices[0]) {
            return;
        }
        let title = frame.rule != "rank/item"
            && matches!(self.kind(block), BlockKind::Title | BlockKind::Heading | BlockKind::Caption);
        let shared_rank = frame.figures.ranks.is_empty() && !frame.indices.is_empty();
        let parts = share(self.text, frame, indices.len(), holders.len(), &mut self.diagnostics);
        for (number, part) in parts.into_iter().enumerate() {
            let (index, holder) = if indices.len() > 1 {
                (indices[number.min(indices.len() - 1)], holders[0].as_ref())
            } else {
                (indices[0], holders[number.min(holders.len() - 1)].as_ref())
            };
            let subject = holder
                .and_then(|holder| self.homes.name(holder, frame.tokens.as_ref().map_or(0, |tokens| tokens.start)));
            let period = frame.period.or_else(|| self.period_of(index)).or_else(|| {
                let main = self.main.filter(|_| index.kind == IndexKind::Component)?;
                self.period_of(main)
            });
            let since = frame.since.or_else(|| self.baseline(frame)).or_else(|| {
                let year = period.filter(|_| frame.figures.compared || part.compared).and_then(year)?;
                Some(Edtf::year(year - 1))
            });
            let Some(mut tokens) = frame.tokens.clone() else { continue };
            if subject.is_none() && (frame.indices.is_empty() || !is_telling(&part)) {
                let message = "a score or a rank of nobody who is named; it was left out";
                self.diagnostics.push(Diagnostic::new("result-subject-open", message).at(self.text.span(tokens)));
                continue;
            }
            // A clause may begin with its subject, which belongs to the words quoted.
            tokens.end = tokens.end.max(tokens.start + 1);
            let mut draft = Draft {
                index: Some(index),
                subject: subject.clone(),
                period,
                since,
                scale: frame.scale,
                figures: part,
                tokens: tokens.clone(),
                rule: frame.rule,
                title,
                inherited: frame.indices.is_empty(),
                regional: None,
            };
            if shared_rank && draft.figures.ranks.is_empty() {
                draft.figures.ranks.extend(shared.first().cloned());
            }
            self.drafts.push(draft.clone());
            for rank in &frame.ranks {
                let figures = Figures { ranks: vec![rank.clone()], ..Figures::default() };
                self.drafts.push(Draft { figures, since: None, regional: Some(rank.clone()), ..draft.clone() });
            }
            for (period, figures) in &frame.earlier {
                self.drafts.push(Draft {
                    figures: figures.clone(),
                    period: Some(*period),
                    since: None,
                    ..draft.clone()
                });
            }
        }
    }

    /// Whether the inherited `index` is scored as the clause says: a share after an index that is not given in per cent
    /// is a share of something else.
    fn scored_so(&self, frame: &Frame<'a>, index: &IndexClue) -> bool {
        let only =
            |figures: &Figures| !figures.percents.is_empty() && figures.scores.is_empty() && figures.ranks.is_empty();
        let shares =
            only(&frame.figures) || frame.figures.is_empty() && frame.holders.iter().any(|holder| only(&holder.own));
        let known = |draft: &Draft<'_>| {
            draft.index.is_some_and(|known| known.key == index.key) && !draft.figures.percents.is_empty()
        };
        !shares || index.percent || self.drafts.iter().rev().take(WINDOW).any(known)
    }

    /// The time right after `so với`: `năm ngoái`, `quý trước`.
    fn baseline(&self, frame: &Frame<'_>) -> Option<Edtf> {
        let start = self.text.tokens.get(frame.compared_at?)?.span().start;
        let first = self.dates.partition_point(|(at, _)| *at < start);
        let (at, value) = self.dates.get(first)?;
        (*at <= start + REACH).then_some(*value)
    }

    /// The unit of a clause that names none, where one only was named before.
    fn context_holder(&self, block: usize, ranks: &str) -> Option<Holder> {
        let home = ranks.contains("tỉnh") || ranks.contains("quốc gia");
        match self.context.holders.as_slice() {
            [one] if self.context.holders_block == block || one.same => Some(one.clone()),
            [] | [_] if home => Some(Holder { same: true, abroad: !ranks.contains("tỉnh"), ..Holder::default() }),
            _ => None,
        }
    }
}

/// How many drafts are looked back over.
const WINDOW: usize = 256;

/// How many bytes after `so với` the baseline may begin: `so với cùng kỳ năm 2021`.
const REACH: usize = 24;

/// Whether the figures can be nothing but a result, though nobody is named: `88,21 điểm`, not `tổng 100 điểm` nor `dẫn đầu`.
fn is_telling(figures: &Figures) -> bool {
    let exact = |score: &crate::clue::ScoreClue| score.value.scale() > 0 || score.out_of.is_some();
    let scored = figures.scores.iter().chain(&figures.percents).any(exact);
    let ranked = figures.ranks.iter().any(|rank| !rank.leads && rank.position.is_some());
    scored || ranked || !figures.score_changes.is_empty() || !figures.rank_changes.is_empty()
}

/// What a later clause of a sentence leaves unsaid.
fn inherit<'a>(frame: &mut Frame<'a>, before: &Frame<'a>) {
    if frame.indices.is_empty() && !before.other {
        frame.indices.clone_from(&before.indices);
        if frame.indices.len() > 1 && !frame.each {
            frame.indices.clear();
        }
    } else if frame.indices.is_empty() && before.other {
        frame.other = true;
    }
    if frame.holders.is_empty() {
        let single = before.holders.len() == 1;
        if single && !(frame.inverted || frame.figures.ranks.iter().any(|rank| rank.title)) {
            frame.holders =
                before.holders.iter().map(|holder| Holder { own: Figures::default(), ..holder.clone() }).collect();
        }
    }
    if frame.period.is_none() {
        frame.period = before.period;
    }
}

/// Whether the line goes on with a list: `- Chỉ số PCI …`.
fn is_item(text: &Text, clues: &[FigureClue]) -> bool {
    let Some(first) = clues.first() else { return false };
    matches!(first.what, Figure::Point('-' | '+' | '*' | '•') | Figure::Item(_))
        || text.tokens.get(first.tokens.start).is_some_and(|token| token.shape.is_word() && !token.shape.is_capital())
}

/// The names of each index on the page.
struct Names<'a> {
    by_key: HashMap<&'a str, Name>,
}

/// The fullest name of an index, and its abbreviation.
struct Name {
    name: Range<usize>,
    code: Option<Range<usize>>,
    /// Whether only `về` before it makes it a name.
    weak: bool,
    /// Whether the abbreviation stands with it.
    introduced: bool,
}

impl<'a> Names<'a> {
    fn of(text: &Text, clues: &'a FigureClues) -> Self {
        let mut by_key: HashMap<&str, Name> = HashMap::new();
        for clue in &clues.clues {
            let Figure::Index(index) = &clue.what else { continue };
            let known = by_key.entry(&index.key).or_insert_with(|| Name {
                name: index.name.clone(),
                code: index.code.clone(),
                weak: index.weak,
                introduced: false,
            });
            // `về cải cách hành chính` is a name only where nothing better is: not beside `Chỉ số CCHC`;
            // and no name is better than the one with which the abbreviation stands: `Chỉ số chuyển đổi số (DTI)`.
            let introduced = index.code.as_ref().is_some_and(|code| *code != index.name);
            let length = |name: &Range<usize>| text.span(name.clone()).len();
            if (!index.weak, introduced, length(&index.name)) > (!known.weak, known.introduced, length(&known.name)) {
                known.name = index.name.clone();
                known.weak = index.weak;
                known.introduced = introduced;
            }
            if known.code.is_none() {
                known.code.clone_from(&index.code);
            }
        }
        Self { by_key }
    }

    fn index(&self, text: &Text, clue: &IndexClue) -> Index {
        match self.by_key.get(clue.key.as_str()) {
            Some(Name { name, code, .. }) => {
                Index::new(text.slice(name.clone()), code.clone().map(|code| text.slice(code).to_owned()))
            }
            None => Index::new(text.slice(clue.name.clone()), None),
        }
    }
}

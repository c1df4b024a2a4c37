use super::{Bracket, Clauses, Frame, Holder};
use crate::clue::{Figure, FigureClue, Hinge, SubjectClue, SubjectKind};

/// Whose figures they are.
impl<'a> Clauses<'a> {
    pub(super) fn subject(&mut self, clue: &'a FigureClue, subject: &'a SubjectClue) {
        let (one, two) = (self.before(1), self.before(2));
        let holder = Holder {
            tokens: clue.tokens.clone(),
            same: subject.kind == SubjectKind::Same,
            capitals: subject.kind == SubjectKind::Capitals,
            level: subject.level,
            region: subject.region,
            ..Holder::default()
        };
        if matches!(subject.kind, SubjectKind::Person) {
            return;
        }
        // `Kết cấu hạ tầng đạt 3,2 điểm`: a capital that begins other words is no name; what it begins is not known.
        let begins = holder.capitals
            && clue.tokens.len() == 1
            && matches!(one, None | Some(Figure::Point(':' | ';' | '-' | '+')))
            && self.clues.get(self.at + 1).is_some_and(|next| next.gap > 0);
        if begins {
            self.flush();
            self.frame.other = true;
            return;
        }
        // `Theo Bộ Nội vụ`, `sau Lâm Đồng`: others than those ranked.
        if clue.gap == 0 && matches!(one, Some(Figure::Hinge(Hinge::Source | Hinge::Compare | Hinge::Beyond)))
            || self.bracket != Bracket::None
        {
            return;
        }
        // `Theo công bố của Bộ Nội vụ`
        if matches!((two, one), (Some(Figure::Hinge(Hinge::Publish)), Some(Figure::Hinge(Hinge::Of))))
            && matches!(self.before(3), Some(Figure::Hinge(Hinge::Source)))
        {
            return;
        }
        if clue.gap == 0 && matches!(one, Some(Figure::Hinge(Hinge::With))) {
            // `đồng hạng 30/121 với Peru`
            if let Some(Figure::Ranks(ranks)) = two
                && ranks.iter().all(|rank| rank.tied)
            {
                let mut tie =
                    Frame { indices: self.frame.indices.clone(), period: self.frame.period, ..Frame::default() };
                tie.figures.ranks.extend_from_slice(ranks);
                tie.holders.push(holder);
                tie.cover(&clue.tokens, "rank/place");
                self.frames.push(tie);
                return;
            }
        }
        // `Ở vùng Tây Bắc, Sơn La đứng thứ 2`: where, not whose.
        let led_in = matches!(self.after(), Some(Figure::Point(','))) && !self.frame.has_figures();
        if clue.gap == 0 && matches!(one, Some(Figure::Hinge(Hinge::About))) && led_in {
            return;
        }
        if clue.gap == 0 && matches!(one, Some(Figure::Hinge(Hinge::Of))) {
            // `của Bộ Tư pháp đạt 90,1%, của Bộ Y tế đạt 85,4%`
            let next = matches!(two, Some(Figure::Point(',' | ';') | Figure::Hinge(Hinge::But | Hinge::And)))
                && self.frame.holders.last().is_some_and(|last| last.owner)
                && subject.kind == SubjectKind::Named;
            if next && self.frame.has_figures() {
                self.flush();
            }
            let owner = !matches!(two, Some(Figure::Subject(_) | Figure::Ranks(_))) && !self.frame.has_figures();
            if owner && subject.kind != SubjectKind::Group {
                self.frame.holders = vec![Holder { owner: true, ..holder }];
                self.frame.averaged = false;
                if !self.frame.measured {
                    self.frame.other = false;
                }
            }
            return;
        }
        if subject.kind == SubjectKind::Group {
            if self.frame.has_figures()
                && !self.frame.inverted
                && !self.frame.holders.is_empty()
                && !matches!(one, Some(Figure::Hinge(_) | Figure::Ranks(_) | Figure::Index(_)))
            {
                self.flush();
            }
            // `có 2 đơn vị đồng hạng nhất`: the rank is of units that are not named.
            // `Cao Bằng là 1 trong 3 tỉnh đứng đầu` is said of one.
            if self.heads_rank() && !matches!(one, Some(Figure::Hinge(Hinge::Copula | Hinge::Together))) {
                self.frame.grouped = true;
                self.frame.holders.clear();
            }
            return;
        }
        let joint = clue.gap == 0 && matches!(one, Some(Figure::Point(',' | ';') | Figure::Hinge(Hinge::And)));
        let after_name = matches!(two, Some(Figure::Subject(_) | Figure::Point(')')))
            || matches!(two, Some(Figure::Point(',')))
                && matches!(self.before(3), Some(Figure::Subject(_) | Figure::Point(')')));
        // `(WIPO), Việt Nam`: a bracket without figures ends no item of a list.
        let open = matches!(two, Some(Figure::Point(')')))
            && self.frame.holders.last().is_some_and(|last| last.own.is_empty());
        let owner = self.frame.holders.last().is_some_and(|last| last.owner);
        // `Ở địa phương, thị xã Đức Phổ dẫn đầu`: a word for one named before begins no list.
        let vague = matches!(one, Some(Figure::Point(','))) && self.frame.holders.last().is_some_and(|last| last.same);
        let alone = self.frame.inverted && self.ranked_itself();
        // `PCI của Bến Tre, Vĩnh Long và Trà Vinh`: owners are several only where `và` says so.
        let owner = owner && !self.lists_on();
        // `Trong Đông Nam Á, Đông Á và châu Đại Dương, Việt Nam …`: regions say where.
        let after_regions = matches!(one, Some(Figure::Point(','))) && !holder.region && !self.frame.has_figures();
        if after_regions && self.frame.holders.iter().all(|holder| holder.region) {
            self.frame.holders.clear();
        }
        let list = joint && after_name && !open && !owner && !vague && !alone && !self.frame.holders.is_empty();
        // `xã Đông La, huyện Hoài Đức`: what holds the unit before, not another unit.
        let holds = matches!(one, Some(Figure::Point(',')))
            && self.frame.holders.last().is_some_and(|last| last.level.zip(holder.level).is_some_and(|(a, b)| a < b));
        if list && holds {
            return;
        }
        if list && (self.frame.figures.is_empty() || self.frame.inverted && !self.figures_since_name()) {
            self.frame.holders.push(holder);
            self.frame.cover(&clue.tokens, "");
            return;
        }
        let copula = clue.gap == 0 && matches!(one, Some(Figure::Hinge(Hinge::Copula) | Figure::Point(':')))
            || matches!(one, Some(Figure::Hinge(Hinge::Each | Hinge::Verb)))
                && matches!(two, Some(Figure::Hinge(Hinge::Copula)));
        let titled = clue.gap == 0 && matches!(one, Some(Figure::Ranks(ranks)) if ranks.iter().all(|rank| rank.title))
            || matches!(one, Some(Figure::Item(_)));
        let led = matches!(one, Some(Figure::Point(',')))
            && !(self.frame.figures.scores.is_empty() && self.frame.figures.percents.is_empty())
            && self.frame.figures.ranks.is_empty();
        if self.frame.has_figures() && self.frame.holders.is_empty() && (copula || titled || led && self.leads()) {
            self.frame.inverted = copula || titled;
            self.frame.holders.push(holder);
            self.frame.cover(&clue.tokens, "");
            return;
        }
        if self.frame.has_figures() {
            // `được 45 điểm, cao nhất tỉnh`: a word for one named before begins no clause of its own.
            if holder.same && !joint && !matches!(one, Some(Figure::Hinge(Hinge::But))) {
                return;
            }
            self.flush();
        }
        if joint || self.frame.holders.is_empty() {
            self.frame.measured = false;
            if !self.frame.indices.is_empty() || joint {
                self.frame.other = false;
            }
        }
        if matches!(one, Some(Figure::Hinge(Hinge::About))) && holder.same {
            return;
        }
        // `Sơn La là tỉnh tăng nhanh nhất`
        if holder.same && matches!(one, Some(Figure::Hinge(Hinge::Copula))) && !self.frame.holders.is_empty() {
            return;
        }
        // `được VCCI xếp hạng 3`: the one who ranks is not the one ranked.
        if !joint
            && clue.gap == 0
            && matches!(one, Some(Figure::Hinge(Hinge::Verb)))
            && matches!(two, Some(Figure::Subject(before)) if before.kind != SubjectKind::Group)
        {
            return;
        }
        self.frame.averaged = false;
        self.frame.holders = vec![holder];
        self.frame.cover(&clue.tokens, "");
    }

    /// Opens a clause of its own for the unit before the bracket, which this clause only compares with.
    pub(super) fn sets_aside(&mut self) -> bool {
        let Some(clue) = self.at.checked_sub(1).and_then(|at| self.clues.get(at)) else { return false };
        let figures = matches!(self.after(), Some(Figure::Scores(_) | Figure::Ranks(_)));
        if !figures || self.silent() {
            return false;
        }
        let holder = Holder { tokens: clue.tokens.clone(), ..Holder::default() };
        let mut frame = Frame { indices: self.frame.indices.clone(), period: self.frame.period, ..Frame::default() };
        frame.holders.push(holder);
        frame.cover(&clue.tokens, "");
        self.frames.push(frame);
        true
    }

    /// `Với 70,1 điểm, Sơn La xếp thứ nhất`: the clause began with the figure.
    fn leads(&self) -> bool {
        self.frame.indices.is_empty()
    }
}

use super::{Bracket, Clauses};
use crate::clue::{Figure, Hinge, SubjectKind};

/// What stands around the clue that is read.
impl Clauses<'_> {
    /// `cao hơn 1,2% so với năm 2018`: a change only where a period follows.
    pub(super) fn compared_ahead(&self) -> bool {
        let next = self.clues[self.at + 1..].iter().take(7).map(|clue| &clue.what);
        let mut after = next.skip_while(|what| !matches!(what, Figure::Hinge(Hinge::Compare) | Figure::Point(';')));
        matches!(after.next(), Some(Figure::Hinge(Hinge::Compare))) && !matches!(after.next(), Some(Figure::Subject(_)))
    }

    /// A component is one where its figure follows, at most a verb or a bracket between.
    pub(super) fn component_fits(&self) -> bool {
        self.clues[self.at + 1..]
            .iter()
            .take(10)
            .take_while(|clue| clue.gap <= 2)
            .map(|clue| &clue.what)
            .find(|what| {
                !matches!(
                    what,
                    Figure::Hinge(
                        Hinge::Verb
                            | Hinge::With
                            | Hinge::Copula
                            | Hinge::Of
                            | Hinge::About
                            | Hinge::Each
                            | Hinge::But
                            | Hinge::And
                    ) | Figure::Point('(' | ':' | ',' | '"')
                        | Figure::Subject(_)
                        | Figure::Period(_)
                        | Figure::Index(_)
                )
            })
            .is_some_and(|what| {
                matches!(what, Figure::Scores(_) | Figure::Ranks(_) | Figure::Changes(_) | Figure::From(_))
            })
    }

    /// Whether the words after a rank name who holds it: `thứ tư và thứ năm, lần lượt thuộc về …`, `thứ ba Thanh Hóa`.
    pub(super) fn names_holder(&self) -> bool {
        let next = self.clues[self.at + 1..].iter().take(4).take_while(|clue| clue.gap == 0).map(|clue| &clue.what);
        let mut after = next.skip_while(|what| matches!(what, Figure::Point(',') | Figure::Hinge(Hinge::Each)));
        match after.next() {
            Some(Figure::Hinge(Hinge::Copula)) => matches!(after.next(), Some(Figure::Subject(_))),
            Some(Figure::Subject(_)) => matches!(self.after(), Some(Figure::Subject(_))),
            _ => false,
        }
    }

    /// Whether a rank follows at once: `2 đơn vị đồng hạng nhất`.
    pub(super) fn heads_rank(&self) -> bool {
        let mut next = self.clues[self.at + 1..].iter().take_while(|clue| clue.gap == 0).map(|clue| &clue.what);
        next.find(|what| !matches!(what, Figure::Hinge(Hinge::Verb | Hinge::Together)))
            .is_some_and(|what| matches!(what, Figure::Ranks(_)))
    }

    /// Whether a figure of the clause stands after the last name, other than in a bracket of its own: `A (thứ 15), B …`.
    pub(super) fn figures_since_name(&self) -> bool {
        let bracketed = matches!(self.before(2), Some(Figure::Point(')'))) && self.bracket == Bracket::None;
        let since = self.clues[..self.at].iter().rev().take_while(|clue| !matches!(clue.what, Figure::Subject(_)));
        !bracketed && since.into_iter().any(|clue| matches!(clue.what, Figure::Ranks(_) | Figure::Scores(_)))
    }

    /// Whether the unit here is one of a list that `và` closes: `A, B và C`.
    pub(super) fn lists_on(&self) -> bool {
        if matches!(self.before(1), Some(Figure::Hinge(Hinge::And))) {
            return true;
        }
        let next = self.clues[self.at + 1..].iter().take(24).take_while(|clue| clue.gap == 0).map(|clue| &clue.what);
        let mut after = next.skip_while(|what| matches!(what, Figure::Point(',') | Figure::Subject(_)));
        matches!(after.next(), Some(Figure::Hinge(Hinge::And))) && matches!(after.next(), Some(Figure::Subject(_)))
    }

    /// Whether the clause just compared with a unit: `Sau Lai Châu`.
    pub(super) fn compares_unit(&self) -> bool {
        matches!(
            (self.before(2), self.before(1)),
            (Some(Figure::Hinge(Hinge::Compare)), Some(Figure::Subject(subject))) if subject.kind != SubjectKind::Same
        )
    }

    /// Whether what follows says how far something moved: `(từ vị trí 56 xuống thứ 60)`.
    pub(super) fn moved(&self) -> bool {
        match self.after() {
            Some(Figure::From(_) | Figure::Changes(_)) => true,
            Some(Figure::Ranks(ranks)) => ranks.iter().any(|rank| rank.previous.is_some()),
            _ => false,
        }
    }

    /// Whether the change here is of the number of parts: `các chỉ số thành phần đã giảm 52%`.
    pub(super) fn counts_parts(&self) -> bool {
        let mut back = (1..=2).map(|back| self.before(back)).take_while(|what| !matches!(what, Some(Figure::Index(_))));
        back.any(|what| matches!(what, Some(Figure::Hinge(Hinge::Parts))))
    }

    /// Whether the one before the word here publishes: `Bộ Nội vụ vừa công bố`.
    pub(super) fn publishes(&self) -> bool {
        match self.before(1) {
            Some(Figure::Hinge(Hinge::Verb)) => matches!(self.before(2), Some(Figure::Subject(_) | Figure::Point(')'))),
            Some(Figure::Subject(_) | Figure::Point(')')) => true,
            _ => false,
        }
    }

    /// Whether the unit here goes on with a rank of its own: `đứng đầu là A, B về nhì`.
    pub(super) fn ranked_itself(&self) -> bool {
        let mut next = self.clues[self.at + 1..].iter().take(3).take_while(|clue| clue.gap == 0).map(|clue| &clue.what);
        let first = next.find(|what| !matches!(what, Figure::Hinge(Hinge::Verb)));
        matches!(first, Some(Figure::Ranks(_)))
    }

    /// How many words that mean nothing to us stand between the figure here and the last name or figure.
    pub(super) fn strange(&self) -> usize {
        let mut words = 0;
        for clue in self.clues[..=self.at].iter().rev() {
            let named = matches!(
                clue.what,
                Figure::Index(_)
                    | Figure::Subject(_)
                    | Figure::Ranks(_)
                    | Figure::Changes(_)
                    | Figure::Point('(' | ':' | '-')
            );
            if named || words > 5 {
                break;
            }
            words += clue.gap;
        }
        words
    }

    /// Whether nothing but words we know stands between the figure here and a name, an index or another figure.
    pub(super) fn chained(&self) -> bool {
        for back in 0..self.at.min(8) + 1 {
            // `lần lượt đạt …` at the beginning goes on with what was named before.
            let Some(clue) = self.at.checked_sub(back).and_then(|at| self.clues.get(at)) else {
                return self.frame.each;
            };
            if back > 0 {
                match &clue.what {
                    // `Với 70,1 điểm, Sơn La xếp thứ nhất`
                    Figure::Hinge(Hinge::With) if back == self.at && clue.gap == 0 => return true,
                    Figure::Hinge(Hinge::Measure | Hinge::Gap | Hinge::Source) => return false,
                    Figure::Hinge(_) | Figure::Point('(' | ':' | ',' | '-' | '"' | ')') => {}
                    Figure::Point(_) => return false,
                    _ => return true,
                }
            }
            if clue.gap > 0 {
                return false;
            }
        }
        false
    }
}

use std::ops::Range;

use crate::{
    article::Edtf,
    clue::{ChangeClue, ChangeUnit, FromClue, IndexClue, IndexKind, RankClue, ScoreClue, ScoreUnit},
};

/// What one clause says: of which indices, whose, for which period, and the figures.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame<'a> {
    /// The indices named in it.
    pub(super) indices: Vec<&'a IndexClue>,
    /// Whether `và` makes a list of the indices.
    pub(super) listed: bool,
    /// Whether the index follows the figures: `xếp thứ 9 về PCI`.
    pub(super) trailing: bool,
    /// The units named in it.
    pub(super) holders: Vec<Holder>,
    /// Whether the units follow their figures: `á quân thuộc về …`.
    pub(super) inverted: bool,
    /// The period named in it.
    pub(super) period: Option<Edtf>,
    /// The period compared with.
    pub(super) since: Option<Edtf>,
    /// The figures of all its units and indices.
    pub(super) figures: Figures,
    /// Figures of earlier periods, in brackets or after `so với`.
    pub(super) earlier: Vec<(Edtf, Figures)>,
    /// Further ranks, among other units.
    pub(super) ranks: Vec<RankClue>,
    /// The scale stated before the score.
    pub(super) scale: Option<rust_decimal::Decimal>,
    /// Why its figures are none: they are of something else.
    pub(super) other: bool,
    /// Whether `nhưng` parts its index from its figures, which may then be of one that follows.
    pub(super) loose: bool,
    /// Where `so với` ends, after which the baseline stands.
    pub(super) compared_at: Option<usize>,
    /// Whether the figure is a distance between two: `khoảng cách`.
    pub(super) distance: bool,
    /// Whether the figure is a mean of many.
    pub(super) averaged: bool,
    /// Whether it speaks of several at once: `2 đơn vị đồng hạng nhất`.
    pub(super) grouped: bool,
    /// Whether all its units share a figure: `cùng`.
    pub(super) together: bool,
    /// Whether each unit has a figure of its own: `lần lượt`.
    pub(super) each: bool,
    /// Whether the index is named in the clause itself.
    pub(super) named: bool,
    /// Whether something measured otherwise stands in it.
    pub(super) measured: bool,
    /// From the first to the last token that belongs to it.
    pub(super) tokens: Option<Range<usize>>,
    /// The rule that found its first figure.
    pub(super) rule: &'static str,
}

/// A unit with the figures that stand right at its name.
#[derive(Clone, Debug, Default)]
pub(super) struct Holder {
    /// Its name in the text.
    pub(super) tokens: Range<usize>,
    /// Whether it is a word for one named before.
    pub(super) same: bool,
    /// Whether `của` makes it the owner of an index, who may be only its publisher.
    pub(super) owner: bool,
    /// How high its kind of place stands.
    pub(super) level: Option<u8>,
    /// Whether it is a region, which may only say where.
    pub(super) region: bool,
    /// Whether it is a country that is left unsaid.
    pub(super) abroad: bool,
    /// Whether capitals alone make it a name.
    pub(super) capitals: bool,
    /// Its own figures: `Sơn La (24,10 điểm)`.
    pub(super) own: Figures,
}

/// Figures of one unit, or lists of them with one for each.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    /// Scores in points or bare.
    pub(super) scores: Vec<ScoreClue>,
    /// Scores in per cent.
    pub(super) percents: Vec<ScoreClue>,
    /// Ranks.
    pub(super) ranks: Vec<RankClue>,
    /// Changes of scores.
    pub(super) score_changes: Vec<ChangeClue>,
    /// Changes of ranks.
    pub(super) rank_changes: Vec<ChangeClue>,
    /// Where it stood before.
    pub(super) from: Option<FromClue>,
    /// Whether it names an earlier year's change.
    pub(super) compared: bool,
}

impl Figures {
    /// Whether nothing is stated.
    pub(super) fn is_empty(&self) -> bool {
        self.scores.is_empty()
            && self.percents.is_empty()
            && self.ranks.is_empty()
            && self.score_changes.is_empty()
            && self.rank_changes.is_empty()
    }

    /// How long its longest list is.
    pub(super) fn longest(&self) -> usize {
        let lengths = [
            self.scores.len(),
            self.percents.len(),
            self.ranks.len(),
            self.score_changes.len(),
            self.rank_changes.len(),
        ];
        lengths.into_iter().max().unwrap_or_default()
    }

    /// Takes scores up; says whether there was room for them.
    pub(super) fn add_scores(&mut self, scores: &[ScoreClue]) -> bool {
        let percent = scores.first().is_some_and(|score| score.unit == ScoreUnit::Percent);
        let room = if percent { &mut self.percents } else { &mut self.scores };
        let free = room.is_empty();
        if free {
            room.extend_from_slice(scores);
        }
        free
    }

    /// Takes changes up, each by its kind; of two lists of one kind the first stays.
    pub(super) fn add_changes(&mut self, changes: &[ChangeClue]) {
        let (ranks, scores): (Vec<_>, Vec<_>) =
            changes.iter().cloned().partition(|change| change.unit == ChangeUnit::Places);
        for (room, changes) in [(&mut self.rank_changes, ranks), (&mut self.score_changes, scores)] {
            if room.is_empty() {
                *room = changes;
            }
        }
    }
}

impl Frame<'_> {
    /// Whether it states any figure.
    pub(super) fn has_figures(&self) -> bool {
        !self.figures.is_empty() || self.holders.iter().any(|holder| !holder.own.is_empty())
    }

    /// Whether it says only that something rose or fell by per cent, and not which index: `ngành dịch vụ tăng 11,8%`.
    pub(super) fn is_share(&self) -> bool {
        let figures = &self.figures;
        let only = figures.scores.is_empty()
            && figures.percents.is_empty()
            && figures.ranks.is_empty()
            && figures.rank_changes.is_empty();
        let own = self.holders.iter().all(|holder| holder.own.is_empty());
        let unknown = self.indices.iter().all(|index| index.kind == IndexKind::Unknown);
        (!self.named || unknown)
            && only
            && own
            && figures.score_changes.iter().all(|change| change.unit == ChangeUnit::Percent)
    }

    /// Takes `tokens` into its extent.
    pub(super) fn cover(&mut self, tokens: &Range<usize>, rule: &'static str) {
        if self.rule.is_empty() {
            self.rule = rule;
        }
        self.tokens = Some(match self.tokens.take() {
            Some(before) => before.start.min(tokens.start)..before.end.max(tokens.end),
            None => tokens.clone(),
        });
    }
}

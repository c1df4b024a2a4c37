use std::ops::Range;

use rust_decimal::Decimal;

use super::frame::{Figures, Frame};
use crate::{
    article::{Change, ChangeOf, DerivedPrevious, Diagnostic, Edtf, Found, Index, IndexResult, Rank, Score},
    clue::{ChangeClue, ChangeUnit, FromClue, IndexClue, RankClue, ScoreClue, ScoreUnit},
    text::Text,
};

/// A result in the making: the figures of one unit on one index in one period.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft<'a> {
    pub(super) index: Option<&'a IndexClue>,
    pub(super) subject: Option<String>,
    pub(super) period: Option<Edtf>,
    pub(super) since: Option<Edtf>,
    pub(super) scale: Option<Decimal>,
    pub(super) figures: Figures,
    pub(super) tokens: Range<usize>,
    pub(super) rule: &'static str,
    /// Whether it stands in a title or a caption, which repeat what the text says.
    pub(super) title: bool,
    /// Whether the index is one named before, in another sentence.
    pub(super) inherited: bool,
    /// The rank is one among a region beside the main one.
    pub(super) regional: Option<RankClue>,
}

/// Gives each unit (or each index) its figures: lists one for one, single figures to all.
pub(super) fn share(
    text: &Text,
    frame: &Frame<'_>,
    indices: usize,
    holders: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Figures> {
    let many = indices.max(holders);
    let all = &frame.figures;
    (0..many)
        .map(|number| {
            let mut part = if holders > 1 && indices == 1 {
                frame.holders.get(number).map(|holder| holder.own.clone()).unwrap_or_default()
            } else {
                frame.holders.first().map(|holder| holder.own.clone()).unwrap_or_default()
            };
            // `lần lượt xếp thứ 2`: one figure is not each one's.
            let lone = frame.each && all.longest() == 1 && many > 1 && !all.ranks.iter().any(|rank| rank.leads);
            let mut open = lone;
            let none = Figures::default();
            let all = if lone { &none } else { all };
            give(&mut part.scores, &all.scores, number, many, &mut open);
            give(&mut part.percents, &all.percents, number, many, &mut open);
            give(&mut part.ranks, &all.ranks, number, many, &mut open);
            give(&mut part.score_changes, &all.score_changes, number, many, &mut open);
            give(&mut part.rank_changes, &all.rank_changes, number, many, &mut open);
            if holders > 1 && all.ranks.len() == 1 && all.ranks[0].leads && !frame.together {
                lead(&mut part.ranks, number, frame.each);
            }
            part.from = part.from.or(all.from);
            part.compared |= all.compared;
            if open && number == 0 {
                let span = frame.tokens.clone().map(|tokens| text.span(tokens)).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::new(
                        "result-list-open",
                        "a list of figures does not fit the list of units; it was left out",
                    )
                    .at(span),
                );
            }
            part
        })
        .collect()
}

/// `A, B và C dẫn đầu`: in turn where the text says so, else nobody knows which is the first.
fn lead(ranks: &mut Vec<RankClue>, number: usize, each: bool) {
    for rank in ranks.iter_mut().filter(|rank| rank.leads) {
        rank.position = rank.position.and_then(|first| first.checked_add(u32::try_from(number).ok()?)).filter(|_| each);
    }
    ranks.retain(|rank| rank.position.is_some());
}

fn give<T: Clone>(own: &mut Vec<T>, all: &[T], number: usize, many: usize, open: &mut bool) {
    if !own.is_empty() {
        own.truncate(1);
        return;
    }
    match all {
        [] => {}
        [one] => own.push(one.clone()),
        list if list.len() == many => own.extend(list.get(number).cloned()),
        _ => *open = true,
    }
}

impl Draft<'_> {
    /// The rank, if stated.
    fn rank(&self, text: &Text) -> Option<Rank> {
        let rank = self.figures.ranks.first()?;
        Some(Rank::new(rank.position?, rank.out_of, rank.among.clone().map(|among| text.slice(among).to_owned())))
    }

    /// The rank before, where the text says it: `từ vị trí 40`.
    pub(super) fn from(&self) -> Option<u32> {
        match self.figures.from {
            Some(FromClue::Rank(before)) => Some(before),
            _ => self.figures.ranks.first().and_then(|rank| rank.previous),
        }
    }

    fn score(&self, scores: &[ScoreClue]) -> Option<Score> {
        let score = scores.first()?;
        let unit = (score.unit == ScoreUnit::Points).then(|| "điểm".to_owned());
        Some(Score::new(self.on_scale(score.value), score.out_of.or(self.scale), unit))
    }

    /// `43.215 điểm` on a scale of 80: the full stop parts decimals.
    fn on_scale(&self, value: Decimal) -> Decimal {
        match self.index.and_then(|index| index.scale) {
            Some(scale) if value >= Decimal::ONE_THOUSAND && value.scale() == 0 && scale <= Decimal::ONE_HUNDRED => {
                value.checked_div(Decimal::ONE_THOUSAND).filter(|small| *small <= scale).unwrap_or(value)
            }
            _ => value,
        }
    }

    fn changes(&self, text: &Text) -> Vec<Change> {
        let word = |change: &ChangeClue| change.word.clone().map(|word| text.slice(word).to_owned());
        let mut changes = Vec::new();
        if let Some(change) = self.figures.score_changes.first() {
            let unit = word(change).or_else(|| (change.unit == ChangeUnit::Percent).then(|| "%".to_owned()));
            changes.push(Change::new(ChangeOf::Score, change.amount, unit, self.since));
        }
        let rank = self.figures.ranks.first();
        let now = rank.and_then(|rank| rank.position);
        let before = self.from();
        if let Some(change) = self.figures.rank_changes.first() {
            let unit = word(change).filter(|_| change.amount != Decimal::ZERO).unwrap_or_else(|| "bậc".to_owned());
            changes.push(Change::new(ChangeOf::Rank, change.amount, Some(unit), self.since));
        } else if let (Some(now), Some(before)) = (now, before) {
            let amount = Decimal::from(before).checked_sub(Decimal::from(now)).unwrap_or_default();
            changes.push(Change::new(ChangeOf::Rank, amount, Some("bậc".to_owned()), self.since));
        } else if rank.is_some_and(|rank| rank.unchanged) {
            changes.push(Change::new(ChangeOf::Rank, Decimal::ZERO, Some("bậc".to_owned()), self.since));
        }
        changes
    }

    /// The record's result; none where no figure is left.
    pub(super) fn result(&self, text: &Text, index: Option<Index>) -> Option<IndexResult> {
        let mut result = IndexResult {
            found: Found::new(&text.text, text.span(self.tokens.clone()), self.rule),
            index,
            subject: self.subject.clone(),
            period: self.period,
            score: self.score(&self.figures.scores),
            percent: self.figures.percents.first().map(|percent| percent.value),
            rank: self.rank(text),
            changes: self.changes(text),
            derived_previous: None,
        };
        // An item's number alone says nothing of a rank.
        let listed = self.rule == "rank/item" && result.score.is_none() && result.percent.is_none();
        if listed
            || result.score.is_none() && result.percent.is_none() && result.rank.is_none() && result.changes.is_empty()
        {
            return None;
        }
        result.derived_previous = previous(&result);
        Some(result)
    }
}

/// The earlier figures that follow from stated ones.
fn previous(result: &IndexResult) -> Option<DerivedPrevious> {
    let change = |of| result.changes.iter().find(|change| change.of == of);
    let points = change(ChangeOf::Score).filter(|change| change.unit.as_deref().is_none_or(|unit| unit == "điểm"));
    let score = points.zip(result.score.as_ref()).and_then(|(change, score)| score.value.checked_sub(change.amount));
    let rank = change(ChangeOf::Rank).zip(result.rank.as_ref()).and_then(|(change, rank)| {
        let before = Decimal::from(rank.position).checked_add(change.amount)?;
        u32::try_from(before).ok().filter(|&before| before > 0 && rank.out_of.is_none_or(|of| before <= of))
    });
    let score = score.filter(|score| *score >= Decimal::ZERO);
    (score.is_some() || rank.is_some()).then_some(DerivedPrevious { score, rank })
}

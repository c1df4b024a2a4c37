use std::ops::Range;

use rust_decimal::Decimal;

use super::{draft::Draft, frame::Figures};
use crate::{
    article::Edtf,
    clue::{ChangeClue, ChangeUnit, Column, ColumnKind, FromClue, Header, RankClue, ScoreClue, ScoreUnit},
    text::Text,
};

/// Reads one row of a table below `header`: `1 | Huyện Mai Sơn | 81,20 | 1`. The scores of earlier years are results of their own.
pub(super) fn row<'a>(text: &Text, header: &Header, tokens: Range<usize>) -> Vec<Draft<'a>> {
    let cells = cells(text, tokens.clone());
    if cells.len() != header.columns.len() {
        return Vec::new();
    }
    let latest = header.columns.iter().filter(|column| is_level(column.kind)).filter_map(|column| column.year).max();
    let mut row = Draft { period: latest.map(Edtf::year), rule: "table/row", ..Draft::default() };
    let mut earlier: Vec<(i32, Figures)> = Vec::new();
    let mut extent: Option<Range<usize>> = None;
    for (cell, column) in cells.into_iter().zip(&header.columns) {
        let words = text.slice(cell.clone());
        let before = column.year.filter(|&year| is_level(column.kind) && latest.is_some_and(|latest| year < latest));
        let read = match (column.kind, before) {
            (ColumnKind::Subject, _) if !cell.is_empty() => {
                row.subject.get_or_insert_with(|| words.to_owned());
                true
            }
            (ColumnKind::Rank, Some(year)) => {
                // The rank of a year before says how far the unit moved.
                row.figures.from = rank(words).and_then(|rank| rank.position).map(FromClue::Rank);
                row.since = row.since.or(Some(Edtf::year(year)));
                row.figures.from.is_some()
            }
            (_, Some(year)) => {
                let mut figures = Figures::default();
                let read = add(&mut figures, column, words);
                if read {
                    earlier.push((year, figures));
                }
                read
            }
            (ColumnKind::ScoreChange | ColumnKind::RankChange, None) => {
                row.since = row.since.or(column.year.map(Edtf::year));
                add(&mut row.figures, column, words)
            }
            (_, None) => add(&mut row.figures, column, words),
        };
        if read {
            extent = Some(extent.map_or(cell.clone(), |extent| extent.start..cell.end));
        }
    }
    if row.subject.is_none() || row.figures.is_empty() {
        return Vec::new();
    }
    row.tokens = extent.unwrap_or(tokens);
    let past = |(year, figures)| Draft { period: Some(Edtf::year(year)), since: None, figures, ..row.clone() };
    let mut rows: Vec<Draft<'a>> = earlier.into_iter().map(past).collect();
    rows.insert(0, row);
    rows
}

/// Whether a column says where units stand, not how they moved.
fn is_level(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Score | ColumnKind::Percent | ColumnKind::Rank)
}

/// Takes the figure of a cell up; says whether there is one.
fn add(figures: &mut Figures, column: &Column, words: &str) -> bool {
    let change = |unit, amount| ChangeClue { amount, unit, word: None, relative: false, since: None };
    match column.kind {
        ColumnKind::Subject | ColumnKind::Other => false,
        ColumnKind::Score | ColumnKind::Percent => {
            let share = column.kind == ColumnKind::Percent || words.ends_with('%');
            let unit = if share { ScoreUnit::Percent } else { ScoreUnit::Points };
            number(words).is_some_and(|value| figures.add_scores(&[ScoreClue { value, out_of: None, unit }]))
        }
        ColumnKind::Rank => rank(words).map(|rank| figures.ranks.push(rank)).is_some(),
        ColumnKind::ScoreChange => {
            let unit = if words.ends_with('%') { ChangeUnit::Percent } else { ChangeUnit::Points };
            signed(words).map(|amount| figures.add_changes(&[change(unit, amount)])).is_some()
        }
        ColumnKind::RankChange => {
            let amount = signed(words).filter(|amount| amount.scale() == 0);
            amount.map(|amount| figures.add_changes(&[change(ChangeUnit::Places, amount)])).is_some()
        }
    }
}

fn number(words: &str) -> Option<Decimal> {
    words.trim_end_matches(['%', ' ']).replace(',', ".").parse().ok()
}

/// `3`, `3/27`
fn rank(words: &str) -> Option<RankClue> {
    let mut parts = words.split('/').map(|word| word.trim().parse().ok());
    let position = parts.next()??;
    Some(RankClue { position: Some(position), out_of: parts.next().flatten(), ..RankClue::default() })
}

/// A change with its sign: `+3`, `−1,2`, `giảm 2`, `▲ 4`.
fn signed(words: &str) -> Option<Decimal> {
    let lower = words.trim().to_lowercase();
    let falls = ["-", "−", "–", "giảm", "▼", "↓"].iter().find_map(|sign| lower.strip_prefix(sign));
    let rises = ["+", "tăng", "▲", "↑"].iter().find_map(|sign| lower.strip_prefix(sign));
    match falls {
        Some(amount) => number(amount.trim()).map(|amount| -amount),
        None => number(rises.unwrap_or(&lower).trim()),
    }
}

/// The tokens of each cell.
fn cells(text: &Text, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = tokens.start;
    for at in tokens.clone() {
        if text.word(at) == "|" {
            cells.push(start..at);
            start = at + 1;
        }
    }
    cells.push(start..tokens.end);
    cells
}

#[cfg(test)]
mod tests {
    use super::{rank, signed};

    #[test]
    fn a_change_has_a_sign_and_a_rank_may_say_of_how_many() {
        let amounts = [("+3", "3"), ("-1,2", "-1.2"), ("−2", "-2"), ("Giảm 4", "-4"), ("▲ 5", "5"), ("0", "0")];
        for (words, amount) in amounts {
            assert_eq!(signed(words).map(|amount| amount.to_string()).as_deref(), Some(amount), "{words}");
        }
        assert!(signed("-").is_none() && signed("mới").is_none());
        assert_eq!(rank("3/27").map(|rank| (rank.position, rank.out_of)), Some((Some(3), Some(27))));
    }
}

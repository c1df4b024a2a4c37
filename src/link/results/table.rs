use std::ops::Range;

use super::{draft::Draft, frame::Figures};
use crate::{
    clue::{Column, Header, RankClue, ScoreClue, ScoreUnit},
    text::Text,
};

/// Reads one row of a table below `header`: `1 | Huyện Mai Sơn | 81,20 | 1`.
pub(super) fn row<'a>(text: &Text, header: &Header, tokens: Range<usize>) -> Option<Draft<'a>> {
    let cells = cells(text, tokens.clone());
    if cells.len() != header.columns.len() {
        return None;
    }
    let mut figures = Figures::default();
    let mut subject = None;
    let mut extent: Option<Range<usize>> = None;
    for (cell, column) in cells.into_iter().zip(&header.columns) {
        if cell.is_empty() {
            continue;
        }
        let words = text.slice(cell.clone());
        let number = || words.trim_end_matches(['%', ' ']).replace(',', ".").parse::<rust_decimal::Decimal>().ok();
        match column {
            Column::Other => continue,
            Column::Subject => subject = subject.or_else(|| Some(words.to_owned())),
            Column::Score | Column::Percent => {
                let unit = if *column == Column::Percent || words.ends_with('%') {
                    ScoreUnit::Percent
                } else {
                    ScoreUnit::Points
                };
                match number() {
                    Some(value) => figures.add_scores(&[ScoreClue { value, out_of: None, unit }]),
                    None => continue,
                };
            }
            Column::Rank => match words.split('/').next().and_then(|word| word.trim().parse().ok()) {
                Some(position) => {
                    let out_of = words.split('/').nth(1).and_then(|word| word.trim().parse().ok());
                    figures.ranks.push(RankClue { position: Some(position), out_of, ..RankClue::default() });
                }
                None => continue,
            },
        }
        extent = Some(extent.map_or(cell.clone(), |extent| extent.start..cell.end));
    }
    (subject.is_some() && !figures.is_empty()).then(|| Draft {
        index: None,
        subject,
        period: None,
        since: None,
        scale: None,
        figures,
        tokens: extent.unwrap_or(tokens),
        rule: "table/row",
        title: false,
        inherited: false,
        regional: None,
    })
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

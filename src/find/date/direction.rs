use std::ops::Range;

use crate::{clue::Direction, lexicon::Table, rule::Scene};

/// On which side of the publish time the words around `tokens` put it: those right beside first, then those of its sentence,
/// or of its clause alone where it is a `period`: `quý I đạt khá, dự kiến cả năm …` says nothing about when `quý I` is.
pub(super) fn direction(scene: Scene<'_>, tokens: &Range<usize>, period: bool) -> Option<Direction> {
    let at = scene.text.sentences.partition_point(|sentence| sentence.end <= tokens.start);
    let sentence = scene.text.sentences.get(at)?.tokens();
    let row = |at: usize| {
        let hit = scene.hits.longest(at, Table::Directions)?;
        let row = scene.lexicon.row(hit);
        let direction = if row.cell("direction") == "past" { Direction::Past } else { Direction::Future };
        Some((direction, row.cell("reach") == "next", at + hit.len as usize))
    };
    let beside = (tokens.start.saturating_sub(3).max(sentence.start)..tokens.start)
        .rev()
        .find_map(|at| row(at).filter(|(_, next, end)| *next && *end == tokens.start));
    if let Some((direction, ..)) = beside.or_else(|| row(tokens.end).filter(|(_, next, _)| *next)) {
        return Some(direction);
    }
    // The nearest word of the sentence decides: `đã họp ngày 5/6 và sẽ họp lại ngày 20/6`.
    let near = sentence.start.max(tokens.start.saturating_sub(REACH))..sentence.end.min(tokens.end + REACH);
    // A time that leads its sentence belongs to what follows: `đến tháng 1, dự án sẽ xong`.
    let cut = |at: usize| (tokens.end + 1..at).any(|at| matches!(scene.text.word(at), "," | ";"));
    near.filter(|at| !tokens.contains(at))
        .filter_map(|at| {
            row(at).filter(|(_, next, _)| !(*next || period && cut(at))).map(|(direction, ..)| (direction, at))
        })
        .min_by_key(|(_, at)| if *at < tokens.start { tokens.start - at } else { at + 1 - tokens.end })
        .map(|(direction, _)| direction)
}

/// How many tokens away a word of the sentence may stand.
const REACH: usize = 40;

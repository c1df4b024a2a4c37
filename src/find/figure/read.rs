use std::ops::Range;

use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::{
    find::number::Numbers,
    lexicon::{Hit, Table},
    rule::{Layer, Match, Scene},
};

/// The number read as `name`.
pub(super) fn number(read: &Match<'_>, name: &str, numbers: &Numbers) -> Option<Decimal> {
    value(read, read.tokens(name)?, numbers)
}

/// The number that begins with `tokens`.
pub(super) fn value(read: &Match<'_>, tokens: Range<usize>, numbers: &Numbers) -> Option<Decimal> {
    let (at, _) = read.scene.layers.at(Layer::Number, tokens.start)?;
    Some(numbers.get(at)?.value)
}

/// A whole number in digits or an ordinal word: `03`, `ba`.
pub(super) fn count(read: &Match<'_>, tokens: Range<usize>, numbers: &Numbers) -> Option<u32> {
    if let Some(value) = value(read, tokens.clone(), numbers) {
        return (value.scale() == 0).then(|| value.to_u32())?;
    }
    let hit = read.scene.hits.longest(tokens.start, Table::Ordinals)?;
    read.scene.lexicon.row(hit).cell("value").parse().ok()
}

/// Whether the clause goes on with a mark or a word between figures, not with a noun that the figure would count.
pub(super) fn follows_free(read: &Match<'_>) -> bool {
    let scene = read.scene;
    let end = read.tokens.end;
    let sentences = &scene.text.sentences;
    // What ends its line or its sentence counts nothing.
    let here = sentences.partition_point(|sentence| sentence.start < end);
    if here.checked_sub(1).and_then(|here| sentences.get(here)).is_some_and(|sentence| sentence.end <= end) {
        return true;
    }
    match scene.text.tokens.get(end) {
        None => true,
        Some(token) if token.shape.is_mark() => scene.text.word(end) != "%",
        Some(token) if token.shape.is_digits() => false,
        // `6 điểm du lịch`: a word between figures, but none that is measured itself.
        Some(token) => {
            token.shape.is_capital()
                || scene.hits.at(end).iter().any(|hit| links(scene, *hit))
                || matches!(scene.text.word(end), "và" | "tuyệt")
        }
    }
}

/// Whether a row goes on with the clause: an index, or a word between figures, but none that is measured itself.
fn links(scene: Scene<'_>, hit: Hit) -> bool {
    match hit.table {
        Table::Indices => true,
        Table::Marks => !matches!(scene.lexicon.row(hit).cell("kind"), "measure" | "parts"),
        _ => false,
    }
}

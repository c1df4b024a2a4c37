use std::ops::Range;

use rust_decimal::Decimal;

use crate::{
    article::Precision,
    find::{number, numeral},
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Found, Maybe, OneOf},
        Layer, Match, Scene,
    },
};

/// The numbers of a text, by their number in [`Layer::Number`].
pub(crate) type Numbers = number::Numbers;

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Amount {
    pub(crate) tokens: Range<usize>,
    pub(crate) value: Decimal,
    pub(crate) to: Option<Decimal>,
    pub(crate) unit: String,
    pub(crate) precision: Precision,
}

/// A number in digits or words.
pub(crate) const NUMBER: Item = OneOf(&[&[Found(Layer::Number)], &[Item::Table(Table::NumberWords)]]);
/// `nghìn`, `triệu`, `tỷ`
pub(crate) const SCALE: Item = Item::Table(Table::Scales);
/// A number with its scale and, where it is said, a half: `2 tỷ rưỡi`.
pub(crate) const SCALED: Item = As("scaled", &[NUMBER, Maybe(&[SCALE, Maybe(&[Any(&["rưỡi"])])])]);
/// What stands between the ends of a range.
pub(crate) const TO: Item = Any(&["-", "đến", "tới"]);

/// The value of the numbers and scales in `tokens`, the larger first: `761 tỷ 036 triệu`; and the power of the last scale.
pub(crate) fn value(read: &Match<'_>, numbers: &Numbers, tokens: Range<usize>) -> Option<(Decimal, u32)> {
    let scene = read.scene;
    let (mut sum, mut last, mut at) = (Decimal::ZERO, None, tokens.start);
    while at < tokens.end {
        let (number, end) = match scene.layers.at(Layer::Number, at) {
            Some((number, end)) => (numbers.get(number)?.value, end),
            None => (numeral::unit(scene.lexicon, scene.hits, at)?, at + 1),
        };
        at = end;
        let mut power = 0;
        if let Some(hit) = scene.hits.longest(at, Table::Scales).filter(|_| at < tokens.end) {
            power = scene.lexicon.row(hit).cell("power").parse().ok()?;
            at += hit.len as usize;
        }
        let mut value = scale(number, power)?;
        if at < tokens.end && scene.text.word(at).to_lowercase() == "rưỡi" {
            value = value.checked_add(scale(Decimal::new(5, 1), power)?)?;
            at += 1;
        }
        // The scales fall, and what stands behind a scale is smaller than one of it.
        if let Some(before) = last
            && (power >= before || value >= scale(Decimal::ONE, before)?)
        {
            return None;
        }
        last = Some(power);
        sum = sum.checked_add(value)?;
    }
    Some((sum, last?))
}

/// `value` read again where it counts what has no thousandths: a comma before three digits then parts thousands, `1,250 người`.
pub(crate) fn whole(value: Decimal, power: u32) -> Decimal {
    if power == 0 && value.scale() == 3 && value >= Decimal::ONE {
        return value.checked_mul(Decimal::ONE_THOUSAND).unwrap_or(value).normalize();
    }
    value
}

/// `number` times ten to the `power`.
pub(crate) fn scale(number: Decimal, power: u32) -> Option<Decimal> {
    if power == 0 {
        return Some(number);
    }
    number.checked_mul(Decimal::from(10_u64.checked_pow(power)?)).map(|value| value.normalize())
}

/// How exactly the amount that begins at `token` is stated: `gần 20 tỷ đồng`.
pub(crate) fn precision(scene: Scene<'_>, token: usize) -> Precision {
    // `cao hơn 12%` compares.
    const COMPARED: &[&str] =
        &["cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "nhanh", "chậm", "dài", "rộng", "tốt", "kém"];
    let word = |back: usize| token.checked_sub(back).map(|at| scene.text.word(at).to_lowercase()).unwrap_or_default();
    if word(1) == "hơn" && COMPARED.contains(&word(2).as_str()) {
        return Precision::Exact;
    }
    let before = (1..=2).rev().filter_map(|back| token.checked_sub(back));
    for at in before {
        if let Some(hit) = scene.hits.longest(at, Table::Hedges).filter(|hit| at + hit.len as usize == token) {
            return match scene.lexicon.row(hit).cell("precision") {
                "about" => Precision::About,
                "under" => Precision::Under,
                _ => Precision::Over,
            };
        }
    }
    Precision::Exact
}

use std::ops::Range;

use rust_decimal::Decimal;

use super::numeral::numerals;
use crate::{
    lexicon::{Hits, Lexicon},
    text::Text,
};

/// A number in digits: `82,89`, `1.500`, `01`.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What it says, with the decimals it is written with.
    pub(crate) value: Decimal,
}

/// The numbers of a text in order; a number's place in the list is its number in [`crate::rule::Layer::Number`].
pub(crate) type Numbers = Vec<Number>;

/// Every number of `text`, in digits or words, in order.
pub(crate) fn all(text: &Text, lexicon: &Lexicon, hits: &Hits) -> Numbers {
    let mut found = numbers(text);
    found.extend(numerals(text, lexicon, hits));
    found.sort_by_key(|number| number.tokens.start);
    found
}

/// Finds every number in digits of `text`.
///
/// A comma parts decimals and a full stop thousands; where a text writes them the other way round (`1,234.5`), the groups of three
/// tell. One group of three behind a mark may be either, and then the other numbers of the text tell how it writes them.
pub(crate) fn numbers(text: &Text) -> Numbers {
    let foreign = is_foreign(text);
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            if !text.tokens[at].shape.is_digits() {
                at += 1;
                continue;
            }
            let end = extent(text, at, sentence.end);
            if let Some((value, end)) = spaced(text, at..end, sentence.end) {
                found.push(Number { tokens: at..end, value });
                at = end;
                continue;
            }
            match value(text, at..end, foreign) {
                Some(value) => {
                    found.push(Number { tokens: at..end, value });
                    at = end;
                }
                // No number as a whole: each run of digits is one.
                None => {
                    let runs = (at..end).filter(|&run| text.tokens[run].shape.is_digits());
                    found.extend(runs.filter_map(|run| {
                        let value = text.word(run).parse().ok()?;
                        Some(Number { tokens: run..run + 1, value })
                    }));
                    at = end;
                }
            }
        }
    }
    found
}

/// Digits, and then as often as they are glued: a comma or full stop and digits.
fn extent(text: &Text, start: usize, limit: usize) -> usize {
    let glued_digits = |at: usize| at < limit && text.tokens[at].shape.is_digits() && text.tokens[at].shape.is_glued();
    let mut end = start + 1;
    while end + 1 < limit
        && matches!(text.word(end), "," | ".")
        && text.tokens[end].shape.is_glued()
        && glued_digits(end + 1)
    {
        end += 2;
    }
    end
}

/// Decimals behind a comma and a space, where the words around leave nothing else: `đạt 62, 16 điểm`.
fn spaced(text: &Text, whole: Range<usize>, limit: usize) -> Option<(Decimal, usize)> {
    let (comma, decimals, unit) = (whole.end, whole.end + 1, whole.end + 2);
    let led = whole
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(text.word(at), "đạt" | "được" | "là" | "với" | "tăng" | "giảm" | "lên" | "xuống"));
    let fits = led
        && whole.len() == 1
        && unit < limit
        && text.word(comma) == ","
        && text.tokens[comma].shape.is_glued()
        && text.tokens[decimals].shape.is_digits()
        && text.word(decimals).len() <= 2
        && matches!(text.word(unit), "điểm" | "%");
    let value = fits.then(|| format!("{}.{}", text.word(whole.start), text.word(decimals)).parse().ok()).flatten()?;
    Some((value, unit))
}

/// Whether the text parts thousands by commas and decimals by full stops: it has numbers that can mean nothing else, and none that
/// can only be Vietnamese.
fn is_foreign(text: &Text) -> bool {
    let (mut foreign, mut native) = (false, false);
    let mut at = 0;
    while at < text.tokens.len() {
        if !text.tokens[at].shape.is_digits() {
            at += 1;
            continue;
        }
        let end = extent(text, at, text.tokens.len());
        let written = text.slice(at..end);
        let groups: Vec<&str> = written.split([',', '.']).collect();
        let thousands = (1..=3).contains(&groups[0].len()) && groups.len() > 1;
        let (inner, last) = (&groups[1..groups.len().max(2) - 1], groups.last().map_or(0, |group| group.len()));
        let inner = thousands && inner.iter().all(|group| group.len() == 3);
        let counts = matches!(text.word(end), "%") || matches!(text.word(end).to_lowercase().as_str(), "tỷ" | "triệu");
        match (written.find(','), written.find('.')) {
            (Some(comma), Some(stop)) if inner => {
                foreign |= comma < stop;
                native |= stop < comma;
            }
            (Some(_), None) if groups.len() == 2 => native |= last != 3,
            (Some(_), None) if groups.len() > 2 => foreign |= inner && last == 3,
            (None, Some(_)) if groups.len() == 2 => foreign |= counts && last != 3,
            (None, Some(_)) if groups.len() > 2 => native |= inner && last == 3,
            _ => {}
        }
        at = end.max(at + 1);
    }
    foreign && !native
}

fn value(text: &Text, tokens: Range<usize>, foreign: bool) -> Option<Decimal> {
    let written = text.slice(tokens);
    let groups: Vec<&str> = written.split([',', '.']).collect();
    let marks: Vec<char> = written.chars().filter(|c| matches!(c, ',' | '.')).collect();
    let thousands =
        |from: usize, to: usize| (1..=3).contains(&groups[0].len()) && groups[from..to].iter().all(|g| g.len() == 3);
    let whole = |to: usize| groups[..to].concat();
    let read = match marks.as_slice() {
        [] => whole(1),
        ['.'] if thousands(1, 2) && groups[0] != "0" && !foreign => whole(2),
        [','] if thousands(1, 2) && groups[0] != "0" && foreign => whole(2),
        [_] => format!("{}.{}", groups[0], groups[1]),
        many => {
            let (last, rest) = many.split_last()?;
            let same = rest.iter().all(|mark| *mark == rest[0]);
            let parts = groups.len();
            if same && *last == rest[0] && thousands(1, parts) {
                whole(parts)
            } else if same && *last != rest[0] && thousands(1, parts - 1) {
                format!("{}.{}", whole(parts - 1), groups[parts - 1])
            } else {
                return None;
            }
        }
    };
    read.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::numbers;
    use crate::{
        article::BlockKind,
        text::{TextBuilder, Vocabulary},
    };

    fn values(text: &str) -> Vec<String> {
        let mut builder = TextBuilder::default();
        builder.push(BlockKind::Paragraph, text);
        numbers(&builder.finish(&Vocabulary::default())).iter().map(|n| n.value.to_string()).collect()
    }

    #[test]
    fn other_numbers_of_the_text_tell_what_a_mark_parts() {
        assert_eq!(values("tăng 2.5%, đạt 2,372 tỷ và 42.269 điểm"), ["2.5", "2372", "42.269"]);
        assert_eq!(values("1,250,000 người, 3,500 hộ"), ["1250000", "3500"]);
        assert_eq!(values("tăng 2,5%, đạt 2,372 tỷ và 42.269 người"), ["2.5", "2.372", "42269"]);
        // Both ways in one text: each mark is what it is in Vietnamese.
        assert_eq!(values("tăng 2.5%, giảm 1,5%, đạt 2,372 tỷ"), ["2.5", "1.5", "2.372"]);
    }

    #[test]
    fn separators_are_told_by_their_groups() {
        assert_eq!(values("82,89 và 82,90 và 01"), ["82.89", "82.90", "1"]);
        assert_eq!(values("1.500 tỷ; 1.234,5 ha; 1,234.5 km; 1.234.567 đồng"), ["1500", "1234.5", "1234.5", "1234567"]);
        assert_eq!(values("0,6077 điểm; 0.607 điểm; 48,811"), ["0.6077", "0.607", "48.811"]);
        assert_eq!(values("30.4.2017"), ["30", "4", "2017"]);
        assert_eq!(values("đạt 62, 16 điểm; tăng 1, 5%"), ["62.16", "1.5"]);
        assert_eq!(values("các tổ 62, 16 điểm danh; ngày 1, 5 và 6"), ["62", "16", "1", "5", "6"]);
    }
}

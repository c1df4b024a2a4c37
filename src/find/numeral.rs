use std::ops::Range;

use rust_decimal::Decimal;

use super::number::Number;
use crate::{
    lexicon::{Hits, Lexicon, Table},
    text::Text,
};

/// Finds numbers in words: `hai mươi mốt`, `một nghìn không trăm linh năm`.
///
/// A unit alone (`hai`) is left to the rules that know what it counts: too many words are spelled so (`năm`, `ba`, `tư`).
pub(crate) fn numerals(text: &Text, lexicon: &Lexicon, hits: &Hits) -> Vec<Number> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            match (Reader { lexicon, hits, end: sentence.end }).numeral(at) {
                Some((tokens, value)) => {
                    at = tokens.end;
                    found.push(Number { tokens, value: Decimal::from(value) });
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The value of the unit that stands alone at `token`: `hai`.
pub(crate) fn unit(lexicon: &Lexicon, hits: &Hits, token: usize) -> Option<Decimal> {
    let reader = Reader { lexicon, hits, end: token + 1 };
    reader
        .word(token)
        .filter(|word| word.place == "unit" && word.value > 0 && word.only != "tens")
        .map(|word| Decimal::from(word.value))
}

struct Word {
    value: u32,
    place: &'static str,
    only: &'static str,
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    hits: &'a Hits,
    end: usize,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<Word> {
        let hit = (at < self.end).then(|| self.hits.longest(at, Table::NumberWords)).flatten()?;
        let row = self.lexicon.row(hit);
        Some(Word { value: row.cell("value").parse().ok()?, place: row.cell("place"), only: row.cell("only") })
    }

    fn numeral(&self, start: usize) -> Option<(Range<usize>, u32)> {
        let (mut at, mut value) = self.below_thousand(start, false)?;
        if self.word(at).is_some_and(|word| word.place == "thousands") && value > 0 {
            value *= 1000;
            at += 1;
            if let Some((end, rest)) = self.below_thousand(at, true) {
                value += rest;
                at = end;
            }
        }
        let alone = at == start + 1 && self.word(start).is_none_or(|word| word.place != "ten");
        (!alone).then_some((start..at, value))
    }

    /// `ba trăm linh năm`, `hai mươi mốt`, `mười lăm`; behind the thousands only with its hundreds or `linh`.
    fn below_thousand(&self, start: usize, behind: bool) -> Option<(usize, u32)> {
        let first = self.word(start)?;
        let second = self.word(start + 1);
        let counts = |place: &str| {
            first.place == "unit" && first.only != "tens" && second.as_ref().is_some_and(|word| word.place == place)
        };
        if counts("hundreds") {
            let value = first.value * 100;
            let rest = self.below_hundred(start + 2, true);
            return Some(rest.map_or((start + 2, value), |(end, rest)| (end, value + rest)));
        }
        match self.below_hundred(start, behind) {
            Some((end, value)) if value > 0 => Some((end, value)),
            _ => None,
        }
    }

    fn below_hundred(&self, start: usize, behind: bool) -> Option<(usize, u32)> {
        let first = self.word(start)?;
        let second = self.word(start + 1);
        match first.place {
            "ten" => Some(self.with_unit(start + 1, first.value)),
            "unit" if second.as_ref().is_some_and(|word| word.place == "tens") && first.value > 1 => {
                Some(self.with_unit(start + 2, first.value * 10))
            }
            // `linh năm` behind hundreds
            "zero" if behind => {
                let unit = second.filter(|word| word.place == "unit" && word.value > 0)?;
                Some((start + 2, unit.value))
            }
            // `hai lăm`, `ba mốt`: the tens left out
            "unit"
                if second.as_ref().is_some_and(|word| word.only == "tens" && word.value != 4)
                    && first.value > 1
                    && first.only != "tens" =>
            {
                Some((start + 2, first.value * 10 + second?.value))
            }
            "unit" if !behind && first.only != "tens" => Some((start + 1, first.value)),
            _ => None,
        }
    }

    /// The tens with the unit behind them; `năm` behind tens is a year, not five.
    fn with_unit(&self, at: usize, tens: u32) -> (usize, u32) {
        match self.word(at).filter(|word| word.place == "unit" && word.only != "zero" && word.value > 0) {
            Some(word) => (at + 1, tens + word.value),
            None => (at, tens),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::numerals;
    use crate::{
        article::BlockKind,
        lexicon::Lexicon,
        text::{TextBuilder, Vocabulary},
    };

    fn values(text: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::load(&mut vocabulary);
        let mut builder = TextBuilder::default();
        builder.push(BlockKind::Paragraph, text);
        let text = builder.finish(&vocabulary);
        numerals(&text, &lexicon, &lexicon.scan(&text))
            .iter()
            .map(|n| format!("{}={}", text.slice(n.tokens.clone()), n.value))
            .collect()
    }

    #[test]
    fn numbers_in_words_are_read() {
        for (text, wanted) in [
            ("có hai mươi mốt xã", "hai mươi mốt=21"),
            ("mười lăm hộ", "mười lăm=15"),
            ("một nghìn không trăm linh năm người", "một nghìn không trăm linh năm=1005"),
            ("hai ngàn lẻ ba", "hai ngàn lẻ ba=2003"),
            ("ba trăm sáu mươi lăm ngày", "ba trăm sáu mươi lăm=365"),
            ("hăm ba tháng Chạp", "hăm ba=23"),
            ("bẩy mươi tư", "bẩy mươi tư=74"),
            ("ba mốt tuổi", "ba mốt=31"),
            ("hai mươi năm qua", "hai mươi=20"),
            ("mười năm", "mười=10"),
        ] {
            assert_eq!(values(text), [wanted], "{text}");
        }
    }

    #[test]
    fn single_units_and_other_words_are_none() {
        for text in ["hai bên", "năm nay", "một số", "thứ tư", "trăm hoa", "không ai"] {
            assert!(values(text).is_empty(), "{text}: {:?}", values(text));
        }
    }
}

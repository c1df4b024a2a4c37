//! Letters that stand in for Vietnamese ones which look alike or share their byte in another code page: `Ðảng` for `Đảng`.

use super::{evidence::is_abbreviation, syllable::is_syllable};

/// The letter that `c` stands in for.
///
/// `Ð` (eth) looks like `Đ`, `ƣ` (gha) has the place of `ư` in old fonts; `ŕ`, `ę` … have in windows-1250 the bytes of `à`, `ê` … .
fn meant(c: char) -> Option<char> {
    Some(match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        'Ƣ' => 'Ư',
        'ƣ' => 'ư',
        'ŕ' => 'à',
        'Ŕ' => 'À',
        'č' => 'è',
        'Č' => 'È',
        'ę' => 'ê',
        'Ę' => 'Ê',
        'ě' => 'ì',
        'Ě' => 'Ì',
        'ň' => 'ò',
        'Ň' => 'Ò',
        'ő' => 'õ',
        'Ő' => 'Õ',
        'ů' => 'ù',
        'Ů' => 'Ù',
        _ => return None,
    })
}

/// `text` with the stand-ins replaced, in words that are Vietnamese only so, within Vietnamese text; and how many they were.
///
/// Tags are passed over: an address is not prose.
pub(super) fn mend(text: &str, markup: bool) -> Option<(String, usize)> {
    if !text.bytes().zip(text.bytes().skip(1)).any(|pair| is_suspicious(pair.0, pair.1)) {
        return None;
    }
    if !text.chars().any(|c| matches!(c, 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'đ' | 'Đ' | 'Ạ'..='ỹ')) {
        return None;
    }
    let central = text.matches(['ŕ', 'ę', 'ě', 'ň', 'ů']).count() > 2;
    let mut mended = String::with_capacity(text.len());
    let mut count = 0;
    let mut tag = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        let (word, after) = rest.split_at(length);
        match c {
            '<' => tag = markup && after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')),
            '>' => tag = false,
            _ => {}
        }
        match (!tag).then(|| reading(word, central)).flatten() {
            Some(reading) => {
                mended.push_str(&reading);
                count += 1;
            }
            None => mended.push_str(word),
        }
        rest = after;
    }
    (count > 0).then_some((mended, count))
}

/// The word meant by one with stand-ins. Where the text was read as windows-1250 (`central`), `đă` is `đã`: no syllable ends in ă.
fn reading(word: &str, central: bool) -> Option<String> {
    let open = central && word.ends_with(['ă', 'Ă']);
    if word.is_ascii() || !(open || word.chars().any(|c| meant(c).is_some())) {
        return None;
    }
    let read = word.chars().map(|c| match c {
        'ă' if open => 'ã',
        'Ă' if open => 'Ã',
        _ => meant(c).unwrap_or(c),
    });
    let read: String = read.collect();
    (is_syllable(&read) || is_abbreviation(&read)).then_some(read)
}

/// Whether two bytes of UTF-8 are a stand-in.
const fn is_suspicious(lead: u8, next: u8) -> bool {
    match lead {
        0xC3 => matches!(next, 0x90 | 0xB0),
        0xC4 => matches!(next, 0x8C | 0x8D | 0x98..=0x9B),
        0xC5 => matches!(next, 0x87 | 0x88 | 0x90 | 0x91 | 0x94 | 0x95 | 0xAE | 0xAF),
        0xC6 => matches!(next, 0x89 | 0xA2 | 0xA3),
        0xC9 => next == 0x96,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins() {
        let mend = |text: &str| mend(text, true).map(|mended| mended.0);
        assert_eq!(mend("Ðảng bộ tỉnh, HÐND").as_deref(), Some("Đảng bộ tỉnh, HĐND"));
        assert_eq!(mend("đƣợc nhƣ").as_deref(), Some("được như"));
        assert_eq!(mend("Ngŕy 5, Chủ tịch nói về těnh hěnh").as_deref(), Some("Ngày 5, Chủ tịch nói về tình hình"));
        assert_eq!(mend("Ngŕy vŕ těnh hěnh đă được").as_deref(), Some("Ngày và tình hình đã được"));
        assert_eq!(mend("Ông Dvořák và ông Ðorđe, bà Ůžka đến"), None);
        assert_eq!(mend("Ísland, Ðórdís, það"), None, "no Vietnamese around");
        assert_eq!(mend("<a href='/Ðảng'>Đảng</a>"), None, "an address");
    }
}

//! NFC, and combining marks that NFC leaves alone: in the wrong order, doubled, or behind a space.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::syllable::is_syllable;

/// `text` in NFC, with misplaced Vietnamese marks put right; and how many these were. Nothing where nothing changes.
pub(super) fn compose(text: &str) -> Option<(String, usize)> {
    let doubtful = first_doubtful(text)?;
    // Back to the letter that a mark may stand on.
    let from = text[..doubtful].char_indices().next_back().map_or(0, |(at, _)| at);
    if is_nfc_quick(text[from..].chars()) == IsNormalized::Yes {
        return None;
    }
    let composed: String = text.nfc().collect();
    let (settled, count) = settle(&composed);
    let result = if count > 0 { settled.nfc().collect() } else { composed };
    (result != text).then_some((result, count))
}

/// The first sign that need not be in NFC. Below U+0300, in the Vietnamese block and in common punctuation everything is.
fn first_doubtful(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|&byte| byte >= 0xCC).map(|at| from + at) {
        let (second, third) = (bytes.get(at + 1).copied()?, bytes.get(at + 2).copied().unwrap_or_default());
        let fine = match bytes[at] {
            0xE1 => matches!(second, 0xBA | 0xBB),
            0xE2 => second == 0x80 && third > 0x81,
            _ => false,
        };
        if !fine {
            return Some(at);
        }
        from = at + 3;
    }
    None
}

/// Puts Vietnamese marks that stand alone after NFC onto their letter.
fn settle(text: &str) -> (String, usize) {
    let mut settled = String::with_capacity(text.len());
    let mut count = 0;
    for c in text.chars() {
        let mended = is_mark(c) && (join(&mut settled, c) || join_over_space(&mut settled, c));
        if mended {
            count += 1;
        } else {
            settled.push(c);
        }
    }
    (settled, count)
}

/// Puts `mark` onto the last letter of `text`, though another mark came first (`é` + circumflex), or drops it where the letter has it.
fn join(text: &mut String, mark: char) -> bool {
    let Some(last) = text.chars().next_back() else { return false };
    let mut marks: Vec<char> = [last].into_iter().nfd().collect();
    if !marks.contains(&mark) {
        marks.insert(1, mark);
    }
    let mut joined = marks.into_iter().nfc();
    let (Some(letter), None) = (joined.next(), joined.next()) else { return false };
    text.truncate(text.len() - last.len_utf8());
    text.push(letter);
    true
}

/// Puts `mark` onto the word before a space, where it makes a syllable of it: `bi` + space + dot below is `bị` + space.
fn join_over_space(text: &mut String, mark: char) -> bool {
    let Some(before) = text.strip_suffix([' ', '\u{A0}']) else { return false };
    let start = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let word: String = before[start..].chars().chain([mark]).nfc().collect();
    if !is_syllable(&word) {
        return false;
    }
    let space = text.split_off(before.len());
    text.truncate(start);
    text.push_str(&word);
    text.push_str(&space);
    true
}

/// A combining mark of Vietnamese.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31B}' | '\u{323}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_find_their_letter() {
        let cases = [
            ("Ủy ban “nhân dân” – tỉnh…", None),
            ("Tie\u{302}\u{301}ng", Some("Tiếng")),
            ("Ti\u{E9}\u{302}ng", Some("Tiếng")),
            ("Tiế\u{301}ng", Some("Tiếng")),
            ("bi \u{323}áp", Some("bị áp")),
            ("gi \u{300}đến", Some("gì đến")),
            ("b\u{33C}.", None),
            ("\u{301}a", None),
            ("日本 e\u{301}", Some("日本 é")),
        ];
        for (text, composed) in cases {
            assert_eq!(compose(text).map(|c| c.0).as_deref(), composed, "{text:?}");
        }
    }
}

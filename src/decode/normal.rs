//! NFC, and combining marks that NFC leaves alone: in the wrong order, doubled, or behind a space.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::syllable::is_syllable;

/// `text` in NFC, with misplaced Vietnamese marks put right; and how many these were. Nothing where nothing changes.
///
/// Only the neighbourhood of what may change is touched, so that a long page with one loose mark costs no more than a clean one.
pub(super) fn compose(text: &str) -> Option<(String, usize)> {
    let mut next = first_doubtful(text, 0);
    let mut composed = String::new();
    let (mut end, mut settled, mut changed) = (0, 0, false);
    while let Some(at) = next {
        // The letter before may take a mark; what is not doubtful begins anew.
        let start = text[end..at].char_indices().next_back().map_or(at, |(before, _)| end + before);
        let length: usize = text[at..].chars().take_while(|&c| is_doubtful(c)).map(char::len_utf8).sum();
        let cluster = &text[start..at + length];
        if is_nfc_quick(cluster.chars()) == IsNormalized::Yes {
            composed.push_str(&text[end..at + length]);
        } else {
            composed.push_str(&text[end..start]);
            let before = composed.len();
            for c in cluster.nfc() {
                if is_mark(c) && (join(&mut composed, c) || join_over_space(&mut composed, c)) {
                    settled += 1;
                } else {
                    composed.push(c);
                }
            }
            changed |= composed.get(before..) != Some(cluster);
        }
        end = at + length;
        next = first_doubtful(text, end);
    }
    if !changed {
        return None;
    }
    composed.push_str(&text[end..]);
    // A mark that moved may stand before others now.
    Some((if settled > 0 { composed.nfc().collect() } else { composed }, settled))
}

/// Where after `from` the first sign stands that need not be in NFC.
fn first_doubtful(text: &str, mut from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        let at = from + bytes.get(from..)?.iter().position(|&byte| byte >= 0xCC)?;
        let c = text.get(at..)?.chars().next()?;
        if is_doubtful(c) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
}

/// Whether `c` need not be in NFC. Below U+0300, among Vietnamese letters and in common punctuation everything is.
const fn is_doubtful(c: char) -> bool {
    c >= '\u{300}' && !matches!(c, '\u{1E80}'..='\u{1EFF}' | '\u{2002}'..='\u{203F}')
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

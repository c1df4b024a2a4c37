//! Text set in a legacy font: Unicode letters that stand for others (`Hµ Néi` in `.VnTime` shows `Hà Nội`).

use super::{
    evidence::{self, Evidence, Sense, Word, is_western_letter, words},
    legacy::Legacy,
    syllable::{has_plain_case, is_shaped_as_syllable},
};

/// Mends `text` where it is certain that it was set in a legacy font; `font` is the font's name, where the markup tells.
pub(super) fn mend(text: &str, font: Option<&str>) -> Option<String> {
    if let Some((encoding, capitals)) = font.and_then(Legacy::from_font) {
        let evidence = Evidence::weigh(text, encoding);
        if evidence.agrees() {
            let mended = convert(text, encoding, &evidence);
            return Some(if capitals { mended.to_uppercase() } else { mended });
        }
    }
    if !is_suspicious(text) {
        return None;
    }
    let (encoding, evidence) = evidence::best(text)?;
    Some(convert(text, encoding, &evidence))
}

/// Whether the small letters of `font` look like capitals: `.VnTimeH`.
pub(super) fn shows_capitals(font: &str) -> bool {
    Legacy::from_font(font).is_some_and(|(_, capitals)| capitals)
}

/// The encoding of a bare text that was set in a legacy font as a whole, and the text mended.
pub(super) fn mend_whole(text: &str) -> Option<(Legacy, String)> {
    let (encoding, evidence) = evidence::best(text).filter(|(_, evidence)| evidence.prevails())?;
    Some((encoding, convert(text, encoding, &evidence)))
}

/// Whether `text` has letters that its own language would hardly put there. Cheap: this is asked of every block of every page.
pub(super) fn is_suspicious(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| matches!(byte, 0xC2 | 0xC3)).map(|at| from + at) {
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let sign = bytes.get(at + 1).copied().unwrap_or_default();
        let after = bytes.get(at + 2).copied().unwrap_or(b' ');
        let odd = if bytes[at] == 0xC2 {
            sign > 0xA0 && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic())
        } else {
            is_unusual(before, sign)
        };
        if odd {
            return true;
        }
        from = at + 2;
    }
    false
}

/// Whether the letter U+00C0 + (`sign` - 0x80) is not Vietnamese, or stands where Vietnamese has none: `aù`, `chÝnh`.
fn is_unusual(before: u8, sign: u8) -> bool {
    let capital = sign < 0xA0;
    let small = sign | 0x20;
    let vietnamese = matches!(small, 0xA0..=0xA3 | 0xA8..=0xAA | 0xAC | 0xAD | 0xB2..=0xB5 | 0xB9 | 0xBA | 0xBD);
    !vietnamese
        || (capital && before.is_ascii_lowercase())
        || match before.to_ascii_lowercase() {
            b'a' | b'e' | b'y' => true,
            b'o' => !matches!(small, 0xA0 | 0xA1 | 0xA3 | 0xA8 | 0xA9),
            b'u' => matches!(small, 0xB5 | 0xB9 | 0xBA),
            _ => false,
        }
}

/// Reads the words of `text` in `encoding`, all but those that make sense as they stand.
pub(super) fn convert(text: &str, encoding: Legacy, evidence: &Evidence) -> String {
    let words: Vec<Word> = words(text, encoding).collect();
    let following = following(&words);
    let mut mended = String::with_capacity(text.len());
    let mut end = 0;
    let mut previous = None;
    for (word, next) in words.iter().zip(following) {
        let spelt = &text[word.start..word.end];
        // A word that could be either follows its neighbours; where these differ it stays, unless nearly all words are legacy ones.
        let around = match (previous, next) {
            (Some(one), Some(other)) if one != other => evidence.legacy > 4 * evidence.native,
            (Some(one), _) | (None, Some(one)) => one == Sense::Legacy,
            (None, None) => true,
        };
        let read = word.read.as_deref().filter(|read| match word.sense {
            Sense::Legacy => true,
            Sense::Native => false,
            Sense::Open => around && !is_sign(spelt),
            Sense::Odd => around && !looks_western(spelt, read),
        });
        mended.push_str(&text[end..word.start]);
        match read {
            Some(read) if encoding == Legacy::Tcvn3 && in_capitals(text, word) => mended.push_str(&read.to_uppercase()),
            Some(read) => mended.push_str(read),
            None => mended.push_str(spelt),
        }
        end = word.end;
        if matches!(word.sense, Sense::Legacy | Sense::Native) {
            previous = Some(word.sense);
        }
    }
    mended.push_str(&text[end..]);
    mended
}

/// For each word, what the next word that can tell says.
fn following(words: &[Word]) -> Vec<Option<Sense>> {
    let mut next = None;
    let mut senses: Vec<_> = words
        .iter()
        .rev()
        .map(|word| {
            let following = next;
            if matches!(word.sense, Sense::Legacy | Sense::Native) {
                next = Some(word.sense);
            }
            following
        })
        .collect();
    senses.reverse();
    senses
}

/// A sign that stands for itself when alone: a bullet, a closing quotation mark.
fn is_sign(spelt: &str) -> bool {
    matches!(spelt, "·" | "»" | "©" | "´" | "¨")
}

/// A foreign word that kept its own letters: `François`, `Müller`, `Windows®`; not a slip of the pen, `ccña` for `cña`.
fn looks_western(spelt: &str, read: &str) -> bool {
    let bare = spelt.trim_end_matches(['®', '©']);
    has_plain_case(bare) && bare.chars().all(is_western_letter) && !is_shaped_as_syllable(read)
}

/// Whether a TCVN3 word is all capitals, as far as its letters can tell: `NH¢N`; in `Vµ` they cannot, and its neighbours decide.
fn in_capitals(text: &str, word: &Word) -> bool {
    match capitals(&text[word.start..word.end]) {
        Some(2..) => true,
        Some(1) => {
            let before = text[..word.start].trim_end_matches(is_space).rsplit(is_gap).next();
            let after = text[word.end..].trim_start_matches(is_space).split(is_gap).next();
            let (before, after) = (before.filter(|other| !other.is_empty()), after.filter(|other| !other.is_empty()));
            before.or(after).is_some() && [before, after].into_iter().flatten().all(|other| capitals(other) >= Some(2))
        }
        _ => false,
    }
}

/// How many capitals a TCVN3 word has, if it has no small letters; vowels with tones are neither.
fn capitals(spelt: &str) -> Option<usize> {
    let small = spelt.chars().any(|c| c.is_ascii_lowercase() || matches!(c, '\u{A8}'..='\u{AE}'));
    (!small).then(|| spelt.chars().filter(|c| c.is_ascii_uppercase() || matches!(c, '\u{A1}'..='\u{A7}')).count())
}

/// What parts words of one line.
fn is_space(c: char) -> bool {
    is_gap(c) && !matches!(c, '\n' | '<' | '>')
}

/// What parts words.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_in_legacy_fonts() {
        let cases = [
            ("Bé Tµi chÝnh", None, Some("Bộ Tài chính")),
            ("Haø Noäi, ngaøy 5 thaùng 6", None, Some("Hà Nội, ngày 5 tháng 6")),
            ("ñy ban nh©n d©n", Some(".VnTimeH"), Some("ỦY BAN NHÂN DÂN")),
            ("QUYÕT §ÞNH CñA Bé TR¦ëNG", None, Some("QUYẾT ĐỊNH CỦA BỘ TRƯỞNG")),
            ("Bé", Some(".VnTime"), Some("Bộ")),
            ("Bé", None, None),
            ("Bộ Tài chính", Some(".VnTime"), None),
            ("ông François và bà Müller", None, None),
            ("Diện tích 12 m², nhiệt độ 30°C · độ ẩm 80%", None, None),
        ];
        for (text, font, mended) in cases {
            assert_eq!(mend(text, font).as_deref(), mended, "{text:?} in {font:?}");
        }
    }

    #[test]
    fn foreign_words_and_unicode_stay_among_legacy_words() {
        let text = "¤ng François nãi t¹i héi nghÞ ccña ñy ban tØnh vÒ m¹ng Windows®, b¶o mËt vµ ch÷ ký";
        assert_eq!(
            mend(text, None).as_deref(),
            Some("Ông François nói tại hội nghị ccủa ủy ban tỉnh về mạng Windows®, bảo mật và chữ ký")
        );
        let text = "Đồng chí Chủ tịch nói: «ng NguyÔn V¨n An, tr\u{AD}ëng phßng kÕ ho¹ch, sÏ chñ tr×";
        assert_eq!(
            mend(text, None).as_deref(),
            Some("Đồng chí Chủ tịch nói: ông Nguyễn Văn An, trưởng phòng kế hoạch, sẽ chủ trì")
        );
    }
}

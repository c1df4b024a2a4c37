//! UTF-8 that was read as Western text and stored as UTF-8 again: `Tá»‰nh á»§y` for `Tỉnh ủy`.

use super::legacy::western_code;

/// `text` with its twice-encoded letters read once more, if it is certain that it has such; and how many they were.
pub(super) fn mend(text: &str) -> Option<(String, usize)> {
    starts(text).next()?;
    let mut mended = String::with_capacity(text.len());
    let (mut end, mut letters, mut long, mut odd) = (0, 0, 0, 0);
    for at in starts(text) {
        if at < end {
            continue;
        }
        match sequence(&text[at..]) {
            Some((letter, length)) if is_vietnamese(letter) => {
                mended.push_str(&text[end..at]);
                mended.push(letter);
                end = at + length;
                letters += 1;
                long += usize::from(letter.len_utf8() == 3);
            }
            // A no-break space that became a plain one: `lÃ  ` for `là `. One of two spaces was the letter's.
            None if text[at..].starts_with("Ã ") => {
                mended.push_str(&text[end..at]);
                mended.push('à');
                end = at + 'Ã'.len_utf8() + usize::from(text[at..].starts_with("Ã  "));
            }
            _ => odd += 1,
        }
    }
    mended.push_str(&text[end..]);
    ((letters >= 2 || long >= 1) && odd * 4 <= letters).then_some((mended, letters))
}

/// Where a letter stands that could be the first byte of a Vietnamese letter, with another sign outside ASCII behind it.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + bytes.get(from..)?.iter().position(|&byte| byte == 0xC3)?;
            from = at + 2;
            let (lead, next) = (bytes.get(at + 1)?, bytes.get(at + 2).copied().unwrap_or_default());
            // Â Ã Ä Å Æ Ì Í, á â
            let first = matches!(lead, 0x82..=0x86 | 0x8C | 0x8D | 0xA1 | 0xA2);
            if first && (next >= 0xC2 || (*lead == 0x83 && next == b' ')) {
                return Some(at);
            }
        }
    })
}

/// The letter that the signs at the head of `text` are the bytes of, and how long these are.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 3];
    let mut wanted = 1;
    let mut length = 0;
    let mut chars = text.chars();
    let mut at = 0;
    while at < wanted {
        let c = chars.next()?;
        bytes[at] = western_code(c)?;
        length += c.len_utf8();
        if at == 0 {
            wanted = if bytes[0] >= 0xE0 { 3 } else { 2 };
        }
        at += 1;
    }
    let letter = std::str::from_utf8(&bytes[..wanted]).ok()?.chars().next()?;
    Some((letter, length))
}

/// Vietnamese letters, their combining marks, and the punctuation of print: what a Vietnamese text has outside ASCII.
fn is_vietnamese(c: char) -> bool {
    matches!(c,
        '\u{A0}' | '«' | '»' | '°' | '²' | '³' | '·' | 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
        | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ'
        | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31B}' | '\u{323}'
        | 'Ạ'..='ỹ' | '‐'..='\u{2026}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::legacy::western_char;

    fn twice(text: &str) -> String {
        text.bytes().map(western_char).collect()
    }

    #[test]
    fn twice_encoded_text_is_read_once_more() {
        let text = "Ủy ban nhân dân tỉnh Cao Bằng: “đường là của dân”";
        assert_eq!(mend(&twice(text)).map(|(text, _)| text).as_deref(), Some(text));
        assert_eq!(mend("lÃ  cá»§a").map(|(text, _)| text).as_deref(), Some("là của"));
        let mixed = format!("Cơ quan: {}", twice("Sở Nội vụ"));
        assert_eq!(mend(&mixed).map(|(text, _)| text).as_deref(), Some("Cơ quan: Sở Nội vụ"));
    }

    #[test]
    fn other_text_stays() {
        for text in ["Đà Nẵng", "NÃO", "Ä Ö Ü", "SÃO PAULO", "Âu Cơ “Á Âu” là", "Cã “Ã”", "Å“ œuvre"]
        {
            assert_eq!(mend(text), None, "{text}");
        }
    }
}

//! Case and spelling that carry no meaning are folded before words are compared.

/// The form in which words are compared: lower case, the old tone placement (`uỷ` = `ủy`, `hoà` = `hòa`), plain dashes and quotes, `Ð` as `Đ`.
///
/// `Uỷ` and `ủy` both give `ủy`; `–` gives `-`; `“` gives `"`.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// As [`fold`], into a buffer that is cleared first.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    out.clear();
    let mut previous = None;
    for c in word.chars() {
        let c = fold_char(c);
        // The new placement puts the tone on the second vowel of oa, oe, uy; the old one on the first.
        if let Some((plain, toned)) = previous.and_then(|first| old_placement(first, c)) {
            out.pop();
            out.push(toned);
            out.push(plain);
            previous = None;
            continue;
        }
        out.push(c);
        previous = Some(c);
    }
}

fn fold_char(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '`' => '\'',
        '\0'..='\u{7f}' => c,
        'Ð' | 'ð' | 'Đ' => 'đ',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '´' => '\'',
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    }
}

/// `o` + `à` → (`a`, `ò`): the second vowel without its tone, the first with it.
fn old_placement(first: char, second: char) -> Option<(char, char)> {
    const TONED: [(char, char, &str, &str); 3] =
        [('o', 'a', "àáảãạ", "òóỏõọ"), ('o', 'e', "èéẻẽẹ", "òóỏõọ"), ('u', 'y', "ỳýỷỹỵ", "ùúủũụ")];
    if second.is_ascii() || !matches!(first, 'o' | 'u') {
        return None;
    }
    TONED.iter().filter(|row| row.0 == first).find_map(|(_, plain, seconds, firsts)| {
        let at = seconds.chars().position(|c| c == second)?;
        Some((*plain, firsts.chars().nth(at)?))
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spelling_that_means_the_same_folds_to_one_form() {
        for (a, b) in [
            ("Uỷ", "ủy"),
            ("HOÀ", "hòa"),
            ("Thuỷ", "thủy"),
            ("khoẻ", "khỏe"),
            ("–", "-"),
            ("Ðảng", "đảng"),
            ("“", "\""),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
    }

    #[test]
    fn words_that_differ_stay_apart() {
        for (a, b) in [("hòa", "hoa"), ("toán", "toan"), ("tuyến", "tuyên")] {
            assert_ne!(fold(a), fold(b), "{a} and {b}");
        }
    }
}

/// Whether `word` can be one syllable of Vietnamese: an onset, one run of vowels, a coda. `Obama`, `Trump`, `Zeman` cannot.
pub(crate) fn is_vietnamese(word: &str) -> bool {
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let (Some(from), Some(to)) =
        (letters.iter().position(|c| is_vowel(*c)), letters.iter().rposition(|c| is_vowel(*c)))
    else {
        return false;
    };
    let text = |range: std::ops::Range<usize>| letters.get(range).unwrap_or_default().iter().collect::<String>();
    // `qu` and `gi` write consonants with a vowel's letter.
    let (onset, rhyme, coda) = (text(0..from), text(from..to + 1), text(to + 1..letters.len()));
    ONSETS.contains(&onset.as_str())
        && CODAS.contains(&coda.as_str())
        && rhyme.chars().all(is_vowel)
        && rhyme.chars().count() <= 3
        && (rhyme.chars().count() < 2 || !FOREIGN_RHYMES.contains(&rhyme.as_str()))
}

const ONSETS: &[&str] = &[
    "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r",
    "s", "t", "th", "tr", "v", "x",
];
const CODAS: &[&str] = &["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
const FOREIGN_RHYMES: &[&str] =
    &["ee", "oo", "ou", "ea", "ei", "io", "aa", "ii", "ae", "ie", "au_", "ue_", "eu", "iu_"];

fn is_vowel(c: char) -> bool {
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ".contains(c)
}

/// Whether no letter of `word` is a vowel: `HCM`, `TP`.
pub(crate) fn has_no_vowel(word: &str) -> bool {
    word.chars().count() > 1 && !word.chars().flat_map(char::to_lowercase).any(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::is_vietnamese;

    #[test]
    fn syllables_of_the_language_are_told_from_others() {
        for word in ["Nguyễn", "Khuyên", "Hòa", "Uyên", "Ý", "Nghĩa", "Quyết", "Giang", "Thuý", "LÊ"] {
            assert!(is_vietnamese(word), "{word}");
        }
        for word in ["Obama", "Trump", "Zeman", "Putin", "Widodo", "Scott", "Jens", "Microsoft", "Lee", "Abe"] {
            assert!(!is_vietnamese(word), "{word}");
        }
    }
}

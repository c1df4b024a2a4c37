//! How a Vietnamese syllable is built: onset + rhyme + tone. This tells right readings of bytes from wrong ones.

use std::{collections::BTreeMap, sync::LazyLock};

use unicode_normalization::char::decompose_canonical;

/// The consonants that begin a syllable, longest first; a syllable may begin with none.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// The longest syllable, `nghiêng`, and one letter to spare.
const LONGEST: usize = 8;

/// The tone that a letter bears: `ế` has `Acute` on `ê`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tone {
    #[default]
    Level,
    Acute,
    Grave,
    Hook,
    Tilde,
    Dot,
}

/// Whether `word` can be a Vietnamese syllable: `nghiêng`, `Quyết`, `ĐƯỢC`, not `céng`, `Müller`, `chÝnh`.
///
/// Its case must be that of a word in a text: all small, all capitals, or one capital first.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut bare = ['\0'; LONGEST];
    let mut length = 0;
    let mut tone = None;
    for c in word.chars() {
        let (Some(slot), Some((letter, own))) = (bare.get_mut(length), parts(c)) else { return false };
        *slot = letter;
        if own != Tone::Level && tone.replace((length, own)).is_some() {
            return false;
        }
        length += 1;
    }
    let bare = &bare[..length];
    has_plain_case(word) && ONSETS.iter().any(|onset| fits(bare, onset, tone))
}

/// Whether `word` is written as words in a text are: `nghị`, `Nghị`, `NGHỊ`, not `nghỊ`.
pub(super) fn has_plain_case(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let (mut small, mut capital) = (false, false);
    for c in letters {
        small |= c.is_lowercase();
        capital |= c.is_uppercase();
    }
    !capital || (first && !small)
}

/// Whether `word` has the outline of a syllable, though it may be misspelt: consonants, vowels, and what may end a syllable: `ccủa`, `qủa`.
pub(super) fn is_shaped_as_syllable(word: &str) -> bool {
    let letters: Option<Vec<char>> =
        word.chars().take(LONGEST + 1).map(|c| parts(c).map(|(letter, _)| letter)).collect();
    let Some(letters) = letters.filter(|letters| letters.len() <= LONGEST) else { return false };
    let vowels = letters.iter().position(|&c| is_vowel(c)).unwrap_or(letters.len());
    let coda = letters.iter().rposition(|&c| is_vowel(c)).map_or(0, |at| at + 1);
    vowels < coda
        && letters[vowels..coda].iter().all(|&c| is_vowel(c))
        && matches!(letters[coda..], [] | ['c' | 'k' | 'm' | 'n' | 'p' | 't'] | ['c' | 'n', 'h'] | ['n', 'g'])
}

/// A vowel without its tone.
const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// Whether `letters` are `onset` and a rhyme that may follow it, with the tone on the right letter.
fn fits(letters: &[char], onset: &str, tone: Option<(usize, Tone)>) -> bool {
    let length = onset.chars().count();
    let Some((head, rhyme)) = letters.split_at_checked(length) else { return false };
    if !head.iter().copied().eq(onset.chars()) || rhyme.is_empty() {
        return false;
    }
    let front = matches!(rhyme[0], 'e' | 'ê' | 'i' | 'y');
    let spelt = match onset {
        "c" | "ng" => !front,
        "g" => !front || rhyme[0] == 'i',
        "gh" | "ngh" => front,
        "qu" => !matches!(rhyme[0], 'u' | 'ư' | 'o'),
        _ => true,
    };
    let rhyme: String = rhyme.iter().collect();
    let Some(bearers) = RHYMES.get(rhyme.as_str()) else { return false };
    let stopped = rhyme.ends_with(['c', 'p', 't', 'k']) || rhyme.ends_with("ch");
    spelt
        && match tone {
            None => true,
            Some((at, tone)) => {
                at >= length
                    && bearers.contains(&(at - length))
                    && (!stopped || matches!(tone, Tone::Acute | Tone::Dot))
            }
        }
}

/// The rhymes, and which letters of each may carry the tone.
static RHYMES: LazyLock<BTreeMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    rows()
        .map(|[rhyme, bearers, _]| {
            (rhyme, bearers.split('|').filter_map(|n| n.parse::<usize>().ok()?.checked_sub(1)).collect())
        })
        .collect()
});

/// The rows of `data/rhymes.tsv`: rhyme, letters that carry the tone, examples.
fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    include_str!("data/rhymes.tsv").lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// The small letter without its tone, and the tone: `Ế` gives `ê` and acute. Nothing for what no Vietnamese word is written with.
fn parts(c: char) -> Option<(char, Tone)> {
    match c {
        'f' | 'j' | 'w' | 'z' | 'F' | 'J' | 'W' | 'Z' => return None,
        'a'..='z' => return Some((c, Tone::Level)),
        'A'..='Z' => return Some((c.to_ascii_lowercase(), Tone::Level)),
        'đ' | 'Đ' => return Some(('đ', Tone::Level)),
        _ if !('À'..='ỹ').contains(&c) => return None,
        _ => {}
    }
    let (mut base, mut tone, mut known) = ('\0', Tone::Level, true);
    decompose_canonical(c, |part| match part {
        'A'..='Z' | 'a'..='z' => base = part.to_ascii_lowercase(),
        '\u{301}' => tone = Tone::Acute,
        '\u{300}' => tone = Tone::Grave,
        '\u{309}' => tone = Tone::Hook,
        '\u{303}' => tone = Tone::Tilde,
        '\u{323}' => tone = Tone::Dot,
        '\u{302}' if base == 'a' => base = 'â',
        '\u{302}' if base == 'e' => base = 'ê',
        '\u{302}' if base == 'o' => base = 'ô',
        '\u{306}' if base == 'a' => base = 'ă',
        '\u{31B}' if base == 'o' => base = 'ơ',
        '\u{31B}' if base == 'u' => base = 'ư',
        _ => known = false,
    });
    (known && base != '\0' && (tone == Tone::Level || is_vowel(base))).then_some((base, tone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_example_is_a_syllable_with_its_rhyme() {
        for [rhyme, _, examples] in rows() {
            for example in examples.split('|') {
                assert!(
                    is_syllable(example),
                    "{example:?} of the rhyme {rhyme:?} in data/rhymes.tsv is not read as a syllable"
                );
                let bare: String = example.chars().filter_map(parts).map(|(letter, _)| letter).collect();
                assert!(bare.ends_with(rhyme), "{example:?} does not have the rhyme {rhyme:?} (data/rhymes.tsv)");
            }
        }
    }

    #[test]
    fn outlines() {
        for word in ["ccủa", "qủa", "ệùng", "tthực", "Sóo"] {
            assert!(is_shaped_as_syllable(word), "{word}");
        }
        for word in ["Franỗois", "Mỹller", "Gộrard", "Noởl", "đ", "", "nghiêngnghiêng"] {
            assert!(!is_shaped_as_syllable(word), "{word}");
        }
    }

    #[test]
    fn syllables() {
        for word in "nghiêng Quyết ĐƯỢC giữ gìn giếng quý quốc Ủy uỷ Kạn Lắk ô ý xã yếu khuỷu".split(' ')
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in
            "céng hµ Müller chÝnh où déjà München mañana cốg ngiêng càt đằ ngÀy là̀ ñ ằ đượcc nghiêngng f".split(' ')
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}

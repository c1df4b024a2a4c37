//! The Vietnamese encodings from before Unicode, as page encodings and as fonts.

use std::{collections::BTreeMap, sync::LazyLock};

/// An encoding in which Vietnamese was written before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Legacy {
    /// TCVN 5712:1993 VN3, fonts `.VnTime`, `.VnArial` … (ABC): `Hµ Néi` is `Hà Nội`. Capitals with tones are a font of their own (`.VnTimeH`).
    Tcvn3,
    /// VNI for Windows, fonts `VNI-Times` …: a letter and its mark, `Haø Noäi`.
    Vni,
    /// VISCII 1.1 (RFC 1456): `Hà Nµi`.
    Viscii,
    /// VPS: `Hà N¶i`.
    Vps,
}

/// The letters of an encoding.
pub(super) struct Letters {
    /// What stands for a whole letter, by its code.
    single: [Option<char>; 256],
    /// Two codes that make a letter (VNI).
    pairs: BTreeMap<(u8, u8), char>,
    /// The codes that occur in letters at all.
    used: [bool; 256],
}

impl Legacy {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Tcvn3, Self::Vni, Self::Viscii, Self::Vps];

    /// The name in the record: `tcvn3`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
            Self::Vps => "vps",
        }
    }

    /// The encoding that a charset label names: `x-viet-tcvn5712`, `csVISCII`.
    pub(super) fn from_label(label: &str) -> Option<Self> {
        let label = label.trim().to_ascii_lowercase();
        let label = label.trim_start_matches("x-").trim_start_matches("viet-").trim_start_matches("cs");
        match label.split(['-', '_', ':']).next()? {
            "tcvn" | "tcvn3" | "tcvn5712" | "abc" => Some(Self::Tcvn3),
            "vni" => Some(Self::Vni),
            "viscii" | "viscii1.1" => Some(Self::Viscii),
            "vps" => Some(Self::Vps),
            _ => None,
        }
    }

    /// The encoding of a font, and whether its small letters look like capitals: `.VnTimeH`, `VNI-Times`, `VPS Times`.
    pub(super) fn from_font(font: &str) -> Option<(Self, bool)> {
        let font = font.trim_matches(['\'', '"', ' ']);
        let lower = font.to_ascii_lowercase();
        if lower.starts_with(".vn") {
            Some((Self::Tcvn3, font.ends_with('H')))
        } else if lower.starts_with("vni") {
            Some((Self::Vni, false))
        } else if lower.starts_with("vps") {
            Some((Self::Vps, false))
        } else if lower.contains("viscii") {
            Some((Self::Viscii, false))
        } else {
            None
        }
    }

    /// Its letters.
    pub(super) fn letters(self) -> &'static Letters {
        static LETTERS: LazyLock<[Letters; 4]> = LazyLock::new(|| std::array::from_fn(Letters::load));
        &LETTERS[self as usize]
    }
}

impl Letters {
    /// Reads the column number `column` (after the letter) of `data/letters.tsv`.
    fn load(column: usize) -> Self {
        let mut letters = Self { single: [None; 256], pairs: BTreeMap::new(), used: [false; 256] };
        for code in (b'a'..=b'z').chain(b'A'..=b'Z') {
            letters.single[usize::from(code)] = Some(char::from(code));
            letters.used[usize::from(code)] = true;
        }
        for (letter, cells) in rows() {
            match bytes(cells[column]).as_slice() {
                [code] => letters.single[usize::from(*code)] = Some(letter),
                [base, mark] => {
                    letters.pairs.insert((*base, *mark), letter);
                    // A capital with the mark of small letters occurs as well: `Aù` at the head of a sentence.
                    let other = char::from(*mark).to_lowercase().next().and_then(|mark| u8::try_from(mark).ok());
                    if let Some(other) = other {
                        letters.pairs.entry((*base, other)).or_insert(letter);
                    }
                }
                _ => continue,
            }
            for code in bytes(cells[column]) {
                letters.used[usize::from(code)] = true;
            }
        }
        letters
    }

    /// Whether `code` occurs in letters.
    pub(super) fn uses(&self, code: u8) -> bool {
        self.used[usize::from(code)]
    }

    /// The word that `codes` spell; nothing where one of them is no letter (VNI: a mark without its letter).
    pub(super) fn read(&self, codes: &[u8]) -> Option<String> {
        let mut word = String::with_capacity(codes.len() * 2);
        let mut rest = codes;
        while let Some((&first, after)) = rest.split_first() {
            let pair = after.first().and_then(|&second| self.pairs.get(&(first, second)));
            word.push(match pair {
                Some(letter) => *letter,
                None => self.single[usize::from(first)]?,
            });
            rest = if pair.is_some() { &after[1..] } else { after };
        }
        Some(word)
    }
}

/// The rows of `data/letters.tsv`: a letter, and its bytes in each encoding in the order of [`Legacy::ALL`].
fn rows() -> impl Iterator<Item = (char, [&'static str; 4])> {
    include_str!("data/letters.tsv").lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        let letter = cells.next()?.chars().next()?;
        Some((letter, std::array::from_fn(|_| cells.next().unwrap_or_default())))
    })
}

/// `41d9` → its two bytes.
fn bytes(hexadecimal: &str) -> Vec<u8> {
    hexadecimal
        .as_bytes()
        .chunks(2)
        .filter_map(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok())
        .collect()
}

/// The byte that Western software showed as `c` (windows-1252; its five gaps as the controls they are in Latin-1): `–` was 0x96.
pub(super) fn western_code(c: char) -> Option<u8> {
    Some(match c {
        '\0'..='\u{7F}' | '\u{A0}'..='\u{FF}' => c as u8,
        '\u{80}'..='\u{9F}' => c as u8,
        '\u{152}'..='\u{2122}' => 0x80 + u8::try_from(WESTERN.iter().position(|&w| w == c)?).ok()?,
        _ => return None,
    })
}

/// What Western software showed for `code`.
pub(super) fn western_char(code: u8) -> char {
    code.checked_sub(0x80).and_then(|at| WESTERN.get(usize::from(at))).copied().unwrap_or(char::from(code))
}

/// 0x80 to 0x9F in windows-1252.
const WESTERN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn read(encoding: Legacy, text: &str) -> String {
        let codes: Vec<u8> = text.chars().filter_map(western_code).collect();
        encoding.letters().read(&codes).unwrap_or_default()
    }

    #[test]
    fn words() {
        assert_eq!(read(Legacy::Tcvn3, "Néi"), "Nội");
        assert_eq!(read(Legacy::Vni, "Noäi"), "Nội");
        assert_eq!(read(Legacy::Vni, "Aùo"), "Áo");
        assert_eq!(read(Legacy::Vni, "ÑÖÔØNG"), "ĐƯỜNG");
        assert_eq!(read(Legacy::Viscii, "Nµi"), "Nội");
        assert_eq!(read(Legacy::Vps, "N¶i"), "Nội");
        assert_eq!(read(Legacy::Vni, "naêïm"), "", "a mark without its letter");
    }

    #[test]
    fn labels_and_fonts() {
        assert_eq!(Legacy::from_label(" x-viet-TCVN5712 "), Some(Legacy::Tcvn3));
        assert_eq!(Legacy::from_label("csVISCII"), Some(Legacy::Viscii));
        assert_eq!(Legacy::from_label("x-viet-vps"), Some(Legacy::Vps));
        assert_eq!(Legacy::from_label("windows-1258"), None);
        assert_eq!(Legacy::from_font("'.VnTimeH'"), Some((Legacy::Tcvn3, true)));
        assert_eq!(Legacy::from_font(".VnArial"), Some((Legacy::Tcvn3, false)));
        assert_eq!(Legacy::from_font("VNI-Times"), Some((Legacy::Vni, false)));
        assert_eq!(Legacy::from_font("Times New Roman"), None);
    }

    #[test]
    fn western_codes_go_both_ways() {
        for code in 0..=255 {
            assert_eq!(western_code(western_char(code)), Some(code));
        }
        assert_eq!(western_code('ế'), None);
    }

    /// Every letter against published tables, where they are at hand.
    #[test]
    fn tables_agree_with_published_ones() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/encodings/letters.tsv");
        let Ok(published) = fs::read_to_string(path) else { return };
        for line in published.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let encoding = match cells[0] {
                "TCVN3" => Legacy::Tcvn3,
                "VNI-WIN" => Legacy::Vni,
                "VISCII" => Legacy::Viscii,
                "VPS" => Legacy::Vps,
                _ => continue,
            };
            let letter: String = cells[1].nfc().collect();
            let word = encoding.letters().read(&bytes(cells[2])).unwrap_or_default();
            assert!(word == letter || word == letter.to_lowercase(), "{line}: read as {word:?}");
        }
    }
}

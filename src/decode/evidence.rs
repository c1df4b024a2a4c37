//! What the words of a text say about its encoding: which reading of them gives Vietnamese syllables.

use super::{
    legacy::{Legacy, western_code},
    syllable::{has_plain_case, is_syllable},
};

/// So many words decide; more would only cost time.
const ENOUGH: usize = 4_000;

/// A word with at least one letter outside ASCII.
pub(super) struct Word {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it reads as in the encoding, if all of it can be read.
    pub(super) read: Option<String>,
    /// Which of the two readings makes sense.
    pub(super) sense: Sense,
}

/// Which reading of a word makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A syllable only in the legacy encoding: TCVN3 `céng`.
    Legacy,
    /// A Vietnamese word as it stands: `cộng`.
    Native,
    /// Both (`bé` is `bộ` in TCVN3), or too little to tell (`§`, `Q§`, two syllables in one).
    Open,
    /// Neither: `Müller`.
    Odd,
}

/// The words counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Words that make sense only in the legacy encoding.
    pub(super) legacy: usize,
    /// Words that are Vietnamese as they stand.
    pub(super) native: usize,
    /// Words that make no sense either way.
    pub(super) odd: usize,
    /// Words that leave it open.
    pub(super) open: usize,
    /// The legacy words; those with signs that no Western word has inside (`Hµ`, `t¹i`) count twice.
    weight: usize,
    /// Up to three different legacy words.
    seen: [String; 3],
}

impl Evidence {
    /// What the words of `text` say about `encoding`.
    pub(super) fn weigh(text: &str, encoding: Legacy) -> Self {
        let mut evidence = Self::default();
        for word in words(text, encoding).take(ENOUGH) {
            evidence.add(&word, &text[word.start..word.end]);
        }
        evidence
    }

    fn add(&mut self, word: &Word, spelt: &str) {
        match word.sense {
            Sense::Legacy => {
                self.legacy += 1;
                self.weight += if spelt.chars().all(is_western_letter) { 1 } else { 2 };
                if let Some(free) = self.seen.iter().position(String::is_empty)
                    && !self.seen.iter().any(|seen| seen == spelt)
                {
                    spelt.clone_into(&mut self.seen[free]);
                }
            }
            Sense::Native => self.native += 1,
            Sense::Open => self.open += 1,
            Sense::Odd => self.odd += 1,
        }
    }

    /// How many different legacy words there are, up to three.
    fn different(&self) -> usize {
        self.seen.iter().filter(|seen| !seen.is_empty()).count()
    }

    /// Whether the legacy encoding is beyond doubt. Among Vietnamese words more is asked for: there, a stray word is likelier a foreign name.
    pub(super) fn is_certain(&self) -> bool {
        let (weight, different) = if self.native == 0 { (3, 2) } else { (6, 3) };
        self.weight >= weight && self.different() >= different && self.odd * 4 <= self.legacy
    }

    /// Whether the encoding is beyond doubt where the name of the font says it already.
    pub(super) fn agrees(&self) -> bool {
        self.legacy + self.open > 0 && self.native <= self.legacy && self.odd <= self.legacy + self.open
    }

    /// Whether most words are in the legacy encoding.
    pub(super) fn prevails(&self) -> bool {
        self.legacy > self.native
    }

    /// For comparing encodings: the words explained less those not explained.
    pub(super) fn score(&self) -> isize {
        self.legacy.saturating_add(self.open).cast_signed() - 2 * self.odd.saturating_add(self.native).cast_signed()
    }
}

/// The encoding that explains `text` best, if any explains it beyond doubt.
pub(super) fn best(text: &str) -> Option<(Legacy, Evidence)> {
    Legacy::ALL
        .into_iter()
        .rev() // Of equals the last wins, and the first named are the likeliest.
        .map(|encoding| (encoding, Evidence::weigh(text, encoding)))
        .filter(|(_, evidence)| evidence.is_certain())
        .max_by_key(|(_, evidence)| evidence.score())
}

/// The words of `text` with letters outside ASCII, as `encoding` cuts them.
pub(super) fn words(text: &str, encoding: Legacy) -> impl Iterator<Item = Word> {
    let letters = encoding.letters();
    let mut chars = text.char_indices().peekable();
    let mut codes = Vec::new();
    std::iter::from_fn(move || {
        loop {
            let (start, _) = chars.find(|&(_, c)| belongs(c, encoding)).inspect(|&(_, c)| {
                codes.clear();
                codes.push(western_code(c));
            })?;
            let mut end = start + text[start..].chars().next().map_or(0, char::len_utf8);
            while let Some((at, c)) = chars.next_if(|&(_, c)| belongs(c, encoding)) {
                codes.push(western_code(c));
                end = at + c.len_utf8();
            }
            let spelt = &text[start..end];
            if codes.iter().all(|code| code.is_some_and(|code| (b' '..0x80).contains(&code))) {
                continue;
            }
            let read = codes.iter().copied().collect::<Option<Vec<u8>>>().and_then(|codes| letters.read(&codes));
            let sense = sense(spelt, read.as_deref(), encoding);
            return Some(Word { start, end, read, sense });
        }
    })
}

/// Whether `c` can be part of a word: a letter or a combining mark, or a sign that is a letter in the encoding (`§`).
fn belongs(c: char, encoding: Legacy) -> bool {
    c.is_ascii_alphabetic()
        || (!c.is_ascii() && c.is_alphabetic())
        || ('\u{300}'..='\u{36F}').contains(&c)
        || western_code(c).is_some_and(|code| encoding.letters().uses(code))
}

/// Which reading of a word makes sense.
fn sense(spelt: &str, read: Option<&str>, encoding: Legacy) -> Sense {
    let native = is_syllable(spelt);
    let alone = spelt.chars().nth(1).is_none();
    match read {
        Some(_) if alone && !native => Sense::Open,
        Some(read) if reads_well(read, encoding) => {
            if native {
                Sense::Open
            } else {
                Sense::Legacy
            }
        }
        _ if native => Sense::Native,
        Some(read) if is_abbreviation(read) || are_syllables(read) => Sense::Open,
        _ => Sense::Odd,
    }
}

/// Whether `read` is a syllable; in TCVN3 its case may be mixed, because that has no toned capitals (`§ÞNH` is read as `ĐịNH`).
fn reads_well(read: &str, encoding: Legacy) -> bool {
    is_syllable(read) || (encoding == Legacy::Tcvn3 && !has_plain_case(read) && is_syllable(&read.to_lowercase()))
}

/// Whether `read` is capitals without a vowel, as `QĐ` and `HĐND` are.
pub(super) fn is_abbreviation(read: &str) -> bool {
    read.chars().all(|c| c == 'Đ' || c.is_ascii_uppercase())
}

/// Whether `read` is two or three syllables without the space between: `tổchức`.
pub(super) fn are_syllables(read: &str) -> bool {
    let read = read.to_lowercase();
    // A single letter is a syllable only if it has a mark: `ởcho`.
    let cuts: Vec<usize> = read.char_indices().map(|(at, _)| at).skip(1).filter(|&at| at > 1).collect();
    cuts.len() < 20
        && cuts.iter().any(|&cut| {
            let (first, rest) = read.split_at(cut);
            is_syllable(first)
                && (is_syllable(rest)
                    || cuts
                        .iter()
                        .filter(|&&next| next > cut)
                        .any(|&next| is_syllable(&read[cut..next]) && is_syllable(&read[next..])))
        })
}

/// A letter of Western languages, unlike the signs that legacy fonts use as letters: `ü`, not `µ` or `§`.
pub(super) fn is_western_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'µ' | 'ª' | 'º')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senses(text: &str, encoding: Legacy) -> Vec<Sense> {
        words(text, encoding).map(|word| word.sense).collect()
    }

    #[test]
    fn words_make_sense_one_way_or_the_other() {
        use Sense::{Legacy as L, Native, Odd, Open};
        assert_eq!(senses("Uû ban, céng bé Müller cộng §", Legacy::Tcvn3), [L, L, Open, Odd, Native, Open]);
        assert_eq!(senses("UÛy ban nhaân daân", Legacy::Vni), [L, L, L]);
        assert_eq!(senses("QÑ-UBND", Legacy::Vni), [Open]);
    }

    #[test]
    fn certain_or_not_at_all() {
        let certain = |text: &str| best(text).map(|(encoding, _)| encoding.name());
        assert_eq!(certain("Hµ Néi, ngµy 5 th¸ng 6"), Some("tcvn3"));
        assert_eq!(certain("Haø Noäi, ngaøy 5 thaùng 6"), Some("vni"));
        for foreign in [
            "Le député français Gérard Müller a été réélu à Nîmes, où il était déjà maire en août.",
            "Die Grünen fordern größere Räume für Schüler in Köln und Düsseldorf.",
            "Były minister mówił, że córka pojechała do Łodzi, a syn — do Gdańska; może wróci później.",
            "El niño cumplió diez años el día que llegó a España con su tía Begoña.",
            "A decisão não é só do João: a região também terá eleições, disse o capitão.",
            "Sveriges statsminister åkte till Malmö för att öppna bron på lördag.",
            "Quảng Ninh: khởi công nhà máy ở khu công nghiệp, ông Müller và bà Björk dự lễ tại Besançon",
            "Cumhurbaşkanı Ankara'da görüştü; Özgür, Gül, Tüy, Çölü",
        ] {
            assert_eq!(certain(foreign), None, "{foreign}");
        }
    }
}

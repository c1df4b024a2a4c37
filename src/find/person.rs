use super::{
    official_words::{NameStop, Reader},
    person_syllable::{has_no_vowel, is_vietnamese},
};
use crate::{clue::NameEvidence, lexicon::Table, text::Shape};

/// A name read at a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    /// The token after it.
    pub(crate) end: usize,
    /// How many syllables, or words of a foreign name, it has.
    pub(crate) syllables: usize,
    /// Whether its words are not Vietnamese.
    pub(crate) foreign: bool,
    /// How sure its form makes it.
    pub(crate) evidence: NameEvidence,
}

/// The longest name: `Công Tằng Tôn Nữ Thị Hường` has six syllables.
const MOST: usize = 6;

/// Words between surname and given name that hardly stand elsewhere.
const MIDDLE: &[&str] = &["Văn", "Thị", "VĂN", "THỊ"];

impl Reader<'_> {
    /// One capitalised piece of a name: `Hùng`, `H'Ven`, `K' Văn`'s `K'`, `F.`, `Jean-Claude`.
    pub(crate) fn piece(&self, at: usize) -> Option<usize> {
        if !self.is_capital(at) {
            return None;
        }
        let mut end = at + 1;
        let single = self.word(at).chars().count() <= 2;
        // An apostrophe, or the quotation mark set for it, inside a word or after one or two letters.
        let quoted = single && matches!(self.word(end), "\"" | "”" | "“");
        if (self.is_apostrophe(end) || quoted) && self.is_glued(end) {
            if self.is_glued(end + 1) && self.shape(end + 1).is_some_and(|shape| shape.is_word()) {
                end += 2;
            } else if single && self.is_capital(end + 1) && !quoted {
                end += 1;
            }
        }
        if single
            && self.word(at).chars().count() == 1
            && self.word(end) == "."
            && self.is_glued(end)
            && self.is_capital(end + 1)
        {
            end += 1;
        }
        while self.word(end) == "-"
            && self.is_glued(end)
            && self.is_glued(end + 1)
            && self.shape(end + 1).is_some_and(|shape| shape.is_word())
            && (!is_vietnamese(self.word(at)) || self.is_lower(end + 1))
        {
            end += 2;
        }
        Some(end)
    }

    /// Where each of the capitalised pieces from `at` on ends, as far as they can be one name.
    pub(crate) fn pieces(&self, at: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut next = at;
        while let Some(end) = self.piece(next) {
            // `Nguyễn Văn Nên`: the given name must follow.
            let given = ends.len() == 2 && MIDDLE.contains(&self.word(ends[0])) && self.surname(at).is_some();
            if next > at && !given && self.breaks_name(next) {
                break;
            }
            // `NGUYỄN VĂN HÙNG LÀM VIỆC VỚI …`
            if ends.len() >= 3 && self.is_shouting(next) && self.clause(next) {
                break;
            }
            ends.push(end);
            if ends.len() > MOST {
                break;
            }
            next = end;
            // `Ursula von der Leyen`
            if self.is_particle(next) && self.is_capital(next + 1) && !is_vietnamese(self.word(at)) {
                next += 1;
            } else if self.is_particle(next) && self.is_particle(next + 1) && self.is_capital(next + 2) {
                next += 2;
            }
        }
        ends
    }

    fn is_particle(&self, at: usize) -> bool {
        matches!(self.word(at), "de" | "von" | "van" | "der" | "bin" | "al" | "da" | "di" | "del" | "la" | "el" | "ben")
    }

    /// Whether something other than a name begins at the capitalised word `at`.
    fn breaks_name(&self, at: usize) -> bool {
        let long = |end: Option<usize>| end.is_some_and(|end| end > at + 1);
        // `Vàng Seo Lử CT UBND xã`
        let short = self.post_head(at).is_some_and(|(head, end)| head.upper && self.organisation_head(end).is_some());
        short
            || long(self.post_head(at).map(|(_, end)| end))
            || self.modifier(at, true).is_some_and(|(_, end)| self.post_head(end).is_some())
            || self.organisation_head(at).is_some_and(|(_, end)| {
                end > at + 1 || self.shape(at).is_some_and(|s| s.is_upper() && !self.is_shouting(at))
            })
            || long(self.table(at, Table::Titles))
            || long(self.honorific(at).map(|(_, end)| end))
            || matches!(self.word(at), "Ông" | "Bà" | "Đồng" if self.honorific(at).is_some())
            // `Đinh Như Trước, Phó Chủ tịch`: what begins a sentence has a word after it.
            || self.name_stop(at) == Some(NameStop::Any)
                && !self.is_shouting(at)
                && self.shape(at + 1).is_some_and(|shape| !shape.is_mark())
            || self.is_abbreviation(at) && (!self.is_shouting(at) || has_no_vowel(self.word(at)))
    }

    /// Whether the word at `at` is an abbreviation by its look: `EVN`, `EuroCham`, `TT`.
    pub(crate) fn is_abbreviation(&self, at: usize) -> bool {
        let word = self.word(at);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        capitals >= 2 && (word.chars().count() > capitals || !is_vietnamese(word)) && !word.starts_with("Mc")
    }

    /// Whether the words around `at` are all in capitals, as in a headline.
    pub(crate) fn is_shouting(&self, at: usize) -> bool {
        let upper = |at: usize| self.shape(at).is_some_and(|shape| shape.is_word() && shape.is_upper());
        upper(at) && (upper(at + 1) || at.checked_sub(1).is_some_and(upper))
    }

    /// Whether the capitalised words from `at` on are a company's or a product's: `Intracom Group`.
    pub(crate) fn is_company(&self, at: usize) -> bool {
        let end = self.pieces(at).last().copied().unwrap_or(at);
        (at..end).any(|i| self.name_stop(i) == Some(NameStop::Thing))
    }

    /// The name that begins at `at`, by its form alone.
    pub(crate) fn name(&self, at: usize) -> Option<Name> {
        let pieces = self.pieces(at);
        let (count, &end) = (pieces.len(), pieces.last()?);
        // `Park Won Jun` is no park.
        let alone = count > 2 && self.surname(at + 1).is_none_or(|(common, _)| !common);
        let from = if alone { at + 1 } else { at };
        let thing = (from..end).any(|i| self.name_stop(i) == Some(NameStop::Thing));
        let roman = count == 1 && self.word(at).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let glued = roman || self.is_abbreviation(at) && (!self.is_shouting(at) || has_no_vowel(self.word(at)));
        // Inside a sentence a capital means a name: `ông Từ Lương Tài`.
        let inside =
            at.checked_sub(1).is_some_and(|i| self.shape(i).is_some_and(Shape::is_word)) && self.surname(at).is_some();
        // `THI HÀNH HIỆP ĐỊNH …`
        let headline = count > 4 && self.is_shouting(at);
        if count > MOST
            || headline
            || thing
            || glued
            || self.name_stop(at).is_some_and(|stop| stop != NameStop::Thing) && !inside
        {
            return None;
        }
        let foreign = (0..count).filter(|&i| {
            let start = if i == 0 { at } else { pieces[i - 1] };
            !is_vietnamese(self.word(start))
        });
        let foreign = foreign.count();
        let middle = pieces.first().is_some_and(|&second| MIDDLE.contains(&self.word(second)));
        let evidence =
            match self.surname(at) {
                Some((common, stop)) if foreign == 0 && stop < end && (common || middle) => {
                    if (3..=5).contains(&count) { NameEvidence::Sure } else { NameEvidence::Fair }
                }
                Some((_, stop)) if stop < end && count >= 2 => NameEvidence::Fair,
                _ if foreign > 0 && count >= 2 => NameEvidence::Fair,
                _ => NameEvidence::Loose,
            };
        Some(Name { end, syllables: count, foreign: foreign > 0, evidence })
    }

    /// Whether a person's name, not a piece of an organisation's, begins at `at` inside the words after a post.
    pub(crate) fn begins_person(&self, at: usize) -> bool {
        if self.geography(at).is_some() || self.field(at, false).is_some_and(|end| end > at + 1) {
            return false;
        }
        self.name(at).is_some_and(|name| name.syllables >= 2 && name.evidence >= NameEvidence::Fair)
    }
}

//! The place at the end of an organisation's name.

use super::organisation::{Last, Phrase};
use crate::{clue::NameEvidence, text::fold};

impl Phrase<'_> {
    /// The name after the word `tỉnh`, `huyện` …, which ends before `at`.
    pub(super) fn place(&self, from: usize, at: usize) -> Option<usize> {
        let reader = self.reader;
        // `TP. Cao Bằng`
        let at = if reader.word(at) == "." && reader.is_glued(at) && reader.is_capital(at + 1) { at + 1 } else { at };
        if reader.is_digits(at) {
            return Some(at + 1);
        }
        if matches!(reader.word(at), "này" | "ta" | "nhà" | "bạn") {
            return Some(at + 1);
        }
        if let Some((_, end)) = reader.geography(at) {
            return Some(end);
        }
        if !reader.is_capital(at) {
            // `tỉnh`, `huyện` alone stand for the scope's; `vùng`, `nước` alone say nothing.
            return match self.last {
                Last::Place => None,
                _ => (at == from + 1 || reader.is_capital(from) || at == from + 2).then_some(at),
            };
        }
        // `Chủ tịch UBND TP Văn Hữu Chiến`: no larger unit has that name.
        let larger = matches!(fold(reader.word(from)).as_str(), "tỉnh" | "tp" | "thành" | "huyện" | "quận");
        let person = reader.name(at).is_some_and(|name| name.syllables == 3 && !name.foreign);
        if larger && person && reader.unit(at).is_none() && reader.begins_person(at) {
            return Some(at);
        }
        self.place_name(at).or(Some(at))
    }

    /// Where the capitalised words from `at` on stop being a place's name; nothing where they are a person's.
    pub(super) fn place_name(&self, at: usize) -> Option<usize> {
        let reader = self.reader;
        // `huyện Trần Văn Thời`: a unit's name that is all there is, or after which a person's begins.
        if let Some(end) = reader.unit(at).filter(|&end| !reader.is_capital(end) || reader.begins_person(end)) {
            return Some(end);
        }
        let pieces = reader.pieces(at);
        let starts: Vec<usize> = std::iter::once(at).chain(pieces.iter().copied()).collect();
        let sure = |start: usize| {
            reader.name(start).is_some_and(|name| name.syllables >= 2 && name.evidence == NameEvidence::Sure)
        };
        // Most names of places have two syllables.
        let split = |fits: &dyn Fn(usize) -> bool| {
            [2, 1, 3].into_iter().find_map(|count| starts.get(count).copied().filter(|&start| fits(start)))
        };
        if let Some(start) = split(&sure) {
            return Some(start);
        }
        if sure(at) {
            return None;
        }
        let count = if pieces.len() > 3 { 2 } else { pieces.len() };
        split(&|start| self.begins_person(start)).or_else(|| starts.get(count).copied())
    }
}

//! The items of an organisation's name that commas part.

use super::organisation::{Last, Phrase};
use crate::lexicon::Table;

impl Phrase<'_> {
    /// `A, B và C` as one name: `Ủy ban Văn hóa, Giáo dục và Thanh niên`. Read only where the `và` closes it.
    pub(super) fn listed(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        if !matches!(self.last, Last::Complete | Last::Open) || self.level.is_none() {
            return None;
        }
        let mut next = at;
        for _ in 0..4 {
            next = self.item(next)?;
            match reader.word(next) {
                "," => next += 1,
                "và" | "&" => {
                    let end = self.item(next + 1)?;
                    return self.complete(Last::Complete, end);
                }
                _ => return None,
            }
        }
        None
    }

    /// A field or up to four words that begin with a capital and are nothing else.
    fn item(&self, at: usize) -> Option<usize> {
        let reader = self.reader;
        if reader.post_start(at).is_some()
            || reader.table(at, Table::Titles).is_some()
            || reader.organisation_head(at).is_some()
            || reader.geography(at).is_some()
            || self.begins_person(at)
            || !reader.is_capital(at)
        {
            return None;
        }
        if let Some(end) = reader.field(at, false) {
            return Some(end);
        }
        let mut end = at + 1;
        while end < at + 4
            && reader.is_lower(end)
            && !matches!(reader.word(end), "và")
            && reader.table(end, Table::ClauseWords).is_none()
        {
            end += 1;
        }
        Some(end)
    }
}

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
        if reader.is_lower(at) {
            return self.listed_small(at);
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

    /// `Viện nghiên cứu dân tộc, tôn giáo và văn hóa`: written small only fields of work are sure.
    fn listed_small(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let field = |at: usize| reader.field(at, true).filter(|_| reader.is_lower(at) && !reader.clause(at));
        if self.last != Last::Open {
            return None;
        }
        let mut next = field(at)?;
        for _ in 0..4 {
            match reader.word(next) {
                "," => next = field(next + 1)?,
                "và" => {
                    let end = field(next + 1)?;
                    return self.complete(Last::Complete, end);
                }
                _ => return None,
            }
        }
        None
    }

    /// Up to four words in lower case that go on with a name written so: `Viện Khoa học quản trị doanh nghiệp và kinh tế số Việt Nam`.
    pub(super) fn small_item(&self, at: usize) -> Option<usize> {
        let reader = self.reader;
        if self.last != Last::Open || reader.honorific(at).is_some() {
            return None;
        }
        let mut end = at;
        while end < at + 4 && reader.is_lower(end) {
            if let Some((_, next)) = reader.organisation_word(end) {
                end = next;
            } else if let Some(next) = reader.field(end, true) {
                end = next;
            } else if reader.clause(end)
                || reader.organisation_head(end).is_some()
                || reader.table(end, Table::PlaceHeads).is_some()
                || matches!(reader.word(end), "các" | "những" | "nhiều" | "một" | "hai")
            {
                break;
            } else {
                end += 1;
            }
        }
        (end > at).then_some(end)
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

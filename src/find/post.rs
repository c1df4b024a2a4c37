use std::ops::Range;

use super::{
    official_words::{PostHead, Reader},
    organisation::Phrase,
};
use crate::{
    article::RoleStatus,
    clue::{Mark, PostClass, PostClue},
    lexicon::Table,
    text::{Shape, fold},
};

/// Reads the post that begins at `at`: rank words, head, rank words, organisation and place, as far as they go.
///
/// `apposed`: it stands after its holder's name.
///
/// `Phó Chủ tịch Thường trực UBND tỉnh Cao Bằng`, `nguyên Bộ trưởng Bộ Nội vụ`, `quyền Vụ trưởng Vụ Pháp chế, Bộ Y tế`.
pub(crate) fn post(reader: Reader<'_>, at: usize, apposed: bool) -> Option<(Range<usize>, PostClue)> {
    let (mut from, mut next, mut status) = (at, at, RoleStatus::Current);
    while let Some((modifier, end)) = reader.modifier(next, true) {
        if reader.post_head(next).is_some_and(|(_, head_end)| head_end > end) {
            break;
        }
        // `tân Bí thư`: the word speaks of the moment, not of the post.
        if modifier.passing && from == next {
            from = end;
        }
        next = end;
        if modifier.status != RoleStatus::Current {
            status = modifier.status;
        }
    }
    let (head, mut end) = reader.post_head(next)?;
    while let Some((modifier, after)) = reader.modifier(end, false) {
        end = after;
        if modifier.status != RoleStatus::Current {
            status = modifier.status;
        }
    }
    let title = from..end;
    let mut stop = Phrase::after_post(reader, end, head.tail, apposed && head.class != PostClass::Top);
    if let Some(after) = reader.employer(end).filter(|_| stop == end && head.class == PostClass::Work) {
        stop = after;
    }
    let organisation = (stop > end).then(|| reader.headed(&head, end, stop).unwrap_or(end)..stop);
    // `giáo sư tại Đại học X` is a post, `giáo sư` alone a title.
    if organisation.is_none() && head.class == PostClass::Work && reader.table(at, Table::Titles).is_some() {
        return None;
    }
    if head.class == PostClass::Event && status == RoleStatus::Current {
        status = RoleStatus::Event;
    }
    let named = (end..stop).any(|token| reader.is_capital(token));
    let mut key = reader.key(from..end);
    let key_title = key.len();
    key.extend(reader.key(end..stop));
    let (end, short) = reader.after_post(stop);
    Some((
        from..end,
        PostClue { words: from..stop, short, title, organisation, status, class: head.class, named, key, key_title },
    ))
}

impl Reader<'_> {
    /// Where the organisation begins whose head is the post's last word: `Trưởng Ban Dân vận` is of `Ban Dân vận`.
    fn headed(&self, head: &PostHead, at: usize, end: usize) -> Option<usize> {
        let last = at.checked_sub(1).filter(|&last| last > 0)?;
        let fits = head.class == PostClass::Office
            && matches!(self.word(last - 1), "Trưởng" | "trưởng" | "Phó" | "phó")
            && self.organisation_head(at).is_none()
            && self.organisation_head(last).is_some_and(|(_, stop)| stop <= end);
        fits.then_some(last)
    }

    /// Where the organisation after a comma ends, for which somebody works: `giảng viên, Trường Đại học Tân Trào`.
    fn employer(&self, at: usize) -> Option<usize> {
        let from = at + 1;
        let (head, end) = self.organisation_head(from).filter(|_| self.is_capital(from))?;
        let named = self.is_capital(end) && head.kind.is_some();
        (self.mark(at) == Some(Mark::Comma) && named).then(|| Phrase::after_head(*self, head, end))
    }

    /// What follows a post and is no part of it: the organisation's abbreviation in brackets and the term.
    fn after_post(&self, at: usize) -> (usize, Option<String>) {
        let (mut end, mut short) = (at, None);
        if self.mark(end) == Some(Mark::Open)
            && self.mark(end + 2) == Some(Mark::Close)
            && self.shape(end + 1).is_some_and(Shape::is_upper)
        {
            short = Some(fold(self.word(end + 1)));
            end += 3;
        }
        let term = matches!((self.word(end), self.word(end + 1)), ("nhiệm", "kỳ") | ("giai", "đoạn"));
        if term && self.is_digits(end + 2) {
            end += 3;
            if self.mark(end) == Some(Mark::Dash) && self.is_digits(end + 1) {
                end += 2;
            }
        }
        (end, short)
    }

    /// Where the rank words and the head of a post that begin at `at` end.
    pub(crate) fn post_start(&self, at: usize) -> Option<usize> {
        let mut next = at;
        loop {
            let head = self.post_head(next).map(|(_, end)| end);
            match self.modifier(next, true).map(|(_, end)| end) {
                Some(end) if head.is_none_or(|head| head <= end) => next = end,
                _ => return head,
            }
        }
    }
}

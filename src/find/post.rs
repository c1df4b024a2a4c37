use std::ops::Range;

use super::{
    official_words::{PostTail, Reader},
    organisation::Phrase,
};
use crate::{
    article::RoleStatus,
    clue::{PostClass, PostClue},
};

/// Reads the post that begins at `at`: rank words, head, rank words, organisation and place, as far as they go.
///
/// `Phó Chủ tịch Thường trực UBND tỉnh Cao Bằng`, `nguyên Bộ trưởng Bộ Nội vụ`, `quyền Vụ trưởng Vụ Pháp chế, Bộ Y tế`.
pub(crate) fn post(reader: Reader<'_>, at: usize) -> Option<(Range<usize>, PostClue)> {
    let (mut next, mut status) = (at, RoleStatus::Current);
    let mut ranked = false;
    while let Some((modifier, end)) = reader.modifier(next, true) {
        if reader.post_head(next).is_some_and(|(_, head_end)| head_end > end) {
            break;
        }
        next = end;
        if modifier.status != RoleStatus::Current {
            status = modifier.status;
        }
        ranked = true;
    }
    let (head, mut end) = reader.post_head(next)?;
    // `phó giáo sư`, `nguyên` alone are no posts; a rank word right before the head is.
    let _ = ranked;
    while let Some((modifier, after)) = reader.modifier(end, false) {
        end = after;
        if modifier.status != RoleStatus::Current {
            status = modifier.status;
        }
    }
    let title = at..end;
    let stop = Phrase::after_post(reader, end, head.tail);
    let organisation = (stop > end).then_some(end..stop);
    if head.class == PostClass::Event && status == RoleStatus::Current {
        status = RoleStatus::Event;
    }
    let alone = head.tail == PostTail::Content && head.class == PostClass::Work && organisation.is_none();
    (!alone || head.class == PostClass::Work).then_some(())?;
    let (mut key, key_title) = (reader.key(at..end), 0);
    let key_title = key_title + key.len();
    key.extend(reader.key(end..stop));
    Some((at..stop, PostClue { title, organisation, status, class: head.class, key, key_title }))
}

impl Reader<'_> {
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

//! The posts of one person, each once, in its fullest wording.

use super::claims::Held;
use crate::{
    article::{Found, Role, RoleStatus},
    clue::PostClass,
    text::{Text, fold},
};

/// A post is held against so many others of its person at most, so that work grows with the text. Nobody has more.
const MOST: usize = 64;

/// Posts said of one person.
#[derive(Debug, Default)]
pub(crate) struct Roles<'a> {
    held: Vec<Held<'a>>,
}

impl<'a> Roles<'a> {
    /// Adds a post; a shorter wording of one that is there goes by, a fuller one takes its place.
    pub(crate) fn push(&mut self, new: Held<'a>) {
        // Of two spellings of the same words the longer one is the fuller.
        let longer = |old: &Held| new.post.key == old.post.key && new.tokens.len() > old.tokens.len();
        let from = self.held.len().saturating_sub(MOST);
        let recent = &self.held[from..];
        if recent.iter().any(|old| says(old, &new) && !longer(old)) {
            return;
        }
        let Some(at) = recent.iter().position(|old| says(&new, old)).map(|at| from + at) else {
            self.held.push(new);
            return;
        };
        let former = self.held[at].status;
        let status = if new.status == RoleStatus::Current { former } else { new.status };
        let later = self.held.split_off(at + 1);
        self.held.extend(later.into_iter().filter(|old| !says(&new, old)));
        self.held[at] = Held { status, ..new };
    }

    /// Adds those of another.
    pub(crate) fn extend(&mut self, other: Roles<'a>) {
        for held in other.held {
            self.push(held);
        }
    }

    /// Whether some post is in both.
    pub(crate) fn shares(&self, other: &Self) -> bool {
        let first = |roles: &'_ Self| roles.held.len().min(MOST);
        let (ours, theirs) = (&self.held[..first(self)], &other.held[..first(other)]);
        ours.iter().any(|a| theirs.iter().any(|b| says(a, b) || says(b, a)))
    }

    /// The title of each post that is held, in one spelling: `thứ trưởng`.
    pub(crate) fn titles(&self) -> impl Iterator<Item = &'a [String]> {
        let current = self.held.iter().filter(|held| held.status == RoleStatus::Current);
        current.map(|held| held.post.key.get(..held.post.key_title).unwrap_or_default())
    }

    /// Whether no post is there.
    pub(crate) fn is_empty(&self) -> bool {
        !self.held.iter().any(is_post)
    }

    /// The posts as the record has them.
    pub(crate) fn write(self, text: &Text) -> Vec<Role> {
        self.held
            .into_iter()
            .filter(is_post)
            .map(|held| Role {
                organisation: body(text, &held)
                    .or_else(|| held.post.organisation.clone().map(|tokens| organisation(text, tokens))),
                found: Found::new(&text.text, text.span(held.tokens), held.rule),
                title: text.slice(held.post.title.clone()).to_owned(),
                status: held.status,
            })
            .collect()
    }
}

/// Whether it is a post, not mere work or a word for one.
fn is_post(held: &Held<'_>) -> bool {
    match held.post.class {
        PostClass::Vague => false,
        PostClass::Work => held.post.named,
        _ => true,
    }
}

/// The body that the title names itself: `đại biểu Quốc hội khóa XV` is of `Quốc hội`, `Ủy viên Trung ương Đảng` of `Trung ương Đảng`.
fn body(text: &Text, held: &Held<'_>) -> Option<String> {
    let title = held.post.title.clone();
    let (from, last) = (title.start + 2, title.end.checked_sub(1)?);
    let named = title.len() > 2 && matches!(fold(text.word(last)).as_str(), "hội" | "đảng");
    let capital = text.tokens.get(from).is_some_and(|token| token.shape.is_capital());
    (held.post.class == PostClass::Member && named && capital).then(|| text.slice(from..title.end).to_owned())
}

/// The organisation without the word that ties it to the title: `Đại sứ của Lào` has `Lào`.
fn organisation(text: &Text, tokens: std::ops::Range<usize>) -> String {
    let tie = matches!(text.word(tokens.start), "của" | "thuộc" | "tại" | ",") && tokens.len() > 1;
    text.slice(tokens.start + usize::from(tie)..tokens.end).to_owned()
}

/// Whether `full` says all that `short` says: the same title or a fuller one, and each word of its organisation in the same order.
fn says(full: &Held<'_>, short: &Held<'_>) -> bool {
    // `hai Phó Trưởng ban: ông A, nguyên Phó Trưởng ban Tổ chức`: the new post is another than the former.
    let shared = |held: &Held| held.rule == "official/shared-before" && held.status == RoleStatus::Current;
    let former = |held: &Held| held.post.status == RoleStatus::Former;
    if shared(full) && former(short) || shared(short) && former(full) {
        return false;
    }
    let title = |held: &Held<'_>| held.post.key.get(..held.post.key_title).unwrap_or_default().to_vec();
    let (long, brief) = (title(full), title(short));
    // `Chủ tịch VCCI` after `Chủ tịch Phòng Thương mại và Công nghiệp Việt Nam (VCCI)`.
    let organisation = short.post.key.get(short.post.key_title..).unwrap_or_default();
    if long == brief && full.post.short.as_ref().is_some_and(|abbreviation| *organisation == [abbreviation.clone()]) {
        return true;
    }
    long.first() == brief.first() && contains(&long, &brief) && contains(&full.post.key, &short.post.key)
}

/// Whether `whole` holds the words of `part` in their order.
fn contains(whole: &[String], part: &[String]) -> bool {
    let mut words = whole.iter();
    part.iter().all(|word| words.any(|other| other == word))
}

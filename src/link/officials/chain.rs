//! Posts and names that stand side by side, parted by marks alone.

use super::claims::{Claims, Held};
use crate::{
    article::RoleStatus,
    clue::{ClueKind, Cue, Mark, NameClue, NameEvidence, OfficialClue, PostClass, PostClue},
};

/// A clue of the sentence, and whether it stands right after the one before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    /// The clue.
    pub(crate) clue: &'a OfficialClue,
    /// Whether no other word stands between it and the one before.
    pub(crate) joined: bool,
}

/// The clues of a sentence with what joins them. Brackets that hold no post and no name (`(bìa phải)`) are looked over.
pub(crate) fn links(sentence: &[OfficialClue]) -> Vec<Link<'_>> {
    let mut links: Vec<Link> = Vec::with_capacity(sentence.len());
    let mut end = None;
    let mut at = 0;
    while let Some(clue) = sentence.get(at) {
        let joined = end == Some(clue.tokens.start);
        if joined && clue.kind.is_mark(Mark::Open) {
            if let Some(close) = empty_bracket(sentence, at) {
                end = sentence.get(close).map(|clue| clue.tokens.end);
                at = close + 1;
                continue;
            }
        }
        links.push(Link { clue, joined });
        end = Some(clue.tokens.end);
        at += 1;
    }
    links
}

/// Where the bracket that opens at `at` closes, if no post and no name stands in it.
fn empty_bracket(sentence: &[OfficialClue], at: usize) -> Option<usize> {
    for (i, clue) in sentence.iter().enumerate().skip(at + 1) {
        match clue.kind {
            ClueKind::Mark(Mark::Close) => return Some(i),
            ClueKind::Post(_) | ClueKind::Name(_) => return None,
            _ => {}
        }
    }
    None
}

/// What parts two links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Comma,
    Dash,
    Bracket,
    Also,
    And,
    Is,
    Colon,
    Address,
}

/// A post that waits for the name it leads to, and what stands before it.
type Waiting<'a> = (&'a OfficialClue, &'a PostClue, Option<Between>);

/// What a run of joined links has brought so far.
#[derive(Default)]
struct Run<'a> {
    /// Posts that wait for the name they lead to.
    pending: Vec<Waiting<'a>>,
    /// Posts that every name of the list shares.
    shared: Vec<(&'a OfficialClue, &'a PostClue)>,
    /// The last name.
    current: Option<usize>,
    /// Names of the list so far that have no post of their own.
    bare: Vec<usize>,
    /// What stands between the last link and the next.
    between: Option<Between>,
    /// A plural stands before the next post.
    many: bool,
}

/// Ties the posts and names that stand side by side.
pub(crate) fn attach<'a>(links: &[Link<'a>], claims: &mut Claims<'a>) {
    let mut run = Run::default();
    for (at, link) in links.iter().enumerate() {
        if !link.joined {
            run = Run::default();
        }
        match &link.clue.kind {
            ClueKind::Name(name) => {
                let before = at.checked_sub(1).and_then(|i| links.get(i)).filter(|_| link.joined);
                let organisation = before.is_some_and(|link| matches!(link.clue.kind, ClueKind::Organisation));
                let number = claims.name(name, organisation);
                run.name(number, name, claims);
            }
            ClueKind::Post(post) => run.post(link.clue, post, leads(links, at), claims),
            ClueKind::Mark(mark) => run.mark(*mark),
            ClueKind::Address => run.between = Some(Between::Address),
            ClueKind::Organisation => run = Run::default(),
            ClueKind::Cue(Cue::And) => run.between = Some(Between::And),
            ClueKind::Cue(Cue::Also) => run.between = Some(Between::Also),
            ClueKind::Cue(Cue::Many) => run.many = true,
            ClueKind::Cue(Cue::Is | Cue::Among) => run.between = Some(Between::Is),
            ClueKind::Cue(_) => run = Run::default(),
        }
    }
}

/// Whether a name follows the post at `at` right away, with nothing but a word of address between.
fn leads(links: &[Link<'_>], at: usize) -> bool {
    for link in links.iter().skip(at + 1) {
        match link.clue.kind {
            ClueKind::Name(_) if link.joined => return true,
            ClueKind::Address if link.joined => {}
            _ => return false,
        }
    }
    false
}

impl<'a> Run<'a> {
    fn mark(&mut self, mark: Mark) {
        match mark {
            Mark::Comma => self.between = Some(Between::Comma),
            Mark::Dash => self.between = Some(Between::Dash),
            Mark::Open => self.between = Some(Between::Bracket),
            Mark::Close => self.between = Some(Between::Comma),
            Mark::Slash => *self = Run::default(),
            Mark::Semicolon => {
                let shared = std::mem::take(&mut self.shared);
                *self = Run { shared, ..Run::default() };
            }
            Mark::Colon => {
                if self.current.is_none() && !self.pending.is_empty() {
                    self.shared = self.pending.drain(..).map(|(clue, post, _)| (clue, post)).collect();
                }
                self.between = Some(Between::Colon);
            }
        }
    }

    fn name(&mut self, number: usize, name: &'a NameClue, claims: &mut Claims<'a>) {
        let pending = std::mem::take(&mut self.pending);
        let mut led = false;
        // `UBND tỉnh, Trần Châu`: capitalised words after a comma may be anything.
        let sure = name.addressed || name.evidence >= NameEvidence::Fair;
        let tied = match self.between {
            Some(Between::Comma | Between::Dash) => sure,
            Some(Between::And | Between::Bracket) => false,
            _ => true,
        };
        if tied {
            for (clue, post, before) in pending.into_iter().rev() {
                claims.hold(number, held(clue, post, post.status, "official/before"));
                led = true;
                // `Bí thư và Chủ tịch A`: whose the first is stays open.
                if before == Some(Between::And) {
                    break;
                }
            }
        }
        for (clue, post) in &self.shared {
            led = true;
            claims.hold(number, held(clue, post, post.status, "official/shared-before"));
        }
        if !led {
            self.bare.push(number);
        }
        self.current = Some(number);
        self.between = None;
        self.many = false;
    }

    fn post(&mut self, clue: &'a OfficialClue, post: &'a PostClue, leads: bool, claims: &mut Claims<'a>) {
        let between = self.between.take();
        let many = std::mem::take(&mut self.many);
        let after = !leads && !matches!(between, Some(Between::Address | Between::Colon));
        match self.current.filter(|_| after) {
            Some(_) if post.class == PostClass::Vague => self.between = between,
            Some(_) if many && !self.bare.is_empty() => {
                for number in std::mem::take(&mut self.bare) {
                    claims.hold(number, held(clue, post, post.status, "official/shared-after"));
                }
            }
            Some(_) if many => self.current = None,
            Some(number) => {
                let rule = match between {
                    None => "official/after-bare",
                    Some(Between::Dash) => "official/after-dash",
                    Some(Between::Bracket) => "official/after-bracket",
                    Some(Between::Is) => "official/copula",
                    _ => "official/after",
                };
                claims.hold(number, held(clue, post, post.status, rule));
                self.bare.retain(|other| *other != number);
            }
            None if many => {
                self.shared = vec![(clue, post)];
                self.pending.clear();
                self.current = None;
            }
            None => {
                // The first post after a name begins another person's; those before it were the name's.
                if self.current.take().is_some() {
                    self.pending.clear();
                }
                self.pending.push((clue, post, between));
            }
        }
    }
}

/// A post held, tied in the shape `rule`.
pub(crate) fn held<'a>(clue: &'a OfficialClue, post: &'a PostClue, status: RoleStatus, rule: &'static str) -> Held<'a> {
    Held { post, tokens: clue.tokens.clone(), status, rule }
}

//! Posts and names that stand side by side, parted by marks alone.

use std::ops::Range;

use super::claims::{Claims, Held};
use crate::{
    article::RoleStatus,
    clue::{ClueKind, Cue, Mark, NameClue, NameEvidence, OfficialClue, PostClass, PostClue},
    text::Text,
};

/// A clue of the sentence, and what joins it to its neighbours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    /// The clue.
    pub(crate) clue: &'a OfficialClue,
    /// Whether no other word stands between it and the one before.
    pub(crate) joined: bool,
    /// Whether the sentence goes on after it with a word in lower case: a verb, as a rule.
    pub(crate) goes_on: bool,
}

/// The clues of a sentence. Brackets that hold no post and no name (`(bìa phải)`) are looked over.
pub(crate) fn links<'a>(text: &Text, sentence: &'a [OfficialClue]) -> Vec<Link<'a>> {
    let mut links: Vec<Link> = Vec::with_capacity(sentence.len());
    let mut end = None;
    let mut at = 0;
    while let Some(clue) = sentence.get(at) {
        let joined = end == Some(clue.tokens.start);
        if joined
            && clue.kind.is_mark(Mark::Open)
            && let Some(close) = empty_bracket(sentence, at)
        {
            end = sentence.get(close).map(|clue| clue.tokens.end);
            at = close + 1;
            continue;
        }
        // `kiêm`, `và` bring more of the same; any other word in lower case is as a rule the verb.
        let more = sentence.get(at + 1).is_some_and(|next| {
            next.tokens.start == clue.tokens.end && matches!(next.kind, ClueKind::Cue(Cue::Also | Cue::And | Cue::Is))
        });
        let word = text.tokens.get(clue.tokens.end).is_some_and(|t| t.shape.is_word() && !t.shape.is_capital());
        links.push(Link { clue, joined, goes_on: word && !more });
        end = Some(clue.tokens.end);
        at += 1;
    }
    links
}

/// No bracket that is looked over holds more links.
const BRACKET: usize = 32;

/// Where the bracket that opens at `at` closes, if no post and no name stands in it.
fn empty_bracket(sentence: &[OfficialClue], at: usize) -> Option<usize> {
    for (i, clue) in sentence.iter().enumerate().skip(at + 1).take(BRACKET) {
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
type Waiting<'a> = (&'a PostClue, Option<Between>);

/// The last name of a run.
#[derive(Clone, Copy, Debug)]
struct Current {
    /// Its number.
    number: usize,
    /// Whether posts led to it.
    led: bool,
    /// Whether a post after it is its own already.
    followed: bool,
    /// Whether it has more than one word.
    full: bool,
    /// Whether an honorific or a title stands before it.
    addressed: bool,
    /// Whether its form or an honorific says that it is a person's.
    sure: bool,
}

/// What a run of joined links has brought so far.
#[derive(Default)]
struct Run<'a> {
    /// Posts that wait for the name they lead to.
    pending: Vec<Waiting<'a>>,
    /// Ranks that stand before such posts.
    ranks: Vec<Range<usize>>,
    /// Posts that every name of the list shares.
    shared: Vec<&'a PostClue>,
    /// The last name.
    current: Option<Current>,
    /// Names of the list so far that have no post of their own.
    bare: Vec<usize>,
    /// Names that share the posts after the last of them: `các ông A, B, Đảng ủy viên, Phó Giám đốc`.
    sharing: Vec<usize>,
    /// What stands between the last link and the next.
    between: Option<Between>,
    /// A plural stands before the next post.
    many: bool,
    /// Semicolons part the list's persons.
    listed: bool,
    /// A plural stands before the names, and `và` before the last: `các ông A và B`.
    plural: bool,
    /// The picture's maker follows.
    credit: bool,
    /// `theo` stands before the name.
    says: bool,
    /// `thay mặt` stands before the post, which is another's unless it leads to a name.
    behalf: bool,
}

/// Notes the posts that speak of a holder named before: `Thứ trưởng nhấn mạnh`, `đồng chí Bộ trưởng yêu cầu`.
pub(crate) fn spoken<'a>(links: &[Link<'a>], claims: &mut Claims<'a>) {
    for (at, link) in links.iter().enumerate() {
        let ClueKind::Post(post) = &link.clue.kind else { continue };
        let office = matches!(post.class, PostClass::Office | PostClass::Top) && post.status == RoleStatus::Current;
        // `các Bộ trưởng`, `làm Bộ trưởng`; but `, Bộ trưởng yêu cầu`
        let tied = link.joined
            && at.checked_sub(1).and_then(|i| links.get(i)).is_some_and(|before| {
                !matches!(before.clue.kind, ClueKind::Address | ClueKind::Mark(_) | ClueKind::Cue(Cue::And | Cue::Says))
            });
        let named = links.get(at + 1).is_some_and(|next| next.joined && matches!(next.clue.kind, ClueKind::Name(_)));
        if office && link.goes_on && post.organisation.is_none() && !tied && !named && !claims.is_held(post.words.start)
        {
            claims.spoken.push(post);
        }
    }
}

/// Ties the posts and names that stand side by side.
pub(crate) fn attach<'a>(links: &[Link<'a>], claims: &mut Claims<'a>) {
    let mut run = Run::default();
    for (at, link) in links.iter().enumerate() {
        if !link.joined {
            run = Run::default();
        }
        match &link.clue.kind {
            ClueKind::Name(name) if run.credit => {
                claims.credit(name);
                run = Run::default();
            }
            // `Mạnh Hoành Vĩ (Meng Hongwei)`: the same person in another spelling.
            ClueKind::Name(name)
                if run.between == Some(Between::Bracket) && run.current.is_some_and(|c| !c.followed && c.full) =>
            {
                claims.alias(name, run.current.map(|current| current.number));
            }
            ClueKind::Name(name) => {
                let before = at.checked_sub(1).and_then(|i| links.get(i)).filter(|_| link.joined);
                let organisation = before.is_some_and(|link| matches!(link.clue.kind, ClueKind::Organisation));
                if let Some(number) = claims.number(&name.name) {
                    claims.named(number, organisation);
                    run.name(number, name, claims);
                }
            }
            ClueKind::Post(_) if claims.is_held(link.clue.tokens.start) => {
                run = Run { shared: std::mem::take(&mut run.shared), ..Run::default() };
            }
            ClueKind::Post(post) => {
                run.credit = false;
                let semicolon =
                    links.get(at + 1).is_some_and(|next| next.joined && next.clue.kind.is_mark(Mark::Semicolon));
                run.listed |= semicolon;
                let leads = leads(links, at) || run.many && opens_list(links, at);
                run.post(link, post, leads, claims);
            }
            ClueKind::Mark(mark) => run.mark(*mark),
            ClueKind::Address => run.between = Some(Between::Address),
            ClueKind::Rank => run.ranks.push(link.clue.tokens.clone()),
            ClueKind::Organisation => run = Run::default(),
            ClueKind::Cue(Cue::And) => run.between = Some(Between::And),
            ClueKind::Cue(Cue::Also) => run.between = Some(Between::Also),
            ClueKind::Cue(Cue::Many) => run.many = true,
            ClueKind::Cue(Cue::Says) => run = Run { says: true, ..Run::default() },
            ClueKind::Cue(Cue::Behalf) => run = Run { behalf: true, ..Run::default() },
            ClueKind::Cue(Cue::Credit) => run = Run { credit: true, ..Run::default() },
            ClueKind::Cue(Cue::Is) => run.between = Some(Between::Is),
            // `cùng đi với Thủ tướng có ông A`: the post is another's.
            ClueKind::Cue(Cue::Among) => {
                run.pending.clear();
                run.between = Some(Between::Is);
            }
            ClueKind::Cue(_) => run = Run::default(),
        }
    }
}

/// Whether the post at `at` is said of those that a list names after it: `hai phó Tổng giám đốc là ông A và bà B`.
fn opens_list(links: &[Link<'_>], at: usize) -> bool {
    links.get(at + 1).is_some_and(|link| link.joined && matches!(link.clue.kind, ClueKind::Cue(Cue::Is | Cue::Among)))
}

/// Whether the post at `at` leads to a name: right away, after a word of address, or with another post after a dash
/// (`Bộ trưởng - Chủ nhiệm Văn phòng Chính phủ Nguyễn Văn An`).
fn leads(links: &[Link<'_>], at: usize) -> bool {
    let mut dashed = false;
    for link in links.iter().skip(at + 1).take(6) {
        if !link.joined {
            return false;
        }
        match &link.clue.kind {
            ClueKind::Name(_) => return !dashed,
            ClueKind::Address => {}
            ClueKind::Mark(Mark::Dash) | ClueKind::Cue(Cue::Also) if !dashed => dashed = true,
            ClueKind::Post(_) if dashed => dashed = false,
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
                *self = Run { shared, listed: true, ..Run::default() };
            }
            Mark::Colon => {
                if self.current.is_none() && !self.pending.is_empty() {
                    self.shared = self.pending.drain(..).map(|(post, _)| post).collect();
                }
                self.between = Some(Between::Colon);
            }
        }
    }

    fn name(&mut self, number: usize, name: &'a NameClue, claims: &mut Claims<'a>) {
        let pending = std::mem::take(&mut self.pending);
        self.behalf = false;
        let mut led = false;
        // `UBND tỉnh, Trần Châu`: capitalised words after a comma may be anything.
        let addressed = name.addressed || !name.titles.is_empty();
        let sure = addressed || name.evidence >= NameEvidence::Fair;
        let tied = match self.between {
            Some(Between::Comma | Between::Dash) => sure,
            Some(Between::And | Between::Bracket) => false,
            _ => true,
        };
        if tied {
            let top = pending.last().is_some_and(|(post, _)| is_highest(post));
            for (post, before) in pending.into_iter().rev() {
                // `Tiếp Giám đốc Công ty X, Thủ tướng A`: hardly one person, and nothing says who the other is.
                if top && post.class == PostClass::Office && post.status == RoleStatus::Current && !joins_top(post) {
                    claims.open.push(post.words.clone());
                    break;
                }
                claims.hold(number, held(post, post.status, "official/before"));
                led = true;
                // `Bí thư và Chủ tịch A`: whose the first is stays open.
                if before == Some(Between::And) {
                    break;
                }
            }
            claims.ranks(number, std::mem::take(&mut self.ranks));
        }
        for post in &self.shared {
            led = true;
            claims.hold(number, held(post, post.status, "official/shared-before"));
        }
        let and = self.between == Some(Between::And);
        let comma = self.between == Some(Between::Comma) && !name.addressed;
        self.sharing.clear();
        self.plural =
            if self.bare.is_empty() { self.many } else { self.plural && (and || comma || self.bare.len() > 1) };
        if !led {
            if self.between != Some(Between::And) && !self.listed {
                let several = self.many || self.plural;
                self.bare.retain(|_| several);
            }
            self.bare.push(number);
        }
        self.current = Some(Current { number, led, followed: false, full: name.name.len() > 1, addressed, sure });
        self.between = None;
        self.many = false;
    }

    fn post(&mut self, link: &Link<'a>, post: &'a PostClue, leads: bool, claims: &mut Claims<'a>) {
        let between = self.between.take();
        if std::mem::take(&mut self.behalf) && !leads {
            return;
        }
        let vague = post.class == PostClass::Vague || post.class == PostClass::Work && !post.named;
        if vague {
            // `các cán bộ nguyên Ủy viên`: the plural is the next post's too.
            self.between = between;
            if self.current.is_some() && leads {
                self.current = None;
            }
            if self.current.is_none() {
                self.pending.push((post, between));
            }
            return;
        }
        let many = std::mem::take(&mut self.many);
        let after = !leads && !matches!(between, Some(Between::Address | Between::Colon));
        match self.current.filter(|_| after) {
            Some(_) if many && self.bare.len() > 1 && between != Some(Between::And) => self.hold_bare(post, claims),
            Some(_) if many => self.current = None,
            Some(current) if !self.belongs(current, between, link, post) => {
                self.current = None;
                self.pending = vec![(post, between)];
            }
            Some(current) => {
                let rule = match between {
                    None => "official/after-bare",
                    Some(Between::Dash) => "official/after-dash",
                    Some(Between::Bracket) => "official/after-bracket",
                    Some(Between::Is) => "official/copula",
                    _ => "official/after",
                };
                if (self.listed || self.plural) && !current.led && !current.followed && self.bare.len() > 1 {
                    self.hold_bare(post, claims);
                } else if between == Some(Between::Comma) && self.sharing.contains(&current.number) {
                    for &number in &self.sharing {
                        claims.hold(number, held(post, post.status, "official/shared-after"));
                    }
                } else {
                    claims.hold(current.number, held(post, post.status, rule));
                }
                self.bare.retain(|other| *other != current.number);
                self.current = Some(Current { followed: true, ..current });
            }
            None if many => {
                self.shared = vec![post];
                self.pending.clear();
                self.current = None;
            }
            None => {
                self.current = None;
                self.pending.push((post, between));
            }
        }
    }

    /// Gives a shared post to the names before it: `các ông A và B, Phó Giám đốc Sở`.
    fn hold_bare(&mut self, post: &'a PostClue, claims: &mut Claims<'a>) {
        self.sharing = std::mem::take(&mut self.bare);
        for &number in &self.sharing {
            claims.hold(number, held(post, post.status, "official/shared-after"));
        }
    }

    /// Whether a post that leads to no name belongs to the name before it.
    fn belongs(&self, current: Current, between: Option<Between>, link: &Link<'_>, post: &PostClue) -> bool {
        let bare = post.organisation.is_none();
        match between {
            // `Ảnh: Minh Quang Bộ trưởng nêu rõ`: the full stop is missing.
            None => !current.led && !bare,
            // `… Trần Đại Quang, Thủ tướng trân trọng mời`: a title alone, and a verb.
            Some(Between::Comma) if bare && link.goes_on && post.class == PostClass::Top => false,
            Some(Between::Comma) if bare && link.goes_on && (current.led || !current.addressed) => {
                post.class != PostClass::Office
            }
            // `Theo ông A, Chủ tịch Trung Quốc đã đồng ý`
            Some(Between::Comma) if self.says && link.goes_on => false,
            // `Lễ Quốc tang là …`: capitalised words that nothing says are a person's.
            Some(Between::Is | Between::Bracket) if !current.sure && !current.led => false,
            Some(_) if !current.sure && !current.led && bare => false,
            // `ông A và đại biểu Quốc hội`
            Some(Between::And) => current.followed && !bare,
            _ => true,
        }
    }
}

/// Whether it is the office of a head of state or of government, held now.
fn is_highest(post: &PostClue) -> bool {
    post.class == PostClass::Top
        && post.status == RoleStatus::Current
        && post.key.first().is_some_and(|word| word != "phó")
}

/// Whether a head of state or of government may hold the post too: `Bí thư Quân ủy Trung ương, Tổng Bí thư`.
fn joins_top(post: &PostClue) -> bool {
    let title = post.key.get(..post.key_title).unwrap_or_default();
    title.first().is_some_and(|word| matches!(word.as_str(), "bí" | "trưởng" | "phó"))
        || matches!(title, [first, second, ..] if first == "tổng" && matches!(second.as_str(), "bí" | "tư"))
        || post.key.get(post.key_title).is_some_and(|word| word == "hội")
        || post.organisation.is_none()
}

/// A post held, tied in the shape `rule`.
pub(crate) fn held<'a>(post: &'a PostClue, status: RoleStatus, rule: &'static str) -> Held<'a> {
    Held { post, tokens: post.words.clone(), status, rule }
}

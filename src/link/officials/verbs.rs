//! Posts tied by a verb: `làm Trưởng đoàn`, `giữ chức`, `thôi giữ chức`, `từng là`.

use super::{
    chain::{Link, held},
    claims::Claims,
};
use crate::{
    article::RoleStatus,
    clue::{ClueKind, Cue, Mark, NameClue, NameEvidence, PostClass, PostClue},
};

/// So many links at most stand between a verb and the name it speaks of.
const REACH: usize = 64;

/// Ties the posts that follow a verb to the name before it.
pub(crate) fn attach<'a>(links: &[Link<'a>], claims: &mut Claims<'a>) {
    let (mut spoken, mut named) = (false, false);
    for (at, link) in links.iter().enumerate() {
        spoken |= matches!(link.clue.kind, ClueKind::Address);
        named |= matches!(link.clue.kind, ClueKind::Name(_));
        let ClueKind::Cue(cue) = &link.clue.kind else { continue };
        let (status, rule) = match cue {
            Cue::Serves => (None, "official/serves"),
            Cue::Holds => (None, "official/holds"),
            Cue::Left => (Some(RoleStatus::Former), "official/left"),
            Cue::Was => (Some(RoleStatus::Former), "official/was"),
            Cue::Is => (None, "official/copula"),
            Cue::Years => (Some(RoleStatus::Former), "official/career"),
            _ => continue,
        };
        let number = match cue {
            Cue::Holds | Cue::Left => receiver(links, at, claims).or_else(|| subject(links, at, *cue, claims)),
            Cue::Years if at == 0 => claims.topic(),
            Cue::Years => subject(links, at, *cue, claims).or_else(|| claims.topic()),
            _ => subject(links, at, *cue, claims),
        };
        // `Ông từng giữ chức …`: the person of the sentence before.
        let number = number.or_else(|| if spoken && !named { claims.topic() } else { None });
        let Some(number) = number else { continue };
        for (next, link) in links.iter().enumerate().skip(at + 1) {
            if !link.joined {
                break;
            }
            match &link.clue.kind {
                ClueKind::Post(post) if post.class != PostClass::Vague && !leads(links, next) => {
                    let status = status.unwrap_or(post.status);
                    claims.hold(number, held(post, status, rule));
                    for other in beside(links, at, number, post, claims) {
                        claims.hold(other, held(post, status, rule));
                    }
                }
                ClueKind::Mark(Mark::Comma | Mark::Dash | Mark::Colon) => {}
                ClueKind::Mark(Mark::Semicolon) if matches!(cue, Cue::Was | Cue::Years | Cue::Holds) => {}
                // `ông A là Bộ trưởng Bộ B; Chủ nhiệm Ủy ban C.`
                ClueKind::Mark(Mark::Semicolon) if *cue == Cue::Is && lists_on(links, next + 1) => {}
                // `trải qua nhiều cương vị, tiêu biểu là:`
                ClueKind::Cue(Cue::Is | Cue::Among) if *cue == Cue::Was && next <= at + 2 => {}
                ClueKind::Rank => {}
                // `thôi giữ chức Bí thư, được phân công làm Phó Trưởng ban`: what follows is the new post.
                ClueKind::Cue(Cue::Holds) if *cue == Cue::Left && next > at + 1 => break,
                ClueKind::Cue(Cue::Also | Cue::And | Cue::Many | Cue::Holds) => {}
                _ => break,
            }
        }
    }
}

/// Whether the post at `at` leads to a name.
fn leads(links: &[Link<'_>], at: usize) -> bool {
    links.get(at + 1).is_some_and(|link| link.joined && matches!(link.clue.kind, ClueKind::Name(_) | ClueKind::Address))
}

/// Whether a further post of the same person stands at `at`: no name comes after it, and no verb.
fn lists_on(links: &[Link<'_>], at: usize) -> bool {
    let after = links.get(at + 1).filter(|link| link.joined);
    links.get(at).is_some_and(|link| link.joined && !link.goes_on && matches!(link.clue.kind, ClueKind::Post(_)))
        && after.is_none_or(|link| matches!(link.clue.kind, ClueKind::Mark(Mark::Semicolon | Mark::Open | Mark::Comma)))
}

/// The number of the one name before the comma and the `là` at `at`: `ông A có học vị tiến sĩ, là Ủy viên …`.
fn only_name(links: &[Link<'_>], at: usize, claims: &Claims<'_>) -> Option<usize> {
    let comma = at.checked_sub(1).and_then(|i| links.get(i))?;
    if !comma.clue.kind.is_mark(Mark::Comma) || !links.get(at)?.joined {
        return None;
    }
    let mut only = None;
    for link in links.iter().take(at).rev().take(REACH) {
        match &link.clue.kind {
            ClueKind::Name(name) if only.is_none() && name.addressed => only = claims.number(&name.name),
            ClueKind::Name(_) | ClueKind::Post(_) | ClueKind::Mark(Mark::Semicolon) => return None,
            _ => {}
        }
    }
    only
}

/// The number of the name that the verb at `at` speaks of: the nearest before it.
fn subject(links: &[Link<'_>], at: usize, cue: Cue, claims: &Claims<'_>) -> Option<usize> {
    let mut joined = links.get(at)?.joined;
    for (i, link) in links.iter().enumerate().take(at).rev().take(REACH) {
        match &link.clue.kind {
            // `là` speaks of the name it follows at once; other verbs of the nearest.
            ClueKind::Name(name) if cue == Cue::Is && (!joined || !is_sure(name)) => {
                return only_name(links, at, claims);
            }
            // `ở Pác Bó, ông được bầu làm …`: capitalised words that nothing says are a person's.
            ClueKind::Name(name) if !is_sure(name) && !led(links, i) => {}
            ClueKind::Name(name) if !replaced(links, i) => return claims.number(&name.name),
            ClueKind::Mark(Mark::Semicolon) => return None,
            _ => {}
        }
        joined &= link.joined;
    }
    None
}

/// The numbers of the names that stand in a row before the name `number` right before the verb at `at`, where the post is theirs too:
/// `các ông A, B giữ chức Phó Bí thư`, `đồng chí A, đồng chí B làm Phó Bí thư`.
fn beside(links: &[Link<'_>], at: usize, number: usize, post: &PostClue, claims: &Claims<'_>) -> Vec<usize> {
    let mut numbers = Vec::new();
    let several = post.class == PostClass::Member || post.key.first().is_some_and(|word| word == "phó");
    let Some(mut from) = at.checked_sub(1).filter(|_| links.get(at).is_some_and(|link| link.joined) && several) else {
        return numbers;
    };
    let mut many = false;
    while let Some(link) = links.get(from).filter(|_| at - from < REACH) {
        match &link.clue.kind {
            ClueKind::Name(name) => {
                let Some(other) = claims.number(&name.name).filter(|&other| numbers.is_empty() || other != number)
                else {
                    break;
                };
                numbers.push(other);
                many |= name.addressed;
            }
            ClueKind::Mark(Mark::Comma | Mark::Colon) | ClueKind::Cue(Cue::And) | ClueKind::Address => {}
            ClueKind::Cue(Cue::Many) => {
                many = true;
                break;
            }
            _ => break,
        }
        let Some(before) = from.checked_sub(1).filter(|_| link.joined) else { break };
        from = before;
    }
    numbers.retain(|&other| other != number && many && claims.is_free(other));
    numbers
}

/// The number of the name to whom the posts after the verb at `at` are given: `giữ chức Vụ trưởng Vụ Pháp chế cho bà A`.
fn receiver(links: &[Link<'_>], at: usize, claims: &Claims<'_>) -> Option<usize> {
    let mut given = false;
    for link in links.iter().skip(at + 1) {
        match &link.clue.kind {
            _ if !link.joined => return None,
            ClueKind::Post(_) | ClueKind::Mark(Mark::Comma) | ClueKind::Cue(Cue::Also | Cue::And) => given = false,
            ClueKind::Cue(Cue::To) => given = true,
            ClueKind::Name(name) if given => return claims.number(&name.name),
            _ => return None,
        }
    }
    None
}

/// Whether its form or an honorific says that the name is a person's.
fn is_sure(name: &NameClue) -> bool {
    name.addressed || !name.titles.is_empty() || name.evidence >= NameEvidence::Fair
}

/// Whether a post or a word of address stands right before the name at `at`.
fn led(links: &[Link<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| links.get(i));
    links.get(at).is_some_and(|link| link.joined)
        && before.is_some_and(|before| matches!(before.clue.kind, ClueKind::Post(_) | ClueKind::Address))
}

/// Whether the name at `at` is the predecessor's: `thay ông Nguyễn Văn An`.
fn replaced(links: &[Link<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| links.get(i));
    before.is_some_and(|before| {
        matches!(before.clue.kind, ClueKind::Cue(Cue::Replaces)) && links.get(at).is_some_and(|link| link.joined)
    })
}

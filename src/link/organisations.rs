//! Organisations with all their mentions, lists spelt out, the wordings of one body joined.

use std::collections::HashMap;

use crate::{
    article::{Article, Found, Organisation, OrganisationKind, Span},
    clue::OrganisationClue,
    text::{Text, fold},
};

/// Writes the organisations into `article`, in the order first named.
///
/// Two wordings are one body where they differ in abbreviations only (`UBND` and `Ủy ban nhân dân`), or where one leaves out the place and only
/// one body of the text can be meant (`Sở Y tế` beside `Sở Y tế Cao Bằng`). An abbreviation that the text introduces means its body from there on.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &[OrganisationClue]) {
    let clues = without_overlap(clues);
    let numbers = Numbers::of(&clues);
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut shorts: HashMap<String, (usize, usize)> = HashMap::new();
    let mut mentions: Vec<(usize, Found)> = Vec::new();
    let mut names: HashMap<usize, (bool, String, OrganisationKind)> = HashMap::new();
    for clue in &clues {
        let words = text.slice(clue.tokens.clone());
        let name = clue.head.as_ref().map_or_else(|| words.to_owned(), |head| format!("{head} {words}"));
        let own = shorts.get(&fold(words)).filter(|(_, from)| *from <= clue.tokens.start).map(|(number, _)| *number);
        let number = own.unwrap_or_else(|| numbers.number(clue));
        let placed = clue.place.as_ref().is_some_and(|place| !place.name.is_empty());
        let known = names.entry(number).or_insert_with(|| (placed, name.clone(), clue.kind));
        if placed && !known.0 {
            *known = (true, name, clue.kind);
        }
        if let Some(short) = &clue.short {
            shorts.entry(fold(text.slice(short.clone()))).or_insert((number, short.start));
        }
        mentions.push((number, Found::new(&text.text, text.span(clue.tokens.clone()), clue.rule)));
    }
    mentions.extend(again(text, &shorts, &mentions));
    mentions.sort_by_key(|(_, mention)| mention.span);
    for (number, mention) in mentions {
        let Some((_, name, kind)) = names.get(&number) else { continue };
        let at = *places.entry(number).or_insert_with(|| {
            article.organisations.push(Organisation::new(name.clone(), *kind, Vec::new()));
            article.organisations.len() - 1
        });
        if let Some(organisation) = article.organisations.get_mut(at) {
            organisation.mentions.push(mention);
        }
    }
}

/// The clues in reading order; of two that overlap the list's, else the one that begins first.
fn without_overlap(clues: &[OrganisationClue]) -> Vec<&OrganisationClue> {
    let mut order: Vec<&OrganisationClue> = clues.iter().collect();
    order.sort_by_key(|clue| (clue.tokens.start, clue.head.is_none()));
    let mut seen = 0;
    order.retain(|clue| {
        let free = clue.tokens.start >= seen || clue.head.is_some();
        if free {
            seen = seen.max(clue.tokens.end);
        }
        free
    });
    order.dedup_by(|next, first| next.tokens == first.tokens);
    order
}

/// Which body each wording means.
struct Numbers {
    /// By the name without its place: the places it stands with, and the number of each body.
    bodies: HashMap<String, Vec<Body>>,
}

/// A body that a text names.
struct Body {
    /// The word for the kind of its place.
    kind: String,
    /// The name of its place.
    name: String,
    /// Whether it is another country's: `Chính phủ` alone is none of those.
    foreign: bool,
    number: usize,
}

impl Numbers {
    fn of(clues: &[&OrganisationClue]) -> Self {
        let mut bodies: HashMap<String, Vec<Body>> = HashMap::new();
        for (number, clue) in clues.iter().enumerate() {
            let (kind, name) = place(clue);
            let found = bodies.entry(clue.key.join(" ")).or_default();
            if found.len() < MOST && !found.iter().any(|body| body.is(&kind, &name)) {
                found.push(Body { kind, name, foreign: clue.kind == OrganisationKind::Foreign, number });
            }
        }
        Self { bodies }
    }

    fn number(&self, clue: &OrganisationClue) -> usize {
        let (kind, name) = place(clue);
        let Some(found) = self.bodies.get(&clue.key.join(" ")) else { return usize::MAX };
        let exact = found.iter().find(|body| body.is(&kind, &name)).map_or(usize::MAX, |body| body.number);
        if !name.is_empty() || clue.kind == OrganisationKind::Foreign {
            return exact;
        }
        // The one body of the text with a place, else the wording's own.
        let mut placed = found.iter().filter(|body| !body.name.is_empty() && !body.foreign && body.fits(&kind));
        match (placed.next(), placed.next()) {
            (Some(body), None) => body.number,
            _ => exact,
        }
    }
}

impl Body {
    /// Whether the words for the kind of the place allow that it is this one.
    fn fits(&self, kind: &str) -> bool {
        self.kind == kind || self.kind.is_empty() || kind.is_empty()
    }

    /// Whether a wording with this place names it.
    fn is(&self, kind: &str, name: &str) -> bool {
        self.name == name && (self.kind == kind || !name.is_empty() && self.fits(kind))
    }
}

/// So many bodies of one name are told apart in a text; a list of more leaves the rest to the last.
const MOST: usize = 256;

fn place(clue: &OrganisationClue) -> (String, String) {
    clue.place.as_ref().map_or_else(Default::default, |place| (place.kind.clone(), place.name.clone()))
}

/// The later mentions of abbreviations that the text introduces: `VFF` after `Liên đoàn Bóng đá Việt Nam (VFF)`.
fn again(text: &Text, shorts: &HashMap<String, (usize, usize)>, mentions: &[(usize, Found)]) -> Vec<(usize, Found)> {
    if shorts.is_empty() {
        return Vec::new();
    }
    let mut taken: Vec<Span> = mentions.iter().map(|(_, mention)| mention.span).collect();
    taken.sort_unstable();
    let mut found = Vec::new();
    for (at, token) in text.tokens.iter().enumerate() {
        if !token.shape.is_upper() {
            continue;
        }
        let span = token.span();
        let before = taken.partition_point(|other| other.start <= span.start);
        if before.checked_sub(1).and_then(|before| taken.get(before)).is_some_and(|other| other.contains(span)) {
            continue;
        }
        let Some((number, from)) = shorts.get(&fold(text.word(at))) else { continue };
        if *from <= at {
            found.push((*number, Found::new(&text.text, span, "organisation/short")));
        }
    }
    found
}

//! Every mention of a person brought together, short ones too.

use std::collections::HashMap;

use super::{
    claims::{Claims, Named},
    roles::Roles,
    variants,
};
use crate::{
    article::{Article, Diagnostic, Found, Mention, Official, Person},
    clue::NameEvidence,
    text::{Text, fold},
};

/// A person with all mentions.
struct Known<'a> {
    words: Vec<String>,
    name: String,
    first: usize,
    addressed: bool,
    sure: bool,
    foreign: bool,
    repeated: bool,
    titles: Vec<String>,
    roles: Roles<'a>,
    mentions: Vec<(usize, Mention)>,
}

/// Brings the mentions together and writes the persons.
pub(crate) fn write(article: &mut Article, text: &Text, claims: &Claims<'_>) {
    for tokens in &claims.open {
        article.diagnostics.push(
            Diagnostic::new("role-open", "a post between two names may be either's; it was given to neither")
                .at(text.span(tokens.clone())),
        );
    }
    let mut known = full_names(text, claims);
    cut_overruns(&mut known);
    join_parts(&mut known);
    add_short_names(article, text, claims, &mut known);
    add_posts(text, claims, &mut known);
    known.retain(Known::is_person);
    known.sort_by_key(|person| person.first);
    note_variants(article, &known);
    for person in known {
        person.write(article, text);
    }
}

/// The persons named with two words or more.
fn full_names<'a>(text: &Text, claims: &Claims<'a>) -> Vec<Known<'a>> {
    let mut known: Vec<Known> = Vec::new();
    let mut by_name: HashMap<Vec<String>, usize> = HashMap::new();
    for named in &claims.names {
        let order = named.clue.name.start;
        let words = words(text, named);
        if words.len() < 2 || named.alias.is_some() {
            continue;
        }
        let number = *by_name.entry(words.clone()).or_insert_with(|| {
            known.push(Known::new(text, named, words, order));
            known.len() - 1
        });
        known[number].add(text, named, order);
    }
    known
}

/// A name that is another's with one more word (`Nguyễn Văn An Hiện`, the full stop being lost) is the other's.
fn cut_overruns(known: &mut Vec<Known<'_>>) {
    let by_name: HashMap<Vec<String>, usize> =
        known.iter().enumerate().map(|(number, person)| (person.words.clone(), number)).collect();
    let moves: Vec<(usize, usize)> = known
        .iter()
        .enumerate()
        .filter(|(_, person)| person.words.len() >= 4)
        .filter_map(|(number, person)| {
            let shorter = person.words.get(..person.words.len() - 1)?;
            by_name.get(shorter).map(|into| (number, *into))
        })
        .collect();
    for (number, into) in moves {
        let part = std::mem::replace(&mut known[number], Known::empty());
        known[into].merge(part);
    }
    known.retain(|person| !person.words.is_empty());
}

/// A name whose words end another's (`Putin`, `Hải Anh`) is that person's, where only one fits.
fn join_parts(known: &mut Vec<Known<'_>>) {
    let ends = Ends::of(known);
    let mut moves = Vec::new();
    for (number, part) in known.iter().enumerate() {
        // `Phạm Minh`, cut short, with the same post as `Phạm Minh Chính`.
        let longer = ends.by_beginning.get(part.words.as_slice()).map(Vec::as_slice).unwrap_or_default();
        let mut cut = longer.iter().filter(|&&whole| part.roles.shares(&known[whole].roles));
        if let (Some(&into), None) = (cut.next(), cut.next()) {
            moves.push((number, into));
            continue;
        }
        let mut whole = ends.ending(&part.words).iter().filter(|&&other| part.is_part_of(&known[other]));
        if let (Some(&into), None) = (whole.next(), whole.next()) {
            moves.push((number, into));
        }
    }
    // The shortest first, so that a part of a part arrives with it.
    moves.sort_by_key(|(number, _)| known[*number].words.len());
    for (number, into) in moves {
        let part = std::mem::replace(&mut known[number], Known::empty());
        known[into].merge(part);
    }
    known.retain(|person| !person.words.is_empty());
}

/// Persons by pieces of their names, so that no name is held against every other.
#[derive(Default)]
struct Ends {
    /// By all words but the last.
    by_beginning: HashMap<Vec<String>, Vec<usize>>,
    /// By each proper ending.
    by_ending: HashMap<Vec<String>, Vec<usize>>,
}

impl Ends {
    fn of(known: &[Known<'_>]) -> Self {
        let mut ends = Self::default();
        for (number, person) in known.iter().enumerate() {
            if let Some((_, beginning)) = person.words.split_last() {
                ends.by_beginning.entry(beginning.to_vec()).or_default().push(number);
            }
            for from in 1..person.words.len() {
                ends.by_ending.entry(person.words[from..].to_vec()).or_default().push(number);
            }
        }
        ends
    }

    /// Whom a name may be a part of: those whose names end with it, or with its last word where its first is an initial.
    fn ending(&self, words: &[String]) -> &[usize] {
        let key = match words {
            [first, last] if first.chars().count() == 1 => std::slice::from_ref(last),
            all => all,
        };
        self.by_ending.get(key).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Gives names of one word to the one person they can mean.
fn add_short_names<'a>(article: &mut Article, text: &Text, claims: &Claims<'a>, known: &mut Vec<Known<'a>>) {
    let mut by_last: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, person) in known.iter().enumerate().filter(|(_, person)| person.is_person() || person.foreign) {
        if let (Some(first), Some(last)) = (person.words.first(), person.words.last()) {
            by_last.entry(last.clone()).or_default().push(number);
            by_first.entry(first.clone()).or_default().push(number);
        }
    }
    let mut alone: HashMap<String, usize> = HashMap::new();
    for named in &claims.names {
        let order = named.clue.name.start;
        let words = words(text, named);
        let [word] = words.as_slice() else { continue };
        let last = by_last.get(word);
        let fits = last.or_else(|| by_first.get(word)).map(Vec::as_slice).unwrap_or_default();
        match fits {
            [one] => {
                known[*one].add(text, named, order);
                known[*one].repeated |= last.is_some();
            }
            [] if named.clue.addressed || named.clue.foreign && !named.posts.is_empty() => {
                let number = *alone.entry(word.clone()).or_insert_with(|| {
                    known.push(Known::new(text, named, words.clone(), order));
                    known.len() - 1
                });
                known[number].add(text, named, order);
            }
            [] => {}
            _ => article.diagnostics.push(
                Diagnostic::new("mention-open", "a short name may mean several persons; it was given to none")
                    .at(text.span(named.clue.name.clone())),
            ),
        }
    }
}

/// Says which names look like another's in a second spelling.
fn note_variants(article: &mut Article, known: &[Known<'_>]) {
    let people: Vec<_> = known.iter().map(|person| (person.words.as_slice(), &person.roles)).collect();
    for (first, second) in variants::pairs(&people) {
        let Some((_, mention)) = known[second].mentions.first() else { continue };
        let message = format!("may be another spelling of {}; the two were kept apart", known[first].name);
        article.diagnostics.push(Diagnostic::new("name-variant", message).at(mention.span));
    }
}

/// Gives a post without a name (`Thứ trưởng nhấn mạnh`) to the one person named before who holds it.
fn add_posts(text: &Text, claims: &Claims<'_>, known: &mut [Known<'_>]) {
    let mut by_title: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (number, person) in known.iter().enumerate() {
        for title in person.roles.titles() {
            let holders = by_title.entry(title).or_default();
            if holders.last() != Some(&number) {
                holders.push(number);
            }
        }
    }
    let mut found = Vec::new();
    for post in &claims.spoken {
        if let Some([one]) = by_title.get(post.key.as_slice()).map(Vec::as_slice) {
            found.push((*one, post.words.clone()));
        }
    }
    for (number, words) in found {
        if known[number].first < words.start {
            let mention = Found::new(&text.text, text.span(words.clone()), "person/post");
            known[number].mentions.push((words.start, mention));
        }
    }
}

fn words(text: &Text, named: &Named<'_>) -> Vec<String> {
    named
        .clue
        .name
        .clone()
        .filter(|&token| text.tokens.get(token).is_some_and(|token| token.shape.is_word()))
        .map(|token| fold(text.word(token)))
        .collect()
}

impl<'a> Known<'a> {
    fn empty() -> Self {
        Self {
            words: Vec::new(),
            name: String::new(),
            first: usize::MAX,
            addressed: false,
            sure: false,
            foreign: false,
            repeated: false,
            titles: Vec::new(),
            roles: Roles::default(),
            mentions: Vec::new(),
        }
    }

    fn new(text: &Text, named: &Named<'_>, words: Vec<String>, order: usize) -> Self {
        let name = text.slice(named.clue.name.clone()).to_owned();
        Self { words, name, first: order, ..Self::empty() }
    }

    fn add(&mut self, text: &Text, named: &Named<'a>, order: usize) {
        self.addressed |= named.clue.addressed || !named.clue.titles.is_empty();
        self.sure |= named.clue.evidence == NameEvidence::Sure && !named.after_organisation && !named.credited;
        self.foreign |= named.clue.foreign && !named.after_organisation && !named.credited;
        for title in named.ranks.iter().chain(&named.clue.titles) {
            self.add_title(text.slice(title.clone()).to_owned());
        }
        let mut posts: Vec<_> = named.posts.iter().collect();
        posts.sort_by_key(|held| held.tokens.start);
        for held in posts {
            self.roles.push(held.clone());
        }
        let span = text.span(named.clue.name.clone());
        self.mentions.push((order, Found::new(&text.text, span, "person/name")));
    }

    fn add_title(&mut self, title: String) {
        if !self.titles.iter().any(|other| fold(other) == fold(&title)) {
            self.titles.push(title);
        }
    }

    fn merge(&mut self, part: Known<'a>) {
        self.mentions.extend(part.mentions);
        self.roles.extend(part.roles);
        for title in part.titles {
            self.add_title(title);
        }
        self.first = self.first.min(part.first);
        self.addressed |= part.addressed;
    }

    /// Whether the name ends `whole`'s, or shortens its first word: `Putin`, `V. Putin`.
    fn is_part_of(&self, whole: &Self) -> bool {
        let initial = match self.words.as_slice() {
            [first, last] => {
                first.chars().count() == 1
                    && whole
                        .words
                        .first()
                        .is_some_and(|word| word.len() > first.len() && word.starts_with(first.as_str()))
                    && whole.words.last() == Some(last)
            }
            _ => false,
        };
        initial || whole.words.len() > self.words.len() && whole.words.ends_with(&self.words)
    }

    /// Whether a person is meant, not a thing with capitals.
    fn is_person(&self) -> bool {
        !self.roles.is_empty() || self.addressed || self.sure || self.foreign && self.repeated
    }

    fn write(mut self, article: &mut Article, text: &Text) {
        self.mentions.sort_by_key(|(order, _)| *order);
        let mentions = self.mentions.into_iter().map(|(_, mention)| mention).collect();
        let roles = self.roles.write(text);
        if roles.is_empty() {
            article.people.push(Person { name: self.name, mentions });
        } else {
            article.officials.push(Official { name: self.name, titles: self.titles, roles, mentions });
        }
    }
}

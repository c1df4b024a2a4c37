use std::ops::Range;

use super::{
    Item, Layer, Layers,
    compile::{Piece, RuleSet},
};
use crate::{
    lexicon::{Hits, Lexicon, Row, Table},
    text::Text,
};

/// All that patterns look at.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The text with its tokens.
    pub(crate) text: &'a Text,
    /// The tables.
    pub(crate) lexicon: &'a Lexicon,
    /// The rows found in the text.
    pub(crate) hits: &'a Hits,
    /// What earlier strata found.
    pub(crate) layers: &'a Layers,
}

/// What a pattern read: its tokens and the named pieces of them.
pub(crate) struct Match<'a> {
    /// Where it looked.
    pub(crate) scene: Scene<'a>,
    /// The tokens read.
    pub(crate) tokens: Range<usize>,
    names: Vec<(&'static str, Range<usize>)>,
}

impl<'a> Match<'a> {
    /// The tokens read as `name`; of several the first.
    pub(crate) fn tokens(&self, name: &str) -> Option<Range<usize>> {
        self.all(name).next()
    }

    /// Every stretch read as `name`, in order.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = Range<usize>> {
        self.names.iter().filter(move |(n, _)| *n == name).map(|(_, tokens)| tokens.clone())
    }

    /// The word `back` tokens before those read; nothing before the text.
    pub(crate) fn before(&self, back: usize) -> &'a str {
        self.tokens.start.checked_sub(back).map_or("", |at| self.scene.text.word(at))
    }

    /// The words read as `name`.
    pub(crate) fn text(&self, name: &str) -> Option<&'a str> {
        Some(self.scene.text.slice(self.tokens(name)?))
    }

    /// The digits read as `name`, as a number; nothing where they are too many.
    pub(crate) fn digits<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.text(name)?.parse().ok()
    }

    /// The number of the find of `layer` that was read as `name`.
    pub(crate) fn found(&self, name: &str, layer: Layer) -> Option<usize> {
        self.scene.layers.at(layer, self.tokens(name)?.start).map(|(number, _)| number)
    }

    /// The row of `table` that was read as `name`.
    pub(crate) fn row(&self, name: &str, table: Table) -> Option<&'a Row> {
        let hit = self.scene.hits.longest(self.tokens(name)?.start, table)?;
        Some(self.scene.lexicon.row(hit))
    }
}

/// What a rule made of some tokens.
#[derive(Clone, Debug)]
pub(crate) struct Matched<T> {
    /// The rule's name.
    pub(crate) rule: &'static str,
    /// The tokens read.
    pub(crate) tokens: Range<usize>,
    /// What they mean.
    pub(crate) value: T,
}

impl<C, T> RuleSet<C, T> {
    /// Reads the whole text: leftmost, longest, first listed; no match reaches across sentences or overlaps another.
    pub(crate) fn run(&self, scene: Scene<'_>, context: &C) -> Vec<Matched<T>> {
        let mut found = Vec::new();
        for sentence in &scene.text.sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                match self.best(scene, context, at, sentence.end) {
                    Some(matched) => {
                        at = matched.tokens.end;
                        found.push(matched);
                    }
                    None => at += 1,
                }
            }
        }
        found
    }

    fn best(&self, scene: Scene<'_>, context: &C, at: usize, end: usize) -> Option<Matched<T>> {
        let mut best: Option<(u32, Matched<T>)> = None;
        for (number, rule) in self.candidates(scene, at) {
            let mut names = Vec::new();
            let Some(stop) = follow(&rule.pieces, scene, at, end, &mut names) else { continue };
            let beaten = best
                .as_ref()
                .is_some_and(|(first, best)| best.tokens.end > stop || (best.tokens.end == stop && *first <= number));
            if stop == at || beaten {
                continue;
            }
            let read = Match { scene, tokens: at..stop, names };
            if let Some(value) = (rule.rule.build)(&read, context) {
                best = Some((number, Matched { rule: rule.rule.name, tokens: at..stop, value }));
            }
        }
        best.map(|(_, matched)| matched)
    }
}

type Names = Vec<(&'static str, Range<usize>)>;

/// Where the pieces, read from `at` on, come to an end; nothing where they do not match before `end`.
fn follow(pieces: &[Piece], scene: Scene<'_>, mut at: usize, end: usize, names: &mut Names) -> Option<usize> {
    for piece in pieces {
        at = step(piece, scene, at, end, names)?;
    }
    Some(at)
}

fn step(piece: &Piece, scene: Scene<'_>, at: usize, end: usize, names: &mut Names) -> Option<usize> {
    let tokens = &scene.text.tokens;
    let within = |stop: usize| (stop <= end).then_some(stop);
    match piece {
        Piece::Any(phrases) => phrases.iter().find_map(|phrase| {
            let stop = within(at + phrase.len())?;
            let same = phrase.iter().zip(&tokens[at..stop]).all(|(word, token)| *word == token.word);
            same.then_some(stop)
        }),
        Piece::Table(table) => {
            let hit = (at < end).then(|| scene.hits.longest(at, *table)).flatten()?;
            within(at + hit.len as usize)
        }
        Piece::Is(shape) => (at < end && shape(tokens[at].shape)).then_some(at + 1),
        Piece::Found(layer) => {
            let (_, stop) = (at < end).then(|| scene.layers.at(*layer, at)).flatten()?;
            within(stop)
        }
        Piece::Maybe(inner) => Some(attempt(inner, scene, at, end, names).unwrap_or(at)),
        Piece::OneOf(choices) => choices.iter().find_map(|inner| attempt(inner, scene, at, end, names)),
        Piece::Many(inner) => {
            let mut at = at;
            for _ in 0..Item::MOST {
                match attempt(inner, scene, at, end, names) {
                    Some(stop) if stop > at => at = stop,
                    _ => break,
                }
            }
            Some(at)
        }
        Piece::As(name, inner) => {
            let before = names.len();
            let stop = attempt(inner, scene, at, end, names)?;
            names.insert(before, (name, at..stop));
            Some(stop)
        }
        Piece::Glued => (at < end && tokens[at].shape.is_glued()).then_some(at),
        Piece::Not(inner) => {
            let before = names.len();
            let follows = follow(inner, scene, at, end, names).is_some();
            names.truncate(before);
            (!follows).then_some(at)
        }
        Piece::NotAfter(words) => {
            let before = at.checked_sub(1).map(|i| tokens[i].word);
            (!before.is_some_and(|word| words.contains(&word))).then_some(at)
        }
    }
}

/// As [`follow`], forgetting the names of a reading that fails.
fn attempt(pieces: &[Piece], scene: Scene<'_>, at: usize, end: usize, names: &mut Names) -> Option<usize> {
    let before = names.len();
    let stop = follow(pieces, scene, at, end, names);
    if stop.is_none() {
        names.truncate(before);
    }
    stop
}

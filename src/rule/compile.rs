use rustc_hash::FxHashMap;

use super::{Item, Layer, Rule};
use crate::{
    lexicon::{Table, words},
    text::{Shape, Vocabulary, WordId},
};

/// Rules whose words are numbers of a vocabulary, sorted by how they can begin.
pub(crate) struct RuleSet<C: 'static, T: 'static> {
    rules: Vec<Compiled<C, T>>,
    /// The rules that can begin with a word, in the order listed.
    by_word: FxHashMap<WordId, Vec<u32>>,
    /// The rules that can begin with a word of no rule's own: by table, shape or find.
    by_other: Vec<u32>,
}

pub(crate) struct Compiled<C: 'static, T: 'static> {
    pub(crate) rule: &'static Rule<C, T>,
    pub(crate) pieces: Vec<Piece>,
}

/// An [`Item`] with its words as numbers.
pub(crate) enum Piece {
    Any(Vec<Vec<WordId>>),
    Table(Table),
    Is(fn(Shape) -> bool),
    Found(Layer),
    Maybe(Vec<Piece>),
    OneOf(Vec<Vec<Piece>>),
    Many(Vec<Piece>),
    As(&'static str, Vec<Piece>),
    Glued,
    Not(Vec<Piece>),
    NotAfter(Vec<WordId>),
}

impl<C, T> RuleSet<C, T> {
    /// Compiles `rules` and teaches their words to `vocabulary`.
    pub(crate) fn compile(rules: &'static [Rule<C, T>], vocabulary: &mut Vocabulary) -> Self {
        let rules: Vec<_> =
            rules.iter().map(|rule| Compiled { rule, pieces: compile(rule.pattern, vocabulary) }).collect();
        let mut by_word: FxHashMap<WordId, Vec<u32>> = FxHashMap::default();
        let mut by_other = Vec::new();
        let starts: Vec<_> = rules
            .iter()
            .map(|rule| {
                let mut start = Start::default();
                start.pieces(&rule.pieces);
                start
            })
            .collect();
        for (number, start) in starts.iter().enumerate() {
            if start.other {
                by_other.push(number as u32);
            }
            for word in &start.words {
                by_word.entry(*word).or_default();
            }
        }
        // A word's list also holds the rules that begin otherwise: the word may be in a table or have the shape.
        for (word, list) in &mut by_word {
            *list = (0..rules.len() as u32)
                .filter(|&n| starts[n as usize].other || starts[n as usize].words.contains(word))
                .collect();
        }
        Self { rules, by_word, by_other }
    }

    /// The rules that may begin with `word`, in the order listed.
    pub(crate) fn candidates(&self, word: WordId) -> impl Iterator<Item = &Compiled<C, T>> {
        let list = self.by_word.get(&word).unwrap_or(&self.by_other);
        list.iter().map(|number| &self.rules[*number as usize])
    }

    /// The rules, in the order listed.
    #[cfg(test)]
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'static Rule<C, T>> {
        self.rules.iter().map(|compiled| compiled.rule)
    }
}

fn compile(items: &[Item], vocabulary: &mut Vocabulary) -> Vec<Piece> {
    items
        .iter()
        .map(|item| match *item {
            Item::Any(phrases) => Piece::Any(
                phrases.iter().map(|phrase| words(phrase).map(|word| vocabulary.learn(word)).collect()).collect(),
            ),
            Item::Table(table) => Piece::Table(table),
            Item::Is(shape) => Piece::Is(shape),
            Item::Found(layer) => Piece::Found(layer),
            Item::Maybe(inner) => Piece::Maybe(compile(inner, vocabulary)),
            Item::OneOf(choices) => Piece::OneOf(choices.iter().map(|inner| compile(inner, vocabulary)).collect()),
            Item::Many(inner) => Piece::Many(compile(inner, vocabulary)),
            Item::As(name, inner) => Piece::As(name, compile(inner, vocabulary)),
            Item::Glued => Piece::Glued,
            Item::Not(inner) => Piece::Not(compile(inner, vocabulary)),
            Item::NotAfter(words) => Piece::NotAfter(words.iter().map(|word| vocabulary.learn(word)).collect()),
        })
        .collect()
}

/// How a pattern can begin.
#[derive(Default)]
struct Start {
    words: Vec<WordId>,
    other: bool,
}

impl Start {
    /// Adds the beginnings of `pieces`; says whether they can match without reading anything.
    fn pieces(&mut self, pieces: &[Piece]) -> bool {
        pieces.iter().all(|piece| self.piece(piece))
    }

    fn piece(&mut self, piece: &Piece) -> bool {
        match piece {
            Piece::Any(phrases) => {
                self.words.extend(phrases.iter().filter_map(|phrase| phrase.first()));
                false
            }
            Piece::Table(_) | Piece::Is(_) | Piece::Found(_) => {
                self.other = true;
                false
            }
            Piece::Maybe(inner) | Piece::Many(inner) => {
                self.pieces(inner);
                true
            }
            Piece::OneOf(choices) => {
                let mut empty = false;
                for inner in choices {
                    empty |= self.pieces(inner);
                }
                empty
            }
            Piece::As(_, inner) => self.pieces(inner),
            Piece::Glued | Piece::Not(_) | Piece::NotAfter(_) => true,
        }
    }
}

use rustc_hash::FxHashMap;

use super::{
    Item, Layer, Rule, Scene,
    start::{Here, Start},
};
use crate::{
    lexicon::{Table, words},
    text::{Shape, Vocabulary, WordId},
};

/// Rules whose words are numbers of a vocabulary, sorted by how they can begin.
pub(crate) struct RuleSet<C: 'static, T: 'static> {
    rules: Vec<Compiled<C, T>>,
    /// The rules that can begin with a word, in the order listed.
    by_word: FxHashMap<WordId, Vec<u32>>,
    /// The rules that can begin with a row of a table, a shape or a find, in the order listed.
    by_other: Vec<u32>,
    /// All beginnings of `by_other` together: most tokens are none of them.
    others: Start,
}

/// A [`Rule`] with its words as numbers.
pub(crate) struct Compiled<C: 'static, T: 'static> {
    pub(crate) rule: &'static Rule<C, T>,
    pub(crate) pieces: Vec<Piece>,
    start: Start,
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
        let rules: Vec<_> = rules
            .iter()
            .map(|rule| {
                let pieces = compile(rule.pattern, vocabulary);
                let start = Start::of(&pieces);
                Compiled { rule, pieces, start }
            })
            .collect();
        let mut by_word: FxHashMap<WordId, Vec<u32>> = FxHashMap::default();
        let (mut by_other, mut others) = (Vec::new(), Start::default());
        for (number, Compiled { start, .. }) in (0..).zip(&rules) {
            for &word in &start.words {
                let list = by_word.entry(word).or_default();
                if list.last() != Some(&number) {
                    list.push(number);
                }
            }
            if start.has_others() {
                by_other.push(number);
                others.add_others(start);
            }
        }
        Self { rules, by_word, by_other, others }
    }

    /// The rules that may begin at `token`, each with its number in the order listed; some may come twice.
    pub(crate) fn candidates<'a>(
        &'a self,
        scene: Scene<'a>,
        token: usize,
    ) -> impl Iterator<Item = (u32, &'a Compiled<C, T>)> {
        let word = scene.text.tokens.get(token).map_or(WordId::UNKNOWN, |token| token.word);
        let by_word = self.by_word.get(&word).map_or(&[][..], Vec::as_slice);
        let here = Here::new(scene, token);
        let by_other = if self.others.fits(here) { self.by_other.as_slice() } else { &[] };
        let fitting = by_other.iter().filter(move |number| self.rules[**number as usize].start.fits(here));
        by_word.iter().chain(fitting).map(|number| (*number, &self.rules[*number as usize]))
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

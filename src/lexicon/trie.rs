use rustc_hash::FxHashMap;

use super::words;
use crate::text::{Vocabulary, WordId};

/// Phrases as paths of word numbers; at the end of each path stand the values of its phrase.
#[derive(Debug)]
pub(crate) struct Trie<T> {
    steps: FxHashMap<(Node, WordId), Node>,
    ends: Vec<Vec<T>>,
}

/// A place in a [`Trie`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Node(u32);

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { steps: FxHashMap::default(), ends: vec![Vec::new()] }
    }
}

impl<T> Trie<T> {
    /// Where every phrase begins.
    pub(crate) const ROOT: Node = Node(0);

    /// Adds a phrase, whose words `vocabulary` learns; a phrase without words adds nothing.
    pub(crate) fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: T) {
        let mut node = Self::ROOT;
        for word in words(phrase) {
            let next = Node(self.ends.len() as u32);
            node = *self.steps.entry((node, vocabulary.learn(word))).or_insert(next);
            if node == next {
                self.ends.push(Vec::new());
            }
        }
        if node != Self::ROOT {
            self.ends[node.0 as usize].push(value);
        }
    }

    /// Where `word` leads from `node`.
    pub(crate) fn step(&self, node: Node, word: WordId) -> Option<Node> {
        if word == WordId::UNKNOWN {
            return None;
        }
        self.steps.get(&(node, word)).copied()
    }

    /// The values of the phrase that ends at `node`.
    pub(crate) fn ends(&self, node: Node) -> &[T] {
        &self.ends[node.0 as usize]
    }
}

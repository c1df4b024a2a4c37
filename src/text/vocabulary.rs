use rustc_hash::FxHashMap;

use super::fold_into;

/// The number of a folded word that some table or rule knows; [`WordId::UNKNOWN`] for all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// A word that no table and no rule knows.
    pub(crate) const UNKNOWN: Self = Self(0);
}

/// Every word that a table or a rule knows, folded. Built once; rules and tables then compare numbers, not strings.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The number of `word`, which is learnt if it is new. One token's worth: a run of letters, a run of digits or one mark.
    pub(crate) fn learn(&mut self, word: &str) -> WordId {
        let folded = super::fold(word);
        let next = WordId(u32::try_from(self.ids.len() + 1).expect("tables hold fewer than 2^32 words"));
        *self.ids.entry(folded.into()).or_insert(next)
    }

    /// The number of `word`, folded in `buffer`.
    pub(crate) fn look_up(&self, word: &str, buffer: &mut String) -> WordId {
        fold_into(word, buffer);
        self.ids.get(buffer.as_str()).copied().unwrap_or(WordId::UNKNOWN)
    }
}

use std::ops::Range;

/// A document cited.
#[derive(Clone, Debug)]
pub(crate) struct DocumentClue {
    /// The rule that read it.
    pub(crate) rule: &'static str,
    /// Its words: `Nghị quyết số 07 - NQ/HU`.
    pub(crate) tokens: Range<usize>,
    /// What kind it is, as the record names it: `Nghị quyết`.
    pub(crate) kind: Option<String>,
    /// Its number or symbol without spaces: `07-NQ/HU`.
    pub(crate) number: Option<String>,
    /// Who issued it, by the words behind it or its symbol.
    pub(crate) issuer: Option<String>,
    /// The tokens at which its date begins.
    pub(crate) date: Option<usize>,
    /// The year of a law named with one: `Luật Đất đai 2013`.
    pub(crate) year: Option<i32>,
    /// The bytes at its end that belong to the word behind: `67/CPvừa`.
    pub(crate) glued: usize,
}

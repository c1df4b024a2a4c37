use std::ops::Range;

/// Direct speech, with the words that tell who speaks.
#[derive(Clone, Debug)]
pub(crate) struct QuoteClue {
    /// The rule that read it.
    pub(crate) rule: &'static str,
    /// The words spoken, without their quotation marks.
    pub(crate) tokens: Range<usize>,
    /// Where the speaker is named.
    pub(crate) speaker: Attribution,
}

/// Where the speaker of a quote is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Attribution {
    /// In these words before the verb; of several persons the last: `đồng chí Lê Hải Hòa nhấn mạnh: “…”`.
    Before(Range<usize>),
    /// In these words after the quote; of several persons the first: `“…”, ông Hòa nói`.
    After(Range<usize>),
    /// By a pronoun at this token, which means the person named before it: `Ông nói: “…”`.
    Pronoun(usize),
}

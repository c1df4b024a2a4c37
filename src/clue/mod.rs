//! Clues: what finders saw at some tokens, as plain data, before linkers bring it together. The only words that `find` and `link` share.

mod date;
mod document;
mod figure;
mod official;
mod place;
mod quote;

pub(crate) use date::*;
pub(crate) use document::*;
pub(crate) use figure::*;
pub(crate) use official::*;
pub(crate) use place::*;
pub(crate) use quote::*;

/// Everything the finders saw in one text, each list in reading order.
#[derive(Debug, Default)]
pub(crate) struct Clues {
    /// Time expressions, not yet resolved.
    pub(crate) dates: Vec<DateClue>,
    /// Documents cited.
    pub(crate) documents: Vec<DocumentClue>,
    /// Places, not yet resolved.
    pub(crate) places: Vec<PlaceClue>,
    /// Direct speech, its speaker not yet told.
    pub(crate) quotes: Vec<QuoteClue>,
    /// What concerns officials and organisations.
    pub(crate) officials: OfficialClues,
    /// What concerns results on indices.
    pub(crate) figures: FigureClues,
}

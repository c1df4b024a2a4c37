//! The linkers: clues brought together into facts. On a tie none is made.

mod calendar;
mod dates;
mod documents;
mod lunar;
mod officials;
mod organisations;
mod places;
mod quotes;
mod results;

use crate::{article::Article, clue::Clues, text::Text};

/// Brings the clues of `text` together and writes the facts into `article`, whose header fields (publish time, title) are filled already.
pub(crate) fn link(article: &mut Article, text: &Text, clues: Clues) {
    let dates = dates::link(article, text, &clues.dates);
    documents::link(article, text, clues.documents, |token| dates.get(&token).copied());
    officials::link(article, text, &clues.officials);
    organisations::link(article, text, &clues.officials.organisations);
    places::link(article, text, &clues.places);
    quotes::link(article, text, &clues.quotes);
    results::link(article, text, &clues.figures);
}

use crate::{
    article::{Article, Document, Edtf, Found},
    clue::DocumentClue,
    text::Text,
};

/// Gives each citation its resolved date and writes it into the article; `date` tells the value of the date that begins at a token.
pub(crate) fn link(article: &mut Article, text: &Text, clues: Vec<DocumentClue>, date: impl Fn(usize) -> Option<Edtf>) {
    for clue in clues {
        let found = Found::new(&text.text, text.span(clue.tokens), clue.rule);
        article.documents.push(Document {
            found,
            kind: clue.kind,
            number: clue.number,
            date: clue.date.and_then(&date).or(clue.year.map(Edtf::year)),
            issuer: clue.issuer,
        });
    }
}

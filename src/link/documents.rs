use std::collections::{HashMap, hash_map::Entry};

use crate::{
    article::{Article, Document, Edtf, Found},
    clue::DocumentClue,
    text::Text,
};

/// Gives each citation its resolved date, ties it to the first of the same document and writes it into the article;
/// `date` tells the value of the date that begins at a token.
pub(crate) fn link(article: &mut Article, text: &Text, clues: Vec<DocumentClue>, date: impl Fn(usize) -> Option<Edtf>) {
    let mut cited = Cited::default();
    for clue in clues {
        let mut span = text.span(clue.tokens);
        span.end -= clue.glued;
        let found = Found::new(&text.text, span, clue.rule);
        let mut document = Document {
            found,
            kind: clue.kind,
            number: clue.number,
            date: clue.date.and_then(&date).or(clue.year.map(Edtf::year)),
            issuer: clue.issuer,
            first: None,
        };
        document.first = cited.first(&document, article.documents.len());
        if let Some(first) = document.first.and_then(|first| article.documents.get(first)) {
            document.date = document.date.or(first.date);
            document.issuer = document.issuer.or_else(|| first.issuer.clone());
        }
        article.documents.push(document);
    }
}

/// The documents cited so far, by their place in the record.
#[derive(Default)]
struct Cited {
    whole: HashMap<(Option<String>, String), usize>,
    /// By the digits a symbol begins with, `None` where two begin with the same.
    digits: HashMap<(Option<String>, String), Option<usize>>,
}

impl Cited {
    /// The first citation of the same document, if this one, at `place`, is not the first. On a tie none.
    fn first(&mut self, document: &Document, place: usize) -> Option<usize> {
        let name = document.number.clone().unwrap_or_else(|| document.found.text.to_lowercase());
        let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
        // `45/HD-BTCTW` is `45-HD/BTCTW`.
        let key = |name: &str| (document.kind.clone(), name.replace('/', "-"));
        if let Some(&first) = self.whole.get(&key(&name)) {
            return Some(first);
        }
        // `Nghị quyết 18` behind `Nghị quyết số 18-NQ/TW`
        if !digits.is_empty()
            && name == digits
            && let Some(&Some(first)) = self.digits.get(&key(&digits))
        {
            return Some(first);
        }
        self.whole.insert(key(&name), place);
        if !digits.is_empty() {
            match self.digits.entry(key(&digits)) {
                Entry::Occupied(mut tie) => {
                    tie.insert(None);
                }
                Entry::Vacant(free) => {
                    free.insert(Some(place));
                }
            }
        }
        None
    }
}

//! Posts tied to the persons who hold them, person by person through the whole text.

mod chain;
mod claims;
mod persons;
mod roles;
mod variants;
mod verbs;

use crate::{
    article::{Article, BlockKind},
    clue::{ClueKind, OfficialClues},
    text::Text,
};

/// Writes officials and people into `article`.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &OfficialClues) {
    let mut claims = claims::Claims::default();
    for sentence in clues.sequence.chunk_by(|a, b| a.sentence == b.sentence) {
        let byline = sentence
            .first()
            .and_then(|clue| text.sentences.get(clue.sentence))
            .and_then(|sentence| text.blocks.get(sentence.block))
            .is_some_and(|block| block.kind == BlockKind::Byline);
        if byline {
            continue;
        }
        claims.begin();
        for clue in sentence {
            if let ClueKind::Name(name) = &clue.kind {
                claims.name(name);
            }
        }
        let links = chain::links(text, sentence);
        // Verbs first: a post they tie leads to no other name.
        verbs::attach(&links, &mut claims);
        chain::attach(&links, &mut claims);
        chain::spoken(&links, &mut claims);
    }
    persons::write(article, text, &claims);
}

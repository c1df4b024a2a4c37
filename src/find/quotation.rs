//! What stands between quotation marks, of every glyph, matched or not.

use std::ops::Range;

use crate::text::Text;

/// What stands between a pair of marks, without them.
pub(crate) struct Quotation {
    /// The words.
    pub(crate) inside: Range<usize>,
    /// The words and the marks.
    pub(crate) whole: Range<usize>,
}

/// Every outermost quotation of `text`, in order. None reaches beyond its block, whatever its marks.
///
/// A mark opens where a word touches it from the right alone, and closes where one touches it from the left alone; only where the spaces do not
/// tell does the glyph. So `“A“`, `”A”` and `"A"` all pair.
pub(crate) fn quotations(text: &Text) -> Vec<Quotation> {
    let mut found = Vec::new();
    for block in text.sentences.chunk_by(|a, b| a.block == b.block) {
        let (Some(first), Some(last)) = (block.first(), block.last()) else { continue };
        let tokens = first.start..last.end;
        let mut open: Option<(usize, usize)> = None;
        let mut depth = 0_u32;
        let mut at = tokens.start;
        while at < tokens.end {
            let Some(len) = mark(text, at) else {
                at += 1;
                continue;
            };
            match (side(text, at, len, &tokens, open.is_some()), open) {
                (Side::Open, None) => {
                    open = Some((at, at + len));
                    depth = 0;
                }
                // A quotation inside, or the first was never closed.
                (Side::Open, Some(_)) => depth += 1,
                (Side::Close, Some(_)) if depth > 0 => depth -= 1,
                (Side::Close, Some((start, inner))) => {
                    found.push(Quotation { inside: inner..at, whole: start..at + len });
                    open = None;
                }
                (Side::Close, None) => {}
            }
            at += len;
        }
        // A nested mark that was never closed takes the last mark of its block for its own.
        if let Some((start, inner)) = open.filter(|_| depth > 0)
            && let Some(close) = (inner..tokens.end).rev().find(|at| mark(text, *at).is_some())
            && matches!(side(text, close, 1, &tokens, true), Side::Close)
        {
            found.push(Quotation { inside: inner..close, whole: start..close + 1 });
        }
    }
    found
}

enum Side {
    Open,
    Close,
}

/// How many tokens the quotation mark at `at` takes: `“` one, `‘‘` two; nothing where there is none.
fn mark(text: &Text, at: usize) -> Option<usize> {
    match text.word(at) {
        "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "″" => Some(1),
        "'" | "‘" | "’" if matches!(text.word(at + 1), "'" | "‘" | "’") && glued(text, at + 1) => Some(2),
        _ => None,
    }
}

fn glued(text: &Text, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| token.shape.is_glued())
}

fn side(text: &Text, at: usize, len: usize, block: &Range<usize>, is_open: bool) -> Side {
    let is_letter = |at: usize| text.tokens.get(at).is_some_and(|token| !token.shape.is_mark());
    let left = at > block.start && glued(text, at);
    let right = at + len < block.end && glued(text, at + len);
    let (left_word, right_word) = (left && is_letter(at - 1), right && is_letter(at + len));
    match (left, right) {
        (false, true) => Side::Open,
        (true, false) => Side::Close,
        _ if right_word && !left_word => match text.word(at) {
            "”" | "»" if is_open => Side::Close,
            _ => Side::Open,
        },
        _ if left_word && !right_word => Side::Close,
        _ => match text.word(at) {
            "“" | "„" | "«" | "‘" => Side::Open,
            "”" | "»" | "’" => Side::Close,
            _ if is_open => Side::Close,
            _ => Side::Open,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::quotations;
    use crate::{
        article::BlockKind,
        text::{TextBuilder, Vocabulary},
    };

    fn inside(words: &str) -> Vec<String> {
        let mut builder = TextBuilder::default();
        builder.push(BlockKind::Paragraph, words);
        let text = builder.finish(&Vocabulary::default());
        quotations(&text).into_iter().map(|quotation| text.slice(quotation.inside).to_owned()).collect()
    }

    #[test]
    fn marks_of_every_glyph_pair_even_mismatched() {
        for words in [
            "nói: “Làm ngay.” Rồi",
            "nói: \"Làm ngay.\" Rồi",
            "nói: ”Làm ngay.” Rồi",
            "nói: “Làm ngay.“ Rồi",
            "nói: «Làm ngay.» Rồi",
            "nói: ‘‘Làm ngay.’’ Rồi",
            "nói:“Làm ngay.”. Rồi",
        ] {
            assert_eq!(inside(words), ["Làm ngay."], "{words}");
        }
    }

    #[test]
    fn one_inside_another_is_part_of_it() {
        assert_eq!(inside("nói: “Phải “ba cùng” với dân.”"), ["Phải “ba cùng” với dân."]);
        assert_eq!(inside("bị “treo” và “khoán”"), ["treo", "khoán"]);
        assert!(inside("cao 5” và K”De").is_empty());
    }
}

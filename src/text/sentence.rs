use super::Token;

/// A sentence: the tokens `start..end`, all of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its first token.
    pub(crate) start: usize,
    /// The token after its last.
    pub(crate) end: usize,
    /// The number of its block.
    pub(crate) block: usize,
}

impl Sentence {
    /// Its tokens.
    pub(crate) fn tokens(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// Words after which a full stop ends no sentence, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "tp", "tx", "tt", "q", "p", "h", "x", "gs", "pgs", "ts", "ths", "bs", "ks", "cn", "bscki", "bsckii", "ths", "đ",
    "đc", "dr", "mr", "mrs", "ms", "st", "no", "vs", "ls", "nsnd", "nsưt", "tr", "ubnd", "v", "tw", "ub", "lđ", "nxb",
];

/// Cuts the tokens `from..` of one block into sentences. Rows of a table and lines end sentences.
pub(crate) fn split(text: &str, tokens: &[Token], from: usize, block: usize, out: &mut Vec<Sentence>) {
    let mut start = from;
    for at in from..tokens.len() {
        if ends_at(text, tokens, at) {
            out.push(Sentence { start, end: at + 1, block });
            start = at + 1;
        }
    }
    if start < tokens.len() {
        out.push(Sentence { start, end: tokens.len(), block });
    }
}

fn ends_at(text: &str, tokens: &[Token], at: usize) -> bool {
    let (span, Some(next)) = (tokens[at].span(), tokens.get(at + 1)) else { return true };
    if text[span.end..next.span().start].contains('\n') {
        return true;
    }
    let mark = |i: usize| tokens.get(i).map_or("", |token: &Token| token.span().of(text));
    match mark(at) {
        // A closing quote or bracket after the full stop belongs to the sentence.
        "\"" | "”" | "’" | ")" => {
            at > 0 && matches!(mark(at - 1), "." | "!" | "?" | "…") && !next.shape.is_glued() && next.shape.is_capital()
        }
        "." | "!" | "?" | "…" if next.shape.is_glued() => {
            // `học.Đến nay`: the space is missing.
            let before = at.checked_sub(1).map(|i| tokens[i]);
            mark(at) == "."
                && next.shape.is_capital()
                && !next.shape.is_upper()
                && before.is_some_and(|b| b.shape.is_word() && !b.shape.is_capital() && b.span().len() > 1)
        }
        "." => !is_abbreviated(text, tokens, at) && (!next.shape.is_word() || next.shape.is_capital()),
        "!" | "?" => true,
        "…" => next.shape.is_capital(),
        _ => false,
    }
}

/// Whether the full stop at `at` shortens the word before it: `TP.`, `PGS.TS.`, `A.`, `v.v.`
fn is_abbreviated(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| tokens[i]) else { return false };
    if !tokens[at].shape.is_glued() || !before.shape.is_word() {
        return false;
    }
    let word = before.span().of(text);
    let single = word.chars().count() == 1;
    (single && before.shape.is_upper()) || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::article::BlockKind;
    use crate::text::{TextBuilder, Vocabulary};

    fn sentences(text: &str) -> Vec<String> {
        let mut builder = TextBuilder::default();
        builder.push(BlockKind::Paragraph, text);
        let text = builder.finish(&Vocabulary::default());
        text.sentences.iter().map(|s| text.slice(s.tokens()).to_owned()).collect()
    }

    #[test]
    fn abbreviations_numbers_and_symbols_end_none() {
        for one in [
            "UBND TP. Cao Bằng họp.",
            "PGS.TS. Nguyễn Văn A dự.",
            "Thu 1.234 tỷ đồng.",
            "Công an Q.1 làm rõ.",
            "Gồm lúa, ngô, v.v. của xã.",
            "Theo T.Ư. Đoàn.",
        ] {
            assert_eq!(sentences(one), [one]);
        }
    }

    #[test]
    fn stops_lines_and_missing_spaces_end_them() {
        assert_eq!(sentences("Khai mạc. Bế mạc."), ["Khai mạc.", "Bế mạc."]);
        assert_eq!(sentences("Các em đi học.Đến nay đã đủ."), ["Các em đi học.", "Đến nay đã đủ."]);
        assert_eq!(sentences("a | b\nc | d"), ["a | b", "c | d"]);
        assert_eq!(sentences("Ông nói: “Tốt.” Sau đó về."), ["Ông nói: “Tốt.”", "Sau đó về."]);
    }
}

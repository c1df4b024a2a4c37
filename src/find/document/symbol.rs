use std::ops::Range;

use crate::text::Text;

/// The number or symbol of a document: `281/QĐ-TTg`, `07 - NQ/HU`, `158/2016/NĐ-CP`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Symbol {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// As written, without spaces and with plain dashes: `07-NQ/HU`.
    pub(crate) number: String,
    /// Its groups of letters in order: `QĐ`, `TTg`.
    pub(crate) codes: Vec<String>,
    /// Whether a slash parts two of its pieces, as in every symbol that needs no kind before it.
    pub(crate) slashed: bool,
    /// The bytes of its last token that belong to the word behind: `67/CPvừa`.
    pub(crate) glued: usize,
}

/// Finds every symbol: digits, then groups of capitals parted by slashes and dashes, spaced in all the ways people space them.
pub(crate) fn symbols(text: &Text) -> Vec<Symbol> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            match text.tokens[at].shape.is_digits().then(|| symbol(text, at, sentence.end)).flatten() {
                Some(symbol) => {
                    at = symbol.tokens.end;
                    found.push(symbol);
                }
                None => at += 1,
            }
        }
    }
    found
}

fn symbol(text: &Text, start: usize, limit: usize) -> Option<Symbol> {
    let reader = Reader { text, limit };
    if reader.is_glued(start) && start.checked_sub(1).is_some_and(|before| matches!(text.word(before), "/" | "." | ","))
    {
        return None;
    }
    let mut end = start + 1;
    let (mut codes, mut slashed) = (Vec::new(), false);
    // `36a/NQ-CP`
    if reader.is_glued(end)
        && text.word(end).len() == 1
        && reader.is_word(end)
        && matches!(text.word(end + 1), "/" | "-")
    {
        end += 1;
    }
    // `19-2017/NQ-CP`, `3010-1/TB-ĐHHV`
    if reader.is_dash(end) && reader.is_glued_digits(end + 1) && text.word(end + 2) == "/" {
        end += 2;
    }
    // `158/2016/NĐ-CP`
    if text.word(end) == "/" && reader.is_digits(end + 1) && text.word(end + 1).len() == 4 && text.word(end + 2) == "/"
    {
        end += 2;
        slashed = true;
    }
    while let Some((code, stop)) = reader.group(end, codes.is_empty()) {
        slashed |= text.word(end) == "/";
        codes.push(code);
        end = stop;
    }
    if codes.is_empty() {
        return None;
    }
    let whole = text.slice(start..end);
    let written = whole.trim_end_matches(|c: char| glued_on(text.word(end - 1)) && c.is_lowercase());
    let glued = whole.len() - written.len();
    let written: String = written.chars().filter(|c| !c.is_whitespace()).map(plain_dash).collect();
    Some(Symbol { tokens: start..end, number: written, codes, slashed, glued })
}

struct Reader<'a> {
    text: &'a Text,
    limit: usize,
}

impl Reader<'_> {
    /// A mark and a group of letters behind it: `/QĐ`, `- TTg`, `&PC`.
    fn group(&self, at: usize, first: bool) -> Option<(String, usize)> {
        let (mark, word) = (self.text.word(at), at + 1);
        if at >= self.limit || !self.is_word(word) {
            return None;
        }
        let letters = self.text.word(word);
        let close = self.is_glued(at) && self.is_glued(word);
        let upper = self.text.tokens[word].shape.is_upper();
        let long = letters.chars().count() >= 2;
        let fits = match mark {
            "/" => upper || self.is_mixed(letters),
            "." | "&" => close && upper && !first,
            _ if !self.is_dash(at) => false,
            // A dash with spaces may also part two sentences' worth: only capitals follow it in a symbol.
            _ if close => upper || self.is_mixed(letters),
            _ => (upper && long) || is_inner_capital(letters),
        };
        if !fits {
            return None;
        }
        let mut end = word + 1;
        // `QH15`, `C01`
        if self.is_glued_digits(end) {
            end += 1;
        }
        // `67/CPvừa`: the space behind is missing.
        let code =
            self.text.slice(word..end).trim_end_matches(|c: char| glued_on(letters) && c.is_lowercase()).to_owned();
        // `BB-CT-08`
        if !first
            && self.is_dash(end)
            && self.is_glued(end)
            && self.is_glued_digits(end + 1)
            && self.text.word(end + 1).len() <= 2
        {
            end += 2;
        }
        Some((code, end))
    }

    /// `TTg`, `Ttg`, `CTr`, `Th`: a capital and at most two more letters.
    fn is_mixed(&self, letters: &str) -> bool {
        letters.chars().next().is_some_and(char::is_uppercase)
            && (letters.chars().count() <= 3 || is_inner_capital(letters))
    }

    fn is_word(&self, at: usize) -> bool {
        at < self.limit && self.text.tokens[at].shape.is_word()
    }

    fn is_digits(&self, at: usize) -> bool {
        at < self.limit && self.text.tokens[at].shape.is_digits()
    }

    fn is_glued(&self, at: usize) -> bool {
        at < self.limit && self.text.tokens[at].shape.is_glued()
    }

    fn is_glued_digits(&self, at: usize) -> bool {
        self.is_digits(at) && self.is_glued(at)
    }

    fn is_dash(&self, at: usize) -> bool {
        at < self.limit && self.text.word(at).chars().all(|c| plain_dash(c) == '-')
    }
}

/// A second capital inside the word: `TTg`, `QyĐ`, `CTrPH`.
fn is_inner_capital(letters: &str) -> bool {
    letters.chars().next().is_some_and(char::is_uppercase)
        && letters.chars().skip(1).any(char::is_uppercase)
        && letters.chars().count() <= 6
}

/// Whether two capitals and then a lower-case word are written as one: `CPvừa`.
fn glued_on(letters: &str) -> bool {
    let capitals = letters.chars().take_while(|c| c.is_uppercase()).count();
    capitals >= 2 && letters.chars().count() >= capitals + 3 && letters.chars().skip(capitals).all(char::is_lowercase)
}

fn plain_dash(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::symbols;
    use crate::{
        article::BlockKind,
        text::{TextBuilder, Vocabulary},
    };

    fn numbers(text: &str) -> Vec<String> {
        let mut builder = TextBuilder::default();
        builder.push(BlockKind::Paragraph, text);
        symbols(&builder.finish(&Vocabulary::default())).into_iter().map(|symbol| symbol.number).collect()
    }

    #[test]
    fn spacing_and_dashes_do_not_matter() {
        for (text, number) in [
            ("Nghị quyết số 07 - NQ/HU của huyện", "07-NQ/HU"),
            ("Kết luận 15–KL/TW", "15-KL/TW"),
            ("số 281/QĐ-TTg ngày 5/6", "281/QĐ-TTg"),
            ("số 55/2004/QĐ - TTg", "55/2004/QĐ-TTg"),
            ("số 2231/SNV-CCHC&PC", "2231/SNV-CCHC&PC"),
            ("Nghị quyết 19-2017/NQ-CP. Song song", "19-2017/NQ-CP"),
            ("số 3010-1/TB-ĐHHV", "3010-1/TB-ĐHHV"),
            ("Luật số 63/2025/QH15", "63/2025/QH15"),
            ("Nghị quyết 36a/NQ-CP", "36a/NQ-CP"),
            ("Quyết định số 42/QĐ-C01-P4", "42/QĐ-C01-P4"),
        ] {
            assert_eq!(numbers(text), [number], "{text}");
        }
    }

    #[test]
    fn dashes_of_prose_are_no_symbols() {
        for text in ["đứng thứ 4 - Việc này", "tỷ lệ 2/3 số hộ", "ngày 21/6 - Ngày Báo chí", "giai đoạn 2021-2025"]
        {
            assert!(numbers(text).is_empty(), "{text}: {:?}", numbers(text));
        }
    }
}

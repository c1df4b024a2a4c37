//! Mending a part of a page by itself: its letters may come from entities or from a font that only this part is set in.

use super::{font, normal, standin, twice};
use crate::article::{Diagnostic, Span};

/// A part after mending.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The text.
    pub(crate) text: String,
    /// What was repaired, as code and message; NFC alone needs no word.
    repairs: Vec<(&'static str, &'static str)>,
}

impl Mended {
    /// What was repaired, at `span`.
    pub(crate) fn diagnostics(&self, span: Span) -> impl Iterator<Item = Diagnostic> {
        self.repairs.iter().map(move |&(code, message)| Diagnostic::new(code, message).at(span))
    }

    fn became(&mut self, text: String, code: &'static str, message: &'static str) {
        self.text = text;
        self.repairs.push((code, message));
    }
}

/// Mends `text` where it is certain that earlier hands spoilt it; `font` is the font's name where the markup tells (`.VnTimeH`).
/// Nothing where nothing is to be mended.
///
/// `encoding` is what the page was decoded from: in a TCVN3 page the letters are right already, but capitals still only in the font.
pub(crate) fn mend(text: &str, font: Option<&str>, encoding: &str) -> Option<Mended> {
    let mut mended = Mended { text: String::new(), repairs: Vec::new() };
    if let Some((composed, _)) = normal::compose(text) {
        mended.text = composed;
    }
    fn now<'a>(mended: &'a Mended, text: &'a str) -> &'a str {
        if mended.text.is_empty() { text } else { &mended.text }
    }
    if let Some((read, _)) = twice::mend(now(&mended, text)) {
        mended.became(read, "double-encoding-mended", "letters that had been encoded twice were read once more");
    }
    if let Some(read) = font::mend(now(&mended, text), font) {
        mended.became(read, "font-mended", "letters of a legacy font were read as Unicode");
    }
    if encoding == "tcvn3"
        && font.is_some_and(font::shows_capitals)
        && now(&mended, text).chars().any(char::is_lowercase)
    {
        mended.text = now(&mended, text).to_uppercase();
    }
    if let Some((read, _)) = standin::mend(now(&mended, text), false) {
        mended.became(read, "letters-mended", "letters that stand in for Vietnamese ones were replaced");
    }
    if let Some((composed, _)) = normal::compose(&mended.text) {
        mended.text = composed;
    }
    (!mended.text.is_empty()).then_some(mended)
}

/// Where `spans` of `text`, in order and apart, stand in `mended`; nothing where mending piece by piece gives another text.
pub(crate) fn move_spans(
    text: &str,
    font: Option<&str>,
    encoding: &str,
    mended: &str,
    spans: &[Span],
) -> Option<Vec<Span>> {
    let mut moved = Vec::with_capacity(spans.len());
    let mut rest = mended;
    let mut end = 0;
    let mut step = |from: usize, to: usize| {
        let piece = text.get(from..to)?;
        let piece_mended = mend(piece, font, encoding);
        let piece = piece_mended.as_ref().map_or(piece, |mended| mended.text.as_str());
        rest = rest.strip_prefix(piece)?;
        Some(mended.len() - rest.len())
    };
    for span in spans {
        let start = step(end, span.start)?;
        moved.push(Span::new(start, step(span.start, span.end)?));
        end = span.end;
    }
    (step(end, text.len())? == mended.len()).then_some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_mended_and_their_links_move_along() {
        let text = "Xem the\u{302}m: Quye\u{302}\u{301}t đi\u{323}nh số 5";
        let mended = mend(text, None, "utf-8").expect("it is not in NFC");
        assert_eq!(mended.text, "Xem thêm: Quyết định số 5");
        assert_eq!(mended.diagnostics(Span::new(0, 1)).count(), 0);
        let start = text.find("Quy").expect("it is there");
        let end = text.find(" số").expect("it is there");
        let moved = move_spans(text, None, "utf-8", &mended.text, &[Span::new(start, end)]).expect("they move");
        assert_eq!(moved[0].of(&mended.text), "Quyết định");
    }

    #[test]
    fn capitals_of_a_font_are_capitals() {
        let mended = |text, font, encoding| mend(text, Some(font), encoding).map(|mended| mended.text);
        assert_eq!(mended("Ủy ban nhân dân", ".VnTimeH", "tcvn3").as_deref(), Some("ỦY BAN NHÂN DÂN"));
        assert_eq!(mended("ñy ban nh©n d©n", ".VnTimeH", "utf-8").as_deref(), Some("ỦY BAN NHÂN DÂN"));
        assert_eq!(mended("Ủy ban nhân dân", ".VnTimeH", "utf-8"), None);
        assert_eq!(mended("Ủy ban nhân dân", ".VnTime", "tcvn3"), None);
    }

    #[test]
    fn repairs_are_named() {
        let codes = |text: &str| -> Vec<String> {
            mend(text, None, "utf-8")
                .iter()
                .flat_map(|m| m.diagnostics(Span::new(0, 0)))
                .map(|d| d.code.into_owned())
                .collect()
        };
        assert_eq!(codes("Hµ Néi, ngµy 5 th¸ng 6"), ["font-mended"]);
        assert_eq!(codes("Ðảng bộ tỉnh"), ["letters-mended"]);
        assert_eq!(codes("Tá»‰nh Cao Báº±ng"), ["double-encoding-mended"]);
        assert!(codes("Tỉnh Cao Bằng").is_empty());
    }
}

//! The stages one by one, for the benches alone; no part of the public interface.

use crate::{Article, BlockKind, Extractor, page};

/// Parses a page and takes it apart; how many parts it has.
pub fn page(_extractor: &Extractor, html: &str) -> usize {
    page::read_html(html, None, &page::ProfileChoice::Generic).parts.len()
}

/// Finds and links the facts of bare text, one paragraph a line.
pub fn facts(extractor: &Extractor, text: &str) -> Article {
    let mut page = page::Page::default();
    page.parts.extend(text.lines().map(|line| page::Part::new(BlockKind::Paragraph, line)));
    extractor.facts(page)
}

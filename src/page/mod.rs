//! HTML or bare text → the parts of a page: header fields, and the body in reading order. `scraper` is used here alone.

mod attachment;
mod block;
mod byline;
mod caption;
mod classes;
mod dom;
mod figure;
mod foot;
mod generic;
mod head;
mod html;
mod keywords;
mod kind;
mod language;
mod parse;
mod places;
mod plain;
mod profile;
mod profiles;
mod published;
mod section;
mod signature;
mod stamp;
mod style;
mod table;
mod tags;
mod views;
mod words;

use crate::article::{Attachment, BlockKind, Byline, Diagnostic, Figure, Stamp, Views};

pub(crate) use html::read_html;
pub(crate) use language::of as language_of;
pub(crate) use plain::read_plain;
pub use profile::{Profile, ProfileChoice, ProfileError};

/// Whether `text` is an HTML page rather than bare text: a tag that only pages have stands near its beginning.
pub(crate) fn looks_like_html(text: &str) -> bool {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].to_ascii_lowercase();
    ["<!doctype", "<html", "<head", "<body", "<div", "<p>", "<p ", "<h1", "<meta", "<table", "<article", "<title"]
        .iter()
        .any(|tag| head.contains(tag))
}

/// A page taken apart, before its parts are joined into one text.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The name of the profile that read it.
    pub(crate) profile: String,
    /// Its canonical address.
    pub(crate) url: Option<String>,
    /// A kicker or strap line.
    pub(crate) subtitle: Option<String>,
    /// When it was first published.
    pub(crate) published: Option<Stamp>,
    /// When it was last changed.
    pub(crate) updated: Option<Stamp>,
    /// How often it was read.
    pub(crate) views: Option<Views>,
    /// The breadcrumb, outermost first.
    pub(crate) section: Vec<String>,
    /// Key words.
    pub(crate) tags: Vec<String>,
    /// The language, as BCP 47.
    pub(crate) language: Option<String>,
    /// The author or source line. Where a part of the kind [`BlockKind::Byline`] has the same text, its span is filled in later.
    pub(crate) byline: Option<Byline>,
    /// Title, lead and body in reading order.
    pub(crate) parts: Vec<Part>,
    /// Pictures in reading order.
    pub(crate) figures: Vec<PartFigure>,
    /// Files offered.
    pub(crate) attachments: Vec<Attachment>,
    /// Doubts.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A stretch of the article: one block of the text to be.
#[derive(Debug)]
pub(crate) struct Part {
    /// What part it plays.
    pub(crate) kind: BlockKind,
    /// Its text, white space folded; lines only between rows of a table.
    pub(crate) text: String,
    /// Links in it, by bytes of `text`.
    pub(crate) links: Vec<PartLink>,
    /// The legacy font its text is set in, if the markup tells (`.VnTimeH`).
    pub(crate) font: Option<String>,
}

impl Part {
    /// A part without links.
    pub(crate) fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), links: Vec::new(), font: None }
    }
}

/// A link in a part.
#[derive(Debug)]
pub(crate) struct PartLink {
    /// Its address as the page gives it.
    pub(crate) href: String,
    /// Where its words stand in the part's text.
    pub(crate) span: crate::article::Span,
}

/// A picture, and the number of the part that is its caption.
#[derive(Debug)]
pub(crate) struct PartFigure {
    /// The picture.
    pub(crate) figure: Figure,
    /// The number in [`Page::parts`] of its caption.
    pub(crate) caption: Option<usize>,
}

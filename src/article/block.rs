use serde::{Deserialize, Serialize};

use super::Span;

/// A stretch of the text with its part in the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Block {
    /// Its part in the article.
    pub kind: BlockKind,
    /// Where it stands in [`Article::text`](crate::Article::text).
    pub span: Span,
}

impl Block {
    /// A block of the kind `kind` at `span`.
    pub const fn new(kind: BlockKind, span: Span) -> Self {
        Self { kind, span }
    }
}

/// What part a block plays in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The lead (sapo).
    Lead,
    /// A heading inside the body.
    Heading,
    /// Running text.
    Paragraph,
    /// The caption of a picture.
    Caption,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// A table: rows are lines, cells are parted by ` | `.
    Table,
    /// The author or source line.
    Byline,
}

/// A picture that belongs to the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Figure {
    /// Its address as the page gives it; empty where bare text has only the caption.
    pub src: String,
    /// Its alternative text, which is not a caption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Its caption, with the credit (`Ảnh: …`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Where the caption stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// A file offered with the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Attachment {
    /// Its address as the page gives it.
    pub href: String,
    /// The words of the link.
    pub name: String,
}

/// A link inside the body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Link {
    /// Its address as the page gives it.
    pub href: String,
    /// The words of the link.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Span;

/// The short, stable name of a kind of doubt: `views-unreadable`. Codes are listed in `ARCHITECTURE.md`.
pub type Code = Cow<'static, str>;

/// Something a reader of the record should know: what was left open, repaired or cut short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// The stable name of the kind of doubt.
    pub code: Code,
    /// What was found and what was done, in a sentence.
    pub message: String,
    /// Where, if it has a place in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

impl Diagnostic {
    /// A diagnostic without a place in the text.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code: Cow::Borrowed(code), message: message.into(), span: None }
    }

    /// The same, at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }
}

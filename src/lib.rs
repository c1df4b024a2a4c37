//! Reads Vietnamese government news, as HTML or bare text of any age and encoding, into typed records.
//!
//! ```
//! let page = "<h1>Đoàn công tác làm việc tại Cao Bằng</h1><p>Sáng ngày 02/12/2022, đoàn công tác làm việc tại tỉnh Cao Bằng.</p>";
//! let article = thongcao::extract(page.as_bytes());
//! assert_eq!(article.title.as_deref(), Some("Đoàn công tác làm việc tại Cao Bằng"));
//! assert_eq!(article.dates[0].value.to_string(), "2022-12-02");
//! ```

mod article;
mod clue;
mod decode;
mod extract;
mod find;
mod lexicon;
mod link;
mod output;
mod page;
mod rule;
#[doc(hidden)]
pub mod stages;
mod text;

pub use article::*;
pub use decode::{Decoded, decode};
pub use extract::{Builder, Extractor, Input, InputKind, extract};
pub use output::Table;
#[cfg(feature = "schema")]
pub use output::schema;
pub use page::{Profile, ProfileChoice, ProfileError};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

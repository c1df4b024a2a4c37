//! The record: what one page becomes. Plain data, no behaviour beyond reading and writing it.

#[allow(clippy::module_inception)]
mod article;
mod block;
mod diagnostic;
mod edtf;
mod fact;
mod header;
mod official;
mod result;
mod span;

pub use article::{Article, SCHEMA, Source};
pub use block::{Attachment, Block, BlockKind, Figure, Link};
pub use diagnostic::{Code, Diagnostic};
pub use edtf::{Clock, Edtf, EdtfError, Point};
pub use fact::{
    DateMention, DayPart, Document, Found, Mention, Money, Organisation, OrganisationKind, Place, PlaceKind, Precision,
    Quantity, Quote, RuleName,
};
pub use header::{Byline, Origin, Stamp, StampValue, StampValueError, Views};
pub use official::{Official, Person, Role, RoleStatus};
pub use result::{Change, ChangeOf, DerivedPrevious, Index, IndexResult, Rank, Score};
pub use span::Span;

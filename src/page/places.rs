//! Where on the page each part of the article stands.

use std::collections::HashSet;

/// The nodes that hold the article's parts; what is empty was not found.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The headline.
    pub(super) title: Option<usize>,
    /// Time lines.
    pub(super) stamps: Vec<usize>,
    /// View counts.
    pub(super) views: Vec<usize>,
    /// The lead.
    pub(super) lead: Option<usize>,
    /// The body.
    pub(super) body: Option<usize>,
    /// Author and source lines.
    pub(super) bylines: Vec<usize>,
    /// The breadcrumb.
    pub(super) section: Option<usize>,
    /// Key words.
    pub(super) tags: Option<usize>,
    /// Captions.
    pub(super) captions: HashSet<usize>,
    /// What stands inside the body and is not the article's.
    pub(super) drops: HashSet<usize>,
}

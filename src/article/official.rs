use serde::{Deserialize, Serialize};

use super::{Found, Mention};

/// A person to whom the text gives at least one post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Official {
    /// The fullest form of the name on the page, without honorific or title: `Phạm Minh Hùng`.
    pub name: String,
    /// Ranks, degrees and state honours before the name: `Thượng tướng`, `PGS.TS`.
    pub titles: Vec<String>,
    /// Every post the text gives the person, each once, in its fullest wording.
    pub roles: Vec<Role>,
    /// Where the person is named, short forms (`đồng chí Hùng`) too.
    pub mentions: Vec<Mention>,
}

/// A post (chức vụ): `Vụ trưởng Vụ Cải cách hành chính, Bộ Nội vụ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Role {
    /// The fullest statement of the post on the page, and its place.
    #[serde(flatten)]
    pub found: Found,
    /// The office without its organisation: `Vụ trưởng`.
    pub title: String,
    /// The organisation as far as stated, lists spelt out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Whether the person holds it.
    #[serde(default)]
    pub status: RoleStatus,
}

/// Whether and how a person holds a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoleStatus {
    /// Holds it.
    #[default]
    Current,
    /// Held it once: `nguyên`, `cựu`.
    Former,
    /// Stands in: `quyền`, `phụ trách`.
    Acting,
    /// Holds it for the event only: `làm Trưởng đoàn`.
    Event,
}

/// A named person without a post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Person {
    /// The fullest form of the name on the page, without honorific or title.
    pub name: String,
    /// Where the person is named.
    pub mentions: Vec<Mention>,
}

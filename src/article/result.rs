use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Edtf, Found};

/// A score, a rank or both of one subject on one named index in one period.
///
/// `Chỉ số cải cách hành chính (PAR-INDEX) đạt 82,89/100 điểm (82,89%), xếp hạng 57/63 …`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct IndexResult {
    /// From the index's name or the first figure to the last figure, and its place.
    #[serde(flatten)]
    pub found: Found,
    /// The index; absent where the text does not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Index>,
    /// Whose result it is, as stated: `tỉnh Cao Bằng`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The period measured, as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Edtf>,
    /// The score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// The score as a percentage, if stated.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub percent: Option<Decimal>,
    /// The rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// Stated changes of score and rank.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// The earlier figures that follow from the stated ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_previous: Option<DerivedPrevious>,
}

/// A named index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Index {
    /// Its fullest name on the page: `Chỉ số cải cách hành chính`.
    pub name: String,
    /// Its abbreviation as the page writes it: `PAR-INDEX`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Index {
    /// An index by its name and abbreviation.
    pub fn new(name: impl Into<String>, code: Option<String>) -> Self {
        Self { name: name.into(), code }
    }
}

/// A score: `82,89/100 điểm`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Score {
    /// The figure, with the decimals the text gives.
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// The highest score possible, if stated.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub out_of: Option<Decimal>,
    /// Its unit, if stated: `điểm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl Score {
    /// A score.
    pub const fn new(value: Decimal, out_of: Option<Decimal>, unit: Option<String>) -> Self {
        Self { value, out_of, unit }
    }
}

/// A rank: `xếp hạng 57/63 tỉnh, thành phố trực thuộc Trung ương`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rank {
    /// The place, 1 the best.
    pub position: u32,
    /// How many were ranked, if stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<u32>,
    /// Among whom, as stated: `tỉnh, thành phố trực thuộc Trung ương`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<String>,
}

impl Rank {
    /// A rank.
    pub const fn new(position: u32, out_of: Option<u32>, among: Option<String>) -> Self {
        Self { position, out_of, among }
    }
}

/// A stated change: `giảm 01 bậc so với năm 2020`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Change {
    /// What changed.
    pub of: ChangeOf,
    /// By how much; a rank that worsens is negative.
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Decimal,
    /// Its unit as stated: `điểm`, `bậc`, `%`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The period compared with, as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Edtf>,
}

impl Change {
    /// A change.
    pub const fn new(of: ChangeOf, amount: Decimal, unit: Option<String>, since: Option<Edtf>) -> Self {
        Self { of, amount, unit, since }
    }
}

/// What a change is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeOf {
    /// The score, or the percentage that stands for it.
    Score,
    /// The rank.
    Rank,
}

/// Earlier figures that follow from a stated value and its stated change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DerivedPrevious {
    /// Score less its change: 82.89 − 1.82 = 81.07.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub score: Option<Decimal>,
    /// Rank before the change: 57, one place worse than 56.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
}

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Edtf, Span};

/// The name of the rule or table that found a value: `date/day-month-year`.
pub type RuleName = Cow<'static, str>;

/// Where a value stands, in which words, and by which rule it was found.
///
/// Its fields stand beside the value's own in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Found {
    /// The words, exactly as they stand in the text.
    pub text: String,
    /// Their place.
    pub span: Span,
    /// The rule that found them.
    pub rule: RuleName,
}

impl Found {
    /// The words of `text` at `span`, found by `rule`.
    pub fn new(text: &str, span: Span, rule: impl Into<RuleName>) -> Self {
        Self { text: span.of(text).to_owned(), span, rule: rule.into() }
    }
}

/// One place where a person, an organisation or a place is named.
pub type Mention = Found;

/// An expression that fixes calendar time: `Sáng ngày 02/12`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DateMention {
    /// The words and their place.
    #[serde(flatten)]
    pub found: Found,
    /// The time meant, as EDTF: `2022-12-02`.
    pub value: Edtf,
    /// The part of day, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<DayPart>,
    /// Whether the words give a date of the lunar calendar (`mùng 10 tháng Giêng`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lunar: bool,
}

impl DateMention {
    /// A date mention.
    pub const fn new(found: Found, value: Edtf, part: Option<DayPart>) -> Self {
        Self { found, value, part, lunar: false }
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DayPart {
    /// `sáng`
    Morning,
    /// `trưa`
    Noon,
    /// `chiều`
    Afternoon,
    /// `tối`
    Evening,
    /// `đêm`
    Night,
}

/// A legal or administrative document cited with a number: `Nghị quyết số 07 - NQ/HU`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document {
    /// The words and their place.
    #[serde(flatten)]
    pub found: Found,
    /// What kind of document: `Nghị quyết`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its number or symbol without spaces: `07-NQ/HU`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its date, as EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// Who issued it, as stated or as its symbol says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Which entry of [`Article::documents`](crate::Article::documents) cites the same document first, where this one does not:
    /// `Nghị quyết 18` after `Nghị quyết số 18-NQ/TW`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<usize>,
}

/// An amount of money: `1.500 tỷ đồng`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Money {
    /// The words and their place.
    #[serde(flatten)]
    pub found: Found,
    /// The amount in the currency's base unit.
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// The upper end, where a range is stated (`2-3 triệu đồng`).
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub to: Option<Decimal>,
    /// The currency's ISO 4217 code: `VND`.
    pub currency: String,
    /// How exactly it is stated.
    #[serde(default, skip_serializing_if = "Precision::is_exact")]
    pub precision: Precision,
}

impl Money {
    /// An exact amount.
    pub fn new(found: Found, value: Decimal, currency: impl Into<String>) -> Self {
        Self { found, value, to: None, currency: currency.into(), precision: Precision::Exact }
    }
}

/// How exactly an amount is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Precision {
    /// Stated flatly.
    #[default]
    Exact,
    /// `khoảng`, `ước`: about.
    About,
    /// `gần`: a little less.
    Under,
    /// `hơn`, `trên`: a little more.
    Over,
}

impl Precision {
    /// Whether the amount is stated flatly.
    pub const fn is_exact(&self) -> bool {
        matches!(self, Self::Exact)
    }
}

/// A percentage or another count with a unit: `100%`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quantity {
    /// The words and their place.
    #[serde(flatten)]
    pub found: Found,
    /// The number.
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// The upper end, where a range is stated.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub to: Option<Decimal>,
    /// Its unit: `%`, `ha`, `km`, `người`.
    pub unit: String,
    /// How exactly it is stated.
    #[serde(default, skip_serializing_if = "Precision::is_exact")]
    pub precision: Precision,
}

impl Quantity {
    /// An exact quantity.
    pub fn new(found: Found, value: Decimal, unit: impl Into<String>) -> Self {
        Self { found, value, to: None, unit: unit.into(), precision: Precision::Exact }
    }
}

/// Direct speech with its speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// The words spoken, without the quotation marks, and their place.
    #[serde(flatten)]
    pub found: Found,
    /// The speaker's name as in `officials` or `people`, where the text tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

/// An organisation with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Organisation {
    /// Its fullest name on the page, lists spelt out: `Sở Tài chính` of `các Sở: Nội vụ, Tài chính`.
    pub name: String,
    /// What kind of organisation it is.
    pub kind: OrganisationKind,
    /// Where it is named.
    #[serde(default)]
    pub mentions: Vec<Mention>,
}

impl Organisation {
    /// An organisation.
    pub fn new(name: impl Into<String>, kind: OrganisationKind, mentions: Vec<Mention>) -> Self {
        Self { name: name.into(), kind, mentions }
    }
}

/// What kind of organisation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OrganisationKind {
    /// Government and administration, assemblies and councils: `Bộ Nội vụ`, `Quốc hội`.
    State,
    /// The Party: `Tỉnh ủy Cao Bằng`.
    Party,
    /// Mass organisations: `Hội Nông dân`, `Mặt trận Tổ quốc`.
    Mass,
    /// Courts and procuracies.
    Court,
    /// Army and police.
    Military,
    /// Schools and universities.
    School,
    /// Hospitals.
    Health,
    /// Enterprises.
    Company,
    /// Newspapers and broadcasters.
    Media,
    /// Foreign and international bodies.
    Foreign,
    /// Any other.
    Other,
}

/// A place with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// Its fullest name on the page: `tỉnh Cao Bằng`.
    pub name: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The General Statistics Office's code as of the article's date, where known: `04`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The code of the unit it went into on 2025-07-01, where that is another and sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// Where it is named.
    #[serde(default)]
    pub mentions: Vec<Mention>,
}

impl Place {
    /// A place without a code.
    pub fn new(name: impl Into<String>, kind: PlaceKind, mentions: Vec<Mention>) -> Self {
        Self { name: name.into(), kind, code: None, successor: None, mentions }
    }
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PlaceKind {
    /// A province or a city directly under the state.
    Province,
    /// A district, town or city of a province (until 2025-06-30).
    District,
    /// A commune, ward or township.
    Commune,
    /// A country.
    Country,
    /// A region: `Tây Nguyên`.
    Region,
    /// Any other.
    Other,
}

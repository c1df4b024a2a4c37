use serde::{Deserialize, Serialize};

use super::{
    Attachment, Block, Byline, DateMention, Diagnostic, Document, Figure, IndexResult, Link, Money, Official,
    Organisation, Person, Place, Quantity, Quote, Stamp, Views,
};

/// The version of the record's schema: the value of [`Article::schema`].
pub const SCHEMA: &str = "thongcao/1";

/// One page as a typed record.
///
/// Every span in it is a byte range of [`text`](Article::text), and the piece of text it marks equals the annotation's own `text`.
///
/// ```
/// let article = thongcao::extract("Khai mạc hội nghị\n\nSáng 02/12/2022, hội nghị khai mạc tại Cao Bằng.".as_bytes());
/// assert_eq!(article.title.as_deref(), Some("Khai mạc hội nghị"));
/// assert_eq!(article.dates[0].value.to_string(), "2022-12-02");
/// assert_eq!(article.dates[0].found.span.of(&article.text), "Sáng 02/12/2022");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Article {
    /// The schema's name and version, [`SCHEMA`].
    pub schema: String,
    /// How the page was read.
    pub source: Source,
    /// The headline as shown in the article, without the site's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A kicker or strap line, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// The lead (sapo), where the page sets one apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// When the article was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Stamp>,
    /// When it was last changed, where the page tells it apart from `published`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Stamp>,
    /// How often it was read: `Lượt xem : 1572`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<Views>,
    /// The breadcrumb or category, outermost first: `Tin tức`, `Cải cách hành chính`.
    pub section: Vec<String>,
    /// Key words the page gives.
    pub tags: Vec<String>,
    /// The language of the text as BCP 47: `vi`, `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Who wrote it: `Mạnh Tuyền, Vụ Cải cách hành chính, Bộ Nội vụ`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<Byline>,
    /// The whole readable text in reading order, in NFC: one block a line, nothing reworded.
    pub text: String,
    /// What each stretch of `text` is, in order and without overlap.
    pub blocks: Vec<Block>,
    /// Pictures that belong to the article.
    pub figures: Vec<Figure>,
    /// Files offered with it.
    pub attachments: Vec<Attachment>,
    /// Links inside the body.
    pub links: Vec<Link>,
    /// People to whom the text gives at least one post.
    pub officials: Vec<Official>,
    /// Named people without a post.
    pub people: Vec<Person>,
    /// Organisations, each with all its mentions.
    pub organisations: Vec<Organisation>,
    /// Provinces, districts, communes, countries, regions, each with all its mentions.
    pub places: Vec<Place>,
    /// Expressions that fix calendar time, in reading order.
    pub dates: Vec<DateMention>,
    /// Scores and ranks on named indices.
    pub results: Vec<IndexResult>,
    /// Legal and administrative documents cited.
    pub documents: Vec<Document>,
    /// Amounts of money.
    pub money: Vec<Money>,
    /// Percentages and other counts with a unit.
    pub quantities: Vec<Quantity>,
    /// Direct speech.
    pub quotes: Vec<Quote>,
    /// Doubts: what was left open, repaired or cut short, and why.
    pub diagnostics: Vec<Diagnostic>,
}

/// How the page was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Source {
    /// What the program read: a path, or `-`. The library leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// The page's address: given, or its canonical link, or `og:url`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The host of `url`, without `www.`: `caobang.gov.vn`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// What the bytes were decoded from: `utf-8`, `windows-1258`, `tcvn3`, `vni` …
    pub encoding: String,
    /// The name of the site profile that read the page, `generic`, or `plain` for bare text.
    pub profile: String,
    /// SHA-256 of the input bytes, in hexadecimal.
    pub sha256: String,
}

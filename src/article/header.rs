use std::{borrow::Cow, fmt, str::FromStr};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Span;

/// Where a value that stands outside the text was found: `header`, `meta:article:published_time`, `json-ld`, `url`, `given`.
pub type Origin = Cow<'static, str>;

/// A publish or update time with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Stamp {
    /// The time, as exact as the page gives it.
    pub value: StampValue,
    /// The words or the machine-readable value it was read from.
    pub text: String,
    /// Where those stand.
    pub origin: Origin,
}

impl Stamp {
    /// A stamp.
    pub fn new(value: StampValue, text: impl Into<String>, origin: impl Into<Origin>) -> Self {
        Self { value, text: text.into(), origin: origin.into() }
    }
}

/// A day, or a moment where the page gives the time of day too.
///
/// Where no zone is named, Vietnam's (+07:00) applies. As text: `2022-12-06` or `2022-12-06T14:32:00+07:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[non_exhaustive]
pub enum StampValue {
    /// A day without a time.
    Day(NaiveDate),
    /// A moment.
    Moment(DateTime<FixedOffset>),
}

impl StampValue {
    /// Vietnam's offset from UTC in seconds.
    pub const VIETNAM: i32 = 7 * 3600;

    /// The moment `date` `time` in Vietnam's zone.
    pub fn in_vietnam(date: NaiveDate, time: NaiveTime) -> Self {
        let zone = FixedOffset::east_opt(Self::VIETNAM).expect("seven hours is a valid offset");
        match NaiveDateTime::new(date, time).and_local_timezone(zone).single() {
            Some(moment) => Self::Moment(moment),
            None => Self::Day(date),
        }
    }

    /// The calendar day, as the page counts it.
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Day(day) => *day,
            Self::Moment(moment) => moment.date_naive(),
        }
    }
}

impl fmt::Display for StampValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Self::Moment(moment) => write!(f, "{}", moment.format("%Y-%m-%dT%H:%M:%S%:z")),
        }
    }
}

/// A text that is neither a day nor a moment in ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date such as 2022-12-06 or a time such as 2022-12-06T14:32:00+07:00, but found {0:?}")]
pub struct StampValueError(String);

impl FromStr for StampValue {
    type Err = StampValueError;

    /// Reads `2022-12-06`, `2022-12-06T14:32`, `2022-12-06T14:32:00` (Vietnam's zone) or either time with an offset.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let s = s.trim();
        if let Ok(day) = NaiveDate::parse_from_str(s, "%Y-%m-%d") {
            return Ok(Self::Day(day));
        }
        if let Ok(moment) = DateTime::parse_from_rfc3339(s) {
            return Ok(Self::Moment(moment));
        }
        for form in ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M:%S%:z", "%Y-%m-%d %H:%M%:z"] {
            if let Ok(moment) = DateTime::parse_from_str(s, form) {
                return Ok(Self::Moment(moment));
            }
        }
        for form in ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"] {
            if let Ok(naive) = NaiveDateTime::parse_from_str(s, form) {
                return Ok(Self::in_vietnam(naive.date(), naive.time()));
            }
        }
        Err(StampValueError(s.to_owned()))
    }
}

impl TryFrom<String> for StampValue {
    type Error = StampValueError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<StampValue> for String {
    fn from(value: StampValue) -> Self {
        value.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for StampValue {
    fn schema_name() -> Cow<'static, str> {
        "StampValue".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A day (2022-12-06) or a moment (2022-12-06T14:32:00+07:00) in ISO 8601.",
            "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?$"
        })
    }
}

/// How often the article was read, as the page says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Views {
    /// The count.
    pub value: u64,
    /// The words it was read from: `Lượt xem : 1572`.
    pub text: String,
    /// Where those stand.
    pub origin: Origin,
}

impl Views {
    /// A view count.
    pub fn new(value: u64, text: impl Into<String>, origin: impl Into<Origin>) -> Self {
        Self { value, text: text.into(), origin: origin.into() }
    }
}

/// The author or source line: `Mạnh Tuyền, Vụ Cải cách hành chính, Bộ Nội vụ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Byline {
    /// The whole line as shown.
    pub text: String,
    /// The authors' names.
    pub authors: Vec<String>,
    /// The unit the authors work for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// Where the text was taken from: `Theo TTXVN`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its place in the text, if it stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

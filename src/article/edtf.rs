use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A time as exact as the text gives it, in the notation of EDTF (ISO 8601-2).
///
/// ```
/// use thongcao::{Edtf, Point};
/// let quarter: Edtf = "2022-35".parse()?;
/// assert_eq!(quarter, Edtf::At(Point::Quarter { year: Some(2022), quarter: 3 }));
/// let term: Edtf = "2021/2025".parse()?;
/// assert_eq!(term.to_string(), "2021/2025");
/// assert_eq!("XXXX-02-06".parse::<Edtf>()?.to_string(), "XXXX-02-06");
/// # Ok::<(), thongcao::EdtfError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[non_exhaustive]
pub enum Edtf {
    /// One point of the calendar: `2022-12-06`.
    At(Point),
    /// From one point to another; an open end (`2015/..`) is `None`.
    Range {
        /// The first point that belongs to it.
        start: Option<Point>,
        /// The last.
        end: Option<Point>,
    },
}

/// A point of the calendar, as exact as it is known. A year that is not known is `None` (`XXXX`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Point {
    /// A decade by its first year: `199X` is 1990.
    Decade(i32),
    /// A year: `2022`.
    Year(i32),
    /// A half-year: `2023-40` is the first, `2023-41` the second.
    Half {
        /// The year, if known.
        year: Option<i32>,
        /// 1 or 2.
        half: u8,
    },
    /// A quarter: `2023-33` to `2023-36`.
    Quarter {
        /// The year, if known.
        year: Option<i32>,
        /// 1 to 4.
        quarter: u8,
    },
    /// A month: `2022-12`.
    Month {
        /// The year, if known.
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
    },
    /// A day, with the time of day where that is said: `2022-12-06`, `2022-12-06T14:32+07:00`.
    Day {
        /// The year, if known.
        year: Option<i32>,
        /// The month, if known.
        month: Option<u8>,
        /// The day of the month.
        day: u8,
        /// The time of day.
        clock: Option<Clock>,
    },
}

/// A time of day: `14:32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// The offset from UTC in minutes, if known: 420 for Vietnam.
    pub offset: Option<i16>,
}

impl Point {
    /// The day `date`.
    pub fn day(date: NaiveDate) -> Self {
        Self::Day { year: Some(date.year()), month: Some(date.month() as u8), day: date.day() as u8, clock: None }
    }

    /// The year, where it is known.
    pub const fn year(&self) -> Option<i32> {
        match *self {
            Self::Decade(year) | Self::Year(year) => Some(year),
            Self::Half { year, .. }
            | Self::Quarter { year, .. }
            | Self::Month { year, .. }
            | Self::Day { year, .. } => year,
        }
    }

    /// The calendar day, where year, month and day are known and such a day exists.
    pub fn date(&self) -> Option<NaiveDate> {
        match *self {
            Self::Day { year: Some(year), month: Some(month), day, .. } => {
                NaiveDate::from_ymd_opt(year, month.into(), day.into())
            }
            _ => None,
        }
    }
}

impl Edtf {
    /// The day `date`.
    pub fn day(date: NaiveDate) -> Self {
        Self::At(Point::day(date))
    }

    /// The year `year`.
    pub const fn year(year: i32) -> Self {
        Self::At(Point::Year(year))
    }

    /// The range from `start` to `end`.
    pub const fn range(start: Point, end: Point) -> Self {
        Self::Range { start: Some(start), end: Some(end) }
    }
}

impl From<Point> for Edtf {
    fn from(point: Point) -> Self {
        Self::At(point)
    }
}

fn write_year(f: &mut fmt::Formatter<'_>, year: Option<i32>) -> fmt::Result {
    match year {
        Some(year) => write!(f, "{year:04}"),
        None => f.write_str("XXXX"),
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year_of(*self, f)?;
        match *self {
            Self::Decade(_) | Self::Year(_) => Ok(()),
            Self::Half { half, .. } => write!(f, "-{}", 39 + half),
            Self::Quarter { quarter, .. } => write!(f, "-{}", 32 + quarter),
            Self::Month { month, .. } => write!(f, "-{month:02}"),
            Self::Day { month, day, clock, .. } => {
                match month {
                    Some(month) => write!(f, "-{month:02}-{day:02}")?,
                    None => write!(f, "-XX-{day:02}")?,
                }
                clock.map_or(Ok(()), |clock| write!(f, "T{clock}"))
            }
        }
    }
}

fn write_year_of(point: Point, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match point {
        Point::Decade(year) => write!(f, "{:03}X", year.div_euclid(10)),
        _ => write_year(f, point.year()),
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        match self.offset {
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
            None => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |f: &mut fmt::Formatter<'_>, point: Option<Point>| match point {
            Some(point) => point.fmt(f),
            None => f.write_str(".."),
        };
        match *self {
            Self::At(point) => point.fmt(f),
            Self::Range { start, end: last } => {
                end(f, start)?;
                f.write_str("/")?;
                end(f, last)
            }
        }
    }
}

/// A text that is not in the part of EDTF that this library writes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an EDTF time such as 2022-12-06, 2022-12, 2022, 2023-33, 2021/2025 or 2015/.., but found {0:?}")]
pub struct EdtfError(String);

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let error = || EdtfError(s.to_owned());
        let end = |s: &str| match s {
            ".." => Some(None),
            _ => point(s).map(Some),
        };
        match s.split_once('/') {
            Some((start, last)) => {
                let (start, end) = end(start).zip(end(last)).ok_or_else(error)?;
                Ok(Self::Range { start, end })
            }
            None => point(s).map(Self::At).ok_or_else(error),
        }
    }
}

fn number<T: FromStr>(s: &str) -> Option<T> {
    if s.is_empty() || !s.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    s.parse().ok()
}

fn point(s: &str) -> Option<Point> {
    let (date, time) = match s.split_once('T') {
        Some((date, time)) => (date, Some(clock(time)?)),
        None => (s, None),
    };
    let mut parts = date.split('-');
    let (first, second, third) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() || first.len() != 4 || (time.is_some() && third.is_none()) {
        return None;
    }
    if let (Some(decade), None) = (first.strip_suffix('X').and_then(number::<i32>), second) {
        return Some(Point::Decade(decade * 10));
    }
    let year = if first == "XXXX" { None } else { Some(number::<i32>(first)?) };
    let Some(second) = second else { return year.map(Point::Year) };
    if second.len() != 2 {
        return None;
    }
    if let Some(third) = third {
        let month = if second == "XX" { None } else { Some(number(second).filter(|m| (1..=12).contains(m))?) };
        let day = number(third).filter(|d| third.len() == 2 && (1..=31).contains(d))?;
        return Some(Point::Day { year, month, day, clock: time });
    }
    match number::<u8>(second)? {
        month @ 1..=12 => Some(Point::Month { year, month }),
        quarter @ 33..=36 => Some(Point::Quarter { year, quarter: quarter - 32 }),
        half @ 40..=41 => Some(Point::Half { year, half: half - 39 }),
        _ => None,
    }
}

fn clock(s: &str) -> Option<Clock> {
    let (time, offset) = match s.find(['+', '-']) {
        Some(at) => {
            let (hours, minutes) = s[at + 1..].split_once(':')?;
            let offset = number::<i16>(hours)? * 60 + number::<i16>(minutes)?;
            (&s[..at], Some(if s.as_bytes()[at] == b'-' { -offset } else { offset }))
        }
        None => (s, None),
    };
    let (hour, minute) = time.split_once(':')?;
    Some(Clock {
        hour: number(hour).filter(|h| *h < 24)?,
        minute: number(minute).filter(|m| *m < 60)?,
        offset: offset.filter(|o: &i16| o.abs() <= 14 * 60).or(None),
    })
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<Edtf> for String {
    fn from(value: Edtf) -> Self {
        value.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Edtf {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Edtf".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A time in EDTF (ISO 8601-2): 2022-12-06, 2022-12, 2022, 2023-33, 2023-40, 199X, 2021/2025, 2015/..",
            "pattern": r"^[0-9X.][0-9X.T:+/-]*$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for s in [
            "2022-12-06",
            "2022-12",
            "2022",
            "2022-12-06T14:32+07:00",
            "2017-03-10T20:00",
            "2021/2025",
            "2017-03-10/2017-03-13",
            "2015/..",
            "../2020",
            "2023-33",
            "2023-36",
            "2023-40",
            "2023-41",
            "199X",
            "XXXX-02-06",
            "XXXX-XX-15",
            "XXXX-35",
        ] {
            assert_eq!(s.parse::<Edtf>().map(|e| e.to_string()).as_deref(), Ok(s));
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for s in [
            "",
            "22",
            "2022-13",
            "2022-00",
            "2022-12-32",
            "2022-12-6",
            "XXXX",
            "2022-12T10:00",
            "2022/",
            "a/b",
            "2022-12-06T25:00",
            "+022",
        ] {
            assert!(s.parse::<Edtf>().is_err(), "{s} was read");
        }
    }
}

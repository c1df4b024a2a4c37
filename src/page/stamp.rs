//! Times in lines: `14:32 06/12/2022 | Lượt xem : 1572`, `Ngày đăng 14/12/2017 | 9:33 AM | View count: 1982`.

use std::sync::OnceLock;

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use regex::{Captures, Regex};

use super::{views, words};
use crate::article::{Span, StampValue};

/// What a label says of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `Ngày đăng`, `Xuất bản`.
    Published,
    /// `Cập nhật`.
    Updated,
}

/// A time read from a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    /// The time, day before month.
    pub(super) value: StampValue,
    /// The time, month before day, where the figures allow both.
    pub(super) swapped: Option<StampValue>,
    /// Whether the figures allow only month before day: `12/25/2016`.
    pub(super) month_first: bool,
    /// Whether the figures allow only day before month: `25/12/2016`.
    pub(super) day_first: bool,
    /// Where it stands in the line.
    pub(super) span: Span,
    /// What the words before it say.
    pub(super) label: Option<Label>,
}

impl Reading {
    /// Whether a time of day is given.
    pub(super) fn has_time(&self) -> bool {
        matches!(self.value, StampValue::Moment(_))
    }

    /// The reading with the month first, where that is open.
    pub(super) fn with_month_first(self) -> Self {
        match self.swapped {
            Some(value) => Self { value, swapped: Some(self.value), ..self },
            None => self,
        }
    }
}

/// The patterns, made once from `data/words.tsv`.
struct Patterns {
    /// Day, month, year in figures.
    figures: Regex,
    /// Year, month, day in figures.
    iso: Regex,
    /// `30 tháng 8, 2024`; `12 Tháng Ba, 2024`.
    spelt: Regex,
    /// `08-Oct-2019`, `Oct 8, 2019`, `Tháng 10 8, 2019`.
    named: Regex,
    /// A time of day.
    time: Regex,
    /// `GMT+7`, `(GMT+07:00)`.
    zone: Regex,
    /// What may stand between and around: weekdays, labels, fillers.
    filler: Regex,
    label: Regex,
}

fn patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let part = words::pattern(&["before-noon", "after-noon"]);
        let english: Vec<String> = words::of("month-english").iter().map(|m| format!("{}|{}", m, &m[..3])).collect();
        let english = english.join("|");
        let spelt = words::pattern(&["month-word"]);
        let around = ["weekday", "weekday-number", "weekday-english", "published", "updated", "stamp-filler"];
        Patterns {
            figures: words::regex(r"(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*([/.\-])\s*(\d{4}|\d{2})"),
            iso: words::regex(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})"),
            spelt: words::regex(&format!(r"(?i)(\d{{1,2}})\s+(?:tháng\s+(\d{{1,2}})|({spelt}))\s*,?\s*(?:năm\s+)?(\d{{4}})")),
            named: words::regex(&format!(
                r"(?i)(?:(\d{{1,2}})[\s\-]+({english})\.?[\s\-,]+(\d{{4}})|\b({english})\.?\s+(\d{{1,2}}),?\s+(\d{{4}})|tháng\s+(\d{{1,2}})\s+(\d{{1,2}}),\s*(\d{{4}}))"
            )),
            time: words::regex(&format!(
                r"(?i)(\d{{1,2}})(?:\s?:\s?|\s?h\s?|\s?g\s?|\s+giờ\s+)(\d{{1,2}})(?:\s?:\s?(\d{{1,2}})(?:\.\d+)?)?(?:\s*['’]|\s*phút)?(?:\s*({part})\b)?"
            )),
            zone: words::regex(r"(?i)\(?\s*(?:gmt|utc)\s*([+\-−])\s*(\d{1,2})(?::?(\d{2}))?\s*\)?"),
            filler: words::regex(&format!(r"(?i)\b{}\b", words::pattern(&around))),
            label: words::regex(&format!(r"(?i)(?:^|[^\p{{L}}])({})\b", words::pattern(&["published", "updated"]))),
        }
    })
}

/// A date found in a line, with its other reading.
struct Date {
    span: Span,
    day: NaiveDate,
    swapped: Option<NaiveDate>,
    month_first: bool,
    day_first: bool,
}

/// A time of day found in a line; none in it stands for `12:00 AM`, which systems write where they know no time.
struct Clock {
    span: Span,
    time: Option<NaiveTime>,
}

/// All times that the line gives, in order.
pub(super) fn read(line: &str) -> Vec<Reading> {
    // Lines of prose are long; a stamp line, with the names and counts around it, is not.
    if line.len() > 2_000 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let dates = dates(line);
    if dates.is_empty() {
        return Vec::new();
    }
    let clocks = clocks(line, &dates);
    let mut from = 0;
    dates
        .iter()
        .map(|date| {
            let clock = clocks
                .iter()
                .filter_map(|clock| Some((gap(line, date.span, clock.span)?, clock)))
                .min_by_key(|(gap, _)| *gap)
                .map(|(_, clock)| clock);
            let span = clock.map_or(date.span, |clock| date.span.cover(clock.span));
            let before = line.get(from..span.start).unwrap_or("");
            let label = label(before);
            let weekday = weekday(before).or_else(|| weekday(line.get(span.start..span.end).unwrap_or("")));
            from = span.end;
            // `08:00 GMT+7, 27/9/2022` or `27/9/2022 08:00 (GMT+7)`.
            let inner = clock.and_then(|clock| line.get(clock.span.end..date.span.start));
            let zone = zone(line.get(span.end..).unwrap_or("")).or_else(|| zone(inner?));
            let value = |day| match clock.and_then(|clock| clock.time) {
                Some(time) => moment(day, time, zone),
                None => StampValue::Day(day),
            };
            // A weekday decides which of two readings is meant.
            let (mut day, mut swapped) = (date.day, date.swapped);
            if let (Some(weekday), Some(other)) = (weekday, swapped) {
                if day.weekday() != weekday && other.weekday() == weekday {
                    day = other;
                }
                if day.weekday() == weekday {
                    swapped = None;
                }
            }
            Reading {
                value: value(day),
                swapped: swapped.map(value),
                month_first: date.month_first,
                day_first: date.day_first,
                span,
                label,
            }
        })
        .collect()
}

fn moment(day: NaiveDate, time: NaiveTime, zone: Option<FixedOffset>) -> StampValue {
    let there = zone.and_then(|zone| NaiveDateTime::new(day, time).and_local_timezone(zone).single());
    there.map_or_else(|| StampValue::in_vietnam(day, time), StampValue::Moment)
}

/// The length of the text between a date and a time, if only weekdays, labels and marks stand there.
fn gap(line: &str, date: Span, clock: Span) -> Option<usize> {
    let (from, to) = if clock.end <= date.start { (clock.end, date.start) } else { (date.end, clock.start) };
    let between = line.get(from..to).filter(|between| between.len() <= 60)?;
    let between_zones = patterns().zone.replace_all(between, "");
    let rest = patterns().filler.replace_all(&between_zones, "");
    (!rest.chars().any(char::is_alphanumeric)).then_some(between.len())
}

fn label(before: &str) -> Option<Label> {
    let found = patterns().label.captures_iter(before).last()?.get(1)?;
    let rest = patterns().filler.replace_all(&before[found.end()..], "");
    if rest.chars().any(char::is_alphanumeric) {
        return None;
    }
    let words: Vec<String> = found.as_str().to_lowercase().split_whitespace().map(str::to_owned).collect();
    let phrase = words.join(" ");
    Some(if words::of("updated").contains(&phrase.as_str()) { Label::Updated } else { Label::Published })
}

fn weekday(text: &str) -> Option<Weekday> {
    const DAYS: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let lower = text.to_lowercase();
    ["weekday", "weekday-number", "weekday-english"].iter().find_map(|role| {
        let at = words::of(role).iter().position(|day| words::find_word(&lower, day).is_some())?;
        DAYS.get(at).copied()
    })
}

fn zone(after: &str) -> Option<FixedOffset> {
    let found = patterns().zone.captures(after).filter(|found| found.get(0).is_some_and(|all| all.start() < 8))?;
    let part = |i| found.get(i).and_then(|m: regex::Match<'_>| m.as_str().parse::<i32>().ok());
    let seconds = part(2)?.checked_mul(3600)? + part(3).unwrap_or(0) * 60;
    FixedOffset::east_opt(if found.get(1).is_some_and(|sign| sign.as_str() == "+") { seconds } else { -seconds })
}

/// Whether neither a figure nor a mark that joins figures touches the place.
fn stands_free(line: &str, start: usize, end: usize) -> bool {
    let before = line[..start].chars().next_back();
    let mut after = line[end..].chars();
    let (next, second) = (after.next(), after.next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joined = matches!(next, Some('/' | '.')) && digit(second);
    !(digit(before) || before == Some('/') || digit(next) || joined)
}

fn dates(line: &str) -> Vec<Date> {
    let p = patterns();
    let mut found = Vec::new();
    let mut add = |captures: &Captures<'_>, date: Option<Date>| {
        let all = captures.get(0).map_or(Span::default(), |m| Span::new(m.start(), m.end()));
        if let Some(date) = date.filter(|_| stands_free(line, all.start, all.end)) {
            found.push(Date { span: all, ..date });
        }
    };
    for c in p.iso.captures_iter(line) {
        add(&c, number(&c, 1).and_then(|y| day(y, number(&c, 2)?, number(&c, 3)?)).map(plain));
    }
    // What is no date may overlap one: `08:15 - 12/03/2021`.
    let mut at = 0;
    while let Some(c) = p.figures.captures_at(line, at) {
        let date = figures(&c).filter(|_| c.get(0).is_some_and(|all| stands_free(line, all.start(), all.end())));
        let next = if date.is_some() { c.get(0) } else { c.get(1) };
        at = next.map_or(line.len(), |part| part.end());
        add(&c, date);
    }
    for c in p.spelt.captures_iter(line) {
        let month = number(&c, 2).or_else(|| {
            let name = c.get(3)?.as_str().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
            words::of("month-word").iter().position(|word| *word == name).and_then(|at| u32::try_from(at + 1).ok())
        });
        add(&c, number(&c, 4).and_then(|y| day(y, month?, number(&c, 1)?)).map(plain));
    }
    for c in p.named.captures_iter(line) {
        let read = if c.get(2).is_some() {
            number(&c, 3).and_then(|y| day(y, english(c.get(2)?.as_str())?, number(&c, 1)?))
        } else if c.get(4).is_some() {
            number(&c, 6).and_then(|y| day(y, english(c.get(4)?.as_str())?, number(&c, 5)?))
        } else {
            number(&c, 9).and_then(|y| day(y, number(&c, 7)?, number(&c, 8)?))
        };
        add(&c, read.map(plain));
    }
    found.sort_by_key(|date| (date.span.start, std::cmp::Reverse(date.span.end)));
    found.dedup_by(|later, first| first.span.overlaps(later.span));
    found
}

fn plain(day: NaiveDate) -> Date {
    Date { span: Span::default(), day, swapped: None, month_first: false, day_first: false }
}

fn figures(c: &Captures<'_>) -> Option<Date> {
    let (a, b, year) = (number(c, 1)?, number(c, 3)?, number(c, 5)?);
    if c.get(2)?.as_str() != c.get(4)?.as_str() {
        return None;
    }
    let year = if year < 70 && c.get(5)?.len() == 2 { year + 2000 } else { year };
    // `8.30.12` is a time or a section; two-digit years stand with strokes or dashes.
    if c.get(5)?.len() == 2 && c.get(2)?.as_str() == "." {
        return None;
    }
    let (day_first, month_first) = (day(year, b, a), day(year, a, b));
    let main = day_first.or(month_first)?;
    Some(Date {
        span: Span::default(),
        day: main,
        swapped: month_first.filter(|other| *other != main),
        month_first: day_first.is_none(),
        day_first: month_first.is_none(),
    })
}

/// A day that an article can be of; `1/1/0001` and the like are none.
fn day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| (1990..2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn english(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let at = words::of("month-english").iter().position(|month| month.starts_with(&name))?;
    u32::try_from(at + 1).ok()
}

fn number(c: &Captures<'_>, group: usize) -> Option<u32> {
    c.get(group)?.as_str().parse().ok()
}

fn clocks(line: &str, dates: &[Date]) -> Vec<Clock> {
    let mut found = Vec::new();
    for c in patterns().time.captures_iter(line) {
        let Some(all) = c.get(0) else { continue };
        let span = Span::new(all.start(), all.end());
        if dates.iter().any(|date| date.span.overlaps(span))
            || line[..span.start].ends_with(|c: char| c.is_ascii_digit())
        {
            continue;
        }
        let (Some(mut hour), Some(minute)) = (number(&c, 1), number(&c, 2)) else { continue };
        let half = c.get(4).map(|half| half.as_str().to_lowercase());
        let in_half = |role: &str| half.as_deref().is_some_and(|half| words::of(role).contains(&half));
        // Content systems write 12:00 AM where they know only the day.
        let unknown = hour == 12 && minute == 0 && in_half("before-noon");
        if in_half("after-noon") && hour < 12 {
            hour += 12;
        } else if in_half("before-noon") && hour == 12 {
            hour = 0;
        }
        let time = NaiveTime::from_hms_opt(hour, minute, number(&c, 3).unwrap_or(0));
        if time.is_some() {
            found.push(Clock { span, time: time.filter(|_| !unknown) });
        }
    }
    found
}

/// What the line says beside times, view counts, their labels and marks: empty for a pure stamp line.
///
/// `Duy Anh - 07:00, 04/12/2023` leaves `Duy Anh`.
pub(super) fn residue(line: &str) -> String {
    let mut rest = line.to_owned();
    let mut spans: Vec<Span> = read(line).iter().map(|reading| reading.span).collect();
    spans.extend(views::read(line).map(|(_, span)| span));
    spans.sort();
    for span in spans.into_iter().rev() {
        if rest.is_char_boundary(span.start) && rest.is_char_boundary(span.end) && span.end <= rest.len() {
            rest.replace_range(span.start..span.end, " ");
        }
    }
    let p = patterns();
    let rest = p.zone.replace_all(&rest, " ");
    let rest = p.filler.replace_all(&rest, " ");
    let words: Vec<&str> = rest.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    words.join(" ").trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Label, read, residue};

    fn first(line: &str) -> String {
        read(line).first().map_or_else(String::new, |reading| reading.value.to_string())
    }

    #[test]
    fn every_form_of_a_stamp_is_read() {
        for (line, value) in [
            ("14:32 06/12/2022 | Lượt xem : 1572", "2022-12-06T14:32:00+07:00"),
            ("Ngày đăng 14/12/2017 | 9:33 AM | View count: 1982", "2017-12-14T09:33:00+07:00"),
            ("Publish date 26/05/2015 | 12:00 AM | View count: 487", "2015-05-26"),
            ("24/08/2022 | 04:30 PM | View count: 8", "2022-08-24T16:30:00+07:00"),
            ("(Thứ bảy, 22/05/2021 11:38)", "2021-05-22T11:38:00+07:00"),
            ("30 tháng 8, 2024", "2024-08-30"),
            ("Cập nhật : 04-04-2018 - 09:34", "2018-04-04T09:34:00+07:00"),
            ("Thứ bảy, 7/3/2026, 00:05 (GMT+7)", "2026-03-07T00:05:00+07:00"),
            ("07-03-2026 - 00:01 AM", "2026-03-07T00:01:00+07:00"),
            ("20/01/2022 01:39 PM", "2022-01-20T13:39:00+07:00"),
            ("15:20 PM | 21/12/2012", "2012-12-21T15:20:00+07:00"),
            ("| Cập nhật thứ hai, ngày 24/12/12 11:05 tối", "2012-12-24T23:05:00+07:00"),
            ("Thứ 2, Ngày 23.03.2015", "2015-03-23"),
            ("Thứ Bảy, Ngày 07 tháng 03 năm 2026,", "2026-03-07"),
            ("Thứ Hai, 14/5/2018| 22:46", "2018-05-14T22:46:00+07:00"),
            ("20:00 08-Oct-2019", "2019-10-08T20:00:00+07:00"),
            ("10:20, Thứ Năm, 23-2-2023", "2023-02-23T10:20:00+07:00"),
            ("Cập nhật lúc 17:02, Thứ Tư, 12/06/2019 (GMT+7)", "2019-06-12T17:02:00+07:00"),
            ("17 - 05 - 2024", "2024-05-17"),
            ("8:56:0, 08/08/2014", "2014-08-08T08:56:00+07:00"),
            ("Ngày 11/11/2022-09:13:00 AM", "2022-11-11T09:13:00+07:00"),
            ("12 Tháng Ba, 2024", "2024-03-12"),
            ("05/12/2013 15:42:27", "2013-12-05T15:42:27+07:00"),
            ("12/25/2016 04:00:00 PM", "2016-12-25T16:00:00+07:00"),
            ("18h39 ngày 02/03/2018", "2018-03-02T18:39:00+07:00"),
            ("Cập nhật lúc: 08:15 - 12/03/2021 (Lượt xem: 87)", "2021-03-12T08:15:00+07:00"),
            ("09:37 - 15/12/2019", "2019-12-15T09:37:00+07:00"),
            ("18:39, 02/03/2018", "2018-03-02T18:39:00+07:00"),
            ("19:36 09/02/2021", "2021-02-09T19:36:00+07:00"),
            ("17:42 | 16/04/2025 GMT+7", "2025-04-16T17:42:00+07:00"),
            ("13:57, 26/01/2024", "2024-01-26T13:57:00+07:00"),
            ("05/12/2019 19:39", "2019-12-05T19:39:00+07:00"),
            ("28/12/2019 - 07:27", "2019-12-28T07:27:00+07:00"),
            ("Ngày đăng 09/06/2018 | 15:44 |", "2018-06-09T15:44:00+07:00"),
            ("(25-05-2019 16:56:51)", "2019-05-25T16:56:51+07:00"),
            ("Thứ hai - 20/07/2020 23:36", "2020-07-20T23:36:00+07:00"),
            ("Thứ tư, 02/10/2013 - 10:12", "2013-10-02T10:12:00+07:00"),
            ("04:30 GMT+7, Thứ Ba, 27/9/2022", "2022-09-27T04:30:00+07:00"),
            ("1:06 PM, 04/08/2008", "2008-08-04T13:06:00+07:00"),
            ("23/02/2025 05:07:00 PM", "2025-02-23T17:07:00+07:00"),
            ("22:02 PM 23/02/2025", "2025-02-23T22:02:00+07:00"),
            ("Xuất bản: 23/02/2025", "2025-02-23"),
            ("Tin đăng lúc : 23/02/2025 08:00", "2025-02-23T08:00:00+07:00"),
            ("Cập nhật ngày: 23/02/2025", "2025-02-23"),
            ("Ngày phát hành 23/02/2025", "2025-02-23"),
            ("Đăng ngày 23/02/2025", "2025-02-23"),
            ("Lượt xem: 7370 | Gửi lúc: 05/12/2013 15:42:27", "2013-12-05T15:42:27+07:00"),
            ("Duy Anh và Công Minh - 07:00, 04/12/2023", "2023-12-04T07:00:00+07:00"),
            ("Mạnh Thìn 21/12/2021 11:00", "2021-12-21T11:00:00+07:00"),
            ("Xã hội - Bích Hợp - 21:35 22/02/2022", "2022-02-22T21:35:00+07:00"),
            ("(06/09/2018)", "2018-09-06"),
            ("9/5/2022", "2022-05-09"),
            ("01/03/2026 09:51", "2026-03-01T09:51:00+07:00"),
            ("Thứ Bảy, 07/03/2026 - 08:52", "2026-03-07T08:52:00+07:00"),
            ("07/03/2026 08:52 (GMT+07:00)", "2026-03-07T08:52:00+07:00"),
            ("03/01/2020 | 19:27", "2020-01-03T19:27:00+07:00"),
            ("Thứ Tư, 26/12/2012 17:14", "2012-12-26T17:14:00+07:00"),
            ("Friday, 17/09/2021 - 11:16", "2021-09-17T11:16:00+07:00"),
            ("2019-03-02 18:39", "2019-03-02T18:39:00+07:00"),
            ("18:39 ngày 02-03-2018", "2018-03-02T18:39:00+07:00"),
            ("18:39' 02/03/2018", "2018-03-02T18:39:00+07:00"),
            ("ngày 2 tháng 3 , 2018", "2018-03-02"),
            ("NGÀY 2 THÁNG 3, 2018 | 18:39", "2018-03-02T18:39:00+07:00"),
            ("Thứ ba, 04:00 chiều 24/12/12", "2012-12-24T16:00:00+07:00"),
            ("Ngày đăng: 2/3/2018 12:00:00 SA", "2018-03-02"),
            ("Ngày đăng: 2/3/2018 1:05:00 CH", "2018-03-02T13:05:00+07:00"),
            ("Được đăng: Thứ Năm, 1 Tháng 3 2018 09:12", "2018-03-01T09:12:00+07:00"),
            ("Đăng bởi: Quản trị viên | 02/03/2018", "2018-03-02"),
            ("Posted on March 2, 2018 at 6:39 pm", "2018-03-02T18:39:00+07:00"),
        ] {
            assert_eq!(first(line), value, "{line}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for line in ["1/1/0001", "Số 12/2020/NĐ-CP", "13.05.99.11", "04.8463556", "192.168.10.20", "năm 2022", "57/63"]
        {
            assert_eq!(first(line), "", "{line}");
        }
    }

    #[test]
    fn a_weekday_or_the_figures_decide_the_order() {
        assert_eq!(first("Thứ năm, 12/05/2016 04:00:00 PM"), "2016-05-12T16:00:00+07:00");
        assert_eq!(first("Thứ hai, 12/05/2016 04:00:00 PM"), "2016-12-05T16:00:00+07:00");
        assert!(read("12/05/2016").first().is_some_and(|reading| reading.swapped.is_some()));
    }

    #[test]
    fn labels_tell_publication_from_update() {
        let both = read("Ngày đăng: 05/12/2019 10:00 - Cập nhật: 06/12/2019 11:00");
        let labels: Vec<_> = both.iter().map(|reading| (reading.value.to_string(), reading.label)).collect();
        assert_eq!(
            labels,
            [
                ("2019-12-05T10:00:00+07:00".to_owned(), Some(Label::Published)),
                ("2019-12-06T11:00:00+07:00".to_owned(), Some(Label::Updated))
            ]
        );
    }

    #[test]
    fn a_pure_stamp_line_leaves_nothing() {
        for line in ["14:32 06/12/2022 | Lượt xem : 1572", "Thứ bảy, 7/3/2026, 00:05 (GMT+7)", "Ngày đăng: 05/12/2019"]
        {
            assert_eq!(residue(line), "", "{line}");
        }
        assert_eq!(residue("Duy Anh - 07:00, 04/12/2023"), "Duy Anh");
    }
}

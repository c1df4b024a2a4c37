use std::collections::HashMap;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::{
    article::{Article, Clock, DateMention, Edtf, Found, Point},
    clue::{DateClue, Direction, Moment, Unit, When},
    text::Text,
};

/// Resolves time expressions against the publish time and writes them into the article, in reading order;
/// gives the value of each by its first token.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &[DateClue]) -> HashMap<usize, Edtf> {
    let mut values = HashMap::new();
    let mut resolver = Resolver { published: article.published.as_ref().map(|stamp| stamp.value.day()), last: None };
    for clue in clues {
        let Some(value) = resolver.resolve(clue) else { continue };
        let found = Found::new(&text.text, text.span(clue.tokens.clone()), clue.rule);
        let mut mention = DateMention::new(found, value, clue.part);
        mention.lunar = clue.lunar;
        article.dates.push(mention);
        values.insert(clue.tokens.start, value);
    }
    values
}

struct Resolver {
    published: Option<NaiveDate>,
    /// The time named last.
    last: Option<Point>,
}

impl Resolver {
    fn resolve(&mut self, clue: &DateClue) -> Option<Edtf> {
        let value = match clue.when {
            When::At(moment) => self.at(moment, clue)?,
            When::Range(start, end) => self.range(start, end, clue)?,
        };
        if let Edtf::At(point) | Edtf::Range { start: Some(point), .. } = value {
            self.last = Some(point);
        }
        Some(value)
    }

    fn range(&self, start: Option<Moment>, end: Option<Moment>, clue: &DateClue) -> Option<Edtf> {
        let point = |moment| match self.at(moment, clue)? {
            Edtf::At(point) => Some(point),
            Edtf::Range { .. } => None,
        };
        let end = match end {
            Some(end) => Some(point(end)?),
            None => None,
        };
        let mut start = match start {
            Some(start) => Some(point(start)?),
            None => None,
        };
        // A range over New Year: `từ 28/12 đến 3/1`.
        if let (Some(first), Some(last)) = (start.and_then(|p| p.date()), end.and_then(|p| p.date())) {
            if first > last {
                if let Some(Point::Day { year: Some(year), .. }) = &mut start {
                    *year -= 1;
                }
            }
        }
        Some(Edtf::Range { start, end })
    }

    fn at(&self, moment: Moment, clue: &DateClue) -> Option<Edtf> {
        Some(match moment {
            Moment::Written(point) => Edtf::At(self.with_year(point, clue)),
            Moment::InYear(point, by) => Edtf::At(set_year(point, self.published.map(|p| p.year() + by))),
            Moment::Months(year, first, last) => {
                let year = year.or(self.published.map(|p| p.year()));
                Edtf::range(Point::Month { year, month: first }, Point::Month { year, month: last })
            }
            Moment::Counted(unit, by, clock) => counted(self.published?, unit, by, clock)?,
            Moment::CountedFromLast(unit, by, clock) => {
                let last = self.last.and_then(|point| point.date()).or(self.published)?;
                counted(last, unit, by, clock)?
            }
            Moment::Weekend(weeks) => {
                let monday = monday(self.published?)?.checked_add_signed(chrono::TimeDelta::weeks(weeks.into()))?;
                let saturday = monday.checked_add_days(Days::new(5))?;
                Edtf::range(Point::day(saturday), Point::day(saturday.succ_opt()?))
            }
        })
    }

    /// The point with the year that the words around it and the publish time tell.
    fn with_year(&self, point: Point, clue: &DateClue) -> Point {
        let (Some(published), None) = (self.published, point.year()) else { return point };
        let candidates = (-1..=1).filter_map(|by| {
            let point = set_year(point, Some(published.year() + by));
            Some((point, first_day(point)?, last_day(point)?))
        });
        let weekday = clue.weekday.filter(|_| matches!(point, Point::Day { .. }));
        let distance = |first: NaiveDate, last: NaiveDate| {
            let (until, since) = ((first - published).num_days(), (published - last).num_days());
            let grace = GRACE.max((last - first).num_days());
            let against = match clue.direction {
                Some(Direction::Past) => until > grace,
                Some(Direction::Future) => since > grace,
                _ => false,
            };
            let wrong_weekday = weekday.is_some_and(|w| first.weekday() != weekday_of(w));
            (wrong_weekday, against, until.max(since).max(0))
        };
        candidates.min_by_key(|(_, first, last)| distance(*first, *last)).map_or(point, |(point, ..)| point)
    }
}

/// Days on the wrong side of the publish time that are still right: pages are dated late, and `sẽ` may stand beside another event.
const GRACE: i64 = 20;

fn set_year(point: Point, to: Option<i32>) -> Point {
    match point {
        Point::Half { half, .. } => Point::Half { year: to, half },
        Point::Quarter { quarter, .. } => Point::Quarter { year: to, quarter },
        Point::Month { month, .. } => Point::Month { year: to, month },
        Point::Day { month, day, clock, .. } => Point::Day { year: to, month, day, clock },
        other => other,
    }
}

fn first_day(point: Point) -> Option<NaiveDate> {
    let (year, month, day) = match point {
        Point::Half { year, half } => (year?, u32::from(half) * 6 - 5, 1),
        Point::Quarter { year, quarter } => (year?, u32::from(quarter) * 3 - 2, 1),
        Point::Month { year, month } => (year?, month.into(), 1),
        Point::Day { year, month, day, .. } => (year?, month?.into(), day.into()),
        Point::Decade(year) | Point::Year(year) => (year, 1, 1),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

fn last_day(point: Point) -> Option<NaiveDate> {
    let months = match point {
        Point::Decade(_) => 120,
        Point::Year(_) => 12,
        Point::Half { .. } => 6,
        Point::Quarter { .. } => 3,
        Point::Month { .. } => 1,
        Point::Day { .. } => return first_day(point),
    };
    first_day(point)?.checked_add_months(Months::new(months))?.pred_opt()
}

fn counted(from: NaiveDate, unit: Unit, by: i32, clock: Option<Clock>) -> Option<Edtf> {
    let month = |months: i32| match u32::try_from(months) {
        Ok(months) => from.checked_add_months(Months::new(months)),
        Err(_) => from.checked_sub_months(Months::new(months.unsigned_abs())),
    };
    Some(match unit {
        Unit::Day => {
            let day = from.checked_add_signed(chrono::TimeDelta::days(by.into()))?;
            match Point::day(day) {
                Point::Day { year, month, day, .. } => Edtf::At(Point::Day { year, month, day, clock }),
                other => Edtf::At(other),
            }
        }
        Unit::Week => {
            let start = monday(from)?.checked_add_signed(chrono::TimeDelta::weeks(by.into()))?;
            Edtf::range(Point::day(start), Point::day(start.checked_add_days(Days::new(6))?))
        }
        Unit::Month => {
            let day = month(by)?;
            Edtf::At(Point::Month { year: Some(day.year()), month: day.month() as u8 })
        }
        Unit::Quarter => {
            let day = month(by.checked_mul(3)?)?;
            Edtf::At(Point::Quarter { year: Some(day.year()), quarter: (day.month0() / 3) as u8 + 1 })
        }
        Unit::Year => Edtf::year(from.year().checked_add(by)?),
    })
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}

fn weekday_of(number: u8) -> Weekday {
    Weekday::try_from(number.saturating_sub(1)).unwrap_or(Weekday::Mon)
}

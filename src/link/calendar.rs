//! Reckoning with points of the calendar.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::{
    article::{Clock, Edtf, Point},
    clue::Unit,
};

/// The point in the year `to`.
pub(super) fn set_year(point: Point, to: Option<i32>) -> Point {
    match point {
        Point::Half { half, .. } => Point::Half { year: to, half },
        Point::Quarter { quarter, .. } => Point::Quarter { year: to, quarter },
        Point::Month { month, .. } => Point::Month { year: to, month },
        Point::Day { month, day, clock, .. } => Point::Day { year: to, month, day, clock },
        other => other,
    }
}

/// Its first day, where the year is known.
pub(super) fn first_day(point: Point) -> Option<NaiveDate> {
    let (year, month, day) = match point {
        Point::Half { year, half } => (year?, u32::from(half) * 6 - 5, 1),
        Point::Quarter { year, quarter } => (year?, u32::from(quarter) * 3 - 2, 1),
        Point::Month { year, month } => (year?, month.into(), 1),
        Point::Day { year, month, day, .. } => (year?, month?.into(), day.into()),
        Point::Decade(year) | Point::Year(year) => (year, 1, 1),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Its last day, where the year is known.
pub(super) fn last_day(point: Point) -> Option<NaiveDate> {
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

/// The time so many units after `from`.
pub(super) fn counted(from: NaiveDate, unit: Unit, by: i32, clock: Option<Clock>) -> Option<Edtf> {
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
        Unit::Weekend => {
            let monday = monday(from)?.checked_add_signed(chrono::TimeDelta::weeks(by.into()))?;
            let saturday = monday.checked_add_days(Days::new(5))?;
            Edtf::range(Point::day(saturday), Point::day(saturday.succ_opt()?))
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

/// The Monday of its week.
pub(super) fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}

/// The weekday by its number, 1 for Monday.
pub(super) fn weekday_of(number: u8) -> Weekday {
    Weekday::try_from(number.saturating_sub(1)).unwrap_or(Weekday::Mon)
}

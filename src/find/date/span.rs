//! Times that last: `từ ngày 10 đến 13/3`, `từ năm 2018 đến nay`.

use std::ops::Range;

use super::{
    moment::{Reading, reading},
    phrase::{Phrase, ends_or_goes_on, is_recurring, single},
    shape::Shapes,
};
use crate::{
    article::{Clock, Point},
    clue::{Moment, Unit, When},
    lexicon::Table,
    rule::Match,
};

/// From one time to another.
pub(super) fn range(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let scene = read.scene;
    let (from, to) = (read.tokens("from")?, read.tokens("to")?);
    let number = |tokens: &Range<usize>| scene.text.slice(tokens.clone()).parse::<u8>().ok();
    // `từ tối 6 đến 7/11`
    let of_part = |tokens: &Range<usize>| {
        let part = scene.hits.longest(tokens.start, Table::DayParts)?;
        number(&(tokens.start + part.len as usize..tokens.end))
    };
    let (last, end) = match (number(&to), single(read, shapes, from.clone())) {
        // `từ tháng 4 đến 10`
        (Some(month), Some((first, Moment::Written(Point::Month { year: None, month: start }))))
            if first.sure && start < month && month <= 12 && ends_or_goes_on(read, to.end) =>
        {
            (first, Moment::Written(Point::Month { year: None, month }))
        }
        _ => single(read, shapes, to.clone())?,
    };
    let (first, start) = match number(&from).or_else(|| of_part(&from)) {
        // `từ 9-11h30 ngày 25/4`
        Some(hour) if last.clock.is_some() => {
            let Moment::Written(Point::Day { year, month, day, .. }) = end else { return None };
            let clock = Some(Clock { hour: Some(hour).filter(|hour| *hour < 24)?, minute: 0, offset: None });
            (last, Moment::Written(Point::Day { year, month, day, clock }))
        }
        // `20-26/10`, `từ 10 đến 13/3`
        Some(day) if (1..=31).contains(&day) => match end {
            Moment::Written(Point::Day { year, month: Some(month), .. }) => {
                (last, Moment::Written(Point::Day { year, month: Some(month), day, clock: None }))
            }
            Moment::Lunar { year, cycle, month, .. } => (last, Moment::Lunar { year, cycle, month, day }),
            _ => return None,
        },
        _ => match (reading(read.scene, shapes, from)?, end) {
            // `từ 8h đến 17h ngày 5/6`
            (
                Reading { moment: None, clock: Some(clock), .. },
                Moment::Written(Point::Day { year, month, day, .. }),
            ) => (last, Moment::Written(Point::Day { year, month, day, clock: Some(clock) })),
            (first, _) => (first, first.moment?),
        },
    };
    if is_recurring(read, read.tokens.end) {
        return None;
    }
    let head = read.text("head").map(str::to_lowercase);
    // The feast is not part of its days: `nghỉ lễ 30/4 - 1/5`.
    let feast = head.as_deref().is_some_and(|head| head.contains("lễ") || head == "dịp");
    let tokens = if feast { read.tokens("from")?.start..read.tokens.end } else { read.tokens.clone() };
    let (start, end) = fill(start, end)?;
    let words = head.is_some() || first.sure || last.sure;
    let sensible = match (start, end) {
        (Moment::Written(Point::Year(a)), Moment::Written(Point::Year(b))) => {
            let counts = |table| scene.hits.longest(read.tokens.end, table).is_some();
            let amount = (!words || head.as_deref() == Some("từ"))
                && (counts(Table::Units) || counts(Table::Currencies) || counts(Table::Scales));
            a <= b && b - a <= 200 && (1800..2100).contains(&a) && (1800..2150).contains(&b) && !amount
        }
        (Moment::Written(Point::Day { .. }), Moment::Written(Point::Day { .. })) => {
            words || read.text("to").is_some_and(|to| to.contains('/'))
        }
        (Moment::Written(_), Moment::Written(_)) => true,
        (Moment::Counted(..), _) | (_, Moment::Counted(..)) => true,
        (Moment::Lunar { .. }, Moment::Lunar { .. }) => true,
        _ => false,
    };
    sensible.then(|| {
        let when = When::Range(Some(start), Some(end));
        vec![Phrase::new(tokens, when, &Reading { near: feast, ..first })]
    })
}

/// Gives each end of a range what only the other says: `từ 10 đến 13/3/2017`.
fn fill(start: Moment, end: Moment) -> Option<(Moment, Moment)> {
    use Moment::Written;
    use Point::{Day, Month, Quarter, Year};
    Some(match (start, end) {
        (
            Written(Day { year: y1, month: m1, day: d1, clock: c1 }),
            Written(Day { year: y2, month: m2, day: d2, clock: c2 }),
        ) => {
            let month = m1.or(m2);
            let end_month = m2.or(m1.map(|m| if d2 < d1 { m % 12 + 1 } else { m }));
            let (month, end_month) = (month?, end_month?);
            let year = y1.or(y2.map(|y| if (month, d1) > (end_month, d2) { y - 1 } else { y }));
            let end_year = y2.or(y1.map(|y| if (month, d1) > (end_month, d2) { y + 1 } else { y }));
            if year.is_none() && (month, d1) == (end_month, d2) && c1 == c2 {
                return None;
            }
            (
                Written(Day { year, month: Some(month), day: d1, clock: c1 }),
                Written(Day { year: end_year, month: Some(end_month), day: d2, clock: c2 }),
            )
        }
        // `ngày 4-5 tháng 9 năm 2019`
        (Written(Month { year: y1, month: m1 }), Written(Month { year: y2, month: m2 })) => (
            Written(Month { year: y1.or(y2.map(|y| if m1 > m2 { y - 1 } else { y })), month: m1 }),
            Written(Month { year: y2.or(y1.map(|y| if m1 > m2 { y + 1 } else { y })), month: m2 }),
        ),
        (Written(Quarter { year: y1, quarter: q1 }), Written(Quarter { year: y2, quarter: q2 })) => {
            (Written(Quarter { year: y1.or(y2), quarter: q1 }), Written(Quarter { year: y2.or(y1), quarter: q2 }))
        }
        // `từ mùng 3 đến mùng 6 Tết`
        (Written(Day { month: None, day, .. }), Moment::Lunar { year, cycle, month, .. }) => {
            (Moment::Lunar { year, cycle, month, day }, end)
        }
        (Written(Day { month: None, .. }), _) | (_, Written(Day { month: None, .. })) => return None,
        (Written(Year(_)), Written(Month { year: None, .. } | Day { year: None, .. })) => return None,
        other => other,
    })
}

/// From a time on.
pub(super) fn open(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let (reading, moment) = single(read, shapes, read.tokens("from")?)?;
    let plain = match moment {
        Moment::Written(Point::Day { month, .. }) => month.is_some(),
        _ => true,
    };
    (plain && (reading.sure || read.tokens("head").is_some())).then(|| {
        vec![Phrase::new(read.tokens.clone(), When::Range(Some(moment), None), &Reading { near: false, ..reading })]
    })
}

/// From the beginning of the year on.
pub(super) fn year_to_date(read: &Match<'_>, _: &Shapes) -> Option<Vec<Phrase>> {
    let unit = match read.text("unit")?.to_lowercase().as_str() {
        "tháng" => Unit::Month,
        "quý" => Unit::Quarter,
        _ => Unit::Year,
    };
    let when = When::Range(Some(Moment::Counted(unit, 0, None)), None);
    Some(vec![Phrase::new(read.tokens.clone(), when, &Reading::default())])
}

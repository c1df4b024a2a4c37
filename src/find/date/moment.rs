use std::ops::Range;

use super::shape::Shapes;
use crate::{
    article::{Clock, DayPart, Point},
    clue::{Moment, Unit},
    lexicon::{Row, Table},
    rule::{Layer, Scene},
};

/// What the words of one time say together: `khoảng 20h tối thứ Bảy (11/2)`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reading {
    /// The time, with the clock in it.
    pub(crate) moment: Option<Moment>,
    /// The part of day.
    pub(crate) part: Option<DayPart>,
    /// The weekday.
    pub(crate) weekday: Option<u8>,
    /// The time of day, where nothing else is said.
    pub(crate) clock: Option<Clock>,
    /// Whether the point is a date whatever stands around it.
    pub(crate) sure: bool,
    /// Whether words relative to the publish time stand beside a point: `sáng nay (15/6)`.
    pub(crate) near: bool,
}

/// Reads the shapes and table rows in `tokens` together; nothing where two of them exclude each other.
pub(crate) fn reading(scene: Scene<'_>, shapes: &Shapes, tokens: Range<usize>) -> Option<Reading> {
    let (mut reading, mut clock, mut counted) = (Reading::default(), None, None);
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some((number, end)) = scene.layers.at(Layer::Point, at) {
            let sighting = shapes.points.get(number)?.value;
            if reading.moment.replace(sighting.moment).is_some() {
                return None;
            }
            reading.sure |= sighting.sure;
            at = end;
        } else if let Some((number, end)) = scene.layers.at(Layer::Clock, at) {
            clock = clock.or(shapes.clocks.get(number).map(|clock| clock.value));
            at = end;
        } else if let Some(hit) = scene.hits.longest(at, Table::Relatives) {
            if counted.replace(relative(scene.lexicon.row(hit), &mut reading)?).is_some() {
                return None;
            }
            at += hit.len as usize;
        } else if let Some(hit) = scene.hits.longest(at, Table::Weekdays) {
            reading.weekday = scene.lexicon.row(hit).cell("day").parse().ok();
            at += hit.len as usize;
        } else if let Some(hit) = scene.hits.longest(at, Table::DayParts) {
            if reading.part.replace(part(scene.lexicon.row(hit).cell("part"))?).is_some() {
                return None;
            }
            at += hit.len as usize;
        } else {
            at += 1;
        }
    }
    (reading.near, reading.clock) = (counted.is_some(), clock);
    let afternoon = matches!(reading.part, Some(DayPart::Afternoon | DayPart::Evening | DayPart::Night));
    if let Some(clock) = clock.as_mut().filter(|clock| afternoon && (1..12).contains(&clock.hour)) {
        clock.hour += 12;
    }
    reading.moment = match (reading.moment, counted) {
        (
            Some(Moment::Written(point)),
            Some(Moment::Counted(Unit::Year, by, _) | Moment::CountedFromTopic(Unit::Year, by)),
        ) if point.year().is_none() => {
            reading.sure = true;
            Some(Moment::InYear(with_clock(point, clock), by))
        }
        (
            Some(Moment::Written(Point::Day { month: None, day, .. })),
            Some(Moment::Counted(Unit::Month, by, _) | Moment::CountedFromTopic(Unit::Month, by)),
        ) => {
            reading.sure = true;
            Some(Moment::InMonth(day, by))
        }
        (Some(Moment::Written(point)), _) => Some(Moment::Written(with_clock(point, clock))),
        (None, Some(Moment::Counted(unit, by, _))) => Some(Moment::Counted(unit, by, clock)),
        (None, Some(Moment::CountedFromLast(unit, by, _))) => Some(Moment::CountedFromLast(unit, by, clock)),
        (moment, counted) => moment.or(counted),
    };
    Some(reading)
}

fn relative(row: &Row, reading: &mut Reading) -> Option<Moment> {
    let unit = match row.cell("unit") {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        _ => Unit::Year,
    };
    let by = row.cell("by").parse().ok()?;
    if !row.cell("part").is_empty() {
        reading.part = part(row.cell("part"));
    }
    Some(match row.cell("from") {
        "last" => Moment::CountedFromLast(unit, by, None),
        "topic" => Moment::CountedFromTopic(unit, by),
        _ => Moment::Counted(unit, by, None),
    })
}

fn part(name: &str) -> Option<DayPart> {
    Some(match name {
        "morning" => DayPart::Morning,
        "noon" => DayPart::Noon,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        "night" => DayPart::Night,
        _ => return None,
    })
}

fn with_clock(point: Point, clock: Option<Clock>) -> Point {
    match point {
        Point::Day { year, month, day, .. } => Point::Day { year, month, day, clock },
        other => other,
    }
}

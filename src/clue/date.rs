use std::ops::Range;

use crate::article::{Clock, DayPart, Point};

/// A time expression, not yet resolved: `Sáng ngày 02/12`.
#[derive(Clone, Debug)]
pub(crate) struct DateClue {
    /// The rule that read it.
    pub(crate) rule: &'static str,
    /// All its words, with part of day, clock and weekday.
    pub(crate) tokens: Range<usize>,
    /// What it says.
    pub(crate) when: When,
    /// The part of day: `sáng`.
    pub(crate) part: Option<DayPart>,
    /// The weekday, 1 for Monday to 7 for Sunday: `thứ Năm` is 4.
    pub(crate) weekday: Option<u8>,
    /// On which side of the publish time the words around it put it.
    pub(crate) direction: Option<Direction>,
}

/// What a time expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// One time.
    At(Moment),
    /// From one time to another; an open end is `None`.
    Range(Option<Moment>, Option<Moment>),
}

/// One time as its words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A point of the calendar; what the words leave out is open.
    Written(Point),
    /// Months of one year, first and last: `9 tháng đầu năm`.
    Months(Option<i32>, u8, u8),
    /// Quarters of one year, first and last: `quý I, II và III năm 2020`.
    Quarters(Option<i32>, u8, u8),
    /// A day of the lunar calendar: `mùng 10 tháng Giêng năm Quý Mão`.
    Lunar {
        /// The year it counts in, if a number says it.
        year: Option<i32>,
        /// Its place in the cycle of sixty years, if a name says it.
        cycle: Option<u8>,
        /// The month.
        month: u8,
        /// The day.
        day: u8,
    },
    /// A year of the lunar calendar by its place in the cycle of sixty: `năm Giáp Thìn`.
    NamedYear(u8),
    /// A day of a month counted from the publish time: `ngày 5 tháng này` is 5, 0.
    InMonth(u8, i32),
    /// The weekday nearest to the publish time on one side of it: `thứ Sáu tới`.
    Weekday(u8, Direction),
    /// A point of the calendar in a year counted from the publish time: `tháng 5 năm ngoái` is May, -1.
    InYear(Point, i32),
    /// So many units after the publish time: `hôm qua` is -1 day.
    Counted(Unit, i32, Option<Clock>),
    /// So many units after the period that the text speaks of: `so với năm trước`.
    CountedFromTopic(Unit, i32),
    /// So many units after the day named before: `cùng ngày` is 0 days.
    CountedFromLast(Unit, i32, Option<Clock>),
}

/// What relative times count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// `ngày`
    Day,
    /// `tuần`
    Week,
    /// `cuối tuần`: Saturday and Sunday
    Weekend,
    /// `tháng`
    Month,
    /// `quý`
    Quarter,
    /// `năm`
    Year,
}

/// On which side of the publish time an expression lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Before it: `vừa qua`, `đã`, `trước đó`.
    Past,
    /// After it: `tới`, `sẽ`, `dự kiến`.
    Future,
    /// As near to it as can be: `sáng nay (15/6)`.
    Near,
}

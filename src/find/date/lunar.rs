//! Days of the lunar calendar as written: `mùng 10 tháng Giêng`, `10/3 âm lịch`, `30 Tết`.

use super::shape::{DAY, MONTH_NAME, OF_YEAR, Sighted, full_year, month_word, point, two_digits, year_of};
use crate::{
    article::Point,
    clue::Moment,
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Maybe, OneOf},
        Match, Rule,
    },
};

/// What says that a day counts in the lunar calendar: `âm lịch`, `năm Quý Mão`.
const LUNAR: Item = As(
    "lunar",
    &[OneOf(&[
        &[Maybe(&[Any(&["("])]), Any(&["âm lịch", "al", "âl"]), Maybe(&[Any(&[")"])]), Maybe(&[YEAR_NAME])],
        &[YEAR_NAME, Maybe(&[Any(&["âm lịch"])])],
    ])],
);
const YEAR_NAME: Item = OneOf(&[&[Any(&["năm"]), As("year-name", &[Item::Table(Table::LunarYears)])]]);
/// `ngày`, `mùng`: what stands before a day of the lunar calendar.
const LUNAR_HEAD: Item =
    Maybe(&[Any(&["ngày mùng", "ngày mồng", "hôm mùng", "hôm mồng", "ngày", "hôm", "mùng", "mồng"])]);
/// The first ten days by word: `mùng Một`.
const FIRST_DAYS: Item = OneOf(&[&[DAY], &[As("day-word", &[Item::Table(Table::Months)])]]);

/// A day marked as lunar.
pub(super) const MARKED: Rule<(), Sighted> = Rule {
    name: "shape/lunar-marked",
    pattern: &[LUNAR_HEAD, DAY, Any(&["/", "-", ".", "tháng"]), MONTH_NAME, Maybe(OF_YEAR), LUNAR],
    build: lunar,
    examples: &["ngày Giỗ Tổ [10/3 âm lịch]", "(nhằm [ngày 28 tháng 12 năm Canh Tý])", "[mùng 5 tháng 5 âm lịch]"],
};

/// A day of a month that only the lunar calendar names so.
pub(super) const MONTH_NAMED: Rule<(), Sighted> = Rule {
    name: "shape/lunar-month",
    pattern: &[LUNAR_HEAD, DAY, Any(&["tháng"]), As("month-word", &[Item::Table(Table::Months)]), Maybe(&[LUNAR])],
    build: lunar_month,
    examples: &["[mùng 10 tháng Giêng]", "[23 tháng Chạp]", "[Ngày 5 tháng Chạp]", "! ngày 30 tháng Tư"],
};

/// A day counted from the lunar New Year.
pub(super) const NEW_YEAR: Rule<(), Sighted> = Rule {
    name: "shape/lunar-new-year",
    pattern: &[
        OneOf(&[
            &[Maybe(&[Any(&["ngày", "hôm"])]), Any(&["mùng", "mồng"]), FIRST_DAYS],
            &[Maybe(&[Any(&["ngày", "hôm"])]), As("eve", &[Any(&["28", "29", "30"])])],
        ]),
        Any(&["tết"]),
        Maybe(&[Any(&["nguyên đán"])]),
        Maybe(&[Maybe(&[Any(&["năm"])]), As("year-name", &[Item::Table(Table::LunarYears)])]),
    ],
    build: lunar,
    examples: &["17/2 ([mùng 8 Tết])", "[30 Tết]", "[mùng Hai Tết Quý Mão]", "! 30 nhà đón Tết"],
};

/// The fifteenth of a lunar month.
pub(super) const FULL_MOON: Rule<(), Sighted> = Rule {
    name: "shape/lunar-full-moon",
    pattern: &[
        Maybe(&[Any(&["ngày", "đêm"])]),
        As("full", &[Any(&["rằm"])]),
        Any(&["tháng"]),
        MONTH_NAME,
        Maybe(&[LUNAR]),
    ],
    build: lunar,
    examples: &["lễ Vu Lan [rằm tháng Bảy]", "[rằm tháng 8]", "! rằm này"],
};

/// A day of the lunar calendar.
fn lunar(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let day = match (read.text("day").or_else(|| read.text("eve")), read.row("day-word", Table::Months)) {
        (Some(day), _) => day.parse::<u8>().ok()?,
        (None, Some(row)) => row.cell("month").parse().ok()?,
        (None, None) => 15,
    };
    let month = match (read.tokens("month"), month_word(read)) {
        (Some(_), _) => two_digits(read, "month")?,
        (None, Some((month, _))) => month,
        (None, None) if read.tokens("eve").is_some() => 12,
        (None, None) => 1,
    };
    if !(1..=30).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let year = match read.tokens("year") {
        Some(_) => Some(year_of(read)?),
        None => None,
    };
    let cycle = match read.row("year-name", Table::LunarYears) {
        Some(row) => Some(row.cell("cycle").parse().ok()?),
        None => None,
    };
    point(Moment::Lunar { year, cycle, month, day }, true)
}

/// A year of the lunar calendar by its name; the number beside the name says which.
pub(super) fn year(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let moment = match read.tokens("year") {
        Some(_) => Moment::Written(Point::Year(full_year(read)?)),
        None => Moment::NamedYear(read.row("year-name", Table::LunarYears)?.cell("cycle").parse().ok()?),
    };
    point(moment, true)
}

/// Whether the day is the feast of the Hùng kings, which is always given in the lunar calendar: `Giỗ Tổ Hùng Vương (10/3)`.
pub(super) fn is_feast(read: &Match<'_>, day: u8, month: u8) -> bool {
    let before = |back: usize| read.tokens.start.checked_sub(back).map(|at| read.scene.text.word(at).to_lowercase());
    (day, month) == (10, 3)
        && (2..=6).any(|back| {
            before(back).is_some_and(|word| word == "giỗ") && before(back - 1).is_some_and(|word| word == "tổ")
        })
}

/// As [`lunar`], where the month's name alone says so: `tháng Giêng`.
fn lunar_month(read: &Match<'_>, context: &()) -> Option<Sighted> {
    let (_, lunar_name) = month_word(read)?;
    (lunar_name || read.tokens("lunar").is_some()).then(|| lunar(read, context)).flatten()
}

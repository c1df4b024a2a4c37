use std::ops::Range;

use super::lunar;
use crate::{
    article::{Clock, Point},
    clue::Moment,
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Glued, Is, Many, Maybe, Not, NotAfter, OneOf},
        Layer, Layers, Match, Rule,
    },
    text::Shape,
};

/// What the first stratum found, in the order of its layers.
#[derive(Debug, Default)]
pub(crate) struct Shapes {
    /// Times of day, by their number in [`crate::rule::Layer::Clock`].
    pub(crate) clocks: Vec<Shaped<Clock>>,
    /// Points of the calendar, by their number in [`crate::rule::Layer::Point`].
    pub(crate) points: Vec<Shaped<Sighting>>,
}

impl Shapes {
    /// Puts them into their layers.
    pub(crate) fn fill(&self, layers: &mut Layers) {
        layers.put(Layer::Clock, self.clocks.iter().map(|clock| clock.tokens.clone()));
        layers.put(Layer::Point, self.points.iter().map(|point| point.tokens.clone()));
    }
}

/// A shape and its tokens.
#[derive(Clone, Debug)]
pub(crate) struct Shaped<T> {
    /// Where it stands.
    pub(crate) tokens: Range<usize>,
    /// What it says.
    pub(crate) value: T,
}

/// A point of the calendar as written, before the words around it are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sighting {
    /// What it says.
    pub(crate) moment: Moment,
    /// Whether it is a date whatever stands around it: `ngày 2/3` is, `2/3` is not.
    pub(crate) sure: bool,
}

/// A shape of the first stratum.
pub(crate) enum Sighted {
    /// A time of day.
    Clock(Clock),
    /// A point of the calendar.
    Point(Sighting),
}

pub(super) const DIGITS: Item = Is(Shape::is_digits);
pub(super) const DAY: Item = As("day", &[DIGITS]);
pub(super) const MONTH: Item = As("month", &[DIGITS]);
pub(super) const YEAR: Item = As("year", &[DIGITS]);
/// `ngày`, `hôm`: what makes the numbers behind it a day.
const HEAD: Item = Maybe(&[As("head", &[Any(&["ngày mùng", "ngày mồng", "ngày", "hôm", "mùng", "mồng"])])]);
/// A month after `tháng`: `5`, `05`, `Năm`, `Giêng`.
pub(super) const MONTH_NAME: Item = OneOf(&[&[MONTH], &[As("month-word", &[Item::Table(Table::Months)])]]);
const QUARTER: Item = OneOf(&[
    &[As("quarter", &[Any(&["1", "2", "3", "4", "01", "02", "03", "04", "i", "ii", "iii", "iv"])])],
    &[As("quarter", &[Any(&["một", "hai", "ba", "tư", "bốn", "đầu"])])],
]);
/// What parts a month or a quarter from its year: `tháng 5/2017`, `quý I năm 2017`.
pub(super) const OF_YEAR: &[Item] =
    &[OneOf(&[&[Any(&["/", "-", "."])], &[Maybe(&[Any(&[",", "của"])]), Any(&["năm"])]]), YEAR];

/// The shapes of points and times of day.
pub(crate) const RULES: &[Rule<(), Sighted>] = &[
    Rule {
        name: "shape/day-month-year",
        pattern: &[
            HEAD,
            OneOf(&[
                &[DAY, Any(&["/"]), MONTH, Any(&["/"]), YEAR],
                &[DAY, Any(&["-"]), MONTH, Any(&["-"]), YEAR],
                &[DAY, Any(&["."]), MONTH, Any(&["."]), YEAR],
            ]),
        ],
        build: day,
        examples: &["[ngày 10 /11 /1945]", "sinh [06-12-2022]", "Ngày ký: [6.12.2022]", "! số 5/3/12345"],
    },
    Rule {
        name: "shape/year-month-day",
        pattern: &[YEAR, Glued, Any(&["-"]), Glued, MONTH, Glued, Any(&["-"]), Glued, DAY],
        build: day,
        examples: &["cập nhật [2022-12-06]"],
    },
    Rule {
        name: "shape/day-month",
        pattern: &[
            HEAD,
            OneOf(&[
                &[DAY, Any(&["/"]), MONTH, Not(&[Any(&["/"]), DIGITS])],
                &[
                    DAY,
                    Any(&["-"]),
                    MONTH,
                    Not(&[Any(&["/", ".", "-"]), Glued, DIGITS]),
                    Not(&[Any(&["tháng", "/", "-"]), DIGITS]),
                ],
                &[DAY, Any(&["."]), Glued, MONTH, Not(&[Any(&["."]), Glued, DIGITS])],
            ]),
        ],
        build: day,
        examples: &["Sáng [ngày 02/12]", "[Ngày 11-6]", "[ngày 3.7]", "! từ ngày 20-26 tháng 10", "! đạt 8,29/10 điểm"],
    },
    Rule {
        name: "shape/day-month-spelt",
        pattern: &[HEAD, DAY, Any(&["tháng"]), MONTH_NAME, Maybe(OF_YEAR)],
        build: day,
        examples: &["[ngày 04 tháng 8 năm 2025]", "[ngày16 tháng 5]", "[2 tháng 9 năm 1945]"],
    },
    lunar::MARKED,
    lunar::MONTH_NAMED,
    lunar::NEW_YEAR,
    lunar::FULL_MOON,
    Rule {
        name: "shape/day",
        pattern: &[As("head", &[Any(&["ngày", "hôm", "mùng", "mồng"])]), DAY],
        build: day,
        examples: &["[ngày 14] và 15/3"],
    },
    Rule {
        name: "shape/month-year",
        pattern: &[As("head", &[Any(&["tháng"])]), MONTH_NAME, As("of", OF_YEAR)],
        build: month,
        examples: &["[tháng 7.2017]", "[tháng 11-2017]", "[Tháng 5 năm 2013]", "[tháng Tư năm 1975]"],
    },
    Rule {
        name: "shape/month-slash-year",
        pattern: &[Maybe(&[As("day-head", &[Any(&["ngày"])])]), MONTH, Glued, Any(&["/", "-", "."]), Glued, YEAR],
        build: month,
        examples: &["hết [9/2015]", "Từ [ngày 1/2021]", "! Nghị định 16/2020/NĐ-CP", "! Nghị quyết 19/2017/NQ-CP"],
    },
    Rule {
        name: "shape/month",
        pattern: &[As("head", &[Any(&["tháng"])]), MONTH_NAME],
        build: month,
        examples: &["đầu [tháng 7]", "! tháng Giêng", "! 3 tháng 2 lần", "! ba tháng một lần", "! Cách mạng tháng Tám"],
    },
    Rule {
        name: "shape/quarter",
        pattern: &[Any(&["quý", "quí", "qúi"]), QUARTER, Maybe(OF_YEAR)],
        build: quarter,
        examples: &["[quý I/2021]", "[quý 3/2016]", "[quí IV năm 2020]", "[Quý II]"],
    },
    Rule {
        name: "shape/quarters",
        pattern: &[
            Any(&["quý", "quí", "qúi"]),
            QUARTER,
            Any(&[",", "và", "-", "đến"]),
            QUARTER,
            Many(&[Any(&[",", "và"]), QUARTER]),
            Maybe(OF_YEAR),
        ],
        build: quarters,
        examples: &["[quý I, II và III năm 2020]", "[quý 1 và 2/2021]", "! quý IV"],
    },
    Rule {
        name: "shape/half",
        pattern: &[
            OneOf(&[&[Any(&["6", "06", "sáu"]), Any(&["tháng"])], &[Any(&["nửa"])]]),
            As("side", &[Any(&["đầu", "cuối"])]),
            Maybe(&[Any(&["năm"])]),
            YEAR,
        ],
        build: half,
        examples: &["[6 tháng đầu năm 2017]", "[nửa đầu năm 2017]", "[6 tháng cuối 2017]", "! 6 tháng đầu 20 hộ"],
    },
    Rule {
        name: "shape/half-open",
        pattern: &[
            OneOf(&[&[Any(&["6", "06", "sáu"]), Any(&["tháng"])], &[Any(&["nửa"])]]),
            As("side", &[Any(&["đầu", "cuối"])]),
            Any(&["năm"]),
        ],
        build: half,
        examples: &["[Sáu tháng cuối năm]", "[nửa đầu năm] có 20 hộ", "! nửa đầu trận"],
    },
    Rule {
        name: "shape/months",
        pattern: &[
            OneOf(&[
                &[As("count", &[DIGITS])],
                &[As("count-word", &[Item::Table(Table::Months)])],
                &[As("count-word", &[Any(&["bốn"])])],
            ]),
            Any(&["tháng"]),
            OneOf(&[
                &[As("side", &[Any(&["đầu", "cuối"])]), Maybe(&[Any(&["năm"])]), YEAR],
                &[Maybe(&[Any(&["năm"])]), YEAR],
            ]),
        ],
        build: months,
        examples: &[
            "[9 tháng đầu năm 2016]",
            "[8 tháng năm 2024]",
            "[10 tháng 2024]",
            "[4 tháng đầu 2019]",
            "! 3 tháng đầu 20 hộ",
        ],
    },
    Rule {
        name: "shape/months-open",
        pattern: &[
            OneOf(&[
                &[As("count", &[DIGITS])],
                &[As("count-word", &[Item::Table(Table::Months)])],
                &[As("count-word", &[Any(&["bốn"])])],
            ]),
            Any(&["tháng"]),
            As("side", &[Any(&["đầu", "cuối"])]),
            Any(&["năm"]),
        ],
        build: months,
        examples: &["[ba tháng đầu năm]", "[4 tháng đầu năm], 20 hộ", "! 3 tháng đầu tiên"],
    },
    Rule {
        name: "shape/year",
        pattern: &[
            NotAfter(&["những"]),
            OneOf(&[
                &[
                    As("head", &[Any(&["năm học", "năm tài khóa", "năm tài chính", "năm kế hoạch"])]),
                    YEAR,
                    Not(&[Any(&["-"]), DIGITS]),
                ],
                &[As("head", &[Any(&["năm"])]), YEAR],
            ]),
        ],
        build: year,
        examples: &["[năm 2022]", "[năm tài khóa 2016]", "! những năm 1980"],
    },
    Rule {
        name: "shape/year-named",
        pattern: &[
            NotAfter(&["sinh", "tuổi"]),
            As("head", &[Any(&["năm"])]),
            As("year-name", &[Item::Table(Table::LunarYears)]),
            Maybe(&[Maybe(&[Any(&["("])]), YEAR, Maybe(&[Any(&[")"])])]),
        ],
        build: lunar::year,
        examples: &["[năm Giáp Thìn 2024]", "[năm Quý Mão (2023)]", "[năm Ất Tỵ]", "! sinh năm Ất Tỵ"],
    },
    Rule {
        name: "shape/year-alone",
        pattern: &[YEAR],
        build: year,
        examples: &["([2013])", "! 2013/QĐ-UBND", "! 2.013 người"],
    },
    Rule {
        name: "shape/decade",
        pattern: &[
            OneOf(&[
                &[Any(&["những năm"]), Maybe(&[Any(&["thập kỷ", "thập niên"])])],
                &[Any(&["thập niên", "thập kỷ"])],
            ]),
            Maybe(&[Any(&["của"])]),
            OneOf(&[
                &[As("decade", &[DIGITS])],
                &[As("decade-word", &[Any(&["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"])]), Any(&["mươi"])],
            ]),
            Maybe(&[
                Maybe(&[Any(&["của"])]),
                As("century", &[Any(&["thế kỷ trước", "thế kỷ xx", "thế kỷ 20", "thế kỷ hai mươi"])]),
            ]),
        ],
        build: decade,
        examples: &[
            "[những năm 1980]",
            "[thập niên 90 của thế kỷ trước]",
            "[những năm 80 thế kỷ XX]",
            "[những năm bốn mươi của thế kỷ trước]",
            "! những năm 2015",
        ],
    },
    Rule {
        name: "shape/clock",
        pattern: &[
            As("hour", &[DIGITS]),
            Any(&["h", "g", "giờ"]),
            Maybe(&[As("minute", &[DIGITS]), Maybe(&[Any(&["phút", "'", "p"])])]),
        ],
        build: clock,
        examples: &["[20h] ngày 10/3", "[9h47] ngày 2/9", "[7 giờ 30 phút]", "[13h25’] chiều", "! 30h"],
    },
    Rule {
        name: "shape/hour",
        pattern: &[As("hour", &[DIGITS]), Any(&["h", "g", "giờ"])],
        build: clock,
        examples: &["lúc [8 giờ] 5 người có mặt"],
    },
    Rule {
        name: "shape/clock-colon",
        pattern: &[
            As("hour", &[DIGITS]),
            Glued,
            Any(&[":"]),
            Glued,
            As("minute", &[DIGITS]),
            Maybe(&[Glued, Any(&[":"]), Glued, DIGITS]),
            Maybe(&[As("half", &[Any(&["am", "pm", "sa", "ch"])])]),
            Maybe(&[Any(&["gmt"]), Any(&["+"]), DIGITS]),
        ],
        build: clock,
        examples: &["[14:32] 06/12/2022", "[05:07:00 PM]", "! tỷ số 2:1"],
    },
];

pub(super) fn point(moment: Moment, sure: bool) -> Option<Sighted> {
    Some(Sighted::Point(Sighting { moment, sure }))
}

/// Whether the word before ends with the head, the space between lost: `quy trìnhNgày 20/5`.
fn after_glued_head(read: &Match<'_>) -> bool {
    const HEADS: &[&str] = &["Ngày", "Sáng", "Trưa", "Chiều", "Tối", "ngày"];
    let before = read.tokens.start.checked_sub(1).map(|at| read.scene.text.word(at));
    before.is_some_and(|word| HEADS.iter().any(|head| word.len() > head.len() && word.ends_with(head)))
}

fn day(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let headed = read.tokens("head").is_some() || after_glued_head(read);
    if !stands_alone(read, headed) {
        return None;
    }
    let day = two_digits(read, "day").filter(|d| (1..=31).contains(d))?;
    let month = match (read.tokens("month"), month_word(read)) {
        (Some(_), _) => Some(two_digits(read, "month").filter(|m| (1..=12).contains(m))?),
        (None, Some((_, true))) => return None,
        (None, Some((month, false))) => Some(month),
        (None, None) => None,
    };
    let year = match read.tokens("year") {
        Some(_) => Some(year_of(read)?),
        None => None,
    };
    if !exists(year, month, day) {
        return None;
    }
    let sure = headed && month.is_some() || year.is_some();
    match month.filter(|month| lunar::is_feast(read, day, *month)) {
        Some(month) => point(Moment::Lunar { year, cycle: None, month, day }, true),
        None => point(Moment::Written(Point::Day { year, month, day, clock: None }), sure),
    }
}

fn month(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let headed = read.tokens("head").is_some();
    // `ngày 10-11 tháng 11`
    let two_days = read.tokens("day-head").is_some() && full_year(read).is_none();
    if two_days || !stands_alone(read, headed) || headed && after_digits(read) {
        return None;
    }
    // `Cách mạng tháng Tám` is an event.
    let before = read.tokens.start.checked_sub(1).map(|at| read.scene.text.word(at).to_lowercase());
    let event = before.is_some_and(|word| word == "mạng") && read.tokens("year").is_none();
    let month = match month_word(read) {
        Some((month, false)) if !event => month,
        Some(_) => return None,
        None => two_digits(read, "month").filter(|m| (1..=12).contains(m))?,
    };
    let year = match read.tokens("year") {
        Some(_) => Some(year_of(read)?),
        None => None,
    };
    point(Moment::Written(Point::Month { year, month }), headed)
}

fn quarter(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let quarter = quarter_number(read.text("quarter")?)?;
    let year = match read.tokens("year") {
        Some(_) => Some(year_of(read)?),
        None => None,
    };
    point(Moment::Written(Point::Quarter { year, quarter }), true)
}

fn half(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let half = if is_first_side(read) { 1 } else { 2 };
    let year = match read.tokens("year") {
        Some(_) => Some(full_year(read)?),
        None => None,
    };
    point(Moment::Written(Point::Half { year, half }), true)
}

fn months(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let count = match read.tokens("count") {
        Some(_) => two_digits(read, "count")?,
        None => match read.row("count-word", Table::Months) {
            Some(row) => row.cell("month").parse().ok()?,
            None => 4,
        },
    };
    let count = Some(count).filter(|c| (1..=12).contains(c))?;
    let year = match read.tokens("year") {
        Some(_) => Some(full_year(read)?),
        None => None,
    };
    let (first, last) = if is_first_side(read) { (1, count) } else { (13 - count, 12) };
    point(Moment::Months(year, first, last), true)
}

/// Whether the side is the beginning of the year, as where none is said.
fn is_first_side(read: &Match<'_>) -> bool {
    read.text("side").is_none_or(|side| side.to_lowercase() == "đầu")
}

fn year(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let headed = read.tokens("head").is_some();
    if !stands_alone(read, headed) || read.text("year")?.len() != 4 {
        return None;
    }
    point(Moment::Written(Point::Year(year_of(read)?)), headed)
}

fn decade(read: &Match<'_>, _: &()) -> Option<Sighted> {
    const TENS: &[&str] = &["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let decade = match (read.text("decade"), read.text("decade-word")) {
        (Some(written), _) => match (written.len(), written.parse::<i32>().ok()?) {
            (4, year) if (1800..2100).contains(&year) => year,
            (2, year) => 1900 + year,
            _ => return None,
        },
        (None, word) => {
            1920 + 10
                * i32::try_from(TENS.iter().position(|ten| word.is_some_and(|w| w.to_lowercase() == *ten))?).ok()?
        }
    };
    (decade % 10 == 0).then_some(())?;
    point(Moment::Written(Point::Decade(decade)), true)
}

fn quarters(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let numbers: Option<Vec<u8>> =
        read.all("quarter").map(|tokens| quarter_number(read.scene.text.slice(tokens))).collect();
    let numbers = numbers?;
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    // A run of quarters is a span; others are several times, which are read one by one.
    let run = numbers.len() == 2 || numbers.iter().zip(first..).all(|(number, wanted)| *number == wanted);
    let year = match read.tokens("year") {
        Some(_) => Some(year_of(read)?),
        None => None,
    };
    (run && first < last).then(|| point(Moment::Quarters(year, first, last), true)).flatten()
}

fn quarter_number(words: &str) -> Option<u8> {
    Some(match words.to_lowercase().as_str() {
        "1" | "01" | "i" | "một" | "đầu" => 1,
        "2" | "02" | "ii" | "hai" => 2,
        "3" | "03" | "iii" | "ba" => 3,
        "4" | "04" | "iv" | "tư" | "bốn" => 4,
        _ => return None,
    })
}

fn clock(read: &Match<'_>, _: &()) -> Option<Sighted> {
    let hour = two_digits(read, "hour").filter(|h| *h < 24)?;
    let minute = match read.text("minute") {
        Some(minute) if minute.len() != 2 => return None,
        Some(_) => two_digits(read, "minute").filter(|m| *m < 60)?,
        None => 0,
    };
    let after_noon = read.text("half").is_some_and(|half| matches!(half.to_lowercase().as_str(), "pm" | "ch"));
    let hour = if after_noon && hour < 12 { hour + 12 } else { hour };
    Some(Sighted::Clock(Clock { hour, minute, offset: None }))
}

pub(super) fn two_digits(read: &Match<'_>, name: &str) -> Option<u8> {
    let written = read.text(name)?;
    (written.len() <= 2).then(|| written.parse().ok()).flatten()
}

/// The year, of four digits or, where two stand, the one that people mean by them: `13` is 2013, `75` is 1975.
pub(super) fn year_of(read: &Match<'_>) -> Option<i32> {
    let written = read.text("year")?;
    let year: i32 = written.parse().ok()?;
    match written.len() {
        4 => (1000..2200).contains(&year).then_some(year),
        2 if year <= 40 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The year, where all four digits of it stand.
pub(super) fn full_year(read: &Match<'_>) -> Option<i32> {
    read.text("year").filter(|year| year.len() == 4).and_then(|_| year_of(read))
}

pub(super) fn month_word(read: &Match<'_>) -> Option<(u8, bool)> {
    let row = read.row("month-word", Table::Months)?;
    Some((row.cell("month").parse().ok()?, row.cell("lunar") == "lunar"))
}

/// Whether such a day can be, in a leap year where the year is open.
fn exists(year: Option<i32>, month: Option<u8>, day: u8) -> bool {
    chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month.unwrap_or(1).into(), day.into()).is_some()
}

/// Whether a number stands right before, as in `3 tháng 2 lần`, or times behind, as in `tháng một lần`: months are counted.
fn after_digits(read: &Match<'_>) -> bool {
    let text = read.scene.text;
    let before = read.tokens.start.checked_sub(1);
    before.and_then(|before| text.tokens.get(before)).is_some_and(|token| token.shape.is_digits())
        || text.word(read.tokens.end).to_lowercase() == "lần"
}

/// Whether the numbers are not part of something longer: `12/5/QĐ`, `1.234/5`, `3/2%`.
fn stands_alone(read: &Match<'_>, headed: bool) -> bool {
    let (text, tokens) = (read.scene.text, &read.scene.text.tokens);
    let glued_digit = |at: usize| tokens.get(at).is_some_and(|t| t.shape.is_glued() && t.shape.is_digits());
    let end = read.tokens.end;
    let free_after = !tokens.get(end).is_some_and(|next| {
        next.shape.is_glued()
            && match text.word(end) {
                "/" => tokens.get(end + 1).is_some_and(|t| t.shape.is_glued() && !t.shape.is_mark()),
                "." | "," => glued_digit(end + 1),
                "%" => true,
                _ => next.shape.is_word() && !headed,
            }
    });
    let start = read.tokens.start;
    let free_before = headed
        || !tokens.get(start).is_some_and(|first| first.shape.is_glued())
        || !start.checked_sub(1).is_some_and(|before| match text.word(before) {
            "/" => true,
            "." | "," => before.checked_sub(1).is_some_and(|b| tokens[b].shape.is_digits()),
            // A space may be missing behind a word, as in `nhiệm kỳ2020-2025`; a letter belongs to a name, as in `A2020`.
            word => tokens[before].shape.is_word() && (word.len() < 2 || tokens[before].shape.is_capital()),
        });
    free_before && free_after
}

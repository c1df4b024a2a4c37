use std::ops::Range;

use super::{
    bare::{self, CUES, is_year},
    direction::direction,
    moment::{Reading, reading},
    shape::Shapes,
    span,
};
use crate::{
    article::{DayPart, Point},
    clue::{DateClue, Direction, Moment, Unit, When},
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Found, Is, Many, Maybe, Not, NotAfter, OneOf, Table as Row},
        Layer, Match, Rule, Scene,
    },
    text::Shape,
};

/// One time expression of a phrase, which may hold several (`ngày 14 và 15/3`).
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    tokens: Range<usize>,
    when: When,
    part: Option<DayPart>,
    weekday: Option<u8>,
    direction: Option<Direction>,
}

impl Phrase {
    /// The clue, with the direction that the words around tell.
    pub(crate) fn clue(self, rule: &'static str, scene: Scene<'_>) -> DateClue {
        let period = matches!(
            self.when,
            When::At(Moment::Written(Point::Quarter { .. } | Point::Half { .. } | Point::Month { .. }))
        );
        let direction = self.direction.or_else(|| direction(scene, &self.tokens, period));
        DateClue { rule, tokens: self.tokens, when: self.when, part: self.part, weekday: self.weekday, direction }
    }

    pub(super) fn new(tokens: Range<usize>, when: When, reading: &Reading) -> Self {
        Self {
            tokens,
            when,
            part: reading.part,
            weekday: reading.weekday,
            direction: reading.near.then_some(Direction::Near),
        }
    }
}

const POINT: Item = Found(Layer::Point);
const DIGITS: Item = Is(Shape::is_digits);
/// What may stand before a day: `khoảng 20h`, `tối`, `thứ Bảy`, `hôm qua`.
const LEAD: Item = OneOf(&[
    &[Maybe(&[Any(&["vào lúc", "vào hồi", "lúc", "hồi", "đúng", "khoảng"])]), Found(Layer::Clock)],
    &[Row(Table::Relatives)],
    &[Row(Table::Weekdays)],
    &[Row(Table::DayParts)],
]);
const LEADS: Item = Many(&[LEAD, Maybe(&[Any(&[",", "|", "-", "("])])]);
/// A point with all that stands before it, or a bare number that takes its month from elsewhere.
const MOMENT: Item = OneOf(&[
    &[LEADS, Maybe(&[Any(&["đầu", "giữa", "cuối"])]), POINT, Maybe(&[Row(Table::Relatives)])],
    &[Found(Layer::Clock)],
    &[Maybe(&[PART]), DIGITS],
    &[Maybe(&[Any(&["đầu", "giữa", "cuối"])]), Row(Table::Relatives)],
]);
const PART: Item = Row(Table::DayParts);
/// What parts the times of a list, and one of them.
const AND: Item = Any(&[",", "và", "&", "hoặc"]);
const ITEM: Item = As("item", &[OneOf(&[&[POINT], &[DIGITS]])]);

/// The phrases of time.
pub(crate) const RULES: &[Rule<Shapes, Vec<Phrase>>] = &[
    Rule {
        name: "date/point",
        pattern: &[
            Maybe(&[Any(&["khoảng"])]),
            Maybe(&[Any(&["đầu", "giữa", "cuối"])]),
            As("date", &[POINT, Maybe(&[Row(Table::Relatives)])]),
            Maybe(&[As("after", &[Any(&["vừa qua", "vừa rồi", "sắp tới"])])]),
        ],
        build: one,
        examples: &[
            "[Ngày 7/7], tại Hà Nội",
            "từ [ngày 6/2/2017]",
            "[năm 2022]",
            "[đầu tháng 7]",
            "[tháng 5 năm ngoái]",
            "[ngày 5 tháng trước]",
            "[cuối 2016] và [đầu 2017]",
            "! 2/3 số hộ",
            "! đầu 2016 người",
        ],
    },
    Rule {
        name: "date/day",
        pattern: &[As(
            "date",
            &[
                LEAD,
                Many(&[Maybe(&[Any(&[",", "|", "-"])]), LEAD]),
                Maybe(&[Any(&[",", "|", "-", "(", "của"])]),
                POINT,
                Maybe(&[Row(Table::Relatives)]),
                Maybe(&[Maybe(&[Any(&[",", "|", "-"])]), Found(Layer::Clock)]),
            ],
        )],
        build: lead_day,
        examples: &[
            "[Sáng 6/2], hội nghị khai mạc",
            "[khoảng 20h ngày 10/3]",
            "[Thứ Năm, 23-2-2023]",
            "[sáng nay (15/6)], bộ họp",
        ],
    },
    Rule {
        name: "date/stamp",
        pattern: &[As("date", &[POINT, Maybe(&[Any(&[",", "|", "-", "lúc", "vào lúc"])]), Found(Layer::Clock)])],
        build: stamp,
        examples: &["[06/12/2022 14:32]", "[30/12/2022 - 10:19]"],
    },
    Rule {
        name: "date/same-day",
        pattern: &[NotAfter(&["cuối"]), Any(&["cùng"]), As("date", &[POINT])],
        build: same_day,
        examples: &["[Cùng ngày 6/2], tỉnh họp", "! thư cuối cùng ngày 21/7/1969", "! cùng năm 2016 hộ"],
    },
    Rule {
        name: "date/relative",
        pattern: &[As(
            "date",
            &[OneOf(&[
                &[LEAD, Many(&[Maybe(&[Any(&["("])]), LEAD])],
                &[Any(&["cuối", "đầu", "giữa"]), LEAD, Many(&[LEAD])],
            ])],
        )],
        build: relative,
        examples: &["trong phiên [sáng nay]", "đã đến [hôm qua]", "so với [năm ngoái]"],
    },
    Rule {
        name: "date/weekday",
        pattern: &[
            Many(&[OneOf(&[&[Found(Layer::Clock)], &[PART]])]),
            As("weekday", &[Row(Table::Weekdays)]),
            As("side", &[Any(&["vừa qua", "vừa rồi", "này", "tới đây", "sắp tới", "tới"])]),
        ],
        build: weekday,
        examples: &[
            "[tối thứ Bảy vừa qua], đội",
            "[Chủ nhật này] sẽ mưa",
            "! thứ Hai tới trường",
            "! người thứ hai này",
        ],
    },
    bare::CUE,
    bare::YEAR_AGAIN,
    bare::DAY_OVER_MONTH,
    bare::BRACKETS,
    Rule {
        name: "date/range",
        pattern: &[
            NotAfter(&["/"]),
            Maybe(&[As(
                "head",
                &[Any(&[
                    "từ",
                    "kể từ",
                    "giai đoạn",
                    "nhiệm kỳ",
                    "nhiệm kì",
                    "năm học",
                    "niên khóa",
                    "thời kỳ",
                    "thời kì",
                    "khóa",
                    "từ giai đoạn",
                    "các năm",
                    "những năm",
                    "từ các năm",
                    "dịp lễ",
                    "dịp",
                    "lễ",
                ])],
            )]),
            As("from", &[MOMENT]),
            Any(&["-", "đến hết", "đến", "tới", "đên", "cho đến", "cho tới", "- đến", "_"]),
            As("to", &[MOMENT]),
        ],
        build: span::range,
        examples: &[
            "[từ ngày 10 đến 13/3]",
            "[giai đoạn 2016-2020]",
            "([7/7/1917 - 7/7/2017])",
            "[6/1970-12/1979]: nhập ngũ",
            "[20-26/10]",
            "[từ 9-11h30 ngày 25/4/2021]",
            "[Từ tháng 4 đến 10], hồ cạn",
            "[từ tối 6 đến 7-11], mưa",
            "nghỉ lễ [30/4 - 1/5]",
            "! từ 3-4 lần",
        ],
    },
    Rule {
        name: "date/until-now",
        pattern: &[
            Maybe(&[As("head", &[Any(&["từ", "kể từ"])])]),
            As("from", &[MOMENT]),
            Any(&["đến nay", "tới nay", "cho đến nay", "đến hiện nay", "trở lại đây", "đến bây giờ", "trở đi"]),
        ],
        build: span::open,
        examples: &["[từ năm 2018 đến nay], xã", "[Từ tháng 9/2019 đến nay]"],
    },
    Rule {
        name: "date/year-to-date",
        pattern: &[
            Maybe(&[Any(&["từ", "kể từ"])]),
            Any(&["đầu"]),
            As("unit", &[Any(&["năm", "tháng", "quý"])]),
            Any(&["đến nay", "tới nay", "đến giờ"]),
        ],
        build: span::year_to_date,
        examples: &["[từ đầu năm đến nay] có 5 vụ", "[đầu tháng đến nay]", "! từ đầu năm đến cuối năm"],
    },
    Rule {
        name: "date/two-parts",
        pattern: &[
            As("item", &[PART, Maybe(&[Any(&["ngày"])]), As("day", &[DIGITS])]),
            Maybe(&[Any(&[",", "và", "đến"])]),
            As("item", &[PART, Maybe(&[PART]), POINT]),
        ],
        build: two_parts,
        examples: &["[đêm 5], [rạng sáng 6/6]", "[chiều 11] và [sáng 12/3/2020]", "! sáng 5 xe chạy"],
    },
    Rule {
        name: "date/months-of",
        pattern: &[
            Any(&["gdp", "grdp", "iip", "cpi"]),
            As("date", &[As("count", &[DIGITS]), Any(&["tháng"])]),
            Not(&[Any(&["đầu", "cuối", "năm"])]),
            Not(&[DIGITS]),
        ],
        build: months_of,
        examples: &["tăng trưởng GDP [9 tháng] đạt 6%", "! GDP 6 tháng đầu năm 2017", "! trong 9 tháng"],
    },
    Rule {
        name: "date/list",
        pattern: &[Maybe(&[CUES]), As("item", &[POINT]), AND, ITEM, Many(&[AND, ITEM])],
        build: list,
        examples: &[
            "hai [ngày 21] và [22-8]",
            "các [ngày 4], [5] và [7/10/2019]",
            "[năm 1972] và [2004]",
            "dịp [30/4] và [1/5]",
        ],
    },
];

pub(super) fn single(read: &Match<'_>, shapes: &Shapes, tokens: Range<usize>) -> Option<(Reading, Moment)> {
    let reading = reading(read.scene, shapes, tokens)?;
    Some((reading, reading.moment?))
}

fn one(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let (reading, moment) = single(read, shapes, read.tokens("date")?)?;
    let word = |at: usize| read.scene.text.word(at).to_lowercase();
    let side = matches!(word(read.tokens.start).as_str(), "đầu" | "giữa" | "cuối");
    let plural = read.tokens.start.checked_sub(1).is_some_and(|at| word(at) == "năm");
    let sure = reading.sure || side && !plural && is_year(read, moment, read.tokens.end);
    let dated = matches!(moment, Moment::Written(point) if point.year().is_some());
    if !sure || is_day_alone(moment) || !dated && is_recurring(read, read.tokens.end) {
        return None;
    }
    // A day has no beginning and end: `sửa lần cuối 05/12/2022`.
    if side && matches!(moment, Moment::Written(Point::Day { .. })) {
        return None;
    }
    let mut phrase = Phrase::new(read.tokens.clone(), When::At(moment), &Reading { near: false, ..reading });
    phrase.direction = read.text("after").map(|after| match after.to_lowercase().as_str() {
        "sắp tới" => Direction::Future,
        _ => Direction::Past,
    });
    Some(vec![phrase])
}

fn lead_day(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let tokens = read.tokens("date")?;
    let (reading, moment) = single(read, shapes, tokens.clone())?;
    if !matches!(moment, Moment::Written(Point::Day { month: Some(_), .. }) | Moment::Lunar { .. }) {
        return None;
    }
    let mut end = tokens.end;
    let open = tokens.clone().any(|at| read.scene.text.word(at) == "(");
    if open && read.scene.text.word(end) == ")" {
        end += 1;
    }
    Some(vec![Phrase::new(tokens.start..end, When::At(moment), &reading)])
}

/// `Cùng ngày 6/2`
fn same_day(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let (reading, moment) = single(read, shapes, read.tokens("date")?)?;
    let day = matches!(moment, Moment::Written(Point::Day { month: Some(_), .. })) && reading.sure;
    day.then(|| vec![Phrase::new(read.tokens.clone(), When::At(moment), &Reading { near: false, ..reading })])
}

fn stamp(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let tokens = read.tokens("date")?;
    let (reading, moment) = single(read, shapes, tokens.clone())?;
    matches!(moment, Moment::Written(Point::Day { month: Some(_), .. })).then_some(())?;
    Some(vec![Phrase::new(tokens, When::At(moment), &reading)])
}

fn relative(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    const BEFORE_TOPIC: &[&str] =
        &["với", "kỳ", "kì", "của", "trong", "hồi", "từ", "vào", "cuối", "đầu", "giữa", "hơn", "bằng"];
    const PLURAL: &[&str] = &["những", "các", "mấy", "nhiều", "vài", "mỗi", "từng", "hằng", "hàng"];
    let tokens = read.tokens("date")?;
    let (reading, moment) = single(read, shapes, tokens.clone())?;
    let word = read.tokens.start.checked_sub(1).map(|at| read.scene.text.word(at).to_lowercase()).unwrap_or_default();
    let counted = PLURAL.contains(&word.as_str())
        || word.ends_with(|c: char| c.is_ascii_digit())
        || read.tokens.start.checked_sub(1).is_some_and(|at| read.scene.hits.longest(at, Table::NumberWords).is_some());
    // `sang năm 2025` names the year; `mấy hôm nay` and `như ngày hôm nay` are these times, and no day.
    let text = read.scene.text;
    let numbered = text.tokens.get(tokens.end).is_some_and(|next| next.shape.is_digits())
        && text.word(tokens.end - 1).to_lowercase() == "năm";
    let before = tokens.start.checked_sub(2).map(|at| text.word(at).to_lowercase()).filter(|_| word == "ngày");
    let vague = matches!(moment, Moment::Counted(Unit::Day, 0, _))
        && matches!(before.as_deref().unwrap_or(&word), "mấy" | "như" | "những");
    let last = text.word(tokens.start).to_lowercase() == "cuối" && text.word(tokens.start + 1) == "cùng";
    if numbered || vague || last {
        return None;
    }
    let fits = match moment {
        Moment::CountedFromLast(..) => !(word == "cuối" && text.word(tokens.start) == "cùng"),
        Moment::Counted(Unit::Day, ..) => true,
        Moment::Counted(..) => !counted,
        Moment::CountedFromTopic(_, by) if by > 0 => matches!(word.as_str(), "sang" | "từ" | "vào" | "trong"),
        Moment::CountedFromTopic(..) => {
            let inside = matches!(read.scene.text.word(tokens.start).to_lowercase().as_str(), "cuối" | "đầu" | "giữa");
            !counted && (inside || BEFORE_TOPIC.contains(&word.as_str()))
        }
        _ => false,
    };
    fits.then(|| vec![Phrase::new(tokens, When::At(moment), &reading)])
}

/// `thứ Sáu tới`, where it is not `thứ Hai tới thứ Sáu` or `người thứ hai này`.
fn weekday(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let (text, tokens) = (read.scene.text, read.tokens("weekday")?);
    let reading = reading(read.scene, shapes, read.tokens.clone())?;
    let last = text.tokens.get(tokens.end - 1)?.shape;
    let named = last.is_capital() || reading.part.is_some() || text.word(tokens.start).to_lowercase() == "chủ";
    let direction = match read.text("side")?.to_lowercase().as_str() {
        "vừa qua" | "vừa rồi" => Direction::Past,
        "tới" if !ends_or_goes_on(read, read.tokens.end) => return None,
        _ => Direction::Future,
    };
    let plain = reading.moment.is_none() && named;
    let moment = Moment::Weekday(reading.weekday?, direction);
    plain.then(|| vec![Phrase::new(read.tokens.clone(), When::At(moment), &reading)])
}

/// Whether behind a fraction the sentence ends, pauses or goes on as it does behind a date.
pub(super) fn ends_or_goes_on(read: &Match<'_>, at: usize) -> bool {
    const ON: &[&str] =
        &["và", "là", "tại", "sẽ", "đã", "năm", "tới", "theo", "ở", "để", "với", "thì", "vừa", "này", "do"];
    let Some(token) = read.scene.text.tokens.get(at) else { return true };
    token.shape.is_mark() || ON.contains(&read.scene.text.word(at).to_lowercase().as_str())
}

/// Whether what stands at `at` makes the time come again and again: `ngày 15 hằng tháng`.
pub(super) fn is_recurring(read: &Match<'_>, at: usize) -> bool {
    matches!(read.scene.text.word(at).to_lowercase().as_str(), "hằng" | "hàng" | "mỗi")
        && matches!(read.scene.text.word(at + 1).to_lowercase().as_str(), "năm" | "tháng" | "quý" | "tuần")
}

/// `đêm 5, rạng sáng 6/6`
fn two_parts(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let items: Vec<Range<usize>> = read.all("item").collect();
    let (last, moment) = single(read, shapes, items.last()?.clone())?;
    let Moment::Written(Point::Day { year, month: Some(month), .. }) = moment else { return None };
    let day = read.digits("day").filter(|day| (1..=31).contains(day))?;
    let first = reading(read.scene, shapes, items.first()?.clone())?;
    let before = Moment::Written(Point::Day { year, month: Some(month), day, clock: None });
    Some(vec![
        Phrase::new(items.first()?.clone(), When::At(before), &first),
        Phrase::new(items.last()?.clone(), When::At(moment), &last),
    ])
}

fn months_of(read: &Match<'_>, _: &Shapes) -> Option<Vec<Phrase>> {
    let count = read.digits("count").filter(|count| (2..=11).contains(count))?;
    Some(vec![Phrase::new(read.tokens("date")?, When::At(Moment::Months(None, 1, count)), &Reading::default())])
}

fn list(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let mut items: Vec<Range<usize>> = read.all("item").collect();
    // The list ends with its last point, and not with a fraction: `các ngày 2, 3 và 5/6, 20 người`, `ngày 15/3, 9/9 huyện`.
    while let Some(item) = items.last() {
        let fraction = match reading(read.scene, shapes, item.clone())? {
            Reading {
                moment: Some(Moment::Written(Point::Day { month: Some(month), day, .. })), sure: false, ..
            } => day <= month && !ends_or_goes_on(read, item.end),
            Reading { moment, .. } => moment.is_none(),
        };
        if !fraction {
            break;
        }
        items.pop();
    }
    if items.len() < 2 || is_recurring(read, items.last()?.end) {
        return None;
    }
    let (last, mut next) = single(read, shapes, items.last()?.clone())?;
    let (first, _) = single(read, shapes, items.first()?.clone())?;
    let cued = items.first().is_some_and(|item| item.start > read.tokens.start);
    let headed = matches!(first.moment, Some(Moment::Written(Point::Day { month: None, .. })));
    // `15/5, 15/6 và 15/7` can be nothing else.
    let plain = items.iter().all(|item| {
        let point = reading(read.scene, shapes, item.clone()).and_then(|reading| reading.moment);
        matches!(point, Some(Moment::Written(Point::Day { month: Some(_), day: 13.., .. })))
            && read.scene.text.slice(item.clone()).contains('/')
    });
    if !(first.sure || last.sure || headed || cued || plain) {
        return None;
    }
    let mut phrases = vec![Phrase::new(items.last()?.clone(), When::At(next), &last)];
    // From the last to the first, each takes the month and year it lacks from the one behind it.
    for item in items[..items.len() - 1].iter().rev() {
        let number = read.scene.text.slice(item.clone()).parse::<u8>().ok();
        let (reading, moment) = match number {
            Some(number) => (Reading::default(), like(next, number)?),
            None => single(read, shapes, item.clone())?,
        };
        next = inherit(moment, next)?;
        phrases.push(Phrase::new(item.clone(), When::At(next), &reading));
    }
    phrases.reverse();
    Some(phrases)
}

/// A day or month of the same kind as `other`, by its number alone.
fn like(other: Moment, number: u8) -> Option<Moment> {
    let point = match other {
        Moment::Written(Point::Day { .. }) | Moment::Lunar { .. } if (1..=31).contains(&number) => {
            Point::Day { year: None, month: None, day: number, clock: None }
        }
        Moment::Written(Point::Month { .. }) if (1..=12).contains(&number) => {
            Point::Month { year: None, month: number }
        }
        _ => return None,
    };
    Some(Moment::Written(point))
}

/// `moment` with the month and year it lacks taken from `next`; nothing where the two are not of one kind.
fn inherit(moment: Moment, next: Moment) -> Option<Moment> {
    use Moment::Written;
    use Point::{Day, Month, Quarter, Year};
    // `mùng 3 và mùng 4 Tết`
    if let (Written(Day { month: None, day, .. }), Moment::Lunar { year, cycle, month, .. }) = (moment, next) {
        return Some(Moment::Lunar { year, cycle, month, day });
    }
    Some(Written(match (moment, next) {
        (Written(Day { year, month, day, clock }), Written(Day { year: y, month: m, .. })) => {
            Day { year: year.or(y), month: Some(month.or(m)?), day, clock }
        }
        (Written(Month { year, month }), Written(Month { year: y, .. })) => Month { year: year.or(y), month },
        (Written(Quarter { year, quarter }), Written(Quarter { year: y, .. })) => Quarter { year: year.or(y), quarter },
        (Written(Year(a)), Written(Year(b))) if (1800..2100).contains(&a) && (1800..2100).contains(&b) => Year(a),
        _ => return None,
    }))
}

/// Whether only the day of some month is said: `ngày 14`.
fn is_day_alone(moment: Moment) -> bool {
    matches!(moment, Moment::Written(Point::Day { month: None, .. }))
}

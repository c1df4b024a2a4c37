use crate::{
    article::{Edtf, Point},
    clue::Figure,
    find::number::Numbers,
    rule::{Item::*, Layer, Match, Rule},
    text::Shape,
};

/// Periods that indices measure: `năm 2021`, `quý III/2019`.
pub(super) static RULES: &[Rule<Numbers, Figure>] = &[
    Rule {
        name: "period/year",
        pattern: &[Any(&["năm"]), As("year", &[Is(Shape::is_digits)])],
        build: year,
        examples: &["PCI [năm 2021]", "! năm 12 liên tiếp"],
    },
    Rule {
        name: "period/quarter",
        pattern: &[
            Any(&["quý"]),
            As("quarter", &[OneOf(&[&[Is(Shape::is_digits)], &[Any(&["I", "II", "III", "IV"])]])]),
            Any(&["/", "năm", "-"]),
            As("year", &[Is(Shape::is_digits)]),
        ],
        build: quarter,
        examples: &["[Quý III/2019], tỉnh đạt 77 điểm", "! quý khách"],
    },
    Rule {
        name: "period/month",
        pattern: &[
            Any(&["tháng"]),
            As("month", &[Is(Shape::is_digits)]),
            Any(&["/", "năm", "-"]),
            As("year", &[Is(Shape::is_digits)]),
        ],
        build: month,
        examples: &["chỉ số phục vụ [tháng 5/2023]", "! tháng 9"],
    },
    Rule {
        name: "period/before",
        pattern: &[Any(&["năm trước đó", "năm liền trước", "năm trước", "năm liền kề"])],
        build: |_, _| Some(Figure::YearBefore),
        examples: &["tăng 2 bậc so với [năm trước]", "! năm nay"],
    },
    Rule {
        name: "period/years",
        pattern: &[
            Any(&["giai đoạn", "nhiệm kỳ"]),
            Maybe(&[Any(&["năm"])]),
            As("first", &[Found(Layer::Number)]),
            Any(&["-", "đến"]),
            Maybe(&[Any(&["năm"])]),
            As("last", &[Is(Shape::is_digits)]),
        ],
        build: years,
        examples: &["[giai đoạn 2011-2015] của chỉ số PAPI", "! giai đoạn 1"],
    },
];

fn in_years(read: &Match<'_>, name: &str) -> Option<i32> {
    read.digits(name).filter(|year| (1990..2100).contains(year))
}

fn period(point: Point) -> Option<Figure> {
    Some(Figure::Period(Edtf::At(point)))
}

fn year(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    period(Point::Year(in_years(read, "year")?))
}

fn quarter(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let quarter = match read.text("quarter")? {
        "I" | "1" => 1,
        "II" | "2" => 2,
        "III" | "3" => 3,
        "IV" | "4" => 4,
        _ => return None,
    };
    period(Point::Quarter { year: Some(in_years(read, "year")?), quarter })
}

fn month(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let month = read.digits("month").filter(|month| (1..=12).contains(month))?;
    period(Point::Month { year: Some(in_years(read, "year")?), month })
}

fn years(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let (first, last) = (in_years(read, "first")?, in_years(read, "last")?);
    (first <= last).then(|| Figure::Period(Edtf::range(Point::Year(first), Point::Year(last))))
}

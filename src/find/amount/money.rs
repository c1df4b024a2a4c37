use std::ops::Range;

use rust_decimal::Decimal;

use super::value::{Amount, NUMBER, Numbers, SCALE, SCALED, TO, scale, value};
use crate::{
    article::Precision,
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Found, Many, Maybe, Not, NotAfter, OneOf},
        Layer, Match, Rule,
    },
};

/// A currency, unless `đồng` begins another word: `5 đồng chí`.
const CURRENCY: Item = OneOf(&[&[
    As("currency", &[Item::Table(Table::Currencies)]),
    Not(&[Any(&[
        "chí",
        "bào",
        "đội",
        "nghiệp",
        "phạm",
        "minh",
        "hương",
        "tác",
        "chủ",
        "sự",
        "bộ",
        "thời",
        "ý",
        "loạt",
        "hành",
        "diễn",
        "bằng",
        "ngũ",
        "môn",
        "hồ",
        "quê",
        "ruộng",
        "nát",
        "giải",
        "hạng",
        "tổ chức",
        "bạc",
    ])]),
]]);
const AND: Item = Any(&[",", "và", ";", "lên", "xuống", "còn", "hoặc"]);

/// How money is written.
pub(crate) const RULES: &[Rule<Numbers, Vec<Amount>>] = &[
    Rule {
        name: "money/amount",
        pattern: &[NotAfter(&["/"]), As("amount", &[SCALED, Many(&[As("scaled", &[NUMBER, SCALE])])]), CURRENCY],
        build: amount,
        examples: &[
            "vốn [1.500 tỷ đồng]",
            "thu [761 tỷ 036 triệu đồng]",
            "vay [1,5 triệu USD]",
            "hỗ trợ [hai triệu đồng]",
            "giá [25.000đ]/kg",
            "! gồm 5 đồng chí",
            "! giành 3 huy chương vàng, 2 bạc, 4 đồng",
        ],
    },
    Rule {
        name: "money/range",
        pattern: &[NotAfter(&["/"]), As("from", &[SCALED]), Maybe(&[CURRENCY]), TO, As("to", &[SCALED]), CURRENCY],
        build: range,
        examples: &["từ [2-3 triệu đồng]", "[40.000 - 70.000 tỷ đồng]", "từ [500 triệu đồng đến 1 tỷ đồng]"],
    },
    Rule {
        name: "money/shared",
        pattern: &[
            As("item", &[NUMBER, SCALE]),
            AND,
            As("item", &[NUMBER, SCALE]),
            Many(&[AND, As("item", &[NUMBER, SCALE])]),
            CURRENCY,
        ],
        build: shared,
        examples: &["tăng từ [3,5 triệu] lên [4 triệu đồng]", "lần lượt là [5 tỷ], [7 tỷ] và [9 tỷ đồng]"],
    },
    Rule {
        name: "money/sign",
        pattern: &[
            As("sign", &[Any(&["$", "€", "£", "¥", "US$", "USD"])]),
            As("amount", &[Found(Layer::Number), Maybe(&[SCALE])]),
        ],
        build: signed,
        examples: &["trị giá [$200 triệu]", "khoản vay [USD 5 triệu]", "thu [€1.000]"],
    },
];

fn amount(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let (value, power) = value(read, numbers, read.tokens("amount")?)?;
    money(read, read.tokens.clone(), value, None, power).map(|amount| vec![amount])
}

fn range(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let (from, to) = (read.tokens("from")?, read.tokens("to")?);
    let ((low, power), (high, last)) = (value(read, numbers, from)?, value(read, numbers, to)?);
    // `2-3 triệu đồng`: the scale stands once.
    let low = if power == 0 && last > 0 { scale(low, last)? } else { low };
    (low < high).then_some(())?;
    money(read, read.tokens.clone(), low, Some(high), last.max(power)).map(|amount| vec![amount])
}

fn shared(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let items: Vec<Range<usize>> = read.all("item").collect();
    let last = items.len().checked_sub(1)?;
    items
        .into_iter()
        .enumerate()
        .map(|(place, item)| {
            let (value, power) = value(read, numbers, item.clone())?;
            let end = if place == last { read.tokens.end } else { item.end };
            money(read, item.start..end, value, None, power)
        })
        .collect()
}

fn signed(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let (value, _) = value(read, numbers, read.tokens("amount")?)?;
    let row = read.row("sign", Table::Currencies)?;
    let unit = row.cell("code").to_owned();
    Some(vec![Amount { tokens: read.tokens.clone(), value, to: None, unit, precision: Precision::Exact }])
}

fn money(read: &Match<'_>, tokens: Range<usize>, value: Decimal, to: Option<Decimal>, power: u32) -> Option<Amount> {
    let row = read.row("currency", Table::Currencies)?;
    let code = row.cell("code");
    // `4 đồng` is rather a bronze medal than money, `2 bảng` are two lists; and words below a hundred are no amount (`hai đồng`).
    if power == 0 && row.cell("weak") == "yes" && value < Decimal::ONE_HUNDRED {
        return None;
    }
    let parts = |value: Decimal| match row.cell("power") {
        "-2" => value.checked_div(Decimal::ONE_HUNDRED),
        _ => Some(value),
    };
    let to = match to {
        Some(to) => Some(parts(to)?),
        None => None,
    };
    Some(Amount { tokens, value: parts(value)?, to, unit: code.to_owned(), precision: Precision::Exact })
}

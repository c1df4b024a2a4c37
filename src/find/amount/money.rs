use std::ops::Range;

use rust_decimal::Decimal;

use super::value::{Amount, NUMBER, Numbers, SCALE, SCALED, TO, scale, value, whole};
use crate::{
    article::Precision,
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Found, Many, Maybe, Not, NotAfter, OneOf},
        Layer, Match, Rule,
    },
    text::Sentence,
};

/// A currency, unless `đồng` begins another word: `5 đồng chí`.
const CURRENCY: Item = OneOf(&[&[
    As("currency", &[Item::Table(Table::Currencies)]),
    Not(&[Any(&["chí", "bào", "đội", "nghiệp", "phạm", "minh", "hương"])]),
]]);
/// Words that `đồng` begins where no scale stands before it: `3 đồng bằng`, but `5 tỷ đồng bằng vốn vay`.
const OTHER_WORDS: &[&str] = &[
    "tác", "chủ", "sự", "bộ", "thời", "ý", "loạt", "hành", "diễn", "bằng", "ngũ", "môn", "hồ", "quê", "ruộng", "nát",
    "giải", "hạng", "tổ", "bạc",
];
const AND: Item = Any(&[",", "và", ";", "lên", "xuống", "còn", "hoặc"]);

/// How money is written.
pub(crate) const RULES: &[Rule<Numbers, Vec<Amount>>] = &[
    Rule {
        name: "money/amount",
        pattern: &[As("amount", &[SCALED, Many(&[As("scaled", &[NUMBER, SCALE])])]), CURRENCY],
        build: amount,
        examples: &[
            "vốn [1.500 tỷ đồng]",
            "thu [761 tỷ 036 triệu đồng]",
            "vay [1,5 triệu USD]",
            "hỗ trợ [hai triệu đồng]",
            "giá [25.000đ]/kg",
            "khoảng [10.990 tỷ đồng] bằng vốn vay",
            "giao đất [0 đồng]",
            "! 300 đồng bằng nhỏ",
            "! 2 triệu đồng bào",
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
        name: "money/of-total",
        pattern: &[As("part", &[NUMBER]), Any(&["/"]), As("total", &[NUMBER, SCALE]), CURRENCY],
        build: of_total,
        examples: &["giải ngân [2.477]/[10.825 tỷ đồng]", "! lãi 3/2 tỷ đồng"],
    },
    Rule {
        name: "money/currency-left-out",
        pattern: &[
            NotAfter(&["/", "-"]),
            As("amount", &[NUMBER, As("scale", &[SCALE]), Maybe(&[As("half", &[Any(&["rưỡi"])])])]),
            Not(&[SCALE]),
        ],
        build: left_out,
        examples: &[
            "lỗ hơn [16.000 tỷ].",
            "doanh thu [256.558 tỷ] thì",
            "vốn 131 tỷ đồng, mà [131 tỷ] này đã tăng",
            "! dân số 7 tỷ.",
            "! lãi 5 tỷ USD, tăng 2 tỷ.",
            "! chi trả cho 2 triệu người",
        ],
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

/// Dong by the words before: `doanh thu 39.000 tỷ`, in a paragraph that names no other currency.
fn left_out(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let (scene, text, end) = (read.scene, read.scene.text, read.tokens.end);
    let (value, power) = value(read, numbers, read.tokens("amount")?)?;
    let at = text.sentences.partition_point(|sentence| sentence.end <= read.tokens.start);
    let sentence = text.sentences.get(at)?;
    let free = text.tokens.get(end).filter(|_| end < sentence.end).is_none_or(|token| {
        let word = text.word(end).to_lowercase();
        token.shape.is_mark() && !matches!(text.word(end), "%" | "$" | "€" | "-")
            || FREE.contains(&word.as_str())
            || power >= 9 && FREE_OF_BILLIONS.contains(&word.as_str())
    });
    if power < 6 || !free || value.is_zero() {
        return None;
    }
    let block = |other: &Sentence| other.block == sentence.block;
    let first = text.sentences[..at].iter().rev().take_while(|other| block(other)).last().unwrap_or(sentence);
    let last = text.sentences[at..].iter().take_while(|other| block(other)).last().unwrap_or(sentence);
    let foreign = (first.start..last.end).take(FAR).any(|at| {
        let row = scene.hits.longest(at, Table::Currencies).map(|hit| scene.lexicon.row(hit));
        row.is_some_and(|row| row.cell("code") != "VND" && row.cell("weak") != "yes")
    });
    let near = sentence.start.max(read.tokens.start.saturating_sub(REACH))..read.tokens.start;
    let mut told = near.into_iter().any(|at| scene.hits.longest(at, Table::MoneyWords).is_some());
    // What a paragraph on money counts in billions is money too.
    told |= power >= 9
        && (first.start..last.end).take(FAR).any(|at| {
            let row = scene.hits.longest(at, Table::Currencies).map(|hit| scene.lexicon.row(hit));
            let scaled = at.checked_sub(1).and_then(|before| scene.hits.longest(before, Table::Scales));
            scaled.is_some() && row.is_some_and(|row| row.cell("code") == "VND")
        });
    (told && !foreign).then(|| {
        let tokens = read.tokens.clone();
        vec![Amount { tokens, value, to: None, unit: "VND".to_owned(), precision: Precision::Exact }]
    })
}

/// How many tokens of its paragraph are asked for another currency.
const FAR: usize = 400;
/// How many tokens before an amount the word may stand that says it is money.
const REACH: usize = 8;
/// Words that may stand behind an amount without its currency: none of them is counted.
const FREE: &[&str] = &[
    "thì", "và", "là", "để", "cho", "trong", "của", "vào", "từ", "đến", "so", "mỗi", "một", "theo", "bằng", "nhưng",
    "còn", "mà", "với", "vì", "do", "nên", "năm", "trên", "tại", "ở", "sau", "khi", "được", "chưa", "nữa", "lên",
];

/// Words that may also stand behind so many billions.
const FREE_OF_BILLIONS: &[&str] =
    &["tiền", "này", "nữa", "nợ", "trái", "chỉ", "cùng", "doanh", "lãng", "vốn", "thuế", "cũng", "đã", "không"];

fn range(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let (from, to) = (read.tokens("from")?, read.tokens("to")?);
    let ((low, power), (high, last)) = (value(read, numbers, from)?, value(read, numbers, to)?);
    // `2-3 triệu đồng`: the scale stands once.
    let low = if power == 0 && last > 0 { scale(low, last)? } else { low };
    (low < high).then_some(())?;
    money(read, read.tokens.clone(), low, Some(high), last.max(power)).map(|amount| vec![amount])
}

/// A part of a sum and the sum, which says the scale of both: `2.477/10.825 tỷ đồng`.
fn of_total(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let (part, total) = (read.tokens("part")?, read.tokens("total")?);
    let ((low, plain), (high, power)) = (value(read, numbers, part.clone())?, value(read, numbers, total.clone())?);
    let low = scale(low, power)?;
    (plain == 0 && low <= high).then_some(())?;
    Some(vec![money(read, part, low, None, power)?, money(read, total.start..read.tokens.end, high, None, power)?])
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
    let text = read.scene.text;
    let behind = text.word(tokens.end).to_lowercase();
    let small = value < Decimal::ONE_HUNDRED && !value.is_zero() && value.fract().is_zero();
    if power == 0 && row.cell("weak") == "yes" && (small || OTHER_WORDS.contains(&behind.as_str())) {
        return None;
    }
    // No currency counts thousandths: `250,000 đồng`.
    let (value, to) = (whole(value, power), to.map(|to| whole(to, power)));
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

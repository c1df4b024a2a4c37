use rust_decimal::Decimal;

use super::value::{Amount, Numbers, SCALED, TO, scale, value};
use crate::{
    article::Precision,
    lexicon::Table,
    rule::{
        Item::{self, As, Maybe, NotAfter},
        Match, Rule,
    },
};

const UNIT: Item = As("unit", &[Item::Table(Table::Units)]);

/// How quantities are written.
pub(crate) const RULES: &[Rule<Numbers, Vec<Amount>>] = &[
    Rule {
        name: "quantity/count",
        pattern: &[NotAfter(&["/", "thứ", "số", "hạng", "quận", "lần thứ"]), As("amount", &[SCALED]), UNIT],
        build: count,
        examples: &[
            "đạt [82,89%]",
            "[1.200 học sinh]",
            "hơn [2 triệu lượt khách]",
            "[hai mươi mốt xã]",
            "! đứng thứ 3 điểm",
        ],
    },
    Rule {
        name: "quantity/range",
        pattern: &[NotAfter(&["/"]), As("from", &[SCALED]), Maybe(&[UNIT]), TO, As("to", &[SCALED]), UNIT],
        build: range,
        examples: &["tăng [3-4 lần]", "từ [10 đến 15%]", "rộng [150-300 ha]"],
    },
];

fn count(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let (value, _) = value(read, numbers, read.tokens("amount")?)?;
    quantity(read, value, None)
}

fn range(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let ((low, power), (high, last)) =
        (value(read, numbers, read.tokens("from")?)?, value(read, numbers, read.tokens("to")?)?);
    let low = if power == 0 && last > 0 { scale(low, last)? } else { low };
    (low < high).then_some(())?;
    quantity(read, low, Some(high))
}

fn quantity(read: &Match<'_>, value: Decimal, to: Option<Decimal>) -> Option<Vec<Amount>> {
    let row = read.row("unit", Table::Units)?;
    let unit = row.cell("unit").to_owned();
    Some(vec![Amount { tokens: read.tokens.clone(), value, to, unit, precision: Precision::Exact }])
}

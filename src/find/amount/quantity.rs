use rust_decimal::Decimal;

use super::value::{Amount, Numbers, SCALED, TO, scale, value, whole};
use crate::{
    article::Precision,
    lexicon::Table,
    rule::{
        Item::{self, As, Maybe, NotAfter},
        Match, Rule,
    },
};

const UNIT: Item = As("unit", &[Item::Table(Table::Units)]);

/// Words before a number that is a label and counts nothing: `Điều 5 Nghị quyết …`, `lớp 9 học sinh …`.
const BEFORE_LABEL: &[&str] =
    &["/", "thứ", "hạng", "quận", "lần thứ", "điều", "khoản", "mục", "chương", "lớp", "khối", "đội", "tháng", "quý"];

/// How quantities are written.
pub(crate) const RULES: &[Rule<Numbers, Vec<Amount>>] = &[
    Rule {
        name: "quantity/count",
        pattern: &[NotAfter(BEFORE_LABEL), As("amount", &[SCALED]), UNIT],
        build: count,
        examples: &[
            "đạt [82,89%]",
            "[1.200 học sinh]",
            "hơn [2 triệu lượt khách]",
            "[hai mươi mốt xã]",
            "! đứng thứ 3 điểm",
            "! một doanh nghiệp cho biết",
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
    // `nhà số 15 xã …` is a label, `dân số 1.200 người` is not.
    let word = |back: usize| read.tokens.start.checked_sub(back).map(|at| read.scene.text.word(at).to_lowercase());
    let counted = word(2).is_some_and(|word| matches!(word.as_str(), "dân" | "tổng" | "trong" | "quân" | "sĩ"));
    if word(1).is_some_and(|word| word == "số") && !counted {
        return None;
    }
    // `một doanh nghiệp` is some one of them.
    if read.text("amount").is_some_and(|amount| amount.to_lowercase() == "một") && read.text("unit") != Some("%") {
        return None;
    }
    let (value, power) = value(read, numbers, read.tokens("amount")?)?;
    quantity(read, value, None, power)
}

fn range(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<Amount>> {
    let ((low, power), (high, last)) =
        (value(read, numbers, read.tokens("from")?)?, value(read, numbers, read.tokens("to")?)?);
    let low = if power == 0 && last > 0 { scale(low, last)? } else { low };
    (low < high).then_some(())?;
    quantity(read, low, Some(high), last.max(power))
}

fn quantity(read: &Match<'_>, value: Decimal, to: Option<Decimal>, power: u32) -> Option<Vec<Amount>> {
    let row = read.row("unit", Table::Units)?;
    let read_as = |value| if row.cell("whole") == "yes" { whole(value, power) } else { value };
    let (value, to) = (read_as(value), to.map(read_as));
    let unit = row.cell("unit").to_owned();
    Some(vec![Amount { tokens: read.tokens.clone(), value, to, unit, precision: Precision::Exact }])
}

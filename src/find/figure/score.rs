use rust_decimal::Decimal;

use super::read::{follows_free, number};
use crate::{
    clue::{Figure, FromClue, ScoreClue, ScoreUnit},
    find::number::Numbers,
    lexicon::Table,
    rule::{Item::*, Layer, Match, Rule},
};

/// Scores: `82,89/100 điểm`, `78,30%`, `0,6612`.
pub(super) static RULES: &[Rule<Numbers, Figure>] = &[
    Rule {
        name: "score/out-of",
        pattern: &[
            As("value", &[Found(Layer::Number)]),
            Any(&["/"]),
            As("of", &[Found(Layer::Number)]),
            Maybe(&[As("unit", &[Any(&["điểm"])])]),
        ],
        build: out_of,
        examples: &[
            "đạt [82,89/100 điểm] (82,89%)",
            "số điểm đạt được [88,54/100]",
            "! xếp thứ 12/63",
            "! 1/6 là ngày thiếu nhi",
        ],
    },
    Rule {
        name: "score/scale",
        pattern: &[
            As("value", &[Found(Layer::Number)]),
            Maybe(&[As("unit", &[Any(&["điểm"])])]),
            Any(&[
                "trên thang điểm",
                "trên thang",
                "trong thang điểm",
                "theo thang điểm",
                "trên tổng số",
                "trên tổng",
                "trên tối đa",
                "/ thang điểm",
            ]),
            As("of", &[Found(Layer::Number)]),
            Maybe(&[Any(&["điểm"])]),
        ],
        build: out_of,
        examples: &[
            "được [41,3 điểm trên thang điểm 80]",
            "được [4,4 điểm trên tổng 5 điểm]",
            "! đứng thứ 22 trên tổng số 63 tỉnh",
        ],
    },
    Rule {
        name: "score/points",
        pattern: &[
            NotAfter(&[
                "hơn", "gần", "khoảng", "dưới", "trên", "từ", "đến", "quá", "đa", "cộng", "trừ", "thêm", "mỗi", "tính",
            ]),
            As("value", &[Found(Layer::Number)]),
            As("unit", &[Any(&["điểm"])]),
            Not(&[Any(&[
                "phần trăm",
                "%",
                "trở lên",
                "trở xuống",
                "cầu",
                "đến",
                "thưởng",
                "cho",
                "lấy từ",
                "kết nối",
                "đen",
                "nóng",
            ])]),
        ],
        build: points,
        examples: &[
            "đạt [87,61 điểm], xếp thứ 12",
            "tăng 3,1 điểm phần trăm, được [80,5 điểm]",
            "! nối 45 điểm cầu",
            "! mở 6 điểm du lịch",
            "! đạt trên 87 điểm",
            "! đạt từ 73 điểm",
            "Phường Mường Thanh - [87,25 điểm]",
            "! nằm trong khoảng 80 - 85 điểm",
            "! miễn thị thực tới 51 điểm đến",
        ],
    },
    Rule {
        name: "score/percent",
        pattern: &[
            NotAfter(&["hơn", "gần", "khoảng", "dưới", "trên", "từ", "đến", "bằng"]),
            As("value", &[Found(Layer::Number)]),
            As("unit", &[Any(&["%", "phần trăm"])]),
            Maybe(&[Any(&["điểm", "số điểm"])]),
            Not(&[Any(&["trở lên", "trở xuống", "trong số", "trong tổng", "số", "các", "tổng"])]),
        ],
        build: percent,
        examples: &["đạt [91,43%]", "huyện Mộc Châu ([90,31% điểm])", "! phải từ 92% trở lên"],
    },
    Rule {
        name: "score/bare",
        pattern: &[
            NotAfter(&["hơn", "gần", "khoảng", "dưới", "trên", "tăng", "giảm", "từ"]),
            As("value", &[Found(Layer::Number)]),
        ],
        build: bare,
        examples: &[
            "có giá trị [0,6612]; đứng thứ tư",
            "có tổng điểm [66,18], huyện",
            "đạt điểm tuyệt đối [10,0]",
            "! rộng 0,75 ha",
            "! năm 2020",
            "Phú Yên ([61,25]), Sơn La",
            "! (61,25 ha)",
        ],
    },
    Rule {
        name: "score/from",
        pattern: &[
            Any(&["từ"]),
            Maybe(&[Any(&["mức", "giá trị"])]),
            As("value", &[Found(Layer::Number)]),
            Maybe(&[Any(&["điểm", "%"])]),
        ],
        build: from,
        examples: &["nhích [từ 0,655] của năm 2019", "! từ 15 xã"],
    },
];

/// The scale on which all scores of the sentence stand: `Trên thang điểm 100, …`.
pub(super) static SCALES: &[Rule<Numbers, Figure>] = &[Rule {
    name: "score/on-scale",
    pattern: &[
        Any(&["trên thang điểm", "trên thang", "theo thang điểm", "thang điểm", "trên tổng", "trên tổng điểm"]),
        As("of", &[Found(Layer::Number)]),
        Not(&[Any(&["tỉnh", "huyện", "đơn vị", "quốc gia", "nước", "sở", "bộ", "/"])]),
        Maybe(&[Any(&["điểm"])]),
    ],
    build: scale,
    examples: &["[Trên thang điểm 100], Phú Yên đạt 61 điểm", "! trên tổng 63 tỉnh"],
}];

/// The largest scale of any index: `1.000 điểm`.
const LARGEST: i64 = 1_000;

fn one(value: Decimal, out_of: Option<Decimal>, unit: ScoreUnit) -> Option<Figure> {
    Some(Figure::Scores(vec![ScoreClue { value, out_of, unit }]))
}

fn out_of(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let (value, of) = (number(read, "value", numbers)?, number(read, "of", numbers)?);
    let stated = read.tokens("unit").is_some();
    // `12/63` is a rank or a count; `82,89/100` cannot be.
    let score = stated || value.scale() > 0 || read.text("of") == Some("100") && follows_free(read);
    (score && value <= of && of > Decimal::ONE && of <= Decimal::from(LARGEST))
        .then(|| one(value, Some(of), if stated { ScoreUnit::Points } else { ScoreUnit::Bare }))?
}

/// Whether the figure ends a range: `80 - 85 điểm`.
fn ends_range(read: &Match<'_>) -> bool {
    let number = |at: usize| read.scene.text.tokens.get(at).is_some_and(|token| token.shape.is_digits());
    matches!(read.before(1), "-" | "–") && read.tokens.start.checked_sub(2).is_some_and(number)
}

fn points(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let value = number(read, "value", numbers).filter(|_| !ends_range(read))?;
    // `6 điểm du lịch`: a whole number counts places unless the clause goes on at once.
    (value.scale() > 0 || follows_free(read)).then(|| one(value, None, ScoreUnit::Points))?
}

fn percent(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let value = number(read, "value", numbers).filter(|_| !ends_range(read))?;
    // `67% doanh nghiệp`: a share of what follows.
    let capital = read.scene.text.tokens.get(read.tokens.end).is_some_and(|token| token.shape.is_capital())
        && read.scene.hits.longest(read.tokens.end, Table::Indices).is_none();
    (value <= Decimal::ONE_HUNDRED && follows_free(read) && !capital).then(|| one(value, None, ScoreUnit::Percent))?
}

fn bare(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let value = number(read, "value", numbers)?;
    let small = value < Decimal::ONE && value.scale() >= 2;
    let level = read.before(1) == "mức" && read.before(2) == "đạt" && value <= Decimal::ONE_HUNDRED;
    let full = read.before(1) == "đối" && read.before(2) == "tuyệt" && read.before(3) == "điểm";
    let said = (full || matches!(read.before(1), "điểm" | "số")) && value.scale() > 0 || level;
    // `Phú Yên (61,25)`: a figure alone in a bracket after a name.
    let alone = read.before(1) == "("
        && read.scene.text.word(read.tokens.end) == ")"
        && value.scale() >= 2
        && value <= Decimal::from(LARGEST);
    ((small || said || alone) && follows_free(read)).then(|| one(value, None, ScoreUnit::Bare))?
}

fn from(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let value = number(read, "value", numbers)?;
    (value.scale() > 0).then_some(Figure::From(FromClue::Score(value)))
}

fn scale(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let of = number(read, "of", numbers)?;
    (of > Decimal::ONE && of <= Decimal::from(LARGEST)).then_some(Figure::Scale(of))
}

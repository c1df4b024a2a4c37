//! Points that no word of their own marks, told by what stands around: `đến 15/5`, `(2013)`, `và 2020 hoàn thành`.

use super::{
    moment::Reading,
    phrase::{Phrase, ends_or_goes_on, is_recurring, single},
    shape::Shapes,
};
use crate::{
    article::Point,
    clue::{Moment, When},
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Found, Maybe, NotAfter, Table as Row},
        Layer, Match, Rule,
    },
};

const POINT: Item = Found(Layer::Point);
/// Words behind which a fraction may be a day; what stands behind it must allow that too.
pub(super) const CUES: Item = Any(&[
    "đến hết",
    "tính đến",
    "kể từ",
    "đến",
    "tới",
    "từ",
    "trước",
    "sau",
    "hết",
    "định hướng",
    "tầm nhìn",
    "tức",
    "nhằm",
    "quốc khánh",
    "dịp lễ",
    "dịp",
    "lễ",
    "phiên",
    "sn",
    "sinh",
    "so với",
    "cùng kỳ",
    "thay vì",
    "trong",
    "bước sang",
    "mùa xuân",
    "mùa hè",
    "mùa thu",
    "mùa đông",
    "mùa khô",
    "mùa mưa",
    "mùa lũ",
    "mùa lễ hội",
    "vụ xuân",
    "vụ hè thu",
    "vụ mùa",
    "vụ đông",
    "vụ đông xuân",
    "kế hoạch",
    "mục tiêu",
    "dự toán",
    "nhiệm vụ",
]);
/// Behind a word that times stand behind.
pub(super) const CUE: Rule<Shapes, Vec<Phrase>> = Rule {
    name: "date/cue",
    pattern: &[
        NotAfter(&[
            "dẫn", "điểm", "số", "có", "đạt", "cao", "giá", "mức", "tăng", "vươn", "giảm", "gần", "lên", "ngang",
            "bằng", "thắng", "thua",
        ]),
        As("cue", &[CUES]),
        Maybe(&[Any(&[":"])]),
        As("date", &[POINT, Maybe(&[Row(Table::Relatives)])]),
    ],
    build: cue,
    examples: &[
        "dự kiến đến [15/5]",
        "nghỉ lễ [30/4]",
        "(SN [1975])",
        "tầm nhìn đến [2045], định hướng [2050]",
        "nghỉ Quốc khánh [2/9]",
        "! đến 2045 hộ",
        "! có tới 2000.",
        "! sau 2 năm",
        "! chiếm đến 2/3 số vốn",
        "! dẫn điểm đến 6/4",
    ],
};

/// Alone in brackets.
pub(super) const BRACKETS: Rule<Shapes, Vec<Phrase>> = Rule {
    name: "date/brackets",
    pattern: &[Any(&["("]), As("date", &[POINT]), Any(&[")"])],
    build: cue,
    examples: &["Ngày Hạnh phúc ([20/3])", "giải vàng ([2013])", "! hạng (58/63)"],
};

/// A year in a sentence that has named another.
pub(super) const YEAR_AGAIN: Rule<Shapes, Vec<Phrase>> = Rule {
    name: "date/year-again",
    pattern: &[Any(&["và", ",", "mà", "thì", "của", "cho", ";"]), As("date", &[POINT])],
    build: year_again,
    examples: &[
        "năm 2017 được 200 em, [2019] là 396",
        "để năm 2018 gỡ khó và [2020] hoàn thành",
        "! năm 2018 có 300 trâu và 2020 con bò",
        "! có 300 trâu và 2020 hoàn thành",
    ],
};

/// A fraction that can only be a day.
pub(super) const DAY_OVER_MONTH: Rule<Shapes, Vec<Phrase>> = Rule {
    name: "date/day-over-month",
    pattern: &[
        NotAfter(&[
            "đường",
            "phố",
            "trường",
            "học",
            "hẻm",
            "ngõ",
            "ngách",
            "số",
            "lệ",
            "áp",
            "khí",
            "lớp",
            "tổ",
            "khu",
            "may",
            "ty",
            "điểm",
            "đạt",
            "thắng",
            "thua",
            "được",
            "giá",
            "bậc",
            "hạng",
            "công viên",
            "cầu",
            "đến",
            "tới",
        ]),
        As("date", &[POINT]),
    ],
    build: day_over_month,
    examples: &[
        "đêm hội [31/10].",
        "thời hạn là [30/9].",
        "tăng so với [16/2].",
        "! đường 23/8",
        "! còn 3/4",
        "! 25/9 vụ",
        "! Công ty Dệt 29/3",
        "! tỷ số 21/10",
    ],
};

fn cue(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let tokens = read.tokens("date")?;
    let (reading, moment) = single(read, shapes, tokens.clone())?;
    let text = read.scene.text;
    // `Thế vận hội Mùa đông 2022` is a name.
    let inside = |at: usize| text.tokens[at].shape.is_capital() && at > 0 && text.tokens[at - 1].shape.is_word();
    if read.text("cue").is_some_and(|cue| cue.starts_with('M')) && inside(read.tokens.start) {
        return None;
    }
    let cue = read.text("cue").map(str::to_lowercase);
    let plain = !reading.sure
        && match moment {
            Moment::Written(Point::Day { month: Some(month), day, .. }) => {
                let feast = cue
                    .as_deref()
                    .is_some_and(|cue| cue.contains("lễ") || matches!(cue, "dịp" | "phiên" | "quốc khánh"));
                // `2/3` of something is a fraction; `30/4` cannot be one.
                let fraction = day <= month && !ends_or_goes_on(read, tokens.end);
                text.slice(tokens.clone()).contains('/') && (cue.is_none() || feast || !fraction)
            }
            Moment::Written(Point::Year(year)) => {
                let born = cue.as_deref().is_some_and(|cue| matches!(cue, "sn" | "sinh"));
                let feast = cue.as_deref().is_some_and(|cue| matches!(cue, "dịp" | "dịp lễ" | "lễ" | "phiên"));
                (cue.is_none() || born) && (1800..2100).contains(&year) || !feast && is_year(read, moment, tokens.end)
            }
            // `so với 5-15 năm trước` counts years.
            Moment::Written(Point::Month { .. }) => text.word(tokens.start + 2).len() != 2,
            _ => false,
        };
    // A feast is the one just past or just to come.
    let feast = cue.is_some_and(|cue| cue.contains("lễ") || matches!(cue.as_str(), "dịp" | "quốc khánh"));
    let near = reading.near || feast;
    (plain || reading.near && reading.sure)
        .then(|| vec![Phrase::new(tokens, When::At(moment), &Reading { near, ..reading })])
}

/// `năm 2018 … và 2020 hoàn thành`: a year without its word, where the sentence has named one near it.
fn year_again(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    let (text, tokens) = (read.scene.text, read.tokens("date")?);
    let (reading, moment) = single(read, shapes, tokens.clone())?;
    let Moment::Written(Point::Year(year)) = moment else { return None };
    if reading.sure || !is_year(read, moment, tokens.end) {
        return None;
    }
    let sentence = text.sentences.get(text.sentences.partition_point(|sentence| sentence.end <= tokens.start))?;
    let near = sentence.start.max(tokens.start.saturating_sub(AGAIN))..tokens.start;
    let named = near.filter(|&at| text.word(at).to_lowercase() == "năm").any(|at| {
        text.word(at + 1).parse::<i32>().is_ok_and(|named| text.word(at + 1).len() == 4 && (named - year).abs() <= 15)
    });
    named.then(|| vec![Phrase::new(tokens, When::At(moment), &reading)])
}

/// How many tokens before a year without its word another must stand with it.
const AGAIN: usize = 40;

/// `là 30/9.`: no part of anything, where the first is the larger, no counted word stands behind and no name before.
fn day_over_month(read: &Match<'_>, shapes: &Shapes) -> Option<Vec<Phrase>> {
    const NAMED: &[&str] =
        &["công", "nhà", "xí", "trường", "bệnh", "quảng", "đoàn", "giải", "cup", "hợp", "phường", "xã", "đường"];
    let (text, tokens) = (read.scene.text, read.tokens("date")?);
    let (reading, moment) = single(read, shapes, tokens.clone())?;
    let Moment::Written(Point::Day { year: None, month: Some(month), day, .. }) = moment else { return None };
    let slashed = text.slice(tokens.clone()).contains('/') && tokens.len() == 3;
    let named = (tokens.start.saturating_sub(5)..tokens.start)
        .any(|at| text.tokens[at].shape.is_capital() && NAMED.contains(&text.word(at).to_lowercase().as_str()));
    let plain = !reading.sure && day > month && slashed && !named && ends_or_goes_on(read, tokens.end);
    let recurs = is_recurring(read, tokens.end) || tokens.start >= 2 && is_recurring(read, tokens.start - 2);
    (plain && !recurs).then(|| vec![Phrase::new(tokens, When::At(moment), &reading)])
}

/// Whether a number alone is the year that it can be: what stands behind counts nothing, `đến 2045, …` and not `đến 2045 hộ`.
pub(super) fn is_year(read: &Match<'_>, moment: Moment, end: usize) -> bool {
    const ON: &[&str] = &[
        "có", "cả", "trở", "khi", "nên", "được", "không", "cũng", "phải", "trong", "mà", "chưa", "là", "và", "hoàn",
        "đạt", "sẽ", "đã", "kết", "bắt", "phấn", "tăng", "giảm", "thu", "xuất", "của", "đến", "so", "theo",
    ];
    let behind = read.scene.text.tokens.get(end);
    matches!(moment, Moment::Written(Point::Year(1900..2100)))
        && (ends_or_goes_on(read, end)
            || behind.is_some_and(|token| token.shape.is_capital())
            || ON.contains(&read.scene.text.word(end).to_lowercase().as_str()))
        && !matches!(read.scene.text.word(end), "/" | "%" | "-" | "$")
}

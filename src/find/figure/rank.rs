mod words;

use self::words::{COUNTED, COUNTS, FURTHER, OF, PLACE, SEAT, SEVERAL, STAND};
use super::read::count;
use crate::{
    clue::{Figure, FromClue, RankClue},
    find::number::Numbers,
    lexicon::Table,
    rule::{Item::*, Layer, Match, Rule},
};

/// Ranks: `xếp hạng 57/63`, `đứng thứ ba`, `quán quân`.
pub(super) static RULES: &[Rule<Numbers, Figure>] = &[
    Rule {
        name: "rank/place",
        pattern: &[
            NotAfter(&["bảng", "hợp", "phải"]),
            Maybe(&[As("unchanged", &[Any(&["giữ nguyên"])])]),
            Maybe(&[As("tied", &[Any(&["cùng", "đồng"])])]),
            OneOf(&[
                &[
                    As("verb", &[STAND]),
                    Maybe(&[Any(&["lần lượt"])]),
                    As("kind", &[OneOf(&[&[SEAT, Maybe(&[Any(&["thứ", "số"])])], &[Any(&["thứ", "số"])], &[]])]),
                ],
                &[NotAfter(&["bảng", "xếp"]), As("seat", &[SEAT]), Maybe(&[Any(&["thứ", "số"])])],
            ]),
            PLACE,
            Not(&[Any(&["%", "điểm", "bậc", "trở lên", "sao", "-", "tỷ", "triệu", "lần", "ngày", "tháng"])]),
            Many(&[FURTHER]),
            OF,
            Not(&[Any(&["trở lên"])]),
        ],
        build: place,
        examples: &[
            "PCI [xếp hạng 35/63 tỉnh, thành phố trực thuộc Trung ương]",
            "tỉnh [đứng thứ 22 trên tổng số 63 tỉnh, thành phố]",
            "hai huyện lần lượt [xếp thứ 2 và 3]",
            "ba xã lần lượt [xếp thứ 16, 17 và 18]",
            "huyện Mai Sơn [xếp hạng Nhất]",
            "Sở Y tế [đứng thứ Nhất/25]",
            "[vị trí thứ ba] thuộc về Sở Nội vụ",
            "! Kỳ họp thứ 14 của Quốc hội",
            "! đứng trên 20 địa phương",
            "! đạt 87 điểm",
            "! xếp thứ 8 trở lên",
            "! trong đó 7 năm xếp thứ 2",
            "huyện [xếp hạng Nhất], 782/1.000 điểm",
            "[giữ ngôi số 1] năm thứ ba liên tiếp",
            "hai tỉnh theo thứ tự [ở hạng 6 và hạng 10]",
            "! đạt 3 năm liền",
        ],
    },
    Rule {
        name: "rank/ordinal",
        pattern: &[NotAfter(COUNTED), Any(&["thứ"]), PLACE, COUNTS, Many(&[FURTHER]), OF],
        build: weak,
        examples: &["TP Sơn La [thứ tư] (52 điểm)", "! lần thứ 4", "! Thứ trưởng"],
    },
    Rule {
        name: "rank/reached",
        pattern: &[
            Any(&[
                "rớt xuống",
                "rơi xuống",
                "tụt xuống",
                "tuột xuống",
                "trượt xuống",
                "vươn lên",
                "leo lên",
                "nhảy lên",
                "vọt lên",
            ]),
            As("place", &[Found(Layer::Number)]),
            COUNTS,
        ],
        build: reached,
        examples: &["Sơn La [rớt xuống 41] (58,2 điểm)", "! lãi suất rơi xuống 6 %", "! vươn lên 8 tỷ đồng"],
    },
    Rule {
        name: "rank/word",
        pattern: &[As("place", &[Table(Table::Ordinals)]), Any(&["là"])],
        build: word,
        examples: &[
            "Khối sở: [Nhất là] Sở Y tế, 90,1 điểm",
            "Nhất là Sở Y tế; [Nhì là] Sở Nội vụ",
            "! nhất là Sở Y tế",
            "! Ba là tăng cường kiểm tra",
        ],
    },
    Rule {
        name: "rank/number",
        pattern: &[Any(&["số"]), As("place", &[Found(Layer::Number)]), COUNTS],
        build: numbered,
        examples: &["vị trí số 1 là Sở Y tế, [số 2] là Sở Nội vụ", "! Nghị định số 20"],
    },
    Rule {
        name: "rank/fraction",
        pattern: &[
            As("place", &[Found(Layer::Number)]),
            Any(&["/"]),
            As("total", &[Found(Layer::Number)]),
            COUNTS,
            Many(&[FURTHER]),
            OF,
        ],
        build: weak,
        examples: &["Phú Yên [15/63]; Sơn La", "! 12/18 tiêu chí"],
    },
    Rule {
        name: "rank/several",
        pattern: &[
            SEVERAL,
            Maybe(&[Any(&["thứ"])]),
            As("place", &[Found(Layer::Number)]),
            Many(&[
                Any(&[",", "và"]),
                As("place", &[Found(Layer::Number)]),
                Not(&[Any(&["/", "%", "điểm", "bậc", "tỉnh", "huyện", "sở", "đơn vị"])]),
            ]),
        ],
        build: place,
        examples: &["hai tỉnh lần lượt ở [các hạng 62, 63]", "! các hạng mục"],
    },
    Rule {
        name: "rank/range",
        pattern: &[
            Any(&["từ"]),
            Maybe(&[SEAT]),
            Maybe(&[Any(&["thứ"])]),
            As("place", &[OneOf(&[&[Found(Layer::Number)], &[Table(Table::Ordinals)]])]),
            Any(&["đến"]),
            Maybe(&[SEAT]),
            Any(&["thứ", "hạng", "vị trí"]),
            As("last", &[OneOf(&[&[Found(Layer::Number)], &[Table(Table::Ordinals)]])]),
        ],
        build: range,
        examples: &["ba xã ở [từ vị trí thứ tư đến thứ sáu]", "! từ ngày 3 đến ngày 5"],
    },
    Rule {
        name: "rank/span",
        pattern: &[
            SEVERAL,
            Any(&["từ"]),
            Maybe(&[Any(&["thứ"])]),
            As("place", &[Found(Layer::Number)]),
            Any(&["đến"]),
            Maybe(&[Any(&["thứ"])]),
            As("last", &[Found(Layer::Number)]),
        ],
        build: range,
        examples: &["lần lượt ở [các vị trí từ 2 đến 4] là", "! từ 2 đến 4 điểm"],
    },
    Rule {
        name: "rank/from",
        pattern: &[Any(&["từ"]), Maybe(&[Any(&["xếp"])]), SEAT, Maybe(&[Any(&["xếp hạng", "thứ", "số"])]), PLACE, OF],
        build: from,
        examples: &[
            "PAPI nhảy [từ vị trí 52] lên vị trí 44",
            "xếp thứ nhất ([từ vị trí số 3] năm 2015)",
            "! từ hạng mục này",
        ],
    },
    Rule {
        name: "rank/from-number",
        pattern: &[
            Any(&["từ"]),
            Maybe(&[SEAT]),
            Maybe(&[Any(&["thứ"])]),
            PLACE,
            Any(&["lên", "xuống", "về"]),
            Maybe(&[Any(&["thứ", "hạng"])]),
            As("now", &[Found(Layer::Number)]),
            Not(&[Any(&["%", "điểm", ",", "triệu", "tỷ"])]),
        ],
        build: from_to,
        examples: &["HDI thăng 5 bậc, [từ 88 lên 83]", "giảm 3 bậc, [từ vị trí 57 xuống 60]", "! từ 88 lên 83 tỷ đồng"],
    },
    Rule {
        name: "rank/first",
        pattern: &[
            NotAfter(&["người", "nhóm", "tốp", "top", "cán", "làm", "phải"]),
            OneOf(&[
                &[As("title", &[Any(&["ngôi quán quân", "quán quân"])])],
                &[Any(&[
                    "giữ ngôi đầu bảng",
                    "giữ ngôi đầu",
                    "ngôi đầu bảng",
                    "đứng đầu bảng xếp hạng",
                    "đứng đầu bảng",
                    "đứng đầu",
                    "dẫn đầu bảng xếp hạng",
                    "dẫn đầu bảng",
                    "dẫn đầu",
                    "ở vị trí dẫn đầu",
                    "vị trí dẫn đầu",
                    "ở vị trí cao nhất",
                    "vị trí cao nhất",
                    "ở vị trí đầu tiên",
                    "ở vị trí đầu",
                    "ở vị trí số một",
                    "xếp đầu bảng",
                    "đầu bảng",
                    "xếp đầu",
                    "về nhất",
                    "giữ ngôi vương",
                    "lên ngôi đầu",
                    "chiếm ngôi đầu",
                    "đứng nhất",
                    "giành ngôi nhất bảng",
                    "ngôi nhất bảng",
                    "nhất bảng",
                    "ngôi vị số một",
                    "địa phương số một",
                    "đứng ở vị trí đầu",
                    "đứng vị trí đầu",
                ])],
            ]),
            OF,
        ],
        build: first,
        examples: &[
            "Phú Yên [đứng đầu cả nước]",
            "[quán quân] là Sơn La",
            "! vai trò của người đứng đầu",
            "! thuộc nhóm dẫn đầu",
            "! bốn quốc gia dẫn đầu",
        ],
    },
    Rule {
        name: "rank/second",
        pattern: &[
            OneOf(&[&[As("title", &[Any(&["ngôi á quân", "á quân"])])], &[Any(&["về nhì", "đứng nhì", "xếp nhì"])]]),
            OF,
        ],
        build: second,
        examples: &["[á quân] Phú Yên được 71,4 điểm", "Phú Yên [về nhì]", "! quán quân"],
    },
    Rule {
        name: "rank/last",
        pattern: &[
            NotAfter(&["nhóm"]),
            OneOf(&[
                &[As("before", &[Any(&["đứng áp chót", "xếp áp chót", "áp chót bảng xếp hạng", "áp chót"])])],
                &[Any(&[
                    "đứng cuối bảng xếp hạng",
                    "đứng cuối bảng",
                    "đứng cuối cùng",
                    "đứng cuối",
                    "xếp cuối bảng",
                    "xếp cuối cùng",
                    "xếp cuối",
                    "xếp vị trí cuối cùng",
                    "xếp vị trí cuối",
                    "ở vị trí cuối cùng",
                    "ở vị trí cuối",
                    "ở cuối bảng",
                    "chót bảng",
                    "chốt bảng",
                    "đứng chót bảng",
                    "đứng chót",
                    "đội sổ",
                    "bét bảng",
                    "đứng bét",
                ])],
            ]),
            OF,
        ],
        build: last,
        examples: &[
            "Sở Ngoại vụ [xếp cuối cùng trong 20 sở]",
            "Sở Y tế [đứng cuối bảng]",
            "tỉnh [áp chót]",
            "! đứng thứ ba",
        ],
    },
    Rule {
        name: "rank/top",
        pattern: &[
            As("many", &[OneOf(&[&[Found(Layer::Number)], &[Table(Table::Ordinals)]])]),
            Any(&["vị trí dẫn đầu", "vị trí đầu bảng", "vị trí đầu tiên", "vị trí cao nhất", "vị trí đầu"]),
            OF,
        ],
        build: top,
        examples: &["[Hai vị trí dẫn đầu] thuộc về Sơn La và Phú Yên", "! ở vị trí dẫn đầu"],
    },
];

/// More places than any ranking has; a number beyond is a year or a count.
const MOST: u32 = 1_000;

/// How many tokens the item of a list has at most, in which the place before may be said.
const ITEM: usize = 24;

fn build(read: &Match<'_>, position: Option<u32>, out_of: Option<u32>) -> RankClue {
    let region = read.tokens("region");
    RankClue {
        position,
        out_of: out_of.filter(|&of| of > 1),
        among: read.all("among").last().or_else(|| region.clone()),
        title: read.tokens("title").is_some() || read.tokens("seat").is_some(),
        regional: region.is_some(),
        weak: false,
        unchanged: read.tokens("unchanged").is_some(),
        leads: false,
        tied: read.tokens("tied").is_some(),
        previous: None,
    }
}

fn total(read: &Match<'_>, numbers: &Numbers) -> Option<u32> {
    count(read, read.all("total").last()?, numbers)
}

fn places(read: &Match<'_>, numbers: &Numbers) -> Option<Vec<RankClue>> {
    let positions: Vec<u32> = read.all("place").map(|place| count(read, place, numbers)).collect::<Option<_>>()?;
    let total = total(read, numbers);
    positions
        .into_iter()
        .map(|position| (1..MOST).contains(&position).then(|| build(read, Some(position), total)))
        .collect()
}

fn place(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let ranks = places(read, numbers)?;
    if is_how_often(read) {
        return None;
    }
    let verb = read.text("verb").map(str::to_lowercase).unwrap_or_default();
    let bare = !verb.is_empty()
        && !verb.contains("hạng")
        && !verb.contains("thứ")
        && read.text("kind").is_none_or(str::is_empty);
    // `xếp 80/150` is a rank, `đạt 80` and `còn 41` are none.
    let stated = !bare || (verb == "xếp" || verb == "đứng") && ranks.iter().all(|rank| rank.out_of.is_some());
    stated.then_some(Figure::Ranks(ranks))
}

/// `số 2 là Sở Nội vụ`
fn numbered(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let follows = matches!(read.scene.text.word(read.tokens.end), "là" | "thuộc");
    follows.then(|| weak(read, numbers))?
}

/// `trong đó 7 năm xếp thứ 2`: how often, and not when.
fn is_how_often(read: &Match<'_>) -> bool {
    let years: Option<u32> = read.before(2).parse().ok();
    matches!(read.before(1), "năm" | "lần") && years.is_some_and(|years| years < 100)
}

fn weak(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let mut ranks = places(read, numbers)?;
    for rank in &mut ranks {
        rank.weak = true;
        if rank.out_of.is_some_and(|of| rank.position.is_some_and(|position| position > of) || of < 5) {
            return None;
        }
    }
    Some(Figure::Ranks(ranks))
}

/// `rớt xuống 41 (58,2 điểm)`: a whole number that counts nothing.
fn reached(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let ranks = places(read, numbers)?;
    super::read::follows_free(read).then_some(Figure::Ranks(ranks))
}

/// `Nhất là Sở Y tế; Nhì là Sở Nội vụ; Ba là …`: the head of an item; `nhất là` elsewhere means above all.
fn word(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let capital = |at: usize| read.scene.text.tokens.get(at).is_some_and(|token| token.shape.is_capital());
    let place = count(read, read.tokens("place")?, numbers)?;
    let heads =
        matches!(read.before(1), ":" | ";" | "." | "") && capital(read.tokens.start) && capital(read.tokens.end);
    let second = || (1..ITEM).any(|back| read.before(back).to_lowercase() == "nhì");
    let first = place <= 2 && (read.before(1) == ":" || read.before(1) == ";");
    let rank = RankClue { title: true, weak: true, ..build(read, Some(place), None) };
    (heads && (first || second())).then(|| Figure::Ranks(vec![rank]))
}

fn range(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let (first, last) = (count(read, read.tokens("place")?, numbers)?, count(read, read.tokens("last")?, numbers)?);
    (first < last && last - first < 64)
        .then(|| Figure::Ranks((first..=last).map(|position| build(read, Some(position), None)).collect()))
}

fn from(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    Some(Figure::From(FromClue::Rank(count(read, read.tokens("place")?, numbers)?)))
}

fn from_to(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let (before, now) = (count(read, read.tokens("place")?, numbers)?, count(read, read.tokens("now")?, numbers)?);
    let plain = (1..MOST).contains(&before) && (1..MOST).contains(&now);
    let rank = RankClue { previous: Some(before), weak: true, ..build(read, Some(now), None) };
    (plain && super::read::follows_free(read)).then(|| Figure::Ranks(vec![rank]))
}

fn first(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    // `bốn quốc gia dẫn đầu`, `các tỉnh đứng đầu`: a group leads, and none of it is said to be first.
    let units = ["gia", "phương", "tỉnh", "vị", "nước", "bộ", "sở", "huyện", "thổ"];
    let grouped = units.contains(&read.before(1)) && (2..=4).any(|back| is_many(read, back));
    let rank = RankClue { leads: true, ..build(read, Some(1), total(read, numbers)) };
    (!grouped).then(|| Figure::Ranks(vec![rank]))
}

fn is_many(read: &Match<'_>, back: usize) -> bool {
    let Some(at) = read.tokens.start.checked_sub(back) else { return false };
    let word = read.scene.text.word(at).to_lowercase();
    ["các", "những", "nhóm", "hai", "ba", "bốn", "năm", "sáu", "số"].contains(&word.as_str())
        || read.scene.text.tokens.get(at).is_some_and(|token| token.shape.is_digits())
}

fn second(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    Some(Figure::Ranks(vec![build(read, Some(2), total(read, numbers))]))
}

fn last(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let total = total(read, numbers);
    let back = u32::from(read.tokens("before").is_some());
    let position = total.and_then(|total| total.checked_sub(back)).filter(|&position| position > 0);
    Some(Figure::Ranks(vec![build(read, position, total)]))
}

fn top(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let many = count(read, read.tokens("many")?, numbers)?;
    (2..64)
        .contains(&many)
        .then(|| Figure::Ranks((1..=many).map(|position| build(read, Some(position), None)).collect()))
}

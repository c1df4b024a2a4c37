use rust_decimal::Decimal;

use super::read::{count, number};
use crate::{
    article::Edtf,
    clue::{ChangeClue, ChangeUnit, Figure},
    find::number::Numbers,
    lexicon::Table,
    rule::{Item, Item::*, Layer, Match, Rule},
    text::Shape,
};

const UP: Item = As(
    "up",
    &[Any(&[
        "tăng hạng",
        "tăng điểm",
        "tăng vọt",
        "tăng mạnh",
        "bứt phá",
        "tiến",
        "tăng",
        "thăng hạng",
        "thăng",
        "cải thiện",
        "nhảy vọt",
        "nhảy",
        "leo lên",
        "leo",
        "bật lên",
        "vọt lên",
        "vọt",
        "vươn lên",
        "vượt lên",
        "vượt",
        "lên",
        "nhích",
    ])],
);
const DOWN: Item = As(
    "down",
    &[Any(&[
        "giảm hạng",
        "giảm điểm",
        "giảm",
        "tụt hạng",
        "tụt",
        "rớt hạng",
        "rớt",
        "xuống hạng",
        "xuống",
        "lùi",
        "hạ",
        "mất",
        "sụt giảm",
        "sụt",
        "thụt lùi",
        "tụt lùi",
        "trượt hạng",
        "trượt",
        "tuột",
        "đánh mất",
        "rơi",
    ])],
);
/// As `UP` and `DOWN` before points, where `lên 13%` says the level reached.
const RISES: Item = As("up", &[Any(&["tăng điểm", "tăng nhẹ", "tăng", "cải thiện", "nhích", "vượt"])]);
const FALLS: Item = As(
    "down",
    &[Any(&["giảm điểm", "giảm nhẹ", "giảm", "tụt", "mất", "sụt giảm", "sụt", "hạ", "lùi", "trượt", "rớt"])],
);
const BY: Item = Many(&[Any(&["thêm", "được", "tới", "đi", "tổng cộng", "những", "nhẹ"])]);
const MORE: Item = As("more", &[Any(&["cao hơn", "nhiều hơn"])]);
const LESS: Item = As("less", &[Any(&["thấp hơn", "ít hơn"])]);
const FILL: Item =
    Many(&[Any(&["thêm", "được", "tới", "đến", "lên", "xuống", "đi", "tổng cộng", "liền", "những", "nhẹ"])]);
const PLACES: Item = Any(&["bậc", "thứ hạng", "thứ bậc", "hạng", "vị trí"]);
const UNITS: Item = Any(&["điểm phần trăm", "điểm %", "% điểm", "điểm", "phần trăm", "%"]);

/// Changes: `tăng 1,82 điểm`, `tụt 03 bậc`.
pub(super) static RULES: &[Rule<Numbers, Figure>] = &[
    Rule {
        name: "change/places",
        pattern: &[
            OneOf(&[&[UP], &[DOWN], &[MORE], &[LESS]]),
            FILL,
            As("amount", &[OneOf(&[&[Found(Layer::Number)], &[Table(Table::Ordinals)]])]),
            As("unit", &[PLACES]),
        ],
        build: places,
        examples: &[
            "PCI [giảm 04 bậc] so với năm 2018",
            "tỉnh [thăng 9 hạng]",
            "huyện [tụt hai bậc]",
            "! phấn đấu tăng ít nhất 5 bậc",
            "! tăng từ 2 đến 6 bậc",
        ],
    },
    Rule {
        name: "change/points",
        pattern: &[
            OneOf(&[&[RISES], &[FALLS], &[MORE], &[LESS]]),
            BY,
            As("amount", &[Found(Layer::Number)]),
            As("unit", &[UNITS]),
            Maybe(&[Any(&["và"]), As("places", &[Found(Layer::Number)]), As("seats", &[PLACES])]),
            Not(&[Any(&["trở lên", "cầu", "trường", "số", "số lượng", "các", "tổng", "chi phí", "thời gian"])]),
        ],
        build: points,
        examples: &[
            "PAPI [tăng 2,31 điểm] so với năm 2018",
            "SIPAS [giảm 3,5%]",
            "PAPI [tăng 2,1 điểm và 7 bậc]",
            "đạt 88,3%, [cao hơn 1,2%] so với năm 2022",
            "! tăng tối thiểu 2 điểm",
            "! đã tăng lên 13%",
        ],
    },
    Rule {
        name: "change/than",
        pattern: &[
            OneOf(&[&[MORE], &[LESS]]),
            Maybe(&[Any(&["so với"])]),
            As(
                "then",
                &[OneOf(&[
                    &[Any(&["năm trước", "năm ngoái", "năm liền trước", "cùng kỳ", "kỳ trước", "quý trước"])],
                    &[Any(&["năm"]), As("year", &[Is(Shape::is_digits)])],
                ])],
            ),
            As("amount", &[Found(Layer::Number)]),
            As("unit", &[UNITS]),
        ],
        build: points,
        examples: &[
            "PCI được 69,7 điểm, [nhiều hơn năm trước 2,1 điểm]",
            "SIPAS [thấp hơn năm 2021 1,5%]",
            "! cao hơn Hà Nam 2 điểm",
        ],
    },
    Rule {
        name: "change/bare",
        pattern: &[OneOf(&[&[RISES], &[FALLS]]), BY, As("amount", &[Found(Layer::Number)])],
        build: bare,
        examples: &["DTI [tăng 0,0925] so với năm 2019", "! tăng 3 lần", "! giảm 5,2 ha"],
    },
    Rule {
        name: "change/level",
        pattern: &[
            OneOf(&[
                &[As("up", &[Any(&["mức tăng", "tăng mạnh nhất", "tăng nhiều nhất", "tăng cao nhất"])])],
                &[As("down", &[Any(&["mức giảm", "giảm sâu nhất", "giảm mạnh nhất", "giảm nhiều nhất"])])],
            ]),
            Many(&[Any(&["mạnh nhất", "cao nhất", "lớn nhất", "nhiều nhất", "sâu nhất", ":", "là", "đạt", "tới"])]),
            As("amount", &[Found(Layer::Number)]),
            As("unit", &[UNITS]),
        ],
        build: points,
        examples: &[
            "huyện Mai Sơn có [mức tăng lớn nhất: 1,3 điểm phần trăm]",
            "chi phí thời gian [giảm sâu nhất: 0,9 điểm]",
            "! mức tăng 3 lần",
        ],
    },
    Rule {
        name: "change/listed",
        pattern: &[
            OneOf(&[&[UP], &[DOWN]]),
            Maybe(&[Any(&["so với năm trước", "so với cùng kỳ"])]),
            Any(&["lần lượt là", "lần lượt", "tương ứng là", "tương ứng"]),
            As("amount", &[Found(Layer::Number)]),
            As("unit", &[OneOf(&[&[PLACES], &[UNITS]])]),
            Many(&[
                Any(&[",", ";", "và"]),
                Maybe(&[Any(&["và"])]),
                As("amount", &[Found(Layer::Number)]),
                As("unit", &[OneOf(&[&[PLACES], &[UNITS]])]),
            ]),
        ],
        build: listed,
        examples: &["PCI và PAPI [tăng lần lượt là 1,2 điểm và 0,4 điểm]", "! tăng lần lượt 3 lần"],
    },
    Rule {
        name: "change/none",
        pattern: &[
            Any(&["giữ nguyên", "không thay đổi", "không đổi"]),
            As("unit", &[Any(&["vị trí", "thứ hạng", "xếp hạng", "hạng", "thứ bậc"])]),
            Not(&[OneOf(&[&[Found(Layer::Number)], &[Any(&["thứ", "số"])]])]),
        ],
        build: none,
        examples: &["xếp hạng 70/150, [không thay đổi thứ hạng] so với năm 2018", "! giữ nguyên vị trí thứ 15"],
    },
    Rule {
        name: "change/still",
        pattern: &[Any(&["không đổi", "không thay đổi"]), Not(&[OneOf(&[&[PLACES], &[Found(Layer::Number)]])])],
        build: still,
        examples: &["thứ 38/150, [không đổi] so với năm 2018", "! đạt 70,1 điểm, không đổi", "! chính sách không đổi"],
    },
];

fn change(read: &Match<'_>, amount: Decimal, unit: ChangeUnit) -> Option<Figure> {
    let down = read.tokens("down").is_some() || read.tokens("less").is_some();
    let relative = read.tokens("then").is_none() && (read.tokens("more").is_some() || read.tokens("less").is_some());
    let amount = if down { -amount } else { amount };
    Some(Figure::Changes(vec![ChangeClue { amount, unit, word: read.tokens("unit"), relative, since: since(read) }]))
}

fn since(read: &Match<'_>) -> Option<Edtf> {
    let year: i32 = read.digits("year")?;
    (1990..2100).contains(&year).then_some(Edtf::year(year))
}

fn places(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    change(read, Decimal::from(count(read, read.tokens("amount")?, numbers)?), ChangeUnit::Places)
}

fn points(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let figure = change(read, number(read, "amount", numbers)?, unit(read.text("unit")?))?;
    // `tăng 2,1 điểm và 7 bậc`
    let places = read.tokens("places").and_then(|tokens| count(read, tokens, numbers));
    let (Figure::Changes(mut changes), Some(places)) = (figure.clone(), places) else { return Some(figure) };
    let amount = if read.tokens("down").is_some() { -Decimal::from(places) } else { Decimal::from(places) };
    let word = read.tokens("seats");
    changes.push(ChangeClue { amount, unit: ChangeUnit::Places, word, relative: false, since: None });
    Some(Figure::Changes(changes))
}

fn bare(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let amount = number(read, "amount", numbers)?;
    let small = amount < Decimal::ONE && amount.scale() >= 2;
    (small && super::read::follows_free(read)).then(|| change(read, amount, ChangeUnit::Points))?
}

fn listed(read: &Match<'_>, numbers: &Numbers) -> Option<Figure> {
    let mut changes = Vec::new();
    for (amount, word) in read.all("amount").zip(read.all("unit")) {
        let kind = unit(read.scene.text.slice(word.clone()));
        let value = super::read::value(read, amount, numbers)?;
        let amount = if read.tokens("down").is_some() { -value } else { value };
        changes.push(ChangeClue { amount, unit: kind, word: Some(word), relative: false, since: None });
    }
    Some(Figure::Changes(changes))
}

fn none(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    change(read, Decimal::ZERO, ChangeUnit::Places)
}

/// Right after a rank, where nothing else can be unchanged: `thứ 38/150, không đổi`.
fn still(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let total = read.tokens.start.checked_sub(2).and_then(|at| read.scene.text.tokens.get(at))?.shape.is_digits();
    (read.before(1) == "," && total && read.before(3) == "/")
        .then(|| change(read, Decimal::ZERO, ChangeUnit::Places))?
}

fn unit(word: &str) -> ChangeUnit {
    let word = word.to_lowercase();
    if word.contains('%') || word.contains("phần trăm") {
        ChangeUnit::Percent
    } else if word.contains("điểm") {
        ChangeUnit::Points
    } else {
        ChangeUnit::Places
    }
}

use std::ops::Range;

use super::{issuer_of, symbol::Symbol};
use crate::{
    lexicon::Table,
    rule::{
        Item::{self, Any, As, Found, Glued, Is, Many, Maybe, Not, OneOf},
        Layer, Match, Rule,
    },
    text::Shape,
};

/// What the forms look up.
pub(crate) struct Context {
    /// The symbols, by their number in [`Layer::Symbol`].
    pub(crate) symbols: Vec<Symbol>,
}

/// One document of a citation, which may name several.
#[derive(Clone, Debug)]
pub(crate) struct Citation {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) year: Option<i32>,
}

const KIND: Item = As("kind", &[Item::Table(Table::DocumentKinds)]);
const SYMBOL: Item = As("symbol", &[Found(Layer::Symbol)]);
const DIGITS: Item = Is(Shape::is_digits);
/// A word between a kind and its number: `quyết định thanh tra số`, `công văn khẩn số`.
const FILLER: Item = Maybe(&[
    Not(&[Item::Table(Table::DocumentKinds)]),
    Not(&[Any(&["số", "của", "trong", "cho", "về", "có", "do", "thì", "là", "được", "đã", "và", "với", "từ", "một"])]),
    Is(Shape::is_word),
]);
const NUMBERED: &[Item] = &[
    FILLER,
    FILLER,
    FILLER,
    FILLER,
    FILLER,
    FILLER,
    Maybe(&[Any(&["("])]),
    As("numbered", &[Any(&["số"])]),
    Maybe(&[Any(&[":", "hiệu"])]),
];
/// A number without letters: `34`, `19/2017`.
const PLAIN: Item = As("plain", &[DIGITS, Maybe(&[Glued, Any(&["/"]), Glued, DIGITS])]);
const AND: Item = OneOf(&[&[Any(&[","]), Maybe(&[Any(&["và"])])], &[Any(&["và", ";", "&"])]]);

/// How documents are cited.
pub(crate) const RULES: &[Rule<Context, Vec<Citation>>] = &[
    Rule {
        name: "document/symbol",
        pattern: &[KIND, Maybe(NUMBERED), Maybe(&[Any(&["("])]), SYMBOL, Many(&[AND, Maybe(&[Any(&["số"])]), SYMBOL])],
        build: symbol,
        examples: &[
            "theo [Nghị quyết số 07 - NQ/HU] của huyện",
            "[Nghị định 158/2016/NĐ-CP]",
            "[quyết định thanh tra số 58/QĐ-TTr]",
            "3 [Quyết định (308/QĐ-UBND], [309/QĐ-UBND])",
            "! Quyết định 3 nội dung",
        ],
    },
    Rule {
        name: "document/symbol-alone",
        pattern: &[Maybe(&[As("numbered", &[Any(&["số"])]), Maybe(&[Any(&[":"])])]), SYMBOL],
        build: symbol_alone,
        examples: &["đã có [số 48-CV/TU]", "theo [5917/BC-BKHĐT]", "! kênh 4 - VTV", "! số 1 - VTV"],
    },
    Rule {
        name: "document/number",
        pattern: &[KIND, NUMBERED_ITEM, PLAIN],
        build: number,
        examples: &["theo [Quyết định số 34]", "[công văn mang số 119]", "! thông báo số 5 người"],
    },
    Rule {
        name: "document/number-alone",
        pattern: &[KIND, PLAIN],
        build: number_alone,
        examples: &[
            "theo [Nghị định 15].",
            "[Nghị quyết 18] của Trung ương",
            "! quyết định 3 nội dung",
            "! Kế hoạch 5 năm",
        ],
    },
    Rule {
        name: "document/number-list",
        pattern: &[
            As("plural", &[OneOf(&[&[Any(&["các", "những", "hai", "ba", "bốn", "năm"])], &[DIGITS]])]),
            KIND,
            Maybe(NUMBERED),
            PLAIN,
            Many(&[AND, Maybe(&[Any(&["số"])]), PLAIN]),
        ],
        build: numbers,
        examples: &["các [Quyết định số 1411], [1412] và [1417]", "hai [Nghị quyết 18] và [19]"],
    },
    Rule {
        name: "document/law",
        pattern: &[
            As("law", &[Item::Table(Table::Laws)]),
            Maybe(&[OneOf(&[&[Any(&["năm"]), As("year", &[DIGITS])], &[As("year", &[DIGITS])]])]),
        ],
        build: law,
        examples: &["theo [Luật Đất đai 2013]", "[Bộ luật Hình sự năm 2015]", "! luật sư Nguyễn Văn An"],
    },
];

const NUMBERED_ITEM: Item = OneOf(&[NUMBERED]);

fn kind(read: &Match<'_>) -> Option<String> {
    let row = read.row("kind", Table::DocumentKinds)?;
    let words = read.text("kind")?;
    // `NQ`, `QĐ` stand for a kind only in capitals.
    let short = words.chars().count() <= 4 && !words.contains(' ');
    let known =
        !short || words.chars().all(|c| !c.is_lowercase()) || words.to_lowercase() == row.cell("kind").to_lowercase();
    known.then(|| row.cell("kind").to_owned())
}

fn symbol(read: &Match<'_>, context: &Context) -> Option<Vec<Citation>> {
    let kind = kind(read)?;
    let mut citations = Vec::new();
    for (place, tokens) in read.all("symbol").enumerate() {
        let (number, _) = read.scene.layers.at(Layer::Symbol, tokens.start)?;
        let symbol = context.symbols.get(number)?;
        let start = if place == 0 { read.tokens.start } else { tokens.start };
        citations.push(Citation {
            tokens: start..tokens.end,
            kind: Some(kind.clone()),
            number: Some(symbol.number.clone()),
            issuer: issuer_of(read.scene, &symbol.codes),
            year: None,
        });
    }
    Some(citations)
}

fn symbol_alone(read: &Match<'_>, context: &Context) -> Option<Vec<Citation>> {
    let symbol = context.symbols.get(read.found("symbol", Layer::Symbol)?)?;
    let rows = read.scene.lexicon.rows(Table::DocumentKinds);
    let kind = symbol.codes.first().and_then(|code| {
        let mut fitting = rows.iter().filter(|row| row.cell("code") == code);
        fitting.next().map(|row| row.cell("kind").to_owned())
    });
    let sure = symbol.slashed && (kind.is_some() || symbol.codes.len() >= 2 && read.tokens("numbered").is_some());
    sure.then(|| {
        vec![Citation {
            tokens: read.tokens.clone(),
            kind,
            number: Some(symbol.number.clone()),
            issuer: issuer_of(read.scene, &symbol.codes),
            year: None,
        }]
    })
}

fn number(read: &Match<'_>, _: &Context) -> Option<Vec<Citation>> {
    let plain = read.tokens("plain")?;
    is_number(read, &plain, true).then_some(())?;
    one(read, kind(read)?, plain)
}

fn number_alone(read: &Match<'_>, _: &Context) -> Option<Vec<Citation>> {
    let row = read.row("kind", Table::DocumentKinds)?;
    let kind = kind(read)?;
    let capital = read.text("kind")?.chars().next().is_some_and(char::is_uppercase);
    let noun = row.cell("bare") == "noun";
    let allowed = noun || row.cell("bare") == "verb" && capital;
    let plain = read.tokens("plain")?;
    // `CT3` is a building.
    let allowed = allowed && !read.scene.text.tokens[plain.start].shape.is_glued();
    // Nothing else than a document is a `nghị định 100`, unless a unit stands behind: `nghị quyết 10 điểm`.
    let unit = read.scene.hits.longest(plain.end, Table::Units).is_some();
    let named = noun && plain.len() == 1 && read.scene.text.slice(plain.clone()).len() >= 2 && !unit;
    let word =
        read.scene.text.tokens.get(plain.end).is_some_and(|token| token.shape.is_word() && !token.shape.is_glued());
    (allowed && (named && word || is_number(read, &plain, false))).then_some(())?;
    one(read, kind, plain)
}

fn one(read: &Match<'_>, kind: String, plain: Range<usize>) -> Option<Vec<Citation>> {
    let number = read.scene.text.slice(plain).to_owned();
    Some(vec![Citation {
        tokens: read.tokens.clone(),
        kind: Some(kind),
        number: Some(number),
        issuer: None,
        year: None,
    }])
}

fn numbers(read: &Match<'_>, _: &Context) -> Option<Vec<Citation>> {
    let (kind, start) = (kind(read)?, read.tokens("kind")?.start);
    let items: Vec<Range<usize>> = read.all("plain").collect();
    let (last, numbered) = (items.last()?, read.tokens("numbered").is_some());
    if items.len() < 2 || !is_number(read, last, numbered) {
        return None;
    }
    let citation = |(place, plain): (usize, &Range<usize>)| Citation {
        tokens: if place == 0 { start } else { plain.start }..plain.end,
        kind: Some(kind.clone()),
        number: Some(read.scene.text.slice(plain.clone()).to_owned()),
        issuer: None,
        year: None,
    };
    Some(items.iter().enumerate().map(citation).collect())
}

/// Whether the digits name a document and count nothing: what stands behind them tells.
fn is_number(read: &Match<'_>, plain: &Range<usize>, numbered: bool) -> bool {
    const FREE: &[&str] = &[
        "của", "bị", "đều", "chưa", "ngày", "năm", "về", "và", "đã", "do", "được", "thì", "là", "có", "quy", "ban",
        "khóa", "cũng", "này", "cho", "sẽ", "để", "đến", "trong", "từ", "với", "nêu", "sau", "vào", "tại", "ký", "mà",
        "nói", "không", "như", "vẫn", "theo", "trên", "đối", "tiếp", "bổ", "sửa", "thay", "khi", "chỉ", "xác", "đề",
        "phê", "ra", "gửi", "yêu", "hướng", "hay", "hoặc", "bằng", "còn", "thông", "điều", "kèm", "vì", "nên", "rồi",
        "đang", "phải", "cần", "rất", "đặt", "giao", "mới", "hiện", "cấp", "liên",
    ];
    let (text, next) = (read.scene.text, plain.end);
    let Some(token) = text.tokens.get(next) else { return true };
    let word = text.word(next);
    if token.shape.is_glued() && (matches!(word, "/" | "%" | "-") || token.shape.is_word() || token.shape.is_digits()) {
        return false;
    }
    if token.shape.is_glued() && matches!(word, "," | ".") {
        return !text.tokens.get(next + 1).is_some_and(|t| t.shape.is_glued() && t.shape.is_digits());
    }
    token.shape.is_mark() && !matches!(word, "/" | "%")
        || token.shape.is_capital()
        || FREE.contains(&word.to_lowercase().as_str())
        || numbered && text.slice(plain.clone()).len() >= 3
}

fn law(read: &Match<'_>, _: &Context) -> Option<Vec<Citation>> {
    let row = read.row("law", Table::Laws)?;
    let name = read.tokens("law")?;
    // Every text about law says `Hiến pháp`; with its year it is cited.
    if row.cell("kind") == "Hiến pháp" && read.tokens("year").is_none() {
        return None;
    }
    // `Luật Giá` is a law, `luật giá` may be anything: the kind or the name begins with a capital.
    let capital = name.clone().take(3).any(|at| read.scene.text.tokens[at].shape.is_capital());
    let words = read.scene.text.slice(name.clone());
    let abbreviation =
        !words.contains(' ') && words.chars().any(char::is_lowercase) && words.to_lowercase() != "hiến pháp";
    if !capital || abbreviation {
        return None;
    }
    let year = read.digits::<i32>("year").filter(|year| (1940..2100).contains(year));
    let end = if year.is_some() { read.tokens.end } else { name.end };
    Some(vec![Citation {
        tokens: name.start..end,
        kind: Some(row.cell("kind").to_owned()),
        number: None,
        issuer: None,
        year,
    }])
}

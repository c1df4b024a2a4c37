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
    /// The bytes at its end that belong to the word behind: `67/CPvừa`.
    pub(crate) glued: usize,
}

/// A kind of document; `đơn vị` is none.
const KIND: Item = As("kind", &[Item::Table(Table::DocumentKinds), Not(&[Any(&["vị"])])]);
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

/// The number of a plenum, a congress or a term: `4`, `tư`, `XIII`.
const ORDINAL: Item = OneOf(&[
    &[DIGITS],
    &[Is(Shape::is_upper)],
    &[Any(&["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai", "mười ba"])],
]);
/// `khóa XII`, `(khóa VIII)`
const TERM: Item = OneOf(&[
    &[Any(&["("]), Any(&["khóa"]), As("term", &[Is(Shape::is_upper)]), Any(&[")"])],
    &[Maybe(&[Any(&[","])]), Any(&["khóa"]), As("term", &[Is(Shape::is_upper)])],
]);
/// A word of a name that goes on: neither a mark nor the kind of another document nor a word of the sentence around.
const NAME_WORD: &[Item] = &[
    Not(&[Item::Table(Table::DocumentKinds)]),
    Not(&[Any(&[
        "của", "được", "đã", "đang", "sẽ", "là", "tại", "theo", "trong", "cho", "quy", "năm", "ngày", "này", "có",
        "thì", "do", "khi", "sư", "nêu", "từ", "đến", "lần",
    ])]),
    Is(Shape::is_word),
];

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
        examples: &[
            "theo [Quyết định số 34]",
            "[công văn mang số 119]",
            "! thông báo số 5 người",
            "! Đơn vị bầu cử số 7",
        ],
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
        name: "document/plenum",
        pattern: &[
            KIND,
            Maybe(&[Any(&["hội nghị"])]),
            Maybe(&[Any(&["lần thứ"]), As("ordinal", &[ORDINAL])]),
            Any(&["ban chấp hành trung ương đảng", "ban chấp hành trung ương", "bch trung ương", "trung ương", "tw"]),
            Maybe(&[Maybe(&[Any(&["lần thứ"])]), As("ordinal", &[ORDINAL])]),
            Maybe(&[TERM]),
        ],
        build: plenum,
        examples: &[
            "[Nghị quyết Trung ương 4 khóa XII] nêu rõ",
            "[Nghị quyết Trung ương 5 (khóa VIII)]",
            "[Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI]",
            "! Nghị quyết Trung ương đã nêu",
            "! nghị quyết trung ương năm nay",
        ],
    },
    Rule {
        name: "document/congress",
        pattern: &[
            KIND,
            Any(&["đại hội"]),
            Many(&[Not(&[Is(Shape::is_upper)]), OneOf(&[NAME_WORD])]),
            Maybe(&[As("counted", &[Any(&["lần thứ"])])]),
            As("ordinal", &[OneOf(&[&[Is(Shape::is_upper)], &[DIGITS]])]),
        ],
        build: congress,
        examples: &[
            "[Nghị quyết Đại hội XIII] của Đảng",
            "[Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX]",
            "[Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII]",
            "! Nghị quyết Đại hội được triển khai tại TP",
            "! Báo cáo đại hội 20 trang",
        ],
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
    Rule {
        name: "document/law-of-year",
        pattern: &[
            KIND,
            As("name", &[OneOf(&[NAME_WORD]), Many(&[Maybe(&[Any(&[","])]), OneOf(&[NAME_WORD])])]),
            Maybe(&[Any(&["năm"])]),
            As("year", &[DIGITS]),
        ],
        build: law_of_year,
        examples: &[
            "khoản 3 Điều 63 [Luật Tổ chức VKSND năm 2014]",
            "[Pháp lệnh Bảo vệ công trình quan trọng 2007]",
            "! Luật sư An sinh năm 1970",
            "! Luật này có 20 điều",
            "! Công ước về Luật Biển 1982",
        ],
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
            glued: symbol.glued,
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
            glued: symbol.glued,
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
    let plain = read.tokens("plain")?;
    // `quy định 368 của Bộ Chính trị`
    let issued = read.scene.text.word(plain.end).to_lowercase() == "của"
        && read.scene.hits.longest(plain.end + 1, Table::Issuers).is_some();
    let allowed = noun || row.cell("bare") == "verb" && (capital || issued);
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
        glued: 0,
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
        glued: 0,
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

/// Whether the word is a number in Roman numerals: `XIII`.
fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// A resolution cited by what its text says and not by a number.
fn named(read: &Match<'_>, issuer: Option<&str>) -> Option<Vec<Citation>> {
    let capital = read.text("kind")?.chars().next().is_some_and(char::is_uppercase);
    let kind = kind(read).filter(|kind| kind == "Nghị quyết" || kind == "Kết luận" && capital)?;
    Some(vec![Citation {
        tokens: read.tokens.clone(),
        kind: Some(kind),
        number: None,
        issuer: issuer.map(str::to_owned),
        year: None,
        glued: 0,
    }])
}

/// `Nghị quyết Trung ương 4 khóa XII`
fn plenum(read: &Match<'_>, _: &Context) -> Option<Vec<Citation>> {
    let ordinal = read.text("ordinal")?;
    // `trung ương năm nay` is no fifth one, and the words of a number stand behind `lần thứ` only.
    let written = ordinal.chars().all(|c| c.is_ascii_digit()) && ordinal.len() <= 2 || is_roman(ordinal);
    let counted = read.scene.text.slice(read.tokens.clone()).to_lowercase().contains("lần thứ");
    let term = read.text("term").is_none_or(is_roman);
    (term && (written || counted)).then(|| named(read, Some("Ban Chấp hành Trung ương"))).flatten()
}

/// `Nghị quyết Đại hội XIII`
fn congress(read: &Match<'_>, _: &Context) -> Option<Vec<Citation>> {
    let ordinal = read.text("ordinal")?;
    let counted = read.tokens("counted").is_some() && ordinal.len() <= 2;
    (is_roman(ordinal) || counted && ordinal.chars().all(|c| c.is_ascii_digit())).then(|| named(read, None)).flatten()
}

/// A law that no table knows, told by its capitals and its year: `Luật Tổ chức VKSND năm 2014`.
fn law_of_year(read: &Match<'_>, _: &Context) -> Option<Vec<Citation>> {
    let name = read.tokens("name")?;
    let kind = kind(read).filter(|kind| matches!(kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh"))?;
    let year = read.digits::<i32>("year").filter(|year| (1945..2100).contains(year))?;
    let capital = |at: usize| read.scene.text.tokens[at].shape.is_capital();
    let whole = !read
        .scene
        .text
        .tokens
        .get(read.tokens.end)
        .is_some_and(|next| next.shape.is_glued() && matches!(read.scene.text.word(read.tokens.end), "/" | "-"));
    // `Công ước về Luật Biển 1982` is no law of the land.
    let treaty = read.tokens.start.checked_sub(1).is_some_and(|at| read.scene.text.word(at).to_lowercase() == "về");
    (!treaty && capital(read.tokens.start) && capital(name.start) && name.len() <= 20 && whole).then(|| {
        vec![Citation {
            tokens: read.tokens.clone(),
            kind: Some(kind),
            number: None,
            issuer: None,
            year: Some(year),
            glued: 0,
        }]
    })
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
        glued: 0,
    }])
}

use crate::{
    article::Edtf,
    clue::{Figure, IndexClue, IndexKind},
    find::number::Numbers,
    lexicon::{Hit, Row, Table},
    rule::{Item, Item::*, Layer, Match, Rule},
    text::{Shape, fold},
};

/// Words that may stand before the name of an index: `bảng xếp hạng PCI`.
const PREFIX: Item = As(
    "prefix",
    &[Any(&[
        "bộ chỉ số",
        "chỉ số",
        "bộ tiêu chí",
        "trụ cột",
        "nội dung",
        "lĩnh vực",
        "nhóm chỉ số",
        "hợp phần",
        "nhóm",
    ])],
);
/// A row of the table, which may begin with `chỉ số` itself.
const NAMED: Item = OneOf(&[&[As("row", &[Table(Table::Indices)])], &[PREFIX, As("row", &[Table(Table::Indices)])]]);
const YEAR: Item = Maybe(&[As("year", &[Found(Layer::Number)])]);
const CODE: Item = As("code", &[Table(Table::Indices)]);
/// A word of a name: no verb or preposition that parts a name from its figure.
const WORD: Item = OneOf(&[
    &[Any(&["của", "về", "cho", "trong", "và", "đối với", "với"]), Not(&[Any(&["tỉnh", "thành phố", "huyện"])])],
    &[Not(&[Table(Table::Marks)]), Is(Shape::is_word)],
    &[Any(&[",", "-", "–", "&"])],
]);
/// What an index is for, at the head of its name: `Bộ chỉ số theo dõi, đánh giá …`.
const MEASURES: Item = Many(&[
    Any(&["đánh giá", "theo dõi", "đo lường", "xếp hạng", "chấm điểm", "xác định", "chỉ đạo", "điều hành"]),
    Maybe(&[Any(&[",", "và"])]),
]);
/// Words that end a name that no bracket closes.
const STOPS: Item = Any(&[
    "đạt",
    "là",
    "của",
    "xếp",
    "đứng",
    "tăng",
    "giảm",
    "tụt",
    "thăng",
    "với",
    "được",
    "có",
    "ở",
    "tại",
    "năm",
    "quý",
    "tháng",
    "giai đoạn",
    "cho",
    "đã",
    "trong",
    "trên",
    "từ",
    "và",
    "do",
    "thì",
    "đều",
    "cũng",
    "vẫn",
    "lại",
    "để",
    "khi",
    "mà",
    "như",
    "theo",
    "lên",
    "xuống",
    "qua",
    "còn",
    "so",
    "dẫn đầu",
    "lần lượt",
    "gồm",
    "ghi nhận",
    "tiếp tục",
    "chỉ",
    "phấn đấu",
    "công bố",
    "nằm",
    "thuộc",
    "cao",
    "thấp",
    "đang",
    "sẽ",
    "phải",
    "cụ thể",
    "này",
    "đó",
    "bị",
    "cải thiện",
    "mất",
    "sụt",
    "rớt",
    "rơi",
    "lùi",
    "nhảy",
    "vọt",
    "leo",
    "vươn",
    "nhích",
    "cả",
    "lần",
    "giữ",
    "không",
    "hiện",
    "thứ",
    "vị trí",
    "khối",
]);
/// A word of a name that no bracket closes.
const NAME: Item = OneOf(&[&[Not(&[OneOf(&[&[STOPS], &[Table(Table::Provinces)]])]), Is(Shape::is_word)]]);

/// Names of indices.
pub(super) static RULES: &[Rule<Numbers, Figure>] = &[
    Rule {
        name: "index/known",
        pattern: &[NAMED, Maybe(&[Any(&["("]), CODE, YEAR, Any(&[")"])])],
        build: known,
        examples: &[
            "[Chỉ số cải cách hành chính (PAR INDEX)] của tỉnh",
            "[PCI] 2018: tỉnh nào dẫn đầu",
            "kết quả [mức độ chuyển đổi số (DTI)] năm 2022",
            "đứng thứ 60 về [tự do kinh tế], tăng 4 bậc",
            "! công tác cải cách hành chính năm 2022",
            "! Cục Hải quan tỉnh",
        ],
    },
    Rule {
        name: "index/abbreviated",
        pattern: &[NAMED, Many(&[WORD]), Any(&["("]), CODE, YEAR, Any(&[")"])],
        build: abbreviated,
        examples: &[
            "[Chỉ số hài lòng của người dân về dịch vụ hành chính (SIPAS)] đạt 80%",
            "! PCI của tỉnh cao hơn (SIPAS)",
        ],
    },
    Rule {
        name: "index/coded",
        pattern: &[
            As(
                "row",
                &[
                    As("prefix", &[Any(&["bộ chỉ số", "chỉ số"])]),
                    Not(&[Any(&["thành phần", "này", "của"])]),
                    MEASURES,
                    Many(&[OneOf(&[&[WORD], &[Is(Shape::is_upper)]])]),
                ],
            ),
            Any(&["("]),
            CODE,
            YEAR,
            Any(&[")"]),
        ],
        build: coded,
        examples: &[
            "[Chỉ số sẵn sàng về công nghệ thông tin (ICT Index)] năm 2013",
            "[Bộ chỉ số đánh giá chất lượng phục vụ của sở, ngành, địa phương (DDCI)] năm 2021",
            "! chỉ số của tỉnh (PCI)",
            "! Chỉ số PAPI, chỉ số xanh (PGI)",
            "! chỉ số Chi phí thời gian đạt 7 điểm (PCI)",
        ],
    },
    Rule {
        name: "index/form",
        pattern: &[
            As("prefix", &[Any(&["bộ chỉ số", "chỉ số", "bộ tiêu chí"])]),
            Not(&[Any(&["thành phần", "này", "của", "về", "cụ thể"])]),
            Many(&[NAME]),
            Maybe(&[Any(&["("]), As("letters", &[Is(Shape::is_upper), Maybe(&[Is(Shape::is_upper)])]), Any(&[")"])]),
        ],
        build: form,
        examples: &[
            "[Chỉ số sẵn sàng kết nối] của tỉnh đạt 70 điểm",
            "[chỉ số kết nối vùng (KNV)] năm 2023",
            "! các chỉ số thành phần",
        ],
    },
    Rule {
        name: "index/listed",
        pattern: &[
            As("prefix", &[Any(&["bộ chỉ số", "chỉ số", "bộ tiêu chí"])]),
            Not(&[Any(&["thành phần", "này", "của", "về", "cụ thể"])]),
            MEASURES,
            Many(&[NAME]),
            As(
                "rest",
                &[
                    Any(&[",", "và", "về"]),
                    NAME,
                    Many(&[OneOf(&[&[NAME], &[Any(&[",", "và", "về", "cho", "đối với"])]])]),
                ],
            ),
        ],
        build: listed,
        examples: &[
            "theo [Bộ chỉ số theo dõi, đánh giá công tác phòng, chống lãng phí cấp tỉnh] năm 2023",
            "! Chỉ số sẵn sàng kết nối, huyện Mai Sơn đạt 70 điểm",
            "! chỉ số kết nối vùng và sở, ngành tăng điểm",
        ],
    },
    Rule {
        name: "index/ranking",
        pattern: &[
            Any(&["bảng xếp hạng"]),
            Not(&[Any(&["top", "tốp"])]),
            As("name", &[Is(Shape::is_capital), Many(&[Not(&[STOPS]), Is(Shape::is_capital)])]),
        ],
        build: ranking,
        examples: &["[bảng xếp hạng Webometrics] tháng 1/2017", "! bảng xếp hạng PCI", "! bảng xếp hạng FIFA"],
    },
    Rule {
        name: "index/quoted",
        pattern: &[
            Maybe(&[OneOf(&[&[Any(&["chỉ số thành phần", "thành phần"])], &[PREFIX]])]),
            Any(&["\""]),
            As(
                "name",
                &[
                    Is(Shape::is_capital),
                    Many(&[
                        Not(&[Any(&["\"", ".", "!", "?"])]),
                        OneOf(&[&[Is(Shape::is_word)], &[Is(Shape::is_digits)], &[Is(Shape::is_mark)]]),
                    ]),
                ],
            ),
            Any(&["\""]),
        ],
        build: quoted,
        examples: &[
            "[“Cải cách thể chế và pháp luật”] đạt 8,05 điểm",
            "[thành phần “Giao dịch B2B”] đạt 5,1 điểm",
            "! “tốt”",
            "! “Sở Y tế” đạt 70 điểm",
            "! “Chỉ số tự do kinh tế toàn cầu năm 2019” của quỹ",
        ],
    },
    Rule {
        name: "index/part",
        pattern: &[
            As(
                "part",
                &[Any(&[
                    "trụ cột",
                    "lĩnh vực",
                    "nội dung",
                    "hợp phần",
                    "nhóm chỉ số",
                    "chỉ số thành phần",
                    "chỉ số nội dung",
                ])],
            ),
            As("name", &[Is(Shape::is_capital), Many(&[NAME])]),
        ],
        build: part,
        examples: &["trong đó [trụ cột Hạ tầng dữ liệu] xếp thứ 12", "! nội dung này"],
    },
    Rule {
        name: "index/item",
        pattern: &[As("name", &[NAME, NAME, Many(&[NAME])]), Not(&[Not(&[Any(&["đạt", "được", ":"])])])],
        build: item,
        examples: &[
            "công khai đạt 17 điểm; [cấp phép trực tuyến] đạt 10,6/12 điểm",
            "! công khai đạt 17 điểm; cấp phép trực tuyến đạt 98%",
            "! công khai đạt 17 điểm, cấp phép trực tuyến đạt 10,6/12 điểm",
            "công khai đạt 17 điểm; [tiếp nhận dịch vụ công] đạt 9,5 điểm",
            "! công khai đạt 17 điểm; toàn huyện đạt 81,2 điểm",
            "! xã đạt 17 điểm; tỷ lệ cấp phép đạt 10,6/12 điểm",
        ],
    },
];

fn year(read: &Match<'_>) -> Option<Edtf> {
    let year: i32 = read.digits("year")?;
    (1990..2100).contains(&year).then_some(Edtf::year(year))
}

/// Whether an abbreviation may be that of `row`: `CPI` is that of prices and of corruption.
fn same_key(code: &Row, row: &Row) -> bool {
    code.cell("key") == row.cell("key") || row_kind(code) == "barred" && row_kind(row) == "index"
}

fn row_kind(row: &Row) -> &'static str {
    row.cell("kind")
}

fn known(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let row = read.row("row", Table::Indices)?;
    let code = match read.tokens("code") {
        // `Dịch vụ trực tuyến (OSI)`: both are of one row or one key.
        Some(_) if !same_key(read.row("code", Table::Indices)?, row) => return None,
        code => code,
    };
    let prefix = read.tokens("prefix");
    // `Cục Hải quan` is a unit, and no part of an index.
    let headed = |at: usize| read.scene.hits.longest(at, Table::Subjects).is_some_and(|hit| hit.len == 1);
    if row_kind(row) == "component" && prefix.is_none() && read.tokens.start.checked_sub(1).is_some_and(headed) {
        return None;
    }
    let after_about = matches!(read.before(1).to_lowercase().as_str(), "về" | "hạng" | "giá" | "lường");
    let kind = match row_kind(row) {
        "weak" if prefix.is_none() && code.is_none() && !after_about => return None,
        "component" => IndexKind::Component,
        "barred" => IndexKind::Barred,
        _ => IndexKind::Known,
    };
    Some(clue(read, row, kind, code))
}

fn abbreviated(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let (row, code) = (read.row("row", Table::Indices)?, read.row("code", Table::Indices)?);
    let weak = row_kind(row) == "weak" || row_kind(row) == "index";
    (weak && row.cell("key") == code.cell("key")).then(|| clue(read, row, IndexKind::Known, read.tokens("code")))
}

/// A name that no row has, with an abbreviation that one has.
fn coded(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let code = read.row("code", Table::Indices).filter(|code| row_kind(code) == "index")?;
    // Two indices are no name of one.
    let from = read.tokens("prefix")?.end;
    let other = |at: usize| {
        let hit = read.scene.hits.longest(at, Table::Indices);
        hit.is_some_and(|hit| matches!(row_kind(read.scene.lexicon.row(hit)), "index" | "barred"))
    };
    if (from..read.tokens("row")?.end).any(other) {
        return None;
    }
    Some(clue(read, code, IndexKind::Known, read.tokens("code")))
}

fn clue(read: &Match<'_>, row: &Row, kind: IndexKind, code: Option<std::ops::Range<usize>>) -> Figure {
    let row_tokens = read.tokens("row").unwrap_or(read.tokens.clone());
    // `nhóm` and `trụ cột` before a component are no part of its name, `chỉ số` before an index is.
    let prefix = read.text("prefix").map(fold);
    let capital = read.scene.text.tokens.get(row_tokens.start).is_some_and(|token| token.shape.is_capital());
    let start = match &prefix {
        Some(prefix) if prefix.ends_with("chỉ số") && kind != IndexKind::Component => read.tokens.start,
        _ => row_tokens.start,
    };
    let about = read.before(1).to_lowercase() == "về";
    let weak = row_kind(row) == "weak" && prefix.is_none() && code.is_none() && about;
    let end = code.as_ref().map_or(row_tokens.end, |code| code.start.saturating_sub(1));
    Figure::Index(IndexClue {
        key: row.cell("key").to_owned(),
        name: start..end,
        code: code.or_else(|| is_code(read, row_tokens.clone()).then_some(row_tokens)),
        kind,
        part_of: (kind == IndexKind::Component && prefix.is_none() && !capital).then(|| row.cell("of")),
        weak,
        ranks: row.cell("ranks"),
        scale: row.cell("scale").trim_end_matches('%').parse().ok(),
        percent: row.cell("scale").ends_with('%'),
        period: year(read),
    })
}

/// Whether the name is itself an abbreviation: `PCI`.
fn is_code(read: &Match<'_>, tokens: std::ops::Range<usize>) -> bool {
    read.scene.text.tokens.get(tokens.start).is_some_and(|token| token.shape.is_upper())
}

fn form(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let end = read.tokens("letters").map_or(read.tokens.end, |tokens| tokens.start);
    let end = if read.tokens("letters").is_some() { end.saturating_sub(1) } else { end };
    let name = read.tokens.start..end;
    let words = name.len().saturating_sub(read.tokens("prefix")?.len());
    // A row of the table that begins here knows the name better.
    let listed = read.scene.hits.longest(read.tokens.start, Table::Indices).is_some();
    // So does one after `chỉ số`: `Chỉ số PCI hai năm liên tiếp …`.
    let after = read.scene.hits.longest(read.tokens("prefix")?.end, Table::Indices);
    let listed = listed || after.is_some_and(|hit| row_kind(read.scene.lexicon.row(hit)) == "index");
    if listed || !(1..=12).contains(&words) {
        return None;
    }
    Some(unknown(read, name, read.tokens("letters")))
}

/// An index that no table knows.
fn unknown(read: &Match<'_>, name: std::ops::Range<usize>, code: Option<std::ops::Range<usize>>) -> Figure {
    bare(read, name, code, IndexKind::Unknown)
}

/// An index of which only the name is known.
fn bare(
    read: &Match<'_>,
    name: std::ops::Range<usize>,
    code: Option<std::ops::Range<usize>>,
    kind: IndexKind,
) -> Figure {
    Figure::Index(IndexClue {
        key: fold(read.scene.text.slice(name.clone())),
        name,
        code,
        kind,
        part_of: None,
        weak: false,
        ranks: "",
        scale: None,
        percent: true,
        period: None,
    })
}

/// A name that goes on after a comma or `và`: only where its end is plain and no unit stands in it.
fn listed(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let rest = read.tokens("rest")?;
    let closed = matches!(read.scene.text.word(rest.end), "(" | "năm" | "của" | "do")
        || read.text("rest")?.ends_with("cấp tỉnh");
    let named = rest.clone().any(|at| {
        let capital = read.scene.text.tokens.get(at).is_some_and(|token| token.shape.is_capital());
        let other = read
            .scene
            .hits
            .longest(at, Table::Indices)
            .is_some_and(|hit| row_kind(read.scene.lexicon.row(hit)) != "component");
        capital || other || read.scene.text.word(at).to_lowercase() == "chỉ số"
    });
    (closed && !named && read.tokens.len() <= LONGEST).then(|| unknown(read, read.tokens.clone(), None))
}

/// The longest name of an index in tokens.
const LONGEST: usize = 24;

/// A ranking that no table knows, by the name after `bảng xếp hạng`.
fn ranking(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let name = read.tokens("name")?;
    let listed = name.clone().any(|at| {
        [Table::Indices, Table::Provinces, Table::Countries]
            .into_iter()
            .any(|table| read.scene.hits.longest(at, table).is_some())
    });
    (!listed).then(|| {
        Figure::Index(IndexClue {
            key: fold(read.scene.text.slice(name)),
            name: read.tokens.clone(),
            code: None,
            kind: IndexKind::Unknown,
            part_of: None,
            weak: false,
            ranks: "",
            scale: None,
            percent: true,
            period: None,
        })
    })
}

fn component(read: &Match<'_>) -> Option<Figure> {
    let name = read.tokens("name")?;
    (name.len() <= 16).then(|| bare(read, name, None, IndexKind::Component))
}

fn quoted(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    // `"Sở Y tế"` is a unit in quotation marks.
    let name = read.tokens("name")?;
    // `"Phòng ngừa tham nhũng"` only begins as one.
    let head = read.scene.hits.longest(name.start, Table::Subjects).map_or(0, |hit| hit.len as usize);
    let proper = |at: usize| read.scene.text.tokens.get(at).is_some_and(|token| token.shape.is_capital());
    let unit = head > 0 && (head == name.len() || proper(name.start + head));
    // `"Chỉ số đổi mới sáng tạo năm 2020"`: a row of the table that begins here knows the name better.
    let row = read.scene.hits.longest(name.start, Table::Indices).map(|hit| read.scene.lexicon.row(hit));
    let listed = row.is_some_and(|row| row_kind(row) == "index");
    (!unit && !listed).then(|| component(read))?
}

/// The words between `;` and their points, none of them a unit or a measure.
fn item(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    let name = read.tokens("name")?;
    let (text, hits) = (read.scene.text, read.scene.hits);
    let plain = name.clone().all(|at| {
        // `dịch vụ`: in lower case no office.
        let kind = |hit: Hit| read.scene.lexicon.row(hit).cell("kind");
        let unit = hits.longest(at, Table::Subjects).is_some_and(|hit| kind(hit) != "agency");
        let other = unit || hits.longest(at, Table::Marks).is_some_and(|hit| kind(hit) != "verb");
        !other && text.tokens.get(at).is_some_and(|token| !token.shape.is_capital())
    });
    let mut next = (name.end + 1..).take(LONGEST_FIGURE).map(|at| (at, text.word(at)));
    let figure = |at: usize, word: &str| {
        matches!(word, "," | "/") || text.tokens.get(at).is_some_and(|token| token.shape.is_digits())
    };
    let points =
        next.find(|(at, word)| !figure(*at, word)).is_some_and(|(at, word)| at > name.end + 1 && word == "điểm");
    // A row of the table that begins here knows the name better.
    let listed = hits.longest(name.start, Table::Indices).is_some();
    (read.before(1) == ";" && plain && points && !listed).then(|| component(read))?
}

/// `10,6/12`: how many tokens a figure has at most.
const LONGEST_FIGURE: usize = 8;

fn part(read: &Match<'_>, _: &Numbers) -> Option<Figure> {
    component(read)
}

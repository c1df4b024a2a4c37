use std::ops::Range;

use super::{
    around,
    names::{Names, suits},
};
use crate::{
    article::PlaceKind,
    clue::{PlaceClue, PlaceUnit},
    lexicon::{Row, Table},
    rule::{
        Item::{self, Any, As, Found, Glued, Is, Many, Maybe, Not, OneOf, Table as Row_},
        Layer, Match, Rule, Scene,
    },
    text::{Shape, fold},
};

const KIND: Item = As("kind", &[Row_(Table::PlaceKinds)]);
const NAME: Item = As("name", &[Found(Layer::PlaceName)]);
/// A full stop, or words such as `miền núi` that begin no name themselves.
const BETWEEN: Item = Maybe(&[OneOf(&[&[Any(&["."])], &[WORD, Maybe(&[WORD])]])]);
const WORD: Item = As("cue", &[Not(&[Found(Layer::PlaceName)]), Row_(Table::PlaceCues)]);
const MORE: Item = Many(&[Any(&[",", ";", "và", "-"]), NAME]);

/// Names with the word for their kind, and names that stand alone.
pub(super) const RULES: &[Rule<Names, Vec<PlaceClue>>] = &[
    Rule {
        name: "place/kind",
        pattern: &[KIND, BETWEEN, NAME, Maybe(&[Any(&["và"]), NAME])],
        build: one,
        examples: &[
            "tại [tỉnh Cao Bằng]",
            "đến [TP. Hồ Chí Minh] hôm qua",
            "ở [P.Bến Nghé]",
            "[huyện miền núi Bá Thước]",
            "! xã hội hóa",
            "! đạt 20 h.",
            "! theo P.V",
        ],
    },
    Rule {
        name: "place/kinds",
        pattern: &[
            OneOf(&[&[As("cue", &[Row_(Table::PlaceCues)])], &[Is(Shape::is_digits)]]),
            KIND,
            Many(&[Any(&[",", "và", "-", "/"]), KIND]),
            BETWEEN,
            Maybe(&[WORD]),
            Maybe(&[Any(&[":"])]),
            NAME,
            MORE,
        ],
        build: many,
        examples: &["các [huyện Hòa An], [Hà Quảng] và [Thạch An]", "3 [phường 1], [2] và [3]"],
    },
    Rule {
        name: "place/known",
        pattern: &[As("known", &[Row_(Table::Places)])],
        build: known,
        examples: &[
            "thăm [Nhật Bản]",
            "Thủ tướng [Nhật Bản] Fumio Sato",
            "! Hội Việt Nam Futsal",
            "tại [miền Trung]",
            "sang [Anh]",
            "! Anh cho biết",
            "! chị Nga",
        ],
    },
    Rule {
        name: "place/alone",
        pattern: &[NAME],
        build: alone,
        examples: &["về [Hà Nội]", "[Cao Bằng] có", "! đường Hòa Bình", "! ông Hà Giang", "! Nguyễn Hà Giang nói"],
    },
    Rule {
        name: "place/unlisted",
        pattern: &[
            KIND,
            OneOf(&[
                &[As("name", &[Is(Shape::is_digits)])],
                &[As(
                    "name",
                    &[
                        Is(Shape::is_capital),
                        Many(&[OneOf(&[&[Is(Shape::is_capital)], &[Glued, Any(&["'", "-"]), Is(Shape::is_word)]])]),
                    ],
                )],
            ]),
        ],
        build: unlisted,
        examples: &[
            "tại [thôn Nà Lại] và",
            "[tổ dân phố 5]",
            "tới [tỉnh Savannakhet]",
            "! Nhật Bản Sato Aiko",
            "! xã Nguyễn Văn Nam",
        ],
    },
];

fn one(read: &Match<'_>, names: &Names) -> Option<Vec<PlaceClue>> {
    let row = read.row("kind", Table::PlaceKinds)?;
    let kind = read.tokens("kind")?;
    // `P.V` is a reporter, though wards were numbered I to VI.
    let initial = |name: Range<usize>| name.len() == 1 && read.scene.text.tokens[name.start].shape.is_upper();
    let initials = row.cell("use") == "letter" && read.tokens("name").is_some_and(initial);
    if initials || !stands(read.scene, row, &kind) || !modifiers(read) {
        return None;
    }
    let mut clues = Vec::new();
    for (number, name) in read.all("name").enumerate() {
        let from = if number == 0 && row.cell("use") != "body" { kind.start } else { name.start };
        match clue("place/kind", read.scene, names, row.cell("kind"), from, name.start) {
            Some(clue) => clues.push(clue),
            None if number == 0 => return None,
            None => clues.extend(province(read.scene, names, name)),
        }
    }
    Some(clues)
}

fn many(read: &Match<'_>, names: &Names) -> Option<Vec<PlaceClue>> {
    let kinds: Vec<_> = read.all("kind").collect();
    let rows: Vec<&Row> = kinds.iter().filter_map(|kind| row(read.scene, kind.start)).collect();
    let cues: Vec<_> = read.all("cue").collect();
    let plural = match cues.first().filter(|cue| cue.start == read.tokens.start) {
        Some(cue) => around::at(read.scene, cue.start, "plural"),
        None => true,
    };
    let fits = cues
        .iter()
        .filter(|cue| cue.start != read.tokens.start)
        .all(|cue| around::at(read.scene, cue.start, "list") || around::at(read.scene, cue.start, "modifier"));
    let named: Vec<_> = read.all("name").collect();
    if !plural || !fits || rows.iter().any(|row| matches!(row.cell("use"), "body" | "inner" | "letter")) {
        return None;
    }
    let (first, last) = (named.first()?, kinds.last()?);
    let mut clues = Vec::new();
    for name in &named {
        let start = if name == first && kinds.len() == 1 && name.start == last.end { last.start } else { name.start };
        // `các tỉnh, thành phố`: each name is of the kind that fits it.
        let mut read_as =
            rows.iter().filter_map(|row| clue("place/kinds", read.scene, names, row.cell("kind"), start, name.start));
        let first = read_as.next();
        let exact =
            |clue: &PlaceClue| clue.units.iter().any(|unit| Some(unit.word) == clue.word && unit.code.len() == 2);
        let found = match first {
            Some(clue) if !exact(&clue) => read_as.find(exact).or(Some(clue)),
            other => other,
        };
        clues.extend(found.or_else(|| province(read.scene, names, name.clone())));
    }
    (!clues.is_empty()).then_some(clues)
}

fn row(scene: Scene<'_>, token: usize) -> Option<&'_ Row> {
    scene.hits.longest(token, Table::PlaceKinds).map(|hit| scene.lexicon.row(hit))
}

/// Whether all words between kind and name are modifiers: `huyện miền núi Bá Thước`.
fn modifiers(read: &Match<'_>) -> bool {
    read.all("cue").all(|cue| around::at(read.scene, cue.start, "modifier"))
}

/// Whether the word for the kind stands as it must: `Q.1`, not `q 1`.
fn stands(scene: Scene<'_>, row: &Row, kind: &Range<usize>) -> bool {
    let next = |at: usize| scene.text.tokens.get(at).map(|token| token.shape);
    let letter = row.cell("use") == "letter";
    let glued = next(kind.end).is_some_and(Shape::is_glued);
    let upper = next(kind.start).is_some_and(Shape::is_upper);
    // `42/QĐ-C01-P4` is a document's.
    let free = !next(kind.start).is_some_and(Shape::is_glued)
        || kind.start.checked_sub(1).is_some_and(|at| matches!(scene.text.word(at), "(" | "," | ";" | "“" | "\""));
    !letter || (upper && glued && free)
}

/// The place whose name begins at `name`, of a kind called `word`; its words begin at `start`.
fn clue(
    rule: &'static str,
    scene: Scene<'_>,
    names: &Names,
    word: &'static str,
    start: usize,
    name: usize,
) -> Option<PlaceClue> {
    let (name, units) = names.units(name, |unit| suits(unit, word))?;
    let kind = kind_of(&units);
    let era = around::era(scene, name.end);
    Some(PlaceClue { rule, tokens: start..name.end, name, kind, word: Some(word), known: None, units, era })
}

pub(super) fn kind_of(units: &[PlaceUnit]) -> PlaceKind {
    match units.iter().map(|unit| unit.code.len()).min() {
        Some(2) => PlaceKind::Province,
        Some(3) => PlaceKind::District,
        _ => PlaceKind::Commune,
    }
}

fn alone(read: &Match<'_>, names: &Names) -> Option<Vec<PlaceClue>> {
    Some(vec![province(read.scene, names, read.tokens.clone())?])
}

/// A province or a city known by its name alone, where the words around leave no doubt: `Hà Nội`, `Đà Lạt`.
fn province(scene: Scene<'_>, names: &Names, name: Range<usize>) -> Option<PlaceClue> {
    // A city may bear its province's name; which of them is meant, the day and the larger of the two tell.
    let found = names
        .units(name.start, |unit| unit.code().len() == 2 || unit.kind() == "thành phố")
        .filter(|(name, units)| name.len() > 1 || units.iter().any(|unit| unit.code.len() == 2));
    let (name, units) = found?;
    let short = name.len() == 1 && units.iter().all(|unit| fold(unit.name) != fold(scene.text.slice(name.clone())));
    if (short && scene.text.slice(name.clone()).chars().count() < 4)
        || around::at(scene, name.start, "named")
        || !around::is_free(scene, name.clone())
    {
        return None;
    }
    let (kind, era) = (kind_of(&units), around::era(scene, name.end));
    Some(PlaceClue { rule: "place/alone", tokens: name.clone(), name, kind, word: None, known: None, units, era })
}

fn known(read: &Match<'_>, _: &Names) -> Option<Vec<PlaceClue>> {
    let (scene, tokens) = (read.scene, read.tokens.clone());
    let row = read.row("known", Table::Places)?;
    let written = |spelling: &str| {
        let words: Vec<&str> = crate::lexicon::words(spelling).collect();
        words.len() == tokens.len()
            && words.iter().zip(tokens.clone()).all(|(word, at)| {
                let capital = word.chars().next().is_some_and(char::is_uppercase);
                fold(word) == fold(scene.text.word(at)) && (!capital || scene.text.tokens[at].shape.is_capital())
            })
    };
    // `VOV.VN`, `VN-Index`
    let glued = |at: usize| scene.text.tokens.get(at).is_some_and(|token| token.shape.is_glued());
    let before = tokens.start.checked_sub(1).map_or("", |at| scene.text.word(at));
    let upper = tokens.len() == 1 && scene.text.tokens[tokens.start].shape.is_upper();
    let after = matches!(scene.text.word(tokens.end), "-" | "." | "/") && glued(tokens.end) && glued(tokens.end + 1);
    if upper && (glued(tokens.start) && before == "." || after) {
        return None;
    }
    // `Thủ tướng Nhật Bản Shinzo Abe`
    let free = around::is_free(scene, tokens.clone())
        || row.cell("kind") == "country" && tokens.len() > 1 && around::precedes_foreigner(scene, tokens.clone());
    // `Ban Pháp chế` names no country.
    if around::at(scene, tokens.start, "word") || !row.phrases().any(written) || !free {
        return None;
    }
    if row.cell("need") == "strong" && !(around::before(scene, tokens.start, "open") || beside_another(scene, &tokens))
    {
        return None;
    }
    let kind = match row.cell("kind") {
        "country" => PlaceKind::Country,
        "region" => PlaceKind::Region,
        _ => PlaceKind::Province,
    };
    let known = if row.cell("of").is_empty() { row.phrases().next()? } else { row.cell("of") };
    Some(vec![PlaceClue {
        rule: "place/known",
        tokens: tokens.clone(),
        name: tokens,
        kind,
        word: None,
        known: Some(known),
        units: Vec::new(),
        era: None,
    }])
}

/// Whether a country stands right before or after, in a list: `Mỹ, Anh và Đức`.
fn beside_another(scene: Scene<'_>, tokens: &Range<usize>) -> bool {
    let joined = |at: usize| matches!(scene.text.word(at), "," | "và" | "-" | "–" | "/");
    let country = |at: usize| {
        scene.hits.longest(at, Table::Places).is_some_and(|hit| scene.lexicon.row(hit).cell("kind") == "country")
    };
    let capital = |at: usize| scene.text.tokens.get(at).is_some_and(|token| token.shape.is_capital());
    let after = joined(tokens.end) && capital(tokens.end + 1) && country(tokens.end + 1);
    let before = (2..=3).any(|back| {
        tokens.start.checked_sub(back).is_some_and(|at| {
            let hit = scene.hits.longest(at, Table::Places);
            hit.is_some_and(|hit| at + hit.len as usize + 1 == tokens.start)
                && capital(at)
                && country(at)
                && joined(tokens.start - 1)
        })
    });
    after || before
}

fn unlisted(read: &Match<'_>, names: &Names) -> Option<Vec<PlaceClue>> {
    let (scene, kind, mut name) = (read.scene, read.tokens("kind")?, read.tokens("name")?);
    let row = row(scene, kind.start)?;
    let word = row.cell("kind");
    let inner = row.cell("use") == "inner";
    let digits = scene.text.tokens[name.start].shape.is_digits();
    if !(inner || row.cell("use") == "full")
        || (digits && (!inner || matches!(word, "bản" | "làng")))
        || names.units(name.start, |unit| suits(unit, word)).is_some()
        || names.units(kind.start, |_| true).is_some()
        || around::ends_place(scene, kind.start)
        || around::at(scene, name.start, "title")
        // `các tỉnh Bắc Trung bộ`: a region follows.
        || scene.hits.longest(name.start, Table::Places).is_some()
    {
        return None;
    }
    // `xã An Bình Theo`: a sentence begins where its full stop is lost.
    if let Some(stop) = name.clone().find(|at| begins_sentence(scene, *at) || is_run_together(scene, *at)) {
        name.end = stop;
    }
    if name.is_empty() {
        return None;
    }
    let surname = around::surname(scene, name.start);
    let words = |tokens: &Range<usize>| tokens.clone().filter(|at| scene.text.tokens[*at].shape.is_word()).count();
    if words(&name) > 3 && words(&name) == name.len() {
        name.end = name.start + 2;
    }
    let person = surname && (name.len() > 2 || !inner || before_is_head(scene, kind.start));
    let thin = word == "bản" && name.len() < 2;
    if person || thin || scene.text.tokens[name.clone()].iter().all(|token| token.shape.is_upper()) && !digits {
        return None;
    }
    let kind_of = match word {
        "huyện" | "quận" | "thị xã" => PlaceKind::District,
        "xã" | "phường" | "thị trấn" | "đặc khu" => PlaceKind::Commune,
        _ => PlaceKind::Other,
    };
    let tokens = kind.start..name.end;
    let clue = PlaceClue {
        rule: "place/unlisted",
        tokens,
        name,
        kind: kind_of,
        word: Some(word),
        known: None,
        units: Vec::new(),
        era: None,
    };
    Some(vec![clue])
}

/// `Trưởng thôn`: who follows is the head, not the hamlet.
fn before_is_head(scene: Scene<'_>, kind: usize) -> bool {
    kind.checked_sub(1).is_some_and(|at| around::at(scene, at, "title"))
}

/// Whether two words stand as one because the space between sentences is lost: `YênĐể`.
fn is_run_together(scene: Scene<'_>, token: usize) -> bool {
    let letters: Vec<char> = scene.text.word(token).chars().collect();
    letters.windows(2).any(|pair| matches!(pair, [first, second] if first.is_lowercase() && second.is_uppercase()))
}

/// Whether the word at `token` begins a sentence and no part of a name does: `Theo`.
fn begins_sentence(scene: Scene<'_>, token: usize) -> bool {
    let stop = scene.hits.longest(token, Table::NameStops);
    stop.is_some_and(|hit| scene.lexicon.row(hit).cell("where") == "any")
}

use std::ops::Range;

use crate::{
    clue::Era,
    find::person_syllable::is_vietnamese,
    lexicon::{Hit, Table},
    rule::Scene,
    text::Shape,
};

/// How far back a word may stand that says what a name belongs to.
const REACH: usize = 8;

/// The cues of the row of [`Table::PlaceCues`] that ends right before `token`, within its sentence.
pub(super) fn before(scene: Scene<'_>, token: usize, cue: &str) -> bool {
    let first = start(scene, token).max(token.saturating_sub(4));
    (first..token).any(|at| ends_at(scene, at, token, cue))
}

/// Whether a row of the cue `cue` begins at `token`.
pub(super) fn at(scene: Scene<'_>, token: usize, cue: &str) -> bool {
    rows(scene, token).any(|(row, _)| row == cue)
}

fn ends_at(scene: Scene<'_>, from: usize, end: usize, cue: &str) -> bool {
    rows(scene, from).any(|(row, len)| row == cue && from + len == end)
}

fn rows<'a>(scene: Scene<'a>, token: usize) -> impl Iterator<Item = (&'static str, usize)> + use<'a> {
    let hits = scene.hits.at(token).iter().filter(|hit| hit.table == Table::PlaceCues);
    hits.map(move |hit| (scene.lexicon.row(*hit).cell("cue"), hit.len as usize))
}

/// The first token of the sentence that holds `token`.
fn start(scene: Scene<'_>, token: usize) -> usize {
    let at = scene.text.sentences.partition_point(|sentence| sentence.end <= token);
    scene.text.sentences.get(at).map_or(token, |sentence| sentence.start)
}

fn end(scene: Scene<'_>, token: usize) -> usize {
    let at = scene.text.sentences.partition_point(|sentence| sentence.end <= token);
    scene.text.sentences.get(at).map_or(token, |sentence| sentence.end)
}

/// Whether nothing around a name that stands alone makes it part of another name, somebody's, or a thing's.
pub(super) fn is_free(scene: Scene<'_>, name: Range<usize>) -> bool {
    !is_of_another(scene, name.clone()) && joins_nothing(scene, name)
}

/// Whether the words before say that the name is a person's, a thing's or a company's: `đường Hòa Bình`, `ông Hà Giang`.
fn is_of_another(scene: Scene<'_>, name: Range<usize>) -> bool {
    if before(scene, name.start, "thing") || follows_address(scene, name.start) {
        return true;
    }
    let first = start(scene, name.start).max(name.start.saturating_sub(REACH));
    for at in (first..name.start).rev() {
        if ends_at(scene, at, at + 1, "open")
            || (scene.text.tokens[at].shape.is_mark() && !matches!(scene.text.word(at), "-" | "–" | "&"))
        {
            return false;
        }
        if self::at(scene, at, "company") {
            return true;
        }
    }
    false
}

/// Whether a word of address or a rank stands right before `token`: `ông`, `Đại tá`.
fn follows_address(scene: Scene<'_>, token: usize) -> bool {
    let first = start(scene, token).max(token.saturating_sub(4));
    let address = |hit: &Hit| match hit.table {
        Table::Titles => true,
        // `nông dân Hà Nội` are many, `ông Hà Giang` is one.
        Table::Honorifics => scene.lexicon.row(*hit).cell("kind") == "address",
        _ => false,
    };
    (first..token).any(|at| scene.hits.at(at).iter().any(|hit| address(hit) && at + hit.len as usize == token))
}

/// Whether a surname stands at `token`.
pub(super) fn surname(scene: Scene<'_>, token: usize) -> bool {
    scene.hits.longest(token, Table::Surnames).is_some()
}

/// Whether a foreigner's name follows the country's, and no capital stands before it: `Tổng thống Hàn Quốc Park Min`.
pub(super) fn precedes_foreigner(scene: Scene<'_>, country: Range<usize>) -> bool {
    let word = |at: usize| scene.text.tokens.get(at).map(|token| token.shape).filter(|shape| shape.is_word());
    let name = |shape: Shape| shape.is_capital() && !shape.is_upper();
    let foreign = word(country.end).is_some_and(name)
        && word(country.end + 1).is_some_and(name)
        && (country.end..country.end + 2).any(|at| !is_vietnamese(scene.text.word(at)));
    let ours = matches!(scene.text.word(country.start), "Việt" | "VN");
    let joined = country.start.checked_sub(1).and_then(word).is_some_and(Shape::is_capital);
    foreign && !ours && !joined && !is_of_another(scene, country)
}

/// Whether the word at `token` ends a known place's name: `Bản` of `Nhật Bản`.
pub(super) fn ends_place(scene: Scene<'_>, token: usize) -> bool {
    (token.saturating_sub(2)..token)
        .any(|at| scene.hits.longest(at, Table::Places).is_some_and(|hit| at + hit.len as usize == token + 1))
}

/// Whether no capital right beside the name makes it part of a longer one: `Nguyễn Hà Giang`, `Hà Nội Mới`.
fn joins_nothing(scene: Scene<'_>, name: Range<usize>) -> bool {
    let tokens = &scene.text.tokens;
    let (first, end) = (start(scene, name.start), end(scene, name.start));
    let loud = tokens[name.clone()].iter().all(|token| token.shape.is_upper());
    let word = |at: usize| tokens.get(at).filter(|token| token.shape.is_word() && (first..end).contains(&at));
    let before = name.start.checked_sub(1).and_then(word);
    let after = word(name.end);
    if loud {
        // In capitals throughout, neighbours tell nothing.
        return name.len() > 1 || surname(scene, name.end) || after.is_none_or(|token| !token.shape.is_capital());
    }

    let clear_before = match before {
        None => true,
        Some(token) if !token.shape.is_capital() => true,
        // `UBND Cao Bằng`; `Tại Hà Nội`.
        // `Việc Việt Nam gia nhập`, `phía Nam Quảng Trị`
        Some(_) if name.start == first + 1 && scene.hits.longest(name.start, Table::Places).is_some() => {
            !surname(scene, first)
        }
        Some(_) if matches!(scene.text.word(name.start - 1), "Bắc" | "Nam" | "Đông" | "Tây") => {
            // `khách sạn Blue Nam Hội An`
            let side = name.start.checked_sub(2).and_then(word);
            side.is_none_or(|token| {
                !token.shape.is_capital()
                    || name.start == first + 2
                    || matches!(scene.text.word(name.start - 2), "Phía" | "Miền")
            })
        }
        Some(token) => {
            token.shape.is_upper() && scene.text.word(name.start - 1).chars().count() > 1
                || self::before(scene, name.start, "open")
        }
    };
    let clear_after = match after {
        Some(token) if token.shape.is_capital() => {
            // `Bí thư Tỉnh ủy Yên Bái Đỗ Đức Duy`: a person follows.
            before.is_some_and(|token| !token.shape.is_capital() || token.shape.is_upper()) && surname(scene, name.end)
        }
        _ => true,
    };
    clear_before && clear_after
}

/// Which state of the place the words right after `end` mean: `Hà Giang (cũ)`.
pub(super) fn era(scene: Scene<'_>, end: usize) -> Option<Era> {
    let at = if scene.text.word(end) == "(" { end + 1 } else { end };
    if self::at(scene, at, "old") {
        return Some(Era::Old);
    }
    // Without brackets `mới` says more than that.
    (at > end && self::at(scene, at, "new")).then_some(Era::New)
}

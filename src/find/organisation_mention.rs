use std::ops::Range;

use super::{
    official_words::{OrganisationHead, OrganisationTail, Reader},
    person_syllable::is_vietnamese,
};
use crate::{
    article::OrganisationKind,
    clue::{Mark, OrganisationClue, OrganisationPlace},
    lexicon::Table,
};

/// What the words `tokens`, whose head ends before `head_end`, name; nothing where the head makes posts only.
///
/// `before` are the words of a list's head that belong before them, `after` those of its end: `Sở` of `các Sở: Nội vụ, Tài chính`.
pub(crate) fn mention(
    reader: Reader<'_>,
    tokens: Range<usize>,
    head: OrganisationHead,
    head_end: usize,
) -> Option<OrganisationClue> {
    let kind = head.kind?;
    let sentences = &reader.text().sentences;
    let first = sentences.binary_search_by_key(&tokens.start, |sentence| sentence.start).is_ok()
        || matches!(reader.word(tokens.start - 1), ":" | ";" | "-" | "–");
    // `Công ty của ông An`, `Trường huyện` name none.
    let open = head.tail != OrganisationTail::Whole && head.tail != OrganisationTail::Place;
    let loose = reader.word(head_end) == "của"
        || reader.table(head_end, Table::PlaceHeads).is_some()
            && reader.is_lower(head_end)
            && head_end == tokens.start + 1
        || tokens.end == head_end && reader.is_lower(tokens.start);
    let cut = matches!(reader.word(tokens.end - 1), "các" | "của" | "và");
    if cut || open && loose {
        return None;
    }
    if head.is_verb() && (first || reader.is_lower(tokens.start)) {
        return None;
    }
    let tokens = tokens.start..without_term(reader, tokens.clone(), head, head_end);
    if head.tail == OrganisationTail::Place && is_many(reader, head_end) {
        return None;
    }
    // `Ủy ban nhân dân (UBND) tỉnh Cao Bằng`
    let open = tokens.clone().find(|&at| reader.mark(at) == Some(Mark::Open)).unwrap_or(tokens.end);
    let close = (open..tokens.end).find(|&at| reader.mark(at) == Some(Mark::Close)).map_or(tokens.end, |at| at + 1);
    let (core, place) = split(reader, head_end.min(open)..open);
    let mut key = reader.spelling(tokens.start..core);
    let (core, after) = split(reader, close..tokens.end);
    key.extend(reader.spelling(close..core));
    let place = after.or(place);
    normalise(&mut key);
    Some(OrganisationClue {
        kind: kind_of(reader, kind, head, tokens.clone()),
        short: short(reader, if close < tokens.end { open } else { tokens.end }),
        head: None,
        key,
        place,
        rule: "organisation/name",
        tokens,
    })
}

/// Whether several places follow: `UBND các huyện Hòa An, Hà Quảng`.
pub(crate) fn is_many(reader: Reader<'_>, at: usize) -> bool {
    (reader.word(at) == "các" || reader.is_digits(at)) && reader.table(at + 1, Table::PlaceHeads).is_some()
}

/// The end of the name without its term and without the country where a body of the world is active: `Quốc hội khóa XV`, `UNICEF tại Việt Nam`.
fn without_term(reader: Reader<'_>, tokens: Range<usize>, head: OrganisationHead, head_end: usize) -> usize {
    let begins = |at: &usize| match reader.word(*at) {
        "khóa" | "khoá" | "Khóa" => true,
        "các" => matches!(reader.word(*at + 1), "khóa" | "khoá"),
        "nhiệm" => reader.word(*at + 1) == "kỳ",
        "tại" => head.tail == OrganisationTail::Whole,
        _ => false,
    };
    (head_end..tokens.end).find(begins).unwrap_or(tokens.end)
}

/// Where the name proper ends, and the place at its end: `Sở Y tế` and `Cao Bằng`.
fn split(reader: Reader<'_>, tokens: Range<usize>) -> (usize, Option<OrganisationPlace>) {
    for at in tokens.clone() {
        let kind = reader.table(at, Table::PlaceHeads).filter(|end| *end <= tokens.end);
        let name = match kind {
            Some(end) if reader.word(end) == "." => end + 1,
            Some(end) => end,
            None => at,
        };
        let known = reader.geography(name).is_some_and(|(_, end)| end == tokens.end);
        let named = kind.is_some()
            && (name..tokens.end).all(|at| reader.is_capital(at) || reader.is_digits(at) || reader.is_apostrophe(at));
        if known || named {
            let spelt = |tokens: Range<usize>| reader.spelling(tokens).join(" ");
            let place = OrganisationPlace {
                kind: kind.map_or(String::new(), |end| spelt(at..end)),
                name: spelt(name.min(tokens.end)..tokens.end),
            };
            return (at, Some(place));
        }
    }
    (tokens.end, None)
}

/// Takes out what does not tell one name from another: marks, `và`, `của`, and `trường` before `đại học`.
fn normalise(key: &mut Vec<String>) {
    const FILLERS: &[&str] = &[",", "-", "–", "&", ".", "và", "của", "thuộc", "trực"];
    key.retain(|word| !FILLERS.contains(&word.as_str()));
    if key.len() > 2 && key[0] == "trường" && matches!(key[1].as_str(), "đại" | "cao") {
        key.remove(0);
    }
}

/// Abroad what at home is the state's: `Chính phủ Nhật Bản`, `Văn phòng Liên hợp quốc`; and an embassy of ours is the state's.
fn kind_of(
    reader: Reader<'_>,
    kind: OrganisationKind,
    head: OrganisationHead,
    tokens: Range<usize>,
) -> OrganisationKind {
    use OrganisationKind::{Court, Foreign, Mass, Military, Other, State};
    let home = tokens.clone().any(|at| {
        reader.word(at) == "VN"
            || matches!((reader.word(at), reader.word(at + 1)), ("Việt", "Nam" | "nam") | ("Quốc" | "quốc", "gia"))
    });
    match kind {
        Foreign if home && head.tail == OrganisationTail::Place => State,
        State | Other | Court | Military | Mass if !home && (head.level > 0 || kind == Other) => {
            let abroad = |at: usize| {
                // `UBND huyện Thủ Đức` is not Germany's, `Ủy ban Pháp luật` not France's.
                let inside = |end: usize| {
                    let before = at > tokens.start && reader.is_capital(at - 1) && !reader.is_abbreviation(at - 1);
                    let after = end < tokens.end && reader.shape(end).is_some_and(|shape| shape.is_word());
                    end == at + 1 && is_vietnamese(reader.word(at)) && (before || after)
                };
                reader.geography(at).is_some_and(|(country, end)| country && !inside(end))
                    || at > tokens.start
                        && reader
                            .organisation_head(at)
                            .is_some_and(|(head, _)| head.kind == Some(Foreign) && head.tail == OrganisationTail::Whole)
            };
            // `Hội Hữu nghị Việt Nam - Lào` is ours.
            if kind != Mass && tokens.clone().any(abroad) { Foreign } else { kind }
        }
        _ => kind,
    }
}

/// The abbreviation in brackets at `at`: `(UBND)`, `(NN&PTNT)`.
fn short(reader: Reader<'_>, at: usize) -> Option<Range<usize>> {
    (reader.mark(at) == Some(Mark::Open)).then_some(())?;
    let from = if matches!(reader.word(at + 1), "gọi" | "viết") && reader.word(at + 2) == "tắt" {
        at + if reader.word(at + 3) == "là" { 4 } else { 3 }
    } else {
        at + 1
    };
    let close = (from..from + 7).find(|&at| reader.mark(at) == Some(Mark::Close))?;
    let letters = |at: usize| {
        reader.is_abbreviation(at) || matches!(reader.word(at), "&" | "-") || from + 1 < close && reader.is_capital(at)
    };
    let fits = close > from && (from..close).all(letters) && (from..close).any(|at| reader.is_abbreviation(at));
    (fits && reader.geography(from).is_none()).then_some(from..close)
}

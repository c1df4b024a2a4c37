//! Lists of organisations that share a word: `các Sở: Nội vụ, Tài chính`, `Sở Nội vụ, Tài chính`, `UBND các huyện Hòa An, Hà Quảng`.

use std::ops::Range;

use super::{
    official_words::{OrganisationHead, OrganisationTail, Reader},
    organisation::Phrase,
    organisation_mention::{is_many, mention},
};
use crate::{
    clue::{OrganisationClue, OrganisationPlace},
    lexicon::Table,
};

/// Notes the organisations of every list: `các Sở: Nội vụ, Tài chính` names `Sở Nội vụ` and `Sở Tài chính`.
pub(crate) fn find(reader: Reader<'_>, from: usize, out: &mut Vec<OrganisationClue>) {
    let mut at = from;
    while at < reader.end {
        let end = shared(reader, at, out).or_else(|| fields(reader, at, out)).or_else(|| places(reader, at, out));
        at = end.unwrap_or(at + 1);
    }
}

/// Reads the list that begins at `at` with `các`; the token after it.
fn shared(reader: Reader<'_>, at: usize, out: &mut Vec<OrganisationClue>) -> Option<usize> {
    if !matches!(reader.word(at), "các" | "Các" | "những") {
        return None;
    }
    let (head, end) = reader.organisation_head(at + 1).filter(|(head, _)| head.tail == OrganisationTail::Field)?;
    // `các Bộ, cơ quan: …`, `các Sở, ban, ngành: …`: what else the head says goes by.
    let mut next = end;
    while next < end + 12 && reader.word(next) != ":" && (reader.is_lower(next) || matches!(reader.word(next), ",")) {
        next += 1;
    }
    let colon = reader.word(next) == ":";
    let names = items(reader, if colon { next + 1 } else { end }, colon);
    (names.len() > 1).then_some(())?;
    let next = names.last()?.tokens.end;
    for name in names {
        out.extend(match name.head {
            // What names an organisation by itself (`Văn phòng Chính phủ`) needs no word before it.
            Some((own, own_end)) => mention(reader, name.tokens, own, own_end),
            None => of_list(reader, name.tokens, head, at + 1..end),
        });
    }
    Some(next)
}

/// Reads `Sở Nội vụ, Tài chính, Tư pháp`: fields of work after the first name.
fn fields(reader: Reader<'_>, at: usize, out: &mut Vec<OrganisationClue>) -> Option<usize> {
    let (head, end) = reader.organisation_head(at).filter(|(head, _)| head.tail == OrganisationTail::Field)?;
    // Whose branches bear a field of work each: `Sở`, `Bộ`; the rest goes by longer names.
    if end != at + 1 || !reader.is_capital(at) || !matches!(reader.word(at), "Sở" | "Bộ" | "SỞ" | "BỘ") {
        return None;
    }
    let first = reader.field(end, false)?;
    let mut found: Vec<Range<usize>> = std::iter::once(end..first).collect();
    let mut next = first;
    while matches!(reader.word(next), "," | "và" | "-" | "–") {
        let joined = reader.word(next) == "và";
        let dash = matches!(reader.word(next), "-" | "–");
        let Some(stop) = reader.field(next + 1, false).filter(|_| !dash || reader.is_glued(next)) else { break };
        if reader.organisation_head(next + 1).is_some_and(|(_, end)| end >= stop) {
            break;
        }
        found.push(next + 1..stop);
        next = stop;
        if joined {
            break;
        }
    }
    // Two may be one name that no table knows: `Sở Văn hóa và Thông tin`.
    (found.len() > 2).then_some(())?;
    out.extend(mention(reader, at..first, head, end));
    for tokens in found.into_iter().skip(1) {
        out.extend(of_list(reader, tokens, head, at..end));
    }
    Some(next)
}

/// Reads `UBND các huyện Hòa An, Hà Quảng`: a body of each place.
fn places(reader: Reader<'_>, at: usize, out: &mut Vec<OrganisationClue>) -> Option<usize> {
    let (head, end) = reader.organisation_head(at).filter(|(head, _)| head.tail == OrganisationTail::Place)?;
    let kind = if reader.word(end) == "các" || reader.word(end) == "2" { end + 1 } else { return None };
    let mut from = reader.table(kind, Table::PlaceHeads)?;
    // `các huyện, thị xã: …`: which of them is which, the names do not say.
    let mut mixed = false;
    while matches!(reader.word(from), "," | "và")
        && reader
            .table(from + 1, Table::PlaceHeads)
            .is_some_and(|stop| !reader.is_capital(from + 1) && !reader.is_capital(stop) || reader.word(stop) == ":")
    {
        from = reader.table(from + 1, Table::PlaceHeads)?;
        mixed = true;
    }
    if reader.word(from) == ":" {
        from += 1;
    }
    let word = if mixed {
        String::new()
    } else {
        reader.text().slice(kind..reader.table(kind, Table::PlaceHeads)?).to_owned()
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut next = from;
    loop {
        let stop = match reader.geography(next) {
            Some((_, stop)) => stop,
            None if reader.is_digits(next) => next + 1,
            None if reader.is_capital(next) && reader.post_start(next).is_none() => {
                *reader.pieces(next).get(3).or(reader.pieces(next).last())?
            }
            None => break,
        };
        found.push(next..stop);
        next = stop;
        if matches!(reader.word(next), "," | "và" | ";")
            && (reader.is_capital(next + 1) || reader.is_digits(next + 1))
            && reader.organisation_head(next + 1).is_none()
        {
            next += 1;
        } else {
            break;
        }
    }
    (found.len() > 1).then_some(())?;
    let mut key = reader.spelling(at..end);
    key.retain(|word| word != ",");
    for tokens in found {
        let before = [reader.text().slice(at..end), &word].join(" ");
        out.push(OrganisationClue {
            head: Some(before.trim_end().to_owned()),
            kind: head.kind?,
            short: None,
            key: key.clone(),
            place: Some(OrganisationPlace {
                kind: reader.spelling(kind..kind + 1).join(" "),
                name: reader.spelling(tokens.clone()).join(" "),
            }),
            rule: "organisation/listed",
            tokens,
        });
    }
    Some(next)
}

/// A name of a list that the words `before` of the list's head make whole.
fn of_list(
    reader: Reader<'_>,
    tokens: Range<usize>,
    head: OrganisationHead,
    before: Range<usize>,
) -> Option<OrganisationClue> {
    let key = [reader.spelling(before.clone()), reader.spelling(tokens.clone())].concat();
    let fillers = [",", "-", "&", ".", "và"];
    Some(OrganisationClue {
        head: Some(reader.text().slice(before).to_owned()),
        kind: head.kind?,
        short: None,
        key: key.into_iter().filter(|word| !fillers.contains(&word.as_str())).collect(),
        place: None,
        rule: "organisation/listed",
        tokens,
    })
}

/// One item of a list.
struct Item {
    tokens: Range<usize>,
    /// Its own head and the token after that, where it has one.
    head: Option<(OrganisationHead, usize)>,
}

fn items(reader: Reader<'_>, from: usize, colon: bool) -> Vec<Item> {
    let mut found = Vec::new();
    let mut next = from;
    while let Some(read) = item(reader, next) {
        next = read.tokens.end;
        found.push(read);
        let more = match reader.word(next) {
            "," | "và" | "&" => next + 1,
            ";" if colon => next + 1,
            _ => break,
        };
        if item(reader, more).is_none() {
            break;
        }
        next = more;
    }
    found
}

/// One item of a list: a field, or an organisation with a head of its own.
fn item(reader: Reader<'_>, at: usize) -> Option<Item> {
    if let Some((head, end)) = reader.organisation_head(at).filter(|_| reader.is_capital(at))
        && reader.field(at, false).is_none_or(|field| field < end)
    {
        if head.tail == OrganisationTail::Place && is_many(reader, end) {
            return None;
        }
        return Some(Item { tokens: at..Phrase::after_head(reader, head, end), head: Some((head, end)) });
    }
    if let Some(end) = reader.field(at, false) {
        return Some(Item { tokens: at..end, head: None });
    }
    if !reader.is_capital(at)
        || reader.begins_person(at)
        || reader.post_start(at).is_some()
        || reader.geography(at).is_some()
    {
        return None;
    }
    let mut end = at + 1;
    while end < at + 6
        && (reader.is_lower(end) || reader.is_capital(end))
        && reader.table(end, Table::ClauseWords).is_none()
        && reader.word(end) != "và"
    {
        end += 1;
    }
    Some(Item { tokens: at..end, head: None })
}

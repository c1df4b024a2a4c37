use super::official_words::{OrganisationHead, OrganisationTail, Reader};
use crate::{clue::OrganisationClue, lexicon::Table};

/// Notes the organisations of every list that shares its head: `các Sở: Nội vụ, Tài chính` names `Sở Nội vụ` and `Sở Tài chính`.
pub(crate) fn find(reader: Reader<'_>, from: usize, out: &mut Vec<OrganisationClue>) {
    let mut at = from;
    while at < reader.end {
        at = list(reader, at, out).unwrap_or(at + 1);
    }
}

/// Reads the list that begins at `at` with `các`; the token after it.
fn list(reader: Reader<'_>, at: usize, out: &mut Vec<OrganisationClue>) -> Option<usize> {
    if !matches!(reader.word(at), "các" | "Các" | "những") {
        return None;
    }
    let (head, end) = reader.organisation_head(at + 1).filter(|(head, _)| head.tail == OrganisationTail::Field)?;
    let words = reader.text().slice(at + 1..end);
    // `các Bộ, cơ quan: …`, `các Sở, ban, ngành: …`: what else the head says goes by.
    let mut next = end;
    while next < end + 8 && reader.word(next) != ":" && (reader.is_lower(next) || matches!(reader.word(next), ",")) {
        next += 1;
    }
    let colon = reader.word(next) == ":";
    let mut next = if colon { next + 1 } else { end };
    let mut names = Vec::new();
    while let Some((stop, whole)) = item(reader, next) {
        names.push((next..stop, whole));
        next = stop;
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
    if names.len() < 2 {
        return None;
    }
    for (tokens, whole) in names {
        // What names an organisation by itself (`Văn phòng Chính phủ`) is found without the list.
        if let Some(other) = whole {
            out.push(clue(tokens, other, None));
        } else {
            out.push(clue(tokens, head, Some(words)));
        }
    }
    Some(next)
}

fn clue(tokens: std::ops::Range<usize>, head: OrganisationHead, words: Option<&str>) -> OrganisationClue {
    OrganisationClue {
        tokens,
        head: words.map(str::to_owned),
        kind: head.kind,
        short: None,
        rule: if words.is_some() { "organisation/listed" } else { "organisation/name" },
    }
}

/// One item of a list: a field, or an organisation with a head of its own.
fn item(reader: Reader<'_>, at: usize) -> Option<(usize, Option<OrganisationHead>)> {
    if let Some((head, end)) = reader.organisation_head(at).filter(|_| reader.is_capital(at))
        && reader.field(at, false).is_none_or(|field| field < end)
    {
        return Some((super::organisation::Phrase::after_head(reader, head, end), Some(head)));
    }
    if let Some(end) = reader.field(at, false) {
        return Some((end, None));
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
    Some((end, None))
}

//! Organisations whose head is written small, as the press does: `báo Tuổi Trẻ`, `bệnh viện Bạch Mai`, `công an huyện Hòa An`.

use super::{
    official_words::{OrganisationHead, OrganisationTail, Reader},
    organisation::Phrase,
    organisation_mention::mention,
};
use crate::{
    article::OrganisationKind,
    clue::{NameEvidence, OrganisationClue},
    lexicon::Table,
};

/// Notes those that stand between `from` and the sentence's end.
pub(crate) fn find(reader: Reader<'_>, from: usize, out: &mut Vec<OrganisationClue>) {
    let mut at = from;
    while at < reader.end {
        at = one(reader, at, from, out).unwrap_or(at + 1);
    }
}

fn one(reader: Reader<'_>, at: usize, from: usize, out: &mut Vec<OrganisationClue>) -> Option<usize> {
    if !reader.is_lower(at) {
        return None;
    }
    let (head, end) = reader.organisation_head(at)?;
    if !opens(reader, at, end, from) || !names_one(reader, head, at, end) {
        return None;
    }
    let stop = Phrase::after_head(reader, head, end);
    let clue = mention(reader, at..stop, head, end)?;
    out.push(clue);
    Some(stop)
}

/// Whether the words before let an organisation begin: a syllable alone may end another word (`thông báo`, `cán bộ`), and after `các` there are many.
fn opens(reader: Reader<'_>, at: usize, end: usize, from: usize) -> bool {
    let before = if at > from { reader.word(at - 1) } else { "" };
    let many = matches!(
        before,
        "các" | "Các" | "Những" | "Nhiều" | "những" | "nhiều" | "hai" | "ba" | "một" | "mọi" | "mỗi" | "số"
    );
    let free = end > at + 1
        || before.is_empty()
        || matches!(
            before,
            "của"
                | "với"
                | "tại"
                | "ở"
                | "trên"
                | "theo"
                | "cho"
                | "từ"
                | "do"
                | "và"
                | ","
                | "("
                | "về"
                | "đến"
                | "thuộc"
                | "trong"
                | "lời"
        );
    !many && free
}

/// Whether a name follows that makes the words one organisation's: `công ty Nhật Bản` is any.
fn names_one(reader: Reader<'_>, head: OrganisationHead, at: usize, end: usize) -> bool {
    use OrganisationKind::{Company, Health, Media, School};
    let place = reader.geography(end).map(|(country, _)| country);
    match head.tail {
        OrganisationTail::Whole => false,
        OrganisationTail::Place => {
            let kind = reader.table(end, Table::PlaceHeads);
            place == Some(false) || kind.is_some_and(|end| reader.is_capital(end) || reader.is_digits(end))
        }
        OrganisationTail::Field => {
            end == at + 1 && reader.field(end, false).is_some() && place.is_none() && !reader.begins_person(end)
        }
        OrganisationTail::Name => {
            let own = matches!(head.kind, Some(Company | Health | Media | School));
            let sure = |name: super::person::Name| name.evidence == NameEvidence::Sure && name.syllables > 2;
            let person = reader.name(end).is_some_and(sure) && matches!(head.kind, Some(Company | Media));
            let post = reader.post_start(end).is_some() || reader.organisation_head(end).is_some();
            let long = end > at + 1 || head.kind == Some(Media);
            let placed = match place {
                // `ngân hàng Việt Nam` are the country's; `bệnh viện Hà Nội` may be.
                Some(country) => !country && matches!(head.kind, Some(Health | Media)),
                None => true,
            };
            own && long && reader.is_capital(end) && placed && !person && !post
        }
    }
}

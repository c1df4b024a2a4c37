use std::ops::Range;

use crate::{
    clue::{Figure, FigureClue, Home, SubjectClue, SubjectKind},
    lexicon::Table,
    rule::Scene,
    text::Sentence,
};

/// The longest name of a unit in tokens.
const LONGEST: usize = 24;

/// Names of units that may be ranked in one sentence, between what is `taken` already.
pub(super) fn subjects(scene: Scene<'_>, sentence: &Sentence, taken: &[bool], out: &mut Vec<FigureClue>) {
    let mut at = sentence.start;
    while at < sentence.end {
        if taken[at] {
            at += 1;
            continue;
        }
        match Name::read(scene, sentence, taken, at) {
            Some(name) => {
                at = name.tokens.end;
                let region = name.tokens.clone().any(|at| is_region(scene, at));
                let subject = SubjectClue { kind: name.kind, level: level(scene, &name.tokens), region };
                out.push(FigureClue {
                    tokens: name.tokens,
                    rule: "subject/name",
                    what: Figure::Subject(subject),
                    gap: 0,
                });
            }
            None => at += 1,
        }
    }
}

fn is_region(scene: Scene<'_>, at: usize) -> bool {
    let hit = scene.hits.longest(at, Table::Countries);
    hit.is_some_and(|hit| scene.lexicon.row(hit).cell("kind") == "region")
}

/// How high the place that `tokens` name stands: `xã` 1, `huyện` 2, `tỉnh` 3.
fn level(scene: Scene<'_>, tokens: &Range<usize>) -> Option<u8> {
    let home = tokens.clone().any(|at| scene.hits.longest(at, Table::Provinces).is_some());
    let head = scene.text.slice(tokens.clone()).to_lowercase();
    match head.split([' ', '.']).next()? {
        "xã" | "phường" => Some(1),
        "thị" if head.starts_with("thị trấn") => Some(1),
        "tỉnh" => Some(3),
        "thành" | "tp" if home => Some(3),
        "huyện" | "quận" | "thị" | "thành" | "tp" | "tx" => Some(2),
        _ => home.then_some(3),
    }
}

struct Name {
    tokens: Range<usize>,
    kind: SubjectKind,
}

impl Name {
    fn read(scene: Scene<'_>, sentence: &Sentence, taken: &[bool], at: usize) -> Option<Self> {
        let reader = Reader { scene, sentence, taken };
        let name = reader.known(at).or_else(|| reader.headed(at)).or_else(|| reader.plain(at))?;
        Some(Self { tokens: name.tokens.start..reader.told_apart(name.tokens.end), ..name })
    }
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    scene: Scene<'a>,
    sentence: &'a Sentence,
    taken: &'a [bool],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.scene.text.word(at)
    }

    fn capital(&self, at: usize) -> bool {
        self.scene.text.tokens.get(at).is_some_and(|token| token.shape.is_capital())
    }

    fn is_word(&self, at: usize) -> bool {
        self.scene.text.tokens.get(at).is_some_and(|token| token.shape.is_word())
    }

    fn open(&self, at: usize) -> bool {
        at < self.sentence.end && !self.taken[at]
    }

    fn row(&self, at: usize, table: Table) -> Option<(usize, &'static str)> {
        let hit = self.scene.hits.longest(at, table)?;
        Some((hit.len as usize, self.scene.lexicon.row(hit).cell("kind")))
    }

    /// `Sở Nội vụ`, `huyện Mai Sơn`, `tỉnh`, `khối sở, ngành`.
    fn headed(&self, at: usize) -> Option<Name> {
        let (len, kind) = self.row(at, Table::Subjects)?;
        let head = at..at + len;
        if kind == "part" {
            return None;
        }
        let many = self.counted(at);
        if kind == "whole" {
            // `2 đơn vị đồng hạng nhất` are counted, not named.
            let kind = if many { SubjectKind::Group } else { SubjectKind::Same };
            return Some(Name { tokens: head, kind });
        }
        let end = self.tail(head.end, kind);
        let named = end > head.end;
        let capital = self.capital(at);
        // `dịch vụ công`, `bộ phận`: what looks like the head of a name inside other words.
        if kind == "agency" && !capital && !(named && self.capital(head.end)) {
            return None;
        }
        if let Some(end) = self.several(head.end, named).filter(|_| kind != "person") {
            return Some(Name { tokens: at..end, kind: SubjectKind::Group });
        }
        let kind = match kind {
            "person" if !named => return None,
            "person" => SubjectKind::Person,
            // `nhóm Tốt`: a grade, not a name.
            "group" if named && self.capital(head.end) && self.row(head.end, Table::Marks).is_none() => {
                SubjectKind::Named
            }
            "group" => SubjectKind::Group,
            _ if many && !(named && self.capital(head.end)) => SubjectKind::Group,
            _ if named => SubjectKind::Named,
            "place" if at > 0 && self.word(at - 1).to_lowercase() == "cấp" => return None,
            _ => SubjectKind::Same,
        };
        // `Các huyện Mai Sơn, Mộc Châu`: the head is of all, each name is one.
        let place = self.row(at, Table::Subjects).is_some_and(|row| row.1 == "place");
        let start = if many && kind == SubjectKind::Named && place { head.end } else { at };
        Some(Name { tokens: start..end.max(head.end), kind })
    }

    /// `huyện, thị xã, thành phố`; `khối sở, ngành`: heads in a row without a name stand for all such units.
    fn several(&self, from: usize, named: bool) -> Option<usize> {
        if named {
            return None;
        }
        let mut end = from;
        loop {
            let joint = if self.open(end) && matches!(self.word(end), "," | "và") { end + 1 } else { end };
            let Some((len, kind)) =
                self.row(joint, Table::Subjects).filter(|_| joint < self.sentence.end && self.open(joint))
            else {
                break;
            };
            if matches!(kind, "person" | "part") || self.capital(joint) || self.capital(joint + len) {
                break;
            }
            end = joint + len;
        }
        (end > from).then_some(end)
    }

    /// Whether the head stands for several: `các sở`, `13 tỉnh`.
    fn counted(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= self.sentence.start) else { return false };
        let word = self.word(before).to_lowercase();
        matches!(
            word.as_str(),
            "các" | "những" | "nhiều" | "mọi" | "số" | "hai" | "ba" | "bốn" | "năm" | "cả" | "từng" | "mỗi"
        ) || self.scene.text.tokens[before].shape.is_digits() && !self.dated(before)
    }

    /// Whether the digits at `at` are a year: `năm 2022 tỉnh xếp thứ 28`.
    fn dated(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| matches!(self.word(before), "năm" | "Năm" | "/"))
    }

    /// Where the name that follows a head ends.
    fn tail(&self, from: usize, kind: &str) -> usize {
        let mut at = from;
        let mut after_place = false;
        let limit = self.sentence.end.min(from + LONGEST);
        while at < limit && self.open(at) {
            if let Some((len, "part")) = self.row(at, Table::Subjects) {
                at += len;
                continue;
            }
            if let Some((len, _)) = self.row(at, Table::Provinces).or_else(|| self.row(at, Table::Countries))
                && self.capital(at)
            {
                after_place = true;
                at += len;
                continue;
            }
            let word = self.word(at);
            if self.is_word(at) {
                let lower = word.to_lowercase();
                if lower == "và" {
                    if !self.joins(from, at, kind) {
                        break;
                    }
                } else if !self.capital(at) && (self.ends_name(from, at) || after_place || self.heads(at + 1)) {
                    // After a place or before another unit a word in lower case is no part of the name.
                    break;
                } else if !self.capital(at)
                    && (matches!(kind, "place" | "person")
                        || kind == "group" && self.row(at, Table::Subjects).is_some())
                {
                    break;
                }
                at += 1;
            } else if matches!(word, "-" | "–" | "&")
                && at > from
                && at + 1 < limit
                && self.open(at + 1)
                && self.capital(at + 1)
            {
                at += 1;
            } else if word == "." && at == from {
                // `TP. Cao Bằng`
                at += 1;
            } else if at == from && self.scene.text.tokens[at].shape.is_digits() && kind == "place" {
                // `Quận 1`
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Whether the lower-case word at `at` goes on with the sentence and not with the name that began at `from`.
    fn ends_name(&self, from: usize, at: usize) -> bool {
        let marked = self.scene.hits.longest(at, Table::Marks).is_some();
        marked || at > from && self.capital(from) && self.goes_on(at)
    }

    /// Whether another unit begins at `at`; the province in `Đại học Quốc gia TP.HCM` is none.
    fn heads(&self, at: usize) -> bool {
        let province = self.row(at, Table::Provinces).is_some();
        self.capital(at) && self.row(at, Table::Subjects).is_some() && !province
    }

    /// Whether the sentence goes on at `at` after the name: `Bộ Nội vụ đánh giá`.
    fn goes_on(&self, at: usize) -> bool {
        self.scene.hits.longest(at, Table::ClauseWords).is_some_and(|hit| hit.len > 1 || self.capital(at + 1))
    }

    /// Whether `và` at `at` is part of the name: `Sở Khoa học và Công nghệ`, not `Sở Nội vụ và Sở Tài chính`.
    fn joins(&self, from: usize, at: usize, kind: &str) -> bool {
        let next = at + 1;
        if kind == "place" || !self.open(next) || !self.is_word(next) {
            return false;
        }
        let headed = self.row(next, Table::Subjects).is_some_and(|(_, kind)| kind != "part");
        let place = self.row(next, Table::Provinces).is_some();
        at > from && !headed && !place
    }

    /// Where a name ends that a bracket tells from another unit of that name: `Phú Yên (cũ)`.
    fn told_apart(&self, end: usize) -> usize {
        let inside = (0..3).all(|at| self.open(end + at));
        let told =
            inside && self.word(end) == "(" && matches!(self.word(end + 1), "cũ" | "mới") && self.word(end + 2) == ")";
        if told { end + 3 } else { end }
    }

    /// `Cao Bằng`, `Phần Lan`: names of the tables.
    fn known(&self, at: usize) -> Option<Name> {
        let place = self.row(at, Table::Provinces).or_else(|| self.row(at, Table::Countries));
        let (len, _) = place.filter(|(len, _)| {
            (self.capital(at) || self.capital(at + 1) && *len > 1) && (at..at + len).all(|i| self.open(i))
        })?;
        // `ở khu vực Đông Nam Á, Việt Nam …`: a region after such a word says where.
        let region = place.is_some_and(|(_, kind)| kind == "region");
        let before = at.checked_sub(1).map_or("", |before| self.word(before)).to_lowercase();
        let kind = match region && matches!(before.as_str(), "vực" | "vùng" | "trong" | "ở" | "tại") {
            true => SubjectKind::Group,
            false => SubjectKind::Named,
        };
        Some(Name { tokens: at..at + len, kind })
    }

    /// `Vietravel`, `Mai Sơn`.
    fn plain(&self, at: usize) -> Option<Name> {
        if !self.capital(at) {
            return None;
        }
        if self.scene.hits.longest(at, Table::Marks).is_some() {
            return None;
        }
        let mut end = at;
        // `Đông Anh`: a word for a person inside capitals is a part of the name.
        let heads = |at: usize| self.row(at, Table::Subjects).is_some_and(|(_, kind)| kind != "person");
        while end < self.sentence.end && self.open(end) && self.capital(end) && !heads(end) {
            end += 1;
        }
        if end == at {
            return None;
        }
        // A capital at the beginning of a sentence says nothing.
        let first = at == self.sentence.start
            || (at..=at).all(|_| at.checked_sub(1).is_some_and(|b| matches!(self.word(b), "\"" | "-" | "." | ":")));
        let upper = (at..end).any(|i| {
            let word = self.word(i);
            word.chars().count() > 1 && word.chars().skip(1).any(char::is_uppercase)
        });
        (end - at > 1 || !first || upper).then_some(Name { tokens: at..end, kind: SubjectKind::Capitals })
    }
}

/// Provinces and countries that are named, wherever they stand.
pub(super) fn homes(scene: Scene<'_>) -> Vec<Home> {
    let mut homes = Vec::new();
    let text = scene.text;
    let mut at = 0;
    while at < text.tokens.len() {
        let hit = [Table::Provinces, Table::Countries]
            .into_iter()
            .filter_map(|table| scene.hits.longest(at, table))
            .max_by_key(|hit| hit.len)
            .filter(|hit| (at..at + hit.len as usize).any(|i| text.tokens[i].shape.is_capital()));
        let Some(hit) = hit else {
            at += 1;
            continue;
        };
        let name = at..at + hit.len as usize;
        let kind = match scene.lexicon.row(hit).cell("kind") {
            "country" => "quốc gia",
            "region" => "vùng",
            kind => kind,
        };
        let words = kind.split(' ').count();
        let start = at.checked_sub(words).filter(|&start| text.slice(start..at).to_lowercase() == kind).unwrap_or(at);
        homes.push(Home { tokens: start..name.end, name: name.clone(), kind });
        at = name.end;
    }
    homes
}

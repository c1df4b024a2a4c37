use std::ops::Range;

use super::{
    official_words::{OfficialWords, OrganisationHead, OrganisationTail, Reader},
    organisation::Phrase,
    organisation_list, organisation_lower,
    organisation_mention::mention,
    person_syllable::is_vietnamese,
    post::post,
};
use crate::{
    clue::{ClueKind, Cue, Mark, NameClue, NameEvidence, OfficialClue, OfficialClues},
    lexicon::Table,
    rule::Scene,
    text::Sentence,
};

/// Finds posts, names, organisations and the words that tie them.
pub(crate) fn officials(scene: Scene<'_>, words: &OfficialWords) -> OfficialClues {
    let mut clues = OfficialClues::default();
    for (number, sentence) in scene.text.sentences.iter().enumerate() {
        let reader = Reader::new(scene, words, sentence.end);
        Walk { reader, number, clues: &mut clues }.sentence(sentence);
    }
    clues
}

/// Walks through one sentence from left to right.
struct Walk<'a, 'c> {
    reader: Reader<'a>,
    number: usize,
    clues: &'c mut OfficialClues,
}

impl Walk<'_, '_> {
    fn sentence(&mut self, sentence: &Sentence) {
        organisation_list::find(self.reader, sentence.start, &mut self.clues.organisations);
        organisation_lower::find(self.reader, sentence.start, &mut self.clues.organisations);
        let mut at = sentence.start;
        while at < sentence.end {
            at = self.step(at).max(at + 1);
        }
    }

    fn push(&mut self, tokens: Range<usize>, kind: ClueKind) -> usize {
        let end = tokens.end;
        self.clues.sequence.push(OfficialClue { tokens, sentence: self.number, kind });
        end
    }

    /// Reads what begins at `at`; the token after it.
    fn step(&mut self, at: usize) -> usize {
        let reader = self.reader;
        if let Some(mark) = reader.mark(at) {
            if mark == Mark::Colon && self.is_year_end(at) {
                return self.push(at..at + 1, ClueKind::Cue(Cue::Years));
            }
            if mark == Mark::Comma && self.is_span_end(at) && reader.word(at + 1) == "là" {
                return self.push(at..at + 2, ClueKind::Cue(Cue::Years));
            }
            return self.push(at..at + 1, ClueKind::Mark(mark));
        }
        if let Some(end) = self.called_after(at).or_else(|| self.nobody(at)) {
            return end;
        }
        let organisation =
            reader.organisation_head(at).filter(|(head, end)| reader.is_capital(at) && self.is_named(*head, *end));
        if let Some((tokens, clue)) = post(reader, at, self.is_apposed(at)) {
            let head = clue.title.end;
            if organisation.is_none_or(|(_, end)| end <= head) {
                if let Some(inner) = clue.organisation.clone() {
                    self.organisations(inner);
                }
                return self.push(tokens, ClueKind::Post(clue));
            }
        }
        if let Some((head, end)) = organisation {
            let stop = Phrase::after_head(reader, head, end);
            self.organisations(at..stop);
            return self.push(at..stop, ClueKind::Organisation);
        }
        if let Some(end) = self.place(at) {
            return end;
        }
        if let Some(end) = self.addressed(at) {
            return end;
        }
        if let Some((cue, end)) = reader.cue(at) {
            // `tin`, `nguồn` are words like others where no colon follows.
            let credit = cue == Cue::Credit && reader.mark(end) != Some(Mark::Colon) && !reader.is_capital(end);
            if !credit && (!reader.is_capital(at) || reader.name(at).is_none_or(|name| name.syllables < 2)) {
                return self.push(at..end, ClueKind::Cue(cue));
            }
        }
        if let Some(end) = self.bare_name(at) {
            return end;
        }
        at + 1
    }

    /// Whether the head of an organisation that ends before `at` is one: `Đội Cảnh sát`, not `Đội mưa đi học`.
    fn is_named(&self, head: OrganisationHead, at: usize) -> bool {
        let reader = self.reader;
        match head.tail {
            OrganisationTail::Whole | OrganisationTail::Place => true,
            OrganisationTail::Field | OrganisationTail::Name => {
                reader.is_capital(at)
                    || reader.is_digits(at)
                    || reader.field(at, true).is_some()
                    || head.tail == OrganisationTail::Name && reader.table(at, Table::Trades).is_some()
                    || reader.mark(at) == Some(Mark::Open)
                    || matches!(reader.word(at), "về" | "của")
                    || reader.table(at, Table::PlaceHeads).is_some()
                    // `Trường THPT chuyên Lê Quý Đôn`
                    || head.tail == OrganisationTail::Name && reader.is_capital(at + 1) && !reader.clause(at)
            }
        }
    }

    /// Whether what begins at `at` stands in apposition to a name that no post leads to: `ông Nguyễn Văn An (58 tuổi), Giám đốc …`.
    fn is_apposed(&self, at: usize) -> bool {
        let (mut start, mut inside) = (at, false);
        let mut clues = self.clues.sequence.iter().rev().take_while(|clue| clue.sentence == self.number).take(16);
        while let Some(clue) = clues.next() {
            if clue.tokens.end != start && !inside {
                return false;
            }
            match &clue.kind {
                ClueKind::Mark(Mark::Open) => inside = false,
                ClueKind::Mark(Mark::Close) => inside = true,
                _ if inside => {}
                ClueKind::Mark(Mark::Comma | Mark::Dash) => {}
                ClueKind::Cue(Cue::Also) => {}
                ClueKind::Post(_) | ClueKind::Rank if start < at => {}
                ClueKind::Name(name) if start < at => {
                    let person = name.addressed || !name.titles.is_empty() || name.evidence == NameEvidence::Sure;
                    let before: Vec<&OfficialClue> = clues.take(3).collect();
                    let next = |i: usize, end: usize| before.get(i).filter(|clue| clue.tokens.end == end);
                    let post = match next(0, clue.tokens.start) {
                        // `Chủ tịch UBND huyện, ông A`; but `ông B, Chủ tịch UBND huyện, ông A`.
                        Some(comma) if comma.kind.is_mark(Mark::Comma) => next(1, comma.tokens.start).filter(|post| {
                            let mark = next(2, post.tokens.start);
                            mark.is_none_or(|mark| !matches!(mark.kind, ClueKind::Mark(Mark::Comma | Mark::Dash)))
                        }),
                        other => other,
                    };
                    return person && post.is_none_or(|clue| !matches!(clue.kind, ClueKind::Post(_)));
                }
                _ => return false,
            }
            start = clue.tokens.start;
        }
        false
    }

    /// A street, a prize, a campaign: the name in it is nobody's.
    fn called_after(&self, at: usize) -> Option<usize> {
        // `yêu cầu Sở Nội vụ`
        let end =
            self.reader.table(at, Table::Namesakes).filter(|end| self.reader.organisation_head(*end).is_none())?;
        // `Bảo tàng Hồ Chí Minh` is a body.
        let body = |at| self.reader.organisation_head(at).is_some_and(|(head, _)| head.kind.is_some());
        if self.reader.is_capital(at) && body(at) {
            return None;
        }
        // `Hồ Đức Phong` is no lake.
        if self.reader.is_capital(at) && self.reader.name(at).is_some_and(|name| name.evidence == NameEvidence::Sure) {
            return None;
        }
        // `cù lao Ông Hổ`
        let end = self.reader.honorific(end).filter(|_| self.reader.is_capital(end)).map_or(end, |(_, after)| after);
        self.reader.name(end).map(|name| name.end)
    }

    /// Capitalised words that mean nobody: `Bác Hồ`.
    fn nobody(&self, at: usize) -> Option<usize> {
        let end = self.reader.table(at, Table::NotPersons).filter(|_| self.reader.is_capital(at))?;
        // `Anh hùng Lực lượng vũ trang nhân dân` before a name is an honour.
        if self.reader.table(at, Table::Titles).is_some_and(|title| title > end) {
            return None;
        }
        let surer = |at| self.reader.name(at).is_some_and(|name| name.end > end && name.evidence == NameEvidence::Sure);
        // `Ông Công Văn Tú` is no kitchen god.
        let longer = surer(at) || self.reader.honorific(at).is_some_and(|(_, name)| surer(name));
        (!longer).then_some(end)
    }

    /// Whether a span of years ends right before the colon at `at`: `4/1985-7/1988`, `2010 - nay`.
    fn is_year_end(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.reader.word(i));
        before == "nay" || before.len() == 4 && before.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether two years joined by a dash end right before `at`: `năm 1987-1992, là …`.
    fn is_span_end(&self, at: usize) -> bool {
        let year = |back: usize| at.checked_sub(back).is_some_and(|i| self.is_year_end(i + 1));
        let dash = at.checked_sub(2).is_some_and(|i| self.reader.mark(i) == Some(Mark::Dash));
        year(1) && dash && year(3)
    }

    fn place(&self, at: usize) -> Option<usize> {
        let sure = |end: usize| self.reader.name(at).is_some_and(|n| n.evidence == NameEvidence::Sure && n.end >= end);
        if let Some(end) = self.reader.found_place(at).filter(|&end| self.reader.is_capital(at) && !sure(end)) {
            return Some(end);
        }
        if let Some((_, end)) = self.reader.geography(at) {
            let name = self.reader.name(at).filter(|name| name.evidence == NameEvidence::Sure && name.end > end);
            return name.is_none().then_some(end);
        }
        let end = self.reader.table(at, Table::PlaceHeads)?;
        let dotted = self.reader.word(end) == "." && self.reader.is_glued(end) && self.reader.is_capital(end + 1);
        let end = if dotted { end + 1 } else { end };
        if let Some((_, end)) = self.reader.geography(end) {
            return Some(end);
        }
        if !self.reader.is_capital(end)
            || self.reader.is_capital(at) && self.reader.name(at).is_some_and(|n| n.evidence == NameEvidence::Sure)
        {
            return None;
        }
        let pieces = self.reader.pieces(end);
        pieces.get(1).or(pieces.first()).copied()
    }

    /// Honorifics and titles in any order, and the name after them.
    fn addressed(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let (mut next, mut titles, mut addressed, mut plain) = (at, Vec::new(), false, false);
        loop {
            if let Some(end) = reader.table(next, Table::Titles).filter(|end| self.is_title(next, *end)) {
                titles.push(next..end);
                next = end;
            } else if let Some((address, end)) =
                reader.honorific(next).filter(|(_, end)| !reader.is_capital(next) || next == at || *end > next + 1)
            {
                addressed = true;
                plain |= address;
                next = end;
            } else {
                break;
            }
            // `TS. Nguyễn`, `đồng chí: Nguyễn`
            if matches!(reader.word(next), ".") && reader.is_glued(next) {
                next += 1;
            }
            if matches!(reader.word(next), "," | "-")
                && reader.table(next + 1, Table::Titles).is_some_and(|end| self.is_title(next + 1, end))
                && !titles.is_empty()
            {
                next += 1;
            }
        }
        if next == at {
            return None;
        }
        if reader.word(next) == ":"
            && addressed
            && reader.name(next + 1).is_some_and(|name| name.evidence >= NameEvidence::Fair)
        {
            next += 1;
        }
        // `đồng chí Đảng viên`
        if let Some(end) = self.nobody(next).filter(|&end| {
            // `Trường Chinh` is somebody after `đồng chí`; `Bác Hồ` is not after `mang tên`.
            reader.name(next).is_none_or(|name| name.end < end) || reader.honorific(next).is_some()
        }) {
            return Some(end);
        }
        // `nhà báo Mỹ David Brown`
        if let Some((true, end)) = reader.geography(next)
            && reader.name(end).is_some_and(|name| name.foreign)
        {
            next = end;
        }
        if let Some(name) = reader.name(next).filter(|_| reader.post_start(next).is_none() && !self.is_thing(next)) {
            // `nhà báo Báo …`: one syllable names a person only after a word of address or a rank.
            if name.syllables < 2 && !plain && titles.is_empty() {
                return Some(next);
            }
            let clue =
                NameClue { name: next..name.end, foreign: name.foreign, titles, addressed, evidence: name.evidence };
            return Some(self.push(at..name.end, ClueKind::Name(clue)));
        }
        if addressed {
            return Some(self.push(at..next, ClueKind::Address));
        }
        let posted = |at: usize| reader.post_start(at).is_some();
        (posted(next) || reader.mark(next).is_some() && posted(next + 1)).then(|| self.push(at..next, ClueKind::Rank))
    }

    /// Whether a title, not a word that looks like one (`TS` inside a name of a school), stands at `at..end`.
    fn is_title(&self, at: usize, end: usize) -> bool {
        let short = self.reader.word(at).chars().count() <= 5 && end == at + 1;
        !short || self.reader.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether an organisation or a place begins at `at`.
    fn is_thing(&self, at: usize) -> bool {
        let reader = self.reader;
        let name = reader.name(at);
        let sure = |end: usize| {
            name.is_some_and(|n| n.evidence == NameEvidence::Sure || n.evidence == NameEvidence::Fair && n.end >= end)
        };
        // `Viện Hàn lâm`: two capitals that no surname leads, and a word in lower case.
        let part = |end: usize| {
            end == at + 1
                && name.is_some_and(|n| {
                    n.syllables >= 2
                        && n.evidence == NameEvidence::Loose
                        && reader.is_lower(n.end)
                        && !reader.clause(n.end)
                })
        };
        reader
            .organisation_head(at)
            .is_some_and(|(_, end)| (end > at + 1 || reader.is_abbreviation(at) || part(end)) && !sure(end))
            || reader.geography(at).is_some_and(|(_, end)| reader.name(at).is_none_or(|name| name.end <= end))
    }

    /// A name with nothing before it.
    fn bare_name(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let name = reader.name(at)?;
        if self.is_thing(at) {
            return (name.syllables >= 2).then_some(name.end);
        }
        if self.is_address(at, name.end) {
            return Some(name.end);
        }
        // One word alone names nobody, but a foreign one may repeat the end of a name: `Trump`.
        let repeats = !is_vietnamese(reader.word(at)) && !reader.is_abbreviation(at);
        if name.syllables < 2 && !repeats && !self.led(at) {
            return None;
        }
        let clue = NameClue {
            name: at..name.end,
            foreign: name.foreign,
            titles: Vec::new(),
            addressed: name.syllables >= 2 && (self.is_aged(name.end) || name.foreign && self.is_of_nation(at)),
            evidence: name.evidence,
        };
        Some(self.push(at..name.end, ClueKind::Name(clue)))
    }

    /// Whether `at..end` is a street, after a house's number and before a larger place: `106 Đặng Thai Mai, quận Tây Hồ`.
    fn is_address(&self, at: usize, end: usize) -> bool {
        let reader = self.reader;
        let house = at.checked_sub(1).is_some_and(|i| reader.word(i).len() < 4 && reader.is_digits(i));
        let place = reader.table(end + 1, Table::PlaceHeads).is_some() || reader.geography(end + 1).is_some();
        house && reader.mark(end) == Some(Mark::Comma) && place
    }

    /// Whether an age or a year of birth stands at `at`, as it does after a person's name: `Lan Thương (26 tuổi)`.
    fn is_aged(&self, at: usize) -> bool {
        let reader = self.reader;
        let from = at + 1;
        let age = reader.is_digits(from) && reader.word(from + 1) == "tuổi";
        let born = matches!(reader.word(from), "SN" | "sn") && reader.is_digits(from + 1)
            || reader.word(from) == "sinh" && reader.word(from + 1) == "năm" && reader.is_digits(from + 2);
        matches!(reader.mark(at), Some(Mark::Open | Mark::Comma)) && (age || born)
    }

    /// Whether a nation stands before `at`, as it does before a person's name: `người Thái Lan Somsak Chaiyo`.
    fn is_of_nation(&self, at: usize) -> bool {
        let reader = self.reader;
        (1..=4).filter_map(|back| at.checked_sub(back)).any(|from| {
            reader.geography(from).is_some_and(|(country, end)| country && end == at)
                && from.checked_sub(1).is_some_and(|i| matches!(reader.word(i), "người" | "Người"))
        })
    }

    /// Whether a post ends right before `at`: `Bộ trưởng Tiến`.
    fn led(&self, at: usize) -> bool {
        self.clues.sequence.last().is_some_and(|clue| {
            clue.sentence == self.number && clue.tokens.end == at && matches!(clue.kind, ClueKind::Post(_))
        })
    }

    /// Notes the organisations named in `tokens`.
    fn organisations(&mut self, tokens: Range<usize>) {
        let reader = self.reader;
        let named = |at: &usize| reader.is_capital(*at) || *at == tokens.start && reader.is_capital(*at + 1);
        let Some(at) = tokens.clone().find(|at| named(at) && reader.organisation_head(*at).is_some()) else {
            return;
        };
        let Some((head, end)) = reader.organisation_head(at) else { return };
        if at + 1 == tokens.end && end == tokens.end && head.tail != OrganisationTail::Whole {
            return;
        }
        self.clues.organisations.extend(mention(reader, at..tokens.end, head, end));
    }
}

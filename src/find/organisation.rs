use super::{
    official_words::{NameStop, OrganisationHead, OrganisationTail, PostTail, Reader},
    person::Name,
    person_syllable::is_vietnamese,
};
use crate::{
    article::OrganisationKind,
    clue::{Mark, NameEvidence},
    lexicon::Table,
};

/// What was read last of a phrase that names an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Last {
    /// Nothing but the head of a post.
    Post(PostTail),
    /// The head of an organisation's name.
    Head(OrganisationTail),
    /// A name that is complete in itself: `Quốc hội`. Nothing but a place, a body or a term may follow.
    Whole,
    /// A complete name: a field of work, a proper name.
    Complete,
    /// A place.
    Place,
    /// Words of a name that may go on.
    Open,
}

/// The words of an organisation with its place, read as far as they go.
///
/// `UBND tỉnh Cao Bằng`, `Sở Văn hóa, Thể thao và Du lịch`, `Cục Quản trị, Văn phòng Chính phủ`,
/// `Bệnh viện Đa khoa (BVĐK) huyện Hòa An`.
pub(crate) struct Phrase<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) last: Last,
    pub(super) level: Option<u8>,
    lower: usize,
    /// Whether trades stand before a company's own name: `Công ty Xây dựng …`.
    pub(super) fielded: bool,
    /// Whether the head asks for a place, as `UBND` does.
    pub(super) local: bool,
    /// Whether it is a party's: `Ban Chấp hành Trung ương Đảng Lao động`.
    pub(super) party: bool,
    /// Whether it is a school's, which may have a number: `Trường THPT Ba Bể 2`.
    school: bool,
    /// The token after the last that surely belongs.
    end: usize,
    pub(super) depth: usize,
    /// Whether the post stands after its holder, so that capitalised words behind it are rather its own than a second name.
    apposed: bool,
}

/// No phrase is longer: `Phó Trưởng Ban Thường trực Ban Chỉ đạo …` has some thirty tokens.
const MOST: usize = 60;

/// So many words in lower case in a row belong to a name at most.
const MOST_LOWER: usize = 9;

impl<'a> Phrase<'a> {
    fn begin(reader: Reader<'a>, last: Last, end: usize) -> Self {
        Phrase {
            reader,
            last,
            level: None,
            lower: 0,
            fielded: false,
            local: false,
            party: false,
            school: false,
            end,
            depth: 0,
            apposed: false,
        }
    }

    /// Where the organisation after the head of a post, which ends before `at`, comes to its end; `at` where none follows.
    pub(crate) fn after_post(reader: Reader<'a>, at: usize, tail: PostTail, apposed: bool) -> usize {
        let mut phrase = Phrase { apposed, ..Phrase::begin(reader, Last::Post(tail), at) };
        // `Trưởng ban chỉ đạo Lễ hội`: the last word of the post is the first of the organisation.
        let head = at.checked_sub(1).and_then(|last| reader.organisation_head(last)).filter(|(_, end)| *end > at);
        if let Some((head, end)) = head {
            phrase.put_head(head);
            phrase.end = end;
            phrase.read(end);
        } else {
            phrase.read(at);
        }
        phrase.end
    }

    /// Where the organisation whose head is read from `at` to `end` comes to its end.
    pub(crate) fn after_head(reader: Reader<'a>, head: OrganisationHead, end: usize) -> usize {
        let mut phrase = Phrase::begin(reader, Last::Complete, end);
        phrase.put_head(head);
        if head.tail == OrganisationTail::Whole {
            phrase.last = Last::Whole;
        }
        phrase.read(end);
        phrase.end
    }

    pub(super) fn put_head(&mut self, head: OrganisationHead) {
        let first = matches!(self.last, Last::Post(_));
        self.last = match head.tail {
            OrganisationTail::Whole if first => Last::Whole,
            OrganisationTail::Whole => Last::Complete,
            tail => Last::Head(tail),
        };
        self.level = Some(head.level);
        self.lower = 0;
        self.fielded = false;
        self.local = head.tail == OrganisationTail::Place;
        self.party = head.kind == Some(OrganisationKind::Party);
        self.school = head.kind == Some(OrganisationKind::School);
    }

    fn read(&mut self, from: usize) {
        let mut at = from;
        while at < self.reader.end && at < from + MOST {
            match self.word(at).or_else(|| self.connector(at)) {
                Some(next) if next > at => {
                    at = next;
                    self.end = at;
                }
                _ => break,
            }
        }
    }

    /// Whether a person's name begins at `at`. After a post whose holder is named already only a sure one counts:
    /// `ông Nguyễn Văn An, Bí thư Huyện ủy Thuận Thành`.
    pub(super) fn begins_person(&self, at: usize) -> bool {
        let sure = |name: Name| name.evidence == NameEvidence::Sure || name.foreign && self.last == Last::Place;
        self.reader.begins_person(at) && (!self.apposed || self.reader.name(at).is_some_and(sure))
    }

    pub(super) fn complete(&mut self, last: Last, end: usize) -> Option<usize> {
        // `Trưởng phòng Tuyển sinh, Trường Đại học X`: the post's own head names a part of something larger.
        if self.last == Last::Post(PostTail::Content) && self.level.is_none() && !matches!(last, Last::Place) {
            self.level = Some(0);
        }
        self.last = last;
        self.lower = 0;
        Some(end)
    }

    /// A capitalised piece of a name with which no words in lower case go on.
    fn whole(&mut self, end: usize) -> Option<usize> {
        (self.last, self.lower) = (Last::Open, MOST_LOWER);
        Some(end)
    }

    /// A word that belongs to the name, and the token after it.
    pub(super) fn word(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let head = self.head(at);
        // `Công ty Xây dựng Trường Xuân`
        let own = self.fielded && self.last == Last::Head(OrganisationTail::Name);
        let head = head.filter(|(_, end)| !own || *end > at + 1);
        let post = reader.post_start(at);
        let named = reader.geography(at).map(|(_, end)| end);
        // `Tập đoàn P&G` is no ward.
        let place = reader.table(at, Table::PlaceHeads).filter(|&end| {
            named.is_none_or(|named| named <= end) && !(reader.word(end) == "&" && reader.is_glued(end))
        });
        let longest = |end: usize| post.is_none_or(|p| p < end) && place.is_none_or(|p| p <= end);
        // `Ban Quản lý đường sắt đô thị TP.HCM`; but `Sở Tài chính kiểm tra`
        let goes_on = self.last == Last::Complete
            && !reader.clause(at)
            && reader.field(at, true).is_some_and(|end| reader.table(end, Table::PlaceHeads).is_some());
        // `Bộ trưởng ngoại giao Australia`
        let ministry = self.last == Last::Post(PostTail::Field)
            && !reader.clause(at)
            && reader.field(at, true).is_some_and(|end| end > at + 1 && reader.geography(end).is_some());
        let field = reader
            .field(at, matches!(self.last, Last::Head(_)) || goes_on || ministry)
            .filter(|end| post.is_none_or(|p| p < *end));
        // `Viện Nội dung và Phương pháp` is no ward of internal medicine.
        let field =
            field.filter(|&end| end > at + 1 || !reader.is_lower(end) || reader.clause(end) || reader.head_begins(end));
        let fielded = field.filter(|end| head.is_none_or(|(_, head)| head < *end)).is_some();
        if let Some((head, end)) = head.filter(|(_, end)| !fielded && longest(*end)) {
            self.put_head(head);
            return Some(end);
        }
        if self.last == Last::Head(OrganisationTail::Name)
            && let Some(end) = reader.table(at, Table::Trades).filter(|_| head.is_none())
        {
            // `Công ty Xây dựng Vận tải Ba Bể`: its own name follows.
            self.fielded = true;
            self.lower = MOST_LOWER;
            return Some(end);
        }
        if let Some(end) = field {
            let fits = match self.last {
                Last::Post(tail) => tail != PostTail::At,
                Last::Head(_) | Last::Open | Last::Complete => true,
                Last::Whole => self.party,
                Last::Place => false,
            };
            let person = self.last != Last::Head(OrganisationTail::Field) && end == at + 1 && self.begins_person(at);
            if fits && !person {
                // `Công ty Lâm nghiệp Ba Bể`
                if self.last == Last::Head(OrganisationTail::Name) {
                    self.last = Last::Open;
                    self.lower = MOST_LOWER;
                    return Some(end);
                }
                // `Trung tâm dịch vụ nông nghiệp`: written small it goes on.
                let open = matches!(self.last, Last::Head(_)) && reader.is_lower(at);
                return self.complete(if open { Last::Open } else { Last::Complete }, end);
            }
        }
        match reader.organisation_word(at) {
            Some((true, end)) if matches!(self.last, Last::Head(_)) => return Some(end),
            Some((true, end)) if matches!(self.last, Last::Complete | Last::Open | Last::Whole) => {
                return self.complete(Last::Complete, end);
            }
            Some((false, end)) if self.takes_lower() => return self.complete(Last::Open, end),
            _ => {}
        }
        if let Some(end) = post {
            return match self.last {
                Last::Post(PostTail::Post) => self.complete(Last::Complete, Phrase::nested(reader, end, self.depth)),
                _ => None,
            };
        }
        if reader.table(at, Table::Titles).is_some_and(|end| end > at + 1 || !reader.is_capital(at)) {
            return None;
        }
        if let Some(end) = place {
            return match self.place(at, end) {
                Some(end) => self.complete(Last::Place, end),
                None => None,
            };
        }
        if let Some((_, end)) = reader.geography(at) {
            // `Ngân hàng Việt Á`: a place within a proper name.
            if self.last == Last::Head(OrganisationTail::Name) && reader.is_capital(end) && !self.begins_person(end) {
                return self.complete(Last::Open, end);
            }
            return self.complete(Last::Place, end);
        }
        if reader.is_capital(at) {
            return self.capital(at);
        }
        if reader.is_lower(at) {
            return self.lower(at);
        }
        // `Trường THPT Ba Bể 2`; but `Trường THPT Ba Bể 3 năm liền`
        let numbered = self.school && reader.word(at).len() == 1 && reader.mark(at + 1) == Some(Mark::Comma);
        if reader.is_digits(at) && (numbered || matches!(self.last, Last::Head(_) | Last::Open)) {
            return self.complete(Last::Complete, at + 1);
        }
        None
    }

    /// Where another post inside the phrase, whose head ends before `at`, comes to its end: `thư ký Bộ trưởng Bộ Công an`.
    pub(super) fn nested(reader: Reader<'a>, at: usize, depth: usize) -> usize {
        if depth > 1 {
            return at;
        }
        let last = Last::Post(PostTail::Organisation);
        let mut phrase = Phrase { depth: depth + 1, ..Phrase::begin(reader, last, at) };
        phrase.read(at);
        phrase.end
    }

    /// The head of an organisation at `at`, if the words before let it stand there.
    fn head(&self, at: usize) -> Option<(OrganisationHead, usize)> {
        let (head, end) = self.reader.organisation_head(at)?;
        let fits = if self.reader.is_capital(at) {
            match self.last {
                // `Sở Tài chính Công ty X`: two names without a word between.
                Last::Place => head.tail != OrganisationTail::Name || end > at + 1,
                _ => true,
            }
        } else {
            // In lower case only a head of two words, or one right after the post: `Trưởng phòng`, `Giám đốc công an tỉnh`.
            end > at + 1 && !matches!(self.last, Last::Place) && (!head.is_verb() || self.reader.word(at - 1) == "các")
                || matches!(self.last, Last::Post(_))
        };
        fits.then_some((head, end))
    }

    /// A capitalised word that no table knows.
    fn capital(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let end = reader.piece(at)?;
        // `Hội Nghệ sĩ Sân khấu`: right after the head the word is part of the name.
        let address = !matches!(self.last, Last::Head(_)) && reader.honorific(at).is_some_and(|(_, end)| end > at + 1);
        if address || matches!(reader.word(at), "Ông" | "Bà") {
            return None;
        }
        // `Viettel Tại buổi lễ`: the full stop is missing.
        let stops = reader.name_stop(at).is_some_and(|stop| match stop {
            NameStop::Any => !matches!(self.last, Last::Head(_)) && !reader.is_capital(end),
            NameStop::First if matches!(self.last, Last::Post(_)) => false,
            NameStop::First => matches!(self.last, Last::Place | Last::Complete),
            NameStop::Thing => false,
        });
        if stops && !reader.is_shouting(at) {
            return None;
        }
        // `Tỉnh ủy Bình Định Ngày 25 …`: a sentence begins whose stop is lost.
        let stop = reader.name_stop(at);
        if stop == Some(NameStop::Any) && !matches!(self.last, Last::Head(_))
            || stop == Some(NameStop::First) && self.last == Last::Place
        {
            return None;
        }
        if reader.is_abbreviation(at) && !reader.is_shouting(at) {
            return self.complete(Last::Complete, end);
        }
        if self.last == Last::Whole {
            // `Viettel Global`, `Quốc hội Inđônêxia`; but `Quốc hội Dẫn …` begins something new.
            let own = !is_vietnamese(reader.word(at)) && reader.pieces(at).len() == 1 && !reader.is_shouting(at);
            return own.then(|| self.complete(Last::Complete, end)).flatten();
        }
        let sure = |name: &super::person::Name| name.evidence == NameEvidence::Sure && name.syllables >= 3;
        if self.fielded && reader.name(at).as_ref().is_some_and(sure) {
            return None;
        }
        // `T&T`
        if reader.word(end) == "&" && reader.is_glued(end) && reader.is_glued(end + 1) && reader.is_capital(end + 1) {
            return self.complete(Last::Complete, end + 2);
        }
        match self.last {
            Last::Head(OrganisationTail::Name) => {
                let pieces = reader.pieces(at);
                // `Trường THPT Lê Hồng Phong Nguyễn Văn An`: the last name is the person's.
                let split = [1, 2, 0, 3].into_iter().filter_map(|count| pieces.get(count).copied()).find(|&start| {
                    reader.name(start).is_some_and(|name| name.evidence == NameEvidence::Sure && name.syllables >= 3)
                });
                match split {
                    Some(start) => self.complete(Last::Complete, start),
                    None => {
                        let end = pieces.get(3).or(pieces.last()).copied()?;
                        let open = pieces.len() == 1 && is_vietnamese(reader.word(at));
                        self.complete(if open { Last::Open } else { Last::Complete }, end)
                    }
                }
            }
            Last::Head(OrganisationTail::Place) | Last::Post(PostTail::Place) => {
                // Without the word `tỉnh` or `xã` two syllables are rather a person's.
                // `Bí thư Huyện ủy Thuận Thành`
                let unit = reader
                    .unit(at)
                    .filter(|&end| !reader.is_capital(end) && reader.surname(at).is_none_or(|(common, _)| !common));
                let person = self.begins_person(at) && unit.is_none();
                let end = self.place_name(at).filter(|end| !person || self.begins_person(*end))?;
                self.complete(Last::Place, end)
            }
            // `ông Nguyễn Văn An, Chủ tịch Vĩnh Hoàn`
            Last::Post(PostTail::Organisation | PostTail::Content)
                if self.apposed && reader.name_stop(at).is_none_or(|stop| stop == NameStop::Thing) =>
            {
                // `Giám đốc Tuyển sinh Trường Đại học X`
                if reader.is_lower(end) && is_vietnamese(reader.word(at)) {
                    return if reader.clause(end) { None } else { self.complete(Last::Open, end) };
                }
                let last = reader.pieces(at).get(3).or(reader.pieces(at).last()).copied();
                last.filter(|_| !self.begins_person(at)).and_then(|end| self.whole(end))
            }
            Last::Post(_) => {
                // `ông A, Phó Chủ tịch Delta Energy Việt Nam`: after its holder's name these words are no second one.
                let country = |end: usize| reader.geography(end).map_or(end, |(_, end)| end);
                if self.apposed && !is_vietnamese(reader.word(at)) {
                    let count = reader.pieces(at).iter().take_while(|&&end| reader.geography(end).is_none()).count();
                    let last = reader.pieces(at).get(count).or(reader.pieces(at).last()).copied()?;
                    return self.complete(Last::Complete, country(last));
                }
                let single = reader.pieces(at).len() == 1;
                let open = self.last == Last::Post(PostTail::Content);
                // `Tổng Giám đốc Intracom Group`: several words that are a company's.
                if let Some(last) = reader.pieces(at).last().filter(|_| open && reader.is_company(at)) {
                    return self.complete(Last::Complete, *last);
                }
                let begins = open && reader.is_lower(end) && is_vietnamese(reader.word(at)) && !reader.clause(end);
                (single && open && (begins || !is_vietnamese(reader.word(at)))).then_some(())?;
                self.complete(if begins { Last::Open } else { Last::Complete }, end)
            }
            Last::Whole => None,
            Last::Place | Last::Complete => {
                // A name of any form: `Chủ tịch Trung Quốc Tập Cận Bình`.
                let name = reader.name(at).is_some_and(|name| name.syllables >= 2);
                if name && (!self.apposed || self.begins_person(at)) {
                    return None;
                }
                if name { self.whole(end) } else { self.complete(Last::Open, end) }
            }
            Last::Head(_) | Last::Open => {
                if self.begins_person(at) {
                    return None;
                }
                let last = if is_vietnamese(reader.word(at)) { Last::Open } else { Last::Complete };
                self.complete(last, end)
            }
        }
    }

    /// Whether a word in lower case may go on with the name.
    fn takes_lower(&self) -> bool {
        matches!(
            self.last,
            Last::Head(OrganisationTail::Field | OrganisationTail::Name) | Last::Open | Last::Post(PostTail::Content)
        )
    }

    /// A word in lower case that no table knows.
    fn lower(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let full = self.lower >= MOST_LOWER && !(self.fielded && self.leads_to_name(at));
        if !self.takes_lower() || full || reader.table(at, Table::ClauseWords).is_some() {
            return None;
        }
        if reader.honorific(at).is_some_and(|(_, end)| reader.is_capital(end)) {
            return None;
        }
        self.lower += 1;
        if self.last != Last::Open && !self.fielded {
            self.last = Last::Open;
        }
        Some(at + 1)
    }

    /// Whether the words in lower case from `at` on end in a company's own name: `Công ty Thực phẩm xuất khẩu Ba Bể`.
    fn leads_to_name(&self, at: usize) -> bool {
        let reader = self.reader;
        let end = (at..at + 5).find(|&at| !reader.is_lower(at) || reader.clause(at)).unwrap_or(at);
        end > at
            && reader.is_capital(end)
            && reader.post_start(end).is_none()
            && reader.organisation_head(end).is_none()
            && reader.name(end).is_none_or(|name| name.evidence != NameEvidence::Sure || name.syllables < 3)
    }
}

use super::{
    official_words::{NameStop, OrganisationHead, OrganisationTail, PostTail, Reader},
    person::Name,
    person_syllable::is_vietnamese,
};
use crate::{
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
    /// A complete name: a place, a whole name, a field of work.
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
    /// The token after the last that surely belongs.
    end: usize,
    depth: usize,
    /// Whether the post stands after its holder, so that capitalised words behind it are rather its own than a second name.
    apposed: bool,
}

/// No phrase is longer: `Phó Trưởng Ban Thường trực Ban Chỉ đạo …` has some thirty tokens.
const MOST: usize = 60;

/// So many words in lower case in a row belong to a name at most.
const MOST_LOWER: usize = 9;

impl<'a> Phrase<'a> {
    /// Where the organisation after the head of a post, which ends before `at`, comes to its end; `at` where none follows.
    pub(crate) fn after_post(reader: Reader<'a>, at: usize, tail: PostTail, apposed: bool) -> usize {
        let mut phrase = Phrase { reader, last: Last::Post(tail), level: None, lower: 0, end: at, depth: 0, apposed };
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
        let mut phrase = Phrase { reader, last: Last::Complete, level: None, lower: 0, end, depth: 0, apposed: false };
        phrase.put_head(head);
        phrase.read(end);
        phrase.end
    }

    fn put_head(&mut self, head: OrganisationHead) {
        self.last = match head.tail {
            OrganisationTail::Whole => Last::Complete,
            tail => Last::Head(tail),
        };
        self.level = Some(head.level);
        self.lower = 0;
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
    fn word(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let head = self.head(at);
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
        let field =
            reader.field(at, matches!(self.last, Last::Head(_)) || goes_on).filter(|end| post.is_none_or(|p| p < *end));
        // `Viện Nội dung và Phương pháp` is no ward of internal medicine.
        let field =
            field.filter(|&end| end > at + 1 || !reader.is_lower(end) || reader.clause(end) || reader.head_begins(end));
        let fielded = field.filter(|end| head.is_none_or(|(_, head)| head < *end)).is_some();
        if let Some((head, end)) = head.filter(|(_, end)| !fielded && longest(*end)) {
            self.put_head(head);
            return Some(end);
        }
        if let Some(end) = field {
            let fits = match self.last {
                Last::Post(tail) => tail != PostTail::At,
                Last::Head(_) | Last::Open | Last::Complete => true,
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
                return self.complete(Last::Complete, end);
            }
        }
        match reader.organisation_word(at) {
            Some((true, end)) if matches!(self.last, Last::Head(_)) => return Some(end),
            Some((true, end)) if matches!(self.last, Last::Complete | Last::Open) => {
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
        if reader.is_digits(at) && matches!(self.last, Last::Head(_) | Last::Open) {
            return self.complete(Last::Complete, at + 1);
        }
        None
    }

    /// Where another post inside the phrase, whose head ends before `at`, comes to its end: `thư ký Bộ trưởng Bộ Công an`.
    fn nested(reader: Reader<'a>, at: usize, depth: usize) -> usize {
        if depth > 1 {
            return at;
        }
        let last = Last::Post(PostTail::Organisation);
        let mut phrase = Phrase { reader, last, level: None, lower: 0, end: at, depth: depth + 1, apposed: false };
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
            end > at + 1 && !matches!(self.last, Last::Place) || matches!(self.last, Last::Post(_))
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
        if reader.is_abbreviation(at) && !reader.is_shouting(at) {
            return self.complete(Last::Complete, end);
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
        if !self.takes_lower() || self.lower >= MOST_LOWER || reader.table(at, Table::ClauseWords).is_some() {
            return None;
        }
        if reader.honorific(at).is_some_and(|(_, end)| reader.is_capital(end)) {
            return None;
        }
        self.lower += 1;
        if self.last != Last::Open {
            self.last = Last::Open;
        }
        Some(at + 1)
    }

    /// A word or mark inside the name, with what it brings; the token after both.
    fn connector(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        match reader.mark(at) {
            Some(Mark::Dash) if reader.is_even(at) => return self.joined(at + 1),
            // `Lào- Việt Nam`
            Some(Mark::Dash) if self.last == Last::Place && reader.geography(at + 1).is_some() => {
                return self.joined(at + 1);
            }
            Some(Mark::Comma) => return self.after_comma(at + 1),
            Some(Mark::Open) => return self.bracket(at + 1),
            _ => {}
        }
        match reader.word(at) {
            "và" | "&" => self.joined(at + 1),
            "của" | "thuộc" | "trực" | "vì" => {
                let next = if reader.word(at + 1) == "thuộc" { at + 2 } else { at + 1 };
                self.owner(next)
            }
            "về" => {
                let next = at + 1;
                let fits = !matches!(self.last, Last::Post(_) | Last::Place)
                    && (reader.is_capital(next)
                        || !matches!(self.last, Last::Complete) && reader.field(next, true).is_some());
                if fits && !self.begins_person(next) {
                    self.last = Last::Open;
                    return self.word(next);
                }
                None
            }
            "tại" => {
                let within = reader.organisation_head(at + 1).filter(|(head, end)| {
                    self.last != Last::Open && reader.is_capital(at + 1) && self.is_named(*head, *end)
                });
                if let Some((head, end)) = within {
                    self.put_head(head);
                    return Some(end);
                }
                let (country, end) = reader
                    .geography(at + 1)
                    .or_else(|| {
                        let end = reader.table(at + 1, Table::PlaceHeads)?;
                        reader.geography(end)
                    })
                    .or_else(|| {
                        reader
                            .organisation_head(at + 1)
                            .filter(|_| reader.is_capital(at + 1))
                            .map(|(_, end)| (true, end))
                    })?;
                (country && self.last != Last::Open || self.last == Last::Place).then_some(())?;
                self.complete(Last::Place, end)
            }
            "khóa" | "khoá" | "Khóa" => self.term(at + 1),
            "các" | "từ" if matches!(reader.word(at + 1), "khóa" | "khoá") => self.term(at + 2),
            "đến" if matches!(reader.word(at + 1), "khóa" | "khoá") => self.term(at + 2),
            "lần" if reader.word(at + 1) == "thứ" => self.ordinal(at + 2),
            "năm" if self.last == Last::Open && reader.is_digits(at + 1) => self.complete(Last::Complete, at + 2),
            "số" if reader.is_digits(at + 1) => self.complete(Last::Complete, at + 2),
            _ => None,
        }
    }

    /// After `và` or a dash: another piece of the same name.
    fn joined(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let title = reader.table(at, Table::Titles).is_some();
        if matches!(self.last, Last::Post(_)) || title || reader.post_start(at).is_some() {
            return None;
        }
        if let Some((head, end)) = reader.organisation_head(at) {
            // `Văn phòng HĐND - UBND`, `Vụ Hợp tác quốc tế - Bộ Văn hóa`; but `và Sở Tài chính` is another.
            let dash = reader.mark(at - 1).is_some();
            let larger = self.level.is_some_and(|level| head.level > level);
            if dash && (larger || head.tail == OrganisationTail::Place) && reader.is_capital(at) {
                self.put_head(head);
                return Some(end);
            }
            return None;
        }
        if self.last == Last::Place || self.begins_person(at) || reader.geography(at).is_some() {
            let ties = reader.mark(at - 1).is_some() && reader.geography(at).is_some() && self.level.is_some();
            return ties
                .then(|| reader.geography(at).map(|(_, end)| end))
                .flatten()
                .inspect(|_| self.last = Last::Place);
        }
        let addressed = reader.honorific(at).is_some_and(|(_, end)| reader.is_capital(end));
        if addressed && (!reader.is_capital(at) || matches!(reader.word(at), "Ông" | "Bà" | "Ngài")) {
            return None;
        }
        if let Some(end) = reader.field(at, false) {
            return self.complete(Last::Complete, end);
        }
        // `Công ty Tư vấn và đầu tư SDP`
        if let Some(end) = reader.field(at, true).filter(|&end| self.level.is_some() && reader.is_capital(end)) {
            return (!self.begins_person(end)).then(|| self.complete(Last::Open, end)).flatten();
        }
        if reader.is_capital(at) && self.level.is_some() {
            let end = reader.piece(at)?;
            return self.complete(Last::Open, end);
        }
        None
    }

    /// After `của`, `thuộc`: the larger body or the place.
    fn owner(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        // `Tổ công tác của Thủ tướng`
        let envoy = matches!(self.last, Last::Post(PostTail::At | PostTail::Post));
        let within = (self.level.is_some() || envoy) && self.depth == 0 && self.last != Last::Place;
        if let Some(end) = reader.post_start(at).filter(|_| within) {
            let end = Phrase::nested(reader, end, self.depth);
            // `Thư ký của Tổng thống Nguyễn Văn An`: the name is his who has the second post.
            return (!envoy || !reader.begins_person(end)).then(|| self.complete(Last::Complete, end)).flatten();
        }
        if reader.post_start(at).is_some()
            || self.begins_person(at)
            || reader.honorific(at).is_some() && !reader.is_capital(at)
        {
            return None;
        }
        let begins = reader.is_capital(at)
            || reader.organisation_head(at).is_some()
            || reader.table(at, Table::PlaceHeads).is_some();
        if !begins {
            return None;
        }
        let before = self.last;
        self.last = Last::Open;
        let end = self.word(at);
        if end.is_none() {
            self.last = before;
        }
        end
    }

    /// After a comma: the larger organisation, the larger place, or the next item of a name with inner commas.
    fn after_comma(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        if matches!(self.last, Last::Post(_)) || reader.post_start(at).is_some() {
            return None;
        }
        if let Some((head, end)) = reader.organisation_head(at).filter(|_| reader.is_capital(at)) {
            let larger = self.level.is_some_and(|level| head.level > level);
            let named = head.tail == OrganisationTail::Whole || self.is_named(head, end);
            if larger && named {
                self.put_head(head);
                return Some(end);
            }
            return None;
        }
        // `các trường đại học, cao đẳng Việt Nam`
        if let Some((head, end)) = reader.organisation_head(at) {
            let same = self.last == Last::Head(head.tail) && head.tail == OrganisationTail::Name;
            if same && reader.is_lower(at) {
                self.put_head(head);
                return Some(end);
            }
        }
        if let Some(end) =
            reader.table(at, Table::PlaceHeads).filter(|_| self.level.is_some() || self.last == Last::Place)
        {
            if !reader.is_capital(end) && !reader.is_digits(end) {
                return None;
            }
            let end = self.place(at, end)?;
            return self.complete(Last::Place, end);
        }
        self.listed(at)
    }

    /// Whether a name follows the head of an organisation that ends before `at`.
    fn is_named(&self, head: OrganisationHead, at: usize) -> bool {
        let reader = self.reader;
        match head.tail {
            OrganisationTail::Place => reader.table(at, Table::PlaceHeads).is_some() || reader.geography(at).is_some(),
            // `Bệnh viện Đa khoa tỉnh Thanh Hóa`
            OrganisationTail::Name if reader.table(at, Table::PlaceHeads).is_some() => true,
            _ => reader.is_capital(at) && !self.begins_person(at) || reader.field(at, true).is_some(),
        }
    }

    /// In brackets: the larger organisation or place, or an abbreviation after which the phrase goes on.
    fn bracket(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        if matches!(self.last, Last::Post(_)) {
            return None;
        }
        let close = (at..reader.end.min(at + 14)).find(|&i| reader.mark(i) == Some(Mark::Close))?;
        let after = close + 1;
        if let Some((country, _)) = reader.geography(at).filter(|(_, end)| *end == close) {
            // `Tập đoàn Shire (Ireland)`: where a company is from is no part of its name.
            let abroad = country && self.last != Last::Place && reader.word(at) != "Việt";
            return if abroad { None } else { self.complete(Last::Place, after) };
        }
        if let Some(end) =
            reader.table(at, Table::PlaceHeads).filter(|&end| reader.is_capital(end) || reader.is_digits(end))
        {
            let _ = end;
            return self.complete(Last::Place, after);
        }
        if let Some((head, end)) = reader.organisation_head(at) {
            let whole = head.tail == OrganisationTail::Whole && end == close && !reader.is_abbreviation(at);
            if end < close && self.is_named(head, end) || whole {
                return self.complete(Last::Complete, after);
            }
        }
        // An abbreviation.
        let short = (at..close)
            .all(|i| reader.shape(i).is_some_and(|s| !s.is_word() || s.is_upper()) || matches!(reader.word(i), "và"));
        if short && close - at <= 6 {
            let goes_on = reader.table(after, Table::PlaceHeads).is_some()
                || reader.geography(after).is_some()
                || reader.organisation_head(after).is_some_and(|_| reader.is_capital(after))
                || matches!(reader.word(after), "của" | "thuộc");
            return goes_on.then_some(after);
        }
        None
    }

    /// After `khóa`: `XIII`, `XI, XII`, `14`.
    fn term(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let number = |at: usize| {
            reader.is_digits(at)
                || reader.shape(at).is_some_and(|s| s.is_word())
                    && reader.word(at).chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
                    && !reader.word(at).is_empty()
        };
        let mut end = number(at).then_some(at + 1)?;
        while matches!(reader.word(end), "," | "và") && number(end + 1) {
            end += 2;
        }
        self.complete(Last::Complete, end)
    }

    fn ordinal(&mut self, at: usize) -> Option<usize> {
        let end = self.term(at)?;
        Some(end)
    }
}

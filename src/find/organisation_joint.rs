//! What joins the pieces of an organisation's name: `và`, dashes, commas, brackets, `của`, `về`, terms.

use super::{
    official_words::{OrganisationHead, OrganisationTail, PostTail},
    organisation::{Last, Phrase},
};
use crate::{
    clue::{Cue, Mark},
    lexicon::Table,
};

impl Phrase<'_> {
    /// A word or mark inside the name, with what it brings; the token after both.
    pub(super) fn connector(&mut self, at: usize) -> Option<usize> {
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
            "của" | "vì" if self.last == Last::Whole => None,
            "của" | "thuộc" | "trực" | "vì" => {
                let next = if reader.word(at + 1) == "thuộc" { at + 2 } else { at + 1 };
                self.owner(next)
            }
            "về" => {
                let next = at + 1;
                let fits = !matches!(self.last, Last::Post(_) | Last::Place | Last::Whole)
                    && (reader.is_capital(next)
                        || !matches!(self.last, Last::Complete) && reader.field(next, true).is_some());
                if fits && !self.begins_person(next) {
                    self.last = Last::Open;
                    return self.word(next);
                }
                None
            }
            "tại" => {
                if let Some((head, end)) = reader.organisation_head(at + 1).filter(|_| reader.is_capital(at + 1)) {
                    if self.last == Last::Open {
                        return None;
                    }
                    if self.is_named(head, end) {
                        self.put_head(head);
                        return Some(end);
                    }
                }
                let (country, end) = reader.geography(at + 1).or_else(|| {
                    let end = reader.table(at + 1, Table::PlaceHeads)?;
                    reader.geography(end)
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
        // `VFF - Ảnh: …`
        if reader.cue(at).is_some_and(|(cue, _)| cue == Cue::Credit) && reader.is_capital(at) {
            return None;
        }
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
        if self.last == Last::Whole {
            return None;
        }
        let own = self.fielded && self.last == Last::Head(OrganisationTail::Name);
        if let Some(end) = reader.table(at, Table::Trades).filter(|_| own) {
            return Some(end);
        }
        if let Some(end) = reader.field(at, false) {
            return self.complete(Last::Complete, end);
        }
        // `Công ty Tư vấn và đầu tư SDP`
        if let Some(end) = reader.field(at, true).filter(|&end| self.level.is_some() && reader.is_capital(end)) {
            return (!self.begins_person(end)).then(|| self.complete(Last::Open, end)).flatten();
        }
        // `Ban đô thị và đất đai khu vực Đông Á`
        let ranges = |end: usize| self.last == Last::Open && reader.table(end, Table::PlaceHeads).is_some();
        if let Some(end) = reader.field(at, true).filter(|&end| self.level.is_some() && ranges(end)) {
            return self.complete(Last::Complete, end);
        }
        if reader.is_capital(at) && self.level.is_some() {
            let end = reader.piece(at)?;
            return self.complete(Last::Open, end);
        }
        let end = self.small_item(at)?;
        self.closes(end).then(|| self.complete(Last::Complete, end)).flatten()
    }

    /// Whether what stands at `at` shows that the words before it belong to an organisation's name: its place, or after a comma the larger one.
    fn closes(&self, at: usize) -> bool {
        let reader = self.reader;
        if reader.mark(at) == Some(Mark::Comma) {
            let larger = reader.organisation_head(at + 1).filter(|_| reader.is_capital(at + 1));
            return larger.is_some_and(|(head, end)| head.level > self.level.unwrap_or(0) && self.is_named(head, end));
        }
        reader.geography(at).is_some()
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
            // `UBND tỉnh Cao Bằng, Bộ Y tế` are two, and `Đảng, Nhà nước`.
            let larger = self.level.is_some_and(|level| head.level > level)
                && !(self.party && matches!(self.last, Last::Head(_)))
                && !(self.local && self.last == Last::Place);
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
            OrganisationTail::Whole => true,
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

//! The author or source line: `Mạnh Tuyền, Vụ Cải cách hành chính, Bộ Nội vụ`, `Theo TTXVN`, `Bài và ảnh: Phạm Linh`.

use super::words;
use crate::article::Byline;

/// The longest byline in characters.
const LONGEST: usize = 140;

/// Reads a line as a byline; nothing where its form is not that of one.
///
/// `Trần Tĩnh (TTXVN)` has the author `Trần Tĩnh` and the source `TTXVN`; `Theo đó, …` is prose.
pub(super) fn read(line: &str) -> Option<Byline> {
    let text = line.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    let bare = unwrap(text.trim_end_matches("./.").trim());
    let mut byline = Byline { text: text.to_owned(), ..Byline::default() };
    let sure = read_labelled(bare, &mut byline)?;
    let known = !byline.authors.is_empty() || byline.affiliation.is_some() || byline.source.is_some() || sure;
    known.then_some(byline)
}

/// Reads what an element that the page marks as the author's or source's holds: `Admin` is a byline there, a sentence is none.
pub(super) fn read_marked(line: &str) -> Option<Byline> {
    let text = line.trim();
    if words::is("account", &text.to_lowercase()) {
        return None;
    }
    read(text).or_else(|| {
        let capital = |word: &str| word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphabetic());
        let short = text.chars().count() <= 40 && text.split_whitespace().count() <= 6;
        let reads = short && text.starts_with(char::is_uppercase) && text.split_whitespace().all(capital);
        let marks = text.contains([':', '?', '!', '"', '“', '/', '|']);
        (reads && !marks).then(|| Byline { text: text.to_owned(), authors: vec![text.to_owned()], ..Byline::default() })
    })
}

/// Whether a line says itself that it names an author or a source: `Tác giả: …`, `Nguồn tin: …`.
pub(super) fn is_labelled(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    ["byline-label", "source-label"]
        .iter()
        .any(|role| words::opens(role, &lower).is_some_and(|label| lower[label.len()..].trim_start().starts_with(':')))
}

/// Reads what an element that the page marks as the source's holds: `Nhịp sống nông thôn`, `Theo TTXVN`.
pub(super) fn read_source(line: &str) -> Option<Byline> {
    let text = line.trim();
    read(text).filter(|byline| byline.source.is_some()).or_else(|| {
        let short = text.split_whitespace().count() <= 12 && text.starts_with(char::is_uppercase);
        let source = source(text, true).filter(|_| short && !text.contains([':', '?', '!', '|']))?;
        Some(Byline { text: text.to_owned(), source: Some(source.to_owned()), ..Byline::default() })
    })
}

/// Reads a closing line that names only the unit which wrote the article: `Phòng Quản lý vận tải`.
pub(super) fn read_unit(line: &str) -> Option<Byline> {
    let text = unwrap(line.trim());
    let fits = text.split_whitespace().count() <= 9 && !text.ends_with(['.', ':', ';', '!', '?', ',']);
    (fits && is_unit(text)).then(|| Byline {
        text: line.trim().to_owned(),
        affiliation: Some(text.to_owned()),
        ..Byline::default()
    })
}

/// `(X)` without its brackets.
fn unwrap(text: &str) -> &str {
    match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) if !inner.contains(['(', ')']) => inner.trim(),
        _ => text,
    }
}

/// Reads labels, then what follows them. Whether a label makes it sure that this is a byline.
fn read_labelled(text: &str, byline: &mut Byline) -> Option<bool> {
    let lower = text.to_lowercase();
    if let Some(label) = words::opens("byline-label", &lower) {
        let rest = after(text, &lower, label)?;
        if let Some(rest) = rest.trim_start().strip_prefix(':') {
            return read_people(rest.trim(), byline).then_some(true);
        }
        if matches!(label, "by" | "author" | "tổng hợp") && !rest.trim().is_empty() {
            return read_people(rest.trim(), byline).then_some(false);
        }
        if let Some(outlet) = team_of(rest).filter(|_| words::is("pen-name", label)) {
            byline.authors = vec![text[..label.len()].to_owned()];
            byline.source = Some(outlet.to_owned());
            return Some(true);
        }
    }
    if let Some(label) = words::opens("source-label", &lower) {
        let rest = after(text, &lower, label)?.trim_start();
        let colon = rest.starts_with(':');
        let rest = rest.trim_start_matches(':').trim();
        byline.source = Some(source(rest, colon)?.to_owned());
        return Some(true);
    }
    read_people(text, byline).then_some(false)
}

/// The outlet behind `Nhóm phóng viên`, with where they work: ` TTXVN tại các địa phương`.
fn team_of(rest: &str) -> Option<&str> {
    let (outlet, place) = rest.split_once(" tại ").unwrap_or((rest, ""));
    let outlet = outlet.trim();
    let words = || outlet.split_whitespace();
    let named = (1..=4).contains(&words().count()) && words().all(|word| word.starts_with(char::is_uppercase));
    let short = place.split_whitespace().count() <= 5 && !place.ends_with(['.', ':', ';', ',']);
    (named && short && rest.starts_with(' ')).then_some(outlet)
}

/// What follows the first `label.len()` bytes of the lower-case form.
fn after<'a>(text: &'a str, lower: &str, label: &str) -> Option<&'a str> {
    // Lower case changes the length of no Vietnamese letter; where it did, the place is left alone.
    (text.len() == lower.len()).then(|| text.get(label.len()..)).flatten()
}

/// A source: `TTXVN`, `Báo Cao Bằng`, `Tất Định (Dân Việt)`; not `Bộ trưởng X, hội nghị …`.
fn source(text: &str, colon: bool) -> Option<&str> {
    let text = text.trim_end_matches(['.', ',', ';', ' ']);
    let count = text.split_whitespace().count();
    let first = text.chars().next()?;
    let fits = if colon {
        count <= 16
    } else {
        (first.is_uppercase() || text.contains('.')) && count <= 7 && !text.contains(", ")
    };
    let tail_is_prose = !colon && text.split_whitespace().skip(1).filter(|word| is_lower(word)).count() > 2;
    (fits && !tail_is_prose).then_some(text)
}

fn is_lower(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

/// Authors, with their unit, agency or a note; false where the words are no names.
fn read_people(text: &str, byline: &mut Byline) -> bool {
    let mut text = text.trim().trim_end_matches(['.', ',', ';']).trim();
    // `Tác giả: X - Nguồn: Y`
    let lower = text.to_lowercase();
    if lower.len() == text.len() {
        for label in words::of("source-label") {
            let at = words::find_word(&lower, label).filter(|&at| at > 0);
            if let Some((at, rest)) =
                at.and_then(|at| Some((at, text[at + label.len()..].trim_start().strip_prefix(':')?)))
            {
                byline.source = source(rest.trim(), true).map(str::to_owned);
                text = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
                break;
            }
        }
    }
    // `X và 1 tác giả khác`
    let others = |(_, rest): &(&str, &str)| {
        rest.strip_suffix(" tác giả khác").is_some_and(|count| count.chars().all(|c| c.is_ascii_digit()))
    };
    text = text.rsplit_once(" và ").filter(others).map_or(text, |(first, _)| first);
    // `X (TTXVN)`, `X (tổng hợp)`, `X (từ Viêng Chăn)`
    if let Some((head, inner)) = text.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        let inner = inner.trim();
        let note = inner.to_lowercase();
        match words::opens("byline-note", &note) {
            Some("theo") => {
                byline.source = source(inner.get("theo".len()..).unwrap_or("").trim(), true).map(str::to_owned)
            }
            Some(_) => {}
            None if inner.split_whitespace().count() <= 6 && !inner.is_empty() => {
                if is_unit(inner) {
                    byline.affiliation = Some(inner.to_owned());
                } else {
                    byline.source = Some(inner.to_owned());
                }
            }
            None => return false,
        }
        text = head.trim();
    }
    // `A - B/VOV.VN`
    if let Some((head, outlet)) = text.rsplit_once('/') {
        let outlet = outlet.trim();
        let dated = outlet.starts_with(|c: char| c.is_ascii_digit()) || head.ends_with(|c: char| c.is_ascii_digit());
        if !outlet.is_empty() && !dated && outlet.split_whitespace().count() <= 4 && !is_lower(outlet) {
            byline.source = Some(outlet.to_owned());
            text = head.trim();
        }
    }
    // `ĐỨC BÌNH thực hiện`
    for note in words::of("byline-note") {
        let cut = text
            .len()
            .checked_sub(note.len())
            .filter(|&at| text.is_char_boundary(at) && text[at..].to_lowercase() == *note);
        if let Some(head) = cut.map(|at| &text[..at]).filter(|head| head.ends_with(' ')) {
            text = head.trim();
            break;
        }
    }
    // `Mạnh Tuyền, Vụ Cải cách hành chính, Bộ Nội vụ`
    for separator in [", ", " - ", " – ", "- ", "-"] {
        if let Some((head, unit)) = text.split_once(separator).filter(|(_, unit)| is_unit(unit.trim())) {
            byline.affiliation = Some(unit.trim().to_owned());
            text = head.trim();
            break;
        }
    }
    // `Thanh tra Sở Nội vụ`; `Trường Sơn` is a person.
    if is_unit(text) && text.split_whitespace().count() >= 4 && split_names(text).len() == 1 {
        byline.affiliation = byline.affiliation.take().or_else(|| Some(text.to_owned()));
        return byline.source.is_some() || is_name(text);
    }
    let names: Vec<&str> = split_names(text);
    if names.is_empty() || !names.iter().all(|name| is_name(name)) {
        // An outlet alone: `TTXVN/Tin Tức` leaves a head that reads as a name; `Báo Cao Bằng` does not.
        return byline.source.is_some() && names.is_empty();
    }
    byline.authors = names.into_iter().map(str::to_owned).collect();
    true
}

/// Whether the words name a unit that an author may work for.
fn is_unit(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && words::opens("unit", &text.to_lowercase()).is_some_and(|unit| unit.len() < text.len())
}

fn split_names(text: &str) -> Vec<&str> {
    let mut names = vec![text];
    for separator in [",", ";", " - ", " – ", " & ", " và ", "- ", " -", "–", " + "] {
        names = names.into_iter().flat_map(|name| name.split(separator)).collect();
    }
    names.into_iter().map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// Whether the words read as a person's name or a pen name: `Mạnh Tuyền`, `H. NGUYÊN`, `M.A`, `PV`.
fn is_name(text: &str) -> bool {
    if words::is("pen-name", &text.to_lowercase()) {
        return true;
    }
    let count = text.split_whitespace().count();
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let capital =
        |word: &str| word.chars().next().is_some_and(char::is_uppercase) && !word.chars().any(|c| c.is_ascii_digit());
    let one = text.contains('.') || letters().all(char::is_uppercase);
    (1..=6).contains(&count)
        && text.split_whitespace().all(capital)
        && !text.ends_with(['?', '!', ':', '%'])
        && !text.contains(['"', '“', '”', ':'])
        && (count > 1 || (one && (2..=12).contains(&letters().count())))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn authors_units_and_sources_are_told_apart() {
        for (line, authors, unit, source) in [
            ("Mạnh Tuyền, Vụ Cải cách hành chính, Bộ Nội vụ", "Mạnh Tuyền", "Vụ Cải cách hành chính, Bộ Nội vụ", ""),
            ("Trần Tĩnh (TTXVN)", "Trần Tĩnh", "", "TTXVN"),
            ("Trần Ngọc - Ngọc Thành/VOV.VN", "Trần Ngọc|Ngọc Thành", "", "VOV.VN"),
            ("Theo TTXVN", "", "", "TTXVN"),
            ("Theo Tất Định (Dân Việt)", "", "", "Tất Định (Dân Việt)"),
            ("Bài và ảnh: Phạm Linh", "Phạm Linh", "", ""),
            ("Tin, ảnh: Quốc Đạt (TTXVN)", "Quốc Đạt", "", "TTXVN"),
            ("Phạm Linh (tổng hợp)", "Phạm Linh", "", ""),
            ("HIỀN THÚY - ĐÌNH HIỆP", "HIỀN THÚY|ĐÌNH HIỆP", "", ""),
            ("M.A", "M.A", "", ""),
            ("PV", "PV", "", ""),
            ("ĐỨC BÌNH thực hiện", "ĐỨC BÌNH", "", ""),
            ("Nguồn: Báo Cao Bằng", "", "", "Báo Cao Bằng"),
            ("Tác giả: Hải Thanh - Nguồn: Báo Cao Bằng", "Hải Thanh", "", "Báo Cao Bằng"),
            ("Thanh Tra Sở Nội Vụ", "", "Thanh Tra Sở Nội Vụ", ""),
            ("Trường Sơn", "Trường Sơn", "", ""),
            ("(Thúy Oanh – VP UBND Q8)", "Thúy Oanh", "VP UBND Q8", ""),
            ("Nhóm phóng viên VOV tại miền Trung", "Nhóm phóng viên", "", "VOV"),
            ("MINH ANH và 2 tác giả khác", "MINH ANH", "", ""),
        ] {
            let byline = read(line).unwrap_or_default();
            let got =
                (byline.authors.join("|"), byline.affiliation.unwrap_or_default(), byline.source.unwrap_or_default());
            assert_eq!(got, (authors.to_owned(), unit.to_owned(), source.to_owned()), "{line}");
        }
    }

    #[test]
    fn what_an_element_names_as_source_or_a_closing_unit_is_read() {
        let source = |line| super::read_source(line).and_then(|byline| byline.source);
        assert_eq!(source("Nhịp sống nông thôn").as_deref(), Some("Nhịp sống nông thôn"));
        assert_eq!(source("Theo TTXVN").as_deref(), Some("TTXVN"));
        assert_eq!(source("bài: không rõ"), None);
        let unit = |line| super::read_unit(line).and_then(|byline| byline.affiliation);
        assert_eq!(unit("Phòng Quản lý vận tải").as_deref(), Some("Phòng Quản lý vận tải"));
        assert_eq!(unit("Phòng Quản lý vận tải trả lời."), None);
        assert_eq!(unit("Kết quả đạt được"), None);
    }

    #[test]
    fn prose_and_headings_are_no_bylines() {
        for line in [
            "Theo đó, các đơn vị phải báo cáo trước ngày 15.",
            "Theo Bộ trưởng Nội vụ, việc sắp xếp đã xong",
            "Kết quả đạt được",
            "Nhóm phóng viên tác nghiệp tại hiện trường",
            "Hội Sách Thiếu Nhi diễn ra từ ngày 01 đến hết ngày 5/6/2016.",
            "Hội nghị bế mạc.",
            "Phát huy vai trò của người đứng đầu",
            "Điều 1. Phạm vi điều chỉnh",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}

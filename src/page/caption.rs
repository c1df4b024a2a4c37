//! Captions told by their form alone, where no picture stands beside them: `Quang cảnh buổi làm việc`.

use std::sync::OnceLock;

use regex::Regex;

use super::words;

/// The score from which a line that stands alone in bare text is a caption.
pub(super) const STANDS_ALONE: i32 = 4;

/// Whether the line closes with the credit of a picture: `… tại hội nghị. Ảnh: Lan Hương`, `(Nguồn: Reuters)`, `Ảnh minh họa`.
pub(super) fn has_credit(line: &str) -> bool {
    static CREDIT: OnceLock<Regex> = OnceLock::new();
    let credit = CREDIT.get_or_init(|| {
        let words = words::pattern(&["credit"]);
        words::regex(&format!(
            r"(?i)(?:(?:^|[.!?…)”»\s(\[–-]){words}\s*:\s*[^:]{{2,60}}$|[(\[]\s*nguồn\s*:[^()]{{2,50}}[)\]]?\s*\.?$|{words}\s*[)\]]?\.?$|[(\[]\s*{words}[^()]{{0,40}}[)\]]\s*\.?$|[.)”]\s*ảnh\s+(?-i:\p{{Lu}})[^.]{{1,40}}\.?$)"
        ))
    });
    // `Hình ảnh` closes many sentences; the credit words that end a line are the long ones or stand after a stop.
    let lower = line.trim().to_lowercase();
    let tail = lower.trim_end_matches([')', ']', '.']);
    let plain_word = ["ảnh", "hình ảnh", "video", "clip", "đồ họa"].iter().any(|word| tail.ends_with(word));
    credit.is_match(line.trim()) && !(plain_word && !lower.contains(':') && !lower.ends_with([')', ']']))
}

/// How much the form of a line speaks for a caption; [`STANDS_ALONE`] and more is one.
///
/// `Phó Chủ tịch UBND tỉnh Lê Hải Hòa phát biểu tại buổi làm việc` has no end stop, opens with a post, names a person and a pictured act;
/// `Kết quả đạt được` has none of that. `told` says how much of it other paragraphs tell too, in percent.
pub(super) fn score(line: &str, told: u32) -> i32 {
    let line = line.trim();
    let lower = line.to_lowercase();
    let count = line.split_whitespace().count();
    let ended = line.ends_with(['.', '!', '?', '…', ';']) || line.ends_with(".”") || line.ends_with(".\"");
    let mut score = 0;
    let credit = has_credit(line) && count <= 70;
    if credit {
        score += 6;
    }
    let opens = words::opens("caption-open", &lower).is_some();
    let person = words::opens("person-open", &lower).is_some() || opens_with_name(line);
    let act = words::holds("caption-act", &lower);
    let weak = words::holds("caption-act-weak", &lower);
    let place = words::holds("caption-place", &lower);
    score += if opens && count <= 30 { 2 } else { 0 };
    score += if words::holds("caption-position", &lower) { 4 } else { 0 };
    score += if !ended && count >= 4 { 2 } else { 0 };
    score += if act { 2 } else { i32::from(weak) };
    score += i32::from(place) + i32::from(person) + i32::from(names_someone(line));
    // A heading without a stop sums up what follows too; a whole sentence told twice is a caption.
    score += match told {
        70.. if ended => 4,
        45.. if ended => 3,
        30.. => 1,
        _ => 0,
    };
    if !credit {
        score -= if words::opens("prose-open", &lower).is_some() { if told < 70 { 5 } else { 3 } } else { 0 };
        score -= if sentences(line) > 1 { 4 } else { 0 };
        score -= if words::holds("saying", &lower) { 2 } else { 0 };
        score -= if ended && words::find_word(&lower, "đã").is_some() { 1 } else { 0 };
        // A line without a stop that tells what is still to come is a heading.
        score -= if !ended && words::find_word(&lower, "sẽ").is_some() { 3 } else { 0 };
        score -= if !opens && !person && !act && !weak && !place && told < 45 { 2 } else { 0 };
        // `Chủ tịch xã: 'Làm từ việc nhỏ nhất'` is a headline.
        score -= if [": '", ": “", ": \"", ": ‘"].iter().any(|mark| line.contains(mark)) { 4 } else { 0 };
    }
    score -= if count > 50 { 6 } else { 0 };
    score -= if count < 4 && !credit { 4 } else { 0 };
    score -= if line.ends_with([':', '?', '!', ';', '-', '–']) { 6 } else { 0 };
    score -= if line.starts_with(['"', '“', '-', '+', '•', '*', '–']) || numbered(line) { 5 } else { 0 };
    score
}

/// Whether the line says what a picture shows, and does not only name a person with their post, as over an interview.
pub(super) fn shows(line: &str) -> bool {
    let lower = line.to_lowercase();
    has_credit(line)
        || words::opens("caption-open", &lower).is_some()
        || ["caption-act", "caption-act-weak", "caption-place", "caption-position"]
            .iter()
            .any(|role| words::holds(role, &lower))
}

/// Whether the line opens with a name: three capitalised words.
fn opens_with_name(line: &str) -> bool {
    line.split_whitespace().take(3).filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count() == 3
}

/// Whether two capitalised words in a row stand inside the line, as a name does.
fn names_someone(line: &str) -> bool {
    let capital = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().nth(1).is_some_and(char::is_lowercase)
    };
    let words: Vec<&str> = line.split_whitespace().skip(1).collect();
    words.windows(2).any(|pair| matches!(pair, [a, b] if capital(a) && capital(b) && !a.ends_with([',', ';', '.'])))
}

/// How many sentences the line has, by stops before a capital.
pub(super) fn sentences(line: &str) -> usize {
    let mut words = line.split_whitespace().peekable();
    let mut count = 1;
    while let Some(word) = words.next() {
        let next_is_capital =
            words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '"'));
        let stop = word.ends_with(['.', '!', '?', '…'])
            && word.chars().count() > 3
            && !word.trim_end_matches('.').contains('.');
        count += usize::from(stop && next_is_capital);
    }
    count
}

/// Whether the line opens with the number of a section: `1.`, `2)`, `II.`, `a)`.
pub(super) fn numbered(line: &str) -> bool {
    let head: String = line.chars().take(6).collect();
    let Some(at) = head.find(['.', ')', '/']) else { return false };
    let mark = &head[..at];
    let roman = mark.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    !mark.is_empty()
        && (mark.chars().all(|c| c.is_ascii_digit()) || roman || (mark.len() == 1 && head[at..].starts_with(')')))
}

#[cfg(test)]
mod tests {
    use super::{STANDS_ALONE, has_credit, score, shows};

    #[test]
    fn captions_reach_the_score() {
        for line in [
            "Phó Chủ tịch Ủy ban nhân dân tỉnh Lê Hải Hòa phát biểu tại buổi làm việc",
            "Giám đốc Sở Nội vụ Nguyễn Thị Lan trình bày báo cáo tại buổi làm việc",
            "Quang cảnh buổi làm việc",
            "Toàn cảnh hội nghị",
            "Các đại biểu chụp ảnh lưu niệm",
            "Một góc thành phố Cao Bằng. Ảnh: Lan Hương",
            "Đại biểu thảo luận bên lề hội nghị. (Ảnh: Lan Hương/TTXVN)",
            "Ông Nguyễn Văn Nam (bìa phải) trao đổi với người dân",
        ] {
            assert!(score(line, 0) >= STANDS_ALONE, "{line}: {}", score(line, 0));
        }
    }

    #[test]
    fn headings_and_prose_do_not() {
        for line in [
            "Kết quả đạt được",
            "Phát huy vai trò của người đứng đầu",
            "1. Về cải cách thể chế",
            "Tại buổi làm việc, Giám đốc Sở Nội vụ Nguyễn Thị Lan đã báo cáo kết quả thực hiện.",
            "Tuy nhiên, việc giải ngân còn chậm.",
            "Hội nghị kết thúc lúc 17 giờ cùng ngày.",
            "Đẩy mạnh chuyển đổi số tại các địa phương",
            "Sẽ xử lý nghiêm vi phạm",
            "Chủ tịch xã Bình Minh: 'Làm tại chỗ, trao tận tay'",
            "Tiếp tục trao đổi, tiếp cận các nhà đầu tư",
        ] {
            assert!(score(line, 0) < STANDS_ALONE, "{line}: {}", score(line, 0));
        }
    }

    #[test]
    fn name_plates_show_nothing() {
        assert!(shows("TS Lê Hải Hòa trao đổi với các nông hộ"));
        for line in ["TS Lê Hải Hòa", "nguyên Chánh Văn phòng Sở Nội vụ tỉnh Sơn La"] {
            assert!(!shows(line), "{line}");
        }
    }

    #[test]
    fn credits() {
        for line in
            ["Cầu mới. Ảnh: Lan Hương", "Cầu mới (Nguồn: Reuters)", "Ảnh minh họa.", "Ảnh: TTXVN", "Họp báo. Ảnh VGP"]
        {
            assert!(has_credit(line), "{line}");
        }
        for line in ["Triển lãm trưng bày 200 bức ảnh", "Ông Nam xem lại hình ảnh.", "Nguồn nước bị ô nhiễm"]
        {
            assert!(!has_credit(line), "{line}");
        }
    }
}

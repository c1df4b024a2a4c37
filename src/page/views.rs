//! View counts in lines: `Lượt xem : 1572`, `205 lượt xem`, `6k lượt xem`.

use std::sync::OnceLock;

use regex::Regex;

use super::words;
use crate::article::Span;

struct Patterns {
    /// The label before the figure.
    before: Regex,
    /// The label after the figure.
    after: Regex,
}

fn patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| Patterns {
        before: words::regex(&format!(
            r"(?i)(?:^|[^\p{{L}}])({})(?:\s+(?:bài viết|bài|tin))?\s*([:\-]?)\s*\(?(\d[\d.,]*)\s?(k\b)?",
            words::pattern(&["views"])
        )),
        after: words::regex(&format!(
            r"(?i)(?:^|[^\d.,/:\-])(\d[\d.,]*)\s?(k)?\+?\s*{}(?:$|[^\p{{L}}])",
            words::pattern(&["views-after"])
        )),
    })
}

/// A view count in the line and where its words stand: `Lượt xem : 1572`, `205 lượt xem`, `6k lượt xem`.
///
/// The site's own counter (`Tổng số lượt truy cập: 15.000.000`) is none.
pub(super) fn read(line: &str) -> Option<(u64, Span)> {
    if line.len() > 2_000
        || !line.bytes().any(|b| b.is_ascii_digit())
        || words::holds("site-counter", &line.to_lowercase())
    {
        return None;
    }
    let p = patterns();
    let before = p.before.captures_iter(line).find_map(|c| {
        let (label, figure) = (c.get(1)?, c.get(3)?);
        // `xem 5 ảnh`, `views 2 of 3`: one short word needs its colon.
        let sure = label.as_str().contains(' ') || c.get(2).is_some_and(|mark| !mark.is_empty());
        let follows = line[figure.end()..].trim_start().chars().next();
        let counts = count(figure.as_str(), c.get(4).is_some())?;
        (sure && !follows.is_some_and(|c| matches!(c, '/' | ':')))
            .then(|| (counts, trimmed(line, label.start(), c.get(0).map_or(figure.end(), |all| all.end()))))
    });
    before.or_else(|| {
        p.after.captures_iter(line).find_map(|c| {
            let (all, figure) = (c.get(0)?, c.get(1)?);
            Some((count(figure.as_str(), c.get(2).is_some())?, trimmed(line, figure.start(), all.end())))
        })
    })
}

/// The place without marks and spaces at its end.
fn trimmed(line: &str, start: usize, end: usize) -> Span {
    let text = line.get(start..end).unwrap_or("");
    Span::new(start, start + text.trim_end_matches(|c: char| !c.is_alphanumeric()).len())
}

/// `1572`, `1.572`, `1,572` and, in thousands, `6`, `1,2`.
pub(super) fn count(figure: &str, thousands: bool) -> Option<u64> {
    let figure = figure.trim_end_matches(['.', ',']);
    let parts: Vec<&str> = figure.split(['.', ',']).collect();
    let whole = |s: &str| s.parse::<u64>().ok().filter(|n| *n < 1_000_000_000);
    match (parts.as_slice(), thousands) {
        ([one], false) => whole(one),
        ([one], true) => whole(one)?.checked_mul(1000),
        ([one, tenth], true) if tenth.len() == 1 => Some(whole(one)?.checked_mul(1000)? + whole(tenth)? * 100),
        ([first, rest @ ..], false) if first.len() <= 3 && rest.iter().all(|part| part.len() == 3) => {
            whole(&parts.concat())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn view_counts() {
        for (line, value) in [
            ("14:32 06/12/2022 | Lượt xem : 1572", Some(1572)),
            ("Lượt xem: 1.572", Some(1572)),
            ("205 Lượt xem", Some(205)),
            ("6k lượt xem", Some(6000)),
            ("1,2k lượt xem", Some(1200)),
            ("Lượt xem: 1,572", Some(1572)),
            ("Lượt xem: 665", Some(665)),
            ("Lượt xem: 7370 | Gửi lúc: 05/12/2013 15:42:27", Some(7370)),
            ("Số lượt xem: 105", Some(105)),
            ("Bình luận · 205 Lượt xem", Some(205)),
            ("Lượt xem bài viết: 87", Some(87)),
            ("(Lượt xem: 87)", Some(87)),
            ("Lượt xem 1.572.000", Some(1_572_000)),
            ("Đã đọc: 87", Some(87)),
            ("207.450 lượt khách", None),
            ("Tổng số điểm của bài viết là: 0 trong 0 đánh giá", None),
            ("Xem với cỡ chữ : A- A A+", None),
            ("15K+ Lượt truy cập", None),
            ("Đọc: 14:32 06/12/2022", None),
            ("Số lần xem: 169", Some(169)),
            ("- Đã xem: 206", Some(206)),
            ("View count: 17110", Some(17110)),
            ("Ngày đăng 09/06/2018 | 15:44 | View count: 17110", Some(17110)),
            ("lần lượt đọc, sửa 5 bài", None),
            ("Tổng số lượt truy cập: 15.000", None),
            ("Xem 5 ảnh", None),
        ] {
            assert_eq!(read(line).map(|(count, _)| count), value, "{line}");
        }
    }
}

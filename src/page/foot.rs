//! What stands under an article in bare text: the lines that an aggregator leaves there, and teasers of other articles.

use super::{Page, keywords, stamp};
use crate::article::Stamp;

/// A text without what stands under its article.
pub(super) struct Cut<'a> {
    /// The article.
    pub(super) article: &'a str,
    /// Headlines and first sentences of other articles.
    pub(super) teasers: &'a str,
    /// The name of the outlet that an aggregator took the article from.
    pub(super) outlet: Option<&'a str>,
}

/// A line of the text that is not empty.
struct Line<'a> {
    start: usize,
    text: &'a str,
    /// Empty lines before it.
    gap: usize,
}

impl Line<'_> {
    fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// Cuts the foot from a text; what the foot says goes into `page`.
pub(super) fn cut<'a>(text: &'a str, page: &mut Page) -> Cut<'a> {
    let lines = lines(text);
    if let Some((from, outlet)) = aggregated(&lines, page) {
        return Cut { article: text.get(..from).unwrap_or(text), teasers: "", outlet };
    }
    let from = teasers(&lines).unwrap_or(text.len());
    let (article, teasers) = text.split_at_checked(from).unwrap_or((text, ""));
    Cut { article, teasers, outlet: None }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let (mut lines, mut start, mut gap) = (Vec::new(), 0, 0);
    for raw in text.split('\n') {
        let line = raw.trim();
        if line.is_empty() {
            gap += 1;
        } else {
            lines.push(Line { start, text: line, gap });
            gap = 0;
        }
        start += raw.len() + 1;
    }
    lines
}

/// Where an aggregator's foot begins, and the outlet it names: a time, the section, a list of key words with glued commas, the outlet.
fn aggregated<'a>(lines: &[Line<'a>], page: &mut Page) -> Option<(usize, Option<&'a str>)> {
    const MOST: usize = 4;
    const NAME: usize = 6;
    let from = lines.len().saturating_sub(MOST).max(2);
    for at in from..lines.len() {
        let (Some(line), Some(under)) = (lines.get(at), lines.get(at + 1..)) else { continue };
        if line.text.len() > 60 {
            continue;
        }
        let Some(reading) = stamp::read(line.text).first().copied().filter(|reading| reading.has_time()) else {
            continue;
        };
        let listed = under.iter().position(|line| keywords::read(line.text).is_some());
        let Some(listed) = listed.filter(|_| stamp::residue(line.text).is_empty()) else { continue };
        if under.iter().enumerate().any(|(number, line)| number != listed && line.words() > NAME) {
            continue;
        }
        page.published.get_or_insert_with(|| Stamp::new(reading.value, reading.span.of(line.text), "header"));
        page.tags = under.get(listed).and_then(|line| keywords::read(line.text)).unwrap_or_default();
        page.section = under.get(..listed)?.iter().map(|line| line.text.to_owned()).collect();
        return Some((line.start, under.get(listed + 1).map(|line| line.text)));
    }
    None
}

/// Where teasers begin: each a headline over its first sentences, set off by empty lines, down to the end of the text.
fn teasers(lines: &[Line<'_>]) -> Option<usize> {
    const GAP: usize = 3;
    let mut from = lines.len();
    while let Some([headline, summary]) = from.checked_sub(2).filter(|at| *at > 3).and_then(|at| lines.get(at..from)) {
        let headed = headline.gap >= GAP
            && (4..=30).contains(&headline.words())
            && !headline.text.ends_with(['.', ';', ',', ':']);
        if !headed || summary.gap >= GAP || summary.words() < 12 {
            break;
        }
        from -= 2;
    }
    lines.get(from).map(|line| line.start)
}

#[cfg(test)]
mod tests {
    use super::cut;
    use crate::page::Page;

    const ARTICLE: &str = "Cầu mới thông xe\nSáng nay cầu được thông xe.\nXe chạy từ trưa.\nDân vui mừng.\n";

    #[test]
    fn an_aggregators_foot_is_read_and_cut() {
        let mut page = Page::default();
        let text = format!("{ARTICLE}20/11/14 08:30 GMT+7\nXã hội\nCầu Mây,Giao thông,Xe tải,Hà Giang\nBáo Xanh");
        let cut = cut(&text, &mut page);
        assert_eq!((cut.article, cut.outlet), (ARTICLE, Some("Báo Xanh")));
        assert_eq!((page.section.join(""), page.tags.len()), ("Xã hội".to_owned(), 4));
        assert!(page.published.is_some());
    }

    #[test]
    fn teasers_are_set_off_by_empty_lines() {
        let teaser = "Cầu cũ sắp được sửa\nSau ba mươi năm, cây cầu cũ qua sông sẽ được sửa vào mùa khô tới đây.\n";
        let text = format!("{ARTICLE}\n\n\n{teaser}\n\n\n\n{teaser}");
        let cut_ = cut(&text, &mut Page::default());
        assert_eq!(cut_.article.trim(), ARTICLE.trim());
        let near = format!("{ARTICLE}\n{teaser}");
        assert_eq!(cut(&near, &mut Page::default()).teasers, "");
    }

    #[test]
    fn a_time_alone_is_no_foot() {
        let text = format!("{ARTICLE}20/11/14 08:30 GMT+7\nLan Hương");
        assert_eq!(cut(&text, &mut Page::default()).article, text);
    }
}

use super::{Page, Part};
use crate::article::BlockKind;

/// Takes bare text apart: the first line is the title, each further line a block.
pub(crate) fn read_plain(text: &str) -> Page {
    let mut page = Page { profile: "plain".into(), ..Page::default() };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let kind = if page.parts.is_empty() { BlockKind::Title } else { BlockKind::Paragraph };
        page.parts.push(Part::new(kind, line));
    }
    page
}

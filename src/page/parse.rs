//! The parsed page, with its depth bounded before the parser sees it.

use std::{borrow::Cow, collections::HashMap};

use scraper::Html;

/// The deepest nesting that is parsed. The parser's work grows with depth times tags; real pages stay far below.
const DEEPEST: usize = 512;

/// The most formatting tags (`<b>`, `<font>` …) open at once: the parser opens all of them again in each new block.
const MOST_FORMATTING: usize = 48;

/// Parses a page. The second value says whether tags nested too deep were left out (their text is kept).
pub(super) fn parse(html: &str) -> (Html, bool) {
    let bounded = bound(html);
    let cut = matches!(bounded, Cow::Owned(_));
    (Html::parse_document(&bounded), cut)
}

/// Elements whose end is implied by the next of their kind: they nest no deeper than the elements around them.
const IMPLIED: &[&str] = &[
    "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt", "rp",
    "html", "head", "body",
];
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "keygen", "frame", "bgsound",
];
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"];

/// Leaves out the start tags (and their end tags) that would be nested deeper than [`DEEPEST`]; text stays.
fn bound(html: &str) -> Cow<'_, str> {
    let mut open: HashMap<String, usize> = HashMap::new();
    let mut dropped: HashMap<String, usize> = HashMap::new();
    let (mut depth, mut formatting) = (0_usize, 0_usize);
    let mut kept: Option<String> = None;
    let (mut from, mut at) = (0, 0);
    while let Some(start) = html.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let Some(tag) = Tag::read(html, start) else {
            at = start + 1;
            continue;
        };
        at = tag.end;
        let name = tag.name;
        if name.is_empty() || VOID.contains(&name.as_str()) || IMPLIED.contains(&name.as_str()) {
            continue;
        }
        let formats = FORMATTING.contains(&name.as_str());
        let drop = if tag.closes {
            if let Some(count) = dropped.get_mut(&name).filter(|count| **count > 0) {
                *count -= 1;
                true
            } else {
                if let Some(count) = open.get_mut(&name).filter(|count| **count > 0) {
                    *count -= 1;
                    depth = depth.saturating_sub(1);
                    formatting = formatting.saturating_sub(usize::from(formats));
                }
                false
            }
        } else if depth >= DEEPEST || (formats && formatting >= MOST_FORMATTING) {
            *dropped.entry(name).or_default() += 1;
            true
        } else {
            if RAW.contains(&name.as_str()) {
                at = raw_end(html, at, &name);
            } else {
                *open.entry(name).or_default() += 1;
                depth += 1;
                formatting += usize::from(formats);
            }
            false
        };
        if drop {
            let out = kept.get_or_insert_default();
            out.push_str(html.get(from..start).unwrap_or(""));
            from = at;
        }
    }
    match kept {
        None => Cow::Borrowed(html),
        Some(mut out) => {
            out.push_str(html.get(from..).unwrap_or(""));
            Cow::Owned(out)
        }
    }
}

/// Where the raw text of an element ends: before its end tag, or at the end of the page.
fn raw_end(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find("</")) {
        let tag = at + found;
        let word = bytes.get(tag + 2..tag + 2 + name.len());
        if word.is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes())) {
            return tag;
        }
        at = tag + 2;
    }
    html.len()
}

/// A tag or comment in the page's source.
struct Tag {
    /// The element's name in lower case; empty for a comment or declaration.
    name: String,
    /// Whether it is an end tag.
    closes: bool,
    /// The byte after it.
    end: usize,
}

impl Tag {
    fn read(html: &str, start: usize) -> Option<Self> {
        let bytes = html.as_bytes();
        let rest = html.get(start..)?;
        if rest.starts_with("<!--") {
            let end = html.get(start + 4..)?.find("-->").map_or(html.len(), |found| start + 4 + found + 3);
            return Some(Self { name: String::new(), closes: false, end });
        }
        let closes = bytes.get(start + 1) == Some(&b'/');
        let from = start + 1 + usize::from(closes);
        if !bytes.get(from).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'!' || *b == b'?') {
            return None;
        }
        let mut at = from;
        while bytes.get(at).is_some_and(|b| !b.is_ascii_whitespace() && *b != b'>' && *b != b'/') {
            at += 1;
        }
        let name = html.get(from..at).filter(|name| name.len() <= 24).unwrap_or("").to_ascii_lowercase();
        let mut quote = None;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match (quote, byte) {
                (None, b'>') => break,
                // A quote opens a value only after `=`.
                (None, b'"' | b'\'') if opens_value(bytes, at - 1) => quote = Some(byte),
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
        }
        let known = !name.starts_with(['!', '?']);
        Some(Self { name: if known { name } else { String::new() }, closes, end: at })
    }
}

fn opens_value(bytes: &[u8], at: usize) -> bool {
    bytes.get(..at).and_then(|before| before.iter().rev().take(16).find(|b| !b.is_ascii_whitespace())) == Some(&b'=')
}

#[cfg(test)]
mod tests {
    use super::{bound, parse};

    #[test]
    fn ordinary_pages_are_left_alone() {
        let page =
            "<!doctype html><div class='a>b'><p>Một<p>Hai<ul><li>x<li>y</ul><script>if(a<b){'</div>'}</script></div>";
        assert_eq!(bound(page), page);
        let unclosed = "<p>x".repeat(5000) + &"<li>y".repeat(5000);
        assert_eq!(bound(&unclosed), unclosed);
    }

    #[test]
    fn deep_pages_keep_their_text() {
        for page in [
            "<div>".repeat(1_000_000) + "Chữ",
            "<ul><li>".repeat(20_000) + "Chữ",
            "<table><tr><td>".repeat(20_000) + "Chữ",
            (0..2_000).map(|n| format!("<b n={n}><i n={n}>x")).collect::<String>() + "<p>Chữ",
        ] {
            let (html, cut) = parse(&page);
            assert!(cut);
            assert!(html.tree.nodes().any(|node| node.value().as_text().is_some_and(|text| text.contains("Chữ"))));
        }
    }
}

//! What the page says of itself where readers do not look: meta data, OpenGraph, JSON-LD, canonical link.

use super::dom::Dom;
use crate::article::StampValue;

/// Meta data. Each value is a claim that is checked against what the page shows.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Headlines in order of trust: `og:title`, JSON-LD, `<title>` …
    pub(super) titles: Vec<String>,
    /// Summaries: `og:description`, `description`.
    pub(super) descriptions: Vec<String>,
    /// Times of publication with their origin.
    pub(super) published: Vec<(StampValue, String, &'static str)>,
    /// Times of the last change with their origin.
    pub(super) updated: Vec<(StampValue, String, &'static str)>,
    /// Names of sections: `article:section`, JSON-LD.
    pub(super) sections: Vec<String>,
    /// The canonical address.
    pub(super) url: Option<String>,
    /// Whether the page calls itself an article (`og:type`).
    pub(super) article: bool,
    /// The `lang` attribute.
    pub(super) language: Option<String>,
}

/// Names of meta data for the time of publication and of the last change, with their origin.
const PUBLISHED: &[(&str, &str)] = &[
    ("article:published_time", "meta:article:published_time"),
    ("datepublished", "meta:datePublished"),
    ("pubdate", "meta:pubdate"),
    ("date", "meta:date"),
    ("dc.date", "meta:dc.date"),
    ("dc.date.issued", "meta:dc.date.issued"),
    ("dcterms.created", "meta:dcterms.created"),
    ("dcterms.issued", "meta:dcterms.issued"),
    ("publish-date", "meta:publish-date"),
    ("publishdate", "meta:publishdate"),
    ("datecreated", "meta:dateCreated"),
    ("og:pubdate", "meta:og:pubdate"),
    ("its_publication", "meta:its_publication"),
];
const UPDATED: &[(&str, &str)] = &[
    ("article:modified_time", "meta:article:modified_time"),
    ("og:updated_time", "meta:og:updated_time"),
    ("datemodified", "meta:dateModified"),
    ("lastmod", "meta:lastmod"),
    ("last-modified", "meta:last-modified"),
    ("dc.date.modified", "meta:dc.date.modified"),
    ("dcterms.modified", "meta:dcterms.modified"),
];

/// Reads the meta data of a page.
pub(super) fn read(dom: &Dom<'_>) -> Head {
    let mut head = Head::default();
    let (mut title, mut canonical, mut shared) = (None, None, None);
    for node in 0..dom.nodes.len() {
        match dom.name(node) {
            "html" => head.language = dom.attribute(node, "lang").map(|lang| lang.to_ascii_lowercase()),
            "title" if title.is_none() => {
                let text: String = dom.element(node).map(|e| e.text().take(50).collect()).unwrap_or_default();
                title = Some(folded(&text));
            }
            "link" if dom.attribute(node, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                canonical = dom.attribute(node, "href").map(str::to_owned);
            }
            "meta" => meta(dom, node, &mut head, &mut shared),
            "script"
                if dom.attribute(node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) =>
            {
                let text: String = dom.element(node).map(|e| e.text().collect()).unwrap_or_default();
                json_ld(&text, &mut head);
            }
            "time" | "span" | "div" => microdata(dom, node, &mut head),
            _ => {}
        }
    }
    head.titles.extend(title);
    head.titles.retain(|title| !title.is_empty());
    let absolute = |url: &String| url.starts_with("http://") || url.starts_with("https://");
    head.url = canonical.filter(absolute).or(shared.filter(absolute));
    head
}

/// How many titles a page may claim for itself.
const MOST_CLAIMS: usize = 8;

fn meta(dom: &Dom<'_>, node: usize, head: &mut Head, shared: &mut Option<String>) {
    let name = dom
        .attribute(node, "property")
        .or_else(|| dom.attribute(node, "name"))
        .or_else(|| dom.attribute(node, "itemprop"));
    let (Some(name), Some(content)) = (name, dom.attribute(node, "content")) else { return };
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        // Every claim is held against every heading: a page that lies by the thousand shall not cost their product.
        "og:title" | "twitter:title" | "dc.title" | "headline" | "title" if head.titles.len() >= MOST_CLAIMS => {}
        "og:title" => head.titles.insert(0, folded(content)),
        "twitter:title" | "dc.title" | "headline" | "title" => head.titles.push(folded(content)),
        "og:description" | "description" | "twitter:description" | "dc.description" => {
            head.descriptions.push(folded(content))
        }
        "article:section" | "articlesection" if head.sections.len() < MOST_CLAIMS => {
            head.sections.push(folded(content))
        }
        "og:url" => *shared = Some(content.to_owned()),
        "og:type" => head.article = content.eq_ignore_ascii_case("article"),
        _ => {}
    }
    let mut add = |table: &'static [(&str, &str)],
                   list: fn(&mut Head) -> &mut Vec<(StampValue, String, &'static str)>| {
        let origin = table.iter().find(|(known, _)| *known == name).map(|(_, origin)| *origin);
        if let (Some(origin), Some(value)) = (origin, machine_time(content)) {
            list(head).push((value, content.to_owned(), origin));
        }
    };
    add(PUBLISHED, |head| &mut head.published);
    add(UPDATED, |head| &mut head.updated);
}

/// `<time itemprop="datePublished" datetime="…">` and hidden spans of that kind.
fn microdata(dom: &Dom<'_>, node: usize, head: &mut Head) {
    let Some(property) = dom.attribute(node, "itemprop") else { return };
    let value = dom.attribute(node, "datetime").or_else(|| dom.attribute(node, "content"));
    let Some((text, value)) = value.and_then(|text| Some((text, machine_time(text)?))) else { return };
    match property.to_ascii_lowercase().as_str() {
        "datepublished" | "datecreated" => head.published.push((value, text.to_owned(), "microdata")),
        "datemodified" => head.updated.push((value, text.to_owned(), "microdata")),
        _ => {}
    }
}

/// A time written for machines: ISO 8601 in its usual misspellings, `2024-03-07T08:52:11.000 +07:00`.
pub(super) fn machine_time(text: &str) -> Option<StampValue> {
    let text = text.trim();
    if let Ok(value) = text.parse::<StampValue>() {
        return (value.day() > chrono::NaiveDate::from_ymd_opt(1990, 1, 1)?).then_some(value);
    }
    let mut compact = text.replace(" +", "+").replace(" -", "-").replace("GMT", "").replace('Z', "+00:00");
    // Fractions of a second, and an offset without its colon.
    if let Some(dot) = compact.find('.') {
        let digits = compact[dot + 1..].chars().take_while(char::is_ascii_digit).count();
        compact.replace_range(dot..dot + 1 + digits, "");
    }
    let offset = compact
        .len()
        .checked_sub(5)
        .filter(|at| compact.get(*at..).is_some_and(|tail| tail.starts_with(['+', '-']) && !tail.contains(':')));
    if let Some(at) = offset.filter(|at| *at > 10) {
        compact.insert(at + 3, ':');
    }
    // Hours without a leading zero: `2012-12-25 9:05`.
    if compact.as_bytes().get(12) == Some(&b':') {
        compact.insert(11, '0');
    }
    let value = compact.parse::<StampValue>().ok()?;
    (value.day() > chrono::NaiveDate::from_ymd_opt(1990, 1, 1)?).then_some(value)
}

/// Reads the few members of a JSON-LD block that matter, wherever they stand in it.
///
/// The block is searched, not parsed: many sites write JSON that no parser takes.
fn json_ld(text: &str, head: &mut Head) {
    let is_article =
        ["NewsArticle", "\"Article\"", "BlogPosting", "ReportageNewsArticle"].iter().any(|kind| text.contains(kind));
    if !is_article {
        return;
    }
    head.article = true;
    if let Some(value) = member(text, "headline").filter(|_| head.titles.len() < MOST_CLAIMS) {
        head.titles.push(folded(&value));
    }
    head.sections.extend(member(text, "articleSection").map(|name| folded(&name)));
    if let Some((text, value)) =
        member(text, "datePublished").and_then(|text| Some((machine_time(&text)?, text))).map(|(v, t)| (t, v))
    {
        head.published.push((value, text, "json-ld"));
    }
    if let Some((text, value)) =
        member(text, "dateModified").and_then(|text| Some((machine_time(&text)?, text))).map(|(v, t)| (t, v))
    {
        head.updated.push((value, text, "json-ld"));
    }
}

/// The first string member `name` of a JSON text.
fn member(text: &str, name: &str) -> Option<String> {
    let at = text.find(&format!("\"{name}\""))?;
    let rest = text.get(at + name.len() + 2..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let mut value = String::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return Some(value),
            '\\' => match chars.next()? {
                'n' | 't' | 'r' => value.push(' '),
                'u' => {
                    let code: String = chars.by_ref().take(4).collect();
                    value.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                other => value.push(other),
            },
            _ => value.push(c),
        }
        if value.len() > 2_000 {
            return None;
        }
    }
    None
}

/// White space folded, NFC.
fn folded(text: &str) -> String {
    super::dom::composed(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::{machine_time, member};

    #[test]
    fn machine_times_in_all_their_spellings() {
        for (text, value) in [
            ("2026-03-01T09:51:00+07:00", "2026-03-01T09:51:00+07:00"),
            ("2026-03-07T08:52:11.000 +07:00", "2026-03-07T08:52:11+07:00"),
            ("2015-03-23 08:06 +07:00", "2015-03-23T08:06:00+07:00"),
            ("2026-03-07T00:01:00", "2026-03-07T00:01:00+07:00"),
            ("2018-07-19 15:18", "2018-07-19T15:18:00+07:00"),
            ("2018-06-29T15:25:08+0000", "2018-06-29T15:25:08+00:00"),
            ("2012-12-25", "2012-12-25"),
        ] {
            assert_eq!(machine_time(text).map(|value| value.to_string()).as_deref(), Some(value), "{text}");
        }
        assert_eq!(machine_time("0001-01-01T00:00:00"), None);
    }

    #[test]
    fn json_is_read_even_where_it_is_broken() {
        let text = r#"{"@type":"NewsArticle", "headline" : "Khai m\u1ea1c \"h\u1ed9i ngh\u1ecb\"", "datePublished":"2026-03-01",,}"#;
        assert_eq!(member(text, "headline").as_deref(), Some("Khai mạc \"hội nghị\""));
    }
}

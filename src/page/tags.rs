//! The key words that a page shows under its article: `Từ khóa: nhà trẻ, công nhân`.

use super::{
    classes::Fields,
    dom::{Dom, Style},
    places::Places,
    words,
};

/// How many key words are read.
const MOST: usize = 30;
/// How many lines after the body they may stand.
const AFTER: usize = 25;

/// The key words of the article, as links that an element named so or a label holds.
pub(super) fn read(dom: &Dom<'_>, places: &Places) -> Vec<String> {
    if let Some(node) = places.tags {
        return links(dom, node);
    }
    let from = places.title.or(places.body).unwrap_or(0);
    let end = places.body.map_or(dom.lines.len(), |body| dom.lines_in(body).end + AFTER);
    let until = dom.lines.get(end).map_or(dom.nodes.len(), |line| line.node);
    let mut found = named(dom, from, until);
    if found.is_empty() {
        found = labelled(dom, places, end);
    }
    found
}

/// Links in the first elements named so, with those of the same kind beside them.
fn named(dom: &Dom<'_>, from: usize, until: usize) -> Vec<String> {
    let is_tags = |node: &usize| {
        let shown = dom.nodes.get(*node).is_some_and(|it| it.element.is_some() && !it.style.any(Style::HIDDEN));
        shown && dom.fields(*node).any(Fields::TAGS) && dom.lines_in(*node).len() <= 40
    };
    let Some(first) = (from..until).filter(is_tags).find(|&node| !links(dom, node).is_empty()) else {
        return Vec::new();
    };
    let parent = dom.nodes.get(first).map_or(first, |node| node.parent);
    let alone = dom.name(first) == "a";
    let mut found = links(dom, first);
    if alone {
        let mut next = dom.end(first);
        while next < dom.end(parent) && found.len() < MOST {
            if is_tags(&next) {
                found.extend(links(dom, next));
            }
            next = dom.end(next).max(next + 1);
        }
    }
    tidy(found)
}

/// Links after a label, in its line or in the lines that follow.
fn labelled(dom: &Dom<'_>, places: &Places, end: usize) -> Vec<String> {
    let Some(body) = places.body else { return Vec::new() };
    let from = dom.lines_in(body).start;
    let label = |line: &super::dom::Line<'_>| {
        let lower = line.text.to_lowercase();
        let label = words::opens("tags-label", &lower)?;
        let rest = lower.get(label.len()..)?.trim_start();
        (rest.is_empty()
            || rest.starts_with(':')
            || line.links.first().is_some_and(|(_, span)| span.start <= label.len() + 3))
        .then_some(())
    };
    let end = end.min(dom.lines.len());
    let Some(at) = (from..end).find(|&at| dom.lines.get(at).and_then(label).is_some()) else { return Vec::new() };
    let Some(line) = dom.lines.get(at) else { return Vec::new() };
    let own = || line.links.iter().map(|(_, span)| span.of(&line.text).trim().to_owned());
    if !line.links.is_empty() {
        return tidy(own().collect());
    }
    let following =
        dom.lines.get(at + 1..end).unwrap_or(&[]).iter().take_while(|line| line.is_link() && line.words() <= 6);
    tidy(following.map(|line| line.text.clone()).collect())
}

fn links(dom: &Dom<'_>, node: usize) -> Vec<String> {
    let links = (node..dom.end(node))
        .filter(|&at| dom.name(at) == "a" && dom.nodes.get(at).is_some_and(|it| !it.style.any(Style::HIDDEN)));
    tidy(links.map(|link| dom.text(link)).collect())
}

fn tidy(tags: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in tags {
        let tag = tag.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | ',' | ';' | '.' | ':')).to_owned();
        let lower = tag.to_lowercase();
        let known = words::is("tags-label", &lower);
        if !tag.is_empty() && !known && tag.split_whitespace().count() <= 8 && found.last() != Some(&tag) {
            found.push(tag);
        }
    }
    // A bar of tools is no list of key words.
    if found.iter().all(|tag| words::is("chrome", &tag.to_lowercase())) {
        found.clear();
    }
    found.truncate(MOST);
    found
}

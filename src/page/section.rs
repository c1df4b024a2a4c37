//! The breadcrumb or category of an article: `Trang chủ > Tin tức > Kinh tế` gives `Tin tức`, `Kinh tế`.

use super::{
    classes::Fields,
    dom::{Dom, Style, is_block},
    generic,
    head::Head,
    places::Places,
    stamp, views, words,
};

/// The longest path that is no menu.
const LONGEST: usize = 6;
/// How many lines above the title a breadcrumb may stand.
const NEAR: usize = 14;

/// The names of the sections that the page shows for its article, outermost first.
pub(super) fn read(dom: &Dom<'_>, head: &Head, places: &Places, title: Option<&str>) -> Vec<String> {
    let own = title.map(generic::key).unwrap_or_default();
    let names = |node: usize| clean(pieces(dom, node), &own);
    let until = places.title.or(places.body).unwrap_or(0);
    let path = |node: usize| {
        let small = dom.lines_in(node).len() <= 2 * LONGEST;
        small.then(|| names(node)).filter(|names| (1..=LONGEST).contains(&names.len()))
    };
    if let Some(found) = places.section.and_then(path) {
        return found;
    }
    let before = |node: &usize| dom.end(*node) <= until && dom.fields(*node).any(Fields::SECTION);
    if let Some(found) = (0..until).rev().filter(before).find_map(path) {
        return found;
    }
    chain(dom, until, &own)
        .or_else(|| bare_chain(dom, until, &own))
        .or_else(|| category(dom, head, places, &own))
        .unwrap_or_default()
}

/// A line of short names over the title, with marks between them that only paths have.
fn chain(dom: &Dom<'_>, until: usize, own: &str) -> Option<Vec<String>> {
    let end = dom.lines.partition_point(|line| line.node < until);
    let lines = dom.lines.get(end.saturating_sub(NEAR)..end)?;
    lines.iter().rev().find_map(|line| {
        if !stamp::read(&line.text).is_empty() {
            return None;
        }
        // A bar parts the items of menus.
        let parts: Vec<&str> =
            line.text.split(|c| is_mark(c) && c != '|').map(str::trim).filter(|part| !part.is_empty()).collect();
        let home = parts.first().is_some_and(|first| words::is("home", &first.to_lowercase()));
        let short = parts.iter().all(|part| part.split_whitespace().count() <= 8 || generic::key(part) == own);
        let path = (2..=LONGEST + 1).contains(&parts.len()) && short && (home || line.links.len() > 1);
        let names = path.then(|| clean(parts.into_iter().map(str::to_owned).collect(), own))?;
        (!names.is_empty()).then_some(names)
    })
}

/// A few links right over the title, the first to the home page, with nothing between them.
fn bare_chain(dom: &Dom<'_>, until: usize, own: &str) -> Option<Vec<String>> {
    const CLOSE: usize = 4;
    let end = dom.lines.partition_point(|line| line.node < until);
    dom.lines.get(end.saturating_sub(CLOSE)..end)?.iter().rev().find_map(|line| {
        let names: Vec<String> = line.links.iter().map(|(_, span)| span.of(&line.text).to_owned()).collect();
        let first = names.first().is_some_and(|first| words::is("home", &first.to_lowercase()));
        let chrome = dom.around(line.node).any(|at| dom.fields(at).any(Fields::CHROME));
        let menu =
            chrome || line.text.contains('|') || names.iter().any(|name| words::is("menu", &name.to_lowercase()));
        let path = line.is_link() && first && !menu && (2..=4).contains(&names.len());
        path.then(|| clean(names, own)).filter(|names| !names.is_empty())
    })
}

/// The one category that an article names beside its title or under its text.
fn category(dom: &Dom<'_>, head: &Head, places: &Places, own: &str) -> Option<Vec<String>> {
    let title = places.title?;
    let line = dom.lines_in(title).start;
    let from = dom.lines.get(line.saturating_sub(6)).map_or(0, |line| line.node);
    let until = places.body.map_or(dom.end(title), |body| dom.lines_in(body).end + 12);
    let until = dom.lines.get(until).map_or(dom.nodes.len(), |line| line.node);
    let named = |node: &usize| {
        let shown = dom.nodes.get(*node).is_some_and(|it| !it.style.any(Style::HIDDEN));
        shown && dom.fields(*node).any(Fields::CATEGORY) && dom.lines_in(*node).len() <= 2
    };
    let short = |names: &Vec<String>| {
        (1..=3).contains(&names.len()) && names.iter().all(|name| name.split_whitespace().count() <= 7)
    };
    let marked = (from..until).filter(named).map(|node| clean(pieces(dom, node), own)).find(short);
    // Links in the line of the time: `Đời sống | Xã hội | Cập nhật 24/12/2012`.
    let timed = || -> Option<Vec<String>> {
        let own_time = |line: &&super::dom::Line<'_>| {
            line.text.len() < 160 && !line.links.is_empty() && !stamp::read(&line.text).is_empty()
        };
        let line = dom.lines.get(line.saturating_sub(3)..line + 5)?.iter().find(own_time)?;
        let first_time = stamp::read(&line.text).first().map_or(0, |reading| reading.span.start);
        let ahead = line.links.iter().filter(|(link, span)| {
            span.end <= first_time && !dom.around(*link).take(3).any(|at| dom.fields(at).any(Fields::BYLINE))
        });
        let names = clean(ahead.map(|(_, span)| span.of(&line.text).to_owned()).collect(), own);
        let whole = names.iter().all(|name| super::byline::read(name).is_none());
        Some(names).filter(|names| short(names) && whole)
    };
    // A link over the title whose words the head calls the section.
    timed().or(marked).or_else(|| {
        let above = dom.lines.get(line.saturating_sub(6)..line)?.iter().rev();
        let mut links = above.filter(|line| line.is_link()).map(|line| line.text.clone());
        links
            .find(|name| head.sections.iter().any(|claim| generic::key(claim) == generic::key(name)))
            .map(|name| vec![name])
    })
}

/// The links of a path and the words between them.
fn pieces(dom: &Dom<'_>, node: usize) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut at = node;
    while at < dom.end(node) {
        let hidden = dom.nodes.get(at).is_some_and(|it| it.style.any(Style::HIDDEN));
        let name = dom.name(at);
        if hidden {
            at = dom.end(at);
            continue;
        }
        if name == "a" {
            found.extend([dom.text(at), String::new()]);
            at = dom.end(at);
            continue;
        }
        if name.is_empty() {
            let text = dom.text(at);
            if !stamp::read(&text).is_empty() {
                at += 1;
                continue;
            }
            for (number, part) in text.split(is_mark).enumerate() {
                if number > 0 {
                    found.push(String::new());
                }
                if let Some(last) = found.last_mut() {
                    if !last.is_empty() {
                        last.push(' ');
                    }
                    last.push_str(part);
                }
            }
        } else if is_block(name) || name == "br" {
            found.push(String::new());
        }
        at += 1;
    }
    found
}

/// Whether a mark parts the steps of a path.
fn is_mark(c: char) -> bool {
    matches!(c, '>' | '»' | '›' | '/' | '→' | '\\' | '|' | '▸' | '►')
}

/// The names without labels, the home page, times and the article's own title.
fn clean(pieces: Vec<String>, own: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in pieces {
        let mut name = piece.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '(')).to_owned();
        let lower = name.to_lowercase();
        if let Some(label) = words::opens("section-label", &lower).filter(|_| lower.len() == name.len()) {
            name = name.split_off(label.len()).trim_start_matches([':', ' ', '-']).to_owned();
        }
        let key = generic::key(&name);
        let title = !own.is_empty() && (key == own || (key.len() >= 20 && own.starts_with(&key)));
        let skip = name.is_empty()
            || name.chars().count() > 60
            || words::is("home", &name.to_lowercase())
            || title
            || !stamp::read(&name).is_empty()
            || views::read(&name).is_some();
        let number = name.chars().all(|c| c.is_ascii_digit());
        if !skip && !number && names.last() != Some(&name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_the_names_of_sections_stay() {
        let path = |names: &[&str]| clean(names.iter().map(|name| (*name).to_owned()).collect(), "khaimạchộinghị");
        assert_eq!(path(&["Trang chủ", " Tin tức ", "Kinh tế", "Khai mạc hội nghị"]), ["Tin tức", "Kinh tế"]);
        assert_eq!(path(&["Bạn đang ở: Trang chủ", "Chuyên mục: Y tế", "05/12/2019 10:00"]), ["Y tế"]);
        assert_eq!(path(&["Home", "Chi tiết tin"]), Vec::<String>::new());
    }
}

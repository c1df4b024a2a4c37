//! Pages that hold no article: lists, home pages, log-in forms, searches, errors.

use super::{
    dom::{Dom, Style},
    head::Head,
    places::Places,
    stamp, words,
};

/// What a page without an article seems to be; none where it holds one.
pub(super) fn no_article(dom: &Dom<'_>, head: &Head, places: &Places) -> Option<&'static str> {
    let Some(body) = places.body else { return Some(without_body(dom, head)) };
    let lines = dom.lines.get(dom.lines_in(body)).unwrap_or(&[]);
    let titled = places.title.is_some();
    // A headline that the head names too, over prose, is an article.
    let prose: usize = lines.iter().filter(|line| line.words() >= 10).map(|line| line.text.len() - line.linked).sum();
    let teasers = teasers(dom, body);
    if prose < 800
        && let Some(what) = tool(dom, head, places)
    {
        return Some(what);
    }
    if is_one_of_many(dom, body) && !head.article {
        return Some("a list of articles");
    }
    let stamps = lines.iter().filter(|line| line.text.len() < 80 && !stamp::read(&line.text).is_empty()).count();
    if teasers >= 5 && teasers * 120 > prose / 4 && (stamps >= 4 || !titled) && !head.article {
        return Some("a list of articles");
    }
    let bare = !dom.lines.iter().any(super::dom::Line::is_link);
    (prose < 40 && !titled && !head.article && !bare).then(|| without_body(dom, head))
}

/// Linked headlines that stand alone on their lines.
fn teasers(dom: &Dom<'_>, body: usize) -> usize {
    let lines = dom.lines.get(dom.lines_in(body)).unwrap_or(&[]);
    lines.iter().filter(|line| line.is_link() && line.words() >= 5 && !line.style.any(Style::CELL)).count()
}

/// What the headline of a page says that only answers: there is no such page, nothing was found, who are you.
fn tool(dom: &Dom<'_>, head: &Head, places: &Places) -> Option<&'static str> {
    let mut titles = head.titles.clone();
    titles.extend(places.title.map(|node| dom.text(node)));
    let lower: Vec<String> = titles.iter().map(|title| title.to_lowercase()).collect();
    let told =
        |role: &str| lower.iter().any(|title| title.split_whitespace().count() <= 12 && words::holds(role, title));
    if told("not-found") {
        return Some("an error message");
    }
    let says = |role: &str| {
        lower.iter().any(|title| {
            let whole = title.split(['|', '-', '–']).any(|part| words::is(role, part.trim()));
            whole || (title.split_whitespace().count() <= 9 && words::opens(role, title).is_some())
        })
    };
    if says("log-in") && asks_password(dom) {
        return Some("a log-in form");
    }
    // News have a time: `Không tìm thấy nạn nhân vụ chìm tàu` is no error.
    let near = places.title.or(places.body).map_or(0, |node| dom.lines_in(node).start);
    let timed = |line: &super::dom::Line<'_>| line.text.len() < 120 && !stamp::read(&line.text).is_empty();
    if !head.published.is_empty() || dom.lines.iter().skip(near).take(6).any(timed) {
        return None;
    }
    if told("unavailable") {
        Some("an error message")
    } else if says("log-in") {
        Some("a log-in form")
    } else if says("search") {
        Some("a search page")
    } else {
        None
    }
}

/// Whether elements of the same class beside the body hold linked headlines, as it does: it is a teaser in a list.
fn is_one_of_many(dom: &Dom<'_>, body: usize) -> bool {
    let Some(class) = dom.attribute(body, "class") else { return false };
    let parent = dom.nodes.get(body).map_or(body, |node| node.parent);
    let like = |node: &usize| {
        let sibling =
            dom.nodes.get(*node).is_some_and(|it| it.parent == parent) && dom.attribute(*node, "class") == Some(class);
        let lines = dom.lines.get(dom.lines_in(*node)).unwrap_or(&[]);
        sibling && lines.len() <= 8 && lines.iter().take(3).any(|line| line.is_link() && line.words() >= 4)
    };
    (parent + 1..dom.end(parent)).filter(like).count() >= 3
}

fn without_body(dom: &Dom<'_>, head: &Head) -> &'static str {
    let links = || dom.lines.iter().filter(|line| line.is_link());
    if asks_password(dom) {
        "a log-in form"
    } else if let Some(what) = tool(dom, head, &Places::default()) {
        what
    } else if links().count() >= 20 || links().filter(|line| line.words() >= 5).count() >= 3 {
        "a home page or a list"
    } else {
        "empty"
    }
}

fn asks_password(dom: &Dom<'_>) -> bool {
    (0..dom.nodes.len()).any(|node| {
        dom.name(node) == "input"
            && dom.attribute(node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"))
    })
}

//! Pages that hold no article: lists, home pages, log-in forms, errors.

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
    if prose < 800 && says_lost(dom, head, places) {
        return Some("an error message");
    }
    if is_one_of_many(dom, body) && !head.article {
        return Some("a list of articles");
    }
    let stamps = lines.iter().filter(|line| line.text.len() < 80 && !stamp::read(&line.text).is_empty()).count();
    if teasers >= 5 && teasers * 120 > prose / 4 && (stamps >= 4 || !titled) && !head.article {
        return Some("a list of articles");
    }
    (prose < 40 && !titled && !head.article).then(|| without_body(dom, head))
}

/// Linked headlines that stand alone on their lines.
fn teasers(dom: &Dom<'_>, body: usize) -> usize {
    let lines = dom.lines.get(dom.lines_in(body)).unwrap_or(&[]);
    lines.iter().filter(|line| line.is_link() && line.words() >= 5 && !line.style.any(Style::CELL)).count()
}

/// Whether the headline says that there is no such page.
fn says_lost(dom: &Dom<'_>, head: &Head, places: &Places) -> bool {
    let shown = places.title.map(|node| dom.text(node)).unwrap_or_default();
    words::holds("not-found", &format!("{} {shown}", head.titles.join(" ")).to_lowercase())
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
    let asks = |node: usize| {
        dom.name(node) == "input"
            && dom.attribute(node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"))
    };
    let lost = says_lost(dom, head, &Places::default());
    if (0..dom.nodes.len()).any(asks) {
        "a log-in form"
    } else if lost {
        "an error message"
    } else if dom.lines.iter().filter(|line| line.is_link()).count() >= 20 {
        "a home page or a list"
    } else {
        "empty"
    }
}

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

fn without_body(dom: &Dom<'_>, head: &Head) -> &'static str {
    let asks = |node: usize| {
        dom.name(node) == "input"
            && dom.attribute(node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"))
    };
    let title = head.titles.join(" ").to_lowercase();
    let lost = words::holds("not-found", &title)
        || dom
            .lines
            .iter()
            .take(40)
            .any(|line| line.words() < 12 && words::holds("not-found", &line.text.to_lowercase()));
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

//! Where title, lead and body stand on a page of which nothing is known: told from structure, text and link density.

use super::{
    classes::Fields,
    dom::{Dom, Style},
    head::Head,
    places::Places,
    stamp, words,
};

/// Fills the places that a profile has left open.
pub(super) fn fill(dom: &Dom<'_>, head: &Head, places: &mut Places) {
    let claimed = places.title.or_else(|| title(dom, head, None));
    if places.body.is_none() {
        places.body = body(dom, claimed);
    }
    if places.title.is_none() {
        places.title = claimed.or_else(|| title(dom, head, places.body));
    }
    if places.lead.is_none() {
        places.lead = lead(dom, head, places);
    }
}

/// Letters and figures in lower case: the form in which titles are compared.
pub(super) fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The element that shows the headline: what the page's head calls so, or, before a known body, what looks like one.
fn title(dom: &Dom<'_>, head: &Head, body: Option<usize>) -> Option<usize> {
    let mut claims: Vec<String> =
        head.titles.iter().map(|title| key(title)).filter(|claim| !claim.is_empty()).collect();
    // What leads to the home page is the site's name, even where the head gives nothing else.
    let home = |link: usize| {
        let href = dom.attribute(link, "href").unwrap_or("");
        matches!(
            href,
            "/" | "./" | "index.html" | "/index.html" | "index.php" | "default.aspx" | "/default.aspx" | "/vi" | "/vi/"
        )
    };
    for line in
        dom.lines.iter().take(30).filter(|line| line.is_link() && line.links.iter().any(|(link, _)| home(*link)))
    {
        let name = key(&line.text);
        claims.retain(|claim| *claim != name);
    }
    // `Cổng thông tin điện tử tỉnh …`, and a category that only a link shows, stand in the head of every page of some sites;
    // where another headline stands over its time, they are not this page's title.
    let general = |claim: &String| {
        let shown = || dom.lines.iter().filter(|line| key(&line.text) == *claim);
        shown().take(1).count() > 0 && shown().all(|line| names_site(&line.text) || line.is_link())
    };
    if claims.iter().any(general) && (0..dom.nodes.len()).any(|node| is_timed_headline(dom, node)) {
        claims.retain(|claim| !general(claim));
    }
    let mut best: Option<(i64, usize)> = None;
    for node in candidates(dom) {
        let Some(score) = title_score(dom, node, &claims, body) else { continue };
        if best.is_none_or(|(high, _)| score > high) {
            best = Some((score, node));
        }
    }
    let enough = if body.is_some() { 20 } else { 60 };
    best.filter(|(score, _)| *score >= enough).map(|(_, node)| node)
}

/// Headings, elements named as titles, and the blocks of lines.
fn candidates<'d>(dom: &'d Dom<'_>) -> impl Iterator<Item = usize> + 'd {
    (0..dom.nodes.len()).filter(|&node| {
        dom.nodes.get(node).is_some_and(|it| it.element.is_some() && !it.style.any(Style::HIDDEN)) && {
            let named = dom.fields(node).any(Fields::TITLE);
            let heading = heading_level(dom.name(node)).is_some();
            // The outermost element of a single line: old pages set the headline in `<font>` or `<b>`.
            let parent = dom.nodes.get(node).map_or(node, |it| it.parent);
            named || heading || (dom.lines_in(node).len() == 1 && dom.lines_in(parent).len() > 1)
        }
    })
}

fn heading_level(name: &str) -> Option<i64> {
    name.strip_prefix('h').filter(|level| level.len() == 1)?.parse().ok().filter(|level| (1..=6).contains(level))
}

fn title_score(dom: &Dom<'_>, node: usize, claims: &[String], body: Option<usize>) -> Option<i64> {
    let lines = dom.lines_in(node);
    if lines.len() > 4 {
        return None;
    }
    let text = dom.text(node);
    let count = i64::try_from(text.split_whitespace().count()).ok()?;
    if !(2..=60).contains(&count) || text.len() > 600 {
        return None;
    }
    let this = key(&text);
    let mut score = 0;
    let claim = claims.iter().map(|claim: &String| claim_score(claim, &this)).max().unwrap_or(0);
    if claim == 0 && (body.is_none() || count < 4) {
        return None;
    }
    // The site's name stands in the head too; headlines are longer.
    score += claim * count.min(6) / 6;
    score += heading_level(dom.name(node)).map_or(0, |level| (24 - 6 * level).max(2));
    score += if dom.fields(node).any(Fields::TITLE) { 10 } else { 0 };
    score -= if dom.is_foreign(node) { 25 } else { 0 };
    let line = dom.lines.get(lines.start);
    score -= if line.is_some_and(super::dom::Line::is_link) && lines.len() == 1 { 12 } else { 0 };
    score -= if !stamp::read(&text).is_empty() && stamp::residue(&text).is_empty() { 60 } else { 0 };
    if let Some(body) = body {
        let start = dom.lines_in(body).start;
        let ahead = i64::try_from(start).ok()? - i64::try_from(lines.start).ok()?;
        // A headline has no stop; its time stands beside it; a site's name is none.
        let stops = text.ends_with(['.', ';', ':']) && !text.ends_with("...");
        score -= if stops { 12 } else { 0 };
        let timed = |at: Option<usize>| {
            at.and_then(|at| dom.lines.get(at)).is_some_and(|line| {
                line.text.len() < 120 && !stamp::read(&line.text).is_empty() && stamp::residue(&line.text).len() < 40
            })
        };
        let timed = timed(Some(lines.end)) || timed(lines.start.checked_sub(1));
        score += if timed { 8 } else { 0 };
        // Before the body, or its first line; in a print view, some lines later.
        score += match ahead {
            -1..=12 => 12 - ahead.abs(),
            -6..=-2 if timed => 6,
            _ => -20,
        };
        score += if count >= 5 { 6 } else { 0 };
        score -= if names_site(&text) { 20 } else { 0 };
        score += if line.is_some_and(|line| line.style.any(Style::BOLD)) { 6 } else { 0 };
    }
    Some(score)
}

/// Whether a text opens as the name of a site does.
fn names_site(text: &str) -> bool {
    words::opens("site-name", &text.to_lowercase()).is_some()
}

/// Whether an element shows a headline that is no link and no site's name, with its time right under it.
fn is_timed_headline(dom: &Dom<'_>, node: usize) -> bool {
    let shown = dom.nodes.get(node).is_some_and(|it| it.element.is_some() && !it.style.any(Style::HIDDEN));
    let heads = heading_level(dom.name(node)).is_some_and(|level| level <= 3) || dom.fields(node).any(Fields::TITLE);
    let lines = dom.lines_in(node);
    if !shown || !heads || lines.len() != 1 || dom.is_foreign(node) {
        return false;
    }
    let (Some(line), Some(under)) = (dom.lines.get(lines.start), dom.lines.get(lines.end)) else { return false };
    let timed =
        under.text.len() < 120 && !stamp::read(&under.text).is_empty() && stamp::residue(&under.text).len() < 40;
    timed && (5..=40).contains(&line.words()) && !line.is_link() && !names_site(&line.text)
}

/// How well a text meets a claim of the page's head: the claim itself, its beginning, or a long part of it.
fn claim_score(claim: &str, this: &str) -> i64 {
    if this.len() < 8 {
        0
    } else if claim == this {
        80
    } else if claim.starts_with(this) || this.starts_with(claim) && claim.len() > 24 {
        64
    } else if this.len() >= 30 && claim.contains(this) {
        50
    } else {
        0
    }
}

/// The element whose lines are prose with few links: the sum over its lines of what speaks for and against.
fn body(dom: &Dom<'_>, title: Option<usize>) -> Option<usize> {
    let after = title.map_or(0, |title| dom.lines_in(title).start);
    let sums = sums(dom, after);
    let sum = |node: usize| {
        let lines = dom.lines_in(node);
        sums.get(lines.end).copied().unwrap_or(0) - sums.get(lines.start).copied().unwrap_or(0)
    };
    let mut scored: Vec<(i64, usize)> = Vec::new();
    for (node, it) in dom.nodes.iter().enumerate() {
        let name = dom.name(node);
        // A paragraph or a heading is a part of a body, not one.
        let part = matches!(name, "p" | "li" | "dt" | "dd" | "blockquote") || heading_level(name).is_some();
        if it.element.is_none() || it.style.any(Style::HIDDEN) || part || !super::dom::is_block(name) {
            continue;
        }
        let plain = sum(node);
        if plain <= 0 {
            continue;
        }
        let named = it.fields.any(Fields::BODY);
        let declared = dom.attribute(node, "itemprop").is_some_and(|property| property == "articleBody");
        let tenths =
            10 + if declared { 5 } else { 0 } + if named { 3 } else { 0 } + i64::from(dom.name(node) == "article");
        // A lead alone is no body.
        let only_lead = it.fields.any(Fields::LEAD) && !named;
        scored.push((plain * tenths / if only_lead { 20 } else { 10 }, node));
    }
    // A page without chrome (a fragment, a stored body) may be as short as it likes.
    let least = if dom.lines.iter().any(super::dom::Line::is_link) { 60 } else { 1 };
    let best = scored.iter().copied().max_by_key(|(score, node)| (*score, *node)).filter(|(score, _)| *score >= least);
    let Some(best) = best else {
        return title
            .and_then(|title| short_body(dom, title))
            .map(|node| outside_table(dom, node))
            .or_else(|| whole(dom));
    };
    // A notice of one sentence right under the title, and the prose far from it: a poll, the imprint.
    if let Some(near) = title.and_then(|title| short_body(dom, title)) {
        const FAR: usize = 15;
        let (near_lines, lines) = (dom.lines_in(near), dom.lines_in(best.1));
        let apart = near_lines.end + FAR < lines.start || lines.end <= near_lines.start;
        let within = lines.start <= near_lines.start && near_lines.end <= lines.end;
        if apart && !within && best.0 < 600 {
            return Some(outside_table(dom, near));
        }
    }
    // The innermost element that holds as much.
    let inside = |node: usize| best.1 <= node && dom.end(node) <= dom.end(best.1);
    let nearly =
        |score: i64, node: usize| score * 100 >= best.0 * if dom.fields(node).any(Fields::BODY) { 92 } else { 96 };
    let inner = scored.into_iter().filter(|(score, node)| inside(*node) && nearly(*score, *node));
    inner.map(|(_, node)| node).max().map(|inner| outside_table(dom, inner))
}

/// A table of data is a part of a body, however much of it: what holds the table.
fn outside_table(dom: &Dom<'_>, node: usize) -> usize {
    let data = dom.around(node).filter(|&at| dom.name(at) == "table" && super::table::is_data(dom, at)).last();
    data.and_then(|table| dom.nodes.get(table)).map_or(node, |table| table.parent)
}

/// The body of a notice or a photo post of hardly a sentence: what holds the first words of prose after the title.
fn short_body(dom: &Dom<'_>, title: usize) -> Option<usize> {
    const NEAR: usize = 12;
    let from = dom.lines_in(title).end;
    let reads = |line: &&super::dom::Line<'_>| {
        let heading = line.style.any(Style::HEADING);
        let said = stamp::residue(&line.text).split_whitespace().count() >= 6 && !line.is_link();
        let file =
            line.links.iter().any(|(link, _)| dom.attribute(*link, "href").is_some_and(super::attachment::is_file));
        (said || file) && !heading && !dom.is_foreign(line.node) && !words::is_imprint(&line.text)
    };
    let line = dom.lines.get(from..)?.iter().take(NEAR).find(reads)?;
    let holds = |node: &usize| {
        super::dom::is_block(dom.name(*node)) && !matches!(dom.name(*node), "p" | "li" | "td" | "tr" | "tbody")
    };
    dom.around(line.node).find(holds)
}

/// A fragment of nothing but short lines, a schedule or a list, without links around it.
fn whole(dom: &Dom<'_>) -> Option<usize> {
    let bare = dom.lines.len() >= 2 && !dom.lines.iter().any(super::dom::Line::is_link);
    let words: usize = dom.lines.iter().map(super::dom::Line::words).sum();
    (0..dom.nodes.len()).find(|&node| dom.name(node) == "body").filter(|_| bare && words >= 8)
}

/// Running sums over the lines of how much each speaks for an article's body.
fn sums(dom: &Dom<'_>, after: usize) -> Vec<i64> {
    let mut sums = vec![0_i64];
    let mut total = 0_i64;
    let mut since_link = 9_usize;
    for (number, line) in dom.lines.iter().enumerate() {
        let length = i64::try_from(line.text.chars().count()).unwrap_or(0);
        let linked =
            length * i64::try_from(line.linked).unwrap_or(0) / i64::try_from(line.text.len().max(1)).unwrap_or(1);
        let count = line.words();
        let stops = line.text.ends_with(['.', '!', '?', '…', ';', ':', '”', '"']);
        let prose = count >= 10 || (count >= 6 && stops);
        // Files are what a page of documents offers.
        let file =
            || line.links.iter().any(|(link, _)| dom.attribute(*link, "href").is_some_and(super::attachment::is_file));
        let mut value = if line.is_link() && file() {
            5
        } else if line.is_link() {
            -25
        } else if prose {
            length - 3 * linked
        } else if line.style.any(Style::CELL) || line.style.any(Style::ITEM) {
            -2
        } else {
            -8
        };
        // The summary under a linked headline is a teaser.
        if prose && since_link == 0 && value > 0 {
            value = -value / 2;
        }
        if dom.is_foreign(line.node) || words::is_imprint(&line.text) {
            value = value.min(0) - length / 3;
        }
        if number < after && value > 0 {
            value /= 4;
        }
        // A short line between them, the time, changes nothing.
        let timed = count < 12 && !stamp::read(&line.text).is_empty() && stamp::residue(&line.text).is_empty();
        since_link = match (line.is_link(), if timed { 0 } else { count }) {
            // A menu in one line heads no teaser.
            (true, 5..) if line.links.len() <= 2 => 0,
            (false, ..6) => since_link,
            _ => since_link + 1,
        };
        total += value;
        sums.push(total);
    }
    sums
}

/// The element that holds the lead: between title and body or at the body's head, named so or told by the page's description.
fn lead(dom: &Dom<'_>, head: &Head, places: &Places) -> Option<usize> {
    let body = places.body?;
    let body_lines = dom.lines_in(body);
    let from = places.title.map_or(0, |title| dom.lines_in(title).end);
    let first = dom.nodes.get(body).map_or(0, |_| body_lines.start);
    let until = (first + 4).min(body_lines.end);
    if from >= until {
        return None;
    }
    let (low, high) = (dom.lines.get(from)?.node, dom.lines.get(until.checked_sub(1)?)?.last);
    let prose = body_lines.clone().filter_map(|line| dom.lines.get(line)).map(|line| line.text.len()).sum::<usize>();
    let fits = |node: usize| {
        // A lead is a paragraph or two; what holds more is the body under another name.
        if dom.lines_in(node).len() > 4 || (node..dom.end(node)).any(|at| dom.name(at) == "table") {
            return false;
        }
        let text = dom.text(node);
        let words = text.split_whitespace().count();
        (8..=220).contains(&words) && text.len() * 2 < prose.max(200) + text.len()
    };
    let whole = |node: usize| node <= high && dom.end(node) > low && !(node <= body && dom.end(body) <= dom.end(node));
    // From the title on, so that a wrapper around both cannot be meant.
    let start = places.title.map_or(0, |title| dom.end(title));
    let told: Vec<String> = head.descriptions.iter().map(|text| key(text).chars().take(40).collect()).collect();
    let says = |text: &str| {
        let this: String = key(text).chars().take(40).collect();
        told.iter().any(|told| told.chars().count() >= 20 && this.starts_with(told.as_str()))
    };
    let named = (start..=high).rev().filter(|&node| {
        let shown = dom.nodes.get(node).filter(|it| it.element.is_some());
        let known = shown.is_some_and(|it| !it.style.any(Style::HIDDEN.with(Style::FIGURE)));
        known && dom.fields(node).any(Fields::LEAD) && !dom.is_foreign(node) && whole(node) && fits(node)
    });
    // Where several are named so, what the page's description tells, then the longest; the outermost of equals.
    let named = named.max_by_key(|&node| {
        let text = dom.text(node);
        // `desc body` beside `desc sapo` is the body: it holds pictures, or many lines.
        let pictures = (node..dom.end(node)).any(|at| dom.name(at) == "img");
        let plain = !pictures && dom.lines_in(node).len() <= 2 && !dom.fields(node).any(Fields::BODY);
        (says(&text), plain, text.split_whitespace().count().min(30))
    });
    named.or_else(|| {
        // Only a block of its own outside the body, or set apart in it, is a lead; the first paragraph is not.
        (from..until).find_map(|number| {
            let line = dom.lines.get(number)?;
            let apart = number < first || line.style.any(Style::HEADING);
            let alone = number < first && line.words() >= 14 && !line.is_link() && !dom.is_foreign(line.node);
            let reads = (apart && says(&line.text) && line.words() >= 8)
                || (alone && stamp::residue(&line.text).split_whitespace().count() >= 14);
            (reads && whole(line.block) && !line.style.any(Style::FIGURE)).then_some(line.block)
        })
    })
}

//! An HTML page: parsed, its parts found by a profile or the generic reader, then read in order.

use super::{
    Page, Part, PartFigure, PartLink, Profile, ProfileChoice, attachment,
    block::{self, Block, Body},
    byline,
    classes::Fields,
    dom::{Dom, Style},
    generic, head, kind, language,
    parse::parse,
    places::Places,
    published, stamp, words,
};
use crate::article::{Attachment, BlockKind, Diagnostic};

/// Takes an HTML page apart; `url` is its address where the caller knows it.
pub(crate) fn read_html(html: &str, url: Option<&str>, choice: &ProfileChoice) -> Page {
    let (parsed, cut) = parse(html);
    let dom = Dom::new(&parsed);
    let head = head::read(&dom);
    let mut page = Page { profile: "generic".into(), url: head.url.clone(), ..Page::default() };
    if cut {
        page.diagnostics
            .push(Diagnostic::new("nesting-cut", "tags nested too deep were left out; their text was kept"));
    }
    let chosen = match choice {
        ProfileChoice::Generic => None,
        ProfileChoice::Fixed(profile) => Some(profile.as_ref()),
        ProfileChoice::Auto => built_in(&dom, url.or(head.url.as_deref())),
    };
    let mut places = chosen.map(|profile| profile.places(&dom)).unwrap_or_default();
    if let Some(profile) = chosen {
        page.profile = profile.name().to_owned();
    }
    generic::fill(&dom, &head, &mut places);
    let long = dom.lines.iter().filter(|line| line.words() >= 6).map(|line| line.text.as_str());
    page.language = language::of(long, head.language.as_deref());
    if let Some(what) = kind::no_article(&dom, &head, &places) {
        page.diagnostics.push(Diagnostic::new("no-article", format!("the page seems to be {what}")));
        return page;
    }
    published::read(&dom, &head, &places, &mut page);
    let title = title(&dom, &head, &places);
    let body = block::read(&dom, &places, title.as_deref());
    page.attachments = attachments(&dom, &places, &body);
    page.section = section(&dom, &places, title.as_deref());
    page.tags = tags(&dom, &places);
    assemble(&dom, &places, title, body, &mut page);
    page
}

/// The built-in profile whose marks the page has, or which is made for its host.
fn built_in(dom: &Dom<'_>, url: Option<&str>) -> Option<&'static Profile> {
    let host = url.and_then(|url| url.split_once("://")).and_then(|(_, rest)| rest.split(['/', '?', '#', ':']).next());
    let all = super::profiles::all();
    all.iter().find(|profile| profile.marks(dom)).or_else(|| {
        let host = host?.to_lowercase();
        all.iter().find(|profile| profile.hosts(&host))
    })
}

/// The headline as shown, or the head's claim without the site's name.
fn title(dom: &Dom<'_>, head: &head::Head, places: &Places) -> Option<String> {
    let shown = places.title.map(|node| dom.text(node)).filter(|text| !text.is_empty());
    shown.or_else(|| {
        let claim = head.titles.first()?;
        let cut =
            [" | ", " - ", " – ", " :: "].iter().find_map(|mark| claim.split_once(mark)).map(|(title, _)| title.trim());
        Some(cut.filter(|title| title.split_whitespace().count() >= 4).unwrap_or(claim).to_owned())
    })
}

/// The breadcrumb over the title.
fn section(dom: &Dom<'_>, places: &Places, title: Option<&str>) -> Vec<String> {
    let until = places.title.or(places.body).unwrap_or(0);
    let node = places.section.or_else(|| {
        (0..until).rev().find(|&node| {
            dom.fields(node).any(Fields::SECTION)
                && dom.end(node) <= until
                && !dom.text(node).is_empty()
                && stamp::read(&dom.text(node)).is_empty()
        })
    });
    let Some(node) = node else { return Vec::new() };
    let own = title.map(generic::key).unwrap_or_default();
    let lines = dom.lines.get(dom.lines_in(node)).unwrap_or(&[]);
    let links = lines.iter().flat_map(|line| line.links.iter().map(|(_, span)| span.of(&line.text).trim().to_owned()));
    let mut names: Vec<String> = links.collect();
    if names.is_empty() {
        names = lines
            .iter()
            .flat_map(|line| line.text.split(['>', '»', '/', '›']))
            .map(|name| name.trim().to_owned())
            .collect();
    }
    names.retain(|name| {
        let lower = name.to_lowercase();
        !name.is_empty()
            && name.chars().count() <= 60
            && !words::is("home", &lower)
            && generic::key(name) != own
            && stamp::read(name).is_empty()
    });
    names.dedup();
    names.truncate(6);
    names
}

/// Key words that the page shows after the body.
fn tags(dom: &Dom<'_>, places: &Places) -> Vec<String> {
    let from = places.body.unwrap_or(0);
    let node = places.tags.or_else(|| {
        (from..dom.nodes.len()).find(|&node| {
            let lines = dom.lines.get(dom.lines_in(node)).unwrap_or(&[]);
            dom.fields(node).any(Fields::TAGS) && lines.iter().any(|line| !line.links.is_empty()) && lines.len() <= 40
        })
    });
    let Some(node) = node else { return Vec::new() };
    let lines = dom.lines.get(dom.lines_in(node)).unwrap_or(&[]);
    let links = lines.iter().flat_map(|line| line.links.iter().map(|(_, span)| span.of(&line.text).trim().to_owned()));
    let mut tags: Vec<String> = links.filter(|tag| !tag.is_empty() && tag.split_whitespace().count() <= 8).collect();
    tags.dedup();
    tags.truncate(30);
    tags
}

/// Files that the body links to, or that are offered right after it.
fn attachments(dom: &Dom<'_>, places: &Places, body: &Body<'_>) -> Vec<Attachment> {
    const AFTER: usize = 20;
    let Some(node) = places.body else { return Vec::new() };
    let lines = dom.lines_in(node);
    let mut found: Vec<Attachment> = Vec::new();
    for (number, line) in dom.lines.iter().enumerate().take(lines.end + AFTER).skip(lines.start) {
        let inside = number < lines.end;
        let related = dom.around(line.node).take(12).any(|at| dom.fields(at).any(Fields::RELATED.with(Fields::CHROME)));
        if related && !inside {
            continue;
        }
        for (link, span) in &line.links {
            let name = span.of(&line.text).trim();
            // After the body only a real file counts, and only before the related links.
            let offer =
                attachment::offered(dom, *link, name).filter(|offer| inside || attachment::is_file(&offer.href));
            if let Some(offer) = offer.filter(|offer| !found.iter().any(|known| known.href == offer.href)) {
                found.push(offer);
            }
        }
    }
    let _ = body;
    found
}

/// Puts title, lead, body and byline in reading order.
fn assemble<'a>(dom: &Dom<'a>, places: &Places, title: Option<String>, mut body: Body<'a>, page: &mut Page) {
    outside_lead(dom, places, &mut body);
    let marked = outside_bylines(dom, places, &body);
    body.blocks.extend(marked);
    body.blocks.sort_by_key(|block| block.node);
    read_byline(&body, page);
    if let Some(title) = title {
        page.parts.push(Part::new(BlockKind::Title, title));
    }
    let mut captions: Vec<Option<usize>> = vec![None; body.images.len()];
    for block in body.blocks {
        if let Some(slot) = block.image.and_then(|image| captions.get_mut(image)) {
            slot.get_or_insert(page.parts.len());
        }
        let links = block
            .links
            .iter()
            .filter_map(|(link, span)| Some(PartLink { href: dom.attribute(*link, "href")?.to_owned(), span: *span }));
        page.parts.push(Part {
            links: links.collect(),
            font: block.font.map(str::to_owned),
            kind: block.kind,
            text: block.text,
        });
    }
    page.figures = body
        .images
        .into_iter()
        .zip(captions)
        .map(|(image, caption)| PartFigure { figure: image.figure, caption })
        .collect();
}

/// The lead where it stands outside the body.
fn outside_lead<'a>(dom: &Dom<'a>, places: &Places, body: &mut Body<'a>) {
    let Some(lead) = places.lead else { return };
    let inside = places.body.is_some_and(|body| body < lead && lead < dom.end(body));
    if inside || body.blocks.iter().any(|block| block.kind == BlockKind::Lead) {
        return;
    }
    let text = dom.text(lead);
    let links = match dom.lines.get(dom.lines_in(lead)) {
        // A link to another article may close the lead.
        Some([only]) if only.text == text => only.links.clone(),
        Some(lines) if lines.len() > 1 => {
            let kept: Vec<&str> = lines.iter().filter(|line| !line.is_link()).map(|line| line.text.as_str()).collect();
            return push_lead(dom, lead, kept.join(" "), Vec::new(), body);
        }
        _ => Vec::new(),
    };
    push_lead(dom, lead, text, links, body);
}

fn push_lead<'a>(
    dom: &Dom<'a>,
    lead: usize,
    text: String,
    links: Vec<(usize, crate::article::Span)>,
    body: &mut Body<'a>,
) {
    if text.is_empty() {
        return;
    }
    let font = dom.lines.get(dom.lines_in(lead).start).and_then(|line| line.font);
    let block = Block { kind: BlockKind::Lead, text, links, font, node: lead, style: Style::default(), image: None };
    body.blocks.insert(0, block);
}

/// Author and source lines that stand outside the body: between title and body, and right after it.
fn outside_bylines<'a>(dom: &Dom<'a>, places: &Places, body: &Body<'a>) -> Vec<Block<'a>> {
    const AFTER: usize = 12;
    let Some(node) = places.body else { return Vec::new() };
    let inner = dom.lines_in(node);
    let from = places.title.map_or(inner.start, |title| dom.lines_in(title).end).min(inner.start);
    let until = (inner.end + AFTER).min(dom.lines.len());
    let known: Vec<String> = body
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Byline)
        .map(|block| generic::key(&block.text))
        .collect();
    let mut found: Vec<Block<'a>> = Vec::new();
    for number in (from..inner.start).chain(inner.end..until) {
        let Some(line) = dom.lines.get(number) else { break };
        let named = (line.node..=line.last).flat_map(|at| dom.around(at).take(4)).find(|&at| {
            let element = dom.element(at).is_some() && dom.lines_in(at).len() <= 2;
            element && (dom.fields(at).any(Fields::BYLINE) || places.bylines.contains(&at))
        });
        let right_after = number < inner.end + 2 && number >= inner.end && line.style.any(Style::RIGHT);
        // `Tác giả: …` under the body says itself what it is.
        let labelled = number >= inner.end
            && ["byline-label", "source-label"].iter().any(|role| {
                let lower = line.text.to_lowercase();
                words::opens(role, &lower).is_some_and(|label| lower[label.len()..].trim_start().starts_with(':'))
            });
        if named.is_none() && !right_after && !labelled {
            continue;
        }
        // The author may share a line with the time: only the element that is named so counts then.
        let timed = !stamp::read(&line.text).is_empty();
        let text = named.filter(|_| timed).map_or_else(|| line.text.clone(), |at| dom.text(at));
        let marked = places.bylines.iter().any(|&at| at <= line.last && line.node < dom.end(at));
        let foreign = dom.is_foreign(line.node) && !marked;
        if foreign || words::is("account", &text.to_lowercase()) || !stamp::read(&text).is_empty() {
            continue;
        }
        let read = byline::read(&text);
        // The account that entered the article is no author where one is named.
        let key = generic::key(&text);
        let repeated =
            known.iter().chain(found.iter().map(|block| &block.text)).any(|other| generic::key(other) == key);
        let sourced = read.as_ref().is_some_and(|byline| byline.source.is_some());
        if read.is_none() || repeated || (!known.is_empty() && !sourced) {
            continue;
        }
        found.push(Block {
            kind: BlockKind::Byline,
            links: if timed { Vec::new() } else { line.links.clone() },
            text,
            font: line.font,
            node: line.node,
            style: line.style,
            image: None,
        });
    }
    found
}

/// Reads the byline's fields from the lines marked so.
fn read_byline(body: &Body<'_>, page: &mut Page) {
    for block in body.blocks.iter().filter(|block| block.kind == BlockKind::Byline) {
        let Some(read) = byline::read_marked(&block.text) else { continue };
        match &mut page.byline {
            None => page.byline = Some(read),
            Some(byline) => {
                byline.source = byline.source.take().or(read.source);
                byline.affiliation = byline.affiliation.take().or(read.affiliation);
                byline.authors.extend(read.authors);
            }
        }
    }
}

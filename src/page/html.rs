//! An HTML page: parsed, its parts found by a profile or the generic reader, then read in order.

use super::{
    Page, Part, PartFigure, PartLink, Profile, ProfileChoice, attachment,
    block::{self, Block, Body},
    classes::Fields,
    dom::{Dom, Style},
    generic, head, kind, language,
    parse::parse,
    places::Places,
    published, section, signature, tags,
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
    page.section = section::read(&dom, &head, &places, title.as_deref());
    page.tags = tags::read(&dom, &places);
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
                attachment::offered(dom, *link, name).filter(|_| inside || attachment::is_download(dom, *link, name));
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
    let marked = signature::outside(dom, places, &body);
    body.blocks.extend(marked);
    body.blocks.sort_by_key(|block| block.node);
    page.byline = signature::joined(&mut body.blocks);
    if let Some(title) = title {
        let line = places.title.and_then(|node| dom.lines.get(dom.lines_in(node).start));
        let font = line.and_then(|line| line.font).map(str::to_owned);
        page.parts.push(Part { font, ..Part::new(BlockKind::Title, title) });
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
    let block = Block {
        kind: BlockKind::Lead,
        text,
        links,
        font,
        node: lead,
        style: Style::default(),
        image: None,
        byline: None,
    };
    body.blocks.insert(0, block);
}

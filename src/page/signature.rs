//! The lines that sign an article: its author, their unit, its source; at the foot of the body, right after it, or under the title.

use super::{
    block::{Block, Body},
    byline, caption,
    classes::Fields,
    dom::{Dom, Style},
    generic,
    places::Places,
    stamp, words,
};
use crate::article::{BlockKind, Byline};

/// Marks the author and source lines that close the body.
pub(super) fn mark(blocks: &mut [Block<'_>]) {
    let count = blocks.len();
    let mut found = 0;
    for at in (count.saturating_sub(5)..count).rev() {
        let Some(block) = blocks.get_mut(at).filter(|_| at > 0) else { break };
        if block.text.split_whitespace().count() > 16 {
            // A name may stand before a last note, but only set to the right.
            if found > 0 {
                break;
            }
            continue;
        }
        let apart = block.style.any(Style::RIGHT);
        let read = if apart { byline::read_marked(&block.text) } else { byline::read(&block.text) };
        let last = at + 1 == count || found > 0;
        // A unit alone signs an article only where it is set apart and nothing follows.
        let unit = (at + 1 == count && (apart || block.style.any(Style::BOLD.with(Style::ITALIC))))
            .then(|| byline::read_unit(&block.text))
            .flatten();
        let read = read.or(unit);
        let fits =
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Caption | BlockKind::Lead);
        let sure =
            apart || last || byline::is_labelled(&block.text) || block.style.any(Style::BOLD.with(Style::ITALIC));
        let credit = block.kind == BlockKind::Caption && !apart && caption::has_credit(&block.text);
        if fits && sure && !credit && read.is_some() {
            block.kind = BlockKind::Byline;
            block.byline = read;
            block.image = None;
            found += 1;
        } else if found > 0 {
            break;
        }
    }
}

/// Author and source lines that stand outside the body: between title and body, and right after it.
pub(super) fn outside<'a>(dom: &Dom<'a>, places: &Places, body: &Body<'a>) -> Vec<Block<'a>> {
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
            let lines = dom.lines_in(at);
            // A box with the author's name, post and time begins with the name.
            let element =
                dom.element(at).is_some() && (lines.len() <= 2 || (lines.len() <= 4 && lines.start == number));
            element && (dom.fields(at).any(Fields::BYLINE) || places.bylines.contains(&at))
        });
        let apart = line.style.any(Style::RIGHT)
            || (number == inner.end && line.style.any(Style::BOLD.with(Style::ITALIC)) && !line.is_link());
        let right_after = number < inner.end + 2 && number >= inner.end && apart;
        // `Tác giả: …` under the body says itself what it is.
        let labelled = number >= inner.end && byline::is_labelled(&line.text);
        let sourced = source_beside_time(&line.text).filter(|_| named.is_none() && number < inner.start);
        if named.is_none() && !right_after && !labelled && sourced.is_none() {
            continue;
        }
        // The author may share a line with the time: only the element that is named so counts then.
        let timed = !stamp::read(&line.text).is_empty();
        let whole = || sourced.unwrap_or(&line.text).to_owned();
        let text = named.filter(|_| timed).map_or_else(whole, |at| dom.text(at));
        // `Nguyễn Thiện (37)`: how many articles the author has.
        let counted = text
            .strip_suffix(')')
            .and_then(|open| open.rsplit_once(" ("))
            .filter(|(_, count)| !count.is_empty() && count.chars().all(|c| c.is_ascii_digit()));
        let text = counted.map_or_else(|| text.clone(), |(name, _)| name.to_owned());
        let marked = places.bylines.iter().any(|&at| at <= line.last && line.node < dom.end(at));
        let foreign = dom.is_foreign(line.node) && !marked;
        if foreign || words::is("account", &text.to_lowercase()) || !stamp::read(&text).is_empty() {
            continue;
        }
        let from = named.is_some_and(|at| dom.fields(at).any(Fields::SOURCE));
        let read = byline::read(&text).filter(|byline| !from || byline.source.is_some());
        let read = if from { read.or_else(|| byline::read_source(&text)) } else { read };
        // The account that entered the article is no author where one is named.
        let key = generic::key(&text);
        let repeated =
            known.iter().chain(found.iter().map(|block| &block.text)).any(|other| generic::key(other) == key);
        // Under a name that closes the text stands the account that entered it.
        let signed = number >= inner.end
            && found.iter().any(|block| block.node >= dom.lines.get(inner.end).map_or(usize::MAX, |line| line.node))
            && !byline::is_labelled(&text)
            && read.as_ref().is_some_and(|byline| byline.source.is_none());
        if signed {
            continue;
        }
        let sourced = read.as_ref().is_some_and(|byline| byline.source.is_some());
        if read.is_none() || repeated || (!known.is_empty() && !sourced) {
            continue;
        }
        found.push(Block {
            kind: BlockKind::Byline,
            links: if timed || text.len() < line.text.len() { Vec::new() } else { line.links.clone() },
            text,
            font: line.font,
            node: line.node,
            style: line.style,
            image: None,
            byline: read,
        });
    }
    found
}

/// The source in a line with the time, parted by strokes: `Theo VOV | 24/11/2012 09:08 | 3 bình luận`.
fn source_beside_time(line: &str) -> Option<&str> {
    let mut parts = line.split('|').map(str::trim);
    if line.len() > 160 || !line.contains('|') || stamp::read(line).is_empty() {
        return None;
    }
    parts.find(|part| {
        let labelled = byline::is_labelled(part) || words::opens("source-label", &part.to_lowercase()).is_some();
        labelled && stamp::read(part).is_empty() && byline::read(part).is_some()
    })
}

/// What all lines that sign the article say together.
pub(super) fn joined(blocks: &mut [Block<'_>]) -> Option<Byline> {
    blocks.iter_mut().filter_map(|block| block.byline.take()).reduce(|mut whole, next| {
        whole.source = whole.source.take().or(next.source);
        whole.affiliation = whole.affiliation.take().or(next.affiliation);
        whole.authors.extend(next.authors);
        whole
    })
}

//! Bare text: the title, stamp and view lines, then paragraphs, headings, captions and the byline told by their form.

use std::collections::HashMap;

use super::{Page, Part, PartFigure, byline, caption, foot, keywords, language, stamp, views, words};
use crate::article::{BlockKind, Byline, Figure, Stamp, Views};

/// How far from either end of a text its stamp lines and its byline stand, in blocks.
const HEADER: usize = 6;
const FOOTER: usize = 4;

/// Takes bare text apart.
pub(crate) fn read_plain(text: &str) -> Page {
    let mut page = Page { profile: "plain".into(), ..Page::default() };
    let cut = foot::cut(text, &mut page);
    let mut lines = join_wrapped(cut.article);
    let stamped = take_header(&mut lines, &mut page);
    if page.tags.is_empty() {
        page.tags = take_keywords(&mut lines);
    }
    cut_glued_byline(&mut lines);
    page.language = language::of(lines.iter().map(String::as_str), None);
    let title = lines.first().is_some_and(|line| is_title(line, lines.len()));
    // A name under the time goes before one near the end, which may be a plate over what somebody says.
    let head = stamped.filter(|&at| title && signs_header(&lines, at));
    let foot = byline_at(&lines, usize::from(title));
    let byline = foot.filter(|&at| head.is_none() || at + 1 == lines.len()).or(head);
    let told = told_elsewhere(&lines);
    for (at, line) in lines.iter().enumerate() {
        let kind = if at == 0 && title {
            BlockKind::Title
        } else if Some(at) == byline {
            BlockKind::Byline
        } else {
            let after = byline.is_some_and(|byline| at > byline && byline * 2 > lines.len());
            kind(&lines, at, after || at < usize::from(title).max(1), told.get(at).copied().unwrap_or(0))
        };
        match kind {
            BlockKind::Byline => page.byline = byline::read(line),
            BlockKind::Caption => {
                page.figures.push(PartFigure { figure: Figure::default(), caption: Some(page.parts.len()) });
            }
            _ => {}
        }
        page.parts.push(Part::new(kind, line.as_str()));
    }
    if let Some(outlet) = cut.outlet {
        let named = page.byline.get_or_insert_with(|| Byline { text: outlet.to_owned(), ..Byline::default() });
        named.source.get_or_insert_with(|| outlet.to_owned());
    }
    let teasers = join_wrapped(cut.teasers);
    page.parts.extend(teasers.iter().map(|line| Part::new(BlockKind::Paragraph, line.as_str())));
    page
}

/// Lines with those joined that were broken inside a sentence.
fn join_wrapped(text: &str) -> Vec<String> {
    let raw: Vec<&str> = text.lines().collect();
    let width = wrap_width(&raw);
    let mut lines: Vec<String> = Vec::new();
    let (mut open, mut last_width) = (false, 0);
    for line in raw {
        let folded = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() {
            open = false;
            continue;
        }
        let goes_on = open
            && lines.last().is_some_and(|before| {
                let stopped = before.ends_with(['.', '!', '?', ':', ';', '…', '”', '"']);
                let full = width.is_some_and(|width| last_width + 18 >= width);
                let small = folded.starts_with([',', ';', ')', '.']) || (!stopped && opens_small(&folded));
                small || (full && !stopped)
            });
        last_width = folded.chars().count();
        open = true;
        match lines.last_mut().filter(|_| goes_on) {
            Some(before) => {
                if !folded.starts_with([',', ';', ')', '.']) {
                    before.push(' ');
                }
                before.push_str(&folded);
            }
            None => lines.push(folded),
        }
    }
    lines
}

/// Whether the line opens in lower case; `eMeeting` is a name and does not.
fn opens_small(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
        && !line.split_whitespace().next().is_some_and(|word| word.chars().any(char::is_uppercase))
}

/// The width at which the text was broken by force, if it was: most lines end within it without a stop.
fn wrap_width(lines: &[&str]) -> Option<usize> {
    let widths: Vec<usize> = lines.iter().map(|line| line.trim().chars().count()).filter(|width| *width > 0).collect();
    let widest = widths.iter().copied().max().filter(|widest| (40..=130).contains(widest))?;
    let full = widths.iter().filter(|width| **width + 18 >= widest).count();
    let stopped = lines.iter().filter(|line| line.trim_end().ends_with(['.', '!', '?', ':', ';'])).count();
    (widths.len() >= 8 && full * 2 > widths.len() && stopped * 2 < widths.len()).then_some(widest)
}

/// Takes stamp and view lines from both ends of the text; the number of the line that follows those at the head.
fn take_header(lines: &mut Vec<String>, page: &mut Page) -> Option<usize> {
    let count = lines.len();
    let mut kept = Vec::with_capacity(count);
    let mut stamped = None;
    for (at, line) in lines.drain(..).enumerate() {
        let near_end = at < HEADER || at + 2 >= count;
        if near_end && line.chars().count() <= 120 && take_stamps(&line, page) {
            stamped = stamped.or((at < HEADER).then_some(kept.len()));
            continue;
        }
        kept.push(line);
    }
    *lines = kept;
    stamped
}

/// Reads a line of nothing but times and counts; whether it was one.
fn take_stamps(line: &str, page: &mut Page) -> bool {
    let (readings, counted) = (stamp::read(line), views::read(line));
    if (readings.is_empty() && counted.is_none()) || !stamp::residue(line).is_empty() {
        return false;
    }
    for reading in readings {
        let found = Stamp::new(reading.value, reading.span.of(line), "header");
        let place = if reading.label == Some(stamp::Label::Updated) { &mut page.updated } else { &mut page.published };
        place.get_or_insert(found);
    }
    if page.published.is_none() {
        page.published = page.updated.take();
    }
    if let Some((count, span)) = counted {
        page.views.get_or_insert_with(|| Views::new(count, span.of(line), "header"));
    }
    true
}

/// Takes the line of key words from the foot of the text.
fn take_keywords(lines: &mut Vec<String>) -> Vec<String> {
    let from = lines.len().saturating_sub(FOOTER).max(1);
    let found = (from..lines.len()).find_map(|at| Some((at, keywords::read(lines.get(at)?)?)));
    let Some((at, names)) = found else { return Vec::new() };
    lines.remove(at);
    names
}

/// Whether the first line is a headline and not the first paragraph.
fn is_title(line: &str, count: usize) -> bool {
    let words = line.split_whitespace().count();
    let ended = line.ends_with(['.', ';', ',']) && !line.ends_with("...");
    words <= 45 && (!ended || (count > 1 && words <= 14)) && !caption::has_credit(line)
}

/// The number of the block that is the byline: the last short line in the form of one.
fn byline_at(lines: &[String], first: usize) -> Option<usize> {
    let from = lines.len().saturating_sub(FOOTER).max(first + 1);
    (from..lines.len()).rev().find(|&at| {
        let reads = lines.get(at).is_some_and(|line| signs(line) && !words::is("byline-note", &line.to_lowercase()));
        // A name inside the text, with prose after it, is a byline only where what follows repeats the lead.
        reads
            && (at + 1 == lines.len()
                || lines[at + 1..].iter().all(|line| {
                    // `Tổng hợp` under a name says how the author worked.
                    line.split_whitespace().count() > 3 || words::is("byline-note", &line.to_lowercase())
                }))
    })
}

/// Whether the line under the time at the head of a text is the author's name, with prose under it.
fn signs_header(lines: &[String], at: usize) -> bool {
    let name = |line: &String| {
        let named = byline::read(line).is_some_and(|byline| !byline.authors.is_empty());
        at > 0 && named && signs(line) && (2..=6).contains(&line.split_whitespace().count())
    };
    let prose = |line: &String| line.split_whitespace().count() >= 12;
    lines.get(at).is_some_and(name) && lines.get(at + 1).is_some_and(prose)
}

/// Whether a line has the form of a byline and is not the credit of a picture.
fn signs(line: &str) -> bool {
    byline::read(line).is_some() && (byline::is_labelled(line) || !caption::has_credit(line))
}

/// Cuts a byline from the end of the last paragraph, where the source has lost the line between: `… nêu rõ./. Trần Tĩnh (TTXVN)`.
fn cut_glued_byline(lines: &mut Vec<String>) {
    let Some(last) = lines.last_mut().filter(|last| last.split_whitespace().count() > 20) else { return };
    let bare = last.trim_end_matches(['-', '–', ' ']);
    // A label of which the rest is lost: `(theo Reuters) Nguồn`.
    let bare = bare.strip_suffix(" Nguồn").filter(|rest| rest.ends_with([')', '.'])).unwrap_or(bare);
    let stops = bare.rmatch_indices(['.', '!', '?', '…', '”', '"', ')']).take(12);
    // The longest tail that reads as a byline: `PV. Lan Hương` is one, not two.
    let cut = stops.filter_map(|(at, mark)| {
        let after = at + mark.len();
        let tail = bare.get(after..)?;
        let stopped = !matches!(mark, "”" | "\"" | ")") || bare[..at].ends_with(['.', '!', '?', '…']);
        let glued = || mark == "." && ends_in_word(&bare[..at]);
        let cut = (tail.starts_with(' ') && stopped) || (tail.starts_with(char::is_uppercase) && glued());
        (cut && tail.split_whitespace().count() <= 10 && signs(tail)).then_some(after)
    });
    if let Some(at) = cut.last() {
        let tail = bare[at..].trim().to_owned();
        last.truncate(at);
        lines.push(tail);
    }
}

/// Whether a text ends in a whole word, and not in a short form that has a dot: `… quyết định`, not `TP`, `ts`.
fn ends_in_word(text: &str) -> bool {
    const CONSONANTS: &str = "bcdđghklmnpqrstvx";
    let (mut letters, mut vowel) = (0, false);
    for c in text.chars().rev().take_while(|c| c.is_alphabetic()) {
        if c.is_uppercase() {
            return false;
        }
        letters += 1;
        vowel |= !CONSONANTS.contains(c);
    }
    letters > 1 && vowel
}

/// The kind of a block in the body; `outside` of the body proper stands no caption without a credit.
fn kind(lines: &[String], at: usize, outside: bool, told: u32) -> BlockKind {
    let Some(line) = lines.get(at) else { return BlockKind::Paragraph };
    let count = line.split_whitespace().count();
    if line.starts_with(['-', '+', '•', '*', '–']) {
        return BlockKind::ListItem;
    }
    let short = i32::from(longer_than(lines, count) >= 60);
    let shows = told >= 45 || caption::shows(line);
    if shows && (!outside || caption::has_credit(line)) && caption::score(line, told) + short >= caption::STANDS_ALONE {
        return BlockKind::Caption;
    }
    let ended = line.ends_with(['.', ';', ',', ':', '…', '"', '”', '!']);
    let longer_follows = lines.get(at + 1).is_some_and(|next| next.split_whitespace().count() > count);
    if count <= 22 && !ended && longer_follows && at > 0 && !outside {
        return BlockKind::Heading;
    }
    BlockKind::Paragraph
}

/// How many of the blocks, in percent, have more than twice as many words.
fn longer_than(lines: &[String], count: usize) -> usize {
    let longer = lines.iter().filter(|line| line.split_whitespace().count() > 2 * count).count();
    longer * 100 / lines.len().max(1)
}

/// For each block, how much of it other blocks tell in the same words, in percent: captions repeat the text.
fn told_elsewhere(lines: &[String]) -> Vec<u32> {
    const GRAM: usize = 3;
    let folded: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            line.to_lowercase()
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .collect();
    // The number of the one block that holds a run of words, or none where several do.
    let mut holders: HashMap<&[String], Option<usize>> = HashMap::new();
    for (at, words) in folded.iter().enumerate() {
        for gram in words.windows(GRAM) {
            holders.entry(gram).and_modify(|holder| *holder = holder.filter(|one| *one == at)).or_insert(Some(at));
        }
    }
    folded
        .iter()
        .enumerate()
        .map(|(at, words)| {
            let total = words.len().saturating_sub(GRAM - 1);
            let shared =
                words.windows(GRAM).filter(|gram| holders.get(gram).is_some_and(|holder| *holder != Some(at))).count();
            if total < 3 { 0 } else { u32::try_from(shared * 100 / total).unwrap_or(0) }
        })
        .collect()
}

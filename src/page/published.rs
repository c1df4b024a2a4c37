//! Which of the times on a page are the article's, and which view count.

use super::{
    Page,
    classes::Fields,
    dom::Dom,
    head::Head,
    places::Places,
    stamp::{self, Label, Reading},
    views as count, words,
};
use crate::article::{Diagnostic, Span, Stamp, Views};

/// A time shown on the page with what speaks for it.
struct Candidate {
    reading: Reading,
    text: String,
    score: i64,
    line: usize,
}

/// Fills in the times and the view count of the article.
pub(super) fn read(dom: &Dom<'_>, head: &Head, places: &Places, page: &mut Page) {
    let frame = Frame::new(dom, places);
    let month_first = month_first(dom, head);
    let mut shown: Vec<Candidate> = marked(dom, places, &frame);
    if shown.is_empty() {
        shown = candidates(dom, head, &frame);
    }
    for candidate in &mut shown {
        if month_first {
            candidate.reading = candidate.reading.with_month_first();
        }
    }
    choose(shown, head, page);
    if page.published.is_none() {
        page.published = scripted(dom);
    }
    page.views = views(dom, places, &frame);
}

/// Where title and body stand, in lines.
struct Frame {
    title: Option<std::ops::Range<usize>>,
    body: Option<std::ops::Range<usize>>,
    /// The element that holds the body.
    node: Option<usize>,
    /// The line after the body that heads links to other articles.
    stop: usize,
}

impl Frame {
    fn new(dom: &Dom<'_>, places: &Places) -> Self {
        let title = places.title.map(|node| dom.lines_in(node));
        // A body that holds the title begins after it.
        let from = title.as_ref().map_or(0, |title| title.end);
        let body = places
            .body
            .map(|node| dom.lines_in(node))
            .map(|body| if body.contains(&from) { from..body.end } else { body });
        let after = body.as_ref().map_or(usize::MAX, |body| body.end);
        let heads = |line: &super::dom::Line<'_>| {
            line.words() <= 8 && words::opens("stop", line.text.to_lowercase().trim()).is_some()
        };
        let stop =
            dom.lines.get(after..).and_then(|lines| lines.iter().position(heads)).map_or(usize::MAX, |at| after + at);
        Self { title, body, node: places.body, stop }
    }

    /// Whether a line stands in a box of the body that opens with a linked headline: the time and count of another article.
    fn is_in_card(&self, dom: &Dom<'_>, number: usize) -> bool {
        let (Some(body), Some(line)) = (self.node, dom.lines.get(number)) else { return false };
        let opens = |node: usize| {
            let first = dom.lines_in(node).start;
            first < number && dom.lines.get(first).is_some_and(|line| line.is_link() && line.words() >= 4)
        };
        line.node < dom.end(body) && dom.around(line.node).take_while(|&node| node > body).any(opens)
    }

    /// How much the place of a line speaks for a part of the article's header: near the title, or at the edges of the body.
    fn nearness(&self, line: usize) -> i64 {
        let distance = |a: usize, b: usize| i64::try_from(a.abs_diff(b)).unwrap_or(i64::MAX).min(1000);
        if line >= self.stop {
            return -20;
        }
        let mut score = -12;
        if let Some(title) = &self.title {
            score = if line >= title.start {
                14 - distance(line, title.end.max(1) - 1)
            } else {
                9 - 2 * distance(line, title.start)
            };
        } else if let Some(body) = &self.body {
            score = 8 - distance(line, body.start);
        }
        if let Some(body) = &self.body {
            let header = self.title.as_ref().is_some_and(|title| line >= title.end && line < title.end + 6);
            if line >= body.end {
                score = score.max(4 - distance(line, body.end) / 2);
            } else if line + 3 >= body.end {
                score = score.max(2);
            } else if line > body.start + 3 && !header {
                score = -15;
            }
        }
        score.max(-20)
    }
}

/// Whether the page's own times are written month first: some must be read so and none cannot.
fn month_first(dom: &Dom<'_>, head: &Head) -> bool {
    let (mut month, mut day) = (0, 0);
    for line in dom.lines.iter().filter(|line| line.text.len() < 160) {
        for reading in stamp::read(&line.text) {
            month += usize::from(reading.month_first);
            day += usize::from(reading.day_first);
            if reading.swapped.is_some_and(|other| head.published.iter().any(|(value, ..)| value.day() == other.day()))
                && !head.published.iter().any(|(value, ..)| value.day() == reading.value.day())
            {
                month += 1;
            }
        }
    }
    month > 0 && day == 0
}

/// Times in the places that a profile names.
fn marked(dom: &Dom<'_>, places: &Places, frame: &Frame) -> Vec<Candidate> {
    let mut found = Vec::new();
    for &node in &places.stamps {
        let text = dom.text(node);
        let line = dom.lines_in(node).start;
        found.extend(stamp::read(&text).into_iter().map(|reading| Candidate {
            text: reading.span.of(&text).to_owned(),
            reading,
            score: 30 + frame.nearness(line),
            line,
        }));
    }
    found
}

/// All times shown, each weighed by its words and its place.
fn candidates(dom: &Dom<'_>, head: &Head, frame: &Frame) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (number, line) in dom.lines.iter().enumerate() {
        if line.text.len() > 400 {
            continue;
        }
        let mut text = line.text.clone();
        let mut readings = stamp::read(&text);
        // The day on one line, the time of day on the next.
        if let ([only], Some(next)) = (readings.as_slice(), dom.lines.get(number + 1))
            && !only.has_time()
            && next.text.len() < 40
            && text.len() < 80
        {
            let both = format!("{text} {}", next.text);
            let again = stamp::read(&both);
            if let [one] = again.as_slice()
                && one.has_time()
                && stamp::residue(&both).split_whitespace().count() < 4
            {
                (text, readings) = (both, again);
            }
        }
        if readings.is_empty() || frame.is_in_card(dom, number) {
            continue;
        }
        let rest = stamp::residue(&text).split_whitespace().count();
        for reading in readings {
            let score = weigh(dom, number, &reading, rest, head, frame);
            found.push(Candidate { text: reading.span.of(&text).to_owned(), reading, score, line: number });
        }
    }
    found.retain(|candidate| candidate.score >= 8);
    found
}

fn weigh(dom: &Dom<'_>, number: usize, reading: &Reading, rest: usize, head: &Head, frame: &Frame) -> i64 {
    let Some(line) = dom.lines.get(number) else { return 0 };
    let mut score = frame.nearness(number);
    score += if reading.has_time() { 6 } else { 0 };
    score += match reading.label {
        Some(Label::Published) => 8,
        Some(Label::Updated) => 5,
        None => 0,
    };
    // A sentence tells of a day; a stamp line does not end in a stop.
    let sentence = reading.label.is_none() && line.text.trim_end().ends_with(['.', '!', '?', '…', '”']);
    // Glued to the end of the text: `… diện tích. 04:30 GMT+7, Thứ Ba, 27/9/2022`.
    let ends = reading.has_time()
        && frame.body.as_ref().is_some_and(|body| number + 1 == body.end)
        && stamp::residue(line.text.get(reading.span.end..).unwrap_or("")).is_empty()
        && stamp::residue(line.text.get(..reading.span.start).unwrap_or(""))
            .ends_with(['.', '!', '?', '…', '”', '/', ':', ')']);
    let rest = if ends { 0 } else { rest };
    // The clock in the head of the site.
    let site = frame.title.as_ref().is_some_and(|title| number < title.start)
        && dom.around(line.node).any(|node| dom.name(node) == "header" && dom.lines_in(node).end <= number.max(1) + 40)
        && !dom.around(line.node).any(|node| matches!(dom.name(node), "article" | "main"));
    score -= if site { 8 } else { 0 };
    score += match rest {
        0 => 6,
        4.. if sentence => -14,
        1..=6 => 2,
        7..=12 => -4,
        _ => -14,
    };
    let around: Vec<usize> = dom.around(line.node).take(6).collect();
    score += if around.iter().any(|&node| dom.fields(node).any(Fields::STAMP)) { 8 } else { 0 };
    if dom.is_foreign(line.node) {
        let related = dom.around(line.node).any(|node| dom.fields(node).any(Fields::RELATED.with(Fields::COMMENT)));
        score -= if related { 22 } else { 6 };
    }
    score -= if line.is_link() { 10 } else { 0 };
    let agrees = |day| head.published.iter().any(|(value, ..)| value.day() == day);
    score += if agrees(reading.value.day()) { 8 } else { 0 };
    score
}

/// A time that a script writes into the page: `….innerHTML = "Thứ năm, 20/12/2012, 16:10 GMT+7"`.
fn scripted(dom: &Dom<'_>) -> Option<Stamp> {
    (0..dom.nodes.len()).filter(|&node| dom.name(node) == "script").find_map(|node| {
        let code: String = dom.element(node)?.text().collect();
        let written = code.len() < 600 && (code.contains("innerHTML") || code.contains("document.write"));
        let reading = *stamp::read(&code).first().filter(|reading| written && reading.has_time())?;
        Some(Stamp::new(reading.value, reading.span.of(&code), "script"))
    })
}

/// Decides between what is shown and what the head claims.
fn choose(mut shown: Vec<Candidate>, head: &Head, page: &mut Page) {
    shown.sort_by_key(|candidate| (std::cmp::Reverse(candidate.score), candidate.line));
    let is_update = |candidate: &Candidate| candidate.reading.label == Some(Label::Updated);
    let stamp = |candidate: &Candidate| Stamp::new(candidate.reading.value, candidate.text.clone(), "header");
    let best = shown.iter().find(|candidate| !is_update(candidate));
    let update = shown.iter().find(|candidate| is_update(candidate));
    let claimed = head.published.first().map(|(value, text, origin)| Stamp::new(*value, text.clone(), *origin));
    page.published = match (best, update, claimed) {
        // What stands clearly worse than an update time is something else's: the clock, a related article.
        (Some(best), Some(update), _) if best.score + 10 < update.score => Some(stamp(update)),
        (Some(best), _, _) => Some(stamp(best)),
        (None, Some(update), Some(claimed)) if update.reading.value.day() != claimed.value.day() => {
            page.updated = Some(stamp(update));
            Some(claimed)
        }
        (None, Some(update), _) => Some(stamp(update)),
        (None, None, claimed) => claimed,
    };
    let Some(published) = page.published.clone() else { return };
    let later = |value: crate::article::StampValue| value != published.value && value.day() >= published.value.day();
    if page.updated.is_none() {
        page.updated = update.filter(|update| later(update.reading.value)).map(stamp).or_else(|| {
            let claim = head.updated.iter().find(|(value, ..)| later(*value))?;
            Some(Stamp::new(claim.0, claim.1.clone(), claim.2))
        });
    }
    let disagrees =
        head.published.iter().find(|(value, ..)| (value.day() - published.value.day()).num_days().abs() > 1);
    if let Some((value, _, origin)) = disagrees.filter(|_| published.origin == "header") {
        page.diagnostics.push(Diagnostic::new(
            "published-disagrees",
            format!("the page shows {}, its {origin} says {value}; what is shown was taken", published.value),
        ));
    }
}

/// The view count that stands nearest to the title, or after the body.
fn views(dom: &Dom<'_>, places: &Places, frame: &Frame) -> Option<Views> {
    for &node in &places.views {
        let text = dom.text(node);
        let bare = || Some((text.trim().parse().ok()?, Span::new(0, text.len())));
        if let Some((value, span)) = count::read(&text).or_else(bare) {
            return Some(Views::new(value, span.of(&text), "header"));
        }
    }
    let mut best: Option<(i64, Views)> = None;
    for (number, line) in dom.lines.iter().enumerate().filter(|(_, line)| line.text.len() < 300) {
        let counted = count::read(&line.text);
        let Some((value, span)) = counted else { continue };
        let related = Fields::RELATED.with(Fields::COMMENT).with(Fields::CHROME);
        // Beside the article's own time, the name of the box says nothing.
        // A box of nothing but this line is the article's, however the site calls it: `<div class="thongke">Lượt xem: 87</div>`.
        let strange = |node: usize| {
            let fields = dom.fields(node);
            fields.any(related) && (fields.any(Fields::RELATED.with(Fields::COMMENT)) || dom.lines_in(node).len() > 1)
        };
        let foreign = stamp::read(&line.text).is_empty() && dom.around(line.node).any(strange);
        if frame.is_in_card(dom, number) {
            continue;
        }
        let rest = stamp::residue(&line.text).split_whitespace().count();
        let score = frame.nearness(number) - if foreign { 20 } else { 0 } - i64::try_from(rest.min(20)).unwrap_or(0);
        if score > -4 && best.as_ref().is_none_or(|(high, _)| score > *high) {
            best = Some((score, Views::new(value, span.of(&line.text), "header")));
        }
    }
    best.map(|(_, views)| views).or_else(|| unlabelled(dom, frame))
}

/// A figure that only its element or the icon of an eye tells to be a view count: `<span class="view-count">205</span>`,
/// `<i class="fa fa-eye"></i> 1.572`, `👁 205`; right beside the title or the time.
fn unlabelled(dom: &Dom<'_>, frame: &Frame) -> Option<Views> {
    const NEAR: i64 = 6;
    const AFTER_ICON: usize = 4;
    let figure = |node: usize| {
        let text = dom.text(node);
        let bare = text.trim_start_matches(['👁', '\u{fe0f}', ' ']).trim();
        Some((count::count(bare, false)?, bare.to_owned(), text.starts_with('👁')))
    };
    let counts = (0..dom.nodes.len()).filter_map(|node| {
        let it = dom.nodes.get(node).filter(|it| !it.style.any(super::dom::Style::HIDDEN))?;
        if it.element.is_none() {
            return figure(node).filter(|(.., eye)| *eye).map(|found| (node, found));
        }
        // A box that holds more than an icon and a figure tells nothing; and many of them in each other cost.
        if it.end - node > 12 {
            return None;
        }
        if it.fields.any(Fields::VIEWS) {
            return figure(node).map(|found| (node, found));
        }
        let icon = it.fields.any(Fields::EYE) && dom.text(node).is_empty();
        let after = (dom.end(node)..dom.end(node) + AFTER_ICON).find(|&at| !dom.text(at).is_empty());
        after.filter(|_| icon).and_then(|at| Some((at, figure(at)?)))
    });
    let counts = counts.filter_map(|(node, (value, text, _))| {
        let line = dom.lines.partition_point(|line| line.node <= node).checked_sub(1)?;
        let related = Fields::RELATED.with(Fields::COMMENT).with(Fields::CHROME);
        let foreign = dom.around(node).any(|at| dom.fields(at).any(related));
        let near = frame.nearness(line);
        (near >= NEAR && !foreign).then(|| (near, Views::new(value, text, "header")))
    });
    counts.max_by_key(|(near, _)| *near).map(|(_, views)| views)
}

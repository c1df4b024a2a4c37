//! The body in reading order: lines of the page become paragraphs, headings, items, tables, captions; what is foreign is left out.

use std::collections::HashMap;

use super::{
    byline, caption,
    dom::{Dom, Line, Style},
    figure::{self, Image, Under},
    generic,
    places::Places,
    signature, stamp, table, views, words,
};
use crate::article::{BlockKind, Byline, Span};

/// A block of the article with its place on the page.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind,
    pub(super) text: String,
    /// Links: the number of the `<a>` and the place in `text`.
    pub(super) links: Vec<(usize, Span)>,
    pub(super) font: Option<&'a str>,
    /// Its first node.
    pub(super) node: usize,
    /// How it is shown, beside how the whole body is shown.
    pub(super) style: Style,
    /// The number of the picture whose caption it is.
    pub(super) image: Option<usize>,
    /// What it says as an author or source line.
    pub(super) byline: Option<Byline>,
}

/// The blocks and pictures of an article.
#[derive(Debug, Default)]
pub(super) struct Body<'a> {
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) images: Vec<Image>,
}

/// Reads the lead, what stands between title and body that belongs to it, and the body.
pub(super) fn read<'a>(dom: &Dom<'a>, places: &Places, title: Option<&str>) -> Body<'a> {
    let Some(body) = places.body else { return Body::default() };
    let mut reader = Reader::new(dom, places, body, title);
    reader.pictures_before();
    let lines = dom.lines_in(body);
    let mut number = reader.first;
    while number < lines.end {
        number = reader.step(number, lines.end).max(number + 1);
    }
    reader.finish()
}

struct Reader<'d, 'a> {
    dom: &'d Dom<'a>,
    places: &'d Places,
    body: usize,
    /// The style of the body itself, which tells nothing of its parts.
    ground: Style,
    title: String,
    out: Body<'a>,
    /// The next picture that no line has passed.
    next_image: usize,
    /// The picture that the last lines stood under.
    under: Option<usize>,
    all_centred: bool,
    all_bold: bool,
    tables: HashMap<usize, bool>,
    /// Bytes of prose in the body, and read so far.
    prose: usize,
    read: usize,
    first: usize,
    /// Whether it is a row of pictures with a line under each.
    story: bool,
    /// Whether the text lists links as a part of what it tells.
    lists_links: bool,
}

impl<'d, 'a> Reader<'d, 'a> {
    fn new(dom: &'d Dom<'a>, places: &'d Places, body: usize, title: Option<&str>) -> Self {
        let lines = dom.lines.get(dom.lines_in(body)).unwrap_or(&[]);
        let prose = |line: &&Line<'_>| line.words() >= 8;
        let count = |style: Style| lines.iter().filter(prose).filter(|line| line.style.any(style)).count();
        let total = lines.iter().filter(prose).count();
        // A body that holds the title begins after it.
        let range = dom.lines_in(body);
        let titled = places.title.map_or(0, |title| dom.lines_in(title).end);
        let first = if range.contains(&titled) { titled } else { range.start };
        // From the title on, pictures belong to the article.
        let from = places.title.map_or(body, |title| dom.end(title)).min(dom.end(body));
        Self {
            dom,
            places,
            body,
            ground: dom.nodes.get(body).map_or(Style::default(), |node| node.style),
            title: title.map(generic::key).unwrap_or_default(),
            out: Body { blocks: Vec::new(), images: figure::images(dom, from..dom.end(body)) },
            next_image: 0,
            under: None,
            all_centred: count(Style::CENTRE) * 2 > total,
            all_bold: count(Style::BOLD) * 2 > total,
            tables: HashMap::new(),
            prose: lines.iter().filter(prose).map(|line| line.text.len() - line.linked).sum(),
            read: 0,
            first,
            story: is_story(dom, body),
            lists_links: false,
        }
    }

    /// The captions of pictures between title and body.
    fn pictures_before(&mut self) {
        const MOST: usize = 12;
        let dom = self.dom;
        let from = self.places.title.map_or(self.first, |title| dom.lines_in(title).end);
        let mut passed = 0;
        for number in from.max(self.first.saturating_sub(MOST))..self.first {
            let Some(line) = dom.lines.get(number) else { break };
            if number < passed {
                continue;
            }
            if let Some(record) = self.record(line.node) {
                self.push(BlockKind::Table, table::text(dom, record), line, line.style, None);
                passed = dom.lines_in(record).end;
                continue;
            }
            let image = self.pass_images(line.node);
            let lead = self.places.lead.is_some_and(|lead| lead <= line.node && line.node < dom.end(lead));
            let under = Under {
                dom,
                line,
                style: line.style.without(self.ground),
                body: 0,
                image: image.map(|i| self.image_node(i)),
                continued: false,
                all_centred: true,
                story: false,
            };
            let other = lead || dom.is_foreign(line.node) || line.words() > 60 || !stamp::read(&line.text).is_empty();
            if !other && under.is_caption() {
                self.push(BlockKind::Caption, line.text.clone(), line, line.style, image);
            }
        }
    }

    /// The table between title and body that describes the document the page is about: `Số ký hiệu`, `Ngày ban hành` …
    fn record(&self, node: usize) -> Option<usize> {
        let dom = self.dom;
        let from = self.places.title.map_or(0, |title| dom.end(title));
        let between = |&at: &usize| dom.name(at) == "table" && at >= from && dom.end(at) <= self.body;
        let table = dom.around(node).filter(between).last().filter(|&table| !dom.is_foreign(table))?;
        let cells = dom.lines.get(dom.lines_in(table)).unwrap_or(&[]);
        let labels = cells.iter().filter(|line| words::opens("record-label", &line.text.to_lowercase()).is_some());
        (table::is_data(dom, table) && labels.count() >= 2).then_some(table)
    }

    /// Reads one line; the number of the line to read next.
    fn step(&mut self, number: usize, end: usize) -> usize {
        let dom = self.dom;
        let Some(line) = dom.lines.get(number) else { return end };
        if let Some(box_) = self.dropped(line.node) {
            return self.after(box_, end);
        }
        if self.is_stop(number, end) {
            return self.stop(number, end);
        }
        let image = self.pass_images(line.node);
        let style = line.style.without(self.ground);
        if let Some(table) = self.data_table(line.node) {
            let text = table::text(dom, table);
            self.push(BlockKind::Table, text, line, style, None);
            self.under = None;
            return self.after(table, end);
        }
        let near_start = number < self.first + 5;
        let near_end = number + 6 >= end;
        if self.is_noise(line, near_start, near_end) {
            return number + 1;
        }
        let continued = image.is_none()
            && self.under.is_some()
            && self.out.blocks.last().is_some_and(|last| last.kind == BlockKind::Caption);
        let under = Under {
            dom,
            line,
            style,
            body: self.body,
            image: image.map(|i| self.image_node(i)),
            continued,
            all_centred: self.all_centred,
            story: self.story,
        };
        let marked =
            dom.around(line.node).take_while(|&node| node > self.body).any(|node| self.places.captions.contains(&node));
        // The first paragraph, set in bold beside the lead's picture, is the lead.
        let opens = self.out.blocks.is_empty() && line.words() >= 20 && style.any(Style::BOLD);
        if !opens && continued && is_credit(&line.text) {
            self.join(line);
            return number + 1;
        }
        if marked || (!opens && under.is_caption()) {
            let whose = image.or(self.under);
            self.push(BlockKind::Caption, line.text.clone(), line, style, whose);
            self.under = whose;
            return number + 1;
        }
        self.under = None;
        if self.is_link_out(line) {
            return number + 1;
        }
        // `… ban hành các văn bản sau:` and the links to them.
        self.lists_links = line.text.ends_with(':') && line.words() >= 6
            || line.is_link() && (self.lists_links || is_document(self.dom, line));
        if line.words() >= 8 {
            self.read += line.text.len() - line.linked;
        }
        if self.joins(line, style) {
            self.join(line);
            return number + 1;
        }
        let kind = self.kind(number, end, style);
        self.push(kind, line.text.clone(), line, style, None);
        number + 1
    }

    fn image_node(&self, image: usize) -> usize {
        self.out.images.get(image).map_or(0, |image| image.node)
    }

    /// Passes the pictures before a node; the last of them.
    fn pass_images(&mut self, node: usize) -> Option<usize> {
        let from = self.next_image;
        while self.out.images.get(self.next_image).is_some_and(|image| image.node < node) {
            self.next_image += 1;
        }
        (self.next_image > from).then(|| self.next_image - 1)
    }

    /// The box around a node, inside the body, that is foreign to the article.
    fn dropped(&self, node: usize) -> Option<usize> {
        let outermost = self.dom.around(node).take_while(|&node| node > self.body).filter(|&node| {
            self.places.drops.contains(&node) || self.dom.fields(node).any(super::classes::Fields::FOREIGN)
        });
        outermost.last()
    }

    /// The first line after a node.
    fn after(&self, node: usize, end: usize) -> usize {
        self.dom.lines_in(node).end.min(end)
    }

    /// Whether a line heads links to other articles, comments or ratings, and not a part of the text.
    fn is_stop(&self, number: usize, end: usize) -> bool {
        let Some(line) = self.dom.lines.get(number).filter(|line| line.words() <= 9) else { return false };
        let lower = line.text.to_lowercase();
        let bare = lower_bare(&line.text);
        let bare = bare.as_str();
        // Comments and ratings are prose themselves: what follows says nothing.
        if heads_comments(bare) && number > self.first + 1 {
            return true;
        }
        let opens = words::opens("stop", bare).is_some_and(|phrase| {
            bare == phrase
                || lower
                    .trim_start_matches(|c: char| !c.is_alphanumeric())
                    .get(phrase.len()..)
                    .is_some_and(|rest| rest.trim_start().starts_with([':', '(']))
        });
        // `Bình luận` and `Liên quan` over prose are headings of the text.
        let next = self.dom.lines.get(number + 1).filter(|_| number + 1 < end);
        let over_prose = bare.split(' ').count() <= 2
            && next.is_some_and(|next| next.words() >= 12 && next.linked * 4 < next.text.len());
        if !opens || over_prose {
            return false;
        }
        // Where it heads a box of its own, what follows the box says nothing.
        let end = self.headed(number).map_or(end, |own| self.after(own, end));
        let following = self.dom.lines.get(number + 1..(number + 5).min(end)).unwrap_or(&[]);
        let listed = |line: &Line<'_>| {
            line.text.starts_with(['-', '+', '•', '*', '»'])
                && line.words() <= 20
                && !line.text.ends_with(['.', ';', ','])
        };
        let links = following.iter().filter(|line| leads_out(line) || listed(line) || line.words() < 5).count();
        links * 2 >= following.len()
    }

    /// Leaves out what a stop line heads: its box where it has one, or lines up to prose, or all the rest.
    fn stop(&self, number: usize, end: usize) -> usize {
        let Some(line) = self.dom.lines.get(number) else { return end };
        if let Some(own) = self.headed(number) {
            return self.after(own, end);
        }
        let comments = heads_comments(&lower_bare(&line.text));
        if comments || self.read * 100 > self.prose * 55 {
            return end;
        }
        let prose = |line: &Line<'_>| line.words() >= 12 && line.linked * 4 < line.text.len();
        (number + 1..end).find(|&at| self.dom.lines.get(at).is_some_and(prose)).unwrap_or(end)
    }

    /// The outermost box inside the body that begins with a line.
    fn headed(&self, number: usize) -> Option<usize> {
        let line = self.dom.lines.get(number)?;
        let heads = |node: usize| self.dom.lines_in(node).start == number && self.dom.lines_in(node).len() > 1;
        self.dom.around(line.node).take_while(|&node| node > self.body).filter(|&node| heads(node)).last()
    }

    /// The outermost table of data around a node, inside the body.
    fn data_table(&mut self, node: usize) -> Option<usize> {
        let dom = self.dom;
        let mut found = None;
        for table in dom.around(node).take_while(|&node| node > self.body).filter(|&node| dom.name(node) == "table") {
            if *self.tables.entry(table).or_insert_with(|| table::is_data(dom, table)) {
                found = Some(table);
            }
        }
        found
    }

    /// Whether a line is the title again, a time line, or a tool of the page.
    fn is_noise(&self, line: &Line<'_>, near_start: bool, near_end: bool) -> bool {
        let lower = line.text.to_lowercase();
        if near_start && !self.title.is_empty() && generic::key(&line.text) == self.title {
            return true;
        }
        // The account that entered the article, under the article.
        let named = || dom_fields(self.dom, line).any(super::classes::Fields::BYLINE);
        if near_end
            && line.words() <= 6
            && (words::is("account", &lower)
                || (line.style.any(Style::RIGHT)
                    && named()
                    && (byline::read(&line.text).is_none() || self.is_signed())))
        {
            return true;
        }
        let key_words =
            words::opens("tags-label", &lower).is_some_and(|label| lower[label.len()..].trim_start().starts_with(':'));
        if near_end && key_words && !line.links.is_empty() {
            return true;
        }
        // Print views give the address of the page, and when it was printed.
        let address = line.words() == 1 && (lower.starts_with("http://") || lower.starts_with("https://"));
        let printed = (near_start || near_end) && words::opens("printed", &lower).is_some();
        if printed || (address && self.out.blocks.is_empty()) {
            return true;
        }
        // `Nguồn tin:` with nothing behind it, and a bar of tools: `Chia sẻ Thích 0`.
        let empty_label = words::is("byline-label", &lower) || words::is("source-label", &lower);
        if near_end && lower.ends_with(':') && empty_label {
            return true;
        }
        if (near_start || near_end || line.links.len() > 1) && line.words() <= 12 && is_toolbar(line) {
            return true;
        }
        if words::is("chrome", &lower) || !line.text.chars().any(char::is_alphanumeric) {
            return line.words() <= 6;
        }
        let timed = line.text.len() < 200 && (!stamp::read(&line.text).is_empty() || views::read(&line.text).is_some());
        // `Người đăng: host - Đăng lúc: 08:15 - 06/11/2020` over the text.
        let header = || {
            let readings = stamp::read(&line.text);
            let sure = readings.iter().any(|reading| reading.has_time() || reading.label.is_some());
            sure && self.out.blocks.is_empty() && stamp::residue(&line.text).split_whitespace().count() <= 5
        };
        (near_start || near_end) && timed && (stamp::residue(&line.text).is_empty() || header())
    }

    /// Whether the last block names the author already: a name after it is the account that entered the article.
    fn is_signed(&self) -> bool {
        let signs = |block: &Block<'_>| {
            let read = if block.style.any(Style::RIGHT) { byline::read_marked } else { byline::read };
            read(&block.text).is_some()
        };
        self.out.blocks.last().is_some_and(signs)
    }

    /// Whether a line only leads to another article.
    fn is_link_out(&self, line: &Line<'_>) -> bool {
        if self.lists_links && line.is_link() {
            return false;
        }
        let lower = line.text.to_lowercase();
        let leads = words::of("more").iter().any(|more| lower.starts_with(more)) && line.linked * 2 > line.text.len();
        !is_document(self.dom, line) && (leads || (line.is_link() && line.words() >= 4 && !line.style.any(Style::CELL)))
    }

    /// Whether a line goes on the paragraph before it: only a `<br>` stands between, inside a sentence.
    fn joins(&self, line: &Line<'_>, style: Style) -> bool {
        let Some(last) = self.out.blocks.last() else { return false };
        if line.breaks != 1 || last.kind == BlockKind::Table || last.kind == BlockKind::Caption {
            return false;
        }
        let before =
            self.dom.lines.get(self.dom.lines.partition_point(|other| other.node < line.node).saturating_sub(1));
        let same = before.is_some_and(|before| before.block == line.block && before.node >= last.node);
        let open = !last.text.ends_with(['.', '!', '?', ':', ';', '…', '”', '"', ')']);
        let small = line.text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ')'));
        same && small
            && (open || line.text.starts_with([',', ';', ')']))
            && last.style.any(Style::BOLD) == style.any(Style::BOLD)
    }

    fn join(&mut self, line: &Line<'a>) {
        let Some(last) = self.out.blocks.last_mut() else { return };
        if !line.text.starts_with([',', ';', ')']) {
            last.text.push(' ');
        }
        let from = last.text.len();
        last.text.push_str(&line.text);
        last.links.extend(line.links.iter().map(|(link, span)| (*link, Span::new(span.start + from, span.end + from))));
    }

    fn kind(&self, number: usize, end: usize, style: Style) -> BlockKind {
        let Some(line) = self.dom.lines.get(number) else { return BlockKind::Paragraph };
        let words = line.words();
        if self.places.lead.is_some_and(|lead| lead <= line.node && line.node < self.dom.end(lead)) {
            return BlockKind::Lead;
        }
        let next = self.dom.lines.get(number + 1..end).and_then(<[_]>::first);
        let next_is_bold = next.is_some_and(|next| next.style.without(self.ground).any(Style::BOLD));
        let bold = style.any(Style::BOLD) && !self.all_bold;
        let lead_is_open =
            self.places.lead.is_none() && !self.out.blocks.iter().any(|block| block.kind != BlockKind::Caption);
        if lead_is_open && next.is_some() && !next_is_bold && words >= 12 && (bold || style.any(Style::HEADING)) {
            return BlockKind::Lead;
        }
        if style.any(Style::HEADING) && words <= 45 {
            return BlockKind::Heading;
        }
        if style.any(Style::ITEM) || is_item(&line.text) {
            return BlockKind::ListItem;
        }
        if style.any(Style::QUOTE) {
            return BlockKind::Quote;
        }
        let ended = line.text.ends_with(['.', ';', ',', '”', '"']);
        let numbered = caption::numbered(&line.text);
        let alone = line.breaks == 0 || words >= 2;
        if bold && alone && words <= 30 && (!ended || numbered) && next.is_some() && !style.any(Style::RIGHT) {
            return BlockKind::Heading;
        }
        BlockKind::Paragraph
    }

    fn push(&mut self, kind: BlockKind, text: String, line: &Line<'a>, style: Style, image: Option<usize>) {
        let links = if kind == BlockKind::Table { Vec::new() } else { line.links.clone() };
        self.out.blocks.push(Block { kind, text, links, font: line.font, node: line.node, style, image, byline: None });
    }

    fn finish(mut self) -> Body<'a> {
        signature::mark(&mut self.out.blocks);
        self.out
    }
}

/// What the names of the elements around a line say, up to its block.
fn dom_fields(dom: &Dom<'_>, line: &Line<'_>) -> super::classes::Fields {
    let around = dom.around(line.node).take_while(|&node| node >= line.block);
    around.fold(super::classes::Fields::default(), |known, node| known.with(dom.fields(node)))
}

/// Whether a line heads comments or ratings beyond doubt: `Bình luận (3)`, `Ý kiến bạn đọc`; `Bình luận` alone may head a part of the text.
fn heads_comments(bare: &str) -> bool {
    words::opens("stop-comment", bare).is_some_and(|phrase| {
        let rest = bare.get(phrase.len()..).unwrap_or("").trim_start_matches([':', '(', ' ']);
        let alone = rest.is_empty() && phrase.split(' ').count() >= 3;
        alone || rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// A line in lower case without the marks around it.
fn lower_bare(text: &str) -> String {
    text.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Whether all that a line links is tools of the page, and nothing else is said.
fn is_toolbar(line: &Line<'_>) -> bool {
    let tool = |span: &Span| words::is("chrome", &span.of(&line.text).trim().to_lowercase());
    let mut rest = line.text.clone();
    for (_, span) in line.links.iter().rev().filter(|(_, span)| span.end <= line.text.len()) {
        rest.replace_range(span.start..span.end, " ");
    }
    !line.links.is_empty() && line.links.iter().all(|(_, span)| tool(span)) && rest.chars().all(|c| !c.is_alphabetic())
}

/// Whether a body is a photo story: pictures and lines in turn, with hardly any text beside.
fn is_story(dom: &Dom<'_>, body: usize) -> bool {
    let lines = dom.lines.get(dom.lines_in(body)).unwrap_or(&[]);
    let images = figure::images(dom, body..dom.end(body));
    let mut under = 0;
    for (number, image) in images.iter().enumerate() {
        let next = images.get(number + 1).map_or(dom.end(body), |next| next.node);
        let from = lines.partition_point(|line| line.node < image.node);
        let to = lines.partition_point(|line| line.node < next);
        let between = to.saturating_sub(from);
        under += usize::from((1..=2).contains(&between) && lines.get(from).is_some_and(|line| line.words() <= 45));
    }
    images.len() >= 3 && under * 5 >= images.len() * 4 && lines.len() <= images.len() + 4
}

/// Whether a line links to a file.
fn is_document(dom: &Dom<'_>, line: &Line<'_>) -> bool {
    line.links.iter().any(|(link, _)| dom.attribute(*link, "href").is_some_and(super::attachment::is_file))
}

/// Whether a line is a link, or a link with the day of what it leads to: `Tặng cờ Tổ quốc cho ngư dân (09/08/2016)`.
fn leads_out(line: &Line<'_>) -> bool {
    // `- Họp giao ban tháng 2 (05/03/2021)`, where the link is lost.
    let dated = || {
        let readings = stamp::read(&line.text);
        let last = readings.last().is_some_and(|last| line.text.len() <= last.span.end + 1);
        last && line.text.ends_with(')') && line.words() <= 30
    };
    if line.is_link() || dated() {
        return true;
    }
    let mut rest = line.text.clone();
    for (_, span) in line.links.iter().rev().filter(|(_, span)| span.end <= line.text.len()) {
        rest.replace_range(span.start..span.end, " ");
    }
    !line.links.is_empty() && line.linked * 2 > line.text.len() && stamp::residue(&rest).is_empty()
}

/// Whether a line is only the credit of the picture above: `Ảnh: CTV`.
fn is_credit(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '[', ' ']).to_lowercase();
    text.split_whitespace().count() <= 10 && words::opens("credit", &bare).is_some()
}

/// Whether a line is an item of a list by its mark: `- …`, `+ …`, `• …`, `a) …`.
fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    match first {
        Some('•' | '▪' | '●' | '◦' | '✓' | '\u{f0b7}') => true,
        Some('-' | '–' | '+' | '*') => second.is_some_and(|c| c == ' ' || c.is_alphabetic()),
        Some(c) => c.is_ascii_lowercase() && second == Some(')'),
        None => false,
    }
}

//! The page flattened in document order: a node's subtree is the run of nodes up to its `end`, and the text falls into lines.

use scraper::{ElementRef, Html, Node as Parsed, node::Element};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub(super) use super::style::Style;
use super::{
    classes::{self, Fields},
    style,
};
use crate::article::Span;

/// A parsed page.
pub(super) struct Dom<'a> {
    /// All nodes in document order.
    pub(super) nodes: Vec<Node<'a>>,
    /// The visible text, cut where blocks and `<br>` cut it.
    pub(super) lines: Vec<Line<'a>>,
}

/// An element or a run of text.
pub(super) struct Node<'a> {
    /// The element; none for text.
    pub(super) element: Option<ElementRef<'a>>,
    /// The text; empty for an element.
    text: &'a str,
    /// The number of the node around it.
    pub(super) parent: usize,
    /// The number after its last descendant.
    pub(super) end: usize,
    /// How its text is shown.
    pub(super) style: Style,
    /// What its class, id and item property say.
    pub(super) fields: Fields,
    /// Whether it stands in a part that is foreign to the article.
    foreign: bool,
}

/// A stretch of visible text between two block ends or `<br>`.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Its text, white space folded.
    pub(super) text: String,
    /// The number of its first text node.
    pub(super) node: usize,
    /// The number of its last text node.
    pub(super) last: usize,
    /// The number of the block element that holds it.
    pub(super) block: usize,
    /// What holds for all of its text.
    pub(super) style: Style,
    /// Bytes of its text inside links.
    pub(super) linked: usize,
    /// Its links: the number of the `<a>` and the place in `text`.
    pub(super) links: Vec<(usize, Span)>,
    /// Whether only a `<br>` parts it from the line before, and how many.
    pub(super) breaks: usize,
    /// The legacy font of its text.
    pub(super) font: Option<&'a str>,
}

impl Line<'_> {
    /// Whether nearly all of it is link text.
    pub(super) fn is_link(&self) -> bool {
        self.linked * 10 >= self.text.len() * 9 && !self.text.is_empty()
    }

    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// Elements that end the line before and after them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "center",
    "app",
    "article-body",
    "amp-img",
    "o:p",
];

impl<'a> Dom<'a> {
    /// Flattens a parsed page.
    pub(super) fn new(html: &'a Html) -> Self {
        let mut builder = Builder { dom: Dom { nodes: Vec::new(), lines: Vec::new() }, open: Open::default() };
        // The stack of open nodes: their numbers, and the font and the link they set.
        let mut stack: Vec<Frame<'a>> = Vec::new();
        let mut next = html.tree.root().first_child();
        while let Some(node) = next {
            let frame = stack.last().copied().unwrap_or_default();
            match node.value() {
                Parsed::Text(text) => builder.text(text, frame),
                Parsed::Element(element) => {
                    let frame = builder.element(ElementRef::wrap(node), element, frame);
                    stack.push(frame);
                }
                _ => {}
            }
            // Down, else on, else up: no recursion, however deep the page.
            next = node.first_child();
            let mut left = node;
            while next.is_none() {
                if let (Parsed::Element(element), Some(frame)) =
                    (left.value(), stack.pop_if(|_| left.value().is_element()))
                {
                    builder.close(element, frame);
                }
                next = left.next_sibling();
                match left.parent() {
                    Some(parent) if next.is_none() => left = parent,
                    _ => break,
                }
            }
        }
        builder.flush();
        builder.mark_foreign();
        builder.dom
    }

    /// The element's name; empty for text.
    pub(super) fn name(&self, node: usize) -> &'a str {
        self.element(node).map_or("", |element| element.value().name())
    }

    /// The element of a node.
    pub(super) fn element(&self, node: usize) -> Option<ElementRef<'a>> {
        self.nodes.get(node).and_then(|node| node.element)
    }

    /// An attribute of a node; nothing where it is missing or blank.
    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<&'a str> {
        self.element(node)?.value().attr(name).map(str::trim).filter(|value| !value.is_empty())
    }

    /// What a node's names say; nothing past the end.
    pub(super) fn fields(&self, node: usize) -> Fields {
        self.nodes.get(node).map_or(Fields::default(), |node| node.fields)
    }

    /// The number after a node's last descendant.
    pub(super) fn end(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(node, |node| node.end)
    }

    /// The nodes around a node, nearest first, itself included.
    pub(super) fn around(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = (node < self.nodes.len()).then_some(node);
        std::iter::from_fn(move || {
            let at = next?;
            next = self.nodes.get(at).map(|node| node.parent).filter(|parent| *parent != at);
            Some(at)
        })
    }

    /// The numbers of the lines inside a node.
    pub(super) fn lines_in(&self, node: usize) -> std::ops::Range<usize> {
        let first = self.lines.partition_point(|line| line.node < node);
        let end = self.end(node);
        first..self.lines.partition_point(|line| line.node < end).max(first)
    }

    /// The visible text of a node, white space folded.
    pub(super) fn text(&self, node: usize) -> String {
        let mut text = String::new();
        for inner in self.nodes.get(node..self.end(node)).unwrap_or(&[]) {
            if inner.style.any(Style::HIDDEN) {
                continue;
            }
            match inner.element {
                None => fold_into(inner.text, &mut text),
                Some(element) if is_block(element.value().name()) || element.value().name() == "br" => {
                    fold_into(" ", &mut text);
                }
                Some(_) => {}
            }
        }
        composed(text.trim())
    }

    /// Whether a node or one around it is foreign to the article.
    pub(super) fn is_foreign(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.foreign)
    }
}

/// Whether an element ends the line before and after it.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// What an open element hands down.
#[derive(Clone, Copy, Default)]
struct Frame<'a> {
    node: usize,
    style: Style,
    font: Option<&'a str>,
    link: Option<usize>,
    block: usize,
}

/// The line being gathered.
#[derive(Default)]
struct Open<'a> {
    text: String,
    first: usize,
    last: usize,
    block: usize,
    style: Option<Style>,
    linked: usize,
    links: Vec<(usize, Span)>,
    breaks: usize,
    font: Option<&'a str>,
}

struct Builder<'a> {
    dom: Dom<'a>,
    open: Open<'a>,
}

impl<'a> Builder<'a> {
    fn text(&mut self, text: &'a str, frame: Frame<'a>) {
        let number = self.dom.nodes.len();
        self.dom.nodes.push(Node {
            element: None,
            text,
            parent: frame.node,
            end: number + 1,
            style: frame.style,
            fields: Fields::default(),
            foreign: false,
        });
        if frame.style.any(Style::HIDDEN) {
            return;
        }
        let open = &mut self.open;
        if splits_stamp(&open.text, text) {
            open.text.push(' ');
        }
        let from = open.text.len();
        fold_into(text, &mut open.text);
        let blank = open.text.get(from..).is_none_or(|added| added.trim().is_empty());
        if blank {
            return;
        }
        if open.style.is_none() {
            (open.first, open.block, open.font) = (number, frame.block, frame.font);
        }
        open.last = number;
        open.style = Some(open.style.map_or(frame.style, |style| style.both(frame.style)));
        if let Some(link) = frame.link {
            open.linked += open.text.len() - from;
            match open.links.last_mut() {
                Some((last, span)) if *last == link => span.end = open.text.len(),
                _ => open.links.push((link, Span::new(from, open.text.len()))),
            }
        }
    }

    fn element(&mut self, wrapped: Option<ElementRef<'a>>, element: &'a Element, around: Frame<'a>) -> Frame<'a> {
        let name = element.name();
        let number = self.dom.nodes.len();
        if name == "br" || name == "img" || name == "hr" {
            self.flush();
            self.open.breaks += 1;
        } else if is_block(name) {
            self.flush();
            self.open.breaks = 0;
        }
        let style = style::of(element, around.style);
        let frame = Frame {
            node: number,
            style,
            font: legacy_font(element).or(around.font),
            link: if name == "a" { Some(number) } else { around.link },
            block: if is_block(name) { number } else { around.block },
        };
        let outer = matches!(name, "html" | "body" | "form");
        let mut fields = Fields::default();
        if !outer && !style.any(Style::HIDDEN) {
            for names in ["class", "id", "itemprop", "data-role"].into_iter().filter_map(|name| element.attr(name)) {
                fields = fields.with(classes::fields(names));
            }
            if name == "a"
                && element.attr("href").is_some_and(|href| href.contains("/author/") || href.contains("/tac-gia"))
            {
                fields = fields.with(Fields::BYLINE);
            }
            if name == "a" && element.attr("rel").is_some_and(|rel| rel.split(' ').any(|one| one == "category")) {
                fields = fields.with(Fields::CATEGORY);
            }
            fields = fields.with(match name {
                "nav" => Fields::CHROME,
                // The foot of an article names its author and its key words.
                "footer" if !self.inside(around.node, "article") => Fields::CHROME,
                "aside" => Fields::RELATED,
                "time" => Fields::STAMP,
                _ => Fields::default(),
            });
        }
        self.dom.nodes.push(Node {
            element: wrapped,
            text: "",
            parent: around.node,
            end: number + 1,
            style,
            fields,
            foreign: false,
        });
        frame
    }

    /// Whether a node or one around it is an element of that name.
    fn inside(&self, node: usize, name: &str) -> bool {
        self.dom.around(node).any(|at| self.dom.name(at) == name)
    }

    fn close(&mut self, element: &Element, frame: Frame<'a>) {
        if is_block(element.name()) {
            self.flush();
            self.open.breaks = 0;
        }
        let end = self.dom.nodes.len();
        if let Some(node) = self.dom.nodes.get_mut(frame.node) {
            node.end = end;
        }
    }

    /// Ends the line being gathered.
    fn flush(&mut self) {
        let breaks = self.open.breaks;
        let open = std::mem::take(&mut self.open);
        let Some(style) = open.style else {
            self.open.breaks = breaks;
            return;
        };
        let lead = open.text.len() - open.text.trim_start().len();
        let text = open.text.trim();
        let clamp = |at: usize| at.saturating_sub(lead).min(text.len());
        let mut links: Vec<(usize, Span)> =
            open.links.iter().map(|(link, span)| (*link, Span::new(clamp(span.start), clamp(span.end)))).collect();
        let whole = composed(text);
        if whole.len() != text.len() {
            links.clear();
        }
        for (_, span) in &mut links {
            let inner = span.of(&whole);
            let (start, end) = (inner.len() - inner.trim_start().len(), inner.trim_end().len());
            *span = Span::new(span.start + start, span.start + end.max(start));
        }
        self.dom.lines.push(Line {
            linked: open.linked.min(whole.len()),
            text: whole,
            node: open.first,
            last: open.last,
            block: open.block,
            style,
            links,
            breaks,
            font: open.font,
        });
    }

    /// Marks what is foreign to the article; a box that holds much of the page's prose is not, whatever its name.
    fn mark_foreign(&mut self) {
        let mut before = Vec::with_capacity(self.dom.lines.len() + 1);
        let mut sum = 0_usize;
        for line in &self.dom.lines {
            before.push(sum);
            sum += if line.words() >= 10 && !super::words::is_imprint(&line.text) {
                line.text.len() - line.linked
            } else {
                0
            };
        }
        before.push(sum);
        for number in 0..self.dom.nodes.len() {
            let range = self.dom.lines_in(number);
            let inside =
                before.get(range.end).copied().unwrap_or(sum) - before.get(range.start).copied().unwrap_or(sum);
            let parent = self.dom.nodes.get(number).map_or(0, |node| node.parent);
            let around = parent < number && self.dom.nodes.get(parent).is_some_and(|parent| parent.foreign);
            let Some(node) = self.dom.nodes.get_mut(number) else { break };
            if node.fields.any(Fields::FOREIGN) && inside * 100 > sum * 35 {
                node.fields = node.fields.without(Fields::FOREIGN);
            }
            node.foreign = around || node.fields.any(Fields::FOREIGN);
        }
    }
}

/// The legacy Vietnamese font that an element sets: `.VnTime`, `VNI-Times`.
fn legacy_font(element: &Element) -> Option<&str> {
    let legacy = |name: &str| {
        let name = name.trim_start_matches(['\'', '"', ' ']);
        let head: String = name.chars().take(4).collect::<String>().to_ascii_lowercase();
        head.starts_with(".vn") || head.starts_with("vni-")
    };
    let bare = |name: &'_ str| -> bool { legacy(name) };
    if let Some(face) = element.attr("face").filter(|face| bare(face)) {
        return face.split(',').next().map(|name| name.trim_matches(['\'', '"', ' ']));
    }
    let css = element.attr("style")?;
    let at = css.find("font-family")?;
    let value = css.get(at..)?.split_once(':')?.1.split([';', ',']).next()?;
    legacy(value).then(|| value.trim_matches(['\'', '"', ' ']))
}

/// Whether a day ends one element and a time of day begins the next, or the other way round: `18/04/2021` `14:00`.
fn splits_stamp(before: &str, after: &str) -> bool {
    if !after.starts_with(|c: char| c.is_ascii_digit()) || !before.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (head, tail) = (digits(after), before.bytes().rev().take_while(u8::is_ascii_digit).count());
    let mark = |byte: Option<&u8>, marks: &[u8]| byte.is_some_and(|byte| marks.contains(byte));
    let (next, last) = (after.as_bytes().get(head), before.as_bytes().get(before.len().wrapping_sub(tail + 1)));
    let day_time = tail == 4 && mark(last, b"/-.") && (1..=2).contains(&head) && mark(next, b":");
    let time_day = tail == 2 && mark(last, b":") && (1..=2).contains(&head) && mark(next, b"/-");
    day_time || time_day
}

/// Adds text with runs of white space folded into one space; marks without width are left out.
fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\u{feff}' | '\u{200b}' => {}
            _ if c.is_whitespace() || c == '\u{a0}' => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
}

/// The text in NFC: references such as `a&#769;` bring marks that the decoder has not seen.
pub(super) fn composed(text: &str) -> String {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

//! Pictures of an article: their addresses, and whether the line after one is its caption.

use super::{
    caption,
    classes::Fields,
    dom::{Dom, Line, Style, is_block},
};
use crate::article::Figure;

/// A picture with its node.
#[derive(Debug)]
pub(super) struct Image {
    /// Where it stands.
    pub(super) node: usize,
    /// Its record.
    pub(super) figure: Figure,
}

/// The pictures in a run of nodes, icons and placeholders aside.
pub(super) fn images(dom: &Dom<'_>, nodes: std::ops::Range<usize>) -> Vec<Image> {
    nodes.filter_map(|node| image(dom, node)).collect()
}

fn image(dom: &Dom<'_>, node: usize) -> Option<Image> {
    if dom.name(node) != "img" || dom.is_foreign(node) {
        return None;
    }
    if dom.nodes.get(node).is_some_and(|it| it.style.any(Style::HIDDEN)) {
        return None;
    }
    let lazy =
        ["data-src", "data-original", "data-lazy-src", "data-lazy"].iter().find_map(|name| dom.attribute(node, name));
    let src = lazy.or_else(|| dom.attribute(node, "src"))?;
    let tiny = |name: &str| {
        dom.attribute(node, name)
            .and_then(|size| size.trim_end_matches("px").parse::<u32>().ok())
            .is_some_and(|size| size < 48)
    };
    if tiny("width") || tiny("height") || (src.starts_with("data:") && src.len() < 500) {
        return None;
    }
    let alt = dom.attribute(node, "alt").map(super::dom::composed);
    // A picture kept in the page itself has no address to give.
    let src = if src.starts_with("data:") { "data:" } else { src };
    Some(Image { node, figure: Figure { src: src.to_owned(), alt, ..Figure::default() } })
}

/// What is known about the line under a picture.
pub(super) struct Under<'a, 'd> {
    pub(super) dom: &'a Dom<'d>,
    pub(super) line: &'a Line<'d>,
    /// What sets the line apart from the rest of the body.
    pub(super) style: Style,
    /// The body.
    pub(super) body: usize,
    /// The picture right before it, if any.
    pub(super) image: Option<usize>,
    /// Whether the line before was the caption of the same picture.
    pub(super) continued: bool,
    /// Whether most of the body is centred, so that this tells nothing.
    pub(super) all_centred: bool,
    /// Whether the article is a row of pictures with a line under each.
    pub(super) story: bool,
}

impl Under<'_, '_> {
    /// Whether the line is a caption.
    pub(super) fn is_caption(&self) -> bool {
        let words = self.line.words();
        if words > 90 || self.line.text.ends_with(':') {
            return false;
        }
        if self.style.any(Style::FIGCAPTION) || self.is_named() {
            return true;
        }
        let form = caption::score(&self.line.text, 0);
        let apart = self.style.any(Style::ITALIC) || (self.style.any(Style::CENTRE) && !self.all_centred);
        if self.continued {
            return apart
                && words <= 40
                && (caption::has_credit(&self.line.text) || words <= 25)
                && !self.style.any(Style::HEADING);
        }
        let Some(image) = self.image else {
            // `Ảnh: Lan Hương` without the picture, which a script brings in.
            return apart && words <= 50 && caption::has_credit(&self.line.text);
        };
        if self.style.any(Style::HEADING)
            || super::byline::read(&self.line.text).is_some_and(|_| self.style.any(Style::RIGHT))
        {
            return false;
        }
        if self.story && words <= 45 {
            return true;
        }
        let same_cell = self.style.any(Style::CELL)
            && self.table(image).is_some_and(|table| self.table(self.line.node) == Some(table));
        let same_block = self.block(image) == self.line.block && words <= 40;
        self.style.any(Style::FIGURE)
            || (same_cell && words <= 70)
            || (apart && words <= 70 && !(self.style.any(Style::BOLD) && words <= 6))
            || caption::has_credit(&self.line.text)
            || (same_block && !self.floats(image))
            || (form >= caption::STANDS_ALONE && words <= 45)
    }

    /// Whether an element around the line is named as a caption.
    fn is_named(&self) -> bool {
        let inside = self.dom.around(self.line.node).take_while(|&node| node > self.body).take(5);
        let named = |node: usize| self.dom.fields(node).any(Fields::CAPTION) && self.dom.lines_in(node).len() <= 4;
        inside.into_iter().any(named)
    }

    fn table(&self, node: usize) -> Option<usize> {
        self.dom.around(node).take_while(|&node| node > self.body).find(|&node| self.dom.name(node) == "table")
    }

    fn block(&self, node: usize) -> usize {
        self.dom.around(node).find(|&node| is_block(self.dom.name(node))).unwrap_or(0)
    }

    /// Whether text flows around the picture.
    fn floats(&self, image: usize) -> bool {
        self.dom
            .attribute(image, "align")
            .is_some_and(|align| align.eq_ignore_ascii_case("left") || align.eq_ignore_ascii_case("right"))
            || self.dom.attribute(image, "style").is_some_and(|css| css.contains("float"))
    }
}

//! How an element shows its text: bold, centred, hidden; by its name, its attributes and its own declarations.

use scraper::node::Element;

use super::dom::is_block;

/// Elements whose text is never shown.
const UNSEEN: &[&str] = &[
    "script", "style", "noscript", "template", "head", "iframe", "svg", "object", "select", "textarea", "button",
    "map", "canvas", "audio", "video", "noframes", "datalist", "math",
];

/// How text is shown and what it stands in; inherited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style(u16);

impl Style {
    pub(super) const BOLD: Self = Self(1);
    pub(super) const ITALIC: Self = Self(1 << 1);
    pub(super) const CENTRE: Self = Self(1 << 2);
    pub(super) const RIGHT: Self = Self(1 << 3);
    pub(super) const LINK: Self = Self(1 << 4);
    pub(super) const HEADING: Self = Self(1 << 5);
    pub(super) const ITEM: Self = Self(1 << 6);
    pub(super) const QUOTE: Self = Self(1 << 7);
    pub(super) const HIDDEN: Self = Self(1 << 8);
    pub(super) const FIGURE: Self = Self(1 << 9);
    pub(super) const FIGCAPTION: Self = Self(1 << 10);
    pub(super) const CELL: Self = Self(1 << 11);
    const ALIGNED: Self = Self(Self::CENTRE.0 | Self::RIGHT.0);

    /// Whether one of `other` is among these.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These and `other`.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without `other`.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// Whether class names of the usual frameworks hide an element: `hidden`, `d-none`, but not `d-none d-md-block`.
fn hides(classes: &str) -> bool {
    let mut names = classes.split_whitespace();
    names.clone().any(|name| matches!(name, "hidden" | "d-none" | "hide-accessible" | "sr-only" | "visually-hidden"))
        && !names.any(|name| (name.starts_with("d-") && name != "d-none") || name.starts_with("visible"))
}

/// How an element shows its text.
pub(super) fn of(element: &Element, around: Style) -> Style {
    let name = element.name();
    let mut style = around;
    style = style.with(match name {
        "b" | "strong" => Style::BOLD,
        "i" | "em" | "cite" => Style::ITALIC,
        "center" => Style::CENTRE,
        "a" => Style::LINK,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Style::HEADING,
        "li" => Style::ITEM,
        "blockquote" => Style::QUOTE,
        "figure" => Style::FIGURE,
        "figcaption" => Style::FIGCAPTION,
        "td" | "th" => Style::CELL,
        _ => Style::default(),
    });
    if UNSEEN.contains(&name) || element.attr("hidden").is_some() || element.attr("class").is_some_and(hides) {
        style = style.with(Style::HIDDEN);
    }
    // Only boxes align their text: `<em style="text-align: justify">` changes nothing.
    let boxed = is_block(name);
    if let Some(align) = element.attr("align").filter(|_| boxed) {
        style = aligned(style, align);
    }
    if let Some(css) = element.attr("style") {
        // Only the declarations that matter are read; a page may carry whole pictures in this attribute.
        for declaration in css.split(';').take(40).filter(|one| one.len() < 100) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let value = value.trim();
            match property.trim().to_ascii_lowercase().as_str() {
                "text-align" if boxed => style = aligned(style, value),
                "font-style" if value.starts_with("italic") => style = style.with(Style::ITALIC),
                "font-weight" if value.starts_with("bold") || value.starts_with('7') => style = style.with(Style::BOLD),
                "font-weight" if value.starts_with("normal") => style = style.without(Style::BOLD),
                "display" if value.starts_with("none") => style = style.with(Style::HIDDEN),
                "visibility" if value.starts_with("hidden") => style = style.with(Style::HIDDEN),
                _ => {}
            }
        }
    }
    style
}

fn aligned(style: Style, value: &str) -> Style {
    let style = style.without(Style::ALIGNED);
    match value.trim().to_ascii_lowercase().split(' ').next() {
        Some("center" | "middle") => style.with(Style::CENTRE),
        Some("right" | "end") => style.with(Style::RIGHT),
        _ => style,
    }
}

//! What class names, ids and item properties say of an element: rows of `data/classes.tsv`.
//!
//! Content systems are many but their words are few: `PostDate`, `date-post`, `lblNgayDang`. A name is cut into its words
//! (`ctl00_lblNgayDang`: `ctl00`, `lbl`, `ngay`, `dang`), and rows are runs of such words.

use std::{collections::HashMap, sync::OnceLock};

/// What an element's names say it holds: a set of fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(u16);

impl Fields {
    /// The headline.
    pub(super) const TITLE: Self = Self(1);
    /// The time or view line.
    pub(super) const STAMP: Self = Self(1 << 1);
    /// The lead.
    pub(super) const LEAD: Self = Self(1 << 2);
    /// The body.
    pub(super) const BODY: Self = Self(1 << 3);
    /// The author or source.
    pub(super) const BYLINE: Self = Self(1 << 4);
    /// A caption.
    pub(super) const CAPTION: Self = Self(1 << 5);
    /// A view count.
    pub(super) const VIEWS: Self = Self(1 << 6);
    /// The breadcrumb.
    pub(super) const SECTION: Self = Self(1 << 7);
    /// Key words.
    pub(super) const TAGS: Self = Self(1 << 8);
    /// Links to other articles.
    pub(super) const RELATED: Self = Self(1 << 9);
    /// Readers' comments and ratings.
    pub(super) const COMMENT: Self = Self(1 << 10);
    /// Share bars, tools, advertisements.
    pub(super) const SHARE: Self = Self(1 << 11);
    /// The site's frame.
    pub(super) const CHROME: Self = Self(1 << 12);
    /// The category of the article, beside its title.
    pub(super) const CATEGORY: Self = Self(1 << 13);
    /// Where the article was taken from.
    pub(super) const SOURCE: Self = Self(1 << 14);
    /// The icon of an eye, which stands before view counts.
    pub(super) const EYE: Self = Self(1 << 15);
    /// What is never part of an article.
    pub(super) const FOREIGN: Self =
        Self(Self::TAGS.0 | Self::RELATED.0 | Self::COMMENT.0 | Self::SHARE.0 | Self::CHROME.0 | Self::SECTION.0);

    /// The field of a row's first cell.
    fn named(name: &str) -> Self {
        match name {
            "title" => Self::TITLE,
            "stamp" => Self::STAMP,
            "lead" => Self::LEAD,
            "body" => Self::BODY,
            "byline" => Self::BYLINE,
            "caption" => Self::CAPTION,
            "views" => Self::VIEWS,
            "section" => Self::SECTION,
            "tags" => Self::TAGS,
            "related" => Self::RELATED,
            "comment" => Self::COMMENT,
            "share" => Self::SHARE,
            "category" => Self::CATEGORY,
            "source" => Self::SOURCE,
            "eye" => Self::EYE,
            "chrome" => Self::CHROME,
            _ => Self(0),
        }
    }

    /// Whether one of the fields `other` is among these.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These and `other`.
    #[must_use]
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without `other`.
    #[must_use]
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// Runs of words, joined by a space, and glued names, with their fields.
fn table() -> &'static HashMap<String, Fields> {
    static TABLE: OnceLock<HashMap<String, Fields>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<String, Fields> = HashMap::new();
        for (field, words, _) in rows() {
            let fields = Fields::named(field);
            for key in [words.to_owned(), words.replace(' ', "")] {
                let known = table.entry(key).or_default();
                *known = known.with(fields);
            }
        }
        table
    })
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("data/classes.tsv").lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

/// The fields that a class attribute, an id or an item property names.
///
/// `news_detail_sapo` names the lead; `ArticleContent` the body; `box-tin-lien-quan` related links.
pub(super) fn fields(names: &str) -> Fields {
    // Generated names can be very long and say nothing.
    names.split_whitespace().filter(|name| name.len() <= 80).take(24).fold(Fields::default(), |known, name| {
        let of_name = of_name(name);
        // `author-share-top` holds the author, and a button or two beside.
        let shared = of_name.any(Fields::BYLINE) && !of_name.any(Fields::CHROME.with(Fields::RELATED));
        known.with(if shared { of_name.without(Fields::SHARE) } else { of_name })
    })
}

fn of_name(name: &str) -> Fields {
    const LONGEST: usize = 4;
    let words = cut(name);
    let mut known = Fields::default();
    for from in 0..words.len() {
        for to in (from + 1)..=(from + LONGEST).min(words.len()) {
            let run = words.get(from..to).unwrap_or(&[]).join(" ");
            if let Some(fields) = table().get(&run) {
                known = known.with(*fields);
            }
        }
    }
    known
}

/// The words of a name in lower case, figures at their ends cut off: `divDetail_DateCreate2` gives `div`, `detail`, `date`, `create`.
fn cut(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (small && c.is_uppercase()) {
            words.push(String::new());
        }
        if c.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{Fields, fields, rows};

    #[test]
    fn each_row_is_read_from_its_example() {
        for (field, words, example) in rows() {
            assert!(fields(example).any(Fields::named(field)), "{field}: {words:?} is not read from {example:?}");
        }
    }

    #[test]
    fn names_of_real_systems_are_told() {
        for (names, field) in [
            ("ctl00_zone1_detail_ctl00_ctl00_lblNgayDang", Fields::STAMP),
            ("divDetail_DateCreate", Fields::STAMP),
            ("article__sapo cms-desc", Fields::LEAD),
            ("detail-content afcbc-body", Fields::BODY),
            ("box-tin-lien-quan", Fields::RELATED),
            ("taglib-social-bookmarks", Fields::SHARE),
            ("pCaption caption", Fields::CAPTION),
        ] {
            assert!(fields(names).any(field), "{names}");
        }
        assert!(!fields("update-panel").any(Fields::FOREIGN));
        assert!(!fields("author-share-top").any(Fields::FOREIGN));
        assert!(fields("share-top").any(Fields::SHARE));
    }
}

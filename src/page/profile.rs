//! What is known of the pages of one site or content system.

use scraper::Selector;
use serde::{Deserialize, Deserializer};

use super::{
    dom::{Dom, Style},
    places::Places,
};

/// Where the parts of an article stand on the pages of one site or content system, as CSS selectors.
///
/// A profile says as much as is known: what it leaves out, or where a selector finds nothing, the generic reader looks itself.
///
/// ```
/// let profile = thongcao::Profile::new("huyen-x").mark(".tin-chi-tiet").title("h2.tieu-de").body(".noi-dung").drop(".tin-khac");
/// assert!(profile.check().is_ok());
/// let from_file: thongcao::Profile = serde_json::from_str(r#"{"name": "huyen-x", "mark": ".tin-chi-tiet", "body": ".noi-dung"}"#).unwrap();
/// assert_eq!(from_file.name(), "huyen-x");
/// ```
#[derive(Clone, Debug)]
pub struct Profile {
    name: String,
    hosts: Vec<String>,
    marks: Vec<Selector>,
    title: Vec<Selector>,
    stamp: Vec<Selector>,
    views: Vec<Selector>,
    lead: Vec<Selector>,
    body: Vec<Selector>,
    byline: Vec<Selector>,
    caption: Vec<Selector>,
    section: Vec<Selector>,
    tags: Vec<Selector>,
    drop: Vec<Selector>,
    wrong: Option<ProfileError>,
}

/// A selector of a profile that is not CSS.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("profile {profile:?}: expected a CSS selector for `{field}`, but found {selector:?}: {reason}")]
pub struct ProfileError {
    profile: String,
    field: &'static str,
    selector: String,
    reason: String,
}

impl ProfileError {
    /// The selector that is wrong.
    pub fn selector(&self) -> &str {
        &self.selector
    }
}

/// Which profile reads a page.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub enum ProfileChoice {
    /// The built-in one whose marks or host the page has, else the generic reader.
    #[default]
    Auto,
    /// The generic reader alone.
    Generic,
    /// This one, whatever the page: a built-in one ([`Profile::named`]) or the user's own.
    Fixed(Box<Profile>),
}

impl From<Profile> for ProfileChoice {
    fn from(profile: Profile) -> Self {
        Self::Fixed(Box::new(profile))
    }
}

/// One method a field: each adds a selector, tried in the order given.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        $($(#[$doc])*
        #[must_use]
        pub fn $field(mut self, selector: &str) -> Self {
            if let Some(selector) = self.compile(stringify!($field), selector) {
                self.$field.push(selector);
            }
            self
        })*
    };
}

impl Profile {
    /// A profile that knows nothing yet.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            hosts: Vec::new(),
            marks: Vec::new(),
            title: Vec::new(),
            stamp: Vec::new(),
            views: Vec::new(),
            lead: Vec::new(),
            body: Vec::new(),
            byline: Vec::new(),
            caption: Vec::new(),
            section: Vec::new(),
            tags: Vec::new(),
            drop: Vec::new(),
            wrong: None,
        }
    }

    /// The built-in profile of that name: `vnexpress`, `nukeviet` …
    pub fn named(name: &str) -> Option<Self> {
        super::profiles::all().iter().find(|profile| profile.name == name).cloned()
    }

    /// The names of the built-in profiles.
    pub fn names() -> impl Iterator<Item = &'static str> {
        super::profiles::all().iter().map(|profile| profile.name.as_str())
    }

    /// Its name, which the record gives as `source.profile`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The profile, or what is wrong with the first selector that is no CSS.
    ///
    /// # Errors
    /// Where a selector does not parse: the error names its field and its words.
    pub fn check(self) -> Result<Self, ProfileError> {
        match self.wrong {
            Some(wrong) => Err(wrong),
            None => Ok(self),
        }
    }

    /// Something that only pages of this system have; a page must have all marks of a profile.
    #[must_use]
    pub fn mark(mut self, selector: &str) -> Self {
        if let Some(selector) = self.compile("mark", selector) {
            self.marks.push(selector);
        }
        self
    }

    /// A host whose pages it reads: `caobang.gov.vn` (and `www.caobang.gov.vn`).
    #[must_use]
    pub fn host(mut self, host: &str) -> Self {
        self.hosts.push(host.to_lowercase());
        self
    }

    fields! {
        /// The headline: `h1.title-detail`.
        title,
        /// The line with the time of publication: `.PostDate`.
        stamp,
        /// The view count: `.luot-xem`.
        views,
        /// The lead: `.sapo`.
        lead,
        /// The body: `.ArticleContent`.
        body,
        /// The author or source line: `.author`.
        byline,
        /// The caption of a picture: `td.caption`.
        caption,
        /// The breadcrumb: `.breadcrumb`.
        section,
        /// The key words: `.tags`.
        tags,
        /// What stands inside the body and is not the article's: `.tin-lien-quan`.
        drop,
    }

    fn compile(&mut self, field: &'static str, selector: &str) -> Option<Selector> {
        match Selector::parse(selector) {
            Ok(compiled) => Some(compiled),
            Err(error) => {
                self.wrong.get_or_insert(ProfileError {
                    profile: self.name.clone(),
                    field,
                    selector: selector.to_owned(),
                    reason: error.to_string(),
                });
                None
            }
        }
    }

    /// Whether a page has all of its marks.
    pub(super) fn marks(&self, dom: &Dom<'_>) -> bool {
        !self.marks.is_empty()
            && self.marks.iter().all(|mark| first(dom, std::slice::from_ref(mark), |_| true).is_some())
    }

    /// Whether it is made for a host.
    pub(super) fn hosts(&self, host: &str) -> bool {
        let host = host.strip_prefix("www.").unwrap_or(host);
        self.hosts.iter().any(|known| known == host)
    }

    /// The places on a page that its selectors find.
    pub(super) fn places(&self, dom: &Dom<'_>) -> Places {
        let shown = |node: usize| !dom.text(node).is_empty();
        let title = first(dom, &self.title, shown);
        let body = first(dom, &self.body, |node| !dom.lines_in(node).is_empty());
        Places {
            title,
            stamps: all(dom, &self.stamp),
            views: all(dom, &self.views),
            lead: first(dom, &self.lead, shown),
            body,
            bylines: all(dom, &self.byline),
            section: first(dom, &self.section, shown),
            tags: first(dom, &self.tags, shown),
            captions: all(dom, &self.caption).into_iter().collect(),
            drops: all(dom, &self.drop).into_iter().collect(),
        }
    }
}

/// The first element shown that the first of the selectors with any finds.
fn first(dom: &Dom<'_>, selectors: &[Selector], fits: impl Fn(usize) -> bool) -> Option<usize> {
    selectors.iter().find_map(|selector| matching(dom, selector).find(|&node| fits(node)))
}

/// All elements shown that any of the selectors finds, in document order.
fn all(dom: &Dom<'_>, selectors: &[Selector]) -> Vec<usize> {
    let mut found: Vec<usize> = selectors.iter().flat_map(|selector| matching(dom, selector)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn matching<'d>(dom: &'d Dom<'_>, selector: &'d Selector) -> impl Iterator<Item = usize> + 'd {
    dom.nodes.iter().enumerate().filter_map(move |(number, node)| {
        let element = node.element.filter(|_| !node.style.any(Style::HIDDEN))?;
        selector.matches(&element).then_some(number)
    })
}

/// A profile as users keep it in a file: one selector or a list of them for each field.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    #[serde(default)]
    host: Several,
    #[serde(default)]
    mark: Several,
    #[serde(default)]
    title: Several,
    #[serde(default)]
    stamp: Several,
    #[serde(default)]
    views: Several,
    #[serde(default)]
    lead: Several,
    #[serde(default)]
    body: Several,
    #[serde(default)]
    byline: Several,
    #[serde(default)]
    caption: Several,
    #[serde(default)]
    section: Several,
    #[serde(default)]
    tags: Several,
    #[serde(default)]
    drop: Several,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Several {
    One(String),
    Many(Vec<String>),
}

impl Default for Several {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Several {
    fn add(self, profile: Profile, method: impl Fn(Profile, &str) -> Profile) -> Profile {
        let selectors = match self {
            Self::One(one) => vec![one],
            Self::Many(many) => many,
        };
        selectors.iter().fold(profile, |profile, selector| method(profile, selector))
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let profile = written.host.add(Profile::new(written.name), Profile::host);
        let profile = written.mark.add(profile, Profile::mark);
        let profile = written.title.add(profile, Profile::title);
        let profile = written.stamp.add(profile, Profile::stamp);
        let profile = written.views.add(profile, Profile::views);
        let profile = written.lead.add(profile, Profile::lead);
        let profile = written.body.add(profile, Profile::body);
        let profile = written.byline.add(profile, Profile::byline);
        let profile = written.caption.add(profile, Profile::caption);
        let profile = written.section.add(profile, Profile::section);
        let profile = written.tags.add(profile, Profile::tags);
        written.drop.add(profile, Profile::drop).check().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Profile;

    #[test]
    fn a_wrong_selector_is_named() {
        let wrong = Profile::new("x").title("h1").body("div[").check();
        let message = wrong.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("`body`") && message.contains("div["), "{message}");
        let file: Result<Profile, _> = serde_json::from_str(r#"{"name": "x", "titel": "h1"}"#);
        assert!(file.err().is_some_and(|error| error.to_string().contains("titel")));
    }
}

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::{
    article::{Article, BlockKind, Diagnostic, Link, SCHEMA, Span, Stamp, StampValue},
    decode,
    find::Finders,
    lexicon::Lexicon,
    link,
    page::{self, Page, PartFigure, ProfileChoice},
    text::{Text, TextBuilder, Vocabulary},
};

/// Reads a page or bare text with default settings; which of the two it is, is told from the bytes.
///
/// Never fails: doubts are [`Article::diagnostics`].
pub fn extract(bytes: &[u8]) -> Article {
    static DEFAULT: OnceLock<Extractor> = OnceLock::new();
    DEFAULT.get_or_init(Extractor::new).extract(Input::auto(bytes))
}

/// Reads pages into records. Made once, used by any number of threads.
pub struct Extractor {
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    finders: Finders,
    settings: Builder,
}

/// Settings of an [`Extractor`].
#[derive(Clone, Debug)]
pub struct Builder {
    max_bytes: usize,
    profile: ProfileChoice,
}

/// What to read, with what is known about it.
#[derive(Clone, Debug)]
pub struct Input<'a> {
    bytes: &'a [u8],
    kind: InputKind,
    charset: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<StampValue>,
}

/// Whether the input is a page or bare text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputKind {
    /// Told from the bytes.
    #[default]
    Auto,
    /// An HTML page.
    Html,
    /// Bare text.
    Text,
}

impl<'a> Input<'a> {
    /// A page or bare text: told from the bytes.
    pub const fn auto(bytes: &'a [u8]) -> Self {
        Self { bytes, kind: InputKind::Auto, charset: None, url: None, published: None }
    }

    /// An HTML page.
    pub const fn html(bytes: &'a [u8]) -> Self {
        Self { kind: InputKind::Html, ..Self::auto(bytes) }
    }

    /// Bare text.
    pub const fn text(bytes: &'a [u8]) -> Self {
        Self { kind: InputKind::Text, ..Self::auto(bytes) }
    }

    /// The charset that the transport named: `utf-8`, `windows-1258`, `tcvn3` …
    #[must_use]
    pub const fn charset(mut self, charset: &'a str) -> Self {
        self.charset = Some(charset);
        self
    }

    /// The page's address.
    #[must_use]
    pub const fn url(mut self, url: &'a str) -> Self {
        self.url = Some(url);
        self
    }

    /// The time against which dates are resolved where the page gives no publish time.
    #[must_use]
    pub const fn published(mut self, published: StampValue) -> Self {
        self.published = Some(published);
        self
    }
}

impl Builder {
    /// The longest input read; what is longer is cut there, with the diagnostic `input-cut`. Default 64 MiB, at most 1 GiB.
    #[must_use]
    pub fn max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes.min(1 << 30);
        self
    }

    /// Which profile reads pages: the one that the page's marks choose (the default), none, or the given one.
    #[must_use]
    pub fn profile(mut self, profile: impl Into<ProfileChoice>) -> Self {
        self.profile = profile.into();
        self
    }

    /// Builds the tables and rules.
    pub fn build(self) -> Extractor {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::load(&mut vocabulary);
        let finders = Finders::compile(&mut vocabulary, &lexicon);
        Extractor { vocabulary, lexicon, finders, settings: self }
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with default settings.
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// Settings to choose.
    pub fn builder() -> Builder {
        Builder { max_bytes: 64 << 20, profile: ProfileChoice::Auto }
    }

    /// The longest input read, in bytes.
    pub fn max_bytes(&self) -> usize {
        self.settings.max_bytes
    }

    /// Reads one page or text into a record.
    pub fn extract(&self, input: Input<'_>) -> Article {
        let mut article = Article { schema: SCHEMA.to_owned(), ..Article::default() };
        article.source.sha256 = Sha256::digest(input.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let bytes = self.within_limit(input.bytes, &mut article.diagnostics);
        let decoded = decode::decode(bytes, input.charset);
        article.diagnostics.extend(decoded.diagnostics);
        article.source.encoding = decoded.encoding;
        let page = match input.kind {
            InputKind::Text => page::read_plain(&decoded.text),
            InputKind::Html => page::read_html(&decoded.text, input.url, &self.settings.profile),
            InputKind::Auto if page::looks_like_html(&decoded.text) => {
                page::read_html(&decoded.text, input.url, &self.settings.profile)
            }
            InputKind::Auto => page::read_plain(&decoded.text),
        };
        self.fill(&mut article, page, &input);
        article
    }

    fn within_limit<'a>(&self, bytes: &'a [u8], diagnostics: &mut Vec<Diagnostic>) -> &'a [u8] {
        let limit = self.settings.max_bytes;
        if bytes.len() <= limit {
            return bytes;
        }
        diagnostics.push(Diagnostic::new(
            "input-cut",
            format!("the input has {} bytes; only the first {limit} were read (Builder::max_bytes)", bytes.len()),
        ));
        &bytes[..limit]
    }

    /// The page's fields, then its text, then the facts in the text.
    fn fill(&self, article: &mut Article, page: Page, input: &Input<'_>) {
        let text = self.join(article, page, input);
        let finds = self.finders.find(&text, &self.lexicon);
        article.money = finds.money;
        article.quantities = finds.quantities;
        link::link(article, &text, finds.clues);
        article.text = text.text;
        article.blocks = text.blocks;
    }

    /// The facts of a page that is taken apart already: the later stages alone, for the benches.
    pub(crate) fn facts(&self, page: Page) -> Article {
        let mut article = Article::default();
        self.fill(&mut article, page, &Input::text(&[]));
        article
    }

    fn join(&self, article: &mut Article, page: Page, input: &Input<'_>) -> Text {
        article.source.profile = page.profile;
        article.source.url = input.url.map(str::to_owned).or(page.url);
        article.source.site = article.source.url.as_deref().and_then(site);
        article.subtitle = page.subtitle;
        article.published =
            page.published.or_else(|| input.published.map(|value| Stamp::new(value, value.to_string(), "given")));
        article.updated = page.updated;
        article.views = page.views;
        article.section = page.section;
        article.tags = page.tags;
        article.language = page.language;
        article.byline = page.byline;
        article.attachments = page.attachments;
        article.diagnostics.extend(page.diagnostics);

        let mut builder = TextBuilder::default();
        let mut spans = Vec::with_capacity(page.parts.len());
        let mut fonts_mended = false;
        for part in page.parts {
            let mended = decode::mend(&part.text, part.font.as_deref(), &article.source.encoding);
            let text = mended.as_ref().map_or(part.text.as_str(), |mended| mended.text.as_str());
            let span = builder.push(part.kind, text);
            fonts_mended |= mended.is_some();
            article.diagnostics.extend(mended.iter().flat_map(|mended| mended.diagnostics(span)));
            match part.kind {
                BlockKind::Title if article.title.is_none() => article.title = Some(text.to_owned()),
                BlockKind::Lead if article.lead.is_none() => article.lead = Some(text.to_owned()),
                BlockKind::Byline => {
                    if let Some(byline) = article.byline.as_mut().filter(|byline| byline.span.is_none()) {
                        byline.span = Some(span);
                        if mended.is_some() {
                            text.clone_into(&mut byline.text);
                            let names =
                                byline.authors.iter_mut().chain(&mut byline.affiliation).chain(&mut byline.source);
                            for name in names {
                                let read = decode::mend(name, part.font.as_deref(), &article.source.encoding);
                                *name = read.map_or_else(|| std::mem::take(name), |read| read.text);
                            }
                        }
                    }
                }
                _ => {}
            }
            let mut places: Vec<Span> = part.links.iter().map(|link| link.span).collect();
            if mended.is_some() {
                // Links whose place cannot be told any more are left out.
                places = decode::move_spans(&part.text, part.font.as_deref(), &article.source.encoding, text, &places)
                    .unwrap_or_default();
            }
            article.links.extend(part.links.into_iter().zip(places).map(|(link, place)| Link {
                href: link.href,
                text: place.of(text).to_owned(),
                span: Span::new(span.start + place.start, span.start + place.end),
            }));
            spans.push(span);
        }
        let text = builder.finish(&self.vocabulary);
        if fonts_mended {
            // Letters of a legacy font tell no language before they are mended.
            article.language = page::language_of(text.text.lines(), article.language.as_deref());
        }
        article.figures = page
            .figures
            .into_iter()
            .map(|PartFigure { mut figure, caption }| {
                figure.span = caption.and_then(|number| spans.get(number).copied()).filter(|span| !span.is_empty());
                if let Some(span) = figure.span {
                    figure.caption = Some(span.of(&text.text).to_owned());
                }
                figure
            })
            .collect();
        text
    }
}

/// The host of an address, without `www.`: `https://www.caobang.gov.vn/tin` gives `caobang.gov.vn`.
fn site(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

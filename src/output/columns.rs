use std::fmt::{self, Display};

use serde::Serialize;

use crate::article::{
    Article, Change, ChangeOf, DateMention, Diagnostic, Document, Found, IndexResult, Money, Official, Organisation,
    Person, Place, Quantity, Quote, Role,
};

/// A column: its name, and its cell of one fact.
pub(super) type Column<T> = (&'static str, fn(&T) -> String);

/// A column of posts, whatever article they are borrowed from.
type PostColumn = (&'static str, fn(&Post<'_>) -> String);

/// A post and who holds it.
pub(super) struct Post<'a> {
    pub(super) official: &'a Official,
    pub(super) role: &'a Role,
}

/// The article a fact stands in, in every table.
pub(super) const SOURCE: &[Column<Article>] = &[
    ("id", |article| article.source.sha256.clone()),
    ("input", |article| cell(article.source.input.as_ref())),
    ("url", |article| cell(article.source.url.as_ref())),
    ("published", |article| cell(article.published.as_ref().map(|stamp| stamp.value))),
];

/// Where a fact stands, in every table of facts.
pub(super) const FOUND: &[Column<Found>] = &[
    ("text", |found| found.text.clone()),
    ("start", |found| found.span.start.to_string()),
    ("end", |found| found.span.end.to_string()),
    ("rule", |found| found.rule.to_string()),
];

pub(super) const ARTICLE: &[Column<Article>] = &[
    ("site", |article| cell(article.source.site.as_ref())),
    ("title", |article| cell(article.title.as_ref())),
    ("lead", |article| cell(article.lead.as_ref())),
    ("byline", |article| cell(article.byline.as_ref().map(|byline| &byline.text))),
    ("updated", |article| cell(article.updated.as_ref().map(|stamp| stamp.value))),
    ("views", |article| cell(article.views.as_ref().map(|views| views.value))),
    ("section", |article| article.section.join(" > ")),
    ("tags", |article| article.tags.join("; ")),
    ("language", |article| cell(article.language.as_ref())),
    ("encoding", |article| article.source.encoding.clone()),
    ("profile", |article| article.source.profile.clone()),
    ("diagnostics", |article| {
        article.diagnostics.iter().map(|diagnostic| diagnostic.code.as_ref()).collect::<Vec<_>>().join("; ")
    }),
    ("characters", |article| article.text.chars().count().to_string()),
];

pub(super) const RESULT: &[Column<IndexResult>] = &[
    ("index", |result| cell(result.index.as_ref().map(|index| &index.name))),
    ("code", |result| cell(result.index.as_ref().and_then(|index| index.code.as_ref()))),
    ("subject", |result| cell(result.subject.as_ref())),
    ("period", |result| cell(result.period)),
    ("score", |result| cell(result.score.as_ref().map(|score| score.value))),
    ("out_of", |result| cell(result.score.as_ref().and_then(|score| score.out_of))),
    ("unit", |result| cell(result.score.as_ref().and_then(|score| score.unit.as_ref()))),
    ("percent", |result| cell(result.percent)),
    ("rank", |result| cell(result.rank.as_ref().map(|rank| rank.position))),
    ("rank_out_of", |result| cell(result.rank.as_ref().and_then(|rank| rank.out_of))),
    ("among", |result| cell(result.rank.as_ref().and_then(|rank| rank.among.as_ref()))),
    ("score_change", |result| cell(change(result, ChangeOf::Score).map(|change| change.amount))),
    ("score_change_unit", |result| cell(change(result, ChangeOf::Score).and_then(|change| change.unit.as_ref()))),
    ("score_since", |result| cell(change(result, ChangeOf::Score).and_then(|change| change.since))),
    ("rank_change", |result| cell(change(result, ChangeOf::Rank).map(|change| change.amount))),
    ("rank_since", |result| cell(change(result, ChangeOf::Rank).and_then(|change| change.since))),
    ("previous_score", |result| cell(result.derived_previous.as_ref().and_then(|previous| previous.score))),
    ("previous_rank", |result| cell(result.derived_previous.as_ref().and_then(|previous| previous.rank))),
];

pub(super) const POST: &[PostColumn] = &[
    ("name", |post| post.official.name.clone()),
    ("titles", |post| post.official.titles.join("; ")),
    ("role", |post| post.role.found.text.clone()),
    ("title", |post| post.role.title.clone()),
    ("organisation", |post| cell(post.role.organisation.as_ref())),
    ("status", |post| word(&post.role.status)),
    ("mentions", |post| post.official.mentions.len().to_string()),
];

pub(super) const PERSON: &[Column<Person>] =
    &[("name", |person| person.name.clone()), ("mentions", |person| person.mentions.len().to_string())];

pub(super) const ORGANISATION: &[Column<Organisation>] = &[
    ("name", |organisation| organisation.name.clone()),
    ("kind", |organisation| word(&organisation.kind)),
    ("mentions", |organisation| organisation.mentions.len().to_string()),
];

pub(super) const PLACE: &[Column<Place>] = &[
    ("name", |place| place.name.clone()),
    ("kind", |place| word(&place.kind)),
    ("code", |place| cell(place.code.as_ref())),
    ("successor", |place| cell(place.successor.as_ref())),
    ("mentions", |place| place.mentions.len().to_string()),
];

pub(super) const DATE: &[Column<DateMention>] = &[
    ("value", |date| date.value.to_string()),
    ("part", |date| date.part.as_ref().map(word).unwrap_or_default()),
    ("lunar", |date| date.lunar.to_string()),
];

pub(super) const DOCUMENT: &[Column<Document>] = &[
    ("kind", |document| cell(document.kind.as_ref())),
    ("number", |document| cell(document.number.as_ref())),
    ("date", |document| cell(document.date)),
    ("issuer", |document| cell(document.issuer.as_ref())),
];

pub(super) const MONEY: &[Column<Money>] = &[
    ("value", |money| money.value.to_string()),
    ("to", |money| cell(money.to)),
    ("currency", |money| money.currency.clone()),
    ("precision", |money| word(&money.precision)),
];

pub(super) const QUANTITY: &[Column<Quantity>] = &[
    ("value", |quantity| quantity.value.to_string()),
    ("to", |quantity| cell(quantity.to)),
    ("unit", |quantity| quantity.unit.clone()),
    ("precision", |quantity| word(&quantity.precision)),
];

pub(super) const QUOTE: &[Column<Quote>] = &[("speaker", |quote| cell(quote.speaker.as_ref()))];

pub(super) const DIAGNOSTIC: &[Column<Diagnostic>] = &[
    ("code", |diagnostic| diagnostic.code.to_string()),
    ("message", |diagnostic| diagnostic.message.clone()),
    ("start", |diagnostic| cell(diagnostic.span.map(|span| span.start))),
    ("end", |diagnostic| cell(diagnostic.span.map(|span| span.end))),
];

fn cell(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The name of a kind, as the record's JSON writes it: `former`.
fn word(kind: &impl Serialize) -> String {
    struct Word<'a, T>(&'a T);
    impl<T: Serialize> Display for Word<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }
    Word(kind).to_string()
}

fn change(result: &IndexResult, of: ChangeOf) -> Option<&Change> {
    result.changes.iter().find(|change| change.of == of)
}

use std::ops::Range;

use crate::{
    article::{Article, Found, Quote, RoleStatus, Span},
    clue::{Attribution, QuoteClue},
    text::{Text, fold},
};

/// Writes direct speech into the article, each quote with the person whom the words beside it name.
///
/// Officials and people are linked before: a speaker is one of them, or left out.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &[QuoteClue]) {
    let mentions = mentions(article);
    for clue in clues {
        let found = Found::new(&text.text, text.span(clue.tokens.clone()), clue.rule);
        let speaker = match &clue.speaker {
            Attribution::Before(words) => {
                let named = within(&mentions, text.span(words.clone())).last().map(|(_, name)| name.clone());
                named.or_else(|| holder(article, text, words.clone(), Side::End))
            }
            Attribution::After(words) => {
                let named = within(&mentions, text.span(words.clone())).first().map(|(_, name)| name.clone());
                named.or_else(|| holder(article, text, words.clone(), Side::Start))
            }
            Attribution::Pronoun(token) => named_before(&mentions, text, *token).map(|(_, name)| name.clone()),
        };
        article.quotes.push(Quote { found, speaker });
    }
}

type Mentions = [(Span, String)];

/// Where people are named, in reading order.
fn mentions(article: &Article) -> Vec<(Span, String)> {
    let officials = article.officials.iter().map(|official| (&official.name, &official.mentions));
    let people = article.people.iter().map(|person| (&person.name, &person.mentions));
    let mut found: Vec<_> = officials
        .chain(people)
        .flat_map(|(name, mentions)| mentions.iter().map(|mention| (mention.span, name.clone())))
        .collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// The mentions that lie in `span`.
fn within(mentions: &Mentions, span: Span) -> &Mentions {
    let first = mentions.partition_point(|(mention, _)| mention.start < span.start);
    let last = mentions.partition_point(|(mention, _)| mention.start < span.end);
    mentions.get(first..last).unwrap_or_default()
}

/// The person a pronoun at `token` means: the one named last before it, if nobody else is named in that sentence.
fn named_before<'a>(mentions: &'a Mentions, text: &Text, token: usize) -> Option<&'a (Span, String)> {
    let place = text.tokens.get(token)?.span();
    let last = mentions.get(..mentions.partition_point(|(mention, _)| mention.start < place.start))?.last()?;
    let sentence = text.sentences.partition_point(|sentence| text.span(sentence.tokens()).end <= last.0.start);
    let span = text.span(text.sentences.get(sentence)?.tokens());
    let here = text.sentences.partition_point(|sentence| sentence.end <= token);
    let blocks = text.sentences.get(here)?.block.checked_sub(text.sentences.get(sentence)?.block)?;
    let others = within(mentions, span).iter().any(|(mention, name)| mention.start < place.start && *name != last.1);
    (blocks <= 1 && !others).then_some(last)
}

/// At which end of some words the speaker stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// How many words may stand between a post and the verb: `Thủ tướng cũng đã nói`.
const LOOSE: usize = 3;

/// The one official whose post alone names the speaker: `“…”, Thủ tướng nói`. Two who hold it leave the speaker open.
fn holder(article: &Article, text: &Text, words: Range<usize>, side: Side) -> Option<String> {
    let folded: Vec<String> = words.clone().map(|at| fold(text.word(at))).collect();
    let holds = |title: &str| {
        let title: Vec<String> = title.split_whitespace().map(fold).collect();
        let at = match side {
            Side::Start => 0,
            Side::End => (0..=LOOSE)
                .filter_map(|loose| folded.len().checked_sub(title.len() + loose))
                .find(|at| folded.get(*at..at + title.len()) == Some(title.as_slice()))?,
        };
        let end = at + title.len();
        let same = !title.is_empty() && folded.get(at..end) == Some(title.as_slice());
        // `Thủ tướng Nhật Bản`, `Phó Thủ tướng` are others.
        let next = text.tokens.get(words.start + end).is_some_and(|token| token.shape.is_capital());
        let prefixed =
            at.checked_sub(1).and_then(|at| folded.get(at)).is_some_and(|word| PREFIXES.contains(&word.as_str()));
        (same && !next && !prefixed).then_some(())
    };
    let mut found: Option<&str> = None;
    for official in &article.officials {
        let current = official.roles.iter().filter(|role| role.status != RoleStatus::Former);
        if !current.clone().any(|role| holds(&role.title).is_some() || holds(&role.found.text).is_some()) {
            continue;
        }
        if found.replace(&official.name).is_some_and(|other| other != official.name) {
            return None;
        }
    }
    found.map(str::to_owned)
}

/// Words before a post that make it another.
const PREFIXES: &[&str] = &["phó", "nguyên", "cựu", "thứ", "tổng"];

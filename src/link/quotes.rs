use crate::{
    article::{Article, Found, Quote, Span},
    clue::{Attribution, QuoteClue},
    text::Text,
};

/// Writes direct speech into the article, each quote with the person whom the words beside it name.
///
/// Officials and people are linked before: a speaker is one of them, or left out.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &[QuoteClue]) {
    let mentions = mentions(article);
    for clue in clues {
        let mut quote = Quote::default();
        quote.found = Found::new(&text.text, text.span(clue.tokens.clone()), clue.rule);
        let speaker = match &clue.speaker {
            Attribution::Before(words) => within(&mentions, text.span(words.clone())).last(),
            Attribution::After(words) => within(&mentions, text.span(words.clone())).first(),
            Attribution::Pronoun(token) => named_before(&mentions, text, *token),
        };
        quote.speaker = speaker.map(|(_, name)| name.clone());
        article.quotes.push(quote);
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

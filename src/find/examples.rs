//! Runs the examples of rules: each rule must read what its examples bracket, and nothing of those marked `! `.

use std::ops::Range;

use crate::{
    article::{BlockKind, Span},
    rule::Rule,
    text::{Text, TextBuilder, Vocabulary},
};

/// `words` as the one paragraph of a text.
pub(crate) fn text(vocabulary: &Vocabulary, words: &str) -> Text {
    let mut builder = TextBuilder::default();
    builder.push(BlockKind::Paragraph, words);
    builder.finish(vocabulary)
}

/// Checks every rule's examples against `read`, which runs the rules over a text and gives each match's rule and tokens.
pub(crate) fn check<C, T>(rules: &[Rule<C, T>], read: impl Fn(&str) -> (Text, Vec<(&'static str, Range<usize>)>)) {
    for rule in rules {
        assert!(
            rule.examples.iter().any(|e| !e.starts_with('!')),
            "{}: a rule needs an example that it reads",
            rule.name
        );
        for example in rule.examples {
            let (plain, wanted) = brackets(example.strip_prefix("! ").unwrap_or(example));
            let (text, matches) = read(&plain);
            let got: Vec<Span> = matches
                .into_iter()
                .filter(|(name, _)| *name == rule.name)
                .map(|(_, tokens)| text.span(tokens))
                .collect();
            let words: Vec<&str> = got.iter().map(|span| span.of(&text.text)).collect();
            assert_eq!(got, wanted, "{}: in {example:?} it read {words:?}", rule.name);
        }
    }
}

/// Takes the brackets out and says where they stood.
fn brackets(example: &str) -> (String, Vec<Span>) {
    let (mut plain, mut spans, mut open) = (String::new(), Vec::new(), 0);
    for c in example.chars() {
        match c {
            '[' => open = plain.len(),
            ']' => spans.push(Span::new(open, plain.len())),
            _ => plain.push(c),
        }
    }
    (plain, spans)
}

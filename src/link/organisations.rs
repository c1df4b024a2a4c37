//! Organisations with all their mentions, lists spelt out.

use std::collections::HashMap;

use crate::{
    article::{Article, Found, Organisation},
    clue::OrganisationClue,
    text::{Text, fold},
};

/// Writes the organisations into `article`.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &[OrganisationClue]) {
    let mut order: Vec<&OrganisationClue> = clues.iter().collect();
    order.sort_by_key(|clue| (clue.tokens.start, clue.head.is_none()));
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut shorts: HashMap<String, usize> = HashMap::new();
    let mut seen = 0;
    for clue in order {
        // A list's item is read once as such and may be met again as an organisation of its own.
        if clue.tokens.start < seen && clue.head.is_none() {
            continue;
        }
        seen = clue.tokens.end;
        let words = text.slice(clue.tokens.clone());
        let name = match &clue.head {
            Some(head) => format!("{head} {words}"),
            None => words.to_owned(),
        };
        let key = fold(&name);
        let number = shorts.get(&key).copied().unwrap_or_else(|| {
            *numbers.entry(key).or_insert_with(|| {
                article.organisations.push(Organisation::new(name, clue.kind, Vec::new()));
                article.organisations.len() - 1
            })
        });
        if let Some(short) = &clue.short {
            shorts.entry(fold(text.slice(short.clone()))).or_insert(number);
        }
        if let Some(organisation) = article.organisations.get_mut(number) {
            organisation.mentions.push(Found::new(&text.text, text.span(clue.tokens.clone()), clue.rule));
        }
    }
}

//! The words that pages use around an article, by the role they play: rows of `data/words.tsv`, in lower case.

use std::{collections::BTreeMap, sync::OnceLock};

/// The rows of `data/words.tsv` by role; the longest phrases first.
fn table() -> &'static BTreeMap<&'static str, Vec<&'static str>> {
    static TABLE: OnceLock<BTreeMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (role, phrase, _) in rows() {
            table.entry(role).or_default().push(phrase);
        }
        table
    })
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("data/words.tsv").lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

/// All phrases of a role in the table's order: `weekday` gives `thứ hai`, `thứ ba` …
pub(super) fn of(role: &str) -> &'static [&'static str] {
    table().get(role).map_or(&[], Vec::as_slice)
}

/// A pattern of all phrases of the roles, the longest first, spaces widened: for a [`regex::Regex`].
pub(super) fn pattern(roles: &[&str]) -> String {
    let mut all: Vec<&str> = roles.iter().flat_map(|role| of(role)).copied().collect();
    all.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    all.dedup();
    let escaped: Vec<String> = all.iter().map(|phrase| regex::escape(phrase).replace(' ', r"\s+")).collect();
    format!("(?:{})", escaped.join("|"))
}

/// A compiled pattern, which the tests compile too. Where it were wrong, nothing would match.
pub(super) fn regex(pattern: &str) -> regex::Regex {
    let compiled = regex::Regex::new(pattern);
    debug_assert!(compiled.is_ok(), "{compiled:?}");
    compiled.unwrap_or_else(|_| regex::Regex::new("[^\\s\\S]").expect("a class without members is valid"))
}

/// The longest phrase of the role that `lower` (in lower case) begins with, whole words only.
///
/// `quang cảnh buổi lễ` begins with the `caption-open` phrase `quang cảnh`.
pub(super) fn opens(role: &str, lower: &str) -> Option<&'static str> {
    let whole =
        |phrase: &str| lower.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    of(role).iter().copied().filter(|phrase| whole(phrase)).max_by_key(|phrase| phrase.len())
}

/// Whether `lower` (in lower case) is one of the role's phrases, marks around it aside.
pub(super) fn is(role: &str, lower: &str) -> bool {
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    of(role).iter().any(|phrase| *phrase == lower || *phrase == bare)
}

/// Whether a phrase of the role stands anywhere in `lower` (in lower case), whole words only.
pub(super) fn holds(role: &str, lower: &str) -> bool {
    of(role).iter().any(|phrase| find_word(lower, phrase).is_some())
}

/// Whether a line is of a site's imprint: `Cơ quan chủ quản: …`, `Giấy phép số 12/GP-TTĐT …`.
pub(super) fn is_imprint(line: &str) -> bool {
    if line.len() > 600 {
        return false;
    }
    let lower = line.to_lowercase();
    opens("imprint", &lower).is_some() || holds("imprint-anywhere", &lower)
}

/// Where `phrase` stands in `text` as whole words.
pub(super) fn find_word(text: &str, phrase: &str) -> Option<usize> {
    let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase)
        .map(|(at, _)| at)
        .find(|&at| edge(text[..at].chars().next_back()) && edge(text[at + phrase.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_phrase_stands_in_its_example_and_is_lower_case_and_listed_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (role, phrase, example) in super::rows() {
            assert!(example.to_lowercase().contains(phrase), "{role}: {phrase:?} is not in {example:?}");
            assert_eq!(phrase, phrase.to_lowercase(), "{role}");
            assert!(seen.insert((role, phrase)), "{role}: {phrase:?} stands twice");
        }
    }
}

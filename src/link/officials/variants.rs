//! Names that may be one person's in two spellings. They are noted, never merged: only a reader can tell.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::roles::Roles;

/// Pairs of names, as numbers of `people`, that look like two spellings of one: the same letters but for marks and spaces
/// (`Nay Y Blung`, `Nay Yblung`), the same words with another first (`Shinzo Abe`, `Abe Shinzo`), or, where a post is shared, one
/// letter that differs (`Lê Phước Tộc`, `Lê Phúc Tộc`). The later name comes second.
pub(crate) fn pairs(people: &[(&[String], &Roles<'_>)]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let plain: Vec<Vec<String>> =
        people.iter().map(|(words, _)| words.iter().map(|word| letters(word)).collect()).collect();
    for (number, (_, roles)) in people.iter().enumerate() {
        let words = &plain[number];
        let mut sorted = words.clone();
        sorted.sort_unstable();
        let mut keys = vec![(words.concat(), Differs::Marks), (sorted.join(" "), Differs::Order)];
        for gap in (0..words.len()).filter(|_| words.len() > 2) {
            let rest: Vec<&str> = words.iter().enumerate().map(|(i, word)| if i == gap { "*" } else { word }).collect();
            keys.push((rest.join(" "), Differs::Letter(gap)));
        }
        let other = keys.iter().find_map(|(key, differs)| {
            let other = *seen.get(key)?;
            let fits = match *differs {
                Differs::Marks => true,
                Differs::Order => plain[other].first() != words.first(),
                Differs::Letter(gap) => people[other].1.shares(roles) && is_near(&plain[other][gap], &words[gap]),
            };
            fits.then_some(other)
        });
        if let Some(other) = other {
            pairs.push((other, number));
        }
        for (key, _) in keys {
            seen.entry(key).or_insert(number);
        }
    }
    pairs
}

/// What two spellings differ in.
enum Differs {
    /// Tone marks, hooks, spaces.
    Marks,
    /// The order of the words.
    Order,
    /// A letter of the word so counted.
    Letter(usize),
}

/// Whether one letter more, less or other tells the two words apart.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([_, x @ ..], [_, y @ ..]) if x == y => true,
        ([_, x @ ..], y) if x == y => true,
        (x, [_, y @ ..]) => x == y,
        _ => false,
    }
}

/// A word's letters without marks and case: `đẳng` and `Đặng` are `dang`.
fn letters(word: &str) -> String {
    let plain = word.nfd().filter(|c| c.is_alphabetic()).map(|c| if matches!(c, 'đ' | 'Đ') { 'd' } else { c });
    plain.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Roles, is_near, pairs};

    #[test]
    fn spellings_of_one_name_are_told_from_two_names() {
        let pair = |a: &str, b: &str| {
            let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
            let (a, b, none) = (words(a), words(b), Roles::default());
            !pairs(&[(&a, &none), (&b, &none)]).is_empty()
        };
        assert!(pair("nay y blung", "nay yblung"));
        assert!(pair("shinzo abe", "abe shinzo"));
        assert!(pair("lê văn đặng", "lê văn đẳng"));
        assert!(!pair("nguyễn văn an", "nguyễn văn anh"));
        assert!(!pair("lò văn sơn", "lò thị sơn"));
        assert!(!pair("đỗ vinh quang", "đỗ quang vinh"));
    }

    #[test]
    fn a_letter_more_less_or_other_is_near() {
        for (a, b) in [("phuoc", "phuc"), ("toni", "tony"), ("dung", "dungg")] {
            assert!(is_near(a, b) && is_near(b, a), "{a} {b}");
        }
        assert!(!is_near("son", "duong"));
    }
}

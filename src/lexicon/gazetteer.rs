use super::{Trie, trie::Node};
use crate::text::{Text, Vocabulary};

/// Every province, district and commune of Vietnam with its time, out of `data/gazetteer.tsv`.
///
/// Kept apart from the tables: 15,000 rows need no example each, and their cells are cut only where a row is read.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    units: Vec<Unit>,
    names: Trie<u32>,
}

/// A unit of the administration: `04 tỉnh Cao Bằng`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    line: &'static str,
}

const SOURCE: &str = include_str!("data/gazetteer.tsv");

impl Unit {
    fn cell(self, number: usize) -> &'static str {
        self.line.split('\t').nth(number).unwrap_or_default()
    }

    /// Its code in the General Statistics Office's table: `04`, `040`, `01273`.
    pub(crate) fn code(self) -> &'static str {
        self.cell(0)
    }

    /// What it is, in the words before its name: `tỉnh`, `thành phố`, `xã`.
    pub(crate) fn kind(self) -> &'static str {
        self.cell(1)
    }

    /// Its name in the usual spelling: `Cao Bằng`.
    pub(crate) fn name(self) -> &'static str {
        self.names().next().unwrap_or_default()
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        self.cell(2).split('|')
    }

    /// The code of the unit it lies in; empty for provinces.
    pub(crate) fn parent(self) -> &'static str {
        self.cell(3)
    }

    /// Its first and last day, `2025-07-01`; empty where it began before 2019 or still is.
    pub(crate) fn days(self) -> (&'static str, &'static str) {
        (self.cell(4), self.cell(5))
    }

    /// The code of the one unit it went into; empty where it is or was parted.
    pub(crate) fn successor(self) -> &'static str {
        self.cell(6)
    }
}

impl Gazetteer {
    /// Loads the units and teaches their names to `vocabulary`.
    pub(crate) fn load(vocabulary: &mut Vocabulary) -> Self {
        let lines = SOURCE.lines().filter(|line| !line.starts_with('#')).skip(1);
        let units: Vec<Unit> = lines.map(|line| Unit { line }).collect();
        let mut names = Trie::default();
        for (number, unit) in units.iter().enumerate() {
            for name in unit.names() {
                names.add(vocabulary, name, number as u32);
            }
        }
        Self { units, names }
    }

    /// The province that the unit lies in: of a province itself.
    pub(crate) fn province(&self, unit: Unit) -> &'static str {
        let parent = unit.parent();
        match parent.len() {
            0 => unit.code(),
            2 => parent,
            _ => self.unit(parent).map_or("", Unit::parent),
        }
    }

    /// The province that the one of code `province` went into: `48` for `49`, Quảng Nam; empty where it still is.
    pub(crate) fn heir(&self, province: &str) -> &'static str {
        self.unit(province).map_or("", Unit::successor)
    }

    /// A unit of the code `code`; of several, one after the other, the first.
    fn unit(&self, code: &str) -> Option<Unit> {
        let key = |unit: Unit| (unit.code().len(), unit.code());
        let at = self.units.partition_point(|unit| key(*unit) < (code.len(), code));
        self.units.get(at).copied().filter(|unit| unit.code() == code)
    }

    /// The names that begin at `token` and end before `limit`, the longest first.
    ///
    /// Every word of a name begins with a capital: `Hòa Bình` is a place where `hòa bình` is not.
    pub(crate) fn at(&self, text: &Text, token: usize, limit: usize) -> Vec<PlaceName> {
        let mut found = Vec::new();
        let mut node = Trie::<u32>::ROOT;
        for at in token..limit.min(text.tokens.len()) {
            let read = text.tokens[at];
            // `Ea H’leo`: after an apostrophe the capital may be missing.
            let inside = at > token && read.shape.is_glued() && text.tokens[at - 1].shape.is_mark();
            if read.shape.is_word() && !read.shape.is_capital() && !inside {
                break;
            }
            let Some(next) = self.names.step(node, read.word) else { break };
            node = next;
            if !self.names.ends(node).is_empty() {
                found.push(PlaceName { end: at + 1, node });
            }
        }
        found.reverse();
        found
    }

    /// The units that bear a name.
    pub(crate) fn units(&self, name: PlaceName) -> impl Iterator<Item = Unit> {
        self.names.ends(name.node).iter().map(|number| self.units[*number as usize])
    }
}

/// A name of the gazetteer found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceName {
    /// The token after its last.
    pub(crate) end: usize,
    node: Node,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Gazetteer;
    use crate::text::Vocabulary;

    #[test]
    fn every_unit_has_its_code_its_kind_and_a_known_parent() {
        let gazetteer = Gazetteer::load(&mut Vocabulary::default());
        let codes: HashSet<_> = gazetteer.units.iter().map(|unit| unit.code()).collect();
        let mut seen = HashSet::new();
        for unit in &gazetteer.units {
            assert!(matches!(unit.code().len(), 2 | 3 | 5), "{unit:?}");
            assert!(!unit.kind().is_empty() && !unit.name().is_empty(), "{unit:?}");
            assert_eq!(unit.parent().is_empty(), unit.code().len() == 2, "{unit:?}");
            assert!(unit.parent().is_empty() || codes.contains(unit.parent()), "{unit:?}");
            assert!(unit.successor().is_empty() || codes.contains(unit.successor()), "{unit:?}");
            assert!(seen.insert(unit.line), "{unit:?} stands twice");
        }
    }

    #[test]
    fn there_are_as_many_units_as_there_were_and_are() {
        let gazetteer = Gazetteer::load(&mut Vocabulary::default());
        let count = |day: &str, len: usize| {
            let on = |unit: &super::Unit| {
                let (from, to) = unit.days();
                from <= day && (to.is_empty() || day <= to)
            };
            gazetteer.units.iter().filter(|unit| unit.code().len() == len && on(unit)).count()
        };
        assert_eq!((count("2025-03-01", 2), count("2025-08-01", 2), count("2026-05-01", 2)), (63, 34, 34));
        assert_eq!((count("2025-08-01", 3), count("2025-08-01", 5)), (0, 3321));
    }
}

use std::{ops::Range, sync::Arc};

use rustc_hash::FxHashMap;

use super::Key;
use crate::{
    article::PlaceKind,
    clue::{PlaceClue, PlaceUnit},
    lexicon::{Gazetteer, PlaceName, Unit},
    text::Text,
};

/// The names of a text that a unit of the administration bears, and what is known of them so far.
pub(crate) struct Names {
    gazetteer: Arc<Gazetteer>,
    /// By the token at which they begin; of each the longest first.
    found: Vec<(usize, Vec<PlaceName>)>,
    /// Names that stand somewhere in the text with the word for their kind, and what they mean there.
    introduced: FxHashMap<Key, (PlaceKind, Vec<PlaceUnit>)>,
    /// The places found before.
    pub(super) places: Vec<PlaceClue>,
}

impl Names {
    /// The names of `text`.
    pub(super) fn of(text: &Text, gazetteer: &Arc<Gazetteer>) -> Self {
        let mut found = Vec::new();
        for sentence in &text.sentences {
            for token in sentence.tokens() {
                let names = gazetteer.at(text, token, sentence.end);
                if !names.is_empty() {
                    found.push((token, names));
                }
            }
        }
        Self { gazetteer: Arc::clone(gazetteer), found, introduced: FxHashMap::default(), places: Vec::new() }
    }

    /// The tokens of each name at its longest.
    pub(super) fn tokens(&self) -> impl Iterator<Item = Range<usize>> {
        self.found.iter().filter_map(|(start, names)| Some(*start..names.first()?.end))
    }

    /// The longest name that begins at `token` and a unit bears of which `fits` holds, with those units.
    pub(super) fn units(&self, token: usize, fits: impl Fn(Unit) -> bool) -> Option<(Range<usize>, Vec<PlaceUnit>)> {
        let at = self.found.binary_search_by_key(&token, |(start, _)| *start).ok()?;
        self.found[at].1.iter().find_map(|name| {
            let units: Vec<_> =
                self.gazetteer.units(*name).filter(|unit| fits(*unit)).map(|unit| self.unit(unit)).collect();
            (!units.is_empty()).then_some((token..name.end, units))
        })
    }

    fn unit(&self, unit: Unit) -> PlaceUnit {
        let (from, to) = unit.days();
        let province = self.gazetteer.province(unit);
        PlaceUnit {
            code: unit.code(),
            word: unit.kind(),
            name: unit.name(),
            parent: unit.parent(),
            province,
            heir: if to.is_empty() { "" } else { self.gazetteer.heir(province) },
            from,
            to,
            successor: unit.successor(),
        }
    }

    /// The codes of the units that `unit` lies or lay in, and of the province that its own went into.
    pub(super) fn holders(&self, unit: Unit) -> [&'static str; 2] {
        [unit.parent(), self.gazetteer.heir(unit.parent())]
    }

    /// Notes the names that stand in the text with the word for their kind.
    pub(super) fn note(&mut self, text: &Text, places: &[PlaceClue]) {
        for clue in places.iter().filter(|clue| clue.word.is_some() && !clue.units.is_empty()) {
            let meant = || (clue.kind, clue.units.clone());
            self.introduced.entry(key(text, clue.name.clone())).or_insert_with(meant);
        }
    }

    /// What the name at `tokens` means where it stands with the word for its kind; nothing where it never does.
    pub(super) fn introduced(&self, text: &Text, tokens: Range<usize>) -> Option<&(PlaceKind, Vec<PlaceUnit>)> {
        self.introduced.get(&key(text, tokens))
    }
}

fn key(text: &Text, tokens: Range<usize>) -> Key {
    text.tokens.get(tokens).unwrap_or_default().iter().map(|token| token.word).collect()
}

/// The level of a unit: its code has two, three or five digits.
pub(super) fn level(unit: Unit) -> PlaceKind {
    match unit.code().len() {
        2 => PlaceKind::Province,
        3 => PlaceKind::District,
        _ => PlaceKind::Commune,
    }
}

/// Whether a unit of `level` may be called `word`; kinds change over the years, so any word of the level will do.
pub(super) fn suits(unit: Unit, word: &str) -> bool {
    match level(unit) {
        PlaceKind::Province => matches!(word, "tỉnh" | "thành phố"),
        // A city of a province that bears the province's name is meant only by its own word.
        PlaceKind::District => matches!(word, "huyện" | "quận" | "thị xã" | "thành phố"),
        _ => matches!(word, "xã" | "phường" | "thị trấn" | "đặc khu"),
    }
}

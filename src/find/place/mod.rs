//! Places: names with the word for their kind (`tỉnh Cao Bằng`, `các huyện Hòa An, Hà Quảng`), then names that stand alone where nothing else
//! can be meant (`Hà Nội`), then names that a larger place beside them or an earlier mention vouches for (`Bát Tràng, Gia Lâm, Hà Nội`).

mod around;
mod bare;
mod kind;
mod names;

use std::{collections::HashSet, sync::Arc};

use crate::{
    clue::PlaceClue,
    lexicon::{Gazetteer, Hits, Lexicon},
    rule::{Layer, Layers, RuleSet, Scene},
    text::{Text, Vocabulary, WordId},
};
use names::Names;

/// Reads places.
pub(crate) struct PlaceFinder {
    gazetteer: Arc<Gazetteer>,
    named: RuleSet<Names, Vec<PlaceClue>>,
    beside: RuleSet<Names, Vec<PlaceClue>>,
}

impl PlaceFinder {
    /// Loads the gazetteer, compiles the rules and teaches their words to `vocabulary`.
    pub(crate) fn compile(vocabulary: &mut Vocabulary) -> Self {
        Self {
            gazetteer: Arc::new(Gazetteer::load(vocabulary)),
            named: RuleSet::compile(kind::RULES, vocabulary),
            beside: RuleSet::compile(bare::RULES, vocabulary),
        }
    }

    /// The places of a text, in order and without overlap; fills `Layer::PlaceName` and `Layer::Place` of `layers`.
    pub(crate) fn find(&self, text: &Text, lexicon: &Lexicon, hits: &Hits, layers: &mut Layers) -> Vec<PlaceClue> {
        let mut names = Names::of(text, &self.gazetteer);
        layers.put(Layer::PlaceName, names.tokens());
        let mut found = run(&self.named, Scene { text, lexicon, hits, layers }, &names);
        names.note(text, &found);
        let mut taken: HashSet<usize> = found.iter().flat_map(|clue| clue.tokens.clone()).collect();
        // A name that another place vouches for may vouch for the one before it.
        for _ in 0..LEVELS {
            let mut known = Layers::new(text.tokens.len());
            known.put(Layer::PlaceName, names.tokens());
            known.put(Layer::Place, found.iter().map(|clue| clue.tokens.clone()));
            names.places = found;
            let mut more = run(&self.beside, Scene { text, lexicon, hits, layers: &known }, &names);
            found = std::mem::take(&mut names.places);
            more.retain(|clue| !clue.tokens.clone().any(|at| taken.contains(&at)));
            if more.is_empty() {
                break;
            }
            taken.extend(more.iter().flat_map(|clue| clue.tokens.clone()));
            found.extend(more);
            found.sort_by_key(|clue| clue.tokens.start);
        }
        layers.put(Layer::Place, found.iter().map(|clue| clue.tokens.clone()));
        found
    }
}

fn run(rules: &RuleSet<Names, Vec<PlaceClue>>, scene: Scene<'_>, names: &Names) -> Vec<PlaceClue> {
    rules.run(scene, names).into_iter().flat_map(|matched| matched.value).collect()
}

/// How many levels of units there are: a commune beside its district beside its province.
const LEVELS: usize = 2;

/// The words of a name, as numbers.
type Key = Vec<WordId>;

#[cfg(test)]
mod tests {
    use super::PlaceFinder;
    use crate::{
        article::BlockKind,
        find::examples,
        lexicon::Lexicon,
        rule::Layers,
        text::{TextBuilder, Vocabulary},
    };

    #[test]
    fn every_rule_reads_its_examples() {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::load(&mut vocabulary);
        let finder = PlaceFinder::compile(&mut vocabulary);
        let read = |words: &str| {
            let mut builder = TextBuilder::default();
            builder.push(BlockKind::Paragraph, words);
            let text = builder.finish(&vocabulary);
            let (hits, mut layers) = (lexicon.scan(&text), Layers::new(text.tokens.len()));
            let found = finder.find(&text, &lexicon, &hits, &mut layers);
            (text, found.into_iter().map(|clue| (clue.rule, clue.tokens)).collect())
        };
        examples::check(super::kind::RULES, read);
        examples::check(super::bare::RULES, read);
    }
}

//! The finders: declared forms over tokens and tables. Each says what it saw and where; [`crate::link`] brings it together.

mod date;
#[cfg(test)]
mod examples;
mod figure;
mod number;
mod official;
mod official_words;
mod organisation;
mod organisation_list;
mod person;
mod person_syllable;
mod post;

use crate::{
    article::{Document, Money, Quantity},
    clue::Clues,
    lexicon::Lexicon,
    rule::{Layer, Layers, Scene},
    text::{Text, Vocabulary},
};

/// All finders, compiled once.
pub(crate) struct Finders {
    dates: date::DateFinder,
    officials: official_words::OfficialWords,
    figures: figure::FigureFinder,
}

/// What the finders saw: clues for the linkers, and facts that need no linking.
#[derive(Debug, Default)]
pub(crate) struct Finds {
    /// What linkers bring together.
    pub(crate) clues: Clues,
    /// Documents cited.
    pub(crate) documents: Vec<Document>,
    /// Amounts of money.
    pub(crate) money: Vec<Money>,
    /// Percentages and counts.
    pub(crate) quantities: Vec<Quantity>,
}

impl Finders {
    /// Compiles every rule and teaches its words to `vocabulary`.
    pub(crate) fn compile(vocabulary: &mut Vocabulary, lexicon: &Lexicon) -> Self {
        Self {
            dates: date::DateFinder::compile(vocabulary),
            officials: official_words::OfficialWords::new(lexicon),
            figures: figure::FigureFinder::compile(vocabulary),
        }
    }

    /// Reads `text` stratum by stratum.
    pub(crate) fn find(&self, text: &Text, lexicon: &Lexicon) -> Finds {
        let hits = lexicon.scan(text);
        let mut layers = Layers::new(text.tokens.len());
        let numbers = number::numbers(text);
        layers.put(Layer::Number, numbers.iter().map(|number| number.tokens.clone()));
        let mut finds = Finds::default();
        let shapes = self.dates.shapes(Scene { text, lexicon, hits: &hits, layers: &layers });
        shapes.fill(&mut layers);
        finds.clues.dates = self.dates.find(Scene { text, lexicon, hits: &hits, layers: &layers }, &shapes);
        layers.put(Layer::Date, finds.clues.dates.iter().map(|clue| clue.tokens.clone()));
        finds.clues.officials =
            official::officials(Scene { text, lexicon, hits: &hits, layers: &layers }, &self.officials);
        finds.clues.figures = self.figures.find(Scene { text, lexicon, hits: &hits, layers: &layers }, &numbers);
        finds
    }
}

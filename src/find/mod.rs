//! The finders: declared forms over tokens and tables. Each says what it saw and where; [`crate::link`] brings it together.

mod amount;
mod date;
mod document;
#[cfg(test)]
mod examples;
mod figure;
mod number;
mod numeral;
mod official;
mod official_words;
mod organisation;
mod organisation_items;
mod organisation_joint;
mod organisation_list;
mod organisation_lower;
mod organisation_mention;
mod organisation_place;
mod person;
mod person_syllable;
mod place;
mod post;
mod quotation;
mod quote;

use crate::{
    article::{Money, Quantity},
    clue::Clues,
    lexicon::Lexicon,
    rule::{Layer, Layers, Scene},
    text::{Text, Vocabulary},
};

/// All finders, compiled once.
pub(crate) struct Finders {
    amounts: amount::AmountFinder,
    dates: date::DateFinder,
    officials: official_words::OfficialWords,
    figures: figure::FigureFinder,
    documents: document::DocumentFinder,
    places: place::PlaceFinder,
}

/// What the finders saw: clues for the linkers, and facts that need no linking.
#[derive(Debug, Default)]
pub(crate) struct Finds {
    /// What linkers bring together.
    pub(crate) clues: Clues,
    /// Amounts of money.
    pub(crate) money: Vec<Money>,
    /// Percentages and counts.
    pub(crate) quantities: Vec<Quantity>,
}

impl Finders {
    /// Compiles every rule and teaches its words to `vocabulary`.
    pub(crate) fn compile(vocabulary: &mut Vocabulary, lexicon: &Lexicon) -> Self {
        Self {
            places: place::PlaceFinder::compile(vocabulary),
            figures: figure::FigureFinder::compile(vocabulary),
            amounts: amount::AmountFinder::compile(vocabulary),
            dates: date::DateFinder::compile(vocabulary),
            documents: document::DocumentFinder::compile(vocabulary),
            officials: official_words::OfficialWords::new(lexicon),
        }
    }

    /// Reads `text` stratum by stratum.
    pub(crate) fn find(&self, text: &Text, lexicon: &Lexicon) -> Finds {
        let hits = lexicon.scan(text);
        let mut layers = Layers::new(text.tokens.len());
        let numbers = number::all(text, lexicon, &hits);
        layers.put(Layer::Number, numbers.iter().map(|number| number.tokens.clone()));
        let mut finds = Finds::default();
        let symbols = document::symbols(text);
        let shapes = self.dates.shapes(Scene { text, lexicon, hits: &hits, layers: &layers });
        shapes.fill(&mut layers);
        finds.clues.dates = self.dates.find(Scene { text, lexicon, hits: &hits, layers: &layers }, &shapes);
        layers.put(Layer::Symbol, symbols.iter().map(|symbol| symbol.tokens.clone()));
        layers.put(Layer::Date, finds.clues.dates.iter().map(|clue| clue.tokens.clone()));
        finds.clues.places = self.places.find(text, lexicon, &hits, &mut layers);
        let scene = Scene { text, lexicon, hits: &hits, layers: &layers };
        finds.money = self.amounts.money(scene, &numbers);
        finds.quantities = self.amounts.quantities(scene, &numbers);
        finds.clues.documents = self.documents.find(scene, symbols);
        finds.clues.officials = official::officials(scene, &self.officials);
        finds.clues.figures = self.figures.find(scene, &numbers);
        finds.clues.quotes = quote::quotes(scene);
        finds
    }
}

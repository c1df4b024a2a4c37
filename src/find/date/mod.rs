//! Time expressions: shapes first (`02/12`, `quý I/2021`, `20h`), then the phrases they stand in (`khoảng 20h tối ngày 02/12`).

mod bare;
mod direction;
mod lunar;
mod moment;
mod phrase;
mod shape;
mod span;

use crate::{
    clue::DateClue,
    rule::{Matched, RuleSet, Scene},
    text::Vocabulary,
};
use phrase::Phrase;
pub(crate) use shape::Shapes;
use shape::{Shaped, Sighted};

/// Reads time expressions.
pub(crate) struct DateFinder {
    shapes: RuleSet<(), Sighted>,
    phrases: RuleSet<Shapes, Vec<Phrase>>,
}

impl DateFinder {
    /// Compiles the rules and teaches their words to `vocabulary`.
    pub(crate) fn compile(vocabulary: &mut Vocabulary) -> Self {
        Self {
            shapes: RuleSet::compile(shape::RULES, vocabulary),
            phrases: RuleSet::compile(phrase::RULES, vocabulary),
        }
    }

    /// The shapes of a text: what [`Layer::Clock`](crate::rule::Layer::Clock) and `Layer::Point` hold.
    pub(crate) fn shapes(&self, scene: Scene<'_>) -> Shapes {
        let mut shapes = Shapes::default();
        for Matched { tokens, value, .. } in self.shapes.run(scene, &()) {
            match value {
                Sighted::Clock(value) => shapes.clocks.push(Shaped { tokens, value }),
                Sighted::Point(value) => shapes.points.push(Shaped { tokens, value }),
            }
        }
        shapes
    }

    /// The time expressions of a text, in order and without overlap.
    pub(crate) fn find(&self, scene: Scene<'_>, shapes: &Shapes) -> Vec<DateClue> {
        let mut clues = Vec::new();
        for matched in self.phrases.run(scene, shapes) {
            for phrase in matched.value {
                clues.push(phrase.clue(matched.rule, scene));
            }
        }
        clues
    }
}

#[cfg(test)]
mod tests {
    use super::DateFinder;
    use crate::{
        find::{examples, number},
        lexicon::Lexicon,
        rule::{Layer, Layers, Scene},
        text::Vocabulary,
    };

    #[test]
    fn every_rule_reads_its_examples() {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::load(&mut vocabulary);
        let finder = DateFinder::compile(&mut vocabulary);
        let text = |words: &str| examples::text(&vocabulary, words);
        examples::check(super::shape::RULES, |words| {
            let text = text(words);
            let (hits, layers) = (lexicon.scan(&text), Layers::new(text.tokens.len()));
            let found = finder.shapes.run(Scene { text: &text, lexicon: &lexicon, hits: &hits, layers: &layers }, &());
            (text, found.into_iter().map(|matched| (matched.rule, matched.tokens)).collect())
        });
        examples::check(super::phrase::RULES, |words| {
            let text = text(words);
            let (hits, mut layers) = (lexicon.scan(&text), Layers::new(text.tokens.len()));
            layers.put(Layer::Number, number::numbers(&text).into_iter().map(|number| number.tokens));
            let shapes = finder.shapes(Scene { text: &text, lexicon: &lexicon, hits: &hits, layers: &layers });
            shapes.fill(&mut layers);
            let found = finder.find(Scene { text: &text, lexicon: &lexicon, hits: &hits, layers: &layers }, &shapes);
            (text, found.into_iter().map(|clue| (clue.rule, clue.tokens)).collect())
        });
    }
}

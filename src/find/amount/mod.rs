//! Amounts of money and quantities: numbers with what they count.

mod money;
mod quantity;
mod value;

use crate::{
    article::{Found, Money, Precision, Quantity},
    rule::{RuleSet, Scene},
    text::Vocabulary,
};
use value::{Amount, Numbers};

/// Reads amounts of money and quantities.
pub(crate) struct AmountFinder {
    money: RuleSet<Numbers, Vec<Amount>>,
    quantities: RuleSet<Numbers, Vec<Amount>>,
}

impl AmountFinder {
    /// Compiles the rules and teaches their words to `vocabulary`.
    pub(crate) fn compile(vocabulary: &mut Vocabulary) -> Self {
        Self {
            money: RuleSet::compile(money::RULES, vocabulary),
            quantities: RuleSet::compile(quantity::RULES, vocabulary),
        }
    }

    /// The amounts of money of a text, in order.
    pub(crate) fn money(&self, scene: Scene<'_>, numbers: &Numbers) -> Vec<Money> {
        read(&self.money, scene, numbers)
            .map(|(rule, amount)| {
                let found = Found::new(&scene.text.text, scene.text.span(amount.tokens.clone()), rule);
                let mut money = Money::new(found, amount.value, amount.unit);
                (money.to, money.precision) = (amount.to, amount.precision);
                money
            })
            .collect()
    }

    /// The quantities of a text, in order.
    pub(crate) fn quantities(&self, scene: Scene<'_>, numbers: &Numbers) -> Vec<Quantity> {
        read(&self.quantities, scene, numbers)
            .map(|(rule, amount)| {
                let found = Found::new(&scene.text.text, scene.text.span(amount.tokens.clone()), rule);
                let mut quantity = Quantity::new(found, amount.value, amount.unit);
                (quantity.to, quantity.precision) = (amount.to, amount.precision);
                quantity
            })
            .collect()
    }
}

fn read<'a>(
    rules: &'a RuleSet<Numbers, Vec<Amount>>,
    scene: Scene<'a>,
    numbers: &'a Numbers,
) -> impl Iterator<Item = (&'static str, Amount)> + 'a {
    rules.run(scene, numbers).into_iter().flat_map(move |matched| {
        matched.value.into_iter().map(move |mut amount| {
            if amount.precision == Precision::Exact {
                amount.precision = value::precision(scene, amount.tokens.start);
            }
            (matched.rule, amount)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::AmountFinder;
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
        let finder = AmountFinder::compile(&mut vocabulary);
        let text = |words: &str| examples::text(&vocabulary, words);
        examples::check(super::money::RULES, |words| {
            let text = text(words);
            let (hits, mut layers) = (lexicon.scan(&text), Layers::new(text.tokens.len()));
            let numbers = number::all(&text, &lexicon, &hits);
            layers.put(Layer::Number, numbers.iter().map(|number| number.tokens.clone()));
            let scene = Scene { text: &text, lexicon: &lexicon, hits: &hits, layers: &layers };
            let found =
                super::read(&finder.money, scene, &numbers).map(|(rule, amount)| (rule, amount.tokens)).collect();
            (text, found)
        });
        examples::check(super::quantity::RULES, |words| {
            let text = text(words);
            let (hits, mut layers) = (lexicon.scan(&text), Layers::new(text.tokens.len()));
            let numbers = number::all(&text, &lexicon, &hits);
            layers.put(Layer::Number, numbers.iter().map(|number| number.tokens.clone()));
            let scene = Scene { text: &text, lexicon: &lexicon, hits: &hits, layers: &layers };
            let found =
                super::read(&finder.quantities, scene, &numbers).map(|(rule, amount)| (rule, amount.tokens)).collect();
            (text, found)
        });
    }
}

//! Forms as declared rules: a name, a pattern over words, tables, shapes and what was found before, a value to build, and examples.
//!
//! The engine knows no Vietnamese. Of the rules that match at a token the one that reads longest wins, and of equals the first
//! listed; reading goes on after it. Patterns never take back what they read (a [`Item::Maybe`] that can match does), so work is
//! linear in the text.

mod compile;
mod layer;
mod matcher;
mod start;

pub(crate) use compile::RuleSet;
pub(crate) use layer::{Layer, Layers};
pub(crate) use matcher::{Match, Matched, Scene};

use crate::{lexicon::Table, text::Shape};

/// A form: what it looks like and what it means.
pub(crate) struct Rule<C: 'static, T: 'static> {
    /// Its name, `kind/form`: what an annotation's `rule` says.
    pub(crate) name: &'static str,
    /// What it looks like.
    pub(crate) pattern: &'static [Item],
    /// What it means; nothing where the words cannot mean it, and then another rule may read them.
    pub(crate) build: fn(&Match<'_>, &C) -> Option<T>,
    /// Texts with what the rule reads in `[brackets]`; a text after `! ` must not be read by it.
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are read by the tests"))]
    pub(crate) examples: &'static [&'static str],
}

/// One piece of a pattern.
#[derive(Clone, Copy)]
pub(crate) enum Item {
    /// One of these words or phrases, folded; the first listed that matches.
    Any(&'static [&'static str]),
    /// The longest row of a table.
    Table(Table),
    /// A token of this shape: `Is(Shape::is_digits)`.
    Is(fn(Shape) -> bool),
    /// What an earlier stratum found here.
    Found(Layer),
    /// These, if they match.
    Maybe(&'static [Item]),
    /// The first of these that matches.
    OneOf(&'static [&'static [Item]]),
    /// These as often as they match, at most [`Item::MOST`] times, or never.
    Many(&'static [Item]),
    /// These, kept under a name for [`Match`].
    As(&'static str, &'static [Item]),
    /// No white space stands before the next token.
    Glued,
    /// These do not follow.
    Not(&'static [Item]),
    /// None of these words stands right before.
    NotAfter(&'static [&'static str]),
}

impl Item {
    /// How often [`Item::Many`] repeats at most.
    pub(crate) const MOST: usize = 64;
}

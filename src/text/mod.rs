//! The one tokenised view of the text that every finder shares.

mod fold;
mod sentence;
#[allow(clippy::module_inception)]
mod text;
mod token;
mod vocabulary;

pub(crate) use fold::{fold, fold_into};
pub(crate) use sentence::Sentence;
pub(crate) use text::{Text, TextBuilder};
pub(crate) use token::{Shape, Token};
pub(crate) use vocabulary::{Vocabulary, WordId};

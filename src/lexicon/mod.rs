//! Words as rows of tables: posts, organisations, places, indices, units … One automaton over all tables finds every row in one pass.
//!
//! A table is a file in `data/`: lines that begin with `#` say what it holds, the first other line names its columns, each further
//! line is a row. The first column, `phrase`, holds what stands in the text; `|` parts spellings of one row. The last column,
//! `example`, holds a phrase in which the row must be found.

mod automaton;
#[cfg(test)]
mod checks;
mod gazetteer;
mod table;
mod trie;

pub(crate) use automaton::{Hit, Hits, Lexicon, words};
pub(crate) use gazetteer::{Gazetteer, PlaceName, Unit};
pub(crate) use table::{Row, Table};
pub(crate) use trie::Trie;

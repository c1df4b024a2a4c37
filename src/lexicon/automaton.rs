use super::{Row, Table, Trie};
use crate::text::{Text, Vocabulary};

/// All tables, and the automaton that finds their rows.
#[derive(Debug)]
pub(crate) struct Lexicon {
    tables: Vec<Vec<Row>>,
    trie: Trie<(Table, u32)>,
}

/// A row found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Its table.
    pub(crate) table: Table,
    /// Its number in the table.
    pub(crate) row: u32,
    /// How many tokens it takes.
    pub(crate) len: u32,
}

/// Every row found, by the token at which it begins.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    starts: Vec<u32>,
    hits: Vec<Hit>,
}

impl Hits {
    /// The rows that begin at `token`, the longest first.
    pub(crate) fn at(&self, token: usize) -> &[Hit] {
        match (self.starts.get(token), self.starts.get(token + 1)) {
            (Some(&start), Some(&end)) => &self.hits[start as usize..end as usize],
            _ => &[],
        }
    }

    /// The longest row of `table` that begins at `token`.
    pub(crate) fn longest(&self, token: usize, table: Table) -> Option<Hit> {
        self.at(token).iter().find(|hit| hit.table == table).copied()
    }
}

impl Lexicon {
    /// Loads every table and teaches its words to `vocabulary`.
    pub(crate) fn load(vocabulary: &mut Vocabulary) -> Self {
        let mut lexicon = Self { tables: Vec::new(), trie: Trie::default() };
        for &table in Table::ALL {
            let rows = table.rows();
            for (number, row) in rows.iter().enumerate() {
                for phrase in row.phrases() {
                    lexicon.trie.add(vocabulary, phrase, (table, number as u32));
                }
            }
            lexicon.tables.push(rows);
        }
        lexicon
    }

    /// The rows of `table`.
    pub(crate) fn rows(&self, table: Table) -> &[Row] {
        &self.tables[table as usize]
    }

    /// The row that `hit` found.
    pub(crate) fn row(&self, hit: Hit) -> &Row {
        &self.rows(hit.table)[hit.row as usize]
    }

    /// Finds every row in `text`. Rows never reach across sentences.
    pub(crate) fn scan(&self, text: &Text) -> Hits {
        let mut found = Hits { starts: Vec::with_capacity(text.tokens.len() + 1), hits: Vec::new() };
        for sentence in &text.sentences {
            for start in sentence.tokens() {
                let first = found.hits.len();
                found.starts.push(first as u32);
                let mut node = Trie::<(Table, u32)>::ROOT;
                for at in start..sentence.end {
                    let Some(next) = self.trie.step(node, text.tokens[at].word) else { break };
                    node = next;
                    for &(table, row) in self.trie.ends(node) {
                        found.hits.push(Hit { table, row, len: (at + 1 - start) as u32 });
                    }
                }
                found.hits[first..].reverse();
            }
        }
        found.starts.push(found.hits.len() as u32);
        found
    }
}

/// Cuts a phrase of a table or a rule into words as the tokeniser cuts text.
pub(crate) fn words(phrase: &str) -> impl Iterator<Item = &str> {
    let mut rest = phrase;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let class = |c: char| {
            if c.is_ascii_digit() {
                0
            } else if c.is_alphabetic() {
                1
            } else {
                2
            }
        };
        let len = match class(first) {
            2 => first.len_utf8(),
            kind => rest.find(|c: char| class(c) != kind || c.is_whitespace()).unwrap_or(rest.len()),
        };
        let (word, tail) = rest.split_at(len);
        rest = tail;
        Some(word)
    })
}

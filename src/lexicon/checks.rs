//! What every table must hold to: each row is found in its own example, is NFC, stands once and in order.

use std::collections::HashSet;

use unicode_normalization::is_nfc;

use super::{Lexicon, Row, Table};
use crate::{
    article::BlockKind,
    text::{Text, TextBuilder, Vocabulary, fold},
};

/// The tables of words; others hold facts that are looked up by other means.
fn tables(lexicon: &Lexicon) -> impl Iterator<Item = (Table, &[Row])> {
    Table::ALL.iter().map(|&table| (table, lexicon.rows(table))).filter(|(_, rows)| {
        let columns = rows.first().map_or(&[][..], Row::columns);
        columns.first() == Some(&"phrase") && columns.last() == Some(&"example")
    })
}

fn text(vocabulary: &Vocabulary, words: &str) -> Text {
    let mut builder = TextBuilder::default();
    builder.push(BlockKind::Paragraph, words);
    builder.finish(vocabulary)
}

#[test]
fn each_row_is_found_in_its_example() {
    let mut vocabulary = Vocabulary::default();
    let lexicon = Lexicon::load(&mut vocabulary);
    let mut wrong = Vec::new();
    for (table, rows) in tables(&lexicon) {
        for (number, row) in rows.iter().enumerate() {
            let text = text(&vocabulary, row.cell("example"));
            let hits = lexicon.scan(&text);
            let found = (0..text.tokens.len())
                .flat_map(|token| hits.at(token))
                .any(|hit| hit.table == table && hit.row as usize == number);
            if !found {
                wrong.push(format!(
                    "{}: {:?} is not in its example {:?}",
                    table.source().0,
                    row.cells()[0],
                    row.cell("example")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rows_are_whole_and_in_nfc() {
    let mut wrong = Vec::new();
    for &table in Table::ALL {
        let (file, words) = table.source();
        if !is_nfc(words) {
            wrong.push(format!("{file} is not in NFC"));
        }
        for row in table.rows() {
            if row.columns().last() == Some(&"example") && row.cells().len() != row.columns().len() {
                wrong.push(format!(
                    "{file}: {:?} has {} of {} cells",
                    row.cells()[0],
                    row.cells().len(),
                    row.columns().len()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_row_says_twice_the_same() {
    let mut vocabulary = Vocabulary::default();
    let lexicon = Lexicon::load(&mut vocabulary);
    let mut wrong = Vec::new();
    for (table, rows) in tables(&lexicon) {
        let mut seen = HashSet::new();
        for row in rows {
            let meaning = row.cells().get(1..row.cells().len() - 1).unwrap_or_default().join("\t");
            for phrase in row.phrases() {
                if !seen.insert((fold(phrase), meaning.clone())) {
                    wrong.push(format!("{}: {phrase:?} stands twice with the same meaning", table.source().0));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn long_tables_are_sorted() {
    let mut vocabulary = Vocabulary::default();
    let lexicon = Lexicon::load(&mut vocabulary);
    // Short tables may keep the order of the thing itself (days, months); units and laws keep theirs by kind.
    let free = [Table::Units, Table::Laws, Table::Relatives, Table::DocumentKinds, Table::Issuers, Table::LunarYears];
    for (table, rows) in tables(&lexicon).filter(|(table, rows)| rows.len() > 30 && !free.contains(table)) {
        for pair in rows.windows(2) {
            let (first, second) = (pair[0].cells()[0], pair[1].cells()[0]);
            assert!(first <= second, "{}: {second:?} must stand before {first:?}", table.source().0);
        }
    }
}

//! `fixtures/articles/<site>-<slug>/`: a page of our own, its gold made by hand, and a snapshot of what is read today.
//!
//! `gold.json` is part of a record: every value in it must be read so, what it leaves out is free. Lists must have the gold's length.
//! `article.snap` is the whole record; where a change of it is meant, `INSTA_UPDATE=always cargo test --test suite articles` writes it anew.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use thongcao::{Article, Extractor, Input};

/// The folders of fixtures, in the order of their names.
pub fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let mut folders: Vec<_> = fs::read_dir(&root)
        .unwrap_or_else(|error| panic!("{}: {error}", root.display()))
        .map(|entry| entry.expect("a folder that can be listed").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty(), "{} holds no fixture", root.display());
    folders
}

/// The page of a fixture, and whether it is HTML.
pub fn page(folder: &Path) -> (Vec<u8>, bool) {
    for (name, html) in [("page.html", true), ("page.txt", false)] {
        if let Ok(bytes) = fs::read(folder.join(name)) {
            return (bytes, html);
        }
    }
    panic!("{}: neither page.html nor page.txt", folder.display())
}

fn json(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn read(folder: &Path, extractor: &Extractor) -> Article {
    let (bytes, html) = page(folder);
    let source = json(&folder.join("source.json")).unwrap_or_default();
    let mut input = if html { Input::html(&bytes) } else { Input::text(&bytes) };
    if let Some(url) = source["url"].as_str() {
        input = input.url(url);
    }
    if let Some(published) = source["published"].as_str() {
        input = input.published(published.parse().expect("a date in source.json"));
    }
    extractor.extract(input)
}

/// Writes down where `got` differs from what `wanted` says of it.
pub fn differences(at: &str, wanted: &Value, got: &Value, out: &mut Vec<String>) {
    match (wanted, got) {
        (Value::Object(wanted), Value::Object(got)) => {
            for (key, wanted) in wanted {
                differences(&format!("{at}.{key}"), wanted, got.get(key).unwrap_or(&Value::Null), out);
            }
        }
        (Value::Array(wanted), Value::Array(got)) if wanted.len() == got.len() => {
            for (number, (wanted, got)) in wanted.iter().zip(got).enumerate() {
                differences(&format!("{at}[{number}]"), wanted, got, out);
            }
        }
        _ if wanted == got => {}
        _ => out.push(format!("{at}: wanted {wanted}\n   read {got}")),
    }
}

#[test]
fn every_fixture_is_read_to_its_gold() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for folder in folders() {
        let gold = json(&folder.join("gold.json")).unwrap_or_else(|| panic!("{}: no gold.json", folder.display()));
        let got = serde_json::to_value(read(&folder, &extractor)).expect("records are JSON");
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        differences(&name, &gold, &got, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} values are read otherwise than the gold says:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_read_today_is_what_was_read_before() {
    let extractor = Extractor::new();
    for folder in folders() {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_json_snapshot!("article", read(&folder, &extractor)));
    }
}

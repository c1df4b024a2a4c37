//! `fixtures/articles/<site>-<slug>/`: a page of our own, its gold made by hand, and a snapshot of what is read today.
//!
//! `gold.json` is part of a record: every value in it must be read so, what it leaves out is free. Lists must have the gold's length; `null` is a value left out.
//! What is known to be read otherwise stands in `open.json` with its reason, and the test fails when it comes right, so that the line is taken out.
//! `article.snap` is the whole record; where a change of it is meant, `INSTA_UPDATE=always cargo test --test suite articles` writes it anew.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use thongcao::{Article, Extractor, Input};

/// The folders of fixtures, in the order of their names.
pub(crate) fn folders() -> Vec<PathBuf> {
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
pub(crate) fn page(folder: &Path) -> (Vec<u8>, bool) {
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

/// Where `got` differs from what `wanted` says of it: the path, and both values.
pub(crate) fn differences(at: &str, wanted: &Value, got: &Value, out: &mut Vec<(String, String)>) {
    match (wanted, got) {
        (Value::Object(wanted), Value::Object(got)) => {
            for (key, wanted) in wanted {
                let path = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                differences(&path, wanted, got.get(key).unwrap_or(&Value::Null), out);
            }
        }
        (Value::Array(wanted), Value::Array(got)) if wanted.len() == got.len() => {
            for (number, (wanted, got)) in wanted.iter().zip(got).enumerate() {
                differences(&format!("{at}[{number}]"), wanted, got, out);
            }
        }
        _ if wanted == got => {}
        _ => out.push((at.to_owned(), format!("wanted {wanted}\n   read {got}"))),
    }
}

#[test]
fn every_fixture_is_read_to_its_gold() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for folder in folders() {
        let gold = json(&folder.join("gold.json")).unwrap_or_else(|| panic!("{}: no gold.json", folder.display()));
        let open = json(&folder.join("open.json")).unwrap_or_else(|| Value::Object(Default::default()));
        let open = open.as_object().expect("open.json maps a path to a reason");
        let got = serde_json::to_value(read(&folder, &extractor)).expect("records are JSON");
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let mut found = Vec::new();
        differences("", &gold, &got, &mut found);
        for path in open.keys().filter(|path| !found.iter().any(|(at, _)| at == *path)) {
            wrong.push(format!("{name}: {path} is read right now; take it out of open.json"));
        }
        let news = found.into_iter().filter(|(path, _)| !open.contains_key(path));
        wrong.extend(news.map(|(path, values)| format!("{name}: {path}: {values}")));
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

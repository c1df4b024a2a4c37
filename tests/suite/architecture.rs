//! Who may import whom, and the other rules of the house that can be tests. `ARCHITECTURE.md` says why.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each module of the library and the modules it may import. `extract` and `stages` know the order of the stages and may import all.
const LAYERS: &[(&str, &[&str])] = &[
    ("article", &[]),
    ("clue", &["article"]),
    ("decode", &["article"]),
    ("page", &["article"]),
    ("text", &["article"]),
    ("lexicon", &["article", "text"]),
    ("rule", &["article", "lexicon", "text"]),
    ("find", &["article", "clue", "lexicon", "rule", "text"]),
    ("link", &["article", "clue", "text"]),
    ("output", &["article"]),
];

const NO_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "misc"];

const MOST_LINES: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The library's files with their text.
fn library() -> Vec<(PathBuf, String)> {
    let files = sources(&root().join("src"));
    assert!(files.len() > 20, "the library's sources were not found");
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("a source file is UTF-8"))).collect()
}

/// The code of a file without comments and without what follows `#[cfg(test)] mod tests`.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    text[..end].lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The names that follow `crate::` in `code`: `crate::{a::B, c}` gives `a` and `c`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if !rest.starts_with('{') {
            names.insert(word(rest));
            continue;
        }
        let (mut depth, mut fresh) = (0, false);
        for (at, c) in rest.char_indices() {
            match c {
                '{' => {
                    depth += 1;
                    fresh = depth == 1;
                }
                '}' => depth -= 1,
                ',' => fresh = depth == 1,
                _ if fresh && !c.is_whitespace() => {
                    names.insert(word(&rest[at..]));
                    fresh = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn each_stage_imports_only_what_comes_before_it() {
    let modules: Vec<&str> = LAYERS.iter().map(|(name, _)| *name).collect();
    let mut wrong = Vec::new();
    for (path, text) in library() {
        let inside = path.strip_prefix(root().join("src")).expect("inside src");
        let stage = inside.components().next().expect("a name").as_os_str().to_string_lossy();
        let stage = stage.trim_end_matches(".rs");
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == stage) else {
            assert!(
                matches!(stage, "lib" | "extract" | "stages"),
                "src/{stage} is new: give it a row in LAYERS of tests/suite/architecture.rs and a line in ARCHITECTURE.md"
            );
            continue;
        };
        for name in imports(&code(&text)) {
            let known = modules.contains(&name.as_str()) || matches!(name.as_str(), "extract" | "stages");
            if known && name != stage && !allowed.contains(&name.as_str()) {
                wrong.push(format!(
                    "{}: `{stage}` imports `{name}`; it may import {allowed:?}. Pass the value in from `extract`, or move the type down to `article` (the record) or `clue` (what find tells link)",
                    inside.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_page_stage_knows_html() {
    for (path, text) in library() {
        let inside = path.strip_prefix(root().join("src")).expect("inside src");
        let uses = code(&text).contains("scraper::");
        assert!(
            !uses || inside.starts_with("page"),
            "{}: `scraper` is used in src/page alone; let `page` hand out plain data",
            inside.display()
        );
    }
}

#[test]
fn files_are_short_and_named_for_what_they_hold() {
    for folder in ["src", "cli", "tests", "benches"] {
        for path in sources(&root().join(folder)) {
            let lines = fs::read_to_string(&path).expect("UTF-8").lines().count();
            assert!(
                lines <= MOST_LINES,
                "{}: {lines} lines; split it by idea (aim 150, at most {MOST_LINES})",
                path.display()
            );
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            assert!(!NO_NAMES.contains(&name.as_str()), "{}: name it for what it holds", path.display());
        }
    }
}

#[test]
fn the_library_has_no_clock_no_files_and_no_hash_order() {
    for (path, text) in library() {
        let code = code(&text);
        for (word, instead) in [
            ("SystemTime", "take the time from the input"),
            ("Instant::now", "measure in benches"),
            ("Utc::now", "take the time from the input"),
            ("Local::now", "take the time from the input"),
            ("std::fs", "take bytes; the program reads files"),
            ("std::env", "take a setting in `Builder`"),
            ("println!", "put it into `diagnostics`"),
            ("unsafe ", "there is a safe way"),
        ] {
            assert!(!code.contains(word), "{}: `{word}`: {instead}", path.display());
        }
    }
}

#[test]
fn what_is_imported_is_read_rightly() {
    let names: Vec<_> = imports("use crate::{a::{B, C}, d, e::f};\nlet x = crate::g::h();").into_iter().collect();
    assert_eq!(names, ["a", "d", "e", "g"]);
}

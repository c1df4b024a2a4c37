//! Bytes a second of each stage, beside `scraper::Html::parse_document` alone on the same pages.
//!
//! `cargo bench` runs it over the pages in `fixtures/articles`, and over the real pages of `../shared/eval/pages/html` where they are.
//! The machine is shared and noisy: compare rows of one run, not runs.

use std::{fs, path::Path};

use divan::{Bencher, counter::BytesCount};
use scraper::Html;
use thongcao::{Extractor, Input, decode, stages};

fn main() {
    divan::main();
}

/// A set of pages.
struct Pages {
    bytes: Vec<Vec<u8>>,
    total: usize,
}

impl Pages {
    fn load(set: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = root.join(if set == "fixtures" { "fixtures/articles" } else { "../shared/eval/pages/html" });
        let mut paths: Vec<_> =
            fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let bytes: Vec<_> = paths
            .iter()
            .map(|path| if path.is_dir() { path.join("page.html") } else { path.clone() })
            .filter_map(|path| fs::read(path).ok())
            .collect();
        let total = bytes.iter().map(Vec::len).sum();
        Self { bytes, total }
    }

    fn decoded(&self) -> Vec<String> {
        self.bytes.iter().map(|bytes| decode(bytes, None).text).collect()
    }
}

const SETS: [&str; 2] = ["fixtures", "eval"];

#[divan::bench(args = SETS)]
fn decoding(bencher: Bencher<'_, '_>, set: &str) {
    let pages = Pages::load(set);
    bencher
        .counter(BytesCount::new(pages.total))
        .bench(|| pages.bytes.iter().map(|bytes| decode(bytes, None).text.len()).sum::<usize>());
}

#[divan::bench(args = SETS)]
fn parsing_alone(bencher: Bencher<'_, '_>, set: &str) {
    let pages = Pages::load(set);
    let texts = pages.decoded();
    bencher.counter(BytesCount::new(pages.total)).bench(|| {
        texts.iter().map(|text| divan::black_box(Html::parse_document(text)).tree.values().len()).sum::<usize>()
    });
}

#[divan::bench(args = SETS)]
fn page_with_parsing(bencher: Bencher<'_, '_>, set: &str) {
    let pages = Pages::load(set);
    let texts = pages.decoded();
    let extractor = Extractor::new();
    bencher
        .counter(BytesCount::new(pages.total))
        .bench(|| texts.iter().map(|text| stages::page(&extractor, text)).sum::<usize>());
}

/// Counted in bytes of the article's text, not of the page.
#[divan::bench(args = SETS)]
fn find_and_link(bencher: Bencher<'_, '_>, set: &str) {
    let pages = Pages::load(set);
    let extractor = Extractor::new();
    let texts: Vec<_> = pages.bytes.iter().map(|bytes| extractor.extract(Input::html(bytes)).text).collect();
    let total: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(total))
        .bench(|| texts.iter().map(|text| stages::facts(&extractor, text).dates.len()).sum::<usize>());
}

#[divan::bench(args = SETS)]
fn whole(bencher: Bencher<'_, '_>, set: &str) {
    let pages = Pages::load(set);
    let extractor = Extractor::new();
    bencher
        .counter(BytesCount::new(pages.total))
        .bench(|| pages.bytes.iter().map(|bytes| extractor.extract(Input::html(bytes)).text.len()).sum::<usize>());
}

#[divan::bench]
fn building_the_tables() -> Extractor {
    Extractor::new()
}

//! `compare-dom-smoothie read|parse FILE…`: one JSON line a page of what dom_smoothie reads in it, or scraper's parse alone.

use std::{env, fs, hint::black_box, process::ExitCode};

use dom_smoothie::{Config, Readability, TextMode};
use scraper::Html;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let read = match arguments.next().as_deref() {
        Some("read") => article,
        Some("parse") => parse,
        _ => return ExitCode::from(2),
    };
    for path in arguments {
        let Ok(bytes) = fs::read(&path) else { return ExitCode::FAILURE };
        println!("{}", read(&String::from_utf8_lossy(&bytes)));
    }
    ExitCode::SUCCESS
}

/// The article as dom_smoothie sees it, with line ends between blocks.
fn article(html: &str) -> Value {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    match Readability::new(html, None, Some(config)).and_then(|mut page| page.parse()) {
        Ok(article) => json!({
            "title": article.title,
            "byline": article.byline,
            "excerpt": article.excerpt,
            "published": article.published_time,
            "text": article.text_content.to_string(),
        }),
        Err(error) => json!({ "error": error.to_string() }),
    }
}

/// The number of nodes, so that nothing is left out as unused.
fn parse(html: &str) -> Value {
    json!(black_box(Html::parse_document(html)).tree.values().len())
}

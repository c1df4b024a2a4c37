//! What the README shows of a record is what the shipped page gives.

use std::{fs, path::Path};

use thongcao::Extractor;

use crate::articles::differences;

#[test]
fn the_record_it_shows_is_the_one_the_page_gives() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md");
    let shown =
        readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a json block in the README");
    let shown: serde_json::Value = serde_json::from_str(shown).expect("JSON");
    let page =
        fs::read(root.join("fixtures/articles/caobang-cai-cach-hanh-chinh/page.html")).expect("the shipped page");
    let record = serde_json::to_value(Extractor::new().extract(thongcao::Input::auto(&page))).expect("JSON");
    let (mut wrong, results) = (Vec::new(), shown["results"].as_array().expect("results"));
    assert!(!results.is_empty());
    for (number, result) in results.iter().enumerate() {
        differences(&format!("results[{number}]"), result, &record["results"][number], &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

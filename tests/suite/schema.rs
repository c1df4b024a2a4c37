//! The published schema is the one the types give, and every record that the fixtures become fits it.

use std::{fs, path::Path};

use thongcao::Extractor;

use crate::articles;

fn published() -> serde_json::Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/record.schema.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("the published schema is JSON")
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    assert_eq!(
        published(),
        thongcao::schema(),
        "the record's types have changed: write the schema anew with\n   cargo run --release -- schema > schema/record.schema.json\nand say in CHANGELOG.md what was added"
    );
}

#[test]
fn every_record_fits_the_schema_and_is_read_back_equal() {
    let validator = jsonschema::validator_for(&published()).expect("a valid schema");
    let extractor = Extractor::new();
    for folder in articles::folders() {
        let (bytes, _) = articles::page(&folder);
        let article = extractor.extract(thongcao::Input::auto(&bytes));
        let value = serde_json::to_value(&article).expect("records are JSON");
        let errors: Vec<_> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", folder.display());
        let back: thongcao::Article = serde_json::from_value(value).expect("a record is read back");
        assert_eq!(back, article, "{}", folder.display());
    }
}

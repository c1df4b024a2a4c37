use crate::Article;

/// The JSON Schema (draft 2020-12) of the record, generated from its types.
///
/// ```
/// let schema = thongcao::schema();
/// assert_eq!(schema["title"], "Article");
/// ```
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Article).to_value()
}

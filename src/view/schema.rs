//! The JSON Schema of the records, made from their types.

use crate::model::{Document, SCHEMA};

/// `{"$schema":"https://json-schema.org/…"}`: the schema of one document, which is one line of JSONL.
#[must_use]
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Document<'static>);
    schema.insert("title".to_owned(), SCHEMA.into());
    schema.to_value()
}

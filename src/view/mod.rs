//! Records to bytes. Views know the records alone: each shows the same facts.

pub mod annotated;
pub mod brat;
mod compact;
pub mod csv;
mod digest;
pub mod ftm;
pub mod json;
pub mod label_studio;
mod linked;
mod mark;
mod node;
pub mod ocds;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod report;
pub mod schema;
#[cfg(feature = "sqlite")]
pub mod sqlite;
pub mod table;
pub mod web_annotation;
mod years;

use serde::Serialize;

/// `at_least` for [`Kind::AtLeast`](crate::model::Kind::AtLeast): the name that an enum has in JSON.
fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

//! Records to bytes. Views know the records alone: each shows the same facts.

pub mod annotated;
mod compact;
pub mod csv;
pub mod json;
pub mod report;
pub mod schema;

use serde::Serialize;

/// `at_least` for [`Kind::AtLeast`](crate::model::Kind::AtLeast): the name that an enum has in JSON.
fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

//! The shape of the records, from their JSON Schema: the one source of Python's classes and of Arrow's columns.

use std::sync::LazyLock;

use serde_json::Value;

/// What a field holds.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Text,
    /// An exact amount, which is text in JSON.
    Decimal,
    Whole,
    Truth,
    List(Box<Kind>),
    Record(Shape),
}

/// A record's fields in the order in which they are written.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub(crate) name: String,
    pub(crate) fields: Vec<(String, Kind)>,
}

/// The shape of a document.
pub(crate) static DOCUMENT: LazyLock<Shape> = LazyLock::new(|| {
    let schema = outlay::view::schema::schema();
    shape("Document", &schema, &schema)
});

impl Shape {
    /// The record and those within it.
    pub(crate) fn visit<'s>(&'s self, seen: &mut impl FnMut(&'s Self)) {
        seen(self);
        for (_, kind) in &self.fields {
            let mut kind = kind;
            while let Kind::List(item) = kind {
                kind = item;
            }
            if let Kind::Record(shape) = kind {
                shape.visit(seen);
            }
        }
    }
}

fn shape(name: &str, object: &Value, schema: &Value) -> Shape {
    let properties = object["properties"].as_object().into_iter().flatten();
    let fields = properties.map(|(name, property)| (name.clone(), kind(property, schema))).collect();
    Shape { name: name.to_owned(), fields }
}

fn kind(property: &Value, schema: &Value) -> Kind {
    if let Some(name) = property["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        let definition = &schema["$defs"][name];
        return match definition["properties"] {
            Value::Object(_) => Kind::Record(shape(name, definition, schema)),
            _ => kind(definition, schema),
        };
    }
    // What may be null is one of two.
    if let Some(some) = property["anyOf"].as_array().and_then(|any| any.first()) {
        return kind(some, schema);
    }
    let is = |name: &str| match &property["type"] {
        Value::Array(types) => types.iter().any(|found| found == name),
        found => found == name,
    };
    if is("array") {
        Kind::List(Box::new(kind(&property["items"], schema)))
    } else if is("integer") {
        Kind::Whole
    } else if is("boolean") {
        Kind::Truth
    } else if property["format"] == "decimal" {
        Kind::Decimal
    } else {
        Kind::Text
    }
}

//! The facts of a document as JSON, without what only numbers them.

use serde_json::Value;

/// `figure`, `date`, `contract`: what a fact is a record of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// A mention of money.
    Figure,
    /// A mention of a date.
    Date,
    /// A contract, order, sale or award.
    Contract,
}

impl Record {
    pub(super) const ALL: [Self; 3] = [Self::Figure, Self::Date, Self::Contract];

    /// `figure`: the record's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Contract => "contract",
        }
    }

    const fn list(self) -> &'static str {
        match self {
            Self::Figure => "figures",
            Self::Date => "dates",
            Self::Contract => "contracts",
        }
    }
}

/// `$5 million` as one fact: a record with its fields, in which other records stand by their words and not by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fact {
    /// What it is a record of.
    pub record: Record,
    /// The rule that read it.
    pub rule: String,
    /// Where it begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The text there.
    pub text: String,
    /// The other fields that say something, by name.
    pub fields: Vec<(String, Value)>,
}

impl Fact {
    /// What a field says; null where it says nothing.
    pub(super) fn field(&self, name: &str) -> &Value {
        self.fields.iter().find(|(field, _)| field == name).map_or(&Value::Null, |(_, value)| value)
    }

    /// Whether both say the same, wherever they stand.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.text == other.text && self.fields.len() == other.fields.len() && {
            let same = |((one, value), (other, told)): (&(String, Value), &(String, Value))| {
                one == other && (value == told || said(value) == said(told))
            };
            self.fields.iter().zip(&other.fields).all(same)
        }
    }
}

/// The facts of one kind, in text order.
pub(super) fn facts(document: &Value, record: Record) -> Vec<Fact> {
    let records = document[record.list()].as_array().into_iter().flatten();
    records.filter(|value| value.is_object()).map(|value| fact(document, record, value)).collect()
}

fn fact(document: &Value, record: Record, value: &Value) -> Fact {
    let text = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
    let place = |field: &str| value[field].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    // What numbers a record, says where it stands, or is said by the contract too.
    let known = |name: &str| {
        matches!(name, "id" | "start" | "end" | "source_start" | "source_end" | "text" | "rule")
            || record == Record::Figure && name == "contracts"
    };
    let fields = value.as_object().into_iter().flatten();
    let fields = fields
        .filter(|(name, value)| !known(name) && !is_empty(value))
        .map(|(name, value)| (name.clone(), resolved(document, name, value)))
        .collect();
    Fact { record, rule: text("rule"), start: place("start"), end: place("end"), text: text("text"), fields }
}

/// A field with the words of other records in place of their ids.
fn resolved(document: &Value, name: &str, value: &Value) -> Value {
    let list = match name {
        "figure" | "converts" => "figures",
        "date" => "dates",
        _ => {
            return match value {
                Value::Array(members) => members.iter().map(|member| resolved(document, "", member)).collect(),
                Value::Object(fields) => {
                    fields.iter().map(|(name, value)| (name.clone(), resolved(document, name, value))).collect()
                }
                value => value.clone(),
            };
        }
    };
    // Ids count from 1 in the order of the list.
    let number = value.as_str().and_then(|id| id.get(1..)?.parse::<usize>().ok()?.checked_sub(1));
    let named = number.and_then(|at| document[list].get(at)).filter(|record| record["id"] == *value);
    let named = named.or_else(|| document[list].as_array()?.iter().find(|record| record["id"] == *value));
    named.map_or_else(|| value.clone(), |record| record["text"].clone())
}

/// Whether a field says nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(members) => members.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// `"Velmark" kind=company country=DE; "Tolvik"`: a field in words, without places.
pub(super) fn said(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(members) => members.iter().map(said).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            let mut parts = Vec::new();
            for (name, value) in fields.iter().filter(|(_, value)| !is_empty(value)) {
                match (name.as_str(), value) {
                    ("start" | "end" | "source_start" | "source_end" | "id", _) => {}
                    ("text" | "figure" | "date", Value::String(text)) => parts.insert(0, format!("{text:?}")),
                    (_, Value::Object(_)) => parts.push(format!("{name}=({})", said(value))),
                    _ => parts.push(format!("{name}={}", said(value))),
                }
            }
            parts.join(" ")
        }
        value => value.to_string(),
    }
}

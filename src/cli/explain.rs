//! `outlay explain`: where a mention could begin in a text, which rules tried there and which one won, and what it made of it.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::io::{self, IsTerminal, Read};

use outlay::explain::{self, Try};
use outlay::model::{Document, EvidenceFor};
use outlay::span::Span;
use outlay::text::plain;
use outlay::view::annotated::{self, Lines};
use serde_json::Value;

use super::args::Explain;
use super::job::{colored, extractor, lexicon};
use super::{system_says, terminal_columns};

/// Why nothing is explained.
pub(crate) enum Refused {
    /// No text was given, and standard input is a terminal.
    NoText,
    /// Standard input could not be read.
    Unread(String),
    /// The lexicon is none.
    Lexicon(String),
}

/// The text with its facts beneath, what was tried at each place, then each record under the name of its rule.
pub(crate) fn explain(typed: &Explain) -> Result<String, Refused> {
    let text = match &typed.text {
        Some(text) if text != "-" => text.clone(),
        none => read_standard(none.is_some())?,
    };
    let lexicon = typed.lexicon.as_deref().map(lexicon).transpose().map_err(Refused::Lexicon)?;
    let extractor = extractor(typed.published.as_ref(), lexicon.as_ref());
    let document = extractor.extract(&text);
    let color = colored(typed.color, io::stdout().is_terminal());
    let mut out = Vec::new();
    let says = |error: &io::Error| Refused::Unread(system_says(error));
    annotated::write_within(&text, &document, Lines::All, color, terminal_columns(), &mut out)
        .map_err(|error| says(&error))?;
    let mut explained = String::from_utf8_lossy(&out).into_owned();
    explained += &tried(&text, &document);
    match records(&document) {
        records if records.is_empty() => explained.push_str("\nno rule reads anything here\n"),
        records => explained += &records,
    }
    Ok(explained)
}

/// Each place where a mention could begin, in text order: what was tried there, and the records whose words it belongs to.
fn tried(text: &str, document: &Document<'_>) -> String {
    let places = explain::places(text);
    if places.is_empty() {
        return "\nno number and no word here begins a mention\n".to_owned();
    }
    let owners = owners(document);
    let mut out = "\nplaces where a mention could begin\n".to_owned();
    for place in &places {
        let mut parts: Vec<String> = place.tries.iter().map(|tried| try_of(text, tried)).collect();
        let words: Vec<&str> = place.may.iter().copied().filter(|kind| matches!(*kind, "trade" | "arms")).collect();
        if !words.is_empty() {
            parts.push(format!("a word of {}", words.join(" and of ")));
        }
        // Those that begin before the place ends, as far back as one of them reaches it.
        let before = owners.partition_point(|owner| owner.span.start < place.span.end);
        let near = owners[..before].iter().rev().take_while(|owner| owner.reach > place.span.start);
        let named = near.filter(|owner| owner.span.overlaps(place.span)).map(|owner| owner.id.as_str());
        let named = named.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>();
        let made = if named.is_empty() { "nothing".to_owned() } else { named.join(", ") };
        let _ = writeln!(out, "  {}: {} → {made}", quoted(place.span.of(text)), parts.join("; "));
    }
    out
}

/// `amount "$250 million" by amount.symbol_number`, `date no`
fn try_of(text: &str, tried: &Try) -> String {
    match (tried.read, tried.refused) {
        (Some((span, rule)), None) => format!("{} {} by {rule}", tried.what, quoted(span.of(text))),
        (Some((span, _)), Some(why)) => format!("{} {}, but {why}", tried.what, quoted(span.of(text))),
        (None, _) => format!("{} no", tried.what),
    }
}

/// Words of a record.
struct Owner {
    span: Span,
    id: String,
    /// Where the last of these and all before ends.
    reach: usize,
}

/// The words of each record in text order: a figure's and a date's own, a contract's evidence and things.
fn owners(document: &Document<'_>) -> Vec<Owner> {
    let figures = document.figures.iter().map(|figure| (Span::new(figure.start, figure.end), figure.id.to_string()));
    let dates = document.dates.iter().map(|date| (Span::new(date.start, date.end), date.id.to_string()));
    let contracts = document.contracts.iter().flat_map(|contract| {
        let evidence = contract.evidence.iter().filter(|evidence| evidence.decides != EvidenceFor::Mention);
        let evidence = evidence.map(|evidence| Span::new(evidence.start, evidence.end));
        let items = contract.items.iter().map(|item| Span::new(item.start, item.end));
        evidence.chain(items).map(|span| (span, contract.id.to_string()))
    });
    let mut all: Vec<_> = figures.chain(dates).chain(contracts).collect();
    all.sort_by_key(|(span, _)| span.start);
    let mut reach = 0;
    all.into_iter()
        .map(|(span, id)| {
            reach = reach.max(span.end);
            Owner { span, id, reach }
        })
        .collect()
}

fn read_standard(asked: bool) -> Result<String, Refused> {
    if !asked && io::stdin().is_terminal() {
        return Err(Refused::NoText);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes).map_err(|error| {
        Refused::Unread(format!("-: an input that can be read was expected: {}", system_says(&error)))
    })?;
    let text = plain::decode(&bytes).text.into_owned();
    Ok(text.strip_suffix('\n').map(str::to_owned).unwrap_or(text))
}

/// Each record in text order: what it is, its rule and words, then its fields, without those that are empty.
fn records(document: &Document<'_>) -> String {
    let mut records: Vec<(usize, &str, Value)> = Vec::new();
    let mut add = |start: usize, what: &'static str, record: serde_json::Result<Value>| {
        if let Ok(record) = record {
            records.push((start, what, record));
        }
    };
    for figure in &document.figures {
        add(figure.start, "figure", serde_json::to_value(figure));
    }
    for date in &document.dates {
        add(date.start, "date", serde_json::to_value(date));
    }
    for contract in &document.contracts {
        add(contract.start, "contract", serde_json::to_value(contract));
    }
    for diagnostic in &document.diagnostics {
        add(diagnostic.start, "not read", serde_json::to_value(diagnostic));
    }
    // Of the same place, the order above.
    records.sort_by_key(|(start, ..)| *start);
    let mut out = String::new();
    for (_, what, record) in &records {
        let field = |name: &str| record.get(name).and_then(Value::as_str);
        let rule = field("rule").or_else(|| field("code")).unwrap_or_default();
        let _ = write!(out, "\n{what} {rule}");
        if let Some(id) = field("id") {
            let _ = write!(out, " makes {id}");
        }
        if let Some(text) = field("text") {
            let _ = write!(out, " of {}", quoted(text));
        }
        out.push('\n');
        for (name, value) in record.as_object().into_iter().flatten() {
            if matches!(name.as_str(), "id" | "rule" | "code" | "text" | "start" | "end") || is_empty(value) {
                continue;
            }
            let shown = match value {
                Value::Array(members) => members.iter().map(short).collect::<Vec<_>>().join("; "),
                value => short(value),
            };
            // A deal of which nothing more is told is signed.
            let untold = *what == "contract" && name == "status" && !decided(record, "status");
            let _ = writeln!(out, "  {name}: {shown}{}", if untold { ", by no word of its own" } else { "" });
        }
    }
    out
}

/// Whether words of the text decided something of a contract.
fn decided(contract: &Value, what: &str) -> bool {
    let evidence = contract.get("evidence").and_then(Value::as_array);
    evidence.is_some_and(|words| words.iter().any(|words| words.get("for").and_then(Value::as_str) == Some(what)))
}

/// `"reportedly" kind reported`: a value on one line, without what is empty and without offsets.
fn short(value: &Value) -> String {
    match value {
        Value::String(text) => annotated::safe(text),
        Value::Array(members) => members.iter().map(short).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let parts = fields.iter().filter(|(name, value)| {
                !matches!(name.as_str(), "start" | "end" | "source_start" | "source_end") && !is_empty(value)
            });
            let parts = parts.map(|(name, value)| match (name.as_str(), value) {
                ("text" | "name", Value::String(text)) => quoted(text),
                (_, Value::Object(_)) => format!("{name} ({})", short(value)),
                _ => format!("{name} {}", short(value)),
            });
            parts.collect::<Vec<_>>().join(" ")
        }
        value => value.to_string(),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", annotated::safe(text))
}

/// Null, an empty list, and `false`: what the text does not say.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(members) => members.is_empty(),
        _ => false,
    }
}

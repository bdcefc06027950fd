//! Facts gained and lost between two builds of the program, over a folder or a JSONL file.
//!
//! ```console
//! $ cargo run --release --example gains -- old/outlay new/outlay corpus.jsonl
//! ```
//! A fact is a line of the annotated text's kind: what it is, its words, what was made of them. Each is counted in its
//! document, so that a fact that only moved is neither gained nor lost.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, ExitCode};

use serde_json::Value;

/// How often each fact of each document was read.
type Facts = BTreeMap<(String, String), i64>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [old, new, corpus] = &arguments[..] else {
        return end("two programs and a corpus were expected: gains OLD NEW CORPUS");
    };
    match (facts(old, corpus), facts(new, corpus)) {
        (Ok(old), Ok(new)) => {
            // A closed pipe is the reader's wish.
            let _ = std::io::stdout().write_all(difference(&old, new).as_bytes());
            ExitCode::SUCCESS
        }
        (Err(message), _) | (_, Err(message)) => end(&message),
    }
}

fn end(message: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "gains: {message}");
    ExitCode::FAILURE
}

fn facts(program: &str, corpus: &str) -> Result<Facts, String> {
    let output = Command::new(program)
        .args(["extract", "--format", "jsonl", "--progress", "never", corpus])
        .output()
        .map_err(|error| format!("{program}: a program was expected: {error}"))?;
    let mut facts = Facts::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let document: Value = serde_json::from_str(line)
            .map_err(|error| format!("{program}: a document a line was expected: {error}"))?;
        let id = document["id"].as_str().unwrap_or_default();
        for kind in ["figures", "dates", "contracts"] {
            for record in document[kind].as_array().into_iter().flatten() {
                add(&mut facts, id, kind, record, &document);
            }
        }
    }
    Ok(facts)
}

/// Adds a record, and of a contract each of its facts.
fn add(facts: &mut Facts, id: &str, kind: &str, record: &Value, document: &Value) {
    let mut count = |fact: String| *facts.entry((id.to_owned(), fact)).or_default() += 1;
    let text = record["text"].as_str().unwrap_or_default();
    if kind != "contracts" {
        count(format!(
            "{kind}: {text:?} {}",
            fields(record, &["id", "start", "end", "text", "hedges", "contracts", "converts"])
        ));
        for hedge in record["hedges"].as_array().into_iter().flatten() {
            count(format!("hedge: {} of {text:?}", fields(hedge, &["start", "end"])));
        }
        return;
    }
    // The sentences change with what is read in them: the rule and the beginning are enough to know a contract by.
    let name: String = text.chars().take(40).collect();
    for (field, value) in record.as_object().into_iter().flatten() {
        if matches!(field.as_str(), "id" | "start" | "end" | "text") {
            continue;
        }
        let members = match value {
            Value::Array(members) => members.iter().collect(),
            value => vec![value],
        };
        for member in members.into_iter().filter(|member| !member.is_null() && **member != Value::Bool(false)) {
            let mut fact =
                format!("contract {name:?}: {field} {}", fields(member, &["start", "end", "figure", "date"]));
            for (key, list) in [("figure", "figures"), ("date", "dates")] {
                let named = document[list]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .find(|other| !member[key].is_null() && other["id"] == member[key]);
                if let Some(named) = named {
                    let _ = write!(fact, " {}", named["text"]);
                }
            }
            count(fact);
        }
    }
}

/// The fields that say something, without those that say where.
fn fields(record: &Value, without: &[&str]) -> String {
    let Value::Object(fields) = record else { return record.to_string() };
    let said = fields.iter().filter(|(name, value)| {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty) || **value == Value::Bool(false);
        !without.contains(&name.as_str()) && !empty
    });
    said.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
}

/// Lines with `+` and `-` under their document, and the sums.
fn difference(old: &Facts, new: Facts) -> String {
    let mut all = new;
    for (fact, count) in old {
        *all.entry(fact.clone()).or_default() -= count;
    }
    let (mut gained, mut lost) = (0, 0);
    let mut text = String::new();
    let mut last = None;
    for ((id, fact), count) in all.iter().filter(|(_, count)| **count != 0) {
        if last != Some(id) {
            let _ = writeln!(text, "{id}");
            last = Some(id);
        }
        if *count > 0 {
            gained += count;
        } else {
            lost -= count;
        }
        let sign = if *count > 0 { '+' } else { '-' };
        for _ in 0..count.unsigned_abs() {
            let _ = writeln!(text, "  {sign} {fact}");
        }
    }
    let _ = writeln!(text, "{gained} gained, {lost} lost");
    text
}

//! Changes by kind and rule, and how they read.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};
use unicode_width::UnicodeWidthChar;

use super::{Change, Fact, Record};
use crate::span::{Counter, Offsets};
use crate::view::annotated::safe;

/// `3 facts gained, 1 lost`: how many there are of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// Documents in both readings.
    pub both: u64,
    /// Those of them in which a fact is gained, lost or changed.
    pub different: u64,
    /// Documents in the old reading alone.
    pub only_old: u64,
    /// Documents in the new reading alone.
    pub only_new: u64,
    /// Facts gained.
    pub gained: u64,
    /// Facts lost.
    pub lost: u64,
    /// Fields of facts that say something else.
    pub changed: u64,
}

/// `Lost`, `Gained`, `Changed`: the kinds of change, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Changed,
    Lost,
    Gained,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Lost => "lost",
            Self::Gained => "gained",
        }
    }

    /// The sign before a group, and its colour.
    const fn sign(self) -> (char, &'static str) {
        match self {
            Self::Changed => ('~', "33"),
            Self::Lost => ('-', "31"),
            Self::Gained => ('+', "32"),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: Kind,
    record: Record,
    rule: String,
    /// Empty where the whole fact is gained or lost.
    field: String,
}

/// `~ contract: status (news.deal)  3`: the changes of one kind and one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group {
    /// How many there are.
    pub count: u64,
    /// The first few of them.
    pub examples: Vec<Example>,
}

/// `planned → signed` under its line: one change.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The document's id.
    pub document: String,
    /// Where the fact stands, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The text there.
    pub text: String,
    /// What the field said; null where the fact is gained or lost.
    pub old: Option<String>,
    /// What it says now.
    pub new: Option<String>,
    line: Option<Line>,
}

/// A line of the document with the columns of the fact.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    text: String,
    before: usize,
    wide: usize,
}

/// All changes, grouped. However many there are, only the first few of each group are kept.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    tally: Tally,
    groups: BTreeMap<Key, Group>,
    most: usize,
}

impl Groups {
    /// `3`: no group yet; of each, so many changes will be shown.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    /// Counts a document that is the same in both readings.
    pub fn same(&mut self) {
        self.tally.both += 1;
    }

    /// Compares two readings of a document.
    pub fn compare(&mut self, old: &Value, new: &Value) {
        self.tally.both += 1;
        let changes = super::compare(old, new);
        self.tally.different += u64::from(!changes.is_empty());
        let text = if new["content"].is_string() { new } else { old };
        self.add(new, text, changes);
    }

    /// A document that only the old reading has: its facts are lost.
    pub fn only_old(&mut self, document: &Value) {
        self.tally.only_old += 1;
        self.add(document, document, super::compare(document, &Value::Null));
    }

    /// A document that only the new reading has: its facts are gained.
    pub fn only_new(&mut self, document: &Value) {
        self.tally.only_new += 1;
        self.add(document, document, super::compare(&Value::Null, document));
    }

    /// How many there are of each.
    #[must_use]
    pub const fn tally(&self) -> Tally {
        self.tally
    }

    /// Whether both readings have the same documents with the same facts.
    #[must_use]
    pub const fn are_none(&self) -> bool {
        let Tally { different, only_old, only_new, .. } = self.tally;
        different == 0 && only_old == 0 && only_new == 0
    }

    fn add(&mut self, document: &Value, text: &Value, changes: Vec<Change>) {
        let place = Place::of(text);
        for change in changes {
            let (kind, fact, field, old, new) = match change {
                Change::Gained(fact) => (Kind::Gained, fact, String::new(), None, None),
                Change::Lost(fact) => (Kind::Lost, fact, String::new(), None, None),
                Change::Changed { fact, field, old, new } => (Kind::Changed, fact, field, Some(old), Some(new)),
            };
            match kind {
                Kind::Gained => self.tally.gained += 1,
                Kind::Lost => self.tally.lost += 1,
                Kind::Changed => self.tally.changed += 1,
            }
            let key = Key { kind, record: fact.record, rule: fact.rule.clone(), field };
            let group = self.groups.entry(key).or_default();
            group.count += 1;
            if group.examples.len() < self.most {
                let line = place.as_ref().and_then(|place| place.line(&fact));
                let document = document["id"].as_str().unwrap_or_default().to_owned();
                let Fact { start, end, text, .. } = fact;
                group.examples.push(Example { document, start, end, text, old, new, line });
            }
        }
    }

    /// The groups, the largest first.
    fn largest_first(&self) -> Vec<(&Key, &Group)> {
        let mut groups: Vec<_> = self.groups.iter().collect();
        groups.sort_by_key(|(key, group)| (std::cmp::Reverse(group.count), *key));
        groups
    }

    /// Writes for people: each group with its first few changes under the lines where they stand, then the sums.
    pub fn write(&self, color: bool, out: &mut impl Write) -> io::Result<()> {
        for (key, group) in self.largest_first() {
            let (sign, code) = key.kind.sign();
            let (on, off) = if color { (format!("\u{1b}[{code}m"), "\u{1b}[0m") } else { (String::new(), "") };
            let field = if key.field.is_empty() { String::new() } else { format!(": {}", safe(&key.field)) };
            let count = thousands(group.count);
            writeln!(out, "{on}{sign} {}{field} ({}){off}  {count}", key.record.name(), safe(&key.rule))?;
            for example in &group.examples {
                writeln!(out, "    {}", safe(&example.document))?;
                match &example.line {
                    Some(line) => {
                        writeln!(out, "      {}", line.text)?;
                        writeln!(out, "      {}{on}{}{off}", " ".repeat(line.before), "^".repeat(line.wide))?;
                    }
                    None => writeln!(out, "      {:?} at {}..{}", shown(&example.text), example.start, example.end)?,
                }
                if let (Some(old), Some(new)) = (&example.old, &example.new) {
                    writeln!(out, "      {} {on}→{off} {}", shown(old), shown(new))?;
                }
            }
            let more = group.count - group.examples.len() as u64;
            if more > 0 && !group.examples.is_empty() {
                writeln!(out, "    … and {} more", thousands(more))?;
            }
        }
        let Tally { both, different, only_old, only_new, gained, lost, changed } = self.tally;
        let [both, different, gained, lost, changed] = [both, different, gained, lost, changed].map(thousands);
        writeln!(
            out,
            "{both} documents, {different} with other facts: {gained} gained, {lost} lost, {changed} changed"
        )?;
        for (count, which) in [(only_old, "old"), (only_new, "new")].iter().filter(|(count, _)| *count > 0) {
            let noun = if *count == 1 { "document" } else { "documents" };
            writeln!(out, "{} {noun} in the {which} reading alone", thousands(*count))?;
        }
        Ok(())
    }

    /// The same as one JSON object.
    #[must_use]
    pub fn json(&self) -> Value {
        let Tally { both, different, only_old, only_new, gained, lost, changed } = self.tally;
        let group = |(key, group): (&Key, &Group)| {
            let examples = group.examples.iter().map(|example| {
                json!({
                    "document": example.document, "start": example.start, "end": example.end, "text": example.text,
                    "old": example.old, "new": example.new,
                })
            });
            json!({
                "change": key.kind.name(), "record": key.record.name(), "rule": key.rule,
                "field": Some(&key.field).filter(|field| !field.is_empty()),
                "count": group.count, "examples": examples.collect::<Vec<_>>(),
            })
        };
        json!({
            "schema": "outlay-diff/1",
            "documents": { "both": both, "different": different, "only_old": only_old, "only_new": only_new },
            "facts": { "gained": gained, "lost": lost, "changed": changed },
            "groups": self.largest_first().into_iter().map(group).collect::<Vec<_>>(),
        })
    }
}

/// The text of a document with the unit in which its facts count.
struct Place<'d> {
    text: &'d str,
    unit: Offsets,
}

/// The most columns of a line that are shown.
const WIDTH: usize = 96;

impl<'d> Place<'d> {
    fn of(document: &'d Value) -> Option<Self> {
        let text = document["content"].as_str()?;
        let unit = serde_json::from_value(document["offsets"].clone()).unwrap_or_default();
        Some(Self { text, unit })
    }

    /// The line in which a fact begins, or the part of it around the fact.
    fn line(&self, fact: &Fact) -> Option<Line> {
        let start = self.byte(fact.start)?;
        let end = self.byte(fact.end)?.max(start);
        let first = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let last = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let (head, marked) = (safe(&self.text[first..start]), safe(&self.text[start..end.min(last)]));
        let tail = safe(&self.text[end.min(last)..last]);
        let width = |text: &str| text.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
        let whole = marked.len();
        let marked = fitting(marked.chars(), WIDTH - 20);
        let tail = if marked.len() < whole { String::new() } else { tail };
        let room = WIDTH.saturating_sub(width(&marked)) / 2;
        let kept: String = {
            let reversed = fitting(head.chars().rev(), room);
            reversed.chars().rev().collect()
        };
        let cut = if kept.len() < head.len() { "…" } else { "" };
        let behind = fitting(tail.chars(), WIDTH.saturating_sub(width(&kept) + width(&marked)));
        let more = if behind.len() < tail.len() || marked.len() < whole || end > last { "…" } else { "" };
        let before = width(cut) + width(&kept);
        Some(Line { text: format!("{cut}{kept}{marked}{behind}{more}"), before, wide: width(&marked).max(1) })
    }

    /// The byte at an offset in the document's unit.
    fn byte(&self, at: usize) -> Option<usize> {
        match self.unit {
            Offsets::Bytes => self.text.is_char_boundary(at).then_some(at),
            Offsets::Chars if self.text.is_ascii() => (at <= self.text.len()).then_some(at),
            unit => {
                let counter = Counter::new(self.text, unit);
                // The count grows with the bytes; the last byte before which there are so many begins the next character.
                let (mut low, mut high) = (0, self.text.len());
                while low < high {
                    let middle = high - (high - low) / 2;
                    if counter.count(middle) <= at { low = middle } else { high = middle - 1 }
                }
                (counter.count(low) == at && self.text.is_char_boundary(low)).then_some(low)
            }
        }
    }
}

/// The first characters that have room in so many columns.
fn fitting(text: impl Iterator<Item = char>, columns: usize) -> String {
    let mut room = columns;
    let fits = |c: &char| {
        let width = c.width().unwrap_or(0);
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    };
    text.take_while(fits).collect()
}

/// A field as far as it has room.
fn shown(text: &str) -> String {
    let text = safe(text);
    let kept = fitting(text.chars(), 2 * WIDTH);
    if kept.len() < text.len() { format!("{kept}…") } else { kept }
}

/// `12,345`
fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str, status: &str) -> Value {
        json!({"id": id, "offsets": "chars", "content": "é Ardenia paid $5.\nThe end.", "contracts": [],
               "figures": [{"id": "f1", "start": 15, "end": 17, "text": "$5", "kind": status, "rule": "amount.symbol"}]})
    }

    #[test]
    fn a_group_reads_as_one() {
        let mut groups = Groups::new(1);
        for id in ["a", "b"] {
            groups.compare(&document(id, "exact"), &document(id, "at_least"));
        }
        groups.compare(&document("c", "exact"), &document("c", "exact"));
        groups.only_old(&document("d", "exact"));
        let mut out = Vec::new();
        groups.write(false, &mut out).unwrap();
        let want = "~ figure: kind (amount.symbol)  2
    a
      é Ardenia paid $5.
                     ^^
      exact → at_least
    … and 1 more
- figure (amount.symbol)  1
    d
      é Ardenia paid $5.
                     ^^
3 documents, 2 with other facts: 0 gained, 1 lost, 2 changed
1 document in the old reading alone
";
        assert_eq!(String::from_utf8(out).unwrap(), want);
        assert!(!groups.are_none());
        assert_eq!(groups.json()["groups"][0]["count"], 2);
        assert_eq!(groups.json()["groups"][0]["examples"][0]["new"], "at_least");
    }

    #[test]
    fn lines_are_cut_around_the_fact() {
        let content = format!("{}€5 😀{}", "語".repeat(90), "x".repeat(200));
        for (unit, start) in [("chars", 90), ("utf16", 90), ("bytes", 270)] {
            let document = json!({"content": content, "offsets": unit});
            let end = if unit == "bytes" { start + 4 } else { start + 2 };
            let (record, rule) = (Record::Figure, String::new());
            let fact = Fact { record, rule, start, end, text: String::new(), fields: Vec::new() };
            let line = Place::of(&document).and_then(|place| place.line(&fact)).unwrap();
            assert!(
                line.text.starts_with("…語") && line.text.ends_with("x…") && line.text.contains("€5 😀"),
                "{line:?}"
            );
            assert_eq!((line.before, line.wide), (1 + 46, 2), "{unit}");
            let beyond = Fact { end: 9999, ..fact };
            assert!(Place::of(&document).and_then(|place| place.line(&beyond)).is_none());
        }
    }

    #[test]
    fn counts_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }
}

//! Items: `10 Marlin fire units with spares` in "awarded a contract for 10 Marlin fire units with spares for the State of Qatar".
//!
//! ```text
//! items = item { ( "and" | ";" ) item }          each with a number of its own: 6,107 vehicles and 22,166 kits
//! item  = [ article ] [ number [ "(" digits ")" ] ] noun phrase
//! ```

use std::borrow::Cow;

use super::{find, trim};
use crate::grammar::quantity::quantity;
use crate::model::{Item, TextSpan};
use crate::span::Span;

/// The most words of an item; what a longer phrase adds is not the thing bought.
const MOST_WORDS: usize = 20;

/// The items of a stretch that begins with what is bought.
#[must_use]
pub fn items<'t>(text: &'t str, stretch: Span) -> Vec<Item<'t>> {
    let stretch = cut(text, stretch);
    let mut found = Vec::new();
    for part in parts(text, stretch) {
        if let Some(item) = item(text, part) {
            found.push(item);
        }
    }
    found
}

/// The stretch up to where another fact begins.
fn cut(text: &str, stretch: Span) -> Span {
    const STOPS: [&str; 34] = [
        ", with an estimated",
        ", with an expected",
        " with an estimated",
        " with an expected completion",
        ", including",
        ", to include",
        "; ",
        " issued against",
        ", under ",
        " pursuant to",
        " in accordance",
        " on an as-needed",
        ", with an ",
        ", which ",
        ". ",
        " (FMS",
        " with options",
        ", plus ",
        " under solicitation",
        " is awarded",
        ", awarded",
        " under contract",
        " under a Foreign",
        " under the Foreign",
        " as part of",
        ", as well as",
        ", for a total",
        " located at",
        ", in support of",
        " through ",
        " to be performed",
        ", over ",
        " that will ",
        ", as required",
    ];
    let inner = stretch.of(text);
    let end = STOPS.iter().filter_map(|stop| inner.find(stop)).filter(|at| *at >= 8).min().unwrap_or(inner.len());
    let mut end = end;
    if let Some((at, _)) = inner[..end].match_indices(' ').nth(MOST_WORDS) {
        end = at;
    }
    trim(text, Span::new(stretch.start, stretch.start + end))
}

/// Parts that each begin with a number; else the whole.
fn parts(text: &str, stretch: Span) -> Vec<Span> {
    let inner = stretch.of(text);
    if count(inner).is_none() {
        return vec![stretch];
    }
    let mut found = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some((at, length)) = [" and ", ", ", ", and "]
        .iter()
        .filter_map(|link| Some((inner[from..].find(link)? + from, link.len())))
        .min_by_key(|(at, length)| (*at, usize::MAX - length))
    {
        if count(&inner[at + length..]).is_some() {
            found.push(Span::new(stretch.start + start, stretch.start + at));
            start = at + length;
        }
        from = at + length;
    }
    found.push(Span::new(stretch.start + start, stretch.end));
    found
}

/// One item with its number.
pub(crate) fn item<'t>(text: &'t str, part: Span) -> Option<Item<'t>> {
    let mut span = trim(text, part);
    let mut read: Option<(Cow<'t, str>, Span)> = None;
    for article in ["the ", "a ", "an ", "one (1) ", "The ", "A ", "its ", "up to "] {
        if let Some(rest) = span.of(text).strip_prefix(article) {
            span = Span::new(span.end - rest.len(), span.end);
        }
    }
    if let Some((digits, length)) = count(span.of(text)) {
        let number = Span::new(span.start, span.start + length);
        span = trim(text, Span::new(number.end, span.end));
        // `twelve (12) aircraft`
        if let Some(at) = span.of(text).strip_prefix('(').and_then(|rest| rest.find(')')) {
            if span.of(text)[1..=at].bytes().all(|b| b.is_ascii_digit() || b == b',') {
                span = trim(text, Span::new(span.start + at + 2, span.end));
            }
        }
        read = Some((Cow::Owned(digits), number));
    }
    let letters = span.of(text).bytes().filter(u8::is_ascii_alphabetic).count();
    if letters < 2 {
        return None;
    }
    let mut item = Item::new(span, text);
    item.designation =
        designation(span.of(text)).map(|(start, end)| Cow::Borrowed(&text[span.start + start..span.start + end]));
    if let Some((digits, number)) = read {
        item.quantity = Some(digits);
        item.quantity_span = Some(TextSpan::new(number, text));
    }
    Some(item)
}

/// `6,107 vehicles`: a whole number that counts what follows, in digits, and its length; not "57 millimeter".
pub(crate) fn count(text: &str) -> Option<(String, usize)> {
    let (rest, read) = quantity(text).ok()?;
    let value = read.value.filter(|value| value.scale() == 0)?;
    let after = rest.strip_prefix(' ').or_else(|| rest.strip_prefix('\u{a0}'))?;
    if text.starts_with("a ") || text.starts_with("an ") {
        return None;
    }
    let next = after.split([' ', ',']).next().unwrap_or("");
    const MEASURES: [&str; 40] = [
        "mm",
        "millimeter",
        "millimetre",
        "cm",
        "inch",
        "inches",
        "foot",
        "feet",
        "square",
        "cubic",
        "percent",
        "per",
        "kilowatt",
        "kW",
        "ton",
        "pound",
        "pounds",
        "year",
        "years",
        "month",
        "months",
        "day",
        "days",
        "hour",
        "hours",
        "caliber",
        "calibre",
        "gallon",
        "gallons",
        "meter",
        "metre",
        "kilometer",
        "mile",
        "miles",
        "KVA",
        "MHz",
        "GHz",
        "volt",
        "and",
        "to",
    ];
    if MEASURES.contains(&next) || next.is_empty() {
        return None;
    }
    Some((value.to_string(), text.len() - rest.len()))
}

/// `Su-30SM`, `AN/TPY-2`, `M1A1`, `K9`: the first word that has the shape of a designation: capitals with digits.
#[must_use]
pub fn designation(text: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for word in text.split(' ') {
        let start = at;
        at += word.len() + 1;
        let trimmed = word.trim_end_matches([',', '.', ')', ';', '\'', '’']).trim_start_matches('(');
        let offset = start + (word.len() - word.trim_start_matches('(').len());
        let digits = trimmed.bytes().any(|b| b.is_ascii_digit());
        let capital = trimmed.bytes().next().is_some_and(|b| b.is_ascii_uppercase());
        if digits && capital && trimmed.len() >= 2 {
            let plural = trimmed
                .strip_suffix('s')
                .filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()))
                .unwrap_or(trimmed);
            return Some((offset, offset + plural.len()));
        }
    }
    None
}

/// Where what is bought begins in a sentence that says what the contract provides.
#[must_use]
pub fn provided(text: &str, sentence: Span) -> Option<Span> {
    const VERBS: [&str; 30] = [
        " provides for the ",
        " provides for ",
        " provide for the ",
        " provide for ",
        " will provide ",
        " provides ",
        " provide ",
        " is for the ",
        " is for ",
        " are for the ",
        " are for ",
        " procures ",
        " will procure ",
        " includes the procurement of ",
        " calls for ",
        " involves ",
        " will deliver ",
        " will perform ",
        " will manufacture ",
        " will develop ",
        " will support ",
        " will produce ",
        " will design ",
        " will conduct ",
        " exercises an option for ",
        " exercises options for ",
        " will be for ",
        " to procure ",
        " includes ",
        " supports ",
    ];
    const SUBJECTS: [&str; 17] = [
        "The contract",
        "This contract",
        "These contracts",
        "The contracts",
        "Contractor",
        "The contractor",
        "Contractors",
        "This modification",
        "The modification",
        "This order",
        "This delivery order",
        "This task order",
        "The work to be performed",
        "Under this",
        "The order",
        "This effort",
        "The task order",
    ];
    let inner = sentence.of(text);
    if !SUBJECTS.iter().any(|subject| inner.starts_with(subject)) {
        return None;
    }
    let (at, length) = VERBS
        .iter()
        .filter_map(|verb| Some((inner.find(verb)?, verb.len())))
        .min_by_key(|(at, length)| (*at, usize::MAX - length))?;
    // `The contract includes options which …` buys nothing.
    let rest = &inner[at + length..];
    if at > 130
        || rest.starts_with("option")
        || rest.starts_with("a one-year")
        || rest.starts_with("a five")
        || rest.starts_with("a base")
        || rest.starts_with("funding")
        || rest.starts_with("orders")
    {
        return None;
    }
    Some(Span::new(sentence.start + at + length, sentence.end))
}

/// Where what is bought begins in the sentence that awards: behind "for", "to", "in support of", after the head noun.
#[must_use]
pub fn awarded(text: &str, stretch: Span, modification: bool) -> Option<Span> {
    let inner = stretch.of(text);
    let mut from = 0;
    while let Some(at) = inner[from..].find(" for ").map(|at| from + at) {
        let rest = &inner[at + 5..];
        let skip = [
            "each ",
            "a non",
            "a maximum",
            "the award",
            "an estimated",
            "a total",
            "$",
            "a firm",
            "an indefinite",
            "a not-to-exceed",
        ]
        .iter()
        .any(|word| rest.starts_with(word));
        // `modification for a … contract` names no thing.
        if !skip {
            return Some(Span::new(stretch.start + at + 5, stretch.end));
        }
        from = at + 5;
    }
    if let Some(at) = find(text, stretch, " in support of ") {
        return Some(Span::new(at + 15, stretch.end));
    }
    const TO: [&str; 26] = [
        " to provide ",
        " to procure ",
        " to construct ",
        " to repair ",
        " to acquire ",
        " to design ",
        " to perform ",
        " to support ",
        " to develop ",
        " to deliver ",
        " to manufacture ",
        " to design-build ",
        " to renovate ",
        " to exercise ",
        " to purchase ",
        " to furnish ",
        " to supply ",
        " to conduct ",
        " to replace ",
        " to build ",
        " to demolish ",
        " to upgrade ",
        " to produce ",
        " to maintain ",
        " to install ",
        " to fund ",
    ];
    let verb = TO.iter().filter_map(|verb| Some((inner.find(verb)?, verb.len()))).min();
    if let Some((at, length)) = verb {
        let keeps = ["repair", "construct", "renovate", "demolish"]
            .iter()
            .any(|word| inner[at..].trim_start().starts_with(&format!("to {word}")));
        let start = if keeps { at + 4 } else { at + length };
        return Some(Span::new(stretch.start + start, stretch.end));
    }
    if !modification {
        if let Some(at) = find(text, stretch, " in the area of ") {
            return Some(Span::new(at + 16, stretch.end));
        }
    }
    None
}

//! Call-offs: `A first call-off of €1.27 billion was placed on 20 June 2024.` behind a framework agreement is an order under it, with a sum
//! and a day of its own.
//!
//! ```text
//! call_off = ( "call-off" | "first order" | "initial order" ) … amount … [ "on" date ]
//! ```
//! Its parties and things are those of the framework, as it says of neither that they are others.

use std::borrow::Cow;

use super::Reading;
use crate::clause::words_at;
use crate::lexicon::holds::Holds;
use crate::model::{
    Action, Code, Contract, ContractDate, DateKind, DateMention, DateRole, Diagnostic, Evidence, EvidenceFor, Figure,
    Kind, Status, Value, ValueRole, Vehicle,
};
use crate::span::Span;
use crate::text::segment::{paragraphs, sentences};

/// The name of the rule that a contract of this kind has.
pub(super) const RULE: &str = "news.call_off";

/// Words of an order under a framework, in small letters.
const ORDERS: [&str; 10] = [
    "call-off",
    "first order under",
    "initial order under",
    "first order of",
    "initial order of",
    "first order worth",
    "first order for",
    "initial order worth",
    "first executive agreement",
    "first executive contract",
];

/// Words of a framework, in small letters.
const FRAMEWORKS: [&str; 5] =
    ["framework agreement", "framework contract", "framework order", "framework deal", "framework arrangement"];

/// A sum is converted into no more currencies.
const MOST_CONVERSIONS: usize = 8;

/// A text has no more call-offs.
const MOST_CALL_OFFS: usize = 64;

/// Says that frameworks are frameworks, and adds the call-offs that stand in further sentences as orders.
pub(super) fn add<'t>(text: &'t str, figures: &[Figure<'t>], dates: &[DateMention<'t>], reading: &mut Reading<'t>) {
    let contracts = &mut reading.contracts;
    // Most texts speak of none.
    if contracts.is_empty() || memchr::memmem::find(text.as_bytes(), b"ramework").is_none() {
        return;
    }
    for contract in contracts.iter_mut().filter(|contract| is_framework(&contract.text)) {
        if !contract.vehicle.contains(&Vehicle::Framework) {
            contract.vehicle.push(Vehicle::Framework);
        }
        // What a framework is worth at most is its ceiling: no money is owed before a call-off.
        for value in contract.values.iter_mut().filter(|value| value.role == ValueRole::Award) {
            // Figures stand in the order of their ids.
            let bound = figures.binary_search_by_key(&value.figure, |figure| figure.id);
            if bound.is_ok_and(|at| matches!(figures[at].kind, Kind::AtMost | Kind::LessThan)) {
                value.role = ValueRole::Ceiling;
            }
        }
    }
    let mut found: Vec<Contract<'t>> = Vec::new();
    // Frameworks and sentences both stand in order: the latest framework goes along, and is not looked for in each sentence.
    let mut frameworks = contracts.iter().filter(|contract| contract.vehicle.contains(&Vehicle::Framework)).peekable();
    let mut latest = None;
    'text: for paragraph in paragraphs(text) {
        for sentence in sentences(text, paragraph) {
            while let Some(framework) = frameworks.next_if(|framework| framework.start <= sentence.start) {
                latest = Some(framework);
            }
            let Some(framework) = latest else { continue };
            let order = call_off(text, sentence, framework, figures, dates);
            if found.len() < MOST_CALL_OFFS {
                found.extend(order);
            } else if order.is_some() {
                let message =
                    format!("at most {MOST_CALL_OFFS} orders under a framework were expected, and here is another");
                reading.diagnostics.push(Diagnostic::new(sentence.start, sentence.end, Code::TooLong, message));
                break 'text;
            }
        }
    }
    for order in &found {
        // The framework is not worth what is called off: sum and day are the order's.
        let day = order.dates.first().map(|date| date.date);
        for contract in contracts.iter_mut() {
            contract.values.retain(|value| order.values.iter().all(|own| own.figure != value.figure));
            contract.dates.retain(|date| Some(date.date) != day);
        }
    }
    // `won a call-off order worth £14 million under the framework agreement`: nothing but the order is told.
    for order in &mut found {
        let alone = |contract: &Contract<'t>| {
            order.start <= contract.start
                && contract.end <= order.end
                && contract.values.is_empty()
                && contract.dates.is_empty()
        };
        if let Some(at) = contracts.iter().position(alone) {
            order.items = contracts.remove(at).items;
        }
    }
    contracts.extend(found);
}

fn is_framework(words: &str) -> bool {
    let words = words.to_lowercase();
    FRAMEWORKS.iter().any(|framework| words.contains(framework))
}

/// The order in a sentence, if one is told there with its sum.
fn call_off<'t>(
    text: &'t str,
    sentence: Span,
    framework: &Contract<'t>,
    figures: &[Figure<'t>],
    dates: &[DateMention<'t>],
) -> Option<Contract<'t>> {
    // Places in it are places in the sentence.
    let words = sentence.of(text).to_ascii_lowercase();
    let (at, called) = ORDERS.iter().filter_map(|order| Some((words.find(order)?, *order))).min()?;
    // "No call-off has been placed", "call-offs may follow": none is told.
    // The month of May is no "may".
    let told = ![" no ", " may ", " could ", "can be", "will be placed", "expected"]
        .iter()
        .any(|word| sentence.of(text).holds(word));
    let next = figures.partition_point(|figure| figure.start < sentence.start + at);
    let figure = figures.get(next).filter(|figure| figure.end <= sentence.end)?;
    let free = figure.kind == Kind::Exact && figure.currency.is_some() && figure.per.is_none();
    if !told || !free || words.starts_with("no ") {
        return None;
    }
    let mut order = Contract::new(sentence, text, Status::Awarded, RULE);
    order.action = Some(Action::Order);
    order.suppliers.clone_from(&framework.suppliers);
    order.customers.clone_from(&framework.customers);
    order.items.clone_from(&framework.items);
    // The framework's numbers are not what was called off.
    for item in &mut order.items {
        item.quantity = None;
        item.quantity_span = None;
    }
    order.values.push(Value::new(figure.id, ValueRole::Award));
    // Conversions stand right behind what they convert.
    let converted =
        figures[next + 1..].iter().take(MOST_CONVERSIONS).take_while(|other| other.converts == Some(figure.id));
    order.values.extend(converted.map(|other| Value::new(other.id, ValueRole::Award)));
    order.evidence.push(Evidence::new(words_at(sentence.start + at, called), text, EvidenceFor::Status));
    let first = dates.partition_point(|date| date.start < sentence.start);
    let day = dates[first..]
        .iter()
        .take_while(|date| date.end <= sentence.end)
        .find(|date| date.kind == DateKind::Day && date.edtf.is_some());
    order.dates.extend(day.map(|date| ContractDate::new(date.id, DateRole::Awarded)));
    order.rule = Cow::Borrowed(RULE);
    Some(order)
}

//! What stands past a stated bound is said: a diagnostic with its place, never silence.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::fmt::Write;

use outlay::Extractor;
use outlay::model::Code;

/// The diagnostics of a text for a list that was cut: the message, and the text that was not read.
fn cuts(text: &str) -> Vec<(String, String)> {
    let document = Extractor::new().extract(text);
    let cut = document.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::TooLong);
    cut.map(|diagnostic| (diagnostic.message.to_string(), text[diagnostic.start..diagnostic.end].to_owned())).collect()
}

const HEAD: &str = "Velmark Inc., Austin, Texas, is awarded a $5,000,000 firm-fixed-price contract for pumps.";
const TAIL: &str = "The Naval Sea Systems Command is the contracting activity (N00024-17-C-9001).";

#[test]
fn a_list_of_places_that_is_cut() {
    let mut places = String::new();
    for at in 0..300 {
        let _ = write!(places, "Lima{}, Ohio; ", ["a", "b", "c"][at % 3]);
    }
    let text = format!("{HEAD} Work will be performed in {places}and Rome, New York. {TAIL}");
    let found = cuts(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "more than 256 places: the list is cut there");
    assert!(found[0].1.ends_with("Rome, New York"), "{}", found[0].1);
    let short = format!("{HEAD} Work will be performed in Lima, Ohio; and Rome, New York. {TAIL}");
    assert!(cuts(&short).is_empty());
}

#[test]
fn orders_that_are_cut() {
    let mut orders = String::new();
    for at in 1..80 {
        let _ = write!(orders, "Task order {at} is being awarded at $1,000,000 for tests. ");
    }
    let found = cuts(&format!("{HEAD} {orders}{TAIL}"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "more than 64 orders: the list is cut there");
    assert!(found[0].1.starts_with("Task order 65 "), "{}", found[0].1);
}

#[test]
fn suppliers_that_are_cut() {
    let mut firms = String::new();
    for at in 0..600 {
        let _ = write!(firms, "Velmark {} Inc., Lima, Ohio (N00024-17-D-{:04}); ", ["A", "B"][at % 2], at + 1000);
    }
    let text = format!(
        "{firms}and Norhaven LLC, Rome, New York (N00024-17-D-0999), are each awarded a $5,000,000 contract for pumps. {TAIL}"
    );
    let found = cuts(&text);
    assert_eq!(
        found.iter().map(|cut| cut.0.as_str()).collect::<Vec<_>>(),
        ["more than 512 suppliers: the list is cut there"]
    );
}

#[test]
fn items_of_a_notice_that_are_cut() {
    let mut items = String::new();
    for at in 0..200 {
        let _ = write!(items, "twelve (12) Marlin{} launchers; ", ["", " Mk2"][at % 2]);
    }
    let text = format!(
        "The State Department has made a determination approving a possible Foreign Military Sale to the Government of Qatar of launchers for an \
         estimated cost of $94 million. The Government of Qatar has requested to buy {items}and spares. The estimated total cost is $94 million. \
         The principal contractor will be Velmark Inc., Austin, Texas."
    );
    let found = cuts(&text);
    assert_eq!(
        found.iter().map(|cut| cut.0.as_str()).collect::<Vec<_>>(),
        ["more than 128 items: the list is cut there"]
    );
}

#[test]
fn sums_of_one_sentence_that_are_cut() {
    let told =
        |times| format!("Poland ordered tanks from Velmark Inc. for {}$5 million.", "$4 million, ".repeat(times));
    assert!(cuts(&told(40)).is_empty());
    let found = cuts(&told(80));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "at most 64 sums and 64 words of trade in a sentence were expected, and this is a list");
}

#[test]
fn sentences_of_one_deal_that_are_cut() {
    let told = |times| {
        let more = "The contract covers 5 vehicles.\n\nIt was signed in 1990.\n\n".repeat(times);
        format!("Poland ordered tanks from Velmark Inc. for $5 million.\n\n{more}")
    };
    let found = cuts(&told(400));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "at most 256 sentences of one deal were expected, and here it goes on");
    assert!(cuts(&told(20)).is_empty());
    // What each sentence takes over of the parties is there once.
    let document = told(100);
    let document = Extractor::new().extract(&document);
    assert!(document.contracts.iter().all(|contract| contract.suppliers.len() <= 1 && contract.customers.len() <= 1));
}

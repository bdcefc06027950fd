//! Deals in prose, told in many ways: each wording of `wordings.txt` with parties, things, sums and days of `forms.txt`, and what is read of
//! each sentence beside what it tells.
//!
//! ```text
//! {buyer} (has ordered|bought) {things} from {maker}( for {award}|).
//! Poland bought six frigates from Velmark Defence for €340 million.        customer Poland, supplier Velmark Defence, …
//! ```
//! What is not read yet is counted in `snapshots/deals.snap`, wording by wording: the test fails where one more goes wrong, and where one
//! more is read right, so that the list stays true.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

mod fact;
mod form;
mod wording;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::thread;

use fact::{faults, same};
use form::Forms;
use outlay::Extractor;
use wording::{Told, tellings};

/// How often each way to say a wording is filled with other forms.
const FILLINGS: u64 = 2;
/// The threads that read.
const THREADS: usize = 4;

fn all() -> Vec<Told> {
    let forms = Forms::read(include_str!("forms.txt"));
    tellings(include_str!("wordings.txt"), &forms, FILLINGS)
}

/// What is not read right of each sentence, in order.
fn read(told: &[Told]) -> Vec<Vec<String>> {
    let extractor = || Extractor::new().published("2024-05-16".parse().unwrap());
    let size = told.len().div_ceil(THREADS);
    thread::scope(|scope| {
        let parts: Vec<_> = told
            .chunks(size)
            .map(|part| {
                scope.spawn(move || {
                    let extractor = extractor();
                    part.iter().map(|told| faults(told, &extractor.extract(&told.text))).collect::<Vec<_>>()
                })
            })
            .collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
}

#[test]
fn what_is_told_is_read() {
    let told = all();
    let found = read(&told);
    let mut unread: BTreeMap<usize, (usize, BTreeMap<&str, usize>, &str)> = BTreeMap::new();
    let mut of = BTreeMap::new();
    for (told, faults) in told.iter().zip(&found) {
        *of.entry(told.line).or_insert(0) += 1;
        if faults.is_empty() {
            continue;
        }
        let (count, kinds, _) = unread.entry(told.line).or_insert((0, BTreeMap::new(), &told.text));
        *count += 1;
        for fault in faults {
            *kinds.entry(fault.as_str()).or_insert(0) += 1;
        }
    }
    let wrong = found.iter().filter(|faults| !faults.is_empty()).count();
    let mut list = format!("{wrong} of {} sentences are not read right yet.\n", told.len());
    let lines: Vec<&str> = include_str!("wordings.txt").lines().collect();
    for (line, (count, kinds, text)) in &unread {
        let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        let _ = write!(list, "\n{}\n  {count} of {}: {}\n  {text}\n", lines[*line], of[line], kinds.join(", "));
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_description("Ways to tell of a deal that are not read yet");
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("deals", list));
}

/// The list could not fail if what is told were not compared: each fact that is changed is seen.
#[test]
fn a_wrong_fact_is_seen() {
    let extractor = Extractor::new().published("2024-05-16".parse().unwrap());
    let told = all();
    let right = told
        .iter()
        .find(|told| {
            !told.customers.is_empty()
                && !told.suppliers.is_empty()
                && !told.values.is_empty()
                && !told.dates.is_empty()
                && told.items.iter().any(|item| item.quantity.is_some())
                && faults(told, &extractor.extract(&told.text)).is_empty()
        })
        .unwrap();
    let document = extractor.extract(&right.text);
    let changes: [fn(&mut Told); 7] = [
        |told| std::mem::swap(&mut told.customers, &mut told.suppliers),
        |told| told.suppliers.clear(),
        |told| told.items[0].text.push('s'),
        |told| told.items[0].quantity = Some("77".to_owned()),
        |told| told.values[0].role = "paid".to_owned(),
        |told| told.dates[0].1 = "1999".to_owned(),
        |told| told.statuses = vec!["cancelled".to_owned()],
    ];
    for (at, change) in changes.iter().enumerate() {
        let mut wrong = right.clone();
        change(&mut wrong);
        assert!(!faults(&wrong, &document).is_empty(), "change {at} of {:?}", right.text);
    }
    assert!(same("in_delivery", "InDelivery") && !same("delivered", "InDelivery"));
}

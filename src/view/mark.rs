//! The places that records name, each with a label: what the formats of annotators share.

use super::name;
use crate::model::{Document, EvidenceFor, Party};
use crate::span::Span;

/// A place in the text, in bytes.
pub(super) struct Mark {
    pub(super) span: Span,
    /// What stands there: `money`, `supplier`.
    pub(super) label: &'static str,
    /// What it says: `USD 250,000,000..400,000,000`; empty where the label says all.
    pub(super) says: String,
}

/// All marks of a document that counts bytes, in text order; a place with the same label and meaning is marked once.
pub(super) fn marks(document: &Document<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |start, end, label, says: String| {
        if start < end {
            marks.push(Mark { span: Span::new(start, end), label, says });
        }
    };
    for figure in &document.figures {
        add(figure.start, figure.end, "money", figure.to_string());
        figure.hedges.iter().for_each(|hedge| add(hedge.start, hedge.end, "hedge", name(&hedge.kind)));
    }
    for date in &document.dates {
        add(date.start, date.end, "date", date.edtf.as_ref().map(ToString::to_string).unwrap_or_default());
    }
    for contract in &document.contracts {
        let sides = [
            ("supplier", &contract.suppliers),
            ("customer", &contract.customers),
            ("beneficiary", &contract.beneficiaries),
        ];
        for (side, parties) in sides {
            let country = |party: &Party<'_>| party.country.map(|country| country.to_string()).unwrap_or_default();
            parties.iter().for_each(|party| add(party.start, party.end, side, country(party)));
            let places = parties.iter().filter_map(|party| party.place.as_ref());
            places.for_each(|place| add(place.start, place.end, "seat", String::new()));
        }
        for item in &contract.items {
            add(item.start, item.end, "item", item.designation.as_deref().unwrap_or_default().to_owned());
            if let (Some(span), Some(quantity)) = (&item.quantity_span, &item.quantity) {
                add(span.start, span.end, "quantity", quantity.to_string());
            }
        }
        for number in contract.identifiers.iter().chain(&contract.parent) {
            add(number.start, number.end, "identifier", number.value.to_string());
        }
        for place in &contract.places {
            add(place.start, place.end, "work_place", place.percent.as_deref().unwrap_or_default().to_owned());
        }
        for account in contract.funding.iter().filter_map(|funding| funding.account.as_ref()) {
            add(account.start, account.end, "account", String::new());
        }
        let words = [
            ("activity", &contract.activity),
            ("set_aside", &contract.set_aside),
            ("authority", &contract.authority),
            ("reason", &contract.reason),
            ("attribution", &contract.attribution),
        ];
        for (label, span) in words.into_iter().filter_map(|(label, span)| Some((label, span.as_ref()?))) {
            add(span.start, span.end, label, String::new());
        }
        contract.financing.iter().for_each(|span| add(span.start, span.end, "financing", String::new()));
        if let Some(words) = &contract.disposition {
            add(words.start, words.end, "disposition", words.share.as_deref().unwrap_or_default().to_owned());
        }
        for words in contract.evidence.iter().filter(|words| words.decides == EvidenceFor::Status) {
            add(words.start, words.end, "status", name(&contract.status));
        }
    }
    marks.sort_by(|a, b| {
        (a.span.start, a.span.end, a.label, &a.says).cmp(&(b.span.start, b.span.end, b.label, &b.says))
    });
    marks.dedup_by(|b, a| a.span == b.span && a.label == b.label && a.says == b.says);
    marks
}

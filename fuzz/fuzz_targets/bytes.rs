//! Any bytes through every reader: plain text in several encodings, whole and in pieces, and pages.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use outlay::Extractor;
use outlay::text::html::Page;
use outlay::text::plain;

fuzz_target!(|bytes: &[u8]| {
    let decoded = plain::decode(bytes);
    for fault in &decoded.faults {
        assert!(decoded.text.get(fault.span.start..fault.span.end).is_some());
    }
    invariants::hold(&Extractor::new().extract(&decoded.text), &decoded.text);
    let page = Page::read(&decoded.text);
    let document = Extractor::new().extract(&page.content);
    invariants::hold(&document, &page.content);
    for figure in &document.figures {
        let source = page.source(figure.span());
        assert!(decoded.text.get(source.start..source.end).is_some());
    }
});

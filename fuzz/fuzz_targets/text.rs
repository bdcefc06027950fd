//! Any text through extraction, with all that must hold for its document.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use outlay::Extractor;

fuzz_target!(|text: &str| {
    invariants::hold(&Extractor::new().extract(text), text);
});

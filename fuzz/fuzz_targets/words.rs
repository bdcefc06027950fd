//! Texts put together from the words that the grammars and clauses look for: a byte is a word.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use outlay::Extractor;

const WORDS: &str = include_str!("../words.txt");

fuzz_target!(|picks: &[u8]| {
    let words: Vec<&str> = WORDS.lines().collect();
    let mut text = String::new();
    for pick in picks.iter().take(200) {
        text.push_str(words[usize::from(*pick) % words.len()]);
        text.push(if pick % 7 == 0 { '\n' } else { ' ' });
    }
    let published = "2025-05-21".parse().expect("a date");
    invariants::hold(&Extractor::new().published(published).extract(&text), &text);
});

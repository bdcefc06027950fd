//! The states that a text names, and what money they use.

use crate::lexicon::{self, state::STATE_PHRASES};
use crate::model::CurrencyCode;

/// `INR` for a text of New Delhi: the currencies of all states that the text names, each once.
#[must_use]
pub fn currencies(text: &str) -> Vec<CurrencyCode> {
    let mut found = Vec::new();
    let mut free = true;
    for (at, c) in text.char_indices() {
        if free && c.is_uppercase() {
            let state = text.get(at..).and_then(|rest| STATE_PHRASES.longest_at(rest));
            if let Some(code) = state.and_then(|(_, state)| lexicon::country_currency(state.code))
                && !found.contains(&code) {
                    found.push(code);
                }
        }
        free = !c.is_alphanumeric();
    }
    found
}

//! The words, as tables.
//!
//! People edit the tables in `lexicon/`; `tests/lexicon.rs` writes them into `generated.rs`, which is committed. This
//! module adds the types and the look-ups. Nothing is read at run time, and every index is built once, on first use.

pub mod currency;
#[rustfmt::skip]
mod generated;
pub mod phrases;
pub mod state;
pub mod words;

pub use currency::{
    CODES, Currency, NOUN_PHRASES, NOUNS, Noun, Reading, SYMBOL_PHRASES, SYMBOLS, Unit, code, country_currency,
    historical, noun, symbol,
};
pub use phrases::Phrases;
pub use state::{STATE_PHRASES, STATES, StateName, state};

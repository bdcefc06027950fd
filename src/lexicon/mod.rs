//! The words, as tables.
//!
//! People edit the tables in `lexicon/`; `tests/lexicon.rs` writes them into `generated.rs`, which is committed. This
//! module adds the types and the look-ups. Nothing is read at run time, and every index is built once, on first use.

pub mod currency;
#[rustfmt::skip]
#[allow(unreachable_pub, reason = "each table is re-exported by the module that gives it its meaning")]
mod generated;
pub mod heads;
pub mod money;
pub mod news;
pub mod phrases;
pub mod procurement;
pub(crate) mod scan;
pub mod state;
pub mod words;

pub use currency::{
    CODES, Currency, NOUN_PHRASES, NOUNS, Noun, Reading, SYMBOL_PHRASES, SYMBOLS, Unit, code, country_currency,
    decimal_comma, historical, noun, symbol,
};
pub use money::{noun_at, prefix_noun_at, prefix_noun_before, same_symbol, symbol_at, symbol_before};
pub use phrases::Phrases;
pub use state::{STATE_PHRASES, STATES, StateName, state};

//! The words, as tables.
//!
//! People edit the tables in `lexicon/`; `tests/lexicon.rs` writes them into `generated.rs`, which is committed. This
//! module adds the types and the look-ups. Nothing is read at run time, and every index is built once, on first use.

pub mod announced;
pub mod currency;
pub mod customers;
pub mod days;
#[rustfmt::skip]
mod generated;
pub mod heads;
pub mod holds;
pub mod letters;
pub mod list;
pub mod mentions;
pub mod money;
pub mod names;
pub mod news;
pub mod own;
pub mod parties;
pub mod phrases;
pub mod procurement;
pub(crate) mod scan;
pub mod stages;
pub mod state;
pub mod sums;
pub mod trade;
pub mod wares;
pub mod words;

pub use currency::{Noun, Reading, Unit, code, country_currency, decimal_comma, historical, noun};
pub use money::{noun_at, prefix_noun_at, prefix_noun_before, same_symbol, symbol_at, symbol_before};
pub use phrases::Phrases;

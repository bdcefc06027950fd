//! Grammars run at the candidates: typed, located, overlaps settled.

pub(crate) mod announced;
pub mod date;
pub(crate) mod elided;
pub mod figure;
pub mod identifier;
pub(crate) mod marks;
pub mod party;
pub mod place;
pub mod tried;

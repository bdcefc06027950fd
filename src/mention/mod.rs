//! Grammars run at the candidates: typed, located, with what stands around them.

pub mod date;

//! The word lists of English, and the types of their values.

pub use super::generated::MONTHS;
pub use super::money::{Approximation, BeforeNumber, Bound, HedgeWord, Movement, PerUnit};

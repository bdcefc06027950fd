//! The word lists of English, and the types of their values.

pub use super::generated::MONTHS;

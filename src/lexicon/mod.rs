//! The words, as tables.

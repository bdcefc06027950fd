//! Texts without money.

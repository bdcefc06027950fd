//! The shapes, one file each: what a stretch of text says, without a document.

pub mod date;

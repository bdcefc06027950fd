//! Sources become text, and text is cut into paragraphs and sentences.

pub mod segment;

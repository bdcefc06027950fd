//! Source to text: bytes become characters, a page becomes its article with a map back, and text is cut into paragraphs and sentences.

#[cfg(feature = "html")]
mod entity;
#[cfg(feature = "html")]
pub mod html;
pub mod plain;
pub mod segment;

//! Sources become text, and text is cut into paragraphs and sentences: bytes become characters, and a page becomes its
//! article with a map back.

#[cfg(feature = "html")]
mod entity;
#[cfg(feature = "html")]
pub mod html;
pub mod plain;
pub mod segment;

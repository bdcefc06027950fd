//! outlay reads text and writes down, exactly and with proof, what money it speaks of and which defence contracts.
//!
//! ```
//! let text = "Ardenia reportedly paid between $250 million and $400 million for rocket launchers.";
//! let document = outlay::Extractor::new().extract(text);
//! assert_eq!(document.figures[0].text, "between $250 million and $400 million");
//! assert_eq!(document.figures[0].to_string(), "USD 250,000,000..400,000,000");
//! ```
//!
//! An [`Extractor`] is built once and reads any number of texts into [`Document`](model::Document)s. Reading cannot fail:
//! what could not be read is a [`Diagnostic`](model::Diagnostic). Offsets are UTF-8 bytes until a document is told otherwise.

// The command line speaks of the library as everyone does.
#[cfg(feature = "cli")]
extern crate self as outlay;

mod clause;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diff;
pub mod explain;
pub mod extract;
mod grammar;
mod lexicon;
mod mention;
pub mod model;
mod scan;
pub mod span;
mod style;
pub mod text;
pub mod view;

pub use extract::{Extractor, Published};
pub use lexicon::own::Lexicon;

/// The code of the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

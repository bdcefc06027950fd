//! Standoff annotations of brat, the `.ann` beside a `.txt`.
//!
//! ```text
//! T1 · money 13 23 · $5 million
//! #1 · AnnotatorNotes T1 · USD 5,000,000
//! ```
//! A tab stands where the dots are. Offsets count code points of the text. A place that goes over a line end is given in pieces, one a line.

use std::fmt::Write as _;

use super::mark::marks;
use crate::model::Document;
use crate::span::{Counter, Offsets};

/// `T1 · money 13 23 · $5 million`, with tabs for the dots: the annotations of a document, each on its line. The document must count bytes of `text`.
pub fn write(document: &Document<'_>, text: &str, out: &mut String) {
    let counter = Counter::new(text, Offsets::Chars);
    for (number, mark) in (1..).zip(marks(document)) {
        let words = mark.span.of(text);
        let mut at = mark.span.start;
        let mut placed = Vec::new();
        for piece in words.split(['\r', '\n']) {
            if !piece.trim().is_empty() {
                placed.push((at, piece));
            }
            at += piece.len() + 1;
        }
        let places: Vec<_> = placed
            .iter()
            .map(|(at, piece)| format!("{} {}", counter.count(*at), counter.count(at + piece.len())))
            .collect();
        let words: Vec<_> = placed.iter().map(|(_, piece)| piece.replace('\t', " ")).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "T{number}\t{} {}\t{}", mark.label, places.join(";"), words.join(" "));
        if !mark.says.is_empty() {
            let says = mark.says.replace(['\t', '\r', '\n'], " ");
            let _ = writeln!(out, "#{number}\tAnnotatorNotes T{number}\t{says}");
        }
    }
}

//! W3C Web Annotations, one a line: each place that a record names, found again by its words and what stands around them.
//!
//! ```text
//! {"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","body":[{"value":"money",…}],"target":{"source":"a.txt",…
//! ```
//! Positions count code points of the text. Of a page there are none, since the text of its document as browsers count it is not the
//! article's: there the words and their surroundings find the place. A source that is no address is a path, with what an address
//! cannot have written as `%20`.

use super::digest::stable;
use super::mark::marks;
use super::node::Node;
use crate::model::Document;
use crate::span::{Counter, Offsets, Span};

/// So many characters before and after the words are given.
const AROUND: usize = 32;

/// `{"type":"Annotation",…}`: the annotations of a document, each on its line. The document must count bytes of `text`.
pub fn write(document: &Document<'_>, text: &str, page: bool, out: &mut Vec<u8>) {
    let counter = Counter::new(text, Offsets::Chars);
    let source = address(&document.id);
    for mark in marks(document) {
        let Span { start, end } = mark.span;
        let before = text.get(..start).unwrap_or("");
        let prefix = before.char_indices().rev().take(AROUND).last().map_or("", |(at, _)| &before[at..]);
        let after = text.get(end..).unwrap_or("");
        let suffix = after.char_indices().nth(AROUND).map_or(after, |(at, _)| &after[..at]);
        let quote = Node::object()
            .with("type", "TextQuoteSelector")
            .with("exact", mark.span.of(text))
            .with("prefix", prefix)
            .with("suffix", suffix);
        let (from, to) = (counter.count(start), counter.count(end));
        let mut selectors = vec![quote];
        if !page {
            selectors.push(Node::object().with("type", "TextPositionSelector").with("start", from).with("end", to));
        }
        let place = format!("{from}-{to}");
        let body = |purpose: &'static str, value| {
            Node::object().with("type", "TextualBody").with("purpose", purpose).with("value", value)
        };
        let mut bodies = vec![body("tagging", Node::from(mark.label))];
        if !mark.says.is_empty() {
            bodies.push(body("describing", Node::from(&*mark.says)));
        }
        Node::object()
            .with("@context", "http://www.w3.org/ns/anno.jsonld")
            .with("id", format!("urn:outlay:{}", stable(&[&document.id, "annotation", &place, mark.label, &mark.says])))
            .with("type", "Annotation")
            .with("body", bodies)
            .with("target", Node::object().with("source", &*source).with("selector", selectors))
            .write(out);
        out.push(b'\n');
    }
}

/// The id as an address or a path that can stand in one.
fn address(id: &str) -> String {
    let mut address = String::with_capacity(id.len());
    for c in id.chars() {
        match c {
            '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`' | '\0'..=' ' | '\u{7f}'..='\u{9f}' => {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes).bytes().for_each(|byte| address.push_str(&format!("%{byte:02X}")));
            }
            c => address.push(c),
        }
    }
    address
}

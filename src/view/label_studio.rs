//! Tasks of Label Studio with the facts as predictions, for people to correct.
//!
//! ```text
//! {"data":{"text":"Ardenia paid $5 million.","document":"a.txt"},"predictions":[{"result":[{"type":"labels","value":{"start":13,"end":23,…
//! ```
//! The labelling configuration has `<Text name="text" value="$text"/>` and `<Labels name="label" toName="text">`. Offsets count code points
//! of the task's text, as that tool does, and a line end of two characters is one in it: a browser makes one of it, and what stands
//! after would be marked too late.

use super::digest::stable;
use super::mark::marks;
use super::node::Node;
use crate::model::Document;
use crate::span::{Counter, Offsets};

/// `{"data":{"text":…`: the task of a document, without a line end. The document must count bytes of `text`.
pub fn write(document: &Document<'_>, text: &str, out: &mut Vec<u8>) {
    let counter = Counter::new(text, Offsets::Chars);
    let pairs: Vec<usize> = text.match_indices("\r\n").map(|(at, _)| at).collect();
    // An offset behind the carriage return of a pair has lost one character.
    let count = |at: usize| counter.count(at) - pairs.partition_point(|pair| *pair < at);
    let lines = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    let results = marks(document).into_iter().map(|mark| {
        let (start, end) = (count(mark.span.start), count(mark.span.end));
        let place = format!("{start}-{end}");
        let value = Node::object()
            .with("start", start)
            .with("end", end)
            .with("text", lines(mark.span.of(text)))
            .with("labels", vec![Node::from(mark.label)]);
        let says = Some(mark.says.clone()).filter(|says| !says.is_empty());
        Node::object()
            .with("id", stable(&[&place, mark.label, &mark.says]))
            .with("from_name", "label")
            .with("to_name", "text")
            .with("type", "labels")
            .with("value", value)
            .with("meta", Node::object().with("text", says.map(|says| vec![Node::from(says)])))
    });
    let prediction = Node::object()
        .with("model_version", concat!("outlay ", env!("CARGO_PKG_VERSION")))
        .with("result", results.collect::<Vec<_>>());
    Node::object()
        .with("data", Node::object().with("text", lines(text)).with("document", &document.id))
        .with("predictions", vec![prediction])
        .write(out);
}

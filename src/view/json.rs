//! Documents as JSON.

use std::io;

use serde::Serialize;
use serde_json::ser::PrettyFormatter;

use super::compact;
use crate::model::Document;

/// `{"schema":"outlay/1",…}`: the document on one line, without a line end.
pub fn write(document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    compact::write(document, out).map_err(io::Error::from)
}

/// The document on many lines, without a line end after the last. Each is indented by `depth` steps of two spaces, but
/// for the first.
pub fn write_pretty(document: &Document<'_>, depth: usize, out: &mut Vec<u8>) -> io::Result<()> {
    let from = out.len();
    let mut writer = serde_json::Serializer::with_formatter(&mut *out, PrettyFormatter::new());
    document.serialize(&mut writer)?;
    if depth > 0 {
        // A line end in a string is written as `\n`, so that one in the bytes is always the formatter's.
        let written = out.split_off(from);
        for (i, line) in written.split(|b| *b == b'\n').enumerate() {
            if i > 0 {
                out.push(b'\n');
                out.resize(out.len() + 2 * depth, b' ');
            }
            out.extend_from_slice(line);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indented_documents_are_the_same_documents() {
        let mut document = Document::empty();
        document.id = "a\nb".into();
        let (mut compact, mut pretty) = (Vec::new(), Vec::new());
        write(&document, &mut compact).unwrap();
        write_pretty(&document, 1, &mut pretty).unwrap();
        let read = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
        assert_eq!(read(&compact), read(&pretty));
        assert!(!compact.contains(&b'\n'));
        assert!(pretty.ends_with(b"\n  }") && pretty.starts_with(b"{\n    \"schema\""));
    }
}

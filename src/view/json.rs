//! Documents as JSON.

use std::io;

use serde::Serialize;
use serde_json::ser::PrettyFormatter;

use super::compact;
use crate::model::Document;

/// `{"schema":"outlay/1",…}`: the document on one line, without a line end.
pub fn write(document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let from = out.len();
    compact::write(document, out)?;
    escape(out, from);
    Ok(())
}

/// Control characters that JSON allows in strings and terminals obey, U+007F to U+009F, as `\u009b`.
pub(super) fn escape(out: &mut Vec<u8>, from: usize) {
    let controls = |bytes: &[u8]| matches!(bytes, [0x7F, ..] | [0xC2, 0x80..=0x9F, ..]);
    let found = memchr::memchr2_iter(0x7F, 0xC2, &out[from..]).find(|at| controls(&out[from + at..]));
    let Some(first) = found.map(|at| from + at) else { return };
    let mut rest = &out.split_off(first)[..];
    while let [byte, after @ ..] = rest {
        rest = after;
        match (*byte, after) {
            (0x7F, _) => out.extend_from_slice(b"\\u007f"),
            (0xC2, [low @ 0x80..=0x9F, after @ ..]) => {
                out.extend_from_slice(format!("\\u{low:04x}").as_bytes());
                rest = after;
            }
            _ => out.push(*byte),
        }
    }
}

/// The document on many lines, without a line end after the last. Each is indented by `depth` steps of two spaces, but
/// for the first.
pub fn write_pretty(document: &Document<'_>, depth: usize, out: &mut Vec<u8>) -> io::Result<()> {
    let from = out.len();
    let mut writer = serde_json::Serializer::with_formatter(&mut *out, PrettyFormatter::new());
    document.serialize(&mut writer)?;
    escape(out, from);
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
    fn no_control_character_stands_as_it_is() {
        let mut document = Document::empty();
        document.id = "£ \u{1b}[2J \u{7f} \u{9b}31m é".into();
        let (mut compact, mut pretty) = (Vec::new(), b"\xC2\x9B".to_vec());
        write(&document, &mut compact).unwrap();
        write_pretty(&document, 1, &mut pretty).unwrap();
        // What stood before is not the document's.
        assert!(pretty.starts_with(b"\xC2\x9B{"));
        for written in [&compact[..], &pretty[2..]] {
            let text = std::str::from_utf8(written).unwrap();
            assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
            let read: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(read["id"], *document.id);
        }
    }

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

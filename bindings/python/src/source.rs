//! Offsets on the way in: a record that counts code points, as bytes again.

use outlay::model::Document;
use outlay::span::Offsets;

/// The document with its offsets in bytes of `text`, as the library's views want it. An offset that the text does not have is its end.
pub(crate) fn in_bytes<'d>(mut document: Document<'d>, text: &str) -> Document<'d> {
    let width = |c: char| match document.offsets {
        Offsets::Utf16 => c.len_utf16(),
        Offsets::Chars => 1,
        _ => c.len_utf8(),
    };
    if document.offsets != Offsets::Bytes && !text.is_ascii() {
        let mut places = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            places.extend(std::iter::repeat_n(at, width(c)));
        }
        let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
        document.visit_locations(|location| {
            (*location.start, *location.end) = (place(*location.start), place(*location.end));
        });
    }
    document.offsets = Offsets::Bytes;
    document
}

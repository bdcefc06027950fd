//! Bytes become text.
//!
//! ```text
//! EF BB BF …            UTF-8; the mark is not part of the text
//! FF FE … , FE FF …     UTF-16
//! anything else         the encoding that was named, else UTF-8
//! ```
//! Bytes that are not text in the encoding become U+FFFD, one for each run, and each is a [`Fault`]: the rest is read all
//! the same. CRLF, no-break spaces and NULs are text like any other and stay as they are.

use std::borrow::Cow;
use std::ops::Range;

use crate::span::Span;

/// `{ text: "€5", faults: [] }`: what a source's bytes say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'b> {
    /// The text. Borrowed where the bytes were UTF-8 without faults.
    pub text: Cow<'b, str>,
    /// What did not decode, in order.
    pub faults: Vec<Fault>,
    /// The encoding's name, as people write it: `UTF-8`.
    pub encoding: &'static str,
}

/// `caf\xE9` read as UTF-8: the byte 0xE9 at offset 3, and the U+FFFD that stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// Where the replacement character stands in the text.
    pub span: Span,
    /// The bytes of the source.
    pub bytes: Range<usize>,
}

/// `EF BB BF 24 35` is "$5": reads UTF-8 with or without its mark, and UTF-16 by its mark.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes, "UTF-16LE"),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes, "UTF-16BE"),
        _ => utf8(bytes, 0),
    }
}

/// `EF BB BF`, `FF FE`: whether the bytes begin with a mark that says how to read them.
#[must_use]
pub fn is_marked(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xEF, 0xBB, 0xBF]) || is_utf16(bytes)
}

/// `FF FE`: whether the bytes begin with the mark of UTF-16.
#[must_use]
pub fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])
}

/// The text of bytes that begin at `offset` of the source.
fn utf8(bytes: &[u8], offset: usize) -> Decoded<'_> {
    const NAME: &str = "UTF-8";
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), faults: Vec::new(), encoding: NAME };
    }
    let mut writer = Writer::with_capacity(bytes.len());
    let mut at = offset;
    for chunk in bytes.utf8_chunks() {
        writer.text.push_str(chunk.valid());
        at += chunk.valid().len();
        writer.fault(at..at + chunk.invalid().len());
        at += chunk.invalid().len();
    }
    writer.finish(NAME)
}

/// The text of the bytes after the mark.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, name: &'static str) -> Decoded<'static> {
    let mut writer = Writer::with_capacity(bytes.len());
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut at = 2;
    for decoded in char::decode_utf16(pairs.iter().copied().map(unit)) {
        if let Ok(c) = decoded {
            writer.text.push(c);
            at += 2 * c.len_utf16();
        } else {
            writer.fault(at..at + 2);
            at += 2;
        }
    }
    writer.fault(at..at + rest.len());
    writer.finish(name)
}

/// Text as it is decoded, with what did not decode.
struct Writer {
    text: String,
    faults: Vec<Fault>,
}

impl Writer {
    fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), faults: Vec::new() }
    }

    /// Bytes that are not text. A run of them is one fault.
    fn fault(&mut self, bytes: Range<usize>) {
        if bytes.is_empty() {
            return;
        }
        let start = self.text.len();
        if let Some(last) = self.faults.last_mut()
            && last.bytes.end == bytes.start
            && last.span.end == start
        {
            last.bytes.end = bytes.end;
            return;
        }
        self.text.push(char::REPLACEMENT_CHARACTER);
        self.faults.push(Fault { span: Span::new(start, self.text.len()), bytes });
    }

    fn finish(self, encoding: &'static str) -> Decoded<'static> {
        Decoded { text: Cow::Owned(self.text), faults: self.faults, encoding }
    }
}

/// `windows-1251`, `latin1`, `shift_jis`: an encoding by any of its names in the WHATWG standard.
#[cfg(feature = "encodings")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

#[cfg(feature = "encodings")]
impl Encoding {
    /// `windows-1252`: the encoding that goes by this name, in any case.
    #[must_use]
    pub fn named(label: &[u8]) -> Option<Self> {
        encoding_rs::Encoding::for_label(label).filter(|found| *found != encoding_rs::REPLACEMENT).map(Self)
    }

    /// `utf-8`: whether this is UTF-8.
    #[must_use]
    pub fn is_utf8(self) -> bool {
        self.0 == encoding_rs::UTF_8
    }

    /// The text of `bytes`. A mark at their beginning wins over the name.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> Decoded<'_> {
        if self.is_utf8() || is_marked(bytes) {
            return decode(bytes);
        }
        let mut decoder = self.decoder();
        decoder.push(bytes, true);
        decoder.writer.finish(self.0.name())
    }

    /// `E2 82` and then `AC` are "€": decodes a stream, piece by piece.
    #[must_use]
    pub fn decoder(self) -> Decoder {
        Decoder {
            state: self.0.new_decoder_without_bom_handling(),
            writer: Writer::with_capacity(0),
            at: 0,
            ended: false,
        }
    }
}

#[cfg(feature = "encodings")]
impl std::str::FromStr for Encoding {
    type Err = String;

    fn from_str(label: &str) -> Result<Self, String> {
        Self::named(label.as_bytes())
            .ok_or_else(|| format!("an encoding such as utf-8, utf-16le or windows-1252 was expected, not {label:?}"))
    }
}

/// `E2 82` and then `AC` are "€": decodes a stream, piece by piece; a character may be cut by the border of two pieces.
#[cfg(feature = "encodings")]
pub struct Decoder {
    state: encoding_rs::Decoder,
    writer: Writer,
    /// How many bytes of the source were read.
    at: usize,
    /// Whether the last ones were.
    ended: bool,
}

#[cfg(feature = "encodings")]
impl Decoder {
    /// Reads the next bytes, which are the `last` or are not; behind the last there are none.
    pub fn push(&mut self, mut bytes: &[u8], last: bool) {
        use encoding_rs::DecoderResult;

        // Half a character at the end is told once, and whoever reads on asks for the end again.
        if self.ended {
            return;
        }
        self.ended = last;
        loop {
            let room = self.state.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
            self.writer.text.reserve(room.max(16));
            let (result, read) = self.state.decode_to_string_without_replacement(bytes, &mut self.writer.text, last);
            bytes = &bytes[read..];
            self.at += read;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, after) => {
                    let end = self.at.saturating_sub(usize::from(after));
                    self.writer.fault(end.saturating_sub(usize::from(length))..end);
                }
            }
        }
    }

    /// `"€"`: takes the text that was read since the last time.
    pub fn take_text(&mut self) -> String {
        std::mem::take(&mut self.writer.text)
    }

    /// `0..1` for a byte `FF`: what did not decode so far. Their spans count from where the text was last taken.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.writer.faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_not_text() {
        assert_eq!(decode(b"\xEF\xBB\xBFab").text, "ab");
        assert_eq!(decode(b"\xFF\xFEa\0b\0").text, "ab");
        assert_eq!(decode(b"\xFE\xFF\0a\0b").text, "ab");
        assert_eq!(decode(b"a\r\n\0\xC2\xA0b").text, "a\r\n\0\u{a0}b");
    }

    #[test]
    fn what_does_not_decode_is_said_and_the_rest_read() {
        let decoded = decode(b"caf\xE9 $5 \xFF\xFF million");
        assert_eq!(decoded.text, "caf\u{fffd} $5 \u{fffd} million");
        let bytes: Vec<_> = decoded.faults.iter().map(|fault| fault.bytes.clone()).collect();
        assert_eq!(bytes, [3..4, 8..10]);
        assert!(decoded.faults.iter().all(|fault| fault.span.of(&decoded.text) == "\u{fffd}"));
    }

    #[test]
    fn a_lone_surrogate_and_an_odd_byte_are_faults() {
        let decoded = decode(b"\xFF\xFEa\0\x00\xD8b\0c");
        assert_eq!(decoded.text, "a\u{fffd}b\u{fffd}");
        let bytes: Vec<_> = decoded.faults.iter().map(|fault| fault.bytes.clone()).collect();
        assert_eq!(bytes, [4..6, 8..9]);
    }

    #[cfg(feature = "encodings")]
    #[test]
    fn named_encodings_decode() {
        let encoding: Encoding = "windows-1251".parse().unwrap();
        assert_eq!(encoding.decode(b"\xCC\xE8\xED").text, "Мин");
        assert_eq!(encoding.decode(b"\xEF\xBB\xBF\xD0\x9C").text, "М", "the mark wins");
        let shift_jis: Encoding = "shift_jis".parse().unwrap();
        let decoded = shift_jis.decode(b"\x89~ \xFD 5");
        assert_eq!(decoded.text, "円 \u{fffd} 5");
        assert_eq!(decoded.faults[0].bytes, 3..4);
        assert!("no-such".parse::<Encoding>().is_err());
    }
}

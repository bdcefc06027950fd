//! `{"schema":"outlay/1",…}`: JSON without spaces, straight from records into a buffer.
//!
//! What `serde_json` writes, byte for byte. It looks at every byte of every key and every string for one to be escaped, which is a tenth of the work on
//! an announcement; here a key is taken as it stands, since each is the name of a field, and strings are looked at many bytes at a time.

use std::fmt::{self, Display, Write as _};

use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Error;
use wide::u8x16;

/// Writes `record` behind what the buffer holds. An error is a value of a kind that no record has: a number with a fraction, a map.
pub(super) fn write(record: &impl Serialize, out: &mut Vec<u8>) -> Result<(), Error> {
    record.serialize(Compact(out))
}

/// Names of fields are no longer, mostly.
const LONGEST_NAME: usize = 29;

/// One value, to be written where the buffer ends.
struct Compact<'o>(&'o mut Vec<u8>);

/// A list or an object that has begun.
struct Open<'o> {
    out: &'o mut Vec<u8>,
    /// Nothing stands in it yet.
    empty: bool,
    /// What ends it.
    close: u8,
}

impl<'o> Open<'o> {
    fn begin(out: &'o mut Vec<u8>, open: u8, close: u8) -> Self {
        out.push(open);
        Self { out, empty: true, close }
    }

    fn part(&mut self) {
        if !std::mem::take(&mut self.empty) {
            self.out.push(b',');
        }
    }
}

/// Whether a string stands in JSON as it is: no quote, no backslash, no control character.
#[inline]
fn is_plain(bytes: &[u8]) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH << 7;
    const QUOTE: u64 = EACH * 0x22;
    const SLASH: u64 = EACH * 0x5C;
    const SPACE: u64 = EACH * 0x20;
    // A byte's highest bit says whether it must be escaped; beyond the lowest such byte it may say so wrongly.
    let marked = |eight: u64| {
        let (quote, slash) = (eight ^ QUOTE, eight ^ SLASH);
        let below = eight.wrapping_sub(SPACE);
        (below | quote.wrapping_sub(EACH) | slash.wrapping_sub(EACH)) & !eight & HIGH
    };
    if let Some(last) = bytes.last_chunk() {
        // What is looked at twice is the same.
        let all = bytes.as_chunks().0.iter().fold(to_escape(last), |all, lane| all | to_escape(lane));
        return all.to_bitmask() == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return marked(u64::from_le_bytes(*first)) | marked(u64::from_le_bytes(*last)) == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [u32::from_le_bytes(*first), u32::from_le_bytes(*last)];
        return marked(u64::from(first) << 32 | u64::from(last)) == 0;
    }
    bytes.iter().all(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F))
}

/// The bytes of a lane that must be escaped.
#[inline]
fn to_escape(lane: &[u8; 16]) -> u8x16 {
    let lane = u8x16::new(*lane);
    let control = lane.min(u8x16::splat(0x1F)).simd_eq(lane);
    lane.simd_eq(u8x16::splat(b'"')) | lane.simd_eq(u8x16::splat(b'\\')) | control
}

/// What stands between the quotes of a string.
fn inner(text: &str, out: &mut Vec<u8>) {
    if is_plain(text.as_bytes()) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F)) {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        match rest.as_bytes()[at] {
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0C => out.extend_from_slice(b"\\f"),
            byte @ 0..=0x1F => {
                let hex = |digit: u8| b"0123456789abcdef"[usize::from(digit)];
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte & 15)]);
            }
            mark => out.extend_from_slice(&[b'\\', mark]),
        }
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest.as_bytes());
}

/// What is displayed, between the quotes of a string.
struct Displayed<'o>(&'o mut Vec<u8>);

impl fmt::Write for Displayed<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        inner(text, self.0);
        Ok(())
    }
}

macro_rules! integers {
    ($($name:ident: $type:ty),*) => {
        $(
            fn $name(self, number: $type) -> Result<(), Error> {
                self.0.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
                Ok(())
            }
        )*
    };
}

/// What no record has.
fn refused<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format_args!("a record was expected, and {what} was found in it")))
}

impl<'o> Serializer for Compact<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'o>;
    type SerializeStruct = Open<'o>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.0.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Error> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.0.reserve(text.len() + 2);
        self.0.push(b'"');
        inner(text, self.0);
        self.0.push(b'"');
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.0.push(b'"');
        write!(Displayed(self.0), "{value}").map_err(Error::custom)?;
        self.0.push(b'"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        // It is a word of the schema.
        debug_assert!(is_plain(variant.as_bytes()), "{variant:?} is no word");
        self.0.reserve(variant.len() + 2);
        self.0.push(b'"');
        self.0.extend_from_slice(variant.as_bytes());
        self.0.push(b'"');
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'o>, Error> {
        Ok(Open::begin(self.0, b'[', b']'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'o>, Error> {
        Ok(Open::begin(self.0, b'{', b'}'))
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        refused("a number with a fraction")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        refused("a number with a fraction")
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        refused("a run of bytes")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        refused(variant)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        refused("a tuple")
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        refused(name)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        refused(variant)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        refused("a map")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        refused(variant)
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.part();
        value.serialize(Compact(self.out))
    }

    fn end(self) -> Result<(), Error> {
        self.out.push(self.close);
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "only then the bytes of a name are put together by the compiler")]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        debug_assert!(is_plain(key.as_bytes()), "{key:?} is no field's name");
        self.part();
        let mut name = [b'"'; LONGEST_NAME + 3];
        if let Some(inner) = name.get_mut(1..=key.len()).filter(|_| key.len() <= LONGEST_NAME) {
            inner.copy_from_slice(key.as_bytes());
            name[key.len() + 2] = b':';
            self.out.extend_from_slice(&name[..key.len() + 3]);
        } else {
            [b"\"", key.as_bytes(), b"\":"].iter().for_each(|part| self.out.extend_from_slice(part));
        }
        value.serialize(Compact(self.out))
    }

    fn end(self) -> Result<(), Error> {
        self.out.push(self.close);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    struct Record<'t> {
        text: &'t str,
        list: Vec<Option<i64>>,
        empty: Vec<()>,
        inner: Option<Box<Record<'t>>>,
        yes: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        none: Option<u8>,
        letter: char,
    }

    fn both(record: &impl Serialize) -> (String, String) {
        let mut out = Vec::new();
        write(record, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), serde_json::to_string(record).unwrap())
    }

    #[test]
    fn writes_what_serde_json_writes() {
        let all: String = (0..=0xFF).filter_map(char::from_u32).chain("€𝄞\u{2028}".chars()).collect();
        for from in all.char_indices().map(|(at, _)| at) {
            for length in [0, 1, 7, 8, 9, 30] {
                let text: String = all[from..].chars().take(length).collect();
                let record = |inner| Record {
                    text: &text,
                    list: vec![Some(i64::MIN), None, Some(0)],
                    empty: Vec::new(),
                    inner,
                    yes: length > 7,
                    none: None,
                    letter: '"',
                };
                let (ours, theirs) = both(&record(Some(Box::new(record(None)))));
                assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn refuses_what_no_record_has() {
        assert!(write(&1.5, &mut Vec::new()).unwrap_err().to_string().contains("a number with a fraction"));
        assert!(write(&(1, 2), &mut Vec::new()).is_err());
    }
}

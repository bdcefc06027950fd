//! Where something stands in a text: byte offsets inside, and code points or UTF-16 units on the way out.
//!
//! The library counts UTF-8 bytes. [`Counter`] turns byte offsets into the other two units in one pass, so that Python
//! (code points) and JavaScript (UTF-16 units) can slice by what they are given.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `$5 million` in `paid $5 million` is the span 5..15.
///
/// Byte offsets into a text, end exclusive, on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, both in bytes.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// `million` of "5 million" at 2..9: the text that stands there. Empty where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// `2..9` and `8..12`: whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// What the `start` and `end` of a document's records count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Offsets {
    /// Unicode code points, as Python slices.
    Chars,
    /// UTF-8 bytes, as Rust slices; what the library itself counts.
    #[default]
    Bytes,
    /// UTF-16 code units, as JavaScript slices.
    Utf16,
}

impl FromStr for Offsets {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "chars" => Ok(Self::Chars),
            "bytes" => Ok(Self::Bytes),
            "utf16" => Ok(Self::Utf16),
            other => Err(format!("offsets are one of chars, bytes, utf16, not {other:?}")),
        }
    }
}

impl fmt::Display for Offsets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chars => "chars",
            Self::Bytes => "bytes",
            Self::Utf16 => "utf16",
        })
    }
}

/// Counts code points or UTF-16 units before a byte offset: in `é5`, byte 2 is code point 1.
///
/// Built once a document; a look-up costs at most one block of 64 bytes. A text of ASCII alone needs no table.
#[derive(Clone, Debug)]
pub struct Counter<'t> {
    text: &'t str,
    unit: Offsets,
    /// The count before each block of [`BLOCK`] bytes; empty where bytes are the unit or the text is ASCII.
    blocks: Vec<usize>,
}

const BLOCK: usize = 64;

impl<'t> Counter<'t> {
    /// A counter of `unit` over `text`.
    #[must_use]
    pub fn new(text: &'t str, unit: Offsets) -> Self {
        let mut blocks = Vec::new();
        if unit != Offsets::Bytes && !text.is_ascii() {
            let mut count = 0;
            blocks.reserve(text.len() / BLOCK + 1);
            for block in text.as_bytes().chunks(BLOCK) {
                blocks.push(count);
                count += units(block, unit);
            }
        }
        Self { text, unit, blocks }
    }

    /// The count of units before byte `at`; offsets past the end count as the end.
    #[must_use]
    pub fn count(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let block = at / BLOCK;
        match self.blocks.get(block) {
            Some(before) => before + units(&self.text.as_bytes()[block * BLOCK..at], self.unit),
            None if self.blocks.is_empty() => at,
            // The text ends on a block's border: the last block is whole.
            None => self.blocks[block - 1] + units(&self.text.as_bytes()[(block - 1) * BLOCK..at], self.unit),
        }
    }
}

/// A byte that continues a character counts nothing; one that begins four bytes counts two UTF-16 units.
fn units(bytes: &[u8], unit: Offsets) -> usize {
    let begun = count(bytes, |byte| byte & 0xC0 != 0x80);
    match unit {
        Offsets::Utf16 => begun + count(bytes, |byte| byte >= 0xF0),
        _ => begun,
    }
}

/// How many bytes of a block are so. One byte can hold the count, which lets many bytes be added at once.
#[inline]
fn count(block: &[u8], is: impl Fn(u8) -> bool) -> usize {
    usize::from(block.iter().fold(0_u8, |count, &byte| count + u8::from(is(byte))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_the_standard_library() {
        for text in ["", "plain", "é5 😀 \u{202f}ß", &"a😀é".repeat(100), &"é".repeat(64)] {
            for unit in [Offsets::Chars, Offsets::Utf16, Offsets::Bytes] {
                let counter = Counter::new(text, unit);
                for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                    let want = match unit {
                        Offsets::Chars => text[..at].chars().count(),
                        Offsets::Utf16 => text[..at].encode_utf16().count(),
                        Offsets::Bytes => at,
                    };
                    assert_eq!(counter.count(at), want, "{text:?} at {at}");
                }
            }
        }
    }
}

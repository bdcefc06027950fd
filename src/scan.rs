//! Where a mention could begin: one pass over the bytes.
//!
//! A digit may begin an amount or a date; a word may, if its first four letters are those of a word in the tables. Everything else
//! is passed over at a byte a step, so that grammars run only where they have a chance. Symbols need no entry: they stand by a
//! digit or a number word, and `mention` looks for them there.

use std::sync::LazyLock;

use crate::lexicon::scan::scan_words;

/// `5` in `$5 million`, `five` in `five million dollars`: a place where a mention could begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The byte of the digit or of the word's first letter.
    pub at: usize,
    /// What may begin here.
    pub kinds: u8,
}

/// A number in digits.
pub const DIGIT: u8 = 1;
/// A word that may begin an amount.
pub const MONEY: u8 = 2;
/// A word that may begin a date.
pub const DATE: u8 = 4;
/// A word that may decide a fact of a contract.
pub const CUE: u8 = 8;

/// The places in `text` where a mention could begin, in order.
#[must_use]
pub fn candidates(text: &str) -> Vec<Candidate> {
    let bytes = text.as_bytes();
    let filter = &*FILTER;
    // Ordinary prose has a candidate in every few dozen bytes.
    let mut found = Vec::with_capacity(bytes.len() / 32 + 4);
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        match CLASS[usize::from(byte)] {
            Class::Other => i += 1,
            Class::Letter => {
                let kinds = filter.kinds(bytes, i);
                if kinds != 0 {
                    found.push(Candidate { at: i, kinds });
                }
                i += 1;
                while bytes.get(i).is_some_and(u8::is_ascii_alphabetic) {
                    i += 1;
                }
            }
            Class::Digit => {
                found.push(Candidate { at: i, kinds: DIGIT });
                i = number_end(bytes, i);
            }
            Class::Wide => {
                let digit = matches!(bytes.get(i..i + 3), Some([0xEF, 0xBC, 0x90..=0x99]))
                    || matches!(bytes.get(i..i + 2), Some([0xC2, 0xBC..=0xBE]));
                if digit && !(i >= 3 && matches!(bytes.get(i - 3..i), Some([0xEF, 0xBC, 0x90..=0x99]))) {
                    found.push(Candidate { at: i, kinds: DIGIT });
                }
                i += 1;
            }
        }
    }
    found
}

/// Where a run of digits with marks inside ends.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut i = start + 1;
    loop {
        match bytes.get(i) {
            Some(b'0'..=b'9') => i += 1,
            Some(b',' | b'.' | b'\'') if bytes.get(i + 1).is_some_and(u8::is_ascii_digit) => i += 2,
            _ => return i,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Letter,
    Digit,
    /// The first byte of a full-width digit or a vulgar fraction, among others.
    Wide,
}

const CLASS: [Class; 256] = {
    let mut class = [Class::Other; 256];
    let mut i = 0;
    while i < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "below 256")]
        let byte = i as u8;
        if byte.is_ascii_alphabetic() {
            class[i] = Class::Letter;
        } else if byte.is_ascii_digit() {
            class[i] = Class::Digit;
        } else if byte == 0xC2 || byte == 0xEF {
            class[i] = Class::Wide;
        }
        i += 1;
    }
    class
};

/// What a word may begin, by a hash of its first four bytes. A wrong hit costs one look-up in the tables.
struct Filter(Vec<u8>);

static FILTER: LazyLock<Filter> = LazyLock::new(Filter::new);

const BITS: u32 = 14;

impl Filter {
    fn new() -> Self {
        let mut table = vec![0; 1 << BITS];
        for (word, kinds) in scan_words() {
            let mut head = [b' '; 4];
            let letters = word.bytes().take(4).take_while(u8::is_ascii_alphabetic).count();
            head[..letters].copy_from_slice(&word.as_bytes()[..letters]);
            if letters == 4 {
                table[slot(head)] |= kinds;
                continue;
            }
            // A short word ends where its letters do, whatever comes then.
            for after in (0..=255_u8).filter(|byte| !byte.is_ascii_alphabetic()) {
                head[letters] = after;
                if letters == 3 {
                    table[slot(head)] |= kinds;
                } else {
                    for last in 0..=255_u8 {
                        head[3] = last;
                        table[slot(head)] |= kinds;
                    }
                }
            }
        }
        Self(table)
    }

    fn kinds(&self, bytes: &[u8], at: usize) -> u8 {
        let head = match bytes.get(at..at + 4) {
            Some(&[a, b, c, d]) => [a, b, c, d],
            _ => {
                let mut head = [b' '; 4];
                for (to, from) in head.iter_mut().zip(&bytes[at..]) {
                    *to = *from;
                }
                head
            }
        };
        self.0[slot(head)]
    }
}

/// Case is folded by setting one bit, which leaves spaces, hyphens and digits as they are.
fn slot(head: [u8; 4]) -> usize {
    let word = u32::from_le_bytes(head) | 0x2020_2020;
    (word.wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_digits_and_words() {
        let text = "Ardenia paid $1,250.50 and five million; ten, 20. Multimillion-dollar tens";
        let found: Vec<_> = candidates(text).iter().map(|c| &text[c.at..][..3]).collect();
        for want in ["1,2", "fiv", "ten", "20.", "Mul"] {
            assert!(found.contains(&want), "{want} in {found:?}");
        }
        assert!(!found.contains(&"Ard"));
    }
}

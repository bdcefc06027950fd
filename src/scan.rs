//! Where a mention could begin: one pass over the bytes.
//!
//! A digit may begin an amount or a date; a word may, if its first four letters are those of a word in the tables. Everything else
//! is passed over in blocks of 64 bytes, so that grammars run only where they have a chance. Symbols need no entry: they stand by
//! a digit or a number word, and `mention` looks for them there.
//!
//! "The", "last" and "from" begin dates, and mostly begin none: they count where the next word goes on with one.

use std::sync::LazyLock;

use crate::lexicon::scan::{LEADS, LED, scan_words};

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
pub const MONEY: u8 = crate::lexicon::scan::MONEY;
/// A word that may begin a date.
pub const DATE: u8 = crate::lexicon::scan::DATE;
/// A word that may be one of trade.
pub const TRADE: u8 = crate::lexicon::scan::TRADE;
/// A word that may be one of arms or of forces.
pub const ARMS: u8 = crate::lexicon::scan::ARMS;

/// The places that one pass over a text finds, each list in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// Where an amount or a date could begin: `5`, `May`.
    pub mentions: Vec<Candidate>,
    /// Where a word of trade, arms or forces could stand: `contract`, `missile`.
    pub words: Vec<Candidate>,
}

/// The places in `text` where a mention could begin, and the words without which it tells of no deal.
#[must_use]
pub fn candidates(text: &str) -> Candidates {
    let bytes = text.as_bytes();
    let filter = &*FILTER;
    // Ordinary prose has a candidate in every few dozen bytes.
    let mut found = Candidates {
        mentions: Vec::with_capacity(bytes.len() / 32 + 4),
        words: Vec::with_capacity(bytes.len() / 128 + 4),
    };
    let mut base = 0;
    let mut before = Masks::default();
    let (blocks, tail) = bytes.as_chunks::<BLOCK>();
    let mut last = [0; BLOCK];
    last[..tail.len()].copy_from_slice(tail);
    for block in blocks.iter().chain([&last]) {
        let masks = Masks::of(block);
        let begin = |mask: u64, before: u64| mask & !(mask << 1 | before >> (BLOCK - 1));
        let words = begin(masks.letters, before.letters);
        let mut starts = words | begin(masks.digits, before.digits) | masks.wide;
        while starts != 0 {
            let lowest = starts & starts.wrapping_neg();
            let bit = starts.trailing_zeros();
            starts ^= lowest;
            let at = base + bit as usize;
            if words & lowest != 0 {
                let head = if bit <= 60 { masks.letters >> bit } else { letters_at(bytes, at) };
                let kinds = filter.kinds(bytes, at, head);
                if kinds & !LED != 0 {
                    filter.word(bytes, at, kinds, &mut found);
                }
            } else if begins_number(bytes, at) {
                found.mentions.push(Candidate { at, kinds: DIGIT });
            }
        }
        base += BLOCK;
        before = masks;
    }
    found
}

/// The bytes that are told at once what they are.
const BLOCK: usize = 64;

/// A bit a byte of a block, the first byte lowest.
#[derive(Clone, Copy, Default)]
struct Masks {
    letters: u64,
    digits: u64,
    /// The first byte of a full-width digit or a vulgar fraction, among others.
    wide: u64,
}

impl Masks {
    /// The compiler makes vectors of this: no branch depends on a byte, but for one of ASCII alone.
    fn of(block: &[u8; BLOCK]) -> Self {
        let mut flags = [0; BLOCK];
        for (flag, &byte) in flags.iter_mut().zip(block) {
            let letter = u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
            let digit = u8::from(byte.wrapping_sub(b'0') < 10);
            *flag = letter | digit << 1 | byte & 0x80;
        }
        let mut masks = Self::default();
        let mut wide = 0;
        for (at, word) in flags.as_chunks::<8>().0.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            wide |= word;
            masks.letters |= gather(word) << (8 * at);
            masks.digits |= gather(word >> 1) << (8 * at);
        }
        if wide & (LOWEST << 7) != 0 {
            for (at, byte) in block.iter().enumerate() {
                masks.wide |= u64::from(matches!(byte, 0xC2 | 0xEF)) << at;
            }
        }
        masks
    }
}

/// The lowest bit of each of eight bytes.
const LOWEST: u64 = 0x0101_0101_0101_0101;

/// The lowest bits of eight bytes, side by side: the product has them at its top.
#[inline]
const fn gather(word: u64) -> u64 {
    (word & LOWEST).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Which of the four bytes at `at` are letters, a bit each.
fn letters_at(bytes: &[u8], at: usize) -> u64 {
    let head = bytes[at..].iter().take(4).rev();
    head.fold(0, |letters, byte| letters << 1 | u64::from(byte.is_ascii_alphabetic()))
}

/// Whether a number begins at a digit: not behind a mark inside of one. A digit may be full-width, or a vulgar fraction.
fn begins_number(bytes: &[u8], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| bytes.get(at));
    if bytes[at].is_ascii_digit() {
        return !(matches!(before(1), Some(b',' | b'.' | b'\'')) && before(2).is_some_and(u8::is_ascii_digit));
    }
    let wide = |bytes: Option<&[u8]>| matches!(bytes, Some([0xEF, 0xBC, 0x90..=0x99]));
    let digit = wide(bytes.get(at..at + 3)) || matches!(bytes.get(at..at + 2), Some([0xC2, 0xBC..=0xBE]));
    digit && !(at >= 3 && wide(bytes.get(at - 3..at)))
}

/// What a word may begin, by a hash of its first four letters. A wrong hit costs one look-up in the tables.
struct Filter(Box<[u8; 1 << BITS]>);

static FILTER: LazyLock<Filter> = LazyLock::new(Filter::new);

const BITS: u32 = 13;

/// The most words that may lead to a date: "from the first nine months".
const MOST_LEADING: usize = 4;

impl Filter {
    fn new() -> Self {
        let mut table = Box::new([0; 1 << BITS]);
        for (word, kinds) in scan_words() {
            let letters = word.len().min(4);
            let mut head = [0; 4];
            head[..letters].copy_from_slice(&word.as_bytes()[..letters]);
            table[slot(u32::from_le_bytes(head))] |= kinds;
        }
        Self(table)
    }

    /// The kinds of the word at `at`, by which of its first four bytes are letters.
    #[inline]
    fn kinds(&self, bytes: &[u8], at: usize, letters: u64) -> u8 {
        /// What is left of four bytes when all behind the first that is no letter is cut off.
        const KEPT: [u32; 16] = {
            let mut kept = [0; 16];
            let mut letters = 0_u32;
            while letters < 16 {
                kept[letters as usize] = match (!letters).trailing_zeros() {
                    0 => 0,
                    run => u32::MAX >> (32 - 8 * run),
                };
                letters += 1;
            }
            kept
        };
        let head = match bytes.get(at..at + 4) {
            Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
            _ => bytes[at..].iter().rev().fold(0, |head, byte| head << 8 | u32::from(*byte)),
        };
        // Case is folded by setting one bit.
        self.0[slot((head | 0x2020_2020) & KEPT[(letters & 0xF) as usize])]
    }

    /// A word with an entry, told further by what follows it.
    fn word(&self, bytes: &[u8], at: usize, kinds: u8, found: &mut Candidates) {
        let mut begins = kinds & (MONEY | DATE);
        if kinds & LEADS != 0 && begins & DATE == 0 && self.leads(bytes, at) {
            begins |= DATE;
        }
        if begins != 0 {
            found.mentions.push(Candidate { at, kinds: begins });
        }
        let word = kinds & (TRADE | ARMS);
        if word != 0 {
            found.words.push(Candidate { at, kinds: word });
        }
    }

    /// Whether a number or a word that goes on with a date follows the word at `at`.
    fn leads(&self, bytes: &[u8], mut at: usize) -> bool {
        for _ in 0..MOST_LEADING {
            at += bytes[at..].iter().take(MOST_LETTERS).take_while(|byte| byte.is_ascii_alphabetic()).count();
            let spaces = bytes[at..].iter().take(3).take_while(|byte| byte.is_ascii_whitespace()).count();
            let tight = spaces == 0;
            at += spaces;
            match bytes.get(at) {
                // Beside digits, `year-end`, `year's end`, and spaces that are not of ASCII.
                Some(b'0'..=b'9' | b'-' | b'\'' | 0x80..) => return true,
                Some(byte) if byte.is_ascii_alphabetic() && !tight => {
                    let kinds = self.kinds(bytes, at, letters_at(bytes, at));
                    if kinds & LED != 0 {
                        return true;
                    }
                    if kinds & LEADS == 0 {
                        return false;
                    }
                }
                _ => return false,
            }
        }
        false
    }
}

/// The words that lead are shorter.
const MOST_LETTERS: usize = 16;

fn slot(head: u32) -> usize {
    (head.wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, kind: u8) -> Vec<&str> {
        let of_kind = candidates(text).mentions.into_iter().filter(|candidate| candidate.kinds & kind != 0);
        of_kind.map(|candidate| text[candidate.at..].split([' ', ',']).next().unwrap_or("")).collect()
    }

    #[test]
    fn finds_digits_and_words() {
        let text = "Ardenia paid $1,250.50 and five million; ten, 20. Multimillion-dollar tens";
        let found: Vec<_> = candidates(text).mentions.iter().map(|c| &text[c.at..][..3]).collect();
        for want in ["1,2", "fiv", "ten", "20.", "Mul"] {
            assert!(found.contains(&want), "{want} in {found:?}");
        }
        assert!(!found.contains(&"Ard"));
    }

    #[test]
    fn words_that_lead_count_where_a_date_goes_on() {
        let text = "the army left the end of the line last month from the last outpost, a year ago, at year-end Q2";
        assert_eq!(found(text, DATE), ["the", "end", "last", "a", "year-end", "end", "Q2"]);
        assert_eq!(found("from 2015 on, from here", DATE), ["from"]);
        assert_eq!(found("the last\u{a0}month", DATE), ["the", "last\u{a0}month"]);
    }

    #[test]
    fn blocks_are_seamless() {
        for before in 0..140 {
            let text = format!("{}{}5,000 in May two", "é".repeat(before / 3), ".".repeat(before));
            let at: Vec<_> = candidates(&text).mentions.iter().map(|candidate| &text[candidate.at..]).collect();
            assert_eq!(at, ["5,000 in May two", "May two", "two"], "{before}");
        }
    }
}

//! Where a mention could begin: one pass over the bytes.
//!
//! A digit may begin an amount or a date; a word may, if its first four letters are those of a word in the tables. Everything else
//! is passed over in blocks of 64 bytes, so that grammars run only where they have a chance. Symbols need no entry: they stand by
//! a digit or a number word, and `mention` looks for them there.
//!
//! "The", "last" and "from" begin dates, and mostly begin none: they are looked for before a word that goes on with one.

use std::sync::LazyLock;

use crate::lexicon::heads::{FOLD, Heads, eight};
use crate::lexicon::letters::{BLOCK, Masks};
use crate::lexicon::news::names_no_type;
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
    /// The digits of what has the shape of a type: `16` of `F-16`, `295` of `C295`, `2` of `2A4`.
    pub types: Vec<usize>,
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
        types: Vec::new(),
    };
    let mut base = 0;
    let mut before = Masks::default();
    let (blocks, tail) = bytes.as_chunks::<BLOCK>();
    let mut padded = [0; WINDOW];
    let mut last = [0; BLOCK];
    last[..tail.len()].copy_from_slice(tail);
    for block in blocks.iter().chain([&last]) {
        let masks = Masks::of(block);
        let begin = |mask: u64, before: u64| mask & !(mask << 1 | before >> (BLOCK - 1));
        // Of words of one or two letters with a space behind, few are looked for.
        let short = masks.spaces >> 1 | masks.letters >> 1 & masks.spaces >> 2;
        let may = begin(masks.letters, before.letters) & (!short | masks.begin_short);
        let window = bytes.get(base..).and_then(<[u8]>::first_chunk::<WINDOW>).unwrap_or_else(|| {
            let rest = &bytes[base..];
            padded = [0; WINDOW];
            padded[..rest.len()].copy_from_slice(rest);
            &padded
        });
        let words = filter.sieve(window, may, masks.letters);
        let mut starts = words | begin(masks.digits, before.digits) | masks.wide;
        while starts != 0 {
            let lowest = starts & starts.wrapping_neg();
            let at = base + starts.trailing_zeros() as usize;
            starts ^= lowest;
            if words & lowest != 0 {
                filter.word(bytes, at, &mut found);
                continue;
            }
            if is_of_a_type(text, at) {
                found.types.push(at);
            }
            if begins_number(bytes, at) {
                filter.leads(bytes, at, &mut found);
                found.mentions.push(Candidate { at, kinds: DIGIT });
            }
        }
        base += BLOCK;
        before = masks;
    }
    found
}

/// A block and the rest of a word that begins in it.
const WINDOW: usize = BLOCK + 8;

/// Whether digits stand in a word with a capital: side by side, or behind a hyphen. `COVID-19` is no type.
fn is_of_a_type(text: &str, at: usize) -> bool {
    has_the_shape_of_a_type(text.as_bytes(), at) && !names_no_type(word_around(text, at))
}

/// The letters, digits and hyphens around a digit, of which no type has more.
fn word_around(text: &str, at: usize) -> &str {
    let inside = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
    let bytes = text.as_bytes();
    let start = at - bytes[..at].iter().rev().take(MOST_OF_A_TYPE).take_while(inside).count();
    let end = at + bytes[at..].iter().take(MOST_OF_A_TYPE).take_while(inside).count();
    text.get(start..end).unwrap_or("")
}

/// No type has more letters and digits on one side.
const MOST_OF_A_TYPE: usize = 16;

fn has_the_shape_of_a_type(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let next = || bytes[at..].iter().take(MOST_DIGITS).find(|byte| !byte.is_ascii_digit());
    before.is_ascii_uppercase()
        || next().is_some_and(u8::is_ascii_uppercase)
        || before == b'-' && bytes[at.saturating_sub(5)..at - 1].iter().any(u8::is_ascii_uppercase)
}

/// No type has more digits.
const MOST_DIGITS: usize = 8;

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

/// What a word may begin.
struct Filter {
    heads: Heads,
}

static FILTER: LazyLock<Filter> = LazyLock::new(Filter::new);

/// The most words that may lead to a date: "from the first nine months".
const MOST_LEADING: usize = 4;

impl Filter {
    fn new() -> Self {
        let words: Vec<_> = scan_words().into_iter().collect();
        Self { heads: Heads::new(&words, !LEADS) }
    }

    /// Those of the word starts of a block that may begin something. No branch depends on a word.
    #[inline]
    fn sieve(&self, window: &[u8; WINDOW], starts: u64, letters: u64) -> u64 {
        let head = |bit: u32| {
            let head = window[(bit & 63) as usize..].first_chunk().copied().unwrap_or_default();
            u64::from_le_bytes(head) | FOLD
        };
        let mut may = 0;
        // Where four letters fit into the block, its mask tells how many there are.
        let whole = starts & (u64::MAX >> 3);
        let mut rest = whole;
        while rest != 0 {
            let bit = rest.trailing_zeros();
            rest &= rest - 1;
            may |= self.heads.may_begin(head(bit), (!letters >> bit).trailing_zeros()) << bit;
        }
        let mut rest = starts ^ whole;
        while rest != 0 {
            let bit = rest.trailing_zeros();
            rest &= rest - 1;
            may |= self.heads.may(head(bit)) << bit;
        }
        may
    }

    /// A word with an entry, told further by what stands before it.
    fn word(&self, bytes: &[u8], at: usize, found: &mut Candidates) {
        let kinds = self.heads.kinds(eight(bytes, at));
        if kinds & LED != 0 {
            self.leads(bytes, at, found);
        }
        let begins = kinds & (MONEY | DATE);
        if begins != 0 {
            found.mentions.push(Candidate { at, kinds: begins });
        }
        let word = kinds & (TRADE | ARMS);
        if word != 0 {
            found.words.push(Candidate { at, kinds: word });
        }
    }

    /// Adds the words before `at`, where a number or a word stands that goes on with a date, which lead to it: "from the last".
    fn leads(&self, bytes: &[u8], at: usize, found: &mut Candidates) {
        let mut leads = [0; MOST_LEADING];
        let mut count = 0;
        let mut end = at;
        while count < MOST_LEADING {
            let word = gap_start(&bytes[..end]);
            let letters = bytes[..word].iter().rev().take(MOST_LETTERS).take_while(|byte| byte.is_ascii_alphabetic());
            let start = word - letters.count();
            if start == word || self.heads.kinds(eight(bytes, start)) & LEADS == 0 {
                break;
            }
            leads[count] = start;
            count += 1;
            end = start;
        }
        for lead in leads[..count].iter().rev() {
            match found.mentions.iter_mut().rev().take(MOST_LEADING).find(|known| known.at == *lead) {
                Some(known) => known.kinds |= DATE,
                None => found.mentions.push(Candidate { at: *lead, kinds: DATE }),
            }
        }
    }
}

/// Where what may part a leading word from the next begins, which ends the text: spaces, the hyphen of `year-end`, the `'s` of `year's
/// end`, the apostrophe of `the '90s`.
fn gap_start(text: &[u8]) -> usize {
    let mut end = text.len();
    for _ in 0..3 {
        let length = match &text[..end] {
            [.., 0xC2, 0xA0] => 2,
            [.., 0xE2, 0x80, 0x87..=0x8A | 0x90..=0x95 | 0x98 | 0x99 | 0xAF] => 3,
            [.., b'-' | b'\''] => 1,
            [.., last] if last.is_ascii_whitespace() => 1,
            _ => break,
        };
        end -= length;
    }
    match &text[..end] {
        [head @ .., b'\'', b's' | b'S'] | [head @ .., 0xE2, 0x80, 0x99, b's' | b'S'] if end < text.len() => head.len(),
        _ => end,
    }
}

/// The words that lead are shorter.
const MOST_LETTERS: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::letters::BEGIN_SHORT;

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
    fn short_words_begin_as_told() {
        for (word, kinds) in scan_words() {
            let letters = word.word.bytes().take_while(u8::is_ascii_alphabetic).count();
            let short = letters <= 2 && matches!(word.word.as_bytes().get(letters), None | Some(b' '));
            let asked = kinds & !LEADS != 0;
            assert!(!(short && asked) || BEGIN_SHORT.contains(&word.word.as_bytes()[0]), "{}", word.word);
        }
    }

    #[test]
    fn illnesses_and_groups_of_states_are_no_types() {
        let text =
            "two C-130s, F-16s and U-214s, two COVID-19 vaccines, COVID-19-related, the G20, G-7s and H1N1 in Q4";
        let at: Vec<_> = candidates(text).types.iter().map(|at| &text[at - 2..at + 2]).collect();
        assert_eq!(at, ["C-13", "F-16", "U-21"]);
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

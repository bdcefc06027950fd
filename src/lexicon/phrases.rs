//! The longest phrase of a table that begins or ends a text.
//!
//! A table is a static slice of phrases with their values. Two bytes of the text tell most texts that no phrase begins (or
//! ends) them. For the others, the index finds the few phrases that share the first (or last) word with the text, and compares
//! those, longest first. A look-up allocates nothing and its cost does not depend on the length of the text.
//!
//! Phrases are written plainly, and meet the text as it stands: a space of a phrase is one or two of space, no-break
//! space, thin space and at most one line end; `'` is also `’`; `-` is also any short dash.

use std::sync::OnceLock;

use super::letters::{each_word_start, eight_at, eight_before};

/// `u.s. dollars` in "U.S. dollars were paid": an index over the phrases of a table, built on first use.
#[derive(Debug)]
pub struct Phrases<T: 'static> {
    entries: &'static [(&'static str, T)],
    case: Case,
    digits_follow: bool,
    first: OnceLock<Index>,
    last: OnceLock<Index>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// ASCII letters of the text are compared in lower case; the phrases are lower case.
    Folded,
    Exact,
}

impl<T: Copy> Phrases<T> {
    /// An index over lower-case phrases that any case of the text meets.
    #[must_use]
    pub const fn new(entries: &'static [(&'static str, T)]) -> Self {
        Self::with_case(entries, Case::Folded)
    }

    /// An index over phrases that meet the text only in their own case: "Turkey", not "turkey".
    #[must_use]
    pub const fn exact(entries: &'static [(&'static str, T)]) -> Self {
        Self::with_case(entries, Case::Exact)
    }

    /// Lets a digit follow a phrase at once: "Rs5", "kr100", "May21".
    #[must_use]
    pub const fn digits_follow(mut self) -> Self {
        self.digits_follow = true;
        self
    }

    const fn with_case(entries: &'static [(&'static str, T)], case: Case) -> Self {
        Self { entries, case, digits_follow: false, first: OnceLock::new(), last: OnceLock::new() }
    }

    fn first(&self) -> &Index {
        self.first.get_or_init(|| {
            let edge = |phrase: &str| {
                let mut chars = phrase.chars();
                (chars.next(), chars.next())
            };
            Index::new(self.entries, self.case, edge, |phrase| phrase.chars().next_back(), letters_at, eight_at)
        })
    }

    fn last(&self) -> &Index {
        self.last.get_or_init(|| {
            let edge = |phrase: &str| {
                let mut chars = phrase.chars().rev();
                (chars.next(), chars.next())
            };
            Index::new(self.entries, self.case, edge, |phrase| phrase.chars().next(), letters_before, eight_before)
        })
    }

    /// The longest phrase that begins `text` and ends at a word's border: its length in bytes and its value.
    #[must_use]
    #[inline]
    pub fn longest_at(&self, text: &str) -> Option<(usize, T)> {
        let pair = match text.as_bytes() {
            [] => return None,
            [first] => (*first, None),
            [first, second, ..] => (*first, Some(*second)),
        };
        let index = self.first();
        let letters = letters_at(text.as_bytes());
        let may = index.sieve.may(letters) && (letters != 0 || index.pairs.may(pair));
        if may { self.find_at(index, letters, text) } else { None }
    }

    /// Every phrase in the first `to` bytes of `text` from `from` on, longest first at each word, none within another: where it begins, its
    /// length and its value.
    pub fn each(&self, text: &str, from: usize, to: usize, mut found: impl FnMut(usize, usize, T)) {
        let index = self.first();
        let bytes = text.as_bytes();
        let mut floor = from;
        each_word_start(bytes, from, to, |at| {
            if !bytes[at].is_ascii_alphabetic() || at < floor {
                return;
            }
            let letters = letters_at(&bytes[at..to]);
            if !index.sieve.may(letters) {
                return;
            }
            let begins =
                at == 0 || bytes[at - 1] < 0x80 || text[..at].ends_with(['“', '”', '’', '‘', '—', '–', '\u{a0}']);
            if begins
                && let Some((length, value)) = text.get(at..to).and_then(|rest| self.find_at(index, letters, rest))
            {
                found(at, length, value);
                floor = at + length;
            }
        });
    }

    fn find_at(&self, index: &Index, letters: u32, text: &str) -> Option<(usize, T)> {
        let bytes = text.as_bytes();
        let head = head(eight_at(bytes));
        index.candidates(letters, bytes.first().copied()).iter().find_map(|entry| {
            let length = match entry.fits(head) {
                Fit::No => return None,
                Fit::Whole => usize::from(entry.length),
                Fit::Open => self.begins(self.entries.get(entry.number as usize)?.0, text)?,
            };
            // `dollars` does not begin "dollarisation"; `Rs` may begin "Rs5".
            let digit_goes_on = entry.digit || !self.digits_follow;
            let open = entry.edge
                && match bytes.get(length) {
                    None => false,
                    Some(byte) if byte.is_ascii_digit() => digit_goes_on,
                    Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
                    Some(_) => text[length..].chars().next().is_some_and(char::is_alphanumeric),
                };
            if open { None } else { Some((length, self.entries.get(entry.number as usize)?.1)) }
        })
    }

    /// The longest phrase that ends `text`, at most two spaces before its end, and begins at a word's border: the byte
    /// where it begins and its value.
    #[must_use]
    #[inline]
    pub fn longest_before(&self, text: &str) -> Option<(usize, T)> {
        let text = &text[..text.len() - gap_before(text)];
        let pair = match text.as_bytes() {
            [] => return None,
            [last] => (*last, None),
            [.., before, last] => (*last, Some(*before)),
        };
        let index = self.last();
        let letters = letters_before(text.as_bytes());
        let may = index.sieve.may(letters) && (letters != 0 || index.pairs.may(pair));
        if may { self.find_before(index, letters, text) } else { None }
    }

    /// Whether a phrase can end these bytes, as one look at the last of them tells. No is certain.
    #[must_use]
    #[inline]
    pub fn may_end(&self, bytes: &[u8]) -> bool {
        let [.., before, last] = bytes else { return true };
        let index = self.last();
        let letters = letters_before(bytes);
        index.sieve.may(letters) && (letters != 0 || index.pairs.may((*last, Some(*before))))
    }

    fn find_before(&self, index: &Index, letters: u32, text: &str) -> Option<(usize, T)> {
        let bytes = text.as_bytes();
        let head = head(eight_before(bytes));
        index.candidates(letters, bytes.last().copied()).iter().find_map(|entry| {
            let start = match entry.fits(head) {
                Fit::No => return None,
                Fit::Whole => bytes.len().checked_sub(usize::from(entry.length))?,
                Fit::Open => self.ends(self.entries.get(entry.number as usize)?.0, text)?,
            };
            let open = entry.edge
                && match start.checked_sub(1).and_then(|before| bytes.get(before)) {
                    None => false,
                    Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
                    Some(_) => text[..start].chars().next_back().is_some_and(char::is_alphanumeric),
                };
            if open { None } else { Some((start, self.entries.get(entry.number as usize)?.1)) }
        })
    }

    /// The value of a text that is one phrase as a whole.
    #[must_use]
    pub fn get(&self, text: &str) -> Option<T> {
        self.longest_at(text).filter(|(length, _)| *length == text.len()).map(|(_, value)| value)
    }

    /// How much of the text the phrase takes that begins it.
    fn begins(&self, phrase: &str, text: &str) -> Option<usize> {
        let mut at = 0;
        for want in phrase.bytes() {
            at += match *text.as_bytes().get(at)? {
                _ if want == b' ' => Some(gap_at(text.get(at..)?)).filter(|length| *length > 0)?,
                byte if self.folded(byte) == want => 1,
                0xE2 => text.get(at..)?.chars().next().filter(|c| mark(*c) == Some(want))?.len_utf8(),
                _ => return None,
            };
        }
        Some(at)
    }

    /// Where the phrase begins that ends the text.
    fn ends(&self, phrase: &str, text: &str) -> Option<usize> {
        let mut at = text.len();
        for want in phrase.bytes().rev() {
            at -= match text.as_bytes()[..at].last()? {
                _ if want == b' ' => Some(gap_before(text.get(..at)?)).filter(|length| *length > 0)?,
                byte if self.folded(*byte) == want => 1,
                0x80.. => text.get(..at)?.chars().next_back().filter(|c| mark(*c) == Some(want))?.len_utf8(),
                _ => return None,
            };
        }
        Some(at)
    }

    const fn folded(&self, byte: u8) -> u8 {
        match self.case {
            Case::Folded => byte.to_ascii_lowercase(),
            Case::Exact => byte,
        }
    }
}

/// The phrases by their first or last four letters, longest first within a stretch.
#[derive(Debug)]
struct Index {
    /// What the first or last two bytes can be.
    pairs: Pairs,
    /// What the first or last four letters can be.
    sieve: Sieve,
    /// Where the stretch of a key begins in `order`: a power of two of keys, and one more.
    starts: Vec<u32>,
    order: Vec<Entry>,
}

/// A phrase as it is looked for.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    number: u32,
    /// The first or last bytes, and which of them the phrase has.
    head: u64,
    mask: u64,
    /// In bytes, where `head` is all of the phrase; 0 where it is not.
    length: u8,
    /// The end at which the text goes on is a letter or a digit: there a word must end.
    edge: bool,
    /// It is a digit of ASCII.
    digit: bool,
}

/// What the first eight bytes tell of a phrase.
enum Fit {
    /// It is not there.
    No,
    /// It is there.
    Whole,
    /// It may be there.
    Open,
}

impl Entry {
    #[inline]
    fn fits(&self, head: Option<u64>) -> Fit {
        match head {
            Some(head) if (head ^ self.head) & self.mask != 0 => Fit::No,
            Some(_) if self.length > 0 => Fit::Whole,
            _ => Fit::Open,
        }
    }
}

impl Index {
    fn new<T>(
        entries: &[(&str, T)],
        case: Case,
        pair: impl Fn(&str) -> (Option<char>, Option<char>),
        far: impl Fn(&str) -> Option<char>,
        letters: impl Fn(&[u8]) -> u32,
        eight: impl Fn(&[u8]) -> u64,
    ) -> Self {
        let keys = (entries.len() * 2).next_power_of_two().max(2);
        let mut found: Vec<(usize, usize, Entry)> = Vec::with_capacity(entries.len());
        for ((phrase, _), number) in entries.iter().zip(0_u32..) {
            let bytes = phrase.as_bytes();
            let (Some(edge), _) = pair(phrase) else { continue };
            let far = far(phrase);
            let mask = if bytes.len() >= 8 { u64::MAX } else { (1 << (8 * bytes.len())) - 1 };
            let head = head(eight(bytes));
            // Bytes that are compared with their case folded tell all of a phrase that has no other.
            let whole = head.is_some() && bytes.len() <= 8 && case == Case::Folded;
            let entry = Entry {
                number,
                head: head.unwrap_or(0),
                mask: if head.is_some() { mask } else { 0 },
                length: if whole { u8::try_from(bytes.len()).unwrap_or(0) } else { 0 },
                edge: far.is_some_and(char::is_alphanumeric),
                digit: far.is_some_and(|c| c.is_ascii_digit()),
            };
            let count = phrase.chars().count();
            let letters = letters(bytes);
            let near = u8::try_from(edge).ok().filter(u8::is_ascii).unwrap_or(BEYOND);
            let (own, beyond) = (key(letters, near, keys), key(0, BEYOND, keys));
            found.push((own, count, entry));
            // `'` may be `’`, and `-` any dash.
            if matches!(near, b'\'' | b'-') && own != beyond {
                found.push((beyond, count, entry));
            }
        }
        found.sort_by_key(|(key, count, _)| (*key, std::cmp::Reverse(*count)));
        let mut starts = vec![0_u32; keys + 1];
        for (key, ..) in &found {
            starts[key + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self {
            pairs: Pairs::new(entries.iter().map(|(phrase, _)| pair(phrase))),
            sieve: Sieve::new(entries.iter().map(|(phrase, _)| letters(phrase.as_bytes()))),
            starts,
            order: found.into_iter().map(|(_, _, entry)| entry).collect(),
        }
    }

    /// The entries that have these letters at their edge, or else this byte, and some others; longest first.
    #[inline]
    fn candidates(&self, letters: u32, edge: Option<u8>) -> &[Entry] {
        let edge = edge.filter(u8::is_ascii).unwrap_or(BEYOND);
        let key = key(letters, edge, self.starts.len() - 1);
        let stretch = self.starts.get(key).zip(self.starts.get(key + 1));
        stretch.and_then(|(from, to)| self.order.get(*from as usize..*to as usize)).unwrap_or(&[])
    }
}

/// Stands for all bytes that are not of ASCII.
const BEYOND: u8 = 0x80;

/// The stretch of the phrases with these letters at their edge, or with this byte where it is no letter.
#[inline]
fn key(letters: u32, edge: u8, keys: usize) -> usize {
    let known = if letters == 0 { u32::from(edge) } else { letters };
    // The number of keys is a power of two; the high bits of the product are the well mixed ones.
    let mixed = u64::from(known.wrapping_mul(0x9E37_79B1)) * keys as u64;
    usize::try_from(mixed >> 32).unwrap_or(0)
}

/// Eight bytes from an edge of a text, for a comparison at once: none where they can stand for others, as two spaces do. Zeros are no bytes.
fn head(eight: u64) -> Option<u64> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH << 7;
    if eight & HIGH != 0 {
        return None;
    }
    // A byte's highest bit says whether it is no space, at least a space, or the one behind the visible ones.
    let spaces = (eight ^ (EACH * 0x20)) + EACH * 0x7F;
    let visible = eight + EACH * (0x80 - 0x20);
    let delete = eight + EACH;
    let there = (eight + EACH * 0x7F) & HIGH;
    let plain = there & (!visible | delete) == 0 && !(spaces | spaces << 8 | 0xFF) & HIGH == 0;
    plain.then_some(eight | (EACH * 0x20))
}

/// For the first (or last) byte of a text, the letters that can stand beside it: a bit a letter, and the lowest for all else.
#[derive(Debug)]
struct Pairs(Box<[u32; 256]>);

impl Pairs {
    fn new(pairs: impl Iterator<Item = (Option<char>, Option<char>)>) -> Self {
        let mut rows = Box::new([0; 256]);
        for (edge, beside) in pairs {
            let Some(edge) = edge else { continue };
            // What stands beside a whole word is no letter, but anything may stand beside a sign.
            let bits = match beside {
                Some(c) => letter_bit(u8::try_from(c).unwrap_or(0x80)),
                None if edge.is_alphanumeric() => 1,
                None => u32::MAX,
            };
            if edge.is_ascii() {
                for byte in [edge.to_ascii_lowercase() as u8, edge.to_ascii_uppercase() as u8] {
                    rows[usize::from(byte)] |= bits;
                }
            }
            // The bytes of other characters are told no further: `'` may be `’`, and `-` any dash.
            if !edge.is_ascii() || matches!(edge, '\'' | '-') {
                rows[0x80..].fill(u32::MAX);
            }
        }
        Self(rows)
    }

    #[inline]
    fn may(&self, (edge, beside): (u8, Option<u8>)) -> bool {
        self.0[usize::from(edge)] & beside.map_or(1, letter_bit) != 0
    }
}

#[inline]
const fn letter_bit(byte: u8) -> u32 {
    if byte.is_ascii_alphabetic() { 1 << (byte & 31) } else { 1 }
}

/// The letters at the edge of the phrases, by a hash: a bit each. Few words that share two letters with a phrase share four.
#[derive(Debug)]
struct Sieve(Box<[u64; SIEVE_BITS / 64]>);

const SIEVE_BITS: usize = 1 << 13;

impl Sieve {
    fn new(letters: impl Iterator<Item = u32>) -> Self {
        let mut bits = Box::new([0; SIEVE_BITS / 64]);
        for letters in letters {
            let bit = Self::bit(letters);
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self(bits)
    }

    #[inline]
    fn may(&self, letters: u32) -> bool {
        let bit = Self::bit(letters);
        self.0[bit / 64] >> (bit % 64) & 1 != 0
    }

    #[inline]
    const fn bit(letters: u32) -> usize {
        (letters.wrapping_mul(0x9E37_79B1) >> (32 - SIEVE_BITS.trailing_zeros())) as usize
    }
}

/// The letters of ASCII that begin a text, at most four, in lower case; 0 where it begins with none.
#[inline]
fn letters_at(bytes: &[u8]) -> u32 {
    let four = match bytes {
        [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => bytes.iter().rev().fold(0, |four, byte| four << 8 | u32::from(*byte)),
    };
    kept(four)
}

/// The letters of ASCII that end a text, at most four, the last one lowest.
#[inline]
fn letters_before(bytes: &[u8]) -> u32 {
    let four = match bytes {
        [.., a, b, c, d] => u32::from_be_bytes([*a, *b, *c, *d]),
        _ => bytes.iter().fold(0, |four, byte| four << 8 | u32::from(*byte)),
    };
    kept(four)
}

/// The letters among four bytes from the lowest on, in lower case, up to the first byte that is none.
#[inline]
const fn kept(four: u32) -> u32 {
    const EACH: u32 = 0x0101_0101;
    const HIGH: u32 = EACH << 7;
    let four = four | (EACH * 0x20);
    let low = four & !HIGH;
    // A byte's highest bit says whether it is at least `a`, and whether it is beyond `z`.
    let from_a = low + EACH * (0x80 - b'a' as u32);
    let beyond_z = low + EACH * (0x7F - b'z' as u32);
    let other = !(from_a & !beyond_z & !four) & HIGH;
    // The bits below the first other byte; all where there is none.
    four & ((other & other.wrapping_neg()) >> 7).wrapping_sub(1)
}

/// The apostrophe or hyphen that the phrases write for a finer mark.
const fn mark(c: char) -> Option<u8> {
    match c {
        '\u{2019}' => Some(b'\''),
        '\u{2010}'..='\u{2013}' => Some(b'-'),
        _ => None,
    }
}

/// How many bytes of spaces begin a text, of those that stand for one space: one or two characters, one line end at most.
#[must_use]
pub fn gap_at(text: &str) -> usize {
    if matches!(text.as_bytes().first(), None | Some(b'!'..=b'~')) {
        return 0;
    }
    let one = |text: &str| match text.chars().next() {
        Some(c @ (' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')) => (c.len_utf8(), false),
        Some('\n') => (1, true),
        Some('\r') if text[1..].starts_with('\n') => (2, true),
        _ => (0, false),
    };
    let (first, first_ends_line) = one(text);
    if first == 0 {
        return 0;
    }
    let (second, second_ends_line) = one(&text[first..]);
    if first_ends_line && second_ends_line { first } else { first + second }
}

/// How many bytes of spaces end a text, of those that stand for one space.
#[must_use]
pub fn gap_before(text: &str) -> usize {
    if matches!(text.as_bytes().last(), None | Some(b'!'..=b'~')) {
        return 0;
    }
    let one = |text: &str| match text.chars().next_back() {
        Some(c @ (' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')) => (c.len_utf8(), false),
        Some('\n') if text.ends_with("\r\n") => (2, true),
        Some('\n') => (1, true),
        _ => (0, false),
    };
    let (last, last_ends_line) = one(text);
    if last == 0 {
        return 0;
    }
    let (next, next_ends_line) = one(&text[..text.len() - last]);
    if last_ends_line && next_ends_line { last } else { last + next }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: &[(&str, u8)] = &[
        ("$", 1),
        ("côte d'or", 2),
        ("d-mark", 3),
        ("dollar", 4),
        ("dollars", 5),
        ("rs", 6),
        ("rs.", 7),
        ("u.s", 8),
        ("u.s. dollars", 9),
        ("us", 10),
        ("us $", 11),
        ("us$", 12),
        ("złoty", 13),
    ];

    fn at(text: &str) -> Option<(usize, u8)> {
        Phrases::new(WORDS).longest_at(text)
    }

    fn before(text: &str) -> Option<(usize, u8)> {
        Phrases::new(WORDS).longest_before(text)
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(at("US$5"), Some((3, 12)));
        assert_eq!(at("US $5"), Some((4, 11)));
        assert_eq!(at("us 5"), Some((2, 10)));
        assert_eq!(at("Dollars."), Some((7, 5)));
        assert_eq!(at("dollar's"), Some((6, 4)));
        assert_eq!(at("U.S. dollars"), Some((12, 9)));
        assert_eq!(at("U.S. Navy"), Some((3, 8)));
        assert_eq!(at("Rs. 5"), Some((3, 7)));
        assert_eq!(at("$5"), Some((1, 1)));
        assert_eq!(at(""), None);
        assert_eq!(at("5"), None);
    }

    #[test]
    fn a_phrase_ends_at_a_border() {
        assert_eq!(at("dollarisation"), None);
        assert_eq!(at("use"), None);
        assert_eq!(at("złotych"), None);
        assert_eq!(at("złoty"), Some((6, 13)));
        assert_eq!(at("Rs5"), None);
        assert_eq!(Phrases::new(WORDS).digits_follow().longest_at("Rs5"), Some((2, 6)));
        assert_eq!(Phrases::new(WORDS).digits_follow().longest_at("Rsx"), None);
    }

    #[test]
    fn spaces_quotes_and_dashes_stand_as_they_are() {
        for text in ["U.S.\u{a0}dollars", "u.s.  dollars", "U.S.\ndollars", "U.S.\r\ndollars", "U.S.\u{202f} dollars"] {
            assert_eq!(at(text), Some((text.len(), 9)), "{text:?}");
            assert_eq!(before(text), Some((0, 9)), "{text:?}");
        }
        for text in ["U.S.\n\ndollars", "U.S.   dollars", "U.S.\tdollars"] {
            assert_eq!(at(text), Some((3, 8)), "{text:?}");
            assert_ne!(before(text), Some((0, 9)), "{text:?}");
        }
        assert_eq!(at("côte d’or"), Some((12, 2)));
        assert_eq!(at("D\u{2013}mark"), Some((8, 3)));
        assert_eq!(before("a D\u{2011}mark "), Some((2, 3)));
    }

    #[test]
    fn what_ends_a_text() {
        assert_eq!(before("five dollars"), Some((5, 5)));
        assert_eq!(before("five dollars  "), Some((5, 5)));
        assert_eq!(before("five dollars   "), None);
        assert_eq!(before("petrodollars"), None);
        assert_eq!(before("in U.S. dollars "), Some((3, 9)));
        assert_eq!(before("worth us$"), Some((6, 12)));
        assert_eq!(before("worth a$"), Some((7, 1)));
        assert_eq!(before("5 złoty"), Some((2, 13)));
        assert_eq!(before(""), None);
    }

    #[test]
    fn case_counts_where_it_is_told_to() {
        static NAMES: &[(&str, u8)] = &[("Chad", 1), ("Turkey", 2)];
        let names = Phrases::exact(NAMES);
        assert_eq!(names.longest_at("Turkey said"), Some((6, 2)));
        assert_eq!(names.longest_at("turkey said"), None);
        assert_eq!(names.longest_at("CHAD"), None);
        assert_eq!(names.get("Chad"), Some(1));
        assert_eq!(names.get("Chad "), None);
    }

    #[test]
    fn a_long_word_costs_no_more_than_a_short_one() {
        let long = "d".repeat(10_000_000);
        let words = Phrases::new(WORDS);
        for _ in 0..100_000 {
            assert_eq!(words.longest_at(&long), None);
            assert_eq!(words.longest_before(&long), None);
        }
    }

    #[test]
    fn an_empty_table_finds_nothing() {
        static NONE: &[(&str, u8)] = &[];
        assert_eq!(Phrases::new(NONE).longest_at("word"), None);
        assert_eq!(Phrases::new(NONE).longest_before("word"), None);
    }
}

//! Words known by how they begin, for a text of which most words are none of them.
//!
//! A bit by the hash of its first four letters turns most words away, and its first eight bytes tell of the others. No branch
//! depends on a word before that, nothing is compared that does not fit into a register, and a look-up allocates nothing.

/// `contract`: a word that a text is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// In lower case. A stem may go on with what is no letter, as "s-400".
    pub word: &'static str,
    /// The text's word ends with it, so far as eight letters tell.
    pub whole: bool,
}

/// `con`, `contract`: words with what they are, a bit a kind.
#[derive(Debug)]
pub struct Heads {
    /// Which words may be of the asked kinds, by a hash of their first four letters.
    sieve: Sieve,
    /// Where the words with a hash begin in `words`.
    stretches: Box<[u16; (1 << BITS) + 1]>,
    words: Vec<Head>,
}

/// The first eight bytes of a word in the tables.
#[derive(Clone, Copy, Debug)]
struct Head {
    bytes: u64,
    mask: u64,
    kinds: u8,
    /// The word ends where the table's does, or goes on.
    whole: bool,
}

/// Which words there may be, by a hash of their first four letters.
#[derive(Debug)]
pub struct Sieve(Box<[u64; SIEVE_BITS / 64]>);

const SIEVE_BITS: usize = 1 << 16;
const BITS: u32 = 12;

/// The bit that folds the case of a letter, eight times. It leaves digits, hyphens and spaces as they are.
pub const FOLD: u64 = 0x2020_2020_2020_2020;

impl Sieve {
    /// The words that have any of the `kinds`.
    #[must_use]
    pub fn new(words: &[(Word, u8)], kinds: u8) -> Self {
        let mut bits = Box::new([0; SIEVE_BITS / 64]);
        for &(Word { word, .. }, of) in words {
            let place = sieve_bit(hash(letters(eight(word.as_bytes(), 0))));
            bits[place / 64] |= u64::from(of & kinds != 0) << (place % 64);
        }
        Self(bits)
    }

    /// A bit: whether the word with these first bytes may be there.
    #[inline]
    #[must_use]
    pub fn may(&self, head: u64) -> u64 {
        self.bit(letters(head))
    }

    #[inline]
    fn bit(&self, letters: u64) -> u64 {
        let place = sieve_bit(hash(letters));
        self.0[place / 64] >> (place % 64) & 1
    }
}

impl Heads {
    /// The words with their kinds. [`Heads::may`] says yes only to those that have any of the `asked` kinds.
    #[must_use]
    pub fn new(words: &[(Word, u8)], asked: u8) -> Self {
        let mut slots: Vec<Vec<Head>> = vec![Vec::new(); 1 << BITS];
        for &(Word { word, whole }, kinds) in words {
            let bytes = eight(word.as_bytes(), 0) & kept(word.len());
            let mask = if whole { u64::MAX } else { kept(word.len()) };
            slots[slot(hash(letters(bytes)))].push(Head { bytes, mask, kinds, whole });
        }
        let mut stretches = Box::new([0; (1 << BITS) + 1]);
        let mut all = Vec::new();
        for (at, slot) in slots.into_iter().enumerate() {
            all.extend(slot);
            stretches[at + 1] = u16::try_from(all.len()).unwrap_or(u16::MAX);
        }
        Self { sieve: Sieve::new(words, asked), stretches, words: all }
    }

    /// A bit: whether the word with these first bytes may be one of the asked kinds.
    #[inline]
    #[must_use]
    pub fn may(&self, head: u64) -> u64 {
        self.sieve.may(head)
    }

    /// The same, where it is known how many letters the word begins with.
    #[inline]
    #[must_use]
    pub fn may_begin(&self, head: u64, letters: u32) -> u64 {
        self.sieve.bit(head & kept(letters.min(4) as usize))
    }

    /// The kinds of the word with these first bytes; none where it is no word of the table.
    #[inline]
    #[must_use]
    pub fn kinds(&self, head: u64) -> u8 {
        let word = letters(head);
        let slot = slot(hash(word));
        let mut kinds = 0;
        for entry in &self.words[usize::from(self.stretches[slot])..usize::from(self.stretches[slot + 1])] {
            let same = if entry.whole { word == entry.bytes } else { head & entry.mask == entry.bytes };
            kinds |= if same { entry.kinds } else { 0 };
        }
        kinds
    }
}

/// The first eight bytes of a text at a place in lower case, the first one lowest; spaces behind its end.
#[inline]
#[must_use]
pub fn eight(bytes: &[u8], at: usize) -> u64 {
    let short = || bytes[at..].iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte));
    bytes.get(at..at + 8).and_then(<[u8]>::first_chunk).map_or_else(short, |eight| u64::from_le_bytes(*eight)) | FOLD
}

/// The letters that begin eight bytes in lower case; zeros from the first byte that is none.
#[inline]
const fn letters(head: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH << 7;
    let low = head & !HIGH;
    // A byte's highest bit says whether it is at least `a`, and whether it is beyond `z`.
    let from_a = low + EACH * (0x80 - b'a' as u64);
    let beyond_z = low + EACH * (0x7F - b'z' as u64);
    let other = !(from_a & !beyond_z & !head) & HIGH;
    // The bits below the first other byte; all where there is none.
    head & ((other & other.wrapping_neg()) >> 7).wrapping_sub(1)
}

/// The bits of the first few of eight bytes.
#[inline]
const fn kept(length: usize) -> u64 {
    if length >= 8 { u64::MAX } else { (1 << (8 * length)) - 1 }
}

/// A hash of the first four letters, its high bits the well mixed ones.
#[inline]
const fn hash(letters: u64) -> u32 {
    let [a, b, c, d, ..] = letters.to_le_bytes();
    u32::from_le_bytes([a, b, c, d]).wrapping_mul(0x9E37_79B1)
}

#[inline]
const fn sieve_bit(hash: u32) -> usize {
    (hash >> (32 - SIEVE_BITS.trailing_zeros())) as usize
}

#[inline]
const fn slot(hash: u32) -> usize {
    (hash >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_and_stems_go_on() {
        let word = |word, whole| (Word { word, whole }, 1);
        let words = Heads::new(
            &[word("million", true), word("s-400", false), word("contract", false), word("contraband", true)],
            1,
        );
        let kinds = |text: &str| words.kinds(eight(text.as_bytes(), 0));
        let all = ["million", "Million!", "S-400", "s-400s", "CONTRACTS", "contract", "contraband"];
        assert!(all.iter().all(|text| kinds(text) == 1 && words.may(eight(text.as_bytes(), 0)) == 1));
        assert!(
            ["millions", "militant", "s-300", "s", "contra", "contrast", "5", "", "é"]
                .iter()
                .all(|text| kinds(text) == 0)
        );
    }
}

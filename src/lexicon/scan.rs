//! The words that the scan looks for, with what each may begin.

use super::generated::{MAGNITUDES, NUMERALS, VAGUE_COUNTS};
use crate::scan::MONEY;

/// Every word whose first letters the scan watches for, as lists of (words, kinds).
pub(crate) fn scan_words() -> Vec<(&'static str, u8)> {
    let long = |word: &&str| word.len() >= 4;
    let numerals = NUMERALS.iter().map(|(word, _)| *word);
    let magnitudes = MAGNITUDES.iter().map(|(word, _)| *word).filter(long);
    let counts = VAGUE_COUNTS.iter().map(|(word, _)| *word).filter(|word| !word.contains(' '));
    numerals
        .chain(magnitudes)
        .chain(counts)
        .chain(["half", "quarter", "couple", "dozen", "multi"])
        .map(|word| (word, MONEY))
        .collect()
}

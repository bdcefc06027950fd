//! The words that the scan looks for, with what each may begin.

use std::collections::BTreeMap;

use super::generated::{MAGNITUDES, NUMERALS, VAGUE_COUNTS};
use super::heads::Word;
use super::news::{ARMS_STEMS, TRADE_STEMS, arms_nouns};
use super::words::{
    DATE_OPENERS, DATE_PARTS, FISCAL_WORDS, MONTHS, NAMED_DAYS, PERIODS, QUARTER_ORDINALS, SEASONS, SHIFTS,
    SHORT_WEEKDAYS, SMALL_COUNTS, WEEKDAYS,
};

/// `five`: a word that may begin an amount.
pub(crate) const MONEY: u8 = 2;
/// `May`: a word that may begin a date.
pub(crate) const DATE: u8 = 4;
/// `the`, `last`, `from`: a word that begins a date only where a number or one of the [`LED`] words follows, from which it is found.
pub(crate) const LEADS: u8 = 8;
/// `month` in "last month": a word that goes on with a date behind one that [`LEADS`].
pub(crate) const LED: u8 = 16;

/// `contract`: a word of trade, which a deal has.
pub(crate) const TRADE: u8 = 32;
/// `missile`: a word of arms or of forces, which a deal of defence has.
pub(crate) const ARMS: u8 = 64;

/// Every word that the scan watches for, sorted, with what it may begin.
pub(crate) fn scan_words() -> BTreeMap<Word, u8> {
    let mut words = BTreeMap::new();
    let mut add = |phrases: &mut dyn Iterator<Item = &'static str>, kinds: u8, next: u8| {
        for phrase in phrases {
            let mut runs = phrase.split(|c: char| !c.is_ascii_alphabetic()).filter(|run| !run.is_empty());
            let digit_first = phrase.starts_with(|c: char| c.is_ascii_digit());
            if let Some(word) = runs.next().filter(|_| !digit_first) {
                // `multimillion` and `multi-million` begin with "multi".
                *words.entry(Word { word, whole: word != "multi" }).or_default() |= kinds;
            }
            if let Some(word) = runs.next() {
                *words.entry(Word { word, whole: true }).or_default() |= next;
            }
        }
    };
    let long = |word: &&str| word.len() >= 4;
    add(&mut NUMERALS.iter().map(|(word, _)| *word), MONEY, 0);
    add(&mut MAGNITUDES.iter().map(|(word, _)| *word).filter(long), MONEY, 0);
    add(&mut VAGUE_COUNTS.iter().map(|(word, _)| *word).filter(|word| !word.contains(' ')), MONEY, 0);
    add(&mut ["half", "quarter", "couple", "dozen", "multi"].into_iter(), MONEY, 0);

    add(&mut MONTHS.iter().map(|(word, _)| *word), DATE | LED, 0);
    add(&mut WEEKDAYS.iter().chain(SHORT_WEEKDAYS).map(|(word, _)| *word), DATE | LED, 0);
    let parts = || DATE_PARTS.iter().map(|(word, _)| *word);
    add(&mut parts().filter(|word| !word.starts_with("the ")), DATE | LED, 0);
    add(&mut parts().filter(|word| word.starts_with("the ")), LEADS, LED);
    add(&mut FISCAL_WORDS.iter().map(|(word, ())| *word), DATE | LED, 0);
    add(&mut SEASONS.iter().map(|(word, _)| *word), DATE | LED, 0);
    add(&mut QUARTER_ORDINALS.iter().map(|(word, _)| *word), LEADS, 0);
    add(&mut SHIFTS.iter().map(|(word, _)| *word), LEADS, 0);
    let days = || NAMED_DAYS.iter().map(|(word, _)| *word);
    add(&mut days().filter(|word| !word.contains(' ')), DATE, 0);
    add(&mut days().filter(|word| word.contains(' ')), LEADS, LED);
    add(&mut SMALL_COUNTS.iter().map(|(word, _)| *word), LEADS, LED);
    add(&mut PERIODS.iter().map(|(word, _)| *word), LED, 0);
    add(&mut DATE_OPENERS.iter().map(|(word, _)| *word), LEADS, 0);
    // `year-end`, `Q2`, `H1`, `2nd half`
    add(&mut ["the", "year", "q", "h"].into_iter(), LEADS, 0);
    add(&mut ["half"].into_iter(), LED, 0);
    let mut begin = |stems: &mut dyn Iterator<Item = &'static str>, kinds: u8| {
        for stem in stems {
            let word = stem.trim_end();
            *words.entry(Word { word, whole: word != stem }).or_default() |= kinds;
        }
    };
    begin(&mut TRADE_STEMS.iter().map(|(stem, _)| *stem), TRADE);
    begin(&mut ARMS_STEMS.iter().map(|(stem, _)| *stem).chain(arms_nouns()), ARMS);
    words
}

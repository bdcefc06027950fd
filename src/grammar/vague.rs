//! Money without a number.
//!
//! ```text
//! multi   = "multi" [ "-" ] magnitude ( "-" | " " ) noun                     multimillion-dollar   multi-billion pound
//! plural  = [ many ] magnitudes [ "of" | "in" ] noun                         tens of millions of dollars
//! several = few [ "hundred" | "thousand" ] magnitude [ "of" ] noun           several hundred million dollars
//! bare    = many magnitudes                                                  worth hundreds of millions
//! many    = ( "tens" | "dozens" | "scores" | "hundreds" | "thousands" ) "of" | "double-digit" | …
//! ```
//! The magnitude is the smallest amount that the words can mean: "multimillion" a million, "tens of millions" ten.

use rust_decimal::Decimal;

use super::currency::{Tag, suffix};
use super::quantity::times;
use super::{Read, at_word_end, dash, nothing, space};
use crate::lexicon::Unit;
use crate::lexicon::money::{MAGNITUDES, VAGUE_COUNTS};

/// The productions that give a figure its rule.
pub const RULES: &[&str] = &["vague.multi", "vague.plural", "vague.several", "vague.bare"];

/// `tens of millions of dollars`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vague {
    /// The smallest amount that the words can mean.
    pub magnitude: Decimal,
    /// The currency, where one is written.
    pub tag: Option<Tag>,
    /// The production's name.
    pub rule: &'static str,
}

/// `multimillion-dollar`, `tens of millions of dollars`, `several hundred million dollars`, `hundreds of millions`
pub fn vague(i: &str) -> Read<'_, Vague> {
    multi(i).or_else(|| many(i)).map_or_else(nothing, Ok)
}

/// `multimillion-dollar`, `multi-billion pound`, `million-dollar`
fn multi(i: &str) -> Option<(&str, Vague)> {
    let rest = word(i, "multi").map(|rest| dash(rest).or_else(|| space(rest)).unwrap_or(rest));
    let (rest, exponent) = match rest {
        Some(rest) => scale(rest, 3)?,
        None => return None,
    };
    let (rest, tag) = suffix(rest).ok()?;
    if tag.unit != Unit::Major {
        return None;
    }
    Some((rest, Vague { magnitude: times(Decimal::ONE, exponent)?, tag: Some(tag), rule: "vague.multi" }))
}

/// `tens of millions of dollars`, `several hundred million dollars`, `millions of dollars`, `hundreds of millions`
fn many(i: &str) -> Option<(&str, Vague)> {
    let mut rest = i;
    let mut least = Decimal::ONE;
    let mut counted = false;
    let mut several = false;
    // "many tens of thousands of millions" has three counts; more are no English.
    for _ in 0..4 {
        let Some((length, count)) = VAGUE_COUNTS.longest_at(rest) else { break };
        let after = rest.get(length..)?;
        let Some(next) = space(after).or_else(|| dash(after)) else { break };
        let next = strip(next, "of").unwrap_or(next);
        // `thousands of dollars`: the last word is the magnitude itself.
        if VAGUE_COUNTS.longest_at(next).is_none() && scale_word(next).is_none() {
            break;
        }
        least = least.checked_mul(Decimal::from(count))?;
        several |= count <= 3 || count == 10 && rest.as_bytes()[0].eq_ignore_ascii_case(&b'd');
        counted = true;
        rest = next;
    }
    let mut exponent = 0;
    let mut end = rest;
    let mut plural = false;
    // `hundreds of thousands of millions`, `several hundred million`
    for _ in 0..3 {
        let Some((after, one, with_s)) = scale_word(rest) else { break };
        if exponent > 0 && plural && !with_s {
            break;
        }
        exponent += one;
        plural |= with_s;
        end = after;
        rest = match space(after) {
            Some(next) => strip(next, "of").unwrap_or(next),
            None => break,
        };
    }
    if !(2..=15).contains(&exponent) || !(counted || plural) {
        return None;
    }
    let magnitude = times(least, exponent)?;
    let tag = money_noun(end);
    let rule = match (&tag, several) {
        (None, _) => "vague.bare",
        (Some(_), true) => "vague.several",
        (Some(_), false) => "vague.plural",
    };
    match tag {
        Some((rest, tag)) => Some((rest, Vague { magnitude: in_unit(magnitude, tag)?, tag: Some(tag), rule })),
        None if exponent >= 6 => Some((end, Vague { magnitude, tag: None, rule })),
        None => None,
    }
}

/// ` of U.S. dollars`, ` in euros`, ` pounds` behind a magnitude
fn money_noun(i: &str) -> Option<(&str, Tag)> {
    if let Ok((rest, tag)) = suffix(i) {
        return Some((rest, tag));
    }
    let after = space(i)?;
    let inner = ["of", "in"].into_iter().find_map(|word| keep_space(after, word))?;
    suffix(inner).ok()
}

fn in_unit(magnitude: Decimal, tag: Tag) -> Option<Decimal> {
    match tag.unit {
        Unit::Major => Some(magnitude),
        Unit::Minor { digits } => super::quantity::of_minor(magnitude, digits),
    }
}

/// `million`, `billion` and their exponent
fn scale(i: &str, least: u8) -> Option<(&str, u8)> {
    let (length, exponent) = MAGNITUDES.longest_at(i)?;
    (length >= 4 && exponent >= least).then_some((i.get(length..)?, exponent))
}

/// `hundreds`, `millions`, `million`: the rest, the exponent, whether it is a plural
fn scale_word(i: &str) -> Option<(&str, u8, bool)> {
    for (word, exponent) in [("hundreds", 2), ("thousands", 3)] {
        if let Some(rest) = word_end(i, word) {
            return Some((rest, exponent, true));
        }
    }
    let (length, exponent) = MAGNITUDES.longest_at(i)?;
    let word = i.get(..length)?;
    (length >= 4).then_some((&i[length..], exponent, word.ends_with(['s', 'S'])))
}

/// The rest behind `word`, whatever follows.
fn word<'t>(i: &'t str, word: &str) -> Option<&'t str> {
    i.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word)).map(|_| &i[word.len()..])
}

/// The rest behind a whole `word`.
fn word_end<'t>(i: &'t str, expected: &str) -> Option<&'t str> {
    word(i, expected).filter(|rest| at_word_end(rest))
}

/// The rest behind `word` and the space after it.
fn strip<'t>(i: &'t str, expected: &str) -> Option<&'t str> {
    space(word_end(i, expected)?)
}

/// The rest behind `word`, with the space before what follows.
fn keep_space<'t>(i: &'t str, expected: &str) -> Option<&'t str> {
    word_end(i, expected).filter(|rest| space(rest).is_some())
}

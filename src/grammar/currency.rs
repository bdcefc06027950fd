//! Currencies by symbol, code and name.
//!
//! ```text
//! prefix = symbol | code | scale code | name                     $   US$   EUR   MUSD   ringgit
//! suffix = [ space | "-" ] ( symbol | code | scale code | name )        20€   5m USD   48.5 MGBP   5m Swiss francs
//! ```

use super::{Read, at_word_end, dash, hyphen, nothing, spaces};
use crate::lexicon::{self, Reading, Unit};
use crate::model::CurrencyBasis;

/// `US$`, `EUR`, `Swiss francs`: what currency the words say, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tag {
    /// Which currency or currencies.
    pub reading: Reading,
    /// Symbol, code or name.
    pub basis: CurrencyBasis,
    /// Major or minor unit.
    pub unit: Unit,
    /// A power of ten before the code: 6 in `MUSD`.
    pub exponent: u8,
    /// The capitals of the code are also a word.
    pub guarded: bool,
    /// A single letter, as in `R5 billion`, which mostly means other things.
    pub lettered: bool,
}

impl Tag {
    fn major(reading: Reading, basis: CurrencyBasis) -> Self {
        Self { reading, basis, unit: Unit::Major, exponent: 0, guarded: false, lettered: false }
    }
}

/// `US$`, `EUR`, `MUSD`, `ringgit` before a number
pub fn prefix(i: &str) -> Read<'_, Tag> {
    let read = lexicon::symbol_at(i)
        .and_then(|(length, reading)| {
            // `SR22`, `FF-15`: capitals alone may be anything.
            let guarded = i[..length].bytes().all(|b| b.is_ascii_uppercase())
                && !matches!(&i[..length], "RM" | "NIS" | "CFA" | "FCFA")
                // "Bt 176 maize"
                || &i[..length] == "Bt";
            let lettered = guarded && length == 1;
            Some((i.get(length..)?, Tag { guarded, lettered, ..Tag::major(reading, CurrencyBasis::Symbol) }))
        })
        .or_else(|| code(i, |rest| rest.as_bytes().first().is_none_or(|b| !b.is_ascii_alphabetic())))
        .or_else(|| {
            let (length, noun, any) = lexicon::prefix_noun_at(i)?;
            let basis = CurrencyBasis::Name;
            Some((
                i.get(length..)?,
                Tag { reading: noun.reading, basis, unit: noun.unit, exponent: 0, guarded: !any, lettered: false },
            ))
        });
    read.map_or_else(nothing, Ok)
}

/// `€`, `USD`, `million Swiss francs` behind a number
pub fn suffix(i: &str) -> Read<'_, Tag> {
    let (rest, tied) = match dash(i) {
        Some(rest) => (rest, true),
        None => (spaces(i), false),
    };
    let tight = rest.len() == i.len();
    let Some(first) = rest.as_bytes().first() else { return nothing() };
    if first.is_ascii_alphabetic() || *first >= 0xC2 {
        if let Some((length, noun)) = lexicon::noun_at(rest) {
            let capitals = length < 6 && rest[..length].bytes().all(|byte| byte.is_ascii_uppercase());
            // `EUR 5m-EUR 7m`: the code belongs to the number behind it.
            if capitals && tied && spaces(&rest[length..]).starts_with(|c: char| c.is_ascii_digit()) {
                return nothing();
            }
            if capitals
                && let Some(read) = code(rest, at_word_end).filter(|(after, _)| after.len() + length == rest.len())
            {
                return Ok(read);
            }
            // `5p`, `43c`: a letter belongs to a number that it touches.
            if length > 1 || (tight && !tied) {
                let tag = Tag {
                    reading: noun.reading,
                    basis: CurrencyBasis::Name,
                    unit: noun.unit,
                    exponent: 0,
                    guarded: false,
                    lettered: false,
                };
                return Ok((&rest[length..], tag));
            }
        }
        // Codes are capitals; most words behind a number are not.
        if rest.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase)
            && let Some((after, tag)) = code(rest, at_word_end)
        {
            // `PLN 5m-PLN 7m`: the code belongs to the number behind it.
            if tied && spaces(after).starts_with(|c: char| c.is_ascii_digit()) {
                return nothing();
            }
            return Ok((after, tag));
        }
        // Of the symbols behind a number only `kr`, `kn`, `zł` and `rs` begin with a small letter.
        if first.is_ascii_lowercase() && !matches!(first, b'k' | b'z' | b'r') {
            return nothing();
        }
    }
    match lexicon::symbol_at(rest) {
        Some((length, reading)) if !tied => {
            // `It cost 5 million zł. They paid.`: the dot ends the sentence, and belongs to no abbreviation that can do without it.
            let bare = rest[..length].strip_suffix('.').filter(|_| ends_sentence(&rest[length..]));
            let length = bare.filter(|bare| lexicon::symbol_at(bare).is_some()).map_or(length, str::len);
            let after = &rest[length..];
            let letter = rest.as_bytes()[length - 1].is_ascii_alphabetic();
            // `100 $GME`: the sign belongs to the letters behind it.
            if !tight && !letter && after.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return nothing();
            }
            // `three KC-130J`: letters that a hyphen ties on are no symbol; `5 R`: nor is a single one.
            if letter && (length == 1 || !at_word_end(after) || ties(after)) {
                nothing()
            } else {
                Ok((after, Tag::major(reading, CurrencyBasis::Symbol)))
            }
        }
        _ => nothing(),
    }
}

/// `-130J`: a hyphen behind letters; an en dash before digits is that of a range.
fn ties(i: &str) -> bool {
    hyphen(i).is_some_and(|rest| !(i.starts_with('–') && rest.starts_with(|c: char| c.is_ascii_digit())))
}

/// The text ends here, or what begins a sentence follows a space or a line's end.
fn ends_sentence(i: &str) -> bool {
    let next = spaces(i);
    i.is_empty() || next.len() < i.len() && next.chars().next().is_none_or(|c| !c.is_lowercase() && c != '(')
}

/// `EUR`, `MUSD`, `eur`: a code that ends as `ends` wants.
fn code(i: &str, ends: impl Fn(&str) -> bool) -> Option<(&str, Tag)> {
    // Only the letter of a scale is ever small.
    if !i.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    let length = i.bytes().take(6).take_while(u8::is_ascii_alphabetic).count();
    // Longest first: `USDT` before `USD`.
    (3..=length.min(5)).rev().find_map(|length| {
        let (head, rest) = (i.get(..length)?, i.get(length..)?);
        if !ends(rest) {
            return None;
        }
        if let Some((code, guarded)) = lexicon::code(head) {
            return Some((rest, Tag { guarded, ..Tag::major(Reading::One(code), CurrencyBasis::Code) }));
        }
        // `MUSD`, `TEUR`, `kSEK`
        let (letter, scaled) = (head.as_bytes()[0], &head[1..]);
        let exponent = match letter {
            b'M' => 6,
            b'K' | b'k' | b'T' => 3,
            b'B' => 9,
            _ => return None,
        };
        let (code, _) = lexicon::code(scaled)?;
        // `MEUR` is no word; other scaled codes may be.
        let guarded = !matches!(scaled, "EUR" | "USD" | "GBP" | "SEK" | "NOK" | "DKK" | "CHF" | "JPY" | "CNY" | "INR");
        Some((rest, Tag { exponent, guarded, ..Tag::major(Reading::One(code), CurrencyBasis::Code) }))
    })
}

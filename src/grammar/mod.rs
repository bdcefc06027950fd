//! The shapes: one a file, nom over `&str`. No document, no positions, no input or output.
//!
//! A production reads from where it stands and never looks left; what stands before a mention is read in `mention`.
//! A nom error never leaves this layer: outside, a production gives an `Option`.

use nom::IResult;

pub mod amount;
pub mod currency;
pub mod date;
pub mod number;
pub mod piid;
pub mod quantity;
pub mod range;
pub mod vague;

/// What a production gives: the rest of the input and what was read, or nothing.
pub(crate) type Read<'t, T> = IResult<&'t str, T, ()>;

/// The answer of a production that reads nothing here.
pub(crate) const fn nothing<'t, T>() -> Read<'t, T> {
    Err(nom::Err::Error(()))
}

/// At most two of the spaces that stand within an amount: space, no-break, thin, or one line end.
pub(crate) fn spaces(i: &str) -> &str {
    let mut rest = i;
    for _ in 0..2 {
        match space(rest) {
            Some(next) => rest = next,
            None => break,
        }
    }
    rest
}

/// One space of any kind.
pub(crate) fn space(i: &str) -> Option<&str> {
    let length = match i.as_bytes() {
        [b' ' | b'\n' | b'\t', ..] => 1,
        [b'\r', b'\n', ..] | [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0x89 | 0xAF | 0x8A | 0x87, ..] => 3,
        _ => return None,
    };
    i.get(length..)
}

/// A hyphen, a dash or a minus sign of any kind.
pub(crate) fn dash(i: &str) -> Option<&str> {
    let length = match i.as_bytes() {
        [b'-', ..] => 1,
        [0xE2, 0x80, 0x90..=0x95, ..] | [0xE2, 0x88, 0x92, ..] => 3,
        _ => return None,
    };
    i.get(length..)
}

/// A dash that ties words together; a long one parts clauses: `The price—$5 m—was paid`.
pub(crate) fn hyphen(i: &str) -> Option<&str> {
    if matches!(i.as_bytes(), [0xE2, 0x80, 0x94 | 0x95, ..]) { None } else { dash(i) }
}

/// Whether a word cannot go on here.
pub(crate) fn at_word_end(i: &str) -> bool {
    match i.as_bytes() {
        [] => true,
        [b, ..] if b.is_ascii() => !b.is_ascii_alphanumeric(),
        _ => !i.chars().next().is_some_and(char::is_alphanumeric),
    }
}

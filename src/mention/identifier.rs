//! Identifiers where they stand.

use std::borrow::Cow;

use crate::grammar::piid::{piid, typeset_hyphen};
use crate::lexicon::letters::each_code_start;
use crate::model::{Identifier, Scheme};
use crate::span::Span;

/// `N00019-21-C-0001` in "awarded a contract (N00019-21-C-0001)": the numbers of contracts, orders and solicitations in a stretch.
#[must_use]
pub fn find_identifiers(text: &str, stretch: Span) -> Vec<Identifier<'_>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut floor = stretch.start;
    // No number begins otherwise.
    each_code_start(bytes, stretch.start, stretch.end, |at| {
        let byte = bytes[at];
        let part = at > 1 && bytes[at - 1] == b'-' && bytes[at - 2].is_ascii_alphanumeric();
        if part || at < floor {
            return;
        }
        let run = upper_run(&bytes[at..stretch.end]);
        // The office's code, a slip in its length, or the whole number without hyphens.
        let marked = bytes.get(at + run) == Some(&b'-') || bytes.get(at + run..).is_some_and(typeset_hyphen);
        if (run >= 6 && byte.is_ascii_uppercase() || (5..=7).contains(&run) && marked || byte == b'G' && run >= 2)
            && let Some((rest, read)) = text.get(at..stretch.end).and_then(|i| piid(i).ok())
        {
            let span = Span::new(at, stretch.end - rest.len());
            let value = Cow::Owned(read.plain);
            found.push(Identifier::new(span, text, scheme(text, span, read.instrument, read.order), value));
            floor = span.end;
        }
    });
    found
}

/// How many capitals and digits stand in a row at the start; a long row is not counted to its end.
fn upper_run(bytes: &[u8]) -> usize {
    bytes.iter().take(LONGEST_RUN).take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count()
}

/// No number has a longer run.
const LONGEST_RUN: usize = 32;

/// The type of instrument tells an order from a contract, and a solicitation from both: FAR 4.1603(a)(3).
fn scheme(text: &str, span: Span, instrument: u8, order: bool) -> Scheme {
    let before = text.get(..span.start).unwrap_or("");
    let before = before.trim_end();
    if matches!(instrument, b'R' | b'B' | b'Q' | b'T' | b'U' | b'S' | b'X')
        || before.ends_with("solicitation")
        || before.ends_with("announcement")
    {
        return Scheme::UsSolicitation;
    }
    if order || matches!(instrument, b'F' | b'J' | b'K' | b'L' | b'M') { Scheme::UsOrder } else { Scheme::UsPiid }
}

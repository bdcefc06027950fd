//! The contracting activity: `Naval Air Systems Command, Patuxent River, Maryland, is the contracting activity (N00019-21-C-0001).`

use super::{Pieces, trim};
use crate::lexicon::holds::Holds;
use crate::lexicon::procurement::{Cue, Hit};
use crate::model::TextSpan;
use crate::span::Span;

/// The contracting activity that a sentence names, without "The".
#[must_use]
pub fn activity<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Option<TextSpan<'t>> {
    // "The Virginia Contracting Activity … is the contracting activity": the first is a name.
    pieces
        .hits_in(sentence)
        .iter()
        .filter(|hit| hit.what == Cue::Activity)
        .take(MOST_MENTIONS)
        .find_map(|hit| named(pieces, sentence, *hit))
}

/// A sentence that mentions it more often names none.
const MOST_MENTIONS: usize = 8;

/// The name before or behind one mention of the contracting activity.
fn named<'t>(pieces: &Pieces<'_, 't>, sentence: Span, hit: Hit<Cue>) -> Option<TextSpan<'t>> {
    let words = Span::new(hit.start, hit.end).of(pieces.text);
    let verb_last = words.ends_with(" is") || words.ends_with(" was") || words.ends_with(" are");
    let verb_first = words.starts_with("is ") || words.starts_with("was ") || words.starts_with("are ");
    let after = pieces.of(Span::new(hit.end, sentence.end));
    let span = if verb_last {
        Span::new(hit.end, sentence.end)
    } else if verb_first {
        Span::new(sentence.start, hit.start)
    } else if let Some(rest) = [
        " of the contract is ",
        " for this action is ",
        " for this contract is ",
        " for the contract is ",
        ", is ",
        ": ",
    ]
    .iter()
    .find_map(|link| after.strip_prefix(link))
    {
        // `The contracting activity for this contract is …`
        Span::new(sentence.end - rest.len(), sentence.end)
    } else if let Some(at) = super::find(pieces.text, Span::new(sentence.start, hit.start), " is the ") {
        Span::new(sentence.start, at)
    } else if let Some(before) = pieces
        .of(Span::new(sentence.start, hit.start))
        .strip_suffix(", the ")
        .or_else(|| pieces.of(Span::new(sentence.start, hit.start)).strip_suffix(" the "))
        .filter(|_| hit.end + 30 >= sentence.end && pieces.of(Span::new(hit.start, hit.end)) == "contracting activity")
    {
        // `U.S. Army Corps of Engineers, Savannah, Georgia, the contracting activity.`: a verb is missing.
        Span::new(sentence.start, sentence.start + before.len())
    } else {
        return None;
    };
    name(pieces.text, span)
}

/// The name in its stretch: no article, no bracket with a number, no further clause.
pub(crate) fn name(text: &str, span: Span) -> Option<TextSpan<'_>> {
    let mut span = trim(text, span);
    let inner = span.of(text);
    // `… (N00019-21-C-0001)` ends the name; `(Missile)` does not.
    let mut from = 0;
    while let Some(at) = inner[from..].place_of(" (").map(|at| from + at) {
        let close = inner[at..].find(')').map_or(inner.len(), |end| at + end);
        if inner[at..close].bytes().filter(u8::is_ascii_digit).count() >= 4 || inner[at..].starts_with(" (Awarded") {
            span = Span::new(span.start, span.start + at);
            break;
        }
        from = close;
    }
    // A stop that is missing, or one of an abbreviation, leaves another sentence before the name.
    let inner = span.of(text);
    if ["This ", "Work ", "These ", "On behalf "].iter().any(|word| inner.starts_with(word)) {
        let at = ["D.C. ", " The ", ", the "]
            .iter()
            .filter_map(|mark| Some(inner.last_place_of(mark)? + mark.len()))
            .max()?;
        span = trim(text, Span::new(span.start + at, span.end));
    }
    let inner = span.of(text);
    let cut = ["The ", "the ", "and the ", "and ", "that the "]
        .iter()
        .find_map(|word| inner.strip_prefix(word))
        .map_or(0, |rest| inner.len() - rest.len());
    let span = trim(text, Span::new(span.start + cut, span.end));
    // The stop of "Washington, D.C." belongs to the name.
    let stop = span.of(text).ends_with("D.C") && text[span.end..].starts_with('.');
    let span = if stop { Span::new(span.start, span.end + 1) } else { span };
    let capital = span.of(text).chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    (capital && span.end - span.start >= 3).then(|| TextSpan::new(span, text))
}

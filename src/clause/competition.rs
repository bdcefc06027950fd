//! Competition: `This was a competitive acquisition with three offers received.`

use super::item::number;
use super::{Pieces, around, floor};
use crate::lexicon::holds::Holds;
use crate::lexicon::procurement::Cue;
use crate::model::TextSpan;
use crate::span::Span;

/// What a sentence says of the competition.
#[derive(Clone, Debug, Default)]
pub struct Competition<'t> {
    /// How many offers were received.
    pub offers: Option<u32>,
    /// Whether it was open to competition.
    pub competed: Option<bool>,
    /// `small business set-aside`
    pub set_aside: Option<TextSpan<'t>>,
    /// `10 U.S.C. 2304(c)(1)`
    pub authority: Option<TextSpan<'t>>,
}

/// What a sentence says of the competition.
#[must_use]
pub fn competition<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Competition<'t> {
    let mut read = Competition { offers: offers(pieces, sentence), ..Competition::default() };
    let sole = pieces.first(sentence, Cue::SoleSource);
    let open = pieces.first(sentence, Cue::Competitive);
    read.competed = match (sole, open) {
        (Some(_), _) => Some(false),
        (None, Some(hit)) => competes(pieces, sentence, hit.start, hit.end).then_some(true),
        // `Bids were solicited via the internet`
        (None, None) => (pieces.has(sentence, Cue::Solicited)
            && !pieces.of(sentence).starts_with("One ")
            && pieces.has(sentence, Cue::Received))
        .then_some(true),
    };
    if read.competed == Some(true) && pieces.of(sentence).holds("ne bid was solicited") {
        read.competed = Some(false);
    }
    read.set_aside =
        pieces.first(sentence, Cue::SetAside).map(|hit| TextSpan::new(Span::new(hit.start, hit.end), pieces.text));
    read.authority = pieces
        .first(sentence, Cue::Authority)
        .and_then(|hit| authority(pieces.text, Span::new(hit.start, sentence.end)));
    read
}

/// Whether the word speaks of this award's competition: not "options", not orders to come, not a negation.
fn competes(pieces: &Pieces<'_, '_>, sentence: Span, start: usize, end: usize) -> bool {
    let before = pieces.of(Span::new(sentence.start, start));
    let after = pieces.of(Span::new(end, sentence.end));
    let word = pieces.of(Span::new(start, end)).to_ascii_lowercase();
    let near = &before[floor(before, before.len().saturating_sub(NEAR_NOT))..];
    if near.holds(" not ")
        || before.ends_with("not ")
        || before.ends_with("non-")
        || before.ends_with("without ")
        || before.ends_with("will be ")
        || before.ends_with("other than full and open ")
    {
        return false;
    }
    if word == "fair opportunity" {
        return !before.holds("xception");
    }
    if word == "competition" {
        return before.holds("competi") || before.ends_with("open ") || before.ends_with("set-aside ");
    }
    // "may be competed" is of orders to come; a competitive prototype or range is a thing.
    let to_come = word == "competed" && before.ends_with("be ");
    let thing = after.starts_with(" prototype") || after.starts_with(" range");
    !to_come && !thing
}

/// A negation stands this near before the word: "was not made on a competitive basis".
const NEAR_NOT: usize = 20;

/// `with three offers received`, `Bids were solicited via the internet with seven received`
fn offers(pieces: &Pieces<'_, '_>, sentence: Span) -> Option<u32> {
    let hits = pieces.hits_in(sentence);
    for hit in hits.iter().filter(|hit| hit.what == Cue::Received) {
        let near = around(pieces.text, sentence, Span::new(hit.start, hit.end));
        let before = pieces.of(Span::new(near.start, hit.start)).trim_end();
        if let Some(number) = number_before(before) {
            return Some(number);
        }
        // `received three proposals`
        let after = pieces.of(Span::new(hit.end, near.end));
        if let Some(number) = number_at(after.trim_start())
            && ["offer", "bid", "proposal", "response", "quote", "quotation"].iter().any(|noun| after.holds(noun))
        {
            return Some(number);
        }
    }
    None
}

/// The number whose noun phrase ends the text: "seven", "three offers were", "one (1) proposal".
fn number_before(before: &str) -> Option<u32> {
    const BETWEEN: [&str; 35] = [
        "offers",
        "offer",
        "bids",
        "bid",
        "proposals",
        "proposal",
        "responses",
        "response",
        "quotes",
        "quote",
        "quotations",
        "quotation",
        "offerors",
        "were",
        "was",
        "being",
        "had",
        "been",
        "have",
        "timely",
        "electronic",
        "competitive",
        "responsive",
        "acceptable",
        "adequate",
        "initial",
        "total",
        "submissions",
        "applications",
        "white",
        "papers",
        "and",
        "viable",
        "technical",
        "vendor",
    ];
    let mut start = before.len();
    for word in before.rsplit(' ').take(6) {
        start -= word.len();
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
        if let Some(number) = number_at(before.get(start..)?.trim_start_matches('(')) {
            return Some(number);
        }
        if !BETWEEN.contains(&plain) && !plain.is_empty() {
            return None;
        }
        // The space before the word.
        start = start.saturating_sub(1);
    }
    None
}

/// A small whole number in digits or words at the start of the text.
fn number_at(text: &str) -> Option<u32> {
    if text.starts_with("a ") || text.starts_with("an ") {
        return None;
    }
    let (_, read) = number(text)?;
    let value = read.value.filter(|value| value.scale() == 0)?;
    value.to_string().parse().ok().filter(|number| *number < 10_000)
}

/// `10 U.S.C. 2304(c)(1)`, `FAR 6.302-1`: the reference that begins the stretch
fn authority(text: &str, span: Span) -> Option<TextSpan<'_>> {
    let inner = span.of(text);
    let mut end = 0;
    let mut digits = false;
    // A reference has no more words than this.
    for (at, word) in inner.split(' ').take(16).scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    }) {
        let fits = at == 0
            || [
                "U.S.",
                "U.S.C.",
                "Code",
                "Code.",
                "C.",
                "FAR",
                "6.302",
                "Acquisition",
                "Regulation",
                "Part",
                "Subpart",
                "DFARS",
                "part",
                "subpart",
                "USC",
                "Section",
                "section",
            ]
            .contains(&word)
            || word.starts_with(|c: char| c.is_ascii_digit() || c == '(' || c == '§');
        if !fits
            || (digits
                && !word.starts_with('(')
                && at > 0
                && !inner[..at].trim_end().trim_end_matches('.').ends_with("Code")
                && word.starts_with(char::is_alphabetic))
        {
            break;
        }
        digits |= at > 0 && word.starts_with(|c: char| c.is_ascii_digit());
        end = at + word.len();
        if word.ends_with([',', ';']) || (word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_digit())) {
            break;
        }
        if word.starts_with('(') && !word.trim_end_matches(['.', ',', ';']).ends_with(')') {
            end = at.saturating_sub(1);
            break;
        }
    }
    let mut span = super::trim(text, Span::new(span.start, span.start + end));
    // `6.302-1-only`, `Part 8.704)`, `2304(c)(1)-`: what runs on behind the number.
    let run = span.of(text);
    let run = run.strip_suffix("-only").unwrap_or(run).trim_end_matches('-');
    let run = if run.contains('(') { run } else { run.trim_end_matches(')') };
    span.end = span.start + run.len();
    // Parts of the regulation that define, or say what kind of contract or clause it is, are no ground for the choice of a supplier.
    let part = run.rsplit(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let of_far = run.starts_with("FAR") || run.starts_with("Federal");
    if of_far
        && part.is_some_and(|part| ["2.", "16.3", "16.4", "16.504", "52."].iter().any(|other| part.starts_with(other)))
    {
        return None;
    }
    // A title without its section names no ground: "10 U.S. Code".
    let title = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
    run[title..].bytes().any(|b| b.is_ascii_digit()).then(|| TextSpan::new(span, text))
}

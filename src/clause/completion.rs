//! The dates of a contract: `Work is expected to be completed by September 2025. (Awarded Sept. 28, 2021)`

use super::{Pieces, around};
use crate::lexicon::holds::Holds;
use crate::lexicon::procurement::{Cue, Hit};
use crate::model::{ContractDate, DateKind, DateMention, DateRole};
use crate::span::Span;

/// The dates of a sentence, each with its role; fiscal years are funding's.
#[must_use]
pub fn dates(pieces: &Pieces<'_, '_>, sentence: Span, correction: bool) -> Vec<ContractDate> {
    let mut found = Vec::new();
    let mut last_role = None;
    for date in pieces.dates_in(sentence) {
        if date.kind == DateKind::FiscalYear || date.edtf.is_none() || slipped(pieces.text, date) {
            continue;
        }
        let sentence = around(pieces.text, sentence, date.span());
        let before = Span::new(sentence.start, date.start);
        let after = pieces.of(Span::new(date.end, sentence.end));
        let role = role(pieces, before, after, correction, last_role);
        if let Some(role) = role {
            found.push(ContractDate::new(date.id, role));
            last_role = Some(role);
        }
    }
    found
}

/// `Sept. 28, 0223`: a year that is a slip stands behind a day that was resolved without it.
fn slipped(text: &str, date: &DateMention<'_>) -> bool {
    let behind = text.get(date.end..).unwrap_or("");
    let year = behind.strip_prefix(", ").unwrap_or("");
    date.resolved_from.is_some() && year.bytes().take(3).filter(u8::is_ascii_digit).count() == 3
}

fn role(
    pieces: &Pieces<'_, '_>,
    before: Span,
    after: &str,
    correction: bool,
    last: Option<DateRole>,
) -> Option<DateRole> {
    let words = pieces.of(before);
    let near = tail(words, 60);
    if near.ends_with("warded ")
        || near.ends_with("warded on ")
        || near.ends_with("award date is ")
        || near.ends_with("award date of ")
    {
        // `previously awarded on` is an earlier action.
        return Some(if near.holds("previously awarded on ") { DateRole::Other } else { DateRole::Awarded });
    }
    if near.holds("nnounced ") && (near.holds("nnounced on ") || near.holds("nnounced ("))
        || near.ends_with("announced ")
        || near.ends_with("announcement on ")
        || near.ends_with("announcement of ")
        || (correction && (after.starts_with(", announcement") || after.starts_with(" announcement")))
    {
        return Some(DateRole::Announced);
    }
    if near.ends_with("executed on ") || near.ends_with("signed on ") || near.ends_with("executed ") {
        return Some(DateRole::Signed);
    }
    let ahead = after.trim_start_matches([',', ' ']);
    let ahead = ahead.strip_prefix("estimated ").unwrap_or(ahead);
    if ahead.starts_with("performance completion date")
        || ahead.starts_with("completion date")
        || ahead.starts_with("estimated performance")
    {
        return Some(DateRole::Completion);
    }
    if ahead.starts_with("ordering period end")
        || ahead.starts_with("ordering-period")
        || ahead.starts_with("performance end date")
    {
        return Some(DateRole::Period);
    }
    let hits = pieces.hits_in(before);
    let options = || {
        hits.iter().any(|hit| hit.what == Cue::IfOptions)
            || after.starts_with(" if all option")
            || after.starts_with(", if all option")
            || conditional(words)
    };
    // The nearest cue before the date decides.
    let cue = hits.iter().rev().find(|hit| {
        matches!(hit.what, Cue::Completed | Cue::PerformanceCompletion | Cue::Period | Cue::Awarded | Cue::Announced)
            || says_completed(pieces, hit)
    });
    let what = |hit: &Hit<Cue>| if hit.what == Cue::Work { Cue::Completed } else { hit.what };
    match cue.map(|hit| (what(hit), before.end - hit.end)) {
        Some((Cue::Completed | Cue::PerformanceCompletion, distance)) if distance < 90 => {
            if options() {
                return Some(DateRole::Other);
            }
            Some(DateRole::Completion)
        }
        Some((Cue::Period, distance)) if distance < 140 => {
            Some(if options() { DateRole::Other } else { DateRole::Period })
        }
        _ if near.holds("nding ") || near.holds("ends ") => Some(DateRole::Period),
        _ if options() => Some(DateRole::Other),
        _ if near.ends_with("initiated on ") || near.ends_with("begin ") || near.ends_with("begin in ") => {
            Some(DateRole::Other)
        }
        _ if (near.ends_with("and ") || near.ends_with("; ")) && last == Some(DateRole::Completion) => last,
        _ => None,
    }
}

/// `Work will be completed`: a cue of the place that speaks of the end as well
fn says_completed(pieces: &Pieces<'_, '_>, hit: &Hit<Cue>) -> bool {
    hit.what == Cue::Work && pieces.of(Span::new(hit.start, hit.end)).ends_with("completed")
}

/// `; if all options on the contract are exercised, work will be completed by`, `Additional options will extend the completion date to`: what
/// holds only where an option is taken.
fn conditional(words: &str) -> bool {
    let clause = words.rsplit(';').next().unwrap_or(words).trim_start();
    let clause = clause.strip_prefix("and ").unwrap_or(clause);
    let taken = (clause.starts_with("If ") || clause.starts_with("if "))
        && (clause.holds("option") || clause.holds("exercised"));
    taken
        || words.holds(" will extend") && (words.holds("options will extend") || words.holds("option will extend"))
        || words.holds("potential ultimate")
}

/// At most the last bytes of the text.
fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

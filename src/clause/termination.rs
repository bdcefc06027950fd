//! Terminations: `The modification terminates the contract for the convenience of the government.`
//!
//! ```text
//! termination = award "a" [ "partial" ] "termination for convenience" … "modification"
//!             | award "modification" … "to terminate" …
//!             | ( "This" | "The" ) [ "contract" ] "modification" [ "partially" ] "terminates"
//!             | "contract" … ( "has been" | "was" | … ) ( "terminated" | "cancelled" )            in a note, or where nothing is awarded
//! ```
//! What ended before, "contract …, that was terminated in March", is the reason for an award and no termination.

use super::Pieces;
use super::award::Award;
use crate::lexicon::holds::Holds;
use crate::lexicon::procurement::{Cue, Hit};
use crate::span::Span;

/// The words that end a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Termination {
    /// Where they stand.
    pub span: Span,
    /// Only a part of the contract ends.
    pub partial: bool,
}

/// The termination that a paragraph announces; `award` is what it awards, if anything and no note withdraws it.
#[must_use]
pub fn termination(pieces: &Pieces<'_, '_>, award: Option<&Award<'_>>) -> Option<Termination> {
    pieces.hits.iter().filter(|hit| hit.what == Cue::Terminate).take(MOST_TIMES_TOLD).find_map(|hit| {
        let at = pieces.sentences.partition_point(|sentence| sentence.end <= hit.start);
        let sentence = *pieces.sentences.get(at)?;
        let before = pieces.of(Span::new(sentence.start.min(hit.start), hit.start));
        let manner = ["partially ", "partial ", "completely ", "complete ", "full "];
        let said = manner.iter().find(|word| before.ends_with(**word));
        let bare = said.map_or(before, |word| &before[..before.len() - word.len()]);
        let told = match award {
            Some(award) if sentence.holds(award.verb) => awarded(pieces, award, hit),
            Some(_) => modifies(bare) && ends(pieces, hit, bare),
            None => {
                let subject = bare.trim_end().trim_end_matches(|c: char| c.is_ascii_lowercase() || c == ' ');
                let of_another = [" that ", " which ", " who "].iter().any(|word| bare[subject.len()..].holds(word));
                let named =
                    [bare, pieces.of(Span::new(hit.end, sentence.end))].iter().any(|part| part.holds("ontract"));
                named && !of_another && ends(pieces, hit, bare)
            }
        };
        let partial = said.is_some_and(|word| word.starts_with("partial"));
        told.then_some(Termination { span: Span::new(hit.start, hit.end), partial })
    })
}

/// A paragraph does not say it more often.
const MOST_TIMES_TOLD: usize = 8;

/// `a partial termination for convenience modification`, `a modification (P00002) to terminate`
fn awarded(pieces: &Pieces<'_, '_>, award: &Award<'_>, hit: &Hit<Cue>) -> bool {
    if hit.start < award.object.start || hit.start - award.object.start > FURTHEST {
        return false;
    }
    let head = pieces.of(Span::new(award.object.start, hit.start));
    let after = pieces.of(Span::new(hit.end, award.object.end));
    match pieces.of(Span::new(hit.start, hit.end)) {
        "termination" => {
            !head.holds(" for ")
                && hit.start < award.noun_end
                && [" for convenience", " for default", " modification"].iter().any(|words| after.starts_with(words))
        }
        "terminate" => {
            !head.holds(" for ") && ["to ", "to partially ", "to completely "].iter().any(|word| head.ends_with(word))
        }
        _ => false,
    }
}

/// What ends a contract stands this near behind the verb of the award.
const FURTHEST: usize = 160;

/// `This contract modification` alone before the verb.
fn modifies(before: &str) -> bool {
    const AUXILIARIES: [&str; 4] = ["", " will", " is to", " also"];
    let before = before.trim_end();
    let Some(subject) = before.strip_prefix("This ").or_else(|| before.strip_prefix("The ")) else { return false };
    ["contract modification", "modification", "contract action", "action"]
        .iter()
        .any(|noun| subject.strip_prefix(noun).is_some_and(|rest| AUXILIARIES.contains(&rest)))
}

/// Whether the word ends something here and now: `terminates`, `has been terminated`, `is terminating`.
fn ends(pieces: &Pieces<'_, '_>, hit: &Hit<Cue>, before: &str) -> bool {
    let behind = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    match pieces.of(Span::new(hit.start, hit.end)) {
        "terminates" => true,
        "terminate" => behind(&[" will ", " is to ", " decided to "]),
        "terminating" => behind(&[" is ", " are "]),
        "terminated" => {
            behind(&[" has been ", " have been ", " was ", " were ", " is being ", " are being ", " is ", " has "])
        }
        "cancelled" | "canceled" | "rescinded" => {
            behind(&[" has been ", " have been ", " was ", " were ", " is being ", " is "])
        }
        _ => false,
    }
}

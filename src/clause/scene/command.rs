//! `ordered the crew to abandon the ship`: words of ordering that command, and buy nothing.

use super::hits;
use crate::clause::worth::head;
use crate::grammar::quantity::quantity;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, LOTS, SYSTEMS, WEAPON_NOUNS, WORK_VERBS};
use crate::lexicon::procurement::Hit;
use crate::lexicon::trade::{BEHIND_ORDERED, COMMANDED, COMMANDS, OBJECT_ENDS};
use crate::model::Figure;
use crate::span::Span;

/// `ordered the crew to abandon the ship`, `was ordered to pay`: a command, and nothing is bought.
pub(super) fn commands(text: &str, span: Span, hit: &Hit<DealWord>, figures: &[Figure<'_>]) -> bool {
    // "a $200 million order to overhaul a ship" is none.
    if figures.iter().any(|figure| figure.end <= hit.start && hit.start - figure.end <= 2) {
        return false;
    }
    if !matches!(Span::new(hit.start, hit.end).of(text), "order" | "orders" | "ordered" | "ordering") {
        return false;
    }
    let rest = Span::new(hit.end, span.end).of(text);
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    let first = rest.split([' ', ',']).next().unwrap_or("");
    let whom = COMMANDED.has(first)
        || first.starts_with(char::is_uppercase) && !first.bytes().any(|byte| byte.is_ascii_digit());
    // "the work was ordered halted"
    let passive = [" was ", " were ", " be ", " been "].iter().any(|verb| text[span.start..hit.start].ends_with(verb));
    if passive && first.ends_with("ed") && first != "seed" {
        return true;
    }
    // "ordered the Kestrel from Velmark" buys, "ordered the withdrawal of its jets" does not: what is ordered must be a ware.
    let object = || {
        let phrase = head(rest, 60);
        let end = OBJECT_ENDS.first_in(phrase);
        let object = Span::new(span.end - rest.len(), span.end - rest.len() + end.unwrap_or(phrase.len()));
        // "ordered the four Kestrels", and not "the four men to leave"
        let counted = || {
            !object.of(text).contains(" to ")
                && object
                    .of(text)
                    .split(' ')
                    .skip(1)
                    .take(2)
                    .any(|word| word.len() > 2 && quantity(word).is_ok_and(|(rest, _)| rest.is_empty()))
        };
        object.of(text).bytes().any(|byte| byte.is_ascii_digit())
            || counted()
            || !hits(&WEAPON_NOUNS, text, object).is_empty()
            || !hits(&SYSTEMS, text, object).is_empty()
    };
    let definite = matches!(first, "the" | "The" | "its" | "their" | "all");
    let noun = Span::new(hit.start, hit.end).of(text).starts_with("order")
        && !text[hit.start..hit.end].ends_with("ing")
        && !text[hit.start..hit.end].ends_with("ed");
    let works = |verb: &str| WORK_VERBS.has(verb.split([' ', ',', '.']).next().unwrap_or(""));
    // "refuses an order from the premier to dismiss the general"; "an order from the army to build 12 guns" is none.
    if noun && first == "from" {
        return head(rest, 60).split_once(" to ").is_some_and(|(_, verb)| !works(verb))
            && !head(rest, 60).holds(" for ");
    }
    // "an order to supply 12 guns"
    if noun && rest.strip_prefix("to ").is_some_and(works) && text[span.start..hit.start].ends_with("an ") {
        return false;
    }
    // "100 missiles ordered eliminated by the council"
    if !noun && first.ends_with("ed") && rest[first.len()..].starts_with(" by ") {
        return true;
    }
    // "ordered mass production of the system", "ordered humane treatment of captured fighters": what is ordered must be a ware.
    if !noun
        && !passive
        // "corvettes ordered by the Ministry of Defence"
        && !BEHIND_ORDERED.has(first)
        && first.starts_with(|c: char| c.is_ascii_lowercase())
        && orders_what_is_done(text, rest, span.end)
    {
        return true;
    }
    // "ordered destroyers in the strait to target the missiles"
    if !noun && !passive && orders_ships_about(rest) {
        return true;
    }
    first == "to"
        || first == "by"
            && rest.split_once(" to ").is_some_and(|(_, verb)| {
                // "ordered by Norhaven to its air force"
                let next = verb.split([' ', ',', '.']).next().unwrap_or("");
                next.starts_with(|c: char| c.is_ascii_lowercase())
                    && !matches!(next, "the" | "its" | "their" | "a" | "an")
            })
        || whom && head(rest, 60).holds(" to ")
        || definite && !object()
        || matches!(first, "a" | "an") && !some(text, Span::new(span.end - rest.len(), span.end))
}

/// `mass production of the system`: words without a ware, a number or a word of number before "of".
fn orders_what_is_done(text: &str, rest: &str, end: usize) -> bool {
    let phrase = head(rest, 60);
    let Some(at) = phrase.place_of(" of ") else { return false };
    let object = Span::new(end - rest.len(), end - rest.len() + at);
    !phrase[..at].contains([',', ';', '.'])
        && !phrase[..at].holds(" from ")
        && !phrase[..at].holds(" for ")
        && !object.of(text).bytes().any(|byte| byte.is_ascii_digit())
        && !LOTS.are_in(object.of(text))
        && hits(&WEAPON_NOUNS, text, object).is_empty()
        && quantity(phrase.split(' ').next().unwrap_or("")).is_err()
}

/// `ships stationed off the coast to target`, `jets in the east, equipped with radars, to intercept`: who is told to do something.
fn orders_ships_about(rest: &str) -> bool {
    let clause = head(rest, 160).split([';', '.']).next().unwrap_or("");
    COMMANDS.are_in(clause) && !clause.holds(" from ")
}

/// `a second batch`, `a further two`: whether an indefinite object can be wares; "a court martial" cannot.
fn some(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 60);
    let phrase = Span::new(rest.start, rest.start + phrase.find([',', ';', '.']).unwrap_or(phrase.len()));
    phrase.of(text).bytes().any(|byte| byte.is_ascii_digit())
        || LOTS.are_in(phrase.of(text))
        || !hits(&WEAPON_NOUNS, text, phrase).is_empty()
        || head(phrase.of(text), 30).split(' ').any(|word| SYSTEMS.get(word).is_some())
}

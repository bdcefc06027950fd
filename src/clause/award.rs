//! The award: `Velmark Inc., Austin, Texas, has been awarded a $5,000,000 modification (P00012) to contract N00019-21-C-0001 for …`
//!
//! ```text
//! award = suppliers "," auxiliaries "awarded" object
//! auxiliaries = ( "is" | "are" | "was" | "were" | "has" | "have" ) { "each" | "both" | "been" | "being" | "competitively" }
//! object = [ amount ] types noun [ number ] [ "to" … ] ( "for" | "to" ) item
//! noun = "modification" | "delivery order" | "task order" | "order" | "contract" | "agreement"
//! ```

use std::borrow::Cow;

use super::{Pieces, floor, trim_matches};
use crate::grammar::piid;
use crate::lexicon::holds::Holds;
use crate::lexicon::procurement::{Cue, Hit, Term, terms};
use crate::model::{Action, Pricing, Vehicle};
use crate::span::Span;

/// The parts of the sentence that awards.
#[derive(Clone, Debug)]
pub struct Award<'t> {
    /// The list of suppliers before the verb.
    pub suppliers: Span,
    /// The verb with its auxiliaries.
    pub verb: Span,
    /// What stands behind the verb.
    pub object: Span,
    /// Where the noun ends that names what is awarded.
    pub noun_end: usize,
    /// What is announced.
    pub action: Action,
    /// The modification's number.
    pub modification: Option<&'t str>,
    /// "will compete for each order": the amount is shared.
    pub shared: bool,
}

/// The award in a sentence, if it has one.
#[must_use]
pub fn award<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Option<Award<'t>> {
    let text = pieces.text;
    let hits = pieces.hits_in(sentence);
    let (verb, shared) = hits.iter().find_map(|hit| verb(pieces, sentence, hit))?;
    let suppliers = trim_matches(text, Span::new(sentence.start, verb.start), |c: char| c.is_whitespace() || c == ',');
    let object = Span::new(verb.end, sentence.end);
    let (noun, modified) = noun(pieces, object);
    // `an undefinitized contract action … to a previously awarded contract`
    let modified = modified
        || noun.is_some_and(|hit| {
            let behind = pieces.of(Span::new(hit.end, object.end));
            let near = &behind[..floor(behind, NEAR_MODIFIED)];
            let order = [" task order", " delivery order", " order", " for delivery order", " for task order"];
            hit.what == Cue::ContractAction
                && !order.iter().any(|noun| behind.starts_with(noun))
                && (near.holds(" to a previously awarded ") || near.holds(" to previously awarded "))
        });
    let number = modification_number(pieces, sentence);
    let optional = option(pieces, object, noun);
    let exercise = || optional || pieces.has(object, Cue::Exercise) && pieces.of(object).holds("ption");
    let action = if optional && !modified {
        Action::Option
    } else if modified
        || (number.is_some() && !matches!(noun.map(|hit| hit.what), Some(Cue::DeliveryOrder | Cue::TaskOrder)))
    {
        if exercise() { Action::Option } else { Action::Modification }
    } else {
        match noun.map(|hit| hit.what) {
            Some(Cue::DeliveryOrder | Cue::TaskOrder | Cue::Order) => Action::Order,
            // `an undefinitized contract action order (0034)`
            Some(Cue::ContractAction)
                if noun.is_some_and(|hit| {
                    let behind = pieces.of(Span::new(hit.end, object.end));
                    [" order", " task order", " delivery order", " for task order", " for delivery order"]
                        .iter()
                        .any(|order| behind.starts_with(order))
                }) =>
            {
                Action::Order
            }
            _ => Action::Award,
        }
    };
    let noun_end = noun.map_or(object.start, |hit| hit.end);
    Some(Award { suppliers, verb, object, noun_end, action, modification: number, shared })
}

/// `a $5,000,000 option (002606) to contract FA8620-15-G-4040`, `a firm-fixed-price contract option for`: an option is what is awarded.
fn option(pieces: &Pieces<'_, '_>, object: Span, noun: Option<Hit<Cue>>) -> bool {
    let text = pieces.text;
    let end = noun.map_or(object.end, |hit| hit.end);
    let behind = text[end..object.end].strip_prefix(" option");
    if noun.is_some_and(|hit| hit.what == Cue::Contract)
        && behind.is_some_and(|rest| rest.starts_with(" for ") || rest.starts_with(" ("))
    {
        return true;
    }
    // `$8,300,000 under a previously awarded contract to exercise the second option period`
    let opens = pieces.hits_in(object).iter().find(|hit| hit.what == Cue::Exercise);
    let exercised = opens.is_some_and(|hit| {
        let head = Span::new(object.start, hit.start).of(text);
        let behind = Span::new(hit.end, object.end).of(text);
        hit.start - object.start < FURTHEST_EXERCISE
            && (head.ends_with(" to ") || head.ends_with("for the ") || head.ends_with("for "))
            && ["option", "Option"].iter().any(|word| behind[..floor(behind, NEAR_EXERCISE)].contains(word))
    });
    if exercised && noun.is_some_and(|hit| matches!(hit.what, Cue::Contract | Cue::Agreement)) {
        return true;
    }
    let before = Span::new(object.start, end).of(text);
    // Most awards are of none, which one look shows.
    if !before.holds("option ") {
        return false;
    }
    [
        "option (",
        "option to ",
        "option under ",
        "option on ",
        "option exercise to ",
        "option exercise under ",
        "option modification",
    ]
    .iter()
    .any(|words| {
        before.place_of(words).is_some_and(|at| {
            let head = &before[..at];
            at < FURTHEST_OPTION
                && !["with", "exercis", " for ", " to ", "one-year", "period"].iter().any(|word| head.holds(word))
        })
    })
}

/// `This modification exercises the third option period`: what a modification does, told in a sentence of its own.
#[must_use]
pub fn exercises(pieces: &Pieces<'_, '_>, sentence: Span) -> bool {
    const SUBJECTS: [&str; 8] = [
        "This modification",
        "The modification",
        "This contract modification",
        "The contract modification",
        "This action",
        "The action",
        "This contract action",
        "The contract action",
    ];
    let Some(hit) = pieces.first(sentence, Cue::Exercise) else { return false };
    let before = pieces.of(Span::new(sentence.start, hit.start)).trim_end();
    let behind = pieces.of(Span::new(hit.end, sentence.end));
    let auxiliary = |rest: &str| ["", " will", " also", " is to", " has"].contains(&rest);
    let own = SUBJECTS.iter().any(|name| before.strip_prefix(name).is_some_and(auxiliary));
    own && ["option", "Option"].iter().any(|word| behind[..floor(behind, NEAR_EXERCISE)].contains(word))
}

/// The contract that an action modifies stands this near behind it.
const NEAR_MODIFIED: usize = 90;

/// What is exercised this near behind the verb of the award is what is announced.
const FURTHEST_EXERCISE: usize = 260;

/// The option stands this near behind "exercise".
const NEAR_EXERCISE: usize = 60;

/// An option further behind the verb is not what is awarded.
const FURTHEST_OPTION: usize = 100;

/// Who is awarded what, where a sentence beside the announcement's own says so: the subject before the verb.
#[must_use]
pub fn subject(pieces: &Pieces<'_, '_>, sentence: Span, hit: &Hit<Cue>) -> Option<Span> {
    let (verb, _) = verb(pieces, sentence, hit)?;
    let subject =
        trim_matches(pieces.text, Span::new(sentence.start, verb.start), |c: char| c.is_whitespace() || c == ',');
    (subject.end - subject.start < LONGEST_SUBJECT).then_some(subject)
}

/// A longer subject is a list of suppliers.
const LONGEST_SUBJECT: usize = 120;

/// The verb that a cue is part of, with its auxiliaries; "previously awarded" is none.
fn verb(pieces: &Pieces<'_, '_>, sentence: Span, hit: &Hit<Cue>) -> Option<(Span, bool)> {
    // Only the sentence that opens a paragraph announces what is still to come.
    const TO_COME: [&str; 4] = ["be", "will", "scheduled", "to"];
    const AUXILIARIES: [&str; 21] = [
        "collectively",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "being",
        "each",
        "both",
        "all",
        "competitively",
        "hereby",
        "also",
        "jointly",
        "as",
        "individually",
        "together",
        "now",
    ];
    let shared = hit.what == Cue::WillCompete;
    if matches!(hit.what, Cue::WillCompete | Cue::Added | Cue::Issued) {
        let subject = pieces.of(Span::new(sentence.start, hit.start));
        let named = subject.len() > 3 && subject.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        return named.then(|| (Span::new(hit.start, hit.end), shared));
    }
    // `was competitively awarded`: the manner and the verb are one cue.
    let manner = hit.what == Cue::Competitive && pieces.of(Span::new(hit.start, hit.end)).ends_with(" awarded");
    if hit.what != Cue::Awarded && !manner {
        return None;
    }
    let opens = pieces.sentences.first().is_some_and(|first| first.holds(sentence));
    let before = pieces.of(Span::new(sentence.start, hit.start));
    let mut start = before.trim_end().len();
    let mut any = false;
    loop {
        let head = before[..start].trim_end();
        let word_start = head
            .rfind(|c: char| !c.is_alphanumeric())
            .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
        let word = &head[word_start..];
        let announces = AUXILIARIES.contains(&word) || opens && TO_COME.contains(&word);
        if !announces {
            break;
        }
        any |= !matches!(word, "each" | "both" | "competitively" | "collectively" | "all" | "together" | "to" | "be");
        start = word_start;
    }
    // `Velmark Inc., Austin, Texas, is the third company awarded a previously announced …`
    let head = before[..start].trim_end();
    if !any
        && (head.ends_with(" company") || head.ends_with(" contractor"))
        && let Some(at) = head.last_place_of(", is the ")
    {
        return Some((Span::new(sentence.start + at + 1, hit.end), false));
    }
    // A slip of real announcements: "Velmark Inc., Austin, Texas, awarded a …".
    let bare = head.ends_with(',') && start == before.trim_end().len() && !before.holds("contract");
    let subject = before[..start].trim();
    // "the department announced that it has awarded Velmark": prose, in which who awards stands first.
    let tells = subject.ends_with(" it");
    ((any || bare) && !tells && subject.len() > 2 && subject.contains(|c: char| c.is_uppercase()))
        .then(|| (Span::new(sentence.start + start, hit.end), false))
}

/// The noun that names what is awarded, and whether it is a modification.
fn noun(pieces: &Pieces<'_, '_>, object: Span) -> (Option<Hit<Cue>>, bool) {
    let hits = pieces.hits_in(object);
    let mut first: Option<Hit<Cue>> = None;
    for hit in hits.iter().take(24) {
        let words = pieces.of(Span::new(hit.start, hit.end));
        match hit.what {
            Cue::Modification => {
                // `a contract for repair, modifications, …`: what is bought.
                let early = first.is_none_or(|noun| {
                    let between = pieces.of(Span::new(noun.end, hit.start));
                    hit.start - noun.end <= 40 && !(words.ends_with('s') && between.holds(" for "))
                });
                let near = pieces.of(Span::new(object.start, hit.start));
                // `subject to definitization` is said of a contract; `a definitization to a previously awarded contract` is what is awarded.
                let early = early && (first.is_none() || !words.starts_with("definit"));
                let previous = near.ends_with("previous ") || near.holds("with all ");
                if early && !previous {
                    return (Some(*hit), true);
                }
            }
            Cue::DeliveryOrder | Cue::TaskOrder | Cue::Order | Cue::Contract | Cue::Agreement | Cue::ContractAction
                if first.is_none() =>
            {
                // `with provisions for task orders`, `multiple award task order contract`
                let plural =
                    words.ends_with('s') && matches!(hit.what, Cue::DeliveryOrder | Cue::TaskOrder | Cue::Order);
                let type_of = pieces.of(Span::new(hit.end, object.end)).starts_with(" contract")
                    && matches!(hit.what, Cue::DeliveryOrder | Cue::TaskOrder | Cue::Order);
                let behind = pieces.of(Span::new(hit.end, object.end));
                // `an order-dependent contract`
                let kind = [" requirements", " dependent", "-"].iter().any(|word| behind.starts_with(word));
                let basic = hit.what == Cue::Order && kind;
                // `a multiple award task order, indefinite-delivery/indefinite-quantity contract`
                let near = pieces.of(Span::new(object.start, hit.start));
                let type_of = type_of
                    || matches!(hit.what, Cue::DeliveryOrder | Cue::TaskOrder)
                        && ["multiple award ", "multiple-award ", "multiple "].iter().any(|word| near.ends_with(word));
                if !plural && !type_of && !basic {
                    first = Some(*hit);
                }
            }
            _ => {}
        }
    }
    (first, false)
}

/// `(P00012)`, `modification P00025`, `modification 0026`, `N00019-17-C-0001-P00012`
#[must_use]
pub fn modification_number<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Option<&'t str> {
    let text = pieces.text;
    let bytes = text.as_bytes();
    let inner = sentence.of(text);
    for at in memchr::memchr2_iter(b'P', b'A', inner.as_bytes()) {
        let at = sentence.start + at;
        let free = at == 0 || !(bytes[at - 1].is_ascii_alphanumeric());
        // `topic AF083-006`: a number of something else.
        let goes_on =
            |rest: &str| rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if free
            && let Ok((rest, number)) = piid::modification(&text[at..sentence.end])
            && !goes_on(rest)
        {
            return Some(number);
        }
    }
    // `modification 26`, `modification number 0026`, `Modification No. 4`
    for hit in pieces.hits_in(sentence).iter().filter(|hit| hit.what == Cue::Modification) {
        let after = text.get(hit.end..sentence.end)?;
        let rest = [" number ", " No. ", " no. ", " #", " (", " "]
            .iter()
            .find_map(|link| after.strip_prefix(link))
            .unwrap_or("");
        // `modification (0053-17)`, `modification (CC0169)`
        if after.starts_with(" (")
            && let Some(close) = rest.as_bytes().iter().take(LONGEST_NUMBER + 1).position(|b| *b == b')')
            && rest[..close].bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
            && rest[..close].bytes().filter(u8::is_ascii_digit).count() >= 2
            && !["FY", "PMS"].iter().any(|word| rest.starts_with(word))
        {
            return rest.get(..close);
        }
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=6).contains(&length)
            && !rest[length..].starts_with(|c: char| c.is_alphanumeric() || c == ',' || c == '-')
        {
            return rest.get(..length);
        }
    }
    None
}

/// A modification's number is no longer; a contract's is.
const LONGEST_NUMBER: usize = 10;

/// The pricing terms and vehicles that describe an award in a stretch, each once, in order.
pub fn contract_types(pieces: &Pieces<'_, '_>, stretch: Span, pricing: &mut Vec<Pricing>, vehicle: &mut Vec<Vehicle>) {
    // Hyphens of the other kind are met as plain ones; no place in the text comes of it.
    let text = plain_hyphens(stretch.of(pieces.text));
    for hit in terms_in(pieces, stretch, &text) {
        let text = text.as_ref();
        let before = &text[..hit.start];
        let after = &text[hit.end..];
        match hit.what {
            Term::Pricing(mut term) => {
                // `cost-plus-fixed-fee` is found before the plain `fixed-price` in it; "level of effort" is often the work.
                if term == Pricing::LevelOfEffort
                    && (after.starts_with(" for") || before.ends_with("a ") && !after.starts_with(" contract"))
                {
                    continue;
                }
                // "the labor hour pool" is what is worked.
                if term == Pricing::LaborHour && (after.starts_with(" (") || after.starts_with(" pool")) {
                    continue;
                }
                if term == Pricing::CostSharing && after.starts_with(" from") {
                    continue;
                }
                // `fixed-price contract with an economic-price-adjustment`
                if term == Pricing::FixedPriceEconomicPriceAdjustment {
                    pricing.retain(|other| !matches!(other, Pricing::FixedPrice));
                }
                if matches!(term, Pricing::FixedPrice) && after.trim_start().starts_with("with economic") {
                    term = Pricing::FixedPriceEconomicPriceAdjustment;
                }
                if !pricing.contains(&term) {
                    pricing.push(term);
                }
            }
            Term::Vehicle(term) => {
                if !vehicle.contains(&term) {
                    vehicle.push(term);
                }
            }
        }
    }
    let text = text.as_ref();
    // `cost, cost-plus-fixed-fee`, `firm-fixed-price and cost contract`: "cost" alone.
    for at in text.places_of("cost") {
        let before = &text[..at];
        let after = &text[at + 4..];
        let free = before.ends_with([' ', ',', '/', '('])
            && (after.starts_with(" contract")
                || after.starts_with(", ")
                || after.starts_with(" reimbursement-")
                || after.starts_with(" modification")
                || after.starts_with(" line item")
                || after.starts_with(" order")
                || after.starts_with(" task order")
                || after.starts_with(" and firm"));
        // `a $5,000,000 cost contract`
        let list = before.trim_end().ends_with([',', '('])
            || before.trim_end().ends_with(|c: char| c.is_ascii_digit())
            || before.ends_with("funded ")
            || before.trim_end().ends_with("and")
            || before.trim_end().ends_with('a')
            || before.trim_end().ends_with("fee")
            || before.trim_end().ends_with("quantity")
            || before.trim_end().ends_with("price");
        if free
            && list
            && !pricing.contains(&Pricing::Cost)
            && (after.starts_with(" contract")
                || after.starts_with(" and firm")
                || near_term(before)
                || near_term_after(after))
        {
            pricing.push(Pricing::Cost);
        }
    }
    // `requirements` as a type stands before "contract" or in a list of types.
    if !vehicle.contains(&Vehicle::Requirements) {
        for at in text.places_of("requirements") {
            let after = &text[at + 12..];
            if after.starts_with(", ") && near_term(&text[..at])
                || after.starts_with(" type")
                || after.starts_with(" task")
                || after.starts_with(" option") && near_term(&text[..at])
            {
                vehicle.push(Vehicle::Requirements);
                break;
            }
        }
    }
}

/// The contract types of a stretch, as they stand in its text: those that were found in the whole paragraph, where none of them reaches
/// beyond the stretch and none was hidden by hyphens of the other kind.
fn terms_in(pieces: &Pieces<'_, '_>, stretch: Span, text: &str) -> Vec<Hit<Term>> {
    let from = pieces.terms.partition_point(|hit| hit.end <= stretch.start);
    let to = pieces.terms.partition_point(|hit| hit.start < stretch.end);
    let found = pieces.terms.get(from..to).unwrap_or(&[]);
    let within = |hit: &Hit<Term>| stretch.start <= hit.start && hit.end <= stretch.end;
    // Plain hyphens are shorter.
    let plain = text.len() == stretch.end - stretch.start;
    if !plain || !found.iter().all(within) || !pieces.span.holds(stretch) {
        return terms(text);
    }
    let moved = |hit: &Hit<Term>| Hit { start: hit.start - stretch.start, end: hit.end - stretch.start, ..*hit };
    found.iter().map(moved).collect()
}

/// `firm‐fixed‐price` with the hyphens of typesetters as plain ones.
fn plain_hyphens(text: &str) -> Cow<'_, str> {
    if !text.is_ascii() && text.contains(['\u{2010}', '\u{2011}']) {
        Cow::Owned(text.replace(['\u{2010}', '\u{2011}'], "-"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A type's name ends a few words before.
fn near_term(before: &str) -> bool {
    let mut start = before.len().saturating_sub(30);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    ["fee", "price", "quantity", "hour", "adjustment", "incentive", "delivery", "materials"]
        .iter()
        .any(|word| before[start..].holds(word))
}

fn near_term_after(after: &str) -> bool {
    let mut end = after.len().min(30);
    while !after.is_char_boundary(end) {
        end -= 1;
    }
    ["fee", "price", "quantity", "hour"].iter().any(|word| after[..end].holds(word))
}

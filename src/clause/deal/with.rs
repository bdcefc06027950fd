//! Names behind "with" and "between": the sides of a deal.

use super::Part;
use crate::clause::scene::Scene;
use crate::clause::worth::tail;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::lexicon::parties::JOINT_UNDERTAKINGS;
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::{DateMention, Figure, PartyKind};
use crate::span::Span;

/// `signed a contract with Velmark`, `an agreement between Velmark and Norhaven`
pub(super) fn with(
    scene: &Scene<'_, '_>,
    i: usize,
    name: &Name,
    (word, word_at): (&str, usize),
    governor: Option<Hit<DealWord>>,
) -> Option<(Part, Option<Span>)> {
    let text = scene.text;
    if word == "with" && of_a_programme(scene, word_at) {
        return None;
    }
    let cue = |hit: Option<Hit<DealWord>>| hit.map(|hit| Span::new(hit.start, hit.end));
    // "A contract to supply 12 guns between Velmark and Norhaven": a deal is between two, and not what it is for.
    let noun = || {
        scene.deals.iter().rev().find(|hit| {
            hit.end <= word_at
                && matches!(hit.what, DealWord::Deal | DealWord::Talk | DealWord::Sign)
                && word_at - hit.end <= 110
                && !Span::new(hit.end, word_at).of(text).contains(';')
        })
    };
    let noun = if word == "between" { noun().copied() } else { None };
    let hit = noun.or(governor)?;
    // "between France and Ukraine" names no side; "between Velmark and Norhaven" a firm and a state.
    let pair = [i.checked_sub(1), Some(i + 1)];
    let firms = pair.into_iter().flatten().filter_map(|j| Some((j, scene.names.get(j)?))).any(|(j, other)| {
        let firm = |name: &Name| name.kind == PartyKind::Company;
        let (ours, theirs) = (scene.opens(i), scene.opens(j));
        (firm(other) && !firm(name) || firm(name) && other.is_state())
            && (name.span.end <= theirs && theirs - name.span.end <= 26
                || other.span.end <= ours && ours - other.span.end <= 26)
    });
    // "between Norhaven Defence Minister Ivo Hale and Velmark": a person of the state stands between.
    let firms = firms
        || word == "between" && {
            let gap = |a: usize, b: usize| {
                Span::new(scene.names[a].span.end, scene.opens(b).max(scene.names[a].span.end)).of(text)
            };
            [Some(i), i.checked_sub(2)].into_iter().flatten().any(|state| {
                let Some([one, person, firm]) = scene.names.get(state..state + 3) else { return false };
                one.is_state()
                    && matches!(person.kind, PartyKind::Person | PartyKind::Unknown)
                    && firm.kind == PartyKind::Company
                    && gap(state, state + 1).len() <= 26
                    && matches!(gap(state + 1, state + 2), " and " | " and the ")
            })
        };
    let gap = Span::new(hit.end, word_at.max(hit.end)).of(text);
    // The commas and words of sums and dates do not count: "signed on Friday, May 9, 2025, with Velmark".
    let stretch = Span::new(hit.end, word_at.max(hit.end));
    let pieces = || {
        let figures = scene.figures.iter().map(Figure::span);
        figures.chain(scene.dates.iter().map(DateMention::span)).filter(|span| stretch.holds(*span))
    };
    let sums: usize = pieces().map(|span| span.end - span.start).sum();
    let dated = scene.dates.iter().any(|date| stretch.holds(date.span()));
    let figure_commas: usize = digit_commas(gap)
        + pieces().map(|span| listed_commas(span.of(text))).sum::<usize>()
        + if dated { 2 } else { 0 }
        // "The order, placed by the army with Velmark"
        + usize::from([", placed by ", ", signed by "].iter().any(|opens| gap.starts_with(opens)))
        // "signed its largest contract, worth over $9 million, with Velmark"
        + if [", worth ", ", valued at "].iter().any(|opens| gap.holds(opens)) { 2 } else { 0 };
    let exercised = Span::new(hit.start, hit.end).of(text).starts_with("exercis");
    let near = gap.len() <= if noun.is_some() || exercised { 110 } else { 48 } + sums
        && !gap.holds("said")
        && !gap.holds("filing")
        && gap.matches(',').count() <= figure_commas;
    // "placed an order with Velmark"
    let verb = Span::new(hit.start, hit.end).of(text);
    let placed = hit.what == DealWord::Buy
        && (verb.holds("order")
            || verb.starts_with("sign")
            || verb.starts_with("exercis")
            || verb == "contracts"
            || verb == "contracted")
        && !name.is_state();
    if near && placed && word == "with" {
        return Some((Part::Supplier, cue(Some(hit))));
    }
    // "approves the purchase of two ships with Norhaven": who buys too, and sells nothing.
    if hit.what == DealWord::Purchase && name.is_state() && word == "with" {
        return None;
    }
    let sides =
        near && matches!(
            hit.what,
            DealWord::Sign | DealWord::Talk | DealWord::Deal | DealWord::Purchase | DealWord::Win | DealWord::Sale
        ) && (word == "with" || firms)
            && (name.kind != PartyKind::Person || name.country.is_some());
    sides.then(|| (Part::Counterpart, cue(Some(hit))))
}

/// `as part of a programme with Norhaven`: whether a "with" names who takes part in what goes on beside the deal.
pub(super) fn of_a_programme(scene: &Scene<'_, '_>, word_at: usize) -> bool {
    let before = scene.before(word_at);
    JOINT_UNDERTAKINGS.has(before.trim_end().last_word()) && tail(before, 60).holds(" part of ")
}

/// `12,000`: the commas of a stretch that stand within numbers.
fn digit_commas(stretch: &str) -> usize {
    stretch.as_bytes().windows(2).filter(|pair| pair[0] == b',' && pair[1].is_ascii_digit()).count()
}

/// The commas of a stretch that part words.
fn listed_commas(stretch: &str) -> usize {
    stretch.matches(',').count() - digit_commas(stretch)
}

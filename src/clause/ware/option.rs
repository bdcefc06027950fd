//! `an option for 24 more guns`: what may be bought besides.

use super::first_word;
use crate::clause::scene::Scene;
use crate::clause::worth::tail;
use crate::lexicon::holds::Holds;
use crate::lexicon::wares::{LIST_ENDS, OPTION_FOR, ORDINALS};
use crate::model::Item;

/// `an option for 24 more guns`, `options on two further ships`: a number of what may be bought besides.
pub(super) fn is_optional(scene: &Scene<'_, '_>, item: &Item<'_>) -> bool {
    let start = first_word(item);
    let lead = scene.before(start).trim_end();
    let lead = [" up to", " another", " a further", " an additional"]
        .iter()
        .find_map(|words| lead.strip_suffix(words))
        .unwrap_or(lead);
    // "an option for a tenth boat"
    let ordinal = lead.strip_suffix(" a").or_else(|| lead.strip_suffix(" an"));
    let (lead, counted) = match ordinal {
        Some(lead) => (lead, ORDINALS.has(item.text.split(' ').next().unwrap_or(""))),
        None => (lead, item.quantity.is_some()),
    };
    counted
        && OPTION_FOR.end(lead)
        && !["exercis", "taken up", "takes up", "took up"].iter().any(|verb| tail(scene.before(start), 60).holds(verb))
}

/// `options for additional aircraft, training and spares`: what is on a list of what may be bought.
pub(super) fn listed_as_options(scene: &Scene<'_, '_>, item: &Item<'_>) -> bool {
    let near = tail(scene.before(first_word(item)), 80);
    let found = ["options for ", "option for ", "options on ", "option on "]
        .iter()
        .filter(|words| near.holds(words))
        .filter_map(|words| near.last_place_of(words).map(|at| at + words.len()))
        .max();
    found.is_some_and(|at| {
        let list = &near[at..];
        list.split(' ').count() <= 9 && !LIST_ENDS.are_in(list)
    })
}

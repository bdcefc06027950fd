//! Names behind "from": who supplies, or who orders from the subject.

use super::Part;
use crate::clause::scene::Scene;
use crate::clause::worth::tail;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DROPPING, DealWord, NO_GOODS};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::PartyKind;
use crate::span::Span;

/// `ordered four corvettes from Velmark`, `won an order from the Polish army`
pub(super) fn from(
    scene: &Scene<'_, '_>,
    i: usize,
    name: &Name,
    word_at: usize,
    governor: Option<Hit<DealWord>>,
    things: &[Span],
) -> Option<(Part, Option<Span>)> {
    let text = scene.text;
    // "on order from Velmark"
    if scene.before(word_at).trim_end().ends_with("n order") {
        let lead = scene.before(word_at).trim_end();
        if lead.ends_with(" on order") || lead.ends_with("On order") {
            return Some((Part::Supplier, Some(Span::new(word_at, word_at + 4))));
        }
    }
    // "Velmark’s order from Norhaven": whose order is a firm's has it from who buys.
    if governor.is_none()
        && name.is_state()
        && scene.deals.iter().any(|hit| hit.what == DealWord::Deal && hit.start < word_at && word_at < hit.end)
        && scene.names.iter().take(i).any(|other| other.kind == PartyKind::Company)
    {
        return Some((Part::Customer, Some(Span::new(word_at, word_at + 4))));
    }
    let hit = governor?;
    // "amid opposition from China", "receives permission from the United States"
    let gap = Span::new(hit.end, word_at.max(hit.end)).of(text);
    // "agreed to sell missiles after Norhaven failed to get a deal for others from Tarn": a deal that was not made.
    let lead = tail(scene.before(word_at), 110);
    if lead.holds(" failed to ")
        && lead.last_place_of(" after ").is_some_and(|at| {
            lead[at..].holds(" failed to ") && scene.deals.iter().any(|deal| deal.end + lead.len() <= word_at + at)
        })
    {
        return None;
    }
    // "bought guns from Norhaven, two years after dropping plans to buy others from Tarn"
    if lead
        .last_place_of(" after ")
        .is_some_and(|at| DROPPING.begin(&lead[at + " after ".len()..]) && scene.buys_before(word_at - lead.len() + at))
    {
        return None;
    }
    // "offered to lease jets to Norhaven, but Tarn prefers those from Ardenia": another clause.
    if gap.holds(", but ") {
        return None;
    }
    // "received eight helicopters as aid from Norhaven": what is given is goods.
    let given = [" as aid ", " as military aid ", " as a gift ", " as a donation ", " as a grant "]
        .iter()
        .any(|words| gap.ends_with(words));
    if !given && NO_GOODS.are_in(gap) || hit.what == DealWord::Request && gap.len() < 8 {
        return None;
    }
    // "from Ardenia, which had bought them from Velmark": where they were from before.
    if hit.what == DealWord::Buy
        && gap == " them "
        && ["which had", "which has", "who had"].iter().any(|words| scene.before(hit.start).trim_end().ends_with(words))
    {
        return None;
    }
    // "bought 30 helicopters from Velmark with $9 million from Ardenia": who gives the money.
    if scene.figures.iter().any(|figure| figure.end + 1 == word_at && scene.before(figure.start).ends_with(" with ")) {
        return None;
    }
    // "three tankers, converted from aircraft bought from Norhaven": what the thing was before.
    if hit.what == DealWord::Buy
        && ["converted from ", "derived from "].iter().any(|words| tail(scene.before(hit.start), 48).holds(words))
    {
        return None;
    }
    // "buys jets as part of an aid package from Norhaven": who pays, and does not sell.
    let bought = || scene.deals.iter().any(|deal| deal.what == DealWord::Buy && deal.end <= hit.start);
    if text[hit.start..hit.end].ends_with("package") && bought() {
        return None;
    }
    let subject_supplies = scene.deals.iter().any(|deal| deal.what == DealWord::Win && deal.end <= name.span.start);
    let order = matches!(hit.what, DealWord::Deal | DealWord::Win)
        && scene.before(word_at).trim_end().ends_with(|c: char| c.is_alphanumeric())
        && (name.is_state() || hit.end + 1 == word_at && hit.what == DealWord::Deal)
        && subject_supplies;
    // "obtained an order to build six ships from the Norhaven government"
    let order = order
        || hit.what == DealWord::Sell
            && name.is_state()
            && subject_supplies
            && ["order to ", "orders to ", "contract to ", "contracts to "]
                .iter()
                .any(|words| scene.before(hit.start).ends_with(words));
    // "received an order from the Norhaven agency": who orders buys, whoever it is.
    let given = (hit.what == DealWord::Award && Span::new(hit.start, hit.end).of(text).ends_with(" to"))
        && name.is_state()
        || hit.what == DealWord::Win
            && Span::new(hit.start, hit.end).of(text).starts_with("receive")
            // "received an order from Velmark for its radars"
            && (name.kind != PartyKind::Company
                || (hit.end + 1 == word_at || gap.starts_with(" worth ") && scene.figures.iter().any(|figure| figure.end + 1 == word_at))
                    && Span::new(hit.start, hit.end).of(text).holds("order"));
    // "secured an order worth $9 million from Tolvik Shipyard for the supply of radars": one firm's order to another.
    let ordered = hit.what == DealWord::Deal
        && name.kind == PartyKind::Company
        && subject_supplies
        && text[hit.start..hit.end].holds("order")
        && scene.figures.iter().any(|figure| figure.end + 1 == word_at && figure.start >= hit.end);
    // "Velmark announced a contract from Norhaven": who gives a firm a contract buys.
    let contract = hit.what == DealWord::Deal
        && word_at.saturating_sub(hit.end) <= 2
        && text[hit.start..hit.end].holds("contract")
        && name.is_state()
        && scene.names.iter().take(i).any(|other| {
            (other.kind == PartyKind::Company
                || other.kind == PartyKind::Unknown && scene.after(other.span.end).starts_with(" announced "))
                && !things.iter().any(|thing| thing.overlaps(other.span))
        })
        && !scene.names.iter().take(i).any(|other| other.is_state() && !other.adjective);
    let from_order = order
        || ordered
        || contract
        || given
        || (name.is_state()
            && matches!(
                Span::new(hit.start, hit.end).of(text).trim_start_matches("the "),
                "order" | "orders" | "an order" | "order from" | "order for" | "orders for"
            )
            // "said Norhaven’s order for 12 jets from Ardenia": whose order it is buys.
            && !scene.names.iter().take(i).any(|other| other.is_state() && other.country != name.country)
            && scene.names.iter().take(i).any(|other| {
                // "order 20 Velmark jets from Norhaven": a maker's name within the thing orders nothing.
                other.kind == PartyKind::Company && !things.iter().any(|thing| thing.overlaps(other.span))
            }));
    Some((if from_order { Part::Customer } else { Part::Supplier }, Some(Span::new(word_at, word_at + 4))))
}

//! Names with a possessive: `Indonesia’s $1.1 billion deal`, `Moscow’s failure to deliver`.

use super::{Part, passive};
use crate::clause::scene::Scene;
use crate::clause::worth::head;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, OFFICES, SYSTEMS};
use crate::mention::party::Name;
use crate::model::PartyKind;
use crate::span::Span;

/// `Indonesia’s $1.1 billion deal`, `Moscow’s failure to deliver`, `Saudi Arabia’s purchase`
pub(super) fn possessor(
    scene: &Scene<'_, '_>,
    i: usize,
    name: &Name,
    tail: &str,
    things: &[Span],
) -> Option<(Part, Option<Span>)> {
    let from = scene.span.end - tail.len();
    if [
        "failure to honor",
        "failure to honour",
        "failure to deliver",
        "failure to supply",
        "refusal to deliver",
        "inability to deliver",
        "removal from",
    ]
    .iter()
    .any(|words| tail.starts_with(words))
    {
        return Some((Part::Supplier, Some(Span::new(from, from + 7))));
    }
    // `will upgrade Taiwan’s 144 jets`
    if name.is_state()
        && ["upgrade", "upgraded", "modernise", "modernize", "overhaul", "repair", "maintain", "refit", "service"]
            .iter()
            .any(|verb| {
                let before = scene.before(name.span.start).trim_end();
                before.strip_suffix(" the").unwrap_or(before).ends_with(verb)
            })
    {
        // "The ministry has awarded Velmark a contract to maintain the Royal Navy’s ships": the navy uses what the ministry buys.
        let bought = name.kind == PartyKind::Military
            && scene.names.iter().take(i).any(|other| matches!(other.kind, PartyKind::Ministry | PartyKind::Agency));
        let part = if bought { Part::Beneficiary } else { Part::Customer };
        return Some((part, Some(name.span)));
    }
    // `a contract for support of the Royal Navy’s helicopters`
    if name.is_state() && scene.deals.iter().any(|hit| hit.what == DealWord::Deal && hit.end < name.span.start) {
        let before = scene.before(name.span.start).trim_end();
        let before = before.strip_suffix(" the").unwrap_or(before);
        let work = before.strip_suffix(" of").or_else(|| before.strip_suffix(" for")).unwrap_or("");
        if [
            "support",
            "maintenance",
            "overhaul",
            "upgrade",
            "modernisation",
            "modernization",
            "repair",
            "refit",
            "sustainment",
            "servicing",
        ]
        .iter()
        .any(|noun| work.ends_with(noun))
        {
            return Some((Part::Customer, Some(name.span)));
        }
    }
    // `to build the Army’s future aircraft`: whose force it is for.
    if name.kind == PartyKind::Military
        && let Some(thing) = things.iter().find(|thing| thing.start >= from && thing.start - from <= 8)
        && let Some(hit) = scene.governor(name.span.start).filter(|hit| hit.what == DealWord::Sell)
        && Span::new(hit.start, hit.end).of(scene.text).starts_with("buil")
        && thing.end > name.span.end
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `settled on Velmark’s Kestrel`: who makes what is chosen.
    if name.kind == PartyKind::Company
        && let Some(hit) = scene.governor(name.span.start).filter(|hit| hit.what == DealWord::Buy)
        && matches!(Span::new(hit.end, scene.opens(i).max(hit.end)).of(scene.text), " " | " the ")
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `Norhaven’s 12 jets, ordered from Velmark`: who owns what was bought.
    if name.is_state()
        && let Some(thing) = things.iter().find(|thing| thing.start >= from && thing.start - from <= 8)
        && let Some(hit) = scene.predicate(thing.end).filter(|hit| hit.what == DealWord::Buy)
        && matches!(Span::new(thing.end, hit.start).of(scene.text), " " | ", ")
        && scene.after(hit.end).starts_with(" from ")
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `Norhaven’s first frigate, built by Velmark`: who owns what a firm builds.
    if name.is_state()
        && let Some(thing) = things.iter().find(|thing| thing.start >= from && thing.start - from <= 24)
        && let Some(hit) = scene.predicate(thing.end).filter(|hit| hit.what == DealWord::Made)
        && matches!(
            Span::new(thing.end, hit.start).of(scene.text),
            " " | ", " | ", to be " | ", being " | ", which is being "
        )
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `delivered the last of Norhaven’s six radars`: whose things a firm delivers.
    if name.is_state()
        && things.iter().any(|thing| thing.start >= from && thing.start - from <= 8)
        && scene.before(name.span.start).ends_with(" of ")
        && scene.governor(name.span.start).is_some_and(|hit| {
            hit.what == DealWord::Sell
                && ["deliver", "hand", "suppl", "ship"]
                    .iter()
                    .any(|verb| scene.text[hit.start..hit.end].starts_with(verb))
        })
        && scene.names.iter().take(i).any(|other| other.kind == PartyKind::Company)
    {
        return Some((Part::Customer, Some(name.span)));
    }
    // `Norhaven’s helicopters had been delivered under a contract`: who owns what is delivered.
    if name.is_state()
        && i == 0
        && let Some(thing) = things.iter().find(|thing| thing.start >= from && thing.start - from <= 8)
        && let Some(hit) = scene.predicate(thing.end).filter(|hit| hit.what == DealWord::Sell)
        && hit.start - thing.end <= 20
        && ["deliver", "suppl", "handed", "shipped", "sold"]
            .iter()
            .any(|verb| scene.text[hit.start..hit.end].starts_with(verb))
        && passive(Span::new(thing.end, hit.start).of(scene.text))
        && (!head(scene.after(hit.end), 40).holds(" to ") || scene.after(hit.end).starts_with(" to it "))
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `Norhaven’s six radars, to be delivered in 2019, were ordered in 2016`
    if name.is_state()
        && i == 0
        && let Some(thing) = things.iter().find(|thing| thing.start >= from && thing.start - from <= 8)
        && let Some(hit) = scene.deals.iter().find(|hit| hit.start >= thing.end && hit.what == DealWord::Buy)
        && hit.start - thing.end <= 60
        && passive(scene.before(hit.start))
        && !scene.names.iter().skip(1).any(|other| other.is_state() && other.span.end <= hit.start)
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `Norhaven’s frigate Tarn was handed over by Velmark`: who owns what is handed over.
    if name.is_state()
        && let Some(thing) = things.iter().find(|thing| thing.start >= from && thing.start - from <= 16)
        && let Some(hit) = scene.predicate(thing.end).filter(|hit| matches!(hit.what, DealWord::Sell | DealWord::Made))
        && let gap = Span::new(thing.end, hit.start).of(scene.text)
        && gap.len() <= 40
        && !gap.contains([',', ';'])
        && passive(gap)
        && (hit.what == DealWord::Made
            || scene.after(hit.end).starts_with(" by ")
            || scene.text[hit.start..hit.end].starts_with("handed") && !scene.after(hit.end).holds(" to "))
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `When Norhaven’s president visited Oslo he agreed to buy jets`: for whom "he" acts.
    if name.is_state()
        && OFFICES.get(tail.split([' ', ',']).next().unwrap_or("")).is_some()
        && let Some(hit) = scene.predicate(name.span.end).filter(|hit| hit.start - from < 110)
        && [" he ", " she "].iter().any(|pronoun| scene.before(hit.start).ends_with(pronoun))
        && !Span::new(from, hit.start).of(scene.text).contains(';')
    {
        let bought = hit.what == DealWord::Buy
            || hit.what == DealWord::Sign
                && scene.predicate(hit.end).is_some_and(|next| {
                    next.what == DealWord::Buy && Span::new(hit.end, next.start).of(scene.text) == " to "
                });
        return bought.then_some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    let hit = scene.predicate(name.span.end).filter(|hit| hit.start - from < 48)?;
    // No further name may stand between the owner and what it owns.
    let typed = |other: &Name| {
        let words = other.span.of(scene.text);
        words.bytes().any(|byte| byte.is_ascii_digit()) || SYSTEMS.get(words).is_some()
    };
    if scene.names.iter().any(|other| other.span.start >= from && other.span.end <= hit.start && !typed(other)) {
        return None;
    }
    let evidence = Some(Span::new(hit.start, hit.end));
    match hit.what {
        // "Velmark’s Kestrel was being bought": whose make it is.
        DealWord::Buy
            if name.kind == PartyKind::Company && passive(Span::new(from, hit.start.max(from)).of(scene.text)) =>
        {
            Some((Part::Supplier, evidence))
        }
        DealWord::Purchase | DealWord::Buy => Some((Part::Customer, evidence)),
        // "Velmark’s Kestrel has been selected by the army"
        DealWord::Win
            if name.kind == PartyKind::Company
                && ["select", "chosen", "picked"].iter().any(|verb| scene.text[hit.start..hit.end].holds(verb))
                && things.iter().any(|thing| thing.start >= from && thing.end <= hit.start) =>
        {
            Some((Part::Supplier, evidence))
        }
        // "Rosoboronexport’s contract with Norhaven"
        DealWord::Deal if name.is_state() && name.span.of(scene.text).to_ascii_lowercase().holds("export") => {
            Some((Part::Supplier, evidence))
        }
        // "Norhaven’s deal to build a frigate for Tarn"
        DealWord::Deal
            if name.is_state()
                && [" to build ", " to sell ", " to supply ", " to deliver ", " to export "]
                    .iter()
                    .any(|work| scene.after(hit.end).starts_with(work))
                && [" for ", " to "].iter().any(|link| {
                    scene.names.iter().any(|other| {
                        other.span.start > hit.end
                            && other.is_state()
                            && other.country != name.country
                            && scene.before(other.span.start).ends_with(link)
                    })
                }) =>
        {
            Some((Part::Supplier, evidence))
        }
        DealWord::Deal if name.is_state() => Some((Part::Customer, evidence)),
        DealWord::Talk => Some((Part::Signer, evidence)),
        // "notified Congress of Norhaven’s request for 60 missiles"
        DealWord::Request
            if name.is_state()
                && scene.after(hit.end).starts_with(" for ")
                && things.iter().any(|thing| thing.start >= hit.end && thing.start - hit.end <= 24) =>
        {
            Some((Part::Customer, evidence))
        }
        DealWord::Deal | DealWord::Sale => Some((
            if name.is_state() && hit.what == DealWord::Deal { Part::Customer } else { Part::Supplier },
            evidence,
        )),
        _ => None,
    }
}

/// `approved Norhaven’s purchase`: whether another state owns the purchase.
pub(super) fn approves_anothers(scene: &Scene<'_, '_>, name: &Name, at: usize) -> bool {
    name.kind == PartyKind::State
        && scene.names.iter().any(|other| {
            let after = scene.after(other.span.end);
            other.span.start == at + 1
                && other.country.is_some()
                && other.country != name.country
                && (after.starts_with("’s ") || after.starts_with("'s ") || after.starts_with("’ "))
        })
}

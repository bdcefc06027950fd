//! Names behind "for" and "to": who gets the goods.

use super::Part;
use crate::clause::scene::Scene;
use crate::clause::worth::tail;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, WORK_VERBS};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::PartyKind;
use crate::span::Span;

/// `signed a contract for 12 guns for the army`
pub(super) fn for_whom(
    scene: &Scene<'_, '_>,
    i: usize,
    name: &Name,
    word_at: usize,
    governor: Option<Hit<DealWord>>,
) -> Option<(Part, Option<Span>)> {
    let cue = |hit: Option<Hit<DealWord>>| hit.map(|hit| Span::new(hit.start, hit.end));
    let hit = governor.or_else(|| scene.deals.first().copied())?;
    // "a contract that could bring in 5 billion pounds for Ardenia": who earns.
    let earns = scene.figures.iter().find(|figure| figure.end + 1 == word_at).is_some_and(|figure| {
        let near = tail(scene.before(figure.start), 30);
        ["bring in ", "brings in ", "earn ", "earned ", "generate ", "raise ", "save "]
            .iter()
            .any(|verb| near.holds(verb))
    });
    if earns {
        return None;
    }
    // "announced a $160 million contract for the shipbuilder Velmark to build eight boats": whose work it is.
    if name.kind == PartyKind::Company
        && hit.what == DealWord::Deal
        && ["contract", "order", "deal"].iter().any(|noun| scene.text[hit.start..hit.end].starts_with(noun))
        && word_at.saturating_sub(hit.end) <= 4
        && scene
            .after(name.span.end)
            .strip_prefix(" to ")
            .is_some_and(|rest| WORK_VERBS.has(rest.split(' ').next().unwrap_or("")))
    {
        return Some((Part::Supplier, cue(Some(hit))));
    }
    if !name.is_state() || name.adjective {
        return None;
    }
    // "Ivo Hale, special envoy for Norhaven, says": what somebody is.
    if governor.is_none()
        && scene.after(name.span.end).starts_with(", ")
        && scene.before(word_at).last_place_of(", ").is_some_and(|at| scene.span.start + at + 60 > word_at)
    {
        return None;
    }
    // "plans for Ardenia to supply Norhaven with guns": who acts.
    if let Some(next) = scene.predicate(name.span.end)
        && Span::new(name.span.end, next.start).of(scene.text) == " to "
    {
        match next.what {
            DealWord::Sell => return Some((Part::Supplier, cue(Some(next)))),
            DealWord::Buy | DealWord::Receive => return Some((Part::Customer, cue(Some(next)))),
            _ => {}
        }
    }
    let buys = |deal: &Hit<DealWord>| matches!(deal.what, DealWord::Buy | DealWord::Award) && deal.end <= word_at;
    // "the ministry signed a contract for 12 guns for the army": the forces use what the ministry buys.
    let ministry = |other: &Name| {
        let exports = other.span.of(scene.text).to_ascii_lowercase().holds("export");
        matches!(other.kind, PartyKind::Ministry | PartyKind::Agency)
            && !exports
            && name.kind == PartyKind::Military
            && scene.predicate(other.span.end).is_some_and(|deal| {
                matches!(deal.what, DealWord::Sign | DealWord::Buy | DealWord::Award)
                    && deal.start - other.span.end < 48
            })
    };
    let by_subject = scene.deals.iter().any(buys)
        && scene.names.iter().take(i).any(|other| other.is_state() && other.country != name.country)
        || scene.names.iter().take(i).any(ministry);
    // "frigates originally meant for the Norhaven navy": who does not get them.
    if [" originally ", " initially ", " once "].iter().any(|word| {
        let near = tail(scene.before(word_at), 32);
        near.last_place_of(word)
            .is_some_and(|at| ["meant", "destined", "intended", "built"].iter().any(|verb| near[at..].holds(verb)))
    }) {
        return None;
    }
    let meant = ["meant", "destined", "intended", "earmarked"]
        .iter()
        .any(|word| scene.before(word_at).trim_end().ends_with(word));
    // "received a contract from the army for 65 vehicles for Norhaven"
    let from_another = (scene.has(DealWord::Win) || scene.has(DealWord::Receive))
        && (0..scene.names.len()).any(|j| {
            let other = &scene.names[j];
            j != i
                && other.is_state()
                && other.country.is_some()
                && other.country != name.country
                && scene.lead(j).0 == "from"
        });
    let by_subject = by_subject || meant || from_another;
    // "and of rounds for the army for $3 million": far behind the word of trade, the preposition itself tells it.
    if name.kind == PartyKind::Military && word_at.saturating_sub(hit.end) > 100 && scene.figures.len() > 1 {
        let part = if by_subject { Part::Beneficiary } else { Part::Customer };
        return Some((part, Some(Span::new(word_at, word_at + 3))));
    }
    Some((if by_subject { Part::Beneficiary } else { Part::Customer }, cue(Some(hit))))
}

/// Whether another name took the goods already, and no list goes on from it.
pub(super) fn beyond_a_receiver(
    scene: &Scene<'_, '_>,
    i: usize,
    word_at: usize,
    governor: Option<Hit<DealWord>>,
) -> bool {
    let Some(hit) = governor else { return false };
    (0..i).rev().take(3).any(|j| {
        let (word, at) = scene.lead(j);
        let gap = Span::new(scene.names[j].span.end, word_at.max(scene.names[j].span.end)).of(scene.text);
        // "to the Dutch firm Velmark" names one receiver.
        word == "to" && at >= hit.end && at != word_at && !gap.contains([',', ';']) && !gap.holds(" and ")
    })
}

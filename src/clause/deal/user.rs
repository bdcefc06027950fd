//! Who uses what another buys: `has spent $427 million to supply the AAF with aircraft`.

use super::{Part, Player};
use crate::clause::scene::Scene;
use crate::lexicon::news::DealWord;
use crate::model::PartyKind;
use crate::span::Span;

/// `has spent $427 million to supply the AAF with aircraft`: who pays buys, who is supplied uses.
pub(super) fn of_what_is_paid_for(scene: &Scene<'_, '_>, players: &mut [Player]) {
    let pays = players.iter().any(|player| {
        player.part == Part::Customer
            && player.evidence.is_some_and(|span| {
                scene
                    .deals
                    .iter()
                    .any(|hit| hit.start == span.start && matches!(hit.what, DealWord::Paid | DealWord::Award))
            })
    });
    if pays {
        for player in players.iter_mut() {
            let supplied = player.evidence.is_some_and(|span| {
                scene.deals.iter().any(|hit| hit.start == span.start && hit.what == DealWord::Sell)
                    // "awarded Velmark a contract to deliver 12 vehicles to the army"
                    || span.of(scene.text) == "to"
                        && scene.governor(span.start).is_some_and(|hit| hit.what == DealWord::Sell)
            });
            if player.part == Part::Customer && supplied {
                player.part = Part::Beneficiary;
            }
        }
    }
}

/// `was picked by the agency to supply 18 radars to Norhaven`: who picks buys, who is supplied uses.
pub(super) fn of_what_another_picks(scene: &Scene<'_, '_>, players: &mut [Player]) {
    let by_evidence = |player: &Player, wanted: DealWord| {
        player.evidence.is_some_and(|span| scene.deals.iter().any(|hit| hit.start == span.start && hit.what == wanted))
    };
    let picks = players.iter().position(|player| {
        player.part == Part::Customer
            && by_evidence(player, DealWord::Win)
            && scene.lead(scene.names.iter().position(|name| name.span == player.name.span).unwrap_or(0)).0 == "by"
    });
    if let Some(picks) = picks {
        let buyer = players[picks].name.clone();
        for player in players.iter_mut() {
            if player.part == Part::Customer && player.name.span.start > buyer.span.end && player.name != buyer {
                player.part = Part::Beneficiary;
            }
        }
    }
}

/// `will buy guns from Velmark to provide to Norhaven`, `sold to the alliance to be provided to Norhaven`: who gets what another bought.
pub(super) fn of_what_is_passed_on(scene: &Scene<'_, '_>, players: &mut [Player]) {
    let customers = players.iter().filter(|player| player.part == Part::Customer).count();
    let bought = scene.deals.iter().find(|hit| hit.what == DealWord::Buy);
    let passed = scene.deals.iter().rev().find(|hit| {
        let before = scene.before(hit.start);
        hit.what == DealWord::Sell
            && (before.ends_with(" to be ")
                // "launchers, of which it will donate eight to Norhaven"
                || [" of which it will ", " of which it would ", " some of which it will "].iter().any(|lead| before.ends_with(lead))
                || before.ends_with(" to ") && bought.is_some_and(|bought| bought.end < hit.start))
    });
    let Some(passed) = passed.filter(|_| customers >= 1 && (customers >= 2 || bought.is_some())) else { return };
    for player in players.iter_mut().filter(|player| player.part == Part::Customer) {
        let gap = scene.before(player.name.span.start);
        if player.name.span.start > passed.end
            && player.name.is_state()
            && Span::new(passed.end, player.name.span.start).of(scene.text).len() <= 16
            && gap.trim_end().trim_end_matches(" the").ends_with(" to")
        {
            player.part = Part::Beneficiary;
        }
    }
}

/// `a contract with the Norhaven government to provide 17 jets to its air force`: what a state buys, its force uses.
pub(super) fn used_by_a_force(scene: &Scene<'_, '_>, players: &mut [Player]) {
    let signs = |player: &Player| {
        player.part == Part::Customer
            && matches!(player.name.kind, PartyKind::State | PartyKind::Ministry | PartyKind::Agency)
            && player.evidence.is_some_and(|span| {
                scene
                    .deals
                    .iter()
                    .any(|hit| hit.start == span.start && matches!(hit.what, DealWord::Sign | DealWord::Deal))
            })
    };
    let Some(state) = players.iter().find(|player| signs(player)).and_then(|player| player.name.country) else {
        return;
    };
    for player in players.iter_mut() {
        let gets = matches!(
            scene
                .before(player.name.span.start)
                .trim_end()
                .rsplit(' ')
                .nth(usize::from(scene.before(player.name.span.start).trim_end().ends_with(" the"),)),
            Some("to" | "for")
        );
        if player.part == Part::Customer
            && player.name.kind == PartyKind::Military
            && player.name.country == Some(state)
            && gets
        {
            player.part = Part::Beneficiary;
        }
    }
}

//! Requests as nouns: who asks, and who answers.

use super::{Part, Player};
use crate::clause::scene::Scene;
use crate::clause::worth::{head, tail};
use crate::lexicon::news::{ANSWERS, DealWord, PASSING_ON};
use crate::mention::party::Name;
use crate::span::Span;

/// `Berlin rejected a Kenyan request for 12 howitzers`, `Kenya’s request was turned down by Berlin`: who asks would buy, and who answers would
/// sell. Who asks to pass things on sells them, and who lets it go has no part, nor has it where they are somebody else's.
pub(super) fn of_a_request(scene: &Scene<'_, '_>, players: &mut Vec<Player>) {
    let text = scene.text;
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Request) {
        let noun = Span::new(hit.start, hit.end);
        if !matches!(noun.of(text), "request" | "requests") {
            continue;
        }
        let Some((asker, end)) = asker(scene, noun) else { continue };
        let wanted = scene.after(end);
        // "a request for the transfer of 12 tanks to Kenya": another gets them.
        let to_another = players.iter().any(|player| {
            player.part == Part::Customer
                && player.name.span.start > end
                && player.evidence.is_some_and(|span| span.of(text) == "to")
        });
        let passes_on = PASSING_ON.begin(wanted) || wanted.starts_with(" for the ") && to_another;
        if !passes_on && ![" for ", " to buy ", " to purchase "].iter().any(|next| wanted.starts_with(next)) {
            continue;
        }
        let answers = |name: &&Name| {
            name.is_state() && name.country.is_some() && !name.adjective && name.country != asker.country
        };
        // "Berlin would not approve a Kenyan request": the verb stands between.
        let opens = asker.span.start.min(hit.start);
        let before = scene.names.iter().rev().filter(|name| name.span.end < opens).find(answers).filter(|name| {
            let verb = Span::new(name.span.end, opens).of(text);
            verb.len() <= 48 && !verb.contains([',', ';']) && ANSWERS.are_in(verb)
        });
        // "was turned down by Berlin"
        let behind = || {
            scene.names.iter().filter(|name| name.span.start > hit.end).find(answers).filter(|name| {
                let lead = tail(scene.before(name.span.start), 40);
                let lead = lead.strip_suffix("the ").unwrap_or(lead);
                lead.ends_with(" by ") && ANSWERS.are_in(lead)
            })
        };
        let Some(answerer) = before.or_else(behind) else { continue };
        players.retain(|player| player.name.span != asker.span && player.name.span != answerer.span);
        // "approved Poland’s request to buy 12 jets from Korea"
        let from_another = players.iter().any(|player| player.part == Part::Supplier);
        let mut tell = |name: &Name, part| players.push(Player { name: name.clone(), part, evidence: Some(noun) });
        tell(asker, if passes_on { Part::Supplier } else { Part::Customer });
        if !passes_on && !from_another {
            tell(answerer, Part::Supplier);
        }
        players.sort_by_key(|player| player.name.span.start);
    }
}

/// `Kenyan` before "request", `Kenya` of "Kenya’s request", of "a request by Kenya", and where what it asks for follows.
fn asker<'s>(scene: &'s Scene<'_, '_>, noun: Span) -> Option<(&'s Name, usize)> {
    let before = scene.names.iter().rev().find(|name| name.span.end < noun.start)?;
    let gap = Span::new(before.span.end, noun.start).of(scene.text);
    let gap = ["’s", "'s", "’", "'"].iter().find_map(|mark| gap.strip_prefix(mark)).unwrap_or(gap);
    if before.is_state() && matches!(gap, " " | " formal " | " official " | " initial ") {
        return Some((before, noun.end));
    }
    let rest = head(scene.after(noun.end), 40);
    let lead = [" by ", " from "].iter().find(|link| rest.starts_with(**link))?;
    let article = if rest[lead.len()..].starts_with("the ") { 4 } else { 0 };
    let name = scene.names.iter().find(|name| name.is_state() && name.span.start == noun.end + lead.len() + article)?;
    Some((name, name.span.end))
}

//! Requests as nouns: who asks, and who answers.

use super::{Part, Player};
use crate::clause::scene::Scene;
use crate::clause::worth::{head, tail};
use crate::lexicon::news::{ANSWERS, DealWord};
use crate::mention::party::Name;
use crate::span::Span;

/// `Berlin rejected a Kenyan request for 12 howitzers`, `Kenya’s request was turned down by Berlin`: who asks would buy, and who answers would
/// sell.
pub(super) fn of_a_request(scene: &Scene<'_, '_>, players: &mut Vec<Player>) {
    let text = scene.text;
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Request) {
        let noun = Span::new(hit.start, hit.end);
        let after = scene.after(hit.end);
        if !matches!(noun.of(text), "request" | "requests")
            || ![" for ", " to buy ", " to purchase ", " by ", " from "].iter().any(|next| after.starts_with(next))
        {
            continue;
        }
        let Some(asker) = asker(scene, noun) else { continue };
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
        let sides = [(asker, Part::Customer), (answerer, Part::Supplier)];
        players.retain(|player| !sides.iter().any(|(name, _)| name.span == player.name.span));
        let evidence = Some(noun);
        players.extend(sides.map(|(name, part)| Player { name: name.clone(), part, evidence }));
        players.sort_by_key(|player| player.name.span.start);
    }
}

/// `Kenyan` before "request", `Kenya` of "Kenya’s request", of "a request by Kenya".
fn asker<'s>(scene: &'s Scene<'_, '_>, noun: Span) -> Option<&'s Name> {
    let before = scene.names.iter().rev().find(|name| name.span.end < noun.start)?;
    let gap = Span::new(before.span.end, noun.start).of(scene.text);
    let gap = ["’s", "'s", "’", "'"].iter().find_map(|mark| gap.strip_prefix(mark)).unwrap_or(gap);
    if before.is_state() && matches!(gap, " " | " formal " | " official " | " initial ") {
        return Some(before);
    }
    let rest = head(scene.after(noun.end), 40);
    let lead = [" by ", " from "].iter().find(|link| rest.starts_with(**link))?;
    let article = if rest[lead.len()..].starts_with("the ") { 4 } else { 0 };
    scene.names.iter().find(|name| name.is_state() && name.span.start == noun.end + lead.len() + article)
}

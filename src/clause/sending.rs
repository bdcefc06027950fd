//! What is sent: `Norhaven will send 12 howitzers to Ardenia` hands them over, `sends two frigates to patrol the strait` does not.
//!
//! Forces go where they are sent and stay their state's own. So what is sent is handed over only where one state sends and another gets it,
//! where no ship and no force is sent, and where nothing tells of troops, patrols and bases; aircraft only where it is agreed or announced.

use super::scene::{GIVING, Scene};
use super::ware::Ware;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DEPLOYMENT_WORDS, DealWord};
use crate::span::Span;

/// Whether the only words of a change of hands in a sentence are those of sending and giving.
#[must_use]
pub fn only_sends(scene: &Scene<'_, '_>) -> bool {
    let mut sends = false;
    for hit in &scene.deals {
        match hit.what {
            DealWord::Sell if is_sending(Span::new(hit.start, hit.end).of(scene.text)) => sends = true,
            // "will be shipped under a contract with Norhaven"
            DealWord::Deal if scene.text[hit.start..hit.end].contains("contract") => return false,
            DealWord::Sign
            | DealWord::Approve
            | DealWord::Request
            | DealWord::Paid
            | DealWord::Award
            | DealWord::Deal
            | DealWord::Made => {}
            _ => return false,
        }
    }
    sends
}

/// `send`, `gave`: words that need not change the owner.
#[must_use]
pub fn is_sending(word: &str) -> bool {
    GIVING.contains(&word)
        || [
            "send", "sends", "sent", "sending", "ship", "shipped", "offer", "offers", "offered", "offering", "pledge",
            "pledged", "pledges",
        ]
        .contains(&word)
}

/// Whether what a sentence sends stays its sender's own.
#[must_use]
pub fn deploys(scene: &Scene<'_, '_>, wares: &[Ware<'_>]) -> bool {
    let text = scene.span.of(scene.text);
    let noun = |ware: &Ware<'_>, nouns: &[&str]| {
        let lower = ware.item.text.to_ascii_lowercase();
        nouns.iter().any(|noun| lower.holds(noun))
    };
    let ships = ["frigate", "destroyer", "submarine", "warship", "corvette", "ship", "vessel", "cutter", "squadron"];
    let planes = ["jet", "aircraft", "fighter", "bomber", "helicopter", "plane"];
    let ahead = scene.deals.iter().any(|hit| {
        let before = scene.before(hit.start).trim_end();
        let word = Span::new(hit.start, hit.end).of(scene.text);
        hit.what == DealWord::Sell
            && (word.starts_with("offer")
                || word.starts_with("pledge")
                || before.ends_with(" will")
                || before.ends_with(" to")
                || before.ends_with(" would")
                // "gave Norhaven 12 helicopters": what is given stays nobody's own.
                || GIVING.contains(&word))
    });
    DEPLOYMENT_WORDS.are_in(text)
        || wares.iter().any(|ware| noun(ware, &ships) && !noun(ware, &["patrol boat", "anti-ship", "-to-ship"]))
        || !ahead && wares.iter().any(|ware| noun(ware, &planes) && !noun(ware, &["anti-aircraft", "unmanned"]))
}

//! How far a deal has come: `signed`, `has yet to deliver`, `scrapped`, by the verb, its tense and its mood.

use super::find;
use super::scene::Scene;
use super::worth::tail;
use crate::lexicon::news::{DealWord, StatusWord};
use crate::model::{Status, ValueRole};
use crate::span::Span;

/// The words of state, without those that only look like it: "to be delivered", "expected to be awarded" is planned already.
#[must_use]
pub fn statuses(scene: &Scene<'_, '_>) -> Vec<(StatusWord, Span)> {
    let mut found = Vec::new();
    for hit in &scene.statuses {
        let before = scene.before(hit.start).trim_end();
        let word = Span::new(hit.start, hit.end).of(scene.text);
        let ahead =
            ["to be", "will be", "would be", "could be", "can be", "be", "to", "will", "would", "expected to", "not"]
                .iter()
                .any(|word| before.ends_with(&format!(" {word}")));
        let modal = ["could", "may", "might"]
            .iter()
            .any(|word| before.ends_with(&format!(" {word}")) || before.ends_with(&format!(" {word} be")));
        match hit.what {
            StatusWord::Delivered if scene.after(hit.end).starts_with(" the required") => {}
            StatusWord::Delivered | StatusWord::InDelivery if ahead || before.ends_with(" be") => {}
            StatusWord::Signed | StatusWord::Awarded if modal => {
                found.push((StatusWord::Possible, Span::new(hit.start, hit.end)));
            }
            // "beat its rival to win a contract" is won.
            StatusWord::Awarded
                if before.ends_with(" to")
                    && matches!(word, "win" | "secure" | "clinch")
                    && ![
                        "hope",
                        "hopes",
                        "hoping",
                        "want",
                        "wants",
                        "seek",
                        "seeks",
                        "aim",
                        "aims",
                        "expect",
                        "expects",
                        "expected",
                        "bid",
                        "bids",
                        "bidding",
                        "likely",
                        "set",
                        "poised",
                        "try",
                        "trying",
                        "vying",
                        "compete",
                        "competing",
                        "looking",
                        "tipped",
                        "favourite",
                    ]
                    .iter()
                    .any(|lead| before.ends_with(&format!(" {lead} to"))) =>
            {
                found.push((StatusWord::Awarded, Span::new(hit.start, hit.end)));
            }
            StatusWord::Signed | StatusWord::Awarded if ahead && !matches!(word, "signing") => {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            StatusWord::Signed
                if matches!(word, "orders" | "signs") && before.ends_with(|c: char| c.is_ascii_digit()) => {}
            StatusWord::Cancelled | StatusWord::Suspended | StatusWord::Delayed
                if before.ends_with(" to")
                    && ![
                        "decided to",
                        "plans to",
                        "agreed to",
                        "going to",
                        "set to",
                        "had to",
                        "forced to",
                        "move to",
                    ]
                    .iter()
                    .any(|lead| before.ends_with(lead)) => {}
            StatusWord::Approved
                if ahead
                    && !before.ends_with(" be")
                    && (!before.ends_with(" to")
                        || [
                            " expected to",
                            " asked to",
                            " urged to",
                            " likely to",
                            " set to",
                            " due to",
                            " needs to",
                            " has to",
                            " have to",
                        ]
                        .iter()
                        .any(|lead| before.ends_with(lead))) => {}
            _ => found.push((hit.what, Span::new(hit.start, hit.end))),
        }
    }
    // "will sell", "a potential $2 billion deal"
    for hit in &scene.deals {
        let before = scene.before(hit.start);
        let span = Span::new(hit.start, hit.end);
        let will = before.ends_with(" will ")
            || before.ends_with(" will also ")
            || before.ends_with(" to be ") && matches!(hit.what, DealWord::Sell);
        if will && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Receive | DealWord::Paid) {
            found.push((StatusWord::Planned, span));
        }
        let near = tail(before, 34);
        if matches!(hit.what, DealWord::Deal | DealWord::Sale | DealWord::Purchase)
            && ["potential ", "possible ", "proposed "].iter().any(|word| near.contains(word))
        {
            found.push((StatusWord::Possible, span));
        }
        if matches!(hit.what, DealWord::Sell | DealWord::Buy)
            && ["decision to ", "seeks to ", "wants to ", "hopes to ", "ready to ", "offers to ", "willing to "]
                .iter()
                .any(|word| near.ends_with(word))
        {
            found.push((StatusWord::Planned, span));
        }
    }
    // "is acquiring": what goes on is not done.
    for hit in scene.deals.iter().filter(|hit| matches!(hit.what, DealWord::Buy | DealWord::Request)) {
        let word = Span::new(hit.start, hit.end).of(scene.text);
        let before = scene.before(hit.start).trim_end();
        if word.ends_with("ing")
            && !before.ends_with("ing")
            && before.rsplit(' ').take(2).any(|word| matches!(word, "is" | "are" | "be"))
        {
            found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
        }
    }
    // "could be sold", "would buy"
    for (modal, what) in [
        (" could ", StatusWord::Possible),
        (" may ", StatusWord::Possible),
        (" might ", StatusWord::Possible),
        (" would buy", StatusWord::Planned),
        (" would purchase", StatusWord::Planned),
        (" would acquire", StatusWord::Planned),
    ] {
        if let Some(at) = find(scene.text, scene.span, modal) {
            let next = scene
                .deals
                .iter()
                .find(|hit| hit.start >= at + modal.trim_end().len() && hit.start <= at + modal.len() + 4);
            if next.is_some() || modal.len() > 8 {
                found.push((what, Span::new(at + 1, at + modal.len())));
            }
        }
    }
    found
}

/// Whether the deal of these words exists, or is still ahead.
#[must_use]
pub fn group(words: &[StatusWord]) -> ValueRole {
    let real = words.iter().any(|word| {
        matches!(
            word,
            StatusWord::Signed
                | StatusWord::Awarded
                | StatusWord::InDelivery
                | StatusWord::Delivered
                | StatusWord::Unfulfilled
                | StatusWord::Completed
        )
    });
    let ahead = words.iter().any(|word| {
        matches!(
            word,
            StatusWord::Possible
                | StatusWord::Requested
                | StatusWord::Planned
                | StatusWord::Negotiating
                | StatusWord::Approved
        )
    });
    if ahead && !real { ValueRole::Estimated } else { ValueRole::Award }
}

/// How far a word goes, and the status that it names.
#[must_use]
pub const fn rank(word: StatusWord) -> Option<(u8, Status)> {
    Some(match word {
        StatusWord::Possible => (2, Status::Possible),
        StatusWord::Requested => (3, Status::Requested),
        StatusWord::Planned => (3, Status::Planned),
        StatusWord::Negotiating => (4, Status::Negotiating),
        StatusWord::Approved => (5, Status::Approved),
        StatusWord::Signed => (6, Status::Signed),
        StatusWord::Awarded => (6, Status::Awarded),
        StatusWord::Delivered => (7, Status::Delivered),
        StatusWord::InDelivery => (8, Status::InDelivery),
        StatusWord::Completed => (8, Status::Completed),
        StatusWord::Delayed => (9, Status::Delayed),
        StatusWord::Suspended => (10, Status::Suspended),
        StatusWord::Unfulfilled => (11, Status::Unfulfilled),
        StatusWord::Cancelled => (12, Status::Cancelled),
        StatusWord::Denied => return None,
    })
}

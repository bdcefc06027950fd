//! How far a deal has come: `signed`, `has yet to deliver`, `scrapped`, by the verb, its tense and its mood.

mod agreed;
mod ahead;
mod ended;
mod handed_over;
mod leave;
mod told;
mod verb;

use self::told::Told;
use super::scene::Scene;
use crate::lexicon::news::StatusWord;
use crate::model::{Status, ValueRole};
use crate::span::Span;

pub use self::leave::doubted;

/// `signed` and `will deliver`: words that tell how far a deal has come, and where they stand.
type Stages = Vec<(StatusWord, Span)>;

/// The words of state, without those that only look like it: "to be delivered", "expected to be awarded" is planned already.
#[must_use]
pub fn statuses<'s>(scene: &'s Scene<'_, '_>) -> &'s [(StatusWord, Span)] {
    scene.stages(read)
}

fn read(scene: &Scene<'_, '_>) -> Stages {
    let mut found = Vec::new();
    for hit in &scene.statuses {
        let told = Told::new(scene, hit);
        found.extend(told.stage().map(|word| (word, told.span)));
    }
    for hit in &scene.deals {
        found.extend(verb::stage(scene, hit).map(|word| (word, Span::new(hit.start, hit.end))));
    }
    // "took delivery of six of the 12 jets, while the other six are to arrive next year"
    if found.iter().any(|(word, _)| *word == StatusWord::Delivered)
        && let Some(span) = handed_over::the_rest_follows(scene)
    {
        found.push((StatusWord::InDelivery, span));
    }
    ahead::begun(scene, &mut found);
    ahead::under_way(scene, &mut found);
    ahead::all_delivered(scene, &mut found);
    ahead::expected(scene, &mut found);
    ahead::beaten_to(scene, &mut found);
    ahead::planned(scene, &mut found);
    ahead::signed_already(scene, &mut found);
    ahead::going_on(scene, &mut found);
    ahead::possible(scene, &mut found);
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

//! `will sell`, `a potential $2 billion deal`, `deliveries have begun`: how far a deal has come by what stands around its words of trade.

use super::{Stages, StatusWord};
use crate::clause::find;
use crate::clause::scene::Scene;
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{BEATING, DealWord, INTENTIONS};
use crate::lexicon::procurement::Hit;
use crate::lexicon::stages::{
    BEGINNING, DEAL_NOT_MADE, ENDED_BEHIND, EXPECTED_WHEN, ONLY_POSSIBLE, TO_BE_SIGNED, UNDER, UNDER_WAY,
};
use crate::span::Span;

/// `has begun deliveries of 12 helicopters`, `started delivering them`
pub(super) fn begun(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in scene.deals.iter().filter(|hit| matches!(hit.what, DealWord::Sale | DealWord::Sell)) {
        let word = &scene.text[hit.start..hit.end];
        let last = scene.before(hit.start).trim_end_matches(" the ").trim_end().last_word();
        if (word.starts_with("deliver") && !word.ends_with("ed") && word != "deliver" || word.ends_with("ing"))
            && BEGINNING.has(last)
            // "to continue providing vehicles": what is still to be done.
            && !matches!(last, "continue" | "continues")
            && !found
                .iter()
                .any(|(known, span)| *known == StatusWord::InDelivery && span.start < hit.end && hit.start < span.end)
        {
            found.push((StatusWord::InDelivery, span(hit)));
        }
    }
}

/// `Delivery of 12 helicopters has begun`
pub(super) fn under_way(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in nouns(scene, DealWord::Sale) {
        let noun = &scene.text[hit.start..hit.end];
        if noun.get(1..7) == Some("eliver") && UNDER_WAY.are_in(head(scene.after(hit.end), 110)) {
            found.push((StatusWord::InDelivery, span(hit)));
        }
    }
}

/// `Deliveries to Norhaven in 2015 included four jets`
pub(super) fn all_delivered(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in nouns(scene, DealWord::Sale) {
        let noun = &scene.text[hit.start..hit.end];
        if noun.ends_with("eliveries") && ENDED_BEHIND.are_in(head(scene.after(hit.end), 60)) {
            found.push((StatusWord::Delivered, span(hit)));
        }
    }
}

/// `A Norhaven order for six radars is expected this year`
pub(super) fn expected(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in nouns(scene, DealWord::Deal) {
        let phrase = head(scene.after(hit.end), 60).split([',', ';', '.']).next().unwrap_or("");
        if phrase.place_of(" is expected").is_some_and(|at| {
            let when = &phrase[at + " is expected".len()..];
            !phrase[..at].holds(" is ") && (when.is_empty() || EXPECTED_WHEN.begin(when))
        }) {
            found.push((StatusWord::Planned, span(hit)));
        }
    }
}

/// `beat its rival to a $9 million contract`
pub(super) fn beaten_to(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in nouns(scene, DealWord::Deal) {
        let near = tail(scene.before(hit.start), 90);
        if near.last_place_of(" to ").is_some_and(|at| near[..at].split(' ').any(|word| BEATING.has(word))) {
            found.push((StatusWord::Awarded, span(hit)));
        }
    }
}

/// `will sell`, `a potential $2 billion deal`
pub(super) fn planned(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in &scene.deals {
        let before = scene.before(hit.start);
        let span = span(hit);
        // "will this year receive", "will by May 2026 receive"
        let day = scene.dates.iter().find(|date| date.end + 1 == hit.start);
        let dated = day.is_some_and(|date| {
            let lead = scene.before(date.start).trim_end();
            [" in", " by", " on", " from"]
                .iter()
                .find_map(|link| lead.strip_suffix(link))
                .unwrap_or(lead)
                .ends_with(" will")
        });
        if matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Receive | DealWord::Paid)
            && (dated || will(hit, before))
        {
            found.push((StatusWord::Planned, span));
        }
        // "announces a military aid package"
        let word = span.of(scene.text);
        if hit.what == DealWord::Sale
            && word.ends_with("package")
            && ["nnounc", "nveil"].iter().any(|verb| tail(before, 60).holds(verb))
        {
            found.push((StatusWord::Planned, span));
        }
        // "want to jointly buy"
        let near = tail(before.strip_suffix("jointly ").unwrap_or(before), 34);
        if matches!(hit.what, DealWord::Deal | DealWord::Sale | DealWord::Purchase)
            && ["potential ", "possible ", "proposed "].iter().any(|word| near.holds(word))
        {
            found.push((StatusWord::Possible, span));
        }
        if matches!(hit.what, DealWord::Sell | DealWord::Buy | DealWord::Receive | DealWord::Sign)
            && near.ends_with(" to ")
            && INTENTIONS.end(near)
            && !found.iter().any(|(word, span)| *word == StatusWord::Planned && span.end + 1 == hit.start)
        {
            // "is ready to lease 12 jets": nothing is decided.
            let open = ["ready to ", "willing to ", "keen to "].iter().any(|lead| near.ends_with(lead));
            found.push((if open { StatusWord::Possible } else { StatusWord::Planned }, span));
        }
    }
}

/// `will `, `will probably `, `will design and `: whether the words before a verb of trade say that it will be done.
fn will(hit: &Hit<DealWord>, before: &str) -> bool {
    // "will design and build"
    let also = before
        .strip_suffix(" and ")
        .and_then(|lead| lead.rsplit_once(' '))
        .is_some_and(|(lead, _)| lead.ends_with(" will") || lead.ends_with(" to"));
    // "will probably buy"
    let adverb = before.trim_end().last_word();
    before.ends_with(" will ")
        || adverb.len() > 4
            && adverb.ends_with("ly")
            && before.trim_end()[..before.trim_end().len() - adverb.len()].ends_with(" will ")
        || also
        || before.ends_with(" will also ")
        // "confirmed the purchase of 28 tanks, with the first to be shipped in May": what is bought is bought.
        || (before.ends_with(" to be ") || before.ends_with(" will be "))
            && hit.what == DealWord::Sell
            && !tail(before, 60).holds(", with ")
}

/// `will deliver 12 jets under a $700 million contract`: the contract is there.
pub(super) fn signed_already(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in nouns(scene, DealWord::Deal) {
        if stands_under(scene, hit)
            && !ONLY_POSSIBLE.are_in(scene.span.of(scene.text))
            && !TO_BE_SIGNED.are_in(head(scene.after(hit.end), 60))
            && found.iter().any(|(word, _)| *word == StatusWord::Planned)
            && !is_meant(scene, hit)
            && [DealWord::Sell, DealWord::Receive, DealWord::Made].into_iter().any(|what| scene.has(what))
        {
            found.push((StatusWord::Signed, span(hit)));
        }
    }
}

/// `under a $700 million contract`, and not "under a proposed contract": whether something is done under a deal that is made.
fn stands_under(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> bool {
    let near = tail(scene.before(hit.start), 48);
    // "under" + "a contract": the article is part of the cue.
    let with_article = || {
        let word = &scene.text[hit.start..hit.end];
        ((near.ends_with("nder ") || near.ends_with(" in ")) && (word.starts_with("a ") || word.starts_with("the ")))
            .then_some("")
    };
    let between = UNDER.rests_in(near).min_by_key(|rest| rest.len()).or_else(with_article);
    between.is_some_and(|between| !between.contains([',', ';']) && !DEAL_NOT_MADE.are_in(between))
}

/// `plans to sell 12 jets in a $700 million deal`: whether the deal is what is planned.
fn is_meant(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> bool {
    scene.deals.iter().any(|verb| {
        let before = scene.before(verb.start);
        verb.end <= hit.start && before.ends_with(" to ") && INTENTIONS.end(before)
    })
}

/// `is acquiring`: what goes on is not done.
pub(super) fn going_on(scene: &Scene<'_, '_>, found: &mut Stages) {
    for hit in scene.deals.iter().filter(|hit| matches!(hit.what, DealWord::Buy | DealWord::Request)) {
        let before = scene.before(hit.start).trim_end();
        if scene.text[hit.start..hit.end].ends_with("ing")
            && !before.ends_with("ing")
            && before.rsplit(' ').take(2).any(|word| matches!(word, "is" | "are" | "be"))
        {
            found.push((StatusWord::Planned, span(hit)));
        }
    }
}

/// `could be sold`, `would buy`
pub(super) fn possible(scene: &Scene<'_, '_>, found: &mut Stages) {
    for (modal, what) in [
        (" could ", StatusWord::Possible),
        (" may ", StatusWord::Possible),
        (" might ", StatusWord::Possible),
        (" would buy", StatusWord::Planned),
        (" would purchase", StatusWord::Planned),
        (" would acquire", StatusWord::Planned),
        (" would order", StatusWord::Planned),
        (" would spend", StatusWord::Planned),
        (" would pay", StatusWord::Planned),
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
}

/// `a contract`: the words of trade of one kind.
fn nouns<'s>(scene: &'s Scene<'_, '_>, what: DealWord) -> impl Iterator<Item = &'s Hit<DealWord>> {
    scene.deals.iter().filter(move |hit| hit.what == what)
}

fn span(hit: &Hit<DealWord>) -> Span {
    Span::new(hit.start, hit.end)
}

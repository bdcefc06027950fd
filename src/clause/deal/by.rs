//! Names behind "by": `paid by the Armenian side`, `built by Velmark`.

use super::{Part, passive};
use crate::clause::scene::Scene;
use crate::clause::worth::tail;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, FINANCING_VERBS, OFFICES, USING};
use crate::lexicon::parties::TELLING_BY;
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::PartyKind;
use crate::span::Span;

/// `paid by the Armenian side`, `built by Velmark`
pub(super) fn by(
    scene: &Scene<'_, '_>,
    name: &Name,
    word_at: usize,
    governor: Option<Hit<DealWord>>,
) -> Option<(Part, Option<Span>)> {
    // "built by" is a cue of its own, whose end lies behind the preposition.
    if let Some(hit) = scene
        .deals
        .iter()
        .find(|hit| hit.what == DealWord::Made && hit.start < name.span.start && hit.end >= word_at + 2)
    {
        // "instead of jets made by Tolvik": what was not chosen.
        let other = [" instead of ", " rather than ", " in preference to "].iter().any(|words| {
            let near = tail(scene.before(hit.start), 60);
            near.last_place_of(words).is_some_and(|at| !near[at..].contains(','))
        });
        // "six vessels designed by Tolvik": who won the order builds them.
        let word = Span::new(hit.start, hit.end).of(scene.text);
        let drawn = scene.has(DealWord::Win)
            && (word.starts_with("design")
                || word.starts_with("develop")
                // "won orders for missiles used in the system built by Tolvik"
                || [" used in ", " used on ", " used by ", " for use in "]
                    .iter()
                    .any(|link| tail(scene.before(hit.start), 90).holds(link)));
        return (!other && !drawn).then(|| (Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // "Similar bombs were used by Norhaven": who uses a thing has no part by that.
    let verb = scene.before(word_at).trim_end().last_word();
    if USING.has(verb)
        || FINANCING_VERBS.begin(verb)
        || matches!(
            verb,
            "backed"
                | "sponsored"
                | "observed"
                | "attended"
                | "assembled"
                | "powered"
                | "fitted"
                | "crewed"
                | "inspected"
                | "overseen"
                | "specified"
        )
    {
        return None;
    }
    // "the $9 million order received by Velmark": who gets work sells.
    let work = |hit: &Hit<DealWord>| {
        let near = hit.end <= word_at && word_at - hit.end <= 32;
        near && hit.what == DealWord::Deal && scene.text[hit.end..word_at].trim() == verb
    };
    if matches!(verb, "received" | "booked" | "secured")
        && !name.is_state()
        && name.kind != PartyKind::Person
        && scene.deals.iter().any(work)
    {
        return Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))));
    }
    // "as acknowledged by Norhaven’s ambassador": who speaks has no part by that.
    // "a deal announced by Norhaven to buy 12 jets" is its own.
    if TELLING_BY.has(verb) && !scene.after(name.span.end).starts_with(" to ") {
        return None;
    }
    // "was signed by Ivo Hale, Joint Secretary of the ministry": a person of an office.
    if verb == "signed" && matches!(name.kind, PartyKind::Unknown | PartyKind::Person) && !name.is_state() {
        let after = scene.after(name.span.end);
        let title = after
            .strip_prefix(", ")
            .map_or("", |rest| crate::clause::worth::head(rest, 60))
            .split(',')
            .next()
            .unwrap_or("");
        let before = Span::new(word_at, name.span.start.max(word_at)).of(scene.text);
        if [title, before].iter().any(|words| words.split([' ', '-']).any(|word| OFFICES.get(word).is_some())) {
            return None;
        }
    }
    // "chose the Kestrel over the Tolvik offered by Ardenia": what was not chosen.
    let near = tail(scene.before(word_at), 60);
    if matches!(verb, "offered" | "proposed")
        && near.last_place_of(" over ").is_some_and(|at| !near[at..].contains([',', ';']))
        && scene.deals.iter().any(|hit| {
            hit.end < word_at
                && ["chose", "select", "pick", "prefer"].iter().any(|verb| scene.text[hit.start..hit.end].holds(verb))
        })
    {
        return None;
    }
    // "has been selected by the army to supply trucks"
    let close = |hit: &Hit<DealWord>| {
        let gap = Span::new(hit.end, word_at.max(hit.end)).of(scene.text);
        // "was awarded to Velmark by the army"
        gap.len() < 8 || gap.len() <= 60 && gap.starts_with(" to ") && !gap.contains([',', ';'])
    };
    // "The contract was won by Velmark": the passive of a verb of winning, unlike "was selected by".
    // "a tender initially won by Velmark": what is won, unlike who is selected, is no firm.
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Win && close(hit))
        && (passive(scene.before(hit.start)) || &scene.text[hit.start..hit.end] == "won")
        && !scene.text[hit.start..hit.end].contains(' ')
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Win && close(hit)) {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // "has been promised six helicopters by the Pentagon"
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Receive && word_at.saturating_sub(hit.end) <= 48)
        && ["promised", "given", "offered", "granted", "equipped with"]
            .iter()
            .any(|verb| scene.text[hit.start..hit.end].ends_with(verb))
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // "has been commissioned by the army to supply 50 vehicles"
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Award && word_at.saturating_sub(hit.end) < 8)
        && passive(scene.before(hit.start))
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // "was awarded a contract by the army to deliver radars to Norhaven", "was awarded a contract modification by the navy"
    let noun = |hit: &Hit<DealWord>| {
        let gap = Span::new(hit.end, word_at.max(hit.end)).of(scene.text);
        gap.len() < 8 || matches!(gap, " modification " | " extension " | " option " | " award " | " renewal ")
    };
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Deal && noun(hit))
        && let Some(won) = scene.deals.iter().rev().find(|won| won.end <= hit.start && hit.start - won.end <= 60)
        && won.what == DealWord::Win
        && name.is_state()
        && ["award", "given", "select"].iter().any(|verb| scene.text[won.start..won.end].holds(verb))
    {
        return Some((Part::Customer, Some(Span::new(won.start, won.end))));
    }
    // "a plan by Ardenia to sell jets"
    if let Some(next) = scene.predicate(name.span.end)
        && Span::new(name.span.end, next.start).of(scene.text) == " to "
    {
        let evidence = Some(Span::new(next.start, next.end));
        match next.what {
            DealWord::Sell => return Some((Part::Supplier, evidence)),
            DealWord::Buy => return Some((Part::Customer, evidence)),
            _ => {}
        }
    }
    // "over a bid by Tolvik": what was not chosen.
    if [" bid", " bids", " offer", " proposal"].iter().any(|noun| scene.before(word_at).trim_end().ends_with(noun)) {
        return None;
    }
    // "delivery of 12 guns to the Norhaven army by Velmark": behind a noun the whole phrase stands before.
    let reach = if matches!(governor?.what, DealWord::Sale | DealWord::Purchase) { 120 } else { 60 };
    let hit = governor.filter(|hit| word_at.saturating_sub(hit.end) < reach)?;
    let evidence = Some(Span::new(hit.start, hit.end));
    match hit.what {
        // "the upgrade of five aircraft by Velmark": who does the work.
        DealWord::Purchase
            if name.kind == PartyKind::Company
                && ["upgrade", "moderni", "overhaul", "refurb"]
                    .iter()
                    .any(|noun| scene.text[hit.start..hit.end].starts_with(noun)) =>
        {
            Some((Part::Supplier, evidence))
        }
        // "weapons worth $3 billion, paid for by Norhaven": who only pays for what another gets.
        DealWord::Buy
            if &scene.text[hit.start..hit.end] == "paid for"
                && scene.deals.iter().any(|other| {
                    other.end < hit.start && matches!(other.what, DealWord::Receive | DealWord::Sell | DealWord::Sale)
                }) =>
        {
            None
        }
        // "The contract for 12 jets was cancelled by Norhaven": whose it was.
        DealWord::Deal | DealWord::Purchase | DealWord::Sale
            if name.is_state()
                && matches!(
                    verb,
                    "cancelled"
                        | "canceled"
                        | "scrapped"
                        | "terminated"
                        | "suspended"
                        | "postponed"
                        | "shelved"
                        | "frozen"
                        | "axed"
                        | "dropped"
                        | "annulled"
                        | "abandoned"
                )
                && passive(scene.before(word_at).trim_end().strip_suffix(verb).unwrap_or("")) =>
        {
            Some((if hit.what == DealWord::Sale { Part::Supplier } else { Part::Customer }, evidence))
        }
        // "The order, placed by the army with Velmark"
        DealWord::Deal if scene.before(word_at).ends_with(" placed ") => Some((Part::Customer, evidence)),
        // "part of it paid by the fund"
        DealWord::Paid if shares(scene.before(hit.start)) => None,
        DealWord::Buy
        | DealWord::Paid
        | DealWord::Request
        | DealWord::Receive
        | DealWord::Purchase
        | DealWord::Award => Some((Part::Customer, evidence)),
        DealWord::Sell | DealWord::Sale | DealWord::Made => Some((Part::Supplier, evidence)),
        // "was signed by Defence Minister Ivo Hale"
        DealWord::Sign if name.kind == PartyKind::Person && name.country.is_none() => None,
        DealWord::Sign | DealWord::Talk => Some((Part::Signer, evidence)),
        // "was awarded a contract worth $5 million by the ministry"
        DealWord::Deal => scene
            .deals
            .iter()
            .rev()
            .find(|won| won.end <= hit.start && hit.start - won.end <= 60)
            .filter(|won| {
                won.what == DealWord::Win
                    && ["award", "given", "select"]
                        .iter()
                        .any(|verb| Span::new(won.start, won.end).of(scene.text).holds(verb))
            })
            .map(|won| (Part::Customer, Some(Span::new(won.start, won.end)))),
        _ => None,
    }
}

/// `part of it`, `half of which`: only a part is paid.
fn shares(before: &str) -> bool {
    let near = before.trim_end();
    ["part of it", "part of which", "half of it", "half of which", "partly", "part", "some of it", "most of it"]
        .iter()
        .any(|words| near.ends_with(words))
}

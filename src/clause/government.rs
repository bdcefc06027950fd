//! Which deal word governs a thing or a name: `ordered four frigates`, `vessels ordered from Velmark`, `a contract … for radars`.

use super::deal::{Part, Player, unfulfilled_before};
use super::find;
use super::scene::Scene;
use super::sending::is_sending;
use super::ware::Ware;
use super::worth::tail;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{APART_FROM, CHOOSING, COMPANY_NOUNS, DROPPING, DealWord, NO_PARTY_NOUNS, WORK_VERBS};
use crate::lexicon::procurement::Hit;
use crate::lexicon::trade::{
    AID_NOUNS, ARMED_WITH, BREAKS, COVERING, CREWS, DUE_FOR, FIRM_PARTS, GROUPS_OF_STATES, INCLUDING, IT_COVERS,
    NUMBERING, ON_ORDER, OWNING, PAYING_FOR, REPLACED, UMBRELLAS,
};
use crate::model::PartyKind;
use crate::span::Span;

/// How far a deal word reaches forward, in bytes.
const REACH: usize = 110;

/// Whether a deal word governs a ware.
#[must_use]
pub fn governed(scene: &Scene<'_, '_>, ware: &Ware<'_>) -> bool {
    let text = scene.text;
    let start = ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.start);
    if ware.weak {
        return true;
    }
    // "without delivering a single ship": what did not happen.
    // "dashing its hopes of selling 64 jets"
    let done = |hit: &&Hit<DealWord>| {
        let before = scene.before(hit.start);
        ![" without ", " hopes of ", " hope of ", " instead of ", " rather than "]
            .iter()
            .any(|lead| before.ends_with(lead))
    };
    let behind = scene.deals.iter().rev().filter(|hit| hit.end <= start).take(3).filter(done).any(|hit| {
        let gap = Span::new(hit.end, start).of(text);
        // "with over a million shells": a bound of the number.
        let gap = gap
            .strip_suffix("over ")
            .filter(|_| ware.item.quantity.is_some() && hit.what != DealWord::Talk)
            .unwrap_or(gap);
        let word = Span::new(hit.start, hit.end).of(text);
        // "an aid package for Norhaven that includes 18 guns"
        let includes = || hit.what == DealWord::Sale && gap.holds(" include");
        // "military packages containing long-range missiles"
        // "worth over $9 million": a bound of a sum.
        let worth = gap.holds(" worth over ") || gap.holds(" valued at over ");
        // "the contract that Norhaven signed in 2014 for 36 jets": what is told of a contract between it and its thing.
        let related = hit.what == DealWord::Deal
            && gap.starts_with(" that ")
            && gap.ends_with(" for ")
            && [" signed ", " won ", " placed ", " concluded ", " awarded "].iter().any(|verb| gap.holds(verb));
        let breaks = |mark: &&str| !(worth && *mark == " over " || related && *mark == " that ");
        let reaches = gap.len() <= REACH && (!BREAKS.each().filter(breaks).any(|mark| gap.holds(mark)) || includes());
        match hit.what {
            // "agreed to extend", "awarded", "received": the thing must follow at once, or be bought.
            DealWord::Sign | DealWord::Approve => false,
            // "in talks with Norhaven over 12 jets"
            DealWord::Talk => {
                gap.len() <= 90
                    && [" over ", " on ", " about ", " for ", " to "].iter().any(|link| gap.holds(link))
                    && !gap.holds(" return ")
                    && !BREAKS.each().any(|mark| mark != " over " && gap.holds(mark))
            }
            // "sent a message to Norhaven about the tanks"
            DealWord::Sell if is_sending(word) => {
                // "send military aid to Norhaven, including 12 guns"
                // The words of number before a member do not count: "including tens of thousands more shells".
                let aid =
                    INCLUDING.rests_in(gap).any(only_numbers)
                        && AID_NOUNS.are_in(gap);
                // "a contract worth up to $9 million for 12 guns"
                let words =
                    gap.strip_prefix(" worth up to ").or_else(|| gap.strip_prefix(" valued at up to ")).unwrap_or(gap);
                reaches && (gap.len() <= 70 || aid) && (aid || !words.holds(" to ") && !gap.holds(" about "))
            }
            DealWord::Sell | DealWord::Receive => reaches && gap.len() <= 70,
            DealWord::Request => reaches && gap.len() <= 60,
            DealWord::Award | DealWord::Win => {
                reaches
                    && (gap.holds("contract")
                        || gap.holds(" order")
                        || gap.len() <= 40
                        // "awarded Velmark $5 million to install mortars"
                        || gap.holds(" to ") && scene.figures.iter().any(|figure| figure.start >= hit.end && figure.end <= start)
                        || word.holds("contract")
                        || word.holds("order"))
            }
            // "will spend $9 million on a fund to help develop drones": what the money is not spent on.
            DealWord::Paid => {
                let words = gap.split(" to ").skip(1).all(|rest| {
                    let verb = rest.split([' ', ',']).next().unwrap_or("");
                    !verb.starts_with(|c: char| c.is_ascii_lowercase())
                        || matches!(verb, "the" | "a" | "an" | "its" | "their")
                        || WORK_VERBS.has(verb)
                        || PAYING_FOR.has(verb)
                        || verb.bytes().any(|byte| byte.is_ascii_digit())
                });
                reaches && words
            }
            // "information provided by his ministry on the submarine": what is made stands before.
            DealWord::Made => reaches && gap.contains(','),
            _ => reaches,
        }
    });
    // "The agreement, signed on Friday between A and B, covers 12 vehicles"
    let covered = COVERING.each().any(|verb| {
        let near = tail(scene.before(start), 26);
        near.last_place_of(verb).is_some_and(|at| {
            near[..at].ends_with(' ') && near[at + verb.len()..].starts_with(' ') && !near[at..].contains(',')
        })
    });
    if behind || covered && scene.deals.iter().any(|hit| hit.end <= start && hit.what == DealWord::Deal) {
        return true;
    }
    // "Norhaven, which has 20 older jets, asked to buy 19 new ones": what it has.
    let lead = ware.item.quantity_span.as_ref().map_or(start, |span| span.start);
    if OWNING.end(scene.before(lead)) {
        return false;
    }
    // "the body of the pilot from the jet will be handed over": what stands beside the jet.
    let article = scene.before(start).trim_end();
    let article = article.strip_suffix(" the").unwrap_or(article);
    if APART_FROM.has(article.last_word()) {
        return false;
    }
    // "vessels ordered from Velmark", "helicopters that Velmark has yet to deliver", "systems were delivered"
    // "launchers that Ardenia had agreed to supply": what is agreed decides.
    scene.deals.iter().find(|hit| hit.start >= ware.item.end && hit.what != DealWord::Sign).is_some_and(|hit| {
        let gap = Span::new(ware.item.end, hit.start).of(text);
        let close = gap.len() <= 48 && !gap.holds("; ") && !gap.contains('.');
        let passive = ["was", "were", "been", "being", "be"].iter().any(|word| gap.trim_end().ends_with(word));
        let relative = gap.trim().is_empty()
            // "missiles to send to Norhaven"
            || gap == " to " && hit.what == DealWord::Sell
            || gap.starts_with(" that ")
            || matches!(gap, " it " | " they " | " it has " | " it had " | " they had ")
            // "The six jets Norhaven bought"
            || hit.what == DealWord::Buy
                && scene.names.iter().any(|name| {
                    name.span.start == ware.item.end + 1 && matches!(Span::new(name.span.end, hit.start.max(name.span.end)).of(text), " " | " has " | " had ")
                })
            || gap.starts_with(" which ")
            || gap.starts_with(", which ")
            || gap.starts_with(", ") && !(gap.len() > 2 && text[hit.start..hit.end].ends_with("ing"));
        if hit.what == DealWord::Purchase && gap == " " && text[hit.start..hit.end].starts_with("program") {
            return true;
        }
        // "Six radars are scheduled for delivery to Norhaven"
        if hit.what == DealWord::Sale && text[hit.start..hit.end].starts_with("deliver") {
            return DUE_FOR.has(gap);
        }
        // "Four corvettes are on order from Velmark"
        if hit.what == DealWord::Deal && Span::new(hit.start, hit.end).of(text).starts_with("order") {
            return ON_ORDER.has(gap);
        }
        close
            && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Made | DealWord::Request)
            && (passive || relative)
    })
}

/// `tens of thousands more `: only articles and words of number.
fn only_numbers(words: &str) -> bool {
    words.split(' ').filter(|word| !word.is_empty()).all(|word| {
        NUMBERING.has(word) || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'-')
    })
}

/// The wares that a deal word of the sentence governs: behind it in the same clause, before its participle, or on a list with such a one.
#[must_use]
pub fn chosen<'t>(scene: &Scene<'_, 't>, wares: Vec<Ware<'t>>) -> Vec<Ware<'t>> {
    let text = scene.text;
    // "It covers six radars": what a contract of the sentence before is for.
    if scene.deals.is_empty() && IT_COVERS.begin(scene.span.of(text)) {
        return wares.into_iter().filter(|ware| ware.arm || ware.item.quantity.is_some()).take(8).collect();
    }
    let Some(first) = scene.deals.first() else { return Vec::new() };
    // "along with weapons, spares and training": what comes with the thing is not the thing.
    let main_before =
        |at: usize| wares.iter().any(|ware| !ware.weak && ware.item.end <= at && ware.item.start >= first.start);
    let umbrella = |at: usize| {
        wares
            .iter()
            .rev()
            .find(|ware| !ware.weak && ware.item.end <= at)
            .is_some_and(|ware| UMBRELLAS.has(ware.item.text.last_word()))
    };
    let members = if wares.len() < 2 { None } else { find(text, scene.span, "including ") };
    let members = members.filter(|at| umbrella(*at));
    let besides = ["along with ", "including ", "as well as ", "together with "]
        .iter()
        .filter_map(|word| Some((find(text, scene.span, word)?, word)))
        // "100,000 rifles along with 40 jets": what is counted is bought too.
        .filter(|(at, word)| {
            let next = text[at + word.len()..scene.span.end].split([' ', ',']).next().unwrap_or("");
            !(word.starts_with("along") && next.bytes().all(|byte| byte.is_ascii_digit() || byte == b','))
        })
        .map(|(at, _)| at)
        .filter(|at| main_before(*at) && members != Some(*at))
        .min();
    // "ordered 19 howitzers, two years after dropping plans to buy guns": what was not bought.
    let dropped = scene.span.of(text).last_place_of(" after ").map(|at| scene.span.start + at + " after ".len());
    let dropped = dropped.filter(|at| DROPPING.begin(&text[*at..scene.span.end]) && scene.buys_before(*at));
    let replaced = REPLACED.each().filter_map(|word| find(text, scene.span, word)).chain(besides).chain(dropped).min();
    let mut found: Vec<Ware<'t>> = Vec::new();
    for ware in wares {
        // "Norhaven, keen to replace its old jets, has ordered 12 new ones": a verb behind a comma begins anew.
        let anew = |at: usize| {
            scene.deals.iter().any(|hit| {
                hit.start > at
                    && hit.end <= ware.item.start
                    && !matches!(hit.what, DealWord::Made | DealWord::Sale)
                    && Span::new(at, hit.start).of(text).holds(", ")
            })
        };
        // "to replace its fleet with 16 jets": what comes instead.
        let start = ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.start).min(ware.item.start);
        let instead = |at: usize| {
            ware.item.quantity.is_some()
                && scene.before(start).ends_with(" with ")
                && ["to replace ", "will replace ", "would replace "]
                    .iter()
                    .any(|verb| text[at..start].starts_with(verb))
        };
        if replaced.is_some_and(|at| ware.item.start > at && !anew(at) && !instead(at)) {
            continue;
        }
        let listed = found.last().is_some_and(|last| {
            let gap =
                Span::new(last.item.end, ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.start))
                    .of(text);
            // "weapons systems, including mines", "equipment to Norhaven, including trucks"
            let member = || {
                members.is_some_and(|at| {
                    at >= last.item.end
                        && at < ware.item.start
                        && at - last.item.end <= 48
                        && only_numbers(text[at + 10..ware.item.start].trim_end())
                })
            };
            gap.len() <= 40 && gap.starts_with(" from ") && gap.ends_with(" and ")
                || member()
                || gap.len() <= 24
                    && !gap.contains('.')
                    && ![" capable", " carrying"].iter().any(|word| gap.holds(word))
                    && (gap.trim_start().starts_with(',')
                        || gap.trim_start().starts_with("and ")
                        || gap.holds(") and "))
        });
        // "to the crews of two patrol boats": who sails them.
        if CREWS.end(scene.before(start)) {
            continue;
        }
        // "chose the Kestrel over the Norhaven jets": what was not chosen.
        let rival = [" over the ", " over ", " ahead of the ", " ahead of ", " in preference to "]
            .iter()
            .any(|words| scene.before(start).ends_with(words));
        if rival
            && !found.is_empty()
            && scene.deals.iter().any(|hit| hit.end <= start && CHOOSING.begin(&text[hit.start..hit.end]))
        {
            continue;
        }
        // "frigates armed with Kestrel missiles": what the thing has.
        if ARMED_WITH.end(scene.before(start))
            && !scene.deals.iter().any(|hit| hit.end + 1 == start || hit.end + 5 == start)
        {
            continue;
        }
        if found.last().is_some_and(|last| carries(scene, last, &ware)) {
            continue;
        }
        // ", with the last boat arriving in 2017": one of those that were told.
        let one_of_them = ["first", "last", "final", "remaining", "second"].iter().any(|word| {
            ware.item.text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
                && scene.before(ware.item.start).ends_with(" with the ")
        });
        if one_of_them && !found.is_empty() {
            continue;
        }
        if listed || replaced.is_some_and(|at| at < start && instead(at)) || governed(scene, &ware) {
            found.push(ware);
        }
    }
    found
}

/// `a sonar suite for its four submarines`, `ammunition for the howitzers`: what carries or fires the thing is no part of the deal.
fn carries(scene: &Scene<'_, '_>, thing: &Ware<'_>, ware: &Ware<'_>) -> bool {
    let start = ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.start).min(ware.item.start);
    if start < thing.item.end {
        return false;
    }
    let gap = Span::new(thing.item.end, start).of(scene.text);
    gap.len() <= 40
        && (gap.starts_with(" for ") || gap.starts_with(" to equip ") || gap.starts_with(" on board "))
        && !gap.contains([',', ';', '.', '('])
        && !gap.holds(" and ")
        && !scene.deals.iter().any(|hit| hit.start >= thing.item.end && hit.end <= start)
        && !scene.figures.iter().any(|figure| figure.start >= thing.item.end && figure.end <= start)
}

/// Whether a name can have its part: an unknown one only as a firm that a contract names, and none far from the word that decides.
#[must_use]
pub fn credible(scene: &Scene<'_, '_>, player: &Player, thing: bool) -> bool {
    let text = scene.text;
    let far = player.evidence.is_some_and(|span| {
        let gap = if span.start >= player.name.span.end {
            span.start - player.name.span.end
        } else {
            player.name.span.start.saturating_sub(span.end)
        };
        gap > REACH
    });
    if far {
        return false;
    }
    if player.name.kind != PartyKind::Unknown {
        return true;
    }
    // "a Coventry firm": a place that describes.
    let next = scene.after(player.name.span.end).trim_start().split([' ', ',', '.']).next().unwrap_or("");
    if COMPANY_NOUNS.get(next).is_some() && scene.after(player.name.span.end).starts_with(' ') {
        return false;
    }
    // "one of two African states to have bought trainers"
    if GROUPS_OF_STATES.has(next) {
        return false;
    }
    // "through the Excess Articles programme", "Velmark’s Vertical Flight division"
    if FIRM_PARTS.has(next) {
        return false;
    }
    let name = player.name.span.of(text);
    // "Taxpayers have spent": a plural that opens the sentence.
    let next = scene.after(player.name.span.end);
    if player.name.span.start == scene.span.start
        && name.ends_with('s')
        && !name.contains(' ')
        && name.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && [" have ", " are ", " were ", " who "].iter().any(|verb| next.starts_with(verb))
    {
        return false;
    }
    // "Velmark’s Kestrel was selected": what the firm makes.
    if scene.names.iter().any(|firm| {
        firm.kind == PartyKind::Company
            && matches!(Span::new(firm.span.end, player.name.span.start.max(firm.span.end)).of(text), "’s " | "'s ")
            && firm.span.end < player.name.span.start
    }) {
        return false;
    }
    // "Velmark’s K9 was picked": a type.
    if name.len() <= 6 && name.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // "the Genocide Convention" buys nothing.
    if NO_PARTY_NOUNS.has(name.last_word()) {
        return false;
    }
    let initials = name.len() <= 6 && name.chars().all(char::is_uppercase);
    let word =
        player.evidence.and_then(|span| scene.deals.iter().find(|hit| hit.start == span.start)).map(|hit| hit.what);
    match player.part {
        // An unknown name buys only where the verb says so and a thing stands by it.
        Part::Customer | Part::Beneficiary => {
            initials
                || unfulfilled_before(scene, player.name.span)
                || thing
                    && matches!(
                        word,
                        Some(DealWord::Buy | DealWord::Paid | DealWord::Request | DealWord::Purchase | DealWord::Talk)
                    )
        }
        _ => {
            let trade = [DealWord::Deal, DealWord::Buy, DealWord::Purchase, DealWord::Made, DealWord::Paid]
                .into_iter()
                .any(|what| scene.has(what));
            // "took delivery of two corvettes from Velmark"
            let received = thing
                && (scene.has(DealWord::Receive) || scene.has(DealWord::Award))
                && player.evidence.is_some_and(|span| span.of(text) == "from");
            // "selected Tolvik to upgrade its tanks"
            let chosen = player.evidence.is_some_and(|span| CHOOSING.begin(span.of(text)))
                && scene.after(player.name.span.end).starts_with(" to ");
            trade
                || received
                || chosen
                || initials
                || thing && matches!(word, Some(DealWord::Sell | DealWord::Win))
                || scene.deals.iter().any(|hit| hit.what == DealWord::Win && hit.end - hit.start > 12)
        }
    }
}

//! The part of a name, by the preposition before it and the deal word that governs it.

use super::Part;
use super::by::by;
use super::from::from;
use super::object::lets;
use super::owner::possessor;
use super::receiver::{beyond_a_receiver, for_whom};
use super::subject::subject;
use super::with::with;
use crate::clause::description::PARTS_OF_A_FIRM;
use crate::clause::scene::Scene;
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, NAMED_BUYERS, NAMED_SELLERS, NO_RECEIVERS, OFFICES, OTHER_PHRASES};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::{CountryBasis, PartyKind};
use crate::span::Span;

/// The words that say which part of a deal the name behind them plays.
const PREPOSITIONS: [&str; 8] = ["from", "From", "by", "By", "to", "for", "with", "between"];

/// What a name does in the deal of its sentence, and the word that decides it.
pub(super) fn part(scene: &Scene<'_, '_>, i: usize, name: &Name, things: &[Span]) -> Option<(Part, Option<Span>)> {
    let text = scene.text;
    let (word, word_at) = scene.lead(i);
    let governor = scene.governor(if PREPOSITIONS.contains(&word) { word_at } else { name.span.start });
    // "warships to Russia, … during a visit to Paris": another phrase has begun.
    if let Some(hit) = governor.filter(|hit| PREPOSITIONS.contains(&word) && hit.end < word_at) {
        let gap = Span::new(hit.end, word_at).of(text);
        if OTHER_PHRASES.are_in(gap) || NO_RECEIVERS.get(gap.trim_end().last_word()).is_some() {
            return None;
        }
    }
    // "the same model had been sold to Norhaven": another deal, told to compare.
    if word == "to"
        && governor.is_some_and(|hit| {
            let lead = tail(scene.before(hit.start), 60);
            hit.what == DealWord::Sell
                && lead.last_place_of(" same ").or_else(|| lead.last_place_of(" similar ")).is_some_and(|at| {
                    let phrase = &lead[at..];
                    ["been ", "was ", "were "].iter().any(|verb| phrase.ends_with(verb))
                        && phrase.split(' ').count() <= 7
                })
        })
    {
        return None;
    }
    // "according to a statement by the minister": whose words they are.
    let near = tail(scene.before(name.span.start), 64);
    if near.last_place_of("ccording to ").is_some_and(|at| !near[at..].contains([',', ';']))
        && governor.is_none_or(|hit| !tail(scene.before(hit.start), 64).holds("ccording to "))
        // "According to Tarn Weekly Norhaven has ordered 12 tanks": a comma is missing.
        && scene.predicate(name.span.end).is_none_or(|hit| hit.start - name.span.end > 24)
    {
        return None;
    }
    // "bought 12 jets from Velmark, Norhaven’s ministry said": who only says so.
    let said = scene.after(name.span.end).strip_prefix(" said").unwrap_or("-");
    if scene.before(name.span.start).trim_end_matches("the ").ends_with(", ")
        && (said.is_empty() || said.starts_with([',', '.']) || said.starts_with(" on "))
    {
        return None;
    }
    // "China Shipbuilding Company, or CSC, signed": the same firm by its letters.
    if let Some(j) = i.checked_sub(1)
        && matches!(Span::new(scene.names[j].span.end, name.span.start).of(text), " or " | ", or ")
        && are_initials_of(name.span.of(text), scene.names[j].span.of(text))
    {
        return None;
    }
    // "In the presence of the president and the minister, Velmark signed": who only looks on.
    let opening = scene.before(name.span.start);
    if opening.last_place_of("n the presence of ").is_some_and(|at| !opening[at..].contains([',', ';'])) {
        return None;
    }
    // "buys used jets instead of 18 new ones from Velmark": what is not bought.
    let lead = tail(scene.before(name.span.start), 80);
    if let Some(at) = [" instead of ", " rather than "].iter().filter_map(|words| lead.last_place_of(words)).max()
        && !lead[at + 1..].contains([',', ';'])
        && scene.deals.iter().any(|hit| hit.end <= name.span.start - (lead.len() - at))
    {
        return None;
    }
    // "will build 12 boats to replace four that were purchased from Ardenia": whose make the old ones are.
    if word == "from" && lead.last_place_of(" to replace ").is_some_and(|at| !lead[at..].contains([',', ';'])) {
        return None;
    }
    // "said a spokesman for the army": for whom somebody speaks.
    if word == "for" && OFFICES.get(scene.before(word_at).trim_end().last_word()).is_some() {
        return None;
    }
    // "Velmark, Tucson, Arizona, won": a town between commas.
    if name.kind == PartyKind::Unknown
        && scene.before(name.span.start).ends_with(", ")
        && scene
            .after(name.span.end)
            .strip_prefix(", ")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
    {
        return None;
    }
    // "Velmark Corp, Tarnholm, won": the town of a firm, between its commas.
    let town = i.checked_sub(1).is_some_and(|j| {
        scene.names[j].kind == PartyKind::Company
            && Span::new(scene.names[j].span.end, name.span.start).of(text) == ", "
            && scene.after(name.span.end).strip_prefix(", ").is_some_and(|rest| {
                rest.starts_with(|c: char| c.is_ascii_lowercase())
                    && !rest.starts_with("and ")
                    && !rest.starts_with("which ")
            })
    });
    if town && matches!(name.kind, PartyKind::Unknown) {
        return None;
    }
    // "out of fear that they would be sent to Norhaven": what is only feared has no party.
    if [" fear that ", " fears that ", " fearing ", " concern that ", " concerns that ", " for fear "]
        .iter()
        .any(|words| scene.before(name.span.start).holds(words))
    {
        return None;
    }
    // Parliaments vote, and buy nothing but by approving it.
    let votes = [" rejected the ", " voted down the ", " backed the ", " rejects the "]
        .iter()
        .any(|verb| scene.after(name.span.end).starts_with(verb));
    let approves = votes && name.country.is_some()
        || name.country.is_some() && scene.predicate(name.span.end).is_some_and(|hit| hit.what == DealWord::Approve);
    if !approves
        && ["Congress", "congress", "Parliament", "parliament", "Senate"]
            .iter()
            .any(|house| name.span.of(text).ends_with(house))
    {
        return None;
    }
    // "from a Norhaven-allied nation": who is allied with it; "his Norhaven counterpart".
    if [" allied ", "-allied ", " counterpart", " origin ", "-origin "]
        .iter()
        .any(|word| scene.after(name.span.end).starts_with(word))
    {
        return None;
    }
    if let Some(found) = means_to(scene, name) {
        return Some(found);
    }
    // "Norhaven is the second export customer for the missile"
    if name.is_state() && !name.adjective {
        let rest = head(scene.after(name.span.end), 64);
        let is = [" is ", " was ", " became ", " becomes ", " will be ", " will become "]
            .iter()
            .find_map(|verb| rest.strip_prefix(verb));
        if is.is_some_and(|rest| {
            rest.split([',', ';']).next().is_some_and(|phrase| {
                [" customer", " buyer", " operator"].iter().any(|noun| {
                    phrase.place_of(noun).is_some_and(|at| {
                        phrase[at + noun.len()..].starts_with(" for ") || phrase[at + noun.len()..].starts_with(" of ")
                    })
                })
            })
        }) {
            return Some((Part::Customer, Some(name.span)));
        }
    }
    // "The Norhaven frigate was bought from Ardenia": whose it is.
    if name.adjective
        && name.kind == PartyKind::State
        && matches!(scene.before(name.span.start), "The " | "Two " | "Three " | "Four " | "Six ")
        && let Some(thing) = things.iter().find(|thing| thing.end > name.span.end && thing.start <= name.span.end + 1)
        && let Some(hit) = scene.predicate(thing.end).filter(|hit| hit.what == DealWord::Buy)
        && hit.start - thing.end <= 12
        && super::passive(Span::new(thing.end, hit.start).of(text))
        && scene.after(hit.end).holds(" from ")
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // A company that a state's possessive opens takes the state's preposition.
    let after = scene.after(name.span.end);
    let made = after.starts_with("-made")
        || after.starts_with("-built")
        || after.starts_with("-designed")
        || after.starts_with("-supplied");
    // "fitted with Norhaven-made turrets": whose part of the thing it is.
    let part = ["fitted with ", "equipped with ", "armed with "]
        .iter()
        .any(|words| lead.last_place_of(words).is_some_and(|at| !lead[at..].contains([',', ';'])));
    if made && part {
        return None;
    }
    // "12 jets to replace its ageing Norhaven-made fighters": whose make the old ones are.
    let old =
        [" to replace ", " replacing ", " will replace "].iter().filter_map(|words| lead.last_place_of(words)).max();
    if made && old.is_some_and(|at| !lead[at..].contains([',', ';']) && !lead[at..].holds(" with ")) {
        return None;
    }
    if made {
        return Some((Part::Supplier, Some(Span::new(name.span.start, name.span.end + 5))));
    }
    // `The prime contractor is Velmark`, `The customer is the Norhaven navy`
    let noun = scene.before(scene.opens(i)).trim_end();
    let noun = noun.strip_suffix(" the").unwrap_or(noun);
    let named = noun.ends_with(['s', 'e', ':']);
    if named && NAMED_SELLERS.end(noun) {
        return Some((Part::Supplier, Some(name.span)));
    }
    // "The customer is a Tolvik Pact partner nation": one that is not named.
    let member =
        [" partner", " member", " ally", " country", " nation", " state"].iter().any(|noun| after.starts_with(noun));
    if named && !member && NAMED_BUYERS.end(noun) {
        return Some((Part::Customer, Some(name.span)));
    }
    // "won a Norhaven contract", "the winner of a Norhaven tender"
    if name.adjective
        && let Some(hit) = scene.predicate(name.span.end).filter(|hit| hit.what == DealWord::Deal)
        && hit.start == name.span.end + 1
        && scene
            .governor(name.span.start)
            .is_some_and(|won| matches!(won.what, DealWord::Win | DealWord::Award) && name.span.start - won.end <= 24)
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    if let Some(span) = buys_by_its_name(scene, name) {
        return Some((Part::Customer, Some(span)));
    }
    let possessive = after.starts_with("’s ")
        || after.starts_with("'s ")
        || after.starts_with("’ ")
        || after.starts_with("' ") && name.span.of(text).ends_with('s');
    if possessive && !matches!(word, "from") {
        let tail = &after[after.find(' ').map_or(0, |at| at + 1)..];
        // "sold 11 frigates to Norhaven’s neighbour Ardenia"
        let of_another = tail.split_once(' ').is_some_and(|(noun, rest)| {
            matches!(noun, "neighbour" | "neighbor" | "ally" | "rival" | "partner" | "foe")
                && rest.starts_with(char::is_uppercase)
        });
        if of_another {
            return None;
        }
        // "the Pentagon’s arms sales agency told lawmakers": the office lets go what the state sells.
        if tail.starts_with("arms sales agency") || tail.starts_with("arms sale agency") {
            return None;
        }
        // "could not secure Washington’s consent to hand over jets": who is asked for leave sells nothing.
        if ["consent to ", "approval to ", "permission to ", "blessing to ", "approval for ", "consent for "]
            .iter()
            .any(|words| tail.starts_with(words))
        {
            return None;
        }
        if let Some(found) = possessor(scene, i, name, tail, things) {
            return Some(found);
        }
    }
    match word {
        "from" | "From" => from(scene, i, name, word_at, governor, things),
        "by" | "By" => by(scene, name, word_at, governor),
        "to" | "To"
            if ["ccording", " turned", " turns", " looked", " switched"]
                .iter()
                .any(|verb| scene.before(word_at).trim_end().ends_with(verb))
                && !scene.deals.iter().any(|hit| hit.end == word_at + 2) =>
        {
            None
        }
        // "does not object to Armenian arms purchases": no deal word before it sends anything there.
        "to" | "To" if name.adjective && governor.is_none() => subject(scene, i, name, governor, things),
        // "The contract went to Velmark": the preposition is part of the cue.
        "to" if scene.deals.iter().any(|hit| hit.what == DealWord::Award && hit.end == word_at + 2) => {
            (!name.is_state()).then(|| (Part::Supplier, Some(Span::new(word_at, word_at + 2))))
        }
        // "froze an arms shipment to Norhaven"
        "to" if scene.deals.iter().any(|hit| hit.what == DealWord::Sale && hit.end == word_at + 2) => {
            Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
        }
        // "turned to Norhaven for 19 howitzers"
        "to" if scene.deals.iter().any(|hit| hit.what == DealWord::Request && hit.end == word_at + 2) => {
            Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
        }
        // "arms sent to Norhaven pose a threat to Ardenia"
        "to" | "To" if beyond_a_receiver(scene, i, word_at, governor) => None,
        "to" | "To" => match governor?.what {
            // "applied to Norhaven for 12 jets"
            DealWord::Request if &text[governor?.start..governor?.end] == "applied" => {
                Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Sell | DealWord::Sale | DealWord::Approve | DealWord::Request
                if !name_is_unknown_person(name) =>
            {
                Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Buy | DealWord::Purchase
                if Span::new(governor?.start, governor?.end).of(text).starts_with("leas") =>
            {
                Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Award | DealWord::Win => Some((Part::Supplier, Some(Span::new(word_at, word_at + 2)))),
            DealWord::Paid if !scene.has(DealWord::Sale) && name.kind != PartyKind::Person && !name.adjective => {
                Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
            }
            // "announced two contracts valued at €1 billion to Velmark and Tolvik Defence for shells"
            DealWord::Deal if goes_to_a_firm(scene, name, word_at, governor?) => {
                Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
            }
            // "handed an order for six jets to Velmark"
            DealWord::Deal
                if scene.before(word_at).holds("award")
                    || governor.is_some_and(|deal| {
                        scene.deals.iter().any(|hit| {
                            hit.what == DealWord::Award && hit.end <= deal.start && deal.start - hit.end <= 24
                        })
                    }) =>
            {
                Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Deal | DealWord::Paid | DealWord::Buy | DealWord::Purchase
                if name.is_state()
                    && (scene.has(DealWord::Sale)
                        || scene.has(DealWord::Sell)
                        || scene.before(word_at).holds("credit")
                        || scene.before(word_at).holds("sale")) =>
            {
                Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
            }
            _ => None,
        },
        "for" => for_whom(scene, i, name, word_at, governor),
        "including"
            if scene.before(word_at).trim_end_matches([',', ' ']).ends_with("from other countries")
                || scene.before(word_at).trim_end_matches([',', ' ']).ends_with("from other states") =>
        {
            governor.map(|hit| (Part::Supplier, Some(Span::new(hit.start, hit.end))))
        }
        "with" if scene.after(name.span.end).starts_with(" having ") => subject(scene, i, name, governor, things),
        "with" | "between" => with(scene, i, name, (word, word_at), governor),
        // "imposed sanctions on the Norhaven agency for buying jets": who is blamed did so.
        "on" | "against"
            if scene.predicate(name.span.end).is_some_and(|hit| {
                matches!(hit.what, DealWord::Buy | DealWord::Sell)
                    && Span::new(name.span.end, hit.start).of(text) == " for "
                    && text[hit.start..hit.end].ends_with("ing")
            }) =>
        {
            let hit = scene.predicate(name.span.end)?;
            let part = if hit.what == DealWord::Buy { Part::Customer } else { Part::Supplier };
            Some((part, Some(Span::new(hit.start, hit.end))))
        }
        // "a contract to modernise 37 airfields of the Norhaven air force"
        "of" if matches!(name.kind, PartyKind::Military | PartyKind::Ministry)
            && scene.deals.iter().any(|hit| {
                let gap = Span::new(hit.end, word_at.max(hit.end)).of(text);
                hit.what == DealWord::Deal
                    && gap.len() <= 60
                    && [
                        "to modernise ",
                        "to modernize ",
                        "to upgrade ",
                        "to maintain ",
                        "to overhaul ",
                        "to refit ",
                        "to repair ",
                        "to refurbish ",
                        "to support ",
                    ]
                    .iter()
                    .any(|verb| gap.trim_start().starts_with(verb))
            }) =>
        {
            Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
        }
        // "The first of them arrived in Norhaven"
        "in" if name.kind == PartyKind::State
            && !name.adjective
            && scene.has(DealWord::Sale)
            && [" arrive ", " arrived "].iter().any(|verb| scene.before(word_at).ends_with(verb)) =>
        {
            Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
        }
        // "will protect the tanks of the Norhaven army, which ordered the first set"
        "of" if [
            ", which ordered ",
            ", which bought ",
            ", which has ordered ",
            ", which has bought ",
            ", which acquired ",
            ", which received ",
            ", which will receive ",
        ]
        .iter()
        .any(|words| after.starts_with(words))
            && name.is_state() =>
        {
            let hit = scene.predicate(name.span.end)?;
            Some((Part::Customer, Some(Span::new(hit.start, hit.end))))
        }
        // "A subsidiary of Velmark Group has been awarded": the whole stands for its part, which has no name.
        "of" if name.kind == PartyKind::Company
            // "Tolvik, a unit of Velmark Group, won": the part has a name.
            && !scene.before(word_at).contains(',')
            && PARTS_OF_A_FIRM.contains(&scene.before(word_at).trim_end().last_word())
            && scene
                .predicate(name.span.end)
                .is_some_and(|hit| hit.what == DealWord::Win && hit.start - name.span.end <= 12) =>
        {
            subject(scene, i, name, governor, things)
        }
        // "Lawmakers in Accra have approved": a capital stands for those who sit in it.
        "in" if name.basis == Some(CountryBasis::Capital) && seats(scene.before(word_at)) => {
            subject(scene, i, name, governor, things)
        }
        "of" | "in" | "at" | "on" | "against" | "near" | "over" | "into" | "within" | "through" | "under" | "as"
        | "than" | "like" | "including" | "via" | "among" | "about" | "toward" | "towards" | "across"
        | "throughout" | "that"
            if word != "that" =>
        {
            None
        }
        _ => subject(scene, i, name, governor, things),
    }
}

/// `contracts valued at €1 billion to Velmark`: the noun of a deal right before the preposition, or a sum between them.
fn goes_to_a_firm(scene: &Scene<'_, '_>, name: &Name, word_at: usize, noun: Hit<DealWord>) -> bool {
    let word = Span::new(noun.start, noun.end).of(scene.text);
    let gap = Span::new(noun.end, word_at.max(noun.end)).of(scene.text);
    let sum = scene.figures.iter().any(|figure| figure.end + 1 == word_at);
    name.kind == PartyKind::Company
        && !scene.has(DealWord::Sell)
        && (word.starts_with("contract") || word.starts_with("order"))
        && (gap == " " || sum && gap.len() <= 60)
}

/// `U.S. Army contract`, `Navy order`: the force whose name stands right before the noun buys.
fn buys_by_its_name(scene: &Scene<'_, '_>, name: &Name) -> Option<Span> {
    let hit = scene.predicate(name.span.end)?;
    // "A Norhaven order for six radars"
    let land = name.adjective
        && name.kind == PartyKind::State
        && scene.after(name.span.end).strip_prefix(' ').is_some_and(|rest| {
            ["order for ", "tender for ", "requirement for "].iter().any(|noun| rest.starts_with(noun))
        });
    let force = land || matches!(name.kind, PartyKind::Military | PartyKind::Ministry | PartyKind::Agency);
    let word = Span::new(hit.start, hit.end).of(scene.text);
    let noun = hit.what == DealWord::Deal
        && (word.starts_with("contract") || word.starts_with("order") || word.starts_with("tender"));
    (force && noun && Span::new(name.span.end, hit.start).of(scene.text) == " ")
        .then_some(Span::new(hit.start, hit.end))
}

/// `the U.S. decision to sell jets`, `Norhaven’s request to send guns`: what somebody means to do.
fn means_to(scene: &Scene<'_, '_>, name: &Name) -> Option<(Part, Option<Span>)> {
    let hit = scene.deals.iter().find(|hit| {
        hit.start >= name.span.end && matches!(hit.what, DealWord::Sell | DealWord::Buy | DealWord::Receive)
    })?;
    let gap = head(Span::new(name.span.end, hit.start).of(scene.text), 60).strip_suffix(" to ")?;
    let gap = ["’s ", "'s ", "’ ", "' ", " "].iter().find_map(|link| gap.strip_prefix(link))?;
    let noun = gap.last_word();
    let means = matches!(
        noun,
        "decision"
            | "plan"
            | "plans"
            | "proposal"
            | "offer"
            | "request"
            | "intention"
            | "refusal"
            | "pledge"
            | "promise"
            | "agreement"
            | "move"
            | "bid"
            | "deal"
    ) && gap.split(' ').count() <= 3
        && !gap.contains(char::is_uppercase)
        && !gap.starts_with("and ")
        && (noun == "request" || noun != "deal" || name.adjective);
    let part = match hit.what {
        DealWord::Sell => Part::Supplier,
        DealWord::Buy if lets(scene, hit) => Part::Supplier,
        DealWord::Buy | DealWord::Receive => Part::Customer,
        _ => return None,
    };
    means.then_some((part, Some(Span::new(hit.start, hit.end))))
}

/// `Lawmakers`, `the cabinet` before "in Accra": those who govern a state from its capital.
fn seats(before: &str) -> bool {
    let noun = before.trim_end().last_word();
    matches!(
        noun.to_ascii_lowercase().as_str(),
        "lawmakers"
            | "officials"
            | "authorities"
            | "government"
            | "parliament"
            | "cabinet"
            | "ministry"
            | "ministers"
            | "leaders"
            | "leadership"
            | "administration"
            | "legislators"
            | "generals"
            | "planners"
    )
}

fn name_is_unknown_person(name: &Name) -> bool {
    name.kind == PartyKind::Person
}

/// `CSC` of `China Shipbuilding Company`: capitals in the order of a name's words, from the first on.
fn are_initials_of(letters: &str, name: &str) -> bool {
    let mut initials = name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    (2..=8).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && letters.chars().next() == name.chars().next()
        && letters.chars().all(|letter| initials.any(|initial| initial == letter))
}

//! What a deal in prose is about: `24 Su-30SM fighter jets`, `two Type 212CD submarines`, `S-400s`.
//!
//! ```text
//! ware = [ quantity ] { modifier } head
//! head = weapon noun | designation                    fighter jets   Su-35s   AN/TPY-2
//! ```
//! The head is found first, by the table of things that armed forces buy or by the shape of a designation; the phrase is then followed back
//! to the word that opens it.

use std::borrow::Cow;

use super::item::designation;
use super::scene::{Scene, hits};
use super::worth::{head, tail};
use crate::grammar::quantity::quantity;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    COMPANIES, DEAL_WORDS, DealWord, FIGHTER_OWNERS, JOINED_MODIFIERS, MEASURES, Maker, NO_ARMS, NO_NAMES, NO_THINGS,
    NUMBERED, OTHER_HEADS, PHRASE_STOPS, SHIP_PREFIXES, SYSTEMS, StatusWord, WEAPON_NOUNS, WORK_VERBS, Weapon,
    names_no_type,
};
use crate::lexicon::state::STATE_PHRASES;
use crate::model::{Item, PartyKind, TextSpan};
use crate::span::Span;

/// A thing with what its words tell of its maker.
#[derive(Clone, Debug)]
pub struct Ware<'t> {
    /// The item.
    pub item: Item<'t>,
    /// A weapon by itself, or a thing of a shape that only weapons have.
    pub arm: bool,
    /// The demonym or company at the head of the phrase: whose make it is.
    pub maker: Option<usize>,
    /// "arms" in "arms deal": a word that only stands in where nothing better is found.
    pub weak: bool,
    /// Only the shape of a designation makes it a thing: "S-400".
    pub shape: bool,
    /// "the aircraft", "three of the jets": what was spoken of before.
    pub known: bool,
}

/// The most words of a number that is written out: "one hundred and twenty thousand".
const MOST_NUMBER_WORDS: usize = 6;

/// The most words that one phrase has before its head.
const MOST_MODIFIERS: usize = 9;

/// The wares of a sentence, in order.
#[must_use]
pub fn wares<'t>(scene: &Scene<'_, 't>, military: bool) -> Vec<Ware<'t>> {
    let text = scene.text;
    let mut heads: Vec<(Span, bool)> = hits(&WEAPON_NOUNS, text, scene.span)
        .into_iter()
        .map(|hit| {
            // "Standard Missile-6": the number goes on behind the hyphen.
            let rest = scene.after(hit.end);
            let number = rest.strip_prefix('-').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
            let whole = number > 0 && !rest[number + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
            (Span::new(hit.start, hit.end + if whole { number + 1 } else { 0 }), hit.what == Weapon::Arm)
        })
        .collect();
    for hit in hits(&SYSTEMS, text, scene.span) {
        // "Kestrel-T": the type goes on behind the hyphen.
        let rest = scene.after(hit.end);
        let more = rest.strip_prefix('-').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_alphanumeric).count());
        let capital = rest.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        // "Kestrel-class patrol ships" are named after the first of them; "USS Robert G. Bradley" is named after a person.
        let initial = scene.before(hit.start).strip_suffix(". ").is_some_and(|lead| {
            let letter = lead.last_word();
            letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_uppercase())
        });
        if rest.starts_with("-class") || initial {
            continue;
        }
        // "its Kestrel 2A4 fleet": the model goes on behind a space.
        let model = rest.strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.', ';']).next()).filter(|model| {
            model.len() <= 6
                && model.bytes().any(|byte| byte.is_ascii_digit())
                && model.bytes().any(|byte| byte.is_ascii_uppercase())
                && model.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        });
        let more = if more > 0 && capital { more + 1 } else { model.map_or(0, |model| model.len() + 1) };
        let word = Span::new(hit.start, hit.end + more);
        if !heads.iter().any(|(head, _)| head.overlaps(word)) {
            heads.push((word, true));
        }
    }
    for word in scene.own.programmes_in(text, scene.span) {
        if !heads.iter().any(|(head, _)| head.overlaps(word)) {
            heads.push((word, true));
        }
    }
    for word in designations(text, scene.span) {
        if !heads.iter().any(|(head, _)| head.overlaps(word)) {
            heads.push((word, true));
        }
    }
    if military || scene.names.iter().any(|name| COMPANIES.get(name.span.of(text)) == Some(Maker::Arms)) {
        for word in counted_things(scene) {
            if !heads.iter().any(|(head, _)| head.overlaps(word)) {
                heads.push((word, true));
            }
        }
    }
    for word in counted_names(scene) {
        if !heads.iter().any(|(head, _)| head.overlaps(word)) {
            heads.push((word, military));
        }
    }
    heads.sort_by_key(|(head, _)| head.start);
    let mut found: Vec<Ware<'t>> = Vec::new();
    let mut floor = scene.span.start;
    for (i, (head, arm)) in heads.iter().enumerate() {
        // A head directly before another belongs to its phrase: "missile system", "Su-35 fighters".
        let next = heads.get(i + 1).map(|(next, _)| *next);
        if let Some(next) = next {
            let gap = Span::new(head.end, next.start).of(text);
            // "ammunition resupply vehicles": one plain word between two heads, of which the first is no plural.
            let one_word = || {
                gap.strip_prefix(' ').and_then(|gap| gap.strip_suffix(' ')).is_some_and(|word| {
                    word.len() > 3
                        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                        && !stops(word)
                        && !word.ends_with("ed")
                        && (!word.ends_with("ly") || word.ends_with("supply"))
                        && !head.of(text).ends_with('s')
                        && head.of(text).bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ')
                        && !scene.deals.iter().any(|hit| hit.start == head.end + 1)
                        && !scene.statuses.iter().any(|hit| hit.start == head.end + 1)
                })
            };
            // "MH-60R dipping sonars": a type, and what it has.
            let of_type = || {
                let words = gap.trim();
                !head.of(text).ends_with('s')
                    && (head.of(text).bytes().any(|byte| byte.is_ascii_digit()) || SYSTEMS.get(head.of(text)).is_some())
                    && gap.starts_with(' ')
                    && gap.ends_with(' ')
                    && words.split(' ').count() <= 2
                    && words.split(' ').all(|word| {
                        word.len() > 2
                            && word
                                .bytes()
                                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte))
                            && !stops(word)
                            && !word.ends_with("ed")
                            && !word.ends_with("ly")
                    })
                    && !scene.deals.iter().any(|hit| hit.start >= head.end && hit.start < next.start)
                    && !scene.statuses.iter().any(|hit| hit.start >= head.end && hit.start < next.start)
            };
            if next.start >= head.end
                && (gap == " "
                    || one_word()
                    || of_type()
                    || gap == "-"
                    || matches!(gap, "] " | "” " | "\" ")
                    || (gap.len() <= 40 && gap.starts_with(' ') && modifiers_only(gap)))
            {
                continue;
            }
        }
        let arm = &(*arm
            || i > 0
                && heads[i - 1].1
                && scene.text[heads[i - 1].0.end..head.start].trim_matches([' ', ']', '-']).is_empty());
        if scene.figures.iter().any(|figure| figure.span().overlaps(*head))
            || scene.dates.iter().any(|date| date.span().overlaps(*head))
        {
            continue;
        }
        // "Airbus Helicopters", "BAE Systems": the noun is part of a name.
        let in_name = scene.names.iter().any(|name| {
            name.span.holds(*head)
                && matches!(
                    name.kind,
                    PartyKind::Company
                        | PartyKind::Agency
                        | PartyKind::Ministry
                        | PartyKind::Military
                        | PartyKind::Organisation
                )
        });
        let in_name = in_name || ends_a_firms_name(scene, *head) || is_a_part_of_a_firm(scene, *head);
        // "Mi-25 (Mi-24D) helicopters", "Self-Protection Suite (IDAS-2)": a second name of the same thing.
        let before = scene.before(head.start);
        // "the “superbug”-fighter Velmark" fights no war.
        let bracketed = before.ends_with('(') || before.ends_with("\"-") || before.ends_with("”-");
        // "weapons-design information"
        let compound = scene
            .after(head.end)
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
            && scene.text[head.start..head.end].bytes().all(|byte| byte.is_ascii_lowercase());
        // "won a contract to upgrade 12 jets": a verb.
        let verb = matches!(head.of(text), "upgrade" | "support" | "radio")
            && [" to ", " will ", " would ", " instead ", " also "].iter().any(|lead| before.ends_with(lead));
        if in_name || bracketed || compound || verb {
            continue;
        }
        if let Some(mut ware) = ware(scene, *head, *arm, floor, military) {
            floor = head.end;
            // "Mi-17 V5 helicopters": a type within the phrase.
            ware.arm |= heads[..i].iter().rev().take(3).any(|(other, arm)| *arm && ware.item.start <= other.start);
            // "includes options for additional aircraft, training and spares"
            ware.weak |= ware.item.quantity.is_none() && listed_as_options(scene, &ware.item);
            // "with an option for 24 more guns": what may be bought besides.
            if is_optional(scene, &ware.item) {
                let last = |text: &str| text.last_word().to_owned();
                let same = found.iter_mut().rev().find(|known| last(&known.item.text) == last(&ware.item.text));
                if let Some(known) = same {
                    known.item.optional = ware.item.quantity;
                    continue;
                }
                let more = [" more", " further", " additional", " other"];
                let quantity = ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.end);
                if more.iter().any(|word| scene.after(quantity).starts_with(word)) || ware.item.designation.is_none() {
                    continue;
                }
                found.push(ware);
                continue;
            }
            // "5,000 rounds of tank ammunition" are one thing.
            let measured = found.last().is_some_and(|last| {
                last.item.quantity.is_some()
                    && ware.item.quantity.is_none()
                    && [" of ", " of its ", " of their ", " of the "]
                        .contains(&Span::new(last.item.end, ware.item.start).of(text))
                    && MEASURES.get(&last.item.text).is_some()
            });
            // "a squadron of Kestrel jets": what is in it.
            if ware.item.designation.is_some() || ware.arm {
                let holds = |last: &Ware<'_>| {
                    matches!(last.item.text.rsplit(' ').next(), Some("squadron" | "squadrons" | "fleet"))
                        && last.item.quantity.is_none()
                        && Span::new(last.item.end, first_word(&ware.item)).of(text) == " of "
                };
                // "the mid-life upgrade of two submarines": what is upgraded.
                let works = |last: &Ware<'_>| {
                    let noun = last.item.text.last_word();
                    matches!(noun, "upgrade" | "upgrades" | "maintenance" | "support" | "logistics")
                        && last.item.quantity.is_none()
                        && [" of ", " of the ", " of its ", " for ", " for its ", " to ", " to the ", " to its "]
                            .contains(&Span::new(last.item.end, first_word(&ware.item)).of(text))
                };
                if found.last().is_some_and(|last| holds(last) || works(last)) {
                    found.pop();
                }
            }
            let ware = counted_behind(scene, of_all(scene, ware));
            match found.last_mut().filter(|_| measured) {
                Some(last) => {
                    let quantity = (last.item.quantity.take(), last.item.quantity_span.take());
                    // "54 units of its howitzers" are howitzers.
                    let start = if last.item.text == "units" { ware.item.start } else { last.item.start };
                    last.item = Item::new(Span::new(start, ware.item.end), text);
                    (last.item.quantity, last.item.quantity_span) = quantity;
                    last.arm |= ware.arm;
                }
                None => found.push(ware),
            }
        }
    }
    // "missiles meant to protect navy vessels": what the thing is for.
    found.retain(|ware| {
        let lead = scene.before(first_word(&ware.item)).trim_end();
        let lead = ["the", "its", "their", "his"].iter().find_map(|word| lead.strip_suffix(word)).unwrap_or(lead);
        !["to protect", "to defend", "to escort", "protecting", "defending", "to intercept", "to destroy", "to detect"]
            .iter()
            .any(|verb| lead.trim_end().ends_with(verb))
    });
    // "vehicles, fitted with Norhaven-made turrets": a part of the thing before it.
    let mut whole = false;
    found.retain(|ware| {
        let near = tail(scene.before(first_word(&ware.item)), 40);
        let part = PARTS_FOLLOW
            .iter()
            .any(|words| near.last_place_of(words).is_some_and(|at| !near[at..].contains([',', ';'])));
        let keeps = !(part && whole);
        whole |= keeps;
        keeps
    });
    found
}

/// What stands between a thing and a part of it.
const PARTS_FOLLOW: [&str; 3] = ["fitted with ", "powered by ", "driven by "];

/// The length of the mark that closes what a phrase opened: `”` of `18 “floating mortars”`.
fn closing_mark(phrase: &str, after: &str) -> usize {
    [('“', '”'), ('"', '"'), ('‘', '’')]
        .iter()
        .find(|(open, close)| {
            let opened = phrase.chars().filter(|c| c == open).count();
            let closed = if open == close { opened / 2 } else { phrase.chars().filter(|c| c == close).count() };
            opened > closed && after.starts_with(*close)
        })
        .map_or(0, |(_, close)| close.len_utf8())
}

/// The words between some of the things and the number of all.
const FIRST_OF_ALL: [&str; 7] = [
    ", the first batch of ",
    ", the first batch out of ",
    ", the first of ",
    ", the first two of ",
    ", the first three of ",
    ", the first four of ",
    ", the last of ",
];

/// `two jets, the first of 14 ordered last year`: the number of all, and of those that are there.
fn of_all<'t>(scene: &Scene<'_, 't>, mut ware: Ware<'t>) -> Ware<'t> {
    let near = head(scene.after(ware.item.end), 90);
    let found = FIRST_OF_ALL.iter().find_map(|words| near.place_of(words).map(|at| (at, at + words.len())));
    let Some((_, at)) = found.filter(|(from, _)| !near[..*from].contains([',', ';', '.'])) else { return ware };
    let at = at + if near[at..].starts_with("a total of ") { 11 } else { 0 };
    let number = near[at..].split([' ', ',', '.']).next().unwrap_or("");
    let next = near[at + number.len()..].trim_start_matches([',', ' ']).split([' ', ',', '.']).next().unwrap_or("");
    let ends = matches!(
        next,
        "" | "ordered"
            | "bought"
            | "that"
            | "it"
            | "which"
            | "under"
            | "in"
            | "on"
            | "from"
            | "to"
            | "funded"
            | "donated"
            | "promised"
            | "contracted"
            | "procured"
            | "purchased"
            | "acquired"
            | "for"
            | "being"
    );
    if let Some(digits) = count(number).filter(|_| ends && number != "one") {
        let start = ware.item.end + at;
        ware.item.delivered = ware.item.quantity.take();
        ware.item.quantity = Some(Cow::Owned(digits));
        ware.item.quantity_span = Some(TextSpan::new(Span::new(start, start + number.len()), scene.text));
    }
    ware
}

/// `helicopters, 12 of which were ordered`, `drones, of which Norhaven has ordered 100`: a number behind the thing.
fn counted_behind<'t>(scene: &Scene<'_, 't>, mut ware: Ware<'t>) -> Ware<'t> {
    if ware.item.quantity.is_some() || !(ware.arm || ware.item.designation.is_some()) {
        return ware;
    }
    let rest = head(scene.after(ware.item.end), 90);
    let Some(rest) = rest.strip_prefix(", ") else { return ware };
    let clause = rest.split([',', ';']).next().unwrap_or("");
    let start = ware.item.end + 2;
    let bought = ["ordered", "bought", "purchased", "contracted", "acquired", "order"];
    // "12 of which were ordered"
    let number = clause.split(' ').next().unwrap_or("");
    let first = clause[number.len()..]
        .strip_prefix(" of which ")
        .is_some_and(|verbs| verbs.split(' ').take(5).any(|word| bought.contains(&word.trim_end_matches('.'))));
    let at = if first {
        0
    } else if clause.starts_with("of which ") {
        // "of which Norhaven has ordered a total of 100"
        let mut at = 0;
        let found = clause.split_inclusive(' ').find_map(|word| {
            at += word.len();
            bought.contains(&word.trim_end()).then_some(at)
        });
        let Some(at) = found else { return ware };
        at + clause[at..].strip_prefix("a total of ").map_or(0, |_| 11)
    } else {
        return ware;
    };
    let number = clause[at..].split([' ', '.']).next().unwrap_or("");
    if let Some(digits) = count(number) {
        ware.item.quantity = Some(Cow::Owned(digits));
        ware.item.quantity_span = Some(TextSpan::new(Span::new(start + at, start + at + number.len()), scene.text));
    }
    ware
}

/// Words that say which of several a thing is.
const ORDINALS: [&str; 12] = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "further",
];

/// Where a thing begins, with its number.
fn first_word(item: &Item<'_>) -> usize {
    item.quantity_span.as_ref().map_or(item.start, |span| span.start).min(item.start)
}

/// `an option for 24 more guns`, `options on two further ships`: a number of what may be bought besides.
fn is_optional(scene: &Scene<'_, '_>, item: &Item<'_>) -> bool {
    let start = first_word(item);
    let lead = scene.before(start).trim_end();
    let lead = [" up to", " another", " a further", " an additional"]
        .iter()
        .find_map(|words| lead.strip_suffix(words))
        .unwrap_or(lead);
    // "an option for a tenth boat"
    let ordinal = lead.strip_suffix(" a").or_else(|| lead.strip_suffix(" an"));
    let (lead, counted) = match ordinal {
        Some(lead) => (lead, ORDINALS.contains(&item.text.split(' ').next().unwrap_or(""))),
        None => (lead, item.quantity.is_some()),
    };
    counted
        && ["option for", "options for", "option on", "options on", "option to buy", "options to buy", "option of"]
            .iter()
            .any(|words| lead.ends_with(words))
        && !["exercis", "taken up", "takes up", "took up"].iter().any(|verb| tail(scene.before(start), 60).holds(verb))
}

/// `options for additional aircraft, training and spares`: what is on a list of what may be bought.
fn listed_as_options(scene: &Scene<'_, '_>, item: &Item<'_>) -> bool {
    let near = tail(scene.before(first_word(item)), 80);
    let found = ["options for ", "option for ", "options on ", "option on "]
        .iter()
        .filter(|words| near.holds(words))
        .filter_map(|words| near.last_place_of(words).map(|at| at + words.len()))
        .max();
    found.is_some_and(|at| {
        let list = &near[at..];
        list.split(' ').count() <= 9
            && ![" is ", " was ", " are ", " were ", " worth ", " and was ", ";"].iter().any(|word| list.holds(word))
    })
}

/// `Royal Dutch Shell`: one noun of arms in capitals behind a demonym ends a firm's name.
fn ends_a_firms_name(scene: &Scene<'_, '_>, head: Span) -> bool {
    let word = head.of(scene.text);
    let capital =
        word.starts_with(|c: char| c.is_ascii_uppercase()) && word[1..].bytes().all(|byte| byte.is_ascii_lowercase());
    // "Amazon Web Services"
    let business = matches!(word, "Services" | "Logistics" | "Communications" | "Materials" | "Components");
    capital
        && if business {
            scene.names.iter().any(|name| name.span.end == head.end && name.span.start < head.start)
        } else {
            !word.ends_with('s')
                && WEAPON_NOUNS.get(word).is_some()
                && scene.names.iter().any(|name| name.adjective && name.span.end + 1 == head.start)
        }
}

/// `Velmark, a unit of Tolvik Group`: a part of a firm is none of its goods.
fn is_a_part_of_a_firm(scene: &Scene<'_, '_>, head: Span) -> bool {
    // "Textron’s Bell unit"
    let named = scene.names.iter().any(|name| name.span.end + 1 == head.start && name.kind == PartyKind::Company);
    if named && head.of(scene.text) == "unit" {
        return true;
    }
    matches!(head.of(scene.text), "unit" | "units")
        && scene.after(head.end).strip_prefix(" of ").is_some_and(|rest| {
            let at = scene.span.end - rest.len();
            scene
                .names
                .iter()
                .any(|name| name.span.start >= at && name.span.start - at <= 24 && name.kind == PartyKind::Company)
        })
}

/// Whether only words that can stand within one phrase part two heads: "fighter trainer", "F-16 Block 70 jets".
fn modifiers_only(gap: &str) -> bool {
    // "Patriot air and missile defence systems"
    let gap = if gap == " air and " { " air-and " } else { gap };
    gap.split(' ').filter(|word| !word.is_empty()).all(|word| {
        (word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            || word.contains('-')
            || word.starts_with('(') && word.ends_with(')')
            || [
                "cruise",
                "main",
                "battle",
                "multiple",
                "ballistic",
                "rocket",
                "anti-tank",
                "light",
                "heavy",
                "medium",
                "utility",
                "attack",
                "patrol",
                "transport",
                "multirole",
                "fighter",
                "combat",
                "armoured",
                "armored",
                "tactical",
                "reconnaissance",
                "surveillance",
                "training",
                "jet",
                "guided",
                "naval",
                "mine",
                "maritime",
                "airborne",
                "early",
                "warning",
                "aerial",
                "unmanned",
                "amphibious",
                "assault",
                "infantry",
                "fighting",
                "trainer",
                "search",
                "rescue",
                "refuelling",
                "strike",
                "stealth",
            ]
            .contains(&word))
            && !word.ends_with([',', '.', ';'])
            && (!word.ends_with(')') || word.starts_with('('))
    }) && gap.split(' ').filter(|word| !word.is_empty()).count() <= 4
}

/// `41 Dhruvs`, `HMS Ocean`: a counted name in the plural, and a ship by its prefix.
fn counted_names(scene: &Scene<'_, '_>) -> Vec<Span> {
    let text = scene.text;
    let mut found = Vec::new();
    for name in scene.names.iter().filter(|name| name.kind == PartyKind::Unknown) {
        let word = name.span.of(text);
        let ship = SHIP_PREFIXES.begin(word);
        let before = scene.before(name.span.start).trim_end();
        let last = before.last_word();
        let counted = word.ends_with('s')
            && word.len() >= 4
            && !word.ends_with("ss")
            && quantity(last)
                .is_ok_and(|(rest, read)| rest.is_empty() && read.value.is_some_and(|value| value.scale() == 0))
            && last != "a";
        let month = scene.dates.iter().any(|date| date.span().overlaps(name.span));
        if (ship || counted) && !month {
            found.push(name.span);
        }
    }
    found
}

/// `six mid-air refuellers` behind "the acquisition of": what a force buys by the number is a thing, whatever its name. The head is the last
/// word of the phrase, a plural.
fn counted_things(scene: &Scene<'_, '_>) -> Vec<Span> {
    let text = scene.text;
    let mut found = Vec::new();
    for hit in &scene.deals {
        if !matches!(
            hit.what,
            DealWord::Buy | DealWord::Purchase | DealWord::Deal | DealWord::Sell | DealWord::Sale | DealWord::Receive
        ) {
            continue;
        }
        let rest = scene.after(hit.end);
        // "a contract from the Norhaven army for 30 turrets"
        let rest = if hit.what == DealWord::Deal && (rest.starts_with(" from ") || rest.starts_with(" with ")) {
            let near = head(rest, 90);
            match near.place_of(" for ").filter(|at| !near[..*at].contains([',', ';', '.'])) {
                Some(at) => &rest[at..],
                None => rest,
            }
        } else {
            rest
        };
        let lead = [
            " of ",
            " for ",
            " to supply ",
            " to deliver ",
            " to build ",
            " to provide ",
            " covering ",
            " covers ",
            " ",
        ]
        .iter()
        .find(|lead| rest.starts_with(**lead));
        let Some(lead) = lead else { continue };
        let mut inner = &rest[lead.len()..];
        // "for the construction of two oilers"
        if *lead == " for " {
            let head = inner.split([',', ';', '.']).next().unwrap_or("");
            if let Some(at) = head.place_of(" of ").filter(|at| {
                head[..*at].split(' ').count() <= 6 && !head[..*at].bytes().any(|byte| byte.is_ascii_digit())
            }) {
                inner = &inner[at + 4..];
            }
        }
        for article in [
            "the ",
            "a total of ",
            "up to ",
            "at least ",
            "another ",
            "a further ",
            "some ",
            "about ",
            "more than ",
            "over ",
            "its ",
        ] {
            inner = inner.strip_prefix(article).unwrap_or(inner);
        }
        let number = inner.split(' ').next().unwrap_or("");
        let counted = number != "one"
            && quantity(number).is_ok_and(|(left, read)| {
                left.is_empty() && read.value.is_some_and(|value| value.scale() == 0) && !read.approximate
            });
        if !counted
            || scene
                .figures
                .iter()
                .any(|figure| figure.start <= scene.span.end - inner.len() && figure.end > scene.span.end - inner.len())
        {
            continue;
        }
        let from = scene.span.end - inner.len() + number.len();
        let phrase = Span::new(from, scene.span.end).of(text);
        let mut end = 0;
        let mut last = "";
        for word in phrase.split_inclusive(' ').take(7) {
            let bare = word.trim_end_matches([' ', ',', '.', ';', ':']);
            let plain = !bare.is_empty() || word == " ";
            if !plain
                || stops(bare) && !bare.is_empty()
                || scene.deals.iter().any(|deal| deal.start == from + end && deal.start > from + 1)
            {
                break;
            }
            if !bare.is_empty() {
                last = bare;
            }
            end += word.len();
            if word.trim_end().len() > bare.len() {
                end -= word.len() - bare.len();
                break;
            }
        }
        let plural = last.len() > 3
            && last.ends_with('s')
            && !last.ends_with("ss")
            && last.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
        let vague = NO_THINGS.get(last).is_some();
        if plural && !vague {
            let trimmed = phrase[..end].trim_end();
            found.push(Span::new(from + trimmed.len() - last.len(), from + trimmed.len()));
        }
    }
    found
}

/// `S-400s`, `Mi-24Vs`, `K9`, `F-35`: words with the shape of a designation.
fn designations(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let inner = span.of(text);
    let bytes = inner.as_bytes();
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'/');
    let mut next = 0;
    while let Some(digit) = bytes[next..].iter().position(u8::is_ascii_digit).map(|at| next + at) {
        // The word around a digit.
        let mut from = digit;
        while from > next && inside(bytes[from - 1]) {
            from -= 1;
        }
        let mut at = digit;
        while at < bytes.len() && inside(bytes[at]) {
            at += 1;
        }
        next = at;
        let word = &inner[from..at];
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        // "T-6C+"
        let at = if bytes.get(at) == Some(&b'+') && digits > 0 && capitals > 0 { at + 1 } else { at };
        // `2A4s`, `T90s`, `K9s`: without a hyphen only in the plural, or where a number or a capital word stands before.
        let tight = digits >= 1
            && (1..=3).contains(&capitals)
            && word.len() <= 7
            && word.ends_with('s')
            && !word.ends_with("0s")
            && word.trim_end_matches('s').bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        // "Velmark’s K9": whose type it is.
        let owned = (1..=3).contains(&capitals)
            && digits >= 1
            && word.len() <= 6
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && [" ", "’s ", "'s "].iter().any(|link| {
                let lead = inner[..from].strip_suffix(link).unwrap_or("");
                lead.len() > 2 && *link != " " && lead.ends_with(|c: char| c.is_alphabetic())
            })
            && !names_no_type(word);
        // "141 K808 wheeled vehicles" go on to a noun.
        let ends = || {
            let rest = &inner[at..];
            let next = rest.strip_prefix(' ').map_or("", |rest| rest.split([' ', ',', '.']).next().unwrap_or(""));
            !rest.starts_with(' ') || stops(next)
        };
        // "has selected the NH90"
        let chosen = has_short_number(word) && ends() && {
            let lead = inner[..from].trim_end();
            let lead = ["the", "The", "a", "its", "another"]
                .iter()
                .find_map(|article| lead.strip_suffix(article))
                .unwrap_or("");
            matches!(
                lead.trim_end().last_word(),
                "selected"
                    | "chosen"
                    | "chose"
                    | "picked"
                    | "bought"
                    | "ordered"
                    | "buy"
                    | "order"
                    | "select"
                    | "choose"
                    | "acquire"
                    | "acquired"
                    | "procure"
            )
        };
        if owned || chosen || has_three_digits(word) && ends() && is_counted(text, span, span.start + from) {
            found.push(Span::new(span.start + from, span.start + at));
            continue;
        }
        if tight && !names_no_type(word) && !["A320s", "A321s", "A350s", "A330s", "A380s", "B737s"].contains(&word) {
            found.push(Span::new(span.start + from, span.start + at));
            continue;
        }
        let shape = capitals >= 1
            && digits >= 1
            && word.contains('-')
            && word.bytes().next().is_some_and(|b| b.is_ascii_uppercase())
            && word.len() <= 14;
        let tail_letters = word
            .split('-')
            .next()
            .is_some_and(|head| head.len() <= 4 && head.chars().all(|c| c.is_alphabetic() || c == '/'));
        let road = word.strip_prefix("I-").or_else(|| word.strip_prefix("A-")).is_some_and(|rest| {
            rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_digit) && word.starts_with("I-")
        });
        // "Barak-8", "Cheongung-II": a name that a number follows.
        let named = named_by_a_number(word);
        let not_a_name = !road && !names_no_type(word);
        if shape && (tail_letters || named) && not_a_name {
            let end = at + byname(&inner[at..]);
            let end = end + lot(&inner[end..]);
            next = end;
            found.push(Span::new(span.start + from, span.start + end));
        }
    }
    found
}

/// `C295W`, `AW139`: up to three capitals, three digits and a capital. Airliners are called so too.
fn has_three_digits(word: &str) -> bool {
    let bytes = word.as_bytes();
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = bytes[capitals..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &bytes[capitals + digits..];
    (1..=3).contains(&capitals)
        && digits == 3
        && (rest.is_empty() || rest.len() == 1 && rest[0].is_ascii_uppercase())
        && !["A2", "A3", "B7", "E1", "Q4", "CRJ", "ATR"].iter().any(|airliner| word.starts_with(airliner))
}

/// `NH90`, `VT4`: two to four capitals, one to three digits and a capital. Years, summits and flights are called so too.
fn has_short_number(word: &str) -> bool {
    let bytes = word.as_bytes();
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = bytes[capitals..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &bytes[capitals + digits..];
    (2..=4).contains(&capitals)
        && (1..=3).contains(&digits)
        && (rest.is_empty() || rest.len() == 1 && rest[0].is_ascii_uppercase())
        && !["FY", "COP", "EU", "MH", "CO", "PM", "BRIC", "CRJ", "ATR"].contains(&&word[..capitals])
}

/// `one C295W`, `the C295W`: whether the word before a type counts it, or points to it.
fn is_counted(text: &str, span: Span, at: usize) -> bool {
    let before = Span::new(span.start, at).of(text).trim_end();
    let last = before.last_word();
    matches!(last, "one" | "a" | "an" | "its" | "another" | "more" | "used" | "new" | "second-hand")
        || count(last).is_some()
}

/// `Barak-8`, `Sejil-2`: a capitalised word of letters and a short number behind a hyphen. Vehicles, phases and illnesses are called so too.
fn named_by_a_number(word: &str) -> bool {
    word.split_once('-').is_some_and(|(name, number)| {
        (5..=10).contains(&name.len())
            && name.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
            && (1..=3).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
            && number.bytes().any(|byte| byte.is_ascii_digit())
            && !NUMBERED.has(name)
    })
}

/// ` Block 70s`, ` Mk 2` behind a designation: how long the words of its model are.
fn lot(rest: &str) -> usize {
    [" Block ", " Mk ", " Mk. ", " Mark "]
        .iter()
        .find_map(|word| {
            let number = rest.strip_prefix(word)?;
            let length = number.bytes().take_while(u8::is_ascii_alphanumeric).count();
            number.starts_with(|c: char| c.is_ascii_digit()).then_some(word.len() + length)
        })
        .unwrap_or(0)
}

/// ` Fighting Falcon` behind "F-16": how long the name is that goes on a designation, two capitalised words at most.
fn byname(rest: &str) -> usize {
    let mut length = 0;
    if !rest.starts_with(' ') {
        return 0;
    }
    for word in rest.split(' ').skip(1).take(2) {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        let name = bare.len() > 2
            && bare.starts_with(|c: char| c.is_ascii_uppercase())
            && bare.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
            && STATE_PHRASES.longest_at(bare).is_none()
            && NO_NAMES.get(bare).is_none()
            && WEAPON_NOUNS.longest_at(bare).is_none();
        if !name {
            break;
        }
        length += 1 + bare.len();
        if bare.len() < word.len() {
            break;
        }
    }
    length
}

/// The phrase whose head stands at `head`.
fn ware<'t>(scene: &Scene<'_, 't>, head: Span, arm: bool, floor: usize, military: bool) -> Option<Ware<'t>> {
    let text = scene.text;
    let after = scene.after(head.end);
    let next = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // "cancels its Kestrel helicopter programme": what the programme is for.
    let programme = next.starts_with("program")
        && scene.deals.iter().any(|hit| hit.start == head.end + 1 && after.starts_with(' '));
    // "arms deal", "missile purchases", "weapons maker": the noun behind is the head.
    let weak = !programme
        && after.starts_with(' ')
        && (DEAL_WORDS
            .get(next)
            .is_some_and(|what| matches!(what, DealWord::Deal | DealWord::Purchase | DealWord::Sale))
            || matches!(next, "imports" | "import" | "order" | "orders"));
    // "halted arms exports to Norhaven"
    let exported = after.starts_with(" exports to ") && scene.deals.iter().any(|hit| hit.start == head.end + 1);
    let weak = weak || exported;
    if after.starts_with(' ') && OTHER_HEADS.has(next) && next != "program" && !programme && !exported {
        return None;
    }
    // "the first submarine fibre-optic cable"
    let cable = after.starts_with(' ')
        && after
            .split([',', '.', ';'])
            .next()
            .unwrap_or("")
            .split(' ')
            .skip(1)
            .take(3)
            .any(|word| matches!(word, "cable" | "cables"));
    if cable {
        return None;
    }
    let (mut start, quantity_span, digits) = phrase_start(scene, head, floor);
    let mut maker = None;
    // `Russian Mi-17 helicopters`: the demonym names the maker, and is no part of the thing.
    for (i, name) in scene.names.iter().enumerate() {
        if name.span.start == start && name.span.end < head.end && (name.adjective || name.kind == PartyKind::State) {
            let rest = Span::new(name.span.end, head.end).of(text);
            let cut = rest.trim_start_matches(['-', ' ']);
            let cut = ["made ", "built ", "designed "].iter().find_map(|word| cut.strip_prefix(word)).unwrap_or(cut);
            let cut =
                ["’s ", "'s ", "’ ", "' "].iter().find_map(|mark| cut.strip_prefix(mark)).unwrap_or(cut).trim_start();
            maker = Some(i);
            if !cut.is_empty() && head.end - cut.len() <= head.start {
                start = head.end - cut.len();
            }
        } else if name.span.start == start
            && name.span.end < head.start
            && name.kind == PartyKind::Company
            && let Some(own) =
                ["’s ", "'s "].iter().find(|mark| Span::new(name.span.end, head.start).of(text).starts_with(**mark))
        {
            // "Velmark’s Kestrel E": whose make it is.
            maker = Some(i);
            start = name.span.end + own.len();
        } else if maker.is_none()
            && name.adjective
            && name.span.start > start
            && name.span.end < head.end
            && only_worn(Span::new(start, name.span.start).of(text))
        {
            // "25 old Swedish jets": whose they were.
            maker = Some(i);
        } else if maker.is_none()
            && name.span.start >= start
            && name.span.end < head.end
            && name.kind == PartyKind::Company
            && SYSTEMS.get(name.span.of(text)).is_none()
        {
            maker = Some(i);
        }
    }
    // "The Norhaven tank sale": whose sale it is, the words do not say.
    if weak && next.starts_with("sale") {
        maker = None;
    }
    let span = Span::new(start.min(head.start), head.end);
    let span = Span::new(span.start, span.end + closing_mark(span.of(text), after));
    let mut item = Item::new(super::trim_matches(text, span, |c: char| c.is_whitespace() || c == ','), text);
    let shape = designation(&item.text).or_else(|| numbered_in_roman(&item.text));
    item.designation = shape.map(|(from, to)| Cow::Borrowed(&text[item.start + from..item.start + to]));
    // "15 arms deals" are 15 deals.
    if let Some(number) =
        quantity_span.filter(|_| !(weak && matches!(next, "deals" | "contracts" | "agreements" | "sales" | "orders")))
    {
        item.quantity = digits.map(Cow::Owned);
        item.quantity_span = Some(TextSpan::new(number, text));
    }
    let shaped = item.designation.is_some()
        || item.text.trim_start_matches(['“', '"', '‘', '\'']).chars().next().is_some_and(char::is_uppercase);
    let lower = item.text.to_ascii_lowercase();
    let whole = |word: &'static str| {
        lower.places_of(word).any(|at| {
            // A KC-767 is no 767, a weapon in the plural is one still.
            lower[..at].chars().next_back().is_none_or(|c| c == ' ' || c == '/')
        })
    };
    // "A330 MRTT tankers" are no airliners.
    let military_tanker = whole("mrtt") || whole("tankers") || whole("tanker");
    if !military_tanker && NO_ARMS.iter().any(|(word, ())| whole(word)) {
        return None;
    }
    let before = scene.before(item.start).trim_end();
    // "through the multiple-award contract vehicle": a kind of contract.
    if lower.last_word() == "vehicle"
        && (lower.holds("contract") || [" through the", " via the", ")"].iter().any(|link| before.ends_with(link)))
        && item.quantity.is_none()
    {
        return None;
    }
    // "will support 400 jobs": a verb.
    let modal = [" will", " would", " can", " could", " may", " shall", " must", " should"];
    // "will help support 400 jobs"
    if lower == "help support" || lower.ends_with("enough support") {
        return None;
    }
    if !lower.contains(' ')
        && (modal.iter().any(|word| before.ends_with(word)) || lower == "support" && before.ends_with(" to"))
    {
        return None;
    }
    // "to build a bomb" is no trade.
    if lower == "bomb" {
        return None;
    }
    // "ammunition to Norhaven fighters": who gets it.
    let receiver = maker
        .and_then(|i| scene.names.get(i))
        .map_or(before, |name| scene.before(name.span.start.min(item.start)).trim_end());
    if lower.ends_with("fighters") && (receiver.ends_with(" to") || fights(scene, head, &item.text)) {
        return None;
    }
    // "on naval vessels" is where it goes, "to the AF-1B standard" what it becomes.
    let chosen = || scene.deals.iter().any(|hit| hit.end == scene.span.start + before.len());
    // "will spend $9 million on bombs"
    let spent = || scene.figures.iter().any(|figure| figure.end + 3 == scene.span.start + before.len());
    if before.ends_with(" on") && !chosen() && !spent()
        || before.ends_with(" aboard")
        || matches!(next, "standard" | "configuration" | "level")
    {
        return None;
    }
    // "two Kestrel-class ships": only warships have a class.
    let arm = arm || is_of_a_class(&item.text);
    // "six radars, spares and training": what is listed right behind a thing that is one.
    let gap = Span::new(floor.min(span.start), span.start).of(text);
    let listed = floor > scene.span.start
        && matches!(gap.trim(), "," | "and" | ", and" | "plus" | ", plus")
        && !["associated", "related"].iter().any(|word| item.text.starts_with(word));
    // "engines for its Kestrel-2 fighters"
    let part = [" for its ", " for their "].iter().any(|link| after.starts_with(link))
        && !hits(&WEAPON_NOUNS, text, Span::new(head.end, head.end + self::head(after, 48).len())).is_empty()
        && scene.deals.iter().any(|hit| {
            matches!(hit.what, DealWord::Buy | DealWord::Sell) && hit.end < span.start && span.start - hit.end <= 24
        });
    // Parts for arms are arms.
    let arm = arm || part;
    // "under an arms package": what is in it is told elsewhere, if at all.
    let weak = weak || lower.ends_with(" package");
    let strong = arm || shaped || item.quantity.is_some() || military || listed;
    let shape = arm && WEAPON_NOUNS.get(head.of(text)).is_none() && SYSTEMS.get(head.of(text)).is_none();
    let definite = ["the", "The", "these", "These", "those", "this", "This", "such"]
        .iter()
        .any(|word| before.strip_suffix(word).is_some_and(|left| left.is_empty() || left.ends_with(' ')));
    // "the Skylance" is a thing's own name.
    let named = item.text.starts_with(char::is_uppercase);
    let known = definite && !named && item.designation.is_none() && item.quantity.is_none() && !lower.contains(' ');
    strong.then_some(Ware { item, arm, maker, weak, shape, known })
}

/// `old `, `second-hand refurbished `: whether words tell only how used a thing is.
fn only_worn(words: &str) -> bool {
    words.split(' ').filter(|word| !word.is_empty()).all(|word| {
        matches!(
            word,
            "old"
                | "older"
                | "used"
                | "ageing"
                | "aging"
                | "second-hand"
                | "secondhand"
                | "surplus"
                | "refurbished"
                | "modernised"
                | "modernized"
                | "upgraded"
                | "former"
                | "retired"
                | "worn-out"
                | "new"
                | "more"
                | "outdated"
                | "mothballed"
                | "decommissioned"
                | "additional"
                | "ex"
        )
    })
}

/// `Kestrel-class ships`: ships named after the first of them.
fn is_of_a_class(item: &str) -> bool {
    item.contains("-class ")
        && item.starts_with(|c: char| c.is_ascii_uppercase())
        && matches!(item.rsplit(' ').next(), Some("ship" | "ships" | "vessel" | "vessels" | "boat" | "boats"))
}

/// `Kestrel-II` in "Kestrel-II missile battery": a name with a Roman number.
fn numbered_in_roman(item: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    item.split(' ').find_map(|word| {
        let from = at;
        at += word.len() + 1;
        let (name, number) = word.rsplit_once('-')?;
        let roman = matches!(number, "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX");
        let named = name.len() >= 3 && name.starts_with(|c: char| c.is_ascii_uppercase());
        (roman && named && name.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some((from, from + word.len()))
    })
}

/// `captured rebel fighters`, `fighters and their families`: persons and no aircraft.
fn fights(scene: &Scene<'_, '_>, head: Span, words: &str) -> bool {
    let before = scene.before(head.start).trim_end();
    FIGHTER_OWNERS.end(before)
        || words.split(' ').rev().skip(1).take(2).any(|word| FIGHTER_OWNERS.has(word))
        || scene.after(head.end).starts_with(" and their ")
        || scene
            .names
            .iter()
            .any(|name| name.kind == PartyKind::Organisation && name.span.end == scene.span.start + before.len())
}

/// Where the phrase begins that ends in a head, and the number that opens it.
fn phrase_start(scene: &Scene<'_, '_>, head: Span, floor: usize) -> (usize, Option<Span>, Option<String>) {
    let text = scene.text;
    let mut start = head.start;
    for _ in 0..MOST_MODIFIERS {
        let before = Span::new(floor.min(start), start).of(text);
        let trimmed = before.trim_end_matches([' ', '\u{a0}']);
        // A comma or a stop ends the phrase, but a comma within a number does not.
        if trimmed.len() == before.len() && !before.is_empty() && !before.ends_with(['-', '“', '"', '[', ']', '‘', '('])
            || trimmed.is_empty()
        {
            break;
        }
        if trimmed.ends_with([',', ';', ':', '.', '(', '—', '–']) && !trimmed.ends_with("U.S.") {
            break;
        }
        let word_start = trimmed
            .rfind([' ', '\u{a0}', '—'])
            .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
        let word = &trimmed[word_start..];
        let at = floor.min(start) + word_start;
        if scene.figures.iter().any(|figure| figure.start <= at && at < figure.end)
            || scene.dates.iter().any(|date| date.start <= at && at < date.end)
        {
            break;
        }
        // "sold the Norhaven navy armoured boats": who gets them.
        let word_end = scene.span.start + trimmed_end(scene, start);
        if scene.names.iter().enumerate().any(|(i, name)| {
            name.span.end == word_end
                && matches!(name.kind, PartyKind::Military | PartyKind::Ministry)
                && !name.adjective
                && scene.deals.iter().any(|hit| {
                    hit.what == DealWord::Sell
                        && matches!(Span::new(hit.end, scene.opens(i).max(hit.end)).of(text), " ")
                })
        }) {
            break;
        }
        // "two years’ support"
        if word.starts_with("year") || word.starts_with("month") {
            break;
        }
        // "a contract to service Kestrel engines": the verb.
        if trimmed[..word_start].trim_end().ends_with(" to") && WORK_VERBS.has(word) {
            break;
        }
        // "Norhaven favours second-hand jets": the verb of the state before it.
        if word.ends_with('s')
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && at > scene.span.start
            && scene.names.iter().any(|name| {
                name.span.end + 1 == at && name.kind == PartyKind::State && !name.adjective && name.country.is_some()
            })
        {
            break;
        }
        // "bought Velmark’s Kestrel jets": whose make they are.
        if ["’s", "'s", "s’", "s'"].iter().any(|mark| word.ends_with(mark))
            && scene.names.iter().any(|name| {
                let force = matches!(name.kind, PartyKind::Military | PartyKind::Ministry);
                (name.kind == PartyKind::Company || force && scene.governor(name.span.start).is_some())
                    && (at..word_end).contains(&(name.span.end - 1))
            })
        {
            break;
        }
        // `Project 22160`, `Type 26`, `Gowind 2500`: a capitalised word before makes the number a designation.
        let lead = trimmed[..word_start].trim_end().rsplit([' ', '\u{a0}']).next().unwrap_or("");
        let named = word.bytes().all(|b| b.is_ascii_digit())
            && start < head.start + 1
            && lead.len() > 1
            && lead.chars().next().is_some_and(char::is_uppercase)
            && lead.chars().all(char::is_alphabetic)
            && !scene.names.iter().enumerate().any(|(i, name)| {
                name.span.end == scene.span.start + trimmed_end(scene, at)
                    // "from Velmark 20 launchers"; "12 Velmark 412 helicopters" are of its type.
                    && (name.is_state() || name.kind == PartyKind::Company && matches!(scene.lead(i).0, "from" | "by" | "with"))
            })
            && floor.min(start) + word_start > scene.span.start + lead.len() + 1;
        if named {
            start = at;
            continue;
        }
        // `one hundred fifty (150) missiles`, `three (3) launchers`
        let bracketed = word.strip_prefix('(').and_then(|word| word.strip_suffix(')')).unwrap_or("");
        if !bracketed.is_empty() && bracketed.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
            let inside = Span::new(at + 1, at + 1 + bracketed.len());
            // "(2021) tanks": a year counts nothing, and is no part of the thing.
            if scene.dates.iter().any(|date| date.span().overlaps(inside)) {
                break;
            }
            if let Some(digits) = count(bracketed) {
                return (start, Some(inside), Some(digits));
            }
        }
        if let Some((number, digits)) = number_before(text, floor, at, word) {
            return (start, Some(number), Some(digits));
        }
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        // "three more frigates"
        if matches!(plain, "more" | "additional" | "further" | "extra" | "other" | "such") {
            let lead = trimmed[..word_start].trim_end();
            // "two more such ships"
            let lead = ["more", "additional", "further", "other"]
                .iter()
                .find_map(|word| lead.strip_suffix(word).filter(|left| left.ends_with(' ')))
                .unwrap_or(lead)
                .trim_end();
            let from = last_word(lead);
            let counted = number_before(text, floor, floor.min(start) + from, &lead[from..]);
            if let Some((number, digits)) = counted.filter(|_| !lead.is_empty()) {
                return (start, Some(number), Some(digits));
            }
        }
        // "a contract for 246 of the vehicles", "gives 13 of its retired jets"
        if matches!(plain, "the" | "its" | "their") && (start == head.start || plain != "the") {
            let lead = trimmed[..word_start].trim_end();
            if let Some(lead) = lead.strip_suffix(" of") {
                let from = last_word(lead);
                let gives =
                    scene.deals.iter().any(|hit| hit.what == DealWord::Sell && hit.end <= floor.min(start) + from);
                let bought = plain != "the" && gives
                    || [
                        "for", "ordered", "buy", "buying", "bought", "order", "to", "than", "least", "get", "gets",
                        "receive", "received", "deliver",
                    ]
                    .contains(&lead[..from].trim_end().last_word());
                // "order 473 more of the vehicles"
                let (lead, from) = match lead.strip_suffix(" more").or_else(|| lead.strip_suffix(" further")) {
                    Some(less) => (less, last_word(less)),
                    None => (lead, from),
                };
                let place = floor.min(start) + from;
                // "has delivered six of the corvettes"
                let bought = bought
                    || scene.deals.iter().any(|hit| {
                        // "has sold Norhaven six of the jets"
                        let whom = || {
                            scene.names.iter().any(|name| name.span.start == hit.end + 1 && name.span.end + 1 == place)
                        };
                        (hit.end + 1 == place || hit.what == DealWord::Sell && whom())
                            && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Receive | DealWord::Sale)
                    });
                let counted = number_before(text, floor, place, &lead[from..]);
                if let Some((number, digits)) = counted.filter(|_| bought) {
                    return (start, Some(number), Some(digits));
                }
            }
        }
        // "three supply ships"
        if plain == "supply"
            && start == head.start
            && ["ship", "vessel", "boat"].iter().any(|noun| head.of(text).starts_with(noun))
        {
            start = at;
            continue;
        }
        // "a pair of patrol ships"
        if plain == "of" && trimmed[..word_start].trim_end().ends_with("pair") {
            let lead = trimmed[..word_start].trim_end();
            let from = lead.len() - "pair".len();
            if let Some((number, digits)) = number_before(text, floor, floor.min(start) + from, "pair") {
                return (start, Some(number), Some(digits));
            }
        }
        // "suspends future weapons": what stops a deal is no part of the thing.
        let stopped =
            |what: StatusWord| matches!(what, StatusWord::Suspended | StatusWord::Cancelled | StatusWord::Delayed);
        let verb = scene.deals.iter().any(|hit| hit.start == at && matches!(hit.what, DealWord::Sell | DealWord::Buy))
            || scene.statuses.iter().any(|hit| hit.start == at && stopped(hit.what));
        // "12 used jets", "50,000 purchased shells"
        if matches!(plain, "used" | "purchased" | "ordered" | "donated" | "promised" | "leased") {
            let lead = trimmed[..word_start].trim_end();
            let from = last_word(lead);
            let counted = number_before(text, floor, floor.min(start) + from, &lead[from..]);
            if let Some((number, digits)) = counted.filter(|_| !lead.is_empty()) {
                return (start, Some(number), Some(digits));
            }
        }
        // "air and missile defence systems": the word before "and" belongs to the thing as well.
        if plain == "and" {
            let lead = trimmed[..word_start].trim_end();
            let from = last_word(lead);
            let from = floor.min(start) + from;
            let next = text[start..].split(' ').next().map_or(0, str::len);
            if JOINED_MODIFIERS.has(&text[from..start + next]) {
                start = from;
                continue;
            }
        }
        // "81 other support vehicles", "to support vehicles"
        let noun = plain == "support" && start == head.start && !trimmed[..word_start].trim_end().ends_with(" to");
        if stops(plain) && !noun || verb {
            break;
        }
        start = at;
    }
    (start, None, None)
}

/// Where the words before a place end, in bytes of the sentence.
fn trimmed_end(scene: &Scene<'_, '_>, at: usize) -> usize {
    scene.before(at).trim_end().len()
}

/// A word that is a whole number: `four`, `14`.
#[must_use]
pub fn count(word: &str) -> Option<String> {
    // `155mm`: a calibre, though "$155mm" is millions.
    if word.ends_with("mm") {
        return None;
    }
    let (rest, read) = quantity(word).ok()?;
    let value = read.value.filter(|value| value.scale() == 0 && !read.approximate)?;
    rest.is_empty().then(|| value.to_string())
}

/// Where the last word of a text begins, behind a space of either kind.
fn last_word(text: &str) -> usize {
    text.char_indices().rev().find(|(_, c)| matches!(c, ' ' | '\u{a0}')).map_or(0, |(at, c)| at + c.len_utf8())
}

/// A number that counts the phrase: "four", "2,000", "four to six", "8-12".
fn number_before(text: &str, floor: usize, at: usize, word: &str) -> Option<(Span, String)> {
    let end = at + word.len();
    let whole = count;
    if word == "a" || word == "an" {
        return None;
    }
    // `155 mm shells`: a calibre; `100 737 jets`: a type.
    let rest = text[end..].trim_start();
    let unit = [
        "year", "month", "week", "lb ", "lbs ", "mm ", "millimet", "cm ", "kg ", "km ", "tonne", "ton ", "kilomet",
        "inch", "percent", "per cent", "GHz", "kW", "nautical", "m ", "metre", "meter", "feet ", "foot ", "ft ",
    ];
    // "two 21m patrol boats", "2m shells": a length, but for what is used up.
    let metres = word.strip_suffix('m').is_some_and(|digits| digits.ends_with(|c: char| c.is_ascii_digit()));
    if metres
        && !["shells", "rounds", "bullets", "cartridges", "grenades", "artillery"]
            .iter()
            .any(|noun| rest.starts_with(noun))
    {
        return None;
    }
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let lead = Span::new(floor, at).of(text).trim_end().last_word();
    if unit.iter().any(|unit| rest.starts_with(unit))
        || digits && !lead.is_empty() && lead.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    // `a dozen trucks`, `two dozen jets`
    if word == "dozen" || word == "pair" {
        let by: u32 = if word == "dozen" { 12 } else { 2 };
        let from =
            at - (Span::new(floor, at).of(text).len() - Span::new(floor, at).of(text).trim_end().len()) - lead.len();
        let count = if matches!(lead, "a" | "A" | "another") {
            Some(1)
        } else {
            whole(lead).and_then(|digits| digits.parse::<u32>().ok())
        };
        return count.map(|count| (Span::new(from, end), (count * by).to_string()));
    }
    // `8-12`
    if let Some((low, high)) = word.split_once(['-', '–'])
        && let (Some(low), Some(high)) = (whole(low), whole(high))
        && low.bytes().all(|b| b.is_ascii_digit())
        && word.bytes().next().is_some_and(|b| b.is_ascii_digit())
        // "Mirage 2000-5": a type.
        && (low.len(), &low) < (high.len(), &high)
    {
        return Some((Span::new(at, end), format!("{low}-{high}")));
    }
    // `1 million shells`, `several hundred tanks`
    if ["hundred", "thousand", "million"].contains(&word) {
        let before = Span::new(floor, at).of(text).trim_end();
        let from = before.rfind(' ').map_or(0, |i| i + 1);
        let both = Span::new(floor + from, end);
        return whole(both.of(text)).map(|digits| (both, digits));
    }
    let number = whole(word)?;
    if number == "0" {
        return None;
    }
    // `four to six`
    let before = Span::new(floor, at).of(text).trim_end();
    for link in [" to", " or", " and"] {
        if let Some(head) = before.strip_suffix(link) {
            let from = head.rfind(' ').map_or(0, |i| i + 1);
            // "between four and six"
            if link == " and" && !head[..from].ends_with("between ") {
                continue;
            }
            if let Some(low) = whole(&head[from..]) {
                return Some((Span::new(floor + from, end), format!("{low}-{number}")));
            }
        }
    }
    // `one hundred fifty`: the words of one number, whatever they are.
    let mut longest = (Span::new(at, end), number);
    let mut from = at;
    for _ in 0..MOST_NUMBER_WORDS {
        let lead = Span::new(floor, from).of(text).trim_end();
        let word_at = floor + last_word(lead);
        let before = &text[word_at..floor + lead.len()];
        let numeric =
            before == "and" || whole(before).is_some() || matches!(before, "hundred" | "thousand" | "million");
        if before.is_empty() || !numeric || !before.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
            break;
        }
        from = word_at;
        if let Some(digits) = whole(Span::new(from, end).of(text)) {
            longest = (Span::new(from, end), digits);
        }
    }
    // `144`
    Some(longest)
}

/// Whether no phrase of a thing goes through a word.
fn stops(word: &str) -> bool {
    word.is_empty() || PHRASE_STOPS.get(word).is_some()
}

//! What a deal in prose is about: `24 Su-30SM fighter jets`, `two Type 212CD submarines`, `S-400s`.
//!
//! ```text
//! ware = [ quantity ] { modifier } head
//! head = weapon noun | designation                    fighter jets   Su-35s   AN/TPY-2
//! ```
//! The head is found first, by the table of things that armed forces buy or by the shape of a designation; the phrase is then followed back
//! to the word that opens it.

mod designation;
mod head;
mod number;
mod option;
mod phrase;

use self::designation::designations;
use self::head::{counted_names, counted_things, ends_a_firms_name, is_a_part_of_a_firm, modifiers_only};
use self::option::{is_optional, listed_as_options};
use self::phrase::{stops, ware};
use crate::clause::scene::{Scene, hits};
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{COMPANIES, MEASURES, Maker, SYSTEMS, WEAPON_NOUNS, Weapon};
use crate::lexicon::wares::{BEHIND_ALL, BOUGHT, FIRST_OF_ALL, SERVED_BEHIND, WHAT_IT_IS_FOR};
use crate::model::{Item, PartyKind, TextSpan};
use crate::span::Span;
use std::borrow::Cow;

pub use self::number::count;

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
                    || is_a_nickname(gap)
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
            && ([" to ", " will ", " would ", " instead ", " also "].iter().any(|lead| before.ends_with(lead))
                // "and support 4,000 jobs"
                || head.of(text) == "support"
                    && scene.after(head.end).trim_start().starts_with(|c: char| c.is_ascii_digit()));
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
                        && SERVED_BEHIND.has(Span::new(last.item.end, first_word(&ware.item)).of(text))
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
        !WHAT_IT_IS_FOR.end(lead.trim_end())
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

/// `two jets, the first of 14 ordered last year`: the number of all, and of those that are there.
fn of_all<'t>(scene: &Scene<'_, 't>, mut ware: Ware<'t>) -> Ware<'t> {
    let near = head(scene.after(ware.item.end), 90);
    let found = FIRST_OF_ALL.each().find_map(|words| near.place_of(words).map(|at| (at, at + words.len())));
    let Some((_, at)) = found.filter(|(from, _)| !near[..*from].contains([',', ';', '.'])) else { return ware };
    let at = at + if near[at..].starts_with("a total of ") { 11 } else { 0 };
    let number = near[at..].split([' ', ',', '.']).next().unwrap_or("");
    let next = near[at + number.len()..].trim_start_matches([',', ' ']).split([' ', ',', '.']).next().unwrap_or("");
    let ends = next.is_empty() || BEHIND_ALL.has(next);
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
    // "12 of which were ordered"
    let number = clause.split(' ').next().unwrap_or("");
    let first = clause[number.len()..]
        .strip_prefix(" of which ")
        .is_some_and(|verbs| verbs.split(' ').take(5).any(|word| BOUGHT.has(word.trim_end_matches('.'))));
    let at = if first {
        0
    } else if clause.starts_with("of which ") {
        // "of which Norhaven has ordered a total of 100"
        let mut at = 0;
        let found = clause.split_inclusive(' ').find_map(|word| {
            at += word.len();
            BOUGHT.has(word.trim_end()).then_some(at)
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

/// Where a thing begins, with its number.
fn first_word(item: &Item<'_>) -> usize {
    item.quantity_span.as_ref().map_or(item.start, |span| span.start).min(item.start)
}

/// ` “Golden Eagle” ` between a type and its noun: what the type is called.
fn is_a_nickname(gap: &str) -> bool {
    let quoted = gap.strip_prefix(' ').and_then(|gap| gap.strip_suffix(' ')).filter(|gap| gap.len() <= 40);
    let name = quoted.and_then(|quoted| {
        let marks = [('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')];
        marks.iter().find_map(|(open, close)| quoted.strip_prefix(*open)?.strip_suffix(*close))
    });
    name.is_some_and(|name| name.starts_with(char::is_uppercase) && !name.contains(['“', '”', '"', ',', '.']))
}

//! `six mid-air refuellers`: the nouns of a sentence that may be the head of a thing, beside those of the tables.

use super::phrase::stops;
use crate::clause::scene::Scene;
use crate::clause::worth::head;
use crate::grammar::quantity::quantity;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, NO_THINGS, SHIP_PREFIXES, WEAPON_NOUNS};
use crate::lexicon::wares::{BEFORE_A_NUMBER, TO_COUNTED_THINGS, WARE_MODIFIERS};
use crate::model::PartyKind;
use crate::span::Span;

/// `Royal Dutch Shell`: one noun of arms in capitals behind a demonym ends a firm's name.
pub(super) fn ends_a_firms_name(scene: &Scene<'_, '_>, head: Span) -> bool {
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
pub(super) fn is_a_part_of_a_firm(scene: &Scene<'_, '_>, head: Span) -> bool {
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
pub(super) fn modifiers_only(gap: &str) -> bool {
    // "Patriot air and missile defence systems"
    let gap = match gap {
        " air and " => " air-and ",
        " search and rescue " => " search-and-rescue ",
        gap => gap,
    };
    gap.split(' ').filter(|word| !word.is_empty()).all(|word| {
        (word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            || word.contains('-')
            || word.starts_with('(') && word.ends_with(')')
            || WARE_MODIFIERS.has(word))
            && !word.ends_with([',', '.', ';'])
            && (!word.ends_with(')') || word.starts_with('('))
    }) && gap.split(' ').filter(|word| !word.is_empty()).count() <= 4
}

/// `41 Dhruvs`, `HMS Ocean`: a counted name in the plural, and a ship by its prefix.
pub(super) fn counted_names(scene: &Scene<'_, '_>) -> Vec<Span> {
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
pub(super) fn counted_things(scene: &Scene<'_, '_>) -> Vec<Span> {
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
        let Some(lead) = TO_COUNTED_THINGS.longest_beginning(rest) else { continue };
        let mut inner = &rest[lead.len()..];
        // "for the construction of two oilers"
        if lead == " for " {
            let head = inner.split([',', ';', '.']).next().unwrap_or("");
            if let Some(at) = head.place_of(" of ").filter(|at| {
                head[..*at].split(' ').count() <= 6 && !head[..*at].bytes().any(|byte| byte.is_ascii_digit())
            }) {
                inner = &inner[at + 4..];
            }
        }
        while let Some(words) = BEFORE_A_NUMBER.longest_beginning(inner) {
            inner = &inner[words.len()..];
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

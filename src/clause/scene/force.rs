//! `the army ordered`: forces and ministries that stand without their state.

use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    BARE_FORCES, BARE_FORCES_IN, FORCE_PARTS, INSTITUTIONS, Institution, OFFICES, WEAPON_NOUNS,
};
use crate::lexicon::state::STATE_PHRASES;
use crate::mention::party::Name;
use crate::model::{CountryBasis, CountryCode, PartyKind};
use crate::span::Span;

/// `the army ordered`, `for the navy`: a force without its state is a name where a deal is told. It belongs to the one state of which another office
/// of the sentence is: "the navy has ordered two corvettes, the Peruvian ministry said".
pub(super) fn add_bare_forces(text: &str, span: Span, names: &mut Vec<Name>) {
    let inner = span.of(text);
    let written_small = BARE_FORCES_IN.are_in(inner);
    let unknown =
        |name: &Name| matches!(name.kind, PartyKind::Military | PartyKind::Ministry) && name.country.is_none();
    if !written_small && !names.iter().any(unknown) {
        return;
    }
    let mut found = Vec::new();
    for article in inner.places_of("he ").chain(inner.places_of("ts ")).take(24) {
        let opens = article == 0 || ["T", "t", " I", " i"].iter().any(|letters| inner[..article].ends_with(letters));
        let at = span.start + article + 3;
        let Some((length, kind)) = INSTITUTIONS.longest_at(&text[at..span.end]).filter(|_| opens) else { continue };
        let kind = match kind {
            Institution::Military => PartyKind::Military,
            Institution::Ministry => PartyKind::Ministry,
            _ => continue,
        };
        let name = Span::new(at, at + length);
        let noun = name.of(text);
        let rest = &text[name.end..span.end];
        let next = rest.strip_prefix(' ').unwrap_or("").split([' ', ',', '.', ';']).next().unwrap_or("");
        let whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
        if whole
            && BARE_FORCES.has(noun)
            && OFFICES.get(next).is_none()
            && WEAPON_NOUNS.longest_at(rest.trim_start()).is_none()
            && !FORCE_PARTS.has(next)
            && !names.iter().any(|other| other.span.overlaps(name))
        {
            found.push((name, kind));
        }
    }
    // "the Air Force", written as a name, without its state
    // "the defence ministry", read as a name already
    let ministry = |name: &Name| name.kind == PartyKind::Ministry && name.country.is_none();
    let nameless = |name: &Name| {
        name.kind == PartyKind::Military
            && name.country.is_none()
            && matches!(name.span.of(text), "Army" | "Navy" | "Air Force" | "Coast Guard" | "Marine Corps")
    };
    if found.is_empty() && !names.iter().any(|name| nameless(name) || ministry(name)) {
        return;
    }
    let state = state_of_offices(text, span, names);
    // "The Army has awarded a contract for trucks for the Iraqi army": a force that is named with its state beside another is not the other.
    let named = |name: &Name| {
        name.kind == PartyKind::Military
            && name.country.is_some()
            && ["army", "navy", "air force", "coast guard"]
                .iter()
                .any(|noun| name.span.of(text).to_ascii_lowercase().ends_with(noun))
    };
    let beside = names.iter().any(named);
    if let Some((country, basis)) = state {
        for name in names.iter_mut().filter(|name| ministry(name)) {
            (name.country, name.basis) = (Some(country), basis);
        }
    }
    if let Some((country, basis)) = state.filter(|_| !beside) {
        for name in names.iter_mut().filter(|name| nameless(name)) {
            (name.country, name.basis) = (Some(country), basis);
        }
    }
    // "The defence ministry in Norhaven’s capital"
    for name in names.iter_mut().filter(|name| ministry(name)) {
        let capital = text[name.span.end..span.end]
            .strip_prefix(" in ")
            .and_then(|rest| STATE_PHRASES.longest_at(rest))
            .filter(|(_, state)| state.basis == CountryBasis::Capital);
        if let Some((_, state)) = capital {
            (name.country, name.basis) = (Some(state.code), Some(state.basis));
        }
    }
    for (span, kind) in found {
        let (country, basis) = state.map_or((None, None), |(country, basis)| (Some(country), basis));
        names.push(Name { span, kind, country, basis, adjective: false });
    }
    names.sort_by_key(|name| name.span.start);
}

/// The one state whose ministries, forces and officers a sentence names.
fn state_of_offices(text: &str, span: Span, names: &[Name]) -> Option<(CountryCode, Option<CountryBasis>)> {
    let mut found: Option<(CountryCode, Option<CountryBasis>)> = None;
    for name in names {
        let Some(country) = name.country else { continue };
        // "the army bought tanks from the Bundeswehr": whose army it is not.
        if [" from ", " from the "].iter().any(|lead| text[span.start..name.span.start].ends_with(lead)) {
            continue;
        }
        let rest = &text[name.span.end..span.end];
        let rest = ["’s ", "'s ", " "].iter().find_map(|link| rest.strip_prefix(link)).unwrap_or("");
        let next = rest.split([' ', ',', '.', ';']).next().unwrap_or("");
        let office = matches!(name.kind, PartyKind::Ministry | PartyKind::Agency | PartyKind::Military)
            || name.kind == PartyKind::State
                && (OFFICES.get(next).is_some()
                    || matches!(next, "official" | "officials" | "defence" | "defense" | "government"))
            || name.kind == PartyKind::Person;
        if office {
            if found.is_some_and(|(known, _)| known != country) {
                return None;
            }
            found = Some((country, name.basis));
        }
    }
    found
}

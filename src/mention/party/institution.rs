//! `Norhaven’s defence ministry`, `the Department of National Defence (DND)`: bodies of a state.

use super::{MOST_WORDS, Name};
use crate::lexicon::holds::Holds;
use crate::lexicon::names::{BEFORE_BODIES, SENT_GOODS};
use crate::lexicon::news::{INSTITUTIONS, Institution, OFFICE_NOUNS};
use crate::lexicon::state::STATE_PHRASES;
use crate::model::{CountryBasis, CountryCode, PartyKind};
use crate::span::Span;

/// `DoD`, `QEAF`: what a name of capitals alone stands for, where that is fixed.
pub(super) fn abbreviation_country(name: &str) -> Option<CountryCode> {
    if ["Royal Navy", "Royal Air Force", "British Army"].contains(&name) {
        return Some(CountryCode::new("GB"));
    }
    if name.starts_with("Department of National Defence") {
        return Some(CountryCode::new("CA"));
    }
    let us = ["DoD", "Defense Department", "State Department", "Department of State", "Congress"]
        .iter()
        .any(|known| name.contains(known));
    us.then(|| CountryCode::new("US"))
}

pub(super) const fn party_kind(kind: Institution) -> PartyKind {
    match kind {
        Institution::Ministry => PartyKind::Ministry,
        Institution::Military => PartyKind::Military,
        Institution::Agency => PartyKind::Agency,
        Institution::Government => PartyKind::State,
    }
}

/// `’s Ministry of Defence`, ` Air Force` behind a state's name: the whole and its kind.
pub(super) fn institution(text: &str, stretch: Span, state: Span) -> (Span, PartyKind) {
    let after = &text[state.end..stretch.end];
    let rest = ["’s ", "'s ", "’ ", "' ", " "].iter().find_map(|link| after.strip_prefix(link));
    let Some(rest) = rest else { return (state, PartyKind::State) };
    // "Royal Australian Navy": the state may stand in the middle.
    let before = &text[stretch.start..state.start];
    let start = if before.ends_with("Royal ") { state.start - 6 } else { state.start };
    let mut offset = 0;
    // Up to four modifiers: "Federal", "own National", "Maritime".
    for _ in 0..5 {
        let tail = &rest[offset..];
        if let Some((length, kind)) = INSTITUTIONS.longest_at(tail) {
            let end = stretch.end - rest.len() + offset + length;
            // "the Ukrainian state arms trader": an adjective.
            // "the Norhaven state-owned firm"
            if text[end..stretch.end].starts_with('-') {
                break;
            }
            let next = text[end..stretch.end].strip_prefix(' ').and_then(|next| next.chars().next());
            if tail[..length] == *"state" && next.is_some_and(char::is_lowercase) {
                break;
            }
            // "will send Norhaven military equipment": what is sent, and to whom.
            let goods = || SENT_GOODS.begin(text[end..stretch.end].trim_start());
            if tail[..length] == *"military" && goods() {
                break;
            }
            // "government forces", "army general": a noun behind goes on only for institutions of more words.
            let whole = Span::new(start, end);
            // "Norhaven State Defence Procurement Centre": the office goes on behind the word of state.
            if kind == Institution::Government
                && tail.starts_with(char::is_uppercase)
                && let Some(found) =
                    office(text, stretch, Span::new(start, state.end), rest).filter(|(span, _)| span.end > end)
            {
                return found;
            }
            // `U.S. Army Contracting Command`: an office of the force.
            let rest = text[end..stretch.end].strip_prefix(' ');
            if let Some((span, kind)) =
                rest.filter(|_| kind == Institution::Military).and_then(|rest| office(text, stretch, whole, rest))
            {
                return (span, kind);
            }
            return (whole, party_kind(kind));
        }
        let word = tail.split(' ').next().unwrap_or("");
        let modifier = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
            || BEFORE_BODIES.has(word);
        if !modifier || word.is_empty() || offset + word.len() + 1 > tail.len() + offset {
            break;
        }
        offset += word.len() + 1;
        if offset >= rest.len() {
            break;
        }
    }
    office(text, stretch, Span::new(start, state.end), rest).unwrap_or((state, PartyKind::State))
}

/// `Norwegian Defence Materiel Agency`: capitalised words behind a state that end as offices do.
pub(super) fn office(text: &str, stretch: Span, state: Span, rest: &str) -> Option<(Span, PartyKind)> {
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let link = |word: &&str| matches!(*word, "of" | "and" | "for" | "&");
    let mut length = 0;
    let mut best = None;
    let mut headed = false;
    for word in rest.split(' ').take(MOST_WORDS).take_while(|word| capital(word) || link(word)) {
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        if OFFICE_NOUNS.get(bare).is_some() && length > 0 {
            best = Some(length + bare.len());
        }
        // "Norhaven Centre for Defence Investments"
        if headed && capital(&bare) {
            best = Some(length + bare.len());
        }
        // "Norhaven’s Federal Office for Defence Procurement"; "the Norhaven Procurement Office for Ardenia" ends at the office.
        let behind = rest.get(length + word.len() + 1..).unwrap_or("");
        headed |= word == "for"
            && length > 0
            && OFFICE_NOUNS.get(rest[..length].trim_end().last_word()).is_some()
            && STATE_PHRASES.longest_at(behind).is_none();
        if bare.len() < word.len() {
            break;
        }
        length += word.len() + 1;
    }
    let end = stretch.end - rest.len() + best?;
    Some((Span::new(state.start, end), PartyKind::Agency)).filter(|(span, _)| span.of(text).contains(' '))
}

/// `Procurement Directorate` of "the Procurement Directorate of the Norwegian Ministry of Defence": an office that no table has, with the land
/// of the ministry or the force that it belongs to.
pub(super) fn office_of_a_land(text: &str, stretch: Span, span: Span) -> Name {
    let rest = Span::new(span.end, stretch.end).of(text);
    let land = rest.strip_prefix(" of the ").and_then(|owner| {
        let (length, state) = STATE_PHRASES.longest_at(owner)?;
        let behind = owner[length..].trim_start_matches(['’', '\'', 's']).strip_prefix(' ')?;
        INSTITUTIONS.longest_at(behind).map(|_| state)
    });
    Name {
        span,
        kind: PartyKind::Agency,
        country: land.map(|state| state.code),
        basis: land.map(|state| state.basis),
        adjective: false,
    }
}

/// ` of Norhaven` behind an office's name belongs to it: the whole, and the state.
pub(super) fn of_a_state(text: &str, stretch: Span, office: Span) -> (Span, Option<(CountryCode, CountryBasis)>) {
    let rest = Span::new(office.end, stretch.end).of(text);
    [" of the Republic of ", " of the Kingdom of ", " of the State of ", " of the ", " of "]
        .iter()
        .find_map(|link| {
            let (length, state) =
                STATE_PHRASES.longest_at(rest.strip_prefix(link)?).filter(|(_, state)| !state.adjective)?;
            // "notified Congress of Norhaven’s request": of what, and not whose.
            let owner = rest[link.len() + length..].starts_with(['’', '\'']);
            if owner && office.of(text).eq_ignore_ascii_case("congress") {
                return None;
            }
            Some((Span::new(office.start, office.end + link.len() + length), Some((state.code, state.basis))))
        })
        .unwrap_or((office, None))
}

/// `PEO Missiles and Space`, `Program Executive Office Soldier`: how long the name of an office is that buys for American forces.
pub(super) fn executive_office(rest: &str) -> Option<usize> {
    let title = ["PEO ", "Program Executive Office "].iter().find(|title| rest.starts_with(**title))?;
    let mut length = title.len() - 1;
    let mut open = length;
    for word in rest[title.len()..].split(' ').take(7) {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        let bare = bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s")).unwrap_or(bare);
        open += 1 + word.len();
        if bare.starts_with(char::is_uppercase) {
            length = open - (word.len() - bare.len());
        } else if !matches!(word, "and" | "for" | "&") {
            break;
        }
        if bare.len() < word.len() {
            break;
        }
    }
    (length >= title.len()).then_some(length)
}

/// ` (DND)` behind a name belongs to it.
pub(super) fn bracketed(text: &str, stretch: Span, span: Span) -> Span {
    let rest = &text[span.end..stretch.end];
    if let Some(inner) = rest.strip_prefix(" (")
        && let Some(close) = inner.find(')')
    {
        let body = &inner[..close];
        let short = (2..=10).contains(&body.len())
            && body.chars().next().is_some_and(char::is_uppercase)
            && body.chars().filter(|c| c.is_uppercase()).count() >= 2
            && body.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '&'));
        if short {
            return Span::new(span.start, span.end + 2 + close + 1);
        }
    }
    span
}

/// `Naval Facilities Command (NAVFAC) Northwest`: a capitalised word behind the bracket.
pub(super) fn with_place(text: &str, stretch: Span, span: Span) -> Span {
    let rest = &text[span.end..stretch.end];
    if !span.of(text).ends_with(')') {
        return span;
    }
    let word = rest.strip_prefix(' ').map_or("", |rest| rest.split(' ').next().unwrap_or(""));
    let capital =
        word.len() > 2 && word.chars().next().is_some_and(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    if capital { Span::new(span.start, span.end + 1 + word.len()) } else { span }
}

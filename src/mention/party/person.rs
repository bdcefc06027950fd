//! `President Hugo Hale of Norhaven`: persons who stand for a state.

use super::Name;
use super::institution::of_a_state;
use crate::lexicon::holds::Holds;
use crate::lexicon::names::HEADS_OF_STATE;
use crate::lexicon::news::{LEADERS, OFFICES};
use crate::model::{CountryCode, PartyKind};
use crate::span::Span;

/// `Norhaven’s President Ivo Hale`, `President Hugo Hale of Norhaven`: the state of a head of state or government who is named with it.
pub(super) fn heads(text: &str, stretch: Span, state: Option<&Name>, person: Span) -> Option<CountryCode> {
    let head = |words: &str| {
        let bytes = words.as_bytes();
        HEADS_OF_STATE.each().any(|office| {
            let length = office.len();
            let opens = bytes.get(..length).is_some_and(|head| head.eq_ignore_ascii_case(office.as_bytes()))
                && bytes.get(length) == Some(&b' ');
            let closes = bytes.len() >= length && bytes[bytes.len() - length..].eq_ignore_ascii_case(office.as_bytes());
            opens || closes
        }) && !words.contains("vice ")
            && !words.contains("Vice ")
    };
    let before = Span::new(stretch.start, person.start).of(text).trim_end();
    // "President of Norhaven Ivo Hale"
    let of_state = state.filter(|state| Span::new(state.span.end, person.start).of(text) == " ").is_some_and(|state| {
        Span::new(stretch.start, state.span.start).of(text).trim_end().strip_suffix(" of").is_some_and(head)
    });
    let named = head(person.of(text)) || head(before) || of_state;
    if !named {
        return None;
    }
    // "President Hale": the surname of one who stands for a state.
    let surname = person.of(text).split_once(' ').map_or("", |(_, rest)| rest);
    if let Some((length, leader)) = LEADERS.longest_at(surname)
        && length == surname.len()
    {
        return Some(leader.country());
    }
    let state_of = state.filter(|state| {
        state.country.is_some()
            && state.kind == PartyKind::State
            && Span::new(state.span.end, person.start).of(text) == " "
            && Span::new(stretch.start, state.span.start).of(text).trim_end().ends_with(" of")
    });
    if let Some(state) = state_of {
        return state.country;
    }
    let (_, of) = of_a_state(text, stretch, person);
    if let Some((code, _)) = of {
        return Some(code);
    }
    let state = state.filter(|state| state.country.is_some() && state.kind == PartyKind::State)?;
    let gap = Span::new(state.span.end, person.start).of(text);
    let near = gap.len() <= 24
        && !gap.contains([',', '.', ';'])
        && (gap.starts_with(' ') || gap.starts_with('’') || gap.starts_with('\''));
    let between = gap.trim_start_matches(['’', '\'']).trim_start_matches("s ").trim();
    let only_office = between.is_empty() || head(between) && between.split(' ').count() <= 2;
    if near && only_office { state.country } else { None }
}

/// `Ivo Hale` in "the Prime Minister of Norhaven Ivo Hale": an office of the state right before makes a name a person's.
pub(super) fn is_an_officer(text: &str, stretch: Span, state: Option<&Name>, name: Span) -> bool {
    let words = |span: Span| span.of(text).trim_end().last_word();
    let office = |before: usize| OFFICES.get(words(Span::new(stretch.start, before))).is_some();
    let of_state = state.filter(|state| state.is_state() && Span::new(state.span.end, name.start).of(text) == " ");
    office(name.start)
        || of_state.is_some_and(|state| {
            let before = Span::new(stretch.start, state.span.start).of(text).trim_end();
            // "the ambassador to Norhaven Ivo Hale"
            ["of", "to", "to the", "of the"]
                .iter()
                .find_map(|link| before.strip_suffix(link))
                .is_some_and(|before| before.ends_with(' ') && office(stretch.start + before.len()))
        })
}

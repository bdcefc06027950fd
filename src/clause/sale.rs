//! Sale notices: `The Government of Ardenia has requested to buy twelve (12) fire units. The principal contractor will be Velmark Inc., Austin, Texas.`
//!
//! ```text
//! buyer       = "Sale to" [ "the" ] ( "Government of" [ "the" ] state | name ) ( "of" | "for" )
//! contractors = "principal contractor" [ "s" ] ( "will be" | "is" | "are" ) name [ "," | "located in" | "of" ] place { ";" … }
//! transmittal = "Transmittal No" [ "." | ":" ] number "-" number
//! ```

use std::borrow::Cow;

use super::place::{country, drop_and, ends_place, split, us_state};
use super::supplier::suppliers;
use super::{find, trim, trim_matches};
use crate::lexicon::holds::Holds;
use crate::lexicon::state::STATE_PHRASES;
use crate::model::{CountryBasis, CountryCode, Identifier, Party, PartyKind, Scheme, TextSpan};
use crate::span::Span;

/// The most contractors that one notice names; a longer list is cut there.
const MOST_CONTRACTORS: usize = 64;

/// `Government of Ardenia`: the buyer whose name begins a stretch behind "Sale to" or "Purchaser:", and where it ends.
#[must_use]
pub fn buyer(text: &str, stretch: Span) -> Option<Party<'_>> {
    const TITLES: [&str; 12] = [
        "Government of the ",
        "Government of ",
        "Kingdom of the ",
        "Kingdom of ",
        "Republic of the ",
        "Republic of ",
        "State of ",
        "Sultanate of ",
        "Federal Republic of ",
        "Commonwealth of ",
        "United Mexican ",
        "Hashemite Kingdom of ",
    ];
    let inner = stretch.of(text);
    let bare = inner.trim_start_matches([' ', ':', '\u{a0}', '\n']);
    let bare = bare.strip_prefix("the ").or_else(|| bare.strip_prefix("The ")).unwrap_or(bare);
    let start = stretch.end - bare.len();
    let titled = TITLES.iter().find(|title| bare.starts_with(**title)).map_or(0, |title| title.len());
    // "Government of the Republic of Ardenia" has a second title.
    let second = TITLES.iter().find(|title| bare[titled..].starts_with(**title)).map_or(0, |title| title.len());
    let named = [titled + second, titled, 0].into_iter().find_map(|from| {
        let (length, state) = STATE_PHRASES.longest_at(&bare[from..])?;
        Some((from + length, state))
    });
    if let Some((end, state)) = named.filter(|(_, state)| !state.adjective && state.basis == CountryBasis::Name) {
        let mut party = Party::new(Span::new(start, start + end), text, PartyKind::State);
        party.country = Some(state.code);
        party.country_basis = Some(CountryBasis::Name);
        return Some(party);
    }
    // `the Taipei Economic and Cultural Representative Office in the United States (TECRO) of …`
    let end =
        [" of ", " for ", ",", ".", "\n", " ("].iter().filter_map(|stop| bare.find(stop)).min().unwrap_or(bare.len());
    let name = trim(text, Span::new(start, start + end));
    let fits = name.of(text).starts_with(|c: char| c.is_uppercase()) && name.end - name.start < 120;
    fits.then(|| {
        let mut party = Party::new(name, text, PartyKind::Organisation);
        if let Some((_, state)) = STATE_PHRASES.longest_at(name.of(text)) {
            party.country = Some(state.code);
            party.country_basis = Some(state.basis);
        }
        party
    })
}

/// The principal contractors that a sentence names.
#[must_use]
pub fn contractors(text: &str, sentence: Span) -> Vec<Party<'_>> {
    const LINKS: [&str; 9] =
        [" will be the ", " will be ", " are: ", " are the ", " are ", " is the ", " is ", " include ", ": "];
    let inner = sentence.of(text);
    let Some(at) = ["rincipal contractor", "rime contractor"].iter().filter_map(|word| inner.place_of(word)).min()
    else {
        return Vec::new();
    };
    let behind = &inner[at..];
    let Some((link, length)) = LINKS
        .iter()
        .filter_map(|link| Some((behind.place_of(link)?, link.len())))
        .min_by_key(|(at, length)| (*at, usize::MAX - length))
    else {
        return Vec::new();
    };
    let list = trim(text, Span::new(sentence.start + at + link + length, sentence.end));
    let unknown = ["determined", "unknown", "selected", "chosen", "not known", "not yet"]
        .iter()
        .any(|word| list.of(text).holds(word));
    if unknown || !list.of(text).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for chunk in split(text, list, b';') {
        for part in apart(text, drop_and(text, chunk)) {
            if found.len() >= MOST_CONTRACTORS {
                return found;
            }
            if let Some(party) = located(text, part) {
                found.push(party);
            } else {
                found.extend(suppliers(text, part, &[]).0.into_iter().map(|bidder| bidder.party));
            }
        }
    }
    found
}

/// `Velmark in Austin, Texas, and Norhaven in Lima, Ohio`: a further contractor begins behind a state and "and".
fn apart(text: &str, chunk: Span) -> Vec<Span> {
    let parts: Vec<Span> = split(text, chunk, b',').collect();
    let mut found = Vec::new();
    let mut start = chunk.start;
    for (i, part) in parts.iter().enumerate() {
        let state = part.of(text).trim();
        let next = parts.get(i + 1).map_or("", |next| next.of(text).trim_start());
        // `…, Texas and Norhaven, Lima, Ohio`
        if let Some(at) = state.place_of(" and ").filter(|at| i > 0 && ends_place(&state[..*at])) {
            let from = part.start + part.of(text).find(state).unwrap_or(0);
            found.push(Span::new(start, from + at));
            start = from + at + 5;
        } else if i > 0 && ends_place(state) && (next.starts_with("and ") || !next.is_empty() && i + 2 < parts.len()) {
            found.push(Span::new(start, part.end));
            start = parts.get(i + 1).map_or(chunk.end, |next| next.start);
        }
    }
    if start < chunk.end {
        found.push(Span::new(start, chunk.end));
    }
    found
        .into_iter()
        .map(|span| trim(text, drop_and(text, trim(text, span))))
        .filter(|span| span.start < span.end)
        .collect()
}

/// `Velmark Corporation, located in Austin, Texas`
fn located(text: &str, part: Span) -> Option<Party<'_>> {
    const LINKS: [&str; 10] = [
        ", located in ",
        " located in ",
        ", headquartered in ",
        " headquartered in ",
        ", located at ",
        " located at ",
        ", of ",
        " of ",
        " in ",
        " at ",
    ];
    LINKS.iter().find_map(|link| {
        let at = find(text, part, link)?;
        let place = trim(text, Span::new(at + link.len(), part.end));
        let last = split(text, place, b',').last().map(|last| last.of(text).trim().to_owned())?;
        if !ends_place(&last) {
            return None;
        }
        let name = trim_matches(text, Span::new(part.start, at), |c: char| c.is_whitespace() || c == ',');
        let mut party = Party::new(name, text, PartyKind::Company);
        party.country = if us_state(&last) { Some(CountryCode::new("US")) } else { country(&last) };
        party.country_basis = party.country.map(|_| CountryBasis::Place);
        party.place = Some(TextSpan::new(place, text));
        Some(party)
    })
}

/// `Transmittal No. 24-15`: the number, wherever it stands in a stretch.
#[must_use]
pub fn transmittal(text: &str, stretch: Span) -> Option<Identifier<'_>> {
    let at = find(text, stretch, "ransmittal N")?;
    let behind = text.get(at..stretch.end)?;
    // "No", "Nos.", "Number:" and then the number.
    let from = behind.find(|c: char| c.is_ascii_digit()).filter(|from| *from < 28)?;
    let number = &behind[from..];
    let length = number.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
    let number = number.get(..length)?;
    let (year, serial) = number.split_once('-')?;
    let fits = year.len() == 2 && (2..=4).contains(&serial.len()) && year.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| {
        let span = Span::new(at + from, at + from + length);
        Identifier::new(span, text, Scheme::DscaTransmittal, Cow::Borrowed(span.of(text)))
    })
}

//! Places: `Fort Worth, Texas (57 percent); Cameri, Italy (4 percent); and various locations (2 percent)`.
//!
//! ```text
//! places = place { ( ";" | "," ) [ "and" ] place }
//! place  = [ city "," ] [ region "," ] state [ "(" number ( "percent" | "%" ) ")" ]
//! ```

use std::borrow::Cow;

use super::trim_matches;
use crate::lexicon::procurement::STATE_NAMES;
use crate::lexicon::state::state;
use crate::model::{CountryBasis, CountryCode, Place};
use crate::span::Span;

/// The most places that one list may name; a longer one is cut there.
pub const MOST_PLACES: usize = 256;

/// `Texas`, `Va.`: a state of the United States
#[must_use]
pub fn us_state(name: &str) -> bool {
    STATE_NAMES.get(name.trim()).is_some() || STATE_NAMES.get(name.trim().trim_end_matches('.')).is_some()
}

/// `Italy`, `United Kingdom`: another state, and its code
#[must_use]
pub fn country(name: &str) -> Option<CountryCode> {
    let name = name.trim();
    let name = name.strip_prefix("the ").unwrap_or(name);
    state(name).filter(|state| state.basis == CountryBasis::Name).map(|state| state.code)
}

/// `Ontario`: a part of a state that stands between a city and its country
fn region(name: &str) -> bool {
    const REGIONS: [&str; 22] = [
        "Ontario",
        "Quebec",
        "British Columbia",
        "Alberta",
        "Nova Scotia",
        "Manitoba",
        "Saskatchewan",
        "New Brunswick",
        "Newfoundland",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
        "Bavaria",
        "New South Wales",
        "Victoria",
        "Queensland",
        "South Australia",
        "Western Australia",
        "Okinawa",
        "Scotland",
        "Ont.",
    ];
    REGIONS.contains(&name.trim())
}

/// Whether a name ends a place: a state, a country, a region.
#[must_use]
pub fn ends_place(name: &str) -> bool {
    us_state(name) || country(name).is_some() || region(name)
}

/// The places of a list.
#[must_use]
pub fn places<'t>(text: &'t str, list: Span) -> Vec<Place<'t>> {
    let mut found = Vec::new();
    for chunk in split(text, list, ';') {
        let parts: Vec<Span> = split(text, chunk, ',')
            .into_iter()
            .flat_map(|part| states_apart(text, drop_and(text, part)))
            .filter(|part| part.start < part.end)
            .collect();
        let mut at = 0;
        while at < parts.len() && found.len() < MOST_PLACES {
            let (end, percent) = place_at(text, &parts, at);
            let span = Span::new(parts[at].start, name_end(text, parts[end]));
            let mut place = Place::new(span, text);
            place.percent = percent;
            if !place.text.is_empty() {
                found.push(place);
            }
            at = end + 1;
        }
    }
    found
}

/// `Pennsylvania and North Carolina`: two states
fn states_apart(text: &str, part: Span) -> impl Iterator<Item = Span> {
    let inner = part.of(text);
    // `Missouri (55 percent). and Lima`: a slip for a comma.
    let slip = ["percent). and ", "percent) and ", "%) and ", "percent); and "].iter().find_map(|mark| {
        let at = inner.find(mark)?;
        Some((at + mark.find(')').unwrap_or(0) + 1, at + mark.len()))
    });
    let and = slip.is_none().then_some(inner).and_then(|inner| {
        inner.match_indices(" and ").map(|(at, _)| at).find(|at| {
            let left = &inner[..*at];
            let right = inner[at + 5..].split(" (").next().unwrap_or("");
            ends_place(left.split(" (").next().unwrap_or(left)) && ends_place(right)
        })
    });
    let (first, second) = match slip.or(and.map(|at| (at, at + 5))) {
        Some((end, next)) => (Span::new(part.start, part.start + end), Some(Span::new(part.start + next, part.end))),
        None => (part, None),
    };
    std::iter::once(first).chain(second)
}

/// Which part ends the place that begins at part `at`, and the percentage behind it.
fn place_at<'t>(text: &'t str, parts: &[Span], at: usize) -> (usize, Option<Cow<'t, str>>) {
    let name = |i: usize| parts.get(i).map(|part| Span::new(part.start, name_end(text, *part)).of(text)).unwrap_or("");
    let mut end = at;
    if percent_of(parts[at].of(text)).is_none() {
        let alone = us_state(name(at)) || country(name(at)).is_some();
        let next = name(at + 1);
        // "Washington, District of Columbia" and "New York, New York" are cities of states' names.
        let city_of_state =
            alone && (next == "District of Columbia" || next == "D.C." || next == name(at) && us_state(next));
        if (!alone || city_of_state) && ends_place(next) {
            end = at + 1;
            if percent_of(parts[end].of(text)).is_none()
                && (region(next) || !us_state(next))
                && country(name(end + 1)).is_some()
            {
                end += 1;
            }
        } else if !alone && region(name(at + 1)) && country(name(at + 2)).is_some() {
            end = at + 2;
        } else if !alone
            && ends_place(name(at + 2))
            && !ends_place(next)
            && percent_of(parts[at + 1].of(text)).is_none()
            && (base(name(at)) || base(next))
        {
            // "Naval Station Norfolk, Norfolk, Virginia"
            end = at + 2;
        }
    }
    (end, percent_of(parts[end].of(text)))
}

/// A name of an installation, which a city may follow.
fn base(name: &str) -> bool {
    [
        "Base", "Fort", "Camp", "Naval", "Station", "Arsenal", "Depot", "Center", "AFB", "Joint", "Yard", "Island",
        "Field", "Barracks", "Marine", "Shipyard",
    ]
    .iter()
    .any(|word| name.split(' ').any(|part| part == *word))
}

/// Where the name ends: before the bracket with the percentage.
fn name_end(text: &str, part: Span) -> usize {
    let inner = part.of(text);
    let cut = match inner.find('(') {
        Some(at) if percent_of(inner).is_some() => at,
        _ => inner.len(),
    };
    part.start + inner[..cut].trim_end().len()
}

/// `(57 percent)`, `(96%)`, `(60.5 percent each)`: the number
#[must_use]
pub fn percent_of(part: &str) -> Option<Cow<'_, str>> {
    let mut rest = part;
    while let Some(at) = rest.find('(') {
        let inner = rest.get(at + 1..)?;
        let digits = inner.trim_start();
        let length = digits.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let after = digits.get(length..)?.trim_start();
        if length > 0 && (after.starts_with("percent") || after.starts_with('%') || after.starts_with("per cent")) {
            return digits.get(..length).map(|number| Cow::Borrowed(number.trim_end_matches('.')));
        }
        rest = inner;
    }
    // `50 percent in Dallas` is rare and has no bracket.
    None
}

/// The pieces between `mark`s that stand outside brackets.
pub(crate) fn split(text: &str, span: Span, mark: char) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0_u32, span.start);
    for (at, c) in span.of(text).char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if c == mark && depth == 0 => {
                found.push(Span::new(start, span.start + at));
                start = span.start + at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(Span::new(start, span.end));
    found
}

/// The piece without white space at its ends and an "and" before it.
pub(crate) fn drop_and(text: &str, part: Span) -> Span {
    let part = trim_matches(text, part, char::is_whitespace);
    let inner = part.of(text);
    let cut = ["and ", "and\u{a0}", "or ", "in ", "at "]
        .iter()
        .find_map(|word| inner.strip_prefix(word))
        .map_or(0, |rest| inner.len() - rest.len());
    trim_matches(text, Span::new(part.start + cut, part.end), char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        places(text, Span::new(0, text.len()))
            .iter()
            .map(|place| format!("{} {}", place.text, place.percent.as_deref().unwrap_or("-")))
            .collect()
    }

    #[test]
    fn lists_of_places() {
        assert_eq!(
            read(
                "Fort Worth, Texas (57 percent); Cameri, Italy (4 percent); and various locations outside the U.S. (2 percent)"
            ),
            ["Fort Worth, Texas 57", "Cameri, Italy 4", "various locations outside the U.S. 2"]
        );
        assert_eq!(
            read("Alabama, Arkansas, Florida, and South Carolina"),
            ["Alabama -", "Arkansas -", "Florida -", "South Carolina -"]
        );
        assert_eq!(
            read("Titusville, Florida (10%), and Lima, Ohio (90%)"),
            ["Titusville, Florida 10", "Lima, Ohio 90"]
        );
        assert_eq!(
            read("Washington, District of Columbia; and Greece"),
            ["Washington, District of Columbia -", "Greece -"]
        );
        assert_eq!(read("Ottawa, Ontario, Canada"), ["Ottawa, Ontario, Canada -"]);
    }
}

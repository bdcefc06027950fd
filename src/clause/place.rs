//! Places: `Fort Worth, Texas (57 percent); Cameri, Italy (4 percent); and various locations (2 percent)`.
//!
//! ```text
//! places = place { ( ";" | "," ) [ "and" ] place }
//! place  = [ city "," ] [ region "," ] state [ "(" number ( "percent" | "%" ) ")" ]
//! ```

use std::borrow::Cow;

use super::trim_matches;
use crate::lexicon::holds::Holds;
use crate::lexicon::letters::list_marks;
use crate::lexicon::procurement::STATE_NAMES;
use crate::lexicon::state::state;
use crate::model::{CountryBasis, CountryCode, Place};
use crate::span::Span;

/// The most places that one list may name; a longer one is cut there.
pub const MOST_PLACES: usize = 256;

/// `Texas`, `Va.`: a state of the United States
#[must_use]
pub fn us_state(name: &str) -> bool {
    let name = name.trim();
    let named = |name: &str| STATE_NAMES.begin(name) == Some(name.len());
    named(name) || name.ends_with('.') && named(name.trim_end_matches('.'))
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

/// A part of a list with what its name is: looked up once.
struct Part<'t> {
    start: usize,
    name: Span,
    words: &'t str,
    percent: Option<Cow<'t, str>>,
    kind: Name,
}

/// What a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    /// `Texas`
    UsState,
    /// `Italy`
    Country,
    /// `Ontario`
    Region,
    /// `Fort Worth`
    Other,
}

impl<'t> Part<'t> {
    fn new(text: &'t str, span: Span) -> Self {
        let percent = percent_of(span.of(text));
        let end = match span.of(text).find('(').filter(|_| percent.is_some() || tells_percent(span.of(text))) {
            Some(at) => span.start + span.of(text)[..at].trim_end().len(),
            None => span.end,
        };
        let name = Span::new(span.start, end);
        let words = name.of(text);
        let kind = if !words.starts_with(|c: char| c.is_uppercase() || c == 't') {
            Name::Other
        } else if us_state(words.strip_suffix(" area").or_else(|| words.strip_suffix(" region")).unwrap_or(words)) {
            Name::UsState
        } else if region(words) {
            Name::Region
        } else if country(words).is_some() {
            Name::Country
        } else {
            Name::Other
        };
        Self { start: span.start, name, words, percent, kind }
    }

    fn ends_a_place(&self) -> bool {
        self.kind != Name::Other
    }

    fn stands_alone(&self) -> bool {
        matches!(self.kind, Name::UsState | Name::Country)
    }
}

/// The places of a list.
#[must_use]
pub fn places<'t>(text: &'t str, list: Span) -> Vec<Place<'t>> {
    let mut found = Vec::new();
    let mut parts: Vec<Part<'t>> = Vec::new();
    let many = split(text, list, b';').nth(MOST_PLAIN_CHUNKS).is_some();
    for chunk in split(text, list, b';') {
        // `Ontario Canada, Midland (5 percent)` among others of one percentage each is one place, whatever stands in it.
        if many
            && let Some(place) =
                one_percentage(text, chunk).or_else(|| city_and_more(text, chunk)).filter(|_| found.len() < MOST_PLACES)
        {
            found.push(place);
            continue;
        }
        parts.clear();
        for part in split(text, chunk, b',') {
            let spans = states_apart(text, drop_and(text, part)).filter(|part| part.start < part.end);
            parts.extend(spans.map(|span| Part::new(text, span)));
        }
        let mut at = 0;
        while at < parts.len() && found.len() < MOST_PLACES {
            // `Bremerton, Washington, (3.6 percent)`: the percentage of the place before it.
            if parts[at].words.is_empty() {
                if let Some(last) = found.last_mut().filter(|last: &&mut Place<'t>| last.percent.is_none()) {
                    last.percent = parts[at].percent.take();
                }
                at += 1;
                continue;
            }
            let end = place_at(&parts, at);
            let mut place = Place::new(Span::new(parts[at].start, parts[end].name.end), text);
            place.percent = parts[end].percent.take();
            if !place.text.is_empty() {
                found.push(place);
            }
            at = end + 1;
        }
    }
    found
}

/// A list of so few chunks may have its commas between places.
const MOST_PLAIN_CHUNKS: usize = 2;

/// `Fort Worth, Texas (57 percent)`: a chunk whose only bracket is a percentage that ends it.
fn one_percentage(text: &str, chunk: Span) -> Option<Place<'_>> {
    let chunk = drop_and(text, chunk);
    let inner = chunk.of(text);
    let open = inner.find('(').filter(|open| inner.ends_with(')') && !inner[open + 1..].contains('('))?;
    let name = Span::new(chunk.start, chunk.start + inner[..open].trim_end_matches([' ', '\u{a0}', ',']).len());
    let few = name.of(text).matches(',').count() <= 2 && !name.of(text).holds(" and ");
    let percent = percent_of(inner).filter(|_| few && name.start < name.end)?;
    let mut place = Place::new(name, text);
    place.percent = Some(percent);
    Some(place)
}

/// `Derby, Kanas`: a city with what must be its state, in a list of places that semicolons part.
fn city_and_more(text: &str, chunk: Span) -> Option<Place<'_>> {
    let chunk = drop_and(text, chunk);
    let inner = chunk.of(text);
    let (city, state) = inner.split_once(", ")?;
    let name = |part: &str| {
        part.starts_with(|c: char| c.is_uppercase())
            && part.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b'.' | b'-' | b'\''))
            && part.split(' ').count() <= 3
    };
    let alone = us_state(city) || country(city).is_some();
    (name(city) && name(state) && !alone && !base(city) && !inner.holds(" and ")).then(|| Place::new(chunk, text))
}

/// `Pennsylvania and North Carolina`: two states
fn states_apart(text: &str, part: Span) -> impl Iterator<Item = Span> {
    let inner = part.of(text);
    // `Missouri (55 percent). and Lima`: a slip for a comma.
    let parted = inner.places_of(" and ").find_map(|at| {
        let left = inner[..at].trim_end_matches('.');
        if left.ends_with("percent)") || left.ends_with("%)") {
            return Some((left.len(), at + 5));
        }
        let right = inner[at + 5..].split(" (").next().unwrap_or("");
        // `Arizona and in Afghanistan`
        let (right, gap) = right.strip_prefix("in ").map_or((right, 5), |right| (right, 8));
        // `Elkton, Maryland and Lima, Ohio`: behind a state a further city begins. "Bosnia and Herzegovina" is one.
        let city = right.starts_with(|c: char| c.is_uppercase()) && (us_state(left) || country(left).is_some());
        let one = ends_place(inner);
        // `Colorado and various locations in Germany`
        let city = city || (us_state(left) || country(left).is_some()) && right.starts_with("various ");
        let parted = ends_place(left.split(" (").next().unwrap_or(left)) && (ends_place(right) || city) && !one;
        parted.then_some((at, at + gap))
    });
    let (first, second) = match parted {
        Some((end, next)) => (Span::new(part.start, part.start + end), Some(Span::new(part.start + next, part.end))),
        None => (part, None),
    };
    std::iter::once(first).chain(second)
}

/// Which part ends the place that begins at part `at`.
fn place_at(parts: &[Part<'_>], at: usize) -> usize {
    let first = &parts[at];
    if first.percent.is_some() {
        return at;
    }
    let ends = |i: usize| parts.get(i).is_some_and(Part::ends_a_place);
    let is = |i: usize, kind: Name| parts.get(i).is_some_and(|part| part.kind == kind);
    let words = |i: usize| parts.get(i).map_or("", |part| part.words);
    let marked = |i: usize| parts.get(i).is_some_and(|part| part.percent.is_some());
    let alone = first.stands_alone();
    // "Washington, District of Columbia" and "New York, New York" are cities of states' names.
    let next = words(at + 1);
    let city_of_state =
        alone && (next == "District of Columbia" || next == "D.C." || next == first.words && is(at + 1, Name::UsState));
    if (!alone || city_of_state) && ends(at + 1) {
        let further = !marked(at + 1) && !is(at + 1, Name::UsState) && is(at + 2, Name::Country);
        return at + 1 + usize::from(further);
    }
    let installed = |name: &str| base(name) || installation(name);
    let installation =
        !alone && ends(at + 2) && !ends(at + 1) && !marked(at + 1) && (installed(first.words) || installed(next));
    // "Naval Station Norfolk, Norfolk, Virginia"
    if installation { at + 2 } else { at }
}

/// `U.S. Velmark Academy`: a name of a place of work that firms bear as well, which a city may follow.
fn installation(name: &str) -> bool {
    [
        "Academy",
        "Ground",
        "Laboratory",
        "Plant",
        "Hospital",
        "Garrison",
        "Annex",
        "Airfield",
        "Airport",
        "Range",
        "Facility",
        "Reservation",
    ]
    .iter()
    .any(|word| name.split(' ').any(|part| part == *word))
}

/// A name of an installation, which a city may follow.
pub(crate) fn base(name: &str) -> bool {
    [
        "Base", "Fort", "Camp", "Naval", "Station", "Arsenal", "Depot", "Center", "AFB", "Joint", "Yard", "Island",
        "Field", "Barracks", "Marine", "Shipyard",
    ]
    .iter()
    .any(|word| name.split(' ').any(|part| part == *word))
}

/// `(57 percent)`, `(96%)`, `(60.5 percent each)`, `(one percent)`, `($7,573,652; 84 percent)`: the number
#[must_use]
pub fn percent_of(part: &str) -> Option<Cow<'_, str>> {
    const WORDS: [(&str, &str); 10] = [
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
    ];
    let of_percent = |after: &str| {
        let after = after.trim_start();
        ["percent", "Percent", "%", "per cent"].iter().any(|word| after.starts_with(word))
    };
    let mut rest = part;
    while let Some(at) = rest.find('(') {
        let inner = rest.get(at + 1..)?;
        let bracket = inner.trim_start();
        // An amount before the percentage: "($7,573,652; 84 percent)".
        let money = bracket.starts_with(['$', '€', '£']);
        let behind = || bracket.find(["; ", ", "][usize::from(!bracket.holds("; "))]).map(|at| &bracket[at + 2..]);
        let digits = if money { behind().unwrap_or(bracket) } else { bracket };
        let length = digits.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        if length > 0 && of_percent(digits.get(length..)?) {
            return digits.get(..length).map(|number| Cow::Borrowed(number.trim_end_matches('.')));
        }
        let word = WORDS.iter().find(|(word, _)| digits.strip_prefix(word).is_some_and(of_percent));
        if let Some((_, number)) = word {
            return Some(Cow::Borrowed(number));
        }
        rest = inner;
    }
    // `50 percent in Dallas` is rare and has no bracket.
    None
}

/// `(less than one percent)`: a bracket that tells of a percentage, whether or not it has a number of its own.
fn tells_percent(part: &str) -> bool {
    part.find('(').is_some_and(|at| part[at..].holds("percent") || part[at..].contains('%'))
}

/// The pieces between `mark`s that stand outside brackets.
pub(crate) fn split(text: &str, span: Span, mark: u8) -> impl Iterator<Item = Span> {
    let bytes = span.of(text).as_bytes();
    let mut marks = list_marks(bytes, mark);
    let mut from = Some(0);
    std::iter::from_fn(move || {
        let start = from?;
        let mut depth = 0_u32;
        // The marks are ASCII, so that a byte of another character is never one.
        let end = marks.find(|at| match bytes[*at] {
            b'(' | b'[' => {
                depth += 1;
                false
            }
            b')' | b']' => {
                depth = depth.saturating_sub(1);
                false
            }
            byte => byte == mark && depth == 0,
        });
        from = end.map(|end| end + 1);
        Some(Span::new(span.start + start, end.map_or(span.end, |end| span.start + end)))
    })
}

/// The piece without white space at its ends and an "and" before it.
pub(crate) fn drop_and(text: &str, part: Span) -> Span {
    let part = trim_matches(text, part, char::is_whitespace);
    let inner = part.of(text);
    if !matches!(inner.as_bytes().first(), Some(b'a' | b'i' | b'o')) {
        return part;
    }
    let link = |inner: &str| {
        ["and ", "and\u{a0}", "or ", "in ", "at "].iter().find_map(|word| Some(inner.strip_prefix(word)?.len()))
    };
    // `and in Bath, Maine`
    let rest = link(inner).map_or(inner.len(), |rest| link(&inner[inner.len() - rest..]).unwrap_or(rest));
    let cut = inner.len() - rest;
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

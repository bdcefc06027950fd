//! Customers and beneficiaries: `Using customers are Army, Navy and Air Force.` `This contract involves Foreign Military Sales to Japan.`

use super::place::{drop_and, split};
use super::{Pieces, find, trim, words_at};
use crate::lexicon::customers::{
    ARMED_NAMES, BEHIND_CUSTOMERS, BETWEEN_CUSTOMERS, CUSTOMER_BEGINNINGS, FORCE_NOUNS, MINISTRY_NOUNS,
    OFFICE_NAME_NOUNS, SERVICE_WORDS, SERVICES, SMALL_BEGINNINGS, STATE_TITLES, UNNAMED_OFFICES, US_TERRITORIES,
    WITHIN_OFFICES,
};
use crate::lexicon::holds::Holds;
use crate::lexicon::procurement::{Cue, Hit, service};
use crate::lexicon::state::STATE_PHRASES;
use crate::model::{CountryBasis, CountryCode, Party, PartyKind};
use crate::span::Span;

/// The most parties that one list may name.
pub const MOST_PARTIES: usize = 128;

/// The parties of a list "Army, Navy, and Defense Logistics Agency".
#[must_use]
pub fn using<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Vec<Party<'t>> {
    let Some(hit) = pieces.first(sentence, Cue::Using) else { return Vec::new() };
    let text = pieces.text;
    let mut found = Vec::new();
    let mut list = Span::new(hit.end, sentence.end);
    let stops = [" with a", ", with ", " and type of appropriation", " and location"];
    if let Some(at) = stops.iter().filter_map(|stop| find(text, list, stop)).min() {
        list = Span::new(list.start, at);
    }
    for part in parts(text, list) {
        let part = trim(text, drop_and(text, part));
        let part = strip(text, part, &["the ", "U.S. and "]);
        let name = part.of(text);
        let named = name.starts_with(|c: char| c.is_uppercase())
            || ["federal ", "all other ", "other ", "various ", "non-"].iter().any(|word| name.starts_with(word));
        if part.end > part.start && named && found.len() < MOST_PARTIES {
            found.push(party(text, part));
        }
    }
    found
}

/// Parts at commas, semicolons and at an "and" that links two names; "Health and Human Services" is one.
fn parts(text: &str, list: Span) -> Vec<Span> {
    let mut found = Vec::new();
    for chunk in split(text, list, b';').flat_map(|chunk| split(text, chunk, b',')) {
        let chunk = drop_and(text, chunk);
        let mut start = chunk.start;
        while let Some(at) = find(text, Span::new(start, chunk.end), " and ") {
            let left = trim(text, Span::new(start, at)).of(text);
            let right = Span::new(at + 5, chunk.end).of(text);
            if whole(left) && (whole_start(right)) {
                found.push(Span::new(start, at));
                start = at + 5;
            } else {
                break;
            }
        }
        found.push(Span::new(start, chunk.end));
    }
    found
}

/// A service or a name that stands alone on its side of "and".
fn whole(name: &str) -> bool {
    let name = name.strip_prefix("the ").unwrap_or(name);
    SERVICES.has(name)
        || name.ends_with("Agency")
        || name.ends_with("agencies")
        || name.ends_with("Service")
        || name.ends_with("Services")
        || name.ends_with("Affairs")
        || name.ends_with("Administration")
        || name.ends_with("Department")
        || name.ends_with("Bureau")
        || name.ends_with("Command")
        || name.ends_with("Guard")
        || name.ends_with("Board")
}

fn whole_start(name: &str) -> bool {
    // `Defense Logistics Agency and the Velmark Study Group`: an article begins a name of its own.
    if name.strip_prefix("the ").is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase())) {
        return true;
    }
    let name = name.strip_prefix("the ").unwrap_or(name);
    let foreign = name.strip_prefix("Royal ").unwrap_or(name);
    if STATE_PHRASES.longest_at(foreign).is_some()
        || ["all ", "various ", "other federal ", "other government ", "non-D"]
            .iter()
            .any(|word| name.starts_with(word))
    {
        return true;
    }
    CUSTOMER_BEGINNINGS.begin(name)
}

fn strip(text: &str, mut span: Span, words: &[&str]) -> Span {
    for word in words {
        if let Some(rest) = span.of(text).strip_prefix(word) {
            span = Span::new(span.end - rest.len(), span.end);
        }
    }
    span
}

/// A customer by its name: a service, an agency.
fn party(text: &str, span: Span) -> Party<'_> {
    let name = span.of(text);
    let military = SERVICE_WORDS.are_in(name);
    let kind = if military { PartyKind::Military } else { PartyKind::Agency };
    Party::new(span, text, kind)
}

/// `Foreign Military Sales customers`, `foreign navies`: end users whom the text does not name.
#[must_use]
pub fn end_users<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Vec<Party<'t>> {
    let users = pieces.hits_in(sentence).iter().filter(|hit| hit.what == Cue::EndUser).take(MOST_PARTIES);
    users.map(|hit| Party::new(Span::new(hit.start, hit.end), pieces.text, PartyKind::Unknown)).collect()
}

/// `the Velmark Command Directorate of Operations.`: the words behind "for" are a user and nothing more.
#[must_use]
pub fn is_user(text: &str) -> bool {
    // Nearly all things begin with a small word that begins no user's name.
    let small = text.bytes().take(9).take_while(u8::is_ascii_lowercase).count();
    if small > 0 && !SMALL_BEGINNINGS.has(&text[..small]) {
        return false;
    }
    let named = || {
        let start = text.len() - text.strip_prefix("the ").unwrap_or(text).len();
        service(&text[start..]).map(|length| start + length)
    };
    office(text).map(|(_, end)| end).or_else(named).is_some_and(|end| {
        let rest = text[end..].trim_start();
        // `Defense Health Agency (DHA)`
        let rest = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')).map_or(rest, |(_, behind)| behind);
        // `Navy (47) and the government of Japan (16)`: one user and another.
        let rest = rest.trim_start_matches(['.', ' ', ',']);
        rest.is_empty() || rest.starts_with("and the government")
    }) || unnamed_office(text)
}

/// `the Velmark Agency to procure support services`: who the words behind "for" name does something.
#[must_use]
pub fn user_acts(text: &str) -> bool {
    let name = text.strip_prefix("the ").unwrap_or(text);
    if !name.starts_with(|c: char| c.is_uppercase()) {
        return false;
    }
    let skipped = text.len() - name.len();
    let end = office(text).map(|(_, end)| end).or_else(|| service(name).map(|length| skipped + length));
    end.is_some_and(|end| {
        text[end..].strip_prefix(" to ").is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase()))
    })
}

/// `a training directorate.`: an office without a name, and nothing more.
fn unnamed_office(text: &str) -> bool {
    let phrase = text.trim_end_matches(['.', ' ', ',']);
    let article = ["a ", "an ", "the "].iter().any(|word| phrase.starts_with(word));
    article && phrase.len() < LONGEST_UNNAMED && UNNAMED_OFFICES.has(phrase.last_word())
}

/// A longer phrase is of more than an office.
const LONGEST_UNNAMED: usize = 60;

/// `the Program Executive Office Enterprise Information Systems`: the name of a service, agency or office that begins the text
/// behind an article.
fn office(text: &str) -> Option<(usize, usize)> {
    let start = text.len() - text.strip_prefix("the ").unwrap_or(text).len();
    let mut end = start;
    let mut heads = false;
    let mut at = start;
    for word in text[start..].split(' ').take(MOST_WORDS_OF_A_NAME) {
        let plain = word.trim_end_matches([',', '.', ';', ')', ':']);
        let bare = plain.strip_suffix("’s").or_else(|| plain.strip_suffix("'s")).unwrap_or(plain);
        let capital = bare.starts_with(|c: char| c.is_uppercase() || c == '(');
        let small = WITHIN_OFFICES.has(plain);
        if !capital && !small && !matches!(plain, "office" | "offices") {
            break;
        }
        at += word.len() + 1;
        if heads_an_office(bare) {
            heads = true;
            end = at - 1 - (word.len() - bare.len());
        } else if heads && capital && !bare.starts_with('(') && end + 1 == at - 1 - word.len() {
            // "Program Executive Office Enterprise Information Systems"
            if text[start..end].holds("Program Executive Office") || text[..end].ends_with("Technical") {
                end = at - 1 - (word.len() - bare.len());
            }
        } else if heads && matches!(plain, "of") {
            // "Directorate of Operations"
            let next = text.get(at..).and_then(|rest| rest.split([' ', ',', '.', ';']).next()).unwrap_or("");
            if next.starts_with(|c: char| c.is_uppercase()) {
                end = at + next.len();
            }
        }
        if plain.len() != word.len() {
            break;
        }
    }
    (heads && end > start).then_some((start, end))
}

/// The most words of an office's name.
const MOST_WORDS_OF_A_NAME: usize = 14;

/// `Directorate`: a noun that heads the name of an office.
fn heads_an_office(word: &str) -> bool {
    OFFICE_NAME_NOUNS.has(word)
}

/// `Afghan army and police` in a list of users is a foreign end user.
#[must_use]
pub fn beneficiaries_named<'t>(party: &Party<'t>) -> Option<Party<'t>> {
    // `Afghan army`, `Royal Australian Navy`; "Indian Health Service" is no one's army.
    let name = party.name.strip_prefix("Royal ").unwrap_or(&party.name);
    let (_, state) = STATE_PHRASES.longest_at(name)?;
    let armed = !state.adjective || ARMED_NAMES.are_in(&party.name);
    // Guam and Puerto Rico are the United States.
    let territory = US_TERRITORIES.each().any(|code| state.code == CountryCode::new(code));
    if territory || !armed {
        return None;
    }
    let mut foreign = party.clone();
    foreign.country = Some(state.code);
    foreign.country_basis = Some(state.basis);
    foreign.kind = PartyKind::State;
    Some(foreign)
}

/// `for the Navy`, `in support of the Air Force`, `the Army’s`: services, agencies and offices that a sentence says it is for.
#[must_use]
pub fn served<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Vec<Party<'t>> {
    let text = pieces.text;
    let inner = sentence.of(text);
    let mut found: Vec<Party<'t>> = Vec::new();
    let capital = |hit: &&Hit<Cue>| text[hit.start..].starts_with(|c: char| c.is_ascii_uppercase());
    // "… cartridges.U.S. Army": a cue may run on into what is cut off as the next sentence.
    let whole = |hit: &&Hit<Cue>| hit.what == Cue::Service && hit.end <= sentence.end;
    for hit in pieces.hits_in(sentence).iter().filter(whole).filter(capital) {
        let (start, end) = (hit.start - sentence.start, hit.end - sentence.start);
        let before = &inner[..start];
        let after = &inner[end..];
        let possessive = after.starts_with("’s ") || after.starts_with("'s ");
        let plain = after.is_empty() || after.starts_with([',', '.', ';', ')']) || BEHIND_CUSTOMERS.begin(after);
        if !(plain || possessive) || found.len() >= MOST_PARTIES {
            continue;
        }
        let near = before.strip_suffix("the ").unwrap_or(before);
        let linked = serving(near).is_some_and(|words| words != " support " || near.len() < before.len());
        // "the Navy and Marine Corps", "the Navy, Marine Corps, and Air Force"
        let listed = found.last().is_some_and(|last: &Party<'t>| {
            let between = &text[last.end..sentence.start + start];
            BETWEEN_CUSTOMERS.has(between)
        });
        let owned = possessive && (near.ends_with(" of ") || near.ends_with(" for ") || near.ends_with("support "));
        let base = after.starts_with(" at ") && near.ends_with(" of ");
        if (plain && linked || owned || listed) && !base {
            found.push(party(text, Span::new(sentence.start + start, sentence.start + end)));
        }
    }
    // `for the Velmark program office`
    for at in inner.places_of(" for the ").take(MOST_PARTIES) {
        let behind = &inner[at + 9..];
        if let Some((start, end)) = office(behind) {
            let after = &behind[end..];
            // "Command and Control" commands nothing.
            let ends = after.is_empty()
                || after.starts_with([',', '.', ';'])
                || !after.starts_with(" and Control")
                    && [" and ", " headquarters", " (", " to "].iter().any(|word| after.starts_with(word));
            let span = Span::new(sentence.start + at + 9 + start, sentence.start + at + 9 + end);
            if ends && !found.iter().any(|known| known.span().start < span.end && span.start < known.span().end) {
                found.push(party(text, span));
            }
        }
    }
    found.sort_by_key(|party| party.start);
    found.dedup_by(|a, b| a.name == b.name);
    found
}

/// The words that a customer stands behind.
const SERVING: [&str; 7] =
    ["in support of ", "on behalf of ", "services to ", "support to ", "used by ", " support ", " for "];

/// `in support of ` of "tests in support of ": the words that a customer stands behind.
fn serving(before: &str) -> Option<&'static str> {
    SERVING.into_iter().find(|words| before.ends_with(words))
}

/// Where the words stand that make a customer of who begins at a place.
#[must_use]
pub fn served_by(text: &str, sentence: Span, at: usize) -> Option<Span> {
    let before = &text[sentence.start..at.max(sentence.start)];
    let near = before.strip_suffix("the ").unwrap_or(before);
    serving(near).map(|words| words_at(sentence.start + near.len() - words.len(), words))
}

/// `to Japan`, `for the State of Qatar`, `(Morocco)`: the foreign buyers that a sentence names.
#[must_use]
pub fn beneficiaries<'t>(pieces: &Pieces<'_, 't>, sentence: Span, award: bool) -> Vec<Party<'t>> {
    let text = pieces.text;
    let inner = pieces.of(sentence);
    // "… this contract falls under the Foreign Military Sales program" may stand in another sentence than the buyer.
    let own = pieces.first(sentence, Cue::Fms).or_else(|| pieces.first(sentence, Cue::EndUser));
    let fms = own.or_else(|| pieces.hits.iter().find(|hit| award && hit.what == Cue::Fms).copied());
    let government = pieces.first(sentence, Cue::Cooperative);
    if fms.is_none() && government.is_none() {
        return Vec::new();
    }
    if inner.holds("is not a F") || inner.holds("not a foreign military") {
        return Vec::new();
    }
    let from = match (fms, government) {
        (Some(hit), _) if !award => sentence.start.max(hit.start.saturating_sub(200)),
        (Some(_), _) => sentence.start,
        (None, Some(hit)) => hit.start,
        (None, None) => return Vec::new(),
    };
    let mut found: Vec<Party<'t>> = Vec::new();
    let mut at = from;
    let capital = |byte: &u8| byte.is_ascii_uppercase() || !byte.is_ascii();
    while at < sentence.end {
        // Small letters and marks begin no name.
        match text.as_bytes()[at..sentence.end].iter().position(capital) {
            Some(skipped) => at += skipped,
            None => break,
        }
        let Some(rest) = text.get(at..sentence.end) else {
            at += 1;
            continue;
        };
        let begins = rest.starts_with(|c: char| c.is_uppercase())
            && (at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric());
        let state = if begins { STATE_PHRASES.longest_at(rest) } else { None };
        let Some((length, state)) = state.filter(|(_, state)| {
            state.code != CountryCode::new("US") && matches!(state.basis, CountryBasis::Name | CountryBasis::Demonym)
        }) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let before = &text[sentence.start..at];
        // Where another sentence speaks of the sale, the buyer is whom the thing is for.
        let is_for = || before.ends_with(" for ") || before.ends_with(" for the ") || before.ends_with(" to the ");
        if own.is_none() && government.is_none() && !is_for() {
            at += length;
            continue;
        }
        // A city's state ("Nagoya, Japan") is a place of work; "Canada Ltd." and "Kuwait Oil" are names.
        let follows = found.last().is_some_and(|last| text[last.end..at].trim_matches([' ', ',', ';']).is_empty());
        let (bare, stately) = untitled(before, rest);
        let placed = bare.ends_with(", ")
            && bare.trim_end_matches(", ").ends_with(|c: char| c.is_alphabetic() || stately && c == ')')
            && !follows
            && !listed(bare);
        let after = &rest[length..];
        if placed
            || after.starts_with(" (")
                && after.holds("percent")
                && !listed(before)
                && fms.is_none()
                && government.is_none()
            || state.ambiguous && us_place(text, sentence, at) && !listed(before)
        {
            at += length;
            continue;
        }
        let mut span = Span::new(at, at + length);
        span = with_title(text, sentence, span);
        if state.adjective
            || after.starts_with('’')
            || after.starts_with('\'')
            || after.starts_with(" National Guard")
            || after.starts_with(" Air Force")
            || after.starts_with(" Navy")
            || after.starts_with(" Army")
        {
            span = with_noun(text, sentence, span);
            if state.basis == CountryBasis::Demonym && span.end == at + length {
                at += length;
                continue;
            }
        }
        let mut party = Party::new(span, text, PartyKind::State);
        party.country = Some(state.code);
        party.country_basis = Some(state.basis);
        if !found.iter().any(|other| other.country == party.country) && found.len() < MOST_PARTIES {
            found.push(party);
        }
        at = span.end.max(at + length);
    }
    found
}

/// What stands before `Kingdom of Bahrain`, and whether there is such a title, before the name or in it.
fn untitled<'t>(before: &'t str, name: &str) -> (&'t str, bool) {
    const TITLES: [&str; 4] = ["Kingdom of ", "State of ", "Sultanate of ", "Republic of "];
    let bare = TITLES.iter().find_map(|title| before.strip_suffix(title));
    (bare.unwrap_or(before), bare.is_some() || TITLES.iter().any(|title| name.starts_with(title)))
}

/// A list of states goes on: "Japan, Norway", "governments of Japan (10 percent), ".
fn listed(before: &str) -> bool {
    let before = before.trim_end_matches([',', ' ']);
    let before =
        before.strip_suffix(')').and_then(|inner| inner.rfind('(').map(|at| inner[..at].trim_end())).unwrap_or(before);
    let word = before.rsplit([' ', '(']).next().unwrap_or("");
    STATE_PHRASES.get(word).is_some()
        || before.ends_with("Kingdom")
        || before.ends_with("Korea")
        || before.ends_with("Arabia")
        || before.ends_with("Emirates")
        || before.ends_with("Zealand")
}

/// "Macon, Georgia"
fn us_place(text: &str, sentence: Span, at: usize) -> bool {
    text[sentence.start..at].ends_with(", ")
}

/// `the State of Qatar`, `government of Japan`: the title before the name
fn with_title(text: &str, sentence: Span, span: Span) -> Span {
    let before = &text[sentence.start..span.start];
    for title in STATE_TITLES.each() {
        if let Some(rest) = before.strip_suffix(title) {
            let start = sentence.start + rest.len();
            if title.starts_with('g') {
                return span;
            }
            return Span::new(start, span.end);
        }
    }
    span
}

/// `Afghan army and police`, `Mexico’s secretary of national defense`: the noun behind the name
fn with_noun(text: &str, sentence: Span, span: Span) -> Span {
    let after = &text[span.end..sentence.end];
    if let Some(noun) = FORCE_NOUNS.longest_beginning(after) {
        return Span::new(span.start, span.end + noun.len());
    }
    for possessive in ["’s ", "'s "] {
        if let Some(rest) = after.strip_prefix(possessive)
            && let Some(noun) = MINISTRY_NOUNS.longest_beginning(rest)
        {
            return Span::new(span.start, span.end + possessive.len() + noun.len());
        }
    }
    span
}

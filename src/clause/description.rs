//! The words that describe a name, and the preposition before them.
//!
//! ```text
//! phrase = { "the" | demonym | owner "’s" | place "-based" | descriptor | { word } firm noun } name
//! from Turkish drone maker Velmark         from NATO member Norhaven         by Norhaven’s Velmark
//! ~~~~ lead        description             ~~~~ lead                         ~~ lead
//! ```
//! A name that only describes another takes no part in a deal: "NATO" in "NATO member Norhaven", "US" in "US-based Velmark".

use super::scene::Scene;
use crate::lexicon::news::{COMPANY_NOUNS, DESCRIPTORS, MEMBER_NOUNS, OFFICES, PHRASE_STOPS, SAY_WORDS, WEAPON_NOUNS};
use crate::mention::party::Name;
use crate::model::PartyKind;
use crate::span::Span;

/// How the phrase of a name begins.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'t> {
    /// The word before the phrase, mostly a preposition or a verb.
    pub word: &'t str,
    /// Where that word stands.
    pub at: usize,
    /// Where the phrase begins.
    pub start: usize,
}

/// The longest description between two names, in bytes.
const LONGEST: usize = 48;

/// The most words of a description.
const MOST_WORDS: usize = 8;

/// Takes the names that only describe the name behind them out of a sentence's names.
pub(super) fn take_descriptions(text: &str, span: Span, names: &mut Vec<Name>) -> Vec<Name> {
    if names.len() < 2 {
        return Vec::new();
    }
    let describes = |i: usize| {
        i + 1 < names.len() && describes(text, span, &names[i], &names[i + 1])
            || i > 0 && stands_in_an_apposition(text, span, &names[i - 1], &names[i])
    };
    // Few sentences have one.
    let Some(first) = (0..names.len()).find(|i| describes(*i)) else { return Vec::new() };
    let flags: Vec<bool> = (first..names.len()).map(describes).collect();
    let (mut at, mut taken) = (0_usize, Vec::new());
    names.retain(|name| {
        let takes = at.checked_sub(first).is_some_and(|i| flags[i]);
        at += 1;
        if takes {
            taken.push(name.clone());
        }
        !takes
    });
    taken
}

/// `Velmark, Norhaven’s largest aerospace and defence developer,`: whether a state only tells what the firm before it is.
fn stands_in_an_apposition(text: &str, span: Span, firm: &Name, name: &Name) -> bool {
    let owns = ["’s ", "'s "].iter().find(|mark| text[name.span.end..span.end].starts_with(**mark));
    let apart = || Span::new(firm.span.end, name.span.start.max(firm.span.end)).of(text) == ", ";
    let Some(owns) = owns.filter(|_| name.kind == PartyKind::State && firm.kind == PartyKind::Company && apart())
    else {
        return false;
    };
    let rest = Span::new(name.span.end + owns.len(), span.end).of(text);
    let words = rest.split([',', '.', ';']).next().unwrap_or("");
    words.len() <= LONGEST + LONGEST
        && words.split(' ').all(|word| {
            word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && SAY_WORDS.get(word).is_none()
        })
        && words.rsplit([' ', '-']).next().is_some_and(|noun| COMPANY_NOUNS.get(noun).is_some())
}

/// `NATO member Norhaven`, `US-based Velmark`, `Norhaven’s Velmark`, `the Norhaven firm Velmark`: whether a name only describes the next one.
fn describes(text: &str, span: Span, name: &Name, next: &Name) -> bool {
    let gap = Span::new(name.span.end, next.span.start.max(name.span.end)).of(text);
    if gap.len() > LONGEST {
        return false;
    }
    // "NATO member Norhaven", "EU and NATO member Norhaven"
    if name.kind == PartyKind::Organisation {
        return next.is_state()
            && gap.strip_prefix(' ').and_then(|gap| gap.strip_suffix(' ')).is_some_and(|noun| MEMBER_NOUNS.has(noun));
    }
    // "the UK arm of Velmark"
    if name.kind == PartyKind::State && begins_with_a_part(gap) {
        return true;
    }
    let firm = next.kind == PartyKind::Company;
    let place = name.kind == PartyKind::Unknown && firm;
    if !place && name.kind != PartyKind::State || !firm && next.kind != PartyKind::Unknown {
        return false;
    }
    if matches!(gap, "-based " | " based ") {
        return true;
    }
    // "Norhaven’s Velmark Kestrel jets": the thing is owned, and not the firm.
    let thing = || {
        let rest = Span::new(next.span.end, span.end).of(text).trim_start();
        let word = rest.split([' ', ',']).next().unwrap_or("");
        word.bytes().any(|byte| byte.is_ascii_digit())
            || word.starts_with(|c: char| c.is_uppercase())
            || WEAPON_NOUNS.longest_at(rest).is_some()
    };
    if firm && !place && !name.adjective && matches!(gap, "’s " | "'s " | "’ " | "' ") {
        return !thing();
    }
    // "Norhaven’s state-owned shipbuilder Velmark"
    let owned = ["’s ", "'s "].iter().find_map(|mark| gap.strip_prefix(mark)).and_then(|gap| gap.strip_suffix(' '));
    if let Some(words) = owned.filter(|_| firm && !place && !name.adjective) {
        return words.rsplit([' ', '-']).next().is_some_and(|noun| COMPANY_NOUNS.get(noun).is_some())
            && words.split(' ').all(describing);
    }
    // "the Norhaven firm Velmark", "Norhaven drone maker Velmark"; so does a town: "the Coventry gunmaker Velmark".
    let adjective = name.adjective || matches!(name.span.of(text), "US" | "U.S." | "UK" | "U.K.");
    if !adjective && !place || !gap.starts_with(' ') || !gap.ends_with(' ') {
        return false;
    }
    let words = gap.trim();
    words.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b' '))
        && words.rsplit([' ', '-']).next().is_some_and(|noun| COMPANY_NOUNS.get(noun).is_some())
        && words.split(' ').all(describing)
}

/// ` arm of `, ` unit of the Norhaven group `: a part of the firm that follows.
fn begins_with_a_part(gap: &str) -> bool {
    gap.strip_prefix(' ')
        .and_then(|gap| PARTS_OF_A_FIRM.iter().find_map(|noun| gap.strip_prefix(noun)))
        .is_some_and(|rest| rest.starts_with(" of "))
}

/// Nouns of what belongs to a firm and deals for it.
pub(in crate::clause) const PARTS_OF_A_FIRM: [&str; 6] =
    ["arm", "unit", "subsidiary", "branch", "division", "affiliate"];

/// A plain word that can stand within a description.
fn describing(word: &str) -> bool {
    !word.is_empty()
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && PHRASE_STOPS.get(word).is_none()
        && SAY_WORDS.get(word).is_none()
}

/// How the phrase of the name that begins at a place begins itself.
pub(super) fn opening<'t>(scene: &Scene<'_, 't>, at: usize) -> Opening<'t> {
    let before = scene.before(at);
    let base = scene.span.start;
    let mut end = before.trim_end().len();
    let start_at = |end: usize| {
        let rest = &before[end..];
        base + end + (rest.len() - rest.trim_start().len())
    };
    // A noun of firms was met: what stands before it describes the firm.
    let mut firm = false;
    for i in 0..MOST_WORDS {
        let head = &before[..end];
        // "from U.S. firm Velmark": the stops are no end of the phrase.
        if let Some(lead) = ["U.S.", "U.K."].iter().find_map(|state| head.strip_suffix(state)) {
            end = lead.trim_end().len();
            continue;
        }
        let start = head
            .rfind(|c: char| !(c.is_alphanumeric() || c == '-' || c == '’' || c == '\''))
            .map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8));
        let word = &head[start..];
        let owned = word.ends_with("’s") || word.ends_with("'s");
        // Most phrases have one article and a preposition before it, for which no table need be asked.
        let links =
            matches!(word, "in" | "to" | "from" | "with" | "for" | "on" | "at" | "and" | "that" | "of" | "by" | "");
        let article = matches!(word, "the" | "The" | "a" | "an");
        let last = memchr::memrchr(b'-', word.as_bytes()).map_or(word, |at| &word[at + 1..]);
        let noun = !links
            && !article
            && (COMPANY_NOUNS.get(last).is_some()
                // "from manufacturers Velmark and Tolvik"
                || last == "companies"
                || last.strip_suffix('s').is_some_and(|one| COMPANY_NOUNS.get(one).is_some()));
        let described = |name: &&Name| name.span.start == base + start && name.span.end == base + end;
        let verb = || scene.deals.iter().any(|hit| hit.start <= base + start && base + start < hit.end);
        let skips = article
            || !links
                && (DESCRIPTORS.has(word)
                    || owned
                    || word.ends_with("-based")
                    || word == "based"
                    || word.ends_with("-owned")
                    || noun
                    || i == 0 && MEMBER_NOUNS.has(word)
                    || OFFICES.get(word).is_some()
                    || scene.names.iter().filter(|name| name.adjective).any(|name| described(&name))
                    || scene.descriptions.iter().any(|name| described(&name))
                    || firm && describing(word) && !verb());
        if skips {
            firm |= noun;
            // "by South Korea's Velmark", "from South Korean firm Velmark": all the words of the owner.
            let bare = ["’s", "'s"].iter().find_map(|mark| word.strip_suffix(mark)).unwrap_or(word);
            let owner_end = base + start + bare.len();
            let start = scene
                .descriptions
                .iter()
                .chain(&scene.names)
                .find(|name| name.span.end == owner_end && name.span.start < base + start)
                .filter(|name| owned || name.adjective || name.kind == PartyKind::Organisation)
                .map_or(start, |name| name.span.start - base);
            end = head[..start].trim_end().len();
            if head[start..].is_empty() {
                break;
            }
            continue;
        }
        // "a consortium of Velmark and Tolvik": what governs the consortium governs its members.
        let lead = head[..start].trim_end();
        // "a consortium made up of Velmark and Tolvik", "a team led by Velmark"
        let lead = match word {
            "of" => {
                [" made up", " consisting", " composed"].iter().find_map(|verb| lead.strip_suffix(verb)).unwrap_or(lead)
            }
            "by" => lead.strip_suffix(" led").unwrap_or(""),
            _ => "",
        };
        if let Some(noun) = ["consortium", "joint venture", "team", "partnership", "alliance"]
            .iter()
            .find(|noun| lead.ends_with(**noun))
        {
            // "the Kestrel consortium of Velmark and Tolvik": its own name.
            let named = lead[..lead.len() - noun.len()].trim_end();
            let from = named.rfind(' ').map_or(0, |at| at + 1);
            let named =
                if named[from..].starts_with(|c: char| c.is_ascii_uppercase()) { &named[..from] } else { named };
            // "Velmark, a joint venture of Norhaven and Ardenia": what it is, and not who else acts.
            let article = [" a", " an", " the"].iter().find_map(|article| named.trim_end().strip_suffix(article));
            if article.unwrap_or(named).trim_end().ends_with(',') {
                return Opening { word: &head[start..], at: base + start, start: start_at(end) };
            }
            end = named.trim_end().len();
            continue;
        }
        // "with the UK arm of Velmark": what governs the part governs the firm.
        let part = PARTS_OF_A_FIRM.iter().find_map(|noun| lead.strip_suffix(noun)).filter(|_| word == "of");
        let company = |name: &Name| name.span.start == at && name.kind == PartyKind::Company;
        if let Some(owned) = part.filter(|part| part.ends_with(' ') && scene.names.iter().any(company)) {
            let state = scene.descriptions.iter().find(|name| name.span.end == base + owned.trim_end().len());
            if let Some(state) = state {
                end = before[..state.span.start - base].trim_end().len();
                continue;
            }
        }
        return Opening { word, at: base + start, start: start_at(end) };
    }
    Opening { word: "", at, start: start_at(end).min(at) }
}

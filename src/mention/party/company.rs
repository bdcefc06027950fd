//! `Velmark Defence Industries`: firms, and capitalised names that may be firms.

use super::institution::executive_office;
use super::{MOST_WORDS, Name, after};
use crate::grammar::quantity::quantity;
use crate::lexicon::names::{
    FIRM_BRANCHES, FIRM_DIVISIONS, LEGAL_FORMS, OFFICE_WORDS, TRADE_IN_THINGS, WITHIN_FIRMS, WITHIN_NAMES,
};
use crate::lexicon::news::{COMPANIES, COMPANY_ENDINGS, COMPANY_NOUNS, INSTITUTIONS, OFFICE_NOUNS, OFFICES, TRADES};
use crate::lexicon::state::STATE_PHRASES;
use crate::model::{CountryBasis, PartyKind};
use crate::span::Span;

/// `China Shipbuilding and Offshore International Company (CSOC)`: whether the letters in brackets are those of both names.
pub(super) fn are_one_firm(text: &str, first: &Name, second: &Name) -> bool {
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

/// `Velmark Australia` behind "the shipbuilder": the branch of a firm in a land, whose name ends behind the land.
pub(super) fn with_land(text: &str, stretch: Span, firm: Span) -> Span {
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
pub(super) fn is_called_a_company(text: &str, stretch: Span, name: Span) -> bool {
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

/// Whether a word is a number that can count things: `12`, `twelve`.
fn counts(word: &str) -> bool {
    word != "one" && word != "a" && quantity(word).is_ok_and(|(rest, _)| rest.is_empty())
}

/// A company's name by its ending, from its first capitalised word.
pub(super) fn company(text: &str, words: &[Span], at: usize, known: bool) -> Option<(Span, usize)> {
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
        && TRADE_IN_THINGS.end(&text[..start])
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
        if !capital && !WITHIN_FIRMS.has(word) {
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
        if best.is_some() && OFFICE_WORDS.has(word) {
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
    LEGAL_FORMS.has(bare.as_str())
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
    // "Terminal High Altitude Area Defense" is a weapon.
    if matches!(word.of(text), "Defense" | "Defence") && text[..word.start].ends_with("Area ") {
        return false;
    }
    COMPANY_ENDINGS.get(word.of(text)).is_some()
        || word.of(text).ends_with("-Werke")
        || COMPANY_ENDINGS.get(word.of(text).trim_end_matches('.')).is_some()
        || branch()
}

/// A known company whose name goes on with further endings: "Airbus DS Airborne Solutions GmbH".
pub(super) fn grown_company(text: &str, words: &[Span], at: usize, known: Span) -> (Span, usize) {
    let next = after(words, at, known);
    let rest = &text[known.end..];
    if let Some(tail) = FIRM_DIVISIONS.longest_beginning(rest) {
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
        let branch = FIRM_BRANCHES.longest_beginning(rest).map(str::len);
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
pub(super) fn capitals(text: &str, words: &[Span], at: usize) -> (Span, usize) {
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
        let link = WITHIN_NAMES.has(word)
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

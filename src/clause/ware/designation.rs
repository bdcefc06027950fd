//! `F-16C Block 70`, `NH90`: things that are known by the shape of their names.

use super::number::count;
use super::phrase::stops;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{NO_NAMES, NUMBERED, WEAPON_NOUNS, names_no_type};
use crate::lexicon::state::STATE_PHRASES;
use crate::lexicon::wares::{AIRLINER_PLURALS, AIRLINER_TYPES, BEFORE_A_TYPE, CHOOSING_TYPES, NO_TYPE_LETTERS};
use crate::span::Span;

/// `S-400s`, `Mi-24Vs`, `K9`, `F-35`: words with the shape of a designation.
pub(super) fn designations(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let inner = span.of(text);
    let bytes = inner.as_bytes();
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'/');
    let mut next = 0;
    while let Some(digit) = bytes[next..].iter().position(u8::is_ascii_digit).map(|at| next + at) {
        // The word around a digit.
        let mut from = digit;
        while from > next && inside(bytes[from - 1]) {
            from -= 1;
        }
        let mut at = digit;
        while at < bytes.len() && inside(bytes[at]) {
            at += 1;
        }
        next = at;
        let word = &inner[from..at];
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        // "T-6C+"
        let at = if bytes.get(at) == Some(&b'+') && digits > 0 && capitals > 0 { at + 1 } else { at };
        // `2A4s`, `T90s`, `K9s`: without a hyphen only in the plural, or where a number or a capital word stands before.
        let tight = digits >= 1
            && (1..=3).contains(&capitals)
            && word.len() <= 7
            && word.ends_with('s')
            && !word.ends_with("0s")
            && word.trim_end_matches('s').bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        // "Velmark’s K9": whose type it is.
        let owned = (1..=3).contains(&capitals)
            && digits >= 1
            && word.len() <= 6
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && [" ", "’s ", "'s "].iter().any(|link| {
                let lead = inner[..from].strip_suffix(link).unwrap_or("");
                lead.len() > 2 && *link != " " && lead.ends_with(|c: char| c.is_alphabetic())
            })
            && !names_no_type(word);
        // "141 K808 wheeled vehicles" go on to a noun.
        let ends = || {
            let rest = &inner[at..];
            let next = rest.strip_prefix(' ').map_or("", |rest| rest.split([' ', ',', '.']).next().unwrap_or(""));
            !rest.starts_with(' ') || stops(next)
        };
        // "has selected the NH90"
        let chosen = has_short_number(word) && ends() && {
            let lead = inner[..from].trim_end();
            let lead = ["the", "The", "a", "its", "another"]
                .iter()
                .find_map(|article| lead.strip_suffix(article))
                .unwrap_or("");
            CHOOSING_TYPES.has(lead.trim_end().last_word())
        };
        if owned || chosen || has_three_digits(word) && ends() && is_counted(text, span, span.start + from) {
            found.push(Span::new(span.start + from, span.start + at));
            continue;
        }
        if tight && !names_no_type(word) && !AIRLINER_PLURALS.has(word) {
            found.push(Span::new(span.start + from, span.start + at));
            continue;
        }
        let shape = capitals >= 1
            && digits >= 1
            && word.contains('-')
            && word.bytes().next().is_some_and(|b| b.is_ascii_uppercase())
            && word.len() <= 14;
        let tail_letters = word
            .split('-')
            .next()
            .is_some_and(|head| head.len() <= 4 && head.chars().all(|c| c.is_alphabetic() || c == '/'));
        let road = word.strip_prefix("I-").or_else(|| word.strip_prefix("A-")).is_some_and(|rest| {
            rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_digit) && word.starts_with("I-")
        });
        // "Barak-8", "Cheongung-II": a name that a number follows.
        let named = named_by_a_number(word);
        let not_a_name = !road && !names_no_type(word);
        if shape && (tail_letters || named) && not_a_name {
            let end = at + byname(&inner[at..]);
            let end = end + lot(&inner[end..]);
            next = end;
            found.push(Span::new(span.start + from, span.start + end));
        }
    }
    found
}

/// `C295W`, `AW139`: up to three capitals, three digits and a capital. Airliners are called so too.
fn has_three_digits(word: &str) -> bool {
    let bytes = word.as_bytes();
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = bytes[capitals..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &bytes[capitals + digits..];
    (1..=3).contains(&capitals)
        && digits == 3
        && (rest.is_empty() || rest.len() == 1 && rest[0].is_ascii_uppercase())
        && !AIRLINER_TYPES.begin(word)
}

/// `NH90`, `VT4`: two to four capitals, one to three digits and a capital. Years, summits and flights are called so too.
fn has_short_number(word: &str) -> bool {
    let bytes = word.as_bytes();
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = bytes[capitals..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &bytes[capitals + digits..];
    (2..=4).contains(&capitals)
        && (1..=3).contains(&digits)
        && (rest.is_empty() || rest.len() == 1 && rest[0].is_ascii_uppercase())
        && !NO_TYPE_LETTERS.has(&word[..capitals])
}

/// `one C295W`, `the C295W`: whether the word before a type counts it, or points to it.
fn is_counted(text: &str, span: Span, at: usize) -> bool {
    let before = Span::new(span.start, at).of(text).trim_end();
    let last = before.last_word();
    BEFORE_A_TYPE.has(last) || count(last).is_some()
}

/// `Barak-8`, `Sejil-2`: a capitalised word of letters and a short number behind a hyphen. Vehicles, phases and illnesses are called so too.
fn named_by_a_number(word: &str) -> bool {
    word.split_once('-').is_some_and(|(name, number)| {
        (5..=10).contains(&name.len())
            && name.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
            && (1..=3).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
            && number.bytes().any(|byte| byte.is_ascii_digit())
            && !NUMBERED.has(name)
    })
}

/// ` Block 70s`, ` Mk 2` behind a designation: how long the words of its model are.
fn lot(rest: &str) -> usize {
    [" Block ", " Mk ", " Mk. ", " Mark "]
        .iter()
        .find_map(|word| {
            let number = rest.strip_prefix(word)?;
            let length = number.bytes().take_while(u8::is_ascii_alphanumeric).count();
            number.starts_with(|c: char| c.is_ascii_digit()).then_some(word.len() + length)
        })
        .unwrap_or(0)
}

/// ` Fighting Falcon` behind "F-16": how long the name is that goes on a designation, two capitalised words at most.
fn byname(rest: &str) -> usize {
    let mut length = 0;
    if !rest.starts_with(' ') {
        return 0;
    }
    for word in rest.split(' ').skip(1).take(2) {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        let name = bare.len() > 2
            && bare.starts_with(|c: char| c.is_ascii_uppercase())
            && bare.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
            && STATE_PHRASES.longest_at(bare).is_none()
            && NO_NAMES.get(bare).is_none()
            && WEAPON_NOUNS.longest_at(bare).is_none();
        if !name {
            break;
        }
        length += 1 + bare.len();
        if bare.len() < word.len() {
            break;
        }
    }
    length
}

//! Items: `10 Marlin fire units with spares` in "awarded a contract for 10 Marlin fire units with spares for the State of Qatar".
//!
//! ```text
//! items = item { ( "and" | ";" ) item }          each with a number of its own: 6,107 vehicles and 22,166 kits
//! item  = [ article ] [ number [ "(" digits ")" ] ] noun phrase
//! ```

use std::borrow::Cow;

use super::{customer, floor, trim};
use crate::grammar::piid::{modification, piid};
use crate::grammar::quantity::{Quantity, quantity};
use crate::lexicon::holds::Holds;
use crate::lexicon::money::NUMERALS;
use crate::lexicon::procurement::{ACQUISITIONS, ITEM_ENDS, NO_ITEMS, OPENERS, PROVIDERS, PROVIDES, service};
use crate::lexicon::state::STATE_PHRASES;
use crate::model::{Item, TextSpan};
use crate::span::Span;

/// The most words of an item; what a longer phrase adds is not the thing bought.
const MOST_WORDS: usize = 28;

/// Words that end an item end none that is shorter.
const LEAST_BEFORE_STOP: usize = 10;

/// No designation has more hyphens; the number of a case has.
const MOST_HYPHENS: usize = 2;

/// What is counted stands this near behind its number.
const NEAR_COUNT: usize = 36;

/// So many words that could open an item are tried.
const MOST_OPENERS: usize = 32;

/// A user follows at least this much of an item.
const LEAST_BEFORE_USER: usize = 4;

/// Where the search for the end of an item stops.
const LONGEST_ITEM: usize = 2000;

/// A verb further into its sentence has another subject.
const FURTHEST_VERB: usize = 130;

/// The items of a stretch that begins with what is bought.
#[must_use]
pub fn items(text: &str, stretch: Span) -> Vec<Item<'_>> {
    let stretch = cut(text, acquired(text, stretch));
    let parts = parts(text, stretch);
    let found = parts.into_iter().filter_map(|part| item(text, before_user(text, part)));
    found.filter(|item| !customer::is_user(&item.text) && !of_an_action(&item.text)).collect()
}

/// `exercising option year two`, `contract announced on Sept. 27`: the action, and no thing.
fn of_an_action(item: &str) -> bool {
    // Money that is provided is no thing: "additional procurement funding".
    let money = [" funding", " funds"].iter().any(|noun| item.ends_with(noun)) && !item.contains(',');
    money || ["exercis", "contract announced", "this contract", "order 0"].iter().any(|word| item.starts_with(word))
}

/// Whether every item of the list is counted: `106 Velmark 35 aircraft; and 60 launchers`.
#[must_use]
pub fn counted(items: &[Item<'_>]) -> bool {
    let leads = |item: &Item<'_>| item.quantity_span.as_ref().is_some_and(|number| number.end <= item.start);
    !items.is_empty() && items.iter().all(leads)
}

/// `the procurement of 24 launchers`: the thing bought is the launchers; `repair of 24 launchers` is itself what is bought.
fn acquired(text: &str, stretch: Span) -> Span {
    let skip = lasting(stretch.of(text)).unwrap_or(0);
    let stretch = Span::new(stretch.start + skip, stretch.end);
    match ACQUISITIONS.begin(stretch.of(text)) {
        Some(length) => trim(text, Span::new(stretch.start + length, stretch.end)),
        None => stretch,
    }
}

/// `three months of `, `a two-year period of performance for `, `five years to procure `: how long the words are that only tell for how long.
fn lasting(inner: &str) -> Option<usize> {
    const UNITS: [&str; 10] =
        ["man-months", "man-hours", "months", "month", "years", "year", "weeks", "week", "days", "day"];
    let start = ["an additional ", "additional ", "a ", "an "]
        .iter()
        .find_map(|word| inner.strip_prefix(word))
        .unwrap_or(inner);
    let (rest, _) = number(start)?;
    let rest = rest.strip_prefix([' ', '-'])?;
    let rest = UNITS.iter().find_map(|unit| rest.strip_prefix(unit))?;
    let rest = [" period of performance", " performance period", " base period", " period"]
        .iter()
        .find_map(|noun| rest.strip_prefix(noun))
        .unwrap_or(rest);
    let rest = match rest.strip_prefix(" to ") {
        Some(_) => &rest[1 + OPENERS.begin(&rest[1..])? + 1..],
        None => [" of ", " for "].iter().find_map(|link| rest.strip_prefix(link))?,
    };
    (!rest.is_empty()).then_some(inner.len() - rest.len())
}

/// The stretch up to where another fact begins.
fn cut(text: &str, stretch: Span) -> Span {
    let inner = stretch.of(text);
    let mut end = inner.len();
    let mut from = 0;
    while let Some((at, to)) = ITEM_ENDS.first_from(inner, from) {
        from = to;
        // Brackets keep their words, and a list of counted things goes on behind a semicolon.
        let open = inner[..at].matches('(').count() > inner[..at].matches(')').count();
        let next = inner[to..].trim_start();
        let listed = inner[at..to].starts_with(';') && count(next.strip_prefix("and ").unwrap_or(next)).is_some();
        if at >= LEAST_BEFORE_STOP && !open && !listed {
            end = at;
            break;
        }
        if at > LONGEST_ITEM {
            break;
        }
    }
    // An amount is no thing: "a research project with a first phase of $5 million".
    if let Some(money) = money(&inner[..end]) {
        let head = &inner[..money];
        end = [" in the amount", " with ", " for ", " at ", ", ", " worth ", " valued ", " totaling "]
            .iter()
            .filter_map(|link| head.last_place_of(link))
            .max()
            .unwrap_or(0);
    }
    // Of a counted list each part has so many words.
    if count(inner.strip_prefix("up to ").unwrap_or(inner)).is_none() {
        end = whole_words(&inner[..end]);
    }
    let end = inner[..end].trim_end_matches([',', ' ']);
    // `ocean transport (N00019-21-D-0001)`: a contract's number is no part of the thing.
    let end = numbered(end).unwrap_or(end);
    let end = whole_phrase(end);
    let cut = trim(text, Span::new(stretch.start, stretch.start + end.len()));
    // The stop of "the U.S." belongs to the word.
    let stop = cut.of(text).ends_with("U.S") && text[cut.end..].starts_with('.');
    Span::new(cut.start, cut.end + usize::from(stop))
}

/// The phrase before a contract's number in brackets.
fn numbered(phrase: &str) -> Option<&str> {
    let inner = phrase.strip_suffix(')')?;
    let open = inner.rfind('(')?;
    piid(&inner[open + 1..]).is_ok_and(|(rest, _)| rest.is_empty()).then(|| phrase[..open].trim_end())
}

/// "primarily" and "performed" are the longest of the words that go on.
const LONGEST_LINK: usize = 9;

/// The phrase without the words at its end that go on to something else.
fn whole_phrase(phrase: &str) -> &str {
    const LINKS: [&str; 30] = [
        "primarily",
        "mainly",
        "and",
        "or",
        "the",
        "for",
        "of",
        "with",
        "located",
        "as",
        "a",
        "an",
        "in",
        "by",
        "to",
        "is",
        "are",
        "be",
        "which",
        "that",
        "used",
        "based",
        "on",
        "both",
        "other",
        "at",
        "from",
        "its",
        "into",
        "performed",
    ];
    let mut end = phrase;
    // So many words go on at most: "schools and offices in", "projects located primarily in".
    for _ in 0..5 {
        let Some((rest, word)) = end.rsplit_once(' ') else { break };
        if word.len() > LONGEST_LINK || !LINKS.contains(&word) {
            break;
        }
        end = rest.trim_end().trim_end_matches(',');
    }
    end
}

/// Where an amount begins.
fn money(inner: &str) -> Option<usize> {
    let dollars = memchr::memchr(b'$', inner.as_bytes());
    // Most text has no other sign, and no byte of one.
    dollars.or_else(|| if inner.is_ascii() { None } else { inner.find(['€', '£']) })
}

/// Where a phrase is cut that has more words than an item: behind the last whole member of its list, if that is most of it.
fn whole_words(inner: &str) -> usize {
    // Many bytes are counted at once.
    if inner.bytes().map(|byte| usize::from(byte == b' ')).sum::<usize>() <= MOST_WORDS {
        return inner.len();
    }
    let Some(at) = memchr::memchr_iter(b' ', inner.as_bytes()).nth(MOST_WORDS) else { return inner.len() };
    inner[..at].last_place_of(", ").filter(|comma| comma * 2 > at).unwrap_or(at)
}

/// `launchers for the Navy`: the user is no part of the thing.
fn before_user(text: &str, part: Span) -> Span {
    let inner = part.of(text);
    let mut from = 0;
    while let Some(at) = inner[from..].place_of(" for ").map(|at| from + at) {
        from = at + 5;
        let rest = &inner[from..];
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let rest = rest.strip_prefix("U.S. ").unwrap_or(rest);
        let alone = |length: usize| !rest[length..].starts_with(' ') || rest[length..].starts_with(" (");
        let state = || STATE_PHRASES.longest_at(rest).is_some_and(|(length, state)| !state.adjective && alone(length));
        let titled =
            ["government", "services (", "State of", "Kingdom of", "Republic of", "Foreign Military", "non-", "FMS"];
        let used = service(rest).is_some_and(alone) || titled.iter().any(|title| rest.starts_with(title)) || state();
        if at >= LEAST_BEFORE_USER && used {
            return trim(text, Span::new(part.start, part.start + whole_phrase(&inner[..at]).len()));
        }
    }
    part
}

/// Parts that each begin with a number; else the whole.
fn parts(text: &str, stretch: Span) -> Vec<Span> {
    let inner = stretch.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut from = 0;
    if count(inner.strip_prefix("up to ").unwrap_or(inner)).is_some() {
        while let Some((at, length)) = next_link(inner, from) {
            let next = &inner[at + length..];
            // `eight aircraft and other support equipment`
            let other = next.starts_with("other ") || next.starts_with("associated ") || next.starts_with("related ");
            let length = ["the procurement of ", "production and delivery of "]
                .iter()
                .find(|word| next.starts_with(**word) && count(&next[word.len()..]).is_some())
                .map_or(length, |word| length + word.len());
            let counted = &inner[at + length..];
            if count(counted.strip_prefix("up to ").unwrap_or(counted)).is_some() || other {
                found.push(Span::new(stretch.start + start, stretch.start + at));
                start = at + length;
            } else if let Some(rest) = next.strip_prefix("development of ") {
                found.push(Span::new(stretch.start + start, stretch.start + at));
                start = inner.len() - rest.len();
            }
            from = at + length;
        }
    }
    found.push(Span::new(stretch.start + start, stretch.end));
    found
}

/// The next "and", comma or semicolon outside brackets.
fn next_link(inner: &str, from: usize) -> Option<(usize, usize)> {
    let rest = inner.get(from..)?;
    let mut depth = 0_u32;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' | b';' if depth == 0 => {
                if let Some(link) = ["; and ", ", and ", "; ", ", "].iter().find(|link| rest[at..].starts_with(**link))
                {
                    return Some((from + at, link.len()));
                }
            }
            b' ' if depth == 0 && rest[at..].starts_with(" and ") => return Some((from + at, 5)),
            _ => {}
        }
    }
    None
}

/// One item with its number.
pub(crate) fn item<'t>(text: &'t str, part: Span) -> Option<Item<'t>> {
    let part = Span::new(part.start, part.start + whole_words(part.of(text)));
    let mut span = trim(text, part);
    let mut read: Option<(Cow<'t, str>, Span)> = None;
    let mut inner = span.of(text);
    for article in [
        "and ",
        "but not limited to ",
        "of ",
        "or the ",
        "accomplish ",
        "providing ",
        "to provide ",
        "to perform ",
        "to ",
        "for ",
        "the ",
        "a ",
        "an ",
        "maximum of ",
        "maximum ",
        "quantity of ",
        "one (1) ",
        "The ",
        "A ",
        "its ",
        "up to ",
    ] {
        // Few of them begin with the same letter.
        if inner.as_bytes().first() == article.as_bytes().first()
            && let Some(rest) = inner.strip_prefix(article)
        {
            span = Span::new(span.end - rest.len(), span.end);
            inner = rest;
        }
    }
    if let Some((digits, length)) = count(span.of(text)) {
        let number = Span::new(span.start, span.start + length);
        span = trim(text, Span::new(number.end, span.end));
        // `twelve (12) aircraft`
        if let Some(at) = span.of(text).strip_prefix('(').and_then(|rest| rest.find(')'))
            && span.of(text)[1..=at].bytes().all(|b| b.is_ascii_digit() || b == b',')
        {
            span = trim(text, Span::new(span.start + at + 2, span.end));
        }
        // `four each launcher sets`
        if let Some(rest) = span.of(text).strip_prefix("each ") {
            span = Span::new(span.end - rest.len(), span.end);
        }
        read = Some((Cow::Owned(digits), number));
    }
    let letters = span.of(text).bytes().filter(u8::is_ascii_alphabetic).take(2).count();
    // `10 aircraft, seven for the Navy and three for …`: a number alone is a part of what stands before it.
    let bare = number(span.of(text)).is_some_and(|(rest, _)| {
        let rest = rest.trim_start_matches([' ', '-']);
        rest.is_empty() || ["year", "years", "month", "months", "day", "days"].contains(&rest)
    });
    // `four one-year option periods` are nothing that is bought.
    if letters < 2
        || bare
        || read.is_some()
            && span.of(text).get(..floor(span.of(text), NEAR_COUNT)).is_some_and(|near| near.holds("option"))
    {
        return None;
    }
    // `conversion of 150 M1 vehicles`
    if read.is_none() {
        let at = span.of(text).place_of(" of ").map(|at| span.start + at + 4);
        read = at.and_then(|at| {
            let (digits, length) = count(&text[at..span.end])?;
            Some((Cow::Owned(digits), Span::new(at, at + length)))
        });
    }
    let mut item = Item::new(span, text);
    item.designation =
        own_designation(span.of(text)).map(|(start, end)| Cow::Borrowed(&text[span.start + start..span.start + end]));
    if let Some((digits, number)) = read {
        item.quantity = Some(digits);
        item.quantity_span = Some(TextSpan::new(number, text));
    }
    Some(item)
}

/// `6,107`, `twelve`: the number that begins a text.
pub(crate) fn number(text: &str) -> Option<(&str, Quantity)> {
    // Few words are numbers: besides those of the table these, by their letters.
    const OTHERS: [&str; 6] = ["a", "an", "couple", "dozen", "half", "quarter"];
    let word = &text[..text.bytes().take(8).take_while(u8::is_ascii_alphabetic).count()];
    let number = word.is_empty()
        || NUMERALS.longest_at(text).is_some()
        || OTHERS.iter().any(|other| word.eq_ignore_ascii_case(other));
    if number { quantity(text).ok() } else { None }
}

/// `6,107 vehicles`: whether a number that counts begins the text.
#[must_use]
pub fn counts(text: &str) -> bool {
    count(text).is_some()
}

/// `6,107 vehicles`: a whole number that counts what follows, in digits, and its length; not "57 millimeter".
pub(crate) fn count(text: &str) -> Option<(String, usize)> {
    const MEASURES: [&str; 57] = [
        "sq",
        "sq.",
        "ft",
        "ft.",
        "linear",
        "labor",
        "man-hours",
        "acres",
        "metric",
        "lineal",
        "mm",
        "millimeter",
        "millimetre",
        "cm",
        "inch",
        "inches",
        "foot",
        "feet",
        "square",
        "cubic",
        "percent",
        "per",
        "kilowatt",
        "kW",
        "ton",
        "pound",
        "pounds",
        "year",
        "years",
        "month",
        "months",
        "day",
        "days",
        "hour",
        "hours",
        "caliber",
        "calibre",
        "gallon",
        "gallons",
        "meter",
        "metre",
        "kilometer",
        "mile",
        "miles",
        "KVA",
        "MHz",
        "GHz",
        "volt",
        // How many sorts there are of a thing is not how many things.
        "configurations",
        "types",
        "variants",
        "versions",
        "kinds",
        "categories",
        "phases",
        "and",
        "to",
    ];
    let (rest, read) = number(text)?;
    let value = read.value.filter(|value| value.scale() == 0)?;
    let after = rest.strip_prefix(' ').or_else(|| rest.strip_prefix('\u{a0}'))?;
    // `40mm cartridge`: the letters of a measure, not a magnitude.
    let number = &text.as_bytes()[..text.len() - rest.len()];
    let glued = number.windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1].is_ascii_alphabetic());
    if glued || text.starts_with("a ") || text.starts_with("an ") {
        return None;
    }
    let next = after.split([' ', ',']).next().unwrap_or("");
    if MEASURES.contains(&next) || next.is_empty() {
        return None;
    }
    Some((value.to_string(), text.len() - rest.len()))
}

/// `AN/APX-9` of "AN/APX-9 sets for F-35 aircraft", and none of "sets for F-35 aircraft": the designation before the words that say for
/// what an item is.
fn own_designation(item: &str) -> Option<(usize, usize)> {
    const PURPOSES: [&str; 8] = [
        " for ",
        " in support of ",
        " in support to ",
        " associated with ",
        " to support ",
        " supporting ",
        " used on ",
        " compatible with ",
    ];
    // Most items have none, which is seen at once.
    designation(item).filter(|(start, _)| !PURPOSES.iter().any(|link| item[..*start].holds(link)))
}

/// `Su-30SM`, `AN/TPY-2`, `M1A1`, `K9`: the first word that has the shape of a designation: capitals with digits.
#[must_use]
pub fn designation(text: &str) -> Option<(usize, usize)> {
    // Most phrases have no digit, which is seen many bytes at once.
    if !text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit()) {
        return None;
    }
    let mut at = 0;
    for word in text.split(' ') {
        let start = at;
        at += word.len() + 1;
        if !word.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let inner = word.trim_start_matches('(');
        let mut trimmed = inner.trim_end_matches([',', '.', ')', ';', '\'', '’']);
        // `AN/SPY-1D(V)` keeps the bracket that it opens.
        let marks = |mark: char| trimmed.chars().filter(|c| *c == mark).count();
        if marks('(') > marks(')') && inner[trimmed.len()..].starts_with(')') {
            trimmed = &inner[..=trimmed.len()];
        }
        // "(Tarn)(TW)720": a bracket that closes what stands before.
        if trimmed.split('(').next().is_some_and(|lead| lead.contains(')')) {
            continue;
        }
        let offset = start + (word.len() - inner.len());
        let digits = trimmed.bytes().any(|b| b.is_ascii_digit());
        let capital = trimmed.bytes().next().is_some_and(|b| b.is_ascii_uppercase());
        let marks = trimmed.bytes().filter(|b| *b == b'-').count() > MOST_HYPHENS
            || trimmed.contains('+')
            || trimmed.contains(')') && !trimmed.contains('(');
        if digits && capital && trimmed.len() >= 2 && !marks && !other_number(trimmed) {
            let plural = trimmed
                .strip_suffix('s')
                .filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()))
                .unwrap_or(trimmed);
            return Some((offset, offset + plural.len()));
        }
    }
    None
}

/// `N00019-21-C-0001`, `P00012`, `FY17`, `C4ISR`: what has the shape of a designation and is none.
fn other_number(word: &str) -> bool {
    let fiscal = word.strip_prefix("FY").is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let trade =
        matches!(word.get(..2), Some("C2" | "C3" | "C4" | "C5")) && word.bytes().all(|b| b.is_ascii_alphanumeric());
    // "Type-1", "Phase-2": one of several of a thing.
    let ordinal = ["Type-", "Phase-", "Block-", "Lot-", "Level-", "Tier-"].iter().any(|kind| word.starts_with(kind));
    // "Command and Control (C2)"
    let command = matches!(word, "C2" | "C3" | "C4");
    // "Topic N98-057": letters, digits and three digits behind a hyphen.
    let topic = word.split_once('-').is_some_and(|(head, tail)| {
        let letters = head.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = head.len() - letters;
        tail.len() == 3
            && tail.bytes().all(|b| b.is_ascii_digit())
            && (1..=2).contains(&letters)
            && (2..=3).contains(&digits)
            && head[letters..].bytes().all(|b| b.is_ascii_digit())
    });
    fiscal || ordinal || command || topic || trade && word.len() > 3 || piid(word).is_ok() || modification(word).is_ok()
}

/// Where what is bought begins in a sentence that says what the contract provides.
#[must_use]
pub fn provided(text: &str, sentence: Span) -> Option<Span> {
    let inner = sentence.of(text);
    let subject = PROVIDERS.begin(inner)?;
    let (at, end) = PROVIDES.first_from(inner, subject)?;
    // `The contract includes options which …` buys nothing.
    let rest = inner[end..].trim_start();
    if at > FURTHEST_VERB || NO_ITEMS.begin(rest).is_some() || rest.starts_with('$') {
        return None;
    }
    let stretch = trim(text, Span::new(sentence.start + end, sentence.end));
    Some(behind_receiver(text, stretch))
}

/// `the Velmark Air Force with spare parts`: who is provided with things stands before them.
fn behind_receiver(text: &str, stretch: Span) -> Span {
    let inner = stretch.of(text);
    let name = inner.strip_prefix("the ").unwrap_or(inner);
    let receiver = service(name).is_some() || STATE_PHRASES.longest_at(name).is_some();
    let with = inner.place_of(" with ").filter(|at| receiver && *at < FURTHEST_VERB);
    let plain = |head: &str| !head.contains([',', ';']) && !head.chars().any(|c| c.is_ascii_digit());
    match with.filter(|at| plain(&inner[..*at])) {
        Some(at) => trim(text, Span::new(stretch.start + at + 6, stretch.end)),
        None => stretch,
    }
}

/// Where what is bought begins in the sentence that awards: behind "for", "to provide", "in support of".
#[must_use]
pub fn awarded(text: &str, stretch: Span) -> Option<Span> {
    let inner = stretch.of(text);
    let mut from = 0;
    for _ in 0..MOST_OPENERS {
        let (at, end) = OPENERS.first_from(inner, from)?;
        from = end;
        let rest = inner[end..].trim_start();
        let opener = &inner[at..end];
        let no_item = NO_ITEMS.begin(rest).is_some() && !of_a_year(rest);
        if no_item || rest.starts_with('$') || bracketed(&inner[..at]) || opener == "for" && titled(&inner[..at], rest)
        {
            continue;
        }
        // "adding 97 stock numbers", but not "adding a phase to the contract for tests"; "for the Velmark Agency to procure tents".
        if opener == "adding" && !counts(rest)
            || rest.starts_with("to ")
            || of_a_contract(rest)
            || customer::user_acts(rest)
        {
            continue;
        }
        // "to repair various hangars": the work itself is what is bought.
        let keeps = [
            "to repair",
            "to construct",
            "to renovate",
            "to demolish",
            "to design",
            "to replace",
            "to upgrade",
            "to overhaul",
        ]
        .contains(&opener);
        // "to procure, fabricate and assemble kits"
        let several = opener.starts_with("to ") && (inner[end..].starts_with(',') || inner[end..].starts_with(" and "));
        let start = if several || keeps && opener != "to construct" && opener != "to design" { at + 3 } else { end };
        return Some(trim(text, Span::new(stretch.start + start, stretch.end)));
    }
    None
}

/// `via the Norhaven Solutions for Large Buyers contract`: the "for" of a programme's name, through which something is bought.
fn titled(before: &str, rest: &str) -> bool {
    if !rest.starts_with(|c: char| c.is_uppercase()) {
        return false;
    }
    let mut head = before.trim_end();
    for _ in 0..MOST_OF_A_TITLE {
        let start = head.rfind(' ').map_or(0, |at| at + 1);
        let word = &head[start..];
        if word == "the" {
            let way = head[..start].trim_end();
            return [" via", " through", " under", " using"].iter().any(|link| way.ends_with(link));
        }
        if !word.starts_with(|c: char| c.is_uppercase()) {
            return false;
        }
        head = head[..start].trim_end();
    }
    false
}

/// No programme's name has more words before its "for".
const MOST_OF_A_TITLE: usize = 12;

/// `fiscal 2016 sonar spares`: what is bought for a year, and no money of one.
fn of_a_year(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("fiscal ").map(|rest| rest.strip_prefix("year ").unwrap_or(rest)) else {
        return false;
    };
    let year = rest.starts_with("20") && rest.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
    let near = &rest[..floor(rest, NEAR_CONTRACT)];
    // `fiscal 2018 Navy and foreign military sales requirements for pods`: for whom, and for what behind it.
    let buyers = near[..near.place_of(" for ").unwrap_or(near.len())].to_ascii_lowercase();
    if buyers.holds("foreign military sales") {
        return false;
    }
    let money =
        ["fund", "operation", "procurement (", "appropriat", "conversion", "obligat", "in the amount", "research"];
    year && !money.iter().any(|word| near.holds(word))
}

/// `an extension to the tent contract (N00019-21-C-0001)`: a contract with its number is no thing bought.
fn of_a_contract(rest: &str) -> bool {
    let near = &rest[..floor(rest, NEAR_CONTRACT)];
    if !near.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    [" contract", " order", " agreement"].iter().any(|noun| {
        near.place_of(noun).is_some_and(|at| {
            let behind = rest[at + noun.len()..].trim_start_matches([' ', '(']);
            ![". ", ";", " on ", " under ", " with ", " follow-on "].iter().any(|word| near[..=at].holds(word))
                && piid(behind).is_ok()
        })
    })
}

/// The noun stands this near behind the words that could open an item.
const NEAR_CONTRACT: usize = 120;

/// Whether a bracket is open at the end.
fn bracketed(before: &str) -> bool {
    before.rfind('(').is_some_and(|open| before.rfind(')').is_none_or(|close| close < open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_where_they_stood() {
        let found = |text: &'static str| designation(text).map(|(start, end)| &text[start..end]);
        assert_eq!(found("radars (AN/SPY-1D(V))"), Some("AN/SPY-1D(V)"));
        assert_eq!(found("subsystems (AN/SLQ-32(V)6)"), Some("AN/SLQ-32(V)6"));
        // Brackets before the word do not count for those behind it, and a no-break space is no border of words.
        assert_eq!(found("(Tarn)(TW)720\u{a0}jets"), None);
        assert_eq!(found("(K9) howitzers"), Some("K9"));
    }
}

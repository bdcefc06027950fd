//! `12 second-hand Kestrel fighter jets`: a head with the words before it that belong to it.

use super::Ware;
use super::number::{count, last_word, number_before};
use crate::clause::item::designation;
use crate::clause::scene::{Scene, hits};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    COMPANY_NOUNS, DEAL_WORDS, DealWord, FIGHTER_OWNERS, JOINED_MODIFIERS, NO_ARMS, OTHER_HEADS, PHRASE_STOPS, SYSTEMS,
    StatusWord, WEAPON_NOUNS, WORK_VERBS,
};
use crate::lexicon::wares::{
    BEFORE_SOME_OF, CLASS_SHIPS, DEFINITE, MODALS, MORE_OF_THEM, OF_TALKS, ROMAN, SIZES_OF_DEALS, USED_OR_BOUGHT,
    WARE_MODIFIERS, WORN,
};
use crate::model::{Item, PartyKind, TextSpan};
use crate::span::Span;
use std::borrow::Cow;

/// The most words that one phrase has before its head.
const MOST_MODIFIERS: usize = 9;

/// The phrase whose head stands at `head`.
pub(super) fn ware<'t>(scene: &Scene<'_, 't>, head: Span, arm: bool, floor: usize, military: bool) -> Option<Ware<'t>> {
    let text = scene.text;
    let after = scene.after(head.end);
    let next = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // "cancels its Kestrel helicopter programme": what the programme is for.
    let programme = next.starts_with("program")
        && scene.deals.iter().any(|hit| hit.start == head.end + 1 && after.starts_with(' '));
    // "arms deal", "missile purchases", "weapons maker": the noun behind is the head.
    let weak = !programme
        && after.starts_with(' ')
        && (DEAL_WORDS
            .get(next)
            .is_some_and(|what| matches!(what, DealWord::Deal | DealWord::Purchase | DealWord::Sale))
            || matches!(next, "imports" | "import" | "order" | "orders"));
    // "a major arms export deal with Norhaven"
    let export = [" export ", " supply ", " purchase ", " procurement "].iter().any(|noun| {
        after.strip_prefix(noun).is_some_and(|rest| {
            let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            DEAL_WORDS.get(word).is_some_and(|what| what == DealWord::Deal)
        })
    });
    let weak = weak || export;
    // "halted arms exports to Norhaven"
    let exported = after.starts_with(" exports to ") && scene.deals.iter().any(|hit| hit.start == head.end + 1);
    let weak = weak || exported;
    if after.starts_with(' ') && OTHER_HEADS.has(next) && next != "program" && !programme && !exported {
        return None;
    }
    // "several rounds of negotiations"
    if head.of(text) == "rounds" && OF_TALKS.begin(after) {
        return None;
    }
    // "the first submarine fibre-optic cable"
    let cable = after.starts_with(' ')
        && after
            .split([',', '.', ';'])
            .next()
            .unwrap_or("")
            .split(' ')
            .skip(1)
            .take(3)
            .any(|word| matches!(word, "cable" | "cables"));
    if cable {
        return None;
    }
    let (mut start, quantity_span, digits) = phrase_start(scene, head, floor);
    let mut maker = None;
    // `Russian Mi-17 helicopters`: the demonym names the maker, and is no part of the thing.
    for (i, name) in scene.names.iter().enumerate() {
        if name.span.start == start && name.span.end < head.end && (name.adjective || name.kind == PartyKind::State) {
            let rest = Span::new(name.span.end, head.end).of(text);
            let cut = rest.trim_start_matches(['-', ' ']);
            let cut = ["made ", "built ", "designed ", "manufactured "]
                .iter()
                .find_map(|word| cut.strip_prefix(word))
                .unwrap_or(cut);
            let cut =
                ["’s ", "'s ", "’ ", "' "].iter().find_map(|mark| cut.strip_prefix(mark)).unwrap_or(cut).trim_start();
            maker = Some(i);
            if !cut.is_empty() && head.end - cut.len() <= head.start {
                start = head.end - cut.len();
            }
        } else if name.span.start == start
            && name.span.end < head.start
            && name.kind == PartyKind::Company
            && let Some(own) =
                ["’s ", "'s "].iter().find(|mark| Span::new(name.span.end, head.start).of(text).starts_with(**mark))
        {
            // "Velmark’s Kestrel E": whose make it is.
            maker = Some(i);
            start = name.span.end + own.len();
        } else if maker.is_none()
            && name.adjective
            && name.span.start > start
            && name.span.end < head.end
            && only_worn(Span::new(start, name.span.start).of(text))
        {
            // "25 old Swedish jets": whose they were.
            maker = Some(i);
        } else if maker.is_none()
            && name.span.start >= start
            && name.span.end < head.end
            && name.kind == PartyKind::Company
            && SYSTEMS.get(name.span.of(text)).is_none()
        {
            maker = Some(i);
        }
    }
    // "The Norhaven tank sale": whose sale it is, the words do not say.
    if weak && next.starts_with("sale") {
        maker = None;
    }
    // "a large arms deal": how large the deal is.
    while weak && let Some((word, _)) = Span::new(start.min(head.start), head.start).of(text).split_once(' ') {
        if !SIZES_OF_DEALS.has(word) {
            break;
        }
        start += word.len() + 1;
    }
    // `"defensive and offensive" systems`: what is quoted begins before the thing.
    start = behind_a_quote(text, start, head.start);
    let span = Span::new(start.min(head.start), head.end);
    let span = Span::new(span.start, span.end + closing_mark(span.of(text), after));
    let mut item = Item::new(crate::clause::trim_matches(text, span, |c: char| c.is_whitespace() || c == ','), text);
    let shape = designation(&item.text).or_else(|| numbered_in_roman(&item.text));
    item.designation = shape.map(|(from, to)| Cow::Borrowed(&text[item.start + from..item.start + to]));
    // "15 arms deals" are 15 deals.
    if let Some(number) =
        quantity_span.filter(|_| !(weak && matches!(next, "deals" | "contracts" | "agreements" | "sales" | "orders")))
    {
        item.quantity = digits.map(Cow::Owned);
        item.quantity_span = Some(TextSpan::new(number, text));
    }
    // "the 12-submarine contract"
    let joined = item.text.split_once('-').filter(|(digits, noun)| {
        weak && item.quantity.is_none()
            && (1..=3).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && *noun == head.of(text)
    });
    if let Some(digits) = joined.map(|(digits, _)| digits.len()) {
        let number = Span::new(item.start, item.start + digits);
        item = Item::new(Span::new(number.end + 1, item.end), text);
        item.quantity = Some(Cow::Borrowed(number.of(text)));
        item.quantity_span = Some(TextSpan::new(number, text));
    }
    let shaped = item.designation.is_some()
        || item.text.trim_start_matches(['“', '"', '‘', '\'']).chars().next().is_some_and(char::is_uppercase);
    let lower = item.text.to_ascii_lowercase();
    let whole = |word: &'static str| {
        lower.places_of(word).any(|at| {
            // A KC-767 is no 767, a weapon in the plural is one still.
            lower[..at].chars().next_back().is_none_or(|c| c == ' ' || c == '/')
        })
    };
    // "A330 MRTT tankers" are no airliners.
    let military_tanker = whole("mrtt") || whole("tankers") || whole("tanker");
    if !military_tanker && NO_ARMS.iter().any(|(word, ())| whole(word)) {
        return None;
    }
    // "with defence firm Velmark System": a firm by the noun before its name.
    let named_firm = item.text.split(' ').zip(item.text.split(' ').skip(1)).any(|(noun, name)| {
        name.starts_with(char::is_uppercase)
            && noun.starts_with(|c: char| c.is_ascii_lowercase())
            && COMPANY_NOUNS.get(noun).is_some()
    });
    if named_firm
        && item.quantity.is_none()
        && item.text.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase))
    {
        return None;
    }
    let before = scene.before(item.start).trim_end();
    // "through the multiple-award contract vehicle": a kind of contract.
    if lower.last_word() == "vehicle"
        && (lower.holds("contract") || [" through the", " via the", ")"].iter().any(|link| before.ends_with(link)))
        && item.quantity.is_none()
    {
        return None;
    }
    // "will help support 400 jobs"
    if lower == "help support" || lower.ends_with("enough support") {
        return None;
    }
    // "will support 400 jobs": a verb.
    if !lower.contains(' ') && (MODALS.end(before) || lower == "support" && before.ends_with(" to")) {
        return None;
    }
    // "to build a bomb" is no trade.
    if lower == "bomb" {
        return None;
    }
    // "ammunition to Norhaven fighters": who gets it.
    let receiver = maker
        .and_then(|i| scene.names.get(i))
        .map_or(before, |name| scene.before(name.span.start.min(item.start)).trim_end());
    if lower.ends_with("fighters") && (receiver.ends_with(" to") || fights(scene, head, &item.text)) {
        return None;
    }
    // "on naval vessels" is where it goes, "to the AF-1B standard" what it becomes.
    let chosen = || scene.deals.iter().any(|hit| hit.end == scene.span.start + before.len());
    // "will spend $9 million on bombs"
    let spent = || scene.figures.iter().any(|figure| figure.end + 3 == scene.span.start + before.len());
    if before.ends_with(" on") && !chosen() && !spent()
        || before.ends_with(" aboard")
        || matches!(next, "standard" | "configuration" | "level")
    {
        return None;
    }
    // "two Kestrel-class ships": only warships have a class.
    let arm = arm || is_of_a_class(&item.text);
    // "six radars, spares and training": what is listed right behind a thing that is one.
    let gap = Span::new(floor.min(span.start), span.start).of(text);
    let listed = floor > scene.span.start
        && matches!(gap.trim(), "," | "and" | ", and" | "plus" | ", plus")
        && !["associated", "related"].iter().any(|word| item.text.starts_with(word));
    // "engines for its Kestrel-2 fighters"
    let part = [" for its ", " for their "].iter().any(|link| after.starts_with(link))
        && !hits(&WEAPON_NOUNS, text, Span::new(head.end, head.end + crate::clause::worth::head(after, 48).len()))
            .is_empty()
        && scene.deals.iter().any(|hit| {
            matches!(hit.what, DealWord::Buy | DealWord::Sell) && hit.end < span.start && span.start - hit.end <= 24
        });
    // Parts for arms are arms.
    let arm = arm || part;
    // "under an arms package": what is in it is told elsewhere, if at all.
    let weak = weak || lower.ends_with(" package");
    let strong = arm || shaped || item.quantity.is_some() || military || listed;
    let shape = arm && WEAPON_NOUNS.get(head.of(text)).is_none() && SYSTEMS.get(head.of(text)).is_none();
    let definite = DEFINITE.has(before.last_word());
    // "the Skylance" is a thing's own name.
    let named = item.text.starts_with(char::is_uppercase);
    let known = definite && !named && item.designation.is_none() && item.quantity.is_none() && !lower.contains(' ');
    strong.then_some(Ware { item, arm, maker, weak, shape, known })
}

/// Where a phrase begins whose first mark closes a quotation: behind it.
fn behind_a_quote(text: &str, start: usize, head: usize) -> usize {
    let words = Span::new(start, head).of(text);
    let Some((at, mark)) = words.char_indices().find(|(_, c)| matches!(c, '"' | '“' | '”')) else { return start };
    let rest = &words[at + mark.len_utf8()..];
    let closes = mark == '”' || mark == '"' && rest.starts_with(' ') && !words[..at].ends_with(' ') && at > 0;
    if closes { head - rest.trim_start().len() } else { start }
}

/// The length of the mark that closes what a phrase opened: `”` of `18 “floating mortars”`.
fn closing_mark(phrase: &str, after: &str) -> usize {
    [('“', '”'), ('"', '"'), ('‘', '’')]
        .iter()
        .find(|(open, close)| {
            let opened = phrase.chars().filter(|c| c == open).count();
            let closed = if open == close { opened / 2 } else { phrase.chars().filter(|c| c == close).count() };
            opened > closed && after.starts_with(*close)
        })
        .map_or(0, |(_, close)| close.len_utf8())
}

/// `old `, `second-hand refurbished `: whether words tell only how used a thing is.
fn only_worn(words: &str) -> bool {
    words.split(' ').filter(|word| !word.is_empty()).all(|word| WORN.has(word))
}

/// `Kestrel-class ships`: ships named after the first of them.
fn is_of_a_class(item: &str) -> bool {
    item.contains("-class ")
        && item.starts_with(|c: char| c.is_ascii_uppercase())
        && item.rsplit(' ').next().is_some_and(|word| CLASS_SHIPS.has(word))
}

/// `Kestrel-II` in "Kestrel-II missile battery": a name with a Roman number.
fn numbered_in_roman(item: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    item.split(' ').find_map(|word| {
        let from = at;
        at += word.len() + 1;
        let (name, number) = word.rsplit_once('-')?;
        let roman = ROMAN.has(number);
        let named = name.len() >= 3 && name.starts_with(|c: char| c.is_ascii_uppercase());
        (roman && named && name.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some((from, from + word.len()))
    })
}

/// `captured rebel fighters`, `fighters and their families`: persons and no aircraft.
fn fights(scene: &Scene<'_, '_>, head: Span, words: &str) -> bool {
    let before = scene.before(head.start).trim_end();
    FIGHTER_OWNERS.end(before)
        || words.split(' ').rev().skip(1).take(2).any(|word| FIGHTER_OWNERS.has(word))
        || scene.after(head.end).starts_with(" and their ")
        || scene
            .names
            .iter()
            .any(|name| name.kind == PartyKind::Organisation && name.span.end == scene.span.start + before.len())
}

/// Where the phrase begins that ends in a head, and the number that opens it.
fn phrase_start(scene: &Scene<'_, '_>, head: Span, floor: usize) -> (usize, Option<Span>, Option<String>) {
    let text = scene.text;
    let mut start = head.start;
    for _ in 0..MOST_MODIFIERS {
        let before = Span::new(floor.min(start), start).of(text);
        let trimmed = before.trim_end_matches([' ', '\u{a0}']);
        // A comma or a stop ends the phrase, but a comma within a number does not.
        if trimmed.len() == before.len() && !before.is_empty() && !before.ends_with(['-', '“', '"', '[', ']', '‘', '('])
            || trimmed.is_empty()
        {
            break;
        }
        // "10 self-propelled, rapid-firing howitzers": a comma between two words that describe the thing, the first of them counted.
        let trimmed = match trimmed.strip_suffix(',') {
            Some(lead) if counted_modifier(lead) && text[start..].split(' ').next().is_some_and(describes) => lead,
            _ => trimmed,
        };
        if trimmed.ends_with([',', ';', ':', '.', '(', '—', '–']) && !trimmed.ends_with("U.S.") {
            break;
        }
        let word_start = trimmed
            .rfind([' ', '\u{a0}', '—'])
            .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
        let word = &trimmed[word_start..];
        let at = floor.min(start) + word_start;
        if scene.figures.iter().any(|figure| figure.start <= at && at < figure.end)
            || scene.dates.iter().any(|date| date.start <= at && at < date.end)
        {
            break;
        }
        // "sold the Norhaven navy armoured boats": who gets them.
        let word_end = scene.span.start + trimmed_end(scene, start);
        if scene.names.iter().enumerate().any(|(i, name)| {
            name.span.end == word_end
                && matches!(name.kind, PartyKind::Military | PartyKind::Ministry)
                && !name.adjective
                && scene.deals.iter().any(|hit| {
                    hit.what == DealWord::Sell
                        && matches!(Span::new(hit.end, scene.opens(i).max(hit.end)).of(text), " ")
                })
        }) {
            break;
        }
        // "two years’ support"
        if word.starts_with("year") || word.starts_with("month") {
            break;
        }
        // "a contract to service Kestrel engines": the verb.
        if trimmed[..word_start].trim_end().ends_with(" to") && WORK_VERBS.has(word) {
            break;
        }
        // "Norhaven favours second-hand jets": the verb of the state before it.
        if word.ends_with('s')
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && at > scene.span.start
            && scene.names.iter().any(|name| {
                name.span.end + 1 == at && name.kind == PartyKind::State && !name.adjective && name.country.is_some()
            })
        {
            break;
        }
        // "bought Velmark’s Kestrel jets": whose make they are.
        if ["’s", "'s", "s’", "s'"].iter().any(|mark| word.ends_with(mark))
            && scene.names.iter().any(|name| {
                let force = matches!(name.kind, PartyKind::Military | PartyKind::Ministry);
                (name.kind == PartyKind::Company || force && scene.governor(name.span.start).is_some())
                    && (at..word_end).contains(&(name.span.end - 1))
            })
        {
            break;
        }
        // `Project 22160`, `Type 26`, `Gowind 2500`: a capitalised word before makes the number a designation.
        let lead = trimmed[..word_start].trim_end().rsplit([' ', '\u{a0}']).next().unwrap_or("");
        let named = word.bytes().all(|b| b.is_ascii_digit())
            && start < head.start + 1
            && lead.len() > 1
            && lead.chars().next().is_some_and(char::is_uppercase)
            && lead.chars().all(char::is_alphabetic)
            && !scene.names.iter().enumerate().any(|(i, name)| {
                name.span.end == scene.span.start + trimmed_end(scene, at)
                    // "from Velmark 20 launchers"; "12 Velmark 412 helicopters" are of its type.
                    && (name.is_state() || name.kind == PartyKind::Company && matches!(scene.lead(i).0, "from" | "by" | "with"))
            })
            && floor.min(start) + word_start > scene.span.start + lead.len() + 1;
        if named {
            start = at;
            continue;
        }
        // `one hundred fifty (150) missiles`, `three (3) launchers`
        let bracketed = word.strip_prefix('(').and_then(|word| word.strip_suffix(')')).unwrap_or("");
        if !bracketed.is_empty() && bracketed.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
            let inside = Span::new(at + 1, at + 1 + bracketed.len());
            // "(2021) tanks": a year counts nothing, and is no part of the thing.
            if scene.dates.iter().any(|date| date.span().overlaps(inside)) {
                break;
            }
            if let Some(digits) = count(bracketed) {
                return (start, Some(inside), Some(digits));
            }
        }
        if let Some((number, digits)) = number_before(text, floor, at, word) {
            return (start, Some(number), Some(digits));
        }
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        // "three more frigates"
        if MORE_OF_THEM.has(plain) {
            let lead = trimmed[..word_start].trim_end();
            // "two more such ships"
            let lead = ["more", "additional", "further", "other"]
                .iter()
                .find_map(|word| lead.strip_suffix(word).filter(|left| left.ends_with(' ')))
                .unwrap_or(lead)
                .trim_end();
            let from = last_word(lead);
            let counted = number_before(text, floor, floor.min(start) + from, &lead[from..]);
            if let Some((number, digits)) = counted.filter(|_| !lead.is_empty()) {
                return (start, Some(number), Some(digits));
            }
        }
        // "a contract for 246 of the vehicles", "gives 13 of its retired jets"
        if matches!(plain, "the" | "its" | "their") && (start == head.start || plain != "the") {
            let lead = trimmed[..word_start].trim_end();
            if let Some(lead) = lead.strip_suffix(" of") {
                let from = last_word(lead);
                let gives =
                    scene.deals.iter().any(|hit| hit.what == DealWord::Sell && hit.end <= floor.min(start) + from);
                let bought = plain != "the" && gives || BEFORE_SOME_OF.has(lead[..from].trim_end().last_word());
                // "order 473 more of the vehicles"
                let (lead, from) = match lead.strip_suffix(" more").or_else(|| lead.strip_suffix(" further")) {
                    Some(less) => (less, last_word(less)),
                    None => (lead, from),
                };
                let place = floor.min(start) + from;
                // "has delivered six of the corvettes"
                let bought = bought
                    || scene.deals.iter().any(|hit| {
                        // "has sold Norhaven six of the jets"
                        let whom = || {
                            scene.names.iter().any(|name| name.span.start == hit.end + 1 && name.span.end + 1 == place)
                        };
                        (hit.end + 1 == place || hit.what == DealWord::Sell && whom())
                            && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Receive | DealWord::Sale)
                    });
                let counted = number_before(text, floor, place, &lead[from..]);
                if let Some((number, digits)) = counted.filter(|_| bought) {
                    return (start, Some(number), Some(digits));
                }
            }
        }
        // "three supply ships"
        if plain == "supply"
            && start == head.start
            && ["ship", "vessel", "boat"].iter().any(|noun| head.of(text).starts_with(noun))
        {
            start = at;
            continue;
        }
        // "a pair of patrol ships"
        if plain == "of" && trimmed[..word_start].trim_end().ends_with("pair") {
            let lead = trimmed[..word_start].trim_end();
            let from = lead.len() - "pair".len();
            if let Some((number, digits)) = number_before(text, floor, floor.min(start) + from, "pair") {
                return (start, Some(number), Some(digits));
            }
        }
        // "suspends future weapons": what stops a deal is no part of the thing.
        let stopped =
            |what: StatusWord| matches!(what, StatusWord::Suspended | StatusWord::Cancelled | StatusWord::Delayed);
        let verb = scene.deals.iter().any(|hit| hit.start == at && matches!(hit.what, DealWord::Sell | DealWord::Buy))
            || scene.statuses.iter().any(|hit| hit.start == at && stopped(hit.what));
        // "12 used jets", "50,000 purchased shells"
        if USED_OR_BOUGHT.has(plain) {
            let lead = trimmed[..word_start].trim_end();
            let from = last_word(lead);
            let counted = number_before(text, floor, floor.min(start) + from, &lead[from..]);
            if let Some((number, digits)) = counted.filter(|_| !lead.is_empty()) {
                return (start, Some(number), Some(digits));
            }
        }
        // "air and missile defence systems": the word before "and" belongs to the thing as well.
        if plain == "and" {
            let lead = trimmed[..word_start].trim_end();
            let from = last_word(lead);
            let from = floor.min(start) + from;
            let next = text[start..].split(' ').next().map_or(0, str::len);
            if JOINED_MODIFIERS.has(&text[from..start + next]) {
                start = from;
                continue;
            }
        }
        // "81 other support vehicles", "to support vehicles"
        let noun = plain == "support" && start == head.start && !trimmed[..word_start].trim_end().ends_with(" to");
        if stops(plain) && !noun || verb {
            break;
        }
        start = at;
    }
    (start, None, None)
}

/// `self-propelled`, `armoured`: a word that describes a thing and names none.
fn describes(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && (word.contains('-') || word.ends_with("ed") || WARE_MODIFIERS.has(word))
        && WEAPON_NOUNS.get(word).is_none()
}

/// `bought 10 self-propelled`: whether a number counts what the last word describes.
fn counted_modifier(lead: &str) -> bool {
    let word = lead.last_word();
    let number = lead[..lead.len() - word.len()].trim_end().last_word();
    describes(word) && count(number).is_some()
}

/// Where the words before a place end, in bytes of the sentence.
fn trimmed_end(scene: &Scene<'_, '_>, at: usize) -> usize {
    scene.before(at).trim_end().len()
}

/// Whether no phrase of a thing goes through a word.
pub(super) fn stops(word: &str) -> bool {
    word.is_empty() || PHRASE_STOPS.get(word).is_some()
}

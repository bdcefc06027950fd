//! Where the work of a contract is done, when it ends, and where its firm is, as releases and news tell it.
//!
//! ```text
//! work  = noun … "will be performed" [ "primarily" ] ( "in" | "at" ) places     Work will be performed in Groton, Connecticut
//! built = "will be built" ( "in" | "at" ) places                               The boats will be built at the firm's yard in Gdynia, Poland
//! ends  = ( "is expected to be completed" … | "completion date of" ) date
//! firm  = supplier ( "," | "of" | "in" | "based in" ) city "," state           Velmark Systems of Dulles, Virginia, was awarded
//! ```
//! A place must look like one: names alone, of which a list has one or each ends in a state.

use crate::clause::floor;
use crate::clause::place::{country, drop_and, ends_place, places, split, us_state};
use crate::clause::trim;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    FACILITIES, PLACE_LINKS, SEATED, SITE_STOPS, THINGS_MADE, WORK_DONE, WORK_ENDS, WORK_SHARES, WORK_WORDS,
};
use crate::model::{Contract, ContractDate, DateMention, DateRole, Place, TextSpan};
use crate::span::Span;
use crate::text::segment::{paragraphs, sentences};

/// Adds to each contract of prose where its work is done and when it ends.
pub(super) fn settle<'t>(text: &'t str, dates: &[DateMention<'t>], contracts: &mut [Contract<'t>]) {
    let mut starts: Vec<usize> = contracts.iter().map(|contract| contract.start).collect();
    starts.sort_unstable();
    for contract in contracts {
        let start = contract.start;
        let (first, behind) =
            (starts.partition_point(|other| *other < start), starts.partition_point(|other| *other <= start));
        // What stands behind the next deal may be of that.
        let next = starts.get(behind).copied();
        let alone = behind - first == 1;
        for party in &mut contract.suppliers {
            if party.place.is_none() {
                party.place = seat(text, party.span());
            }
        }
        if !alone {
            continue;
        }
        let end = next.unwrap_or(text.len()).min(contract.end + MOST_BEHIND).min(start + MOST_TOLD);
        let end = floor(text, end.max(start));
        for paragraph in paragraphs(&text[start..end]) {
            let paragraph = Span::new(paragraph.start + start, paragraph.end + start);
            for sentence in sentences(text, paragraph) {
                let before = contract.places.len();
                if before == 0 {
                    contract.places = worked_in(text, sentence, dates);
                }
                let of_work = contract.places.len() > before || WORK_WORDS.begin(sentence.of(text));
                if let Some(date) = ends(text, sentence, dates, of_work)
                    && !contract.dates.iter().any(|known| known.date == date.date)
                    && !contract.dates.iter().any(|known| known.role == DateRole::Completion)
                {
                    contract.dates.push(date);
                    contract.dates.sort_by_key(|date| date.date);
                }
                if before < contract.places.len() && sentence.start > contract.end {
                    contract.end = sentence.end;
                }
            }
        }
        contract.text = std::borrow::Cow::Borrowed(Span::new(contract.start, contract.end).of(text));
    }
}

/// The work is told this far behind the deal.
const MOST_BEHIND: usize = 900;

/// Of what is told of one deal, so many bytes are looked at.
const MOST_TOLD: usize = 4_000;

/// `Work will be performed in Groton, Connecticut, and is expected`: the places of a sentence.
fn worked_in<'t>(text: &'t str, sentence: Span, dates: &[DateMention<'t>]) -> Vec<Place<'t>> {
    let inner = sentence.of(text);
    let Some((at, end)) = done(inner) else { return Vec::new() };
    let rest = &inner[end..];
    let share = WORK_SHARES.each().find(|word| rest.starts_with(word)).map_or(0, str::len);
    let (from, rest) = (sentence.start + end + share, &rest[share..]);
    let Some(link) = [" in ", " at "].into_iter().find(|link| rest.starts_with(link)) else { return Vec::new() };
    // "The vessels will be built at" tells of the thing; "will be performed" must be said of work.
    let made = THINGS_MADE.end(&inner[..end]);
    if !made
        && !inner[..at].split(' ').any(|word| WORK_WORDS.has(word.trim_end_matches(',')))
        && !inner[at..end].holds(" work")
    {
        return Vec::new();
    }
    let list = Span::new(from + link.len(), sentence.end);
    let stop = dates.iter().map(|date| date.start).filter(|start| list.start <= *start && *start < list.end).min();
    let list = Span::new(list.start, stop.unwrap_or(list.end));
    let words = list.of(text);
    let cut = SITE_STOPS.first_in(words).unwrap_or(words.len());
    let list = Span::new(list.start, list.start + cut);
    // "at the laboratory in Adelphi, Maryland, and at the firm's centre in Syracuse, New York"
    let parts = [", and at ", " and at ", ", and in ", " and in "].into_iter().find_map(|link| {
        let at = list.of(text).place_of(link)?;
        Some((Span::new(list.start, list.start + at), Span::new(list.start + at + link.len(), list.end)))
    });
    let house = link == " at ";
    let Some((one, two)) = parts else { return named_places(text, trim(text, list), house) };
    let second = text[one.end..two.start].ends_with(" at ");
    let mut found = named_places(text, trim(text, one), house);
    let more = named_places(text, trim(text, two), second);
    if found.is_empty() || more.is_empty() {
        return Vec::new();
    }
    found.extend(more);
    found
}

/// Where the verb of work stands in a sentence, from its beginning to its end.
fn done(sentence: &str) -> Option<(usize, usize)> {
    WORK_DONE
        .each()
        .filter_map(|verb| sentence.place_of(verb).map(|at| (at, at + verb.len())))
        .min_by_key(|(at, end)| (*at, usize::MAX - end))
}

/// The places of a list that names nothing but places.
fn named_places(text: &str, list: Span, house: bool) -> Vec<Place<'_>> {
    let list = without_facility(text, list, house);
    let words = list.of(text);
    if words.is_empty() || words.len() > LONGEST_LIST {
        return Vec::new();
    }
    // "Gdynia and Gdańsk": two names without their states; of more it is not sure where one ends.
    let parted = split(text, list, b';').all(|chunk| {
        split(text, drop_and(text, chunk), b',').last().is_some_and(|last| {
            let last = last.of(text).trim();
            let last = last.split(" (").next().unwrap_or(last);
            ends_place(last) || last.split(" and ").all(ends_place)
        })
    });
    let found = if parted {
        places(text, list)
    } else if !words.contains([',', ';']) && words.matches(" and ").count() == 1 {
        let at = list.start + words.place_of(" and ").unwrap_or(0);
        let pair = [Span::new(list.start, at), Span::new(at + " and ".len(), list.end)];
        pair.into_iter().map(|span| Place::new(trim(text, span), text)).collect()
    } else if !words.contains(';') && !words.holds(" and ") && words.matches(',').count() <= 2 {
        vec![Place::new(list, text)]
    } else {
        Vec::new()
    };
    // "in Stratford, Conn.": the stop is the state's.
    let mut found = found;
    for place in &mut found {
        let last = place.text.last_word();
        let short = last.len() <= 5 && !["Texas", "Idaho", "Maine", "Ohio", "Utah", "Iowa"].contains(&last);
        if short && text[place.end..].starts_with('.') && us_state(&text[place.end - last.len()..=place.end]) {
            let percent = place.percent.take();
            *place = Place::new(Span::new(place.start, place.end + 1), text);
            place.percent = percent;
        }
    }
    if found.iter().all(|place| is_a_name(&place.text)) { found } else { Vec::new() }
}

/// A list of places is no longer.
const LONGEST_LIST: usize = 600;

/// `the company's facility in Centurion, South Africa`, `its Tucson, Arizona, plant`: the place without the firm's building. What stands behind
/// "at" is a `house`.
fn without_facility(text: &str, list: Span, house: bool) -> Span {
    let mut list = list;
    let words = list.of(text);
    if let Some(at) = words.last_place_of(" in ").filter(|at| house || FACILITIES.are_in(&words[..*at])) {
        list = Span::new(list.start + at + " in ".len(), list.end);
    }
    let words = list.of(text);
    if let Some(rest) = ["its ", "the company's ", "the company’s ", "the firm's ", "the firm’s "]
        .iter()
        .find_map(|own| words.strip_prefix(own))
    {
        list = Span::new(list.end - rest.len(), list.end);
    }
    let words = list.of(text);
    if let Some((_, rest)) = ["'s ", "’s "].iter().find_map(|mark| words.split_once(mark)) {
        list = Span::new(list.end - rest.len(), list.end);
    }
    let words = list.of(text);
    match FACILITIES.cut_from_end(words) {
        Some(head) => trim(text, Span::new(list.start, list.start + head.len())),
        None => list,
    }
}

/// `Fort Worth, Texas`, `Stoke-on-Trent`: words that all begin as names do, but for the small ones within names.
fn is_a_name(place: &str) -> bool {
    let small = |word: &str| {
        matches!(
            word,
            "of" | "de"
                | "la"
                | "le"
                | "du"
                | "del"
                | "di"
                | "am"
                | "an"
                | "der"
                | "sur"
                | "upon"
                | "the"
                | "and"
                | "on"
        )
    };
    let mut words = place.split([' ', ',']).filter(|word| !word.is_empty());
    let various = place.starts_with("various ") || place.starts_with("other ");
    let first = place.starts_with(char::is_uppercase) || place.starts_with("the U") || various;
    first
        && (various
            || words.all(|word| word.starts_with(char::is_uppercase) || small(word)) && place.split(' ').count() <= 9)
        && !place.bytes().any(|byte| byte.is_ascii_digit())
}

/// `is expected to be completed by September 2025`: when the work ends.
fn ends(text: &str, sentence: Span, dates: &[DateMention<'_>], of_work: bool) -> Option<ContractDate> {
    let inner = sentence.of(text);
    let (at, end) = WORK_ENDS
        .each()
        .filter_map(|words| inner.place_of(words).map(|at| (at, at + words.len())))
        .min_by_key(|(at, end)| (*at, usize::MAX - end))?;
    // "Deliveries are expected to be completed": what is handed over then. "if all options are exercised": not yet sure.
    let clause = &inner[..at];
    if ["eliver", "f all options", "f options", "f exercised", "hase ", "esting", "rials"]
        .iter()
        .any(|word| clause.holds(word))
    {
        return None;
    }
    let says_work =
        of_work || inner[at..end].holds("ompletion") || clause.split([' ', ',']).any(|word| WORK_WORDS.has(word));
    if !says_work || inner[end..].holds("options are exercised") {
        return None;
    }
    let from = sentence.start + end;
    let date = dates.iter().find(|date| date.start >= from && date.end <= sentence.end && date.edtf.is_some())?;
    let gap = Span::new(from, date.start).of(text);
    let near = PLACE_LINKS.has(gap) || gap == " ";
    near.then(|| ContractDate::new(date.id, DateRole::Completion))
}

/// `Velmark Systems of Dulles, Virginia, was awarded`, `Velmark Corporation, headquartered in Centennial, Colorado`: where a firm is.
fn seat(text: &str, firm: Span) -> Option<TextSpan<'_>> {
    let rest = &text[firm.end..];
    let rest = &rest[..floor(rest, NEAR_SEAT)];
    let link = SEATED.longest_beginning(rest)?.len();
    let behind = &rest[link..];
    let comma = behind.find(", ")?;
    let city = &behind[..comma];
    let named = is_a_name(city) && city.split(' ').count() <= 4 && !ends_place(city) || city == "Washington";
    let after = &behind[comma + 2..];
    // The longest words that name a state: "South Africa", "N.Y.", "Ariz.".
    let mut ends: Vec<usize> =
        after.char_indices().filter(|(_, c)| matches!(c, ' ' | ',' | ';' | ')' | '.')).map(|(at, _)| at).collect();
    ends.push(after.len());
    let end = ends.into_iter().take(4).filter_map(|end| {
        let name = &after[..end];
        let dotted = name.len() + usize::from(after[end..].starts_with('.'));
        let abbreviated = us_state(&after[..dotted]) && name.len() <= 5;
        // "in Dahlgren, Virginia.": the stop is the sentence's.
        if name.len() > 6 && name.ends_with('.') {
            return None;
        }
        (us_state(name) || country(name).is_some() || abbreviated).then_some(if abbreviated { dotted } else { end })
    });
    let end = end.max().filter(|_| named)?;
    let start = firm.end + link;
    Some(TextSpan::new(Span::new(start, start + comma + 2 + end), text))
}

/// The seat of a firm is told this near behind its name.
const NEAR_SEAT: usize = 90;

//! Statements: who says it.
//!
//! ```text
//! speaker verb "that" …          The ministry announced that …
//! …, speaker verb .              …, Foreign Minister Ivo Hale said.
//! "according to" speaker         according to Norhaven Weekly
//! ```
//! An office that the text named before ("the Russian minister") is the person who was named with it.

use super::scene::{Scene, hits};
use super::worth::head;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{ADVERBS_OF_SAYING, COMPANIES, MEDIA_NOUNS, NAMES_OF_PAPERS, OFFICES, SAY_WORDS};
use crate::lexicon::own::Lexicon;
use crate::mention::party::{Name, find_names};
use crate::model::{CountryCode, PartyKind};
use crate::span::Span;

/// A person whom the text names with an office.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name.
    pub span: Span,
    /// The last word of the name.
    pub surname: Span,
    /// The state whose officer it is, where the text says so.
    pub country: Option<CountryCode>,
    /// "minister", "president".
    pub office: Option<Span>,
}

/// The persons that a sentence names with an office.
#[must_use]
pub fn persons(scene: &Scene<'_, '_>) -> Vec<Person> {
    let text = scene.text;
    let mut found = Vec::new();
    for (i, name) in scene.names.iter().enumerate() {
        if !matches!(name.kind, PartyKind::Unknown | PartyKind::Person) {
            continue;
        }
        let words: Vec<&str> = name.span.of(text).split(' ').collect();
        let office_at = words.iter().rposition(|word| OFFICES.get(word).is_some());
        let person_words = office_at.map_or(words.as_slice(), |at| &words[at + 1..]);
        let before = scene.before(name.span.start).trim_end();
        let titled = office_at.is_some()
            || OFFICES.get(before.rsplit([' ', '-']).next().unwrap_or("")).is_some()
            || before.ends_with("counterpart");
        if !titled || person_words.len() < 2 || person_words.len() > 4 {
            continue;
        }
        let length = person_words.iter().map(|word| word.len()).sum::<usize>() + person_words.len() - 1;
        let span = Span::new(name.span.end - length, name.span.end);
        let surname_length = person_words.last().map_or(0, |word| word.len());
        let country = i
            .checked_sub(1)
            .and_then(|j| scene.names.get(j))
            .filter(|other| name.span.start - other.span.end <= 22)
            .and_then(|other| other.country);
        let office = office_at.map(|at| {
            let lead = words[..at].iter().map(|word| word.len() + 1).sum::<usize>();
            Span::new(name.span.start + lead, name.span.start + lead + words[at].len())
        });
        found.push(Person { span, surname: Span::new(name.span.end - surname_length, name.span.end), country, office });
    }
    found
}

/// Who says a sentence, if somebody does: the span, or a pronoun that the sentence before decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The words that name the speaker.
    Named(Span),
    /// "he said": whoever spoke before.
    Same,
}

/// The speaker of a sentence.
#[must_use]
pub fn speaker(scene: &Scene<'_, '_>) -> Option<Speaker> {
    let text = scene.text;
    if let Some(at) = super::find(text, scene.span, "ccording to ") {
        let start = at + 12;
        let end = scene
            .names
            .iter()
            .find(|name| name.span.start >= start && name.span.start <= start + 40)
            // "according to a filing with the Norhaven stock exchange"
            .filter(|name| {
                let before = Span::new(start, name.span.start).of(text);
                !before.holds(" in ") && !before.holds(" with ") && !before.holds(" to ")
            })
            // "according to a senior Norhaven official": no state speaks.
            .filter(|name| !name.adjective)
            .map(|name| name.span.end);
        let rest = Span::new(start, scene.span.end).of(text);
        // "a statement by the U.S. embassy": the dots of an abbreviation end nothing.
        let ends = |at: &usize| {
            !rest[*at..].starts_with('.')
                || !rest[..*at].ends_with(['U', 'S', 'K']) && !rest[*at + 1..].starts_with(|c: char| c.is_alphabetic())
        };
        let stop =
            rest.match_indices([',', '.', ';']).map(|(at, _)| at).find(ends).map_or(scene.span.end, |at| start + at);
        // "according to military sources on Wednesday"
        let day = scene.dates.iter().find(|date| date.start > start && date.end == stop);
        let stop = day.map_or(stop, |date| {
            let lead = Span::new(start, date.start).of(text).trim_end();
            start + lead.strip_suffix(" on").unwrap_or(lead).len()
        });
        // "according to Norhaven media"
        let end = end.filter(|end| {
            !MEDIA_NOUNS.end(Span::new(start, stop).of(text)) || stop.saturating_sub(*end) > 24 || *end >= stop
        });
        // "according to the Trade and Industry Authority’s head Ivo Hale": the person stands last.
        let officer = scene.names.iter().find(|name| {
            name.span.start > start
                && name.span.end == stop
                && matches!(name.kind, PartyKind::Unknown | PartyKind::Person)
                && name.span.of(text).contains(' ')
                && Span::new(start, stop).of(text).split(' ').any(|word| OFFICES.get(word).is_some())
        });
        let span = match end {
            _ if officer.is_some() => officer.map(|name| person_of(text, name.span)),
            // "according to a statement by the Norhaven embassy in Tarn"
            Some(_) if Span::new(start, stop).of(text).holds("embassy") => {
                scene.names.iter().find(|name| name.span.start >= start).map(|name| Span::new(name.span.start, stop))
            }
            Some(end) if end <= stop => {
                scene.names.iter().find(|name| name.span.end == end).map(|name| person_of(text, name.span))
            }
            _ => Some(Span::new(start, stop)),
        }?;
        let span = super::trim_matches(text, without_article(text, span), char::is_whitespace);
        // "according to reports", "according to the agreement between the two states": nobody is named.
        let document = ["agreement", "contract", "deal", "treaty", "plan", "plans", "schedule", "law", "terms"];
        let named = !span.of(text).split(' ').any(|word| document.contains(&word));
        if span.end > span.start && span.end - span.start < 90 && span.of(text) != "reports" && named {
            return Some(Speaker::Named(span));
        }
    }
    for hit in hits(&SAY_WORDS, text, scene.span) {
        let after = scene.after(hit.end);
        let word = Span::new(hit.start, hit.end).of(text);
        // "The sale, announced on 8 October, was": a participle.
        if matches!(word, "announced" | "reported" | "confirmed" | "revealed" | "disclosed")
            && scene.before(hit.start).trim_end().ends_with(',')
            && scene.dates.iter().any(|date| {
                date.start >= hit.end && date.start - hit.end <= 5 && scene.after(date.end).starts_with(',')
            })
        {
            continue;
        }
        // "lawmakers who said that it helped": which of them is told, and not who says the sentence.
        if before_ends(scene, hit.start, " who") && !before_ends(scene, hit.start, ", who") {
            continue;
        }
        // "has not confirmed the report": nobody says so.
        if matches!(word, "confirmed" | "confirm" | "announced" | "reported" | "revealed" | "disclosed")
            && scene.before(hit.start).trim_end().ends_with(" not")
        {
            continue;
        }
        // "was first announced in 2015"
        if matches!(word, "announced" | "revealed" | "disclosed" | "reported")
            && [" was first", " were first", " been first"]
                .iter()
                .any(|verb| scene.before(hit.start).trim_end().ends_with(verb))
        {
            continue;
        }
        // "is said to be negotiating": nobody is named who says so.
        if word == "said" && after.starts_with(" to ") {
            continue;
        }
        // "This was announced by the ministry’s spokesman Ivo Hale"
        if matches!(word, "announced" | "reported" | "confirmed" | "revealed" | "disclosed" | "stated" | "said")
            && [" was", " were", " been"].iter().any(|verb| before_ends(scene, hit.start, verb))
            && after.starts_with(" by ")
            && let Some(found) = behind_by(scene, hit.end + " by ".len())
        {
            return Some(found);
        }
        // "After her decommissioning was announced": nobody says it.
        if matches!(word, "announced" | "revealed" | "disclosed" | "confirmed")
            && [" was", " were", " been", " be"].iter().any(|verb| scene.before(hit.start).trim_end().ends_with(verb))
        {
            continue;
        }
        // "as reported by Tarn Weekly"
        if matches!(word, "reported" | "acknowledged" | "confirmed" | "announced" | "stated")
            && before_ends(scene, hit.start, " as")
            || word == "reported" && before_ends(scene, hit.start, "as")
        {
            match after.strip_prefix(" by ").and_then(|_| behind_by(scene, hit.end + " by ".len())) {
                Some(found) => return Some(found),
                None => continue,
            }
        }
        // "the contract, broadly reported as worth $9 million": nobody is named.
        if matches!(word, "reported" | "confirmed") && after.starts_with(" as ") {
            continue;
        }
        // "will not approve a reported deal": nobody is named.
        if matches!(word, "reported" | "confirmed" | "announced" | "revealed")
            && [" a", " the", " an", " its", " any"].iter().any(|article| before_ends(scene, hit.start, article))
        {
            continue;
        }
        // "As reported, the army won": nobody is named.
        if word == "reported" && scene.before(hit.start) == "As " {
            continue;
        }
        // "played down media reports that it will buy": a noun.
        if word == "reports" && MEDIA_NOUNS.end(scene.before(hit.start).trim_end()) {
            continue;
        }
        // "denies reports that it will buy": a noun.
        if word == "reports" {
            let last = scene.before(hit.start).trim_end().last_word();
            if matches!(
                last,
                "denies"
                    | "denied"
                    | "dismissed"
                    | "dismisses"
                    | "rejected"
                    | "confirmed"
                    | "on"
                    | "of"
                    | "by"
                    | "after"
                    | "amid"
                    | "over"
                    | "to"
                    | "the"
                    | "these"
                    | "those"
                    | "some"
                    | "several"
                    | "recent"
                    | "earlier"
                    | "from"
                    | "in"
                    | "with"
            ) {
                continue;
            }
        }
        // "to say", "it would say": nothing is said yet.
        if word == "say" && scene.before(hit.start).ends_with("to ") {
            continue;
        }
        // "the daily quoted a senior officer as saying": who is quoted says it.
        if word == "quoted"
            && let Some(at) = head(after, 80).place_of(" as saying").filter(|at| *at > 1)
        {
            let whom = without_article(text, Span::new(hit.end + 1, hit.end + at));
            let name = scene.names.iter().find(|name| name.span.end == whom.end && !name.is_state());
            return Some(Speaker::Named(name.map_or(whom, |name| person_of(text, name.span))));
        }
        // "stopped the purchase after Senator Hale said he would oppose it": what is said is not the deal.
        let before = scene.before(hit.start);
        let aside = before.last_place_of(" after ").or_else(|| before.last_place_of(" because ")).is_some_and(|at| {
            !before[at..].contains(',')
                && scene.deals.iter().any(|deal| deal.end <= scene.span.start + at)
                && !scene.deals.iter().any(|deal| deal.start >= hit.end)
        });
        if aside {
            continue;
        }
        let plain = matches!(
            word,
            "said"
                | "say"
                | "says"
                | "told"
                | "stated"
                | "added"
                | "noted"
                | "insisted"
                | "warned"
                | "explained"
                | "argued"
                | "quoted as saying"
                | "stressed"
        );
        // "announced the delivery" reports nobody's words; "announced that" does, and so does a verb that ends its sentence.
        let clause = after.trim_start().starts_with("that ")
            || after.trim_start_matches(' ').starts_with(['.', ',', '“', '"', ':'])
            || after.trim().is_empty()
            || dated_clause(scene, hit.end)
            || begins_a_clause(after)
            || closes_a_sentence(scene, hit.start, after)
            || on_date(scene, hit.end);
        // "The added fourth ship will arrive": what comes besides.
        if word == "added" && ["The", "the", "an", "An", "with", "its"].contains(&before.trim_end().last_word()) {
            continue;
        }
        // "The sides added three supplements to it": nothing is said.
        if word == "added" && !clause {
            continue;
        }
        // "confirmed it as preferred bidder"
        let names = word == "confirmed" && head(after, 40).holds(" as ") && !clause;
        let acknowledges = !names
            && matches!(
                word,
                "acknowledged"
                    | "admitted"
                    | "admits"
                    | "acknowledges"
                    | "confirmed"
                    | "reported"
                    | "went on to stress"
            );
        if !plain && !clause && !acknowledges {
            continue;
        }
        // "the director, Ivo Hale, told Tarn Weekly": behind the verb stands who is told.
        let behind = if word == "told" { None } else { behind_the_verb(scene, hit.start, hit.end) };
        if let Some(found) = behind.or_else(|| subject(scene, hit.start).map(|speaker| paper_of_a_land(scene, speaker)))
        {
            return Some(found);
        }
    }
    None
}

/// `the ministry’s spokesman Ivo Hale on Monday` behind "announced by": the person who stands last, or the first name.
fn behind_by(scene: &Scene<'_, '_>, start: usize) -> Option<Speaker> {
    let text = scene.text;
    let phrase = Span::new(start, scene.span.end).of(text);
    let stop = start + phrase.find([',', '.', ';', '(']).unwrap_or(phrase.len());
    let day = scene.dates.iter().map(|date| date.start).find(|at| (start..stop).contains(at));
    let stop = day.map_or(stop, |at| {
        let lead = Span::new(start, at).of(text).trim_end();
        start + lead.strip_suffix(" on").unwrap_or(lead).len()
    });
    let within = || scene.names.iter().filter(|name| name.span.start >= start && name.span.end <= stop);
    let person = within().rev().find(|name| {
        name.span.end == stop
            && matches!(name.kind, PartyKind::Unknown | PartyKind::Person)
            && name.span.of(text).contains(' ')
    });
    let whom = person.or_else(|| within().find(|name| !name.adjective && name.span.start - start <= 24))?;
    Some(Speaker::Named(person_of(text, whom.span)))
}

/// `…, said Defence Minister Ivo Hale.`, `…,” said a spokesman for the army`: who speaks stands behind the verb where what is said stands before it.
fn behind_the_verb(scene: &Scene<'_, '_>, verb: usize, end: usize) -> Option<Speaker> {
    let text = scene.text;
    let told = scene.before(verb).trim_end();
    let closed = told.ends_with([',', '”', '"', '’']);
    if !closed || !scene.deals.iter().any(|hit| hit.end < scene.span.start + told.len()) {
        return None;
    }
    let after = scene.after(end);
    let phrase = &after[..after.find([',', ';', '(']).unwrap_or(after.len())];
    let phrase = phrase.trim_end().trim_end_matches(['.', '”', '"']);
    // "reported a Norhaven website on Saturday": the day is no part of who speaks.
    let day = scene.dates.iter().find(|date| date.start > end && date.start < end + phrase.len());
    let phrase = day.map_or(phrase, |date| Span::new(end, date.start).of(text).trim_end());
    let phrase = phrase.strip_suffix(" on").filter(|_| day.is_some()).unwrap_or(phrase);
    let stop = end + phrase.len();
    let words = || phrase.split(' ').filter(|word| !word.is_empty());
    let statement =
        |word: &str| matches!(word, "is" | "was" | "has" | "had" | "will" | "would" | "were" | "are" | "that" | "it");
    // "Velmark, which won the order, said Tolvik delivered the tanks": behind the verb stands what is said.
    if words().count() > 12
        || words().any(statement)
        || scene.deals.iter().any(|hit| hit.start >= end && hit.end <= stop)
    {
        return None;
    }
    // "said Norhaven’s defence minister Ivo Hale": the person, and not the state.
    let named = scene.names.iter().filter(|name| name.span.start >= end && name.span.end <= stop);
    // "said Velmark’s president Ivo Hale": the person stands last.
    let last = named.clone().next_back().filter(|name| {
        name.span.end == stop
            && matches!(name.kind, PartyKind::Unknown | PartyKind::Person)
            && name.span.of(text).contains(' ')
            && words().any(|word| OFFICES.get(word).is_some())
    });
    let person = last.or_else(|| named.clone().find(|name| !name.is_state() && !name.adjective));
    let near = |name: &&Name| Span::new(end, name.span.start).of(text).split(' ').count() <= 6;
    if let Some(name) = person.filter(near) {
        let before = Span::new(end, name.span.start).of(text);
        // "said Tolvik lost the bid": a name with a verb of its own.
        let after = Span::new(name.span.end, stop.max(name.span.end)).of(text);
        let ends = after.is_empty()
            || [" on ", " in ", " at ", " of ", " from ", " for "].iter().any(|link| after.starts_with(link));
        // "said a spokesman for Velmark": who speaks is not the firm.
        if ends && ![" for ", " of ", " at "].iter().any(|link| before.holds(link)) {
            return Some(Speaker::Named(person_of(text, name.span)));
        }
    }
    let institution = |name: &&Name| matches!(name.kind, PartyKind::Ministry | PartyKind::Agency | PartyKind::Military);
    if let Some(name) = named.clone().find(institution).filter(near)
        && name.span.end == stop
        && !words().any(|word| OFFICES.get(word).is_some())
    {
        return Some(Speaker::Named(name.span));
    }
    let source = |word: &str| matches!(word, "official" | "officials" | "source" | "sources" | "ministry" | "embassy");
    let office = words().any(|word| OFFICES.get(word).is_some() || source(word)) || MEDIA_NOUNS.end(phrase);
    let span = without_article(text, super::trim_matches(text, Span::new(end, stop), char::is_whitespace));
    (office && span.end > span.start).then_some(Speaker::Named(span))
}

/// ` the firm has completed a delivery`: a clause without "that", by its verb, which stands before any preposition.
fn begins_a_clause(after: &str) -> bool {
    let phrase = after.trim_start().split([',', ';', '(']).next().unwrap_or("");
    let mut words = phrase.split(' ');
    let subject = words.next().is_some_and(|word| !matches!(word, "a" | "an" | "on" | "in" | "to" | "by" | "for"));
    subject
        && words
            .take(7)
            .take_while(|word| {
                (!word.ends_with('.') || word.ends_with("S."))
                    && !matches!(
                        *word,
                        "of" | "to" | "for" | "that" | "which" | "who" | "from" | "with" | "in" | "on" | "by"
                    )
            })
            .any(|word| matches!(word, "has" | "have" | "had" | "will" | "would" | "is" | "are" | "was" | "were"))
}

/// `…, the agency’s president, Ivo Hale, wrote on his account.`: a verb of saying behind the statement, with a few words that close the sentence.
fn closes_a_sentence(scene: &Scene<'_, '_>, verb: usize, after: &str) -> bool {
    let before = scene.before(verb);
    let told = before.place_of(", ").is_some_and(|at| scene.deals.iter().any(|hit| hit.end <= scene.span.start + at));
    let subject = before.last_place_of(", ").map_or("", |at| before[at + 2..].trim_end());
    told && subject.split(' ').count() <= 9
        && after.trim().split(' ').count() <= 6
        && ["on ", "in ", "during ", "at ", "."].iter().any(|link| after.trim_start().starts_with(link))
}

/// ` today that it has`: a day between the verb and what is said.
fn dated_clause(scene: &Scene<'_, '_>, at: usize) -> bool {
    let day = scene.dates.iter().find(|date| date.start >= at && date.start - at <= 5);
    day.is_some_and(|date| {
        ["that ", "it ", "the "]
            .iter()
            .any(|next| scene.after(date.end).trim_start_matches([' ', ',']).starts_with(next))
    })
}

/// ` on May 31.` ends the sentence behind the verb.
fn on_date(scene: &Scene<'_, '_>, at: usize) -> bool {
    let after = scene.after(at);
    scene.dates.iter().any(|date| {
        date.start >= at && date.start - at <= 5 && scene.after(date.end).trim_start().starts_with(['.', ',', '(', ' '])
    }) && !after.is_empty()
        || after.trim().is_empty()
        || after.trim_start().starts_with("in a ")
}

/// `China Daily`: a newspaper whose name begins with that of a state.
fn paper_of_a_land(scene: &Scene<'_, '_>, speaker: Speaker) -> Speaker {
    let Speaker::Named(span) = speaker else { return speaker };
    if !NAMES_OF_PAPERS.has(span.of(scene.text)) {
        return Speaker::Named(span);
    }
    let land =
        scene.names.iter().chain(&scene.descriptions).find(|name| name.span.end + 1 == span.start && name.is_state());
    Speaker::Named(land.map_or(span, |land| Span::new(land.span.start, span.end)))
}

/// The name or noun phrase before the verb.
fn subject(scene: &Scene<'_, '_>, verb: usize) -> Option<Speaker> {
    let text = scene.text;
    let before = scene.before(verb).trim_end();
    // `Lavrov also acknowledged`, `Saab on 8 August said`
    let mut end = scene.span.start + before.len();
    for _ in 0..3 {
        let head = Span::new(scene.span.start, end).of(text).trim_end();
        // `Lavrov for the first time acknowledged`
        if let Some(lead) = [" for the first time", " on the record"].iter().find_map(|words| head.strip_suffix(words))
        {
            end = scene.span.start + lead.trim_end().len();
            continue;
        }
        let word_at = head.rfind(' ').map_or(0, |at| at + 1);
        if ADVERBS_OF_SAYING.has(&head[word_at..]) {
            end = scene.span.start + head[..word_at].trim_end().len();
            continue;
        }
        if let Some(date) = scene.dates.iter().find(|date| date.end == scene.span.start + head.len()) {
            let lead = Span::new(scene.span.start, date.start).of(text).trim_end();
            let lead = lead.strip_suffix(" on").unwrap_or(lead).trim_end();
            end = scene.span.start + if matches!(lead, "In" | "On" | "in" | "on") { 0 } else { lead.len() };
            continue;
        }
        break;
    }
    let mut head = Span::new(scene.span.start, end).of(text).trim_end();
    // `Velmark Inc. (“Velmark”) (NYSE: VLM) announced`: what stands in brackets is no part of the name.
    while let Some(open) = head.strip_suffix(')').and_then(|inner| inner.rfind('(')) {
        head = head[..open].trim_end();
    }
    // `Velmark, Inc. announced`: the comma stands within the name.
    if let Some(name) = scene.names.iter().find(|name| {
        name.span.end == scene.span.start + head.len() && name.span.of(text).holds(", ") && !name.adjective
    }) {
        return Some(Speaker::Named(name.span));
    }
    // ", which local media said cost $9 million"
    let relative =
        head.last_place_of(", which ").or_else(|| head.last_place_of(" which ")).filter(|at| head.len() - at <= 40);
    if let Some(at) = relative {
        let lead = head[at..].trim_start_matches([',', ' ']).strip_prefix("which ").unwrap_or("");
        if MEDIA_NOUNS.end(lead) {
            return Some(Speaker::Named(Span::new(
                scene.span.start + head.len() - lead.len(),
                scene.span.start + head.len(),
            )));
        }
    }
    let clause_from =
        head.rfind([',', '”', '"', ';', '—']).map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let phrase = head[clause_from..].trim_start();
    let phrase = ["but ", "and ", "while ", "although ", "though ", "which "]
        .iter()
        .find_map(|word| phrase.strip_prefix(word))
        .unwrap_or(phrase);
    // "The agreement involved what officials said was the sale": who speaks stands behind "what".
    let phrase = phrase.last_place_of(" what ").map_or(phrase, |at| &phrase[at + " what ".len()..]);
    // "On 24 July 2024 the firm reported": the day is no part of who speaks.
    let opening = scene.span.start + head.len() - phrase.len();
    let day = scene.dates.iter().find(|date| date.start >= opening && date.start - opening <= 3);
    let phrase = day
        .and_then(|date| text.get(date.end..scene.span.start + head.len()))
        .map_or(phrase, |rest| rest.trim_start_matches([' ', ',']));
    let start = scene.span.start + head.len() - phrase.len();
    if phrase.is_empty() {
        // `Jeff Hale, Velmark’s vice president, said`
        let name = scene.names.iter().rev().find(|name| name.span.end <= verb)?;
        // `Ivo Hale, special envoy for Norhaven, says`: the person before the words that describe him.
        let person = |name: &&Name| {
            matches!(name.kind, PartyKind::Person | PartyKind::Unknown)
                && name.span.of(text).contains(' ')
                && scene.after(name.span.end).starts_with(", ")
                && verb - name.span.end <= 120
        };
        let before = scene.names.iter().rev().filter(|other| other.span.end <= name.span.start).find(person);
        // "Ivo Hale, vice president of sales of Velmark, confirmed": an officer of the firm.
        let officer = name.kind == PartyKind::Company
            && before.is_some_and(|person| {
                let gap = Span::new(person.span.end, name.span.start.max(person.span.end)).of(text);
                gap.split([' ', ',', '-']).any(|word| OFFICES.get(word).is_some()) && gap.ends_with([' ', '’'])
            });
        let described = officer || name.kind == PartyKind::State && !name.adjective;
        // "Velmark Boats, a business unit of Velmark, announced": the firm before the words that describe it.
        let firm = |name: &&Name| {
            name.kind == PartyKind::Company
                && [", a ", ", an ", ", the "].iter().any(|opens| scene.after(name.span.end).starts_with(opens))
                // A firm behind the verb says nothing.
                && verb.checked_sub(name.span.end).is_some_and(|between| between <= 160)
        };
        let unit = scene.names.iter().find(firm).filter(|unit| {
            let gap = Span::new(unit.span.end, name.span.start.max(unit.span.end)).of(text);
            // "Velmark Boats, a Velmark company, announced"
            let company = [", a ", ", an "].contains(&gap) && scene.after(name.span.end).starts_with(" company");
            name.kind == PartyKind::Company && unit.span.end < name.span.start && (gap.ends_with(" of ") || company)
        });
        if let Some(unit) = unit {
            return Some(Speaker::Named(unit.span));
        }
        let name = before.filter(|_| described).unwrap_or(name);
        return Some(Speaker::Named(person_of(text, name.span)));
    }
    if matches!(phrase, "he" | "she" | "He" | "She" | "they" | "They" | "it" | "It")
        || phrase.ends_with(" he")
        || phrase.ends_with(" it")
        || phrase.ends_with(" she")
    {
        return Some(Speaker::Same);
    }
    let phrase_span = Span::new(start, start + phrase.len());
    // "Sources around President Hale": those who are not named, with whom they stand by.
    if ["Sources ", "sources ", "Officials ", "People ", "people "].iter().any(|noun| phrase.starts_with(noun))
        && phrase.split(' ').count() <= 7
    {
        return Some(Speaker::Named(phrase_span));
    }
    let names: Vec<_> = scene.names.iter().filter(|name| phrase_span.holds(name.span) && !name.adjective).collect();
    // "The Norhaven Minister of Defence": an office, and no person's name.
    if names
        .last()
        .is_some_and(|last| last.span.end == phrase_span.end && person_of(text, last.span).of(text).starts_with("of "))
    {
        return Some(Speaker::Named(without_article(text, phrase_span)));
    }
    // "the defence ministry in Tarnholm": the ministry.
    if let [.., office, place] = names[..]
        && place.span.end == phrase_span.end
        && Span::new(office.span.end, place.span.start).of(text) == " in "
        && matches!(office.kind, PartyKind::Ministry | PartyKind::Agency | PartyKind::Military)
    {
        return Some(Speaker::Named(office.span));
    }
    // "the US embassy in Tarnholm"
    if phrase.holds("embassy") && phrase.split(' ').count() <= 7 && !phrase.holds(" of ") {
        return Some(Speaker::Named(if names.len() >= 2 { without_article(text, phrase_span) } else { phrase_span }));
    }
    // "the embassy in Tarnholm": an office by its place.
    if let [place] = names[..]
        && place.span.end == phrase_span.end
        && Span::new(phrase_span.start, place.span.start).of(text).ends_with(" in ")
    {
        return Some(Speaker::Named(phrase_span));
    }
    if let Some(last) = names.last() {
        let behind = Span::new(last.span.end, phrase_span.end).of(text).trim();
        // "an aide to Ivo Hale": who speaks stands before.
        let lead = Span::new(phrase_span.start, last.span.start.max(phrase_span.start)).of(text);
        if behind.is_empty()
            && SERVANTS.iter().any(|noun| lead.holds(noun))
            && [" to ", " of ", " at ", " in "].iter().any(|link| lead.holds(link))
        {
            return Some(Speaker::Named(without_article(text, phrase_span)));
        }
        if behind.is_empty() {
            return Some(Speaker::Named(person_of(text, last.span)));
        }
        // `Boeing’s vice president of sales`: the person stands before, behind a comma.
        if let Some(before) = scene.names.iter().rev().find(|name| {
            name.span.end < phrase_span.start
                && phrase_span.start - name.span.end <= 3
                && name.kind == PartyKind::Unknown
        }) {
            return Some(Speaker::Named(person_of(text, before.span)));
        }
    }
    let plain = without_article(text, phrase_span);
    let keep = if phrase.starts_with("the ") || phrase.starts_with("The ") { phrase_span } else { plain };
    let bare = [
        "official", "source", "It is", "it is", "It was", "it was", "There", "which", "who", "they", "It", "it",
        "this", "reports", "media",
    ];
    if bare.contains(&keep.of(text)) || keep.of(text).starts_with("No ") || keep.of(text).starts_with("It ") {
        return None;
    }
    // "The value was not disclosed", "The ministry did not say": nobody says it.
    let last = keep.of(text).last_word();
    if matches!(
        last,
        "on" | "of"
            | "to"
            | "by"
            | "from"
            | "in"
            | "with"
            | "not"
            | "was"
            | "were"
            | "is"
            | "are"
            | "be"
            | "been"
            | "never"
            | "newly"
            | "only"
            | "would"
            | "could"
            | "will"
    ) {
        return None;
    }
    let words = keep.of(text).split(' ').count();
    (words <= 8 && keep.end > keep.start && !keep.of(text).holds(" that ")).then_some(Speaker::Named(keep))
}

/// `will not approve a`: whether a word stands right before a place.
fn before_ends(scene: &Scene<'_, '_>, at: usize, word: &str) -> bool {
    scene.before(at).trim_end().ends_with(word)
}

/// `an aide to`: those who speak for somebody, and have no name.
const SERVANTS: [&str; 6] = ["aide to ", "adviser to ", "advisor to ", "ally of ", "source at ", "source in "];

/// `The Russian minister` is Sergei Lavrov where the text named him; `Lavrov` too.
#[must_use]
pub fn officer(text: &str, phrase: Span, persons: &[Person], own: &Lexicon) -> Option<Span> {
    let words = phrase.of(text);
    if let Some(person) = persons.iter().find(|person| words == person.surname.of(text)) {
        return Some(person.span);
    }
    let country = find_names(text, phrase, own).iter().find_map(|name| name.country)?;
    let office = words.rsplit(' ').next()?;
    let named: Vec<&Person> = persons
        .iter()
        .filter(|person| {
            person.country == Some(country)
                && person.office.is_some_and(|span| span.of(text).eq_ignore_ascii_case(office) || office == "diplomat")
        })
        .collect();
    match named.as_slice() {
        [person, rest @ ..] if rest.iter().all(|other| other.surname.of(text) == person.surname.of(text)) => {
            Some(person.span)
        }
        _ => None,
    }
}

/// A person's name without the titles before it.
fn person_of(text: &str, span: Span) -> Span {
    let name = span.of(text);
    let titles = [
        "Air Vice Marshal ",
        "Vice Marshal ",
        "Foreign Minister ",
        "Defence Minister ",
        "Defense Minister ",
        "Prime Minister ",
        "President ",
        "Minister ",
        "General ",
        "Gen. ",
        "Lt. Gen. ",
        "Lt. ",
        "Col. ",
        "Adm. ",
        "Vice Admiral ",
        "Rear Admiral ",
        "Admiral ",
        "Secretary of State ",
        "Secretary of Defense ",
        "Secretary of Defence ",
        "of State ",
        "of Defense ",
        "Secretary ",
        "Senator ",
        "Chancellor ",
        "Mr. ",
        "Mr ",
        "Ms ",
        "Dr. ",
        "Major General ",
        "Brigadier General ",
        "Colonel ",
        "Captain ",
        "Capt. ",
        "Cmdr. ",
        "Commodore ",
        "Maj. ",
        "Maj. Gen. ",
        "Brig. Gen. ",
        "Rear Adm. ",
        "Vice Adm. ",
        "Chief ",
    ];
    // "General Dynamics": the name of a firm, and no general.
    if COMPANIES.longest_at(name).is_some() {
        return span;
    }
    let mut cut = name;
    for _ in 0..3 {
        for title in titles {
            cut = cut.strip_prefix(title).unwrap_or(cut);
        }
    }
    // "Secretary of State for Defence Ivo Hale"
    if text[..span.start].ends_with(" for ")
        && let Some(person) = ["Defence ", "Defense "].iter().find_map(|office| cut.strip_prefix(office))
        && person.contains(' ')
    {
        cut = person;
    }
    // "Deputy Defence Minister Ivo Hale", and no "General Dynamics Land Systems".
    if COMPANIES.longest_at(cut).is_none()
        && let Some(at) = cut.match_indices(' ').rev().map(|(at, _)| at).find(|at| {
            let office = cut[..*at].last_word();
            OFFICES.get(office).is_some() && cut[at + 1..].split(' ').count() >= 2 && !cut[at + 1..].starts_with("of ")
        })
    {
        cut = &cut[at + 1..];
    }
    Span::new(span.end - cut.len(), span.end)
}

fn without_article(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let cut = ["the ", "The ", "a ", "A ", "an ", "An "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words);
    Span::new(span.end - cut.len(), span.end)
}

//! One sentence of prose as pieces: its names, its words of trade and of state, its figures and dates.
//!
//! ```text
//! Egypt ordered four corvettes from Velmark for $2 billion
//! ~~~~~ name    deal word           ~~~~~~~ name behind "from"
//! ```
//! Words that only look like trade are left out here: a command is no order, a trade agreement no deal, a dateline no party.

mod command;
mod force;
mod trade;

use std::cell::OnceCell;

use self::trade::taken;
pub(super) use self::trade::{GIVING, allowance, begins_arms, receives_an_order};
use super::description::{Opening, opening, take_descriptions};
use super::worth::head;
use crate::lexicon::Phrases;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, GOVERNING, PARTING_ADVERBS, STATUS_WORDS, StatusWord};
use crate::lexicon::own::Lexicon;
use crate::lexicon::procurement::Hit;
use crate::lexicon::state::STATE_PHRASES;
use crate::lexicon::trade::{BEFORE_ADVERBS, OBJECTING};
use crate::mention::party::{Name, find_names};
use crate::model::{DateMention, Figure, PartyKind};
use crate::span::Span;

/// One sentence of prose as pieces.
#[derive(Debug)]
pub struct Scene<'d, 't> {
    /// The document.
    pub text: &'t str,
    /// The sentence.
    pub span: Span,
    /// The names in it.
    pub names: Vec<Name>,
    /// The words of buying and selling.
    pub deals: Vec<Hit<DealWord>>,
    /// The words that tell how far the deal has come.
    pub statuses: Vec<Hit<StatusWord>>,
    /// Its figures.
    pub figures: &'d [Figure<'t>],
    /// Its dates.
    pub dates: &'d [DateMention<'t>],
    /// A user's own words.
    pub own: &'d Lexicon,
    /// Names that only describe another: "US" in "US-based Velmark".
    pub descriptions: Vec<Name>,
    /// How each name's phrase begins, read once for all that ask.
    openings: OnceCell<Vec<Opening<'t>>>,
    /// How far the deal has come, read once for all that ask.
    stages: OnceCell<Vec<(StatusWord, Span)>>,
}

impl<'d, 't> Scene<'d, 't> {
    /// The words of buying and selling of a sentence, from which its scene is built.
    #[must_use]
    pub fn deals(text: &str, span: Span, figures: &[Figure<'_>]) -> Vec<Hit<DealWord>> {
        trade::words(text, span, figures)
    }

    /// The pieces of a sentence.
    #[must_use]
    pub fn new(
        text: &'t str,
        span: Span,
        deals: Vec<Hit<DealWord>>,
        figures: &'d [Figure<'t>],
        dates: &'d [DateMention<'t>],
        own: &'d Lexicon,
    ) -> Self {
        let mut statuses = hits(&STATUS_WORDS, text, span);
        add_parted_by_an_adverb(text, span, &mut statuses);
        statuses.retain(|hit| !taken(figures, hit.start));
        let mut names = find_names(text, span, own);
        let body = behind_dateline(text, span);
        let brackets = memchr::memchr(b'(', span.of(text).as_bytes()).is_some();
        names.retain(|name| {
            name.span.start >= body
                && !(brackets && (is_a_ticker(text, span, name.span) || abbreviates_a_thing(text, span, name)))
        });
        // "upheld a protest filed by Velmark": who objects takes no part.
        let objects = objectors(text, span);
        names.retain(|name| !objects.contains(&name.span.start));
        names.retain(|name| {
            !figures.iter().any(|figure| figure.span().overlaps(name.span))
                && !dates.iter().any(|date| date.span().overlaps(name.span))
        });
        let mut deals = deals;
        if !deals.is_empty() {
            force::add_bare_forces(text, span, &mut names);
            // "the Norhaven Procurement Centre": a word within an office's name tells of no deal.
            deals.retain(|hit| {
                !text.as_bytes()[hit.start].is_ascii_uppercase()
                    || !names.iter().any(|name| {
                        name.span.start < hit.start
                            && hit.end <= name.span.end
                            && matches!(name.kind, PartyKind::Agency | PartyKind::Ministry | PartyKind::Military)
                    })
            });
        }
        // "Minister Shin Won-sik": a name has won nothing.
        let named = |start: usize, end: usize| {
            text.as_bytes()[start].is_ascii_uppercase()
                && text.as_bytes().get(end) == Some(&b'-')
                && names.iter().any(|name| name.span.start < start && end < name.span.end)
        };
        statuses.retain(|hit| !named(hit.start, hit.end));
        deals.retain(|hit| !named(hit.start, hit.end));
        // "the French-Italian launcher": two makers, and none that sells alone.
        names.retain(|name| {
            let other = text[name.span.end..span.end].strip_prefix('-');
            !name.adjective
                || other.and_then(|rest| STATE_PHRASES.longest_at(rest)).is_none_or(|(_, state)| !state.adjective)
        });
        // "Hale and his Norhaven counterpart Ivo Tarn signed": persons.
        for name in names.iter_mut().filter(|name| name.kind == PartyKind::Unknown) {
            let after = &text[name.span.end..span.end];
            if after.starts_with(" and his ")
                || after.starts_with(" and her ")
                || text[span.start..name.span.start].ends_with(" counterpart ")
            {
                name.kind = PartyKind::Person;
            }
        }
        let descriptions = take_descriptions(text, span, &mut names);
        Self {
            text,
            span,
            names,
            deals,
            statuses,
            figures,
            dates,
            own,
            descriptions,
            openings: OnceCell::new(),
            stages: OnceCell::new(),
        }
    }

    /// The text before a place in the sentence.
    #[must_use]
    pub fn before(&self, at: usize) -> &'t str {
        Span::new(self.span.start, at).of(self.text)
    }

    /// The text behind a place in the sentence.
    #[must_use]
    pub fn after(&self, at: usize) -> &'t str {
        Span::new(at, self.span.end).of(self.text)
    }

    /// The preposition that governs a name and where it stands; empty where there is none.
    pub(super) fn lead(&self, name: usize) -> (&'t str, usize) {
        let opening = self.opening(name);
        (opening.word, opening.at)
    }

    /// Where the phrase of a name begins: "the French firm" in "the French firm Velmark".
    pub(super) fn opens(&self, name: usize) -> usize {
        self.opening(name).start
    }

    fn opening(&self, name: usize) -> Opening<'t> {
        let read = || self.names.iter().map(|name| opening(self, name.span.start)).collect();
        let start = self.span.start;
        self.openings.get_or_init(read).get(name).copied().unwrap_or(Opening { word: "", at: start, start })
    }

    /// What `read` makes of the words of state, of which it is asked once.
    pub(super) fn stages(&self, read: impl FnOnce(&Self) -> Vec<(StatusWord, Span)>) -> &[(StatusWord, Span)] {
        self.stages.get_or_init(|| read(self))
    }

    /// Whether no preposition governs a name: it may be the subject.
    #[must_use]
    pub fn governs_none(&self, name: usize) -> bool {
        !GOVERNING.has(self.lead(name).0)
    }

    /// The last deal word that ends before a place.
    pub(super) fn governor(&self, at: usize) -> Option<Hit<DealWord>> {
        self.deals.iter().rev().find(|hit| hit.end <= at).copied()
    }

    /// The first deal word that begins behind a place.
    pub(super) fn predicate(&self, at: usize) -> Option<Hit<DealWord>> {
        self.deals.iter().find(|hit| hit.start >= at).copied()
    }

    /// Whether something is bought, or a deal made, before a place.
    #[must_use]
    pub fn buys_before(&self, at: usize) -> bool {
        let bought = |hit: &Hit<DealWord>| {
            matches!(hit.what, DealWord::Buy | DealWord::Purchase | DealWord::Sign | DealWord::Deal)
        };
        self.deals.iter().any(|hit| hit.end <= at && bought(hit))
    }

    /// Whether the sentence has a deal word of a kind.
    #[must_use]
    pub fn has(&self, what: DealWord) -> bool {
        self.deals.iter().any(|hit| hit.what == what)
    }
}

/// Where a sentence begins behind its dateline: "SEOUL, Aug. 26 (Agency) -- ".
fn behind_dateline(text: &str, span: Span) -> usize {
    let inner = span.of(text);
    let opening = head(inner, 70);
    let first = opening.split([' ', ',', ':']).next().unwrap_or("");
    let capitals = first.len() >= 3 && first.chars().all(char::is_uppercase);
    if !capitals {
        return span.start;
    }
    [" -- ", " - ", " – ", " — ", ": "]
        .iter()
        .filter_map(|mark| opening.place_of(mark).map(|at| at + mark.len()))
        .min()
        // "VELMARK (NASDAQ: VLM) today announced": within a bracket.
        .filter(|at| !opening[..*at].contains('(') || opening[..*at].contains(')'))
        .map_or(span.start, |at| span.start + at)
}

/// `a protest filed by `: where the names of those begin who object to a deal.
fn objectors(text: &str, span: Span) -> Vec<usize> {
    let inner = span.of(text);
    if !inner.holds("protest") && !inner.holds("complaint") {
        return Vec::new();
    }
    OBJECTING.each().filter_map(|words| inner.place_of(words).map(|at| span.start + at + words.len())).collect()
}

/// `self-propelled howitzers (SPHs)`, `a framework agreement (SFA)`: capitals in brackets that stand for the plain words before them.
fn abbreviates_a_thing(text: &str, span: Span, name: &Name) -> bool {
    let word = name.span.of(text);
    let Some(lead) = Span::new(span.start, name.span.start).of(text).strip_suffix(" (") else { return false };
    name.country.is_none()
        && text[name.span.end..].starts_with(')')
        && word.trim_end_matches('s').bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
        && lead.rsplit(' ').next().is_some_and(|last| last.len() > 2 && last.bytes().all(|b| b.is_ascii_lowercase()))
}

/// `(NYSE: VLM)`: a stock exchange and what a share is called there.
fn is_a_ticker(text: &str, span: Span, name: Span) -> bool {
    let Some(open) = Span::new(span.start, name.start).of(text).rfind('(') else { return false };
    let rest = Span::new(span.start + open + 1, span.end).of(text);
    let Some(inner) = rest.split(')').next().filter(|inner| span.start + open + 1 + inner.len() >= name.end) else {
        return false;
    };
    inner.rsplit_once(':').is_some_and(|(_, code)| {
        let code = code.trim();
        (1..=6).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'.')
    })
}

/// `have already been delivered`: a phrase of state with an adverb behind its first verb.
fn add_parted_by_an_adverb(text: &str, span: Span, statuses: &mut Vec<Hit<StatusWord>>) {
    let inner = span.of(text);
    for verb in BEFORE_ADVERBS.each() {
        for at in inner.places_of(verb).take(4) {
            let rest = &inner[at + verb.len()..];
            let adverb = rest.split(' ').next().unwrap_or("");
            if !PARTING_ADVERBS.has(adverb) {
                continue;
            }
            let behind = rest[adverb.len()..].trim_start();
            let phrase = format!("{}{}", &verb[1..], head(behind, 48));
            let Some((length, what)) = STATUS_WORDS.longest_at(&phrase).filter(|(length, _)| *length > verb.len())
            else {
                continue;
            };
            let start = span.start + at + 1;
            let end = span.end - behind.len() + length - (verb.len() - 1);
            if statuses.iter().any(|hit| hit.start <= start && end <= hit.end) {
                continue;
            }
            // "delivered" alone says less than "has already been delivered".
            statuses.retain(|hit| !(start <= hit.start && hit.end <= end));
            let place = statuses.partition_point(|hit| hit.start < start);
            statuses.insert(place, Hit { what, start, end });
        }
    }
}

/// The phrases of a table in a stretch, longest first at each word, none within another.
pub fn hits<T: Copy>(phrases: &Phrases<T>, text: &str, span: Span) -> Vec<Hit<T>> {
    let mut found = Vec::new();
    phrases
        .each(text, span.start, span.end, |start, length, what| found.push(Hit { what, start, end: start + length }));
    found
}

//! One sentence of prose as pieces: its names, its words of trade and of state, its figures and dates.
//!
//! ```text
//! Egypt ordered four corvettes from Velmark for $2 billion
//! ~~~~~ name    deal word           ~~~~~~~ name behind "from"
//! ```
//! Words that only look like trade are left out here: a command is no order, a trade agreement no deal, a dateline no party.

use std::cell::OnceCell;

use super::worth::head;
use crate::lexicon::Phrases;
use crate::lexicon::news::{COMPANY_NOUNS, DEAL_WORDS, DealWord, NO_DEALS, OFFICES, STATUS_WORDS, StatusWord};
use crate::lexicon::own::Lexicon;
use crate::lexicon::procurement::Hit;
use crate::mention::party::{Name, find_names};
use crate::model::{DateMention, Figure};
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
    /// The preposition before each name, read once for all that ask.
    leads: OnceCell<Vec<(&'t str, usize)>>,
}

impl<'d, 't> Scene<'d, 't> {
    /// The words of buying and selling of a sentence, from which its scene is built.
    #[must_use]
    pub fn deals(text: &str, span: Span, figures: &[Figure<'_>]) -> Vec<Hit<DealWord>> {
        let mut deals = hits(&DEAL_WORDS, text, span);
        deals.retain(|hit| {
            // "three supply ships"
            let noun = Span::new(hit.start, hit.end).of(text) == "supply"
                && [" ship", " vessel", " boat", " plane", " chain"]
                    .iter()
                    .any(|next| text[hit.end..].starts_with(next));
            !noun && !commands(text, span, hit) && !taken(figures, hit.start) && !is_of_another_kind(text, span, hit)
        });
        for hit in &mut deals {
            hit.what = noun_or_verb(text, span, hit, figures);
        }
        // "handed the firm a contract" awards, "handed the ball" does not.
        let nouns: Vec<usize> = deals.iter().filter(|hit| hit.what == DealWord::Deal).map(|hit| hit.start).collect();
        deals.retain(|hit| {
            let word = Span::new(hit.start, hit.end).of(text);
            !matches!(word, "handed" | "hands" | "gave" | "gives" | "give" | "granted" | "grants")
                || nouns.iter().any(|noun| *noun > hit.end && noun - hit.end < 70)
        });
        deals
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
        statuses.retain(|hit| !taken(figures, hit.start));
        let mut names = find_names(text, span, own);
        let body = behind_dateline(text, span);
        names.retain(|name| name.span.start >= body);
        names.retain(|name| {
            !figures.iter().any(|figure| figure.span().overlaps(name.span))
                && !dates.iter().any(|date| date.span().overlaps(name.span))
        });
        Self { text, span, names, deals, statuses, figures, dates, own, leads: OnceCell::new() }
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
        let read = || self.names.iter().map(|name| preposition(self, name.span.start)).collect();
        self.leads.get_or_init(read).get(name).copied().unwrap_or(("", self.span.start))
    }

    /// The last deal word that ends before a place.
    pub(super) fn governor(&self, at: usize) -> Option<Hit<DealWord>> {
        self.deals.iter().rev().find(|hit| hit.end <= at).copied()
    }

    /// The first deal word that begins behind a place.
    pub(super) fn predicate(&self, at: usize) -> Option<Hit<DealWord>> {
        self.deals.iter().find(|hit| hit.start >= at).copied()
    }

    /// Whether the sentence has a deal word of a kind.
    #[must_use]
    pub fn has(&self, what: DealWord) -> bool {
        self.deals.iter().any(|hit| hit.what == what)
    }
}

/// `ordered the crew to abandon the ship`, `was ordered to pay`: a command, and nothing is bought.
fn commands(text: &str, span: Span, hit: &Hit<DealWord>) -> bool {
    if !matches!(Span::new(hit.start, hit.end).of(text), "order" | "orders" | "ordered" | "ordering") {
        return false;
    }
    let rest = Span::new(hit.end, span.end).of(text);
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    let first = rest.split([' ', ',']).next().unwrap_or("");
    let whom = matches!(
        first,
        "the"
            | "its"
            | "his"
            | "her"
            | "their"
            | "all"
            | "that"
            | "them"
            | "him"
            | "it"
            | "troops"
            | "police"
            | "forces"
            | "soldiers"
    ) || first.starts_with(char::is_uppercase) && !first.bytes().any(|byte| byte.is_ascii_digit());
    first == "to" || first == "by" && rest.contains(" to ") || whom && head(rest, 60).contains(" to ")
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
        .filter_map(|mark| opening.find(mark).map(|at| at + mark.len()))
        .min()
        .map_or(span.start, |at| span.start + at)
}

/// Whether a word stands in a figure: "12 trillion won" has no winner.
fn taken(figures: &[Figure<'_>], at: usize) -> bool {
    figures.iter().any(|figure| figure.start <= at && at < figure.end)
}

/// `an order` and `to order`, `the purchase` and `will purchase`: the word before tells the noun from the verb.
fn noun_or_verb(text: &str, span: Span, hit: &Hit<DealWord>, figures: &[Figure<'_>]) -> DealWord {
    let word = Span::new(hit.start, hit.end).of(text);
    let noun = match word {
        "order" | "award" => DealWord::Deal,
        "purchase" | "buy" | "lease" => DealWord::Purchase,
        "request" | "requests" => DealWord::Request,
        _ => return hit.what,
    };
    let before = Span::new(span.start, hit.start).of(text).trim_end();
    let last = before.rsplit([' ', '“', '(']).next().unwrap_or("");
    let verbal = matches!(
        last,
        "to" | "will"
            | "would"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "can"
            | "also"
            | "not"
            | "cannot"
            | "both"
    );
    let counted = figures.iter().any(|figure| figure.end <= hit.start && hit.start - figure.end <= 2);
    let named = last.chars().next().is_some_and(char::is_uppercase)
        && before.len() > last.len()
        && !matches!(last, "The" | "An" | "A");
    if verbal || named && !counted && word != "award" { hit.what } else { noun }
}

/// The phrases of a table in a stretch, longest first at each word, none within another.
pub fn hits<T: Copy>(phrases: &Phrases<T>, text: &str, span: Span) -> Vec<Hit<T>> {
    let mut found = Vec::new();
    phrases
        .each(text, span.start, span.end, |start, length, what| found.push(Hit { what, start, end: start + length }));
    found
}

/// The preposition that governs a name, behind articles and adjectives of its phrase; empty where there is none.
fn preposition<'t>(scene: &Scene<'_, 't>, at: usize) -> (&'t str, usize) {
    let before = scene.before(at);
    let mut end = before.trim_end().len();
    for _ in 0..6 {
        let head = &before[..end];
        let start = head
            .rfind(|c: char| !(c.is_alphanumeric() || c == '-' || c == '’' || c == '\''))
            .map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8));
        let word = &head[start..];
        if matches!(
            word,
            "the"
                | "The"
                | "a"
                | "an"
                | "its"
                | "their"
                | "neighbouring"
                | "both"
                | "shipbuilder"
                | "manufacturer"
                | "firm"
                | "company"
                | "contractor"
                | "giant"
                | "maker"
                | "ally"
                | "partner"
                | "neighbour"
                | "neighbor"
                | "defence"
                | "defense"
                | "state-owned"
                | "state"
                | "US"
                | "U.S."
        ) || word.ends_with("’s")
            || word.ends_with("'s")
            || word.ends_with("-based")
            || COMPANY_NOUNS.get(word).is_some()
            || OFFICES.get(word).is_some()
            || scene.names.iter().any(|name| {
                name.adjective && name.span.start == scene.span.start + start && name.span.end == scene.span.start + end
            })
        {
            end = head[..start].trim_end().len();
            if head[start..].is_empty() {
                break;
            }
            continue;
        }
        // "a consortium of Velmark and Tolvik": what governs the consortium governs its members.
        let lead = head[..start].trim_end();
        if word == "of"
            && let Some(noun) = ["consortium", "joint venture", "team", "partnership", "alliance"]
                .iter()
                .find(|noun| lead.ends_with(**noun))
        {
            end = lead.len() - noun.len();
            continue;
        }
        return (word, scene.span.start + start);
    }
    ("", at)
}

/// Whether the word before a noun says that it is no deal of goods: "a trade agreement".
fn is_of_another_kind(text: &str, span: Span, hit: &Hit<DealWord>) -> bool {
    let word = Span::new(hit.start, hit.end).of(text);
    let before = Span::new(span.start, hit.start).of(text).trim_end();
    hit.what == DealWord::Deal
        && (word.starts_with("deal") || word.starts_with("agreement"))
        && NO_DEALS.get(before.rsplit([' ', '“']).next().unwrap_or("")).is_some()
}

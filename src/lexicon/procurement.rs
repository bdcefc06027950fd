//! The words of procurement: contract types, cue words, the states of the United States.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

use super::Phrases;
use super::generated::{CUES, PRICING_TERMS, US_STATES, VEHICLE_TERMS};
use crate::model::{Pricing, Vehicle};

macro_rules! cues {
    ($($variant:ident = $example:literal),+ $(,)?) => {
        /// `awarded`: what a word of an announcement tells of its sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Cue { $(#[doc = concat!("\"", $example, "\"")] $variant),+ }
    };
}

cues! {
    Awarded = "awarded", WillCompete = "will compete for each order", Added = "has been added", Issued = "was issued", Modification = "modification",
    DeliveryOrder = "delivery order", TaskOrder = "task order", Order = "order", Contract = "contract", Agreement = "agreement",
    ContractAction = "contract action", Exercise = "exercises", IfOptions = "if all options are exercised", Completed = "completed",
    PerformanceCompletion = "performance completion date", Period = "period of performance", Cumulative = "cumulative", Ceiling = "ceiling",
    Minimum = "minimum guarantee", Estimated = "estimated", Increases = "increases", Work = "work will be performed", Funds = "funds",
    Obligated = "obligated", Deobligated = "de-obligated", WillExpire = "will expire", NotExpire = "will not expire", Activity = "is the contracting activity",
    Using = "using customers are", Received = "received", Solicited = "solicited", SoleSource = "sole-source", Competitive = "competitively procured",
    SetAside = "small business set-aside", Authority = "10 U.S.C. 2304", Fms = "foreign military sales", Cooperative = "government of",
    AwardedNote = "(Awarded", Correction = "CORRECTION:", Update = "UPDATE:", Announced = "announced", Incorrect = "incorrect", Correct = "correct",
    NotYet = "not yet been awarded", Terminate = "terminated", Executed = "executed", Respectively = "respectively", Fiscal = "fiscal",
    MultipleAward = "multiple award", Combines = "combines purchases",
}

/// `is the contracting activity` at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<T> {
    /// What was found.
    pub what: T,
    /// The first byte, in the text that was searched.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// `firm-fixed-price`: a pricing term or a vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// How it is priced.
    Pricing(Pricing),
    /// What kind of contract carries it.
    Vehicle(Vehicle),
}

/// `Virginia`: names and abbreviations of the states of the United States, in exact case.
pub static STATE_NAMES: LazyLock<Phrases<u8>> = LazyLock::new(|| Phrases::exact(US_STATES));

/// A table of words searched for in one pass.
struct Search<T: 'static> {
    automaton: Option<AhoCorasick>,
    values: Vec<T>,
}

impl<T: Copy> Search<T> {
    fn new(words: impl Iterator<Item = (&'static str, T)>, fold: bool) -> Self {
        let (words, values): (Vec<_>, Vec<_>) = words.unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Both)
            .ascii_case_insensitive(fold)
            .kind(Some(AhoCorasickKind::DFA))
            .build(words)
            .ok();
        Self { automaton, values }
    }

    /// The words of the table that stand in `text` as whole words.
    fn find(&self, text: &str) -> Vec<Hit<T>> {
        let mut hits = Vec::with_capacity(48);
        let mut from = 0;
        while let Some(hit) = self.next(text, from) {
            hits.push(hit);
            from = hit.end;
        }
        hits
    }

    /// The first word of the table at or behind `from`.
    fn next(&self, text: &str, mut from: usize) -> Option<Hit<T>> {
        let automaton = self.automaton.as_ref()?;
        loop {
            let found = automaton.find(Input::new(text).range(from..))?;
            let mut read = Some(found);
            while let Some(word) = read {
                if whole(text, word.start(), word.end()) {
                    let what = *self.values.get(word.pattern().as_usize())?;
                    return Some(Hit { what, start: word.start(), end: word.end() });
                }
                // "competitive acquisition" is no word of "competitive acquisitions", but "competitive" is.
                let shorter = Input::new(text).range(found.start()..word.end() - 1).anchored(Anchored::Yes);
                read = automaton.find(shorter);
            }
            from = found.start() + 1;
        }
    }

    /// The longest word of the table that begins `text`.
    fn begins(&self, text: &str) -> Option<Hit<T>> {
        let automaton = self.automaton.as_ref()?;
        let mut end = text.len();
        loop {
            let found = automaton.find(Input::new(text).range(..end).anchored(Anchored::Yes))?;
            if whole(text, found.start(), found.end()) {
                let what = *self.values.get(found.pattern().as_usize())?;
                return Some(Hit { what, start: found.start(), end: found.end() });
            }
            end = found.end() - 1;
        }
    }
}

/// Whether no letter or digit runs on at either end of a stretch.
fn whole(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    (!letter(start) || start == 0 || !letter(start - 1)) && (!letter(end) || !letter(end - 1))
}

/// `with an estimated`: words that open or close a stretch, searched for in one pass and in exact case.
pub struct Words(LazyLock<Search<()>>);

impl Words {
    /// Where the first of the words stands in `text`.
    #[must_use]
    pub fn first(&self, text: &str) -> Option<(usize, usize)> {
        self.first_from(text, 0)
    }

    /// Where the first of the words stands at or behind a byte of `text`.
    #[must_use]
    pub fn first_from(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        self.0.next(text, from).map(|hit| (hit.start, hit.end))
    }

    /// Whether one of the words stands in `text`.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        self.first(text).is_some()
    }

    /// How long the word is that begins `text`.
    #[must_use]
    pub fn begin(&self, text: &str) -> Option<usize> {
        self.0.begins(text).map(|hit| hit.end)
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $table:ident),+ $(,)?) => {
        $($(#[$doc])* pub static $name: Words = Words(LazyLock::new(|| Search::new(super::generated::$table.iter().copied(), false)));)+
    };
}

words! {
    /// `, with an estimated`: where the thing bought ends.
    ITEM_ENDS = ITEM_STOPS,
    /// `The contractor`: who provides the thing bought.
    PROVIDERS = PROVIDING_SUBJECTS,
    /// `provides for`: behind it stands the thing bought.
    PROVIDES = PROVIDING_VERBS,
    /// `to provide`, `for`: behind it stands the thing bought.
    OPENERS = ITEM_OPENERS,
    /// `the procurement of`: words before the thing bought that are not part of it.
    ACQUISITIONS = ITEM_ACQUISITIONS,
    /// `orders`: what a contract provides that is no thing bought.
    NO_ITEMS = NO_ITEM_STARTS,
    /// `, and is expected`: where a list of places ends.
    PLACES_END = PLACE_STOPS,
    /// ` in the amount of`: where an account's name ends.
    ACCOUNT_ENDS = ACCOUNT_STOPS,
    /// `funds`: words behind an account's name.
    FUNDS_WORDS = ACCOUNT_TAILS,
    /// `Foreign Military Sales customers`: end users that are no state.
    USERS = END_USERS,
    /// `This is a`: begins the sentence that names the contract's type.
    TYPE_OPENERS = TYPE_SENTENCES,
    /// `contracting activity`: words that only the daily list has.
    ANNOUNCES = ANNOUNCING,
    /// `awarded`: words of an award.
    AWARDS = AWARDING,
    /// `was announced`: where the name ends that a correction speaks of.
    CORRECTED_ENDS = CORRECTED_STOPS,
    /// `firm-fixed-price`: words of a contract's price.
    PRICED = PRICED_TERMS,
    /// `Navy`, `Defense Logistics Agency`: services and agencies by their names.
    SERVICES = SERVICE_NAMES,
}

static CUE_SEARCH: LazyLock<Search<Cue>> = LazyLock::new(|| Search::new(CUES.iter().copied(), true));
static TERM_SEARCH: LazyLock<Search<Term>> = LazyLock::new(|| {
    let pricing = PRICING_TERMS.iter().map(|(word, term)| (*word, Term::Pricing(*term)));
    Search::new(pricing.chain(VEHICLE_TERMS.iter().map(|(word, term)| (*word, Term::Vehicle(*term)))), true)
});

/// The cue words in `text`, in order.
#[must_use]
pub fn cues(text: &str) -> Vec<Hit<Cue>> {
    CUE_SEARCH.find(text)
}

/// The contract types in `text`, in order.
#[must_use]
pub fn terms(text: &str) -> Vec<Hit<Term>> {
    TERM_SEARCH.find(text)
}

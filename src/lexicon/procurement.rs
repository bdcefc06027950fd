//! The words of procurement: contract types, cue words, the states of the United States.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

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
    fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let (words, values): (Vec<_>, Vec<_>) = words.unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(words)
            .ok();
        Self { automaton, values }
    }

    /// The words of the table that stand in `text` as whole words.
    fn find(&self, text: &str) -> Vec<Hit<T>> {
        let mut hits = Vec::with_capacity(24);
        let bytes = text.as_bytes();
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        for found in self.automaton.iter().flat_map(|automaton| automaton.find_iter(text)) {
            let (start, end) = (found.start(), found.end());
            let begins = !letter(start) || start == 0 || !letter(start - 1);
            let ends = !letter(end) || !letter(end - 1);
            if let Some(what) = self.values.get(found.pattern().as_usize()).filter(|_| begins && ends) {
                hits.push(Hit { what: *what, start, end });
            }
        }
        hits
    }
}

static CUE_SEARCH: LazyLock<Search<Cue>> = LazyLock::new(|| Search::new(CUES.iter().copied()));
static TERM_SEARCH: LazyLock<Search<Term>> = LazyLock::new(|| {
    let pricing = PRICING_TERMS.iter().map(|(word, term)| (*word, Term::Pricing(*term)));
    Search::new(pricing.chain(VEHICLE_TERMS.iter().map(|(word, term)| (*word, Term::Vehicle(*term)))))
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

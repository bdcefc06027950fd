//! The words of procurement: contract types, cue words, the states of the United States.

use std::sync::LazyLock;

use super::generated::{CUES, PRICING_TERMS, US_STATES, VEHICLE_TERMS};
use super::letters::{alphanumerics_among, eight_at, find_at_starts};
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
    Service = "Navy", EndUser = "Foreign Military Sales customers",
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

/// `Virginia`: names and abbreviations of the states of the United States.
pub static STATE_NAMES: Words =
    Words(LazyLock::new(|| Search::new(US_STATES.iter().map(|(name, _)| (*name, ())), false)));

/// A table of words searched for in one pass over the words of a text: most words of a text begin none of the table, and the
/// first eight letters tell.
struct Search<T: 'static> {
    /// The words, those of one group together, longest first: what has eight bytes or more by the first eight, what is shorter by its
    /// first word.
    entries: Vec<Entry<T>>,
    /// A bit for each first word, by its hash: small enough to stay at hand, it turns away nearly all words of a text.
    sieve: Sieve,
    /// Open addressing: a power of two of slots, at most a quarter of them full.
    slots: Vec<Slot>,
    /// The bytes that are no letters or digits and begin a word of the table: `(`, `;`. Zeros stand for none.
    marks: Marks,
    /// Letters of any case are alike.
    fold: bool,
}

struct Entry<T> {
    word: &'static str,
    /// Its first eight bytes, and those behind them: few words have more.
    eights: [Eight; 2],
    what: T,
}

/// Up to eight bytes of a word, to be met at once.
struct Eight {
    bytes: u64,
    /// Which bytes there are.
    mask: u64,
    /// The bit that tells capitals from small letters, of each letter that may be either.
    case: u64,
}

impl Eight {
    fn new(bytes: &[u8], fold: bool) -> Self {
        let mut case = 0;
        for (at, byte) in bytes.iter().take(8).enumerate() {
            case |= u64::from(fold && byte.is_ascii_alphabetic()) << (8 * at + 5);
        }
        let mask = u64::MAX.checked_shr(64 - 8 * u32::try_from(bytes.len().min(8)).unwrap_or(8)).unwrap_or(0);
        Self { bytes: eight_at(bytes) & mask | case, mask, case }
    }

    #[inline]
    const fn meets(&self, eight: u64) -> bool {
        ((eight | self.case) ^ self.bytes) & self.mask == 0
    }
}

#[derive(Clone, Copy)]
struct Slot {
    key: u64,
    from: u32,
    to: u32,
}

impl<T: Copy> Search<T> {
    fn new(words: impl Iterator<Item = (&'static str, T)>, fold: bool) -> Self {
        let mut sieve = Sieve::default();
        let mut marks: Marks = [0; 3];
        let mut keyed: Vec<(u64, &'static str, T)> = Vec::new();
        for (word, value) in words.filter(|(word, _)| !word.is_empty()) {
            let key = key(word.as_bytes(), fold);
            sieve.add(key);
            let group = if word.len() < 8 { key } else { packed(eight_at(word.as_bytes()), 8, fold) };
            keyed.push((group, word, value));
            let first = word.as_bytes()[0];
            if !first.is_ascii_alphanumeric() && !marks.contains(&first) {
                // A table that begins its words with more marks would need more of them.
                let free = marks.iter_mut().find(|mark| **mark == 0);
                debug_assert!(free.is_some(), "{word:?} begins with a fourth mark");
                free.into_iter().for_each(|mark| *mark = first);
            }
        }
        keyed.sort_by_key(|(key, word, _)| (*key, std::cmp::Reverse(word.len())));
        let mut slots = vec![Slot { key: 0, from: 0, to: 0 }; (keyed.len() * 4).next_power_of_two().max(4)];
        let mut from = 0_u32;
        for group in keyed.chunk_by(|a, b| a.0 == b.0) {
            let to = from + u32::try_from(group.len()).unwrap_or(0);
            let mut place = spread(group[0].0, slots.len());
            while slots[place].to != 0 {
                place = (place + 1) & (slots.len() - 1);
            }
            slots[place] = Slot { key: group[0].0, from, to };
            from = to;
        }
        let entry = |(_, word, what): (u64, &'static str, T)| {
            let bytes = word.as_bytes();
            let eights = [Eight::new(bytes, fold), Eight::new(bytes.get(8..).unwrap_or(&[]), fold)];
            Entry { word, eights, what }
        };
        Self { entries: keyed.into_iter().map(entry).collect(), sieve, slots, marks, fold }
    }

    /// The words of the table that stand in `text` as whole words.
    fn find(&self, text: &str) -> Vec<Hit<T>> {
        let mut hits: Vec<Hit<T>> = Vec::new();
        let mut floor = 0;
        let bytes = text.as_bytes();
        find_at_starts(bytes, 0, self.marks, |at, length| {
            if at >= floor
                && let Some(hit) = self.at(bytes, at, length)
            {
                floor = hit.end;
                hits.push(hit);
            }
            None::<()>
        });
        hits
    }

    /// The first word of the table at or behind `from`, the longest of those that begin there.
    fn next(&self, text: &str, from: usize) -> Option<Hit<T>> {
        let bytes = text.as_bytes();
        find_at_starts(bytes, from, self.marks, |at, length| self.at(bytes, at, length))
    }

    /// The longest word of the table that begins `text`.
    fn begins(&self, text: &str) -> Option<Hit<T>> {
        let length = alphanumerics_among(eight_at(text.as_bytes()));
        self.at(text.as_bytes(), 0, length)
    }

    /// The longest word of the table at a place where so many letters and digits stand, eight at most.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "most places need no more than a look at the sieve")]
    fn at(&self, bytes: &[u8], start: usize, length: usize) -> Option<Hit<T>> {
        let (key, eight) = key_at(bytes, start, length, self.fold)?;
        if !self.sieve.passes(key) {
            return None;
        }
        self.look_up(key, eight, bytes, start)
    }

    #[inline(never)]
    fn look_up(&self, key: u64, eight: u64, bytes: &[u8], start: usize) -> Option<Hit<T>> {
        let whole = packed(eight, 8, self.fold);
        let among = |group: &[Entry<T>]| if group.is_empty() { None } else { self.among(group, eight, bytes, start) };
        let found = among(self.group(whole));
        if found.is_some() || whole == key { found } else { among(self.group(key)) }
    }

    /// The entries of a group.
    #[inline]
    fn group(&self, key: u64) -> &[Entry<T>] {
        let mut place = spread(key, self.slots.len());
        loop {
            let slot = self.slots[place];
            if slot.key == key || slot.to == 0 {
                return &self.entries[slot.from as usize..slot.to as usize];
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// The longest word of a group at a place.
    #[inline]
    fn among(&self, group: &[Entry<T>], eight: u64, bytes: &[u8], start: usize) -> Option<Hit<T>> {
        let behind = eight_at(bytes.get(start + 8..).unwrap_or(&[]));
        let met = |entry: &&Entry<T>| entry.eights[0].meets(eight) && entry.eights[1].meets(behind);
        group.iter().filter(met).find_map(|entry| {
            let length = entry.word.len();
            let end = start + length;
            let there = bytes.get(start..end)?;
            let same = length <= 16
                || if self.fold {
                    there[16..].eq_ignore_ascii_case(&entry.word.as_bytes()[16..])
                } else {
                    there[16..] == entry.word.as_bytes()[16..]
                };
            let runs_on =
                || bytes[end - 1].is_ascii_alphanumeric() && bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
            (same && !runs_on()).then_some(Hit { what: entry.what, start, end })
        })
    }
}

/// The keys of a table, a bit each by their hash.
#[derive(Clone)]
struct Sieve(Box<[u64; SIEVE / 64]>);

impl Default for Sieve {
    fn default() -> Self {
        Self(Box::new([0; SIEVE / 64]))
    }
}

impl Sieve {
    fn add(&mut self, key: u64) {
        let bit = spread(key, SIEVE);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    #[inline]
    fn passes(&self, key: u64) -> bool {
        let bit = spread(key, SIEVE);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The keys of two tables.
    fn and(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(bits, more)| *bits |= more);
        self
    }
}

/// What begins words besides letters and digits.
type Marks = [u8; 3];

/// The bits of a sieve: a power of two.
const SIEVE: usize = 1 << 14;

/// The first eight bytes of the word, or the one byte of the mark, that begins a text, in one number.
fn key(bytes: &[u8], fold: bool) -> u64 {
    let eight = eight_at(bytes);
    match alphanumerics_among(eight) {
        0 => packed(eight, 1, false),
        length => packed(eight, length, fold),
    }
}

/// The key at a place where so many letters and digits stand, and the eight bytes that it is of.
#[inline]
fn key_at(bytes: &[u8], start: usize, length: usize, fold: bool) -> Option<(u64, u64)> {
    let eight = eight_at(bytes.get(start..)?);
    Some((if length > 0 { packed(eight, length, fold) } else { packed(eight, 1, false) }, eight))
}

/// The first few of eight bytes, in lower case where cases are alike.
#[inline]
const fn packed(eight: u64, length: usize, fold: bool) -> u64 {
    // The bit that tells small letters from capitals is set in digits too.
    let eight = if fold { eight | 0x2020_2020_2020_2020 } else { eight };
    eight & (u64::MAX >> (64 - 8 * length))
}

#[inline]
fn spread(key: u64, slots: usize) -> usize {
    // The length is a power of two; the high bits of the product are the well mixed ones.
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    usize::try_from(mixed).unwrap_or(0) & (slots - 1)
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
}

static CUE_SEARCH: LazyLock<Search<Cue>> = LazyLock::new(|| Search::new(CUES.iter().copied(), true));
static TERM_SEARCH: LazyLock<Search<Term>> = LazyLock::new(|| {
    let pricing = PRICING_TERMS.iter().map(|(word, term)| (*word, Term::Pricing(*term)));
    Search::new(pricing.chain(VEHICLE_TERMS.iter().map(|(word, term)| (*word, Term::Vehicle(*term)))), true)
});

/// The cue words and the contract types in `text`, both in order.
#[must_use]
pub fn cues_and_terms(text: &str) -> (Vec<Hit<Cue>>, Vec<Hit<Term>>) {
    static BOTH: LazyLock<Sieve> = LazyLock::new(|| CUE_SEARCH.sieve.clone().and(&TERM_SEARCH.sieve));
    let (cue_search, term_search, both) = (&*CUE_SEARCH, &*TERM_SEARCH, &*BOTH);
    let mut cues: Vec<Hit<Cue>> = Vec::with_capacity(48);
    let mut terms: Vec<Hit<Term>> = Vec::with_capacity(4);
    let (mut cue_end, mut term_end) = (0, 0);
    let bytes = text.as_bytes();
    debug_assert!(term_search.marks == [0; 3], "the words of a contract's type begin with letters");
    find_at_starts(bytes, 0, cue_search.marks, |at, length| {
        let (key, eight) = key_at(bytes, at, length, true)?;
        if !both.passes(key) {
            return None;
        }
        if at >= cue_end
            && cue_search.sieve.passes(key)
            && let Some(hit) = cue_search.look_up(key, eight, bytes, at)
        {
            cue_end = hit.end;
            cues.push(hit);
        }
        if at >= term_end
            && term_search.sieve.passes(key)
            && let Some(hit) = term_search.look_up(key, eight, bytes, at)
        {
            term_end = hit.end;
            terms.push(hit);
        }
        None::<()>
    });
    (cues, terms)
}

/// `Navy` in "Navy and Marine Corps": the service or agency whose name begins `text`, by its length.
#[must_use]
pub fn service(text: &str) -> Option<usize> {
    let named = text.starts_with(|c: char| c.is_ascii_uppercase());
    let hit = if named { CUE_SEARCH.begins(text) } else { None };
    hit.filter(|hit| hit.what == Cue::Service).map(|hit| hit.end)
}

/// The contract types in `text`, in order.
#[must_use]
pub fn terms(text: &str) -> Vec<Hit<Term>> {
    TERM_SEARCH.find(text)
}

//! `had to` in "had to cancel the order": a few words of a table, looked for in a few bytes of a sentence.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::holds::Holds;

/// A short table of words or parts of a sentence, in their own case, tried one after the other: for looks at a few bytes, where a search costs
/// more than it finds.
#[derive(Debug)]
pub struct List(pub(super) &'static [(&'static str, ())]);

impl List {
    /// Whether one of them begins a text: `The deal `.
    #[must_use]
    pub fn begin(&self, text: &str) -> bool {
        self.0.iter().any(|(part, ())| text.as_bytes().get(..part.len()).is_some_and(|head| is(head, part)))
    }

    /// Whether one of them ends a text.
    #[must_use]
    pub fn end(&self, text: &str) -> bool {
        let end = |length: usize| text.len().checked_sub(length).map(|at| &text.as_bytes()[at..]);
        self.0.iter().any(|(part, ())| end(part.len()).is_some_and(|tail| is(tail, part)))
    }

    /// The longest of them that ends a text.
    #[must_use]
    pub fn ending(&self, text: &str) -> Option<&'static str> {
        self.each().filter(|part| text.ends_with(part)).max_by_key(|part| part.len())
    }

    /// Whether one of them stands in a text.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        self.0.iter().any(|(part, ())| text.holds(part))
    }

    /// Whether a word is one of them.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.iter().any(|(part, ())| *part == word)
    }

    /// Where the first of them ends that stands in a text.
    #[must_use]
    pub fn first_end_in(&self, text: &str) -> Option<usize> {
        self.0.iter().filter_map(|(part, ())| Some(text.place_of(part)? + part.len())).min()
    }

    /// Where the last of them begins that stands in a text.
    #[must_use]
    pub fn last_in(&self, text: &str) -> Option<usize> {
        self.0.iter().filter_map(|(part, ())| text.last_place_of(part)).max()
    }

    /// The last of them that stands in a text, and where it begins.
    #[must_use]
    pub fn last_found_in(&self, text: &str) -> Option<(usize, &'static str)> {
        self.each().filter_map(|part| Some((text.last_place_of(part)?, part))).max()
    }

    /// The longest of them that begins a text.
    #[must_use]
    pub fn longest_beginning(&self, text: &str) -> Option<&'static str> {
        self.each().find(|part| text.starts_with(part))
    }

    /// All of them, those that begin with another before it.
    pub fn each(&self) -> impl Iterator<Item = &'static str> {
        // The table is in the order of the alphabet.
        self.0.iter().rev().map(|(part, ())| *part)
    }

    /// ` contract` of "no deal, and a contract": what stands behind each of them that stands in a text, where it stands last.
    pub fn rests_in<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.0.iter().filter_map(|(part, ())| text.last_place_of(part).map(|at| &text[at + part.len()..]))
    }

    /// `no deal` of "no deal has been": what stands before one of them that ends a text.
    #[must_use]
    pub fn cut_from_end<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.0.iter().find_map(|(part, ())| text.strip_suffix(part))
    }

    /// Where the first of them begins that stands in a text.
    #[must_use]
    pub fn first_in(&self, text: &str) -> Option<usize> {
        self.0.iter().filter_map(|(part, ())| text.place_of(part)).min()
    }
}

/// `had to` and "had to": whether a stretch is a part of the table. Most differ in the first letter or the last, and need no further look.
fn is(stretch: &[u8], part: &str) -> bool {
    stretch.first() == part.as_bytes().first() && stretch.last() == part.as_bytes().last() && stretch == part.as_bytes()
}

/// Parts of a text, words or not, in their own case: `seiz` of a table in "was seized", found in one pass for all.
#[derive(Debug)]
pub struct Substrings {
    table: fn() -> &'static [(&'static str, ())],
    search: OnceLock<Option<AhoCorasick>>,
}

impl Substrings {
    pub(super) const fn new(table: fn() -> &'static [(&'static str, ())]) -> Self {
        Self { table, search: OnceLock::new() }
    }

    /// Whether one of the parts stands in a text.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        let search = self.search.get_or_init(|| {
            // Sentences are short, and few are asked: an automaton that is quick to build serves them better than one that is quick to run.
            let kind = Some(AhoCorasickKind::ContiguousNFA);
            AhoCorasick::builder().kind(kind).build((self.table)().iter().map(|(part, ())| *part)).ok()
        });
        search.as_ref().is_some_and(|search| search.is_match(text))
    }
}

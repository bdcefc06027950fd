//! Sentence patterns: one a file, over pieces that are already read (figures, dates, identifiers, cue words).
//!
//! A clause never reads an amount again: it asks which pieces stand where and what words stand between them.

pub mod activity;
pub mod award;
pub mod circumstance;
pub mod competition;
pub mod completion;
pub mod customer;
pub mod day;
pub mod deal;
pub mod description;
pub mod government;
pub mod item;
pub mod obligation;
pub mod place;
pub mod sale;
pub mod scene;
pub mod sending;
pub mod stage;
pub mod statement;
pub mod supplier;
pub mod termination;
pub mod value;
pub mod ware;
pub mod worth;

use crate::lexicon::holds::Holds;
use crate::lexicon::procurement::{Cue, Hit, Term};
use crate::model::{DateMention, Figure, Identifier};
use crate::span::Span;

/// A paragraph as pieces: its sentences, and what was found in them, all in text order.
#[derive(Debug)]
pub struct Pieces<'d, 't> {
    /// The whole document; every span counts in it.
    pub text: &'t str,
    /// Where the paragraph stands.
    pub span: Span,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// The cue words.
    pub hits: Vec<Hit<Cue>>,
    /// The contract types.
    pub terms: Vec<Hit<Term>>,
    /// The figures of the document.
    pub figures: &'d [Figure<'t>],
    /// The dates of the document.
    pub dates: &'d [DateMention<'t>],
    /// The identifiers of the paragraph.
    pub identifiers: Vec<Identifier<'t>>,
}

impl<'d, 't> Pieces<'d, 't> {
    /// The cue words in a stretch.
    #[must_use]
    pub fn hits_in(&self, span: Span) -> &[Hit<Cue>] {
        stretch(&self.hits, span, |hit| hit.start)
    }

    /// The first cue word of a kind in a stretch.
    #[must_use]
    pub fn first(&self, span: Span, what: Cue) -> Option<Hit<Cue>> {
        self.hits_in(span).iter().find(|hit| hit.what == what).copied()
    }

    /// Whether a stretch has a cue word of a kind.
    #[must_use]
    pub fn has(&self, span: Span, what: Cue) -> bool {
        self.first(span, what).is_some()
    }

    /// The figures in a stretch.
    #[must_use]
    pub fn figures_in(&self, span: Span) -> &'d [Figure<'t>] {
        stretch(self.figures, span, |figure| figure.start)
    }

    /// The dates in a stretch.
    #[must_use]
    pub fn dates_in(&self, span: Span) -> &'d [DateMention<'t>] {
        stretch(self.dates, span, |date| date.start)
    }

    /// The text of a stretch.
    #[must_use]
    pub fn of(&self, span: Span) -> &'t str {
        span.of(self.text)
    }
}

/// The pieces that begin in a stretch, of all in text order.
fn stretch<T>(pieces: &[T], span: Span, start: impl Fn(&T) -> usize) -> &[T] {
    // Most stretches have few.
    const FEW: usize = 6;
    let rest = &pieces[pieces.partition_point(|piece| start(piece) < span.start)..];
    let inside = |piece: &T| start(piece) < span.end;
    let few = rest.iter().take(FEW).take_while(|piece| inside(piece)).count();
    let to = if few < FEW { few } else { rest.partition_point(inside) };
    &rest[..to]
}

/// The span without the spaces, commas and stops at its ends.
#[must_use]
pub fn trim(text: &str, span: Span) -> Span {
    trim_matches(text, span, |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':' | '*'))
}

/// The span without what `drop` names at its ends.
pub(crate) fn trim_matches(text: &str, span: Span, drop: impl Fn(char) -> bool + Copy) -> Span {
    let inner = span.of(text);
    // Most have nothing at their ends, which two bytes of ASCII tell.
    let bytes = inner.as_bytes();
    if let (Some(first @ 0..0x80), Some(last @ 0..0x80)) = (bytes.first(), bytes.last())
        && !drop(char::from(*first))
        && !drop(char::from(*last))
    {
        return span;
    }
    let cut = inner.trim_start_matches(drop);
    let start = span.start + (inner.len() - cut.len());
    Span::new(start, start + cut.trim_end_matches(drop).len())
}

/// ` worth ` at a place: where the words stand, without the spaces at their ends.
#[must_use]
pub fn words_at(at: usize, words: &str) -> Span {
    let start = at + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// As much of a sentence around a piece as can decide what the piece is: a list of ten thousand amounts is read in linear time.
#[must_use]
pub fn around(text: &str, sentence: Span, piece: Span) -> Span {
    const FAR: usize = 1200;
    let start = sentence.start.max(floor(text, piece.start.saturating_sub(FAR)));
    let end = sentence.end.min(floor(text, piece.end.saturating_add(FAR)));
    Span::new(start.min(piece.start), end.max(piece.end))
}

/// The last border of characters at or before a byte.
#[must_use]
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where `needle` begins in a stretch.
#[must_use]
pub fn find(text: &str, span: Span, needle: &str) -> Option<usize> {
    span.of(text).place_of(needle).map(|at| span.start + at)
}

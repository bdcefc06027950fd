//! `has been delivered`: a word of state with what stands around it, and how far the deal has come by it.

use super::StatusWord;
use crate::clause::scene::Scene;
use crate::clause::worth::head;
use crate::lexicon::procurement::Hit;
use crate::lexicon::stages::ENDINGS_MUSED;
use crate::span::Span;

/// `delivered` in "The jets have been delivered to Norhaven".
pub(super) struct Told<'s, 'd, 't> {
    pub(super) scene: &'s Scene<'d, 't>,
    /// Where the word stands.
    pub(super) span: Span,
    what: StatusWord,
    /// The word itself.
    pub(super) word: &'t str,
    /// The sentence before it: "The jets have been".
    pub(super) before: &'t str,
    /// The sentence behind it: " to Norhaven".
    pub(super) after: &'t str,
}

impl<'s, 'd, 't> Told<'s, 'd, 't> {
    pub(super) fn new(scene: &'s Scene<'d, 't>, hit: &Hit<StatusWord>) -> Self {
        let span = Span::new(hit.start, hit.end);
        Self {
            scene,
            span,
            what: hit.what,
            word: span.of(scene.text),
            before: scene.before(hit.start).trim_end(),
            after: scene.after(hit.end),
        }
    }

    /// `is expected to be delivered`: the stage that the word names where it stands; none where it names no stage of this deal.
    pub(super) fn stage(&self) -> Option<StatusWord> {
        // "the pause that was previously imposed" is over.
        if self.before.ends_with(" previously") {
            return None;
        }
        match self.what {
            StatusWord::Requested => Some(self.requested()),
            StatusWord::Approved => self.approved(),
            StatusWord::Signed => self.signed(),
            StatusWord::Awarded => self.awarded(),
            StatusWord::Delivered => self.delivered(),
            StatusWord::InDelivery => self.in_delivery(),
            StatusWord::Completed => Some(self.completed()),
            StatusWord::Delayed => self.delayed(),
            StatusWord::Suspended => self.suspended(),
            StatusWord::Unfulfilled => self.unfulfilled(),
            StatusWord::Cancelled => self.cancelled(),
            StatusWord::Planned => self.planned(),
            // "is considering cancelling the order": the order stands.
            StatusWord::Possible if ENDINGS_MUSED.begin(self.after) => None,
            StatusWord::Possible | StatusWord::Negotiating | StatusWord::Denied => Some(self.what),
        }
    }

    /// `will be delivered`, `not delivered`: what the word says is not done.
    pub(super) fn is_ahead(&self) -> bool {
        [" be", " to", " will", " would", " not"].iter().any(|verb| self.before.ends_with(verb))
    }

    /// `could be sold`: what the word says may come or not.
    pub(super) fn may_be(&self) -> bool {
        let verb = self.before.strip_suffix(" be").unwrap_or(self.before);
        [" could", " may", " might"].iter().any(|modal| verb.ends_with(modal))
    }

    /// ` a loan`: the words behind, as far as the phrase goes.
    pub(super) fn phrase_behind(&self, most: usize) -> &'t str {
        head(self.after, most).split([',', ';']).next().unwrap_or("")
    }
}

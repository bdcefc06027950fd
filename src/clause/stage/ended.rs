//! `scrapped the order`, `failed to block the sale`: whether a deal is stopped, and this one.

use super::StatusWord;
use super::agreed::gets_work;
use super::told::Told;
use crate::clause::scene::Scene;
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::lexicon::stages::{
    BLOCKING, DECIDED_TO, DEFEATING, DELAYS_PAST, MUSING, NO_BLOCK, NO_DELAYS, OPPOSING_ACTS, WHAT_IS_ENDED,
};

impl Told<'_, '_, '_> {
    /// `cancelled`, `rejected`
    pub(super) fn cancelled(&self) -> Option<StatusWord> {
        if self.is_for_scrap() || self.breaks_down() || self.is_no_work_lost() {
            return None;
        }
        // "ammunition worth €9 million had been called off from Velmark": what is ordered under a framework.
        if self.word.ends_with("called off") && [" from ", " under "].iter().any(|link| self.after.starts_with(link)) {
            return Some(StatusWord::Signed);
        }
        if self.is_blocked_in_vain() {
            return Some(StatusWord::Approved);
        }
        // "ordered 12 tanks and declined to buy more": what is bought stays so.
        let more = [" more", " any more", " additional", " further", " another"]
            .iter()
            .any(|word| self.after.starts_with(word));
        if more
            && [" buy", " purchase", " order", " acquire"].iter().any(|verb| self.word.ends_with(verb))
            && bought_before(self.scene, self.span.start)
        {
            return None;
        }
        // "rejected a resolution against the sale": the sale is not off.
        let none = self.ends_another()
            // "could cancel the deal": it is not off yet.
            || self.may_be() || self.word == "rejected" && is_opposed(self.after) || self.is_not_decided();
        (!none).then_some(StatusWord::Cancelled)
    }

    /// `halted`, `to block`
    pub(super) fn suspended(&self) -> Option<StatusWord> {
        if self.freezes_money() || self.is_not_blocked() || self.is_overridden() {
            return None;
        }
        if self.is_blocked_in_vain() {
            return Some(StatusWord::Approved);
        }
        // "could halt the deal": it is not off yet.
        (!self.ends_another() && !self.may_be() && !self.is_not_decided()).then_some(StatusWord::Suspended)
    }

    /// `has yet to deliver`
    pub(super) fn unfulfilled(&self) -> Option<StatusWord> {
        (!self.ends_another()).then_some(StatusWord::Unfulfilled)
    }

    /// `delayed`
    pub(super) fn delayed(&self) -> Option<StatusWord> {
        // "without any delays"
        let none = self.word.starts_with("delay") && NO_DELAYS.end(self.before);
        (!none && !self.is_delayed_no_more() && !self.is_not_decided()).then_some(StatusWord::Delayed)
    }

    /// `sold for scrap`: what becomes of the ship.
    fn is_for_scrap(&self) -> bool {
        self.word == "scrap" && (self.before.ends_with(" for") || self.before.ends_with(" as"))
    }

    /// `the truck broke down`; "talks with Velmark broke down" ends a deal.
    fn breaks_down(&self) -> bool {
        self.word.ends_with("down")
            && !self.word.starts_with("turn")
            && !["talks", "negotiations"].iter().any(|noun| tail(self.before, 60).holds(noun))
    }

    /// `lost the bid for it`; "lost a $9 million contract" ends one.
    fn is_no_work_lost(&self) -> bool {
        matches!(self.word, "lost" | "loses" | "losing")
            && !gets_work(head(self.after, 60).split(" for ").next().unwrap_or(""))
    }

    /// `paid from frozen assets`, `a freeze in building`
    fn freezes_money(&self) -> bool {
        self.word.starts_with("fr")
            && [" assets", " funds", " accounts", " in "].iter().any(|noun| head(self.after, 24).holds(noun))
    }

    /// `failed to block the sale`, `has 30 days to block it`
    fn is_not_blocked(&self) -> bool {
        self.word == "to block" && NO_BLOCK.end(self.before)
    }

    /// `vetoed the deal, but parliament overrode him`
    fn is_overridden(&self) -> bool {
        self.word.holds("veto")
            && [" overrode", " overridden", " overturned", " override"].iter().any(|verb| self.after.holds(verb))
    }

    /// `rejected an effort to block the sale`: whether those who would stop it are stopped themselves.
    fn is_blocked_in_vain(&self) -> bool {
        let text = self.scene.span.of(self.scene.text);
        let effort = text.places_of(" to block").find(|at| OPPOSING_ACTS.has(text[..*at].last_word()));
        effort
            .map(|at| at + " to block".len())
            .is_some_and(|end| self.span.start <= self.scene.span.start + end && is_defeated(tail(&text[..end], 90)))
    }

    /// `will buy 15 guns after it cancelled an order for others`: whether a clause of its own behind a buying tells what ended before it.
    fn ends_another(&self) -> bool {
        let near = tail(self.before, 40);
        let Some(clause) = near.last_place_of(" after ").filter(|from| near[*from + 7..].split(' ').count() <= 3)
        else {
            return false;
        };
        let start = self.span.start - (near.len() - clause);
        // The verb itself is part of it: "cancelled an order".
        let object = head(self.scene.after(self.span.start), 60);
        bought_before(self.scene, start) && WHAT_IS_ENDED.are_in(object)
    }

    /// `to cancel the order`; "decided to cancel it" ends it.
    fn is_not_decided(&self) -> bool {
        // "reversed the decision to cancel the order": it is not off any more.
        let undone =
            || ["revers", "overturn", "delay", "postpon", "defer"].iter().any(|verb| tail(self.before, 36).holds(verb));
        self.before.ends_with(" to") && (!DECIDED_TO.end(self.before) || self.before.ends_with(" decision to") && undone())
            // "is considering cancelling the order"
            || self.word.ends_with("ing") && MUSING.end(self.before)
    }

    /// `reached an agreement after repeated delays`: they are over.
    fn is_delayed_no_more(&self) -> bool {
        DELAYS_PAST.end(self.before)
            && self.scene.statuses.iter().any(|other| {
                matches!(
                    other.what,
                    StatusWord::Signed | StatusWord::Awarded | StatusWord::Delivered | StatusWord::Planned
                ) && other.end <= self.span.start
            })
    }
}

/// `will buy 15 guns` before "after it cancelled": whether somebody buys before a place.
fn bought_before(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.deals.iter().any(|hit| matches!(hit.what, DealWord::Buy | DealWord::Request) && hit.end <= at)
}

/// `rejected an effort`, `voted down a resolution that would have`: whether what is against a deal has come to nothing.
fn is_defeated(near: &str) -> bool {
    DEFEATING.rests_in(near).any(|object| !object.contains([',', ';']) && names_an_opposing_act(object))
}

/// ` an effort to block`, ` a resolution against`: whether an act of opposing follows a verb.
fn is_opposed(after: &str) -> bool {
    let near = head(after, 80);
    names_an_opposing_act(near) && BLOCKING.are_in(near)
}

/// ` an effort`: one of the acts by which a parliament opposes a deal.
fn names_an_opposing_act(object: &str) -> bool {
    object.split(' ').take(5).any(|word| OPPOSING_ACTS.has(word))
}

//! `signed a contract`, `won approval`: whether a deal is made, and with whom the work is.

use super::StatusWord;
use super::leave::allows;
use super::told::Told;
use crate::clause::deal::passive;
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::lexicon::stages::{HAS_BEEN, HOPED_FOR, NOT_YET_SIGNED, NOTHING_AT_ALL, OFFERS, SHIP_NOUNS, WORK_NOUNS};

impl Told<'_, '_, '_> {
    /// `plans to`; "is expected to reject a request" plans nothing.
    pub(super) fn planned(&self) -> Option<StatusWord> {
        let rejects = [" reject", " refuse", " turn down", " deny", " decline"];
        let none = self.word.ends_with("expected to") && rejects.iter().any(|verb| self.after.starts_with(verb));
        // "cancelled the deal but plans to renegotiate it": the deal was there.
        let anew = [" renegotiate", " re-negotiate"].iter().any(|verb| self.after.starts_with(verb));
        (!none && !anew).then_some(StatusWord::Planned)
    }

    /// `signed`, `sold`
    pub(super) fn signed(&self) -> Option<StatusWord> {
        if self.is_another_sale() {
            return None;
        }
        if self.may_be() {
            return Some(StatusWord::Possible);
        }
        if self.is_ahead() && self.word != "signing" || self.is_in_principle() {
            return Some(StatusWord::Planned);
        }
        // "would have bought", "almost bought": it came to nothing.
        if [" would have", " almost", " nearly", " could have"].iter().any(|lead| self.before.ends_with(lead)) {
            return Some(StatusWord::Possible);
        }
        // "with an eye to signing a deal in August"
        if self.word == "signing" && NOT_YET_SIGNED.end(self.before) {
            return Some(StatusWord::Planned);
        }
        if nothing_is(self.before) {
            return Some(StatusWord::Possible);
        }
        // "its 2016 orders"
        let noun = matches!(self.word, "orders" | "signs") && self.before.ends_with(|c: char| c.is_ascii_digit());
        (!noun).then_some(StatusWord::Signed)
    }

    /// `awarded`, `won`
    pub(super) fn awarded(&self) -> Option<StatusWord> {
        if self.enters_service() || self.is_given_goods() {
            return Some(StatusWord::Delivered);
        }
        // "the Academy Award-winning actress"
        if self.after.starts_with('-') {
            return None;
        }
        // "would help secure its oil fields"
        if self.word == "secure" && !self.scene.deals.iter().any(|deal| deal.start == self.span.start) {
            return None;
        }
        if self.may_be() {
            return Some(StatusWord::Possible);
        }
        if self.gets_a_loan() {
            return Some(StatusWord::Planned);
        }
        if self.has_won() {
            return Some(StatusWord::Awarded);
        }
        if self.is_ahead() {
            return Some(StatusWord::Planned);
        }
        if nothing_is(self.before) {
            return Some(StatusWord::Possible);
        }
        // "won approval to sell" is allowed.
        Some(if allows(self.after) { StatusWord::Approved } else { StatusWord::Awarded })
    }

    /// `requested`; "issued a request for proposals" is a tender.
    pub(super) fn requested(&self) -> StatusWord {
        let bids = [" proposals", " tenders", " bids", " quotations", " information"];
        if bids.iter().any(|next| self.after.starts_with(next)) {
            return StatusWord::Planned;
        }
        StatusWord::Requested
    }

    /// `the same model had been sold to Norhaven`: another deal.
    fn is_another_sale(&self) -> bool {
        self.word == "sold" && tail(self.before, 40).holds(" same ") && passive(self.before)
    }

    /// `have reached an agreement in principle`
    fn is_in_principle(&self) -> bool {
        head(self.after, 30).holds(" in principle")
            || self.word.ends_with("agreement") && self.after.starts_with(" in principle")
    }

    /// `the ship was commissioned in Tarnholm`
    fn enters_service(&self) -> bool {
        self.word.ends_with("commissioned")
            && ![" by ", " to "].iter().any(|next| self.after.starts_with(next))
            && SHIP_NOUNS.are_in(tail(self.before, 120))
    }

    /// `has been given 12 helicopters`: they are there.
    fn is_given_goods(&self) -> bool {
        self.word == "given"
            && self.scene.deals.iter().any(|deal| deal.what == DealWord::Receive && deal.end == self.span.end)
    }

    /// `has secured a loan to finance the purchase`: nothing is bought yet.
    fn gets_a_loan(&self) -> bool {
        matches!(self.word, "secured" | "secures" | "won" | "wins")
            && [" credit line", " line of credit", " loan"].iter().any(|noun| self.phrase_behind(60).holds(noun))
    }

    /// `beat its rival to win a contract`; what somebody hopes to win is not won.
    fn has_won(&self) -> bool {
        self.before.ends_with(" to") && matches!(self.word, "win" | "secure" | "clinch") && !HOPED_FOR.end(self.before)
    }
}

/// `not one contract has been`, `no deal was`: whether the words before a verb deny it of all.
fn nothing_is(before: &str) -> bool {
    let Some(lead) = HAS_BEEN.cut_from_end(before) else {
        return false;
    };
    let near = tail(lead, 40).to_ascii_lowercase();
    NOTHING_AT_ALL.begin(near.rsplit([',', ';', '.']).next().unwrap_or("").trim_start())
}

/// ` four bids for`, ` an offer of`: whether what one has received are offers.
pub(super) fn gets_offers(after: &str) -> bool {
    let object = head(after, 40).split([',', ';', '.']).next().unwrap_or("");
    object.split(' ').take(4).any(|word| OFFERS.has(word))
}

/// ` a $9 million contract from`: whether work is received, and no goods.
pub(super) fn gets_work(after: &str) -> bool {
    after.split([',', ';']).next().is_some_and(|phrase| {
        // "received three jets under a contract" got goods.
        let phrase = phrase.split_once(" under ").map_or(phrase, |(goods, _)| goods);
        // "from the contractor Velmark" is none.
        phrase.split([' ', '-']).any(|word| WORK_NOUNS.has(word.trim_end_matches(['.', '”'])))
    })
}

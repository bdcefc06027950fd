//! `approved the sale`, `permission to export`: whether a deal is let go, or its leave is still awaited.

use super::StatusWord;
use super::told::Told;
use crate::clause::scene::allowance;
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::lexicon::stages::{DOUBTING, LEAVE, LEAVE_AWAITED, LEAVE_EXPECTED, LEAVE_OPEN, LEAVE_REFUSED, LEAVE_SOUGHT};

impl Told<'_, '_, '_> {
    /// `approved`
    pub(super) fn approved(&self) -> Option<StatusWord> {
        if self.awaits_leave() {
            // "sent howitzers without asking for approval": what was done waits for none.
            return (!tail(self.before, 30).holds(" without")).then_some(StatusWord::Planned);
        }
        if self.is_not_let_go() {
            return Some(StatusWord::Cancelled);
        }
        // "The sale, if approved, would be worth"
        if self.before.ends_with(" if") {
            return Some(StatusWord::Possible);
        }
        // "which parliament must still approve"
        if doubted(self.before) || self.word == "approve" && LEAVE_OPEN.end(self.before) {
            return None;
        }
        if self.lets_its_own_plan_go() {
            return Some(StatusWord::Planned);
        }
        // "is expected to approve", "agreed to approve"
        let ahead = self.is_ahead()
            && !self.before.ends_with(" be")
            && (!self.before.ends_with(" to") || LEAVE_EXPECTED.end(self.before));
        (!ahead).then_some(StatusWord::Approved)
    }

    /// `is awaiting approval`, `is expected to be approved`: nothing is allowed yet.
    fn awaits_leave(&self) -> bool {
        let asked = self.word.starts_with("approval") && self.before.ends_with(" for");
        (matches!(self.word, "approved" | "go-ahead" | "clearance") || self.word.starts_with("approval"))
            && (asked || LEAVE_AWAITED.end(self.before))
            && !self.before.ends_with("gave its")
    }

    /// `will not approve a deal`
    fn is_not_let_go(&self) -> bool {
        matches!(self.word, "approve" | "approved" | "authorise" | "authorize" | "allow")
            && LEAVE_REFUSED.end(self.before)
    }

    /// `approved a plan to buy`
    fn lets_its_own_plan_go(&self) -> bool {
        [" a plan to ", " plans to ", " its plan to ", " the plan to "].iter().any(|plan| self.after.starts_with(plan))
            && self.scene.has(DealWord::Buy)
    }
}

/// ` approval to sell`: whether what is won or received is a leave.
pub(super) fn allows(after: &str) -> bool {
    allowance(head(after, 40)).is_some()
}

/// `received permission from Norhaven`, `the go-ahead`: what the words before a verb of trade say of leave for it.
pub(super) fn leave_before(near: &str) -> Option<StatusWord> {
    let allowed =
        LEAVE.rests_in(near).any(|rest| rest.is_empty() || rest.starts_with(" from ") && !rest.contains([',', ';']));
    // "is awaiting approval to buy"
    allowed.then(|| if LEAVE_SOUGHT.are_in(near) { StatusWord::Planned } else { StatusWord::Approved })
}

/// `doubt that Norhaven would ever `: whether somebody does not believe what follows.
#[must_use]
pub fn doubted(before: &str) -> bool {
    let rest = DOUBTING.rests_in(tail(before, 60)).min_by_key(|rest| rest.len());
    rest.is_some_and(|rest| !rest.contains([',', ';']))
}

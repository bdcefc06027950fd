//! `has yet to be delivered`: the words around a word of state or of trade by which prose tells how far a deal has come.

use super::generated;
use super::list::List;

/// ` is due` in "the first of which is due in 2026": goods that are not there yet.
pub static STILL_TO_COME: List = List(generated::STILL_TO_COME);
/// ` expected` behind "first deliveries": they are not made yet.
pub static DUE_BEHIND: List = List(generated::DUE_BEHIND);
/// ` will deliver` before "the first of 12 jets": none is there yet.
pub static HANDED_OVER_LATER: List = List(generated::HANDED_OVER_LATER);
/// ` may receive` before "the first of its jets": none is there yet.
pub static RECEIVED_LATER: List = List(generated::RECEIVED_LATER);
/// `All` before "have been handed over": nothing is left to come.
pub static ALL_OF_THEM: List = List(generated::ALL_OF_THEM);
/// ` had been` before "delivered" in "12 of which had been delivered": the verbs between a number and what was done with it.
pub static HAD_BEEN: List = List(generated::HAD_BEEN);
/// `bids` in "has received four bids": no goods are there.
pub static OFFERS: List = List(generated::OFFERS);
/// `delivered`: goods have gone to the buyer.
pub static HANDED_OVER: List = List(generated::HANDED_OVER);
/// `begun` in "has begun to deliver": what goes on.
pub static BEGINNING: List = List(generated::BEGINNING);
/// ` has begun` behind "delivery of 12 helicopters": some are there.
pub static UNDER_WAY: List = List(generated::UNDER_WAY);
/// ` included ` in "deliveries in 2015 included four jets": they are made.
pub static ENDED_BEHIND: List = List(generated::ENDED_BEHIND);
/// ` has been` before "supplying": goods are on their way.
pub static GOES_ON: List = List(generated::GOES_ON);
/// ` will not` before "deliver": nothing will come.
pub static GOODS_REFUSED: List = List(generated::GOODS_REFUSED);
/// `frigate` in "the frigate was commissioned": what enters service so.
pub static SHIP_NOUNS: List = List(generated::SHIP_NOUNS);
/// `will` in "will deliver": the verb behind it is not done yet, or not at all.
pub static NOT_DONE: List = List(generated::NOT_DONE);
/// ` plans to` before "sign" or "spend": what somebody means to do.
pub static MEANS_TO: List = List(generated::MEANS_TO);
/// ` hopes to` before "win a contract": nobody has won yet.
pub static HOPED_FOR: List = List(generated::HOPED_FOR);
/// ` eye to` in "with an eye to signing a deal": nothing is signed yet.
pub static NOT_YET_SIGNED: List = List(generated::NOT_YET_SIGNED);
/// ` plans to sign` in "under a contract which Norhaven plans to sign": the deal is not made yet.
pub static TO_BE_SIGNED: List = List(generated::TO_BE_SIGNED);
/// `nder a ` in "under a contract": the deal is there, and something is done under it.
pub static UNDER: List = List(generated::UNDER);
/// `potential` in "under a potential contract": the deal is not there.
pub static DEAL_NOT_MADE: List = List(generated::DEAL_NOT_MADE);
/// ` might ` in a sentence: what it tells of may come or not.
pub static ONLY_POSSIBLE: List = List(generated::ONLY_POSSIBLE);
/// ` this ` in "an order is expected this year": the order is what is expected.
pub static EXPECTED_WHEN: List = List(generated::EXPECTED_WHEN);
/// ` has been` in "not one contract has been signed": the verbs between a deal and what was done with it.
pub static HAS_BEEN: List = List(generated::HAS_BEEN);
/// `not one ` in "not one contract has been signed": it is denied of all.
pub static NOTHING_AT_ALL: List = List(generated::NOTHING_AT_ALL);
/// `contract` in "received a contract": work is got, and no goods.
pub static WORK_NOUNS: List = List(generated::WORK_NOUNS);
/// `received` in "received a $9 million order": work or goods are got.
pub static GETTING: List = List(generated::GETTING);
/// `permission` in "received permission from Norhaven": a deal is let go.
pub static LEAVE: List = List(generated::LEAVE);
/// `awaits` before "approval": nothing is allowed yet.
pub static LEAVE_AWAITED: List = List(generated::LEAVE_AWAITED);
/// `asked for` in "asked for permission to buy": nothing is allowed yet.
pub static LEAVE_SOUGHT: List = List(generated::LEAVE_SOUGHT);
/// ` declined to` before "approve": the deal is not let go.
pub static LEAVE_REFUSED: List = List(generated::LEAVE_REFUSED);
/// ` still` in "which parliament must still approve": nothing is allowed yet.
pub static LEAVE_OPEN: List = List(generated::LEAVE_OPEN);
/// ` expected to` before "approve": nothing is allowed yet.
pub static LEAVE_EXPECTED: List = List(generated::LEAVE_EXPECTED);
/// `allows ` in "allows Norhaven to export": a deal is let go.
pub static ALLOWING: List = List(generated::ALLOWING);
/// `doubt that ` in "doubt that Norhaven would ever approve it": what follows is not believed.
pub static DOUBTING: List = List(generated::DOUBTING);
/// `decided to` before "cancel the order": it is cancelled.
pub static DECIDED_TO: List = List(generated::DECIDED_TO);
/// ` cancelling` behind "is considering": what it is about stands still.
pub static ENDINGS_MUSED: List = List(generated::ENDINGS_MUSED);
/// `considering` before "cancelling the order": it is not off yet.
pub static MUSING: List = List(generated::MUSING);
/// ` after repeated` before "delays": they are over.
pub static DELAYS_PAST: List = List(generated::DELAYS_PAST);
/// `failed` before "to block the sale": nothing is blocked, or not yet.
pub static NO_BLOCK: List = List(generated::NO_BLOCK);
/// `resolution` in "rejected a resolution to block the sale": how a parliament opposes a deal.
pub static OPPOSING_ACTS: List = List(generated::OPPOSING_ACTS);
/// `rejected ` in "rejected a resolution to block the sale": what opposes a deal comes to nothing.
pub static DEFEATING: List = List(generated::DEFEATING);
/// ` against` in "a resolution against the sale": what would stop a deal.
pub static BLOCKING: List = List(generated::BLOCKING);
/// ` order` in "cancelled an order for others": the deal that ends.
pub static WHAT_IS_ENDED: List = List(generated::WHAT_IS_ENDED);
/// ` to buy` before "the second batch": what is bought, and not what is there.
pub static WHAT_IS_MEANT: List = List(generated::WHAT_IS_MEANT);

/// ` advance` before "has been transferred": money, and no goods.
pub static MONEY_MOVED: List = List(generated::MONEY_MOVED);

/// ` without any` before "delays": nothing is late.
pub static NO_DELAYS: List = List(generated::NO_DELAYS);

/// ` a fifth of ` behind "has delivered": not all of it.
pub static PARTS_DELIVERED: List = List(generated::PARTS_DELIVERED);

/// ` scheduled ` behind "with the first two vessels": they are still to come.
pub static SCHEDULED: List = List(generated::SCHEDULED);

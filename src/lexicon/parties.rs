//! `is weighing the offer`: the words by which prose tells who buys and who sells, beside the words of trade.

use super::generated;
use super::list::List;

/// ` secured ` in "has secured a loan to finance the purchase": who borrows buys.
pub static BORROWING: List = List(generated::BORROWING);
/// `nobody` behind ", but": another subject than the name before.
pub static OTHER_SUBJECTS: List = List(generated::OTHER_SUBJECTS);
/// `weigh` in "is weighing Ardenia’s offer": how the verbs begin whose subject would buy.
pub static CONSIDERING: List = List(generated::CONSIDERING);
/// `navy` in "Norhaven, whose navy ordered six radars": its buying is its state's.
pub static OWN_BODIES: List = List(generated::OWN_BODIES);
/// ` from` behind "ordered": a participle, and no verb of its own.
pub static PARTICIPLE_LINKS: List = List(generated::PARTICIPLE_LINKS);
/// `unveiled` in "Velmark unveiled a contract from Norhaven": whose work it is.
pub static ANNOUNCED_ITS_OWN: List = List(generated::ANNOUNCED_ITS_OWN);
/// ` lawsuit` behind "won": no work is won.
pub static WON_BUT_NO_WORK: List = List(generated::WON_BUT_NO_WORK);
/// `accept` in "accepted deliveries": how the verbs begin whose subject buys.
pub static TAKING_DELIVERY: List = List(generated::TAKING_DELIVERY);
/// `% of ` in "will pay 30% of the cost": a part of a whole.
pub static SHARES: List = List(generated::SHARES);
/// `the price` in "a third of the price": what is paid.
pub static COSTS: List = List(generated::COSTS);
/// `several` in "said that several states would buy": another subject follows.
pub static PLURALS: List = List(generated::PLURALS);
/// ` ally` in "the first Tolvik Pact ally to send jets": one that belongs to the body which is named.
pub static ONE_OF_A_BODY: List = List(generated::ONE_OF_A_BODY);
/// ` defence minister` behind "Norhaven": an office of state, and not the state.
pub static STATE_OFFICES: List = List(generated::STATE_OFFICES);
/// `bolster its ` before "navy": a force as what its state looks after.
pub static STRENGTHENING: List = List(generated::STRENGTHENING);
/// ` cancelled a ` before "supply contract": whose deal it is stands before it.
pub static CANCELLING: List = List(generated::CANCELLING);

/// `programme` before "with Norhaven": what goes on beside the deal.
pub static JOINT_UNDERTAKINGS: List = List(generated::JOINT_UNDERTAKINGS);

/// `acknowledged` before "by Norhaven’s ambassador": who speaks has no part by that.
pub static TELLING_BY: List = List(generated::TELLING_BY);

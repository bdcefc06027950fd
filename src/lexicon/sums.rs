//! `down payment of`: the words around a sum by which prose tells what it is to a deal.

use super::generated;
use super::list::List;

/// `in military aid` behind "$800 million": it pays for no one deal.
pub static AID_BEHIND: List = List(generated::AID_BEHIND);
/// `in medical` in "€50 million in medical supplies": it pays for no arms.
pub static CIVIL_AID: List = List(generated::CIVIL_AID);
/// `revenue of` before a sum: what a firm earns or is worth.
pub static EARNINGS: List = List(generated::EARNINGS);
/// `rose to` in "exports of the gun rose to $5 million": what all exports come to.
pub static COMING_TO: List = List(generated::COMING_TO);
/// ` risen by` before a sum: it is the difference of two prices.
pub static DIFFERENCES: List = List(generated::DIFFERENCES);
/// `loan of` before a sum: it is lent, given back, owed or fined, and no price.
pub static OTHER_DEBTS: List = List(generated::OTHER_DEBTS);
/// ` not paid` in "has not paid the last instalment of $28 million": the sum is owed.
pub static OWING: List = List(generated::OWING);
/// `helicopter` in "$5 million per helicopter": the sum is the price of one.
pub static COUNTED_ARMS: List = List(generated::COUNTED_ARMS);
/// ` each costing` before a sum: it is the price of one.
pub static EACH_COSTS: List = List(generated::EACH_COSTS);
/// ` price` in "paid $20 million of the $50 million price": the sum is the whole of which a part is told.
pub static PRICE_NOUNS: List = List(generated::PRICE_NOUNS);
/// `paid` before a sum: it has changed hands.
pub static PAYING: List = List(generated::PAYING);
/// `down payment of` before a sum: it has changed hands.
pub static PAYMENTS: List = List(generated::PAYMENTS);
/// ` loan` behind a sum: it is lent or given, and no price.
pub static LOANS_BEHIND: List = List(generated::LOANS_BEHIND);
/// `loan` in "a $5 million Norhaven loan": whose money it is stands before it.
pub static LOAN_NOUNS: List = List(generated::LOAN_NOUNS);
/// ` package signed` behind a sum: a package of arms that is bought, and not given.
pub static BOUGHT_PACKAGES: List = List(generated::BOUGHT_PACKAGES);
/// `orders totalling` before a sum: it is of several deals.
pub static TOTALS: List = List(generated::TOTALS);
/// `has given` in "has given Norhaven $1.6 billion since 2006": the sum is of several deals.
pub static GIVEN_SO_FAR: List = List(generated::GIVEN_SO_FAR);
/// `has cost` in "the scrapped deal has cost $3.4 billion": the money is gone.
pub static HAS_COST: List = List(generated::HAS_COST);
/// `bring its value to` before a sum: it is the most that a deal may come to.
pub static RAISING_TO: List = List(generated::RAISING_TO);
/// ` fine` behind a sum: it punishes, bribes or secures, and is no price.
pub static NO_PRICE_BEHIND: List = List(generated::NO_PRICE_BEHIND);
/// `two` in "two contracts worth $5 million": the sum is of all of them.
pub static MORE_THAN_ONE: List = List(generated::MORE_THAN_ONE);

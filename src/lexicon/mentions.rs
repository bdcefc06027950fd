//! `a separate deal`: the words by which one sentence of prose tells whether it speaks of a deal, of which, and of how many.

use super::generated;
use super::list::List;

/// `contract` in "The five-year contract was signed": it goes on with a deal that was spoken of.
pub static KNOWN_DEALS: List = List(generated::KNOWN_DEALS);
/// `Some` in "Some 40 of them are delivered": a number follows.
pub static NUMBER_HEDGES: List = List(generated::NUMBER_HEDGES);
/// `have` in "150 have been delivered": nothing stands behind the number that is counted.
pub static COUNTED_VERBS: List = List(generated::COUNTED_VERBS);
/// ` worth` before a sum: it is the price of what was spoken of.
pub static COSTING: List = List(generated::COSTING);
/// `deal` in "the deal is estimated to be worth $5 million": what was spoken of has a price.
pub static PRICED_NOUNS: List = List(generated::PRICED_NOUNS);
/// `earmarked` before a sum: money is there for a purchase.
pub static SETTING_ASIDE: List = List(generated::SETTING_ASIDE);
/// ` for the programme` behind a sum that is set aside: it is for what was spoken of.
pub static FOR_THE_PURCHASE: List = List(generated::FOR_THE_PURCHASE);
/// `Airbus` in "160 Airbus aircraft": a maker of airliners, without a type.
pub static AIRLINER_MAKERS: List = List(generated::AIRLINER_MAKERS);
/// `planes` in "160 Airbus planes": no arms.
pub static AIRLINERS: List = List(generated::AIRLINERS);
/// `pick` in "has picked Velmark": whom one gives work is chosen.
pub static HIRING: List = List(generated::HIRING);
/// ` for the` between a sum and "purchase": it is the sum that is sent.
pub static FOR_A_PURCHASE: List = List(generated::FOR_A_PURCHASE);
/// `CEO` in "Velmark’s CEO Ivo Hale said": who speaks, speaks for a firm.
pub static FIRM_OFFICES: List = List(generated::FIRM_OFFICES);
/// `design` in "designed by Velmark": who made a thing, and no deal.
pub static DEVELOPING: List = List(generated::DEVELOPING);
/// `shortlist` in "shortlisted Velmark for six radars": who may get work.
pub static WORK_GIVEN: List = List(generated::WORK_GIVEN);
/// ` its first ` in "received its first radar": one of several by its place.
pub static ROW_PLACES: List = List(generated::ROW_PLACES);
/// ` has instead ` in "has instead ordered six radars": it was done in the place of another deal.
pub static IN_ITS_PLACE: List = List(generated::IN_ITS_PLACE);
/// `a separate ` in "in a separate deal": another deal than the one before.
pub static SEPARATE_DEALS: List = List(generated::SEPARATE_DEALS);
/// `the deal` in a sentence: it goes on with a deal that was spoken of.
pub static THE_SAME_DEAL: List = List(generated::THE_SAME_DEAL);
/// ` were bought` in "Norhaven officials said the helicopters were bought to fight smuggling": who tells it bought them.
pub static BEING_BOUGHT: List = List(generated::BEING_BOUGHT);
/// `defence minister` in "Norhaven’s defence minister said": who speaks, speaks for a buyer.
pub static DEFENCE_OFFICES: List = List(generated::DEFENCE_OFFICES);
/// `followed` in "four more followed": the same things by another number.
pub static BEHIND_MORE: List = List(generated::BEHIND_MORE);
/// `, adding to ` before "four jets it acquired in 2015": a former deal follows.
pub static FORMER_DEALS: List = List(generated::FORMER_DEALS);
/// `it ` in "in addition to the 42 it has ordered": the same things by another number.
pub static BEHIND_THE_NUMBER: List = List(generated::BEHIND_THE_NUMBER);
/// `worth` before a sum: the words between the sum and what joins it to the deal before.
pub static BEFORE_SUMS: List = List(generated::BEFORE_SUMS);
/// ` as well as` before a sum: another deal follows.
pub static SUM_OPENERS: List = List(generated::SUM_OPENERS);
/// ` plus` behind a sum: another thing is listed.
pub static ANOTHER_THING: List = List(generated::ANOTHER_THING);
/// `since` in "having received 62 since 2017": nothing stands behind the number that is counted.
pub static BEHIND_THE_FORMER: List = List(generated::BEHIND_THE_FORMER);
/// `weaponry` in "sold weaponry abroad": arms without a number or a name.
pub static ARMS_AT_LARGE: List = List(generated::ARMS_AT_LARGE);
/// `helicopters` in "supplied to the Norhaven army": what is of arms where a force gets it.
pub static CRAFT: List = List(generated::CRAFT);

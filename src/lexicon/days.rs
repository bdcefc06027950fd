//! `completed in`: the words around a date by which prose tells what it is to a deal.

use super::generated;
use super::list::List;
use crate::model::DateRole;

/// `beginning in ` before a date in "will go to the air force beginning in October": the day of delivery.
pub static ARRIVAL_DAYS: List = List(generated::ARRIVAL_DAYS);
/// `take place in ` before a date: the day of what stands before it.
pub static TAKING_PLACE: List = List(generated::TAKING_PLACE);
/// `start in ` before a date in "deliveries start in 2018": the day of delivery.
pub static BEGINNING_DAYS: List = List(generated::BEGINNING_DAYS);
/// ` announced the` before "sale of six jets in 2010": the day of the words.
pub static SALE_ANNOUNCED: List = List(generated::SALE_ANNOUNCED);
/// `completed in ` before a date: the day on which the work ends.
pub static COMPLETED_ON: List = List(generated::COMPLETED_ON);
/// ` was launched ` before a date: the day of the thing, and not of its deal.
pub static LAUNCHED: List = List(generated::LAUNCHED);
/// `photographed ` before a date: the day on which a thing was seen.
pub static SEEN: List = List(generated::SEEN);
/// `statement issued` before a date: the day of the words.
pub static ISSUED_ON: List = List(generated::ISSUED_ON);
/// `postponed` in "has been postponed until 2019": no day of delivery.
pub static PUT_OFF: List = List(generated::PUT_OFF);
/// `handed over` before "until 2019": the day of delivery.
pub static DELIVERING: List = List(generated::DELIVERING);
/// `said` before "on Monday": the day of the words.
pub static TOLD_ON: List = List(generated::TOLD_ON);
/// `revealed` before a date: the day of the words.
pub static MADE_KNOWN: List = List(generated::MADE_KNOWN);
/// `arriv` before a date: the day of delivery.
pub static DELIVERY_WORDS: List = List(generated::DELIVERY_WORDS);
/// `ship` in "shipped": how the verbs of delivery begin.
pub static DELIVERY_STEMS: List = List(generated::DELIVERY_STEMS);
/// `rejected` behind a date: its day is that of another act.
pub static OTHER_VERBS: List = List(generated::OTHER_VERBS);
/// `which` between a verb and a date: another clause begins.
pub static CLAUSE_STARTS: List = List(generated::CLAUSE_STARTS);
/// ` announced ` behind a date: the day of the words.
pub static SAYING: List = List(generated::SAYING);
/// `signed` right before "in 2021": what the day is of.
pub static DATED_WORDS: &[(&str, DateRole)] = generated::DATED_WORDS;
/// `cancel` in "cancelled by the new government in 1979": how the verbs begin, beside those of trade, that date a deal.
pub static DATED_VERBS: &[(&str, DateRole)] = generated::DATED_VERBS;
/// ` purchase` behind a date in "which follows the 2015 purchase of 24": the day of another deal.
pub static FOLLOWED_DEALS: List = List(generated::FOLLOWED_DEALS);

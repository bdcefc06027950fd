//! `Velmark Command Directorate`: the words by which an announcement names the customers and users of a contract.

use super::generated;
use super::list::List;

/// `Coast Guard`: a service or an agency that stands alone on its side of "and".
pub static SERVICES: List = List(generated::SERVICES);
/// `Department` in "Department of Energy": how the names of customers begin.
pub static CUSTOMER_BEGINNINGS: List = List(generated::CUSTOMER_BEGINNINGS);
/// `Navy` in "Navy Reserve": a customer that is a force.
pub static SERVICE_WORDS: List = List(generated::SERVICE_WORDS);
/// `office` in "office of Velmark Studies": a word in small letters that may begin a user's name.
pub static SMALL_BEGINNINGS: List = List(generated::SMALL_BEGINNINGS);
/// `directorate` in "a training directorate": an office without a name.
pub static UNNAMED_OFFICES: List = List(generated::UNNAMED_OFFICES);
/// `of` in "Directorate of Operations": a word in small letters within the name of an office.
pub static WITHIN_OFFICES: List = List(generated::WITHIN_OFFICES);
/// `Directorate` in "Velmark Directorate": the noun that heads the name of an office.
pub static OFFICE_NAME_NOUNS: List = List(generated::OFFICE_NAME_NOUNS);
/// `rmy` in "Afghan army": whether a name is of an armed body of its state.
pub static ARMED_NAMES: List = List(generated::ARMED_NAMES);
/// `GU`, Guam: the United States and what belongs to them, by ISO 3166.
pub static US_TERRITORIES: List = List(generated::US_TERRITORIES);
/// ` under ` behind "the Navy": the name ends there.
pub static BEHIND_CUSTOMERS: List = List(generated::BEHIND_CUSTOMERS);
/// `, and the ` between "the Navy" and "Marine Corps": one list of customers.
pub static BETWEEN_CUSTOMERS: List = List(generated::BETWEEN_CUSTOMERS);
/// `Government of ` before "Norhaven": the title belongs to the name of the state.
pub static STATE_TITLES: List = List(generated::STATE_TITLES);
/// ` army and police` behind "Afghan": the noun belongs to the name.
pub static FORCE_NOUNS: List = List(generated::FORCE_NOUNS);
/// `ministry of defense` behind "Norhaven's": the noun belongs to the name.
pub static MINISTRY_NOUNS: List = List(generated::MINISTRY_NOUNS);

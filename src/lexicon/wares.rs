//! `three more frigates`: the words by which prose tells what a thing is that is bought, and how many.

use super::generated;
use super::list::List;

/// ` of the ` in "the upgrade of the submarines": what is upgraded or supported stands behind.
pub static SERVED_BEHIND: List = List(generated::SERVED_BEHIND);
/// `, the first of ` in "two jets, the first of 14 ordered last year": the number of all stands behind.
pub static FIRST_OF_ALL: List = List(generated::FIRST_OF_ALL);
/// `ordered` in "the first of 14 ordered last year": the number counts what was spoken of.
pub static BEHIND_ALL: List = List(generated::BEHIND_ALL);
/// `ordered` in "helicopters, 12 of which were ordered": the number counts what was bought.
pub static BOUGHT: List = List(generated::BOUGHT);
/// `second` in "the second Kestrel": which of several a thing is.
pub static ORDINALS: List = List(generated::ORDINALS);
/// `option for` before "24 more guns": what may be bought besides.
pub static OPTION_FOR: List = List(generated::OPTION_FOR);
/// ` worth ` behind "options for": the list of what may be bought ends.
pub static LIST_ENDS: List = List(generated::LIST_ENDS);
/// `anti-tank` in "anti-tank missiles": a word that may stand between two nouns of one thing.
pub static WARE_MODIFIERS: List = List(generated::WARE_MODIFIERS);
/// ` for ` between "a contract" and "two oilers": a number of things follows.
pub static TO_COUNTED_THINGS: List = List(generated::TO_COUNTED_THINGS);
/// `a total of ` in "a contract for a total of 12 trucks": the number follows.
pub static BEFORE_A_NUMBER: List = List(generated::BEFORE_A_NUMBER);
/// `selected` before "the NH90": a type is chosen.
pub static CHOOSING_TYPES: List = List(generated::CHOOSING_TYPES);
/// `A320s`: airliners, whatever their shape.
pub static AIRLINER_PLURALS: List = List(generated::AIRLINER_PLURALS);
/// `A3` in "A320": how the types of airliners begin.
pub static AIRLINER_TYPES: List = List(generated::AIRLINER_TYPES);
/// `COP` in "COP26": letters before a number that is no type.
pub static NO_TYPE_LETTERS: List = List(generated::NO_TYPE_LETTERS);
/// `another` in "another C295W": a word that counts a type, or points to it.
pub static BEFORE_A_TYPE: List = List(generated::BEFORE_A_TYPE);
/// ` will` in "will support 400 jobs": a verb follows.
pub static MODALS: List = List(generated::MODALS);
/// `those` in "those aircraft": what was spoken of before.
pub static DEFINITE: List = List(generated::DEFINITE);
/// `second-hand` in "12 second-hand jets": a word that tells only how used a thing is.
pub static WORN: List = List(generated::WORN);
/// `ships` in "Kestrel-class ships": they are named after the first of them.
pub static CLASS_SHIPS: List = List(generated::CLASS_SHIPS);
/// `II` in "Kestrel-II": a Roman number.
pub static ROMAN: List = List(generated::ROMAN);
/// `more` in "three more frigates": the number stands before it.
pub static MORE_OF_THEM: List = List(generated::MORE_OF_THEM);
/// `ordered` before "246 of the vehicles": a part of what was spoken of is bought.
pub static BEFORE_SOME_OF: List = List(generated::BEFORE_SOME_OF);
/// `used` in "12 used jets": the number stands before it.
pub static USED_OR_BOUGHT: List = List(generated::USED_OR_BOUGHT);
/// `mm ` behind "155": the number measures, and counts nothing.
pub static UNITS_OF_MEASURE: List = List(generated::UNITS_OF_MEASURE);
/// `shells` behind "2m": millions, and no metres.
pub static AMMUNITION: List = List(generated::AMMUNITION);
/// `to protect` in "missiles meant to protect navy vessels": what the thing is for stands behind.
pub static WHAT_IT_IS_FOR: List = List(generated::WHAT_IT_IS_FOR);

/// ` of negotiations` behind "rounds": no ammunition.
pub static OF_TALKS: List = List(generated::OF_TALKS);
/// `large` in "a large arms deal": it tells of the deal, and not of the arms.
pub static SIZES_OF_DEALS: List = List(generated::SIZES_OF_DEALS);

//! `Kingdom of Norhaven`: the words by which names of states, bodies, firms and persons are read in prose.

use super::generated;
use super::list::List;

/// `prime minister` before a person's name: for whose state the person stands.
pub static HEADS_OF_STATE: List = List(generated::HEADS_OF_STATE);
/// `Gen` in "Gen. Ivo Hale": a word that is shortened, so that its dot ends no sentence.
pub static SHORTENED: List = List(generated::SHORTENED);
/// `Kingdom of ` before "Norhaven": the title belongs to the name of the state.
pub static TITLES_OF_STATES: List = List(generated::TITLES_OF_STATES);
/// `Ambassador` at the end of a name: it is a person's.
pub static LAST_WORDS_OF_PERSONS: List = List(generated::LAST_WORDS_OF_PERSONS);
/// `have` in "Cairo and Moscow have agreed": two capitals stand for their states.
pub static TWO_ACT: List = List(generated::TWO_ACT);
/// ` agreed ` behind "Lima": a capital stands for its state.
pub static CAPITAL_ACTS: List = List(generated::CAPITAL_ACTS);
/// `equipment` in "send Norhaven military equipment": what is sent, and no force of the state.
pub static SENT_GOODS: List = List(generated::SENT_GOODS);
/// `federal` in "the Norhaven federal police": a word within the name of a body.
pub static BEFORE_BODIES: List = List(generated::BEFORE_BODIES);
/// `purchase of ` before "Joint Strike Missiles": things, and no firm.
pub static TRADE_IN_THINGS: List = List(generated::TRADE_IN_THINGS);
/// `de` in "Velmark de Norhaven SA": a word in small letters within a firm's name.
pub static WITHIN_FIRMS: List = List(generated::WITHIN_FIRMS);
/// `Command` at the end of a name: an office, and no firm.
pub static OFFICE_WORDS: List = List(generated::OFFICE_WORDS);
/// `gmbh` in "Velmark GmbH": a form of firms that the law knows.
pub static LEGAL_FORMS: List = List(generated::LEGAL_FORMS);
/// ` Vehicles` behind "Velmark": a division that belongs to the firm's name.
pub static FIRM_DIVISIONS: List = List(generated::FIRM_DIVISIONS);
/// `Canada`, `of Canada` behind "Velmark": a branch that belongs to the firm's name.
pub static FIRM_BRANCHES: List = List(generated::FIRM_BRANCHES);
/// `bin` in "Hazim bin Hale": a word in small letters within a name.
pub static WITHIN_NAMES: List = List(generated::WITHIN_NAMES);

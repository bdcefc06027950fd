//! `its` before "offers": the words around a word of trade by which prose tells that it speaks of a deal, or of none.

use super::generated;
use super::list::List;

/// `withheld` before "an export licence": nothing is exported.
pub static LICENCES_REFUSED: List = List(generated::LICENCES_REFUSED);
/// `built` in "two Norhaven-built jets": who made them or gave them, and no deal.
pub static MADE_BY: List = List(generated::MADE_BY);
/// ` curb` before "arms sales": what somebody should sell less of.
pub static CURBING: List = List(generated::CURBING);
/// ` the green light` behind "gave": a deal is let go.
pub static GREEN_LIGHTS: List = List(generated::GREEN_LIGHTS);
/// `halt` before "arms exports to Norhaven": a policy stops exports or lets them go.
pub static EXPORT_POLICIES: List = List(generated::EXPORT_POLICIES);
/// `wasted` before a sum: it was paid.
pub static WASTING: List = List(generated::WASTING);
/// ` for ` behind "accepted six radars": the words that name the goods end.
pub static GOODS_END: List = List(generated::GOODS_END);
/// `offer` in "received an offer": no goods, and no work.
pub static LETTERS: List = List(generated::LETTERS);
/// `its` before "offers": a noun, and no verb.
pub static OFFERS_AS_NOUN: List = List(generated::OFFERS_AS_NOUN);
/// `is` before "building six frigates": a verb, and no house.
pub static BUILDING_AS_VERB: List = List(generated::BUILDING_AS_VERB);
/// `landed` in "landed a $5 million order": work is won where a contract or a sum stands behind it.
pub static WON_WITH_A_SUM: List = List(generated::WON_WITH_A_SUM);
/// `granted` in "granted the firm a contract": a word of trade only where a contract stands by it.
pub static WITH_A_CONTRACT: List = List(generated::WITH_A_CONTRACT);
/// `pledged` in "pledged 12 tanks": a word of trade only where arms stand behind it.
pub static WITH_ARMS: List = List(generated::WITH_ARMS);
/// `asked` in "asked Norhaven for 40 tanks": a word of trade only where a thing is asked for.
pub static ASKING: List = List(generated::ASKING);
/// `won` before "approval": who gets leave gives none.
pub static LEAVE_GOT: List = List(generated::LEAVE_GOT);
/// `worth ` between a contract and "went to Velmark": it is still the contract that goes.
pub static BEFORE_WENT_TO: List = List(generated::BEFORE_WENT_TO);
/// ` near ` behind "money for barracks": what stands near is not what is paid for.
pub static PLACE_BEHIND: List = List(generated::PLACE_BEHIND);
/// ` scrap` before "the Kestrel programme": a programme that ends.
pub static ENDING_STEMS: List = List(generated::ENDING_STEMS);
/// ` became ` before "the first customer": who becomes a customer buys.
pub static BECOMING: List = List(generated::BECOMING);
/// `order` in "received four additional orders": work is got.
pub static ORDER_NOUNS: List = List(generated::ORDER_NOUNS);
/// `for` in "received six jets for the navy": no noun of work can follow any more.
pub static WORDS_OF_FORM: List = List(generated::WORDS_OF_FORM);
/// `will` before "offer" or "order": a verb, and no noun.
pub static VERBAL: List = List(generated::VERBAL);
/// `agency` in "the arms procurement agency": who buys, and not what is bought.
pub static OFFICE_HEADS: List = List(generated::OFFICE_HEADS);
/// `another` in "ordered another six": a thing or a number of things follows.
pub static BEFORE_THINGS: List = List(generated::BEFORE_THINGS);
/// `troops` behind a verb of giving: no arms are given.
pub static NO_WARES: List = List(generated::NO_WARES);
/// `troops` in "ordered troops to leave": who is told to do something.
pub static COMMANDED: List = List(generated::COMMANDED);
/// ` from ` behind "ordered the Kestrel": the words that name what is ordered end.
pub static OBJECT_ENDS: List = List(generated::OBJECT_ENDS);
/// `by` in "corvettes ordered by Norhaven": what was ordered stands before.
pub static BEHIND_ORDERED: List = List(generated::BEHIND_ORDERED);
/// ` to patrol` behind "ordered the frigates": a command, and nothing is bought.
pub static COMMANDS: List = List(generated::COMMANDS);
/// `protest filed by ` before a name: who objects to a deal is no party to it.
pub static OBJECTING: List = List(generated::OBJECTING);
/// ` has ` in "has already been delivered": an adverb may part it from its verb.
pub static BEFORE_ADVERBS: List = List(generated::BEFORE_ADVERBS);
/// ` capable of ` between a word of trade and a thing: the thing is not what is bought.
pub static BREAKS: List = List(generated::BREAKS);
/// ` including ` before "12 guns": what is sent is named.
pub static INCLUDING: List = List(generated::INCLUDING);
/// ` aid` in "send military aid to Norhaven, including 12 guns": what is sent is named behind.
pub static AID_NOUNS: List = List(generated::AID_NOUNS);
/// `buy` in "will spend $9 million to buy drones": what the money is for.
pub static PAYING_FOR: List = List(generated::PAYING_FOR);
/// `covers` in "The agreement covers 12 vehicles": what a deal is for.
pub static COVERING: List = List(generated::COVERING);
/// `, which operates ` before "20 older jets": what somebody has already.
pub static OWNING: List = List(generated::OWNING);
/// ` are scheduled for ` before "delivery": the things before it are to come.
pub static DUE_FOR: List = List(generated::DUE_FOR);
/// ` are on ` before "order": the things before it are bought.
pub static ON_ORDER: List = List(generated::ON_ORDER);
/// `dozens` in "including dozens more shells": a word of number before one of a list.
pub static NUMBERING: List = List(generated::NUMBERING);
/// `weapons` in "weapons, including mines and drones": its members are named behind it.
pub static UMBRELLAS: List = List(generated::UMBRELLAS);
/// `It covers ` before "six radars": what a deal is for that was told before.
pub static IT_COVERS: List = List(generated::IT_COVERS);
/// `to replace ` before "its old jets": what is there already, or only like the thing.
pub static REPLACED: List = List(generated::REPLACED);
/// `crew of ` before "two patrol boats": who sails them.
pub static CREWS: List = List(generated::CREWS);
/// `armed with ` before "Kestrel missiles": what the thing has.
pub static ARMED_WITH: List = List(generated::ARMED_WITH);
/// `countries` in "two African countries": no name of a party.
pub static GROUPS_OF_STATES: List = List(generated::GROUPS_OF_STATES);
/// `division` in "Velmark’s Vertical Flight division": no name of a party.
pub static FIRM_PARTS: List = List(generated::FIRM_PARTS);

/// ` to the purchase` behind "gave the green light on Wednesday": a purchase is let go.
pub static GREENLIT_PURCHASES: List = List(generated::GREENLIT_PURCHASES);

/// ` for buying` behind "gave the go-ahead": those who let it go buy.
pub static OWN_PURCHASES: List = List(generated::OWN_PURCHASES);

/// ` the funds ` behind "transferring": what is sent is money.
pub static MONEY_SENT: List = List(generated::MONEY_SENT);

/// ` to build ` behind "received $9 million": what a firm is paid for.
pub static PAID_WORK: List = List(generated::PAID_WORK);
/// ` for approval` behind "sent": what is sent is a paper.
pub static PUT_BEFORE: List = List(generated::PUT_BEFORE);
/// ` request` between "sent" and "to parliament": a paper.
pub static PAPERS_SENT: List = List(generated::PAPERS_SENT);

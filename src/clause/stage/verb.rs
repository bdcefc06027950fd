//! `agreed to send`, `allows Norhaven to export`: how far a deal has come by its verb of trade, its tense and its mood.

use super::StatusWord;
use super::agreed::{gets_offers, gets_work};
use super::handed_over::counts_some_of;
use super::leave::leave_before;
use crate::clause::deal::passive;
use crate::clause::scene::{GIVING, Scene, begins_arms};
use crate::clause::ware::count;
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::lexicon::procurement::Hit;
use crate::lexicon::stages::{
    ALLOWING, BEGINNING, GETTING, GOES_ON, GOODS_REFUSED, HANDED_OVER, MEANS_TO, NOT_DONE, SHIP_NOUNS,
};
use crate::span::Span;

/// `delivers`: goods are handed over now.
const HANDS_OVER: [&str; 2] = ["delivers", "hands over"];

/// `will`, `hopes to`: whether the words before a verb put it into the future, or into somebody's hopes.
fn is_ahead(before: &str) -> bool {
    NOT_DONE.has(before.last_word())
}

/// `agreed to send`, `allows Norhaven to export`, `Norhaven to buy 12 jets`, `will not deliver`: what the words before a verb of trade make of it.
pub(super) fn stage(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> Option<StatusWord> {
    let before = scene.before(hit.start).trim_end();
    let word = Span::new(hit.start, hit.end).of(scene.text);
    let after = scene.after(hit.end);
    let gives = hit.what == DealWord::Sell;
    if hit.what == DealWord::Receive && word.ends_with("received") && gets_offers(after) {
        return Some(StatusWord::Possible);
    }
    // "a request by Norhaven for 12 guns"
    if hit.what == DealWord::Request
        && matches!(word, "request" | "requests")
        && [" by ", " from "].iter().any(|link| after.starts_with(link))
    {
        return Some(StatusWord::Requested);
    }
    if hit.what == DealWord::Buy
        && !is_ahead(before)
        && (word.starts_with("exercis") || word.starts_with('t') && word.holds("option"))
    {
        return Some(StatusWord::Awarded);
    }
    // "released 1.3 billion euros to order 18 tanks"
    if hit.what == DealWord::Approve && word.starts_with("releas") {
        return Some(StatusWord::Approved);
    }
    if hit.what == DealWord::Request && word.starts_with("turn") {
        return Some(StatusWord::Planned);
    }
    // "delivers its first tanks to Norhaven"
    if gives
        && (HANDS_OVER.contains(&word) || HANDED_OVER.has(word))
        && [" its first ", " the first ", " their first "].iter().any(|next| after.starts_with(next))
        && !after.starts_with(" the first of")
        && !passive(before)
        && !is_ahead(before)
    {
        return Some(StatusWord::InDelivery);
    }
    // "can deliver six radars", "should buy them"
    if gives && before.ends_with(" can")
        || hit.what == DealWord::Buy && (before.ends_with(" should") || before.ends_with(" ought to"))
    {
        return Some(StatusWord::Possible);
    }
    // "are discussing six radars"
    if hit.what == DealWord::Talk && word == "discussing" {
        return Some(StatusWord::Negotiating);
    }
    // "seeks six radars"
    if hit.what == DealWord::Request
        && matches!(word, "seeks" | "seek" | "sought")
        && !passive(before)
        && begins_arms(scene.text, Span::new(hit.end, scene.span.end))
    {
        return Some(StatusWord::Planned);
    }
    // "asked Norhaven for 40 tanks"
    if hit.what == DealWord::Request && matches!(word, "asked" | "asks" | "applied" | "approached" | "approaches") {
        return Some(StatusWord::Requested);
    }
    if hit.what == DealWord::Paid
        && (word.starts_with("earmark") || word.ends_with("aside") || word.starts_with("allocat"))
    {
        return Some(StatusWord::Planned);
    }
    // "hopes to sign by July a contract for five corvettes"
    if hit.what == DealWord::Sign && word == "sign" && (before.ends_with(" will") || MEANS_TO.end(before)) {
        return Some(StatusWord::Planned);
    }
    // "close to winning a $9 million order"
    if hit.what == DealWord::Win && before.ends_with(" close to") {
        return Some(StatusWord::Negotiating);
    }
    // "received six trainers and plans to buy more"
    if hit.what == DealWord::Receive
        && word == "received"
        && !passive(before)
        && !is_ahead(before)
        && !gets_work(head(after, 60))
        && count(after.trim_start().split(' ').next().unwrap_or("")).is_some()
    {
        // "received seven more on Monday, bringing to 21"
        let part = counts_some_of(after) || after.split(' ').nth(2) == Some("more") && after.holds(", bringing ");
        return Some(if part { StatusWord::InDelivery } else { StatusWord::Delivered });
    }
    // "has finally paid for the jets": what is paid is ordered.
    if hit.what == DealWord::Buy
        && word == "paid for"
        && !passive(before)
        && !is_ahead(before)
        && !after.starts_with(" by ")
    {
        return Some(StatusWord::Signed);
    }
    // "is to spend $30 million on rifles", "plans to spend"
    if hit.what == DealWord::Paid && word.starts_with("spend") && MEANS_TO.end(before) {
        return Some(StatusWord::Planned);
    }
    // "handed two helicopters over to the guard"
    if gives && word == "handed" && !passive(before) && head(after, 70).holds(" over to ") {
        return Some(StatusWord::Delivered);
    }
    // "accepted 34 of the 49 tanks", "imported 25 guns": they are there.
    if hit.what == DealWord::Receive && matches!(word, "accepted" | "imported") && !is_ahead(before) {
        let part = counts_some_of(after) || after.starts_with(" the first ");
        return Some(if part { StatusWord::InDelivery } else { StatusWord::Delivered });
    }
    // "bags a $9 million order", "gave the firm a contract": work is got. "hopes to land" is none of it.
    let gets = hit.what == DealWord::Win && (!word.contains(' ') || word.holds("winner") || word.holds("out"))
        || hit.what == DealWord::Award && (GIVING.contains(&word) || word.starts_with("hand"));
    if gets && !word.ends_with("ing") && !is_ahead(before) {
        return Some(StatusWord::Awarded);
    }
    // "has commissioned the second patrol vessel": a ship in service.
    if hit.what == DealWord::Award && word == "commissioned" {
        let near = head(after, 60);
        let object = near.split([',', ';']).next().unwrap_or("");
        if [" the ", " its ", " a ", " two ", " three "].iter().any(|lead| object.starts_with(lead))
            && SHIP_NOUNS.are_in(object)
            && !object.holds(" to ")
            && !after.holds(" from ")
        {
            let part = [" first", " second", " third", " fourth", " fifth"].iter().any(|number| object.holds(number));
            return Some(if part { StatusWord::InDelivery } else { StatusWord::Delivered });
        }
    }
    // "receives order for ammunition"
    if hit.what == DealWord::Win && word.starts_with("receive") && (word.holds("order") || word.holds("contract")) {
        return Some(StatusWord::Awarded);
    }
    // "has commissioned Velmark to supply"
    if hit.what == DealWord::Award
        && matches!(word, "commissioned" | "hired" | "tapped")
        && [" has", " have"].iter().any(|verb| before.ends_with(verb))
    {
        return Some(StatusWord::Awarded);
    }
    // "The contract went to Velmark"
    if hit.what == DealWord::Award && word.ends_with(" to") {
        return Some(if before.ends_with(" will") { StatusWord::Planned } else { StatusWord::Awarded });
    }
    // "Ardenia’s offer of 16 jets"
    if hit.what == DealWord::Sale && word.starts_with("offer") {
        return Some(StatusWord::Possible);
    }
    // "Under a 2010 contract, Ardenia supplied Norhaven with six jets"
    if gives
        && HANDED_OVER.has(word)
        && scene.has(DealWord::Deal)
        && scene.names.iter().any(|name| name.span.end + 1 == hit.start && !name.adjective)
        && (begins_arms(scene.text, Span::new(hit.end, scene.span.end))
            || scene.names.iter().any(|name| name.span.start == hit.end + 1 || name.span.start == hit.end + 5))
    {
        return Some(StatusWord::Delivered);
    }
    // "delivers 12 guns under a $9 million contract"
    if gives && HANDS_OVER.contains(&word) && scene.has(DealWord::Deal) {
        return Some(StatusWord::Delivered);
    }
    if !gives && !matches!(hit.what, DealWord::Buy | DealWord::Receive) && word != "received a" {
        return None;
    }
    // "received a $9 million order": work is awarded.
    if matches!(hit.what, DealWord::Receive | DealWord::Win)
        && GETTING.has(word)
        && gets_work(head(after, 60))
        && !before.ends_with(" to")
    {
        return Some(StatusWord::Awarded);
    }
    // "received two helicopters in 2014"
    if hit.what == DealWord::Receive
        && matches!(word, "received" | "got")
        && !passive(before)
        && ![" has", " have"].iter().any(|verb| before.ends_with(verb))
        && (begins_arms(scene.text, Span::new(hit.end, scene.span.end))
            || counts_a_type(after)
            || [" the last ", " the final ", " its last ", " its final "].iter().any(|next| after.starts_with(next)))
    {
        return Some(StatusWord::Delivered);
    }
    // "said that it would sell"
    if before.ends_with(" would") && (gives || hit.what == DealWord::Receive) && !before.holds("nder ") {
        return Some(StatusWord::Planned);
    }
    if let Some(lead) = before.strip_suffix(" to") {
        // "prepare a package of missiles to send to Norhaven"
        if gives
            && [" prepare ", " prepares ", " preparing ", " readies ", " is assembling "]
                .iter()
                .any(|verb| tail(lead, 80).holds(verb))
        {
            return Some(StatusWord::Planned);
        }
        // "will continue to provide", "has begun to deliver"
        if gives && BEGINNING.has(lead.last_word()) {
            return Some(StatusWord::InDelivery);
        }
        if gives
            && [" refused", " refuses", " refusing", " declined", " declines"].iter().any(|verb| lead.ends_with(verb))
        {
            return Some(StatusWord::Cancelled);
        }
        let lets = hit.what == DealWord::Buy && word.starts_with("leas");
        if (gives || lets) && [" offered", " offers", " offering"].iter().any(|verb| lead.ends_with(verb)) {
            return Some(StatusWord::Possible);
        }
        if [" agreed", " agrees", " agree", " agreement"].iter().any(|verb| lead.ends_with(verb)) {
            return Some(StatusWord::Signed);
        }
        let near = tail(lead, 60);
        if let Some(leave) = leave_before(near) {
            return Some(leave);
        }
        if hit.what != DealWord::Receive && ALLOWING.are_in(near) {
            return Some(StatusWord::Approved);
        }
        // A headline: "Norhaven to buy 12 jets".
        let end = scene.span.start + lead.len();
        if scene.names.iter().any(|name| name.span.end == end && !name.adjective)
            && !scene.deals.iter().any(|other| other.end <= hit.start)
            && scene.statuses.iter().all(|other| other.start > hit.start)
        {
            return Some(StatusWord::Planned);
        }
        // "set up a joint venture to supply"
        if gives
            && [" joint venture", " consortium", " company", " partnership"].iter().any(|noun| lead.ends_with(noun))
        {
            return Some(StatusWord::Planned);
        }
        return [" is", " are", " was", " were"].iter().any(|verb| lead.ends_with(verb)).then_some(StatusWord::Planned);
    }
    if gives && GOODS_REFUSED.end(before) {
        return Some(StatusWord::Cancelled);
    }
    if gives
        && before.ends_with(" from")
        && ["not prevent", "not stop", "not block", "not object"].iter().any(|words| tail(before, 60).holds(words))
    {
        return Some(StatusWord::Approved);
    }
    if matches!(word, "offer" | "offers" | "offered" | "offering") && !head(after, 9).starts_with(" to ") {
        return Some(StatusWord::Possible);
    }
    if hit.what == DealWord::Receive && word == "getting" && [" is", " are"].iter().any(|verb| before.ends_with(verb)) {
        return Some(StatusWord::Planned);
    }
    // "is delivering", "has been supplying"
    (gives && GOES_ON.end(before) && word.ends_with("ing")).then_some(StatusWord::InDelivery)
}

/// ` two C-27Js`: a number and a type.
fn counts_a_type(after: &str) -> bool {
    let mut words = after.split([' ', ',']).skip(1);
    words.next().is_some_and(|word| count(word).is_some())
        && words.next().is_some_and(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().any(|byte| byte.is_ascii_digit())
        })
}

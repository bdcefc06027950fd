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

/// `agreed to send`, `allows Norhaven to export`, `Norhaven to buy 12 jets`, `will not deliver`: what the words around a verb of trade make of it.
pub(super) fn stage(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> Option<StatusWord> {
    let verb = Verb::new(scene, hit);
    match hit.what {
        DealWord::Sell => verb.sells(),
        DealWord::Buy => verb.buys(),
        DealWord::Receive => verb.receives(),
        DealWord::Win => verb.wins(),
        DealWord::Award => verb.awards(),
        DealWord::Request => verb.requests(),
        DealWord::Paid => verb.pays().then_some(StatusWord::Planned),
        // "hopes to sign by July a contract for five corvettes"
        DealWord::Sign => (verb.word == "sign" && verb.is_meant()).then_some(StatusWord::Planned),
        // "are discussing six radars"
        DealWord::Talk => (verb.word == "discussing").then_some(StatusWord::Negotiating),
        // "released 1.3 billion euros to order 18 tanks"
        DealWord::Approve => verb.word.starts_with("releas").then_some(StatusWord::Approved),
        // "Ardenia’s offer of 16 jets"
        DealWord::Sale => verb.word.starts_with("offer").then_some(StatusWord::Possible),
        DealWord::Made | DealWord::Purchase | DealWord::Deal => None,
    }
}

/// `deliver` in "has agreed to deliver 12 jets": a word of trade with what stands around it.
struct Verb<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    hit: &'s Hit<DealWord>,
    word: &'t str,
    /// The sentence before it.
    before: &'t str,
    /// The sentence behind it.
    after: &'t str,
}

impl<'s, 'd, 't> Verb<'s, 'd, 't> {
    fn new(scene: &'s Scene<'d, 't>, hit: &'s Hit<DealWord>) -> Self {
        Self {
            scene,
            hit,
            word: &scene.text[hit.start..hit.end],
            before: scene.before(hit.start).trim_end(),
            after: scene.after(hit.end),
        }
    }

    /// `delivered`
    fn sells(&self) -> Option<StatusWord> {
        if self.hands_over_the_first() {
            return Some(StatusWord::InDelivery);
        }
        // "can deliver six radars"
        if self.before.ends_with(" can") {
            return Some(StatusWord::Possible);
        }
        if self.is_handed_over() {
            return Some(StatusWord::Delivered);
        }
        self.by_the_verb_before()
    }

    /// `bought`
    fn buys(&self) -> Option<StatusWord> {
        // "exercised an option", "took up an option"
        if !self.is_ahead()
            && (self.word.starts_with("exercis") || self.word.starts_with('t') && self.word.holds("option"))
        {
            return Some(StatusWord::Awarded);
        }
        // "should buy them"
        if self.before.ends_with(" should") || self.before.ends_with(" ought to") {
            return Some(StatusWord::Possible);
        }
        // "has finally paid for the jets": what is paid is ordered.
        if self.word == "paid for" && self.is_done() && !self.after.starts_with(" by ") {
            return Some(StatusWord::Signed);
        }
        self.by_the_verb_before()
    }

    /// `received`
    fn receives(&self) -> Option<StatusWord> {
        if self.word.ends_with("received") && gets_offers(self.after) {
            return Some(StatusWord::Possible);
        }
        if self.receives_a_number() {
            // "received seven more on Monday, bringing to 21"
            let more = self.after.split(' ').nth(2) == Some("more") && self.after.holds(", bringing ");
            return Some(self.delivered(more));
        }
        // "accepted 34 of the 49 tanks", "imported 25 guns": they are there.
        if matches!(self.word, "accepted" | "imported") && !self.is_ahead() {
            return Some(self.delivered(self.after.starts_with(" the first ")));
        }
        if self.gets_work() {
            return Some(StatusWord::Awarded);
        }
        if self.receives_arms() {
            return Some(StatusWord::Delivered);
        }
        self.by_the_verb_before()
    }

    /// `won`
    fn wins(&self) -> Option<StatusWord> {
        // "close to winning a $9 million order"
        if self.before.ends_with(" close to") {
            return Some(StatusWord::Negotiating);
        }
        // "bags a $9 million order": work is got. "hopes to land" is none of it.
        let gets = !self.word.contains(' ') || self.word.holds("winner") || self.word.holds("out");
        if gets && !self.word.ends_with("ing") && !self.is_ahead()
            // "receives order for ammunition"
            || self.word.starts_with("receive") && (self.word.holds("order") || self.word.holds("contract"))
        {
            return Some(StatusWord::Awarded);
        }
        if self.word != "received a" {
            return None;
        }
        if self.gets_work() { Some(StatusWord::Awarded) } else { self.by_the_verb_before() }
    }

    /// `gave the firm a contract`
    fn awards(&self) -> Option<StatusWord> {
        let gives = GIVING.contains(&self.word) || self.word.starts_with("hand");
        if gives && !self.word.ends_with("ing") && !self.is_ahead() {
            return Some(StatusWord::Awarded);
        }
        if let Some(ship) = self.ship_in_service() {
            let part = [" first", " second", " third", " fourth", " fifth"].iter().any(|number| ship.holds(number));
            return Some(if part { StatusWord::InDelivery } else { StatusWord::Delivered });
        }
        // "has commissioned Velmark to supply"
        if matches!(self.word, "commissioned" | "hired" | "tapped")
            && [" has", " have"].iter().any(|verb| self.before.ends_with(verb))
        {
            return Some(StatusWord::Awarded);
        }
        // "The contract went to Velmark"
        let ahead = self.before.ends_with(" will");
        let goes = if ahead { StatusWord::Planned } else { StatusWord::Awarded };
        self.word.ends_with(" to").then_some(goes)
    }

    /// `asked for`
    fn requests(&self) -> Option<StatusWord> {
        match self.word {
            // "a request by Norhaven for 12 guns"
            "request" | "requests" if [" by ", " from "].iter().any(|link| self.after.starts_with(link)) => {
                Some(StatusWord::Requested)
            }
            // "asked Norhaven for 40 tanks"
            "asked" | "asks" | "applied" | "approached" | "approaches" => Some(StatusWord::Requested),
            // "seeks six radars"
            "seeks" | "seek" | "sought" if !passive(self.before) && self.arms_follow() => Some(StatusWord::Planned),
            // "turned to Norhaven for tanks"
            word => word.starts_with("turn").then_some(StatusWord::Planned),
        }
    }

    /// `earmarked $30 million`, `is to spend $30 million on rifles`
    fn pays(&self) -> bool {
        self.word.starts_with("earmark")
            || self.word.ends_with("aside")
            || self.word.starts_with("allocat")
            || self.word.starts_with("spend") && MEANS_TO.end(self.before)
    }

    /// What the verb before a verb of trade makes of it: `agreed to`, `would`, `refuses to`.
    fn by_the_verb_before(&self) -> Option<StatusWord> {
        let gives = self.hit.what == DealWord::Sell;
        let receives = self.hit.what == DealWord::Receive;
        // "said that it would sell"
        if self.before.ends_with(" would") && (gives || receives) && !self.before.holds("nder ") {
            return Some(StatusWord::Planned);
        }
        if let Some(lead) = self.before.strip_suffix(" to") {
            return self.behind_to(lead);
        }
        if gives && GOODS_REFUSED.end(self.before) {
            return Some(StatusWord::Cancelled);
        }
        // "will not prevent the firm from selling"
        if gives
            && self.before.ends_with(" from")
            && ["not prevent", "not stop", "not block", "not object"]
                .iter()
                .any(|words| tail(self.before, 60).holds(words))
        {
            return Some(StatusWord::Approved);
        }
        if matches!(self.word, "offer" | "offers" | "offered" | "offering") && !head(self.after, 9).starts_with(" to ")
        {
            return Some(StatusWord::Possible);
        }
        if self.word == "getting" && receives && [" is", " are"].iter().any(|verb| self.before.ends_with(verb)) {
            return Some(StatusWord::Planned);
        }
        // "is delivering", "has been supplying"
        (gives && GOES_ON.end(self.before) && self.word.ends_with("ing")).then_some(StatusWord::InDelivery)
    }

    /// `agreed`, `allowed Norhaven`, `has begun` before "to deliver".
    fn behind_to(&self, lead: &str) -> Option<StatusWord> {
        let gives = self.hit.what == DealWord::Sell;
        let ends = |verbs: &[&str]| verbs.iter().any(|verb| lead.ends_with(verb));
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
        if gives && ends(&[" refused", " refuses", " refusing", " declined", " declines"]) {
            return Some(StatusWord::Cancelled);
        }
        let lets = self.hit.what == DealWord::Buy && self.word.starts_with("leas");
        if (gives || lets) && ends(&[" offered", " offers", " offering"]) {
            return Some(StatusWord::Possible);
        }
        if ends(&[" agreed", " agrees", " agree", " agreement"]) {
            return Some(StatusWord::Signed);
        }
        let near = tail(lead, 60);
        if let Some(leave) = leave_before(near) {
            return Some(leave);
        }
        if self.hit.what != DealWord::Receive && ALLOWING.are_in(near) {
            return Some(StatusWord::Approved);
        }
        // "set up a joint venture to supply"
        let founds = gives && ends(&[" joint venture", " consortium", " company", " partnership"]);
        let planned = self.is_a_headline(lead) || founds || ends(&[" is", " are", " was", " were"]);
        planned.then_some(StatusWord::Planned)
    }

    /// `will`, `hopes to`: whether the words before a verb put it into the future, or into somebody's hopes.
    fn is_ahead(&self) -> bool {
        NOT_DONE.has(self.before.last_word())
    }

    /// `has delivered`, and neither "was delivered" nor "will deliver".
    fn is_done(&self) -> bool {
        !passive(self.before) && !self.is_ahead()
    }

    /// `will`, `hopes to` before "sign".
    fn is_meant(&self) -> bool {
        self.before.ends_with(" will") || MEANS_TO.end(self.before)
    }

    /// `Norhaven to buy 12 jets`
    fn is_a_headline(&self, lead: &str) -> bool {
        let end = self.scene.span.start + lead.len();
        self.scene.names.iter().any(|name| name.span.end == end && !name.adjective)
            && !self.scene.deals.iter().any(|other| other.end <= self.hit.start)
            && self.scene.statuses.iter().all(|other| other.start > self.hit.start)
    }

    /// ` 12 Kestrel helicopters`
    fn arms_follow(&self) -> bool {
        begins_arms(self.scene.text, Span::new(self.hit.end, self.scene.span.end))
    }

    /// `delivers its first tanks to Norhaven`
    fn hands_over_the_first(&self) -> bool {
        (HANDS_OVER.contains(&self.word) || HANDED_OVER.has(self.word))
            && [" its first ", " the first ", " their first "].iter().any(|next| self.after.starts_with(next))
            && !self.after.starts_with(" the first of")
            && self.is_done()
    }

    /// `handed two helicopters over to the guard`, `delivers 12 guns under a $9 million contract`
    fn is_handed_over(&self) -> bool {
        self.word == "handed" && !passive(self.before) && head(self.after, 70).holds(" over to ")
            || self.scene.has(DealWord::Deal) && (HANDS_OVER.contains(&self.word) || self.is_supplied_under_a_deal())
    }

    /// `Under a 2010 contract, Ardenia supplied Norhaven with six jets`
    fn is_supplied_under_a_deal(&self) -> bool {
        let (start, end) = (self.hit.start, self.hit.end);
        let names = &self.scene.names;
        HANDED_OVER.has(self.word)
            && names.iter().any(|name| name.span.end + 1 == start && !name.adjective)
            && (self.arms_follow() || names.iter().any(|name| name.span.start == end + 1 || name.span.start == end + 5))
    }

    /// `received six trainers and plans to buy more`
    fn receives_a_number(&self) -> bool {
        self.word == "received"
            && self.is_done()
            && !gets_work(head(self.after, 60))
            && count(self.after.trim_start().split(' ').next().unwrap_or("")).is_some()
    }

    /// `received two helicopters in 2014`
    fn receives_arms(&self) -> bool {
        matches!(self.word, "received" | "got")
            && !passive(self.before)
            && ![" has", " have"].iter().any(|verb| self.before.ends_with(verb))
            && (self.arms_follow()
                || counts_a_type(self.after)
                || [" the last ", " the final ", " its last ", " its final "]
                    .iter()
                    .any(|next| self.after.starts_with(next)))
    }

    /// `received a $9 million order`
    fn gets_work(&self) -> bool {
        GETTING.has(self.word) && gets_work(head(self.after, 60)) && !self.before.ends_with(" to")
    }

    /// What is received: all of it, or a part where the words say so.
    fn delivered(&self, part: bool) -> StatusWord {
        if part || counts_some_of(self.after) { StatusWord::InDelivery } else { StatusWord::Delivered }
    }

    /// ` the second patrol vessel` behind "has commissioned": a ship that enters service.
    fn ship_in_service(&self) -> Option<&'t str> {
        let object = head(self.after, 60).split([',', ';']).next().unwrap_or("");
        let ship = self.word == "commissioned"
            && [" the ", " its ", " a ", " two ", " three "].iter().any(|lead| object.starts_with(lead))
            && SHIP_NOUNS.are_in(object)
            && !object.holds(" to ")
            && !self.after.holds(" from ");
        ship.then_some(object)
    }
}

/// ` two C-27Js`: a number and a type.
fn counts_a_type(after: &str) -> bool {
    let mut words = after.split([' ', ',']).skip(1);
    words.next().is_some_and(|word| count(word).is_some())
        && words.next().is_some_and(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().any(|byte| byte.is_ascii_digit())
        })
}

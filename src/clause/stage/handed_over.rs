//! `took delivery of six of the 12 jets`: whether all is handed over, a part, or nothing yet.

use super::StatusWord;
use super::agreed::{gets_offers, gets_work};
use super::leave::allows;
use super::told::Told;
use crate::clause::scene::{Scene, receives_an_order};
use crate::clause::ware::count;
use crate::clause::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, HANDING_OVER, PAPERS};
use crate::lexicon::stages::{
    ALL_OF_THEM, DUE_BEHIND, HAD_BEEN, HANDED_OVER_LATER, MONEY_MOVED, PARTS_DELIVERED, RECEIVED_LATER, SCHEDULED,
    STILL_TO_COME, WHAT_IS_MEANT,
};
use crate::model::Figure;
use crate::span::Span;

impl Told<'_, '_, '_> {
    /// `delivered`
    pub(super) fn delivered(&self) -> Option<StatusWord> {
        if self.after.starts_with(" the required") {
            return None;
        }
        // "the advance has already been transferred": money, and no goods.
        if self.word.ends_with("transferred") && MONEY_MOVED.end(without_auxiliaries(self.before)) {
            return None;
        }
        // "has received $9 million for six radars": it is paid for work.
        let sum = |figure: &Figure<'_>| figure.start >= self.span.end && figure.start - self.span.end <= 9;
        if self.word.ends_with("received") && self.scene.figures.iter().any(sum) && self.scene.has(DealWord::Win) {
            return Some(StatusWord::Awarded);
        }
        // "has received four additional orders": work, and no goods. "received two bids" tells of neither.
        if self.word.ends_with("received") && receives_paper(self.after) {
            return if receives_an_order(self.after) {
                Some(StatusWord::Awarded)
            } else {
                gets_offers(self.after).then_some(StatusWord::Possible)
            };
        }
        if self.is_still_to_be_made() {
            return None;
        }
        if self.are_some_of_them()
            || self.are_more_of_them()
            || self.brings_the_total()
            || self.tells_of_the_first()
            || counts_a_part(self.before)
            || self.are_so_many_of_all()
            || self.are_the_first()
        {
            return Some(StatusWord::InDelivery);
        }
        if self.is_ahead() {
            return None;
        }
        // "has received an offer of six radars"
        if self.word.ends_with("received") && gets_offers(self.after) {
            return Some(StatusWord::Possible);
        }
        // "received approval to sell" is allowed.
        if allows(self.after) {
            return Some(StatusWord::Approved);
        }
        // "has received a contract" is awarded, "has received four jets out of an order of 24" is not.
        if self.word.ends_with("received")
            && gets_work(head(self.after, 90))
            && self.after.split(' ').nth(1).is_none_or(|number| count(number).is_none())
        {
            return Some(StatusWord::Awarded);
        }
        Some(StatusWord::Delivered)
    }

    /// `the first of`, `being delivered`
    pub(super) fn in_delivery(&self) -> Option<StatusWord> {
        // "PGZ will build the remaining 63 units"
        if self.word == "remaining" && tail(self.before, 40).places_of(" will ").next().is_some() {
            return None;
        }
        // "five more, in addition to the three already under construction": those are of another order.
        if self.word == "under construction"
            && self.before.ends_with(" already")
            && ["in addition to", "on top of", "besides", "as well as"]
                .iter()
                .any(|words| tail(self.before, 60).holds(words))
        {
            return None;
        }
        if self.is_still_to_be_made() || self.first_is_to_come() || self.first_is_handed_over_later() {
            return None;
        }
        if self.are_the_last() {
            return Some(StatusWord::Delivered);
        }
        if self.first_deliveries_are_due() || self.first_batch_is_due() {
            return None;
        }
        if self.are_all_of_them() {
            return Some(StatusWord::Delivered);
        }
        let none = self.first_is_received_later()
            || self.first_is_not_handed_over()
            || self.first_batch_is_meant()
            || self.first_batch_is_bought()
            || self.is_ahead();
        (!none).then_some(StatusWord::InDelivery)
    }

    /// `completed`: "deliveries of which were completed in 2015", all are there.
    pub(super) fn completed(&self) -> StatusWord {
        if self.word.ends_with("completed") && tail(self.before, 40).holds("eliver") {
            return StatusWord::Delivered;
        }
        StatusWord::Completed
    }

    /// `will be built in Tarn and delivered in 2019`
    fn is_still_to_be_made(&self) -> bool {
        let near = tail(self.before, 60);
        self.before.ends_with(" and")
            && near
                .last_place_of(" will be ")
                .or_else(|| near.last_place_of(" to be "))
                .is_some_and(|at| !near[at..].contains([',', ';']))
    }

    /// `six of them have been delivered`
    fn are_some_of_them(&self) -> bool {
        let near = tail(self.before, 40);
        near.holds(" of them") && !["last of them", "all of them"].iter().any(|words| near.holds(words))
            || near.holds(" of the ") && self.before.ends_with(" been")
    }

    /// `has delivered two more ships`, `has delivered six of the corvettes`, `have delivered only two`
    fn are_more_of_them(&self) -> bool {
        if self.word.holds(" only ") {
            return true;
        }
        let only = self.word == "delivered" && (self.before.ends_with(" only") || self.before.ends_with(" just"));
        if only {
            return true;
        }
        if !matches!(self.word, "has delivered" | "have delivered") {
            return false;
        }
        let mut words = self.after.split(' ').skip(1);
        // "has only delivered a fifth of the jets"
        self.after.starts_with(" only ")
            || self.after.starts_with(" just ")
            || PARTS_DELIVERED.begin(self.after)
            || words.next().is_some_and(|number| count(number).is_some())
                && matches!(
                    (words.next(), words.next()),
                    (Some("more"), _) | (Some("of"), Some("the" | "its" | "these"))
                )
    }

    /// `took delivery of another dozen, bringing the total received to 24`
    fn brings_the_total(&self) -> bool {
        [", bringing the total", ", bringing the number", ", taking the total", ", bringing to "]
            .iter()
            .any(|words| self.after.holds(words))
    }

    /// `The first was delivered in 2017`
    fn tells_of_the_first(&self) -> bool {
        self.before.len() <= 48
            && !self.is_ahead()
            && self.scene.span.of(self.scene.text).starts_with("The first")
            && !self.before.contains([',', ';'])
    }

    /// `took delivery of two of seven boats`, `has so far received 25 out of 49 tanks`
    fn are_so_many_of_all(&self) -> bool {
        counts_some_of(self.after) || tail(self.before, 20).holds("so far") && head(self.after, 30).holds(" out of ")
    }

    /// `took delivery of its first four jets`
    fn are_the_first(&self) -> bool {
        [" its first ", " their first "].iter().any(|first| head(self.after, 40).holds(first))
            || self.after.starts_with(" of the first ")
    }

    /// `the first of which is due in 2026`, `the first of 35 jets will arrive`
    fn first_is_to_come(&self) -> bool {
        // "with the first two vessels scheduled for delivery in 2025"
        let phrase = head(self.after, 60).split([',', ';', '.']).next().unwrap_or("");
        if self.word.starts_with("the first ") && self.before.ends_with(" with") && SCHEDULED.are_in(phrase) {
            return true;
        }
        (self.word == "first of" || self.word.starts_with("the first ")) && STILL_TO_COME.are_in(head(self.after, 120))
    }

    /// `will deliver the first of 12 jets`
    fn first_is_handed_over_later(&self) -> bool {
        self.word.starts_with("the first ") && HANDED_OVER_LATER.end(self.before)
            || self.word.starts_with("first ")
                && self.before.strip_suffix(" the").is_some_and(|before| HANDED_OVER_LATER.end(before))
    }

    /// `has delivered the last of ten`
    fn are_the_last(&self) -> bool {
        self.word.ends_with("delivered")
            && [" the last ", " the final ", " its last ", " all "].iter().any(|next| self.after.starts_with(next))
    }

    /// `with first deliveries expected in 2023`, `, with first deliveries in 2022`
    fn first_deliveries_are_due(&self) -> bool {
        let deliveries = self.word.starts_with("first deliver");
        (deliveries || matches!(self.word, "first shipment" | "first batch")) && DUE_BEHIND.begin(self.after)
            || deliveries
                && [" with", " with the"].iter().any(|lead| self.before.ends_with(lead))
                // "with first delivery from a Norhaven yard due by 2027"
                && (self.after.starts_with(" in ") || SCHEDULED.are_in(self.phrase_behind(70)))
    }

    /// `The first batch of 34 is due to arrive in 2019`
    fn first_batch_is_due(&self) -> bool {
        matches!(self.word, "first batch" | "first shipment" | "second batch")
            && STILL_TO_COME.are_in(head(self.after, 60).split([',', ';', '.']).next().unwrap_or(""))
    }

    /// `All have been handed over`
    fn are_all_of_them(&self) -> bool {
        ["handed over", "delivered", "handed over to"].iter().any(|verb| self.word.ends_with(verb))
            && ALL_OF_THEM.end(self.before)
    }

    /// `may receive the first of its jets this year`
    fn first_is_received_later(&self) -> bool {
        self.word == "first of" && RECEIVED_LATER.are_in(tail(self.before, 30))
    }

    /// `to build the first of a new class`
    fn first_is_not_handed_over(&self) -> bool {
        matches!(self.word, "first of" | "the first two" | "the first three" | "the first four")
            && !HANDING_OVER.are_in(self.scene.span.of(self.scene.text))
    }

    /// `signed a deal to buy the second batch`: what is bought, and not what is there.
    fn first_batch_is_meant(&self) -> bool {
        let lead = self.before.strip_suffix(" the").or_else(|| self.before.strip_suffix(" a")).unwrap_or(self.before);
        matches!(self.word, "first batch" | "second batch" | "first shipment") && WHAT_IS_MEANT.end(lead)
    }

    /// `bought 20 jets, its first batch`
    fn first_batch_is_bought(&self) -> bool {
        // "The first two helicopters were bought in 2011": an order before.
        let bought = self.word.to_ascii_lowercase().starts_with("the first ")
            && [" were bought", " was bought", " were ordered", " was ordered", " were purchased", " were acquired"]
                .iter()
                .any(|verb| head(self.after, 50).split([',', ';']).next().is_some_and(|near| near.holds(verb)));
        (bought || matches!(self.word, "first batch" | "second batch"))
            && self.scene.has(DealWord::Buy)
            && ![DealWord::Sell, DealWord::Sale, DealWord::Receive].into_iter().any(|what| self.scene.has(what))
    }
}

/// `the other six are to arrive`, `the rest will follow`: the words that tell of goods that are still to come.
pub(super) fn the_rest_follows(scene: &Scene<'_, '_>) -> Option<Span> {
    let text = scene.span.of(scene.text);
    ["the other", "the rest", "the remainder", "the remaining", "another"].iter().find_map(|words| {
        let at = text.place_of(words)?;
        // "and another six are to be supplied this year"
        if *words == "another" && text[at + 7..].split(' ').nth(1).is_none_or(|number| count(number).is_none()) {
            return None;
        }
        let clause = head(&text[at..], 80).split([',', ';', '.']).next().unwrap_or("");
        let start = scene.span.start + at;
        STILL_TO_COME.are_in(clause).then(|| Span::new(start, start + words.len()))
    })
}

/// `12 of which had`, `only 14 have`: whether the words before a passive count a part of the things.
fn counts_a_part(before: &str) -> bool {
    let lead = HAD_BEEN.cut_from_end(before).unwrap_or(before);
    if let Some(lead) = lead.strip_suffix(" of which") {
        return lead.rsplit([' ', '(']).next().is_some_and(|number| count(number).is_some());
    }
    // "Three of the six radars ordered by Norhaven have been"
    let near = tail(lead, 80);
    let clause = near.rsplit([',', ';', '.']).next().unwrap_or("").trim_start();
    let some_of_all = [" of the ", " of its ", " of their "].iter().any(|link| {
        clause.place_of(link).is_some_and(|at| {
            let (some, all) = (clause[..at].last_word(), clause[at + link.len()..].split(' ').next().unwrap_or(""));
            let less = count(&some.to_ascii_lowercase()).and_then(|digits| digits.parse::<u32>().ok());
            let more = count(all).and_then(|digits| digits.parse::<u32>().ok());
            less.zip(more).is_some_and(|(less, more)| less < more)
        })
    });
    if some_of_all {
        return true;
    }
    let mut words = lead.rsplit(' ');
    words.next().is_some_and(|number| count(number).is_some())
        && words.next().is_none_or(|word| matches!(word, "only" | "Only" | "just" | "Just" | "far"))
}

/// ` of two of seven boats`: whether only some of the things of a number are told.
pub(super) fn counts_some_of(after: &str) -> bool {
    let rest = after.strip_prefix(" of").unwrap_or(after);
    let mut words = rest.split(' ').skip(1);
    let (some, of) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let all = words.next().filter(|word| !matches!(*word, "the" | "its" | "an")).or_else(|| words.next()).unwrap_or("");
    // "received 25 out of 49"
    let (of, all) = if of == "out" { (all, words.next().unwrap_or("")) } else { (of, all) };
    of == "of" && count(some).is_some() && count(all.trim_end_matches([',', '.'])).is_some()
}

/// ` two bids`, ` four additional orders`: papers within a few words, before any preposition.
fn receives_paper(after: &str) -> bool {
    head(after, 60)
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(5)
        .take_while(|word| !matches!(*word, "for" | "from" | "of" | "under" | "in" | "to" | "by" | "with" | "and"))
        .any(|word| PAPERS.has(word.trim_end_matches([',', '.', ';'])))
}

/// `the advance` of "the advance has already": what stands before the auxiliaries of a passive.
fn without_auxiliaries(before: &str) -> &str {
    let mut subject = before.trim_end();
    while let Some(rest) =
        [" has", " have", " had", " already", " also", " now"].iter().find_map(|word| subject.strip_suffix(word))
    {
        subject = rest;
    }
    subject
}

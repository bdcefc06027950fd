//! `has delivered 12 jets ordered in 2016`: what a date is by the words of trade around it.

use super::Day;
use crate::clause::scene::Scene;
use crate::clause::worth::{head, tail};
use crate::lexicon::days::{DELIVERY_STEMS, DELIVERY_WORDS, MADE_KNOWN, OTHER_VERBS};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::lexicon::procurement::Hit;
use crate::model::{DateKind, DateRole};
use crate::span::Span;

impl Day<'_, '_, '_> {
    /// `signed a contract for 12 jets in 2016`: what the date is to the nearest word of trade.
    pub(super) fn by_the_deal(&self) -> Option<DateRole> {
        let Self { scene, date, before, near, .. } = *self;
        let text = scene.text;
        let previous = scene.deals.iter().rev().find(|hit| hit.end <= date.start);
        // "chose Velmark after a first attempt failed in 2015": another clause.
        if previous.is_some_and(|hit| {
            let gap = Span::new(hit.end, date.start).of(text);
            gap.holds(" after ") && gap.holds(" failed ")
        }) {
            return None;
        }
        // "awarded Velmark a contract to supply 12 jets last month": what is past dates the verb, and not what is still to be done.
        let past = date.resolved_from.as_ref().is_some_and(|now| {
            date.edtf.as_ref().is_some_and(|day| day.as_str() < now.as_str() && !now.as_str().starts_with(day.as_str()))
        });
        let done =
            previous.filter(|hit| (past || date.kind == DateKind::Day) && is_to_be_done(scene, hit)).and_then(|_| {
                scene.deals.iter().rev().find(|hit| {
                    hit.end <= date.start
                        && matches!(hit.what, DealWord::Sign | DealWord::Win | DealWord::Award | DealWord::Buy)
                })
            });
        let previous = done.or(previous);
        // "has yet to deliver the boats ordered by Norhaven on Tuesday"
        let ordered = previous.is_some_and(|hit| {
            matches!(hit.what, DealWord::Buy | DealWord::Sign) && scene.after(hit.end).starts_with(" by ")
        });
        // "took delivery of the last of 36 jets it ordered in 2016 in December 2022": the second day is the main verb's.
        let taken = previous.is_some_and(|hit| {
            matches!(hit.what, DealWord::Buy | DealWord::Sign)
                && scene.dates.iter().any(|other| other.start >= hit.end && other.end < date.start)
                && scene.deals.iter().any(|other| {
                    other.end <= hit.start
                        && (other.what == DealWord::Receive || text[other.start..].starts_with("deliver"))
                })
        });
        let delivery = taken
            || done.is_none()
                && !ordered
                && DELIVERY_WORDS
                    .each()
                    // "The service acquired two cutters in 2011": a force.
                    .any(|word| near.holds(word) && !(word == "service" && near.holds("he service ")));
        // "signed a contract on the delivery of five launchers in October": the day of the contract, where it is past or exact.
        let named = matches!(date.kind, DateKind::Day | DateKind::Month)
            && [" in ", " on "].iter().any(|link| before.ends_with(link));
        let delivery = delivery && !((past || named) && signs_for_a_delivery(before));
        let next = scene.deals.iter().find(|hit| hit.start >= date.end);
        let opens = before.trim().split(' ').count() <= 2;
        // "The Senate on Tuesday narrowly rejected an effort to stop the sale": another verb has that day.
        if (opens || previous.is_none()) && acts_otherwise(scene, date.end) {
            return None;
        }
        let cue = if opens { next.or(previous) } else { previous.or(next) };
        let role = if self.is_of_the_words(previous) && !delivery {
            Some(DateRole::Announced)
        } else if delivery && !(opens && before.trim().is_empty()) {
            Some(DateRole::Delivery)
        } else {
            self.by_the_verb(cue?, opens)
        };
        // "and full capability by 2034": nothing is signed by then.
        role.filter(|role| {
            !((near.ends_with(" by ") || near.ends_with(" before "))
                && matches!(role, DateRole::Signed | DateRole::Awarded | DateRole::Announced))
        })
    }

    /// `announced last week`, `this year, said the director`: the day of the words.
    fn is_of_the_words(&self, previous: Option<&Hit<DealWord>>) -> bool {
        let Self { date, before, after, near, .. } = *self;
        MADE_KNOWN.each().any(|word| {
            let near = tail(before, 44);
            // "was said to have signed"
            near.place_of(word).is_some_and(|at| {
                let rest = &near[at + word.len()..];
                // "announced that on 14 December it took delivery": the day of what is announced.
                !rest.starts_with(" to ") && !matches!(rest, " that on " | " that in ")
            })
        }) && !near.holds("ordered")
            || ["said", "announced", "it emerged", "confirmed"]
                .iter()
                // "Velmark, which won the order in 2019, said": the comma closes the clause.
                .any(|word| {
                    let clause = before.holds(", which ") && after.starts_with(',')
                        // "are to be supplied this year, said the director"
                        || after.starts_with(',')
                            && previous.is_some_and(|hit| {
                                matches!(hit.what, DealWord::Sell | DealWord::Receive | DealWord::Buy | DealWord::Sign)
                                    && date.start - hit.end <= 5
                            });
                    !clause && after.trim_start_matches([' ', ',']).starts_with(word)
                })
    }

    /// `supplied missiles in 2015`: what the date is to a word of trade.
    fn by_the_verb(&self, hit: &Hit<DealWord>, opens: bool) -> Option<DateRole> {
        let Self { scene, date, near, .. } = *self;
        let text = scene.text;
        let word = &text[hit.start..hit.end];
        let signs = scene.has(DealWord::Sign);
        // "supplied missiles in 2015 as part of a deal signed in 2012"
        let signs_first =
            scene.deals.iter().any(|deal| deal.what == DealWord::Sign && deal.end <= date.start || signs && opens);
        match hit.what {
            // "lost a contract for 12 helicopters in 2014"
            _ if scene.deals.iter().any(|deal| {
                deal.end <= date.start && matches!(&text[deal.start..deal.end], "lost" | "loses" | "losing")
            }) =>
            {
                Some(DateRole::Other)
            }
            DealWord::Award if word.holds("short") => None,
            DealWord::Win | DealWord::Award => Some(DateRole::Awarded),
            DealWord::Sell if !signs_first && DELIVERY_STEMS.begin(word) => Some(DateRole::Delivery),
            // "will build six frigates by 2027"
            DealWord::Sell
                if (word.starts_with("build") || word.starts_with("manufactur"))
                    && [" will ", " to "].iter().any(|lead| scene.before(hit.start).ends_with(lead)) =>
            {
                Some(DateRole::Delivery)
            }
            DealWord::Buy | DealWord::Sign | DealWord::Sell => Some(DateRole::Signed),
            DealWord::Receive if word.holds("delivery") => Some(DateRole::Delivery),
            // "will get eight submarines by 2028 in a deal"
            DealWord::Receive
                if hit.end <= date.start
                    && [" will ", " to ", " would "].iter().any(|lead| scene.before(hit.start).ends_with(lead))
                    && near.ends_with(" by ") =>
            {
                Some(DateRole::Delivery)
            }
            DealWord::Receive
                if scene.deals.iter().any(|deal| {
                    deal.what == DealWord::Deal
                                && deal.start >= hit.end
                                && deal.start - hit.end <= 60
                                // "will get eight jets under an accord"
                                && !Span::new(hit.end, deal.start).of(text).holds(" under ")
                }) =>
            {
                Some(DateRole::Awarded)
            }
            DealWord::Receive => Some(DateRole::Delivery),
            DealWord::Approve | DealWord::Request => Some(DateRole::Announced),
            // "completed the delivery of four helicopters and three guns to the Norhaven army in 2016"
            DealWord::Sale if word.holds("eliver") && hit.end <= date.start && !signs_first => Some(DateRole::Delivery),
            // "signed off on the deal last Thursday"
            DealWord::Deal | DealWord::Purchase | DealWord::Sale
                if !signs
                    && scene
                        .deals
                        .iter()
                        .any(|deal| deal.end <= hit.start && text[deal.start..deal.end].ends_with("signed off on")) =>
            {
                Some(DateRole::Announced)
            }
            DealWord::Deal | DealWord::Purchase | DealWord::Sale => self.by_the_noun(hit),
            // "seven helicopters supplied by Velmark in 2009"
            DealWord::Made
                if ["suppl", "deliver", "donat", "provid"].iter().any(|verb| word.starts_with(verb))
                    && hit.end < date.start =>
            {
                Some(DateRole::Delivery)
            }
            DealWord::Paid | DealWord::Made | DealWord::Talk => None,
        }
    }

    /// `completing the order placed with Velmark in 2012`, `approved the purchase in December`: what the date is to a noun of trade.
    fn by_the_noun(&self, hit: &Hit<DealWord>) -> Option<DateRole> {
        let Self { scene, before, after, near, .. } = *self;
        let word = &scene.text[hit.start..hit.end];
        // "completing the order placed with Velmark in 2012", "after both signed the agreement in 2012"
        let made = |verb: &str| tail(before, 80).holds(verb);
        if [" placed ", " signed ", " concluded "].iter().any(|verb| made(verb)) {
            Some(DateRole::Signed)
        } else if matches!(hit.what, DealWord::Purchase | DealWord::Sale)
            && !word.holds("deliver")
            && !near.holds("otif")
            && scene.deals.iter().any(|deal| deal.what == DealWord::Approve && deal.end <= hit.start)
            && !scene.deals.iter().any(|deal| deal.what == DealWord::Sign && deal.end <= hit.start)
        {
            // "approved the purchase in December and expects to sign the contract"
            Some(DateRole::Announced)
        } else if scene.has(DealWord::Win) || scene.has(DealWord::Award) || scene.has(DealWord::Receive) {
            Some(DateRole::Awarded)
        } else if scene.has(DealWord::Sign)
            || scene.has(DealWord::Buy)
            || tail(before, 30).holds("order")
            || word.holds("order")
            || head(after, 12).holds("order")
            || head(after, 12).holds("contract")
        {
            Some(DateRole::Signed)
        } else if hit.what == DealWord::Purchase
            && scene.deals.iter().any(|deal| deal.what == DealWord::Approve && deal.end <= hit.start)
        {
            // "approved the procurement of 27 jets in June 2016"
            Some(DateRole::Announced)
        } else {
            None
        }
    }
}

/// ` narrowly rejected an effort`: a verb right behind a date that is none of trade, and dates no deal.
fn acts_otherwise(scene: &Scene<'_, '_>, at: usize) -> bool {
    let mut from = at;
    for word in scene.after(at).split(' ').skip(1).take(3) {
        from += 1;
        if word.ends_with("ed") && !scene.deals.iter().any(|hit| hit.start <= from && from < hit.end) {
            return OTHER_VERBS.has(word);
        }
        from += word.len();
    }
    false
}

/// ` to supply`, `for the delivery of`: what a deal is for.
fn is_to_be_done(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> bool {
    let before = scene.before(hit.start);
    match hit.what {
        DealWord::Sell | DealWord::Receive => before.ends_with(" to "),
        DealWord::Sale | DealWord::Purchase => before.trim_end_matches("the ").ends_with(" for "),
        _ => false,
    }
}

/// `signed a contract on the delivery of`: what is signed is for a delivery that comes later.
fn signs_for_a_delivery(before: &str) -> bool {
    let Some(at) = ["contract", "deal", "agreement", "accord"]
        .iter()
        .filter_map(|noun| before.last_place_of(noun).map(|at| (at, at + noun.len())))
        .max()
    else {
        return false;
    };
    ["signed", "concluded", "inked", "sealed"].iter().any(|verb| before[..at.0].holds(verb))
        && [" on the delivery of", " for the delivery of", " on delivery of", " for delivery of", " to deliver"]
            .iter()
            .any(|link| before[at.1..].trim_start_matches('s').starts_with(link))
}

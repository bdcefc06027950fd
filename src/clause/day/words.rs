//! `to be delivered by 2027`, `said on Monday`: what the words around a date say of it.

use std::ops::ControlFlow::{self, Break, Continue};

use super::Day;
use crate::clause::scene::Scene;
use crate::clause::worth::{head, tail};
use crate::lexicon::days::{
    ARRIVAL_DAYS, BEGINNING_DAYS, CLAUSE_STARTS, COMPLETED_ON, DATED_VERBS, DATED_WORDS, DELIVERING, FOLLOWED_DEALS,
    ISSUED_ON, LAUNCHED, PUT_OFF, SALE_ANNOUNCED, SAYING, SEEN, TAKING_PLACE, TOLD_ON,
};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DATE_NOUNS, DealWord, IMAGES, OTHER_ACTS, OTHER_EVENTS, TENDERS_OPENED, WINNER_NAMED};
use crate::model::{DateKind, DateRole};

impl Day<'_, '_, '_> {
    /// `will go to the air force beginning in October`, `deliveries will take place in 2018`: the day of a delivery that is to come.
    pub(super) fn delivered(&self) -> ControlFlow<Option<DateRole>> {
        let Self { after, date, before, near, .. } = *self;
        // "an order for 30 jets, which follows the 2015 purchase of 24": the day of another deal.
        let follows = ["which follows the ", "which followed the ", "which follows a ", ", following the "]
            .iter()
            .any(|lead| near.ends_with(lead));
        if follows && FOLLOWED_DEALS.begin(after) {
            return Break(None);
        }
        // "in a statement released overnight Monday"
        let released = [" statement released ", " statement issued ", " release issued ", " statement published "]
            .iter()
            .filter_map(|words| near.last_place_of(words).map(|at| at + words.len()))
            .max();
        if released.is_some_and(|at| !near[at..].contains([',', ';']) && near.len() - at <= 24) {
            return Break(Some(DateRole::Announced));
        }
        // "will in July receive six jets"
        if [" will in ", " would in ", " will by ", " is in ", " should in "].iter().any(|lead| near.ends_with(lead))
            && [" receive", " take delivery", " get ", " begin receiving", " to receive"]
                .iter()
                .any(|verb| after.starts_with(verb))
        {
            return Break(Some(DateRole::Delivery));
        }
        // "will go to the air force beginning in October"
        if ["will go to ", "will arrive ", "will reach ", "are due to arrive "].iter().any(|verb| before.holds(verb))
            && ARRIVAL_DAYS.end(near)
        {
            return Break(Some(DateRole::Delivery));
        }
        // "Deliveries of the order, worth $9 million, will take place in 2018"
        if TAKING_PLACE.end(near) {
            let delivery = ["eliver", "hipment", "andover"].iter().any(|noun| before.holds(noun));
            let signed = tail(before, 60).holds("signing ").then_some(DateRole::Signed);
            return Break(if delivery { Some(DateRole::Delivery) } else { signed });
        }
        if (["eliver", "hipment", "andover"].iter().any(|noun| near.holds(noun))
            || before.starts_with("Deliver")
            || before.starts_with("Supplies "))
            && BEGINNING_DAYS.end(near)
        {
            return Break(Some(DateRole::Delivery));
        }
        // "will deliver 12 jets ordered last year between 2026 and 2030": a stretch of years is no day of signing.
        if date.kind == DateKind::Range
            && date
                .edtf
                .as_ref()
                .zip(date.resolved_from.as_ref())
                .is_none_or(|(days, now)| days.as_str() > now.as_str())
            && [" will deliver ", " to deliver ", " will be delivered", " to be delivered", " would deliver "]
                .iter()
                .any(|verb| before.holds(verb))
        {
            return Break(Some(DateRole::Delivery));
        }
        // ", which will replace its old jets from 2023"
        if [" from ", " by ", " in ", " starting in ", " beginning in "].iter().any(|lead| near.ends_with(lead))
            && ["which will replace ", "which are to replace ", "which would replace ", "that will replace "]
                .iter()
                .any(|verb| {
                    tail(before, 90).last_place_of(verb).is_some_and(|at| !tail(before, 90)[at..].contains(','))
                })
        {
            return Break(Some(DateRole::Delivery));
        }
        // "deliveries of which were completed in 2015"
        if (near.ends_with("completed in ") || near.ends_with("completed by ")) && near.holds("eliver") {
            return Break(Some(DateRole::Delivery));
        }
        Continue(())
    }

    /// `On 5 May Velmark announced that it had won`, `launched a tender for six fighters in 2010`: the day of the words.
    pub(super) fn announced(&self) -> ControlFlow<Option<DateRole>> {
        let Self { scene, date, before, near, .. } = *self;
        let text = self.scene.text;
        // "On 5 May Velmark announced that it had won", "Last month, the ministry said": the day of the words, which is told by its number.
        if matches!(before.trim(), "On" | "on" | "In" | "Last" | "") && a_speaker_follows(scene, date.end) {
            return Break(self.has_a_number().then_some(DateRole::Announced));
        }
        // "launched a tender for six fighters in 2010"
        if TENDERS_OPENED.are_in(near) {
            return Break(Some(DateRole::Announced));
        }
        // "Ardenia announced the sale of six jets to Norhaven in 2010"
        let announced = scene.deals.iter().rev().find(|hit| hit.end <= date.start).is_some_and(|hit| {
            matches!(hit.what, DealWord::Sale | DealWord::Purchase | DealWord::Deal)
                && SALE_ANNOUNCED.end(scene.before(hit.start).trim_end())
                && !text[hit.start..hit.end].holds("deliver")
        });
        if announced
            && [" in ", " on "].iter().any(|lead| near.ends_with(lead))
            && !near.holds(" for delivery")
            && !near.holds(" delivered")
        {
            return Break(Some(DateRole::Announced));
        }
        Continue(())
    }

    /// `the $800 million contract of 2007`, `will be completed in 2022`, `the winner is to be named next August`
    pub(super) fn dated(&self) -> ControlFlow<Option<DateRole>> {
        let Self { date, before, near, .. } = *self;
        // "the $800 million contract of 2007"
        if date.kind != DateKind::Range
            && ["contract of ", " deal of ", "agreement of ", " order of ", "accord of "]
                .iter()
                .any(|noun| near.ends_with(noun))
        {
            return Break(Some(DateRole::Signed));
        }
        // "will be completed in 2022"
        if COMPLETED_ON.end(near) {
            return Break(Some(DateRole::Completion));
        }
        // "the winner is to be named next August"
        if (before.holds("winner") || before.starts_with("Winner")) && WINNER_NAMED.end(near) {
            return Break(Some(DateRole::Awarded));
        }
        Continue(())
    }

    /// `went on line in July`, `photographed last month`, `In a statement issued on 13 April`: the day of a thing, or of the words.
    pub(super) fn shown(&self) -> ControlFlow<Option<DateRole>> {
        let Self { before, near, .. } = *self;
        // "The radar, bought from Velmark, went on line in July": another verb has that day.
        if LAUNCHED.rests_in(tail(before, 40)).any(|rest| !rest.contains([',', ';'])) && near.ends_with(" in ") {
            return Break(None);
        }
        // "six of which were photographed last month"
        if SEEN.rests_in(tail(before, 44)).any(|rest| !rest.contains([',', ';']) && !rest.holds(" and ")) {
            return Break(None);
        }
        if IMAGES.are_in(tail(before, 30)) {
            return Break(None);
        }
        // "In a statement issued on 13 April", "in a filing on 3 May": the day of the words.
        if ISSUED_ON.end(tail(before, 30).to_ascii_lowercase().trim_end().trim_end_matches(" on")) {
            return Break(Some(DateRole::Announced));
        }
        Continue(())
    }

    /// `the first was due in April 2011`, `work will be carried out in 2018`
    pub(super) fn due(&self) -> ControlFlow<Option<DateRole>> {
        let Self { near, .. } = *self;
        // "the first was due in April 2011"
        if near.ends_with("due in ")
            || near.ends_with("due by ")
            || near.ends_with("due on ")
            || near.ends_with("due in the ")
            || near.ends_with("to follow in ")
            || near.ends_with("will follow in ")
            || near.ends_with("to follow by ")
            || near.ends_with("will follow by ")
            || near.ends_with("due ")
        {
            return Break(Some(DateRole::Delivery));
        }
        if near.ends_with("carried out in ")
            || near.ends_with("carried out between ")
            || near.ends_with("performed in ")
            || near.ends_with("covers ")
            || near.ends_with("covering ")
            || near.ends_with("begin in ")
            || near.ends_with("period of ")
        {
            return Break(Some(DateRole::Period));
        }
        Continue(())
    }

    /// `in the 2018 fiscal year`, `after the April 2016 offensive`, `complained last September`: the day of something else.
    pub(super) fn of_another_event(&self) -> ControlFlow<Option<DateRole>> {
        let Self { date, after, near, .. } = *self;
        if date.kind == DateKind::FiscalYear {
            return Break(None);
        }
        // "complained last September that", "to vote Thursday": what is said or voted then.
        if OTHER_ACTS.end(near) {
            return Break(None);
        }
        // "after the April 2016 offensive": another event's day.
        if OTHER_EVENTS.begin(after) {
            return Break(None);
        }
        Continue(())
    }

    /// `buys 36 jets through 2030`, `maintain the ships until 2031`: the day on which it ends.
    pub(super) fn ended(&self) -> ControlFlow<Option<DateRole>> {
        let Self { before, near, .. } = *self;
        // "buys 36 jets through 2030"
        if near.ends_with("through ") && before.len() > 9 {
            return Break(DELIVERING.are_in(before).then_some(DateRole::Delivery));
        }
        // "maintain the ships until 2031": when the work ends.
        if near.ends_with("until ") || near.ends_with("till ") {
            // "has been put off until 2019"
            if PUT_OFF.are_in(near) && !before.to_ascii_lowercase().holds("deliver") {
                return Break(Some(DateRole::Other));
            }
            let delivery = DELIVERING.are_in(before);
            return Break(Some(if delivery { DateRole::Delivery } else { DateRole::Completion }));
        }
        Continue(())
    }

    /// `under two contracts signed in 2021`: what the word right before the date says, or the verb nearest to it.
    pub(super) fn by_its_word(&self) -> ControlFlow<Option<DateRole>> {
        let Self { scene, date, before, after, .. } = *self;
        // "has yet to deliver under two contracts signed in 2021": the word right before the date wins.
        let ahead = before.trim_end();
        let lead = ["in", "on", "since", "late in", "early in"]
            .iter()
            .find_map(|word| ahead.strip_suffix(word))
            .unwrap_or(ahead)
            .trim_end();
        if lead.ends_with("notified") && before.holds("ongress") {
            return Break(None);
        }
        // "for 880 billion won in 2014": a currency.
        let sum = scene.figures.iter().any(|figure| figure.end == scene.span.start + lead.len());
        if let Some((_, role)) = DATED_WORDS.iter().find(|(word, _)| lead.ends_with(word)).filter(|_| !sum) {
            return Break(Some(*role));
        }
        if let Some(role) = by_the_nearest_verb(before, after) {
            return Break(Some(role));
        }
        // "the second delivery of a 2014 deal"
        let noun = [" arms", " defence", " defense", " weapons", " supply"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
            .unwrap_or(after);
        if DATE_NOUNS.begin(noun) && !scene.dates.is_empty() && date.kind != DateKind::Day {
            return Break(Some(DateRole::Signed));
        }
        Continue(())
    }

    /// `a source told the weekly on 5 June`, `said on Monday`: the day of the words, which is told by its number.
    pub(super) fn told(&self) -> ControlFlow<Option<DateRole>> {
        let Self { before, after, .. } = *self;
        // "a source told the weekly on 5 June": the day of the words.
        let spoken = {
            let near = tail(before, 48);
            near.ends_with(" on ")
                && near.last_place_of(" told ").is_some_and(|at| {
                    let whom = &near[at + 6..near.len() - 3];
                    whom.trim_end().split(' ').count() <= 4 && !whom.contains([',', ';'])
                })
        };
        if spoken {
            return Break(self.has_a_number().then_some(DateRole::Announced));
        }
        // "said on Monday" is the day of the words, not of the deal.
        let close_before = tail(before, 30).trim_end();
        let told = TOLD_ON.end(close_before.strip_suffix(" on").unwrap_or(close_before))
            || after.starts_with(" said")
            || after.starts_with(" told");
        if told && !self.has_a_number() {
            return Break(None);
        }
        Continue(())
    }
}

/// What the verb nearest to a date tells of it, where it is none of those that `DealWord` knows: "cancelled by the new government in 1979",
/// "let in 2015", "the contract dates from July 2006", "on Wednesday cleared the purchase".
fn by_the_nearest_verb(before: &str, after: &str) -> Option<DateRole> {
    let near = tail(before, 80);
    // Right behind the date: "on Wednesday cleared", "in March terminated".
    let rest = after.strip_prefix(' ').unwrap_or("");
    let next = rest.split([' ', ',', '.']).next().unwrap_or("");
    // "on Wednesday put the purchase on hold"
    if next == "put" && head(rest, 60).holds("on hold") {
        return Some(DateRole::Other);
    }
    let subject_before = !near.trim_end().is_empty() && !near.trim_end().ends_with(',');
    if subject_before
        && next.ends_with("ed")
        && let Some((_, role)) = DATED_VERBS.iter().find(|(verb, _)| next.starts_with(verb))
    {
        return Some(*role);
    }
    let clause = near.rsplit([',', ';', '(']).next().unwrap_or(near);
    for (i, word) in clause.split_whitespace().rev().enumerate().take(12) {
        // "the delivery dates in 2012" is a noun.
        let from = || near.ends_with("from ") || near.ends_with("back to ");
        if let Some((verb, role)) = DATED_VERBS.iter().find(|(verb, _)| word.starts_with(verb)) {
            return (!verb.starts_with("dat") || from()).then_some(*role);
        }
        if word == "let" {
            return Some(DateRole::Awarded);
        }
        if i > 0 && CLAUSE_STARTS.has(word) {
            return None;
        }
    }
    None
}

/// ` Velmark announced that`, `, the ministry said the`: whether a verb of saying with a clause stands behind a date, before any word of trade.
fn a_speaker_follows(scene: &Scene<'_, '_>, end: usize) -> bool {
    let after = head(scene.after(end), 70);
    let Some((at, verb)) = SAYING.each().filter_map(|verb| Some((after.place_of(verb)?, verb))).min() else {
        return false;
    };
    let subject = after[..at].trim_start_matches([',', ' ']);
    let clause = ["that ", "it ", "the ", "its "].iter().any(|word| after[at + verb.len()..].starts_with(word));
    clause
        && !subject.is_empty()
        && subject.split(' ').count() <= 8
        && !subject.contains([',', ';'])
        && !scene.deals.iter().any(|hit| hit.start >= end && hit.end <= end + at)
}

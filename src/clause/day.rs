//! What a date is to a deal in prose: `signed in 2021`, `to be delivered by 2027`, `said on Monday`.

use super::scene::Scene;
use super::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DATE_NOUNS, DealWord, IMAGES, OTHER_ACTS, OTHER_EVENTS, TENDERS_OPENED, WINNER_NAMED};
use crate::lexicon::procurement::Hit;
use crate::model::{ContractDate, DateKind, DateRole};
use crate::span::Span;

/// The dates of a sentence, by the deal word that stands nearest.
pub fn dates(scene: &Scene<'_, '_>) -> Vec<ContractDate> {
    let text = scene.text;
    let mut found = Vec::new();
    for date in scene.dates {
        if date.edtf.is_none() || matches!(date.kind, DateKind::Decade) {
            continue;
        }
        let before = scene.before(date.start);
        let after = scene.after(date.end);
        let near = tail(before, 60);
        // A dateline's date, and "in operation since 1980", are no dates of the deal.
        let names_only = before
            .split(' ')
            .all(|word| word.is_empty() || word.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '/'))
            && before.len() < 60;
        let dateline = names_only
            && (after.starts_with(" (") || after.starts_with(" /") || after.trim_start().starts_with(['—', '–', '-']));
        if dateline || before.trim_end().ends_with("since") {
            continue;
        }
        // "according to Minister Ivo Hale on Thursday", "quoted it as saying on Thursday": the day of the words, and not of what they tell.
        let told = near.last_place_of("ccording to ").is_some_and(|at| {
            let phrase = &near[at..];
            !phrase.contains([',', ';'])
                && (phrase.ends_with(" on ") || date.kind == DateKind::Relative)
                && date.end > date.start
        });
        if told || near.ends_with(" as saying ") || near.ends_with(" as saying on ") {
            continue;
        }
        // "an order for 30 jets, which follows the 2015 purchase of 24": the day of another deal.
        let follows = ["which follows the ", "which followed the ", "which follows a ", ", following the "]
            .iter()
            .any(|lead| near.ends_with(lead));
        if follows
            && [" purchase", " order", " deal", " contract", " sale", " acquisition"]
                .iter()
                .any(|noun| after.starts_with(noun))
        {
            continue;
        }
        // "in a statement released overnight Monday"
        let released = [" statement released ", " statement issued ", " release issued ", " statement published "]
            .iter()
            .filter_map(|words| near.last_place_of(words).map(|at| at + words.len()))
            .max();
        if released.is_some_and(|at| !near[at..].contains([',', ';']) && near.len() - at <= 24) {
            found.push(ContractDate::new(date.id, DateRole::Announced));
            continue;
        }
        // "will in July receive six jets"
        if [" will in ", " would in ", " will by ", " is in ", " should in "].iter().any(|lead| near.ends_with(lead))
            && [" receive", " take delivery", " get ", " begin receiving", " to receive"]
                .iter()
                .any(|verb| after.starts_with(verb))
        {
            found.push(ContractDate::new(date.id, DateRole::Delivery));
            continue;
        }
        // "will go to the air force beginning in October"
        if ["will go to ", "will arrive ", "will reach ", "are due to arrive "].iter().any(|verb| before.holds(verb))
            && ["beginning in ", "starting in ", "beginning ", "starting ", "from ", "by ", "in "]
                .iter()
                .any(|lead| near.ends_with(lead))
        {
            found.push(ContractDate::new(date.id, DateRole::Delivery));
            continue;
        }
        // "Deliveries of the order, worth $9 million, will take place in 2018"
        if [
            "take place in ",
            "takes place in ",
            "took place in ",
            "take place by ",
            "take place during ",
            "take place from ",
            "take place ",
        ]
        .iter()
        .any(|verb| near.ends_with(verb))
        {
            if ["eliver", "hipment", "andover"].iter().any(|noun| before.holds(noun)) {
                found.push(ContractDate::new(date.id, DateRole::Delivery));
            } else if tail(before, 60).holds("signing ") {
                found.push(ContractDate::new(date.id, DateRole::Signed));
            }
            continue;
        }
        if (["eliver", "hipment", "andover"].iter().any(|noun| near.holds(noun))
            || before.starts_with("Deliver")
            || before.starts_with("Supplies "))
            && [
                "begin in ",
                "start in ",
                "begin by ",
                "start by ",
                "begin as soon as ",
                "begin as early as ",
                "start as soon as ",
                "start as early as ",
                "beginning in ",
                "starting in ",
            ]
            .iter()
            .any(|verb| near.ends_with(verb))
        {
            found.push(ContractDate::new(date.id, DateRole::Delivery));
            continue;
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
            found.push(ContractDate::new(date.id, DateRole::Delivery));
            continue;
        }
        // ", which will replace its old jets from 2023"
        if [" from ", " by ", " in ", " starting in ", " beginning in "].iter().any(|lead| near.ends_with(lead))
            && ["which will replace ", "which are to replace ", "which would replace ", "that will replace "]
                .iter()
                .any(|verb| {
                    tail(before, 90).last_place_of(verb).is_some_and(|at| !tail(before, 90)[at..].contains(','))
                })
        {
            found.push(ContractDate::new(date.id, DateRole::Delivery));
            continue;
        }
        // "deliveries of which were completed in 2015"
        if (near.ends_with("completed in ") || near.ends_with("completed by ")) && near.holds("eliver") {
            found.push(ContractDate::new(date.id, DateRole::Delivery));
            continue;
        }
        // "On 5 May Velmark announced that it had won", "Last month, the ministry said": the day of the words, which is told by its number.
        if matches!(before.trim(), "On" | "on" | "In" | "Last" | "") && a_speaker_follows(scene, date.end) {
            if date.span().of(text).bytes().any(|byte| byte.is_ascii_digit()) {
                found.push(ContractDate::new(date.id, DateRole::Announced));
            }
            continue;
        }
        // "launched a tender for six fighters in 2010"
        if TENDERS_OPENED.are_in(near) {
            found.push(ContractDate::new(date.id, DateRole::Announced));
            continue;
        }
        // "Ardenia announced the sale of six jets to Norhaven in 2010"
        let announced = scene.deals.iter().rev().find(|hit| hit.end <= date.start).is_some_and(|hit| {
            matches!(hit.what, DealWord::Sale | DealWord::Purchase | DealWord::Deal)
                && [" announced", " announced the", " announced a", " unveiled the", " unveiled a", " announces the"]
                    .iter()
                    .any(|verb| scene.before(hit.start).trim_end().ends_with(verb))
                && !text[hit.start..hit.end].holds("deliver")
        });
        if announced
            && [" in ", " on "].iter().any(|lead| near.ends_with(lead))
            && !near.holds(" for delivery")
            && !near.holds(" delivered")
        {
            found.push(ContractDate::new(date.id, DateRole::Announced));
            continue;
        }
        // "the $800 million contract of 2007"
        if date.kind != DateKind::Range
            && ["contract of ", " deal of ", "agreement of ", " order of ", "accord of "]
                .iter()
                .any(|noun| near.ends_with(noun))
        {
            found.push(ContractDate::new(date.id, DateRole::Signed));
            continue;
        }
        // "will be completed in 2022"
        if [
            "completed in ",
            "completed by ",
            "finished by ",
            "finished in ",
            "complete by ",
            "complete in ",
            "completion in ",
            "completion by ",
        ]
        .iter()
        .any(|verb| near.ends_with(verb))
        {
            found.push(ContractDate::new(date.id, DateRole::Completion));
            continue;
        }
        // "images taken in June show two jets": the day of the images.
        // "the winner is to be named next August"
        if (before.holds("winner") || before.starts_with("Winner")) && WINNER_NAMED.end(near) {
            found.push(ContractDate::new(date.id, DateRole::Awarded));
            continue;
        }
        // "The radar, bought from Velmark, went on line in July": another verb has that day.
        if [
            " went on line ",
            " came on line ",
            " went online ",
            " was launched ",
            " were launched ",
            " was christened ",
            " was unveiled ",
        ]
        .iter()
        .any(|verb| tail(before, 40).last_place_of(verb).is_some_and(|at| !tail(before, 40)[at..].contains([',', ';'])))
            && near.ends_with(" in ")
        {
            continue;
        }
        // "six of which were photographed last month"
        let seen =
            ["photographed ", "spotted ", "displayed ", "paraded ", "pictured ", "shown at a parade in ", "seen at "];
        if seen.iter().any(|verb| {
            let near = tail(before, 44);
            near.holds(verb)
                && near
                    .last_place_of(verb)
                    .is_some_and(|at| !near[at..].contains([',', ';']) && !near[at..].holds(" and "))
        }) {
            continue;
        }
        if IMAGES.are_in(tail(before, 30)) {
            continue;
        }
        // "In a statement issued on 13 April", "in a filing on 3 May": the day of the words.
        if [
            "statement issued ",
            "statement released ",
            "statement published ",
            "release issued ",
            "release dated ",
            "notice issued ",
            "notice published ",
            "report published ",
            "interview published ",
            "in a statement ",
            "in a filing ",
            "in a notice ",
            "a statement dated ",
        ]
        .iter()
        .any(|words| {
            tail(before, 30).to_ascii_lowercase().trim_end().trim_end_matches(" on").ends_with(words.trim_end())
        }) {
            found.push(ContractDate::new(date.id, DateRole::Announced));
            continue;
        }
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
            found.push(ContractDate::new(date.id, DateRole::Delivery));
            continue;
        }
        if near.ends_with("carried out in ")
            || near.ends_with("carried out between ")
            || near.ends_with("performed in ")
            || near.ends_with("covers ")
            || near.ends_with("covering ")
            || near.ends_with("begin in ")
            || near.ends_with("period of ")
        {
            found.push(ContractDate::new(date.id, DateRole::Period));
            continue;
        }
        if date.kind == DateKind::FiscalYear {
            continue;
        }
        // "complained last September that", "to vote Thursday": what is said or voted then.
        if OTHER_ACTS.end(near) {
            continue;
        }
        // "after the April 2016 offensive": another event's day.
        if OTHER_EVENTS.begin(after) {
            continue;
        }
        // "buys 36 jets through 2030"
        if near.ends_with("through ") && before.len() > 9 {
            if ["eliver", "handed over", "shipped", "supplied"].iter().any(|verb| before.holds(verb)) {
                found.push(ContractDate::new(date.id, DateRole::Delivery));
            }
            continue;
        }
        // "maintain the ships until 2031": when the work ends.
        if near.ends_with("until ") || near.ends_with("till ") {
            // "has been put off until 2019"
            if ["put off", "postponed", "delayed", "pushed back", "deferred", "suspended", "shelved", "frozen"]
                .iter()
                .any(|verb| near.holds(verb))
                && !before.to_ascii_lowercase().holds("deliver")
            {
                found.push(ContractDate::new(date.id, DateRole::Other));
                continue;
            }
            let delivery = ["eliver", "handed over", "hand over", "shipped", "supplied", "transferred"]
                .iter()
                .any(|verb| before.holds(verb));
            found.push(ContractDate::new(date.id, if delivery { DateRole::Delivery } else { DateRole::Completion }));
            continue;
        }
        // "has yet to deliver under two contracts signed in 2021": the word right before the date wins.
        let close = [
            ("signed", DateRole::Signed),
            ("ordered", DateRole::Signed),
            ("contracted", DateRole::Signed),
            ("contracted for", DateRole::Signed),
            ("bought", DateRole::Signed),
            ("purchased", DateRole::Signed),
            ("agreed", DateRole::Signed),
            ("concluded", DateRole::Signed),
            ("placed", DateRole::Signed),
            ("acquired", DateRole::Signed),
            ("awarded", DateRole::Awarded),
            ("notified", DateRole::Awarded),
            ("won", DateRole::Awarded),
            ("delivered", DateRole::Delivery),
            ("arrived", DateRole::Delivery),
            ("fell through", DateRole::Other),
            ("collapsed", DateRole::Other),
            ("announced", DateRole::Announced),
        ];
        let ahead = before.trim_end();
        let lead = ["in", "on", "since", "late in", "early in"]
            .iter()
            .find_map(|word| ahead.strip_suffix(word))
            .unwrap_or(ahead)
            .trim_end();
        if lead.ends_with("notified") && before.holds("ongress") {
            continue;
        }
        // "for 880 billion won in 2014": a currency.
        let sum = scene.figures.iter().any(|figure| figure.end == scene.span.start + lead.len());
        if let Some((_, role)) = close.iter().find(|(word, _)| lead.ends_with(word)).filter(|_| !sum) {
            found.push(ContractDate::new(date.id, *role));
            continue;
        }
        if let Some(role) = by_the_nearest_verb(before, after) {
            found.push(ContractDate::new(date.id, role));
            continue;
        }
        // "the second delivery of a 2014 deal"
        let noun = [" arms", " defence", " defense", " weapons", " supply"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
            .unwrap_or(after);
        if DATE_NOUNS.begin(noun) && !scene.dates.is_empty() && date.kind != DateKind::Day {
            found.push(ContractDate::new(date.id, DateRole::Signed));
            continue;
        }
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
            if date.span().of(text).bytes().any(|byte| byte.is_ascii_digit()) {
                found.push(ContractDate::new(date.id, DateRole::Announced));
            }
            continue;
        }
        // "said on Monday" is the day of the words, not of the deal.
        let close_before = tail(before, 30);
        let told =
            ["said", "told reporters", "told", "confirm", "confirmed", "reported", "insisted", "denied", "warned"]
                .iter()
                .any(|word| {
                    close_before.trim_end().strip_suffix(" on").unwrap_or(close_before.trim_end()).ends_with(word)
                })
                || after.starts_with(" said")
                || after.starts_with(" told");
        let weekday = !date.span().of(text).bytes().any(|byte| byte.is_ascii_digit());
        if told && weekday {
            continue;
        }
        let previous = scene.deals.iter().rev().find(|hit| hit.end <= date.start);
        // "chose Velmark after a first attempt failed in 2015": another clause.
        if previous.is_some_and(|hit| {
            let gap = Span::new(hit.end, date.start).of(text);
            gap.holds(" after ") && gap.holds(" failed ")
        }) {
            continue;
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
        let announced = [
            "nnounced",
            "said",
            "emerged",
            "reported",
            "revealed",
            "issued a release",
            " told parliament",
            " told lawmakers",
        ]
        .iter()
        .any(|word| {
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
                });
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
                && [
                    "eliver",
                    "arriv",
                    "handed over",
                    "hand over",
                    "turned over to",
                    "service",
                    "shipment",
                    "shipped",
                    "supply the",
                    "fielded",
                    "brought in by",
                    "introduced by",
                    "inducted by",
                ]
                .iter()
                // "The service acquired two cutters in 2011": a force.
                .any(|word| near.holds(word) && !(*word == "service" && near.holds("he service ")));
        // "signed a contract on the delivery of five launchers in October": the day of the contract, where it is past or exact.
        let named = matches!(date.kind, DateKind::Day | DateKind::Month)
            && [" in ", " on "].iter().any(|link| before.ends_with(link));
        let delivery = delivery && !((past || named) && signs_for_a_delivery(before));
        let next = scene.deals.iter().find(|hit| hit.start >= date.end);
        let opens = before.trim().split(' ').count() <= 2;
        // "The Senate on Tuesday narrowly rejected an effort to stop the sale": another verb has that day.
        if (opens || previous.is_none()) && acts_otherwise(scene, date.end) {
            continue;
        }
        let cue = if opens { next.or(previous) } else { previous.or(next) };
        let role = if announced && !delivery {
            Some(DateRole::Announced)
        } else if delivery && !(opens && before.trim().is_empty()) {
            Some(DateRole::Delivery)
        } else {
            cue.and_then(|hit| {
                let word = Span::new(hit.start, hit.end).of(text);
                let signs = scene.deals.iter().any(|deal| deal.what == DealWord::Sign);
                // "supplied missiles in 2015 as part of a deal signed in 2012"
                let signs_first = scene
                    .deals
                    .iter()
                    .any(|deal| deal.what == DealWord::Sign && deal.end <= date.start || signs && opens);
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
                    DealWord::Sell
                        if !signs_first
                            && (word.starts_with("deliver")
                                || word.starts_with("export")
                                || word.starts_with("suppl")
                                || word.starts_with("hand")
                                || ["sen", "ship", "donat", "provid", "transfer", "giv"]
                                    .iter()
                                    .any(|verb| word.starts_with(verb))) =>
                    {
                        Some(DateRole::Delivery)
                    }
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
                            && [" will ", " to ", " would "]
                                .iter()
                                .any(|lead| scene.before(hit.start).ends_with(lead))
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
                    DealWord::Sale if word.holds("eliver") && hit.end <= date.start && !signs_first => {
                        Some(DateRole::Delivery)
                    }
                    // "signed off on the deal last Thursday"
                    DealWord::Deal | DealWord::Purchase | DealWord::Sale
                        if !signs
                            && scene.deals.iter().any(|deal| {
                                deal.end <= hit.start && text[deal.start..deal.end].ends_with("signed off on")
                            }) =>
                    {
                        Some(DateRole::Announced)
                    }
                    DealWord::Deal | DealWord::Purchase | DealWord::Sale => {
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
                        } else if scene.has(DealWord::Win) || scene.has(DealWord::Award) || scene.has(DealWord::Receive)
                        {
                            Some(DateRole::Awarded)
                        } else if signs
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
                    // "seven helicopters supplied by Velmark in 2009"
                    DealWord::Made
                        if ["suppl", "deliver", "donat", "provid"].iter().any(|verb| word.starts_with(verb))
                            && hit.end < date.start =>
                    {
                        Some(DateRole::Delivery)
                    }
                    DealWord::Paid | DealWord::Made | DealWord::Talk => None,
                }
            })
        };
        // "and full capability by 2034": nothing is signed by then.
        let role = role.filter(|role| {
            !((near.ends_with(" by ") || near.ends_with(" before "))
                && matches!(role, DateRole::Signed | DateRole::Awarded | DateRole::Announced))
        });
        if let Some(role) = role {
            found.push(ContractDate::new(date.id, role));
        }
    }
    found
}

/// ` narrowly rejected an effort`: a verb right behind a date that is none of trade, and dates no deal.
fn acts_otherwise(scene: &Scene<'_, '_>, at: usize) -> bool {
    let mut from = at;
    for word in scene.after(at).split(' ').skip(1).take(3) {
        from += 1;
        if word.ends_with("ed") && !scene.deals.iter().any(|hit| hit.start <= from && from < hit.end) {
            return matches!(
                word,
                "rejected" | "voted" | "defeated" | "protested" | "criticised" | "criticized" | "condemned"
            );
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
        if i > 0 && matches!(word, "and" | "which" | "that" | "while" | "but" | "under") {
            return None;
        }
    }
    None
}

/// How the verbs begin, beside those of trade, that date a deal.
const DATED_VERBS: [(&str, DateRole); 24] = [
    ("lifted", DateRole::Announced),
    ("frozen", DateRole::Other),
    ("submitted", DateRole::Announced),
    ("decided", DateRole::Announced),
    ("cancel", DateRole::Other),
    ("terminat", DateRole::Other),
    ("scrapp", DateRole::Other),
    ("suspend", DateRole::Other),
    ("halted", DateRole::Other),
    ("abandon", DateRole::Other),
    ("annul", DateRole::Other),
    ("lapsed", DateRole::Other),
    ("expired", DateRole::Other),
    ("revoked", DateRole::Other),
    ("dates", DateRole::Signed),
    ("dating", DateRole::Signed),
    ("dated", DateRole::Signed),
    ("inked", DateRole::Signed),
    ("sealed", DateRole::Signed),
    ("finali", DateRole::Signed),
    ("accorded", DateRole::Announced),
    ("cleared", DateRole::Announced),
    ("confirmed", DateRole::Announced),
    ("unveiled", DateRole::Announced),
];

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

/// ` Velmark announced that`, `, the ministry said the`: whether a verb of saying with a clause stands behind a date, before any word of trade.
fn a_speaker_follows(scene: &Scene<'_, '_>, end: usize) -> bool {
    let after = head(scene.after(end), 70);
    let verbs = [" announced ", " said ", " confirmed ", " revealed ", " reported ", " told "];
    let Some((at, verb)) = verbs.iter().filter_map(|verb| after.place_of(verb).map(|at| (at, *verb))).min() else {
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

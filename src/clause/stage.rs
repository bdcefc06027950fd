//! How far a deal has come: `signed`, `has yet to deliver`, `scrapped`, by the verb, its tense and its mood.

use super::deal::passive;
use super::find;
use super::scene::{GIVING, Scene, allowance, begins_arms, receives_an_order};
use super::ware::count;
use super::worth::{head, tail};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{BEATING, DealWord, HANDING_OVER, INTENTIONS, PAPERS, StatusWord};
use crate::lexicon::procurement::Hit;
use crate::model::{Status, ValueRole};
use crate::span::Span;

/// The words of state, without those that only look like it: "to be delivered", "expected to be awarded" is planned already.
#[must_use]
pub fn statuses<'s>(scene: &'s Scene<'_, '_>) -> &'s [(StatusWord, Span)] {
    scene.stages(read)
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

fn read(scene: &Scene<'_, '_>) -> Vec<(StatusWord, Span)> {
    let mut found = Vec::new();
    for hit in &scene.statuses {
        let before = scene.before(hit.start).trim_end();
        let word = Span::new(hit.start, hit.end).of(scene.text);
        let ahead =
            ["to be", "will be", "would be", "could be", "can be", "be", "to", "will", "would", "expected to", "not"]
                .iter()
                .any(|word| before.ends_with(&format!(" {word}")));
        let modal = ["could", "may", "might"]
            .iter()
            .any(|word| before.ends_with(&format!(" {word}")) || before.ends_with(&format!(" {word} be")));
        match hit.what {
            // "sold for scrap": what becomes of the ship.
            StatusWord::Cancelled if word == "scrap" && (before.ends_with(" for") || before.ends_with(" as")) => {}
            // "the same model had been sold to Norhaven": another deal.
            StatusWord::Signed if word == "sold" && tail(before, 40).holds(" same ") && passive(before) => {}
            // "the pause that was previously imposed" is over.
            _ if before.ends_with(" previously") => {}
            // "the ship was commissioned in Tarnholm": it is in service.
            StatusWord::Awarded
                if word.ends_with("commissioned")
                    && ![" by ", " to "].iter().any(|next| scene.after(hit.end).starts_with(next))
                    && [
                        "ship",
                        "vessel",
                        "frigate",
                        "corvette",
                        "submarine",
                        "destroyer",
                        "boat",
                        "cutter",
                        "carrier",
                    ]
                    .iter()
                    .any(|noun| tail(before, 120).holds(noun)) =>
            {
                found.push((StatusWord::Delivered, Span::new(hit.start, hit.end)));
            }
            // "has been given 12 helicopters": they are there.
            StatusWord::Awarded
                if word == "given"
                    && scene.deals.iter().any(|deal| deal.what == DealWord::Receive && deal.end == hit.end) =>
            {
                found.push((StatusWord::Delivered, Span::new(hit.start, hit.end)));
            }
            // "the Academy Award-winning actress"
            StatusWord::Awarded if scene.after(hit.end).starts_with('-') => {}
            // "paid from frozen assets", "a freeze in building"
            StatusWord::Suspended
                if word.starts_with("fr")
                    && [" assets", " funds", " accounts", " in "]
                        .iter()
                        .any(|noun| head(scene.after(hit.end), 24).holds(noun)) => {}
            // "ammunition worth €9 million had been called off from Velmark": what is ordered under a framework.
            StatusWord::Cancelled
                if word.ends_with("called off")
                    && [" from ", " under "].iter().any(|link| scene.after(hit.end).starts_with(link)) =>
            {
                found.push((StatusWord::Signed, Span::new(hit.start, hit.end)));
            }
            StatusWord::Delivered if scene.after(hit.end).starts_with(" the required") => {}
            // "has received four additional orders": work, and no goods. "received two bids" tells of neither.
            StatusWord::Delivered if word.ends_with("received") && receives_paper(scene.after(hit.end)) => {
                if receives_an_order(scene.after(hit.end)) {
                    found.push((StatusWord::Awarded, Span::new(hit.start, hit.end)));
                }
            }
            // "will be built in Tarn and delivered in 2019"
            StatusWord::Delivered | StatusWord::InDelivery
                if before.ends_with(" and")
                    && tail(before, 60)
                        .last_place_of(" will be ")
                        .or_else(|| tail(before, 60).last_place_of(" to be "))
                        .is_some_and(|at| !tail(before, 60)[at..].contains([',', ';'])) => {}
            // "deliveries of which were completed in 2015": all are there.
            StatusWord::Completed if word.ends_with("completed") && tail(before, 40).holds("eliver") => {
                found.push((StatusWord::Delivered, Span::new(hit.start, hit.end)));
            }
            // "six of them have been delivered": a part.
            StatusWord::Delivered
                if tail(before, 40).holds(" of them")
                    && !["last of them", "all of them"].iter().any(|words| tail(before, 40).holds(words))
                    || tail(before, 40).holds(" of the ") && before.ends_with(" been") =>
            {
                found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
            }
            // "the first of which is due in 2026", "the first of 35 jets will arrive"
            StatusWord::InDelivery
                if (word == "first of" || word.starts_with("the first "))
                    && [
                        " will ",
                        " due ",
                        " is due",
                        " are due",
                        " is expected",
                        " should ",
                        " is to ",
                        " would ",
                        " could ",
                        " may ",
                        " might ",
                    ]
                    .iter()
                    .any(|next| head(scene.after(hit.end), 120).holds(next)) => {}
            // "will deliver the first of 12 jets"
            StatusWord::InDelivery
                if word.starts_with("the first ")
                    && [
                        " will deliver",
                        " would deliver",
                        " to deliver",
                        " will receive",
                        " would receive",
                        " to receive",
                    ]
                    .iter()
                    .any(|verb| before.ends_with(verb))
                    || word.starts_with("first ")
                        && [
                            " will deliver the",
                            " would deliver the",
                            " to deliver the",
                            " will receive the",
                            " would receive the",
                            " to receive the",
                            " will hand over the",
                            " to hand over the",
                        ]
                        .iter()
                        .any(|verb| before.ends_with(verb)) => {}
            // "has delivered the last of ten": all are there.
            StatusWord::InDelivery
                if word.ends_with("delivered")
                    && [" the last ", " the final ", " its last ", " all "]
                        .iter()
                        .any(|next| scene.after(hit.end).starts_with(next)) =>
            {
                found.push((StatusWord::Delivered, Span::new(hit.start, hit.end)));
            }
            // "with first deliveries expected in 2023"
            StatusWord::InDelivery
                if (word.starts_with("first deliver") || matches!(word, "first shipment" | "first batch"))
                    && [
                        " expected",
                        " due",
                        " scheduled",
                        " planned",
                        " slated",
                        " to ",
                        " to start",
                        " set to",
                        " will ",
                        " is expected",
                        " are expected",
                        " would ",
                        " should ",
                        " by ",
                    ]
                    .iter()
                    .any(|next| scene.after(hit.end).starts_with(next))
                    // ", with first deliveries in 2022"
                    || word.starts_with("first deliver")
                        && [" with", " with the"].iter().any(|lead| before.ends_with(lead))
                        && scene.after(hit.end).starts_with(" in ") => {}
            // "The first batch of 34 is due to arrive in 2019"
            StatusWord::InDelivery
                if matches!(word, "first batch" | "first shipment" | "second batch")
                    && head(scene.after(hit.end), 60).split([',', ';', '.']).next().is_some_and(|clause| {
                        [
                            " is due",
                            " are due",
                            " will ",
                            " is expected",
                            " are expected",
                            " is to ",
                            " are to ",
                            " should ",
                            " is scheduled",
                            " was due",
                        ]
                        .iter()
                        .any(|verb| clause.holds(verb))
                    }) => {}
            // "12 of which had been delivered", "only 14 have been delivered": a part.
            // "has delivered two more ships", "has delivered six of the corvettes"
            StatusWord::Delivered
                if matches!(word, "has delivered" | "have delivered") && {
                    let rest = scene.after(hit.end);
                    let mut words = rest.split(' ').skip(1);
                    rest.starts_with(" only ")
                        || rest.starts_with(" just ")
                        || words.next().is_some_and(|number| count(number).is_some())
                            && matches!(
                                (words.next(), words.next()),
                                (Some("more"), _) | (Some("of"), Some("the" | "its" | "these"))
                            )
                } =>
            {
                found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
            }
            // "took delivery of another dozen, bringing the total received to 24"
            StatusWord::Delivered
                if [", bringing the total", ", bringing the number", ", taking the total", ", bringing to "]
                    .iter()
                    .any(|words| scene.after(hit.end).holds(words)) =>
            {
                found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
            }
            // "The first was delivered in 2017"
            StatusWord::Delivered
                if before.len() <= 48
                    && !ahead
                    && !before.ends_with(" be")
                    && [
                        "The first was",
                        "The first has been",
                        "The first two were",
                        "The first had been",
                        "The first arrived",
                        "The first",
                    ]
                    .iter()
                    .any(|start| scene.span.of(scene.text).starts_with(start))
                    && !before.contains([',', ';']) =>
            {
                found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
            }
            // "All have been handed over"
            StatusWord::InDelivery
                if (word.ends_with("handed over")
                    || word.ends_with("delivered")
                    || word.ends_with("handed over to"))
                    && ["All", " all", "All of them", " all of them", "Both", " both"]
                        .iter()
                        .any(|lead| before.ends_with(lead)) =>
            {
                found.push((StatusWord::Delivered, Span::new(hit.start, hit.end)));
            }
            StatusWord::Delivered if counts_a_part(before) => {
                found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
            }
            // "may receive the first of its jets this year"
            StatusWord::InDelivery
                if word == "first of"
                    && [
                        " may receive",
                        " will receive",
                        " to receive",
                        " would receive",
                        " could receive",
                        " expects",
                    ]
                    .iter()
                    .any(|verb| tail(before, 30).holds(verb)) => {}
            // "to build the first of a new class": what is not handed over yet.
            StatusWord::InDelivery
                if (word == "first of" || matches!(word, "the first two" | "the first three" | "the first four"))
                    && !HANDING_OVER.are_in(scene.span.of(scene.text)) => {}
            // "signed a deal to buy the second batch": what is bought, and not what is there.
            StatusWord::InDelivery
                if matches!(word, "first batch" | "second batch" | "first shipment") && {
                    let lead = before.strip_suffix(" the").or_else(|| before.strip_suffix(" a")).unwrap_or(before);
                    [" to purchase", " to buy", " to acquire", " to supply", " to deliver", " to build", " for", " of"]
                        .iter()
                        .any(|verb| lead.ends_with(verb))
                } => {}
            // "bought 20 jets, its first batch"
            StatusWord::InDelivery
                if matches!(word, "first batch" | "second batch")
                    && scene.has(DealWord::Buy)
                    && ![DealWord::Sell, DealWord::Sale, DealWord::Receive].into_iter().any(|what| scene.has(what)) => {
            }
            // "took delivery of two of seven boats"
            StatusWord::Delivered
                if counts_some_of(scene.after(hit.end))
                    // "has so far received 25 out of 49 tanks"
                    || tail(before, 20).holds("so far") && head(scene.after(hit.end), 30).holds(" out of ") =>
            {
                found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
            }
            // "took delivery of its first four jets"
            StatusWord::Delivered
                if [" its first ", " their first "].iter().any(|first| head(scene.after(hit.end), 40).holds(first))
                    || [" of its first ", " of the first ", " of their first ", " its first ", " their first "]
                        .iter()
                        .any(|first| scene.after(hit.end).starts_with(first)) =>
            {
                found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
            }
            StatusWord::Delivered | StatusWord::InDelivery if ahead || before.ends_with(" be") => {}
            StatusWord::Signed | StatusWord::Awarded if modal => {
                found.push((StatusWord::Possible, Span::new(hit.start, hit.end)));
            }
            // "has secured a loan to finance the purchase": nothing is bought yet.
            StatusWord::Awarded
                if matches!(word, "secured" | "secures" | "won" | "wins")
                    && [" credit line", " line of credit", " loan"].iter().any(|noun| {
                        head(scene.after(hit.end), 60).split([',', ';']).next().is_some_and(|phrase| phrase.holds(noun))
                    }) =>
            {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            // "beat its rival to win a contract" is won.
            StatusWord::Awarded
                if before.ends_with(" to")
                    && matches!(word, "win" | "secure" | "clinch")
                    && ![
                        "hope",
                        "hopes",
                        "hoping",
                        "want",
                        "wants",
                        "seek",
                        "seeks",
                        "aim",
                        "aims",
                        "expect",
                        "expects",
                        "expected",
                        "bid",
                        "bids",
                        "bidding",
                        "likely",
                        "set",
                        "poised",
                        "try",
                        "trying",
                        "vying",
                        "compete",
                        "competing",
                        "looking",
                        "tipped",
                        "favourite",
                    ]
                    .iter()
                    .any(|lead| before.ends_with(&format!(" {lead} to"))) =>
            {
                found.push((StatusWord::Awarded, Span::new(hit.start, hit.end)));
            }
            StatusWord::Signed | StatusWord::Awarded if ahead && !matches!(word, "signing") => {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            // "talks with Velmark broke down", and no truck
            StatusWord::Cancelled
                if word.ends_with("down")
                    && !word.starts_with("turn")
                    && !["talks", "negotiations"].iter().any(|noun| tail(before, 60).holds(noun)) => {}
            // "lost a $9 million contract", and not "lost the bid for it"
            StatusWord::Cancelled
                if matches!(word, "lost" | "loses" | "losing")
                    && !gets_work(head(scene.after(hit.end), 60).split(" for ").next().unwrap_or("")) => {}
            // "failed to block the sale", "rejected an effort to block it"
            StatusWord::Suspended
                if word == "to block"
                    && [
                        "failed",
                        "fails",
                        "tried",
                        "voted not",
                        " days",
                        " power",
                        " able",
                        " chance",
                        " right",
                        " authority",
                        " time",
                        "unable",
                    ]
                    .iter()
                    .any(|verb| before.ends_with(verb)) => {}
            // "vetoed the deal, but parliament overrode him"
            StatusWord::Suspended
                if word.holds("veto")
                    && [" overrode", " overridden", " overturned", " override"]
                        .iter()
                        .any(|verb| scene.after(hit.end).holds(verb)) => {}
            // "rejected an effort to block the sale" lets it go on.
            StatusWord::Suspended | StatusWord::Cancelled if blocked_in_vain(scene, hit) => {
                found.push((StatusWord::Approved, Span::new(hit.start, hit.end)));
            }
            // "will buy 15 guns after it cancelled an order for others": another deal's end.
            StatusWord::Suspended | StatusWord::Cancelled | StatusWord::Unfulfilled
                if ends_another(scene, hit.start, before) => {}
            // "issued a request for proposals": a tender.
            StatusWord::Requested
                if [" proposals", " tenders", " bids", " quotations", " information"]
                    .iter()
                    .any(|next| scene.after(hit.end).starts_with(next)) =>
            {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            // "have reached an agreement in principle"
            StatusWord::Signed
                if head(scene.after(hit.end), 30).holds(" in principle")
                    || word.ends_with("agreement") && scene.after(hit.end).starts_with(" in principle") =>
            {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            // "has received an offer of six radars"
            StatusWord::Delivered if word.ends_with("received") && gets_offers(scene.after(hit.end)) => {
                found.push((StatusWord::Possible, Span::new(hit.start, hit.end)));
            }
            // "would have bought", "almost bought": it came to nothing.
            StatusWord::Signed
                if [" would have", " almost", " nearly", " could have"].iter().any(|lead| before.ends_with(lead)) =>
            {
                found.push((StatusWord::Possible, Span::new(hit.start, hit.end)));
            }
            // "is awaiting approval", "is expected to be approved": nothing is allowed yet.
            StatusWord::Approved
                if [
                    "waiting",
                    "awaits",
                    "pending",
                    "needs",
                    "needed",
                    "requires",
                    "require",
                    "seeking",
                    "seeks",
                    "subject to",
                    "without",
                    "without the",
                    "waiting for",
                    "apply for",
                    "expected to be",
                    "likely to be",
                    "yet to be",
                    "has to be",
                    "have to be",
                    "must be",
                    "needs to be",
                    "due to be",
                    "still be",
                    "must still be",
                    "needs",
                ]
                .iter()
                .any(|lead| before.ends_with(lead))
                    && (word == "approval"
                        || word == "approved"
                        || word == "go-ahead"
                        || word == "clearance"
                        || word.starts_with("approval"))
                    && !before.ends_with("gave its") =>
            {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            // "with an eye to signing a deal in August"
            StatusWord::Signed
                if word == "signing"
                    && [
                        " eye to",
                        " eye on",
                        " view to",
                        " hope of",
                        " aim of",
                        " ahead of",
                        " prior to",
                        " before",
                        " towards",
                        " close to",
                    ]
                    .iter()
                    .any(|lead| before.ends_with(lead)) =>
            {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            // "not one contract has been signed"
            StatusWord::Signed | StatusWord::Awarded if nothing_is(before) => {
                found.push((StatusWord::Possible, Span::new(hit.start, hit.end)));
            }
            // "reached an agreement after repeated delays": they are over.
            StatusWord::Delayed
                if [
                    " after",
                    " after repeated",
                    " after long",
                    " after several",
                    " after many",
                    " after years of",
                    " after lengthy",
                ]
                .iter()
                .any(|lead| before.ends_with(lead))
                    && scene.statuses.iter().any(|other| {
                        matches!(
                            other.what,
                            StatusWord::Signed | StatusWord::Awarded | StatusWord::Delivered | StatusWord::Planned
                        ) && other.end <= hit.start
                    }) => {}
            // "will not approve a deal": it is not let go.
            StatusWord::Approved
                if [" will not", " would not", " did not", " refused to", " declined to", " has not", " cannot"]
                    .iter()
                    .any(|lead| before.ends_with(lead))
                    && matches!(word, "approve" | "approved" | "authorise" | "authorize" | "allow") =>
            {
                found.push((StatusWord::Cancelled, Span::new(hit.start, hit.end)));
            }
            // "is expected to reject a request": nothing is planned.
            StatusWord::Planned
                if word.ends_with("expected to")
                    && [" reject", " refuse", " turn down", " deny", " decline"]
                        .iter()
                        .any(|verb| scene.after(hit.end).starts_with(verb)) => {}
            // "could cancel the deal": it is not off yet.
            StatusWord::Cancelled | StatusWord::Suspended if modal => {}
            // "rejected a resolution against the sale": the sale is not off.
            StatusWord::Cancelled if word == "rejected" && is_opposed(scene.after(hit.end)) => {}
            // "won approval to sell" is allowed.
            StatusWord::Awarded | StatusWord::Delivered if allowance(head(scene.after(hit.end), 40)).is_some() => {
                found.push((StatusWord::Approved, Span::new(hit.start, hit.end)));
            }
            // "has received a contract" is awarded.
            StatusWord::Delivered
                if word.ends_with("received")
                    && gets_work(head(scene.after(hit.end), 90))
                    // "has received four jets out of an order of 24"
                    && scene.after(hit.end).split(' ').nth(1).is_none_or(|number| count(number).is_none()) =>
            {
                found.push((StatusWord::Awarded, Span::new(hit.start, hit.end)));
            }
            StatusWord::Signed
                if matches!(word, "orders" | "signs") && before.ends_with(|c: char| c.is_ascii_digit()) => {}
            StatusWord::Cancelled | StatusWord::Suspended | StatusWord::Delayed
                if before.ends_with(" to")
                    && ![
                        "decided to",
                        "plans to",
                        "agreed to",
                        "agree to",
                        "agrees to",
                        "decides to",
                        "going to",
                        "set to",
                        "had to",
                        "forced to",
                        "move to",
                    ]
                    .iter()
                    .any(|lead| before.ends_with(lead)) => {}
            // "The sale, if approved, would be worth"
            StatusWord::Approved if before.ends_with(" if") => {
                found.push((StatusWord::Possible, Span::new(hit.start, hit.end)));
            }
            // "doubt that Norhaven would ever approve such a sale"
            StatusWord::Approved if doubted(before) => {}
            // "which parliament must still approve"
            StatusWord::Approved
                if word == "approve"
                    && [" must", " must still", " still", " should", " could", " may", " might", " yet to"]
                        .iter()
                        .any(|lead| before.ends_with(lead)) => {}
            // "approved a plan to buy": one's own plan.
            StatusWord::Approved
                if [" a plan to ", " plans to ", " its plan to ", " the plan to "]
                    .iter()
                    .any(|plan| scene.after(hit.end).starts_with(plan))
                    && scene.has(DealWord::Buy) =>
            {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            StatusWord::Approved
                if ahead
                    && !before.ends_with(" be")
                    && (!before.ends_with(" to")
                        || [
                            " expected to",
                            " asked to",
                            " urged to",
                            " likely to",
                            " set to",
                            " due to",
                            " needs to",
                            " has to",
                            " have to",
                        ]
                        .iter()
                        .any(|lead| before.ends_with(lead))) => {}
            _ => found.push((hit.what, Span::new(hit.start, hit.end))),
        }
    }
    for hit in &scene.deals {
        if let Some(word) = by_the_verb(scene, hit) {
            found.push((word, Span::new(hit.start, hit.end)));
        }
    }
    // "took delivery of six of the 12 jets, while the other six are to arrive next year"
    if found.iter().any(|(word, _)| *word == StatusWord::Delivered)
        && let Some(span) = the_rest_follows(scene)
    {
        found.push((StatusWord::InDelivery, span));
    }
    // "has begun deliveries of 12 helicopters", "started delivering them"
    for hit in scene.deals.iter().filter(|hit| matches!(hit.what, DealWord::Sale | DealWord::Sell)) {
        let word = &scene.text[hit.start..hit.end];
        let last = scene.before(hit.start).trim_end_matches(" the ").trim_end().last_word();
        if (word.starts_with("deliver") && !word.ends_with("ed") && word != "deliver" || word.ends_with("ing"))
            && matches!(last, "begun" | "began" | "begins" | "started" | "starts" | "resumed" | "resumes" | "continued")
            && !found
                .iter()
                .any(|(known, span)| *known == StatusWord::InDelivery && span.start < hit.end && hit.start < span.end)
        {
            found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
        }
    }
    // "Delivery of 12 helicopters has begun"
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Sale) {
        let noun = &scene.text[hit.start..hit.end];
        let rest = head(scene.after(hit.end), 110);
        if noun.get(1..7) == Some("eliver")
            && [
                " has begun",
                " have begun",
                " began",
                " is under way",
                " is underway",
                " are under way",
                " are underway",
                " has started",
                " have started",
                " started in",
                " continue",
            ]
            .iter()
            .any(|verb| rest.holds(verb))
        {
            found.push((StatusWord::InDelivery, Span::new(hit.start, hit.end)));
        }
    }
    // "Deliveries to Norhaven in 2015 included four jets"
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Sale) {
        let noun = &scene.text[hit.start..hit.end];
        let rest = head(scene.after(hit.end), 60);
        if noun.ends_with("eliveries")
            && [" included ", " comprised ", " consisted of ", " ended in ", " have ended", " were completed"]
                .iter()
                .any(|verb| rest.holds(verb))
        {
            found.push((StatusWord::Delivered, Span::new(hit.start, hit.end)));
        }
    }
    // "A Norhaven order for six radars is expected this year"
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Deal) {
        let rest = head(scene.after(hit.end), 60);
        let phrase = rest.split([',', ';', '.']).next().unwrap_or("");
        if phrase.place_of(" is expected").is_some_and(|at| {
            let next = &phrase[at + 12..];
            !phrase[..at].holds(" is ")
                && ["", " this ", " next ", " in ", " by ", " soon", " before "]
                    .iter()
                    .any(|word| if word.is_empty() { next.is_empty() } else { next.starts_with(word) })
        }) {
            found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
        }
    }
    // "beat its rival to a $9 million contract"
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Deal) {
        let near = tail(scene.before(hit.start), 90);
        let beats = near.last_place_of(" to ").is_some_and(|at| near[..at].split(' ').any(|word| BEATING.has(word)));
        if beats {
            found.push((StatusWord::Awarded, Span::new(hit.start, hit.end)));
        }
    }
    // "will sell", "a potential $2 billion deal"
    for hit in &scene.deals {
        let before = scene.before(hit.start);
        let span = Span::new(hit.start, hit.end);
        // "will design and build"
        let also = before
            .strip_suffix(" and ")
            .and_then(|lead| lead.rsplit_once(' '))
            .is_some_and(|(lead, _)| lead.ends_with(" will") || lead.ends_with(" to"));
        // "will probably buy"
        let adverb = before.trim_end().last_word();
        let will = before.ends_with(" will ")
            || adverb.len() > 4
                && adverb.ends_with("ly")
                && before.trim_end()[..before.trim_end().len() - adverb.len()].ends_with(" will ")
            || also
            || before.ends_with(" will also ")
            // "confirmed the purchase of 28 tanks, with the first to be shipped in May": what is bought is bought.
            || (before.ends_with(" to be ") || before.ends_with(" will be "))
                && hit.what == DealWord::Sell
                && !tail(before, 60).holds(", with ");
        if will && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Receive | DealWord::Paid) {
            found.push((StatusWord::Planned, span));
        }
        // "announces a military aid package"
        let word = Span::new(hit.start, hit.end).of(scene.text);
        if hit.what == DealWord::Sale
            && word.ends_with("package")
            && ["nnounc", "nveil"].iter().any(|verb| tail(before, 60).holds(verb))
        {
            found.push((StatusWord::Planned, span));
        }
        // "want to jointly buy"
        let near = tail(before.strip_suffix("jointly ").unwrap_or(before), 34);
        if matches!(hit.what, DealWord::Deal | DealWord::Sale | DealWord::Purchase)
            && ["potential ", "possible ", "proposed "].iter().any(|word| near.holds(word))
        {
            found.push((StatusWord::Possible, span));
        }
        if matches!(hit.what, DealWord::Sell | DealWord::Buy | DealWord::Receive | DealWord::Sign)
            && near.ends_with(" to ")
            && INTENTIONS.end(near)
            && !found.iter().any(|(word, span)| *word == StatusWord::Planned && span.end + 1 == hit.start)
        {
            // "is ready to lease 12 jets": nothing is decided.
            let open = ["ready to ", "willing to ", "keen to "].iter().any(|lead| near.ends_with(lead));
            found.push((if open { StatusWord::Possible } else { StatusWord::Planned }, span));
        }
    }
    // "will deliver 12 jets under a $700 million contract": the contract is there.
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Deal) {
        let near = tail(scene.before(hit.start), 48);
        let lead = ["nder a ", "nder an ", "nder the ", " in a ", " as part of a ", " part of an "]
            .iter()
            .filter_map(|words| near.last_place_of(words).map(|at| at + words.len()))
            .max()
            // "under" + "a contract": the article is part of the cue.
            .or_else(|| {
                let word = Span::new(hit.start, hit.end).of(scene.text);
                ((near.ends_with("nder ") || near.ends_with(" in "))
                    && (word.starts_with("a ") || word.starts_with("the ")))
                .then_some(near.len())
            });
        let exists = lead.is_some_and(|at| {
            let between = &near[at..];
            !between.contains([',', ';'])
                && !["potential", "possible", "propos", "plan", "draft", "expected", "future"]
                    .iter()
                    .any(|word| between.holds(word))
        });
        let ahead = [" could ", " would ", " may ", " might ", " expected ", " possible "]
            .iter()
            .any(|word| scene.span.of(scene.text).holds(word));
        let planned = found.iter().any(|(word, _)| *word == StatusWord::Planned);
        // "plans to sell 12 jets in a $700 million deal": the deal is what is planned.
        let meant = || {
            scene.deals.iter().any(|verb| {
                let before = scene.before(verb.start);
                verb.end <= hit.start && before.ends_with(" to ") && INTENTIONS.end(before)
            })
        };
        // "under a contract which Norhaven plans to sign"
        let unsigned = || {
            let rest = head(scene.after(hit.end), 60);
            [
                " plans to sign",
                " expects to sign",
                " hopes to sign",
                " intends to sign",
                " to be signed",
                " be signed",
                " will sign",
                " is due to sign",
            ]
            .iter()
            .any(|verb| rest.holds(verb))
        };
        if exists
            && !ahead
            && !unsigned()
            && planned
            && !meant()
            && (scene.has(DealWord::Sell) || scene.has(DealWord::Receive) || scene.has(DealWord::Made))
        {
            found.push((StatusWord::Signed, Span::new(hit.start, hit.end)));
        }
    }
    // "is acquiring": what goes on is not done.
    for hit in scene.deals.iter().filter(|hit| matches!(hit.what, DealWord::Buy | DealWord::Request)) {
        let word = Span::new(hit.start, hit.end).of(scene.text);
        let before = scene.before(hit.start).trim_end();
        if word.ends_with("ing")
            && !before.ends_with("ing")
            && before.rsplit(' ').take(2).any(|word| matches!(word, "is" | "are" | "be"))
        {
            found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
        }
    }
    // "could be sold", "would buy"
    for (modal, what) in [
        (" could ", StatusWord::Possible),
        (" may ", StatusWord::Possible),
        (" might ", StatusWord::Possible),
        (" would buy", StatusWord::Planned),
        (" would purchase", StatusWord::Planned),
        (" would acquire", StatusWord::Planned),
        (" would order", StatusWord::Planned),
        (" would spend", StatusWord::Planned),
        (" would pay", StatusWord::Planned),
    ] {
        if let Some(at) = find(scene.text, scene.span, modal) {
            let next = scene
                .deals
                .iter()
                .find(|hit| hit.start >= at + modal.trim_end().len() && hit.start <= at + modal.len() + 4);
            if next.is_some() || modal.len() > 8 {
                found.push((what, Span::new(at + 1, at + modal.len())));
            }
        }
    }
    found
}

/// `the other six are to arrive`, `the rest will follow`: the words that tell of goods that are still to come.
fn the_rest_follows(scene: &Scene<'_, '_>) -> Option<Span> {
    let text = scene.span.of(scene.text);
    ["the other", "the rest", "the remainder", "the remaining", "another"].iter().find_map(|words| {
        let at = text.place_of(words)?;
        // "and another six are to be supplied this year"
        if *words == "another" && text[at + 7..].split(' ').nth(1).is_none_or(|number| count(number).is_none()) {
            return None;
        }
        let clause = head(&text[at..], 80).split([',', ';', '.']).next().unwrap_or("");
        let ahead = [
            " will ",
            " are to ",
            " is to ",
            " are due",
            " is due",
            " are expected",
            " is expected",
            " to follow",
            " to be delivered",
            " to arrive",
            " should ",
        ]
        .iter()
        .any(|verb| clause.holds(verb));
        let start = scene.span.start + at;
        ahead.then(|| Span::new(start, start + words.len()))
    })
}

/// `rejected an effort to block the sale`: whether those who would stop it are stopped themselves.
fn blocked_in_vain(scene: &Scene<'_, '_>, hit: &Hit<StatusWord>) -> bool {
    let text = scene.span.of(scene.text);
    let Some(at) = [
        " effort to block",
        " efforts to block",
        " attempt to block",
        " bid to block",
        " resolution to block",
        " motion to block",
        " measure to block",
    ]
    .iter()
    .find_map(|words| text.place_of(words).map(|at| at + words.len())) else {
        return false;
    };
    let before = tail(&text[..at], 90);
    is_defeated(before) && hit.start < scene.span.start + at + 1
}

/// ` four bids for`, ` an offer of`: whether what one has received are offers.
fn gets_offers(after: &str) -> bool {
    let object = head(after, 40).split([',', ';', '.']).next().unwrap_or("");
    object.split(' ').take(4).any(|word| {
        matches!(word, "offer" | "offers" | "proposal" | "proposals" | "bid" | "bids" | "tender" | "tenders")
    })
}

/// `, after it cancelled`: whether a clause of its own behind a buying tells what ended before it.
fn ends_another(scene: &Scene<'_, '_>, at: usize, before: &str) -> bool {
    let near = tail(before, 40);
    let Some(clause) = near.last_place_of(" after ").filter(|from| near[*from + 7..].split(' ').count() <= 3) else {
        return false;
    };
    let start = at - (near.len() - clause);
    let object = head(scene.after(at), 60);
    scene.deals.iter().any(|hit| matches!(hit.what, DealWord::Buy | DealWord::Request) && hit.end <= start)
        && [" order", " contract", " deal", " tender", " plan", " purchase"].iter().any(|noun| object.holds(noun))
        && !object.starts_with(" the ")
        && !object.starts_with(" it")
}

/// `not one contract has been`, `no deal was`: whether the words before a verb deny it of all.
fn nothing_is(before: &str) -> bool {
    let Some(lead) = [" has been", " have been", " was", " were", " had been", " is"]
        .iter()
        .find_map(|verb| before.strip_suffix(verb))
    else {
        return false;
    };
    let near = tail(lead, 40).to_ascii_lowercase();
    let phrase = near.rsplit([',', ';', '.']).next().unwrap_or("").trim_start();
    ["not one ", "no contract", "no deal", "no agreement", "no order", "none", "nothing"]
        .iter()
        .any(|words| phrase.starts_with(words))
}

/// ` two C-27Js`: a number and a type.
fn counts_a_type(after: &str) -> bool {
    let mut words = after.split([' ', ',']).skip(1);
    words.next().is_some_and(|word| count(word).is_some())
        && words.next().is_some_and(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().any(|byte| byte.is_ascii_digit())
        })
}

/// `12 of which had`, `only 14 have`: whether the words before a passive count a part of the things.
fn counts_a_part(before: &str) -> bool {
    let lead = [" had been", " have been", " has been", " were", " had", " have", " has"]
        .iter()
        .find_map(|verb| before.strip_suffix(verb))
        .unwrap_or(before);
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

/// `doubt that Norhaven would ever `: whether somebody does not believe what follows.
#[must_use]
pub fn doubted(before: &str) -> bool {
    let near = tail(before, 60);
    ["doubt that ", "doubts that ", "doubted that ", "unlikely that ", "unlikely to ", "doubtful that "]
        .iter()
        .filter_map(|words| near.last_place_of(words))
        .max()
        .is_some_and(|at| !near[at..].contains([',', ';']))
}

/// ` of two of seven boats`: whether only some of the things of a number are told.
fn counts_some_of(after: &str) -> bool {
    let rest = after.strip_prefix(" of").unwrap_or(after);
    let mut words = rest.split(' ').skip(1);
    let (some, of) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let all = words.next().filter(|word| !matches!(*word, "the" | "its" | "an")).or_else(|| words.next()).unwrap_or("");
    // "received 25 out of 49"
    let (of, all) = if of == "out" { (all, words.next().unwrap_or("")) } else { (of, all) };
    of == "of" && count(some).is_some() && count(all.trim_end_matches([',', '.'])).is_some()
}

/// `received permission from Norhaven`, `the go-ahead`: whether the words before a verb of trade allow it.
fn allowed(near: &str) -> bool {
    ["permission", "approval", "consent", "go-ahead", "green light", "clearance", "authorisation", "authorization"]
        .iter()
        .filter_map(|noun| near.last_place_of(noun).map(|at| &near[at + noun.len()..]))
        .any(|rest| rest.is_empty() || rest.starts_with(" from ") && !rest.contains([',', ';']))
}

/// `rejected an effort`, `voted down a resolution that would have`: whether what is against a deal has come to nothing.
fn is_defeated(near: &str) -> bool {
    ["rejected ", "rejects ", "defeated ", "defeats ", "voted down ", "vetoed ", "failed ", "fails "]
        .iter()
        .filter_map(|verb| near.last_place_of(verb).map(|at| &near[at + verb.len()..]))
        .any(|object| !object.contains([',', ';']) && is_opposed_by(object))
}

/// ` an effort to block`, ` a resolution against`: whether an act of opposing follows a verb.
fn is_opposed(after: &str) -> bool {
    let near = head(after, 80);
    is_opposed_by(near)
        && [" block", " stop", " halt", " against", " suspend", " ban "].iter().any(|verb| near.holds(verb))
}

/// ` an effort`: one of the acts by which a parliament opposes a deal.
fn is_opposed_by(object: &str) -> bool {
    object.split(' ').take(5).any(|word| {
        matches!(
            word,
            "effort"
                | "efforts"
                | "attempt"
                | "bid"
                | "resolution"
                | "resolutions"
                | "motion"
                | "measure"
                | "amendment"
        )
    })
}

/// ` a $9 million contract from`: whether work is received, and no goods.
fn gets_work(after: &str) -> bool {
    after.split([',', ';']).next().is_some_and(|phrase| {
        // "received three jets under a contract" got goods.
        let phrase = phrase.split_once(" under ").map_or(phrase, |(goods, _)| goods);
        // "from the contractor Velmark" is none.
        phrase.split([' ', '-']).any(|word| {
            matches!(
                word.trim_end_matches(['.', '”']),
                "contract" | "contracts" | "modification" | "order" | "orders" | "award" | "awards"
            )
        })
    })
}

/// `will`, `hopes to`: whether the words before a verb put it into the future, or into somebody's hopes.
fn is_ahead(before: &str) -> bool {
    matches!(
        before.last_word(),
        "to" | "will" | "would" | "could" | "may" | "might" | "can" | "should" | "not" | "be" | "never"
    )
}

/// `agreed to send`, `allows Norhaven to export`, `Norhaven to buy 12 jets`, `will not deliver`: what the words before a verb of trade make of it.
fn by_the_verb(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> Option<StatusWord> {
    let before = scene.before(hit.start).trim_end();
    let word = Span::new(hit.start, hit.end).of(scene.text);
    let gives = matches!(hit.what, DealWord::Sell);
    if hit.what == DealWord::Receive && word.ends_with("received") && gets_offers(scene.after(hit.end)) {
        return Some(StatusWord::Possible);
    }
    // "a request by Norhaven for 12 guns"
    if hit.what == DealWord::Request
        && matches!(word, "request" | "requests")
        && [" by ", " from "].iter().any(|link| scene.after(hit.end).starts_with(link))
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
        && ["delivers", "delivered", "hands over", "handed over", "shipped", "sent"].contains(&word)
        && [" its first ", " the first ", " their first "].iter().any(|next| scene.after(hit.end).starts_with(next))
        && !scene.after(hit.end).starts_with(" the first of")
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
    if hit.what == DealWord::Sign
        && word == "sign"
        && [
            " hopes to",
            " hope to",
            " expects to",
            " expect to",
            " wants to",
            " aims to",
            " plans to",
            " due to",
            " will",
        ]
        .iter()
        .any(|lead| before.ends_with(lead))
    {
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
        && !gets_work(head(scene.after(hit.end), 60))
        && count(scene.after(hit.end).trim_start().split(' ').next().unwrap_or("")).is_some()
    {
        // "received seven more on Monday, bringing to 21"
        let part = counts_some_of(scene.after(hit.end))
            || scene.after(hit.end).split(' ').nth(2) == Some("more") && scene.after(hit.end).holds(", bringing ");
        return Some(if part { StatusWord::InDelivery } else { StatusWord::Delivered });
    }
    // "has finally paid for the jets": what is paid is ordered.
    if hit.what == DealWord::Buy
        && word == "paid for"
        && !passive(before)
        && !is_ahead(before)
        && !scene.after(hit.end).starts_with(" by ")
    {
        return Some(StatusWord::Signed);
    }
    // "is to spend $30 million on rifles", "plans to spend"
    if hit.what == DealWord::Paid
        && word.starts_with("spend")
        && [
            " is to",
            " are to",
            " was to",
            " were to",
            " plans to",
            " plan to",
            " intends to",
            " wants to",
            " decided to",
            " set to",
        ]
        .iter()
        .any(|lead| before.ends_with(lead))
    {
        return Some(StatusWord::Planned);
    }
    // "handed two helicopters over to the guard"
    if gives && word == "handed" && !passive(before) && head(scene.after(hit.end), 70).holds(" over to ") {
        return Some(StatusWord::Delivered);
    }
    // "accepted 34 of the 49 tanks", "imported 25 guns": they are there.
    if hit.what == DealWord::Receive && matches!(word, "accepted" | "imported") && !is_ahead(before) {
        let part = counts_some_of(scene.after(hit.end)) || scene.after(hit.end).starts_with(" the first ");
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
        let near = head(scene.after(hit.end), 60);
        let object = near.split([',', ';']).next().unwrap_or("");
        let ship = ["vessel", "frigate", "corvette", "submarine", "destroyer", "ship", "boat", "carrier", "cutter"];
        if [" the ", " its ", " a ", " two ", " three "].iter().any(|lead| object.starts_with(lead))
            && ship.iter().any(|noun| object.holds(noun))
            && !object.holds(" to ")
            && !scene.after(hit.end).holds(" from ")
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
        && matches!(word, "supplied" | "delivered" | "transferred" | "shipped" | "handed over")
        && scene.has(DealWord::Deal)
        && scene.names.iter().any(|name| name.span.end + 1 == hit.start && !name.adjective)
        && (begins_arms(scene.text, Span::new(hit.end, scene.span.end))
            || scene.names.iter().any(|name| name.span.start == hit.end + 1 || name.span.start == hit.end + 5))
    {
        return Some(StatusWord::Delivered);
    }
    // "delivers 12 guns under a $9 million contract"
    if gives && matches!(word, "delivers" | "hands over") && scene.has(DealWord::Deal) {
        return Some(StatusWord::Delivered);
    }
    if !gives && !matches!(hit.what, DealWord::Buy | DealWord::Receive) && word != "received a" {
        return None;
    }
    // "received a $9 million order": work is awarded.
    if matches!(hit.what, DealWord::Receive | DealWord::Win)
        && matches!(word, "receive" | "receives" | "received" | "received a" | "gets" | "got")
        && gets_work(head(scene.after(hit.end), 60))
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
            || counts_a_type(scene.after(hit.end))
            || [" the last ", " the final ", " its last ", " its final "]
                .iter()
                .any(|next| scene.after(hit.end).starts_with(next)))
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
        if gives
            && [" continue", " continues", " continued", " began", " begun", " begins", " started", " starts"]
                .iter()
                .any(|verb| lead.ends_with(verb))
        {
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
        if allowed(near) {
            // "is awaiting approval to buy"
            let sought =
                ["waiting", "awaits", "pending", "seeking", "seeks", "needs", "requires", "asked for", "applied for"];
            let open = sought.iter().any(|verb| near.holds(verb));
            return Some(if open { StatusWord::Planned } else { StatusWord::Approved });
        }
        if hit.what != DealWord::Receive
            && ["allows ", "allowed ", "permits ", "permitted ", "authorises ", "authorizes ", "lets "]
                .iter()
                .any(|verb| near.holds(verb))
        {
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
    if gives
        && [" will not", " would not", " won’t", " won't", " refuses to", " refused to"]
            .iter()
            .any(|words| before.ends_with(words))
    {
        return Some(StatusWord::Cancelled);
    }
    if gives
        && before.ends_with(" from")
        && ["not prevent", "not stop", "not block", "not object"].iter().any(|words| tail(before, 60).holds(words))
    {
        return Some(StatusWord::Approved);
    }
    if matches!(word, "offer" | "offers" | "offered" | "offering") && !head(scene.after(hit.end), 9).starts_with(" to ")
    {
        return Some(StatusWord::Possible);
    }
    if hit.what == DealWord::Receive && word == "getting" && [" is", " are"].iter().any(|verb| before.ends_with(verb)) {
        return Some(StatusWord::Planned);
    }
    let goes_on =
        [" is", " are", " has been", " have been", " still", " is also"].iter().any(|words| before.ends_with(words));
    (gives && goes_on && word.ends_with("ing")).then_some(StatusWord::InDelivery)
}

/// Whether the deal of these words exists, or is still ahead.
#[must_use]
pub fn group(words: &[StatusWord]) -> ValueRole {
    let real = words.iter().any(|word| {
        matches!(
            word,
            StatusWord::Signed
                | StatusWord::Awarded
                | StatusWord::InDelivery
                | StatusWord::Delivered
                | StatusWord::Unfulfilled
                | StatusWord::Completed
        )
    });
    let ahead = words.iter().any(|word| {
        matches!(
            word,
            StatusWord::Possible
                | StatusWord::Requested
                | StatusWord::Planned
                | StatusWord::Negotiating
                | StatusWord::Approved
        )
    });
    if ahead && !real { ValueRole::Estimated } else { ValueRole::Award }
}

/// How far a word goes, and the status that it names.
#[must_use]
pub const fn rank(word: StatusWord) -> Option<(u8, Status)> {
    Some(match word {
        StatusWord::Possible => (2, Status::Possible),
        StatusWord::Requested => (3, Status::Requested),
        StatusWord::Planned => (3, Status::Planned),
        StatusWord::Negotiating => (4, Status::Negotiating),
        StatusWord::Approved => (5, Status::Approved),
        StatusWord::Signed => (6, Status::Signed),
        StatusWord::Awarded => (6, Status::Awarded),
        StatusWord::Delivered => (7, Status::Delivered),
        StatusWord::InDelivery => (8, Status::InDelivery),
        StatusWord::Completed => (8, Status::Completed),
        StatusWord::Delayed => (9, Status::Delayed),
        StatusWord::Suspended => (10, Status::Suspended),
        StatusWord::Unfulfilled => (11, Status::Unfulfilled),
        StatusWord::Cancelled => (12, Status::Cancelled),
        StatusWord::Denied => return None,
    })
}

//! What a figure is to a deal in prose: `worth $5 million`, `paid $5 million`, `$5 million each`, `a $5 million loan`.

use super::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, PHRASE_STOPS, PROGRAMMES, SPENDING_LAWS};
use crate::model::{FigureId, ValueRole};
use crate::span::Span;

/// The figures of a sentence with their roles.
pub fn values(scene: &Scene<'_, '_>, main: ValueRole) -> Vec<(FigureId, ValueRole)> {
    let mut found: Vec<(FigureId, ValueRole)> = Vec::new();
    for figure in scene.figures {
        if let Some(role) =
            figure.converts.and_then(|id| found.iter().find(|(known, _)| *known == id).map(|(_, role)| *role))
        {
            found.push((figure.id, role));
            continue;
        }
        let before = scene.before(figure.start).trim_end();
        let after = scene.after(figure.end);
        let near_before = tail(before, 40);
        let near_after = head(after, 40);
        // "$800 million in military aid" pays for no one deal.
        if [
            "in military aid",
            "in aid",
            "military aid",
            "in security assistance",
            "in additional military aid",
            "in assistance",
        ]
        .iter()
        .any(|words| near_after.trim_start().starts_with(words))
            && !head(after, 60).split([',', '.', ';']).next().is_some_and(|phrase| phrase.holds(" package"))
        {
            continue;
        }
        // "leasing would have saved 300 million leva"
        if [" saved", " save", " saving", " saves"].iter().any(|verb| near_before.ends_with(verb)) {
            continue;
        }
        // "signed a $717 billion defence policy bill": what a state spends is no deal's.
        if near_after
            .split([',', '.', ';', '\u{201d}'])
            .next()
            // "paid $9 million from the defence budget" is paid: the law must be what the sum is of.
            .is_some_and(|phrase| {
                let mut words = phrase.split(' ').skip(1).take(4).take_while(|word| PHRASE_STOPS.get(word).is_none());
                words.any(|word| SPENDING_LAWS.has(word))
            })
        {
            continue;
        }
        // "as part of a $48 billion modernisation programme": what all of it costs.
        if [" part of a", " part of an", " part of its", " part of the"].iter().any(|lead| near_before.ends_with(lead))
            && PROGRAMMES.are_in(near_after.split([',', '.', ';']).next().unwrap_or(""))
        {
            continue;
        }
        // "€50 million in medical supplies"
        if ["in medical", "in humanitarian", "in economic", "in food", "in civilian", "in budget"]
            .iter()
            .any(|words| near_after.trim_start().starts_with(words))
        {
            continue;
        }
        // "with revenue of 9 billion crowns"
        if [
            "revenue of",
            "revenues of",
            "sales of",
            "turnover of",
            "profit of",
            "budget of",
            "valuation of",
            "capitalisation of",
            "capitalization of",
        ]
        .iter()
        .any(|words| near_before.ends_with(words))
        {
            continue;
        }
        // "Its exports of the gun now exceed 13 trillion won."
        if near_before.holds("xports")
            && [
                "rose to",
                "grew to",
                "jumped to",
                "climbed to",
                "fell to",
                "exceed",
                "exceeded",
                "total",
                "totalled",
                "totaled",
                "reached",
                "topped",
                "hit",
            ]
            .iter()
            .any(|verb| near_before.ends_with(verb))
        {
            continue;
        }
        // "exports to the country rose to $51 million from $235,000"
        if near_before.ends_with(" from")
            && tail(before, 90).holds("xports")
            && [" rose", " grew", " fell", " jumped", " climbed"].iter().any(|verb| tail(before, 90).holds(verb))
        {
            continue;
        }
        // "the price had risen by $20 million": a difference.
        if [" risen by", " rose by", " increased by", " gone up by", " cut by", " reduced by", " fallen by", " fell by"]
            .iter()
            .any(|verb| near_before.ends_with(verb))
        {
            continue;
        }
        // "its backlog rose to a record $179 billion" is no deal's.
        if ["backlog", "order book", "orderbook"].iter().any(|word| near_before.holds(word))
            || [" backlog", " order book", " order backlog"].iter().any(|word| near_after.starts_with(word))
        {
            continue;
        }
        let other = [
            "repaid",
            "refunded",
            "reimbursed",
            "loan of",
            "loan worth",
            "credit of",
            "credit worth",
            "credit line of",
            "credit line worth",
            "fine ",
            "programme cost of",
            "program cost of",
            "unpaid bill of",
            "debt of",
            "aid package worth",
            "aid package of",
            "assistance package worth",
            "arrears of",
        ];
        // "has not paid the maker the last instalment of $28 million"
        let owed = [" not paid", " not yet paid", "yet to pay", "failed to pay", " owes ", " owed ", "refused to pay"]
            .iter()
            .any(|words| tail(before, 90).holds(words))
            && !near_before.holds("worth");
        // "The value of the contract is increased from $827 million to $1.3 billion": what it was.
        let was = was_worth(before) && scene.after(figure.end).starts_with(" to ");
        let role = if owed || was || other.iter().any(|words| near_before.holds(words)) {
            ValueRole::Other
        } else if matches!(
            figure.per.as_deref(),
            Some(
                "unit"
                    | "aircraft"
                    | "plane"
                    | "jet"
                    | "helicopter"
                    | "missile"
                    | "tank"
                    | "vehicle"
                    | "ship"
                    | "drone"
                    | "round"
                    | "shot"
            )
        ) || price_of_one(near_before)
            || before.starts_with("Each ") && near_before.holds(" cost")
            || [" a unit costs", " one costs", " unit costs", " each costs"]
                .iter()
                .any(|words| near_before.ends_with(words))
            || near_after.starts_with(" apiece")
            || near_after.starts_with(" each")
            || [" each cost", " each costing", " each worth", " each priced at"]
                .iter()
                .any(|words| near_before.ends_with(words))
        {
            ValueRole::UnitPrice
        } else if [" of the", " of a", " of its"].iter().any(|lead| near_before.ends_with(lead))
            && [" price", " contract", " deal", " order", " total", " cost", " purchase"]
                .iter()
                .any(|noun| near_after.starts_with(noun))
        {
            // "paid $20 million of the $50 million price"
            main
        } else if near_after.starts_with(" was obligated")
            || near_after.starts_with(" were obligated")
            || near_after.starts_with(" has been obligated")
            || near_after.starts_with(" is being obligated")
            || [" obligate", " obligates", " obligated", " obligating"].iter().any(|verb| near_before.ends_with(verb))
        {
            ValueRole::Obligated
        } else if ["paid", "spent", "pays", "paying", "prepaid", "has paid", "already paid"].iter().any(|word| {
            near_before.ends_with(word)
                || near_before.ends_with(&format!("{word} about"))
                || near_before.ends_with(&format!("{word} around"))
        }) || near_after.trim_start().starts_with("paid by")
            || near_after.place_of("paid by").is_some_and(|at| !near_after[..at].holds("part"))
            || near_after.starts_with(" was paid")
            || near_after.holds("was reportedly paid")
            || ["it had already paid", "already paid", "it had paid", "it has paid", "has already been paid"]
                .iter()
                .any(|words| near_after.holds(words))
            || near_before.holds("paid ") && !near_before.holds("be paid") && !near_before.holds("unpaid")
            || [
                "instalment of",
                "installment of",
                "instalments of",
                "installments of",
                "down payment of",
                " payment of",
                "advance payment of",
                "advance of",
                "advances of",
                "prepayment of",
                "deposit of",
            ]
            .iter()
            .any(|word| near_before.ends_with(word))
            || [" advance", " down payment", " deposit", " in advance"].iter().any(|word| near_after.starts_with(word))
        {
            ValueRole::Paid
        } else if borrowed(near_after)
            || [" credit line", "-credit line", " line of credit", " loan", " grant", " credit", " aid "]
                .iter()
                .any(|word| near_after.starts_with(word))
        {
            ValueRole::Other
        } else if head(after, 60)
            .split([',', '.', ';'])
            .next()
            // "as part of a $4 billion arms package with Ardenia": a deal.
            .is_some_and(|phrase| {
                phrase.holds(" package")
                    && ![
                        " package with ",
                        " package negotiated",
                        " package signed",
                        " package agreed",
                        " package bought",
                        " package ordered",
                    ]
                    .iter()
                    .any(|deal| phrase.holds(deal))
            })
            && (near_before.holds("part of") && !is_bought(scene)
                || ["aid", "assistance"].iter().any(|word| near_after.holds(word)))
        {
            // "as part of a $400 million weapons package"
            ValueRole::Other
        } else if before.holds("ringing the total")
            || before.holds("rings the total")
            || before.holds("rings the value of")
            || before.holds("ringing the value of")
            || near_before.holds("total value of deals")
            || near_before.holds("otal value of the") && near_before.holds(" now")
            || ["now totals", "now total", "now stands at", "now amounts to", "so far totals", "has now reached"]
                .iter()
                .any(|verb| near_before.ends_with(verb))
            || near_before.holds("cumulative")
            || grows_to(before)
            || scene.figures.iter().any(|from| {
                Span::new(from.end, figure.start.max(from.end)).of(scene.text) == " to "
                    && was_worth(scene.before(from.start))
            })
            || [
                "contracts worth a total of",
                "orders worth a total of",
                "deals worth a total of",
                "contracts totalling",
                "contracts totaling",
                "orders totalling",
                "orders totaling",
                "deals totalling",
                "deals totaling",
                "contracts worth a combined",
                "orders worth a combined",
                "deals worth a combined",
            ]
            .iter()
            .any(|words| near_before.ends_with(words))
        {
            ValueRole::Cumulative
        } else if near_after.split([',', '.', ';']).next().is_some_and(|phrase| phrase.holds(" since "))
            && [
                "has given",
                "have given",
                "has provided",
                "have provided",
                "has received",
                "have received",
                "has sold",
                "have sold",
                "has supplied",
                "has bought",
            ]
            .iter()
            .any(|verb| tail(before, 60).holds(verb))
        {
            // "has given Norhaven over $1.6 billion of equipment since 2006"
            ValueRole::Cumulative
        } else if ["following a", "following an", "after a", "follows a"]
            .iter()
            .any(|words| near_before.ends_with(words))
            && near_after.split([',', '.', ';']).next().is_some_and(|phrase| {
                ["contract", "order", "deal"].iter().any(|noun| phrase.holds(noun)) && phrase.holds(" in ")
            })
        {
            // "The award is the second, following a $349 million contract in 2019": another one's.
            ValueRole::Other
        } else if near_before.ends_with(" of the") && near_after.starts_with(" of contracts") {
            // "won $12 million of the $49 million of contracts that the forces signed"
            ValueRole::Cumulative
        } else if several_deals(before) && scene.figures.iter().filter(|other| other.converts.is_none()).count() == 1 {
            // "two contracts worth Rs 62,700 crore": a sum over both.
            ValueRole::Cumulative
        } else if [
            "cost taxpayers",
            "cost the taxpayer",
            "cost the taxpayers",
            "costing taxpayers",
            "has cost",
            "have cost",
            "had cost",
        ]
        .iter()
        .any(|verb| near_before.ends_with(verb))
            && ["cancel", "scrap", "abandon", "axed", "ended"].iter().any(|verb| scene.span.of(scene.text).holds(verb))
        {
            // "the scrapped deal has cost $3.4 billion": sunk.
            ValueRole::Other
        } else if since_the_last_sum(scene, near_before, figure.start).holds("ceiling")
            || near_after.starts_with(" ceiling")
            || before.holds("options are exercised")
            || before.holds("if exercised")
            || before.holds("all options")
            || before.holds("ption")
                && [
                    "bring its value to",
                    "bring the value to",
                    "bring the total to",
                    "bring its worth to",
                    "bringing its value to",
                    "raise its value to",
                    "take its value to",
                    "increase its value to",
                    "bring the total value to",
                ]
                .iter()
                .any(|words| near_before.ends_with(words))
        {
            ValueRole::Ceiling
        } else if near_after.starts_with(" option") && near_before.holds("exercis") {
            // "exercised a $9 million option": it is ordered.
            main
        } else if near_before.holds("option") && (near_before.holds("worth") || near_before.holds("valued"))
            || near_after.starts_with(" option")
        {
            ValueRole::Option
        } else if near_after.starts_with(" fine")
            || near_after.starts_with(" settlement")
            || near_after.starts_with(" penalty")
            || [
                " bank guarantee",
                " commission",
                " in commissions",
                " in bribes",
                " bribe",
                " guarantee",
                " bond",
                " compensation",
                " in compensation",
                " in penalties",
                " in fines",
                " penalties",
                " in damages",
                " lawsuit",
                " bounty",
            ]
            .iter()
            .any(|word| near_after.starts_with(word))
            || ["compensation of", "penalty of", "fine of", "damages of"].iter().any(|word| near_before.holds(word))
        {
            ValueRole::Other
        } else {
            main
        };
        found.push((figure.id, role));
    }
    found
}

/// `The exercise of the option increases the total contract value to`: what a deal has come to with what is told, and not only what it may
/// come to.
fn grows_to(before: &str) -> bool {
    let near = tail(before, 110);
    let near = ["more than", "over", "about", "nearly", "approximately", "some", "around", "almost"]
        .iter()
        .find_map(|word| near.strip_suffix(word))
        .unwrap_or(near)
        .trim_end();
    let Some(lead) = [" to", " past", " above", " at"].iter().find_map(|link| near.strip_suffix(link)) else {
        return false;
    };
    let grows = ["increas", "rais", "bring", "brought", "lift", "boost", "takes ", "taking "]
        .iter()
        .filter_map(|verb| lead.last_place_of(verb))
        .max();
    grows.is_some_and(|at| {
        let object = &lead[at..];
        ["value", "total", "worth", "funding"].iter().any(|noun| object.holds(noun))
            && !object.contains([';', '.'])
            && ![" would", " could", " may", " might", " can", " will", " if "]
                .iter()
                .any(|word| tail(&lead[..at], 14).holds(word))
            && !object.holds("ceiling")
    })
}

/// `The value of the contract is increased from`
fn was_worth(before: &str) -> bool {
    let near = tail(before, 90);
    near.trim_end().ends_with(" from")
        && ["value", "total", "ceiling"].iter().any(|noun| near.holds(noun))
        && ["increas", "rais", "bring", "brought", "lift", "grew", "grow"].iter().any(|verb| near.holds(verb))
        && near.holds("ontract")
}

/// The words near before a sum that stand behind the sum before it.
fn since_the_last_sum<'s>(scene: &Scene<'_, '_>, near: &'s str, at: usize) -> &'s str {
    let last = scene.figures.iter().map(|figure| figure.end).filter(|end| *end <= at).max();
    let gap = last.map_or(near.len(), |end| at - end);
    tail(near, gap)
}

/// `took delivery of four jets, part of a $740 million package`: whether somebody buys what a package holds, and does not give it.
fn is_bought(scene: &Scene<'_, '_>) -> bool {
    scene.deals.iter().any(|hit| {
        matches!(hit.what, DealWord::Buy | DealWord::Purchase)
            || hit.what == DealWord::Receive && scene.text[hit.start..hit.end].holds("delivery")
    })
}

/// `lowering the price of the F-35A to`, `a unit cost of`: what one of them costs.
fn price_of_one(before: &str) -> bool {
    let lead =
        [" about", " around", " some", " roughly"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    ["unit price of", "unit cost of", "flyaway cost of", "average price of", "average cost of"]
        .iter()
        .any(|words| lead.ends_with(words))
        || ["price of the ", "price of an ", "price of a "]
            .iter()
            .find_map(|words| Some(&before[before.last_place_of(words)? + words.len()..]))
            .is_some_and(|thing| {
                let mut words = thing.split(' ');
                let one = words
                    .next()
                    .is_some_and(|word| word.bytes().any(|byte| byte.is_ascii_digit()) && !word.ends_with('s'));
                one && matches!(words.next_back(), Some("to" | "at" | "by" | "below" | "under"))
            })
}

/// `two contracts worth`: a number of deals right before the sum.
fn several_deals(before: &str) -> bool {
    let near = tail(before, 60);
    let Some(at) = ["contracts", "deals", "orders", "agreements", "proposals"]
        .iter()
        .filter_map(|noun| near.last_place_of(noun))
        .max()
    else {
        return false;
    };
    let lead = near[..at].trim_end();
    let number = lead.rsplit(' ').take(4).any(|word| {
        matches!(
            word,
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "several"
                | "both"
                | "2"
                | "3"
                | "4"
                | "5"
        )
    });
    number && ["worth", "valued", "totalling", "totaling", "costing"].iter().any(|word| near[at..].contains(word))
}

/// ` Russian loan`, ` in American aid`: whose money it is, with at most two words before the noun.
fn borrowed(after: &str) -> bool {
    let words = after.strip_prefix(" in ").or_else(|| after.strip_prefix(' ')).unwrap_or("");
    words.split(' ').take(3).any(|word| {
        matches!(
            word.trim_end_matches(['.', ',', ';']),
            "loan" | "loans" | "aid" | "grant" | "credit" | "financing" | "assistance"
        )
    })
}

/// At most the last bytes of a text.
#[must_use]
pub fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// At most the first bytes of a text.
#[must_use]
pub fn head(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

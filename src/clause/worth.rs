//! What a figure is to a deal in prose: `worth $5 million`, `paid $5 million`, `$5 million each`, `a $5 million loan`.

use super::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, PHRASE_STOPS, PROGRAMMES, SPENDING_LAWS};
use crate::lexicon::sums::{
    AID_BEHIND, BOUGHT_PACKAGES, CIVIL_AID, COMING_TO, COUNTED_ARMS, DIFFERENCES, EACH_COSTS, EARNINGS, GIVEN_SO_FAR,
    HAS_COST, LOAN_NOUNS, LOANS_BEHIND, MORE_THAN_ONE, NO_PRICE_BEHIND, OTHER_DEBTS, OWING, PAYING, PAYMENTS,
    PRICE_NOUNS, RAISING_TO, TOTALS,
};
use crate::model::{Figure, FigureId, PartyKind, ValueRole};
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
        let sum = Sum::new(scene, figure);
        if !sum.is_no_deals() {
            found.push((figure.id, sum.role(main)));
        }
    }
    found
}

/// `worth $5 million in all`: a sum with what stands around it.
struct Sum<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    figure: &'d Figure<'t>,
    /// The sentence before it.
    before: &'t str,
    /// The sentence behind it.
    after: &'t str,
    /// The last words before it.
    near_before: &'t str,
    /// The first words behind it.
    near_after: &'t str,
    /// The first words behind it, as far as the phrase goes.
    phrase: &'t str,
}

impl<'s, 'd, 't> Sum<'s, 'd, 't> {
    fn new(scene: &'s Scene<'d, 't>, figure: &'d Figure<'t>) -> Self {
        let before = scene.before(figure.start).trim_end();
        let after = scene.after(figure.end);
        let near_after = head(after, 40);
        Self {
            scene,
            figure,
            before,
            after,
            near_before: tail(before, 40),
            near_after,
            phrase: near_after.split([',', '.', ';']).next().unwrap_or(""),
        }
    }

    /// `with revenue of 9 billion crowns`: whether no deal is told by the sum.
    fn is_no_deals(&self) -> bool {
        self.is_aid()
            // "leasing would have saved 300 million leva"
            || [" saved", " save", " saving", " saves"].iter().any(|verb| self.near_before.ends_with(verb))
            || self.is_spent_by_law()
            || self.is_a_part_of_a_programme()
            // "€50 million in medical supplies"
            || CIVIL_AID.begin(self.near_after.trim_start())
            // "with revenue of 9 billion crowns"
            || EARNINGS.end(self.near_before)
            || self.is_of_all_exports()
            // "the price had risen by $20 million": a difference.
            || DIFFERENCES.end(self.near_before)
            || self.is_a_backlog()
            || self.costs_a_firm()
    }

    /// `the delay has cost Velmark a total of $3 billion`: what a firm loses is no price.
    fn costs_a_firm(&self) -> bool {
        let Some(at) = self.near_before.last_place_of(" cost ") else { return false };
        let from = self.scene.span.start + self.before.len() - self.near_before.len() + at + " cost ".len();
        self.scene
            .names
            .iter()
            .any(|name| name.kind == PartyKind::Company && (from..from + 5).contains(&name.span.start))
    }

    /// What the sum is to the deal: `main` where nothing else is said.
    fn role(&self, main: ValueRole) -> ValueRole {
        if self.is_owed() || self.is_what_it_was() || OTHER_DEBTS.are_in(self.near_before) {
            ValueRole::Other
        } else if self.is_of_one() {
            ValueRole::UnitPrice
        } else if self.is_a_part_of_the_price() {
            main
        } else if self.is_obligated() {
            ValueRole::Obligated
        } else if self.is_paid() {
            ValueRole::Paid
        } else if borrowed(self.near_after) || LOANS_BEHIND.begin(self.near_after) || self.is_of_a_package() {
            ValueRole::Other
        } else if self.is_the_total() || self.is_given_since() {
            ValueRole::Cumulative
        } else if self.is_another_contracts() {
            ValueRole::Other
        } else if self.is_of_several_deals() {
            ValueRole::Cumulative
        } else if self.is_sunk() {
            ValueRole::Other
        } else if self.is_a_ceiling() {
            ValueRole::Ceiling
        } else if self.near_after.starts_with(" option") && self.near_before.holds("exercis") {
            // "exercised a $9 million option": it is ordered.
            main
        } else if self.is_an_option() {
            ValueRole::Option
        } else if self.is_a_penalty() {
            ValueRole::Other
        } else {
            main
        }
    }

    /// `$800 million in military aid`: it pays for no one deal.
    fn is_aid(&self) -> bool {
        AID_BEHIND.begin(self.near_after.trim_start())
            && !head(self.after, 60).split([',', '.', ';']).next().is_some_and(|phrase| phrase.holds(" package"))
    }

    /// `signed a $717 billion defence policy bill`: what a state spends.
    fn is_spent_by_law(&self) -> bool {
        // "paid $9 million from the defence budget" is paid: the law must be what the sum is of.
        let phrase = self.phrase.split('\u{201d}').next().unwrap_or("");
        let mut words = phrase.split(' ').skip(1).take(4).take_while(|word| PHRASE_STOPS.get(word).is_none());
        words.any(|word| SPENDING_LAWS.has(word))
    }

    /// `as part of a $48 billion modernisation programme`: what all of it costs.
    fn is_a_part_of_a_programme(&self) -> bool {
        [" part of a", " part of an", " part of its", " part of the"]
            .iter()
            .any(|lead| self.near_before.ends_with(lead))
            && PROGRAMMES.are_in(self.phrase)
    }

    /// `exports of the gun now exceed 13 trillion won`, `exports to the country rose to $51 million from $235,000`
    fn is_of_all_exports(&self) -> bool {
        let near = tail(self.before, 90);
        self.near_before.holds("xports") && COMING_TO.end(self.near_before)
            || self.near_before.ends_with(" from")
                && near.holds("xports")
                && [" rose", " grew", " fell", " jumped", " climbed"].iter().any(|verb| near.holds(verb))
    }

    /// `its backlog rose to a record $179 billion`
    fn is_a_backlog(&self) -> bool {
        ["backlog", "order book", "orderbook"].iter().any(|word| self.near_before.holds(word))
            || [" backlog", " order book", " order backlog"].iter().any(|word| self.near_after.starts_with(word))
    }

    /// `has not paid the maker the last instalment of $28 million`
    fn is_owed(&self) -> bool {
        OWING.are_in(tail(self.before, 90)) && !self.near_before.holds("worth")
    }

    /// `The value of the contract is increased from $5 million to $7 million`: what it was.
    fn is_what_it_was(&self) -> bool {
        was_worth(self.before) && self.after.starts_with(" to ")
    }

    /// `$5 million each`, `at a unit cost of $5 million`
    fn is_of_one(&self) -> bool {
        self.figure.per.as_deref().is_some_and(|word| COUNTED_ARMS.has(word))
            || price_of_one(self.near_before)
            || self.before.starts_with("Each ") && self.near_before.holds(" cost")
            || EACH_COSTS.end(self.near_before)
            || self.near_after.starts_with(" apiece")
            || self.near_after.starts_with(" each")
    }

    /// `paid $20 million of the $50 million price`
    fn is_a_part_of_the_price(&self) -> bool {
        [" of the", " of a", " of its"].iter().any(|lead| self.near_before.ends_with(lead))
            && PRICE_NOUNS.begin(self.near_after)
    }

    /// `$5 million was obligated`
    fn is_obligated(&self) -> bool {
        [" was obligated", " were obligated", " has been obligated", " is being obligated"]
            .iter()
            .any(|verb| self.near_after.starts_with(verb))
            || [" obligate", " obligates", " obligated", " obligating"]
                .iter()
                .any(|verb| self.near_before.ends_with(verb))
    }

    /// `has already paid about $5 million`, `a down payment of $5 million`, `a $5 million deposit`
    fn is_paid(&self) -> bool {
        let (before, after) = (self.near_before, self.near_after);
        PAYING.end(before.strip_suffix(" about").or_else(|| before.strip_suffix(" around")).unwrap_or(before))
            || after.trim_start().starts_with("paid by")
            || after.place_of("paid by").is_some_and(|at| !after[..at].holds("part"))
            || after.starts_with(" was paid")
            || after.holds("was reportedly paid")
            || ["already paid", "it had paid", "it has paid", "has already been paid"]
                .iter()
                .any(|words| after.holds(words))
            // "had disbursed $290 million to Velmark"
            || [" disbursed", " disburses", " has transferred", " had transferred"].iter().any(|verb| before.ends_with(verb))
            || before.holds("paid ") && !before.holds("be paid") && !before.holds("unpaid")
            || PAYMENTS.end(before)
            || [" advance", " down payment", " deposit", " in advance"].iter().any(|word| after.starts_with(word))
    }

    /// `as part of a $400 million weapons package`; "as part of a $4 billion arms package with Ardenia" is a deal.
    fn is_of_a_package(&self) -> bool {
        let phrase = head(self.after, 60).split([',', '.', ';']).next().unwrap_or("");
        phrase.holds(" package")
            && !BOUGHT_PACKAGES.are_in(phrase)
            && (self.near_before.holds("part of") && !is_bought(self.scene)
                || ["aid", "assistance"].iter().any(|word| self.near_after.holds(word)))
    }

    /// `bringing the total to $5 million`, `contracts worth a total of $5 million`
    fn is_the_total(&self) -> bool {
        ["ringing the total", "rings the total", "rings the value of", "ringing the value of"]
            .iter()
            .any(|words| self.before.holds(words))
            || self.near_before.holds("total value of deals")
            || self.near_before.holds("otal value of the") && self.near_before.holds(" now")
            || self.near_before.holds("cumulative")
            || grows_to(self.before)
            || self.scene.figures.iter().any(|from| {
                Span::new(from.end, self.figure.start.max(from.end)).of(self.scene.text) == " to "
                    && was_worth(self.scene.before(from.start))
            })
            || TOTALS.end(self.near_before)
    }

    /// `has given Norhaven over $1.6 billion of equipment since 2006`
    fn is_given_since(&self) -> bool {
        self.phrase.holds(" since ") && GIVEN_SO_FAR.are_in(tail(self.before, 60))
    }

    /// `The award is the second, following a $349 million contract in 2019`
    fn is_another_contracts(&self) -> bool {
        ["following a", "following an", "after a", "follows a"].iter().any(|words| self.near_before.ends_with(words))
            && ["contract", "order", "deal"].iter().any(|noun| self.phrase.holds(noun))
            && self.phrase.holds(" in ")
    }

    /// `won $12 million of the $49 million of contracts that the forces signed`, `two contracts worth Rs 62,700 crore`: a sum over several.
    fn is_of_several_deals(&self) -> bool {
        self.near_before.ends_with(" of the") && self.near_after.starts_with(" of contracts")
            || several_deals(self.before)
                && self.scene.figures.iter().filter(|other| other.converts.is_none()).count() == 1
    }

    /// `the scrapped deal has cost $3.4 billion`
    fn is_sunk(&self) -> bool {
        HAS_COST.end(self.near_before)
            && ["cancel", "scrap", "abandon", "axed", "ended"]
                .iter()
                .any(|verb| self.scene.span.of(self.scene.text).holds(verb))
    }

    /// `which could bring its value to $5 million if all options are exercised`
    fn is_a_ceiling(&self) -> bool {
        since_the_last_sum(self.scene, self.near_before, self.figure.start).holds("ceiling")
            || self.near_after.starts_with(" ceiling")
            || ["options are exercised", "if exercised", "all options"].iter().any(|words| self.before.holds(words))
            || self.before.holds("ption") && RAISING_TO.end(self.near_before)
    }

    /// `an option worth $5 million`, `a $5 million option`
    fn is_an_option(&self) -> bool {
        self.near_before.holds("option") && (self.near_before.holds("worth") || self.near_before.holds("valued"))
            || self.near_after.starts_with(" option")
    }

    /// `a $5 million fine`, `a $5 million bank guarantee`
    fn is_a_penalty(&self) -> bool {
        NO_PRICE_BEHIND.begin(self.near_after)
            || ["compensation of", "penalty of", "fine of", "damages of"]
                .iter()
                .any(|word| self.near_before.holds(word))
    }
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
    near[..at].trim_end().rsplit(' ').take(4).any(|word| MORE_THAN_ONE.has(word))
        && ["worth", "valued", "totalling", "totaling", "costing"].iter().any(|word| near[at..].contains(word))
}

/// ` Russian loan`, ` in American aid`: whose money it is, with at most two words before the noun.
fn borrowed(after: &str) -> bool {
    let words = after.strip_prefix(" in ").or_else(|| after.strip_prefix(' ')).unwrap_or("");
    words.split(' ').take(3).any(|word| LOAN_NOUNS.has(word.trim_end_matches(['.', ',', ';'])))
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

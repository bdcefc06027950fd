//! What a sum is to a deal, by the words around it: `$5 million each`, `a $5 million loan`, `bringing the total to $5 million`.

use super::{Sum, head, tail};
use crate::clause::scene::Scene;
use crate::clause::words_at;
use crate::lexicon::holds::Holds;
use crate::lexicon::list::List;
use crate::lexicon::news::DealWord;
use crate::lexicon::sums::{
    BOUGHT_PACKAGES, COUNTED_ARMS, EACH_COSTS, GIVEN_SO_FAR, HAS_COST, LOAN_NOUNS, LOANS_BEHIND, MORE_THAN_ONE,
    NO_PRICE_BEHIND, OTHER_DEBTS, OWING, PAYING, PAYMENTS, PRICE_NOUNS, RAISING_TO, TOTALS,
};
use crate::model::ValueRole;
use crate::span::Span;

impl Sum<'_, '_, '_> {
    /// What the sum is to the deal, and the words that say so: `main` where nothing else is said.
    pub(super) fn role(&self, main: ValueRole) -> (ValueRole, Option<Span>) {
        let by = |role: ValueRole, words: Span| (role, Some(words));
        if let Some(words) = self.owed().or_else(|| self.what_it_was()).or_else(|| self.held(&OTHER_DEBTS)) {
            by(ValueRole::Other, words)
        } else if self.figure.per.as_deref().is_some_and(|word| COUNTED_ARMS.has(word)) {
            (ValueRole::UnitPrice, self.counted_by().or_else(|| self.of_one()))
        } else if let Some(words) = self.of_one() {
            by(ValueRole::UnitPrice, words)
        } else if self.is_a_part_of_the_price() {
            (main, None)
        } else if let Some(words) = self.obligated() {
            by(ValueRole::Obligated, words)
        } else if let Some(words) = self.paid() {
            by(ValueRole::Paid, words)
        } else if let Some(words) =
            self.borrowed().or_else(|| self.begun(&LOANS_BEHIND)).or_else(|| self.of_a_package())
        {
            by(ValueRole::Other, words)
        } else if let Some(words) = self.total().or_else(|| self.given_since()) {
            by(ValueRole::Cumulative, words)
        } else if let Some(words) = self.another_contracts() {
            by(ValueRole::Other, words)
        } else if let Some(words) = self.of_several_deals() {
            by(ValueRole::Cumulative, words)
        } else if let Some(words) = self.sunk() {
            by(ValueRole::Other, words)
        } else if let Some(words) = self.ceiling() {
            by(ValueRole::Ceiling, words)
        } else if self.near_after.starts_with(" option") && self.near_before.holds("exercis") {
            // "exercised a $9 million option": it is ordered.
            (main, None)
        } else if let Some(words) = self.option() {
            by(ValueRole::Option, words)
        } else if let Some(words) = self.penalty() {
            by(ValueRole::Other, words)
        } else {
            (main, None)
        }
    }

    /// `has not paid the maker the last instalment of $28 million`
    fn owed(&self) -> Option<Span> {
        let near = tail(self.before, 90);
        let (at, words) = OWING.last_found_in(near)?;
        (!self.near_before.holds("worth")).then(|| self.ahead(near, at, words))
    }

    /// `The value of the contract is increased from $5 million to $7 million`: what it was.
    fn what_it_was(&self) -> Option<Span> {
        (was_worth(self.before) && self.after.starts_with(" to ")).then(|| self.last_words("from"))
    }

    /// `$5 million each`, `at a unit cost of $5 million`
    fn of_one(&self) -> Option<Span> {
        price_of_one(self.near_before)
            .map(|(at, words)| self.ahead(self.near_before, at, words))
            .or_else(|| {
                let each = self.before.starts_with("Each ") && self.near_before.holds(" cost");
                each.then(|| self.ahead(self.before, 0, "Each"))
            })
            .or_else(|| self.ended(&EACH_COSTS))
            .or_else(|| self.begun_by(&[" apiece", " each"]))
    }

    /// `per helicopter` of "$5 million per helicopter"
    fn counted_by(&self) -> Option<Span> {
        let lead = [" per ", " a ", " an ", " for each ", " for every "]
            .iter()
            .find(|lead| self.near_after.starts_with(**lead))?;
        let noun = self.near_after[lead.len()..].split([' ', ',', '.', ';', ')']).next().unwrap_or("");
        Some(self.behind(0, &self.near_after[..lead.len() + noun.len()]))
    }

    /// `paid $20 million of the $50 million price`
    fn is_a_part_of_the_price(&self) -> bool {
        [" of the", " of a", " of its"].iter().any(|lead| self.near_before.ends_with(lead))
            && PRICE_NOUNS.begin(self.near_after)
    }

    /// `$5 million was obligated`
    fn obligated(&self) -> Option<Span> {
        self.begun_by(&[" was obligated", " were obligated", " has been obligated", " is being obligated"])
            .or_else(|| self.ended_by(&[" obligate", " obligates", " obligated", " obligating"]))
    }

    /// `has already paid about $5 million`, `a down payment of $5 million`, `a $5 million deposit`
    fn paid(&self) -> Option<Span> {
        let (before, after) = (self.near_before, self.near_after);
        let lead = before.strip_suffix(" about").or_else(|| before.strip_suffix(" around")).unwrap_or(before);
        if let Some(words) = PAYING.ending(lead) {
            return Some(self.ahead(before, lead.len() - words.len(), words));
        }
        let payer =
            after.place_of("paid by").filter(|at| after[..*at].trim().is_empty() || !after[..*at].holds("part"));
        if let Some(at) = payer {
            return Some(self.behind(at, "paid by"));
        }
        // "the $5 million already spent on the contract"
        self.begun_by(&[" was paid", " already spent", " spent on"])
            .or_else(|| {
                let words =
                    ["was reportedly paid", "already paid", "it had paid", "it has paid", "has already been paid"];
                words.iter().find_map(|words| Some(self.behind(after.place_of(words)?, words)))
            })
            // "had disbursed $290 million to Velmark"
            .or_else(|| self.ended_by(&[" disbursed", " disburses", " has transferred", " had transferred"]))
            .or_else(|| {
                let at = before.last_place_of("paid ")?;
                (!before.holds("be paid") && !before.holds("unpaid")).then(|| self.ahead(before, at, "paid"))
            })
            .or_else(|| self.ended(&PAYMENTS))
            .or_else(|| self.begun_by(&[" advance", " down payment", " deposit", " in advance"]))
    }

    /// ` Russian loan`, ` in American aid`: whose money it is, with at most two words before the noun.
    fn borrowed(&self) -> Option<Span> {
        let words = self.near_after.strip_prefix(" in ").or_else(|| self.near_after.strip_prefix(' '))?;
        let mut at = self.near_after.len() - words.len();
        for word in words.split(' ').take(3) {
            let noun = word.trim_end_matches(['.', ',', ';']);
            if LOAN_NOUNS.has(noun) {
                return Some(self.behind(at, noun));
            }
            at += word.len() + 1;
        }
        None
    }

    /// `as part of a $400 million weapons package`; "as part of a $4 billion arms package with Ardenia" is a deal.
    fn of_a_package(&self) -> Option<Span> {
        let phrase = head(self.after, 60).split([',', '.', ';']).next().unwrap_or("");
        let at = phrase.place_of(" package")?;
        let given = !BOUGHT_PACKAGES.are_in(phrase)
            && (self.near_before.holds("part of") && !is_bought(self.scene)
                || ["aid", "assistance"].iter().any(|word| self.near_after.holds(word)));
        given.then(|| self.behind(at, " package"))
    }

    /// `bringing the total to $5 million`, `contracts worth a total of $5 million`
    fn total(&self) -> Option<Span> {
        let risen = ["ringing the total", "rings the total", "rings the value of", "ringing the value of"];
        let risen =
            risen.iter().find_map(|words| Some(self.word_ahead(self.before, self.before.last_place_of(words)?, words)));
        risen
            .or_else(|| self.held_by(&["total value of deals"]))
            .or_else(|| {
                let at =
                    self.near_before.last_place_of("otal value of the").filter(|_| self.near_before.holds(" now"))?;
                Some(self.word_ahead(self.near_before, at, "otal value"))
            })
            .or_else(|| self.held_by(&["cumulative"]))
            .or_else(|| grows_to(self.before).map(|(at, verb)| self.word_ahead(self.before, at, verb)))
            .or_else(|| {
                let from = self.scene.figures.iter().find(|from| {
                    Span::new(from.end, self.figure.start.max(from.end)).of(self.scene.text) == " to "
                        && was_worth(self.scene.before(from.start))
                })?;
                Some(Span::new(from.end + 1, from.end + 3))
            })
            // "contracts totalling nearly $5 million"
            .or_else(|| {
                let near = tail(self.before, 60);
                let lead = blurred(near);
                let words = TOTALS.ending(lead)?;
                Some(self.ahead(near, lead.len() - words.len(), words))
            })
    }

    /// `has given Norhaven over $1.6 billion of equipment since 2006`
    fn given_since(&self) -> Option<Span> {
        let near = tail(self.before, 60);
        let (at, words) = GIVEN_SO_FAR.last_found_in(near).filter(|_| self.phrase.holds(" since "))?;
        Some(self.ahead(near, at, words))
    }

    /// `The award is the second, following a $349 million contract in 2019`
    fn another_contracts(&self) -> Option<Span> {
        self.ended_by(&["following a", "following an", "after a", "follows a"]).filter(|_| {
            ["contract", "order", "deal"].iter().any(|noun| self.phrase.holds(noun)) && self.phrase.holds(" in ")
        })
    }

    /// `won $12 million of the $49 million of contracts that the forces signed`, `two contracts worth Rs 62,700 crore`: a sum over several.
    fn of_several_deals(&self) -> Option<Span> {
        if self.near_before.ends_with(" of the") && self.near_after.starts_with(" of contracts") {
            return Some(self.behind(0, " of contracts"));
        }
        let (at, noun) = several_deals(self.before)?;
        let only = self.scene.figures.iter().filter(|other| other.converts.is_none()).count() == 1;
        only.then(|| self.ahead(self.before, at, noun))
    }

    /// `the scrapped deal has cost $3.4 billion`
    fn sunk(&self) -> Option<Span> {
        self.ended(&HAS_COST).filter(|_| {
            ["cancel", "scrap", "abandon", "axed", "ended"]
                .iter()
                .any(|verb| self.scene.span.of(self.scene.text).holds(verb))
        })
    }

    /// `which could bring its value to $5 million if all options are exercised`
    fn ceiling(&self) -> Option<Span> {
        let near = since_the_last_sum(self.scene, self.near_before, self.figure.start);
        near.last_place_of("ceiling")
            .map(|at| self.ahead(near, at, "ceiling"))
            .or_else(|| self.begun_by(&[" ceiling"]))
            .or_else(|| {
                let words = ["options are exercised", "if exercised", "all options"];
                words.iter().find_map(|words| Some(self.ahead(self.before, self.before.last_place_of(words)?, words)))
            })
            .or_else(|| self.ended(&RAISING_TO).filter(|_| self.before.holds("ption")))
    }

    /// `an option worth $5 million`, `a $5 million option`
    fn option(&self) -> Option<Span> {
        self.held_by(&["option"])
            .filter(|_| self.near_before.holds("worth") || self.near_before.holds("valued"))
            .or_else(|| self.begun_by(&[" option"]))
    }

    /// `a $5 million fine`, `a $5 million bank guarantee`
    fn penalty(&self) -> Option<Span> {
        self.begun(&NO_PRICE_BEHIND)
            .or_else(|| self.held_by(&["compensation of", "penalty of", "fine of", "damages of"]))
    }

    /// Words at a place of what ends before the sum.
    fn ahead(&self, near: &str, at: usize, words: &str) -> Span {
        words_at(self.scene.span.start + self.before.len() - near.len() + at, words)
    }

    /// The same for a part of a word: its whole first word.
    fn word_ahead(&self, near: &str, at: usize, part: &str) -> Span {
        let found = self.ahead(near, at, part);
        let told = &near[..at];
        Span::new(found.start - (told.len() - told.trim_end_matches(char::is_alphabetic).len()), found.end)
    }

    /// Words at a place behind the sum.
    fn behind(&self, at: usize, words: &str) -> Span {
        words_at(self.figure.end + at, words)
    }

    /// The words that the sentence before the sum ends with.
    fn last_words(&self, words: &str) -> Span {
        self.ahead(words, 0, words)
    }

    /// The part of a table that stands right before the sum.
    fn ended(&self, list: &List) -> Option<Span> {
        list.ending(self.near_before).map(|words| self.last_words(words))
    }

    fn ended_by(&self, list: &[&str]) -> Option<Span> {
        list.iter().find(|words| self.near_before.ends_with(**words)).map(|words| self.last_words(words))
    }

    /// The part of a table that stands right behind the sum.
    fn begun(&self, list: &List) -> Option<Span> {
        list.longest_beginning(self.near_after).map(|words| self.behind(0, words))
    }

    fn begun_by(&self, list: &[&str]) -> Option<Span> {
        list.iter().find(|words| self.near_after.starts_with(**words)).map(|words| self.behind(0, words))
    }

    /// The part of a table that stands near before the sum.
    fn held(&self, list: &List) -> Option<Span> {
        list.last_found_in(self.near_before).map(|(at, words)| self.ahead(self.near_before, at, words))
    }

    fn held_by(&self, list: &[&str]) -> Option<Span> {
        list.iter().find_map(|words| Some(self.ahead(self.near_before, self.near_before.last_place_of(words)?, words)))
    }
}

/// `The exercise of the option increases the total contract value to`: what a deal has come to with what is told, and not only what it may
/// come to.
///
/// Where the verb stands, and as much of it as is looked for.
fn grows_to(before: &str) -> Option<(usize, &'static str)> {
    let near = tail(before, 110);
    let from = before.len() - near.len();
    let near = blurred(near);
    let lead = [" to", " past", " above", " at"].iter().find_map(|link| near.strip_suffix(link))?;
    let (at, verb) = ["increas", "rais", "bring", "brought", "lift", "boost", "takes ", "taking "]
        .iter()
        .filter_map(|verb| Some((lead.last_place_of(verb)?, *verb)))
        .max()?;
    let object = &lead[at..];
    let grows = ["value", "total", "worth", "funding"].iter().any(|noun| object.holds(noun))
        && !object.contains([';', '.'])
        && ![" would", " could", " may", " might", " can", " will", " if "]
            .iter()
            .any(|word| tail(&lead[..at], 14).holds(word))
        && !object.holds("ceiling");
    grows.then_some((from + at, verb))
}

/// `contracts totalling` of "contracts totalling nearly": what stands before the words that blur or bound a sum.
fn blurred(near: &str) -> &str {
    let words = ["more than", "over", "about", "nearly", "approximately", "some", "around", "almost"];
    words.iter().find_map(|word| near.strip_suffix(word)).unwrap_or(near).trim_end()
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

/// `lowering the price of the F-35A to`, `a unit cost of`: what one of them costs, and where the words stand that say so.
fn price_of_one(before: &str) -> Option<(usize, &'static str)> {
    let lead =
        [" about", " around", " some", " roughly"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    ["unit price of", "unit cost of", "flyaway cost of", "average price of", "average cost of"]
        .iter()
        .find(|words| lead.ends_with(**words))
        .map(|words| (lead.len() - words.len(), *words))
        .or_else(|| {
            let found = |words: &&'static str| Some((before.last_place_of(words)?, *words));
            let (at, words) = ["price of the ", "price of an ", "price of a "].iter().find_map(found)?;
            let mut thing = before[at + words.len()..].split(' ');
            let one =
                thing.next().is_some_and(|word| word.bytes().any(|byte| byte.is_ascii_digit()) && !word.ends_with('s'));
            let told = one && matches!(thing.next_back(), Some("to" | "at" | "by" | "below" | "under"));
            told.then_some((at, "price of"))
        })
}

/// `two contracts worth`: a number of deals right before the sum, and where their noun stands.
fn several_deals(before: &str) -> Option<(usize, &'static str)> {
    let near = tail(before, 60);
    let (at, noun) = ["contracts", "deals", "orders", "agreements", "proposals"]
        .iter()
        .filter_map(|noun| Some((near.last_place_of(noun)?, *noun)))
        .max()?;
    let several = near[..at].trim_end().rsplit(' ').take(4).any(|word| MORE_THAN_ONE.has(word))
        && ["worth", "valued", "totalling", "totaling", "costing"].iter().any(|word| near[at..].contains(word));
    several.then_some((before.len() - near.len() + at, noun))
}

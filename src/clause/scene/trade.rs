//! `ordered`, `the sale of`: the words of buying and selling of a sentence, without those that only look like trade: a command is no order, a trade
//! agreement no deal.

use super::command::commands;
use super::hits;
use crate::clause::worth::{head, tail};
use crate::grammar::quantity::quantity;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    CHOOSING, DEAL_WORDS, DealWord, MEDALS, NO_DEALS, NO_GIFTS, NO_REQUESTS, NO_SALE_AGREEMENTS, STATUTES,
    SUPPLY_CRAFT, SYSTEMS, WEAPON_NOUNS, WHOLE_WORLD,
};
use crate::lexicon::procurement::Hit;
use crate::lexicon::stages::LEAVE;
use crate::lexicon::trade::{
    ASKING, BECOMING, BEFORE_THINGS, BEFORE_WENT_TO, BUILDING_AS_VERB, CURBING, ENDING_STEMS, EXPORT_POLICIES,
    GOODS_END, GREEN_LIGHTS, GREENLIT_PURCHASES, LEAVE_GOT, LETTERS, LICENCES_REFUSED, MADE_BY, MONEY_SENT, NO_WARES,
    OFFERS_AS_NOUN, OFFICE_HEADS, ORDER_NOUNS, OWN_PURCHASES, PAID_WORK, PAPERS_SENT, PLACE_BEHIND, PUT_BEFORE, VERBAL,
    WASTING, WITH_A_CONTRACT, WITH_ARMS, WON_WITH_A_SUM, WORDS_OF_FORM,
};
use crate::model::Figure;
use crate::span::Span;

/// The words of buying and selling of a sentence that tell of a deal.
pub(super) fn words(text: &str, span: Span, figures: &[Figure<'_>]) -> Vec<Hit<DealWord>> {
    let mut deals = hits(&DEAL_WORDS, text, span);
    deals.retain(|hit| {
        !Word::new(text, span, figures, hit).is_no_deal()
            && !of_no_ware(text, span, hit, figures)
            && !commands(text, span, hit, figures)
            && !taken(figures, hit.start)
            && !is_of_another_kind(text, span, hit)
    });
    for hit in &mut deals {
        hit.what = noun_or_verb(text, span, hit, figures);
    }
    let nouns: Vec<usize> = deals.iter().filter(|hit| hit.what == DealWord::Deal).map(|hit| hit.start).collect();
    deals.retain_mut(|hit| {
        let contract = nouns.iter().any(|noun| *noun > hit.end && noun - hit.end < 70);
        let read = Word::new(text, span, figures, hit).reading(contract);
        hit.what = read.unwrap_or(hit.what);
        read.is_some()
    });
    deals
}

/// `handed` in "handed the firm a contract": a word of trade with what stands around it.
struct Word<'t, 'f> {
    text: &'t str,
    span: Span,
    figures: &'f [Figure<'f>],
    hit: Hit<DealWord>,
    what: DealWord,
    word: &'t str,
    /// The sentence before it.
    before: &'t str,
    /// The sentence behind it.
    after: &'t str,
    /// The sentence behind it, as a place.
    rest: Span,
}

impl<'t, 'f> Word<'t, 'f> {
    fn new(text: &'t str, span: Span, figures: &'f [Figure<'f>], hit: &Hit<DealWord>) -> Self {
        let rest = Span::new(hit.end, span.end);
        Self {
            text,
            span,
            figures,
            hit: *hit,
            what: hit.what,
            word: &text[hit.start..hit.end],
            before: &text[span.start..hit.start],
            after: rest.of(text),
            rest,
        }
    }

    /// `has withheld an export licence`: whether the words around it say that nothing is bought or sold.
    fn is_no_deal(&self) -> bool {
        // "the Import-Export Bank"
        self.word.starts_with(char::is_uppercase) && self.text[..self.hit.start].ends_with('-')
            // "has withheld an export licence"
            || self.what == DealWord::Sell
                && self.text[self.hit.start..].starts_with("export lic")
                && LICENCES_REFUSED.are_in(tail(self.before, 24))
            // "its effort to send back 12 jets"
            || self.what == DealWord::Sell && self.text[self.hit.end..].starts_with(" back ") && self.word.starts_with("sen")
            || self.is_put_before_a_body()
            || self.is_not_chosen()
            || self.names_a_contract()
            || self.is_not_got()
            // "two Norhaven-built jets": who made them, and no deal.
            || self.text[..self.hit.start].ends_with('-') && MADE_BY.has(self.word)
            // "three supply ships"
            || self.word == "supply" && SUPPLY_CRAFT.begin(&self.text[self.hit.end..])
            // "the arms procurement agency"
            || self.what == DealWord::Purchase && heads_an_office(self.after)
            || self.enters_service()
            || self.is_banned()
            || self.is_curbed()
            // "under the Foreign Military Sales program"
            || self.word.starts_with("program") && self.before.ends_with("Military Sales ")
    }

    /// `sent the purchase to parliament`, `sent for approval`: what is sent is a paper.
    fn is_put_before_a_body(&self) -> bool {
        self.what == DealWord::Sell && matches!(self.word, "send" | "sends" | "sent" | "sending") && {
            let near = head(self.after, 60).split([',', ';']).next().unwrap_or("");
            let at = PUT_BEFORE.first_in(near);
            // "sent howitzers to Norhaven without asking for approval": what is sent must be a paper.
            at.is_some_and(|at| at == 0 || !near[..at].holds(" to ") && PAPERS_SENT.are_in(&near[..at]))
        }
    }

    /// `received four orders`, `got a contract`, `obtained an order`, `obtained a contract to build ships`: who buys may obtain a contract too.
    fn gets_work(&self) -> bool {
        let near = head(self.after, 80);
        let bought = || [" to buy ", " to purchase ", " to acquire "].iter().any(|verb| near.holds(verb));
        match self.what {
            DealWord::Receive if self.word.starts_with("receiv") => true,
            DealWord::Receive => ["get", "got"].iter().any(|verb| self.word.starts_with(verb)) && !bought(),
            DealWord::Buy => {
                self.word.starts_with("obtain") && (near.holds(" order") || PAID_WORK.are_in(near)) && !bought()
            }
            _ => false,
        }
    }

    /// `selected 12 howitzers over the guns offered by Norhaven`
    fn is_not_chosen(&self) -> bool {
        let near = tail(self.before, 48);
        matches!(self.word, "offered" | "proposed" | "built")
            && near.last_place_of(" over the ").is_some_and(|at| !near[at..].contains([',', ';']))
            && self.before.split(' ').any(|word| CHOOSING.begin(word))
    }

    /// `terminated a $6 million supply contract with Norhaven`: what the contract is called.
    fn names_a_contract(&self) -> bool {
        self.word == "supply"
            && [" contract", " deal", " agreement"].iter().any(|noun| self.text[self.hit.end..].starts_with(noun))
            && ["terminat", "cancel", "scrap", "tore up", "torn up"]
                .iter()
                .any(|verb| tail(self.before, 60).holds(verb))
    }

    /// `a budget that is enough to buy 12 jets`, `its inability to obtain the engines`
    fn is_not_got(&self) -> bool {
        // "continues to build up its arsenal"
        self.word.starts_with("build") && self.text[self.hit.end..].starts_with(" up")
            || self.before.ends_with(" enough to ")
            || matches!(self.what, DealWord::Buy | DealWord::Receive | DealWord::Purchase)
                && [" inability to ", " unable to "].iter().any(|words| self.before.ends_with(words))
    }

    /// `the navy commissions its first frigate`; who commissions work names whom, and what for.
    fn enters_service(&self) -> bool {
        self.word.holds("ommission")
            && matches!(self.what, DealWord::Buy | DealWord::Award | DealWord::Win)
            && ![" from ", " to ", " built by "].iter().any(|link| head(self.after, 70).holds(link))
            && !(self.what == DealWord::Win && self.after.starts_with(" by "))
    }

    /// ` $9 million in advance`, ` the funds to Velmark`: whether money stands right behind the verb.
    fn sends_money(&self) -> bool {
        MONEY_SENT.begin(&self.text[self.hit.end..])
            || self.figures.iter().any(|figure| figure.start >= self.hit.end && figure.start - self.hit.end <= 9)
    }

    /// ` $9 million for six radars`, ` $9 million from the army to build them`: a sum, and what it is paid for.
    fn is_paid_for_work(&self) -> bool {
        let sum = self.figures.iter().find(|figure| figure.start >= self.hit.end && figure.start - self.hit.end <= 9);
        sum.is_some_and(|figure| {
            let phrase = head(&self.text[figure.end..], 90).split([',', ';', '.']).next().unwrap_or("");
            let goods = phrase.place_of(" for ").is_some_and(|at| begins_a_thing(&phrase[at + " for".len()..]));
            (goods || PAID_WORK.are_in(phrase))
                && [" for ", " from ", " to "].iter().any(|link| phrase.starts_with(link))
        })
    }

    /// `bans its agencies from buying the radios`
    fn is_banned(&self) -> bool {
        matches!(self.what, DealWord::Buy | DealWord::Purchase)
            && self.before.ends_with(" from ")
            && [" ban", " bar", " prohibit", " prevent", " stop"].iter().any(|verb| self.before.contains(verb))
    }

    /// `to curb arms sales to Ardenia`: what somebody should sell less of.
    fn is_curbed(&self) -> bool {
        let lead = self.before.trim_end();
        let lead = [" arms", " weapons", " military", " future", " further"]
            .iter()
            .find_map(|word| lead.strip_suffix(word))
            .unwrap_or(lead);
        self.what == DealWord::Sale && CURBING.end(lead)
    }

    /// What the word does where it stands, with or without the noun of a contract behind it; none where it tells of no deal.
    fn reading(&self, contract: bool) -> Option<DealWord> {
        let keep = |told: bool| told.then_some(self.what);
        // "has become the first customer for the missile" buys, "its biggest customer for tanks is Norhaven" only tells who does.
        if self.word.starts_with("customer") {
            return keep(BECOMING.are_in(tail(self.before, 48)));
        }
        // "transferred $9 million in advance", "transferring the funds to Velmark": what is sent is money.
        if self.what == DealWord::Sell && self.word.starts_with("transferr") && self.sends_money() {
            return Some(DealWord::Paid);
        }
        // "received $9 million for six radars", "won $9 million to build them": it is paid for work.
        let gets = matches!(self.word, "received" | "receives")
            || self.what == DealWord::Win && (self.word.starts_with('w') || self.word.starts_with("secur"));
        if gets && self.is_paid_for_work() {
            return Some(DealWord::Win);
        }
        // "received four additional orders for trucks": it gets work, and no goods.
        if self.gets_work() && receives_an_order(self.after) {
            return Some(DealWord::Win);
        }
        if GIVING.contains(&self.word) {
            return self.giving(contract);
        }
        if let Some(told) = asks_or_lets(self.text, self.span, &self.hit) {
            return keep(told);
        }
        if self.signs_for_goods() && !contract || self.places_an_order() {
            return Some(DealWord::Buy);
        }
        // "closed a $2 billion contract" signs it, "closed the base" does not.
        if self.what == DealWord::Sign && self.word.starts_with("clos") {
            let near = head(self.after, 50);
            return keep([" contract", " deal", " agreement", " order "].iter().any(|noun| near.holds(noun)));
        }
        // "The deal was forged between the two": no "forged papers".
        if self.word == "forged" {
            return keep(
                DEAL_NOUNS.iter().any(|noun| tail(self.before, 30).holds(noun) || head(self.after, 30).holds(noun)),
            );
        }
        // "interested in 12 jets", "the offer of 12 jets": arms must stand by the word.
        if self.word.ends_with("interested in") || self.word.starts_with("offer") && self.word.ends_with(" of") {
            return keep(begins_a_gift(self.text, self.rest));
        }
        if self.word.starts_with("owe") {
            return keep(self.owes_arms());
        }
        if self.what == DealWord::Paid
            && (self.word.ends_with("aside") || self.word.starts_with("allocat") || self.word == "budgeted")
        {
            return keep(pays_for_arms(self.text, self.span, &self.hit));
        }
        self.common(contract)
    }

    /// `gave the firm a contract` awards, `gave Norhaven six guns` is a gift, `has given up on it` neither.
    fn giving(&self, contract: bool) -> Option<DealWord> {
        if self.after.starts_with(" up ") {
            return None;
        }
        // "gave the green light on Wednesday to the purchase"
        let near = head(self.after, 64);
        if GREEN_LIGHTS.begin(self.after)
            && (GREENLIT_PURCHASES.are_in(near)
                // "for Norhaven to buy 12 jets", "for the purchase by Norhaven": another buys.
                || OWN_PURCHASES.first_in(near).is_some_and(|at| {
                    !near[..at].contains(char::is_uppercase) && !head(&self.after[at..], 90).holds(" by ")
                }))
        {
            return Some(DealWord::Approve);
        }
        if contract {
            return Some(self.what);
        }
        begins_a_gift(self.text, self.rest).then_some(DealWord::Sell)
    }

    /// `have signed for four helicopters`
    fn signs_for_goods(&self) -> bool {
        self.what == DealWord::Sign
            && matches!(self.word, "signed" | "signs" | "sign")
            && self
                .after
                .strip_prefix(" for")
                .is_some_and(|rest| begins_a_thing(rest) && !rest.starts_with(" a ") || rest.starts_with(" a further "))
    }

    /// `placed a follow-on order with Velmark`
    fn places_an_order(&self) -> bool {
        let mut lead = self.before.trim_end().rsplit(' ').skip(1).take(4);
        self.what == DealWord::Deal
            && self.word.starts_with("order")
            && lead.any(|verb| matches!(verb, "placed" | "places" | "placing" | "place"))
            && !self.before.ends_with("the ")
    }

    /// `40 boats it owed Norhaven`, `owes Velmark for the eight ships`
    fn owes_arms(&self) -> bool {
        let near = tail(self.before, 48);
        let debt = self
            .after
            .place_of(" for the ")
            .filter(|at| *at <= 30)
            .is_some_and(|at| begins_arms(self.text, Span::new(self.hit.end + at + 8, self.span.end)));
        debt || !hits(&WEAPON_NOUNS, self.text, Span::new(self.hit.start - near.len(), self.hit.start)).is_empty()
            || begins_arms(self.text, self.rest)
    }

    /// `landed an order`, `halted arms exports to Norhaven`: common words that tell of a deal only beside certain others.
    fn common(&self, contract: bool) -> Option<DealWord> {
        let (text, after, rest) = (self.text, self.after, self.rest);
        let told = match self.word {
            // "has been given 12 helicopters by Norhaven"
            "been given" | "was given" | "were given" if !contract => {
                return begins_arms(text, rest).then_some(DealWord::Receive);
            }
            "exports to" => self.is_an_export_policy(),
            // "approved the upgrade of five aircraft"
            "upgrade of" | "modernisation of" | "modernization of" | "overhaul of" | "refurbishment of" => {
                begins_arms(text, rest)
                    && phrase_counts(after)
                    && ["the ", "The ", "an ", "for "].iter().any(|lead| self.before.ends_with(lead))
            }
            "accepted" | "imported" => self.takes_arms(),
            // "wants to replace its tanks with 210 tracked vehicles"
            "replace" => puts_new_arms_in_place(text, rest),
            "received a" if !contract && LETTERS.are_in(head(after, 30)) => false,
            "received a" if !contract && !begins_a_sum(self.figures, self.hit.end) => return Some(DealWord::Receive),
            "offer" => self.is_verb_of_offering(),
            "offers" => !OFFERS_AS_NOUN.has(self.last()),
            // "is building six frigates", "a government building"
            "building" => BUILDING_AS_VERB.has(self.last()),
            // "to ship guns", "a ship"
            "ship" => [" to ", " will ", " would "].iter().any(|word| self.before.ends_with(word)),
            // "was booked": the order is.
            "booked" if self.before.ends_with("was ") => true,
            // "are competing for an order", "compete for a seat"
            "competing for" | "compete for" | "competes for" | "vying for" | "in the running for" => contract,
            // "will share a 2 billion kroner order", "lost a $9 million contract"
            "share" | "shares" | "lost" | "loses" | "losing" => contract && begins_a_thing(after),
            // "under an accord with Velmark", and not "under the accord"
            "accord" | "accords" => [" with ", " signed"].iter().any(|next| after.starts_with(next)),
            // "released 1.3 billion euros to order 18 tanks"
            "released" | "releases" => begins_a_sum(self.figures, self.hit.end),
            "handed" | "hands" if !contract => {
                return (begins_a_thing(after) && begins_a_gift(text, rest)).then_some(DealWord::Sell);
            }
            // "exercised an option for 40 more"
            "exercise" | "exercises" | "exercised" | "exercising" => head(after, 60).holds("option"),
            // "Velmark gets $9 million for three ships"
            "get" | "gets" | "getting" | "got" if begins_a_sum(self.figures, self.hit.end) => {
                return Some(DealWord::Win);
            }
            "get" | "gets" | "getting" | "got" => self.gets_arms(),
            // "are discussing six radars", "discussing the weather"
            "discussing" => begins_arms(text, rest),
            // "wasting $500 million on old jets", "wasted years"
            word if WASTING.has(word) => begins_a_sum(self.figures, self.hit.end),
            // "secure a contract", "would help secure its oil fields"
            "secure" | "securing" => contract || begins_a_sum(self.figures, self.hit.end) || begins_arms(text, rest),
            // "landed an order", "landed on a drone ship"
            word if WON_WITH_A_SUM.has(word) => contract || begins_a_sum(self.figures, self.hit.end),
            word if WITH_A_CONTRACT.has(word) => contract,
            // "was offered 12 jets", "was offered a job"
            word if WITH_ARMS.has(word) => begins_a_gift(text, rest),
            _ => true,
        };
        told.then_some(self.what)
    }

    /// `commercial` in "a commercial offer": the word before it.
    fn last(&self) -> &'t str {
        self.before.trim_end().last_word()
    }

    /// `halted arms exports to Norhaven`: a policy that stops or lets go; what exports rose to is none.
    fn is_an_export_policy(&self) -> bool {
        let near = tail(self.before, 60).to_ascii_lowercase();
        [" arms", " weapons", " military"].iter().any(|noun| near.trim_end().ends_with(noun))
            && EXPORT_POLICIES.are_in(&near)
    }

    /// `accepted 34 of the tanks`, `imported 25 guns`; "accepted six offers of talks on missiles" took none.
    fn takes_arms(&self) -> bool {
        // "accepted the first of six radars"
        let first = [" the first of", " the last of", " the first two of", " the first three of", " the final"]
            .iter()
            .find(|words| self.after.starts_with(**words))
            .map_or(0, |words| words.len());
        let object = head(&self.after[first..], 60);
        let end = GOODS_END.first_in(object).unwrap_or(object.len());
        let start = self.hit.end + first;
        begins_arms(self.text, Span::new(start, start + end)) && !self.after.holds(", complet")
    }

    /// `would offer`, `will jointly offer`, and not "a commercial offer"
    fn is_verb_of_offering(&self) -> bool {
        let before = self.before.trim_end();
        let last = self.last();
        let adverb = last.len() > 4 && last.ends_with("ly");
        let verb = if adverb { before[..before.len() - last.len()].trim_end() } else { before };
        VERBAL.has(verb.last_word())
    }

    /// `will get 12 jets`, `will get Turkish Bayraktar drones`
    fn gets_arms(&self) -> bool {
        begins_a_thing(self.after)
            || WEAPON_NOUNS.longest_at(self.after.trim_start()).is_some()
            || self.after.starts_with(' ')
                && self.after[1..].starts_with(char::is_uppercase)
                && !hits(&SYSTEMS, self.text, Span::new(self.hit.end, self.hit.end + head(self.after, 32).len()))
                    .is_empty()
    }
}

/// `gave Norhaven six guns`: words of giving, which award where a contract is given.
pub(in crate::clause) const GIVING: [&str; 5] = ["gave", "gives", "give", "giving", "given"];

/// `asked for 12 jets`, `backed the sale`, `the contract went to Velmark`: common words that speak of a deal only beside certain others. None
/// for a word that always does.
fn asks_or_lets(text: &str, span: Span, hit: &Hit<DealWord>) -> Option<bool> {
    let word = Span::new(hit.start, hit.end).of(text);
    let before = Span::new(span.start, hit.start).of(text);
    let after = &text[hit.end..span.end];
    let near = |most: usize| head(after, most);
    Some(match hit.what {
        // "Israel received permission to sell": what is allowed is told by the verb behind.
        DealWord::Receive | DealWord::Win | DealWord::Buy | DealWord::Request
            if allowance(near(48)).is_some_and(|at| !near(48)[..at].contains([',', ';', '.'])) =>
        {
            false
        }
        // "asked Norhaven for 40 tanks", "asked for 12 jets"; "asked him to leave".
        DealWord::Request if ASKING.has(word) => {
            let phrase = near(90);
            phrase.place_of(" for ").is_some_and(|at| {
                let whom = phrase[..at].trim();
                let whom = whom.strip_prefix("to ").unwrap_or(whom).trim_start_matches("the ");
                let named = whom.is_empty() || whom.chars().next().is_some_and(char::is_uppercase);
                named && whom.split(' ').count() <= 4 && begins_a_thing(&phrase[at + 4..])
            }) && !before.ends_with(" was ")
                && !before.ends_with(" were ")
        }
        // "is arming the militia with drones", "will equip its navy with boats"
        DealWord::Sell if word.starts_with("equip") || word.starts_with("arm") || word.starts_with("outfit") => {
            near(90).split_once(" with ").is_some_and(|(whom, what)| {
                let whose = Span::new(hit.end, hit.end + whom.len());
                !whom.contains([',', ';', '.'])
                    && whom.split(' ').count() <= 7
                    && hits(&WEAPON_NOUNS, text, whose).is_empty()
                    && {
                        let from = hit.end + whom.len() + 6;
                        begins_a_gift(text, Span::new(from, from + what.len()))
                    }
            }) && !before.ends_with("s to ")
        }
        // "won approval from Norhaven to sell"
        DealWord::Approve if word == "approval" => {
            let verb = before.trim_end().last_word();
            !LEAVE_GOT.has(verb)
        }
        // "cancels the Kestrel helicopter programme"
        DealWord::Purchase if word.starts_with("program") => ends_a_programme(text, Span::new(span.start, hit.start)),
        DealWord::Approve if word.starts_with("back") => {
            !before.ends_with('-')
                && [" sale", " purchase", " deal", " acquisition", " delivery"].iter().any(|noun| near(40).holds(noun))
        }
        // "The contract for 12 radars went to Velmark"
        DealWord::Award if word.ends_with(" to") => {
            let noun = ["contract", "order", "deal", "work"].iter().filter_map(|noun| before.last_place_of(noun)).max();
            noun.is_some_and(|at| {
                let between = before[at..].split_once(' ').map_or("", |(_, rest)| rest);
                between.len() <= 110 && (between.trim().is_empty() || BEFORE_WENT_TO.begin(between))
            }) && !after.starts_with(" the polls")
        }
        DealWord::Sell if word == "hand" => {
            [" to ", " will ", " would "].iter().any(|verb| before.ends_with(verb))
                && begins_a_gift(text, Span::new(hit.end, span.end))
        }
        DealWord::Sell if word.starts_with("gift") => {
            begins_a_gift(text, Span::new(hit.end, span.end))
                && !["the ", "of ", "and ", "other "].iter().any(|lead| before.ends_with(lead))
        }
        // "earmarked 9 million euros for 12 guns"; "for barracks near the missile range".
        DealWord::Paid if word.starts_with("earmark") => pays_for_arms(text, span, hit),
        _ => return None,
    })
}

/// `set aside 4 billion euros for up to 27 jets`: money for arms, and for nothing that only stands near them.
fn pays_for_arms(text: &str, span: Span, hit: &Hit<DealWord>) -> bool {
    let near = head(&text[hit.end..span.end], 80);
    near.place_of(" for ").is_some_and(|at| {
        let object = &near[at + 5..];
        let end = PLACE_BEHIND.first_in(object);
        let start = hit.end + at + 5;
        begins_a_gift(text, Span::new(start, start + end.unwrap_or(object.len())))
    })
}

/// `cancels the Kestrel helicopter ` before "programme": a verb of ending, and arms as its object.
fn ends_a_programme(text: &str, before: Span) -> bool {
    let near = tail(before.of(text), 80);
    let Some(at) = ENDING_STEMS.last_in(near) else { return false };
    let object = Span::new(before.end - (near.len() - at), before.end);
    !object.of(text).contains([',', ';'])
        && object.of(text).split(' ').count() <= 9
        && (!hits(&WEAPON_NOUNS, text, object).is_empty() || !hits(&SYSTEMS, text, object).is_empty())
}

/// ` four additional orders for`, ` a $243.7 million production order`: an order or a contract that somebody gets, with at most six words before it.
pub(in crate::clause) fn receives_an_order(after: &str) -> bool {
    let near = head(after, 80);
    let mut words = near.split(' ').filter(|word| !word.is_empty()).take(7);
    words
        .find(|word| ORDER_NOUNS.has(word) || WORDS_OF_FORM.has(word) || word.ends_with([',', ';']))
        // "received orders to deploy": a command.
        .is_some_and(|word| (word.starts_with("order") || word.contains("contract")) && !near.holds("orders to "))
}

/// What is signed or forged.
const DEAL_NOUNS: [&str; 3] = ["deal", "contract", "agreement"];

/// ` agency`, ` chief` behind a noun of buying: who buys, not what is bought.
fn heads_an_office(after: &str) -> bool {
    let next = after.strip_prefix(' ').unwrap_or("").split([' ', ',', '.']).next().unwrap_or("");
    OFFICE_HEADS.has(next)
}

/// ` five aircraft`: whether a number follows at once.
fn phrase_counts(after: &str) -> bool {
    after.split(' ').nth(1).is_some_and(|word| crate::clause::ware::count(word).is_some())
}

/// ` its old tanks with 210 tracked vehicles`: whether a number of arms is to come in the place of others.
fn puts_new_arms_in_place(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 90);
    phrase.place_of(" with ").is_some_and(|at| {
        !phrase[..at].contains([',', ';', '.'])
            && begins_arms(text, Span::new(rest.start + at + 5, rest.end))
            && phrase[at + 6..].split(' ').take(3).any(|word| crate::clause::ware::count(word).is_some())
    })
}

/// ` Norhaven six guns`, ` all its tanks`: whether arms, or somebody who gets them, follow a verb of giving.
fn begins_a_gift(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 60);
    let phrase = phrase.split([',', ';', '.', '“', '"']).next().unwrap_or("");
    !NO_GIFTS.are_in(phrase)
        && (!hits(&WEAPON_NOUNS, text, Span::new(rest.start, rest.start + phrase.len())).is_empty()
            || phrase.bytes().any(|byte| byte.is_ascii_digit()))
}

/// `signs a decree`, `awards the Order of Merit`, `requested access to the range`, `a transfer of $9 million`: words of trade whose object is
/// no ware.
fn of_no_ware(text: &str, span: Span, hit: &Hit<DealWord>, figures: &[Figure<'_>]) -> bool {
    let near = head(&text[hit.end..span.end], 40);
    let phrase = || near.split([',', ';', '.', '(']).next().unwrap_or("");
    match hit.what {
        DealWord::Sign => STATUTES.are_in(phrase()) && !phrase().holds("deal") && !phrase().holds("contract"),
        DealWord::Award => {
            let object = phrase().split(" for ").next().unwrap_or("");
            MEDALS.are_in(object) && !object.holds("contract") && !begins_a_sum(figures, hit.end)
        }
        // "the budget request for 2019"
        DealWord::Request => {
            NO_REQUESTS.begin(near)
                || ["budget", "spending", "funding"].contains(&text[span.start..hit.start].trim_end().last_word())
        }
        // "secured a $2 billion credit line": money, and no work.
        DealWord::Win => [" credit line", "line of credit", " loan", " financing"].iter().any(|noun| {
            head(&text[hit.end..span.end], 60).split([',', ';']).next().is_some_and(|phrase| phrase.holds(noun))
        }),
        DealWord::Sale => {
            let word = Span::new(hit.start, hit.end).of(text);
            let before = Span::new(span.start, hit.start).of(text).trim_end();
            // "the global transfer of weapons"
            WHOLE_WORLD.has(before.last_word())
                || word.ends_with(" of")
                    && figures.iter().any(|figure| figure.start == hit.end + 1)
                    && word.holds("transfer")
        }
        DealWord::Deal if Span::new(hit.start, hit.end).of(text).ends_with("agreement") => {
            NO_SALE_AGREEMENTS.begin(near)
        }
        _ => false,
    }
}

/// Whether a word stands in a figure: "12 trillion won" has no winner.
pub(super) fn taken(figures: &[Figure<'_>], at: usize) -> bool {
    figures.iter().any(|figure| figure.start <= at && at < figure.end)
}

/// `an order` and `to order`, `the purchase` and `will purchase`: the word before tells the noun from the verb.
fn noun_or_verb(text: &str, span: Span, hit: &Hit<DealWord>, figures: &[Figure<'_>]) -> DealWord {
    let word = Span::new(hit.start, hit.end).of(text);
    let noun = match word {
        "order" | "award" => DealWord::Deal,
        "purchase" | "buy" | "lease" => DealWord::Purchase,
        "request" | "requests" => DealWord::Request,
        // "Norhaven contracts with Velmark for four batteries"
        "contracts"
            if text[hit.end..span.end].starts_with(" with ")
                && text[span.start..hit.start]
                    .trim_end()
                    .rsplit(' ')
                    .next()
                    .is_some_and(|last| last.starts_with(char::is_uppercase)) =>
        {
            return DealWord::Buy;
        }
        // "Norhaven orders 12 jets" buys, "orders for jets" are bought.
        "orders"
            if begins_arms(text, Span::new(hit.end, span.end))
                || WEAPON_NOUNS.longest_at(text[hit.end..span.end].trim_start()).is_some()
                    && Span::new(span.start, hit.start)
                        .of(text)
                        .trim_end()
                        .rsplit(' ')
                        .next()
                        .is_some_and(|last| last.starts_with(char::is_uppercase)) =>
        {
            return DealWord::Buy;
        }
        _ => return hit.what,
    };
    let before = Span::new(span.start, hit.start).of(text).trim_end();
    // "will jointly buy"
    let before = before
        .rsplit_once(' ')
        .filter(|(_, adverb)| adverb.len() > 4 && adverb.ends_with("ly"))
        .map_or(before, |(lead, _)| lead);
    let last = before.rsplit([' ', '“', '(']).next().unwrap_or("");
    let verbal = VERBAL.has(last);
    let counted = figures.iter().any(|figure| figure.end <= hit.start && hit.start - figure.end <= 2);
    // "Norhaven and Ardenia order 12 jets" buy; "a Kestrel order" is a noun: the verb of one name ends in "s".
    let named = last.chars().next().is_some_and(char::is_uppercase)
        && (last.ends_with('s') || before.holds(" and "))
        && before.len() > last.len()
        && !matches!(last, "The" | "An" | "A");
    if verbal || named && !counted && word != "award" { hit.what } else { noun }
}

/// Whether the word before a noun says that it is no deal of goods: "a trade agreement".
fn is_of_another_kind(text: &str, span: Span, hit: &Hit<DealWord>) -> bool {
    let word = Span::new(hit.start, hit.end).of(text);
    let before = Span::new(span.start, hit.start).of(text).trim_end();
    hit.what == DealWord::Deal
        && (word.starts_with("deal") || word.starts_with("agreement") || word.starts_with("accord"))
        && NO_DEALS.get(before.rsplit([' ', '“']).next().unwrap_or("")).is_some()
}

/// ` 12 jets`, ` its first tanks`: whether a thing or a number of things follows a verb.
fn begins_a_thing(after: &str) -> bool {
    let next = after.strip_prefix(' ').unwrap_or("").split([' ', ',']).next().unwrap_or("");
    let designation =
        next.starts_with(|c: char| c.is_ascii_uppercase()) && next.bytes().any(|byte| byte.is_ascii_digit());
    designation
        || BEFORE_THINGS.has(next)
        || !next.is_empty()
            && (next != "one" || after.starts_with(" one of the "))
            && quantity(next).is_ok_and(|(rest, _)| rest.is_empty())
}

/// Whether a sum stands within a few words behind a place.
fn begins_a_sum(figures: &[Figure<'_>], at: usize) -> bool {
    figures.iter().any(|figure| figure.start >= at && figure.start - at <= 16)
}

/// ` permission from Norhaven to sell`: where the noun of being allowed ends, if what is allowed follows.
pub(in crate::clause) fn allowance(after: &str) -> Option<usize> {
    LEAVE
        .first_end_in(after)
        .filter(|end| [" to ", " from ", " by "].iter().any(|link| after[*end..].starts_with(link)))
}

/// ` 12 Kestrel helicopters`, ` more tanks`: whether a number of arms follows a verb at once.
pub(in crate::clause) fn begins_arms(text: &str, rest: Span) -> bool {
    let phrase = head(rest.of(text), 60);
    let phrase = phrase.split([',', ';']).next().unwrap_or("");
    begins_a_thing(phrase)
        && !NO_WARES.are_in(phrase)
        && !hits(&WEAPON_NOUNS, text, Span::new(rest.start, rest.start + phrase.len())).is_empty()
}

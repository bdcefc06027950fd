//! Mentions become contracts: those that do not contradict each other are one.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::mention::Mention;
use crate::clause::deal::{Part, Player};
use crate::clause::floor;
use crate::clause::stage::rank;
use crate::clause::statement::{Person, officer};
use crate::clause::ware::{Ware, count};
use crate::clause::worth::head;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{COMPANY_NOUNS, OFFICES, StatusWord};
use crate::lexicon::own::Lexicon;
use crate::mention::party::Name;
use crate::model::{
    Code, Contract, CountryBasis, CountryCode, DateRole, Diagnostic, Disposition, Evidence, EvidenceFor, Figure, Item,
    Kind, Party, PartyKind, Status, TextSpan, Value, ValueRole,
};
use crate::span::Span;

/// The names of the rules that a contract of this style can have.
pub const RULES: &[&str] = &["news.deal", "news.prospect", "news.delivery", "news.trouble", super::call_off::RULE];

/// A contract as it is being put together.
pub(super) struct Draft<'t> {
    start: usize,
    end: usize,
    mentions: Vec<Mention<'t>>,
    inherited: Vec<Player>,
    preferred: bool,
    /// The first sentence about it that is one too many.
    cut: Option<Span>,
}

/// Adds a mention to the record that it belongs to, or begins one.
pub(super) fn place<'t>(drafts: &mut Vec<Draft<'t>>, open: &mut Option<usize>, mut mention: Mention<'t>) {
    // "Norhaven has signed a deal with Velmark." tells of a deal of arms only where the next sentence goes on with it.
    if let Some(at) = *open
        && drafts.get(at).is_some_and(Draft::only_promises)
        && !(mention.refers && mention.wares.iter().any(|ware| ware.arm))
    {
        drafts.truncate(at);
        *open = None;
    }
    // "it received contracts": the firm or state of the sentence before.
    let nobody = mention.suppliers.is_empty() && mention.customers.is_empty();
    if let Some(draft) = open.and_then(|at| drafts.get(at)).filter(|_| mention.pronoun) {
        let another = draft.sums_to_another(&mention);
        match mention.acts {
            // "In May it won a further order": the firm is the same, the buyer need not be.
            Some(Part::Supplier) if another && mention.suppliers.is_empty() && !mention.wares.is_empty() => {
                mention.suppliers = once(draft.suppliers());
            }
            Some(Part::Customer) if (another || !mention.suppliers.is_empty()) && mention.customers.is_empty() => {
                mention.customers = once(draft.customers());
            }
            // "It also wants to buy 40 F-35s": the buyer is the same, the seller need not be.
            Some(Part::Customer)
                if nobody && mention.also && mention.wares.iter().any(|ware| ware.arm && !ware.known) =>
            {
                mention.customers = once(draft.customers());
            }
            _ if nobody => {
                mention.suppliers = once(draft.suppliers());
                mention.customers = once(draft.customers());
            }
            _ => {}
        }
    }
    // "has asked Tarn for 30 trucks. Tarn had already donated 16": who asks had them.
    if let Some(draft) = open.and_then(|at| drafts.get(at)).filter(|draft| draft.comes_after(&mention)) {
        let (ours, theirs) = (once(draft.customers()), once(draft.suppliers()));
        if mention.customers.is_empty() && mention.acts == Some(Part::Supplier) && !ours.is_empty() {
            mention.customers = ours;
            mention.core = true;
        } else if mention.suppliers.is_empty() && mention.acts != Some(Part::Supplier) {
            mention.suppliers = theirs;
        }
    }
    if let Some(name) = mention.subject.take() {
        mention.stand_in(name);
    }
    if let Some(draft) = open.and_then(|at| drafts.get(at)).filter(|_| mention.counts_alone()) {
        // "Eight were contracted in 2009": the same parties, another number of the same things.
        if draft.counts_otherwise(&mention) {
            mention.suppliers = once(draft.suppliers());
            mention.customers = once(draft.customers());
        }
    }
    if let Some(draft) = open.and_then(|at| drafts.get_mut(at)) {
        let useful = mention.deal
            || !mention.values.is_empty()
            || !mention.statuses.is_empty()
            || mention.speaker.is_some()
            || !mention.dates.is_empty()
            // "Norhaven signed a contract with Velmark. It covers six radars."
            || draft.only_promises() && !mention.wares.is_empty()
            // "The customer is Norhaven."
            || mention.suppliers.iter().chain(&mention.customers).any(|player| player.evidence == Some(player.name.span));
        if draft.mentions.len() >= MOST_MENTIONS {
            draft.cut.get_or_insert(mention.sentence);
            return;
        }
        if !draft.contradicts(&mention) {
            // "A year later the government cancelled it."
            let trouble = (mention.pronoun || mention.same_deal)
                && mention.statuses.iter().any(|(word, _)| {
                    matches!(
                        word,
                        StatusWord::Cancelled | StatusWord::Suspended | StatusWord::Delayed | StatusWord::Unfulfilled
                    )
                });
            let related = mention.refers
                || trouble
                || mention.prices
                // "The navy expects to take delivery in 2021"
                || mention.receives_what_is_known()
                // "Zagreb had agreed to pay $500 million": a side of the deal and a sum.
                || mention.wares.is_empty()
                    && !mention.values.is_empty()
                    && !mention.other
                    && draft.has_the_side_of(&mention)
                || !mention.suppliers.is_empty()
                || mention.deal && mention.dates.iter().any(|date| date.role == DateRole::Delivery)
                || mention.stands()
                || mention.deal
                    && (!mention.wares.is_empty() || !mention.suppliers.is_empty() || !mention.customers.is_empty())
                || mention.values.is_empty() && mention.speaker.is_some()
                || mention.deal && !mention.values.is_empty() && !mention.other;
            if useful && related && !(mention.other && mention.wares.is_empty() && !mention.refers) {
                draft.end = mention.sentence.end;
                draft.mentions.push(mention);
            }
            return;
        }
    }
    // "weapons sales" at large are policy, not a deal, unless the text has spoken of the deals of these parties before.
    if mention.loose
        && !mention.policy
        && drafts.is_empty()
        && mention.wares.iter().all(|ware| ware.item.designation.is_none())
    {
        return;
    }
    if mention.stands() || mention.promises && open.is_none() {
        *open = Some(drafts.len());
        drafts.push(Draft {
            start: mention.sentence.start,
            end: mention.sentence.end,
            preferred: mention.statuses.iter().any(|(word, span)| {
                *word == StatusWord::Negotiating && span.end - span.start >= 16 && mention.preferred
            }),
            mentions: vec![mention],
            inherited: Vec::new(),
            cut: None,
        });
    }
}

/// Begins a record of what two sentences tell together: the first what is bought, the second by whom.
pub(super) fn begin<'t>(
    drafts: &mut Vec<Draft<'t>>,
    open: &mut Option<usize>,
    mut former: Mention<'t>,
    mention: Mention<'t>,
    text: &'t str,
) {
    // "Norhaven has ordered six of them": how many there are.
    if let [ware] = &mut former.wares[..]
        && let Some((digits, span)) = number_of_them(text, mention.sentence)
    {
        ware.item.quantity = Some(Cow::Owned(digits));
        ware.item.quantity_span = Some(TextSpan::new(span, text));
    }
    *open = Some(drafts.len());
    drafts.push(Draft {
        start: former.sentence.start,
        end: mention.sentence.end,
        preferred: false,
        mentions: vec![former, mention],
        inherited: Vec::new(),
        cut: None,
    });
}

/// `ordered six of them`, `bought twenty of the type`: the number before "of them" behind a verb of trade.
fn number_of_them(text: &str, sentence: Span) -> Option<(String, Span)> {
    let inner = sentence.of(text);
    let at = [" of them", " of the type", " of the aircraft"].iter().find_map(|words| inner.place_of(words))?;
    let from = inner[..at].rfind(' ').map_or(0, |from| from + 1);
    let verb = inner[..from].trim_end().last_word();
    let bought = ["order", "bought", "buy", "purchas", "acquir", "contract", "wants", "need", "request", "for"];
    let digits = count(&inner[from..at]).filter(|_| bought.iter().any(|stem| verb.starts_with(stem)))?;
    Some((digits, Span::new(sentence.start + from, sentence.start + at)))
}

/// `Nine of them were ordered`: the number that opens a sentence.
fn ordered_of_them(text: &str, sentence: Span) -> Option<(String, Span)> {
    let inner = sentence.of(text);
    let inner = inner.strip_prefix("A total of ").unwrap_or(inner);
    let (number, rest) = inner.split_once(' ')?;
    let rest =
        ["of them ", "of the type ", "of these "].iter().find_map(|words| rest.strip_prefix(words)).unwrap_or(rest);
    let ordered = [
        "were ordered",
        "had been ordered",
        "have been ordered",
        "were bought",
        "were purchased",
        "were contracted",
        "had been bought",
    ]
    .iter()
    .any(|verb| rest.starts_with(verb));
    let lower = number.to_ascii_lowercase();
    let digits = count(&lower).filter(|_| ordered)?;
    let start = sentence.end - inner.len();
    Some((digits, Span::new(start, start + number.len())))
}

/// So many sentences tell of one deal; what goes on with it after them is left out, and a diagnostic says so.
const MOST_MENTIONS: usize = 256;

/// The players of a side, each once: what one sentence takes over from those before it, the next would take over again, and so
/// twice as many with each.
fn once<'p>(players: impl Iterator<Item = &'p Player>) -> Vec<Player> {
    let mut found: Vec<Player> = Vec::new();
    for player in players {
        if !found.iter().any(|known| known.name.span == player.name.span) {
            found.push(player.clone());
        }
    }
    found
}

impl<'t> Draft<'t> {
    /// The states that buy.
    fn buyers(&self) -> Vec<CountryCode> {
        self.customers().filter_map(|player| player.name.country).collect()
    }

    /// Whether nothing tells yet what the deal is for.
    fn only_promises(&self) -> bool {
        self.mentions.iter().all(|mention| mention.promises) && !self.mentions.is_empty()
    }

    /// Where more was told of the deal than is read.
    pub(super) fn cut(&self) -> Option<Diagnostic<'t>> {
        let message = format!("at most {MOST_MENTIONS} sentences of one deal were expected, and here it goes on");
        self.cut.map(|span| Diagnostic::new(span.start, span.end, Code::TooLong, message))
    }

    /// Whether any of its sentences is somebody's statement.
    pub(super) fn has_a_speaker(&self) -> bool {
        self.mentions.iter().any(|mention| mention.speaker.is_some())
    }

    fn suppliers(&self) -> impl Iterator<Item = &Player> {
        self.mentions.iter().flat_map(|mention| &mention.suppliers)
    }

    fn customers(&self) -> impl Iterator<Item = &Player> {
        self.mentions.iter().flat_map(|mention| &mention.customers)
    }

    fn wares(&self) -> impl Iterator<Item = &Ware<'t>> {
        self.mentions.iter().flat_map(|mention| &mention.wares)
    }

    /// Whether a mention has a verb and a sum of its own beside the sum that is known: "In May it won an order worth €12 million".
    fn sums_to_another(&self, mention: &Mention<'t>) -> bool {
        let main = |mention: &Mention<'t>| {
            mention.values.iter().any(|(_, role)| matches!(role, ValueRole::Award | ValueRole::Estimated))
        };
        let own = !mention.dates.is_empty() || mention.wares.iter().any(|ware| !ware.known);
        mention.acts.is_some()
            && mention.core
            && !mention.refers
            && !mention.same_deal
            && !mention.other
            && own
            && main(mention)
            && self.mentions.iter().any(main)
    }

    /// Whether a mention names a state that buys in this deal.
    fn has_the_side_of(&self, mention: &Mention<'t>) -> bool {
        let buyers = self.buyers();
        mention.customers.iter().any(|player| player.name.country.is_some_and(|state| buyers.contains(&state)))
    }

    /// "Tarn had already donated 16 of the vehicles": what was done before a deal that is only wanted is another one.
    fn comes_after(&self, mention: &Mention<'t>) -> bool {
        let ahead = |word: &StatusWord| {
            matches!(word, StatusWord::Planned | StatusWord::Possible | StatusWord::Requested | StatusWord::Negotiating)
        };
        let mut words = self.mentions.iter().flat_map(|mention| &mention.statuses).peekable();
        words.peek().is_some() && words.all(|(word, _)| ahead(word)) && mention.before && self.counts_otherwise(mention)
    }

    /// Whether a mention has numbers of things, and none that is known.
    fn counts_otherwise(&self, mention: &Mention<'t>) -> bool {
        let counted = |ware: &Ware<'t>| ware.item.quantity.clone();
        let known: Vec<_> = self.wares().filter_map(counted).collect();
        let new: Vec<_> = mention.wares.iter().filter_map(counted).collect();
        !known.is_empty() && !new.is_empty() && !new.iter().any(|number| known.contains(number))
    }

    /// "The contract for radars has been signed with Velmark at a cost of $9 million. The contract for guns has been signed with Tolvik at a cost of
    /// $4 million": each has a firm, a thing and a sum of its own.
    fn is_told_whole(&self, mention: &Mention<'t>) -> bool {
        let whole = |mention: &Mention<'t>| {
            mention.core
                && mention.acts.is_some()
                && mention.worth.is_some()
                && mention.suppliers.iter().any(|player| player.name.kind == PartyKind::Company)
                && mention.wares.iter().any(|ware| !ware.known && !ware.weak)
        };
        let apart = |known: &Mention<'t>| {
            known.worth.zip(mention.worth).is_some_and(|((money, one), (other_money, other))| {
                let (less, more) = if one < other { (one, other) } else { (other, one) };
                // A sum that is rounded is the same.
                let near = less.checked_mul(Decimal::new(105, 2)).is_none_or(|near| near >= more);
                money == other_money && !near
            })
        };
        let shared = mention.wares.iter().any(|ware| {
            self.wares().any(|known| {
                known.item.text.ends_with(ware.item.text.as_ref()) || ware.item.text.ends_with(known.item.text.as_ref())
            })
        });
        whole(mention)
            && !mention.same_deal
            && !mention.lists
            && !shared
            && self.mentions.iter().any(whole)
            && self.mentions.iter().filter(|known| known.worth.is_some()).all(apart)
    }

    /// Whether a mention speaks of another deal: other parties of the same side, or another counted thing.
    fn contradicts(&self, mention: &Mention<'t>) -> bool {
        let clash = |known: &[&Player], new: &[Player]| {
            let states =
                |players: &[&Player]| players.iter().filter_map(|player| player.name.country).collect::<Vec<_>>();
            let (a, b) = (states(known), states(&new.iter().collect::<Vec<_>>()));
            !a.is_empty() && !b.is_empty() && !a.iter().any(|code| b.contains(code))
        };
        if clash(&self.suppliers().collect::<Vec<_>>(), &mention.suppliers)
            || clash(&self.customers().collect::<Vec<_>>(), &mention.customers)
        {
            return true;
        }
        if self.sums_to_another(mention) || self.comes_after(mention) {
            return true;
        }
        if self.is_told_whole(mention) {
            return true;
        }
        // Two sums of two days are two deals.
        let dated = |mention: &Mention<'t>| {
            mention
                .dates
                .iter()
                .find(|date| matches!(date.role, DateRole::Signed | DateRole::Awarded))
                .map(|date| date.date)
        };
        let known = self.mentions.iter().filter(|mention| !mention.values.is_empty()).find_map(dated);
        if !mention.refers
            && !mention.values.is_empty()
            && known.is_some()
            && dated(mention).is_some()
            && dated(mention) != known
        {
            return true;
        }
        let same_sentence = self.mentions.last().is_some_and(|last| last.sentence == mention.sentence);
        if same_sentence {
            return true;
        }
        // "That followed an order of May 2015 for 30 Kestrels": another number of things.
        let other_number = self.counts_otherwise(mention);
        let own = mention.stands() && mention.deal && !mention.refers_back();
        // "… while Tolvik gets $3 million for three ships": another firm, another number.
        let firms = |players: &mut dyn Iterator<Item = &Player>| {
            players
                .filter(|player| player.name.kind == PartyKind::Company)
                .map(|player| player.name.span)
                .collect::<Vec<_>>()
        };
        let (known, new) = (firms(&mut self.suppliers()), firms(&mut mention.suppliers.iter()));
        if other_number
            && own
            && !known.is_empty()
            && !new.is_empty()
            && new.iter().all(|firm| !known.contains(firm))
            && mention.acts == Some(Part::Supplier)
        {
            return true;
        }
        // "…, while Tolvik is to provide the radar for $3 million": another firm, another sum.
        let main = |mention: &Mention<'t>| {
            mention.values.iter().any(|(_, role)| matches!(role, ValueRole::Award | ValueRole::Estimated))
        };
        let counted = |ware: &Ware<'t>| ware.item.quantity.is_some();
        let told = !known.is_empty() && self.mentions.iter().any(main)
            || other_number
                && self.wares().any(counted)
                && self.mentions.iter().any(|mention| !mention.values.is_empty());
        if !new.is_empty()
            && new.iter().all(|firm| !known.contains(firm))
            && mention.acts == Some(Part::Supplier)
            && mention.after_while
            && main(mention)
            && told
        {
            return true;
        }
        // "It took delivery of 16 F-7s in 2013" behind "asked for 16 J-10s": a thing of another type, with a verb and a party of its own.
        let typed = |ware: &Ware<'t>| ware.item.designation.clone();
        let types: Vec<_> = self.wares().filter_map(typed).collect();
        let other_type = own
            && !mention.same_deal
            && (mention.acts.is_some() || mention.transfer)
            && (mention.customers.iter().chain(&mention.suppliers).next().is_some())
            && !types.is_empty()
            && mention.wares.iter().any(|ware| ware.arm)
            && mention.wares.iter().all(|ware| {
                typed(ware).is_some_and(|new| {
                    !types.iter().any(|known| known.contains(new.as_ref()) || new.contains(known.as_ref()))
                })
            });
        if other_type {
            return true;
        }
        // "wished to buy submarines. The navy has instead ordered three boats"
        if mention.instead && own && mention.wares.iter().any(|ware| !ware.known) {
            return true;
        }
        // "Ardenia will also supply the Norhaven army with a launcher": another thing.
        let other_thing = mention.also
            && own
            && !mention.same_deal
            && !mention.suppliers.is_empty()
            && !mention.customers.is_empty()
            && !mention.wares.is_empty()
            && mention.wares.iter().all(|ware| {
                ware.arm && !ware.known && !self.wares().any(|known| known.item.text.ends_with(ware.item.text.as_ref()))
            });
        other_thing || other_number && own && mention.wares.iter().any(|ware| ware.arm)
    }
}

impl Mention<'_> {
    /// Puts the name for which the pronoun stands where its verb wants it.
    fn stand_in(&mut self, name: Name) {
        let buys = match self.acts {
            Some(Part::Customer | Part::Signer) if name.is_state() => true,
            // "In May it won an order": no force does.
            Some(Part::Supplier | Part::Signer) if self.wins && name.is_state() => return,
            Some(Part::Supplier | Part::Signer) => false,
            _ => return,
        };
        let side = if buys { &mut self.customers } else { &mut self.suppliers };
        let part = if buys { Part::Customer } else { Part::Supplier };
        if side.is_empty() {
            side.push(Player { name, part, evidence: None });
        }
    }

    /// "Eight jets were contracted in 2009": counted arms that are bought, a day or a sum, and nobody who buys.
    fn counts_alone(&self) -> bool {
        self.suppliers.is_empty()
            && self.customers.is_empty()
            && self.core
            && self.acts == Some(Part::Customer)
            && !self.refers
            && !self.dates.is_empty()
            && self.wares.iter().any(|ware| ware.arm && ware.item.quantity.is_some())
    }

    /// "the deal", "of which", "another three": what follows belongs to what was said.
    fn refers_back(&self) -> bool {
        self.refers
            && self.statuses.iter().any(|(word, _)| matches!(word, StatusWord::Delivered | StatusWord::InDelivery))
    }
}

/// A record without a supplier takes that of an earlier one with the same buyer: "systems contracted by Armenian friends are being transferred".
pub(super) fn inherit(drafts: &mut [Draft<'_>]) {
    // The latest record of each state that buys.
    let mut latest: Vec<(CountryCode, usize)> = Vec::new();
    let mut from = 0;
    while from < drafts.len() {
        // What one sentence tells of two deals, it tells of each.
        let start = drafts[from].start;
        let to = from + drafts[from..].iter().take_while(|draft| draft.start == start).count();
        for at in from..to {
            // "It also wants to buy 40 F-35s": from whom is another question.
            let own = |mention: &Mention<'_>| {
                mention.loose || mention.also && mention.wares.iter().any(|ware| ware.arm && !ware.known)
            };
            if drafts[at].suppliers().next().is_none() && !drafts[at].mentions.iter().any(own) {
                let buyers = drafts[at].buyers();
                let found = latest.iter().filter(|(code, _)| buyers.contains(code)).map(|(_, before)| *before).max();
                if let Some(before) = found {
                    drafts[at].inherited = drafts[before].suppliers().cloned().collect();
                }
            }
        }
        for (at, draft) in (from..).zip(&drafts[from..to]) {
            for code in draft.buyers() {
                match latest.iter_mut().find(|(known, _)| *known == code) {
                    Some((_, before)) => *before = at,
                    None => latest.push((code, at)),
                }
            }
        }
        from = to;
    }
}

impl<'t> Draft<'t> {
    /// The record, if the passage is one of defence.
    pub(super) fn finish(
        self,
        text: &'t str,
        figures: &[Figure<'t>],
        people: &[Person],
        lexicon: &Lexicon,
    ) -> Option<Contract<'t>> {
        if self.only_promises() {
            return None;
        }
        let arm = self.wares().any(|ware| ware.arm);
        let forces = self.customers().chain(self.suppliers()).any(|player| {
            matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry)
                    // "the Armament Agency"
                    || player.name.kind == PartyKind::Agency
                        && ["rmament", "efence", "efense", "ateriel"]
                            .iter()
                            .any(|word| player.name.span.of(text).holds(word))
        });
        let military = self.mentions.iter().any(|mention| mention.domain.is_some());
        let maker = self.suppliers().any(|player| player.name.kind == PartyKind::Company)
            && self.mentions.iter().any(|mention| mention.domain.is_some());
        let office = self.mentions.iter().any(|mention| mention.us_office.is_some());
        // Helicopters, ships and aircraft that a state buys from abroad by the number are for its forces or its police.
        let state_buys = self.customers().any(|player| {
            matches!(player.name.kind, PartyKind::State | PartyKind::Person) && player.name.country.is_some()
        }) && self.wares().any(|ware| {
            let text = ware.item.text.to_ascii_lowercase();
            let typed = text.starts_with(|c: char| c.is_alphabetic()) && text.bytes().any(|byte| byte.is_ascii_digit());
            (ware.item.quantity.is_some() || ware.item.designation.is_some() || typed)
                && ["helicopter", "aircraft", "vessel", "boat", "radar", "vehicle"].iter().any(|noun| text.holds(noun))
        });
        if !(state_buys
            || arm
            || forces
            || maker
            || office
            || military && (self.customers().next().is_some() || self.suppliers().next().is_some()))
        {
            return None;
        }
        let denied =
            self.mentions.iter().any(|mention| mention.statuses.iter().any(|(word, _)| *word == StatusWord::Denied));
        if denied && !arm {
            return None;
        }
        let (status, status_at) = self.status();
        let mut contract = Contract::new(Span::new(self.start, self.end), text, status, rule(status));
        contract.suppliers = parties(text, self.suppliers().chain(&self.inherited));
        // "the ministry signed … for the air force": a force without its state buys only where nobody else does.
        let bare = |player: &&Player| {
            player.name.kind == PartyKind::Military
                && player.name.country.is_none()
                && player.name.span.of(text).starts_with(|c: char| c.is_ascii_lowercase())
        };
        let alone = self.customers().all(|player| bare(&player));
        contract.customers = parties(text, self.customers().filter(|player| alone || !bare(player)));
        contract.beneficiaries = parties(text, self.mentions.iter().flat_map(|mention| &mention.beneficiaries));
        if contract.suppliers.is_empty() {
            let makers: Vec<Player> = self
                .mentions
                .iter()
                .flat_map(|mention| &mention.makers)
                .filter(|name| {
                    !contract.customers.iter().any(|party| {
                        party.country.is_some() && party.country == name.country || party.span().overlaps(name.span)
                    })
                })
                .map(|name| Player { name: name.clone(), part: Part::Supplier, evidence: None })
                .collect();
            contract.suppliers = parties(text, makers.iter());
        }
        if contract.suppliers.is_empty() {
            let firm: Vec<Player> = self
                .mentions
                .iter()
                .filter_map(|mention| mention.firm.clone())
                .filter(|name| !contract.customers.iter().any(|party| party.span() == name.span))
                .map(|name| Player { name, part: Part::Supplier, evidence: None })
                .collect();
            contract.suppliers = parties(text, firm.iter().take(1));
        }
        // "The State Department has given the green light for Oman to buy": the office lets go what the state sells.
        let offices = ["State Department", "Department of State", "Security Cooperation Agency"];
        let office = contract.suppliers.iter().find(|party| offices.iter().any(|office| party.name.ends_with(office)));
        let office = office.map(Party::span);
        contract.suppliers.retain(|party| Some(party.span()) != office);
        let american = contract
            .suppliers
            .iter()
            .chain(&contract.customers)
            .any(|party| party.country == Some(CountryCode::new("US")));
        if let Some(span) = self
            .mentions
            .iter()
            .find_map(|mention| mention.us_office)
            .or(office)
            .filter(|_| !american && !contract.suppliers.iter().any(|party| party.country.is_some()))
        {
            // The state is named by none of its own words: the party has no name, and stands where its office does.
            let mut state = Party::new(Span::new(span.start, span.start), text, PartyKind::State);
            state.country = Some(CountryCode::new("US"));
            state.country_basis = Some(CountryBasis::Seat);
            contract.suppliers.push(state);
            contract.evidence.push(Evidence::new(span, text, EvidenceFor::Supplier));
        }
        // "French-made howitzers", "the French firms" describe who sells where a firm is named.
        let described: Vec<Span> = self
            .suppliers()
            .filter(|player| player.name.adjective && player.name.kind == PartyKind::State)
            .filter(|player| {
                let after = &text[player.name.span.end..];
                let noun = || after.strip_prefix(' ').unwrap_or("").split([' ', ',', '.']).take(3);
                ["-made", "-built", "-designed"].iter().any(|tail| after.starts_with(tail))
                    || noun().any(|word| {
                        COMPANY_NOUNS.get(word).is_some()
                            || matches!(word, "companies" | "firms" | "manufacturers" | "contractors" | "makers")
                    })
            })
            .map(|player| player.name.span)
            .collect();
        if contract.suppliers.iter().any(|party| party.kind == PartyKind::Company) {
            contract.suppliers.retain(|party| !described.contains(&party.span()));
        }
        // Nobody sells to itself: where others sell, whoever buys is none of them.
        if contract.suppliers.len() >= 2 {
            let buys = |party: &Party<'_>| contract.customers.iter().any(|customer| customer.name == party.name);
            if contract.suppliers.iter().any(|party| !buys(party)) {
                contract.suppliers.retain(|party| !buys(party));
            }
        }
        // "bought from Norhaven, the biggest deal for Tarn": for whom it is a deal sells, and gets nothing.
        let sellers: Vec<_> = contract.suppliers.iter().filter_map(|party| party.country).collect();
        contract.beneficiaries.retain(|party| party.country.is_none_or(|state| !sellers.contains(&state)));
        // Who gets what nobody else is said to buy, buys it.
        if contract.customers.is_empty() && !contract.suppliers.is_empty() {
            contract.customers = std::mem::take(&mut contract.beneficiaries);
        }
        let sides: Vec<Span> = contract.suppliers.iter().chain(&contract.customers).map(Party::span).collect();
        let own = self
            .mentions
            .iter()
            .enumerate()
            .filter(|(i, mention)| *i == 0 || !mention.refers)
            .any(|(_, mention)| !mention.wares.is_empty());
        let told = self
            .mentions
            .iter()
            .enumerate()
            // "The systems are part of a package that includes radars": what is listed is told for the first time.
            .filter(|(i, mention)| !own || *i == 0 || !mention.refers || mention.wares.len() >= 2 && mention.lists)
            .flat_map(|(_, mention)| &mention.wares);
        contract.items = items(told, &sides);
        self.count_of_the_thing(text, &mut contract.items);
        let ahead = matches!(
            status,
            Status::Possible | Status::Requested | Status::Planned | Status::Negotiating | Status::Approved
        );
        // "dropped a plan to buy": what never was a deal has only an estimate.
        let ahead = ahead
            || status == Status::Suspended && self.only_let()
            || matches!(status, Status::Cancelled | Status::Suspended | Status::Delayed)
                && self.mentions.iter().any(|mention| {
                    let words = |wanted: &[StatusWord]| mention.statuses.iter().any(|(word, _)| wanted.contains(word));
                    words(&[StatusWord::Cancelled, StatusWord::Suspended, StatusWord::Delayed])
                        && (words(&[
                            StatusWord::Planned,
                            StatusWord::Possible,
                            StatusWord::Negotiating,
                            StatusWord::Approved,
                        ]) || mention.statuses.iter().any(|(_, span)| {
                            let next = head(&text[span.end..], 16);
                            span.of(text).holds(" plan") || next.holds(" plan ") || next.holds(" tender")
                        }))
                })
                && !self.mentions.iter().any(|mention| {
                    mention.statuses.iter().any(|(word, _)| {
                        matches!(word, StatusWord::Signed | StatusWord::Awarded | StatusWord::InDelivery)
                    })
                });
        for mention in &self.mentions {
            for (id, role) in &mention.values {
                let role = match role {
                    ValueRole::Award | ValueRole::Estimated if ahead => ValueRole::Estimated,
                    ValueRole::Award | ValueRole::Estimated => ValueRole::Award,
                    other => *other,
                };
                if !contract.values.iter().any(|value| value.figure == *id) {
                    contract.values.push(Value::new(*id, role));
                }
            }
            for date in &mention.dates {
                if !contract.dates.iter().any(|known| known.date == date.date) {
                    contract.dates.push(*date);
                }
            }
            for span in &mention.financing {
                contract.financing.push(TextSpan::new(*span, text));
            }
            contract.hedged |= mention.hedge;
            if contract.attribution.is_none() {
                contract.attribution = mention
                    .speaker
                    .map(|span| TextSpan::new(officer(text, span, people, lexicon).unwrap_or(span), text));
            }
            if contract.disposition.is_none() {
                contract.disposition = mention.disposition.map(|(span, share)| {
                    let mut disposition = Disposition::new(span, text);
                    disposition.share = share.map(|span| Cow::Borrowed(span.of(text)));
                    disposition
                });
            }
            if contract.reason.is_none()
                && matches!(status, Status::Unfulfilled | Status::Cancelled | Status::Suspended | Status::Delayed)
            {
                contract.reason = mention.reason.map(|span| TextSpan::new(span, text));
            }
        }
        contract.hedged |= denied;
        contract.values.sort_by_key(|value| value.figure);
        contract.dates.sort_by_key(|date| date.date);
        if status == Status::Signed
            && contract.values.iter().any(|value| {
                // Figures stand in the order of their ids.
                figures
                    .binary_search_by_key(&value.figure, |figure| figure.id)
                    .is_ok_and(|at| figures[at].kind == Kind::Vague && figures[at].currency.is_none())
            })
        {
            contract.hedged = true;
        }
        self.evidence(text, &mut contract, status_at);
        let some_party = !contract.suppliers.is_empty() || !contract.customers.is_empty();
        let counted = contract.items.iter().any(|item| item.quantity.is_some());
        (some_party || (!contract.values.is_empty() || counted) && !contract.items.is_empty()).then_some(contract)
    }

    /// `approved the sale … Oslo paused the sale`: whether a seller's leave is all there was of a deal that is stopped.
    fn only_let(&self) -> bool {
        let mut words = self.mentions.iter().flat_map(|mention| &mention.statuses).map(|(word, _)| *word);
        let mut let_go = false;
        words.all(|word| {
            let_go |= matches!(word, StatusWord::Approved | StatusWord::Possible);
            !matches!(
                word,
                StatusWord::Signed
                    | StatusWord::Awarded
                    | StatusWord::InDelivery
                    | StatusWord::Delivered
                    | StatusWord::Completed
            )
        }) && let_go
    }

    /// `Norhaven chose the Kestrel. The 34 jets will cost …`: how many there are of the one thing, where a later sentence begins with their number.
    fn count_of_the_thing(&self, text: &'t str, items: &mut [Item<'t>]) {
        let [item] = items else { return };
        // "handed over the first two. Nine of them were ordered in 2016": all that were ordered.
        if let Some((digits, span)) =
            self.mentions.iter().skip(1).find_map(|mention| ordered_of_them(text, mention.sentence))
        {
            item.quantity = Some(Cow::Owned(digits));
            item.quantity_span = Some(TextSpan::new(span, text));
            return;
        }
        if item.quantity.is_some() {
            return;
        }
        // "The air force bought six of them in 2015"
        if let Some((digits, span)) =
            self.mentions.iter().skip(1).find_map(|mention| number_of_them(text, mention.sentence))
        {
            item.quantity = Some(Cow::Owned(digits));
            item.quantity_span = Some(TextSpan::new(span, text));
            return;
        }
        let counted = self.mentions.iter().skip(1).filter(|mention| mention.refers).find_map(|mention| {
            mention.wares.iter().find(|ware| {
                ware.item.designation.is_none()
                    && ware.item.quantity_span.as_ref().is_some_and(|span| {
                        Span::new(mention.sentence.start, span.start).of(text) == "The "
                            && span.end + 1 == ware.item.start
                    })
            })
        });
        if let Some(ware) = counted {
            item.quantity.clone_from(&ware.item.quantity);
            item.quantity_span.clone_from(&ware.item.quantity_span);
        }
    }

    /// How far the deal has come: the furthest state that the words name, the later one of two that go as far.
    fn status(&self) -> (Status, Option<Span>) {
        let mut best: Option<(u8, Status, Span)> = None;
        // "was named preferred bidder in 2016 and signed the contract in 2019"
        let all = self.mentions.iter().flat_map(|mention| &mention.statuses);
        let signed = all.filter(|(word, _)| *word == StatusWord::Signed).map(|(_, span)| span.start).max();
        for (word, span) in self.mentions.iter().flat_map(|mention| &mention.statuses) {
            let Some((rank, status)) = rank(*word) else { continue };
            // A firm that is only preferred has won nothing yet.
            let preferred = self.preferred && signed.is_none_or(|signed| signed < span.end);
            let rank = if *word == StatusWord::Negotiating && preferred { 7 } else { rank };
            let same_stage = best.is_some_and(|(known, _, _)| known == rank && rank == 6);
            if best.is_none_or(|(known, _, _)| rank >= known) && !same_stage {
                best = Some((rank, status, *span));
            }
        }
        // "denied that it had bought": whether there is a deal is in dispute.
        let denied =
            self.mentions.iter().flat_map(|mention| &mention.statuses).find(|(word, _)| *word == StatusWord::Denied);
        if let Some((_, span)) = denied.filter(|(_, denied)| best.is_none_or(|(_, _, span)| span.start > denied.start))
        {
            return (Status::Other, Some(*span));
        }
        if let Some((_, status, span)) = best {
            return (status, Some(span));
        }
        if self.mentions.iter().any(|mention| mention.us_office.is_some()) {
            return (Status::Possible, None);
        }
        if self.mentions.iter().all(|mention| mention.transfer && !mention.core) {
            return (Status::Delivered, None);
        }
        // What is told besides, in sentences without a deal word, makes no deal of it.
        let loose = self.mentions.iter().any(|mention| mention.loose)
            && self.mentions.iter().filter(|mention| mention.deal).all(|mention| mention.loose);
        (if loose { Status::Other } else { Status::Signed }, None)
    }

    /// The words that decided the facts.
    fn evidence(&self, text: &'t str, contract: &mut Contract<'t>, status: Option<Span>) {
        if let Some(span) = status {
            contract.evidence.push(Evidence::new(span, text, EvidenceFor::Status));
        }
        for (players, decides) in [
            (self.suppliers().collect::<Vec<_>>(), EvidenceFor::Supplier),
            (self.customers().collect::<Vec<_>>(), EvidenceFor::Customer),
        ] {
            if let Some(span) = players.iter().find_map(|player| player.evidence) {
                contract.evidence.push(Evidence::new(span, text, decides));
            }
        }
        if let Some(span) = self.mentions.iter().find_map(|mention| mention.domain) {
            contract.evidence.push(Evidence::new(span, text, EvidenceFor::Domain));
        }
        for mention in self.mentions.iter().skip(1) {
            contract.evidence.push(Evidence::new(mention.sentence, text, EvidenceFor::Mention));
        }
        for (figure, role, words) in self.mentions.iter().flat_map(|mention| &mention.role_words) {
            // What a later sentence made of the figure is not told by these words.
            let known = contract.values.binary_search_by_key(figure, |value| value.figure);
            if known.is_ok_and(|at| contract.values[at].role == *role) {
                contract.evidence.push(Evidence::new(*words, text, EvidenceFor::Role));
            }
        }
        contract.evidence.sort_by_key(|evidence| evidence.start);
        contract.evidence.dedup_by_key(|evidence| (evidence.start, evidence.end, evidence.decides));
    }
}

/// The rule's name by what became of the deal.
const fn rule(status: Status) -> &'static str {
    match status {
        Status::Possible | Status::Requested | Status::Planned | Status::Negotiating | Status::Approved => {
            "news.prospect"
        }
        Status::InDelivery | Status::Delivered | Status::Completed => "news.delivery",
        Status::Delayed | Status::Unfulfilled | Status::Suspended | Status::Cancelled => "news.trouble",
        _ => "news.deal",
    }
}

/// `Lethia` and `the Lethian side`: a land that no table has, and its adjective.
fn same_land(one: &Party<'_>, other: &Party<'_>) -> bool {
    let unknown = one.kind == PartyKind::Unknown && other.kind == PartyKind::Unknown;
    let adjective = |longer: &str, shorter: &str| {
        longer.strip_prefix(shorter.trim_end_matches('a')).is_some_and(|end| matches!(end, "an" | "ian" | "n"))
    };
    unknown && (adjective(&one.name, &other.name) || adjective(&other.name, &one.name))
}

/// `NAI` beside "Norhaven Aerospace Industries": capitals that begin the words of a firm named before.
fn is_short_for(party: &Party<'_>, known: &Party<'_>) -> bool {
    let firm = |party: &Party<'_>| matches!(party.kind, PartyKind::Company | PartyKind::Unknown);
    let initials = known.name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(char::is_ascii_uppercase);
    firm(party) && firm(known) && party.name.len() >= 2 && initials.eq(party.name.chars())
}

/// `Hale` after "Defence Minister Ivo Hale": a person who was named with an office shortly before.
fn is_a_surname(text: &str, name: &Name) -> bool {
    /// How far before the surname the whole name stands at most.
    const NEAR: usize = 1000;
    let word = name.span.of(text);
    if name.kind != PartyKind::Unknown || word.contains(' ') {
        return false;
    }
    let from = floor(text, name.span.start.saturating_sub(NEAR));
    text[from..name.span.start].match_indices(word).take(4).any(|(at, _)| {
        let mut before = text[from..from + at].trim_end().rsplit(' ');
        let first = before.next().is_some_and(|first| first.len() > 1 && first.starts_with(char::is_uppercase));
        first && before.next().is_some_and(|office| OFFICES.get(office).is_some())
    })
}

/// `Velmark Aerospace` beside "Velmark": a firm's name with more words.
fn is_longer(long: &Party<'_>, short: &Party<'_>) -> bool {
    long.kind == PartyKind::Company
        && matches!(short.kind, PartyKind::Company | PartyKind::Unknown)
        && long.name.strip_prefix(&*short.name).is_some_and(|rest| rest.starts_with(' '))
}

/// The parties of one side, each state and each name once.
fn parties<'t, 'p>(text: &'t str, players: impl Iterator<Item = &'p Player>) -> Vec<Party<'t>> {
    let mut found: Vec<Party<'t>> = Vec::new();
    for player in players.filter(|player| !is_a_surname(text, &player.name)) {
        let mut party = Party::new(player.name.span, text, player.name.kind);
        party.country = player.name.country;
        party.country_basis = player.name.basis.or(party.country.map(|_| CountryBasis::Name));
        // "Velmark … Velmark Aerospace": the fullest form once.
        if let Some(known) = found.iter_mut().find(|known| is_longer(&party, known)) {
            *known = party;
            continue;
        }
        // "for the Indian Navy and the Indian Coast Guard": two forces of one state that stand side by side.
        let beside = |known: &Party<'_>| {
            known.kind == PartyKind::Military
                && party.kind == PartyKind::Military
                && known.end < party.start
                && matches!(&text[known.end..party.start], " and " | " and the " | ", " | ", the ")
        };
        let again = found.iter().any(|known| {
            known.name == party.name
                || same_land(known, &party)
                || is_short_for(&party, known)
                || is_longer(known, &party)
                || known.country.is_some()
                    && known.country == party.country
                    && !beside(known)
                    && !(known.kind == PartyKind::State && party.kind == PartyKind::Company)
        });
        if !again {
            found.push(party);
        }
    }
    found
}

/// `aircraft` of "Mi-28 helicopters", `vehicles` of "Kestrel-2": whether a noun only says of what kind a thing is.
fn names_the_kind(noun: &str, thing: &str) -> bool {
    let last = thing.last_word();
    let typed = last.bytes().any(|byte| byte.is_ascii_digit());
    let among = |words: &[&str]| typed || words.contains(&last);
    match noun {
        "aircraft" | "planes" | "machines" | "jets" | "helicopters" => among(&[
            "helicopter",
            "helicopters",
            "jet",
            "jets",
            "fighter",
            "fighters",
            "plane",
            "planes",
            "trainer",
            "trainers",
            "aircraft",
            "drone",
            "drones",
            "transports",
            "tankers",
        ]),
        "ships" | "vessels" | "boats" => among(&[
            "corvette",
            "corvettes",
            "frigate",
            "frigates",
            "vessel",
            "ship",
            "boat",
            "submarine",
            "submarines",
        ]),
        "vehicles" => among(&["tank", "tanks", "vehicle", "carrier", "carriers", "howitzer", "howitzers"]),
        "units" | "systems" | "examples" => true,
        _ => false,
    }
}

/// The items, each once, without those that are a party's name.
fn items<'t, 'w>(wares: impl Iterator<Item = &'w Ware<'t>>, sides: &[Span]) -> Vec<Item<'t>>
where
    't: 'w,
{
    let mut found: Vec<Item<'t>> = Vec::new();
    let all: Vec<&Ware<'t>> = wares.collect();
    let strong = all.iter().any(|ware| !ware.weak);
    // "arms" and "military equipment" only stand in where nothing better is found.
    let generic = |ware: &Ware<'t>| {
        let last = ware.item.text.last_word();
        ware.item.quantity.is_none()
            && ware.item.designation.is_none()
            && (matches!(last, "arms" | "weapons" | "weaponry" | "hardware" | "armaments")
                && ware.item.text.split(' ').count() <= 2
                || matches!(
                    ware.item.text.as_ref(),
                    "weapon" | "military equipment" | "defence equipment" | "defense equipment" | "equipment"
                ))
    };
    let specific = all.iter().any(|ware| !generic(ware) && (!strong || !ware.weak) && ware.arm);
    let all: Vec<&Ware<'t>> = all.into_iter().filter(|ware| !specific || !generic(ware)).collect();
    let new = all.iter().any(|ware| !ware.known && (!strong || !ware.weak));
    for ware in all.into_iter().filter(|ware| (!strong || !ware.weak) && (!new || !ware.known)) {
        let span = Span::new(ware.item.start, ware.item.end);
        let again = found.iter().position(|known| {
            let (a, b) = (known.text.to_ascii_lowercase(), ware.item.text.to_ascii_lowercase());
            a == b || a.ends_with(&b) || known.designation.is_some() && known.designation == ware.item.designation
        });
        // "has delivered the first Kestrel-2 helicopters under a contract for 46 aircraft": their number.
        if again.is_none()
            && ware.item.quantity.is_some()
            && ware.item.designation.is_none()
            && !ware.item.text.contains(' ')
            && let [known] = &mut found[..]
            && known.quantity.is_none()
            && known.text.contains(|c: char| c.is_ascii_digit())
            && names_the_kind(&ware.item.text, &known.text)
        {
            known.quantity.clone_from(&ware.item.quantity);
            known.quantity_span.clone_from(&ware.item.quantity_span);
            continue;
        }
        // "will ship Kestrel tanks … The deal covers 54 tanks": their number.
        if let Some(known) = again.map(|at| &mut found[at])
            && known.quantity.is_none()
            && (known.text.contains(' ') && !ware.item.text.contains(' ')
                || known.text.eq_ignore_ascii_case(&ware.item.text))
            && ware.item.quantity.is_some()
        {
            known.quantity.clone_from(&ware.item.quantity);
            known.quantity_span.clone_from(&ware.item.quantity_span);
        }
        if again.is_none() && !sides.iter().any(|side| side.holds(span)) {
            found.push(ware.item.clone());
        }
    }
    found
}

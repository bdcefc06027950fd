//! `Ardenia bought 12 jets from Velmark`: whether a sentence alone says enough of a deal, or only goes on with one.

use super::Mention;
use super::told::is_one_of_a_row;
use crate::clause::deal::{Part, Player};
use crate::clause::scene::Scene;
use crate::clause::ware::{Ware, wares};
use crate::lexicon::holds::Holds;
use crate::lexicon::mentions::{ARMS_AT_LARGE, CRAFT};
use crate::lexicon::news::{CONFLICT_WORDS, CRIME_WORDS, StatusWord, VAGUE_THINGS};
use crate::model::{DateRole, PartyKind, ValueRole};
use crate::span::Span;

impl<'t> Mention<'t> {
    pub(in crate::style) fn copy(&self) -> Self {
        Self {
            sentence: self.sentence,
            suppliers: self.suppliers.clone(),
            customers: self.customers.clone(),
            beneficiaries: self.beneficiaries.clone(),
            wares: self.wares.clone(),
            makers: self.makers.clone(),
            values: self.values.clone(),
            role_words: self.role_words.clone(),
            dates: self.dates.clone(),
            statuses: self.statuses.clone(),
            hedge: self.hedge,
            speaker: self.speaker,
            reason: self.reason,
            disposition: self.disposition,
            financing: self.financing.clone(),
            domain: self.domain,
            deal: self.deal,
            refers: self.refers,
            other: self.other,
            loose: self.loose,
            core: self.core,
            defence: self.defence,
            civil: self.civil,
            transfer: self.transfer,
            deploys: self.deploys,
            sends: self.sends,
            conflict: self.conflict,
            also: self.also,
            programme: self.programme,
            prices: self.prices,
            crime: self.crime,
            pronoun: self.pronoun,
            subject: self.subject.clone(),
            wins: self.wins,
            acts: self.acts,
            same_deal: self.same_deal,
            separate: self.separate,
            preferred: self.preferred,
            firm: self.firm.clone(),
            us_office: self.us_office,
            lists: self.lists,
            told_alone: self.told_alone,
            promises: self.promises,
            worth: self.worth,
            before: self.before,
            instead: self.instead,
            policy: self.policy,
            in_a_row: self.in_a_row,
            buys: self.buys,
            after_while: self.after_while,
        }
    }

    /// "have dogged the purchase of 12 helicopters": arms that are traded, and nobody who buys or sells them.
    pub(in crate::style) fn is_untold(&self) -> bool {
        (self.suppliers.is_empty() || self.customers.is_empty())
            && !self.stands()
            && !self.promises
            && (self.core || self.transfer || self.deal)
            && !self.sends
            && !self.crime
            && !self.loose
            && (self.may_stand() || self.deal && !self.civil && !self.conflict)
            && !self.wares.is_empty()
            && self.wares.iter().all(|ware| (ware.arm || ware.item.quantity.is_some()) && !ware.weak)
    }

    /// "approved the purchase from Velmark": a deal of which both sides are told, and not what it is for.
    pub(in crate::style) fn wants_arms(&self) -> bool {
        self.wares.is_empty()
            && self.core
            && !self.loose
            && !self.suppliers.is_empty()
            && self.customers.iter().any(|player| player.name.country.is_some())
    }

    /// The counted arms of the sentence before, as what a deal is for that names none.
    pub(in crate::style) fn of_arms_shown(&self, before: &Scene<'_, 't>, military: bool) -> Option<Self> {
        let mut shown = wares(before, military);
        shown
            .retain(|ware| ware.arm && !ware.weak && (ware.item.quantity.is_some() || ware.item.designation.is_some()));
        let peace =
            !CONFLICT_WORDS.are_in(before.span.of(before.text)) && !CRIME_WORDS.are_in(before.span.of(before.text));
        let [_] = shown[..] else { return None };
        peace.then(|| Self {
            sentence: before.span,
            suppliers: Vec::new(),
            customers: Vec::new(),
            beneficiaries: Vec::new(),
            wares: shown,
            values: Vec::new(),
            dates: Vec::new(),
            statuses: Vec::new(),
            hedge: false,
            speaker: None,
            ..self.copy()
        })
    }

    /// "The navy expects to take delivery of them in 2021": who gets what was spoken of.
    pub(in crate::style) fn receives_what_is_known(&self) -> bool {
        let force =
            |player: &Player| matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry | PartyKind::State);
        self.transfer
            && self.acts.is_none()
            && self.suppliers.is_empty()
            && self.wares.iter().all(|ware| ware.known)
            && self.customers.iter().any(force)
            && self.dates.iter().any(|date| date.role == DateRole::Delivery)
    }

    /// "Norhaven cancelled it": who ends a purchase of which the sentence before told would have bought.
    pub(in crate::style) fn takes_who_ends_it(&mut self, scene: &Scene<'_, '_>, former: &Self) {
        if !self.suppliers.is_empty() || !self.customers.is_empty() || !former.buys {
            return;
        }
        let ended = self.statuses.iter().find(|(word, span)| {
            matches!(word, StatusWord::Cancelled | StatusWord::Suspended | StatusWord::Delayed)
                && [" it", " the deal", " the purchase", " the order", " the contract"]
                    .iter()
                    .any(|object| scene.after(span.end).starts_with(object))
        });
        let Some((_, span)) = ended else { return };
        let actor = scene.names.iter().rev().find(|name| {
            let gap = Span::new(name.span.end, span.start.max(name.span.end)).of(scene.text);
            name.span.end < span.start
                && name.is_state()
                && !name.adjective
                && matches!(gap, " " | " has " | " had " | " later " | " finally ")
        });
        if let Some(name) = actor {
            self.customers.push(Player { name: name.clone(), part: Part::Customer, evidence: Some(*span) });
        }
    }

    /// "Norhaven cancelled it in 2014": the side of a deal of which the sentence before told only the things.
    pub(in crate::style) fn completes(&self, former: &Self) -> bool {
        let state = |player: &Player| player.name.country.is_some();
        let firm = |player: &Player| player.name.kind == PartyKind::Company;
        self.wares.iter().all(|ware| {
            ware.known
                || !ware.item.text.contains(' ') && !ware.item.text.starts_with(char::is_uppercase)
                || former.wares.iter().any(|known| known.item.text.ends_with(ware.item.text.as_ref()))
        }) && (self.customers.iter().any(state)
                || self.suppliers.iter().any(|player| firm(player) || state(player))
                // "They are part of a €200 million order for 30 vessels"
                || self.core
                    && !self.values.is_empty()
                    && former.suppliers.iter().chain(&former.customers).any(|player| firm(player) || state(player)))
            && !self.conflict
            && !self.crime
            && !self.civil
            && !self.sends
            && !self.other
    }

    /// Rebels hand their arms to the United Nations: nobody is named but a body that is no state.
    pub(super) fn only_to_an_organisation(&self) -> bool {
        self.suppliers.is_empty() && self.customers.iter().all(|player| player.name.kind == PartyKind::Organisation)
    }

    /// One state, or a firm, gives what another gets.
    pub(super) fn between_states(&self) -> bool {
        let states = |players: &[Player]| players.iter().filter_map(|player| player.name.country).collect::<Vec<_>>();
        let (from, to) = (states(&self.suppliers), states(&self.customers));
        let firm = self.suppliers.iter().any(|player| player.name.kind == PartyKind::Company);
        (firm || !from.is_empty()) && !to.is_empty() && !to.iter().any(|state| from.contains(state))
    }

    /// "Velmart sells rifles": arms without a number between unknown names, or services that nobody military gets.
    pub(super) fn names_nobody_known(&self) -> bool {
        let parties = || self.suppliers.iter().chain(&self.customers);
        let unknown = parties().next().is_some() && parties().all(|player| player.name.kind == PartyKind::Unknown);
        let vague = !self.wares.is_empty()
            && self.wares.iter().all(|ware| !ware.arm && VAGUE_THINGS.has(ware.item.text.last_word()));
        !self.defence && (!self.wins && unknown && self.makers.is_empty() || vague) || vague && !self.core
    }

    /// Arms at large that states sell, and nobody who buys them.
    pub(super) fn exports_at_large(&self) -> bool {
        let at_large = |ware: &Ware<'_>| {
            let last = ware.item.text.last_word();
            ware.item.quantity.is_none() && ware.item.designation.is_none() && ARMS_AT_LARGE.has(last)
        };
        self.customers.is_empty()
            && self.us_office.is_none()
            && self.acts == Some(Part::Supplier)
            && !self.suppliers.is_empty()
            && self.suppliers.iter().all(|player| player.name.kind == PartyKind::State)
            && !self.wares.is_empty()
            && self.wares.iter().all(at_large)
    }

    /// Whether the sentence can begin a record if another names its parties.
    pub(super) fn may_stand(&self) -> bool {
        let counted = || self.wares.iter().any(|ware| ware.item.quantity.is_some() || ware.item.designation.is_some());
        let sum = || self.values.iter().any(|(_, role)| *role != ValueRole::Other);
        let peace = !self.civil && (!self.conflict || self.programme || self.policy || counted() || sum());
        let arms = || self.wares.iter().any(|ware| ware.arm && !ware.weak);
        peace
            && if self.sends {
                !self.deploys && (arms() || counted())
            } else {
                self.core
                    || self.transfer
                        && (arms() || counted() || self.goes_to_a_force_on_a_day() || self.goes_to_a_force())
            }
    }

    /// "The Kestrel 407 helicopters will be supplied to the Danish army", "Velmark delivered the aircraft to the Danish Air Force": what a force gets
    /// from a firm, or by its type.
    pub(super) fn goes_to_a_force(&self) -> bool {
        let force = |player: &Player| {
            matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry) && player.name.country.is_some()
        };
        let firm = self.suppliers.iter().any(|player| player.name.kind == PartyKind::Company);
        self.customers.iter().any(force)
            && self.wares.iter().any(|ware| {
                let last = ware.item.text.last_word();
                let craft = CRAFT.has(last);
                let typed = ware.item.text.starts_with(|c: char| c.is_ascii_uppercase());
                !ware.weak && craft && (typed || firm)
            })
    }

    /// "The aircraft will be delivered to the Danish Air Force in 2021": what a force gets on a day that is told.
    pub(super) fn goes_to_a_force_on_a_day(&self) -> bool {
        let force = |player: &Player| {
            matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry) && player.name.country.is_some()
        };
        self.customers.iter().any(force)
            && self.dates.iter().any(|date| date.role == DateRole::Delivery)
            && self.wares.iter().any(|ware| !ware.weak && !VAGUE_THINGS.has(ware.item.text.last_word()))
    }

    /// Whether the sentence alone says enough of a deal to begin a record.
    pub(in crate::style) fn stands(&self) -> bool {
        let party = !self.suppliers.is_empty() || !self.customers.is_empty();
        let both = !self.suppliers.is_empty() && !self.customers.is_empty();
        let thing = !self.wares.is_empty();
        let counted = self.wares.iter().any(|ware| {
            // "Bell 407GX helicopters"
            let typed = ware.item.text.starts_with(|c: char| c.is_ascii_uppercase())
                && ware.item.text.bytes().any(|byte| byte.is_ascii_digit());
            ware.item.quantity.is_some() || ware.item.designation.is_some() || typed
        });
        let sum = self.values.iter().any(|(_, role)| *role != ValueRole::Other);
        let firm = counted || sum;
        if self.sends {
            let peace = !self.civil && !self.deploys && (!self.conflict || firm);
            // Helicopters and trucks are arms where a force gets them.
            let force = counted && self.customers.iter().any(|player| player.name.kind == PartyKind::Military);
            // "gave Norhaven 12 Kestrel helicopters": things of a type.
            let typed = |ware: &Ware<'_>| {
                ware.item.quantity.is_some()
                    && ware.item.text.starts_with(char::is_uppercase)
                    && CRAFT.has(ware.item.text.last_word())
            };
            return peace
                && self.between_states()
                && self.wares.iter().any(|ware| (ware.arm || force || typed(ware)) && !ware.weak);
        }
        if self.civil
            || self.programme
                && !self
                    .customers
                    .iter()
                    .any(|player| matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry))
            || self.crime && !self.between_states()
            || self.conflict && !firm && !self.programme && !self.policy
            || !firm && self.names_nobody_known()
            || self.other && !(party && thing && self.core && !self.customers.is_empty())
        {
            return false;
        }
        // "sold $15 billion worth of arms abroad": what a state sells in a year, to nobody that is named.
        if self.exports_at_large() {
            return false;
        }
        if self.core {
            // Money without a thing is a deal of arms only between those who deal in them.
            let sum = sum && (thing || self.defence);
            let noun = self.wares.iter().any(|ware| !ware.shape);
            return party && (thing || sum)
                || self.told_alone && !self.loose
                || noun && (!self.values.is_empty() || !self.makers.is_empty())
                || !self.suppliers.is_empty() && self.wins;
        }
        // Goods that change hands without a word of trade must be arms, and it must be told whose.
        self.transfer
            && (self.wares.iter().any(|ware| ware.arm && !ware.weak)
                && (both
                    || party && counted && !self.only_to_an_organisation()
                    // "Velmark is to supply a customer abroad with ammunition worth €410 million"
                    || sum && self.defence && self.suppliers.iter().any(|player| player.name.kind == PartyKind::Company))
                || counted && self.between_states()
                // "received the second Kestrel in 2016"
                || (self.in_a_row || self.wares.iter().any(|ware| ware.arm && !ware.weak && is_one_of_a_row(&ware.item.text)))
                    && self.customers.iter().any(|player| player.name.country.is_some())
                    && self.dates.iter().any(|date| date.role == DateRole::Delivery)
                || self.goes_to_a_force_on_a_day()
                || self.goes_to_a_force()
                // "The company has delivered 16 helicopters to the Italian Army."
                || counted
                    && self.customers.iter().any(|player| {
                        matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry)
                            && player.name.country.is_some()
                    }))
    }
}

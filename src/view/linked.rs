//! A document whose records find each other: ids are in text order, so that a look-up is a search by halves.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::digest::stable;
use super::name;
use crate::model::{Contract, DateId, DateMention, Document, Figure, FigureId, Kind, Party, Status, ValueRole};

/// Codes of three letters that are no currencies of ISO 4217, and so none of the standards' lists.
const NOT_ISO: [&str; 16] =
    ["ADA", "BCH", "BNB", "BTC", "DAI", "DOT", "EOS", "ETH", "LTC", "SOL", "TRX", "XLM", "XMR", "XRP", "XTZ", "ZEC"];

/// A document and what its records name.
pub(super) struct Linked<'d> {
    pub(super) document: &'d Document<'d>,
    conversions: BTreeMap<FigureId, Vec<&'d Figure<'d>>>,
}

impl<'d> Linked<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        let mut conversions: BTreeMap<FigureId, Vec<_>> = BTreeMap::new();
        for figure in &document.figures {
            if let Some(other) = figure.converts {
                conversions.entry(other).or_default().push(figure);
            }
        }
        Self { document, conversions }
    }

    pub(super) fn figure(&self, id: FigureId) -> Option<&'d Figure<'d>> {
        let figures = &self.document.figures;
        figures.binary_search_by_key(&id, |figure| figure.id).ok().map(|at| &figures[at])
    }

    pub(super) fn date(&self, id: DateId) -> Option<&'d DateMention<'d>> {
        let dates = &self.document.dates;
        dates.binary_search_by_key(&id, |date| date.id).ok().map(|at| &dates[at])
    }

    /// The figures that a contract names and those that convert them, in text order.
    pub(super) fn figures_of(&self, contract: &Contract<'_>) -> Vec<&'d Figure<'d>> {
        let funded = contract.funding.iter().filter_map(|funding| funding.figure);
        let named = contract.values.iter().map(|value| value.figure).chain(funded);
        let with_conversions = named
            .flat_map(|id| self.figure(id).into_iter().chain(self.conversions.get(&id).into_iter().flatten().copied()));
        let found: BTreeMap<_, _> = with_conversions.map(|figure| (figure.id, figure)).collect();
        found.into_values().collect()
    }

    /// The one figure of a role and its amount, where the text says it outright: exact, not hedged, of this contract alone, and of a
    /// contract that is not told at second hand. Of an amount and its conversion, the amount.
    pub(super) fn amount(&self, contract: &Contract<'_>, role: ValueRole) -> Option<(&'d Figure<'d>, Decimal)> {
        let figures =
            contract.values.iter().filter(|value| value.role == role).filter_map(|value| self.figure(value.figure));
        let of_role = |id| contract.values.iter().any(|value| value.role == role && value.figure == id);
        let mut of_role = figures.filter(|figure| !figure.converts.is_some_and(of_role));
        let (Some(figure), None) = (of_role.next(), of_role.next()) else { return None };
        if contract.hedged || contract.shared_ceiling {
            return None;
        }
        let whole = role == ValueRole::UnitPrice || figure.per.is_none();
        outright(figure).filter(|_| whole).map(|amount| (figure, amount))
    }

    /// A name for each contract that depends on what it is of, and not on its place or on how many stand before it. Two that are
    /// alike in all are told apart by their order.
    pub(super) fn contract_ids(&self) -> Vec<String> {
        let mut met: BTreeMap<String, usize> = BTreeMap::new();
        let ids = self.document.contracts.iter().map(|contract| {
            let parties = contract.suppliers.iter().chain(&contract.customers).map(|party| &*party.name);
            let items = contract.items.iter().map(|item| &*item.text);
            let numbers = contract.identifiers.iter().map(|identifier| &*identifier.value);
            let head = [&*self.document.id, "contract", &*contract.text];
            let parts: Vec<_> = head.into_iter().chain(parties).chain(items).chain(numbers).collect();
            let id = stable(&parts);
            let count = met.entry(id.clone()).or_default();
            *count += 1;
            if *count == 1 { id } else { stable(&[&id, &count.to_string()]) }
        });
        ids.collect()
    }

    /// Who it is in this document: the same name of the same kind in the same place is the same party.
    pub(super) fn party_id(&self, party: &Party<'_>) -> String {
        let country = party.country.as_ref().map_or("", |country| country.as_str());
        let place = party.place.as_ref().map_or("", |place| &place.text);
        stable(&[&self.document.id, "party", &name(&party.kind), &party.name, country, place])
    }
}

/// Whether there is no deal yet, as far as the text tells.
pub(super) fn is_plan(contract: &Contract<'_>) -> bool {
    use Status::{Approved, Negotiating, Planned, Possible, Requested};
    matches!(contract.status, Possible | Requested | Planned | Negotiating | Approved)
}

/// The amount of a figure that is exact and nothing else, in a currency of ISO 4217.
fn outright(figure: &Figure<'_>) -> Option<Decimal> {
    let code = figure.currency.as_ref()?.as_str();
    let plain = figure.kind == Kind::Exact && !figure.approximate && figure.hedges.is_empty();
    figure.low.filter(|_| plain && code.len() == 3 && !NOT_ISO.contains(&code))
}

#[cfg(test)]
mod tests {
    use super::NOT_ISO;

    #[test]
    fn the_cryptocurrencies_of_the_table_are_no_codes_of_iso() {
        // They follow the currencies of ISO 4217, whose last is the Zimbabwean dollar of 2009.
        let codes = include_str!("../../lexicon/currencies.csv").lines().filter_map(|row| row.split(',').next());
        let crypto = codes.skip_while(|code| *code != "ZWL").skip(1).filter(|code| code.len() == 3);
        assert_eq!(crypto.collect::<Vec<_>>(), NOT_ISO);
    }
}

//! Contracts.

use super::define::{Row, maybe_name, table};
use super::list::{country, day, identifier, list, money, party, text};
use crate::model::{Contract, Document};
use crate::view::name;

table! {
    /// The fields of the record. Where lists are cells, parties are names, and their countries and kinds are columns of their own with as
    /// many members, `-` for one that is not known. `values` is `role money (id)`, `dates` is `role date (id)`, `places` has the per cent
    /// in parentheses, `identifiers` and `parent` are `scheme value`, `funding` is `fiscal year, account, money (id)`.
    /// `disposition_share` is the disposition's share.
    CONTRACTS, fn contract(d: &Document<'_>, r: &Contract<'_>) {
        "document" document => &d.id;
        "id" text => r.id;
        "start" integer => r.start;
        "end" integer => r.end;
        "text" text => &r.text;
        "status" text => name(&r.status);
        "hedged" bool => r.hedged;
        "action" maybe_text => maybe_name(r.action.as_ref());
        "suppliers" list => list(&r.suppliers, party);
        "supplier_kinds" list => list(&r.suppliers, |party| name(&party.kind));
        "supplier_countries" list => list(&r.suppliers, country);
        "supplier_places" list => list(&r.suppliers, |party| party.place.as_ref().map_or("-".into(), |place| place.text.to_string()));
        "customers" list => list(&r.customers, party);
        "customer_kinds" list => list(&r.customers, |party| name(&party.kind));
        "customer_countries" list => list(&r.customers, country);
        "beneficiaries" list => list(&r.beneficiaries, party);
        "beneficiary_countries" list => list(&r.beneficiaries, country);
        "items" list => list(&r.items, ToString::to_string);
        "designations" list => list(&r.items, |item| item.designation.as_ref().map_or("-".into(), ToString::to_string));
        "quantities" list => list(&r.items, |item| item.quantity.as_ref().map_or("-".into(), ToString::to_string));
        "delivered" list => list(&r.items, |item| item.delivered.as_ref().map_or("-".into(), ToString::to_string));
        "optional" list => list(&r.items, |item| item.optional.as_ref().map_or("-".into(), ToString::to_string));
        "values" list => list(&r.values, |value| format!("{} {}", name(&value.role), money(d, value.figure)));
        "identifiers" list => list(&r.identifiers, identifier);
        "parent" list => list(r.parent.as_slice(), identifier);
        "modification" maybe_text => r.modification.as_ref();
        "pricing" list => list(&r.pricing, name);
        "vehicle" list => list(&r.vehicle, name);
        "dates" list => list(&r.dates, |date| format!("{} {}", name(&date.role), day(d, date.date)));
        "places" list => list(&r.places, |place| match &place.percent {
            Some(percent) => format!("{} ({percent}%)", place.text),
            None => place.text.to_string(),
        });
        "funding" list => list(&r.funding, |funding| {
            let year = funding.fiscal_year.as_ref().map(ToString::to_string);
            let account = funding.account.as_ref().map(|account| account.text.to_string());
            let figure = funding.figure.map(|figure| money(d, figure));
            [year, account, figure].into_iter().flatten().collect::<Vec<_>>().join(", ")
        });
        "activity" maybe_text => text(r.activity.as_ref());
        "offers" maybe_integer => r.offers;
        "competed" maybe_bool => r.competed;
        "shared_ceiling" bool => r.shared_ceiling;
        "branch" maybe_text => r.branch.as_ref();
        "set_aside" maybe_text => text(r.set_aside.as_ref());
        "authority" maybe_text => text(r.authority.as_ref());
        "financing" list => list(&r.financing, |span| span.text.to_string());
        "reason" maybe_text => text(r.reason.as_ref());
        "disposition" maybe_text => r.disposition.as_ref().map(|words| &words.text);
        "disposition_share" maybe_text => r.disposition.as_ref().and_then(|words| words.share.as_ref());
        "attribution" maybe_text => text(r.attribution.as_ref());
        "rule" text => &r.rule;
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

pub(super) fn contracts(d: &Document<'_>, row: &mut Row<'_>) {
    d.contracts.iter().for_each(|r| contract(d, r, row));
}

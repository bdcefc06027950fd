//! The lists of a contract, a table for each.

use super::define::{Row, maybe_name, numbered, table};
use crate::model::{
    Contract, ContractDate, Document, Evidence, Funding, Identifier, Item, Party, Place, TextSpan, Value,
};
use crate::view::name;

table! {
    /// The fields of the record, numbered for each role: `supplier`, `customer`, `beneficiary`. `place` is the text of the record's field, and
    /// `place_start` to `place_source_end` are where it stands.
    PARTIES, fn party(d: &Document<'_>, of: &Contract<'_>, role: &str, number: usize, r: &Party<'_>) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "role" text => role;
        "number" integer => number;
        "name" text => &r.name;
        "start" integer => r.start;
        "end" integer => r.end;
        "kind" text => name(&r.kind);
        "country" maybe_text => r.country;
        "country_basis" maybe_text => maybe_name(r.country_basis.as_ref());
        "place" maybe_text => r.place.as_ref().map(|place| &place.text);
        "place_start" maybe_integer => r.place.as_ref().map(|place| place.start);
        "place_end" maybe_integer => r.place.as_ref().map(|place| place.end);
        "small_business" maybe_bool => r.small_business;
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
        "place_source_start" maybe_integer => r.place.as_ref().and_then(|place| place.source_start);
        "place_source_end" maybe_integer => r.place.as_ref().and_then(|place| place.source_end);
    }
}

table! {
    /// The fields of the record. `quantity_text` to `quantity_source_end` are the record's `quantity_span`.
    ITEMS, fn item(d: &Document<'_>, of: &Contract<'_>, number: usize, r: &Item<'_>) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "number" integer => number;
        "text" text => &r.text;
        "start" integer => r.start;
        "end" integer => r.end;
        "designation" maybe_text => r.designation.as_ref();
        "quantity" maybe_text => r.quantity.as_ref();
        "quantity_text" maybe_text => r.quantity_span.as_ref().map(|span| &span.text);
        "quantity_start" maybe_integer => r.quantity_span.as_ref().map(|span| span.start);
        "quantity_end" maybe_integer => r.quantity_span.as_ref().map(|span| span.end);
        "delivered" maybe_text => r.delivered.as_ref();
        "optional" maybe_text => r.optional.as_ref();
        "unit" maybe_text => r.unit.as_ref();
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
        "quantity_source_start" maybe_integer => r.quantity_span.as_ref().and_then(|span| span.source_start);
        "quantity_source_end" maybe_integer => r.quantity_span.as_ref().and_then(|span| span.source_end);
    }
}

table! {
    /// The fields of the record.
    VALUES, fn value(d: &Document<'_>, of: &Contract<'_>, number: usize, r: &Value) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "number" integer => number;
        "figure" figure => r.figure;
        "role" text => name(&r.role);
    }
}

table! {
    /// The fields of the record.
    CONTRACT_DATES, fn contract_date(d: &Document<'_>, of: &Contract<'_>, number: usize, r: &ContractDate) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "number" integer => number;
        "date" date => r.date;
        "role" text => name(&r.role);
    }
}

table! {
    /// The fields of the record, numbered for each role: `own` for the contract's numbers, `parent` for the one that it stands under.
    IDENTIFIERS, fn identifier(d: &Document<'_>, of: &Contract<'_>, role: &str, number: usize, r: &Identifier<'_>) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "role" text => role;
        "number" integer => number;
        "scheme" text => name(&r.scheme);
        "value" text => &r.value;
        "text" text => &r.text;
        "start" integer => r.start;
        "end" integer => r.end;
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

table! {
    /// A name from one of the lists `pricing` and `vehicle`, which is the kind, numbered for each kind.
    TERMS, fn term(d: &Document<'_>, of: &Contract<'_>, kind: &str, number: usize, term: String) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "kind" text => kind;
        "number" integer => number;
        "term" text => term;
    }
}

table! {
    /// The fields of the record.
    PLACES, fn place(d: &Document<'_>, of: &Contract<'_>, number: usize, r: &Place<'_>) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "number" integer => number;
        "text" text => &r.text;
        "start" integer => r.start;
        "end" integer => r.end;
        "percent" maybe_text => r.percent.as_ref();
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

table! {
    /// The fields of the record. `account` is the text of the record's field, and `account_start` to `account_source_end` are where it stands.
    FUNDING, fn funded(d: &Document<'_>, of: &Contract<'_>, number: usize, r: &Funding<'_>) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "number" integer => number;
        "figure" maybe_figure => r.figure;
        "account" maybe_text => r.account.as_ref().map(|account| &account.text);
        "account_start" maybe_integer => r.account.as_ref().map(|account| account.start);
        "account_end" maybe_integer => r.account.as_ref().map(|account| account.end);
        "fiscal_year" maybe_text => r.fiscal_year.as_ref();
        "expires" maybe_bool => r.expires;
        "account_source_start" maybe_integer => r.account.as_ref().and_then(|account| account.source_start);
        "account_source_end" maybe_integer => r.account.as_ref().and_then(|account| account.source_end);
    }
}

table! {
    /// The fields of the record, then the places of `activity`, `set_aside`, `authority`, `financing`, `reason`, `disposition` and `attribution`,
    /// which `for` then names.
    EVIDENCE, fn words(d: &Document<'_>, of: &Contract<'_>, number: usize, decides: &str, r: &TextSpan<'_>) {
        "document" document => &d.id;
        "contract" contract => of.id;
        "number" integer => number;
        "for" text => decides;
        "start" integer => r.start;
        "end" integer => r.end;
        "text" text => &r.text;
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

pub(super) fn parties(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        let sides = [("supplier", &of.suppliers), ("customer", &of.customers), ("beneficiary", &of.beneficiaries)];
        for (role, parties) in sides {
            numbered(parties).for_each(|(number, r)| party(d, of, role, number, r, row));
        }
    }
}

pub(super) fn items(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        numbered(&of.items).for_each(|(number, r)| item(d, of, number, r, row));
    }
}

pub(super) fn values(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        numbered(&of.values).for_each(|(number, r)| value(d, of, number, r, row));
    }
}

pub(super) fn contract_dates(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        numbered(&of.dates).for_each(|(number, r)| contract_date(d, of, number, r, row));
    }
}

pub(super) fn identifiers(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        for (role, list) in [("own", &of.identifiers[..]), ("parent", of.parent.as_slice())] {
            numbered(list).for_each(|(number, r)| identifier(d, of, role, number, r, row));
        }
    }
}

pub(super) fn terms(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        numbered(&of.pricing).for_each(|(number, r)| term(d, of, "pricing", number, name(r), row));
        numbered(&of.vehicle).for_each(|(number, r)| term(d, of, "vehicle", number, name(r), row));
    }
}

pub(super) fn places(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        numbered(&of.places).for_each(|(number, r)| place(d, of, number, r, row));
    }
}

pub(super) fn funding(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        numbered(&of.funding).for_each(|(number, r)| funded(d, of, number, r, row));
    }
}

pub(super) fn evidence(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.contracts {
        let decided = of.evidence.iter().map(|r| (name(&r.decides), decided(r)));
        let one = [
            ("activity", &of.activity),
            ("set_aside", &of.set_aside),
            ("authority", &of.authority),
            ("reason", &of.reason),
            ("attribution", &of.attribution),
        ];
        let one = one.into_iter().filter_map(|(field, span)| Some((field.to_owned(), span.clone()?)));
        let financing = of.financing.iter().map(|span| ("financing".to_owned(), span.clone()));
        let disposition = of.disposition.iter().map(|r| {
            let (text, source_start, source_end) = (r.text.clone(), r.source_start, r.source_end);
            ("disposition".to_owned(), TextSpan { start: r.start, end: r.end, text, source_start, source_end })
        });
        let all: Vec<_> = decided.chain(one).chain(financing).chain(disposition).collect();
        numbered(&all).for_each(|(number, (decides, r))| words(d, of, number, decides, r, row));
    }
}

/// The words of a piece of evidence, without what they decide.
fn decided<'t>(r: &Evidence<'t>) -> TextSpan<'t> {
    let (text, source_start, source_end) = (r.text.clone(), r.source_start, r.source_end);
    TextSpan { start: r.start, end: r.end, text, source_start, source_end }
}

//! Figures, the words that hedge them, and the currencies that they can be in.

use super::define::{Row, maybe_name, numbered, table};
use super::list::list;
use crate::model::{CurrencyCode, Document, Figure, Hedge};
use crate::view::name;

table! {
    /// The fields of the record. Where lists are cells, `currency_candidates` is codes; `hedges` is the words, each with its kind in
    /// parentheses; `contracts` is ids. Elsewhere the contracts are those whose values name the figure.
    FIGURES, fn figure(d: &Document<'_>, r: &Figure<'_>) {
        "document" document => &d.id;
        "id" text => r.id;
        "start" integer => r.start;
        "end" integer => r.end;
        "text" text => &r.text;
        "kind" text => name(&r.kind);
        "low" maybe_decimal => r.low;
        "high" maybe_decimal => r.high;
        "magnitude" maybe_decimal => r.magnitude;
        "currency" maybe_text => r.currency;
        "currency_basis" maybe_text => maybe_name(r.currency_basis.as_ref());
        "currency_candidates" list => list(&r.currency_candidates, ToString::to_string);
        "approximate" bool => r.approximate;
        "sign" text => name(&r.sign);
        "per" maybe_text => r.per.as_ref();
        "hedges" list => list(&r.hedges, |hedge| format!("{} ({})", hedge.text, name(&hedge.kind)));
        "converts" maybe_figure => r.converts;
        "contracts" list => list(&r.contracts, ToString::to_string);
        "rule" text => &r.rule;
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

table! {
    /// The fields of the record, numbered for each figure.
    HEDGES, fn hedge(d: &Document<'_>, of: &Figure<'_>, number: usize, r: &Hedge<'_>) {
        "document" document => &d.id;
        "figure" figure => of.id;
        "number" integer => number;
        "start" integer => r.start;
        "end" integer => r.end;
        "text" text => &r.text;
        "kind" text => name(&r.kind);
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

table! {
    /// A code, numbered for each figure.
    CURRENCY_CANDIDATES, fn currency_candidate(d: &Document<'_>, of: &Figure<'_>, number: usize, code: CurrencyCode) {
        "document" document => &d.id;
        "figure" figure => of.id;
        "number" integer => number;
        "currency" text => code;
    }
}

pub(super) fn figures(d: &Document<'_>, row: &mut Row<'_>) {
    d.figures.iter().for_each(|r| figure(d, r, row));
}

pub(super) fn hedges(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.figures {
        numbered(&of.hedges).for_each(|(number, r)| hedge(d, of, number, r, row));
    }
}

pub(super) fn currency_candidates(d: &Document<'_>, row: &mut Row<'_>) {
    for of in &d.figures {
        numbered(&of.currency_candidates).for_each(|(number, code)| currency_candidate(d, of, number, *code, row));
    }
}

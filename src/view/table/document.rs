//! Documents, and what could not be read in them.

use super::define::{Row, maybe_name, numbered, table};
use crate::model::{Diagnostic, Document};
use crate::view::name;

table! {
    /// The fields of the record that are no lists.
    DOCUMENTS, fn document(d: &Document<'_>) {
        "id" text => &d.id;
        "schema" text => &d.schema;
        "language" text => &d.language;
        "published" maybe_text => d.published.as_ref();
        "published_basis" maybe_text => maybe_name(d.published_basis.as_ref());
        "offsets" text => name(&d.offsets);
        "content" maybe_text => d.content.as_ref();
    }
}

table! {
    /// The fields of the record, numbered in text order.
    DIAGNOSTICS, fn diagnostic(d: &Document<'_>, number: usize, r: &Diagnostic<'_>) {
        "document" document => &d.id;
        "number" integer => number;
        "start" integer => r.start;
        "end" integer => r.end;
        "code" text => name(&r.code);
        "message" text => &r.message;
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

pub(super) fn documents(d: &Document<'_>, row: &mut Row<'_>) {
    document(d, row);
}

pub(super) fn diagnostics(d: &Document<'_>, row: &mut Row<'_>) {
    numbered(&d.diagnostics).for_each(|(number, r)| diagnostic(d, number, r, row));
}

//! Date mentions.

use super::define::{Row, table};
use crate::model::{DateMention, Document};
use crate::view::name;
use crate::view::years::years;

table! {
    /// The fields of the record, and the first and the last year that the date speaks of.
    DATES, fn date(d: &Document<'_>, r: &DateMention<'_>) {
        "document" document => &d.id;
        "id" text => r.id;
        "start" integer => r.start;
        "end" integer => r.end;
        "text" text => &r.text;
        "edtf" maybe_text => r.edtf.as_ref();
        "first_year" maybe_integer => r.edtf.as_ref().and_then(years).map(|(first, _)| u32::from(first));
        "last_year" maybe_integer => r.edtf.as_ref().and_then(years).map(|(_, last)| u32::from(last));
        "kind" text => name(&r.kind);
        "resolved_from" maybe_text => r.resolved_from.as_ref();
        "fiscal" maybe_text => r.fiscal.as_ref();
        "rule" text => &r.rule;
        "source_start" maybe_integer => r.source_start;
        "source_end" maybe_integer => r.source_end;
    }
}

pub(super) fn dates(d: &Document<'_>, row: &mut Row<'_>) {
    d.dates.iter().for_each(|r| date(d, r, row));
}

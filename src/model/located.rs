//! Every place that a document's records name, visited once: on the way out, offsets change their unit, and the records of
//! a page learn where they stand in its source.

use super::{Contract, DateMention, Diagnostic, Disposition, Document, Evidence, Figure, Funding, Hedge, Identifier};
use super::{Item, Party, Place, TextSpan};
use crate::span::{Counter, Offsets, Span};

/// `start`, `end`, `source_start` and `source_end` of one record.
#[derive(Debug)]
#[non_exhaustive]
pub struct Location<'a> {
    /// Where the record begins, in the document's offsets.
    pub start: &'a mut usize,
    /// Where it ends, exclusive.
    pub end: &'a mut usize,
    /// Where it begins in the decoded HTML, for a page.
    pub source_start: &'a mut Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    pub source_end: &'a mut Option<usize>,
}

impl Document<'_> {
    /// Shows `visit` where each record stands: figures and their hedges, dates, contracts with all that they hold,
    /// diagnostics.
    pub fn visit_locations(&mut self, mut visit: impl FnMut(Location<'_>)) {
        let visit = &mut visit;
        self.figures.iter_mut().for_each(|figure| figure.locations(visit));
        self.dates.iter_mut().for_each(|date| date.locations(visit));
        self.contracts.iter_mut().for_each(|contract| contract.locations(visit));
        self.diagnostics.iter_mut().for_each(|diagnostic| diagnostic.locations(visit));
    }

    /// Counts `start` and `end` in `unit`: `$5` in `é $5` begins at byte 3 and at code point 2.
    ///
    /// `text` is what the document was read from. A document that does not count bytes is left as it is.
    #[must_use]
    pub fn into_offsets(mut self, text: &str, unit: Offsets) -> Self {
        if self.offsets == Offsets::Bytes && unit != Offsets::Bytes {
            self.offsets = unit;
            if !text.is_ascii() {
                let counter = Counter::new(text, unit);
                self.visit_locations(|location| {
                    *location.start = counter.count(*location.start);
                    *location.end = counter.count(*location.end);
                });
            }
        }
        self
    }

    /// Fills `source_start` and `source_end` of every record with what `source` says of its span.
    ///
    /// To be called while the document counts bytes, since the map of a page does.
    pub fn map_source(&mut self, mut source: impl FnMut(Span) -> Span) {
        self.visit_locations(|location| {
            let found = source(Span::new(*location.start, *location.end));
            *location.source_start = Some(found.start);
            *location.source_end = Some(found.end);
        });
    }
}

/// Something that stands in the text, with all that it holds. Fields are taken apart by name and without `..`, so that
/// a new field that stands somewhere cannot be forgotten.
trait Located {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>));
}

impl Located for Figure<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self {
            id: _,
            start,
            end,
            text: _,
            source_start,
            source_end,
            kind: _,
            low: _,
            high: _,
            magnitude: _,
            currency: _,
            currency_basis: _,
            currency_candidates: _,
            approximate: _,
            sign: _,
            per: _,
            hedges,
            converts: _,
            contracts: _,
            rule: _,
        } = self;
        visit(Location { start, end, source_start, source_end });
        hedges.iter_mut().for_each(|hedge| hedge.locations(visit));
    }
}

impl Located for Hedge<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { start, end, text: _, source_start, source_end, kind: _ } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

impl Located for DateMention<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self {
            id: _,
            start,
            end,
            text: _,
            source_start,
            source_end,
            edtf: _,
            kind: _,
            resolved_from: _,
            fiscal: _,
            rule: _,
        } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

impl Located for Diagnostic<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { start, end, source_start, source_end, code: _, message: _ } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

impl Located for Contract<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self {
            id: _,
            start,
            end,
            text: _,
            source_start,
            source_end,
            evidence,
            suppliers,
            customers,
            beneficiaries,
            items,
            values: _,
            identifiers,
            modification: _,
            pricing: _,
            vehicle: _,
            dates: _,
            places,
            funding,
            activity,
            offers: _,
            competed: _,
            action: _,
            parent,
            shared_ceiling: _,
            branch: _,
            set_aside,
            authority,
            financing,
            reason,
            disposition,
            status: _,
            hedged: _,
            attribution,
            rule: _,
        } = self;
        visit(Location { start, end, source_start, source_end });
        evidence.iter_mut().for_each(|words| words.locations(visit));
        for parties in [suppliers, customers, beneficiaries] {
            parties.iter_mut().for_each(|party| party.locations(visit));
        }
        items.iter_mut().for_each(|item| item.locations(visit));
        identifiers.iter_mut().chain(parent).for_each(|identifier| identifier.locations(visit));
        places.iter_mut().for_each(|place| place.locations(visit));
        funding.iter_mut().for_each(|funding| funding.locations(visit));
        let spans = [activity, set_aside, authority, reason, attribution];
        spans.into_iter().flatten().chain(financing).for_each(|span| span.locations(visit));
        disposition.iter_mut().for_each(|words| words.locations(visit));
    }
}

impl Located for Evidence<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { start, end, text: _, source_start, source_end, decides: _ } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

impl Located for Party<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self {
            name: _,
            start,
            end,
            source_start,
            source_end,
            kind: _,
            country: _,
            country_basis: _,
            place,
            small_business: _,
        } = self;
        visit(Location { start, end, source_start, source_end });
        place.iter_mut().for_each(|span| span.locations(visit));
    }
}

impl Located for Item<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self {
            text: _,
            start,
            end,
            source_start,
            source_end,
            designation: _,
            quantity: _,
            quantity_span,
            delivered: _,
            optional: _,
            unit: _,
        } = self;
        visit(Location { start, end, source_start, source_end });
        quantity_span.iter_mut().for_each(|span| span.locations(visit));
    }
}

impl Located for Identifier<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { scheme: _, value: _, text: _, start, end, source_start, source_end } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

impl Located for Place<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { text: _, start, end, source_start, source_end, percent: _ } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

impl Located for Funding<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { figure: _, account, fiscal_year: _, expires: _ } = self;
        account.iter_mut().for_each(|span| span.locations(visit));
    }
}

impl Located for Disposition<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { start, end, text: _, source_start, source_end, share: _ } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

impl Located for TextSpan<'_> {
    fn locations(&mut self, visit: &mut dyn FnMut(Location<'_>)) {
        let Self { start, end, text: _, source_start, source_end } = self;
        visit(Location { start, end, source_start, source_end });
    }
}

//! A page that shows documents with their facts: one file that needs no network.
//!
//! The text of each document stands on the page with its facts marked, and beside it its records as JSON, which the page's script shows when a
//! mark is chosen. All that is computed is computed here; the script filters and shows. A Content Security Policy names the one script and the
//! one style by their digests, so that nothing that a text says can run, even were it not escaped.

mod contracts;
mod escape;
mod fragment;
mod marks;
mod timeline;
mod totals;
mod words;

use std::collections::HashMap;
use std::io::{self, Write};

use self::contracts::Contracts;
use self::escape::Html;
pub use self::fragment::fragment;
use self::timeline::Timeline;
use self::totals::{Counted, Totals};
use crate::model::{DateId, Document, FigureId};
use crate::span::Offsets;
use crate::view::{digest, json};

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// `<!DOCTYPE html>…`: documents that become one page, each as it comes.
#[derive(Debug, Default)]
pub struct Report {
    totals: Totals,
    timeline: Timeline,
    contracts: Contracts,
    /// The documents as they stand on the page.
    documents: String,
    count: usize,
    figures: usize,
    dates: usize,
    diagnostics: usize,
}

impl Report {
    /// `""`: a page with no document yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `Ardenia paid $5 million.` and its records: adds a document that counts bytes, and the text that it was read from.
    pub fn add(&mut self, mut document: Document<'_>, text: &str) -> io::Result<()> {
        self.count += 1;
        self.figures += document.figures.len();
        self.dates += document.dates.len();
        self.diagnostics += document.diagnostics.len();
        let number = self.count;
        self.facts(&document, number);
        let published = document.published.as_ref().map_or(String::new(), |date| format!("<span>{date}</span>"));
        let count = |records: usize, name| {
            if records == 0 { String::new() } else { format!("<span>{}</span>", many(records, name)) }
        };
        self.documents.push_str(&format!(
            "<details class=\"document\" id=\"d{number}\"><summary><bdi class=\"name\">{}</bdi><span class=\"meta\">{published}{}{}{}{}</span>\
             </summary><div class=\"text\" dir=\"auto\" lang=\"{}\">",
            Html(&document.id),
            count(document.contracts.len(), "contract"),
            count(document.figures.len(), "figure"),
            count(document.dates.len(), "date"),
            count(document.diagnostics.len(), "diagnostic"),
            Html(&document.language),
        ));
        marks::write(&document, text, Some(number), &mut self.documents);
        self.documents.push_str("</div>");
        if !document.diagnostics.is_empty() {
            self.documents.push_str("<h4>What could not be read</h4><ul class=\"diagnostics\">");
            for diagnostic in &document.diagnostics {
                let code = super::name(&diagnostic.code);
                self.documents.push_str(&format!("<li>{} <code>{code}</code></li>", Html(&diagnostic.message)));
            }
            self.documents.push_str("</ul>");
        }
        // The text stands above, and the page's own source is not at hand.
        document.content = None;
        document.visit_locations(|location| (*location.source_start, *location.source_end) = (None, None));
        let mut records = Vec::new();
        json::write(&document.into_offsets(text, Offsets::Utf16), &mut records)?;
        self.documents.push_str("<script type=\"application/json\">");
        escape::data(&String::from_utf8_lossy(&records), &mut self.documents);
        self.documents.push_str("</script></details>\n");
        Ok(())
    }

    fn facts(&mut self, document: &Document<'_>, number: usize) {
        let figures: HashMap<FigureId, _> = document.figures.iter().map(|figure| (figure.id, figure)).collect();
        let dates: HashMap<DateId, _> = document.dates.iter().map(|date| (date.id, date)).collect();
        let figure = |id: FigureId| figures.get(&id).copied();
        let date = |id: DateId| dates.get(&id).copied();
        let mut counted = Counted::default();
        for contract in &document.contracts {
            self.totals.add(contract, figure, &mut counted, number);
            let years = self.timeline.add(contract, date);
            self.contracts.add(contract, document, figure, date, &years, number);
        }
    }

    /// `<!DOCTYPE html>…</html>`: writes the page under a title.
    pub fn write(&self, title: &str, out: &mut impl Write) -> io::Result<()> {
        let policy = format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
            digest::source(SCRIPT),
            digest::source(STYLE)
        );
        let mut head = format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light dark\">\
             <title>{title}</title><style>{STYLE}</style></head>\n<body>\
             <a class=\"skip\" href=\"#contracts\">To the contracts</a><header><h1>{title}</h1><ul class=\"counts\">",
            title = Html(title)
        );
        let counts = [
            (self.count, "document"),
            (self.contracts.count, "contract"),
            (self.figures, "figure"),
            (self.dates, "date"),
            (self.diagnostics, "diagnostic"),
        ];
        for (count, name) in counts {
            let plural = if count == 1 { "" } else { "s" };
            head.push_str(&format!("<li><b>{}</b> {name}{plural}</li>", grouped(count)));
        }
        head.push_str(
            "</ul><nav aria-label=\"Parts of the page\"><a href=\"#totals\">Totals</a> <a href=\"#years\">Years</a> \
             <a href=\"#contracts\">Contracts</a> <a href=\"#documents\">Documents</a></nav></header>\n<main>\
             <section id=\"totals\" aria-labelledby=\"h-totals\"><h2 id=\"h-totals\">Totals</h2>\
             <p class=\"note\">By currency and role, over all contracts. Only exact amounts are added. Currencies, roles, conversions and \
             amounts without a sure number are never added to one another. A deal of which two documents tell counts twice.</p>\
             <div class=\"currencies\">",
        );
        self.totals.write(&mut head);
        head.push_str(
            "</div></section>\n<section id=\"years\" aria-labelledby=\"h-years\"><h2 id=\"h-years\">Contracts by year</h2>",
        );
        self.timeline.write(&mut head);
        head.push_str("</section>\n<section id=\"contracts\" aria-labelledby=\"h-contracts\"><h2 id=\"h-contracts\">Contracts</h2>");
        self.contracts.write(&mut head);
        head.push_str(
            "</section>\n<section id=\"documents\" aria-labelledby=\"h-documents\"><h2 id=\"h-documents\">Documents</h2>\
             <ul class=\"legend\" aria-label=\"Colours of the marks\"><li><span class=\"figure\">figure</span></li>\
             <li><span class=\"date\">date</span></li><li><span class=\"party\">party</span></li>\
             <li><span class=\"item\">item</span></li><li><span class=\"evidence\">evidence</span></li>\
             <li><span class=\"detail\">number, place, account</span></li>\
             <li><span class=\"diagnostic\">not read</span></li></ul>\
             <p class=\"note\" id=\"keys\" hidden>Choose a mark to see its record. With the keyboard: Tab enters a text, the arrow keys go from mark \
             to mark, Enter opens the record, Escape closes it.</p>\n",
        );
        out.write_all(head.as_bytes())?;
        out.write_all(self.documents.as_bytes())?;
        writeln!(
            out,
            "</section></main>\n<aside id=\"record\" aria-labelledby=\"record-title\" tabindex=\"-1\" hidden></aside>\
             <footer>Made by outlay {}. The text is always the slice of the document that a record names; what the text does not say is \
             left open, never guessed.</footer>\n<script>{SCRIPT}</script></body></html>",
            env!("CARGO_PKG_VERSION")
        )
    }
}

/// `1 contract`, `1,200 contracts`
fn many(count: usize, name: &str) -> String {
    format!("{} {name}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// `1,200`
fn grouped(count: usize) -> String {
    words::amount(count.into(), None)
}

#[cfg(test)]
mod tests;

//! Flat tables, as RFC 4180 has them: commas, quotes where they are needed, CRLF at the end of a row.
//!
//! ```text
//! document,id,start,end,text,kind,low,high,…
//! a.txt,f1,5,15,$5 million,exact,5000000,5000000,…
//! ```
//! A list becomes one cell, its members divided by `; `. What is null is empty. Text that a spreadsheet would take for a
//! formula, because it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, gets an apostrophe before it; a plain
//! negative decimal does not.

use std::fmt::Write as _;
use std::io::{self, Write};

pub use super::table::Table;
use super::table::{Cell, Lists};
use crate::model::Document;

/// The names of the columns: the first is `document`, the document's id.
pub fn write_header(table: Table, out: &mut impl Write) -> io::Result<()> {
    let names: Vec<_> = table.columns(Lists::Joined).map(|column| column.name).collect();
    write!(out, "{}\r\n", names.join(","))
}

/// `a.txt,f1,5,15,$5 million,…`: the rows of one document.
pub fn write_rows(document: &Document<'_>, table: Table, out: &mut impl Write) -> io::Result<()> {
    let mut written = Ok(());
    let mut text = String::new();
    table.rows(document, Lists::Joined, &mut |cells| {
        if written.is_ok() {
            written = write_row(cells, &mut text, out);
        }
    });
    written
}

/// `text` is where a cell is put together.
fn write_row(cells: &[Cell<'_>], text: &mut String, out: &mut impl Write) -> io::Result<()> {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.write_all(b",")?;
        }
        text.clear();
        // A string takes all that is written to it.
        let _ = write!(text, "{cell}");
        write_cell(text, out)?;
    }
    out.write_all(b"\r\n")
}

fn write_cell(text: &str, out: &mut impl Write) -> io::Result<()> {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_plain(text) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        write!(out, "\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        write!(out, "{guard}{text}")
    }
}

/// `-0.3`, which is a number, and `-`, which stands for what is not known.
fn is_plain(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('-') else { return false };
    let (whole, part) = rest.split_once('.').unwrap_or((rest, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    rest.is_empty() || digits(whole) && digits(part) || rest.split("; ").all(|more| more.is_empty() || more == "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let mut out = Vec::new();
        write_cell(text, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn cells_are_quoted_and_no_formulas() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a, \"b\"\n"), "\"a, \"\"b\"\"\n\"");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@SUM(A1),2"), "\"'@SUM(A1),2\"");
        assert_eq!(cell("-cmd"), "'-cmd");
        assert_eq!(cell("-0.3"), "-0.3");
        assert_eq!(cell("-5"), "-5");
        assert_eq!(cell("-5.-"), "'-5.-");
        assert_eq!(cell("-; -"), "-; -");
        assert_eq!(cell("\tx"), "'\tx");
    }

    #[test]
    fn each_row_has_the_columns_of_the_header() {
        let document = crate::Extractor::new().extract(
            "Poland signed a €5.4 billion contract with Velmark Systems GmbH on May 9, 2024, for 24 Su-30SM fighter jets.",
        );
        for table in Table::ALL {
            let mut header = Vec::new();
            write_header(table, &mut header).unwrap();
            let mut rows = 0;
            table.rows(&document, Lists::Joined, &mut |cells| {
                rows += 1;
                assert_eq!(cells.len(), String::from_utf8_lossy(&header).split(',').count(), "{table}");
            });
            let mut written = Vec::new();
            write_rows(&document, table, &mut written).unwrap();
            assert_eq!(String::from_utf8(written).unwrap().matches("\r\n").count(), rows, "{table}");
        }
    }
}

//! Flat tables, as RFC 4180 has them: commas, quotes where they are needed, CRLF at the end of a row.
//!
//! ```text
//! document,id,start,end,text,kind,low,high,…
//! a.txt,f1,5,15,$5 million,exact,5000000,5000000,…
//! ```
//! A list becomes one cell, its members divided by `; `. What is null is empty. Text that a spreadsheet would take for a
//! formula, because it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, gets an apostrophe before it; a plain
//! negative decimal does not.

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};
use std::str::FromStr;

use super::name;
use crate::model::{Contract, DateId, DateMention, Document, Figure, FigureId, Identifier, Party, TextSpan};

/// `figures`: which records a table has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Table {
    /// One row a figure.
    #[default]
    Figures,
    /// One row a date mention.
    Dates,
    /// One row a contract.
    Contracts,
}

impl FromStr for Table {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "figures" => Ok(Self::Figures),
            "dates" => Ok(Self::Dates),
            "contracts" => Ok(Self::Contracts),
            other => Err(format!("a table is one of figures, dates, contracts, not {other:?}")),
        }
    }
}

/// A column: its name and what it holds of a record.
struct Column<C> {
    name: &'static str,
    cell: C,
}

/// Writes the cell of a record that stands in a document.
type FigureCell = for<'d> fn(&Figure<'d>, &Document<'d>, &mut String);
type DateCell = for<'d> fn(&DateMention<'d>, &Document<'d>, &mut String);
type ContractCell = for<'d> fn(&Contract<'d>, &Document<'d>, &mut String);

/// Shortens the tables below: a column whose cell is something that prints.
macro_rules! columns {
    ($($name:literal => |$r:ident, $d:pat_param| $value:expr;)*) => {
        &[$(Column { name: $name, cell: |$r, $d, cell| put(cell, &$value) }),*]
    };
}

/// `id` to `rule` are the fields of the record. `currency_candidates` is codes; `hedges` is the words, each with its kind
/// in parentheses; `contracts` is ids.
const FIGURES: &[Column<FigureCell>] = columns! {
    "id" => |r, _| r.id;
    "start" => |r, _| r.start;
    "end" => |r, _| r.end;
    "text" => |r, _| r.text;
    "kind" => |r, _| name(&r.kind);
    "low" => |r, _| maybe(r.low.as_ref());
    "high" => |r, _| maybe(r.high.as_ref());
    "magnitude" => |r, _| maybe(r.magnitude.as_ref());
    "currency" => |r, _| maybe(r.currency.as_ref());
    "currency_basis" => |r, _| name(&r.currency_basis);
    "currency_candidates" => |r, _| list(&r.currency_candidates, ToString::to_string);
    "approximate" => |r, _| r.approximate;
    "sign" => |r, _| name(&r.sign);
    "per" => |r, _| maybe(r.per.as_ref());
    "hedges" => |r, _| list(&r.hedges, |hedge| format!("{} ({})", hedge.text, name(&hedge.kind)));
    "converts" => |r, _| maybe(r.converts.as_ref());
    "contracts" => |r, _| list(&r.contracts, ToString::to_string);
    "rule" => |r, _| r.rule;
    "source_start" => |r, _| maybe(r.source_start.as_ref());
    "source_end" => |r, _| maybe(r.source_end.as_ref());
};

/// The fields of the record.
const DATES: &[Column<DateCell>] = columns! {
    "id" => |r, _| r.id;
    "start" => |r, _| r.start;
    "end" => |r, _| r.end;
    "text" => |r, _| r.text;
    "edtf" => |r, _| maybe(r.edtf.as_ref());
    "kind" => |r, _| name(&r.kind);
    "resolved_from" => |r, _| maybe(r.resolved_from.as_ref());
    "fiscal" => |r, _| maybe(r.fiscal.as_ref());
    "rule" => |r, _| r.rule;
    "source_start" => |r, _| maybe(r.source_start.as_ref());
    "source_end" => |r, _| maybe(r.source_end.as_ref());
};

/// The fields of the record. Parties are names, and their countries and kinds are columns of their own with as many
/// members, `-` for one that is not known. `values` is `role money (id)`, `dates` is `role date (id)`, `places` has the
/// per cent in parentheses, `identifiers` and `parent` are `scheme value`, `funding` is `fiscal year, account, money (id)`.
/// `disposition_share` is the disposition's share.
const CONTRACTS: &[Column<ContractCell>] = columns! {
    "id" => |r, _| r.id;
    "start" => |r, _| r.start;
    "end" => |r, _| r.end;
    "text" => |r, _| r.text;
    "status" => |r, _| name(&r.status);
    "hedged" => |r, _| r.hedged;
    "action" => |r, _| name(&r.action);
    "suppliers" => |r, _| list(&r.suppliers, party);
    "supplier_kinds" => |r, _| list(&r.suppliers, |party| name(&party.kind));
    "supplier_countries" => |r, _| list(&r.suppliers, country);
    "supplier_places" => |r, _| list(&r.suppliers, |party| party.place.as_ref().map_or("-".into(), |place| place.text.to_string()));
    "customers" => |r, _| list(&r.customers, party);
    "customer_kinds" => |r, _| list(&r.customers, |party| name(&party.kind));
    "customer_countries" => |r, _| list(&r.customers, country);
    "beneficiaries" => |r, _| list(&r.beneficiaries, party);
    "beneficiary_countries" => |r, _| list(&r.beneficiaries, country);
    "items" => |r, _| list(&r.items, ToString::to_string);
    "designations" => |r, _| list(&r.items, |item| item.designation.as_ref().map_or("-".into(), ToString::to_string));
    "quantities" => |r, _| list(&r.items, |item| item.quantity.as_ref().map_or("-".into(), ToString::to_string));
    "delivered" => |r, _| list(&r.items, |item| item.delivered.as_ref().map_or("-".into(), ToString::to_string));
    "optional" => |r, _| list(&r.items, |item| item.optional.as_ref().map_or("-".into(), ToString::to_string));
    "values" => |r, d| list(&r.values, |value| format!("{} {}", name(&value.role), money(d, value.figure)));
    "identifiers" => |r, _| list(&r.identifiers, identifier);
    "parent" => |r, _| list(r.parent.as_slice(), identifier);
    "modification" => |r, _| maybe(r.modification.as_ref());
    "pricing" => |r, _| list(&r.pricing, name);
    "vehicle" => |r, _| list(&r.vehicle, name);
    "dates" => |r, d| list(&r.dates, |date| format!("{} {}", name(&date.role), day(d, date.date)));
    "places" => |r, _| list(&r.places, |place| match &place.percent {
        Some(percent) => format!("{} ({percent}%)", place.text),
        None => place.text.to_string(),
    });
    "funding" => |r, d| list(&r.funding, |funding| {
        let year = funding.fiscal_year.as_ref().map(ToString::to_string);
        let account = funding.account.as_ref().map(|account| account.text.to_string());
        let figure = funding.figure.map(|figure| money(d, figure));
        [year, account, figure].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    "activity" => |r, _| text(r.activity.as_ref());
    "offers" => |r, _| maybe(r.offers.as_ref());
    "competed" => |r, _| maybe(r.competed.as_ref());
    "shared_ceiling" => |r, _| r.shared_ceiling;
    "branch" => |r, _| maybe(r.branch.as_ref());
    "set_aside" => |r, _| text(r.set_aside.as_ref());
    "authority" => |r, _| text(r.authority.as_ref());
    "financing" => |r, _| list(&r.financing, |span| span.text.to_string());
    "reason" => |r, _| text(r.reason.as_ref());
    "disposition" => |r, _| maybe(r.disposition.as_ref().map(|words| &words.text));
    "disposition_share" => |r, _| maybe(r.disposition.as_ref().and_then(|words| words.share.as_ref()));
    "attribution" => |r, _| text(r.attribution.as_ref());
    "rule" => |r, _| r.rule;
    "source_start" => |r, _| maybe(r.source_start.as_ref());
    "source_end" => |r, _| maybe(r.source_end.as_ref());
};

/// The names of the columns: the first is `document`, the document's id.
pub fn write_header(table: Table, out: &mut impl Write) -> io::Result<()> {
    fn names<C>(columns: &[Column<C>]) -> Vec<&'static str> {
        std::iter::once("document").chain(columns.iter().map(|column| column.name)).collect()
    }
    let names = match table {
        Table::Figures => names(FIGURES),
        Table::Dates => names(DATES),
        Table::Contracts => names(CONTRACTS),
    };
    write!(out, "{}\r\n", names.join(","))
}

/// `a.txt,f1,5,15,$5 million,…`: the rows of one document.
pub fn write_rows(document: &Document<'_>, table: Table, out: &mut impl Write) -> io::Result<()> {
    match table {
        Table::Figures => write_records(document, &document.figures, FIGURES, out),
        Table::Dates => write_records(document, &document.dates, DATES, out),
        Table::Contracts => write_records(document, &document.contracts, CONTRACTS, out),
    }
}

fn write_records<'d, R>(
    document: &Document<'d>,
    records: &[R],
    columns: &[Column<impl Fn(&R, &Document<'d>, &mut String)>],
    out: &mut impl Write,
) -> io::Result<()> {
    let mut cell = String::new();
    for record in records {
        write_cell(&document.id, out)?;
        for column in columns {
            out.write_all(b",")?;
            cell.clear();
            (column.cell)(record, document, &mut cell);
            write_cell(&cell, out)?;
        }
        out.write_all(b"\r\n")?;
    }
    Ok(())
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

fn put(cell: &mut String, value: &dyn Display) {
    // Writing to a string cannot fail.
    let _ = write!(cell, "{value}");
}

/// A value, or nothing.
struct Maybe<'a, T>(Option<&'a T>);

fn maybe<T>(value: Option<&T>) -> Maybe<'_, T> {
    Maybe(value)
}

impl<T: Display> Display for Maybe<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |value| write!(f, "{value}"))
    }
}

fn list<T>(members: &[T], member: impl Fn(&T) -> String) -> String {
    members.iter().map(member).collect::<Vec<_>>().join("; ")
}

fn text(span: Option<&TextSpan<'_>>) -> String {
    span.map(|span| span.text.to_string()).unwrap_or_default()
}

fn party(party: &Party<'_>) -> String {
    party.name.to_string()
}

fn country(party: &Party<'_>) -> String {
    party.country.map_or("-".to_owned(), |country| country.to_string())
}

fn identifier(identifier: &Identifier<'_>) -> String {
    format!("{} {}", name(&identifier.scheme), identifier.value)
}

/// `USD 5000000 (f1)`: without separators.
fn money(document: &Document<'_>, id: FigureId) -> String {
    match document.figures.iter().find(|figure| figure.id == id) {
        // Separators are for people; a table is for programs.
        Some(figure) => format!("{} ({id})", figure.to_string().replace(',', "")),
        None => id.to_string(),
    }
}

/// `2021-09 (d1)`
fn day(document: &Document<'_>, id: DateId) -> String {
    match document.dates.iter().find(|date| date.id == id) {
        Some(date) => format!("{date} ({id})"),
        None => id.to_string(),
    }
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
        for table in [Table::Figures, Table::Dates, Table::Contracts] {
            let mut header = Vec::new();
            write_header(table, &mut header).unwrap();
            let header = String::from_utf8(header).unwrap();
            assert!(header.starts_with("document,id,start,end,text,") && header.ends_with("\r\n"));
        }
    }
}

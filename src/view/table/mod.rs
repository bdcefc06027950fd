//! Records as rows of flat tables. Each table is defined once, and CSV, SQLite and Parquet write what is defined here.
//!
//! ```text
//! figures  document  id  start  end  text        kind   low      high     …
//!          a.txt     f1  5      15   $5 million  exact  5000000  5000000  …
//! values   document  contract  number  figure  role
//!          a.txt     c1        1       f1      award
//! ```
//! All tables together hold all of a document. The members of a list are rows of a table of their own, numbered from 1; a form that has
//! one table alone takes each list as one cell of its record's row.

mod batch;
mod cell;
mod contract;
mod date;
mod define;
mod document;
mod list;
mod money;
mod part;

use std::fmt;
use std::str::FromStr;

pub use batch::Batch;
pub use cell::{Cell, Column, Type};

use crate::model::Document;
use define::Row;

/// `figures`: which records a table has.
///
/// The order is that in which rows can be written where each has to be there before it is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Table {
    /// One row a document.
    Documents,
    /// One row a figure.
    #[default]
    Figures,
    /// One row for each of the words that hedge a figure.
    Hedges,
    /// One row for each currency that a figure can be in, where the text only narrows it.
    CurrencyCandidates,
    /// One row a date mention.
    Dates,
    /// One row a contract.
    Contracts,
    /// One row for each supplier, customer and beneficiary of a contract.
    Parties,
    /// One row for each thing that a contract is about.
    Items,
    /// One row for each figure that a contract names, with its role.
    Values,
    /// One row for each date that a contract names, with its role.
    ContractDates,
    /// One row for each number of a contract, and of the one it stands under.
    Identifiers,
    /// One row for each pricing term and each vehicle of a contract.
    Terms,
    /// One row for each place where the work is done.
    Places,
    /// One row for each line of obligated money.
    Funding,
    /// One row for each of the words that decided a fact of a contract or are one.
    Evidence,
    /// One row for each place that could not be read.
    Diagnostics,
}

/// `"SEK; NOK"` or two rows: what becomes of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lists {
    /// One cell of its record's row, its members divided by `; `.
    Joined,
    /// Rows of a table of their own.
    Apart,
}

impl Table {
    /// `documents`, `figures`, …: all tables, each behind those that it names.
    pub const ALL: [Self; 16] = [
        Self::Documents,
        Self::Figures,
        Self::Hedges,
        Self::CurrencyCandidates,
        Self::Dates,
        Self::Contracts,
        Self::Parties,
        Self::Items,
        Self::Values,
        Self::ContractDates,
        Self::Identifiers,
        Self::Terms,
        Self::Places,
        Self::Funding,
        Self::Evidence,
        Self::Diagnostics,
    ];

    /// `contract_dates`: what it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Figures => "figures",
            Self::Hedges => "hedges",
            Self::CurrencyCandidates => "currency_candidates",
            Self::Dates => "dates",
            Self::Contracts => "contracts",
            Self::Parties => "parties",
            Self::Items => "items",
            Self::Values => "values",
            Self::ContractDates => "contract_dates",
            Self::Identifiers => "identifiers",
            Self::Terms => "terms",
            Self::Places => "places",
            Self::Funding => "funding",
            Self::Evidence => "evidence",
            Self::Diagnostics => "diagnostics",
        }
    }

    /// `id`, `start`, `end`, …: its columns in order. All tables but that of the documents begin with `document`, the document's id.
    pub fn columns(self, lists: Lists) -> impl Iterator<Item = &'static Column> {
        let columns = match self {
            Self::Documents => document::DOCUMENTS,
            Self::Figures => money::FIGURES,
            Self::Hedges => money::HEDGES,
            Self::CurrencyCandidates => money::CURRENCY_CANDIDATES,
            Self::Dates => date::DATES,
            Self::Contracts => contract::CONTRACTS,
            Self::Parties => part::PARTIES,
            Self::Items => part::ITEMS,
            Self::Values => part::VALUES,
            Self::ContractDates => part::CONTRACT_DATES,
            Self::Identifiers => part::IDENTIFIERS,
            Self::Terms => part::TERMS,
            Self::Places => part::PLACES,
            Self::Funding => part::FUNDING,
            Self::Evidence => part::EVIDENCE,
            Self::Diagnostics => document::DIAGNOSTICS,
        };
        columns.iter().filter(move |column| lists == Lists::Joined || column.kind != Type::List)
    }

    /// `document`, `contract`, `number`: the columns that tell its rows apart.
    #[must_use]
    pub const fn key(self) -> &'static [&'static str] {
        match self {
            Self::Documents => &["id"],
            Self::Figures | Self::Dates | Self::Contracts => &["document", "id"],
            Self::Hedges | Self::CurrencyCandidates => &["document", "figure", "number"],
            Self::Parties | Self::Identifiers => &["document", "contract", "role", "number"],
            Self::Terms => &["document", "contract", "kind", "number"],
            Self::Items | Self::Values | Self::ContractDates | Self::Places | Self::Funding | Self::Evidence => {
                &["document", "contract", "number"]
            }
            Self::Diagnostics => &["document", "number"],
        }
    }

    /// `a.txt, f1, 5, 15, $5 million, …`: gives the rows that a document has in this table, in the order of its records.
    pub fn rows(self, document: &Document<'_>, lists: Lists, put: &mut dyn FnMut(&[Cell<'_>])) {
        let row = &mut Row::new(lists, put);
        match self {
            Self::Documents => document::documents(document, row),
            Self::Figures => money::figures(document, row),
            Self::Hedges => money::hedges(document, row),
            Self::CurrencyCandidates => money::currency_candidates(document, row),
            Self::Dates => date::dates(document, row),
            Self::Contracts => contract::contracts(document, row),
            Self::Parties => part::parties(document, row),
            Self::Items => part::items(document, row),
            Self::Values => part::values(document, row),
            Self::ContractDates => part::contract_dates(document, row),
            Self::Identifiers => part::identifiers(document, row),
            Self::Terms => part::terms(document, row),
            Self::Places => part::places(document, row),
            Self::Funding => part::funding(document, row),
            Self::Evidence => part::evidence(document, row),
            Self::Diagnostics => document::diagnostics(document, row),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Table {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|table| table.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("a table is one of {names}, not {name:?}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_known_by_their_names_and_keys() {
        for table in Table::ALL {
            assert_eq!(table.to_string().parse(), Ok(table));
            let columns: Vec<_> = table.columns(Lists::Apart).map(|column| column.name).collect();
            assert!(table.key().iter().all(|key| columns.contains(key)), "{table}");
            assert_eq!(columns[0], if table == Table::Documents { "id" } else { "document" });
            let mut told = columns.clone();
            told.sort_unstable();
            told.dedup();
            assert_eq!(told.len(), columns.len(), "{table} has a column twice");
        }
        assert!("salads".parse::<Table>().is_err());
    }

    #[test]
    fn what_a_row_names_is_in_a_table_before_its_own() {
        for table in Table::ALL {
            for other in table.columns(Lists::Apart).filter_map(|column| column.names) {
                assert!(other < table || other == table && table == Table::Figures, "{table} names {other}");
            }
        }
    }
}

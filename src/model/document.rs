//! What one document becomes.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Contract, DateMention, Diagnostic, Edtf, Figure};
use crate::span::Offsets;

/// `outlay/1`: the format's name and major version.
pub const SCHEMA: &str = "outlay/1";

/// `Ardenia paid $5 million in 2021.` as one figure and one date: all that was read in one text: figures, dates and contracts, each in order of where it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Document<'t> {
    /// The format's name and major version: `outlay/1`.
    #[serde(borrow)]
    pub schema: Cow<'t, str>,
    /// The row's id in batch input, else the file's path as given, `-` for standard input.
    #[serde(borrow)]
    pub id: Cow<'t, str>,
    /// BCP 47: `en` for now.
    #[serde(borrow)]
    pub language: Cow<'t, str>,
    /// When the text was published: a day, month or year.
    pub published: Option<Edtf>,
    /// How that is known.
    pub published_basis: Option<PublishedBasis>,
    /// What `start` and `end` count.
    pub offsets: Offsets,
    /// The text that the offsets count in, where it is not the input itself or was asked for.
    #[serde(borrow)]
    pub content: Option<Cow<'t, str>>,
    /// The mentions of money. Two figures never overlap.
    #[serde(borrow)]
    pub figures: Vec<Figure<'t>>,
    /// The mentions of dates. Two never overlap.
    #[serde(borrow)]
    pub dates: Vec<DateMention<'t>>,
    /// The contracts, orders, sales and awards.
    #[serde(borrow)]
    pub contracts: Vec<Contract<'t>>,
    /// What could not be read; empty in the ordinary case.
    #[serde(borrow)]
    pub diagnostics: Vec<Diagnostic<'t>>,
}

impl Document<'_> {
    /// `""` as a document: one in which nothing was read yet, its offsets in bytes.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            schema: Cow::Borrowed(SCHEMA),
            id: Cow::Borrowed("-"),
            language: Cow::Borrowed("en"),
            published: None,
            published_basis: None,
            offsets: Offsets::Bytes,
            content: None,
            figures: Vec::new(),
            dates: Vec::new(),
            contracts: Vec::new(),
            diagnostics: Vec::new(),
        }
    }
}

impl fmt::Display for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for figure in &self.figures {
            writeln!(f, "{} {figure}  {:?}", figure.id, figure.text)?;
        }
        for date in &self.dates {
            writeln!(f, "{} {date}  {:?}", date.id, date.text)?;
        }
        self.contracts.iter().try_for_each(|contract| writeln!(f, "{} {contract}", contract.id))
    }
}

/// `given` by the caller, or read from a dateline: how a document's date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PublishedBasis {
    /// The caller gave it.
    Given,
    /// `WASHINGTON, May 21, 2025 —`: the text begins with it.
    Dateline,
    /// A page's metadata.
    Metadata,
}

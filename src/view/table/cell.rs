//! A cell and the column that it stands in.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;

use super::Table;
use crate::model::{ContractId, CountryCode, CurrencyCode, DateId, Edtf, FigureId};

/// `low`: a column, what its cells hold and whether each has to hold something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// What it is called: the name of the record's field, where it is one.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Type,
    /// Whether a cell can be null.
    pub nullable: bool,
    /// The table whose rows its cells name: by the document and this id, or by the document alone.
    pub names: Option<Table>,
}

/// `decimal` for "5000000.25": what the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// True or false.
    Bool,
    /// An exact decimal.
    Decimal,
    /// A list as text, which other forms have as a table of its own.
    List,
}

/// `5000000`: what a column holds of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'r> {
    /// Nothing, where the record has null.
    Null,
    /// Text.
    Text(Cow<'r, str>),
    /// A whole number.
    Integer(i64),
    /// True or false.
    Bool(bool),
    /// An exact decimal.
    Decimal(Decimal),
}

impl Column {
    const fn new(name: &'static str, kind: Type, nullable: bool, names: Option<Table>) -> Self {
        Self { name, kind, nullable, names }
    }

    pub(super) const fn text(name: &'static str) -> Self {
        Self::new(name, Type::Text, false, None)
    }

    pub(super) const fn maybe_text(name: &'static str) -> Self {
        Self::new(name, Type::Text, true, None)
    }

    pub(super) const fn integer(name: &'static str) -> Self {
        Self::new(name, Type::Integer, false, None)
    }

    pub(super) const fn maybe_integer(name: &'static str) -> Self {
        Self::new(name, Type::Integer, true, None)
    }

    pub(super) const fn bool(name: &'static str) -> Self {
        Self::new(name, Type::Bool, false, None)
    }

    pub(super) const fn maybe_bool(name: &'static str) -> Self {
        Self::new(name, Type::Bool, true, None)
    }

    pub(super) const fn maybe_decimal(name: &'static str) -> Self {
        Self::new(name, Type::Decimal, true, None)
    }

    pub(super) const fn list(name: &'static str) -> Self {
        Self::new(name, Type::List, false, None)
    }

    /// The id of the document.
    pub(super) const fn document(name: &'static str) -> Self {
        Self::new(name, Type::Text, false, Some(Table::Documents))
    }

    /// The id of a figure of the document.
    pub(super) const fn figure(name: &'static str) -> Self {
        Self::new(name, Type::Text, false, Some(Table::Figures))
    }

    pub(super) const fn maybe_figure(name: &'static str) -> Self {
        Self::new(name, Type::Text, true, Some(Table::Figures))
    }

    /// The id of a date of the document.
    pub(super) const fn date(name: &'static str) -> Self {
        Self::new(name, Type::Text, false, Some(Table::Dates))
    }

    /// The id of a contract of the document.
    pub(super) const fn contract(name: &'static str) -> Self {
        Self::new(name, Type::Text, false, Some(Table::Contracts))
    }
}

impl Cell<'_> {
    /// `"$5 million"` of its own: the cell without what it borrows.
    #[must_use]
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Self::Integer(number) => Cell::Integer(number),
            Self::Bool(truth) => Cell::Bool(truth),
            Self::Decimal(amount) => Cell::Decimal(amount),
        }
    }
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Bool(truth) => write!(f, "{truth}"),
            Self::Decimal(amount) => write!(f, "{amount}"),
        }
    }
}

impl<'r, T: Into<Cell<'r>>> From<Option<T>> for Cell<'r> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<bool> for Cell<'_> {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Decimal> for Cell<'_> {
    fn from(amount: Decimal) -> Self {
        Self::Decimal(amount)
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'r> From<&'r str> for Cell<'r> {
    fn from(text: &'r str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'r> From<&'r Cow<'_, str>> for Cell<'r> {
    fn from(text: &'r Cow<'_, str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'r> From<&'r Edtf> for Cell<'r> {
    fn from(date: &'r Edtf) -> Self {
        Self::Text(Cow::Borrowed(date.as_str()))
    }
}

/// What is told by its letters and numbers.
macro_rules! printed {
    ($($name:ty),*) => {
        $(impl From<$name> for Cell<'_> {
            fn from(value: $name) -> Self {
                Self::Text(Cow::Owned(value.to_string()))
            }
        })*
    };
}

printed!(FigureId, DateId, ContractId, CurrencyCode, CountryCode);

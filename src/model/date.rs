//! One mention of a date.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::DateId;
use crate::span::Span;

/// `2021-09` for "September 2021": a date in the Extended Date/Time Format, ISO 8601-2:2019.
///
/// Days, months, years, intervals (`2021/2023`), sets (`{2021,2022}`), decades (`202X`), approximate dates (`2021~`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edtf(String);

impl Edtf {
    /// Takes a text that the date grammars made, and that is EDTF by construction.
    pub(crate) fn made(text: String) -> Self {
        debug_assert!(edtf_core::Edtf::parse(&text).is_ok(), "{text} is not EDTF");
        Self(text)
    }

    /// `2021/2022` as text: the expression.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `2025-05-21`, but not `2021/2022`: whether it is a plain day, month or year: what a document's date can be.
    #[must_use]
    pub fn is_calendar_date(&self) -> bool {
        let bytes = self.0.as_bytes();
        matches!(bytes.len(), 4 | 7 | 10)
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() })
            && (bytes.len() < 7 || &self.0[5..7] <= "12")
    }
}

impl FromStr for Edtf {
    type Err = String;

    /// Any EDTF expression of levels 0 to 2.
    fn from_str(text: &str) -> Result<Self, String> {
        match edtf_core::Edtf::parse(text) {
            Ok(_) => Ok(Self(text.to_owned())),
            Err(_) => Err(format!("an EDTF date such as 2025-05-21, 2025-05 or 2025 was expected, not {text:?}")),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Edtf {
    fn schema_name() -> Cow<'static, str> {
        "Edtf".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "A date in the Extended Date/Time Format, ISO 8601-2:2019" })
    }
}

/// `2021 and 2022` in "contracts signed in 2021 and 2022".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DateMention<'t> {
    /// `d1`, `d2`, … in text order.
    pub id: DateId,
    /// Where the mention begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The text there.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// The date; null for a relative one that there is nothing to resolve against.
    pub edtf: Option<Edtf>,
    /// What kind of expression it is.
    pub kind: DateKind,
    /// The `published` date that a relative one was resolved against.
    pub resolved_from: Option<Edtf>,
    /// The fiscal year's label: `2023` in "fiscal 2023", `2015/2018` in "fiscal years 2015 through 2018".
    #[serde(borrow)]
    pub fiscal: Option<Cow<'t, str>>,
    /// The grammar rule that read it, such as `date.month_day_year`.
    #[serde(borrow)]
    pub rule: Cow<'t, str>,
}

impl<'t> DateMention<'t> {
    /// A date at `span` of `text`.
    #[must_use]
    pub fn new(span: Span, text: &'t str, edtf: Option<Edtf>, kind: DateKind, rule: &'static str) -> Self {
        Self {
            id: DateId::default(),
            start: span.start,
            end: span.end,
            text: Cow::Borrowed(span.of(text)),
            source_start: None,
            source_end: None,
            edtf,
            kind,
            resolved_from: None,
            fiscal: None,
            rule: Cow::Borrowed(rule),
        }
    }

    /// `3..7` of "in 2021": where it stands, in bytes of the text.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

impl fmt::Display for DateMention<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.edtf {
            Some(edtf) => write!(f, "{edtf}"),
            None => f.write_str("?"),
        }
    }
}

/// `month` for "May 2025", `relative` for "last month": what kind of expression a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateKind {
    /// `May 9, 2025`.
    Day,
    /// `September 2022`.
    Month,
    /// `the second quarter of 2024`; halves and seasons too.
    Quarter,
    /// `2021`.
    Year,
    /// `the 2020s`.
    Decade,
    /// `fiscal 2023`.
    FiscalYear,
    /// `from 2015 through 2020`.
    Range,
    /// `2021 and 2022`.
    Set,
    /// `last month`, `Wednesday`, `a year ago`.
    Relative,
}

//! What could not be read, and where.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `$99999999999999999999999999999999`: a number that a decimal cannot hold is said, never rounded and never dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Diagnostic<'t> {
    /// Where it begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// A stable name for programs.
    pub code: Code,
    /// A sentence for people.
    #[serde(borrow)]
    pub message: Cow<'t, str>,
}

impl Diagnostic<'_> {
    /// What was met at bytes `start` to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize, code: Code, message: impl Into<String>) -> Self {
        Self { start, end, source_start: None, source_end: None, code, message: Cow::Owned(message.into()) }
    }
}

impl fmt::Display for Diagnostic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}: {}", self.start, self.end, self.message)
    }
}

/// `number_too_large`: the stable name of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// A number larger or finer than a decimal of 28 digits holds.
    NumberTooLarge,
    /// A number with one dot before three digits, `€5.000`, where nothing says whether the dot parts thousands.
    DoubtfulNumber,
    /// A number or list so long that reading it stopped at a stated bound.
    TooLong,
    /// An amount written so that no reading of its digits is sure: `$23,417,2137`.
    MalformedAmount,
    /// Bytes that are not text in the document's encoding.
    Undecodable,
    /// Facts that a correction withdraws, so that they are not reported.
    Withdrawn,
}

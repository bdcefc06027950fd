//! One mention of an amount of money.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ContractId, CurrencyBasis, CurrencyCode, FigureId, Kind, Money, Sign};
use crate::span::Span;

/// `between $250 million and $400 million` in "reportedly paid between $250 million and $400 million".
///
/// The span is the amount with its currency and the words that make it a range, without hedges ("about", "more than").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Figure<'t> {
    /// `f1`, `f2`, … in text order.
    pub id: FigureId,
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
    /// What is claimed: exact, a range, a bound, vague.
    pub kind: Kind,
    /// The lower bound in major units, as a decimal string; equal to `high` for an exact amount, null where there is none.
    #[serde(with = "super::decimal")]
    #[schemars(with = "Option<String>", extend("format" = "decimal"))]
    pub low: Option<Decimal>,
    /// The upper bound in major units, as a decimal string.
    #[serde(with = "super::decimal")]
    #[schemars(with = "Option<String>", extend("format" = "decimal"))]
    pub high: Option<Decimal>,
    /// For vague money only: the smallest amount that the words can mean ("multimillion" 1000000).
    #[serde(with = "super::decimal")]
    #[schemars(with = "Option<String>", extend("format" = "decimal"))]
    pub magnitude: Option<Decimal>,
    /// ISO 4217, null where the text does not decide it.
    pub currency: Option<CurrencyCode>,
    /// How the currency was decided.
    pub currency_basis: Option<CurrencyBasis>,
    /// What the currency can be, where the text only narrows it ("kr", "pesos").
    pub currency_candidates: Vec<CurrencyCode>,
    /// "about", "nearly", "some", "an estimated", "~".
    pub approximate: bool,
    /// Negative where a minus or accounting parentheses are written.
    pub sign: Sign,
    /// "a barrel", "per year", "each": `barrel`, `year`, `unit`.
    #[serde(borrow)]
    pub per: Option<Cow<'t, str>>,
    /// The words that hedge this figure.
    #[serde(borrow)]
    pub hedges: Vec<Hedge<'t>>,
    /// The figure that this one converts: in "5.4 billion euros ($6.1 billion)" the second converts the first.
    pub converts: Option<FigureId>,
    /// The contracts whose values name this figure.
    pub contracts: Vec<ContractId>,
    /// The grammar rule that read it, such as `range.between_and`.
    #[serde(borrow)]
    pub rule: Cow<'t, str>,
}

impl<'t> Figure<'t> {
    /// A figure at `span` of `text`, exact and without hedges until they are read.
    #[must_use]
    pub fn new(span: Span, text: &'t str, money: Money, rule: &'static str) -> Self {
        Self {
            id: FigureId::default(),
            start: span.start,
            end: span.end,
            text: Cow::Borrowed(span.of(text)),
            source_start: None,
            source_end: None,
            kind: money.kind,
            low: money.low,
            high: money.high,
            magnitude: money.magnitude,
            currency: money.currency,
            currency_basis: None,
            currency_candidates: Vec::new(),
            approximate: false,
            sign: Sign::Positive,
            per: None,
            hedges: Vec::new(),
            converts: None,
            contracts: Vec::new(),
            rule: Cow::Borrowed(rule),
        }
    }

    /// `USD 250,000,000..400,000,000`: the money it speaks of, for printing and comparing.
    #[must_use]
    pub const fn money(&self) -> Money {
        Money::new(self.kind, self.low, self.high, self.magnitude, self.currency)
    }

    /// `5..15` of "paid $5 million": where it stands, in bytes of the text.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

impl fmt::Display for Figure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.approximate {
            f.write_str("about ")?;
        }
        write!(f, "{}", self.money())?;
        self.per.as_ref().map_or(Ok(()), |per| write!(f, " per {per}"))
    }
}

/// `reportedly` in "reportedly paid $5 million".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Hedge<'t> {
    /// Where the words begin, in the document's offsets.
    pub start: usize,
    /// Where they end, exclusive.
    pub end: usize,
    /// The words.
    #[serde(borrow)]
    pub text: Cow<'t, str>,
    /// Where they begin in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where they end in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// What the words do.
    pub kind: HedgeKind,
}

impl<'t> Hedge<'t> {
    /// The words at `span` of `text`.
    #[must_use]
    pub fn new(span: Span, text: &'t str, kind: HedgeKind) -> Self {
        Self {
            start: span.start,
            end: span.end,
            text: Cow::Borrowed(span.of(text)),
            source_start: None,
            source_end: None,
            kind,
        }
    }
}

/// `reportedly` reports, `about` blurs: what a hedge does to the figure that it stands by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum HedgeKind {
    /// "about", "nearly", "some", "an estimated".
    Approximate,
    /// "more than", "up to", "at least".
    Bound,
    /// "reportedly", "is said to", "according to".
    Reported,
    /// "could", "may", "potential".
    Possible,
    /// "plans to", "is expected to", "will".
    Planned,
}

//! Amounts of money apart from where they stand.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// `USD` in "USD 5m": an ISO 4217 code, or the usual code of a cryptocurrency (`BTC`, `USDT`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CurrencyCode {
    bytes: [u8; Self::MOST],
    length: u8,
}

impl CurrencyCode {
    /// The longest code: cryptocurrencies have up to five letters.
    const MOST: usize = 5;

    /// `EUR`, `USDT`: a code of three to five capital letters, for tables.
    ///
    /// # Panics
    /// Where the text is not such a code: in a constant, the build fails.
    #[must_use]
    pub const fn new(code: &str) -> Self {
        let source = code.as_bytes();
        assert!(source.len() >= 3 && source.len() <= Self::MOST, "a currency code has three to five letters");
        let mut bytes = [0; Self::MOST];
        let mut i = 0;
        while i < source.len() {
            assert!(source[i].is_ascii_uppercase(), "a currency code is capital letters");
            bytes[i] = source[i];
            i += 1;
        }
        #[allow(clippy::cast_possible_truncation, reason = "at most five")]
        Self { bytes, length: source.len() as u8 }
    }

    /// The letters: `USD`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or("")
    }
}

impl FromStr for CurrencyCode {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fits = (3..=Self::MOST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase());
        if fits {
            Ok(Self::new(text))
        } else {
            Err(format!("a currency code is three to five capital letters, not {text:?}"))
        }
    }
}

impl fmt::Display for CurrencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CurrencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CurrencyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CurrencyCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for CurrencyCode {
    fn schema_name() -> Cow<'static, str> {
        "CurrencyCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Z]{3,5}$", "description": "ISO 4217, or the usual code of a cryptocurrency" })
    }
}

/// `symbol` for "€5", `default` for "$5": how a currency was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CurrencyBasis {
    /// `USD 5m`: the text gives the code.
    Code,
    /// `US$5m`, `£5m`: the text gives a symbol that only one currency has.
    Symbol,
    /// `5m euros`: the text gives the name.
    Name,
    /// `$5m`: a bare dollar is taken as USD, a bare pound as GBP.
    Default,
    /// `Rs 5 crore` of an Indian ministry: another figure or the document's place decides.
    Context,
}

/// `at_most` for "up to $5 million", `range` for "$4-5 million": what an amount claims of the money it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// `$5 million`.
    Exact,
    /// `between $250 million and $400 million`.
    Range,
    /// `at least $5 million`: that or more.
    AtLeast,
    /// `more than $5 million`: the bound itself is not reached.
    MoreThan,
    /// `up to $5 million`: that or less.
    AtMost,
    /// `under $5 million`: the bound itself is not reached.
    LessThan,
    /// `tens of millions of dollars`: no number at all.
    Vague,
}

/// `-$5`, `$(5)`: whether an amount is written with a minus sign or in accounting parentheses. A loss is positive money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sign {
    /// `a $5 million loss`.
    #[default]
    Positive,
    /// `EUR -0.3 mn`, `$(5) million`.
    Negative,
}

/// `between $250 million and $400 million`: the money of a figure, apart from where it stands.
///
/// Its [`Display`](fmt::Display) is what a person reads: `USD 250,000,000..400,000,000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Money {
    /// What is claimed.
    pub kind: Kind,
    /// The lower bound, in major units; equal to `high` for an exact amount.
    pub low: Option<Decimal>,
    /// The upper bound, in major units.
    pub high: Option<Decimal>,
    /// For vague money: the smallest amount that the words can mean.
    pub magnitude: Option<Decimal>,
    /// The currency, where it is decided.
    pub currency: Option<CurrencyCode>,
}

impl Money {
    /// `range`, 250000000, 400000000: the parts as one.
    #[must_use]
    pub const fn new(
        kind: Kind,
        low: Option<Decimal>,
        high: Option<Decimal>,
        magnitude: Option<Decimal>,
        currency: Option<CurrencyCode>,
    ) -> Self {
        Self { kind, low, high, magnitude, currency }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.currency {
            Some(code) => write!(f, "{code} ")?,
            None => f.write_str("? ")?,
        }
        let number = |x: Option<Decimal>| Grouped(x.unwrap_or_default());
        match self.kind {
            Kind::Exact => write!(f, "{}", number(self.low)),
            Kind::Range => write!(f, "{}..{}", number(self.low), number(self.high)),
            Kind::AtLeast => write!(f, "≥ {}", number(self.low)),
            Kind::MoreThan => write!(f, "> {}", number(self.low)),
            Kind::AtMost => write!(f, "≤ {}", number(self.high)),
            Kind::LessThan => write!(f, "< {}", number(self.high)),
            Kind::Vague => match self.magnitude {
                Some(least) => write!(f, "vague, {} at the least", Grouped(least)),
                None => f.write_str("vague"),
            },
        }
    }
}

/// A decimal with a comma between thousands, so that a wrong number of zeros is seen at once.
struct Grouped(Decimal);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.0.to_string();
        let (sign, rest) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (whole, part) = rest.split_once('.').map_or((rest, None), |(whole, part)| (whole, Some(part)));
        f.write_str(sign)?;
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        part.map_or(Ok(()), |part| write!(f, ".{part}"))
    }
}

//! Who takes part in a contract.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::TextSpan;
use crate::span::Span;

/// `AM` for Armenia: an ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// `FR`: a code of two capital letters, for tables.
    ///
    /// # Panics
    /// Where the text is not such a code: in a constant, the build fails.
    #[must_use]
    pub const fn new(code: &str) -> Self {
        let bytes = code.as_bytes();
        assert!(
            bytes.len() == 2 && bytes[0].is_ascii_uppercase() && bytes[1].is_ascii_uppercase(),
            "a country code is two capital letters"
        );
        Self([bytes[0], bytes[1]])
    }

    /// The letters: `AM`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl FromStr for CountryCode {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
        if fits { Ok(Self::new(text)) } else { Err(format!("a country code is two capital letters, not {text:?}")) }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for CountryCode {
    fn schema_name() -> Cow<'static, str> {
        "CountryCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2" })
    }
}

/// `the Armenian side` in "paid by the Armenian side".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Party<'t> {
    /// The name as it stands in the text.
    ///
    /// Empty, at an empty place, where a text names a state by none of its own words: "the State Department approved the sale"
    /// makes the United States a supplier, and the office's words are its evidence.
    #[serde(borrow)]
    pub name: Cow<'t, str>,
    /// Where the name begins, in the document's offsets.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Where it begins in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_start: Option<usize>,
    /// Where it ends in the decoded HTML, for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_end: Option<usize>,
    /// What it is.
    pub kind: PartyKind,
    /// The state that the party is or stands for, or that its place lies in.
    pub country: Option<CountryCode>,
    /// How the country is known.
    pub country_basis: Option<CountryBasis>,
    /// The text after a company's name: `Fort Worth, Texas`.
    #[serde(borrow)]
    pub place: Option<TextSpan<'t>>,
    /// True where the announcement's asterisk says so.
    pub small_business: Option<bool>,
}

impl<'t> Party<'t> {
    /// A party whose name stands at `span` of `text`.
    #[must_use]
    pub fn new(span: Span, text: &'t str, kind: PartyKind) -> Self {
        Self {
            name: Cow::Borrowed(span.of(text)),
            start: span.start,
            end: span.end,
            source_start: None,
            source_end: None,
            kind,
            country: None,
            country_basis: None,
            place: None,
            small_business: None,
        }
    }

    /// `0..7` of "Velmark won": where the name stands, in bytes of the text.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

impl fmt::Display for Party<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.country.as_ref().map_or(Ok(()), |country| write!(f, " ({country})"))
    }
}

/// `government` for "Yerevan", `company` for "Velmark GmbH": what a party is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PartyKind {
    /// "Velmark Defence Industries".
    Company,
    /// "Armenia", "Yerevan", "the Armenian side".
    State,
    /// "the Polish defence ministry".
    Ministry,
    /// "the Hungarian army".
    Military,
    /// "the Defense Logistics Agency".
    Agency,
    /// "NATO", a consortium.
    Organisation,
    /// "Sergei Lavrov".
    Person,
    /// A name that nothing decides.
    Unknown,
}

/// `capital` for "Yerevan", `demonym` for "the Armenian side": how a party's country is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CountryBasis {
    /// "Armenia".
    Name,
    /// "the Armenian side".
    Demonym,
    /// "Yerevan".
    Capital,
    /// "the Kremlin".
    Seat,
    /// "Fort Worth, Texas".
    Place,
}

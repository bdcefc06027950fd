//! What the words, symbols and codes of money mean.

use super::phrases::Phrases;
use crate::model::{CountryCode, CurrencyCode};

pub use super::generated::{CODES, NOUNS, SYMBOLS};
use super::generated::{CURRENCIES, STATE_CURRENCIES};

/// `dollars`: which currency a word or symbol means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `€`, `Armenian drams`: one currency alone.
    One(CurrencyCode),
    /// `$`, `dollars`: the currency that is meant where the text says no more.
    Default(CurrencyCode),
    /// `kr`, `pesos`: the text must say which; living currencies first.
    Several(&'static [CurrencyCode]),
}

/// Whether a word counts whole units or parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// `dollars`.
    Major,
    /// `cents`: so many decimal digits below the major unit.
    Minor {
        /// 2 for cents, 8 for satoshis.
        digits: u8,
    },
}

/// `Canadian cents`: the meaning of a currency noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Which currency.
    pub reading: Reading,
    /// Whole units or parts.
    pub unit: Unit,
}

/// `ITL`, 0 digits, 1862 to 2002: the facts of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// The code.
    pub code: CurrencyCode,
    /// Decimal digits of the minor unit.
    pub digits: u8,
    /// The English name.
    pub name: &'static str,
    /// The first year, where the table knows it.
    pub first: Option<i16>,
    /// The last year, for a currency of the past.
    pub last: Option<i16>,
    /// Its own people part thousands with a dot or a space, and write a decimal comma.
    pub comma: bool,
}

/// `u.s. dollars` in "5 million U.S. dollars": the index over [`NOUNS`].
pub static NOUN_PHRASES: Phrases<Noun> = Phrases::new(NOUNS);

/// `US$` in "US$5 million", `Rs` in "Rs5": the index over [`SYMBOLS`], in exact case.
pub static SYMBOL_PHRASES: Phrases<Reading> = Phrases::exact(SYMBOLS).digits_follow();

/// `Canadian dollars`: what a whole phrase means, in any case.
#[must_use]
pub fn noun(phrase: &str) -> Option<Noun> {
    NOUN_PHRASES.get(phrase)
}

/// `USD`: the code, and whether the capitals are also an English word or a common abbreviation (`ALL`).
#[must_use]
pub fn code(text: &str) -> Option<(CurrencyCode, bool)> {
    let found = CODES.binary_search_by(|(code, _, _)| (*code).cmp(text)).ok()?;
    CODES.get(found).map(|(_, code, word)| (*code, *word))
}

/// The facts of a currency.
#[must_use]
pub fn currency(code: CurrencyCode) -> Option<&'static Currency> {
    let found = CURRENCIES.binary_search_by(|currency| currency.code.as_str().cmp(code.as_str())).ok()?;
    CURRENCIES.get(found)
}

/// Whether a currency is of the past, as the German mark.
#[must_use]
pub fn historical(code: CurrencyCode) -> bool {
    currency(code).is_some_and(|currency| currency.last.is_some())
}

/// Whether one dot before three digits may part thousands in this currency: `€5.000`.
#[must_use]
pub fn decimal_comma(code: CurrencyCode) -> bool {
    currency(code).is_some_and(|currency| currency.comma)
}

/// The money in use in a country: PKR in PK.
#[must_use]
pub fn country_currency(country: CountryCode) -> Option<CurrencyCode> {
    let found = STATE_CURRENCIES.binary_search_by(|(code, _)| code.as_str().cmp(country.as_str())).ok()?;
    STATE_CURRENCIES.get(found).map(|(_, currency)| *currency)
}

#[cfg(test)]
mod tests {
    use super::Reading::{Default, One, Several};
    use super::*;

    fn symbol(text: &str) -> Option<Reading> {
        SYMBOL_PHRASES.get(text)
    }

    fn major(phrase: &str) -> Option<Reading> {
        noun(phrase).filter(|noun| noun.unit == Unit::Major).map(|noun| noun.reading)
    }

    fn minor(phrase: &str) -> Option<(Reading, u8)> {
        match noun(phrase)? {
            Noun { reading, unit: Unit::Minor { digits } } => Some((reading, digits)),
            Noun { unit: Unit::Major, .. } => None,
        }
    }

    const fn c(code: &str) -> CurrencyCode {
        CurrencyCode::new(code)
    }

    fn has(reading: Option<Reading>, codes: &[&str]) -> bool {
        matches!(reading, Some(Several(list)) if codes.iter().all(|code| list.contains(&c(code))))
    }

    #[test]
    fn nouns_that_one_currency_has() {
        for (phrase, code) in [
            ("armenian drams", "AMD"),
            ("dram", "AMD"),
            ("Swiss francs", "CHF"),
            ("canadian dollars", "CAD"),
            ("canada dollars", "CAD"),
            ("US dollars", "USD"),
            ("U.S. dollars", "USD"),
            ("u.s dollars", "USD"),
            ("american dollars", "USD"),
            ("united states dollars", "USD"),
            ("pounds sterling", "GBP"),
            ("sterling", "GBP"),
            ("stg", "GBP"),
            ("british pounds", "GBP"),
            ("euros", "EUR"),
            ("eur", "EUR"),
            ("hong kong dollars", "HKD"),
            ("Chinese yuan", "CNY"),
            ("renminbi", "CNY"),
            ("pakistani rupees", "PKR"),
            ("indian rupees", "INR"),
            ("malaysian ringgit", "MYR"),
            ("malaysia ringgit", "MYR"),
            ("ringgits", "MYR"),
            ("Turkish lira", "TRY"),
            ("lire", "ITL"),
            ("italian lire", "ITL"),
            ("italian lira", "ITL"),
            ("french francs", "FRF"),
            ("deutsche marks", "DEM"),
            ("d-marks", "DEM"),
            ("west german marks", "DEM"),
            ("east german marks", "DDM"),
            ("finnish marks", "FIM"),
            ("soviet roubles", "SUR"),
            ("czech crowns", "CZK"),
            ("swedish kronor", "SEK"),
            ("kronor", "SEK"),
            ("brazilian real", "BRL"),
            ("reais", "BRL"),
            ("yen", "JPY"),
            ("bitcoins", "BTC"),
            ("tenge", "KZT"),
            ("hryvnias", "UAH"),
            ("new taiwan dollars", "TWD"),
            ("taiwan dollars", "TWD"),
            ("saudi riyals", "SAR"),
            ("north korean won", "KPW"),
            ("south korean won", "KRW"),
            ("pesetas", "ESP"),
            ("drachmas", "GRD"),
            ("yugoslav dinars", "YUM"),
        ] {
            assert_eq!(major(phrase), Some(One(c(code))), "{phrase}");
        }
    }

    #[test]
    fn nouns_that_mean_one_currency_until_told_otherwise() {
        for (phrase, code) in [
            ("dollars", "USD"),
            ("dlrs", "USD"),
            ("bucks", "USD"),
            ("pounds", "GBP"),
            ("won", "KRW"),
            ("roubles", "RUB"),
            ("marks", "DEM"),
            ("lira", "TRY"),
            ("guilders", "NLG"),
        ] {
            assert_eq!(major(phrase), Some(Default(c(code))), "{phrase}");
        }
    }

    #[test]
    fn nouns_that_several_currencies_share() {
        assert!(has(major("francs"), &["CHF", "XOF", "XAF", "FRF", "BEF", "LUF"]));
        assert!(has(major("cfa francs"), &["XOF", "XAF"]));
        assert!(has(major("pesos"), &["MXN", "PHP", "ARS"]));
        assert!(has(major("rupees"), &["INR", "PKR", "LKR", "NPR", "MUR", "SCR"]));
        assert!(has(major("crowns"), &["CZK", "DKK", "NOK", "SEK"]));
        assert!(has(major("dinars"), &["KWD", "RSD"]));
        assert!(has(major("shillings"), &["KES", "TZS", "UGX"]));
        assert!(has(major("riyals"), &["SAR", "QAR"]));
        assert_eq!(major("real"), None);
        assert_eq!(major("sum"), None);
        assert_eq!(major("colons"), None);
    }

    #[test]
    fn parts_of_the_unit() {
        assert_eq!(minor("cents"), Some((Default(c("USD")), 2)));
        assert_eq!(minor("¢"), Some((Default(c("USD")), 2)));
        assert_eq!(minor("pence"), Some((Default(c("GBP")), 2)));
        assert_eq!(minor("p"), Some((Default(c("GBP")), 2)));
        assert_eq!(minor("euro cents"), Some((One(c("EUR")), 2)));
        assert_eq!(minor("australian cents"), Some((One(c("AUD")), 2)));
        assert_eq!(minor("satoshis"), Some((One(c("BTC")), 8)));
        assert_eq!(minor("kopecks"), Some((Default(c("RUB")), 2)));
        assert_eq!(minor("jordanian fils"), Some((One(c("JOD")), 3)));
        assert_eq!(minor("jiao"), Some((One(c("CNY")), 1)));
    }

    #[test]
    fn symbols_and_codes() {
        assert_eq!(symbol("$"), Some(Default(c("USD"))));
        assert_eq!(symbol("£"), Some(Default(c("GBP"))));
        assert_eq!(symbol("¥"), Some(Default(c("JPY"))));
        assert_eq!(symbol("€"), Some(One(c("EUR"))));
        assert_eq!(symbol("₩"), Some(One(c("KRW"))));
        assert_eq!(symbol("֏"), Some(One(c("AMD"))));
        for (text, code) in [
            ("US$", "USD"),
            ("US $", "USD"),
            ("U.S. $", "USD"),
            ("A$", "AUD"),
            ("C$", "CAD"),
            ("Can$", "CAD"),
            ("HK$", "HKD"),
            ("S$", "SGD"),
            ("NT$", "TWD"),
            ("R$", "BRL"),
            ("zł", "PLN"),
            ("RM", "MYR"),
            ("DM", "DEM"),
        ] {
            assert_eq!(symbol(text), Some(One(c(code))), "{text}");
        }
        assert!(has(symbol("kr"), &["SEK", "NOK", "DKK", "ISK"]));
        assert!(has(symbol("Rs"), &["INR", "PKR"]));
        assert_eq!(SYMBOL_PHRASES.longest_at("Rs5 crore"), symbol("Rs").map(|rs| (2, rs)));
        assert_eq!(code("USD"), Some((c("USD"), false)));
        assert_eq!(code("ALL"), Some((c("ALL"), true)));
        assert_eq!(code("USDT"), Some((c("USDT"), false)));
        assert_eq!(code("usd"), None);
        assert_eq!(code("ABC"), None);
    }

    #[test]
    fn facts_of_currencies() {
        assert!(historical(c("DEM")));
        assert!(historical(c("HRK")));
        assert!(!historical(c("USD")));
        assert!(!historical(c("BTC")));
        assert_eq!(currency(c("KWD")).map(|currency| currency.digits), Some(3));
        assert_eq!(country_currency(CountryCode::new("PK")), Some(c("PKR")));
        assert_eq!(country_currency(CountryCode::new("FR")), Some(c("EUR")));
        assert_eq!(country_currency(CountryCode::new("AQ")), None);
    }
}

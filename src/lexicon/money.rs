//! The words around amounts: number words, magnitudes, bounds, hedges, units; and the look-ups of currencies at a place.

use std::sync::LazyLock;

use super::currency::{CODES, NOUN_PHRASES, NOUNS, SYMBOL_PHRASES, SYMBOLS};
use super::generated;
use super::heads::{Heads, Word, eight};
use super::{Noun, Phrases, Reading};
use crate::model::CurrencyCode;

/// `more than`: which side of a figure is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// "more than".
    MoreThan,
    /// "at least".
    AtLeast,
    /// "up to".
    AtMost,
    /// "under".
    LessThan,
}

/// `about`: the figure is not exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approximation {
    /// "about", "nearly", "some".
    About,
}

/// `reportedly`: what a word of the clause does to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HedgeWord {
    /// "reportedly".
    Reported,
    /// "could".
    Possible,
    /// "plans to".
    Planned,
}

/// `rose from`: whether two amounts are the ends of a movement or of a spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// "rose from $2 to $3".
    Change,
    /// "cut the price from $3 to $2".
    Alter,
    /// "ranges from $2 to $3".
    Spread,
    /// "prices from $2 to $3".
    Priced,
}

/// `ringgit` in "ringgit 42": a name that may stand before its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeforeNumber {
    /// "ringgit 42".
    Prefix,
    /// "US dollars 5 million".
    Large,
}

/// `weighed`: whether "pounds" in its clause are a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// "weighs 2,000 pounds".
    Always,
    /// "lost 20 pounds".
    Small,
}

/// `wind` by "15 kn": what a number that looks like money measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// "1080p video".
    Lines,
    /// "a 15 kn wind".
    Knots,
}

macro_rules! per_units {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// `barrel` in "$70 a barrel": what money is counted by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum PerUnit {
            $(#[doc = concat!("By the ", $name, ".")] $variant),+
        }

        impl PerUnit {
            /// The name in the records.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

per_units! {
    Barrel = "barrel", Share = "share", Year = "year", Month = "month", Week = "week", Day = "day", Hour = "hour", Minute = "minute",
    Second = "second", Night = "night", Quarter = "quarter", Decade = "decade", Ton = "ton", Tonne = "tonne", Gallon = "gallon",
    Litre = "litre", Pound = "pound", Ounce = "ounce", Kilogram = "kilogram", Gram = "gram", Mile = "mile", Kilometre = "kilometre",
    Metre = "metre", SquareFoot = "square_foot", SquareMetre = "square_metre", Acre = "acre", Hectare = "hectare", Bushel = "bushel",
    Head = "head", Person = "person", Seat = "seat", Copy = "copy", Ticket = "ticket", Aircraft = "aircraft", Plane = "plane",
    Jet = "jet", Helicopter = "helicopter", Missile = "missile", Round = "round", Shot = "shot", Tank = "tank", Vehicle = "vehicle",
    Ship = "ship", Drone = "drone", FlightHour = "flight_hour", MegawattHour = "megawatt_hour", KilowattHour = "kilowatt_hour", Unit = "unit",
    Household = "household", Employee = "employee", Student = "student",
}

/// `two`: cardinal numbers below a hundred.
pub static NUMERALS: Phrases<u8> = Phrases::new(generated::NUMERALS);
/// `million`: exponents of ten.
pub static MAGNITUDES: Phrases<u8> = Phrases::new(generated::MAGNITUDES);
/// `more than` before a figure.
pub static BOUNDS_BEFORE: Phrases<Bound> = Phrases::new(generated::BOUNDS_BEFORE);
/// `or more` behind a figure.
pub static BOUNDS_AFTER: Phrases<Bound> = Phrases::new(generated::BOUNDS_AFTER);
/// `about` before a figure.
pub static APPROXIMATIONS_BEFORE: Phrases<Approximation> = Phrases::new(generated::APPROXIMATIONS_BEFORE);
/// `or so` behind a figure.
pub static APPROXIMATIONS_AFTER: Phrases<Approximation> = Phrases::new(generated::APPROXIMATIONS_AFTER);
/// `a further` between a bound and its figure.
pub static FIGURE_ARTICLES: Phrases<Approximation> = Phrases::new(generated::FIGURE_ARTICLES);
/// `reportedly` in the clause of a figure.
pub static HEDGES: Phrases<HedgeWord> = Phrases::new(generated::HEDGES);
/// `rose`, `range`.
pub static MOVEMENTS: Phrases<Movement> = Phrases::new(generated::MOVEMENTS);
/// `barrel`.
pub static PER_UNITS: Phrases<PerUnit> = Phrases::new(generated::PER_UNITS);
/// `in` in "$19.50 per dose in 2021": the noun before it is whole.
pub static AFTER_A_UNIT: Phrases<()> = Phrases::new(generated::AFTER_A_UNIT);
/// `pcm` in "£1,200 pcm".
pub static PER_SHORT: Phrases<PerUnit> = Phrases::new(generated::PER_SHORT);
/// `tens` in "tens of millions": the least that a count without a number means.
pub static VAGUE_COUNTS: Phrases<u32> = Phrases::new(generated::VAGUE_COUNTS);

/// `beef` in "60 million pounds of ground beef".
pub static WEIGHED_GOODS: Phrases<()> = Phrases::new(generated::WEIGHED_GOODS);
/// `rocket` in "a 1.5 million-pound rocket".
pub static WEIGHED_THINGS: Phrases<()> = Phrases::new(generated::WEIGHED_THINGS);
/// `per square inch` behind "pounds".
pub static WEIGHED_UNITS: Phrases<()> = Phrases::new(generated::WEIGHED_UNITS);
/// `weighs` before "2,000 pounds".
pub static WEIGHING: Phrases<Weighing> = Phrases::new(generated::WEIGHING);
/// `wind` by "15 kn".
pub static MEASURE_CUES: Phrases<Measure> = Phrases::new(generated::MEASURE_CUES);
/// `fine` in "a 500-pound fine".
pub static PAID_THINGS: Phrases<()> = Phrases::new(generated::PAID_THINGS);
/// `countries` in "the 17 euro countries".
pub static EURO_OF_COUNTRIES: Phrases<()> = Phrases::new(generated::EURO_OF_COUNTRIES);
/// `a` in "twenty grand a week".
pub static AFTER_GRAND: Phrases<()> = Phrases::new(generated::AFTER_GRAND);
/// `up from` in "$3 billion, up from 2.5 billion".
pub static ELIDED_LINKS: Phrases<()> = Phrases::new(generated::ELIDED_LINKS);
/// `a year` in "up from 2.5 billion a year earlier".
pub static ELIDED_BEHIND: Phrases<()> = Phrases::new(generated::ELIDED_BEHIND);
/// `for` in "$1, 234 for it".
pub static AFTER_SLIP: Phrases<()> = Phrases::new(generated::AFTER_SLIP);

static PREFIX_NOUNS: Phrases<BeforeNumber> = Phrases::new(generated::PREFIX_NOUNS);

/// `US$` in "US$5 million": the symbol that begins the text, its length and what it says.
#[must_use]
pub fn symbol_at(text: &str) -> Option<(usize, Reading)> {
    SYMBOL_PHRASES.longest_at(text)
}

/// `US$` at the end of "paid US$": where the symbol begins that ends the text.
#[must_use]
pub fn symbol_before(text: &str) -> Option<usize> {
    SYMBOL_PHRASES.longest_before(text).map(|(start, _)| start)
}

/// `Swiss francs` in "Swiss francs a year": the noun that begins the text, its length and what it says.
#[must_use]
pub fn noun_at(text: &str) -> Option<(usize, Noun)> {
    NOUN_PHRASES.longest_at(text)
}

/// `ringgit` in "ringgit 42": the name that begins the text before a number, and whether any number will do.
#[must_use]
pub fn prefix_noun_at(text: &str) -> Option<(usize, Noun, bool)> {
    let (length, before) = PREFIX_NOUNS.longest_at(text)?;
    let noun = super::noun(text.get(..length)?)?;
    Some((length, noun, before == BeforeNumber::Prefix))
}

/// `ringgit` at the end of "paid ringgit": where the name begins that ends the text.
#[must_use]
pub fn prefix_noun_before(text: &str) -> Option<usize> {
    PREFIX_NOUNS.longest_before(text).map(|(start, _)| start)
}

/// `US$`, `ringgit`: whether a symbol or a name can end these bytes, as one look at the last of them tells. No is certain.
#[must_use]
#[inline]
pub fn may_end_in_currency(bytes: &[u8]) -> bool {
    SYMBOL_PHRASES.may_end(bytes) || PREFIX_NOUNS.may_end(bytes)
}

/// `million` in "5 million": whether the word that begins the text may stand behind a number in an amount.
///
/// Few words of a text may, and one look tells it of all the tables.
#[must_use]
pub fn counts_money(text: &str) -> bool {
    /// The word is enough.
    const WORD: u8 = 1;
    /// The word begins a phrase and a space follows it, as in "Swiss francs".
    const SPACED: u8 = 2;
    /// The word begins a phrase and something else follows it, as in "people's yuan" and "D-mark".
    const JOINED: u8 = 4;
    /// The word joins a number to another, or to a part of one.
    const LINK: u8 = 8;
    static WORDS: LazyLock<Heads> = LazyLock::new(|| {
        let parts = ["plus", "odd", "dozen", "quarter", "quarters", "point"];
        let phrases = (generated::MAGNITUDES.iter().map(|(word, _)| *word))
            .chain(generated::NUMERALS.iter().map(|(word, _)| *word))
            .chain(generated::VAGUE_COUNTS.iter().map(|(word, _)| *word))
            .chain(NOUNS.iter().map(|(noun, _)| *noun))
            .chain(SYMBOLS.iter().map(|(symbol, _)| *symbol))
            .chain(CODES.iter().map(|(code, _, _)| *code))
            .chain(parts);
        let links = ["to", "or", "and", "up"].map(|word| (Word { word, whole: true }, LINK));
        let word = |phrase: &'static str| {
            let letters = phrase.bytes().take_while(u8::is_ascii_alphabetic).count();
            let one = letters == phrase.len() || !phrase.is_ascii();
            let kind = match phrase.as_bytes().get(letters) {
                _ if one => WORD,
                Some(b' ') => SPACED,
                _ => JOINED,
            };
            (Word { word: &phrase[..letters], whole: true }, kind)
        };
        let words = phrases.map(word).filter(|(word, _)| !word.word.is_empty()).chain(links);
        Heads::new(&words.collect::<Vec<_>>(), u8::MAX)
    });
    let head = eight(text.as_bytes(), 0);
    let kinds = if WORDS.may(head) != 0 { WORDS.kinds(head) } else { 0 };
    if kinds & LINK != 0 {
        // `2 and the`: most words behind a link are no number.
        let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let next = rest.trim_start_matches(|c: char| c.is_whitespace()).as_bytes();
        let head = eight(next, 0);
        return match next {
            [b'a', other, ..] if !other.is_ascii_alphabetic() => true,
            [b'h', b'a', b'l', b'f', ..] => true,
            [b'a'..=b'z', ..] => WORDS.may(head) != 0 && WORDS.kinds(head) != 0,
            [_, ..] => true,
            [] => false,
        };
    }
    // `MUSD`, `TEUR`: the first letter multiplies.
    let scaled = || {
        matches!(head.to_le_bytes()[0], b'm' | b'k' | b't' | b'b') && WORDS.kinds(eight(text.as_bytes(), 1)) & WORD != 0
    };
    let phrase = || {
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let goes_on = match text.as_bytes().get(letters) {
            Some(byte) if byte.is_ascii_whitespace() => SPACED,
            // A no-break space is a space too.
            Some(0x80..) => SPACED | JOINED,
            _ => JOINED,
        };
        kinds & goes_on != 0 && (noun_at(text).is_some() || symbol_at(text).is_some())
    };
    kinds & WORD != 0 || kinds != 0 && phrase() || scaled()
}

/// Whether both currencies are written with the same bare sign: `$5 million Canadian`.
#[must_use]
pub fn same_symbol(one: CurrencyCode, other: CurrencyCode) -> bool {
    const DOLLARS: [&str; 34] = [
        "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "BRL", "JMD", "TTD", "BBD", "BSD", "BZD", "FJD", "GYD",
        "LRD", "NAD", "SBD", "SRD", "XCD", "ZWL", "ARS", "CLP", "COP", "UYU", "DOP", "CUP", "BMD", "KYD", "BND", "ZWD",
        "NIO", "BOB",
    ];
    const POUNDS: [&str; 8] = ["GBP", "EGP", "LBP", "SYP", "SDG", "GIP", "FKP", "IEP"];
    let both = |list: &[&str]| list.contains(&one.as_str()) && list.contains(&other.as_str());
    both(&DOLLARS) || both(&POUNDS) || one == other
}

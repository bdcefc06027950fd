//! Amounts: a quantity with its currency.
//!
//! ```text
//! symbol_number = prefix [ minus ] quantity [ same currency ]      $5 million   US$5m   £80 million pounds   $5m AUD
//! code_number   = code [ minus ] quantity                          EUR -0.3 mn
//! number_symbol = quantity symbol                                  20€
//! number_code   = quantity code                                    5m USD   48.5 MGBP
//! number_noun   = quantity noun                                    five million dollars   39 lakh crore rupees
//! grand         = quantity "grand"                                 fifty grand
//! minor         = quantity minor noun                              30 cents   151.5 pence
//! major_minor   = amount [ "and" ] quantity minor noun             3 dollars 50 cents
//! accounting    = prefix "(" quantity ")" [ magnitude ]            $(5) million
//! ```

use nom::Parser;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::currency::{Tag, prefix, suffix};
use super::number::number;
use super::quantity::{Quantity, loose, magnitude, magnitude_behind, of_minor, quantity, spaced, times};
use super::{Read, at_word_end, dash, nothing, space, spaces};
use crate::lexicon::holds::Holds;
use crate::lexicon::money::{
    AFTER_GRAND, EURO_OF_COUNTRIES, PAID_THINGS, WEIGHED_GOODS, WEIGHED_THINGS, WEIGHED_UNITS,
};
use crate::lexicon::{self, Reading, Unit};
use crate::model::{CurrencyBasis, CurrencyCode, Sign};

/// The productions that give a figure its rule.
pub const RULES: &[&str] = &[
    "amount.symbol_number",
    "amount.code_number",
    "amount.noun_number",
    "amount.number_symbol",
    "amount.number_code",
    "amount.number_noun",
    "amount.words_noun",
    "amount.grand",
    "amount.minor",
    "amount.major_minor",
    "amount.accounting",
];

/// `$5 million`, or `5 million` whose currency the other end of a range gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The quantity as written, in the unit as written.
    pub quantity: Quantity,
    /// The currency, if one is written here.
    pub tag: Option<Tag>,
    /// The currency stands before the number.
    pub prefixed: bool,
    /// Minor units that follow: 0.50 in "3 dollars 50 cents".
    pub minor: Option<Decimal>,
    /// A written minus or accounting parentheses.
    pub sign: Sign,
    /// The production's name.
    pub rule: &'static str,
}

impl Amount {
    /// The amount in major units; `None` where a decimal cannot hold it.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.value_in(self.tag)
    }

    /// The amount in major units of `tag`, which may stand at the other end of a range.
    #[must_use]
    pub fn value_in(&self, tag: Option<Tag>) -> Option<Decimal> {
        let mut value = self.quantity.value?;
        if let Some(tag) = tag {
            value = times(value, tag.exponent)?;
            if let Unit::Minor { digits } = tag.unit {
                value = of_minor(value, digits)?;
            }
        }
        if let Some(minor) = self.minor {
            value = value.checked_add(minor)?;
        }
        if self.sign == Sign::Negative && !value.is_zero() {
            value.set_sign_negative(true);
        }
        Some(value.normalize())
    }
}

/// `$5 million`, `5 million euros`, `30 cents`; a bare `5 million` has no tag.
pub fn amount(i: &str) -> Read<'_, Amount> {
    let (rest, before) = opt(prefix).parse(i)?;
    match before {
        Some(tag) => {
            let (after, read) = prefixed(rest, tag)?;
            // `RM-70 launchers`: letters, a hyphen and a small number are a designation.
            let lettered = i[..i.len() - rest.len()].ends_with(|c: char| c.is_ascii_alphabetic());
            let small = read.quantity.exponent == 0 && read.quantity.simple && !read.quantity.grouped;
            if lettered && rest.starts_with('-') && small && read.quantity.number.is_some_and(|n| n.scale() == 0) {
                return nothing();
            }
            Ok((after, read))
        }
        None => suffixed(i),
    }
}

/// `RMB 5` in `RMB 5 to 8 billion`: letters that may be anything, and a number so small that the other end must show what it is.
pub fn small_end(i: &str) -> Read<'_, Amount> {
    let (rest, tag) = prefix(i)?;
    let touches = rest.starts_with(|c: char| c.is_ascii_digit());
    if !tag.guarded || tag.lettered && !touches {
        return nothing();
    }
    prefixed(rest, Tag { guarded: false, lettered: false, ..tag })
}

/// Whether "mil" is the last word of what was read of a text.
fn ends_in_mil(text: &str, rest: &str) -> bool {
    let read = &text[..text.len() - rest.len()];
    let word = &read[read.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len()..];
    word.eq_ignore_ascii_case("mil")
}

/// `$5 million`, `EUR -0.3 mn`, `£80 million pounds`, behind its prefix
fn prefixed(i: &str, tag: Tag) -> Read<'_, Amount> {
    let rest = spaces(i);
    let touches = rest.len() == i.len();
    let lettered = rest.len() == i.len() && tag.basis != CurrencyBasis::Symbol;
    let (rest, sign) = match dash(rest).filter(|_| !lettered && !tag.guarded) {
        Some(after) if after.bytes().next().is_some_and(|b| b.is_ascii_digit() || b == b'.') => (after, Sign::Negative),
        Some(_) => return nothing(),
        None if dash(rest).is_some() => return nothing(),
        None => (rest, Sign::Positive),
    };
    if let Some(read) = accounting(rest, tag) {
        return Ok(read);
    }
    let written = rest;
    let (mut rest, quantity) = match spaced(rest).filter(|(rest, _)| !counts(rest)) {
        Some(read) => read,
        None => own_quantity(rest)?,
    };
    if tag.guarded && !sure(&quantity) && !(tag.exponent > 0 && quantity.words) {
        return nothing();
    }
    // `ALL 5,000 employees`, `TOP 10,000 sites`: a word and what is counted.
    if tag.guarded && tag.basis == CurrencyBasis::Code && counts(rest) {
        return nothing();
    }
    // `SR22T`, `N81B`: capitals, digits and a capital are a designation; `P1.2B` is none.
    let broken = quantity.exponent >= 6 && quantity.number.is_some_and(|number| number.scale() > 0);
    if tag.guarded
        && touches
        && !broken
        && written[..written.len() - rest.len()].ends_with(|c: char| c.is_ascii_uppercase())
    {
        return nothing();
    }
    // `R5 billion`, `P1,500`: a letter alone must touch its number, which must be a sum of money by its looks.
    let large = quantity.exponent >= 6;
    // The rand may stand apart before millions.
    let apart = large && codes(tag.reading) == [CurrencyCode::new("ZAR")] && !counts(rest);
    if tag.lettered && (quantity.words || !(apart || touches && (large || quantity.grouped))) {
        return nothing();
    }
    let mut quantity = quantity;
    // `R$ 5 mil`: "mil" is Portuguese for a thousand, and where reais stand it is no "million".
    if codes(tag.reading) == [CurrencyCode::new("BRL")] && quantity.simple && ends_in_mil(written, rest) {
        quantity = quantity.with_exponent(3);
    }
    if quantity.exponent == 0 {
        match touching(rest) {
            Touching::Nothing => {}
            Touching::Lakh(after) if codes(tag.reading).contains(&CurrencyCode::new("INR")) => {
                quantity = quantity.with_exponent(5);
                rest = after;
            }
            // "$5 L": of no other money.
            Touching::Lakh(_) if rest.starts_with(' ') => {}
            Touching::Slip | Touching::Lakh(_) => return nothing(),
        }
    }
    let rule = if tag.basis == CurrencyBasis::Code { "amount.code_number" } else { "amount.symbol_number" };
    let rule = if tag.basis == CurrencyBasis::Name { "amount.noun_number" } else { rule };
    let mut amount = Amount { quantity, tag: Some(tag), prefixed: true, minor: None, sign, rule };
    if let Ok((after, again)) = suffix(rest) {
        // `£80 million pounds`, `$5m USD`, `$5 million AUD`: the same currency again, or the one that a bare dollar is.
        if let Some(reading) =
            agreed(tag.reading, again.reading).filter(|_| again.unit == Unit::Major && again.exponent == 0)
        {
            let basis = if reading == tag.reading { tag.basis } else { again.basis };
            let symbol_of_next = again.basis == CurrencyBasis::Symbol;
            if !symbol_of_next {
                amount.tag = Some(Tag { reading, basis, ..tag });
                rest = after;
            }
        }
    }
    if let Some((after, reading)) = land(rest, tag.reading) {
        amount.tag = Some(Tag { reading, ..tag });
        rest = after;
    }
    major_minor(&mut rest, &mut amount);
    Ok((rest, amount))
}

/// `8 billion` in `$8 billion and 5 million zlotys`, `5` in `$5, 200,000 zlotys`: a currency of its own behind the last part makes
/// it the next amount.
fn own_quantity(i: &str) -> Read<'_, Quantity> {
    let (rest, read) = quantity(i)?;
    let written = &i[..i.len() - rest.len()];
    let parted = written.find(" and ").filter(|_| !read.words).or_else(|| written.find(", "));
    match parted.filter(|_| suffix(rest).is_ok()) {
        Some(at) => match quantity(&i[..at]) {
            Ok(("", first)) => Ok((&i[at..], first)),
            _ => Ok((rest, read)),
        },
        None => Ok((rest, read)),
    }
}

/// What touches the last digit of a number behind its sign.
enum Touching<'t> {
    Nothing,
    /// `$5O million`, `$20s`: digits read wrong, or bills.
    Slip,
    /// `₹1.5L`
    Lakh(&'t str),
}

fn touching(rest: &str) -> Touching<'_> {
    let ends = |rest: &str| !rest.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    match rest.as_bytes().first() {
        Some(b'L') if at_word_end(&rest[1..]) => Touching::Lakh(&rest[1..]),
        // `Rs 5 L,`; in "Rs 5 L. Hale" it begins a name.
        Some(b' ') if rest[1..].starts_with('L') => match &rest[2..] {
            after if after.is_empty() || after.starts_with([',', ';', ')']) => Touching::Lakh(after),
            after if space(after).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_lowercase())) => {
                Touching::Lakh(after)
            }
            _ => Touching::Nothing,
        },
        Some(b'O' | b'o' | b'l' | b'I' | b's') if ends(&rest[1..]) => Touching::Slip,
        _ => Touching::Nothing,
    }
}

/// ` men` behind `$5 500`: what the second number counts. ` a month` counts nothing.
#[must_use]
pub fn counts(rest: &str) -> bool {
    let Some(word) = space(rest) else { return false };
    let length = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &word[..length];
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.len() > 3 && (word.ends_with('s') || word == "people")
}

/// ` US` in `$500 US,`, ` (AUD)` in `$5 million (AUD)`, ` Canadian` in `$5 million Canadian.`: whose dollars, where no noun follows
fn land(i: &str, reading: Reading) -> Option<(&str, Reading)> {
    let Reading::Default(code) = reading else { return None };
    let rest = space(i)?;
    // `$5 million (AUD)`
    if let Some((name, rest)) = rest.strip_prefix('(').and_then(|inner| Some((inner.get(..3)?, inner.get(3..)?))) {
        let (other, _) = lexicon::code(name)?;
        let rest = rest.strip_prefix(')')?;
        return lexicon::same_symbol(code, other).then_some((rest, Reading::One(other)));
    }
    let (rest, land) = ["US", "U.S.", "Canadian", "Cdn", "Australian", "Singapore", "NZ"]
        .iter()
        .find_map(|word| Some((rest.strip_prefix(word)?, *word)))?;
    let next = space(rest).unwrap_or(rest);
    if next.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'\'' || b >= 0x80) {
        return None;
    }
    let other = match land {
        "US" | "U.S." => "USD",
        "Canadian" | "Cdn" => "CAD",
        "Australian" => "AUD",
        "NZ" => "NZD",
        _ => "SGD",
    };
    let other = CurrencyCode::new(other);
    lexicon::same_symbol(code, other).then_some((rest, Reading::One(other)))
}

/// `(5) million` behind `$`
fn accounting(i: &str, tag: Tag) -> Option<(&str, Amount)> {
    let inner = i.strip_prefix('(')?;
    let (rest, read) = number(inner.trim_start_matches(' ')).ok()?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix(')')?;
    let (rest, exponent) = magnitude(rest).unwrap_or((rest, 0));
    let quantity = Quantity {
        number: read.value,
        exponent,
        value: read.value.and_then(|value| times(value, exponent)),
        words: false,
        grouped: read.grouped,
        simple: false,
        approximate: false,
        at_least: false,
        doubtful: read.doubtful && exponent == 0,
    };
    let rule = "amount.accounting";
    Some((rest, Amount { quantity, tag: Some(tag), prefixed: true, minor: None, sign: Sign::Negative, rule }))
}

/// `20€`, `5m USD`, `five million dollars`, or a quantity alone
fn suffixed(i: &str) -> Read<'_, Amount> {
    let (i, sign) = match dash(i) {
        Some(after) if after.bytes().next().is_some_and(|b| b.is_ascii_digit()) => (after, Sign::Negative),
        _ => (i, Sign::Positive),
    };
    let (rest, quantity) = match spaced(i).filter(|(rest, _)| suffix(rest).is_ok()) {
        Some(read) => read,
        None => quantity(i)?,
    };
    // `a billion-plus dollars`
    let (quantity, rest) = match loose(rest).filter(|(rest, _)| suffix(rest).is_ok()) {
        Some((after, loose)) => (loose.set(quantity), after),
        None => (quantity, rest),
    };
    let mut rest = rest;
    let mut amount = Amount { quantity, tag: None, prefixed: false, minor: None, sign, rule: "amount.bare" };
    if quantity.exponent == 3 && i[..i.len() - rest.len()].ends_with("grand") {
        // Whose thousands, another figure or a place must say.
        if closes_grand(rest) {
            let reading = Reading::Several(GRAND);
            let basis = CurrencyBasis::Name;
            let tag = Tag { reading, basis, unit: Unit::Major, exponent: 0, guarded: false, lettered: false };
            amount = Amount { tag: Some(tag), rule: "amount.grand", ..amount };
        }
    } else if let Ok((after, tag)) = suffix(rest)
        && fits(&quantity, tag, rest, after)
    {
        amount.tag = Some(tag);
        amount.rule = match (tag.unit, tag.basis) {
            (Unit::Minor { .. }, _) => "amount.minor",
            (_, CurrencyBasis::Symbol) => "amount.number_symbol",
            (_, CurrencyBasis::Code) => "amount.number_code",
            _ => "amount.number_noun",
        };
        rest = after;
        // `160 SEK million`: the magnitude stands behind the money.
        let code = tag.basis == CurrencyBasis::Code;
        if quantity.exponent == 0
            && tag.exponent == 0
            && tag.unit == Unit::Major
            && !quantity.words
            && !year_like(&quantity)
            && let Some((after, exponent)) = magnitude_behind(rest, code)
        {
            amount.quantity = quantity.with_exponent(exponent);
            rest = after;
        }
        major_minor(&mut rest, &mut amount);
    }
    Ok((rest, amount))
}

/// What a grand may be a thousand of.
const GRAND: &[CurrencyCode] = &[
    CurrencyCode::new("USD"),
    CurrencyCode::new("GBP"),
    CurrencyCode::new("EUR"),
    CurrencyCode::new("AUD"),
    CurrencyCode::new("CAD"),
    CurrencyCode::new("NZD"),
];

/// Whether the phrase ends behind "grand": `twenty grand a week`, but not `three grand pianos`.
fn closes_grand(after: &str) -> bool {
    let rest = spaces(after);
    closes(after) && dash(after).is_none() || AFTER_GRAND.longest_at(rest).is_some()
}

/// Whether a word behind a number is money here, and not a weight, a verb or the symbol of the next amount.
fn fits(quantity: &Quantity, tag: Tag, before: &str, after: &str) -> bool {
    let word =
        before.get(..before.len() - after.len()).unwrap_or("").trim_start_matches(|c: char| !c.is_alphanumeric());
    let capital = word.starts_with(|c: char| c.is_uppercase());
    if capital && !sure(quantity) {
        // `50 Cent`, `67P`, `2018 Bitcoin`, `Thirteen Zaire`
        let past = matches!(tag.reading, Reading::One(code) | Reading::Default(code) if lexicon::historical(code));
        if past || year_like(quantity) || matches!(word, "Cent" | "P" | "C") {
            return tag.basis == CurrencyBasis::Code && !year_like(quantity);
        }
    }
    // `three KC-130J tankers` counts a designation; `5 EUR-10 EUR` is a range.
    let hyphened = after.strip_prefix('-').filter(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(next) = hyphened.filter(|_| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase())) {
        let behind = number(next).map_or(next, |(rest, _)| rest);
        if suffix(spaces(behind)).is_err() {
            return false;
        }
    }
    // `12 Dollar Street`, `2 Euro Disney`
    let noun = word.last_word();
    let title = capital
        && tag.basis == CurrencyBasis::Name
        && noun.starts_with(char::is_uppercase)
        && noun.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase);
    // `1655 Crown Street` has no marks either.
    let marked = quantity.grouped || quantity.exponent >= 3 || quantity.value.is_some_and(|value| value.scale() > 0);
    if title && !marked && after.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase)) {
        return false;
    }
    let large = quantity.exponent >= 3 || quantity.value.is_some_and(|value| value >= Decimal::ONE_THOUSAND);
    match tag.basis {
        // `in 2010 $5 million`: the sign belongs to the number behind it, unless that has one of its own (`10 $ 30 $`).
        CurrencyBasis::Symbol => {
            let next = space(after).unwrap_or(after);
            !next.bytes().next().is_some_and(|b| b.is_ascii_digit()) || {
                let behind = number(next).map_or(next, |(rest, _)| rest);
                let behind = spaces(behind);
                space(after).is_some()
                    && (lexicon::symbol_at(behind).is_some()
                        || suffix(behind).is_ok_and(|(_, tag)| tag.unit != Unit::Major))
            }
        }
        // `ALL 5`, `5 TOP`: capitals that are also a word need a number that no count of things has.
        CurrencyBasis::Code => {
            sure(quantity) || closes(after) || !lexicon::code(word).is_some_and(|(_, guarded)| guarded)
        }
        _ => match word {
            // `a 500-pound bomb`, `20 pounds of explosives`; `billions of pounds of spending` is money.
            "pound" | "Pound" => {
                let thing = WEIGHED_THINGS.longest_at(spaces(after)).is_some();
                let millions = quantity.exponent >= 6 && !thing && !heavy(after);
                let number = millions
                    || PAID_THINGS.longest_at(spaces(after)).is_some()
                    || (large && dash(before).is_none() && !weighed(after));
                number && !after.starts_with('-')
            }
            // `5p.m.`
            "p" => !after.starts_with(".m"),
            // `the 17 euro countries`
            "euro" | "Euro" => EURO_OF_COUNTRIES.longest_at(spaces(dash(after).unwrap_or(after))).is_none(),
            "pounds" | "Pounds" => {
                let millions = quantity.value.is_some_and(|value| value >= Decimal::new(1_000_000, 0));
                !heavy(after) && (quantity.exponent >= 3 || millions || !weighed(after))
            }
            // `Labour, with 250, won the vote`
            // `in 2010 won a contract`
            "won" | "Won" => {
                let rest = spaces(after);
                let object = ["a ", "an ", "the ", "its "].iter().any(|article| rest.starts_with(article));
                large && !object || !rest.bytes().next().is_some_and(|b| b.is_ascii_lowercase())
            }
            // A dram is also a weight and a drink.
            "dram" | "drams" => large,
            "marks" | "mark" | "crowns" | "crown" | "real" | "sterling" | "som" | "sol" | "rand" => {
                large || word == "rand"
            }
            _ => true,
        },
    }
}

/// Whether the number looks like money whatever stands by it: it has a magnitude, marked thousands or a decimal part.
#[must_use]
pub fn sure(quantity: &Quantity) -> bool {
    let large = quantity.value.is_some_and(|value| value.scale() > 0 || value >= Decimal::ONE_THOUSAND);
    quantity.exponent >= 3 || quantity.grouped || (large && !year_like(quantity))
}

/// Whether the number could be a year: `2018`.
fn year_like(quantity: &Quantity) -> bool {
    let years = Decimal::new(1900, 0)..Decimal::new(2100, 0);
    quantity.exponent == 0
        && !quantity.grouped
        && quantity.value.is_some_and(|value| value.scale() == 0 && years.contains(&value))
}

/// Whether the phrase ends here.
#[must_use]
pub fn closes(after: &str) -> bool {
    let rest = spaces(after);
    after.starts_with("\n\n") || !rest.bytes().next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'-' || b == b'/')
}

/// ` of explosives`, ` of anything`, ` bomb`: the pounds before are a weight.
fn weighed(after: &str) -> bool {
    let rest = spaces(after);
    heavy(after) || keyword(rest, "of") || WEIGHED_THINGS.longest_at(rest).is_some()
}

/// ` of thrust`, ` of frozen beef`, ` per square inch`: the pounds before are a weight, however many.
fn heavy(after: &str) -> bool {
    /// "of fresh and frozen boneless beef" has more; most goods have two words before them at most.
    const WORDS: usize = 4;
    let rest = spaces(after);
    if !keyword(rest, "of") {
        return WEIGHED_UNITS.longest_at(rest).is_some();
    }
    let mut rest = spaces(&rest[2..]);
    for _ in 0..WORDS {
        if WEIGHED_GOODS.longest_at(rest).is_some() {
            return true;
        }
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'-').count();
        let next = spaces(&rest[length..]);
        if length == 0 || next.len() + length == rest.len() || ["in", "for", "to", "from"].contains(&&rest[..length]) {
            return false;
        }
        rest = next;
    }
    false
}

/// Whether the text begins with a whole word.
fn keyword(i: &str, word: &str) -> bool {
    i.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)) && at_word_end(&i[word.len()..])
}

/// ` 50 cents` behind `3 dollars`
fn major_minor(rest: &mut &str, amount: &mut Amount) {
    let Some(tag) = amount.tag.filter(|tag| tag.unit == Unit::Major && tag.exponent == 0) else { return };
    if amount.quantity.exponent != 0 {
        return;
    }
    let Some(after) = space(rest) else { return };
    let after = after.strip_prefix("and ").unwrap_or(after);
    if let Some((after, value)) = parts_in_words(after).filter(|_| amount.quantity.words) {
        amount.minor = Some(value);
        amount.rule = "amount.major_minor";
        *rest = after;
        return;
    }
    let Ok((after, minor)) = quantity(after) else { return };
    // `43c`: a letter that means cents only behind whole units.
    let (after, digits, of) = match after.strip_prefix('c').filter(|rest| at_word_end(rest)) {
        Some(rest) => (rest, 2, None),
        None => match suffix(after) {
            Ok((rest, Tag { unit: Unit::Minor { digits }, reading, .. })) => (rest, digits, Some(reading)),
            _ => return,
        },
    };
    let small = minor.value.is_some_and(|value| value < Decimal::ONE_HUNDRED && value.scale() == 0);
    if !small || of.is_some_and(|of| !minor_of(tag.reading, of)) {
        return;
    }
    amount.minor = minor.value.and_then(|value| of_minor(value, digits));
    amount.rule = "amount.major_minor";
    *rest = after;
}

/// `fifty` behind "two bucks", where nothing follows that there could be fifty of: hundredths of the unit before.
fn parts_in_words(i: &str) -> Option<(&str, Decimal)> {
    let (rest, read) = quantity(i).ok()?;
    let value = read.value.filter(|value| *value >= Decimal::TEN && *value < Decimal::ONE_HUNDRED)?;
    let parts = read.words && read.simple && read.exponent == 0 && value.scale() == 0;
    (parts && closes_grand(rest)).then(|| of_minor(value, 2).map(|value| (rest, value)))?
}

/// `buck fifty` behind "a": one unit and parts of it in words.
#[must_use]
pub fn unit_and(i: &str) -> Option<(&str, Amount)> {
    let (rest, tag) = suffix(i).ok()?;
    let named = tag.unit == Unit::Major && tag.basis == CurrencyBasis::Name && tag.exponent == 0;
    let (rest, parts) = parts_in_words(space(rest).filter(|_| named)?)?;
    let one = Some(Decimal::ONE);
    let quantity = Quantity {
        number: one,
        exponent: 0,
        value: one,
        words: true,
        grouped: false,
        simple: true,
        approximate: false,
        at_least: false,
        doubtful: false,
    };
    let minor = Some(parts);
    let rule = "amount.major_minor";
    Some((rest, Amount { quantity, tag: Some(tag), prefixed: false, minor, sign: Sign::Positive, rule }))
}

/// Whether cents of one reading can belong to the other: `3 CAD 3 cents`.
fn minor_of(major: Reading, minor: Reading) -> bool {
    match minor {
        Reading::Default(_) | Reading::Several(_) => true,
        Reading::One(code) => codes(major).contains(&code),
    }
}

/// What both readings can mean together, if they can: a bare dollar and "Canadian dollars" are Canadian.
#[must_use]
pub fn agreed(one: Reading, other: Reading) -> Option<Reading> {
    if one == other {
        return Some(one);
    }
    match (one, other) {
        (Reading::One(a), Reading::Default(b)) | (Reading::Default(b), Reading::One(a)) => {
            (a == b || lexicon::same_symbol(a, b)).then_some(Reading::One(a))
        }
        (Reading::One(a), Reading::Several(list)) | (Reading::Several(list), Reading::One(a)) => {
            list.contains(&a).then_some(Reading::One(a))
        }
        (Reading::One(a), Reading::One(b)) | (Reading::Default(a), Reading::Default(b)) => (a == b).then_some(one),
        (Reading::Several(_) | Reading::Default(_), Reading::Several(_))
        | (Reading::Several(_), Reading::Default(_)) => None,
    }
}

/// The codes that a reading names.
fn codes(reading: Reading) -> Vec<CurrencyCode> {
    match reading {
        Reading::One(code) | Reading::Default(code) => vec![code],
        Reading::Several(list) => list.to_vec(),
    }
}

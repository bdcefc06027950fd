//! Quantities: a number with its magnitude, in digits or in words.
//!
//! ```text
//! quantity = number [ magnitude ] { [ "and" ] number magnitude }     5.4 billion     96 billion 428 million
//!          | number ( "+" | "-plus" | "-odd" ) magnitude             30-plus million
//!          | digit "/" digit magnitude                               1/2 million
//!          | words                                                   two hundred and fifty million
//! words    = cardinal [ "and a half" ] [ magnitude ] [ "and a half" ]      one and three quarter million
//!          | cardinal "and" digit digit "/100"                       five thousand and 50/100
//!          | [ "a" ] ( "half" | "quarter" | "three quarters" ) [ "of" ] [ "a" ] magnitude
//!          | "a" ( "couple" | "dozen" ) [ "of" ] magnitude
//! ```
//! All arithmetic on amounts is here: checked, and normalised so that 1.2 × 1,000,000,000 prints as 1200000000.

use rust_decimal::Decimal;

use super::currency::prefix;
use super::number::{self, Number, number};
use super::{Read, dash, hyphen, nothing, space, spaces};
use crate::lexicon::money::{MAGNITUDES, NUMERALS};

/// `5.4 billion`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number before the magnitude: 5.4. `None` where a decimal cannot hold it.
    pub number: Option<Decimal>,
    /// The power of ten of the magnitude: 9, or 0 without one.
    pub exponent: u8,
    /// The whole: 5400000000.
    pub value: Option<Decimal>,
    /// Written in words.
    pub words: bool,
    /// Thousands are marked: `900,000`.
    pub grouped: bool,
    /// One number with at most one magnitude, so that a range can share the magnitude.
    pub simple: bool,
    /// "a couple of million" is two million and no more exact than that.
    pub approximate: bool,
    /// "30-plus million" is that or more.
    pub at_least: bool,
    /// One dot before three digits and no magnitude: `5.000` is five or five thousand.
    pub doubtful: bool,
}

impl Quantity {
    /// The same number with the magnitude of the other end of a range.
    #[must_use]
    pub fn with_exponent(mut self, exponent: u8) -> Self {
        self.exponent = exponent;
        self.value = self.number.and_then(|number| times(number, exponent));
        self
    }
}

/// `5.4` times ten to the `9`th.
#[must_use]
pub fn times(number: Decimal, exponent: u8) -> Option<Decimal> {
    let power = Decimal::try_from_i128_with_scale(10_i128.checked_pow(u32::from(exponent))?, 0).ok()?;
    number.checked_mul(power).map(|value| value.normalize())
}

/// `30` cents are 0.30: an amount of minor units in major ones.
#[must_use]
pub fn of_minor(value: Decimal, digits: u8) -> Option<Decimal> {
    value.checked_mul(Decimal::new(1, u32::from(digits))).map(|value| value.normalize())
}

/// `5.4 billion`, `two hundred and fifty million`
pub fn quantity(i: &str) -> Read<'_, Quantity> {
    match i.as_bytes().first() {
        Some(b'a'..=b'z' | b'A'..=b'Z') => words(i),
        Some(_) => digits(i),
        None => nothing(),
    }
}

/// `96 billion 428 million`
fn digits(i: &str) -> Read<'_, Quantity> {
    let (mut rest, first) = number(i)?;
    let Some((after, exponent)) = magnitude(rest) else {
        return Ok(half(i, rest)
            .or_else(|| loose_number(rest, first))
            .unwrap_or_else(|| (rest, from_number(first, 0))));
    };
    let (after, exponent) = doubled(rest, after, exponent).unwrap_or((after, exponent));
    rest = after;
    let mut read = from_number(first, exponent);
    // `$290,000,000 million`: the number is whole without the word, which is a slip.
    if first.grouped && exponent >= 6 && first.value.is_some_and(|value| value >= Decimal::new(1_000_000, 0)) {
        return Ok((rest, Quantity { exponent: 0, value: first.value.map(|value| value.normalize()), ..read }));
    }
    let mut last = exponent;
    // Each part is smaller than the one before it, so the chain is short.
    while let Some((after, part, exponent)) = next_part(rest, last) {
        read.value = read.value.zip(times_number(part, exponent)).and_then(|(sum, part)| sum.checked_add(part));
        read.simple = false;
        rest = after;
        last = exponent;
    }
    Ok((rest, read))
}

/// ` crore` behind `10 thousand`, ` million` behind `5 hundred`, ` cr` behind `2.3 lakh`
fn doubled<'t>(before: &'t str, after: &'t str, exponent: u8) -> Option<(&'t str, u8)> {
    // A letter is no word that another could follow.
    let word = before.len() - after.len() > 2;
    let (rest, more) = magnitude(after).filter(|_| word && matches!(exponent, 2 | 3 | 5))?;
    (more > exponent || more == 3 && exponent == 2).then_some((rest, exponent + more))
}

/// `1/2 million`: a part alone
fn half<'t>(i: &'t str, behind: &str) -> Option<(&'t str, Quantity)> {
    let (rest, part) = behind.strip_prefix('/').and_then(|_| number::part(i))?;
    let (rest, exponent) = magnitude(rest).filter(|(_, exponent)| *exponent >= 3)?;
    Some((rest, Quantity { words: false, ..from_words(part, exponent, times(part, exponent), true) }))
}

/// `-plus million` behind `30`
fn loose_number(i: &str, number: Number) -> Option<(&str, Quantity)> {
    let (rest, loose) = loose(i)?;
    let (rest, exponent) = magnitude(rest)?;
    Some((rest, loose.set(from_number(number, exponent))))
}

/// `-plus`, `-odd` between a number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loose {
    /// `30-plus million`
    Plus,
    /// `200-odd million`
    Odd,
}

impl Loose {
    /// The quantity that the word makes loose.
    #[must_use]
    pub const fn set(self, quantity: Quantity) -> Quantity {
        match self {
            Self::Plus => Quantity { at_least: true, simple: false, ..quantity },
            Self::Odd => Quantity { approximate: true, simple: false, ..quantity },
        }
    }
}

/// `+`, `-plus`, ` plus`, `-odd` before a magnitude or the name of a currency
#[must_use]
pub fn loose(i: &str) -> Option<(&str, Loose)> {
    if let Some(rest) = i.strip_prefix('+') {
        return Some((rest, Loose::Plus));
    }
    let (rest, odd) = match dash(i) {
        Some(rest) => (rest, true),
        None => (space(i)?, false),
    };
    match rest.as_bytes() {
        [b'p' | b'P', ..] => Some((keyword_end(rest, "plus")?, Loose::Plus)),
        [b'o' | b'O', ..] if odd => Some((keyword_end(rest, "odd")?, Loose::Odd)),
        _ => None,
    }
}

/// `12 500`, `12 500 million`: a number with one plain space inside, which money must stand by.
#[must_use]
pub fn spaced(i: &str) -> Option<(&str, Quantity)> {
    let (rest, read) = number::spaced(i)?;
    let (rest, exponent) = magnitude(rest).unwrap_or((rest, 0));
    Some((rest, from_number(read, exponent)))
}

fn from_number(number: Number, exponent: u8) -> Quantity {
    Quantity {
        number: number.value,
        exponent,
        value: times_number(number, exponent),
        words: false,
        grouped: number.grouped,
        simple: true,
        approximate: false,
        at_least: false,
        doubtful: number.doubtful && exponent == 0,
    }
}

fn times_number(number: Number, exponent: u8) -> Option<Decimal> {
    number.value.and_then(|value| times(value, exponent))
}

/// ` 428 million` behind `96 billion`.
fn next_part(i: &str, last: u8) -> Option<(&str, Number, u8)> {
    let rest = space(i)?;
    let rest = rest.strip_prefix("and ").unwrap_or(rest);
    if !rest.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let (rest, number) = number(rest).ok()?;
    let (rest, exponent) = magnitude(rest)?;
    (exponent < last && exponent >= 3 && number.value? < Decimal::new(1000, 0)).then_some((rest, number, exponent))
}

/// ` billion`, `bn`, `-million`, `- crore`
pub fn magnitude(i: &str) -> Option<(&str, u8)> {
    let rest = if let Some(rest) = dash(i) {
        slipped(rest).unwrap_or(rest)
    } else {
        let rest = spaces(i);
        let behind = rest.strip_prefix('-').map(|behind| behind.strip_prefix(' ').unwrap_or(behind));
        behind.filter(|word| is_spelt_out(word)).unwrap_or(rest)
    };
    if !rest.as_bytes().first()?.is_ascii_alphabetic() {
        return None;
    }
    let (length, exponent) = MAGNITUDES.longest_at(rest)?;
    let after = rest.get(length..)?;
    if length == 1 {
        // `$100 M-1`, `$5 T-shirt`: a letter behind a space that a hyphen ties to what follows, but `$1.2m-a-year` is a magnitude.
        let tight = rest.len() == i.len();
        let tied = hyphen(after).is_some_and(|rest| rest.starts_with(char::is_alphanumeric) && !counted(rest));
        if !tight && (tied || exponent == 12)
            || exponent == 12 && hyphen(after).is_some_and(|rest| !rest.starts_with("a-"))
        {
            return None;
        }
    }
    Some((after, exponent))
}

/// ` crore` behind `Rs 473-`: a space beside the hyphen, which is a slip.
fn slipped(i: &str) -> Option<&str> {
    i.strip_prefix(' ').filter(|word| is_spelt_out(word))
}

/// `million`, `crore`: a magnitude with all its letters.
fn is_spelt_out(i: &str) -> bool {
    MAGNITUDES.longest_at(i).is_some_and(|(length, exponent)| length >= 4 && exponent >= 5)
}

/// ` million` behind `160 SEK`, ` bn` behind `5 EUR`: a magnitude that follows the money, with all its letters or behind a code.
pub(super) fn magnitude_behind(i: &str, code: bool) -> Option<(&str, u8)> {
    let word = i.strip_prefix(' ')?;
    let (length, exponent) = MAGNITUDES.longest_at(word)?;
    let after = &word[length..];
    // "sold for 2 euros millions of copies"
    let plural = length > 4 && word[..length].ends_with('s');
    let ends = hyphen(after).is_none() && !after.starts_with('+') && !plural;
    let spelt_out = length >= 4 && exponent >= 5;
    // "12 USD thousand", "5 EUR bn", "3 GBP m"
    let behind_a_code = code && (exponent >= 5 || length >= 4) && (length >= 2 || word.starts_with('m'));
    (ends && (spelt_out || behind_a_code)).then_some((after, exponent))
}

/// `7 m`, `€7 bn` behind `$5 m-`: the other end of a range, with a magnitude of its own.
fn counted(i: &str) -> bool {
    let rest = prefix(i).map_or(i, |(rest, _)| spaces(rest));
    number(rest).is_ok_and(|(rest, _)| MAGNITUDES.longest_at(spaces(rest)).is_some())
}

/// `two hundred and fifty million`, `half a billion`, `a million and a half`
fn words(i: &str) -> Read<'_, Quantity> {
    let whole = || cardinal(i).map(|read| hundredths(dozens(point(read))));
    let read = part_of_magnitude(i).or_else(|| couple(i)).or_else(whole);
    read.map_or_else(nothing, Ok)
}

/// ` dozen` behind `two`
fn dozens((rest, read): (&str, Quantity)) -> (&str, Quantity) {
    let Some(behind) = join(rest).and_then(|rest| keyword_end(rest, "dozen")) else { return (rest, read) };
    let value = read
        .value
        .filter(|_| read.exponent == 0 && read.simple)
        .and_then(|value| value.checked_mul(Decimal::new(12, 0)));
    value.map_or((rest, read), |value| (behind, from_words(value, 0, Some(value), true)))
}

/// ` and 50/100` behind `five thousand`, as cheques and contracts have it
fn hundredths((rest, read): (&str, Quantity)) -> (&str, Quantity) {
    let part = || {
        let rest = keyword(space(rest)?, "and")?;
        let (digits, behind) = (rest.get(..2)?, rest.get(2..)?.strip_prefix("/100")?);
        let value = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i64>().ok())??;
        let value = read.value?.checked_add(Decimal::new(value, 2))?.normalize();
        super::at_word_end(behind).then_some((behind, Quantity { value: Some(value), simple: false, ..read }))
    };
    part().unwrap_or((rest, read))
}

/// ` point five million` behind `one`
fn point((rest, read): (&str, Quantity)) -> (&str, Quantity) {
    let spoken = || {
        let mut rest = keyword(join(rest)?, "point")?;
        let (mut mantissa, mut scale) = (0_i64, 0_u32);
        let mut end = rest;
        while let Some((length, digit)) = NUMERALS.longest_at(rest).filter(|(_, digit)| *digit < 10 && scale < 9) {
            mantissa = mantissa * 10 + i64::from(digit);
            scale += 1;
            end = rest.get(length..)?;
            match join(end) {
                Some(next) => rest = next,
                None => break,
            }
        }
        let number = read.number?.checked_add(Decimal::new(mantissa, scale))?;
        let (end, exponent) = match MAGNITUDES.longest_at(join(end)?).filter(|(length, _)| *length >= 4) {
            Some((length, exponent)) => (join(end)?.get(length..)?, exponent),
            None => (end, 0),
        };
        (scale > 0).then(|| (end, from_words(number, exponent, times(number, exponent), true)))
    };
    if read.exponent == 0 && read.simple { spoken().unwrap_or((rest, read)) } else { (rest, read) }
}

fn from_words(number: Decimal, exponent: u8, value: Option<Decimal>, simple: bool) -> Quantity {
    Quantity {
        number: Some(number),
        exponent,
        value,
        words: true,
        grouped: false,
        simple,
        approximate: false,
        at_least: false,
        doubtful: false,
    }
}

/// `half a billion`, `a quarter of a million`, `quarter million`, `three quarters of a billion`
fn part_of_magnitude(i: &str) -> Option<(&str, Quantity)> {
    let rest = keyword(i, "a").or_else(|| keyword(i, "one")).unwrap_or(i);
    let (rest, part) = if let Some(rest) = keyword(rest, "half") {
        (rest, Decimal::new(5, 1))
    } else if let Some(rest) = keyword(rest, "quarter") {
        (rest, Decimal::new(25, 2))
    } else if let Some(rest) = keyword(i, "three").and_then(|rest| keyword(rest, "quarters")) {
        (rest, Decimal::new(75, 2))
    } else {
        return None;
    };
    let rest = keyword(rest, "of").unwrap_or(rest);
    let rest = keyword(rest, "a").or_else(|| keyword(rest, "one")).unwrap_or(rest);
    let (length, exponent) = MAGNITUDES.longest_at(rest)?;
    if exponent < 3 || length < 4 {
        return None;
    }
    Some((rest.get(length..)?, from_words(part, exponent, times(part, exponent), true)))
}

/// `a couple of million`, `a dozen million`
fn couple(i: &str) -> Option<(&str, Quantity)> {
    let rest = keyword(i, "a").unwrap_or(i);
    let (rest, number) = if let Some(rest) = keyword(rest, "couple") {
        (rest, 2)
    } else if let Some(behind) = keyword_end(rest, "dozen") {
        let scaled =
            |rest| MAGNITUDES.longest_at(keyword(rest, "of").unwrap_or(rest)).is_some_and(|(length, _)| length > 2);
        let Some(rest) = join(behind).filter(|rest| scaled(rest)) else {
            // `a dozen euros`
            let number = Decimal::new(12, 0);
            return Some((behind, from_words(number, 0, Some(number), true)));
        };
        (rest, 12)
    } else {
        return None;
    };
    let rest = keyword(rest, "of").unwrap_or(rest);
    let number = Decimal::new(number, 0);
    let (rest, exponent) = match MAGNITUDES.longest_at(rest) {
        Some((length, exponent)) if length > 2 => (rest.get(length..)?, exponent),
        _ => return None,
    };
    let read = from_words(number, exponent, times(number, exponent), true);
    Some((rest, Quantity { approximate: number == Decimal::TWO, ..read }))
}

/// The most words in one number: "nine hundred and ninety-nine billion …" has fewer.
const MOST_WORDS: usize = 24;

/// `two hundred and fifty million`, `a hundred thousand`, `one and a half billion`, `a million and a half`
fn cardinal(i: &str) -> Option<(&str, Quantity)> {
    let mut sum: i128 = 0;
    let mut group: i128 = 0;
    // Hundredths of the magnitude that follow: 50 in "one and a half million".
    let mut part: i128 = 0;
    let mut last_exponent = u8::MAX;
    let mut scales = 0;
    let mut read_any = false;
    let mut end = i;
    let mut rest = i;
    // The number that stands before the one scale word, for ranges that share it.
    let mut before_scale: i128 = 0;
    if let Some(after) = keyword(i, "a").or_else(|| keyword(i, "an")) {
        group = 1;
        rest = after;
        // "a" alone is no number: a scale must follow.
        let (length, _) = MAGNITUDES.longest_at(rest)?;
        if length < 4 {
            return None;
        }
    }
    for _ in 0..MOST_WORDS {
        let at = match keyword(rest, "and") {
            Some(after) if read_any => match fraction(after) {
                // `one and a half billion`, `a million and a half`
                Some((after, hundredths)) => {
                    part = hundredths;
                    end = after;
                    rest = join(after).unwrap_or("");
                    if scales > 0 {
                        break;
                    }
                    continue;
                }
                None if group == 0 || group % 100 == 0 => after,
                None => break,
            },
            _ => rest,
        };
        if let Some((length, numeral)) = NUMERALS.longest_at(at) {
            let numeral = i128::from(numeral);
            let room = if numeral < 10 {
                group % 10 == 0 && (group % 100 == 0 || group % 100 >= 20)
            } else {
                group % 100 == 0
            };
            if part > 0 || !room || (read_any && numeral == 0) {
                break;
            }
            group += numeral;
            end = at.get(length..)?;
        } else if let Some((length, exponent)) = MAGNITUDES.longest_at(at).filter(|(length, _)| *length >= 4) {
            if exponent == 2 {
                if group == 0 && !read_any {
                    return None;
                }
                if group == 0 || group >= 100 || part > 0 {
                    break;
                }
                group *= 100;
            } else {
                if group == 0 || exponent >= last_exponent {
                    break;
                }
                let scale = 10_i128.checked_pow(u32::from(exponent))?;
                before_scale = group;
                sum = sum.checked_add(group.checked_mul(scale)?)?;
                sum = sum.checked_add(scale.checked_mul(part)? / 100)?;
                scales += 1;
                last_exponent = exponent;
                group = 0;
            }
            end = at.get(length..)?;
            if part > 0 {
                break;
            }
        } else {
            break;
        }
        read_any = true;
        match join(end) {
            Some(after) => rest = after,
            None => break,
        }
    }
    if !read_any {
        return None;
    }
    let whole = sum.checked_add(group)?;
    let mut value = Decimal::try_from_i128_with_scale(whole, 0).ok();
    let simple = scales <= 1 && (scales == 0 || group == 0);
    let mut number = Decimal::try_from_i128_with_scale(if scales == 1 { before_scale } else { whole }, 0).ok()?;
    if part > 0 {
        number = number.checked_add(Decimal::try_from_i128_with_scale(part, 2).ok()?.normalize())?;
        value = if scales == 1 { times(number, last_exponent) } else { Some(number) };
    }
    let exponent = if scales == 1 && simple { last_exponent } else { 0 };
    Some((end, from_words(number, exponent, value, simple)))
}

/// `a half`, `a quarter`, `three quarters` behind "one and", in hundredths
fn fraction(i: &str) -> Option<(&str, i128)> {
    if let Some(rest) = keyword(i, "three") {
        return Some((keyword_end(rest, "quarters").or_else(|| keyword_end(rest, "quarter"))?, 75));
    }
    let rest = keyword(i, "a").or_else(|| keyword(i, "one"))?;
    keyword_end(rest, "half").map(|rest| (rest, 50)).or_else(|| Some((keyword_end(rest, "quarter")?, 25)))
}

/// What parts the words of a number: one space or hyphen.
fn join(i: &str) -> Option<&str> {
    space(i).or_else(|| dash(i))
}

/// The rest behind `word` and the space or hyphen after it.
fn keyword<'t>(i: &'t str, word: &str) -> Option<&'t str> {
    join(keyword_end(i, word)?)
}

/// The rest behind `word`, whatever follows.
fn keyword_end<'t>(i: &'t str, word: &str) -> Option<&'t str> {
    let head = i.get(..word.len())?;
    let rest = &i[word.len()..];
    (head.eq_ignore_ascii_case(word) && super::at_word_end(rest)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities() {
        for (text, want, left) in [
            ("5.4 billion", "5400000000", ""),
            ("1.1bn", "1100000000", ""),
            ("13.6-billion", "13600000000", ""),
            ("96 billion 428 million drams", "96428000000", " drams"),
            ("290,000,000 million", "290000000", ""),
            ("12,333 M", "12333000000", ""),
            ("10 thousand million", "10000000000", ""),
            ("two hundred and fifty million", "250000000", ""),
            ("half a billion", "500000000", ""),
            ("a quarter of a million", "250000", ""),
            ("quarter million", "250000", ""),
            ("three quarters of a billion", "750000000", ""),
            ("a million and a half", "1500000", ""),
            ("one and a half billion", "1500000000", ""),
            ("one and a quarter million", "1250000", ""),
            ("two and three-quarter billion", "2750000000", ""),
            ("five thousand and 50/100", "5000.5", ""),
            ("1/2m", "500000", ""),
            ("10 thousand crore", "100000000000", ""),
            ("2.3 lakh cr", "2300000000000", ""),
            ("5 hundred million", "500000000", ""),
            ("5 hundred thousand", "500000", ""),
            ("5k million", "5000", " million"),
            ("30-plus million", "30000000", ""),
            ("1/2/2021", "1", "/2/2021"),
            ("one and a third", "1", " and a third"),
            ("two and a half million", "2500000", ""),
            ("a couple of million", "2000000", ""),
            ("a hundred thousand", "100000", ""),
            ("twenty-five thousand three hundred", "25300", ""),
            ("forty-five", "45", ""),
            ("five million and two", "5000002", ""),
            ("one hundred and five", "105", ""),
            ("two three", "2", " three"),
            ("39,125 crore", "391250000000", ""),
            ("1.5 lakh crore", "1500000000000", ""),
            ("1.5T", "1500000000000", ""),
            ("5 T-shirts", "5", " T-shirts"),
            ("one point five million", "1500000", ""),
            ("two point two five billion", "2250000000", ""),
            ("a dozen", "12", ""),
            ("two dozen", "24", ""),
        ] {
            let (rest, read) = quantity(text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(read.value.map(|value| value.to_string()).as_deref(), Some(want), "{text}");
            assert_eq!(rest, left, "{text}");
        }
        assert!(quantity("a dog").is_err());
        assert!(quantity("millions").is_err());
    }
}

//! Numbers as people write them.

use rust_decimal::Decimal;

use crate::pick::Pick;

/// A number that is known, and how it is written.
#[derive(Clone, Debug)]
pub struct Number {
    pub value: Decimal,
    pub text: String,
    /// The way of writing, for the report.
    pub shape: &'static str,
    /// What the number is multiplied by is written apart: `million`.
    pub scale: Option<Scale>,
    /// The text without the scale.
    pub bare: String,
}

/// `million`: a word or letters behind a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub text: &'static str,
    pub exponent: u32,
    pub shape: &'static str,
}

const fn scale(text: &'static str, exponent: u32, shape: &'static str) -> Scale {
    Scale { text, exponent, shape }
}

pub const SCALES: &[Scale] = &[
    scale(" thousand", 3, "word"),
    scale(" million", 6, "word"),
    scale(" million", 6, "word"),
    scale(" billion", 9, "word"),
    scale(" billion", 9, "word"),
    scale(" trillion", 12, "word"),
    scale("\u{a0}million", 6, "word_fixed"),
    scale("\u{202f}billion", 9, "word_fixed"),
    scale("-million", 6, "word_hyphen"),
    scale("-billion", 9, "word_hyphen"),
    scale("k", 3, "letter"),
    scale("K", 3, "letter"),
    scale("m", 6, "letter"),
    scale("M", 6, "letter"),
    scale("bn", 9, "letter"),
    scale("B", 9, "letter"),
    scale("tn", 12, "letter"),
    scale("mn", 6, "letter"),
    scale("mln", 6, "letter"),
    scale(" m", 6, "letter_apart"),
    scale(" bn", 9, "letter_apart"),
    scale(" mn", 6, "letter_apart"),
    scale(" mln", 6, "letter_apart"),
    scale(" bln", 9, "letter_apart"),
    scale(" trln", 12, "letter_apart"),
    scale("million", 6, "word_tight"),
    scale("billion", 9, "word_tight"),
];

pub const INDIAN_SCALES: &[Scale] = &[
    scale(" lakh", 5, "lakh"),
    scale(" lakhs", 5, "lakh"),
    scale(" crore", 7, "crore"),
    scale(" crores", 7, "crore"),
    scale("-crore", 7, "crore"),
    scale(" cr", 7, "crore"),
    scale(" lakh crore", 12, "lakh_crore"),
];

/// `1,234,567`
pub fn group(whole: i64, mark: &str) -> String {
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped += mark;
        }
        grouped.push(digit);
    }
    grouped
}

/// `12,34,567`
pub fn group_indian(whole: i64) -> String {
    let digits = whole.to_string();
    let (head, tail) = digits.split_at(digits.len() - 3);
    let mut grouped = String::new();
    for (i, digit) in head.chars().enumerate() {
        if i > 0 && (head.len() - i).is_multiple_of(2) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped},{tail}")
}

const UNITS: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// `two hundred and fifty`
pub fn spell(number: i64, and: &str) -> String {
    let at = |number: i64| usize::try_from(number).unwrap();
    match number {
        0..20 => UNITS[at(number)].to_owned(),
        20..100 if number % 10 == 0 => TENS[at(number / 10)].to_owned(),
        20..100 => format!("{}-{}", TENS[at(number / 10)], UNITS[at(number % 10)]),
        _ if number % 100 == 0 => format!("{} hundred", UNITS[at(number / 100)]),
        _ => format!("{} hundred{and}{}", UNITS[at(number / 100)], spell(number % 100, and)),
    }
}

fn whole(value: i64, text: String, shape: &'static str) -> Number {
    let value = Decimal::from(value);
    Number { value, bare: text.clone(), text, shape, scale: None }
}

/// A number in digits, without a scale: `1,234,567.89`
pub fn digits(pick: &mut Pick) -> Number {
    let count = 1 + u32::try_from(pick.below(9)).unwrap();
    let value = pick.digits(count);
    match pick.below(8) {
        // No year and nothing that looks like one.
        0 if count > 4 => whole(value, value.to_string(), "plain"),
        1 if count > 3 => whole(value, group(value, pick.of(&["\u{a0}", "\u{202f}", "\u{2009}"])), "fixed_space"),
        2 if count > 6 => whole(value, group(value, " "), "space"),
        3 if count > 3 => whole(value, group(value, pick.of(&["'", "’"])), "apostrophe"),
        4 => {
            let narrow = group(value, ",");
            let wide = narrow.chars().map(|c| match c {
                '0'..='9' => char::from_u32(c as u32 - '0' as u32 + 0xFF10).unwrap(),
                other => other,
            });
            whole(value, wide.collect(), "full_width")
        }
        5 | 6 => {
            let cents = i64::try_from(pick.below(100)).unwrap();
            let text = format!("{}.{cents:02}", group(value, ","));
            let value = Decimal::new(value * 100 + cents, 2).normalize();
            Number { value, bare: text.clone(), text, shape: "cents", scale: None }
        }
        _ => whole(value, group(value, ","), "comma"),
    }
}

/// A number with a scale: `1.25 billion`
pub fn scaled(pick: &mut Pick, scales: &[Scale]) -> Number {
    let scale = pick.of(scales);
    let (text, mantissa) = mantissa(pick);
    scaled_by(text, mantissa, scale)
}

pub fn scaled_by(bare: String, mantissa: Decimal, scale: Scale) -> Number {
    let value = (mantissa * Decimal::from(10_i64.pow(scale.exponent))).normalize();
    let text = format!("{bare}{}", scale.text);
    Number { value, text, shape: scale.shape, scale: Some(scale), bare }
}

/// `250`, `1.25`, `1,200`
pub fn mantissa(pick: &mut Pick) -> (String, Decimal) {
    let count = 1 + u32::try_from(pick.below(3)).unwrap();
    let whole = pick.digits(count);
    match pick.below(6) {
        0 => {
            let places = 1 + u32::try_from(pick.below(2)).unwrap();
            let part = pick.digits(places);
            (format!("{whole}.{part}"), Decimal::new(whole * 10_i64.pow(places) + part, places).normalize())
        }
        1 => {
            let part = i64::try_from(pick.below(10)).unwrap();
            (format!("{whole}.{part}"), Decimal::new(whole * 10 + part, 1).normalize())
        }
        2 => {
            let large = pick.digits(4);
            (group(large, ","), Decimal::from(large))
        }
        _ => (whole.to_string(), Decimal::from(whole)),
    }
}

/// A number in words: `two hundred and fifty million`, `half a billion`
pub fn words(pick: &mut Pick) -> Number {
    let (scale, exponent) = pick.of(&[("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]);
    let scale_value = Decimal::from(10_i64.pow(exponent));
    let count = 1 + u32::try_from(pick.below(3)).unwrap();
    let and = pick.of(&[" and ", " "]);
    let number = pick.digits(count);
    let small = pick.digits(1);
    let half = Decimal::new(5, 1);
    let quarter = Decimal::new(25, 2);
    let (text, value, shape) = match pick.below(14) {
        0 => (format!("half a {scale}"), half, "words_half"),
        1 => (format!("a quarter of a {scale}"), quarter, "words_quarter"),
        2 => (format!("a {scale} and a half"), Decimal::ONE + half, "words_and_a_half"),
        3 => (format!("{} and a half {scale}", spell(small, and)), Decimal::from(small) + half, "words_and_a_half"),
        4 => (format!("three quarters of a {scale}"), quarter * Decimal::from(3), "words_quarter"),
        5 => {
            let part = pick.digits(1);
            let text = format!("{} point {} {scale}", spell(small, and), spell(part, and));
            (text, Decimal::from(small) + Decimal::new(part, 1), "words_point")
        }
        6 => (format!("a {scale}"), Decimal::ONE, "words_a"),
        7 => (format!("{} and a quarter {scale}", spell(small, and)), Decimal::from(small) + quarter, "words_quarter"),
        8 => (format!("a hundred {scale}"), Decimal::ONE_HUNDRED, "words_a"),
        9 => {
            let text = format!("½ {scale}");
            (text, half, "words_fraction_sign")
        }
        10 => (format!("{small}½ {scale}"), Decimal::from(small) + half, "words_fraction_sign"),
        11 if exponent > 3 => {
            let more = pick.digits(3);
            let text = format!("{} {scale}{and}{} thousand", spell(number, and), spell(more, and));
            let value = Decimal::from(number) + Decimal::from(more * 1000) / scale_value;
            (text, value, "words_long")
        }
        _ => (format!("{} {scale}", spell(number, and)), Decimal::from(number), "words"),
    };
    let value = (value * scale_value).normalize();
    Number { value, bare: text.clone(), text, shape, scale: None }
}

/// A number in the Indian manner: `12,34,567`, `5.4 lakh crore`
pub fn indian(pick: &mut Pick) -> Number {
    if pick.once_in(2) {
        let count = 6 + u32::try_from(pick.below(5)).unwrap();
        let value = pick.digits(count);
        return whole(value, group_indian(value), "indian_groups");
    }
    scaled(pick, INDIAN_SCALES)
}

//! Numbers in digits.
//!
//! ```text
//! number   = whole [ "." digits | "," digit [ digit ] ] [ fraction ]
//! whole    = digits                                               935547
//!          | group { mark digit digit digit }                     99,935,547   92 556 056   1'000   1.000.000
//!          | group { "," digit digit } "," digit digit digit      39,00,000
//! fraction = "½" | "¼" | "¾" | …                                  2½
//!          | ( " " | "-" ) digit "/" ( "2" | "4" | "8" | … )       1 1/2   25-3/4
//! ```
//! A comma is a decimal mark where no grouping can be meant (`2,3`) or where the grouping proves it (`1.234,56`). One dot is a
//! decimal mark. Digits may be full-width. What fits none of these is no number: a wrong one is worse than none.

use rust_decimal::Decimal;

use super::{Read, nothing};

/// `99,935,547`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The value; `None` where a decimal cannot hold it.
    pub value: Option<Decimal>,
    /// Whether thousands are marked.
    pub grouped: bool,
    /// Whether there is a decimal part.
    pub decimal: bool,
    /// Whether the decimal part could be thousands: `5.000`.
    pub doubtful: bool,
}

/// The most groups of digits in one number; a longer run is said to be too large.
const MOST_GROUPS: usize = 16;

/// A run of digits and the mark before it.
#[derive(Clone, Copy, Default)]
struct Group {
    mark: Mark,
    start: usize,
    end: usize,
    digits: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Mark {
    #[default]
    None,
    Comma,
    Dot,
    Apostrophe,
    /// A no-break or thin space, which a typist sets on purpose.
    FixedSpace,
    /// A plain space, which may also part two numbers.
    Space,
    /// The slip `99, 935,547`.
    CommaSpace,
}

/// `99,935,547`
pub fn number(i: &str) -> Read<'_, Number> {
    if let Some((rest, value)) = plain(i) {
        return Ok((rest, Number { value: Some(value), grouped: false, decimal: false, doubtful: false }));
    }
    let (groups, count, end) = groups(i);
    if count == 0 {
        return fraction(i).map_or_else(nothing, |(rest, value)| {
            Ok((rest, Number { value: Some(value), grouped: false, decimal: true, doubtful: false }))
        });
    }
    if count > MOST_GROUPS {
        return Ok((&i[end..], Number { value: None, grouped: true, decimal: false, doubtful: false }));
    }
    let groups = &groups[..count];
    let Some((grouped, decimal)) = reading(i, groups) else { return nothing() };
    let whole = if decimal { count - 1 } else { count };
    let mut value = value_of(i, &groups[..whole], if decimal { Some(groups[count - 1]) } else { None });
    let mut rest = &i[end..];
    let mut part = decimal;
    if !decimal {
        let after = rest.strip_prefix(' ').unwrap_or(rest);
        if let Some((after, fraction)) = fraction(after) {
            value = value.and_then(|value| value.checked_add(fraction));
            rest = after;
            part = true;
        }
    }
    let doubtful = match groups {
        [whole, last] => {
            let thousands = (1..=3).contains(&whole.digits) && !i[whole.start..].starts_with('0');
            decimal && last.mark == Mark::Dot && last.digits == 3 && thousands
        }
        _ => false,
    };
    Ok((rest, Number { value, grouped, decimal: part, doubtful }))
}

/// `2005.`: a short run of digits without marks or fractions, as most numbers are.
fn plain(i: &str) -> Option<(&str, Decimal)> {
    let bytes = i.as_bytes();
    let digits = bytes.iter().take(MOST_PLAIN + 1).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=MOST_PLAIN).contains(&digits) {
        return None;
    }
    if let Some((part, length)) = slashed(&bytes[digits..]) {
        let value = bytes[..digits].iter().fold(0, |value, byte| value * 10 + i64::from(byte - b'0'));
        return Some((&i[digits + length..], Decimal::from(value).checked_add(part)?));
    }
    match (bytes.get(digits), bytes.get(digits + 1)) {
        (Some(0x80..), _) | (Some(b' ' | b',' | b'.' | b'\''), Some(b'0'..=b'9' | b' ' | 0x80..)) => return None,
        _ => {}
    }
    let value = bytes[..digits].iter().fold(0, |value, byte| value * 10 + i64::from(byte - b'0'));
    Some((&i[digits..], Decimal::from(value)))
}

/// ` 1/2`, `-3/4` behind a whole number: what a decimal holds exactly, and its length.
fn slashed(i: &[u8]) -> Option<(Decimal, usize)> {
    let [b' ' | b'-', rest @ ..] = i else { return None };
    slash(rest).map(|(part, length)| (part, 1 + length))
}

/// `1/2`: a part alone.
#[must_use]
pub fn part(i: &str) -> Option<(&str, Decimal)> {
    slash(i.as_bytes()).map(|(part, length)| (&i[length..], part))
}

/// `3/4`: what a decimal holds exactly, and its length.
fn slash(rest: &[u8]) -> Option<(Decimal, usize)> {
    let digits = |i: &[u8]| i.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let value = |i: &[u8]| i.iter().fold(0, |value, byte| value * 10 + i64::from(byte - b'0'));
    let top = digits(rest);
    let below = rest.get(top..)?.strip_prefix(b"/")?;
    let bottom = digits(below);
    let (above, under) = (value(&rest[..top]), value(&below[..bottom]));
    let plain = !below.get(bottom).is_some_and(|byte| byte.is_ascii_digit() || *byte == b'/');
    if !plain || above < 1 || above >= under || ![2, 4, 5, 8, 10, 16, 32, 64].contains(&under) {
        return None;
    }
    let part = Decimal::from(above).checked_div(Decimal::from(under))?;
    Some((part.normalize(), top + 1 + bottom))
}

/// `12 500`: two groups of digits with one plain space, which are one number only where money stands by them.
#[must_use]
pub fn spaced(i: &str) -> Option<(&str, Number)> {
    let (first, at) = digits_at(i, 0);
    let rest = i.get(at..)?.strip_prefix(' ')?;
    let (second, after) = digits_at(rest, 0);
    let rest = &rest[after..];
    let goes_on =
        matches!(rest.as_bytes(), [b',' | b'.' | b'/' | b':' | b' ', b'0'..=b'9', ..] | [b'-' | b'%' | b'/', ..])
            || rest.starts_with(|c: char| c.is_alphanumeric() && c != 'm' && c != 'b')
            || i.starts_with('0');
    if !(1..=3).contains(&first) || second != 3 || goes_on {
        return None;
    }
    let group = |start, end, digits| Group { mark: Mark::None, start, end, digits };
    let value = value_of(i, &[group(0, at, first), group(at + 1, at + 1 + after, second)], None)?;
    Some((rest, Number { value: Some(value), grouped: true, decimal: false, doubtful: false }))
}

/// So many digits are below the largest whole number of the machine.
const MOST_PLAIN: usize = 18;

/// Which groups there are, how many, and where the last ends.
fn groups(i: &str) -> ([Group; MOST_GROUPS], usize, usize) {
    let mut groups = [Group::default(); MOST_GROUPS];
    let mut count = 0;
    let mut at = 0;
    let mut mark = Mark::None;
    let mut end = 0;
    // `.5 million` begins with its decimal mark.
    if i.starts_with('.') && digits_at(i, 1).0 > 0 {
        groups[0] = Group { mark: Mark::None, start: 0, end: 0, digits: 0 };
        count = 1;
        mark = Mark::Dot;
        at = 1;
    }
    loop {
        let (digits, after) = digits_at(i, at);
        if digits == 0 {
            break;
        }
        if count < MOST_GROUPS {
            groups[count] = Group { mark, start: at, end: after, digits };
        }
        count += 1;
        end = after;
        let Some((next, following)) = mark_at(i, after) else { break };
        let (width, behind) = digits_at(i, following);
        let fits = match next {
            Mark::Comma | Mark::Dot => width > 0,
            Mark::Apostrophe | Mark::FixedSpace | Mark::Space => width == 3 && groups_begin_well(&groups, count, next),
            Mark::CommaSpace => {
                width == 3
                    && count == 1
                    && digits <= 3
                    && i[behind..].starts_with(',')
                    && digits_at(i, behind + 1).0 == 3
            }
            Mark::None => false,
        };
        if !fits {
            break;
        }
        // One plain space proves nothing: `5 000` may be two numbers, `92 556 056` is one.
        if next == Mark::Space && count == 1 && !(i[behind..].starts_with(' ') && digits_at(i, behind + 1).0 == 3) {
            break;
        }
        mark = next;
        at = following;
    }
    (groups, count, end)
}

/// Whether the groups so far allow a further one with `mark`: the first has at most three digits, the marks are alike.
fn groups_begin_well(groups: &[Group; MOST_GROUPS], count: usize, mark: Mark) -> bool {
    let seen = &groups[..count.min(MOST_GROUPS)];
    seen.first().is_some_and(|first| first.digits <= 3) && seen.iter().skip(1).all(|group| group.mark == mark)
}

/// How many digits stand at `at`, and where they end.
fn digits_at(i: &str, at: usize) -> (usize, usize) {
    let bytes = i.as_bytes();
    let (mut count, mut end) = (0, at);
    loop {
        match bytes.get(end) {
            Some(b'0'..=b'9') => end += 1,
            // Full-width digits, U+FF10 to U+FF19.
            Some(0xEF) if matches!(bytes.get(end + 1..end + 3), Some([0xBC, 0x90..=0x99])) => end += 3,
            _ => return (count, end),
        }
        count += 1;
    }
}

/// The mark at `at` and where it ends.
fn mark_at(i: &str, at: usize) -> Option<(Mark, usize)> {
    Some(match i.as_bytes().get(at..)? {
        [b',', b' ', ..] => (Mark::CommaSpace, at + 2),
        [b',', ..] => (Mark::Comma, at + 1),
        [b'.', ..] => (Mark::Dot, at + 1),
        [b'\'', ..] => (Mark::Apostrophe, at + 1),
        [b' ', ..] => (Mark::Space, at + 1),
        [0xC2, 0xA0, ..] => (Mark::FixedSpace, at + 2),
        [0xE2, 0x80, 0x89 | 0xAF, ..] => (Mark::FixedSpace, at + 3),
        [0xE2, 0x80, 0x99, ..] => (Mark::Apostrophe, at + 3),
        // Full-width comma and dot.
        [0xEF, 0xBC, 0x8C, ..] => (Mark::Comma, at + 3),
        [0xEF, 0xBC, 0x8E, ..] => (Mark::Dot, at + 3),
        _ => return None,
    })
}

/// Whether the groups make a number: (thousands are marked, the last group is a decimal part).
fn reading(i: &str, groups: &[Group]) -> Option<(bool, bool)> {
    let (first, rest) = groups.split_first()?;
    let Some((last, middle)) = rest.split_last() else { return Some((false, false)) };
    let thousands = |groups: &[Group], mark: Mark| {
        first.digits >= 1
            && first.digits <= 3
            && groups.iter().all(|group| {
                group.digits == 3 && (group.mark == mark || (group.mark == Mark::CommaSpace && mark == Mark::Comma))
            })
    };
    let indian = |groups: &[Group]| match groups.split_last() {
        Some((last, middle)) => {
            !middle.is_empty()
                && (1..=2).contains(&first.digits)
                && last.digits == 3
                && last.mark == Mark::Comma
                && middle.iter().all(|group| group.digits == 2 && group.mark == Mark::Comma)
        }
        None => false,
    };
    if middle.is_empty() {
        return match last.mark {
            Mark::Dot => Some((false, true)),
            // `0,250` and `2,3` cannot be thousands.
            Mark::Comma
                if last.digits <= 2 || (last.digits == 3 && first.digits == 1 && i[first.start..].starts_with('0')) =>
            {
                Some((false, true))
            }
            Mark::None => None,
            mark => thousands(rest, mark).then_some((true, false)),
        };
    }
    // All groups are thousands.
    let mark = match middle[0].mark {
        Mark::CommaSpace => Mark::Comma,
        mark => mark,
    };
    if thousands(rest, mark) || (mark == Mark::Comma && indian(rest)) {
        return Some((true, false));
    }
    // The last is a decimal part behind another mark.
    let decimal = matches!(last.mark, Mark::Dot | Mark::Comma) && last.mark != mark;
    let whole = thousands(middle, mark) || (mark == Mark::Comma && indian(middle));
    (decimal && whole).then_some((true, true))
}

/// The value of whole groups and a decimal part; `None` where a decimal cannot hold it.
fn value_of(i: &str, whole: &[Group], part: Option<Group>) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    let mut scale: u32 = 0;
    for (group, fraction) in whole.iter().map(|group| (group, false)).chain(part.iter().map(|group| (group, true))) {
        for byte in i.as_bytes().get(group.start..group.end)? {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                0x90..=0x99 => byte - 0x90,
                _ => continue,
            };
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
            scale += u32::from(fraction);
        }
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// `½`: the vulgar fractions that a decimal holds exactly.
fn fraction(i: &str) -> Option<(&str, Decimal)> {
    let first = i.chars().next()?;
    let (mantissa, scale) = match first {
        '½' => (5, 1),
        '¼' => (25, 2),
        '¾' => (75, 2),
        '⅕' => (2, 1),
        '⅖' => (4, 1),
        '⅗' => (6, 1),
        '⅘' => (8, 1),
        '⅛' => (125, 3),
        '⅜' => (375, 3),
        '⅝' => (625, 3),
        '⅞' => (875, 3),
        _ => return None,
    };
    Some((&i[first.len_utf8()..], Decimal::new(mantissa, scale)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match number(text) {
            Ok((rest, Number { value: Some(value), .. })) => format!("{value} | {rest}"),
            Ok((rest, _)) => format!("too large | {rest}"),
            Err(_) => "nothing".to_owned(),
        }
    }

    #[test]
    fn numbers() {
        for (text, want) in [
            ("5", "5 | "),
            ("5.50 a share", "5.50 | "),
            ("1,234,567.89", "1234567.89 | "),
            ("99, 935,547 firm", "99935547 | "),
            ("5, 200 people", "5 | "),
            ("92 556 056.", "92556056 | ."),
            ("92 556 people", "92 | "),
            ("2\u{a0}500", "2500 | "),
            ("2,3 billion", "2.3 | "),
            ("1.234,56", "1234.56 | "),
            ("1.234.567", "1234567 | "),
            ("12,34,567.89", "1234567.89 | "),
            ("39,00,000", "3900000 | "),
            ("1'000'000", "1000000 | "),
            ("５００", "500 | "),
            ("½ million", "0.5 | "),
            ("1 1/2 billion", "1.5 | "),
            ("25-3/4", "25.75 | "),
            ("5 1/3", "5 | "),
            ("5 10/2", "5 | "),
            ("5 1/2/2021", "5 | "),
            ("2½ million", "2.5 | "),
            (".5 million", "0.5 | "),
            ("2005.", "2005 | ."),
            ("1,2345", "nothing"),
            ("1.2.3", "nothing"),
            ("2010,2011", "nothing"),
            ("99999999999999999999999999999999", "too large | "),
        ] {
            let got = read(text);
            let wanted_rest = want.ends_with("| ");
            let got = if wanted_rest {
                got.split("| ").next().map(|head| format!("{head}| ")).unwrap_or_default()
            } else {
                got
            };
            assert_eq!(got, want, "{text}");
        }
    }
}

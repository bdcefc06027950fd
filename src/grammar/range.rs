//! Money: an amount, or a range of two.
//!
//! ```text
//! between_and = "between" amount "and" amount          between $5 million and $7 million
//! from_to     = "from" amount "to" amount              from $200 to $4 million
//! to          = amount "to" amount                     $5 to $8 billion
//! dash        = amount dash amount                     $250-400 million   33-35 billion euros
//! or          = amount "or" amount                     two or three million dollars
//! ```
//! A currency written once belongs to both ends. A magnitude written once belongs to both where the plain reading says so: "$5 to
//! $8 billion" is five to eight billion, "$900,000 to $1.2 million" keeps both. Ends of two currencies are no range.

use rust_decimal::Decimal;

use super::amount::{Amount, agreed, amount, closes, counts, small_end};
use super::currency::Tag;
use super::quantity::Quantity;
use super::{Read, at_word_end, dash, nothing, space, spaces};
use crate::lexicon::Unit;
use crate::lexicon::money::AFTER_SLIP;

/// The productions that give a figure its rule.
pub const RULES: &[&str] = &["range.between_and", "range.from_to", "range.to", "range.dash", "range.or"];

/// `between $250 million and $400 million`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lower end, in major units.
    pub low: Decimal,
    /// The higher end, in major units.
    pub high: Decimal,
    /// The currency of both.
    pub tag: Tag,
    /// Whether a dot of the lower and of the higher end could part thousands.
    pub doubtful: [bool; 2],
    /// Whether the lower end may be meant in thousands as well as by itself: `$5-$10,000`.
    pub unsure: bool,
    /// The production's name.
    pub rule: &'static str,
}

/// The word that opens a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// `between`
    Between,
    /// `from`
    From,
    /// No word: `$5 to $8 billion`.
    None,
}

/// `between`, `from` and the space behind, or nothing
#[must_use]
pub fn open(i: &str) -> (&str, Open) {
    for (word, open) in [("between", Open::Between), ("from", Open::From)] {
        if i.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
            && let Some(rest) = space(&i[word.len()..])
        {
            return (rest, open);
        }
    }
    (i, Open::None)
}

/// `between $250 million and $400 million`, `$250-400 million`
pub fn range(i: &str) -> Read<'_, Range> {
    let (rest, open) = open(i);
    let (rest, one, sure) = match amount(rest) {
        Ok((rest, one)) => (rest, one, true),
        // `RMB 5 to 8 billion`: the letters are money because the other end is.
        Err(_) => small_end(rest).map(|(rest, one)| (rest, one, false))?,
    };
    let Some((rest, link)) = link(rest, open) else { return nothing() };
    let (rest, other) = amount(rest)?;
    if !sure && (other.quantity.exponent < 3 || counts(rest)) {
        return nothing();
    }
    let tight = link == Link::Dash || one.quantity.grouped && other.quantity.grouped && counts_nothing(rest);
    match join(one, other, open, tight) {
        Some(Joined { low, high, tag, unsure }) => {
            let doubtful = |end: Amount| end.quantity.doubtful && one.quantity.exponent == other.quantity.exponent;
            let doubtful = [doubtful(one), doubtful(other)];
            Ok((rest, Range { low, high, tag, doubtful, unsure, rule: rule(open, link) }))
        }
        None => nothing(),
    }
}

/// `.`, ` in cash` behind a number: nothing that there are so many of.
fn counts_nothing(rest: &str) -> bool {
    closes(rest) || AFTER_SLIP.longest_at(spaces(rest)).is_some()
}

/// What stands between the ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    And,
    To,
    Dash,
    Or,
}

fn link(i: &str, open: Open) -> Option<(&str, Link)> {
    // `$5- to $10-million`, `five- or ten-dollar notes`
    let i = dash(i)
        .filter(|rest| space(rest).is_some_and(|word| word.starts_with("to ") || word.starts_with("or ")))
        .unwrap_or(i);
    if let Some(rest) = dash(spaces(i)) {
        let spaced = rest.len() + 3 < i.len() || space(rest).is_some();
        // `$5 million - $7 million` is a range; `$5 -7` is not.
        return (!spaced || space(i).is_some() == space(rest).is_some()).then(|| (spaces(rest), Link::Dash));
    }
    let rest = space(i)?;
    let rest = spaces(rest);
    // `from $5 million up to $7 million`
    let rest = match open {
        Open::From => rest.strip_prefix("up ").unwrap_or(rest),
        _ => rest,
    };
    for (word, link) in [("and", Link::And), ("to", Link::To), ("or", Link::Or)] {
        let Some(head) = rest.get(..word.len()) else { continue };
        if head.eq_ignore_ascii_case(word) && at_word_end(&rest[word.len()..]) {
            let after = space(&rest[word.len()..])?;
            return match (open, link) {
                (Open::Between, Link::And) | (Open::From | Open::None, Link::To) | (Open::None, Link::Or) => {
                    Some((after, link))
                }
                // `between $5 million to $7 million` is heard, if not taught.
                (Open::Between, Link::To) => Some((after, Link::And)),
                _ => None,
            };
        }
    }
    None
}

fn rule(open: Open, link: Link) -> &'static str {
    match (open, link) {
        (Open::Between, _) => "range.between_and",
        (Open::From, _) => "range.from_to",
        (_, Link::Dash) => "range.dash",
        (_, Link::Or) => "range.or",
        _ => "range.to",
    }
}

/// Two ends as one range.
struct Joined {
    low: Decimal,
    high: Decimal,
    tag: Tag,
    unsure: bool,
}

/// The two ends as one range, if they are ends of one.
fn join(one: Amount, other: Amount, open: Open, tight: bool) -> Option<Joined> {
    let tag = match (one.tag, other.tag) {
        (Some(a), Some(b)) => {
            let reading = agreed(a.reading, b.reading)?;
            let from = if a.reading == reading { a } else { b };
            if a.unit != b.unit {
                return None;
            }
            Tag { reading, ..from }
        }
        (Some(tag), None) => {
            // `gave $5 to 10 people`: a bare second end needs a magnitude, a dash or an opening word.
            let clear = tight || open != Open::None || other.quantity.exponent > 0;
            // `5 dollars to 10` has its unit behind the first number already.
            if !clear || !one.prefixed {
                return None;
            }
            tag
        }
        (None, Some(tag)) => tag,
        (None, None) => return None,
    };
    let (mut first, second) = (one, other);
    let mut unsure = false;
    let lone = first.quantity.exponent == 0 && first.quantity.simple && (first.tag.is_none() || first.prefixed);
    // `one to two hundred million dollars`
    if lone && first.quantity.words && second.quantity.words && second.quantity.simple {
        let hundreds = second.quantity.number?.checked_div(Decimal::ONE_HUNDRED)?;
        let number = first.quantity.number?;
        if hundreds.fract().is_zero() && number < hundreds && hundreds < Decimal::TEN {
            let number = number.checked_mul(Decimal::ONE_HUNDRED)?;
            first.quantity = Quantity { number: Some(number), value: Some(number), ..first.quantity };
        }
    }
    if lone && second.quantity.simple {
        if second.quantity.exponent > 0 {
            // `22,000-25,000 crore` shares its magnitude, `$900,000 to $1.2 million` does not.
            if first.quantity.number? < second.quantity.number? {
                first.quantity = first.quantity.with_exponent(second.quantity.exponent);
            } else if first.tag.is_none() && !first.quantity.grouped {
                // `from 2004 to 5 million euros`: a bare number that does not share is another thing.
                return None;
            }
        } else if tight && second.quantity.grouped && !first.quantity.grouped {
            // `$5-8,000`
            let thousands = second.quantity.number?.checked_div(Decimal::ONE_THOUSAND)?;
            let number = first.quantity.number?;
            if number < thousands && number.scale() == 0 && number < Decimal::ONE_THOUSAND {
                // `$12-$15,000`: with a sign of its own, only an end that is near the other one shares its thousands.
                let near = number.checked_add(number)? > thousands;
                unsure = second.tag.is_some() && !near;
                first.quantity = first.quantity.with_exponent(3);
            }
        }
    }
    let exponent = if tag.exponent > 0 { tag.exponent } else { 0 };
    let scaled = Tag { exponent, ..tag };
    let (low, high) = (first.value_in(Some(scaled))?, second.value_in(Some(scaled))?);
    let minor_clash = matches!(tag.unit, Unit::Minor { .. }) && (one.minor.is_some() || other.minor.is_some());
    (low < high && !minor_clash).then_some(Joined { low, high, tag, unsure })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let say =
            |range: Range| if range.unsure { "unsure".to_owned() } else { format!("{}..{}", range.low, range.high) };
        range(text).map_or_else(|_| "nothing".to_owned(), |(_, range)| say(range))
    }

    #[test]
    fn ranges() {
        for (text, want) in [
            ("between $250 million and $400 million", "250000000..400000000"),
            ("between 250 and 400 million dollars", "250000000..400000000"),
            ("$250-400 million", "250000000..400000000"),
            ("$250–$400 million", "250000000..400000000"),
            ("$5-8,000", "5000..8000"),
            ("$400-500,000", "400000..500000"),
            ("$500-1,000", "500..1000"),
            ("$12-$15,000", "12000..15000"),
            ("$50-$10,000", "50..10000"),
            ("$5-$50,000", "unsure"),
            ("$5 to $50,000", "5..50000"),
            ("a $5- to $10-million", "nothing"),
            ("$5- to $10-million", "5000000..10000000"),
            ("five- to ten-million-dollar", "5000000..10000000"),
            ("$900,000 to $1.2 million", "900000..1200000"),
            ("$5 to $8 billion", "5000000000..8000000000"),
            ("from $200 to $4 million", "200..4000000"),
            ("$10 million to 12 million", "10000000..12000000"),
            ("two or three million dollars", "2000000..3000000"),
            ("33-35 billion euros", "33000000000..35000000000"),
            ("one to two hundred million dollars", "100000000..200000000"),
            ("ten to two hundred million dollars", "10000000..200000000"),
            ("from $5 million up to $7 million", "5000000..7000000"),
            ("US $89 to $93 billion", "89000000000..93000000000"),
            ("Rs 22,000-25,000 crore", "220000000000..250000000000"),
            ("$1,500 to $2,000 million", "1500000000..2000000000"),
            ("$1,500 to $2 million", "1500..2000000"),
            ("$5 million to €7 million", "nothing"),
            ("$5 to 10 people", "nothing"),
            ("$7 million to $5 million", "nothing"),
            ("from 2004 to 5 million euros", "nothing"),
            ("$5 and $6", "nothing"),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }
}

//! Amounts of official announcements that slipped: without their sign, with a space or a dot among their thousands.
//!
//! ```text
//! announced = before digits { "," digit digit digit } after
//!             before and after: "is awarded a" … "firm-fixed-price", "funds in the amount of" … "will be obligated", "from $5,000,000 to"
//! completed = "$" digits { mark digit digit digit } follower          $7,356, 821 modification      $14,956.558
//! ```
//! The daily list of the US Defense Department tells all of its amounts in dollars, in one manner and by hand. Where its words stand around
//! a number, it is an amount; where a group of three digits stands behind a slipped mark, it belongs to the number. Elsewhere neither is
//! sure, and little here is asked of a text that has no contracting activity: only `$1, 234` where nothing follows that 234 could count.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use crate::grammar::spaces;
use crate::lexicon;
use crate::lexicon::announced::{
    AMOUNT_LINKS, AMOUNT_OPENERS, COUNTED_TIMES, FUNDS_LINKS, OBLIGATIONS, PRICED_OBJECTS,
};
use crate::lexicon::money::AFTER_SLIP;
use crate::model::{CurrencyBasis, CurrencyCode, Figure, Kind, Money};
use crate::span::Span;

/// The productions of this file.
pub const RULES: &[&str] = &["amount.announced"];

/// A text that may be an announcement, which is asked only where a number looks like one of its slips.
pub(super) struct Announcement<'t> {
    text: &'t str,
    told: OnceCell<bool>,
}

/// What an amount with a sign turned out to be in an announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// It is as it was read.
    None,
    /// Further digits belong to it: where it ends, and its value.
    Longer(usize, Decimal),
    /// No reading is sure, up to this place.
    Unsure(usize),
    /// It is a weight or a number of an order.
    NoMoney,
}

impl<'t> Announcement<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, told: OnceCell::new() }
    }

    /// Whether the text is an announcement, as its contracting activity tells.
    pub(super) fn told(&self) -> bool {
        *self.told.get_or_init(|| memchr::memmem::find(self.text.as_bytes(), b"contracting activity").is_some())
    }

    /// `48,000,000` in "was awarded a 48,000,000 firm-fixed-price contract": the figure whose number begins at `at`.
    pub(super) fn bare(&self, at: usize, floor: usize, last: Option<&Figure<'t>>) -> Option<Figure<'t>> {
        let (end, value) = grouped(self.text, at)?;
        if value < LEAST {
            return None;
        }
        let (before, after) = (self.text.get(floor..at)?, &self.text[end..]);
        let next = spaces(after);
        let closes = next.is_empty() || next.starts_with(['.', ';', ',', '(']);
        let stands = if AMOUNT_OPENERS.longest_before(before).is_some() {
            next.len() < after.len() && PRICED_OBJECTS.longest_at(next).is_some()
        } else if AMOUNT_LINKS.longest_before(before).is_some() {
            OBLIGATIONS.longest_at(next).is_some() || closes && FUNDS_LINKS.longest_before(before).is_some()
        } else {
            // `from $91,000,000 to 491,000,000.`
            let from = |figure: &Figure<'_>| {
                let opener = self.text.get(..figure.start).unwrap_or("");
                before == " to " && figure.text.starts_with('$') && opener.ends_with("from ")
            };
            closes && !next.starts_with('(') && last.is_some_and(from)
        };
        if !stands || !self.told() {
            return None;
        }
        let money = Money::new(Kind::Exact, Some(value), Some(value), None, None);
        let mut figure = Figure::new(Span::new(at, end), self.text, money, RULES[0]);
        figure.currency = Some(CurrencyCode::new("USD"));
        figure.currency_basis = Some(CurrencyBasis::Context);
        Some(figure)
    }

    /// Whether a figure that was read is only the beginning of an amount, or none.
    pub(super) fn slip(&self, figure: &Figure<'t>) -> Slip {
        if !figure.text.starts_with('$') {
            return if self.is_no_money(figure) && self.told() { Slip::NoMoney } else { Slip::None };
        }
        if figure.kind != Kind::Exact {
            return Slip::None;
        }
        let digits = figure.text.trim_start_matches(['$', ' ']);
        let behind = &self.text.as_bytes()[figure.end..];
        let may = matches!(behind, [b' ', b'0'..=b'9', ..] | [b',', b' ', b'0'..=b'9', ..])
            || digits.contains(',') && digits.contains('.');
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b' '));
        if !may || !plain {
            return Slip::None;
        }
        let start = figure.end - digits.len();
        if self.told() { self.run(start, figure.end) } else { self.split(start, figure.end) }
    }

    /// `$1, 234 for it`: in other texts than announcements, only a space behind the first comma, where what follows lets the digits behind it
    /// count nothing. Before "and" or "more" they may do either.
    fn split(&self, start: usize, end: usize) -> Slip {
        let bytes = self.text.as_bytes();
        let (first, after) = digits(bytes, start);
        let Some((Mark::CommaSpace, mut from)) = mark(bytes, end).filter(|_| after == end && (1..=3).contains(&first))
        else {
            return Slip::None;
        };
        let mut at = end;
        let mut groups = 0;
        loop {
            let (count, behind) = digits(bytes, from);
            if count != 3 || groups == MOST_GROUPS {
                return Slip::None;
            }
            (groups, at) = (groups + 1, behind.max(at));
            match mark(bytes, at) {
                Some((Mark::Comma, next)) => from = next,
                Some(_) => return Slip::None,
                None => break,
            }
        }
        let rest = &self.text[at..];
        let next = spaces(rest);
        let closes = next.is_empty() || rest.starts_with(['.', ';', ')', ':', '?', '!', '\n', '"']);
        let joins = rest.starts_with(',')
            || ["and ", "or ", "more ", "less ", "of ", "plus "].iter().any(|word| next.starts_with(word));
        match value(&bytes[start..at]) {
            Some(value) if closes || AFTER_SLIP.longest_at(next).is_some() => Slip::Longer(at, value),
            _ if joins => Slip::Unsure(at),
            _ => Slip::None,
        }
    }

    /// The slip of the number between `start` and `end`, by the digits behind it.
    fn run(&self, start: usize, end: usize) -> Slip {
        let bytes = self.text.as_bytes();
        let (first, mut at) = digits(bytes, start);
        let (mut commas, mut spaced) = (0_usize, false);
        let mut parts = 0_usize;
        while let Some((mark, from)) = mark(bytes, at) {
            let (count, behind) = digits(bytes, from);
            // Cents: `$1,234.50`
            if mark == Mark::Dot && (commas == 0 || count != 3) || parts > MOST_GROUPS {
                break;
            }
            if count != 3 {
                // `$1 1,277,688`
                let goes_on = matches!(bytes.get(behind..), Some([b',', b'0'..=b'9', ..]));
                if at >= end && goes_on && mark != Mark::Comma {
                    return Slip::Unsure(grouped(self.text, from).map_or(behind, |(end, _)| end));
                }
                break;
            }
            parts += 1;
            commas += usize::from(matches!(mark, Mark::Comma | Mark::CommaSpace));
            spaced = mark == Mark::Space;
            at = behind;
        }
        let dotted = self.text[start..end.min(at)].contains('.');
        if at <= end && !dotted {
            return Slip::None;
        }
        let after = &self.text[at..];
        if after.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
            return Slip::None;
        }
        let next = spaces(after);
        let follows = next.is_empty()
            || after.starts_with(['.', ';', ',', ')', ':']) && !after[1..].starts_with(|c: char| c.is_ascii_digit())
            || PRICED_OBJECTS.longest_at(next).is_some()
            || OBLIGATIONS.longest_at(next).is_some();
        if COUNTED_TIMES.longest_at(next).is_some() || spaced && !follows {
            return Slip::None;
        }
        let value = value(&bytes[start..at]);
        // A dot touches its group; what stands behind a space may be another number.
        let own = follows || at <= end;
        match value {
            Some(value) if (1..=3).contains(&first) && own && !spaced => Slip::Longer(at, value),
            _ => Slip::Unsure(at),
        }
    }

    /// `40,000 pounds of cargo`, `(THB2)`, `BMD 5.1`, `11 MATS`: a weight, letters with a small number, and a currency of the past.
    fn is_no_money(&self, figure: &Figure<'t>) -> bool {
        let converted = spaces(&self.text[figure.end..]).starts_with("($");
        if figure.text.ends_with("pounds") && figure.currency_basis == Some(CurrencyBasis::Default) {
            return !converted;
        }
        let past = figure.currency.is_some_and(lexicon::historical);
        let small = past || figure.low.is_some_and(|value| value < Decimal::ONE_THOUSAND);
        let coded = matches!(&*figure.rule, "amount.code_number" | "amount.number_code");
        coded && small && figure.currency_basis == Some(CurrencyBasis::Code) && !converted
    }
}

/// A smaller number is one of things.
const LEAST: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// More groups are no amount.
const MOST_GROUPS: usize = 5;

/// What stands between two groups of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    CommaSpace,
    Space,
    Dot,
}

fn mark(bytes: &[u8], at: usize) -> Option<(Mark, usize)> {
    let (mark, length) = match bytes.get(at..)? {
        [b',', b' ', b'0'..=b'9', ..] => (Mark::CommaSpace, 2),
        [b',', b'0'..=b'9', ..] => (Mark::Comma, 1),
        [b' ', b'0'..=b'9', ..] => (Mark::Space, 1),
        [b'.', b'0'..=b'9', ..] => (Mark::Dot, 1),
        _ => return None,
    };
    Some((mark, at + length))
}

/// How many digits stand at `at`, and where they end.
fn digits(bytes: &[u8], at: usize) -> (usize, usize) {
    let count = bytes[at.min(bytes.len())..].iter().take(MOST_DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    (count, at + count)
}

/// A longer run of digits is told from a group of three without its end.
const MOST_DIGITS: usize = 20;

/// `48,000,000`: where a number with commas between its thousands ends, and its value.
fn grouped(text: &str, at: usize) -> Option<(usize, Decimal)> {
    let bytes = text.as_bytes();
    let (first, mut end) = digits(bytes, at);
    if !(1..=3).contains(&first) || bytes.get(at) == Some(&b'0') {
        return None;
    }
    let mut groups = 0_usize;
    while let Some((Mark::Comma, from)) = mark(bytes, end) {
        let (count, behind) = digits(bytes, from);
        if count != 3 || groups == MOST_GROUPS {
            return None;
        }
        groups += 1;
        end = behind;
    }
    let open = matches!(mark(bytes, end), Some((Mark::Dot | Mark::Space | Mark::CommaSpace, _)));
    (groups > 0 && !open).then(|| value(&bytes[at..end]).map(|value| (end, value)))?
}

/// The whole number that the digits of a stretch make.
fn value(stretch: &[u8]) -> Option<Decimal> {
    let mut value: i128 = 0;
    for digit in stretch.iter().filter(|byte| byte.is_ascii_digit()) {
        value = value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    Decimal::try_from_i128_with_scale(value, 0).ok()
}

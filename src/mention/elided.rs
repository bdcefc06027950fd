//! Sums whose currency is said only with the sum before.
//!
//! ```text
//! elided = figure [ "worth of" word ] [ when ] link number magnitude behind        $3 billion, up from 2.5 billion a year earlier
//! link   = "up from" | "compared with" | "against" | …
//! behind = the phrase's end | when it was
//! ```
//! A number with a magnitude could count people or barrels; behind such a link, with nothing to count, it can only be the same money.

use rust_decimal::Decimal;

use crate::grammar::quantity::quantity;
use crate::grammar::spaces;
use crate::lexicon::money::{ELIDED_BEHIND, ELIDED_LINKS};
use crate::model::{CurrencyBasis, Figure, Kind, Money};
use crate::span::Span;

/// The productions of this file.
pub const RULES: &[&str] = &["amount.elided"];

/// So far behind the sum its comparison may stand.
const MOST_BYTES: usize = 80;

/// The least sum that is compared so; smaller numbers count other things.
const LEAST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// `2.5 billion` at `at`, behind "$3 billion, up from": the figure, with the currency of the one before.
pub(super) fn elided<'t>(text: &'t str, at: usize, last: Option<&Figure<'t>>) -> Option<Figure<'t>> {
    let last = last.filter(|last| at >= last.end && at - last.end <= MOST_BYTES && last.kind == Kind::Exact)?;
    let before = text.get(last.end..at)?;
    let (link, ()) = ELIDED_LINKS.longest_before(before)?;
    if !only_tells_when(&before[..link]) {
        return None;
    }
    let (rest, read) = quantity(text.get(at..)?).ok()?;
    let value = read.value.filter(|value| read.exponent >= 6 && *value >= LEAST && !read.words)?;
    let other = last.low?;
    let near = other >= LEAST
        && value <= other.checked_mul(Decimal::ONE_HUNDRED)?
        && other <= value.checked_mul(Decimal::ONE_HUNDRED)?;
    let next = spaces(rest);
    let closes = next.is_empty() || rest.starts_with(['.', ',', ';', ')', '\n', '"', '”']);
    if !near || last.per.is_some() || !(closes || next.len() < rest.len() && ELIDED_BEHIND.longest_at(next).is_some()) {
        return None;
    }
    let money = Money::new(Kind::Exact, Some(value), Some(value), None, None);
    let mut figure = Figure::new(Span::new(at, text.len() - rest.len()), text, money, RULES[0]);
    figure.currency = last.currency;
    figure.currency_candidates.clone_from(&last.currency_candidates);
    figure.currency_basis = Some(CurrencyBasis::Context);
    figure.approximate = read.approximate;
    Some(figure)
}

/// `' worth of arms in 2019, `: nothing stands between a sum and the link but what it buys and when, so that the link can compare nothing else.
fn only_tells_when(gap: &str) -> bool {
    let gap = gap.trim_end().trim_end_matches(',');
    let bought = ["' worth of ", "’ worth of ", " worth of "].iter().find_map(|worth| gap.strip_prefix(worth));
    let rest = bought.map_or(gap, |goods| goods.find(' ').map_or("", |end| &goods[end..]));
    let year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(rest, "" | "' worth" | "’ worth" | " last year" | " this year")
        || rest.strip_prefix(" in ").is_some_and(year)
}

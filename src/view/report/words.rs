//! What people read of a record: money in words, statuses without underscores.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{CurrencyCode, Figure, Kind, Money, Party, Sign};
use crate::view::name;

/// `USD 250,000,000 to 400,000,000`, `at least EUR 5,000,000`, `about USD 7,000,000 per unit`.
pub(super) fn money(figure: &Figure<'_>) -> String {
    let least = |bound: Option<Decimal>| amount(bound.unwrap_or_default(), figure.currency);
    let mut text = match figure.kind {
        Kind::Exact => least(figure.low),
        Kind::Range => format!("{} to {}", least(figure.low), grouped(figure.high.unwrap_or_default())),
        Kind::AtLeast => format!("at least {}", least(figure.low)),
        Kind::MoreThan => format!("more than {}", least(figure.low)),
        Kind::AtMost => format!("up to {}", least(figure.high)),
        Kind::LessThan => format!("less than {}", least(figure.high)),
        Kind::Vague => match figure.magnitude {
            Some(magnitude) => format!("an unsaid sum, {} at the least", amount(magnitude, figure.currency)),
            None => format!("an unsaid sum{}", figure.currency.map_or(String::new(), |code| format!(" in {code}"))),
        },
    };
    if figure.approximate {
        text.insert_str(0, "about ");
    }
    if figure.sign == Sign::Negative {
        text.push_str(" (written with a minus)");
    }
    if let Some(per) = &figure.per {
        text.push_str(&format!(" per {per}"));
    }
    if figure.currency.is_none() {
        let candidates: Vec<_> = figure.currency_candidates.iter().map(ToString::to_string).collect();
        text.push_str(&match candidates.as_slice() {
            [] => " (currency not said)".to_owned(),
            _ => format!(" (one of {})", candidates.join(", ")),
        });
    }
    text
}

/// `USD 5,000,000`; without a currency `5,000,000`.
pub(super) fn amount(amount: Decimal, currency: Option<CurrencyCode>) -> String {
    match currency {
        Some(code) => format!("{code} {}", grouped(amount)),
        None => grouped(amount),
    }
}

/// `5,000,000`: as money without its currency is printed.
fn grouped(amount: Decimal) -> String {
    let money = Money::new(Kind::Exact, Some(amount), Some(amount), None, None).to_string();
    money.trim_start_matches("? ").to_owned()
}

/// `in delivery` for `in_delivery`: the name that an enum has in JSON, as words.
pub(super) fn words(value: &impl Serialize) -> String {
    name(value).replace('_', " ")
}

/// `Velmark GmbH (DE)`; a state that no word of the text names is its code.
pub(super) fn party(party: &Party<'_>) -> String {
    match (party.name.as_ref(), party.country) {
        ("", Some(country)) => country.to_string(),
        ("", None) => "unnamed".to_owned(),
        _ => party.to_string(),
    }
}

//! `"250000000"`: an amount as text, since no other number of JSON keeps all its digits.

use rust_decimal::Decimal;
use serde::{Deserializer, Serializer};

/// `250000000` as `"250000000"`. Nearly all amounts are whole and no larger than a machine's number.
#[allow(clippy::ref_option, reason = "serde calls it so")]
pub(super) fn serialize<S: Serializer>(amount: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) if amount.scale() == 0 && amount.is_sign_positive() => match u64::try_from(amount.mantissa()) {
            Ok(whole) => serializer.serialize_some(itoa::Buffer::new().format(whole)),
            Err(_) => serializer.serialize_some(&amount.to_string()),
        },
        Some(amount) => serializer.serialize_some(&amount.to_string()),
        None => serializer.serialize_none(),
    }
}

/// `"250000000"`, or a number.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    rust_decimal::serde::str_option::deserialize(deserializer)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    #[derive(serde::Serialize)]
    struct Ours(#[serde(serialize_with = "super::serialize")] Option<Decimal>);

    #[derive(serde::Serialize)]
    struct Theirs(#[serde(with = "rust_decimal::serde::str_option")] Option<Decimal>);

    #[test]
    fn writes_what_rust_decimal_writes() {
        let whole = [0, 1, -1, 5_000_000, i64::MAX, i64::MIN].map(|number| Decimal::new(number, 0));
        let parts = [Decimal::new(525, 2), Decimal::new(-5, 1), Decimal::new(500, 2), -Decimal::ZERO, Decimal::MAX];
        for amount in whole.into_iter().chain(parts).map(Some).chain([None]) {
            let (ours, theirs) = (serde_json::to_string(&Ours(amount)), serde_json::to_string(&Theirs(amount)));
            assert_eq!(ours.unwrap(), theirs.unwrap());
        }
    }
}

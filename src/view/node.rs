//! JSON as a tree, for standards whose shape is not that of the records. Amounts are decimals all the way to the bytes, and what
//! is not known is left out rather than null.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use super::json;

/// A JSON value.
#[derive(Clone, Debug)]
pub(super) enum Node<'a> {
    /// What is not known.
    Nothing,
    Truth(bool),
    Whole(u64),
    /// A number that has all digits of the decimal.
    Amount(Decimal),
    Text(Cow<'a, str>),
    /// A record as it stands in the program's own JSON.
    Record(String),
    List(Vec<Node<'a>>),
    Object(Vec<(&'static str, Node<'a>)>),
}

impl Node<'_> {
    /// `{}`
    pub(super) const fn object() -> Self {
        Self::Object(Vec::new())
    }

    /// A record, or a list of them, in the program's own JSON.
    pub(super) fn record(record: &impl Serialize) -> Self {
        // Records are plain data, which JSON can always say.
        Self::Record(serde_json::to_string(record).unwrap_or_else(|_| "null".to_owned()))
    }

    /// The object with a further member, where there is a value that is not an empty list or object.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Self>) -> Self {
        let value = value.into();
        if let (Self::Object(members), false) = (&mut self, value.is_empty()) {
            members.push((name, value));
        }
        self
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::List(members) => members.is_empty(),
            Self::Object(members) => members.is_empty(),
            Self::Record(json) => json == "null" || json == "[]",
            _ => false,
        }
    }

    /// Writes it on one line.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let from = out.len();
        self.put(out);
        json::escape(out, from);
    }

    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Nothing => out.extend_from_slice(b"null"),
            Self::Truth(truth) => out.extend_from_slice(truth.to_string().as_bytes()),
            Self::Whole(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Self::Amount(amount) => out.extend_from_slice(amount.to_string().as_bytes()),
            Self::Record(json) => out.extend_from_slice(json.as_bytes()),
            Self::Text(text) => put_text(text, out),
            Self::List(members) => {
                out.push(b'[');
                for (i, member) in members.iter().enumerate() {
                    if i > 0 {
                        out.push(b',');
                    }
                    member.put(out);
                }
                out.push(b']');
            }
            Self::Object(members) => {
                out.push(b'{');
                for (i, (name, value)) in members.iter().enumerate() {
                    if i > 0 {
                        out.push(b',');
                    }
                    put_text(name, out);
                    out.push(b':');
                    value.put(out);
                }
                out.push(b'}');
            }
        }
    }
}

fn put_text(text: &str, out: &mut Vec<u8>) {
    // Bytes are written to memory, and a string can always be said.
    let _ = serde_json::to_writer(out, text);
}

impl<'a> From<&'a str> for Node<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a Cow<'_, str>> for Node<'a> {
    fn from(text: &'a Cow<'_, str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Node<'_> {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<usize> for Node<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(number as u64)
    }
}

impl From<u32> for Node<'_> {
    fn from(number: u32) -> Self {
        Self::Whole(u64::from(number))
    }
}

impl From<Decimal> for Node<'_> {
    fn from(amount: Decimal) -> Self {
        Self::Amount(amount)
    }
}

impl From<Vec<Self>> for Node<'_> {
    fn from(members: Vec<Self>) -> Self {
        Self::List(members)
    }
}

impl<'a, T: Into<Node<'a>>> From<Option<T>> for Node<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_their_digits_and_what_is_not_known_is_left_out() {
        let mut out = Vec::new();
        let amount: Decimal = "1234567890123456789.0123456789".parse().unwrap();
        Node::object()
            .with("a", amount)
            .with("b", None::<&str>)
            .with("c", Vec::<Node<'_>>::new())
            .with("d", "\"\u{9b}\n")
            .write(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "{\"a\":1234567890123456789.0123456789,\"d\":\"\\\"\\u009b\\n\"}");
    }
}

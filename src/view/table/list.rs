//! Lists as one cell.

use std::borrow::Cow;

use crate::model::{DateId, Document, FigureId, Identifier, Party, TextSpan};
use crate::view::name;

/// `SEK; NOK`: the members, divided.
pub(super) fn list<T>(members: &[T], member: impl Fn(&T) -> String) -> String {
    members.iter().map(member).collect::<Vec<_>>().join("; ")
}

/// The text of a place in the text, where there is one.
pub(super) fn text<'r>(span: Option<&'r TextSpan<'_>>) -> Option<&'r Cow<'r, str>> {
    span.map(|span| &span.text)
}

pub(super) fn party(party: &Party<'_>) -> String {
    party.name.to_string()
}

/// `AM`, or `-`.
pub(super) fn country(party: &Party<'_>) -> String {
    party.country.map_or("-".to_owned(), |country| country.to_string())
}

/// `us_piid N0001921C0001`
pub(super) fn identifier(identifier: &Identifier<'_>) -> String {
    format!("{} {}", name(&identifier.scheme), identifier.value)
}

/// `USD 5000000 (f1)`: without separators.
pub(super) fn money(document: &Document<'_>, id: FigureId) -> String {
    match document.figures.iter().find(|figure| figure.id == id) {
        // Separators are for people; a table is for programs.
        Some(figure) => format!("{} ({id})", figure.to_string().replace(',', "")),
        None => id.to_string(),
    }
}

/// `2021-09 (d1)`
pub(super) fn day(document: &Document<'_>, id: DateId) -> String {
    match document.dates.iter().find(|date| date.id == id) {
        Some(date) => format!("{date} ({id})"),
        None => id.to_string(),
    }
}

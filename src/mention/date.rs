//! Dates where they stand.

use crate::model::{DateMention, Edtf};

/// stub until merge
pub fn find_dates<'t>(_text: &'t str, _published: Option<&Edtf>) -> Vec<DateMention<'t>> {
    Vec::new()
}
/// stub until merge
pub fn dateline(_text: &str) -> Option<Edtf> {
    None
}

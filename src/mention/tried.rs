//! What one grammar made of one place.

use crate::span::Span;

/// `amount "$250 million" amount.symbol_number`: one grammar at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Try {
    /// What was looked for: `amount`, `range`, `vague sum`, `date`.
    pub what: &'static str,
    /// What it read, and by which rule; none where the place has no such shape.
    pub read: Option<(Span, &'static str)>,
    /// Why what was read is not taken, where it is not.
    pub refused: Option<&'static str>,
}

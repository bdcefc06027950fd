//! The states and cities that a text names, and what money they use.

use crate::lexicon;
use crate::lexicon::state::{CITY_PHRASES, STATE_PHRASES};
use crate::model::CurrencyCode;
use crate::span::Span;

/// `INR` at "New Delhi", `PKR` at "Karachi": the currencies of the states whose name or city a text names, where it names them, asked for stretch by stretch.
#[derive(Debug)]
pub struct Places {
    named: Vec<(usize, CurrencyCode)>,
    /// How often each currency is named in the stretch from `first` to `next`.
    counts: Vec<(CurrencyCode, usize)>,
    first: usize,
    next: usize,
}

impl Places {
    /// The places of a whole text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut named = Vec::new();
        let mut free = true;
        for (at, c) in text.char_indices() {
            if free && c.is_uppercase() {
                let rest = &text[at..];
                let state = STATE_PHRASES.longest_at(rest).map(|(_, state)| state.code);
                let state = state.or_else(|| CITY_PHRASES.longest_at(rest).map(|(_, code)| code));
                if let Some(code) = state.and_then(lexicon::country_currency) {
                    named.push((at, code));
                }
            }
            free = !c.is_alphanumeric();
        }
        Self { named, counts: Vec::new(), first: 0, next: 0 }
    }

    /// Moves on to a stretch that neither begins nor ends before the last one.
    pub fn move_to(&mut self, stretch: Span) {
        while let Some((at, code)) = self.named.get(self.next).filter(|(at, _)| *at < stretch.end) {
            if *at >= stretch.start || self.first < self.next {
                match self.counts.iter_mut().find(|(other, _)| other == code) {
                    Some((_, count)) => *count += 1,
                    None => self.counts.push((*code, 1)),
                }
            } else {
                self.first += 1;
            }
            self.next += 1;
        }
        while let Some((_, code)) = self.named.get(self.first).filter(|(at, _)| *at < stretch.start) {
            if let Some((_, count)) = self.counts.iter_mut().find(|(other, _)| other == code) {
                *count = count.saturating_sub(1);
            }
            self.first += 1;
        }
    }

    /// Whether a state that uses this currency is named in the stretch.
    #[must_use]
    pub fn name(&self, code: CurrencyCode) -> bool {
        self.counts.iter().any(|(other, count)| *other == code && *count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_move_over_the_text() {
        let text = "India and Pakistan; Japan. Then India again, and Mexico.";
        let mut places = Places::of(text);
        let code = CurrencyCode::new;
        for (from, to, want) in [
            (0, 10, vec!["INR"]),
            (0, 26, vec!["INR", "PKR", "JPY"]),
            (20, 30, vec!["JPY"]),
            (20, 40, vec!["INR", "JPY"]),
            (45, 56, vec!["MXN"]),
        ] {
            places.move_to(Span::new(from, to));
            let found: Vec<_> =
                ["INR", "PKR", "JPY", "MXN"].into_iter().filter(|name| places.name(code(name))).collect();
            let mut want = want;
            want.sort_by_key(|name| ["INR", "PKR", "JPY", "MXN"].iter().position(|other| other == name));
            assert_eq!(found, want, "{from}..{to}");
        }
    }
}

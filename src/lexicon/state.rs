//! What names, demonyms, capitals and seats stand for a state.

use std::sync::LazyLock;

use super::phrases::Phrases;
use crate::model::{CountryBasis, CountryCode};

pub use super::generated::{CITIES, STATES};

/// `Armenian`: a word that stands for a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateName {
    /// The state.
    pub code: CountryCode,
    /// Whether it is the state's name, a demonym, a capital or a seat.
    pub basis: CountryBasis,
    /// The word is also something else: "Georgia", "Jordan", "Washington".
    pub ambiguous: bool,
    /// It stands before a noun: "the Armenian side", "US officials".
    pub adjective: bool,
    /// It means people: "the Armenians".
    pub people: bool,
}

impl StateName {
    /// `Lethos`, `Lethian`: a user's own name of a state.
    #[must_use]
    pub const fn own(code: CountryCode, adjective: bool) -> Self {
        let basis = if adjective { CountryBasis::Demonym } else { CountryBasis::Name };
        Self { code, basis, ambiguous: false, adjective, people: false }
    }
}

/// `the Kremlin` is found as "Kremlin": the index over [`STATES`], in exact case.
pub static STATE_PHRASES: LazyLock<Phrases<StateName>> = LazyLock::new(|| Phrases::exact(STATES));

/// `Karachi`: the index over [`CITIES`], large cities of states whose money shares its name with other money.
pub static CITY_PHRASES: Phrases<CountryCode> = Phrases::exact(CITIES);

/// `Yerevan`: what a whole phrase stands for, in its exact case.
#[must_use]
pub fn state(phrase: &str) -> Option<StateName> {
    STATE_PHRASES.get(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_for_a_state() {
        for (phrase, code, basis) in [
            ("Armenia", "AM", CountryBasis::Name),
            ("Armenian", "AM", CountryBasis::Demonym),
            ("Armenians", "AM", CountryBasis::Demonym),
            ("Yerevan", "AM", CountryBasis::Capital),
            ("Kremlin", "RU", CountryBasis::Seat),
            ("U.S.", "US", CountryBasis::Name),
            ("Republic of Korea", "KR", CountryBasis::Name),
            ("Türkiye", "TR", CountryBasis::Name),
            ("Côte d’Ivoire", "CI", CountryBasis::Name),
            ("Emirati", "AE", CountryBasis::Demonym),
            ("Kiev", "UA", CountryBasis::Capital),
            ("Downing Street", "GB", CountryBasis::Seat),
            ("Pentagon", "US", CountryBasis::Seat),
            ("Élysée", "FR", CountryBasis::Seat),
        ] {
            let found = state(phrase).map(|name| (name.code.to_string(), name.basis));
            assert_eq!(found, Some((code.to_owned(), basis)), "{phrase}");
        }
        assert_eq!(state("turkey"), None);
    }

    #[test]
    fn words_that_are_also_something_else() {
        for (phrase, ambiguous) in [
            ("Georgia", true),
            ("Jordan", true),
            ("Chad", true),
            ("Washington", true),
            ("Ankara", false),
            ("Russia", false),
        ] {
            assert_eq!(state(phrase).map(|name| name.ambiguous), Some(ambiguous), "{phrase}");
        }
    }

    #[test]
    fn adjectives_and_people() {
        let flags = |phrase| state(phrase).map(|name| (name.adjective, name.people));
        assert_eq!(flags("Armenian"), Some((true, false)));
        assert_eq!(flags("Armenians"), Some((false, true)));
        assert_eq!(flags("Dutch"), Some((true, true)));
        assert_eq!(flags("US"), Some((true, false)));
        assert_eq!(flags("New Zealand"), Some((true, false)));
        assert_eq!(flags("Armenia"), Some((false, false)));
    }
}

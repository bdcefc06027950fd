//! A user's own words: names that stand for a state, companies and programmes that the tables do not have.
//!
//! They are read beside the tables, and win over them where they are as long.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::CountryCode;
use crate::span::Span;

/// `Lethos` for XL, `Velmark`, `Skylance`: a user's own words, given to an [`Extractor`](crate::Extractor).
///
/// ```
/// use outlay::{Extractor, Lexicon};
///
/// let lexicon = Lexicon::from_toml(
///     r#"
///     companies = ["Velmark"]
///     programmes = ["Skylance"]
///
///     [aliases]                 # names that stand for a state, by its code
///     Lethos = "XL"
///     Lethian = { state = "XL", adjective = true }
///     "#,
/// )?;
/// let extractor = Extractor::new().lexicon(lexicon);
/// let document = extractor.extract("Lethos has signed a $300 million contract with Velmark for 12 Skylance launchers.");
/// assert_eq!(document.contracts[0].customers[0].country.map(|code| code.to_string()), Some("XL".to_owned()));
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// By the first word of each name, longest first.
    names: HashMap<Box<str>, Vec<(Box<str>, Own)>>,
    programmes: Option<AhoCorasick>,
}

/// `Lethos`: what a user's own name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// A state.
    State(CountryCode),
    /// A word before what is of a state: "Lethian".
    Adjective(CountryCode),
    /// A company.
    Company,
}

impl Lexicon {
    /// `programmes = ["Skylance"]`: reads a lexicon in TOML. A file that is no such lexicon is an error with its line.
    ///
    /// It has three entries, each of which may be left out: `companies`, a list of names; `programmes`, a list of the names of
    /// things that are bought; `[aliases]`, names with the two letters of the state that they stand for, or
    /// `{ state = "XL", adjective = true }` for a word such as "Lethian". Codes are those of ISO 3166-1, and those that it leaves
    /// to users (AA, QM to QZ, XA to XZ, ZZ). Names are met as they are written, in their own case.
    #[cfg(feature = "lexicon")]
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| at_line(text, error.span(), error.message()))?;
        let mut names: Vec<(String, Own)> = Vec::new();
        for (name, alias) in file.aliases {
            let (state, adjective) = match alias.get_ref() {
                Alias::State(state) => (state, false),
                Alias::Described { state, adjective } => (state, *adjective),
            };
            let code = code(state).ok_or_else(|| {
                let message =
                    format!("[aliases] {name:?}: a state's two letters were expected, as \"PL\", and found {state:?}");
                at_line(text, Some(alias.span()), &message)
            })?;
            names.push((name, if adjective { Own::Adjective(code) } else { Own::State(code) }));
        }
        names.extend(file.companies.into_iter().map(|name| (name, Own::Company)));
        for name in names.iter().map(|(name, _)| name).chain(&file.programmes) {
            check(name).map_err(|message| format!("{name:?}: {message}"))?;
        }
        Ok(Self::new(names, &file.programmes))
    }

    /// The names and the programmes as one lexicon.
    #[cfg(any(feature = "lexicon", test))]
    fn new(named: Vec<(String, Own)>, programmes: &[String]) -> Self {
        let mut names: HashMap<Box<str>, Vec<(Box<str>, Own)>> = HashMap::new();
        for (name, own) in named {
            let first = first_word(&name);
            names.entry(first.into()).or_default().push((name.into(), own));
        }
        for of_word in names.values_mut() {
            of_word.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        let programmes = if programmes.is_empty() {
            None
        } else {
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(programmes).ok()
        };
        Self { names, programmes }
    }

    /// `Lethos` at the front of a text: its length and what it stands for.
    #[must_use]
    pub(crate) fn name_at(&self, text: &str) -> Option<(usize, Own)> {
        if self.names.is_empty() {
            return None;
        }
        let of_word = self.names.get(first_word(text))?;
        of_word.iter().find_map(|(name, own)| {
            let rest = text.strip_prefix(&**name)?;
            (!rest.starts_with(char::is_alphanumeric)).then_some((name.len(), *own))
        })
    }

    /// `Skylance` wherever it stands in a stretch of a text, in order.
    #[must_use]
    pub(crate) fn programmes_in(&self, text: &str, stretch: Span) -> Vec<Span> {
        let Some(programmes) = &self.programmes else { return Vec::new() };
        let inner = stretch.of(text);
        let free = |found: &aho_corasick::Match| {
            !inner[..found.start()].ends_with(char::is_alphanumeric)
                && !inner[found.end()..].starts_with(char::is_alphanumeric)
        };
        let place = |found: aho_corasick::Match| Span::new(stretch.start + found.start(), stretch.start + found.end());
        programmes.find_iter(inner).filter(free).map(place).collect()
    }
}

/// The letters and digits that begin a text.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

#[cfg(feature = "lexicon")]
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    companies: Vec<String>,
    #[serde(default)]
    programmes: Vec<String>,
    #[serde(default)]
    aliases: std::collections::BTreeMap<String, toml::Spanned<Alias>>,
}

#[cfg(feature = "lexicon")]
#[derive(serde::Deserialize)]
#[serde(untagged, expecting = "a state's two letters were expected, or { state = \"XL\", adjective = true }")]
enum Alias {
    State(String),
    Described {
        state: String,
        #[serde(default)]
        adjective: bool,
    },
}

#[cfg(feature = "lexicon")]
fn code(text: &str) -> Option<CountryCode> {
    let code: CountryCode = text.parse().ok()?;
    // ISO 3166-1 leaves these to users.
    let own = matches!(text.as_bytes(), b"AA" | b"ZZ" | [b'X', _] | [b'Q', b'M'..=b'Z']);
    (own || super::generated::STATES.iter().any(|(_, state)| state.code == code)).then_some(code)
}

/// A name begins with a letter or digit and is on one line, so that it can be met in a text.
#[cfg(feature = "lexicon")]
fn check(name: &str) -> Result<(), &'static str> {
    if !name.starts_with(char::is_alphanumeric) || name.ends_with(char::is_whitespace) {
        return Err("a name was expected that begins with a letter or a digit and does not end with a space");
    }
    if name.contains(char::is_control) { Err("a name on one line was expected") } else { Ok(()) }
}

/// `line 3: what was expected and what was found`
#[cfg(feature = "lexicon")]
fn at_line(text: &str, span: Option<std::ops::Range<usize>>, message: &str) -> String {
    let message = message.trim().replace('\n', ", ");
    match span {
        Some(span) => {
            let line = text.get(..span.start).unwrap_or(text).matches('\n').count() + 1;
            format!("line {line}: {message}")
        }
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let names = [
            ("Lethos", Own::State(CountryCode::new("XL"))),
            ("Lethian", Own::Adjective(CountryCode::new("XL"))),
            ("Velmark", Own::Company),
            ("Velmark Naval Works", Own::Company),
        ];
        Lexicon::new(
            names.map(|(name, own)| (name.to_owned(), own)).to_vec(),
            &["Skylance".to_owned(), "Sky".to_owned()],
        )
    }

    #[test]
    fn the_longest_name_is_met_in_its_own_case() {
        let own = lexicon();
        let at = |text: &str| own.name_at(text).map(|(length, own)| (text[..length].to_owned(), own));
        assert_eq!(at("Velmark Naval Works' yard"), Some(("Velmark Naval Works".into(), Own::Company)));
        assert_eq!(at("Velmark Navalis"), Some(("Velmark".into(), Own::Company)));
        assert_eq!(at("Lethos’s army"), Some(("Lethos".into(), Own::State(CountryCode::new("XL")))));
        for text in ["Velmarks", "velmark", "LETHOS", "", " Lethos", "é"] {
            assert_eq!(at(text), None, "{text}");
        }
        assert_eq!(Lexicon::default().name_at("Lethos"), None);
    }

    #[test]
    fn programmes_are_whole_words() {
        let text = "Skylance, Skylances, Sky and éSky: Skylance";
        let spans = lexicon().programmes_in(text, Span::new(0, text.len()));
        assert_eq!(spans.iter().map(|span| span.start).collect::<Vec<_>>(), [0, 21, 36]);
        assert!(Lexicon::default().programmes_in(text, Span::new(0, text.len())).is_empty());
    }

    #[cfg(feature = "lexicon")]
    #[test]
    fn bad_files_say_where_they_are_wrong() {
        for (text, want) in [
            (
                "[aliases]\nLethos = \"Lethia\"",
                "line 2: [aliases] \"Lethos\": a state's two letters were expected, as \"PL\", and found \"Lethia\"",
            ),
            (
                "[aliases]\nLethos = \"JJ\"",
                "line 2: [aliases] \"Lethos\": a state's two letters were expected, as \"PL\", and found \"JJ\"",
            ),
            (
                "[aliases]\nLethos = 5",
                "line 2: a state's two letters were expected, or { state = \"XL\", adjective = true }",
            ),
            ("companies = \"Velmark\"", "line 1: invalid type: string \"Velmark\", expected a sequence"),
            (
                "programmes = [\" \"]",
                "\" \": a name was expected that begins with a letter or a digit and does not end with a space",
            ),
            ("programmes = \"Sky\"", "line 1: invalid type: string \"Sky\", expected a sequence"),
            (
                "[alias]\nLethos = \"XL\"",
                "line 1: unknown field `alias`, expected one of `companies`, `programmes`, `aliases`",
            ),
            ("[aliases", "line 1: "),
        ] {
            let message = Lexicon::from_toml(text).expect_err(text);
            assert!(message.starts_with(want), "{text}: {message}");
        }
        assert!(Lexicon::from_toml("").is_ok());
    }
}

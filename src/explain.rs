//! How a text was read: the places where a mention could begin, and what each grammar made of them.
//!
//! ```text
//! paid $250 million in 2021 for 12 tanks
//!       250     amount "$250 million" amount.symbol_number
//!       2021    amount –, date "2021" date.year
//!       12      amount –, date –
//! paid … tanks  words of trade and of arms, without which no deal is told
//! ```

pub use crate::mention::tried::Try;
use crate::mention::{date, figure};
use crate::scan::{self, ARMS, Candidate, DATE, DIGIT, MONEY, TRADE};
use crate::span::Span;

/// `250` in "paid $250 million": a place where a mention could begin, with what was tried there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The number or word that begins there, in bytes of the text.
    pub span: Span,
    /// What it could be: `number`, `money`, `date`, `trade`, `arms`.
    pub may: Vec<&'static str>,
    /// The grammars that tried, in order.
    pub tries: Vec<Try>,
}

/// `paid $250 million in 2021`: the places of a text in order. Each is tried by itself, also within what another place has read.
#[must_use]
pub fn places(text: &str) -> Vec<Place> {
    let candidates = scan::candidates(text);
    let mut places: Vec<Place> = Vec::new();
    let mut all: Vec<Candidate> = candidates.mentions.into_iter().chain(candidates.words).collect();
    all.sort_by_key(|candidate| candidate.at);
    for candidate in all {
        let kinds = [(DIGIT, "number"), (MONEY, "money"), (DATE, "date"), (TRADE, "trade"), (ARMS, "arms")];
        let may = kinds.iter().filter(|(kind, _)| candidate.kinds & kind != 0).map(|(_, name)| *name);
        let mut tries = Vec::new();
        if candidate.kinds & (DIGIT | MONEY) != 0 {
            tries.extend(figure::tries_at(text, candidate));
        }
        if candidate.kinds & (DIGIT | DATE) != 0 {
            tries.extend(date::tries_at(text, candidate.at));
        }
        match places.last_mut().filter(|last| last.span.start == candidate.at) {
            Some(last) => {
                last.may.extend(may);
                last.tries.extend(tries);
            }
            None => places.push(Place { span: word_at(text, candidate.at), may: may.collect(), tries }),
        }
    }
    places
}

/// The number or the word that begins at a place.
fn word_at(text: &str, at: usize) -> Span {
    let rest = &text[at..];
    let number = rest.starts_with(|c: char| c.is_ascii_digit());
    let inside = |c: char| c.is_alphanumeric() || matches!(c, ',' | '.') || c == '-' && !number;
    let length = rest.find(|c: char| !inside(c)).unwrap_or(rest.len());
    let length = rest[..length].trim_end_matches([',', '.', '-']).len();
    Span::new(at, at + length.max(rest.chars().next().map_or(0, char::len_utf8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let tell = |place: &Place| {
            let tries = place.tries.iter().map(|tried| match (tried.read, tried.refused) {
                (Some((span, rule)), None) => format!("{} {:?} {rule}", tried.what, span.of(text)),
                (Some((span, _)), Some(why)) => format!("{} {:?} but {why}", tried.what, span.of(text)),
                (None, _) => format!("{} –", tried.what),
            });
            format!("{} [{}] {}", place.span.of(text), place.may.join(" "), tries.collect::<Vec<_>>().join("; "))
        };
        places(text).iter().map(tell).collect()
    }

    #[test]
    fn each_place_tells_what_was_tried() {
        assert_eq!(
            told("paid $250-400 million for 12 tanks in 2021"),
            [
                "paid [trade] ",
                "250 [number] amount \"$250\" amount.symbol_number; range \"$250-400 million\" range.dash; date –",
                "400 [number] amount \"400 million\" but no currency stands by it; range –; date –",
                "million [money] vague sum –; amount –; range –",
                "12 [number] amount \"12\" but no currency stands by it; range –; date –",
                "tanks [arms] ",
                "2021 [number] amount \"2021\" but no currency stands by it; range –; date \"2021\" date.year",
            ]
        );
    }

    #[test]
    fn what_the_words_around_refuse_is_told() {
        let text = "rose from $2 billion to $3 billion";
        let range = told(text).into_iter().find(|place| place.starts_with("2 ")).unwrap();
        assert!(
            range.contains("range \"from $2 billion to $3 billion\" but the words before tell a movement"),
            "{range}"
        );
        let year = told("sent 2021 tanks").into_iter().find(|place| place.starts_with("2021")).unwrap();
        assert_eq!(year, "2021 [number] amount \"2021\" but no currency stands by it; range –; date –");
    }
}

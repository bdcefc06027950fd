//! `"may be exercised".holds("exercis")`: whether, and where, a few letters stand in a sentence.
//!
//! Clauses ask hundreds of times in a paragraph whether some phrase stands in a sentence. A general searcher costs more to make than
//! a sentence to look through, so that this one makes nothing: it looks for the two letters of the phrase that English has least of,
//! and compares where both stand.

use wide::u8x16;

/// Asks a text for a phrase in exact case.
pub trait Holds {
    /// Where the phrase first stands.
    fn place_of(&self, phrase: &str) -> Option<usize>;

    /// Where the phrase stands, one place behind the other.
    fn places_of<'t>(&'t self, phrase: &'static str) -> impl Iterator<Item = usize> + 't;

    /// Where the phrase last stands.
    fn last_place_of(&self, phrase: &str) -> Option<usize>;

    /// `frigates` of "four frigates": what stands behind the last space, the whole text where it has none.
    fn last_word(&self) -> &str;

    /// Whether the phrase stands in the text.
    #[inline]
    fn holds(&self, phrase: &str) -> bool {
        self.place_of(phrase).is_some()
    }
}

/// `any_held!(name, "Inc", "Corp")`: whether one of several phrases of the code stands in a text.
macro_rules! any_held {
    ($text:expr, $($phrase:literal),+ $(,)?) => {{
        let text: &str = $text;
        $($crate::lexicon::holds::Holds::holds(text, $phrase))||+
    }};
}
pub(crate) use any_held;

impl Holds for str {
    #[inline]
    fn place_of(&self, phrase: &str) -> Option<usize> {
        place(self.as_bytes(), phrase.as_bytes())
    }

    #[inline]
    fn places_of<'t>(&'t self, phrase: &'static str) -> impl Iterator<Item = usize> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + place(&self.as_bytes()[from..], phrase.as_bytes())?;
            // An empty phrase stands nowhere a second time.
            from = at + phrase.len().max(1);
            Some(at)
        })
    }

    #[inline]
    fn last_place_of(&self, phrase: &str) -> Option<usize> {
        // Mostly it stands nowhere; then no searcher is made.
        if self.holds(phrase) { self.rfind(phrase) } else { None }
    }

    #[inline]
    fn last_word(&self) -> &str {
        // Words are short: no searcher is worth it.
        &self[self.bytes().rposition(|byte| byte == b' ').map_or(0, |space| space + 1)..]
    }
}

/// Where a phrase first stands. For a phrase that is written in the code, its rarest letters are found when the code is compiled.
#[inline(always)]
#[allow(clippy::inline_always, reason = "only then the loop over a phrase of the code is run by the compiler")]
fn place(text: &[u8], phrase: &[u8]) -> Option<usize> {
    let (rarest, next) = rarest(phrase);
    if phrase.is_empty() { Some(0) } else { search(text, phrase, rarest, next) }
}

/// The places of the two letters of a phrase that English has least of.
#[inline(always)]
#[allow(clippy::inline_always, reason = "only then the loop over a phrase of the code is run by the compiler")]
const fn rarest(phrase: &[u8]) -> (usize, usize) {
    let (mut rarest, mut least) = (0, u8::MAX);
    let (mut second, mut less) = (0, u8::MAX);
    let mut at = 0;
    while at < phrase.len() {
        let often = OFTEN[phrase[at] as usize];
        if often < least {
            (second, less) = (rarest, least);
            (rarest, least) = (at, often);
        } else if often < less {
            (second, less) = (at, often);
        }
        at += 1;
    }
    (rarest, second)
}

/// The starts that are looked at together.
const LANE: usize = 16;

/// Where a phrase first stands, by the letters at two places of it: both are compared at many starts at once.
#[inline(never)]
fn search(text: &[u8], phrase: &[u8], one: usize, other: usize) -> Option<usize> {
    let starts = (text.len() + 1).checked_sub(phrase.len())?;
    let (ones, others) = (&text[one..one + starts], &text[other..other + starts]);
    let stands = |start: &usize| text.get(*start..*start + phrase.len()) == Some(phrase);
    let (Some(last_ones), Some(last_others)) = (ones.last_chunk(), others.last_chunk()) else {
        let letters = (phrase[one], phrase[other]);
        let mut pairs = ones.iter().zip(others).enumerate().filter(|(_, pair)| (*pair.0, *pair.1) == letters);
        return pairs.find_map(|(start, _)| Some(start).filter(stands));
    };
    let (letter, next) = (u8x16::splat(phrase[one]), u8x16::splat(phrase[other]));
    let among = |ones: &[u8; LANE], others: &[u8; LANE], at: usize| {
        let same = u8x16::new(*ones).simd_eq(letter) & u8x16::new(*others).simd_eq(next);
        let mut places = same.to_bitmask();
        while places != 0 {
            let start = at + places.trailing_zeros() as usize;
            if stands(&start) {
                return Some(start);
            }
            places &= places - 1;
        }
        None
    };
    let mut at = 0;
    for (ones, others) in ones.as_chunks().0.iter().zip(others.as_chunks().0) {
        let found = among(ones, others, at);
        if found.is_some() {
            return found;
        }
        at += LANE;
    }
    // What is looked at twice stands nowhere there.
    if at < starts { among(last_ones, last_others, starts - LANE) } else { None }
}

/// How often a byte stands in English prose, roughly: a space most, then `e`, `t`, `a`, …; what is not named stands hardly ever.
const OFTEN: [u8; 256] = {
    let mut often = [0; 256];
    let order = b"zqxjkQZXYKJ/$:;()V0123456789UGWLHOERBNFDMPITACSvwbgypmfuhdlc.,srnioate ";
    let mut at = 0;
    while at < order.len() {
        // There are fewer than 256 letters in the list.
        #[allow(clippy::cast_possible_truncation, reason = "the list is short")]
        let rank = at as u8 + 1;
        often[order[at] as usize] = rank;
        at += 1;
    }
    often
};

#[cfg(test)]
mod tests {
    use super::Holds;

    #[test]
    fn finds_what_a_plain_search_finds() {
        let texts =
            ["", "a", "options, if exercised, would", "xx exercise", "exercis", "the the the then", "€ 5 für Öl"];
        let phrases =
            ["", "a", "e", "exercis", "the then", "would", "für Ö", "zzz", " if ", "options, if exercised, would be"];
        for text in texts {
            for phrase in phrases {
                assert_eq!(text.place_of(phrase), text.find(phrase), "{phrase} in {text}");
                if !phrase.is_empty() {
                    let all: Vec<_> = text.match_indices(phrase).map(|(at, _)| at).collect();
                    assert_eq!(text.places_of(phrase).collect::<Vec<_>>(), all, "{phrase} in {text}");
                }
            }
        }
    }
}

//! `"may be exercised".holds("exercis")`: whether, and where, a few letters stand in a sentence.
//!
//! Clauses ask hundreds of times in a paragraph whether some phrase stands in a sentence. A general searcher costs more to make than
//! a sentence to look through, so that this one makes nothing: it looks for the letter of the phrase that English has least of, and
//! compares where it stands.

/// Asks a text for a phrase in exact case.
pub trait Holds {
    /// Where the phrase first stands.
    fn place_of(&self, phrase: &str) -> Option<usize>;

    /// Where the phrase stands, one place behind the other.
    fn places_of<'t>(&'t self, phrase: &'static str) -> impl Iterator<Item = usize> + 't;

    /// Whether the phrase stands in the text.
    #[inline]
    fn holds(&self, phrase: &str) -> bool {
        self.place_of(phrase).is_some()
    }
}

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
}

/// Where a phrase first stands. For a phrase that is written in the code, its rarest letter is found when the code is compiled.
#[inline(always)]
#[allow(clippy::inline_always, reason = "only then the loop over a phrase of the code is run by the compiler")]
fn place(text: &[u8], phrase: &[u8]) -> Option<usize> {
    let (mut at, mut least) = (0, u8::MAX);
    let mut next = 0;
    while next < phrase.len() {
        let often = OFTEN[phrase[next] as usize];
        if often < least {
            (at, least) = (next, often);
        }
        next += 1;
    }
    match phrase.get(at) {
        Some(rarest) => search(text, phrase, at, *rarest),
        None => Some(0),
    }
}

/// Where a phrase first stands, by the letter at a place of it.
#[inline(never)]
fn search(text: &[u8], phrase: &[u8], at: usize, letter: u8) -> Option<usize> {
    if phrase.len() > text.len() {
        return None;
    }
    // The letter of a place within the text stands at least so far behind its beginning and before its end.
    let last = text.len() - (phrase.len() - at) + 1;
    let body = &text[at..last];
    memchr::memchr_iter(letter, body).find(|start| &text[*start..*start + phrase.len()] == phrase)
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

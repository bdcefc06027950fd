//! `two dozen`, `four to six`: the number before a thing.

use crate::grammar::quantity::quantity;
use crate::lexicon::holds::Holds;
use crate::lexicon::wares::{AMMUNITION, UNITS_OF_MEASURE};
use crate::span::Span;

/// The most words of a number that is written out: "one hundred and twenty thousand".
const MOST_NUMBER_WORDS: usize = 6;

/// A word that is a whole number: `four`, `14`.
#[must_use]
pub fn count(word: &str) -> Option<String> {
    // `155mm`: a calibre, though "$155mm" is millions.
    if word.ends_with("mm") {
        return None;
    }
    let (rest, read) = quantity(word).ok()?;
    let value = read.value.filter(|value| value.scale() == 0 && !read.approximate)?;
    rest.is_empty().then(|| value.to_string())
}

/// Where the last word of a text begins, behind a space of either kind.
pub(super) fn last_word(text: &str) -> usize {
    text.char_indices().rev().find(|(_, c)| matches!(c, ' ' | '\u{a0}')).map_or(0, |(at, c)| at + c.len_utf8())
}

/// A number that counts the phrase: "four", "2,000", "four to six", "8-12".
pub(super) fn number_before(text: &str, floor: usize, at: usize, word: &str) -> Option<(Span, String)> {
    let end = at + word.len();
    let whole = count;
    if word == "a" || word == "an" {
        return None;
    }
    // `155 mm shells`: a calibre; `100 737 jets`: a type.
    let rest = text[end..].trim_start();
    // "two 21m patrol boats", "2m shells": a length, but for what is used up.
    let metres = word.strip_suffix('m').is_some_and(|digits| digits.ends_with(|c: char| c.is_ascii_digit()));
    if metres && !AMMUNITION.begin(rest) {
        return None;
    }
    // "Kestrel 2T missiles", "5t trucks": a type and a weight; "100k rounds", "2M rounds" are counted.
    let letter = word.as_bytes().split_last().filter(|(last, rest)| {
        last.is_ascii_alphabetic()
            && rest.last().is_some_and(u8::is_ascii_digit)
            && word.starts_with(|c: char| c.is_ascii_digit())
    });
    let lettered = letter.is_some_and(|(letter, _)| match letter {
        b'k' | b'm' => false,
        b'K' | b'M' => !AMMUNITION.begin(rest),
        _ => true,
    });
    if lettered {
        return None;
    }
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let lead = Span::new(floor, at).of(text).trim_end().last_word();
    if UNITS_OF_MEASURE.begin(rest) || digits && !lead.is_empty() && lead.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // `Su- 30 jets`, `TL – 50 systems`: a type that a slip of the hand has parted.
    let parted =
        Span::new(floor, at).of(text).trim_end().strip_suffix(['-', '–']).map(|lead| lead.trim_end().last_word());
    if digits
        && parted.is_some_and(|letters| {
            (1..=4).contains(&letters.len())
                && letters.starts_with(|c: char| c.is_ascii_uppercase())
                && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    {
        return None;
    }
    // `a dozen trucks`, `two dozen jets`
    if word == "dozen" || word == "pair" {
        let by: u32 = if word == "dozen" { 12 } else { 2 };
        let from =
            at - (Span::new(floor, at).of(text).len() - Span::new(floor, at).of(text).trim_end().len()) - lead.len();
        let count = if matches!(lead, "a" | "A" | "another") {
            Some(1)
        } else {
            whole(lead).and_then(|digits| digits.parse::<u32>().ok())
        };
        return count.map(|count| (Span::new(from, end), (count * by).to_string()));
    }
    // `8-12`
    if let Some((low, high)) = word.split_once(['-', '–'])
        && let (Some(low), Some(high)) = (whole(low), whole(high))
        && low.bytes().all(|b| b.is_ascii_digit())
        && word.bytes().next().is_some_and(|b| b.is_ascii_digit())
        // "Mirage 2000-5": a type.
        && (low.len(), &low) < (high.len(), &high)
    {
        return Some((Span::new(at, end), format!("{low}-{high}")));
    }
    // `1 million shells`, `several hundred tanks`
    if ["hundred", "thousand", "million"].contains(&word) {
        let before = Span::new(floor, at).of(text).trim_end();
        let from = before.rfind(' ').map_or(0, |i| i + 1);
        // "half a million shells"
        let half =
            (&before[from..] == "a").then(|| before[..from].trim_end()).filter(|lead| lead.last_word() == "half");
        let from = half.map_or(from, |lead| lead.len() - "half".len());
        let both = Span::new(floor + from, end);
        return whole(both.of(text)).map(|digits| (both, digits));
    }
    let number = whole(word)?;
    if number == "0" {
        return None;
    }
    // `four to six`
    let before = Span::new(floor, at).of(text).trim_end();
    for link in [" to", " or", " and"] {
        if let Some(head) = before.strip_suffix(link) {
            let from = head.rfind(' ').map_or(0, |i| i + 1);
            // "between four and six"
            if link == " and" && !head[..from].ends_with("between ") {
                continue;
            }
            if let Some(low) = whole(&head[from..]) {
                return Some((Span::new(floor + from, end), format!("{low}-{number}")));
            }
        }
    }
    // `one hundred fifty`: the words of one number, whatever they are.
    let mut longest = (Span::new(at, end), number);
    let mut from = at;
    for _ in 0..MOST_NUMBER_WORDS {
        let lead = Span::new(floor, from).of(text).trim_end();
        let word_at = floor + last_word(lead);
        let before = &text[word_at..floor + lead.len()];
        let numeric =
            before == "and" || whole(before).is_some() || matches!(before, "hundred" | "thousand" | "million");
        if before.is_empty() || !numeric || !before.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
            break;
        }
        from = word_at;
        if let Some(digits) = whole(Span::new(from, end).of(text)) {
            longest = (Span::new(from, end), digits);
        }
    }
    // `144`
    Some(longest)
}

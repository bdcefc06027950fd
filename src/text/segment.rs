//! Paragraphs and sentences.
//!
//! The splitter knows abbreviations: "St. Louis", "Acme Co. Inc.", "U.S. Army", "Sept. 30" end no sentence. One that may end a
//! sentence ("Inc.", "U.S.") does so where a word follows that begins sentences ("The", "Work", "Fiscal").

use crate::span::Span;

/// The paragraphs of `text`: parted by blank lines, or by a line's end behind which a new thought begins.
///
/// A single line end within hard-wrapped prose parts nothing.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Span> {
    Paragraphs::of(text).collect()
}

/// `NAVY`, then `Velmark won.`: the paragraphs of a text one by one, for those who need few of them.
#[derive(Clone, Debug)]
pub struct Paragraphs<'t> {
    text: &'t str,
    /// Where the next one begins.
    at: usize,
}

impl<'t> Paragraphs<'t> {
    /// `NAVY\n\nVelmark won.`: all of a text, two paragraphs.
    #[must_use]
    pub const fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// `0` at first: where what was not given yet begins.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Leaves out the paragraphs before the one that has the byte at `place`.
    pub fn skip_to(&mut self, place: usize) {
        let bytes = self.text.as_bytes();
        let mut end = place.min(bytes.len());
        while let Some(found) = bytes.get(self.at..end).and_then(|rest| memchr::memrchr(b'\n', rest)) {
            end = self.at + found;
            let line = memchr::memrchr(b'\n', &bytes[self.at..end]).map_or(self.at, |before| self.at + before + 1);
            if parts(self.text, line, end) {
                self.at = end + 1;
                return;
            }
        }
    }
}

impl Iterator for Paragraphs<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let start = self.at;
            let mut line = start;
            let mut ends = memchr::memchr_iter(b'\n', &bytes[start..]).map(|end| start + end);
            let end = ends.find(|end| parts(self.text, std::mem::replace(&mut line, end + 1), *end));
            let end = end.unwrap_or(bytes.len());
            self.at = end + 1;
            if let Some(paragraph) = trimmed(self.text, start, end) {
                return Some(paragraph);
            }
        }
        None
    }
}

/// Whether the line's end at `end` parts two paragraphs; the line begins at `line`.
fn parts(text: &str, line: usize, end: usize) -> bool {
    let blank = || text.as_bytes().get(end + 1).is_none_or(|b| matches!(b, b'\n' | b'\r'));
    let closed = || {
        let before = text.get(line..end).unwrap_or("").trim_end();
        before.ends_with(['.', '!', '?', ':', '”', '"', ')', '*']) || before.len() < SHORT
    };
    end - line < SHORT || blank() || closed()
}

/// A line of so few bytes is not wrapped.
const SHORT: usize = 50;

/// The stretch without the white space at its ends, if anything is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let inner = text.get(start..end)?;
    // Nearly all space at an edge is of ASCII, which is quickly told.
    let bytes = inner.as_bytes().trim_ascii_start();
    let (from, bytes) = (end - bytes.len(), bytes.trim_ascii_end());
    if let (0x21..0x80, 0x21..0x80) = (bytes.first()?, bytes.last()?) {
        return Some(Span::new(from, from + bytes.len()));
    }
    let from = start + (inner.len() - inner.trim_start().len());
    let length = inner.trim().len();
    (length > 0).then(|| Span::new(from, from + length))
}

/// The sentences of one paragraph of `text`.
#[must_use]
pub fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let mut found = Vec::with_capacity(8);
    let body = paragraph.of(text);
    let bytes = body.as_bytes();
    let mut start = 0;
    for at in memchr::memchr3_iter(b'.', b'!', b'?', bytes) {
        if at < start {
            continue;
        }
        if let Some(end) = ends_at(body, at) {
            found.extend(trimmed(text, paragraph.start + start, paragraph.start + end));
            start = end;
        }
    }
    found.extend(trimmed(text, paragraph.start + start, paragraph.end));
    found
}

/// Where the sentence ends whose mark stands at `at`, if it ends there.
fn ends_at(body: &str, at: usize) -> Option<usize> {
    let bytes = body.as_bytes();
    let mut end = at + 1;
    // Closing quotes and brackets belong to the sentence.
    loop {
        match bytes.get(end..) {
            Some([b'"' | b')' | b'\'' | b']', ..]) => end += 1,
            Some([0xE2, 0x80, 0x9D | 0x99, ..]) => end += 3,
            _ => break,
        }
    }
    let rest = body.get(end..)?;
    let next = match rest.as_bytes() {
        // Nearly all marks stand before a space and a letter, or within a number.
        [b' ', b'!'..=b'~', ..] => &rest[1..],
        [b'!'..=b'~', ..] => return None,
        _ => rest.trim_start_matches([' ', '\u{a0}', '\n', '\r', '\t', '\u{2009}', '\u{202f}']),
    };
    if next.len() == rest.len() || next.is_empty() {
        return next.is_empty().then_some(body.len());
    }
    let first = next.chars().next()?;
    let opens = first.is_uppercase()
        || first.is_ascii_digit()
        || matches!(first, '“' | '"' | '(' | '‘' | '$' | '€' | '£' | '*' | '\'' | '[');
    if !opens {
        return None;
    }
    if bytes[at] != b'.' {
        return Some(end);
    }
    // A slip of the keys: "Feb. 28. 2025".
    if first.is_ascii_digit() && day_of_month(&body[..at]) {
        return None;
    }
    let word = last_word(&body[..at]);
    // `Phase I. The program`, `Phase V. Bids were`: a number of one letter, as no name goes on with such a word.
    if matches!(word, "I" | "V" | "X") && begins_sentence(next) && !next.starts_with("A.") {
        return Some(end);
    }
    // `trailers ETU-9/E. The contract`: the last letter of a name of letters and digits is no initial.
    let joined = body[..at - word.len()].ends_with(['/', '-']);
    if joined && word.len() == 1 && begins_sentence(next) {
        return Some(end);
    }
    // `Velmark Ind. LLC`: a firm's form ends a name and begins no sentence.
    let form = || next.split([' ', ',', '.', ';']).next().unwrap_or("");
    if matches!(first, 'I' | 'L' | 'C' | 'J') && matches!(form(), "Inc" | "LLC" | "Corp" | "Ltd" | "LLP" | "JV") {
        return None;
    }
    match abbreviation(word) {
        Abbreviation::Never => None,
        Abbreviation::Perhaps => (begins_sentence(next) || (end > at + 1 && first != '(')).then_some(end),
        Abbreviation::None => Some(end),
    }
}

/// `Feb. 28`: a month and its day end the text.
fn day_of_month(before: &str) -> bool {
    let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = before.len() - head.len();
    (1..=2).contains(&digits)
        && head.strip_suffix(' ').is_some_and(|head| {
            let month = last_word(head.strip_suffix('.').unwrap_or(head));
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
                .iter()
                .any(|name| month.starts_with(name))
        })
}

/// Whether a dot behind a word ends a sentence.
enum Abbreviation {
    /// "St.", "Sept.": no sentence ends here.
    Never,
    /// "Inc.", "U.S.": a sentence may end here.
    Perhaps,
    /// No abbreviation.
    None,
}

/// The most bytes that an abbreviation has.
const LONGEST_ABBREVIATION: usize = 12;

/// The letters, dots and ampersands that end the text.
fn last_word(before: &str) -> &str {
    let inner = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'&');
    let length = before.bytes().rev().take(LONGEST_ABBREVIATION).take_while(|byte| inner(byte)).count();
    if before.as_bytes()[..before.len() - length].last().is_none_or(u8::is_ascii) {
        return &before[before.len() - length..];
    }
    let mut start = before.len().saturating_sub(LONGEST_ABBREVIATION);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let tail = &before[start..];
    let cut = tail.rfind(|c: char| !(c.is_alphanumeric() || c == '.' || c == '&'));
    cut.map_or(tail, |at| &tail[at + tail[at..].chars().next().map_or(1, char::len_utf8)..])
}

fn abbreviation(word: &str) -> Abbreviation {
    // No abbreviation without a dot in it is longer.
    if word.len() > 6 && !word.contains('.') {
        return Abbreviation::None;
    }
    if matches!(
        word,
        "St" | "Ft"
            | "Pt"
            | "Mod"
            | "Assoc"
            | "Assn"
            | "Intl"
            | "Mfg"
            | "Mt"
            | "Dr"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Gen"
            | "Lt"
            | "Col"
            | "Maj"
            | "Capt"
            | "Cmdr"
            | "Sgt"
            | "Adm"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Rev"
            | "Hon"
            | "Prof"
            | "Pres"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Aug"
            | "Sept"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Dec"
            | "No"
            | "Nos"
            | "approx"
            | "vs"
            | "ca"
            | "cf"
            | "e.g"
            | "i.e"
            | "Fig"
            | "Sec"
            | "Art"
            | "Brig"
            | "Pvt"
            | "Supt"
            | "Msgr"
            | "Messrs"
            | "Mme"
            | "Rs"
            | "Bros"
            | "Gens"
            | "Cos"
            | "Amb"
            | "Univ"
            | "Dept"
            | "Ave"
            | "Blvd"
            | "Bldg"
            | "Ste"
            | "Sgts"
            | "Cpl"
            | "Cdr"
            | "Vol"
            | "pp"
            | "Ph"
            | "sq"
            | "ft"
    ) {
        return Abbreviation::Never;
    }
    if matches!(
        word,
        "Inc"
            | "Corp"
            | "Co"
            | "Ltd"
            | "LLC"
            | "L.L.C"
            | "L.P"
            | "LP"
            | "P.C"
            | "S.A"
            | "N.V"
            | "U.S"
            | "U.K"
            | "U.N"
            | "E.U"
            | "D.C"
            | "U.A.E"
            | "U.S.A"
            | "a.m"
            | "p.m"
            | "Jr"
            | "Sr"
            | "Calif"
            | "Ariz"
            | "Colo"
            | "Conn"
            | "Fla"
            | "Ga"
            | "Ill"
            | "Ind"
            | "Mass"
            | "Mich"
            | "Minn"
            | "Pa"
            | "Tenn"
            | "Tex"
            | "Va"
            | "Wash"
            | "Wis"
            | "Md"
            | "Ala"
            | "Plc"
            | "Cie"
    ) || (word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1))
    {
        return Abbreviation::Perhaps;
    }
    // An initial: "J. Smith".
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_uppercase() => Abbreviation::Never,
        _ => Abbreviation::None,
    }
}

/// `The`, `Work`, `Fiscal`: words that begin sentences and no names.
fn begins_sentence(next: &str) -> bool {
    let word: &str = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    matches!(
        word,
        "The"
            | "This"
            | "These"
            | "That"
            | "Those"
            | "It"
            | "Its"
            | "He"
            | "She"
            | "They"
            | "We"
            | "In"
            | "On"
            | "At"
            | "As"
            | "An"
            | "A"
            | "And"
            | "But"
            | "For"
            | "From"
            | "By"
            | "If"
            | "Of"
            | "To"
            | "With"
            | "Under"
            | "After"
            | "Before"
            | "Work"
            | "Fiscal"
            | "Bids"
            | "Bid"
            | "One"
            | "Two"
            | "Three"
            | "Four"
            | "Five"
            | "Six"
            | "Seven"
            | "Eight"
            | "Nine"
            | "Ten"
            | "No"
            | "Funds"
            | "Funding"
            | "Contract"
            | "Contractor"
            | "Contractors"
            | "Location"
            | "Locations"
            | "Using"
            | "Type"
            | "Estimated"
            | "Foreign"
            | "Also"
            | "When"
            | "While"
            | "Both"
            | "Each"
            | "All"
            | "There"
            | "However"
            | "Performance"
            | "Services"
            | "Proposals"
            | "Offers"
            | "Additional"
            | "Option"
            | "Deliveries"
            | "Delivery"
            | "Last"
            | "His"
            | "Her"
            | "Their"
            | "Some"
    ) || next.starts_with(['“', '"'])
        || next.starts_with("(Awarded")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_eq!(
            cut(
                "Velmark Inc., St. Louis, Missouri, won $5 million from the U.S. Army. Work will be done by Sept. 30, 2025. It ends."
            ),
            [
                "Velmark Inc., St. Louis, Missouri, won $5 million from the U.S. Army.",
                "Work will be done by Sept. 30, 2025.",
                "It ends."
            ]
        );
        assert_eq!(
            cut("Work ends in the U.S. The rest is done by Velmark Co. Norhaven won."),
            ["Work ends in the U.S.", "The rest is done by Velmark Co. Norhaven won."]
        );
        assert_eq!(
            cut("He said “no.” Then J. Hale left. (He did.)"),
            ["He said “no.”", "Then J. Hale left.", "(He did.)"]
        );
        assert_eq!(cut("It cost 5.5 million"), ["It cost 5.5 million"]);
        assert_eq!(cut("This is Phase I. The work goes on."), ["This is Phase I.", "The work goes on."]);
    }

    #[test]
    fn paragraphs_are_parted_by_lines() {
        let text = "NAVY\n\nVelmark won.\nNorhaven lost.\n\n\nEnd";
        let found: Vec<_> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["NAVY", "Velmark won.", "Norhaven lost.", "End"]);
        let wrapped = format!("{}\n{}", "It said that ".repeat(9), "and went on. ".repeat(9));
        let text = format!("{text}\n\n{wrapped}\nLast");
        for place in 0..=text.len() {
            let all = paragraphs(&text);
            let mut few = Paragraphs::of(&text);
            few.skip_to(place);
            let rest: Vec<_> = few.collect();
            let inside = all.iter().find(|span| span.start <= place && place < span.end);
            assert!(all.ends_with(&rest), "{place}");
            assert!(inside.is_none_or(|inside| rest.first() == Some(inside)), "{place}");
        }
    }
}

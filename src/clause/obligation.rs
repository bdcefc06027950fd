//! Funding: `Fiscal 2016 operations and maintenance (Navy) funds in the amount of $7,000,000 will be obligated at time of award.`
//!
//! ```text
//! line    = "fiscal" years account "funds" [ "in the amount of" amount ]
//!          | amount ( "of" | "in" ) "fiscal" years account "funds"
//! years   = year { ( "," | "and" ) year } | year "through" [ "fiscal" ] year
//! ```
//! Accounts that share one amount stand in one line. Amounts that are listed "respectively" take the years in order.

use std::borrow::Cow;

use super::{Pieces, around, find, trim};
use crate::lexicon::holds::{Holds, any_held};
use crate::lexicon::procurement::{ACCOUNT_ENDS, Cue, FUNDS_WORDS};
use crate::model::{Figure, Funding, TextSpan};
use crate::span::Span;

/// The funding lines of a sentence.
#[must_use]
pub fn funding<'t>(pieces: &Pieces<'_, 't>, sentence: Span) -> Vec<Funding<'t>> {
    let text = pieces.text;
    let all = pieces.figures_in(sentence);
    let figures: Vec<_> = all.iter().filter(|figure| !aside(pieces, sentence, figure.span())).collect();
    let mut lines = Vec::new();
    if figures.is_empty() {
        // What expires of the lines before is no line.
        if !all.is_empty() {
            return lines;
        }
        if !pieces.has(sentence, Cue::Funds) && !pieces.has(sentence, Cue::Obligated) {
            return lines;
        }
        // `No fiscal 2014 funding is associated with this award`, `funding via task orders beginning in fiscal 2015`: none yet.
        let inner = pieces.of(sentence);
        let none_yet = inner.starts_with("No fiscal ") && !inner.holds("xpire") || inner.holds("beginning in fiscal");
        if none_yet {
            return lines;
        }
        if let Some(line) = line(text, sentence)
            && line.fiscal_year.is_some()
            && (line.account.is_some() || !pieces.has(sentence, Cue::WillExpire))
        {
            lines.push(line);
        }
        return lines;
    }
    let mut from = sentence.start;
    for (i, figure) in figures.iter().enumerate() {
        if figure.start < from {
            continue;
        }
        let listed = respective(pieces, sentence, &figures[i..]);
        if listed > 1
            && let Some(split) = respectively(text, Span::new(from, figure.start), listed)
        {
            for (mut line, figure) in split.into_iter().zip(&figures[i..]) {
                line.figure = Some(figure.id);
                from = figure.end;
                lines.push(line);
            }
            continue;
        }
        let mut before = Span::new(from, figure.start);
        // `in the amount of 12,825,907; and fiscal 2015 …`: the account before it has an amount that lacks its sign.
        if let Some(at) = find(text, before, "in the amount of ").filter(|at| at + 24 < figure.start)
            && let Some(next) = find(text, Span::new(at, before.end), "iscal ")
        {
            before = Span::new(next, before.end);
        }
        let limit = figures.get(i + 1).map_or(sentence.end, |next| next.start);
        let after = Span::new(figure.end, limit);
        let mut read = line(text, before).filter(|line| line.fiscal_year.is_some() || line.account.is_some());
        from = figure.end;
        if read.is_none() || read.as_ref().is_some_and(|line| line.fiscal_year.is_none()) {
            // `$2,614,350 in fiscal 2025 operations and maintenance funds`
            let ahead = pieces.of(after);
            let reversed = [
                " in fiscal",
                " of fiscal",
                " fiscal",
                " in Fiscal",
                " of Fiscal",
                " (fiscal",
                " in FY",
                " of FY",
                " from fiscal",
                " with fiscal",
                " using fiscal",
            ]
            .iter()
            .any(|word| ahead.starts_with(word));
            if reversed {
                let stop =
                    after.start + ahead.place_of("; ").or_else(|| ahead.place_of(", and ")).unwrap_or(ahead.len());
                if let Some(line) = line(text, Span::new(after.start, stop)) {
                    read = Some(line);
                    from = stop;
                }
            }
        }
        if let Some(mut line) = read {
            line.figure = Some(figure.id);
            lines.push(line);
        }
    }
    lines
}

/// `$2,000,000 and $300,000 respectively`: how many amounts are listed so from the first on, or none.
fn respective(pieces: &Pieces<'_, '_>, sentence: Span, figures: &[&Figure<'_>]) -> usize {
    if !pieces.has(sentence, Cue::Respectively) {
        return 0;
    }
    let gap = |pair: &[&Figure<'_>]| {
        let between = pieces.of(Span::new(pair[0].end, pair[1].start));
        matches!(between.trim(), "," | ";" | "and" | ", and" | "; and")
    };
    let count = 1 + figures.windows(2).take(MOST_ACCOUNTS).take_while(|pair| gap(pair)).count();
    let behind = figures.get(count - 1).map_or("", |last| pieces.of(Span::new(last.end, sentence.end)));
    if behind.trim_start_matches([',', ' ']).starts_with("respectively") { count } else { 0 }
}

/// The lines of amounts that are listed "respectively": one account each, each with its "fiscal", or one account of as many years.
fn respectively(text: &str, span: Span, count: usize) -> Option<Vec<Funding<'_>>> {
    let inner = span.of(text);
    let starts: Vec<usize> = inner.places_of("iscal ").take(MOST_ACCOUNTS + 1).collect();
    if starts.len() == count {
        // Its first letter, large or small, stands before each.
        let ends = starts[1..].iter().map(|next| next.saturating_sub(1)).chain([inner.len()]);
        return starts
            .iter()
            .zip(ends)
            .map(|(start, end)| line(text, Span::new(span.start + start, span.start + end)))
            .map(|read| read.filter(|line| line.fiscal_year.is_some() && line.account.is_some()))
            .collect();
    }
    let one = line(text, span).filter(|_| starts.len() == 1)?;
    let years: Vec<&str> = one.fiscal_year.as_deref()?.split(", ").collect();
    let each = |year: &&str| Funding { fiscal_year: Some(Cow::Owned((*year).to_owned())), ..one.clone() };
    (years.len() == count).then(|| years.iter().map(each).collect())
}

/// A figure that is no line: the part that expires, a total of the lines before it.
fn aside(pieces: &Pieces<'_, '_>, sentence: Span, figure: Span) -> bool {
    let sentence = around(pieces.text, sentence, figure);
    let before = pieces.of(Span::new(sentence.start, figure.start));
    let near = before.trim_end();
    let after = pieces.of(Span::new(figure.end, sentence.end)).trim_start_matches(',');
    near.ends_with("of which")
        || near.ends_with("for a total of")
        || near.ends_with("totaling") && !pieces.figures_in(Span::new(sentence.start, figure.start)).is_empty()
        || (near.ends_with("total amount of") && !before.holds("iscal"))
        || (before.holds("of which") && !before.last_place_of("of which").is_some_and(|at| before[at..].holds("iscal")))
        || after.starts_with(" will expire")
        || after.starts_with(" of which will expire")
}

/// The years and the account of one line.
fn line(text: &str, span: Span) -> Option<Funding<'_>> {
    let mut read = Funding::empty();
    let inner = span.of(text);
    // Behind "fiscal", "year" is one of the words that stand between years.
    let (fiscal, short) = ("iscal ", "FY");
    let lower = inner.place_of(fiscal).map(|at| (at, fiscal.len()));
    let lower = lower.into_iter().chain(inner.place_of(short).map(|at| (at, short.len()))).min();
    let mut account_from = span.start;
    if let Some((at, length)) = lower {
        // `Multiple fiscal year other funds` tells no year.
        let (label, end) = years(inner, at).unwrap_or((Cow::Borrowed(""), at + length));
        read.fiscal_year = (!label.is_empty()).then_some(label);
        account_from = span.start + end;
        let rest = Span::new(account_from, span.end);
        let account = account(text, rest, &mut read.fiscal_year);
        read.account = account;
        return Some(read);
    }
    // Without a year, the words must speak of money: "Total Velmark cost share is $6,000,000" names no account.
    let money = ["und", "ppropriation"].iter().any(|word| inner.holds(word));
    if money {
        read.account = account(text, Span::new(account_from, span.end), &mut None);
    }
    read.account.is_some().then_some(read)
}

/// `2016`, `2015, 2016`, `2019/2025`: the label of the years that stand behind "fiscal", and where they end
fn years(text: &str, at: usize) -> Option<(Cow<'_, str>, usize)> {
    let mut found: Vec<u16> = Vec::new();
    // The first year as it stands, where it has four digits.
    let mut written = None;
    let mut through = false;
    let mut end = at;
    let bytes = text.as_bytes();
    let mut i = at;
    // "fiscal 2020, 2021, 2022, 2023, and fiscal year 2024" has no more than a dozen words.
    for _ in 0..24 {
        while bytes.get(i).is_some_and(|b| matches!(b, b' ' | b',' | b'(') || *b == b'/' && !found.is_empty())
            || text.get(i..).is_some_and(|rest| rest.starts_with('\u{a0}'))
        {
            i += if bytes[i] < 0x80 { 1 } else { 2 };
        }
        let rest = text.get(i..)?;
        let word_length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let word = &rest[..word_length];
        let number =
            if word.len() == 4 { word.parse::<u16>().ok().filter(|year| (1940..2100).contains(year)) } else { None };
        // `Fiscal 17 operations`
        let short = word.len() == 2 && found.is_empty() && i == at + text[at..].find(' ').map_or(0, |gap| gap + 1);
        if let Some(year) = word.parse::<u16>().ok().filter(|year| short && (10..60).contains(year)) {
            found.push(2000 + year);
            i += 2;
            end = i;
            continue;
        }
        if let Some(year) = number {
            written = written.or(Some(word).filter(|_| found.is_empty()));
            found.push(year);
            i += 4;
            end = i;
            // `2019-2021`
            if let Some(next) = text.get(i..).and_then(|rest| rest.strip_prefix('-').or_else(|| rest.strip_prefix('–')))
                && next.bytes().take(4).filter(u8::is_ascii_digit).count() == 4
            {
                through = true;
                i = text.len() - next.len();
            }
            continue;
        }
        let is = |words: &[&str]| words.iter().any(|other| word.eq_ignore_ascii_case(other));
        let begins = |with: &str| word.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        match word.len() {
            2..=6 if is(&["fiscal", "year", "years", "iscal", "and", "fy", "in"]) => i += word_length,
            2..=7 if !found.is_empty() && is(&["through", "to", "thru"]) => {
                through = true;
                i += word_length;
            }
            5..=8 if found.is_empty() && is(&["multi", "multiple"]) => return None,
            // `2014, and2015`: a slip for "and 2015".
            7 if begins("and") => {
                let Some(year) = word[3..].parse::<u16>().ok().filter(|year| (1940..2100).contains(year)) else {
                    break;
                };
                found.push(year);
                i += word_length;
                end = i;
            }
            4.. if begins("fy") => {
                let digits = word[2..].parse::<u16>().ok()?;
                found.push(if digits < 100 { 2000 + digits } else { digits });
                i += word_length;
                end = i;
            }
            _ => break,
        }
    }
    match found.as_slice() {
        [] => None,
        [first, .., last] if through && found.len() == 2 => Some((Cow::Owned(format!("{first}/{last}")), end)),
        list => {
            let label = written.filter(|_| list.len() == 1).map(Cow::Borrowed);
            let joined = || list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            Some((label.unwrap_or_else(|| Cow::Owned(joined())), end))
        }
    }
}

/// So many accounts may share one amount.
const MOST_ACCOUNTS: usize = 16;

/// The account's name: up to "funds", without the years of a second account that shares the amount.
fn account<'t>(text: &'t str, span: Span, years_so_far: &mut Option<Cow<'t, str>>) -> Option<TextSpan<'t>> {
    let inner = span.of(text);
    let end = ACCOUNT_ENDS.first(inner).map_or(inner.len(), |(at, _)| at);
    let stretch = Span::new(span.start, span.start + end);
    // Further fiscal years within the stretch belong to accounts that share the amount: the years are joined, each once.
    let mut from = stretch.start;
    for _ in 0..MOST_ACCOUNTS {
        let rest = Span::new(from, stretch.end);
        // All of them have the first two digits of a year.
        if years_so_far.is_none() || !rest.of(text).holds("20") {
            break;
        }
        let next = ["iscal 20", "iscal year 20", "; and 20", "; 20", " and 20"]
            .iter()
            .filter_map(|link| find(text, rest, link).map(|at| (at, link.len() - 2)))
            .min();
        let (Some((at, skip)), Some(first)) = (next, years_so_far.as_mut()) else { break };
        let skip = if text[at..].starts_with("iscal") { 0 } else { skip };
        let Some((label, length)) = years(&text[at..stretch.end], skip) else { break };
        from = at + length.max(1);
        let known: Vec<String> = label.split(", ").filter(|year| !first.contains(*year)).map(str::to_owned).collect();
        if !known.is_empty() {
            *first = Cow::Owned(format!("{first}, {}", known.join(", ")));
        }
    }
    let stretch = super::trim_matches(text, stretch, |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':' | '*' | '-')
    });
    // `operations and maintenance (Army) funds ($58,886)`: the bracket is the amount's.
    let stretch = match stretch.of(text).strip_suffix('(') {
        Some(rest) => trim(text, Span::new(stretch.start, stretch.start + rest.len())),
        None => stretch,
    };
    let last = stretch.of(text).rfind(' ').map_or(0, |at| at + 1);
    let cut = FUNDS_WORDS.begin(&stretch.of(text)[last..]).map_or(stretch.end, |_| stretch.start + last);
    let stretch = Span::new(stretch.start, cut);
    let mut stretch = trim(text, stretch);
    for word in ["and", "contract", "appropriated", "program funds"] {
        if stretch.of(text).as_bytes().last() == word.as_bytes().last()
            && let Some(rest) = stretch.of(text).strip_suffix(word).filter(|rest| rest.ends_with([' ', ')']))
        {
            stretch = trim(text, Span::new(stretch.start, stretch.start + rest.len()));
        }
    }
    for word in [
        "funds for ",
        "funds from ",
        "Contract funds ",
        "funding from ",
        "and ",
        "type of appropriation is ",
        "Type of appropriation is ",
        "appropriated ",
        "with ",
        "using ",
        "in ",
        "of ",
        "the ",
    ] {
        let inner = stretch.of(text);
        if inner.as_bytes().first() == word.as_bytes().first()
            && let Some(rest) = inner.strip_prefix(word)
        {
            stretch = Span::new(stretch.end - rest.len(), stretch.end);
        }
    }
    let name = stretch.of(text);
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).take(2).count();
    let sentence_like = any_held!(
        name,
        "will be",
        " is ",
        " are ",
        " was ",
        "he contract",
        "ork will",
        "ontract funds",
        "No funds",
        "Funds"
    ) || matches!(name, "Contract" | "These" | "No" | "Award" | "All" | "year" | "years")
        || ["The ", "This ", "Total ", "total ", "as long", "funding to", "has ", "have ", "had "]
            .iter()
            .any(|word| name.starts_with(word));
    (letters >= 2 && name.len() <= 260 && !sentence_like).then(|| TextSpan::new(stretch, text))
}

/// `$3,000 of which will expire`: the amount that is said to lapse, where it is told.
#[must_use]
pub fn expiring<'d, 't>(pieces: &Pieces<'d, 't>, sentence: Span) -> Option<&'d Figure<'t>> {
    let hit = pieces.first(sentence, Cue::WillExpire)?;
    let before = Span::new(sentence.start, hit.start);
    let figure = pieces.figures_in(before).last()?;
    let between = pieces.of(Span::new(figure.end, hit.start));
    matches!(between.trim_matches([',', ' ']), "" | "of which").then_some(figure)
}

/// Whether a sentence says that its funds, or those before it, lapse at the end of the fiscal year.
#[must_use]
pub fn expires(pieces: &Pieces<'_, '_>, sentence: Span) -> Option<bool> {
    if pieces.has(sentence, Cue::NotExpire) {
        return Some(false);
    }
    let hit = pieces.first(sentence, Cue::WillExpire)?;
    let after = pieces.of(Span::new(hit.end, sentence.end));
    let no = pieces.of(sentence).starts_with("No ");
    (after.holds("fiscal year") || after.holds("this year")).then_some(!no)
}

//! Figures: money where it stands, with the words around it that bound, hedge and count it.
//!
//! A grammar reads from where it stands. What stands before — a currency's symbol, "between", "more than", "reportedly" — is read
//! here, from the words that end where the amount begins.

use std::borrow::Cow;

use crate::grammar::amount::{Amount, amount, small_end, unit_and};
use crate::grammar::currency::Tag;
use crate::grammar::range::{Open, open, range};
use crate::grammar::vague::vague;
use crate::grammar::{dash, space, spaces};
use crate::lexicon::letters::each_word_start;
use crate::lexicon::money::{
    AFTER_A_UNIT, APPROXIMATIONS_AFTER, APPROXIMATIONS_BEFORE, BOUNDS_AFTER, BOUNDS_BEFORE, Bound, FIGURE_ARTICLES,
    HEDGES, HedgeWord, MAGNITUDES, MEASURE_CUES, MOVEMENTS, Measure, Movement, NUMERALS, PER_SHORT, PER_UNITS,
    VAGUE_COUNTS, WEIGHING, Weighing, counts_money, may_end_in_currency,
};
use crate::lexicon::state::STATE_PHRASES;
use crate::lexicon::{self, Reading};
use crate::mention::announced::{Announcement, Slip};
use crate::mention::elided::elided;
use crate::mention::marks::{self, Doubt};
use crate::mention::place::Places;
use crate::mention::tried::Try;
use crate::model::{
    Code, CurrencyBasis, CurrencyCode, Diagnostic, Figure, FigureId, Hedge, HedgeKind, Kind, Money, Sign,
};
use crate::scan::{Candidate, DIGIT, MONEY};
use crate::span::Span;

/// `$5 million` and `€4 million` in "paid $5 million, not €4 million": the figures at the candidates of `text`.
///
/// Numbers that a decimal cannot hold become diagnostics.
pub fn find_figures<'t>(
    text: &'t str,
    candidates: &[Candidate],
    diagnostics: &mut Vec<Diagnostic<'t>>,
) -> Vec<Figure<'t>> {
    let mut figures: Vec<Figure<'t>> = Vec::new();
    let mut doubtful: Vec<(usize, Doubt)> = Vec::new();
    let mut floor = 0;
    let announcement = Announcement::of(text);
    for candidate in candidates.iter().filter(|candidate| candidate.kinds & (DIGIT | MONEY) != 0) {
        if candidate.at < floor {
            continue;
        }
        let found = find_at(text, *candidate, floor).or_else(|| {
            let digit = candidate.kinds & DIGIT != 0;
            let last = figures.last();
            let bare = if digit { announcement.bare(candidate.at, floor, last) } else { None };
            let bare = bare.or_else(|| if digit { elided(text, candidate.at, last) } else { None });
            bare.map(|figure| Found::Figure(Box::new(figure), [false; 2]))
        });
        match found {
            Some(Found::Figure(figure, doubt)) => {
                let mut figure = *figure;
                match announcement.slip(&figure) {
                    Slip::None => {}
                    Slip::Longer(end, value) => {
                        figure.end = end;
                        figure.text = Cow::Borrowed(&text[figure.start..end]);
                        (figure.low, figure.high) = (Some(value), Some(value));
                    }
                    Slip::Unsure(end) => {
                        // Who reads an announcement says that its sign has no amount.
                        if !announcement.told() {
                            let message = "one amount or two numbers were expected, and these digits may be either";
                            diagnostics.push(Diagnostic::new(figure.start, end, Code::MalformedAmount, message));
                        }
                        floor = end;
                        continue;
                    }
                    Slip::NoMoney => {
                        floor = figure.end;
                        continue;
                    }
                }
                floor = figure.end;
                figure.id = FigureId(u32::try_from(figures.len() + 1).unwrap_or(u32::MAX));
                read_surroundings(text, &mut figure, figures.last());
                if marks::doubts(&figure, doubt) {
                    doubtful.push((figures.len(), doubt));
                }
                figures.push(figure);
            }
            Some(Found::Unsure(span)) => {
                floor = span.end;
                let message = "a range with the thousands of both ends was expected, and the first may be in thousands";
                diagnostics.push(Diagnostic::new(span.start, span.end, Code::DoubtfulNumber, message));
            }
            Some(Found::TooLarge(span)) => {
                floor = span.end;
                let message = "a number of at most 28 digits was expected, and this one has more";
                diagnostics.push(Diagnostic::new(span.start, span.end, Code::NumberTooLarge, message));
            }
            None => {}
        }
    }
    marks::settle(&mut figures, &doubtful, diagnostics);
    figures
}

/// What a candidate turned out to be.
enum Found<'t> {
    /// The ends are told whose dot may part thousands.
    Figure(Box<Figure<'t>>, Doubt),
    TooLarge(Span),
    /// `$5-$50,000`: five dollars or five thousand.
    Unsure(Span),
}

/// Whether the words of prose before a number make it no money by themselves: `killed 12`, `from 12`. What this turns away has no currency before
/// it; most numbers are turned away.
fn stands_alone(before: &[u8]) -> bool {
    // `pre-2010`, `(12`: the word before the mark decides.
    let word = before.strip_suffix(b"-").or_else(|| before.strip_suffix(b"(")).unwrap_or(before);
    let words = word.strip_suffix(b" ").unwrap_or(word);
    match words {
        [] => before.is_empty(),
        // Letters and marks beyond ASCII, further spaces and a bracket may belong to an amount, and capitals may be a code.
        [.., a, b] if b.is_ascii_lowercase() && a.is_ascii_alphabetic() => !may_end_in_currency(words),
        [.., b @ b'!'..=b'@'] if !matches!(b, b'-' | b'(') && word.len() == before.len() => !may_end_in_currency(words),
        _ => false,
    }
}

/// The figure whose number begins at the candidate; nothing before `floor` belongs to it.
fn find_at(text: &str, candidate: Candidate, floor: usize) -> Option<Found<'_>> {
    let mut at = candidate.at;
    let digit = candidate.kinds & DIGIT != 0;
    let alone = stands_alone(text.as_bytes().get(floor..at)?);
    if alone && digit && !goes_on(text, at) {
        return None;
    }
    // `$.50` begins with its dot.
    if let Some(left) = text.get(floor..at)?.strip_suffix('.').filter(|_| digit)
        && (left.is_empty() || left.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',')))
    {
        at -= 1;
    }
    let before = text.get(floor..at)?;
    let (start, prefixed) = match if alone { None } else { prefix_start(before) } {
        Some(offset) => (floor + offset, true),
        None => (at, false),
    };
    if !prefixed && (digit && !alone && !goes_on(text, at) || !stands_free(before, digit)) {
        return None;
    }
    if !digit {
        // `a million dollars`, `a few million`: the article is part of the number.
        let left = text.get(floor..start)?;
        if !prefixed && let Some(figure) = one_and(text, at, floor) {
            return Some(Found::Figure(Box::new(figure), [false; 2]));
        }
        let article = ["a ", "A ", "an ", "a\u{a0}", "a-"]
            .iter()
            .find(|article| left.ends_with(**article) && stands_free(&left[..left.len() - article.len()], false));
        if !prefixed && (!word_goes_on(&text[at..]) || is_part_of(before, &text[at..])) {
            return None;
        }
        if let Some(article) = article.filter(|_| !prefixed)
            && let Some(found) = find_from(text, start - article.len(), floor, digit)
        {
            return Some(found);
        }
    }
    let minus = minus_start(text, start, floor);
    if !prefixed || minus == start {
        let found = find_from(text, minus, floor, digit);
        // `ALL 5 dollars`: the word before is no currency.
        let again = found.is_none() && prefixed && stands_free(before, digit);
        return if again { find_from(text, at, floor, digit) } else { found };
    }
    // `-$5 million`
    let found = find_from(text, start, floor, digit)?;
    Some(match found {
        Found::Figure(figure, doubt) => Found::Figure(Box::new(negated(text, *figure, minus)), doubt),
        other => other,
    })
}

/// `a buck fifty`: one unit and so many parts of it, from the word of the parts on.
fn one_and(text: &str, at: usize, floor: usize) -> Option<Figure<'_>> {
    let before = text.get(floor..at)?;
    let (length, (rest, amount)) =
        ["a buck ", "a dollar ", "a pound ", "a quid ", "a euro "].iter().find_map(|unit| {
            let start = before.len().checked_sub(unit.len())?;
            let head = before.get(start..)?;
            let same = head.eq_ignore_ascii_case(unit) && stands_free(&before[..start], false);
            same.then(|| unit_and(&text[at - unit.len() + 2..]).map(|read| (unit.len(), read))).flatten()
        })?;
    let value = amount.value()?;
    let money = Money::new(Kind::Exact, Some(value), Some(value), None, None);
    let mut figure = Figure::new(Span::new(at - length, text.len() - rest.len()), text, money, amount.rule);
    set_currency(&mut figure, amount.tag?);
    Some(figure)
}

/// The figure with the minus that stands before its symbol.
fn negated<'t>(text: &'t str, mut figure: Figure<'t>, start: usize) -> Figure<'t> {
    if figure.kind == Kind::Exact && figure.sign == Sign::Positive {
        let negative = |value: rust_decimal::Decimal| if value.is_zero() { value } else { -value };
        // A hyphen that begins a line of text is a bullet.
        let begins = text[..start].is_empty() || text[..start].ends_with('\n');
        let alone =
            text[figure.end..].trim_start_matches(' ').bytes().next().is_none_or(|byte| byte == b'\n' || byte == b'\r');
        if begins && !alone && text[start..].starts_with('-') {
            return figure;
        }
        figure.low = figure.low.map(negative);
        figure.high = figure.high.map(negative);
        figure.sign = Sign::Negative;
        figure.start = start;
        figure.text = Cow::Borrowed(Span::new(start, figure.end).of(text));
    }
    figure
}

/// `two thirds of`, `one point`, `two` before "dozen", `six hundred and`, `half a`: the number that follows is a part of the one
/// that is meant.
fn is_part_of(before: &str, i: &str) -> bool {
    let before = trim_space(before);
    let word = last_word(before);
    let is = |others: &[&str], word: &str| others.iter().any(|other| word.eq_ignore_ascii_case(other));
    if is(&["point", "hundred"], word) || word.ends_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let left = || last_word(trim_space(&before[..before.len() - word.len()]));
    // "In the first half two million dollars were paid" has no part.
    let halved = is(&["half"], word) || is(&["a"], word) && is(&["half"], left());
    if is(&["and"], word) && is(&["hundred"], left()) || halved && MAGNITUDES.longest_at(i).is_some() {
        return true;
    }
    let Some(inner) = before.strip_suffix("of a").or_else(|| before.strip_suffix("of")) else { return false };
    let part = last_word(trim_space(inner));
    ["third", "thirds", "quarter", "quarters", "fifth", "fifths", "sixth", "eighth", "tenth", "tenths", "hundredth"]
        .iter()
        .any(|other| part.eq_ignore_ascii_case(other))
}

/// The letters and digits of ASCII that end a text, of which a word has no more than these.
fn last_word(text: &str) -> &str {
    let length = text.bytes().rev().take(12).take_while(u8::is_ascii_alphanumeric).count();
    &text[text.len() - length..]
}

/// Whether a word, a sign or a further number follows the digits at `at`, without which they are no money: `in 2010.`,
/// `12,000 people`.
fn goes_on(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = at;
    loop {
        match bytes.get(end) {
            Some(b'0'..=b'9') => end += 1,
            Some(b'.' | b',' | b'\'') if is_digit(end + 1) => end += 2,
            _ => break,
        }
    }
    let next = |back: usize| bytes.get(end + back).copied().unwrap_or(b'\n');
    match (next(0), next(1)) {
        // `99, 935,547 dollars`, but no year: `11, 2001`
        (b'.' | b',' | b'\'', after) => {
            after >= 0x80 || after == b' ' && (2..5).all(|back| is_digit(end + back)) && !is_digit(end + 5)
        }
        (b')' | b']' | b'"' | b':' | b';' | b'?' | b'!' | b'%', _) => false,
        // `12 500`, `1 1/2`
        (b' ', b'0'..=b'9') => (is_digit(end + 2) && is_digit(end + 3)) || (2..=4).any(|back| next(back) == b'/'),
        // `21st`, `5th`
        (b's', b't') | (b'n' | b'r', b'd') | (b't', b'h') => next(2).is_ascii_alphanumeric(),
        // `12 people`, `15-year-old`, `2014 World Cup`
        (b' ' | b'-', b'a'..=b'z' | b'A'..=b'Z') => counts_money(&text[end + 1..]),
        _ => true,
    }
}

/// Whether the word that begins `i` and what follows it can make an amount: `one of them` and `several men` are none.
fn word_goes_on(i: &str) -> bool {
    if let Some((length, _)) = NUMERALS.longest_at(i) {
        let rest = &i[length..];
        let next = spaces(dash(rest).unwrap_or(rest));
        return match next.as_bytes().first() {
            None | Some(b'.' | b',' | b';' | b':' | b'?' | b'!' | b')' | b'"') => false,
            Some(byte) if byte.is_ascii_alphabetic() => counts_money(next),
            Some(_) => true,
        };
    }
    if let Some((length, _)) = VAGUE_COUNTS.longest_at(i) {
        let rest = &i[length..];
        let next = spaces(dash(rest).unwrap_or(rest));
        let next = ["of ", "Of ", "OF ", "in "].iter().find_map(|word| next.strip_prefix(word)).unwrap_or(next);
        return !next.starts_with(|c: char| c.is_ascii_alphabetic()) || counts_money(next);
    }
    MAGNITUDES.longest_at(i).is_some()
        || ["half", "quarter", "couple", "dozen", "multi"]
            .iter()
            .any(|word| i.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)))
}

/// The figure that begins at `start`, or at the word that opens a range just before it.
fn find_from(text: &str, start: usize, floor: usize, digit: bool) -> Option<Found<'_>> {
    let i = text.get(start..)?;
    if !digit && let Ok((rest, read)) = vague(i) {
        return vague_figure(text, start, text.len() - rest.len(), floor, &read);
    }
    let Ok((rest, read)) = amount(i) else {
        return small_end(i).ok().filter(|(rest, _)| links(rest)).and_then(|_| range_figure(text, start, floor));
    };
    let end = text.len() - rest.len();
    if links(rest)
        && let Some(found) = range_figure(text, start, floor)
    {
        return Some(found);
    }
    let tag = read.tag?;
    // `weighs 2,000 pounds`
    let named = tag.basis == CurrencyBasis::Name;
    let few = read.quantity.value.is_some_and(|value| value < rust_decimal::Decimal::ONE_THOUSAND);
    if named && i[..end - start].ends_with("pounds") && weighs(text.get(floor..start)?, few) {
        return None;
    }
    if (named || tag.basis == CurrencyBasis::Symbol) && measures(text, start, end) {
        return None;
    }
    if named && digit && counts_in_dollars_of_a_year(text.get(floor..start)?, &i[..end - start]) {
        return None;
    }
    let Some(value) = read.value() else { return Some(Found::TooLarge(Span::new(start, end))) };
    let money = Money::new(Kind::Exact, Some(value), Some(value), None, None);
    let mut figure = Figure::new(Span::new(start, end), text, money, amount_rule(&read));
    figure.sign = read.sign;
    figure.approximate = read.quantity.approximate;
    set_currency(&mut figure, tag);
    if read.quantity.at_least {
        set_bound(&mut figure, Bound::AtLeast);
    }
    Some(Found::Figure(Box::new(figure), [read.quantity.doubtful; 2]))
}

/// Whether the clause before speaks of a weight; few pounds are one also where somebody lost them.
fn weighs(before: &str, few: bool) -> bool {
    clause_before(before).split(|c: char| !c.is_alphanumeric()).any(|word| {
        let read = WEIGHING.longest_at(word).filter(|(length, _)| *length == word.len());
        read.is_some_and(|(_, weighing)| few || weighing == Weighing::Always)
    })
}

/// `in 2018 dollars`, `in constant 2015 euros`, `(2012 dollars)`: money of a year, by which other sums are told, and no sum.
fn counts_in_dollars_of_a_year(before: &str, amount: &str) -> bool {
    let year = amount.as_bytes().first_chunk().is_some_and(|year: &[u8; 4]| {
        year.iter().all(u8::is_ascii_digit) && (year.starts_with(b"19") || year.starts_with(b"20"))
    });
    let plural = amount.as_bytes().get(4) == Some(&b' ') && amount.ends_with('s');
    let lead = trim_space(before);
    let word = last_word(lead);
    year && plural
        && (lead.ends_with('(')
            || ["in", "constant", "real", "adjusted"].iter().any(|cue| word.eq_ignore_ascii_case(cue)))
}

/// `1080p video`, `a 15 kn wind`: lines of a picture and knots, where the words around say so.
fn measures(text: &str, start: usize, end: usize) -> bool {
    const LINES: [&str; 7] = ["240p", "360p", "480p", "720p", "1080p", "1440p", "2160p"];
    let amount = &text[start..end];
    let of = if LINES.contains(&amount) {
        Measure::Lines
    } else if amount.ends_with("kn") {
        Measure::Knots
    } else {
        return false;
    };
    let says = |words: &str| {
        let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(24);
        words.any(|word| MEASURE_CUES.get(word) == Some(of))
    };
    let near = text.floor_char_boundary(end + CLAUSE_BYTES);
    let behind = text[end..near].split(['\n', '.', ';']).next().unwrap_or("");
    says(behind) || says(clause_before(&text[..start]))
}

/// The rule's name, which tells words from digits.
fn amount_rule(read: &Amount) -> &'static str {
    match (read.rule, read.quantity.words) {
        ("amount.number_noun", true) => "amount.words_noun",
        (rule, _) => rule,
    }
}

/// Whether a second end of a range may follow.
fn links(rest: &str) -> bool {
    let next = spaces(rest);
    dash(next).is_some()
        || ["to ", "or ", "and ", "up ", "to\u{a0}"]
            .iter()
            .any(|word| next.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)))
}

/// `between $5 million and $7 million`: the range whose first amount begins at `start`.
fn range_figure(text: &str, start: usize, floor: usize) -> Option<Found<'_>> {
    let opened = opener_start(text.get(floor..start)?).map(|offset| floor + offset);
    let begin = opened.unwrap_or(start);
    let (rest, read) = range(text.get(begin..)?).ok()?;
    let (_, word) = open(text.get(begin..)?);
    // Between says that it is a range; a movement is two figures.
    if word != Open::Between && matches!(read.rule, "range.from_to" | "range.to") && moves(text.get(..begin)?, word) {
        return None;
    }
    let span = Span::new(begin, text.len() - rest.len());
    if read.unsure {
        return Some(Found::Unsure(span));
    }
    let money = Money::new(Kind::Range, Some(read.low), Some(read.high), None, None);
    let mut figure = Figure::new(span, text, money, read.rule);
    set_currency(&mut figure, read.tag);
    Some(Found::Figure(Box::new(figure), read.doubtful))
}

fn vague_figure<'t>(
    text: &'t str,
    start: usize,
    end: usize,
    floor: usize,
    read: &crate::grammar::vague::Vague,
) -> Option<Found<'t>> {
    // `hundreds of millions` without a currency is money only where the words before say so.
    if read.tag.is_none() && !(costs(text.get(floor..start)?) && ends_clause(&text[end..])) {
        return None;
    }
    if heads_a_table(text.get(floor..start)?) {
        return None;
    }
    let money = Money::new(Kind::Vague, None, None, Some(read.magnitude), None);
    let mut figure = Figure::new(Span::new(start, end), text, money, read.rule);
    if let Some(tag) = read.tag {
        set_currency(&mut figure, tag);
    }
    Some(Found::Figure(Box::new(figure), [false; 2]))
}

/// `(in `, `expressed in ` before "thousands of dollars": what the numbers of a table count, and no sum.
fn heads_a_table(before: &str) -> bool {
    let Some(lead) = before.strip_suffix("in ").or_else(|| before.strip_suffix("In ")) else { return false };
    let lead = lead.trim_end_matches(' ');
    let word = last_word(lead);
    lead.ends_with('(')
        || ["amounts", "figures", "expressed", "stated", "presented", "denominated", "numbers", "values", "reported"]
            .iter()
            .any(|other| word.eq_ignore_ascii_case(other))
}

/// `worth`, `costing`, `in the` at the end of the text before a bare magnitude.
fn costs(before: &str) -> bool {
    let words: Vec<&str> = clause_before(before).rsplit(' ').filter(|word| !word.is_empty()).take(3).collect();
    let is = |word: &str, list: &[&str]| list.iter().any(|cue| word.eq_ignore_ascii_case(cue));
    match words.as_slice() {
        ["the", "in" | "into", ..] => true,
        [last, ..] => is(last, &["worth", "cost", "costs", "costing"]),
        [] => false,
    }
}

/// The words end here, or a preposition other than "of" follows.
fn ends_clause(after: &str) -> bool {
    match after.trim_start_matches(' ').as_bytes() {
        [] => true,
        [b, ..] if !b.is_ascii_alphanumeric() => true,
        _ => ["for ", "to ", "in ", "on ", "from ", "and ", "over "]
            .iter()
            .any(|word| after.trim_start().starts_with(word)),
    }
}

/// Sets the currency that a tag decides, or the candidates that it leaves.
fn set_currency(figure: &mut Figure<'_>, tag: Tag) {
    match tag.reading {
        Reading::One(code) => {
            figure.currency = Some(code);
            figure.currency_basis = Some(tag.basis);
        }
        Reading::Default(code) => {
            figure.currency = Some(code);
            figure.currency_basis = Some(CurrencyBasis::Default);
        }
        Reading::Several(codes) => figure.currency_candidates = codes.to_vec(),
    }
}

/// Where the symbol, code or name begins that ends before the number, as an offset into `before`.
fn prefix_start(before: &str) -> Option<usize> {
    let mut end = before.len();
    // `EUR -0.3 mn`, `$-5`: a minus between the two.
    if let Some(rest) = before.strip_suffix('-').or_else(|| before.strip_suffix('−')) {
        end = rest.len();
    }
    // `$(5) million`
    if before.ends_with('(') && end == before.len() {
        let left = &before[..end - 1];
        return lexicon::symbol_before(left);
    }
    let left = before.get(..end)?;
    let trimmed = trim_space(left);
    if let Some(start) = lexicon::symbol_before(trimmed) {
        return (!scaled(&trimmed[..start])).then_some(start);
    }
    let noun = lexicon::prefix_noun_before(trimmed);
    // Most words before a number end in a small letter, and are no code.
    if noun.is_none() && matches!(trimmed.as_bytes(), [.., b'A'..=b'Z' | b'a'..=b'z', b'a'..=b'z'] | [.., b'!'..=b'@'])
    {
        return None;
    }
    let letters = trimmed.bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).count();
    let start = trimmed.len() - letters;
    let word = trimmed.get(start..)?;
    let capitals = (1..=5).contains(&letters) && word.bytes().skip(1).all(|b| b.is_ascii_uppercase());
    if !capitals && noun.is_none() {
        return None;
    }
    let left = &trimmed[..start];
    // `The result was -PLN 5m`: a minus, and no hyphen.
    let minus = left.strip_suffix('-').is_some_and(|left| left.is_empty() || left.ends_with([' ', '(', '\n']));
    let free = minus || stands_free(left, false) && !left.ends_with(['/', '-']);
    if !free {
        return None;
    }
    if capitals && crate::grammar::currency::prefix(word).is_ok() {
        return Some(start);
    }
    noun
}

/// `M` before `€5`: a letter alone that multiplies what is not read with it.
fn scaled(before: &str) -> bool {
    let letter = before.strip_suffix(['M', 'm', 'k', 'K', 'B']);
    letter.is_some_and(|before| before.is_empty() || before.ends_with([' ', '(', '\n', '|']))
}

/// The text without one space of any kind at its end.
fn trim_space(text: &str) -> &str {
    text.strip_suffix(' ')
        .or_else(|| text.strip_suffix('\u{a0}'))
        .or_else(|| text.strip_suffix('\u{202f}'))
        .or_else(|| text.strip_suffix('\u{2009}'))
        .unwrap_or(text)
}

/// Whether a number or word can begin behind `before`: no letter, no part of another number or of a designation (`F-16`).
fn stands_free(before: &str, digit: bool) -> bool {
    let mut characters = before.chars().rev();
    let Some(last) = characters.next() else { return true };
    if last.is_alphanumeric() || last == '_' {
        return false;
    }
    if !digit {
        // `The price—half a million dollars—was paid`: a long dash parts clauses.
        if matches!(last, '—' | '―') {
            return true;
        }
        // `multi-million` is read from "multi"; `forty-five` from "forty".
        return !(dash(&before[before.len() - last.len_utf8()..]).is_some()
            && characters.next().is_some_and(char::is_alphanumeric));
    }
    match last {
        '-' | '/' | '.' | ',' | ':' | '\'' | '’' => !characters.next().is_some_and(char::is_alphanumeric),
        '#' | '@' | '&' | '±' | '×' => false,
        _ => true,
    }
}

/// A minus that belongs to the number at `start`: "−5 euros".
fn minus_start(text: &str, start: usize, floor: usize) -> usize {
    let Some(before) = text.get(floor..start) else { return start };
    for minus in ['-', '−'] {
        if let Some(rest) = before.strip_suffix(minus)
            && (rest.is_empty() && floor == 0 || rest.ends_with([' ', '(', '\n']))
        {
            return start - minus.len_utf8();
        }
    }
    start
}

/// Where "between" or "from" begins that ends before the first amount, as an offset into `before`.
fn opener_start(before: &str) -> Option<usize> {
    let trimmed = trim_space(before);
    if trimmed.len() == before.len() {
        return None;
    }
    ["between", "from"].iter().find_map(|word| {
        let start = trimmed.len().checked_sub(word.len())?;
        (trimmed.get(start..)?.eq_ignore_ascii_case(word) && stands_free(&trimmed[..start], false)).then_some(start)
    })
}

/// The words of one clause that are searched for what governs a figure.
const CLAUSE_BYTES: usize = 120;

/// The clause before a place: back to a sentence's end, at most [`CLAUSE_BYTES`].
fn clause_before(text: &str) -> &str {
    let mut start = text.len().saturating_sub(CLAUSE_BYTES);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let clause = &text[start..];
    let mark = memchr::memrchr2(b'\n', b';', clause.as_bytes()).map(|at| at + 1);
    let paragraph = clause.rfind('\u{2029}').map(|at| at + '\u{2029}'.len_utf8());
    let clause = &clause[mark.max(paragraph).unwrap_or(0)..];
    let end = memchr::memrchr3_iter(b'.', b'!', b'?', clause.as_bytes()).find_map(|at| sentence_behind(clause, at));
    end.unwrap_or(clause)
}

/// ` Fiscal 2026 funds` behind the stop of "completed by 2027. Fiscal 2026 funds": a mark ends a sentence where a space and a capital follow. What
/// abbreviates is followed by a digit or a small letter mostly, or is a capital itself.
fn sentence_behind(text: &str, mark: usize) -> Option<&str> {
    let told = &text[..mark];
    let last = told.chars().next_back()?;
    let initial = told.len() < 3 || told.as_bytes()[told.len() - 2] == b'.';
    let ends = last.is_ascii_digit() || matches!(last, ')' | '%' | '"' | '\u{201d}') || last.is_lowercase() && !initial;
    let behind = text[mark + 1..].trim_start_matches([')', '"', '\u{201d}', '\u{2019}']);
    let next = behind.trim_start();
    let opens = next.trim_start_matches(['(', '"', '\u{201c}', '\u{2018}']).starts_with(char::is_uppercase);
    (ends && opens && next.len() < behind.len()).then_some(next)
}

/// Whether a verb of movement governs "from A to B" behind `before`; nearest word decides.
fn moves(before: &str, open: Open) -> bool {
    let clause = clause_before(before);
    let mut words = clause.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    if open == Open::From {
        let mut kinds = words
            .take(10)
            .filter_map(|word| MOVEMENTS.longest_at(word).filter(|(length, _)| *length == word.len()))
            .map(|(_, kind)| kind);
        return match kinds.next() {
            Some(Movement::Change | Movement::Alter) => true,
            // `increases the estimated value from`: the noun is what is altered.
            Some(Movement::Priced) => {
                kinds.find(|kind| *kind != Movement::Priced).is_some_and(|kind| kind == Movement::Alter)
            }
            Some(Movement::Spread) | None => false,
        };
    }
    // `rose by $4m to $10m`, `fell $2 to $30`, `rose by nearly $4m to $10m`
    let near = |word: &&str| APPROXIMATIONS_BEFORE.get(word).is_some();
    let first = words.find(|word| !near(word));
    let moved = |word: Option<&str>| {
        word.and_then(|word| MOVEMENTS.longest_at(word))
            .is_some_and(|(_, kind)| matches!(kind, Movement::Change | Movement::Alter))
    };
    match first {
        Some("by") => true,
        word => moved(word) && !word.is_some_and(|word| word.starts_with("rais") || word == "cost"),
    }
}

/// Reads the words around a figure: bounds, approximations, hedges, what it is counted by, what it converts.
fn read_surroundings<'t>(text: &'t str, figure: &mut Figure<'t>, last: Option<&Figure<'t>>) {
    let floor = last.map_or(0, |last| last.end);
    read_before(text, figure, floor);
    read_after(text, figure);
    if let Some(last) = last {
        read_conversion(text, figure, last);
    }
    read_hedges(text, figure, floor);
    figure.hedges.sort_by_key(|hedge| hedge.start);
}

/// `about`, `more than`, `a maximum of` before the figure.
fn read_before<'t>(text: &'t str, figure: &mut Figure<'t>, floor: usize) {
    let mut end = figure.start;
    let mut article = false;
    // "up to about a further $5 million" has four such words; more are no English.
    for _ in 0..4 {
        let Some(before) = text.get(floor..end) else { return };
        let bound = BOUNDS_BEFORE.longest_before(before);
        let approximate = APPROXIMATIONS_BEFORE.longest_before(before);
        match (bound, approximate) {
            (Some((start, bound)), near) if near.is_none_or(|(other, _)| start <= other) => {
                let span = trimmed(text, Span::new(floor + start, end));
                if !bounds_here(text, span, bound, article) {
                    return;
                }
                figure.hedges.push(Hedge::new(span, text, HedgeKind::Bound));
                set_bound(figure, bound);
                end = span.start;
            }
            (_, Some((start, _))) => {
                let span = trimmed(text, Span::new(floor + start, end));
                figure.hedges.push(Hedge::new(span, text, HedgeKind::Approximate));
                figure.approximate = true;
                end = span.start;
            }
            _ => match FIGURE_ARTICLES.longest_before(before) {
                Some((start, _)) => {
                    article = true;
                    end = floor + start;
                }
                None => return,
            },
        }
    }
}

/// Whether the words bound the figure: "under a $5 million contract" and "a dispute over $5 million" do not.
fn bounds_here(text: &str, span: Span, bound: Bound, article: bool) -> bool {
    let words = span.of(text);
    let preposition = ["over", "under", "above", "below", "past", "beyond", "near"]
        .iter()
        .any(|word| words.eq_ignore_ascii_case(word));
    if article && preposition {
        return false;
    }
    // "a market cap of $5 billion": what all shares are worth.
    if words.eq_ignore_ascii_case("cap of") && last_word(trim_space(&text[..span.start])).eq_ignore_ascii_case("market")
    {
        return false;
    }
    if words.eq_ignore_ascii_case("over") && bound == Bound::MoreThan {
        let before = text[..span.start].trim_end();
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        return ![
            "dispute",
            "row",
            "fight",
            "battle",
            "lawsuit",
            "suit",
            "argument",
            "scandal",
            "feud",
            "clash",
            "disagreement",
            "standoff",
            "concern",
            "concerns",
            "spread",
        ]
        .iter()
        .any(|noun| word.eq_ignore_ascii_case(noun));
    }
    true
}

/// The span without the spaces at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + (inner.len() - inner.trim_start().len());
    Span::new(start, start + inner.trim().len())
}

/// `or more`, `-plus`, `not-to-exceed`, ` a barrel` behind the figure.
fn read_after<'t>(text: &'t str, figure: &mut Figure<'t>) {
    let mut end = figure.end;
    for _ in 0..2 {
        let Some(after) = text.get(end..) else { return };
        let gap = after.len() - spaces(after).len();
        let tight = if gap == 0 { after } else { &after[gap..] };
        if let Some((length, bound)) = BOUNDS_AFTER
            .longest_at(tight)
            .filter(|(length, _)| gap > 0 || matches!(tight.as_bytes()[0], b'-' | b'+') && *length > 0)
            .filter(|(length, _)| !adds(&tight[..*length], &tight[*length..]))
        {
            let span = Span::new(end + gap, end + gap + length);
            // `$5 million at least` governs what follows as often as what stands before; only the end of a clause decides it.
            figure.hedges.push(Hedge::new(span, text, HedgeKind::Bound));
            set_bound(figure, bound);
            end = span.end;
        } else if let Some((length, _)) = APPROXIMATIONS_AFTER.longest_at(tight) {
            let span = Span::new(end + gap, end + gap + length);
            // `$5 million, about 3 percent`: an approximation behind a figure ends its phrase.
            if text[span.end..].trim_start_matches(' ').bytes().next().is_some_and(|b| b.is_ascii_digit()) {
                return;
            }
            figure.hedges.push(Hedge::new(span, text, HedgeKind::Approximate));
            figure.approximate = true;
            end = span.end;
        } else {
            break;
        }
    }
    figure.per = per(&text[end..]);
}

/// `$2 + $3`: the sign of a sum bounds nothing.
fn adds(sign: &str, after: &str) -> bool {
    let next = spaces(after);
    sign == "+" && (next.starts_with(|c: char| c.is_ascii_digit()) || lexicon::symbol_at(next).is_some())
}

/// ` a barrel`, ` per share`, `-a-year`, ` each`
fn per(after: &str) -> Option<Cow<'static, str>> {
    // `£9.99 pm` is by the month, `$5 PM` is none.
    let short = spaces(after);
    if let Some((_, unit)) = PER_SHORT.longest_at(short).filter(|_| short.as_bytes()[0].is_ascii_lowercase()) {
        return Some(Cow::Borrowed(unit.name()));
    }
    let rest = space(after).or_else(|| dash(after)).or_else(|| after.strip_prefix('/'))?;
    if after.starts_with('/') {
        return PER_UNITS.longest_at(rest).map(|(_, unit)| Cow::Borrowed(unit.name()));
    }
    for word in ["each", "apiece"] {
        if rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
            && crate::grammar::at_word_end(&rest[word.len()..])
        {
            // `$5 million each year` is by the year.
            let next = spaces(&rest[word.len()..]);
            let unit = PER_UNITS.longest_at(next).map_or("unit", |(_, unit)| unit.name());
            return Some(Cow::Borrowed(unit));
        }
    }
    let article = ["per", "a", "an", "every", "for each", "for every"].iter().find_map(|word| {
        let head = rest.get(..word.len())?;
        head.eq_ignore_ascii_case(word)
            .then(|| space(&rest[word.len()..]).or_else(|| dash(&rest[word.len()..])))
            .flatten()
    })?;
    let Some((length, unit)) = PER_UNITS.longest_at(article) else { return per_noun(rest, article) };
    // `from $3 million a year earlier`
    let then = spaces(&article[length..]);
    let past = ["earlier", "ago", "later", "previously"].iter().any(|word| {
        then.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
            && crate::grammar::at_word_end(&then[word.len()..])
    });
    (!past).then(|| Cow::Borrowed(unit.name()))
}

/// ` per dose`: a noun of no table, which only "per" makes what money is counted by. `per cent` and `per se` count nothing, and of `per eligible
/// child` the word behind "per" is not the noun.
fn per_noun(rest: &str, phrase: &str) -> Option<Cow<'static, str>> {
    let length = phrase.bytes().take(MOST_OF_A_NOUN).take_while(u8::is_ascii_lowercase).count();
    let (noun, behind) = phrase.split_at(length);
    let counts = length > 2 && length < MOST_OF_A_NOUN && !["cent", "diem", "capita", "mil"].contains(&noun);
    let next = behind.strip_prefix(' ').map_or("", |next| next.split([' ', ',', '.']).next().unwrap_or(""));
    let ends = match behind.as_bytes().first() {
        Some(b' ') => next.is_empty() || AFTER_A_UNIT.longest_at(next).is_some_and(|(length, ())| length == next.len()),
        Some(b'-') => false,
        _ => !behind.starts_with(char::is_alphanumeric),
    };
    (counts && ends && rest.starts_with("per")).then(|| Cow::Owned(noun.to_owned()))
}

/// A noun that money is counted by is shorter.
const MOST_OF_A_NOUN: usize = 20;

/// `reportedly`, `could`, `plans to` in the clause of the figure: the nearest of each kind.
fn read_hedges<'t>(text: &'t str, figure: &mut Figure<'t>, floor: usize) {
    let before = &text[floor.min(figure.start)..figure.start];
    let clause = clause_before(before);
    let offset = figure.start - clause.len();
    let mut found: [Option<(Span, HedgeWord)>; 3] = [None; 3];
    each_word_start(clause.as_bytes(), 0, clause.len(), |i| {
        let inside = i > 0 && clause.as_bytes()[i - 1] >= 0x80 && clause[..i].ends_with(char::is_alphanumeric);
        // The month is no modal verb.
        if !inside
            && let Some((length, word)) = HEDGES.longest_at(&clause[i..])
            && !clause[i..].starts_with("May")
            && !is_named(clause, i, length, word)
        {
            found[word as usize] = Some((Span::new(offset + i, offset + i + length), word));
        }
    });
    let reported = &mut found[HedgeWord::Reported as usize];
    if reported.is_none() {
        *reported = reported_behind(text, figure.end).map(|span| (span, HedgeWord::Reported));
    }
    for (span, word) in found.into_iter().flatten() {
        let kind = match word {
            HedgeWord::Reported => HedgeKind::Reported,
            HedgeWord::Possible => HedgeKind::Possible,
            HedgeWord::Planned => HedgeKind::Planned,
        };
        if !figure.hedges.iter().any(|hedge| Span::new(hedge.start, hedge.end).overlaps(span)) {
            figure.hedges.push(Hedge::new(span, text, kind));
        }
    }
}

/// `Planned Systems Inc.`, `Will Hale`: whether what hedges elsewhere is a part of a name.
fn is_named(clause: &str, at: usize, length: usize, word: HedgeWord) -> bool {
    let next = clause[at + length..].strip_prefix(' ').unwrap_or("");
    word != HedgeWord::Reported
        && clause[at..].starts_with(['P', 'W'])
        && !clause[at..].starts_with("Would")
        && next.starts_with(char::is_uppercase)
        // "Possible Foreign Military Sale", "Planned Norhaven purchase"
        && !next.starts_with("Foreign")
        && STATE_PHRASES.longest_at(next).is_none()
}

/// ` was reportedly paid`, `, according to officials` behind a figure: words of hearsay before the clause ends.
fn reported_behind(text: &str, end: usize) -> Option<Span> {
    /// A subject and its verb are shorter.
    const WORDS: usize = 7;
    let hearsay = |at: usize| {
        let (length, word) = HEDGES.longest_at(&text[at..])?;
        let words = text.get(at..at + length)?;
        // `for alleged fraud`: an adjective speaks of the deed, not of the sum.
        let adjective =
            ["alleged", "rumoured", "rumored", "apparently"].iter().any(|other| words.eq_ignore_ascii_case(other))
                || words.to_ascii_lowercase().ends_with(" be");
        (word == HedgeWord::Reported && !adjective).then(|| Span::new(at, at + length))
    };
    let mut at = end;
    for _ in 0..WORDS {
        let rest = &text[at..];
        // A comma ends the clause, but for an adverb or a source that follows at once.
        if let Some(after) = rest.strip_prefix(',') {
            return hearsay(text.len() - spaces(after).len());
        }
        let after = space(rest)?;
        at = text.len() - after.len();
        if let Some(span) = hearsay(at) {
            return Some(span);
        }
        let length =
            after.find(|c: char| !c.is_alphabetic() && c != '-' && c != '\'' && c != '\u{2019}').unwrap_or(after.len());
        let word = after.get(..length)?;
        let joins =
            ["and", "but", "or", "who", "which", "that", "while", "after", "because", "as", "when", "if", "so", "than"];
        if word.is_empty() || joins.iter().any(|other| word.eq_ignore_ascii_case(other)) {
            return None;
        }
        at += length;
    }
    None
}

/// Makes an exact figure one-sided; a range or a vague figure keeps what it is.
fn set_bound(figure: &mut Figure<'_>, bound: Bound) {
    if figure.kind != Kind::Exact {
        return;
    }
    match bound {
        Bound::MoreThan => figure.kind = Kind::MoreThan,
        Bound::AtLeast => figure.kind = Kind::AtLeast,
        Bound::AtMost => figure.kind = Kind::AtMost,
        Bound::LessThan => figure.kind = Kind::LessThan,
    }
    match figure.kind {
        Kind::MoreThan | Kind::AtLeast => figure.high = None,
        _ => figure.low = None,
    }
}

/// `5.4 billion euros ($6.1 billion)`: the second converts the first, and what bounds or blurs the first does so to the second.
fn read_conversion<'t>(text: &'t str, figure: &mut Figure<'t>, last: &Figure<'t>) {
    if figure.currency == last.currency || figure.sign == Sign::Negative {
        return;
    }
    let between = text.get(last.end..figure.start).unwrap_or("");
    let inner = between.trim_start();
    let bracket = inner
        .strip_prefix(['(', '['])
        .or_else(|| last.converts.and_then(|_| inner.strip_prefix([';', ':', ',', '/', '='])))
        .or_else(|| inner.strip_prefix(", or").filter(|rest| rest.starts_with(' ')));
    let Some(inside) = bracket else { return };
    // `5 million euros ($2 million of it in cash)`
    let part = spaces(&text[figure.end..]);
    if part.len() < text.len() - figure.end && part.starts_with("of ") {
        return;
    }
    // Only words of approximation and equivalence may stand between.
    let plain = inside.len() <= 40
        && inside.split(' ').filter(|word| !word.is_empty()).all(|word| {
            [
                "or",
                "about",
                "around",
                "approximately",
                "approx.",
                "some",
                "roughly",
                "nearly",
                "equivalent",
                "equal",
                "to",
                "worth",
                "ca.",
                "circa",
                "~",
                "over",
                "more",
                "than",
                "almost",
                "just",
                "under",
                "and",
                "USD",
                "US",
            ]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
        });
    if !plain {
        return;
    }
    figure.converts = Some(last.converts.unwrap_or(last.id));
    if figure.kind == Kind::Exact && matches!(last.kind, Kind::AtLeast | Kind::AtMost | Kind::MoreThan | Kind::LessThan)
    {
        figure.kind = last.kind;
        match last.kind {
            Kind::MoreThan | Kind::AtLeast => figure.high = None,
            _ => figure.low = None,
        }
    }
    figure.approximate |= last.approximate;
}

/// A currency that one figure leaves open, decided by another of the document or by the places that it names.
///
/// `Rs 500 crore` in a text of New Delhi is in Indian rupees, `60 billion pounds` beside Egypt alone in Egyptian ones. Currencies that are
/// no longer issued are never decided so: whether "francs" are French depends on the year.
pub fn decide_currencies(text: &str, figures: &mut [Figure<'_>]) {
    let open = |figure: &Figure<'_>| figure.currency.is_none() && !figure.currency_candidates.is_empty();
    if !figures.iter().any(|figure| open(figure) || in_pounds_of_no_land(figure)) {
        return;
    }
    let mut places = Places::of(text);
    let breaks: Vec<usize> = memchr::memmem::find_iter(text.as_bytes(), "\n\n").collect();
    for at in 0..figures.len() {
        if in_pounds_of_no_land(&figures[at]) {
            let sterling = |figure: &Figure<'_>| figure.text.contains('£') || figure.text.contains("terling");
            let (before, behind) =
                (figures[..at].iter().rev().take(NEIGHBOURS), figures[at + 1..].iter().take(NEIGHBOURS));
            if before.chain(behind).any(sterling) {
                continue;
            }
            places.move_to(paragraph(text, &breaks, figures[at].span()));
            match other_pounds(&places).as_slice() {
                [] => {}
                [code] => {
                    figures[at].currency = Some(*code);
                    figures[at].currency_basis = Some(CurrencyBasis::Context);
                }
                several => {
                    figures[at].currency_candidates = several.to_vec();
                    figures[at].currency_candidates.push(CurrencyCode::new("GBP"));
                    figures[at].currency_candidates.sort();
                    figures[at].currency = None;
                    figures[at].currency_basis = None;
                }
            }
            continue;
        }
        if !open(&figures[at]) {
            continue;
        }
        let paragraph = paragraph(text, &breaks, figures[at].span());
        places.move_to(paragraph);
        let inside = |figure: &&Figure<'_>| paragraph.holds(figure.span());
        let near =
            figures[..at].iter().rev().take(NEIGHBOURS).chain(figures[at + 1..].iter().take(NEIGHBOURS)).filter(inside);
        let known = |code| near.clone().any(|figure| figure.currency == Some(code));
        let mut fitting: Vec<CurrencyCode> =
            figures[at].currency_candidates.iter().copied().filter(|code| places.name(*code) || known(*code)).collect();
        fitting.dedup();
        let decided = match fitting.as_slice() {
            [code] if !lexicon::historical(*code) => Some((*code, CurrencyBasis::Context)),
            // Lakh and crore are counted in rupees of India until the text says otherwise.
            [] if indian(&figures[at]) => Some((CurrencyCode::new("INR"), CurrencyBasis::Default)),
            _ => None,
        };
        if let Some((code, basis)) = decided {
            figures[at].currency = Some(code);
            figures[at].currency_basis = Some(basis);
            figures[at].currency_candidates.clear();
        }
    }
}

/// `60 billion pounds`, of which only the default says that they are sterling.
fn in_pounds_of_no_land(figure: &Figure<'_>) -> bool {
    let named =
        figure.currency_basis == Some(CurrencyBasis::Default) && figure.currency == Some(CurrencyCode::new("GBP"));
    // Fewer pounds are a weight as often.
    let large = figure.high.or(figure.low).is_none_or(|value| value >= rust_decimal::Decimal::new(1_000_000, 0));
    named && large && figure.text.to_ascii_lowercase().contains("pound")
}

/// `Egypt` beside "60 billion pounds": the lands with pounds of their own that the paragraph names, where it does not name Britain.
fn other_pounds(places: &Places) -> Vec<CurrencyCode> {
    if places.name(CurrencyCode::new("GBP")) {
        return Vec::new();
    }
    let all = ["EGP", "LBP", "SYP", "SDG", "SSP"].map(CurrencyCode::new);
    all.into_iter().filter(|code| places.name(*code)).collect()
}

/// `Rs 500 crore`, `two lakh rupees`, `Rs. 5,00,000`
fn indian(figure: &Figure<'_>) -> bool {
    let counted = || {
        figure.text.split(|c: char| !c.is_alphabetic()).any(|word| {
            ["crore", "crores", "lakh", "lakhs", "lac", "lacs"].iter().any(|unit| word.eq_ignore_ascii_case(unit))
        })
    };
    let rupees = figure.currency_candidates.contains(&CurrencyCode::new("INR"));
    rupees && (counted() || figure.text.starts_with(['R', 'r']) && grouped_by_hundreds(&figure.text))
}

/// `Rs. 5,00,000`: two digits between two commas.
fn grouped_by_hundreds(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| matches!(four, [b',', b'0'..=b'9', b'0'..=b'9', b',']))
}

/// How many figures before and behind are asked for their currency.
const NEIGHBOURS: usize = 16;

/// How far a paragraph is searched for places, in bytes each way.
const PARAGRAPH_BYTES: usize = 2000;

/// The paragraph that a span stands in, between the breaks of the text, or what lies near it of a very long one.
fn paragraph(text: &str, breaks: &[usize], span: Span) -> Span {
    let mut low = span.start.saturating_sub(PARAGRAPH_BYTES);
    while !text.is_char_boundary(low) {
        low += 1;
    }
    let mut high = (span.end + PARAGRAPH_BYTES).min(text.len());
    while !text.is_char_boundary(high) {
        high -= 1;
    }
    let behind = breaks.partition_point(|at| *at < span.end);
    let start = behind.checked_sub(1).map_or(0, |last| breaks[last]).max(low);
    Span::new(start, breaks.get(behind).map_or(high, |next| high.min(*next)))
}
/// `amount "$250 million"`: what the grammars of money make of the candidate, each by itself.
pub fn tries_at(text: &str, candidate: Candidate) -> Vec<Try> {
    let before = &text[..candidate.at];
    let start = prefix_start(before).unwrap_or(candidate.at);
    let i = &text[start..];
    let span = |from: usize, rest: &str| Span::new(from, text.len() - rest.len());
    let mut tries = Vec::new();
    if candidate.kinds & DIGIT == 0 {
        let read = vague(i).ok();
        let refused = read.as_ref().and_then(|(_, read)| read.tag.is_none().then_some(NO_CURRENCY));
        tries.push(Try { what: "vague sum", read: read.map(|(rest, read)| (span(start, rest), read.rule)), refused });
    }
    let read = amount(i).ok();
    let refused = read.as_ref().and_then(|(_, read)| match (read.tag, read.value()) {
        (None, _) => Some(NO_CURRENCY),
        (_, None) => Some("a decimal does not hold it"),
        _ => None,
    });
    tries.push(Try { what: "amount", read: read.map(|(rest, read)| (span(start, rest), amount_rule(&read))), refused });
    let begin = opener_start(&text[..start]).unwrap_or(start);
    let read = range(&text[begin..]).ok();
    let (_, word) = open(&text[begin..]);
    let refused = read.as_ref().and_then(|(_, read)| {
        let moved = word != Open::Between && matches!(read.rule, "range.from_to" | "range.to");
        if moved && moves(&text[..begin], word) {
            Some("the words before tell a movement")
        } else {
            read.unsure.then_some("its lower end may be in thousands")
        }
    });
    tries.push(Try { what: "range", read: read.map(|(rest, read)| (span(begin, rest), read.rule)), refused });
    tries
}

const NO_CURRENCY: &str = "no currency stands by it";

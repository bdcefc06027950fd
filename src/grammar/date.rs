//! Dates.
//!
//! ```text
//! month_day_year = [weekday] month day year                        May 21, 2025
//! day_month_year = [weekday] day ["of"] month year                  21st of May 2025
//! month_year     = month ["of"] year                                September 2022
//! quarter        = ordinal ("quarter" | "half") ["of"] year         the second quarter of 2024
//! season         = season ["of"] year                               summer of 2018
//! part           = part (year | month_year | month)                 late 2019
//! years          = year *("," year) join year                       2015, 2016 and 2017
//! range          = [opener] point join point                        from August 2016 to July 2017
//! fiscal         = fiscal-word (year | years | range)               fiscal years 2015 through 2018
//! shift          = shift (period | month | season | weekday)        last month
//! ago            = count period "ago"                               two years ago
//! year-of        = year | shift "year"                              2024, this year
//! ```
//! A production reads from the front of a text and knows neither what stands before it nor when the text was written: a
//! bare year needs words before it, and "last month" a date to count from. Both are the business of `mention::date`.

use std::sync::LazyLock;

use nom::branch::alt;
use nom::character::complete::{char, one_of};
use nom::combinator::{map, map_opt, not, opt, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use crate::lexicon::phrases::{Phrases, gap_at};
use crate::lexicon::words::{
    COUNTED, DATE_JOINS, DATE_OPENERS, DATE_PARTS, DateJoin, DateOpener, DatePart, FISCAL_WORDS, MONTHS, NAMED_DAYS,
    PERIODS, Period, QUARTER_ORDINALS, SEASONS, SHIFTS, SHORT_WEEKDAYS, SMALL_COUNTS, Season, WEEKDAYS,
};
use crate::lexicon::{Reading, Unit, currency};

/// `21 May 2025`: what a text says of a date, before anything is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expression {
    /// `September 2022`.
    Point(Point),
    /// `from August 2016 to July 2017`.
    Range(Point, Point),
    /// `May 3 and 4, 2024`.
    Both(Point, Point),
    /// `2015, 2016 and 2017`.
    Years(Years),
    /// `the 2020s`, by its first year.
    Decade(i16),
    /// `fiscal 2023`.
    Fiscal(Fiscal),
    /// `last month`.
    Relative(Relative),
}

/// `the second quarter of 2024`: one place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which year.
    pub year: Year,
    /// Where in the year.
    pub place: Place,
    /// `late 2019`: near it.
    pub about: bool,
}

/// `2024`, or `this year`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// `2024`.
    Given(i16),
    /// `last year`: so many years from the present one.
    Shifted(i8),
    /// `May 25`: no year is said.
    Unsaid,
}

/// Where in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole year.
    Whole,
    /// `September`.
    Month(i8),
    /// `September 3`.
    Day(i8, i8),
    /// `the second quarter`, `the first half`, `the first nine months`: from month to month.
    Months(i8, i8),
    /// `summer`.
    Season(Season),
}

/// `fiscal years 2015 through 2018`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fiscal {
    /// `fiscal 2015, 2016 and 2017`.
    Years(Years),
    /// `fiscal 2015 through 2018`.
    Through(i16, i16),
}

/// `last month`: a date told from the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// `yesterday`: so many days from today.
    Day(i8),
    /// `last month`: so many periods from the present one.
    Period(Period, i8),
    /// `two years ago`.
    Ago(u8, Period),
    /// `last September`.
    Month(i8, i8),
    /// `next spring`.
    Season(Season, i8),
    /// `next Monday`; no shift for a bare `Monday`.
    Weekday(i8, Option<i8>),
}

/// `2015, 2016 and 2017`: a few years, and whether all of them or one is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    list: [i16; Self::MOST],
    length: usize,
    /// `2021 or 2022`.
    pub one_of: bool,
}

impl Years {
    const MOST: usize = 12;

    const fn one(year: i16) -> Self {
        let mut list = [0; Self::MOST];
        list[0] = year;
        Self { list, length: 1, one_of: false }
    }

    fn push(&mut self, year: i16) -> Option<()> {
        *self.list.get_mut(self.length)? = year;
        self.length += 1;
        Some(())
    }

    /// The years in text order.
    #[must_use]
    pub fn as_slice(&self) -> &[i16] {
        &self.list[..self.length]
    }
}

/// What must stand before an expression of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The words speak for themselves.
    Nothing,
    /// `2021`: "in", "since", "its", parentheses.
    YearCue,
    /// `March`: "in", "by".
    MonthCue,
    /// `Monday`: not "Black" or "every".
    PlainWeekday,
}

/// A shape of dates with its name.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Such as `date.month_day_year`.
    pub name: &'static str,
    /// What must stand before it.
    pub needs: Needs,
    starts: u32,
    joins: bool,
    read: fn(&str) -> Read<'_, Expression>,
}

impl Rule {
    const fn new(name: &'static str, starts: u32, read: fn(&str) -> Read<'_, Expression>) -> Self {
        Self { name, needs: Needs::Nothing, starts, joins: false, read }
    }

    /// Two points, of which other rules of the table above read the first.
    const fn joins(mut self) -> Self {
        self.joins = true;
        self
    }

    const fn needs(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }
}

type Read<'t, T> = IResult<&'t str, T, ()>;

// How an expression can begin, so that only the rules that can match are run: numbers told by their digits and what follows them,
// words by their tables and the next word.
/// `2021`: four digits.
const YEAR: u32 = 1;
/// `2021-`, `2021/`: four digits and a mark.
const YEAR_MARK: u32 = 1 << 1;
/// `2020s`
const DECADE: u32 = 1 << 2;
/// `2023 fiscal`
const YEAR_FISCAL: u32 = 1 << 3;
/// `21 May`, `21st`
const DAY: u32 = 1 << 4;
/// `3-5`, `27 and 28`, `21-May`: a small number that is joined to another or to a month.
const DAY_JOIN: u32 = 1 << 5;
/// `5/`, `21.`
const DAY_MARK: u32 = 1 << 6;
/// `1st`, `2Q`; `second`
const ORDINAL: u32 = 1 << 7;
/// `10 days`; `two`
const COUNT: u32 = 1 << 8;
/// `May 2`, `May21`
const MONTH_NUMBER: u32 = 1 << 9;
/// `May`, where no number follows
const MONTH: u32 = 1 << 10;
/// `Wednesday`
const WEEKDAY: u32 = 1 << 11;
/// `Wednesday, May`, `Wed. 21`: goes on with a day
const WEEKDAY_DAY: u32 = 1 << 12;
const ARTICLE: u32 = 1 << 13;
const PART: u32 = 1 << 14;
const OPENER: u32 = 1 << 15;
const FISCAL: u32 = 1 << 16;
const SEASON: u32 = 1 << 17;
const SHIFT: u32 = 1 << 18;
const NAMED: u32 = 1 << 19;
/// `Q2`
const LETTER: u32 = 1 << 20;
/// `2021,`, `2021 and`: four digits and what may join them to others.
const YEAR_JOIN: u32 = 1 << 23;
/// `May 2025`
const MONTH_YEAR: u32 = 1 << 24;
// Begins no date, but can follow "the" in one: "the day before yesterday".
const AFTER_THE: u32 = 1 << 21;
/// `month`, `afternoon`: can follow "last" or "this" in a date.
const AFTER_SHIFT: u32 = 1 << 22;
const POINT: u32 =
    YEAR_MARK | DAY | DAY_JOIN | MONTH_NUMBER | MONTH_YEAR | MONTH | WEEKDAY_DAY | PART | SEASON | ORDINAL | LETTER;

/// The shapes. The longest at a place wins, ties by the order here.
pub const RULES: &[Rule] = &[
    Rule::new("date.month_day_year", MONTH_NUMBER | WEEKDAY_DAY, |i| map(month_day_year, Expression::Point).parse(i)),
    Rule::new("date.day_month_year", DAY | DAY_JOIN | WEEKDAY_DAY, |i| map(day_month_year, Expression::Point).parse(i)),
    Rule::new("date.iso_day", YEAR_MARK, |i| map(iso_day, Expression::Point).parse(i)),
    Rule::new("date.slashed_day", DAY_MARK, |i| map(slashed_day, Expression::Point).parse(i)),
    Rule::new("date.month_day", MONTH_NUMBER | WEEKDAY_DAY, |i| map(capital(month_day), Expression::Point).parse(i)),
    Rule::new("date.day_month", DAY | WEEKDAY_DAY, |i| map(day_month, Expression::Point).parse(i)),
    Rule::new("date.month_year", MONTH_YEAR | MONTH, |i| map(month_year, Expression::Point).parse(i)),
    Rule::new("date.iso_month", YEAR_MARK, |i| map(iso_month, Expression::Point).parse(i)).needs(Needs::YearCue),
    Rule::new("date.month_this_year", MONTH, |i| map(month_this_year, Expression::Point).parse(i)),
    Rule::new("date.month", MONTH_NUMBER | MONTH_YEAR | MONTH, |i| map(bare_month, Expression::Point).parse(i))
        .needs(Needs::MonthCue),
    Rule::new("date.quarter", ORDINAL | LETTER, |i| map(quarter, Expression::Point).parse(i)),
    Rule::new("date.season", SEASON, |i| map(season_year, Expression::Point).parse(i)),
    Rule::new("date.part", PART, part),
    Rule::new("date.end_of_the_year", PART, end_of_the_year),
    Rule::new("date.decade", DECADE, |i| map(preceded(opt(the), decade), Expression::Decade).parse(i)),
    Rule::new("date.year", YEAR, |i| map(year, |y| Expression::Point(whole(y))).parse(i)).needs(Needs::YearCue),
    Rule::new("date.years", YEAR_JOIN, |i| map(years, Expression::Years).parse(i)).needs(Needs::YearCue),
    Rule::new("date.year_dash_year", YEAR_MARK, year_dash_year),
    Rule::new("date.year_to_year", YEAR_JOIN, year_to_year).needs(Needs::YearCue),
    Rule::new("date.from_to", OPENER, opened_range),
    Rule::new("date.to", POINT, plain_range).joins(),
    Rule::new("date.months_year", MONTH, months_year).joins(),
    Rule::new("date.month_days", MONTH_NUMBER | OPENER, month_days),
    Rule::new("date.days_month", DAY | DAY_JOIN | OPENER, days_month),
    Rule::new("date.fiscal_year", FISCAL | YEAR_FISCAL, |i| map(fiscal_year, Expression::Fiscal).parse(i)),
    Rule::new("date.fiscal_years", FISCAL, |i| map(fiscal_years, Expression::Fiscal).parse(i)),
    Rule::new("date.fiscal_through", FISCAL | OPENER, |i| map(fiscal_through, Expression::Fiscal).parse(i)),
    Rule::new("date.fiscal_quarter", ORDINAL | LETTER, |i| map(fiscal_quarter, Expression::Fiscal).parse(i)),
    Rule::new("date.named_day", NAMED | SHIFT, |i| map(named_day, Expression::Relative).parse(i)),
    Rule::new("date.shifted_period", SHIFT, |i| map(shifted_period, Expression::Relative).parse(i)),
    Rule::new("date.shifted_month", SHIFT, |i| map(shifted_month, Expression::Relative).parse(i)),
    Rule::new("date.shifted_season", SHIFT, |i| map(shifted_season, Expression::Relative).parse(i)),
    Rule::new("date.shifted_weekday", SHIFT, |i| map(shifted_weekday, Expression::Relative).parse(i)),
    Rule::new("date.weekday", WEEKDAY, |i| map(bare_weekday, Expression::Relative).parse(i)).needs(Needs::PlainWeekday),
    Rule::new("date.ago", COUNT, |i| map(ago, Expression::Relative).parse(i)),
];

/// An expression that a rule reads at the front of a text.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Its length in bytes.
    pub length: usize,
    /// What it says.
    pub expression: Expression,
    /// The rule.
    pub rule: &'static Rule,
}

/// The longest expression that begins `text` and that `accept` takes, where a date can begin there at all.
///
/// Where no word stands before it that makes a number a year, `cued` says false.
pub fn longest(text: &str, cued: impl Fn() -> bool, mut accept: impl FnMut(&Found) -> bool) -> Option<Found> {
    let start = start(text)?;
    let mut best: Option<Found> = None;
    let mut reach = 0;
    let mut rules = rules_of(start);
    // Asked for once, and only where a rule needs it.
    let mut known = None;
    let mut is_cued = || *known.get_or_insert_with(&cued);
    while rules != 0 {
        let rule = &RULES[rules.trailing_zeros() as usize];
        rules &= rules - 1;
        // A range of two points begins with a point, which another rule has read by now.
        if rule.joins && !(reach > 0 && goes_on(&text[reach..])) || rule.needs == Needs::YearCue && !is_cued() {
            continue;
        }
        let Ok((rest, expression)) = (rule.read)(text) else { continue };
        let found = Found { length: text.len() - rest.len(), expression, rule };
        reach = reach.max(found.length);
        if best.is_none_or(|best| found.length > best.length) && ends(text, found.length) && accept(&found) {
            best = Some(found);
        }
    }
    best
}

/// The rules that read one of the starts, a bit each.
fn rules_of(start: u32) -> u64 {
    const OF: [u64; 32] = {
        let mut of = [0; 32];
        let mut rule = 0;
        while rule < RULES.len() {
            let mut bit = 0;
            while bit < 32 {
                if RULES[rule].starts >> bit & 1 != 0 {
                    of[bit] |= 1 << rule;
                }
                bit += 1;
            }
            rule += 1;
        }
        of
    };
    let mut rules = 0;
    let mut rest = start;
    while rest != 0 {
        rules |= OF[rest.trailing_zeros() as usize];
        rest &= rest - 1;
    }
    rules
}

/// Whether what follows a point can join it to another: a dash, a comma or a word after a space.
fn goes_on(rest: &str) -> bool {
    alt((value((), dashed), value((), joined))).parse(rest).is_ok()
}

/// `May 21, 2025` of "May 21, 2025 - The ministry": a full day at the front of a text, and its length.
#[must_use]
pub fn full_day(text: &str) -> Option<(usize, Point)> {
    if start(text)? & (MONTH_NUMBER | DAY | DAY_JOIN | YEAR_MARK | WEEKDAY_DAY) == 0 {
        return None;
    }
    let (rest, point) = alt((month_day_year, day_month_year, iso_day)).parse(text).ok()?;
    let length = text.len() - rest.len();
    ends(text, length).then_some((length, point))
}

/// The first words of the expressions, and how each begins.
fn starts() -> &'static [(&'static str, u32)] {
    static STARTS: LazyLock<Vec<(&'static str, u32)>> = LazyLock::new(|| {
        let mut starts: std::collections::BTreeMap<&'static str, u32> = std::collections::BTreeMap::new();
        let mut add = |phrase: &'static str, start: u32| {
            // The first word decides; the rules look at the rest.
            let mut words = phrase.split([' ', '-']);
            let first = words.next().unwrap_or(phrase);
            *starts.entry(first).or_default() |= start;
            match (words.next(), start) {
                (Some(second), _) if first == "the" => *starts.entry(second).or_default() |= AFTER_THE,
                (Some(second), SHIFT | NAMED) => *starts.entry(second).or_default() |= AFTER_SHIFT,
                _ => {}
            }
        };
        let mut each = |phrases: &mut dyn Iterator<Item = &'static str>, start: u32| {
            for phrase in phrases {
                add(phrase, start);
            }
        };
        each(&mut MONTHS.iter().map(|(phrase, _)| *phrase), MONTH);
        each(&mut WEEKDAYS.iter().chain(SHORT_WEEKDAYS).map(|(phrase, _)| *phrase), WEEKDAY);
        each(&mut DATE_PARTS.iter().map(|(phrase, _)| *phrase), PART);
        each(&mut DATE_OPENERS.iter().map(|(phrase, _)| *phrase), OPENER);
        each(&mut FISCAL_WORDS.iter().map(|(phrase, ())| *phrase), FISCAL);
        each(&mut SEASONS.iter().map(|(phrase, _)| *phrase), SEASON);
        each(&mut QUARTER_ORDINALS.iter().map(|(phrase, _)| *phrase), ORDINAL);
        each(&mut SHIFTS.iter().map(|(phrase, _)| *phrase), SHIFT);
        each(&mut NAMED_DAYS.iter().map(|(phrase, _)| *phrase), NAMED);
        each(&mut SMALL_COUNTS.iter().map(|(phrase, _)| *phrase), COUNT);
        each(&mut PERIODS.iter().map(|(phrase, _)| *phrase), AFTER_SHIFT);
        add("the", ARTICLE);
        add("year", PART);
        add("q", LETTER);
        add("h", LETTER);
        // A digit needs no word.
        starts.into_iter().filter(|(phrase, _)| phrase.starts_with(|c: char| c.is_ascii_lowercase())).collect()
    });
    &STARTS
}

/// How a word or number can begin a date, and the length of the word.
fn begin(text: &str) -> Option<(usize, u32)> {
    static STARTS: LazyLock<Phrases<u32>> = LazyLock::new(|| Phrases::new(starts()).digits_follow());
    match text.as_bytes().first()? {
        b'0'..=b'9' => Some((1, number_start(text))),
        b'A'..=b'Z' | b'a'..=b'z' => STARTS.longest_at(text),
        _ => None,
    }
}

/// How the word behind the spaces that begin `rest` can begin a date.
fn next_begins(rest: &str) -> u32 {
    begin(&rest[gap_at(rest)..]).map_or(0, |(_, next)| next)
}

/// How the date at the front of `text` begins, if one can begin there.
fn start(text: &str) -> Option<u32> {
    let (length, mut start) = begin(text)?;
    let rest = &text[length..];
    if start & ARTICLE != 0 {
        // Most articles begin no date: the next word must go on with one, and is what the date begins with.
        let next = next_begins(rest);
        if next & ARTICLE != 0 {
            return None;
        }
        let named = if next & AFTER_THE != 0 { PART | NAMED } else { 0 };
        start = next & (PART | SEASON | ORDINAL | DAY | YEAR_FISCAL | DECADE) | named;
    } else {
        if start & MONTH != 0 {
            start = start & !MONTH | month_start(text, rest);
        }
        if start & WEEKDAY != 0
            && next_begins(rest.trim_start_matches(['.', ','])) & (MONTH | DAY | DAY_JOIN | ARTICLE) != 0
        {
            start |= WEEKDAY_DAY;
        }
        if start & COUNT != 0 && text.starts_with(|c: char| c.is_ascii_alphabetic()) && !count_goes_on(rest) {
            start &= !COUNT;
        }
        if start & ORDINAL != 0 && text.starts_with(|c: char| c.is_ascii_alphabetic()) && !ordinal_goes_on(rest) {
            start &= !ORDINAL;
        }
        if start & (SHIFT | OPENER) != 0 && gap_at(rest) > 0 {
            let next = next_begins(rest);
            if start & SHIFT != 0 && next & (MONTH | WEEKDAY | SEASON | SHIFT | AFTER_SHIFT) == 0 {
                start &= !(SHIFT | NAMED);
            }
            if start & OPENER != 0 && next == 0 {
                start &= !OPENER;
            }
        }
    }
    if start & PART != 0 && !part_goes_on(text) {
        start &= !PART;
    }
    (start & !(AFTER_THE | AFTER_SHIFT) != 0).then_some(start)
}

/// `-quarter`, ` half`, ` nine months`, ` 9 months` behind an ordinal.
fn ordinal_goes_on(rest: &str) -> bool {
    let after = rest.strip_prefix('-').unwrap_or(&rest[gap_at(rest)..]);
    matches!(after.as_bytes().first(), Some(b'q' | b'Q' | b'h' | b'H' | b'0'..=b'9' | 0x80..))
        || small_count(after).is_ok()
}

/// Whether what follows `the end of` or `mid-` can be a date.
fn part_goes_on(text: &str) -> bool {
    let text = the(text).map_or(text, |(rest, ())| rest);
    let Some((length, _)) = date_part(text).ok().map(|(rest, part)| (text.len() - rest.len(), part)) else {
        return keyword("year")(text).is_ok() || text.starts_with(['t', 'T']);
    };
    let rest = &text[length..];
    let next = next_begins(rest);
    if next & ARTICLE != 0 {
        let Ok((after, ())) = the(&rest[gap_at(rest)..]) else { return false };
        return next_begins(after) & (ORDINAL | YEAR | DECADE | SEASON | DAY | AFTER_SHIFT | PART | LETTER) != 0;
    }
    next & (YEAR | DECADE | DAY | MONTH | ORDINAL | LETTER | SEASON | SHIFT) != 0
}

/// How a date can begin with the number that begins `text`.
fn number_start(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &text[digits..];
    let next = bytes.get(digits).copied().unwrap_or(b' ');
    // The letter behind the space.
    let word = || {
        let gap = gap_at(rest);
        let after = &rest[gap..];
        (gap > 0).then(|| (after, after.as_bytes().first().copied().unwrap_or(b' ').to_ascii_lowercase()))
    };
    match (digits, next.to_ascii_lowercase()) {
        (4, b'-' | b'/') => YEAR | YEAR_MARK,
        (4, b's' | b'\'') => YEAR | DECADE,
        (4, 0x80..) if gap_at(rest) == 0 => YEAR | YEAR_MARK | DECADE,
        (4, b',') => YEAR | YEAR_JOIN,
        (4, _) => match word() {
            Some((_, b'f' | b'b')) => YEAR | YEAR_FISCAL,
            Some((_, b't' | b'u' | b'a' | b'o' | b'&')) => YEAR | YEAR_JOIN,
            _ => YEAR,
        },
        (1 | 2, mark @ (b'/' | b'.')) => {
            let second = bytes[digits + 1..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
            let marked = second > 0 && bytes.get(digits + 1 + second) == Some(&mark);
            if marked { DAY_MARK } else { 0 }
        }
        (1 | 2, b'q' | b'h') => ORDINAL,
        (1 | 2, b's' | b'n' | b'r' | b't') => {
            // `21st of`, `1st quarter`
            let after = rest.get(2..).unwrap_or("");
            let joins = dash(after).is_ok() || after.starts_with(',');
            let next = &after[gap_at(after)..];
            let day = month(next).is_ok()
                || matches!(
                    next.as_bytes().first(),
                    Some(b'o' | b'O' | b't' | b'T' | b'u' | b'U' | b'a' | b'A' | b'&' | b'-' | 0x80..)
                );
            let ordinal = if ordinal_goes_on(after) { ORDINAL } else { 0 };
            ordinal | if day || joins { DAY | DAY_JOIN } else { 0 }
        }
        (1 | 2, b'-') => {
            let after = &rest[1..];
            let after = &after[gap_at(after)..];
            let joins = after.starts_with(|c: char| c.is_ascii_digit()) || month(after).is_ok();
            if joins { DAY_JOIN } else { 0 }
        }
        // Not "5,000".
        (1 | 2, b',') if gap_at(&rest[1..]) > 0 => DAY_JOIN,
        (1 | 2, _) => match word() {
            Some((after, first)) => {
                let month = matches!(first, b'j' | b'f' | b'm' | b'a' | b's' | b'o' | b'n' | b'd')
                    && (first == b'o' || month(after).is_ok());
                let joins = match first {
                    b't' | b'u' | b'a' | b'&' => join_goes_on(after),
                    b'-' | 0x80.. => true,
                    _ => false,
                };
                let counts = begins_period(after);
                let flag = |is: bool, start: u32| if is { start } else { 0 };
                flag(month, DAY) | flag(joins, DAY_JOIN) | flag(counts, COUNT)
            }
            None => dash_joins(next),
        },
        _ => 0,
    }
}

/// `to 5`, `and 28`: a word that joins two numbers.
fn join_goes_on(text: &str) -> bool {
    join(text).is_ok_and(|(rest, _)| rest[gap_at(rest)..].starts_with(|c: char| c.is_ascii_digit()))
}

/// ` years`, ` couple of` behind a count in words: the letters of a period, or of a further word of the count.
fn count_goes_on(rest: &str) -> bool {
    let after = &rest[gap_at(rest)..];
    begins_period(after) || matches!(after.as_bytes(), [b'c' | b'C' | b'd' | b'D', b'o' | b'O', ..])
}

/// Whether two letters are those of a day, week, month, quarter, year or decade.
fn begins_period(text: &str) -> bool {
    let [first, second, ..] = text.as_bytes() else { return false };
    matches!(
        (first.to_ascii_lowercase(), second.to_ascii_lowercase()),
        (b'd', b'a' | b'e') | (b'w' | b'y', b'e') | (b'm', b'o') | (b'q', b'u')
    )
}

/// A dash that is not of ASCII may join days.
const fn dash_joins(next: u8) -> u32 {
    if next >= 0x80 { DAY_JOIN } else { 0 }
}

/// Whether a number follows the month that begins `text`, or words that could.
fn month_start(text: &str, rest: &str) -> u32 {
    let after = rest.trim_start_matches(['.', ',']);
    let after = &after[gap_at(after)..];
    let after = after.strip_prefix(',').unwrap_or(after);
    match after.bytes().take(5).take_while(u8::is_ascii_digit).count() {
        0 => {}
        4 => return MONTH_YEAR,
        _ => return MONTH_NUMBER,
    }
    // The verbs "may" and "march" go on with other words.
    let goes_on = || {
        matches!(after.as_bytes().first(), Some(b'o' | b't' | b'l' | b'n' | b'e' | b'O' | b'T' | b'L' | b'N' | b'E'))
    };
    if text.starts_with(char::is_uppercase) || goes_on() { MONTH } else { 0 }
}

/// Whether an expression of `length` bytes is whole: no number, unit or word goes on where it ends.
fn ends(text: &str, length: usize) -> bool {
    let rest = &text[length..];
    let mut chars = rest.chars();
    let next = chars.next();
    if text.as_bytes().get(length.wrapping_sub(1)).is_none_or(|last| !last.is_ascii_alphanumeric()) {
        return true;
    }
    let after = chars.next();
    // A time of the day follows an ISO day at once, and is no part of it.
    if next == Some('T') && after.is_some_and(|c| c.is_ascii_digit()) && text[..length].contains('-') {
        return true;
    }
    // "1980s-vintage"
    let decade = text.as_bytes()[..length].ends_with(b"0s");
    match next {
        Some(c) if c.is_alphanumeric() => return false,
        Some('-') if decade && after.is_some_and(|c| c.is_ascii_lowercase()) => return true,
        Some('-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '/') if after.is_some_and(char::is_alphanumeric) => {
            return false;
        }
        _ => {}
    }
    if !text.as_bytes()[length - 1].is_ascii_digit() {
        return true;
    }
    match next {
        Some('.' | ',' | ':') if after.is_some_and(|c| c.is_ascii_digit()) => false,
        Some('%' | '$' | '£' | '€' | '¥' | '°' | '+') => false,
        _ => !counts(rest),
    }
}

/// Whether the words after a number say what it counts: things, a magnitude or money.
fn counts(rest: &str) -> bool {
    static THINGS: Phrases<()> = Phrases::new(COUNTED);
    let gap = gap_at(rest);
    if gap == 0 {
        return false;
    }
    let word = &rest[gap..];
    if THINGS.longest_at(word).is_some() {
        return true;
    }
    currency::NOUN_PHRASES.longest_at(word).is_some_and(|(length, noun)| {
        // "won" and "marks" are verbs too, and a capital begins a name: "2021 Bitcoin conference".
        let verb = matches!(noun.reading, Reading::Default(_)) && matches!(&word[..length], "won" | "marks" | "bucks");
        !verb && noun.unit == Unit::Major && word.starts_with(|c: char| c.is_ascii_lowercase())
    })
}

// Words.

fn phrase<'t, T: Copy>(phrases: &Phrases<T>, i: &'t str) -> Read<'t, T> {
    let (length, value) = phrases.longest_at(i).ok_or(nom::Err::Error(()))?;
    Ok((&i[length..], value))
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $table:ident as $kind:ty $(, $digits:ident)?;)*) => {$(
        $(#[$doc])*
        fn $name(i: &str) -> Read<'_, $kind> {
            static PHRASES: Phrases<$kind> = Phrases::new($table)$(.$digits())?;
            phrase(&PHRASES, i)
        }
    )*};
}

words! {
    /// `Sept.`
    month: MONTHS as i8, digits_follow;
    /// `Monday`
    long_weekday: WEEKDAYS as i8;
    /// `Mon.`
    short_weekday: SHORT_WEEKDAYS as i8;
    /// `summer`
    season: SEASONS as Season;
    /// `second`
    quarter_ordinal: QUARTER_ORDINALS as i8;
    /// `the end of`
    date_part: DATE_PARTS as DatePart;
    /// `months`
    period: PERIODS as Period;
    /// `last`
    shift: SHIFTS as i8;
    /// `yesterday`
    day_name: NAMED_DAYS as i8;
    /// `two`
    small_count: SMALL_COUNTS as u8;
    /// `between`
    opener: DATE_OPENERS as DateOpener;
    /// `through`
    join: DATE_JOINS as DateJoin;
    /// `fiscal year`
    fiscal_word: FISCAL_WORDS as (), digits_follow;
}

/// A word in any case; what follows it is not looked at.
fn keyword(word: &'static str) -> impl Fn(&str) -> Read<'_, &str> {
    move |i| match i.split_at_checked(word.len()) {
        Some((head, rest)) if head.eq_ignore_ascii_case(word) => Ok((rest, head)),
        _ => Err(nom::Err::Error(())),
    }
}

/// A space.
fn gap(i: &str) -> Read<'_, ()> {
    match gap_at(i) {
        0 => Err(nom::Err::Error(())),
        length => Ok((&i[length..], ())),
    }
}

/// A space or nothing.
#[allow(clippy::unnecessary_wraps, reason = "a production")]
fn gap0(i: &str) -> Read<'_, ()> {
    Ok((&i[gap_at(i)..], ()))
}

/// `the `
fn the(i: &str) -> Read<'_, ()> {
    value((), (keyword("the"), gap)).parse(i)
}

/// ` of ` or a space
fn of(i: &str) -> Read<'_, ()> {
    value((), (gap, opt((keyword("of"), gap)))).parse(i)
}

/// A dash: `-` or `–`
fn dash(i: &str) -> Read<'_, char> {
    one_of("-\u{2010}\u{2011}\u{2012}\u{2013}").parse(i)
}

/// A production whose text begins with a capital letter: "may 5" and "march 20" are verbs.
fn capital<'t, T>(read: impl Fn(&'t str) -> Read<'t, T>) -> impl Fn(&'t str) -> Read<'t, T> {
    move |i| if i.starts_with(char::is_uppercase) { read(i) } else { Err(nom::Err::Error(())) }
}

// Numbers.

/// All digits at the front: one to four, and how many.
fn digits(i: &str) -> Read<'_, (i16, usize)> {
    let length = i.bytes().take(5).take_while(u8::is_ascii_digit).count();
    match i[..length].parse() {
        Ok(number) if length <= 4 => Ok((&i[length..], (number, length))),
        _ => Err(nom::Err::Error(())),
    }
}

/// `2024`
fn year(i: &str) -> Read<'_, i16> {
    let run_on = |i: &str| i.chars().next().is_some_and(char::is_alphanumeric);
    let (rest, year) =
        map_opt(digits, |(y, length)| (length == 4 && (1000..2200).contains(&y)).then_some(y)).parse(i)?;
    if run_on(rest) { Err(nom::Err::Error(())) } else { Ok((rest, year)) }
}

/// `22` after 2021 is 2022; none before it.
fn short_year_after(first: i16) -> impl Fn(&str) -> Read<'_, i16> {
    move |i| {
        map_opt(digits, |(y, length)| (length == 2).then_some(first - first.rem_euclid(100) + y))
            .parse(i)
            .and_then(|(rest, y)| if y > first { Ok((rest, y)) } else { Err(nom::Err::Error(())) })
    }
}

/// `21`, `21st`
fn day(i: &str) -> Read<'_, i8> {
    let (rest, day) = map_opt(digits, |(d, length)| (length <= 2 && (1..=31).contains(&d)).then_some(d)).parse(i)?;
    let day = i8::try_from(day).map_err(|_| nom::Err::Error(()))?;
    let suffix = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    let (rest, _) = opt(keyword(suffix)).parse(rest)?;
    if rest.starts_with(char::is_alphanumeric) { Err(nom::Err::Error(())) } else { Ok((rest, day)) }
}

/// `two`, `12`
fn count(i: &str) -> Read<'_, u8> {
    let number = map_opt(digits, |(n, length)| if length <= 2 && n > 0 { u8::try_from(n).ok() } else { None });
    alt((number, small_count)).parse(i)
}

/// `2024`, `this year`, `last year`
fn year_of(i: &str) -> Read<'_, Year> {
    alt((map(year, Year::Given), this_year)).parse(i)
}

/// `this year`
fn this_year(i: &str) -> Read<'_, Year> {
    let simple = |i| map_opt(shift_word, |(word, by)| (!word.contains(' ')).then_some(by)).parse(i);
    map(terminated(simple, (gap, keyword("year"))), Year::Shifted).parse(i)
}

/// `earlier this`, with its text
fn shift_word(i: &str) -> Read<'_, (&str, i8)> {
    let (rest, by) = shift(i)?;
    Ok((rest, (&i[..i.len() - rest.len()], by)))
}

// Points.

const fn whole(year: i16) -> Point {
    Point { year: Year::Given(year), place: Place::Whole, about: false }
}

const fn point(year: Year, place: Place) -> Point {
    Point { year, place, about: false }
}

fn day_point(year: Year, month: i8, day: i8) -> Option<Point> {
    let most = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let fits = day <= most
        && match year {
            Year::Given(year) => jiff::civil::Date::new(year, month, day).is_ok(),
            _ => true,
        };
    fits.then_some(point(year, Place::Day(month, day)))
}

/// `Wednesday, `, `Wed. `
fn weekday_before(i: &str) -> Read<'_, ()> {
    value((), (alt((long_weekday, short_weekday)), opt(char(',')), gap)).parse(i)
}

/// `May 21, 2025`, `Wednesday, May21 2025`, `Sept, 30, 2016`
fn month_day_year(i: &str) -> Read<'_, Point> {
    let comma = alt((value((), (gap0, char(','), gap0)), gap));
    map_opt(
        (
            opt(weekday_before),
            month,
            opt(char(',')),
            gap0,
            day,
            alt((preceded(comma, year_of), preceded(of, this_year))),
        ),
        |(_, month, _, (), day, year)| day_point(year, month, day),
    )
    .parse(i)
}

/// `21 May 2025`, `21st of May, 2025`, `21-May-2025`
fn day_month_year(i: &str) -> Read<'_, Point> {
    let comma = alt((value((), (opt(char(',')), gap)), of));
    let spaced = (day_then_month, comma, year_of);
    let dashed = (day, dash, month, dash, map(year, Year::Given));
    preceded(
        opt(weekday_before),
        alt((
            map_opt(spaced, |((day, month), (), year)| day_point(year, month, day)),
            map_opt(dashed, |(day, _, month, _, year)| day_point(year, month, day)),
        )),
    )
    .parse(i)
}

/// `21 May`, `the 21st of May`
fn day_then_month(i: &str) -> Read<'_, (i8, i8)> {
    let (rest, article) = opt(the).parse(i)?;
    let (rest, day) = day(rest)?;
    if article.is_some() && i[..i.len() - rest.len()].ends_with(|c: char| c.is_ascii_digit()) {
        return Err(nom::Err::Error(()));
    }
    map(preceded(of, capital(month)), move |month| (day, month)).parse(rest)
}

/// `May 25`, `Monday, May 25`
fn month_day(i: &str) -> Read<'_, Point> {
    let (rest, (_, month, (), day)) = (opt(weekday_before), capital(month), gap0, day).parse(i)?;
    // "Feb. 29, 2023" is no day, and not one of another year.
    let another_year = day > 28 && preceded((opt(char(',')), gap), year).parse(rest).is_ok();
    match day_point(Year::Unsaid, month, day).filter(|_| !another_year) {
        Some(point) => Ok((rest, point)),
        None => Err(nom::Err::Error(())),
    }
}

/// `25 May`, `the 25th of May`
fn day_month(i: &str) -> Read<'_, Point> {
    // "31 Dec. 31, 2019" says the day twice, and the second time with the year.
    let another_day = not((gap, day));
    let read = terminated(day_then_month, another_day);
    map_opt(preceded(opt(weekday_before), read), |(day, month)| day_point(Year::Unsaid, month, day)).parse(i)
}

/// `2025-05-21`, `2025/05/21`
fn iso_day(i: &str) -> Read<'_, Point> {
    let two = |i| map_opt(digits, |(n, length)| if length == 2 { i8::try_from(n).ok() } else { None }).parse(i);
    let four = |i| map_opt(digits, |(n, length)| (length == 4 && (1000..2200).contains(&n)).then_some(n)).parse(i);
    let hyphens = (four, char('-'), two, char('-'), two);
    let slashes = (four, char('/'), two, char('/'), two);
    map_opt(alt((hyphens, slashes)), |(year, _, month, _, day)| {
        (1..=12).contains(&month).then(|| day_point(Year::Given(year), month, day)).flatten()
    })
    .parse(i)
}

/// `21/5/2025`, `5/21/2025`, `21.05.2025`: only where day and month cannot be taken for each other
fn slashed_day(i: &str) -> Read<'_, Point> {
    let small = |i| map_opt(digits, |(n, length)| if length <= 2 { i8::try_from(n).ok() } else { None }).parse(i);
    let slashes = map((small, char('/'), small, char('/'), year), |(a, _, b, _, y)| (a, b, y));
    let dots = map((small, char('.'), small, char('.'), year), |(a, _, b, _, y)| (a, b, y));
    map_opt(alt((slashes, dots)), |(a, b, y)| match (a, b) {
        (1..=12, 13..=31) => day_point(Year::Given(y), a, b),
        (13..=31, 1..=12) => day_point(Year::Given(y), b, a),
        (1..=12, _) if a == b => day_point(Year::Given(y), a, b),
        _ => None,
    })
    .parse(i)
}

/// `September 2022`, `Sept., 2022`, `September of 2022`
fn month_year(i: &str) -> Read<'_, Point> {
    let between = alt((value((), (char(','), gap)), of));
    map((month, between, year), |(month, (), year)| point(Year::Given(year), Place::Month(month))).parse(i)
}

/// `2025-05`
fn iso_month(i: &str) -> Read<'_, Point> {
    map_opt((digits, char('-'), digits), |((year, four), _, (month, two))| {
        let month = i8::try_from(month).ok()?;
        // "2009-10" is a season of two years.
        let fits = four == 4 && two == 2 && (1..=12).contains(&month) && i16::from(month) != (year + 1).rem_euclid(100);
        (fits && (1000..2200).contains(&year)).then_some(point(Year::Given(year), Place::Month(month)))
    })
    .parse(i)
}

/// `January this year`, `November of last year`
fn month_this_year(i: &str) -> Read<'_, Point> {
    map((month, of, this_year), |(month, (), year)| point(year, Place::Month(month))).parse(i)
}

/// `March`, `Sept.`
fn bare_month(i: &str) -> Read<'_, Point> {
    let (rest, month) = capital(month)(i)?;
    // "Mar", "Dec" and "Jan" without a dot are names and other words.
    let name = &i[..i.len() - rest.len()];
    if name.len() <= 3 && name != "May" {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, point(Year::Unsaid, Place::Month(month))))
}

/// `the second quarter of 2024`, `first-half 2019`, `Q2 2024`, `the first nine months of 2021`, `4Q23`
fn quarter(i: &str) -> Read<'_, Point> {
    let apart = map((quarter_place, of, year_of), |(place, (), year)| point(year, place));
    alt((apart, quarter_in_short)).parse(i)
}

/// `4Q23`, `1H2024`, `Q3'22`, `H1 '24`: in capitals, for `1h24` is a time.
fn quarter_in_short(i: &str) -> Read<'_, Point> {
    let (rest, place) = quarter_place(i)?;
    if !i.as_bytes().iter().take(2).any(|byte| matches!(byte, b'Q' | b'H')) {
        return Err(nom::Err::Error(()));
    }
    let quoted = preceded((gap0, one_of("'\u{2019}")), two_digit_year);
    map(alt((quoted, year, two_digit_year)), |y| point(Year::Given(y), place)).parse(rest)
}

/// `24`, `87`: a year of two digits is of 1970 to 2069.
fn two_digit_year(i: &str) -> Read<'_, i16> {
    map_opt(digits, |(y, length)| (length == 2).then_some(if y < 70 { 2000 + y } else { 1900 + y })).parse(i)
}

fn quarter_place(i: &str) -> Read<'_, Place> {
    let between = alt((value((), dash), gap));
    let named = map_opt(
        (opt(the), quarter_ordinal, between, alt((value(4, keyword("quarter")), value(2, keyword("half"))))),
        |(_, ordinal, (), parts)| nth_part(ordinal, parts),
    );
    let lettered = map_opt((one_of("QqHh"), digits), |(letter, (n, length))| {
        let parts = if letter.eq_ignore_ascii_case(&'q') { 4 } else { 2 };
        if length == 1 { nth_part(i8::try_from(n).ok()?, parts) } else { None }
    });
    let numbered = map_opt((digits, one_of("QqHh")), |((n, length), letter)| {
        let parts = if letter.eq_ignore_ascii_case(&'q') { 4 } else { 2 };
        if length == 1 { nth_part(i8::try_from(n).ok()?, parts) } else { None }
    });
    let months =
        map_opt((opt(the), quarter_ordinal, gap, count, gap, keyword("months")), |(_, ordinal, (), count, (), _)| {
            let count = i8::try_from(count).ok().filter(|count| (2..12).contains(count))?;
            match ordinal {
                1 => Some(Place::Months(1, count)),
                -1 => Some(Place::Months(13 - count, 12)),
                _ => None,
            }
        });
    alt((named, lettered, numbered, months)).parse(i)
}

fn nth_part(ordinal: i8, parts: i8) -> Option<Place> {
    let ordinal = if ordinal == -1 { parts } else { ordinal };
    let months = 12 / parts;
    (1..=parts).contains(&ordinal).then(|| Place::Months((ordinal - 1) * months + 1, ordinal * months))
}

/// `summer of 2018`, `the spring of this year`, `winter 2022-23`
fn season_year(i: &str) -> Read<'_, Point> {
    let (rest, (_, season, (), year)) = (opt(the), season, of, year_of).parse(i)?;
    let point = point(year, Place::Season(season));
    match year {
        Year::Given(first) if season == Season::Winter => {
            let next = (dash, verify(short_year_after(first), |next| *next == first + 1));
            map(opt(next), |_| point).parse(rest)
        }
        _ => Ok((rest, point)),
    }
}

/// `late 2019`, `mid-September 2022`, `the end of last year`, `the late 1990s`
fn part(i: &str) -> Read<'_, Expression> {
    let (i, part) = alt((date_part, preceded(the, date_part))).parse(i).and_then(|(rest, part)| {
        let dashed = i[..i.len() - rest.len()].ends_with('-');
        let (rest, ()) = if dashed { (rest, ()) } else { gap(rest)? };
        Ok((rest, part))
    })?;
    let about = part == DatePart::About;
    alt((
        map(preceded(opt(the), decade), Expression::Decade),
        map(
            alt((
                month_year,
                month_this_year,
                quarter,
                season_year,
                map(year_of, |y| point(y, Place::Whole)),
                bare_month,
            )),
            move |point| Expression::Point(Point { about, ..point }),
        ),
        map(shifted_plain_period, Expression::Relative),
    ))
    .parse(i)
}

/// `the end of the year`, `year-end`, `year-end 2024`
fn end_of_the_year(i: &str) -> Read<'_, Expression> {
    let (rest, part) = alt((
        map((date_part, gap, the, keyword("year")), |(part, ..)| part),
        value(DatePart::Within, (keyword("year"), alt((value((), dash), gap)), keyword("end"))),
        value(DatePart::Within, (opt(the), keyword("year"), one_of("'\u{2019}"), keyword("s end"))),
    ))
    .parse(i)?;
    let about = part == DatePart::About;
    let (rest, said) = opt(preceded(gap, year)).parse(rest)?;
    let year = said.map_or(Year::Shifted(0), Year::Given);
    Ok((rest, Expression::Point(Point { about, ..point(year, Place::Whole) })))
}

/// `2020s`, `1990's`, `1980s` in "1980s-vintage"
fn decade(i: &str) -> Read<'_, i16> {
    let first = map_opt(digits, |(y, length)| (length == 4 && y % 10 == 0 && (1500..2200).contains(&y)).then_some(y));
    terminated(
        first,
        (opt(one_of("'\u{2019}")), char('s'), not((char('-'), not(one_of("abcdefghijklmnopqrstuvwxyz"))))),
    )
    .parse(i)
}

// Several points.

/// `2021 and 2022`, `2015, 2016 and 2017`, `2021 or 2022`
fn years(i: &str) -> Read<'_, Years> {
    let (mut i, first) = year(i)?;
    let mut years = Years::one(first);
    while let Ok((rest, next)) = preceded((char(','), gap), year).parse(i) {
        if years.push(next).is_none() {
            return Err(nom::Err::Error(()));
        }
        i = rest;
    }
    let (i, (_, (), join, (), last)) = (opt(char(',')), gap, join, gap, year).parse(i)?;
    match (join, years.push(last)) {
        (DateJoin::To, _) | (_, None) => Err(nom::Err::Error(())),
        (join, Some(())) => Ok((i, Years { one_of: join == DateJoin::Or, ..years })),
    }
}

/// `2024-2026`, `2021-22`, `2021/22`
fn year_dash_year(i: &str) -> Read<'_, Expression> {
    let (rest, first) =
        map_opt(digits, |(y, length)| (length == 4 && (1900..2100).contains(&y)).then_some(y)).parse(i)?;
    let (after, mark) = one_of("-\u{2010}\u{2011}\u{2012}\u{2013}/").parse(rest)?;
    let short = |i| {
        let (rest, y) = short_year_after(first)(i)?;
        // "2010-12" with a hyphen is December, unless the years follow each other.
        let month = mark == '-' && y % 100 <= 12 && y != first + 1;
        if month || (mark == '/' && y != first + 1) { Err(nom::Err::Error(())) } else { Ok((rest, y)) }
    };
    let (rest, last) = alt((verify(year, |y| *y > first && *y - first <= 80), short)).parse(after)?;
    Ok((rest, Expression::Range(whole(first), whole(last))))
}

/// `2015 to 2020`, `2015 through 2020`
fn year_to_year(i: &str) -> Read<'_, Expression> {
    let to = verify(join, |join| *join == DateJoin::To);
    map_opt((year, gap, to, gap, year), |(first, (), _, (), last)| {
        (first < last).then_some(Expression::Range(whole(first), whole(last)))
    })
    .parse(i)
}

/// An end of a range: it has a year, or at least a month.
fn end_point(i: &str) -> Read<'_, Point> {
    alt((
        month_day_year,
        day_month_year,
        iso_day,
        quarter,
        season_year,
        month_year,
        month_this_year,
        part_point,
        capital(month_day),
        day_month,
        map(year, whole),
        bare_month,
    ))
    .parse(i)
}

/// `early 2019`, in a range
fn part_point(i: &str) -> Read<'_, Point> {
    map_opt(part, |expression| match expression {
        Expression::Point(point) => Some(point),
        _ => None,
    })
    .parse(i)
}

/// `from 2015 through 2020`, `between May 3 and June 5, 2024`, `from August 2016 to July 2017`
fn opened_range(i: &str) -> Read<'_, Expression> {
    let (i, opener) = terminated(opener, gap).parse(i)?;
    let (i, first) = end_point(i)?;
    let (i, _) = match opener {
        DateOpener::Between => verify(joined, |join| matches!(join, DateJoin::And)).parse(i)?,
        DateOpener::From => alt((verify(joined, |join| *join == DateJoin::To), dashed)).parse(i)?,
    };
    let (i, last) = end_point(i)?;
    range(first, last).map(|range| (i, range)).ok_or(nom::Err::Error(()))
}

/// `August 2016 to July 2017`, `January–March 2021`, `Oct. 1, 2016, to Sept. 30, 2017`
fn plain_range(i: &str) -> Read<'_, Expression> {
    let (i, first) = end_point(i)?;
    if first.place == Place::Whole && !first.about {
        return Err(nom::Err::Error(()));
    }
    let (i, _) = alt((verify(joined, |join| *join == DateJoin::To), dashed)).parse(i)?;
    let (i, last) = end_point(i)?;
    range(first, last).map(|range| (i, range)).ok_or(nom::Err::Error(()))
}

/// ` to `, `, through `
fn joined(i: &str) -> Read<'_, DateJoin> {
    map((opt(char(',')), gap, join, gap), |(_, (), join, ())| join).parse(i)
}

/// `-`, ` – `
fn dashed(i: &str) -> Read<'_, DateJoin> {
    value(DateJoin::To, (gap0, dash, gap0)).parse(i)
}

/// Two points as a range, where the first may take its year from the last.
fn range(first: Point, last: Point) -> Option<Expression> {
    let turns = || Some(first_month(first.place)? > first_month(last.place)?);
    let year = match (first.year, last.year) {
        // "December to March 2021" begins in 2020.
        (Year::Unsaid, Year::Given(year)) => Year::Given(year - i16::from(turns()?)),
        (Year::Unsaid, Year::Shifted(by)) => Year::Shifted(by - i8::from(turns()?)),
        // "2015 to May" is no range.
        (_, Year::Unsaid) if first.place == Place::Whole => return None,
        (year, _) => year,
    };
    let first = Point { year, ..first };
    // A first year belongs to both ends where the last has none: "May 3, 2024 to June 5".
    let last = match (first.year, last.year) {
        (Year::Given(year), Year::Unsaid) => Point { year: Year::Given(year + i16::from(turns()?)), ..last },
        _ => last,
    };
    let in_order = match (first.year, last.year) {
        (Year::Given(a), Year::Given(b)) => (a, sort_key(first.place)) < (b, sort_key(last.place)),
        _ => true,
    };
    let days_fit = [first, last].iter().all(|p| match (p.place, p.year) {
        (Place::Day(month, day), year) => day_point(year, month, day).is_some(),
        _ => true,
    });
    (in_order && days_fit).then_some(Expression::Range(first, last))
}

const fn first_month(place: Place) -> Option<i8> {
    match place {
        Place::Whole => None,
        Place::Month(month) | Place::Day(month, _) | Place::Months(month, _) => Some(month),
        Place::Season(Season::Spring) => Some(3),
        Place::Season(Season::Summer) => Some(6),
        Place::Season(Season::Autumn) => Some(9),
        Place::Season(Season::Winter) => Some(12),
    }
}

const fn sort_key(place: Place) -> (i8, i8) {
    match place {
        Place::Whole => (0, 0),
        Place::Day(month, day) => (month, day),
        _ => match first_month(place) {
            Some(month) => (month, 0),
            None => (0, 0),
        },
    }
}

/// `January and March 2024`: two months of the year behind them.
fn months_year(i: &str) -> Read<'_, Expression> {
    map_opt((capital(month), joined, capital(month_year)), |(first, join, last)| match (last.year, last.place) {
        (Year::Given(year), Place::Month(month)) if join == DateJoin::And && first < month => {
            Some(Expression::Both(point(Year::Given(year), Place::Month(first)), last))
        }
        _ => None,
    })
    .parse(i)
}

/// `May 3-5, 2024`, `from May 3 to 5`, `May 3 and 4, 2024`
fn month_days(i: &str) -> Read<'_, Expression> {
    let (i, opener) = opt(terminated(opener, gap)).parse(i)?;
    let comma = alt((value((), (gap0, char(','), gap0)), gap));
    let (i, (month, (), first, join, last, year)) =
        (capital(month), gap0, day, alt((joined, dashed)), day, opt(preceded(comma, year_of))).parse(i)?;
    days(opener, join, (month, first, last), year.unwrap_or(Year::Unsaid)).map(|e| (i, e)).ok_or(nom::Err::Error(()))
}

/// `3-5 May 2024`, `from 3 to 5 May`, `27 and 28 December 2018`
fn days_month(i: &str) -> Read<'_, Expression> {
    let (i, opener) = opt(terminated(opener, gap)).parse(i)?;
    let (i, (first, join, last, (), month, year)) =
        (day, alt((joined, dashed)), day, of, capital(month), opt(preceded((opt(char(',')), gap), year_of)))
            .parse(i)?;
    days(opener, join, (month, first, last), year.unwrap_or(Year::Unsaid)).map(|e| (i, e)).ok_or(nom::Err::Error(()))
}

fn days(
    opener: Option<DateOpener>,
    join: DateJoin,
    (month, first, last): (i8, i8, i8),
    year: Year,
) -> Option<Expression> {
    if first >= last {
        return None;
    }
    let (first, last) = (day_point(year, month, first)?, day_point(year, month, last)?);
    match (opener, join) {
        (Some(DateOpener::Between), DateJoin::And) | (None | Some(DateOpener::From), DateJoin::To) => {
            Some(Expression::Range(first, last))
        }
        (None, DateJoin::And) => Some(Expression::Both(first, last)),
        _ => None,
    }
}

// Fiscal years.

/// `fiscal 2023`, `FY24`, `FY2023-24`, `the 2023 fiscal year`
fn fiscal_year(i: &str) -> Read<'_, Fiscal> {
    let labelled = preceded(fiscal_label, fiscal_number);
    let trailing = terminated(year, (gap, fiscal_word));
    map(alt((labelled, preceded(opt(the), trailing))), |y| Fiscal::Years(Years::one(y))).parse(i)
}

/// `fiscal year `, `FY`, `FY'`
fn fiscal_label(i: &str) -> Read<'_, ()> {
    value((), (fiscal_word, gap0)).parse(i)
}

/// `2023`, `24`, `'87`: a year of two digits is of 1970 to 2069.
fn fiscal_number(i: &str) -> Read<'_, i16> {
    alt((year, preceded(opt(one_of("'\u{2019}")), two_digit_year))).parse(i)
}

/// `fiscal 2015, 2016 and 2017`, `fiscal 2016 and fiscal 2018`
fn fiscal_years(i: &str) -> Read<'_, Fiscal> {
    let again = |i| preceded(opt(fiscal_label), fiscal_number).parse(i);
    let (mut i, first) = preceded(fiscal_label, fiscal_number).parse(i)?;
    let mut years = Years::one(first);
    while let Ok((rest, next)) = preceded((char(','), gap), again).parse(i) {
        if years.push(next).is_none() {
            return Err(nom::Err::Error(()));
        }
        i = rest;
    }
    match (opt(char(',')), gap, verify(join, |join| *join != DateJoin::To), gap, again).parse(i) {
        Ok((rest, (_, (), join, (), last))) => {
            let years = Years { one_of: join == DateJoin::Or, ..years };
            push(years, last).map(|years| (rest, Fiscal::Years(years))).ok_or(nom::Err::Error(()))
        }
        Err(_) if years.length > 1 => Ok((i, Fiscal::Years(years))),
        Err(error) => Err(error),
    }
}

fn push(mut years: Years, year: i16) -> Option<Years> {
    years.push(year).map(|()| years)
}

/// `fiscal years 2015 through 2018`, `fiscal 2016 through fiscal 2018`, `FY2023-24`
fn fiscal_through(i: &str) -> Read<'_, Fiscal> {
    let (i, opener) = opt(terminated(opener, gap)).parse(i)?;
    let (i, first) = preceded(fiscal_label, fiscal_number).parse(i)?;
    let to = move |i| {
        let wanted = |join: &DateJoin| match opener {
            Some(DateOpener::Between) => *join == DateJoin::And,
            _ => *join == DateJoin::To,
        };
        alt((verify(joined, wanted), dashed, value(DateJoin::To, char('/')))).parse(i)
    };
    let (i, last) = preceded(
        to,
        alt((preceded(opt(fiscal_label), verify(fiscal_number, |y| *y > first)), short_year_after(first))),
    )
    .parse(i)?;
    Ok((i, Fiscal::Through(first, last)))
}

/// `the first quarter of fiscal 2023`, `Q1 FY24`: the year alone is kept, for its quarters are the spender's own.
fn fiscal_quarter(i: &str) -> Read<'_, Fiscal> {
    map((quarter_place, of, fiscal_label, fiscal_number), |(_, (), (), y)| Fiscal::Years(Years::one(y))).parse(i)
}

// Relative dates.

/// `yesterday`, `the day before yesterday`
fn named_day(i: &str) -> Read<'_, Relative> {
    map(day_name, Relative::Day).parse(i)
}

/// `last month`, `earlier this week`
fn shifted_period(i: &str) -> Read<'_, Relative> {
    map_opt((shift, gap, period_singular), |(by, (), period)| match period {
        // "this day" and "last day" are no dates.
        Period::Day => None,
        _ => Some(Relative::Period(period, by)),
    })
    .parse(i)
}

/// `last month` after "the end of", `the month`
fn shifted_plain_period(i: &str) -> Read<'_, Relative> {
    alt((shifted_period, map((the, keyword("month")), |_| Relative::Period(Period::Month, 0)))).parse(i)
}

fn period_singular(i: &str) -> Read<'_, Period> {
    let (rest, period) = period(i)?;
    if i[..i.len() - rest.len()].ends_with(['s', 'S']) { Err(nom::Err::Error(())) } else { Ok((rest, period)) }
}

/// `last September`, `this May`
fn shifted_month(i: &str) -> Read<'_, Relative> {
    map((shift, gap, bare_month), |(by, (), point)| match point.place {
        Place::Month(month) => Relative::Month(month, by),
        _ => Relative::Month(1, by),
    })
    .parse(i)
}

/// `next spring`
fn shifted_season(i: &str) -> Read<'_, Relative> {
    map((shift, gap, season), |(by, (), season)| Relative::Season(season, by)).parse(i)
}

/// `last Monday`
fn shifted_weekday(i: &str) -> Read<'_, Relative> {
    map((shift, gap, capital(long_weekday)), |(by, (), day)| Relative::Weekday(day, Some(by))).parse(i)
}

/// `Wednesday`
fn bare_weekday(i: &str) -> Read<'_, Relative> {
    map(capital(long_weekday), |day| Relative::Weekday(day, None)).parse(i)
}

/// `two years ago`, `a month ago`
fn ago(i: &str) -> Read<'_, Relative> {
    map((count, gap, period, gap, keyword("ago")), |(count, (), period, (), _)| Relative::Ago(count, period)).parse(i)
}

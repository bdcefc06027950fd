//! Dates in a text: where they stand, what must stand before them, and what they mean on the day the text was written.
//!
//! The span of a mention has no preposition ("in", "by", "since"), but the words that make it a range ("from … to …",
//! "between … and …") or say where in a period it lies ("early", "the end of").

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use std::borrow::Cow;
use std::fmt::Write as _;

use crate::grammar::date::{self, Expression, Fiscal, Found, Needs, Place, Point, Relative, Year, Years};
use crate::lexicon::phrases::{Phrases, gap_at, gap_before};
use crate::lexicon::words::{
    MONTH_CUES, MonthCue, NOT_WEEKDAY_AFTER, NOT_WEEKDAY_BEFORE, Period, Season, YEAR_CUES, YearCue,
};
use crate::mention::tried::Try;
use crate::model::{DateKind, DateMention, Edtf};
use crate::scan::{Candidate, DATE, DIGIT};
use crate::span::Span;

/// `last month` read at its place: where it ends and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRead {
    /// The byte after it.
    pub end: usize,
    /// The date; none for a relative one that there is nothing to resolve against.
    pub edtf: Option<Edtf>,
    /// What kind of expression it is.
    pub kind: DateKind,
    /// Whether the text's own date decided it.
    pub resolved: bool,
    /// The label of a fiscal year.
    pub fiscal: Option<Cow<'static, str>>,
    /// The grammar rule.
    pub rule: &'static str,
}

/// The dates at the candidates of `text`, in order.
#[must_use]
pub fn dates_at<'t>(text: &'t str, candidates: &[Candidate], published: Option<&Edtf>) -> Vec<DateMention<'t>> {
    let mut dates = Vec::new();
    let mut floor = 0;
    for candidate in candidates.iter().filter(|candidate| candidate.kinds & (DIGIT | DATE) != 0) {
        let at = candidate.at;
        if at < floor {
            continue;
        }
        let Some(read) = date_at(text, at, published) else { continue };
        let mut mention = DateMention::new(Span::new(at, read.end), text, read.edtf, read.kind, read.rule);
        mention.resolved_from = if read.resolved { published.cloned() } else { None };
        mention.fiscal = read.fiscal;
        floor = read.end;
        dates.push(mention);
    }
    dates
}

/// Where the year lies that a day or a month leaves unsaid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lean {
    /// "in March".
    Nearest,
    /// "by March".
    Ahead,
    /// "was signed in March".
    Back,
}

/// `was signed in` before a month: a verb of the past among the last words, and none that looks ahead.
fn tells_of_the_past(before: &str) -> bool {
    let mut past = false;
    let mut words = before.trim_end().rsplit(' ').take(6).peekable();
    while let Some(word) = words.next() {
        if word.ends_with(['.', ';', ':', '!', '?']) {
            break;
        }
        let word = word.trim_end_matches(',');
        if ["will", "would", "to", "expected", "due", "scheduled", "planned", "should", "may", "could", "set", "until"]
            .contains(&word)
        {
            return false;
        }
        // "is to be signed at the show in May"
        if word.ends_with("ed") && words.peek() == Some(&"be") {
            return false;
        }
        past |= word.len() > 4 && word.ends_with("ed")
            || [
                "bought", "sold", "won", "made", "began", "was", "were", "had", "took", "came", "paid", "gave",
                "struck",
            ]
            .contains(&word);
    }
    past
}

/// `last month` at its first byte: the longest date there, with what stands before and after it.
///
/// `text` is the whole document; `at` the byte where a word or number begins.
#[must_use]
pub fn date_at(text: &str, at: usize, published: Option<&Edtf>) -> Option<DateRead> {
    let before = text.get(..at)?;
    let rest = &text[at..];
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let number = rest.starts_with(|c: char| c.is_ascii_digit());
    if number && !number_begins(before) {
        return None;
    }
    let cued = || !number || year_cue(before).is_some() || before.ends_with('(');
    let found = date::longest(rest, cued, |found| stands(found, before, &rest[found.length..], &rest[..found.length]))?;
    let present = published.and_then(Present::new);
    // Without a day to count from, no year is left unsaid that could be told.
    let lean = match month_cue(before).filter(|_| present.is_some()) {
        Some(MonthCue::Ahead) => Lean::Ahead,
        Some(MonthCue::Nearest) if tells_of_the_past(before) => Lean::Back,
        _ => Lean::Nearest,
    };
    let meaning = Meaning::of(&found.expression, present.as_ref(), lean);
    Some(DateRead {
        end: at + found.length,
        resolved: meaning.resolved && meaning.edtf.is_some(),
        edtf: meaning.edtf.map(Edtf::made),
        kind: meaning.kind,
        fiscal: meaning.fiscal.map(Cow::Owned),
        rule: found.rule.name,
    })
}

/// `WASHINGTON, May 21, 2025 — The ministry`: the day in a dateline that begins a text.
#[must_use]
pub fn dateline(text: &str) -> Option<Edtf> {
    // A place and an agency are short; a day further on belongs to a sentence.
    const MOST: usize = 100;
    let text = text.trim_start();
    // A day has a number, no further on than a month's name and some spaces.
    if !text.bytes().take(MOST + 40).any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut inside = false;
    for (at, byte) in text.bytes().enumerate().take(MOST) {
        let begins = !inside && byte.is_ascii_alphanumeric();
        inside = byte.is_ascii_alphanumeric();
        // A letter beyond ASCII may stand before.
        if !begins || text[..at].ends_with(char::is_alphanumeric) {
            continue;
        }
        // Only capitals and short words between them stand before the day.
        if byte.is_ascii_lowercase() {
            let word = &text[at..];
            let word = &word[..word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len())];
            if matches!(word, "of" | "and" | "the" | "de" | "la" | "al" | "on" | "in" | "s") {
                continue;
            }
            return None;
        }
        if let Some((length, point)) = date::full_day(&text[at..])
            && closes_dateline(&text[at + length..])
        {
            return Meaning::of(&Expression::Point(point), None, Lean::Nearest).edtf.map(Edtf::made);
        }
    }
    None
}

/// ` (Agency) -`, ` — `, a line's end: what follows the day of a dateline.
fn closes_dateline(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}', ',', '.']);
    let rest = match rest.strip_prefix(['(', '/']) {
        Some(inner) => {
            let near = inner.char_indices().take(40).find(|(_, c)| matches!(c, ')' | '/' | '\n'));
            match near {
                Some((at, ')' | '/')) => inner[at + 1..].trim_start_matches([' ', '\u{a0}']),
                _ => return false,
            }
        }
        None => rest,
    };
    rest.is_empty() || rest.starts_with(['-', '\u{2010}', '\u{2013}', '\u{2014}', '\u{2015}', '\n', '\r', ':'])
}

/// Whether a number can begin after these words: not within another number, a name or an amount of money.
fn number_begins(before: &str) -> bool {
    let mut back = before.chars().rev();
    let (last, earlier) = (back.next(), back.next());
    let joined = earlier.is_some_and(char::is_alphanumeric);
    let money = |c: char| matches!(c, '$' | '£' | '€' | '¥' | '₹' | '₽' | '₩' | '₴' | '₺' | '₪' | '#');
    match last {
        None => true,
        Some('.' | ',' | ':') => !earlier.is_some_and(|c| c.is_ascii_digit()),
        Some('-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '/') => {
            !joined || year_cue(before).is_some_and(|(_, dash)| dash)
        }
        Some(' ' | '\u{a0}' | '\u{202f}') => !earlier.is_some_and(money),
        Some('@' | '_' | '=' | '+' | '*') => false,
        Some(c) => !money(c),
    }
}

/// The cue of a year that ends `before`, and whether it is joined by a dash: "pre-2014".
fn year_cue(before: &str) -> Option<(YearCue, bool)> {
    static CUES: Phrases<YearCue> = Phrases::new(YEAR_CUES);
    let (_, cue) = CUES.longest_before(before)?;
    let dash = before.ends_with('-');
    (dash || gap_before(before) > 0).then_some((cue, dash))
}

fn month_cue(before: &str) -> Option<MonthCue> {
    static CUES: Phrases<MonthCue> = Phrases::new(MONTH_CUES);
    if gap_before(before) == 0 {
        return None;
    }
    CUES.longest_before(before).map(|(_, cue)| cue)
}

/// Whether an expression stands where the words around it make it a date.
fn stands(found: &Found, before: &str, after: &str, text: &str) -> bool {
    // "a modification (1Q01)" has a number, and no quarter.
    if found.rule.name == "date.quarter" && before.trim_end_matches(['(', ' ']).ends_with("modification") {
        return false;
    }
    match found.rule.needs {
        Needs::Nothing => match found.expression {
            // "the last year" is the past twelve months, "the last Monday of May" another day.
            Expression::Relative(Relative::Period(..) | Relative::Weekday(_, Some(_)) | Relative::Season(..)) => {
                !matches!(year_cue(before), Some((YearCue::Attributive, _))) && !word_after(after, "of")
            }
            // "half a year ago"
            Expression::Relative(Relative::Ago(..)) => {
                let before = &before[..before.len() - gap_before(before)];
                !before.get(before.len().saturating_sub(4)..).is_some_and(|word| word.eq_ignore_ascii_case("half"))
            }
            // "USA Today"
            Expression::Relative(Relative::Day(_)) => {
                !(text.starts_with(char::is_uppercase)
                    && before[..before.len() - gap_before(before)].ends_with(char::is_alphanumeric))
            }
            _ => true,
        },
        Needs::YearCue => {
            let first = match found.expression {
                Expression::Point(Point { year: Year::Given(year), .. })
                | Expression::Range(Point { year: Year::Given(year), .. }, _) => year,
                Expression::Years(years) => years.as_slice().first().copied().unwrap_or_default(),
                _ => return false,
            };
            let near = (1900..2100).contains(&first);
            match year_cue(before) {
                Some((YearCue::Firm, _)) => (1500..2200).contains(&first),
                Some((YearCue::Before, _)) => near,
                Some((YearCue::Attributive, _)) => {
                    let gap = gap_at(after);
                    near && gap > 0 && after[gap..].starts_with(char::is_alphabetic)
                }
                None => near && before.ends_with('(') && after.starts_with([')', ',', ';']),
            }
        }
        Needs::MonthCue => match month_cue(before) {
            Some(MonthCue::Nearest) => true,
            // "written by April Jones"
            Some(MonthCue::Ahead) => !after[gap_at(after)..].starts_with(char::is_uppercase),
            None => false,
        },
        Needs::PlainWeekday => {
            static AFTER: Phrases<()> = Phrases::new(NOT_WEEKDAY_AFTER);
            static BEFORE: Phrases<()> = Phrases::new(NOT_WEEKDAY_BEFORE);
            let name = gap_before(before) > 0 && AFTER.longest_before(before).is_some();
            let gap = gap_at(after);
            let paper =
                gap > 0 && after[gap..].starts_with(char::is_uppercase) && BEFORE.longest_at(&after[gap..]).is_some();
            // "a Norhaven Sunday newspaper"
            let paper = paper
                || !before.ends_with("on ")
                    && ["newspaper", "newspapers", "paper", "tabloid"].iter().any(|noun| word_after(after, noun));
            !name && !paper && !before.ends_with('-') && !word_after(after, "of")
        }
    }
}

fn word_after(after: &str, word: &str) -> bool {
    let gap = gap_at(after);
    gap > 0 && after[gap..].strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// `2025-05-21`, `2025-05`, `2025`: when a text was published, as exactly as it is known.
struct Present {
    year: i16,
    month: Option<i8>,
    day: Option<Date>,
}

impl Present {
    fn new(published: &Edtf) -> Option<Self> {
        let mut parts = published.as_str().split('-');
        let year = parts.next()?.parse().ok()?;
        let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
        let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
        let day = match (month, day) {
            (Some(month), Some(day)) => Some(Date::new(year, month, day).ok()?),
            _ => None,
        };
        (published.is_calendar_date() && month.is_none_or(|month| (1..=12).contains(&month))).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// Months since the year 0.
    fn months(&self) -> Option<i32> {
        self.month.map(|month| months(self.year, month))
    }

    /// The day, or the middle of the month.
    fn about_day(&self) -> Option<Date> {
        self.day.or_else(|| Date::new(self.year, self.month?, 15).ok())
    }
}

fn months(year: i16, month: i8) -> i32 {
    i32::from(year) * 12 + i32::from(month) - 1
}

fn month_of(months: i32) -> Option<(i16, i8)> {
    Some((i16::try_from(months.div_euclid(12)).ok()?, i8::try_from(months.rem_euclid(12)).ok()? + 1))
}

/// What an expression says, against the present.
struct Meaning {
    edtf: Option<String>,
    kind: DateKind,
    resolved: bool,
    fiscal: Option<String>,
}

impl Meaning {
    fn of(expression: &Expression, present: Option<&Present>, lean: Lean) -> Self {
        let plain = |edtf, kind| Self { edtf, kind, resolved: false, fiscal: None };
        match expression {
            Expression::Point(point) => Self {
                edtf: resolve(*point, present, lean).map(Stretch::to_edtf),
                kind: kind(*point),
                resolved: !matches!(point.year, Year::Given(_)),
                fiscal: None,
            },
            Expression::Range(first, last) => Self {
                edtf: resolve_range(*first, *last, present, lean)
                    .map(|(first, last)| format!("{}/{}", first.first_edtf(), last.last_edtf())),
                kind: DateKind::Range,
                resolved: !matches!((first.year, last.year), (Year::Given(_), Year::Given(_))),
                fiscal: None,
            },
            Expression::Both(first, last) => Self {
                edtf: resolve_range(*first, *last, present, lean)
                    .map(|(first, last)| format!("{{{},{}}}", first.first_edtf(), last.last_edtf())),
                kind: DateKind::Set,
                resolved: !matches!(last.year, Year::Given(_)),
                fiscal: None,
            },
            Expression::Years(years) => plain(Some(set(years)), DateKind::Set),
            Expression::Decade(year) => plain(Some(format!("{:03}X", year.div_euclid(10))), DateKind::Decade),
            Expression::Fiscal(Fiscal::Years(years)) => {
                let list = years.as_slice();
                let edtf = if let [one] = list { format!("{one:04}") } else { set(years) };
                let label = list.iter().map(|year| format!("{year:04}")).collect::<Vec<_>>().join(", ");
                Self { fiscal: Some(label), ..plain(Some(edtf), DateKind::FiscalYear) }
            }
            Expression::Fiscal(Fiscal::Through(first, last)) => {
                let through = format!("{first:04}/{last:04}");
                Self { fiscal: Some(through.clone()), ..plain(Some(through), DateKind::FiscalYear) }
            }
            Expression::Relative(relative) => Self {
                edtf: present.and_then(|present| resolve_relative(*relative, present, lean)),
                kind: DateKind::Relative,
                resolved: true,
                fiscal: None,
            },
        }
    }
}

fn set(years: &Years) -> String {
    let (open, close) = if years.one_of { ('[', ']') } else { ('{', '}') };
    let mut edtf = String::from(open);
    for (i, year) in years.as_slice().iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        // Writing into a text cannot fail.
        let _ = write!(edtf, "{comma}{year:04}");
    }
    edtf.push(close);
    edtf
}

const fn kind(point: Point) -> DateKind {
    match (point.year, point.place) {
        (Year::Shifted(_), _) => DateKind::Relative,
        (_, Place::Whole) => DateKind::Year,
        (_, Place::Month(_)) => DateKind::Month,
        (_, Place::Day(..)) => DateKind::Day,
        (_, Place::Months(..) | Place::Season(_)) => DateKind::Quarter,
    }
}

/// A stretch of the calendar, to the day, month or year.
#[derive(Clone, Copy)]
enum Stretch {
    Year(i16, bool),
    Month((i16, i8), bool),
    Day(Date, bool),
    Months((i16, i8), (i16, i8), bool),
}

impl Stretch {
    fn to_edtf(self) -> String {
        match self {
            Self::Months(..) => format!("{}/{}", self.first_edtf(), self.last_edtf()),
            _ => self.first_edtf(),
        }
    }

    fn first_edtf(self) -> String {
        match self {
            Self::Year(year, about) => format!("{year:04}{}", mark(about)),
            Self::Month(month, about) | Self::Months(month, _, about) => month_edtf(month, about),
            Self::Day(day, about) => format!("{day}{}", mark(about)),
        }
    }

    fn last_edtf(self) -> String {
        match self {
            Self::Months(_, last, about) => month_edtf(last, about),
            _ => self.first_edtf(),
        }
    }

    /// Its first day, to put stretches in order.
    fn first_day(self) -> Option<Date> {
        match self {
            Self::Year(year, _) => Date::new(year, 1, 1).ok(),
            Self::Month((year, month), _) | Self::Months((year, month), ..) => Date::new(year, month, 1).ok(),
            Self::Day(day, _) => Some(day),
        }
    }
}

const fn mark(about: bool) -> &'static str {
    if about { "~" } else { "" }
}

fn month_edtf((year, month): (i16, i8), about: bool) -> String {
    format!("{year:04}-{month:02}{}", mark(about))
}

fn resolve(point: Point, present: Option<&Present>, lean: Lean) -> Option<Stretch> {
    let year = match point.year {
        Year::Given(year) => year,
        Year::Shifted(by) => present?.year.checked_add(i16::from(by))?,
        Year::Unsaid => nearest_year(point.place, present?, lean)?,
    };
    in_year(point, year)
}

fn in_year(point: Point, year: i16) -> Option<Stretch> {
    Some(match point.place {
        Place::Whole => Stretch::Year(year, point.about),
        Place::Month(month) => Stretch::Month((year, month), point.about),
        Place::Day(month, day) => Stretch::Day(Date::new(year, month, day).ok()?, point.about),
        Place::Months(first, last) => Stretch::Months((year, first), (year, last), point.about),
        Place::Season(season) => {
            let first = season_begins(season, year);
            Stretch::Months(month_of(first)?, month_of(first + 2)?, point.about)
        }
    })
}

/// The year that puts a day or month nearest to the present, the past before the future; or the next one ahead.
fn nearest_year(place: Place, present: &Present, lean: Lean) -> Option<i16> {
    let years = [present.year - 1, present.year, present.year + 1];
    let distance = |year: i16| match place {
        Place::Day(month, day) => {
            let since = Date::new(year, month, day).ok()?.since(present.about_day()?).ok()?;
            Some(since.get_days())
        }
        Place::Month(month) => Some(months(year, month) - present.months()?),
        _ => None,
    };
    let distances = years.into_iter().filter_map(|year| Some((distance(year)?, year)));
    match lean {
        Lean::Ahead => distances.filter(|(distance, _)| *distance >= 0).min(),
        Lean::Back => distances.filter(|(distance, _)| *distance <= 0).max(),
        Lean::Nearest => distances.min_by_key(|(distance, year)| (distance.abs(), *year)),
    }
    .map(|(_, year)| year)
}

fn resolve_range(first: Point, last: Point, present: Option<&Present>, lean: Lean) -> Option<(Stretch, Stretch)> {
    let from = resolve(first, present, lean)?;
    let to = if last.year == Year::Unsaid {
        // The last end is the first such day or month after the first end.
        let begin = from.first_day()?;
        [begin.year(), begin.year() + 1]
            .into_iter()
            .filter_map(|year| in_year(last, year))
            .find(|to| to.first_day().is_some_and(|day| day >= begin))?
    } else {
        resolve(last, present, lean)?
    };
    Some((from, to))
}

/// The first month of a season, in months since the year 0.
fn season_begins(season: Season, year: i16) -> i32 {
    months(
        year,
        match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        },
    )
}

fn resolve_relative(relative: Relative, present: &Present, lean: Lean) -> Option<String> {
    match relative {
        Relative::Day(by) => Some(present.day?.checked_add(i64::from(by).days()).ok()?.to_string()),
        Relative::Period(period, by) => stretch_away(period, i32::from(by), present),
        Relative::Ago(count, Period::Decade) => Some(format!("{:04}", present.year - i16::from(count) * 10)),
        Relative::Ago(count, period) => stretch_away(period, -i32::from(count), present),
        Relative::Month(month, by) => {
            let now = present.months()?;
            let this = months(present.year, month);
            let then = match by {
                0 => this,
                ..0 if this < now => this,
                ..0 => this - 12,
                _ if this > now => this,
                _ => this + 12,
            };
            Some(month_edtf(month_of(then)?, false))
        }
        Relative::Season(season, by) => {
            let now = present.months()?;
            let mut begins = (-2..=2).map(|years| season_begins(season, present.year + years));
            let first = match by {
                0 => {
                    // In January and February "this winter" has begun in the last year.
                    let this = season_begins(season, present.year);
                    let running = this - 12;
                    if (running..running + 3).contains(&now) { running } else { this }
                }
                ..0 => begins.rfind(|first| first + 2 < now)?,
                _ => begins.find(|first| *first > now)?,
            };
            Some(Stretch::Months(month_of(first)?, month_of(first + 2)?, false).to_edtf())
        }
        Relative::Weekday(day, by) => {
            let now = present.day?;
            let day = Weekday::from_monday_one_offset(day).ok()?;
            let back = i64::from(now.weekday().since(day));
            let then = match by {
                // "by Monday"
                None if lean == Lean::Ahead => now.checked_add(((7 - back) % 7).days()),
                None => now.checked_sub(back.days()),
                Some(0) => monday(now)?.checked_add(i64::from(day.to_monday_zero_offset()).days()),
                Some(..0) => now.checked_sub(if back == 0 { 7 } else { back }.days()),
                Some(_) => now.checked_add((7 - back).days()),
            };
            Some(then.ok()?.to_string())
        }
    }
}

fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
}

/// The day, week, month, quarter or year that lies so many of them from the present one.
fn stretch_away(period: Period, by: i32, present: &Present) -> Option<String> {
    match period {
        Period::Day => Some(present.day?.checked_add(i64::from(by).days()).ok()?.to_string()),
        Period::Week => {
            let first = monday(present.day?)?.checked_add((i64::from(by) * 7).days()).ok()?;
            Some(format!("{first}/{}", first.checked_add(6.days()).ok()?))
        }
        Period::Month => Some(month_edtf(month_of(present.months()? + by)?, false)),
        Period::Quarter => {
            let first = present.months()?.div_euclid(3) * 3 + by * 3;
            Some(Stretch::Months(month_of(first)?, month_of(first + 2)?, false).to_edtf())
        }
        Period::Year => Some(format!("{:04}", i32::from(present.year) + by)),
        Period::Decade => Some(format!("{:03}X", i32::from(present.year).div_euclid(10) + by)),
    }
}

/// `date "2021" date.year`: the longest date that begins at a place, and whether the words around it make it one.
pub fn tries_at(text: &str, at: usize) -> Vec<Try> {
    let rest = &text[at..];
    let read = date_at(text, at, None).map(|read| (Span::new(at, read.end), read.rule));
    // Without the words around, the longest shape.
    let shape =
        || date::longest(rest, || true, |_| true).map(|found| (Span::new(at, at + found.length), found.rule.name));
    let (read, refused) = match read {
        Some(read) => (Some(read), None),
        None => (shape(), Some("the words around make it none")),
    };
    vec![Try { what: "date", read, refused: refused.filter(|_| read.is_some()) }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan;

    fn find_dates<'t>(text: &'t str, published: Option<&Edtf>) -> Vec<DateMention<'t>> {
        dates_at(text, &scan::candidates(text).mentions, published)
    }

    /// Each date of a text as `text = edtf`, against a day of publication.
    fn read_on(published: &str, text: &str) -> String {
        let published = published.parse().ok();
        let dates = find_dates(text, published.as_ref());
        let shown = |date: &DateMention<'_>| {
            assert_eq!(date.span().of(text), date.text);
            let fiscal = date.fiscal.as_ref().map(|label| format!(" fiscal {label}")).unwrap_or_default();
            format!("{} = {date}{fiscal}", date.text)
        };
        dates.iter().map(shown).collect::<Vec<_>>().join("; ")
    }

    fn read(text: &str) -> String {
        read_on("", text)
    }

    #[test]
    fn full_days() {
        for (text, edtf) in [
            ("May 21, 2025", "2025-05-21"),
            ("May21, 2025", "2025-05-21"),
            ("May 21 2025", "2025-05-21"),
            ("May 21st, 2025", "2025-05-21"),
            ("Dec. 27, 2018", "2018-12-27"),
            ("Sept. 5,2018", "2018-09-05"),
            ("may 21, 2025", "2025-05-21"),
            ("Wednesday, May 21, 2025", "2025-05-21"),
            ("Wed. May 21, 2025", "2025-05-21"),
            ("27 Dec 2018", "2018-12-27"),
            ("27 December, 2018", "2018-12-27"),
            ("Thursday 27 December 2018", "2018-12-27"),
            ("21st of May 2025", "2025-05-21"),
            ("the 21st of May, 2025", "2025-05-21"),
            ("21-May-2025", "2025-05-21"),
            ("2025-05-21", "2025-05-21"),
            ("2025/05/21", "2025-05-21"),
            ("5/21/2025", "2025-05-21"),
            ("21/5/2025", "2025-05-21"),
            ("21.05.2025", "2025-05-21"),
            ("Feb. 29, 2024", "2024-02-29"),
            ("Dec.\u{a0}27,\u{a0}2018", "2018-12-27"),
            ("Dec. 27,\n2018", "2018-12-27"),
        ] {
            assert_eq!(read(text), format!("{text} = {edtf}"));
            let within = format!("It was signed on {text}, and published.");
            assert_eq!(read(&within), format!("{text} = {edtf}"));
        }
        assert_eq!(read("2025-05-21T10:00:00Z"), "2025-05-21 = 2025-05-21");
        assert_eq!(read("Feb. 30, 2024"), "");
        assert_eq!(read("5/6/2025"), "");
        assert_eq!(read("completion date of 31 Dec. 31, 2019"), "Dec. 31, 2019 = 2019-12-31");
        assert_eq!(read("by Sept, 30, 2016"), "Sept, 30, 2016 = 2016-09-30");
    }

    #[test]
    fn months_quarters_seasons_and_years() {
        for (text, edtf) in [
            ("September 2022", "2022-09"),
            ("Sept. 2022", "2022-09"),
            ("September, 2022", "2022-09"),
            ("May of 2022", "2022-05"),
            ("the second quarter of 2024", "2024-04/2024-06"),
            ("second-quarter 2024", "2024-04/2024-06"),
            ("Q2 2024", "2024-04/2024-06"),
            ("2Q 2024", "2024-04/2024-06"),
            ("the fourth quarter of 2019", "2019-10/2019-12"),
            ("the final quarter of 2019", "2019-10/2019-12"),
            ("the first half of 2019", "2019-01/2019-06"),
            ("H2 2019", "2019-07/2019-12"),
            ("the first nine months of 2021", "2021-01/2021-09"),
            ("summer of 2018", "2018-06/2018-08"),
            ("fall 2018", "2018-09/2018-11"),
            ("the winter of 2018", "2018-12/2019-02"),
            ("the 2020s", "202X"),
            ("late 1990s", "199X"),
            ("early 2025", "2025~"),
            ("mid-2023", "2023~"),
            ("late September 2022", "2022-09~"),
            ("the end of 2022", "2022"),
            ("end of 2018", "2018"),
            ("the beginning of May 2022", "2022-05"),
            ("early summer 2018", "2018-06~/2018-08~"),
        ] {
            assert_eq!(read(text), format!("{text} = {edtf}"));
            let within = format!("It was to be delivered in {text}, and was.");
            assert_eq!(read(&within), format!("{text} = {edtf}"));
        }
    }

    #[test]
    fn bare_years() {
        for text in [
            "in 2021",
            "since 2014",
            "by 2030",
            "of 2022",
            "until 2020 and beyond",
            "as early as 2020",
            "a deal signed in 2021.",
            "its 2018 order",
            "the 2018 contract",
            "the country's 2018 budget",
            "an attack (2014) that",
            "post-2014",
            "budget for 2021",
        ] {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(read(text), format!("{digits} = {digits}"), "{text}");
        }
        for text in [
            "2,021 tanks",
            "in 2000 cases",
            "for 2000 dollars",
            "$2014",
            "$ 2014",
            "in 2021-pound bombs",
            "of 2000 people",
            "by 2000 million",
            "in 2000 euros",
            "room 2021",
            "2021",
            "No. 2021",
            "the 2000",
            "in 20211",
            "in 2021.5 metres",
            "in 2000%",
            "model 2000",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }

    #[test]
    fn sets_and_ranges() {
        for (text, edtf) in [
            ("2021 and 2022", "{2021,2022}"),
            ("2015, 2016 and 2017", "{2015,2016,2017}"),
            ("2015, 2016, and 2017", "{2015,2016,2017}"),
            ("2021 or 2022", "[2021,2022]"),
            ("2021-22", "2021/2022"),
            ("2021–22", "2021/2022"),
            ("2024-2026", "2024/2026"),
            ("2010–12", "2010/2012"),
            ("2010-12", "2010-12"),
            ("2009-10", "2009/2010"),
            ("2015 to 2020", "2015/2020"),
            ("from 2015 through 2020", "2015/2020"),
            ("between 2019 and 2023", "2019/2023"),
            ("from 2019-2023", "2019/2023"),
            ("August 2016 to July 2017", "2016-08/2017-07"),
            ("from August 2016 to July 2017", "2016-08/2017-07"),
            ("between May 3 and June 5, 2024", "2024-05-03/2024-06-05"),
            ("May 3-5, 2024", "2024-05-03/2024-05-05"),
            ("May 3 to 5, 2024", "2024-05-03/2024-05-05"),
            ("3-5 May 2024", "2024-05-03/2024-05-05"),
            ("27 and 28 December 2018", "{2018-12-27,2018-12-28}"),
            ("May 3 and 4, 2024", "{2024-05-03,2024-05-04}"),
            ("Oct. 1, 2016, to Sept. 30, 2017", "2016-10-01/2017-09-30"),
            ("Oct. 1, 2016 - Sept. 30, 2017", "2016-10-01/2017-09-30"),
            ("from December to March 2021", "2020-12/2021-03"),
            ("January-March 2021", "2021-01/2021-03"),
            ("early 2019 to late 2021", "2019~/2021~"),
            ("from the second quarter of 2024 to the end of 2025", "2024-04/2025"),
        ] {
            let within = format!("It was delivered in {text}, and accepted.");
            assert_eq!(read(&within), format!("{text} = {edtf}"));
        }
        assert_eq!(read("rose from 2015 to $20 million"), "2015 = 2015");
        assert_eq!(read("the line 2020-2015"), "");
    }

    #[test]
    fn fiscal_years() {
        for (text, edtf, label) in [
            ("fiscal 2023", "2023", "2023"),
            ("Fiscal year 2023", "2023", "2023"),
            ("FY24", "2024", "2024"),
            ("FY2024", "2024", "2024"),
            ("FY 2024", "2024", "2024"),
            ("FY'24", "2024", "2024"),
            ("fiscal '87", "1987", "1987"),
            ("the 2023 fiscal year", "2023", "2023"),
            ("fiscal 2015 and 2016", "{2015,2016}", "2015, 2016"),
            ("fiscal 2015 and fiscal 2016", "{2015,2016}", "2015, 2016"),
            ("fiscal 2015, 2016 and 2017", "{2015,2016,2017}", "2015, 2016, 2017"),
            ("fiscal 2015, 2016, and 2017", "{2015,2016,2017}", "2015, 2016, 2017"),
            ("fiscal years 2015 through 2018", "2015/2018", "2015/2018"),
            ("fiscal 2015 through fiscal 2018", "2015/2018", "2015/2018"),
            ("fiscal 2015-2018", "2015/2018", "2015/2018"),
            ("FY2023-24", "2023/2024", "2023/2024"),
            ("FY16-FY20", "2016/2020", "2016/2020"),
            ("from fiscal 2015 to fiscal 2018", "2015/2018", "2015/2018"),
            ("the first quarter of fiscal 2023", "2023", "2023"),
            ("Q1 FY24", "2024", "2024"),
        ] {
            let within = format!("Money of {text} operations was used.");
            assert_eq!(read(&within), format!("{text} = {edtf} fiscal {label}"));
        }
        assert_eq!(read("will not expire at the end of the current fiscal year."), "");
    }

    #[test]
    fn days_and_months_without_a_year() {
        for (published, text, read) in [
            ("2021-05-26", "on May 25", "May 25 = 2021-05-25"),
            ("2017-09-05", "on 3 August", "3 August = 2017-08-03"),
            ("2017-01-21", "on Jan. 19", "Jan. 19 = 2017-01-19"),
            ("2018-01-05", "on Dec. 20", "Dec. 20 = 2017-12-20"),
            ("2018-12-20", "on Monday, Jan. 7", "Monday, Jan. 7 = 2019-01-07"),
            ("2018-12", "on Jan. 7", "Jan. 7 = 2019-01-07"),
            ("2018", "on Jan. 7", "Jan. 7 = ?"),
            ("", "on Jan. 7", "Jan. 7 = ?"),
            ("2021-05-26", "on Feb. 29", "Feb. 29 = 2020-02-29"),
            ("2018-02-18", "in March", "March = 2018-03"),
            ("2018-02-18", "in December", "December = 2017-12"),
            ("2018-02-18", "by December", "December = 2018-12"),
            ("2018-02-18", "since Sept. and", "Sept. = 2017-09"),
            ("2018-02-18", "late September", "late September = 2017-09~"),
            ("2018-05-18", "from May to July", "from May to July = 2018-05/2018-07"),
            ("2018-05-18", "May 3-5", "May 3-5 = 2018-05-03/2018-05-05"),
            ("2018-05-18", "on 27 and 28 April", "27 and 28 April = {2018-04-27,2018-04-28}"),
        ] {
            assert_eq!(read_on(published, text), read, "{text} on {published}");
        }
        for text in [
            "it may 5 times",
            "will march 20 miles",
            "March 20 miles",
            "May 5 percent be",
            "May be",
            "second",
            "Mar del Plata in Mar",
            "written by April Jones",
            "May",
            "$10 May",
            "1.5 May",
            "10 May-based",
            "June 12 tanks",
        ] {
            assert_eq!(read_on("2025-05-21", text), "", "{text}");
        }
    }

    #[test]
    fn relative_dates() {
        // 2025-05-21 is a Wednesday.
        for (text, edtf) in [
            ("last month", "2025-04"),
            ("this month", "2025-05"),
            ("earlier this month", "2025-05"),
            ("next year", "2026"),
            ("last year", "2024"),
            ("this year", "2025"),
            ("later this year", "2025"),
            ("last week", "2025-05-12/2025-05-18"),
            ("this week", "2025-05-19/2025-05-25"),
            ("last quarter", "2025-01/2025-03"),
            ("January this year", "2025-01"),
            ("November of last year", "2024-11"),
            ("May 25 last year", "2024-05-25"),
            ("last September", "2024-09"),
            ("last May", "2024-05"),
            ("next March", "2026-03"),
            ("next spring", "2026-03/2026-05"),
            ("last summer", "2024-06/2024-08"),
            ("last winter", "2024-12/2025-02"),
            ("this summer", "2025-06/2025-08"),
            ("the summer of last year", "2024-06/2024-08"),
            ("from December to March this year", "2024-12/2025-03"),
            ("the second quarter of this year", "2025-04/2025-06"),
            ("Wednesday", "2025-05-21"),
            ("Monday", "2025-05-19"),
            ("Thursday", "2025-05-15"),
            ("last Wednesday", "2025-05-14"),
            ("next Monday", "2025-05-26"),
            ("next Wednesday", "2025-05-28"),
            ("this Friday", "2025-05-23"),
            ("today", "2025-05-21"),
            ("yesterday", "2025-05-20"),
            ("tomorrow", "2025-05-22"),
            ("last night", "2025-05-20"),
            ("the day before yesterday", "2025-05-19"),
            ("a year ago", "2024"),
            ("two years ago", "2023"),
            ("three months ago", "2025-02"),
            ("10 days ago", "2025-05-11"),
            ("two weeks ago", "2025-05-05/2025-05-11"),
            ("a decade ago", "2015"),
            ("late last year", "2024~"),
            ("early next month", "2025-06"),
            ("the end of the year", "2025"),
            ("the end of this month", "2025-05"),
            ("year-end", "2025"),
        ] {
            let within = format!("It was so {text}, he said.");
            assert_eq!(read_on("2025-05-21", &within), format!("{text} = {edtf}"));
            assert_eq!(read(&within), format!("{text} = ?"));
        }
        assert_eq!(read_on("2025-05", "last month and yesterday"), "last month = 2025-04; yesterday = ?");
        assert_eq!(read_on("2025", "last year and last month"), "last year = 2024; last month = ?");
        assert_eq!(read_on("2025-01", "this winter"), "this winter = 2024-12/2025-02");
        for text in [
            "in recent months",
            "the summer",
            "over the last year",
            "the next month",
            "the last Monday of May",
            "Black Friday",
            "every Monday",
            "the Sunday Times",
            "USA Today",
            "the last remaining",
            "this is the first",
            "next to the second",
            "a year later",
            "fall of Kabul",
            "early warning",
            "late arrival",
            "from the end to the beginning",
            "May to be",
        ] {
            assert_eq!(read_on("2025-05-21", text), "", "{text}");
        }
    }

    #[test]
    fn datelines() {
        let line = |text| dateline(text).map(|date| date.to_string());
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(line("WASHINGTON, May 21, 2025 — The ministry"), day("2025-05-21"));
        assert_eq!(line("KABUL, 21 May 2025 (Agency) - The ministry"), day("2025-05-21"));
        assert_eq!(line("Cleveland, Ohio, October 6, 2025 – The firm"), day("2025-10-06"));
        assert_eq!(line("NEW YORK, N.Y., May 21, 2025 /Agency/ -- The firm"), day("2025-05-21"));
        assert_eq!(line("May 21, 2025\n\nThe ministry"), day("2025-05-21"));
        assert_eq!(line("WASHINGTON, May 21 — The ministry"), None);
        assert_eq!(line("The ministry said on May 21, 2025 - its words - that"), None);
        assert_eq!(line("On May 21, 2025 the ministry"), None);
        assert_eq!(line(""), None);
        assert_eq!(line("été May 21, 2025 -"), day("2025-05-21"));
    }

    proptest::proptest! {
        /// Whatever stands in a text, the dates lie in order within it and are EDTF.
        #[test]
        fn any_row_of_words_is_read(
            words in proptest::collection::vec(proptest::sample::select(WORDS), 0..12),
            published in proptest::sample::select(&["", "2025", "2025-05", "2025-05-21", "2024-02-29"][..]),
        ) {
            let text = words.concat();
            let published = published.parse().ok();
            let mut last = 0;
            for date in find_dates(&text, published.as_ref()) {
                assert!(date.start >= last && date.end > date.start, "{text:?}");
                assert_eq!(date.span().of(&text), date.text);
                if let Some(edtf) = &date.edtf {
                    assert!(edtf.as_str().parse::<Edtf>().is_ok(), "{text:?}: {edtf}");
                }
                assert!(date.resolved_from.is_none() || (published.is_some() && date.edtf.is_some()));
                last = date.end;
            }
            let _ = dateline(&text);
        }
    }

    const WORDS: &[&str] = &[
        " ",
        " ",
        " ",
        " ",
        ", ",
        "-",
        "–",
        "/",
        "\u{a0}",
        "\n",
        ".",
        "'",
        "(",
        ")",
        "$",
        "May",
        "March",
        "Feb. ",
        "Dec",
        "Monday",
        "Wed. ",
        " 1",
        " 12",
        " 31",
        "29",
        "5",
        "2021",
        " 2022 ",
        "2024",
        "1999",
        "2020s",
        " 2015 ",
        "22",
        "from ",
        "between ",
        " to ",
        " through ",
        " and ",
        " or ",
        "the ",
        "end of ",
        "early ",
        "mid-",
        "late ",
        "last ",
        "this ",
        "next ",
        "year",
        "month",
        "week",
        "quarter",
        "spring",
        "winter ",
        "first ",
        "second ",
        "half ",
        " of ",
        "fiscal ",
        "FY",
        "fiscal years ",
        "in ",
        "since ",
        "by ",
        "today",
        "yesterday",
        "two ",
        "a ",
        "years ",
        "days ",
        "ago",
        "decade ",
        "Q2 ",
        "st",
        "th",
        "é",
        "million",
        "people",
        "months",
        "2025-05-21",
        "the day before ",
        "year-end",
        "T10:00",
    ];

    #[test]
    fn time_grows_with_the_text_alone() {
        for unit in
            ["May ", "1", "and 2021 ", "2021, ", "the ", "from ", "last ", "in ", " ", "May 2", "é", "fiscal 2015, "]
        {
            let text = unit.repeat(50_000 / unit.len());
            let _ = find_dates(&text, None);
            let _ = dateline(&text);
        }
    }
}

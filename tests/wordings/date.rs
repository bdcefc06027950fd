//! Dates that are known, in all their wordings.

use outlay::Extractor;
use outlay::model::DateKind;

use crate::pick::{Pick, rounds};
use crate::tally::Tally;

const MONTHS: [(&str, &[&str]); 12] = [
    ("January", &["Jan.", "Jan"]),
    ("February", &["Feb.", "Feb"]),
    ("March", &["Mar.", "March"]),
    ("April", &["Apr.", "April"]),
    ("May", &["May"]),
    ("June", &["June", "Jun."]),
    ("July", &["July", "Jul."]),
    ("August", &["Aug.", "Aug"]),
    ("September", &["Sept.", "Sep."]),
    ("October", &["Oct.", "Oct"]),
    ("November", &["Nov.", "Nov"]),
    ("December", &["Dec.", "Dec"]),
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Day {
    year: usize,
    month: usize,
    day: usize,
}

impl Day {
    fn any(pick: &mut Pick) -> Self {
        Self { year: 1950 + pick.below(90), month: 1 + pick.below(12), day: 1 + pick.below(28) }
    }

    fn edtf(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn month(self) -> String {
        format!("{}-{:02}", self.year, self.month)
    }

    /// Zeller's congruence, so that the name of the day is the right one.
    fn weekday(self) -> &'static str {
        let (year, month) = if self.month < 3 { (self.year - 1, self.month + 12) } else { (self.year, self.month) };
        let (century, of) = (year / 100, year % 100);
        let day = (self.day + 13 * (month + 1) / 5 + of + of / 4 + century / 4 + 5 * century) % 7;
        WEEKDAYS[(day + 5) % 7]
    }

    fn name(self, pick: &mut Pick) -> &'static str {
        let (long, short) = MONTHS[self.month - 1];
        if pick.once_in(3) { pick.of(short) } else { long }
    }

    fn ordinal(self) -> String {
        let ending = match self.day {
            1 | 21 => "st",
            2 | 22 => "nd",
            3 | 23 => "rd",
            _ => "th",
        };
        format!("{}{ending}", self.day)
    }
}

/// A date as it is written: its words, what it means and what it is.
struct Written {
    text: String,
    edtf: String,
    kind: DateKind,
    shape: &'static str,
    /// A bare year needs a preposition before it.
    year: bool,
}

fn single(pick: &mut Pick) -> Written {
    let day = Day::any(pick);
    let name = day.name(pick);
    let Day { year, month, day: number } = day;
    let (text, shape) = match pick.below(9) {
        0 => (format!("{name} {number}, {year}"), "month_day_year"),
        1 => (format!("{number} {name} {year}"), "day_month_year"),
        2 => (format!("the {} of {name} {year}", day.ordinal()), "ordinal_of"),
        3 => (format!("{name} {}, {year}", day.ordinal()), "month_ordinal"),
        4 => (format!("{}, {name} {number}, {year}", day.weekday()), "weekday"),
        5 => (day.edtf(), "iso"),
        6 => (format!("{} {name} {year}", day.ordinal()), "ordinal_month"),
        7 if number > 12 => (format!("{month}/{number}/{year}"), "slashed_american"),
        7 => {
            return Written {
                text: format!("{name} {year}"),
                edtf: day.month(),
                kind: DateKind::Month,
                shape: "month_year",
                year: false,
            };
        }
        _ => {
            let text = format!("{} {number} {name} {year}", day.weekday());
            (text, "weekday_british")
        }
    };
    // The article is no part of the date.
    Written { text, edtf: day.edtf(), kind: DateKind::Day, shape, year: false }
}

fn longer(pick: &mut Pick) -> Written {
    let day = Day::any(pick);
    let Day { year, month, .. } = day;
    let name = day.name(pick);
    let of = pick.of(&[" ", " of "]);
    let quarter = 1 + pick.below(4);
    let ordinal = ["first", "second", "third", "fourth"][quarter - 1];
    let months = |first: usize, last: usize| format!("{year}-{first:02}/{year}-{last:02}");
    let make = |text: String, edtf: String, kind: DateKind, shape: &'static str| Written {
        text,
        edtf,
        kind,
        shape,
        year: false,
    };
    match pick.below(11) {
        0 => make(format!("{name}{of}{year}"), day.month(), DateKind::Month, "month_year"),
        1 => make(format!("{name}, {year}"), day.month(), DateKind::Month, "month_comma_year"),
        2 => {
            let text = format!("the {ordinal} quarter of {year}");
            make(text, months(3 * quarter - 2, 3 * quarter), DateKind::Quarter, "quarter")
        }
        3 => {
            make(format!("Q{quarter} {year}"), months(3 * quarter - 2, 3 * quarter), DateKind::Quarter, "quarter_short")
        }
        4 => {
            let half = pick.below(2);
            let text = format!("the {} half of {year}", ["first", "second"][half]);
            make(text, months(6 * half + 1, 6 * half + 6), DateKind::Quarter, "half")
        }
        5 => {
            let decade = year / 10;
            make(format!("the {decade}0s"), format!("{decade}X"), DateKind::Decade, "decade")
        }
        6 => {
            Written { text: year.to_string(), edtf: year.to_string(), kind: DateKind::Year, shape: "year", year: true }
        }
        7 => {
            let next = year + 1 + pick.below(8);
            let (open, link) =
                pick.of(&[("from ", " to "), ("between ", " and "), ("from ", " through "), ("from ", " until ")]);
            make(format!("{open}{year}{link}{next}"), format!("{year}/{next}"), DateKind::Range, "years")
        }
        8 => {
            let other = Day { year: year + pick.below(3), ..Day::any(pick) };
            if (other.year, other.month) <= (year, month) {
                return Written {
                    text: format!("{name} {year}"),
                    edtf: day.month(),
                    kind: DateKind::Month,
                    shape: "month_year",
                    year: false,
                };
            }
            let (open, link) = pick.of(&[("from ", " to "), ("between ", " and "), ("from ", " through ")]);
            let text = format!("{open}{name} {year}{link}{} {}", other.name(pick), other.year);
            make(text, format!("{}/{}", day.month(), other.month()), DateKind::Range, "months")
        }
        9 => {
            let last = (day.day + 1 + pick.below(3)).min(28);
            if last == day.day {
                return Written {
                    text: format!("{name} {year}"),
                    edtf: day.month(),
                    kind: DateKind::Month,
                    shape: "month_year",
                    year: false,
                };
            }
            let text = format!("{name} {}{}{last}, {year}", day.day, pick.of(&["-", "–"]));
            let other = Day { day: last, ..day };
            make(text, format!("{}/{}", day.edtf(), other.edtf()), DateKind::Range, "days")
        }
        _ => {
            let other = Day { year: year + pick.below(2), ..Day::any(pick) };
            if other <= day {
                return Written {
                    text: format!("{name} {year}"),
                    edtf: day.month(),
                    kind: DateKind::Month,
                    shape: "month_year",
                    year: false,
                };
            }
            let link = pick.of(&[" to ", " through ", " until "]);
            let text =
                format!("from {name} {}, {year}{link}{} {}, {}", day.day, other.name(pick), other.day, other.year);
            make(text, format!("{}/{}", day.edtf(), other.edtf()), DateKind::Range, "full_days")
        }
    }
}

fn told(text: &str, edtf: &str, kind: DateKind) -> String {
    format!("[{text:?} {edtf} {kind:?}]")
}

fn read(text: &str) -> String {
    let document = Extractor::new().extract(text);
    let told = document.dates.iter().map(|date| {
        let edtf = date.edtf.as_ref().map_or("?", |edtf| edtf.as_str());
        // Articles may belong to a date or not.
        told(date.text.strip_prefix("the ").unwrap_or(&date.text), edtf, date.kind)
    });
    told.collect()
}

/// Words around a date; what stands before it says that a bare number is a year.
const CARRIERS: &[(&str, &str)] = &[
    ("The yard closed in ", "."),
    ("It was signed in ", " by Ardenia."),
    ("Since ", ", Velmark has sold nothing."),
    ("Nobody heard of it until ", "; then it was sold."),
    ("Ardenia paid $5 million in ", " for two ships."),
    ("The plant, built in ", ", makes 12 guns a month."),
    ("The order dates back to ", " and was never paid"),
    ("In ", " 40 trucks were sold."),
    ("The fleet was scrapped during ", "\n\nNothing is left."),
];

const DAY_CARRIERS: &[(&str, &str)] = &[
    ("The yard closed on ", "."),
    ("It was signed on ", " by Ardenia."),
    ("On ", ", Velmark sold 12 ships."),
    ("The papers (", ") name nobody."),
    ("Delivered ", ", the boats sank"),
    ("Date | ", " | Brell"),
    ("Brell, ", " — Nothing happened."),
    ("The offer of ", " for $5 million was refused."),
    ("", ""),
];

#[test]
fn days() {
    let mut pick = Pick::new(11);
    let mut tally = Tally::default();
    for _ in 0..rounds(5_000) {
        let date = single(&mut pick);
        let (left, right) = pick.of(DAY_CARRIERS);
        let text = format!("{left}{}{right}", date.text);
        let words = date.text.strip_prefix("the ").unwrap_or(&date.text);
        tally.add(date.shape, &text, &told(words, &date.edtf, date.kind), &read(&text));
    }
    tally.settle(&[]);
}

#[test]
fn longer_times() {
    let mut pick = Pick::new(12);
    let mut tally = Tally::default();
    for _ in 0..rounds(5_000) {
        let date = longer(&mut pick);
        let (left, right) = pick.of(CARRIERS);
        // `In from 2015 to 2019`, `in 1994 40 trucks`
        let opened = date.text.starts_with("from ") || date.text.starts_with("between ");
        let (left, right) = if opened {
            pick.of(&[("It was built ", "."), ("Velmark sold guns ", " and then nothing.")])
        } else {
            (left, right)
        };
        if right.starts_with(" 40") && (date.year || date.shape == "decade") {
            continue;
        }
        let text = format!("{left}{}{right}", date.text);
        let words = date.text.strip_prefix("the ").unwrap_or(&date.text);
        tally.add(date.shape, &text, &told(words, &date.edtf, date.kind), &read(&text));
    }
    tally.settle(&[]);
}

/// Fiscal years, sets, seasons and parts of years.
#[test]
fn other_times() {
    let mut pick = Pick::new(13);
    let mut tally = Tally::default();
    for _ in 0..rounds(4_000) {
        let year = 1960 + pick.below(75);
        let next = year + 1 + pick.below(4);
        let short = next % 100;
        let (text, edtf, kind, shape) = match pick.below(14) {
            0 => (format!("fiscal {year}"), String::new(), DateKind::FiscalYear, "fiscal"),
            1 => (format!("fiscal year {year}"), String::new(), DateKind::FiscalYear, "fiscal"),
            2 => (format!("FY{year}"), String::new(), DateKind::FiscalYear, "fiscal"),
            3 => (format!("FY {year}"), String::new(), DateKind::FiscalYear, "fiscal"),
            4 => (format!("{year} and {next}"), format!("{{{year},{next}}}"), DateKind::Set, "and"),
            5 => (format!("{year} or {next}"), format!("[{year},{next}]"), DateKind::Set, "or"),
            6 => (
                format!("{year}, {} and {}", next, next + 1),
                format!("{{{year},{next},{}}}", next + 1),
                DateKind::Set,
                "list",
            ),
            7 => (format!("{year}-{short:02}"), format!("{year}/{next}"), DateKind::Range, "short_dash"),
            8 => (format!("{year}–{next}"), format!("{year}/{next}"), DateKind::Range, "dash"),
            9 => (format!("early {year}"), format!("{year}~"), DateKind::Year, "early"),
            10 => (format!("late {year}"), format!("{year}~"), DateKind::Year, "late"),
            11 => (format!("mid-{year}"), format!("{year}~"), DateKind::Year, "mid"),
            12 => (format!("the end of {year}"), year.to_string(), DateKind::Year, "end"),
            _ => {
                let (season, first, last) = pick.of(&[("spring", 3, 5), ("summer", 6, 8), ("autumn", 9, 11)]);
                let edtf = format!("{year}-{first:02}/{year}-{last:02}");
                (format!("the {season} of {year}"), edtf, DateKind::Quarter, "season")
            }
        };
        // A range of two digits wraps at the turn of a century.
        if shape == "short_dash" && (next / 100 != year / 100 || short <= 12) {
            continue;
        }
        let (left, right) = pick.of(&[
            ("The yard closed in ", "."),
            ("It was built in ", " by Velmark."),
            ("Nothing was sold in ", ", they say."),
        ]);
        let sentence = format!("{left}{text}{right}");
        let words = text.strip_prefix("the ").unwrap_or(&text);
        let document = Extractor::new().extract(&sentence);
        if kind == DateKind::FiscalYear {
            let found: Vec<String> = document
                .dates
                .iter()
                .map(|date| format!("[{:?} {} {:?}]", date.text, date.fiscal.as_deref().unwrap_or("?"), date.kind))
                .collect();
            tally.add(shape, &sentence, &format!("[{words:?} {year} {kind:?}]"), &found.concat());
        } else {
            tally.add(shape, &sentence, &told(words, &edtf, kind), &read(&sentence));
        }
    }
    tally.settle(&[]);
}

/// Dates told from the day a text was written.
#[test]
fn relative() {
    let mut tally = Tally::default();
    // A Wednesday.
    for (published, text, edtf) in [
        ("2025-05-21", "It was sold last month.", "2025-04"),
        ("2025-05-21", "It was sold last year.", "2024"),
        ("2025-05-21", "It will be sold next month.", "2025-06"),
        ("2025-05-21", "It will be sold next year.", "2026"),
        ("2025-05-21", "It was sold yesterday.", "2025-05-20"),
        ("2025-05-21", "It will be sold tomorrow.", "2025-05-22"),
        ("2025-01-01", "It was sold yesterday.", "2024-12-31"),
        ("2024-02-28", "It will be sold tomorrow.", "2024-02-29"),
        ("2025-05-21", "It was sold on Monday.", "2025-05-19"),
        ("2025-05-21", "It was sold two years ago.", "2023"),
        ("2025-05-21", "It was sold 10 days ago.", "2025-05-11"),
        ("2025-03-01", "It was sold two days ago.", "2025-02-27"),
        ("2025-05-21", "It was sold three months ago.", "2025-02"),
        ("2025-01-15", "It was sold last month.", "2024-12"),
        ("2025-12-15", "It will be sold next month.", "2026-01"),
        ("2025-05-21", "It was sold this year.", "2025"),
        ("2025-05-21", "It was sold last quarter.", "2025-01/2025-03"),
        ("2025-05-21", "It was sold last week.", "2025-05-12/2025-05-18"),
        ("2025-05-21", "It was sold in March.", "2025-03"),
        ("2025-05-21", "It was sold on May 5.", "2025-05-05"),
        ("2025-01-05", "It was sold on Dec. 30.", "2024-12-30"),
    ] {
        let document = Extractor::new().published(published.parse().unwrap()).extract(text);
        let found: Vec<&str> =
            document.dates.iter().map(|date| date.edtf.as_ref().map_or("?", |edtf| edtf.as_str())).collect();
        tally.add("relative", text, edtf, &found.join(" "));
    }
    tally.settle(&[]);
}

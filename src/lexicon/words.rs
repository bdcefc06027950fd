//! The word lists of English, and the types of their values.

pub use super::generated::{
    COUNTED, DATE_JOINS, DATE_OPENERS, DATE_PARTS, FISCAL_WORDS, MONTH_CUES, MONTHS, NAMED_DAYS, NOT_WEEKDAY_AFTER,
    NOT_WEEKDAY_BEFORE, PERIODS, QUARTER_ORDINALS, SEASONS, SHIFTS, SHORT_WEEKDAYS, SMALL_COUNTS, WEEKDAYS, YEAR_CUES,
};

pub use super::money::{Approximation, BeforeNumber, Bound, HedgeWord, Measure, Movement, PerUnit, Weighing};
pub use super::news::{DealWord, Institution, Leader, Maker, StatusWord, Weapon};
pub use super::procurement::Cue;
pub use crate::model::{Pricing as PricingTerm, Vehicle as VehicleTerm};

/// `summer`: three months; winter ends in the next year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// `early` in "early 2025": where in a year or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// `the end of`: the date holds it.
    Within,
    /// `late`: the date is approximate.
    About,
}

/// `month` in "last month": a stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// One day.
    Day,
    /// Seven days from Monday.
    Week,
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// One year.
    Year,
    /// Ten years.
    Decade,
}

/// `from` in "from 2015 through 2020": what opens a range of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOpener {
    /// `from`, with "to" or "through".
    From,
    /// `between`, with "and".
    Between,
}

/// `and` in "2021 and 2022": what stands between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateJoin {
    /// `to`: all between, too.
    To,
    /// `and`: both.
    And,
    /// `or`: one of them.
    Or,
}

/// `since` in "since 2014": what makes a bare number a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearCue {
    /// `since`: any year.
    Firm,
    /// `of`: a year of the present or the last century.
    Before,
    /// `its` in "its 2018 order".
    Attributive,
}

/// `by` in "by March": what makes the name of a month a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthCue {
    /// `in`: the nearest such month.
    Nearest,
    /// `by`: the next such month.
    Ahead,
}

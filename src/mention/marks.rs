//! What one dot before three digits means: `€5.000` is five euros or five thousand.
//!
//! English writes a decimal dot, and the people of many currencies part thousands with one. A dollar's dot is decimal. For a
//! currency with a decimal comma the document must say: by an amount whose marks can be read in one way only, or by what is
//! paid for. Where it does not, there is no figure but a diagnostic: a wrong number is worse than none.

use rust_decimal::Decimal;

use crate::lexicon;
use crate::model::{Code, Diagnostic, Figure, FigureId};

/// The ends of a figure, low and high, whose dot may part thousands.
pub(super) type Doubt = [bool; 2];

/// Whether the figure's currency lets its dot be doubted.
pub(super) fn doubts(figure: &Figure<'_>, doubt: Doubt) -> bool {
    doubt != [false; 2]
        && figure.currency.iter().chain(&figure.currency_candidates).any(|code| lexicon::decimal_comma(*code))
        && !small_unit(figure)
}

/// `€1.459 a litre`: a thousand would be absurd.
fn small_unit(figure: &Figure<'_>) -> bool {
    matches!(
        figure.per.as_deref(),
        Some("litre" | "gallon" | "kilowatt_hour" | "mile" | "kilometre" | "minute" | "second" | "gram")
    )
}

/// Reads the doubtful figures as the others of the document are written, or drops them with a diagnostic.
pub(super) fn settle<'t>(
    figures: &mut Vec<Figure<'t>>,
    doubts: &[(usize, Doubt)],
    diagnostics: &mut Vec<Diagnostic<'t>>,
) {
    if doubts.is_empty() {
        return;
    }
    let others = || figures.iter().map(|figure| &*figure.text);
    let dotted = others().any(parts_thousands_with_dots);
    let decimal = !dotted && others().any(begins_decimals_with_a_dot);
    let mut dropped = Vec::new();
    for (at, doubt) in doubts {
        let figure = &mut figures[*at];
        if let Some((low, high)) = in_thousands(figure, *doubt).filter(|_| dotted) {
            (figure.low, figure.high) = (low, high);
        } else if dotted || !(decimal && fine(&figure.text)) {
            let message = "a dot that parts thousands or begins decimals was expected, and this one may do either";
            diagnostics.push(Diagnostic::new(figure.start, figure.end, Code::DoubtfulNumber, message));
            dropped.push(figure.id);
        }
    }
    if !dropped.is_empty() {
        drop_figures(figures, &dropped);
    }
}

/// The ends of a figure whose doubtful dots part thousands. There are none where an end is then too large, or a range runs
/// backwards: "from €5.000 to €6" is written in two ways, or means another.
fn in_thousands(figure: &Figure<'_>, doubt: Doubt) -> Option<(Option<Decimal>, Option<Decimal>)> {
    let read = |end: Option<Decimal>, doubted: bool| match end {
        Some(value) if doubted => value.checked_mul(Decimal::ONE_THOUSAND).map(|value| Some(value.normalize())),
        end => Some(end),
    };
    let (low, high) = (read(figure.low, doubt[0])?, read(figure.high, doubt[1])?);
    let backwards = low.zip(high).is_some_and(|(low, high)| low > high);
    (!backwards).then_some((low, high))
}

/// Takes figures out and numbers the others anew; `dropped` is in order.
fn drop_figures(figures: &mut Vec<Figure<'_>>, dropped: &[FigureId]) {
    let anew = |id: FigureId| {
        let before = dropped.partition_point(|other| other.0 < id.0);
        let gone = dropped.get(before) == Some(&id);
        (!gone).then(|| FigureId(id.0 - u32::try_from(before).unwrap_or(0)))
    };
    figures.retain(|figure| dropped.binary_search_by_key(&figure.id.0, |id| id.0).is_err());
    for figure in figures {
        figure.id = anew(figure.id).unwrap_or_default();
        figure.converts = figure.converts.and_then(anew);
    }
}

/// `1.234,50`, `1.250.000`
fn parts_thousands_with_dots(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes[at.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    bytes.iter().enumerate().any(|(at, byte)| {
        let next = at + 4;
        *byte == b'.'
            && at > 0
            && bytes[at - 1].is_ascii_digit()
            && digits(at + 1) == 3
            && match bytes.get(next) {
                Some(b',') => matches!(digits(next + 1), 1 | 2),
                Some(b'.') => digits(next + 1) == 3,
                _ => false,
            }
    })
}

/// `12.50`, `1,234.5`
fn begins_decimals_with_a_dot(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let behind = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        *byte == b'.' && at > 0 && bytes[at - 1].is_ascii_digit() && matches!(behind, 1 | 2)
    })
}

/// `649.511`: thousands are mostly round.
fn fine(text: &str) -> bool {
    let end = text.rfind(|c: char| c.is_ascii_digit());
    end.is_some_and(|end| text.as_bytes()[end] != b'0')
}

//! Sums of what contracts are worth. A sum is of one currency and one role, and of exact amounts alone; whatever cannot be added is told beside it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::escape::Html;
use super::words::{amount, money, words};
use crate::model::{Contract, CurrencyCode, Evidence, Figure, FigureId, Kind, Sign, ValueRole};

/// The roles in the order in which they are shown.
const ROLES: &[ValueRole] = &[
    ValueRole::Award,
    ValueRole::Modification,
    ValueRole::Cumulative,
    ValueRole::Ceiling,
    ValueRole::Option,
    ValueRole::Obligated,
    ValueRole::Estimated,
    ValueRole::Paid,
    ValueRole::UnitPrice,
    ValueRole::Other,
];

/// The sums by currency, then by the place of the role in [`ROLES`]. What has no currency comes last.
#[derive(Debug, Default)]
pub(super) struct Totals {
    lines: BTreeMap<(bool, Option<CurrencyCode>), BTreeMap<usize, Line>>,
}

/// The amounts of one currency in one role.
#[derive(Debug, Default)]
struct Line {
    sum: Decimal,
    /// How many amounts the sum is of.
    added: u64,
    /// How many of them the text reports at second hand or as uncertain.
    hedged: u64,
    /// What cannot be added: why, what it is, and where it stands.
    beside: Vec<(&'static str, String, String)>,
    /// The sum is too large for a decimal; then it is not shown.
    overflow: bool,
}

/// What was counted in one document, where two contracts may share a figure.
#[derive(Debug, Default)]
pub(super) struct Counted(BTreeSet<(FigureId, usize)>);

impl Totals {
    /// Adds what a contract is worth; `figure` finds the figures of its document, which has this number on the page.
    pub(super) fn add<'f, 't: 'f>(
        &mut self,
        contract: &Contract<'_>,
        figure: impl Fn(FigureId) -> Option<&'f Figure<'t>>,
        counted: &mut Counted,
        number: usize,
    ) {
        let mut told: Vec<(ValueRole, Option<CurrencyCode>, Decimal)> = Vec::new();
        for value in &contract.values {
            let Some(figure) = figure(value.figure) else { continue };
            let Some(place) = ROLES.iter().position(|role| *role == value.role) else { continue };
            if !counted.0.insert((figure.id, place)) {
                continue;
            }
            let key = (figure.currency.is_none(), figure.currency);
            let line = self.lines.entry(key).or_default().entry(place).or_default();
            let again = figure.low.is_some_and(|low| told.contains(&(value.role, figure.currency, low)));
            let why = not_exact(figure).or_else(|| not_added(value.role, contract, again));
            match (why, figure.low) {
                (None, Some(low)) => {
                    told.push((value.role, figure.currency, low));
                    match line.sum.checked_add(low) {
                        Some(sum) => line.sum = sum,
                        None => line.overflow = true,
                    }
                    line.added += 1;
                    line.hedged += u64::from(contract.hedged);
                }
                (why, _) => {
                    let place = format!("m{number}-f{}", figure.id.0);
                    line.beside.push((why.unwrap_or("without a number"), money(figure), place));
                }
            }
        }
    }

    /// Writes the table, a group of rows for each currency.
    pub(super) fn write(&self, out: &mut String) {
        if self.lines.is_empty() {
            out.push_str("<p>No contract tells what it is worth.</p>");
        }
        if self.lines.is_empty() {
            return;
        }
        out.push_str(
            "<table><thead><tr><th scope=\"col\">Role</th><th scope=\"col\" class=\"sum\">Sum of exact amounts</th>\
             <th scope=\"col\">Amounts</th><th scope=\"col\">Told beside, not added</th></tr></thead>",
        );
        // The currencies of which most is told come first, and what has none last.
        let mut currencies: Vec<_> = self.lines.iter().collect();
        let told = |line: &Line| line.added + line.beside.len() as u64;
        currencies.sort_by_key(|((none, code), lines)| (*none, Reverse(lines.values().map(told).sum::<u64>()), *code));
        for ((_, currency), lines) in currencies {
            let name = currency.map_or_else(|| "Currency not said".to_owned(), |code| code.to_string());
            out.push_str(&format!("<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">{name}</th></tr>"));
            for (place, line) in lines {
                line.write(&words(&ROLES[*place]), *currency, out);
            }
            out.push_str("</tbody>");
        }
        out.push_str("</table>");
    }

    /// What is summed, for tests: `USD award 12,000,000 of 2, beside 1`.
    #[cfg(test)]
    pub(super) fn plain(&self) -> Vec<String> {
        let mut plain = Vec::new();
        for ((_, currency), lines) in &self.lines {
            for (place, line) in lines {
                let code = currency.map_or("?".to_owned(), |code| code.to_string());
                let sum = if line.overflow { "too large".to_owned() } else { amount(line.sum, None) };
                let why: Vec<_> = line.beside.iter().map(|(why, ..)| *why).collect();
                plain.push(format!("{code} {} {sum} of {}, beside {why:?}", words(&ROLES[*place]), line.added));
            }
        }
        plain
    }
}

impl Line {
    fn write(&self, role: &str, currency: Option<CurrencyCode>, out: &mut String) {
        let sum = match (self.added, self.overflow) {
            (0, _) => "<span class=\"none\">none</span>".to_owned(),
            (_, true) => "too large to add".to_owned(),
            _ => amount(self.sum, currency),
        };
        let hedged = match self.hedged {
            0 => String::new(),
            count => format!(" <small>({count} hedged)</small>"),
        };
        out.push_str(&format!(
            "<tr><th scope=\"row\">{role}</th><td class=\"sum\" data-name=\"Sum of exact amounts\">{sum}</td>\
             <td data-name=\"Amounts\">{}{hedged}</td><td data-name=\"Told beside, not added\"{}>",
            self.added,
            if self.beside.is_empty() { " class=\"empty\"" } else { "" }
        ));
        match self.beside.as_slice() {
            [] => out.push_str("<span class=\"none\">none</span>"),
            // A few are told at once, many where they are asked for.
            few => {
                let many = few.len() > 3;
                if many {
                    out.push_str(&format!("<details><summary>{} amounts</summary>", few.len()));
                }
                out.push_str("<ul>");
                for (why, money, place) in few {
                    out.push_str(&format!("<li><a href=\"#{place}\">{}</a> <small>{why}</small></li>", Html(money)));
                }
                out.push_str(if many { "</ul></details>" } else { "</ul>" });
            }
        }
        out.push_str("</td></tr>");
    }
}

/// Why a figure is no exact amount of money that can be added.
fn not_exact(figure: &Figure<'_>) -> Option<&'static str> {
    match figure.kind {
        Kind::Exact => {}
        Kind::Range => return Some("range"),
        Kind::AtLeast | Kind::MoreThan => return Some("only a lower bound"),
        Kind::AtMost | Kind::LessThan => return Some("only an upper bound"),
        Kind::Vague => return Some("no number"),
    }
    if figure.converts.is_some() {
        return Some("conversion of another figure");
    }
    if figure.currency.is_none() {
        return Some("currency not said");
    }
    if figure.approximate {
        return Some("approximate");
    }
    if figure.per.is_some() {
        return Some("a price for each");
    }
    (figure.sign == Sign::Negative).then_some("written with a minus")
}

/// Why an exact amount in a role is not added.
fn not_added(role: ValueRole, contract: &Contract<'_>, again: bool) -> Option<&'static str> {
    let lessened = contract.evidence.iter().any(Evidence::lessens);
    match role {
        // Two of them may hold one another.
        ValueRole::Cumulative => Some("a total of its own"),
        ValueRole::UnitPrice => Some("a price for each"),
        ValueRole::Other => Some("of no named role"),
        // The amount stands as written, and the words may say that it is taken off.
        ValueRole::Modification if lessened => Some("may be taken off"),
        _ => again.then_some("the same sum again"),
    }
}

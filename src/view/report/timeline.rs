//! Contracts by year, as a drawing and as a table: a year as a column, a range of years as a bar from its first to its last.

use std::collections::BTreeMap;

use crate::model::{Contract, DateId, DateMention, DateRole};
use crate::view::years::years;

/// So many years are drawn, and so many bars; the table has all.
const YEARS: u16 = 40;
const BARS: usize = 24;

/// A first and a last year.
type Years = (u16, u16);

/// How many contracts each year and range of years has.
#[derive(Debug, Default)]
pub(super) struct Timeline {
    /// Made in this year: signed, awarded or announced.
    made: BTreeMap<u16, u64>,
    /// Made at some time in these years.
    between: BTreeMap<Years, u64>,
    /// Made in the first, to be completed or delivered in the last.
    running: BTreeMap<Years, u64>,
    /// No word of when they were made.
    undated: u64,
}

impl Timeline {
    /// Adds a contract; `date` finds the dates of its document. All years that its dates speak of.
    pub(super) fn add<'d, 't: 'd>(
        &mut self,
        contract: &Contract<'_>,
        date: impl Fn(DateId) -> Option<&'d DateMention<'t>>,
    ) -> Vec<Years> {
        let (mut made, mut last, mut all): (Option<Years>, Option<u16>, Vec<Years>) = (None, None, Vec::new());
        for told in &contract.dates {
            let Some(years) = date(told.date).and_then(|date| date.edtf.as_ref()).and_then(years) else { continue };
            all.push(years);
            match told.role {
                DateRole::Signed | DateRole::Announced | DateRole::Awarded => {
                    made = Some(made.map_or(years, |(from, to)| (from.min(years.0), to.max(years.1))));
                }
                DateRole::Completion | DateRole::Delivery | DateRole::Period => last = last.max(Some(years.1)),
                DateRole::Other => {}
            }
        }
        match made {
            None => self.undated += 1,
            Some((from, to)) if from == to => *self.made.entry(from).or_default() += 1,
            Some(range) => *self.between.entry(range).or_default() += 1,
        }
        if let (Some((from, _)), Some(last)) = (made, last)
            && last > from
        {
            *self.running.entry((from, last)).or_default() += 1;
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Writes the drawing, and the same as a table.
    pub(super) fn write(&self, out: &mut String) {
        let firsts = self.made.keys().copied().chain(self.ranges().map(|((from, _), ..)| from));
        let lasts = self.made.keys().copied().chain(self.ranges().map(|((_, to), ..)| to));
        if let (Some(first), Some(last)) = (firsts.min(), lasts.max()) {
            self.draw(first, last, out);
            self.table(out);
        } else {
            out.push_str("<p>No contract tells when it was made.</p>");
        }
        if self.undated > 0 {
            let (count, verb) = (self.undated, if self.undated == 1 { "contract does" } else { "contracts do" });
            out.push_str(
                &format!("<p class=\"note\">{count} {verb} not tell when it was made.</p>")
                    .replace("do not tell when it was", "do not tell when they were"),
            );
        }
    }

    /// Ranges of both kinds with their class.
    fn ranges(&self) -> impl Iterator<Item = (Years, u64, &'static str)> {
        let between = self.between.iter().map(|(years, count)| (*years, *count, "between"));
        between.chain(self.running.iter().map(|(years, count)| (*years, *count, "running")))
    }

    fn draw(&self, first: u16, last: u16, out: &mut String) {
        const COLUMN: usize = 48;
        const LEFT: usize = 12;
        const HIGH: usize = 120;
        const BAR: usize = 22;
        // A year long ago would leave no room for the others.
        let from = first.max(last.saturating_sub(YEARS - 1));
        let mut ranges: Vec<_> = self.ranges().filter(|((_, to), ..)| *to >= from).collect();
        ranges.sort_by_key(|(years, count, class)| (std::cmp::Reverse(*count), *years, *class));
        let left_out = ranges.len().saturating_sub(BARS);
        ranges.truncate(BARS);
        ranges.sort_by_key(|(years, _, class)| (*years, *class));
        let most = self.made.values().copied().max().unwrap_or(1).max(1);
        let x = |year: u16| LEFT + COLUMN * usize::from(year.saturating_sub(from));
        let width = x(last) + COLUMN + LEFT;
        let axis = 24 + HIGH;
        let height = axis + 30 + BAR * ranges.len();
        out.push_str(&format!(
            "<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Drawing of contracts by year\">\
             <svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"y0 y1\">\
             <title id=\"y0\">Contracts by the year in which they were made</title>\
             <desc id=\"y1\">The table below tells the same in numbers.</desc>"
        ));
        for year in from..=last {
            let (left, middle) = (x(year), x(year) + COLUMN / 2);
            out.push_str(&format!("<line class=\"grid\" x1=\"{left}\" y1=\"{axis}\" x2=\"{left}\" y2=\"{height}\"/>"));
            out.push_str(&format!("<text class=\"year\" x=\"{middle}\" y=\"{}\">{year}</text>", axis + 18));
            let count = self.made.get(&year).copied().unwrap_or(0);
            if count > 0 {
                let tall = scaled(count, most, HIGH);
                let (top, left) = (axis - tall, left + 8);
                out.push_str(&format!(
                    "<rect class=\"made\" x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{tall}\" rx=\"2\"/>\
                     <text class=\"count\" x=\"{middle}\" y=\"{}\">{count}</text>",
                    COLUMN - 16,
                    top - 5
                ));
            }
        }
        let end = width - LEFT;
        out.push_str(&format!("<line class=\"axis\" x1=\"{LEFT}\" y1=\"{axis}\" x2=\"{end}\" y2=\"{axis}\"/>"));
        for (row, ((begins, ends), count, class)) in ranges.iter().enumerate() {
            let (left, top) = (x((*begins).max(from)) + 3, axis + 28 + BAR * row);
            let wide = x(*ends) + COLUMN - 3 - left;
            let says = if *class == "between" { "made between" } else { "made and completed" };
            out.push_str(&format!(
                "<g><title>{begins} to {ends}: {count} {says}</title>\
                 <rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"16\" rx=\"3\"/>\
                 <text class=\"in\" x=\"{}\" y=\"{}\">{count}</text></g>",
                left + 6,
                top + 12
            ));
        }
        out.push_str(
            "</svg></div><p class=\"key\"><span class=\"swatch made\"></span> made in the year \
            <span class=\"swatch between\"></span> made at some time in these years \
            <span class=\"swatch running\"></span> from the year made to the year of completion or delivery</p>",
        );
        if from > first || left_out > 0 {
            out.push_str("<p class=\"note\">The table has years and ranges that are not drawn.</p>");
        }
    }

    fn table(&self, out: &mut String) {
        out.push_str(
            "<details><summary>The same as a table</summary><table><thead><tr><th scope=\"col\">Years</th>\
             <th scope=\"col\">Contracts</th><th scope=\"col\">What the years are</th></tr></thead><tbody>",
        );
        let made = self.made.iter().map(|(year, count)| ((*year, *year), *count, "made"));
        for ((from, to), count, class) in made.chain(self.ranges()) {
            let years = if from == to { from.to_string() } else { format!("{from} to {to}") };
            let says = match class {
                "made" => "made in the year",
                "between" => "made at some time in these years",
                _ => "made in the first, to be completed or delivered in the last",
            };
            out.push_str(&format!("<tr><th scope=\"row\">{years}</th><td data-name=\"Contracts\">{count}</td><td data-name=\"What the years are\">{says}</td></tr>"));
        }
        out.push_str("</tbody></table></details>");
    }
}

/// How tall a column is of which the tallest is `high`: at least a line that can be seen.
fn scaled(count: u64, most: u64, high: usize) -> usize {
    let tall = u128::from(count) * high as u128 / u128::from(most.max(1));
    usize::try_from(tall).unwrap_or(high).max(2)
}

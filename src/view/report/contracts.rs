//! The list of contracts: a card for each, and what the cards can be filtered by.

use std::collections::{BTreeMap, BTreeSet};

use super::escape::Html;
use super::words::{money, party, words};
use crate::model::{Contract, DateId, DateMention, Document, Figure, FigureId, Party};
use crate::view::name;

/// So many names of parties are proposed; any can be typed.
const NAMES: usize = 300;
/// A range of more years than these is in no list of single years.
const LONGEST: u16 = 60;

/// The cards, and what occurs on them.
#[derive(Debug, Default)]
pub(super) struct Contracts {
    cards: String,
    pub(super) count: usize,
    statuses: BTreeMap<String, u64>,
    currencies: BTreeMap<String, u64>,
    parties: BTreeMap<String, u64>,
    years: BTreeSet<u16>,
}

impl Contracts {
    /// Adds the card of a contract of the document that has this number on the page.
    pub(super) fn add<'d, 't: 'd>(
        &mut self,
        contract: &Contract<'_>,
        document: &Document<'_>,
        figure: impl Fn(FigureId) -> Option<&'d Figure<'t>>,
        date: impl Fn(DateId) -> Option<&'d DateMention<'t>>,
        years: &[(u16, u16)],
        number: usize,
    ) {
        self.count += 1;
        let status = name(&contract.status);
        *self.statuses.entry(status.clone()).or_default() += 1;
        let figures: Vec<_> =
            contract.values.iter().filter_map(|value| Some((value.role, figure(value.figure)?))).collect();
        let codes =
            figures.iter().map(|(_, figure)| figure.currency.map_or("none".to_owned(), |code| code.to_string()));
        let codes: BTreeSet<String> = codes.collect();
        codes.iter().for_each(|code| *self.currencies.entry(code.clone()).or_default() += 1);
        let parties = || contract.suppliers.iter().chain(&contract.customers).chain(&contract.beneficiaries);
        let names: BTreeSet<String> = parties().map(party).collect();
        names.iter().for_each(|name| *self.parties.entry(name.clone()).or_default() += 1);
        for (from, to) in years.iter().filter(|(from, to)| to - from <= LONGEST) {
            self.years.extend(*from..=*to);
        }
        let ranges: Vec<_> = years.iter().map(|(from, to)| format!("{from}-{to}")).collect();
        let names: Vec<_> = names.iter().map(|name| name.to_lowercase()).collect();
        let id = format!("{number}-c{}", contract.id.0);
        let cards = &mut self.cards;
        cards.push_str(&format!(
            "<li class=\"card\" id=\"k{id}\" data-status=\"{status}\" data-currency=\"{}\" data-year=\"{}\" data-party=\"{}\">\
             <div class=\"who\"><h3>{} <span class=\"to\" role=\"img\" aria-label=\"sells to\">→</span> {}</h3>\
             <p><span class=\"status {status}\">{}</span>",
            codes.into_iter().collect::<Vec<_>>().join(" "),
            ranges.join(" "),
            Html(names.join("\n")),
            members(&contract.suppliers, "supplier not said"),
            members(&contract.customers, "buyer not said"),
            words(&contract.status),
        ));
        if contract.hedged {
            cards.push_str(" <span class=\"status hedged\">hedged</span>");
        }
        if let Some(action) = &contract.action {
            cards.push_str(&format!(" <span class=\"action\">{}</span>", words(action)));
        }
        cards.push_str("</p>");
        if !contract.beneficiaries.is_empty() {
            cards.push_str(&format!("<p>for {}</p>", members(&contract.beneficiaries, "")));
        }
        cards.push_str("</div><dl>");
        let mut list = |title: &str, class: &str, members: Vec<String>| {
            cards.push_str(&format!("<div class=\"{class}\"><dt>{title}</dt>"));
            if members.is_empty() {
                cards.push_str("<dd class=\"none\">not said</dd>");
            }
            members.iter().for_each(|member| cards.push_str(&format!("<dd>{member}</dd>")));
            cards.push_str("</div>");
        };
        let items = contract.items.iter().map(|item| {
            let more = [("delivered", &item.delivered), ("optional", &item.optional)];
            let more = more.iter().filter_map(|(says, count)| Some(format!(" ({} {says})", count.as_ref()?)));
            let unit = item.unit.as_ref().map_or(String::new(), |unit| format!(" ({unit})"));
            Html(format!("{item}{unit}{}", more.collect::<String>())).to_string()
        });
        list("Items", "items", items.collect());
        let values = figures.iter().map(|(role, figure)| {
            let hedges: BTreeSet<_> = figure.hedges.iter().map(|hedge| words(&hedge.kind)).collect();
            let hedges = hedges.into_iter().filter(|kind| !matches!(kind.as_str(), "approximate" | "bound"));
            let hedges =
                hedges.map(|kind| format!(" <small class=\"hedge\">{kind}</small>")).collect::<Vec<_>>().concat();
            let place = format!("m{number}-f{}", figure.id.0);
            let converts = figure.converts.map_or(String::new(), |id| format!(" <small>converts {id}</small>"));
            format!("<a href=\"#{place}\">{}</a> <small>{}</small>{hedges}{converts}", Html(money(figure)), words(role))
        });
        list("Values", "values", values.collect());
        let dates = contract.dates.iter().filter_map(|told| {
            let date = date(told.date)?;
            let says =
                date.edtf.as_ref().map_or_else(|| date.text.to_string(), |edtf| edtf.as_str().replace('/', " to "));
            Some(format!("{} <small>{}</small>", Html(says), words(&told.role)))
        });
        list("Dates", "dates", dates.collect());
        if let Some(reason) = &contract.reason {
            list("Reason", "more", vec![Html(&reason.text).to_string()]);
        }
        if let Some(found) = &contract.disposition {
            list("The money", "more", vec![Html(&found.text).to_string()]);
        }
        if let Some(who) = &contract.attribution {
            list("Who says so", "more", vec![Html(&who.text).to_string()]);
        }
        let numbers: Vec<_> = contract.identifiers.iter().map(|number| Html(&number.text).to_string()).collect();
        if !numbers.is_empty() {
            list("Numbers", "more", numbers);
        }
        self.cards.push_str(&format!(
            "</dl><p class=\"source\"><a href=\"#m{id}\">In the text</a> <bdi>{}</bdi> <code>{}</code></p></li>",
            Html(&document.id),
            Html(&contract.rule)
        ));
    }

    /// Writes the filters and the cards.
    pub(super) fn write(&self, out: &mut String) {
        if self.count == 0 {
            out.push_str("<p>The documents speak of no contract.</p>");
            return;
        }
        out.push_str("<form id=\"filters\" role=\"search\" aria-label=\"Filter contracts\" hidden>");
        select("status", "Status", self.statuses.iter().map(|(status, count)| (status, Some(*count))), out);
        out.push_str(
            "<label>Party <input type=\"search\" name=\"party\" list=\"parties\" autocomplete=\"off\"></label><datalist id=\"parties\">",
        );
        let mut parties: Vec<_> = self.parties.iter().collect();
        parties.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
        for (name, _) in parties.iter().take(NAMES) {
            out.push_str(&format!("<option value=\"{}\">", Html(name)));
        }
        out.push_str("</datalist>");
        select("currency", "Currency", self.currencies.iter().map(|(code, count)| (code, Some(*count))), out);
        let years: Vec<_> = self.years.iter().rev().map(ToString::to_string).collect();
        select("year", "Year", years.iter().map(|year| (year, None)), out);
        out.push_str("<button type=\"reset\">Show all</button></form>");
        out.push_str(&format!(
            "<p id=\"shown\" role=\"status\">{}</p><ol class=\"cards\">{}</ol>",
            super::many(self.count, "contract"),
            self.cards
        ));
    }
}

fn select<'o>(field: &str, title: &str, options: impl Iterator<Item = (&'o String, Option<u64>)>, out: &mut String) {
    out.push_str(&format!("<label>{title} <select name=\"{field}\"><option value=\"\">any</option>"));
    for (value, count) in options {
        let says = if value == "none" { "not said".to_owned() } else { value.replace('_', " ") };
        let count = count.map_or(String::new(), |count| format!(" ({count})"));
        out.push_str(&format!("<option value=\"{value}\">{says}{count}</option>"));
    }
    out.push_str("</select></label>");
}

/// `<bdi>Velmark</bdi>, <bdi>Ardenia (AR)</bdi>`
fn members(parties: &[Party<'_>], none: &str) -> String {
    let mut names: Vec<_> = parties.iter().map(|member| format!("<bdi>{}</bdi>", Html(party(member)))).collect();
    names.dedup();
    if names.is_empty() { format!("<span class=\"none\">{none}</span>") } else { names.join(", ") }
}

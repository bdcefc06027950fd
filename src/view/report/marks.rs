//! A document's text with its facts marked: each fact is one element, whatever lies within it or across its ends.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::escape::{Html, html};
use super::words::{money, party, words};
use crate::model::{Contract, Document, Figure, TextSpan};
use crate::span::Span;

/// So many marks lie within one another; what would lie deeper is marked by a point where it begins, so that a text cannot make its page grow
/// with the square of its length.
const DEEPEST: usize = 12;

/// What a mark is, which decides its colour. The order is that of marks of one stretch, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Contract,
    Diagnostic,
    Evidence,
    Party,
    Item,
    Detail,
    Figure,
    Date,
}

impl Kind {
    /// The class of its elements.
    fn class(self) -> &'static str {
        match self {
            Self::Contract => "contract",
            Self::Diagnostic => "diagnostic",
            Self::Evidence => "evidence",
            Self::Party => "party",
            Self::Item => "item",
            Self::Detail => "detail",
            Self::Figure => "figure",
            Self::Date => "date",
        }
    }
}

/// One stretch of text that some records of one kind name.
struct Mark {
    span: Span,
    kind: Kind,
    /// Where the records stand in the document's JSON: `contracts.0.suppliers.1`, with a space between two.
    at: String,
    /// What a person is told of them.
    says: String,
    /// Its name on the page, where something leads to it.
    name: Option<String>,
}

/// The facts of a document as marks, in the order in which they begin.
struct Facts<'t> {
    text: &'t str,
    number: usize,
    marks: Vec<Mark>,
}

/// Writes the text of the document that has this number on the page, whose script shows the record of a mark. Without a number it stands on a page that
/// is not ours: nothing leads to its marks or from them, and each says what it is where the pointer rests on it.
pub(super) fn write(document: &Document<'_>, text: &str, number: Option<usize>, out: &mut String) {
    let mut facts = Facts { text, number: number.unwrap_or_default(), marks: Vec::new() };
    for (i, figure) in document.figures.iter().enumerate() {
        facts.figure(i, figure);
    }
    for (i, date) in document.dates.iter().enumerate() {
        facts.add(date.span(), Kind::Date, format!("dates.{i}"), date.to_string());
    }
    for (i, contract) in document.contracts.iter().enumerate() {
        facts.contract(i, contract);
    }
    for (i, diagnostic) in document.diagnostics.iter().enumerate() {
        let span = Span::new(diagnostic.start, diagnostic.end);
        facts.add(span, Kind::Diagnostic, format!("diagnostics.{i}"), diagnostic.message.to_string());
    }
    put(text, &facts.merged(), number.is_some(), out);
}

impl Facts<'_> {
    fn add(&mut self, span: Span, kind: Kind, at: String, says: String) {
        // A span that does not fit the text cannot be shown in it.
        if self.text.get(span.start..span.end).is_some() {
            self.marks.push(Mark { span, kind, at, says, name: None });
        }
    }

    fn named(&mut self, span: Span, kind: Kind, at: String, says: String, name: String) {
        let before = self.marks.len();
        self.add(span, kind, at, says);
        if let Some(mark) = self.marks.get_mut(before) {
            mark.name = Some(name);
        }
    }

    fn figure(&mut self, i: usize, figure: &Figure<'_>) {
        let name = format!("m{}-f{}", self.number, figure.id.0);
        self.named(figure.span(), Kind::Figure, format!("figures.{i}"), money(figure), name);
        for (j, hedge) in figure.hedges.iter().enumerate() {
            let span = Span::new(hedge.start, hedge.end);
            let says = format!("hedge of {}: {}", figure.id, words(&hedge.kind));
            self.add(span, Kind::Evidence, format!("figures.{i}.hedges.{j}"), says);
        }
    }

    fn contract(&mut self, i: usize, contract: &Contract<'_>) {
        let id = contract.id;
        let at = format!("contracts.{i}");
        let name = format!("m{}-c{}", self.number, id.0);
        self.named(Span::new(contract.start, contract.start), Kind::Contract, at.clone(), contract.to_string(), name);
        let parties = [
            ("suppliers", &contract.suppliers),
            ("customers", &contract.customers),
            ("beneficiaries", &contract.beneficiaries),
        ];
        for (field, list) in parties {
            let role = if field == "beneficiaries" { "beneficiary" } else { field.trim_end_matches('s') };
            for (j, member) in list.iter().enumerate() {
                let says = format!("{role} of {id}: {}", party(member));
                self.add(member.span(), Kind::Party, format!("{at}.{field}.{j}"), says);
                if let Some(place) = &member.place {
                    self.add(
                        place.span(),
                        Kind::Detail,
                        format!("{at}.{field}.{j}.place"),
                        format!("place of the {role}"),
                    );
                }
            }
        }
        for (j, item) in contract.items.iter().enumerate() {
            let path = format!("{at}.items.{j}");
            let says = format!("item of {id}: {item}");
            if let Some(quantity) = &item.quantity_span {
                self.add(quantity.span(), Kind::Item, path.clone(), says.clone());
            }
            self.add(Span::new(item.start, item.end), Kind::Item, path, says);
        }
        for (j, evidence) in contract.evidence.iter().enumerate() {
            let says = format!("evidence of {id} for {}", words(&evidence.decides));
            self.add(Span::new(evidence.start, evidence.end), Kind::Evidence, format!("{at}.evidence.{j}"), says);
        }
        for (j, identifier) in contract.identifiers.iter().chain(&contract.parent).enumerate() {
            let is_parent = j == contract.identifiers.len();
            let path = if is_parent { format!("{at}.parent") } else { format!("{at}.identifiers.{j}") };
            let says = format!("{} of {id}: {}", if is_parent { "parent" } else { "number" }, identifier.value);
            self.add(Span::new(identifier.start, identifier.end), Kind::Detail, path, says);
        }
        for (j, place) in contract.places.iter().enumerate() {
            let says = format!("place of work of {id}");
            self.add(Span::new(place.start, place.end), Kind::Detail, format!("{at}.places.{j}"), says);
        }
        for (j, funding) in contract.funding.iter().enumerate() {
            if let Some(account) = &funding.account {
                self.add(account.span(), Kind::Detail, format!("{at}.funding.{j}"), format!("account of {id}"));
            }
        }
        if let Some(found) = &contract.disposition {
            let says = format!("what became of the money of {id}");
            self.add(Span::new(found.start, found.end), Kind::Evidence, format!("{at}.disposition"), says);
        }
        for (j, financing) in contract.financing.iter().enumerate() {
            self.add(financing.span(), Kind::Detail, format!("{at}.financing.{j}"), format!("financing of {id}"));
        }
        let mut span = |field: &str, kind: Kind, found: Option<&TextSpan<'_>>, says: &str| {
            if let Some(found) = found {
                self.add(found.span(), kind, format!("{at}.{field}"), format!("{says} {id}"));
            }
        };
        span("reason", Kind::Evidence, contract.reason.as_ref(), "reason for the status of");
        span("attribution", Kind::Evidence, contract.attribution.as_ref(), "who tells of");
        span("activity", Kind::Detail, contract.activity.as_ref(), "contracting activity of");
        span("set_aside", Kind::Detail, contract.set_aside.as_ref(), "set-aside of");
        span("authority", Kind::Detail, contract.authority.as_ref(), "authority of");
    }

    /// Records of one kind at one stretch share a mark. But for contracts: each has a mark that leads to it.
    fn merged(mut self) -> Vec<Mark> {
        let order =
            |mark: &Mark| (mark.span.start, mark.span.start != mark.span.end, Reverse(mark.span.end), mark.kind);
        self.marks.sort_by_key(order);
        let mut merged: Vec<Mark> = Vec::new();
        for mark in self.marks {
            match merged.last_mut() {
                Some(last) if last.span == mark.span && last.kind == mark.kind && mark.kind != Kind::Contract => {
                    last.at.push_str(&format!(" {}", mark.at));
                    if last.says != mark.says {
                        last.says.push_str(&format!("; {}", mark.says));
                    }
                }
                _ => merged.push(mark),
            }
        }
        merged
    }
}

/// Writes the text with its marks as elements. A mark that goes past the end of the one it begins in goes on in a further element behind it.
fn put(text: &str, marks: &[Mark], linked: bool, out: &mut String) {
    // What is still to begin: where, how far it goes, which mark, and whether it is a further element of it.
    let begins = |number: usize, mark: &Mark| {
        let Span { start, end } = mark.span;
        Reverse((start, start != end, Reverse(end), number, false))
    };
    let mut waiting: BinaryHeap<_> = marks.iter().enumerate().map(|(number, mark)| begins(number, mark)).collect();
    // Ends of the elements that are open, each within the one before.
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(Reverse((start, wide, Reverse(end), number, further))) = waiting.pop() {
        close(text, &mut open, start, &mut at, out);
        html(text.get(at..start).unwrap_or(""), out);
        at = start;
        let mark = &marks[number];
        let class = mark.kind.class();
        let is_point = !wide || open.len() >= DEEPEST;
        if is_point && further {
            continue;
        }
        if further && linked {
            out.push_str(&format!("<mark class=\"{class}\" data-more=\"{number}\">"));
        } else {
            let point = if is_point { " point" } else { "" };
            let label = if mark.kind == Kind::Contract {
                let id = mark.name.as_deref().and_then(|name| name.rsplit('-').next()).unwrap_or_default();
                format!(" data-label=\"{id}\" aria-label=\"contract {id}\"")
            } else {
                String::new()
            };
            let says = Html(&mark.says);
            if linked {
                let name = mark.name.as_ref().map_or(String::new(), |name| format!(" id=\"{name}\""));
                // One mark of a text is reached by Tab, the others from it by the arrow keys.
                let tab = if number == 0 { "0" } else { "-1" };
                out.push_str(&format!(
                    "<mark class=\"{class}{point}\"{name}{label} role=\"link\" tabindex=\"{tab}\" data-n=\"{number}\" data-at=\"{}\" \
                     aria-description=\"{class}: {says}\">",
                    mark.at,
                ));
            } else {
                out.push_str(&format!("<mark class=\"{class}{point}\"{label} title=\"{class}: {says}\">"));
            }
        }
        if is_point {
            out.push_str("</mark>");
            continue;
        }
        let within = open.last().map_or(end, |last| end.min(*last));
        if within < end {
            waiting.push(Reverse((within, true, Reverse(end), number, true)));
        }
        open.push(within);
    }
    close(text, &mut open, text.len(), &mut at, out);
    html(text.get(at..).unwrap_or(""), out);
}

/// Closes the elements that end at `before` or earlier.
fn close(text: &str, open: &mut Vec<usize>, before: usize, at: &mut usize, out: &mut String) {
    while let Some(end) = open.pop_if(|end| *end <= before) {
        html(text.get(*at..end).unwrap_or(""), out);
        *at = end;
        out.push_str("</mark>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, spans: &[(usize, usize)]) -> String {
        let mut facts = Facts { text, number: 1, marks: Vec::new() };
        for (i, (start, end)) in spans.iter().enumerate() {
            facts.add(Span::new(*start, *end), Kind::Party, format!("p.{i}"), String::new());
        }
        let mut out = String::new();
        put(text, &facts.merged(), true, &mut out);
        let mut plain = String::new();
        for part in out.split('<') {
            match part.split_once('>') {
                Some((tag, rest)) => {
                    plain.push(match tag.as_bytes() {
                        [b'/', ..] => ')',
                        _ if tag.contains("data-more") => '+',
                        _ if tag.contains("point") => '.',
                        _ => '(',
                    });
                    plain.push_str(rest);
                }
                None => plain.push_str(part),
            }
        }
        plain
    }

    #[test]
    fn marks_lie_within_one_another_or_go_on() {
        assert_eq!(marked("abcdef", &[]), "abcdef");
        assert_eq!(marked("abcdef", &[(1, 3), (1, 3)]), "a(bc)def");
        assert_eq!(marked("abcdef", &[(0, 6), (1, 3), (3, 4)]), "((a(bc)(d)ef)".replacen("((", "(", 1));
        assert_eq!(marked("abcdef", &[(0, 3), (1, 5)]), "(a(bc))+de)f");
        assert_eq!(marked("abcdef", &[(2, 2)]), "ab.)cdef");
        // Beyond the text, or within a character.
        assert_eq!(marked("aé", &[(0, 9), (1, 2), (2, 3)]), "aé");
    }

    #[test]
    fn what_lies_too_deep_is_a_point() {
        let text = "x".repeat(100);
        let spans: Vec<_> = (0..40).map(|i| (i, 100 - i)).collect();
        let out = marked(&text, &spans);
        assert_eq!(out.matches('(').count(), DEEPEST);
        assert_eq!(out.matches('.').count(), 40 - DEEPEST);
        assert_eq!(out.replace(['(', ')', '.'], ""), text);
    }

    #[test]
    fn the_page_grows_with_the_text_however_marks_cross() {
        let text = "x".repeat(4000);
        let spans: Vec<_> = (0..2000).map(|i| (i, i + 2000)).collect();
        let out = marked(&text, &spans);
        assert!(out.len() < text.len() + spans.len() * 2 * (DEEPEST + 2), "{}", out.len());
    }
}

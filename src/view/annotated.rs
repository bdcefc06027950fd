//! The text with its facts marked beneath, for reading and review. The snapshots are this view.
//!
//! ```text
//!   Ardenia reportedly paid $5 million for launchers.
//!   ^^^^^^^ customer
//!           ^^^^^^^^^^ hedge reported
//!                           ^^^^^^^^^^ USD 5,000,000 = paid
//!                                          ^^^^^^^^^ item
//!   = contract news.paid, status signed, hedged; figure amount.symbol
//! ```
//! One fact is one row, in text order; the carets are its span. No ids and no offsets stand in it, so that a fact gained or
//! lost is one line gained or lost. What stands nowhere in the text comes last, after `=`: there each contract ends, and
//! where the lines of two contracts mix, a number before each fact says whose it is. A fact that is longer than its line
//! goes on under the next, after `…`.
//!
//! Nothing of the text reaches a terminal as a command: control characters are shown as pictures (`␛`), and what is
//! invisible or turns the direction of writing as `�`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::name;
use crate::model::{
    Contract, DateMention, Document, EvidenceFor, Figure, FigureId, Funding, Identifier, Item, Party, PartyKind,
    PublishedBasis, Sign,
};
use crate::span::Span;

/// Lines are folded here, not counting the two columns before them; in a narrower terminal, at its edge.
const WIDTH: usize = 96;

/// No terminal is taken to be narrower.
const NARROWEST: usize = 24;

/// `All`, or those with facts: which lines of the text are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lines {
    /// All of them: for a sentence.
    All,
    /// Those under which a fact is marked, with `…` between them: for a document.
    WithFacts,
}

/// Writes `text` with what `document` says of it. The document must count bytes.
pub fn write(text: &str, document: &Document<'_>, lines: Lines, color: bool, out: &mut impl Write) -> io::Result<()> {
    write_within(text, document, lines, color, None, out)
}

/// `^^^^^^^^^^ USD 5,000,000`: the same for a terminal of so many columns: what would not fit behind its carets stands before them, where there is room.
pub fn write_within(
    text: &str,
    document: &Document<'_>,
    lines: Lines,
    color: bool,
    terminal: Option<usize>,
    out: &mut impl Write,
) -> io::Result<()> {
    let view = View::new(text, document, terminal);
    let mut written = String::new();
    view.draw(lines, color, &mut written);
    out.write_all(written.as_bytes())
}

/// `␛[31m` for an escape: the text as this view shows it: safe to look at in a terminal, and on one line.
#[must_use]
pub fn safe(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// A fact and how it is shown.
struct Row {
    span: Span,
    label: String,
    paint: Paint,
}

/// What a fact is, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paint {
    Money,
    Hedge,
    Date,
    Contract,
    Fault,
    Note,
}

impl Paint {
    fn code(self) -> &'static str {
        match self {
            Self::Money => "\x1b[32m",
            Self::Hedge => "\x1b[33m",
            Self::Date => "\x1b[36m",
            Self::Contract => "\x1b[35m",
            Self::Fault => "\x1b[31m",
            Self::Note => "\x1b[2m",
        }
    }
}

/// A line as it is shown: a piece of a line of the text.
struct Line {
    span: Span,
    /// Whether the text's own line ends here.
    last: bool,
}

/// Contracts whose lines mix, with the lines that they share.
struct Group {
    lines: Range<usize>,
    contracts: Vec<usize>,
}

struct View<'a> {
    text: &'a str,
    document: &'a Document<'a>,
    lines: Vec<Line>,
    groups: Vec<Group>,
    rows: Vec<Row>,
    /// The columns of the text, without the two before it.
    width: usize,
    terminal: Option<usize>,
}

impl<'a> View<'a> {
    fn new(text: &'a str, document: &'a Document<'a>, terminal: Option<usize>) -> Self {
        let width = terminal.map_or(WIDTH, |columns| columns.max(NARROWEST).saturating_sub(2).min(WIDTH));
        let lines = fold(text, width);
        let mut view = Self { text, document, lines, groups: Vec::new(), rows: Vec::new(), width, terminal };
        let facts: Vec<Vec<Row>> = document.contracts.iter().map(contract_rows).collect();
        view.groups = view.group(&facts);
        for figure in &document.figures {
            let label = view.money(figure);
            view.rows.push(Row { span: figure.span(), label, paint: Paint::Money });
            for hedge in &figure.hedges {
                let label = format!("hedge {}", name(&hedge.kind));
                view.rows.push(Row { span: Span::new(hedge.start, hedge.end), label, paint: Paint::Hedge });
            }
        }
        for date in &document.dates {
            let label = view.day(date);
            view.rows.push(Row { span: date.span(), label, paint: Paint::Date });
        }
        view.rows.extend(view.shared(facts));
        for diagnostic in &document.diagnostics {
            let label = format!("not read, {}: {}", name(&diagnostic.code), diagnostic.message);
            view.rows.push(Row { span: Span::new(diagnostic.start, diagnostic.end), label, paint: Paint::Fault });
        }
        view.rows.sort_by_key(|row| row.span.start);
        // The same words may hedge two figures.
        view.rows.dedup_by(|b, a| a.span == b.span && a.label == b.label);
        view
    }

    /// The line in which the byte at `at` stands.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.span.start <= at).saturating_sub(1)
    }

    /// Joins contracts that have lines in common.
    fn group(&self, facts: &[Vec<Row>]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (i, contract) in self.document.contracts.iter().enumerate() {
            let spans = facts[i].iter().map(|row| row.span).chain([contract.span()]).chain(self.named(contract));
            let (start, end) =
                spans.fold((usize::MAX, 0), |(start, end), span| (start.min(span.start), end.max(span.end)));
            let mut group = Group { lines: self.line(start)..self.line(end.saturating_sub(1)) + 1, contracts: vec![i] };
            // Whatever mixes with the new one becomes one with it.
            while let Some(at) =
                groups.iter().position(|old| old.lines.start < group.lines.end && group.lines.start < old.lines.end)
            {
                let old = groups.remove(at);
                group.lines = old.lines.start.min(group.lines.start)..old.lines.end.max(group.lines.end);
                group.contracts.extend(old.contracts);
            }
            group.contracts.sort_unstable();
            groups.push(group);
        }
        groups.sort_by_key(|group| group.lines.start);
        groups
    }

    /// Where the figures and dates stand that a contract names.
    fn named(&self, contract: &Contract<'_>) -> Vec<Span> {
        let figure = |id: FigureId| self.document.figures.iter().find(|figure| figure.id == id);
        let values = contract.values.iter().map(|value| value.figure);
        let figures = values.chain(contract.funding.iter().filter_map(|funding| funding.figure));
        let dates =
            contract.dates.iter().filter_map(|role| self.document.dates.iter().find(|date| date.id == role.date));
        figures.filter_map(figure).map(Figure::span).chain(dates.map(DateMention::span)).collect()
    }

    /// The facts of all contracts. What several contracts of a group share stands in one row: `1-3 item`.
    fn shared(&self, facts: Vec<Vec<Row>>) -> Vec<Row> {
        let mut rows: Vec<(Vec<usize>, Row)> = Vec::new();
        let mut known: BTreeMap<(usize, usize, usize, String), usize> = BTreeMap::new();
        for (i, facts) in facts.into_iter().enumerate() {
            let group = self.groups.iter().position(|group| group.contracts.contains(&i)).unwrap_or(usize::MAX);
            for row in facts {
                let key = (group, row.span.start, row.span.end, row.label.clone());
                if let Some((contracts, _)) = known.get(&key).and_then(|at| rows.get_mut(*at)) {
                    contracts.push(i);
                } else {
                    known.insert(key, rows.len());
                    rows.push((vec![i], row));
                }
            }
        }
        let numbered = |(contracts, row): (Vec<usize>, Row)| Row {
            label: format!("{}{}", self.numbers(&contracts), row.label),
            ..row
        };
        rows.into_iter().map(numbered).collect()
    }

    /// `1-3 `, `1, 3 ` where contracts must be told from others in their group.
    fn numbers(&self, contracts: &[usize]) -> String {
        let places: Vec<usize> = contracts.iter().filter_map(|contract| self.place(*contract)).collect();
        let runs: Vec<String> = places
            .chunk_by(|a, b| *b <= a + 1)
            .filter_map(|run| match run {
                [first, .., last] if last > first => Some(format!("{first}-{last}")),
                [first, ..] => Some(first.to_string()),
                [] => None,
            })
            .collect();
        if runs.is_empty() { String::new() } else { format!("{} ", runs.join(", ")) }
    }

    /// `2 ` where the contract must be told from others in its group.
    fn number(&self, contract: usize) -> String {
        self.numbers(&[contract])
    }

    /// Which contract of its group it is, from 1, if the group has several.
    fn place(&self, contract: usize) -> Option<usize> {
        let group = self.groups.iter().find(|group| group.contracts.contains(&contract))?;
        let place = group.contracts.iter().position(|other| *other == contract)?;
        (group.contracts.len() > 1).then_some(place + 1)
    }

    /// `1-3 period`: the roles that contracts give a figure or a date, each with the contracts that give it.
    fn roles(&self, given: Vec<(usize, String)>) -> Vec<String> {
        let mut roles: Vec<(String, Vec<usize>)> = Vec::new();
        for (contract, role) in given {
            match roles.iter_mut().find(|(known, _)| *known == role) {
                Some((_, contracts)) => contracts.push(contract),
                None => roles.push((role, vec![contract])),
            }
        }
        roles.into_iter().map(|(role, contracts)| format!("{}{role}", self.numbers(&contracts))).collect()
    }

    /// `USD 250,000,000..400,000,000 = paid`
    fn money(&self, figure: &Figure<'_>) -> String {
        let mut label = figure.to_string();
        let below_zero = |bound: Option<rust_decimal::Decimal>| bound.is_some_and(|bound| bound.is_sign_negative());
        if figure.sign == Sign::Negative && !below_zero(figure.low) && !below_zero(figure.high) {
            label.push_str(", negative");
        }
        if !figure.currency_candidates.is_empty() {
            let codes: Vec<_> = figure.currency_candidates.iter().map(ToString::to_string).collect();
            let _ = write!(label, " ({})", codes.join(" or "));
        }
        if figure.currency_basis == Some(crate::model::CurrencyBasis::Context) {
            label.push_str(" by context");
        }
        let mut given = Vec::new();
        for (i, contract) in self.document.contracts.iter().enumerate() {
            for value in contract.values.iter().filter(|value| value.figure == figure.id) {
                given.push((i, name(&value.role).clone()));
            }
        }
        let mut roles = self.roles(given);
        if let Some(id) = figure.converts {
            let other = self.document.figures.iter().find(|figure| figure.id == id);
            roles.push(format!("converts {}", other.map_or("?".into(), |other| other.text.clone())));
        }
        if !roles.is_empty() {
            let _ = write!(label, " = {}", roles.join(", "));
        }
        label
    }

    /// `{2021,2022} = signed`
    fn day(&self, date: &DateMention<'_>) -> String {
        let mut label = date.to_string();
        if let Some(fiscal) = &date.fiscal {
            let _ = write!(label, ", fiscal {fiscal}");
        }
        let mut given = Vec::new();
        for (i, contract) in self.document.contracts.iter().enumerate() {
            for role in contract.dates.iter().filter(|role| role.date == date.id) {
                given.push((i, name(&role.role).clone()));
            }
        }
        let roles = self.roles(given);
        if !roles.is_empty() {
            let _ = write!(label, " = {}", roles.join(", "));
        }
        label
    }

    fn draw(&self, lines: Lines, color: bool, out: &mut String) {
        let mut rows = self.rows.iter().peekable();
        let mut going_on: Vec<&Row> = Vec::new();
        let mut groups = self.groups.iter().peekable();
        let mut rules = Rules::default();
        let mut skipped = false;
        let mut any = false;
        for (i, line) in self.lines.iter().enumerate() {
            let next = self.lines.get(i + 1).map_or(usize::MAX, |line| line.span.start);
            going_on.retain(|row| row.span.end > line.span.start);
            let begun = going_on.len();
            while let Some(row) = rows.next_if(|row| row.span.start < next) {
                going_on.push(row);
            }
            if lines == Lines::All || !going_on.is_empty() {
                if skipped && any {
                    out.push_str("  …\n");
                }
                skipped = false;
                any = true;
                self.draw_line(line, out);
                for (i, row) in going_on.iter().enumerate() {
                    self.draw_row(row, line, i < begun, color, out);
                }
                rules.collect(self.document, line.span.start..next);
            } else {
                skipped |= !line.span.of(self.text).trim().is_empty();
            }
            if groups.peek().is_some_and(|group| group.lines.end <= i + 1) {
                let contracts = groups.next().map_or(&[][..], |group| &group.contracts);
                self.draw_notes(contracts, &mut rules, color, out);
            } else if line.last && groups.peek().is_none_or(|group| group.lines.start > i) {
                self.draw_notes(&[], &mut rules, color, out);
            }
        }
        if let (Some(date), Some(basis)) = (&self.document.published, self.document.published_basis)
            && basis != PublishedBasis::Given
        {
            note(&format!("published {date}, {}", name(&basis)), self.width, color, out);
        }
        if lines == Lines::WithFacts && !any {
            note("no facts", self.width, color, out);
        }
    }

    fn draw_line(&self, line: &Line, out: &mut String) {
        let text = line.span.of(self.text).trim_end();
        if !text.is_empty() {
            out.push_str("  ");
            out.extend(text.chars().map(shown));
        }
        out.push('\n');
    }

    /// The carets of a fact under `line`, and its label if it begins there.
    fn draw_row(&self, row: &Row, line: &Line, goes_on: bool, color: bool, out: &mut String) {
        let start = row.span.start.clamp(line.span.start, line.span.end);
        let end = row.span.end.clamp(start, line.span.end);
        let before = columns(Span::new(line.span.start, start).of(self.text));
        let carets = columns(Span::new(start, end).of(self.text)).max(1);
        out.push_str(if goes_on { " …" } else { "  " });
        let label = if goes_on { 0 } else { columns(&row.label) + 1 };
        let wide = self.terminal.filter(|columns| 2 + before + carets + label > *columns);
        let left = label <= before && wide.is_some();
        out.extend(std::iter::repeat_n(' ', if left { before - label } else { before }));
        if color {
            out.push_str(row.paint.code());
        }
        if left {
            out.extend(row.label.chars().map(shown));
            out.push(' ');
        }
        out.extend(std::iter::repeat_n('^', carets));
        if !goes_on && !left {
            match wide {
                // Beside carets that leave no room for it, a label stands below them, at the edge that they are nearest to.
                Some(terminal) => {
                    out.push('\n');
                    out.extend(std::iter::repeat_n(' ', terminal.saturating_sub(label - 1).min(2 + before)));
                }
                None => out.push(' '),
            }
            out.extend(row.label.chars().map(shown));
        }
        if color {
            out.push_str("\x1b[0m");
        }
        out.push('\n');
    }

    /// The `=` lines: one a contract; the rules of figures and dates stand on the last.
    fn draw_notes(&self, contracts: &[usize], rules: &mut Rules, color: bool, out: &mut String) {
        let rules = std::mem::take(rules).to_string();
        let mut notes: Vec<String> = contracts
            .iter()
            .map(|i| format!("{}contract {}", self.number(*i), contract_note(&self.document.contracts[*i])))
            .collect();
        match notes.last_mut() {
            Some(last) if !rules.is_empty() => {
                last.push_str("; ");
                last.push_str(&rules);
            }
            None if !rules.is_empty() => notes.push(rules),
            _ => {}
        }
        notes.iter().for_each(|text| note(text, self.width, color, out));
    }
}

/// The grammar rules of the figures and dates since the last `=` line, each once.
#[derive(Default)]
struct Rules {
    figures: Vec<String>,
    dates: Vec<String>,
}

impl Rules {
    fn collect(&mut self, document: &Document<'_>, line: Range<usize>) {
        fn begun<'d, R>(records: &'d [R], line: &Range<usize>, start: fn(&R) -> usize) -> &'d [R] {
            let from = records.partition_point(|record| start(record) < line.start);
            let to = records.partition_point(|record| start(record) < line.end);
            &records[from..to.max(from)]
        }
        let add = |rules: &mut Vec<String>, rule: &str| {
            if !rules.iter().any(|have| have == rule) {
                rules.push(rule.to_owned());
            }
        };
        begun(&document.figures, &line, |figure| figure.start)
            .iter()
            .for_each(|figure| add(&mut self.figures, &figure.rule));
        begun(&document.dates, &line, |date| date.start).iter().for_each(|date| add(&mut self.dates, &date.rule));
    }
}

impl std::fmt::Display for Rules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lists = [("figure", &self.figures), ("date", &self.dates)];
        let lists = lists.iter().filter(|(_, rules)| !rules.is_empty());
        let lists: Vec<_> = lists.map(|(what, rules)| format!("{what} {}", rules.join(", "))).collect();
        f.write_str(&lists.join("; "))
    }
}

/// All facts of a contract that stand somewhere in the text.
fn contract_rows(contract: &Contract<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |span: Span, label: String| rows.push(Row { span, label, paint: Paint::Contract });
    let sides = [
        ("supplier", &contract.suppliers),
        ("customer", &contract.customers),
        ("beneficiary", &contract.beneficiaries),
    ];
    for (side, parties) in sides {
        for party in parties {
            add(party.span(), format!("{side}{}", party_note(party)));
            if let Some(place) = &party.place {
                add(place.span(), format!("{side} place"));
            }
        }
    }
    for item in &contract.items {
        add(Span::new(item.start, item.end), format!("item{}", item_note(item)));
        if let (Some(span), Some(quantity)) = (&item.quantity_span, &item.quantity) {
            add(span.span(), format!("quantity {quantity}"));
        }
    }
    for identifier in &contract.identifiers {
        add(Span::new(identifier.start, identifier.end), identifier_note(identifier));
    }
    if let Some(parent) = &contract.parent {
        add(Span::new(parent.start, parent.end), format!("parent {}", identifier_note(parent)));
    }
    for place in &contract.places {
        let percent = place.percent.as_ref().map(|percent| format!(" {percent}%")).unwrap_or_default();
        add(Span::new(place.start, place.end), format!("work place{percent}"));
    }
    for funding in &contract.funding {
        if let Some(account) = &funding.account {
            add(account.span(), format!("account{}", funding_note(funding)));
        }
    }
    let spans = [
        ("activity", &contract.activity),
        ("set-aside", &contract.set_aside),
        ("authority", &contract.authority),
        ("reason", &contract.reason),
        ("attribution", &contract.attribution),
    ];
    for (what, span) in spans {
        if let Some(span) = span {
            add(span.span(), what.to_owned());
        }
    }
    for span in &contract.financing {
        add(span.span(), "financing".to_owned());
    }
    if let Some(words) = &contract.disposition {
        let share = words.share.as_ref().map(|share| format!(" of {share}")).unwrap_or_default();
        add(Span::new(words.start, words.end), format!("disposition{share}"));
    }
    for words in &contract.evidence {
        let label = match words.decides {
            EvidenceFor::Status => format!("status {}", name(&contract.status)),
            EvidenceFor::Mention => "mention".to_owned(),
            EvidenceFor::Role => "decides a role".to_owned(),
            // What decided a party or the domain is for programs and `explain`; here the party itself is marked.
            _ => continue,
        };
        add(Span::new(words.start, words.end), label);
    }
    rows
}

/// ` state AM by demonym` of "the Armenian side"; nothing of what is not known.
fn party_note(party: &Party<'_>) -> String {
    let mut note = String::new();
    if party.kind != PartyKind::Unknown {
        let _ = write!(note, " {}", name(&party.kind));
    }
    if let Some(country) = party.country {
        let _ = write!(note, " {country}");
    }
    if let Some(basis) = party.country_basis {
        let _ = write!(note, " by {}", name(&basis));
    }
    if party.small_business == Some(true) {
        note.push_str(", small business");
    }
    note
}

/// ` Su-30SM, 4 delivered, 12 optional` of "24 Su-30SM fighter jets"; the quantity has a row of its own.
fn item_note(item: &Item<'_>) -> String {
    let mut note = item.designation.as_ref().map(|designation| format!(" {designation}")).unwrap_or_default();
    if let (None, Some(quantity)) = (&item.quantity_span, &item.quantity) {
        let _ = write!(note, ", {quantity}");
    }
    for (what, quantity) in [("delivered", &item.delivered), ("optional", &item.optional)] {
        if let Some(quantity) = quantity {
            let _ = write!(note, ", {quantity} {what}");
        }
    }
    if let Some(unit) = &item.unit {
        let _ = write!(note, ", in {unit}");
    }
    note
}

/// `us_piid N0001921C0001`
fn identifier_note(identifier: &Identifier<'_>) -> String {
    format!("{} {}", name(&identifier.scheme), identifier.value)
}

/// ` fiscal 2016, expires` of an account.
fn funding_note(funding: &Funding<'_>) -> String {
    let mut note = funding.fiscal_year.as_ref().map(|year| format!(" fiscal {year}")).unwrap_or_default();
    match funding.expires {
        Some(true) => note.push_str(", expires"),
        Some(false) => note.push_str(", does not expire"),
        None => {}
    }
    if funding.figure.is_some() {
        note.push_str(", with its amount");
    }
    note
}

/// `news.paid_undelivered, hedged`: the rule, and what stands nowhere in the text.
fn contract_note(contract: &Contract<'_>) -> String {
    let mut note = contract.rule.to_string();
    let mut add = |text: String| {
        note.push_str(", ");
        note.push_str(&text);
    };
    if contract.evidence.iter().all(|words| words.decides != EvidenceFor::Status) {
        add(format!("status {}", name(&contract.status)));
    }
    if contract.hedged {
        add("hedged".to_owned());
    }
    if let Some(action) = contract.action {
        add(format!("action {}", name(&action)));
    }
    if let Some(modification) = &contract.modification {
        add(format!("modification {modification}"));
    }
    if !contract.pricing.is_empty() {
        add(format!("pricing {}", contract.pricing.iter().map(name).collect::<Vec<_>>().join(" ")));
    }
    if !contract.vehicle.is_empty() {
        add(format!("vehicle {}", contract.vehicle.iter().map(name).collect::<Vec<_>>().join(" ")));
    }
    if let Some(offers) = contract.offers {
        add(format!("offers {offers}"));
    }
    match contract.competed {
        Some(true) => add("competed".to_owned()),
        Some(false) => add("not competed".to_owned()),
        None => {}
    }
    if contract.shared_ceiling {
        add("shared ceiling".to_owned());
    }
    if let Some(branch) = &contract.branch {
        add(format!("branch {branch}"));
    }
    for funding in contract.funding.iter().filter(|funding| funding.account.is_none()) {
        add(format!("funding{}", funding_note(funding)));
    }
    note
}

/// Writes `  = text`, folded between words, what follows indented under it.
fn note(text: &str, most: usize, color: bool, out: &mut String) {
    if color {
        out.push_str(Paint::Note.code());
    }
    let mut width = 0;
    let mut line = String::from("  =");
    for word in text.split(' ') {
        let columns = columns(word) + 1;
        if width > 0 && width + columns > most - 2 {
            out.push_str(&line);
            out.push('\n');
            line.clear();
            line.push_str("   ");
            width = 0;
        }
        line.push(' ');
        line.extend(word.chars().map(shown));
        width += columns;
    }
    out.push_str(&line);
    if color {
        out.push_str("\x1b[0m");
    }
    out.push('\n');
}

/// Cuts the text into lines of at most so many columns, between words where there are any.
fn fold(text: &str, most: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut from = 0;
    for whole in text.split_inclusive('\n') {
        let end = from + whole.trim_end_matches(['\n', '\r']).len();
        let mut start = from;
        let mut width = 0;
        // Where the line can be cut, and how wide it is up to there: before the word that begins after a space.
        let mut cut = None;
        for (at, c) in text[from..end].char_indices().map(|(at, c)| (from + at, c)) {
            if width + column(c) > most && c != ' ' {
                let (next, before) = cut.take().filter(|(next, _)| *next > start).unwrap_or((at, width));
                lines.push(Line { span: Span::new(start, next), last: false });
                start = next;
                width -= before;
            }
            width += column(c);
            if c == ' ' {
                cut = Some((at + 1, width));
            }
        }
        lines.push(Line { span: Span::new(start, end), last: true });
        from += whole.len();
    }
    lines
}

fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

/// How many columns a character takes as it is shown.
fn column(c: char) -> usize {
    shown(c).width().unwrap_or(0)
}

/// `␛` for an escape: a character that is safe to look at.
fn shown(c: char) -> char {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\x7f' => '␡',
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

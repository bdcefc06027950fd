//! Notices of the US Defense Security Cooperation Agency under section 36(b) of the Arms Export Control Act.
//!
//! ```text
//! WASHINGTON, March 5, 2024 - The State Department has made a determination approving a possible Foreign Military Sale to the Government of Ardenia of
//! launchers for an estimated cost of $94 million. … The Government of Ardenia has requested to buy twelve (12) launchers. … The principal contractor will
//! be Velmark Inc., Austin, Texas. … Transmittal No. 24-15
//! ```
//! The same notice stands in the Federal Register as a table: `(i) Prospective Purchaser: …`, `(ii) Total Estimated Value: …`.
//! A possible sale is no contract yet: its figures are estimates, and its status is never "signed".

use std::borrow::Cow;

use super::Reading;
use crate::clause::{around, find, floor, item, sale, trim, words_at};
use crate::lexicon::news::Trade;
use crate::mention::date::dateline;
use crate::model::{
    Action, Code, Contract, ContractDate, CountryBasis, CountryCode, DateKind, DateMention, DateRole, Diagnostic, Edtf,
    Evidence, EvidenceFor, Figure, Item, Party, PartyKind, Status, Value, ValueRole,
};
use crate::span::Span;
use crate::text::segment::{paragraphs, sentences};

/// The names of the rules that a contract of this style can have.
pub const RULES: &[&str] = &["dsca.notice", "dsca.table"];

/// The most notices that one document holds; what follows is not read.
const MOST_NOTICES: usize = 256;

/// Reads the notices of a document.
#[must_use]
pub fn read<'t>(
    text: &'t str,
    trade: &[(usize, Trade)],
    figures: &[Figure<'t>],
    dates: &[DateMention<'t>],
) -> Reading<'t> {
    let mut reading = Reading::default();
    if is_notice(text, trade) {
        let (notices, cut) = notices(text);
        reading.diagnostics.extend(cut.map(|rest| too_long(rest, MOST_NOTICES, "notices")));
        for notice in notices {
            let notice = Notice::new(text, notice, figures, dates);
            let Some(mut contract) = notice.contract() else { continue };
            if contract.items.len() > MOST_ITEMS {
                contract.items.truncate(MOST_ITEMS);
                let end = contract.items.last().map_or(notice.span.start, |item| item.end);
                reading.diagnostics.push(too_long(Span::new(end, notice.span.end), MOST_ITEMS, "items"));
            }
            reading.contracts.push(contract);
        }
    }
    reading
}

/// Whether the words of a notice stand in a text whose words of trade are known.
#[must_use]
pub fn is_notice(text: &str, trade: &[(usize, Trade)]) -> bool {
    let has = |words: &str| memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some();
    let stands = |before: &str, word: &str| {
        trade.iter().any(|(at, _)| text[*at..].starts_with(word) && text[..*at].ends_with(before))
    };
    stands("Prospective ", "Purchaser") && has("Estimated Value")
        || stands("oreign Military ", "Sale")
            && (has("otifying Congress")
                || has("determination approving")
                || has("has approved a possible ")
                || has("Security Cooperation Agency notified Congress"))
            && has("estimated")
        || is_letter(text, trade)
        // The justification alone, as it stands behind a notice: who has asked for what, and who would build it.
        || stands(" has ", "requested")
            && (has("rincipal contractor") || has("rime contractor"))
            && has("stimated")
            && has(" has requested t")
}

/// `Transmittal No. 22-50, concerning the Navy's proposed Letter(s) of Offer and Acceptance to the Government of Ardenia`: the letter to Congress
/// with which a notice is sent.
fn is_letter(text: &str, trade: &[(usize, Trade)]) -> bool {
    let has = |words: &str| memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some();
    trade.iter().any(|(at, _)| text[*at..].starts_with("Offer and Acceptance"))
        && has("Transmittal No")
        && has(" of Offer and Acceptance to ")
        && has("estimated to cost")
}

/// `WASHINGTON, June 5, 2024 - The State Department`: the day in the dateline of a notice that a page opens with other lines, such as whom the
/// press may ask.
#[must_use]
pub fn page_date(text: &str, trade: &[(usize, Trade)]) -> Option<Edtf> {
    if !is_notice(text, trade) {
        return None;
    }
    let head = &text[..floor(text, LONGEST_HEAD)];
    let lines = memchr::memchr_iter(b'\n', head.as_bytes()).map(|at| at + 1);
    lines.filter(|at| text[*at..].starts_with("WASHINGTON")).find_map(|at| dateline(&text[at..]))
}

/// The dateline of a notice stands within its first bytes.
const LONGEST_HEAD: usize = 1200;

/// What stands behind a list's bound is said to be unread.
fn too_long<'t>(rest: Span, most: usize, what: &str) -> Diagnostic<'t> {
    Diagnostic::new(rest.start, rest.end, Code::TooLong, format!("more than {most} {what}: the list is cut there"))
}

/// The stretches of a document that are a notice each, and what is left behind the last: a further one begins with a further approval or
/// a further purchaser.
fn notices(text: &str) -> (Vec<Span>, Option<Span>) {
    let mut found: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut any = false;
    for paragraph in paragraphs(text) {
        let words = paragraph.of(text);
        if ["determination approving", "Prospective Purchaser"].iter().any(|word| words.contains(word)) {
            if any {
                found.push(Span::new(start, paragraph.start));
                start = paragraph.start;
            }
            if found.len() >= MOST_NOTICES {
                return (found, Some(Span::new(start, text.len())));
            }
            any = true;
        }
    }
    found.push(Span::new(start, text.len()));
    (found, None)
}

/// One notice as it is being read.
struct Notice<'d, 't> {
    text: &'t str,
    span: Span,
    sentences: Vec<Span>,
    figures: &'d [Figure<'t>],
    dates: &'d [DateMention<'t>],
}

impl<'d, 't> Notice<'d, 't> {
    fn new(text: &'t str, span: Span, figures: &'d [Figure<'t>], dates: &'d [DateMention<'t>]) -> Self {
        let inside = |start: usize| span.start <= start && start < span.end;
        let from = figures.partition_point(|figure| figure.start < span.start);
        let to = figures.partition_point(|figure| inside(figure.start) || figure.start < span.start);
        let first = dates.partition_point(|date| date.start < span.start);
        let last = dates.partition_point(|date| inside(date.start) || date.start < span.start);
        let sentences = paragraphs(span.of(text))
            .into_iter()
            .map(|paragraph| Span::new(paragraph.start + span.start, paragraph.end + span.start))
            .flat_map(|paragraph| sentences(text, paragraph))
            .collect();
        Self {
            text,
            span,
            sentences,
            figures: figures.get(from..to).unwrap_or(&[]),
            dates: dates.get(first..last).unwrap_or(&[]),
        }
    }

    fn has(&self, words: &str) -> bool {
        find(self.text, self.span, words).is_some()
    }

    /// The sentence that holds the words, and where they end in it.
    fn behind(&self, words: &[&str]) -> Option<(Span, usize)> {
        self.sentences.iter().find_map(|sentence| {
            let ends = words.iter().filter_map(|word| Some(find(self.text, *sentence, word)? + word.len()));
            Some((*sentence, ends.min()?))
        })
    }

    fn contract(&self) -> Option<Contract<'t>> {
        let text = self.text;
        let table = self.has("Prospective Purchaser");
        let (rule, opener) = if table {
            ("dsca.table", &["Prospective Purchaser:", "Prospective Purchaser"][..])
        } else {
            (
                "dsca.notice",
                &["oreign Military Sale to ", "oreign Military Sales to ", " of Offer and Acceptance to "][..],
            )
        };
        let announced = self.behind(opener);
        let (head, buyer, asked) = match announced {
            Some((head, end)) => {
                let words = opener.iter().find(|words| text[..end].ends_with(**words)).unwrap_or(&"");
                (head, sale::buyer(text, Span::new(end, head.end))?, words_at(end - words.len(), words))
            }
            // `The Government of Ardenia has requested to buy twelve (12) launchers.`
            None => self.sentences.iter().find_map(|sentence| {
                let end = find(text, *sentence, " has requested ")?;
                let bare = trim(text, Span::new(sentence.start, end));
                let bare = Span::new(bare.end - bare.of(text).trim_start_matches("(U) ").len(), bare.end);
                Some((*sentence, sale::buyer(text, bare)?, words_at(end, " has requested ")))
            })?,
        };
        let (status, told) = match announced {
            Some(_) => self.status(),
            None => (Status::Requested, Some(asked)),
        };
        let mut contract = Contract::new(self.evidence(head), text, status, rule);
        contract.evidence.extend(told.map(|words| Evidence::new(words, text, EvidenceFor::Status)));
        contract.evidence.push(Evidence::new(asked, text, EvidenceFor::Customer));
        contract.action = Some(Action::Sale);
        contract.items = self.items(&buyer, head);
        contract.customers.push(buyer);
        contract.suppliers = self.sentences.iter().flat_map(|sentence| sale::contractors(text, *sentence)).collect();
        contract.suppliers.truncate(MOST_ITEMS);
        let mut names: Vec<Cow<'t, str>> = Vec::new();
        contract.suppliers.retain(|party| {
            let new = !names.contains(&party.name);
            names.push(party.name.clone());
            new
        });
        // The United States sell under a foreign military sale, and no word of the notice names them as the seller: the party has no name,
        // and stands where their office does.
        let offices = [
            "State Department",
            "Defense Security Cooperation Agency",
            "Foreign Military Sale",
            "Department of State",
            "Arms Export Control Act",
            "of Offer and Acceptance",
        ];
        let office =
            offices.iter().find_map(|office| find(text, self.span, office).map(|at| Span::new(at, at + office.len())));
        if let Some(span) = office {
            let mut state = Party::new(Span::new(span.start, span.start), text, PartyKind::State);
            state.country = Some(CountryCode::new("US"));
            state.country_basis = Some(CountryBasis::Seat);
            contract.suppliers.push(state);
            contract.evidence.push(Evidence::new(span, text, EvidenceFor::Supplier));
        }
        contract.identifiers.extend(sale::transmittal(text, self.span));
        for figure in self.figures {
            let (role, words) = self.role(figure);
            contract.values.push(Value::new(figure.id, role));
            contract.evidence.extend(words.map(|words| Evidence::new(words, text, EvidenceFor::Role)));
        }
        contract.dates.extend(self.notified());
        contract.evidence.sort_by_key(|evidence| evidence.start);
        contract.evidence.dedup_by_key(|evidence| (evidence.start, evidence.end, evidence.decides));
        Some(contract)
    }

    /// From the sentence that announces to the last one that tells a fact.
    fn evidence(&self, head: Span) -> Span {
        let last = self.sentences.iter().rev().find(|sentence| {
            let words = sentence.of(self.text);
            ["rincipal contractor", "rime contractor", "stimated"].iter().any(|word| words.contains(word))
        });
        Span::new(head.start, last.map_or(head.end, |last| last.end.max(head.end)))
    }

    /// "approving a possible sale" is an approval; a sale that Congress is told of is possible.
    fn status(&self) -> (Status, Option<Span>) {
        let stands = |words: &&str| find(self.text, self.span, words).map(|at| words_at(at, words));
        if let Some(words) = ["determination approving", "State Department has approved"].iter().find_map(stands) {
            return (Status::Approved, Some(words));
        }
        let possible = ["notifying Congress", "possible ", "Possible ", "proposed Letter", "Prospective Purchaser"];
        match possible.iter().find_map(stands) {
            Some(words) => (Status::Possible, Some(words)),
            None => (Status::Requested, None),
        }
    }

    /// What the buyer has asked for, thing by thing; else what the announcement names.
    fn items(&self, buyer: &Party<'t>, head: Span) -> Vec<Item<'t>> {
        const ASKS: [&str; 12] = [
            "has requested to buy ",
            "has requested to purchase ",
            "has requested the possible sale of ",
            "has requested a possible sale of ",
            "requested to buy ",
            "requested to purchase ",
            "requested a possible sale of ",
            "has requested the purchase of ",
            "requests to buy ",
            "has requested an additional ",
            "has requested ",
            "requested the possible sale of ",
        ];
        let text = self.text;
        let mut items = Vec::new();
        if let Some((sentence, end)) = self.behind(&ASKS) {
            let start = ASKS.iter().filter_map(|ask| Some(find(text, sentence, ask)? + ask.len())).max().unwrap_or(end);
            // `has requested to refurbish 218 tanks`: the verb is no thing.
            let verb = Span::new(start, sentence.end).of(text).strip_prefix("to ").and_then(|rest| rest.find(' '));
            items = item::items(text, Span::new(verb.map_or(start, |verb| start + 3 + verb + 1), sentence.end));
        }
        // `Major Defense Equipment (MDE): Up to thirty-two (32) launchers`
        if items.is_empty() {
            for sentence in &self.sentences {
                let words = sentence.of(text);
                let behind =
                    words.find("(MDE):").map(|at| at + 6).or_else(|| words.find("MDE includes:").map(|at| at + 13));
                let start = behind.unwrap_or(0);
                let open = words[start..].trim_start();
                let open = open.strip_prefix("Up to ").or_else(|| open.strip_prefix("up to ")).unwrap_or(open);
                if item::counts(open) && open.len() < MOST_OF_AN_ITEM && !open.contains('$') {
                    items.extend(item::items(text, Span::new(sentence.end - open.len(), sentence.end)));
                }
                if items.len() > MOST_ITEMS {
                    break;
                }
            }
        }
        if items.is_empty() {
            let behind = Span::new(buyer.end.min(head.end), head.end);
            let link = [" of ", " for "].iter().filter_map(|link| Some((find(text, behind, link)?, link.len()))).min();
            if let Some((at, length)) = link {
                let stretch = Span::new(at + length, head.end);
                let end = [
                    " for an estimated",
                    " for a total",
                    ", for an estimated",
                    " valued at",
                    " worth",
                    " at an estimated",
                    " estimated",
                ]
                .iter()
                .filter_map(|stop| find(text, stretch, stop))
                .min()
                .unwrap_or(head.end);
                items = item::items(text, trim(text, Span::new(stretch.start, end)));
            }
        }
        items
    }

    /// The total and its parts are estimates; what was sold before is another thing.
    fn role(&self, figure: &Figure<'t>) -> (ValueRole, Option<Span>) {
        let at = self.sentences.partition_point(|sentence| sentence.end < figure.end);
        let sentence = self.sentences.get(at).filter(|sentence| sentence.start <= figure.start);
        let near = sentence.map_or(figure.span(), |sentence| around(self.text, *sentence, figure.span()));
        let words = near.of(self.text);
        let stands = |word: &&str| words.find(*word).map(|at| words_at(near.start + at, word));
        let earlier = ["previously", "original", "earlier", "prior "].iter().find_map(stands);
        match earlier.filter(|_| !words.contains("total")) {
            Some(span) => (ValueRole::Other, Some(span)),
            None => (ValueRole::Estimated, ["estimated", "estimate", "valued at"].iter().find_map(stands)),
        }
    }

    /// The day on which Congress was told.
    fn notified(&self) -> Option<ContractDate> {
        let told = self.sentences.iter().filter(|sentence| {
            let words = sentence.of(self.text);
            words.contains("otifying Congress")
                || words.contains("Delivered to Congress")
                || words.contains("Security Cooperation Agency notified Congress")
        });
        let told = told.take(MOST_TIMES_TOLD);
        let day = told
            .flat_map(|sentence| {
                self.dates.iter().filter(move |date| sentence.start <= date.start && date.end <= sentence.end)
            })
            .find(|date| date.edtf.is_some() && matches!(date.kind, DateKind::Day | DateKind::Relative));
        // Else the notice's own day, in its dateline.
        let line =
            || self.dates.iter().find(|date| date.kind == DateKind::Day && date.start < self.span.start + DATELINE);
        day.or_else(line).map(|date| ContractDate::new(date.id, DateRole::Announced))
    }
}

/// A notice says no more often when Congress was told.
const MOST_TIMES_TOLD: usize = 8;

/// A day this near to the beginning of a notice is its own.
const DATELINE: usize = 120;

/// A longer sentence is no row of a table.
const MOST_OF_AN_ITEM: usize = 400;

/// The most items that one notice names.
const MOST_ITEMS: usize = 128;

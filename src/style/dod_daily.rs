//! The US Defense Department's daily list "Contracts For …", as a page or as single paragraphs.
//!
//! ```text
//! NAVY
//!
//! Velmark Inc.,* Austin, Texas, is awarded a $5,000,000 firm-fixed-price contract for 24 launchers. Work will be performed in Austin, Texas, and is
//! expected to be completed by June 2026. … The Naval Air Systems Command, Patuxent River, Maryland, is the contracting activity (N00019-21-C-0001).
//! ```
//! Each paragraph is one announcement: an award, an order, a modification, a correction or an update. Contractors that share an amount make one
//! contract; contractors with an amount each make one each, with the shared facts repeated.

use std::borrow::Cow;

use super::Reading;
use crate::clause::award::{Award, award, contract_types, exercises, modification_number};
use crate::clause::customer::MOST_PARTIES;
use crate::clause::place::MOST_PLACES;
use crate::clause::supplier::{Bidder, MOST_SUPPLIERS, counted, suppliers};
use crate::clause::termination::termination;
use crate::clause::value::{Role, own, role, said};
use crate::clause::{Pieces, activity, around, competition, completion, customer, floor, item, obligation, place};
use crate::lexicon::holds::{Holds, any_held};
use crate::lexicon::news::Trade;
use crate::lexicon::procurement::{
    ANNOUNCES, AWARDS, CORRECTED_ENDS, Cue, NO_ITEMS, PLACES_END, PRICED, TYPE_OPENERS, cues_and_terms, service,
};
use crate::mention::date::dateline;
use crate::mention::identifier::find_identifiers;
use crate::model::{
    Action, Code, Contract, ContractDate, DateMention, Diagnostic, Edtf, Evidence, EvidenceFor, Figure, FigureId,
    Identifier, Kind, PartyKind, Scheme, Status, Value, ValueRole, Vehicle,
};
use crate::span::Span;
use crate::text::segment::{paragraphs, sentences};

/// The names of the rules that a contract of this style can have.
pub const RULES: &[&str] = &[
    "dod.award",
    "dod.order",
    "dod.modification",
    "dod.option",
    "dod.termination",
    "dod.correction",
    "dod.update",
    "dod.fragment",
];

/// Reads the announcements of a document whose words of trade are known. Bounds that a sentence sets on its figures ("the maximum value
/// is …") are set on them.
pub fn read<'t>(
    text: &'t str,
    trade: &[(usize, Trade)],
    figures: &mut [Figure<'t>],
    dates: &[DateMention<'t>],
) -> Reading<'t> {
    let mut reading = Reading::default();
    let noted = |at: usize| {
        let before = &text.as_bytes()[at.saturating_sub(LONGEST_NOTE)..at];
        NOTES.iter().any(|word| memchr::memmem::find(before, word.as_bytes()).is_some())
    };
    let told = |at: usize| speaks_of_award(text, at) || stem(text, at, "contract") && noted(at);
    if !opens_with_note(text) && !trade.iter().any(|(at, _)| told(*at)) {
        return reading;
    }
    let paragraphs = paragraphs(text);
    let mut notes: Option<Vec<Note>> = None;
    let mut branch: Option<Span> = None;
    for paragraph in &paragraphs {
        if let Some(heading) = heading(text, *paragraph) {
            branch = Some(heading);
            continue;
        }
        let from = trade.partition_point(|word| word.0 < paragraph.start);
        let to = trade.partition_point(|word| word.0 < paragraph.end);
        if paragraph.end - paragraph.start < SHORTEST || !may_announce(text, *paragraph, &trade[from..to]) {
            continue;
        }
        let notes = notes.get_or_insert_with(|| {
            paragraphs.iter().filter_map(|paragraph| footnote(paragraph.of(text))).take(MOST_NOTES).collect()
        });
        read_paragraph(text, *paragraph, branch, notes, figures, dates, &mut reading);
    }
    reading
}

/// `Contracts For Sept. 28, 2018`: the day in the title of a page whose words of trade are known.
#[must_use]
pub fn page_date(text: &str, trade: &[(usize, Trade)]) -> Option<Edtf> {
    let title = |at: usize| {
        let rest = &text[at..];
        ["Contracts For ", "Contracts for ", "CONTRACTS FOR ", "CONTRACTS For "]
            .iter()
            .find_map(|title| rest.strip_prefix(title))
    };
    dateline(trade.iter().take_while(|word| word.0 < LONGEST_TITLE).find_map(|word| title(word.0))?)
}

/// The title of a page stands within its first bytes.
const LONGEST_TITLE: usize = 600;

/// `*Small business`: a footnote tells what a number of asterisks means.
struct Note {
    stars: usize,
    small_business: bool,
}

/// The most footnotes that one page has.
const MOST_NOTES: usize = 16;

fn footnote(paragraph: &str) -> Option<Note> {
    let name = paragraph.trim_start_matches('*');
    let stars = paragraph.len() - name.len();
    let small = [
        "mall business",
        "mall Business",
        "mall disadvantaged",
        "oman-owned",
        "oman owned",
        "eteran-owned",
        "ubZone",
        "UBZone",
    ];
    (stars > 0 && name.len() < 160 && name.trim_start().starts_with(char::is_alphabetic))
        .then(|| Note { stars, small_business: small.iter().any(|word| name.holds(word)) })
}

/// A shorter paragraph announces nothing.
const SHORTEST: usize = 60;

/// Whether the words of an announcement stand in a text at all.
fn may_announce(text: &str, paragraph: Span, trade: &[(usize, Trade)]) -> bool {
    let inner = paragraph.of(text);
    trade.iter().any(|(at, _)| text[*at..].starts_with("contracting activity"))
        || opens_with_note(inner)
            && (trade.iter().any(|(at, _)| stem(text, *at, "contract"))
                || inner.holds("nnounce") && !find_identifiers(text, paragraph).is_empty())
        || trade.iter().any(|(at, _)| speaks_of_award(text, *at))
            && (ANNOUNCES.are_in(inner)
                || AWARDS.are_in(inner) && {
                    // An award tells its number, or how it is priced.
                    let head =
                        Span::new(paragraph.start, floor(text, paragraph.end.min(paragraph.start + LONGEST_HEAD)));
                    PRICED.are_in(inner) || !find_identifiers(text, head).is_empty()
                })
}

/// `contracting office`, `awarded`: words of trade without which nothing is announced but a correction.
fn speaks_of_award(text: &str, at: usize) -> bool {
    text[at..].starts_with("contracting ") || stem(text, at, "award")
}

/// Whether the word at a place begins with a stem, in any case.
fn stem(text: &str, at: usize, stem: &str) -> bool {
    text.as_bytes().get(at..at + stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem.as_bytes()))
}

/// Numbers are looked for this far into a text whose words are those of an award.
const LONGEST_HEAD: usize = 6000;

/// `CORRECTION:`
fn opens_with_note(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
    NOTES.iter().any(|word| text.starts_with(word))
}

/// The words that open a note on an earlier announcement.
const NOTES: [&str; 6] = ["CORRECTION", "Correction", "UPDATE", "Update", "AMENDMENT", "CORRECTED"];

/// A note speaks of a contract within its first bytes.
const LONGEST_NOTE: usize = 400;

/// `NAVY`, `DEFENSE LOGISTICS AGENCY`: a line of capitals that heads the paragraphs below it.
fn heading(text: &str, paragraph: Span) -> Option<Span> {
    let line = paragraph.of(text).trim_matches(['*', ' ', ':']);
    let short = line.len() >= 3 && line.len() <= 70 && !line.contains('.') | line.starts_with("U.S.");
    (short
        && line.chars().any(char::is_uppercase)
        && !line.chars().any(char::is_lowercase)
        && !line.contains(|c: char| c.is_ascii_digit()))
    .then(|| {
        let start = paragraph.start + paragraph.of(text).find(line).unwrap_or(0);
        Span::new(start, start + line.len())
    })
}

fn read_paragraph<'t>(
    text: &'t str,
    paragraph: Span,
    branch: Option<Span>,
    notes: &[Note],
    figures: &mut [Figure<'t>],
    dates: &[DateMention<'t>],
    reading: &mut Reading<'t>,
) {
    let (mut hits, mut terms) = cues_and_terms(paragraph.of(text));
    let (cues, types) = (hits.iter_mut().map(|hit| (&mut hit.start, &mut hit.end)), terms.iter_mut());
    for (start, end) in cues.chain(types.map(|hit| (&mut hit.start, &mut hit.end))) {
        *start += paragraph.start;
        *end += paragraph.start;
    }
    let (announcement, bounds) = {
        let pieces = Pieces {
            text,
            span: paragraph,
            sentences: sentences(text, paragraph),
            hits,
            terms,
            figures,
            dates,
            identifiers: find_identifiers(text, paragraph),
        };
        let Some(announcement) = Announcement::read(&pieces, branch, notes) else { return };
        let bounds = announcement.bounds();
        (announcement, bounds)
    };
    for (id, role) in bounds {
        // Figures are numbered from 1 in text order.
        let at = usize::try_from(id.0).ok().and_then(|id| id.checked_sub(1));
        if let Some(figure) = at.and_then(|at| figures.get_mut(at)) {
            if role.at_most && figure.kind == Kind::Exact {
                figure.kind = Kind::AtMost;
                figure.low = None;
            }
            figure.approximate |= role.approximate;
        }
    }
    reading.diagnostics.extend(announcement.diagnostics);
    reading.diagnostics.extend(malformed(text, paragraph, figures));
    reading.contracts.extend(announcement.contracts);
}

/// `$23,417,2137`: what an announcement says in dollars and no figure could be read of. Elsewhere a dollar sign may be anything.
fn malformed<'t>(text: &'t str, paragraph: Span, figures: &[Figure<'t>]) -> Vec<Diagnostic<'t>> {
    let inner = paragraph.of(text);
    let signs = memchr::memchr_iter(b'$', inner.as_bytes()).map(|at| paragraph.start + at);
    let mut next = figures.partition_point(|figure| figure.end <= paragraph.start);
    signs
        .filter_map(|at| {
            while figures.get(next).is_some_and(|figure| figure.end <= at) {
                next += 1;
            }
            let read = figures.get(next).is_some_and(|figure| figure.start <= at);
            let digits = text[at + 1..paragraph.end]
                .bytes()
                .take(LONGEST_AMOUNT)
                .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
                .count();
            let mut end = at + 1 + text[at + 1..at + 1 + digits].trim_end_matches([',', '.']).len();
            // `$49,615 252`: digits behind a slipped space.
            let behind = &text[end..paragraph.end];
            let further = behind.strip_prefix(", ").or_else(|| behind.strip_prefix(' ')).unwrap_or("");
            let more = further.bytes().take(LONGEST_AMOUNT).take_while(|b| b.is_ascii_digit() || *b == b',').count();
            let more = further[..more].trim_end_matches(',').len();
            if more >= 3 && !read {
                end += behind.len() - further.len() + more;
            }
            (!read && digits > 0).then(|| {
                let message = "an amount whose digits are not grouped as a number's are: no reading of it is sure";
                Diagnostic::new(at, end, Code::MalformedAmount, message)
            })
        })
        .collect()
}

/// An amount has no more digits and marks.
const LONGEST_AMOUNT: usize = 40;

/// One paragraph as it is being read.
struct Announcement<'t> {
    contracts: Vec<Contract<'t>>,
    roles: Vec<(FigureId, Role)>,
    diagnostics: Vec<Diagnostic<'t>>,
}

impl<'t> Announcement<'t> {
    fn read(pieces: &Pieces<'_, 't>, branch: Option<Span>, notes: &[Note]) -> Option<Self> {
        let first = *pieces.sentences.first()?;
        let note = first_cue(pieces, first);
        let correction = note == Some(Cue::Correction) || note == Some(Cue::Update);
        let (at, read) = pieces
            .sentences
            .iter()
            .take(4)
            .enumerate()
            .find_map(|(i, sentence)| Some((i, award(pieces, body(pieces, *sentence, correction))?)))
            .unzip();
        let read = read.map(|mut award| {
            // `A & B. Velmark Inc., …; C LLC, …, are awarded`: a stop within a list of contractors ends no sentence.
            let before = pieces.sentences.get(..at.unwrap_or(0)).unwrap_or(&[]);
            if !correction && !before.is_empty() && before.iter().all(|sentence| lists(pieces, *sentence)) {
                award.suppliers = Span::new(first.start, award.suppliers.end);
            }
            award
        });
        let ended = termination(pieces, read.as_ref().filter(|_| !correction));
        let mut roles: Vec<(FigureId, Role)> = Vec::new();
        let mut base = Contract::new(pieces.span, pieces.text, Status::Awarded, "dod.fragment");
        base.branch = branch.map(|span| Cow::Borrowed(span.of(pieces.text)));
        let mut long = None;
        let bidders = match (&read, correction) {
            (Some(award), false) => {
                // `Twenty companies have each been awarded … The companies are: Velmark Inc., …`
                let subject = award.suppliers.of(pieces.text);
                // `The Navy is awarding contracts to 40 firms`: who awards is no contractor.
                let name = subject.strip_prefix("The ").unwrap_or(subject);
                let buyer = service(name) == Some(name.len());
                let named = if buyer || counted(subject) { companies(pieces) } else { None };
                let list = named.unwrap_or(award.suppliers);
                if buyer && named.is_none() {
                    Vec::new()
                } else {
                    let (bidders, cut) = bidders_of(pieces, list);
                    long = cut.then_some(list);
                    bidders
                }
            }
            (read, true) => corrected_bidders(pieces, first, read.as_ref()),
            // `The Army is terminating contract … with Velmark Inc.`
            (None, false) if ended.is_some() => corrected_bidders(pieces, first, None),
            // The rest of an announcement whose beginning stands elsewhere.
            (None, false) => Vec::new(),
        };
        let mut bidders: Vec<Bidder<'t>> = bidders.into_iter().map(|bidder| explained(bidder, notes)).collect();
        if read.is_none() && !correction && !tells_of_an_award(pieces) {
            return None;
        }
        let award_at = at.unwrap_or(0);
        if let Some(award) = &read {
            head(pieces, award, &mut base, &mut roles, correction, pieces.sentences[award_at]);
        }
        if correction {
            if let Some(award) = read.as_ref().filter(|_| note == Some(Cue::Update) && pieces.has(first, Cue::Added)) {
                // An awardee that is added is announced like any other.
                let stretch = Span::new(award.noun_end.max(award.object.start), pieces.sentences[award_at].end);
                let found =
                    item::awarded(pieces.text, stretch).filter(|found| !customer::is_user(found.of(pieces.text)));
                base.items = found.map_or_else(Vec::new, |found| item::items(pieces.text, found));
            }
            correct(pieces, note, &mut base, &mut roles);
        }
        if base.action == Some(Action::Modification)
            && pieces.sentences.iter().skip(award_at + 1).any(|sentence| exercises(pieces, *sentence))
        {
            base.action = Some(Action::Option);
            base.rule = Cow::Borrowed("dod.option");
        }
        if let Some(ended) = ended {
            base.action = Some(Action::Termination);
            base.rule = Cow::Borrowed("dod.termination");
            base.status = if ended.partial { Status::Modified } else { Status::Cancelled };
            base.items.retain(|item| !["convenience", "default"].iter().any(|ground| item.text.ends_with(ground)));
            base.evidence.retain(|evidence| evidence.decides != EvidenceFor::Status);
            base.evidence.push(Evidence::new(ended.span, pieces.text, EvidenceFor::Status));
        }
        let mut cuts: Vec<Cut> = Vec::new();
        for (i, sentence) in pieces.sentences.iter().enumerate() {
            let is_head = i == award_at && read.is_some() && !correction;
            facts(pieces, *sentence, &mut base, correction, is_head, &mut cuts);
            if correction || i == award_at && read.is_some() {
                continue;
            }
            for figure in pieces.figures_in(*sentence) {
                let read = match own_role(&roles, base.action).filter(|_| own(pieces, *sentence, figure)) {
                    Some(role) => Role { approximate: figure.approximate, ..Role::of(role) },
                    None => role(pieces, *sentence, figure),
                };
                roles.push((figure.id, read));
            }
        }
        let uncounted = base.items.iter().all(|item| item::designation(&item.text).is_none());
        if !correction && uncounted {
            // What a later sentence counts one by one is told beside the head's "255 aircraft".
            let mut provided =
                pieces.sentences.iter().skip(award_at).filter_map(|sentence| item::provided(pieces.text, *sentence));
            if let Some(stretch) = provided.next() {
                let found = item::items(pieces.text, stretch);
                if base.items.is_empty() || item::counted(&found) {
                    base.items.extend(found);
                }
            }
        }
        if !correction && base.items.is_empty() {
            // `This is a firm-fixed-price contract for combat boots.`
            let told = pieces.sentences.iter().skip(award_at + 1).take(MOST_BEFORE_ITEM).find_map(|sentence| {
                let inner = pieces.of(*sentence);
                let noun = inner.place_of(" contract for ").filter(|_| TYPE_OPENERS.begin(inner).is_some())?;
                item::awarded(pieces.text, Span::new(sentence.start + noun + 9, sentence.end))
            });
            base.items = told
                .filter(|found| !customer::is_user(found.of(pieces.text)))
                .map_or_else(Vec::new, |found| item::items(pieces.text, found));
        }
        if base.modification.is_none() && matches!(base.action, Some(Action::Modification | Action::Option)) {
            base.modification =
                pieces.sentences.iter().find_map(|sentence| modification_number(pieces, *sentence)).map(Cow::Borrowed);
        }
        if let Some(own) = own_role(&roles, base.action).filter(|role| *role == ValueRole::Modification) {
            // `increases the value of the contract by $5,000,000 to $8,000,000`: the modification's own amount.
            let steps: Vec<usize> = (0..roles.len())
                .filter(|at| figure_of(pieces, roles[*at].0).is_some_and(|figure| adds(pieces, figure)))
                .collect();
            if let [only] = steps[..] {
                roles[only].1 = Role::of(own);
            }
        }
        // A figure of the head has the role that the head gives it.
        roles.sort_by_key(|(id, _)| *id);
        roles.dedup_by_key(|(id, _)| *id);
        let mut orders = orders(pieces, &base, pieces.sentences[award_at], &mut cuts);
        if let [only] = bidders.as_slice() {
            // An order under a contract of one supplier is that supplier's.
            for order in orders.iter_mut().filter(|order| order.suppliers.is_empty()) {
                order.suppliers.push(only.party.clone());
            }
        }
        // A sentence on an order's completion speaks of the order before it.
        let starts: Vec<usize> = orders.iter().map(|order| order.start).collect();
        for (at, order) in orders.iter_mut().enumerate() {
            let till = starts.get(at + 1).copied().unwrap_or(pieces.span.end);
            order.dates = dates_of_order(pieces, Span::new(starts[at], till), &mut base.dates);
        }
        roles.retain(|(id, _)| !orders.iter().any(|order| order.values.iter().any(|value| value.figure == *id)));
        if !correction {
            amounts_by_name(pieces, &mut bidders, &roles);
        }
        let mut announcement = assemble(pieces, base, bidders, roles, read.as_ref());
        announcement.contracts.extend(orders);
        cuts.extend(long.map(|list| Cut { span: list, most: MOST_SUPPLIERS, what: "suppliers" }));
        announcement.diagnostics.extend(cuts.into_iter().map(Cut::diagnostic));
        Some(announcement)
    }

    fn bounds(&self) -> Vec<(FigureId, Role)> {
        self.roles.iter().filter(|(_, role)| role.at_most || role.approximate).copied().collect()
    }
}

/// `increases the total value by $5,000,000`, `adds an additional $5,000,000`: an amount by which something grows or shrinks.
fn adds(pieces: &Pieces<'_, '_>, figure: &Figure<'_>) -> bool {
    let at = pieces.sentences.partition_point(|sentence| sentence.end <= figure.start);
    let Some(sentence) = pieces.sentences.get(at).filter(|sentence| sentence.holds(figure.span())) else {
        return false;
    };
    let near = around(pieces.text, *sentence, figure.span());
    let before = pieces.of(Span::new(near.start, figure.start)).trim_end();
    let grows = pieces.hits_in(Span::new(near.start, figure.start)).iter().any(|hit| hit.what == Cue::Increases);
    let value = ["value", "ceiling", "amount", "price"].iter().any(|noun| before.holds(noun));
    grows && value && before.ends_with(" by") && !before.holds("bligated")
        || before.ends_with("adds an additional") && pieces.has(near, Cue::Increases)
}

/// The role of the amount of what is announced, where none has it yet.
fn own_role(roles: &[(FigureId, Role)], action: Option<Action>) -> Option<ValueRole> {
    const OWN: [ValueRole; 3] = [ValueRole::Award, ValueRole::Modification, ValueRole::Ceiling];
    let told = roles.iter().any(|(_, role)| OWN.contains(&role.role));
    (!told).then_some(if matches!(action, Some(Action::Modification | Action::Option)) {
        ValueRole::Modification
    } else {
        ValueRole::Award
    })
}

/// `Velmark is being awarded $5,000,000; Norhaven is being awarded $4,000,000`, `$5,000,000 for Velmark; and $4,000,000 for Norhaven`:
/// amounts that sentences behind the list of contractors give to each by name. They stand for all of them or for none.
fn amounts_by_name(pieces: &Pieces<'_, '_>, bidders: &mut [Bidder<'_>], roles: &[(FigureId, Role)]) {
    if !(2..=MOST_BY_NAME).contains(&bidders.len()) || bidders.iter().any(|bidder| bidder.amount.is_some()) {
        return;
    }
    let Some(list_end) = bidders.iter().map(|bidder| bidder.span.end).max() else { return };
    let Some(names) = short_names(bidders) else { return };
    let mut amounts: Vec<Option<FigureId>> = vec![None; bidders.len()];
    for sentence in pieces.sentences.iter().filter(|sentence| sentence.end > list_end) {
        let mut from = sentence.start.max(list_end);
        for figure in pieces.figures_in(Span::new(from, sentence.end)) {
            let before = pieces.of(Span::new(from, figure.start));
            let clause = &before[before.rfind(';').map_or(0, |at| at + 1)..];
            let behind = pieces.of(Span::new(figure.end, sentence.end)).strip_prefix(" for ");
            from = figure.end;
            let other = |role: ValueRole| {
                matches!(role, ValueRole::Other | ValueRole::Award | ValueRole::Ceiling | ValueRole::Modification)
            };
            if !roles.iter().any(|(id, role)| *id == figure.id && other(role.role)) || clause.len() > LONGEST_BY_NAME {
                continue;
            }
            if clause.holds("minimum") || clause.holds("guarantee") {
                continue;
            }
            let gives = clause.holds("award") || clause.holds("receive") || clause.trim_end().ends_with(':');
            let mut named = names.iter().enumerate().filter(|(_, name)| match behind {
                Some(behind) => behind.starts_with(**name),
                None => gives && named_in(clause, name),
            });
            if let (Some((at, _)), None) = (named.next(), named.next()) {
                // Two amounts for one contractor are no list of amounts.
                if amounts[at].replace(figure.id).is_some() {
                    return;
                }
            }
        }
    }
    // Beside an amount that is announced for all, those by name are of orders.
    let shared = roles.iter().any(|(id, role)| {
        matches!(role.role, ValueRole::Award | ValueRole::Ceiling | ValueRole::Modification)
            && !amounts.contains(&Some(*id))
    });
    if !shared && amounts.iter().all(Option::is_some) {
        for (bidder, amount) in bidders.iter_mut().zip(amounts) {
            bidder.amount = amount;
        }
    }
}

/// So many contractors are looked for by name.
const MOST_BY_NAME: usize = 24;

/// The clause that gives a contractor its amount is no longer.
const LONGEST_BY_NAME: usize = 300;

/// The first words of each contractor's name that tell it from the others.
fn short_names<'t>(bidders: &[Bidder<'t>]) -> Option<Vec<&'t str>> {
    bidders
        .iter()
        .enumerate()
        .map(|(at, bidder)| {
            let Cow::Borrowed(name) = bidder.party.name else { return None };
            let name = name.strip_prefix("The ").unwrap_or(name);
            let ends = name.match_indices([' ', ',']).map(|(end, _)| end).chain([name.len()]).take(4);
            let alone = |short: &&str| {
                let others = bidders.iter().enumerate().filter(|(other, _)| *other != at);
                short.len() >= 3 && others.map(|(_, other)| &other.party.name).all(|other| !named_in(other, short))
            };
            ends.map(|end| &name[..end]).find(alone)
        })
        .collect()
}

/// Whether a name stands in a text as whole words.
fn named_in(text: &str, name: &str) -> bool {
    let free = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let bytes = text.as_bytes();
    text.match_indices(name)
        .any(|(at, _)| free(at.checked_sub(1).map(|at| &bytes[at])) && free(bytes.get(at + name.len())))
}

/// A list that was cut at its bound: what stands behind is said to be unread.
struct Cut {
    /// The part of the list that was not read, or the list.
    span: Span,
    most: usize,
    what: &'static str,
}

impl Cut {
    /// What is left of `list` behind its last piece that was read, where so many pieces were read as are read at most.
    fn behind(list: Span, count: usize, last_end: Option<usize>, most: usize, what: &'static str) -> Option<Self> {
        let rest = Span::new(last_end.filter(|_| count >= most)?, list.end);
        // The stop of a sentence, or a bracket with a percentage, is no further piece.
        (rest.end > rest.start + LONGEST_TAIL).then_some(Self { span: rest, most, what })
    }

    fn diagnostic<'t>(self) -> Diagnostic<'t> {
        let message = format!("more than {} {}: the list is cut there", self.most, self.what);
        Diagnostic::new(self.span.start, self.span.end, Code::TooLong, message)
    }
}

/// What stands behind the last piece of a list that was read whole is no longer.
const LONGEST_TAIL: usize = 16;

/// `Task Order 1 is being awarded to Velmark Inc. at $5,000,000 for test support.`: orders that a paragraph names beside its award
/// are contracts of their own.
fn orders<'t>(pieces: &Pieces<'_, 't>, base: &Contract<'t>, award: Span, cuts: &mut Vec<Cut>) -> Vec<Contract<'t>> {
    let text = pieces.text;
    let mut found = Vec::new();
    for sentence in pieces.sentences.iter().filter(|sentence| **sentence != award) {
        let (Some(awarded), Some(figure)) =
            (pieces.first(*sentence, Cue::Awarded), pieces.figures_in(*sentence).first())
        else {
            continue;
        };
        // The order stands before the verb, or right behind it: "Velmark is being awarded task order 0001 at $2,000,000".
        let order =
            pieces.hits_in(*sentence).iter().find(|hit| matches!(hit.what, Cue::TaskOrder | Cue::DeliveryOrder));
        let Some(order) = order.copied() else { continue };
        // `Initial task order was awarded at $96,000 for new siding`
        let head = pieces.of(Span::new(sentence.start, order.start));
        let opened = ["Initial ", "The initial ", "An initial ", "The first ", "First ", "The seed "].contains(&head);
        let first = order.start == sentence.start || opened;
        let behind = order.start >= awarded.end && order.start - awarded.end < NEAR_VERB && figure.start > order.end;
        let named_subject = crate::clause::award::subject(pieces, *sentence, &awarded).filter(|_| behind);
        if !first && named_subject.is_none() {
            continue;
        }
        let vehicle = if order.what == Cue::TaskOrder { Vehicle::TaskOrder } else { Vehicle::DeliveryOrder };
        let after = pieces.of(Span::new(order.end, sentence.end));
        let digits = after.strip_prefix(' ').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        if first && digits == 0 && !opened || figure.start < awarded.end {
            continue;
        }
        if found.len() >= MOST_ORDERS {
            cuts.push(Cut { span: Span::new(sentence.start, pieces.span.end), most: MOST_ORDERS, what: "orders" });
            break;
        }
        let named = Span::new(order.start, order.end + usize::from(digits > 0) + digits);
        let mut order = Contract::new(*sentence, text, Status::Awarded, "dod.order");
        order.action = Some(Action::Order);
        order.vehicle.push(vehicle);
        order.branch.clone_from(&base.branch);
        order.activity.clone_from(&base.activity);
        order.values.push(Value::new(figure.id, ValueRole::Award));
        let verb = Span::new(awarded.start, awarded.end);
        order.evidence.push(Evidence::new(verb, text, EvidenceFor::Status));
        order.evidence.push(Evidence::new(verb, text, EvidenceFor::Supplier));
        if digits > 0 {
            order.identifiers.push(Identifier::new(named, text, Scheme::Other, Cow::Borrowed(named.of(text))));
        }
        if let Some(subject) = named_subject {
            order.suppliers = bidders(pieces, subject).into_iter().map(|bidder| bidder.party).collect();
        }
        let between = Span::new(awarded.end, figure.start);
        if let Some(at) = crate::clause::find(text, between, " to ").filter(|_| first) {
            let end = [" at ", " in the amount", " for "]
                .iter()
                .filter_map(|stop| crate::clause::find(text, Span::new(at + 4, figure.start), stop))
                .min()
                .unwrap_or(figure.start);
            let list = Span::new(at + 4, end);
            order.suppliers = bidders(pieces, list).into_iter().map(|bidder| bidder.party).collect();
        }
        if let Some(stretch) = item::awarded(text, Span::new(figure.end, sentence.end)) {
            order.items = item::items(text, stretch);
        }
        found.push(order);
    }
    found
}

/// `Work for this task order is expected to be completed by April 2018.`: a date of the order, not of the contract.
fn dates_of_order(pieces: &Pieces<'_, '_>, stretch: Span, dates: &mut Vec<ContractDate>) -> Vec<ContractDate> {
    let said = |sentence: &&Span| {
        let words = pieces.of(**sentence);
        [
            "for this task order",
            "on this task order",
            "for the task order",
            "for this delivery order",
            "for the initial task order",
            "or task order",
        ]
        .iter()
        .any(|word| words.holds(word))
    };
    let within = |sentence: &&Span| stretch.holds(**sentence);
    let spans: Vec<Span> = pieces.sentences.iter().filter(within).filter(said).take(MOST_ORDERS).copied().collect();
    let of_order = |date: &ContractDate| {
        let at = usize::try_from(date.date.0).ok().and_then(|id| pieces.dates.get(id.checked_sub(1)?));
        at.is_some_and(|date| spans.iter().any(|span| span.holds(date.span())))
    };
    let (own, rest) = dates.iter().copied().partition(of_order);
    *dates = rest;
    own
}

/// An order further behind the verb is not what it awards.
const NEAR_VERB: usize = 30;

/// The most orders that one paragraph names beside its award.
const MOST_ORDERS: usize = 64;

/// Whether the facts of an announcement stand in a paragraph without its award.
fn tells_of_an_award(pieces: &Pieces<'_, '_>) -> bool {
    let has = |what: Cue| pieces.hits.iter().any(|hit| hit.what == what);
    has(Cue::Activity) && (!pieces.identifiers.is_empty() || pieces.sentences.len() > 1)
        || has(Cue::PerformanceCompletion)
        || has(Cue::Fiscal)
            && has(Cue::Obligated)
            && has(Cue::Funds)
            && !pieces.figures_in(pieces.span).is_empty()
            && !opens_as_news(pieces)
}

/// `Velmark has secured a $5 million contract`: news of an award, whose beginning is not missing.
fn opens_as_news(pieces: &Pieces<'_, '_>) -> bool {
    let Some(first) = pieces.sentences.first().map(|first| pieces.of(*first)) else { return false };
    let near = &first[..crate::clause::floor(first, 140)];
    pieces.identifiers.is_empty()
        && [" secured ", " won ", " received ", " landed ", " booked ", " will receive ", " announced "]
            .iter()
            .any(|verb| near.holds(verb))
}

/// The cue that opens the paragraph: a correction or an update.
fn first_cue(pieces: &Pieces<'_, '_>, first: Span) -> Option<Cue> {
    let hit = pieces.hits_in(first).first()?;
    let opens = pieces.of(Span::new(first.start, hit.start)).trim_matches(['*', ' ', '\u{a0}']).is_empty();
    let word = pieces.of(Span::new(hit.start, hit.end));
    let capital = word.starts_with(|c: char| c.is_uppercase());
    (opens && capital && matches!(hit.what, Cue::Correction | Cue::Update)).then_some(hit.what)
}

/// The sentence behind "CORRECTION:".
fn body(pieces: &Pieces<'_, '_>, sentence: Span, correction: bool) -> Span {
    if !correction {
        return sentence;
    }
    match pieces.hits_in(sentence).first() {
        Some(hit) if hit.start == sentence.start && matches!(hit.what, Cue::Correction | Cue::Update) => {
            crate::clause::trim(pieces.text, Span::new(hit.end, sentence.end))
        }
        _ => sentence,
    }
}

/// A page's footnote says whether the asterisks mean a small business.
fn explained<'t>(mut bidder: Bidder<'t>, notes: &[Note]) -> Bidder<'t> {
    if let Some(note) = notes.iter().find(|note| bidder.stars > 0 && note.stars == bidder.stars) {
        bidder.party.small_business = note.small_business.then_some(true);
    }
    bidder
}

/// `The companies are: Velmark Inc., Austin, Texas; …`, `They are …`, `under the following contracts: …`: the list of those whom the award
/// only counts.
fn companies(pieces: &Pieces<'_, '_>) -> Option<Span> {
    const OPENERS: [&str; 10] = [
        "The list of contractors involved are",
        "The contractors involved are",
        "The companies are",
        "The companies and their awards are",
        "The companies and awards are",
        "The contractors are",
        "The awardees are",
        "The companies include",
        "Companies are",
        "They are",
    ];
    let sentences = || pieces.sentences.iter().take(MOST_BEFORE_LIST);
    let list = |sentence: &Span, behind: &str| {
        let list = behind.trim_start_matches(|c: char| c == ':' || c.is_whitespace());
        let span = crate::clause::trim(pieces.text, Span::new(sentence.end - list.len(), sentence.end));
        list.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then_some(span)
    };
    let opened = sentences().find_map(|sentence| {
        let inner = pieces.of(*sentence);
        list(sentence, OPENERS.iter().find_map(|opener| inner.strip_prefix(*opener))?)
    });
    opened.or_else(|| {
        sentences().find_map(|sentence| {
            let inner = pieces.of(*sentence);
            list(sentence, &inner[inner.place_of(": ").filter(|_| inner.contains(';'))?..])
        })
    })
}

/// What is bought is told within so many sentences behind the award.
const MOST_BEFORE_ITEM: usize = 8;

/// Whether a stretch before the award is part of its list of contractors: `Velmark Inc., Austin, Texas (N00019-21-C-0001); Norhaven`.
fn lists(pieces: &Pieces<'_, '_>, sentence: Span) -> bool {
    let numbered = pieces.identifiers.iter().any(|id| sentence.start <= id.start && id.end <= sentence.end);
    let told = pieces
        .hits_in(sentence)
        .iter()
        .any(|hit| matches!(hit.what, Cue::Awarded | Cue::Activity | Cue::Work | Cue::Funds));
    numbered && pieces.of(sentence).holds(";") && !told
}

/// The list stands within so many sentences.
const MOST_BEFORE_LIST: usize = 32;

fn bidders<'t>(pieces: &Pieces<'_, 't>, list: Span) -> Vec<Bidder<'t>> {
    bidders_of(pieces, list).0
}

/// The bidders of a list, and whether it was cut.
fn bidders_of<'t>(pieces: &Pieces<'_, 't>, list: Span) -> (Vec<Bidder<'t>>, bool) {
    suppliers(pieces.text, list, pieces.figures_in(list))
}

/// The contractor of a correction: `was awarded to Velmark, not Norhaven`, `announced on …, for Velmark (…) for $5,000,000`.
fn corrected_bidders<'t>(pieces: &Pieces<'_, 't>, first: Span, read: Option<&Award<'t>>) -> Vec<Bidder<'t>> {
    let text = pieces.text;
    let first = around(text, first, Span::new(first.start, first.start));
    for sentence in &pieces.sentences {
        // The name that the correction gives wins over the one that it withdraws.
        for words in [
            " was awarded to ",
            " were awarded to ",
            " should have been awarded to ",
            " is being awarded to ",
            "correct contractor is ",
            "correct awardee is ",
            "awarded contractor is ",
            " has been awarded to ",
        ] {
            if let Some(at) = crate::clause::find(text, *sentence, words) {
                let start = at + words.len();
                let end = [", not ", " instead of ", ". ", " for $", ", was announced", " on "]
                    .iter()
                    .filter_map(|stop| crate::clause::find(text, Span::new(start, sentence.end), stop))
                    .min()
                    .unwrap_or(sentence.end);
                let found = bidders(pieces, crate::clause::trim(text, Span::new(start, end)));
                if !found.is_empty() && text[start..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
                    return found;
                }
            }
        }
    }
    if let Some(award) = read {
        let list = award.suppliers;
        let name = list.of(text);
        if !name.starts_with("The contract")
            && !name.starts_with("A contract")
            && !name.starts_with("Contract")
            && !name.holds(" announced ")
            && !name.holds("nnouncement")
        {
            return bidders(pieces, list);
        }
    }
    // `The contract announced on Oct. 21, 2016, for Velmark Inc., Austin, Texas (…), for $5,000,000 was announced with …`: a
    // receiver behind "to" wins over what stands behind "for".
    for links in [
        &[" awarded to the ", " awarded to ", " to the ", " to "][..],
        &[" for the ", " for ", " with ", " that ", " in which "],
    ] {
        let mut from = first.start;
        while let Some((at, length)) = links
            .iter()
            .filter_map(|link| Some((crate::clause::find(text, Span::new(from, first.end), link)?, link.len())))
            .min_by_key(|(at, length)| (*at, usize::MAX - length))
        {
            let start = at + length;
            from = start;
            let rest = &text[start..first.end];
            if !rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || rest.starts_with("Dec.") {
                continue;
            }
            let end = CORRECTED_ENDS.first(rest).map_or(first.end, |(at, _)| start + at);
            let found = bidders(pieces, crate::clause::trim(text, Span::new(start, end)));
            if found.iter().any(|bidder| bidder.party.place.is_some() || bidder.party.name.len() > 4) {
                return found;
            }
        }
    }
    // `The Velmark Inc. contract listed on Sept. 3 …`
    let subject = body(pieces, first, true);
    let inner = pieces.of(subject);
    let name = inner.strip_prefix("The ").unwrap_or(inner);
    if name.starts_with(|c: char| c.is_uppercase()) {
        let start = subject.end - name.len();
        let end = [" contract", " modification", " delivery order", ", $"]
            .iter()
            .filter_map(|stop| crate::clause::find(text, Span::new(start, subject.end), stop))
            .min();
        if let Some(end) = end.filter(|end| *end > start + 4) {
            let found = bidders(pieces, crate::clause::trim(text, Span::new(start, end)));
            let company = |bidder: &Bidder<'_>| {
                bidder.party.place.is_some()
                    || ["Inc", "Corp", "LLC", "Co.", "Ltd"].iter().any(|word| bidder.party.name.holds(word))
            };
            if found.iter().any(company) {
                return found;
            }
        }
    }
    Vec::new()
}

/// The facts of the sentence that awards.
fn head<'t>(
    pieces: &Pieces<'_, 't>,
    award: &Award<'t>,
    base: &mut Contract<'t>,
    roles: &mut Vec<(FigureId, Role)>,
    correction: bool,
    sentence: Span,
) {
    let text = pieces.text;
    base.action = Some(award.action);
    base.modification = award.modification.map(Cow::Borrowed);
    let modified = matches!(award.action, Action::Modification | Action::Option);
    base.status = if modified { Status::Modified } else { Status::Awarded };
    if !correction {
        base.evidence.push(Evidence::new(award.verb, text, EvidenceFor::Supplier));
        base.evidence.push(Evidence::new(award.verb, text, EvidenceFor::Status));
    }
    let verb = pieces.of(award.verb);
    if verb.holds("will be") || verb.holds("to be") {
        base.status = Status::Planned;
    }
    base.rule = Cow::Borrowed(match award.action {
        Action::Order => "dod.order",
        Action::Modification => "dod.modification",
        Action::Option => "dod.option",
        _ => "dod.award",
    });
    base.shared_ceiling = award.shared;
    contract_types(pieces, award.object, &mut base.pricing, &mut base.vehicle);
    match award.action {
        Action::Order
            if pieces.of(award.object).holds("ask order") && !pieces.of(award.object).holds("elivery order") =>
        {
            push(&mut base.vehicle, Vehicle::TaskOrder);
        }
        Action::Order if pieces.of(award.object).holds("elivery order") => {
            push(&mut base.vehicle, Vehicle::DeliveryOrder);
        }
        _ if pieces.of(award.object).holds("task order")
            && (pieces.of(award.object).holds("task order contract")
                || pieces.of(award.object).holds("task order, ") && !modified) =>
        {
            push(&mut base.vehicle, Vehicle::TaskOrder);
        }
        _ => {}
    }
    if let Some(words) = lessens(pieces, award, sentence).filter(|_| modified) {
        base.evidence.push(Evidence::new(words, text, EvidenceFor::Role));
    }
    let stretch = Span::new(award.noun_end.max(award.object.start), sentence.end);
    if let Some(found) =
        item::awarded(text, stretch).filter(|_| !correction).filter(|found| !customer::is_user(found.of(text)))
    {
        base.items = item::items(text, found);
    }
    // The first figure behind the verb is the announcement's own; the rest have the roles of their words.
    let mut main = true;
    for figure in pieces.figures_in(award.object) {
        if correction {
            continue;
        }
        let read = if main && figure.start < sentence.end {
            main = false;
            main_role(pieces, award, figure, sentence)
        } else {
            head_role(pieces, award, sentence, figure)
        };
        roles.push((figure.id, read));
    }
}

/// `to decrease the value of the contract`: the words that make a modification's amount one that is taken off. The amount itself stays
/// as it is written: only a written minus makes a figure negative.
fn lessens(pieces: &Pieces<'_, '_>, award: &Award<'_>, sentence: Span) -> Option<Span> {
    let stretch = Span::new(award.verb.end, sentence.end);
    pieces.hits_in(stretch).iter().filter(|hit| hit.what == Cue::Increases).find_map(|hit| {
        let word = pieces.of(Span::new(hit.start, hit.end));
        let less = Evidence::LESSENING.iter().any(|stem| word.starts_with(stem));
        let behind = pieces.of(Span::new(hit.end, sentence.end));
        let near = &behind[..floor(behind, NEAR_NOUN)];
        let noun = ["value", "ceiling", "price", "amount", "contract"]
            .iter()
            .filter_map(|noun| Some(near.place_of(noun)? + noun.len()))
            .min()?;
        less.then(|| Span::new(hit.start, hit.end + noun))
    })
}

/// What is lessened stands this near behind the verb.
const NEAR_NOUN: usize = 40;

fn push(list: &mut Vec<Vehicle>, vehicle: Vehicle) {
    if !list.contains(&vehicle) {
        list.push(vehicle);
    }
}

/// The role of the amount that is announced.
fn main_role(pieces: &Pieces<'_, '_>, award: &Award<'_>, figure: &Figure<'_>, sentence: Span) -> Role {
    let before = pieces.of(Span::new(award.object.start, figure.start));
    let after = pieces.of(Span::new(figure.end, sentence.end));
    let behind =
        ["not-to-exceed", "(maximum", "maximum", "ceiling"].iter().find(|word| after.trim_start().starts_with(**word));
    let maximum = MAXIMUM.iter().any(|word| before.holds(word)) || behind.is_some();
    let bounded =
        ["ceiling", "maximum", "not-to-exceed", "not to exceed"].iter().any(|word| before.trim_end().ends_with(word));
    let cumulative = !bounded && TOTALS.iter().any(|word| before.holds(word));
    let role = match award.action {
        Action::Modification | Action::Option => ValueRole::Modification,
        _ if cumulative => ValueRole::Cumulative,
        _ if maximum || award.shared || figure.kind == Kind::AtMost => ValueRole::Ceiling,
        _ => ValueRole::Award,
    };
    let at_most = maximum
        && (before.holds("maximum")
            || before.holds("not-to-exceed")
            || before.holds("ceiling")
            || before.holds("not to exceed")
            || after.trim_start().starts_with("not-to-exceed"));
    let words = match role {
        ValueRole::Cumulative => said(before, figure.start, &TOTALS),
        ValueRole::Ceiling => said(before, figure.start, &MAXIMUM).or_else(|| {
            let at = sentence.end - after.trim_start().len();
            behind.map(|word| Span::new(at, at + word.len()))
        }),
        ValueRole::Modification => {
            let hits = pieces.hits_in(award.object);
            let hit =
                [Cue::Modification, Cue::Exercise].iter().find_map(|cue| hits.iter().find(|hit| hit.what == *cue));
            hit.map(|hit| Span::new(hit.start, hit.end))
        }
        _ => None,
    };
    Role { at_most, ..Role::of(role).by(words) }
}

/// Words that make the amount that is announced a maximum, or one that several share.
const MAXIMUM: [&str; 6] = ["maximum", "ceiling", "not-to-exceed", "not to exceed", "combined", "shared"];

/// Words that make the amount that is announced a total.
const TOTALS: [&str; 2] = ["cumulative", "total value"];

/// The role of a further amount in the sentence that awards.
fn head_role(pieces: &Pieces<'_, '_>, award: &Award<'_>, sentence: Span, figure: &Figure<'_>) -> Role {
    let near = around(pieces.text, Span::new(award.verb.end, sentence.end), figure.span());
    let read = role(pieces, near, figure);
    let before = pieces.of(Span::new(near.start, figure.start));
    let after = pieces.of(Span::new(figure.end, near.end));
    // `to increase the ceiling from $1 million to $2 million` is a movement; a second plain amount is another thing.
    if read.role == ValueRole::Award
        || read.role == ValueRole::Ceiling && !before.holds("eiling") && !before.holds("maximum")
    {
        return Role { at_most: read.at_most, approximate: read.approximate, ..Role::of(ValueRole::Other) };
    }
    if after.holds("maximum") && after.place_of("maximum").is_some_and(|at| at < 12) {
        let at = near.end - after.len() + after.place_of("maximum").unwrap_or(0);
        return Role { at_most: true, ..Role::of(ValueRole::Ceiling).by(Some(Span::new(at, at + "maximum".len()))) };
    }
    read
}

/// The facts of any sentence: dates, places, funding, competition, customers, activity.
fn facts<'t>(
    pieces: &Pieces<'_, 't>,
    sentence: Span,
    base: &mut Contract<'t>,
    correction: bool,
    head: bool,
    cuts: &mut Vec<Cut>,
) {
    let hits = pieces.hits_in(sentence);
    let mut seen = Seen::default();
    for hit in hits {
        seen.note(hit.what);
    }
    if seen.activity && base.activity.is_none() {
        base.activity = activity::activity(pieces, sentence);
    }
    if seen.multiple {
        push(&mut base.vehicle, Vehicle::MultipleAward);
    }
    base.dates.extend(completion::dates(pieces, sentence, correction));
    if seen.work && !correction {
        work(pieces, sentence, base, cuts);
    }
    let figures = pieces.figures_in(sentence);
    let money = seen.funds || seen.obligated || seen.fiscal;
    let funds = !correction || seen.fiscal && seen.obligated;
    if money && !head && funds && (!seen.deobligated || !figures.is_empty()) {
        let inner = pieces.of(sentence);
        let future = inner.starts_with("Future ")
            || inner.starts_with("Subsequent ")
            || inner.starts_with("No funds") && figures.is_empty();
        // `which will use fiscal 2016 funds, brings the total to $9,000,000`: no amount of the funds.
        let total = !seen.obligated && pieces.has(sentence, Cue::Increases) && pieces.has(sentence, Cue::Cumulative);
        if !future && !total {
            base.funding.extend(obligation::funding(pieces, sentence));
        }
    }
    if let Some(expires) = seen.expires.then(|| obligation::expires(pieces, sentence)).flatten() {
        // Where a part is said to lapse, only a line of that amount is known to.
        let part = obligation::expiring(pieces, sentence);
        for line in base.funding.iter_mut().filter(|line| line.expires.is_none()) {
            let amount = line.figure.and_then(|id| figure_of(pieces, id)).map(|figure| figure.low);
            if part.is_none_or(|part| amount == Some(part.low)) {
                line.expires = Some(expires);
            }
        }
    }
    if seen.competition {
        let found = competition::competition(pieces, sentence);
        base.set_aside = base.set_aside.take().or(found.set_aside);
        if !head || pieces.sentences.len() == 1 {
            base.offers = base.offers.or(found.offers);
            base.authority = base.authority.take().or(found.authority);
            if found.competed == Some(false) {
                base.competed = found.competed;
            }
        }
        base.competed = base.competed.or(found.competed);
    }
    if (!head || pieces.sentences.len() == 1) && type_sentence(pieces, sentence) {
        contract_types(pieces, sentence, &mut base.pricing, &mut base.vehicle);
    }
    if seen.using {
        let users = customer::using(pieces, sentence);
        let last = users.last().map(|party| party.end);
        cuts.extend(Cut::behind(sentence, users.len(), last, MOST_PARTIES, "customers"));
        let known = base.customers.len();
        for party in users {
            if let Some(foreign) = customer::beneficiaries_named(&party) {
                base.beneficiaries.push(foreign);
            } else if party.name.holds("oreign ") || party.name.holds("FMS") {
                base.beneficiaries.push(party);
            } else {
                base.customers.push(party);
            }
        }
        if let Some(hit) = pieces.first(sentence, Cue::Using).filter(|_| base.customers.len() > known) {
            let words = Span::new(hit.start, hit.end);
            base.evidence.push(Evidence::new(words, pieces.text, EvidenceFor::Customer));
        }
    } else if !seen.activity && !seen.work {
        users(pieces, sentence, base, &seen, head, cuts);
    }
}

/// Whom a sentence says that the work is for: services and offices of the buyer, foreign end users.
fn users<'t>(
    pieces: &Pieces<'_, 't>,
    sentence: Span,
    base: &mut Contract<'t>,
    seen: &Seen,
    head: bool,
    cuts: &mut Vec<Cut>,
) {
    let money = (seen.funds && seen.fiscal) || seen.obligated;
    let split = seen.combines;
    let named = || seen.services || pieces.of(sentence).holds(" for the ");
    if (!money || head || split) && named() {
        for party in customer::served(pieces, sentence) {
            if !base.customers.iter().any(|known| known.name == party.name) {
                let words = customer::served_by(pieces.text, sentence, party.start);
                base.evidence.extend(words.map(|words| Evidence::new(words, pieces.text, EvidenceFor::Customer)));
                base.customers.push(party);
            }
        }
    }
    let sold = || any_held!(pieces.of(sentence), "ales to ", "ales for ");
    let foreign = seen.foreign || head && pieces.hits.iter().any(|hit| hit.what == Cue::Fms);
    if foreign && (split || sold() || !(money && !head && !pieces.figures_in(sentence).is_empty())) {
        let buyers = customer::beneficiaries(pieces, sentence, head);
        let last = buyers.last().map(|party| party.end);
        cuts.extend(Cut::behind(sentence, buyers.len(), last, MOST_PARTIES, "foreign buyers"));
        for party in buyers {
            let known = base
                .beneficiaries
                .iter()
                .any(|known| known.name == party.name || known.country.is_some() && known.country == party.country);
            if !known {
                base.beneficiaries.push(party);
            }
        }
    }
    // Whom the text does not name, it tells once: a later sentence only speaks of them again.
    let told = base.beneficiaries.iter().any(|known| known.kind == PartyKind::Unknown);
    if seen.end_users && !money && !told {
        for party in customer::end_users(pieces, sentence) {
            if !base.beneficiaries.iter().any(|known| known.name.eq_ignore_ascii_case(&party.name)) {
                base.beneficiaries.push(party);
            }
        }
    }
}

/// Which kinds of cue words a sentence has.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "a set of cue words, each there or not")]
struct Seen {
    activity: bool,
    work: bool,
    funds: bool,
    obligated: bool,
    deobligated: bool,
    fiscal: bool,
    expires: bool,
    competition: bool,
    using: bool,
    foreign: bool,
    combines: bool,
    multiple: bool,
    services: bool,
    end_users: bool,
}

impl Seen {
    fn note(&mut self, cue: Cue) {
        match cue {
            Cue::Activity => self.activity = true,
            Cue::Work => self.work = true,
            Cue::Funds => self.funds = true,
            Cue::Obligated => self.obligated = true,
            Cue::Deobligated => self.deobligated = true,
            Cue::Fiscal => self.fiscal = true,
            Cue::WillExpire | Cue::NotExpire => self.expires = true,
            Cue::Received | Cue::Solicited | Cue::SoleSource | Cue::Competitive | Cue::SetAside | Cue::Authority => {
                self.competition = true;
            }
            Cue::Using => self.using = true,
            Cue::Fms | Cue::Cooperative => self.foreign = true,
            Cue::EndUser => {
                self.foreign = true;
                self.end_users = true;
            }
            Cue::Service => self.services = true,
            Cue::Combines => self.combines = true,
            Cue::MultipleAward => self.multiple = true,
            _ => {}
        }
    }
}

/// Sentences that name the contract's type: "This is a firm-fixed-price contract", "Under this new … contract".
fn type_sentence(pieces: &Pieces<'_, '_>, sentence: Span) -> bool {
    let inner = pieces.of(sentence);
    // Few sentences have what both phrases share.
    TYPE_OPENERS.begin(inner).is_some() || inner.holds("s a ") && any_held!(inner, "is a firm-fixed", "warded as a ")
}

/// Where the work is done.
fn work<'t>(pieces: &Pieces<'_, 't>, sentence: Span, base: &mut Contract<'t>, cuts: &mut Vec<Cut>) {
    let text = pieces.text;
    let Some(hit) = pieces.first(sentence, Cue::Work) else { return };
    let mut start = hit.end;
    let inner = &text[start..sentence.end];
    if inner.starts_with(" by ") || inner.starts_with(" under ") {
        return;
    }
    // `The work to be performed provides for … in Ohio and Iowa.`
    if inner.starts_with(" provides")
        || inner.starts_with(" include") && !inner.contains(':') && hit_says_work(pieces, sentence)
    {
        if let Some(at) = inner.last_place_of(" in ") {
            let list = crate::clause::trim(text, Span::new(start + at + 4, sentence.end));
            let found = place::places(text, list);
            if !found.is_empty() && found.iter().all(|place| place::ends_place(&place.text)) {
                base.places.extend(found);
            }
        }
        return;
    }
    loop {
        let rest = &text[start..sentence.end];
        // Few of them begin with the same letter.
        let begins = |link: &str| rest.as_bytes().first() == link.as_bytes().first() && rest.starts_with(link);
        let link = PLACE_LINKS.iter().find(|link| begins(link));
        if let Some(link) = link {
            start += link.len();
        } else if let Some(length) = at_the_contractors(rest) {
            start += length;
        } else {
            break;
        }
    }
    // `worldwide to include Lima, Ohio`, `various facilities including, but not limited to, Maine (70 percent)`
    let rest = &text[start..sentence.end];
    let preamble = Span::new(start, start + floor(rest, LONGEST_PREAMBLE));
    // Most places are told without any of these words, which few letters show.
    let (inner, colon) = (preamble.of(text), PLACE_LISTS.len() - 1);
    let lists = if inner.holds("nclu") || inner.holds("imited") { &PLACE_LISTS[..] } else { &PLACE_LISTS[colon..] };
    let listed = lists
        .iter()
        .filter_map(|link| crate::clause::find(text, preamble, link).map(|at| (at - start, at - start + link.len())))
        .filter(|(at, to)| {
            let commas = rest[*at..].starts_with("but ");
            !rest[..*at].contains(['(', ';'])
                && (commas || !rest[..*at].contains(','))
                && rest[*to..].starts_with(|c: char| c.is_uppercase())
        })
        .map(|(_, to)| to)
        .max();
    start += listed.unwrap_or(0);
    let rest = &text[start..sentence.end];
    let mut end = PLACES_END.first(rest).map_or(sentence.end, |(at, _)| start + at);
    // A date ends the list too.
    if let Some(date) = pieces.dates_in(Span::new(start, end)).first() {
        end = date.start;
    }
    let mut list = crate::clause::trim(text, Span::new(start, end));
    // The stop of "the continental U.S." belongs to the name.
    if (list.of(text).ends_with("U.S") || list.of(text).ends_with("D.C")) && text[list.end..].starts_with('.') {
        list.end += 1;
    }
    // `performed for the Army Corps of Engineers`: whom it is for is no place.
    if list.of(text).starts_with("for ") {
        return;
    }
    if list.end - list.start > LONGEST_PLACES {
        cuts.push(Cut { span: list, most: LONGEST_PLACES, what: "bytes of places" });
        return;
    }
    // "multiple locations in Asia and Africa" names none.
    let vague = ["various ", "multiple ", "locations "].iter().any(|word| list.of(text).starts_with(word));
    let from = base.places.len();
    let found = place::places(text, list);
    cuts.extend(Cut::behind(list, found.len(), found.last().map(|place| place.end), MOST_PLACES, "places"));
    for place in found {
        let name = &place.text;
        let proper = || place.percent.is_some() || name.contains(|c: char| c.is_uppercase());
        // Most names have no word that begins small, which needs fewer looks.
        let worded = || name.as_bytes().windows(2).any(|pair| pair[0] == b' ' && pair[1].is_ascii_lowercase());
        let told = || any_held!(name, "each order", " is ", " will ", " are ", " was ");
        let determined = || any_held!(name, "determined", "ontractor") || worded() && told();
        // A place without a capital at its beginning is told by few words: "various locations", "outside the U.S.".
        let small = || name.starts_with(|c: char| c.is_lowercase());
        let vaguely = || VAGUE_PLACES.iter().any(|word| name.starts_with(word));
        let unsure = || name.starts_with("This ") || place.percent.is_none() && small() && !vaguely();
        let again = || base.places[..from].iter().any(|known| known.text == *name);
        let fits = name.len() < 160 && !(vague && place.percent.is_none());
        if fits && proper() && !unsure() && !again() && !determined() {
            base.places.push(place);
        }
    }
}

/// `The work to be performed`: the sentence describes the work.
fn hit_says_work(pieces: &Pieces<'_, '_>, sentence: Span) -> bool {
    pieces.of(sentence).starts_with("The work to be performed")
}

/// A longer list of places is no list.
const LONGEST_PLACES: usize = 6000;

/// Words that begin the name of a place in small letters.
const VAGUE_PLACES: [&str; 26] = [
    "the ",
    "various ",
    "outside ",
    "inside ",
    "within ",
    "offshore",
    "aboard ",
    "contiguous ",
    "continental ",
    "throughout ",
    "other ",
    "multiple ",
    "at ",
    "on ",
    "off ",
    "overseas ",
    "worldwide ",
    "several ",
    "all ",
    "classified ",
    "undisclosed ",
    "remote ",
    "locations ",
    "sites ",
    "near ",
    "both ",
];

/// Words that open the list of places behind a phrase that names none. The colon stands last.
const PLACE_LISTS: [&str; 9] = [
    "but not limited to, ",
    "but not limited to: ",
    "but not limited to ",
    " to include ",
    " to include, ",
    " to include: ",
    ", including ",
    " including ",
    ": ",
];

/// The phrase before the list of places is no longer.
const LONGEST_PREAMBLE: usize = 200;

/// Words between "work will be performed" and the first place.
const PLACE_LINKS: [&str; 27] = [
    " the following locations",
    "following locations",
    " is ",
    " are ",
    " will be ",
    ": ",
    " primarily",
    " and at",
    " mainly",
    " include ",
    " includes ",
    " in ",
    " at ",
    "in ",
    "at ",
    " on ",
    " within ",
    " aboard ",
    " from ",
    " throughout ",
    "the ",
    " principally",
    " both",
    " predominantly",
    " predominately",
    " in: ",
    " ",
];

/// ` at the contractor's facilities in `: how long the words are
fn at_the_contractors(rest: &str) -> Option<usize> {
    let head = rest.get(..rest.len().min(80)).or_else(|| rest.get(..rest.len().min(79)))?;
    let named = ["contractor", "Contractor", "awardee", "company"].iter().any(|word| head.starts_with(word))
        || head.starts_with("its ")
        || head.starts_with("their ");
    // `Velmark's facility, Seoul, South Korea`
    let owners =
        ["'s facility, ", "’s facility, ", "'s facilities, ", "’s facilities, ", "'s facility in ", "’s facility in "];
    let owned = head.holds("s facilit");
    for owner in owners.into_iter().filter(|_| owned) {
        if let Some(at) = head.place_of(owner).filter(|at| !head[..*at].contains(',')) {
            return Some(at + owner.len());
        }
    }
    let at = head.place_of(" in ").filter(|_| named)?;
    (!head[..at].contains(',')).then_some(at + 4)
}

/// What a correction says: dates and figures that hold, and those that it withdraws.
fn correct<'t>(pieces: &Pieces<'_, 't>, note: Option<Cue>, base: &mut Contract<'t>, roles: &mut Vec<(FigureId, Role)>) {
    let text = pieces.text;
    base.action = Some(if note == Some(Cue::Update) { Action::Update } else { Action::Correction });
    base.rule = Cow::Borrowed(if note == Some(Cue::Update) { "dod.update" } else { "dod.correction" });
    let number = pieces.sentences.iter().find_map(|sentence| modification_number(pieces, *sentence));
    base.modification = number.map(Cow::Borrowed);
    let modified =
        number.is_some() || pieces.sentences.first().is_some_and(|sentence| pieces.of(*sentence).holds("modification"));
    base.status = if modified { Status::Modified } else { Status::Awarded };
    let not_yet = pieces.hits.iter().find(|hit| hit.what == Cue::NotYet);
    if not_yet.is_some() {
        base.status = Status::Planned;
    }
    // "Correction:" and "Update:" tell that what was announced stands, but for what is put right.
    let opens = pieces.sentences.first().and_then(|first| pieces.hits_in(*first).first());
    if let Some(hit) = not_yet.or(opens) {
        base.evidence.push(Evidence::new(Span::new(hit.start, hit.end), text, EvidenceFor::Status));
    }
    let wrong_amount = pieces.hits.iter().filter(|hit| hit.what == Cue::Incorrect).any(|hit| {
        let sentence = pieces.sentences.iter().find(|sentence| sentence.start <= hit.start && hit.end <= sentence.end);
        sentence.is_some_and(|sentence| {
            let behind = pieces.of(Span::new(hit.end, sentence.end));
            let behind = &behind[..behind.char_indices().nth(NEAR_WRONG).map_or(behind.len(), |(at, _)| at)];
            // "an incorrect amount of obligated funds" leaves the award as it is.
            !behind.holds("amount of obligat")
                && !behind.holds("bligated")
                && ["amount", "value", "dollar", "total", "ceiling", "price"].iter().any(|word| behind.holds(word))
        })
    });
    let update = note == Some(Cue::Update);
    let right_stands = right_amounts(pieces);
    // `had the wrong funds obligated amount. The actual amount was …`
    let wrong_funds = pieces.sentences.iter().find_map(|sentence| {
        let wrong = pieces.first(*sentence, Cue::Incorrect)?;
        let behind = pieces.of(Span::new(wrong.end, sentence.end));
        let behind = &behind[..floor(behind, NEAR_WRONG)];
        let funds = behind.holds("bligated") && behind.holds("amount") && !behind.holds(" and ");
        funds.then_some(sentence.start)
    });
    for sentence in &pieces.sentences {
        contract_types(pieces, *sentence, &mut base.pricing, &mut base.vehicle);
        for figure in pieces.figures_in(*sentence) {
            let sentence = &around(text, *sentence, figure.span());
            let before = pieces.of(Span::new(sentence.start, figure.start));
            let right = ["orrect ", "should have", "hould be", "should read", "actual", "instead", " is "]
                .iter()
                .any(|word| before.holds(word))
                && !before.trim_end().ends_with("not");
            let funds = pieces.hits_in(Span::new(sentence.start, figure.start));
            let fiscal =
                funds.iter().any(|hit| hit.what == Cue::Fiscal) && funds.iter().any(|hit| hit.what == Cue::Funds);
            let obligated = fiscal
                || wrong_funds.is_some_and(|wrong| wrong < sentence.start)
                || before.holds("bligat") && !before.holds("award amount");
            let fixed =
                pieces.hits_in(*sentence).iter().any(|hit| hit.what == Cue::Correct && hit.start < figure.start);
            let not = before.trim_end().ends_with(", not")
                || before.trim_end().ends_with("not")
                || before.trim_end().ends_with("instead of");
            let own = if modified {
                ValueRole::Modification
            } else if figure.kind == Kind::AtMost {
                ValueRole::Ceiling
            } else {
                ValueRole::Award
            };
            let righted =
                right_stands.is_some_and(|right| figure.end <= right.start) && pieces.has(*sentence, Cue::Incorrect);
            let share = is_share(pieces, figure);
            let role = if not || righted || share {
                ValueRole::Other
            } else if obligated {
                ValueRole::Obligated
            } else if ["ceiling", "maximum", "not-to-exceed", "not to exceed"]
                .iter()
                .any(|word| before.trim_end().ends_with(word))
            {
                ValueRole::Ceiling
            } else if before.holds("cumulative") || before.holds("total contract value") {
                ValueRole::Cumulative
            } else if wrong_amount && !right && !fixed && !update {
                ValueRole::Other
            } else {
                own
            };
            roles.push((figure.id, Role::of(role)));
        }
        if base.items.is_empty()
            && let Some(stretch) = crate::clause::find(text, *sentence, " for ")
                .filter(|at| text[at + 5..].starts_with(|c: char| c.is_lowercase()))
                .filter(|at| {
                    NO_ITEMS.begin(&text[at + 5..]).is_none()
                        && !text[at + 5..].starts_with("a $")
                        && !text[at + 5..].starts_with("an $")
                })
                .map(|at| Span::new(at + 5, sentence.end))
        {
            let end = [" (", " included ", " was ", " named ", " should ", " has ", " had "]
                .iter()
                .filter_map(|stop| crate::clause::find(text, stretch, stop))
                .min()
                .unwrap_or(stretch.end);
            let found = Span::new(stretch.start, end);
            // `for the Velmark Directorate to Norhaven LLC, …`: whom it is for, and who receives it.
            let receiver =
                found.of(text).place_of(" to ").filter(|at| found.of(text)[at + 4..].starts_with(char::is_uppercase));
            let thing = receiver.map_or(found, |at| Span::new(found.start, found.start + at));
            if end - stretch.start > 8 && !customer::is_user(thing.of(text)) {
                base.items = item::items(text, thing);
            }
        }
    }
}

/// `purchases for the Navy ($5,000,000; 83 percent)`: the split between buyers.
fn is_share(pieces: &Pieces<'_, '_>, figure: &Figure<'_>) -> bool {
    let opened = pieces.of(Span::new(pieces.span.start, figure.start)).ends_with('(');
    let behind = pieces.of(Span::new(figure.end, pieces.span.end));
    let behind = &behind[..floor(behind, NEAR_WRONG)];
    opened && behind.split(')').next().is_some_and(|inner| inner.starts_with([';', ',']) && inner.holds("percent"))
}

/// What was wrong stands so many characters behind the word that says so.
const NEAR_WRONG: usize = 70;

/// `incorrectly announced … $5 million. The announcement should have read … $6 million.`: the sentence with the right amounts, where it
/// stands behind one with wrong ones.
fn right_amounts(pieces: &Pieces<'_, '_>) -> Option<Span> {
    let told = |sentence: &&Span, cue: Cue| pieces.has(**sentence, cue) && !pieces.figures_in(**sentence).is_empty();
    let wrong = pieces.sentences.iter().position(|sentence| told(&sentence, Cue::Incorrect))?;
    pieces.sentences.iter().skip(wrong + 1).find(|sentence| told(sentence, Cue::Correct)).copied()
}

/// The contracts of the paragraph: one, or one for each contractor with an amount of its own.
fn assemble<'t>(
    pieces: &Pieces<'_, 't>,
    mut base: Contract<'t>,
    bidders: Vec<Bidder<'t>>,
    mut roles: Vec<(FigureId, Role)>,
    award: Option<&Award<'t>>,
) -> Announcement<'t> {
    let mut diagnostics = Vec::new();
    if base.action == Some(Action::Correction) {
        for (id, role) in &roles {
            if role.role == ValueRole::Other
                && let Some(figure) = figure_of(pieces, *id).filter(|figure| !is_share(pieces, figure))
            {
                diagnostics.push(Diagnostic::new(
                    figure.start,
                    figure.end,
                    Code::Withdrawn,
                    "a figure of an earlier announcement, which this correction withdraws or sets beside the right one",
                ));
            }
        }
    }
    let each = bidders.len() > 1 && bidders.iter().filter(|bidder| bidder.amount.is_some()).count() == bidders.len();
    base.shared_ceiling |= bidders.len() > 1 && !each && roles.iter().any(|(_, role)| role.role == ValueRole::Ceiling);
    if bidders.len() > 1 && !each && base.action == Some(Action::Award) {
        // Contractors that share one amount compete for it: it is no one's own.
        let object = award.map_or(pieces.span, |award| award.object);
        let shared = |id: FigureId| figure_of(pieces, id).is_some_and(|figure| object.holds(figure.span()));
        let mut own = roles.iter_mut().filter(|(id, role)| role.role == ValueRole::Award && shared(*id));
        if let Some((_, role)) = own.next() {
            role.role = ValueRole::Ceiling;
            base.shared_ceiling = true;
        }
    }
    if !each {
        for bidder in &bidders {
            if let Some(id) = bidder.amount.filter(|id| !roles.iter().any(|(known, _)| known == id)) {
                let role =
                    if base.action == Some(Action::Modification) { ValueRole::Modification } else { ValueRole::Award };
                roles.push((id, Role::of(role)));
            }
        }
    }
    // "Work will be performed at Velmark Engineering, Austin, Texas": the firm is no place.
    base.places.retain(|place| {
        let firm = place.percent.is_none() && place.text.contains(' ') && !place.text.contains(',');
        !(firm
            && !place::us_state(&place.text)
            && bidders.iter().take(MOST_COMPARED).any(|bidder| bidder.party.name.starts_with(place.text.as_ref())))
    });
    roles.sort_by_key(|(id, _)| *id);
    base.dates.sort_by_key(|date| date.date);
    // An amount that another sentence gives to one contractor by name is no one else's.
    let given = |id: FigureId| each && bidders.iter().any(|bidder| bidder.amount == Some(id));
    base.values = roles.iter().filter(|(id, _)| !given(*id)).map(|(id, role)| Value::new(*id, role.role)).collect();
    parent(&mut base, award, &pieces.identifiers);
    // A number that stands twice is one fact.
    let mut identifiers: Vec<Identifier<'t>> = Vec::with_capacity(pieces.identifiers.len());
    for id in &pieces.identifiers {
        if !identifiers.iter().take(MOST_COMPARED).any(|known| known.value == id.value) {
            identifiers.push(id.clone());
        }
    }
    let mut contracts = Vec::new();
    if each {
        // What stands in one contractor's own part of the list is said of that one.
        let part_of = |id: FigureId| {
            let span = figure_of(pieces, id).map(Figure::span)?;
            bidders.iter().position(|bidder| bidder.span.holds(span))
        };
        let mut own: Vec<Vec<Value>> = vec![Vec::new(); bidders.len()];
        for value in std::mem::take(&mut base.values) {
            match part_of(value.figure).and_then(|at| own.get_mut(at)) {
                Some(values) => values.push(value),
                None => base.values.push(value),
            }
        }
        let outside: Vec<Identifier<'t>> = identifiers
            .iter()
            .filter(|id| !bidders.iter().any(|bidder| bidder.span.holds(Span::new(id.start, id.end))))
            .cloned()
            .collect();
        let numbers: Vec<Option<&str>> =
            bidders.iter().map(|bidder| modification_number(pieces, bidder.span)).collect();
        let numbered = numbers.iter().any(Option::is_some);
        let modified = matches!(base.action, Some(Action::Modification | Action::Option));
        for ((bidder, mut values), number) in bidders.into_iter().zip(own).zip(numbers) {
            let mut one = base.clone();
            if numbered {
                one.modification = number.map(Cow::Borrowed);
            }
            let own = identifiers.iter().filter(|id| bidder.span.holds(Span::new(id.start, id.end))).cloned();
            one.identifiers = own.chain(outside.iter().cloned()).collect();
            // The contract that is modified is each one's own, where the list names it.
            let listed = one.parent.as_ref().is_some_and(|parent| !outside.contains(parent));
            if modified && listed {
                one.parent =
                    one.identifiers.first().filter(|id| bidder.span.holds(Span::new(id.start, id.end))).cloned();
            }
            if let Some(id) = bidder.amount {
                let maximum = figure_of(pieces, id).is_some_and(|figure| figure.kind == Kind::AtMost)
                    || roles.iter().any(|(known, role)| *known == id && role.role == ValueRole::Ceiling);
                let role = match base.action {
                    Some(Action::Modification | Action::Option) => ValueRole::Modification,
                    _ if maximum => ValueRole::Ceiling,
                    _ => ValueRole::Award,
                };
                values.retain(|value| value.figure != id);
                values.insert(0, Value::new(id, role));
            }
            values.append(&mut one.values);
            one.values = values;
            one.suppliers = vec![bidder.party];
            contracts.push(one);
        }
    } else {
        base.identifiers = identifiers;
        base.suppliers = bidders.into_iter().map(|bidder| bidder.party).collect();
        contracts.push(base);
    }
    for contract in &mut contracts {
        role_words(pieces.text, contract, &roles);
    }
    Announcement { contracts, roles, diagnostics }
}

/// The words that say what the amounts of a contract are, as evidence.
fn role_words<'t>(text: &'t str, contract: &mut Contract<'t>, roles: &[(FigureId, Role)]) {
    for value in &contract.values {
        let known = roles.binary_search_by_key(&value.figure, |(id, _)| *id).ok().map(|at| roles[at].1);
        if let Some(words) = known.filter(|known| known.role == value.role).and_then(|known| known.words) {
            contract.evidence.push(Evidence::new(words, text, EvidenceFor::Role));
        }
    }
    contract.evidence.sort_by_key(|evidence| (evidence.start, evidence.decides));
    // Several amounts may stand behind the same words.
    contract.evidence.dedup_by_key(|evidence| (evidence.start, evidence.end, evidence.decides));
}

/// A number is compared with so many of those before it.
const MOST_COMPARED: usize = 512;

/// The figure of an id: they are numbered from 1 in text order.
fn figure_of<'d, 't>(pieces: &Pieces<'d, 't>, id: FigureId) -> Option<&'d Figure<'t>> {
    pieces.figures.get(usize::try_from(id.0).ok()?.checked_sub(1)?)
}

/// The contract that an order stands under or that a modification changes: the first number behind the noun that is no order.
fn parent<'t>(base: &mut Contract<'t>, award: Option<&Award<'t>>, identifiers: &[Identifier<'t>]) {
    let Some(award) = award else { return };
    let found = match base.action {
        Some(Action::Order) => identifiers
            .iter()
            .find(|id| id.scheme == Scheme::UsPiid && id.start > award.verb.end && id.start < award.object.end),
        Some(Action::Modification | Action::Option) => {
            identifiers.iter().find(|id| id.scheme != Scheme::UsSolicitation && id.start > award.verb.end)
        }
        _ => None,
    };
    base.parent = found.cloned();
}

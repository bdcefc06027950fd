//! The terms of a release: what a sum or a day is that stands beside the deal's own.
//!
//! ```text
//! replaced  = ( "replaces" | "follows" ) … "earlier agreement worth" amount      the sum of another deal
//! framework = "under a framework worth up to" amount                             what may be ordered at most
//! together  = "contracts" … ( "worth collectively" | "with a combined value" ) amount
//! optional  = amount "if all options are exercised"
//! due       = "to build" … "by" date                                             a delivery, and no signature
//! ```

use crate::clause::{around, floor, words_at};
use crate::lexicon::holds::Holds;
use crate::model::{Contract, DateMention, DateRole, Evidence, EvidenceFor, Figure, FigureId, Kind, ValueRole};
use crate::span::Span;
use crate::text::segment::{paragraphs, sentences};

/// Puts the roles of a contract's sums and days right.
pub(super) fn settle<'t>(
    text: &'t str,
    figures: &[Figure<'t>],
    dates: &[DateMention<'t>],
    contract: &mut Contract<'t>,
) {
    // A sum and its conversion are one.
    // Figures stand in the order of their ids.
    let of = |id: FigureId| figures.binary_search_by_key(&id, |figure| figure.id).ok().map(|at| &figures[at]);
    let awards = contract
        .values
        .iter()
        .filter(|value| {
            value.role == ValueRole::Award && of(value.figure).is_some_and(|figure| figure.converts.is_none())
        })
        .count();
    let several = contract.values.len() > 1;
    for value in contract.values.iter_mut().filter(|value| value.role == ValueRole::Award) {
        let Some(figure) = of(value.figure) else { continue };
        let Some(sentence) = sentence_of(text, figure.span()) else { continue };
        let before = near(text, sentence, figure.start);
        let after = &text[figure.end..sentence.end];
        if let Some((role, words)) = role(before, after, figure, several, awards > 1) {
            value.role = role;
            contract.evidence.push(Evidence::new(words, text, EvidenceFor::Role));
        }
    }
    // "a maximum value of $208 million (SEK 1.37 billion)": what is converted keeps its role.
    for at in 0..contract.values.len() {
        let original = of(contract.values[at].figure).and_then(|figure| figure.converts);
        let role =
            original.and_then(|id| contract.values.iter().find(|value| value.figure == id)).map(|value| value.role);
        if let Some(role) = role.filter(|role| *role != contract.values[at].role) {
            contract.values[at].role = role;
        }
    }
    contract.evidence.sort_by_key(|evidence| evidence.start);
    for date in contract.dates.iter_mut().filter(|date| matches!(date.role, DateRole::Signed | DateRole::Announced)) {
        let Some(mention) = dates.iter().find(|mention| mention.id == date.date) else { continue };
        let Some(sentence) = sentence_of(text, Span::new(mention.start, mention.end)) else { continue };
        let before = near(text, sentence, mention.start);
        if date.role == DateRole::Announced {
            // The DGA notified Velmark on 4 December of an order: the day of the award.
            let told = ["notified", "otifying"].iter().filter_map(|verb| before.last_place_of(verb)).max();
            let body = || ["ongress", "lawmakers", "arliament"].iter().any(|body| before.holds(body));
            if told.is_some_and(|at| !before[at..].holds("announced") && !body()) {
                date.role = DateRole::Awarded;
            }
        } else if DUE.iter().any(|words| before.ends_with(words)) && WORK.iter().any(|words| before.holds(words)) {
            date.role = DateRole::Delivery;
        } else if under_a_framework(before).is_some()
            && ["signed in ", "signed on ", "concluded in ", "concluded on "]
                .iter()
                .any(|words| before.ends_with(words))
        {
            date.role = DateRole::Other;
        }
    }
}

/// What a sum is that is not the deal's own worth, and the words that say so.
fn role(
    before: &str,
    after: &str,
    figure: &Figure<'_>,
    several: bool,
    several_awards: bool,
) -> Option<(ValueRole, Span)> {
    let ended = |list: &[&str]| {
        let words = list.iter().filter(|words| before.ends_with(**words)).max_by_key(|words| words.len())?;
        Some(words_at(figure.start - words.len(), words))
    };
    let at_most = matches!(figure.kind, Kind::AtMost | Kind::LessThan);
    let near = &after[..floor(after, NEAR)];
    let ahead = |at: usize, words: &str| words_at(figure.start - before.len() + at, words);
    if several
        && let Some(words) = of_another_deal(before).map(|(at, words)| ahead(at, words)).or_else(|| ended(&HOLDING))
    {
        return Some((ValueRole::Other, words));
    }
    if several
        && at_most
        && let Some((at, words)) = under_a_framework(before)
    {
        return Some((ValueRole::Ceiling, ahead(at, words)));
    }
    if several_awards && let Some(words) = ended(&MOST) {
        return Some((ValueRole::Ceiling, words));
    }
    let of_options = || of_the_options(near).then(|| words_at(figure.end, " of the "));
    let grown = if several_awards { ended(&POTENTIAL).or_else(of_options) } else { None };
    let together = || ended(&TOGETHER).filter(|_| before.holds("contracts"));
    let optional = || {
        let (at, words) = OPTIONAL.iter().filter_map(|words| Some((near.find(words)?, *words))).min()?;
        several.then(|| words_at(figure.end + at, words))
    };
    grown.or_else(together).or_else(optional).map(|words| (ValueRole::Cumulative, words))
}

/// Words before the sum of an agreement under which the deal stands.
const HOLDING: [&str; 8] = [
    "under an existing ",
    "under the existing ",
    "under a previous ",
    "under an earlier ",
    "against the company's ",
    "against the company’s ",
    "against its ",
    "on a prior award for ",
];

/// Words between the deals and the sum of all of them.
const TOGETHER: [&str; 9] = [
    "worth collectively ",
    "worth collectively over ",
    "worth collectively more than ",
    "collectively worth ",
    "collectively worth over ",
    "collectively worth more than ",
    "with a combined value of ",
    "with a combined value of over ",
    "worth a combined ",
];

/// Words behind a sum that needs options.
const OPTIONAL: [&str; 6] = [
    "if all options",
    "if options",
    "if the options",
    "including options",
    "including all options",
    "with all options",
];

/// Words before the most that may be ordered under a deal.
const MOST: [&str; 6] = [
    "maximum value of ",
    "maximum value of up to ",
    "maximum total value of ",
    "ceiling value of ",
    "maximum contract value of ",
    "not to exceed ",
];

/// Words before what a deal may come to with its options, where its own sum is told beside it.
const POTENTIAL: [&str; 14] = [
    "potential value of ",
    "potential total value of ",
    "potential contract value of ",
    "total potential value of ",
    "total value of ",
    "total contract value of ",
    "total contract value is ",
    "total contract value to ",
    "potential value of up to ",
    "total potential value is ",
    "potential value of the contract is ",
    "potentially worth ",
    "potentially worth up to ",
    "total potential contract value of ",
];

/// ` of the available options have been exercised`: what was ordered of them so far.
fn of_the_options(after: &str) -> bool {
    let phrase = after.split(['.', ';']).next().unwrap_or("");
    phrase.starts_with(" of the ") && phrase.holds("options") && phrase.holds(" exercised")
}

/// Words before a day on which something is to be there.
const DUE: [&str; 5] = ["by ", "by the end of ", "until ", "by early ", "by late "];

/// Words of what is to be done by then.
const WORK: [&str; 9] = [
    "to produce ",
    "to mass-produce ",
    "to manufacture ",
    "to build ",
    "to deliver ",
    "to supply ",
    "to provide ",
    "to maintain ",
    "to construct ",
];

/// Words decide the role of a sum or a day this near.
const NEAR: usize = 90;

/// `replaces an earlier agreement worth`: what stands before the sum speaks of another deal.
fn of_another_deal(before: &str) -> Option<(usize, &'static str)> {
    const EARLIER: [&str; 7] =
        ["an earlier ", "the earlier ", "a previous ", "the previous ", "an existing ", "a former ", "the former "];
    let (at, words) = EARLIER.iter().filter_map(|words| Some((before.last_place_of(words)?, *words))).max()?;
    let near = &before[at..];
    let other = ["contract", "agreement", "deal", "order"].iter().any(|noun| near.holds(noun))
        && ["worth", "valued at", "value of"].iter().any(|words| near.holds(words))
        && ["replac", "follow", "succeed", "supersed", "extend"].iter().any(|verb| before[..at].contains(verb));
    other.then_some((at, words))
}

/// `under a framework worth up to`, `follows the framework contract signed in`: the framework of the deal, and not the deal.
fn under_a_framework(before: &str) -> Option<(usize, &'static str)> {
    ["under a ", "under the ", "follows the ", "follows a ", "part of a ", "part of the ", "from a ", "from the "]
        .iter()
        .find_map(|link| {
            let at = before.last_place_of(link)? + link.len();
            Some((at + before[at..].place_of("framework")?, "framework"))
        })
}

/// The words of a sentence that stand near before a place.
fn near(text: &str, sentence: Span, at: usize) -> &str {
    let before = &text[sentence.start..at];
    &before[floor(before, before.len().saturating_sub(NEAR))..]
}

/// The sentence in which something stands.
fn sentence_of(text: &str, span: Span) -> Option<Span> {
    let whole = around(text, Span::new(0, text.len()), span);
    let line = paragraphs(whole.of(text))
        .into_iter()
        .map(|line| Span::new(line.start + whole.start, line.end + whole.start))
        .find(|line| line.start <= span.start && span.end <= line.end)?;
    sentences(text, line).into_iter().find(|sentence| sentence.start <= span.start && span.end <= sentence.end)
}

//! Roles: what each figure of an announcement is to the contract.
//!
//! The sentence decides, by the cue that stands nearest before the figure. Conventions: a modification's amount is `modification`;
//! a new award's maximum or shared amount is `ceiling`; totals "so far" or "if options are exercised" are `cumulative`; the total
//! before the action, parts that expire and splits between buyers are `other`.

use super::{Pieces, around, floor, words_at};
use crate::lexicon::holds::{Holds, any_held};
use crate::lexicon::procurement::{Cue, Hit};
use crate::model::{Figure, Kind, ValueRole};
use crate::span::Span;

/// A figure's role, and whether the words make it an upper bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// What the figure is.
    pub role: ValueRole,
    /// The words say that it is a maximum.
    pub at_most: bool,
    /// The words say that it is an estimate.
    pub approximate: bool,
    /// The words that say what it is, where it is not only the place of the figure that does.
    pub words: Option<Span>,
}

impl Role {
    /// A role that no words bound or blur.
    #[must_use]
    pub const fn of(role: ValueRole) -> Self {
        Self { role, at_most: false, approximate: false, words: None }
    }

    /// The same, as these words say.
    #[must_use]
    pub fn by(self, words: Option<Span>) -> Self {
        Self { words, ..self }
    }

    fn by_cue(self, hit: Option<&Hit<Cue>>) -> Self {
        self.by(hit.map(|hit| Span::new(hit.start, hit.end)))
    }
}

/// `maximum` of "a maximum $5,000,000": where the last of some words stands in what ends at a place, the figure's start.
#[must_use]
pub fn said(before: &str, end: usize, words: &[&str]) -> Option<Span> {
    let places = words.iter().filter_map(|word| Some((before.last_place_of(word)?, *word)));
    let (at, word) = places.max_by_key(|(at, word)| (at + word.len(), word.len()))?;
    Some(words_at(end - before.len() + at, word))
}

/// The role of a figure in a sentence other than the one that awards.
#[must_use]
pub fn role(pieces: &Pieces<'_, '_>, sentence: Span, figure: &Figure<'_>) -> Role {
    let sentence = around(pieces.text, sentence, figure.span());
    let before = pieces.of(Span::new(sentence.start, figure.start));
    let after = pieces.of(Span::new(figure.end, sentence.end));
    let near = before.trim_end();
    let hits = pieces.hits_in(Span::new(sentence.start, figure.start));
    let all = pieces.hits_in(sentence);
    let last = |what: Cue| hits.iter().rev().find(|hit| hit.what == what);
    let has = |what: Cue| last(what).is_some();
    let any = |what: Cue| all.iter().find(|hit| hit.what == what);
    let anywhere = |what: Cue| any(what).is_some();
    // Before the figure, or else behind it.
    let nearest_of = |what: Cue| last(what).or_else(|| any(what));
    let said = |words: &[&str]| said(before, figure.start, words);
    let total = || anywhere(Cue::Cumulative) || anywhere(Cue::Ceiling) || before.holds("total");
    if anywhere(Cue::Increases) && total() && !before.holds("obligated") {
        return change(pieces, sentence, figure, all).by_cue(nearest_of(Cue::Increases));
    }
    let optional = before.holds("ption");
    if anywhere(Cue::IfOptions) || optional && OPTIONAL.iter().any(|words| before.holds(words)) {
        let words = nearest_of(Cue::IfOptions).map(|hit| Span::new(hit.start, hit.end));
        return options(pieces, sentence, figure, hits).by(words.or_else(|| said(&OPTIONAL)));
    }
    // `The first order, with a cumulative face value of $2,000,000, will be funded with …`: a total, whatever is told behind it.
    if TOTALS.iter().any(|words| near.ends_with(words)) && !before.holds("bligat") {
        return Role::of(ValueRole::Cumulative).by(said(&TOTALS));
    }
    if per_awardee(near, after) {
        return Role::of(ValueRole::Other);
    }
    if PRICED.iter().any(|word| near.ends_with(word)) {
        return Role { at_most: true, ..Role::of(ValueRole::Ceiling).by(said(&PRICED)) };
    }
    let obliged = anywhere(Cue::Obligated);
    let planned = has(Cue::Estimated) && !anywhere(Cue::Fiscal);
    let share = before.ends_with("hare is ") || before.ends_with("hare of ");
    let of_money = has(Cue::Funds) || anywhere(Cue::Deobligated);
    // `This modification provides procurement funding in the amount of $5,000,000`: part of what is announced.
    if of_money && !obliged && !anywhere(Cue::Fiscal) && ["provides", "adds"].iter().any(|verb| before.holds(verb)) {
        return Role::of(ValueRole::Other).by_cue(last(Cue::Funds));
    }
    if !share && (obliged || of_money && !has(Cue::Ceiling) && !planned) {
        let cue = any(Cue::Deobligated).or_else(|| nearest_of(Cue::Obligated)).or_else(|| last(Cue::Funds));
        return obligated(near, after, all, before).by_cue(cue);
    }
    // "the total value of all orders shall not exceed $5 million" is a ceiling, whatever it is called.
    if figure.kind == Kind::AtMost && (near.ends_with(" not exceed") || near.ends_with(" never exceed")) {
        return Role { at_most: true, ..Role::of(ValueRole::Ceiling).by(said(&[" not exceed", " never exceed"])) };
    }
    // `The total value of delivery order 0001 is $5,000,000`: an order's own amount.
    if of_an_order(near) {
        return Role::of(ValueRole::Award).by(said(&["value of"]));
    }
    if has(Cue::Cumulative) || TOTAL_NAMES.iter().any(|words| before.holds(words)) {
        let words = last(Cue::Cumulative).map(|hit| Span::new(hit.start, hit.end)).or_else(|| said(&TOTAL_NAMES));
        let role = match last(Cue::Ceiling) {
            Some(hit) => Role::of(ValueRole::Ceiling).by_cue(Some(hit)),
            None => Role::of(ValueRole::Cumulative).by(words),
        };
        return bounded(role, hits);
    }
    if has(Cue::Minimum) && nearest(hits, &[Cue::Minimum, Cue::Ceiling]) == Some(Cue::Minimum) {
        return Role::of(ValueRole::Other).by_cue(last(Cue::Minimum));
    }
    if has(Cue::Ceiling) || figure.kind == Kind::AtMost {
        return bounded(Role::of(ValueRole::Ceiling).by_cue(last(Cue::Ceiling)), hits);
    }
    let order = last(Cue::TaskOrder).or_else(|| last(Cue::DeliveryOrder)).or_else(|| last(Cue::Order));
    if order.is_some() && (near.ends_with("in the amount of") || any_held!(before, "issued", "awarded", "placed")) {
        return Role::of(ValueRole::Award).by_cue(order);
    }
    if has(Cue::Exercise) || optional {
        return Role::of(ValueRole::Option).by(said(&["exercise", "options", "option", "Option"]));
    }
    if has(Cue::Estimated) || figure.approximate {
        return Role::of(ValueRole::Estimated).by_cue(last(Cue::Estimated));
    }
    Role::of(ValueRole::Other)
}

/// `The face value of this action is $5,000,000`: the amount of what is announced, told in a sentence of its own.
#[must_use]
pub fn own(pieces: &Pieces<'_, '_>, sentence: Span, figure: &Figure<'_>) -> bool {
    const ACTIONS: [&str; 12] = [
        "action",
        "modification",
        "option",
        "order",
        "task order",
        "delivery order",
        "award",
        "contract action",
        "contract modification",
        "option period",
        "option year",
        "effort",
    ];
    let sentence = around(pieces.text, sentence, figure.span());
    let before = pieces.of(Span::new(sentence.start, figure.start)).trim_end();
    let Some(head) = [" is", " was", " is an estimated", " is approximately", " is a not-to-exceed"]
        .iter()
        .find_map(|verb| before.strip_suffix(verb))
    else {
        return false;
    };
    let near = &head[floor(head, head.len().saturating_sub(LONGEST_OWN))..];
    let action = [" of this ", " of the ", " for this "].iter().any(|link| {
        near.last_place_of(link).is_some_and(|at| {
            let named = ACTIONS.contains(&&near[at + link.len()..]);
            named && ["value", "amount", "price"].iter().any(|noun| near[..at].ends_with(noun))
        })
    });
    action && !near.holds("umulative") && !near.holds("bligated") && !near.holds("aximum")
}

/// `The total face value of this contract modification` is no longer.
const LONGEST_OWN: usize = 70;

/// Words that make the amount behind them a total, whatever the sentence is of.
const TOTALS: [&str; 3] = ["cumulative face value of", "cumulative value of", "total cumulative value of"];

/// Names of a total.
const TOTAL_NAMES: [&str; 3] = ["total contract value", "cumulative total", "total amount"];

/// Words that make the amount behind them one with options.
const OPTIONAL: [&str; 3] = ["exercised", "including option", "with options"];

/// Words that make the amount behind them a ceiling, whatever the sentence is of.
const PRICED: [&str; 4] =
    ["not-to-exceed price of", "not-to-exceed amount of", "ceiling price of", "not-to-exceed value of"];

/// `The total value of delivery order 0001 is`
fn of_an_order(near: &str) -> bool {
    let Some(head) = near.strip_suffix(" is").or_else(|| near.strip_suffix(" was")) else { return false };
    let head = head.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let far = &head[floor(head, head.len().saturating_sub(LONGEST_OWN))..];
    if far.holds("umulative") || far.holds("eiling") || far.holds("aximum") {
        return false;
    }
    [
        "value of delivery order",
        "value of task order",
        "value of the delivery order",
        "value of the task order",
        "value of the first order",
    ]
    .iter()
    .any(|words| head.ends_with(words))
}

/// `($1,000 per awardee)`
fn per_awardee(near: &str, after: &str) -> bool {
    let after = after.trim_start();
    let inner = &after[..floor(after, after.find([')', '.', ';']).unwrap_or(after.len()).min(MOST_OF_A_BRACKET))];
    let each = ["per awardee", "per contractor", "per contract", "for each", "to each", "each"]
        .iter()
        .any(|word| after.starts_with(word) || inner.holds("minimum") && inner.holds(word));
    near.ends_with('(') && each
}

/// What stands in brackets behind an amount is no longer.
const MOST_OF_A_BRACKET: usize = 80;

/// `brings the total cumulative value to $31 million from $22 million`, `increases the ceiling by $1 million from $2 million to $3 million`
fn change(pieces: &Pieces<'_, '_>, sentence: Span, figure: &Figure<'_>, hits: &[Hit<Cue>]) -> Role {
    let before = pieces.of(Span::new(sentence.start, figure.start)).trim_end();
    let options = hits.iter().any(|hit| hit.what == Cue::IfOptions);
    let ceiling = hits.iter().any(|hit| {
        hit.what == Cue::Ceiling
            && hit.start < figure.start
            && !near_figure(pieces, hit, figure)
            && !(options && potential(pieces, hit))
    });
    let link = before.rsplit(' ').find(|word| matches!(*word, "to" | "from" | "by"));
    match link {
        Some("from" | "by") => Role { at_most: ceiling && link == Some("from"), ..Role::of(ValueRole::Other) },
        _ if before.ends_with("from") => Role::of(ValueRole::Other),
        _ if ceiling => Role { at_most: true, ..Role::of(ValueRole::Ceiling) },
        _ => Role::of(if figure.kind == Kind::AtMost { ValueRole::Ceiling } else { ValueRole::Cumulative }),
    }
}

/// `the potential value of this contract`: with options, what it could come to in all, and no maximum.
fn potential(pieces: &Pieces<'_, '_>, hit: &Hit<Cue>) -> bool {
    pieces.of(Span::new(hit.start, hit.end)).to_ascii_lowercase().starts_with("potential")
}

/// Whether a cue directly bounds the figure, which its kind then says already.
fn near_figure(pieces: &Pieces<'_, '_>, hit: &Hit<Cue>, figure: &Figure<'_>) -> bool {
    pieces.of(Span::new(hit.end.min(figure.start), figure.start)).trim().is_empty()
}

/// `This contract includes options which, if exercised, would bring the cumulative value to $5 million`
fn options(pieces: &Pieces<'_, '_>, sentence: Span, figure: &Figure<'_>, hits: &[Hit<Cue>]) -> Role {
    let before = pieces.of(Span::new(sentence.start, figure.start));
    let ceiling =
        hits.iter().any(|hit| hit.what == Cue::Ceiling && !potential(pieces, hit)) || figure.kind == Kind::AtMost;
    let total = hits.iter().any(|hit| hit.what == Cue::Cumulative)
        || before.holds("total")
        || before.holds("value")
        || before.holds("bring");
    let role = if ceiling {
        ValueRole::Ceiling
    } else if total {
        ValueRole::Cumulative
    } else {
        ValueRole::Option
    };
    bounded(Role::of(role), hits)
}

fn obligated(near: &str, after: &str, hits: &[Hit<Cue>], before: &str) -> Role {
    let after = after.trim_start_matches(',');
    let deobligated = hits.iter().any(|hit| hit.what == Cue::Deobligated);
    let aside = near.ends_with("of which")
        || lapses(after)
        || (before.holds("of which")
            && before
                .last_place_of("of which")
                .is_some_and(|at| !before[at..].holds("iscal") && !before[at..].holds("obligated")));
    let guarantee =
        hits.iter().any(|hit| hit.what == Cue::Minimum) && !hits.iter().any(|hit| hit.what == Cue::Obligated);
    Role::of(if deobligated || aside || guarantee { ValueRole::Other } else { ValueRole::Obligated })
}

/// ` expiring at the end of the fiscal year`, ` are subject to the availability of funds`: what stands behind an amount that is only a part,
/// or that is not yet there.
fn lapses(after: &str) -> bool {
    [" will expire", " expiring", " of which will expire", " is subject to the avail", " are subject to the avail"]
        .iter()
        .any(|words| after.starts_with(words))
}

/// Makes a bound of "the maximum value is" and an estimate of "the estimated value is".
fn bounded(role: Role, hits: &[Hit<Cue>]) -> Role {
    let at_most = role.role == ValueRole::Ceiling;
    Role { at_most, approximate: hits.iter().any(|hit| hit.what == Cue::Estimated) && at_most, ..role }
}

/// The last of the named cues.
fn nearest(hits: &[Hit<Cue>], names: &[Cue]) -> Option<Cue> {
    hits.iter().rev().map(|hit| hit.what).find(|what| names.contains(what))
}

//! What surrounds a deal in prose: hedges, reasons, what became of the money, how it is financed, which office speaks for the seller.

use super::scene::{Scene, hits};
use super::worth::head;
use super::{find, trim_matches};
use crate::lexicon::holds::Holds;
use crate::lexicon::money::{HEDGES, HedgeWord};
use crate::lexicon::news::{BORDERS, DOUBTS, DealWord, MEDIA_NOUNS};
use crate::span::Span;

/// Whether the sentence reports at second hand or as uncertain.
#[must_use]
pub fn hedged(scene: &Scene<'_, '_>) -> bool {
    let text = scene.text;
    let reported = hits(&HEDGES, text, scene.span).iter().any(|hit| {
        let word = Span::new(hit.start, hit.end).of(text);
        hit.what == HedgeWord::Reported
            && !word.eq_ignore_ascii_case("according to")
            && !behind_another_clause(scene, hit.start)
    });
    reported || DOUBTS.are_in(scene.span.of(text)) || told_by_the_press(scene)
}

/// `after Norhaven reportedly gave assurances`: a clause of its own behind the deal, whose words of hearsay are not the deal's.
fn behind_another_clause(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(first) = scene.deals.first() else { return false };
    if first.end > at || scene.figures.iter().any(|figure| figure.start > at) {
        return false;
    }
    let gap = Span::new(first.end, at).of(scene.text);
    BORDERS.first_in(gap).is_some_and(|border| {
        let from = first.end + border;
        let names = scene.names.iter().any(|name| name.span.start >= from && name.span.end <= at);
        // Another deal word behind it makes the clause one of the deal.
        names && !scene.deals.iter().any(|hit| hit.start > from)
    })
}

/// `Norhaven media report that`, `newspapers reported`: what media tell that are not named is at second hand.
fn told_by_the_press(scene: &Scene<'_, '_>) -> bool {
    let inner = scene.span.of(scene.text);
    let by = |verb: &str| {
        inner.place_of(verb).is_some_and(|at| MEDIA_NOUNS.end(inner[..at].trim_end_matches(['"', '”', '’'])))
    };
    // "whose price Norhaven media earlier put at $9 million"
    let puts = || {
        inner
            .place_of(" put at ")
            .or_else(|| inner.place_of(" put the "))
            .or_else(|| inner.place_of(" puts at "))
            .or_else(|| inner.place_of(" puts the "))
            .is_some_and(|at| {
                let lead = inner[..at].trim_end_matches([' ', '"', '”']);
                let lead = [" earlier", " have", " had", " previously"]
                    .iter()
                    .find_map(|word| lead.strip_suffix(word))
                    .unwrap_or(lead);
                MEDIA_NOUNS.end(lead)
            })
    };
    let according = || {
        inner.place_of("ccording to ").is_some_and(|at| {
            let source = &inner[at + 12..];
            MEDIA_NOUNS.end(source[..source.find([',', '.', ';']).unwrap_or(source.len())].trim_end())
        })
    };
    according()
        || inner.holds("report")
            && [" reports that ", " reported that ", " reports ", " reported on "].iter().any(|verb| by(verb))
        || puts()
}

/// `blaming that on the continuing war`, `because of sanctions`: the reason behind the words that open it.
#[must_use]
pub fn reason(scene: &Scene<'_, '_>) -> Option<Span> {
    let text = scene.text;
    for words in [
        "blaming that on ",
        "blaming it on ",
        "blamed on ",
        "because of ",
        "due to the ",
        "due to ",
        "owing to ",
        "citing ",
        "as a result of ",
    ] {
        if let Some(at) = find(text, scene.span, words) {
            let start = at + words.len();
            let rest = Span::new(start, scene.span.end).of(text);
            let stop = rest.find([',', ';', '.', '”']).unwrap_or(rest.len());
            let span = trim_matches(text, Span::new(start, start + stop), char::is_whitespace);
            let span = match ["the ", "a "].iter().find_map(|article| span.of(text).strip_prefix(article)) {
                Some(inner) if words.ends_with("on ") => Span::new(span.end - inner.len(), span.end),
                _ => span,
            };
            if span.end > span.start && !span.of(text).starts_with("cost") {
                return Some(span);
            }
        }
    }
    None
}

/// `most of … has been “credited for other purposes”`: what became of the money, and how much of it.
#[must_use]
pub fn disposition(scene: &Scene<'_, '_>) -> Option<(Span, Option<Span>)> {
    let text = scene.text;
    if scene.figures.is_empty() {
        return None;
    }
    let verbs = [
        "credited",
        "refunded",
        "returned",
        "reimbursed",
        "written off",
        "repaid",
        "offset against",
        "redirected",
        "diverted",
        "set off against",
        "reallocated",
    ];
    let (at, _) = verbs.iter().filter_map(|verb| Some((find(text, scene.span, verb)?, verb.len()))).min()?;
    if at < scene.figures.first()?.end {
        return None;
    }
    let rest = Span::new(at, scene.span.end).of(text);
    let stop = ["”", "\"", ",", ".", ";", " by mutual", " after ", " because"]
        .iter()
        .filter_map(|mark| rest.place_of(mark))
        .min()
        .unwrap_or(rest.len());
    let span = trim_matches(text, Span::new(at, at + stop), char::is_whitespace);
    let share = [
        "most of",
        "Most of",
        "half of",
        "Half of",
        "part of",
        "some of",
        "all of",
        "a third of",
        "two thirds of",
        "the bulk of",
    ]
    .iter()
    .find_map(|words| find(text, scene.span, words).map(|at| Span::new(at, at + words.len() - 3)));
    Some((span, share))
}

/// `The State Department has approved the sale`: the words of an American office that stand for the selling state.
#[must_use]
pub fn us_office(scene: &Scene<'_, '_>) -> Option<Span> {
    let text = scene.text;
    let sold = scene.deals.iter().any(|hit| {
        hit.what == DealWord::Sale && Span::new(hit.start, hit.end).of(text).to_ascii_lowercase().starts_with("sale")
    });
    let sale = sold
        || find(text, scene.span, "Foreign Military Sale").is_some()
        || find(text, scene.span, " FMS").is_some()
        || find(text, scene.span, "arms sale").is_some()
        || find(text, scene.span, "arms deal").is_some() && find(text, scene.span, "Congress").is_some()
        || find(text, scene.span, "cost of the deal").is_some()
        || find(text, scene.span, "ongress").is_some()
            && ["weapons deal", "weapons package", "arms package", "military sale"]
                .iter()
                .any(|words| find(text, scene.span, words).is_some());
    // "has notified Congress of plans to sell Norhaven jets"
    let sale = sale
        || [
            "ongress of plans to sell",
            "ongress of its plan to sell",
            "ongress of a plan to sell",
            "ongress of its intention to sell",
            "ongress that it plans to sell",
            "ongress of plans for the sale",
        ]
        .iter()
        .any(|words| find(text, scene.span, words).is_some());
    // "notified Congress of Norhaven’s request for missiles"
    let requested = || {
        scene.deals.iter().any(|hit| hit.what == DealWord::Request)
            && ["Security Cooperation Agency", "State Department", "DSCA"]
                .iter()
                .any(|office| find(text, scene.span, office).is_some())
    };
    // "has a contract under the Foreign Military Sales programme to provide trucks": a contract that is there.
    let there = scene.deals.iter().any(|hit| {
        hit.what == DealWord::Deal
            && Span::new(hit.start, hit.end).of(text).starts_with("contract")
            && scene.after(hit.end).starts_with(" under the ")
            && head(scene.after(hit.end), 40).holds("Foreign Military Sale")
    });
    if there || !sale && !requested() {
        return None;
    }
    [
        "State Department",
        "Department of State",
        "State Dept",
        "Security Cooperation Agency",
        "DSCA",
        "Department of Defense",
        "Foreign Military Sale",
        "arms sales agency",
        "U.S. Senator",
        "US Senator",
        "Congress",
    ]
    .iter()
    .find_map(|office| find(text, scene.span, office).map(|at| Span::new(at, at + office.len())))
}

/// `credit line`, `loan`, `offset`: the terms of money tied to the deal.
#[must_use]
pub fn financing(scene: &Scene<'_, '_>) -> Vec<Span> {
    let text = scene.text;
    let mut found = Vec::new();
    for words in [
        "credit line",
        "line of credit",
        "export credit",
        "soft loan",
        " loan",
        "Foreign Military Financing grant program",
        "Foreign Military Financing",
        "grant aid",
        "offset agreement",
        "offset deal",
        "technology transfer",
        "transfer of technology",
        "local production",
        "built locally",
        "licensed production",
        "European Peace Facility",
    ] {
        if let Some(at) = find(text, scene.span, words) {
            let start = at + (words.len() - words.trim_start().len());
            let span = Span::new(start, at + words.len());
            if !found.iter().any(|known: &Span| known.overlaps(span)) {
                found.push(span);
            }
        }
    }
    found
}

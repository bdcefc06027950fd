//! Prose: a journalist's paragraph, with parties behind capitals and nationalities, hedged sums, and money that has nothing to do with any deal.
//!
//! ```text
//! Ardenia reportedly paid between $250 million and $400 million for rocket launchers that Velmark has yet to deliver under two contracts
//! signed in 2021 and 2022, Foreign Minister Ivo Hale said.
//! ```
//! Each sentence with a deal word is a mention. Mentions of one paragraph that do not contradict each other are one contract: same parties, same things,
//! or "the deal", "it". A mention with another party, thing or number begins a new one. A passage that is not military has no contract.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Reading;
use crate::clause::deal::{Part, Player, Scene, hits, players};
use crate::clause::statement::{Person, Speaker, officer, persons, speaker};
use crate::clause::ware::{Ware, wares};
use crate::clause::{find, trim_matches};
use crate::lexicon::money::{HEDGES, HedgeWord};
use crate::lexicon::news::{
    ARMS_STEMS, Arms, COMPANIES, DealWord, MILITARY_WORDS, Maker, OTHER_MONEY, StatusWord, TRADE_STEMS, Trade,
};
use crate::mention::party::Name;
use crate::model::{
    Contract, ContractDate, CountryBasis, CountryCode, DateKind, DateMention, DateRole, Disposition, Evidence,
    EvidenceFor, Figure, FigureId, Item, Kind, Party, PartyKind, Status, TextSpan, Value, ValueRole,
};
use crate::scan::{Candidate, TRADE};
use crate::span::Span;
use crate::text::segment::{paragraphs, sentences};

/// Words of arms, searched for where trade is spoken of.
static ARMS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .ascii_case_insensitive(true)
        .build(ARMS_STEMS.iter().map(|(word, _)| *word))
        .ok()
});

/// Reads the deals of a text whose words of trade are known.
#[must_use]
pub fn read<'t>(
    text: &'t str,
    trade: &[(usize, Trade)],
    figures: &[Figure<'t>],
    dates: &[DateMention<'t>],
) -> Reading<'t> {
    let mut reading = Reading::default();
    let mut drafts: Vec<Draft<'t>> = Vec::new();
    let mut spoke: Option<Span> = None;
    let mut last: Option<usize> = None;
    for paragraph in paragraphs(text) {
        let words = within(trade, paragraph, |word| word.0);
        if words.is_empty() || paragraph.end - paragraph.start > MOST_BYTES {
            continue;
        }
        let arms = arms_words(text, paragraph);
        let money = !within(figures, paragraph, |figure| figure.start).is_empty();
        if arms.is_empty() && !money {
            continue;
        }
        // "The contract was signed on Tuesday" goes on with the deal of the paragraph before.
        let goes_on = [
            "The contract ",
            "The deal ",
            "The order ",
            "The agreement ",
            "The sale ",
            "The purchase ",
            "Under the deal",
            "Under the contract",
            "Under the agreement",
            "The acquisition ",
        ];
        let mut open: Option<usize> =
            last.filter(|_| goes_on.iter().any(|opening| paragraph.of(text).starts_with(opening)));
        let mut military: Option<Option<Span>> = None;
        for sentence in sentences(text, paragraph) {
            let figures = within(figures, sentence, |figure| figure.start);
            if open.is_none()
                && !may_tell_of_a_deal(
                    within(words, sentence, |word| word.0),
                    within(&arms, sentence, |word| word.0),
                    !figures.is_empty(),
                    || has_designation(sentence.of(text)),
                )
            {
                continue;
            }
            let scene = Scene::new(text, sentence, figures, within(dates, sentence, |date| date.start), open.is_some());
            if scene.deals.is_empty() && open.is_none() {
                continue;
            }
            let said = match speaker(&scene) {
                Some(Speaker::Named(span)) => {
                    spoke = Some(span);
                    Some(span)
                }
                Some(Speaker::Same) => spoke,
                None => None,
            };
            let military = *military.get_or_insert_with(|| self::military(text, paragraph));
            for mention in mentions(&scene, said, military) {
                place(&mut drafts, &mut open, mention, paragraph);
            }
        }
        last = open.or(last);
    }
    if drafts.is_empty() {
        return reading;
    }
    inherit(&mut drafts);
    let people = everybody(text);
    reading.contracts = drafts.into_iter().filter_map(|draft| draft.finish(text, figures, &people)).collect();
    reading
}

/// The words of trade at the candidates: "contract" is one, "contrast" is none.
#[must_use]
pub fn trade_words(text: &str, candidates: &[Candidate]) -> Vec<(usize, Trade)> {
    let bytes = text.as_bytes();
    let begins = |at: usize, stem: &str| {
        bytes.get(at..at + stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem.as_bytes()))
    };
    candidates
        .iter()
        .filter(|candidate| candidate.kinds & TRADE != 0)
        .filter_map(|candidate| {
            TRADE_STEMS.iter().find(|(stem, _)| begins(candidate.at, stem)).map(|(_, trade)| (candidate.at, *trade))
        })
        .collect()
}

/// Whether a text speaks of awards or contracts, which every announcement does.
#[must_use]
pub fn speaks_of_awards(text: &str, trade: &[(usize, Trade)]) -> bool {
    let bytes = text.as_bytes();
    trade.iter().any(|(at, _)| {
        matches!(bytes.get(*at), Some(b'a' | b'A' | b'c' | b'C' | b'o' | b'O'))
            && matches!(bytes.get(at + 1), Some(b'w' | b'W' | b'o' | b'O' | b'r' | b'R'))
    })
}

/// Whether a sentence has the shape of a designation: a capital, at most three letters more, a hyphen and a digit.
fn has_designation(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    memchr::memchr_iter(b'-', bytes).any(|at| {
        bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
            && bytes[at.saturating_sub(4)..at].iter().any(u8::is_ascii_uppercase)
    })
}

/// The words of arms in a paragraph.
fn arms_words(text: &str, paragraph: Span) -> Vec<(usize, Arms)> {
    let body = paragraph.of(text);
    let found = ARMS.as_ref().into_iter().flat_map(|search| search.find_iter(body));
    found.filter_map(|hit| Some((paragraph.start + hit.start(), ARMS_STEMS.get(hit.pattern().as_usize())?.1))).collect()
}

/// Whether a sentence has the words that a deal needs: trade with arms, forces or money; a mere change of hands with arms.
fn may_tell_of_a_deal(
    trade: &[(usize, Trade)],
    arms: &[(usize, Arms)],
    money: bool,
    designated: impl Fn() -> bool,
) -> bool {
    let core = trade.iter().any(|(_, word)| *word == Trade::Core);
    let thing = arms.iter().any(|(_, word)| *word == Arms::Thing);
    let force = !arms.is_empty();
    // Forces alone are in every report of war: with them, trade needs money, or a thing.
    core && (thing || force) || !trade.is_empty() && (thing || money && force || core && designated())
}

/// The longest paragraph that is read as prose; what is longer is a table or a list.
const MOST_BYTES: usize = 20_000;

/// The records of a sentence, by where they start.
fn within<T>(records: &[T], span: Span, start: impl Fn(&T) -> usize) -> &[T] {
    let from = records.partition_point(|record| start(record) < span.start);
    let to = records.partition_point(|record| start(record) < span.end);
    records.get(from..to).unwrap_or(&[])
}

/// The words that make a paragraph military.
fn military(text: &str, paragraph: Span) -> Option<Span> {
    hits(&MILITARY_WORDS, text, paragraph).first().map(|hit| Span::new(hit.start, hit.end))
}

/// The persons whom the text names with an office.
fn everybody(text: &str) -> Vec<Person> {
    let mut found = Vec::new();
    for paragraph in paragraphs(text).into_iter().take(200) {
        for sentence in sentences(text, paragraph) {
            let inner = sentence.of(text);
            if ["inister", "resident", "ecretary", "eneral", "okes", "arshal", "dmiral", "hief", "irector"]
                .iter()
                .any(|office| inner.contains(office))
            {
                found.extend(persons(&Scene::new(text, sentence, &[], &[], true)));
            }
        }
    }
    found
}

/// What one sentence says of a deal.
struct Mention<'t> {
    sentence: Span,
    suppliers: Vec<Player>,
    customers: Vec<Player>,
    beneficiaries: Vec<Player>,
    wares: Vec<Ware<'t>>,
    makers: Vec<Name>,
    values: Vec<(FigureId, ValueRole)>,
    dates: Vec<ContractDate>,
    statuses: Vec<(StatusWord, Span)>,
    hedge: bool,
    speaker: Option<Span>,
    reason: Option<Span>,
    disposition: Option<(Span, Option<Span>)>,
    financing: Vec<Span>,
    domain: Option<Span>,
    /// The sentence has a word of buying or selling of its own.
    deal: bool,
    /// It only refers: "the deal", "it".
    refers: bool,
    /// Its money may belong to something else.
    other: bool,
    /// A noun of buying in the plural, with nothing counted.
    loose: bool,
    /// It has a word of trade: "bought", "the sale of", "a contract".
    core: bool,
    /// Goods change hands: "delivered", "received".
    transfer: bool,
    /// A force, a ministry or a maker of arms takes part.
    defence: bool,
    /// It speaks of airlines, medicine and the like, and of nothing military.
    civil: bool,
    /// It speaks of war and crime: "seized", "killed".
    conflict: bool,
    /// "it", "the company" does what the sentence tells.
    pronoun: bool,
    /// "won the contract".
    wins: bool,
    /// "preferred bidder".
    preferred: bool,
    /// The speaker is a firm: "Velmark said the order is worth …".
    firm: Option<Name>,
    /// Only an office of the United States is named as the seller's side.
    us_office: Option<Span>,
}

/// The mentions of a sentence: one, or one for each of several deals that it lists.
fn mentions<'t>(scene: &Scene<'_, 't>, said: Option<Span>, military: Option<Span>) -> Vec<Mention<'t>> {
    let text = scene.text;
    let inner = scene.span.of(text);
    let forces = military.is_some()
        || scene.names.iter().any(|name| matches!(name.kind, PartyKind::Military | PartyKind::Ministry));
    let all = wares(scene, forces);
    let things: Vec<Span> =
        all.iter().filter(|ware| !ware.weak).map(|ware| Span::new(ware.item.start, ware.item.end)).collect();
    let mut found = players(scene, &things);
    found.retain(|player| {
        credible(scene, player, all.iter().any(|ware| ware.arm && !ware.weak && governed(scene, ware)))
    });
    let strong = all.iter().any(|ware| !ware.weak);
    let kept: Vec<Ware<'t>> = all.into_iter().filter(|ware| !strong || !ware.weak).collect();
    let kept = chosen(scene, kept);
    let other = !hits(&OTHER_MONEY, text, scene.span).is_empty();
    let statuses = statuses(scene);
    let group = group(&statuses.iter().map(|(word, _)| *word).collect::<Vec<_>>(), scene);
    let values = values(scene, group);
    let side = |part: Part| found.iter().filter(|player| player.part == part).cloned().collect::<Vec<_>>();
    let makers: Vec<Name> =
        kept.iter().filter_map(|ware| ware.maker.and_then(|i| scene.names.get(i)).cloned()).collect();
    let makers_of_arms =
        scene.names.iter().find(|name| COMPANIES.get(name.span.of(text)) == Some(Maker::Arms)).map(|name| name.span);
    let domain = kept
        .iter()
        .find(|ware| ware.arm)
        .map(|ware| Span::new(ware.item.start, ware.item.end))
        .or_else(|| scene.names.iter().find(|name| name.kind == PartyKind::Military).map(|name| name.span))
        .or(military)
        .or(makers_of_arms);
    let deal = scene.deals.iter().any(|hit| {
        !matches!(
            hit.what,
            DealWord::Receive
                | DealWord::Sign
                | DealWord::Approve
                | DealWord::Request
                | DealWord::Paid
                | DealWord::Award
        )
    }) || (!scene.deals.is_empty() && !kept.is_empty());
    let refers = [
        "The deal",
        "The contract",
        "The order",
        "The agreement",
        "The acquisition",
        "The purchase",
        "The sale",
        "It ",
        "That price",
        "The initial award",
        "The $",
        "The €",
        "The £",
        "This contract",
        "This deal",
        "This is the",
        "They ",
        "The two",
        "The company",
        "Under the",
        "The aircraft",
        "The vessels",
        "More ",
        "He said",
        "She said",
        "Some of",
        "Deliveries",
        "Delivery",
        "The price",
        "That ",
        "The estimated",
        "The total",
        "Total ",
        "The cost",
        "The value",
        "The program",
        "The remaining",
    ]
    .iter()
    .any(|opening| inner.starts_with(opening));
    let loose = scene.deals.iter().any(|hit| {
        matches!(Span::new(hit.start, hit.end).of(text), "purchases" | "sales" | "procurements" | "acquisitions")
    }) && values.is_empty()
        && kept.iter().all(|ware| ware.item.quantity.is_none());
    let base = Mention {
        sentence: scene.span,
        suppliers: side(Part::Supplier),
        customers: side(Part::Customer),
        beneficiaries: side(Part::Beneficiary),
        wares: kept,
        makers,
        values,
        dates: dates(scene),
        statuses,
        hedge: hedged(scene),
        speaker: said,
        reason: reason(scene),
        disposition: disposition(scene),
        financing: financing(scene),
        domain,
        deal,
        refers,
        other,
        loose,
        core: scene.deals.iter().any(|hit| {
            matches!(
                hit.what,
                DealWord::Buy
                    | DealWord::Purchase
                    | DealWord::Sale
                    | DealWord::Deal
                    | DealWord::Made
                    | DealWord::Request
                    | DealWord::Paid
            )
        }) || scene.has(DealWord::Win) && scene.has(DealWord::Deal)
            || scene.deals.iter().any(|hit| {
                hit.what == DealWord::Win && hit.end - hit.start >= 9 && inner.contains("ontract")
                    || hit.what == DealWord::Sell
                        && matches!(Span::new(hit.start, hit.end).of(text), "sell" | "sells" | "sold" | "selling")
            }),
        defence: makers_of_arms.is_some()
            || scene.names.iter().any(|name| matches!(name.kind, PartyKind::Military | PartyKind::Ministry))
            || [
                "arms deal",
                "arms sale",
                "arms contract",
                "defence contract",
                "defense contract",
                "weapons contract",
                "military contract",
                "defence deal",
                "defense deal",
                "weapons deal",
                "arms package",
            ]
            .iter()
            .any(|words| inner.contains(words)),
        civil: military.is_none()
            && [
                "irline",
                "irways",
                "assenger",
                "commercial jet",
                "supersonic",
                "vaccine",
                "biotech",
                "carrier’s",
                "satellite TV",
                "film",
                "album",
            ]
            .iter()
            .any(|word| inner.contains(word)),
        transfer: scene.has(DealWord::Sell) || scene.has(DealWord::Receive),
        conflict: [
            "seiz",
            "smuggl",
            "illegal",
            "illicit",
            "embargo",
            "convict",
            "guilty",
            "charged",
            "killed",
            "kills",
            "crash",
            "insurgent",
            "militant",
            "rebel",
            "terror",
            "explod",
            "weapons program",
            "weapons programme",
            "treaty",
            "Treaty",
            "shot down",
            "intercept",
            "opens fire",
            "sunk",
            "struck",
            "attack",
            "bombing",
            "wounded",
            "fired at",
            "sanctions",
            "test-fire",
            "attempting to",
            "attempted to",
            "trying to",
            "suspect",
            "accus",
            "strike group",
            "orders the",
            "ordered the",
            "Export Control",
        ]
        .iter()
        .any(|word| inner.contains(word)),
        pronoun: inner.starts_with("It ")
            || inner.contains(" it ")
            || inner.contains("he company ")
            || inner.contains("he firm "),
        wins: scene.has(DealWord::Win) && scene.has(DealWord::Deal),
        preferred: inner.contains("preferred"),
        firm: said
            .and_then(|span| scene.names.iter().find(|name| name.span == span && name.kind == PartyKind::Company))
            .cloned(),
        us_office: us_office(scene),
    };
    split(scene, base)
}

/// The wares that a deal word of the sentence governs: behind it in the same clause, before its participle, or on a list with such a one.
fn chosen<'t>(scene: &Scene<'_, 't>, wares: Vec<Ware<'t>>) -> Vec<Ware<'t>> {
    let text = scene.text;
    let Some(first) = scene.deals.first() else { return Vec::new() };
    // "along with weapons, spares and training": what comes with the thing is not the thing.
    let main_before =
        |at: usize| wares.iter().any(|ware| !ware.weak && ware.item.end <= at && ware.item.start >= first.start);
    let besides = ["along with ", "including ", "as well as ", "together with "]
        .iter()
        .filter_map(|word| find(text, scene.span, word))
        .filter(|at| main_before(*at))
        .min();
    let replaced = ["to replace ", "replacing ", "in favour of", "instead of", "similar to ", "such as the"]
        .iter()
        .filter_map(|word| find(text, scene.span, word))
        .chain(besides)
        .min();
    let mut found: Vec<Ware<'t>> = Vec::new();
    for ware in wares {
        if replaced.is_some_and(|at| ware.item.start > at) {
            continue;
        }
        let listed = found.last().is_some_and(|last| {
            let gap =
                Span::new(last.item.end, ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.start))
                    .of(text);
            gap.len() <= 40 && gap.starts_with(" from ") && gap.ends_with(" and ")
                || gap.len() <= 24
                    && !gap.contains('.')
                    && (gap.trim_start().starts_with(',')
                        || gap.trim_start().starts_with("and ")
                        || gap.contains(") and "))
        });
        if listed || governed(scene, &ware) {
            found.push(ware);
        }
    }
    found
}

/// Whether a name can have its part: an unknown one only as a firm that a contract names, and none far from the word that decides.
fn credible(scene: &Scene<'_, '_>, player: &Player, thing: bool) -> bool {
    let text = scene.text;
    let far = player.evidence.is_some_and(|span| {
        let gap = if span.start >= player.name.span.end {
            span.start - player.name.span.end
        } else {
            player.name.span.start.saturating_sub(span.end)
        };
        gap > REACH
    });
    if far {
        return false;
    }
    if player.name.kind != PartyKind::Unknown {
        return true;
    }
    let name = player.name.span.of(text);
    let initials = name.len() <= 6 && name.chars().all(char::is_uppercase);
    let word =
        player.evidence.and_then(|span| scene.deals.iter().find(|hit| hit.start == span.start)).map(|hit| hit.what);
    match player.part {
        // An unknown name buys only where the verb says so and a thing stands by it.
        Part::Customer | Part::Beneficiary => {
            initials || thing && matches!(word, Some(DealWord::Buy | DealWord::Paid | DealWord::Request))
        }
        _ => {
            let trade = [DealWord::Deal, DealWord::Buy, DealWord::Purchase, DealWord::Made, DealWord::Paid]
                .into_iter()
                .any(|what| scene.has(what));
            trade
                || initials
                || thing && matches!(word, Some(DealWord::Sell | DealWord::Win))
                || scene.deals.iter().any(|hit| hit.what == DealWord::Win && hit.end - hit.start > 12)
        }
    }
}

/// How far a deal word reaches forward, in bytes.
const REACH: usize = 110;

/// Whether a deal word governs a ware.
fn governed(scene: &Scene<'_, '_>, ware: &Ware<'_>) -> bool {
    let text = scene.text;
    let start = ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.start);
    if ware.weak {
        return true;
    }
    const BREAKS: [&str; 27] = [
        " that ",
        " who ",
        " whose ",
        ", saying",
        " after ",
        " while ",
        " when ",
        " because ",
        " although ",
        "; ",
        " if ",
        " unless ",
        " where ",
        ", accusing",
        " despite ",
        " against ",
        " before ",
        " led by ",
        " sanction",
        " seized",
        " accus",
        " aboard ",
        " amid ",
        " over ",
        " threaten",
        " attack",
        " fired",
    ];
    let behind = scene.deals.iter().rev().filter(|hit| hit.end <= start).take(3).any(|hit| {
        let gap = Span::new(hit.end, start).of(text);
        let word = Span::new(hit.start, hit.end).of(text);
        let reaches = gap.len() <= REACH && !BREAKS.iter().any(|mark| gap.contains(mark));
        match hit.what {
            // "agreed to extend", "awarded", "received": the thing must follow at once, or be bought.
            DealWord::Sign | DealWord::Approve => false,
            DealWord::Sell | DealWord::Receive => reaches && gap.len() <= 70,
            DealWord::Request => reaches && gap.len() <= 60,
            DealWord::Award | DealWord::Win => {
                reaches && (gap.contains("contract") || gap.len() <= 40 || word.contains("contract"))
            }
            _ => reaches,
        }
    });
    if behind {
        return true;
    }
    // "vessels ordered from Velmark", "helicopters that Velmark has yet to deliver", "systems were delivered"
    scene.deals.iter().find(|hit| hit.start >= ware.item.end).is_some_and(|hit| {
        let gap = Span::new(ware.item.end, hit.start).of(text);
        let close = gap.len() <= 48 && !gap.contains("; ") && !gap.contains('.');
        let passive = ["was", "were", "been", "being", "be"].iter().any(|word| gap.trim_end().ends_with(word));
        let relative = gap.trim().is_empty()
            || gap.starts_with(" that ")
            || gap.starts_with(" which ")
            || gap.starts_with(", which ")
            || gap.starts_with(", ");
        close
            && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Made | DealWord::Request)
            && (passive || relative)
    })
}

/// The words of state, without those that only look like it: "to be delivered", "expected to be awarded" is planned already.
fn statuses(scene: &Scene<'_, '_>) -> Vec<(StatusWord, Span)> {
    let mut found = Vec::new();
    for hit in &scene.statuses {
        let before = scene.before(hit.start).trim_end();
        let word = Span::new(hit.start, hit.end).of(scene.text);
        let ahead =
            ["to be", "will be", "would be", "could be", "can be", "be", "to", "will", "would", "expected to", "not"]
                .iter()
                .any(|word| before.ends_with(&format!(" {word}")));
        let modal = ["could", "may", "might"]
            .iter()
            .any(|word| before.ends_with(&format!(" {word}")) || before.ends_with(&format!(" {word} be")));
        match hit.what {
            StatusWord::Delivered if scene.after(hit.end).starts_with(" the required") => {}
            StatusWord::Delivered | StatusWord::InDelivery if ahead || before.ends_with(" be") => {}
            StatusWord::Signed | StatusWord::Awarded if modal => {
                found.push((StatusWord::Possible, Span::new(hit.start, hit.end)));
            }
            StatusWord::Signed | StatusWord::Awarded if ahead && !matches!(word, "signing") => {
                found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
            }
            StatusWord::Signed
                if matches!(word, "orders" | "signs") && before.ends_with(|c: char| c.is_ascii_digit()) => {}
            StatusWord::Cancelled | StatusWord::Suspended | StatusWord::Delayed
                if before.ends_with(" to")
                    && ![
                        "decided to",
                        "plans to",
                        "agreed to",
                        "going to",
                        "set to",
                        "had to",
                        "forced to",
                        "move to",
                    ]
                    .iter()
                    .any(|lead| before.ends_with(lead)) => {}
            StatusWord::Approved if ahead && !before.ends_with("be") => {}
            _ => found.push((hit.what, Span::new(hit.start, hit.end))),
        }
    }
    // "will sell", "a potential $2 billion deal"
    for hit in &scene.deals {
        let before = scene.before(hit.start);
        let span = Span::new(hit.start, hit.end);
        let will = before.ends_with(" will ")
            || before.ends_with(" will also ")
            || before.ends_with(" to be ") && matches!(hit.what, DealWord::Sell);
        if will && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Receive) {
            found.push((StatusWord::Planned, span));
        }
        let near = tail(before, 34);
        if matches!(hit.what, DealWord::Deal | DealWord::Sale | DealWord::Purchase)
            && ["potential ", "possible ", "proposed "].iter().any(|word| near.contains(word))
        {
            found.push((StatusWord::Possible, span));
        }
        if matches!(hit.what, DealWord::Sell | DealWord::Buy)
            && ["decision to ", "seeks to ", "wants to ", "hopes to ", "ready to ", "offers to ", "willing to "]
                .iter()
                .any(|word| near.ends_with(word))
        {
            found.push((StatusWord::Planned, span));
        }
    }
    // "is acquiring": what goes on is not done.
    for hit in scene.deals.iter().filter(|hit| matches!(hit.what, DealWord::Buy | DealWord::Request)) {
        let word = Span::new(hit.start, hit.end).of(scene.text);
        let before = scene.before(hit.start).trim_end();
        if word.ends_with("ing") && before.rsplit(' ').take(2).any(|word| matches!(word, "is" | "are" | "be")) {
            found.push((StatusWord::Planned, Span::new(hit.start, hit.end)));
        }
    }
    // "could be sold", "would buy"
    for (modal, what) in [
        (" could ", StatusWord::Possible),
        (" may ", StatusWord::Possible),
        (" might ", StatusWord::Possible),
        (" would buy", StatusWord::Planned),
        (" would purchase", StatusWord::Planned),
        (" would acquire", StatusWord::Planned),
    ] {
        if let Some(at) = find(scene.text, scene.span, modal) {
            let next = scene
                .deals
                .iter()
                .find(|hit| hit.start >= at + modal.trim_end().len() && hit.start <= at + modal.len() + 4);
            if next.is_some() || modal.len() > 8 {
                found.push((what, Span::new(at + 1, at + modal.len())));
            }
        }
    }
    found
}

/// Whether the deal of these words exists, or is still ahead.
fn group(words: &[StatusWord], scene: &Scene<'_, '_>) -> ValueRole {
    let real = words.iter().any(|word| {
        matches!(
            word,
            StatusWord::Signed
                | StatusWord::Awarded
                | StatusWord::InDelivery
                | StatusWord::Delivered
                | StatusWord::Unfulfilled
                | StatusWord::Completed
        )
    });
    let ahead = words.iter().any(|word| {
        matches!(
            word,
            StatusWord::Possible
                | StatusWord::Requested
                | StatusWord::Planned
                | StatusWord::Negotiating
                | StatusWord::Approved
        )
    });
    let _ = scene;
    if ahead && !real { ValueRole::Estimated } else { ValueRole::Award }
}

/// The figures of a sentence with their roles.
fn values(scene: &Scene<'_, '_>, main: ValueRole) -> Vec<(FigureId, ValueRole)> {
    let text = scene.text;
    let mut found: Vec<(FigureId, ValueRole)> = Vec::new();
    for figure in scene.figures {
        if let Some(role) =
            figure.converts.and_then(|id| found.iter().find(|(known, _)| *known == id).map(|(_, role)| *role))
        {
            found.push((figure.id, role));
            continue;
        }
        let before = scene.before(figure.start).trim_end();
        let after = scene.after(figure.end);
        let near_before = tail(before, 40);
        let near_after = head(after, 40);
        // "$800 million in military aid" pays for no one deal.
        if [
            "in military aid",
            "in aid",
            "military aid",
            "in security assistance",
            "in additional military aid",
            "aid package",
            "in assistance",
        ]
        .iter()
        .any(|words| near_after.trim_start().starts_with(words))
            && !near_after.contains("aid package from")
        {
            continue;
        }
        let role = if near_before.contains("loan of")
            || near_before.contains("credit of")
            || near_before.contains("fine ")
        {
            ValueRole::Other
        } else if matches!(
            figure.per.as_deref(),
            Some(
                "unit"
                    | "aircraft"
                    | "plane"
                    | "jet"
                    | "helicopter"
                    | "missile"
                    | "tank"
                    | "vehicle"
                    | "ship"
                    | "drone"
                    | "round"
                    | "shot"
            )
        ) {
            ValueRole::UnitPrice
        } else if ["paid", "spent", "pays", "prepaid", "has paid", "already paid"].iter().any(|word| {
            near_before.ends_with(word)
                || near_before.ends_with(&format!("{word} about"))
                || near_before.ends_with(&format!("{word} around"))
        }) || near_after.trim_start().starts_with("paid by")
            || near_after.contains("paid by")
            || near_after.starts_with(" was paid")
            || near_after.contains("was reportedly paid")
        {
            ValueRole::Paid
        } else if near_before.contains("paid ")
            && !near_before.contains("be paid")
            && scene.names.iter().any(super::super::mention::party::Name::is_state)
        {
            ValueRole::Paid
        } else if [" credit line", "-credit line", " line of credit", " loan", " grant", " credit", " aid "]
            .iter()
            .any(|word| near_after.starts_with(word))
        {
            ValueRole::Other
        } else if before.contains("ringing the total")
            || near_before.contains("total value of deals")
            || near_before.contains("cumulative")
        {
            ValueRole::Cumulative
        } else if near_before.contains("ceiling")
            || near_after.starts_with(" ceiling")
            || before.contains("options are exercised")
            || before.contains("all options")
        {
            ValueRole::Ceiling
        } else if near_before.contains("option") && near_before.contains("worth") || near_after.starts_with(" option") {
            ValueRole::Option
        } else if near_after.starts_with(" fine")
            || near_after.starts_with(" settlement")
            || near_after.starts_with(" penalty")
        {
            ValueRole::Other
        } else {
            main
        };
        found.push((figure.id, role));
    }
    let _ = text;
    found
}

fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

fn head(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The dates of a sentence, by the deal word that stands nearest.
fn dates(scene: &Scene<'_, '_>) -> Vec<ContractDate> {
    let text = scene.text;
    let mut found = Vec::new();
    for date in scene.dates {
        if date.edtf.is_none() || matches!(date.kind, DateKind::Decade) {
            continue;
        }
        let before = scene.before(date.start);
        let after = scene.after(date.end);
        let near = tail(before, 60);
        // A dateline's date, and "in operation since 1980", are no dates of the deal.
        let dateline = !before.chars().any(char::is_lowercase)
            && (after.starts_with(" (") || after.trim_start().starts_with(['—', '–', '-']));
        if dateline || before.trim_end().ends_with("since") {
            continue;
        }
        if near.ends_with("covers ")
            || near.ends_with("covering ")
            || near.ends_with("begin in ")
            || near.ends_with("period of ")
        {
            found.push(ContractDate::new(date.id, DateRole::Period));
            continue;
        }
        if date.kind == DateKind::FiscalYear {
            continue;
        }
        // "has yet to deliver under two contracts signed in 2021": the word right before the date wins.
        let close = [
            ("signed", DateRole::Signed),
            ("ordered", DateRole::Signed),
            ("bought", DateRole::Signed),
            ("purchased", DateRole::Signed),
            ("agreed", DateRole::Signed),
            ("concluded", DateRole::Signed),
            ("acquired", DateRole::Signed),
            ("awarded", DateRole::Awarded),
            ("won", DateRole::Awarded),
            ("delivered", DateRole::Delivery),
            ("announced", DateRole::Announced),
        ];
        let ahead = before.trim_end();
        let lead = ["in", "on", "since", "late in", "early in"]
            .iter()
            .find_map(|word| ahead.strip_suffix(word))
            .unwrap_or(ahead)
            .trim_end();
        if let Some((_, role)) = close.iter().find(|(word, _)| lead.ends_with(word)) {
            found.push(ContractDate::new(date.id, *role));
            continue;
        }
        let announced = ["nnounced", "said", "emerged", "notified", "reported", "revealed", "issued a release"]
            .iter()
            .any(|word| tail(before, 44).contains(word))
            && !near.contains("ordered")
            || ["said", "announced", "it emerged", "confirmed"]
                .iter()
                .any(|word| after.trim_start_matches([' ', ',']).starts_with(word));
        let delivery = [
            "deliver",
            "arrive",
            "handed over",
            "hand over",
            "service",
            "shipment",
            "shipped",
            "supply the",
            "fielded",
        ]
        .iter()
        .any(|word| near.contains(word));
        let previous = scene.deals.iter().rev().find(|hit| hit.end <= date.start);
        let next = scene.deals.iter().find(|hit| hit.start >= date.end);
        let opens = before.trim().split(' ').count() <= 2;
        let cue = if opens { next.or(previous) } else { previous.or(next) };
        let role = if announced && !delivery {
            Some(DateRole::Announced)
        } else if delivery && !(opens && before.trim().is_empty()) {
            Some(DateRole::Delivery)
        } else {
            cue.and_then(|hit| {
                let word = Span::new(hit.start, hit.end).of(text);
                let signs = scene.deals.iter().any(|deal| deal.what == DealWord::Sign);
                match hit.what {
                    DealWord::Buy | DealWord::Sign => Some(DateRole::Signed),
                    DealWord::Win | DealWord::Award => Some(DateRole::Awarded),
                    DealWord::Sell if signs => Some(DateRole::Signed),
                    DealWord::Sell
                        if word.starts_with("deliver") || word.starts_with("suppl") || word.starts_with("hand") =>
                    {
                        Some(DateRole::Delivery)
                    }
                    DealWord::Sell => Some(DateRole::Signed),
                    DealWord::Receive if scene.deals.iter().any(|deal| deal.what == DealWord::Deal) => {
                        Some(DateRole::Awarded)
                    }
                    DealWord::Receive => Some(DateRole::Delivery),
                    DealWord::Approve | DealWord::Request => Some(DateRole::Announced),
                    DealWord::Deal | DealWord::Purchase | DealWord::Sale => {
                        if scene.has(DealWord::Win) || scene.has(DealWord::Award) || scene.has(DealWord::Receive) {
                            Some(DateRole::Awarded)
                        } else if signs
                            || scene.has(DealWord::Buy)
                            || tail(before, 30).contains("order")
                            || word.contains("order")
                            || head(after, 12).contains("order")
                            || head(after, 12).contains("contract")
                        {
                            Some(DateRole::Signed)
                        } else {
                            None
                        }
                    }
                    DealWord::Paid | DealWord::Made => None,
                }
            })
        };
        if let Some(role) = role {
            found.push(ContractDate::new(date.id, role));
        }
    }
    found
}

/// Whether the sentence reports at second hand or as uncertain.
fn hedged(scene: &Scene<'_, '_>) -> bool {
    let text = scene.text;
    let reported = hits(&HEDGES, text, scene.span).iter().any(|hit| {
        let word = Span::new(hit.start, hit.end).of(text);
        hit.what == HedgeWord::Reported && !word.eq_ignore_ascii_case("according to")
    });
    let worth = [
        "could be worth",
        "expected to be worth",
        "estimated to be worth",
        "may be worth",
        "might be worth",
        "expected to be awarded",
        "rumored",
        "rumoured",
        "believed to",
        "could be sold",
        "said to be worth",
        "sources said",
        "source told",
        "source has told",
        "unconfirmed",
        "It was reported",
        "reports said",
        "according to reports",
        "media reports",
        " may ",
    ];
    reported || worth.iter().any(|words| find(text, scene.span, words).is_some())
}

/// `blaming that on the continuing war`, `because of sanctions`: the reason behind the words that open it.
fn reason(scene: &Scene<'_, '_>) -> Option<Span> {
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
        "following a public outcry",
        "after a public outcry",
    ] {
        if let Some(at) = find(text, scene.span, words) {
            let keep = words.ends_with("outcry");
            let start = if keep { at + words.find("a public").unwrap_or(0) } else { at + words.len() };
            let rest = Span::new(start, scene.span.end).of(text);
            let stop = rest.find([',', ';', '.', '”']).unwrap_or(rest.len());
            let span = trim_matches(text, Span::new(start, start + stop), char::is_whitespace);
            let span = match ["the ", "a "].iter().find_map(|article| span.of(text).strip_prefix(article)) {
                Some(inner) if !keep && words.ends_with("on ") => Span::new(span.end - inner.len(), span.end),
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
fn disposition(scene: &Scene<'_, '_>) -> Option<(Span, Option<Span>)> {
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
        .filter_map(|mark| rest.find(mark))
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
fn us_office(scene: &Scene<'_, '_>) -> Option<Span> {
    let text = scene.text;
    let sale = scene.has(DealWord::Sale)
        || find(text, scene.span, "Foreign Military Sale").is_some()
        || find(text, scene.span, "arms sale").is_some()
        || find(text, scene.span, "arms deal").is_some() && find(text, scene.span, "Congress").is_some()
        || find(text, scene.span, "cost of the deal").is_some();
    if !sale {
        return None;
    }
    [
        "State Department",
        "Security Cooperation Agency",
        "Department of Defense",
        "Foreign Military Sale",
        "U.S. Senator",
        "US Senator",
        "Congress",
    ]
    .iter()
    .find_map(|office| find(text, scene.span, office).map(|at| Span::new(at, at + office.len())))
}

/// `credit line`, `loan`, `offset`: the terms of money tied to the deal.
fn financing(scene: &Scene<'_, '_>) -> Vec<Span> {
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

/// Cuts a sentence that lists several deals: "15 helicopters from A and drones from B", "contracts worth $33 million in 2013 and $78 million in 2015".
fn split<'t>(scene: &Scene<'_, 't>, base: Mention<'t>) -> Vec<Mention<'t>> {
    let text = scene.text;
    // Each figure has a date right behind it.
    let dated: Vec<(FigureId, Option<ContractDate>)> = scene
        .figures
        .iter()
        .map(|figure| {
            let date = scene.dates.iter().find(|date| {
                date.start > figure.end
                    && matches!(Span::new(figure.end, date.start).of(text), " in " | " on " | " (" | " from ")
            });
            (figure.id, date.and_then(|date| base.dates.iter().find(|known| known.date == date.id).copied()))
        })
        .collect();
    if dated.len() >= 2 && dated.iter().all(|(_, date)| date.is_some()) && base.suppliers.len() < 2 {
        return dated
            .into_iter()
            .filter_map(|(id, date)| {
                let role = base.values.iter().find(|(known, _)| *known == id)?.1;
                Some(Mention { values: vec![(id, role)], dates: date.into_iter().collect(), ..base.copy() })
            })
            .collect();
    }
    // Each supplier has a ware of its own before it.
    if base.suppliers.len() == 2
        && base.wares.len() >= 2
        && base.suppliers.iter().all(|player| {
            scene.before(player.name.span.start).trim_end().ends_with("from")
                || scene.before(player.name.span.start).ends_with("from the ")
        })
    {
        let border = base.suppliers[0].name.span.end;
        let (first, second): (Vec<_>, Vec<_>) = base.wares.iter().cloned().partition(|ware| ware.item.start < border);
        if !first.is_empty()
            && !second.is_empty()
            && second.iter().all(|ware| ware.item.start < base.suppliers[1].name.span.start)
        {
            let one = Mention { suppliers: vec![base.suppliers[0].clone()], wares: first, ..base.copy() };
            let other = Mention {
                suppliers: vec![base.suppliers[1].clone()],
                wares: second,
                values: Vec::new(),
                ..base.copy()
            };
            return vec![one, other];
        }
    }
    vec![base]
}

impl Mention<'_> {
    fn copy(&self) -> Self {
        Self {
            sentence: self.sentence,
            suppliers: self.suppliers.clone(),
            customers: self.customers.clone(),
            beneficiaries: self.beneficiaries.clone(),
            wares: self.wares.clone(),
            makers: self.makers.clone(),
            values: self.values.clone(),
            dates: self.dates.clone(),
            statuses: self.statuses.clone(),
            hedge: self.hedge,
            speaker: self.speaker,
            reason: self.reason,
            disposition: self.disposition,
            financing: self.financing.clone(),
            domain: self.domain,
            deal: self.deal,
            refers: self.refers,
            other: self.other,
            loose: self.loose,
            core: self.core,
            defence: self.defence,
            civil: self.civil,
            transfer: self.transfer,
            conflict: self.conflict,
            pronoun: self.pronoun,
            wins: self.wins,
            preferred: self.preferred,
            firm: self.firm.clone(),
            us_office: self.us_office,
        }
    }

    /// Whether the sentence alone says enough of a deal to begin a record.
    fn stands(&self) -> bool {
        let party = !self.suppliers.is_empty() || !self.customers.is_empty();
        let both = !self.suppliers.is_empty() && !self.customers.is_empty();
        let thing = !self.wares.is_empty();
        let counted = self.wares.iter().any(|ware| ware.item.quantity.is_some() || ware.item.designation.is_some());
        let firm = counted || !self.values.is_empty();
        if self.civil || self.conflict && !firm || self.other && !(party && thing && self.core) {
            return false;
        }
        if self.core {
            // Money without a thing is a deal of arms only between those who deal in them.
            let sum = !self.values.is_empty() && (thing || self.defence);
            let noun = self.wares.iter().any(|ware| !ware.shape);
            return party && (thing || sum)
                || noun && (!self.values.is_empty() || !self.makers.is_empty())
                || !self.suppliers.is_empty() && self.wins;
        }
        // Goods that change hands without a word of trade must be arms, and it must be told whose.
        self.transfer && self.wares.iter().any(|ware| ware.arm && !ware.weak) && (both || party && counted)
    }
}

/// A contract as it is being put together.
struct Draft<'t> {
    paragraph: Span,
    start: usize,
    end: usize,
    mentions: Vec<Mention<'t>>,
    inherited: Vec<Player>,
    preferred: bool,
}

/// Adds a mention to the record that it belongs to, or begins one.
fn place<'t>(drafts: &mut Vec<Draft<'t>>, open: &mut Option<usize>, mut mention: Mention<'t>, paragraph: Span) {
    // "it received contracts": the firm or state of the sentence before.
    if let Some(draft) = open
        .and_then(|at| drafts.get(at))
        .filter(|_| mention.pronoun && mention.suppliers.is_empty() && mention.customers.is_empty())
    {
        mention.suppliers = draft.suppliers().cloned().collect();
        mention.customers = draft.customers().cloned().collect();
    }
    if let Some(draft) = open.and_then(|at| drafts.get_mut(at)) {
        let useful = mention.deal
            || !mention.values.is_empty()
            || !mention.statuses.is_empty()
            || mention.speaker.is_some()
            || !mention.dates.is_empty();
        if !draft.contradicts(&mention) {
            let related = mention.refers
                || !mention.suppliers.is_empty()
                || mention.deal && mention.dates.iter().any(|date| date.role == DateRole::Delivery)
                || mention.stands()
                || mention.deal
                    && (!mention.wares.is_empty() || !mention.suppliers.is_empty() || !mention.customers.is_empty())
                || mention.values.is_empty() && mention.speaker.is_some()
                || mention.deal && !mention.values.is_empty() && !mention.other;
            if useful && related && !(mention.other && mention.wares.is_empty() && !mention.refers) {
                draft.end = mention.sentence.end;
                draft.mentions.push(mention);
            }
            return;
        }
    }
    // "weapons sales" at large are policy, not a deal, unless the text has spoken of the deals of these parties before.
    if mention.loose && drafts.is_empty() && mention.wares.iter().all(|ware| ware.item.designation.is_none()) {
        return;
    }
    if mention.stands() {
        *open = Some(drafts.len());
        drafts.push(Draft {
            paragraph,
            start: mention.sentence.start,
            end: mention.sentence.end,
            preferred: mention.statuses.iter().any(|(word, span)| {
                *word == StatusWord::Negotiating && span.end - span.start >= 16 && mention.preferred
            }),
            mentions: vec![mention],
            inherited: Vec::new(),
        });
    }
}

impl<'t> Draft<'t> {
    fn suppliers(&self) -> impl Iterator<Item = &Player> {
        self.mentions.iter().flat_map(|mention| &mention.suppliers)
    }

    fn customers(&self) -> impl Iterator<Item = &Player> {
        self.mentions.iter().flat_map(|mention| &mention.customers)
    }

    fn wares(&self) -> impl Iterator<Item = &Ware<'t>> {
        self.mentions.iter().flat_map(|mention| &mention.wares)
    }

    /// Whether a mention speaks of another deal: other parties of the same side, or another counted thing.
    fn contradicts(&self, mention: &Mention<'t>) -> bool {
        let clash = |known: &[&Player], new: &[Player]| {
            let states =
                |players: &[&Player]| players.iter().filter_map(|player| player.name.country).collect::<Vec<_>>();
            let (a, b) = (states(known), states(&new.iter().collect::<Vec<_>>()));
            !a.is_empty() && !b.is_empty() && !a.iter().any(|code| b.contains(code))
        };
        if clash(&self.suppliers().collect::<Vec<_>>(), &mention.suppliers)
            || clash(&self.customers().collect::<Vec<_>>(), &mention.customers)
        {
            return true;
        }
        // Two sums of two days are two deals.
        let dated = |mention: &Mention<'t>| {
            mention
                .dates
                .iter()
                .find(|date| matches!(date.role, DateRole::Signed | DateRole::Awarded))
                .map(|date| date.date)
        };
        let known = self.mentions.iter().filter(|mention| !mention.values.is_empty()).find_map(dated);
        if !mention.refers
            && !mention.values.is_empty()
            && known.is_some()
            && dated(mention).is_some()
            && dated(mention) != known
        {
            return true;
        }
        let same_sentence = self.mentions.last().is_some_and(|last| last.sentence == mention.sentence);
        if same_sentence {
            return true;
        }
        // "That followed a March 2017 order for 32 Dhruvs": another number of things.
        let counted = |ware: &Ware<'t>| ware.item.quantity.clone();
        let known: Vec<_> = self.wares().filter_map(counted).collect();
        let new: Vec<_> = mention.wares.iter().filter_map(counted).collect();
        let other_number = !known.is_empty() && !new.is_empty() && !new.iter().any(|number| known.contains(number));
        let own = mention.stands() && mention.deal && !mention.refers_back();
        other_number && own && mention.wares.iter().any(|ware| ware.arm)
    }
}

impl Mention<'_> {
    /// "the deal", "of which", "another three": what follows belongs to what was said.
    fn refers_back(&self) -> bool {
        self.refers
            && self.statuses.iter().any(|(word, _)| matches!(word, StatusWord::Delivered | StatusWord::InDelivery))
    }
}

/// A record without a supplier takes that of an earlier one with the same buyer: "systems contracted by Armenian friends are being transferred".
fn inherit(drafts: &mut [Draft<'_>]) {
    for at in 1..drafts.len() {
        if drafts[at].suppliers().next().is_some() || drafts[at].mentions.iter().any(|mention| mention.loose) {
            continue;
        }
        let buyers: Vec<_> = drafts[at].customers().filter_map(|player| player.name.country).collect();
        let found = drafts[..at]
            .iter()
            .rev()
            .find(|draft| draft.customers().filter_map(|player| player.name.country).any(|code| buyers.contains(&code)))
            .map(|draft| draft.suppliers().cloned().collect::<Vec<_>>());
        if let Some(found) = found {
            drafts[at].inherited = found;
        }
    }
}

impl<'t> Draft<'t> {
    /// The record, if the passage is one of defence.
    fn finish(self, text: &'t str, figures: &[Figure<'t>], people: &[Person]) -> Option<Contract<'t>> {
        let arm = self.wares().any(|ware| ware.arm);
        let forces = self
            .customers()
            .chain(self.suppliers())
            .any(|player| matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry));
        let military = self.mentions.iter().any(|mention| mention.domain.is_some());
        let maker = self.suppliers().any(|player| player.name.kind == PartyKind::Company)
            && self.mentions.iter().any(|mention| mention.domain.is_some());
        let office = self.mentions.iter().any(|mention| mention.us_office.is_some());
        // Helicopters, ships and aircraft that a state buys from abroad by the number are for its forces or its police.
        let state_buys =
            self.customers().any(|player| player.name.kind == PartyKind::State && player.name.country.is_some())
                && self.wares().any(|ware| {
                    let text = ware.item.text.to_ascii_lowercase();
                    (ware.item.quantity.is_some() || ware.item.designation.is_some())
                        && ["helicopter", "aircraft", "vessel", "boat", "radar", "vehicle"]
                            .iter()
                            .any(|noun| text.contains(noun))
                });
        if !(state_buys
            || arm
            || forces
            || maker
            || office
            || military && (self.customers().next().is_some() || self.suppliers().next().is_some()))
        {
            return None;
        }
        let denied =
            self.mentions.iter().any(|mention| mention.statuses.iter().any(|(word, _)| *word == StatusWord::Denied));
        if denied && !arm {
            return None;
        }
        let (status, status_at) = self.status();
        let mut contract = Contract::new(Span::new(self.start, self.end), text, status, rule(status));
        contract.suppliers = parties(text, self.suppliers().chain(&self.inherited));
        contract.customers = parties(text, self.customers());
        contract.beneficiaries = parties(text, self.mentions.iter().flat_map(|mention| &mention.beneficiaries));
        if contract.suppliers.is_empty() {
            let makers: Vec<Player> = self
                .mentions
                .iter()
                .flat_map(|mention| &mention.makers)
                .filter(|name| {
                    !contract.customers.iter().any(|party| {
                        party.country.is_some() && party.country == name.country || party.span().overlaps(name.span)
                    })
                })
                .map(|name| Player { name: name.clone(), part: Part::Supplier, evidence: None })
                .collect();
            contract.suppliers = parties(text, makers.iter());
        }
        if contract.suppliers.is_empty() {
            let firm: Vec<Player> = self
                .mentions
                .iter()
                .filter_map(|mention| mention.firm.clone())
                .filter(|name| !contract.customers.iter().any(|party| party.span() == name.span))
                .map(|name| Player { name, part: Part::Supplier, evidence: None })
                .collect();
            contract.suppliers = parties(text, firm.iter().take(1));
        }
        let american = contract
            .suppliers
            .iter()
            .chain(&contract.customers)
            .any(|party| party.country == Some(CountryCode::new("US")));
        if let Some(span) = self
            .mentions
            .iter()
            .find_map(|mention| mention.us_office)
            .filter(|_| !american && !contract.suppliers.iter().any(|party| party.country.is_some()))
        {
            // The state is named by none of its own words: the party has no name, and stands where its office does.
            let mut state = Party::new(Span::new(span.start, span.start), text, PartyKind::State);
            state.country = Some(CountryCode::new("US"));
            state.country_basis = Some(CountryBasis::Seat);
            contract.suppliers.push(state);
            contract.evidence.push(Evidence::new(span, text, EvidenceFor::Supplier));
        }
        let sides: Vec<Span> = contract.suppliers.iter().chain(&contract.customers).map(Party::span).collect();
        let own = self
            .mentions
            .iter()
            .enumerate()
            .filter(|(i, mention)| *i == 0 || !mention.refers)
            .any(|(_, mention)| !mention.wares.is_empty());
        let told = self
            .mentions
            .iter()
            .enumerate()
            .filter(|(i, mention)| !own || *i == 0 || !mention.refers)
            .flat_map(|(_, mention)| &mention.wares);
        contract.items = items(told, &sides);
        let ahead = matches!(
            status,
            Status::Possible | Status::Requested | Status::Planned | Status::Negotiating | Status::Approved
        );
        for mention in &self.mentions {
            for (id, role) in &mention.values {
                let role = match role {
                    ValueRole::Award | ValueRole::Estimated if ahead => ValueRole::Estimated,
                    ValueRole::Award | ValueRole::Estimated => ValueRole::Award,
                    other => *other,
                };
                if !contract.values.iter().any(|value| value.figure == *id) {
                    contract.values.push(Value::new(*id, role));
                }
            }
            for date in &mention.dates {
                if !contract.dates.iter().any(|known| known.date == date.date) {
                    contract.dates.push(*date);
                }
            }
            for span in &mention.financing {
                contract.financing.push(TextSpan::new(*span, text));
            }
            contract.hedged |= mention.hedge;
            if contract.attribution.is_none() {
                contract.attribution =
                    mention.speaker.map(|span| TextSpan::new(officer(text, span, people).unwrap_or(span), text));
            }
            if contract.disposition.is_none() {
                contract.disposition = mention.disposition.map(|(span, share)| {
                    let mut disposition = Disposition::new(span, text);
                    disposition.share = share.map(|span| Cow::Borrowed(span.of(text)));
                    disposition
                });
            }
            if contract.reason.is_none()
                && matches!(status, Status::Unfulfilled | Status::Cancelled | Status::Suspended | Status::Delayed)
            {
                contract.reason = mention.reason.map(|span| TextSpan::new(span, text));
            }
        }
        contract.values.sort_by_key(|value| value.figure);
        contract.dates.sort_by_key(|date| date.date);
        if status == Status::Signed
            && contract.values.iter().any(|value| {
                figures
                    .iter()
                    .any(|figure| figure.id == value.figure && figure.kind == Kind::Vague && figure.currency.is_none())
            })
        {
            contract.hedged = true;
        }
        self.evidence(text, &mut contract, status_at);
        let some_party = !contract.suppliers.is_empty() || !contract.customers.is_empty();
        (some_party || !contract.values.is_empty() && !contract.items.is_empty()).then_some(contract)
    }

    /// How far the deal has come: the furthest state that the words name, the later one of two that go as far.
    fn status(&self) -> (Status, Option<Span>) {
        let mut best: Option<(u8, Status, Span)> = None;
        for (word, span) in self.mentions.iter().flat_map(|mention| &mention.statuses) {
            let Some((rank, status)) = rank(*word) else { continue };
            // A firm that is only preferred has won nothing yet.
            let rank = if *word == StatusWord::Negotiating && self.preferred { 7 } else { rank };
            let same_stage = best.is_some_and(|(known, _, _)| known == rank && rank == 6);
            if best.is_none_or(|(known, _, _)| rank >= known) && !same_stage {
                best = Some((rank, status, *span));
            }
        }
        if let Some((_, status, span)) = best {
            return (status, Some(span));
        }
        if self.mentions.iter().any(|mention| mention.us_office.is_some()) {
            return (Status::Possible, None);
        }
        if self.mentions.iter().all(|mention| mention.transfer && !mention.core) {
            return (Status::Delivered, None);
        }
        let loose = self.mentions.iter().all(|mention| mention.loose);
        (if loose { Status::Other } else { Status::Signed }, None)
    }

    /// The words that decided the facts.
    fn evidence(&self, text: &'t str, contract: &mut Contract<'t>, status: Option<Span>) {
        if let Some(span) = status {
            contract.evidence.push(Evidence::new(span, text, EvidenceFor::Status));
        }
        for (players, decides) in [
            (self.suppliers().collect::<Vec<_>>(), EvidenceFor::Supplier),
            (self.customers().collect::<Vec<_>>(), EvidenceFor::Customer),
        ] {
            if let Some(span) = players.iter().find_map(|player| player.evidence) {
                contract.evidence.push(Evidence::new(span, text, decides));
            }
        }
        if let Some(span) = self.mentions.iter().find_map(|mention| mention.domain) {
            contract.evidence.push(Evidence::new(span, text, EvidenceFor::Domain));
        }
        for mention in self.mentions.iter().skip(1) {
            contract.evidence.push(Evidence::new(mention.sentence, text, EvidenceFor::Mention));
        }
        let _ = self.paragraph;
        contract.evidence.sort_by_key(|evidence| evidence.start);
    }
}

/// How far a word goes, and the status that it names.
const fn rank(word: StatusWord) -> Option<(u8, Status)> {
    Some(match word {
        StatusWord::Possible => (2, Status::Possible),
        StatusWord::Requested => (3, Status::Requested),
        StatusWord::Planned => (3, Status::Planned),
        StatusWord::Negotiating => (4, Status::Negotiating),
        StatusWord::Approved => (5, Status::Approved),
        StatusWord::Signed => (6, Status::Signed),
        StatusWord::Awarded => (6, Status::Awarded),
        StatusWord::Delivered => (7, Status::Delivered),
        StatusWord::InDelivery => (8, Status::InDelivery),
        StatusWord::Completed => (8, Status::Completed),
        StatusWord::Delayed => (9, Status::Delayed),
        StatusWord::Suspended => (10, Status::Suspended),
        StatusWord::Unfulfilled => (11, Status::Unfulfilled),
        StatusWord::Cancelled => (12, Status::Cancelled),
        StatusWord::Denied => return None,
    })
}

/// The rule's name by what became of the deal.
const fn rule(status: Status) -> &'static str {
    match status {
        Status::Possible | Status::Requested | Status::Planned | Status::Negotiating | Status::Approved => {
            "news.prospect"
        }
        Status::InDelivery | Status::Delivered | Status::Completed => "news.delivery",
        Status::Delayed | Status::Unfulfilled | Status::Suspended | Status::Cancelled => "news.trouble",
        _ => "news.deal",
    }
}

/// The parties of one side, each state and each name once.
fn parties<'t, 'p>(text: &'t str, players: impl Iterator<Item = &'p Player>) -> Vec<Party<'t>> {
    let mut found: Vec<Party<'t>> = Vec::new();
    for player in players {
        let mut party = Party::new(player.name.span, text, player.name.kind);
        party.country = player.name.country;
        party.country_basis = player.name.basis.or(party.country.map(|_| CountryBasis::Name));
        let again = found.iter().any(|known| {
            known.name == party.name
                || known.country.is_some()
                    && known.country == party.country
                    && !(known.kind == PartyKind::State && party.kind == PartyKind::Company)
        });
        if !again {
            found.push(party);
        }
    }
    found
}

/// The items, each once, without those that are a party's name.
fn items<'t, 'w>(wares: impl Iterator<Item = &'w Ware<'t>>, sides: &[Span]) -> Vec<Item<'t>>
where
    't: 'w,
{
    let mut found: Vec<Item<'t>> = Vec::new();
    let all: Vec<&Ware<'t>> = wares.collect();
    let strong = all.iter().any(|ware| !ware.weak);
    for ware in all.into_iter().filter(|ware| !strong || !ware.weak) {
        let span = Span::new(ware.item.start, ware.item.end);
        let again = found.iter().any(|known| {
            let (a, b) = (known.text.to_ascii_lowercase(), ware.item.text.to_ascii_lowercase());
            a == b || a.ends_with(&b) || known.designation.is_some() && known.designation == ware.item.designation
        });
        if !again && !sides.iter().any(|side| side.holds(span)) {
            found.push(ware.item.clone());
        }
    }
    found
}

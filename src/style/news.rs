//! Prose: a journalist's paragraph, with parties behind capitals and nationalities, hedged sums, and money that has nothing to do with any deal.
//!
//! ```text
//! Ardenia reportedly paid between $250 million and $400 million for rocket launchers that Velmark has yet to deliver under two contracts
//! signed in 2021 and 2022, Foreign Minister Ivo Hale said.
//! ```
//! Each sentence with a deal word is a mention. Mentions of one paragraph that do not contradict each other are one contract: same parties, same things,
//! or "the deal", "it". A mention with another party, thing or number begins a new one. A passage that is not military has no contract.

pub use super::draft::RULES;
use super::draft::{Draft, begin, inherit, place};
use super::mention::{Mention, mentions};
use super::{Reading, call_off};
use crate::clause::floor;
use crate::clause::scene::{Scene, hits};
use crate::clause::statement::{Person, Speaker, persons, speaker};
use crate::clause::ware::count;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    ARMS_WORDS, Arms, COMPANIES, COMPANY_NOUNS, DealWord, MILITARY_WORDS, Maker, NAMED_BUYERS, NAMED_SELLERS,
    NO_THINGS, REFERENCES, SAY_WORDS, SHIP_PREFIXES, STATUS_WORDS, SYSTEMS, Stems, TRADE_WORDS, Trade, WEAPON_NOUNS,
};
use crate::lexicon::own::Lexicon;
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::{Code, DateMention, Diagnostic, Figure, PartyKind};
use crate::scan::{self, Candidate, Candidates, TRADE};
use crate::span::Span;
use crate::text::segment::{Paragraphs, sentences};

/// Reads the deals of a text whose words of trade are known.
#[must_use]
pub fn read<'t>(
    text: &'t str,
    candidates: &Candidates,
    trade: &[(usize, Trade)],
    figures: &[Figure<'t>],
    dates: &[DateMention<'t>],
    own: &Lexicon,
) -> Reading<'t> {
    let mut reading = Reading::default();
    let mut arms = stems(text, &candidates.words, scan::ARMS, &ARMS_WORDS);
    let programmes = own.programmes_in(text, Span::new(0, text.len()));
    if !programmes.is_empty() {
        arms.extend(programmes.iter().map(|word| (word.start, Arms::Thing)));
        arms.sort_unstable_by_key(|word| word.0);
    }
    // A deal of defence names arms, or forces beside money, or a type beside a word of trade: "Norhaven ordered two C295s".
    if arms.is_empty()
        && figures.is_empty()
        && !trade.iter().any(|(at, word)| *word == Trade::Core || hands_over(text, *at))
    {
        return reading;
    }
    let mut drafts: Vec<Draft<'t>> = Vec::new();
    let mut spoke: Option<Span> = None;
    let mut last: Option<usize> = None;
    let mut told_in: Option<Span> = None;
    let mut all = Paragraphs::of(text);
    loop {
        // Before the first deal, only paragraphs with a word of trade are of use.
        if last.is_none() {
            let Some(word) = trade.get(trade.partition_point(|word| word.0 < all.at())) else { break };
            all.skip_to(word.0);
        }
        let Some(paragraph) = all.next() else { break };
        let words = within(trade, paragraph, |word| word.0);
        if paragraph.end - paragraph.start > MOST_BYTES {
            continue;
        }
        // "The contract was signed on Tuesday" goes on with the deal of the paragraph before.
        let near = told_in.is_some_and(|told: Span| text[told.end..paragraph.start].trim().is_empty());
        let mut open: Option<usize> = last.filter(|_| goes_on(text, paragraph, words, near));
        let of_arms = within(&arms, paragraph, |word| word.0);
        let money = !within(figures, paragraph, |figure| figure.start).is_empty();
        // "Norhaven has received two C295s": a type beside a word of trade.
        let typed = || {
            words.iter().any(|(at, word)| *word == Trade::Core || hands_over(text, *at))
                && !within(&candidates.types, paragraph, |at| *at).is_empty()
        };
        if open.is_none() && (words.is_empty() || of_arms.is_empty() && !money && !typed()) {
            continue;
        }
        let mut military: Option<Option<Span>> = None;
        let may_tell = |span: Span| {
            may_tell_of_a_deal(
                text,
                within(words, span, |word| word.0),
                within(of_arms, span, |word| word.0),
                !within(figures, span, |figure| figure.start).is_empty(),
                !of_arms.is_empty(),
                || !within(&candidates.types, span, |at| *at).is_empty(),
                || awards_a_maker_of_arms(text, span),
            )
        };
        // "The eight radars are late. Norhaven approved the purchase from Velmark": arms of the sentence before, without a word of trade.
        let may_go_on = |span: Span| {
            within(words, span, |word| word.0).iter().any(|(_, word)| *word == Trade::Core)
                && within(of_arms, span, |word| word.0).iter().all(|(_, word)| *word != Arms::Thing)
                && speaks_of_it(span.of(text))
        };
        let has_things = |span: Span| within(of_arms, span, |word| word.0).iter().any(|(_, word)| *word == Arms::Thing);
        // The clause before, or the sentence of which it is the last.
        let mut previous: Option<(Span, Cut)> = None;
        // Arms that are bought or sold in the sentence before, of which the next may tell who buys them.
        let mut untold: Option<Mention<'t>> = None;
        for whole in sentences(text, paragraph) {
            // What a sentence has not, none of its clauses has.
            let shows_arms = |(before, _): (Span, Cut)| has_things(before);
            if open.is_none()
                && untold.is_none()
                && !may_tell(whole)
                && !(previous.is_some_and(shows_arms) && may_go_on(whole))
            {
                previous = Some((whole, Cut::No));
                continue;
            }
            for sentence in clauses(text, whole, words) {
                let before = previous.replace((sentence, Cut::Yes)).map(|(before, cut)| match cut {
                    Cut::Yes => before,
                    Cut::No => clauses(text, before, words).pop().unwrap_or(before),
                });
                let former = untold.take().filter(|_| open.is_none() && speaks_of_it(sentence.of(text)));
                let figures = within(figures, sentence, |figure| figure.start);
                let shown = before
                    .filter(|before| open.is_none() && former.is_none() && has_things(*before) && may_go_on(sentence));
                let goes_on = open.is_some() || former.is_some() || shown.is_some();
                if !goes_on && !may_tell(sentence) {
                    continue;
                }
                if tells_of_a_backlog(sentence.of(text)) || sums_up_many_states(sentence.of(text)) {
                    continue;
                }
                if figures.len() > MOST_TOLD {
                    reading.diagnostics.push(list(sentence));
                    continue;
                }
                let dates = within(dates, sentence, |date| date.start);
                let deals = Scene::deals(text, sentence, figures);
                let told = if goes_on {
                    // What goes on with a deal says when, how far it has come, or who says so.
                    let silent = deals.is_empty()
                        && figures.is_empty()
                        && dates.is_empty()
                        && within(of_arms, sentence, |word| word.0).is_empty()
                        && hits(&STATUS_WORDS, text, sentence).is_empty()
                        && hits(&SAY_WORDS, text, sentence).is_empty()
                        && !NAMED_SELLERS.are_in(sentence.of(text))
                        && !NAMED_BUYERS.are_in(sentence.of(text));
                    !silent
                } else {
                    !deals.is_empty()
                        && (deals.iter().any(|hit| hit.what == DealWord::Sign)
                            && deals.iter().any(|hit| hit.what == DealWord::Deal)
                            || may_name_a_thing(text, sentence, &deals, figures, dates)
                            || !within(&programmes, sentence, |word| word.start).is_empty())
                };
                if !told {
                    continue;
                }
                if deals.len() > MOST_TOLD {
                    reading.diagnostics.push(list(sentence));
                    continue;
                }
                let scene = Scene::new(text, sentence, deals, figures, dates, own);
                let said = match speaker(&scene) {
                    Some(Speaker::Named(span)) => {
                        spoke = Some(span);
                        Some(span)
                    }
                    Some(Speaker::Same) => spoke,
                    // "…, while Norhaven buys 12, the minister said": who says the end says all.
                    None if sentence.end < whole.end => {
                        match speaker(&Scene::new(text, whole, Vec::new(), &[], dates, own)) {
                            Some(Speaker::Named(span)) if span.start >= sentence.end => Some(span),
                            _ => None,
                        }
                    }
                    None => None,
                };
                let military = *military.get_or_insert_with(|| self::military(text, paragraph));
                let subject = before.and_then(|before| antecedent(text, before, sentence, own));
                for mut mention in mentions(&scene, said, military, goes_on, subject.is_some()) {
                    mention.subject.clone_from(&subject);
                    if let Some(former) = &former
                        && open.is_none()
                    {
                        mention.takes_who_ends_it(&scene, former);
                    }
                    let arms = shown.filter(|_| open.is_none() && mention.wants_arms()).and_then(|shown| {
                        let scene = Scene::new(text, shown, Vec::new(), &[], &[], own);
                        mention.of_arms_shown(&scene, military.is_some())
                    });
                    match former.as_ref().or(arms.as_ref()) {
                        Some(former) if open.is_none() && mention.completes(former) => {
                            begin(&mut drafts, &mut open, former.copy(), mention, text);
                        }
                        _ if open.is_none() && subject.is_none() && mention.is_untold() => untold = Some(mention),
                        _ => place(&mut drafts, &mut open, mention),
                    }
                }
            }
        }
        if open.is_some() {
            told_in = Some(paragraph);
        }
        last = open.or(last);
    }
    if drafts.is_empty() {
        return reading;
    }
    reading.diagnostics.extend(drafts.iter().filter_map(Draft::cut));
    inherit(&mut drafts);
    // Who is named with an office is asked for only where somebody speaks.
    let people = if drafts.iter().any(Draft::has_a_speaker) { everybody(text, own) } else { Vec::new() };
    reading.contracts = drafts.into_iter().filter_map(|draft| draft.finish(text, figures, &people, own)).collect();
    call_off::add(text, figures, dates, &mut reading);
    reading
}

/// Whether a paragraph goes on with the deal of one before: it begins with "The contract", "The jets", "It", or speaks of "the contract" at once.
fn goes_on(text: &str, paragraph: Span, trade: &[(usize, Trade)], near: bool) -> bool {
    let inner = paragraph.of(text);
    let head = &inner[..floor(inner, 160)];
    let first = head.split(['.', '!', '?']).next().unwrap_or(head);
    // "Ardenia signed the $6 million contract in 2009": a noun of trade near the start, with its article before it.
    let spoken_of = || {
        trade.iter().take_while(|word| word.0 - paragraph.start <= NEAR_START).any(|word| {
            let noun = &text[word.0..];
            let before = &inner[..word.0 - paragraph.start];
            let near = before.trim_end();
            let sum = before.bytes().any(|byte| byte.is_ascii_digit());
            ["contract", "deal", "order", "agreement", "purchase", "sale"].iter().any(|stem| noun.starts_with(stem))
                && before.len() < first.len()
                && ["the", "The", "its", "Its", "this", "This"]
                    .iter()
                    .any(|article| near.ends_with(article) || sum && before.split(' ').any(|word| word == *article))
        })
    };
    // "It", "The first", "More" speak of what was told right before; "It is said that" of nothing.
    let opens = near && !inner.starts_with("It is ") && !inner.starts_with("It was ");
    speaks_of_a_known_thing(inner)
        || opens
            && REFERENCES.begin(inner)
            && !inner.starts_with("They ")
            && !inner.starts_with("He ")
            && !inner.starts_with("She ")
            && !inner.starts_with("That ")
        || spoken_of()
}

/// Whether a stretch was cut into clauses, and is one of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    Yes,
    No,
}

/// The clauses of a sentence that each tell of a deal of their own: "A will build 70 trainers, while B supplies three ships; it sold …".
fn clauses(text: &str, sentence: Span, trade: &[(usize, Trade)]) -> Vec<Span> {
    // "two warships, whose sale to Ardenia was cancelled": what was to become of the things before.
    let former = [", whose sale to ", ", whose delivery to ", ", whose purchase by ", ", whose export to "]
        .iter()
        .filter_map(|words| sentence.of(text).place_of(words))
        .min();
    let sentence = former.map_or(sentence, |at| Span::new(sentence.start, sentence.start + at));
    let inner = sentence.of(text);
    // Few sentences have two words of trade.
    if within(trade, sentence, |word| word.0).len() < 2 {
        return vec![sentence];
    }
    let has_trade = |span: Span| !within(trade, span, |word| word.0).is_empty();
    let counted = |span: Span| {
        span.of(text).bytes().any(|byte| byte.is_ascii_digit())
            || !hits(&WEAPON_NOUNS, text, span).is_empty()
            || !hits(&SYSTEMS, text, span).is_empty()
    };
    let mut found = Vec::new();
    let mut from = sentence.start;
    for mark in [
        "; ",
        ", while ",
        " while ",
        " whereas ",
        " now that ",
        " comes just as ",
        " comes as ",
        " came as ",
        " comes after ",
        " came after ",
        " and would instead ",
        " and will instead ",
        " and instead ",
        ", which later ",
        ", and has since ",
        " and has since ",
        " and has also ",
        ", but ",
    ] {
        // One border is enough: a sentence of many clauses is a list.
        let Some(at) = crate::clause::find(text, Span::new(from, sentence.end), mark) else { continue };
        let (one, other) = (Span::new(from, at), Span::new(at + mark.len(), sentence.end));
        // "has offered 15 helicopters, but it cancelled a separate order of 16": only what is called another deal.
        if mark == ", but " && ![" separate ", " another "].iter().any(|word| other.of(text).holds(word)) {
            continue;
        }
        if !inner.contains('“') && has_trade(one) && has_trade(other) && counted(one) && counted(other) {
            found.push(one);
            from = other.start;
        }
    }
    // "Norhaven paid $12 million for 72 jets, and Velmark was selected to provide 21 vehicles for $5 million": a subject of its own.
    if let Some(at) = crate::clause::find(text, Span::new(from, sentence.end), ", and ") {
        let (one, other) = (Span::new(from, at), Span::new(at + ", and ".len(), sentence.end));
        let sums = |span: Span| span.of(text).bytes().any(|byte| byte.is_ascii_digit());
        if !inner.contains('“')
            && has_trade(one)
            && has_trade(other)
            && sums(one)
            && sums(other)
            && begins_anew(other.of(text))
        {
            found.push(one);
            from = other.start;
        }
    }
    found.push(Span::new(from, sentence.end));
    found
}

/// `Velmark was selected to provide`: a name and a verb of its own.
fn begins_anew(clause: &str) -> bool {
    let mut words = clause.split(' ');
    let first = words.next().unwrap_or("");
    let named = first.starts_with(char::is_uppercase) && first.len() > 2;
    named
        && words.take(4).find(|word| !word.starts_with(char::is_uppercase)).is_some_and(|verb| {
            matches!(
                verb,
                "was"
                    | "were"
                    | "will"
                    | "has"
                    | "have"
                    | "had"
                    | "is"
                    | "are"
                    | "ordered"
                    | "bought"
                    | "signed"
                    | "selected"
                    | "awarded"
                    | "won"
                    | "sold"
            )
        })
}

/// `It also bought`, `The company will deliver`, `The kingdom ordered`: the name in the sentence before for which the subject of this one stands.
fn antecedent(text: &str, before: Span, sentence: Span, own: &Lexicon) -> Option<Name> {
    let inner = sentence.of(text);
    let words: Vec<&str> = inner.split([' ', ',']).take(4).collect();
    let first = *words.first()?;
    // ", and would instead buy used jets": the subject of the clause before.
    let goes_on = [" instead ", " has since ", " has also "].iter().any(|link| text[..sentence.start].ends_with(link));
    // "During the quarter the company also won", "In May it ordered"
    let opening = &inner[..floor(inner, 70)];
    let mut nouns = opening.match_indices(" the ").filter_map(|(at, _)| opening[at + 5..].split(' ').next());
    let inside = nouns.any(|word| COMPANY_NOUNS.get(word).is_some());
    let it = opening.holds(" it ")
        && (matches!(first, "In" | "On" | "During" | "Last" | "Earlier" | "Later" | "Since")
            || opens_with_a_time(opening));
    // "They were delivered": what, and not who.
    if matches!(words.get(1).copied(), Some("was" | "were" | "is" | "are"))
        || matches!(words.get(1..3), Some(["will", "be"] | ["has" | "have" | "had", "been"]))
    {
        return None;
    }
    let firm = |name: &Name| name.kind == PartyKind::Company;
    let land = |name: &Name| name.is_state() && !name.adjective;
    let nouns = words.get(1..).unwrap_or(&[]);
    let company = nouns.iter().any(|word| COMPANY_NOUNS.get(word).is_some());
    let state = nouns.iter().any(|word| {
        matches!(
            *word,
            "agency"
                | "ministry"
                | "navy"
                | "army"
                | "service"
                | "country"
                | "kingdom"
                | "nation"
                | "republic"
                | "island"
                | "emirate"
                | "sultanate"
                | "government"
        )
    });
    let wanted: &dyn Fn(&Name) -> bool = match first {
        "It" | "it" => &|name| firm(name) || land(name),
        // "They come free of charge": things, and no state.
        "They" | "they" => &firm,
        _ if goes_on => &|name| firm(name) || land(name),
        _ if it => &|name| firm(name) || land(name),
        "The" | "the" if company => &firm,
        "In" | "On" | "During" | "Last" | "Earlier" | "Later" | "Since" | "Under" if inside => &firm,
        "The" | "the" if state => &land,
        _ => return None,
    };
    // Names that a preposition governs are no subject, but for one who opens the sentence.
    let scene = Scene::new(text, before, Vec::new(), &[], &[], own);
    let subject =
        scene.names.iter().enumerate().find(|(i, name)| wanted(name) && scene.governs_none(*i)).map(|(_, name)| name);
    // "… from Velmark. The shipbuilder, which was awarded": the one firm of the sentence before.
    let only = || {
        let mut firms = scene.names.iter().filter(|name| firm(name));
        firms.next().filter(|_| firms.next().is_none() && matches!(first, "The" | "the") && company)
    };
    subject.or_else(only).cloned()
}

/// `Norhaven cancelled it`, `six of them`, `the €182 million contract`: a sentence that speaks of what the one before told.
fn speaks_of_it(sentence: &str) -> bool {
    let known = |noun: &str| {
        sentence.place_of(noun).is_some_and(|at| {
            let lead = &sentence[..at];
            let near = &lead[floor(lead, lead.len().saturating_sub(28))..];
            ["the ", "The ", "this ", "This "].iter().any(|article| {
                near.last_place_of(article).is_some_and(|from| {
                    let between = &near[from + article.len()..];
                    between.is_empty()
                        || between.bytes().any(|byte| byte.is_ascii_digit()) && !between.contains([',', ';'])
                })
            })
        })
    };
    sentence.starts_with("They are part of ")
        || sentence.starts_with("It is part of ")
        || [
            " it ",
            " it.",
            " it,",
            " them ",
            " them,",
            " them.",
            " of the type",
            " of the aircraft",
            " of the jets",
            " of the vehicles",
            " of the vessels",
            " of the ships",
            " of the helicopters",
            " of the systems",
        ]
        .iter()
        .any(|word| sentence.holds(word))
        || ["contract", "deal", "order", "agreement", "purchase", "sale"].iter().any(|noun| known(noun))
}

/// `The following month it signed`, `Two years later it bought`: a time before "it".
fn opens_with_a_time(opening: &str) -> bool {
    opening.place_of(" it ").is_some_and(|at| {
        let lead = &opening[..at];
        lead.split(' ').count() <= 4
            && lead.rsplit(' ').take(2).any(|word| {
                matches!(
                    word,
                    "month" | "year" | "week" | "day" | "later" | "then" | "afterwards" | "autumn" | "spring"
                )
            })
    })
}

/// How far into a paragraph the deal stands that it goes on with.
const NEAR_START: usize = 46;

/// `The jets will be delivered`: a sentence that begins with a thing of which the text has spoken.
pub(super) fn speaks_of_a_known_thing(sentence: &str) -> bool {
    ["The ", "These ", "Both ", "All "].iter().any(|article| {
        sentence.strip_prefix(article).is_some_and(|rest| {
            // "The 34 jets", "The four frigates"
            let (number, counted) = rest.split_once(' ').unwrap_or((rest, ""));
            WEAPON_NOUNS.longest_at(rest).is_some()
                || count(number).is_some() && WEAPON_NOUNS.longest_at(counted).is_some()
        })
    })
}

/// The words of trade at the candidates: "contract" is one, "contrast" is none.
#[must_use]
pub fn trade_words(text: &str, candidates: &[Candidate]) -> Vec<(usize, Trade)> {
    stems(text, candidates, TRADE, &TRADE_WORDS)
}

/// The words at the candidates of a kind that begin with a stem, with what it tells.
fn stems<T: Copy>(text: &str, candidates: &[Candidate], kind: u8, stems: &Stems<T>) -> Vec<(usize, T)> {
    let of_kind = candidates.iter().filter(|candidate| candidate.kinds & kind != 0);
    of_kind.filter_map(|candidate| Some((candidate.at, stems.begin(&text.as_bytes()[candidate.at..])?))).collect()
}

/// `The company's backlog stands at €38 billion.`: all that a firm has sold is no deal, and no part of the one before.
fn tells_of_a_backlog(sentence: &str) -> bool {
    ["backlog", "order book", "order intake", "orders on hand"]
        .iter()
        .filter_map(|word| sentence.place_of(word))
        .min()
        // "won a $1 billion order from Norhaven, while its backlog rose" tells of a deal before.
        .is_some_and(|at| {
            !["won a", "received a", "signed a", "order from", "orders from"]
                .iter()
                .any(|verb| sentence[..at].contains(verb))
        })
        && !sentence.holds("contract")
}

/// `contracts worth $17 billion with 55 countries`: what a state sells to all, and no deal.
fn sums_up_many_states(sentence: &str) -> bool {
    [" countries", " states", " nations"].iter().any(|noun| {
        sentence.places_of(noun).take(4).any(|at| {
            let lead = &sentence[..at];
            let number = lead.last_word();
            let count = count(number).and_then(|digits| digits.parse::<u32>().ok());
            let before = lead[..lead.len() - number.len()].trim_end();
            count.is_some_and(|count| count >= 5) && [" with", " to", " from"].iter().any(|link| before.ends_with(link))
        })
    }) && ["contracts", "orders", "sales", "exports"].iter().any(|noun| sentence.holds(noun))
}

/// `delivered`, `received`: a word by which goods change hands, whatever they are.
fn hands_over(text: &str, at: usize) -> bool {
    ["deliver", "receiv", "Deliver", "offer", "import", "suppl"].iter().any(|stem| text[at..].starts_with(stem))
}

/// Whether a sentence has the words that a deal needs: trade with arms, forces, money or a designation; a mere change of hands with arms.
fn may_tell_of_a_deal(
    text: &str,
    trade: &[(usize, Trade)],
    arms: &[(usize, Arms)],
    money: bool,
    paragraph_of_arms: bool,
    designated: impl Fn() -> bool,
    made_by_a_maker_of_arms: impl Fn() -> bool,
) -> bool {
    let core = trade.iter().any(|(_, word)| *word == Trade::Core);
    let thing = arms.iter().any(|(_, word)| *word == Arms::Thing);
    // "Norhaven has signed a deal with Velmark." may go on.
    let signs = || paragraph_of_arms && trade.len() >= 2 && trade.iter().any(|(at, _)| text[*at..].starts_with("sign"));
    core && (!arms.is_empty() || money && (paragraph_of_arms || made_by_a_maker_of_arms()) || signs() || designated())
        || !trade.is_empty() && (thing || money && !arms.is_empty())
        // "The navy took delivery of two boats"
        || !arms.is_empty() && trade.iter().any(|(at, _)| text[*at..].starts_with("deliver"))
        // "took delivery of two C295s"
        || trade.iter().any(|(at, _)| money || hands_over(text, *at)) && designated()
}

/// `Velmark was awarded the contract`: whether a maker of arms stands beside a contract or an order. Firms are bought and sold too.
fn awards_a_maker_of_arms(text: &str, sentence: Span) -> bool {
    ["contract", "order ", "award"].iter().any(|noun| sentence.of(text).holds(noun))
        && hits(&COMPANIES, text, sentence).iter().any(|hit| hit.what == Maker::Arms)
}

/// Whether a sentence has what a deal is about: a sum, a count, a designation, a noun of arms, or a contract that is won.
fn may_name_a_thing(
    text: &str,
    sentence: Span,
    deals: &[Hit<DealWord>],
    figures: &[Figure<'_>],
    dates: &[DateMention<'_>],
) -> bool {
    let has = |what: DealWord| deals.iter().any(|hit| hit.what == what);
    !figures.is_empty()
        || counts_what_is_bought(text, sentence, dates)
        || has(DealWord::Win) && has(DealWord::Deal)
        || !hits(&WEAPON_NOUNS, text, sentence).is_empty()
        || !hits(&SYSTEMS, text, sentence).is_empty()
        || SHIP_PREFIXES.are_in(sentence.of(text))
}

/// Whether a number stands in a sentence that is no date and counts no people, years or shares.
fn counts_what_is_bought(text: &str, sentence: Span, dates: &[DateMention<'_>]) -> bool {
    let bytes = sentence.of(text).as_bytes();
    let mut at = 0;
    while let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit).map(|next| at + next) {
        let mark = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
        at = digit + bytes[digit..].iter().take_while(|byte| mark(byte)).count();
        let place = sentence.start + digit;
        if dates.iter().any(|date| date.start <= place && place < date.end) {
            continue;
        }
        let rest = &text[sentence.start + at..sentence.end];
        let uncounted =
            rest.starts_with('%') || rest.strip_prefix(' ').is_some_and(|noun| NO_THINGS.longest_at(noun).is_some());
        if !uncounted {
            return true;
        }
    }
    false
}

/// The longest paragraph that is read as prose; what is longer is a table or a list.
const MOST_BYTES: usize = 20_000;

/// The most sums, and the most words of trade, of a sentence that is read as prose: each is held against all others.
const MOST_TOLD: usize = 64;

/// A sentence that is read for figures and dates alone.
fn list<'t>(sentence: Span) -> Diagnostic<'t> {
    let message = "at most 64 sums and 64 words of trade in a sentence were expected, and this is a list";
    Diagnostic::new(sentence.start, sentence.end, Code::TooLong, message)
}

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
fn everybody(text: &str, own: &Lexicon) -> Vec<Person> {
    let mut found = Vec::new();
    for paragraph in Paragraphs::of(text).take(200) {
        for sentence in sentences(text, paragraph) {
            let inner = sentence.of(text);
            if ["inister", "resident", "ecretary", "eneral", "okes", "arshal", "dmiral", "hief", "irector"]
                .iter()
                .any(|office| inner.holds(office))
            {
                found.extend(persons(&Scene::new(text, sentence, Vec::new(), &[], &[], own)));
            }
        }
    }
    found
}

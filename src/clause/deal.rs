//! Deals in prose: who buys and who sells, by the clause.
//!
//! ```text
//! Egypt ordered four corvettes from Velmark            subject buys, "from" supplies
//! Velmark won a €5 million order from the Polish army  subject supplies, "from" buys
//! the sale of 12 jets by Ardenia to Norhaven           "by" supplies, "to" buys
//! Norhaven’s $2 billion deal with Velmark for tanks    possessor buys, "with" supplies
//! ```
//! A party's part is decided by the preposition before it and the deal word that governs it; a state that is merely present has none.

use super::scene::{Scene, hits};
use super::stage::statuses;
use super::worth::head;
use crate::lexicon::news::{DealWord, StatusWord, TYPE_ORIGINS, WEAPON_NOUNS};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::{CountryCode, DateMention, Figure, PartyKind};
use crate::span::Span;

/// What a name is in the deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It sells or builds.
    Supplier,
    /// It buys.
    Customer,
    /// It uses what another buys.
    Beneficiary,
    /// "a deal with": one side, which the other side decides.
    Counterpart,
    /// It signed: one side, which the rest decides.
    Signer,
}

/// A name with its part.
#[derive(Clone, Debug)]
pub struct Player {
    /// The name.
    pub name: Name,
    /// What it does.
    pub part: Part,
    /// The word that decided it.
    pub evidence: Option<Span>,
}

/// The parts of the names of a sentence.
#[must_use]
pub fn players(scene: &Scene<'_, '_>, things: &[Span]) -> Vec<Player> {
    // A name within the thing that is bought is its maker or its type: "20 Lockheed Martin F-35s".
    let within = |i: usize| {
        things.iter().any(|thing| thing.overlaps(scene.names[i].span)) && !matches!(scene.lead(i).0, "from" | "by")
    };
    let beaten = beaten(scene);
    let within = |i: usize| within(i) || beaten.contains(&i);
    let mut parts: Vec<Option<(Part, Option<Span>)>> = scene
        .names
        .iter()
        .enumerate()
        .map(|(i, name)| if within(i) && !name.adjective { None } else { part(scene, i, name, things) })
        .collect();
    // Names that stand in a row have one part: "Thales and Velmark won", "from Norhaven and Ardenia".
    for i in 1..scene.names.len() {
        if joined(scene, i) && !within(i) && !within(i - 1) && scene.names[i].kind != PartyKind::Person {
            match (parts[i - 1], parts[i]) {
                (None, Some(known)) if subject_like(scene, i - 1) && !scene.names[i - 1].adjective => {
                    parts[i - 1] = Some(known);
                }
                (Some(known), None) if !scene.names[i].adjective => parts[i] = Some(known),
                _ => {}
            }
        }
    }
    for hit in &scene.deals {
        let Some(i) = antecedent(scene, hit) else { continue };
        let evidence = Some(Span::new(hit.start, hit.end));
        let passive = passive(scene.before(hit.start));
        let part = match hit.what {
            DealWord::Buy | DealWord::Receive | DealWord::Request | DealWord::Paid if !passive => Part::Customer,
            DealWord::Sell if !passive => Part::Supplier,
            DealWord::Sign | DealWord::Talk if !passive => Part::Signer,
            DealWord::Win if scene.names[i].kind == PartyKind::Company => Part::Supplier,
            _ => continue,
        };
        if parts[i].is_none() {
            parts[i] = Some((part, evidence));
        }
    }
    let mut players: Vec<Player> = scene
        .names
        .iter()
        .zip(&parts)
        .filter_map(|(name, part)| part.map(|(part, evidence)| Player { name: name.clone(), part, evidence }))
        .collect();
    // "President of Norhaven Ivo Hale vetoes": the state is named, and acts.
    for player in &mut players {
        let person = player.name.span;
        if player.name.kind == PartyKind::Person
            && let Some(state) = scene.names.iter().find(|name| {
                name.kind == PartyKind::State
                    && !name.adjective
                    && name.country.is_some()
                    && name.country == player.name.country
                    && Span::new(name.span.end, person.start.max(name.span.end)).of(scene.text) == " "
            })
        {
            player.name = state.clone();
        }
    }
    the_latter(scene, &mut players);
    resolve(scene, &mut players, things);
    // "has spent $427 million to supply the AAF with aircraft": who pays buys, who is supplied uses.
    let pays = players.iter().any(|player| {
        player.part == Part::Customer
            && player.evidence.is_some_and(|span| {
                scene
                    .deals
                    .iter()
                    .any(|hit| hit.start == span.start && matches!(hit.what, DealWord::Paid | DealWord::Award))
            })
    });
    if pays {
        for player in &mut players {
            let supplied = player.evidence.is_some_and(|span| {
                scene.deals.iter().any(|hit| hit.start == span.start && hit.what == DealWord::Sell)
            });
            if player.part == Part::Customer && supplied {
                player.part = Part::Beneficiary;
            }
        }
    }
    // "was picked by the agency to supply 18 radars to Norhaven": who picks buys, who is supplied uses.
    let by_evidence = |player: &Player, wanted: DealWord| {
        player.evidence.is_some_and(|span| scene.deals.iter().any(|hit| hit.start == span.start && hit.what == wanted))
    };
    let picks = players.iter().position(|player| {
        player.part == Part::Customer
            && by_evidence(player, DealWord::Win)
            && scene.lead(scene.names.iter().position(|name| name.span == player.name.span).unwrap_or(0)).0 == "by"
    });
    if let Some(picks) = picks {
        let buyer = players[picks].name.clone();
        for player in &mut players {
            if player.part == Part::Customer && player.name.span.start > buyer.span.end && player.name != buyer {
                player.part = Part::Beneficiary;
            }
        }
    }
    // `France’s Naval Group`: the company, not the state.
    let owners: Vec<usize> = (1..scene.names.len())
        .filter(|i| possesses(scene, *i - 1, *i))
        .map(|i| scene.names[i - 1].span.start)
        .collect();
    players.retain(|player| {
        !owners.contains(&player.name.span.start) || player.part == Part::Customer && !player.name.adjective
    });
    players
}

/// `Norhaven says that it will send`, `the Ardenian minister says that his country has bought`: the name for which the pronoun before a verb
/// stands, the first one of the sentence.
fn antecedent(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> Option<usize> {
    let before = scene.before(hit.start).trim_end();
    // The pronoun stands right before the verb, but for its auxiliaries.
    let mut rest = before;
    for _ in 0..4 {
        let word = rest.rsplit(' ').next().unwrap_or("");
        let auxiliary = matches!(
            word,
            "will"
                | "would"
                | "has"
                | "had"
                | "have"
                | "is"
                | "was"
                | "were"
                | "are"
                | "to"
                | "been"
                | "also"
                | "planning"
                | "plans"
                | "intends"
                | "set"
                | "ready"
                | "agreed"
                | "could"
                | "may"
                | "might"
                | "already"
                | "now"
                | "be"
        );
        if !auxiliary {
            break;
        }
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    let land = [" his country", " her country", " the country", " their country", " his government", " her government"]
        .iter()
        .any(|words| rest.ends_with(words));
    let it = [" it", " they"].iter().find_map(|word| rest.strip_suffix(word)).is_some_and(|lead| {
        let word = lead.rsplit(' ').next().unwrap_or("");
        !["permit", "allow", "let", "enabl", "help", "forc", "ask", "urg", "with", "for", "to", "of", "from", "by"]
            .iter()
            .any(|verb| word.starts_with(verb))
    });
    let end = scene.span.start + rest.len();
    let first = scene.names.iter().position(|name| {
        name.span.end < end
            && (land && name.country.is_some() && name.kind != PartyKind::Person
                || it && name.kind != PartyKind::Person && !name.adjective)
    })?;
    let name = &scene.names[first];
    let leads = matches!(scene.lead(first).0, "" | "," | "says" | "that");
    let owns = scene.after(name.span.end).starts_with("’s ") || scene.after(name.span.end).starts_with("'s ");
    (land || it && leads && !owns && (name.is_state() || name.kind == PartyKind::Company)).then_some(first)
}

/// `beat Velmark and Tolvik to win`, `edged out the Velmark-Tolvik team`: who lost the work that another won.
fn beaten(scene: &Scene<'_, '_>) -> Vec<usize> {
    let mut found = Vec::new();
    if !scene.has(DealWord::Win) && !scene.has(DealWord::Deal) {
        return found;
    }
    for i in 0..scene.names.len() {
        let (word, at) = scene.lead(i);
        let verb = |word: &str| {
            ["beat", "beats", "beating", "defeated", "defeating", "outbid", "outbidding", "edged", "edging", "edges"]
                .contains(&word)
        };
        let lost = verb(word) || word == "out" && verb(scene.before(at).trim_end().rsplit(' ').next().unwrap_or(""));
        let goes_on = i > 0
            && found.last() == Some(&(i - 1))
            && (joined(scene, i)
                || Span::new(scene.names[i - 1].span.end, scene.names[i].span.start).of(scene.text).starts_with('-'));
        if lost || goes_on {
            found.push(i);
        }
    }
    found
}

/// Whether name `i` goes on a list that name `i - 1` began.
fn joined(scene: &Scene<'_, '_>, i: usize) -> bool {
    let between = Span::new(scene.names[i - 1].span.end, scene.names[i].span.start).of(scene.text);
    let between = between
        .strip_suffix("a consortium of ")
        .or_else(|| between.strip_suffix("the consortium of "))
        .unwrap_or(between);
    if matches!(between, " and " | " and the " | ", and " | " & " | "/" | ", and the ") {
        return true;
    }
    // A comma goes on with a list only where an "and" closes it: "to the navy, Velmark said" is none.
    if matches!(between, ", " | ", the ") {
        return (i + 1..scene.names.len().min(i + 6))
            .map(|j| Span::new(scene.names[j - 1].span.end, scene.names[j].span.start).of(scene.text))
            .find(|gap| !matches!(*gap, ", " | ", the "))
            .is_some_and(|gap| matches!(gap, " and " | " and the " | ", and " | ", and the "));
    }
    // "Serbia and aircraft maker Velmark": a few plain words that describe the second.
    between.strip_prefix(" and ").is_some_and(|words| {
        let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        words.split(' ').filter(|word| !word.is_empty()).count() <= 4
            && words.trim_end().split(' ').all(|word| plain(word) && !ENDS_A_PHRASE.contains(&word))
    }) || scene.names[i - 1].adjective && i >= 2 && between.len() <= 40 && joined_before(scene, i)
}

/// Whether the demonym before a name describes it, and that demonym goes on a list: "Serbia and French firm Velmark".
fn joined_before(scene: &Scene<'_, '_>, i: usize) -> bool {
    let owns = Span::new(scene.names[i - 1].span.end, scene.names[i].span.start).of(scene.text);
    let before = Span::new(scene.names[i - 2].span.end, scene.names[i - 1].span.start).of(scene.text);
    owns.trim().split(' ').all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
        && matches!(before, " and " | " and the " | ", " | ", and ")
}

/// Words that no description of a name goes through.
const ENDS_A_PHRASE: [&str; 16] =
    ["to", "in", "of", "for", "with", "from", "by", "on", "at", "is", "are", "was", "were", "has", "have", "will"];

fn subject_like(scene: &Scene<'_, '_>, i: usize) -> bool {
    !matches!(scene.lead(i).0, "in" | "at" | "on" | "of" | "against")
}

/// Whether a state's name owns the company behind it.
fn possesses(scene: &Scene<'_, '_>, owner: usize, owned: usize) -> bool {
    let between = Span::new(scene.names[owner].span.end, scene.names[owned].span.start).of(scene.text);
    let described = scene.names[owner].adjective
        && between.starts_with(' ')
        && between.trim().split(' ').count() <= 4
        && between.trim().split(' ').all(|word| {
            word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                && !ENDS_A_PHRASE.contains(&word)
                && word != "and"
        });
    let link = described || matches!(between, "’s " | "'s " | "’ " | "-based " | " ");
    link && scene.names[owner].kind == PartyKind::State
        && matches!(scene.names[owned].kind, PartyKind::Company | PartyKind::Unknown)
        && (between != " " || scene.names[owner].adjective)
}

/// `U.S. Army contract`, `Navy order`: the force whose name stands right before the noun buys.
fn buys_by_its_name(scene: &Scene<'_, '_>, name: &Name) -> Option<Span> {
    let hit = scene.predicate(name.span.end)?;
    let force = matches!(name.kind, PartyKind::Military | PartyKind::Ministry | PartyKind::Agency);
    let word = Span::new(hit.start, hit.end).of(scene.text);
    let noun = hit.what == DealWord::Deal
        && (word.starts_with("contract") || word.starts_with("order") || word.starts_with("tender"));
    (force && noun && Span::new(name.span.end, hit.start).of(scene.text) == " ")
        .then_some(Span::new(hit.start, hit.end))
}

/// The words that say which part of a deal the name behind them plays.
const PREPOSITIONS: [&str; 8] = ["from", "From", "by", "By", "to", "for", "with", "between"];

fn part(scene: &Scene<'_, '_>, i: usize, name: &Name, things: &[Span]) -> Option<(Part, Option<Span>)> {
    let text = scene.text;
    let (word, word_at) = scene.lead(i);
    let governor = scene.governor(if PREPOSITIONS.contains(&word) { word_at } else { name.span.start });
    let cue = |hit: Option<Hit<DealWord>>| hit.map(|hit| Span::new(hit.start, hit.end));
    // "warships to Russia, … during a visit to Paris": another phrase has begun.
    if let Some(hit) = governor.filter(|hit| PREPOSITIONS.contains(&word) && hit.end < word_at) {
        let gap = Span::new(hit.end, word_at).of(text);
        if [
            " during ",
            " despite ",
            " after ",
            " amid ",
            " while ",
            " when ",
            " visit ",
            "; ",
            " in response ",
            " because ",
            " accusing ",
            " saying ",
        ]
        .iter()
        .any(|mark| gap.contains(mark))
        {
            return None;
        }
    }
    // "Velmark, Tucson, Arizona, won": a town between commas.
    if name.kind == PartyKind::Unknown
        && scene.before(name.span.start).ends_with(", ")
        && scene
            .after(name.span.end)
            .strip_prefix(", ")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
    {
        return None;
    }
    // "out of fear that they would be sent to Norhaven": what is only feared has no party.
    if [" fear that ", " fears that ", " fearing ", " concern that ", " concerns that ", " for fear "]
        .iter()
        .any(|words| scene.before(name.span.start).contains(words))
    {
        return None;
    }
    // Parliaments vote, and buy nothing but by approving it.
    let approves =
        name.country.is_some() && scene.predicate(name.span.end).is_some_and(|hit| hit.what == DealWord::Approve);
    if !approves
        && ["Congress", "congress", "Parliament", "parliament", "Senate"]
            .iter()
            .any(|house| name.span.of(text).ends_with(house))
    {
        return None;
    }
    if let Some(found) = means_to(scene, name) {
        return Some(found);
    }
    // A company that a state's possessive opens takes the state's preposition.
    let after = scene.after(name.span.end);
    let made = after.starts_with("-made")
        || after.starts_with("-built")
        || after.starts_with("-designed")
        || after.starts_with("-supplied");
    if made {
        return Some((Part::Supplier, Some(Span::new(name.span.start, name.span.end + 5))));
    }
    // `The prime contractor is Velmark`
    if [
        "contractor is",
        "contractor is the",
        "contractor will be",
        "contractor will be the",
        "contractors are",
        "contractors will be",
        "contractors are the",
        "contractor:",
    ]
    .iter()
    .any(|words| scene.before(name.span.start).trim_end().ends_with(words))
    {
        return Some((Part::Supplier, Some(name.span)));
    }
    // "won a Norhaven contract", "the winner of a Norhaven tender"
    if name.adjective
        && let Some(hit) = scene.predicate(name.span.end).filter(|hit| hit.what == DealWord::Deal)
        && hit.start == name.span.end + 1
        && scene
            .governor(name.span.start)
            .is_some_and(|won| won.what == DealWord::Win && name.span.start - won.end <= 24)
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    if let Some(span) = buys_by_its_name(scene, name) {
        return Some((Part::Customer, Some(span)));
    }
    let possessive = after.starts_with("’s ") || after.starts_with("'s ") || after.starts_with("’ ");
    if possessive && !matches!(word, "from") {
        let tail = &after[after.find(' ').map_or(0, |at| at + 1)..];
        if let Some(found) = possessor(scene, name, tail) {
            return Some(found);
        }
    }
    match word {
        "from" | "From" => {
            // "on order from Velmark"
            if scene.before(word_at).trim_end().ends_with("n order") {
                let lead = scene.before(word_at).trim_end();
                if lead.ends_with(" on order") || lead.ends_with("On order") {
                    return Some((Part::Supplier, Some(Span::new(word_at, word_at + 4))));
                }
            }
            let hit = governor?;
            // "amid opposition from China", "receives permission from the United States"
            let gap = Span::new(hit.end, word_at.max(hit.end)).of(text);
            if [
                "opposition",
                "permission",
                "request",
                "calls",
                "criticism",
                "pressure",
                "threat",
                "approval",
                "loan",
                "amid",
                "aid package",
                "aid ",
                "funding",
                "grant",
                "protest",
                "veto",
                "help",
                "backlash",
                "objection",
                "warning",
                "information",
                "lobbying",
                "objections",
                "resistance",
                "envy",
            ]
            .iter()
            .any(|word| gap.contains(word))
                || hit.what == DealWord::Request && gap.len() < 8
            {
                return None;
            }
            let subject_supplies =
                scene.deals.iter().any(|deal| deal.what == DealWord::Win && deal.end <= name.span.start);
            let order = matches!(hit.what, DealWord::Deal | DealWord::Win)
                && scene.before(word_at).trim_end().ends_with(|c: char| c.is_alphanumeric())
                && (name.is_state() || hit.end + 1 == word_at && hit.what == DealWord::Deal)
                && subject_supplies;
            // "received an order from the Norhaven agency": who orders buys, whoever it is.
            let given = (hit.what == DealWord::Award && Span::new(hit.start, hit.end).of(text).ends_with(" to"))
                && name.is_state()
                || hit.what == DealWord::Win
                    && Span::new(hit.start, hit.end).of(text).starts_with("receive")
                    && name.kind != PartyKind::Company;
            let from_order = order
                || given
                || (name.is_state()
                    && matches!(
                        Span::new(hit.start, hit.end).of(text),
                        "order" | "orders" | "an order" | "order from"
                    )
                    && scene.names.iter().take(i).any(|other| other.kind == PartyKind::Company));
            Some((if from_order { Part::Customer } else { Part::Supplier }, Some(Span::new(word_at, word_at + 4))))
        }
        "by" | "By" => by(scene, name, word_at, governor),
        "to" | "To" if scene.before(word_at).trim_end().ends_with("ccording") => None,
        // "does not object to Armenian arms purchases": no deal word before it sends anything there.
        "to" | "To" if name.adjective && governor.is_none() => subject(scene, i, name, governor, things),
        // "The contract went to Velmark": the preposition is part of the cue.
        "to" if scene.deals.iter().any(|hit| hit.what == DealWord::Award && hit.end == word_at + 2) => {
            (!name.is_state()).then(|| (Part::Supplier, Some(Span::new(word_at, word_at + 2))))
        }
        // "arms sent to Norhaven pose a threat to Ardenia"
        "to" | "To" if beyond_a_receiver(scene, i, word_at, governor) => None,
        "to" | "To" => match governor?.what {
            // "applied to Norhaven for 12 jets"
            DealWord::Request if &text[governor?.start..governor?.end] == "applied" => {
                Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Sell | DealWord::Sale | DealWord::Approve | DealWord::Request
                if !name_is_unknown_person(name) =>
            {
                Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Buy if Span::new(governor?.start, governor?.end).of(text).starts_with("leas") => {
                Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Award | DealWord::Win => Some((Part::Supplier, Some(Span::new(word_at, word_at + 2)))),
            DealWord::Paid if !scene.has(DealWord::Sale) && name.kind != PartyKind::Person && !name.adjective => {
                Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Deal if scene.before(word_at).contains("award") => {
                Some((Part::Supplier, Some(Span::new(word_at, word_at + 2))))
            }
            DealWord::Deal | DealWord::Paid | DealWord::Buy | DealWord::Purchase
                if name.is_state()
                    && (scene.has(DealWord::Sale)
                        || scene.has(DealWord::Sell)
                        || scene.before(word_at).contains("credit")
                        || scene.before(word_at).contains("sale")) =>
            {
                Some((Part::Customer, Some(Span::new(word_at, word_at + 2))))
            }
            _ => None,
        },
        "for" => {
            let hit = governor.or_else(|| scene.deals.first().copied())?;
            if !name.is_state() || name.adjective {
                return None;
            }
            let buys =
                |deal: &Hit<DealWord>| matches!(deal.what, DealWord::Buy | DealWord::Award) && deal.end <= word_at;
            // "the ministry signed a contract for 12 guns for the army": the forces use what the ministry buys.
            let ministry = |other: &Name| {
                matches!(other.kind, PartyKind::Ministry | PartyKind::Agency)
                    && name.kind == PartyKind::Military
                    && scene.predicate(other.span.end).is_some_and(|deal| {
                        matches!(deal.what, DealWord::Sign | DealWord::Buy | DealWord::Award)
                            && deal.start - other.span.end < 48
                    })
            };
            let by_subject = scene.deals.iter().any(buys)
                && scene.names.iter().take(i).any(|other| other.is_state() && other.country != name.country)
                || scene.names.iter().take(i).any(ministry);
            let meant = ["meant", "destined", "intended", "earmarked"]
                .iter()
                .any(|word| scene.before(word_at).trim_end().ends_with(word));
            // "received a contract from the army for 65 vehicles for Norhaven"
            let from_another = (scene.has(DealWord::Win) || scene.has(DealWord::Receive))
                && (0..i).any(|j| {
                    let other = &scene.names[j];
                    other.is_state()
                        && other.country.is_some()
                        && other.country != name.country
                        && scene.lead(j).0 == "from"
                });
            let by_subject = by_subject || meant || from_another;
            Some((if by_subject { Part::Beneficiary } else { Part::Customer }, cue(Some(hit))))
        }
        "including"
            if scene.before(word_at).trim_end_matches([',', ' ']).ends_with("from other countries")
                || scene.before(word_at).trim_end_matches([',', ' ']).ends_with("from other states") =>
        {
            governor.map(|hit| (Part::Supplier, Some(Span::new(hit.start, hit.end))))
        }
        "with" | "between" => {
            let hit = governor?;
            // "between France and Ukraine" names no side; "between Velmark and Norhaven" a firm and a state.
            let pair = [i.checked_sub(1), Some(i + 1)];
            let firms = pair.into_iter().flatten().filter_map(|j| scene.names.get(j)).any(|other| {
                let firm = |name: &Name| name.kind == PartyKind::Company;
                (firm(other) && !firm(name) || firm(name) && other.is_state())
                    && (other.span.start - name.span.end.min(other.span.start) <= 26
                        && name.span.end <= other.span.start
                        || other.span.end <= name.span.start && name.span.start - other.span.end <= 26)
            });
            let gap = Span::new(hit.end, word_at.max(hit.end)).of(text);
            // The commas and words of sums and dates do not count: "signed on Friday, May 9, 2025, with Velmark".
            let stretch = Span::new(hit.end, word_at.max(hit.end));
            let pieces = || {
                let figures = scene.figures.iter().map(Figure::span);
                figures.chain(scene.dates.iter().map(DateMention::span)).filter(|span| stretch.holds(*span))
            };
            let sums: usize = pieces().map(|span| span.end - span.start).sum();
            let dated = scene.dates.iter().any(|date| stretch.holds(date.span()));
            let figure_commas: usize = digit_commas(gap)
                + pieces().map(|span| listed_commas(span.of(text))).sum::<usize>()
                + if dated { 2 } else { 0 };
            let near = gap.len() <= 48 + sums
                && !gap.contains("said")
                && !gap.contains("filing")
                && gap.matches(',').count() <= figure_commas;
            // "placed an order with Velmark"
            let verb = Span::new(hit.start, hit.end).of(text);
            let placed = hit.what == DealWord::Buy
                && (verb.contains("order") || verb.starts_with("exercis") || verb == "contracts")
                && !name.is_state();
            if near && placed && word == "with" {
                return Some((Part::Supplier, cue(Some(hit))));
            }
            let sides =
                near && matches!(
                    hit.what,
                    DealWord::Sign
                        | DealWord::Talk
                        | DealWord::Deal
                        | DealWord::Purchase
                        | DealWord::Win
                        | DealWord::Sale
                ) && (word == "with" || firms)
                    && (name.kind != PartyKind::Person || name.country.is_some());
            sides.then(|| (Part::Counterpart, cue(Some(hit))))
        }
        "of" | "in" | "at" | "on" | "against" | "near" | "over" | "into" | "within" | "through" | "under" | "as"
        | "than" | "like" | "including" | "via" | "among" | "about" | "toward" | "towards" | "across"
        | "throughout" | "that"
            if word != "that" =>
        {
            None
        }
        _ => subject(scene, i, name, governor, things),
    }
}

/// `the U.S. decision to sell jets`, `Norhaven’s request to send guns`: what somebody means to do.
fn means_to(scene: &Scene<'_, '_>, name: &Name) -> Option<(Part, Option<Span>)> {
    let hit = scene.deals.iter().find(|hit| {
        hit.start >= name.span.end && matches!(hit.what, DealWord::Sell | DealWord::Buy | DealWord::Receive)
    })?;
    let gap = head(Span::new(name.span.end, hit.start).of(scene.text), 60).strip_suffix(" to ")?;
    let gap = ["’s ", "'s ", "’ ", "' ", " "].iter().find_map(|link| gap.strip_prefix(link))?;
    let noun = gap.rsplit(' ').next().unwrap_or("");
    let means = matches!(
        noun,
        "decision"
            | "plan"
            | "plans"
            | "proposal"
            | "offer"
            | "request"
            | "intention"
            | "refusal"
            | "pledge"
            | "promise"
            | "agreement"
            | "move"
            | "bid"
            | "deal"
    ) && gap.split(' ').count() <= 3
        && !gap.contains(char::is_uppercase)
        && (noun == "request" || noun != "deal" || name.adjective);
    let part = match hit.what {
        DealWord::Sell => Part::Supplier,
        DealWord::Buy | DealWord::Receive => Part::Customer,
        _ => return None,
    };
    means.then_some((part, Some(Span::new(hit.start, hit.end))))
}

/// `12,000`: the commas of a stretch that stand within numbers.
fn digit_commas(stretch: &str) -> usize {
    stretch.as_bytes().windows(2).filter(|pair| pair[0] == b',' && pair[1].is_ascii_digit()).count()
}

/// The commas of a stretch that part words.
fn listed_commas(stretch: &str) -> usize {
    stretch.matches(',').count() - digit_commas(stretch)
}

/// Whether another name took the goods already, and no list goes on from it.
fn beyond_a_receiver(scene: &Scene<'_, '_>, i: usize, word_at: usize, governor: Option<Hit<DealWord>>) -> bool {
    let Some(hit) = governor else { return false };
    (0..i).rev().take(3).any(|j| {
        let (word, at) = scene.lead(j);
        let gap = Span::new(scene.names[j].span.end, word_at.max(scene.names[j].span.end)).of(scene.text);
        // "to the Dutch firm Velmark" names one receiver.
        word == "to" && at >= hit.end && at != word_at && !gap.contains([',', ';']) && !gap.contains(" and ")
    })
}

fn name_is_unknown_person(name: &Name) -> bool {
    name.kind == PartyKind::Person
}

/// `paid by the Armenian side`, `built by Velmark`
fn by(
    scene: &Scene<'_, '_>,
    name: &Name,
    word_at: usize,
    governor: Option<Hit<DealWord>>,
) -> Option<(Part, Option<Span>)> {
    // "built by" is a cue of its own, whose end lies behind the preposition.
    if let Some(hit) = scene
        .deals
        .iter()
        .find(|hit| hit.what == DealWord::Made && hit.start < name.span.start && hit.end >= word_at + 2)
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // "has been selected by the army to supply trucks"
    let close = |hit: &Hit<DealWord>| {
        let gap = Span::new(hit.end, word_at.max(hit.end)).of(scene.text);
        // "was awarded to Velmark by the army"
        gap.len() < 8 || gap.len() <= 60 && gap.starts_with(" to ") && !gap.contains([',', ';'])
    };
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Win && close(hit)) {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // "has been commissioned by the army to supply 50 vehicles"
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Award && word_at.saturating_sub(hit.end) < 8)
        && passive(scene.before(hit.start))
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // "a plan by Ardenia to sell jets"
    if let Some(next) = scene.predicate(name.span.end)
        && Span::new(name.span.end, next.start).of(scene.text) == " to "
    {
        let evidence = Some(Span::new(next.start, next.end));
        match next.what {
            DealWord::Sell => return Some((Part::Supplier, evidence)),
            DealWord::Buy => return Some((Part::Customer, evidence)),
            _ => {}
        }
    }
    let hit = governor.filter(|hit| word_at.saturating_sub(hit.end) < 60)?;
    let evidence = Some(Span::new(hit.start, hit.end));
    match hit.what {
        // "part of it paid by the fund"
        DealWord::Paid if shares(scene.before(hit.start)) => None,
        DealWord::Buy
        | DealWord::Paid
        | DealWord::Request
        | DealWord::Receive
        | DealWord::Purchase
        | DealWord::Award => Some((Part::Customer, evidence)),
        DealWord::Sell | DealWord::Sale | DealWord::Made => Some((Part::Supplier, evidence)),
        DealWord::Sign | DealWord::Talk => Some((Part::Signer, evidence)),
        // "was awarded a contract worth $5 million by the ministry"
        DealWord::Deal => scene
            .deals
            .iter()
            .rev()
            .find(|won| won.end <= hit.start && hit.start - won.end <= 60)
            .filter(|won| {
                won.what == DealWord::Win
                    && ["award", "given", "select"]
                        .iter()
                        .any(|verb| Span::new(won.start, won.end).of(scene.text).contains(verb))
            })
            .map(|won| (Part::Customer, Some(Span::new(won.start, won.end)))),
        _ => None,
    }
}

/// `part of it`, `half of which`: only a part is paid.
fn shares(before: &str) -> bool {
    let near = before.trim_end();
    ["part of it", "part of which", "half of it", "half of which", "partly", "part", "some of it", "most of it"]
        .iter()
        .any(|words| near.ends_with(words))
}

/// `Indonesia’s $1.1 billion deal`, `Moscow’s failure to deliver`, `Saudi Arabia’s purchase`
fn possessor(scene: &Scene<'_, '_>, name: &Name, tail: &str) -> Option<(Part, Option<Span>)> {
    let from = scene.span.end - tail.len();
    if [
        "failure to honor",
        "failure to honour",
        "failure to deliver",
        "failure to supply",
        "refusal to deliver",
        "inability to deliver",
        "removal from",
    ]
    .iter()
    .any(|words| tail.starts_with(words))
    {
        return Some((Part::Supplier, Some(Span::new(from, from + 7))));
    }
    // `will upgrade Taiwan’s 144 jets`
    if name.is_state()
        && ["upgrade", "upgraded", "modernise", "modernize", "overhaul", "repair", "maintain", "refit", "service"]
            .iter()
            .any(|verb| scene.before(name.span.start).trim_end().ends_with(verb))
    {
        return Some((Part::Customer, Some(name.span)));
    }
    let hit = scene.predicate(name.span.end).filter(|hit| hit.start - from < 48)?;
    // No further name may stand between the owner and what it owns.
    if scene.names.iter().any(|other| other.span.start >= from && other.span.end <= hit.start) {
        return None;
    }
    let evidence = Some(Span::new(hit.start, hit.end));
    match hit.what {
        DealWord::Purchase | DealWord::Buy => Some((Part::Customer, evidence)),
        DealWord::Deal if name.is_state() => Some((Part::Customer, evidence)),
        DealWord::Talk => Some((Part::Signer, evidence)),
        DealWord::Deal | DealWord::Sale => Some((
            if name.is_state() && hit.what == DealWord::Deal { Part::Customer } else { Part::Supplier },
            evidence,
        )),
        _ => None,
    }
}

/// A name before a verb is its subject; one right behind "awarded" its object.
fn subject(
    scene: &Scene<'_, '_>,
    i: usize,
    name: &Name,
    governor: Option<Hit<DealWord>>,
    things: &[Span],
) -> Option<(Part, Option<Span>)> {
    let text = scene.text;
    // `chose Velmark for`
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Buy && name.span.start - hit.end <= 12)
        && name.kind == PartyKind::Company
        && matches!(&text[hit.start..hit.end], "chose" | "chosen" | "chooses" | "choose" | "contracted")
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // A headline: "Velmark awarded $130 million contract" is awarded it.
    if let Some(hit) = scene.predicate(name.span.end).filter(|hit| hit.start == name.span.end + 1)
        && name.kind == PartyKind::Company
        && matches!(&text[hit.start..hit.end], "awarded" | "selected" | "picked" | "chosen" | "tapped" | "contracted")
    {
        let after = scene.after(hit.end);
        let sum = scene.figures.iter().any(|figure| figure.start == hit.end + 1);
        if sum || [" contract", " for ", " to ", " order", " by "].iter().any(|next| after.starts_with(next)) {
            return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
        }
    }
    if let Some(hit) =
        governor.filter(|hit| matches!(hit.what, DealWord::Award) && name.span.start - hit.end <= 5 && !name.adjective)
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `asked Norhaven for 12 jets`: who is asked would sell.
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Request && name.span.start - hit.end <= 5)
        && text[hit.start..hit.end].starts_with("ask")
        && !name.adjective
        && scene.after(name.span.end).starts_with(" for ")
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `leased Norhaven five planes`
    if let Some(hit) = governor.filter(|hit| name.span.start - hit.end <= 5 && lets(scene, hit)) {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `sold Athens 18 jets`: who is named between the verb and the thing gets it.
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Sell && name.span.start - hit.end <= 5)
        && !name.adjective
        && !matches!(name.kind, PartyKind::Person | PartyKind::Company)
        && begins_an_object(scene, name.span.end)
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `will pay Velmark $5 million`
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Paid && name.span.start - hit.end <= 5)
        && !name.adjective
        && scene.figures.iter().any(|figure| figure.start > name.span.end && figure.start - name.span.end <= 12)
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `will provide the QEAF with pods`
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Sell && name.span.start - hit.end <= 6)
        && scene.after(name.span.end).starts_with(" with ")
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // "the first NATO member to send jets"
    if name.kind == PartyKind::Person && name.country.is_none() || is_one_of_many(scene, name) {
        return None;
    }
    // "Carvania had failed to honor contracts"
    if name.kind == PartyKind::Unknown {
        let failed = statuses(scene).into_iter().find(|(word, span)| {
            *word == StatusWord::Unfulfilled && span.start > name.span.end && span.start - name.span.end <= 8
        });
        if let Some((_, span)) = failed {
            return Some((Part::Supplier, Some(span)));
        }
    }
    // Known makers stand within the thing they make: "20 Lockheed Martin F-35s". That is the item's business.
    let mut hit = scene.predicate(name.span.end)?;
    let between = Span::new(name.span.end, hit.start).of(text);
    // "announces a deal to sell arms": what the deal is to do decides.
    if hit.what == DealWord::Deal
        && let Some(next) = scene.predicate(hit.end)
        && matches!(next.what, DealWord::Sell | DealWord::Buy)
        && Span::new(hit.end, next.start).of(text) == " to "
        && !name.adjective
    {
        hit = next;
    }
    // "Ardenia protested over the decision to sell": what it protests against is not its own.
    if between.contains(" over the ") || between.contains(" against the ") {
        return None;
    }
    if between.len() > 110 || between.contains(';') || name.adjective && !demonym_buys(between, hit.what) {
        return None;
    }
    // Another name nearer to the verb is its subject, unless it stands in a phrase of its own.
    let nearer = (i + 1..scene.names.len()).take_while(|j| scene.names[*j].span.end <= hit.start).any(|j| {
        let (word, _) = scene.lead(j);
        let list = joined(scene, j);
        !matches!(
            word,
            "of" | "in"
                | "at"
                | "on"
                | "from"
                | "to"
                | "for"
                | "with"
                | "by"
                | "against"
                | "under"
                | "and"
                | "as"
                | "beat"
                | "beats"
                | "beating"
                | "defeated"
                | "defeating"
                | "outbid"
                | "outbidding"
                | "out"
        ) && !Span::new(scene.names[j - 1].span.end, scene.names[j].span.start).of(text).starts_with('-')
            && !list
            && scene.names[j].kind != PartyKind::Unknown
            && !is_one_of_many(scene, &scene.names[j])
            && !scene.names[j].adjective
    });
    if nearer {
        return None;
    }
    let words = Span::new(hit.start, hit.end).of(text);
    // "two vessels ordered from Velmark", "the project, ordered from Velmark": a participle behind its noun.
    let participle = words.ends_with("ed") || matches!(words, "bought" | "sold" | "built");
    let behind_noun = participle && things.iter().any(|thing| thing.end <= hit.start && hit.start - thing.end <= 2);
    let relative = participle
        && between.trim_end().ends_with([',', ')'])
        && [" from", " by", " for", " to", " in ", " at "].iter().any(|link| scene.after(hit.end).starts_with(link));
    if (behind_noun || relative) && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Sign) {
        return None;
    }
    let passive = passive(between) && !matches!(hit.what, DealWord::Win) && !words.ends_with("ing");
    let evidence = Some(Span::new(hit.start, hit.end));
    match hit.what {
        DealWord::Buy | DealWord::Purchase if !passive && lets(scene, &hit) => Some((Part::Supplier, evidence)),
        DealWord::Buy | DealWord::Request | DealWord::Paid if !passive => Some((Part::Customer, evidence)),
        DealWord::Paid if passive && !name.is_state() => Some((Part::Supplier, evidence)),
        DealWord::Receive if !passive => {
            // "Velmark received contracts": the words behind tell money from goods.
            let gets_work = scene.after(hit.end).trim_start_matches([' ', 'a', 'n']).starts_with("contract")
                || scene.after(hit.end).contains("contract") && !name.is_state();
            Some((if gets_work && !name.is_state() { Part::Supplier } else { Part::Customer }, evidence))
        }
        DealWord::Sell
            if name.span.of(text).contains("Cooperation Agency")
                || name.kind == PartyKind::Unknown && i == 0 && !participle && between.contains("confirmed") =>
        {
            None
        }
        DealWord::Sell if passive && scene.after(hit.end).starts_with(" with ") => Some((Part::Customer, evidence)),
        // "Ardenia confirms that it has supplied": who says so of itself.
        DealWord::Sell if !passive && (!between.contains(" that ") || between.contains(" that it ")) => {
            Some((Part::Supplier, evidence))
        }
        // "wins the dismissal of a suit" wins no contract.
        DealWord::Win
            if !scene.deals.iter().any(|deal| {
                deal.start >= hit.start
                    && deal.start <= hit.end + 110
                    && matches!(deal.what, DealWord::Deal | DealWord::Sale | DealWord::Purchase)
            }) && !things.iter().any(|thing| thing.start >= hit.end && thing.start - hit.end <= 90)
                && words.len() < 9
                || [" dismissal", " lawsuit", " suit ", " appeal", " ruling", " a seat", " the election"]
                    .iter()
                    .any(|other| head(scene.after(hit.end), 70).contains(other)) =>
        {
            None
        }
        DealWord::Win => {
            Some((if name.is_state() && !name_is_maker(name) { return None } else { Part::Supplier }, evidence))
        }
        DealWord::Award if passive && name.kind == PartyKind::Company => Some((Part::Supplier, evidence)),
        DealWord::Award if !passive && (name.is_state() || name.kind == PartyKind::Organisation) => {
            Some((Part::Customer, evidence))
        }
        DealWord::Sign
            if ["Agreement", "Contract", "Memorandum", "Letter"]
                .iter()
                .any(|word| name.span.of(text).contains(word))
                || passive =>
        {
            None
        }
        DealWord::Sign | DealWord::Talk => Some((talks_of(scene, hit.end).unwrap_or(Part::Signer), evidence)),
        DealWord::Approve
            if !passive && (name.is_state() || name.kind == PartyKind::Person && name.country.is_some()) =>
        {
            let tail = scene.after(hit.end);
            let sale = scene
                .deals
                .iter()
                .find(|deal| {
                    deal.start >= hit.end
                        && matches!(deal.what, DealWord::Sale | DealWord::Purchase | DealWord::Buy | DealWord::Deal)
                })
                .map(|deal| deal.what);
            let office = name.kind != PartyKind::State || tail.is_empty();
            match sale {
                Some(DealWord::Sale) if !office => Some((Part::Supplier, evidence)),
                Some(DealWord::Deal) if scene.has(DealWord::Sale) || tail.contains(" between ") => None,
                // "authorizes an arms deal with the Tolvik rebels": whose arms they are.
                Some(DealWord::Deal) if lets_arms_go(tail) => Some((Part::Supplier, evidence)),
                // "Washington approved Norhaven’s purchase": who lets another buy sells.
                Some(DealWord::Purchase) if approves_anothers(scene, name, hit.end) => Some((Part::Supplier, evidence)),
                Some(DealWord::Purchase | DealWord::Buy | DealWord::Deal) if name.country.is_some() => {
                    Some((Part::Customer, evidence))
                }
                _ => None,
            }
        }
        DealWord::Purchase
            if (name.is_state()
                || name.kind == PartyKind::Unknown
                || name.kind == PartyKind::Person && name.country.is_some())
                && (between.trim().is_empty()
                    || name.adjective
                    || cancels(without_sums(scene, name.span.end, hit.start))) =>
        {
            Some((Part::Customer, evidence))
        }
        // "accepted deliveries of": who takes them buys.
        DealWord::Sale
            if begins_a_word(between, &["accept", "receiv", "await", "tak", "took", "expect"])
                && words.starts_with("deliver")
                && (name.is_state() || name.kind == PartyKind::Company) =>
        {
            Some((Part::Customer, evidence))
        }
        DealWord::Sale
            if begins_a_word(
                between,
                &[
                    "complet", "began", "begun", "begin", "start", "resum", "halt", "suspend", "delay", "continu",
                    "made", "mak", "cancel", "block", "stop", "froze", "freez", "announc", "plan", "propos", "confirm",
                    "defend", "unveil", "approv", "grant", "prepar", "offer", "authori", "paus", "agree", "permit",
                    "allow", "negotiat", "push",
                ],
            ) && !passive
                && (matches!(name.kind, PartyKind::State | PartyKind::Company | PartyKind::Ministry)
                    || name.kind == PartyKind::Person && name.country.is_some()
                    || name.span.of(text) == "Pentagon")
                && !head(scene.after(hit.end), 60).contains(" by ") =>
        {
            Some((Part::Supplier, evidence))
        }
        DealWord::Deal
            if (name.is_state() || name.kind == PartyKind::Person && name.country.is_some())
                && cancels(without_sums(scene, name.span.end, hit.start)) =>
        {
            Some((Part::Customer, evidence))
        }
        _ if words.is_empty() => None,
        _ => None,
    }
}

/// ` an arms deal with Norhaven`, and nothing that says what for: arms that go to the other side.
fn lets_arms_go(tail: &str) -> bool {
    let near = head(tail, 90);
    ["arms deal with ", "weapons deal with ", "arms package with "].iter().any(|words| {
        near.find(words).is_some_and(|at| {
            let rest = &near[at + words.len()..];
            ![" for ", " to buy", " to purchase", " to acquire", " covering "].iter().any(|link| rest.contains(link))
        })
    })
}

/// `the first NATO member to send jets`: one that belongs to the body which is named.
fn is_one_of_many(scene: &Scene<'_, '_>, name: &Name) -> bool {
    let after = scene.after(name.span.end);
    after.starts_with(" member")
        || name.kind == PartyKind::Organisation
            && [" country", " countries", " nation", " ally", " allies", " state"]
                .iter()
                .any(|noun| after.starts_with(noun))
}

/// `lease Norhaven five planes`, `lease it a landing craft`: who lets a thing, and does not hire one.
fn lets(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> bool {
    let after = scene.after(hit.end);
    Span::new(hit.start, hit.end).of(scene.text).starts_with("leas")
        && ([" it a ", " them a ", " it an ", " it its "].iter().any(|object| after.starts_with(object))
            || scene.names.iter().any(|name| {
                matches!(Span::new(hit.end, name.span.start.max(hit.end)).of(scene.text), " " | " the ")
                    && name.span.start > hit.end
                    && name.is_state()
                    && !name.adjective
                    && begins_an_object(scene, name.span.end)
            }))
}

/// `approved Norhaven’s purchase`: whether another state owns the purchase.
fn approves_anothers(scene: &Scene<'_, '_>, name: &Name, at: usize) -> bool {
    name.kind == PartyKind::State
        && scene.names.iter().any(|other| {
            let after = scene.after(other.span.end);
            other.span.start == at + 1
                && other.country.is_some()
                && other.country != name.country
                && (after.starts_with("’s ") || after.starts_with("'s ") || after.starts_with("’ "))
        })
}

/// Whether a thing, a number or a sum follows a place, as the second object of a verb does.
fn begins_an_object(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(rest) = scene.after(at).strip_prefix(' ') else { return false };
    let word = rest.split([' ', ',', '.']).next().unwrap_or("");
    scene.figures.iter().any(|figure| figure.start == at + 1)
        || matches!(
            word,
            "a" | "an"
                | "its"
                | "more"
                | "additional"
                | "up"
                | "at"
                | "about"
                | "nearly"
                | "some"
                | "several"
                | "dozens"
                | "arms"
                | "weapons"
        ) && !rest.starts_with("at the")
        || word != "one" && crate::grammar::quantity::quantity(word).is_ok_and(|(left, _)| left.is_empty())
        || hits(&WEAPON_NOUNS, scene.text, Span::new(at + 1, scene.span.end.min(at + 60))).first().is_some_and(|hit| {
            !Span::new(at + 1, hit.start).of(scene.text).contains([',', '.', ';']) && hit.start - at <= 24
        })
}

/// `Armenian arms purchases`: a demonym before the noun of buying.
fn demonym_buys(between: &str, what: DealWord) -> bool {
    matches!(what, DealWord::Purchase) && between.split_whitespace().count() <= 2
}

/// The words behind a name up to the first sum: "has scrapped a" in "Norhaven has scrapped a €40 million contract".
fn without_sums<'t>(scene: &Scene<'_, 't>, from: usize, to: usize) -> &'t str {
    let sum = scene.figures.iter().map(|figure| figure.start).find(|start| (from..to).contains(start));
    Span::new(from, sum.unwrap_or(to)).of(scene.text)
}

/// `cancels the contract`, `suspended purchases`: the subject's own buying.
fn cancels(between: &str) -> bool {
    const VERBS: [&str; 36] = [
        "cancel", "scrap", "suspend", "delay", "postpone", "halt", "negotiat", "plan", "consider", "launch", "approv",
        "confirm", "announc", "terminat", "finali", "float", "issu", "invit", "ditch", "shelv", "axe", "drop", "tear",
        "renew", "extend", "close", "near", "put", "doubl", "increas", "reduc", "expand", "boost", "trim", "slash",
        "return",
    ];
    let off = [" called off", " calls off", " calling off", " came home with", " came away with"]
        .iter()
        .any(|words| between.contains(words));
    // The verb stands near: "issued a release estimating the cost of the deal" issues no deal.
    let near = between.trim_end().rmatch_indices(' ').nth(4).map_or(0, |(at, _)| at + 1);
    off || !between.contains(" call") && begins_a_word(&between[near..], &VERBS)
}

/// Whether a word of a stretch begins with one of the stems.
fn begins_a_word(stretch: &str, stems: &[&str]) -> bool {
    stretch.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

/// `agreed to buy the drone maker Velmark`, `its stake in Velmark`: a firm or a part of one is bought, not what it makes.
#[must_use]
pub fn buys_a_firm(scene: &Scene<'_, '_>) -> bool {
    scene
        .deals
        .iter()
        .filter(|hit| {
            matches!(hit.what, DealWord::Buy | DealWord::Purchase | DealWord::Sell | DealWord::Sale | DealWord::Sign)
        })
        .any(|hit| {
            let rest = scene.after(hit.end);
            let phrase = rest.split([',', ';', '(']).next().unwrap_or("");
            let words = || phrase.split(' ').filter(|word| !word.is_empty()).take(14);
            let part = words().take_while(|word| !matches!(*word, "from" | "for" | "with" | "by")).any(|word| {
                matches!(
                    word.trim_end_matches(['.', '’']),
                    "stake" | "stakes" | "shares" | "subsidiary" | "takeover" | "Business" | "shareholding"
                )
            });
            let arm = [
                "arm of",
                "unit of",
                "division of",
                "business of",
                "arm from",
                "unit from",
                "division from",
                "business from",
                "rival for",
                "startup",
                "start-up",
            ]
            .iter()
            .any(|words| phrase.contains(words));
            // The object itself is a firm: "agreed to buy Tolvik Systems for $2 billion".
            let hires = matches!(
                Span::new(hit.start, hit.end).of(scene.text),
                "contracted" | "chose" | "chosen" | "chooses" | "choose"
            );
            let firm = matches!(hit.what, DealWord::Buy | DealWord::Purchase)
                && !hires
                && scene.names.iter().any(|name| {
                    let gap = Span::new(hit.end, name.span.start.max(hit.end)).of(scene.text);
                    let object = matches!(gap, " " | " of " | " the " | " of the ");
                    name.kind == PartyKind::Company
                        && name.span.start >= hit.end
                        && object
                        && [" for ", ",", " in ", ".", " from ", " Business", " business", " unit", " division"]
                            .iter()
                            .any(|next| scene.after(name.span.end).starts_with(next))
                });
            part || arm || firm
        })
}

fn name_is_maker(name: &Name) -> bool {
    name.kind == PartyKind::Company
}

/// `was`, `were`, `been` right before the verb.
fn passive(between: &str) -> bool {
    let last = between.split_whitespace().next_back().unwrap_or("");
    matches!(last, "was" | "were" | "been" | "be" | "being" | "is" | "are")
}

/// `negotiating the purchase of`, `in talks on the sale of`: who talks of a purchase buys, who talks of a sale sells.
fn talks_of(scene: &Scene<'_, '_>, end: usize) -> Option<Part> {
    let object = scene.deals.iter().find(|hit| hit.start >= end)?;
    let between = Span::new(end, object.start).of(scene.text);
    let near = [" ", " the ", " a ", " over the ", " on the ", " about the ", " for the ", " to "].contains(&between);
    match object.what {
        DealWord::Purchase | DealWord::Buy if near => Some(Part::Customer),
        DealWord::Sale | DealWord::Sell if near => Some(Part::Supplier),
        _ => None,
    }
}

/// Whether the words before a name say that contracts were not honoured.
#[must_use]
pub fn unfulfilled_before(scene: &Scene<'_, '_>, name: Span) -> bool {
    statuses(scene).iter().any(|(word, span)| *word == StatusWord::Unfulfilled && span.end <= name.start)
}

/// `signed a contract with Velmark to supply Egypt`: who signs sells on.
fn buys_nothing(scene: &Scene<'_, '_>, name: Span) -> bool {
    scene.names.iter().any(|other| other.span == name && other.kind == PartyKind::State)
        && scene.deals.iter().any(|hit| hit.what == DealWord::Sell && scene.before(hit.start).ends_with(" to "))
}

/// `a deal for the latter to export missiles to the former`: the second of two names sells, or buys, what the sentence says.
fn the_latter(scene: &Scene<'_, '_>, players: &mut Vec<Player>) {
    let Some((hit, latter)) = scene.deals.iter().find_map(|hit| {
        let before = scene.before(hit.start);
        let latter = before.ends_with("the latter to ");
        (latter || before.ends_with("the former to ")).then_some((hit, latter))
    }) else {
        return;
    };
    let sells = hit.what == DealWord::Sell;
    let [first, second] =
        scene.names.iter().filter(|name| name.span.end < hit.start && !name.adjective).take(2).collect::<Vec<_>>()[..]
    else {
        return;
    };
    let evidence = Some(Span::new(hit.start, hit.end));
    let acts = if sells { Part::Supplier } else { Part::Customer };
    let other = if sells { Part::Customer } else { Part::Supplier };
    players.clear();
    let (one, two) = if latter { (other, acts) } else { (acts, other) };
    players.push(Player { name: first.clone(), part: one, evidence });
    players.push(Player { name: second.clone(), part: two, evidence });
}

/// Whether one of the things is of a type that a state's industry makes.
fn makes(scene: &Scene<'_, '_>, things: &[Span], state: Option<CountryCode>) -> bool {
    state.is_some_and(|state| {
        things.iter().any(|thing| {
            let words = thing.of(scene.text);
            TYPE_ORIGINS.iter().any(|(start, of)| {
                of.country() == state
                    && words.match_indices(start).any(|(at, _)| at == 0 || words.as_bytes()[at - 1] == b' ')
            })
        })
    })
}

/// Decides the sides that another side decides.
fn resolve(scene: &Scene<'_, '_>, players: &mut Vec<Player>, things: &[Span]) {
    // "Ardenia and Norhaven signed a deal": neither says which one buys.
    let decides = |what: DealWord| scene.has(what);
    let signers: Vec<_> = players.iter().filter(|player| player.part == Part::Signer).collect();
    let states = signers.iter().filter(|player| player.name.country.is_some()).count();
    let other = players.iter().any(|player| player.part != Part::Signer);
    if states >= 2
        && states == signers.len()
        && !other
        && signers.windows(2).any(|pair| pair[0].name.country != pair[1].name.country)
        && ![DealWord::Buy, DealWord::Sell, DealWord::Purchase].into_iter().any(decides)
    {
        // The type of what they sign for tells whose make it is.
        let makers: Vec<usize> =
            (0..players.len()).filter(|i| makes(scene, things, players[*i].name.country)).collect();
        if let [maker] = makers[..] {
            for (i, player) in players.iter_mut().enumerate() {
                player.part = if i == maker { Part::Supplier } else { Part::Customer };
            }
            return;
        }
        if !decides(DealWord::Sale) {
            players.clear();
            return;
        }
    }
    let sells = scene.deals.iter().any(|hit| matches!(hit.what, DealWord::Sell | DealWord::Sale));
    let buys = scene.deals.iter().any(|hit| {
        matches!(hit.what, DealWord::Buy | DealWord::Purchase)
            || hit.what == DealWord::Receive && scene.before(hit.start).ends_with(" to ")
    });
    for i in 0..players.len() {
        let company = matches!(players[i].name.kind, PartyKind::Company | PartyKind::Unknown);
        let others = |part: Part| players.iter().enumerate().any(|(j, other)| j != i && other.part == part);
        let decided = match players[i].part {
            // "has failed to honor contracts signed with Lethia": who fails is the supplier.
            Part::Counterpart
                if players[i].name.kind == PartyKind::Unknown && unfulfilled_before(scene, players[i].name.span) =>
            {
                Some(Part::Customer)
            }
            Part::Counterpart if company && !players[i].name.is_state() => {
                // "signed a deal with Airbus to lease drones to Germany": both firms supply.
                Some(Part::Supplier)
            }
            Part::Counterpart => {
                let other_company = players.iter().enumerate().any(|(j, other)| {
                    j != i
                        && matches!(other.name.kind, PartyKind::Company | PartyKind::Unknown)
                        && !other.name.is_state()
                });
                let same_state = players.iter().any(|other| {
                    other.part == Part::Customer
                        && other.name.country.is_some()
                        && other.name.country == players[i].name.country
                });
                if same_state {
                    Some(Part::Customer)
                } else if others(Part::Customer) {
                    Some(Part::Supplier)
                } else if other_company || others(Part::Supplier) || sells {
                    Some(Part::Customer)
                } else if buys {
                    Some(Part::Supplier)
                } else {
                    Some(Part::Customer)
                }
            }
            Part::Signer if company => Some(Part::Supplier),
            // "The ministry has signed a contract with Velmark": who signs with a firm buys.
            Part::Signer
                if players.iter().any(|other| {
                    matches!(other.part, Part::Counterpart | Part::Supplier)
                        && matches!(other.name.kind, PartyKind::Company | PartyKind::Unknown)
                }) && !buys_nothing(scene, players[i].name.span) =>
            {
                Some(Part::Customer)
            }
            Part::Signer if sells && !buys => Some(Part::Supplier),
            Part::Signer => {
                let counter_state = players
                    .iter()
                    .enumerate()
                    .any(|(j, other)| j != i && other.part == Part::Counterpart && other.name.is_state());
                // "India signed a deal with Russia for two frigates": who signs "for" a thing with another state gets it.
                let gets = scene.deals.iter().any(|hit| {
                    let near = head(scene.after(hit.end), 60);
                    hit.what == DealWord::Deal && near.contains(" for ")
                        || hit.what == DealWord::Talk
                            && [" for ", " over ", " about "].iter().any(|link| near.contains(link))
                });
                if counter_state && !buys && !gets { Some(Part::Supplier) } else { Some(Part::Customer) }
            }
            _ => None,
        };
        if let Some(part) = decided {
            players[i].part = part;
        }
    }
    used_by_a_force(scene, players);
}

/// `a contract with the Norhaven government to provide 17 jets to its air force`: what a state buys, its force uses.
fn used_by_a_force(scene: &Scene<'_, '_>, players: &mut [Player]) {
    let signs = |player: &Player| {
        player.part == Part::Customer
            && matches!(player.name.kind, PartyKind::State | PartyKind::Ministry | PartyKind::Agency)
            && player.evidence.is_some_and(|span| {
                scene
                    .deals
                    .iter()
                    .any(|hit| hit.start == span.start && matches!(hit.what, DealWord::Sign | DealWord::Deal))
            })
    };
    let Some(state) = players.iter().find(|player| signs(player)).and_then(|player| player.name.country) else {
        return;
    };
    for player in players.iter_mut() {
        let gets = matches!(
            scene
                .before(player.name.span.start)
                .trim_end()
                .rsplit(' ')
                .nth(usize::from(scene.before(player.name.span.start).trim_end().ends_with(" the"),)),
            Some("to" | "for")
        );
        if player.part == Part::Customer
            && player.name.kind == PartyKind::Military
            && player.name.country == Some(state)
            && gets
        {
            player.part = Part::Beneficiary;
        }
    }
}

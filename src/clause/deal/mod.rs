//! Deals in prose: who buys and who sells, by the clause.
//!
//! ```text
//! Egypt ordered four corvettes from Velmark            subject buys, "from" supplies
//! Velmark won a €5 million order from the Polish army  subject supplies, "from" buys
//! the sale of 12 jets by Ardenia to Norhaven           "by" supplies, "to" buys
//! Norhaven’s $2 billion deal with Velmark for tanks    possessor buys, "with" supplies
//! ```
//! A party's part is decided by the preposition before it and the deal word that governs it; a state that is merely present has none.
//!
//! The flow: `role` asks the preposition before a name, `subject`, `object` and `owner` the verb beside it; `row` gives the names of a
//! list one part, `pronoun` the name for which "it" stands; `sides` decides who of two that sign buys,
//! `request` who asks and who answers, and `user` who only uses.

mod by;
mod firm;
mod from;
mod loser;
mod object;
mod owner;
mod pronoun;
mod receiver;
mod request;
mod role;
mod row;
mod sides;
mod subject;
mod user;
mod with;

pub use firm::buys_a_firm;
pub use sides::{sells_its_own, unfulfilled_before};

use self::loser::beaten;
use self::pronoun::{antecedent, owner_of_a_purchase};
use self::role::part;
use self::row::{joined, possesses, subject_like};
use self::sides::{resolve, the_latter};
use self::with::of_a_programme;
use super::description::PARTS_OF_A_FIRM;
use super::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{COMPANY_NOUNS, DealWord};
use crate::mention::party::Name;
use crate::model::PartyKind;
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
        // "24 engines for the Norhaven navy’s frigates": the owner of what they are for.
        let owns = ["’s ", "'s "].iter().any(|mark| scene.after(scene.names[i].span.end).starts_with(mark));
        if owns && scene.names[i].kind != PartyKind::Company && scene.lead(i).0 == "for" {
            return false;
        }
        things.iter().any(|thing| thing.overlaps(scene.names[i].span)) && !matches!(scene.lead(i).0, "from" | "by")
    };
    // "the first NATO and European Union member country to buy": of what the buyer is a member.
    let of_members = |i: usize| {
        if scene.names[i].kind != PartyKind::Organisation {
            return false;
        }
        let mut last = i;
        while last + 1 < scene.names.len()
            && matches!(
                Span::new(scene.names[last].span.end, scene.names[last + 1].span.start).of(scene.text),
                " and " | "/" | ", "
            )
        {
            last += 1;
        }
        [" member ", " members "].iter().any(|noun| scene.after(scene.names[last].span.end).starts_with(noun))
    };
    // "will join Kenya, Norhaven and Tarn in receiving the jets": who has them already.
    let any_joins = ["will join ", "would join ", "to join "].iter().any(|verb| scene.span.of(scene.text).holds(verb));
    let joined_by = |i: usize| {
        let opens = |j: usize| scene.before(scene.names[j].span.start).trim_end().last_word() == "join";
        let first = (0..=i).rev().find(|j| *j == 0 || !joined(scene, *j)).unwrap_or(i);
        any_joins && opens(first) && scene.after(scene.names[i].span.end).holds(" in ")
    };
    let beaten = beaten(scene);
    // "Commercial vehicle manufacturer, Velmark has won": a word of the description.
    let describes = |i: usize| {
        let name = &scene.names[i];
        let mut behind = scene.after(name.span.end).split([' ', ',']).skip(1);
        name.kind == PartyKind::Unknown
            && name.span.start == scene.span.start
            && !name.span.of(scene.text).contains(' ')
            && behind.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
            && behind.next().is_some_and(|noun| COMPANY_NOUNS.get(noun).is_some())
            && scene.after(name.span.end).split(' ').nth(2).is_some_and(|noun| noun.ends_with(','))
    };
    let within = |i: usize| within(i) || beaten.contains(&i) || of_members(i) || joined_by(i) || describes(i);
    let mut parts: Vec<Option<(Part, Option<Span>)>> = scene
        .names
        .iter()
        .enumerate()
        .map(|(i, name)| if within(i) && !name.adjective { None } else { part(scene, i, name, things) })
        .collect();
    // "an order with Velmark subsidiary Tolvik": the part of the firm acts, and not the whole.
    for i in 1..scene.names.len() {
        let [whole, part] = [&scene.names[i - 1], &scene.names[i]];
        let between = Span::new(whole.span.end, part.span.start).of(scene.text);
        if whole.kind == PartyKind::Company
            && matches!(part.kind, PartyKind::Company | PartyKind::Unknown)
            && between
                .strip_prefix(' ')
                .and_then(|noun| noun.strip_suffix(' '))
                .is_some_and(|noun| PARTS_OF_A_FIRM.contains(&noun))
        {
            let of_the_whole = parts[i - 1].take();
            parts[i] = parts[i].or(of_the_whole);
        }
    }
    // "concluded with Velmark and Tolvik in 2023, the ministry may buy": the preposition before the first governs both. "with Ardenia for 12
    // jets and with Norhaven for 14": the same preposition again.
    for i in 1..scene.names.len() {
        let (word, at) = scene.lead(i);
        if parts[i - 1].is_some()
            && matches!(scene.lead(i - 1).0, "with" | "from")
            && matches!(parts[i - 1], Some((Part::Counterpart | Part::Supplier, _)))
            && matches!(
                Span::new(scene.names[i - 1].span.end, scene.names[i].span.start).of(scene.text),
                " and " | " and the "
            )
            && !scene.names[i].adjective
            && !within(i)
            && !scene.deals.iter().any(|hit| {
                hit.start > scene.names[i].span.end
                    && !Span::new(scene.names[i].span.end, hit.start).of(scene.text).contains(',')
            })
        {
            parts[i] = parts[i - 1];
        } else if matches!(word, "with" | "from")
            && parts[i].is_none()
            && !within(i)
            && scene.before(at).trim_end().ends_with(" and")
        {
            let same = (0..i).rev().find(|j| scene.lead(*j).0 == word && parts[*j].is_some());
            if let Some(j) = same.filter(|_| !scene.names[i].adjective) {
                parts[i] = parts[j].map(|(part, _)| (part, Some(Span::new(at, at + word.len()))));
            }
        }
    }
    // "Egyptian and Russian officials signed": both sign.
    for i in 1..scene.names.len() {
        if matches!(parts[i], Some((Part::Signer, _)))
            && parts[i - 1].is_none()
            && scene.names[i - 1].adjective
            && scene.names[i].is_state()
            && Span::new(scene.names[i - 1].span.end, scene.names[i].span.start).of(scene.text) == " and "
        {
            parts[i - 1] = parts[i];
        }
    }
    // "on behalf of Norhaven and Ardenia, signed": for whom somebody else acts.
    let mut for_others = false;
    for (i, part) in parts.iter_mut().enumerate() {
        let (word, at) = scene.lead(i);
        for_others = word == "of" && scene.before(at).ends_with("n behalf ") || for_others && joined(scene, i);
        if for_others && scene.names[i].is_state() && !scene.names[i].adjective {
            *part = Some((Part::Beneficiary, Some(scene.names[i].span)));
        }
    }
    // "an agreement with Norhaven and Velmark to buy jets": the row is one side, and who buys is who signs.
    for i in 1..scene.names.len() {
        let (word, at) = scene.lead(i - 1);
        let behind_with =
            word == "with" && joined(scene, i) && scene.after(scene.names[i].span.end).starts_with(" to ");
        let one_side = matches!(parts[i - 1], Some((Part::Counterpart, _))) || of_a_programme(scene, at);
        if behind_with && one_side && !within(i) && !within(i - 1) {
            parts[i] = parts[i - 1];
        }
    }
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
    // "Velmark, Tolvik and Tarnholm won": from the last of them back to the first.
    for i in (1..scene.names.len()).rev() {
        if parts[i - 1].is_none()
            && matches!(parts[i], Some((Part::Supplier | Part::Customer | Part::Signer, _)))
            && joined(scene, i)
            && !within(i)
            && !within(i - 1)
            && subject_like(scene, i - 1)
            && !scene.names[i - 1].adjective
            && scene.names[i].kind == scene.names[i - 1].kind
            && scene.names[i].kind != PartyKind::Person
        {
            parts[i - 1] = parts[i];
        }
    }
    if parts.iter().all(|part| !matches!(part, Some((Part::Customer | Part::Signer | Part::Counterpart, _))))
        && let Some((hit, i)) = scene
            .deals
            .iter()
            .filter(|hit| hit.what == DealWord::Purchase)
            .find_map(|hit| owner_of_a_purchase(scene, hit).map(|i| (hit, i)))
        && parts[i].is_none()
    {
        parts[i] = Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
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
    named_by_their_heads(scene, &mut players);
    named_by_its_form(scene, &mut players);
    firms_beside_states(scene, &mut players);
    acts_behind_a_participle(scene, &mut players, things);
    the_latter(scene, &mut players);
    request::of_a_request(scene, &mut players);
    resolve(scene, &mut players, things);
    user::of_what_is_paid_for(scene, &mut players);
    user::of_what_another_picks(scene, &mut players);
    user::of_what_is_passed_on(scene, &mut players);
    not_on_both_sides(&mut players);
    sides::between_two_states(scene, &mut players, things);
    only_describes(scene, &mut players);
    lets_anothers_go(scene, &mut players);
    // `France’s Naval Group`: the company, not the state.
    let owners: Vec<usize> = (1..scene.names.len())
        .filter(|i| possesses(scene, *i - 1, *i))
        .map(|i| scene.names[i - 1].span.start)
        .collect();
    // "China’s Velmark and the Thai navy signed": who owns a firm that signs does not buy from it.
    let own_firms: Vec<usize> = (1..scene.names.len())
        .filter(|i| possesses(scene, *i - 1, *i))
        .filter(|i| {
            players.iter().any(|player| player.name.span == scene.names[*i].span && player.part == Part::Supplier)
                && players
                    .iter()
                    .any(|player| player.part == Part::Customer && player.name.span != scene.names[*i - 1].span)
        })
        .map(|i| scene.names[i - 1].span.start)
        .collect();
    players.retain(|player| {
        !owners.contains(&player.name.span.start)
            || player.part == Part::Customer && !player.name.adjective && !own_firms.contains(&player.name.span.start)
    });
    players
}

/// `offers Norhaven 20 jets if Norhaven agrees`: a state that buys sells nothing in the same deal where another state or a firm does.
fn not_on_both_sides(players: &mut Vec<Player>) {
    let sides = |part: Part| players.iter().filter(move |player| player.part == part);
    let buyers: Vec<_> = sides(Part::Customer).filter_map(|player| player.name.country).collect();
    let both = |player: &Player| {
        player.part == Part::Supplier
            && player.name.kind == PartyKind::State
            && player.name.country.is_some_and(|state| buyers.contains(&state))
    };
    if sides(Part::Supplier).any(|player| !both(player)) {
        players.retain(|player| !both(player));
        return;
    }
    // "Norhaven’s biggest deal, a sale to Ardenia, was let go by Norhaven": who sells to another buys nothing.
    let sellers: Vec<_> = sides(Part::Supplier).filter_map(|player| player.name.country).collect();
    let sells = |player: &Player| {
        player.part == Part::Customer
            && player.name.kind == PartyKind::State
            && player.name.country.is_some_and(|state| sellers.contains(&state))
    };
    if sides(Part::Customer).any(|player| !sells(player)) {
        players.retain(|player| !sells(player));
    }
}

/// `delivers U.S.-made missiles`, `the Swedish company` of a firm that is named: words that describe where another supplier is told.
fn only_describes(scene: &Scene<'_, '_>, players: &mut Vec<Player>) {
    let describes = |player: &Player| {
        let after = scene.after(player.name.span.end);
        let made = ["-made", "-built", "-designed", "-supplied"].iter().any(|tail| after.starts_with(tail));
        let noun = after.strip_prefix(' ').unwrap_or("").split([' ', ',', '.']).next().unwrap_or("");
        let firm = player.name.adjective && COMPANY_NOUNS.get(noun).is_some();
        player.part == Part::Supplier && player.name.kind == PartyKind::State && (made || firm)
    };
    if players.iter().any(|player| player.part == Part::Supplier && !describes(player)) {
        players.retain(|player| !describes(player));
    }
}

/// `Norhaven approves the transfer of jets to Kenya from Denmark`: who lets another's things go sells nothing.
fn lets_anothers_go(scene: &Scene<'_, '_>, players: &mut Vec<Player>) {
    let decided_by = |player: &Player, what: DealWord| {
        player.evidence.is_some_and(|span| scene.deals.iter().any(|hit| hit.start == span.start && hit.what == what))
    };
    let from = |player: &Player| {
        player.part == Part::Supplier
            && player.name.country.is_some()
            && player.evidence.is_some_and(|span| span.of(scene.text) == "from")
    };
    if players.iter().any(from) {
        players.retain(|player| player.part != Part::Supplier || !decided_by(player, DealWord::Approve));
    }
}

/// `cooperation with Saudi Arabia, under which Velmark sold the kingdom radars`: the state of which the form is told gets what is sold to "the
/// kingdom".
fn named_by_its_form(scene: &Scene<'_, '_>, players: &mut Vec<Player>) {
    for hit in scene.deals.iter().filter(|hit| hit.what == DealWord::Sell) {
        let after = scene.after(hit.end);
        let form = [" the kingdom ", " the emirate ", " the sultanate ", " the island "];
        if !form.iter().any(|noun| after.starts_with(noun)) {
            continue;
        }
        let state = scene.names.iter().rev().find(|name| {
            name.span.end < hit.start && name.kind == PartyKind::State && !name.adjective && name.country.is_some()
        });
        if let Some(name) = state {
            players.retain(|player| player.part == Part::Supplier && player.name.span != name.span);
            let evidence = Some(Span::new(hit.start, hit.end));
            players.push(Player { name: name.clone(), part: Part::Customer, evidence });
        }
    }
}

/// `Having bought six radars in 2015, Norhaven wants no more`: the name behind the comma is the participle's.
fn acts_behind_a_participle(scene: &Scene<'_, '_>, players: &mut Vec<Player>, things: &[Span]) {
    let Some(hit) = scene.deals.first() else { return };
    let part = match hit.what {
        DealWord::Buy | DealWord::Receive => Part::Customer,
        DealWord::Sell => Part::Supplier,
        _ => return,
    };
    let before = scene.before(hit.start).trim_end();
    let participle = before == "Having"
        || scene.text[hit.start..hit.end].ends_with("ing")
            && matches!(before, "After" | "By" | "Before" | "Since" | "While");
    // "Having bought time": the things stand right behind.
    let bought = things.iter().any(|thing| {
        thing.start > hit.end && thing.start - hit.end <= 30 && !scene.text[hit.end..thing.start].contains(',')
    });
    if !participle || !bought || players.iter().any(|player| player.part == part) {
        return;
    }
    let main = scene.names.iter().find(|name| {
        name.span.start > hit.end
            && scene.before(name.span.start).trim_end_matches("the ").ends_with(", ")
            && !name.adjective
            && (name.is_state() || part == Part::Supplier && name.kind == PartyKind::Company)
            && !players.iter().any(|player| player.name.span == name.span)
    });
    if let Some(name) = main {
        players.push(Player { name: name.clone(), part, evidence: Some(Span::new(hit.start, hit.end)) });
    }
}

/// `Norhaven and Velmark are discussing the purchase`: a firm that stands in a row with a state that buys sells to it.
fn firms_beside_states(scene: &Scene<'_, '_>, players: &mut [Player]) {
    for i in 0..players.len() {
        let (name, part, evidence) = (players[i].name.clone(), players[i].part, players[i].evidence);
        let beside = players.iter().any(|other| {
            let (first, second) = if other.name.span.start < name.span.start {
                (other.name.span, name.span)
            } else {
                (name.span, other.name.span)
            };
            other.part == Part::Customer
                && other.name.is_state()
                && other.evidence == evidence
                && matches!(Span::new(first.end, second.start.max(first.end)).of(scene.text), " and " | " and the ")
        });
        if part == Part::Customer && name.kind == PartyKind::Company && beside {
            players[i].part = Part::Supplier;
        }
    }
}

/// `President of Norhaven Ivo Hale vetoes`: the state is named, and acts.
fn named_by_their_heads(scene: &Scene<'_, '_>, players: &mut [Player]) {
    for player in players {
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
        // "Norhaven Defence Minister Ivo Hale discussed buying jets": for whom a minister acts.
        let minister =
            ["Defence Minister ", "Defense Minister ", "Defence Secretary ", "Defense Secretary ", "Prime Minister "];
        if player.name.kind == PartyKind::Person
            && player.name.country.is_none()
            && minister.iter().any(|office| person.of(scene.text).starts_with(office))
            && let Some(state) = scene.names.iter().find(|name| {
                name.kind == PartyKind::State
                    && name.country.is_some()
                    && matches!(
                        Span::new(name.span.end, person.start.max(name.span.end)).of(scene.text),
                        " " | "’s " | "'s "
                    )
                    && name.span.end < person.start
            })
        {
            player.name = state.clone();
        }
    }
}

/// `was`, `were`, `been` right before the verb.
pub(super) fn passive(between: &str) -> bool {
    let adverb = |word: &&str| !word.ends_with("ly") && !matches!(*word, "already" | "now" | "also" | "still");
    let last = between.split_whitespace().rev().find(adverb).unwrap_or("");
    matches!(last, "was" | "were" | "been" | "be" | "being" | "is" | "are")
}

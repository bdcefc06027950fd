//! Who buys of two that sign: the rest of the sentence decides.

use super::user::used_by_a_force;
use super::{Part, Player};
use crate::clause::scene::Scene;
use crate::clause::stage::statuses;
use crate::clause::worth::head;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, StatusWord, TYPE_ORIGINS};
use crate::mention::party::Name;
use crate::model::{CountryCode, PartyKind};
use crate::span::Span;

/// `negotiating the purchase of`, `in talks on the sale of`: who talks of a purchase buys, who talks of a sale sells.
pub(super) fn talks_of(scene: &Scene<'_, '_>, end: usize) -> Option<Part> {
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
pub(super) fn buys_nothing(scene: &Scene<'_, '_>, name: Span) -> bool {
    let Some(signer) = scene.names.iter().find(|other| other.span == name && other.kind == PartyKind::State) else {
        return false;
    };
    scene.deals.iter().any(|hit| {
        hit.what == DealWord::Sell
            && scene.before(hit.start).ends_with(" to ")
            && scene.names.iter().any(|other| {
                other.span.start >= hit.end && other.is_state() && other.country != signer.country && !other.adjective
            })
    })
}

/// `a deal for the latter to export missiles to the former`: the second of two names sells, or buys, what the sentence says.
pub(super) fn the_latter(scene: &Scene<'_, '_>, players: &mut Vec<Player>) {
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

/// `A contract for 21 helicopters to Lethia has been concluded between Ardenia and the Norhaven army`: of two states between which a contract
/// is made, the one whose type the things are sells, or else the force buys. Who gets the things then only uses them.
pub(super) fn between_two_states(scene: &Scene<'_, '_>, players: &mut Vec<Player>, things: &[Span]) {
    if !scene.has(DealWord::Deal) {
        return;
    }
    let Some(at) = (1..scene.names.len()).find(|i| {
        let (one, other) = (&scene.names[i - 1], &scene.names[*i]);
        scene.lead(i - 1).0 == "between"
            && matches!(Span::new(one.span.end, other.span.start).of(scene.text), " and " | " and the ")
            && [one, other].iter().all(|name| name.is_state() && name.country.is_some() && !name.adjective)
            && one.country != other.country
    }) else {
        return;
    };
    let pair = [&scene.names[at - 1], &scene.names[at]];
    let Some(hit) = scene.governor(pair[0].span.start) else { return };
    let signs = matches!(hit.what, DealWord::Sign | DealWord::Deal);
    if !signs || players.iter().any(|player| player.part == Part::Supplier) {
        return;
    }
    let force = |i: usize| matches!(pair[i].kind, PartyKind::Military | PartyKind::Ministry);
    let seller = match (makes(scene, things, pair[0].country), makes(scene, things, pair[1].country)) {
        (true, false) => 0,
        (false, true) => 1,
        (false, false) if force(0) != force(1) => usize::from(force(0)),
        _ => return,
    };
    players.retain(|player| !pair.iter().any(|name| name.span == player.name.span));
    for player in players.iter_mut().filter(|player| player.part == Part::Customer) {
        player.part = Part::Beneficiary;
    }
    let evidence = Some(Span::new(hit.start, hit.end));
    players.push(Player { name: pair[seller].clone(), part: Part::Supplier, evidence });
    players.push(Player { name: pair[1 - seller].clone(), part: Part::Customer, evidence });
}

/// Whether one of the things is of a type that a state's industry makes.
pub(super) fn makes(scene: &Scene<'_, '_>, things: &[Span], state: Option<CountryCode>) -> bool {
    state.is_some_and(|state| {
        things.iter().any(|thing| {
            let words = thing.of(scene.text);
            TYPE_ORIGINS.iter().any(|(start, of)| {
                of.country() == state && words.places_of(start).any(|at| at == 0 || words.as_bytes()[at - 1] == b' ')
            })
        })
    })
}

/// `Norhaven and Ardenia concluded the purchase of three frigates`, `agreed on the delivery of 12 jets`: of two states that sign, one buys and one
/// sells; only whose type it is tells which.
fn of_a_purchase_between(scene: &Scene<'_, '_>, players: &mut Vec<Player>, things: &[Span]) {
    let signs = |player: &Player| {
        matches!(player.part, Part::Customer | Part::Supplier)
            && player.evidence.is_some_and(|span| {
                scene
                    .deals
                    .iter()
                    .any(|hit| hit.start == span.start && matches!(hit.what, DealWord::Sign | DealWord::Talk))
            })
    };
    let [one, other] = &players[..] else { return };
    let states = [one, other];
    if !states.iter().all(|player| signs(player) && player.name.country.is_some())
        || one.part != other.part
        || one.name.country == other.name.country
        || scene.text[one.name.span.start..other.name.span.end].holds("jointly")
        || scene.after(other.name.span.end).holds("jointly")
    {
        return;
    }
    match (makes(scene, things, one.name.country), makes(scene, things, other.name.country)) {
        (true, false) => (players[0].part, players[1].part) = (Part::Supplier, Part::Customer),
        (false, true) => (players[0].part, players[1].part) = (Part::Customer, Part::Supplier),
        _ => players.clear(),
    }
}

/// `two Norhaven navy corvettes`: whether a thing is called by a force of the state.
fn is_for_its_force(scene: &Scene<'_, '_>, things: &[Span], state: &Name) -> bool {
    scene.names.iter().any(|name| {
        name.kind == PartyKind::Military
            && name.country == state.country
            && things
                .iter()
                .any(|thing| thing.holds(name.span) && thing.end > name.span.end || name.span.end + 1 == thing.start)
    })
}

/// Whether a state's industry makes arms that are known by their types.
fn makes_arms(state: Option<CountryCode>) -> bool {
    state.is_some_and(|state| TYPE_ORIGINS.iter().any(|(_, of)| of.country() == state))
}

/// `Sweden`, `the French minister`: whether a name is that of a state whose industry makes arms that are known by their types.
#[must_use]
pub fn sells_its_own(name: &Name) -> bool {
    makes_arms(name.country)
}

/// `a deal with Ardenia for the supply of launchers`: whether what is signed is for a supply, or a delivery.
fn supply_is_agreed(scene: &Scene<'_, '_>) -> bool {
    scene.deals.iter().any(|hit| {
        let word = Span::new(hit.start, hit.end).of(scene.text);
        hit.what == DealWord::Sale
            && (word.holds("supply") || word.holds("deliver"))
            && [" for", " for the"].iter().any(|lead| scene.before(hit.start).trim_end().ends_with(lead))
    })
}

/// `Ardenia and Norhaven signed an agreement for Arden to provide 12 jets`: of two that sign, the one that is said to sell, and the other.
fn seller_of_two(players: &mut [Player]) {
    let signs = |player: &&Player| player.part == Part::Signer && player.name.country.is_some();
    let signers: Vec<_> = players.iter().filter(signs).map(|player| player.name.country).collect();
    let sellers: Vec<_> =
        players.iter().filter(|player| player.part == Part::Supplier).map(|player| player.name.country).collect();
    let ([one, two], [seller]) = (&signers[..], &sellers[..]) else { return };
    let bought = players.iter().any(|player| player.part == Part::Customer);
    if bought || one == two || seller.is_none() || !signers.contains(seller) {
        return;
    }
    let seller = *seller;
    for player in players.iter_mut().filter(|player| player.part == Part::Signer) {
        player.part = if player.name.country == seller { Part::Supplier } else { Part::Customer };
    }
}

/// `Ardenia and Norhaven signed a contract to buy two Norhaven ships`: of two that sign, the one whose make the things are sells.
fn maker_of_two(scene: &Scene<'_, '_>, players: &mut [Player], things: &[Span]) {
    if !scene.has(DealWord::Sign) || players.iter().any(|player| player.part == Part::Supplier) {
        return;
    }
    let made = |country: Option<CountryCode>| {
        country.is_some()
            && scene.names.iter().any(|name| {
                name.adjective
                    && name.country == country
                    && things.iter().any(|thing| thing.start == name.span.end + 1 || thing.start == name.span.start)
            })
    };
    let [one, two] = players else { return };
    if ![&*one, &*two].iter().all(|player| matches!(player.part, Part::Customer | Part::Signer)) {
        return;
    }
    let (first, second) = (made(one.name.country), made(two.name.country));
    if first != second {
        (one.part, two.part) = if first { (Part::Supplier, Part::Customer) } else { (Part::Customer, Part::Supplier) };
    }
}

/// `Ardenia signed a contract with the US Army to deliver 21 helicopters to Norhaven`: with whom it is signed buys, and another uses them.
fn orders_for_another(scene: &Scene<'_, '_>, players: &mut [Player]) {
    let part = |part: Part| players.iter().position(|player| player.part == part && player.name.is_state());
    let (Some(buyer), Some(user)) = (part(Part::Counterpart), part(Part::Customer)) else { return };
    let delivers = scene.deals.iter().any(|hit| {
        hit.what == DealWord::Sell
            && hit.start >= players[buyer].name.span.end
            && hit.end <= players[user].name.span.start
            && scene.before(hit.start).ends_with(" to ")
    });
    let signs =
        scene.has(DealWord::Sign) && players.iter().any(|player| matches!(player.part, Part::Signer | Part::Supplier));
    if delivers && signs && players[buyer].name.country != players[user].name.country {
        players[buyer].part = Part::Customer;
        players[user].part = Part::Beneficiary;
    }
}

/// Decides the sides that another side decides.
pub(super) fn resolve(scene: &Scene<'_, '_>, players: &mut Vec<Player>, things: &[Span]) {
    of_a_purchase_between(scene, players, things);
    // "Ardenia and Norhaven signed a deal": neither says which one buys.
    let decides = |what: DealWord| scene.has(what);
    seller_of_two(players);
    maker_of_two(scene, players, things);
    let signers: Vec<_> = players.iter().filter(|player| player.part == Part::Signer).collect();
    let states = signers.iter().filter(|player| player.name.country.is_some()).count();
    let other = players.iter().any(|player| player.part != Part::Signer);
    // "Turkey and Russia have signed a contract to deliver S-400s": whose type it is delivers.
    if let [one, two] = signers[..]
        && states == 2
        && !other
        && one.name.country != two.name.country
    {
        let sellers: Vec<usize> =
            (0..players.len()).filter(|i| makes(scene, things, players[*i].name.country)).collect();
        if let [seller] = sellers[..] {
            for (i, player) in players.iter_mut().enumerate() {
                player.part = if i == seller { Part::Supplier } else { Part::Customer };
            }
            return;
        }
        // "for two Norhaven navy corvettes": whose navy it is for buys.
        let buyers: Vec<usize> =
            (0..players.len()).filter(|i| is_for_its_force(scene, things, &players[*i].name)).collect();
        if let [buyer] = buyers[..] {
            for (i, player) in players.iter_mut().enumerate() {
                player.part = if i == buyer { Part::Customer } else { Part::Supplier };
            }
            return;
        }
    }
    // "Ardenia and Norhaven signed an agreement for the lease of a submarine": of two that sign for a purchase, one sells.
    // "reached an agreement for the sale of": likewise.
    let bought = (decides(DealWord::Purchase) || decides(DealWord::Sale) && !decides(DealWord::Sell))
        && !decides(DealWord::Buy)
        && !scene.span.of(scene.text).holds("oint");
    if let [one, two] = signers[..]
        && states == 2
        && !other
        && bought
        && one.name.country != two.name.country
        && one.name.kind == PartyKind::State
        && two.name.kind == PartyKind::State
    {
        players.clear();
        return;
    }
    if states >= 2
        && states == signers.len()
        && !other
        && signers.windows(2).any(|pair| pair[0].name.country != pair[1].name.country)
        && ![DealWord::Buy, DealWord::Purchase].into_iter().any(decides)
        // "concluded a contract for two ships, one of which was handed over for free" tells not who sells.
        && !scene.deals.iter().any(|hit| hit.what == DealWord::Sell && scene.before(hit.start).ends_with(" to "))
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
    // "Delhi and Paris sealed a deal for 26 jets for the Indian navy": whose force gets them buys.
    if states == 2 && states == signers.len() && signers[0].name.country != signers[1].name.country {
        let gets = |state: Option<CountryCode>| {
            players.iter().any(|player| {
                let buys = || {
                    player.evidence.is_some_and(|span| {
                        scene
                            .deals
                            .iter()
                            .any(|hit| hit.start == span.start && matches!(hit.what, DealWord::Buy | DealWord::Receive))
                    })
                };
                matches!(player.part, Part::Customer | Part::Beneficiary)
                    && (player.name.kind == PartyKind::Military || buys())
                    && player.name.country == state
            })
        };
        let (one, other) = (signers[0].name.country, signers[1].name.country);
        if gets(one) != gets(other) {
            let buyer = if gets(one) { one } else { other };
            for player in players.iter_mut() {
                if player.name.country == buyer {
                    let signs = player.part == Part::Signer || player.name.kind == PartyKind::State;
                    player.part = if signs { Part::Customer } else { Part::Beneficiary };
                } else if player.part == Part::Signer {
                    player.part = Part::Supplier;
                }
            }
            return;
        }
    }
    // "Norhaven and Ardenia have struck a deal under which Norhaven will receive 12 tanks": the other supplies them.
    if states == 2 && states == signers.len() && signers[0].name.country != signers[1].name.country {
        let gets = |state: Option<CountryCode>| {
            players.iter().any(|player| {
                player.part == Part::Customer && player.name.country == state && player.name.kind == PartyKind::State
            })
        };
        let (one, other) = (signers[0].name.country, signers[1].name.country);
        if gets(one) != gets(other) {
            let buyer = if gets(one) { one } else { other };
            players.retain(|player| player.part == Part::Signer || player.name.country != buyer);
            for player in players.iter_mut().filter(|player| player.part == Part::Signer) {
                player.part = if player.name.country == buyer { Part::Customer } else { Part::Supplier };
            }
            return;
        }
    }
    orders_for_another(scene, players);
    // ", with deliveries due to start in 2026", "with first delivery due by 2011" say nothing of who sells.
    let sells = scene.deals.iter().any(|hit| {
        let lead = scene.before(hit.start).trim_end();
        let lead =
            [" first", " initial", " the"].iter().fold(lead, |lead, word| lead.strip_suffix(word).unwrap_or(lead));
        matches!(hit.what, DealWord::Sell | DealWord::Sale) && !lead.ends_with("with")
    });
    let buys = scene.deals.iter().any(|hit| {
        matches!(hit.what, DealWord::Buy | DealWord::Purchase)
            || hit.what == DealWord::Receive && scene.before(hit.start).ends_with(" to ")
    });
    // "signed with Norhaven, Ardenia and Tarn": all of a row are on one side.
    let told: Vec<Part> = players.iter().map(|player| player.part).collect();
    let row = told.len() >= 2 && told.iter().all(|part| *part == Part::Counterpart);
    for i in 0..players.len() {
        // A state's agency for exports sells as a firm does.
        let exporter = players[i].name.kind == PartyKind::Agency
            && players[i].name.span.of(scene.text).to_ascii_lowercase().holds("export");
        let company = exporter || matches!(players[i].name.kind, PartyKind::Company | PartyKind::Unknown);
        let others = |part: Part| {
            players.iter().enumerate().any(|(j, other)| {
                j != i && if row && told[i] == Part::Counterpart { told[j] == part } else { other.part == part }
            })
        };
        // "suspended deals with Norhaven, Ardenia and Tarn": what the first of a list is the others are.
        if i > 0 && told[i] == Part::Counterpart && told[i - 1] == Part::Counterpart {
            let [one, other] = [&players[i - 1].name, &players[i].name];
            let gap = Span::new(one.span.end, other.span.start.max(one.span.end)).of(scene.text);
            // "an agreement with the US and Velmark"; "between Norhaven and Velmark" names both sides.
            let lead = scene.before(one.span.start).trim_end();
            let same =
                one.is_state() == other.is_state() || lead.strip_suffix(" the").unwrap_or(lead).ends_with(" with");
            // "Norhaven cancels a deal with Ardenia and Norhaven": it is on the other side already.
            let elsewhere = scene
                .names
                .iter()
                .any(|name| name.span != other.span && name.country.is_some() && name.country == other.country);
            if same && !elsewhere && matches!(gap, ", " | ", the " | " and " | " and the " | ", and " | ", and the ") {
                players[i].part = players[i - 1].part;
                continue;
            }
        }
        let decided = match players[i].part {
            // "has failed to honor contracts signed with Lethia": who fails is the supplier.
            Part::Counterpart
                if players[i].name.kind == PartyKind::Unknown && unfulfilled_before(scene, players[i].name.span) =>
            {
                Some(Part::Customer)
            }
            Part::Counterpart if company && (exporter || !players[i].name.is_state()) => {
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
                // "Velmark signed letters of intent with Norhaven, Tarn and Ardenia to acquire": all of a row are on the side that no firm is on.
                let row_of_states = players[i].name.kind == PartyKind::State
                    && players.iter().any(|other| {
                        matches!(other.part, Part::Signer | Part::Supplier) && other.name.kind == PartyKind::Company
                    });
                if same_state || row_of_states {
                    Some(Part::Customer)
                } else if others(Part::Customer) {
                    Some(Part::Supplier)
                } else if !other_company && !others(Part::Supplier) && makes(scene, things, players[i].name.country) {
                    // "an agreement with Ardenia for 36 jets" of its type: whose make they are.
                    Some(Part::Supplier)
                } else if other_company || others(Part::Supplier) || sells {
                    Some(Part::Customer)
                } else if buys {
                    Some(Part::Supplier)
                } else {
                    Some(Part::Customer)
                }
            }
            // "Corporacion Tarn signed an agreement with Velmark to buy drones": who signs to buy from a firm.
            Part::Signer
                if players[i].name.kind == PartyKind::Unknown
                    && scene
                        .deals
                        .iter()
                        .any(|hit| hit.what == DealWord::Buy && scene.before(hit.start).ends_with(" to "))
                    && players
                        .iter()
                        .any(|other| other.part == Part::Counterpart && other.name.kind == PartyKind::Company) =>
            {
                Some(Part::Customer)
            }
            Part::Signer if company => Some(Part::Supplier),
            // "The ministry has signed a contract with Velmark": who signs with a firm buys.
            Part::Signer
                if players.iter().any(|other| {
                    matches!(other.part, Part::Counterpart | Part::Supplier)
                        && matches!(other.name.kind, PartyKind::Company | PartyKind::Unknown)
                        // "The ministry and Velmark have signed a contract"
                        || other.part == Part::Signer && other.name.kind == PartyKind::Company
                }) && !buys_nothing(scene, players[i].name.span) =>
            {
                Some(Part::Customer)
            }
            // "signed a deal with Ardenia for the supply of launchers": who signs gets them, but where only it has an industry of arms.
            Part::Signer
                if sells
                    && !buys
                    && supply_is_agreed(scene)
                    && players[i].name.is_state()
                    && !makes(scene, things, players[i].name.country)
                    && players.iter().any(|other| {
                        other.part == Part::Counterpart
                            && other.name.is_state()
                            && (makes_arms(other.name.country) || !makes_arms(players[i].name.country))
                    }) =>
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
                    hit.what == DealWord::Deal && near.holds(" for ")
                        || hit.what == DealWord::Talk
                            && [" for ", " over ", " about ", " on "].iter().any(|link| near.holds(link))
                });
                // "Norhaven signs an arms deal with Ardenia": who has an industry of arms sells.
                let other_makes = || {
                    players.iter().any(|other| other.part == Part::Counterpart && makes_arms(other.name.country))
                        && !makes_arms(players[i].name.country)
                };
                if counter_state && !buys && !gets && !other_makes() {
                    Some(Part::Supplier)
                } else {
                    Some(Part::Customer)
                }
            }
            _ => None,
        };
        if let Some(part) = decided {
            players[i].part = part;
        }
    }
    used_by_a_force(scene, players);
}

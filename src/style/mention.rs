//! What one sentence of prose says of a deal, before it is known which deal.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::news::speaks_of_a_known_thing;
use crate::clause::circumstance::{disposition, financing, hedged, reason, us_office};
use crate::clause::day::dates;
use crate::clause::deal::{Part, Player, buys_a_firm, players, sells_its_own};
use crate::clause::government::{chosen, credible, governed};
use crate::clause::scene::{Scene, hits};
use crate::clause::sending::{deploys, only_sends};
use crate::clause::stage::{group, statuses};
use crate::clause::ware::{Ware, count, wares};
use crate::clause::worth::{tail, values};
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    ATTACK_CRAFT, CIVIL_WORDS, COMPANIES, CONFLICT_WORDS, CRIME_WORDS, DEFENCE_DEALS, DealWord, Maker, OTHER_MONEY,
    REFERENCES, StatusWord, VAGUE_THINGS, WEAPON_NOUNS, WHAT_FOLLOWS,
};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::{ContractDate, CurrencyCode, DateRole, Figure, FigureId, PartyKind, TextSpan, ValueRole};
use crate::span::Span;

/// What one sentence says of a deal.
pub(super) struct Mention<'t> {
    pub(super) sentence: Span,
    pub(super) suppliers: Vec<Player>,
    pub(super) customers: Vec<Player>,
    pub(super) beneficiaries: Vec<Player>,
    pub(super) wares: Vec<Ware<'t>>,
    pub(super) makers: Vec<Name>,
    pub(super) values: Vec<(FigureId, ValueRole)>,
    pub(super) dates: Vec<ContractDate>,
    pub(super) statuses: Vec<(StatusWord, Span)>,
    pub(super) hedge: bool,
    pub(super) speaker: Option<Span>,
    pub(super) reason: Option<Span>,
    pub(super) disposition: Option<(Span, Option<Span>)>,
    pub(super) financing: Vec<Span>,
    pub(super) domain: Option<Span>,
    /// The sentence has a word of buying or selling of its own.
    pub(super) deal: bool,
    /// It only refers: "the deal", "it".
    pub(super) refers: bool,
    /// Its money may belong to something else.
    pub(super) other: bool,
    /// A noun of buying in the plural, with nothing counted.
    pub(super) loose: bool,
    /// It has a word of trade: "bought", "the sale of", "a contract".
    pub(super) core: bool,
    /// Goods change hands: "delivered", "received".
    pub(super) transfer: bool,
    /// A force, a ministry or a maker of arms takes part.
    pub(super) defence: bool,
    /// It speaks of airlines, medicine and the like, and of nothing military.
    pub(super) civil: bool,
    /// Forces are sent, and stay their state's own.
    pub(super) deploys: bool,
    /// What changes hands is only sent or given.
    pub(super) sends: bool,
    /// It speaks of war and crime: "seized", "killed".
    pub(super) conflict: bool,
    /// "will also supply".
    pub(super) also: bool,
    /// Its only word of trade is a programme that is ended: only forces and ministries have one.
    pub(super) programme: bool,
    /// It tells what a thing that was spoken of costs.
    pub(super) prices: bool,
    /// It speaks of thieves and smugglers: only what one state gives another is a deal.
    pub(super) crime: bool,
    /// For whom "It" or "The company" at its start stands.
    pub(super) subject: Option<Name>,
    /// "it", "the company" does what the sentence tells.
    pub(super) pronoun: bool,
    /// "won the contract".
    pub(super) wins: bool,
    /// What the subject of its first active verb does: who buys is the customer, who sells or wins the supplier.
    pub(super) acts: Option<Part>,
    /// "in a separate deal": another one.
    pub(super) separate: bool,
    /// "the deal", "the contract": it goes on with what was spoken of.
    pub(super) same_deal: bool,
    /// "preferred bidder".
    pub(super) preferred: bool,
    /// The speaker is a firm: "Velmark said the order is worth …".
    pub(super) firm: Option<Name>,
    /// Only an office of the United States is named as the seller's side.
    pub(super) us_office: Option<Span>,
    /// "a package that will also include": it lists what belongs to the deal.
    pub(super) lists: bool,
    /// "the purchase of four transporters": a deal without parties.
    pub(super) told_alone: bool,
    /// ", while Tolvik provides the radar": a clause of its own beside another.
    pub(super) after_while: bool,
    /// "halts arms exports to Norhaven": what one state no longer lets go to another.
    pub(super) policy: bool,
    /// "has instead ordered": it was done in the place of another deal.
    pub(super) instead: bool,
    /// "had already delivered": it was done before.
    pub(super) before: bool,
    /// "its first radar", "the second frigate": one of several by its place.
    pub(super) in_a_row: bool,
    /// It has a word of buying.
    pub(super) buys: bool,
    /// Both sides signed a contract, and nothing tells what for.
    pub(super) promises: bool,
    /// What the deal is worth in its own words, and in which money.
    pub(super) worth: Option<(CurrencyCode, Decimal)>,
}

/// `The five-year contract was signed`: the deal, with at most two words before it.
fn speaks_of_the_deal(sentence: &str) -> bool {
    let Some(rest) = sentence.strip_prefix("The ").or_else(|| sentence.strip_prefix("This ")) else {
        return false;
    };
    rest.split(' ').take(3).any(|word| {
        matches!(
            word.trim_end_matches(','),
            "contract" | "deal" | "order" | "agreement" | "award" | "sale" | "purchase"
        )
    }) && !rest.starts_with("new ")
}

/// `the purchase of four transporters`, `an order for 36 jets`: arms whose number stands right behind a noun of buying or selling.
fn is_counted_behind_a_noun(scene: &Scene<'_, '_>, ware: &Ware<'_>) -> bool {
    let Some(number) = ware.item.quantity_span.as_ref().filter(|_| ware.arm && !ware.weak) else { return false };
    scene.deals.iter().any(|hit| {
        let gap = Span::new(hit.end, number.start.max(hit.end)).of(scene.text);
        matches!(hit.what, DealWord::Purchase | DealWord::Sale | DealWord::Deal)
            && hit.end <= number.start
            && (matches!(gap, " of " | " for " | " of the " | " for the " | " of another ")
                || gap == " " && scene.text[hit.start..hit.end].ends_with(['f', 'r']))
    })
}

/// `150 have already been delivered`, `Some 40 of them are`: a number of what was spoken of, with nothing behind it that is counted.
fn counts_the_known(sentence: &str) -> bool {
    let mut words = sentence.split(' ').take(6).peekable();
    if words.peek().is_some_and(|word| {
        matches!(
            *word,
            "Only"
                | "only"
                | "Just"
                | "just"
                | "Some"
                | "some"
                | "About"
                | "about"
                | "Around"
                | "around"
                | "Nearly"
                | "nearly"
                | "Almost"
                | "So"
        )
    }) {
        words.next();
    }
    let counted = words.next().is_some_and(|word| count(word).is_some());
    // "Four more are to follow"
    if words.peek() == Some(&"more") {
        words.next();
    }
    // "Nine of them were ordered in 2016"
    if words.peek() == Some(&"of") {
        words.next();
        words.next();
    }
    counted && matches!(words.next(), Some("have" | "has" | "were" | "was" | "are" | "is" | "will" | "had"))
}

/// `the machines are said to have cost $160 million`, `the acquisition is estimated to be worth`: the price of what was spoken of.
fn prices(scene: &Scene<'_, '_>) -> bool {
    let Some(figure) = scene.figures.first() else { return false };
    if scene.deals.iter().any(|hit| matches!(hit.what, DealWord::Buy | DealWord::Win | DealWord::Sell)) {
        return false;
    }
    let before = scene.before(figure.start).trim_end();
    let near = tail(before, 48);
    let costs = [
        " cost",
        " worth",
        " valued at",
        " price of",
        " priced at",
        " at a cost of",
        " value of",
        " price was",
        " value at",
        " put at",
    ]
    .iter()
    .any(|verb| near.holds(verb));
    let spoken_of = |article: &'static str| {
        before.places_of(article).take(4).any(|at| {
            let rest = &before[at + article.len()..];
            WEAPON_NOUNS.longest_at(rest).is_some()
                || [
                    "deal",
                    "contract",
                    "order",
                    "acquisition",
                    "purchase",
                    "sale",
                    "agreement",
                    "award",
                    "machines",
                    "package",
                ]
                .iter()
                .any(|noun| rest.starts_with(noun))
        })
    };
    // "The expected cost is $9 million"
    let told = [
        "The estimated cost",
        "The expected cost",
        "The total cost",
        "The estimated value",
        "The total estimated value",
        "The estimated total cost",
    ]
    .iter()
    .any(|opening| {
        before.strip_prefix(opening).is_some_and(|verb| {
            matches!(
                verb.trim(),
                "is" | "was" | "would be" | "could be" | "will be" | "is about" | "is around" | "could reach"
            )
        })
    });
    told || costs
        && (before.starts_with("Each ")
            || ["the ", "The ", "the initial ", "The initial "].iter().any(|article| spoken_of(article)))
        || sets_aside(scene, figure)
}

/// `has set aside $9 million for the programme`: money for what was spoken of.
fn sets_aside(scene: &Scene<'_, '_>, figure: &Figure<'_>) -> bool {
    ["set aside", "sets aside", "earmarked", "allocated", "budgeted", "approved"]
        .iter()
        .any(|verb| tail(scene.before(figure.start), 24).holds(verb))
        && [
            " for the programme",
            " for the program",
            " for the purchase",
            " for the acquisition",
            " for the project",
            " for the deal",
        ]
        .iter()
        .any(|noun| scene.after(figure.end).starts_with(noun))
}

/// `160 Airbus aircraft`: planes by the name of a maker of airliners alone, without a type.
fn airliners(things: &[&str]) -> bool {
    !things.is_empty()
        && things.iter().all(|thing| {
            let mut words = thing.split(' ');
            matches!(words.next(), Some("Airbus" | "Boeing" | "Embraer" | "Bombardier" | "ATR" | "Comac" | "COMAC"))
                && words.all(|word| {
                    matches!(
                        word,
                        "aircraft" | "planes" | "plane" | "jets" | "jet" | "airplanes" | "widebody" | "narrowbody"
                    )
                })
        })
}

/// `Norhaven Airways ordered 50 jets`: an airline buys no arms, whatever stands beside it.
fn is_an_airline(text: &str, player: &Player) -> bool {
    player.part == Part::Customer
        && player.name.kind == PartyKind::Company
        && [" Airways", " Airlines", " Air Lines"].iter().any(|noun| player.name.span.of(text).ends_with(noun))
}

/// `Somali navy`: a force or a ministry with its state. "the army" alone makes no sum one of defence.
fn is_a_force(text: &str, name: &Name) -> bool {
    matches!(name.kind, PartyKind::Military | PartyKind::Ministry)
        && !name.span.of(text).starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether words of war stand in a sentence beside those of "attack helicopters" and their like.
fn tells_of_war(inner: &str) -> bool {
    let mut pieces = inner.split(" attack ");
    pieces.next().is_some_and(|first| CONFLICT_WORDS.are_in(first))
        || pieces.any(|piece| !ATTACK_CRAFT.begin(piece) || CONFLICT_WORDS.are_in(piece))
}

/// `picked`, `selected`, `tapped`: a verb of choosing whom to give work.
fn is_a_choice(at: usize, text: &str) -> bool {
    ["select", "pick", "tapped", "taps", "commissioned", "hired"].iter().any(|verb| text[at..].starts_with(verb))
}

/// `The army has picked Velmark to replace its carriers`: a force or a ministry that chooses a firm makes a deal with it, whatever for.
fn picks(scene: &Scene<'_, '_>, found: &[Player]) -> bool {
    let evidence = |player: &Player| {
        player.evidence.is_some_and(|span| {
            scene
                .deals
                .iter()
                .any(|hit| hit.start == span.start && hit.what == DealWord::Award && is_a_choice(hit.start, scene.text))
        })
    };
    found
        .iter()
        .any(|player| player.part == Part::Supplier && player.name.kind == PartyKind::Company && evidence(player))
        && found.iter().any(|player| {
            player.part == Part::Customer
                && matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry)
                && evidence(player)
        })
}

/// `the decision to supply guns to Norhaven could widen the conflict`: the sentence without what follows a deal of which both sides are told:
/// what becomes of it makes no war of it.
fn before_what_follows<'t>(scene: &Scene<'_, 't>, found: &[Player], inner: &'t str) -> &'t str {
    let told = |part: Part| {
        found.iter().any(|player| {
            player.part == part
                && (player.name.country.is_some() && player.name.kind != PartyKind::Organisation
                    || part == Part::Supplier && player.name.kind == PartyKind::Company)
        })
    };
    if !told(Part::Supplier) || !told(Part::Customer) {
        return inner;
    }
    let words = found.iter().filter_map(|player| player.evidence).map(|span| span.end);
    let end = found.iter().map(|player| player.name.span.end).chain(words).max().unwrap_or(scene.span.end);
    // "to a plane that was to carry out an attack" tells what the goods are for.
    let follows = WHAT_FOLLOWS.begin(scene.after(end));
    if !follows {
        return inner;
    }
    &inner[..end.clamp(scene.span.start, scene.span.end) - scene.span.start]
}

/// `sends £750 million to Norhaven for the purchase of missiles`: what is sent is money.
fn sends_money(scene: &Scene<'_, '_>) -> bool {
    let Some(first) = scene.deals.first().filter(|hit| hit.what == DealWord::Sell) else { return false };
    // "lent Norhaven $50 million to buy six radars"
    let behind = |figure: &&Figure<'_>| {
        figure.start == first.end + 1
            || figure.start > first.end
                && scene.names.iter().any(|name| {
                    name.span.start == first.end + 1 && name.span.end + 1 == figure.start && name.is_state()
                })
    };
    let Some(figure) = scene.figures.iter().find(behind) else { return false };
    scene.deals.iter().any(|hit| {
        let word = &scene.text[hit.start..hit.end];
        let before = scene.before(hit.start).trim_end();
        hit.start > figure.end
            && matches!(hit.what, DealWord::Purchase | DealWord::Buy)
            && ([" for", " for the", " to", " for their", " for its"].iter().any(|lead| before.ends_with(lead))
                || word.starts_with("the ") && before.ends_with(" for"))
    })
}

/// `says that the decision to send guns is a mistake`, `announces sanctions over its purchase`: what is said is of a deal that is known, and is
/// not the deal.
fn presupposed(scene: &Scene<'_, '_>) -> bool {
    scene.deals.first().is_some_and(|hit| {
        let before = scene.before(hit.start);
        [" decision to ", " decision not to ", " over its ", " over their "].iter().any(|lead| before.ends_with(lead))
    })
}

/// `Norhaven has signed a deal with Velmark`: both sides of a contract, of which the next sentence may tell what it is for.
fn promises(scene: &Scene<'_, '_>, found: &[Player]) -> bool {
    scene.has(DealWord::Sign)
        && scene.has(DealWord::Deal)
        && found.iter().any(|player| player.part == Part::Supplier && player.name.kind == PartyKind::Company)
        && found.iter().any(|player| player.part == Part::Customer && player.name.is_state())
}

/// `delivered 12 tanks`; `will build 12 tanks` only where it is told by whom and for whom.
fn hands_over(scene: &Scene<'_, '_>, found: &[Player]) -> bool {
    let makes = |word: &str| word.starts_with("manufactur") || word.starts_with("buil");
    let told = |part: Part| found.iter().any(|player| player.part == part);
    scene
        .deals
        .iter()
        .filter(|hit| hit.what == DealWord::Sell)
        .any(|hit| !makes(&scene.text[hit.start..hit.end]) || told(Part::Supplier) && told(Part::Customer))
}

/// `Velmark CEO Ivo Hale`: the firm whose officer speaks.
fn firm_of<'s>(scene: &'s Scene<'_, '_>, speaker: Span) -> Option<&'s Name> {
    let exports = |name: &Name| name.kind == PartyKind::Agency && name.span.of(scene.text).holds("export");
    scene.names.iter().find(|name| {
        let gap = Span::new(name.span.end, speaker.start.max(name.span.end)).of(scene.text);
        (name.kind == PartyKind::Company || exports(name))
            && name.span.end < speaker.end
            && gap.len() <= 48
            && !gap.contains([',', ';', '.'])
            && Span::new(name.span.end, speaker.end.max(name.span.end)).of(scene.text).split(' ').any(|word| {
                matches!(
                    word,
                    "CEO"
                        | "chief"
                        | "president"
                        | "director"
                        | "spokesman"
                        | "spokesperson"
                        | "spokeswoman"
                        | "chairman"
                        | "head"
                        | "manager"
                )
            })
    })
}

/// `developed by`, `made by`: who made a thing, and no deal.
fn develops(word: &str) -> bool {
    ["develop", "design", "made", "produc", "construct", "manufactur", "built"]
        .iter()
        .any(|verb| word.starts_with(verb))
}

/// The mentions of a sentence: one, or one for each of several deals that it lists. Where no deal is `open` that it may go on with, a
/// sentence that has neither parties with things or money nor things with money is read no further.
pub(super) fn mentions<'t>(
    scene: &Scene<'_, 't>,
    said: Option<Span>,
    military: Option<Span>,
    open: bool,
    follows: bool,
) -> Vec<Mention<'t>> {
    let text = scene.text;
    let inner = scene.span.of(text);
    let forces = military.is_some() || scene.names.iter().any(|name| is_a_force(text, name));
    let all = wares(scene, forces);
    let wins = scene.has(DealWord::Win);
    let selects = scene.deals.iter().any(|hit| hit.what == DealWord::Award && is_a_choice(hit.start, text));
    let signs = scene.has(DealWord::Sign) && scene.has(DealWord::Deal);
    let makers_of_arms = scene
        .names
        .iter()
        .find(|name| COMPANIES.longest_at(name.span.of(text)).is_some_and(|(_, maker)| maker == Maker::Arms))
        .map(|name| name.span);
    let defence = makers_of_arms.is_some()
        || scene.names.iter().any(|name| is_a_force(text, name))
        || DEFENCE_DEALS.are_in(inner);
    let sum = !scene.figures.is_empty();
    let told = !all.is_empty() || sum && defence || wins || selects || signs;
    if !open && !told {
        return Vec::new();
    }
    let things: Vec<Span> =
        all.iter().filter(|ware| !ware.weak).map(|ware| Span::new(ware.item.start, ware.item.end)).collect();
    let mut found = players(scene, &things);
    found.retain(|player| {
        credible(
            scene,
            player,
            all.iter().any(|ware| {
                (ware.arm || forces && ware.item.quantity.is_some()) && !ware.weak && governed(scene, ware)
            }),
        )
    });
    let strong = all.iter().any(|ware| !ware.weak);
    let kept: Vec<Ware<'t>> = all.into_iter().filter(|ware| !strong || !ware.weak).collect();
    let kept = chosen(scene, kept);
    let picks = picks(scene, &found);
    // "received an order" says both.
    let wins = picks
        || wins
            && (scene.has(DealWord::Deal)
                || scene.deals.iter().any(|hit| {
                    let word = Span::new(hit.start, hit.end).of(text);
                    hit.what == DealWord::Win
                        && ["order", "contract", "bidder", "shortlist"].iter().any(|noun| word.holds(noun))
                }));
    let supplies = found.iter().any(|player| player.part == Part::Supplier);
    let thing = !kept.is_empty();
    let new_arms = kept.iter().any(|ware| ware.arm && !ware.weak && !ware.known);
    let counted = kept.iter().any(|ware| ware.item.quantity.is_some() || ware.item.designation.is_some());
    let told_alone =
        new_arms && !scene.statuses.is_empty() && kept.iter().any(|ware| is_counted_behind_a_noun(scene, ware));
    let may_stand = !found.is_empty() && (thing || sum && defence)
        || thing && (sum || kept.iter().any(|ware| ware.maker.is_some()))
        || wins && supplies
        // "The service acquired two cutters": whose subject stands in the sentence before.
        || follows && new_arms && counted
        || promises(scene, &found)
        || told_alone
        // "Norhaven’s defence minister said he hoped the contract for the missiles would be signed"
        || said.is_some() && new_arms && scene.has(DealWord::Deal) && inner.holds("inister")
        || said.is_some() && counted && found.is_empty() && scene.has(DealWord::Buy)
        // "Allegations have dogged the purchase of 12 helicopters": the next sentence may tell whose it is.
        || new_arms && counted && found.is_empty();
    if !open && !may_stand {
        return Vec::new();
    }
    let sends = only_sends(scene);
    // What a force sends, it goes on using.
    let own = found.iter().any(|player| {
        player.part == Part::Supplier
            && player.name.kind == PartyKind::Military
            && !["Pentagon", "Whitehall"].contains(&player.name.span.of(text))
    });
    let deploys = sends && (own || deploys(scene, &kept));
    // "has been offered jets, but budget limits prevent it": without a sum a budget is none of another thing.
    let other =
        hits(&OTHER_MONEY, text, scene.span).iter().any(|hit| sum || !text[hit.start..hit.end].starts_with("budget"));
    let statuses = statuses(scene);
    let group = group(&statuses.iter().map(|(word, _)| *word).collect::<Vec<_>>());
    let values = values(scene, group);
    let side = |part: Part| found.iter().filter(|player| player.part == part).cloned().collect::<Vec<_>>();
    let makers: Vec<Name> =
        kept.iter().filter_map(|ware| ware.maker.and_then(|i| scene.names.get(i)).cloned()).collect();
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
    let refers = speaks_of_a_known_thing(inner)
        || REFERENCES.begin(inner)
        || speaks_of_the_deal(inner)
        || open && counts_the_known(inner);
    let loose = scene.deals.iter().any(|hit| {
        matches!(Span::new(hit.start, hit.end).of(text), "purchases" | "sales" | "procurements" | "acquisitions")
    }) && values.is_empty()
        && kept.iter().all(|ware| ware.item.quantity.is_none());
    let kept_names: Vec<Span> = kept.iter().map(|ware| Span::new(ware.item.start, ware.item.end)).collect();
    let kept_names: Vec<&str> = kept_names.iter().map(|span| span.of(text)).collect();
    let ordinals: Vec<usize> = kept.iter().filter(|ware| ware.arm && !ware.weak).map(|ware| ware.item.start).collect();
    let mut base = Mention {
        sentence: scene.span,
        suppliers: side(Part::Supplier),
        customers: side(Part::Customer),
        beneficiaries: side(Part::Beneficiary),
        wares: kept,
        makers,
        values,
        dates: dates(scene),
        statuses: statuses.to_vec(),
        hedge: false,
        speaker: said,
        reason: None,
        disposition: None,
        financing: Vec::new(),
        domain,
        deal,
        refers,
        other,
        loose,
        core: scene.deals.iter().any(|hit| {
            matches!(hit.what, DealWord::Buy | DealWord::Purchase | DealWord::Sale | DealWord::Deal | DealWord::Request)
                || hit.what == DealWord::Made
                    && (found.len() >= 2 || scene.deals.len() >= 2 || sum || !develops(&text[hit.start..hit.end]))
                || hit.what == DealWord::Paid && thing
                || hit.what == DealWord::Win && counted && sum
                || hit.what == DealWord::Talk
                    && (counted
                        || new_arms
                            && found
                                .iter()
                                .any(|player| player.part == Part::Supplier && player.name.kind == PartyKind::Company))
                    && found.len() >= 2
                // "has been hired to refit six frigates for the Norhaven navy"
                || hit.what == DealWord::Win
                    && new_arms
                    && counted
                    && text[hit.start..hit.end].contains(' ')
                    && found.iter().any(|player| player.part == Part::Customer)
                    && found.iter().any(|player| player.part == Part::Supplier)
                // "has awarded Velmark $5 million to install mortars in 40 vehicles"
                || hit.what == DealWord::Award
                    && sum
                    && scene.figures.iter().any(|figure| figure.start >= hit.end && figure.start - hit.end <= 48)
                    && found.iter().any(|player| {
                        player.part == Part::Customer
                            && (player.name.country.is_some() || player.name.kind == PartyKind::Military)
                    })
                    && found
                        .iter()
                        .any(|player| player.part == Part::Supplier && player.name.kind == PartyKind::Company)
                // "has taken delivery of a refurbished frigate"
                || hit.what == DealWord::Receive
                    && new_arms
                    && ["delivery", "possession", "receipt"].iter().any(|noun| text[hit.start..hit.end].holds(noun))
                    && found.iter().any(|player| player.part == Part::Customer && player.name.country.is_some())
                || hit.what == DealWord::Award
                    && new_arms
                    && found.iter().any(|player| player.part == Part::Customer)
                    && ["select", "pick", "chose", "commissioned", "hired", "shortlist", "has short", "had short", "have short"]
                        .iter()
                        .any(|verb| text[hit.start..hit.end].starts_with(verb))
        }) || wins
            || scene.deals.iter().any(|hit| {
                hit.what == DealWord::Win && hit.end - hit.start >= 9 && inner.holds("ontract")
                    || hit.what == DealWord::Sell
                        && matches!(Span::new(hit.start, hit.end).of(text), "sell" | "sells" | "sold" | "selling")
            }),
        defence,
        civil: buys_a_firm(scene)
            || found.iter().any(|player| is_an_airline(text, player))
            || military.is_none() && (CIVIL_WORDS.are_in(inner) || airliners(&kept_names)),
        transfer: scene.has(DealWord::Receive) || hands_over(scene, &found),
        deploys,
        sends,
        conflict: CONFLICT_WORDS.are_in(inner) && tells_of_war(before_what_follows(scene, &found, inner)),
        also: inner.holds(" also "),
        programme: scene
            .deals
            .iter()
            .all(|hit| hit.what == DealWord::Purchase && text[hit.start..hit.end].starts_with("program"))
            && !scene.deals.is_empty(),
        prices: !other && prices(scene),
        crime: CRIME_WORDS.are_in(inner),
        subject: None,
        pronoun: false,
        wins,
        acts: scene.deals.iter().find_map(|hit| match hit.what {
            DealWord::Buy | DealWord::Paid | DealWord::Request | DealWord::Award => Some(Part::Customer),
            DealWord::Sell | DealWord::Win => Some(Part::Supplier),
            DealWord::Sign | DealWord::Talk => Some(Part::Signer),
            _ => None,
        }),
        separate: false,
        same_deal: false,
        preferred: inner.holds("preferred"),
        firm: said
            .and_then(|span| {
                scene
                    .names
                    .iter()
                    .find(|name| name.span == span && name.kind == PartyKind::Company)
                    .or_else(|| firm_of(scene, span))
            })
            .cloned(),
        us_office: None,
        told_alone,
        policy: false,
        instead: false,
        before: false,
        in_a_row: scene.has(DealWord::Receive)
            && ordinals.iter().any(|start| {
                [" its first ", " the first ", " the second ", " its second ", " the third ", " its last ", " the last ", " the final "]
                    .iter()
                    .any(|row| text[scene.span.start..*start].ends_with(row))
            }),
        buys: scene.has(DealWord::Buy) || scene.has(DealWord::Purchase),
        promises: !thing && !sum && promises(scene, &found),
        worth: None,
        after_while: [" while ", " whereas ", ", and "].iter().any(|link| text[..scene.span.start].ends_with(link)),
        lists: inner.holds(" include")
            // "Under the deal, Norhaven will be supplied with 54 tanks and 12 trucks"
            || ["Under the ", "The agreement, ", "The deal, ", "The contract, "]
                .iter()
                .any(|start| inner.starts_with(start))
                && [" will be supplied with ", " will provide ", " will receive ", " will get ", " will supply "]
                    .iter()
                    .any(|verb| inner.holds(verb)) || inner.holds(" comprises ") || inner.holds(" contains ")
            // "The framework deal covers 54 tanks and 141 vehicles"
            || inner.holds(" covers ")
            || inner.holds(" calls for "),
    };
    base.worth = scene.figures.iter().filter(|figure| figure.converts.is_none()).find_map(|figure| {
        let main = |(id, role): &(FigureId, ValueRole)| {
            *id == figure.id && matches!(role, ValueRole::Award | ValueRole::Estimated)
        };
        base.values.iter().any(main).then(|| figure.currency.zip(figure.low.or(figure.high)))?
    });
    base.policy = scene.deals.iter().all(|hit| matches!(hit.what, DealWord::Sale | DealWord::Approve | DealWord::Deal))
        && base.wares.iter().all(|ware| ware.weak)
        && base.statuses.iter().any(|(word, _)| matches!(word, StatusWord::Suspended | StatusWord::Cancelled))
        && base.suppliers.iter().all(|player| player.name.kind == PartyKind::State)
        && base.between_states();
    // "asked a court to stop arms exports to Norhaven": nothing is stopped.
    let exports = |hit: &Hit<DealWord>| &text[hit.start..hit.end] == "exports to";
    if !open && !base.policy && scene.deals.iter().any(exports) && base.wares.iter().all(|ware| ware.weak) {
        return Vec::new();
    }
    // Money sent for a purchase is a grant, and who sends it sells nothing: whose purchase it is must be told.
    if sends_money(scene) {
        base.suppliers.retain(|player| {
            !player.evidence.is_some_and(|span| {
                scene.figures.iter().any(|figure| figure.start == span.end + 1) || span.start == scene.deals[0].start
            })
        });
        if !open && base.customers.is_empty() {
            return Vec::new();
        }
        for (_, role) in &mut base.values {
            *role = ValueRole::Other;
        }
        if base.statuses.is_empty() {
            base.statuses.push((StatusWord::Planned, Span::new(scene.deals[0].start, scene.deals[0].end)));
        }
    }
    if presupposed(scene) {
        base.speaker = None;
        base.firm = None;
    }
    // Most sentences with a word of trade tell of no deal: what else they say is not asked for.
    // "The radars will be built by Velmark": the next sentence may tell for whom.
    let made = scene.has(DealWord::Made)
        && base.customers.is_empty()
        && base.wares.iter().any(|ware| ware.arm && !ware.weak)
        && !base.civil
        && !base.conflict;
    if !open && !base.may_stand() && !made {
        return Vec::new();
    }
    base.instead = inner.starts_with("Instead")
        || [
            " has instead ",
            " have instead ",
            " will instead ",
            " instead bought ",
            " instead ordered ",
            " instead chose ",
            " instead opted ",
        ]
        .iter()
        .any(|words| inner.holds(words));
    base.before =
        [" had already ", " has already ", " have already ", " previously "].iter().any(|words| inner.holds(words));
    base.pronoun = inner.starts_with("It ")
        || inner.holds(" it ")
        || inner.ends_with(" it.")
        || inner.holds("he company ")
        || inner.holds("he firm ");
    base.separate = [
        "a separate ",
        "another deal",
        "another contract",
        "a second deal",
        "a second contract",
        "Separately",
        "separately",
    ]
    .iter()
    .any(|words| inner.holds(words));
    base.same_deal = [
        "the deal",
        "the contract",
        "the order",
        "the agreement",
        "the purchase",
        "the sale",
        "this deal",
        "this contract",
        "its value",
    ]
    .iter()
    .any(|words| inner.holds(words));
    speaks_for_a_side(scene, &mut base);
    base.hedge = hedged(scene);
    base.reason = reason(scene);
    base.disposition = disposition(scene);
    base.financing = financing(scene);
    base.us_office = us_office(scene);
    split(scene, base)
}

/// `“We have a contract for 12 helicopters with Tarn,” said the Norhaven minister`, `Norhaven’s defence minister hopes the contract for the missiles
/// will be signed`: for whom a minister speaks buys, where nobody else is said to.
fn speaks_for_a_side(scene: &Scene<'_, '_>, base: &mut Mention<'_>) {
    let arms = base.wares.iter().any(|ware| ware.arm && !ware.weak || ware.item.quantity.is_some());
    let first = scene.deals.first().is_some_and(|hit| matches!(hit.what, DealWord::Purchase | DealWord::Buy));
    let sells = scene.has(DealWord::Sell) || scene.has(DealWord::Sale) && !first;
    let trade = scene.has(DealWord::Deal) || scene.has(DealWord::Buy) || scene.has(DealWord::Purchase);
    // "We have a contract with Norhaven": the other side of a deal whose own side speaks.
    let with = matches!(&base.customers[..], [only] if base.suppliers.is_empty()
        && scene.before(only.name.span.start).ends_with(" with "));
    if !base.customers.is_empty() && !with || !arms || sells || !trade {
        return;
    }
    let inner = scene.span.of(scene.text);
    // "The Pentagon announced that a deal had been reached with Velmark": an office that tells of its own deal. "Norhaven officials said that 36 of
    // the tanks bought from Tarn had arrived"
    let bought = scene.has(DealWord::Buy) || scene.has(DealWord::Purchase);
    let teller = base.speaker.and_then(|said| {
        scene.names.iter().find(|name| {
            let force = matches!(name.kind, PartyKind::Ministry | PartyKind::Military);
            let officials = name.kind == PartyKind::State
                && bought
                && ["officials", "official", "authorities"].iter().any(|noun| said.of(scene.text).ends_with(noun));
            name.country.is_some() && !name.adjective && name.span == said && (force || officials)
        })
    });
    // "Norhaven officials said the six helicopters were bought to fight smuggling"
    let told_bought = base.suppliers.is_empty()
        && bought
        && base.wares.iter().any(|ware| ware.item.quantity.is_some())
        && [" were bought", " was bought", " were purchased", " were acquired", " had been bought", " were ordered"]
            .iter()
            .any(|verb| inner.holds(verb));
    if let Some(name) = teller.filter(|name| !base.suppliers.is_empty() || told_bought && !sells_its_own(name))
        && base.suppliers.iter().all(|player| {
            player.name.kind == PartyKind::Company && name.kind != PartyKind::State
                || bought && player.name.country.is_some() && player.name.country != name.country
        })
        && base.beneficiaries.is_empty()
    {
        base.customers.push(Player { name: name.clone(), part: Part::Customer, evidence: None });
        return;
    }
    let we = ["“We ", "\"We ", " we ", "“Our ", " our "].iter().any(|word| inner.holds(word));
    let minister = scene.names.iter().find(|name| {
        let rest = scene.after(name.span.end);
        let rest = ["’s ", "'s ", " "].iter().find_map(|link| rest.strip_prefix(link)).unwrap_or("");
        name.kind == PartyKind::State
            && name.country.is_some()
            && [
                "defence minister",
                "defense minister",
                "Defence Minister",
                "Defense Minister",
                "minister of defence",
                "minister of defense",
                "army chief",
                "air force chief",
                "navy chief",
                "Minister of Defence",
                "Minister of Defense",
                "president",
                "prime minister",
            ]
            .iter()
            .any(|office| rest.starts_with(office))
    });
    let Some(name) = minister else { return };
    if with {
        if we && !sells_its_own(name) && base.customers[0].name.country != name.country {
            base.suppliers = std::mem::take(&mut base.customers);
            base.customers.push(Player { name: name.clone(), part: Part::Customer, evidence: None });
        }
        return;
    }
    let other =
        base.suppliers.iter().all(|player| player.name.country.is_none() || player.name.country != name.country);
    let buys = we && !base.suppliers.is_empty()
        || (base.suppliers.is_empty() || first) && base.speaker.is_some() && !sells_its_own(name);
    if buys && other {
        base.customers.push(Player { name: name.clone(), part: Part::Customer, evidence: None });
    }
}

/// `second Kestrel`, `last frigate`: one of several by its place.
fn is_one_of_a_row(item: &str) -> bool {
    matches!(
        item.split(' ').next(),
        Some(
            "second"
                | "third"
                | "fourth"
                | "fifth"
                | "sixth"
                | "seventh"
                | "eighth"
                | "ninth"
                | "tenth"
                | "last"
                | "final"
        )
    )
}

/// Cuts a sentence that lists several deals: "15 helicopters from A and drones from B", "contracts worth $31 million in 2012 and $74 million in 2014".
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
    if let Some(found) = with_more(scene, &base) {
        return found;
    }
    if let Some(found) = with_former(scene, &base) {
        return found;
    }
    if let Some(found) = by_sums(scene, &base) {
        return found;
    }
    if let Some(found) = by_closing_sums(scene, &base) {
        return found;
    }
    if let Some(found) = with_what_came_before(scene, &base) {
        return found;
    }
    // "20 radars to Estonia and 12 launchers to Latvia": each buyer has a thing of its own before it.
    if base.customers.len() == 2
        && base.customers[0].name.span.of(text) != base.customers[1].name.span.of(text)
        && base.wares.len() >= 2
        && base.suppliers.len() <= 1
        && base.values.len() < 2
        && base.customers.iter().all(|player| {
            let before = scene.before(player.name.span.start).trim_end();
            let before = before.strip_suffix("the").unwrap_or(before).trim_end();
            before.ends_with(" to") || before.ends_with(" for")
        })
    {
        let border = base.customers[0].name.span.end;
        let (first, second): (Vec<_>, Vec<_>) = base.wares.iter().cloned().partition(|ware| ware.item.start < border);
        if !first.is_empty()
            && !second.is_empty()
            && second.iter().all(|ware| ware.item.start < base.customers[1].name.span.start)
        {
            let one = Mention { customers: vec![base.customers[0].clone()], wares: first, ..base.copy() };
            let other = Mention {
                customers: vec![base.customers[1].clone()],
                wares: second,
                values: Vec::new(),
                ..base.copy()
            };
            return vec![one, other];
        }
    }
    // "in talks with A for 12 guns and with B for six boats": each has a thing of its own behind it.
    if base.suppliers.len() == 2
        && base.wares.len() >= 2
        && base.suppliers.iter().all(|player| {
            let before = scene.before(player.name.span.start).trim_end();
            before.strip_suffix(" the").unwrap_or(before).ends_with(" with")
                && [" for ", " over ", " on ", " to buy "]
                    .iter()
                    .any(|link| scene.after(player.name.span.end).starts_with(link))
        })
    {
        let (one, two) = (base.suppliers[0].name.span, base.suppliers[1].name.span);
        let (first, second): (Vec<_>, Vec<_>) =
            base.wares.iter().cloned().partition(|ware| ware.item.start < two.start);
        if !second.is_empty() && !first.is_empty() && first.iter().all(|ware| ware.item.start > one.end) {
            let near: Vec<FigureId> =
                scene.figures.iter().filter(|figure| figure.start < two.start).map(|figure| figure.id).collect();
            let (ours, theirs): (Vec<_>, Vec<_>) = base.values.iter().copied().partition(|(id, _)| near.contains(id));
            let one = Mention { suppliers: vec![base.suppliers[0].clone()], wares: first, values: ours, ..base.copy() };
            let other =
                Mention { suppliers: vec![base.suppliers[1].clone()], wares: second, values: theirs, ..base.copy() };
            return vec![one, other];
        }
    }
    // "awarded A and B contracts for a new gun": one each.
    if base.suppliers.len() == 2
        && base.values.is_empty()
        && base.customers.len() == 1
        && scene.after(base.suppliers[1].name.span.end).starts_with(" contracts ")
        && scene.has(DealWord::Award)
    {
        let each = |i: usize| Mention { suppliers: vec![base.suppliers[i].clone()], ..base.copy() };
        return vec![each(0), each(1)];
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
            // Each sum goes with the thing that it stands by.
            let near: Vec<FigureId> =
                scene.figures.iter().filter(|figure| figure.start < border).map(|figure| figure.id).collect();
            let (ours, theirs): (Vec<_>, Vec<_>) = base.values.iter().copied().partition(|(id, _)| near.contains(id));
            // "cancels the purchase of jets from A and will buy others from B": each has words of state of its own.
            let (before, behind): (Vec<_>, Vec<_>) =
                base.statuses.iter().copied().partition(|(_, span)| span.start < border);
            let (before, behind) = if before.is_empty() || behind.is_empty() {
                (base.statuses.clone(), base.statuses.clone())
            } else {
                (before, behind)
            };
            let one = Mention {
                suppliers: vec![base.suppliers[0].clone()],
                wares: first,
                values: ours,
                statuses: before,
                ..base.copy()
            };
            let other = Mention {
                suppliers: vec![base.suppliers[1].clone()],
                wares: second,
                values: theirs,
                statuses: behind,
                ..base.copy()
            };
            return vec![one, other];
        }
    }
    vec![base]
}

/// `Eight jets were contracted in 2009 and four more in 2016`, `and a £4 million contract for five more followed`: a second deal, whose things
/// are those of the first by another number, with a sum or a day of its own.
fn with_more<'t>(scene: &Scene<'_, 't>, base: &Mention<'t>) -> Option<Vec<Mention<'t>>> {
    let text = scene.text;
    let ware = base.wares.iter().find(|ware| ware.item.quantity.is_some())?;
    let rest = scene.after(ware.item.end);
    let at = rest.place_of(" more ").filter(|at| {
        let next = rest[at + 6..].split([' ', ',', '.']).next().unwrap_or("");
        matches!(
            next,
            "in" | "followed" | "were" | "was" | "on" | "for" | "came" | "by" | "from" | "this" | "last" | "to"
        )
    })?;
    let number = rest[..at].last_word();
    let value = count(number)?;
    let place = Span::new(ware.item.end + at - number.len(), ware.item.end + at);
    let border =
        ware.item.end + [" and ", "; ", ", with "].iter().filter_map(|mark| rest[..at].last_place_of(mark)).max()?;
    if place.start - border > 60 {
        return None;
    }
    let dated = |first: bool| {
        let inside = |date: &&ContractDate| {
            scene.dates.iter().any(|known| known.id == date.date && (known.start < border) == first)
        };
        base.dates.iter().filter(inside).copied().collect::<Vec<_>>()
    };
    let priced = |first: bool| {
        let inside = |value: &&(FigureId, ValueRole)| {
            scene.figures.iter().any(|figure| figure.id == value.0 && (figure.start < border) == first)
        };
        base.values.iter().filter(inside).copied().collect::<Vec<_>>()
    };
    let (dates, values) = (dated(false), priced(false));
    if dates.is_empty() && values.is_empty() {
        return None;
    }
    let (ours, theirs): (Vec<_>, Vec<_>) = base.wares.iter().cloned().partition(|ware| ware.item.start < border);
    if !theirs.is_empty() {
        return None;
    }
    let mut more = ware.clone();
    more.item.quantity = Some(Cow::Owned(value));
    more.item.quantity_span = Some(TextSpan::new(place, text));
    let statuses = |first: bool| {
        base.statuses.iter().filter(|(_, span)| first || span.start >= border).copied().collect::<Vec<_>>()
    };
    let kept = if statuses(false).is_empty() { statuses(true) } else { statuses(false) };
    Some(vec![
        Mention { wares: ours, values: priced(true), dates: dated(true), ..base.copy() },
        Mention { wares: vec![more], values, dates, statuses: kept, ..base.copy() },
    ])
}

/// `ordered eight trainers, adding to four jets it acquired in 2015`: a former deal of the same parties, with a verb of its own.
fn with_former<'t>(scene: &Scene<'_, 't>, base: &Mention<'t>) -> Option<Vec<Mention<'t>>> {
    let inner = scene.span.of(scene.text);
    let border = [", adding to ", " in addition to ", ", on top of ", ", which will join ", " to add to "]
        .iter()
        .filter_map(|words| inner.place_of(words))
        .min()
        .map(|at| scene.span.start + at)?;
    let buys = scene
        .deals
        .iter()
        .any(|hit| hit.start >= border && matches!(hit.what, DealWord::Buy | DealWord::Receive | DealWord::Sell));
    let (ours, mut theirs): (Vec<_>, Vec<_>) = base.wares.iter().cloned().partition(|ware| ware.item.start < border);
    // ", in addition to the 42 it has already ordered": the same things by another number.
    if theirs.is_empty()
        && let [ware] = &ours[..]
        && ware.item.quantity.is_some()
    {
        let rest = scene.after(border);
        let from = rest.place_of(" the ").map_or(0, |at| at + 5);
        let number = rest[from..].split(' ').next().unwrap_or("");
        let next = rest[from + number.len()..].trim_start();
        let bare = ["it ", "they ", "that ", "already ", "ordered ", "bought ", "on order", "previously ", "which "];
        if let Some(digits) = count(number).filter(|_| from > 0 && bare.iter().any(|word| next.starts_with(word))) {
            let mut former = ware.clone();
            let start = border + from;
            former.item.quantity = Some(Cow::Owned(digits));
            former.item.quantity_span = Some(TextSpan::new(Span::new(start, start + number.len()), scene.text));
            theirs.push(former);
        }
    }
    if !buys || ours.is_empty() || !theirs.iter().any(|ware| ware.item.quantity.is_some()) {
        return None;
    }
    let day = |date: &ContractDate| scene.dates.iter().any(|known| known.id == date.date && known.start >= border);
    let sum = |value: &(FigureId, ValueRole)| {
        scene.figures.iter().any(|figure| figure.id == value.0 && figure.start >= border)
    };
    let (their_days, our_days): (Vec<_>, Vec<_>) = base.dates.iter().copied().partition(day);
    let (their_sums, our_sums): (Vec<_>, Vec<_>) = base.values.iter().copied().partition(sum);
    let (their_words, our_words): (Vec<_>, Vec<_>) =
        base.statuses.iter().copied().partition(|(_, span)| span.start >= border);
    // "36 jets from Norhaven to add to the 12 it acquired from Tarn": each its own seller.
    let (our_sellers, their_sellers): (Vec<_>, Vec<_>) =
        base.suppliers.iter().cloned().partition(|player| player.name.span.start < border);
    let (our_sellers, their_sellers) = if our_sellers.is_empty() || their_sellers.is_empty() {
        (base.suppliers.clone(), base.suppliers.clone())
    } else {
        (our_sellers, their_sellers)
    };
    Some(vec![
        // What follows goes on with the new deal, which stays the open one.
        Mention {
            suppliers: their_sellers,
            wares: theirs,
            dates: their_days,
            values: their_sums,
            statuses: their_words,
            ..base.copy()
        },
        Mention {
            suppliers: our_sellers,
            wares: ours,
            dates: our_days,
            values: our_sums,
            statuses: our_words,
            ..base.copy()
        },
    ])
}

/// `a £3 million deal with A for guns, and a £2 million contract with B for boats`: sums that open stretches of the sentence, each with a
/// party or a thing of its own, are a deal each. Who stands before the first sum takes part in all.
fn by_sums<'t>(scene: &Scene<'_, 't>, base: &Mention<'t>) -> Option<Vec<Mention<'t>>> {
    let main = |id: FigureId| {
        base.values.iter().any(|(known, role)| *known == id && matches!(role, ValueRole::Award | ValueRole::Estimated))
    };
    let mut starts = Vec::new();
    for figure in scene.figures.iter().filter(|figure| figure.converts.is_none() && main(figure.id)) {
        let before = scene.before(figure.start);
        let lead = before.trim_end_matches(' ');
        let lead = ["a", "an", "another", "one", "worth", "about", "some", "nearly", "over", "up to"]
            .iter()
            .find_map(|word| lead.strip_suffix(word).filter(|left| left.ends_with(' ')))
            .unwrap_or(lead)
            .trim_end();
        // "a $1 billion shipment, including $700 million worth of rounds and $300 million in vehicles": parts of one.
        let part = !starts.is_empty() && lead.holds(" including");
        let opens =
            !part && [" and", ",", ";", " plus", " while", " as well as"].iter().any(|mark| lead.ends_with(mark));
        // ", and last month it also sealed a €4 million deal": a verb of its own, and a sum right behind it.
        let verb = || {
            let at = lead.last_place_of(", and ").filter(|at| lead.len() - at <= 48)?;
            let from = scene.span.start + at;
            let own = scene.deals.iter().any(|hit| {
                hit.start >= from
                    && hit.end <= figure.start
                    && matches!(hit.what, DealWord::Sign | DealWord::Buy | DealWord::Win | DealWord::Award)
            }) && !base.wares.iter().any(|ware| ware.item.start >= from && ware.item.start < figure.start);
            own.then_some(from)
        };
        if starts.is_empty() || opens {
            starts.push(scene.span.start + lead.len());
        } else if let Some(from) = verb() {
            starts.push(from);
        }
    }
    if starts.len() < 2 {
        return None;
    }
    let stretch = |i: usize| Span::new(starts[i], starts.get(i + 1).copied().unwrap_or(scene.span.end));
    let first = starts[0];
    let players = |side: &[Player], i: usize| -> Vec<Player> {
        let own = side.iter().filter(|player| stretch(i).holds(player.name.span));
        let shared = side.iter().filter(|player| player.name.span.end <= first);
        shared.chain(own).cloned().collect()
    };
    let mut found = Vec::new();
    for i in 0..starts.len() {
        let inside = |start: usize| stretch(i).start <= start && start < stretch(i).end;
        let wares: Vec<Ware<'t>> = base.wares.iter().filter(|ware| inside(ware.item.start)).cloned().collect();
        let own = [&base.suppliers, &base.customers, &base.beneficiaries]
            .into_iter()
            .flatten()
            .any(|player| stretch(i).holds(player.name.span));
        if wares.is_empty() && !own {
            return None;
        }
        let values = base
            .values
            .iter()
            .copied()
            .filter(|(id, _)| scene.figures.iter().any(|figure| figure.id == *id && inside(figure.start)));
        // A day of its own leaves that before all of them to the others.
        let own_day = scene.dates.iter().any(|known| inside(known.start));
        let dates = base.dates.iter().copied().filter(|date| {
            scene
                .dates
                .iter()
                .any(|known| known.id == date.date && (inside(known.start) || !own_day && known.end <= first))
        });
        found.push(Mention {
            suppliers: players(&base.suppliers, i),
            customers: players(&base.customers, i),
            beneficiaries: players(&base.beneficiaries, i),
            values: values.collect(),
            dates: dates.collect(),
            wares,
            ..base.copy()
        });
    }
    Some(found)
}

/// `12 jets for the air force at a cost of $3 million, and six boats for the navy for $2 million`: two things, each with a sum behind it.
fn by_closing_sums<'t>(scene: &Scene<'_, 't>, base: &Mention<'t>) -> Option<Vec<Mention<'t>>> {
    let [one, two] = &base.values[..] else { return None };
    let main = |role: ValueRole| matches!(role, ValueRole::Award | ValueRole::Estimated);
    let place = |id: FigureId| {
        scene.figures.iter().find(|figure| figure.id == id && figure.converts.is_none()).map(Figure::span)
    };
    let (first, second) = (place(one.0)?, place(two.0)?);
    let head = |ware: &Ware<'t>| ware.item.quantity_span.as_ref().map_or(ware.item.start, |span| span.start);
    let (ours, theirs): (Vec<_>, Vec<_>) = base.wares.iter().cloned().partition(|ware| head(ware) < first.start);
    let (start, end) = (head(theirs.first()?), theirs.last()?.item.end);
    if !main(one.1) || !main(two.1) || ours.is_empty() || start < first.end || end > second.start {
        return None;
    }
    // Another thing is listed right behind the first sum.
    let gap = Span::new(first.end, start).of(scene.text).trim_end();
    let listed =
        [", and", " and", ", as well as", " as well as", " plus", ", plus"].iter().any(|mark| gap.starts_with(mark));
    if !listed || gap.split(' ').count() > 8 || gap.contains(';') {
        return None;
    }
    let opens = ours.iter().map(head).min()?;
    let players = |side: &[Player], from: usize, to: usize| -> Vec<Player> {
        let inside = |player: &&Player| {
            player.name.span.end <= opens || from <= player.name.span.start && player.name.span.start < to
        };
        side.iter().filter(inside).cloned().collect()
    };
    let piece = |wares: Vec<Ware<'t>>, value, from: usize, to: usize| Mention {
        suppliers: players(&base.suppliers, from, to),
        customers: players(&base.customers, from, to),
        beneficiaries: players(&base.beneficiaries, from, to),
        values: vec![value],
        wares,
        ..base.copy()
    };
    Some(vec![piece(ours, *one, opens, first.end), piece(theirs, *two, first.end, scene.span.end.max(first.end))])
}

/// `wants 38 further tanks, having received 62 since 2017`: what the buyer has had of the same things before is a deal of its own.
fn with_what_came_before<'t>(scene: &Scene<'_, 't>, base: &Mention<'t>) -> Option<Vec<Mention<'t>>> {
    let text = scene.text;
    let ware = base.wares.iter().find(|ware| ware.item.quantity.is_some())?;
    let rest = scene.after(ware.item.end);
    let (at, verb, word) = [
        ("having received ", StatusWord::Delivered),
        ("having taken delivery of ", StatusWord::Delivered),
        ("having bought ", StatusWord::Signed),
        ("having ordered ", StatusWord::Signed),
        ("having acquired ", StatusWord::Signed),
        ("having purchased ", StatusWord::Signed),
        ("after receiving ", StatusWord::Delivered),
        ("after buying ", StatusWord::Signed),
        ("after ordering ", StatusWord::Signed),
        ("after taking delivery of ", StatusWord::Delivered),
    ]
    .iter()
    .find_map(|(words, status)| rest.place_of(words).map(|at| (at, *words, *status)))?;
    let number = rest[at + verb.len()..].split([' ', ',', '.', ';']).next().unwrap_or("");
    let value = count(number)?;
    let start = ware.item.end + at + verb.len();
    let next = scene.after(start + number.len()).trim_start();
    let bare = next.is_empty()
        || next.starts_with([',', '.', ';'])
        || [
            "since",
            "in",
            "by",
            "from",
            "between",
            "so",
            "over",
            "last",
            "earlier",
            "already",
            "of them",
            "of the type",
        ]
        .iter()
        .any(|word| next.starts_with(word));
    if !bare {
        return None;
    }
    let border = ware.item.end + at;
    let day = |date: &ContractDate| scene.dates.iter().any(|known| known.id == date.date && known.start >= border);
    let (their_days, our_days): (Vec<_>, Vec<_>) = base.dates.iter().copied().partition(day);
    let ours = base.statuses.iter().filter(|(_, span)| span.end <= border).copied().collect();
    let mut former = ware.clone();
    former.item.quantity = Some(Cow::Owned(value));
    former.item.quantity_span = Some(TextSpan::new(Span::new(start, start + number.len()), text));
    let told = Span::new(border, border + verb.trim_end().len());
    let wares = base.wares.iter().filter(|ware| ware.item.start < border).cloned().collect();
    Some(vec![
        Mention { wares, dates: our_days, statuses: ours, ..base.copy() },
        Mention {
            wares: vec![former],
            dates: their_days,
            values: Vec::new(),
            statuses: vec![(word, told)],
            hedge: false,
            ..base.copy()
        },
    ])
}

impl<'t> Mention<'t> {
    pub(super) fn copy(&self) -> Self {
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
            deploys: self.deploys,
            sends: self.sends,
            conflict: self.conflict,
            also: self.also,
            programme: self.programme,
            prices: self.prices,
            crime: self.crime,
            pronoun: self.pronoun,
            subject: self.subject.clone(),
            wins: self.wins,
            acts: self.acts,
            same_deal: self.same_deal,
            separate: self.separate,
            preferred: self.preferred,
            firm: self.firm.clone(),
            us_office: self.us_office,
            lists: self.lists,
            told_alone: self.told_alone,
            promises: self.promises,
            worth: self.worth,
            before: self.before,
            instead: self.instead,
            policy: self.policy,
            in_a_row: self.in_a_row,
            buys: self.buys,
            after_while: self.after_while,
        }
    }

    /// "have dogged the purchase of 12 helicopters": arms that are traded, and nobody who buys or sells them.
    pub(super) fn is_untold(&self) -> bool {
        (self.suppliers.is_empty() || self.customers.is_empty())
            && !self.stands()
            && !self.promises
            && (self.core || self.transfer || self.deal)
            && !self.sends
            && !self.crime
            && !self.loose
            && (self.may_stand() || self.deal && !self.civil && !self.conflict)
            && !self.wares.is_empty()
            && self.wares.iter().all(|ware| (ware.arm || ware.item.quantity.is_some()) && !ware.weak)
    }

    /// "approved the purchase from Velmark": a deal of which both sides are told, and not what it is for.
    pub(super) fn wants_arms(&self) -> bool {
        self.wares.is_empty()
            && self.core
            && !self.loose
            && !self.suppliers.is_empty()
            && self.customers.iter().any(|player| player.name.country.is_some())
    }

    /// The counted arms of the sentence before, as what a deal is for that names none.
    pub(super) fn of_arms_shown(&self, before: &Scene<'_, 't>, military: bool) -> Option<Self> {
        let mut shown = wares(before, military);
        shown
            .retain(|ware| ware.arm && !ware.weak && (ware.item.quantity.is_some() || ware.item.designation.is_some()));
        let peace =
            !CONFLICT_WORDS.are_in(before.span.of(before.text)) && !CRIME_WORDS.are_in(before.span.of(before.text));
        let [_] = shown[..] else { return None };
        peace.then(|| Self {
            sentence: before.span,
            suppliers: Vec::new(),
            customers: Vec::new(),
            beneficiaries: Vec::new(),
            wares: shown,
            values: Vec::new(),
            dates: Vec::new(),
            statuses: Vec::new(),
            hedge: false,
            speaker: None,
            ..self.copy()
        })
    }

    /// "The navy expects to take delivery of them in 2021": who gets what was spoken of.
    pub(super) fn receives_what_is_known(&self) -> bool {
        let force =
            |player: &Player| matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry | PartyKind::State);
        self.transfer
            && self.acts.is_none()
            && self.suppliers.is_empty()
            && self.wares.iter().all(|ware| ware.known)
            && self.customers.iter().any(force)
            && self.dates.iter().any(|date| date.role == DateRole::Delivery)
    }

    /// "Norhaven cancelled it": who ends a purchase of which the sentence before told would have bought.
    pub(super) fn takes_who_ends_it(&mut self, scene: &Scene<'_, '_>, former: &Self) {
        if !self.suppliers.is_empty() || !self.customers.is_empty() || !former.buys {
            return;
        }
        let ended = self.statuses.iter().find(|(word, span)| {
            matches!(word, StatusWord::Cancelled | StatusWord::Suspended | StatusWord::Delayed)
                && [" it", " the deal", " the purchase", " the order", " the contract"]
                    .iter()
                    .any(|object| scene.after(span.end).starts_with(object))
        });
        let Some((_, span)) = ended else { return };
        let actor = scene.names.iter().rev().find(|name| {
            let gap = Span::new(name.span.end, span.start.max(name.span.end)).of(scene.text);
            name.span.end < span.start
                && name.is_state()
                && !name.adjective
                && matches!(gap, " " | " has " | " had " | " later " | " finally ")
        });
        if let Some(name) = actor {
            self.customers.push(Player { name: name.clone(), part: Part::Customer, evidence: Some(*span) });
        }
    }

    /// "Norhaven cancelled it in 2014": the side of a deal of which the sentence before told only the things.
    pub(super) fn completes(&self, former: &Self) -> bool {
        let state = |player: &Player| player.name.country.is_some();
        let firm = |player: &Player| player.name.kind == PartyKind::Company;
        self.wares.iter().all(|ware| {
            ware.known
                || !ware.item.text.contains(' ') && !ware.item.text.starts_with(char::is_uppercase)
                || former.wares.iter().any(|known| known.item.text.ends_with(ware.item.text.as_ref()))
        }) && (self.customers.iter().any(state)
                || self.suppliers.iter().any(|player| firm(player) || state(player))
                // "They are part of a €200 million order for 30 vessels"
                || self.core
                    && !self.values.is_empty()
                    && former.suppliers.iter().chain(&former.customers).any(|player| firm(player) || state(player)))
            && !self.conflict
            && !self.crime
            && !self.civil
            && !self.sends
            && !self.other
    }

    /// Rebels hand their arms to the United Nations: nobody is named but a body that is no state.
    fn only_to_an_organisation(&self) -> bool {
        self.suppliers.is_empty() && self.customers.iter().all(|player| player.name.kind == PartyKind::Organisation)
    }

    /// One state, or a firm, gives what another gets.
    fn between_states(&self) -> bool {
        let states = |players: &[Player]| players.iter().filter_map(|player| player.name.country).collect::<Vec<_>>();
        let (from, to) = (states(&self.suppliers), states(&self.customers));
        let firm = self.suppliers.iter().any(|player| player.name.kind == PartyKind::Company);
        (firm || !from.is_empty()) && !to.is_empty() && !to.iter().any(|state| from.contains(state))
    }

    /// "Velmart sells rifles": arms without a number between unknown names, or services that nobody military gets.
    fn names_nobody_known(&self) -> bool {
        let parties = || self.suppliers.iter().chain(&self.customers);
        let unknown = parties().next().is_some() && parties().all(|player| player.name.kind == PartyKind::Unknown);
        let vague = !self.wares.is_empty()
            && self.wares.iter().all(|ware| !ware.arm && VAGUE_THINGS.has(ware.item.text.last_word()));
        !self.defence && (!self.wins && unknown && self.makers.is_empty() || vague) || vague && !self.core
    }

    /// Arms at large that states sell, and nobody who buys them.
    fn exports_at_large(&self) -> bool {
        let at_large = |ware: &Ware<'_>| {
            let last = ware.item.text.last_word();
            ware.item.quantity.is_none()
                && ware.item.designation.is_none()
                && matches!(last, "arms" | "weapons" | "weaponry" | "equipment" | "hardware" | "armaments")
        };
        self.customers.is_empty()
            && self.us_office.is_none()
            && self.acts == Some(Part::Supplier)
            && !self.suppliers.is_empty()
            && self.suppliers.iter().all(|player| player.name.kind == PartyKind::State)
            && !self.wares.is_empty()
            && self.wares.iter().all(at_large)
    }

    /// Whether the sentence can begin a record if another names its parties.
    fn may_stand(&self) -> bool {
        let counted = || self.wares.iter().any(|ware| ware.item.quantity.is_some() || ware.item.designation.is_some());
        let sum = || self.values.iter().any(|(_, role)| *role != ValueRole::Other);
        let peace = !self.civil && (!self.conflict || self.programme || self.policy || counted() || sum());
        let arms = || self.wares.iter().any(|ware| ware.arm && !ware.weak);
        peace
            && if self.sends {
                !self.deploys && (arms() || counted())
            } else {
                self.core
                    || self.transfer
                        && (arms() || counted() || self.goes_to_a_force_on_a_day() || self.goes_to_a_force())
            }
    }

    /// "The Kestrel 407 helicopters will be supplied to the Danish army", "Velmark delivered the aircraft to the Danish Air Force": what a force gets
    /// from a firm, or by its type.
    fn goes_to_a_force(&self) -> bool {
        let force = |player: &Player| {
            matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry) && player.name.country.is_some()
        };
        let firm = self.suppliers.iter().any(|player| player.name.kind == PartyKind::Company);
        self.customers.iter().any(force)
            && self.wares.iter().any(|ware| {
                let last = ware.item.text.last_word();
                let craft = matches!(
                    last,
                    "helicopter"
                        | "helicopters"
                        | "aircraft"
                        | "planes"
                        | "vessel"
                        | "vessels"
                        | "ship"
                        | "ships"
                        | "boats"
                        | "vehicles"
                        | "trucks"
                );
                let typed = ware.item.text.starts_with(|c: char| c.is_ascii_uppercase());
                !ware.weak && craft && (typed || firm)
            })
    }

    /// "The aircraft will be delivered to the Danish Air Force in 2021": what a force gets on a day that is told.
    fn goes_to_a_force_on_a_day(&self) -> bool {
        let force = |player: &Player| {
            matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry) && player.name.country.is_some()
        };
        self.customers.iter().any(force)
            && self.dates.iter().any(|date| date.role == DateRole::Delivery)
            && self.wares.iter().any(|ware| !ware.weak && !VAGUE_THINGS.has(ware.item.text.last_word()))
    }

    /// Whether the sentence alone says enough of a deal to begin a record.
    pub(super) fn stands(&self) -> bool {
        let party = !self.suppliers.is_empty() || !self.customers.is_empty();
        let both = !self.suppliers.is_empty() && !self.customers.is_empty();
        let thing = !self.wares.is_empty();
        let counted = self.wares.iter().any(|ware| {
            // "Bell 407GX helicopters"
            let typed = ware.item.text.starts_with(|c: char| c.is_ascii_uppercase())
                && ware.item.text.bytes().any(|byte| byte.is_ascii_digit());
            ware.item.quantity.is_some() || ware.item.designation.is_some() || typed
        });
        let sum = self.values.iter().any(|(_, role)| *role != ValueRole::Other);
        let firm = counted || sum;
        if self.sends {
            let peace = !self.civil && !self.deploys && (!self.conflict || firm);
            // Helicopters and trucks are arms where a force gets them.
            let force = counted && self.customers.iter().any(|player| player.name.kind == PartyKind::Military);
            // "gave Norhaven 12 Kestrel helicopters": things of a type.
            let typed = |ware: &Ware<'_>| {
                ware.item.quantity.is_some()
                    && ware.item.text.starts_with(char::is_uppercase)
                    && ["helicopter", "helicopters", "aircraft", "planes", "boats", "vehicles"]
                        .contains(&ware.item.text.last_word())
            };
            return peace
                && self.between_states()
                && self.wares.iter().any(|ware| (ware.arm || force || typed(ware)) && !ware.weak);
        }
        if self.civil
            || self.programme
                && !self
                    .customers
                    .iter()
                    .any(|player| matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry))
            || self.crime && !self.between_states()
            || self.conflict && !firm && !self.programme && !self.policy
            || !firm && self.names_nobody_known()
            || self.other && !(party && thing && self.core && !self.customers.is_empty())
        {
            return false;
        }
        // "sold $15 billion worth of arms abroad": what a state sells in a year, to nobody that is named.
        if self.exports_at_large() {
            return false;
        }
        if self.core {
            // Money without a thing is a deal of arms only between those who deal in them.
            let sum = sum && (thing || self.defence);
            let noun = self.wares.iter().any(|ware| !ware.shape);
            return party && (thing || sum)
                || self.told_alone && !self.loose
                || noun && (!self.values.is_empty() || !self.makers.is_empty())
                || !self.suppliers.is_empty() && self.wins;
        }
        // Goods that change hands without a word of trade must be arms, and it must be told whose.
        self.transfer
            && (self.wares.iter().any(|ware| ware.arm && !ware.weak)
                && (both
                    || party && counted && !self.only_to_an_organisation()
                    // "Velmark is to supply a customer abroad with ammunition worth €410 million"
                    || sum && self.defence && self.suppliers.iter().any(|player| player.name.kind == PartyKind::Company))
                || counted && self.between_states()
                // "received the second Kestrel in 2016"
                || (self.in_a_row || self.wares.iter().any(|ware| ware.arm && !ware.weak && is_one_of_a_row(&ware.item.text)))
                    && self.customers.iter().any(|player| player.name.country.is_some())
                    && self.dates.iter().any(|date| date.role == DateRole::Delivery)
                || self.goes_to_a_force_on_a_day()
                || self.goes_to_a_force()
                // "The company has delivered 16 helicopters to the Italian Army."
                || counted
                    && self.customers.iter().any(|player| {
                        matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry)
                            && player.name.country.is_some()
                    }))
    }
}

//! What one sentence of prose says of a deal, before it is known which deal.

mod split;
mod stands;
mod told;

use self::split::split;
use self::told::{
    airliners, before_what_follows, counts_the_known, develops, firm_of, hands_over, is_a_choice, is_a_force,
    is_an_airline, is_counted_behind_a_noun, lists_under_a_deal, picks, presupposed, prices, promises, sends_money,
    speaks_of_the_deal, tells_of_war,
};
use rust_decimal::Decimal;

use super::news::speaks_of_a_known_thing;
use crate::clause::circumstance::{disposition, financing, hedged, reason, us_office};
use crate::clause::day::dates;
use crate::clause::deal::{Part, Player, buys_a_firm, players, sells_its_own};
use crate::clause::government::{chosen, credible, governed};
use crate::clause::scene::{Scene, hits};
use crate::clause::sending::{deploys, only_sends};
use crate::clause::stage::{group, statuses};
use crate::clause::ware::{Ware, wares};
use crate::clause::worth::{RoleWords, values};
use crate::lexicon::holds::Holds;
use crate::lexicon::mentions::{
    BEING_BOUGHT, DEFENCE_OFFICES, IN_ITS_PLACE, ROW_PLACES, SEPARATE_DEALS, THE_SAME_DEAL, WORK_GIVEN,
};
use crate::lexicon::news::{
    CIVIL_WORDS, COMPANIES, CONFLICT_WORDS, CRIME_WORDS, DEFENCE_DEALS, DealWord, Maker, OTHER_MONEY, REFERENCES,
    StatusWord,
};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::{ContractDate, CurrencyCode, FigureId, PartyKind, ValueRole};
use crate::span::Span;

/// What one sentence says of a deal.
pub(in crate::style) struct Mention<'t> {
    pub(in crate::style) sentence: Span,
    pub(in crate::style) suppliers: Vec<Player>,
    pub(in crate::style) customers: Vec<Player>,
    pub(in crate::style) beneficiaries: Vec<Player>,
    pub(in crate::style) wares: Vec<Ware<'t>>,
    pub(in crate::style) makers: Vec<Name>,
    pub(in crate::style) values: Vec<(FigureId, ValueRole)>,
    /// The words that say what a value is.
    pub(in crate::style) role_words: Vec<RoleWords>,
    pub(in crate::style) dates: Vec<ContractDate>,
    pub(in crate::style) statuses: Vec<(StatusWord, Span)>,
    pub(in crate::style) hedge: bool,
    pub(in crate::style) speaker: Option<Span>,
    pub(in crate::style) reason: Option<Span>,
    pub(in crate::style) disposition: Option<(Span, Option<Span>)>,
    pub(in crate::style) financing: Vec<Span>,
    pub(in crate::style) domain: Option<Span>,
    /// The sentence has a word of buying or selling of its own.
    pub(in crate::style) deal: bool,
    /// It only refers: "the deal", "it".
    pub(in crate::style) refers: bool,
    /// Its money may belong to something else.
    pub(in crate::style) other: bool,
    /// A noun of buying in the plural, with nothing counted.
    pub(in crate::style) loose: bool,
    /// It has a word of trade: "bought", "the sale of", "a contract".
    pub(in crate::style) core: bool,
    /// Goods change hands: "delivered", "received".
    pub(in crate::style) transfer: bool,
    /// A force, a ministry or a maker of arms takes part.
    pub(in crate::style) defence: bool,
    /// It speaks of airlines, medicine and the like, and of nothing military.
    pub(in crate::style) civil: bool,
    /// Forces are sent, and stay their state's own.
    pub(in crate::style) deploys: bool,
    /// What changes hands is only sent or given.
    pub(in crate::style) sends: bool,
    /// It speaks of war and crime: "seized", "killed".
    pub(in crate::style) conflict: bool,
    /// "will also supply".
    pub(in crate::style) also: bool,
    /// Its only word of trade is a programme that is ended: only forces and ministries have one.
    pub(in crate::style) programme: bool,
    /// It tells what a thing that was spoken of costs.
    pub(in crate::style) prices: bool,
    /// It speaks of thieves and smugglers: only what one state gives another is a deal.
    pub(in crate::style) crime: bool,
    /// For whom "It" or "The company" at its start stands.
    pub(in crate::style) subject: Option<Name>,
    /// "it", "the company" does what the sentence tells.
    pub(in crate::style) pronoun: bool,
    /// "won the contract".
    pub(in crate::style) wins: bool,
    /// What the subject of its first active verb does: who buys is the customer, who sells or wins the supplier.
    pub(in crate::style) acts: Option<Part>,
    /// "in a separate deal": another one.
    pub(in crate::style) separate: bool,
    /// "the deal", "the contract": it goes on with what was spoken of.
    pub(in crate::style) same_deal: bool,
    /// "preferred bidder".
    pub(in crate::style) preferred: bool,
    /// The speaker is a firm: "Velmark said the order is worth …".
    pub(in crate::style) firm: Option<Name>,
    /// Only an office of the United States is named as the seller's side.
    pub(in crate::style) us_office: Option<Span>,
    /// "a package that will also include": it lists what belongs to the deal.
    pub(in crate::style) lists: bool,
    /// "the purchase of four transporters": a deal without parties.
    pub(in crate::style) told_alone: bool,
    /// ", while Tolvik provides the radar": a clause of its own beside another.
    pub(in crate::style) after_while: bool,
    /// "halts arms exports to Norhaven": what one state no longer lets go to another.
    pub(in crate::style) policy: bool,
    /// "has instead ordered": it was done in the place of another deal.
    pub(in crate::style) instead: bool,
    /// "had already delivered": it was done before.
    pub(in crate::style) before: bool,
    /// "its first radar", "the second frigate": one of several by its place.
    pub(in crate::style) in_a_row: bool,
    /// It has a word of buying.
    pub(in crate::style) buys: bool,
    /// Both sides signed a contract, and nothing tells what for.
    pub(in crate::style) promises: bool,
    /// What the deal is worth in its own words, and in which money.
    pub(in crate::style) worth: Option<(CurrencyCode, Decimal)>,
}

/// The mentions of a sentence: one, or one for each of several deals that it lists. Where no deal is `open` that it may go on with, a
/// sentence that has neither parties with things or money nor things with money is read no further.
pub(in crate::style) fn mentions<'t>(
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
    let (values, role_words) = values(scene, group);
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
        role_words,
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
                    && WORK_GIVEN.begin(&text[hit.start..hit.end])
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
            && ordinals.iter().any(|start| ROW_PLACES.end(&text[scene.span.start..*start])),
        buys: scene.has(DealWord::Buy) || scene.has(DealWord::Purchase),
        promises: !thing && !sum && promises(scene, &found),
        worth: None,
        after_while: [" while ", " whereas ", ", and "].iter().any(|link| text[..scene.span.start].ends_with(link)),
        lists: lists_under_a_deal(inner) || inner.holds(" include") || inner.holds(" comprises ") || inner.holds(" contains ")
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
    base.instead = inner.starts_with("Instead") || IN_ITS_PLACE.are_in(inner);
    base.before =
        [" had already ", " has already ", " have already ", " previously "].iter().any(|words| inner.holds(words));
    base.pronoun = inner.starts_with("It ")
        || inner.holds(" it ")
        || inner.ends_with(" it.")
        || inner.holds("he company ")
        || inner.holds("he firm ");
    base.separate = SEPARATE_DEALS.are_in(inner);
    base.same_deal = THE_SAME_DEAL.are_in(inner);
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
        && BEING_BOUGHT.are_in(inner);
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
        name.kind == PartyKind::State && name.country.is_some() && DEFENCE_OFFICES.begin(rest)
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

//! `the machines are said to have cost $160 million`: what is asked of one sentence before it is read as a deal.

use crate::clause::deal::{Part, Player};
use crate::clause::scene::Scene;
use crate::clause::ware::{Ware, count};
use crate::clause::worth::tail;
use crate::lexicon::holds::Holds;
use crate::lexicon::mentions::{
    AIRLINER_MAKERS, AIRLINERS, COSTING, COUNTED_VERBS, DEVELOPING, FIRM_OFFICES, FOR_A_PURCHASE, FOR_THE_PURCHASE,
    HIRING, KNOWN_DEALS, NUMBER_HEDGES, PRICED_NOUNS, SETTING_ASIDE,
};
use crate::lexicon::news::{ATTACK_CRAFT, CONFLICT_WORDS, DealWord, FIGHTING, WEAPON_NOUNS, WHAT_FOLLOWS};
use crate::lexicon::wares::ORDINALS;
use crate::mention::party::Name;
use crate::model::{Figure, PartyKind};
use crate::span::Span;

/// `The five-year contract was signed`: the deal, with at most two words before it.
pub(super) fn speaks_of_the_deal(sentence: &str) -> bool {
    let Some(rest) = sentence.strip_prefix("The ").or_else(|| sentence.strip_prefix("This ")) else {
        return false;
    };
    rest.split(' ').take(3).any(|word| KNOWN_DEALS.has(word.trim_end_matches(','))) && !rest.starts_with("new ")
}

/// `the purchase of four transporters`, `an order for 36 jets`: arms whose number stands right behind a noun of buying or selling.
pub(super) fn is_counted_behind_a_noun(scene: &Scene<'_, '_>, ware: &Ware<'_>) -> bool {
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
pub(super) fn counts_the_known(sentence: &str) -> bool {
    let mut words = sentence.split(' ').take(6).peekable();
    if words.peek().is_some_and(|word| NUMBER_HEDGES.has(word)) {
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
    counted && words.next().is_some_and(|word| COUNTED_VERBS.has(word))
}

/// `the machines are said to have cost $160 million`, `the acquisition is estimated to be worth`: the price of what was spoken of.
pub(super) fn prices(scene: &Scene<'_, '_>) -> bool {
    let Some(figure) = scene.figures.first() else { return false };
    if scene.deals.iter().any(|hit| matches!(hit.what, DealWord::Buy | DealWord::Win | DealWord::Sell)) {
        return false;
    }
    let before = scene.before(figure.start).trim_end();
    let near = tail(before, 48);
    let costs = COSTING.are_in(near);
    let spoken_of = |article: &'static str| {
        before.places_of(article).take(4).any(|at| {
            let rest = &before[at + article.len()..];
            WEAPON_NOUNS.longest_at(rest).is_some() || PRICED_NOUNS.begin(rest)
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
pub(super) fn sets_aside(scene: &Scene<'_, '_>, figure: &Figure<'_>) -> bool {
    SETTING_ASIDE.are_in(tail(scene.before(figure.start), 24)) && FOR_THE_PURCHASE.begin(scene.after(figure.end))
}

/// `160 Airbus aircraft`: planes by the name of a maker of airliners alone, without a type.
pub(super) fn airliners(things: &[&str]) -> bool {
    !things.is_empty()
        && things.iter().all(|thing| {
            let mut words = thing.split(' ');
            words.next().is_some_and(|word| AIRLINER_MAKERS.has(word)) && words.all(|word| AIRLINERS.has(word))
        })
}

/// `Norhaven Airways ordered 50 jets`: an airline buys no arms, whatever stands beside it.
pub(super) fn is_an_airline(text: &str, player: &Player) -> bool {
    player.part == Part::Customer
        && player.name.kind == PartyKind::Company
        && [" Airways", " Airlines", " Air Lines"].iter().any(|noun| player.name.span.of(text).ends_with(noun))
}

/// `Somali navy`: a force or a ministry with its state. "the army" alone makes no sum one of defence.
pub(super) fn is_a_force(text: &str, name: &Name) -> bool {
    matches!(name.kind, PartyKind::Military | PartyKind::Ministry)
        && !name.span.of(text).starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether words of war stand in a sentence beside those of "attack helicopters" and their like.
pub(super) fn tells_of_war(inner: &str) -> bool {
    let mut pieces = inner.split(" attack ");
    pieces.next().is_some_and(|first| CONFLICT_WORDS.are_in(first))
        || pieces.any(|piece| !ATTACK_CRAFT.begin(piece) || CONFLICT_WORDS.are_in(piece))
}

/// `picked`, `selected`, `tapped`: a verb of choosing whom to give work.
pub(super) fn is_a_choice(at: usize, text: &str) -> bool {
    HIRING.begin(&text[at..])
}

/// `The army has picked Velmark to replace its carriers`: a force or a ministry that chooses a firm makes a deal with it, whatever for.
pub(super) fn picks(scene: &Scene<'_, '_>, found: &[Player]) -> bool {
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
pub(super) fn before_what_follows<'t>(scene: &Scene<'_, 't>, found: &[Player], inner: &'t str) -> &'t str {
    let told = |part: Part| {
        found.iter().any(|player| {
            player.part == part
                && (player.name.country.is_some() && player.name.kind != PartyKind::Organisation
                    || part == Part::Supplier && player.name.kind == PartyKind::Company)
        })
    };
    // "has taken delivery of armoured vehicles to fight insurgents": what a force gets its goods for.
    let force = |player: &&Player| {
        player.part == Part::Customer
            && player.name.country.is_some()
            && matches!(player.name.kind, PartyKind::Military | PartyKind::Ministry | PartyKind::State)
    };
    let bought = found.iter().filter(force).filter_map(|player| player.evidence).map(|span| span.end).min();
    let bought = bought.and_then(|end| end.checked_sub(scene.span.start)).filter(|at| *at <= inner.len());
    let purpose = bought.and_then(|at| FIGHTING.first_in(&inner[at..]).map(|behind| at + behind));
    let inner = purpose.map_or(inner, |at| &inner[..at]);
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
    let end = end.clamp(scene.span.start, scene.span.end) - scene.span.start;
    &inner[..end.min(inner.len())]
}

/// `sends £750 million to Norhaven for the purchase of missiles`: what is sent is money.
pub(super) fn sends_money(scene: &Scene<'_, '_>) -> bool {
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
            && (FOR_A_PURCHASE.end(before) || word.starts_with("the ") && before.ends_with(" for"))
    })
}

/// `says that the decision to send guns is a mistake`, `announces sanctions over its purchase`: what is said is of a deal that is known, and is
/// not the deal.
pub(super) fn presupposed(scene: &Scene<'_, '_>) -> bool {
    scene.deals.first().is_some_and(|hit| {
        let before = scene.before(hit.start);
        [" decision to ", " decision not to ", " over its ", " over their "].iter().any(|lead| before.ends_with(lead))
    })
}

/// `Norhaven has signed a deal with Velmark`: both sides of a contract, of which the next sentence may tell what it is for.
pub(super) fn promises(scene: &Scene<'_, '_>, found: &[Player]) -> bool {
    scene.has(DealWord::Sign)
        && scene.has(DealWord::Deal)
        && found.iter().any(|player| player.part == Part::Supplier && player.name.kind == PartyKind::Company)
        && found.iter().any(|player| player.part == Part::Customer && player.name.is_state())
}

/// `delivered 12 tanks`; `will build 12 tanks` only where it is told by whom and for whom.
pub(super) fn hands_over(scene: &Scene<'_, '_>, found: &[Player]) -> bool {
    let makes = |word: &str| word.starts_with("manufactur") || word.starts_with("buil");
    let told = |part: Part| found.iter().any(|player| player.part == part);
    scene
        .deals
        .iter()
        .filter(|hit| hit.what == DealWord::Sell)
        .any(|hit| !makes(&scene.text[hit.start..hit.end]) || told(Part::Supplier) && told(Part::Customer))
}

/// `Velmark CEO Ivo Hale`: the firm whose officer speaks.
pub(super) fn firm_of<'s>(scene: &'s Scene<'_, '_>, speaker: Span) -> Option<&'s Name> {
    let exports = |name: &Name| name.kind == PartyKind::Agency && name.span.of(scene.text).holds("export");
    scene.names.iter().find(|name| {
        let gap = Span::new(name.span.end, speaker.start.max(name.span.end)).of(scene.text);
        (name.kind == PartyKind::Company || exports(name))
            && name.span.end < speaker.end
            && gap.len() <= 48
            && !gap.contains([',', ';', '.'])
            && Span::new(name.span.end, speaker.end.max(name.span.end))
                .of(scene.text)
                .split(' ')
                .any(|word| FIRM_OFFICES.has(word))
    })
}

/// `Under the deal, Norhaven will be supplied with 54 tanks and 12 trucks`
pub(super) fn lists_under_a_deal(sentence: &str) -> bool {
    ["Under the ", "The agreement, ", "The deal, ", "The contract, "].iter().any(|start| sentence.starts_with(start))
        && [" will be supplied with ", " will provide ", " will receive ", " will get ", " will supply "]
            .iter()
            .any(|verb| sentence.holds(verb))
}

/// `developed by`, `made by`: who made a thing, and no deal.
pub(super) fn develops(word: &str) -> bool {
    DEVELOPING.begin(word)
}

/// `second Kestrel`, `last frigate`: one of several by its place.
pub(super) fn is_one_of_a_row(item: &str) -> bool {
    item.split(' ').next().is_some_and(|word| ORDINALS.has(word))
}

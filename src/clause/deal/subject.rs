//! Names before a verb: its subject.

use super::object::{lets, object};
use super::owner::approves_anothers;
use super::row::joined;
use super::sides::talks_of;
use super::{Part, passive};
use crate::clause::scene::Scene;
use crate::clause::stage::{doubted, statuses};
use crate::clause::ware::count;
use crate::clause::worth::head;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{
    BEATING, BLAME, BORDERS, DEALINGS, DealWord, FINANCING_VERBS, GOVERNING, OFFICES, SALE_DEALINGS, StatusWord,
    TELLING_VERBS, USING, WITHDRAWALS,
};
use crate::lexicon::parties::{
    ANNOUNCED_ITS_OWN, BORROWING, CANCELLING, CONSIDERING, COSTS, ONE_OF_A_BODY, OTHER_SUBJECTS, OWN_BODIES,
    PARTICIPLE_LINKS, PLURALS, SHARES, STATE_OFFICES, STRENGTHENING, TAKING_DELIVERY, WON_BUT_NO_WORK,
};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::PartyKind;
use crate::span::Span;

/// A name before a verb is its subject; one right behind "awarded" its object.
pub(super) fn subject(
    scene: &Scene<'_, '_>,
    i: usize,
    name: &Name,
    governor: Option<Hit<DealWord>>,
    things: &[Span],
) -> Option<(Part, Option<Span>)> {
    let text = scene.text;
    if let Some(found) = object(scene, i, name, governor) {
        return Some(found);
    }
    // "a deal that the Norhaven air force placed with Velmark"
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Deal && opens_after(scene, i, hit.end) <= 10)
        && scene.after(name.span.end).starts_with(" placed with ")
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    if in_apposition(scene, name) {
        return None;
    }
    // "Norhaven, keen to strengthen its navy, ordered a frigate": whose navy it is acts.
    if strengthens(scene, name) {
        return None;
    }
    // "told Tarn Weekly that it had sold 12 jets": who is told something.
    if [" told ", " tells "].iter().any(|verb| scene.before(name.span.start).ends_with(verb)) {
        return None;
    }
    // "the first NATO member to send jets"
    if name.kind == PartyKind::Person && name.country.is_none() || is_one_of_many(scene, name) {
        return None;
    }
    // "Carvania had failed to honor contracts"
    if name.kind == PartyKind::Unknown {
        let failed = statuses(scene).iter().find(|(word, span)| {
            *word == StatusWord::Unfulfilled && span.start > name.span.end && span.start - name.span.end <= 8
        });
        if let Some((_, span)) = failed {
            return Some((Part::Supplier, Some(*span)));
        }
    }
    // Known makers stand within the thing they make: "20 Lockheed Martin F-35s". That is the item's business.
    let mut hit = scene.predicate(name.span.end)?;
    let between = Span::new(name.span.end, hit.start).of(text);
    // "When Norhaven’s president visited Oslo he agreed to buy jets": "he" is whose office was named, and not where he was.
    if [" he ", " she "].iter().any(|pronoun| between.ends_with(pronoun)) && name.is_state() {
        let office = ["’s ", "'s "].iter().find_map(|mark| between.strip_prefix(mark)).or(between.strip_prefix(' '));
        let office = office.and_then(|rest| rest.split([' ', ',']).next()).unwrap_or("");
        OFFICES.get(office)?;
    }
    // "announces a deal to sell arms": what the deal is to do decides.
    if hit.what == DealWord::Deal
        && let Some(next) = scene.predicate(hit.end)
        && matches!(next.what, DealWord::Sell | DealWord::Buy)
        && Span::new(hit.end, next.start).of(text) == " to "
        && !name.adjective
        // "confirmed Velmark as preferred bidder for a contract to supply": whose contract it is.
        && !between.holds(" as ")
    {
        hit = next;
    }
    // "on the pretext of protecting Norhaven", "allowing Ardenia to": the object of a participle. "saying Norhaven will buy" is none.
    let verb = scene.before(name.span.start).trim_end().last_word();
    if verb.ends_with("ing")
        && verb.len() > 4
        && verb.starts_with(|c: char| c.is_ascii_lowercase())
        && !TELLING_VERBS.has(verb)
        && !between.ends_with(" to ")
        && scene.before(name.span.start).ends_with(' ')
    {
        return None;
    }
    // "sanctions on Norhaven’s agency for buying jets": who is blamed did so.
    if BLAME.are_in(between) && scene.before(hit.start).ends_with(" for ") {
        return None;
    }
    // "the Norhaven bank helped fund the order": who gives the money.
    if matches!(hit.what, DealWord::Deal | DealWord::Purchase | DealWord::Sale)
        && between.split(' ').any(|word| FINANCING_VERBS.begin(word))
        && !between.holds(" by ")
    {
        // "Norhaven has secured a loan to finance the purchase of": who borrows buys.
        let borrows = hit.what == DealWord::Purchase
            && name.is_state()
            && !name.adjective
            && BORROWING.are_in(between)
            && [" loan", " credit"].iter().any(|noun| between.holds(noun));
        return borrows.then_some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // "Ardenia announces that several allies will buy jets"
    if matches!(hit.what, DealWord::Buy | DealWord::Sell)
        && (tells_of_others(between) || tells_what_another_does(scene, i, hit.start))
    {
        return None;
    }
    // "Velmark offers launchers to Norhaven, which has agreed to buy two": whose clause it is.
    if !between.starts_with(',')
        && [", which ", ", who "]
            .iter()
            .any(|link| between.place_of(link).is_some_and(|at| at > 0 && !between[at + 2..].contains(',')))
    {
        return None;
    }
    // "Ardenia is blocking a plan by Norhaven to sell jets": whose plan it is sells.
    if hit.what == DealWord::Sell
        && [" plan by ", " plans by ", " bid by ", " attempt by ", " request by "]
            .iter()
            .any(|words| between.holds(words))
    {
        return None;
    }
    // "Norhaven wants boats, but no state has dared to sell them": another subject.
    if between.place_of(", but ").is_some_and(|at| {
        let next = between[at + 6..].split(' ').next().unwrap_or("");
        OTHER_SUBJECTS.has(next)
    }) && !between.rsplit(' ').take(3).any(|word| word == "it")
    {
        return None;
    }
    // "Ardenia protested over the decision to sell": what it protests against is not its own.
    if between.holds(" over the ") || between.holds(" against the ") {
        return None;
    }
    // "The Norhaven defence minister, Ivo Hale, approved": who heads a state’s office acts for it.
    let heads = name.adjective && heads_an_office_of_state(between);
    if between.len() > 110 || between.contains(';') || name.adjective && !heads && !demonym_buys(between, hit.what) {
        return None;
    }
    // "Norhaven says the Ardenian decision to deliver guns": whose decision it is acts, demonym or not.
    if [" decision to ", " plan to ", " plans to ", " move to ", " proposal to "]
        .iter()
        .any(|noun| between.ends_with(noun))
        && scene.names.iter().skip(i + 1).take_while(|other| other.span.end <= hit.start).any(|other| {
            other.country.is_some()
                && Span::new(other.span.end, hit.start)
                    .of(text)
                    .trim_start_matches(['’', '\'', 's', ' '])
                    .split(' ')
                    .count()
                    <= 4
        })
    {
        return None;
    }
    // "Norhaven is weighing Ardenia’s offer of 16 jets": who takes, weighs or refuses what is offered would buy.
    if hit.what == DealWord::Sale
        && ["offer", "donation"].iter().any(|noun| text[hit.start..hit.end].starts_with(noun))
        && between.split(' ').any(|word| CONSIDERING.begin(word))
        && name.is_state()
        && !name.adjective
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // "Norhaven, whose navy ordered six radars, has asked for more"
    if name.kind == PartyKind::State
        && !name.adjective
        && matches!(hit.what, DealWord::Buy | DealWord::Receive | DealWord::Request)
        && between.strip_prefix(", whose ").is_some_and(|force| {
            OWN_BODIES
                .each()
                .any(|noun| force.strip_prefix(noun).is_some_and(|rest| matches!(rest, " " | " has " | " had ")))
        })
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // Another name nearer to the verb is its subject, unless it stands in a phrase of its own.
    let nearer = (i + 1..scene.names.len()).take_while(|j| scene.names[*j].span.end <= hit.start).any(|j| {
        let (word, _) = scene.lead(j);
        let list = joined(scene, j);
        let phrase = GOVERNING.has(word) || BEATING.has(word) || matches!(word, "and" | "as" | "out");
        // ", with the air force having ordered 12"
        let having = scene.after(scene.names[j].span.end).starts_with(" having ");
        // "opened a credit for Norhaven to purchase arms": who is to buy stands right before.
        let is_to = word == "for" && Span::new(scene.names[j].span.end, hit.start).of(text) == " to ";
        (!phrase || having || is_to)
            && !in_apposition(scene, &scene.names[j])
            && !Span::new(scene.names[j - 1].span.end, scene.names[j].span.start).of(text).starts_with('-')
            && !list
            && scene.names[j].kind != PartyKind::Unknown
            && !strengthens(scene, &scene.names[j])
            && !is_one_of_many(scene, &scene.names[j])
            && !scene.names[j].adjective
            // "20 Velmark jets": the maker's name is part of the thing.
            && !things.iter().any(|thing| thing.overlaps(scene.names[j].span))
    });
    if nearer {
        return None;
    }
    // "Ardenia halted its talks after Norhaven agreed to sell": another clause has begun. "Ardenia, after years of talks, ordered" is one.
    // "is due to sign": the border of a reason is none right before a verb.
    let border = BORDERS.first_in(between.strip_suffix("due to ").unwrap_or(between));
    // "becomes an operator after signing a contract": what its subject did before.
    let participle = [" after ", " by ", " before "].iter().any(|link| between.ends_with(link))
        && text[hit.start..hit.end].ends_with("ing");
    if border.is_some_and(|at| !between[at + 1..].contains(',')) && !participle {
        return None;
    }
    let words = Span::new(hit.start, hit.end).of(text);
    // "two vessels ordered from Velmark", "the project, ordered from Velmark": a participle behind its noun.
    let participle = words.ends_with("ed") || matches!(words, "bought" | "sold" | "built");
    let behind_noun = participle && things.iter().any(|thing| thing.end <= hit.start && hit.start - thing.end <= 2);
    let relative =
        participle && between.trim_end().ends_with([',', ')']) && PARTICIPLE_LINKS.begin(scene.after(hit.end));
    // "Norhaven operates 12 jets bought from Ardenia": who uses what was bought.
    // "Norhaven operates Ardenian systems, probably supplied the year before"
    let given =
        hit.what == DealWord::Made && ["deliver", "suppl", "donat", "sold"].iter().any(|verb| words.starts_with(verb));
    if (given || hit.what == DealWord::Sell && participle)
        && name.is_state()
        && between.split([' ', ',']).any(|word| USING.has(word))
        && things.iter().any(|thing| thing.start >= name.span.end && thing.end <= hit.start)
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    let uses = behind_noun
        && hit.what == DealWord::Buy
        && name.is_state()
        && between.split_whitespace().take(2).any(|word| USING.has(word))
        && [" from ", " in ", " under "].iter().any(|link| scene.after(hit.end).starts_with(link));
    if uses {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    if (behind_noun || relative) && matches!(hit.what, DealWord::Buy | DealWord::Sell | DealWord::Sign) {
        return None;
    }
    // "Velmark announced a contract from Norhaven": whose work it is.
    let its_own = || {
        ANNOUNCED_ITS_OWN.has(between.trim())
            // "announced on Tuesday an order from"
            || scene.dates.iter().find(|date| date.start > name.span.end && date.end < hit.start).is_some_and(|day| {
                let lead = Span::new(name.span.end, day.start).of(text).trim();
                let lead = lead.strip_suffix(" on").unwrap_or(lead);
                let behind = Span::new(day.end, hit.start).of(text).trim();
                ANNOUNCED_ITS_OWN.has(lead) && matches!(behind, "" | "a" | "an" | "two" | "a new" | "a further")
            })
    };
    if hit.what == DealWord::Deal
        && (matches!(name.kind, PartyKind::Company | PartyKind::Unknown)
            && (words.ends_with(" from") || scene.after(hit.end).starts_with(" from "))
            || name.kind == PartyKind::Company
                && [" with ", " to supply", " worth ", " valued "]
                    .iter()
                    .any(|link| scene.after(hit.end).starts_with(link)))
        && its_own()
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    let passive = passive(between)
        && !matches!(hit.what, DealWord::Win)
        && !words.split(' ').next().is_some_and(|verb| verb.ends_with("ing"));
    let evidence = Some(Span::new(hit.start, hit.end));
    match hit.what {
        DealWord::Buy | DealWord::Purchase if !passive && lets(scene, &hit) => Some((Part::Supplier, evidence)),
        DealWord::Buy if words.ends_with("interested in") => Some((Part::Customer, evidence)),
        // "will pay up to 30 % of the cost": who pays a share buys nothing.
        DealWord::Paid if pays_a_share(scene.after(hit.end)) => None,
        DealWord::Buy | DealWord::Request | DealWord::Paid if !passive => Some((Part::Customer, evidence)),
        DealWord::Paid if passive && !name.is_state() => Some((Part::Supplier, evidence)),
        // "Velmark received the first payment for the batteries": who is paid supplies.
        DealWord::Receive
            if !passive
                && name.kind == PartyKind::Company
                && head(scene.after(hit.end), 48)
                    .split([',', ';'])
                    .next()
                    .is_some_and(|object| object.holds(" payment")) =>
        {
            Some((Part::Supplier, evidence))
        }
        // "has received notice that the order was cancelled"
        DealWord::Receive
            if [" notice", " notification", " letter", " word "]
                .iter()
                .any(|noun| head(scene.after(hit.end), 32).holds(noun))
                // "received 12 tanks without notice"
                && !things.iter().any(|thing| thing.start >= hit.end && thing.start - hit.end <= 24) =>
        {
            None
        }
        DealWord::Receive if !passive => {
            // "Velmark received contracts": the words behind tell money from goods.
            let gets_work = scene.after(hit.end).trim_start_matches([' ', 'a', 'n']).starts_with("contract")
                || scene.after(hit.end).holds("contract") && !name.is_state();
            Some((if gets_work && !name.is_state() { Part::Supplier } else { Part::Customer }, evidence))
        }
        // "owes Velmark for the eight ships it ordered"
        DealWord::Sell
            if words.starts_with("owe")
                && head(scene.after(hit.end), 50)
                    .split([',', ';'])
                    .next()
                    .is_some_and(|object| object.holds(" for ")) =>
        {
            Some((Part::Customer, evidence))
        }
        DealWord::Sell
            if name.span.of(text).holds("Cooperation Agency")
                || name.kind == PartyKind::Unknown && i == 0 && !participle && between.holds("confirmed") =>
        {
            None
        }
        DealWord::Sell
            if passive
                && (scene.after(hit.end).starts_with(" with ")
                    // "will be supplied 12 jets"
                    || name.is_state()
                        && scene.after(hit.end).split(' ').nth(1).is_some_and(|number| count(number).is_some())) =>
        {
            Some((Part::Customer, evidence))
        }
        // "Ardenia confirms that it has supplied": who says so of itself.
        DealWord::Sell if !passive && (!between.holds(" that ") || between.holds(" that it ")) => {
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
                || WON_BUT_NO_WORK.are_in(head(scene.after(hit.end), 70)) =>
        {
            None
        }
        DealWord::Win => {
            // "The Ordnance Factory Board bagged a deal": an office of no known state may be a maker.
            let exports = name.span.of(text).to_ascii_lowercase().holds("export");
            let office = name.kind == PartyKind::Agency && (name.country.is_none() || exports);
            Some((
                if name.is_state() && !name_is_maker(name) && !office { return None } else { Part::Supplier },
                evidence,
            ))
        }
        DealWord::Award if passive && name.kind == PartyKind::Company => Some((Part::Supplier, evidence)),
        DealWord::Award if !passive && (name.is_state() || name.kind == PartyKind::Organisation) => {
            Some((Part::Customer, evidence))
        }
        DealWord::Sign
            if ["Agreement", "Contract", "Memorandum", "Letter"].iter().any(|word| name.span.of(text).holds(word))
                || passive =>
        {
            None
        }
        DealWord::Sign | DealWord::Talk => Some((talks_of(scene, hit.end).unwrap_or(Part::Signer), evidence)),
        // "Norhaven has been cleared to purchase 48 helicopters": who is let buy.
        DealWord::Approve
            if passive
                && name.is_state()
                && !name.adjective
                && scene.predicate(hit.end).is_some_and(|next| {
                    next.what == DealWord::Buy && Span::new(hit.end, next.start).of(text) == " to "
                }) =>
        {
            Some((Part::Customer, evidence))
        }
        DealWord::Approve if doubted(scene.before(hit.start)) => None,
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
            // "notifies Congress of plans to sell": who notifies sells. "will not approve a deal to sell": whose leave it takes sells.
            let deal_to = || {
                let deal = scene.deals.iter().find(|deal| deal.start >= hit.end)?;
                let sold = scene.deals.iter().find(|sold| sold.start >= deal.end)?;
                (deal.what == DealWord::Deal && Span::new(deal.end, sold.start).of(text) == " to ").then_some(sold)
            };
            let notifies = words.starts_with("notif") || words.starts_with("inform");
            let next = || scene.deals.iter().find(|deal| deal.start >= hit.end);
            if let Some(sold) = if notifies { next() } else { deal_to() }
                && sold.what == DealWord::Sell
                && scene.before(sold.start).ends_with(" to ")
            {
                return Some((Part::Supplier, Some(Span::new(sold.start, sold.end))));
            }
            // "approved the purchase by Norhaven of 12 tanks": another buys.
            let by_another = scene.names.iter().enumerate().any(|(j, other)| {
                other.span.start > hit.end
                    && other.is_state()
                    && !other.adjective
                    && scene.lead(j).0 == "by"
                    && other.country != name.country
            });
            if sale == Some(DealWord::Purchase) && by_another {
                return None;
            }
            let office = name.kind != PartyKind::State || tail.is_empty();
            match sale {
                Some(DealWord::Sale) if !office => Some((Part::Supplier, evidence)),
                Some(DealWord::Deal) if scene.has(DealWord::Sale) || tail.holds(" between ") => None,
                // "authorizes an arms deal with the Tolvik rebels": whose arms they are.
                Some(DealWord::Deal) if lets_arms_go(tail) => Some((Part::Supplier, evidence)),
                // "Washington approved Norhaven’s purchase": who lets another buy sells.
                Some(DealWord::Purchase) if approves_anothers(scene, name, hit.end) => Some((Part::Supplier, evidence)),
                Some(DealWord::Purchase | DealWord::Buy | DealWord::Deal)
                    // "The Defence Ministry approved the procurement of": of a land that is not told.
                    if name.country.is_some()
                        || name.kind == PartyKind::Ministry && sale == Some(DealWord::Purchase) =>
                {
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
            if between.split(' ').any(|word| TAKING_DELIVERY.begin(word))
                && words.starts_with("deliver")
                && (name.is_state() || name.kind == PartyKind::Company) =>
        {
            Some((Part::Customer, evidence))
        }
        DealWord::Sale
            if (between.split(' ').any(|word| SALE_DEALINGS.begin(word)) || calls_off(between))
                && !passive
                && (matches!(name.kind, PartyKind::State | PartyKind::Company | PartyKind::Ministry)
                    || name.kind == PartyKind::Person && name.country.is_some()
                    || name.span.of(text) == "Pentagon")
                // "confirms the delivery of two boats from Velmark": who takes them says so.
                && !(name.kind == PartyKind::Ministry
                    && (i + 1..scene.names.len())
                        .any(|j| scene.names[j].kind == PartyKind::Company && scene.lead(j).0 == "from"))
                && !head(scene.after(hit.end), 60).holds(" by ") =>
        {
            Some((Part::Supplier, evidence))
        }
        // "Velmark beat Tolvik to the $9 million contract"
        DealWord::Deal
            if !name.is_state()
                && between.holds(" to ")
                && between.split(' ').take(3).any(|word| BEATING.has(word)) =>
        {
            Some((Part::Supplier, evidence))
        }
        // "Norhaven has 12 jets on order from Velmark"
        DealWord::Deal | DealWord::Buy
            if between.ends_with(" on ")
                && name.is_state()
                && [" has ", " have ", " had "].iter().any(|verb| between.starts_with(verb)) =>
        {
            Some((Part::Customer, evidence))
        }
        // "Norhaven has a $9 million contract with Velmark"
        DealWord::Deal
            if matches!(
                without_sums(scene, name.span.end, hit.start).trim_end().trim_end_matches(" a").trim_end_matches(" an"),
                " has" | " have" | " had" | " holds" | " already has"
            ) && head(scene.after(hit.end), 60).holds(" with ") =>
        {
            Some((Part::Signer, evidence))
        }
        // "suspended arms deals with Norhaven": who stops all of them sells.
        DealWord::Deal
            if name.is_state()
                && matches!(words, "deals" | "arms deals" | "weapons deals")
                && stops_all_deals(scene, name.span.end, hit.end) =>
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

/// How many bytes part the beginning of a name's phrase from a place before it.
fn opens_after(scene: &Scene<'_, '_>, i: usize, at: usize) -> usize {
    scene.opens(i).saturating_sub(at)
}

/// `Norhaven, a Turkish ally, ordered`: between commas, who describes another.
fn in_apposition(scene: &Scene<'_, '_>, name: &Name) -> bool {
    let before = scene.before(name.span.start);
    [", a ", ", an ", ", a close ", ", a key ", ", a longtime "].iter().any(|opens| before.ends_with(opens))
        && scene.after(name.span.end).starts_with(',')
}

/// ` up to 30% of the cost of`, ` a third of the price`
fn pays_a_share(after: &str) -> bool {
    let near = head(after, 60);
    SHARES.each().filter_map(|share| near.find(share).map(|at| &near[at + share.len()..])).any(|rest| COSTS.begin(rest))
}

/// ` announces that several allies will`: a clause with a subject of its own, which is no pronoun and none of the state's offices.
fn tells_of_others(between: &str) -> bool {
    // "The ministry says a Norhaven firm failed to deliver"
    if [" says a ", " says an ", " said a ", " said an "].iter().any(|verb| between.holds(verb)) {
        return true;
    }
    between.split_once(" that ").is_some_and(|(_, clause)| {
        let mut words = clause.split(' ');
        let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let plural = PLURALS.has(first);
        plural && !second.is_empty()
    })
}

/// `Velmark announced that TACOM ordered trucks`: the name right before the verb, behind "that", is another's.
fn tells_what_another_does(scene: &Scene<'_, '_>, i: usize, verb: usize) -> bool {
    let mut others = scene.names.iter().skip(i + 1).filter(|name| name.span.end < verb);
    others.any(|name| {
        let lead = scene.before(name.span.start);
        let that = lead.ends_with(" that ") || lead.ends_with(" that the ");
        that && !Span::new(name.span.end, verb).of(scene.text).contains([',', ';'])
            && Span::new(name.span.end, verb).of(scene.text).split(' ').count() <= 4
    })
}

/// ` an arms deal with Norhaven`, and nothing that says what for: arms that go to the other side.
fn lets_arms_go(tail: &str) -> bool {
    let near = head(tail, 90);
    ["arms deal with ", "weapons deal with ", "arms package with "].iter().any(|words| {
        near.place_of(words).is_some_and(|at| {
            let rest = &near[at + words.len()..];
            ![" for ", " to buy", " to purchase", " to acquire", " covering "].iter().any(|link| rest.holds(link))
        })
    })
}

/// `the first NATO member to send jets`: one that belongs to the body which is named.
fn is_one_of_many(scene: &Scene<'_, '_>, name: &Name) -> bool {
    let after = scene.after(name.span.end);
    after.starts_with(" member") || name.kind == PartyKind::Organisation && ONE_OF_A_BODY.begin(after)
}

/// ` defence minister, Ivo Hale, `: an office of state behind a demonym.
fn heads_an_office_of_state(between: &str) -> bool {
    STATE_OFFICES.each().any(|office| {
        between.strip_prefix(office).is_some_and(|rest| {
            rest.is_empty()
                || rest == " "
                || rest.starts_with(", ")
                || rest.starts_with(" has ")
                || rest.starts_with(" on ")
        })
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

/// `keen to strengthen its navy, `: a force as what its state looks after.
fn strengthens(scene: &Scene<'_, '_>, name: &Name) -> bool {
    name.kind == PartyKind::Military
        && name.country.is_none()
        && scene.after(name.span.end).starts_with(',')
        && STRENGTHENING.end(scene.before(name.span.start))
}

/// ` suspended arms deals`, ` froze all weapons deals`: whether a state stops arms deals of every kind, as those who sell do.
fn stops_all_deals(scene: &Scene<'_, '_>, from: usize, to: usize) -> bool {
    let phrase = Span::new(from, to).of(scene.text);
    // "suspended 15 arms deals" are those that it had made.
    let counted = phrase.bytes().any(|byte| byte.is_ascii_digit());
    let arms =
        !counted && [" arms deals", " weapons deals", " military deals"].iter().any(|noun| phrase.ends_with(noun));
    arms && scene
        .statuses
        .iter()
        .any(|hit| hit.what == StatusWord::Suspended && hit.start >= from && hit.end <= to && to - hit.end <= 32)
}

/// `cancels the contract`, `suspended purchases`: the subject's own buying.
fn cancels(between: &str) -> bool {
    let off = calls_off(between)
        || [" came home with", " came away with", " followed with"].iter().any(|words| between.holds(words));
    // "terminated a $66 million submarine supply contract": its object stands right behind.
    if CANCELLING.begin(between) {
        return true;
    }
    // The verb stands near: "issued a release estimating the cost of the deal" issues no deal.
    let near = between.trim_end().rmatch_indices(' ').nth(4).map_or(0, |(at, _)| at + 1);
    off || !between.holds(" call") && between[near..].split(' ').any(|word| DEALINGS.begin(word))
}

/// `has called off the sale`, `backed out of a deal`
fn calls_off(between: &str) -> bool {
    WITHDRAWALS.are_in(between)
}

fn name_is_maker(name: &Name) -> bool {
    name.kind == PartyKind::Company
}

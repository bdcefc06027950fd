//! `ordered eight trainers, adding to four jets it acquired in 2015`: one sentence that tells of several deals.

use super::Mention;
use crate::clause::deal::Player;
use crate::clause::scene::Scene;
use crate::clause::ware::{Ware, count};
use crate::lexicon::holds::Holds;
use crate::lexicon::mentions::{
    ANOTHER_THING, BEFORE_SUMS, BEHIND_MORE, BEHIND_THE_FORMER, BEHIND_THE_NUMBER, FORMER_DEALS, SUM_OPENERS,
};
use crate::lexicon::news::{DealWord, StatusWord};
use crate::model::{ContractDate, Figure, FigureId, TextSpan, ValueRole};
use crate::span::Span;
use std::borrow::Cow;

/// Cuts a sentence that lists several deals: "15 helicopters from A and drones from B", "contracts worth $31 million in 2012 and $74 million in 2014".
pub(super) fn split<'t>(scene: &Scene<'_, 't>, base: Mention<'t>) -> Vec<Mention<'t>> {
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
        BEHIND_MORE.has(next)
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
    let border = scene.span.start + FORMER_DEALS.first_in(inner)?;
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
        if let Some(digits) = count(number).filter(|_| from > 0 && BEHIND_THE_NUMBER.begin(next)) {
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
        let lead = BEFORE_SUMS
            .each()
            .find_map(|word| lead.strip_suffix(word).filter(|left| left.ends_with(' ')))
            .unwrap_or(lead)
            .trim_end();
        // "a $1 billion shipment, including $700 million worth of rounds and $300 million in vehicles": parts of one.
        let part = !starts.is_empty() && lead.holds(" including");
        let opens = !part && SUM_OPENERS.end(lead);
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
    let listed = ANOTHER_THING.begin(gap);
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
    let bare = next.is_empty() || next.starts_with([',', '.', ';']) || BEHIND_THE_FORMER.begin(next);
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

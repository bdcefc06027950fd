//! Names that are the object of a verb: `chose Velmark`, `sold Athens 18 jets`, and a headline's `Velmark awarded $130 million contract`.

use super::Part;
use crate::clause::scene::{Scene, hits};
use crate::lexicon::news::{CHOOSING, DealWord, WEAPON_NOUNS, WORK_VERBS};
use crate::lexicon::procurement::Hit;
use crate::mention::party::Name;
use crate::model::PartyKind;
use crate::span::Span;

/// What a name is that stands right behind a verb.
pub(super) fn object(
    scene: &Scene<'_, '_>,
    i: usize,
    name: &Name,
    governor: Option<Hit<DealWord>>,
) -> Option<(Part, Option<Span>)> {
    let text = scene.text;
    // What describes the name does not part it from its verb: "awarded the French firm Velmark".
    let opens = scene.opens(i);
    // `chose Velmark for`
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Buy && opens.saturating_sub(hit.end) <= 12)
        && name.kind == PartyKind::Company
        && matches!(
            &text[hit.start..hit.end],
            "chose"
                | "chosen"
                | "chooses"
                | "choose"
                | "contracted"
                | "settled on"
                | "settles on"
                | "opted for"
                | "opts for"
                | "plumped for"
        )
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `selected Tolvik to upgrade its tanks`: who is to do the work, whatever its form.
    if let Some(hit) = governor.filter(|hit| opens.saturating_sub(hit.end) <= 5)
        && CHOOSING.begin(&text[hit.start..hit.end])
        && matches!(name.kind, PartyKind::Unknown | PartyKind::Company)
        && !name.adjective
        && scene
            .after(name.span.end)
            .strip_prefix(" to ")
            .is_some_and(|work| WORK_VERBS.has(work.split([' ', ',', '.']).next().unwrap_or("")))
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
    if let Some(hit) = governor
        .filter(|hit| matches!(hit.what, DealWord::Award) && opens.saturating_sub(hit.end) <= 5 && !name.adjective)
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `asked Norhaven for 12 jets`: who is asked would sell.
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Request && opens.saturating_sub(hit.end) <= 5)
        && ["ask", "approach"].iter().any(|verb| text[hit.start..hit.end].starts_with(verb))
        && !name.adjective
        && scene.after(name.span.end).starts_with(" for ")
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `leased Norhaven five planes`
    if let Some(hit) = governor.filter(|hit| opens.saturating_sub(hit.end) <= 5 && lets(scene, hit)) {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `owes Velmark for the eight ships`: who waits for money.
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Sell && opens.saturating_sub(hit.end) <= 5)
        && text[hit.start..hit.end].starts_with("owe")
        && scene.after(name.span.end).starts_with(" for ")
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `the 40 boats it owed Norhaven`: who waits for them.
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Sell && opens.saturating_sub(hit.end) <= 5)
        && text[hit.start..hit.end].starts_with("owe")
        && name.is_state()
        && !name.adjective
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `sold Athens 18 jets`: who is named between the verb and the thing gets it.
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Sell && opens.saturating_sub(hit.end) <= 5)
        && !name.adjective
        && !matches!(name.kind, PartyKind::Person | PartyKind::Company)
        && begins_an_object(scene, name.span.end)
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    // `will pay Velmark $5 million`
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Paid && opens.saturating_sub(hit.end) <= 5)
        && !name.adjective
        && (scene.figures.iter().any(|figure| figure.start > name.span.end && figure.start - name.span.end <= 12)
            // "paid Norhaven for missiles"
            || scene.after(name.span.end).strip_prefix(" for ").is_some_and(|rest| {
                let at = scene.span.end - rest.len();
                !hits(&WEAPON_NOUNS, text, Span::new(at, scene.span.end.min(at + 40))).is_empty()
            }))
    {
        return Some((Part::Supplier, Some(Span::new(hit.start, hit.end))));
    }
    // `will provide the QEAF with pods`
    if let Some(hit) = governor.filter(|hit| hit.what == DealWord::Sell && opens.saturating_sub(hit.end) <= 6)
        && scene.after(name.span.end).starts_with(" with ")
    {
        return Some((Part::Customer, Some(Span::new(hit.start, hit.end))));
    }
    None
}

/// `lease Norhaven five planes`, `lease it a landing craft`: who lets a thing, and does not hire one.
pub(super) fn lets(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> bool {
    let after = scene.after(hit.end);
    // "leased 14 jets to Norhaven"
    let to_another = || {
        scene.names.iter().enumerate().any(|(i, name)| {
            let (lead, at) = scene.lead(i);
            lead == "to" && at >= hit.end && at - hit.end <= 60 && name.is_state()
        })
    };
    Span::new(hit.start, hit.end).of(scene.text).starts_with("leas")
        && (to_another()
            || [" it a ", " them a ", " it an ", " it its "].iter().any(|object| after.starts_with(object))
            || scene.names.iter().any(|name| {
                matches!(Span::new(hit.end, name.span.start.max(hit.end)).of(scene.text), " " | " the ")
                    && name.span.start > hit.end
                    && name.is_state()
                    && !name.adjective
                    && begins_an_object(scene, name.span.end)
            }))
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
                | "another"
                | "further"
                | "new"
                | "hundreds"
                | "thousands"
                | "tens"
                | "military"
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

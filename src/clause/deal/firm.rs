//! Firms that are bought themselves, which is no deal of arms.

use crate::clause::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::model::PartyKind;
use crate::span::Span;

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
            .any(|words| phrase.holds(words));
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
            // "Velmark agreed to buy Orbital Tarn for $7 billion": what a firm buys by a name alone, for a sum.
            let named = hit.what == DealWord::Buy
                && !hires
                && scene.names.iter().any(|name| {
                    name.kind == PartyKind::Unknown
                        && name.span.start == hit.end + 1
                        && !name.span.of(scene.text).bytes().any(|byte| byte.is_ascii_digit())
                        && !name.span.of(scene.text).ends_with('s')
                        && scene.after(name.span.end).starts_with(" for ")
                        && scene.figures.iter().any(|figure| figure.start == name.span.end + 5)
                })
                && scene.names.iter().any(|name| name.kind == PartyKind::Company && name.span.end <= hit.start);
            // "agreed to buy Tolvik Corp’s Velmark Helicopters": a firm that another owns.
            let owned = hit.what == DealWord::Buy
                && !hires
                && scene.names.windows(2).any(|pair| {
                    pair[0].span.start == hit.end + 1
                        && pair.iter().all(|name| name.kind == PartyKind::Company)
                        && matches!(Span::new(pair[0].span.end, pair[1].span.start).of(scene.text), "’s " | "'s ")
                        && [" for ", ",", "."].iter().any(|next| scene.after(pair[1].span.end).starts_with(next))
                });
            part || arm || firm || named || owned
        })
}

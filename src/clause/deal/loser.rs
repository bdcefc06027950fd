//! Who lost the work that another won.

use super::row::joined;
use crate::clause::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{BEATING, DealWord};
use crate::span::Span;

/// `beat Velmark and Tolvik to win`, `edged out the Velmark-Tolvik team`: who lost the work that another won.
pub(super) fn beaten(scene: &Scene<'_, '_>) -> Vec<usize> {
    let mut found = Vec::new();
    let lost = || scene.statuses.iter().any(|hit| matches!(&scene.text[hit.start..hit.end], "lost" | "loses"));
    if !scene.has(DealWord::Win) && !scene.has(DealWord::Deal) && !lost() {
        return found;
    }
    for i in 0..scene.names.len() {
        let (word, at) = scene.lead(i);
        let lost = BEATING.has(word) || word == "out" && BEATING.has(scene.before(at).trim_end().last_word());
        let goes_on = i > 0
            && found.last() == Some(&(i - 1))
            && (joined(scene, i)
                || Span::new(scene.names[i - 1].span.end, scene.names[i].span.start).of(scene.text).starts_with('-'));
        // "Velmark has lost a bid to sell four frigates"
        let after = scene.after(scene.names[i].span.end);
        let lost_a_bid = after
            .strip_prefix(" has")
            .or_else(|| after.strip_prefix(" had"))
            .unwrap_or(after)
            .strip_prefix(" lost ")
            .is_some_and(|object| {
                let phrase = object.split([',', '.', ';']).next().unwrap_or("");
                phrase
                    .split(' ')
                    .take(3)
                    .any(|word| matches!(word, "bid" | "tender" | "competition" | "contest" | "race"))
            });
        if lost || goes_on || lost_a_bid {
            found.push(i);
        }
    }
    found
}

//! Names in a row: `Thales and Velmark`, `Serbia and aircraft maker Velmark`, and `France’s Naval Group`, where one owns the other.

use crate::clause::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::COMPANY_NOUNS;
use crate::model::PartyKind;
use crate::span::Span;

/// Whether name `i` goes on a list that name `i - 1` began.
pub(super) fn joined(scene: &Scene<'_, '_>, i: usize) -> bool {
    // "Norhaven and the French firm Velmark": what describes the second does not count.
    let opens = scene.opens(i).max(scene.names[i - 1].span.end);
    let between = Span::new(scene.names[i - 1].span.end, opens).of(scene.text);
    let between = between
        .strip_suffix("a consortium of ")
        .or_else(|| between.strip_suffix("the consortium of "))
        .unwrap_or(between);
    if matches!(between, " and " | " and the " | ", and " | " & " | "/" | ", and the ") {
        return true;
    }
    // A comma goes on with a list only where an "and" closes it: "to the navy, Velmark said" is none.
    if matches!(between, ", " | ", the ") {
        let next = scene.after(scene.names[i].span.end);
        if [" said", " says", " told ", " announced"].iter().any(|verb| next.starts_with(verb)) {
            return false;
        }
        return (i + 1..scene.names.len().min(i + 6))
            .map(|j| Span::new(scene.names[j - 1].span.end, scene.names[j].span.start).of(scene.text))
            .find(|gap| !matches!(*gap, ", " | ", the "))
            .is_some_and(|gap| matches!(gap, " and " | " and the " | ", and " | ", and the "));
    }
    // "Serbia and aircraft maker Velmark": a few plain words that describe the second.
    between.strip_prefix(" and ").is_some_and(|words| {
        let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        words.split(' ').filter(|word| !word.is_empty()).count() <= 4
            && words.trim_end().split(' ').all(|word| plain(word) && !ENDS_A_PHRASE.contains(&word))
    }) || scene.names[i - 1].adjective && i >= 2 && between.len() <= 40 && joined_before(scene, i)
}

/// Whether the demonym before a name describes it, and that demonym goes on a list: "Serbia and French firm Velmark".
pub(super) fn joined_before(scene: &Scene<'_, '_>, i: usize) -> bool {
    let owns = Span::new(scene.names[i - 1].span.end, scene.names[i].span.start).of(scene.text);
    let before = Span::new(scene.names[i - 2].span.end, scene.names[i - 1].span.start).of(scene.text);
    owns.trim().split(' ').all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
        && matches!(before, " and " | " and the " | ", " | ", and ")
}

/// Words that no description of a name goes through.
const ENDS_A_PHRASE: [&str; 16] =
    ["to", "in", "of", "for", "with", "from", "by", "on", "at", "is", "are", "was", "were", "has", "have", "will"];

pub(super) fn subject_like(scene: &Scene<'_, '_>, i: usize) -> bool {
    !matches!(scene.lead(i).0, "in" | "at" | "on" | "of" | "against")
}

/// Whether a state's name owns the company behind it.
pub(super) fn possesses(scene: &Scene<'_, '_>, owner: usize, owned: usize) -> bool {
    let between = Span::new(scene.names[owner].span.end, scene.names[owned].span.start).of(scene.text);
    let described = scene.names[owner].adjective
        && between.starts_with(' ')
        && between.trim().split(' ').count() <= 4
        && between.trim().split(' ').all(|word| {
            word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                && !ENDS_A_PHRASE.contains(&word)
                && word != "and"
        });
    // "Norhaven’s state-owned Velmark"
    let owned_by = ["’s ", "'s "].iter().find_map(|mark| between.strip_prefix(mark)).is_some_and(|words| {
        // "Norhaven’s top arms company Velmark"
        let described = || {
            words.split(' ').count() <= 6
                && words.trim_end().split(' ').all(|word| {
                    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !ENDS_A_PHRASE.contains(&word)
                })
                && COMPANY_NOUNS.get(words.trim_end().last_word()).is_some()
        };
        matches!(words.trim_end(), "state-owned" | "state-run" | "state-controlled" | "government-owned") || described()
    });
    let link = described || owned_by || matches!(between, "’s " | "'s " | "’ " | "-based " | " ");
    // "Velmark's parent Tolvik": the parent acts.
    let parent = matches!(
        between,
        "’s parent " | "'s parent " | "’s parent company " | "'s parent company " | "’s owner " | "'s owner "
    ) && scene.names[owner].kind == PartyKind::Company;
    // "the Norhaven FMV": the agency acts, whose state is said besides.
    let agency = between == " "
        && scene.names[owner].adjective
        && scene.names[owned].kind == PartyKind::Agency
        && scene.names[owner].country == scene.names[owned].country;
    parent
        || agency
        || link
            && scene.names[owner].kind == PartyKind::State
            && matches!(scene.names[owned].kind, PartyKind::Company | PartyKind::Unknown)
            && (between != " " || scene.names[owner].adjective)
}

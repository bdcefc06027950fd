//! The name for which a pronoun stands: `Norhaven says that it will send`.

use crate::clause::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::DealWord;
use crate::lexicon::procurement::Hit;
use crate::model::PartyKind;

/// `sanctions on Norhaven over its purchase of a missile`: the nearest state before "its" buys what the noun behind says.
pub(super) fn owner_of_a_purchase(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> Option<usize> {
    let before = scene.before(hit.start).trim_end();
    let lead = [" its", " their"].iter().find_map(|word| before.strip_suffix(word))?;
    let end = scene.span.start + lead.len();
    let at = scene.names.iter().rposition(|name| name.span.end <= end)?;
    let name = &scene.names[at];
    (name.is_state() && !name.adjective && name.country.is_some() && end - name.span.end <= 40).then_some(at)
}

/// `Norhaven says that it will send`, `the Ardenian minister says that his country has bought`: the name for which the pronoun before a verb
/// stands, the first one of the sentence.
pub(super) fn antecedent(scene: &Scene<'_, '_>, hit: &Hit<DealWord>) -> Option<usize> {
    let before = scene.before(hit.start).trim_end();
    // The pronoun stands right before the verb, but for its auxiliaries.
    let mut rest = before;
    for _ in 0..4 {
        let word = rest.last_word();
        let auxiliary = matches!(
            word,
            "will"
                | "would"
                | "has"
                | "had"
                | "have"
                | "is"
                | "was"
                | "were"
                | "are"
                | "to"
                | "been"
                | "also"
                | "planning"
                | "plans"
                | "intends"
                | "set"
                | "ready"
                | "agreed"
                | "could"
                | "may"
                | "might"
                | "already"
                | "now"
                | "be"
        );
        if !auxiliary {
            break;
        }
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    let land = [" his country", " her country", " the country", " their country", " his government", " her government"]
        .iter()
        .any(|words| rest.ends_with(words));
    let it = [" it", " they"].iter().find_map(|word| rest.strip_suffix(word)).is_some_and(|lead| {
        let word = lead.last_word();
        !["permit", "allow", "let", "enabl", "help", "forc", "ask", "urg", "with", "for", "to", "of", "from", "by"]
            .iter()
            .any(|verb| word.starts_with(verb))
    });
    let end = scene.span.start + rest.len();
    let first = scene.names.iter().position(|name| {
        name.span.end < end
            && (land && name.country.is_some() && name.kind != PartyKind::Person
                || it && name.kind != PartyKind::Person && !name.adjective)
    })?;
    let name = &scene.names[first];
    let leads = matches!(scene.lead(first).0, "" | "," | "says" | "that");
    let owns = scene.after(name.span.end).starts_with("’s ") || scene.after(name.span.end).starts_with("'s ");
    (land || it && leads && !owns && (name.is_state() || name.kind == PartyKind::Company)).then_some(first)
}

//! What a figure is to a deal in prose: `worth $5 million`, `paid $5 million`, `$5 million each`, `a $5 million loan`.

mod role;

use super::scene::Scene;
use crate::lexicon::holds::Holds;
use crate::lexicon::news::{DealWord, PHRASE_STOPS, PROGRAMMES, SPENDING_LAWS};
use crate::lexicon::sums::{AID_BEHIND, CIVIL_AID, COMING_TO, DIFFERENCES, EARNINGS};
use crate::model::{Figure, FigureId, PartyKind, ValueRole};
use crate::span::Span;

/// A figure, what it is to a deal, and the words that say so.
pub type RoleWords = (FigureId, ValueRole, Span);

/// The figures of a sentence with their roles, and the words of those that are told in words.
pub fn values(scene: &Scene<'_, '_>, main: ValueRole) -> (Vec<(FigureId, ValueRole)>, Vec<RoleWords>) {
    let mut found: Vec<(FigureId, ValueRole)> = Vec::new();
    let mut said = Vec::new();
    for figure in scene.figures {
        if let Some(role) =
            figure.converts.and_then(|id| found.iter().find(|(known, _)| *known == id).map(|(_, role)| *role))
        {
            found.push((figure.id, role));
            continue;
        }
        // What converts a sum that is no deal's is none either.
        if figure.converts.is_some_and(|id| scene.figures.iter().any(|other| other.id == id)) {
            continue;
        }
        let sum = Sum::new(scene, figure);
        if !sum.is_no_deals() {
            let (role, words) = sum.role(main);
            found.push((figure.id, role));
            said.extend(words.map(|words| (figure.id, role, words)));
        }
    }
    (found, said)
}

/// `worth $5 million in all`: a sum with what stands around it.
struct Sum<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    figure: &'d Figure<'t>,
    /// The sentence before it.
    before: &'t str,
    /// The sentence behind it.
    after: &'t str,
    /// The last words before it.
    near_before: &'t str,
    /// The first words behind it.
    near_after: &'t str,
    /// The first words behind it, as far as the phrase goes.
    phrase: &'t str,
}

impl<'s, 'd, 't> Sum<'s, 'd, 't> {
    fn new(scene: &'s Scene<'d, 't>, figure: &'d Figure<'t>) -> Self {
        let before = scene.before(figure.start).trim_end();
        let after = scene.after(figure.end);
        let near_after = head(after, 40);
        Self {
            scene,
            figure,
            before,
            after,
            near_before: tail(before, 40),
            near_after,
            phrase: near_after.split([',', '.', ';']).next().unwrap_or(""),
        }
    }

    /// `with revenue of 9 billion crowns`: whether no deal is told by the sum.
    fn is_no_deals(&self) -> bool {
        self.is_aid()
            // "leasing would have saved 300 million leva"
            || [" saved", " save", " saving", " saves"].iter().any(|verb| self.near_before.ends_with(verb))
            || self.is_spent_by_law()
            || self.is_a_part_of_a_programme()
            // "€50 million in medical supplies"
            || CIVIL_AID.begin(self.near_after.trim_start())
            // "with revenue of 9 billion crowns"
            || EARNINGS.end(self.near_before) && !self.is_set_aside_for_it()
            || self.is_of_all_exports()
            // "the price had risen by $20 million": a difference.
            || DIFFERENCES.end(self.near_before)
            || self.is_a_backlog()
            || self.costs_a_firm()
    }

    /// `will buy four jets with an allocated budget of $5 million`: what is set aside for the purchase.
    fn is_set_aside_for_it(&self) -> bool {
        ["allocated budget of", "approved budget of", "assigned budget of", "with a budget of"]
            .iter()
            .any(|words| self.near_before.ends_with(words))
            && (self.scene.has(DealWord::Buy) || self.scene.has(DealWord::Purchase))
    }

    /// `the delay has cost Velmark a total of $3 billion`: what a firm loses is no price.
    fn costs_a_firm(&self) -> bool {
        let Some(at) = self.near_before.last_place_of(" cost ") else { return false };
        let from = self.scene.span.start + self.before.len() - self.near_before.len() + at + " cost ".len();
        self.scene
            .names
            .iter()
            .any(|name| name.kind == PartyKind::Company && (from..from + 5).contains(&name.span.start))
    }

    /// `$800 million in military aid`: it pays for no one deal.
    fn is_aid(&self) -> bool {
        AID_BEHIND.begin(self.near_after.trim_start())
            && !head(self.after, 60).split([',', '.', ';']).next().is_some_and(|phrase| phrase.holds(" package"))
    }

    /// `signed a $717 billion defence policy bill`: what a state spends.
    fn is_spent_by_law(&self) -> bool {
        // "paid $9 million from the defence budget" is paid: the law must be what the sum is of.
        let phrase = self.phrase.split('\u{201d}').next().unwrap_or("");
        let mut words = phrase.split(' ').skip(1).take(4).take_while(|word| PHRASE_STOPS.get(word).is_none());
        words.any(|word| SPENDING_LAWS.has(word))
    }

    /// `as part of a $48 billion modernisation programme`: what all of it costs.
    fn is_a_part_of_a_programme(&self) -> bool {
        [" part of a", " part of an", " part of its", " part of the"]
            .iter()
            .any(|lead| self.near_before.ends_with(lead))
            && PROGRAMMES.are_in(self.phrase)
    }

    /// `exports of the gun now exceed 13 trillion won`, `exports to the country rose to $51 million from $235,000`
    fn is_of_all_exports(&self) -> bool {
        let near = tail(self.before, 90);
        self.near_before.holds("xports") && COMING_TO.end(self.near_before)
            || self.near_before.ends_with(" from")
                && near.holds("xports")
                && [" rose", " grew", " fell", " jumped", " climbed"].iter().any(|verb| near.holds(verb))
    }

    /// `its backlog rose to a record $179 billion`
    fn is_a_backlog(&self) -> bool {
        ["backlog", "order book", "orderbook"].iter().any(|word| self.near_before.holds(word))
            || [" backlog", " order book", " order backlog"].iter().any(|word| self.near_after.starts_with(word))
    }
}

/// At most the last bytes of a text.
#[must_use]
pub fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// At most the first bytes of a text.
#[must_use]
pub fn head(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

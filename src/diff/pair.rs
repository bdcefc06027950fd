//! Which fact of the new reading is which of the old.
//!
//! First those that stand at one place and say the same, then those at one place, then those that overlap, last those that say the same elsewhere,
//! as where the text itself has changed before them. Contracts of one sentence overlap, and are told apart by what they say.

use std::collections::HashMap;

use super::Change;
use super::fact::{Fact, Record, said};

/// More pairs of contracts than these are not weighed against each other: those of one place are the same, others gained and lost.
const MOST_PAIRS: usize = 1 << 16;

/// Adds what is changed, lost and gained, in text order.
pub(super) fn pair(old: Vec<Fact>, new: Vec<Fact>, changes: &mut Vec<Change>) {
    let mut pairs = Pairs { of_new: vec![None; new.len()], taken: vec![false; old.len()], old, new };
    pairs.by(|fact| Some((fact.start, fact.end)), Fact::same);
    if pairs.new.first().or(pairs.old.first()).is_some_and(|fact| fact.record == Record::Contract) {
        pairs.alike();
    }
    pairs.by(|fact| Some((fact.start, fact.end)), |_, _| true);
    pairs.overlapping();
    pairs.by(|fact| Some(fact.text.clone()), Fact::same);
    pairs.tell(changes);
}

struct Pairs {
    old: Vec<Fact>,
    new: Vec<Fact>,
    /// The old fact that each new one is.
    of_new: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs {
    fn take(&mut self, old: usize, new: usize) {
        self.of_new[new] = Some(old);
        self.taken[old] = true;
    }

    /// Pairs facts of one key, in order, that fit.
    fn by<K: std::hash::Hash + Eq>(&mut self, key: impl Fn(&Fact) -> Option<K>, fit: impl Fn(&Fact, &Fact) -> bool) {
        let mut places: HashMap<K, Vec<usize>> = HashMap::new();
        for (at, fact) in self.old.iter().enumerate().rev().filter(|(at, _)| !self.taken[*at]) {
            if let Some(key) = key(fact) {
                places.entry(key).or_default().push(at);
            }
        }
        for new in 0..self.new.len() {
            if self.of_new[new].is_some() {
                continue;
            }
            let waiting = key(&self.new[new]).and_then(|key| places.get_mut(&key));
            // Those of one key are few, but in a text that was made to have many: the next ones alone are looked at.
            let found = waiting.and_then(|waiting| {
                let near = waiting.len().saturating_sub(8);
                let place = near + waiting[near..].iter().rposition(|old| fit(&self.old[*old], &self.new[new]))?;
                Some(waiting.remove(place))
            });
            if let Some(old) = found {
                self.take(old, new);
            }
        }
    }

    /// Pairs facts that overlap, both in text order.
    fn overlapping(&mut self) {
        let mut old = (0..self.old.len()).filter(|at| !self.taken[*at]).collect::<Vec<_>>().into_iter().peekable();
        for new in 0..self.new.len() {
            if self.of_new[new].is_some() {
                continue;
            }
            let (start, end) = (self.new[new].start, self.new[new].end);
            while old.next_if(|at| self.old[*at].end <= start).is_some() {}
            if let Some(at) = old.next_if(|at| self.old[*at].start < end) {
                self.take(at, new);
            }
        }
    }

    /// Pairs contracts that say most of the same, those that say most first.
    fn alike(&mut self) {
        let old: Vec<usize> = (0..self.old.len()).filter(|at| !self.taken[*at]).collect();
        let new: Vec<usize> = (0..self.new.len()).filter(|at| self.of_new[*at].is_none()).collect();
        if old.len().saturating_mul(new.len()) > MOST_PAIRS {
            return;
        }
        let mut weights = Vec::new();
        for &from in &old {
            for &to in &new {
                let weight = likeness(&self.old[from], &self.new[to]);
                if weight >= ENOUGH {
                    weights.push((weight, from, to));
                }
            }
        }
        weights.sort_by_key(|(weight, from, to)| (std::cmp::Reverse(*weight), *from, *to));
        for (_, from, to) in weights {
            if !self.taken[from] && self.of_new[to].is_none() {
                self.take(from, to);
            }
        }
    }

    fn tell(self, changes: &mut Vec<Change>) {
        let mut lost: Vec<(usize, &Fact)> = self.old.iter().enumerate().filter(|(at, _)| !self.taken[*at]).collect();
        lost.reverse();
        for (new, old) in self.new.iter().zip(&self.of_new) {
            while lost.last().is_some_and(|(_, fact)| fact.start <= new.start) {
                changes.extend(lost.pop().map(|(_, fact)| Change::Lost(fact.clone())));
            }
            match old {
                Some(old) => fields(&self.old[*old], new, changes),
                None => changes.push(Change::Gained(new.clone())),
            }
        }
        changes.extend(lost.into_iter().rev().map(|(_, fact)| Change::Lost(fact.clone())));
    }
}

/// So much two contracts have in common that are one: a party and a sum, say, or the number.
const ENOUGH: u32 = 4;

/// How much two contracts have in common.
fn likeness(old: &Fact, new: &Fact) -> u32 {
    let weighed = [("identifiers", 4), ("suppliers", 3), ("customers", 3), ("values", 3), ("items", 2)];
    let fields = weighed.iter().map(|(field, weight)| match (old.field(field), new.field(field)) {
        (one, _) if one.is_null() => 0,
        (one, other) if said(one) == said(other) => *weight,
        _ => 0,
    });
    let place = match (old.start == new.start, old.start < new.end && new.start < old.end) {
        (true, _) => 2,
        (_, true) => 1,
        _ => 0,
    };
    fields.sum::<u32>() + place
}

/// The fields in which two readings of a fact differ.
fn fields(old: &Fact, new: &Fact, changes: &mut Vec<Change>) {
    let mut change = |field: &str, from: String, to: String| {
        changes.push(Change::Changed { fact: new.clone(), field: field.to_owned(), old: from, new: to });
    };
    if old.text != new.text {
        change("text", old.text.clone(), new.text.clone());
    }
    if old.rule != new.rule {
        change("rule", old.rule.clone(), new.rule.clone());
    }
    for (field, value) in &new.fields {
        let (from, to) = (said(old.field(field)), said(value));
        if from != to {
            change(field, from, to);
        }
    }
    for (field, value) in &old.fields {
        if new.field(field).is_null() {
            change(field, said(value), "nothing".to_owned());
        }
    }
}

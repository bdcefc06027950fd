//! What a date is to a deal in prose: `signed in 2021`, `to be delivered by 2027`, `said on Monday`.

mod deal;
mod words;

use std::ops::ControlFlow::{self, Break, Continue};

use super::scene::Scene;
use super::worth::tail;
use crate::lexicon::holds::Holds;
use crate::model::{ContractDate, DateKind, DateMention, DateRole};

/// The dates of a sentence, by the words that stand nearest.
pub fn dates(scene: &Scene<'_, '_>) -> Vec<ContractDate> {
    let known = scene.dates.iter().filter(|date| date.edtf.is_some() && date.kind != DateKind::Decade);
    known.filter_map(|date| Some(ContractDate::new(date.id, Day::new(scene, date).role()?))).collect()
}

/// `in 2021` in "the contract that was signed in 2021": a date with what stands around it.
struct Day<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    date: &'d DateMention<'t>,
    /// The sentence before it.
    before: &'t str,
    /// The sentence behind it.
    after: &'t str,
    /// The last words before it.
    near: &'t str,
}

impl<'s, 'd, 't> Day<'s, 'd, 't> {
    fn new(scene: &'s Scene<'d, 't>, date: &'d DateMention<'t>) -> Self {
        let before = scene.before(date.start);
        Self { scene, date, before, after: scene.after(date.end), near: tail(before, 60) }
    }

    /// What the date is to the deal; none where it is the day of something else.
    fn role(&self) -> Option<DateRole> {
        match self.by_the_words() {
            Break(role) => role,
            Continue(()) => self.by_the_deal(),
        }
    }

    /// What the words around the date say, asked one after the other until one of them settles it.
    fn by_the_words(&self) -> ControlFlow<Option<DateRole>> {
        if self.is_no_day() || self.is_of_a_saying() {
            return Break(None);
        }
        self.delivered()?;
        self.announced()?;
        self.dated()?;
        self.shown()?;
        self.due()?;
        self.of_another_event()?;
        self.ended()?;
        self.by_its_word()?;
        self.told()
    }

    /// `SEOUL, 5 May (Agency)`, `in operation since 1980`
    fn is_no_day(&self) -> bool {
        let Self { before, after, .. } = *self;
        let names_only = before
            .split(' ')
            .all(|word| word.is_empty() || word.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '/'))
            && before.len() < 60;
        let dateline = names_only
            && (after.starts_with(" (") || after.starts_with(" /") || after.trim_start().starts_with(['—', '–', '-']));
        dateline || before.trim_end().ends_with("since")
    }

    /// `according to Minister Ivo Hale on Thursday`, `quoted it as saying on Thursday`: the day of the words, and not of what they tell.
    fn is_of_a_saying(&self) -> bool {
        let Self { date, near, .. } = *self;
        near.last_place_of("ccording to ").is_some_and(|at| {
            let phrase = &near[at..];
            !phrase.contains([',', ';']) && (phrase.ends_with(" on ") || date.kind == DateKind::Relative)
        }) || near.ends_with(" as saying ")
            || near.ends_with(" as saying on ")
    }

    /// `5 May` and not "Monday": a day that is told by its number.
    fn has_a_number(&self) -> bool {
        self.date.span().of(self.scene.text).bytes().any(|byte| byte.is_ascii_digit())
    }
}

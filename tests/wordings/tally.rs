//! What was read as it was meant, and what was not.

use std::collections::BTreeMap;

/// So many failures of a shape are shown.
const SHOWN: usize = 4;

/// The wordings of each shape that were read wrong.
#[derive(Default)]
pub struct Tally {
    tried: usize,
    wrong: BTreeMap<String, Vec<String>>,
}

impl Tally {
    /// Counts one wording of a shape: what should be read, and what was.
    pub fn add(&mut self, shape: &str, text: &str, want: &str, got: &str) {
        self.tried += 1;
        if want != got {
            let told = format!("{text:?}\n    want {want}\n    got  {got}");
            self.wrong.entry(shape.to_owned()).or_default().push(told);
        }
    }

    /// Stops the test unless exactly the known shapes failed, each as often as it is known to. A shape that fails less often was
    /// mended: its count goes down with it.
    pub fn settle(self, known: &[(&str, usize)]) {
        let mut told = String::new();
        for (shape, wrong) in &self.wrong {
            let expected = known.iter().find(|(name, _)| name == shape).map_or(0, |(_, count)| *count);
            if wrong.len() != expected {
                told += &format!("\n{shape}: {} read wrong, {expected} known\n", wrong.len());
                wrong.iter().take(SHOWN).for_each(|one| told += &format!("  {one}\n"));
            }
        }
        for (shape, count) in known {
            if !self.wrong.contains_key(*shape) {
                told += &format!("\n{shape}: none read wrong, {count} known\n");
            }
        }
        assert!(told.is_empty(), "of {} wordings:\n{told}", self.tried);
    }
}

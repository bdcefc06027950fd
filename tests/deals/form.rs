//! What the slots of wordings are filled with.

use std::collections::BTreeMap;

/// One way to fill a slot.
#[derive(Clone, Debug)]
pub struct Form {
    /// As it stands.
    pub text: String,
    /// What is expected: parts behind `;`, none where it is `-`.
    pub facts: Vec<String>,
}

/// The forms of each slot.
#[derive(Debug)]
pub struct Forms(BTreeMap<String, Vec<Form>>);

impl Forms {
    /// `slot | as it stands | what is expected`, a line each.
    pub fn read(text: &str) -> Self {
        let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let [slot, text, facts] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("no form: {line}") };
            let facts = if facts == "-" { Vec::new() } else { facts.split(';').map(str::to_owned).collect() };
            forms.entry(slot.to_owned()).or_default().push(Form { text: text.to_owned(), facts });
        }
        forms.insert("source".to_owned(), [&forms["maker"][..], &forms["seller"][..]].concat());
        forms.insert("estimated".to_owned(), forms["award"].clone());
        Self(forms)
    }

    /// The forms of a slot.
    pub fn of(&self, slot: &str) -> &[Form] {
        self.0.get(slot).unwrap_or_else(|| panic!("no form fills {{{slot}}}"))
    }
}

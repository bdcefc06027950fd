//! What a change did to the facts: two readings of one document beside each other.
//!
//! ```text
//! old   Ardenia bought 12 jets for $5 million.     USD 5,000,000 exact      status planned
//! new   Ardenia bought 12 jets for $5 million.     USD 5,000,000 exact      status signed
//! ~ contract: status (news.deal): planned → signed
//! ```
//! Facts are matched by place and meaning, not by id: a figure by where it stands, a contract by its parties, values, things and sentence. What is
//! gained, lost or changed is grouped by its kind and its rule, so that a thousand rows of one cause read as one.

mod fact;
mod groups;
mod pair;

pub use fact::{Fact, Record};
pub use groups::{Example, Group, Groups, Tally};

use serde_json::Value;

/// `~ status: planned → signed`: what became of a fact, or of one field of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// It is in the new document alone.
    Gained(Fact),
    /// It is in the old document alone.
    Lost(Fact),
    /// A field of it says something else.
    Changed {
        /// The fact as it is now.
        fact: Fact,
        /// The field's name in the records: `status`.
        field: String,
        /// What it said.
        old: String,
        /// What it says.
        new: String,
    },
}

/// `{"id":"a1",…}` twice: what is gained, lost and changed from one reading of a document to another. Each is a document as JSON; what is none has
/// no facts.
#[must_use]
pub fn compare(old: &Value, new: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for record in Record::ALL {
        let (old, new) = (fact::facts(old, record), fact::facts(new, record));
        pair::pair(old, new, &mut changes);
    }
    changes
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn figure(id: &str, start: usize, text: &str, high: &str) -> Value {
        json!({"id": id, "start": start, "end": start + text.len(), "text": text, "high": high, "rule": "amount.symbol", "contracts": []})
    }

    fn contract(figure: &str, status: &str, customer: &str) -> Value {
        json!({"id": "c1", "start": 0, "end": 40, "text": "…", "rule": "news.deal", "status": status,
               "customers": [{"text": customer, "start": 0, "end": 7}], "values": [{"figure": figure, "role": "award"}]})
    }

    fn told(changes: &[Change]) -> Vec<String> {
        let tell = |change: &Change| match change {
            Change::Gained(fact) => format!("+ {} {}", fact.record.name(), fact.text),
            Change::Lost(fact) => format!("- {} {}", fact.record.name(), fact.text),
            Change::Changed { fact, field, old, new } => format!("~ {} {field}: {old} → {new}", fact.record.name()),
        };
        changes.iter().map(tell).collect()
    }

    #[test]
    fn the_same_facts_under_other_ids_are_the_same() {
        let old = json!({"figures": [figure("f1", 9, "$5", "5")], "contracts": [contract("f1", "signed", "Ardenia")]});
        let new = json!({"figures": [figure("f7", 9, "$5", "5")], "contracts": [contract("f7", "signed", "Ardenia")]});
        assert!(compare(&old, &new).is_empty());
    }

    #[test]
    fn a_figure_is_known_by_its_place_and_a_contract_by_what_it_says() {
        let old = json!({"figures": [figure("f1", 9, "$5", "5"), figure("f2", 30, "$7", "7")],
                         "contracts": [contract("f1", "planned", "Ardenia")]});
        let new = json!({"figures": [figure("f1", 9, "$5 m", "5000000"), figure("f2", 50, "$8", "8")],
                         "contracts": [contract("f1", "signed", "Ardenia"), contract("f2", "signed", "Norhaven")]});
        assert_eq!(
            told(&compare(&old, &new)),
            [
                "~ figure text: $5 → $5 m",
                "~ figure high: 5 → 5000000",
                "- figure $7",
                "+ figure $8",
                "~ contract status: planned → signed",
                "~ contract values: \"$5\" role=award → \"$5 m\" role=award",
                "+ contract …",
            ]
        );
    }

    #[test]
    fn facts_that_only_move_are_the_same() {
        let old = json!({"figures": [figure("f1", 9, "$5", "5"), figure("f2", 90, "$7", "7")]});
        let new = json!({"figures": [figure("f1", 29, "$5", "5"), figure("f2", 120, "$7", "7")]});
        assert!(compare(&old, &new).is_empty());
    }

    #[test]
    fn what_is_no_document_has_no_facts() {
        let new = json!({"figures": [figure("f1", 9, "$5", "5")]});
        for old in [json!(null), json!([1]), json!({"figures": 5}), json!({"figures": [null, 7, {}]})] {
            assert!(told(&compare(&old, &new)).contains(&"+ figure $5".to_owned()), "{old}");
        }
    }
}

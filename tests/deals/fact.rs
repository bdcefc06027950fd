//! What is read of a sentence beside what it tells.

use outlay::model::{Contract, Document, Party, PartyKind};

use crate::wording::Told;

/// Whether a name of the records is that of the model: `in_delivery` and `InDelivery`.
pub fn same(name: &str, debug: &str) -> bool {
    name.replace('_', "").eq_ignore_ascii_case(debug)
}

/// What is missing, wrong or too much.
pub fn faults(told: &Told, document: &Document<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let [contract] = &document.contracts[..] else {
        return vec![format!("{} contracts", document.contracts.len())];
    };
    let may = |name: &String| told.makers.iter().any(|maker| name == &format!("{maker}/"));
    let suppliers: Vec<String> = names(&contract.suppliers).into_iter().filter(|name| !may(name)).collect();
    compare("supplier", &told.suppliers, &suppliers, &mut found);
    compare("customer", &told.customers, &names(&contract.customers), &mut found);
    let items: Vec<String> = told.items.iter().map(|item| item.text.to_lowercase()).collect();
    let read: Vec<String> = contract.items.iter().map(|item| item.text.to_lowercase()).collect();
    compare("item", &items, &read, &mut found);
    let numbers: Vec<String> = told.items.iter().filter_map(|item| item.quantity.clone()).collect();
    let read: Vec<String> =
        contract.items.iter().filter_map(|item| item.quantity.as_deref().map(str::to_owned)).collect();
    compare("quantity", &numbers, &read, &mut found);
    let sums: Vec<String> = told.values.iter().map(|sum| format!("{} {}", sum.role, sum.amount)).collect();
    compare("value", &sums, &values(contract, document), &mut found);
    let days: Vec<String> = told.dates.iter().map(|(role, day)| format!("{} {day}", merged(role))).collect();
    compare("date", &days, &dates(contract, document), &mut found);
    let status = format!("{:?}", contract.status);
    if !told.statuses.is_empty() && !told.statuses.iter().any(|name| same(name, &status)) {
        found.push(format!("status {status}"));
    }
    if told.hedged.is_some_and(|hedged| hedged != contract.hedged) {
        found.push("hedge".to_owned());
    }
    let speaker = contract.attribution.as_ref().map(|span| span.text.as_ref());
    if told.speaker.is_some() && told.speaker.as_deref() != speaker {
        found.push("attribution".to_owned());
    }
    found
}

/// Names with their states, without articles: `Poland/PL`.
fn names(parties: &[Party<'_>]) -> Vec<String> {
    let state = |party: &Party<'_>| match party.kind {
        PartyKind::State | PartyKind::Ministry | PartyKind::Military | PartyKind::Agency => {
            party.country.map_or(String::new(), |code| code.to_string())
        }
        _ => String::new(),
    };
    parties.iter().map(|party| format!("{}/{}", party.name.trim_start_matches("the "), state(party))).collect()
}

/// A day of award is told as one of signing.
fn merged(role: &str) -> &str {
    if role == "awarded" { "signed" } else { role }
}

fn values(contract: &Contract<'_>, document: &Document<'_>) -> Vec<String> {
    let read = contract.values.iter().filter_map(|value| {
        let figure = document.figures.iter().find(|figure| figure.id == value.figure)?;
        let [low, high] =
            [figure.low, figure.high].map(|bound| bound.map_or("None".to_owned(), |bound| bound.to_string()));
        let currency = figure.currency.map_or(String::new(), |code| code.to_string());
        let role = format!("{:?}", value.role).to_lowercase();
        Some(format!("{role} {currency} {low} {high}"))
    });
    // A programme's sum is none of the deal's.
    read.filter(|value| !value.starts_with("other ") && !value.starts_with("cumulative ")).collect()
}

fn dates(contract: &Contract<'_>, document: &Document<'_>) -> Vec<String> {
    let read = contract.dates.iter().filter_map(|known| {
        let date = document.dates.iter().find(|date| date.id == known.date)?;
        let role = format!("{:?}", known.role).to_lowercase();
        Some(format!("{} {}", merged(&role), date.edtf.as_ref().map_or("", |day| day.as_str())))
    });
    read.filter(|date| !date.starts_with("announced ")).collect()
}

/// The first thing that is told and not read, and the first that is read and not told.
fn compare(what: &str, told: &[String], read: &[String], found: &mut Vec<String>) {
    let lacks = told.iter().any(|fact| !read.contains(fact));
    let adds = read.iter().any(|fact| !told.contains(fact));
    match (lacks, adds) {
        (true, true) => found.push(format!("{what} wrong")),
        (true, false) => found.push(format!("{what} missing")),
        (false, true) => found.push(format!("{what} too much")),
        (false, false) => {}
    }
}

//! Documents written down again from their tables, as JSON.

use std::collections::BTreeMap;

use outlay::view::table::{Lists, Table, Type};
use serde_json::{Map, Value as Json, json};

use super::read::{Cells, Tables};

/// The documents by their ids.
pub(crate) fn documents(tables: &Tables) -> BTreeMap<String, Json> {
    // The rows of each document and table.
    let mut parts: BTreeMap<(&str, Table), Vec<&Cells>> = BTreeMap::new();
    for table in Table::ALL {
        for row in &tables[&table] {
            let of = if table == Table::Documents { "id" } else { "document" };
            parts.entry((plain(row[of].as_deref().unwrap()), table)).or_default().push(row);
        }
    }
    let documents = tables[&Table::Documents].iter().map(|row| {
        let id = plain(row["id"].as_deref().unwrap());
        let of = |table| parts.get(&(id, table)).cloned().unwrap_or_default();
        (id.to_owned(), document(row, &of))
    });
    documents.collect()
}

/// Where a row stands among those of its document and table.
pub(crate) fn place(table: Table, row: &Cells) -> Vec<u64> {
    let role = |role: &str| match role {
        "customer" | "parent" | "vehicle" => 1,
        "beneficiary" => 2,
        _ => 0,
    };
    let number = |column: &&str| {
        let text = row[*column].as_deref().unwrap();
        match *column {
            "role" | "kind" => role(text),
            _ => text.trim_start_matches(['f', 'd', 'c']).parse().unwrap_or(0),
        }
    };
    table.key().iter().filter(|column| **column != "document").map(number).collect()
}

/// A text without the apostrophe that CSV puts before what looks like a formula.
fn plain(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(text)
}

/// The columns of a row, as JSON has them: but for those that a record does not have, and for places in a source that are not there.
fn record(table: Table, row: &Cells, without: &[&str]) -> Map<String, Json> {
    let mut record = Map::new();
    for column in table.columns(Lists::Apart).filter(|column| !without.contains(&column.name)) {
        let value = match &row[column.name] {
            None if column.name.starts_with("source_") => continue,
            None => Json::Null,
            Some(text) => match column.kind {
                Type::Integer => text.parse::<u64>().unwrap().into(),
                Type::Bool => text.parse::<bool>().unwrap().into(),
                Type::Text | Type::Decimal | Type::List => plain(text).into(),
            },
        };
        record.insert(column.name.to_owned(), value);
    }
    record
}

/// A place in the text whose columns begin with a name, taken out of a record: `place`, `place_start`, … of a party.
fn span(record: &mut Map<String, Json>, text: &str, prefix: &str) -> Json {
    let mut take = |name: String| record.remove(&name).unwrap();
    let text = take(text.to_owned());
    let parts = ["start", "end", "source_start", "source_end"].map(|part| (part, take(format!("{prefix}_{part}"))));
    if parts[0].1.is_null() {
        return Json::Null;
    }
    let mut span = json!({ "text": text });
    for (name, value) in parts {
        if !(value.is_null() && name.starts_with("source_")) {
            span[name] = value;
        }
    }
    span
}

fn document<'t>(row: &Cells, of: &impl Fn(Table) -> Vec<&'t Cells>) -> Json {
    let mut document = record(Table::Documents, row, &[]);
    let of = |table| {
        let mut rows = of(table);
        rows.sort_by_key(|row| place(table, row));
        rows
    };
    let under = |table: Table, column: &str, id: &Json| {
        let mut rows = of(table);
        rows.retain(|row| row[column].as_deref() == id.as_str());
        rows
    };
    let whole = |table: Table, rows: Vec<&Cells>, without: &[&str]| {
        rows.into_iter().map(|row| Json::Object(record(table, row, without))).collect::<Vec<_>>()
    };
    let figures = of(Table::Figures).into_iter().map(|row| {
        let mut figure = record(Table::Figures, row, &["document"]);
        let id = figure["id"].clone();
        let candidates = under(Table::CurrencyCandidates, "figure", &id);
        let codes: Vec<_> = candidates.into_iter().map(|row| row["currency"].clone()).collect();
        figure.insert("currency_candidates".to_owned(), codes.into());
        let hedges = whole(Table::Hedges, under(Table::Hedges, "figure", &id), &["document", "figure", "number"]);
        figure.insert("hedges".to_owned(), hedges.into());
        let mut contracts: Vec<_> =
            under(Table::Values, "figure", &id).into_iter().map(|row| row["contract"].clone()).collect();
        contracts.dedup();
        figure.insert("contracts".to_owned(), contracts.into());
        Json::Object(figure)
    });
    let figures: Vec<_> = figures.collect();
    let contracts = of(Table::Contracts).into_iter().map(|row| {
        let mut contract = record(Table::Contracts, row, &["document"]);
        let id = contract["id"].clone();
        let listed = |table: Table| whole(table, under(table, "contract", &id), &["document", "contract", "number"]);
        for role in ["supplier", "customer", "beneficiary"] {
            let mut rows = under(Table::Parties, "contract", &id);
            rows.retain(|row| row["role"].as_deref() == Some(role));
            let mut parties = whole(Table::Parties, rows, &["document", "contract", "number", "role"]);
            for party in parties.iter_mut().filter_map(Json::as_object_mut) {
                let place = span(party, "place", "place");
                party.insert("place".to_owned(), place);
            }
            let field = if role == "beneficiary" { "beneficiaries".to_owned() } else { format!("{role}s") };
            contract.insert(field, parties.into());
        }
        let mut items = listed(Table::Items);
        for item in items.iter_mut().filter_map(Json::as_object_mut) {
            let quantity = span(item, "quantity_text", "quantity");
            item.insert("quantity_span".to_owned(), quantity);
        }
        contract.insert("items".to_owned(), items.into());
        let mut funding = listed(Table::Funding);
        for line in funding.iter_mut().filter_map(Json::as_object_mut) {
            let account = span(line, "account", "account");
            line.insert("account".to_owned(), account);
        }
        contract.insert("funding".to_owned(), funding.into());
        contract.insert("values".to_owned(), listed(Table::Values).into());
        contract.insert("dates".to_owned(), listed(Table::ContractDates).into());
        contract.insert("places".to_owned(), listed(Table::Places).into());
        for (role, field) in [("own", "identifiers"), ("parent", "parent")] {
            let mut rows = under(Table::Identifiers, "contract", &id);
            rows.retain(|row| row["role"].as_deref() == Some(role));
            let mut numbers = whole(Table::Identifiers, rows, &["document", "contract", "number", "role"]);
            let value = if role == "own" { numbers.into() } else { numbers.pop().unwrap_or_default() };
            contract.insert(field.to_owned(), value);
        }
        for kind in ["pricing", "vehicle"] {
            let mut rows = under(Table::Terms, "contract", &id);
            rows.retain(|row| row["kind"].as_deref() == Some(kind));
            let terms: Vec<_> = rows.into_iter().map(|row| row["term"].clone()).collect();
            contract.insert(kind.to_owned(), terms.into());
        }
        let (mut evidence, mut financing) = (Vec::new(), Vec::new());
        let share = contract.remove("disposition_share").unwrap();
        for words in listed(Table::Evidence) {
            let decides = words["for"].as_str().unwrap().to_owned();
            let mut span = words.clone();
            span.as_object_mut().unwrap().remove("for");
            match decides.as_str() {
                "financing" => financing.push(span),
                "activity" | "set_aside" | "authority" | "reason" | "disposition" | "attribution" => {
                    assert_eq!(contract[&decides], span["text"], "the text of a field and of its evidence");
                    if decides == "disposition" {
                        span["share"] = share.clone();
                    }
                    contract.insert(decides, span);
                }
                _ => evidence.push(words),
            }
        }
        contract.insert("evidence".to_owned(), evidence.into());
        contract.insert("financing".to_owned(), financing.into());
        Json::Object(contract)
    });
    let contracts: Vec<_> = contracts.collect();
    document.insert("figures".to_owned(), figures.into());
    document.insert(
        "dates".to_owned(),
        whole(Table::Dates, of(Table::Dates), &["document", "first_year", "last_year"]).into(),
    );
    document.insert("contracts".to_owned(), contracts.into());
    document.insert(
        "diagnostics".to_owned(),
        whole(Table::Diagnostics, of(Table::Diagnostics), &["document", "number"]).into(),
    );
    Json::Object(document)
}

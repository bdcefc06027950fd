//! FollowTheMoney entities, one a line: who sells what to whom, as investigators' tools read it.
//!
//! ```text
//! {"id":"5f0c…","schema":"Contract","properties":{"title":["24 Su-30SM fighter jets"],"authority":["91ab…"],"proof":["c2d8…"]}}
//! ```
//! A document with contracts is a `PlainText`; a contract is a `Contract`, each of its suppliers a `ContractAward`, who would sell under a plan and its end
//! users an `UnknownLink`, and money that one party paid the other a `Payment`. Parties are `Company`, `PublicBody` (states, ministries, armed
//! forces, agencies), `Organization`, `Person`, or `LegalEntity` where nothing decides. `amount` is there only where the text says one exact
//! sum outright; all sums, with their bounds and hedges, are sentences in `notes`. Names of entities come from the document's id and
//! from what the entity is, so that they are the same in each run.

use std::collections::BTreeSet;

use super::digest::stable;
use super::linked::{Linked, is_plan};
use super::name;
use super::node::Node;
use crate::model::{Contract, CountryCode, DateMention, DateRole, Document, Edtf, Party, PartyKind, Scheme, ValueRole};

/// `{"id":…,"schema":"Company",…}`: the entities of a document, each on its line; none where it speaks of no contract.
pub fn write(document: &Document<'_>, out: &mut Vec<u8>) {
    if document.contracts.is_empty() {
        return;
    }
    let linked = Linked::new(document);
    let mut entities =
        Entities { linked: &linked, proof: stable(&[&document.id, "document"]), met: BTreeSet::new(), out };
    entities.source();
    for (contract, id) in document.contracts.iter().zip(linked.contract_ids()) {
        entities.contract(contract, &id);
    }
}

struct Entities<'d, 'o> {
    linked: &'d Linked<'d>,
    /// The id of the document's own entity.
    proof: String,
    /// The parties that were written.
    met: BTreeSet<String>,
    out: &'o mut Vec<u8>,
}

impl<'d> Entities<'d, '_> {
    fn put(&mut self, id: &str, schema: &'static str, properties: Properties<'_>) {
        let entity = Node::object().with("id", id).with("schema", schema).with("properties", properties.0);
        entity.write(self.out);
        self.out.push(b'\n');
    }

    fn source(&mut self) {
        let document = self.linked.document;
        let published = document.published.as_ref().filter(|date| date.is_calendar_date()).map(Edtf::as_str);
        let language = if document.language == "en" { "eng" } else { &document.language };
        let is_url = ["https://", "http://"].iter().any(|scheme| document.id.starts_with(scheme));
        let properties = Properties::new()
            .with("fileName", [&*document.id])
            .with("sourceUrl", is_url.then_some(&*document.id))
            .with("publishedAt", published)
            .with("language", [language]);
        let id = self.proof.clone();
        self.put(&id, "PlainText", properties);
    }

    fn contract(&mut self, contract: &'d Contract<'d>, id: &str) {
        let customers: Vec<_> = contract.customers.iter().map(|party| self.party(party)).collect();
        let suppliers: Vec<_> = contract.suppliers.iter().map(|party| self.party(party)).collect();
        let beneficiaries: Vec<_> = contract.beneficiaries.iter().map(|party| self.party(party)).collect();
        let items: Vec<_> = contract.items.iter().map(ToString::to_string).collect();
        let title = if items.is_empty() { contract.text.to_string() } else { items.join("; ") };
        let amount = self.linked.amount(contract, ValueRole::Award);
        let status = name(&contract.status);
        let currency = amount.and_then(|(figure, _)| figure.currency.as_ref().map(ToString::to_string));
        let sum = amount.map(|(_, amount)| amount.to_string());
        let signed = self.date(contract, &[DateRole::Signed, DateRole::Awarded]);
        let is_notice = |scheme| scheme == Scheme::DscaTransmittal;
        let numbers = |notices| {
            contract
                .identifiers
                .iter()
                .filter(move |one| is_notice(one.scheme) == notices)
                .map(|one| one.value.to_string())
        };
        let procedures: Vec<_> = numbers(false).collect();
        let properties = Properties::new()
            .with("title", [title])
            .with("authority", customers.clone())
            .with("amount", sum.clone())
            .with("currency", currency.clone())
            .with("contractDate", signed)
            .with("procedureNumber", procedures.clone())
            .with("noticeId", numbers(true))
            .with("type", contract.action.map(|action| name(&action)))
            .with("status", [status.clone()])
            .with("description", [contract.text.to_string()])
            .with("notes", self.notes(contract))
            .with("proof", [self.proof.clone()]);
        self.put(id, "Contract", properties);

        let one = suppliers.len() == 1;
        for (i, supplier) in suppliers.iter().enumerate().filter(|_| !is_plan(contract)) {
            let award = stable(&[id, "award", supplier, &i.to_string()]);
            let awarded = self.date(contract, &[DateRole::Awarded, DateRole::Signed]);
            let properties = Properties::new()
                .with("supplier", [supplier.clone()])
                .with("contract", [id.to_owned()])
                .with("amount", sum.clone().filter(|_| one))
                .with("currency", currency.clone().filter(|_| one))
                .with("date", awarded)
                .with("documentNumber", procedures.clone())
                .with("role", ["supplier"])
                .with("status", [status.clone()])
                .with("proof", [self.proof.clone()]);
            self.put(&award, "ContractAward", properties);
        }
        let would_sell = suppliers.iter().filter(|_| is_plan(contract)).map(|party| ("potential supplier", party));
        let links = would_sell.chain(beneficiaries.iter().map(|party| ("beneficiary", party)));
        for (i, (role, party)) in links.enumerate() {
            let link = stable(&[id, role, party, &i.to_string()]);
            let properties = Properties::new()
                .with("subject", [party.clone()])
                .with("object", [id.to_owned()])
                .with("role", [role])
                .with("proof", [self.proof.clone()]);
            self.put(&link, "UnknownLink", properties);
        }
        if let (Some((figure, amount)), [payer], [payee]) =
            (self.linked.amount(contract, ValueRole::Paid), &customers[..], &suppliers[..])
        {
            let payment = stable(&[id, "payment"]);
            let properties = Properties::new()
                .with("payer", [payer.clone()])
                .with("beneficiary", [payee.clone()])
                .with("amount", [amount.to_string()])
                .with("currency", figure.currency.as_ref().map(ToString::to_string))
                .with("contract", [id.to_owned()])
                .with("proof", [self.proof.clone()]);
            self.put(&payment, "Payment", properties);
        }
    }

    /// The id of a party, which is written where it was not yet.
    fn party(&mut self, party: &Party<'_>) -> String {
        let id = self.linked.party_id(party);
        if self.met.insert(id.clone()) {
            let schema = match party.kind {
                PartyKind::Company => "Company",
                PartyKind::State | PartyKind::Ministry | PartyKind::Military | PartyKind::Agency => "PublicBody",
                PartyKind::Organisation => "Organization",
                PartyKind::Person => "Person",
                PartyKind::Unknown => "LegalEntity",
            };
            // An entity has to have a name: a state that the text names by none of its own words has its letters.
            let letters = party.country.map(|country| country.to_string());
            let name = Some(party.name.to_string()).filter(|name| !name.is_empty()).or_else(|| letters.clone());
            let properties = Properties::new()
                .with("name", name)
                .with(
                    "country",
                    party
                        .country
                        .filter(|country| is_listed(*country))
                        .map(|country| country.to_string().to_lowercase()),
                )
                .with("address", party.place.as_ref().map(|place| place.text.to_string()))
                .with("proof", [self.proof.clone()]);
            self.put(&id, schema, properties);
        }
        id
    }

    /// The first date in one of these roles that is a day, a month or a year, where the contract is not told at second hand.
    fn date(&self, contract: &Contract<'_>, roles: &[DateRole]) -> Option<String> {
        let told = |role: &DateRole| {
            let date = contract.dates.iter().find(|date| date.role == *role)?;
            self.linked.date(date.date)?.edtf.as_ref().filter(|edtf| edtf.is_calendar_date()).map(ToString::to_string)
        };
        if contract.hedged { None } else { roles.iter().find_map(told) }
    }

    /// What has no property of its own, in words: `paid: USD 250,000,000..400,000,000 (reportedly)`.
    fn notes(&self, contract: &Contract<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        if contract.hedged {
            notes.push("told at second hand or as uncertain".to_owned());
        }
        for value in &contract.values {
            if let Some(figure) = self.linked.figure(value.figure) {
                let hedges: Vec<_> = figure.hedges.iter().map(|hedge| &*hedge.text).collect();
                let hedges = if hedges.is_empty() { String::new() } else { format!(" ({})", hedges.join(", ")) };
                notes.push(format!("{}: {figure}{hedges}", name(&value.role)));
            }
        }
        for date in &contract.dates {
            let edtf = self.linked.date(date.date).and_then(|date: &DateMention<'_>| date.edtf.as_ref());
            notes.extend(edtf.map(|edtf| format!("{}: {edtf}", name(&date.role))));
        }
        let words =
            [("statement of", &contract.attribution), ("reason", &contract.reason), ("activity", &contract.activity)];
        notes.extend(words.iter().filter_map(|(what, words)| Some(format!("{what}: {}", words.as_ref()?.text))));
        notes.extend(contract.parent.iter().map(|parent| format!("under: {}", parent.value)));
        notes
    }
}

/// `XA` to `XZ` are free for states that are made up: the list of countries has none of them but Kosovo.
fn is_listed(country: CountryCode) -> bool {
    !country.as_str().starts_with('X') || country.as_str() == "XK"
}

/// The properties of an entity: each is a list of strings.
struct Properties<'a>(Node<'a>);

impl<'a> Properties<'a> {
    const fn new() -> Self {
        Self(Node::object())
    }

    fn with<T: Into<Node<'a>>>(self, name: &'static str, values: impl IntoIterator<Item = T>) -> Self {
        Self(self.0.with(name, values.into_iter().map(Into::into).collect::<Vec<_>>()))
    }
}

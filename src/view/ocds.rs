//! Open Contracting Data Standard 1.1: a release for each contract, in one package.
//!
//! ```text
//! {"ocid":"outlay-…","tag":["contract"],"parties":[{"name":"Velmark","roles":["supplier"]}],"contracts":[{"value":{"amount":5000000,…
//! ```
//! A field of the standard holds only what the text says outright: an amount that is exact and not hedged, of a contract that is
//! not told at second hand; a day, not a month. Everything else (ranges, bounds, estimates, hedges, words of a status, places in the text)
//! is in the member `outlay` of the release, of its parties and of its items, as the records have it. A deal that is possible,
//! requested, planned, approved or talked of has a `tender` and no award, and who would sell is a `potentialSupplier`; end users are
//! a `beneficiary`. Amounts are JSON numbers with all their digits.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::digest::stable;
use super::linked::{Linked, is_plan};
use super::name;
use super::node::Node;
use crate::model::{
    Action, Contract, CurrencyCode, DateRole, Document, Edtf, Figure, Item, Party, Scheme, Status, ValueRole,
};

/// `{"uri":…,"releases":[`: what stands before the releases of a package.
pub fn write_head(out: &mut Vec<u8>) {
    out.extend_from_slice(
        concat!(
            "{\"uri\":\"urn:outlay:releases\",\"version\":\"1.1\",\"publisher\":{\"name\":\"outlay ",
            env!("CARGO_PKG_VERSION"),
            "\"},\"releases\":[\n"
        )
        .as_bytes(),
    );
}

/// `],"publishedDate":"2025-05-21T00:00:00Z"}`: what stands after them; the day is that of the latest document, where one is known.
pub fn write_tail(latest: Option<&str>, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\n]");
    if let Some(day) = latest {
        out.extend_from_slice(format!(",\"publishedDate\":\"{day}T00:00:00Z\"").as_bytes());
    }
    out.extend_from_slice(b"}\n");
}

/// `2025-05-21`: the day on which a document was published, where it is known to the day.
#[must_use]
pub fn published_day<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    document.published.as_ref().and_then(day)
}

/// `{"ocid":…},\n{"ocid":…}`: a release for each contract of the document, a comma and a line end between two.
pub fn write(document: &Document<'_>, out: &mut Vec<u8>) {
    let linked = Linked::new(document);
    for (i, (contract, id)) in document.contracts.iter().zip(linked.contract_ids()).enumerate() {
        if i > 0 {
            out.extend_from_slice(b",\n");
        }
        Release { linked: &linked, document, contract, id }.node().write(out);
    }
}

struct Release<'d> {
    linked: &'d Linked<'d>,
    document: &'d Document<'d>,
    contract: &'d Contract<'d>,
    id: String,
}

impl<'d> Release<'d> {
    fn node(&self) -> Node<'d> {
        let plan = is_plan(self.contract);
        let buyer = match &self.contract.customers[..] {
            [one] => Some(self.reference(one)),
            _ => None,
        };
        Node::object()
            .with("ocid", format!("outlay-{}", self.id))
            .with("id", self.id.clone())
            .with("date", published_day(self.document).map(moment))
            .with("language", &self.document.language)
            .with("tag", vec![Node::from(self.tag())])
            .with("initiationType", "tender")
            .with("parties", self.parties())
            .with("buyer", buyer)
            .with("tender", self.tender(plan))
            .with("awards", if plan { Vec::new() } else { vec![self.award()] })
            .with("contracts", if plan { Vec::new() } else { vec![self.signed()] })
            .with("relatedProcesses", self.parent())
            .with("outlay", self.extension())
    }

    fn tag(&self) -> &'static str {
        match (self.contract.action, self.contract.status) {
            _ if is_plan(self.contract) => "planning",
            (Some(Action::Termination), _) => "contractTermination",
            (Some(Action::Modification | Action::Option), _) | (_, Status::Modified) => "contractAmendment",
            (Some(Action::Award | Action::Order), _) | (_, Status::Awarded) => "award",
            _ => "contract",
        }
    }

    /// Who takes part, each once, with all roles.
    fn parties(&self) -> Vec<Node<'d>> {
        let contract = self.contract;
        let sells = if is_plan(contract) { "potentialSupplier" } else { "supplier" };
        let roles =
            [(sells, &contract.suppliers), ("buyer", &contract.customers), ("beneficiary", &contract.beneficiaries)];
        let mut found: Vec<(String, &Party<'_>, Vec<Node<'d>>)> = Vec::new();
        for (role, party) in
            roles.into_iter().flat_map(|(role, parties)| parties.iter().map(move |party| (role, party)))
        {
            let id = self.linked.party_id(party);
            match found.iter_mut().find(|(other, ..)| *other == id) {
                Some((_, _, roles)) => roles.push(role.into()),
                None => found.push((id, party, vec![role.into()])),
            }
        }
        let mut nodes: Vec<_> = found
            .into_iter()
            .map(|(id, party, roles)| {
                Node::object()
                    .with("id", id)
                    .with("name", party_name(party))
                    .with("roles", roles)
                    .with("outlay", Node::record(party))
            })
            .collect();
        if let Some(activity) = &contract.activity {
            nodes.push(
                Node::object()
                    .with("id", stable(&[&self.document.id, "activity", &activity.text]))
                    .with("name", &activity.text)
                    .with("roles", vec![Node::from("procuringEntity")])
                    .with("outlay", Node::record(activity)),
            );
        }
        nodes
    }

    fn reference(&self, party: &'d Party<'_>) -> Node<'d> {
        Node::object().with("id", self.linked.party_id(party)).with("name", party_name(party))
    }

    fn tender(&self, plan: bool) -> Option<Node<'d>> {
        let contract = self.contract;
        let node = Node::object()
            .with("numberOfTenderers", contract.offers)
            .with("procurementMethodRationale", contract.authority.as_ref().map(|words| Node::from(&words.text)))
            .with("status", if plan && !contract.hedged { Some("planning") } else { None })
            .with("items", if plan { self.items() } else { Vec::new() })
            .with("documents", if plan { self.documents() } else { Vec::new() });
        let Node::Object(members) = node else { return None };
        if members.is_empty() {
            return None;
        }
        let mut all = vec![("id", Node::from(self.id.clone()))];
        all.extend(members);
        Some(Node::Object(all))
    }

    fn award(&self) -> Node<'d> {
        let contract = self.contract;
        let awarded = self.tag() == "award";
        Node::object()
            .with("id", self.id.clone())
            .with("description", &contract.text)
            .with("date", self.day(DateRole::Awarded))
            .with("value", if awarded { self.value() } else { None })
            .with("suppliers", contract.suppliers.iter().map(|party| self.reference(party)).collect::<Vec<_>>())
            .with("items", self.items())
            .with("documents", self.documents())
    }

    fn signed(&self) -> Node<'d> {
        let contract = self.contract;
        let terminated = contract.action == Some(Action::Termination) && !contract.hedged;
        let numbers: Vec<_> =
            contract.identifiers.iter().filter(|one| matches!(one.scheme, Scheme::UsPiid | Scheme::UsOrder)).collect();
        let id = match numbers[..] {
            [one] => Node::from(&one.value),
            _ => Node::from(self.id.clone()),
        };
        let amendment = contract.modification.as_ref().map(|number| vec![Node::object().with("id", number)]);
        let paid = self.linked.amount(self.contract, ValueRole::Paid).map(|(figure, amount)| {
            let transaction = Node::object().with("id", self.figure_id(figure)).with("value", value(figure, amount));
            Node::object().with("transactions", vec![transaction])
        });
        let period = Node::object().with("endDate", self.day(DateRole::Completion));
        Node::object()
            .with("id", id)
            .with("awardID", self.id.clone())
            .with("status", terminated.then_some("terminated"))
            .with("period", period)
            .with("value", if self.tag() == "contract" { self.value() } else { None })
            .with("dateSigned", self.day(DateRole::Signed))
            .with("amendments", amendment)
            .with("implementation", paid)
    }

    /// The worth of the deal, where the text says one exact sum outright.
    fn value(&self) -> Option<Node<'d>> {
        self.linked.amount(self.contract, ValueRole::Award).map(|(figure, amount)| value(figure, amount))
    }

    fn figure_id(&self, figure: &Figure<'_>) -> String {
        stable(&[&self.id, "figure", &figure.start.to_string()])
    }

    fn items(&self) -> Vec<Node<'d>> {
        let one = self.contract.items.len() == 1;
        let price = self.linked.amount(self.contract, ValueRole::UnitPrice).filter(|_| one);
        let items = self.contract.items.iter().enumerate().map(|(i, item)| {
            let unit = Node::object()
                .with("name", item.unit.as_ref())
                .with("value", price.map(|(figure, amount)| value(figure, amount)));
            Node::object()
                .with("id", (i + 1).to_string())
                .with("description", &item.text)
                .with("quantity", quantity(item))
                .with("unit", unit)
                .with("outlay", Node::record(item))
        });
        items.collect()
    }

    fn documents(&self) -> Vec<Node<'d>> {
        let id = &self.document.id;
        let is_url = ["https://", "http://"].iter().any(|scheme| id.starts_with(scheme));
        let published = published_day(self.document).map(moment);
        vec![
            Node::object()
                .with("id", id)
                .with("url", is_url.then_some(id))
                .with("datePublished", published)
                .with("language", &self.document.language),
        ]
    }

    fn parent(&self) -> Vec<Node<'d>> {
        let Some(parent) = &self.contract.parent else { return Vec::new() };
        vec![
            Node::object()
                .with("id", "1")
                .with("relationship", vec![Node::from("parent")])
                .with("scheme", name(&parent.scheme))
                .with("identifier", &parent.value),
        ]
    }

    /// The day that the text gives in a role, where there is one and it is told outright.
    fn day(&self, role: DateRole) -> Option<String> {
        let mut of_role = self.contract.dates.iter().filter(|date| date.role == role);
        let (Some(one), None) = (of_role.next(), of_role.next()) else { return None };
        let date = self.linked.date(one.date).filter(|_| !self.contract.hedged)?;
        date.edtf.as_ref().and_then(day).map(moment)
    }

    /// The whole contract, and the figures and dates that it names.
    fn extension(&self) -> Node<'d> {
        let contract = self.contract;
        let figures = self.linked.figures_of(contract);
        let dates: Vec<_> = contract.dates.iter().filter_map(|date| self.linked.date(date.date)).collect();
        Node::object()
            .with("document", &self.document.id)
            .with("published", self.document.published.as_ref().map(Edtf::as_str))
            .with("offsets", self.document.offsets.to_string())
            .with("figures", Node::record(&figures))
            .with("dates", Node::record(&dates))
            .with("contract", Node::record(contract))
    }
}

fn value<'d>(figure: &'d Figure<'_>, amount: Decimal) -> Node<'d> {
    Node::object().with("amount", amount).with("currency", figure.currency.as_ref().map(CurrencyCode::as_str))
}

/// A number of pieces that is one number.
fn quantity(item: &Item<'_>) -> Option<Decimal> {
    item.quantity.as_ref()?.parse().ok()
}

/// A state that a text names by none of its own words has no name here either.
fn party_name<'d>(party: &'d Party<'_>) -> Option<&'d Cow<'d, str>> {
    Some(&party.name).filter(|name| !name.is_empty())
}

/// `2025-05-21`, where it is a day and nothing less.
pub(super) fn day(date: &Edtf) -> Option<&str> {
    Some(date.as_str()).filter(|text| text.len() == 10 && date.is_calendar_date())
}

/// The standard has moments where a text has days; it asks for midnight where no time is known.
fn moment(day: &str) -> String {
    format!("{day}T00:00:00Z")
}

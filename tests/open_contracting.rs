//! Every release that the documents and cases give, against what the Open Contracting Data Standard 1.1.5 asks of a release package: members that must be there, their
//! types, its closed code lists, and that what is referred to is there. Source: the standard's reference pages for the release and the release package, and its code
//! lists. The standard's own validator fetches its schema from the network, so the rules are written down here.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use outlay::model::PublishedBasis;
use outlay::view::ocds;
use outlay::{Extractor, Published};
use serde_json::Value as Json;

/// What a member may hold.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    /// Day and time, with its distance from Greenwich.
    Moment,
    Whole,
    Number,
    /// A word of a closed code list.
    One(&'static [&'static str]),
    /// Words of a list that others may add to.
    Words,
    Object(&'static [Member]),
    Objects(&'static [Member]),
    /// What the standard does not know: an extension.
    Ours,
}

type Member = (&'static str, Presence, Kind);

#[derive(Clone, Copy, PartialEq)]
enum Presence {
    Must,
    May,
}
use Kind::{Moment, Number, Object, Objects, One, Ours, Text, Whole, Words};
use Presence::{May, Must};

const VALUE: &[Member] = &[("amount", May, Number), ("currency", May, Kind::Text)];
const REFERENCE: &[Member] = &[("id", May, Text), ("name", May, Text)];
const ORGANIZATION: &[Member] = &[("id", May, Text), ("name", May, Text), ("roles", May, Words), ("outlay", May, Ours)];
const UNIT: &[Member] = &[("name", May, Text), ("value", May, Object(VALUE))];
const ITEM: &[Member] = &[
    ("id", Must, Text),
    ("description", May, Text),
    ("quantity", May, Number),
    ("unit", May, Object(UNIT)),
    ("outlay", May, Ours),
];
const DOCUMENT: &[Member] =
    &[("id", Must, Text), ("url", May, Text), ("datePublished", May, Moment), ("language", May, Text)];
const TENDER: &[Member] = &[
    ("id", Must, Text),
    ("status", May, One(&["planning", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn"])),
    ("numberOfTenderers", May, Whole),
    ("procurementMethodRationale", May, Text),
    ("items", May, Objects(ITEM)),
    ("documents", May, Objects(DOCUMENT)),
];
const AWARD: &[Member] = &[
    ("id", Must, Text),
    ("description", May, Text),
    ("date", May, Moment),
    ("value", May, Object(VALUE)),
    ("suppliers", May, Objects(REFERENCE)),
    ("items", May, Objects(ITEM)),
    ("documents", May, Objects(DOCUMENT)),
];
const TRANSACTION: &[Member] = &[("id", Must, Text), ("value", May, Object(VALUE))];
const CONTRACT: &[Member] = &[
    ("id", Must, Text),
    ("awardID", Must, Text),
    ("status", May, One(&["pending", "active", "cancelled", "terminated"])),
    ("period", May, Object(&[("startDate", May, Moment), ("endDate", May, Moment)])),
    ("value", May, Object(VALUE)),
    ("dateSigned", May, Moment),
    ("amendments", May, Objects(&[("id", May, Text)])),
    ("implementation", May, Object(&[("transactions", May, Objects(TRANSACTION))])),
];
const RELATED: &[Member] =
    &[("id", May, Text), ("relationship", May, Words), ("scheme", May, Text), ("identifier", May, Text)];
const RELEASE: &[Member] = &[
    ("ocid", Must, Text),
    ("id", Must, Text),
    ("date", Must, Moment),
    ("tag", Must, Words),
    ("initiationType", Must, One(&["tender"])),
    ("language", May, Text),
    ("parties", May, Objects(ORGANIZATION)),
    ("buyer", May, Object(REFERENCE)),
    ("tender", May, Object(TENDER)),
    ("awards", May, Objects(AWARD)),
    ("contracts", May, Objects(CONTRACT)),
    ("relatedProcesses", May, Objects(RELATED)),
    ("outlay", May, Ours),
];
const PACKAGE: &[Member] = &[
    ("uri", Must, Text),
    ("version", Must, One(&["1.1"])),
    ("publisher", Must, Object(&[("name", Must, Text)])),
    ("publishedDate", Must, Moment),
    ("releases", Must, Objects(RELEASE)),
];
/// `releaseTag.csv`, a closed list.
const TAGS: &[&str] = &[
    "planning",
    "planningUpdate",
    "tender",
    "tenderAmendment",
    "tenderUpdate",
    "tenderCancellation",
    "award",
    "awardUpdate",
    "awardCancellation",
    "contract",
    "contractUpdate",
    "contractAmendment",
    "implementation",
    "implementationUpdate",
    "contractTermination",
    "compiled",
];
/// Those of `partyRole.csv`, an open list, that are written, and `beneficiary`.
const ROLES: &[&str] = &["buyer", "procuringEntity", "supplier", "potentialSupplier", "beneficiary"];

fn holds(object: &Json, members: &[Member], place: &str) {
    let object = object.as_object().unwrap_or_else(|| panic!("{place} is no object"));
    for (name, value) in object {
        let known = members.iter().find(|member| member.0 == name);
        let kind = known.unwrap_or_else(|| panic!("{place} has no {name} in the standard")).2;
        fits(value, kind, &format!("{place}.{name}"));
    }
    for (name, ..) in members.iter().filter(|member| member.1 == Must) {
        assert!(object.contains_key(*name), "{place} lacks {name}");
    }
}

fn fits(value: &Json, kind: Kind, place: &str) {
    let text = || value.as_str().unwrap_or_else(|| panic!("{place} is no text: {value}"));
    match kind {
        Text => assert!(!text().is_empty(), "{place} is empty"),
        Moment => {
            let (day, time) = text().split_at_checked(10).unwrap_or_default();
            assert!(day.parse::<outlay::model::Edtf>().is_ok() && time == "T00:00:00Z", "{place}: {value}");
        }
        Whole => assert!(value.is_u64(), "{place}: {value}"),
        Number => assert!(value.is_number(), "{place}: {value}"),
        One(words) => assert!(words.contains(&text()), "{place}: {value}"),
        Words => {
            let words = value.as_array().unwrap_or_else(|| panic!("{place} is no list"));
            assert!(!words.is_empty() && words.iter().all(Json::is_string), "{place}: {value}");
        }
        Object(members) => holds(value, members, place),
        Objects(members) => {
            let objects = value.as_array().unwrap_or_else(|| panic!("{place} is no list"));
            let different: HashSet<_> = objects.iter().map(Json::to_string).collect();
            assert_eq!(different.len(), objects.len(), "{place} holds one thing twice");
            objects.iter().for_each(|object| holds(object, members, place));
        }
        Ours => assert!(value.is_object(), "{place}: {value}"),
    }
}

/// What is said beyond the shape of a release: its code lists, its references, its currencies.
fn agrees(release: &Json) {
    let list = |name: &str| release[name].as_array().cloned().unwrap_or_default();
    assert!(list("tag").iter().all(|tag| TAGS.contains(&tag.as_str().unwrap())), "{release}");
    let parties: HashSet<String> = list("parties").iter().map(|party| party["id"].to_string()).collect();
    assert_eq!(parties.len(), list("parties").len(), "a party has one entry: {release}");
    for role in list("parties").iter().flat_map(|party| party["roles"].as_array().cloned().unwrap_or_default()) {
        assert!(ROLES.contains(&role.as_str().unwrap()), "{role}");
    }
    let suppliers =
        list("awards").into_iter().flat_map(|award| award["suppliers"].as_array().cloned().unwrap_or_default());
    for named in suppliers.chain(release.get("buyer").cloned()) {
        assert!(parties.contains(&named["id"].to_string()), "{named} is no party of {release}");
    }
    let awards: HashSet<String> = list("awards").iter().map(|award| award["id"].to_string()).collect();
    for contract in list("contracts") {
        assert!(awards.contains(&contract["awardID"].to_string()), "{contract} is of no award");
    }
    currencies(release);
}

/// The codes of the table of currencies before the cryptocurrencies, which stand last, behind the currencies of ISO 4217.
fn iso_codes() -> impl Iterator<Item = &'static str> {
    let rows = include_str!("../lexicon/currencies.csv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split(',').next()).take_while(|code| *code != "ADA")
}

/// A currency stands only where the standard's closed list, which is that of ISO 4217, has it.
fn currencies(value: &Json) {
    if let Some(members) = value.as_object() {
        for (name, member) in members.iter().filter(|member| member.0 != "outlay") {
            if name == "currency" {
                let code = member.as_str().unwrap();
                assert!(iso_codes().any(|known| known == code), "{code}");
            }
            currencies(member);
        }
    }
    value.as_array().into_iter().flatten().for_each(currencies);
}

fn texts(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn releases_are_what_the_standard_asks() {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    texts(&root.join("tests/documents"), &mut found);
    texts(&root.join("tests/cases"), &mut found);
    let extractor = Extractor::new();
    let mut read = 0;
    for text in &found {
        let published = Published { date: "2025-05-21".parse().unwrap(), basis: PublishedBasis::Given };
        let mut document = extractor.extract_published(text, Some(published));
        document.id = "a.txt".into();
        let mut out = Vec::new();
        ocds::write_head(&mut out);
        ocds::write(&document, &mut out);
        ocds::write_tail(ocds::published_day(&document), &mut out);
        let package: Json = serde_json::from_slice(&out).unwrap();
        holds(&package, PACKAGE, "package");
        let releases = package["releases"].as_array().unwrap();
        releases.iter().for_each(agrees);
        let names: HashSet<_> = releases.iter().map(|release| release["ocid"].as_str().unwrap()).collect();
        assert_eq!(names.len(), releases.len(), "two releases have one name");
        read += releases.len();
    }
    assert!(read > 1000, "{read} releases");
}

//! The views of one document that has every kind of fact, built by hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use insta::assert_snapshot;
use outlay::model::*;
use outlay::span::{Offsets, Span};
use outlay::view::annotated::{self, Lines};
use outlay::view::csv::{self, Table};
use outlay::view::json;
use serde_json::Value as Json;

const TEXT: &str = "NAVY – 2 firms\n\nVelmark Systems, Port Orrin, Ostrava, is awarded a €5.4 billion ($6.1 billion) \
    firm-fixed-price contract (N00019-21-C-0001) by the Ardenian navy for 24 Su-30SM 😀 fighter jets, reportedly signed in \
    2021 and 2022. Work will be done in Hale (57 percent) with fiscal 2016 aircraft procurement funds, Ivo Hale said.\n\n\
    Nothing stands here.\r\n\r\nTalks on frigates\x1b[31m with Osterland go on; kr5-7 million was paid back last month.\n";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn exact(amount: i64, code: &str) -> Money {
    Money::new(Kind::Exact, Some(amount.into()), Some(amount.into()), None, Some(code.parse().unwrap()))
}

fn words(words: &str) -> TextSpan<'static> {
    TextSpan::new(span(words), TEXT)
}

fn document() -> Document<'static> {
    let mut document = Document::empty();
    document.id = "=a, \"b\"".into();

    let mut euros = Figure::new(span("€5.4 billion"), TEXT, exact(5_400_000_000, "EUR"), "amount.symbol");
    euros.id = FigureId(1);
    euros.contracts = vec![ContractId(1)];
    euros.hedges = vec![Hedge::new(span("reportedly"), TEXT, HedgeKind::Reported)];
    let mut dollars = Figure::new(span("$6.1 billion"), TEXT, exact(6_100_000_000, "USD"), "amount.symbol");
    dollars.id = FigureId(2);
    dollars.converts = Some(FigureId(1));
    let money = Money::new(Kind::Range, Some(5_000_000.into()), Some(7_000_000.into()), None, None);
    let mut crowns = Figure::new(span("kr5-7 million"), TEXT, money, "range.shared_unit");
    crowns.id = FigureId(3);
    crowns.currency_candidates = vec!["SEK".parse().unwrap(), "NOK".parse().unwrap()];
    crowns.approximate = true;
    document.figures = vec![euros, dollars, crowns];

    let set = "{2021,2022}".parse().ok();
    let mut years = DateMention::new(span("2021 and 2022"), TEXT, set, DateKind::Set, "date.set");
    years.id = DateId(1);
    let mut fiscal =
        DateMention::new(span("fiscal 2016"), TEXT, "2016".parse().ok(), DateKind::FiscalYear, "date.fiscal");
    fiscal.id = DateId(2);
    fiscal.fiscal = Some("2016".into());
    let mut last = DateMention::new(span("last month"), TEXT, None, DateKind::Relative, "date.relative");
    last.id = DateId(3);
    document.dates = vec![years, fiscal, last];

    let mut jets =
        Contract::new(Span::new(span("Velmark").start, span("said.").end), TEXT, Status::Awarded, "dod.award");
    jets.id = ContractId(1);
    let mut supplier = Party::new(span("Velmark Systems"), TEXT, PartyKind::Company);
    supplier.place = Some(words("Port Orrin, Ostrava"));
    supplier.small_business = Some(true);
    jets.suppliers = vec![supplier];
    let mut customer = Party::new(span("the Ardenian navy"), TEXT, PartyKind::Military);
    customer.country = Some(CountryCode::new("AR"));
    customer.country_basis = Some(CountryBasis::Demonym);
    jets.customers = vec![customer];
    let mut item = Item::new(span("Su-30SM 😀 fighter jets"), TEXT);
    item.designation = Some("Su-30SM".into());
    item.quantity = Some("24".into());
    item.quantity_span = Some(words("24"));
    jets.items = vec![item];
    jets.values = vec![Value::new(FigureId(1), ValueRole::Award)];
    jets.identifiers = vec![Identifier::new(span("N00019-21-C-0001"), TEXT, Scheme::UsPiid, "N0001921C0001".into())];
    jets.parent = Some(Identifier::new(span("N00019-21-C-0001"), TEXT, Scheme::UsPiid, "N0001921C0001".into()));
    jets.pricing = vec![Pricing::FirmFixedPrice];
    jets.dates = vec![ContractDate::new(DateId(1), DateRole::Signed)];
    let mut place = Place::new(span("Hale (57"), TEXT);
    place.percent = Some("57".into());
    jets.places = vec![place];
    let mut funding = Funding::empty();
    funding.account = Some(words("aircraft procurement"));
    funding.fiscal_year = Some("2016".into());
    jets.funding = vec![funding];
    jets.evidence = vec![Evidence::new(span("is awarded"), TEXT, EvidenceFor::Status)];
    jets.branch = Some("NAVY".into());
    jets.hedged = true;
    jets.attribution = Some(words("Ivo Hale"));
    jets.activity = Some(words("NAVY"));
    jets.set_aside = Some(words("firms"));
    jets.authority = Some(words("firms"));
    jets.reason = Some(words("firms"));
    jets.financing = vec![words("– 2")];

    let last = Span::new(span("Talks").start, span("last month.").end);
    let mut frigates = Contract::new(last, TEXT, Status::Negotiating, "news.talks");
    frigates.id = ContractId(2);
    frigates.customers = vec![Party::new(span("Osterland"), TEXT, PartyKind::Unknown)];
    frigates.items = vec![Item::new(span("frigates"), TEXT)];
    let mut refund = Contract::new(last, TEXT, Status::Cancelled, "news.refund");
    refund.id = ContractId(3);
    refund.beneficiaries = vec![Party::new(span("Osterland"), TEXT, PartyKind::State)];
    refund.values = vec![Value::new(FigureId(3), ValueRole::Paid)];
    let mut disposition = Disposition::new(span("paid back"), TEXT);
    disposition.share = Some("most".into());
    refund.disposition = Some(disposition);
    document.contracts = vec![jets, frigates, refund];
    document.diagnostics = vec![Diagnostic::new(span("go on").start, span("go on").end, Code::TooLong, "just so")];
    document
}

/// Compares with `snapshots/views/<name>.snap`.
fn check(name: &str, shown: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/views"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, shown));
}

fn shown(lines: Lines, color: bool) -> String {
    let mut out = Vec::new();
    annotated::write(TEXT, &document(), lines, color, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_annotated_text_of_a_document() {
    check("annotated", &shown(Lines::WithFacts, false));
}

#[test]
fn a_narrow_terminal_has_its_labels_where_they_fit() {
    let mut out = Vec::new();
    annotated::write_within(TEXT, &document(), Lines::WithFacts, false, Some(64), &mut out).unwrap();
    check("narrow", &String::from_utf8(out).unwrap());
}

#[test]
fn a_label_without_room_beside_its_carets_stands_below_them() {
    let text = "Velmark Inc., Austin, Texas, is awarded a $5,000,000 firm-fixed-price contract for pumps and many valves of steel. Fiscal 2016 shipbuilding and \
                conversion (Navy) funds in the amount of $3,000,000 will be obligated at time of award. The Naval Sea Systems Command, \
                Washington, District of Columbia, is the contracting activity (N00024-17-C-9001).";
    let document = outlay::Extractor::new().extract(text);
    let mut out = Vec::new();
    annotated::write_within(text, &document, Lines::WithFacts, false, Some(64), &mut out).unwrap();
    let shown = String::from_utf8(out).unwrap();
    let below = "account fiscal 2016, with its amount";
    assert!(shown.lines().any(|line| line.trim() == below), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 64), "{shown}");
}

#[test]
fn colour_changes_nothing_but_colour() {
    let plain = shown(Lines::All, false);
    let colored = shown(Lines::All, true);
    assert!(!plain.contains('\x1b') && colored.contains("\x1b[32m^^^"));
    let mut stripped = String::new();
    let mut rest = colored.as_str();
    while let Some((before, after)) = rest.split_once('\x1b') {
        stripped.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    assert_eq!(stripped + rest, plain);
}

#[test]
fn the_tables_of_a_document() {
    let table = |table| {
        let mut out = Vec::new();
        csv::write_header(table, &mut out).unwrap();
        csv::write_rows(&document(), table, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace("\r\n", "⏎\n")
    };
    check("csv_figures", &table(Table::Figures));
    check("csv_dates", &table(Table::Dates));
    check("csv_contracts", &table(Table::Contracts));
}

#[test]
fn every_place_is_counted_in_each_unit() {
    let mut places = 0;
    document().visit_locations(|_| places += 1);
    for unit in [Offsets::Bytes, Offsets::Chars, Offsets::Utf16] {
        let document = document().into_offsets(TEXT, unit);
        let mut json = Vec::new();
        json::write(&document, &mut json).unwrap();
        let mut found = 0;
        slices_right(&serde_json::from_slice(&json).unwrap(), unit, &mut found);
        assert_eq!(found, places, "{unit}");
        let back: Document<'_> = serde_json::from_slice(&json).unwrap();
        assert_eq!(back, document);
    }
}

#[test]
fn every_place_is_mapped_to_the_source() {
    let mut document = document();
    document.map_source(|span| Span::new(span.start + 7, span.end + 7));
    let json = serde_json::to_value(&document).unwrap();
    walk(&json);
}

/// Whether each record stands seven later in the source.
fn walk(value: &Json) {
    if let Some(start) = value.get("start") {
        assert_eq!(value["source_start"].as_u64(), start.as_u64().map(|start| start + 7), "{value}");
        assert_eq!(value["source_end"].as_u64(), value["end"].as_u64().map(|end| end + 7), "{value}");
    }
    value.as_object().into_iter().flat_map(|fields| fields.values()).for_each(walk);
    value.as_array().into_iter().flatten().for_each(walk);
}

fn slices_right(value: &Json, unit: Offsets, found: &mut usize) {
    if let (Some(start), Some(end)) = (value.get("start"), value.get("end")) {
        let at = |value: &Json| usize::try_from(value.as_u64().unwrap()).unwrap();
        let (start, end) = (at(start), at(end));
        let slice = match unit {
            Offsets::Bytes => TEXT[start..end].to_owned(),
            Offsets::Chars => TEXT.chars().skip(start).take(end - start).collect(),
            _ => String::from_utf16(&TEXT.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap(),
        };
        if let Some(said) = value.get("text").or_else(|| value.get("name")) {
            assert_eq!(said.as_str(), Some(slice.as_str()), "{unit}");
        }
        *found += 1;
    }
    value.as_object().into_iter().flat_map(|fields| fields.values()).for_each(|value| slices_right(value, unit, found));
    value.as_array().into_iter().flatten().for_each(|value| slices_right(value, unit, found));
}

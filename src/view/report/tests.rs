use super::*;
use crate::model::{
    Contract, ContractDate, ContractId, DateKind, DateMention, DateRole, Evidence, EvidenceFor, Figure, Kind, Money,
    Status, Value, ValueRole,
};
use crate::span::Span;

const HOSTILE: &str = "é </script><script>alert(1)</script> \" onclick=\"x\" ]]> <!-- \u{2028} $5 million";

/// A contract with figures of these amounts: kind, low, high, currency, role.
fn document<'t>(values: &[(Kind, i64, i64, &str, ValueRole)]) -> Document<'t> {
    let mut document = Document::empty();
    let mut contract = Contract::new(Span::new(0, 1), "x", Status::Signed, "news.deal");
    contract.id = ContractId(1);
    for (number, (kind, low, high, code, role)) in (1..).zip(values) {
        let money = Money::new(*kind, Some((*low).into()), Some((*high).into()), None, code.parse().ok());
        let mut figure = Figure::new(Span::new(0, 1), "x", money, "amount.symbol");
        figure.id = FigureId(number);
        document.figures.push(figure);
        contract.values.push(Value::new(FigureId(number), *role));
    }
    document.contracts.push(contract);
    document
}

fn totals(documents: Vec<Document<'_>>) -> Vec<String> {
    let mut report = Report::new();
    documents.into_iter().for_each(|document| report.add(document, "x").unwrap());
    report.totals.plain()
}

#[test]
fn sums_are_exact_and_of_one_currency_and_role() {
    let read = totals(vec![
        document(&[
            (Kind::Exact, 5, 5, "USD", ValueRole::Award),
            (Kind::Exact, 7, 7, "USD", ValueRole::Award),
            (Kind::Exact, 100, 100, "USD", ValueRole::Ceiling),
            (Kind::Exact, 9, 9, "EUR", ValueRole::Award),
            (Kind::Range, 1, 3, "USD", ValueRole::Award),
            (Kind::AtMost, 1, 3, "USD", ValueRole::Award),
            (Kind::Exact, 4, 4, "", ValueRole::Award),
            (Kind::Exact, 50, 50, "USD", ValueRole::Cumulative),
        ]),
        document(&[(Kind::Exact, 5, 5, "USD", ValueRole::Award)]),
    ]);
    assert_eq!(
        read,
        [
            "EUR award 9 of 1, beside []",
            "USD award 17 of 3, beside [\"range\", \"only an upper bound\"]",
            "USD cumulative 0 of 0, beside [\"a total of its own\"]",
            "USD ceiling 100 of 1, beside []",
            "? award 0 of 0, beside [\"currency not said\"]",
        ]
    );
}

#[test]
fn conversions_shared_figures_and_repeated_sums_count_once() {
    let mut shared =
        document(&[(Kind::Exact, 5, 5, "EUR", ValueRole::Award), (Kind::Exact, 6, 6, "USD", ValueRole::Award)]);
    shared.figures[1].converts = Some(FigureId(1));
    let again = shared.contracts[0].clone();
    shared.contracts.push(again);
    let twice = document(&[(Kind::Exact, 8, 8, "EUR", ValueRole::Paid), (Kind::Exact, 8, 8, "EUR", ValueRole::Paid)]);
    assert_eq!(
        totals(vec![shared, twice]),
        [
            "EUR award 5 of 1, beside []",
            "EUR paid 8 of 1, beside [\"the same sum again\"]",
            "USD award 0 of 0, beside [\"conversion of another figure\"]",
        ]
    );
}

#[test]
fn what_may_be_less_than_it_looks_is_not_added() {
    let mut decrease = document(&[(Kind::Exact, 5, 5, "USD", ValueRole::Modification)]);
    decrease.contracts[0].evidence.push(Evidence::new(Span::new(0, 18), "decrease the value", EvidenceFor::Role));
    let mut plain = document(&[(Kind::Exact, 7, 7, "USD", ValueRole::Modification)]);
    plain.contracts[0].evidence.push(Evidence::new(Span::new(0, 12), "modification", EvidenceFor::Role));
    let mut about = document(&[(Kind::Exact, 5, 5, "USD", ValueRole::Paid)]);
    about.figures[0].approximate = true;
    let mut each = document(&[(Kind::Exact, 5, 5, "USD", ValueRole::Option)]);
    each.figures[0].per = Some("unit".into());
    assert_eq!(
        totals(vec![decrease, plain, about, each]),
        [
            "USD modification 7 of 1, beside [\"may be taken off\"]",
            "USD option 0 of 0, beside [\"a price for each\"]",
            "USD paid 0 of 0, beside [\"approximate\"]",
        ]
    );
}

#[test]
fn sums_past_the_largest_decimal_are_said_to_be_so() {
    let mut documents = vec![document(&[(Kind::Exact, 1, 1, "USD", ValueRole::Paid)]); 2];
    documents.iter_mut().for_each(|document| document.figures[0].low = Some(rust_decimal::Decimal::MAX));
    assert_eq!(totals(documents), ["USD paid too large of 2, beside []"]);
}

fn page(document: Document<'_>, text: &str) -> String {
    let mut report = Report::new();
    report.add(document, text).unwrap();
    let mut page = Vec::new();
    report.write(HOSTILE, &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn a_hostile_document_is_text_and_data() {
    let mut document = document(&[(Kind::Exact, 5_000_000, 5_000_000, "USD", ValueRole::Award)]);
    document.id = HOSTILE.into();
    let start = HOSTILE.find("$5").unwrap();
    document.figures[0].start = start;
    document.figures[0].end = HOSTILE.len();
    document.figures[0].text = HOSTILE[start..].into();
    document.figures[0].per = Some(HOSTILE.into());
    document.figures[0].rule = HOSTILE.into();
    let page = page(document, HOSTILE);
    // The page's own script and the data of one document, and no more.
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("alert(1)</script>") && !page.contains("onclick=\"x") && !page.contains("<!-- "));
    let data = page.split("<script type=\"application/json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let read: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!((&read["id"], &read["offsets"]), (&HOSTILE.into(), &"utf16".into()));
    // One character of two bytes and one of three stand before.
    assert_eq!(read["figures"][0]["start"], start - 3);
}

#[test]
fn the_policy_names_what_stands_in_the_page() {
    let page = page(Document::empty(), "");
    let between = |open: &str, close: &str| page.rsplit(open).next().unwrap().split(close).next().unwrap();
    let (style, script) = (between("<style>", "</style>"), between("<script>", "</script>"));
    let policy = format!("script-src '{}'; style-src '{}';", digest::source(script), digest::source(style));
    assert!(page.contains(&policy), "{policy}");
    assert!(!page.contains("http:") && !page.contains("https:"), "the page is by itself");
}

#[test]
fn ranges_of_years_are_drawn_as_ranges() {
    let mut document = document(&[]);
    for (number, edtf, role) in
        [(1, "2021/2022", DateRole::Signed), (2, "2026-05", DateRole::Completion), (3, "1999", DateRole::Other)]
    {
        let mut date = DateMention::new(Span::new(0, 1), "x", edtf.parse().ok(), DateKind::Range, "date.range");
        date.id = DateId(number);
        document.dates.push(date);
        document.contracts[0].dates.push(ContractDate::new(DateId(number), role));
    }
    let page = page(document, "x");
    assert!(page.contains("<title>2021 to 2022: 1 made between</title>"));
    assert!(page.contains("<title>2021 to 2026: 1 made and completed</title>"));
    assert!(page.contains("data-year=\"1999-1999 2021-2022 2026-2026\""));
}

//! A day's page in one call gives the same records as its paragraphs one by one, as text and as HTML.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use outlay::Extractor;
use outlay::model::{DateId, Document, FigureId};
use serde_json::Value as Json;

/// The day of the page, which its paragraphs alone do not tell.
const DAY: &str = "2024-03-05";

/// Announcements of one paragraph each: those among the documents, and the cases whose sentence is an award.
fn paragraphs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/dod_daily");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let whole = paths.iter().map(|path| fs::read_to_string(path).unwrap().trim().to_owned());
    let cases = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/dod.txt")).unwrap();
    let cases = cases.split("\n--- ").skip(1).filter_map(|case| Some(case.split_once('\n')?.1.trim().to_owned()));
    let announced = |text: &String| !text.contains('\n') && text.len() > 60 && text.contains("contracting activity");
    whole.chain(cases.collect::<Vec<_>>()).filter(announced).collect()
}

/// The facts of a document without places and running names: what a contract names is written out.
fn facts(document: &Document<'_>) -> Vec<Json> {
    let contracts = document.contracts.iter().map(|contract| {
        let mut json = serde_json::to_value(contract).unwrap();
        plain(&mut json, document);
        json
    });
    contracts.collect()
}

/// Takes the offsets and ids out of a record, and the branch, which only a page has.
fn plain(json: &mut Json, document: &Document<'_>) {
    match json {
        Json::Object(fields) => {
            for key in ["start", "end", "source_start", "source_end", "id", "branch"] {
                fields.remove(key);
            }
            for (key, value) in fields.iter_mut() {
                match (key.as_str(), value.as_str()) {
                    ("figure", Some(id)) => *value = figure(document, id.parse().unwrap()).into(),
                    ("date", Some(id)) => *value = date(document, id.parse().unwrap()).into(),
                    _ => plain(value, document),
                }
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| plain(item, document)),
        _ => {}
    }
}

fn figure(document: &Document<'_>, id: FigureId) -> String {
    let figure = document.figures.iter().find(|figure| figure.id == id).unwrap();
    format!("{} {:?} {:?} {:?}", figure.text, figure.kind, figure.low, figure.high)
}

fn date(document: &Document<'_>, id: DateId) -> String {
    let date = document.dates.iter().find(|date| date.id == id).unwrap();
    format!("{} {:?}", date.text, date.edtf)
}

fn extractor() -> Extractor {
    Extractor::new().published(DAY.parse().unwrap())
}

/// The records of the paragraphs one by one, in their order.
fn one_by_one(paragraphs: &[String]) -> Vec<Json> {
    paragraphs.iter().flat_map(|text| facts(&extractor().extract(text))).collect()
}

/// The first record in which two lists differ, for people.
fn assert_same(page: &[Json], alone: &[Json]) {
    for (page, alone) in page.iter().zip(alone) {
        assert_eq!(serde_json::to_string_pretty(page).unwrap(), serde_json::to_string_pretty(alone).unwrap());
    }
    assert_eq!(page.len(), alone.len());
}

#[test]
fn a_page_of_text_gives_the_records_of_its_paragraphs() {
    let paragraphs = paragraphs();
    assert!(paragraphs.len() > 30, "only {} paragraphs", paragraphs.len());
    let mut page = String::from("Contracts For March 5, 2024\n\n");
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let heading = ["NAVY", "ARMY", "AIR FORCE", "DEFENSE LOGISTICS AGENCY"][at % 4];
        let _ = write!(page, "{}{paragraph}\n\n", if at % 5 == 0 { format!("{heading}\n\n") } else { String::new() });
    }
    assert_same(&facts(&extractor().extract(&page)), &one_by_one(&paragraphs));
}

#[cfg(feature = "html")]
#[test]
fn a_page_of_html_gives_the_records_of_its_paragraphs() {
    use outlay::text::html::Page;

    let paragraphs = paragraphs();
    let mut source = String::from(
        "<html><head><title>Contracts For March 5, 2024</title></head><body><nav><a href='/'>Home</a></nav><article>\
         <h1>Contracts For March 5, 2024</h1>",
    );
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at % 5 == 0 {
            source.push_str("<p style='text-align:center'><strong>NAVY</strong></p>\n");
        }
        let escaped = paragraph.replace('&', "&amp;").replace('<', "&lt;");
        // A page writes part of a paragraph in another dress, and its spaces as it likes.
        let dressed =
            escaped.replacen("contract", "<span>contract</span>", 1).replacen(" is awarded", "&nbsp;is awarded", 1);
        let _ = writeln!(source, "<p>{dressed}</p>");
    }
    source.push_str("</article></body></html>");
    let page = Page::read(&source);
    let plain = |records: Vec<Json>| -> Vec<Json> {
        // A page shows a no-break space as a space, and two spaces as one.
        let text = |json: &Json| {
            let mut text = json.to_string().replace('\u{a0}', " ");
            while text.contains("  ") {
                text = text.replace("  ", " ");
            }
            serde_json::from_str(&text).unwrap()
        };
        records.iter().map(text).collect()
    };
    assert_same(&plain(facts(&extractor().extract(&page.content))), &plain(one_by_one(&paragraphs)));
}

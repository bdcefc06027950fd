//! The records in the shapes of others' standards: one text each way, and what those who read the standards make of them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use insta::assert_snapshot;
use outlay::model::{Document, PublishedBasis};
use outlay::view::{brat, ftm, label_studio, ocds, web_annotation};
use outlay::{Extractor, Published};

/// A range, a hedge, a conversion, two parties, several sums, an emoji, and line ends of two characters.
const PROSE: &str = "Ardenia reportedly paid between $250 million and $400 million for rocket launchers that Velmark has yet to deliver \
    under two contracts signed in 2021 and 2022, Foreign Minister Ivo Hale said. 🚀\r\n\r\nPoland signed a €5.4 billion ($6.1 \
    billion) contract with Velmark Systems GmbH on May 9, 2024, for 24 Su-30SM 😀 fighter jets.\r\n\r\nHungary plans to buy 12 \
    helicopters from Leonardo for about €300 million.\r\n";

const ANNOUNCEMENT: &str = "NAVY\n\nVelmark Systems Inc., Austin, Texas, is awarded a $5,000,000.25 firm-fixed-price contract \
    (N00019-21-C-0001) for pumps. Work is expected to be completed by May 30, 2026. The Naval Sea Systems Command, Washington, \
    District of Columbia, is the contracting activity.\n";

fn read(id: &'static str, text: &'static str) -> Document<'static> {
    let published = Published { date: "2025-05-21".parse().unwrap(), basis: PublishedBasis::Given };
    let mut document = Extractor::new().extract_published(text, Some(published));
    document.id = id.into();
    document
}

fn documents() -> [(Document<'static>, &'static str); 2] {
    [(read("prose.txt", PROSE), PROSE), (read("https://example.org/list", ANNOUNCEMENT), ANNOUNCEMENT)]
}

/// Compares with `snapshots/formats/<name>.snap`.
fn check(name: &str, shown: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/formats"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, shown));
}

/// JSON on many lines, without what the extension repeats of the records. The numbers are not read, so that their digits stay.
fn shown(json: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(json).unwrap();
    fold(&mut value);
    format!("{value:#}")
}

fn fold(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                if name == "outlay" {
                    *member = "…".into();
                } else {
                    fold(member);
                }
            }
        }
        serde_json::Value::Array(members) => members.iter_mut().for_each(fold),
        _ => {}
    }
}

/// What a program of Python says of its input; none where the package is not installed.
fn python(package: &str, program: &str, input: &[u8]) -> Option<String> {
    let there = Command::new("python3").args(["-c", &format!("import {package}")]).stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        eprintln!("skipped: python3 with the package {package} is not installed");
        return None;
    }
    let mut child =
        Command::new("python3").args(["-c", program]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

fn package() -> String {
    let mut out = Vec::new();
    ocds::write_head(&mut out);
    for (i, (document, _)) in documents().iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(b",\n");
        }
        ocds::write(document, &mut out);
    }
    ocds::write_tail(Some("2025-05-21"), &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn an_open_contracting_package() {
    check("ocds", &shown(&package()));
}

#[test]
fn no_standard_field_says_more_than_the_text() {
    let package = package();
    assert!(package.contains("\"amount\":5000000.25,"), "all digits of an amount leave as a number");
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let releases = package["releases"].as_array().unwrap();
    let of = |words: &str| {
        let fits =
            |release: &&serde_json::Value| release["outlay"]["contract"]["text"].as_str().unwrap().contains(words);
        releases.iter().find(fits).unwrap()
    };
    let hedged = of("reportedly");
    assert!(hedged["outlay"]["contract"]["hedged"].as_bool().unwrap());
    assert_eq!(hedged["outlay"]["figures"][0]["low"], "250000000");
    for field in ["amount", "dateSigned", "transactions"] {
        let mut standard = hedged.clone();
        standard["outlay"].take();
        assert!(!standard.to_string().contains(field), "a range at second hand has no {field}");
    }
    let planned = of("plans to buy");
    assert!(planned["awards"].is_null() && planned["contracts"].is_null());
    assert_eq!(planned["tender"]["items"][0]["quantity"], 12);
}

fn entities() -> Vec<u8> {
    let mut out = Vec::new();
    documents().iter().for_each(|(document, _)| ftm::write(document, &mut out));
    out
}

#[test]
fn entities_that_follow_the_money() {
    check("ftm", &String::from_utf8(entities()).unwrap());
}

#[test]
fn entities_are_named_by_what_they_are() {
    let alone = entities();
    // A sentence more before the others moves all places and numbers, and no name.
    let text: &str = "It cost $5.\r\n\r\n";
    let longer = format!("{text}{PROSE}");
    let mut document = Extractor::new().published("2025-05-21".parse().unwrap()).extract(&longer);
    document.id = "prose.txt".into();
    let mut moved = Vec::new();
    ftm::write(&document, &mut moved);
    assert!(!moved.is_empty() && alone.starts_with(&moved));
}

#[test]
fn annotations_of_the_web() {
    let document = read("two words.txt", PROSE);
    let mut out = Vec::new();
    web_annotation::write(&document, PROSE, false, &mut out);
    let out = String::from_utf8(out).unwrap();
    let characters: Vec<char> = PROSE.chars().collect();
    for line in out.lines() {
        let annotation: serde_json::Value = serde_json::from_str(line).unwrap();
        let target = &annotation["target"];
        assert_eq!(target["source"], "two%20words.txt");
        let (quote, position) = (&target["selector"][0], &target["selector"][1]);
        let at = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
        let words: String = characters[at("start")..at("end")].iter().collect();
        assert_eq!(quote["exact"], words);
        let part = |name: &str| quote[name].as_str().unwrap_or_default().to_owned();
        assert!(PROSE.contains(&(part("prefix") + &words + &part("suffix"))));
    }
    check("web_annotation", &out);
    let mut page = Vec::new();
    web_annotation::write(&document, PROSE, true, &mut page);
    assert!(!String::from_utf8(page).unwrap().contains("TextPositionSelector"));
}

#[test]
fn tasks_of_label_studio() {
    let mut out = Vec::new();
    label_studio::write(&read("prose.txt", PROSE), PROSE, &mut out);
    let task: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let text: Vec<char> = task["data"]["text"].as_str().unwrap().chars().collect();
    assert!(!text.contains(&'\r') && text.contains(&'😀'));
    let results = task["predictions"][0]["result"].as_array().unwrap();
    for value in results.iter().map(|result| &result["value"]) {
        let at = |name: &str| usize::try_from(value[name].as_u64().unwrap()).unwrap();
        assert_eq!(value["text"], text[at("start")..at("end")].iter().collect::<String>());
    }
    assert!(
        results.iter().any(|result| result["value"]["text"] == "about"),
        "what stands behind all line ends is marked"
    );
    check("label_studio", &format!("{task:#}"));
}

#[test]
fn label_studio_takes_the_tasks() {
    const TAKES: &str = "
import json, sys
from label_studio_sdk.label_interface import LabelInterface
page, task = json.load(sys.stdin)
interface = LabelInterface(page[page.index('<View>'):page.index('</View>') + len('</View>')])
interface.validate()
assert interface.validate_task({'data': task['data']})
[prediction] = task['predictions']
print(interface.validate_prediction(prediction, return_errors=True), len(prediction['result']) > 20)
";
    let mut out = Vec::new();
    label_studio::write(&read("prose.txt", PROSE), PROSE, &mut out);
    let task: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let input = serde_json::to_vec(&(include_str!("../docs/formats.md"), task)).unwrap();
    if let Some(said) = python("label_studio_sdk", TAKES, &input) {
        assert_eq!(said, "[] True\n");
    }
}

#[test]
fn standoff_annotations() {
    // An emoji, line ends of two characters, and an amount that goes over one.
    let text = "🚀 Poland paid €5\r\nmillion to Velmark GmbH.\r\n\r\nIt paid $7 million.\r\n";
    let mut out = String::new();
    brat::write(&Extractor::new().extract(text), text, &mut out);
    let characters: Vec<char> = text.chars().collect();
    for line in out.lines().filter(|line| line.starts_with('T')) {
        let [_, places, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let places = places.split_once(' ').unwrap().1.split(';').map(|place| {
            let (start, end) = place.split_once(' ').unwrap();
            characters[start.parse().unwrap()..end.parse().unwrap()].iter().collect::<String>()
        });
        assert_eq!(places.collect::<Vec<_>>().join(" "), words);
    }
    check("brat", &out);
}

#[test]
fn follow_the_money_drops_nothing() {
    const COUNT: &str = "
import json, sys
from followthemoney import model
for line in sys.stdin:
    entity = json.loads(line)
    proxy = model.make_entity(entity['schema'])
    proxy.id = entity['id']
    for name, values in entity['properties'].items():
        for value in values:
            proxy.add(name, value)
        assert len(proxy.get(name)) == len(set(values)), (entity['schema'], name, values, proxy.get(name))
    proxy.schema.validate(proxy.to_dict())
    print(entity['schema'])
";
    let entities = entities();
    if let Some(read) = python("followthemoney", COUNT, &entities) {
        assert_eq!(read.lines().count(), String::from_utf8(entities).unwrap().lines().count());
    }
}

/// What stands between two words.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).unwrap().1;
    rest.split_once(to).unwrap().0
}

/// Every value of an example stands in what is written; what ends with `…` is cut there.
fn stands_in(example: &serde_json::Value, written: &str) {
    match example {
        serde_json::Value::Object(members) => members.values().for_each(|member| stands_in(member, written)),
        serde_json::Value::Array(members) => members.iter().for_each(|member| stands_in(member, written)),
        serde_json::Value::String(text) => {
            let quoted = serde_json::to_string(text.trim_end_matches('…')).unwrap();
            let words = quoted.trim_matches('"');
            assert!(written.contains(words), "{words} is not written:\n{written}");
        }
        value => assert!(written.contains(&value.to_string()), "{value} is not written:\n{written}"),
    }
}

#[test]
fn the_page_about_formats_shows_what_is_written() {
    const PAGE: &str = include_str!("../docs/formats.md");
    let text = between(PAGE, "```text\n", "```");
    let mut document = Extractor::new().extract(text);
    document.id = "a.txt".into();
    let mut written: [(&str, Vec<u8>); 4] =
        ["## Open Contracting", "## FollowTheMoney", "## Web Annotation", "## Label Studio"]
            .map(|part| (part, Vec::new()));
    ocds::write(&document, &mut written[0].1);
    ftm::write(&document, &mut written[1].1);
    web_annotation::write(&document, text, false, &mut written[2].1);
    label_studio::write(&document, text, &mut written[3].1);
    for (part, written) in written {
        let example = between(PAGE.split_once(part).unwrap().1, "```json\n", "```");
        stands_in(&serde_json::from_str(example).unwrap(), &String::from_utf8(written).unwrap());
    }
    let mut standoff = String::new();
    brat::write(&document, text, &mut standoff);
    let example = between(PAGE.split_once("## brat").unwrap().1, "```text\n", "```");
    assert!(standoff.contains(example), "{standoff}");
}

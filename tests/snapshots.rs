//! Texts to snapshots, through the annotated view: `tests/cases/**/*.txt` to `snapshots/**.snap`, one snapshot a file, and
//! `tests/documents/<style>/*.txt` to `snapshots/documents/<style>/<name>.snap`.
//!
//! A file of cases:
//!
//! ```text
//! # what the cases are of
//!
//! --- between_and: both ends have their magnitude
//! between $5 million and $7 million
//!
//! --- not_a_range: a sum of two
//! published: 2025-05-21
//! fixme: read as a range
//! between $5 million and its $7 million rival
//! ```
//! The name of a case is the production that it is of, or begins with `not_` where nothing is to be read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::fs;
use std::path::{Path, PathBuf};

use insta::{Settings, assert_snapshot};
use outlay::Extractor;
use outlay::view::annotated::{self, Lines};

/// The names of all grammar rules, such as `range.between_and`: each has a case of that name.
fn rules() -> Vec<&'static str> {
    outlay::extract::rules()
}

/// A text with its name and what is known of it.
struct Case {
    name: String,
    remark: String,
    published: Option<String>,
    fixme: Option<String>,
    text: String,
}

#[test]
fn cases() {
    for path in texts("cases") {
        let (description, cases) = read_cases(&fs::read_to_string(&path).unwrap(), &path);
        let shown: Vec<String> = cases.iter().map(show).collect();
        check(&path, "cases", &description, &shown.join("\n"));
    }
}

#[test]
fn documents() {
    for path in texts("documents") {
        let text = fs::read_to_string(&path).unwrap();
        check(&path, "", "", &annotate(&text, None, Lines::WithFacts));
    }
}

#[test]
fn schema() {
    let schema = format!("{:#}", outlay::view::schema::schema());
    settings(root().join("snapshots"), "The JSON Schema of the records: a change here is a change of the format.")
        .bind(|| assert_snapshot!("schema", schema));
}

#[test]
fn a_quarter_of_the_cases_is_of_what_must_not_be_read() {
    let cases: Vec<Case> = all_cases().into_iter().map(|(_, case)| case).collect();
    let negative = cases.iter().filter(|case| case.name.starts_with("not_")).count();
    assert!(negative * 4 >= cases.len(), "{negative} of {} cases are negative", cases.len());
}

#[test]
fn each_rule_has_a_case_of_its_name() {
    let cases = all_cases();
    let has = |rule: &str| {
        let (file, name) = rule.split_once('.').unwrap_or(("", rule));
        cases.iter().any(|(stem, case)| case.name == rule || stem == file && case.name == name)
    };
    let missing: Vec<_> = rules().into_iter().filter(|rule| !has(rule)).collect();
    assert!(missing.is_empty(), "rules without a case: {}", missing.join(", "));
}

#[test]
fn no_two_cases_of_a_file_have_one_name() {
    let mut names: Vec<String> = all_cases().into_iter().map(|(stem, case)| format!("{stem}: {}", case.name)).collect();
    names.sort();
    let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect();
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

/// Compares what a file's texts became with its snapshot.
fn check(path: &Path, without: &str, description: &str, shown: &str) {
    let inside = path.strip_prefix(root().join("tests").join(without)).unwrap();
    let name = inside.file_stem().unwrap().to_str().unwrap();
    let folder = root().join("snapshots").join(inside.parent().unwrap());
    settings(folder, description).bind(|| assert_snapshot!(name, shown));
}

fn settings(folder: PathBuf, description: &str) -> Settings {
    let mut settings = Settings::new();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    if !description.is_empty() {
        settings.set_description(description);
    }
    settings
}

/// The case's lines, then its text with what was read in it.
fn show(case: &Case) -> String {
    let mut shown = format!("--- {}", case.name);
    if !case.remark.is_empty() {
        shown += &format!(": {}", case.remark);
    }
    for (key, value) in [("published", &case.published), ("fixme", &case.fixme)] {
        if let Some(value) = value {
            shown += &format!("\n{key}: {value}");
        }
    }
    format!("{shown}\n{}", annotate(&case.text, case.published.as_deref(), Lines::All))
}

fn annotate(text: &str, published: Option<&str>, lines: Lines) -> String {
    let mut extractor = Extractor::new();
    if let Some(date) = published {
        extractor = extractor.published(date.parse().unwrap());
    }
    let mut out = Vec::new();
    annotated::write(text, &extractor.extract(text), lines, false, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn all_cases() -> Vec<(String, Case)> {
    let mut all = Vec::new();
    for path in texts("cases") {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (_, cases) = read_cases(&fs::read_to_string(&path).unwrap(), &path);
        all.extend(cases.into_iter().map(|case| (stem.clone(), case)));
    }
    all
}

/// The description of a file and its cases.
fn read_cases(source: &str, path: &Path) -> (String, Vec<Case>) {
    let (head, rest) = source.split_once('\n').unwrap();
    let description = head.strip_prefix('#').unwrap_or_else(|| panic!("{} begins with no # line", path.display()));
    let mut cases: Vec<Case> = Vec::new();
    for line in rest.lines() {
        if let Some(head) = line.strip_prefix("--- ") {
            let (name, remark) = head.split_once(": ").unwrap_or((head, ""));
            cases.push(Case {
                name: name.to_owned(),
                remark: remark.to_owned(),
                published: None,
                fixme: None,
                text: String::new(),
            });
        } else if let Some(case) = cases.last_mut() {
            let begun = !case.text.is_empty();
            match line.split_once(": ") {
                Some(("published", date)) if !begun => case.published = Some(date.to_owned()),
                Some(("fixme", why)) if !begun => case.fixme = Some(why.to_owned()),
                _ if begun || !line.is_empty() => {
                    case.text.push_str(line);
                    case.text.push('\n');
                }
                _ => {}
            }
        } else {
            assert!(line.is_empty(), "{}: {line:?} stands before the first case", path.display());
        }
    }
    for case in &mut cases {
        case.text.truncate(case.text.trim_end_matches('\n').len());
    }
    (description.trim().to_owned(), cases)
}

/// The `.txt` files of a folder of `tests/` and the folders in it, sorted.
fn texts(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join("tests").join(folder), &mut found);
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

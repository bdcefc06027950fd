//! `outlay diff` as it is run: two outputs, in one order or another, and documents against an earlier output.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const TEXTS: [&str; 4] = [
    "Ardenia signed a $5 million contract with Velmark for 12 tanks on 3 May 2021.",
    "The Norhaven navy ordered four frigates from Tolvik Shipyards for €1.2 billion.",
    "The ministry spent $7 million on paper — nobody knows why.",
    "Nothing was bought.",
];

/// Documents, and an output of them.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        fs::create_dir(folder.path("documents")).unwrap();
        for (at, text) in TEXTS.iter().enumerate() {
            fs::write(folder.path(&format!("documents/{at}.txt")), text).unwrap();
        }
        let output = folder.run(&["extract", "documents", "--output", "old.jsonl"]);
        assert!(output.status.success());
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outlay"));
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null()).output().unwrap()
    }

    /// Writes the old output with something else in it.
    fn write(&self, name: &str, change: impl Fn(Vec<String>) -> Vec<String>) {
        let old = fs::read_to_string(self.path("old.jsonl")).unwrap();
        let lines = change(old.lines().map(str::to_owned).collect());
        fs::write(self.path(name), lines.join("\n")).unwrap();
    }

    fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let output = self.run(&[&["diff", "--format", "json"], arguments].concat());
        (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap())
    }
}

#[test]
fn the_same_output_is_the_same_in_any_order() {
    let folder = Folder::new();
    folder.write("turned.jsonl", |lines| lines.into_iter().rev().collect());
    for new in ["old.jsonl", "turned.jsonl"] {
        let output = folder.run(&["diff", "old.jsonl", new]);
        assert_eq!(output.status.code(), Some(0), "{new}");
        let want = "4 documents, 0 with other facts: 0 gained, 0 lost, 0 changed\n";
        assert_eq!(String::from_utf8(output.stdout).unwrap(), want);
    }
}

#[test]
fn documents_are_read_anew() {
    let folder = Folder::new();
    folder.write("other.jsonl", |lines| {
        let change = |line: String| line.replace("\"status\":\"signed\"", "\"status\":\"planned\"");
        lines.into_iter().map(change).collect()
    });
    for threads in ["1", "3"] {
        let output = folder.run(&["diff", "--old", "other.jsonl", "documents", "-j", threads]);
        assert_eq!(output.status.code(), Some(1));
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("diff", String::from_utf8(output.stdout).unwrap());
        });
    }
    let output = folder.run(&["diff", "--old", "old.jsonl", "documents"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    fs::write(folder.path("documents/2.txt"), "The ministry spent little.").unwrap();
    let (status, found) = folder.json(&["--old", "old.jsonl", "documents"]);
    assert_eq!((status, &found["facts"]["lost"]), (1, &Value::from(1)));
    let group = &found["groups"][0];
    assert_eq!((&group["change"], &group["record"]), (&Value::from("lost"), &Value::from("figure")));
    assert_eq!((&group["examples"][0]["document"], &group["field"]), (&Value::from("documents/2.txt"), &Value::Null));
}

#[test]
fn documents_of_one_reading_alone_are_told() {
    let folder = Folder::new();
    folder.write("less.jsonl", |lines| lines[1..].to_vec());
    let (status, found) = folder.json(&["less.jsonl", "old.jsonl"]);
    assert_eq!((status, &found["documents"]["only_new"]), (1, &Value::from(1)));
    assert!(found["facts"]["gained"].as_u64().unwrap() >= 3, "{found}");
    assert_eq!(found["facts"]["lost"], 0);
}

#[test]
fn what_is_no_output_is_told_and_the_rest_is_compared() {
    let folder = Folder::new();
    folder.write("broken.jsonl", |mut lines| {
        lines.insert(1, "{\"id\":".to_owned());
        lines.insert(2, String::new());
        lines
    });
    let output = folder.run(&["diff", "old.jsonl", "broken.jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("outlay: broken.jsonl: row 2: a document of outlay was expected"), "{told}");
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("4 documents, 0 with other facts"));
    for arguments in [&["old.jsonl"][..], &["old.jsonl", "none.jsonl"], &["documents", "old.jsonl"], &["-", "-"]] {
        let output = folder.run(&[&["diff"], arguments].concat());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
    }
}

#[test]
fn escapes_of_a_document_reach_no_terminal() {
    let folder = Folder::new();
    folder.write("hostile.jsonl", |lines| {
        lines.into_iter().map(|line| line.replace("\"kind\":\"exact\"", "\"kind\":\"\\u001b[31mred\"")).collect()
    });
    let output = folder.run(&["diff", "old.jsonl", "hostile.jsonl", "--color", "never"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("␛[31mred") && !text.contains('\u{1b}'), "{text}");
}

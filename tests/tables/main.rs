//! Tables of every kind say what the JSON says: CSV, SQLite and Parquet, of all texts that the other tests read.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod read;
mod rebuild;
#[cfg(feature = "sqlite")]
mod sqlite;
mod texts;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use outlay::model::Document;
use outlay::view::csv::{write_header, write_rows};
use outlay::view::table::{Lists, Table, Type};
use serde_json::Value as Json;
use tempfile::TempDir;

#[cfg(any(feature = "sqlite", feature = "parquet"))]
use read::Cells;
use read::Tables;

/// Runs the program in a folder; its exit status, and what it says.
fn run(folder: &Path, arguments: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outlay"));
    let output = command.args(arguments.split_whitespace()).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

/// Runs the program where nothing is to be said of it; what it writes.
fn extract(folder: &Path, arguments: &str) -> String {
    let (code, out, errors) = run(folder, &format!("extract {arguments}"));
    assert_eq!((code, errors.as_str()), (0, ""), "{arguments}");
    out
}

/// What a folder holds.
#[cfg(any(feature = "sqlite", feature = "parquet"))]
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// What a program of Python says of a folder; none, with a reason, where Python or one of its packages is not installed.
#[cfg(any(feature = "sqlite", feature = "parquet"))]
fn python(packages: &[&str], program: &str, folder: &Path) -> Option<String> {
    let there = Command::new("python3")
        .args(["-c", &format!("import {}", packages.join(", "))])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !there {
        eprintln!("skipped: python3 with {} is not installed", packages.join(" and "));
        return None;
    }
    let output = Command::new("python3").args(["-c", program]).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The texts in a folder as `rows.jsonl` and a page, and their documents as JSON.
fn texts_and_documents(options: &str) -> (TempDir, Vec<String>) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("rows.jsonl"), texts::rows()).unwrap();
    fs::write(folder.path().join("page.html"), texts::PAGE).unwrap();
    let out = extract(folder.path(), &format!("rows.jsonl page.html --format jsonl {options}"));
    let documents: Vec<String> = out.lines().map(str::to_owned).collect();
    assert!(documents.len() > 500, "{} documents", documents.len());
    (folder, documents)
}

/// Tables by which the documents can be written down again are the same facts, none left out.
fn are_the_documents(tables: &Tables, documents: &[String], as_written: impl Fn(Json) -> Json) {
    let rebuilt = rebuild::documents(tables);
    assert_eq!(rebuilt.len(), documents.len());
    for document in documents {
        let document = as_written(serde_json::from_str(document).unwrap());
        let id = document["id"].as_str().unwrap();
        assert_eq!(rebuilt[id], document, "{id}");
    }
}

/// The tables of documents as CSV.
fn csv(documents: &[String]) -> Tables {
    let documents: Vec<Document<'_>> = documents.iter().map(|row| serde_json::from_str(row).unwrap()).collect();
    let table = |table: Table| {
        let mut out = Vec::new();
        write_header(table, &mut out).unwrap();
        documents.iter().for_each(|document| write_rows(document, table, &mut out).unwrap());
        (table, read::csv(&String::from_utf8(out).unwrap()))
    };
    Table::ALL.into_iter().map(table).collect()
}

#[test]
fn csv_tables_are_the_documents() {
    let (folder, documents) = texts_and_documents("");
    let tables = csv(&documents);
    are_the_documents(&tables, &documents, without_empty_text);
    let text = extract(folder.path(), "rows.jsonl page.html --format csv --table parties");
    assert!(read::csv(&text) == tables[&Table::Parties]);
    let rows: usize = tables.values().map(Vec::len).sum();
    assert!(tables.values().all(|rows| !rows.is_empty()) && rows > 5000, "{rows} rows");
}

/// Empty text as null, as far as CSV cannot tell them apart.
fn without_empty_text(mut value: Json) -> Json {
    fn walk(value: &mut Json) {
        match value {
            Json::String(text) if text.is_empty() => *value = Json::Null,
            Json::Array(members) => members.iter_mut().for_each(walk),
            Json::Object(members) => members.values_mut().for_each(walk),
            _ => {}
        }
    }
    walk(&mut value);
    value
}

/// Whether two readings of all tables have the same cells.
#[cfg(any(feature = "sqlite", feature = "parquet"))]
fn are_the_same(some: &Tables, other: &Tables, same: impl Fn(&Cells, &Cells, &str) -> bool) {
    for table in Table::ALL {
        assert_eq!(some[&table].len(), other[&table].len(), "{table}");
        for (one, other) in some[&table].iter().zip(&other[&table]) {
            for column in table.columns(Lists::Apart) {
                assert!(same(one, other, column.name), "{table}, {}: {one:?}, {other:?}", column.name);
            }
        }
    }
}

/// What CSV has of a cell: nothing for null, and an apostrophe before what a spreadsheet would take for a formula.
#[cfg(any(feature = "sqlite", feature = "parquet"))]
fn is_in_csv(csv: &Cells, cells: &Cells, column: &str) -> bool {
    let (csv, text) = (csv[column].as_deref().unwrap_or_default(), cells[column].as_deref().unwrap_or_default());
    csv == text || csv.strip_prefix('\'') == Some(text)
}

#[cfg(feature = "sqlite")]
#[test]
fn a_database_is_the_documents() {
    for options in ["", "--offsets utf16 --with-text --only contracts"] {
        let (folder, documents) = texts_and_documents(options);
        extract(folder.path(), &format!("rows.jsonl page.html --format sqlite --output facts.db {options}"));
        let tables = read::sqlite(&folder.path().join("facts.db"));
        are_the_documents(&tables, &documents, |document| document);
        are_the_same(&csv(&documents), &tables, is_in_csv);
    }
}

/// Writes Parquet. One of the texts has an amount that is too fine for a decimal there, and no contract.
#[cfg(feature = "parquet")]
fn columns(folder: &Path, options: &str) {
    let (code, _, errors) = run(folder, &format!("extract rows.jsonl page.html --format parquet {options}"));
    let told = ": 2 amounts are finer than a billionth: their decimals are null, their texts exact\n";
    assert!(code == 0 && if options.contains("only") { errors.is_empty() } else { errors.ends_with(told) }, "{errors}");
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_files_are_the_documents() {
    for options in ["", "--offsets utf16 --with-text --only contracts"] {
        let (folder, documents) = texts_and_documents(options);
        columns(folder.path(), &format!("--output facts {options}"));
        let tables = read::parquet(&folder.path().join("facts"));
        are_the_documents(&tables, &documents, |document| document);
        are_the_same(&csv(&documents), &tables, is_in_csv);
        #[cfg(feature = "sqlite")]
        {
            extract(folder.path(), &format!("rows.jsonl page.html --format sqlite --output facts.db {options}"));
            let database = read::sqlite(&folder.path().join("facts.db"));
            are_the_same(&database, &tables, |one, other, column| one[column] == other[column]);
        }
    }
}

#[test]
fn tables_of_any_number_of_threads_are_the_same() {
    let (folder, _) = texts_and_documents("");
    let mut read: Vec<(&str, Vec<u8>)> = Vec::new();
    for threads in [1, 3] {
        #[cfg(feature = "sqlite")]
        {
            let name = format!("facts{threads}.db");
            extract(
                folder.path(),
                &format!("rows.jsonl page.html --threads {threads} --format sqlite --output {name}"),
            );
            read.push(("sqlite", fs::read(folder.path().join(name)).unwrap()));
        }
        #[cfg(feature = "parquet")]
        {
            let name = format!("facts{threads}");
            columns(folder.path(), &format!("--output {name} --threads {threads}"));
            for table in Table::ALL {
                let file = folder.path().join(&name).join(format!("{table}.parquet"));
                read.push((table.name(), fs::read(file).unwrap()));
            }
        }
        let text = extract(folder.path(), &format!("rows.jsonl --threads {threads} --format csv --table evidence"));
        read.push(("csv", text.into_bytes()));
    }
    let half = read.len() / 2;
    for (one, other) in read[..half].iter().zip(&read[half..]) {
        assert!(one == other, "{} with one thread and with three", one.0);
    }
}

#[test]
fn forms_that_are_not_built_in_say_so_and_those_that_are_want_a_place() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), "paid $5 million").unwrap();
    for (form, there) in [("sqlite", cfg!(feature = "sqlite")), ("parquet", cfg!(feature = "parquet"))] {
        let help = run(folder.path(), "help extract").1;
        assert_eq!(help.contains(&format!("- {form}:")), there, "{help}");
        for output in ["", " --output -"] {
            let (code, out, errors) = run(folder.path(), &format!("extract a.txt --format {form}{output}"));
            assert_eq!((code, out.as_str()), (2, ""));
            let want = if there { "--output has to name it" } else { "it is built with --features" };
            assert!(errors.contains(want), "{errors}");
        }
    }
    let bools = Table::Contracts.columns(Lists::Joined).filter(|column| column.kind == Type::Bool).count();
    assert_eq!(bools, 3);
}

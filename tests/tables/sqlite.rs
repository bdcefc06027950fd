//! The database as it is made, changed, broken off and asked.

use std::fs;
use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use outlay::Extractor;
use outlay::model::{Document, FigureId};
use outlay::view::sqlite::{Update, schema};
use outlay::view::table::Batch;
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

use super::{extract, names, python, run};

const DEALS: &str = "Poland signed a €5.4 billion ($6.1 billion) contract with Velmark Systems GmbH on May 9, 2024, for 24 Su-30SM fighter \
    jets.\n\nHungary plans to buy 12 helicopters from Leonardo for about €300 million.\n\nGermany ordered 10 howitzers from KNDS for \
    €0.1 million in 2023.\n\nNorway bought 4 radars from Saab for €5,399,900,000.25 in 2023.\n";

const ANNOUNCEMENT: &str = "NAVY\n\nVelmark Systems Inc., Austin, Texas, is awarded a not-to-exceed $7,000,000 firm-fixed-price contract \
    (N00019-21-C-0001) for pumps. The Naval Sea Systems Command, Washington, District of Columbia, is the contracting activity.\n\nNorhaven \
    LLC, Rome, New York, is awarded a $5,000,000 firm-fixed-price contract (N00019-21-C-0002) for valves. The Naval Sea Systems Command, \
    Washington, District of Columbia, is the contracting activity.\n\nOrrin Inc., Lima, Ohio, is awarded a $1,000,000 modification \
    (P00002) to a previously awarded contract (N00019-20-C-0003) to exercise options for pumps. The Naval Sea Systems Command, Washington, \
    District of Columbia, is the contracting activity.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    folder
}

fn open(folder: &TempDir) -> Connection {
    Connection::open(folder.path().join("facts.db")).unwrap()
}

/// What a query gives, a line a row and a bar between cells.
pub(crate) fn ask(database: &Connection, sql: &str) -> Vec<String> {
    let mut statement = database.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        let cell = |at| {
            Ok(match row.get::<_, Value>(at)? {
                Value::Null => String::new(),
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => text,
                other => panic!("{other:?}"),
            })
        };
        Ok((0..columns).map(cell).collect::<rusqlite::Result<Vec<_>>>()?.join("|"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// Whether a database has no fault that SQLite finds.
fn is_sound(database: &Connection) {
    assert_eq!(ask(database, "PRAGMA integrity_check"), ["ok"]);
    assert!(ask(database, "PRAGMA foreign_key_check").is_empty());
}

#[test]
fn the_statements_that_make_a_database() {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/formats"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!("sqlite", schema()));
}

#[test]
fn views_answer_what_is_asked_most() {
    let folder = folder(&[("deals.txt", DEALS), ("list.txt", ANNOUNCEMENT)]);
    extract(folder.path(), "deals.txt list.txt --format sqlite --output facts.db");
    let database = open(&folder);
    is_sound(&database);
    let deals = ask(
        &database,
        "SELECT supplier, supplier_country, customer_country, quantity, item, currency, low, made, status FROM deals",
    );
    assert_eq!(
        deals[..4],
        [
            "Velmark Systems GmbH||PL|24|Su-30SM fighter jets|EUR|5400000000|2024-05-09|signed",
            "Leonardo||HU|12|helicopters|EUR|300000000||planned",
            "KNDS||DE|10|howitzers|EUR|100000|2023|signed",
            "Saab||NO|4|radars|EUR|5399900000.25|2023|signed",
        ]
    );
    assert_eq!(deals.len(), 7);
    // Three tenths of sums that no binary float holds; nothing of a ceiling, a conversion or an option.
    assert_eq!(
        ask(&database, "SELECT * FROM totals"),
        [
            "EUR|award|10800000000.25|3|0|0",
            "EUR|estimated||0|0|1",
            "USD|award|5000000|1|0|1",
            "USD|ceiling||0|0|1",
            "USD|modification|1000000|1|0|0",
        ]
    );
    assert_eq!(
        ask(
            &database,
            "SELECT role, currency, low, left_out FROM sums WHERE left_out IS NOT NULL ORDER BY document, contract"
        ),
        [
            "award|USD|6100000000|conversion of another figure",
            "estimated|EUR|300000000|approximate",
            "ceiling|USD||only an upper bound"
        ]
    );
    assert_eq!(ask(&database, "SELECT * FROM contracts_by_year"), ["2023|2023|2", "2024|2024|1", "||4"]);
    assert_eq!(ask(&database, "SELECT * FROM contracts_by_supplier_country"), ["|4", "US|3"]);
}

/// A document with an exact award of each of these sums.
fn awards(id: &str, sums: &[&str]) -> Document<'static> {
    let figures = sums.iter().enumerate().map(|(at, sum)| {
        serde_json::json!({"id": format!("f{}", at + 1), "start": at, "end": at + 1, "text": "x", "kind": "exact", "low": sum, "high": sum,
            "magnitude": null, "currency": "USD", "currency_basis": "code", "currency_candidates": [], "approximate": false,
            "sign": "positive", "per": null, "hedges": [], "converts": null, "contracts": [], "rule": "amount.code"})
    });
    let figures: Vec<_> = figures.collect();
    let text = "Poland signed a contract with Velmark Systems GmbH for 24 radars.";
    let mut contract = serde_json::to_value(&Extractor::new().extract(text).contracts[0]).unwrap();
    contract["values"] =
        (1..=sums.len()).map(|at| serde_json::json!({"figure": format!("f{at}"), "role": "award"})).collect();
    let document = serde_json::json!({"schema": "outlay/1", "id": id, "language": "en", "published": null, "published_basis": null,
        "offsets": "bytes", "content": null, "figures": figures, "dates": [], "contracts": [contract], "diagnostics": []});
    serde_json::from_str::<Document<'_>>(Box::leak(document.to_string().into_boxed_str())).unwrap()
}

#[test]
fn totals_are_exact_or_refused() {
    let database = Connection::open_in_memory().unwrap();
    let mut update = Update::begin(&database).unwrap();
    let mut batch = Batch::default();
    batch.add(&awards("a", &["0.1", "0.2", "9007199254740993", "999999999999999.999999999", "0.000000001"]));
    assert!(update.put(&database, &batch).unwrap().is_empty());
    let total = |database: &Connection| ask(database, "SELECT total, amounts, left_out FROM totals");
    // The third is too large to be added among the others, and is told beside.
    assert_eq!(total(&database), ["1000000000000000.3|4|1"]);
    let mut finer = Batch::default();
    finer.add(&awards("a", &["0.0000000001", "0.5", "1.5"]));
    assert!(update.put(&database, &finer).unwrap()[0].starts_with("a: documents with ids of their own"));
    assert_eq!(total(&database), ["2|2|1"]);
    update.finish(&database).unwrap();
}

#[test]
fn documents_that_are_read_again_are_replaced_and_others_stay() {
    let folder = folder(&[("a.txt", DEALS), ("b.txt", ANNOUNCEMENT)]);
    extract(folder.path(), "a.txt b.txt --format sqlite --output facts.db");
    let b = ask(&open(&folder), "SELECT * FROM figures WHERE document = 'b.txt'");
    fs::write(folder.path().join("a.txt"), "The ministry paid $5 million.").unwrap();
    fs::write(folder.path().join("c.txt"), "kr5 million").unwrap();
    extract(folder.path(), "a.txt c.txt --format sqlite --output facts.db");
    let database = open(&folder);
    is_sound(&database);
    assert_eq!(ask(&database, "SELECT id FROM documents ORDER BY id"), ["a.txt", "b.txt", "c.txt"]);
    assert_eq!(ask(&database, "SELECT low, text FROM figures WHERE document = 'a.txt'"), ["5000000|$5 million"]);
    assert!(ask(&database, "SELECT * FROM contracts WHERE document = 'a.txt'").is_empty());
    assert_eq!(ask(&database, "SELECT * FROM figures WHERE document = 'b.txt'"), b);
    assert!(!ask(&database, "SELECT * FROM currency_candidates WHERE document = 'c.txt'").is_empty());
    // Nothing of the old document is left in any table.
    for table in ["parties", "items", "values", "evidence", "contract_dates", "hedges", "dates"] {
        let left = ask(&database, &format!("SELECT * FROM \"{table}\" WHERE document = 'a.txt'"));
        assert!(left.is_empty(), "{table}: {left:?}");
    }
    // The same again changes nothing.
    let dump = |database: &Connection| {
        let tables = ["documents", "figures", "contracts", "evidence", "identifiers", "parties"];
        tables.map(|table| ask(database, &format!("SELECT * FROM {table} ORDER BY 1, 2, 3")))
    };
    let before = dump(&database);
    extract(folder.path(), "a.txt b.txt c.txt --format sqlite --output facts.db");
    assert_eq!(dump(&open(&folder)), before);
    assert_eq!(names(folder.path()), ["a.txt", "b.txt", "c.txt", "facts.db"]);
}

#[test]
fn an_id_that_comes_twice_is_told() {
    let folder = folder(&[("rows.jsonl", "{\"id\":\"x\",\"text\":\"$1\"}\n{\"id\":\"x\",\"text\":\"$2\"}\n")]);
    for _ in 0..2 {
        let (code, _, errors) = run(folder.path(), "extract rows.jsonl --format sqlite --output facts.db");
        assert_eq!(code, 1);
        assert_eq!(
            errors,
            "outlay: x: documents with ids of their own were expected, and this id came twice; the later document stays\n"
        );
        assert_eq!(ask(&open(&folder), "SELECT low FROM figures"), ["2"]);
    }
}

#[test]
fn records_that_lead_nowhere_cost_one_document() {
    let database = Connection::open_in_memory().unwrap();
    let mut update = Update::begin(&database).unwrap();
    let mut batch = Batch::default();
    let read = |id: &'static str| {
        let mut document = Extractor::new().extract(DEALS);
        document.id = id.into();
        document
    };
    let mut no_figure = read("no figure");
    no_figure.figures.clear();
    let mut no_original = read("no original");
    no_original.figures[1].converts = Some(FigureId(77));
    let mut late_original = read("late original");
    late_original.figures[0].converts = Some(FigureId(2));
    late_original.figures[1].converts = None;
    for document in [&read("good"), &no_figure, &no_original, &late_original] {
        batch.add(document);
    }
    let told = update.put(&database, &batch).unwrap();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("no figure: records that name each other were expected"), "{told:?}");
    assert!(told[1].starts_with("no original: records that name each other were expected"), "{told:?}");
    update.finish(&database).unwrap();
    is_sound(&database);
    assert_eq!(ask(&database, "SELECT id FROM documents"), ["good", "late original"]);
}

#[test]
fn other_databases_and_files_are_left_alone() {
    let folder = folder(&[
        ("a.txt", "paid $5 million"),
        ("text.db", "This is no database, but long enough to be looked at by one. "),
    ]);
    let path = |name: &str| folder.path().join(name);
    let foreign = Connection::open(path("foreign.db")).unwrap();
    foreign.execute_batch("CREATE TABLE figures (id)").unwrap();
    drop(foreign);
    extract(folder.path(), "a.txt --format sqlite --output newer.db");
    Connection::open(path("newer.db")).unwrap().execute_batch("PRAGMA user_version = 7").unwrap();
    fs::create_dir(path("folder")).unwrap();
    for (name, code, want) in [
        (
            "foreign.db",
            1,
            "outlay: foreign.db: a database of outlay was expected, and one of another program was found\n",
        ),
        ("text.db", 1, "outlay: text.db: a database of outlay was expected, and a file of another kind was found\n"),
        (
            "newer.db",
            1,
            "outlay: newer.db: a database with tables of version 1 was expected, and version 7 was found: write to a new file\n",
        ),
        ("/dev/null", 1, "outlay: /dev/null: a file was expected, and something else stands there\n"),
        ("no/such.db", 1, "outlay: no/such.db: a place to write to was expected: no such file or directory\n"),
    ] {
        let before = fs::read(path(name)).ok().filter(|bytes| !bytes.is_empty());
        let (got, out, errors) = run(folder.path(), &format!("extract a.txt --format sqlite --output {name}"));
        assert_eq!((got, out.as_str(), errors.as_str()), (code, "", want));
        assert_eq!(fs::read(path(name)).ok().filter(|bytes| !bytes.is_empty()), before, "{name}");
    }
    assert_eq!(run(folder.path(), "extract a.txt --format sqlite --output folder").0, 2);
    assert_eq!(run(folder.path(), "extract a.txt --format sqlite --output a.txt").0, 2);
    // A file that is empty is no other's.
    fs::write(path("empty.db"), "").unwrap();
    extract(folder.path(), "a.txt --format sqlite --output empty.db");
    assert_eq!(ask(&Connection::open(path("empty.db")).unwrap(), "SELECT count(*) FROM documents"), ["1"]);
    assert_eq!(names(folder.path()), ["a.txt", "empty.db", "folder", "foreign.db", "newer.db", "text.db"]);
}

#[test]
fn a_database_that_another_program_holds_is_told_of() {
    let folder = folder(&[("a.txt", "paid $5 million")]);
    extract(folder.path(), "a.txt --format sqlite --output facts.db");
    let other = open(&folder);
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let (code, _, errors) = run(folder.path(), "extract a.txt --format sqlite --output facts.db");
    assert_eq!(code, 1);
    assert_eq!(errors, "outlay: facts.db: a database that can be written to was expected: database is locked\n");
}

/// A run that waits for more input, after it was given so many large documents.
fn begun(folder: &TempDir, documents: usize) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outlay"));
    command.args(["extract", "-", "--input", "jsonl", "--with-text", "--format", "sqlite", "--output", "facts.db"]);
    let mut child = command.current_dir(folder.path()).stdin(Stdio::piped()).spawn().unwrap();
    let stdin = child.stdin.as_mut().unwrap();
    stdin.write_all(b"{\"id\":\"a.txt\",\"text\":\"Ardenia paid $7.\"}\n").unwrap();
    let blank = " ".repeat(1 << 22);
    for number in 0..documents {
        stdin.write_all(format!("{{\"id\":\"big{number}\",\"text\":\"{blank}\"}}\n").as_bytes()).unwrap();
    }
    child
}

/// Waits until something is so.
fn wait_until(is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_mins(2), "it did not come about");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_the_old_database_whole() {
    let folder = folder(&[("a.txt", DEALS), ("b.txt", ANNOUNCEMENT)]);
    extract(folder.path(), "a.txt b.txt --format sqlite --output facts.db");
    let old = fs::read(folder.path().join("facts.db")).unwrap();
    let facts = ask(&open(&folder), "SELECT * FROM figures");
    for signal in ["-KILL", "-INT"] {
        // Far more than is held in memory, so that the file itself is changed before the end.
        let mut child = begun(&folder, 6);
        wait_until(|| fs::metadata(folder.path().join("facts.db")).unwrap().len() > old.len() as u64);
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        let status = child.wait().unwrap();
        if signal == "-INT" {
            assert_eq!(status.code(), Some(130));
            assert_eq!(names(folder.path()), ["a.txt", "b.txt", "facts.db"]);
        } else {
            assert_eq!(status.code(), None);
            // The file was changed, and lies there half written until somebody opens it.
            assert_ne!(fs::read(folder.path().join("facts.db")).unwrap(), old);
        }
        let database = open(&folder);
        is_sound(&database);
        assert_eq!(ask(&database, "SELECT id FROM documents"), ["a.txt", "b.txt"]);
        assert_eq!(ask(&database, "SELECT * FROM figures"), facts);
        drop(database);
        assert_eq!(fs::read(folder.path().join("facts.db")).unwrap(), old, "byte for byte");
    }
}

#[cfg(unix)]
#[test]
fn a_new_database_has_its_name_only_when_it_is_complete() {
    let folder = folder(&[]);
    let mut child = begun(&folder, 0);
    wait_until(|| names(folder.path()).iter().any(|name| name.ends_with(".unfinished")));
    assert!(!folder.path().join("facts.db").exists());
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn python_reads_the_database() {
    let folder = folder(&[("deals.txt", DEALS), ("list.txt", ANNOUNCEMENT)]);
    extract(folder.path(), "deals.txt list.txt --format sqlite --output facts.db");
    let program = "import sqlite3; from decimal import Decimal; d = sqlite3.connect('facts.db'); \
        print(d.execute('PRAGMA integrity_check').fetchone()[0], d.execute('PRAGMA foreign_key_check').fetchall()); \
        print(sum(Decimal(low) for low, in d.execute(\"SELECT low FROM sums WHERE currency = 'EUR' AND role = 'award' AND left_out IS NULL\")))\n\
        for view in ('deals', 'totals', 'contracts_by_year', 'contracts_by_supplier_country'): print(view, len(d.execute(f'SELECT * FROM {view}').fetchall()))";
    if let Some(said) = python(&["sqlite3"], program, folder.path()) {
        assert_eq!(
            said,
            "ok []\n10800000000.25\ndeals 7\ntotals 5\ncontracts_by_year 3\ncontracts_by_supplier_country 2\n"
        );
    }
}

#[test]
fn duckdb_reads_the_attached_database_as_sqlite_does() {
    let folder = folder(&[("deals.txt", DEALS), ("list.txt", ANNOUNCEMENT)]);
    extract(folder.path(), "deals.txt list.txt --format sqlite --output facts.db");
    let program = "import duckdb, duckdb_extension_sqlite_scanner as extension, glob, os, sqlite3\n\
        [file] = glob.glob(os.path.dirname(extension.__file__) + '/extensions/*/sqlite_scanner.duckdb_extension')\n\
        there = duckdb.connect(); there.execute(f\"LOAD '{file}'\"); there.execute(\"ATTACH 'facts.db' AS facts (TYPE sqlite)\")\n\
        here = sqlite3.connect('facts.db')\n\
        names = [name for name, in here.execute(\"SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')\")]\n\
        for name in names:\n\
        \x20   rows = sorted(map(repr, here.execute(f'SELECT * FROM \"{name}\"').fetchall()))\n\
        \x20   assert sorted(map(repr, there.execute(f'SELECT * FROM facts.\"{name}\"').fetchall())) == rows, name\n\
        \x20   assert there.execute(f'SELECT count(*) FROM facts.\"{name}\"').fetchone() == (len(rows),), name\n\
        print(len(names), there.execute('SELECT sum(low::DECIMAL(38, 9)) FROM facts.figures').fetchone()[0] > 0)";
    if let Some(said) = python(&["duckdb", "duckdb_extension_sqlite_scanner"], program, folder.path()) {
        assert_eq!(said, "21 True\n");
    }
}

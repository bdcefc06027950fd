//! Counts of instructions by valgrind, which are the same in every run.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, dead_code, reason = "a check says that it fails by stopping")]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// The functions of the program that make records of a text and of a page, from what was read to what is written.
const WORK: [(&str, &str); 2] =
    [("text", "outlay::cli::work::Worker::text"), ("html", "outlay::cli::work::Worker::page")];

/// Whether valgrind is installed.
pub fn is_there() -> bool {
    let mut version = Command::new("valgrind");
    version.arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// How many instructions `program` needs for each of the texts, one after the other. What it does once it does before, for the
/// texts of `first`. `key` says what they are, "text" or "html".
pub fn instructions(program: &str, key: &str, first: &[&str], texts: &[&str]) -> Vec<u64> {
    let work = WORK.iter().find(|(name, _)| *name == key).unwrap().1;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let ending = if key == "html" { "html" } else { "txt" };
    // A file each: rows of one file are read many together, and files one by one.
    let files = first.iter().chain(texts).chain(&[""]).enumerate().map(|(number, text)| {
        let path = folder.path().join(format!("{number:05}.{ending}"));
        fs::write(&path, text).unwrap();
        path
    });
    let files: Vec<_> = files.collect();
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", &format!("--toggle-collect={work}"), &format!("--dump-before={work}")])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .args([program, "extract", "--threads", "1", "--format", "jsonl", "--output", "/dev/null"])
        .args(&files)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    // A part is written where a document begins: the first has what stands before all of them.
    let counts = (first.len()..first.len() + texts.len()).map(|row| {
        let part = fs::read_to_string(out.with_file_name(format!("out.{}", row + 2)));
        let part = part.unwrap_or_else(|_| panic!("the program has a function {work} for each file"));
        part.lines().find_map(|line| line.strip_prefix("totals: ")).unwrap().trim().parse().unwrap()
    });
    counts.collect()
}

/// A line for people that a test which holds does not swallow.
pub fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

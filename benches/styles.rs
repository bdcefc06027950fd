//! How fast one thread reads each style of text, in MB of text a second: `just bench`, or `cargo bench -- news` for one style.
//!
//! The texts are made here, of sentences of the style, so that a run needs no corpus. The best of several rounds counts: whatever
//! else the machine does makes a round slower, never faster. Where ripgrep is installed it searches the same bytes, from a file and
//! on one thread, for what looks like money: how many times longer the program takes to read a file into records stands beside it.
#![allow(clippy::float_arithmetic, clippy::print_stdout, clippy::cast_precision_loss, reason = "a report for people")]

mod texts;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use outlay::Extractor;
use texts::{DOCUMENT, STYLES, document};

/// How much text of each style, in bytes.
const SIZE: usize = 2_000_000;
const ROUNDS: usize = 7;
/// The files that two programs read hold the text so many times, so that starting a program counts for little.
const COPIES: usize = 10;

/// Money in digits and the magnitudes that follow, as somebody would search for it.
const MONEY: &str = r"(?i)([$€£¥]|\b(USD|EUR|GBP)) ?\d[\d,.]*( ?(million|billion|m|bn)\b)?|\b\d[\d,.]* (million |billion )?(dollars|euros|pounds)\b";

fn main() {
    let extractor = Extractor::new();
    let folder = tempfile::tempdir().ok();
    let searches =
        Command::new("rg").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    println!("{:<16}{:>8}{:>12}{:>12}{:>14}{:>10}", "style", "MB/s", "figures", "dates", "ripgrep MB/s", "ratio");
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    for (style, sentences) in STYLES {
        if !asked.is_empty() && !asked.iter().any(|name| name == style) {
            continue;
        }
        let documents: Vec<String> = (0..SIZE / DOCUMENT).map(|number| document(sentences, number)).collect();
        let bytes: usize = documents.iter().map(String::len).sum();
        let (mut figures, mut dates) = (0, 0);
        let best = best_of(|| {
            (figures, dates) = (0, 0);
            for text in &documents {
                let read = extractor.extract(black_box(text));
                figures += read.figures.len();
                dates += read.dates.len();
            }
            true
        });
        let pair = folder.as_ref().filter(|_| searches).and_then(|folder| pair(folder.path(), &documents));
        let (rate, ratio) = pair.map_or(("-".to_owned(), "-".to_owned()), |(searched, read)| {
            (format!("{:.0}", (bytes * COPIES) as f64 / 1e6 / searched), format!("{:.1}", read / searched))
        });
        println!(
            "{style:<16}{:>8.0}{figures:>12}{dates:>12}{rate:>14}{ratio:>10}",
            bytes as f64 / 1e6 / best.unwrap_or(f64::NAN)
        );
    }
    if !searches {
        println!("ripgrep is not installed: nothing to compare with");
    }
}

/// The seconds of the best round, unless one went wrong.
fn best_of(mut run: impl FnMut() -> bool) -> Option<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        if !run() {
            return None;
        }
        best = best.min(begun.elapsed().as_secs_f64());
    }
    Some(best)
}

/// How long ripgrep and the program take for one file of the documents, in seconds.
fn pair(folder: &Path, documents: &[String]) -> Option<(f64, f64)> {
    // A row a document, so that the program does not hold all of it.
    let rows: Vec<String> =
        documents.iter().filter_map(|text| serde_json::to_string(&serde_json::json!({ "text": text })).ok()).collect();
    let path = folder.join("rows.jsonl");
    fs::write(&path, (rows.join("\n") + "\n").repeat(COPIES)).ok()?;
    let run = |command: &mut Command| {
        command.stdout(Stdio::null()).status().is_ok_and(|status| status.success() || status.code() == Some(1))
    };
    let searched = best_of(|| {
        run(Command::new("rg").args(["--threads", "1", "--only-matching", "--no-config", MONEY]).arg(&path))
    })?;
    let program = env!("CARGO_BIN_EXE_outlay");
    let read =
        best_of(|| run(Command::new(program).args(["extract", "--threads", "1", "--only", "figures"]).arg(&path)))?;
    Some((searched, read))
}

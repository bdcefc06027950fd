//! How many instructions a byte of text costs, by style, against the counts in `tests/instructions.txt`.
//!
//! Unlike times, counts are the same in every run, whatever else the machine does. They are of the program as the tests build it,
//! without optimisation; callgrind, a tool of valgrind, counts them. Without valgrind nothing is counted, and the test says so.
//!
//! After a change that is worth its cost, `INSTRUCTIONS=write cargo test --test instructions` writes the counts anew.
#![cfg(all(feature = "cli", debug_assertions))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

mod callgrind;
#[path = "../benches/texts/mod.rs"]
mod texts;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

const COUNTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instructions.txt");

/// How much more may be counted, in percent, with the toolchain of the counts and with another: compilers differ.
const TOLERANCE: [u64; 2] = [5, 40];

/// So many bytes of a style show what it costs.
const ENOUGH: usize = 1_000;

/// The texts of each style: documents of the tests, and made ones where no document is like them.
fn styles() -> Vec<(String, Vec<String>)> {
    let mut styles = Vec::new();
    for style in ["dod_daily", "dsca_notice", "news", "press_release"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(style);
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        // The first ones only: they are enough, and take seconds.
        let mut documents: Vec<String> = Vec::new();
        for path in paths {
            if documents.iter().map(String::len).sum::<usize>() < ENOUGH {
                documents.push(fs::read_to_string(path).unwrap());
            }
        }
        styles.push((style.to_owned(), documents));
    }
    for (style, sentences) in texts::STYLES.iter().filter(|(style, _)| ["prose", "figures", "digits"].contains(style)) {
        styles.push(((*style).to_owned(), vec![texts::document(sentences, 0)]));
    }
    styles
}

#[test]
fn instructions_for_a_byte_of_each_style() {
    if !callgrind::is_there() {
        callgrind::tell("tests/instructions.rs: valgrind is not installed, so no instructions were counted");
        return;
    }
    let styles = styles();
    let texts: Vec<&str> = styles.iter().flat_map(|(_, texts)| texts).map(String::as_str).collect();
    let mut counts = callgrind::instructions(env!("CARGO_BIN_EXE_outlay"), "text", &texts, &texts).into_iter();
    let counts: Vec<(&str, u64)> = styles
        .iter()
        .map(|(style, texts)| {
            let count: u64 = counts.by_ref().take(texts.len()).sum();
            (style.as_str(), count / texts.iter().map(String::len).sum::<usize>() as u64)
        })
        .collect();
    let rustc = Command::new(std::env::var("RUSTC").unwrap_or("rustc".to_owned())).arg("--version").output().unwrap();
    let rustc = String::from_utf8(rustc.stdout).unwrap().trim().to_owned();
    if std::env::var("INSTRUCTIONS").is_ok_and(|wish| wish == "write") {
        let mut told =
            "# Instructions for a byte of text, of the program as the tests build it: see tests/instructions.rs.\n"
                .to_owned();
        told += &format!("toolchain {rustc}\n");
        counts.iter().for_each(|(style, count)| told += &format!("{style} {count}\n"));
        fs::write(COUNTS, told).unwrap();
        return;
    }
    let known = fs::read_to_string(COUNTS).unwrap();
    let known =
        |name: &str| known.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ').map(str::to_owned));
    let same = known("toolchain").is_some_and(|toolchain| toolchain == rustc);
    let tolerance = TOLERANCE[usize::from(!same)];
    let mut dearer = String::new();
    for (style, count) in &counts {
        let was: u64 = known(style).unwrap_or_else(|| panic!("{style} has no count in {COUNTS}")).parse().unwrap();
        callgrind::tell(&format!("{style}: {count} instructions a byte, {was} known"));
        if *count > was + was * tolerance / 100 {
            dearer += &format!(
                "{style}: {count} instructions a byte, {was} known, which is more than {tolerance} percent over it\n"
            );
        }
    }
    assert!(dearer.is_empty(), "{dearer}");
    std::io::stderr().flush().unwrap();
}

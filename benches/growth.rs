//! Whether the cost of a text grows with its length alone, whatever it repeats: `just growth`.
//!
//! Four times the text may cost five times as much. Instructions are counted where valgrind is installed; elsewhere the best of
//! several times stands for them, with more room for what else the machine does.
#![allow(clippy::print_stdout, reason = "a report for people")]

#[path = "../tests/callgrind/mod.rs"]
mod callgrind;
#[path = "../tests/repeated/mod.rs"]
mod repeated;

use std::process::ExitCode;
use std::time::Instant;

use outlay::Extractor;
use outlay::text::html::Page;

/// The shorter text, in bytes; the longer one has four times as many. A paragraph of them is short enough to be read for deals.
const SHORT: usize = 4_500;

/// The bytes of a paragraph where there are many.
const PARAGRAPH: usize = 300;

/// What the longer text may cost, in hundredths of the shorter one: by instructions, and by time.
const MOST: [u64; 2] = [500, 900];

fn main() -> ExitCode {
    let counts = callgrind::is_there();
    if !counts {
        println!("valgrind is not installed: times instead of instructions");
    }
    let most = MOST[usize::from(!counts)];
    let mut slow = 0;
    for (form, key, pieces) in
        [("text", "text", repeated::TEXTS), ("paragraphs", "text", repeated::TEXTS), ("page", "html", repeated::PAGES)]
    {
        let write = |piece: &str, length: usize| match form {
            "paragraphs" => (piece.repeat(PARAGRAPH / piece.len()) + "\n\n").repeat(length / PARAGRAPH),
            _ => piece.repeat(length / piece.len()),
        };
        let texts: Vec<String> =
            pieces.iter().flat_map(|piece| [SHORT, 4 * SHORT].map(|length| write(piece, length))).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let costs = if counts {
            callgrind::instructions(env!("CARGO_BIN_EXE_outlay"), key, &texts[..2], &texts)
        } else {
            texts.iter().map(|text| nanoseconds(key, text)).collect()
        };
        for (piece, pair) in pieces.iter().zip(costs.chunks(2)) {
            // A text that is read at the speed of memory costs what its row does.
            let (short, long) = (pair[0].max(1), pair[1]);
            let growth = long * 100 / short;
            let mark = if growth > most { "  MORE THAN ITS LENGTH" } else { "" };
            slow += usize::from(growth > most);
            println!("{form:<11}{piece:<60?}{short:>12}{long:>14}  {}.{:02}{mark}", growth / 100, growth % 100);
        }
    }
    if slow == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The best of several rounds.
fn nanoseconds(key: &str, text: &str) -> u64 {
    let extractor = Extractor::new();
    let round = || {
        let begun = Instant::now();
        let figures = if key == "html" {
            extractor.extract(&Page::read(text).content).figures.len()
        } else {
            extractor.extract(text).figures.len()
        };
        assert!(figures <= text.len());
        u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX)
    };
    (0..5).map(|_| round()).min().unwrap_or(0)
}

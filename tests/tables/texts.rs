//! The texts: all cases and documents that the snapshots are of, and some that are hard to write down.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

/// A page, so that records have places in its source.
pub(crate) const PAGE: &str = "<html><head><title>x</title></head><body><nav>$1</nav><article><p>Poland signed a <b>€5.4 billion</b> ($6.1 \
    billion) contract with Velmark&nbsp;Systems GmbH on May 9, 2024, for 24 Su-30SM fighter jets.</p></article></body></html>";

/// Ids and texts with all that quotes, formulas and columns of bytes may trip over.
const HARD: [(&str, &str); 6] = [
    ("=1+1", "kr5 million or \"kr7 million\", he said; about £5\u{a0}million \u{1f680} was paid"),
    ("it's, \"quoted\"\nand long", "=€5 billion\tthe\r\nministry 'paid'\u{0}$0.00000000015 a barrel"),
    ("file:facts.db?mode=ro", "It was worth -$0.3 million and $79,228,162,514,264,337,593,543,950,335."),
    ("%00 \u{9b}31m", "$99999999999999999999999999999999999 is too much, $23,417,2137 no number"),
    ("\u{1f680}", ""),
    (
        "7",
        "Velmark Inc., Austin, Texas, is awarded a $5,000,000.25 firm-fixed-price contract (N00019-21-C-0001) for pumps.",
    ),
];

/// `{"id": …, "text": …}`, a line each.
pub(crate) fn rows() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut rows = String::new();
    let mut row = |id: &str, text: &str, published: Option<&str>| {
        rows += &format!("{}\n", json!({"id": id, "text": text, "published": published}));
    };
    for path in files(&root.join("tests/cases")) {
        let text = fs::read_to_string(&path).unwrap();
        for (number, case) in text.split("\n--- ").skip(1).enumerate() {
            let published = case.lines().find_map(|line| line.strip_prefix("published: "));
            let text: Vec<_> = case.lines().skip(1).filter(|line| !line.starts_with("published: ")).collect();
            row(&format!("{} {number}", path.display()), &text.join("\n"), published);
        }
    }
    for path in files(&root.join("tests/documents")).into_iter().chain(files(&root.join("examples"))) {
        row(&path.display().to_string(), &fs::read_to_string(&path).unwrap(), Some("2025-05-21"));
    }
    HARD.iter().for_each(|(id, text)| row(id, text, None));
    rows
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

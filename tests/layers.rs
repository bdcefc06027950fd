//! The layers: each folder or file of `src/` imports only what its row names. The order of the rows is the data flow.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A layer and the layers that it may import. Every layer may import itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("model", &["span"]),
    ("view", &["span", "model"]),
    ("diff", &["span", "view"]),
    ("lexicon", &["span", "model"]),
    ("text", &["span"]),
    ("grammar", &["model", "lexicon"]),
    ("scan", &["lexicon"]),
    ("mention", &["span", "model", "lexicon", "text", "grammar", "scan"]),
    ("clause", &["span", "model", "lexicon", "grammar", "mention"]),
    ("style", &["span", "model", "lexicon", "text", "scan", "mention", "clause"]),
    ("extract", &["span", "model", "lexicon", "text", "grammar", "scan", "mention", "clause", "style"]),
    ("explain", &["span", "scan", "mention"]),
    ("cli", &["explain", "extract", "diff", "view", "model", "text", "span"]),
];

#[test]
fn each_layer_imports_what_its_row_names() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut mistakes = Vec::new();
    for path in rust_files(&src) {
        let inside = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let layer = inside.split('/').next().unwrap().trim_end_matches(".rs");
        if matches!(layer, "lib" | "main") {
            continue;
        }
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            mistakes.push(format!("{inside} is of no layer"));
            continue;
        };
        for import in imports(&fs::read_to_string(&path).unwrap(), layer) {
            if import != layer && !allowed.contains(&import.as_str()) {
                mistakes.push(format!("{inside} imports {import}"));
            }
        }
    }
    assert!(mistakes.is_empty(), "the layers say otherwise:\n{}", mistakes.join("\n"));
}

#[test]
fn imports_are_found_in_all_their_forms() {
    let source = "use crate::span::{A, B};\nuse crate::{model::C, view::{D, text}};\nlet x = crate::grammar::y;\n\
                  // crate::cli\n/// [z](crate::clause)\nuse crate::Extractor;\n#[cfg(test)]\nuse crate::style;";
    let want = ["extract", "grammar", "model", "span", "view"];
    assert_eq!(imports(source, "mention").iter().collect::<Vec<_>>(), want);
    assert_eq!(imports("use outlay::{Extractor, model};", "cli").iter().collect::<Vec<_>>(), ["extract", "model"]);
}

/// The layers that a file names after `crate::`, outside comments and its own tests. The command line
/// speaks of the library as `outlay::`.
fn imports(source: &str, layer: &str) -> BTreeSet<String> {
    let root = if layer == "cli" { "outlay::" } else { "crate::" };
    let code = source.split("#[cfg(test)]\n").next().unwrap();
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(root) {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + root.len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in list.chars() {
                match c {
                    '}' if depth == 0 => break,
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => found.extend(layer_of(&std::mem::take(&mut name))),
                    c if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            found.extend(layer_of(&name));
        } else {
            found.extend(layer_of(rest));
        }
    }
    found
}

/// `model` of `model::Figure`; what the crate's root re-exports comes from `extract`.
fn layer_of(path: &str) -> Option<String> {
    let name: String = path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    match name.as_str() {
        "" => None,
        "Extractor" | "Lexicon" | "Published" => Some("extract".to_owned()),
        _ => Some(name),
    }
}

fn rust_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

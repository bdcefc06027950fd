//! Every public item says what it means, and begins with an example of text that it reads or writes.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules that a user of the library sees.
const PUBLIC: [&str; 5] = ["extract.rs", "span.rs", "model", "text", "view"];

#[test]
fn public_items_begin_with_an_example() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files: Vec<PathBuf> = Vec::new();
    let mut places: Vec<PathBuf> = PUBLIC.iter().map(|module| source.join(module)).collect();
    while let Some(path) = places.pop() {
        match fs::read_dir(&path) {
            Ok(folder) => places.extend(folder.map(|entry| entry.expect("a file").path())),
            Err(_) if path.extension().is_some_and(|extension| extension == "rs") => files.push(path),
            // What is no source: a style, a script.
            Err(_) => {}
        }
    }
    let mut items = 0;
    let mut bare = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file");
        for (item, first) in public_items(&text) {
            items += 1;
            if !first.is_some_and(|first| first.contains('`')) {
                bare.push(format!("{}: {item}", file.display()));
            }
        }
    }
    assert!(items > 100, "{items} items were found: is the list of modules right?");
    assert!(bare.is_empty(), "these begin with no example:\n{}", bare.join("\n"));
}

#[test]
fn items_and_their_first_lines_are_found() {
    let text = "/// `5`: five.\n#[must_use]\npub fn five() -> u8 {\n    5\n}\n\npub struct Bare;\n/// Not seen.\nfn private() {}\n\
                #[cfg(test)]\nmod tests {\n    pub fn not_seen() {}\n}\n";
    assert_eq!(public_items(text), [("pub fn five() -> u8 {", Some("/// `5`: five.")), ("pub struct Bare;", None)]);
}

/// The public functions, types and constants of a source text, each with the first line of its documentation.
fn public_items(text: &str) -> Vec<(&str, Option<&str>)> {
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    let mut items = Vec::new();
    let mut first = None;
    for line in code.lines().map(str::trim) {
        if line.starts_with("///") {
            first = first.or(Some(line));
        } else if !line.starts_with('#') && !line.ends_with(")]") {
            let rest = line.strip_prefix("pub ").unwrap_or("");
            let named = !line.contains('$');
            if named
                && ["fn ", "const fn ", "const ", "struct ", "enum ", "static ", "type ", "trait "]
                    .iter()
                    .any(|word| rest.starts_with(word))
            {
                items.push((line, first));
            }
            first = None;
        }
    }
    items
}

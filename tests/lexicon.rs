//! Writes the tables of `lexicon/` into `src/lexicon/generated.rs`, and fails once when that was stale.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may say so by stopping")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn generated_tables_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut out = String::from(
        "// Written by tests/lexicon.rs from the tables in lexicon/. Do not edit: change a table and run the test.\n\n\
         use super::currency::Reading::{Default as D, One, Several};\n\
         use super::currency::Unit::{Major, Minor};\n\
         use super::currency::{Currency, Noun, Reading};\n\
         use super::state::StateName;\n\
         #[allow(unused_imports, clippy::wildcard_imports)]\n\
         use super::words::*;\n\
         use crate::model::CountryBasis::{Capital, Demonym, Name, Seat};\n\
         use crate::model::{CountryCode, CurrencyCode, DateRole};\n\n\
         const fn c(code: &str) -> CurrencyCode {\n    CurrencyCode::new(code)\n}\n\n\
         const fn s(code: &str) -> CountryCode {\n    CountryCode::new(code)\n}\n",
    );
    let currencies = Table::read(&root.join("lexicon/currencies.csv"));
    let states = Table::read(&root.join("lexicon/states.csv"));
    write_currencies(&mut out, &currencies);
    write_nouns(&mut out, &currencies, &states);
    write_symbols(&mut out, &currencies);
    write_states(&mut out, &states, &currencies);
    write_cities(&mut out, &Table::read(&root.join("lexicon/cities.csv")), &states);
    for words in [
        "en",
        "procurement",
        "news",
        "stages",
        "sums",
        "trade",
        "mentions",
        "wares",
        "days",
        "customers",
        "parties",
        "names",
    ] {
        write_words(&mut out, &root.join(format!("lexicon/{words}.toml")));
    }

    let generated = root.join("src/lexicon/generated.rs");
    if std::fs::read_to_string(&generated).unwrap_or_default() != out {
        std::fs::write(&generated, out).unwrap();
        panic!("src/lexicon/generated.rs was stale and is now rewritten: look at its diff and commit it");
    }
}

/// A table of rows with a head. No field holds a comma, so that a row is split at commas and nothing else.
struct Table {
    path: PathBuf,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

#[derive(Clone, Copy)]
struct Row<'a> {
    table: &'a Table,
    fields: &'a [String],
}

impl Table {
    fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let mut rows = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        let head = rows.next().unwrap();
        let rows: Vec<_> = rows.collect();
        for row in &rows {
            assert_eq!(
                row.len(),
                head.len(),
                "{}: the row {row:?} has another number of fields than the head",
                path.display()
            );
            for word in row.iter().flat_map(|field| field.split('|')) {
                assert!(word.trim() == word && !word.contains('"'), "{}: {word:?} in {row:?}", path.display());
            }
        }
        let codes: Vec<_> = rows.iter().map(|row| &row[0]).collect();
        let distinct: BTreeSet<_> = codes.iter().collect();
        assert_eq!(codes.len(), distinct.len(), "{}: a code stands twice", path.display());
        Self { path: path.to_owned(), head, rows }
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|fields| Row { table: self, fields })
    }

    fn row(&self, code: &str) -> Option<Row<'_>> {
        self.rows().find(|row| row.get("code") == code)
    }
}

impl<'a> Row<'a> {
    fn get(self, column: &str) -> &'a str {
        let found = self.table.head.iter().position(|name| name == column);
        &self.fields[found.unwrap_or_else(|| panic!("{} has no column {column}", self.table.path.display()))]
    }

    fn words(self, column: &str) -> impl Iterator<Item = &'a str> {
        self.get(column).split('|').filter(|word| !word.is_empty())
    }
}

fn write_currencies(out: &mut String, currencies: &Table) {
    let mut rows: Vec<_> = currencies.rows().collect();
    rows.sort_by_key(|row| row.get("code"));
    let year = |text: &str| if text.is_empty() { "None".to_owned() } else { format!("Some({text})") };
    out.push_str("\n/// The facts of each currency, by code.\npub static CURRENCIES: &[Currency] = &[\n");
    for row in &rows {
        writeln!(
            out,
            "    Currency {{ code: c({:?}), digits: {}, name: {:?}, first: {}, last: {}, comma: {} }},",
            row.get("code"),
            row.get("digits"),
            row.get("name"),
            year(row.get("first")),
            year(row.get("last")),
            row.get("marks") == "comma",
        )
        .unwrap();
    }
    out.push_str("];\n");

    out.push_str("\n/// Each code, and whether its capitals are also an English word or a common abbreviation.\n");
    out.push_str("pub static CODES: &[(&str, CurrencyCode, bool)] = &[\n");
    for row in rows {
        let guard = row.get("guard");
        assert!(matches!(guard, "" | "word"), "{}: the guard is \"word\" or nothing, not {guard:?}", row.get("code"));
        writeln!(out, "    ({0:?}, c({0:?}), {1}),", row.get("code"), guard == "word").unwrap();
    }
    out.push_str("];\n");
}

/// The currencies that a phrase can mean.
#[derive(Default)]
struct Meaning<'a> {
    candidates: BTreeSet<&'a str>,
    claimed: BTreeSet<&'a str>,
}

impl<'a> Meaning<'a> {
    fn reading(&self, phrase: &str, currencies: &Table) -> String {
        let claims: Vec<_> = self.claimed.iter().collect();
        match (claims.as_slice(), self.candidates.len()) {
            ([], 1) => format!("One(c({:?}))", self.candidates.iter().next().unwrap()),
            ([one], _) => format!("D(c({one:?}))"),
            ([], _) => {
                let past = |code: &&&str| !currencies.row(code).unwrap().get("last").is_empty();
                let mut codes: Vec<_> = self.candidates.iter().collect();
                codes.sort_by_key(|code| (past(code), **code));
                let codes: Vec<_> = codes.iter().map(|code| format!("c({code:?})")).collect();
                format!("Several(&[{}])", codes.join(", "))
            }
            (several, _) => panic!("{phrase:?} is claimed by {several:?}"),
        }
    }

    fn add(&mut self, row: Row<'a>, word: &str) {
        self.candidates.insert(row.get("code"));
        if row.words("claims").any(|claimed| claimed == word) {
            self.claimed.insert(row.get("code"));
        }
    }
}

fn write_nouns(out: &mut String, currencies: &Table, states: &Table) {
    // By phrase, then by the digits of the unit: none for the major one.
    let mut nouns: BTreeMap<String, BTreeMap<Option<u8>, Meaning<'_>>> = BTreeMap::new();
    // A currency's own adjectives go before those of its state: "Soviet roubles" are not of Russia today.
    let mut own: BTreeSet<String> = BTreeSet::new();
    for row in currencies.rows() {
        for adjective in row.words("adjectives") {
            for noun in row.words("nouns").chain(row.words("compounds")) {
                own.insert(format!("{} {noun}", adjective.to_lowercase()));
            }
        }
    }
    for row in currencies.rows() {
        let code = row.get("code");
        let digits: u8 = row.get("digits").parse().unwrap();
        let major = row.words("nouns").map(|noun| (noun, None, true));
        let compound = row.words("compounds").map(|noun| (noun, None, false));
        let minor = row.words("minor").map(|noun| match noun.split_once('/') {
            Some((noun, digits)) => (noun, Some(digits.parse().unwrap()), true),
            None => (noun, Some(digits), true),
        });
        let state = states.row(&code[..2]);
        let of_state: Vec<String> = state
            .iter()
            .flat_map(|state| state.words("names").chain(state.words("adjectives")))
            .filter(|word| !word.starts_with("the "))
            .map(lower)
            .collect();
        for (noun, digits, alone) in major.chain(compound).chain(minor) {
            assert!(digits != Some(0), "{code}: the minor unit {noun} has no digits");
            let noun_lower = lower(noun);
            if alone {
                nouns.entry(noun_lower.clone()).or_default().entry(digits).or_default().add(row, noun);
            }
            for adjective in row.words("adjectives") {
                let phrase = format!("{} {noun_lower}", lower(adjective));
                nouns.entry(phrase).or_default().entry(digits).or_default().add(row, "");
            }
            for adjective in &of_state {
                let phrase = format!("{adjective} {noun_lower}");
                if !own.contains(&phrase) {
                    nouns.entry(phrase).or_default().entry(digits).or_default().add(row, "");
                }
            }
        }
    }
    out.push_str("\n/// Lower-case words for units of money, alone and after an adjective or a state's name.\n");
    out.push_str("pub static NOUNS: &[(&str, Noun)] = &[\n");
    for (phrase, by_unit) in &nouns {
        // The major unit goes before a minor one of the same name (dirham). Minor units of different size under one
        // name (fils) say nothing without their state.
        let Some((digits, meaning)) = by_unit.first_key_value() else { continue };
        if digits.is_some() && by_unit.len() > 1 {
            continue;
        }
        let unit = digits.map_or("Major".to_owned(), |digits| format!("Minor {{ digits: {digits} }}"));
        let reading = meaning.reading(phrase, currencies);
        writeln!(out, "    ({phrase:?}, Noun {{ reading: {reading}, unit: {unit} }}),").unwrap();
    }
    out.push_str("];\n");
}

/// Lower case as the phrases have it: the apostrophe is plain.
fn lower(word: &str) -> String {
    word.to_lowercase().replace('\u{2019}', "'")
}

fn write_symbols(out: &mut String, currencies: &Table) {
    let mut symbols: BTreeMap<&str, Meaning<'_>> = BTreeMap::new();
    for row in currencies.rows() {
        for symbol in row.words("symbols") {
            symbols.entry(symbol).or_default().add(row, symbol);
        }
    }
    out.push_str("\n/// What is written before or after a number, in its exact case.\n");
    out.push_str("pub static SYMBOLS: &[(&str, Reading)] = &[\n");
    for (symbol, meaning) in &symbols {
        writeln!(out, "    ({symbol:?}, {}),", meaning.reading(symbol, currencies)).unwrap();
    }
    out.push_str("];\n");
}

fn write_cities(out: &mut String, cities: &Table, states: &Table) {
    let mut places = BTreeMap::new();
    for row in cities.rows() {
        let code = row.get("code");
        assert!(states.row(code).is_some(), "{code} is no state");
        for city in row.words("cities") {
            let other = places.insert(city, code);
            assert!(other.is_none(), "{city} stands in {code} and {other:?}");
        }
    }
    out.push_str("\n/// Large cities and their states.\npub static CITIES: &[(&str, CountryCode)] = &[\n");
    for (city, code) in places {
        writeln!(out, "    ({city:?}, s({code:?})),").unwrap();
    }
    out.push_str("];\n");
}

fn write_states(out: &mut String, states: &Table, currencies: &Table) {
    struct Word<'a> {
        code: &'a str,
        basis: &'static str,
        ambiguous: bool,
        adjective: bool,
        people: bool,
    }
    let mut words: BTreeMap<&str, Word<'_>> = BTreeMap::new();
    for row in states.rows() {
        let code = row.get("code");
        let ambiguous: BTreeSet<_> = row.words("ambiguous").collect();
        let mut met = BTreeSet::new();
        for (column, basis) in [
            ("names", "Name"),
            ("adjectives", "Demonym"),
            ("people", "Demonym"),
            ("capitals", "Capital"),
            ("seats", "Seat"),
        ] {
            for word in row.words(column) {
                met.insert(word);
                let entry = words.entry(word).or_insert(Word {
                    code,
                    basis,
                    ambiguous: ambiguous.contains(word),
                    adjective: false,
                    people: false,
                });
                assert_eq!(entry.code, code, "{word} stands for {} and {code}", entry.code);
                entry.adjective |= column == "adjectives";
                entry.people |= column == "people";
            }
        }
        for word in ambiguous {
            assert!(met.contains(word), "{code}: the ambiguous {word} is no word of the row");
        }
    }
    out.push_str("\n/// Names, demonyms, capitals and seats, in their exact case.\n");
    out.push_str("pub static STATES: &[(&str, StateName)] = &[\n");
    for (word, Word { code, basis, ambiguous, adjective, people }) in words {
        writeln!(
            out,
            "    ({word:?}, StateName {{ code: s({code:?}), basis: {basis}, ambiguous: {ambiguous}, adjective: {adjective}, people: {people} }}),",
        )
        .unwrap();
    }
    out.push_str("];\n");

    let mut in_use: Vec<_> = states.rows().filter(|row| !row.get("currency").is_empty()).collect();
    in_use.sort_by_key(|row| row.get("code"));
    out.push_str(
        "\n/// The money in use in each state.\npub static STATE_CURRENCIES: &[(CountryCode, CurrencyCode)] = &[\n",
    );
    for row in in_use {
        let (code, currency) = (row.get("code"), row.get("currency"));
        let known = currencies.row(currency).unwrap_or_else(|| panic!("{code}: no currency {currency}"));
        assert!(known.get("last").is_empty(), "{code}: {currency} is of the past");
        writeln!(out, "    (s({code:?}), c({currency:?})),").unwrap();
    }
    out.push_str("];\n");
}

/// Each table `months` with `type = "i8"` becomes `MONTHS: &[(&str, i8)]`, sorted by phrase. A table of type `()` is a
/// plain list.
fn write_words(out: &mut String, path: &Path) {
    let text = std::fs::read_to_string(path).unwrap();
    let tables: toml::Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for (name, table) in &tables {
        let table = table.as_table().unwrap_or_else(|| panic!("{name} is not a table"));
        let kind = table.get("type").and_then(toml::Value::as_str).unwrap_or_else(|| panic!("{name} has no type"));
        let integer = kind.starts_with(['i', 'u']) && kind[1..].parse::<u8>().is_ok();
        let mut phrases: BTreeMap<&str, &str> = BTreeMap::new();
        for (key, words) in table.iter().filter(|(key, _)| *key != "type") {
            for word in words.as_array().unwrap_or_else(|| panic!("{name}.{key} is not a list")) {
                let word = word.as_str().unwrap_or_else(|| panic!("{name}.{key} holds {word}, not a text"));
                // Parts of a text may begin or end with a space, words may not.
                assert!((word.trim() == word || key == "parts") && !word.contains("  "), "{name}.{key}: {word:?}");
                if let Some(other) = phrases.insert(word, key) {
                    panic!("{name}: {word:?} is both {other} and {key}");
                }
            }
        }
        let public = name.to_uppercase().replace('-', "_");
        let file = path.file_name().unwrap().to_string_lossy();
        writeln!(out, "\n/// The table `{name}` of lexicon/{file}.\npub static {public}: &[(&str, {kind})] = &[")
            .unwrap();
        for (phrase, key) in phrases {
            let value = match kind {
                "()" => "()".to_owned(),
                _ if integer => key.to_owned(),
                _ => format!("{kind}::{}", camel(key)),
            };
            writeln!(out, "    ({phrase:?}, {value}),").unwrap();
        }
        out.push_str("];\n");
    }
}

/// `more_than` is the variant `MoreThan`.
fn camel(key: &str) -> String {
    key.split(['_', '-'])
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect::<String>()
        })
        .collect()
}

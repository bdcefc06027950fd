//! What docs/formats.md shows of databases and of files of columns is what they say.

#[cfg(any(feature = "sqlite", feature = "parquet"))]
use tempfile::TempDir;

const PAGE: &str = include_str!("../../docs/formats.md");

/// What stands between two words.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}

/// The sentence of the page in a folder, and what a part of the page shows: commands that begin so, each with what it prints.
#[cfg(any(feature = "sqlite", feature = "parquet"))]
fn shown(part: &str, command: &str) -> (TempDir, Vec<(String, Vec<String>)>) {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.txt"), between(PAGE, "```text\n", "```")).unwrap();
    let console = between(PAGE.split_once(part).unwrap().1, "```console\n", "```");
    let mut shown: Vec<(String, Vec<String>)> = Vec::new();
    for line in console.lines() {
        match (line.strip_prefix("$ "), shown.last_mut()) {
            (Some(line), _) => shown.push((line.to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line.to_owned()),
            (None, None) => panic!("{line} is of no command"),
        }
    }
    let (line, printed) = shown.remove(0);
    assert!(printed.is_empty());
    super::extract(folder.path(), line.strip_prefix("outlay extract ").unwrap());
    for (line, _) in &mut shown {
        let rest = line.strip_prefix(command).unwrap();
        *line = rest[1..rest.len() - 1].to_owned();
    }
    assert!(shown.len() > 1, "{part}");
    (folder, shown)
}

#[cfg(feature = "sqlite")]
#[test]
fn the_page_shows_what_a_database_says() {
    let (folder, shown) = shown("## SQLite", "sqlite3 facts.db ");
    let database = rusqlite::Connection::open(folder.path().join("facts.db")).unwrap();
    for (sql, printed) in shown {
        assert_eq!(super::sqlite::ask(&database, &sql), printed, "{sql}");
    }
}

#[cfg(feature = "parquet")]
#[test]
fn the_page_shows_what_files_of_columns_say() {
    let (folder, shown) = shown("## Parquet", "duckdb -csv -noheader -c ");
    for (sql, printed) in shown {
        let program = format!(
            "import duckdb\nfor row in duckdb.sql('''{sql} ''').fetchall(): print(*('' if cell is None else cell for cell in row), sep=',')"
        );
        if let Some(said) = super::python(&["duckdb"], &program, folder.path()) {
            assert_eq!(said.lines().collect::<Vec<_>>(), printed, "{sql}");
        }
    }
}

/// Every table that is written stands in the page with its key.
#[test]
fn the_page_lists_the_tables_and_their_keys() {
    let tables = between(PAGE, "## Tables", "## SQLite");
    for table in outlay::view::table::Table::ALL {
        let key: Vec<_> = table.key().iter().map(|column| format!("`{column}`")).collect();
        let line = tables.lines().find(|line| line.starts_with(&format!("| `{table}` |"))).unwrap();
        assert!(line.ends_with(&format!("| {} |", key.join(", "))), "{line}");
    }
}

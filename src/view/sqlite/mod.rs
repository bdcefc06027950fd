//! A SQLite database: all tables, linked by foreign keys, and views for what is asked most.
//!
//! ```text
//! sqlite> SELECT supplier, customer, currency, low FROM deals;
//! Velmark Systems GmbH|Poland|EUR|5400000000
//! ```
//! Amounts are text, as in JSON, since SQLite has no decimals. A document that is read again replaces its earlier rows. All that one
//! [`Update`] writes is one transaction.

use std::error::Error;
use std::fmt;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OptionalExtension as _, ToSql, params_from_iter};

use super::table::{Batch, Cell, Column, Lists, Table, Type};

/// `outl` in the file's head, by which `file` and this program know a database.
pub const APPLICATION_ID: i32 = i32::from_be_bytes(*b"outl");

/// `1`: the version of the tables and views, in the file's head.
pub const USER_VERSION: i32 = 1;

const VIEWS: &str = include_str!("views.sql");

/// `CREATE TABLE "documents" (…`: the statements that make the tables and views.
#[must_use]
pub fn schema() -> String {
    let tables: Vec<_> = Table::ALL.into_iter().map(create).collect();
    format!("{}\n{VIEWS}", tables.join("\n"))
}

/// `CREATE TABLE "values" ("document" TEXT NOT NULL, …, PRIMARY KEY (…), FOREIGN KEY (…) …)`
fn create(table: Table) -> String {
    let quoted = |names: &[&str]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let mut lines: Vec<_> = table.columns(Lists::Apart).map(column).collect();
    lines.push(format!("PRIMARY KEY ({})", quoted(table.key())));
    // What stands under a record of a document goes with that record.
    let under = table.columns(Lists::Apart).any(|column| column.names.is_some_and(|names| names != Table::Documents));
    let under = under && table != Table::Figures;
    for column in table.columns(Lists::Apart) {
        let line = match column.names {
            None => continue,
            Some(Table::Documents) if under => continue,
            Some(Table::Documents) => format!("FOREIGN KEY (\"{}\") REFERENCES documents (id)", column.name),
            Some(other) => {
                format!("FOREIGN KEY (document, \"{}\") REFERENCES {} (document, id)", column.name, other.name())
            }
        };
        // A figure may be converted by one that stands before it.
        let late = if column.names == Some(table) { " DEFERRABLE INITIALLY DEFERRED" } else { "" };
        lines.push(format!("{line} ON DELETE CASCADE{late}"));
    }
    // Each table has row numbers: DuckDB counts the rows of an attached database by them.
    format!("CREATE TABLE \"{table}\" (\n  {}\n);\n", lines.join(",\n  "))
}

/// `"hedged" INTEGER NOT NULL CHECK ("hedged" IN (0, 1))`
fn column(column: &Column) -> String {
    let name = column.name;
    let (kind, check) = match column.kind {
        Type::Text | Type::Decimal | Type::List => ("TEXT", String::new()),
        Type::Integer => ("INTEGER", String::new()),
        Type::Bool => ("INTEGER", format!(" CHECK (\"{name}\" IN (0, 1))")),
    };
    let null = if column.nullable { "" } else { " NOT NULL" };
    format!("\"{name}\" {kind}{null}{check}")
}

/// `database is locked`: why a database does not take documents.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unfit {
    /// It is another program's.
    Foreign,
    /// Its tables are of another version.
    Version(i32),
    /// SQLite says why.
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for Unfit {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("a database of outlay was expected, and one of another program was found"),
            Self::Version(found) => write!(
                f,
                "a database with tables of version {USER_VERSION} was expected, and version {found} was found: write to a new file"
            ),
            Self::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                f.write_str("a database of outlay was expected, and a file of another kind was found")
            }
            Self::Sqlite(error) => write!(f, "a database that can be written to was expected: {}", says(error)),
        }
    }
}

impl Error for Unfit {}

/// `database is locked`: what SQLite says, without the name of the error.
fn says(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        other => other.to_string(),
    }
}

/// `a.txt` and `b.txt`, which become one transaction: what one run writes to a database.
///
/// ```
/// use outlay::Extractor;
/// use outlay::view::sqlite::Update;
/// use outlay::view::table::Batch;
///
/// let database = rusqlite::Connection::open_in_memory()?;
/// let mut update = Update::begin(&database)?;
/// let mut batch = Batch::default();
/// batch.add(&Extractor::new().extract("The ministry paid $5 million."));
/// assert!(update.put(&database, &batch)?.is_empty());
/// update.finish(&database)?;
/// let low: String = database.query_row("SELECT low FROM figures", [], |row| row.get(0))?;
/// assert_eq!(low, "5000000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Update {
    /// The highest number that a document had before.
    before: i64,
    /// The number of the next document.
    next: i64,
    /// How a row is added to each table, in the order of all tables.
    insertions: Vec<String>,
}

impl Update {
    /// `BEGIN`: begins a transaction on a database that is empty or was made here, and makes the tables where there are none.
    pub fn begin(database: &Connection) -> Result<Self, Unfit> {
        database.set_prepared_statement_cache_capacity(2 * Table::ALL.len());
        database.execute_batch("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE;")?;
        let number = |sql| database.query_row(sql, [], |row| row.get::<_, i64>(0));
        let application = number("PRAGMA application_id")?;
        let version = number("PRAGMA user_version")?;
        if application == i64::from(APPLICATION_ID) {
            if version != i64::from(USER_VERSION) {
                return Err(Unfit::Version(i32::try_from(version).unwrap_or_default()));
            }
        } else if application == 0 && version == 0 && number("SELECT count(*) FROM sqlite_master")? == 0 {
            database.execute_batch(&schema())?;
            database.execute_batch(&format!(
                "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {USER_VERSION};"
            ))?;
        } else {
            return Err(Unfit::Foreign);
        }
        let before = number("SELECT ifnull(max(rowid), 0) FROM documents")?;
        Ok(Self { before, next: before + 1, insertions: Table::ALL.into_iter().map(insertion).collect() })
    }

    /// `documents a.txt …`: writes the rows of documents, each in the place of an earlier document of the same id. What is to be told: documents
    /// that were not written, since they contradict themselves, and those that replaced one of this same update.
    ///
    /// After an error the transaction is to be rolled back, which happens too where the connection is closed.
    pub fn put(&mut self, database: &Connection, batch: &Batch) -> Result<Vec<String>, Unfit> {
        let mut told = Vec::new();
        let mut rows = batch.iter().peekable();
        while let Some((_, document)) = rows.next() {
            let mut parts = Vec::new();
            while let Some(part) = rows.next_if(|(table, _)| *table != Table::Documents) {
                parts.push(part);
            }
            database.prepare_cached("SAVEPOINT document")?.execute([])?;
            match self.put_one(database, document, &parts) {
                Ok(again) => {
                    database.prepare_cached("RELEASE document")?.execute([])?;
                    if again {
                        let id = &document[0];
                        told.push(format!(
                            "{id}: documents with ids of their own were expected, and this id came twice; the later document stays"
                        ));
                    }
                }
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                    database.execute_batch("ROLLBACK TO document; RELEASE document")?;
                    let id = &document[0];
                    told.push(format!("{id}: records that name each other were expected: {}", says(&error)));
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(told)
    }

    /// Writes one document; says whether it replaced one of this update.
    fn put_one(
        &mut self,
        database: &Connection,
        document: &[Cell<'_>],
        parts: &[(Table, &[Cell<'_>])],
    ) -> rusqlite::Result<bool> {
        let id = Bound(&document[0]);
        let old: Option<i64> = database
            .prepare_cached("SELECT rowid FROM documents WHERE id = ?1")?
            .query_row([&id], |row| row.get(0))
            .optional()?;
        if old.is_some() {
            database.prepare_cached("DELETE FROM documents WHERE id = ?1")?.execute([&id])?;
        }
        let number = Cell::Integer(self.next);
        self.insert(database, Table::Documents, std::iter::once(&number).chain(document))?;
        self.next += 1;
        for (table, cells) in parts {
            self.insert(database, *table, cells.iter())?;
        }
        if parts.iter().any(|(table, cells)| *table == Table::Figures && converts(cells)) && astray(database, &id)? {
            let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY);
            return Err(rusqlite::Error::SqliteFailure(
                code,
                Some("a figure converts one that is not there".to_owned()),
            ));
        }
        Ok(old.is_some_and(|number| number > self.before))
    }

    fn insert<'c>(
        &self,
        database: &Connection,
        table: Table,
        cells: impl Iterator<Item = &'c Cell<'c>>,
    ) -> rusqlite::Result<()> {
        let Some((_, insertion)) = Table::ALL.iter().zip(&self.insertions).find(|(one, _)| **one == table) else {
            return Ok(());
        };
        database.prepare_cached(insertion)?.execute(params_from_iter(cells.map(Bound)))?;
        Ok(())
    }

    /// `COMMIT`: all documents are in the database.
    pub fn finish(self, database: &Connection) -> Result<(), Unfit> {
        Ok(database.execute_batch("COMMIT")?)
    }
}

/// Whether a figure's row says that it converts another.
fn converts(figure: &[Cell<'_>]) -> bool {
    let mut columns = Table::Figures.columns(Lists::Apart).zip(figure);
    columns.any(|(column, cell)| column.names == Some(Table::Figures) && *cell != Cell::Null)
}

/// Whether a figure of a document converts one that is not there. SQLite itself asks at the end of all, when it is too late for this
/// document alone.
fn astray(database: &Connection, document: &Bound<'_>) -> rusqlite::Result<bool> {
    let mut ask = database.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM figures f WHERE f.document = ?1 AND f.converts IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM figures o WHERE o.document = f.document AND o.id = f.converts))",
    )?;
    ask.query_row([document], |row| row.get(0))
}

/// `INSERT INTO "values" ("document", …) VALUES (?, …)`; a document's row begins with its number.
fn insertion(table: Table) -> String {
    let number = (table == Table::Documents).then_some("rowid");
    let names: Vec<_> = number.into_iter().chain(table.columns(Lists::Apart).map(|column| column.name)).collect();
    let places = vec!["?"; names.len()].join(", ");
    format!("INSERT INTO \"{table}\" (\"{}\") VALUES ({places})", names.join("\", \""))
}

/// A cell as SQLite takes it.
struct Bound<'c>(&'c Cell<'c>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Cell::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Cell::Integer(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Cell::Bool(truth) => ToSqlOutput::Borrowed(ValueRef::Integer((*truth).into())),
            Cell::Decimal(amount) => ToSqlOutput::Owned(amount.to_string().into()),
        })
    }
}

//! Tables read back, each cell as its text.

use std::collections::BTreeMap;

use outlay::view::table::Table;

/// The cells of a row by the names of their columns.
pub(crate) type Cells = BTreeMap<String, Option<String>>;

/// The rows of each table, in the order in which they were written.
pub(crate) type Tables = BTreeMap<Table, Vec<Cells>>;

/// RFC 4180. What is empty is null.
pub(crate) fn csv(text: &str) -> Vec<Cells> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let cell;
            if let Some(quoted) = rest.strip_prefix('"') {
                let mut end = quoted.find('"').unwrap();
                while quoted[end + 1..].starts_with('"') {
                    end += 2 + quoted[end + 2..].find('"').unwrap();
                }
                cell = quoted[..end].replace("\"\"", "\"");
                rest = &quoted[end + 1..];
            } else {
                let end = rest.find([',', '\r', '\n']).unwrap();
                cell = rest[..end].to_owned();
                rest = &rest[end..];
            }
            row.push(cell);
            match rest.strip_prefix(',') {
                Some(after) => rest = after,
                None => break,
            }
        }
        rest = rest.strip_prefix("\r\n").unwrap();
        rows.push(row);
    }
    let header = rows.remove(0);
    let row = |cells: Vec<String>| {
        assert_eq!(cells.len(), header.len());
        header.iter().cloned().zip(cells.into_iter().map(|cell| (!cell.is_empty()).then_some(cell))).collect()
    };
    rows.into_iter().map(row).collect()
}

/// A database whose documents came in the order of their numbers.
#[cfg(feature = "sqlite")]
pub(crate) fn sqlite(path: &std::path::Path) -> Tables {
    use outlay::view::table::{Lists, Type};
    use rusqlite::types::Value;

    let database = rusqlite::Connection::open(path).unwrap();
    let mut tables = Tables::new();
    for table in Table::ALL {
        let columns: Vec<_> = table.columns(Lists::Apart).collect();
        let names = columns.iter().map(|column| format!("t.\"{}\"", column.name)).collect::<Vec<_>>().join(", ");
        let of = if table == Table::Documents { "id" } else { "document" };
        let sql = format!("SELECT {names} FROM \"{table}\" t JOIN documents d ON d.id = t.{of} ORDER BY d.rowid");
        let mut statement = database.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| {
            let cells = columns.iter().enumerate().map(|(at, column)| {
                let cell = match (column.kind, row.get::<_, Value>(at)?) {
                    (_, Value::Null) => None,
                    (Type::Bool, Value::Integer(truth)) => Some((truth == 1).to_string()),
                    (Type::Integer, Value::Integer(number)) => Some(number.to_string()),
                    (Type::Text | Type::Decimal, Value::Text(text)) => Some(text),
                    (_, other) => panic!("{table}, {}: {other:?}", column.name),
                };
                Ok((column.name.to_owned(), cell))
            });
            cells.collect::<rusqlite::Result<Cells>>()
        });
        let mut rows: Vec<Cells> = rows.unwrap().map(Result::unwrap).collect();
        // Within a document rows lie by their keys; records are in the order of their numbers.
        let mut documents = BTreeMap::new();
        for row in &rows {
            let next = documents.len();
            documents.entry(row[of].clone()).or_insert(next);
        }
        rows.sort_by_key(|row| (documents[&row[of]], super::rebuild::place(table, row)));
        tables.insert(table, rows);
    }
    tables
}

/// A folder of files of columns.
#[cfg(feature = "parquet")]
pub(crate) fn parquet(folder: &std::path::Path) -> Tables {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    use parquet::record::Field;

    let mut tables = Tables::new();
    for table in Table::ALL {
        let file = std::fs::File::open(folder.join(format!("{table}.parquet"))).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        let rows = reader.get_row_iter(None).unwrap().map(|row| {
            let row = row.unwrap();
            let cells = row.get_column_iter().map(|(name, field)| {
                let cell = match field {
                    Field::Null => None,
                    Field::Bool(truth) => Some(truth.to_string()),
                    Field::Long(number) => Some(number.to_string()),
                    Field::Str(text) => Some(text.clone()),
                    Field::Decimal(amount) => {
                        assert_eq!((amount.precision(), amount.scale()), (38, 9));
                        let units = i128::from_be_bytes(amount.data().try_into().unwrap());
                        Some(units.to_string())
                    }
                    other => panic!("{table}, {name}: {other:?}"),
                };
                (name.clone(), cell)
            });
            let mut cells: Cells = cells.collect();
            // The exact text takes the place of the decimal, which has to be the same or too fine.
            let exact: Vec<_> =
                cells.keys().filter(|name| cells.contains_key(&format!("{name}_text"))).cloned().collect();
            for name in exact.iter().filter(|name| ["low", "high", "magnitude"].contains(&name.as_str())) {
                let text = cells.remove(&format!("{name}_text")).unwrap();
                let want = text.as_deref().and_then(billionths);
                assert_eq!(cells.insert(name.clone(), text).unwrap(), want, "{table}, {name}");
            }
            cells
        });
        tables.insert(table, rows.collect());
    }
    tables
}

/// `5000000250000000` for `5000000.25`, by moving its point; none for what is finer.
#[cfg(feature = "parquet")]
fn billionths(text: &str) -> Option<String> {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if part.len() > 9 {
        return None;
    }
    let moved = format!("{whole}{part:0<9}");
    let moved = moved.trim_start_matches('0');
    Some(if moved.is_empty() { "0".to_owned() } else { format!("{sign}{moved}") })
}

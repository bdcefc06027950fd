//! Rows that are kept: what one thread makes of documents and another writes.

use super::{Cell, Lists, Table};
use crate::model::Document;

/// `documents a.txt …`, `figures a.txt f1 …`: the rows of whole documents in all tables, each document's behind one another and in the
/// order of [`Table::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The table of each row, and where its cells end.
    rows: Vec<(Table, usize)>,
    cells: Vec<Cell<'static>>,
}

impl Batch {
    /// `documents a.txt …`, `figures a.txt f1 …`: adds all rows of a document.
    pub fn add(&mut self, document: &Document<'_>) {
        for table in Table::ALL {
            table.rows(document, Lists::Apart, &mut |cells| {
                self.cells.extend(cells.iter().cloned().map(Cell::into_owned));
                self.rows.push((table, self.cells.len()));
            });
        }
    }

    /// `3` for a document with two figures: how many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// `""` has none: whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// `figures a.txt f1 …`: forgets all rows but the first `length`.
    pub fn truncate(&mut self, length: usize) {
        self.rows.truncate(length);
        self.cells.truncate(self.rows.last().map_or(0, |(_, end)| *end));
    }

    /// `(figures, [a.txt, f1, …])`: each row with its table.
    pub fn iter(&self) -> impl Iterator<Item = (Table, &[Cell<'static>])> {
        let mut start = 0;
        self.rows.iter().map(move |(table, end)| {
            let cells = &self.cells[start..*end];
            start = *end;
            (*table, cells)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;

    #[test]
    fn rows_are_kept_document_by_document() {
        let mut batch = Batch::default();
        assert!(batch.is_empty());
        batch.add(&Extractor::new().extract("Ardenia paid $5 million in 2021."));
        let first = batch.len();
        let kept = batch.clone();
        batch.add(&Extractor::new().extract("kr5 million"));
        let tables: Vec<_> = batch.iter().map(|(table, _)| table).collect();
        assert_eq!(tables[..2], [Table::Documents, Table::Figures]);
        assert_eq!(tables[first], Table::Documents);
        assert!(tables[first..].contains(&Table::CurrencyCandidates));
        for (table, cells) in batch.iter() {
            assert_eq!(cells.len(), table.columns(Lists::Apart).count(), "{table}");
        }
        batch.truncate(first);
        assert_eq!(batch, kept);
    }
}

//! How a table is defined: its columns, and beside each what it holds of a record.

use super::{Cell, Lists, Type};
use crate::view::name;
use serde::Serialize;

/// Takes the cells of a row in the order of the columns, and gives the row away when it is whole.
pub(super) struct Row<'p> {
    lists: Lists,
    put: &'p mut dyn FnMut(&[Cell<'_>]),
}

impl<'p> Row<'p> {
    pub(super) fn new(lists: Lists, put: &'p mut dyn FnMut(&[Cell<'_>])) -> Self {
        Self { lists, put }
    }

    /// Whether a row has the cells of such a column.
    pub(super) fn takes(&self, kind: Type) -> bool {
        self.lists == Lists::Joined || kind != Type::List
    }

    pub(super) fn put(&mut self, cells: &[Cell<'_>]) {
        (self.put)(cells);
    }
}

/// Defines a table: a list of columns, and a function that makes a row of a record. Both come from the same lines, so that no cell stands
/// in another's column.
///
/// ```text
/// "low" maybe_decimal => figure.low;
/// ```
macro_rules! table {
    (
        $(#[$doc:meta])*
        $columns:ident, fn $row:ident($($record:ident: $type:ty),*) {
            $($column:literal $kind:ident => $value:expr;)*
        }
    ) => {
        $(#[$doc])*
        pub(super) const $columns: &[$crate::view::table::Column] =
            &[$($crate::view::table::Column::$kind($column)),*];

        fn $row($($record: $type,)* row: &mut $crate::view::table::define::Row<'_>) {
            let mut cells = Vec::with_capacity($columns.len());
            $(
                if row.takes(const { $crate::view::table::Column::$kind($column).kind }) {
                    cells.push($crate::view::table::Cell::from($value));
                }
            )*
            row.put(&cells);
        }
    };
}

pub(super) use table;

/// `reported`: the name of an enum, where there is one.
pub(super) fn maybe_name(value: Option<&impl Serialize>) -> Option<String> {
    value.map(name)
}

/// 1, 2, …: the members of a list with their numbers.
pub(super) fn numbered<T>(members: &[T]) -> impl Iterator<Item = (usize, &T)> {
    (1..).zip(members)
}

//! Parquet: each table as a file of columns.
//!
//! ```text
//! D SELECT currency, sum(low) FROM 'facts/figures.parquet' WHERE kind = 'exact' GROUP BY 1;
//! EUR  5400000000.000000000
//! ```
//! An amount is a `DECIMAL(38, 9)`, and beside it stands its exact text as in JSON, in a column of the same name with `_text` behind it. Nine
//! places hold every amount but one that is finer than a billionth: of that the decimal is null, the text is there, and it is counted.

use std::io::Write;
use std::sync::Arc;

use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::column::writer::ColumnWriter;
use ::parquet::data_type::{ByteArray, FixedLenByteArray};
use ::parquet::errors::Result;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::types::{Type as Schema, TypePtr};
use rust_decimal::Decimal;

use super::table::{Cell, Column, Lists, Table, Type};
use crate::model::SCHEMA;

/// `38` of `DECIMAL(38, 9)`: how many digits an amount has at most.
pub const PRECISION: i32 = 38;

/// `9` of `DECIMAL(38, 9)`: how many of them stand behind the point.
pub const SCALE: u32 = 9;

/// An amount is a number of 128 bits.
const BYTES: i32 = 16;

/// A group of rows is at most so long.
const MOST_ROWS: usize = 1 << 20;

/// So many values of a column are handed on at once.
const AT_ONCE: usize = 1024;

/// `figures.parquet`: writes the rows of a table, some at a time.
///
/// ```
/// use outlay::Extractor;
/// use outlay::view::parquet::Writer;
/// use outlay::view::table::{Lists, Table};
///
/// let document = Extractor::new().extract("The ministry paid $5 million.");
/// let mut figures = Writer::new(Table::Figures, Vec::new())?;
/// let mut put = Ok(());
/// Table::Figures.rows(&document, Lists::Apart, &mut |row| put = figures.put(row));
/// put?;
/// assert!(figures.finish()?.starts_with(b"PAR1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Writer<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Values>,
    rows: usize,
    held: usize,
    too_fine: u64,
}

/// The values of one column of the table that are not written yet. A column of amounts is two in the file.
struct Values {
    kind: Type,
    nullable: bool,
    /// Whether there is a value, for each row of a column that can be null.
    there: Vec<bool>,
    /// All texts behind one another, and where each ends.
    text: Vec<u8>,
    ends: Vec<usize>,
    integers: Vec<i64>,
    bools: Vec<bool>,
    /// Of the amounts that fit; whether one does, for each row.
    amounts: Vec<i128>,
    fits: Vec<bool>,
}

impl<W: Write + Send> Writer<W> {
    /// `PAR1`: begins the file of a table.
    pub fn new(table: Table, out: W) -> Result<Self> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("outlay version ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(vec![
                KeyValue::new("schema".to_owned(), SCHEMA.to_owned()),
                KeyValue::new("table".to_owned(), table.name().to_owned()),
            ]))
            .build();
        let file = SerializedFileWriter::new(out, schema(table)?, Arc::new(properties))?;
        let columns = table.columns(Lists::Apart).map(Values::of).collect();
        Ok(Self { file, columns, rows: 0, held: 0, too_fine: 0 })
    }

    /// `a.txt, f1, 5, 15, $5 million, …`: adds a row.
    pub fn put(&mut self, row: &[Cell<'_>]) -> Result<()> {
        for (values, cell) in self.columns.iter_mut().zip(row) {
            self.held += values.push(cell);
            self.too_fine += u64::from(values.fits.last() == Some(&false) && matches!(cell, Cell::Decimal(_)));
        }
        self.rows += 1;
        if self.rows >= MOST_ROWS { self.flush() } else { Ok(()) }
    }

    /// `1234567`: how many bytes of rows wait to be written.
    #[must_use]
    pub const fn held(&self) -> usize {
        self.held
    }

    /// 1 after `0.00000000015 BTC`: how many amounts were finer than a billionth, so that their decimal is null.
    #[must_use]
    pub const fn too_fine(&self) -> u64 {
        self.too_fine
    }

    /// `a.txt, f1, …`: writes the rows that wait, as one group.
    pub fn flush(&mut self) -> Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.file.next_row_group()?;
        let mut parts = self.columns.iter().flat_map(Values::parts);
        while let Some(mut column) = group.next_column()? {
            if let Some(part) = parts.next() {
                part.write(column.untyped())?;
            }
            column.close()?;
        }
        group.close()?;
        drop(parts);
        self.columns.iter_mut().for_each(Values::clear);
        (self.rows, self.held) = (0, 0);
        Ok(())
    }

    /// `PAR1`: ends the file, and gives back what it was written to.
    pub fn finish(mut self) -> Result<W> {
        self.flush()?;
        self.file.into_inner()
    }
}

/// `message figures { required binary document (String); … optional fixed_len_byte_array(16) low (Decimal(38, 9)); … }`
fn schema(table: Table) -> Result<TypePtr> {
    let mut fields = Vec::new();
    for column in table.columns(Lists::Apart) {
        let repetition = if column.nullable { Repetition::OPTIONAL } else { Repetition::REQUIRED };
        let text = |name: &str| {
            Schema::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_logical_type(Some(LogicalType::String))
                .with_repetition(repetition)
                .build()
        };
        let of = |physical| Schema::primitive_type_builder(column.name, physical).with_repetition(repetition);
        match column.kind {
            Type::Text | Type::List => fields.push(text(column.name)?),
            Type::Integer => fields.push(of(Physical::INT64).build()?),
            Type::Bool => fields.push(of(Physical::BOOLEAN).build()?),
            Type::Decimal => {
                let scale = i32::try_from(SCALE).unwrap_or(i32::MAX);
                let amount = of(Physical::FIXED_LEN_BYTE_ARRAY)
                    .with_length(BYTES)
                    .with_precision(PRECISION)
                    .with_scale(scale)
                    .with_logical_type(Some(LogicalType::decimal(scale, PRECISION)));
                fields.push(amount.build()?);
                fields.push(text(&format!("{}_text", column.name))?);
            }
        }
    }
    let fields = fields.into_iter().map(Arc::new).collect();
    Ok(Arc::new(Schema::group_type_builder(table.name()).with_fields(fields).build()?))
}

impl Values {
    fn of(column: &'static Column) -> Self {
        Self {
            kind: column.kind,
            nullable: column.nullable,
            there: Vec::new(),
            text: Vec::new(),
            ends: Vec::new(),
            integers: Vec::new(),
            bools: Vec::new(),
            amounts: Vec::new(),
            fits: Vec::new(),
        }
    }

    /// Adds the cell of a row; gives about how many bytes it takes.
    fn push(&mut self, cell: &Cell<'_>) -> usize {
        // A column that cannot be null has a value in each row.
        let there = !matches!(cell, Cell::Null);
        if self.nullable {
            self.there.push(there);
        }
        match (self.kind, cell) {
            (Type::Integer, Cell::Integer(number)) => self.integers.push(*number),
            (Type::Integer, _) if !self.nullable => self.integers.push(0),
            (Type::Bool, Cell::Bool(truth)) => self.bools.push(*truth),
            (Type::Bool, _) if !self.nullable => self.bools.push(false),
            (Type::Text | Type::List, Cell::Text(text)) => return self.push_text(text),
            (Type::Text | Type::List, _) if !self.nullable => return self.push_text(""),
            (Type::Decimal, Cell::Decimal(amount)) => {
                let fitting = scaled(*amount);
                self.fits.push(fitting.is_some());
                self.amounts.extend(fitting);
                return size_of::<i128>() + self.push_text(&amount.to_string());
            }
            (Type::Decimal, _) => self.fits.push(false),
            _ => {}
        }
        size_of::<i64>()
    }

    fn push_text(&mut self, text: &str) -> usize {
        self.text.extend_from_slice(text.as_bytes());
        self.ends.push(self.text.len());
        text.len() + size_of::<usize>()
    }

    /// The columns of the file that these values are.
    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let there = self.nullable.then_some(&self.there[..]);
        let (first, second) = match self.kind {
            Type::Integer => (Part { there, of: Of::Integers(&self.integers) }, None),
            Type::Bool => (Part { there, of: Of::Bools(&self.bools) }, None),
            Type::Text | Type::List => (Part { there, of: Of::Texts(&self.text, &self.ends) }, None),
            Type::Decimal => (
                Part { there: Some(&self.fits), of: Of::Amounts(&self.amounts) },
                Some(Part { there, of: Of::Texts(&self.text, &self.ends) }),
            ),
        };
        std::iter::once(first).chain(second)
    }

    fn clear(&mut self) {
        self.there.clear();
        self.text.clear();
        self.ends.clear();
        self.integers.clear();
        self.bools.clear();
        self.amounts.clear();
        self.fits.clear();
    }
}

/// One column of the file, as far as it waits.
struct Part<'v> {
    there: Option<&'v [bool]>,
    of: Of<'v>,
}

/// The values that are there.
enum Of<'v> {
    Integers(&'v [i64]),
    Bools(&'v [bool]),
    Texts(&'v [u8], &'v [usize]),
    Amounts(&'v [i128]),
}

impl Part<'_> {
    /// Some values at a time, since a text becomes a value of its own only for the writer.
    fn write(&self, column: &mut ColumnWriter<'_>) -> Result<()> {
        let rows = match (self.there, &self.of) {
            (Some(there), _) => there.len(),
            (None, Of::Integers(numbers)) => numbers.len(),
            (None, Of::Bools(truths)) => truths.len(),
            (None, Of::Texts(_, ends)) => ends.len(),
            (None, Of::Amounts(amounts)) => amounts.len(),
        };
        let mut next = 0;
        for first in (0..rows).step_by(AT_ONCE) {
            let last = rows.min(first + AT_ONCE);
            let levels: Option<Vec<i16>> =
                self.there.map(|there| there[first..last].iter().map(|is| i16::from(*is)).collect());
            let count = self.there.map_or(last - first, |there| there[first..last].iter().filter(|is| **is).count());
            let these = next..next + count;
            next += count;
            let levels = levels.as_deref();
            match (&self.of, &mut *column) {
                (Of::Integers(numbers), ColumnWriter::Int64ColumnWriter(column)) => {
                    column.write_batch(&numbers[these], levels, None)?;
                }
                (Of::Bools(truths), ColumnWriter::BoolColumnWriter(column)) => {
                    column.write_batch(&truths[these], levels, None)?;
                }
                (Of::Texts(text, ends), ColumnWriter::ByteArrayColumnWriter(column)) => {
                    let start = |at: usize| at.checked_sub(1).map_or(0, |before| ends[before]);
                    let texts: Vec<_> = these.map(|at| ByteArray::from(&text[start(at)..ends[at]])).collect();
                    column.write_batch(&texts, levels, None)?;
                }
                (Of::Amounts(amounts), ColumnWriter::FixedLenByteArrayColumnWriter(column)) => {
                    let bytes = |amount: &i128| FixedLenByteArray::from(amount.to_be_bytes().to_vec());
                    let amounts: Vec<_> = amounts[these].iter().map(bytes).collect();
                    column.write_batch(&amounts, levels, None)?;
                }
                // The schema is made of the same columns.
                _ => {}
            }
        }
        Ok(())
    }
}

/// 5000000000 for 5: an amount in billionths, where it is a whole number of them.
fn scaled(amount: Decimal) -> Option<i128> {
    let amount = amount.normalize();
    let more = SCALE.checked_sub(amount.scale())?;
    amount.mantissa().checked_mul(10_i128.checked_pow(more)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_whole_billionths_or_none() {
        let scaled = |text: &str| scaled(text.parse().unwrap());
        assert_eq!(scaled("5.00"), Some(5_000_000_000));
        assert_eq!(scaled("-0.3"), Some(-300_000_000));
        assert_eq!(scaled("0.0000000010"), Some(1));
        assert_eq!(scaled("0.0000000015"), None);
        // The largest decimal that there is has its 38 digits.
        let most = scaled("79228162514264337593543950335").unwrap();
        assert!(most < 10_i128.pow(38));
    }
}

//! Records as Arrow's columns: a record is a struct, a list a list of structs, an amount a decimal of 38 digits.

use std::fmt::{Display, Write as _};
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Decimal128Array, Int64Array, ListArray, StringArray, StructArray};
use arrow_buffer::{BooleanBufferBuilder, Buffer, NullBuffer, NullBufferBuilder, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Fields};
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::shape::{Kind, Shape};

type Error = serde_json::Error;

/// The digits of an amount, and those behind its point. All whole numbers that a record can hold have at most 29 digits, and fit.
const PRECISION: u8 = 38;
const SCALE: u8 = 9;

/// The values of one field, record after record.
#[derive(Debug)]
pub(crate) enum Column {
    Text(Text),
    /// The amounts, and beside them the text of those that a decimal of this precision does not hold.
    Decimal {
        values: Vec<i128>,
        valid: NullBufferBuilder,
        exact: Text,
    },
    Whole {
        values: Vec<i64>,
        valid: NullBufferBuilder,
    },
    Truth {
        values: BooleanBufferBuilder,
        valid: NullBufferBuilder,
    },
    List {
        ends: Vec<i32>,
        valid: NullBufferBuilder,
        item: Box<Column>,
    },
    Record(Record),
}

/// Strings, one behind the other.
#[derive(Debug)]
pub(crate) struct Text {
    ends: Vec<i32>,
    bytes: Vec<u8>,
    valid: NullBufferBuilder,
}

/// The columns of a record's fields.
#[derive(Debug)]
pub(crate) struct Record {
    fields: Vec<(String, Column)>,
    /// Fields that are passed over.
    without: &'static [&'static str],
    valid: NullBufferBuilder,
}

impl Column {
    fn new(kind: &Kind) -> Self {
        let valid = NullBufferBuilder::new(0);
        match kind {
            Kind::Text => Self::Text(Text::new()),
            Kind::Decimal => Self::Decimal { values: Vec::new(), valid, exact: Text::new() },
            Kind::Whole => Self::Whole { values: Vec::new(), valid },
            Kind::Truth => Self::Truth { values: BooleanBufferBuilder::new(0), valid },
            Kind::List(item) => Self::List { ends: vec![0], valid, item: Box::new(Self::new(item)) },
            Kind::Record(shape) => Self::Record(Record::new(shape, &[])),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Text(text) => text.valid.len(),
            Self::Decimal { valid, .. }
            | Self::Whole { valid, .. }
            | Self::Truth { valid, .. }
            | Self::List { valid, .. } => valid.len(),
            Self::Record(record) => record.len(),
        }
    }

    fn push_null(&mut self) {
        match self {
            Self::Text(text) => text.push(None),
            Self::Decimal { values, valid, exact } => {
                values.push(0);
                valid.append_null();
                exact.push(None);
            }
            Self::Whole { values, valid } => {
                values.push(0);
                valid.append_null();
            }
            Self::Truth { values, valid } => {
                values.append(false);
                valid.append_null();
            }
            Self::List { ends, valid, .. } => {
                ends.push(ends.last().copied().unwrap_or(0));
                valid.append_null();
            }
            Self::Record(record) => record.push_null(),
        }
    }

    /// Puts the values of `other`, which is of the same kind, behind these.
    fn append(&mut self, other: Self) -> Result<(), TooLarge> {
        match (self, other) {
            (Self::Text(text), Self::Text(more)) => text.append(more)?,
            (Self::Decimal { values, valid, exact }, Self::Decimal { values: more, valid: nulls, exact: texts }) => {
                values.extend(more);
                extend(valid, nulls);
                exact.append(texts)?;
            }
            (Self::Whole { values, valid }, Self::Whole { values: more, valid: nulls }) => {
                values.extend(more);
                extend(valid, nulls);
            }
            (Self::Truth { values, valid }, Self::Truth { values: mut more, valid: nulls }) => {
                values.append_buffer(&more.finish());
                extend(valid, nulls);
            }
            (Self::List { ends, valid, item }, Self::List { ends: more, valid: nulls, item: items }) => {
                extend_ends(ends, &more)?;
                extend(valid, nulls);
                item.append(*items)?;
            }
            (Self::Record(record), Self::Record(more)) => record.append(more)?,
            // Columns of one shape are of the same kinds.
            _ => {}
        }
        Ok(())
    }

    /// The column as an array, with its field; an amount is two.
    fn finish(self, name: &str, to: &mut Vec<(FieldRef, ArrayRef)>) -> Result<(), ArrowError> {
        let array: ArrayRef = match self {
            Self::Text(text) => Arc::new(text.finish()?),
            Self::Decimal { values, mut valid, exact } => {
                let array = Decimal128Array::try_new(values.into(), valid.finish())?;
                let array = array.with_precision_and_scale(PRECISION, SCALE.cast_signed())?;
                to.push((field(name, &DataType::Decimal128(PRECISION, SCALE.cast_signed())), Arc::new(array)));
                to.push((field(&format!("{name}_exact"), &DataType::Utf8), Arc::new(exact.finish()?)));
                return Ok(());
            }
            Self::Whole { values, mut valid } => Arc::new(Int64Array::try_new(values.into(), valid.finish())?),
            Self::Truth { mut values, mut valid } => Arc::new(BooleanArray::new(values.finish(), valid.finish())),
            Self::List { ends, mut valid, item } => {
                let mut items = Vec::new();
                item.finish("item", &mut items)?;
                let Some((field, items)) = items.pop() else {
                    return Err(ArrowError::SchemaError("a list of something was expected".to_owned()));
                };
                Arc::new(ListArray::try_new(field, OffsetBuffer::new(ScalarBuffer::from(ends)), items, valid.finish())?)
            }
            Self::Record(record) => {
                let (fields, arrays, valid) = record.finish()?;
                Arc::new(StructArray::try_new(fields, arrays, valid)?)
            }
        };
        to.push((field(name, array.data_type()), array));
        Ok(())
    }
}

/// Every field may be null: the row of a null text has nothing else.
fn field(name: &str, kind: &DataType) -> FieldRef {
    Arc::new(Field::new(name, kind.clone(), true))
}

fn extend(valid: &mut NullBufferBuilder, mut more: NullBufferBuilder) {
    let length = more.len();
    match more.finish() {
        Some(nulls) => valid.append_buffer(&nulls),
        None => valid.append_n_non_nulls(length),
    }
}

fn extend_ends(ends: &mut Vec<i32>, more: &[i32]) -> Result<(), TooLarge> {
    let from = ends.last().copied().unwrap_or(0);
    if more.last().copied().unwrap_or(0).checked_add(from).is_none() {
        return Err(TooLarge);
    }
    // The last is the largest.
    ends.extend(more.iter().skip(1).map(|end| end.wrapping_add(from)));
    Ok(())
}

/// A column of more than two gigabytes.
#[derive(Debug)]
pub(crate) struct TooLarge;

impl Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a batch whose columns hold less than 2 GiB each was expected: read fewer texts at a time")
    }
}

impl Text {
    pub(crate) fn new() -> Self {
        Self { ends: vec![0], bytes: Vec::new(), valid: NullBufferBuilder::new(0) }
    }

    pub(crate) fn push(&mut self, text: Option<&str>) {
        self.bytes.extend_from_slice(text.unwrap_or_default().as_bytes());
        self.end(text.is_some());
    }

    /// Ends a string. One whose end an offset cannot tell makes the column too large, which `fits` says before anybody sees it.
    fn end(&mut self, valid: bool) {
        self.ends.push(i32::try_from(self.bytes.len()).unwrap_or(i32::MAX));
        self.valid.append(valid);
    }

    fn fits(&self) -> bool {
        i32::try_from(self.bytes.len()).is_ok()
    }

    pub(crate) fn append(&mut self, more: Self) -> Result<(), TooLarge> {
        if !self.fits() || !more.fits() {
            return Err(TooLarge);
        }
        extend_ends(&mut self.ends, &more.ends)?;
        self.bytes.extend_from_slice(&more.bytes);
        extend(&mut self.valid, more.valid);
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<StringArray, ArrowError> {
        if !self.fits() {
            return Err(ArrowError::ComputeError(TooLarge.to_string()));
        }
        let offsets = OffsetBuffer::new(ScalarBuffer::from(self.ends));
        StringArray::try_new(offsets, Buffer::from_vec(self.bytes), self.valid.finish())
    }
}

impl Record {
    /// Columns for records of a shape, without some of its fields.
    pub(crate) fn new(shape: &Shape, without: &'static [&'static str]) -> Self {
        let kept = shape.fields.iter().filter(|(name, _)| !without.contains(&&**name));
        let fields = kept.map(|(name, kind)| (name.clone(), Column::new(kind))).collect();
        Self { fields, without, valid: NullBufferBuilder::new(0) }
    }

    /// Writes one record behind the others.
    pub(crate) fn push(&mut self, record: &impl Serialize) -> Result<(), Error> {
        record.serialize(To::Record(self))
    }

    /// A row of which there is nothing to say.
    pub(crate) fn push_null(&mut self) {
        self.fields.iter_mut().for_each(|(_, column)| column.push_null());
        self.valid.append_null();
    }

    pub(crate) fn len(&self) -> usize {
        self.valid.len()
    }

    pub(crate) fn append(&mut self, more: Self) -> Result<(), TooLarge> {
        for ((_, column), (_, more)) in self.fields.iter_mut().zip(more.fields) {
            column.append(more)?;
        }
        extend(&mut self.valid, more.valid);
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<(Fields, Vec<ArrayRef>, Option<NullBuffer>), ArrowError> {
        let mut columns = Vec::new();
        for (name, column) in self.fields {
            column.finish(&name, &mut columns)?;
        }
        let (fields, arrays): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        Ok((fields.into(), arrays, self.valid.finish()))
    }
}

/// `1234.5` as 1234500000000: the amount in units of the last digit that the columns have; None where they do not hold it exactly.
fn scaled(text: &str) -> Option<i128> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let missing = usize::from(SCALE).checked_sub(fraction.len())?;
    let whole = whole.trim_start_matches('0');
    let fits = whole.len() + usize::from(SCALE) <= usize::from(PRECISION);
    let digits = whole.bytes().chain(fraction.bytes()).chain(std::iter::repeat_n(b'0', missing));
    if !fits || !digits.clone().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value = digits.fold(0_i128, |value, digit| value.wrapping_mul(10).wrapping_add(i128::from(digit - b'0')));
    Some(if negative { -value } else { value })
}

/// Where one value goes: into a column, or as a row into a record's.
enum To<'c> {
    Column(&'c mut Column),
    Record(&'c mut Record),
}

/// A list that has begun.
struct OpenList<'c> {
    item: &'c mut Column,
    ends: &'c mut Vec<i32>,
}

/// A record that has begun.
struct OpenRecord<'c> {
    record: &'c mut Record,
    /// The field that is next.
    next: usize,
}

fn refused<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format_args!("a record was expected, and {what} was found in it")))
}

macro_rules! whole {
    ($($name:ident: $type:ty),*) => {
        $(
            fn $name(self, number: $type) -> Result<(), Error> {
                match (self, i64::try_from(number)) {
                    (Self::Column(Column::Whole { values, valid }), Ok(number)) => {
                        values.push(number);
                        valid.append_non_null();
                        Ok(())
                    }
                    _ => refused("a number"),
                }
            }
        )*
    };
}

impl<'c> Serializer for To<'c> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = OpenList<'c>;
    type SerializeStruct = OpenRecord<'c>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    whole! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        let Self::Column(Column::Truth { values, valid }) = self else { return refused("a truth") };
        values.append(value);
        valid.append_non_null();
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Error> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        match self {
            Self::Column(Column::Text(column)) => column.push(Some(text)),
            Self::Column(Column::Decimal { values, valid, exact }) => {
                let value = scaled(text);
                values.push(value.unwrap_or(0));
                valid.append(value.is_some());
                exact.push(if value.is_some() { None } else { Some(text) });
            }
            _ => return refused("a text"),
        }
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        match self {
            Self::Column(Column::Text(column)) => {
                write!(Appended(&mut column.bytes), "{value}").map_err(Error::custom)?;
                column.end(true);
                Ok(())
            }
            other => other.serialize_str(&value.to_string()),
        }
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        match self {
            Self::Column(column) => column.push_null(),
            Self::Record(record) => record.push_null(),
        }
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<OpenList<'c>, Error> {
        let Self::Column(Column::List { ends, valid, item }) = self else { return refused("a list") };
        valid.append_non_null();
        Ok(OpenList { item, ends })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<OpenRecord<'c>, Error> {
        match self {
            Self::Column(Column::Record(record)) | Self::Record(record) => Ok(OpenRecord { record, next: 0 }),
            Self::Column(_) => refused(name),
        }
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        refused("a number with a fraction")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        refused("a number with a fraction")
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        refused("a run of bytes")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        refused(variant)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        refused("a tuple")
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        refused(name)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        refused(variant)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        refused("a map")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        refused(variant)
    }
}

/// What is displayed, straight into a column.
struct Appended<'c>(&'c mut Vec<u8>);

impl std::fmt::Write for Appended<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

impl SerializeSeq for OpenList<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(To::Column(self.item))
    }

    fn end(self) -> Result<(), Error> {
        self.ends.push(i32::try_from(self.item.len()).map_err(|_| Error::custom(TooLarge))?);
        Ok(())
    }
}

impl SerializeStruct for OpenRecord<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if self.record.without.contains(&key) {
            return Ok(());
        }
        while let Some((name, column)) = self.record.fields.get_mut(self.next) {
            self.next += 1;
            if name == key {
                return value.serialize(To::Column(column));
            }
            // A field that is left out has nothing to say.
            column.push_null();
        }
        refused(key)
    }

    fn end(self) -> Result<(), Error> {
        self.record.fields[self.next..].iter_mut().for_each(|(_, column)| column.push_null());
        self.record.valid.append_non_null();
        Ok(())
    }
}

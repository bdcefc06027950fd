//! Records as Python's objects: each is an instance of the class of its name in `outlay.records`, its fields in their order.

use std::collections::HashMap;

use outlay::model::Document;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyNone, PyTuple};
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::shape::{DOCUMENT, Kind};

type Error = serde_json::Error;

/// The classes, by name, and Python's decimals.
struct Classes {
    records: HashMap<&'static str, Class>,
    decimal: Py<PyAny>,
}

struct Class {
    class: Py<PyAny>,
    /// The fields, and whether each is a decimal.
    fields: Vec<(&'static str, bool)>,
}

static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();

fn classes(py: Python<'_>) -> PyResult<&Classes> {
    CLASSES.get_or_try_init(py, || {
        let module = py.import("outlay.records")?;
        let mut names = Vec::new();
        DOCUMENT.visit(&mut |shape| names.push(shape));
        let mut records = HashMap::new();
        for shape in names {
            let fields =
                shape.fields.iter().map(|(name, kind)| (name.as_str(), matches!(kind, Kind::Decimal))).collect();
            records.insert(shape.name.as_str(), Class { class: module.getattr(&*shape.name)?.unbind(), fields });
        }
        Ok(Classes { records, decimal: py.import("decimal")?.getattr("Decimal")?.unbind() })
    })
}

/// A document as `outlay.records.Document`, with the text that its offsets count in.
pub(crate) fn document<'py>(py: Python<'py>, document: &Document<'_>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    let maker = Maker { py, classes: classes(py)?, decimal: false, more: Some(text) };
    document.serialize(maker).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// One value.
#[derive(Clone, Copy)]
struct Maker<'a, 'py> {
    py: Python<'py>,
    classes: &'a Classes,
    /// Text is a decimal here.
    decimal: bool,
    /// What the class wants behind its fields.
    more: Option<&'a str>,
}

/// A list or a record that has begun.
struct Open<'a, 'py> {
    maker: Maker<'a, 'py>,
    class: Option<&'a Class>,
    values: Vec<Bound<'py, PyAny>>,
}

/// What Python says, as the serializer's error.
fn said<T>(result: PyResult<T>) -> Result<T, Error> {
    result.map_err(Error::custom)
}

fn refused<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format_args!("a record was expected, and {what} was found in it")))
}

macro_rules! plain {
    ($($name:ident: $type:ty),*) => {
        $(
            fn $name(self, value: $type) -> Result<Self::Ok, Error> {
                said(value.into_pyobject(self.py).map(|value| value.into_any()).map_err(Into::into))
            }
        )*
    };
}

impl<'a, 'py> Serializer for Maker<'a, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;
    type SerializeSeq = Open<'a, 'py>;
    type SerializeStruct = Open<'a, 'py>;
    type SerializeTuple = Impossible<Self::Ok, Error>;
    type SerializeTupleStruct = Impossible<Self::Ok, Error>;
    type SerializeTupleVariant = Impossible<Self::Ok, Error>;
    type SerializeMap = Impossible<Self::Ok, Error>;
    type SerializeStructVariant = Impossible<Self::Ok, Error>;

    plain! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_char: char
    }

    fn serialize_bool(self, value: bool) -> Result<Self::Ok, Error> {
        Ok(pyo3::types::PyBool::new(self.py, value).to_owned().into_any())
    }

    fn serialize_str(self, text: &str) -> Result<Self::Ok, Error> {
        if self.decimal {
            return said(self.classes.decimal.bind(self.py).call1((text,)));
        }
        Ok(pyo3::types::PyString::new(self.py, text).into_any())
    }

    fn serialize_none(self) -> Result<Self::Ok, Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Self::Ok, Error> {
        Ok(PyNone::get(self.py).to_owned().into_any())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Self::Ok, Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Self::Ok, Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Self::Ok, Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Open<'a, 'py>, Error> {
        Ok(Open { maker: self, class: None, values: Vec::with_capacity(length.unwrap_or(0)) })
    }

    fn serialize_struct(self, name: &'static str, fields: usize) -> Result<Open<'a, 'py>, Error> {
        let Some(class) = self.classes.records.get(name) else { return refused(name) };
        Ok(Open { maker: self, class: Some(class), values: Vec::with_capacity(fields + 1) })
    }

    fn serialize_f32(self, _: f32) -> Result<Self::Ok, Error> {
        refused("a number with a fraction")
    }

    fn serialize_f64(self, _: f64) -> Result<Self::Ok, Error> {
        refused("a number with a fraction")
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Self::Ok, Error> {
        refused("a run of bytes")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<Self::Ok, Error> {
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

impl<'py> SerializeSeq for Open<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.values.push(value.serialize(Maker { more: None, ..self.maker })?);
        Ok(())
    }

    fn end(self) -> Result<Self::Ok, Error> {
        Ok(said(PyTuple::new(self.maker.py, self.values))?.into_any())
    }
}

impl<'py> SerializeStruct for Open<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        let fields = self.class.map_or(&[][..], |class| &class.fields);
        // A field that is left out has nothing to say.
        let Some(ahead) =
            fields.get(self.values.len()..).and_then(|rest| rest.iter().position(|(name, _)| *name == key))
        else {
            return refused(key);
        };
        for _ in 0..ahead {
            self.values.push(self.maker.serialize_unit()?);
        }
        let decimal = fields[self.values.len()].1;
        self.values.push(value.serialize(Maker { decimal, more: None, ..self.maker })?);
        Ok(())
    }

    fn end(mut self) -> Result<Self::Ok, Error> {
        let Some(class) = self.class else { return refused("a list") };
        while self.values.len() < class.fields.len() {
            self.values.push(self.maker.serialize_unit()?);
        }
        if let Some(text) = self.maker.more {
            self.values.push(pyo3::types::PyString::new(self.maker.py, text).into_any());
        }
        said(PyTuple::new(self.maker.py, self.values).and_then(|values| class.class.bind(self.maker.py).call1(values)))
    }
}

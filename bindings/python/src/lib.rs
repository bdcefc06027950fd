//! outlay for Python: records as objects and as Arrow columns. It converts and decides nothing; `python/outlay` has the names that people use.

mod batch;
mod column;
mod object;
mod reader;
mod shape;
mod source;

use pyo3::prelude::*;

/// The part of `outlay` that is written in Rust.
#[pymodule]
mod _outlay {
    use std::ffi::OsString;

    use outlay::model::{Contract, DateMention, Diagnostic, Document, Figure, Item, Party};
    use outlay::text::plain::Encoding;
    use outlay::{text, view};
    use pyo3::exceptions::PyValueError;
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::reader::Reader;

    #[pymodule_init]
    fn version(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }

    /// `{"$schema": …}`: the JSON Schema of the records.
    #[pyfunction]
    fn schema() -> String {
        format!("{:#}\n", view::schema::schema())
    }

    /// `{"schema":"outlay/1",…}`: a document of the program's JSON, and the text that it was read from, if it does not carry that itself.
    #[pyfunction]
    #[pyo3(signature = (json, text))]
    fn document(py: Python<'_>, json: &str, text: Option<&str>) -> PyResult<Py<PyAny>> {
        let document: Document<'_> = read(json)?;
        let text = document.content.as_deref().or(text).unwrap_or_default();
        Ok(crate::object::document(py, &document, text)?.unbind())
    }

    /// `b"caf\xe9"` in windows-1252: bytes as text, by a mark at their beginning, the name of an encoding, or what a page says of itself.
    #[pyfunction]
    fn decode(data: &[u8], html: bool, encoding: Option<&str>) -> PyResult<String> {
        let named = encoding.map(str::parse::<Encoding>).transpose().map_err(PyValueError::new_err)?;
        let decoded = match (html, named) {
            (true, named) => text::html::decode(data, named),
            (false, Some(encoding)) => encoding.decode(data),
            (false, None) => text::plain::decode(data),
        };
        Ok(decoded.text.into_owned())
    }

    /// `USD 250,000,000..400,000,000`: what the library shows people of a record.
    #[pyfunction]
    fn display(record: &str, json: &str) -> PyResult<String> {
        Ok(match record {
            "Document" => read::<Document<'_>>(json)?.to_string(),
            "Figure" => read::<Figure<'_>>(json)?.to_string(),
            "DateMention" => read::<DateMention<'_>>(json)?.to_string(),
            "Contract" => read::<Contract<'_>>(json)?.to_string(),
            "Party" => read::<Party<'_>>(json)?.to_string(),
            "Item" => read::<Item<'_>>(json)?.to_string(),
            "Diagnostic" => read::<Diagnostic<'_>>(json)?.to_string(),
            other => {
                return Err(PyValueError::new_err(format!(
                    "a record that is shown was expected, and {other:?} was found"
                )));
            }
        })
    }

    /// `<div class="outlay">…`: the text of a document with its facts marked.
    #[pyfunction]
    fn fragment(json: &str, text: &str) -> PyResult<String> {
        let mut out = String::new();
        view::report::fragment(&crate::source::in_bytes(read(json)?, text), text, &mut out);
        Ok(out)
    }

    /// `outlay extract article.txt`: does what a command line says, and tells the exit status.
    #[pyfunction]
    fn run(py: Python<'_>, words: Vec<OsString>) -> u8 {
        py.detach(|| outlay::cli::run(words))
    }

    fn read<'j, T: serde::Deserialize<'j>>(json: &'j str) -> PyResult<T> {
        serde_json::from_str(json).map_err(|error| {
            PyValueError::new_err(format!("a record of {} was expected: {error}", outlay::model::SCHEMA))
        })
    }
}

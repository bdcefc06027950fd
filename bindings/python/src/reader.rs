//! Options, and one text at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use outlay::cli::row::{self, Body};
use outlay::model::{Document, Edtf, PublishedBasis};
use outlay::span::Offsets;
use outlay::text::html::Page;
use outlay::{Extractor, Lexicon, Published};
use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::{batch, object};

/// What is said of a document that a fault of the library stops: a run of hours is not lost to one text.
const FAULT: &str = "a document was expected, and reading it met a fault of this program";

/// How texts are read, and what leaves.
#[derive(Debug)]
pub(crate) struct Options {
    extractor: Extractor,
    offsets: Offsets,
    html: bool,
    with_text: bool,
}

impl Options {
    /// Reads a text or a page whose own date may be known, and shows its document, with the text that its offsets count in.
    pub(crate) fn read<R>(
        &self,
        body: &Body<'_>,
        id: &str,
        published: Option<Edtf>,
        show: impl FnOnce(&Document<'_>, &str) -> R,
    ) -> Result<R, &'static str> {
        let published = published.map(|date| Published { date, basis: PublishedBasis::Given });
        catch_unwind(AssertUnwindSafe(|| match body {
            Body::Text(text) => {
                let mut document = self.extractor.extract_published(text, published);
                if self.with_text {
                    document.content = Some((&**text).into());
                }
                self.show(document, id, text, show)
            }
            Body::Html(source) => {
                let page = Page::read(source);
                let document = self.extractor.extract_page(&page, source, published, self.offsets);
                self.show(document, id, &page.content, show)
            }
        }))
        .map_err(|_| FAULT)
    }

    /// Reads texts layer by layer, each with its date where that is known: their documents, in order, before anything is shown; none where one of them
    /// meets a fault.
    pub(crate) fn read_together<'t>(&self, texts: Vec<(&'t str, Option<Edtf>)>) -> Option<Vec<Document<'t>>> {
        let given = |(text, date): (&'t str, Option<Edtf>)| {
            (text, date.map(|date| Published { date, basis: PublishedBasis::Given }))
        };
        catch_unwind(AssertUnwindSafe(|| self.extractor.extract_all(texts.into_iter().map(given)))).ok()
    }

    /// Shows a document that was read with others.
    pub(crate) fn show_one<'a, R>(
        &self,
        mut document: Document<'a>,
        id: &'a str,
        text: &'a str,
        show: impl FnOnce(&Document<'_>, &str) -> R,
    ) -> Result<R, &'static str> {
        if self.with_text {
            document.content = Some(text.into());
        }
        catch_unwind(AssertUnwindSafe(|| self.show(document, id, text, show))).map_err(|_| FAULT)
    }

    fn show<'a, R>(
        &self,
        mut document: Document<'a>,
        id: &'a str,
        text: &str,
        show: impl FnOnce(&Document<'_>, &str) -> R,
    ) -> R {
        document.id = id.into();
        show(&document.into_offsets(text, self.offsets), text)
    }

    /// What a text is, where nothing else says it.
    pub(crate) fn body<'t>(&self, text: &'t str) -> Body<'t> {
        if self.html { Body::Html(text.into()) } else { Body::Text(text.into()) }
    }
}

/// Reads texts, with the options that it was made with. Shared by all threads.
#[pyclass(frozen, module = "outlay._outlay")]
pub(crate) struct Reader(Arc<Options>);

#[pymethods]
impl Reader {
    #[new]
    fn new(
        published: Option<&str>,
        lexicon: Option<&str>,
        offsets: &str,
        html: bool,
        with_text: bool,
    ) -> PyResult<Self> {
        let mut extractor = Extractor::new();
        if let Some(date) = published {
            extractor = extractor.published(row::published(date).map_err(PyValueError::new_err)?);
        }
        if let Some(text) = lexicon {
            extractor = extractor.lexicon(Lexicon::from_toml(text).map_err(PyValueError::new_err)?);
        }
        let offsets = offsets.parse().map_err(PyValueError::new_err)?;
        Ok(Self(Arc::new(Options { extractor, offsets, html, with_text })))
    }

    /// One text as `outlay.records.Document`.
    fn extract<'py>(
        &self,
        py: Python<'py>,
        text: &Bound<'py, PyAny>,
        id: &str,
        published: Option<&str>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let Ok(text) = text.cast::<PyString>() else {
            return Err(PyTypeError::new_err(format!(
                "a text (str) was expected, and {} was found",
                text.get_type().name()?
            )));
        };
        let text = text.to_cow()?;
        let published = published.map(row::published).transpose().map_err(PyValueError::new_err)?;
        let options = &self.0;
        let read = py.detach(|| {
            options.read(&options.body(&text), id, published, |document, text| {
                Python::attach(|py| object::document(py, document, text).map(Bound::unbind))
            })
        });
        Ok(read.map_err(PyRuntimeError::new_err)??.into_bound(py))
    }

    /// Many texts as a `pyarrow.RecordBatch`.
    fn batch<'py>(
        &self,
        py: Python<'py>,
        texts: &Bound<'py, PyAny>,
        published: Option<&Bound<'py, PyAny>>,
        threads: Option<usize>,
        keep_errors: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        batch::texts(py, &self.0, texts, published, threads, keep_errors)
    }

    /// Many rows of JSONL as a `pyarrow.RecordBatch`.
    fn rows<'py>(
        &self,
        py: Python<'py>,
        lines: &Bound<'py, PyAny>,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyAny>> {
        batch::rows(py, &self.0, lines, threads)
    }
}

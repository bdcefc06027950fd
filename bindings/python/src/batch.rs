//! Many texts at once: Arrow strings in, one batch of records out, on all cores and without Python's lock.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{available_parallelism, scope};
use std::time::Duration;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BinaryArray, BinaryViewArray, LargeBinaryArray, RecordBatch, RecordBatchOptions};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use outlay::cli::row;
use outlay::model::{Document, Edtf, SCHEMA};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use pyo3_arrow::input::AnyArray;

use crate::column::{Record, Text, TooLarge};
use crate::reader::Options;
use crate::shape::DOCUMENT;

/// Fields of a document that its caller knows, or that are the same in each.
const WITHOUT: &[&str] = &["schema", "id"];

/// A thread takes so many bytes of text at a time.
const PIECE: usize = 256 * 1024;

/// So many texts are read layer by layer.
const TOGETHER: usize = 32;

/// One array of strings. Its bytes are looked at before they are taken for text: not all who hand over strings have.
enum Chunk {
    Utf8(BinaryArray),
    Large(LargeBinaryArray),
    View(BinaryViewArray),
    /// So many nulls.
    Null(usize),
}

impl Chunk {
    fn new(array: &ArrayRef) -> PyResult<Self> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Utf8(array.as_string::<i32>().clone().into()),
            DataType::LargeUtf8 => Self::Large(array.as_string::<i64>().clone().into()),
            DataType::Utf8View => Self::View(array.as_string_view().clone().to_binary_view()),
            DataType::Null => Self::Null(array.len()),
            other => {
                let message =
                    format!("Arrow strings (Utf8, LargeUtf8 or Utf8View) were expected, and {other} was found");
                return Err(PyTypeError::new_err(message));
            }
        })
    }

    fn len(&self) -> usize {
        match self {
            Self::Utf8(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Null(length) => *length,
        }
    }

    fn get(&self, at: usize) -> Option<&[u8]> {
        match self {
            Self::Utf8(array) => array.is_valid(at).then(|| array.value(at)),
            Self::Large(array) => array.is_valid(at).then(|| array.value(at)),
            Self::View(array) => array.is_valid(at).then(|| array.value(at)),
            Self::Null(_) => None,
        }
    }
}

/// The strings of one array, or of the arrays of a stream.
struct Strings {
    chunks: Vec<Chunk>,
    /// Where each chunk begins.
    starts: Vec<usize>,
    length: usize,
}

impl Strings {
    fn new(py: Python<'_>, from: &Bound<'_, PyAny>) -> PyResult<Self> {
        let Ok(array) = from.extract::<AnyArray>() else {
            let found = from.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "an Arrow array or stream of strings was expected, and {found} was found"
            )));
        };
        // Whoever makes the stream may need the lock that this thread holds.
        let arrays: Vec<ArrayRef> = py.detach(|| {
            array
                .into_reader()?
                .collect::<Result<_, ArrowError>>()
                .map_err(|error| PyValueError::new_err(format!("a stream that can be read was expected: {error}")))
        })?;
        let mut strings = Self { chunks: Vec::new(), starts: Vec::new(), length: 0 };
        for array in &arrays {
            let chunk = Chunk::new(array)?;
            strings.starts.push(strings.length);
            strings.length += chunk.len();
            strings.chunks.push(chunk);
        }
        Ok(strings)
    }

    fn get(&self, at: usize) -> Option<&[u8]> {
        let chunk = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        self.chunks[chunk].get(at - self.starts[chunk])
    }

    /// Pieces of about one size, in order.
    fn pieces(&self) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let (mut from, mut size) = (0, 0);
        for at in 0..self.length {
            // A text costs something even where it is empty.
            size += self.get(at).map_or(0, <[u8]>::len) + 16;
            if size >= PIECE {
                pieces.push(from..at + 1);
                (from, size) = (at + 1, 0);
            }
        }
        if from < self.length {
            pieces.push(from..self.length);
        }
        pieces
    }
}

/// A text that is to be read.
struct Waiting<'t> {
    /// Its place among all texts.
    at: usize,
    bytes: &'t [u8],
    /// What is to be read, and its date where that is known, or why it cannot be; none for a null.
    wanted: Option<Result<(row::Body<'t>, Option<Edtf>), String>>,
}

/// What a piece became.
struct Part {
    records: Record,
    /// Why a text was not read.
    errors: Text,
    /// Texts and rows that were not read, as they came.
    refused: Text,
    /// Of rows of JSONL, their ids.
    ids: Text,
    /// The first text that was not read, and why.
    first: Option<(usize, String)>,
}

impl Part {
    fn new() -> Self {
        Self {
            records: Record::new(&DOCUMENT, WITHOUT),
            errors: Text::new(),
            refused: Text::new(),
            ids: Text::new(),
            first: None,
        }
    }

    fn append(&mut self, more: Self) -> Result<(), TooLarge> {
        self.records.append(more.records)?;
        self.errors.append(more.errors)?;
        self.refused.append(more.refused)?;
        self.ids.append(more.ids)?;
        if self.first.is_none() {
            self.first = more.first;
        }
        Ok(())
    }

    /// Ends the row of a text that was read, or says why it was not.
    fn end(&mut self, at: usize, bytes: &[u8], read: Result<(), String>) {
        match read {
            Ok(()) => {
                self.errors.push(None);
                self.refused.push(None);
            }
            Err(message) => {
                self.records.push_null();
                self.errors.push(Some(&message));
                self.refused.push(Some(&String::from_utf8_lossy(bytes)));
                if self.first.is_none() {
                    self.first = Some((at, message));
                }
            }
        }
    }

    /// Reads the texts that wait into the columns, in their order.
    fn read_all(&mut self, options: &Options, waiting: Vec<Waiting<'_>>) {
        let texts = waiting.iter().filter_map(|waits| match &waits.wanted {
            Some(Ok((row::Body::Text(text), date))) => Some((&**text, date.clone())),
            _ => None,
        });
        let mut documents = options.read_together(texts.collect()).map(Vec::into_iter);
        for Waiting { at, bytes, wanted } in &waiting {
            let read = match wanted {
                None => {
                    self.records.push_null();
                    self.errors.push(None);
                    self.refused.push(None);
                    continue;
                }
                Some(Err(message)) => Err(message.clone()),
                Some(Ok((row::Body::Text(text), date))) => match documents.as_mut().and_then(Iterator::next) {
                    Some(document) => self.show(options, document, text),
                    // One of the texts meets a fault: each by itself.
                    None => self.read(options, &row::Body::Text((&**text).into()), date.clone()),
                },
                Some(Ok((page, date))) => self.read(options, page, date.clone()),
            };
            self.end(*at, bytes, read);
        }
    }

    /// Puts a document that was read into the columns.
    fn show<'t>(&mut self, options: &Options, document: Document<'t>, text: &'t str) -> Result<(), String> {
        let records = &mut self.records;
        let pushed = options.show_one(document, "-", text, |document, _| records.push(document));
        pushed.map_err(str::to_owned)?.map_err(|error| error.to_string())
    }

    /// Reads a document into the columns.
    fn read(&mut self, options: &Options, body: &row::Body<'_>, published: Option<Edtf>) -> Result<(), String> {
        let records = &mut self.records;
        // What the columns refuse is no record of the schema that they were made from.
        let pushed = options.read(body, "-", published, |document, _| records.push(document));
        pushed.map_err(str::to_owned)?.map_err(|error| error.to_string())
    }
}

/// The bytes as text, or why they are none.
fn text(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes)
        .map_err(|error| format!("text in UTF-8 was expected, and at byte {} it is not", error.valid_up_to()))
}

/// A piece in parts that are read layer by layer.
fn together(piece: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = piece.end;
    piece.step_by(TOGETHER).map(move |at| at..(at + TOGETHER).min(end))
}

/// Many texts, and the date of each if it is known.
pub(crate) fn texts<'py>(
    py: Python<'py>,
    options: &Arc<Options>,
    texts: &Bound<'py, PyAny>,
    published: Option<&Bound<'py, PyAny>>,
    threads: Option<usize>,
    keep_errors: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let texts = Strings::new(py, texts)?;
    let published = published.map(|published| Strings::new(py, published)).transpose()?;
    if let Some(dates) = published.as_ref().filter(|dates| dates.length != texts.length) {
        let message =
            format!("as many dates as texts were expected ({}), and {} were found", texts.length, dates.length);
        return Err(PyValueError::new_err(message));
    }
    let part = share(py, &texts, threads, |piece, part| {
        for some in together(piece) {
            let waiting = some.map(|at| {
                let Some(bytes) = texts.get(at) else { return Waiting { at, bytes: &[], wanted: None } };
                let date = published.as_ref().and_then(|dates| dates.get(at));
                let wanted = text(bytes).and_then(|text_| {
                    Ok((options.body(text_), date.map(|date| row::published(text(date)?)).transpose()?))
                });
                Waiting { at, bytes, wanted: Some(wanted) }
            });
            part.read_all(options, waiting.collect());
        }
    })?;
    if let Some((at, message)) = part.first.as_ref().filter(|_| !keep_errors) {
        return Err(PyValueError::new_err(format!("texts[{at}]: {message}")));
    }
    let mut columns = Vec::new();
    if keep_errors {
        columns.extend([("error", part.errors), ("row", part.refused)]);
    }
    finish(py, part.records, Vec::new(), columns)
}

/// Many rows of JSONL. Blank lines are passed over.
pub(crate) fn rows<'py>(
    py: Python<'py>,
    options: &Arc<Options>,
    lines: &Bound<'py, PyAny>,
    threads: Option<usize>,
) -> PyResult<Bound<'py, PyAny>> {
    let lines = Strings::new(py, lines)?;
    let part = share(py, &lines, threads, |piece, part| {
        for some in together(piece) {
            let mut waiting = Vec::new();
            for at in some {
                let Some(bytes) = lines.get(at).filter(|line| !line.trim_ascii().is_empty()) else { continue };
                let row = text(bytes).and_then(row::read);
                part.ids.push(row.as_ref().ok().and_then(|row| row.id.as_deref()));
                waiting.push(Waiting { at, bytes, wanted: Some(row.map(|row| (row.body, row.published))) });
            }
            part.read_all(options, waiting);
        }
    })?;
    finish(py, part.records, vec![("id", part.ids)], vec![("error", part.errors), ("row", part.refused)])
}

/// Does the pieces on threads, and puts what they became together in their order.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not general enough for any lifetime")]
fn share(
    py: Python<'_>,
    strings: &Strings,
    threads: Option<usize>,
    work: impl Fn(Range<usize>, &mut Part) + Sync,
) -> PyResult<Part> {
    let cores = || available_parallelism().map_or(1, usize::from);
    if threads == Some(0) {
        return Err(PyValueError::new_err("one thread or more was expected, and 0 was found"));
    }
    let (pieces, next, stop) = (strings.pieces(), AtomicUsize::new(0), AtomicBool::new(false));
    let threads = threads.unwrap_or_else(cores).min(pieces.len());
    py.detach(|| {
        let mut whole = Part::new();
        let (mut waiting, mut wanted) = (BTreeMap::new(), 0);
        scope(|scope| {
            let (to, from) = channel();
            for _ in 0..threads {
                let (to, pieces, next, stop, work) = (to.clone(), &pieces, &next, &stop, &work);
                scope.spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let Some(piece) = pieces.get(number) else { break };
                        let mut part = Part::new();
                        work(piece.clone(), &mut part);
                        if to.send((number, part)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(to);
            loop {
                match from.recv_timeout(Duration::from_millis(100)) {
                    Ok((number, part)) => {
                        waiting.insert(number, part);
                        // What is in its turn is put together at once, so that its memory is free for what comes.
                        while let Some(part) = waiting.remove(&wanted) {
                            wanted += 1;
                            if let Err(error) = whole.append(part) {
                                stop.store(true, Ordering::Relaxed);
                                return Err(PyValueError::new_err(error.to_string()));
                            }
                        }
                    }
                    Err(RecvTimeoutError::Disconnected) => return Ok(()),
                    // Who presses Ctrl-C need not wait for the last text.
                    Err(RecvTimeoutError::Timeout) => {
                        if let Err(interrupted) = Python::attach(|py| py.check_signals()) {
                            stop.store(true, Ordering::Relaxed);
                            return Err(interrupted);
                        }
                    }
                }
            }
        })?;
        Ok(whole)
    })
}

/// The records as a `pyarrow.RecordBatch`, between further columns.
fn finish<'py>(
    py: Python<'py>,
    records: Record,
    before: Vec<(&str, Text)>,
    behind: Vec<(&str, Text)>,
) -> PyResult<Bound<'py, PyAny>> {
    let batch = py.detach(|| {
        let length = records.len();
        let (mut fields, mut columns): (Vec<_>, Vec<ArrayRef>) = (Vec::new(), Vec::new());
        let (inner, arrays, _) = records.finish()?;
        let put = |texts: Vec<(&str, Text)>, fields: &mut Vec<_>, columns: &mut Vec<ArrayRef>| {
            for (name, text) in texts {
                fields.push(Arc::new(Field::new(name, DataType::Utf8, true)));
                columns.push(Arc::new(text.finish()?));
            }
            Ok::<(), ArrowError>(())
        };
        put(before, &mut fields, &mut columns)?;
        fields.extend(inner.iter().cloned());
        columns.extend(arrays);
        put(behind, &mut fields, &mut columns)?;
        let metadata = [("outlay.schema".to_owned(), SCHEMA.to_owned())].into();
        let schema = Arc::new(Schema::new_with_metadata(fields, metadata));
        RecordBatch::try_new_with_options(schema, columns, &RecordBatchOptions::new().with_row_count(Some(length)))
    });
    let batch = batch.map_err(|error| PyValueError::new_err(error.to_string()))?;
    PyRecordBatch::new(batch).into_pyarrow(py)
}

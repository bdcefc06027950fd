//! One piece of work, from bytes to bytes.

use std::borrow::Cow;
use std::io::{self, IsTerminal as _};

use outlay::model::{Code, Diagnostic, Document, PublishedBasis};
use outlay::span::{Counter, Offsets, Span};
use outlay::text::html::{self, Page};
use outlay::text::plain::{self, Decoded, Fault};
use outlay::view::annotated::{self, Lines};
use outlay::view::csv::{self, Table};
use outlay::view::table::Batch;
use outlay::view::{brat, ftm, json, label_studio, ocds, web_annotation};
use outlay::{Extractor, Published};

use super::job::{Job, Only};
use super::progress::Tally;
use super::read::{Kind, Piece, Rows};
use super::row::{self, Body, Row};
use super::{system_says, terminal_columns};

/// How the records leave, now that the inputs are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One JSON object, or one a line.
    Lines {
        pretty: bool,
    },
    /// A JSON array.
    Array {
        pretty: bool,
    },
    Csv(Table),
    /// `headed`: with the document's id above it.
    Annotated {
        color: bool,
        headed: bool,
    },
    /// Open Contracting releases, a comma between two.
    Ocds,
    /// FollowTheMoney entities, one a line.
    Ftm,
    /// Web Annotations, one a line.
    WebAnnotation,
    /// Tasks of Label Studio, a comma between two.
    LabelStudio,
    /// Standoff annotations of one document.
    Brat,
    /// Rows of all tables.
    Tables,
}

/// What a piece of work became.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub(crate) out: Vec<u8>,
    /// The rows of all tables, where the form asks for them.
    pub(crate) batch: Batch,
    /// What is to be said on standard error.
    pub(crate) complaints: Vec<String>,
    /// Whether something could not be read.
    pub(crate) failed: bool,
    pub(crate) tally: Tally,
    /// The latest day on which one of its documents was published, where the form asks for it.
    pub(crate) latest: Option<String>,
}

/// Does pieces of work. Shared by all threads.
pub(crate) struct Worker<'j> {
    job: &'j Job,
    shape: Shape,
    extractor: Extractor,
    /// The columns of the terminal that is written to.
    columns: Option<usize>,
    /// A terminal is written to, which would obey the control characters of a table's cells.
    terminal: bool,
}

/// So many rows are read together: their texts, of a few thousand bytes each, stay near, and each layer's code is fetched once for all.
const TOGETHER: usize = 32;

/// More faults of one document are counted, not listed.
const FAULTS: usize = 100;

impl<'j> Worker<'j> {
    pub(crate) fn new(job: &'j Job, shape: Shape) -> Self {
        let extractor = super::job::extractor(job.published.as_ref(), job.lexicon.as_ref());
        let columns = if job.output.is_none() { terminal_columns() } else { None };
        let terminal = job.output.is_none() && io::stdout().is_terminal();
        Self { job, shape, extractor, columns, terminal }
    }

    pub(crate) fn work(&self, piece: Piece) -> Done {
        let mut done = Done::default();
        match piece {
            Piece::Rows(rows) => self.rows(&rows, &mut done),
            Piece::Files(files) => {
                for file in files {
                    let name = file.path.to_string_lossy();
                    match std::fs::read(&file.path) {
                        Ok(bytes) => survive(&name, &mut done, |done| self.whole(&name, &bytes, file.kind, done)),
                        Err(error) => {
                            done.failed = true;
                            let says = system_says(&error);
                            done.complaints.push(format!("{name}: a file that can be read was expected: {says}"));
                        }
                    }
                }
            }
            Piece::Whole(whole) => {
                survive(&whole.name, &mut done, |done| self.whole(&whole.name, &whole.bytes, whole.kind, done));
            }
            Piece::Note { message, failed } => {
                done.failed = failed;
                done.complaints.push(message);
            }
        }
        done
    }

    fn rows(&self, rows: &Rows, done: &mut Done) {
        done.tally.bytes += rows.bytes.len() as u64;
        let mut reader = std::str::from_utf8(&rows.bytes).ok().map(row::Reader::new);
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\n', &rows.bytes).chain([rows.bytes.len()]);
        // Texts that were parsed and not yet read.
        let mut waiting: Vec<(Row<'_>, u64)> = Vec::with_capacity(TOGETHER);
        for (number, end) in (rows.first..).zip(ends) {
            let begin = start.min(end);
            let line = &rows.bytes[begin..end];
            start = end + 1;
            if line.trim_ascii().is_empty() {
                continue;
            }
            if let Some(row) = reader.as_mut().and_then(|reader| reader.read(begin, end)) {
                waiting.push((row, number));
                if waiting.len() == TOGETHER {
                    self.together(&mut waiting, &rows.name, done);
                }
                continue;
            }
            self.together(&mut waiting, &rows.name, done);
            survive(&rows.name, done, |done| {
                if let Err(message) = self.row(line, number, &rows.name, done) {
                    done.failed = true;
                    done.complaints.push(format!("{}: row {number}: {message}", rows.name));
                }
            });
        }
        self.together(&mut waiting, &rows.name, done);
    }

    /// The rows that wait, layer by layer. Where one of them meets a fault of this program, and where one is a page, each by itself.
    fn together(&self, waiting: &mut Vec<(Row<'_>, u64)>, name: &str, done: &mut Done) {
        let texts = waiting.iter().map(|(row, _)| match &row.body {
            Body::Text(text) => Some((&**text, given(row))),
            Body::Html(_) => None,
        });
        let texts: Option<Vec<_>> = texts.collect();
        let all = texts.and_then(|texts| {
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.extractor.extract_all(texts))).ok()
        });
        let Some(documents) = all else {
            for (row, number) in waiting.drain(..) {
                survive(name, done, |done| self.document(row, number, name, &[], "UTF-8", done));
            }
            return;
        };
        for ((row, number), mut document) in waiting.iter().zip(documents) {
            let (Body::Text(text) | Body::Html(text)) = &row.body;
            document.id = row.id.as_deref().map_or_else(|| format!("{name}:{number}").into(), Cow::Borrowed);
            survive(name, done, |done| self.deliver(document, text, done));
        }
        waiting.clear();
    }

    fn row(&self, line: &[u8], number: u64, name: &str, done: &mut Done) -> Result<(), String> {
        let decoded = plain::decode(line);
        let row = row::read(&decoded.text)?;
        if let Some(message) = undecoded(&decoded) {
            done.complaints.push(format!("{name}: row {number}: {message}"));
        }
        self.document(row, number, name, &decoded.faults, decoded.encoding, done);
        Ok(())
    }

    fn document(&self, row: Row<'_>, number: u64, name: &str, faults: &[Fault], encoding: &str, done: &mut Done) {
        let published = given(&row);
        let id = row.id.unwrap_or_else(|| format!("{name}:{number}").into());
        let (Body::Text(text) | Body::Html(text)) = &row.body;
        let faults = moved(faults, text);
        match &row.body {
            Body::Text(text) => self.text(id, text, published, &faults, encoding, done),
            Body::Html(source) => self.page(id, source, published, &faults, encoding, done),
        }
    }

    fn whole(&self, name: &str, bytes: &[u8], kind: Kind, done: &mut Done) {
        done.tally.bytes += bytes.len() as u64;
        let decoded = match (kind, self.job.encoding) {
            (Kind::Html, named) => html::decode(bytes, named),
            (Kind::Text, Some(encoding)) => encoding.decode(bytes),
            (Kind::Text, None) => plain::decode(bytes),
        };
        if let Some(message) = undecoded(&decoded) {
            done.complaints.push(format!("{name}: {message}"));
        }
        match kind {
            Kind::Text => self.text(name.into(), &decoded.text, None, &decoded.faults, decoded.encoding, done),
            Kind::Html => self.page(name.into(), &decoded.text, None, &decoded.faults, decoded.encoding, done),
        }
    }

    fn text<'t>(
        &self,
        id: Cow<'t, str>,
        text: &'t str,
        published: Option<Published>,
        faults: &[Fault],
        encoding: &str,
        done: &mut Done,
    ) {
        let mut document = self.extractor.extract_published(text, published);
        document.id = id;
        if !faults.is_empty() {
            document.diagnostics.extend(listed(faults, encoding));
            document.diagnostics.sort_by_key(|diagnostic| diagnostic.start);
        }
        self.deliver(document, text, done);
    }

    /// The document of a text that is no page.
    fn deliver<'t>(&self, mut document: Document<'t>, text: &'t str, done: &mut Done) {
        if self.job.with_text {
            document.content = Some(Cow::Borrowed(text));
        }
        self.write(document, text, false, done);
    }

    fn page<'t>(
        &self,
        id: Cow<'t, str>,
        source: &'t str,
        published: Option<Published>,
        faults: &[Fault],
        encoding: &str,
        done: &mut Done,
    ) {
        let page = Page::read(source);
        let unit = match self.shape {
            Shape::Annotated { .. } => Offsets::Bytes,
            _ => self.job.offsets,
        };
        let mut document = self.extractor.extract_page(&page, source, published, unit);
        document.id = id;
        if !faults.is_empty() {
            let counter = Counter::new(source, unit);
            for mut diagnostic in listed(faults, encoding) {
                diagnostic.source_start = Some(counter.count(diagnostic.start));
                diagnostic.source_end = Some(counter.count(diagnostic.end));
                diagnostic.start = page.content_at(diagnostic.start);
                diagnostic.end = page.content_at(diagnostic.end).max(diagnostic.start);
                document.diagnostics.push(diagnostic);
            }
            document.diagnostics.sort_by_key(|diagnostic| diagnostic.start);
        }
        self.write(document, &page.content, true, done);
    }

    fn write(&self, document: Document<'_>, text: &str, page: bool, done: &mut Done) {
        let document = only(document, self.job.only);
        let first = done.tally.documents == 0;
        let no_contract = done.tally.contracts == 0;
        done.tally.documents += 1;
        done.tally.figures += document.figures.len() as u64;
        done.tally.contracts += document.contracts.len() as u64;
        done.tally.diagnostics += document.diagnostics.len() as u64;
        let out = &mut done.out;
        let written = match self.shape {
            Shape::Lines { pretty } => {
                let document = document.into_offsets(text, self.job.offsets);
                let written = if pretty { json::write_pretty(&document, 0, out) } else { json::write(&document, out) };
                out.push(b'\n');
                written
            }
            Shape::Array { pretty } => {
                let document = document.into_offsets(text, self.job.offsets);
                if !first {
                    out.extend_from_slice(b",\n");
                }
                if pretty {
                    out.extend_from_slice(b"  ");
                    json::write_pretty(&document, 1, out)
                } else {
                    json::write(&document, out)
                }
            }
            Shape::Csv(table) => {
                let document = document.into_offsets(text, self.job.offsets);
                let from = out.len();
                let written = csv::write_rows(&document, table, out);
                if self.terminal {
                    let rows = String::from_utf8_lossy(&out.split_off(from)).into_owned();
                    for row in rows.split_terminator("\r\n") {
                        out.extend_from_slice(annotated::safe(row).as_bytes());
                        out.extend_from_slice(b"\r\n");
                    }
                }
                written
            }
            Shape::Ocds => {
                if !document.contracts.is_empty() {
                    let day = ocds::published_day(&document).map(str::to_owned);
                    done.latest = done.latest.take().max(day);
                    if !no_contract {
                        out.extend_from_slice(b",\n");
                    }
                }
                ocds::write(&document.into_offsets(text, self.job.offsets), out);
                Ok(())
            }
            Shape::Ftm => {
                ftm::write(&document, out);
                Ok(())
            }
            Shape::WebAnnotation => {
                // The text of a page is an article's, which is carried, and not what was read.
                web_annotation::write(&document, text, page, out);
                Ok(())
            }
            Shape::Brat => {
                let mut lines = String::new();
                brat::write(&document, text, &mut lines);
                if self.terminal {
                    let shown = |line: &str| line.split('\t').map(annotated::safe).collect::<Vec<_>>().join("\t");
                    lines = lines.lines().map(|line| shown(line) + "\n").collect();
                }
                out.extend_from_slice(lines.as_bytes());
                Ok(())
            }
            Shape::Tables => {
                done.batch.add(&document.into_offsets(text, self.job.offsets));
                Ok(())
            }
            Shape::LabelStudio => {
                if !first {
                    out.extend_from_slice(b",\n");
                }
                label_studio::write(&document, text, out);
                Ok(())
            }
            Shape::Annotated { color, headed } => {
                if headed {
                    out.extend_from_slice(format!("--- {}\n", annotated::safe(&document.id)).as_bytes());
                }
                let written = annotated::write_within(text, &document, Lines::WithFacts, color, self.columns, out);
                if headed {
                    out.push(b'\n');
                }
                written
            }
        };
        // Bytes are written to memory, so that only a record that cannot be said in JSON is an error.
        if let Err(error) = written {
            done.failed = true;
            done.complaints
                .push(format!("{}: records that can be written were expected: {error}", document_name(text)));
        }
    }
}

/// When a row says that it was published.
fn given(row: &Row<'_>) -> Option<Published> {
    row.published.clone().map(|date| Published { date, basis: PublishedBasis::Given })
}

/// Reads a document, and goes on with the others where a fault of this program stops it: a run of hours is not lost to one
/// text.
fn survive(name: &str, done: &mut Done, read: impl FnOnce(&mut Done)) {
    let (length, kept, tally, latest) = (done.out.len(), done.batch.len(), done.tally, done.latest.clone());
    if std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(done))).is_err() {
        done.out.truncate(length);
        done.batch.truncate(kept);
        done.tally = tally;
        done.latest = latest;
        done.failed = true;
        done.complaints.push(format!("{name}: a document was expected, and reading it met a fault of this program"));
    }
}

/// The beginning of a text, where its document is gone.
fn document_name(text: &str) -> String {
    annotated::safe(&text.chars().take(40).collect::<String>())
}

/// Leaves out what is not asked for. A contract keeps the figures and dates that it names; a figure without its contract
/// names none.
fn only(mut document: Document<'_>, only: Only) -> Document<'_> {
    if !only.contracts {
        document.contracts.clear();
        document.figures.iter_mut().for_each(|figure| figure.contracts.clear());
    }
    let contracts = &document.contracts;
    if !only.figures {
        let named = |id| {
            contracts.iter().any(|contract| {
                contract.values.iter().any(|value| value.figure == id)
                    || contract.funding.iter().any(|funding| funding.figure == Some(id))
            })
        };
        document.figures.retain(|figure| named(figure.id));
        let kept: Vec<_> = document.figures.iter().map(|figure| figure.id).collect();
        for figure in &mut document.figures {
            figure.converts = figure.converts.filter(|id| kept.contains(id));
        }
    }
    if !only.dates {
        let named = |id| contracts.iter().any(|contract| contract.dates.iter().any(|date| date.date == id));
        document.dates.retain(|date| named(date.id));
    }
    document
}

/// One line for people, where something did not decode.
fn undecoded(decoded: &Decoded<'_>) -> Option<String> {
    let first = decoded.faults.first()?;
    let more = match decoded.faults.len() {
        1 => "the rest was read".to_owned(),
        count => format!("there are {count} such places; the rest was read"),
    };
    Some(format!("text in {} was expected, and at byte {} it is not; {more}", decoded.encoding, first.bytes.start))
}

/// The faults as diagnostics.
fn listed<'t>(faults: &[Fault], encoding: &str) -> Vec<Diagnostic<'t>> {
    let said = faults.iter().take(FAULTS).map(|fault| {
        let (start, end) = (fault.bytes.start, fault.bytes.end);
        let message = match end - start {
            1 => format!("the byte at offset {start} of the input is not {encoding}"),
            _ => format!("the bytes at offsets {start} to {end} of the input are not {encoding}"),
        };
        Diagnostic::new(fault.span.start, fault.span.end, Code::Undecodable, message)
    });
    let mut said: Vec<_> = said.collect();
    if let (Some(last), Some(more)) = (faults.last(), faults.len().checked_sub(FAULTS).filter(|more| *more > 0)) {
        let message = format!("{more} further places of the input are not {encoding}");
        said.push(Diagnostic::new(last.span.start, last.span.end, Code::Undecodable, message));
    }
    said
}

/// The faults of a row, as they stand in the text that it holds. Where the text has other replacement characters, or not
/// all of these, they are said to stand at its beginning.
fn moved(faults: &[Fault], text: &str) -> Vec<Fault> {
    if faults.is_empty() {
        return Vec::new();
    }
    let marks: Vec<_> = text.match_indices(char::REPLACEMENT_CHARACTER).collect();
    let same = marks.len() == faults.len();
    let mut faults = faults.to_vec();
    for (i, fault) in faults.iter_mut().enumerate() {
        fault.span = match marks.get(i).filter(|_| same) {
            Some((at, mark)) => Span::new(*at, at + mark.len()),
            None => Span::default(),
        };
    }
    faults
}

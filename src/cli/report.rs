//! `outlay report`: documents and their facts as one page.
//!
//! The documents are read as `extract` reads them. Each is on the page as soon as it comes, so that what is held is the page and no record.

use std::io::{self, BufRead, BufReader, Write};
use std::process::ExitCode;
use std::sync::mpsc::sync_channel;

use outlay::model::Document;
use outlay::span::Offsets;
use outlay::view::report::Report;

use super::args;
use super::diff::Chunks;
use super::job::{Form, Job, Refused};
use super::sink::Sink;
use super::write::{self, Output};
use super::{FAILED, complain, run};

/// How many pieces of records wait to be put on the page.
const WAITING: usize = 4;

/// Reads the documents, and writes the page when all are read.
pub(crate) fn report(typed: args::Report) -> Result<ExitCode, Refused> {
    let mut job = Job::new(typed.inputs, Form::Jsonl, &[])?;
    job.offsets = Offsets::Bytes;
    job.with_text = true;
    run::handle_interrupts();
    let output = match Output::of(job.output.as_deref()) {
        Ok(output) => output,
        Err(error) => return Ok(write::refused(job.output.as_deref(), &error)),
    };
    let mut page = Report::new();
    let (code, put) = read(&job, &mut page);
    if let Err(message) = put {
        complain(&message);
        return Ok(ExitCode::from(FAILED));
    }
    let mut output = output;
    let written = page.write(&typed.title, &mut Pieces(&mut output)).and_then(|()| output.finish());
    Ok(written.map_or_else(|error| write::refused(job.output.as_deref(), &error), |()| code))
}

/// Reads all documents of the job, and puts each on the page. What the reading ended with, and whether all came to the page.
fn read(job: &Job, page: &mut Report) -> (ExitCode, Result<(), String>) {
    let (to, from) = sync_channel(WAITING);
    std::thread::scope(|scope| {
        let extraction = scope.spawn(move || run::run_to(job, Sink::Bytes(Output::channel(to))));
        let mut rows = BufReader::new(Chunks::new(from));
        let mut put = Ok(());
        let mut row = Vec::new();
        // What cannot be put on the page must not stop the thread that reads: the rest is read all the same.
        while rows.read_until(b'\n', &mut row).is_ok_and(|length| length > 0) {
            put = put.and_then(|()| add(&row, page));
            row.clear();
        }
        (extraction.join().unwrap_or(ExitCode::from(FAILED)), put)
    })
}

fn add(row: &[u8], page: &mut Report) -> Result<(), String> {
    let says = |error: &dyn std::fmt::Display| format!("records that can be put on a page were expected: {error}");
    let mut document: Document<'_> = serde_json::from_slice(row).map_err(|error| says(&error))?;
    let text = document.content.take().unwrap_or_default();
    page.add(document, &text).map_err(|error| says(&error))
}

/// An output as something that is written to.
struct Pieces<'o>(&'o mut Output);

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

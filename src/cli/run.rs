//! Reading, threads, writing.
//!
//! One thread reads, some work, one writes, and none of them gets far ahead: a piece of work is read only when there is room
//! for it, so that memory does not grow with the input. Pieces leave in the order in which they came.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use outlay::view::{csv, ocds};

use super::job::{Form, Job, is_standard};
use super::progress::{Progress, Tally};
use super::read::{Piece, Pieces};
use super::sink::Sink;
use super::unfinished;
use super::work::{Done, Shape, Worker};
use super::{FAILED, INTERRUPTED, USAGE, complain};

/// Reads all inputs and writes what they say.
pub(crate) fn run(job: &Job) -> ExitCode {
    handle_interrupts();
    match Sink::of(job) {
        Ok(sink) => run_to(job, sink),
        Err(code) => code,
    }
}

/// An interrupted run leaves what it writes to as it was.
pub(crate) fn handle_interrupts() {
    // Where there is no handler, the system's own stops the run too, and only the unfinished file stays.
    let _ = ctrlc::set_handler(|| {
        let _guard = unfinished::abandon();
        std::process::exit(INTERRUPTED);
    });
}

/// The same into an output that is there already.
pub(crate) fn run_to(job: &Job, sink: Sink) -> ExitCode {
    let mut pieces = Pieces::new(job);
    let first = pieces.next();
    let one = is_one(job, &pieces);
    if job.form == Form::Brat && !one {
        drop(unfinished::abandon());
        complain("--format brat writes the annotations of one document, and the inputs are several");
        return ExitCode::from(USAGE);
    }
    let shape = shape(job, one);
    let worker = Worker::new(job, shape);
    let mut writer = Writer::new(job, shape, sink);
    let written = writer.begin().and_then(|()| {
        let pieces = first.into_iter().chain(pieces);
        if job.threads == 1 || one || is_small(job) {
            for piece in pieces {
                writer.write(&worker.work(piece))?;
            }
            Ok(())
        } else {
            share(pieces, &worker, job.threads, &mut writer);
            Ok(())
        }
    });
    match written.and_then(|()| writer.end()) {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(FAILED),
        Err(code) => code,
    }
}

/// Whether the job is one document by its kind: one file that is not JSONL.
fn is_one(job: &Job, pieces: &Pieces<'_>) -> bool {
    job.paths.len() == 1 && !job.paths[0].is_dir() && !pieces.met_rows
}

/// Whether threads would cost more than they save.
fn is_small(job: &Job) -> bool {
    const SMALL: u64 = 128 * 1024;
    let size =
        |path: &std::path::PathBuf| path.metadata().ok().filter(std::fs::Metadata::is_file).map(|file| file.len());
    let sizes: Option<u64> = job.paths.iter().map(size).sum();
    sizes.is_some_and(|sizes| sizes <= SMALL)
}

fn shape(job: &Job, one: bool) -> Shape {
    match job.form {
        Form::ByCount { pretty } | Form::Json { pretty } if one => Shape::Lines { pretty },
        Form::ByCount { .. } | Form::Jsonl => Shape::Lines { pretty: false },
        Form::Json { pretty } => Shape::Array { pretty },
        Form::Csv(table) => Shape::Csv(table),
        Form::Ocds => Shape::Ocds,
        Form::Ftm => Shape::Ftm,
        Form::WebAnnotation => Shape::WebAnnotation,
        Form::LabelStudio => Shape::LabelStudio,
        Form::Brat => Shape::Brat,
        Form::Sqlite | Form::Parquet => Shape::Tables,
        Form::Annotated { color } => Shape::Annotated { color, headed: !one },
    }
}

/// Does the work on `threads` threads. An output that cannot be written ends the run at once, since the thread that reads
/// may be waiting for an input that never ends.
fn share(pieces: impl Iterator<Item = Piece> + Send, worker: &Worker<'_>, threads: usize, writer: &mut Writer<'_>) {
    let (piece_to, piece_from) = sync_channel::<(u64, Piece)>(threads);
    let (done_to, done_from) = channel::<(u64, Done)>();
    let (room_to, room_from) = channel::<()>();
    for _ in 0..2 * threads + 2 {
        let _ = room_to.send(());
    }
    let piece_from = Mutex::new(piece_from);
    let piece_from = &piece_from;
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for (number, piece) in (0..).zip(pieces) {
                if room_from.recv().is_err() || piece_to.send((number, piece)).is_err() {
                    break;
                }
            }
        });
        for _ in 0..threads {
            let done_to = done_to.clone();
            scope.spawn(move || {
                while let Some((number, piece)) = next(piece_from) {
                    if done_to.send((number, worker.work(piece))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done_to);
        let mut waiting = BTreeMap::new();
        let mut number = 0;
        for (finished, done) in done_from {
            waiting.insert(finished, done);
            while let Some(done) = waiting.remove(&number) {
                number += 1;
                if let Err(code) = writer.write(&done) {
                    std::process::exit(i32::from(code != ExitCode::SUCCESS));
                }
                let _ = room_to.send(());
            }
        }
    });
}

fn next(pieces: &Mutex<Receiver<(u64, Piece)>>) -> Option<(u64, Piece)> {
    pieces.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// Puts the pieces together.
struct Writer<'j> {
    job: &'j Job,
    shape: Shape,
    sink: Sink,
    started: Instant,
    tally: Tally,
    failed: bool,
    /// The latest day on which a document was published, where the form asks for it.
    latest: Option<String>,
    progress: Option<Progress>,
}

impl<'j> Writer<'j> {
    fn new(job: &'j Job, shape: Shape, sink: Sink) -> Self {
        let progress = job.progress.then(|| Progress::new(total(job), job.progress_always));
        Self {
            job,
            shape,
            sink,
            started: Instant::now(),
            tally: Tally::default(),
            failed: false,
            latest: None,
            progress,
        }
    }

    /// What stands before all documents.
    fn begin(&mut self) -> Result<(), ExitCode> {
        let mut head = Vec::new();
        match self.shape {
            Shape::Array { .. } | Shape::LabelStudio => head.extend_from_slice(b"[\n"),
            // Bytes are written to memory, which does not fail.
            Shape::Csv(table) => drop(csv::write_header(table, &mut head)),
            Shape::Ocds => ocds::write_head(&mut head),
            Shape::Lines { .. }
            | Shape::Annotated { .. }
            | Shape::Ftm
            | Shape::WebAnnotation
            | Shape::Brat
            | Shape::Tables => {}
        }
        self.put(&head)
    }

    fn write(&mut self, done: &Done) -> Result<(), ExitCode> {
        self.tell(&done.complaints);
        let parted = match self.shape {
            Shape::Array { .. } | Shape::LabelStudio => self.tally.documents > 0 && done.tally.documents > 0,
            Shape::Ocds => self.tally.contracts > 0 && done.tally.contracts > 0,
            _ => false,
        };
        if parted {
            self.put(b",\n")?;
        }
        self.put(&done.out)?;
        let told = self.sink.put(&done.batch)?;
        self.tell(&told);
        self.failed |= done.failed || !told.is_empty();
        self.latest = self.latest.take().max(done.latest.clone());
        self.tally.add(done.tally);
        if let Some(progress) = &mut self.progress {
            progress.update(&self.tally);
        }
        Ok(())
    }

    /// Completes the output; says whether something could not be read.
    fn end(mut self) -> Result<bool, ExitCode> {
        if matches!(self.shape, Shape::Array { .. } | Shape::LabelStudio) {
            let tail: &[u8] = if self.tally.documents > 0 { b"\n]\n" } else { b"]\n" };
            self.put(tail)?;
        }
        if self.shape == Shape::Ocds {
            let mut tail = Vec::new();
            ocds::write_tail(self.latest.as_deref(), &mut tail);
            self.put(&tail)?;
        }
        if let Some(progress) = &mut self.progress {
            progress.clear();
        }
        let told = self.sink.finish(self.job)?;
        told.iter().for_each(|message| complain(message));
        if self.job.summary {
            complain(&self.tally.summary(self.started.elapsed()));
        }
        Ok(self.failed)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), ExitCode> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.sink.write(self.job, bytes)
    }

    /// Says what is to be said, where the progress does not stand.
    fn tell(&mut self, messages: &[String]) {
        if let Some(progress) = self.progress.as_mut().filter(|_| !messages.is_empty()) {
            progress.clear();
        }
        messages.iter().for_each(|message| complain(message));
    }
}

/// The bytes of all inputs, where that can be known before they are read.
fn total(job: &Job) -> Option<u64> {
    let mut total = 0;
    for path in &job.paths {
        if is_standard(path) {
            return None;
        }
        for entry in walkdir::WalkDir::new(path).into_iter().flatten() {
            total += entry.metadata().ok().filter(std::fs::Metadata::is_file).map_or(0, |file| file.len());
        }
    }
    Some(total)
}

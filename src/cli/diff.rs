//! `outlay diff`: two outputs beside each other, a document at a time.
//!
//! Outputs of one corpus have their documents in one order, and are read side by side. A document whose partner has not come yet is remembered by its
//! place in its file, not by its text, so that outputs of any size and order are compared in little memory.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};

use outlay::diff::Groups;
use outlay::span::Offsets;
use serde_json::Value;

use super::args::{Diff, DiffFormat};
use super::job::{Form, Job, Refused, colored, is_standard};
use super::sink::Sink;
use super::write::Output;
use super::{DIFFERENT, USAGE, complain, print, run, system_says};

/// How each line of an output begins.
const BEGINS: &[u8] = b"{\"schema\":\"outlay/";

/// How many pieces of new output wait to be compared.
const WAITING: usize = 4;

/// Compares, and prints what is different.
pub(crate) fn diff(typed: Diff) -> Result<ExitCode, Refused> {
    let to_terminal = io::IsTerminal::is_terminal(&io::stdout());
    let color = colored(typed.color, to_terminal);
    let format = typed.format;
    let mut groups = Groups::new(typed.examples);
    let whole = match typed.old.clone() {
        None => {
            let [old, new] = &typed.paths[..] else {
                return Err(Refused::Usage(
                    "two outputs are compared: OLD and NEW; or --old OLD with documents".to_owned(),
                ));
            };
            if is_standard(old) && is_standard(new) {
                return Err(Refused::Usage("standard input can be read once, and - was given twice".to_owned()));
            }
            let (Some(mut old), Some(mut new)) = (Side::open(old), Side::open(new)) else {
                return Ok(ExitCode::from(USAGE));
            };
            side_by_side(&mut old, &mut new, &mut groups)
        }
        Some(old) => {
            if is_standard(&old) && (typed.paths.is_empty() || typed.paths.iter().any(|path| is_standard(path))) {
                return Err(Refused::Usage("standard input is read once: as OLD or as the documents".to_owned()));
            }
            let mut job = Job::new(typed.into(), Form::Jsonl, &[])?;
            let Some(mut old) = Side::open(&old) else { return Ok(ExitCode::from(USAGE)) };
            job.offsets = old.offsets();
            job.with_text = true;
            anew(&job, &mut old, &mut groups)
        }
    };
    let mut out = Vec::new();
    match format {
        DiffFormat::Text => drop(groups.write(color, &mut out)),
        DiffFormat::Json => out.extend_from_slice(format!("{:#}\n", groups.json()).as_bytes()),
    }
    let printed = print(&String::from_utf8_lossy(&out));
    Ok(match (whole && printed == ExitCode::SUCCESS, groups.are_none()) {
        (false, _) => ExitCode::from(USAGE),
        (true, true) => ExitCode::SUCCESS,
        (true, false) => ExitCode::from(DIFFERENT),
    })
}

/// Extracts the job's documents, and compares each as soon as it is there. Whether all was read.
fn anew(job: &Job, old: &mut Side, groups: &mut Groups) -> bool {
    let (to, from) = sync_channel(WAITING);
    std::thread::scope(|scope| {
        let extraction = scope.spawn(move || run::run_to(job, Sink::Bytes(Output::channel(to))));
        let mut new = Side::new("the new output", Box::new(Chunks::new(from)), None);
        let whole = side_by_side(old, &mut new, groups);
        let read = extraction.join().is_ok_and(|code| code == ExitCode::SUCCESS);
        whole && read
    })
}

/// Pieces of output as one stream.
pub(super) struct Chunks {
    from: Receiver<Vec<u8>>,
    chunk: Vec<u8>,
    at: usize,
}

impl Chunks {
    pub(super) fn new(from: Receiver<Vec<u8>>) -> Self {
        Self { from, chunk: Vec::new(), at: 0 }
    }
}

impl Read for Chunks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.chunk.len() {
            match self.from.recv() {
                Ok(chunk) => (self.chunk, self.at) = (chunk, 0),
                Err(_) => return Ok(0),
            }
        }
        let length = buffer.len().min(self.chunk.len() - self.at);
        buffer[..length].copy_from_slice(&self.chunk[self.at..self.at + length]);
        self.at += length;
        Ok(length)
    }
}

/// Compares all documents of two outputs. Whether all rows could be read.
fn side_by_side(old: &mut Side, new: &mut Side, groups: &mut Groups) -> bool {
    loop {
        let (read_old, read_new) = (old.advance(), new.advance());
        if !read_old && !read_new {
            break;
        }
        if read_old && read_new && old.line == new.line && old.line.starts_with(BEGINS) {
            groups.same();
            continue;
        }
        let documents = (old.document(read_old), new.document(read_new));
        match documents {
            (Some(one), Some(other)) if one["id"] == other["id"] => groups.compare(&one, &other),
            (one, other) => {
                if let Some(one) = one {
                    match new.waiting(&one) {
                        Some(other) => groups.compare(&one, &other),
                        None => old.wait(&one),
                    }
                }
                if let Some(other) = other {
                    match old.waiting(&other) {
                        Some(one) => groups.compare(&one, &other),
                        None => new.wait(&other),
                    }
                }
            }
        }
    }
    old.each_left(|document| groups.only_old(document));
    new.each_left(|document| groups.only_new(document));
    !old.failed && !new.failed
}

/// One of two outputs.
struct Side {
    name: String,
    reader: BufReader<Box<dyn Read>>,
    /// The same once more, to go back in.
    file: Option<File>,
    line: Vec<u8>,
    row: u64,
    /// Where the line begins.
    start: u64,
    /// Where the next one does.
    next: u64,
    /// Documents whose partners have not come, by id.
    waits: HashMap<String, VecDeque<(u64, Kept)>>,
    failed: bool,
}

/// A document that waits.
enum Kept {
    /// The length of its line in the file.
    Length(usize),
    /// The document, where there is no going back.
    Document(Box<Value>),
}

impl Side {
    /// The output at a path; None, and a line for people, where it cannot be read.
    fn open(path: &Path) -> Option<Self> {
        if is_standard(path) {
            return Some(Self::new("-", Box::new(io::stdin()), None));
        }
        let open = || {
            File::open(path).and_then(|file| {
                if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
            })
        };
        match open() {
            Ok(file) => {
                let again = file.metadata().ok().filter(std::fs::Metadata::is_file).and_then(|_| File::open(path).ok());
                Some(Self::new(&path.display().to_string(), Box::new(file), again))
            }
            Err(error) => {
                complain(&format!("{}: an output of outlay was expected: {}", path.display(), system_says(&error)));
                None
            }
        }
    }

    fn new(name: &str, reader: Box<dyn Read>, file: Option<File>) -> Self {
        let reader = BufReader::with_capacity(1 << 16, reader);
        let (line, waits) = (Vec::new(), HashMap::new());
        Self { name: name.to_owned(), reader, file, line, row: 0, start: 0, next: 0, waits, failed: false }
    }

    /// The unit that the first document counts in.
    fn offsets(&mut self) -> Offsets {
        let head = self.reader.fill_buf().unwrap_or_default();
        let head = &head[..head.len().min(4096)];
        let says = |unit: &str| memchr::memmem::find(head, format!("\"offsets\":\"{unit}\"").as_bytes()).is_some();
        match (says("bytes"), says("utf16")) {
            (true, _) => Offsets::Bytes,
            (_, true) => Offsets::Utf16,
            _ => Offsets::Chars,
        }
    }

    /// Reads the next line that is not blank; false at the end.
    fn advance(&mut self) -> bool {
        loop {
            self.line.clear();
            self.start = self.next;
            match self.reader.read_until(b'\n', &mut self.line) {
                Ok(0) => return false,
                Ok(length) => {
                    self.next += length as u64;
                    self.row += 1;
                    if !self.line.trim_ascii().is_empty() {
                        return true;
                    }
                }
                Err(error) => {
                    complain(&format!(
                        "{}: an output that can be read was expected: {}",
                        self.name,
                        system_says(&error)
                    ));
                    self.failed = true;
                    return false;
                }
            }
        }
    }

    /// The line as a document; None, and a line for people, where it is none.
    fn document(&mut self, there: bool) -> Option<Value> {
        if !there {
            return None;
        }
        let found = match serde_json::from_slice::<Value>(&self.line) {
            Ok(document) if document["id"].is_string() && document["figures"].is_array() => return Some(document),
            Ok(_) => "other JSON was found".to_owned(),
            Err(error) => error.to_string().replace(" at line 1 column ", " at byte "),
        };
        complain(&format!(
            "{}: row {}: a document of outlay was expected, and this was found: {found}",
            self.name, self.row
        ));
        self.failed = true;
        None
    }

    /// Keeps the document just read until its partner comes.
    fn wait(&mut self, document: &Value) {
        let kept = match &self.file {
            Some(_) => Kept::Length(self.line.len()),
            None => Kept::Document(Box::new(document.clone())),
        };
        let id = document["id"].as_str().unwrap_or_default().to_owned();
        self.waits.entry(id).or_default().push_back((self.start, kept));
    }

    /// The document that waits for this one, the first of its id.
    fn waiting(&mut self, partner: &Value) -> Option<Value> {
        let id = partner["id"].as_str()?;
        let queue = self.waits.get_mut(id)?;
        let kept = queue.pop_front();
        if queue.is_empty() {
            self.waits.remove(id);
        }
        let (start, kept) = kept?;
        self.fetch(start, kept)
    }

    /// Those that wait still, in the output's order, one after the other.
    fn each_left(&mut self, mut see: impl FnMut(&Value)) {
        let mut left: Vec<_> = self.waits.drain().flat_map(|(_, queue)| queue).collect();
        left.sort_unstable_by_key(|(start, _)| *start);
        for (start, kept) in left {
            if let Some(document) = self.fetch(start, kept) {
                see(&document);
            }
        }
    }

    fn fetch(&mut self, start: u64, kept: Kept) -> Option<Value> {
        let length = match kept {
            Kept::Document(document) => return Some(*document),
            Kept::Length(length) => length,
        };
        let file = self.file.as_mut()?;
        let mut line = vec![0; length];
        let read = file.seek(SeekFrom::Start(start)).and_then(|_| file.read_exact(&mut line));
        let document = read.ok().and_then(|()| serde_json::from_slice(&line).ok());
        if document.is_none() {
            complain(&format!(
                "{}: a file that stays as it is was expected, and at byte {start} it has changed",
                self.name
            ));
            self.failed = true;
        }
        document
    }
}

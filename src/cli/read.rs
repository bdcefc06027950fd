//! The inputs, cut into pieces of work: some rows of a JSONL file, some small files, one large one.
//!
//! Rows are read as they come and never held all at once; a document is held whole. The order is that of the command line,
//! and in a folder that of the names.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use outlay::text::plain::{self, Decoder, Encoding};
use walkdir::{DirEntry, WalkDir};

use super::args::Input;
use super::job::{Job, is_standard, same_file};
use super::system_says;

/// How many bytes make a piece of work: large enough that handing it over costs nothing, small enough that a few of them
/// with all their records are little memory.
const PIECE: usize = 256 * 1024;
/// How many small files make a piece of work.
const FILES: usize = 32;
/// How much of an input is looked at to see what it is.
const HEAD: usize = 4096;

/// A piece of work.
#[derive(Debug)]
pub(crate) enum Piece {
    /// Whole lines of a JSONL input.
    Rows(Rows),
    /// Files, to be opened where they are read.
    Files(Vec<Named>),
    /// A document that came through a pipe.
    Whole(Whole),
    /// What there is to say of an input, and whether it could not be read.
    Note { message: String, failed: bool },
}

#[derive(Debug)]
pub(crate) struct Rows {
    /// The input's name.
    pub(crate) name: Arc<str>,
    /// The number of the first row, from 1.
    pub(crate) first: u64,
    pub(crate) bytes: Vec<u8>,
}

#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) path: PathBuf,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) struct Whole {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) kind: Kind,
}

/// What one document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Html,
}

/// All pieces of work of a job, in order.
pub(crate) struct Pieces<'j> {
    job: &'j Job,
    paths: std::slice::Iter<'j, PathBuf>,
    folder: Option<Box<dyn Iterator<Item = walkdir::Result<DirEntry>> + Send>>,
    rows: Option<RowReader>,
    files: Vec<Named>,
    files_size: u64,
    ready: VecDeque<Piece>,
    /// Whether any input was JSONL.
    pub(crate) met_rows: bool,
}

impl<'j> Pieces<'j> {
    pub(crate) fn new(job: &'j Job) -> Self {
        Self {
            job,
            paths: job.paths.iter(),
            folder: None,
            rows: None,
            files: Vec::new(),
            files_size: 0,
            ready: VecDeque::new(),
            met_rows: false,
        }
    }

    /// An input that the command line names.
    fn open(&mut self, path: &Path) {
        if is_standard(path) {
            self.open_stream("-", Box::new(io::stdin()), self.job.input);
            return;
        }
        let metadata = match path.metadata() {
            Ok(metadata) => metadata,
            Err(error) => return self.fail(path, "a file or folder was expected", &error),
        };
        if metadata.is_dir() {
            let walk = WalkDir::new(path).sort_by_file_name().into_iter();
            self.folder = Some(Box::new(walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))));
        } else if metadata.is_file() {
            self.open_file(path, metadata.len());
        } else {
            match File::open(path) {
                Ok(file) => {
                    let input = self.named_input(path).unwrap_or(Input::Auto);
                    self.open_stream(&path.to_string_lossy(), Box::new(file), input);
                }
                Err(error) => self.fail(path, "a pipe or device that can be read was expected", &error),
            }
        }
    }

    /// What a folder holds. Links are not followed, and pipes and devices are not read: they could lead anywhere.
    fn open_entry(&mut self, entry: walkdir::Result<DirEntry>) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && by_extension(entry.path()).is_some() => {
                if self.job.output.as_ref().is_none_or(|output| !same_file(entry.path(), output)) {
                    let size = entry.metadata().map_or(0, |metadata| metadata.len());
                    self.open_file(entry.path(), size);
                }
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(Path::new("-")).to_owned();
                let error = error.into_io_error().unwrap_or_else(|| io::Error::other("a loop"));
                self.fail(&path, "a folder that can be read was expected", &error);
            }
        }
    }

    fn open_file(&mut self, path: &Path, size: u64) {
        let input = match self.named_input(path) {
            Some(Input::Text) => return self.add_file(path, size, Kind::Text),
            Some(Input::Html) => return self.add_file(path, size, Kind::Html),
            Some(input) => input,
            None => Input::Auto,
        };
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return self.fail(path, "a file that can be read was expected", &error),
        };
        if input == Input::Jsonl {
            return self.open_rows(&path.to_string_lossy(), Source::File(file), Vec::new());
        }
        match read_head(&mut file) {
            Ok(head) => match by_content(&head) {
                Input::Jsonl => self.open_rows(&path.to_string_lossy(), Source::File(file), head),
                Input::Html => self.add_file(path, size, Kind::Html),
                _ => self.add_file(path, size, Kind::Text),
            },
            Err(error) => self.fail(path, "a file that can be read was expected", &error),
        }
    }

    /// What can be read only once.
    fn open_stream(&mut self, name: &str, mut stream: Box<dyn Read + Send>, input: Input) {
        let mut bytes = Vec::new();
        let read = read_head(&mut stream).and_then(|head| {
            bytes = head;
            let input = if input == Input::Auto { by_content(&bytes) } else { input };
            if input != Input::Jsonl {
                stream.read_to_end(&mut bytes)?;
            }
            Ok(input)
        });
        match read {
            Ok(Input::Jsonl) => self.open_rows(name, Source::Stream(stream), bytes),
            Ok(input) => {
                let kind = if input == Input::Html { Kind::Html } else { Kind::Text };
                self.end_files();
                self.ready.push_back(Piece::Whole(Whole { name: name.to_owned(), bytes, kind }));
            }
            Err(error) => self.fail(Path::new(name), "an input that can be read was expected", &error),
        }
    }

    fn open_rows(&mut self, name: &str, source: Source, head: Vec<u8>) {
        self.end_files();
        self.met_rows = true;
        self.rows = Some(RowReader::new(name, source, head, self.job.encoding));
    }

    fn add_file(&mut self, path: &Path, size: u64, kind: Kind) {
        self.files.push(Named { path: path.to_owned(), kind });
        self.files_size += size;
        if self.files.len() >= FILES || self.files_size >= PIECE as u64 {
            self.end_files();
        }
    }

    fn end_files(&mut self) {
        self.files_size = 0;
        if !self.files.is_empty() {
            self.ready.push_back(Piece::Files(std::mem::take(&mut self.files)));
        }
    }

    fn fail(&mut self, path: &Path, expected: &str, error: &io::Error) {
        self.end_files();
        let message = format!("{}: {expected}: {}", path.display(), system_says(error));
        self.ready.push_back(Piece::Note { message, failed: true });
    }

    /// What the command line or the extension says.
    fn named_input(&self, path: &Path) -> Option<Input> {
        if self.job.input == Input::Auto { by_extension(path) } else { Some(self.job.input) }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            if let Some(piece) = self.ready.pop_front() {
                return Some(piece);
            }
            if let Some(rows) = &mut self.rows {
                match rows.next() {
                    Some(piece) => return Some(piece),
                    None => self.rows = None,
                }
            } else if let Some(folder) = &mut self.folder {
                match folder.next() {
                    Some(entry) => self.open_entry(entry),
                    None => self.folder = None,
                }
            } else if let Some(path) = self.paths.next() {
                self.open(path);
            } else if self.files.is_empty() {
                return None;
            } else {
                self.end_files();
            }
        }
    }
}

/// Where rows come from.
enum Source {
    /// A file has all its bytes, and gives as many as are asked for.
    File(File),
    /// A pipe gives what is there already, before more is waited for.
    Stream(Box<dyn Read + Send>),
}

impl Source {
    /// Puts at most so many bytes behind those that are there: how many. None are there at the end.
    fn read(&mut self, bytes: &mut Vec<u8>, most: usize) -> io::Result<usize> {
        let have = bytes.len();
        match self {
            Self::File(file) => {
                bytes.reserve(most);
                file.take(most as u64).read_to_end(bytes)
            }
            Self::Stream(stream) => loop {
                bytes.resize(have + most, 0);
                let read = stream.read(&mut bytes[have..]);
                bytes.truncate(have + *read.as_ref().unwrap_or(&0));
                match read {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => return read,
                }
            },
        }
    }
}

/// Reads whole lines.
struct RowReader {
    name: Arc<str>,
    source: Source,
    /// What was read beyond the last whole line.
    rest: Vec<u8>,
    /// The number of the next row.
    row: u64,
    state: State,
    encoding: Option<Encoding>,
    /// Where the rows are not UTF-8.
    decoder: Option<Decoder>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Begun,
    Reading,
    /// The stream is at its end; what it could not decode is still to be said.
    Ended,
    Done,
}

impl RowReader {
    fn new(name: &str, source: Source, head: Vec<u8>, encoding: Option<Encoding>) -> Self {
        Self { name: name.into(), source, rest: head, row: 1, state: State::Begun, encoding, decoder: None }
    }

    fn next(&mut self) -> Option<Piece> {
        match self.state {
            State::Begun => {
                if let Err(error) = self.begin() {
                    return Some(self.fail(&error));
                }
                self.next()
            }
            State::Reading => {
                let mut bytes = std::mem::take(&mut self.rest);
                let mut looked_at = 0;
                loop {
                    // What is there already is handed out before more is waited for.
                    if let Some(end) = memchr::memrchr(b'\n', &bytes[looked_at..]) {
                        self.rest = bytes.split_off(looked_at + end + 1);
                        return Some(self.rows(bytes));
                    }
                    looked_at = bytes.len();
                    // A row of any length is read in linear time.
                    match self.fill(&mut bytes, PIECE.max(looked_at)) {
                        Ok(0) if bytes.is_empty() => {
                            self.state = State::Ended;
                            return self.next();
                        }
                        Ok(0) => {
                            self.state = State::Ended;
                            return Some(self.rows(bytes));
                        }
                        Ok(_) => {}
                        Err(error) => return Some(self.fail(&error)),
                    }
                }
            }
            State::Ended => {
                self.state = State::Done;
                let faults = self.decoder.as_ref().map(Decoder::faults).unwrap_or_default();
                let first = faults.first()?;
                let message = format!(
                    "{}: rows in the named encoding were expected, and byte {} is not; {} such places, the rest was read",
                    self.name,
                    first.bytes.start,
                    faults.len()
                );
                Some(Piece::Note { message, failed: false })
            }
            State::Done => None,
        }
    }

    /// Takes off a byte order mark, or does as it says.
    fn begin(&mut self) -> io::Result<()> {
        self.state = State::Reading;
        let mut bytes = std::mem::take(&mut self.rest);
        while bytes.len() < 3 && self.fill(&mut bytes, 64)? > 0 {}
        let marked = if bytes.starts_with(&[0xFF, 0xFE]) {
            Encoding::named(b"utf-16le")
        } else if bytes.starts_with(&[0xFE, 0xFF]) {
            Encoding::named(b"utf-16be")
        } else if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
            bytes.drain(..3);
            None
        } else {
            self.encoding.filter(|encoding| !encoding.is_utf8())
        };
        if let Some(encoding) = marked {
            let mark = if plain::is_utf16(&bytes) { 2 } else { 0 };
            let mut decoder = encoding.decoder();
            decoder.push(&bytes[mark..], false);
            bytes = decoder.take_text().into_bytes();
            self.decoder = Some(decoder);
        }
        self.rest = bytes;
        Ok(())
    }

    /// Reads at most `most` bytes more; 0 at the end.
    fn fill(&mut self, bytes: &mut Vec<u8>, most: usize) -> io::Result<usize> {
        let have = bytes.len();
        loop {
            let count = self.source.read(bytes, most)?;
            let Some(decoder) = &mut self.decoder else { return Ok(count) };
            decoder.push(&bytes[have..], count == 0);
            let text = decoder.take_text();
            bytes.truncate(have);
            bytes.extend_from_slice(text.as_bytes());
            // Half a character was read.
            if count == 0 || !text.is_empty() {
                return Ok(text.len());
            }
        }
    }

    fn rows(&mut self, bytes: Vec<u8>) -> Piece {
        let first = self.row;
        self.row += memchr::memchr_iter(b'\n', &bytes).count() as u64;
        Piece::Rows(Rows { name: Arc::clone(&self.name), first, bytes })
    }

    fn fail(&mut self, error: &io::Error) -> Piece {
        self.state = State::Done;
        let message = format!("{}: rows were expected: {}", self.name, system_says(error));
        Piece::Note { message, failed: true }
    }
}

/// As much of an input as shows what it is: a whole line, if it comes in pieces.
fn read_head(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = vec![0; HEAD];
    let mut length = 0;
    while length < HEAD && !head[..length].contains(&b'\n') {
        match stream.read(&mut head[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    head.truncate(length);
    Ok(head)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn by_extension(path: &Path) -> Option<Input> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "txt" | "text" | "md" => Some(Input::Text),
        "html" | "htm" | "xhtml" => Some(Input::Html),
        "jsonl" | "ndjson" => Some(Input::Jsonl),
        _ => None,
    }
}

fn by_content(head: &[u8]) -> Input {
    // What is cut off at the end of the head decodes to a fault, which does not matter here.
    let decoded = plain::decode(head);
    let text = decoded.text.trim_start();
    if let Some(rest) = text.strip_prefix('{') {
        let rest = rest.trim_start_matches([' ', '\t']);
        return if rest.starts_with(['"', '}']) { Input::Jsonl } else { Input::Text };
    }
    if !text.starts_with('<') {
        return Input::Text;
    }
    let text = text.to_ascii_lowercase();
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<article",
        "<main",
        "<div",
        "<p>",
        "<p ",
        "<h1",
    ];
    if tags.iter().any(|tag| text.contains(tag)) { Input::Html } else { Input::Text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_shows_what_an_input_is() {
        for (head, want) in [
            ("{\"id\":", Input::Jsonl),
            ("\u{feff}\n {}", Input::Jsonl),
            ("{a} set", Input::Text),
            ("<!-- x --><!DOCTYPE html>", Input::Html),
            ("<p>It paid", Input::Html),
            ("<$5 million", Input::Text),
            ("It paid", Input::Text),
            ("", Input::Text),
        ] {
            assert_eq!(by_content(head.as_bytes()), want, "{head}");
        }
    }

    /// Gives one byte at a time.
    struct Slow<'b>(&'b [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            to[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn rows(bytes: &'static [u8], encoding: Option<Encoding>) -> Vec<(u64, String)> {
        let mut reader = RowReader::new("-", Source::Stream(Box::new(Slow(bytes))), Vec::new(), encoding);
        let pieces = std::iter::from_fn(|| reader.next());
        let mut found = Vec::new();
        for piece in pieces {
            if let Piece::Rows(rows) = piece {
                let text = String::from_utf8_lossy(&rows.bytes).into_owned();
                found.extend((rows.first..).zip(text.lines().map(str::to_owned)));
            }
        }
        found
    }

    #[test]
    fn rows_come_whole_however_they_are_read() {
        let want = [(1, "a".to_owned()), (2, String::new()), (3, "é".to_owned())];
        assert_eq!(rows("a\n\né".as_bytes(), None), want);
        assert_eq!(rows("\u{feff}a\n\né".as_bytes(), None), want);
        assert_eq!(rows(b"\xFF\xFEa\0\n\0\n\0\xE9\0", None), want);
        assert_eq!(rows(b"a\n\n\xE9", Encoding::named(b"latin1")), want);
        assert_eq!(rows(b"", None), []);
    }
}

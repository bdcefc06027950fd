//! What the command line means.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use outlay::model::Edtf;
use outlay::span::Offsets;
use outlay::text::plain::Encoding;
use outlay::view::csv::Table;
use outlay::{Extractor, Lexicon};

use super::args::{Annotate, Extract, Format, Input, Inputs, Records, When};
use super::system_says;

/// All that a run needs to know.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) input: Input,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) published: Option<Edtf>,
    pub(crate) lexicon: Option<Lexicon>,
    pub(crate) output: Option<PathBuf>,
    pub(crate) threads: usize,
    pub(crate) progress: bool,
    /// Whether the progress is shown from the start and to whatever standard error is.
    pub(crate) progress_always: bool,
    pub(crate) summary: bool,
    pub(crate) form: Form,
    pub(crate) offsets: Offsets,
    pub(crate) only: Only,
    pub(crate) with_text: bool,
}

/// How the records leave, as far as it is decided before the inputs are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One JSON object for one document, lines for several.
    ByCount { pretty: bool },
    /// One JSON object for one document, an array for several.
    Json { pretty: bool },
    /// One JSON object a line.
    Jsonl,
    /// A flat table.
    Csv(Table),
    /// The text with its facts beneath.
    Annotated { color: bool },
    /// An Open Contracting release package.
    Ocds,
    /// FollowTheMoney entities, one a line.
    Ftm,
    /// W3C Web Annotations, one a line.
    WebAnnotation,
    /// Tasks of Label Studio.
    LabelStudio,
    /// Standoff annotations of brat, of one document.
    Brat,
    /// A SQLite database.
    Sqlite,
    /// Parquet files in a folder.
    Parquet,
}

/// Which records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Only {
    pub(crate) figures: bool,
    pub(crate) dates: bool,
    pub(crate) contracts: bool,
}

/// Why there is no job.
#[derive(Debug)]
pub(crate) enum Refused {
    /// No path was given, and standard input is a terminal.
    NothingToRead,
    /// Options that contradict each other.
    Usage(String),
    /// The lexicon is none: what was expected and what was found.
    Lexicon(String),
}

impl Job {
    /// The job of `outlay extract`.
    pub(crate) fn extract(typed: Extract) -> Result<Self, Refused> {
        let to_terminal = typed.inputs.output.is_none() && io::stdout().is_terminal();
        let pretty = typed.pretty || to_terminal && !typed.compact;
        let form = match typed.format {
            None if typed.table.is_some() => Form::Csv(typed.table.unwrap_or_default()),
            None if typed.pretty => Form::Json { pretty },
            None => Form::ByCount { pretty },
            Some(Format::Json) => Form::Json { pretty },
            Some(Format::Jsonl) => Form::Jsonl,
            Some(Format::Csv) => Form::Csv(typed.table.unwrap_or_default()),
            Some(Format::Ocds) => Form::Ocds,
            Some(Format::Ftm) => Form::Ftm,
            Some(Format::WebAnnotation) => Form::WebAnnotation,
            Some(Format::LabelStudio) => Form::LabelStudio,
            Some(Format::Brat) => Form::Brat,
            Some(Format::Sqlite) => {
                built_in("sqlite", cfg!(feature = "sqlite"), "a file", &typed.inputs)?;
                Form::Sqlite
            }
            Some(Format::Parquet) => {
                built_in("parquet", cfg!(feature = "parquet"), "a folder", &typed.inputs)?;
                Form::Parquet
            }
            Some(Format::Annotated) => Form::Annotated { color: colored(typed.inputs.color, to_terminal) },
        };
        let json = matches!(form, Form::ByCount { .. } | Form::Json { .. });
        if typed.table.is_some() && !matches!(form, Form::Csv(_)) {
            return Err(Refused::Usage("--table is for --format csv".to_owned()));
        }
        if typed.pretty && !json {
            return Err(Refused::Usage("--pretty is for --format json".to_owned()));
        }
        if !typed.only.is_empty() && matches!(form, Form::Csv(_)) {
            return Err(Refused::Usage("a csv has one kind of record: --table chooses it, not --only".to_owned()));
        }
        let job = Self::new(typed.inputs, form, &typed.only)?;
        Ok(Self { offsets: typed.offsets, with_text: typed.with_text, ..job })
    }

    /// The job of `outlay annotate`.
    pub(crate) fn annotate(typed: Annotate) -> Result<Self, Refused> {
        let to_terminal = typed.inputs.output.is_none() && io::stdout().is_terminal();
        let color = colored(typed.inputs.color, to_terminal);
        Self::new(typed.inputs, Form::Annotated { color }, &typed.only)
    }

    /// A job over inputs, its records in a form.
    pub(crate) fn new(inputs: Inputs, form: Form, only: &[Records]) -> Result<Self, Refused> {
        let mut paths = inputs.paths;
        if paths.is_empty() {
            if io::stdin().is_terminal() {
                return Err(Refused::NothingToRead);
            }
            paths.push(PathBuf::from("-"));
        }
        if paths.iter().filter(|path| is_standard(path)).count() > 1 {
            return Err(Refused::Usage("standard input can be read once, and - was given twice".to_owned()));
        }
        // As elsewhere, - is the standard stream.
        let output = inputs.output.filter(|path| !is_standard(path));
        if let Some(output) = &output {
            if output.is_dir() && form != Form::Parquet {
                return Err(Refused::Usage(format!("--output is a file, and {} is a folder", output.display())));
            }
            if let Some(path) = paths.iter().find(|path| !is_standard(path) && same_file(path, output)) {
                let message = format!("{} is an input; writing to it would replace it", path.display());
                return Err(Refused::Usage(message));
            }
        }
        let lexicon = inputs.reading.lexicon.as_deref().map(lexicon).transpose().map_err(Refused::Lexicon)?;
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            paths,
            input: inputs.reading.input,
            encoding: inputs.reading.encoding,
            published: inputs.reading.published,
            lexicon,
            output,
            threads: inputs.reading.threads.map_or_else(cores, usize::from),
            progress: match inputs.progress {
                When::Always => true,
                When::Never => false,
                When::Auto => io::stderr().is_terminal(),
            },
            progress_always: inputs.progress == When::Always,
            summary: inputs.summary,
            form,
            offsets: Offsets::default(),
            only: Only::these(only),
            with_text: false,
        })
    }
}

/// Whether the program has a form that is a feature, and knows where to put it.
fn built_in(name: &str, there: bool, place: &str, inputs: &Inputs) -> Result<(), Refused> {
    if !there {
        let message = format!("this program was built without --format {name}: it is built with --features {name}");
        return Err(Refused::Usage(message));
    }
    if inputs.output.as_deref().is_none_or(is_standard) {
        return Err(Refused::Usage(format!("--format {name} writes {place}, and --output has to name it")));
    }
    Ok(())
}

/// An extractor with what the command line gives it.
pub(crate) fn extractor(published: Option<&Edtf>, lexicon: Option<&Lexicon>) -> Extractor {
    let extractor = match lexicon {
        Some(lexicon) => Extractor::new().lexicon(lexicon.clone()),
        None => Extractor::new(),
    };
    match published {
        Some(date) => extractor.published(date.clone()),
        None => extractor,
    }
}

/// The lexicon in a file, or what is wrong with it: `own.toml: line 3: …`.
pub(crate) fn lexicon(path: &Path) -> Result<Lexicon, String> {
    let says = |message: &str| format!("{}: {message}", path.display());
    let text = std::fs::read_to_string(path)
        .map_err(|error| says(&format!("a lexicon that can be read was expected: {}", system_says(&error))))?;
    Lexicon::from_toml(&text).map_err(|message| says(&message))
}

impl Only {
    fn these(records: &[Records]) -> Self {
        let has = |kind| records.is_empty() || records.contains(&kind);
        Self { figures: has(Records::Figures), dates: has(Records::Dates), contracts: has(Records::Contracts) }
    }
}

/// Whether the path stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether both are one regular file, by whatever names.
pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    let is_file = one.metadata().is_ok_and(|metadata| metadata.is_file());
    is_file && identity(one).is_some_and(|one| Some(one) == identity(other))
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;

    path.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

/// Whether to write in colour.
pub(crate) fn colored(when: When, to_terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => to_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

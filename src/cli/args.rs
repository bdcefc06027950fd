//! What was typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use outlay::model::Edtf;
use outlay::span::Offsets;
use outlay::text::plain::Encoding;
use outlay::view::csv::Table;

/// Reads text and writes down, exactly and with proof, what money it speaks of and which defence contracts.
#[derive(Debug, Parser)]
#[command(name = "outlay", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit status: 0 all was read, 1 some inputs could not be read, 2 wrong usage, 130 interrupted.")]
pub(crate) struct Typed {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read documents, write records.
    Extract(Extract),
    /// The text with its facts marked beneath, for reading and review: the same as extract --format annotated.
    Annotate(Annotate),
    /// A page with the documents, their facts marked, and their contracts with totals and years.
    Report(Report),
    /// Every rule that read something in TEXT, and what it made of it.
    Explain(Explain),
    /// What a change did to the facts: two JSONL outputs, or an earlier one and the documents, beside each other.
    Diff(Diff),
    /// The JSON Schema of the records.
    Schema,
    /// Completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// The manual page.
    Man,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  outlay extract article.html
  outlay extract --published 2025-05-21 < article.txt
  outlay extract news/ --output news.jsonl
  outlay extract rows.jsonl --format csv --table contracts
  outlay extract news/ --format sqlite --output facts.db")]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How to write the records; json for one document, jsonl for several, unless given.
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<Format>,

    /// The records of --format csv: figures, dates, contracts, or another of the tables that docs/formats.md lists.
    #[arg(long, value_name = "TABLE")]
    pub(crate) table: Option<Table>,

    /// What start and end count: chars (as Python slices), bytes, or utf16 (as JavaScript slices).
    #[arg(long, value_name = "UNIT", default_value_t = Offsets::Chars)]
    pub(crate) offsets: Offsets,

    /// Write these records alone; contracts keep the figures and dates that they name.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "RECORDS")]
    pub(crate) only: Vec<Records>,

    /// Carry the whole text of each document in its content field.
    #[arg(long)]
    pub(crate) with_text: bool,

    /// Indented JSON, as is usual on a terminal.
    #[arg(long, conflicts_with = "compact")]
    pub(crate) pretty: bool,

    /// JSON without white space, as is usual into a file or pipe.
    #[arg(long)]
    pub(crate) compact: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Annotate {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// Show these records alone; contracts keep the figures and dates that they name.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "RECORDS")]
    pub(crate) only: Vec<Records>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  outlay report news/ --output report.html
  outlay report rows.jsonl --title 'Contracts of May' --output may.html")]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// What stands above the page.
    #[arg(long, value_name = "TEXT", default_value = "Money and contracts")]
    pub(crate) title: String,
}

/// How documents are read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// What the inputs are; auto goes by the extension, then by the content. A JSONL row is
    /// {"id", "text" or "html", "published"?}.
    #[arg(short, long, value_enum, default_value_t = Input::Auto)]
    pub(crate) input: Input,

    /// The inputs' encoding by its WHATWG name, such as windows-1252; a byte order mark wins over it.
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<Encoding>,

    /// The day, month or year (2025-05-21, 2025-05, 2025) against which "last month" is resolved, for documents that do
    /// not carry their own.
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(crate) published: Option<Edtf>,

    /// Your own words in TOML, read beside the tables: aliases of states, companies, programmes.
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,

    /// How many threads read; the cores, unless given. The output is the same.
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
}

/// What all ways of reading documents and writing of them share.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Files, folders (their text, HTML and JSONL files in sorted order; hidden files and symbolic links are passed over),
    /// or - for standard input.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    /// Write to this file, which has its name only when it is complete; for parquet a folder, for sqlite a database that may be there
    /// already.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,

    /// A bar on standard error: auto shows it on a terminal when the work is long.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    pub(crate) progress: When,

    /// End with one line on standard error: documents, figures, contracts, diagnostics, MB/s.
    #[arg(long)]
    pub(crate) summary: bool,

    /// Colour of the annotated text; auto follows the terminal and NO_COLOR.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    pub(crate) color: When,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The text; standard input, unless given.
    pub(crate) text: Option<String>,

    /// The day, month or year against which "last month" is resolved.
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(crate) published: Option<Edtf>,

    /// Your own words in TOML, read beside the tables: aliases of states, companies, programmes.
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,

    /// Colour; auto follows the terminal and NO_COLOR.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    pub(crate) color: When,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  outlay diff before.jsonl after.jsonl
  outlay diff --old before.jsonl documents/

Exit status: 0 the same facts, 1 others, 2 something could not be read or wrong usage, 130 interrupted.")]
pub(crate) struct Diff {
    /// Two outputs of extract --format jsonl, OLD and NEW; with --old, documents that are read anew.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// An earlier output; the documents at PATH are read anew and compared with it.
    #[arg(long, value_name = "OUTPUT")]
    pub(crate) old: Option<PathBuf>,

    /// How to write: for people, or one JSON object.
    #[arg(short, long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,

    /// How many changes of each kind are shown; all are counted.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) examples: usize,

    #[command(flatten)]
    pub(crate) reading: Reading,

    /// Colour; auto follows the terminal and NO_COLOR.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    pub(crate) color: When,
}

impl From<Diff> for Inputs {
    /// The documents that are read anew.
    fn from(typed: Diff) -> Self {
        Self {
            paths: typed.paths,
            reading: typed.reading,
            output: None,
            progress: When::Never,
            summary: false,
            color: When::Never,
        }
    }
}

/// How differences are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people: grouped, each change under its line.
    Text,
    /// One JSON object.
    Json,
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    /// By the extension, then by the content.
    Auto,
    /// One document of plain text.
    Text,
    /// One page.
    Html,
    /// One document a line.
    Jsonl,
}

/// How the records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One object for one document, an array for several.
    Json,
    /// One document a line.
    Jsonl,
    /// A flat table.
    Csv,
    /// The text with its facts marked beneath.
    Annotated,
    /// An Open Contracting 1.1 release package.
    Ocds,
    /// FollowTheMoney entities, one a line.
    Ftm,
    /// W3C Web Annotations, one a line.
    WebAnnotation,
    /// Tasks of Label Studio, with the facts as predictions.
    LabelStudio,
    /// Standoff annotations of brat, of one document.
    Brat,
    /// A SQLite database: --output is its file, in which documents that are read again are replaced.
    #[cfg_attr(not(feature = "sqlite"), value(hide = true))]
    Sqlite,
    /// Parquet files: --output is their folder.
    #[cfg_attr(not(feature = "parquet"), value(hide = true))]
    Parquet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Records {
    Figures,
    Dates,
    Contracts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

/// A day, month or year.
fn published(text: &str) -> Result<Edtf, String> {
    super::row::published(text)
}

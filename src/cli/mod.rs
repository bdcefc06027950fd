//! The command line, in two steps: what was typed, then what it means.
//!
//! It is a function, so that the wheel for Python has the same program: the process that calls it is the program's, with its signals and streams.

mod args;
#[cfg(feature = "sqlite")]
mod database;
mod diff;
mod explain;
#[cfg(feature = "parquet")]
mod folder;
mod job;
mod progress;
mod read;
mod report;
pub mod row;
mod run;
mod sink;
mod unfinished;
mod work;
mod write;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Command, Typed};
use job::Job;
use write::Output;

/// An exit status: some inputs could not be read, or the output could not be written.
const FAILED: u8 = 1;
/// An exit status of `diff`: the facts are not the same.
const DIFFERENT: u8 = 1;
/// An exit status: the command line says nothing that can be done.
const USAGE: u8 = 2;
/// An exit status: the user stopped the run.
const INTERRUPTED: i32 = 130;

/// The columns of the terminal that standard output is, if it is one.
pub(crate) fn terminal_columns() -> Option<usize> {
    let size = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    size.map(|(width, _)| usize::from(width.0))
}

/// `outlay extract article.txt`: does what a command line says, its first word being the program's name. What comes back is the exit status; where
/// a run is interrupted, or its output is closed, the process ends at once.
#[must_use]
pub fn run(words: impl IntoIterator<Item = OsString>) -> u8 {
    let status = follow(words);
    // The standard library tells no number, only whether two are the same.
    (0..=u8::MAX).find(|number| ExitCode::from(*number) == status).unwrap_or(FAILED)
}

fn follow(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let typed = match Typed::try_parse_from(words) {
        Ok(typed) => typed,
        Err(told) => return help_or_usage(&told),
    };
    match typed.command {
        Command::Extract(typed) => start(Job::extract(typed), "extract"),
        Command::Annotate(typed) => start(Job::annotate(typed), "annotate"),
        Command::Report(typed) => report::report(typed).unwrap_or_else(|why| refuse(why, "report")),
        Command::Explain(typed) => match explain::explain(&typed) {
            Ok(text) => print(&text),
            Err(explain::Refused::Lexicon(message)) => {
                complain(&message);
                ExitCode::from(USAGE)
            }
            Err(explain::Refused::NoText) => short_help("explain"),
            Err(explain::Refused::Unread(message)) => {
                complain(&message);
                ExitCode::from(FAILED)
            }
        },
        Command::Diff(typed) => diff::diff(typed).unwrap_or_else(|why| refuse(why, "diff")),
        Command::Schema => print(&format!("{:#}\n", outlay::view::schema::schema())),
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Typed::command(), "outlay", &mut text);
            print(&String::from_utf8_lossy(&text))
        }
        Command::Man => match manual() {
            Ok(text) => print(&String::from_utf8_lossy(&text)),
            Err(error) => {
                complain(&error.to_string());
                ExitCode::from(FAILED)
            }
        },
    }
}

/// Prints what the parser has to say: the help and the version on standard output, what is wrong on standard error.
fn help_or_usage(told: &clap::Error) -> ExitCode {
    // What was typed stands in the message, and the parser takes out only some of what a terminal obeys.
    let text = told.render().to_string();
    if told.use_stderr() && text.contains(|c: char| c.is_control() && c != '\n') {
        for line in text.lines() {
            let _ = writeln!(io::stderr(), "{}", outlay::view::annotated::safe(line));
        }
        return ExitCode::from(USAGE);
    }
    match told.print() {
        Err(error) if !told.use_stderr() => write::refused(None, &error),
        _ => ExitCode::from(if told.use_stderr() { USAGE } else { 0 }),
    }
}

fn start(job: Result<Job, job::Refused>, name: &str) -> ExitCode {
    job.map_or_else(|why| refuse(why, name), |job| run::run(&job))
}

/// Says why a command cannot be done.
fn refuse(why: job::Refused, name: &str) -> ExitCode {
    match why {
        job::Refused::NothingToRead => short_help(name),
        job::Refused::Lexicon(message) => {
            complain(&message);
            ExitCode::from(USAGE)
        }
        job::Refused::Usage(message) => {
            let mut command = Typed::command();
            let command = command.find_subcommand_mut(name).map_or_else(Typed::command, |found| found.clone());
            let _ = command
                .bin_name(format!("outlay {name}"))
                .error(clap::error::ErrorKind::ArgumentConflict, message)
                .print();
            ExitCode::from(USAGE)
        }
    }
}

/// What is printed where there is nothing to read.
fn short_help(name: &str) -> ExitCode {
    let mut command = Typed::command();
    command.build();
    if let Some(command) = command.find_subcommand_mut(name) {
        let _ = write!(io::stderr(), "{}", command.render_help());
    }
    ExitCode::from(USAGE)
}

/// One manual page: the program's, then the options of each command that has some.
fn manual() -> io::Result<Vec<u8>> {
    let mut command = Typed::command();
    command.build();
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_subcommands_section(&mut page)?;
    for name in ["extract", "annotate", "report", "explain", "diff"] {
        if let Some(command) = command.find_subcommand(name) {
            writeln!(page, ".SH \"OUTLAY {}\"", name.to_uppercase())?;
            let man = clap_mangen::Man::new(command.clone());
            man.render_description_section(&mut page)?;
            man.render_options_section(&mut page)?;
        }
    }
    man.render_extra_section(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// Writes to standard output; a closed pipe is not an error.
fn print(text: &str) -> ExitCode {
    match Output::standard().write(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => write::refused(None, &error),
    }
}

/// `outlay: PATH: what was expected and what was found`
fn complain(message: &str) {
    // Names of files and pieces of rows stand in messages. Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "outlay: {}", outlay::view::annotated::safe(message));
}

/// What an error of the system says of a file, without its number.
fn system_says(error: &io::Error) -> String {
    let text = error.to_string().to_lowercase();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}

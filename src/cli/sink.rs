//! What a run writes to: bytes into a stream or file, or rows into a database or a folder of tables.

use std::process::ExitCode;

use outlay::view::table::Batch;

#[cfg(feature = "sqlite")]
use super::database::Database;
#[cfg(feature = "parquet")]
use super::folder::Folder;
#[cfg(any(feature = "sqlite", feature = "parquet"))]
use super::job::Form;
use super::job::Job;
use super::write::{self, Output};

/// Takes what the pieces of work became, in their order.
pub(crate) enum Sink {
    Bytes(Output),
    #[cfg(feature = "sqlite")]
    Database(Database),
    #[cfg(feature = "parquet")]
    Folder(Folder),
}

/// What could not be done, as its exit status, after it was told.
type Told<T> = Result<T, ExitCode>;

impl Sink {
    /// Where the job writes.
    pub(crate) fn of(job: &Job) -> Told<Self> {
        match (job.form, &job.output) {
            #[cfg(feature = "sqlite")]
            (Form::Sqlite, Some(path)) => {
                Database::create(path).map(Self::Database).map_err(|error| write::told(&error))
            }
            #[cfg(feature = "parquet")]
            (Form::Parquet, Some(path)) => Folder::create(path).map(Self::Folder).map_err(|error| write::told(&error)),
            (_, path) => {
                Output::of(path.as_deref()).map(Self::Bytes).map_err(|error| write::refused(path.as_deref(), &error))
            }
        }
    }

    /// Writes bytes, and does not keep any back.
    pub(crate) fn write(&mut self, job: &Job, bytes: &[u8]) -> Told<()> {
        match self {
            Self::Bytes(output) => output.write(bytes).map_err(|error| write::refused(job.output.as_deref(), &error)),
            // Their documents are rows.
            #[cfg(any(feature = "sqlite", feature = "parquet"))]
            _ => Ok(()),
        }
    }

    /// Writes rows; gives what is to be said of documents that were not taken.
    #[cfg_attr(
        not(any(feature = "sqlite", feature = "parquet")),
        expect(clippy::unnecessary_wraps, reason = "bytes alone always go")
    )]
    pub(crate) fn put(&mut self, batch: &Batch) -> Told<Vec<String>> {
        match self {
            // Their documents are bytes.
            Self::Bytes(_) => {
                let _ = batch;
                Ok(Vec::new())
            }
            #[cfg(feature = "sqlite")]
            Self::Database(database) => database.put(batch).map_err(|error| write::told(&error)),
            #[cfg(feature = "parquet")]
            Self::Folder(folder) => folder.put(batch).map(|()| Vec::new()).map_err(|error| write::told(&error)),
        }
    }

    /// The output is complete, and gets its name; gives what is to be said of it.
    pub(crate) fn finish(self, job: &Job) -> Told<Vec<String>> {
        match self {
            Self::Bytes(output) => {
                output.finish().map(|()| Vec::new()).map_err(|error| write::refused(job.output.as_deref(), &error))
            }
            #[cfg(feature = "sqlite")]
            Self::Database(database) => database.finish().map(|()| Vec::new()).map_err(|error| write::told(&error)),
            #[cfg(feature = "parquet")]
            Self::Folder(folder) => folder.finish().map_err(|error| write::told(&error)),
        }
    }
}

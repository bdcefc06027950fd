//! What is written beside its place until it is complete, and what an interrupted run does with it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a run has begun and not ended.
pub(crate) enum Unfinished {
    /// A file that has not got its name.
    File(PathBuf),
    /// A folder that has not got its name.
    #[cfg(feature = "parquet")]
    Folder(PathBuf),
    /// A transaction on a database that was there before.
    #[cfg(feature = "sqlite")]
    Transaction(std::sync::Arc<Mutex<rusqlite::Connection>>),
}

/// The handler of the signal looks here.
static UNFINISHED: Mutex<Option<Unfinished>> = Mutex::new(None);

/// Keeps the handler of the signal waiting.
pub(crate) fn hold() -> MutexGuard<'static, Option<Unfinished>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes back what is unfinished, if there is any. The guard is kept, so that no output gets its name afterwards.
pub(crate) fn abandon() -> MutexGuard<'static, Option<Unfinished>> {
    let mut guard = hold();
    match guard.take() {
        // It may never have been made.
        Some(Unfinished::File(path)) => drop(std::fs::remove_file(path)),
        #[cfg(feature = "parquet")]
        Some(Unfinished::Folder(path)) => drop(std::fs::remove_dir_all(path)),
        // SQLite itself would take it back when the database is next opened; until then a journal would lie beside it.
        #[cfg(feature = "sqlite")]
        Some(Unfinished::Transaction(database)) => {
            drop(database.lock().unwrap_or_else(PoisonError::into_inner).execute_batch("ROLLBACK"));
        }
        None => {}
    }
    guard
}

/// Makes what gets the name of `place` later: `.facts.json.4711-0.unfinished`.
pub(crate) fn make_beside<T>(
    place: &Path,
    made: impl Fn(PathBuf) -> Unfinished,
    make: impl Fn(&Path) -> io::Result<T>,
) -> io::Result<(T, PathBuf)> {
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for attempt in 0..100_u32 {
        let beside = place.with_file_name(format!(".{name}.{}-{attempt}.unfinished", std::process::id()));
        let mut guard = hold();
        match make(&beside) {
            Ok(thing) => {
                *guard = Some(made(beside.clone()));
                return Ok((thing, beside));
            }
            // Another run of the same number, long ago.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

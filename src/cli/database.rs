//! A database that is written to: a new one has its name only when it is complete, an old one is changed in one transaction.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use outlay::view::sqlite::{Unfit, Update};
use outlay::view::table::Batch;
use rusqlite::{Connection, OpenFlags};

use super::system_says;
use super::unfinished::{self, Unfinished};

/// How many KiB of a database are held in memory.
const CACHE: u32 = 16 * 1024;

/// The documents of a run on their way into a database.
pub(crate) struct Database {
    /// As it was typed, for messages.
    path: PathBuf,
    connection: Arc<Mutex<Connection>>,
    update: Update,
    /// Where the database is going to stand, and where it is, if it is new.
    new: Option<(PathBuf, PathBuf)>,
}

impl Database {
    /// The database at `path`, or a new one. The error is a whole message.
    pub(crate) fn create(path: &Path) -> Result<Self, String> {
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let old = place.metadata().ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Err(format!("{}: a file was expected, and something else stands there", path.display()));
        }
        match old {
            Some(old) if old.len() > 0 => Self::open(path, &place),
            old => Self::begin(path, place, old.as_ref()),
        }
    }

    /// A database that is there already.
    fn open(path: &Path, place: &Path) -> Result<Self, String> {
        let says = |unfit: Unfit| format!("{}: {unfit}", path.display());
        let connection = connect(place).map_err(|error| says(error.into()))?;
        let connection = Arc::new(Mutex::new(connection));
        let mut guard = unfinished::hold();
        let update = Update::begin(&lock(&connection)).map_err(says)?;
        *guard = Some(Unfinished::Transaction(Arc::clone(&connection)));
        Ok(Self { path: path.to_owned(), connection, update, new: None })
    }

    /// A new one.
    fn begin(path: &Path, place: PathBuf, old: Option<&fs::Metadata>) -> Result<Self, String> {
        let make = |beside: &Path| OpenOptions::new().write(true).create_new(true).open(beside);
        let (file, beside) =
            unfinished::make_beside(&place, Unfinished::File, make).map_err(|error| cannot(path, &error))?;
        if let Some(old) = old {
            file.set_permissions(old.permissions()).map_err(|error| cannot(path, &error))?;
        }
        drop(file);
        let begun = connect(&beside).map_err(Unfit::from).and_then(|connection| {
            // Nobody sees the file before it is complete, so that there is nothing to go back to.
            connection.execute_batch("PRAGMA synchronous = OFF")?;
            connection.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
            let update = Update::begin(&connection)?;
            Ok((connection, update))
        });
        let (connection, update) = begun.map_err(|unfit| format!("{}: {unfit}", path.display()))?;
        let connection = Arc::new(Mutex::new(connection));
        Ok(Self { path: path.to_owned(), connection, update, new: Some((place, beside)) })
    }

    /// Writes documents; gives what is to be said of those that were not taken.
    pub(crate) fn put(&mut self, batch: &Batch) -> Result<Vec<String>, String> {
        let put = self.update.put(&lock(&self.connection), batch);
        put.map_err(|unfit| format!("{}: {unfit}", self.path.display()))
    }

    /// The database is complete.
    pub(crate) fn finish(self) -> Result<(), String> {
        let Self { path, connection, update, new } = self;
        let mut guard = unfinished::hold();
        // An interrupted run has taken all back.
        if guard.is_none() {
            return Ok(());
        }
        update.finish(&lock(&connection)).map_err(|unfit| format!("{}: {unfit}", path.display()))?;
        *guard = None;
        drop(connection);
        if let Some((place, beside)) = new {
            *guard = Some(Unfinished::File(beside.clone()));
            let named = File::open(&beside).and_then(|file| file.sync_all()).and_then(|()| fs::rename(&beside, &place));
            named.map_err(|error| cannot(&path, &error))?;
            *guard = None;
        }
        Ok(())
    }
}

fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

fn connect(place: &Path) -> rusqlite::Result<Connection> {
    // Names that begin with "file:" are names like any other.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(place, flags)?;
    connection.execute_batch(&format!("PRAGMA cache_size = -{CACHE}"))?;
    Ok(connection)
}

fn cannot(path: &Path, error: &io::Error) -> String {
    format!("{}: a place to write to was expected: {}", path.display(), system_says(error))
}

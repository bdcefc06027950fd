//! A folder of tables, which has its name only when all are complete.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use outlay::view::parquet::Writer;
use outlay::view::table::{Batch, Table};

use super::system_says;
use super::unfinished::{self, Unfinished};

/// How many bytes of rows wait in memory. The table that has most of them is written first, so that the large tables have large groups.
const HELD: usize = 32 * 1024 * 1024;

/// The tables of a run on their way into a folder.
pub(crate) struct Folder {
    /// As it was typed, for messages.
    path: PathBuf,
    place: PathBuf,
    beside: PathBuf,
    tables: Vec<(Table, Writer<File>)>,
}

impl Folder {
    /// A new folder, or one that takes the place of what an earlier run wrote to `path`. The error is a whole message.
    pub(crate) fn create(path: &Path) -> Result<Self, String> {
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Some(found) = foreign(&place).map_err(|error| cannot(path, &error))? {
            let expected = "a new folder or one with the tables of an earlier run was expected";
            return Err(format!("{}: {expected}, and {found} was found", path.display()));
        }
        // With all its files at once: an interrupted run that takes the folder back meets no new one in it.
        let (files, beside) =
            unfinished::make_beside(&place, Unfinished::Folder, make).map_err(|error| cannot(path, &error))?;
        let mut tables = Vec::new();
        for (table, file) in files {
            let writer = Writer::new(table, file).map_err(|error| unwritten(path, &error))?;
            tables.push((table, writer));
        }
        Ok(Self { path: path.to_owned(), place, beside, tables })
    }

    /// Writes documents.
    pub(crate) fn put(&mut self, batch: &Batch) -> Result<(), String> {
        let path = &self.path;
        for (table, cells) in batch.iter() {
            if let Some((_, writer)) = self.tables.iter_mut().find(|(one, _)| *one == table) {
                writer.put(cells).map_err(|error| unwritten(path, &error))?;
            }
        }
        while self.tables.iter().map(|(_, writer)| writer.held()).sum::<usize>() > HELD {
            if let Some((_, largest)) = self.tables.iter_mut().max_by_key(|(_, writer)| writer.held()) {
                largest.flush().map_err(|error| unwritten(path, &error))?;
            }
        }
        Ok(())
    }

    /// The tables are complete; gives what is to be said of them.
    pub(crate) fn finish(self) -> Result<Vec<String>, String> {
        let Self { path, place, beside, tables } = self;
        let mut too_fine = 0;
        for (_, writer) in tables {
            too_fine += writer.too_fine();
            let file = writer.finish().map_err(|error| unwritten(&path, &error))?;
            // Some disks say only now that they are full.
            file.sync_data().map_err(|error| cannot(&path, &error))?;
        }
        let mut guard = unfinished::hold();
        // An interrupted run has taken all back.
        if guard.is_none() {
            return Ok(Vec::new());
        }
        replace(&beside, &place, exchange).map_err(|error| cannot(&path, &error))?;
        *guard = None;
        let told = format!(
            "{}: {too_fine} amounts are finer than a billionth: their decimals are null, their texts exact",
            path.display()
        );
        Ok((too_fine > 0).then_some(told).into_iter().collect())
    }
}

/// A folder with an empty file for each table.
fn make(place: &Path) -> io::Result<Vec<(Table, File)>> {
    fs::create_dir(place)?;
    let file = |table: Table| Ok((table, File::create_new(place.join(file_name(table)))?));
    // Without one of them the folder is of no use.
    Table::ALL.into_iter().map(file).collect::<io::Result<_>>().inspect_err(|_| drop(fs::remove_dir_all(place)))
}

/// `figures.parquet`
fn file_name(table: Table) -> String {
    format!("{table}.parquet")
}

/// What stands at a place that is not there to be replaced: a file, or something in a folder that no run has written.
fn foreign(place: &Path) -> io::Result<Option<String>> {
    let entries = match fs::read_dir(place) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(Some("a file".to_owned())),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let ours = Table::ALL.into_iter().any(|table| name.to_str() == Some(&file_name(table)));
        if !(ours && entry.file_type()?.is_file()) {
            return Ok(Some(name.to_string_lossy().into_owned()));
        }
    }
    Ok(None)
}

/// Gives the new folder its name. An old one goes in the same moment, so that there is always one of them.
fn replace(new: &Path, place: &Path, exchange: impl Fn(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
    if !place.exists() {
        return fs::rename(new, place);
    }
    let mut old = new.to_owned();
    if exchange(new, place).is_err() {
        // Where the system cannot exchange two names, the old folder is under another name for a moment.
        old = new.with_extension("replaced");
        fs::rename(place, &old)?;
        if let Err(error) = fs::rename(new, place) {
            fs::rename(&old, place)?;
            return Err(error);
        }
    }
    // The new tables stand; what is left of the old ones is not worth an error.
    let _ = fs::remove_dir_all(old);
    Ok(())
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// What the writer of a table says, without its kind.
fn unwritten(path: &Path, error: &impl std::fmt::Display) -> String {
    format!("{}: a place to write to was expected: {error}", path.display())
}

fn cannot(path: &Path, error: &io::Error) -> String {
    unwritten(path, &system_says(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn never(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    #[test]
    fn where_two_names_cannot_be_exchanged_the_old_folder_steps_aside() {
        let root = tempfile::tempdir().expect("a folder");
        let (new, place) = (root.path().join("facts.new"), root.path().join("facts"));
        for (folder, file) in [(&new, "new"), (&place, "old")] {
            fs::create_dir(folder).expect("a folder");
            fs::write(folder.join(file), "").expect("a file");
        }
        replace(&new, &place, never).expect("it is replaced");
        assert!(place.join("new").exists() && !place.join("old").exists());
        assert_eq!(fs::read_dir(&root).expect("a folder").count(), 1, "nothing is left beside it");
        // Without a new folder the old one is back under its name.
        assert!(replace(&new, &place, never).is_err());
        assert!(place.join("new").exists());
        assert_eq!(fs::read_dir(&root).expect("a folder").count(), 1);
    }
}

//! Where the output goes: a standard stream, a device, or a file that has its name only when it is complete.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::SyncSender;

use super::unfinished::{self, Unfinished, abandon};
use super::{FAILED, complain, system_says};

/// Where bytes are written.
pub(crate) struct Output {
    target: Target,
}

enum Target {
    Standard(io::Stdout),
    Device(File),
    Beside { file: File, place: PathBuf },
    Channel(SyncSender<Vec<u8>>),
}

impl Output {
    /// Standard output.
    pub(crate) fn standard() -> Self {
        Self { target: Target::Standard(io::stdout()) }
    }

    /// Another thread.
    pub(crate) fn channel(to: SyncSender<Vec<u8>>) -> Self {
        Self { target: Target::Channel(to) }
    }

    /// The file or device at `path`, or standard output.
    pub(crate) fn of(path: Option<&Path>) -> io::Result<Self> {
        path.map_or_else(|| Ok(Self::standard()), Self::create)
    }

    /// The file or device at `path`.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        // What the name leads to is replaced, not the link.
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let old = place.metadata().ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Ok(Self { target: Target::Device(OpenOptions::new().write(true).open(&place)?) });
        }
        let make = |beside: &Path| OpenOptions::new().write(true).create_new(true).open(beside);
        let (file, _) = unfinished::make_beside(&place, Unfinished::File, make)?;
        if let Some(old) = &old {
            file.set_permissions(old.permissions())?;
        }
        Ok(Self { target: Target::Beside { file, place } })
    }

    /// Writes all bytes, and does not keep any back.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.target {
            Target::Standard(stdout) => {
                let mut stdout = stdout.lock();
                stdout.write_all(bytes)?;
                stdout.flush()
            }
            Target::Device(file) | Target::Beside { file, .. } => file.write_all(bytes),
            Target::Channel(to) => to.send(bytes.to_vec()).map_err(|_| io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// The output is complete, and gets its name.
    pub(crate) fn finish(self) -> io::Result<()> {
        if let Target::Beside { file, place } = &self.target {
            // Some disks say only now that they are full.
            file.sync_data()?;
            let mut guard = unfinished::hold();
            if let Some(Unfinished::File(beside)) = guard.as_ref() {
                std::fs::rename(beside, place)?;
                *guard = None;
            }
        }
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if matches!(self.target, Target::Beside { .. }) {
            drop(abandon());
        }
    }
}

/// The exit status where the output could not be written. A closed pipe ends quietly: whoever read it has enough.
pub(crate) fn refused(path: Option<&Path>, error: &io::Error) -> ExitCode {
    drop(abandon());
    if error.kind() == io::ErrorKind::BrokenPipe {
        return ExitCode::SUCCESS;
    }
    let place = path.map_or_else(|| "standard output".to_owned(), |path| path.display().to_string());
    complain(&format!("{place}: a place to write to was expected: {}", system_says(error)));
    ExitCode::from(FAILED)
}

/// The exit status where an output could not be written, and the message says why.
#[cfg(any(feature = "sqlite", feature = "parquet"))]
pub(crate) fn told(message: &str) -> ExitCode {
    drop(abandon());
    complain(message);
    ExitCode::from(FAILED)
}

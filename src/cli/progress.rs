//! How far a run is, on one line of standard error, and what it came to.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// What was read so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) documents: u64,
    pub(crate) figures: u64,
    pub(crate) contracts: u64,
    pub(crate) diagnostics: u64,
    pub(crate) bytes: u64,
}

impl Tally {
    /// Adds what another part of the work came to.
    pub(crate) fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.figures += other.figures;
        self.contracts += other.contracts;
        self.diagnostics += other.diagnostics;
        self.bytes += other.bytes;
    }

    /// `1,200 documents, 3,400 figures, 56 contracts, 0 diagnostics, 123.4 MB/s`
    pub(crate) fn summary(&self, time: Duration) -> String {
        format!(
            "{}, {}, {}, {}, {} MB/s",
            counted(self.documents, "document"),
            counted(self.figures, "figure"),
            counted(self.contracts, "contract"),
            counted(self.diagnostics, "diagnostic"),
            tenths(self.rate(time))
        )
    }

    /// Tenths of MB a second: a byte a microsecond is a MB a second.
    fn rate(&self, time: Duration) -> u128 {
        u128::from(self.bytes) * 10 / time.as_micros().max(1)
    }
}

/// A line that is drawn over itself.
pub(crate) struct Progress {
    started: Instant,
    drawn: Instant,
    /// The bytes of all inputs, where they are known.
    total: Option<u64>,
    shown: bool,
    /// Whether standard error is a terminal; elsewhere lines follow each other.
    terminal: bool,
}

/// Work that ends sooner has no need of a bar.
const LONG: Duration = Duration::from_secs(1);
const BAR: u64 = 20;

impl Progress {
    /// A progress that is first shown when the work turns out to be long, or `at_once`.
    pub(crate) fn new(total: Option<u64>, at_once: bool) -> Self {
        let now = Instant::now();
        let mut progress = Self { started: now, drawn: now, total, shown: false, terminal: io::stderr().is_terminal() };
        if at_once {
            progress.draw(&Tally::default(), now);
        }
        progress
    }

    /// Shows how far the work is, a few times a second.
    pub(crate) fn update(&mut self, tally: &Tally) {
        let now = Instant::now();
        let pause = match (self.shown, self.terminal) {
            (false, _) => LONG,
            (true, true) => Duration::from_millis(200),
            (true, false) => Duration::from_secs(10),
        };
        if now - self.drawn >= pause {
            self.draw(tally, now);
        }
    }

    fn draw(&mut self, tally: &Tally, now: Instant) {
        self.shown = true;
        self.drawn = now;
        let line = self.line(tally, now - self.started);
        let mut stderr = io::stderr();
        let _ = if self.terminal { write!(stderr, "\r{line}\x1b[K") } else { writeln!(stderr, "{line}") };
    }

    /// `[########------------] 1,200 documents, 45.6 MB, 12.3 MB/s, 0:42 left`
    fn line(&self, tally: &Tally, time: Duration) -> String {
        let mut line = String::new();
        let total = self.total.filter(|total| *total > 0);
        if let Some(total) = total {
            let done = usize::try_from((tally.bytes.min(total)) * BAR / total).unwrap_or(0);
            let left = usize::try_from(BAR).unwrap_or(0) - done;
            line = format!("[{}{}] ", "#".repeat(done), "-".repeat(left));
        }
        line += &counted(tally.documents, "document");
        line += &format!(", {} MB, {} MB/s", tenths(u128::from(tally.bytes / 100_000)), tenths(tally.rate(time)));
        if let Some(total) = total.filter(|total| tally.bytes > 0 && tally.bytes <= *total) {
            let left = u128::from(total - tally.bytes) * time.as_micros() / u128::from(tally.bytes) / 1_000_000;
            line += &format!(", {}:{:02} left", left / 60, left % 60);
        }
        line
    }

    /// Clears the line for something else that is written.
    pub(crate) fn clear(&mut self) {
        if self.shown && self.terminal {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// `1 figure`, `1,234 figures`
fn counted(number: u64, what: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text} {what}{}", if number == 1 { "" } else { "s" })
}

/// `12.3` of 123.
fn tenths(number: u128) -> String {
    format!("{}.{}", number / 10, number % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_say_how_far_the_work_is() {
        let tally = Tally { documents: 1200, figures: 1, bytes: 45_600_000, ..Tally::default() };
        let mut progress = Progress::new(Some(91_200_000), false);
        let second = Duration::from_secs(2);
        assert_eq!(
            progress.line(&tally, second),
            "[##########----------] 1,200 documents, 45.6 MB, 22.8 MB/s, 0:02 left"
        );
        progress.total = None;
        assert_eq!(progress.line(&tally, second), "1,200 documents, 45.6 MB, 22.8 MB/s");
        assert_eq!(tally.summary(second), "1,200 documents, 1 figure, 0 contracts, 0 diagnostics, 22.8 MB/s");
    }
}

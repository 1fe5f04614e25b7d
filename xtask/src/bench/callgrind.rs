//! How many instructions a process executes, counted by callgrind.
//!
//! No time is taken, so a busy machine changes nothing. What differs from run to run are the keys
//! of hashes, and addresses.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::measure;
use crate::cli::Failure;
use crate::process;

/// Callgrind makes a program some fifty times slower.
const RUN_LIMIT: Duration = Duration::from_secs(300);

/// An installed valgrind.
pub(super) struct Callgrind {
    valgrind: PathBuf,
}

impl Callgrind {
    /// Finds valgrind.
    pub(super) fn find() -> Option<Self> {
        let valgrind = process::which("valgrind")?;
        Some(Self { valgrind })
    }

    /// Runs a command under callgrind and returns its instructions.
    ///
    /// # Errors
    /// When it cannot be run, fails, or callgrind tells no count.
    pub(super) fn count(&self, command: &Command, what: &str) -> Result<u64, Failure> {
        let mut counted = process::program(&self.valgrind);
        // The environment lies on the stack and is read at start: only a fixed one is the same
        // everywhere. The variable fixes the keys of hashes for CPython.
        counted
            .env_clear()
            .env("PYTHONHASHSEED", "0")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(command.get_program())
            .args(command.get_args());
        let run = measure::run(&mut counted, what, RUN_LIMIT)?;
        let count = collected(&run.noted);
        Ok(count.ok_or_else(|| format!("{what}: callgrind tells no count\n{}", run.noted))?)
    }
}

/// The count in what callgrind writes: `==17== Collected : 3264562`.
fn collected(noted: &str) -> Option<u64> {
    let mut lines = noted
        .lines()
        .filter_map(|line| line.split_once("Collected :"));
    lines.next_back()?.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_found() {
        let noted =
            "==1== Events    : Ir\n==1== Collected : 3264562\n==1== \n==1== I refs: 3,264,562\n";
        assert_eq!(collected(noted), Some(3_264_562));
        assert_eq!(collected("==1== Events : Ir\n"), None);
    }
}

//! How many instructions a process executes, counted by callgrind.
//!
//! No time is taken, so a busy machine changes nothing, and the keys of hashes are fixed.

use std::collections::{BTreeMap, BTreeSet};
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

    /// Runs a command under callgrind and returns the instructions of each call of some functions,
    /// what they call included; none of them may call another.
    ///
    /// # Errors
    /// As [`Callgrind::count`].
    pub(super) fn calls(
        &self,
        command: &Command,
        what: &str,
        functions: &[&str],
    ) -> Result<Vec<u64>, Failure> {
        let folder = process::target_dir().join("bench-calls");
        let text = |error: std::io::Error| Failure::Found(format!("{what}: {error}"));
        // Each call leaves a file.
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(text)?;
        }
        std::fs::create_dir_all(&folder).map_err(text)?;
        let mut counted = self.command(command);
        counted.arg("--collect-atstart=no").arg(format!(
            "--callgrind-out-file={}",
            folder.join("call").display()
        ));
        for function in functions {
            counted
                .arg(format!("--toggle-collect={function}"))
                .arg(format!("--dump-after={function}"));
        }
        counted.arg(command.get_program()).args(command.get_args());
        measure::run(&mut counted, what, RUN_LIMIT)?;
        let mut calls = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(text)? {
            let dump = std::fs::read_to_string(entry.map_err(text)?.path()).map_err(text)?;
            calls.extend(total(&dump).filter(|count| *count > 0));
        }
        std::fs::remove_dir_all(&folder).map_err(text)?;
        Ok(calls)
    }

    /// Runs a command under callgrind and returns its instructions.
    ///
    /// # Errors
    /// When it cannot be run, fails, or callgrind tells no count.
    pub(super) fn count(&self, command: &Command, what: &str) -> Result<u64, Failure> {
        let mut counted = self.command(command);
        counted
            .arg("--callgrind-out-file=/dev/null")
            .arg(command.get_program())
            .args(command.get_args());
        let run = measure::run(&mut counted, what, RUN_LIMIT)?;
        let count = collected(&run.noted);
        Ok(count.ok_or_else(|| format!("{what}: callgrind tells no count\n{}", run.noted))?)
    }

    /// Runs a command under callgrind and returns the mangled names of the functions of its
    /// executable that it has run.
    ///
    /// # Errors
    /// As [`Callgrind::count`].
    pub(super) fn functions(
        &self,
        command: &Command,
        what: &str,
    ) -> Result<BTreeSet<String>, Failure> {
        let file = process::target_dir().join("bench-functions.out");
        let mut counted = self.command(command);
        counted
            .arg("--demangle=no")
            .arg(format!("--callgrind-out-file={}", file.display()))
            .arg(command.get_program())
            .args(command.get_args());
        measure::run(&mut counted, what, RUN_LIMIT)?;
        let text = |error: std::io::Error| Failure::Found(format!("{what}: {error}"));
        let dump = std::fs::read_to_string(&file).map_err(text)?;
        std::fs::remove_file(&file).map_err(text)?;
        Ok(executed(&dump, &command.get_program().to_string_lossy()))
    }

    /// Callgrind without what is to be done, and in the environment of the command alone.
    fn command(&self, command: &Command) -> Command {
        let mut counted = process::program(&self.valgrind);
        // The environment lies on the stack and is read at start: only a fixed one is the same
        // everywhere. The variable fixes the keys of hashes for CPython.
        counted.env_clear().env("PYTHONHASHSEED", "0");
        for (name, value) in command.get_envs() {
            if let Some(value) = value {
                counted.env(name, value);
            }
        }
        counted.arg("--tool=callgrind");
        counted
    }
}

/// The count of a dump: `totals: 218738`.
fn total(dump: &str) -> Option<u64> {
    let mut lines = dump.lines().filter_map(|line| line.strip_prefix("totals:"));
    lines.next_back()?.trim().parse().ok()
}

/// The functions of an object file in a dump. `ob=(1) FILE` names the object of the functions that
/// follow, `fn=(2) NAME` a function, with `'2` and so on behind the name where it has called
/// itself; `cob=` and `cfn=` name what is called. A name stands where its number is met first.
fn executed(dump: &str, object: &str) -> BTreeSet<String> {
    let mut objects = BTreeMap::new();
    let mut functions = BTreeMap::new();
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in dump.lines() {
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let known = match key {
            "ob" | "cob" => &mut objects,
            "fn" | "cfn" => &mut functions,
            _ => continue,
        };
        let (number, name) = value.split_once(' ').unwrap_or((value, ""));
        if !name.is_empty() {
            known.insert(number, name);
        }
        let name = known.get(number).copied().unwrap_or_default();
        if key == "ob" {
            // An object whose code is in a section of its own has no name for callgrind.
            inside = name == object || name == "???";
        } else if key == "fn" && inside {
            names.insert(name.split('\'').next().unwrap_or(name).to_owned());
        }
    }
    names
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
    fn the_count_of_a_call_is_found() {
        assert_eq!(
            total("events: Ir\nfn=(1)\n17 4\n\ntotals: 218738\n"),
            Some(218_738)
        );
        assert_eq!(total("events: Ir\n"), None);
    }

    #[test]
    fn functions_of_one_object_are_found() {
        let dump = "ob=(1) /lib/libc.so\nfn=(1) malloc\n0 1\nob=(2) /bin/ms\nfn=(2) run\n\
                    cob=(1)\ncfn=(3) stop\ncalls=1 0\n0 5\nfn=(4) run'2\nfn=(3)\nob=(1)\nfn=(5) free\n";
        let found: Vec<String> = executed(dump, "/bin/ms").into_iter().collect();
        assert_eq!(found, ["run", "stop"]);
    }

    #[test]
    fn the_count_is_found() {
        let noted =
            "==1== Events    : Ir\n==1== Collected : 3264562\n==1== \n==1== I refs: 3,264,562\n";
        assert_eq!(collected(noted), Some(3_264_562));
        assert_eq!(collected("==1== Events : Ir\n"), None);
    }
}

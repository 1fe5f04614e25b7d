//! `cargo xtask tidy`: what reviews forget, checked by a machine.
//!
//! The checks of single sources stand in [`rules`], those of the whole tree in [`tree`]; both
//! return findings, so that one run shows them all. rustfmt, clippy and packaging are cargo's.

mod rules;
mod source;
mod tree;

use std::fmt;

use crate::cli::{Failure, Options, Outcome};
use crate::process;
use source::Source;

/// Something to mend.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) file: String,
    /// Counted from 1; 0 means the whole file.
    pub(crate) line: usize,
    pub(crate) text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.file, self.text),
            line => write!(out, "{}:{line}: {}", self.file, self.text),
        }
    }
}

/// Runs all checks.
///
/// # Errors
/// When there is anything to mend, after all of it has been listed.
pub(crate) fn run(options: &Options) -> Outcome {
    options.parse(&[], &[])?;
    everything()
}

/// As [`run`], without options.
///
/// # Errors
/// As [`run`].
pub(crate) fn everything() -> Outcome {
    let files = tree::files()?;
    let mut findings = Vec::new();
    let mut sources = Vec::new();
    for file in &files {
        // A file that is deleted but not yet committed is still listed.
        let Ok(bytes) = std::fs::read(process::root().join(file)) else {
            continue;
        };
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        tree::machine_paths(file, &text, &mut findings);
        if file.ends_with(".rs") {
            sources.push(Source::new(file, &text));
        }
    }
    for source in &sources {
        rules::all(source, &mut findings);
    }
    tree::gates_per_crate(&sources, &mut findings);
    tree::crates_in_the_map(&files, &mut findings)?;
    findings.sort();
    for finding in &findings {
        println!("{finding}");
    }
    println!(
        "tidy: {} sources read, {} findings",
        sources.len(),
        findings.len()
    );

    let mut failed = Vec::new();
    if !findings.is_empty() {
        failed.push(format!("{} findings", findings.len()));
    }
    for (about, arguments) in [
        ("formatting", &["fmt", "--all", "--check"][..]),
        (
            "clippy",
            &[
                "clippy",
                "--quiet",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ],
        ),
        ("packaging", PACKAGE),
    ] {
        println!("tidy: {about}");
        if let Err(failure) = process::run(process::cargo().args(arguments)) {
            println!("{}", failure.message());
            failed.push(about.to_owned());
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::Found(format!("to mend: {}", failed.join(", "))))
    }
}

/// Nothing is uploaded and nothing is built; what is never published is left out.
const PACKAGE: &[&str] = &[
    "package",
    "--quiet",
    "--workspace",
    "--exclude",
    "xtask",
    "--exclude",
    "miniscript-tests",
    "--exclude",
    "miniscript-fuzzing",
    "--exclude",
    "miniscript-progen",
    "--no-verify",
    "--allow-dirty",
];

//! `cargo xtask test`: every test of the workspace, then the demo as one more.
//!
//! Skips: a test that cannot run here (no oracle, no specification) appends a line with its reason
//! to the file that `MINISCRIPT_SKIP_LOG` names; the lines are shown at the end. With `CI` set
//! such a test fails by itself, and a line or an ignored test that remains fails the task.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

use crate::cli::{Failure, Options, Outcome};
use crate::stages::clock;
use crate::{demo, process};

/// Runs everything and prints the summary.
///
/// # Errors
/// When something does not build, a test fails, or one is skipped in CI.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&["--no-demo"], &[])?;
    everything(!parsed.has("--no-demo"))
}

/// The whole test run, with or without the demo.
///
/// # Errors
/// As [`run`].
pub(crate) fn everything(with_demo: bool) -> Outcome {
    let start = Instant::now();
    println!("Building the executables that tests start");
    process::run(process::cargo().args(["build", "--package", "miniscript-cli", "--bins"]))?;
    let log = process::target_dir().join("skipped-tests.log");
    std::fs::write(&log, "").map_err(|error| format!("cannot write {}: {error}", log.display()))?;

    let counts = cargo_test(&log)?;
    let shown = if with_demo && counts.succeeded {
        println!("\nThe demo, as a test\n");
        Some(demo::show("demo"))
    } else {
        None
    };
    let skips = std::fs::read_to_string(&log).unwrap_or_default();
    let skips: Vec<&str> = skips
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();

    println!("\nSummary of cargo xtask test ({})", clock(start.elapsed()));
    println!(
        "  tests    {} passed, {} failed, {} ignored, in {} test programs",
        counts.passed, counts.failed, counts.ignored, counts.programs
    );
    match &shown {
        None => println!("  demo     not run"),
        Some(outcome) => println!(
            "  demo     {}",
            if outcome.is_ok() { "ok" } else { "FAILED" }
        ),
    }
    println!("  skipped  {}", skips.len());
    for skip in &skips {
        println!("    {skip}");
    }
    verdict(&counts, skips.len(), shown, process::in_ci())
}

fn verdict(counts: &Counts, skips: usize, shown: Option<Outcome>, strict: bool) -> Outcome {
    if !counts.succeeded {
        return Err("cargo test failed (its output is above)".into());
    }
    shown.unwrap_or(Ok(()))?;
    if strict && skips + counts.ignored > 0 {
        let text = format!(
            "CI is set and {} tests were skipped or ignored; in CI nothing may be",
            skips + counts.ignored
        );
        return Err(Failure::Found(text));
    }
    Ok(())
}

/// The sum of cargo test's closing lines.
#[derive(Debug, Default, PartialEq)]
struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
    programs: usize,
    succeeded: bool,
}

impl Counts {
    /// Adds `test result: ok. 3 passed; 0 failed; 1 ignored; ...`; other lines count nothing.
    fn add(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        let numbers = result.split_once(". ").map_or("", |(_, numbers)| numbers);
        self.programs += 1;
        for part in numbers.split("; ") {
            match part.split_once(' ') {
                Some((count, "passed")) => self.passed += count.parse().unwrap_or(0),
                Some((count, "failed")) => self.failed += count.parse().unwrap_or(0),
                Some((count, "ignored")) => self.ignored += count.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

/// Runs `cargo test`, passing its output on line by line.
fn cargo_test(log: &Path) -> Result<Counts, Failure> {
    let mut command = process::cargo();
    command
        .args(["test", "--workspace", "--no-fail-fast"])
        .env("MINISCRIPT_SKIP_LOG", log);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| process::cannot_start(&command, &error))?;
    let mut counts = Counts::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|error| format!("cannot read cargo test's output: {error}"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            counts.add(&line);
        }
    }
    let status = child
        .wait()
        .map_err(|error| format!("cargo test cannot be waited for: {error}"))?;
    counts.succeeded = status.success();
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_summed() {
        let mut counts = Counts::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s",
        ] {
            counts.add(line);
        }
        assert_eq!(
            counts,
            Counts {
                passed: 8,
                failed: 2,
                ignored: 1,
                programs: 2,
                succeeded: false
            }
        );
    }

    #[test]
    fn ci_accepts_no_skip() {
        let counts = Counts {
            succeeded: true,
            ..Counts::default()
        };
        assert!(verdict(&counts, 1, None, false).is_ok());
        assert!(verdict(&counts, 1, None, true).is_err());
        assert!(verdict(&counts, 0, None, true).is_ok());
    }
}

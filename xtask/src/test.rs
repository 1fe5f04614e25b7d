//! `cargo xtask test`: every test of the workspace, then the demo as one more.
//!
//! Skips: a test that cannot run here (no oracle, no specification) writes a line with its reason
//! on the real stderr, which begins with [`SKIP`]; the lines are shown again at the end. With `CI`
//! set such a test fails by itself, and a line or an ignored test that remains fails the task.

use std::io::{BufRead, BufReader};
use std::process::{ChildStderr, Stdio};
use std::time::Instant;

use crate::cli::{Failure, Options, Outcome};
use crate::stages::clock;
use crate::{demo, process};

/// How the line of a skipped test begins.
const SKIP: &str = "skipped";

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
    println!(
        "Building the tests and the executables that they start (a cold build takes some minutes)"
    );
    process::build_tests()?;
    let counts = cargo_test()?;
    let shown = if with_demo && counts.succeeded {
        println!("\nThe demo, as a test\n");
        Some(demo::show("demo"))
    } else {
        None
    };
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
    println!("  skipped  {}", counts.skips.len());
    for skip in &counts.skips {
        println!("    {skip}");
    }
    verdict(&counts, shown, process::in_ci())
}

fn verdict(counts: &Counts, shown: Option<Outcome>, strict: bool) -> Outcome {
    if !counts.succeeded {
        return Err("cargo test failed (its output is above)".into());
    }
    shown.unwrap_or(Ok(()))?;
    let left_out = counts.skips.len() + counts.ignored;
    if strict && left_out > 0 {
        let text =
            format!("CI is set and {left_out} tests were skipped or ignored; in CI nothing may be");
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
    /// What was skipped, and why.
    skips: Vec<String>,
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

/// What a line on stderr says was skipped: `skipped: WHAT: WHY` or `skipped (2): WHAT: WHY`.
fn skip(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(SKIP)?;
    let (number, text) = rest.split_once(": ")?;
    (number.is_empty() || number.starts_with(" (")).then_some(text)
}

/// Passes stderr on line by line; what it says was skipped.
fn watch(stderr: ChildStderr) -> Vec<String> {
    let mut skips = Vec::new();
    for line in BufReader::new(stderr).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        eprintln!("{line}");
        skips.extend(skip(&line).map(str::to_owned));
    }
    skips
}

/// Runs `cargo test`, passing its output on line by line.
fn cargo_test() -> Result<Counts, Failure> {
    let mut command = process::cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| process::cannot_start(&command, &error))?;
    let watcher = child
        .stderr
        .take()
        .map(|stderr| std::thread::spawn(move || watch(stderr)));
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
    counts.skips = watcher
        .and_then(|watcher| watcher.join().ok())
        .unwrap_or_default();
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
                ..Counts::default()
            }
        );
    }

    #[test]
    fn ci_accepts_no_skip() {
        let mut counts = Counts {
            succeeded: true,
            ..Counts::default()
        };
        assert!(verdict(&counts, None, true).is_ok());
        counts.skips.push("the oracle: there is none".to_owned());
        assert!(verdict(&counts, None, false).is_ok());
        assert!(verdict(&counts, None, true).is_err());
    }

    #[test]
    fn lines_about_skips_are_told_from_others() {
        for (line, expected) in [
            ("skipped: C: no compiler: cc", Some("C: no compiler: cc")),
            ("skipped (12): floats: no oracle", Some("floats: no oracle")),
            ("skipped files: 3", None),
            ("lang: 300 passed", None),
        ] {
            assert_eq!(skip(line), expected, "{line}");
        }
    }
}

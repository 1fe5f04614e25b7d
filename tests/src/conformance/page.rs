//! `docs/conformance.md`: a table of the files, and under each file what fails and why.

use std::fmt::Write;

use super::child::Ended;
use super::reasons::Reasons;
use super::{Row, Test};

const HEAD: &str = "\
# CPython's own tests

Written by `cargo xtask conformance`; do not edit. The files are those of the `test` package of
CPython @VERSION@, which is not part of this repository, run through the thin `unittest` in
`tests/conformance/harness`. *Run* is passed and failed; the rate is passed of run. Counted apart
are the tests that were skipped because they use a module beyond the product (*placeholder*),
because they test CPython's own workings (*cpython*: `_testcapi`, `cpython_only`, implementation
details), or by their own condition or want of time and memory (*other*).

";

/// One file for the terminal.
pub(super) fn line(row: &Row) -> String {
    let (passed, failed) = (row.passed(), row.failed());
    format!(
        "{:16} run {:4}  passed {passed:4}  failed {failed:4}  {:>6}  skipped: placeholder {}, cpython {}, other {}",
        row.name,
        passed + failed,
        rate(passed, failed),
        row.skipped(placeholder),
        row.skipped(cpython),
        row.skipped(other),
    )
}

/// The version of CPython whose tests a page is about.
pub(super) fn version(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("\nCPython ")?;
    rest.split_once(',').map(|(version, _)| version)
}

/// The whole page.
pub(super) fn page(rows: &[Row], reasons: &Reasons, version: &str) -> String {
    let mut text = HEAD.replace("@VERSION@", version);
    text.push_str("| file | run | passed | failed | rate | placeholder | cpython | other |\n");
    text.push_str("|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for row in rows {
        let (passed, failed) = (row.passed(), row.failed());
        let _ = writeln!(
            text,
            "| {} | {} | {passed} | {failed} | {} | {} | {} | {} |",
            row.name,
            passed + failed,
            rate(passed, failed),
            row.skipped(placeholder),
            row.skipped(cpython),
            row.skipped(other),
        );
    }
    for row in rows.iter().filter(|row| row.failed() > 0) {
        let _ = writeln!(text, "\n## {}\n", row.name);
        for Test { name, ended } in &row.tests {
            if let Ended::Failed(_) = ended {
                let why = reasons.find(row.name, name).unwrap_or("no reason is known");
                let _ = writeln!(text, "- `{name}`: {why}");
            }
        }
    }
    text
}

fn rate(passed: usize, failed: usize) -> String {
    match passed + failed {
        0 => "-".to_owned(),
        // Rounded down: 100 % means all.
        all => format!("{}.{} %", passed * 100 / all, passed * 1000 / all % 10),
    }
}

fn placeholder(reason: &str) -> bool {
    reason.starts_with("placeholder")
}

fn cpython(reason: &str) -> bool {
    reason.starts_with("cpython")
        || reason.starts_with("requires the C ")
        || reason.contains("_testcapi")
        || reason.contains("_testinternalcapi")
}

fn other(reason: &str) -> bool {
    !placeholder(reason) && !cpython(reason)
}

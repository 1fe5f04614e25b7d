//! `cargo xtask conformance`: runs CPython's own test files and writes `docs/conformance.md`.
//!
//! The work is done by the `conformance` program of the tests package; the words after the task
//! are passed on to it.

use crate::cli::{Options, Outcome};
use crate::process;

const PROGRAM: &str = "conformance";

/// The stage of `ci`: all files, compared with the page.
///
/// # Errors
/// When a rate is below the mark, a failure has no reason, a reason no failure, or the page would
/// be another; where `CI` is set, also when CPython's tests are not there.
pub(crate) fn check() -> Outcome {
    process::run(process::tool(PROGRAM)?.arg("--check"))
}

/// Runs the tests package's `conformance` program.
///
/// # Errors
/// When it cannot be built, or finds a failure without a reason or a reason without a failure.
pub(crate) fn run(options: &Options) -> Outcome {
    process::run(process::tool(PROGRAM)?.args(options.raw()))
}

//! `cargo xtask conformance`: runs CPython's own test files and writes `docs/conformance.md`.
//!
//! The work is done by the `conformance` program of the tests package; the words after the task
//! are passed on to it.

use crate::cli::{Options, Outcome};
use crate::process;

/// Runs the tests package's `conformance` program.
///
/// # Errors
/// When it cannot be built, or finds a failure without a reason or a reason without a failure.
pub(crate) fn run(options: &Options) -> Outcome {
    let mut command = process::cargo();
    command.args([
        "run",
        "--quiet",
        "--package",
        "miniscript-tests",
        "--bin",
        "conformance",
        "--",
    ]);
    process::run(command.args(options.raw()))
}

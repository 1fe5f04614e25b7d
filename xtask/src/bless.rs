//! `cargo xtask bless`: rewrites the corpus's stored output from CPython 3.11.
//!
//! The work is done by the `bless` program of the tests package, which knows the corpus; the
//! words after the task are passed on to it.

use crate::cli::{Options, Outcome};
use crate::process;

/// Runs the tests package's `bless` program.
///
/// # Errors
/// When it cannot be built or refuses (for example because `python3` is not 3.11).
pub(crate) fn run(options: &Options) -> Outcome {
    process::run(process::tool("bless")?.args(options.raw()))
}

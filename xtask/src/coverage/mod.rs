//! `cargo xtask coverage`: what the tests reach, in the language and in the code.
//!
//! Two halves, each alone by an option. `--language`: the differential corpus under CPython 3.11
//! (`tests/coverage/measure.py`): classes of syntax nodes, public names of the built-in types and
//! modules. `--lines`: tests and corpus with an instrumented build; the share of lines of `core` and
//! `stdlib` that were executed, and every opcode's arm in the dispatch.

mod lcov;
mod lines;

use crate::cli::{Options, Outcome};
use crate::process;

/// Runs both halves, or the one that was asked for.
///
/// # Errors
/// When a mark is missed or a tool is missing.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&["--language", "--lines", "--all"], &[])?;
    let both = parsed.has("--language") == parsed.has("--lines");
    let all = parsed.has("--all");
    if both {
        return everything(all);
    }
    if parsed.has("--language") {
        language(all)
    } else {
        lines::run(all)
    }
}

/// Both halves; the second also where the first fails.
///
/// # Errors
/// As [`run`].
pub(crate) fn everything(all: bool) -> Outcome {
    let language = language(all);
    lines::run(all)?;
    language
}

/// The language half.
///
/// # Errors
/// When a class of nodes or a name is not covered and not listed.
fn language(all: bool) -> Outcome {
    let mut command = process::program("python3");
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command.args([
        "tests/coverage/measure.py",
        "tests/corpus/lang",
        "tests/coverage/left_out.txt",
    ]);
    if all {
        command.arg("--all");
    }
    process::run(&mut command)
}

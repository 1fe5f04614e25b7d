//! The corpus under a hostile build: whatever can go wrong rarely goes wrong at once.
//!
//! The engine is built with `--cfg miniscript_hostile`, in a folder of its own: heap blocks are as
//! small as their layout allows, and functions are quickened when they are first executed. The
//! tests of stress then run with it: a collection at every allocation of the native layer, and one
//! that is always under way.

use crate::cli::Outcome;
use crate::process;

const FLAGS: &str = "--cfg miniscript_hostile";

/// Builds the engine and runs the corpus.
///
/// # Errors
/// When it does not build, or a program does something else.
pub(super) fn run() -> Outcome {
    let folder = process::target_dir().join("hostile");
    let mut build = process::cargo();
    build
        .env("CARGO_TARGET_DIR", &folder)
        .env("RUSTFLAGS", FLAGS)
        .args(["build", "--package", "miniscript-cli", "--bins"]);
    process::run(&mut build)?;
    let mut test = process::cargo();
    for (variable, name) in [("MINISCRIPT_BIN", "miniscript"), ("JOY_BIN", "joy")] {
        test.env(
            variable,
            folder.join("debug").join(process::executable(name)),
        );
    }
    test.args(["test", "--package", "miniscript-tests", "--test", "stress"]);
    process::run(&mut test)
}

//! `cargo xtask conformance [FILE...]`: runs CPython's own test files on MiniScript.
//!
//! Without names all files of the list are run and `docs/conformance.md` is rewritten. A failure
//! without a reason in `tests/conformance/reasons.txt`, or a reason whose test passes, fails the
//! tool. `--check` compares the page in place of writing it, and a rate below 90 % fails the tool
//! as well. `--only TEXT` runs the tests whose name contains the text; `--trace` shows tracebacks.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use miniscript_tests::conformance::{self, Request};
use miniscript_tests::skip;

fn main() -> ExitCode {
    let mut request = Request::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--trace" => request.trace = true,
            "--check" => request.check = true,
            "--only" => request.only = words.next().unwrap_or_default(),
            option if option.starts_with('-') => {
                eprintln!(
                    "error: '{option}' is not understood: [--check] [--only TEXT] [--trace] [FILE...]"
                );
                return ExitCode::from(2);
            }
            _ => request.files.push(word),
        }
    }
    let installed = match conformance::installed() {
        Ok(folder) => folder,
        Err(reason) => {
            skip::skip("CPython's own tests", &reason);
            return ExitCode::SUCCESS;
        }
    };
    match conformance::run(&request, &installed) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

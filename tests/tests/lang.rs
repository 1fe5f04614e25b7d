//! The differential tests: every program of `corpus/lang` must do under `miniscript` exactly what
//! it does under CPython 3.11, and the stored outcomes must be CPython's.

use miniscript_tests::corpus::{self, Language, Oracle, Suite};
use miniscript_tests::skip::skip;

#[test]
fn every_program_does_what_cpython_does() {
    Suite::new(Language::Lang)
        .run()
        .unwrap_or_else(|error| panic!("{error}"))
        .check();
}

#[test]
fn the_stored_outcomes_are_those_of_cpython() {
    match Oracle::find() {
        Ok(oracle) => oracle
            .compare()
            .unwrap_or_else(|error| panic!("{error}"))
            .check(),
        Err(reason) => skip("stored outcomes against CPython", &reason),
    }
}

#[test]
fn the_page_of_differences_is_that_of_the_list() {
    let wanted = corpus::differences().unwrap_or_else(|error| panic!("{error}"));
    let found = std::fs::read_to_string(corpus::page()).unwrap_or_default();
    assert!(
        found == wanted,
        "docs/differences.md is not what the list of known failures says: run `cargo xtask bless`"
    );
}

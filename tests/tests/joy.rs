//! Every program of `corpus/joy` must do under `joy` what the reference implementation does; the
//! expected outcomes are written by hand from its rules.

use miniscript_tests::corpus::{Language, Suite};

#[test]
fn every_program_does_what_the_reference_does() {
    Suite::new(Language::Joy)
        .run()
        .unwrap_or_else(|error| panic!("{error}"))
        .check();
}

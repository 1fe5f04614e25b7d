//! Every program of the corpus as bytecode: all code, that of imported modules and of `exec`
//! included, is written to images and read again before it runs. Nothing may differ.

use miniscript_tests::corpus::{Language, Suite};

#[test]
fn every_program_does_the_same_as_bytecode() {
    Suite::new(Language::Lang)
        .title("lang as bytecode")
        .env("MINISCRIPT_IMAGES", "1")
        .run()
        .unwrap_or_else(|error| panic!("{error}"))
        .check();
}

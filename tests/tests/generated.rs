//! Generated programs: the same number of them at each run against CPython 3.11, and others that
//! proptest chooses against the promises of the compiler. `cargo run -p miniscript-tests --bin
//! progen -- --count N --seed S` runs as many as one likes.

use miniscript_core::compile::image::Detail;
use miniscript_core::compile::{Chunk, Options, compile};
use miniscript_core::syntax::Mode;
use miniscript_progen::Program;
use miniscript_tests::corpus::{Language, Oracle, locate};
use miniscript_tests::generated::Pair;
use miniscript_tests::skip::skip;
use proptest::prelude::*;

/// Programs of each run: about ten seconds.
const COUNT: u64 = 1_000;

#[test]
fn generated_programs_do_what_cpython_does() {
    let oracle = match Oracle::find() {
        Ok(oracle) => oracle,
        Err(reason) => return skip("generated programs against CPython", &reason),
    };
    let engine = locate(Language::Lang).unwrap_or_else(|error| panic!("{error}"));
    let pair = Pair::new(oracle.path(), &engine).unwrap_or_else(|error| panic!("{error}"));
    let differences = pair.compare(0..COUNT);
    let differences = differences.unwrap_or_else(|error| panic!("{error}"));
    let reports: Vec<String> = differences
        .iter()
        .map(|difference| format!("seed {}\n{}", difference.seed, difference.report))
        .collect();
    assert!(reports.is_empty(), "{}", reports.join("\n\n"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn generated_programs_compile_and_survive_as_images(
        bytes in proptest::collection::vec(any::<u8>(), 0..500),
    ) {
        let program = Program::from_bytes(&bytes);
        let chunk = compile(program.text.as_bytes(), "p.py", Mode::Module, &Options::default());
        prop_assert!(chunk.is_ok(), "{:?}\n{}", chunk.err(), program.body());
        if let Ok(chunk) = chunk {
            let image = chunk.to_bytes(Detail::Columns).unwrap();
            let again = Chunk::from_bytes(&image, usize::MAX).unwrap();
            prop_assert_eq!(again.to_bytes(Detail::Columns).unwrap(), image);
        }
    }
}

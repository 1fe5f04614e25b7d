//! `cargo xtask fuzz [--only NAME] [--seconds N]`: runs the fuzz targets of `fuzz/`, one after the
//! other, from seeds that are made of the corpus.
//!
//! Wants a nightly compiler and `cargo-fuzz`. What a target finds lies in `fuzz/artifacts/NAME`.

use crate::cli::{Failure, Options, Outcome};
use crate::process;

/// The targets, as `miniscript-fuzzing` lists them, and how long their inputs may be.
const TARGETS: &[(&str, usize)] = &[
    ("lexer", 3_000),
    ("parser", 3_000),
    ("compiler", 3_000),
    ("image", 8_000),
    ("regex", 300),
    ("format", 200),
    ("data", 300),
    ("program", 800),
];

const DEFAULT_SECONDS: usize = 600;

/// Tasks switch stacks, and a limit of memory is a MemoryError of the script.
const SANITIZER: &str =
    "detect_leaks=0:detect_stack_use_after_return=0:allocator_may_return_null=1";

/// Reads the options and runs the targets.
///
/// # Errors
/// A name that is no target's; what does not build; a target that has found something.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&[], &["--only", "--seconds"])?;
    let seconds = parsed.count("--seconds")?.unwrap_or(DEFAULT_SECONDS);
    let only = parsed.value("--only");
    if only.is_some_and(|name| TARGETS.iter().all(|target| target.0 != name)) {
        let names: Vec<&str> = TARGETS.iter().map(|target| target.0).collect();
        return Err(Failure::Usage(format!(
            "--only takes one of: {}",
            names.join(", ")
        )));
    }
    for (name, length) in TARGETS {
        if only.is_none_or(|only| only == *name) {
            target(name, *length, seconds)?;
        }
    }
    Ok(())
}

fn target(name: &str, length: usize, seconds: usize) -> Outcome {
    println!("\nFuzzing {name} for {seconds} s");
    let corpus = process::root().join("fuzz/corpus").join(name);
    process::run(process::tool("seeds")?.arg(name).arg(&corpus))?;
    // The toolchain is chosen by the word before; cargo's own variables name the other one.
    process::run(
        process::program("cargo")
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("CARGO")
            .env("ASAN_OPTIONS", SANITIZER)
            .env("RUST_MIN_STACK", "67108864")
            .args(["+nightly", "fuzz", "run", name, "--"])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={length}"))
            .args(["-rss_limit_mb=4096", "-timeout=25"]),
    )
}

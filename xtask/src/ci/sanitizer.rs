//! AddressSanitizer over the tests of the crates that hold unsafe code.
//!
//! The standard library itself is not rebuilt: what is watched is our code and every allocation.

use crate::cli::Outcome;
use crate::process;

const HOST: &str = "x86_64-unknown-linux-gnu";
const PACKAGES: &[&str] = &["miniscript-core", "miniscript-ext", "miniscript-loader"];
/// Tells the sanitizer about switches between task stacks.
const FEATURE: &str = "miniscript-core/sanitizer";

/// Runs the tests.
///
/// # Errors
/// When one fails, or the sanitizer reports something (which ends the test program).
pub(super) fn run() -> Outcome {
    let mut command = process::program("cargo");
    // The stable compiler has the sanitizer's runtime too; only the flag wants the permission.
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zsanitizer=address")
        // Frames are several times larger under the sanitizer; threads of tests follow.
        .env("RUST_MIN_STACK", "67108864");
    command.env(
        "ASAN_OPTIONS",
        "detect_leaks=0:detect_stack_use_after_return=0:allocator_may_return_null=1",
    );
    command.env("CARGO_TARGET_DIR", process::target_dir().join("asan"));
    command.args([
        "test",
        "--target",
        HOST,
        "--lib",
        "--bins",
        "--tests",
        "--features",
        FEATURE,
    ]);
    for package in PACKAGES {
        command.args(["--package", package]);
    }
    println!("{}", process::shown(&command));
    process::run(&mut command)
}

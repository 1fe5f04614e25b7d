//! Skipped checks: shown and counted on a developer's machine, refused where `CI` is set.
//!
//! A test that misses a tool calls [`skip`] and returns. The line it prints goes past the test
//! harness's capture, so that `cargo xtask test` can count the lines that start with [`MARK`].

use std::io::Write;

/// How every line about a skipped check starts.
pub const MARK: &str = "skipped:";

/// Tells that `check` is skipped because of `reason`.
///
/// # Panics
/// Where the environment variable `CI` is set: nothing may be skipped there.
pub fn skip(check: &str, reason: &str) {
    assert!(
        std::env::var_os("CI").is_none(),
        "{check} cannot be skipped where CI is set: {reason}"
    );
    note(&format!("{MARK} {check}: {reason}"));
}

/// Writes one line on the real stderr, which the test harness does not capture.
pub fn note(line: &str) {
    // A closed stderr is no reason to fail a test.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

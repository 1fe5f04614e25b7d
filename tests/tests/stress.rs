//! The corpus under a hostile collector: what is not rooted, or stored without the
//! barrier, does not survive it.

use miniscript_tests::corpus::{Language, Limits, Suite};
use std::time::Duration;

/// Collecting at every allocation costs its multiple, in a debug build above all.
fn suite(language: Language, title: &str, mode: &str) -> Suite {
    let limits = Limits {
        time: Duration::from_secs(300),
        ..Limits::default()
    };
    Suite::new(language)
        .title(title)
        .limits(limits)
        .env("MINISCRIPT_GC_STRESS", mode)
}

/// What these print tells when something is collected: files and tasks that nobody has ended.
const BY_THE_COLLECTOR: &[&str] = &[
    "asyncio/races",
    "gc/disabled_meanwhile",
    "gc/resources",
    "gc/while_disabled",
];

/// Imports every module; the others leave the bodies of frozen modules alone.
const IMPORTS: &str = "modules/every_library";

#[test]
fn the_corpus_passes_with_a_collection_at_every_allocation() {
    suite(
        Language::Lang,
        "lang, collecting at every allocation",
        "always",
    )
    .without(BY_THE_COLLECTOR.to_vec())
    .run()
    .unwrap_or_else(|error| panic!("{error}"))
    .check();
}

#[test]
fn every_library_is_imported_with_a_collection_at_every_allocation() {
    let report = suite(
        Language::Lang,
        "lang, collecting in the libraries too",
        "everywhere",
    )
    .filter(IMPORTS)
    .run()
    .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(report.passed.len(), 1);
    report.check();
}

#[test]
fn the_corpus_passes_with_a_collection_always_under_way() {
    suite(Language::Lang, "lang, collecting in tiny steps", "steps")
        .run()
        .unwrap_or_else(|error| panic!("{error}"))
        .check();
}

#[test]
fn joy_passes_with_a_collection_at_every_allocation() {
    suite(
        Language::Joy,
        "joy, collecting at every allocation",
        "always",
    )
    .run()
    .unwrap_or_else(|error| panic!("{error}"))
    .check();
}

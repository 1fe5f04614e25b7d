//! The corpus under a hostile collector: what is not rooted, or stored without the
//! barrier, does not survive it.

use miniscript_tests::corpus::{Language, Limits, Suite};
use std::time::Duration;

/// Collecting at every allocation costs its multiple, in a debug build above all.
fn suite(title: &str, mode: &str) -> Suite {
    let limits = Limits {
        time: Duration::from_secs(300),
        ..Limits::default()
    };
    Suite::new(Language::Lang)
        .title(title)
        .limits(limits)
        .env("MINISCRIPT_GC_STRESS", mode)
}

#[test]
fn the_corpus_passes_with_a_collection_at_every_allocation() {
    // asyncio's programs sleep: what they print depends on who is ready first, and
    // everything is a hundred times slower here. They run in the other mode.
    suite("lang, collecting at every allocation", "always")
        .without("asyncio")
        .run()
        .unwrap_or_else(|error| panic!("{error}"))
        .check();
}

#[test]
fn the_corpus_passes_with_a_collection_always_under_way() {
    suite("lang, collecting in tiny steps", "steps")
        .run()
        .unwrap_or_else(|error| panic!("{error}"))
        .check();
}

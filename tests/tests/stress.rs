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

/// What these print depends on several sleepers being due in one round of the loop, which they
/// are not where everything is a hundred times slower. They run in the other mode.
const BY_THE_CLOCK: &[&str] = &[
    "asyncio/order_of_callbacks",
    "asyncio/ordering",
    "asyncio/primitives",
    "asyncio/races",
];

/// What these print is about when something is collected.
const BY_THE_COLLECTOR: &[&str] = &["gc/resources", "gc/while_disabled"];

/// These make so many objects that each takes a quarter of a minute, the first two minutes.
const LONG: &[&str] = &[
    "programs/interpreter",
    "programs/text_tools",
    "inspect/frames",
    "re/classes",
    "re/long_texts",
    "re/own_engine",
    "time/strptime",
];

#[test]
fn the_corpus_passes_with_a_collection_at_every_allocation() {
    suite("lang, collecting at every allocation", "always")
        .without([BY_THE_CLOCK, BY_THE_COLLECTOR, LONG].concat())
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

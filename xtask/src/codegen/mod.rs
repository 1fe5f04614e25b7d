//! Generators for files that are committed: each has one module and leaves the tree unchanged
//! when nothing in its source changed.

pub(crate) mod ucd;
pub(crate) mod unicode;

use crate::cli::{Failure, Options, Outcome};

/// Runs the generators that are named, all without a name.
pub(crate) fn run(options: &Options<'_>) -> Outcome {
    match options.raw() {
        [] => unicode::run()
            .and_then(|()| ucd::run())
            .map_err(Failure::Found),
        [name] if name == "unicode" => unicode::run().map_err(Failure::Found),
        [name] if name == "unicodedata" => ucd::run().map_err(Failure::Found),
        [name, ..] => Err(Failure::Usage(format!(
            "there is no generator '{name}'; there are: unicode, unicodedata"
        ))),
    }
}

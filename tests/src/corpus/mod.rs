//! The corpus of small programs and the machinery that runs it.
//!
//! `tests/corpus/lang/<topic>/*.py` hold programs in the language, `tests/corpus/joy/*.joy` those
//! in Joy; beside each `NAME.py` stands `NAME.expect` with the exit code, stdout and stderr it must
//! give. Those of `lang` are written from CPython 3.11 by [`bless`], those of `joy` by hand.
//! Files whose name starts with `mod_` and folders inside a topic are imported by programs and are
//! no programs themselves. A first line `# args: A B` gives a program arguments.
//!
//! The integration tests call [`Suite`]; other tests (a hostile build, a simulator) may run the
//! same programs with another executable through it.

mod bless;
mod diff;
mod differences;
mod ends;
mod executable;
mod expect;
mod known;
mod normalise;
mod oracle;
mod process;
mod program;
mod report;
mod suite;

pub use bless::{Blessed, bless};
pub use diff::diff;
pub use differences::{differences, page};
pub use ends::never_reached;
pub use executable::locate;
pub use expect::{Exit, Outcome};
pub use known::{KnownFailure, KnownFailures};
pub use normalise::{normalise, without_hints};
pub use oracle::Oracle;
pub use process::{Limits, run};
pub use program::{Language, Program, find};
pub use report::{Failure, Report};
pub use suite::Suite;

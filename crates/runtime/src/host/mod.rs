//! What the VM asks of a program with the standard library: output, time, files,
//! sleep.

mod clock;
mod files;
mod first_wait;
mod output;
mod sleep;
mod system;
mod words;

pub use clock::SystemClock;
pub use files::FileSource;
pub(crate) use files::source_name;
pub(crate) use first_wait::{FirstWait, Hook};
pub use output::{Captured, Stdout};
pub use sleep::Sleeper;
pub use system::{Access, Files, Paths};
pub(crate) use words::escaped;

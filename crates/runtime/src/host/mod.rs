//! What the VM asks of a program with the standard library: output, time, files,
//! sleep.

mod clock;
#[cfg(feature = "http")]
mod event_loop;
mod files;
mod output;
mod sleep;

pub use clock::SystemClock;
#[cfg(feature = "http")]
pub use event_loop::{EventLoop, NetHandle};
pub use files::FileSource;
pub use output::{Captured, Stdout};
pub use sleep::Sleeper;

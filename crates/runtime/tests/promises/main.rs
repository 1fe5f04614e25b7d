//! The engine's promises, each a test. What is measured is printed (`--nocapture`).

mod support;

mod cancel;
mod foreign;
mod fuel;
mod hostile;
#[cfg(feature = "joy")]
mod joy;
mod memory;
mod nesting;
mod panics;
mod recursion;
mod sharing;
mod strings;
mod tasks;

//! How a native function looks to its author: conversions, module builders and futures for MiniScript.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

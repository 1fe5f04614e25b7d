//! Standard modules of MiniScript, one feature each.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

//! A sans-IO HTTP client with drivers for mio and for tests, and MiniScript's http module.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

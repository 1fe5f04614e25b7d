//! Joy, the concatenative language, as a second front end on MiniScript's heap and values.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

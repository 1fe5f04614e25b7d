//! Values, heap, compiler, VM, tasks and registries of the MiniScript runtime
//! (Python 3 semantics, no_std).
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod compile;
pub mod text;

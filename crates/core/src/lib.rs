//! Values, heap, compiler, VM, tasks and registries of the MiniScript runtime
//! (Python 3 semantics, no_std).
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod builtins;
pub mod compile;
mod heap;
pub mod limits;
mod object;
mod registry;
pub mod syntax;
mod task;
pub mod text;
mod value;
mod vm;

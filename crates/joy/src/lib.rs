//! Joy, the concatenative language, as a second front end on MiniScript's heap and values.
//!
//! A [`Joy`] belongs to one VM. It reads terms, keeps its stack and its definitions as
//! values of that VM, and evaluates on an explicit work stack, so that the depth of
//! recursion is bounded by the VM's memory limit alone. Functions of native modules
//! that are registered in the VM are words.
//!
//! Numbers are 64 bits wide and wrap. Strings are bytes: `size` counts them, and what
//! is not UTF-8 travels through the VM as lone surrogates.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod eval;
mod host;
mod interpreter;
mod print;
mod reader;
mod value;
mod words;

pub use host::{Host, Mute};
pub use interpreter::{Ended, Joy, Status};

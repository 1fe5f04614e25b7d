//! Joy, the concatenative language, as a second front end on MiniScript's heap and values.
//!
//! A [`Joy`] belongs to one VM. It reads terms, keeps its stack and its definitions as
//! values of that VM, and evaluates on an explicit work stack, so that the depth of
//! recursion is bounded by the VM's memory limit alone. Functions of native modules
//! that are registered in the VM are words.
//!
//! Numbers are 64 bits wide and wrap. Strings are bytes: `size` counts them, and what
//! is not UTF-8 travels through the VM as lone surrogates.
//!
//! ```
//! use miniscript_core::{Config, Vm};
//! use miniscript_joy::{Ended, Host, Joy};
//!
//! struct Messages;
//!
//! impl Host for Messages {
//!     fn error(&mut self, text: &[u8]) {
//!         eprint!("{}", String::from_utf8_lossy(text));
//!     }
//! }
//!
//! let mut vm = Vm::new(Config::default()).expect("memory for a VM");
//! let mut joy = vm.enter(|cx| Joy::new(cx, Box::new(Messages)))?;
//! let program = b"DEFINE square == dup *.\n[1 2 3] [square] map.\n";
//! // Prints [1 4 9] where the VM has an output.
//! assert_eq!(vm.enter(|cx| joy.run(cx, program, "squares.joy"))?, Ended::End);
//! # Ok::<(), miniscript_core::Fault>(())
//! ```
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

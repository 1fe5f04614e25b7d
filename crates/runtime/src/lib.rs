//! The one crate an embedder of MiniScript adds.
//!
//! [`Vm::builder`] makes a virtual machine with the host's output, clock, files
//! and network behind it:
//!
//! ```
//! use miniscript_runtime::{Module, Vm};
//!
//! let geo = Module::new("geo").function("hypot", |a: f64, b: f64| a.hypot(b));
//! let mut vm = Vm::builder().module(geo).build()?;
//! vm.run_source("import geo\nside = geo.hypot(3.0, 4.0)", "example.py")?;
//! let side: f64 = vm.eval("side * 2")?;
//! assert_eq!(side, 10.0);
//! # Ok::<(), miniscript_runtime::Error>(())
//! ```
#![forbid(unsafe_code)]

mod builder;
mod error;
pub mod host;
mod vm;

pub use builder::Builder;
pub use error::Error;
pub use miniscript_core as core;
pub use miniscript_core::Module;
pub use miniscript_core::{
    Args, Blame, Context, Fault, InterruptHandle, Limits, Local, Refusal, Res, Root,
};
pub use miniscript_ext as ext;
pub use vm::{Handle, Vm};

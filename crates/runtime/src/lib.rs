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
//! let side: f64 = vm.eval("side * 2", ())?;
//! assert_eq!(side, 10.0);
//! # Ok::<(), miniscript_runtime::Error>(())
//! ```
#![forbid(unsafe_code)]

mod args;
mod builder;
mod code;
mod compiled;
mod error;
mod function;
pub mod host;
#[cfg(feature = "http")]
pub mod http;
#[cfg(not(feature = "http"))]
#[path = "no_http.rs"]
mod http;
mod inputs;
#[cfg(feature = "joy")]
pub mod joy;
#[cfg(feature = "plugins")]
mod plugins;
#[cfg(not(feature = "plugins"))]
#[path = "no_plugins.rs"]
mod plugins;
mod vm;

pub use args::CallArgs;
pub use builder::Builder;
pub use code::Code;
pub use compiled::Compiled;
pub use error::Error;
pub use function::Function;
pub use inputs::Inputs;
pub use miniscript_core as core;
pub use miniscript_core::{
    Args, Blame, Budget, Context, Fault, InterruptHandle, Limit, Limits, Local, Refusal, Res, Root,
    StackFrame,
};
pub use miniscript_ext as ext;
pub use miniscript_ext::Module;
pub use miniscript_stdlib::Stream;
pub use vm::{Handle, Vm};

/// The README's Rust is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

//! Opens shared libraries and registers the plugins they hold with a MiniScript VM.
//!
//! A plugin is written to `include/joy/plugin.h` and serves both languages. This crate
//! owns everything that is unsafe about it:
//! - [`Loader`] opens a library, checks it, reads its descriptor and remembers it: one
//!   loader belongs to one VM, in which a plugin's entry point runs once;
//! - [`Plugin`] and [`Word`] are what a front end sees: names, stack effects, and a call
//!   that takes values off the caller's stack (a [`Caller`]) and gives results back;
//! - [`Plugin::module`] is the same for MiniScript, [`Loader::plugins_module`] is
//!   `import plugins`;
//! - the `joy_*` functions, which C code calls, in `call::exports`. The executable must
//!   export them (see this crate's `build.rs`).
//!
//! A library that was loaded stays open until the process ends: functions registered
//! from it may be held by values of the VM, and a library that has touched a
//! thread-local with a destructor could not be unmapped anyway. The memory is bounded by
//! the number of plugins.
//!
//! No panic crosses into C, and C code is entered only where the native stack has the
//! room that core promises to foreign code.

mod abi;
mod call;
mod descriptor;
mod effect;
mod error;
mod library;
mod loader;
mod module;
mod plugin;
mod search;

pub use abi::API_VERSION;
pub use call::{Caller, Failure, Outcome};
pub use effect::Effect;
pub use error::LoadError;
pub use loader::{Loaded, Loader};
pub use plugin::{Plugin, Word};
pub use search::{find, find_in};

//! Values, heap, compiler, VM, tasks and registries of the MiniScript runtime
//! (Python 3 semantics, no_std).
//!
//! Embedders use the crate `miniscript-runtime`, authors of native modules
//! `miniscript-ext`; both are made of what this crate exports.
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod builtins;
pub mod compile;
mod features;
mod heap;
#[cfg(feature = "hints")]
mod hints;
#[cfg(not(feature = "hints"))]
#[path = "no_hints.rs"]
mod hints;
mod limits;
mod object;
mod registry;
#[cfg(feature = "compiler")]
pub mod syntax;
#[cfg(not(feature = "compiler"))]
#[path = "syntax/mode.rs"]
pub mod syntax;
mod task;
pub mod text;
mod value;
mod vm;

pub use builtins::protocol::{BinOp, Cmp, UnOp};
pub use builtins::traceback::caret_anchors;
pub use heap::{OutOfMemory, Stats};
pub use limits::{Budget, Limit, Limits};
pub use num_bigint;
pub use registry::{
    FUNCTIONS_PER_MODULE, Frozen, Function, MODULES, Module, ModuleInit, NativeClosure, Refusal,
};
pub use syntax::UnicodeData;
pub use vm::context::foreign;
pub use vm::context::{
    Args, Arity, Checkpoint, Context, Datum, Error, Exception, Fail, Local, Panic, Res, Scope,
    Slot, Trouble, Value,
};
pub use vm::fault::{Blame, Fault, StackFrame};
pub use vm::host::{
    Clock, Found, Input, LocalTime, ModuleSource, Output, Reactor, Warnings, Worker,
};
pub use vm::machine::{Config, Task, Vm};
pub use vm::native::{NativeDef, NativeFn};
pub use vm::native_class::{Base, Class, LenFn, StepFn};
pub use vm::program::Program;
pub use vm::roots::Root;
pub use vm::safepoint::InterruptHandle;
pub use vm::system;

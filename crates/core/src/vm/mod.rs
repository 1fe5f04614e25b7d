//! The virtual machine: dispatch, calls, exceptions, attribute access, modules.
//!
//! Raw layer (contract: `heap`), except `context`, whose safe interface is what
//! natives see.
#![allow(
    unsafe_op_in_unsafe_fn,
    reason = "raw layer: every function states its contract"
)]
#![allow(
    clippy::needless_borrow,
    reason = "rustc wants a reference that is made through a raw pointer to be visible"
)]

pub(crate) mod attr;
pub(crate) mod boot;
mod budget;
pub(crate) mod call;
pub(crate) mod collect;
pub(crate) mod context;
pub(crate) mod dispatch;
pub(crate) mod fault;
pub(crate) mod fiber;
pub(crate) mod finalize;
pub(crate) mod frames;
pub(crate) mod gather;
pub(crate) mod generator;
pub(crate) mod hooks;
pub(crate) mod host;
pub(crate) mod import;
pub(crate) mod intrinsic;
pub(crate) mod keyed;
pub(crate) mod link;
pub(crate) mod machine;
pub(crate) mod names;
pub(crate) mod native;
pub(crate) mod native_class;
pub(crate) mod program;
pub(crate) mod roots;
pub(crate) mod safepoint;
pub(crate) mod shapes;
pub(crate) mod shared_cache;
pub(crate) mod slow;
#[cfg(feature = "compiler")]
pub(crate) mod source;
#[cfg(not(feature = "compiler"))]
#[path = "no_compiler.rs"]
pub(crate) mod source;
pub(crate) mod state;
mod steps;
pub mod system;
pub(crate) mod types;
#[cfg(feature = "compiler")]
mod undecoded;
pub(crate) mod unwind;
#[cfg(feature = "compiler")]
mod wrong;

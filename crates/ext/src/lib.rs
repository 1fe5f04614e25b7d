//! How a native function looks to its author: conversions, module builders and futures for MiniScript.
//!
//! ```
//! use miniscript_ext::{Callable, Context, Module, Res};
//!
//! fn twice<'f>(cx: &mut Context<'f>, f: Callable<'f>, x: f64) -> Res<'f> {
//!     let once = f.call(cx, (x,))?;
//!     f.call(cx, (once,))
//! }
//!
//! let geo = Module::new("geo")
//!     .version("1.2.0")
//!     .doc("Plane geometry.")
//!     .constant("TAU", core::f64::consts::TAU)
//!     .function("hypot", |a: f64, b: f64| a.hypot(b))
//!     .function("scale(x, factor=2.0)", |x: f64, factor: f64| x * factor)
//!     .function("twice", twice);
//! ```
//!
//! A function's parameters convert by their types ([`FromArg`]), its result by
//! [`IntoValue`]. Natives come in these forms:
//! - a closure or `fn` of owned or lent arguments: `|a: f64, s: &str| ..`;
//! - a `fn` item that takes the [`Context`] first and returns [`Res`];
//! - a closure that does so, by [`with`] or [`closure!`];
//! - any of these whose result is [`pending`]: the call waits for a future, and
//!   the native's stack is free meanwhile ([`Context::wait`] waits in the middle);
//! - [`untyped`], which gets its arguments as they were passed.
//!
//! A [`Class`] describes a type of the module: its instances hold values and data of
//! Rust, scripts derive from it ([`Module::class`]).
//!
//! Names may carry a signature, `"scale(x, factor=2.0)"`: it names the parameters
//! for keyword calls and gives defaults. Without one they are positional only.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod arg;
mod bytes;
mod call;
mod callable;
mod fail;
mod module;
mod native;
mod pend;
mod rest;
mod seq;
mod signature;
#[cfg(doctest)]
mod soundness;
mod value;

pub use arg::{FromArg, Mismatch, Shape};
pub use bytes::Bytes;
pub use call::Site;
pub use callable::{Callable, IntoArg, IntoArgs};
pub use module::{Function, Module};
pub use native::{FromArgs, IntoNative, Untyped, With, untyped, with};
pub use pend::{Pending, pending};
pub use rest::{Kwargs, Rest};
pub use value::IntoValue;

pub use miniscript_core::caret_anchors;
pub use miniscript_core::{
    Args, Base, BinOp, Class, Cmp, Context, Error, Exception, FUNCTIONS_PER_MODULE, Fail, LenFn,
    Local, MODULES, NativeDef, NativeFn, Refusal, Res, Root, Scope, Slot, StepFn, UnOp, Value,
};

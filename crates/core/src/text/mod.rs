//! Text and number formatting: the pure functions behind the built-in types.
//!
//! Nothing here knows the heap or the VM. Text goes in as bytes in generalized UTF-8 (see
//! [`wtf8`]) and comes out through a [`Sink`], which may refuse: sizes a script controls never
//! reach an infallible allocation, and nothing here allocates by itself. Wording of errors is
//! CPython 3.11's; an error is an enum whose message is written on demand.

#![forbid(unsafe_code)]

pub mod codec;
pub mod float;
pub mod format;
pub mod int;
mod number;
pub mod percent;
pub mod repr;
mod sink;
pub(crate) mod siphash;
pub mod spec;
pub mod unicode;
pub(crate) mod word;
pub mod wtf8;

pub use sink::{Full, Sink, StackBuf};

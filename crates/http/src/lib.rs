//! A sans-IO HTTP client with drivers for mio and for tests, and MiniScript's http module.
//!
//! Three layers, each knowing only the ones above it in this list:
//!
//! - [`proto`]: URLs, request heads, response heads and body framing as pure functions and small
//!   state machines: bytes in, events out.
//! - [`client`]: exchanges, the connection pool, limits and timeouts. Time is an argument, the
//!   outside world a queue of actions.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod client;
mod error;
mod limits;
pub mod proto;
mod time;

pub use error::{Blame, Cause, Error, Failure, FailureKind, Phase};
pub use limits::{Limits, MAX_URL_BYTES};
pub use proto::{Headers, Request, Response, Url};
pub use time::Time;

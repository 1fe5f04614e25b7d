//! A sans-IO HTTP client with drivers for mio and for tests, and MiniScript's http module.
//!
//! Three layers, each knowing only the ones above it in this list:
//!
//! - [`proto`]: URLs, request heads, response heads and body framing as pure functions and small
//!   state machines: bytes in, events out.
//! - [`client`]: exchanges, the connection pool, limits and timeouts. Time is an argument, the
//!   outside world a queue of actions.
//! - [`driver`]: the contract for names, sockets and sleeping, its implementations, and [`Http`],
//!   the handle that joins a client to a driver.
//!
//! Beside them, with the feature `script`, stands the module `http` that scripts import.
//!
#![cfg_attr(feature = "sim", doc = "```")]
#![cfg_attr(not(feature = "sim"), doc = "```ignore")]
//! use miniscript_http::driver::sim::{Reply, SimNet};
//! use miniscript_http::{Http, Limits, Request};
//!
//! let net = SimNet::new();
//! net.host("hello.test", &["10.0.0.1"]);
//! net.server("10.0.0.1:80", |_connection, received| {
//!     received.clear();
//!     vec![Reply::bytes("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello")]
//! });
//! let http = Http::new(net.driver(), Limits::DEFAULT);
//! let response = http.fetch(Request::get("http://hello.test/")?)?;
//! assert_eq!(response.text(), "hello");
//! # Ok::<(), miniscript_http::Error>(())
//! ```
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod client;
pub mod driver;
mod error;
mod limits;
pub mod proto;
#[cfg(feature = "script")]
pub mod script;
mod sync;
mod time;

pub use driver::{ExchangeFuture, Http};
pub use error::{Blame, Cause, Error, Failure, FailureKind, Phase};
pub use limits::{Limits, MAX_URL_BYTES};
pub use proto::{Headers, Request, Response, Url};
pub use sync::MaybeSend;
pub use time::Time;

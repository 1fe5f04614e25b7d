//! The driver contract, its implementations, and the handle that joins a client to a driver.
//!
//! A driver knows names, sockets, time and sleep; it contains no HTTP. [`Http`] owns a
//! [`Client`](crate::client::Client) and a driver, moves bytes between the two, and gives each
//! request out as an [`ExchangeFuture`].
//!
//! The contract, for implementers (mio and smoltcp were both held against it):
//!
//! 1. Nothing blocks but [`Driver::park`]. `resolve` and `connect` only begin; their ends are
//!    hints that a later `park` reports.
//! 2. Hints are hints: they may be late, merged, spurious, or about a connection that has been
//!    closed since. The pump reacts by trying. After [`Sent::Full`] or [`Received::Empty`] the
//!    driver owes a [`Hint::Ready`] as soon as another try may succeed; before that it owes
//!    nothing, so an edge-triggered system (or mio on Windows, which re-arms only when an
//!    operation would block) needs no care. After `connect` it owes `Connected` or `Failed`, and
//!    after `Connected` a `Ready` when bytes arrive.
//! 3. A connection that failed, or that `connect` refused, is still the pump's to close or abort;
//!    all operations on an unknown connection are harmless.
//! 4. `park` returns early whenever it likes, and must when the waker of [`Driver::waker`] was
//!    woken since the last `park` reported [`Hint::Woken`], or when a signal arrived.
//! 5. `close` ends in good order (what was accepted by `send` still goes out), `abort` at once.

mod future;
mod handle;
mod pump;

#[cfg(feature = "mio")]
pub mod mio;
#[cfg(feature = "sim")]
pub mod sim;

use alloc::vec::Vec;
use core::net::{IpAddr, SocketAddr};
use core::task::Waker;

use crate::client::{ConnectionId, LookupId};
use crate::error::Failure;
use crate::sync::MaybeSend;
use crate::time::Time;

pub use future::ExchangeFuture;
pub use handle::{Counts, Http};

/// Names, sockets, time and sleep; the module's documentation is the contract.
pub trait Driver: MaybeSend {
    /// The time now, from a clock that never goes back.
    fn now(&self) -> Time;

    /// Begins to look up a host name; [`Hint::Resolved`] reports the addresses, best first.
    fn resolve(&mut self, lookup: LookupId, host: &str);

    /// Begins to open a connection.
    ///
    /// # Errors
    /// It is already known that this cannot succeed.
    fn connect(&mut self, connection: ConnectionId, address: SocketAddr) -> Result<(), Failure>;

    /// Sends as much of `bytes` as fits now.
    fn send(&mut self, connection: ConnectionId, bytes: &[u8]) -> Sent;

    /// Receives as much as is there and fits `buffer`, which is not empty.
    fn recv(&mut self, connection: ConnectionId, buffer: &mut [u8]) -> Received;

    /// Ends a connection in good order.
    fn close(&mut self, connection: ConnectionId);

    /// Ends a connection at once.
    fn abort(&mut self, connection: ConnectionId);

    /// Sleeps until something happens, `until` has come or the waker is woken, then appends what
    /// happened to `hints`. A time that has come already means: look, do not sleep.
    fn park(&mut self, until: Time, hints: &mut Vec<Hint>);

    /// A waker that ends the present or next `park`; usable from any thread.
    fn waker(&self) -> Waker;
}

/// What [`Driver::send`] achieved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// So many bytes were taken, at least one.
    Bytes(usize),
    /// Nothing fits now.
    Full,
    /// Nothing can be sent any more.
    Failed(Failure),
}

/// What [`Driver::recv`] achieved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received {
    /// So many bytes are in the buffer, at least one.
    Bytes(usize),
    /// Nothing is there now.
    Empty,
    /// The other side has closed in good order.
    Eof,
    /// Nothing can be received any more.
    Failed(Failure),
}

/// What a driver noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A lookup is over.
    Resolved(LookupId, Result<Vec<IpAddr>, Failure>),
    /// A connection is open.
    Connected(ConnectionId),
    /// A connection could not be opened, or broke.
    Failed(ConnectionId, Failure),
    /// It may be worth trying to send and receive.
    Ready(ConnectionId),
    /// The waker was woken, and this `park` has used that up.
    Woken,
}

//! The driver for desktop systems: non-blocking sockets through mio, lookups on helper threads.
//!
//! [`MioDriver`] sleeps in the system's poll; the waker and finished lookups end that sleep. It
//! needs the `mio` feature and the standard library.

mod failure;
mod lookup;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::net::SocketAddr;
use core::task::Waker;
use core::time::Duration;
use std::io::{self, ErrorKind, Read, Write};
use std::task::Wake;
use std::time::Instant;

use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

use super::{Driver, Hint, Received, Sent};
use crate::client::{ConnectionId, LookupId};
use crate::error::Failure;
use crate::time::Time;
use failure::failure;
use lookup::LookupThreads;
pub use lookup::{MAX_LOOKUP_THREADS, Resolve, SystemResolver};

/// The token of the waker; connections have the others.
const WAKER: Token = Token(usize::MAX);

/// Events taken from the system at once; the rest comes with the next poll.
const EVENTS: usize = 256;

/// Sockets through mio.
pub struct MioDriver {
    poll: Poll,
    events: Events,
    waker: Waker,
    start: Instant,
    lookups: LookupThreads,
    streams: BTreeMap<usize, Stream>,
    next_token: usize,
    tokens: BTreeMap<ConnectionId, usize>,
}

struct Stream {
    tcp: TcpStream,
    connection: ConnectionId,
    connecting: bool,
}

impl MioDriver {
    /// A driver that asks the system's name service.
    ///
    /// # Errors
    /// The system grants no poll or waker.
    pub fn new() -> io::Result<MioDriver> {
        MioDriver::with_resolver(SystemResolver)
    }

    /// A driver that asks `resolver`, on helper threads.
    ///
    /// # Errors
    /// The system grants no poll or waker.
    pub fn with_resolver(resolver: impl Resolve) -> io::Result<MioDriver> {
        let poll = Poll::new()?;
        let poll_waker = mio::Waker::new(poll.registry(), WAKER)?;
        let waker = Waker::from(Arc::new(PollWaker(poll_waker)));
        Ok(MioDriver {
            poll,
            events: Events::with_capacity(EVENTS),
            lookups: LookupThreads::new(Box::new(resolver), waker.clone()),
            waker,
            start: Instant::now(),
            streams: BTreeMap::new(),
            next_token: 0,
            tokens: BTreeMap::new(),
        })
    }

    fn stream(&mut self, connection: ConnectionId) -> Option<&mut Stream> {
        self.streams.get_mut(self.tokens.get(&connection)?)
    }

    fn forget(&mut self, connection: ConnectionId) {
        if let Some(token) = self.tokens.remove(&connection) {
            // Closing the socket takes it out of the poll.
            self.streams.remove(&token);
        }
    }

    /// A number that no stream has.
    fn fresh_token(&mut self) -> usize {
        loop {
            self.next_token = self.next_token.wrapping_add(1);
            if self.next_token != WAKER.0 && !self.streams.contains_key(&self.next_token) {
                return self.next_token;
            }
        }
    }
}

impl Driver for MioDriver {
    fn now(&self) -> Time {
        Time::new(self.start.elapsed())
    }

    fn resolve(&mut self, lookup: LookupId, host: &str) {
        self.lookups.begin(lookup, host);
    }

    fn connect(&mut self, connection: ConnectionId, address: SocketAddr) -> Result<(), Failure> {
        let mut tcp = TcpStream::connect(address).map_err(|error| failure(&error))?;
        let token = self.fresh_token();
        self.poll
            .registry()
            .register(
                &mut tcp,
                Token(token),
                Interest::READABLE | Interest::WRITABLE,
            )
            .map_err(|error| failure(&error))?;
        self.tokens.insert(connection, token);
        self.streams.insert(
            token,
            Stream {
                tcp,
                connection,
                connecting: true,
            },
        );
        Ok(())
    }

    fn send(&mut self, connection: ConnectionId, bytes: &[u8]) -> Sent {
        let Some(stream) = self.stream(connection) else {
            return Sent::Full;
        };
        loop {
            return match stream.tcp.write(bytes) {
                Ok(count) => Sent::Bytes(count),
                Err(error) => match error.kind() {
                    ErrorKind::Interrupted => continue,
                    ErrorKind::WouldBlock => Sent::Full,
                    _ => Sent::Failed(failure(&error)),
                },
            };
        }
    }

    fn recv(&mut self, connection: ConnectionId, buffer: &mut [u8]) -> Received {
        let Some(stream) = self.stream(connection) else {
            return Received::Empty;
        };
        loop {
            return match stream.tcp.read(buffer) {
                Ok(0) => Received::Eof,
                Ok(count) => Received::Bytes(count),
                Err(error) => match error.kind() {
                    ErrorKind::Interrupted => continue,
                    ErrorKind::WouldBlock => Received::Empty,
                    _ => Received::Failed(failure(&error)),
                },
            };
        }
    }

    fn close(&mut self, connection: ConnectionId) {
        self.forget(connection);
    }

    fn abort(&mut self, connection: ConnectionId) {
        // Unread bytes make the system send a reset; without any, a plain close says as much.
        self.forget(connection);
    }

    fn park(&mut self, until: Time, hints: &mut Vec<Hint>) {
        self.lookups.collect(hints);
        let timeout = match until {
            _ if !hints.is_empty() => Some(Duration::ZERO),
            Time::NEVER => None,
            _ => Some(until.since(self.now())),
        };
        // An interrupted poll (a signal) is an early return, which the contract allows. Other
        // errors mean that the poll itself is broken; the deadlines still end every exchange.
        let polled = self.poll.poll(&mut self.events, timeout);
        if polled.is_ok() {
            for event in &self.events {
                if event.token() == WAKER {
                    hints.push(Hint::Woken);
                } else if let Some(stream) = self.streams.get_mut(&event.token().0) {
                    hints.extend(stream.hint());
                }
            }
        }
        self.lookups.collect(hints);
    }

    fn waker(&self) -> Waker {
        self.waker.clone()
    }
}

impl Stream {
    /// What an event about this stream means.
    fn hint(&mut self) -> Option<Hint> {
        if !self.connecting {
            return Some(Hint::Ready(self.connection));
        }
        // The order that mio's documentation prescribes: the error, then whether there is a peer.
        if let Ok(Some(error)) | Err(error) = self.tcp.take_error() {
            return Some(Hint::Failed(self.connection, failure(&error)));
        }
        match self.tcp.peer_addr() {
            Ok(_) => {
                self.connecting = false;
                // Requests are written in one piece; waiting for more only delays them. A system
                // that cannot do it is slower, nothing else.
                let _ = self.tcp.set_nodelay(true);
                Some(Hint::Connected(self.connection))
            }
            Err(error) if is_pending(&error) => None,
            Err(error) => Some(Hint::Failed(self.connection, failure(&error))),
        }
    }
}

fn is_pending(error: &io::Error) -> bool {
    // EINPROGRESS has no stable kind of its own everywhere; "not connected" means the same here.
    const EINPROGRESS: [i32; 3] = [115, 36, 10036];
    matches!(
        error.kind(),
        ErrorKind::NotConnected | ErrorKind::WouldBlock
    ) || error
        .raw_os_error()
        .is_some_and(|code| EINPROGRESS.contains(&code))
}

struct PollWaker(mio::Waker);

impl Wake for PollWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        // It fails only when the poll is gone, and then nobody sleeps in it.
        let _ = self.0.wake();
    }
}

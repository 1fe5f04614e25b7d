//! The HTTP client without IO: exchanges, the connection pool, limits and timeouts.
//!
//! A [`Client`] is fed (a request, a finished lookup, a connection's bytes, the time) and answers
//! with [`Action`]s for whoever owns the sockets, which is [`driver`](crate::driver)'s pump. It
//! reads no clock, opens nothing, and never waits. Invariants:
//!
//! - an exchange is in exactly one place: the queue, a lookup's list of waiters, or a connection;
//! - a connection id is used once, so a late event about a connection that is gone is recognised
//!   and ignored;
//! - each submitted exchange ends in one [`Action::Finished`], unless it is cancelled.
//!
//! The way of one exchange, and the phase its errors name:
//!
//! ```text
//!   Queued -> Resolving -> Connecting -> Sending -> Waiting -> Reading -> Done
//!      |          ^            ^            |          |
//!      |          +------------+--[stale]---+----------+
//!      +--[idle connection]--> Sending
//! ```
//!
//! `Resolving` is skipped for addresses. An answer may begin while the request is still being
//! sent. `stale` is the one retry that RFC 9112, section 9.3.1 allows: a *reused* connection that
//! the server had closed meanwhile, when no byte of an answer has come and the method is
//! idempotent (or no byte was sent). It happens once, on a fresh connection.

mod connection;
mod deadlines;
mod exchange;
mod lookups;
mod pool;
mod transfer;

use alloc::collections::{BTreeMap, VecDeque};
use alloc::string::{String, ToString};
use core::fmt;
use core::net::SocketAddr;

use crate::error::{Cause, Error, Phase};
use crate::limits::Limits;
use crate::proto::{Exceeded, Host, Request, Response, Scheme};
use crate::time::Time;
use connection::{Connection, Stage};
use exchange::Exchange;
use lookups::Lookups;
use pool::Pool;

/// Names one exchange of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExchangeId(u64);

/// Names one connection of a client; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionId(u64);

/// Names one lookup of a client; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LookupId(u64);

/// What the client wants done.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// Look up a host name and report [`Client::resolved`].
    Resolve(LookupId, String),
    /// Open a connection and report [`Client::connected`] or [`Client::failed`].
    Connect(ConnectionId, SocketAddr),
    /// There are bytes to send: take them from [`Client::outgoing`] until it is empty.
    Send(ConnectionId),
    /// Close in good order: nothing is under way.
    Close(ConnectionId),
    /// Close at once: something is under way, or the other side broke the protocol.
    Abort(ConnectionId),
    /// An exchange is over.
    Finished(ExchangeId, Result<Response, Error>),
}

/// The state of all exchanges and connections.
pub struct Client {
    limits: Limits,
    /// The next number for an id of any kind.
    next_id: u64,
    /// The exchanges in flight.
    exchanges: BTreeMap<ExchangeId, Exchange>,
    /// The requests that wait for a place, oldest first.
    queue: VecDeque<(ExchangeId, Request)>,
    connections: BTreeMap<ConnectionId, Connection>,
    pool: Pool,
    lookups: Lookups,
    actions: VecDeque<Action>,
}

impl Client {
    /// A client without connections.
    pub fn new(limits: Limits) -> Client {
        Client {
            limits,
            next_id: 0,
            exchanges: BTreeMap::new(),
            queue: VecDeque::new(),
            connections: BTreeMap::new(),
            pool: Pool::default(),
            lookups: Lookups::default(),
            actions: VecDeque::new(),
        }
    }

    /// Begins an exchange, or queues it if [`Limits::in_flight`] are under way. What stands
    /// against it is reported as any other end, by [`Action::Finished`].
    pub fn submit(&mut self, request: Request, now: Time) -> ExchangeId {
        let id = ExchangeId(self.fresh_id());
        let url = request.url().to_string();
        if request.url().origin().scheme == Scheme::Https {
            let error = Error::new(&url, None, Cause::TlsMissing);
            self.actions.push_back(Action::Finished(id, Err(error)));
        } else if self.queue.len() >= self.limits.queued && self.is_full() {
            let exceeded = Exceeded::new("the queue of requests", "queued", self.limits.queued);
            let error = Error::new(&url, Some(Phase::Queued), Cause::Limit(exceeded));
            self.actions.push_back(Action::Finished(id, Err(error)));
        } else {
            self.queue.push_back((id, request));
            self.admit(now);
        }
        id
    }

    /// Ends an exchange without a report; its connection is closed.
    pub fn cancel(&mut self, id: ExchangeId, now: Time) {
        let Some(exchange) = self.exchanges.remove(&id) else {
            return self.queue.retain(|(queued, _)| *queued != id);
        };
        self.lookups.forget(id);
        if let Some(connection) = exchange.connection {
            self.drop_connection(connection, Action::Abort(connection));
        }
        self.admit(now);
    }

    /// What to do next; none when all is done.
    pub fn next_action(&mut self) -> Option<Action> {
        self.actions.pop_front()
    }

    /// Exchanges that are resolving, connecting, sending or receiving.
    pub fn in_flight(&self) -> usize {
        self.exchanges.len()
    }

    /// Exchanges that wait for a place.
    pub fn queued(&self) -> usize {
        self.queue.len()
    }

    /// Connections that are open or being opened.
    pub fn open_connections(&self) -> usize {
        self.connections.len()
    }

    /// Connections that wait for an exchange.
    pub fn idle_connections(&self) -> usize {
        self.pool.len()
    }

    /// Whether the client knows the connection: not once it has asked for its end.
    pub fn has_connection(&self, id: ConnectionId) -> bool {
        self.connections.contains_key(&id)
    }

    fn is_full(&self) -> bool {
        self.in_flight() >= self.limits.in_flight
    }

    fn fresh_id(&mut self) -> u64 {
        // 2^64 exchanges do not happen.
        self.next_id = self.next_id.wrapping_add(1);
        self.next_id
    }

    /// Moves exchanges from the queue into free places.
    fn admit(&mut self, now: Time) {
        while !self.is_full()
            && let Some((id, request)) = self.queue.pop_front()
        {
            let time = request.own_timeout().unwrap_or(self.limits.exchange_time);
            let idle = self.pool.take(request.url().origin());
            self.exchanges
                .insert(id, Exchange::new(request, time, now + time));
            match idle {
                Some(connection) => self.reuse(id, connection),
                None => self.open(id, now),
            }
        }
    }

    /// Gives an idle connection to an exchange.
    fn reuse(&mut self, id: ExchangeId, connection_id: ConnectionId) {
        let (Some(exchange), Some(connection)) = (
            self.exchanges.get_mut(&id),
            self.connections.get_mut(&connection_id),
        ) else {
            return;
        };
        exchange.phase = Phase::Sending;
        exchange.connection = Some(connection_id);
        connection.stage = Stage::Reused;
        connection.begin(id, &exchange.request, &self.limits);
        self.actions.push_back(Action::Send(connection_id));
    }

    /// Starts on a connection of its own: by a lookup, or at once if the host is an address.
    fn open(&mut self, id: ExchangeId, now: Time) {
        let Some(exchange) = self.exchanges.get_mut(&id) else {
            return;
        };
        exchange.restart();
        match &exchange.request.url().origin().host {
            Host::Address(address) => {
                exchange.addresses.push_back(*address);
                self.connect_next(id, now);
            }
            Host::Name(name) => {
                exchange.phase = Phase::Resolving;
                let name = name.clone();
                self.look_up(id, name);
            }
        }
    }

    /// Opens a connection to the exchange's next address.
    fn connect_next(&mut self, id: ExchangeId, now: Time) {
        let connection_id = ConnectionId(self.fresh_id());
        let Some(exchange) = self.exchanges.get_mut(&id) else {
            return;
        };
        exchange.phase = Phase::Connecting;
        let Some(address) = exchange.addresses.pop_front() else {
            let cause = exchange.connect_failure();
            return self.finish(id, Err(cause), now);
        };
        let address = SocketAddr::new(address, exchange.request.url().origin().port);
        exchange.address = Some(address);
        exchange.connect_deadline = now + self.limits.connect_time;
        exchange.connection = Some(connection_id);
        let mut connection = Connection::new(exchange.request.url().origin().clone());
        connection.begin(id, &exchange.request, &self.limits);
        self.connections.insert(connection_id, connection);
        self.actions
            .push_back(Action::Connect(connection_id, address));
    }

    /// Reports the end of an exchange and lets the next one in. A connection that the exchange
    /// still holds is aborted; one that survives has been handed to the pool before.
    fn finish(&mut self, id: ExchangeId, outcome: Result<Response, Cause>, now: Time) {
        let Some(exchange) = self.exchanges.remove(&id) else {
            return;
        };
        self.lookups.forget(id);
        if let Some(connection) = exchange.connection {
            self.drop_connection(connection, Action::Abort(connection));
        }
        let url = exchange.request.url();
        let outcome =
            outcome.map_err(|cause| Error::new(&url.to_string(), Some(exchange.phase), cause));
        self.actions.push_back(Action::Finished(id, outcome));
        self.admit(now);
    }

    /// Forgets a connection, and tells the driver how it ends.
    fn drop_connection(&mut self, id: ConnectionId, end: Action) {
        self.pool.remove(id);
        if self.connections.remove(&id).is_some() {
            self.actions.push_back(end);
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("in_flight", &self.in_flight())
            .field("queued", &self.queued())
            .field("open_connections", &self.open_connections())
            .field("idle_connections", &self.idle_connections())
            .finish_non_exhaustive()
    }
}

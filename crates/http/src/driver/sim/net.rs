//! The simulated world: hosts, servers, faults and the clock.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::net::{IpAddr, SocketAddr};
use core::time::Duration;

use super::connection::SimConnection;
use super::driver::SimDriver;
use crate::client::{ConnectionId, LookupId};
use crate::driver::Hint;
use crate::sync::{Lock, MaybeSend, Shared};
use crate::time::Time;

/// What a server does next; the delay counts from the end of its previous reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It sends bytes after a while.
    Bytes(Duration, Vec<u8>),
    /// It closes in good order after a while.
    Close(Duration),
    /// It resets the connection after a while.
    Reset(Duration),
}

/// How the network misbehaves; the default is not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// The most bytes that one `recv` gives; 0 for no bound. 1 delivers byte by byte.
    pub recv_bytes: usize,
    /// The most bytes that one `send` takes; 0 for no bound.
    pub send_bytes: usize,
    /// How long bytes and connection attempts are on their way.
    pub latency: Duration,
    /// Seeds random sizes, random Full and Empty, and spurious hints; 0 for none of them.
    pub seed: u64,
}

/// A handle on a simulated network; all clones are the same network.
#[derive(Clone)]
pub struct SimNet(pub(super) Shared<Lock<World>>);

/// Gets a connection's number (from 0, per server) and the bytes that it has not consumed yet.
type Behaviour = Box<dyn Script>;

trait Script: MaybeSend {
    fn answer(&mut self, connection: usize, received: &mut Vec<u8>) -> Vec<Reply>;
}

impl<F: FnMut(usize, &mut Vec<u8>) -> Vec<Reply> + MaybeSend> Script for F {
    fn answer(&mut self, connection: usize, received: &mut Vec<u8>) -> Vec<Reply> {
        self(connection, received)
    }
}

pub(super) struct World {
    pub(super) now: Time,
    pub(super) faults: Faults,
    pub(super) random: u64,
    pub(super) hosts: BTreeMap<String, (Duration, Vec<IpAddr>)>,
    servers: BTreeMap<SocketAddr, Server>,
    /// Addresses that swallow connection attempts.
    pub(super) holes: Vec<SocketAddr>,
    pub(super) connections: BTreeMap<ConnectionId, SimConnection>,
    /// Hints that become visible at a time, in order.
    pub(super) agenda: BTreeMap<(Time, u64), Hint>,
    next_event: u64,
    /// The lookups that were begun.
    lookups: Vec<(LookupId, String)>,
}

struct Server {
    behaviour: Behaviour,
    accepted: usize,
}

impl SimNet {
    /// An empty network at time zero: no host is known, every connection is refused.
    #[allow(
        clippy::new_without_default,
        reason = "a network is not a value with a default"
    )]
    pub fn new() -> SimNet {
        SimNet(Shared::new(Lock::new(World {
            now: Time::ZERO,
            faults: Faults::default(),
            random: 0,
            hosts: BTreeMap::new(),
            servers: BTreeMap::new(),
            holes: Vec::new(),
            connections: BTreeMap::new(),
            agenda: BTreeMap::new(),
            next_event: 0,
            lookups: Vec::new(),
        })))
    }

    /// A driver in this network.
    pub fn driver(&self) -> SimDriver {
        SimDriver::new(self.clone())
    }

    /// Makes a name known; addresses that cannot be parsed are left out.
    pub fn host(&self, name: &str, addresses: &[&str]) {
        self.slow_host(name, addresses, Duration::ZERO);
    }

    /// Makes a name known whose lookup takes `delay`. Without addresses it is unknown, slowly.
    pub fn slow_host(&self, name: &str, addresses: &[&str], delay: Duration) {
        let parsed = addresses
            .iter()
            .filter_map(|address| address.parse().ok())
            .collect();
        self.0
            .with(|world| world.hosts.insert(name.to_string(), (delay, parsed)));
    }

    /// Starts a server at an address such as `10.0.0.1:80`; nothing happens if it cannot be
    /// parsed. `behaviour` is called whenever bytes have come, with the number of the connection
    /// and the bytes that it has not yet removed; it must not use this network itself.
    pub fn server(
        &self,
        address: &str,
        behaviour: impl FnMut(usize, &mut Vec<u8>) -> Vec<Reply> + MaybeSend + 'static,
    ) {
        if let Ok(address) = address.parse() {
            let server = Server {
                behaviour: Box::new(behaviour),
                accepted: 0,
            };
            self.0.with(|world| world.servers.insert(address, server));
        }
    }

    /// Makes an address swallow connection attempts: they never end.
    pub fn hole(&self, address: &str) {
        if let Ok(address) = address.parse() {
            self.0.with(|world| world.holes.push(address));
        }
    }

    /// Sets how the network misbehaves from now on.
    pub fn faults(&self, faults: Faults) {
        self.0.with(|world| {
            world.faults = faults;
            world.random = faults.seed;
        });
    }

    /// The virtual time.
    pub fn now(&self) -> Time {
        self.0.with(|world| world.now)
    }

    /// How many connections the server at an address has accepted.
    pub fn accepted(&self, address: &str) -> usize {
        let Ok(address) = address.parse::<SocketAddr>() else {
            return 0;
        };
        self.0.with(|world| {
            world
                .servers
                .get(&address)
                .map_or(0, |server| server.accepted)
        })
    }

    /// How many connections the client holds.
    pub fn open_connections(&self) -> usize {
        self.0.with(|world| world.connections.len())
    }

    /// The names that were looked up, in order.
    pub fn lookups(&self) -> Vec<String> {
        self.0
            .with(|world| world.lookups.iter().map(|(_, host)| host.clone()).collect())
    }
}

impl Reply {
    /// Bytes without delay.
    pub fn bytes(bytes: impl Into<Vec<u8>>) -> Reply {
        Reply::Bytes(Duration::ZERO, bytes.into())
    }

    /// Bytes after a while.
    pub fn later(delay: Duration, bytes: impl Into<Vec<u8>>) -> Reply {
        Reply::Bytes(delay, bytes.into())
    }

    /// A close in good order, without delay.
    pub fn close() -> Reply {
        Reply::Close(Duration::ZERO)
    }

    /// A reset, without delay.
    pub fn reset() -> Reply {
        Reply::Reset(Duration::ZERO)
    }
}

impl World {
    /// Makes a hint visible at a time.
    pub(super) fn schedule(&mut self, at: Time, hint: Hint) {
        self.next_event = self.next_event.wrapping_add(1);
        self.agenda.insert((at, self.next_event), hint);
    }

    /// Notes that a lookup was begun.
    pub(super) fn begin_lookup(&mut self, lookup: LookupId, host: &str) {
        self.lookups.push((lookup, host.to_string()));
    }

    /// Whether a server listens.
    pub(super) fn listens(&self, address: SocketAddr) -> bool {
        self.servers.contains_key(&address)
    }

    /// A server accepts; the connection's number.
    pub(super) fn accept(&mut self, address: SocketAddr) -> usize {
        let Some(server) = self.servers.get_mut(&address) else {
            return 0;
        };
        server.accepted += 1;
        server.accepted - 1
    }

    /// Gives a server the bytes that were sent, and schedules what it answers.
    pub(super) fn serve(&mut self, id: ConnectionId) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        let Some(server) = self.servers.get_mut(&connection.address) else {
            return;
        };
        let replies = server
            .behaviour
            .answer(connection.number, &mut connection.at_server);
        let mut at = (self.now + self.faults.latency).max(connection.busy_until);
        let mut times = Vec::new();
        for reply in replies {
            at = at + connection.queue(at + reply.delay(), reply);
            times.push(at);
        }
        connection.busy_until = at;
        for time in times {
            self.schedule(time, Hint::Ready(id));
        }
    }

    /// The next number of the seeded sequence; 0 if there is no seed.
    pub(super) fn roll(&mut self) -> u64 {
        if self.random == 0 {
            return 0;
        }
        // xorshift64, from Marsaglia's "Xorshift RNGs".
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }
}

impl Reply {
    pub(super) fn delay(&self) -> Duration {
        match self {
            Reply::Bytes(delay, _) | Reply::Close(delay) | Reply::Reset(delay) => *delay,
        }
    }
}

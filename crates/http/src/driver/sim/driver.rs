//! The driver of a simulated network.

use alloc::vec::Vec;
use core::net::SocketAddr;
use core::task::Waker;

use super::connection::SimConnection;
use super::net::{SimNet, World};
use crate::client::{ConnectionId, LookupId};
use crate::driver::{Driver, Hint, Received, Sent};
use crate::error::{Failure, FailureKind};
use crate::time::Time;

/// A client's way into a [`SimNet`].
///
/// Its waker does nothing: `park` never sleeps, it moves the virtual clock to the next event or
/// to `until`, whichever is first. With neither it returns at once.
pub struct SimDriver {
    net: SimNet,
}

impl SimDriver {
    pub(super) fn new(net: SimNet) -> SimDriver {
        SimDriver { net }
    }
}

impl Driver for SimDriver {
    fn now(&self) -> Time {
        self.net.now()
    }

    fn resolve(&mut self, lookup: LookupId, host: &str) {
        self.net.0.with(|world| {
            world.begin_lookup(lookup, host);
            let unknown = Failure::new(FailureKind::UnknownHost, "no such name in the simulation");
            let (delay, result) = match world.hosts.get(host) {
                Some((delay, addresses)) if addresses.is_empty() => (*delay, Err(unknown)),
                Some((delay, addresses)) => (*delay, Ok(addresses.clone())),
                None => (world.faults.latency, Err(unknown)),
            };
            world.schedule(world.now + delay, Hint::Resolved(lookup, result));
        });
    }

    fn connect(&mut self, connection: ConnectionId, address: SocketAddr) -> Result<(), Failure> {
        self.net.0.with(|world| {
            let arrival = world.now + world.faults.latency;
            if world.holes.contains(&address) {
                world
                    .connections
                    .insert(connection, SimConnection::new(address, 0));
            } else if world.listens(address) {
                let number = world.accept(address);
                world
                    .connections
                    .insert(connection, SimConnection::new(address, number));
                world.schedule(arrival, Hint::Connected(connection));
            } else {
                let refused = Failure::new(FailureKind::Refused, "");
                world.schedule(arrival, Hint::Failed(connection, refused));
            }
        });
        Ok(())
    }

    fn send(&mut self, connection: ConnectionId, bytes: &[u8]) -> Sent {
        self.net.0.with(|world| {
            let now = world.now;
            let (limit, roll) = (world.faults.send_bytes, world.roll());
            let Some(sim) = world.connections.get_mut(&connection) else {
                return Sent::Full;
            };
            if sim.is_reset(now) {
                return Sent::Failed(Failure::new(FailureKind::Reset, ""));
            }
            if roll % 4 == 1 {
                world.schedule(now, Hint::Ready(connection));
                return Sent::Full;
            }
            let count = bounded(bytes.len(), limit, roll);
            sim.at_server
                .extend_from_slice(bytes.get(..count).unwrap_or(bytes));
            world.serve(connection);
            Sent::Bytes(count)
        })
    }

    fn recv(&mut self, connection: ConnectionId, buffer: &mut [u8]) -> Received {
        self.net.0.with(|world| {
            let now = world.now;
            let (limit, roll) = (world.faults.recv_bytes, world.roll());
            let Some(sim) = world.connections.get_mut(&connection) else {
                return Received::Empty;
            };
            if roll % 4 == 1 {
                world.schedule(now, Hint::Ready(connection));
                return Received::Empty;
            }
            let count = bounded(buffer.len(), limit, roll);
            match buffer.get_mut(..count) {
                Some(part) => sim.recv(now, part),
                None => sim.recv(now, buffer),
            }
        })
    }

    fn close(&mut self, connection: ConnectionId) {
        self.net
            .0
            .with(|world| world.connections.remove(&connection));
    }

    fn abort(&mut self, connection: ConnectionId) {
        self.close(connection);
    }

    fn park(&mut self, until: Time, hints: &mut Vec<Hint>) {
        self.net.0.with(|world| {
            let next = world.agenda.first_key_value().map(|((at, _), _)| *at);
            let wake = next.map_or(until, |next| next.min(until));
            if wake != Time::NEVER {
                world.now = world.now.max(wake);
            }
            take_due(world, hints);
        });
    }

    fn waker(&self) -> Waker {
        Waker::noop().clone()
    }
}

/// Moves what has happened by now to `hints`.
fn take_due(world: &mut World, hints: &mut Vec<Hint>) {
    while let Some(((at, number), hint)) = world.agenda.pop_first() {
        if at > world.now {
            world.agenda.insert((at, number), hint);
            return;
        }
        // A spurious hint before, sometimes.
        if let Hint::Ready(connection) = &hint
            && world.roll() % 4 == 2
        {
            hints.push(Hint::Ready(*connection));
        }
        hints.push(hint);
    }
}

/// At most `limit` of `count`, or a random part of it; at least one.
fn bounded(count: usize, limit: usize, roll: u64) -> usize {
    let count = if limit == 0 { count } else { count.min(limit) };
    match usize::try_from(roll >> 8) {
        Ok(random) if roll != 0 => (random % count.max(1) + 1).min(count),
        _ => count,
    }
}

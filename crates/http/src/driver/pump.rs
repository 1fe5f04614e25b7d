//! Moves actions, hints and bytes between a client and a driver; contains neither HTTP nor IO.
//!
//! Called by [`Http`](super::Http) alone, under its lock. One turn takes in what was submitted,
//! does what the client asks for, sleeps at most once, and handles what the driver noticed.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::task::Waker;

use super::future::{Command, Door, Outcome, Slot, SlotId};
use super::{Driver, Hint, Received, Sent};
use crate::client::{Action, Client, ConnectionId, ExchangeId};
use crate::error::{Cause, Error};
use crate::sync::{Lock, Shared};
use crate::time::Time;

/// Bytes read at once.
const READ_BYTES: usize = 16_384;

/// Reads from one connection before the others have their turn: a fast sender must not starve
/// them, nor keep timers from being seen.
const READS_IN_A_ROW: usize = 32;

/// What a turn has finished. The outcomes are in their slots; the wakers are to be called once
/// nobody is inside the pump, since a waker may run anything.
#[derive(Default)]
pub(super) struct Finished {
    count: usize,
    wakers: Vec<Waker>,
}

impl Finished {
    /// Wakes whoever waits for what was finished.
    pub(super) fn wake(self) {
        for waker in self.wakers {
            waker.wake();
        }
    }

    fn put(&mut self, slot: &Lock<Slot>, outcome: Outcome) {
        self.count += 1;
        self.wakers.extend(slot.with(|slot| slot.put(outcome)));
    }
}

pub(super) struct Pump {
    client: Client,
    driver: Box<dyn Driver>,
    slots: BTreeMap<ExchangeId, Shared<Lock<Slot>>>,
    /// Connections that were left with bytes to read.
    unread: Vec<ConnectionId>,
    hints: Vec<Hint>,
    /// Whether the waker was woken during the present turn.
    woken: bool,
    buffer: Vec<u8>,
}

impl Pump {
    pub(super) fn new(client: Client, driver: Box<dyn Driver>) -> Pump {
        Pump {
            client,
            driver,
            slots: BTreeMap::new(),
            unread: Vec::new(),
            hints: Vec::new(),
            woken: false,
            buffer: vec![0; READ_BYTES],
        }
    }

    pub(super) fn now(&self) -> Time {
        self.driver.now()
    }

    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    /// One turn; sleeps until `until` at the latest, and not at all if it has finished exchanges
    /// to report or was woken.
    pub(super) fn turn(&mut self, door: &Door, until: Time) -> Finished {
        let mut finished = Finished::default();
        self.woken = false;
        if door.has_commands() && self.client.idle_connections() > 0 {
            // Connections that the server closed meanwhile must leave the pool before a request
            // that cannot be sent twice takes one of them.
            self.look(Time::ZERO, &mut finished);
        }
        // Taken after the look, which may have used up the wake of a command's arrival.
        for command in door.take_commands() {
            self.obey(command);
        }
        self.client.advance(self.driver.now());
        self.read_on(&mut finished);
        self.act(&mut finished);
        let now = self.driver.now();
        let until = if finished.count == 0 && self.unread.is_empty() && !self.woken {
            self.client
                .next_deadline()
                .map_or(until, |deadline| deadline.min(until))
        } else {
            now
        };
        self.look(until, &mut finished);
        self.client.advance(self.driver.now());
        self.act(&mut finished);
        finished
    }

    /// Ends every exchange with the error that the client is gone.
    pub(super) fn stop(&mut self, door: &Door) -> Finished {
        let mut finished = Finished::default();
        for command in door.take_commands() {
            self.obey(command);
        }
        for slot in core::mem::take(&mut self.slots).into_values() {
            let url = slot.with(|slot| core::mem::take(&mut slot.url));
            finished.put(&slot, Err(Error::new(&url, None, Cause::Stopped)));
        }
        finished
    }

    fn obey(&mut self, command: Command) {
        let now = self.driver.now();
        match command {
            Command::Submit(request, slot) => {
                let id = self.client.submit(*request, now);
                slot.with(|slot| slot.id = SlotId::Submitted(id));
                self.slots.insert(id, slot);
            }
            Command::Cancel(slot) => {
                if let SlotId::Submitted(id) = slot.with(|slot| slot.id) {
                    self.slots.remove(&id);
                    self.client.cancel(id, now);
                }
            }
        }
    }

    /// Sleeps, then handles what the driver noticed.
    fn look(&mut self, until: Time, finished: &mut Finished) {
        let mut hints = core::mem::take(&mut self.hints);
        self.driver.park(until, &mut hints);
        let now = self.driver.now();
        for hint in hints.drain(..) {
            match hint {
                Hint::Resolved(lookup, result) => self.client.resolved(lookup, result, now),
                Hint::Connected(connection) => {
                    self.client.connected(connection);
                    // The same event may have told that bytes are there.
                    self.act(finished);
                    self.receive(connection);
                }
                Hint::Failed(connection, failure) => self.client.failed(connection, failure, now),
                Hint::Ready(connection) => {
                    self.send(connection);
                    self.receive(connection);
                }
                Hint::Woken => self.woken = true,
            }
            self.act(finished);
        }
        self.hints = hints;
    }

    /// Does what the client asks for, until it asks for nothing more.
    fn act(&mut self, finished: &mut Finished) {
        while let Some(action) = self.client.next_action() {
            match action {
                Action::Resolve(lookup, host) => self.driver.resolve(lookup, &host),
                Action::Connect(connection, address) => {
                    if let Err(failure) = self.driver.connect(connection, address) {
                        self.client.failed(connection, failure, self.driver.now());
                    }
                }
                Action::Send(connection) => self.send(connection),
                Action::Close(connection) => self.driver.close(connection),
                Action::Abort(connection) => self.driver.abort(connection),
                Action::Finished(id, outcome) => {
                    if let Some(slot) = self.slots.remove(&id) {
                        finished.put(&slot, outcome);
                    }
                }
            }
        }
    }

    /// Sends until the driver is full or nothing is left.
    fn send(&mut self, connection: ConnectionId) {
        loop {
            let bytes = self.client.outgoing(connection);
            if bytes.is_empty() {
                return;
            }
            match self.driver.send(connection, bytes) {
                Sent::Bytes(count) => self.client.sent(connection, count),
                Sent::Full => return,
                Sent::Failed(_) => {
                    self.client.send_failed(connection);
                    // What the server said, or why it went, is told by receiving.
                    return self.receive(connection);
                }
            }
        }
    }

    /// Receives until nothing is there, the connection ends, or it is the others' turn.
    fn receive(&mut self, connection: ConnectionId) {
        for _ in 0..READS_IN_A_ROW {
            if !self.client.has_connection(connection) {
                return;
            }
            let received = self.driver.recv(connection, &mut self.buffer);
            let now = self.driver.now();
            match received {
                Received::Bytes(count) => {
                    let bytes = self.buffer.get(..count).unwrap_or(&self.buffer);
                    self.client.received(connection, bytes, now);
                }
                Received::Empty => return,
                Received::Eof => return self.client.closed(connection, now),
                Received::Failed(failure) => {
                    return self.client.failed(connection, failure, now);
                }
            }
        }
        self.unread.push(connection);
    }

    /// Goes on where `receive` broke off.
    fn read_on(&mut self, finished: &mut Finished) {
        for connection in core::mem::take(&mut self.unread) {
            self.receive(connection);
            self.act(finished);
        }
    }
}

/// The URL of a request whose answer may never come, for the error that says so.
pub(super) fn url_of(request: &crate::proto::Request) -> String {
    alloc::format!("{}", request.url())
}

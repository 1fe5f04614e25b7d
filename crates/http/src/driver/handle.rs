//! The handle that an embedder, an event loop and MiniScript's `http` module share.
//!
//! [`Http`] is cheap to clone; all clones are one client with one pool. Starting and cancelling
//! exchanges never waits; [`Http::poll`] is where an event loop sleeps.

use alloc::boxed::Box;
use core::fmt;
use core::task::Waker;
use core::time::Duration;

use super::Driver;
use super::future::{Door, ExchangeFuture};
use super::pump::Pump;
use crate::client::Client;
use crate::error::{Cause, Error};
use crate::limits::Limits;
use crate::proto::{Request, Response};
use crate::sync::{Gate, Shared};
use crate::time::Time;

/// A client joined to a driver; `Send` and `Sync` with the `std` feature.
#[derive(Clone)]
pub struct Http(Shared<Core>);

struct Core {
    door: Shared<Door>,
    pump: Gate<Pump>,
}

impl Http {
    /// Joins a new client to a driver.
    pub fn new(driver: impl Driver + 'static, limits: Limits) -> Http {
        let door = Shared::new(Door::new(driver.waker()));
        let pump = Gate::new(Pump::new(Client::new(limits), Box::new(driver)));
        Http(Shared::new(Core { door, pump }))
    }

    /// Starts an exchange. It makes progress in [`Http::poll`]; what is wrong with it is told by
    /// the future, never here.
    pub fn start(&self, request: Request) -> ExchangeFuture {
        ExchangeFuture::submit(&self.0.door, request)
    }

    /// Makes progress: sleeps until something happens, but no longer than `timeout` (none: as
    /// long as it takes, zero: not at all), and wakes the futures whose exchanges are over.
    ///
    /// Returns early at will: when anything has happened, when the waker of [`Http::waker`] was
    /// woken, when a signal came. Callers loop around their own condition. One thread at a time
    /// is inside; a second one waits for the first to come out. Called from within itself (by a
    /// simulated server) it would wait for itself, without `std` it does nothing.
    pub fn poll(&self, timeout: Option<Duration>) {
        self.poll_unless(|| false, timeout);
    }

    /// Ends the present or next sleep in [`Http::poll`]; `Clone`, and usable from any thread.
    pub fn waker(&self) -> Waker {
        self.0.door.waker().clone()
    }

    /// Fetches, and keeps the calling thread until the answer is there: for hosts without an
    /// event loop, and for tests.
    ///
    /// # Errors
    /// Whatever keeps the response from being there.
    pub fn fetch(&self, request: Request) -> Result<Response, Error> {
        let url = super::pump::url_of(&request);
        let mut exchange = self.start(request);
        while !exchange.is_finished() {
            // Another thread may finish our exchange while we wait for it to come out.
            let polled = self.poll_unless(|| exchange.is_finished(), None);
            if !polled && !exchange.is_finished() {
                let cause = Cause::Bug("fetch was called from within the client's own loop");
                return Err(Error::new(&url, None, cause));
            }
        }
        let lost = || Err(Error::new(&url, None, Cause::Bug("an answer got lost")));
        exchange.try_take().unwrap_or_else(lost)
    }

    /// The driver's time, for deadlines that go with this client's.
    pub fn now(&self) -> Time {
        self.ask(|pump| pump.now())
    }

    /// Exchanges under way, exchanges queued, open connections, idle connections among them.
    pub fn counts(&self) -> Counts {
        let count = |pump: &mut Pump| Counts {
            in_flight: pump.client().in_flight(),
            queued: pump.client().queued(),
            connections: pump.client().open_connections(),
            idle: pump.client().idle_connections(),
        };
        self.ask(count)
    }

    /// Polls unless `done` becomes true before this thread gets in; whether it got in.
    fn poll_unless(&self, done: impl Fn() -> bool, timeout: Option<Duration>) -> bool {
        let finished = self.0.pump.enter(done, |pump| {
            let until = timeout.map_or(Time::NEVER, |timeout| pump.now() + timeout);
            pump.turn(&self.0.door, until)
        });
        let entered = finished.is_some();
        finished.unwrap_or_default().wake();
        entered
    }

    /// Asks the pump something; a thread that sleeps in it is woken to let us in.
    fn ask<R: Default>(&self, question: impl FnOnce(&mut Pump) -> R) -> R {
        self.0.door.waker().wake_by_ref();
        self.0.pump.enter(|| false, question).unwrap_or_default()
    }
}

/// What a client is busy with, as of its last poll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Exchanges under way.
    pub in_flight: usize,
    /// Exchanges that wait for a place.
    pub queued: usize,
    /// Connections open or being opened.
    pub connections: usize,
    /// Connections without an exchange.
    pub idle: usize,
}

impl Drop for Core {
    fn drop(&mut self) {
        self.pump
            .enter(|| false, |pump| pump.stop(&self.door))
            .unwrap_or_default()
            .wake();
    }
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http")
            .field("counts", &self.counts())
            .finish()
    }
}

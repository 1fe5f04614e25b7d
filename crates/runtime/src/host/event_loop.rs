//! One event loop for all that a VM waits for: timers, wakers of other threads, and, once a
//! script asks for it, the network.
//!
//! Until the first request the loop is a [`Sleeper`] and holds no file descriptor. From then on it
//! sleeps in [`Http::poll`], and its waker reaches both.

use super::Sleeper;
use miniscript_core::{Exception, Fail, Reactor};
use miniscript_http::driver::mio::MioDriver;
use miniscript_http::{Http, Limits};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Wake, Waker};
use std::time::Duration;

/// Sleeps for one VM; clones of its [`NetHandle`] start requests in it.
pub struct EventLoop {
    sleeper: Sleeper,
    net: NetHandle,
}

/// What requests of a loop go through.
#[derive(Clone)]
pub struct NetHandle(Arc<Net>);

struct Net {
    /// Wakes the loop while it has no network.
    bell: Waker,
    http: OnceLock<Http>,
    opening: Mutex<()>,
}

impl EventLoop {
    /// A loop that opens the system's network when a request needs it.
    pub fn new() -> EventLoop {
        let sleeper = Sleeper::default();
        let net = NetHandle(Arc::new(Net {
            bell: sleeper.waker(),
            http: OnceLock::new(),
            opening: Mutex::new(()),
        }));
        EventLoop { sleeper, net }
    }

    /// A loop around a client of one's own: with other limits, or another driver.
    pub fn with_client(http: Http) -> EventLoop {
        let this = EventLoop::new();
        // The cell is new, so it is empty.
        let _ = this.net.0.http.set(http);
        this
    }

    /// Ends the present or next sleep, from any thread.
    pub fn waker(&self) -> Waker {
        Waker::from(self.net.0.clone())
    }

    /// What requests go through.
    pub fn net(&self) -> NetHandle {
        self.net.clone()
    }
}

impl Default for EventLoop {
    fn default() -> EventLoop {
        EventLoop::new()
    }
}

impl Reactor for EventLoop {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        let Some(http) = self.net.0.http.get() else {
            return self.sleeper.wait(timeout);
        };
        // The bell is rung before the client's waker, so what we miss here ends the poll.
        let timeout = if self.sleeper.take_ring() {
            Some(Duration::ZERO)
        } else {
            timeout
        };
        http.poll(timeout);
        true
    }
}

impl NetHandle {
    /// The loop's client; the first call opens the system's network.
    ///
    /// # Errors
    /// An OSError when the system has no poll left to give.
    pub fn http(&self) -> Result<Http, Fail> {
        let net = &*self.0;
        if let Some(http) = net.http.get() {
            return Ok(http.clone());
        }
        let _one_at_a_time = net.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(http) = net.http.get() {
            return Ok(http.clone());
        }
        let driver = MioDriver::new().map_err(|error| {
            let sentence = format!("the network cannot be used: {error}");
            Fail::new(Exception::OSError, sentence)
        })?;
        let http = net
            .http
            .get_or_init(|| Http::new(driver, Limits::DEFAULT))
            .clone();
        // A loop that sleeps without the network must come to sleep with it.
        net.bell.wake_by_ref();
        Ok(http)
    }
}

impl Wake for Net {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.bell.wake_by_ref();
        if let Some(http) = self.http.get() {
            http.waker().wake();
        }
    }
}

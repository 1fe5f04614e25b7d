//! Name lookups on helper threads: the system's resolver blocks, so it must not run on the loop.
//!
//! Threads are started when lookups wait and none is free, up to [`MAX_LOOKUP_THREADS`], and end
//! after some idle seconds. A lookup cannot be interrupted; when the driver is dropped, its
//! threads end with the lookup they are in.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::net::IpAddr;
use core::task::Waker;
use core::time::Duration;
use std::net::ToSocketAddrs;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::failure::words;
use crate::client::LookupId;
use crate::driver::Hint;
use crate::error::{Failure, FailureKind};

/// Lookups at once; more wait. A name service that does not answer holds a thread for some
/// seconds, and so many must be held before another host has to wait.
pub const MAX_LOOKUP_THREADS: usize = 32;

/// How long a thread waits for another lookup before it ends.
const IDLE_TIME: Duration = Duration::from_secs(5);

/// Finds the addresses of a host name; may block.
pub trait Resolve: Send + Sync + 'static {
    /// The addresses, best first.
    ///
    /// # Errors
    /// The name is unknown, or the service does not answer.
    fn resolve(&self, host: &str) -> Result<Vec<IpAddr>, Failure>;
}

impl<F> Resolve for F
where
    F: Fn(&str) -> Result<Vec<IpAddr>, Failure> + Send + Sync + 'static,
{
    fn resolve(&self, host: &str) -> Result<Vec<IpAddr>, Failure> {
        self(host)
    }
}

/// The system's name service (`getaddrinfo`).
#[derive(Clone, Copy, Debug)]
pub struct SystemResolver;

impl Resolve for SystemResolver {
    fn resolve(&self, host: &str) -> Result<Vec<IpAddr>, Failure> {
        let found = (host, 0)
            .to_socket_addrs()
            .map_err(|error| Failure::new(FailureKind::UnknownHost, words(&error)))?;
        let mut addresses = Vec::new();
        for address in found {
            if !addresses.contains(&address.ip()) {
                addresses.push(address.ip());
            }
        }
        Ok(addresses)
    }
}

pub(super) struct LookupThreads {
    shared: Arc<Shared>,
}

struct Shared {
    resolver: Box<dyn Resolve>,
    waker: Waker,
    state: Mutex<State>,
    work: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<(LookupId, String)>,
    done: Vec<Hint>,
    threads: usize,
    idle: usize,
    stopped: bool,
}

impl LookupThreads {
    pub(super) fn new(resolver: Box<dyn Resolve>, waker: Waker) -> LookupThreads {
        let state = Mutex::new(State::default());
        LookupThreads {
            shared: Arc::new(Shared {
                resolver,
                waker,
                state,
                work: Condvar::new(),
            }),
        }
    }

    pub(super) fn begin(&mut self, lookup: LookupId, host: &str) {
        let mut state = self.shared.lock();
        state.waiting.push_back((lookup, host.to_string()));
        if state.waiting.len() > state.idle && state.threads < MAX_LOOKUP_THREADS {
            let shared = self.shared.clone();
            let spawned = std::thread::Builder::new()
                .name("miniscript-lookup".to_string())
                .spawn(move || shared.serve());
            match spawned {
                Ok(_) => state.threads += 1,
                // With other threads there, the lookup waits for one of them.
                Err(error) if state.threads == 0 => {
                    state.waiting.pop_back();
                    let failure = Failure::new(FailureKind::Exhausted, words(&error));
                    state.done.push(Hint::Resolved(lookup, Err(failure)));
                }
                Err(_) => {}
            }
        }
        drop(state);
        self.shared.work.notify_one();
    }

    /// Moves the results that have come to `hints`.
    pub(super) fn collect(&mut self, hints: &mut Vec<Hint>) {
        hints.append(&mut self.shared.lock().done);
    }
}

impl Drop for LookupThreads {
    fn drop(&mut self) {
        self.shared.lock().stopped = true;
        self.shared.work.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a helper thread does.
    fn serve(&self) {
        let mut state = self.lock();
        loop {
            if state.stopped {
                break;
            }
            if let Some((lookup, host)) = state.waiting.pop_front() {
                drop(state);
                let resolve = || self.resolver.resolve(&host);
                // A resolver of the embedder's that panics must not leave its lookup unanswered.
                let result = std::panic::catch_unwind(core::panic::AssertUnwindSafe(resolve))
                    .unwrap_or_else(|_| {
                        Err(Failure::new(FailureKind::Other, "the resolver panicked"))
                    });
                state = self.lock();
                state.done.push(Hint::Resolved(lookup, result));
                self.waker.wake_by_ref();
                continue;
            }
            state.idle += 1;
            let (mut after, timeout) = self
                .work
                .wait_timeout(state, IDLE_TIME)
                .unwrap_or_else(PoisonError::into_inner);
            after.idle -= 1;
            state = after;
            if timeout.timed_out() && state.waiting.is_empty() {
                break;
            }
        }
        state.threads -= 1;
    }
}

//! Sleeping until an event: without a network, a condition variable.

use miniscript_core::Reactor;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::task::{Wake, Waker};
use std::time::Duration;

/// Waits for wakers called from other threads.
#[derive(Debug, Default)]
pub struct Sleeper {
    bell: Arc<Bell>,
}

#[derive(Debug, Default)]
struct Bell {
    rung: Mutex<bool>,
    changed: Condvar,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }
}

impl Sleeper {
    /// Ends the sleep, from any thread.
    pub fn waker(&self) -> Waker {
        Waker::from(self.bell.clone())
    }

    /// Whether a waker was woken since the last sleep; the next sleep does not see it again.
    #[cfg(feature = "http")]
    pub(super) fn take_ring(&self) -> bool {
        let mut rung = self
            .bell
            .rung
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *rung)
    }
}

impl Reactor for Sleeper {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        let rung = self
            .bell
            .rung
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let mut rung = match timeout {
            Some(timeout) => match self
                .bell
                .changed
                .wait_timeout_while(rung, timeout, |rung| !*rung)
            {
                Ok((rung, _)) => rung,
                Err(error) => error.into_inner().0,
            },
            None => self
                .bell
                .changed
                .wait_while(rung, |rung| !*rung)
                .unwrap_or_else(PoisonError::into_inner),
        };
        *rung = false;
        true
    }
}

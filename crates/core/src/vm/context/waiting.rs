//! Waiting, for authors of natives: futures, sleeping, and what becomes of a
//! panic in a future.

use super::{Context, Error, Local, Res, forlorn};
use crate::object::ClassId;
use crate::task::{self, Completion, Wait};
use crate::vm::host::{LocalTime, Worker};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::any::Any;
use core::cell::UnsafeCell;
use core::future::Future;
use core::pin::Pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;

cfg_if::cfg_if! {
    if #[cfg(feature = "std")] {
        use hosted as panics;
    } else {
        use bare as panics;
    }
}

/// What a panic left: the words it was raised with.
pub struct Panic(Box<dyn Any + Send>);

impl Panic {
    /// Runs an author's code; a panic in it comes back as a value. Without the
    /// feature `std` panics abort, and this only calls.
    ///
    /// # Errors
    /// The panic.
    pub fn catch<R>(body: impl FnOnce() -> R) -> Result<R, Panic> {
        panics::catch(body)
    }

    /// The panic's message.
    pub fn message(&self) -> &str {
        if let Some(text) = self.0.downcast_ref::<&'static str>() {
            text
        } else if let Some(text) = self.0.downcast_ref::<String>() {
            text
        } else {
            "a value that is no text"
        }
    }
}

#[cfg(feature = "std")]
mod hosted {
    use super::Panic;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[inline]
    pub(super) fn catch<R>(body: impl FnOnce() -> R) -> Result<R, Panic> {
        catch_unwind(AssertUnwindSafe(body)).map_err(Panic)
    }
}

#[cfg(not(feature = "std"))]
mod bare {
    use super::Panic;

    #[inline]
    pub(super) fn catch<R>(body: impl FnOnce() -> R) -> Result<R, Panic> {
        Ok(body())
    }
}

/// A future whose panics are values.
struct Guarded<F> {
    future: Pin<Box<F>>,
}

impl<F: Future> Future for Guarded<F> {
    type Output = Result<F::Output, Panic>;

    fn poll(
        mut self: Pin<&mut Self>,
        cx: &mut core::task::Context<'_>,
    ) -> core::task::Poll<Self::Output> {
        let future = self.future.as_mut();
        match Panic::catch(|| future.poll(cx)) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => core::task::Poll::Ready(Err(panic)),
        }
    }
}

/// Takes one value from a completion to the native that waits for it.
struct Handoff<T> {
    full: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the value is written once, before `full` is released, and taken by who
// has acquired `full`: it is never shared, only handed over.
unsafe impl<T: Send> Sync for Handoff<T> {}

impl<T> Handoff<T> {
    /// Puts the value in; called by the one completion there is.
    fn give(this: Arc<Handoff<T>>, value: T) {
        // SAFETY: `full` is still false, so the taker does not look.
        unsafe { *this.value.get() = Some(value) };
        this.full.store(true, Ordering::Release);
    }

    fn take(&self) -> Option<T> {
        if self.full.swap(false, Ordering::AcqRel) {
            // SAFETY: the giver is done, and no other taker has seen `full`.
            unsafe { (*self.value.get()).take() }
        } else {
            None
        }
    }
}

impl<'f> Context<'f> {
    /// Waits for a future: other tasks run meanwhile, at any depth of natives. The
    /// task keeps its native stack; see [`Context::pending`] for the cheaper way.
    ///
    /// # Errors
    /// CancelledError when the task is cancelled, RuntimeError when the future
    /// panics, and what ends the task when the host stops it.
    pub fn wait<F>(&mut self, future: F) -> Res<'f, F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let handoff = Arc::new(Handoff {
            full: AtomicBool::new(false),
            value: UnsafeCell::new(None),
        });
        let giver = handoff.clone();
        let guarded = Guarded {
            future: Box::pin(future),
        };
        let waiting = async move {
            let output = guarded.await;
            completion(move |cx| match output {
                Ok(output) => {
                    Handoff::give(giver, output);
                    Ok(Local::NONE)
                }
                Err(panic) => Err(panicked(cx, &panic)),
            })
        };
        task::wait_on(self, Wait::Future(Box::pin(waiting)))?;
        match handoff.take() {
            Some(output) => Ok(output),
            None => Err(forlorn(self)),
        }
    }

    /// The answer of a native that waits for a future: `finish` turns the future's
    /// output into the call's result. To be returned at once; the native's own
    /// stack is free while the task waits.
    ///
    /// # Errors
    /// None of its own; it fits a native's result.
    pub fn pending<F, C>(&mut self, future: F, finish: C) -> Res<'f>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
        C: for<'g> FnOnce(&mut Context<'g>, F::Output) -> Res<'g> + Send + 'static,
    {
        let guarded = Guarded {
            future: Box::pin(future),
        };
        let waiting = async move {
            let output = guarded.await;
            completion(move |cx| match output {
                Ok(output) => match Panic::catch(|| finish(cx, output)) {
                    Ok(result) => result,
                    Err(panic) => Err(panicked(cx, &panic)),
                },
                Err(panic) => Err(panicked(cx, &panic)),
            })
        };
        task::pending(self, Wait::Future(Box::pin(waiting)))
    }

    /// The answer of a native that sleeps, as [`Context::pending`]: None after
    /// `duration` of the host's clock. Only the calling task is parked.
    ///
    /// # Errors
    /// None of its own; it fits a native's result.
    pub fn pending_sleep(&mut self, duration: Duration) -> Res<'f> {
        let moment = self.now().saturating_add(duration);
        task::pending(self, Wait::Until(moment))
    }

    /// Sleeps in the middle of a native: other tasks run meanwhile.
    ///
    /// # Errors
    /// CancelledError when the task is cancelled, and what ends the task when the
    /// host stops it.
    pub fn sleep(&mut self, duration: Duration) -> Res<'f, ()> {
        let moment = self.now().saturating_add(duration);
        task::wait_on(self, Wait::Until(moment)).map(|_| ())
    }

    /// Monotonic time of the host's clock; zero without one.
    pub fn now(&mut self) -> Duration {
        // SAFETY: the VM is this context's; a clock cannot reach it.
        unsafe { (*self.vm()).host.now() }
    }

    /// Time since 1970-01-01 UTC, where the host has a calendar.
    pub fn calendar(&mut self) -> Option<Duration> {
        // SAFETY: as in `now`.
        unsafe { (*self.vm()).host.clock.as_mut()?.calendar() }
    }

    /// Time that the processor has worked, where the host counts it.
    pub fn worked(&mut self, by: Worker) -> Option<Duration> {
        // SAFETY: as in `now`.
        unsafe { (*self.vm()).host.clock.as_mut()?.worked(by) }
    }

    /// What clocks on the wall show `moment` seconds after 1970-01-01 UTC, where the host
    /// knows its zone.
    pub fn local_time(&mut self, moment: i64) -> Option<LocalTime> {
        // SAFETY: as in `now`.
        unsafe { (*self.vm()).host.clock.as_mut()?.local(moment) }
    }

    /// Tells the host's clock in which zone a script wants to be.
    pub fn set_local_zone(&mut self, zone: Option<&[u8]>) {
        // SAFETY: as in `now`.
        if let Some(clock) = unsafe { (*self.vm()).host.clock.as_mut() } {
            clock.set_zone(zone);
        }
    }
}

/// Lets a closure be a completion: the bound tells the compiler its signature.
fn completion(
    finish: impl for<'g> FnOnce(&mut Context<'g>) -> Res<'g> + Send + 'static,
) -> Completion {
    Box::new(finish)
}

#[cold]
fn panicked<'f>(cx: &mut Context<'f>, panic: &Panic) -> Error<'f> {
    cx.raise(
        ClassId::RuntimeError,
        format_args!("native future panicked: {}", panic.message()),
    )
}

//! Pointer and lock where the standard library is: usable from several threads.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// `Send` where the `std` feature is on, nothing where it is off.
pub trait MaybeSend: Send {}
impl<T: Send + ?Sized> MaybeSend for T {}

pub(crate) type Shared<T> = Arc<T>;

/// A mutex whose critical sections are closures.
pub(crate) struct Lock<T>(Mutex<T>);

impl<T> Lock<T> {
    pub(crate) fn new(value: T) -> Lock<T> {
        Lock(Mutex::new(value))
    }

    /// Runs `section` on the value; `section` must not come back to this lock.
    pub(crate) fn with<R>(&self, section: impl FnOnce(&mut T) -> R) -> R {
        // A panic inside a section leaves data that is still well-formed, only unfinished.
        section(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Lets one thread at a time at a value, for as long as it likes, sleeping included.
///
/// Unlike a mutex it lets a waiting thread go away when what it came for has happened meanwhile:
/// otherwise a thread could stand behind one that sleeps, with its own answer long there.
pub(crate) struct Gate<T> {
    busy: Mutex<bool>,
    free: Condvar,
    value: Mutex<T>,
}

impl<T> Gate<T> {
    pub(crate) fn new(value: T) -> Gate<T> {
        Gate {
            busy: Mutex::new(false),
            free: Condvar::new(),
            value: Mutex::new(value),
        }
    }

    /// Runs `section` on the value once no other thread does; none if `done` becomes true
    /// before. What `done` looks at must only change within sections.
    pub(crate) fn enter<R>(
        &self,
        done: impl Fn() -> bool,
        section: impl FnOnce(&mut T) -> R,
    ) -> Option<R> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if done() {
                return None;
            }
            if !*busy {
                break;
            }
            busy = self.free.wait(busy).unwrap_or_else(PoisonError::into_inner);
        }
        *busy = true;
        drop(busy);
        let _leave = Leave(self);
        Some(section(
            &mut self.value.lock().unwrap_or_else(PoisonError::into_inner),
        ))
    }
}

/// Opens the gate again, also when the section panics.
struct Leave<'g, T>(&'g Gate<T>);

impl<T> Drop for Leave<'_, T> {
    fn drop(&mut self) {
        *self.0.busy.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.0.free.notify_all();
    }
}

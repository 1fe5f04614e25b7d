//! Pointer and lock without the standard library: for one thread, hence `!Send`.

use alloc::rc::Rc;
use core::cell::RefCell;

/// `Send` where the `std` feature is on, nothing where it is off.
pub trait MaybeSend {}
impl<T: ?Sized> MaybeSend for T {}

pub(crate) type Shared<T> = Rc<T>;

/// A cell whose borrows are closures.
pub(crate) struct Lock<T>(RefCell<T>);

impl<T> Lock<T> {
    pub(crate) fn new(value: T) -> Lock<T> {
        Lock(RefCell::new(value))
    }

    /// Runs `section` on the value; `section` must not come back to this lock.
    pub(crate) fn with<R>(&self, section: impl FnOnce(&mut T) -> R) -> R {
        // Sections are this crate's own and call nothing outside of it, so none is ever nested.
        section(&mut self.0.borrow_mut())
    }
}

/// Lets one caller at a time at a value; on one thread a second one can only come from within.
pub(crate) struct Gate<T>(RefCell<T>);

impl<T> Gate<T> {
    pub(crate) fn new(value: T) -> Gate<T> {
        Gate(RefCell::new(value))
    }

    /// Runs `section` on the value; none if `done` is true, or if called from within a section.
    pub(crate) fn enter<R>(
        &self,
        done: impl Fn() -> bool,
        section: impl FnOnce(&mut T) -> R,
    ) -> Option<R> {
        if done() {
            return None;
        }
        self.0
            .try_borrow_mut()
            .ok()
            .map(|mut value| section(&mut value))
    }
}

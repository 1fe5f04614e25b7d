//! The slow half of a safepoint: limits, collector, interrupts.
//!
//! # Safety
//! The raw layer's contract (`heap`). `fiber` is the one that runs in `vm`, and its
//! frame and window are recorded in it: the collector may run.

use crate::limits::Account;
use crate::object::{ClassId, ExceptionObj};
use crate::value::Raw;
use crate::vm::context::{Context, Error};
use crate::vm::fiber::Fiber;
use crate::vm::machine::HOST_ROOM;
use crate::vm::state::State;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicU32, Ordering};

/// What another thread or a signal handler asks of a VM.
#[derive(Debug, Default)]
pub(crate) struct Interrupts {
    flags: AtomicU32,
}

/// Asks a running VM to stop; callable from any thread and from signal handlers.
#[derive(Debug, Clone)]
pub struct InterruptHandle(pub(crate) Arc<Interrupts>);

impl InterruptHandle {
    const KEYBOARD: u32 = 1;
    const STOP: u32 = 2;

    /// Raises KeyboardInterrupt at the next safepoint.
    pub fn interrupt(&self) {
        self.0
            .flags
            .fetch_or(InterruptHandle::KEYBOARD, Ordering::Release);
    }

    /// Ends the running task by an error that scripts cannot catch.
    pub fn stop(&self) {
        self.0
            .flags
            .fetch_or(InterruptHandle::STOP, Ordering::Release);
    }
}

impl Interrupts {
    pub(crate) fn pending(&self) -> bool {
        self.flags.load(Ordering::Acquire) != 0
    }
}

/// While it lives, the VM runs: time counts.
pub(crate) struct Running(*mut State);

impl Running {
    /// # Safety
    /// The VM outlives the value.
    pub(crate) unsafe fn begin(vm: *mut State) -> Running {
        let host = &raw mut (*vm).host;
        (*vm).meter.begin(|| (*host).now());
        Running(vm)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // SAFETY: the VM is live; the clock does not use it.
        unsafe {
            let host = &raw mut (*self.0).host;
            (*self.0).meter.end(|| (*host).now());
        }
    }
}

/// Accounts for the time that has passed.
///
/// # Safety
/// The VM is live.
pub(crate) unsafe fn pass_time(vm: *mut State) {
    if (*vm).meter.is_timed() {
        let now = (*vm).host.now();
        (*vm).meter.pass(now);
    }
}

/// Changes what is left, from the next safepoint on; what ran before is accounted for.
///
/// # Safety
/// No safepoint is under way.
pub(crate) unsafe fn set_account<R>(vm: *mut State, change: impl FnOnce(&mut Account) -> R) -> R {
    pass_time(vm);
    count_fuel(vm);
    let result = change(&mut (*vm).meter.account);
    if (*vm).meter.is_timed() {
        (*vm).meter.restart((*vm).host.now());
    }
    ((*vm).meter.period, (*vm).heap.ticks) = (0, 0);
    result
}

/// Takes the fuel that was used since the period began.
unsafe fn count_fuel(vm: *mut State) {
    let meter = &mut (*vm).meter;
    let used = (meter.period - (*vm).heap.stolen - (*vm).heap.ticks).max(0) as u64;
    meter.use_fuel(used);
    (*vm).heap.ticks = meter.period;
    (*vm).heap.stolen = 0;
}

/// Looks what is due. The error is the word of an exception to be raised.
///
/// # Safety
/// The running fiber's frame and window are recorded in it.
#[cold]
#[inline(never)]
pub(crate) unsafe fn reach(vm: *mut State, fiber: *mut Fiber) -> Result<(), Raw> {
    pass_time(vm);
    count_fuel(vm);
    if (*vm).heap.wants_step {
        super::collect::pay(vm);
    }
    let flags = (&(*vm).meter.interrupts).flags.swap(0, Ordering::AcqRel);
    if flags & InterruptHandle::STOP != 0 {
        let text = "the host has stopped the script";
        return Err(raise(vm, fiber, ClassId::TaskEnded, text));
    }
    if let Some(limit) = (*vm).meter.exceeded() {
        return Err(raise(vm, fiber, limit.class(), limit.text()));
    }
    if flags & InterruptHandle::KEYBOARD != 0 {
        return Err(raise(vm, fiber, ClassId::KeyboardInterrupt, ""));
    }
    if core::mem::replace(&mut (*vm).host.stack_exhausted, false) {
        return Err((*vm).memory_error);
    }
    Ok(())
}

/// An exception of the host's, who has room beyond the script's limit: where a script has filled
/// its memory, it must not get a MemoryError instead, which it could catch.
unsafe fn raise(vm: *mut State, fiber: *mut Fiber, class: ClassId, text: &str) -> Raw {
    let memory = (*vm).heap.limit();
    (*vm).heap.set_limit(memory.saturating_add(HOST_ROOM));
    let mut exception = make(vm, fiber, class, text);
    if exception == (*vm).memory_error {
        super::collect::full(vm);
        exception = make(vm, fiber, class, text);
    }
    (*vm).heap.set_limit(memory);
    exception
}

unsafe fn make(vm: *mut State, fiber: *mut Fiber, class: ClassId, text: &str) -> Raw {
    let mut cx = Context::new(fiber);
    let error = if text.is_empty() {
        cx.raise_empty(class)
    } else {
        cx.raise_bytes(class, text.as_bytes())
    };
    match error {
        Error::Raised(local) => cx.raw(local),
        Error::Foreign(_) => (*vm).memory_error,
    }
}

const _: () = assert!(size_of::<ExceptionObj>() >= 48);

//! The slow half of a safepoint: fuel, collector, interrupts.
//!
//! # Safety
//! The raw layer's contract (`heap`). `fiber` is the one that runs in `vm`, and its
//! frame and window are recorded in it: the collector may run.

use crate::object::{ClassId, ExceptionObj};
use crate::value::Raw;
use crate::vm::context::{Context, Error};
use crate::vm::fiber::Fiber;
use crate::vm::state::State;
use alloc::sync::Arc;
use core::sync::atomic::{AtomicU32, Ordering};

/// Units of work between two looks at the interrupt flag.
const PERIOD: i64 = 10_000;

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

/// Fuel that is left, and the shared flag.
pub(crate) struct Meter {
    /// Fuel beyond the current period; `None`: unlimited.
    pub(crate) fuel: Option<u64>,
    /// The period that `ticks` started with.
    pub(crate) period: i64,
    pub(crate) interrupts: Arc<Interrupts>,
}

impl Meter {
    pub(crate) fn new(fuel: Option<u64>) -> Meter {
        Meter {
            fuel,
            period: 0,
            interrupts: Arc::new(Interrupts::default()),
        }
    }
}

/// Sets the fuel that is left; `None`: unlimited.
///
/// # Safety
/// No script is running.
pub(crate) unsafe fn refuel(vm: *mut State, fuel: Option<u64>) {
    (*vm).meter.fuel = fuel;
    (*vm).meter.period = 0;
    (*vm).heap.ticks = 0;
    (*vm).heap.stolen = 0;
}

/// Looks what is due. The error is the word of an exception to be raised.
///
/// # Safety
/// The running fiber's frame and window are recorded in it.
#[cold]
#[inline(never)]
pub(crate) unsafe fn reach(vm: *mut State, fiber: *mut Fiber) -> Result<(), Raw> {
    let meter = &mut (*vm).meter;
    let used = (meter.period - (*vm).heap.stolen - (*vm).heap.ticks).max(0) as u64;
    let exhausted = match &mut meter.fuel {
        Some(fuel) => {
            *fuel = fuel.saturating_sub(used);
            *fuel == 0
        }
        None => false,
    };
    meter.period = match meter.fuel {
        Some(fuel) => (fuel.min(PERIOD as u64) as i64).max(1),
        None => PERIOD,
    };
    (*vm).heap.ticks = meter.period;
    (*vm).heap.stolen = 0;
    if (*vm).heap.wants_step {
        super::collect::pay(vm);
    }
    let flags = (&(*vm).meter.interrupts).flags.swap(0, Ordering::AcqRel);
    if exhausted || flags & InterruptHandle::STOP != 0 {
        let text = if exhausted {
            "the script has used up its fuel"
        } else {
            "the host has stopped the script"
        };
        return Err(raise(vm, fiber, ClassId::TaskEnded, text));
    }
    if flags & InterruptHandle::KEYBOARD != 0 {
        return Err(raise(vm, fiber, ClassId::KeyboardInterrupt, ""));
    }
    if core::mem::replace(&mut (*vm).host.stack_exhausted, false) {
        return Err((*vm).memory_error);
    }
    Ok(())
}

unsafe fn raise(vm: *mut State, fiber: *mut Fiber, class: ClassId, text: &str) -> Raw {
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

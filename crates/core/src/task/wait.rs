//! Waiting: what a native asks for, how its task is parked and goes on.
//!
//! # Safety
//! The raw layer's contract (`heap`). `fiber` is the one that runs, on the native
//! stack that its `yielder` belongs to (none: the host's), and its window is recorded:
//! other tasks and the collector run meanwhile, so callers hold nothing unrooted.

use crate::object::{ClassId, ExceptionObj, StrObj, TupleObj};
use crate::value::Raw;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::fiber::Fiber;
use alloc::boxed::Box;
use core::future::Future;
use core::pin::Pin;
use core::time::Duration;

impl Wait {
    /// The moment at which the clock ends it.
    pub(crate) fn moment(&self) -> Option<Duration> {
        match self {
            Wait::Until(moment) => Some(*moment),
            Wait::Parked(moment) => *moment,
            Wait::Future(_) => None,
        }
    }
}

/// What a finished wait does in its task: makes the native's result.
pub(crate) type Completion = Box<dyn for<'f> FnOnce(&mut Context<'f>) -> Res<'f> + Send>;

/// A future of a native; it owns what it needs.
pub(crate) type Waiting = Pin<Box<dyn Future<Output = Completion> + Send>>;

/// What a task waits for.
pub(crate) enum Wait {
    /// A future that wakes it.
    Future(Waiting),
    /// A moment of the host's clock.
    Until(Duration),
    /// To be unparked by another task, at most until a moment of the host's clock.
    Parked(Option<Duration>),
}

/// Waits in a native: the task is parked with its native stack.
pub(crate) fn wait_on<'f>(cx: &mut Context<'f>, wait: Wait) -> Res<'f> {
    let fiber = cx.fiber();
    // SAFETY: the running fiber; its window is recorded, nothing is borrowed.
    unsafe {
        (*fiber).task.wait = Some(wait);
        match wait_here(fiber) {
            Raw::ERROR => {
                let error = core::mem::replace(&mut (*fiber).error, Raw::NONE);
                Err(Error::Raised(cx.root(error)))
            }
            raw => Ok(cx.root(raw)),
        }
    }
}

/// A native's answer: wait, and the completion's result is the call's. Where the
/// caller is an instruction the task keeps no native stack.
pub(crate) fn pending<'f>(cx: &mut Context<'f>, wait: Wait) -> Res<'f> {
    // SAFETY: the running fiber.
    unsafe { (*cx.fiber()).task.wait = Some(wait) };
    // A reserved word that reads as None: only as a native's own result it means that
    // the task waits, so that no script and no other native ever holds the word PENDING.
    Ok(Local::at(Fiber::PENDING))
}

/// Whether the task can be parked without its native stack: no native is beneath.
pub(crate) unsafe fn may_park(fiber: *mut Fiber) -> bool {
    (*fiber).nesting == 1 && !(*fiber).task.yielder.is_null()
}

#[cfg(feature = "std")]
fn panicking() -> bool {
    std::thread::panicking()
}

/// Without std a panic ends the program: nothing runs while one is handled.
#[cfg(not(feature = "std"))]
fn panicking() -> bool {
    false
}

/// Parks the running task where it stands until its wait is over: the result's
/// word, or ERROR with the exception in `fiber.error`.
pub(crate) unsafe fn wait_here(fiber: *mut Fiber) -> Raw {
    let vm = (*fiber).vm;
    if (*fiber).task.ended {
        return refuse(fiber);
    }
    if panicking() {
        (*fiber).task.wait = None;
        return raise(
            fiber,
            ClassId::RuntimeError,
            "cannot wait while a panic is being handled",
        );
    }
    let (base, top) = ((*fiber).native_base, (*fiber).top);
    let nesting = (*fiber).nesting;
    loop {
        let yielder = (*fiber).task.yielder;
        if yielder.is_null() {
            // The host's own stack: the scheduler runs the others meanwhile.
            crate::task::Scheduler::run_nested(vm, fiber);
        } else {
            (*yielder).suspend(());
        }
        (*fiber).nesting = nesting;
        (*fiber).native_base = base;
        (*fiber).top = top;
        let raw = complete(fiber);
        if raw != Raw::PENDING {
            return raw;
        }
    }
}

/// Turns what the wait has come to into a word: PENDING where its completion waits for
/// something else.
pub(super) unsafe fn complete(fiber: *mut Fiber) -> Raw {
    (*fiber).task.wait = None;
    if (*fiber).task.ended {
        return end(fiber);
    }
    if core::mem::replace(&mut (*fiber).task.cancelled, false) {
        (*fiber).task.completion = None;
        return raise(fiber, ClassId::CancelledError, "");
    }
    if (*(*fiber).vm).meter.ends_waits()
        && let Err(exception) = crate::vm::safepoint::reach((*fiber).vm, fiber)
    {
        // The next wait must not find what this one has come to.
        (*fiber).task.completion = None;
        (*fiber).error = exception;
        return Raw::ERROR;
    }
    let Some(completion) = (*fiber).task.completion.take() else {
        return Raw::NONE;
    };
    let mut cx = Context::new(fiber);
    match completion(&mut cx) {
        Ok(local) if local.index() == Fiber::PENDING => Raw::PENDING,
        Ok(local) => cx.raw(local),
        Err(error) => {
            let exception = cx.exception(error);
            (*fiber).error = cx.raw(exception);
            Raw::ERROR
        }
    }
}

/// Refuses a call or a wait of a task that is being ended: the error's word is in
/// `fiber.error`. A native that does not take it is suspended for good.
pub(crate) unsafe fn refuse(fiber: *mut Fiber) -> Raw {
    let state = &raw mut (*fiber).task;
    (*state).refusals += 1;
    while (*state).refusals > super::REFUSALS && !(*state).yielder.is_null() {
        (*(*state).yielder).suspend(());
    }
    end(fiber)
}

unsafe fn end(fiber: *mut Fiber) -> Raw {
    (*fiber).task.wait = None;
    raise(fiber, ClassId::TaskEnded, "the VM is being dropped")
}

unsafe fn raise(fiber: *mut Fiber, class: ClassId, text: &str) -> Raw {
    let vm = (*fiber).vm;
    // Made in the raw layer: a task that is being ended must not collect here.
    let made = StrObj::new(&mut (*vm).heap, text.as_bytes()).and_then(|text_object| {
        let word = Raw::from_ptr(text_object);
        let count = usize::from(!text.is_empty());
        let args = TupleObj::from_slice(&mut (*vm).heap, &word, count)?;
        ExceptionObj::new(&mut (*vm).heap, class, Raw::from_ptr(args))
    });
    (*fiber).error = match made {
        Ok(exception) => Raw::from_ptr(exception),
        Err(_) => (*vm).memory_error,
    };
    Raw::ERROR
}

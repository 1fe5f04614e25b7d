//! Running the code of dead objects: `__del__`, what suspended generators have left to
//! do, callbacks of weak references (PEP 442; CPython's `_PyGen_Finalize`).
//!
//! It runs at safepoints of scripts and when the collector is called, in whatever task
//! is there, never inside another native's work. What it raises is shown as a warning.
//!
//! # Safety
//! The raw layer's contract (`heap`). An object whose code is due is marked until it is
//! taken from the queue, and then rooted at once.

use crate::builtins::protocol::{self, delegate};
use crate::builtins::traceback;
use crate::heap::Due;
use crate::object::*;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::fiber::Fiber;
use crate::vm::hooks;
use crate::vm::slow::{self, Flow};

/// At a safepoint of the frame on top: runs what is due.
///
/// # Safety
/// Raw layer: the frame on top is a script's, and saved.
#[cold]
#[inline(never)]
pub(crate) unsafe fn run(fiber: *mut Fiber) -> Flow {
    let mut cx = slow::native(fiber);
    match run_due(&mut cx) {
        Ok(()) => Flow::Go,
        Err(error) => slow::fail(fiber, cx, error),
    }
}

/// Runs what is due, one after the other; only the end of the task is an error.
pub(crate) fn run_due<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    // SAFETY: plain data of this VM.
    unsafe {
        if !(*cx.vm()).heap.has_due() {
            return Ok(());
        }
        (*cx.vm()).heap.set_finalizing(true);
    }
    let result = loop {
        match cx.scope(|cx| one(cx)) {
            Ok(true) => {}
            Ok(false) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    // SAFETY: as above.
    unsafe { (*cx.vm()).heap.set_finalizing(false) };
    result
}

/// Runs the code of one object; false if none is left.
fn one<'f>(cx: &mut Context<'f>) -> Res<'f, bool> {
    // SAFETY: what is taken from the queue is rooted at once.
    let (due, object) = unsafe {
        let Some(due) = (*cx.vm()).heap.next_due() else {
            return Ok(false);
        };
        (due, cx.root(due.word()))
    };
    let (blamed, result) = match due {
        Due::Callback(weak) => {
            // SAFETY: the reference is the value rooted above, or that one's own.
            let callback = unsafe { cx.root((*weak).callback) };
            (callback, cx.call(callback, &[object]).map(|_| ()))
        }
        Due::Object(_) if cx.is(object, Kind::Generator) => (object, generator(cx, object)),
        Due::Object(_) => {
            let names = cx.names();
            let Some(function) = cx.type_attr(object, names.del) else {
                return Ok(true);
            };
            (
                function,
                cx.call_special(object, names.del, &[]).map(|_| ()),
            )
        }
    };
    if let Err(error) = result {
        ignore(cx, blamed, error)?;
    }
    Ok(true)
}

/// A generator that nobody will resume is closed; a coroutine that nobody has begun is
/// warned of.
fn generator<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, ()> {
    let Some((_, state)) = cx.generator_parts(object) else {
        return Ok(());
    };
    if let Some(hook) = crate::vm::generator::finalizer(cx, object) {
        return cx.call(hook, &[object]).map(|_| ());
    }
    match state {
        GeneratorObj::SUSPENDED => delegate::close(cx, object),
        GeneratorObj::CREATED => warn_of_coroutine(cx, object),
        _ => Ok(()),
    }
}

/// Warns of a coroutine that has not begun and never will.
pub(crate) fn warn_of_coroutine<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, ()> {
    let created = cx
        .generator_parts(object)
        .is_some_and(|(_, state)| state == GeneratorObj::CREATED);
    if !created || cx.class(object) != ClassId::Coroutine {
        return Ok(());
    }
    // Where the program looks at warnings, it decides.
    let modules = cx.modules();
    if let Some(module) = cx.dict_get_str(modules, "warnings")?
        && let Some(function) = cx.find_attribute(module, "_warn_unawaited_coroutine")?
    {
        return cx.call(function, &[object]).map(|_| ());
    }
    let name = cx.name("__qualname__")?;
    let name = cx.get_attr(object, name)?;
    let name = cx.as_str(name).unwrap_or("?");
    cx.warn_here(
        "RuntimeWarning",
        format_args!("coroutine '{name}' was never awaited"),
        "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
    )
}

/// Shows an exception that nobody can handle, and where it comes from; the end of the
/// task is handed on.
pub(crate) fn ignore<'f>(cx: &mut Context<'f>, blamed: Local<'f>, error: Error<'f>) -> Res<'f, ()> {
    ignore_in(cx, "in", blamed, error)
}

/// The same with other words for the place.
pub(crate) fn ignore_in<'f>(
    cx: &mut Context<'f>,
    place: &str,
    blamed: Local<'f>,
    error: Error<'f>,
) -> Res<'f, ()> {
    if cx.error_is(&error, ClassId::TaskEnded) {
        return Err(error);
    }
    let exception = cx.exception(error);
    match hooks::unraisable(cx, exception, place, blamed) {
        Ok(true) => return Ok(()),
        Ok(false) => {}
        Err(error) if cx.error_is(&error, ClassId::TaskEnded) => return Err(error),
        Err(_) => {}
    }
    let mut text = cx.text();
    text.push_str("Exception ignored ");
    text.push_str(place);
    text.push_str(": ");
    match protocol::repr(cx, blamed) {
        Ok(repr) => text.push(cx.str_bytes(repr).unwrap_or(b"?")),
        Err(error) if cx.error_is(&error, ClassId::TaskEnded) => return Err(error),
        Err(_) => text.push_str("<object repr() failed>"),
    }
    text.push_str("\n");
    let shown = traceback::render(cx, exception)?;
    text.push(shown.bytes());
    // SAFETY: plain data of this VM.
    unsafe { (*cx.vm()).host.warn(text.bytes()) };
    Ok(())
}

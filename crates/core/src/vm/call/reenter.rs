//! Calls from natives: the way from a safe context back into the call protocol,
//! behind a boundary frame.
//!
//! # Safety
//! The raw layer's contract (`heap`), and what `call` says of fiber and window.

use super::{Answer, Called, Window, bind, call, class};
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::dispatch;
use crate::vm::fiber::{Action, Fiber, Frame};

/// Calls from a native: pushes the native's window as a boundary, runs the callee
/// to its end and comes back. Waiting natives suspend the whole stack.
///
/// # Safety
/// The Locals are of this fiber.
pub(crate) unsafe fn from_native<'f>(
    cx: &mut Context<'f>,
    function: Local<'f>,
    args: &[Local<'f>],
    names: Option<Local<'f>>,
) -> Res<'f> {
    let fiber = cx.fiber();
    let at = (*fiber).top;
    if (*fiber).ensure(at + args.len() + 2).is_err() {
        return Err(cx.memory_error());
    }
    let callee = cx.raw(function);
    (*fiber).stack.add(at).write(callee);
    for (i, arg) in args.iter().enumerate() {
        (*fiber).stack.add(at + 1 + i).write(cx.raw(*arg));
    }
    let names = names.map_or(Raw::UNBOUND, |names| cx.raw(names));
    // Where `spread` leaves them, too.
    (*fiber).stack.add(at + 1 + args.len()).write(names);
    let window = Window {
        first: at + 1,
        argc: args.len(),
        names,
        free: true,
    };
    enter_run(cx, callee, window)
}

/// Calls special method `method`, found on the type of `object`, with `object` first.
///
/// # Safety
/// As [`from_native`].
pub(crate) unsafe fn special<'f>(
    cx: &mut Context<'f>,
    method: Local<'f>,
    object: Local<'f>,
    args: &[Local<'f>],
) -> Res<'f> {
    let fiber = cx.fiber();
    let mut raw = cx.raw(method);
    let this = match kind_of(raw) {
        Some(Kind::Function) => Some(cx.raw(object)),
        Some(Kind::StaticMethod) => None,
        Some(Kind::ClassMethod) => Some(Raw::from_ptr((*cx.vm()).type_of(cx.raw(object)))),
        Some(Kind::Native) if (*raw.ptr::<NativeObj>()).is_method() => Some(cx.raw(object)),
        _ => {
            // Any other descriptor, or something that is called as it is.
            let bound = crate::vm::attr::bind_special(cx, method, object)?;
            raw = cx.raw(bound);
            None
        }
    };
    let callee = match kind_of(raw) {
        Some(Kind::StaticMethod | Kind::ClassMethod) => (*raw.ptr::<PairObj>()).a,
        _ => raw,
    };
    let at = (*fiber).top;
    if (*fiber).ensure(at + args.len() + 3).is_err() {
        return Err(cx.memory_error());
    }
    (*fiber).stack.add(at).write(callee);
    let mut end = at + 1;
    if let Some(this) = this {
        (*fiber).stack.add(end).write(this);
        end += 1;
    }
    for arg in args {
        (*fiber).stack.add(end).write(cx.raw(*arg));
        end += 1;
    }
    enter_run(cx, callee, Window::positional(at + 1, end - at - 1))
}

/// Calls with a sequence of arguments and a dict of named ones.
///
/// # Safety
/// As [`from_native`].
pub(crate) unsafe fn from_native_ex<'f>(
    cx: &mut Context<'f>,
    function: Local<'f>,
    args: Local<'f>,
    kwargs: Option<Local<'f>>,
) -> Res<'f> {
    let fiber = cx.fiber();
    let callee = cx.raw(function);
    let at = (*fiber).top;
    let window = bind::spread(cx, at, args, kwargs)?;
    (*fiber).stack.add(at).write(callee);
    enter_run(cx, callee, window)
}

/// Makes an instance of a type, whatever `__call__` its metaclass has.
///
/// # Safety
/// As [`from_native`]; `class` is a type.
pub(crate) unsafe fn construct_ex<'f>(
    cx: &mut Context<'f>,
    class: Local<'f>,
    args: Local<'f>,
    kwargs: Option<Local<'f>>,
) -> Res<'f> {
    let fiber = cx.fiber();
    let callee = cx.raw(class);
    let at = (*fiber).top;
    let window = bind::spread(cx, at, args, kwargs)?;
    (*fiber).stack.add(at).write(callee);
    run_callee(cx, window, |fiber| {
        (*fiber).native_base = window.first - 1;
        (*fiber).top = window.first + window.argc;
        class::construct(fiber, callee.ptr(), window, Answer::EXIT)
    })
}

/// Calls a function without arguments whose names go through `names`, if there are any.
///
/// # Safety
/// As [`from_native`]; `function` is a script's.
pub(crate) unsafe fn in_namespace<'f>(
    cx: &mut Context<'f>,
    function: Local<'f>,
    names: Option<Local<'f>>,
) -> Res<'f> {
    let fiber = cx.fiber();
    let at = (*fiber).top;
    if (*fiber).ensure(at + 2).is_err() {
        return Err(cx.memory_error());
    }
    let callee = cx.raw(function);
    (*fiber).stack.add(at).write(callee);
    let names = names.map_or(Raw::UNBOUND, |names| cx.raw(names));
    let window = Window::positional(at + 1, 0);
    run_callee(cx, window, |fiber| {
        let called = call(fiber, callee, window, Answer::EXIT);
        if let Called::Frame = called
            && let Some(frame) = (*fiber).frames.last_mut()
        {
            frame.names = names;
        }
        called
    })
}

unsafe fn enter_run<'f>(cx: &mut Context<'f>, callee: Raw, window: Window) -> Res<'f> {
    run_callee(cx, window, |fiber| {
        call(fiber, callee, window, Answer::EXIT)
    })
}

/// Runs what `begin` begins, behind a boundary frame.
#[inline]
unsafe fn run_callee<'f>(
    cx: &mut Context<'f>,
    window: Window,
    begin: impl FnOnce(*mut Fiber) -> Called,
) -> Res<'f> {
    let fiber = cx.fiber();
    let (base, top) = ((*fiber).native_base, (*fiber).top);
    if let Err(text) = crate::task::check_native_stack(fiber) {
        return Err(cx.raise(ClassId::RecursionError, format_args!("{text}")));
    }
    if (*fiber).task.ended {
        let _ = crate::task::refuse(fiber);
        return Err(Error::Raised(cx.root((*fiber).error)));
    }
    // A call is a unit of work, also where only natives call each other.
    let vm = (*fiber).vm;
    (*vm).heap.ticks -= 1;
    if (*vm).heap.ticks <= 0 {
        // The arguments are live: they lie above the native's window.
        (*fiber).top = window.first + window.argc + !window.names.is_unbound() as usize;
        let reached = crate::vm::safepoint::reach(vm, fiber);
        (*fiber).top = top;
        if let Err(exception) = reached {
            return Err(Error::Raised(cx.root(exception)));
        }
    }
    if (*fiber).reserve_frames(1).is_err() {
        return Err(cx.memory_error());
    }
    (*fiber).frames.push(Frame {
        func: core::ptr::null_mut(),
        code: core::ptr::null_mut(),
        pc: core::ptr::null(),
        base: base as u32,
        window: (top - base) as u32,
        dest: 0,
        action: Action::Exit,
        counted: false,
        extra: window.names,
        names: Raw::UNBOUND,
    });
    let depth = (*fiber).frames.len();
    let raw = match begin(fiber) {
        Called::Frame => dispatch::run(fiber),
        Called::Value(raw) => raw,
        Called::Error => Raw::ERROR,
        Called::Pending => crate::task::wait_here(fiber),
    };
    (*fiber).frames.truncate(depth - 1);
    (*fiber).native_base = base;
    (*fiber).top = top;
    if raw == Raw::ERROR {
        let error = core::mem::replace(&mut (*fiber).error, Raw::NONE);
        return Err(Error::Raised(cx.root(error)));
    }
    Ok(cx.root(raw))
}

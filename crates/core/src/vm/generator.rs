//! Generators: registers copied out at `yield` and in again when resumed.
//!
//! A generator's frame carries `Action::Generator` with the generator in `extra`.
//! Who resumed it is told by the frame below: an instruction (`ForNext`,
//! `YieldFrom`) or, with a boundary frame, a native.
//!
//! # Safety
//! The raw layer's contract (`heap`). The generator is reachable while it runs; its
//! state says whether its registers lie in the object or on the stack, and only one
//! of the two is read.

use crate::compile::opcode::{Instr, Op};
use crate::object::*;
use crate::value::Raw;
use crate::vm::call::{Called, set_error, too_deep};
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::dispatch;
use crate::vm::fiber::{Action, Fiber, Frame};
use crate::vm::unwind::Unwound;
use core::ptr::{copy_nonoverlapping, null, null_mut};

/// Pushes the frame of a generator, with `sent` as the value of its `yield`.
///
/// # Safety
/// Raw layer: `at` is the first free word of the stack; the frame below is saved.
pub(crate) unsafe fn push(
    fiber: *mut Fiber,
    generator: *mut GeneratorObj,
    at: usize,
    sent: Raw,
) -> Called {
    let vm = (*fiber).vm;
    match (*generator).header.aux {
        GeneratorObj::RUNNING => {
            let mut cx = Context::new(fiber);
            let error = cx.value_error(format_args!("generator already executing"));
            return set_error(fiber, error);
        }
        GeneratorObj::CREATED if !sent.is_none() => {
            let mut cx = Context::new(fiber);
            let error = cx.type_error(format_args!(
                "can't send non-None value to a just-started generator"
            ));
            return set_error(fiber, error);
        }
        _ => {}
    }
    let nregs = (*generator).nregs as usize;
    if (*fiber).ensure(at + nregs).is_err() || (*fiber).reserve_frames(1).is_err() {
        (*fiber).error = (*vm).memory_error;
        return Called::Error;
    }
    if (*fiber).depth >= (*vm).recursion_limit {
        return too_deep(fiber);
    }
    (*fiber).depth += 1;
    let regs = (*fiber).stack.add(at);
    copy_nonoverlapping(GeneratorObj::regs(generator), regs, nregs);
    let func = (*generator).func;
    let code = (*func).code;
    let pc = if (*generator).header.aux == GeneratorObj::CREATED {
        (*code).entry
    } else {
        regs.add((*generator).dest as usize).write(sent);
        CodeObj::at(code, (*generator).offset as usize)
    };
    (*generator).header.aux = GeneratorObj::RUNNING;
    // Its handled exception becomes current, the caller's is kept meanwhile.
    let handled = (*generator).handled;
    (*generator).handled = (*fiber).handled;
    (*vm).heap.barrier(generator, (*fiber).handled);
    if !handled.is_none() {
        (*fiber).handled = handled;
    }
    (*fiber).frames.push(Frame {
        func,
        code,
        pc,
        base: at as u32,
        window: 0,
        dest: 0,
        action: Action::Generator,
        counted: true,
        extra: Raw::from_ptr(generator),
        names: Raw::UNBOUND,
    });
    Called::Frame
}

/// Takes the frame on top off the stack into its generator. `offset` and `dest`
/// say where it goes on.
///
/// # Safety
/// Raw layer: the frame on top is a generator's.
pub(crate) unsafe fn park(
    fiber: *mut Fiber,
    offset: usize,
    dest: usize,
    height: usize,
) -> *mut GeneratorObj {
    let vm = (*fiber).vm;
    let Some(frame) = (*fiber).frames.pop() else {
        return null_mut();
    };
    (*fiber).depth -= 1;
    let generator: *mut GeneratorObj = frame.extra.ptr();
    let nregs = (*generator).nregs as usize;
    let regs = (*fiber).stack.add(frame.base as usize);
    copy_nonoverlapping(regs, GeneratorObj::regs(generator), nregs);
    for i in height..nregs {
        GeneratorObj::regs(generator).add(i).write(Raw::UNBOUND);
    }
    (*generator).offset = offset as u32;
    (*generator).dest = dest as u16;
    (*generator).header.aux = GeneratorObj::SUSPENDED;
    restore_handled(fiber, generator, true);
    (*vm).heap.barrier(generator, Raw::UNBOUND);
    generator
}

/// Gives the resumer its handled exception back.
unsafe fn restore_handled(fiber: *mut Fiber, generator: *mut GeneratorObj, keep: bool) {
    let outer = (*generator).handled;
    let own = (*fiber).handled;
    (*generator).handled = if keep && own != outer { own } else { Raw::NONE };
    (*fiber).handled = outer;
}

/// The frame of `generator` has returned: nothing of it is kept.
///
/// # Safety
/// Raw layer.
pub(crate) unsafe fn finished(fiber: *mut Fiber, generator: *mut GeneratorObj) {
    restore_handled(fiber, generator, false);
    (*generator).header.aux = GeneratorObj::FINISHED;
    for i in 0..(*generator).nregs as usize {
        GeneratorObj::regs(generator).add(i).write(Raw::UNBOUND);
    }
}

/// A generator's frame was left by an exception, which goes on in the resumer's
/// frame; a StopIteration becomes a RuntimeError.
///
/// # Safety
/// Raw layer.
pub(crate) unsafe fn left_by_error(fiber: *mut Fiber, generator: Raw) -> Option<Unwound> {
    let vm = (*fiber).vm;
    finished(fiber, generator.ptr());
    let exception = (*fiber).error;
    if (*vm).is_subclass((*exception.ptr::<Header>()).class, ClassId::StopIteration) {
        let top = (*fiber).top;
        let mut cx = Context::new(fiber);
        let cause = cx.root(exception);
        let error = cx.raise(
            ClassId::RuntimeError,
            format_args!("generator raised StopIteration"),
        );
        let raised = cx.exception(error);
        cx.set_cause(raised, cause);
        let word = cx.raw(raised);
        if is_kind(word, Kind::Exception) {
            (*word.ptr::<ExceptionObj>()).context = exception;
            (*vm).heap.barrier(word.ptr::<Header>(), exception);
        }
        (*fiber).top = top;
        (*fiber).error = word;
    }
    match (*fiber).frames.last() {
        // Resumed by a native: its run ends here.
        Some(frame) if frame.func.is_null() => Some(Unwound::Exit),
        Some(_) => None,
        None => Some(Unwound::Exit),
    }
}

/// What a resumed generator has done.
enum Resumed {
    Yielded(Raw),
    Returned(Raw),
    Raised,
}

/// Resumes from a native and runs until it yields or ends. With `throw`, the
/// exception is raised at its `yield` instead.
unsafe fn resume(
    cx: &mut Context<'_>,
    generator: *mut GeneratorObj,
    sent: Raw,
    throw: Option<Raw>,
) -> Resumed {
    let fiber = cx.fiber();
    if (*generator).header.aux == GeneratorObj::FINISHED {
        return match throw {
            Some(exception) => {
                (*fiber).error = exception;
                Resumed::Raised
            }
            None => Resumed::Returned(Raw::NONE),
        };
    }
    if let Err(text) = crate::task::check_native_stack(fiber) {
        let error = cx.raise(ClassId::RecursionError, format_args!("{text}"));
        set_error(fiber, error);
        return Resumed::Raised;
    }
    let (base, top) = ((*fiber).native_base, (*fiber).top);
    if (*fiber).reserve_frames(2).is_err() {
        (*fiber).error = (*cx.vm()).memory_error;
        return Resumed::Raised;
    }
    (*fiber).frames.push(Frame {
        func: null_mut(),
        code: null_mut(),
        pc: null(),
        base: base as u32,
        window: (top - base) as u32,
        dest: 0,
        action: Action::Exit,
        counted: false,
        extra: Raw::from_ptr(generator),
        names: throw.unwrap_or(Raw::UNBOUND),
    });
    let depth = (*fiber).frames.len();
    let fresh = (*generator).header.aux == GeneratorObj::CREATED;
    let sent = if throw.is_some() { Raw::NONE } else { sent };
    (*fiber).native_base = top;
    let raw = match push(fiber, generator, top, sent) {
        Called::Frame => match throw {
            None => dispatch::run(fiber),
            Some(exception) => {
                (*fiber).error = exception;
                if fresh && let Some(frame) = (*fiber).frames.last_mut() {
                    // Raised at the `def` line, before the first instruction.
                    frame.pc = (*frame.code).entry;
                }
                dispatch::run_raising(fiber)
            }
        },
        _ => Raw::ERROR,
    };
    (*fiber).frames.truncate(depth - 1);
    (*fiber).native_base = base;
    (*fiber).top = top;
    match raw {
        Raw::ERROR => Resumed::Raised,
        raw if (*generator).header.aux == GeneratorObj::FINISHED => Resumed::Returned(raw),
        raw => Resumed::Yielded(raw),
    }
}

fn outcome<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    sent: Local<'f>,
    throw: Option<Local<'f>>,
) -> Res<'f, Option<Local<'f>>> {
    if !cx.is(generator, Kind::Generator) {
        return Err(cx.type_error(format_args!("a generator is needed")));
    }
    // SAFETY: generator, value and exception are rooted.
    unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        let (sent, throw) = (cx.raw(sent), throw.map(|exception| cx.raw(exception)));
        match resume(cx, object, sent, throw) {
            Resumed::Yielded(raw) => Ok(Some(cx.root(raw))),
            Resumed::Returned(raw) => {
                // Kept in the finished generator until `take_return`.
                *GeneratorObj::result(object) = raw;
                (*cx.vm()).heap.barrier(object, raw);
                Ok(None)
            }
            Resumed::Raised => {
                let error = core::mem::replace(&mut (*cx.fiber()).error, Raw::NONE);
                Err(Error::Raised(cx.root(error)))
            }
        }
    }
}

/// The next value, or `None` when the generator has returned.
pub(crate) fn next<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    outcome(cx, generator, Local::NONE, None)
}

/// `generator.send(value)`; `None` when it has returned.
pub(crate) fn send<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    value: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    outcome(cx, generator, value, None)
}

/// `generator.throw(exception)`.
pub(crate) fn throw<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    exception: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let Some(inner) = delegate(cx, generator) else {
        return outcome(cx, generator, Local::NONE, Some(exception));
    };
    match throw_into(cx, inner, exception) {
        // The iterator has gone on, and `yield from` with it.
        Ok(Thrown::Yielded(value)) => Ok(Some(value)),
        Ok(Thrown::Returned(value)) => {
            // SAFETY: the generator is rooted and parked at its `yield from`, whose
            // result is written when it goes on behind.
            unsafe { (*cx.raw(generator).ptr::<GeneratorObj>()).offset += 1 };
            outcome(cx, generator, value, None)
        }
        Ok(Thrown::Here) => outcome(cx, generator, Local::NONE, Some(exception)),
        Err(error) => {
            let raised = cx.exception(error);
            outcome(cx, generator, Local::NONE, Some(raised))
        }
    }
}

/// The iterator that a parked generator stands at a `yield from` of.
fn delegate<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Option<Local<'f>> {
    if !cx.is(generator, Kind::Generator) {
        return None;
    }
    // SAFETY: the generator is rooted; while it is parked, its registers lie in it and
    // its offset is that of the instruction it goes on with.
    unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        if (*object).header.aux != GeneratorObj::SUSPENDED {
            return None;
        }
        let instr = Instr(*CodeObj::at(
            (*(*object).func).code,
            (*object).offset as usize,
        ));
        (instr.op() == Some(Op::YieldFrom))
            .then(|| cx.root(*GeneratorObj::regs(object).add(instr.b())))
    }
}

/// What an iterator made of an exception.
enum Thrown<'f> {
    Yielded(Local<'f>),
    Returned(Local<'f>),
    /// It is for the generator that delegates.
    Here,
}

/// Hands an exception to the iterator of a `yield from`.
fn throw_into<'f>(
    cx: &mut Context<'f>,
    inner: Local<'f>,
    exception: Local<'f>,
) -> Res<'f, Thrown<'f>> {
    // SAFETY: the running fiber.
    if let Err(text) = unsafe { crate::task::check_native_stack(cx.fiber()) } {
        return Err(cx.raise(ClassId::RecursionError, format_args!("{text}")));
    }
    let is_generator = cx.is(inner, Kind::Generator);
    if cx.is_instance(exception, ClassId::GeneratorExit) {
        if is_generator {
            close(cx, inner)?;
        } else if let Some(method) = method(cx, inner, "close")? {
            cx.call(method, &[])?;
        }
        return Ok(Thrown::Here);
    }
    if is_generator {
        return Ok(match throw(cx, inner, exception)? {
            Some(value) => Thrown::Yielded(value),
            None => Thrown::Returned(take_return(cx, inner)),
        });
    }
    let Some(method) = method(cx, inner, "throw")? else {
        return Ok(Thrown::Here);
    };
    match cx.call(method, &[exception]) {
        Ok(value) => Ok(Thrown::Yielded(value)),
        Err(error) if cx.error_is(&error, ClassId::StopIteration) => {
            let stop = cx.exception(error);
            let args = cx.exception_args(stop);
            Ok(Thrown::Returned(
                cx.tuple_get(args, 0).unwrap_or(Local::NONE),
            ))
        }
        Err(error) => Err(error),
    }
}

fn method<'f>(cx: &mut Context<'f>, object: Local<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
    let name = cx.name(name)?;
    match cx.get_attr(object, name) {
        Ok(method) => Ok(Some(method)),
        Err(error) if cx.error_is(&error, ClassId::AttributeError) => Ok(None),
        Err(error) => Err(error),
    }
}

/// `generator.close()`.
pub(crate) fn close<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Res<'f, ()> {
    // SAFETY: the generator is rooted and its kind checked.
    let state = unsafe {
        if !cx.is(generator, Kind::Generator) {
            return Ok(());
        }
        (*cx.raw(generator).ptr::<GeneratorObj>()).header.aux
    };
    match state {
        GeneratorObj::FINISHED => return Ok(()),
        GeneratorObj::CREATED => {
            // SAFETY: as above; it never runs.
            unsafe {
                (*cx.raw(generator).ptr::<GeneratorObj>()).header.aux = GeneratorObj::FINISHED
            };
            return Ok(());
        }
        _ => {}
    }
    let error = cx.raise_empty(ClassId::GeneratorExit);
    let exit = cx.exception(error);
    match throw(cx, generator, exit) {
        Ok(Some(_)) => Err(cx.raise(
            ClassId::RuntimeError,
            format_args!("generator ignored GeneratorExit"),
        )),
        Ok(None) => Ok(()),
        Err(error)
            if cx.error_is(&error, ClassId::GeneratorExit)
                || cx.error_is(&error, ClassId::StopIteration) =>
        {
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// The value a finished generator has returned (None if it was taken already).
pub(crate) fn take_return<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Local<'f> {
    // SAFETY: the generator is rooted and its kind checked.
    unsafe {
        if !cx.is(generator, Kind::Generator) {
            return Local::NONE;
        }
        let slot = GeneratorObj::result(cx.raw(generator).ptr());
        let raw = core::mem::replace(&mut *slot, Raw::NONE);
        cx.root(if raw.is_unbound() { Raw::NONE } else { raw })
    }
}

//! Generators: registers copied out at `yield` and in again when resumed.
//!
//! A generator's frame carries `Action::Generator` with the generator in `extra`.
//! Who resumed it is told by the frame below: an instruction (`ForNext`, `YieldFrom`,
//! a call of `next` or `send`) or, with a boundary frame, a native.
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
use crate::vm::fiber::{Action, Fiber, Frame};
use crate::vm::gather::Gather;
use crate::vm::unwind::Unwound;
use crate::vm::{dispatch, slow};
use core::ptr::{copy_nonoverlapping, null, null_mut};

/// What messages call it.
pub(crate) unsafe fn kind_name(generator: *mut GeneratorObj) -> &'static str {
    match (*generator).header.class {
        ClassId::Coroutine => "coroutine",
        ClassId::AsyncGenerator => "async generator",
        _ => "generator",
    }
}

#[cold]
fn reused<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise(
        ClassId::RuntimeError,
        format_args!("cannot reuse already awaited coroutine"),
    )
}

/// Pushes the frame of a generator, with `sent` as the value of its `yield` (unbound
/// where that is to raise).
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
        GeneratorObj::RUNNING | GeneratorObj::DELEGATING => {
            let mut cx = Context::new(fiber);
            let kind = kind_name(generator);
            let error = cx.value_error(format_args!("{kind} already executing"));
            return set_error(fiber, error);
        }
        GeneratorObj::CREATED if !sent.is_none() && !sent.is_unbound() => {
            let mut cx = Context::new(fiber);
            let kind = kind_name(generator);
            let error = cx.type_error(format_args!(
                "can't send non-None value to a just-started {kind}"
            ));
            return set_error(fiber, error);
        }
        GeneratorObj::FINISHED => {
            // Only a coroutine is asked once more.
            let mut cx = Context::new(fiber);
            let error = reused(&mut cx);
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
        return too_deep(fiber, "");
    }
    put_frame(fiber, generator, at, sent);
    Called::Frame
}

/// As [`push`] for an instruction of the frame on top, if nothing stands in the way of the
/// generator.
///
/// # Safety
/// Raw layer: the frame on top is saved.
pub(crate) unsafe fn enter(fiber: *mut Fiber, generator: *mut GeneratorObj, sent: Raw) -> bool {
    let frames = &(*fiber).frames;
    let top = frames.as_ptr().add(frames.len() - 1);
    let at = (*top).base as usize + (*(*top).code).nregs as usize;
    let waits = match (*generator).header.aux {
        GeneratorObj::SUSPENDED => true,
        GeneratorObj::CREATED => sent.is_none(),
        _ => false,
    };
    let free = waits && slow::can_push(fiber, at + (*generator).nregs as usize);
    if free {
        put_frame(fiber, generator, at, sent);
    }
    free
}

/// The frame of a generator that may go on; there is room for it.
#[inline]
unsafe fn put_frame(fiber: *mut Fiber, generator: *mut GeneratorObj, at: usize, sent: Raw) {
    let vm = (*fiber).vm;
    (*fiber).depth += 1;
    let regs = (*fiber).stack.add(at);
    copy_nonoverlapping(
        GeneratorObj::regs(generator),
        regs,
        (*generator).nregs as usize,
    );
    let code = (*generator).code;
    let pc = if (*generator).header.aux == GeneratorObj::CREATED {
        (*code).entry
    } else {
        if !sent.is_unbound() {
            regs.add((*generator).dest as usize).write(sent);
        }
        CodeObj::at(code, (*generator).offset as usize)
    };
    (*generator).header.aux = GeneratorObj::RUNNING;
    // Its handled exception becomes current, the caller's is kept meanwhile.
    let handled = (*generator).handled;
    (*generator).handled = (*fiber).handled;
    (*vm).heap.barrier(generator, (*fiber).handled);
    (*generator).handling = !handled.is_none();
    if (*generator).handling {
        (*fiber).handled = handled;
    }
    let len = (*fiber).frames.len();
    (*fiber).frames.as_mut_ptr().add(len).write(Frame {
        func: (*generator).func,
        code,
        pc,
        base: at as u32,
        window: 0,
        dest: 0,
        action: Action::Generator,
        counted: true,
        extra: Raw::from_ptr(generator),
        names: (*generator).frame,
    });
    (*fiber).frames.set_len(len + 1);
}

/// Takes the frame on top off the stack into its generator, which goes on behind the instruction
/// that runs, or with this one `again`; what is sent goes to `dest`.
///
/// # Safety
/// Raw layer: the frame on top is a generator's and saved.
pub(crate) unsafe fn park(fiber: *mut Fiber, again: bool, dest: usize) {
    let vm = (*fiber).vm;
    let len = (*fiber).frames.len() - 1;
    (*fiber).frames.set_len(len);
    (*fiber).depth -= 1;
    let frame = (*fiber).frames.as_ptr().add(len);
    let generator: *mut GeneratorObj = (*frame).extra.ptr();
    let proto = (*(*frame).code).proto;
    let offset = CodeObj::offset_of((*frame).code, (*frame).pc);
    let at = offset.saturating_sub(1);
    let nregs = (*generator).nregs as usize;
    let live = (&(*proto).heights).get(at).copied().unwrap_or(u16::MAX);
    let live = usize::from(live).min(nregs);
    let kept = GeneratorObj::regs(generator);
    copy_nonoverlapping((*fiber).stack.add((*frame).base as usize), kept, live);
    for i in live..nregs {
        kept.add(i).write(Raw::UNBOUND);
    }
    (*generator).offset = if again { at } else { offset } as u32;
    (*generator).dest = dest as u16;
    (*generator).frame = (*frame).names;
    (*generator).header.aux = GeneratorObj::SUSPENDED;
    restore_handled(fiber, generator, true);
    (*vm).heap.barrier(generator, Raw::UNBOUND);
    // Dropped here, it still has a `finally` or a `with` to run.
    let handlers = &(*proto).handlers;
    if handlers
        .iter()
        .any(|handler| (handler.start..handler.end).contains(&(at as u32)))
    {
        let _ = (*vm).heap.watch(generator.cast());
    }
}

/// Gives the resumer its handled exception back.
unsafe fn restore_handled(fiber: *mut Fiber, generator: *mut GeneratorObj, keep: bool) {
    let outer = (*generator).handled;
    let keep = keep && (*generator).handling;
    (*generator).handled = if keep { (*fiber).handled } else { Raw::NONE };
    (*generator).handling = false;
    (*fiber).handled = outer;
}

/// The frame of `generator` has returned: nothing of it is kept.
///
/// # Safety
/// Raw layer.
pub(crate) unsafe fn finished(fiber: *mut Fiber, generator: *mut GeneratorObj) {
    restore_handled(fiber, generator, false);
    (*generator).header.aux = GeneratorObj::FINISHED;
    (*generator).frame = Raw::UNBOUND;
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
    let class = (*exception.ptr::<Header>()).class;
    let stop = if (*vm).is_subclass(class, ClassId::StopIteration) {
        Some("StopIteration")
    } else if (*generator.ptr::<Header>()).class == ClassId::AsyncGenerator
        && (*vm).is_subclass(class, ClassId::StopAsyncIteration)
    {
        Some("StopAsyncIteration")
    } else {
        None
    };
    if let Some(stop) = stop {
        let top = (*fiber).top;
        let kind = kind_name(generator.ptr());
        let mut cx = Context::new(fiber);
        let cause = cx.root(exception);
        let error = cx.raise(ClassId::RuntimeError, format_args!("{kind} raised {stop}"));
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
/// exception is raised at its `yield` instead; with `gather`, until it yields what is not
/// taken into the list.
unsafe fn resume(
    cx: &mut Context<'_>,
    generator: *mut GeneratorObj,
    sent: Raw,
    throw: Option<Raw>,
    gather: Option<(Gather, Raw)>,
) -> Resumed {
    let fiber = cx.fiber();
    (*generator).produced = false;
    if (*generator).header.aux == GeneratorObj::FINISHED {
        if (*generator).header.class == ClassId::Coroutine {
            let error = reused(cx);
            set_error(fiber, error);
            return Resumed::Raised;
        }
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
        dest: gather.map_or(0, |(what, _)| what as u16),
        action: gather.map_or(Action::Exit, |_| Action::Gather),
        counted: false,
        extra: Raw::from_ptr(generator),
        names: throw
            .or(gather.map(|(_, list)| list))
            .unwrap_or(Raw::UNBOUND),
    });
    let depth = (*fiber).frames.len();
    let fresh = (*generator).header.aux == GeneratorObj::CREATED;
    let sent = if throw.is_some() { Raw::UNBOUND } else { sent };
    (*fiber).native_base = top;
    let raw = match push(fiber, generator, top, sent) {
        Called::Frame => match throw {
            None => dispatch::run(fiber),
            Some(exception) => {
                (*fiber).error = exception;
                (*fiber).thrown = match (*generator).handling {
                    true => Raw::NONE,
                    false => exception,
                };
                if let Some(frame) = (*fiber).frames.last_mut()
                    && Instr(*frame.pc).op() == Some(Op::YieldFrom)
                {
                    // It waits at this instruction, and that one raises.
                    frame.pc = frame.pc.add(1);
                }
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
    gather: Option<(Gather, Local<'f>)>,
) -> Res<'f, Option<Local<'f>>> {
    if !cx.is(generator, Kind::Generator) {
        return Err(cx.type_error(format_args!("a generator is needed")));
    }
    // SAFETY: generator, value and exception are rooted.
    unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        let (sent, throw) = (cx.raw(sent), throw.map(|exception| cx.raw(exception)));
        let gather = gather.map(|(what, list)| (what, cx.raw(list)));
        match resume(cx, object, sent, throw, gather) {
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
    outcome(cx, generator, Local::NONE, None, None)
}

/// Runs on and takes what is yielded, into `list` if it is kept; the first value that is not
/// taken, or `None` when the generator has returned. Natives do so whose work between two items
/// no script can see.
pub(crate) fn gather<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    what: Gather,
    list: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    outcome(cx, generator, Local::NONE, None, Some((what, list)))
}

/// `generator.send(value)`; `None` when it has returned.
pub(crate) fn send<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    value: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    outcome(cx, generator, value, None, None)
}

/// Raises an exception where the generator waits, whatever it yields from.
pub(crate) fn throw_here<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    exception: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    outcome(cx, generator, Local::NONE, Some(exception), None)
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

/// Whether a rooted generator has ended.
pub(crate) fn has_ended<'f>(cx: &Context<'f>, generator: Local<'f>) -> bool {
    // SAFETY: the generator is rooted and its kind checked.
    unsafe {
        !cx.is(generator, Kind::Generator)
            || (*cx.raw(generator).ptr::<Header>()).aux == GeneratorObj::FINISHED
    }
}

/// What messages call a rooted generator.
pub(crate) fn kind_of<'f>(cx: &Context<'f>, generator: Local<'f>) -> &'static str {
    if !cx.is(generator, Kind::Generator) {
        return "generator";
    }
    // SAFETY: the generator is rooted and its kind checked.
    unsafe { kind_name(cx.raw(generator).ptr()) }
}

/// Whether a parked generator stands at what it yields from or awaits.
///
/// # Safety
/// Raw layer: it has begun and has not ended.
pub(crate) unsafe fn waits(generator: *mut GeneratorObj) -> bool {
    let at = CodeObj::at((*generator).code, (*generator).offset as usize);
    Instr(*at).op() == Some(Op::YieldFrom)
}

/// What a parked generator yields from or awaits.
pub(crate) fn delegate<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Option<Local<'f>> {
    if !cx.is(generator, Kind::Generator) {
        return None;
    }
    // SAFETY: the generator is rooted and its kind checked; a parked one has its
    // registers in the object and an offset of its code.
    unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        let state = (*object).header.aux;
        if state != GeneratorObj::SUSPENDED && state != GeneratorObj::DELEGATING {
            return None;
        }
        if !waits(object) {
            return None;
        }
        let instr = Instr(*CodeObj::at((*object).code, (*object).offset as usize));
        let word = *GeneratorObj::regs(object).add(instr.b());
        Some(cx.root(word))
    }
}

/// Marks a parked generator as busy with what it yields from, or as parked again.
pub(crate) fn set_delegating<'f>(cx: &mut Context<'f>, generator: Local<'f>, busy: bool) {
    // SAFETY: the generator is rooted and its kind checked.
    unsafe {
        if cx.is(generator, Kind::Generator) {
            (*cx.raw(generator).ptr::<Header>()).aux = if busy {
                GeneratorObj::DELEGATING
            } else {
                GeneratorObj::SUSPENDED
            };
        }
    }
}

/// What has come of the work in [`under`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Came {
    Yielded,
    Returned,
    Raised,
}

/// Runs `work` on what a parked generator yields from or awaits. Meanwhile the generator's frame
/// stands on the stack below, as that of the one who has called, and it counts as running.
pub(crate) fn under<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    work: impl FnOnce(&mut Context<'f>) -> (Came, Local<'f>),
) -> Res<'f, (Came, Local<'f>)> {
    if !cx.is(generator, Kind::Generator) {
        return Ok(work(cx));
    }
    let fiber = cx.fiber();
    // SAFETY: the generator is rooted; it is parked, so its registers lie in the object, and
    // nobody writes them while it delegates. What `work` answers is rooted again before the
    // part of the stack that it lies on is given up.
    unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        let (base, top) = ((*fiber).native_base, (*fiber).top);
        let nregs = (*object).nregs as usize;
        if (*fiber).ensure(top + nregs).is_err() || (*fiber).reserve_frames(2).is_err() {
            return Err(cx.memory_error());
        }
        copy_nonoverlapping(GeneratorObj::regs(object), (*fiber).stack.add(top), nregs);
        let depth = (*fiber).frames.len();
        (*fiber).frames.push(Frame {
            func: null_mut(),
            code: null_mut(),
            pc: null(),
            base: base as u32,
            window: (top - base) as u32,
            dest: 0,
            action: Action::Exit,
            counted: false,
            extra: Raw::from_ptr(object),
            names: Raw::UNBOUND,
        });
        (*fiber).frames.push(Frame {
            func: (*object).func,
            code: (*object).code,
            // It waits at this instruction.
            pc: CodeObj::at((*object).code, (*object).offset as usize + 1),
            base: top as u32,
            window: 0,
            dest: 0,
            action: Action::Generator,
            counted: false,
            extra: Raw::from_ptr(object),
            names: (*object).frame,
        });
        (*object).header.aux = GeneratorObj::DELEGATING;
        (*fiber).native_base = top + nregs;
        (*fiber).top = top + nregs;
        let (came, answer) = work(cx);
        let word = cx.raw(answer);
        if let Some(frame) = (&(*fiber).frames).get(depth + 1) {
            (*object).frame = frame.names;
            (*cx.vm()).heap.barrier(object, frame.names);
        }
        (*fiber).frames.truncate(depth);
        (*fiber).native_base = base;
        (*fiber).top = top;
        if (*object).header.aux == GeneratorObj::DELEGATING {
            (*object).header.aux = GeneratorObj::SUSPENDED;
        }
        Ok((came, cx.root(word)))
    }
}

/// What a parked generator yields from has ended: it will go on behind it.
pub(crate) fn skip_delegate<'f>(cx: &mut Context<'f>, generator: Local<'f>) {
    if delegate(cx, generator).is_some() {
        // SAFETY: the kind is checked, and an instruction follows a `YieldFrom`.
        unsafe { (*cx.raw(generator).ptr::<GeneratorObj>()).offset += 1 };
    }
}

/// A generator that was never started is done with.
pub(crate) fn end_unstarted<'f>(cx: &mut Context<'f>, generator: Local<'f>) {
    // SAFETY: the generator is rooted and its kind checked.
    unsafe {
        if cx.is(generator, Kind::Generator) {
            let object: *mut GeneratorObj = cx.raw(generator).ptr();
            if (*object).header.aux == GeneratorObj::CREATED {
                (*object).header.aux = GeneratorObj::FINISHED;
            }
        }
    }
}

/// The marks of an asynchronous generator.
#[derive(Clone, Copy, Default)]
pub(crate) struct Marks {
    /// What it yielded last is a value, not for the event loop.
    pub(crate) produced: bool,
    /// Somebody awaits its next value.
    pub(crate) awaited: bool,
    /// It has ended or was closed.
    pub(crate) closed: bool,
}

/// The marks of a generator.
pub(crate) fn marks<'f>(cx: &Context<'f>, generator: Local<'f>) -> Marks {
    if !cx.is(generator, Kind::Generator) {
        return Marks::default();
    }
    // SAFETY: the generator is rooted and its kind checked.
    unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        Marks {
            produced: (*object).produced,
            awaited: (*object).awaited,
            closed: (*object).closed,
        }
    }
}

/// Sets the marks `awaited` and `closed`.
pub(crate) fn set_marks<'f>(cx: &Context<'f>, generator: Local<'f>, awaited: bool, closed: bool) {
    // SAFETY: the generator is rooted and its kind checked.
    unsafe {
        if cx.is(generator, Kind::Generator) {
            let object: *mut GeneratorObj = cx.raw(generator).ptr();
            (*object).awaited = awaited;
            (*object).closed |= closed;
        }
    }
}

/// An asynchronous generator is asked for a value: the first time, the hook of `sys` hears
/// of it, and the generator remembers what to call when it is collected.
pub(crate) fn begin<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Res<'f, ()> {
    if !cx.is(generator, Kind::Generator) {
        return Ok(());
    }
    // SAFETY: the generator is rooted and its kind checked; nothing here collects.
    let first = unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        if (*object).hooked || (*object).header.class != ClassId::AsyncGenerator {
            return Ok(());
        }
        (*object).hooked = true;
        let vm = cx.vm();
        let [first, finalizer] = (*vm).streams.generators;
        if !finalizer.is_none() {
            if (*vm).heap.watch(object.cast()).is_err() {
                return Err(cx.memory_error());
            }
            *GeneratorObj::result(object) = finalizer;
            (*vm).heap.barrier(object, finalizer);
        }
        if first.is_none() {
            return Ok(());
        }
        cx.root(first)
    };
    cx.call(first, &[generator]).map(|_| ())
}

/// What is called when an asynchronous generator is collected that has not ended.
pub(crate) fn finalizer<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Option<Local<'f>> {
    if !cx.is(generator, Kind::Generator) {
        return None;
    }
    // SAFETY: the generator is rooted and its kind checked.
    unsafe {
        let object: *mut GeneratorObj = cx.raw(generator).ptr();
        let hook = *GeneratorObj::result(object);
        let ended = (*object).header.aux == GeneratorObj::FINISHED || (*object).closed;
        let is_async = (*object).header.class == ClassId::AsyncGenerator;
        (is_async && !ended && !hook.is_unbound() && !hook.is_none()).then(|| cx.root(hook))
    }
}

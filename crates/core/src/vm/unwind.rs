//! Unwinding: from a raised exception to the handler, or out of the run.
//!
//! # Safety
//! The raw layer's contract (`heap`). `fiber` is the one that runs, its `error` is an
//! exception of this VM, and the `pc` of every frame is saved.

use crate::compile::opcode::{Instr, Op};
use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::{Action, Fiber};
use crate::vm::{frames, generator};

/// Where unwinding has ended.
pub(crate) enum Unwound {
    /// A frame of this run goes on (at its handler, or behind an exhausted loop).
    Resume,
    /// The run ends with the error in `fiber.error`.
    Exit,
}

/// Unwinds `fiber.error` from the frame on top, whose pc is saved.
///
/// # Safety
/// Raw layer.
#[cold]
#[inline(never)]
pub(crate) unsafe fn unwind(fiber: *mut Fiber) -> Unwound {
    if !(*fiber).error.is_ptr() {
        // The exception could not be rooted: the stack had no room.
        (*fiber).error = (*(*fiber).vm).memory_error;
    }
    if (*fiber).error != (*fiber).thrown {
        (*fiber).thrown = Raw::NONE;
        set_context(fiber);
    }
    pass(fiber, true)
}

/// The same for an exception that is raised again: nothing is added to it but
/// traceback entries of further frames.
///
/// # Safety
/// Raw layer.
pub(crate) unsafe fn unwind_from(fiber: *mut Fiber) -> Unwound {
    pass(fiber, false)
}

/// Leaves frames until one handles the exception; `here`: the frame on top raises
/// it and is entered into the traceback too.
unsafe fn pass(fiber: *mut Fiber, here: bool) -> Unwound {
    let vm = (*fiber).vm;
    let mut here = here;
    // The frame that raises an exception again.
    let mut again = !here;
    loop {
        let exception = (*fiber).error;
        let Some(frame) = (*fiber).frames.last_mut() else {
            return Unwound::Exit;
        };
        if frame.func.is_null() {
            return Unwound::Exit;
        }
        let frame: *mut crate::vm::fiber::Frame = frame;
        let at = CodeObj::offset_of((*frame).code, (*frame).pc).saturating_sub(1);
        if here {
            add_traceback(fiber, exception, at);
        }
        here = true;
        let proto = &*(*(*frame).code).proto;
        let class = (*exception.ptr::<Header>()).class;
        // The end of a task cannot be caught, not even by `finally`'s code.
        let catchable = !class.ends_task();
        if catchable
            && let Some(handler) = proto
                .handlers
                .iter()
                .find(|h| (h.start as usize..h.end as usize).contains(&at))
        {
            let reg = (*frame).base as usize + handler.reg as usize;
            (*fiber).stack.add(reg).write(exception);
            (*fiber).error = Raw::NONE;
            (*fiber).thrown = Raw::NONE;
            (*frame).pc = CodeObj::at((*frame).code, handler.target as usize);
            return Unwound::Resume;
        }
        // Leave the frame.
        let (action, extra) = (frames::action(&*frame), (*frame).extra);
        if (*frame).counted {
            (*fiber).depth -= 1;
        }
        if core::mem::replace(&mut again, false) {
            let (depth, at, raised) = (*fiber).again;
            let by = (depth == (*fiber).frames.len() && raised == exception).then_some(at);
            stand_at_origin(frame, exception, by);
        }
        if FrameObj::is((*frame).names) {
            frames::leave(fiber, &*frame, (*fiber).frames.len() - 1);
            FrameObj::add_state((*frame).names.ptr(), FrameObj::ESCAPED);
        }
        (*fiber).frames.pop();
        match action {
            Action::Exit => return Unwound::Exit,
            Action::ForNext if (*vm).is_subclass(class, ClassId::StopIteration) => {
                (*fiber).error = Raw::NONE;
                super::slow::for_exhausted(fiber);
                return Unwound::Resume;
            }
            Action::Generator => {
                if let Some(unwound) = generator::left_by_error(fiber, extra) {
                    return unwound;
                }
            }
            Action::GetAttr
                if (*vm).is_subclass(class, ClassId::AttributeError)
                    && super::slow::try_getattr(fiber) =>
            {
                return Unwound::Resume;
            }
            Action::Store | Action::GetAttr
                if (*vm).is_subclass(class, ClassId::AttributeError) =>
            {
                super::slow::blame_load(fiber, exception);
            }
            _ => {}
        }
    }
}

/// A frame that is left at the end of a handler or of a `with` is left where the exception came
/// from, not where that code ends: from what it called, or from a bare `raise` in it.
unsafe fn stand_at_origin(
    frame: *mut crate::vm::fiber::Frame,
    exception: Raw,
    again: Option<usize>,
) {
    let instr = Instr(*(*frame).pc.sub(1));
    if instr.op() != Some(Op::Reraise) || instr.b() != 0 || !is_kind(exception, Kind::Exception) {
        return;
    }
    let entry = (*exception.ptr::<ExceptionObj>()).traceback;
    if !TracebackObj::is(entry) || TracebackObj::word(entry, TracebackObj::FRAME) != (*frame).names
    {
        return;
    }
    let at = TracebackObj::word(entry, TracebackObj::OFFSET);
    let count = (&(*(*(*frame).code).proto).code).len();
    let at = again.or_else(|| at.as_small().and_then(|at| usize::try_from(at).ok()));
    if let Some(at) = at
        && at < count
    {
        (*frame).pc = CodeObj::at((*frame).code, at + 1);
    }
}

/// Implicit chaining: the exception being handled becomes the context.
unsafe fn set_context(fiber: *mut Fiber) {
    let (exception, handled) = ((*fiber).error, (*fiber).handled);
    if !handled.is_ptr() || handled == exception || !is_kind(exception, Kind::Exception) {
        return;
    }
    // Break a cycle that the new link would close. Scripts make chains of any length,
    // and cycles of their own: `behind` goes half as fast and is met in one.
    let (mut link, mut behind) = (handled, handled);
    let mut steps = 0;
    while is_kind(link, Kind::Exception) {
        let object = link.ptr::<ExceptionObj>();
        if (*object).context == exception {
            (*object).context = Raw::NONE;
            break;
        }
        link = (*object).context;
        steps += 1;
        if steps % 2 == 0 {
            behind = (*behind.ptr::<ExceptionObj>()).context;
        }
        if link == behind {
            break;
        }
    }
    (*(*fiber).vm).heap.ticks -= steps;
    let object = exception.ptr::<ExceptionObj>();
    if (*object).context.is_none() {
        (*object).context = handled;
        (*(*fiber).vm).heap.barrier(object, handled);
    }
}

/// Puts the frame on top in front of the exception's traceback. Without memory it is
/// left out. The frame before, if it was left just now, learns who has called it.
unsafe fn add_traceback(fiber: *mut Fiber, exception: Raw, at: usize) {
    if !is_kind(exception, Kind::Exception) {
        return;
    }
    let Some(index) = (&(*fiber).frames).len().checked_sub(1) else {
        return;
    };
    let Ok(frame) = frames::object(fiber, index) else {
        return;
    };
    let heap = &mut (*(*fiber).vm).heap;
    let frame = Raw::from_ptr(frame);
    let object = exception.ptr::<ExceptionObj>();
    let next = (*object).traceback;
    if TracebackObj::is(next) {
        let called = TracebackObj::word(next, TracebackObj::FRAME);
        if FrameObj::is(called)
            && FrameObj::state(called.ptr()) & FrameObj::ESCAPED != 0
            && called != frame
        {
            FrameObj::set(heap, called.ptr(), FrameObj::BACK, frame);
            FrameObj::remove_state(called.ptr(), FrameObj::ESCAPED);
        }
    }
    if let Ok(entry) = TracebackObj::make(heap, next, frame, at as i64, Raw::UNBOUND) {
        (*object).traceback = Raw::from_ptr(entry);
        heap.barrier(object, (*object).traceback);
    }
}

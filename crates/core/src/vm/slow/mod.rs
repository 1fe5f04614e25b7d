//! The slow halves of opcodes. Each finds the frame saved, stores its results
//! itself and says how to go on; the loop reloads its registers afterwards.
//!
//! # Safety
//! The raw layer's contract (`heap`), and for all of these modules: `fiber` is the one
//! that runs, the frame on top of it is a script's whose `pc` is saved (behind the
//! instruction), and `instr` is that instruction, compiled here or verified: its
//! registers, constants and sites are in range. The loop has taken nothing out of the frames or
//! the value stack that it would use again: both may move here.

mod attrs;
mod build;
mod calls;
mod control;
mod iterate;
mod matching;
mod modules;
mod names;
mod ops;
mod quicken;
mod rare;
mod slices;

pub(crate) use attrs::*;
pub(crate) use build::*;
pub(crate) use calls::*;
pub(crate) use control::*;
pub(crate) use iterate::*;
pub(crate) use matching::*;
pub(crate) use modules::*;
pub(crate) use names::*;
pub(crate) use ops::*;
pub(crate) use rare::rare;
pub(crate) use slices::build_slice;

use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::fiber::{Action, Fiber, Frame};
use crate::vm::{collect, keyed};

/// How the loop goes on.
pub(crate) enum Flow {
    /// With the frame on top.
    Go,
    /// The exception in `fiber.error` is raised in the frame on top.
    Raise,
    /// The same without implicit chaining.
    Reraise,
    /// The run ends with this word.
    Exit(Raw),
}

/// The frame on top.
#[inline]
pub(crate) unsafe fn frame(fiber: *mut Fiber) -> *mut Frame {
    (*fiber).frames.as_mut_ptr().add((*fiber).frames.len() - 1)
}

/// The frame's registers.
#[inline]
unsafe fn regs(fiber: *mut Fiber) -> *mut Raw {
    (*fiber).stack.add((*frame(fiber)).base as usize)
}

/// Prepares for native code: its window begins above the frame's registers.
/// Registers can be named by Locals ([`reg`]).
#[inline]
pub(super) unsafe fn native<'f>(fiber: *mut Fiber) -> Context<'f> {
    let frame = frame(fiber);
    let end = (*frame).base as usize + (*(*frame).code).nregs as usize;
    (*fiber).native_base = end;
    (*fiber).top = end;
    Context::new(fiber)
}

/// Register `index` of the frame on top, as a Local: it is rooted while the
/// instruction runs.
#[inline]
unsafe fn reg<'f>(fiber: *mut Fiber, index: usize) -> Local<'f> {
    Local::at((*frame(fiber)).base as usize + index)
}

/// Stores a native's result into a register, or raises its error.
#[inline]
unsafe fn store<'f>(fiber: *mut Fiber, cx: Context<'f>, dest: usize, result: Res<'f>) -> Flow {
    match result {
        Ok(local) => {
            let raw = cx.raw(local);
            regs(fiber).add(dest).write(raw);
            Flow::Go
        }
        Err(error) => fail(fiber, cx, error),
    }
}

/// Raises a native's error.
#[cold]
pub(super) unsafe fn fail<'f>(fiber: *mut Fiber, mut cx: Context<'f>, error: Error<'f>) -> Flow {
    let exception = cx.exception(error);
    (*fiber).error = cx.raw(exception);
    Flow::Raise
}

/// Goes on, or raises.
unsafe fn done<'f>(fiber: *mut Fiber, cx: Context<'f>, result: Res<'f, ()>) -> Flow {
    match result {
        Ok(()) => Flow::Go,
        Err(error) => fail(fiber, cx, error),
    }
}

/// An allocation of an opcode: on failure a full collection, then one more try.
unsafe fn alloc<T>(
    fiber: *mut Fiber,
    mut make: impl FnMut() -> Result<T, OutOfMemory>,
) -> Result<T, Flow> {
    match make() {
        Ok(made) => Ok(made),
        Err(OutOfMemory) => {
            let _ = native(fiber);
            collect::full((*fiber).vm);
            make().map_err(|_| no_memory(fiber))
        }
    }
}

/// Sets the value of a plain key, if it is one.
#[inline]
unsafe fn set_plain_key(
    fiber: *mut Fiber,
    dict: *mut DictObj,
    key: Raw,
    value: Raw,
) -> Option<Flow> {
    let vm = (*fiber).vm;
    if let Ok(()) = keyed::set(vm, dict, key, value)? {
        return Some(Flow::Go);
    }
    let again = alloc(fiber, || {
        keyed::set(vm, dict, key, value).unwrap_or(Err(OutOfMemory))
    });
    Some(again.map_or_else(|flow| flow, |()| Flow::Go))
}

#[cold]
pub(crate) unsafe fn no_memory(fiber: *mut Fiber) -> Flow {
    let mut cx = native(fiber);
    let error = cx.memory_error();
    fail(fiber, cx, error)
}

/// The VM's slow safepoint.
#[inline(never)]
pub(crate) unsafe fn safepoint(fiber: *mut Fiber) -> Flow {
    let _ = native(fiber);
    match crate::vm::safepoint::reach((*fiber).vm, fiber) {
        Ok(()) if (*(*fiber).vm).heap.has_due() => crate::vm::finalize::run(fiber),
        Ok(()) => Flow::Go,
        Err(exception) => {
            (*fiber).error = exception;
            Flow::Raise
        }
    }
}

/// The name of a site of the frame's code: an interned str.
unsafe fn site_name(fiber: *mut Fiber, site: usize) -> *mut StrObj {
    let code = (*frame(fiber)).code;
    let index = (&(*(*code).proto).sites)[site] as usize;
    (*(*code).consts.add(index)).ptr()
}

//! Frame objects: made on demand, kept up to date when their frame is left.
//!
//! Nothing is done for frames that nobody looks at. The object of a frame on a stack is
//! in the frame's `names`, and the frame's action becomes `Watched`, so that leaving it
//! takes the slow way, which calls [`leave`]. Frames of generators are told by their
//! generator instead: their object is kept there while they are parked.
//!
//! # Safety
//! The raw layer's contract (`heap`). Records passed in are frame objects that are
//! reachable, fibers are this VM's, and the `pc` of every frame is saved.

use crate::compile::chunk::Proto;
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::{Action, Fiber, Frame};
use crate::vm::state::State;

/// Where what a frame object says is found.
#[derive(Clone, Copy)]
pub(crate) enum Source {
    /// On a stack.
    Running(*mut Fiber, usize),
    /// In a generator that is parked or has not begun.
    Parked(*mut GeneratorObj),
    /// In the object: the frame was left.
    Left,
}

/// What is to be done with the value that a frame returns.
#[inline]
pub(crate) unsafe fn action(frame: &Frame) -> Action {
    if frame.action != Action::Watched || !FrameObj::is(frame.names) {
        return frame.action;
    }
    let number = FrameObj::state(frame.names.ptr()) >> FrameObj::ACTION;
    Action::ALL
        .get(number as usize)
        .copied()
        .unwrap_or(Action::Exit)
}

/// The object of the frame at `index`, made if there is none.
pub(crate) unsafe fn object(
    fiber: *mut Fiber,
    index: usize,
) -> Result<*mut RecordObj, OutOfMemory> {
    let Some(frame) = (&mut (*fiber).frames).get_mut(index) else {
        return Err(OutOfMemory);
    };
    let frame: *mut Frame = frame;
    if FrameObj::is((*frame).names) {
        return Ok((*frame).names.ptr());
    }
    if (*frame).func.is_null() {
        return Err(OutOfMemory);
    }
    let generator = match (*frame).action {
        Action::Generator => (*frame).extra,
        _ => Raw::UNBOUND,
    };
    let heap = &mut (*(*fiber).vm).heap;
    let record = FrameObj::make(
        heap,
        (*frame).func,
        (*frame).code,
        (*frame).names,
        generator,
    )?;
    if (*frame).action != Action::Generator {
        FrameObj::add_state(record, ((*frame).action as i64) << FrameObj::ACTION);
        (*frame).action = Action::Watched;
    }
    (*frame).names = Raw::from_ptr(record);
    Ok(record)
}

/// The frame below `index` that runs a script's function.
pub(crate) unsafe fn below(fiber: *mut Fiber, index: usize) -> Option<usize> {
    (&(*fiber).frames)
        .get(..index)?
        .iter()
        .rposition(|frame| !frame.func.is_null())
}

/// The activation of a frame with an object ends: the variables go into the object.
/// `height` is the number of frames below.
#[cold]
#[inline(never)]
pub(crate) unsafe fn leave(fiber: *mut Fiber, frame: &Frame, height: usize) {
    if !FrameObj::is(frame.names) {
        return;
    }
    let record: *mut RecordObj = frame.names.ptr();
    let at = CodeObj::offset_of(frame.code, frame.pc).saturating_sub(1);
    let proto = &*(*frame.code).proto;
    let regs = (*fiber).stack.add(frame.base as usize);
    let words = RecordObj::words(record);
    let room = ((*record).header.aux as usize).saturating_sub(FrameObj::REGS);
    for i in 0..room.min(proto.nregs as usize) {
        if is_variable(proto, i) {
            words.add(FrameObj::REGS + i).write(*regs.add(i));
        }
    }
    words
        .add(FrameObj::OFFSET)
        .write(Raw::from_small(at as i64));
    let state = FrameObj::state(record);
    FrameObj::add_state(record, FrameObj::LEFT);
    let heap = &mut (*(*fiber).vm).heap;
    heap.barrier(record, Raw::UNBOUND);
    // Who keeps a frame object expects to go on to the callers later.
    if state & FrameObj::SEEN != 0
        && let Some(below) = below(fiber, height)
        && let Ok(back) = object(fiber, below)
    {
        FrameObj::add_state(back, FrameObj::SEEN);
        let heap = &mut (*(*fiber).vm).heap;
        FrameObj::set(heap, record, FrameObj::BACK, Raw::from_ptr(back));
    }
}

/// Whether a register is a variable.
unsafe fn is_variable(proto: &Proto, register: usize) -> bool {
    match proto.reg_names.get(register) {
        Some(name) => !name.is_empty() && !name.starts_with('.'),
        None => false,
    }
}

/// Where a frame object's activation is.
pub(crate) unsafe fn locate(vm: *mut State, record: *mut RecordObj) -> Source {
    if FrameObj::state(record) & FrameObj::LEFT != 0 {
        return Source::Left;
    }
    let generator = FrameObj::word(record, FrameObj::GENERATOR);
    if is_kind(generator, Kind::Generator) {
        let generator: *mut GeneratorObj = generator.ptr();
        match (*generator).header.aux {
            GeneratorObj::RUNNING | GeneratorObj::DELEGATING => {}
            GeneratorObj::FINISHED => return Source::Left,
            _ => return Source::Parked(generator),
        }
    }
    let names = Raw::from_ptr(record);
    let within = |fiber: *mut Fiber| {
        let at = (&(*fiber).frames)
            .iter()
            .rposition(|frame| frame.names == names);
        at.map(|at| Source::Running(fiber, at))
    };
    if let Some(source) = within((*vm).current) {
        return source;
    }
    let mut fibers = (*vm).scheduler.fibers();
    while let Some(fiber) = fibers.next() {
        if let Some(source) = within(fiber) {
            return source;
        }
    }
    if is_kind(generator, Kind::Generator)
        && (*generator.ptr::<GeneratorObj>()).header.aux == GeneratorObj::DELEGATING
    {
        // It closes what it delegates to.
        return Source::Parked(generator.ptr());
    }
    Source::Left
}

/// What a variable's register holds; perhaps a cell, perhaps unbound. `record` is looked
/// at for frames that were left.
pub(crate) unsafe fn register(source: Source, record: *mut RecordObj, register: usize) -> Raw {
    match source {
        Source::Running(fiber, index) => match (&(*fiber).frames).get(index) {
            Some(frame) if register < (*frame.code).nregs as usize => {
                *(*fiber).stack.add(frame.base as usize + register)
            }
            _ => Raw::UNBOUND,
        },
        Source::Parked(generator) if register < (*generator).nregs as usize => {
            *GeneratorObj::regs(generator).add(register)
        }
        Source::Parked(_) => Raw::UNBOUND,
        Source::Left => FrameObj::word(record, FrameObj::REGS + register),
    }
}

/// Offset of the last instruction; negative before the first.
pub(crate) unsafe fn offset(source: Source, record: *mut RecordObj) -> i64 {
    match source {
        Source::Running(fiber, index) => match (&(*fiber).frames).get(index) {
            Some(frame) => CodeObj::offset_of(frame.code, frame.pc) as i64 - 1,
            None => -1,
        },
        Source::Parked(generator) if (*generator).header.aux == GeneratorObj::CREATED => -1,
        // An await stands at its own instruction, a yield behind it.
        Source::Parked(generator) => match crate::vm::generator::waits(generator) {
            true => i64::from((*generator).offset),
            false => i64::from((*generator).offset) - 1,
        },
        Source::Left => FrameObj::word(record, FrameObj::OFFSET).small(),
    }
}

/// The object of the caller, or None.
pub(crate) unsafe fn back(vm: *mut State, record: *mut RecordObj) -> Result<Raw, OutOfMemory> {
    match locate(vm, record) {
        Source::Running(fiber, index) => match below(fiber, index) {
            Some(below) => Ok(Raw::from_ptr(object(fiber, below)?)),
            None => Ok(Raw::NONE),
        },
        Source::Parked(_) => Ok(Raw::NONE),
        Source::Left => {
            let back = FrameObj::word(record, FrameObj::BACK);
            Ok(if back.is_ptr() { back } else { Raw::NONE })
        }
    }
}

/// The frame object of a generator; None once that has ended.
pub(crate) unsafe fn of_generator(
    vm: *mut State,
    generator: *mut GeneratorObj,
) -> Result<Raw, OutOfMemory> {
    match (*generator).header.aux {
        GeneratorObj::FINISHED => Ok(Raw::NONE),
        GeneratorObj::RUNNING | GeneratorObj::DELEGATING => {
            let extra = Raw::from_ptr(generator);
            let mut fibers = (*vm).scheduler.fibers();
            while let Some(fiber) = fibers.next() {
                let found = (&(*fiber).frames)
                    .iter()
                    .rposition(|frame| frame.extra == extra && frame.action == Action::Generator);
                if let Some(index) = found {
                    return object(fiber, index).map(Raw::from_ptr);
                }
            }
            match (*generator).header.aux {
                GeneratorObj::DELEGATING => parked_object(vm, generator),
                _ => Ok(Raw::NONE),
            }
        }
        _ => parked_object(vm, generator),
    }
}

/// The frame object of a generator whose registers lie in it.
unsafe fn parked_object(vm: *mut State, generator: *mut GeneratorObj) -> Result<Raw, OutOfMemory> {
    let names = (*generator).frame;
    if FrameObj::is(names) {
        return Ok(names);
    }
    let (func, code) = ((*generator).func, (*generator).code);
    let extra = Raw::from_ptr(generator);
    let record = FrameObj::make(&mut (*vm).heap, func, code, names, extra)?;
    (*generator).frame = Raw::from_ptr(record);
    (*vm).heap.barrier(generator, (*generator).frame);
    Ok(Raw::from_ptr(record))
}

//! Driving the collector: roots, steps, the atomic end of a cycle.
//!
//! # Safety
//! The raw layer's contract (`heap`). Called at a safepoint: every frame's `pc` is
//! saved, every fiber's window is recorded in it, and no raw pointer that is held
//! elsewhere is used afterwards unless it is rooted.

use crate::heap::Phase;
use crate::object::{CodeObj, drop_foreign};
use crate::value::Raw;
use crate::vm::fiber::Fiber;
use crate::vm::state::State;

/// Pays one step of what allocation has left due.
///
/// # Safety
/// A safepoint: the running fiber's frame and window are recorded in it.
#[cold]
#[inline(never)]
pub(crate) unsafe fn pay(vm: *mut State) {
    if (*vm).stress {
        full(vm);
        return;
    }
    match (*vm).heap.phase() {
        Phase::Idle => {
            if (*vm).collecting && (*vm).heap.cycle_due() {
                start(vm);
            }
            (*vm).heap.step_paid();
        }
        Phase::Mark => {
            let budget = (*vm).heap.step_budget();
            if (*vm).heap.propagate(budget) {
                finish(vm);
            } else {
                (*vm).heap.step_paid();
            }
        }
    }
}

/// A whole cycle, in steps.
///
/// # Safety
/// As [`pay`].
#[cold]
#[inline(never)]
pub(crate) unsafe fn full(vm: *mut State) {
    // A cycle that is under way has already marked what may be garbage now.
    if (*vm).heap.phase() == Phase::Mark {
        while !(*vm).heap.propagate(usize::MAX) {}
        finish(vm);
    }
    start(vm);
    loop {
        let budget = (*vm).heap.step_budget();
        if (*vm).heap.propagate(budget) {
            break;
        }
    }
    finish(vm);
}

unsafe fn start(vm: *mut State) {
    (*vm).heap.start_mark();
    mark_roots(vm, false);
}

/// The atomic step: roots again, what the barrier saw, then the end.
unsafe fn finish(vm: *mut State) {
    mark_roots(vm, true);
    (*vm).heap.take_remembered();
    while !(*vm).heap.propagate(usize::MAX) {}
    (*vm).forget_dead_names();
    (*vm).heap.finish_mark(drop_foreign);
}

/// Marks everything that is reachable from outside the heap; in the atomic step
/// the dead registers are emptied, so that none holds a freed object's address.
unsafe fn mark_roots(vm: *mut State, atomic: bool) {
    let state = &mut *vm;
    for index in 0..state.classes.len() {
        let entry = state.classes[index];
        state.heap.mark_object(entry.ty);
        state.heap.mark_object(entry.shape);
    }
    for slot in state.names.slots() {
        state.heap.mark_object(*slot);
    }
    state.heap.mark_object(state.builtins);
    state.heap.mark_object(state.modules);
    for raw in [
        state.memory_error,
        state.not_implemented,
        state.ellipsis,
        state.empty_tuple,
        state.empty_str,
    ] {
        state.heap.mark(raw);
    }
    for index in 0..state.ascii.len() {
        state.heap.mark(state.ascii[index]);
    }
    state.roots.mark(&mut state.heap);
    let mut fibers = state.scheduler.fibers();
    while let Some(fiber) = fibers.next() {
        mark_fiber(vm, fiber, atomic);
    }
}

/// Marks what a fiber holds.
unsafe fn mark_fiber(vm: *mut State, fiber: *mut Fiber, atomic: bool) {
    let heap = &mut (*vm).heap;
    heap.mark((*fiber).error);
    heap.mark((*fiber).handled);
    for i in 0..Fiber::RESERVED {
        heap.mark(*(*fiber).stack.add(i));
    }
    let mut high = (*fiber).top;
    let mut live_end = (*fiber).top;
    let count = (*fiber).frames.len();
    for i in 0..count {
        let frame = (*fiber).frames.as_mut_ptr().add(i);
        heap.mark((*frame).extra);
        heap.mark((*frame).names);
        let base = (*frame).base as usize;
        let end = if (*frame).func.is_null() {
            base + (*frame).window as usize
        } else {
            heap.mark_object((*frame).func);
            heap.mark_object((*frame).code);
            let code = (*frame).code;
            let at = CodeObj::offset_of(code, (*frame).pc).saturating_sub(1);
            let height = (&(*(*code).proto).heights)
                .get(at)
                .copied()
                .unwrap_or((*code).nregs);
            high = high.max(base + (*code).nregs as usize);
            base + height as usize
        };
        for at in base..end {
            heap.mark(*(*fiber).stack.add(at));
        }
        if i + 1 == count {
            live_end = live_end.max(end);
        }
    }
    for at in (*fiber).native_base..(*fiber).top {
        heap.mark(*(*fiber).stack.add(at));
    }
    if atomic {
        for at in live_end..high.min((*fiber).capacity) {
            (*fiber).stack.add(at).write(Raw::UNBOUND);
        }
        // Between a script frame's height and the native window above it.
        if let Some(frame) = (*fiber).frames.last()
            && !frame.func.is_null()
        {
            let at = CodeObj::offset_of(frame.code, frame.pc).saturating_sub(1);
            let height = (&(*(*frame.code).proto).heights)
                .get(at)
                .copied()
                .unwrap_or((*frame.code).nregs);
            for at in frame.base as usize + height as usize..(*fiber).native_base {
                (*fiber).stack.add(at).write(Raw::UNBOUND);
            }
        }
    }
}

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

/// As many allocations have a collection each under stress; behind them it takes turns with the
/// program ever more rarely, or long programs would have no end. In a hostile build a collection
/// goes over many more blocks.
const STRESS_THICK: u64 = if cfg!(miniscript_hostile) {
    1 << 11
} else {
    1 << 13
};

/// So many words above all that is live are spoiled by a collection of a debug build.
const SPOILED: usize = 256;

/// Pays one step of what allocation has left due.
///
/// # Safety
/// A safepoint: the running fiber's frame and window are recorded in it.
#[cold]
#[inline(never)]
pub(crate) unsafe fn pay(vm: *mut State) {
    if (*vm).stress {
        let count = (*vm).stress_count;
        (*vm).stress_count += 1;
        if count.is_multiple_of(1 + count / STRESS_THICK) {
            full(vm);
        }
        return;
    }
    match (*vm).heap.phase() {
        Phase::Idle => {
            if (*vm).heap.sweeping() {
                let budget = (*vm).heap.step_budget();
                (*vm).heap.sweep_step(budget, drop_foreign);
            } else if (*vm).heap.collecting && (*vm).heap.cycle_due() {
                start(vm);
            }
        }
        // Where it is switched off, a cycle that is under way waits: its end would find what has
        // died since.
        Phase::Mark if !(*vm).heap.collecting => {}
        Phase::Mark => {
            let mut budget = (*vm).heap.step_budget();
            let mut fresh = false;
            while budget > 0 && (*vm).heap.propagate(&mut budget) {
                // Behind a round that took less than a step nothing is new.
                if !fresh && (*vm).heap.another_round() {
                    mark_roots(vm, false);
                    (*vm).heap.take_remembered();
                    fresh = true;
                } else {
                    if finish(vm, false) {
                        (*vm).heap.sweep_step(budget, drop_foreign);
                    }
                    break;
                }
            }
        }
    }
    (*vm).heap.step_paid();
    (*vm).heap.has_collected = false;
}

/// A whole cycle, in steps.
///
/// # Safety
/// As [`pay`].
#[cold]
#[inline(never)]
pub(crate) unsafe fn full(vm: *mut State) {
    let budget = (*vm).heap.step_budget();
    // A cycle that is under way has already marked what may be garbage now.
    if (*vm).heap.phase() == Phase::Mark {
        propagate_all(vm, budget);
        finish(vm, true);
    }
    start(vm);
    propagate_all(vm, budget);
    finish(vm, true);
    (*vm).heap.sweep_all(drop_foreign);
    (*vm).heap.step_paid();
    (*vm).heap.settle();
}

/// Visits whatever is grey, so many words at a time.
unsafe fn propagate_all(vm: *mut State, budget: usize) {
    while !(*vm).heap.propagate(&mut { budget }) {}
}

unsafe fn start(vm: *mut State) {
    (*vm).heap.start_mark();
    mark_roots(vm, false);
}

/// The atomic step: roots again, what the barrier saw, then the end. False: dead objects have
/// code to run, and what they refer to is to be marked first, in steps; unless all is to be done
/// `at_once`.
unsafe fn finish(vm: *mut State, at_once: bool) -> bool {
    mark_roots(vm, true);
    (*vm).heap.take_remembered();
    propagate_all(vm, usize::MAX);
    if (*vm).heap.bury() {
        if !at_once && (*vm).heap.first_burial() {
            return false;
        }
        propagate_all(vm, usize::MAX);
    }
    (*vm).forget_dead_names();
    (*vm).heap.finish_mark(drop_foreign);
    true
}

/// Marks everything that is reachable from outside the heap; in the atomic step
/// the dead registers are emptied, so that none holds a freed object's address.
unsafe fn mark_roots(vm: *mut State, atomic: bool) {
    let state = &mut *vm;
    state.heap.mark_due();
    if state.heap.keeps() {
        state.heap.mark_thawed();
    } else {
        state.heap.mark_fixed_classes();
        for slot in state.names.slots() {
            state.heap.mark_object(*slot);
        }
        for index in 0..state.ascii.len() {
            state.heap.mark(state.ascii[index]);
        }
    }
    state.heap.mark_object(state.builtins);
    state.heap.mark_object(state.modules);
    state.heap.mark_object(state.streams.sys);
    for raw in [
        state.memory_error,
        state.not_implemented,
        state.ellipsis,
        state.empty_tuple,
        state.empty_str,
        state.streams.stdout,
        state.streams.stdin,
        state.streams.generators[0],
        state.streams.generators[1],
    ] {
        state.heap.mark(raw);
    }
    for made in &state.native_classes {
        state.heap.mark_object(made.ty);
    }
    state.roots.mark(&mut state.heap);
    let mut fibers = state.scheduler.fibers();
    while let Some(fiber) = fibers.next() {
        mark_fiber(vm, fiber, atomic);
    }
}

/// Marks what a fiber holds: the live registers of its frames, the windows of its
/// natives. Words between and above them are dead; the atomic step empties them.
unsafe fn mark_fiber(vm: *mut State, fiber: *mut Fiber, atomic: bool) {
    let heap = &mut (*vm).heap;
    heap.mark((*fiber).error);
    heap.mark((*fiber).locals);
    heap.mark((*fiber).handled);
    heap.mark((*fiber).thrown);
    heap.mark((*fiber).result);
    if (*fiber).capacity == 0 {
        return;
    }
    let stack = (*fiber).stack;
    for i in 0..Fiber::RESERVED {
        heap.mark(*stack.add(i));
    }
    let mut high = (*fiber).top;
    // Everything below has been marked or emptied.
    let mut seen = Fiber::RESERVED;
    let mut visit = |from: usize, to: usize| {
        if atomic {
            for at in seen..from {
                stack.add(at).write(Raw::UNBOUND);
            }
        }
        for at in from..to {
            let word = *stack.add(at);
            debug_assert!(
                word != Raw::STALE,
                "word {at} of {from}..{to} was never written"
            );
            heap.mark(word);
        }
        seen = seen.max(to);
    };
    for i in 0..(*fiber).frames.len() {
        let frame = *(*fiber).frames.as_mut_ptr().add(i);
        let base = frame.base as usize;
        if frame.func.is_null() {
            visit(base, base + frame.window as usize);
        } else {
            let at = CodeObj::offset_of(frame.code, frame.pc).saturating_sub(1);
            let height = (&(*(*frame.code).proto).heights)
                .get(at)
                .copied()
                .unwrap_or((*frame.code).nregs);
            high = high.max(base + (*frame.code).nregs as usize);
            visit(base, base + height as usize);
        }
    }
    visit((*fiber).native_base, (*fiber).top);
    if atomic {
        let high = high.min((*fiber).capacity);
        for at in seen..high {
            stack.add(at).write(Raw::UNBOUND);
        }
        if cfg!(debug_assertions) {
            let high = high.max(seen);
            for at in high..(high + SPOILED).min((*fiber).capacity) {
                stack.add(at).write(Raw::STALE);
            }
        }
    }
    for i in 0..(*fiber).frames.len() {
        let frame = *(*fiber).frames.as_mut_ptr().add(i);
        heap.mark(frame.extra);
        heap.mark(frame.names);
        heap.mark_object(frame.func);
        heap.mark_object(frame.code);
    }
}

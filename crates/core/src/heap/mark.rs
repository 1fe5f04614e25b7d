//! Marking: grey objects, the barrier's slow half, and the end of a cycle.
//!
//! The VM drives it: it starts a cycle, marks its roots, pays steps and ends the
//! cycle with an atomic step in which the roots are marked once more.
//!
//! # Safety
//! The raw layer's contract (`heap`). Every object passed in or reachable is live or
//! has not been swept since it died. Marks mean something only from `start_mark` to
//! `finish_mark`, and `finish_mark` is called when every root has been marked in the
//! same step and nothing is grey: whatever is unmarked then is free.

use super::{Big, Block, CLASS_COUNT, GRAY_ROOM, Heap, Phase};
use crate::object::{Header, trace};
use crate::value::Raw;
use core::ptr::null_mut;

/// No kind of object, and in a word's place no pointer that could be followed.
const SCRUBBED: u8 = 0xF7;

/// Words of a long object visited at a time, so that one step stays short.
pub(crate) const SLICE: usize = 1024;

impl Heap {
    pub(crate) fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether a cycle should start now.
    pub(crate) fn cycle_due(&self) -> bool {
        self.phase == Phase::Idle && self.allocated >= self.cycle_at
    }

    /// Clears the marks and turns the barrier on.
    pub(crate) unsafe fn start_mark(&mut self) {
        debug_assert!(self.phase == Phase::Idle);
        for class in &mut self.classes {
            // What was not swept yet stays garbage and is found again.
            class.sweeping = null_mut();
            let mut block: *mut Block = class.blocks;
            while !block.is_null() {
                (*block).clear_marks();
                block = (*block).next;
            }
        }
        for &big in &self.bigs {
            (*big).marked = false;
        }
        self.marked_bytes = 0;
        // Without this room the cycle would still end, but slowly: see `retrace_marked`.
        let _ = self.gray.try_reserve(GRAY_ROOM);
        self.gray.clear();
        self.gray_again.clear();
        self.gray_overflow = false;
        self.phase = Phase::Mark;
        // What was taken before the cycle is not its steps' to pay.
        self.debt = 0;
        self.stats.steps_of_cycle = 0;
        self.stats.longest_of_cycle = 0;
        self.rounds = 0;
    }

    /// Marks the object of a value, if it is one.
    #[inline]
    pub(crate) unsafe fn mark(&mut self, raw: Raw) {
        if raw.is_ptr() {
            self.mark_object(raw.ptr::<Header>());
        }
    }

    /// Marks an object; null is allowed.
    #[inline]
    pub(crate) unsafe fn mark_object<T>(&mut self, object: *mut T) {
        let object = object.cast::<Header>();
        if object.is_null() || (*object).flags & Header::STATIC != 0 {
            return;
        }
        if (*object).flags & Header::BIG != 0 {
            let big = object.cast::<Big>().sub(1);
            if core::mem::replace(&mut (*big).marked, true) {
                return;
            }
            self.marked_bytes += (*big).size;
        } else {
            let block = Block::of(object.cast());
            if !(*block).mark(object.cast()) {
                return;
            }
            self.marked_bytes += (*block).cell_size();
        }
        if (*object).kind.has_children() {
            self.push_gray(object, 0);
        }
    }

    pub(crate) unsafe fn is_marked<T>(&self, object: *mut T) -> bool {
        let object = object.cast::<Header>();
        if (*object).flags & Header::STATIC != 0 {
            true
        } else if (*object).flags & Header::BIG != 0 {
            (*object.cast::<Big>().sub(1)).marked
        } else {
            (*Block::of(object.cast())).is_marked(object.cast())
        }
    }

    /// An object visited in part, to be gone on with at `cursor`.
    pub(crate) fn push_gray(&mut self, object: *mut Header, cursor: usize) {
        if self.gray.try_reserve(1).is_ok() {
            self.gray.push((object, cursor));
        } else {
            self.gray_overflow = true;
        }
    }

    /// A marked object was written to: it is visited again.
    #[cold]
    #[inline(never)]
    pub(super) unsafe fn regray(&mut self, object: *mut Header) {
        if (*object).flags & (Header::REMEMBERED | Header::STATIC) != 0 || !self.is_marked(object) {
            return;
        }
        if self.gray_again.try_reserve(1).is_ok() {
            (*object).flags |= Header::REMEMBERED;
            self.gray_again.push(object);
        } else {
            self.gray_overflow = true;
        }
    }

    /// Visits about `budget` words of grey objects; true when none is left.
    pub(crate) unsafe fn propagate(&mut self, budget: usize) -> bool {
        let mut work = 0;
        while work < budget {
            let Some((object, cursor)) = self.gray.pop() else {
                if self.gray_overflow {
                    self.retrace_marked();
                    continue;
                }
                self.note_step(work);
                return true;
            };
            work += trace(self, object, cursor);
        }
        self.note_step(work);
        false
    }

    fn note_step(&mut self, work: usize) {
        self.stats.steps += 1;
        self.stats.steps_of_cycle += 1;
        self.stats.longest_of_cycle = self.stats.longest_of_cycle.max(work);
        self.stats.longest_step = self.stats.longest_step.max(work);
    }

    /// Takes the objects that the barrier saw; true if there were any.
    pub(crate) unsafe fn take_remembered(&mut self) -> bool {
        let any = !self.gray_again.is_empty();
        while let Some(object) = self.gray_again.pop() {
            (*object).flags &= !Header::REMEMBERED;
            self.push_gray(object, 0);
        }
        any
    }

    /// Whether it is worth while to go over the roots and what the barrier saw once
    /// more in steps, before the atomic one: each round leaves it less to do.
    pub(crate) fn another_round(&mut self) -> bool {
        self.rounds += 1;
        self.rounds <= 2
    }

    /// The grey list could not grow: whatever is marked is visited again, which
    /// greys the children that were missed. The list is empty and has room for
    /// [`GRAY_ROOM`]; each object's children are gone through before the next one,
    /// so that every round gets further.
    #[cold]
    unsafe fn retrace_marked(&mut self) {
        self.gray_overflow = false;
        for index in 0..CLASS_COUNT {
            let mut block = self.classes[index].blocks;
            while !block.is_null() {
                let mut cell = 0;
                // No reference to the block lives while objects are marked in it.
                while let Some(object) = (*block).cell(cell) {
                    let object = object.cast::<Header>();
                    if (*block).is_marked(object.cast()) && (*object).kind.has_children() {
                        self.trace_all(object);
                    }
                    cell += 1;
                }
                block = (*block).next;
            }
        }
        for index in 0..self.bigs.len() {
            let big = self.bigs[index];
            let object = big.add(1).cast::<Header>();
            if (*big).marked && (*object).kind.has_children() {
                self.trace_all(object);
            }
        }
    }

    unsafe fn trace_all(&mut self, object: *mut Header) {
        trace(self, object, 0);
        while let Some((object, cursor)) = self.gray.pop() {
            trace(self, object, cursor);
        }
    }

    /// Ends the cycle: every root is marked and nothing is grey. Frees big
    /// objects, runs `drop_foreign`, hands empty blocks back, lets the lazy
    /// sweep begin and sets the next cycle's start.
    pub(crate) unsafe fn finish_mark(&mut self, drop_foreign: unsafe fn(*mut Header)) {
        debug_assert!(self.gray.is_empty() && self.gray_again.is_empty());
        self.drop_dead_weak();
        self.sweep_classes();
        let mut index = 0;
        while let Some(&object) = self.finalizable.get(index) {
            if self.is_marked(object) {
                index += 1;
            } else {
                self.finalizable.swap_remove(index);
                drop_foreign(object);
            }
        }
        let mut index = 0;
        while let Some(&big) = self.bigs.get(index) {
            if (*big).marked {
                index += 1;
            } else {
                self.free_big(big);
            }
        }
        for class in &mut self.classes {
            class.cursor = null_mut();
            class.end = null_mut();
            let mut kept = null_mut();
            let mut block = class.blocks;
            while !block.is_null() {
                let next = (*block).next;
                if (*block).is_empty() {
                    Block::pooled(block, self.pool);
                    self.pool = block;
                } else {
                    (*block).next = kept;
                    kept = block;
                }
                block = next;
            }
            class.blocks = kept;
            class.sweeping = kept;
            class.next_cell = 0;
        }
        if self.scrubs {
            self.scrub();
        }
        self.allocated = self.marked_bytes;
        self.debt = 0;
        self.phase = Phase::Idle;
        // Start again when the live size has grown by three quarters, or half of
        // what the limit leaves, whichever is sooner.
        let room = self.limit.saturating_sub(self.marked_bytes + self.outside);
        let growth = (self.marked_bytes / 4 * 3)
            .max(self.pace.cycle)
            .min((room / 2).max(self.pace.step));
        self.cycle_at = self.marked_bytes.saturating_add(growth);
        self.step_at = growth;
        self.wants_step = false;
        self.stats.cycles += 1;
    }

    /// Overwrites what this cycle has found dead: a pointer that was not rooted then
    /// leads to an object of no kind, not to one that happens to be intact.
    #[cold]
    unsafe fn scrub(&mut self) {
        for class in &self.classes {
            let mut block = class.blocks;
            while !block.is_null() {
                let mut from = 0;
                while let Some((start, end, next)) = (*block).free_run(from) {
                    start.write_bytes(SCRUBBED, end as usize - start as usize);
                    from = next;
                }
                block = (*block).next;
            }
        }
    }

    /// A step was paid; the next is due after some more allocation, or at the next safepoint
    /// where much was taken at once.
    pub(crate) fn step_paid(&mut self) {
        self.debt = match self.phase {
            Phase::Idle => 0,
            Phase::Mark => self.debt.saturating_sub(self.pace.step),
        };
        self.step_at = self.pace.step;
        self.wants_step = self.debt >= self.step_at;
        if self.wants_step {
            self.trip();
        }
    }

    /// Work of one step, in words.
    pub(crate) fn step_budget(&self) -> usize {
        self.pace.work
    }
}

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

use super::{Big, Block, GRAY_ROOM, Heap, Phase, Sweep};
use crate::object::{Header, trace};
use crate::value::Raw;
use core::ptr::null_mut;

/// Times the roots are gone over in steps, before the atomic one does it.
const LEAST_ROUNDS: u32 = 2;
/// The same where the barrier has seen more than one step's work, or the last time took more than
/// so many steps: as many lie behind what is new since.
const MOST_ROUNDS: u32 = 8;
const SHORT_ROUND: u64 = 4;

/// Words of a long object visited at a time, so that one step stays short.
pub(crate) const SLICE: usize = 512;

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
        // All marks of earlier cycles are void. What was not swept yet stays garbage and
        // is found again.
        self.epoch = self.epoch.wrapping_add(2);
        for class in &mut self.classes {
            class.sweeping = null_mut();
        }
        self.sweep = Sweep::default();
        self.mark_kept();
        // Without this room the cycle would still end, but slowly: see `retrace_marked`.
        let _ = self.gray.try_reserve(GRAY_ROOM);
        self.gray.clear();
        debug_assert!(self.gray_again.is_empty() && self.remembered.is_empty());
        self.gray_overflow = false;
        self.phase = Phase::Mark;
        // What was taken little by little is not its steps' to pay; what was taken at once is: or
        // a program that fills a long list and then allocates nothing would keep the list before.
        let beyond = self.allocated.saturating_sub(self.cycle_at);
        self.debt = core::mem::take(&mut self.taken_at_once).max(beyond);
        self.stats.steps_of_cycle = 0;
        self.stats.longest_of_cycle = 0;
        self.rounds = 0;
        self.round_began = 0;
        self.buried = false;
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
        if self.set_mark(object) && (*object).has_children() {
            self.push_gray(object, 0);
        }
    }

    /// Sets an object's mark; true if it was clear, and the caller visits its children. Null is
    /// allowed.
    #[inline]
    pub(crate) unsafe fn set_mark<T>(&mut self, object: *mut T) -> bool {
        let object = object.cast::<Header>();
        if object.is_null() || (*object).flags & Header::KEPT != 0 {
            return false;
        }
        if (*object).flags & Header::BIG != 0 {
            let big = object.cast::<Big>().sub(1);
            if core::mem::replace(&mut (*big).epoch, self.epoch) == self.epoch {
                return false;
            }
            let size = (*big).size;
            self.marked_bytes += size;
            self.marked_lightly += if (*object).has_children() {
                size / 2
            } else {
                size
            };
        } else {
            let block = Block::of(object.cast());
            if !(*block).mark(object.cast(), self.epoch) {
                return false;
            }
            self.marked_bytes += (*block).cell_size();
        }
        true
    }

    /// Asks for the memory that marking a value's object will touch first.
    #[inline(always)]
    pub(crate) unsafe fn prefetch(raw: Raw) {
        if raw.is_ptr() {
            prefetch(raw.ptr());
        }
    }

    pub(crate) unsafe fn is_marked<T>(&self, object: *mut T) -> bool {
        let object = object.cast::<Header>();
        if (*object).flags & Header::KEPT != 0 {
            true
        } else if (*object).flags & Header::BIG != 0 {
            (*object.cast::<Big>().sub(1)).epoch == self.epoch
        } else {
            (*Block::of(object.cast())).is_marked(object.cast(), self.epoch)
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

    /// A marked or kept object was written to: it is visited again.
    #[cold]
    #[inline(never)]
    pub(super) unsafe fn regray(&mut self, object: *mut Header) {
        if (*object).flags & Header::KEPT != 0 {
            self.thaw(object);
        }
        if self.phase == Phase::Idle
            || (*object).flags & Header::REMEMBERED != 0
            || !self.is_marked(object)
        {
            return;
        }
        if self.gray_again.try_reserve(1).is_ok() {
            (*object).flags |= Header::REMEMBERED;
            self.gray_again.push(object);
        } else {
            self.gray_overflow = true;
        }
    }

    /// Words were stored into an object: it is visited again, or they are marked, whichever is
    /// less work. So a long list that is filled while it is marked is not gone over whole in the
    /// atomic step.
    #[cold]
    #[inline(never)]
    pub(super) unsafe fn stored(&mut self, owner: *mut Header, words: *const Raw, count: usize) {
        if (*owner).flags & (Header::BIG | Header::KEPT) != Header::BIG || count > SLICE {
            self.regray(owner);
        } else if count > 0 && self.is_marked(owner) {
            for at in 0..count {
                self.mark(*words.add(at));
            }
        }
    }

    /// The same of one word, which stays in its register where nobody is told of it.
    #[cold]
    #[inline(never)]
    pub(super) unsafe fn stored_word(&mut self, owner: *mut Header, word: Raw) {
        self.stored(owner, &raw const word, 1);
    }

    /// Visits about `budget` words of grey objects and takes them from it; true when none is left.
    pub(crate) unsafe fn propagate(&mut self, budget: &mut usize) -> bool {
        let mut work = 0;
        while work < *budget {
            let Some((object, cursor)) = self.gray.pop() else {
                if let Some(object) = self.remembered.pop() {
                    (*object).flags &= !Header::REMEMBERED;
                    work += trace(self, object, 0);
                    continue;
                }
                if self.gray_overflow {
                    self.retrace_marked();
                    continue;
                }
                *budget -= work;
                self.note_step(work);
                return true;
            };
            work += trace(self, object, cursor);
        }
        *budget = 0;
        self.note_step(work);
        false
    }

    fn note_step(&mut self, work: usize) {
        self.stats.steps += 1;
        self.stats.steps_of_cycle += 1;
        self.stats.longest_of_cycle = self.stats.longest_of_cycle.max(work);
        self.stats.longest_step = self.stats.longest_step.max(work);
    }

    /// Takes the objects that the barrier saw, when all that it saw before is visited.
    pub(crate) fn take_remembered(&mut self) {
        debug_assert!(self.remembered.is_empty());
        core::mem::swap(&mut self.gray_again, &mut self.remembered);
    }

    /// Whether dead objects have got code to run for the first time in this cycle: what they
    /// refer to may be much.
    pub(crate) fn first_burial(&mut self) -> bool {
        !core::mem::replace(&mut self.buried, true)
    }

    /// Whether it is worth while to go over the roots and what the barrier saw once
    /// more in steps, before the atomic one: each round leaves it less to do. A program
    /// that writes faster than the rounds go on comes to its atomic step all the same.
    pub(crate) fn another_round(&mut self) -> bool {
        let steps = self.stats.steps_of_cycle - self.round_began;
        self.round_began = self.stats.steps_of_cycle;
        let much = steps > SHORT_ROUND || self.gray_again.len() > self.pace.work / 16;
        self.rounds += 1;
        self.rounds <= if much { MOST_ROUNDS } else { LEAST_ROUNDS }
    }

    /// The grey list could not grow: whatever is marked is visited again, which
    /// greys the children that were missed. The list is empty and has room for
    /// [`GRAY_ROOM`]; each object's children are gone through before the next one,
    /// so that every round gets further.
    #[cold]
    unsafe fn retrace_marked(&mut self) {
        self.gray_overflow = false;
        let mut at = self.all_blocks();
        while let Some(block) = self.block_below(&mut at) {
            if (*block).is_pooled() || (*block).epoch() != self.epoch {
                continue;
            }
            let mut cell = 0;
            // No reference to the block lives while objects are marked in it.
            while let Some(object) = (*block).cell(cell) {
                // A cell that never held an object has no header to be asked.
                let marked = (*block).is_marked(object, self.epoch);
                let object = object.cast::<Header>();
                if marked && (*object).has_children() {
                    self.trace_all(object);
                }
                cell += 1;
            }
        }
        for index in 0..self.bigs.len() {
            let big = self.bigs[index];
            let object = big.add(1).cast::<Header>();
            if (*big).epoch == self.epoch && (*object).has_children() {
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

    /// Ends the cycle: every root is marked and nothing is grey. What is dead is found
    /// in the steps that follow; sets the next cycle's start.
    pub(crate) unsafe fn finish_mark(&mut self, drop_foreign: unsafe fn(*mut Header)) {
        debug_assert!(self.gray.is_empty() && self.gray_again.is_empty());
        self.drop_dead_weak();
        self.sweep_classes();
        self.phase = Phase::Idle;
        self.start_sweep(drop_foreign);
        self.allocated = self.marked_bytes;
        self.settled = self.settled.min(self.marked_bytes);
        self.debt = 0;
        // Start again when the heap has grown by half of what there was to visit, by more where
        // that is little, or by half of what the limit leaves, whichever is sooner.
        let room = self.limit.saturating_sub(self.marked_bytes + self.outside);
        let visited = self.marked_bytes.saturating_sub(self.marked_lightly);
        let growth = (visited / 2)
            .max(self.pace.cycle + visited / 4)
            .min((room / 2).max(self.pace.step));
        self.cycle_at = self.marked_bytes.saturating_add(growth);
        self.stats.cycles += 1;
    }

    /// A step was paid; the next is due after some more allocation, or at the next safepoint
    /// where much was taken at once: for a cycle in progress, or for one that is to start behind
    /// what is left of the last, if the program wants any.
    pub(crate) fn step_paid(&mut self) {
        self.debt = match self.phase {
            Phase::Idle => 0,
            Phase::Mark => self.debt.saturating_sub(self.pace.step),
        };
        self.step_at = match self.phase {
            Phase::Idle if !self.sweeping() => self.cycle_at.saturating_sub(self.allocated),
            _ => 0,
        };
        self.step_at = self.step_at.max(self.pace.step);
        self.wants_step = self.debt >= self.step_at || self.collecting && self.cycle_due();
        if self.wants_step {
            self.trip();
        }
    }

    /// Work of one step, in words.
    pub(crate) fn step_budget(&self) -> usize {
        self.pace.work
    }
}

/// A hint to the processor that `address` is read soon; it need not be valid.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn prefetch(address: *const u8) {
    use core::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
    // SAFETY: a hint reads nothing that the program could see, whatever the address.
    unsafe { _mm_prefetch::<_MM_HINT_T0>(address.cast()) };
}

/// No stable hint is known: the loads come when they come.
#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
fn prefetch(_: *const u8) {}

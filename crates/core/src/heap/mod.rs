//! The VM's heap: size-classed blocks, big objects, incremental mark and lazy sweep.
//!
//! # Safety: the raw layer's contract
//! `heap`, `object`, `vm` and `task` are core's only unsafe code. They work on
//! raw pointers under these rules, which every `unsafe fn` here relies on:
//! - a pointer of a live [`Raw`] is a fully initialised object of the kind that
//!   its header says, in the heap of the VM that runs;
//! - allocating **never collects**: it adds debt or fails at the limit. So raw
//!   code may hold pointers in Rust variables between two allocations;
//! - objects never move. A collection happens only at safepoints of the VM and
//!   in the native layer (`vm::context`), where all that is held is rooted;
//! - a store of a pointer into a heap object goes through [`Heap::barrier`];
//! - no reference (`&`, `&mut`) into an object or into VM state lives across
//!   anything that may switch tasks.
//!
//! # Collection
//! Mark and sweep, incremental, non-moving, paced by allocation debt. Mark bits
//! live beside the cells in each block. New objects are born unmarked; a store
//! into a marked object during marking re-greys it (backward barrier); registers
//! have no barrier and are scanned again in the final step. What came into being with the
//! VM counts as marked until it is written to (`kept`). After the final step blocks and big
//! objects are looked at in steps (`sweep`): what is empty goes back, what has room
//! to its class. The cells are swept lazily: an allocator looks for the next run of
//! unmarked ones in a block of its class.
//!
//! # What a step may cost
//! A step visits about `Pace::work` words, whatever the heap holds. What is not
//! bounded by it is done at once, in the step that begins a cycle, in those between
//! two rounds (`Heap::another_round`) or in the atomic one:
//! - the roots: the stacks of all fibers, the handles of the host;
//! - what the program has written to since the last round: it is short, but a
//!   program may write to much without allocating. A store of one word into a big
//!   object marks the word, so that such an object is not visited again; to move a
//!   long part of it (insertion, deletion, sorting) is to visit it again;
//! - in the atomic step the tables of weak things: interned names, targets of weak
//!   references, objects with a finalizer, classes, code with caches. What dead
//!   objects with a finalizer refer to is marked in steps;
//! - one big object given back to the system;
//! - where the system has no memory for the grey list, what is marked is gone over
//!   again in one step.
#![allow(
    unsafe_op_in_unsafe_fn,
    reason = "raw layer: every function states its contract"
)]

mod big;
mod block;
mod classes;
mod finalize;
mod kept;
mod mark;
mod sweep;

pub(crate) use block::Block;
pub(crate) use classes::{ClassEntry, ClassTable, MAX_IDS};
pub(crate) use finalize::Due;
pub(crate) use mark::SLICE;

use crate::object::Header;
use crate::value::Raw;
use alloc::vec::Vec;
use big::Big;
use block::{BLOCK_SIZE, CLASS_COUNT, CLASS_SIZES, size_class};
use core::alloc::Layout;
use core::ptr::null_mut;
use finalize::Finalizers;
use kept::Kept;
use sweep::Sweep;

/// The heap cannot give the memory asked for: the limit, or the system's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfMemory;

/// What the collector is doing between two steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nothing; garbage is found lazily by the allocators.
    Idle,
    /// Marking: stores need the barrier.
    Mark,
}

/// One allocator per cell size: a bump pointer through a run of free cells.
struct SizeClass {
    cursor: *mut u8,
    end: *mut u8,
    /// The block being swept for runs, with the next cell to look at. The `next` of it
    /// leads to others that have room since the last mark; no list holds the rest.
    sweeping: *mut Block,
    next_cell: usize,
}

impl SizeClass {
    const EMPTY: SizeClass = SizeClass {
        cursor: null_mut(),
        end: null_mut(),
        sweeping: null_mut(),
        next_cell: 0,
    };
}

/// All object storage of one VM, counted and limited.
pub(crate) struct Heap {
    classes: [SizeClass; CLASS_COUNT],
    table: ClassTable,
    pub(crate) finalizers: Finalizers,
    kept: Kept,
    pool: *mut Block,
    /// Blocks of the pool that were in use before; they are on top.
    used: usize,
    arenas: Vec<(*mut u8, Layout)>,
    bigs: Vec<*mut Big>,
    /// Bytes of those.
    big_bytes: usize,
    /// Objects that own something outside the heap; their `drop_foreign` runs once unmarked.
    finalizable: Vec<*mut Header>,
    phase: Phase,
    /// The cycle's number, always even: blocks and big objects with it hold a mark of the
    /// cycle in progress or, without one, of the last.
    epoch: u32,
    /// What is still to be looked at since the last mark.
    sweep: Sweep,
    gray: Vec<(*mut Header, usize)>,
    /// What the barrier has seen in this round.
    gray_again: Vec<*mut Header>,
    /// What it has seen in the round before: to be visited when `gray` is empty.
    remembered: Vec<*mut Header>,
    gray_overflow: bool,
    marked_bytes: usize,
    /// Bytes of them that took less time than small objects: long texts are not gone through, and
    /// of long lists two words take as long as one of an object.
    marked_lightly: usize,
    /// Times the grey list was empty in this cycle.
    rounds: u32,
    /// Steps of this cycle before the present round.
    round_began: u64,
    /// Dead objects of this cycle have got code to run.
    buried: bool,
    allocated: usize,
    /// Bytes that scripts make the VM hold outside of this heap: see `take_outside`.
    outside: usize,
    limit: usize,
    /// What was live when the last whole cycle was done at once, or less.
    settled: usize,
    /// Cycles begin by themselves: once the VM is whole, and until `gc.disable()`.
    pub(crate) collecting: bool,
    /// A whole cycle was done and no step since: what is asked for now is not refused again.
    pub(crate) has_collected: bool,
    /// Bytes allocated since the last collection step was paid.
    debt: usize,
    /// Bytes of big objects since the last cycle began.
    taken_at_once: usize,
    /// `debt` at which a step is due.
    step_at: usize,
    /// `allocated` at which the next cycle starts.
    cycle_at: usize,
    /// A step is due.
    pub(crate) wants_step: bool,
    pace: Pace,
    /// Dead cells are overwritten (for tests).
    pub(crate) scrubs: bool,
    /// The VM's safepoint counter: it counts down at calls and backward jumps, and
    /// at 0 the slow path looks what is due. It lives here so that a due step can
    /// trip it and safepoints test one word.
    pub(crate) ticks: i64,
    /// Ticks that were taken away by tripping.
    pub(crate) stolen: i64,
    /// Statistics of the collector, for `gc` and for tests.
    pub(crate) stats: Stats,
}

/// What the collector has done so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stats {
    /// Finished cycles.
    pub cycles: u64,
    /// Steps, the atomic ones included.
    pub steps: u64,
    /// Steps of the cycle in progress or just finished.
    pub steps_of_cycle: u64,
    /// Most words visited by one step.
    pub longest_step: usize,
    /// The same, in the cycle in progress or just finished.
    pub longest_of_cycle: usize,
}

/// When the collector works, and how much at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// The heap grows at least so many bytes between two cycles.
    pub(crate) cycle: usize,
    /// Bytes allocated between two steps of a running cycle.
    pub(crate) step: usize,
    /// Words visited by one step.
    pub(crate) work: usize,
}

impl Pace {
    /// A cycle visits about `allocated / 8` words and thus ends before the heap has grown by a
    /// part of it, however large it is: what comes into being meanwhile is let be. With larger
    /// words a step still takes less than a tenth of a millisecond.
    const USUAL: Pace = Pace {
        cycle: FIRST_CYCLE,
        step: STEP_BYTES,
        work: STEP_BYTES / 8 * WORK,
    };
    /// A cycle is nearly always under way, and many steps long: for tests.
    pub(crate) const HOSTILE: Pace = Pace {
        cycle: 8 << 10,
        step: 1 << 10,
        work: 512,
    };
}

/// The first cycle starts here; below it a collection is not worth its cost. What a cycle of a
/// fresh VM visits takes 25 microseconds, and programs that do nothing but allocate two to seven
/// hundredths more instructions in all; memory that is used again so soon is still in the
/// processor's caches.
const FIRST_CYCLE: usize = if size_of::<usize>() == 8 {
    256 << 10
} else {
    16 << 10
};
/// Allocation between two steps of a running cycle.
const STEP_BYTES: usize = if size_of::<usize>() == 8 {
    16 << 10
} else {
    1 << 10
};
/// Words that a step visits for each eight bytes of those: the heap grows by a fifth in a
/// cycle, or by a quarter where no pause may be long.
const WORK: usize = if size_of::<usize>() == 8 { 5 } else { 4 };
/// With less room than this, short texts are refused.
const LITTLE: usize = if size_of::<usize>() == 8 {
    4 << 10
} else {
    512
};
/// Bytes gone over that count as a unit of work.
const BYTES_PER_TICK: usize = 128;
/// Grey objects that the list always has room for.
const GRAY_ROOM: usize = 64;

impl Heap {
    pub(crate) fn new(limit: usize) -> Heap {
        Heap {
            classes: [const { SizeClass::EMPTY }; CLASS_COUNT],
            table: ClassTable::new(),
            finalizers: Finalizers::new(),
            kept: Kept::NOTHING,
            pool: null_mut(),
            used: 0,
            arenas: Vec::new(),
            bigs: Vec::new(),
            big_bytes: 0,
            finalizable: Vec::new(),
            phase: Phase::Idle,
            epoch: 0,
            sweep: Sweep::default(),
            gray: Vec::new(),
            gray_again: Vec::new(),
            remembered: Vec::new(),
            gray_overflow: false,
            marked_bytes: 0,
            marked_lightly: 0,
            rounds: 0,
            round_began: 0,
            buried: false,
            allocated: 0,
            outside: 0,
            limit,
            settled: 0,
            collecting: false,
            has_collected: false,
            debt: 0,
            taken_at_once: 0,
            step_at: FIRST_CYCLE,
            cycle_at: FIRST_CYCLE,
            wants_step: false,
            pace: Pace::USUAL,
            scrubs: false,
            ticks: 0,
            stolen: 0,
            stats: Stats::default(),
        }
    }

    /// Bytes in use: what the last mark found plus what was taken since, and what
    /// is held outside.
    pub(crate) fn allocated(&self) -> usize {
        self.allocated + self.outside
    }

    /// Sets when the collector works, and how much at a time.
    pub(crate) fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
        self.step_at = pace.cycle;
        self.cycle_at = self.allocated.saturating_add(pace.cycle);
    }

    /// Counts memory that lies elsewhere but is the script's doing (stacks, tables):
    /// it shares the limit with the objects. Whoever takes it gives it back.
    pub(crate) fn take_outside(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        let outside = self.outside.saturating_add(bytes);
        if outside > self.reserve() && self.allocated.saturating_add(outside) > self.limit {
            return Err(OutOfMemory);
        }
        self.outside = outside;
        Ok(())
    }

    /// Bytes of objects that are still within the limit.
    pub(crate) fn left(&self) -> usize {
        let taken = self
            .allocated
            .saturating_add(self.outside.max(self.reserve()));
        self.limit.saturating_sub(taken)
    }

    /// Whether a collection may make much more room than there is: so much is new since the last
    /// that this costs little beside what was allocated, or hardly anything is left.
    pub(crate) fn worth_collecting(&self) -> bool {
        let room = self.limit.saturating_sub(self.allocated());
        let fresh = self.allocated.saturating_sub(self.marked_bytes);
        room < self.limit / 4 && fresh > self.limit / 8 || room < LITTLE && fresh > 0
    }

    /// Room that objects leave to what lies outside: it can always grow so far, also
    /// while the heap is full of garbage.
    fn reserve(&self) -> usize {
        self.limit / 16
    }

    /// Whether so many more bytes of objects are within the limit.
    #[inline]
    fn has_room(&self, bytes: usize) -> bool {
        bytes <= self.left()
    }

    /// Gives back what [`Heap::take_outside`] has counted.
    pub(crate) fn give_outside(&mut self, bytes: usize) {
        self.outside -= bytes.min(self.outside);
    }

    pub(crate) fn limit(&self) -> usize {
        self.limit
    }

    pub(crate) fn set_limit(&mut self, limit: usize) {
        self.limit = limit;
    }

    /// Memory for one object, its header written, its fields **not**.
    ///
    /// # Safety
    /// The caller writes every field before the next safepoint.
    #[inline]
    pub(crate) unsafe fn alloc<T>(
        &mut self,
        header: Header,
        size: usize,
    ) -> Result<*mut T, OutOfMemory> {
        debug_assert!(size >= size_of::<Header>());
        let object = if size <= CLASS_SIZES[CLASS_COUNT - 1] {
            let index = size_class(size);
            let class = &mut self.classes[index];
            let cursor = class.cursor;
            if (class.end as usize) - (cursor as usize) >= CLASS_SIZES[index] {
                class.cursor = cursor.wrapping_add(CLASS_SIZES[index]);
                cursor
            } else {
                self.refill(index)?
            }
        } else {
            return Ok(self.alloc_big(header, size)?.cast());
        };
        object.cast::<Header>().write(header);
        Ok(object.cast())
    }

    #[cold]
    #[inline(never)]
    unsafe fn refill(&mut self, index: usize) -> Result<*mut u8, OutOfMemory> {
        let (start, end) = match self.next_run(index) {
            Some(run) => run,
            None => self.fresh_block(index)?,
        };
        let bytes = end as usize - start as usize;
        self.charge(bytes)?;
        let class = &mut self.classes[index];
        class.cursor = start.wrapping_add(CLASS_SIZES[index]);
        class.end = end;
        Ok(start)
    }

    /// Adds to the account, or refuses at the limit.
    fn charge(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        if !self.has_room(bytes) {
            return Err(OutOfMemory);
        }
        self.allocated += bytes;
        self.debt += bytes;
        if self.debt >= self.step_at && !self.wants_step {
            self.wants_step = true;
            self.trip();
        }
        Ok(())
    }

    /// Counts work of raw code that has gone over so many bytes: the next safepoint
    /// takes it from the fuel.
    #[inline]
    pub(crate) fn note_bytes(&mut self, bytes: usize) {
        self.ticks -= (bytes / BYTES_PER_TICK) as i64;
    }

    /// Makes the next safepoint look what is due.
    #[inline]
    pub(crate) fn trip(&mut self) {
        if self.ticks > 0 {
            self.stolen += self.ticks;
            self.ticks = 0;
        }
    }

    /// The next run of unmarked cells of blocks that the last mark has seen.
    unsafe fn next_run(&mut self, index: usize) -> Option<(*mut u8, *mut u8)> {
        loop {
            let class = &mut self.classes[index];
            let block = class.sweeping;
            if block.is_null() {
                if self.sweep_for(index) {
                    continue;
                }
                return None;
            }
            if let Some((start, end, next)) = (*block).free_run(class.next_cell) {
                class.next_cell = next;
                return Some((start, end));
            }
            class.sweeping = (*block).next;
            class.next_cell = 0;
        }
    }

    unsafe fn fresh_block(&mut self, index: usize) -> Result<(*mut u8, *mut u8), OutOfMemory> {
        if !self.has_room(CLASS_SIZES[index]) {
            return Err(OutOfMemory);
        }
        if self.pool.is_null() {
            self.new_arena()?;
        }
        let block = self.pool;
        self.pool = (*block).next;
        self.used = self.used.saturating_sub(1);
        // In no list: the block is handed out whole and must not be searched for
        // unmarked cells before the next mark.
        Block::init(block, index, self.born());
        Ok((*block).cells())
    }

    #[cold]
    fn new_arena(&mut self) -> Result<(), OutOfMemory> {
        // Small VMs stay small, large ones ask the system rarely.
        let count = (1usize << self.arenas.len().min(6)).min(64);
        let layout =
            Layout::from_size_align(BLOCK_SIZE * count, BLOCK_SIZE).map_err(|_| OutOfMemory)?;
        self.arenas.try_reserve(1).map_err(|_| OutOfMemory)?;
        // SAFETY: the layout's size is not zero.
        let arena = unsafe { alloc::alloc::alloc(layout) };
        if arena.is_null() {
            return Err(OutOfMemory);
        }
        self.arenas.push((arena, layout));
        for i in (0..count).rev() {
            let block = arena.wrapping_add(i * BLOCK_SIZE).cast::<Block>();
            // SAFETY: the block lies inside the arena just allocated.
            unsafe { Block::pooled(block, self.pool) };
            self.pool = block;
        }
        Ok(())
    }

    /// Bytes of the cell or allocation that holds `object`.
    pub(crate) unsafe fn size_of_object(object: *const Header) -> usize {
        if (*object).flags & Header::BIG != 0 {
            (*object.cast::<Big>().sub(1)).size
        } else {
            (*Block::of(object.cast())).cell_size()
        }
    }

    /// Remembers that `object` owns something outside the heap.
    pub(crate) fn register_finalizable(&mut self, object: *mut Header) -> Result<(), OutOfMemory> {
        self.finalizable.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.finalizable.push(object);
        Ok(())
    }

    /// Drops everything, running `drop_foreign` for what owns outside things.
    ///
    /// # Safety
    /// No pointer into the heap is used afterwards.
    pub(crate) unsafe fn release(&mut self, drop_foreign: unsafe fn(*mut Header)) {
        for object in core::mem::take(&mut self.finalizable) {
            drop_foreign(object);
        }
        while let Some(&big) = self.bigs.last() {
            self.free_big(big);
        }
        for (arena, layout) in core::mem::take(&mut self.arenas) {
            alloc::alloc::dealloc(arena, layout);
        }
        for class in &mut self.classes {
            *class = SizeClass::EMPTY;
        }
        self.pool = null_mut();
        self.used = 0;
    }

    /// The backward barrier: call before or after storing `_value` into `owner`.
    #[inline]
    pub(crate) unsafe fn barrier<T>(&mut self, owner: *mut T, _value: Raw) {
        if self.is_told_of(owner.cast()) {
            self.regray(owner.cast());
        }
    }

    /// The barrier of one word that is stored into `owner`, which may be long: then
    /// the word is marked at once, and `owner` is not visited again.
    #[inline]
    pub(crate) unsafe fn barrier_word<T>(&mut self, owner: *mut T, value: Raw) {
        if value.is_ptr() && self.is_told_of(owner.cast()) {
            self.stored_word(owner.cast(), value);
        }
    }

    /// The same of `count` words in a row, when they are in their places.
    #[inline]
    pub(crate) unsafe fn barrier_words<T>(
        &mut self,
        owner: *mut T,
        words: *const Raw,
        count: usize,
    ) {
        if self.is_told_of(owner.cast()) {
            self.stored(owner.cast(), words, count);
        }
    }

    /// Whether the collector has to know of a store into an object.
    #[inline(always)]
    unsafe fn is_told_of(&self, owner: *mut Header) -> bool {
        self.phase == Phase::Mark || (*owner).flags & Header::KEPT != 0
    }
}

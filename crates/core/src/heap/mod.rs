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
//! have no barrier and are scanned again in the final step. Sweeping is lazy: an
//! allocator looks for the next run of unmarked cells in its class's blocks.
#![allow(
    unsafe_op_in_unsafe_fn,
    reason = "raw layer: every function states its contract"
)]

mod block;
mod classes;
mod finalize;
mod mark;

pub(crate) use block::Block;
pub(crate) use classes::{ClassEntry, ClassTable, MAX_IDS};
pub(crate) use finalize::Due;
pub(crate) use mark::SLICE;

use crate::object::Header;
use crate::value::Raw;
use alloc::vec::Vec;
use block::{BLOCK_SIZE, CLASS_COUNT, CLASS_SIZES, size_class};
use core::alloc::Layout;
use core::ptr::{self, null_mut};
use finalize::Finalizers;

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
    /// Every block of the class, newest first.
    blocks: *mut Block,
    /// The block being swept for runs, with the next cell to look at.
    sweeping: *mut Block,
    next_cell: usize,
}

/// Precedes an object that has its own allocation.
#[repr(C, align(16))]
struct Big {
    size: usize,
    index: usize,
    marked: bool,
}

/// All object storage of one VM, counted and limited.
pub(crate) struct Heap {
    classes: [SizeClass; CLASS_COUNT],
    table: ClassTable,
    pub(crate) finalizers: Finalizers,
    pool: *mut Block,
    arenas: Vec<(*mut u8, Layout)>,
    bigs: Vec<*mut Big>,
    /// Objects that own something outside the heap; their `drop_foreign` runs once unmarked.
    finalizable: Vec<*mut Header>,
    phase: Phase,
    gray: Vec<(*mut Header, usize)>,
    gray_again: Vec<*mut Header>,
    gray_overflow: bool,
    marked_bytes: usize,
    /// Times the grey list was empty in this cycle.
    rounds: u32,
    allocated: usize,
    /// Bytes that scripts make the VM hold outside of this heap: see `take_outside`.
    outside: usize,
    limit: usize,
    /// Bytes allocated since the last collection step was paid.
    debt: usize,
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
    /// A cycle visits about `allocated / 8` words and thus ends before the heap has
    /// grown by a quarter, however large it is.
    const USUAL: Pace = Pace {
        cycle: FIRST_CYCLE,
        step: STEP_BYTES,
        work: STEP_BYTES / 8 * 4,
    };
    /// A cycle is nearly always under way, and many steps long: for tests.
    pub(crate) const HOSTILE: Pace = Pace {
        cycle: 8 << 10,
        step: 1 << 10,
        work: 512,
    };
}

/// The first cycle starts here; below it a collection is not worth its cost.
const FIRST_CYCLE: usize = if size_of::<usize>() == 8 {
    4 << 20
} else {
    16 << 10
};
/// Allocation between two steps of a running cycle.
const STEP_BYTES: usize = if size_of::<usize>() == 8 {
    16 << 10
} else {
    1 << 10
};
/// Bytes gone over that count as a unit of work.
const BYTES_PER_TICK: usize = 128;
/// Grey objects that the list always has room for.
const GRAY_ROOM: usize = 64;

impl Heap {
    pub(crate) fn new(limit: usize) -> Heap {
        Heap {
            classes: [const {
                SizeClass {
                    cursor: null_mut(),
                    end: null_mut(),
                    blocks: null_mut(),
                    sweeping: null_mut(),
                    next_cell: 0,
                }
            }; CLASS_COUNT],
            table: ClassTable::new(),
            finalizers: Finalizers::new(),
            pool: null_mut(),
            arenas: Vec::new(),
            bigs: Vec::new(),
            finalizable: Vec::new(),
            phase: Phase::Idle,
            gray: Vec::new(),
            gray_again: Vec::new(),
            gray_overflow: false,
            marked_bytes: 0,
            rounds: 0,
            allocated: 0,
            outside: 0,
            limit,
            debt: 0,
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
            return self.alloc_big(header, size);
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
        Block::init(block, index);
        // In front of `sweeping`: the block is handed out whole and must not be
        // searched for unmarked cells before the next mark.
        (*block).next = self.classes[index].blocks;
        self.classes[index].blocks = block;
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

    #[cold]
    #[inline(never)]
    unsafe fn alloc_big<T>(
        &mut self,
        mut header: Header,
        size: usize,
    ) -> Result<*mut T, OutOfMemory> {
        let layout = Heap::big_layout(size)?;
        self.bigs.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.charge(size)?;
        let big = alloc::alloc::alloc(layout).cast::<Big>();
        if big.is_null() {
            self.allocated -= size;
            return Err(OutOfMemory);
        }
        // Whoever asks for so much writes it or copies it.
        self.note_bytes(size);
        big.write(Big {
            size,
            index: self.bigs.len(),
            marked: false,
        });
        self.bigs.push(big);
        header.flags |= Header::BIG;
        let object = big.add(1).cast::<Header>();
        object.write(header);
        Ok(object.cast())
    }

    fn big_layout(size: usize) -> Result<Layout, OutOfMemory> {
        let total = size.checked_add(size_of::<Big>()).ok_or(OutOfMemory)?;
        Layout::from_size_align(total, 16).map_err(|_| OutOfMemory)
    }

    /// Frees a buffer that its only owner has just replaced; small ones and
    /// those of a running mark are left to the collector.
    ///
    /// # Safety
    /// Nothing refers to `object` any more.
    pub(crate) unsafe fn discard(&mut self, object: *mut Header) {
        if (*object).flags & Header::BIG != 0 && self.phase == Phase::Idle {
            let big = object.cast::<Big>().sub(1);
            self.allocated -= (*big).size.min(self.allocated);
            self.free_big(big);
        }
    }

    /// Makes the allocation of a big object larger where that may spare a copy;
    /// the object moves. `None`: not possible, allocate anew.
    ///
    /// # Safety
    /// Nothing but the caller refers to `object`; it stores the new address at once.
    pub(crate) unsafe fn grow_big(
        &mut self,
        object: *mut Header,
        size: usize,
    ) -> Option<*mut Header> {
        if (*object).flags & Header::BIG == 0 || self.phase != Phase::Idle {
            return None;
        }
        let big = object.cast::<Big>().sub(1);
        let (old, index) = ((*big).size, (*big).index);
        let (Ok(old_layout), Ok(layout)) = (Heap::big_layout(old), Heap::big_layout(size)) else {
            return None;
        };
        self.charge(size.checked_sub(old)?).ok()?;
        let moved = alloc::alloc::realloc(big.cast(), old_layout, layout.size()).cast::<Big>();
        if moved.is_null() {
            self.allocated -= size - old;
            return None;
        }
        (*moved).size = size;
        self.bigs[index] = moved;
        Some(moved.add(1).cast())
    }

    unsafe fn free_big(&mut self, big: *mut Big) {
        let (index, size) = ((*big).index, (*big).size);
        self.bigs.swap_remove(index);
        if let Some(&moved) = self.bigs.get(index) {
            (*moved).index = index;
        }
        if let Ok(layout) = Heap::big_layout(size) {
            alloc::alloc::dealloc(big.cast(), layout);
        }
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
            *class = SizeClass {
                cursor: null_mut(),
                end: null_mut(),
                blocks: null_mut(),
                sweeping: null_mut(),
                next_cell: 0,
            };
        }
        self.pool = ptr::null_mut();
    }

    /// The backward barrier: call before or after storing `_value` into `owner`.
    #[inline]
    pub(crate) unsafe fn barrier<T>(&mut self, owner: *mut T, _value: Raw) {
        if self.phase == Phase::Mark {
            self.regray(owner.cast());
        }
    }
}

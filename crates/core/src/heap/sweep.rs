//! Sweeping: what a cycle leaves behind is looked at in steps, while the program goes on.
//!
//! The order is fixed, because each part relies on the one before it: first what owns something
//! outside the heap lets go of it, which reads dead objects; then big objects are freed; then
//! blocks are looked at, and only then are their cells given out again. Whatever comes into being
//! meanwhile carries the number [`Heap::born`] or is behind the places that are still to be seen.
//! A cycle that begins before the end finds the same garbage again.
//!
//! # Safety
//! The raw layer's contract (`heap`). The marks are those of the last cycle, and whatever they do
//! not hold is dead, but for what is newer than they are.

use super::{BLOCK_SIZE, Block, CLASS_COUNT, Heap, Phase, SizeClass};
use crate::object::Header;
use core::alloc::Layout;
use core::ptr::null_mut;

/// No kind of object, and in a word's place no pointer that could be followed.
const SCRUBBED: u8 = 0xF7;

/// Words of marking that a look at something counts for: one or two lines of memory are read.
const LOOK: usize = 8;
/// The same of a foreign thing let go of, and of an allocation freed.
const LET_GO: usize = 64;
/// Bytes of an allocation that count as one word more: the system takes page by page back.
const FREED_PER_WORD: usize = 1 << 10;
/// Blocks that an allocator looks at before it takes a fresh one.
const LOOKS_FOR_ROOM: usize = 64;

/// What is still to be looked at; each place counts down to 0.
#[derive(Default)]
pub(super) struct Sweep {
    finalizable: usize,
    bigs: usize,
    blocks: BlockPlace,
}

/// All blocks before a place, in the order of their arenas.
#[derive(Default, Clone, Copy, PartialEq)]
pub(super) struct BlockPlace {
    /// The arena that the place is in, counted from 1.
    arena: usize,
    /// Blocks of it before the place.
    index: usize,
}

impl Heap {
    /// The number that new blocks and big objects carry: no mark, neither of the cycle in
    /// progress nor, when none is, of the last one, than which they are newer.
    #[inline]
    pub(super) fn born(&self) -> u32 {
        match self.phase {
            Phase::Mark => self.epoch.wrapping_sub(1),
            Phase::Idle => self.epoch.wrapping_add(1),
        }
    }

    /// Whether the last cycle has left something to be looked at.
    pub(crate) fn sweeping(&self) -> bool {
        self.sweep.finalizable + self.sweep.bigs > 0 || self.sweep.blocks != BlockPlace::default()
    }

    /// Marking is over; nothing that it has left unmarked is used any more.
    pub(super) unsafe fn start_sweep(&mut self, drop_foreign: unsafe fn(*mut Header)) {
        self.classes = [const { SizeClass::EMPTY }; CLASS_COUNT];
        self.sweep = Sweep {
            finalizable: self.finalizable.len(),
            bigs: self.bigs.len(),
            blocks: self.all_blocks(),
        };
        if self.scrubs {
            while self.sweep.finalizable > 0 {
                self.sweep_finalizable(drop_foreign);
            }
            self.scrub();
        }
    }

    /// Looks at more, for about as long as visiting `budget` words takes.
    pub(crate) unsafe fn sweep_step(
        &mut self,
        budget: usize,
        drop_foreign: unsafe fn(*mut Header),
    ) {
        let mut work = 0;
        while work < budget && self.sweeping() {
            work += if self.sweep.finalizable > 0 {
                self.sweep_finalizable(drop_foreign)
            } else if self.sweep.bigs > 0 {
                self.sweep_big()
            } else {
                self.sweep_block();
                LOOK
            };
        }
    }

    /// Looks at everything that is left.
    pub(crate) unsafe fn sweep_all(&mut self, drop_foreign: unsafe fn(*mut Header)) {
        self.sweep_step(usize::MAX, drop_foreign);
    }

    /// Looks at blocks until one has room for a class or is empty; true if it has room.
    pub(super) unsafe fn sweep_for(&mut self, class: usize) -> bool {
        if self.sweep.finalizable + self.sweep.bigs > 0 {
            return false;
        }
        for _ in 0..LOOKS_FOR_ROOM {
            if !self.classes[class].sweeping.is_null() {
                return true;
            }
            // Of the pool only what was in use before is memory that the process has already.
            if self.used > 0 || !self.sweeping() {
                return false;
            }
            self.sweep_block();
        }
        !self.classes[class].sweeping.is_null()
    }

    /// One object that owns something outside the heap. Entries behind the place are newer than
    /// the marks or have been seen.
    unsafe fn sweep_finalizable(&mut self, drop_foreign: unsafe fn(*mut Header)) -> usize {
        self.sweep.finalizable -= 1;
        let object = self.finalizable[self.sweep.finalizable];
        if self.is_marked(object) {
            return LOOK;
        }
        self.finalizable.swap_remove(self.sweep.finalizable);
        drop_foreign(object);
        LET_GO
    }

    /// One big object. Some of the list may have been given back since the marks were set, so
    /// that a newer one stands before the place.
    unsafe fn sweep_big(&mut self) -> usize {
        self.sweep.bigs = self.sweep.bigs.min(self.bigs.len());
        let Some(at) = self.sweep.bigs.checked_sub(1) else {
            return LOOK;
        };
        self.sweep.bigs = at;
        let big = self.bigs[at];
        if self.is_marked(big.add(1).cast::<Header>()) || (*big).epoch == self.born() {
            return LOOK;
        }
        let size = (*big).size;
        self.free_big(big);
        LET_GO + size / FREED_PER_WORD
    }

    /// One block: into the pool, or to its class.
    unsafe fn sweep_block(&mut self) {
        let mut place = self.sweep.blocks;
        let found = self.block_below(&mut place);
        self.sweep.blocks = place;
        let Some(block) = found.filter(|&block| !(*block).is_pooled()) else {
            return;
        };
        if (*block).epoch() == self.epoch {
            // Behind the first, which the allocator may have used in part.
            let first = &mut self.classes[(*block).class()].sweeping;
            if first.is_null() {
                (*block).next = null_mut();
                *first = block;
            } else {
                (*block).next = (**first).next;
                (**first).next = block;
            }
        } else if (*block).epoch() != self.born() {
            (*block).retire(self.pool);
            self.pool = block;
            self.used += 1;
        }
    }

    /// The place behind all blocks.
    pub(super) fn all_blocks(&self) -> BlockPlace {
        BlockPlace {
            arena: self.arenas.len(),
            index: self.arenas.last().map_or(0, |(_, layout)| blocks(layout)),
        }
    }

    /// The block before a place, which goes down by one; blocks of the pool are among them.
    pub(super) fn block_below(&self, place: &mut BlockPlace) -> Option<*mut Block> {
        let (arena, _) = self.arenas.get(place.arena.checked_sub(1)?)?;
        place.index -= 1;
        let block = arena.wrapping_add(place.index * BLOCK_SIZE).cast();
        if place.index == 0 {
            place.arena -= 1;
            place.index = match place.arena.checked_sub(1) {
                Some(before) => blocks(&self.arenas[before].1),
                None => 0,
            };
        }
        Some(block)
    }

    /// Overwrites what this cycle has found dead: a pointer that was not rooted then
    /// leads to an object of no kind, not to one that happens to be intact.
    #[cold]
    unsafe fn scrub(&mut self) {
        let mut place = self.all_blocks();
        while let Some(block) = self.block_below(&mut place) {
            if (*block).is_pooled() {
                continue;
            }
            if (*block).epoch() != self.epoch {
                let (start, end) = (*block).cells();
                start.write_bytes(SCRUBBED, end as usize - start as usize);
                continue;
            }
            let mut from = 0;
            while let Some((start, end, next)) = (*block).free_run(from) {
                start.write_bytes(SCRUBBED, end as usize - start as usize);
                from = next;
            }
        }
    }
}

/// Blocks of an arena.
fn blocks(layout: &Layout) -> usize {
    layout.size() / BLOCK_SIZE
}

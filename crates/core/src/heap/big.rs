//! Objects too large for a block: each has an allocation of its own.
//!
//! # Safety
//! The raw layer's contract (`heap`). An object with the flag `BIG` has a [`Big`] before it,
//! which is in the heap's list at its own index.

use super::{CLASS_COUNT, CLASS_SIZES, Heap, OutOfMemory, Phase};
use crate::object::Header;
use core::alloc::Layout;

/// Filling so many bytes takes several times as long as a cycle of a small heap.
const WORTH_A_CYCLE: usize = 1 << 20;
/// Small objects of so many bytes are visited in a fraction of a millisecond.
const QUICKLY_VISITED: usize = 1 << 20;

/// Precedes an object that has its own allocation.
#[repr(C, align(16))]
pub(super) struct Big {
    pub(super) size: usize,
    index: usize,
    /// The last cycle that has marked it, or the number of `Heap::born`.
    pub(super) epoch: u32,
}

impl Heap {
    /// Memory for an object that is too large for a block.
    #[cold]
    #[inline(never)]
    pub(super) unsafe fn alloc_big(
        &mut self,
        mut header: Header,
        size: usize,
    ) -> Result<*mut Header, OutOfMemory> {
        let layout = Heap::big_layout(size)?;
        self.bigs.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.charge(size)?;
        let big = alloc::alloc::alloc(layout).cast::<Big>();
        if big.is_null() {
            self.allocated -= size;
            return Err(OutOfMemory);
        }
        self.taken_at_once += size;
        self.big_bytes += size;
        // Whoever asks for so much writes it or copies it.
        self.note_bytes(size);
        big.write(Big {
            size,
            index: self.bigs.len(),
            epoch: self.born(),
        });
        self.bigs.push(big);
        header.flags |= Header::BIG;
        let object = big.add(1).cast::<Header>();
        object.write(header);
        Ok(object)
    }

    /// For what may become long: refuses it where garbage could make the room, and where finding
    /// that costs less than filling fresh memory. Whoever is refused collects all and asks again.
    /// Else two long lists would lie side by side where a program goes from one to the next.
    pub(crate) fn refuse_for_garbage(&self, size: usize) -> Result<(), OutOfMemory> {
        let new = self.allocated.saturating_sub(self.settled);
        let small = self.allocated.saturating_sub(self.big_bytes);
        // Small objects are visited one by one, big ones word by word.
        let pays = size >= WORTH_A_CYCLE
            && new >= size
            && small <= QUICKLY_VISITED.min(size / 4)
            && self.big_bytes / 2 <= size
            && self.phase == Phase::Idle;
        let hostile = cfg!(miniscript_hostile) && size > CLASS_SIZES[CLASS_COUNT - 1];
        if self.collecting && !self.has_collected && (pays || hostile) {
            Err(OutOfMemory)
        } else {
            Ok(())
        }
    }

    /// All garbage is gone.
    pub(crate) fn settle(&mut self) {
        self.settled = self.allocated;
        self.has_collected = true;
    }

    pub(super) fn big_layout(size: usize) -> Result<Layout, OutOfMemory> {
        let total = size.checked_add(size_of::<Big>()).ok_or(OutOfMemory)?;
        Layout::from_size_align(total, 16).map_err(|_| OutOfMemory)
    }

    /// Frees a buffer that its only owner has just replaced; small ones and
    /// those of a running mark are left to the collector.
    ///
    /// # Safety
    /// Nothing refers to `object` any more.
    pub(crate) unsafe fn discard(&mut self, object: *mut Header) {
        if self.may_move(object) {
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
        if !self.may_move(object) {
            return None;
        }
        let big = object.cast::<Big>().sub(1);
        let (old, index) = ((*big).size, (*big).index);
        let (Ok(old_layout), Ok(layout)) = (Heap::big_layout(old), Heap::big_layout(size)) else {
            return None;
        };
        let more = size.checked_sub(old)?;
        self.charge(more).ok()?;
        let moved = alloc::alloc::realloc(big.cast(), old_layout, layout.size()).cast::<Big>();
        if moved.is_null() {
            self.allocated -= more;
            return None;
        }
        self.taken_at_once += more;
        self.big_bytes += more;
        (*moved).size = size;
        self.bigs[index] = moved;
        Some(moved.add(1).cast())
    }

    /// Whether nobody but its owner knows a buffer: it is big, no mark is running, and it did not
    /// come into being with the VM.
    unsafe fn may_move(&self, object: *mut Header) -> bool {
        (*object).flags & Header::BIG != 0 && self.phase == Phase::Idle && !self.was_kept(object)
    }

    /// Gives the memory back; any other of the list may take its place there.
    pub(super) unsafe fn free_big(&mut self, big: *mut Big) {
        let (index, size) = ((*big).index, (*big).size);
        self.bigs.swap_remove(index);
        self.big_bytes -= size;
        if let Some(&moved) = self.bigs.get(index) {
            (*moved).index = index;
        }
        if let Ok(layout) = Heap::big_layout(size) {
            alloc::alloc::dealloc(big.cast(), layout);
        }
    }
}

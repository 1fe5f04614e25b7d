//! Objects too large for a block: each has an allocation of its own.
//!
//! # Safety
//! The raw layer's contract (`heap`). An object with the flag `BIG` has a [`Big`] before it,
//! which is in the heap's list at its own index.

use super::{Heap, OutOfMemory, Phase};
use crate::object::Header;
use core::alloc::Layout;

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
    pub(super) unsafe fn alloc_big<T>(
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
        self.taken_at_once += size;
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
        Ok(object.cast())
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
        self.taken_at_once += size - old;
        (*moved).size = size;
        self.bigs[index] = moved;
        Some(moved.add(1).cast())
    }

    /// Gives the memory back; any other of the list may take its place there.
    pub(super) unsafe fn free_big(&mut self, big: *mut Big) {
        let (index, size) = ((*big).index, (*big).size);
        self.bigs.swap_remove(index);
        if let Some(&moved) = self.bigs.get(index) {
            (*moved).index = index;
        }
        if let Ok(layout) = Heap::big_layout(size) {
            alloc::alloc::dealloc(big.cast(), layout);
        }
    }
}

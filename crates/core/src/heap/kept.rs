//! What comes into being with the VM: types, names, built-in functions. Most of it is never
//! written to and lives as long as the VM, so no cycle visits it: in a small program it is most of
//! what there is to visit.
//!
//! An object that is written to is no longer kept: from then on it is a root, as what refers to it
//! is not visited, and visited itself. The barrier finds it out, which for kept objects is there
//! between cycles as well.
//!
//! # Safety
//! The raw layer's contract (`heap`). Kept objects refer to kept objects, to what the VM's roots
//! refer to, and to nothing else.

use super::block::{BLOCK_SIZE, MARK_WORDS};
use super::{Big, Block, Heap, Phase};
use crate::object::Header;
use alloc::vec::Vec;

/// A hostile build has no room to note more of what was kept, so that everything is let go of in
/// the middle of most programs.
const MOST_THAWED: usize = if cfg!(miniscript_hostile) {
    10
} else {
    isize::MAX as usize
};

/// Everything that is kept, and what was.
pub(super) struct Kept {
    /// Blocks with the mark bits of the kept objects in them.
    blocks: Vec<(*mut Block, [u64; MARK_WORDS])>,
    bigs: Vec<*mut Header>,
    /// Bytes of all.
    pub(super) bytes: usize,
    /// Those that were written to.
    thawed: Vec<*mut Header>,
}

impl Kept {
    pub(super) const NOTHING: Kept = Kept {
        blocks: Vec::new(),
        bigs: Vec::new(),
        bytes: 0,
        thawed: Vec::new(),
    };
}

impl Heap {
    /// Keeps everything that there is. Where the system has no memory to note it, nothing is kept,
    /// and cycles take longer.
    ///
    /// # Safety
    /// No cycle was begun yet.
    pub(crate) unsafe fn keep_all(&mut self) {
        debug_assert!(self.phase == Phase::Idle && self.stats.cycles == 0);
        let count = self
            .arenas
            .iter()
            .map(|(_, layout)| layout.size() / BLOCK_SIZE);
        let (count, bigs) = (count.sum(), self.bigs.len());
        let kept = &mut self.kept;
        if kept.blocks.try_reserve_exact(count).is_err()
            || kept.bigs.try_reserve_exact(bigs).is_err()
        {
            return;
        }
        for &big in &self.bigs {
            let object = big.add(1).cast::<Header>();
            (*object).flags |= Header::KEPT;
            self.kept.bytes += (*big).size;
            self.kept.bigs.push(object);
        }
        let mut place = self.all_blocks();
        while let Some(block) = self.block_below(&mut place) {
            if (*block).is_pooled() {
                continue;
            }
            let class = &self.classes[(*block).class()];
            let (start, mut end) = (*block).cells();
            if Block::of(class.cursor.wrapping_sub(1)) == block {
                end = class.cursor;
            }
            let size = (*block).cell_size();
            let mut bits = [0; MARK_WORDS];
            for at in 0..(end as usize - start as usize) / size {
                let cell = start.wrapping_add(at * size);
                (*cell.cast::<Header>()).flags |= Header::KEPT;
                let (word, mask) = Block::bit_of(cell);
                bits[word] |= mask;
            }
            self.kept.bytes += end as usize - start as usize;
            self.kept.blocks.push((block, bits));
        }
    }

    /// A cycle begins: what is kept counts as marked.
    pub(super) unsafe fn mark_kept(&mut self) {
        for (block, bits) in &self.kept.blocks {
            (**block).set_marks(bits, self.epoch);
        }
        self.marked_bytes = self.kept.bytes;
        // It takes no time.
        self.marked_lightly = self.kept.bytes;
    }

    /// Whether what the VM began with needs no marks.
    pub(crate) fn keeps(&self) -> bool {
        !self.kept.blocks.is_empty()
    }

    /// Marks what was kept once.
    pub(crate) unsafe fn mark_thawed(&mut self) {
        for at in 0..self.kept.thawed.len() {
            self.mark_object(self.kept.thawed[at]);
        }
    }

    /// A kept object was written to. During a cycle it is left as marked and not visited.
    pub(super) unsafe fn thaw(&mut self, object: *mut Header) {
        let full = self.kept.thawed.len() >= MOST_THAWED;
        if full || self.kept.thawed.try_reserve(1).is_err() {
            self.thaw_all();
            return;
        }
        self.kept.thawed.push(object);
        (*object).flags &= !Header::KEPT;
        self.kept.bytes -= Heap::size_of_object(object);
        if (*object).flags & Header::BIG != 0 {
            (*object.cast::<Big>().sub(1)).epoch = self.epoch;
            return;
        }
        let block = Block::of(object.cast());
        let (word, mask) = Block::bit_of(object.cast());
        for (kept, bits) in &mut self.kept.blocks {
            if *kept == block {
                bits[word] &= !mask;
            }
        }
    }

    /// Whether a big object is one that is kept, or was.
    pub(super) unsafe fn was_kept(&self, object: *mut Header) -> bool {
        self.kept.bigs.contains(&object)
    }

    /// Nothing is kept any more: what is alive is reached from the roots.
    #[cold]
    unsafe fn thaw_all(&mut self) {
        let kept = core::mem::replace(&mut self.kept, Kept::NOTHING);
        for object in kept.bigs {
            (*object).flags &= !Header::KEPT;
            (*object.cast::<Big>().sub(1)).epoch = self.epoch;
        }
        for (block, bits) in kept.blocks {
            let mut cell = 0;
            while let Some(object) = (*block).cell(cell) {
                let (word, mask) = Block::bit_of(object);
                if bits[word] & mask != 0 {
                    (*object.cast::<Header>()).flags &= !Header::KEPT;
                }
                cell += 1;
            }
        }
        // In a cycle it is marked, but not visited yet.
        self.gray_overflow = true;
    }
}

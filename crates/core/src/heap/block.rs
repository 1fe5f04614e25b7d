//! One aligned block of equal cells, its mark bits beside them.
//!
//! The bits belong to one cycle, whose number (`Heap::epoch`) stands beside them: bits of an
//! earlier one mean nothing and are cleared when the first cell is marked anew. So a cycle begins
//! without a walk over all blocks, and ends without looking at the bits of those without a mark.
//!
//! # Safety
//! The caller owns the `BLOCK_SIZE` bytes at `block`, aligned to `BLOCK_SIZE`, and
//! no live object lies in them; `class` is below `CLASS_COUNT`.

use core::ptr::null_mut;

/// Size and alignment of a block. Small hosts get small blocks: a class that
/// holds one object should not cost 16 KiB there. A hostile build has the least that
/// holds a cell of each class, so that every list of blocks is long.
pub(super) const BLOCK_SIZE: usize = if cfg!(miniscript_hostile) {
    512
} else if size_of::<usize>() == 8 {
    16 << 10
} else {
    1 << 10
};
/// Cells are multiples of this, and one mark bit stands for so many bytes.
const GRANULE: usize = 16;
pub(super) const MARK_WORDS: usize = (BLOCK_SIZE / GRANULE).div_ceil(64);

const SIZES_64: [usize; 28] = [
    16, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 320, 384, 448, 512,
    640, 768, 896, 1024, 1280, 1536, 1792, 2048,
];
/// On small hosts nothing above a quarter of a block shares one.
pub(super) const CLASS_COUNT: usize = if BLOCK_SIZE == 16 << 10 { 28 } else { 16 };
pub(super) const CLASS_SIZES: [usize; CLASS_COUNT] = {
    let mut sizes = [0; CLASS_COUNT];
    let mut i = 0;
    while i < CLASS_COUNT {
        sizes[i] = SIZES_64[i];
        i += 1;
    }
    sizes
};

/// The class for `size` bytes: every 16 bytes up to 256, then four per doubling.
#[inline]
pub(super) const fn size_class(size: usize) -> usize {
    if size <= 256 {
        return size.div_ceil(16) - 1;
    }
    let mut index = 16;
    while CLASS_SIZES[index] < size {
        index += 1;
    }
    index
}

const _: () = assert!(
    Block::CELLS_AT + CLASS_SIZES[CLASS_COUNT - 1] <= BLOCK_SIZE
        && BLOCK_SIZE / GRANULE <= u16::MAX as usize
        && CLASS_SIZES[CLASS_COUNT - 1] / GRANULE <= u8::MAX as usize
);

/// The head of a block; cells follow.
#[repr(C, align(16))]
pub(crate) struct Block {
    pub(super) next: *mut Block,
    /// The cycle that the marks belong to, or the number of `Heap::born`: no mark yet.
    epoch: u32,
    /// Cells; 0 in the pool.
    cell_count: u16,
    cell_granules: u8,
    class: u8,
    marks: [u64; MARK_WORDS],
}

impl Block {
    const CELLS_AT: usize = size_of::<Block>().next_multiple_of(GRANULE);

    /// The block that holds the cell at `ptr`.
    #[inline]
    pub(crate) fn of(ptr: *const u8) -> *mut Block {
        ((ptr as usize) & !(BLOCK_SIZE - 1)) as *mut Block
    }

    /// Makes a block of the pool of fresh memory.
    pub(super) unsafe fn pooled(block: *mut Block, next: *mut Block) {
        block.write(Block {
            next,
            epoch: 0,
            cell_count: 0,
            cell_granules: 0,
            class: 0,
            marks: [0; MARK_WORDS],
        });
    }

    /// Puts a block without live cells back into the pool.
    pub(super) fn retire(&mut self, next: *mut Block) {
        self.next = next;
        self.cell_count = 0;
    }

    /// Makes a block of a class, with no cell marked in any cycle; `epoch` is `Heap::born`.
    pub(super) unsafe fn init(block: *mut Block, class: usize, epoch: u32) {
        let size = CLASS_SIZES[class];
        block.write(Block {
            next: null_mut(),
            epoch,
            cell_count: ((BLOCK_SIZE - Block::CELLS_AT) / size) as u16,
            cell_granules: (size / GRANULE) as u8,
            class: class as u8,
            marks: [0; MARK_WORDS],
        });
    }

    /// Whether the block is in the pool.
    #[inline]
    pub(super) fn is_pooled(&self) -> bool {
        self.cell_count == 0
    }

    /// The index of its class.
    #[inline]
    pub(super) fn class(&self) -> usize {
        self.class as usize
    }

    /// The last cycle that has marked a cell, or the number that `init` was given.
    #[inline]
    pub(super) fn epoch(&self) -> u32 {
        self.epoch
    }

    #[inline]
    pub(super) fn cell_size(&self) -> usize {
        self.cell_granules as usize * GRANULE
    }

    /// The whole range of cells.
    pub(super) fn cells(&self) -> (*mut u8, *mut u8) {
        let start = (self as *const Block as usize + Block::CELLS_AT) as *mut u8;
        (
            start,
            start.wrapping_add(self.cell_count as usize * self.cell_size()),
        )
    }

    /// Sets the mark bit of the cell at `ptr` in this cycle; true if it was clear.
    #[inline]
    pub(super) fn mark(&mut self, ptr: *const u8, epoch: u32) -> bool {
        if self.epoch != epoch {
            self.marks = [0; MARK_WORDS];
            self.epoch = epoch;
        }
        let (word, mask) = Block::bit_of(ptr);
        let word = &mut self.marks[word];
        let fresh = *word & mask == 0;
        *word |= mask;
        fresh
    }

    /// Sets the marks of a cycle all at once.
    pub(super) fn set_marks(&mut self, marks: &[u64; MARK_WORDS], epoch: u32) {
        self.marks = *marks;
        self.epoch = epoch;
    }

    /// Where the mark bit of the cell at `ptr` is: the word, and the bit of it.
    #[inline]
    pub(super) fn bit_of(ptr: *const u8) -> (usize, u64) {
        let bit = (ptr as usize & (BLOCK_SIZE - 1)) / GRANULE;
        (bit / 64, 1 << (bit % 64))
    }

    /// Whether the cell at `ptr` was marked in this cycle.
    #[inline]
    pub(super) fn is_marked(&self, ptr: *const u8, epoch: u32) -> bool {
        self.epoch == epoch && self.has_bit(ptr)
    }

    #[inline]
    fn has_bit(&self, ptr: *const u8) -> bool {
        let (word, mask) = Block::bit_of(ptr);
        self.marks[word] & mask != 0
    }

    /// Cell `index`, if it exists.
    pub(super) fn cell(&self, index: usize) -> Option<*mut u8> {
        let (start, _) = self.cells();
        (index < self.cell_count as usize).then(|| start.wrapping_add(index * self.cell_size()))
    }

    /// The first run of unmarked cells at or after cell `from`, with the cell to
    /// look at next time. The marks are those of the last cycle.
    pub(super) fn free_run(&self, from: usize) -> Option<(*mut u8, *mut u8, usize)> {
        let (start, _) = self.cells();
        let size = self.cell_size();
        let count = self.cell_count as usize;
        let free = |cell: usize| !self.has_bit(start.wrapping_add(cell * size));
        let first = (from..count).find(|&cell| free(cell))?;
        let last = (first + 1..count)
            .find(|&cell| !free(cell))
            .unwrap_or(count);
        Some((
            start.wrapping_add(first * size),
            start.wrapping_add(last * size),
            last + 1,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_gets_the_smallest_class_that_holds_it() {
        for size in 8..=CLASS_SIZES[CLASS_COUNT - 1] {
            let class = size_class(size);
            assert!(CLASS_SIZES[class] >= size);
            assert!(class == 0 || CLASS_SIZES[class - 1] < size);
        }
    }
}

//! The three-level trie behind the generated tables.
//!
//! Looking up is three loads and never panics: whatever lies outside has record 0, the default.

/// A map from code point to a small record number; 0 from `end` on.
pub(super) struct Trie<M: 'static, const LEAF_BITS: u32, const MIDDLE_BITS: u32> {
    pub(super) end: u32,
    pub(super) top: &'static [u8],
    pub(super) middle: &'static [M],
    pub(super) leaves: &'static [u8],
}

impl<M: Copy + Into<usize>, const LEAF_BITS: u32, const MIDDLE_BITS: u32>
    Trie<M, LEAF_BITS, MIDDLE_BITS>
{
    /// The record number of a code point.
    #[inline]
    pub(super) fn record(&self, code_point: u32) -> usize {
        if code_point >= self.end {
            return 0;
        }
        self.lookup(code_point as usize).unwrap_or(0)
    }

    #[inline]
    fn lookup(&self, code_point: usize) -> Option<usize> {
        let leaf_mask = (1 << LEAF_BITS) - 1;
        let middle_mask = (1 << MIDDLE_BITS) - 1;
        let high = code_point >> LEAF_BITS;
        let block = usize::from(*self.top.get(high >> MIDDLE_BITS)?);
        let block: usize = (*self.middle.get(block << MIDDLE_BITS | high & middle_mask)?).into();
        self.leaves
            .get(block << LEAF_BITS | code_point & leaf_mask)
            .map(|x| usize::from(*x))
    }
}

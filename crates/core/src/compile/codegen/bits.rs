//! A set of variables: the ones that are certainly bound at a point of the code.

use super::Res;
use crate::syntax::Error;
use alloc::vec::Vec;

/// A set of small numbers.
#[derive(Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// An empty set for numbers below `count`.
    pub(super) fn new(count: u32) -> Res<Bits> {
        let words = count.div_ceil(64) as usize;
        let mut bits = Vec::new();
        bits.try_reserve_exact(words).map_err(|_| Error::memory())?;
        bits.resize(words, 0);
        Ok(Bits(bits))
    }

    pub(super) fn copy(&self) -> Res<Bits> {
        let mut bits = Vec::new();
        bits.try_reserve_exact(self.0.len())
            .map_err(|_| Error::memory())?;
        bits.extend_from_slice(&self.0);
        Ok(Bits(bits))
    }

    pub(super) fn has(&self, number: u32) -> bool {
        self.0
            .get(number as usize / 64)
            .is_some_and(|word| word >> (number % 64) & 1 != 0)
    }

    pub(super) fn set(&mut self, number: u32, on: bool) {
        if let Some(word) = self.0.get_mut(number as usize / 64) {
            let bit = 1 << (number % 64);
            *word = if on { *word | bit } else { *word & !bit };
        }
    }

    /// Everything: the state of code that is not reached.
    pub(super) fn fill(&mut self) {
        self.0.fill(u64::MAX);
    }

    /// Keeps what is in both.
    pub(super) fn meet(&mut self, other: &Bits) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }
}

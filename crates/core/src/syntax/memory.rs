//! The byte budget of a parse: every growth of a vector goes through [`Budget`].

use super::error::Error;
use alloc::vec::Vec;

/// What a parse may still allocate.
#[derive(Debug)]
pub(super) struct Budget {
    left: usize,
}

impl Budget {
    pub(super) fn new(limit: usize) -> Budget {
        Budget { left: limit }
    }

    /// Counts `bytes` as used.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), Error> {
        self.left = self.left.checked_sub(bytes).ok_or_else(Error::memory)?;
        Ok(())
    }

    /// Appends an item; growth doubles.
    #[inline]
    pub(super) fn push<T>(&mut self, items: &mut Vec<T>, item: T) -> Result<(), Error> {
        if items.len() == items.capacity() {
            self.grow(items, 1)?;
        }
        items.push(item);
        Ok(())
    }

    /// Appends a slice; growth at least doubles.
    pub(super) fn extend<T: Copy>(&mut self, items: &mut Vec<T>, more: &[T]) -> Result<(), Error> {
        if items.capacity() - items.len() < more.len() {
            self.grow(items, more.len())?;
        }
        items.extend_from_slice(more);
        Ok(())
    }

    #[cold]
    fn grow<T>(&mut self, items: &mut Vec<T>, more: usize) -> Result<(), Error> {
        let more = more.max(items.capacity()).max(4);
        self.take(more.saturating_mul(size_of::<T>()))?;
        items.try_reserve_exact(more).map_err(|_| Error::memory())
    }
}

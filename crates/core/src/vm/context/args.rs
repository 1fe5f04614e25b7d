//! The arguments of a native call.

use super::{Context, Local};
use core::marker::PhantomData;

/// The window of a native's arguments; see `vm::native` for its arrangement.
#[derive(Clone, Copy)]
pub struct Args<'f> {
    base: u32,
    count: u32,
    brand: PhantomData<*const &'f ()>,
}

impl<'f> Args<'f> {
    pub(crate) fn new(base: usize, count: usize) -> Args<'f> {
        Args {
            base: base as u32,
            count: count as u32,
            brand: PhantomData,
        }
    }

    /// Arguments passed (or places, where the signature has keyword-only parameters).
    pub fn len(self) -> usize {
        self.count as usize
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.count == 0
    }

    /// Argument `i` if it was passed.
    #[inline]
    pub fn get(self, cx: &Context<'f>, i: usize) -> Option<Local<'f>> {
        if i >= self.count as usize {
            return None;
        }
        let local = Local::at(self.base as usize + i);
        if cx.raw(local).is_unbound() {
            None
        } else {
            Some(local)
        }
    }

    /// Argument `i`, which the signature requires.
    #[inline]
    pub fn at(self, i: usize) -> Local<'f> {
        debug_assert!(i < self.count as usize);
        if i < self.count as usize {
            Local::at(self.base as usize + i)
        } else {
            Local::NONE
        }
    }

    /// The arguments from `from` on.
    pub fn rest(self, from: usize) -> impl ExactSizeIterator<Item = Local<'f>> + Clone {
        (from.min(self.count as usize)..self.count as usize)
            .map(move |i| Local::at(self.base as usize + i))
    }

    /// The same without the first `n`.
    pub fn skip(self, n: usize) -> Args<'f> {
        let n = n.min(self.count as usize);
        Args::new(self.base as usize + n, self.count as usize - n)
    }
}

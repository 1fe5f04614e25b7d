//! Data of a chunk that is either its own or lent for ever: an image in read-only memory is
//! used in place.
//!
//! The compiler makes owned parts, the image reader lent ones where it can; everybody else
//! sees a slice or a text.

use alloc::boxed::Box;
use core::fmt;
use core::ops::Deref;

/// Owned, or borrowed from memory that never goes away.
pub(crate) enum Part<T: ?Sized + 'static> {
    /// On the heap.
    Own(Box<T>),
    /// In the executable, or in flash.
    Lent(&'static T),
}

impl<T: ?Sized> Deref for Part<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match self {
            Part::Own(data) => data,
            Part::Lent(data) => data,
        }
    }
}

impl<T: ?Sized> From<Box<T>> for Part<T> {
    fn from(data: Box<T>) -> Part<T> {
        Part::Own(data)
    }
}

impl<T: ?Sized> Clone for Part<T>
where
    Box<T>: Clone,
{
    fn clone(&self) -> Part<T> {
        match self {
            Part::Own(data) => Part::Own(data.clone()),
            Part::Lent(data) => Part::Lent(data),
        }
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Part<T> {
    fn eq(&self, other: &Part<T>) -> bool {
        **self == **other
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Part<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Part<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

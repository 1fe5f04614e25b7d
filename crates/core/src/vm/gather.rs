//! Generators that a native runs through: what they yield is taken on the way, where going back
//! to the native with every item would be seen by nobody.
//!
//! The boundary frame below the generator's says so: its action is `Gather`, its `dest` what is
//! taken ([`Gather`]), its `names` the list for it.
//!
//! # Safety
//! The raw layer's contract (`heap`).

use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::{Action, Fiber};

/// Items of one batch of [`Gather::Numbers`].
const BATCH: usize = 128;

/// What is taken of a generator's items; the native gets the first that is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum Gather {
    /// All, into a list.
    All,
    /// Small ints, floats and bools, into a list, as long as it is short: with these a native
    /// does what no script can see.
    Numbers,
    /// `False`, which is forgotten.
    False,
    /// `True`, which is forgotten.
    True,
}

/// Takes what the generator on top yields, if the native below wants it.
///
/// # Safety
/// Raw layer: the frame on top is a generator's.
pub(crate) unsafe fn taken(fiber: *mut Fiber, value: Raw) -> bool {
    let frames = &(*fiber).frames;
    let Some(resumer) = frames
        .len()
        .checked_sub(2)
        .map(|at| frames.as_ptr().add(at))
    else {
        return false;
    };
    if (*resumer).action != Action::Gather {
        return false;
    }
    let heap = &mut (*(*fiber).vm).heap;
    heap.ticks -= 1;
    // If something is due, the native sees to it.
    if heap.ticks <= 0 {
        return false;
    }
    let kind = (*resumer).dest;
    if kind == Gather::False as u16 || kind == Gather::True as u16 {
        return value == Raw::from_bool(kind == Gather::True as u16);
    }
    let list = (*resumer).names;
    if !is_kind(list, Kind::List) {
        return false;
    }
    let list: *mut ListObj = list.ptr();
    let wanted = kind == Gather::All as u16 || (is_number(value) && (*list).len < BATCH);
    wanted && ListObj::push(heap, list, value).is_ok()
}

/// Whether a value is one of [`Gather::Numbers`].
pub(crate) fn is_number(value: Raw) -> bool {
    value.is_small() || value.is_double() || value.is_bool()
}

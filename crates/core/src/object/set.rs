//! Sets and frozensets: a dict's table whose values are not used, so elements are in
//! the order in which they came, and the hash of a frozenset once somebody has asked.
//!
//! Which of the two an object is, its header's class says. `vm::context::set` is the
//! only caller; probing and its questions are [`DictObj`]'s.
//!
//! # Safety
//! The raw layer's contract (`heap`), and [`DictObj`]'s for the table.

use super::{ClassId, DictObj, Header, Kind};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;

/// A Python set or frozenset. The table comes first: a pointer to a set is one to
/// its table.
#[repr(C)]
pub(crate) struct SetObj {
    table: DictObj,
    /// The hash of a frozenset; [`NO_HASH`] before it is asked for.
    hash: u64,
}

/// No hash is -1.
const NO_HASH: u64 = u64::MAX;

impl SetObj {
    /// An empty set of class `Set` or `FrozenSet`.
    pub(crate) unsafe fn new(heap: &mut Heap, class: ClassId) -> Result<*mut SetObj, OutOfMemory> {
        let set: *mut SetObj = heap.alloc(Header::new(Kind::Set, class), size_of::<SetObj>())?;
        DictObj::init(SetObj::table(set));
        (*set).hash = NO_HASH;
        Ok(set)
    }

    /// The table, for everything that dicts do alike.
    #[inline]
    pub(crate) fn table(set: *mut SetObj) -> *mut DictObj {
        set.cast()
    }

    /// Adds the keys of another table, none of which the set has yet.
    pub(crate) unsafe fn fill(
        heap: &mut Heap,
        set: *mut SetObj,
        from: *mut DictObj,
        secret: u64,
    ) -> Result<(), OutOfMemory> {
        let to = SetObj::table(set);
        if (*from).len() == 0 {
            return Ok(());
        }
        // Nothing fails behind this: a second try begins with the set as it was.
        DictObj::reserve(heap, to, (*to).used() + (*from).len(), secret)?;
        let mut at = 0;
        while let Some(index) = DictObj::next_live(from, at) {
            let entry = *DictObj::entry(from, index);
            DictObj::insert_new(heap, to, entry.key, entry.hash, Raw::NONE, secret)?;
            at = index + 1;
        }
        Ok(())
    }

    /// Exchanges the elements of two sets.
    pub(crate) unsafe fn swap(heap: &mut Heap, a: *mut SetObj, b: *mut SetObj) {
        DictObj::swap(heap, SetObj::table(a), SetObj::table(b));
    }

    /// CPython's hash of a frozenset: it does not depend on the order.
    pub(crate) unsafe fn hash(set: *mut SetObj) -> u64 {
        if (*set).hash != NO_HASH {
            return (*set).hash;
        }
        let table = SetObj::table(set);
        let (mut hash, mut at) = (0, 0);
        while let Some(index) = DictObj::next_live(table, at) {
            hash ^= shuffle((*DictObj::entry(table, index)).hash);
            at = index + 1;
        }
        let len = (*table).len() as u64;
        hash ^= (len + 1).wrapping_mul(1_927_868_237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
        (*set).hash = if hash == NO_HASH { 590_923_713 } else { hash };
        (*set).hash
    }
}

fn shuffle(hash: u64) -> u64 {
    ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167)
}

//! Lists, tuples, ranges, slices, and the pair that cells, methods and
//! quotations share.
//!
//! # Safety
//! The raw layer's contract (`heap`). `at` and `count` lie within the length, a
//! pointer to items is followed by as many words as are asked for and lies in no
//! buffer that the call replaces. A slice that is lent is used only until the object
//! changes or a script can run. `items` of a list needs a list with a buffer.

use super::{ClassId, Header, Kind};
use crate::heap::{Heap, OutOfMemory, Phase};
use crate::value::Raw;
use core::ptr::{copy, copy_nonoverlapping, null_mut};

/// A list of more items grows by less than its half.
const LONG: usize = 1 << 16;

/// A Python list: length, and a buffer of words.
#[repr(C)]
pub(crate) struct ListObj {
    pub(crate) header: Header,
    pub(crate) len: usize,
    /// Null while the list has never held anything.
    words: *mut WordsObj,
}

/// The buffer of one list, visited through its own grey entry.
#[repr(C)]
pub(crate) struct WordsObj {
    pub(crate) header: Header,
    pub(crate) capacity: usize,
}

/// A Python tuple, its items inline.
#[repr(C)]
pub(crate) struct TupleObj {
    pub(crate) header: Header,
    pub(crate) len: usize,
}

/// `range(start, stop, step)`.
#[repr(C)]
pub(crate) struct RangeObj {
    pub(crate) header: Header,
    /// Of a long range, these are an empty range behind all words: no fast path takes it.
    pub(crate) start: i64,
    pub(crate) stop: i64,
    pub(crate) step: i64,
    /// A tuple of the three where they do not all have 64 bits, else unbound.
    pub(crate) long: Raw,
}

/// `slice(start, stop, step)`.
#[repr(C)]
pub(crate) struct SliceObj {
    pub(crate) header: Header,
    pub(crate) start: Raw,
    pub(crate) stop: Raw,
    pub(crate) step: Raw,
}

/// Two words: a cell (value, -), a bound method (function, self), a super
/// object (type, self), a property's wrapper, a cons (head, tail), ...
#[repr(C)]
pub(crate) struct PairObj {
    pub(crate) header: Header,
    pub(crate) a: Raw,
    pub(crate) b: Raw,
}

impl PairObj {
    /// `aux` of a `super` object for a proxy: `a` is the tuple of the class and of the one that
    /// the proxy says it is of.
    pub(crate) const PROXY: u16 = 1;

    /// The class of a `super` object, and the one of its object where that is told; of other
    /// pairs the first word.
    pub(crate) unsafe fn super_classes(pair: *mut PairObj) -> (Raw, Option<Raw>) {
        if (*pair).header.kind != Kind::Super || (*pair).header.aux != PairObj::PROXY {
            return ((*pair).a, None);
        }
        let both = TupleObj::slice((*pair).a.ptr());
        match both {
            [class, told] => (*class, Some(*told)),
            _ => (Raw::NONE, None),
        }
    }

    pub(crate) unsafe fn new(
        heap: &mut Heap,
        kind: Kind,
        class: ClassId,
        a: Raw,
        b: Raw,
    ) -> Result<*mut PairObj, OutOfMemory> {
        let pair: *mut PairObj = heap.alloc(Header::new(kind, class), size_of::<PairObj>())?;
        (*pair).a = a;
        (*pair).b = b;
        Ok(pair)
    }
}

impl WordsObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        capacity: usize,
    ) -> Result<*mut WordsObj, OutOfMemory> {
        let size = capacity
            .checked_mul(8)
            .and_then(|bytes| bytes.checked_add(size_of::<WordsObj>()))
            .ok_or(OutOfMemory)?;
        let words: *mut WordsObj = heap.alloc(Header::new(Kind::Words, ClassId::Internal), size)?;
        // Use what the cell really has.
        (*words).capacity = (Heap::size_of_object(words.cast()) - size_of::<WordsObj>()) / 8;
        // The collector visits whole buffers.
        let items = WordsObj::items(words);
        for i in 0..(*words).capacity {
            items.add(i).write(Raw::UNBOUND);
        }
        Ok(words)
    }

    /// The same buffer with room for `capacity` words, if it can grow in place.
    unsafe fn grown(
        heap: &mut Heap,
        words: *mut WordsObj,
        capacity: usize,
    ) -> Option<*mut WordsObj> {
        let size = capacity
            .checked_mul(8)?
            .checked_add(size_of::<WordsObj>())?;
        let old = (*words).capacity;
        let words: *mut WordsObj = heap.grow_big(words.cast(), size)?.cast();
        (*words).capacity = capacity;
        for i in old..capacity {
            WordsObj::items(words).add(i).write(Raw::UNBOUND);
        }
        Some(words)
    }

    #[inline]
    pub(crate) unsafe fn items(words: *mut WordsObj) -> *mut Raw {
        words.add(1).cast()
    }
}

impl ListObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        capacity: usize,
    ) -> Result<*mut ListObj, OutOfMemory> {
        let words = if capacity == 0 {
            null_mut()
        } else {
            heap.refuse_for_garbage(capacity.saturating_mul(size_of::<Raw>()))?;
            WordsObj::new(heap, capacity)?
        };
        let list: *mut ListObj =
            heap.alloc(Header::new(Kind::List, ClassId::List), size_of::<ListObj>())?;
        (*list).len = 0;
        (*list).words = words;
        Ok(list)
    }

    pub(crate) unsafe fn from_slice(
        heap: &mut Heap,
        items: *const Raw,
        len: usize,
    ) -> Result<*mut ListObj, OutOfMemory> {
        let list = ListObj::new(heap, len)?;
        if len > 0 {
            copy_nonoverlapping(items, ListObj::items(list), len);
        }
        (*list).len = len;
        Ok(list)
    }

    /// The first item's address; only meaningful for a list with a buffer.
    #[inline]
    pub(crate) unsafe fn items(list: *mut ListObj) -> *mut Raw {
        WordsObj::items((*list).words)
    }

    pub(crate) unsafe fn slice<'a>(list: *mut ListObj) -> &'a [Raw] {
        if (*list).len == 0 {
            &[]
        } else {
            core::slice::from_raw_parts(ListObj::items(list), (*list).len)
        }
    }

    /// The items, to be changed in place: words that are not pointers need no barrier.
    pub(super) unsafe fn slice_mut<'a>(list: *mut ListObj) -> &'a mut [Raw] {
        if (*list).len == 0 {
            &mut []
        } else {
            core::slice::from_raw_parts_mut(ListObj::items(list), (*list).len)
        }
    }

    #[inline]
    unsafe fn capacity(list: *mut ListObj) -> usize {
        if (*list).words.is_null() {
            0
        } else {
            (*(*list).words).capacity
        }
    }

    #[inline]
    pub(crate) unsafe fn push(
        heap: &mut Heap,
        list: *mut ListObj,
        item: Raw,
    ) -> Result<(), OutOfMemory> {
        let len = (*list).len;
        if len == ListObj::capacity(list) {
            ListObj::grow(heap, list, len + 1)?;
        }
        heap.barrier_word((*list).words, item);
        ListObj::items(list).add(len).write(item);
        (*list).len = len + 1;
        Ok(())
    }

    /// Makes room for `needed` items in all, more if the list is growing.
    #[inline(never)]
    pub(crate) unsafe fn grow(
        heap: &mut Heap,
        list: *mut ListObj,
        needed: usize,
    ) -> Result<(), OutOfMemory> {
        if needed <= ListObj::capacity(list) {
            return Ok(());
        }
        // The system moves a long list page by page, where the collector does not hold it; and
        // what the list will never use is memory all the same.
        let moves = needed >= LONG && heap.phase() == Phase::Idle;
        let more = if moves { needed / 8 } else { needed / 2 };
        let roomy = needed.saturating_add(more).max(4);
        heap.refuse_for_garbage(roomy.saturating_mul(size_of::<Raw>()))?;
        if !(*list).words.is_null()
            && let Some(words) = WordsObj::grown(heap, (*list).words, roomy)
        {
            (*list).words = words;
            return Ok(());
        }
        let words = WordsObj::new(heap, roomy).or_else(|_| WordsObj::new(heap, needed))?;
        let old = (*list).words;
        if !old.is_null() {
            copy_nonoverlapping(WordsObj::items(old), WordsObj::items(words), (*list).len);
        }
        (*list).words = words;
        heap.barrier(list, Raw::from_ptr(words));
        if !old.is_null() {
            heap.discard(old.cast());
        }
        Ok(())
    }

    /// Inserts `count` unbound items before `at`; the caller sets them at once.
    pub(crate) unsafe fn open_gap(
        heap: &mut Heap,
        list: *mut ListObj,
        at: usize,
        count: usize,
    ) -> Result<(), OutOfMemory> {
        let len = (*list).len;
        let total = len.checked_add(count).ok_or(OutOfMemory)?;
        ListObj::grow(heap, list, total)?;
        if total == 0 {
            return Ok(());
        }
        let items = ListObj::items(list);
        copy(items.add(at), items.add(at + count), len - at);
        heap.note_bytes((len - at) * size_of::<Raw>());
        for i in at..at + count {
            items.add(i).write(Raw::UNBOUND);
        }
        (*list).len = total;
        heap.barrier_words((*list).words, items.add(at + count), len - at);
        Ok(())
    }

    /// Items have changed places.
    pub(crate) unsafe fn permuted(heap: &mut Heap, list: *mut ListObj) {
        heap.barrier((*list).words, Raw::UNBOUND);
    }

    /// Removes `count` items at `at`.
    pub(crate) unsafe fn close_gap(heap: &mut Heap, list: *mut ListObj, at: usize, count: usize) {
        if count == 0 {
            return;
        }
        let len = (*list).len;
        let items = ListObj::items(list);
        copy(items.add(at + count), items.add(at), len - at - count);
        heap.note_bytes((len - at - count) * size_of::<Raw>());
        for i in len - count..len {
            items.add(i).write(Raw::UNBOUND);
        }
        (*list).len = len - count;
        heap.barrier_words((*list).words, items.add(at), len - at - count);
    }

    /// Stores at an index the caller has checked.
    #[inline(always)]
    pub(crate) unsafe fn set(heap: &mut Heap, list: *mut ListObj, at: usize, item: Raw) {
        heap.barrier_word((*list).words, item);
        ListObj::items(list).add(at).write(item);
    }

    /// Empties the list and lets go of its buffer.
    pub(crate) unsafe fn clear(heap: &mut Heap, list: *mut ListObj) {
        let old = (*list).words;
        (*list).len = 0;
        (*list).words = null_mut();
        if !old.is_null() {
            heap.discard(old.cast());
        }
    }

    /// Exchanges the contents of two lists.
    pub(crate) unsafe fn swap(heap: &mut Heap, a: *mut ListObj, b: *mut ListObj) {
        core::mem::swap(&mut (*a).len, &mut (*b).len);
        core::mem::swap(&mut (*a).words, &mut (*b).words);
        heap.barrier(a, Raw::UNBOUND);
        heap.barrier(b, Raw::UNBOUND);
    }

    /// The buffer, for the collector; null if there is none.
    #[inline]
    pub(super) unsafe fn words(list: *mut ListObj) -> *mut WordsObj {
        (*list).words
    }
}

impl TupleObj {
    pub(crate) unsafe fn from_slice(
        heap: &mut Heap,
        items: *const Raw,
        len: usize,
    ) -> Result<*mut TupleObj, OutOfMemory> {
        let size = len
            .checked_mul(8)
            .and_then(|bytes| bytes.checked_add(size_of::<TupleObj>()))
            .ok_or(OutOfMemory)?;
        let tuple: *mut TupleObj = heap.alloc(Header::new(Kind::Tuple, ClassId::Tuple), size)?;
        (*tuple).len = len;
        if len > 0 {
            copy_nonoverlapping(items, TupleObj::items(tuple), len);
        }
        Ok(tuple)
    }

    #[inline]
    pub(crate) unsafe fn items(tuple: *mut TupleObj) -> *mut Raw {
        tuple.add(1).cast()
    }

    pub(crate) unsafe fn slice<'a>(tuple: *mut TupleObj) -> &'a [Raw] {
        core::slice::from_raw_parts(TupleObj::items(tuple), (*tuple).len)
    }
}

impl RangeObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        start: i64,
        stop: i64,
        step: i64,
    ) -> Result<*mut RangeObj, OutOfMemory> {
        let range: *mut RangeObj = heap.alloc(
            Header::new(Kind::Range, ClassId::Range),
            size_of::<RangeObj>(),
        )?;
        (*range).start = start;
        (*range).stop = stop;
        (*range).step = step;
        (*range).long = Raw::UNBOUND;
        Ok(range)
    }

    pub(crate) unsafe fn new_long(
        heap: &mut Heap,
        parts: Raw,
    ) -> Result<*mut RangeObj, OutOfMemory> {
        let range = RangeObj::new(heap, i64::MAX, i64::MAX, 1)?;
        (*range).long = parts;
        Ok(range)
    }

    /// How many ints the range has.
    pub(crate) fn count(&self) -> u64 {
        range_count(self.start, self.stop, self.step)
    }
}

/// How many ints lie in a range; `step` is not zero.
pub(crate) fn range_count(start: i64, stop: i64, step: i64) -> u64 {
    if step > 0 && start < stop {
        (stop.wrapping_sub(start) as u64 - 1) / step as u64 + 1
    } else if step < 0 && start > stop {
        (start.wrapping_sub(stop) as u64 - 1) / step.unsigned_abs() + 1
    } else {
        0
    }
}

impl SliceObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        start: Raw,
        stop: Raw,
        step: Raw,
    ) -> Result<*mut SliceObj, OutOfMemory> {
        let slice: *mut SliceObj = heap.alloc(
            Header::new(Kind::Slice, ClassId::Slice),
            size_of::<SliceObj>(),
        )?;
        (*slice).start = start;
        (*slice).stop = stop;
        (*slice).step = step;
        Ok(slice)
    }
}

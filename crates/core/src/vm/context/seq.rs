//! Sequences and dicts in bulk: what the built-in containers need beyond single
//! items. Nothing here calls a script; what a script must decide is handed back.

use super::{Context, Local, Res, Value};
use crate::heap::{Heap, OutOfMemory};
use crate::object::*;
use crate::value::Raw;
use crate::vm::steps::{self, Step};

impl<'a> Value<'a, '_> {
    /// A str's bytes.
    pub(crate) fn str_bytes(self) -> Option<&'a [u8]> {
        // SAFETY: the value is live while the context is borrowed.
        unsafe {
            if is_kind(self.raw, Kind::Str) {
                Some(StrObj::bytes(self.raw.ptr()))
            } else {
                None
            }
        }
    }

    /// A small int's value (bools are none).
    pub(crate) fn small_int(self) -> Option<i64> {
        self.raw.as_small()
    }
}

impl<'f> Context<'f> {
    /// The items of a list or tuple, lent until the context is used mutably.
    pub(crate) fn items<'a>(
        &'a self,
        seq: Local<'f>,
    ) -> impl ExactSizeIterator<Item = Value<'a, 'f>> + Clone {
        // SAFETY: the sequence is rooted; nothing changes it while `self` is borrowed.
        let words: &'a [Raw] = unsafe { words_of(self.raw(seq)) };
        words.iter().map(|&raw| Value {
            raw,
            brand: core::marker::PhantomData,
        })
    }

    fn list_of(&self, list: Local<'f>) -> Option<*mut ListObj> {
        let raw = self.raw(list);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::List) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    fn dict_of(&self, dict: Local<'f>) -> Option<*mut DictObj> {
        let raw = self.raw(dict);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Dict) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// Appends the items of a list or tuple, which may be the list itself.
    pub(crate) fn list_extend_from(&mut self, list: Local<'f>, source: Local<'f>) -> Res<'f, ()> {
        let Some(list) = self.list_of(list) else {
            return Ok(());
        };
        let source = self.raw(source);
        // SAFETY: both are rooted. The source is read anew for each item, since
        // growing the list may replace its buffer; room is made first, so that
        // a second try after a failure begins where the first did.
        self.alloc_unit(|heap| unsafe {
            let count = words_of(source).len();
            ListObj::grow(
                heap,
                list,
                (*list).len.checked_add(count).ok_or(OutOfMemory)?,
            )?;
            for i in 0..count {
                if let Some(&item) = words_of(source).get(i) {
                    ListObj::push(heap, list, item)?;
                }
            }
            Ok(())
        })
    }

    /// Appends `start, start + step, ...`, `count` ints that all fit 64 bits.
    pub(crate) fn list_extend_ints(
        &mut self,
        list: Local<'f>,
        start: i64,
        step: i64,
        count: usize,
    ) -> Res<'f, ()> {
        let Some(object) = self.list_of(list) else {
            return Ok(());
        };
        // SAFETY: the list is rooted.
        self.alloc_unit(|heap| unsafe {
            ListObj::grow(
                heap,
                object,
                (*object).len.checked_add(count).ok_or(OutOfMemory)?,
            )
        })?;
        let mut value = start;
        for _ in 0..count {
            match Raw::try_small(value) {
                // SAFETY: the list is rooted; ints in a word need no collection.
                Some(raw) => self.alloc_small(object, raw)?,
                None => self.scope(|cx| {
                    let item = cx.int(value)?;
                    cx.list_push(list, item)
                })?,
            }
            value = value.wrapping_add(step);
        }
        Ok(())
    }

    #[inline]
    fn alloc_small(&mut self, list: *mut ListObj, raw: Raw) -> Res<'f, ()> {
        // SAFETY: the callers' list is rooted, `raw` is no pointer.
        match unsafe { ListObj::push(&mut (*self.vm()).heap, list, raw) } {
            Ok(()) => Ok(()),
            Err(OutOfMemory) => Err(self.memory_error()),
        }
    }

    /// Overwrites the first items of a list with ints that fit the word.
    pub(crate) fn list_store_ints(&mut self, list: Local<'f>, values: impl Iterator<Item = i64>) {
        let Some(list) = self.list_of(list) else {
            return;
        };
        // SAFETY: the list is rooted, the indices are checked; no pointers are stored.
        unsafe {
            let len = (*list).len;
            for (i, value) in values.take(len).enumerate() {
                if let Some(raw) = Raw::try_small(value) {
                    ListObj::items(list).add(i).write(raw);
                }
            }
        }
    }

    /// Rearranges a list: item `i` becomes what was item `order[i]`. Uses up `order`;
    /// anything but a permutation leaves the items in some other order.
    pub(crate) fn list_permute(&mut self, list: Local<'f>, order: &mut [u32]) {
        let Some(list) = self.list_of(list) else {
            return;
        };
        // SAFETY: the list is rooted, every index is checked; only items change
        // places, and the barrier sees the buffer once, as in `list_reverse`.
        unsafe {
            let len = (*list).len;
            if len < 2 || order.len() != len {
                return;
            }
            let items = core::slice::from_raw_parts_mut(ListObj::items(list), len);
            for start in 0..len {
                let mut at = start;
                loop {
                    let from = order[at] as usize;
                    order[at] = at as u32;
                    if from == start || from >= len || order[from] as usize == from {
                        break;
                    }
                    items.swap(at, from);
                    at = from;
                }
            }
            ListObj::permuted(&mut (*self.vm()).heap, list);
        }
    }

    /// Removes `count` items, every `step`-th from `start` on (`step` at least 1).
    pub(crate) fn list_delete_stride(
        &mut self,
        list: Local<'f>,
        start: usize,
        step: usize,
        count: usize,
    ) {
        let Some(object) = self.list_of(list) else {
            return;
        };
        // SAFETY: the list is rooted, indices stay below its length.
        let removed = unsafe {
            let len = (*object).len;
            let (mut to, mut removed) = (start, 0);
            for from in start..len {
                if removed < count && (from - start).is_multiple_of(step.max(1)) {
                    removed += 1;
                } else {
                    let item = *ListObj::items(object).add(from);
                    ListObj::set(&mut (*self.vm()).heap, object, to, item);
                    to += 1;
                }
            }
            removed
        };
        let len = self.list_len(list);
        self.list_remove(list, len.saturating_sub(removed), removed);
    }

    /// A new tuple of `count` items of a list or tuple: every `step`-th from `at` on.
    pub(crate) fn tuple_from_stride(
        &mut self,
        source: Local<'f>,
        at: i64,
        step: i64,
        count: usize,
    ) -> Res<'f> {
        if count == 0 {
            return self.tuple(&[]);
        }
        let source = self.raw(source);
        self.make_tuple(count, |i| {
            let index = at.wrapping_add(step.wrapping_mul(i as i64));
            // SAFETY: the source is rooted.
            let items = unsafe { words_of(source) };
            usize::try_from(index)
                .ok()
                .and_then(|i| items.get(i))
                .copied()
                .unwrap_or(Raw::NONE)
        })
    }

    /// A new tuple of the items of a list or tuple at these places; None for those
    /// beyond its end.
    ///
    /// # Errors
    /// MemoryError.
    pub fn tuple_pick(&mut self, source: Local<'f>, places: &[usize]) -> Res<'f> {
        if places.is_empty() {
            return self.tuple(&[]);
        }
        let source = self.raw(source);
        self.make_tuple(places.len(), |i| {
            // SAFETY: the source is rooted.
            let items = unsafe { words_of(source) };
            let item = places.get(i).and_then(|&place| items.get(place));
            item.copied().unwrap_or(Raw::NONE)
        })
    }

    /// A new tuple of one item of each of the lists and tuples in `sources`, a tuple.
    ///
    /// # Errors
    /// MemoryError.
    pub fn tuple_pick_each(&mut self, sources: Local<'f>, places: &[usize]) -> Res<'f> {
        if places.is_empty() {
            return self.tuple(&[]);
        }
        let sources = self.raw(sources);
        self.make_tuple(places.len(), |i| {
            // SAFETY: the sources are rooted, as items of a rooted tuple.
            let items = unsafe {
                let source = words_of(sources).get(i);
                source.map_or(&[][..], |&source| words_of(source))
            };
            let item = places.get(i).and_then(|&place| items.get(place));
            item.copied().unwrap_or(Raw::NONE)
        })
    }

    /// The next item of an iterator whose steps make nothing; `None` for all others.
    #[inline]
    pub(crate) fn quick_next(&mut self, iterator: Local<'f>) -> Option<Option<Local<'f>>> {
        let raw = self.raw(iterator);
        // SAFETY: the iterator is rooted and keeps its source alive, whose kind is what
        // the sub-kind says; the item is rooted at once.
        unsafe {
            if !is_kind(raw, Kind::Iter) {
                return None;
            }
            let mut item = Raw::UNBOUND;
            match steps::item(self.vm(), raw.ptr(), &raw mut item) {
                Step::Taken => Some(Some(self.root(item))),
                Step::End => Some(None),
                Step::Other => None,
            }
        }
    }

    /// A tuple whose items `item` gives, which are rooted elsewhere.
    fn make_tuple(&mut self, count: usize, mut item: impl FnMut(usize) -> Raw) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`: every item is written before anything collects.
        self.alloc(|heap: &mut Heap| unsafe {
            let size = count
                .checked_mul(8)
                .and_then(|bytes| bytes.checked_add(size_of::<TupleObj>()))
                .ok_or(OutOfMemory)?;
            let tuple: *mut TupleObj =
                heap.alloc(Header::new(Kind::Tuple, ClassId::Tuple), size)?;
            (*tuple).len = count;
            for i in 0..count {
                TupleObj::items(tuple).add(i).write(item(i));
            }
            Ok(Raw::from_ptr(tuple))
        })
    }

    /// The last live entry at or before `at`: its index, key and value.
    pub(crate) fn dict_prev(
        &mut self,
        dict: Local<'f>,
        at: usize,
    ) -> Option<(usize, Local<'f>, Local<'f>)> {
        let dict = self.dict_of(dict)?;
        // SAFETY: the dict is rooted, indices stay below `used`; the words are rooted at once.
        unsafe {
            let at = DictObj::prev_live(dict, at.saturating_add(1))?;
            let entry = *DictObj::entry(dict, at);
            Some((at, self.root(entry.key), self.root(entry.value)))
        }
    }

    /// Removes the last entry of a dict and returns its key and value.
    pub(crate) fn dict_pop_last(&mut self, dict: Local<'f>) -> Option<(Local<'f>, Local<'f>)> {
        let (at, key, value) = self.dict_prev(dict, usize::MAX)?;
        if let Some(object) = self.dict_of(dict) {
            // SAFETY: the dict is rooted, and the entry live.
            unsafe {
                let secret = (*self.vm()).secret;
                DictObj::remove_last(&mut (*self.vm()).heap, object, at, secret);
            }
        }
        Some((key, value))
    }
}

/// The items of a list or tuple; empty for other values.
///
/// # Safety
/// `raw` is live, and nothing changes the list while the slice lives.
unsafe fn words_of<'a>(raw: Raw) -> &'a [Raw] {
    match kind_of(raw) {
        Some(Kind::List) => ListObj::slice(raw.ptr()),
        Some(Kind::Tuple) => TupleObj::slice(raw.ptr()),
        _ => &[],
    }
}

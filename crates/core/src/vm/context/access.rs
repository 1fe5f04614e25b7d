//! Reading and changing values of built-in types. Indices out of range and
//! values of the wrong kind are answered by `None` or ignored, never trusted.
//!
//! # Safety
//! The private raw helpers take words that are live objects of the kind their name
//! says; what they lend is used before the object changes and before a script runs.

use super::{Context, Local, Res};
use crate::object::*;
use crate::value::Raw;

impl<'f> Context<'f> {
    /// The layout of a value, `None` for ints, floats, bools and None in a word.
    #[inline]
    pub(crate) fn kind(&self, local: Local<'f>) -> Option<Kind> {
        // SAFETY: the value is rooted.
        unsafe { kind_of(self.raw(local)) }
    }

    /// Whether the value has exactly this layout.
    #[inline]
    pub(crate) fn is(&self, local: Local<'f>, kind: Kind) -> bool {
        self.kind(local) == Some(kind)
    }

    /// Whether the value is an instance of a script's class with a built-in value in it.
    #[inline]
    pub(crate) fn is_derived(&self, local: Local<'f>) -> bool {
        self.is(local, Kind::Derived)
    }

    /// The built-in value in an instance of a script's class; other values themselves.
    #[inline]
    pub(crate) fn plain(&mut self, local: Local<'f>) -> Local<'f> {
        if !self.is_derived(local) {
            return local;
        }
        let raw = self.seen(local);
        // SAFETY: the instance, which is rooted, holds the value.
        unsafe { self.root(raw) }
    }

    /// The word that the readers below look at: they see the built-in value through
    /// the instance of a script's class that holds it.
    #[inline]
    pub(in crate::vm::context) fn seen(&self, local: Local<'f>) -> Raw {
        let raw = self.raw(local);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Derived) {
                InstanceObj::value(raw.ptr())
            } else {
                raw
            }
        }
    }

    /// Whether the value is an int (bools included).
    pub fn is_int(&self, local: Local<'f>) -> bool {
        let raw = self.seen(local);
        // SAFETY: the value is rooted.
        raw.is_small()
            || raw.is_bool()
            || matches!(unsafe { kind_of(raw) }, Some(Kind::Int64 | Kind::Big))
    }

    /// Whether two Locals hold the same object.
    #[inline]
    pub fn same(&self, a: Local<'f>, b: Local<'f>) -> bool {
        self.raw(a) == self.raw(b)
    }

    /// Whether the value is None.
    #[inline]
    pub fn is_none(&self, local: Local<'f>) -> bool {
        self.raw(local).is_none()
    }

    /// An int (or bool) that fits 64 bits.
    #[inline]
    pub fn as_int(&self, local: Local<'f>) -> Option<i64> {
        let raw = self.raw(local);
        if raw.is_small() {
            return Some(raw.small());
        }
        if raw.is_bool() {
            return Some((raw == Raw::TRUE) as i64);
        }
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if is_kind(raw, Kind::Int64) {
                Some((*raw.ptr::<Int64Obj>()).value)
            } else if is_kind(raw, Kind::Derived) {
                match IntValue::of(InstanceObj::value(raw.ptr())) {
                    Some(IntValue::Word(word)) => Some(word),
                    _ => None,
                }
            } else {
                None
            }
        }
    }

    /// An int (or bool) of any size.
    pub(crate) fn int_value(&self, local: Local<'f>) -> Option<IntValue> {
        // SAFETY: the value is rooted.
        let value = unsafe { IntValue::of(self.seen(local)) };
        if let Some(IntValue::Big(big)) = &value {
            self.note_bytes((big.bits() / 8) as usize);
        }
        value
    }

    /// An int of up to 128 bits.
    pub(crate) fn wide(&self, local: Local<'f>) -> Option<Wide> {
        // SAFETY: the value is rooted.
        unsafe { Wide::of(self.seen(local)) }
    }

    /// The int of that value.
    pub(crate) fn wide_int(&mut self, value: Wide) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe { value.make(heap) })
    }

    /// Counts work that has gone over so many bytes against the fuel; it is looked at
    /// when the script goes on.
    pub(crate) fn note_bytes(&self, bytes: usize) {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).heap.note_bytes(bytes) };
    }

    /// A float's value (ints are not converted).
    #[inline]
    pub fn as_float(&self, local: Local<'f>) -> Option<f64> {
        self.seen(local).as_double()
    }

    /// The name of a value's type.
    pub fn type_name(&self, local: Local<'f>) -> &'f str {
        // SAFETY: the value is rooted. What is lent is rooted as well: a script may give
        // the type another name meanwhile.
        unsafe {
            let ty = (*self.vm()).type_of(self.raw(local));
            Context::new(self.fiber()).root((*ty).name);
            (*self.vm()).type_name_of(ty)
        }
    }

    /// The name of a type object.
    pub(crate) fn name_of_type(&self, ty: Local<'f>) -> &'f str {
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if !self.is(ty, Kind::Type) {
                return "?";
            }
            let name = (*self.raw(ty).ptr::<TypeObj>()).name;
            Context::new(self.fiber()).root(name);
            core::str::from_utf8(StrObj::bytes(name.ptr())).unwrap_or("?")
        }
    }

    /// The class that a type object stands for.
    pub(crate) fn class_id(&self, ty: Local<'f>) -> Option<ClassId> {
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if self.is(ty, Kind::Type) {
                Some((*self.raw(ty).ptr::<TypeObj>()).id)
            } else {
                None
            }
        }
    }

    /// Whether the value's class is `base` or derived from it.
    pub(crate) fn is_instance(&self, local: Local<'f>, base: ClassId) -> bool {
        // SAFETY: the value is rooted.
        unsafe { (*self.vm()).is_subclass(self.class(local), base) }
    }

    // Strings

    /// A str's bytes (generalised UTF-8), lent for `'f`.
    #[inline]
    pub(crate) fn str_bytes(&self, local: Local<'f>) -> Option<&'f [u8]> {
        let raw = self.seen(local);
        // SAFETY: the value is rooted for 'f, its bytes never move or change.
        unsafe {
            if is_kind(raw, Kind::Str) {
                Some(StrObj::bytes(raw.ptr()))
            } else {
                None
            }
        }
    }

    /// A str's text, lent for `'f`; `None` for other values and for strings with
    /// lone surrogates.
    pub fn as_str(&self, local: Local<'f>) -> Option<&'f str> {
        self.str_bytes(local)
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
    }

    /// Characters of a str.
    pub fn str_len(&self, local: Local<'f>) -> Option<usize> {
        let raw = self.seen(local);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if is_kind(raw, Kind::Str) {
                Some((*raw.ptr::<StrObj>()).char_len())
            } else {
                None
            }
        }
    }

    /// Whether a str is pure ASCII.
    pub(crate) fn str_is_ascii(&self, local: Local<'f>) -> bool {
        let raw = self.seen(local);
        // SAFETY: the value is rooted and its kind checked.
        unsafe { is_kind(raw, Kind::Str) && (*raw.ptr::<StrObj>()).is_ascii() }
    }

    /// Byte offset of character `at` of a str (its byte length beyond the end).
    pub fn str_offset(&mut self, local: Local<'f>, at: usize) -> usize {
        let raw = self.seen(local);
        // SAFETY: the value is rooted; building the index does not collect.
        unsafe {
            if is_kind(raw, Kind::Str) {
                StrObj::offset(&mut (*self.vm()).heap, raw.ptr(), at)
            } else {
                0
            }
        }
    }

    // Lists

    #[inline]
    fn list_ptr(&self, local: Local<'f>) -> Option<*mut ListObj> {
        let raw = self.seen(local);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::List) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// Items of a list; 0 for other values.
    #[inline]
    pub fn list_len(&self, list: Local<'f>) -> usize {
        // SAFETY: the value is rooted and its kind checked.
        unsafe { self.list_ptr(list).map_or(0, |list| (*list).len) }
    }

    /// Item `at` of a list.
    #[inline]
    pub fn list_get(&mut self, list: Local<'f>, at: usize) -> Option<Local<'f>> {
        let list = self.list_ptr(list)?;
        // SAFETY: the list is rooted, the index checked; the word is rooted at once.
        unsafe {
            if at < (*list).len {
                Some(self.root(*ListObj::items(list).add(at)))
            } else {
                None
            }
        }
    }

    /// Replaces item `at`, which must exist.
    pub fn list_set(&mut self, list: Local<'f>, at: usize, item: Local<'f>) {
        let raw = self.raw(item);
        if let Some(list) = self.list_ptr(list) {
            // SAFETY: the list is rooted, the index checked.
            unsafe {
                if at < (*list).len {
                    ListObj::set(&mut (*self.vm()).heap, list, at, raw);
                }
            }
        }
    }

    /// Appends.
    #[inline]
    pub fn list_push(&mut self, list: Local<'f>, item: Local<'f>) -> Res<'f, ()> {
        let raw = self.raw(item);
        let Some(list) = self.list_ptr(list) else {
            return Ok(());
        };
        // SAFETY: list and item are rooted.
        self.alloc_unit(|heap| unsafe { ListObj::push(heap, list, raw) })
    }

    /// Inserts before `at` (at the end if `at` is beyond it).
    pub fn list_insert(&mut self, list: Local<'f>, at: usize, item: Local<'f>) -> Res<'f, ()> {
        let raw = self.raw(item);
        let Some(list) = self.list_ptr(list) else {
            return Ok(());
        };
        // SAFETY: list and item are rooted; the gap is filled before anything collects.
        self.alloc_unit(|heap| unsafe {
            let at = at.min((*list).len);
            ListObj::open_gap(heap, list, at, 1)?;
            ListObj::set(heap, list, at, raw);
            Ok(())
        })
    }

    /// Replaces items `at .. at + removed` by the items of another list.
    pub(crate) fn list_splice(
        &mut self,
        list: Local<'f>,
        at: usize,
        removed: usize,
        items: Local<'f>,
    ) -> Res<'f, ()> {
        let (Some(list), Some(source)) = (self.list_ptr(list), self.list_ptr(items)) else {
            return Ok(());
        };
        // SAFETY: both lists are rooted; a list spliced into itself is copied first.
        self.alloc_unit(|heap| unsafe {
            let source = if source == list {
                let items = ListObj::slice(list);
                ListObj::from_slice(heap, items.as_ptr(), items.len())?
            } else {
                source
            };
            let at = at.min((*list).len);
            let removed = removed.min((*list).len - at);
            let count = (*source).len;
            if count > removed {
                ListObj::open_gap(heap, list, at + removed, count - removed)?;
            } else {
                ListObj::close_gap(heap, list, at + count, removed - count);
            }
            for i in 0..count {
                ListObj::set(heap, list, at + i, *ListObj::items(source).add(i));
            }
            Ok(())
        })
    }

    /// Removes items `at .. at + count`.
    pub fn list_remove(&mut self, list: Local<'f>, at: usize, count: usize) {
        if let Some(list) = self.list_ptr(list) {
            // SAFETY: the list is rooted, the range is cut to its length.
            unsafe {
                let at = at.min((*list).len);
                let count = count.min((*list).len - at);
                ListObj::close_gap(&mut (*self.vm()).heap, list, at, count);
            }
        }
    }

    /// Empties a list.
    pub fn list_clear(&mut self, list: Local<'f>) {
        if let Some(list) = self.list_ptr(list) {
            // SAFETY: the list is rooted.
            unsafe { ListObj::clear(&mut (*self.vm()).heap, list) };
        }
    }

    /// Reverses a list in place.
    pub(crate) fn list_reverse(&mut self, list: Local<'f>) {
        if let Some(list) = self.list_ptr(list) {
            // SAFETY: the list is rooted; a permutation needs the barrier once.
            unsafe {
                let len = (*list).len;
                if len > 1 {
                    core::slice::from_raw_parts_mut(ListObj::items(list), len).reverse();
                    ListObj::permuted(&mut (*self.vm()).heap, list);
                }
            }
        }
    }

    /// Exchanges the contents of two lists.
    pub(crate) fn list_swap(&mut self, a: Local<'f>, b: Local<'f>) {
        if let (Some(a), Some(b)) = (self.list_ptr(a), self.list_ptr(b)) {
            // SAFETY: both are rooted.
            unsafe {
                if a != b {
                    ListObj::swap(&mut (*self.vm()).heap, a, b);
                }
            }
        }
    }

    /// A copy of part of a list or tuple as a new list: `count` items from `at`, every `step`-th.
    pub(crate) fn list_from_range(
        &mut self,
        source: Local<'f>,
        at: i64,
        step: i64,
        count: usize,
    ) -> Res<'f> {
        let raw = self.seen(source);
        // SAFETY: the source is rooted; indices are checked against its length.
        self.alloc(|heap| unsafe {
            let items = sequence_items(raw);
            let list = ListObj::new(heap, count)?;
            let mut index = at;
            for _ in 0..count {
                let item = usize::try_from(index)
                    .ok()
                    .and_then(|i| items.get(i))
                    .copied()
                    .unwrap_or(Raw::NONE);
                ListObj::push(heap, list, item)?;
                index = index.wrapping_add(step);
            }
            Ok(Raw::from_ptr(list))
        })
    }

    // Tuples

    /// Items of a tuple; 0 for other values.
    #[inline]
    pub fn tuple_len(&self, tuple: Local<'f>) -> usize {
        let raw = self.seen(tuple);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if is_kind(raw, Kind::Tuple) {
                (*raw.ptr::<TupleObj>()).len
            } else {
                0
            }
        }
    }

    /// Item `at` of a tuple.
    #[inline]
    pub fn tuple_get(&mut self, tuple: Local<'f>, at: usize) -> Option<Local<'f>> {
        let raw = self.seen(tuple);
        // SAFETY: the value is rooted, kind and index are checked.
        unsafe {
            if is_kind(raw, Kind::Tuple) && at < (*raw.ptr::<TupleObj>()).len {
                Some(self.root(*TupleObj::items(raw.ptr()).add(at)))
            } else {
                None
            }
        }
    }

    /// Items of a list or tuple.
    pub fn seq_len(&self, seq: Local<'f>) -> usize {
        // SAFETY: the value is rooted.
        unsafe { sequence_items(self.seen(seq)).len() }
    }

    /// Item `at` of a list or tuple.
    #[inline]
    pub fn seq_get(&mut self, seq: Local<'f>, at: usize) -> Option<Local<'f>> {
        // SAFETY: the value is rooted; the word is rooted at once.
        unsafe {
            let item = sequence_items(self.seen(seq)).get(at).copied()?;
            Some(self.root(item))
        }
    }

    // Small things

    /// Start, stop and step of a range; `None` for a long one.
    pub(crate) fn range_parts(&self, range: Local<'f>) -> Option<(i64, i64, i64)> {
        let raw = self.raw(range);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Range) {
                return None;
            }
            let range = raw.ptr::<RangeObj>();
            (*range)
                .long
                .is_unbound()
                .then(|| ((*range).start, (*range).stop, (*range).step))
        }
    }

    /// Start, stop and step of a long range, a tuple; `None` for others.
    pub(crate) fn long_range_parts(&mut self, range: Local<'f>) -> Option<Local<'f>> {
        let raw = self.raw(range);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Range) {
                return None;
            }
            let long = (*raw.ptr::<RangeObj>()).long;
            (!long.is_unbound()).then(|| self.root(long))
        }
    }

    /// Start, stop and step of a slice.
    pub(crate) fn slice_parts(
        &mut self,
        slice: Local<'f>,
    ) -> Option<(Local<'f>, Local<'f>, Local<'f>)> {
        let raw = self.raw(slice);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Slice) {
                return None;
            }
            let slice = raw.ptr::<SliceObj>();
            Some((
                self.root((*slice).start),
                self.root((*slice).stop),
                self.root((*slice).step),
            ))
        }
    }

    /// Replaces the words of a class method, a static method or a `super` object.
    pub(crate) fn set_pair(&mut self, pair: Local<'f>, a: Local<'f>, b: Local<'f>) {
        let raw = self.seen(pair);
        // SAFETY: the value is rooted and its kind checked; the words are rooted.
        unsafe {
            if !matches!(
                kind_of(raw),
                Some(Kind::ClassMethod | Kind::StaticMethod | Kind::Super)
            ) {
                return;
            }
            let (a, b) = (self.raw(a), self.raw(b));
            let pair = raw.ptr::<PairObj>();
            ((*pair).a, (*pair).b) = (a, b);
            let heap = &mut (*self.vm()).heap;
            heap.barrier(pair, a);
            heap.barrier(pair, b);
        }
    }

    /// Fills a `super` object; `told`: the tuple of the class and of the one that a proxy says
    /// it is of.
    pub(crate) fn set_super(
        &mut self,
        made: Local<'f>,
        class: Local<'f>,
        object: Local<'f>,
        told: Option<Local<'f>>,
    ) {
        self.set_pair(made, told.unwrap_or(class), object);
        let raw = self.seen(made);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if is_kind(raw, Kind::Super) {
                (*raw.ptr::<Header>()).aux = match told {
                    Some(_) => PairObj::PROXY,
                    None => 0,
                };
            }
        }
    }

    /// The class that the object of a `super` says it is of, where that is a proxy.
    pub(crate) fn super_told(&mut self, made: Local<'f>) -> Option<Local<'f>> {
        let raw = self.seen(made);
        // SAFETY: the value is rooted and its kind checked; the word is rooted at once.
        unsafe {
            if !is_kind(raw, Kind::Super) || (*raw.ptr::<Header>()).aux != PairObj::PROXY {
                return None;
            }
            let both = (*raw.ptr::<PairObj>()).a;
            let told = TupleObj::slice(both.ptr()).get(1).copied()?;
            Some(self.root(told))
        }
    }

    /// The two words of a pair-shaped object (empty ones as None).
    pub(crate) fn pair_parts(&mut self, pair: Local<'f>) -> Option<(Local<'f>, Local<'f>)> {
        let raw = self.seen(pair);
        // SAFETY: the value is rooted.
        match unsafe { kind_of(raw) }? {
            Kind::Method
            | Kind::Cell
            | Kind::DictView
            | Kind::ClassMethod
            | Kind::StaticMethod
            | Kind::Super
            | Kind::Cons => {
                // SAFETY: the value is rooted and its kind checked.
                unsafe {
                    let pair = raw.ptr::<PairObj>();
                    let bound = |raw: Raw| if raw.is_unbound() { Raw::NONE } else { raw };
                    let (a, _) = PairObj::super_classes(pair);
                    Some((self.root(bound(a)), self.root(bound((*pair).b))))
                }
            }
            _ => None,
        }
    }

    // Iterators

    fn iter_ptr(&self, iter: Local<'f>) -> Option<*mut IterObj> {
        let raw = self.raw(iter);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Iter) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// What kind of built-in iterator this is.
    pub(crate) fn iter_kind(&self, iter: Local<'f>) -> Option<IterKind> {
        // SAFETY: the value is rooted and its kind checked.
        self.iter_ptr(iter).map(|iter| unsafe { (*iter).kind() })
    }

    /// The iterator's source; `None` once it is exhausted.
    pub(crate) fn iter_source(&mut self, iter: Local<'f>) -> Option<Local<'f>> {
        let iter = self.iter_ptr(iter)?;
        // SAFETY: the iterator is rooted.
        unsafe {
            if (*iter).source.is_unbound() {
                None
            } else {
                Some(self.root((*iter).source))
            }
        }
    }

    /// The iterator's second word.
    pub(crate) fn iter_extra(&mut self, iter: Local<'f>) -> Option<Local<'f>> {
        let iter = self.iter_ptr(iter)?;
        // SAFETY: the iterator is rooted.
        unsafe {
            if (*iter).extra.is_unbound() {
                None
            } else {
                Some(self.root((*iter).extra))
            }
        }
    }

    /// Replaces the iterator's source.
    pub(crate) fn set_iter_source(&mut self, iter: Local<'f>, source: Local<'f>) {
        let raw = self.raw(source);
        if let Some(iter) = self.iter_ptr(iter) {
            // SAFETY: both are rooted.
            unsafe {
                (*iter).source = raw;
                (*self.vm()).heap.barrier(iter, raw);
            }
        }
    }

    /// Replaces the iterator's second word.
    pub(crate) fn set_iter_extra(&mut self, iter: Local<'f>, extra: Local<'f>) {
        let raw = self.raw(extra);
        if let Some(iter) = self.iter_ptr(iter) {
            // SAFETY: both are rooted.
            unsafe {
                (*iter).extra = raw;
                (*self.vm()).heap.barrier(iter, raw);
            }
        }
    }

    /// Lets go of the source: the iterator is exhausted for good.
    pub(crate) fn exhaust(&mut self, iter: Local<'f>) {
        if let Some(iter) = self.iter_ptr(iter) {
            // SAFETY: the iterator is rooted.
            unsafe { (*iter).source = Raw::UNBOUND };
        }
    }

    /// Index, limit and step of an iterator.
    pub(crate) fn iter_state(&self, iter: Local<'f>) -> (i64, i64, i64) {
        // SAFETY: the iterator is rooted.
        self.iter_ptr(iter).map_or((0, 0, 1), |iter| unsafe {
            ((*iter).index, (*iter).limit, (*iter).step)
        })
    }

    /// Sets index, limit and step.
    pub(crate) fn set_iter_state(&mut self, iter: Local<'f>, index: i64, limit: i64, step: i64) {
        if let Some(iter) = self.iter_ptr(iter) {
            // SAFETY: the iterator is rooted.
            unsafe {
                (*iter).index = index;
                (*iter).limit = limit;
                (*iter).step = step;
            }
        }
    }
}

/// The items of a list or tuple; empty for other values.
unsafe fn sequence_items<'a>(raw: Raw) -> &'a [Raw] {
    match kind_of(raw) {
        Some(Kind::List) => ListObj::slice(raw.ptr()),
        Some(Kind::Tuple) => TupleObj::slice(raw.ptr()),
        _ => &[],
    }
}

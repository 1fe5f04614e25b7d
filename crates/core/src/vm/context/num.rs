//! What operators, comparison and hashing need of the raw layer: joining and
//! repeating sequences, looking at words in bulk, special methods that are a
//! type's own, and the guard of native recursion.
//!
//! # Safety
//! The private raw helpers take live words of this VM. What they lend is used before
//! the sequence changes and before a script runs.

use super::{Context, Local, Res};
use crate::object::*;
use crate::value::Raw;
use core::ptr::copy_nonoverlapping;

impl<'f> Context<'f> {
    // Sequences

    /// Whether a value is a small int, a float or a bool.
    pub(crate) fn is_plain_number(&self, value: Local<'f>) -> bool {
        crate::vm::gather::is_number(self.raw(value))
    }

    /// `a + b` of two lists.
    pub(crate) fn list_concat(&mut self, a: Local<'f>, b: Local<'f>) -> Res<'f> {
        let (a, b) = (self.raw(a), self.raw(b));
        // SAFETY: both are rooted, their kinds checked; the list is new.
        unsafe {
            if !is_kind(a, Kind::List) || !is_kind(b, Kind::List) {
                return Ok(Local::NOT_IMPLEMENTED);
            }
            self.alloc(|heap| {
                let (x, y) = (ListObj::slice(a.ptr()), ListObj::slice(b.ptr()));
                let list = ListObj::new(heap, x.len() + y.len())?;
                if x.len() + y.len() > 0 {
                    copy_nonoverlapping(x.as_ptr(), ListObj::items(list), x.len());
                    copy_nonoverlapping(y.as_ptr(), ListObj::items(list).add(x.len()), y.len());
                }
                (*list).len = x.len() + y.len();
                Ok(Raw::from_ptr(list))
            })
        }
    }

    /// `list * count`; the caller has charged it.
    pub(crate) fn list_repeat(&mut self, list: Local<'f>, count: usize) -> Res<'f> {
        let total = self.seq_len(list).checked_mul(count);
        let Some(total) = total.filter(|total| total / 2 <= self.bytes_left() / 16) else {
            return Err(self.memory_error());
        };
        let raw = self.raw(list);
        // SAFETY: the list is rooted, its kind checked; the new one has room for all.
        unsafe {
            if !is_kind(raw, Kind::List) {
                return Ok(Local::NOT_IMPLEMENTED);
            }
            self.alloc(|heap| {
                let items = ListObj::slice(raw.ptr());
                let new = ListObj::new(heap, total)?;
                if total > 0 {
                    repeat(items, ListObj::items(new), total);
                }
                (*new).len = total;
                Ok(Raw::from_ptr(new))
            })
        }
    }

    /// `a + b` of two tuples.
    pub(crate) fn tuple_concat(&mut self, a: Local<'f>, b: Local<'f>) -> Res<'f> {
        match (self.tuple_len(a), self.tuple_len(b)) {
            (_, 0) => return Ok(a),
            (0, _) => return Ok(b),
            _ => {}
        }
        let (a, b) = (self.raw(a), self.raw(b));
        // SAFETY: both are rooted tuples (their lengths are not zero). The first
        // copy reads `x` only; the rest of the new tuple is written right after.
        self.alloc(|heap| unsafe {
            let (x, y) = (TupleObj::slice(a.ptr()), TupleObj::slice(b.ptr()));
            let tuple = raw_tuple(heap, x.len() + y.len())?;
            copy_nonoverlapping(x.as_ptr(), TupleObj::items(tuple), x.len());
            copy_nonoverlapping(y.as_ptr(), TupleObj::items(tuple).add(x.len()), y.len());
            Ok(Raw::from_ptr(tuple))
        })
    }

    /// `tuple * count`; the caller has charged it.
    pub(crate) fn tuple_repeat(&mut self, tuple: Local<'f>, count: usize) -> Res<'f> {
        let Some(total) = self.tuple_len(tuple).checked_mul(count) else {
            return Err(self.memory_error());
        };
        if total == 0 {
            return self.tuple(&[]);
        }
        if count == 1 {
            return Ok(tuple);
        }
        if total / 2 > self.bytes_left() / 16 {
            return Err(self.memory_error());
        }
        let raw = self.raw(tuple);
        // SAFETY: a rooted tuple (its length is not zero); all places are written.
        self.alloc(|heap| unsafe {
            let new = raw_tuple(heap, total)?;
            repeat(TupleObj::slice(raw.ptr()), TupleObj::items(new), total);
            Ok(Raw::from_ptr(new))
        })
    }

    /// Bytes that the heap may still grow by.
    pub(crate) fn bytes_left(&self) -> usize {
        // SAFETY: the VM is this context's.
        unsafe {
            (*self.vm())
                .heap
                .limit()
                .saturating_sub((*self.vm()).heap.allocated())
        }
    }

    // Words in bulk

    /// The first index at or after `from` at which two lists or tuples differ or
    /// may differ: items that are the same word, equal numbers or equal strs are
    /// passed over. `None` at the end of the shorter one.
    pub(crate) fn seq_mismatch(&self, a: Local<'f>, b: Local<'f>, from: usize) -> Option<usize> {
        // SAFETY: both are rooted; nothing collects while the words are read.
        unsafe {
            let (x, y) = (words(self.raw(a)), words(self.raw(b)));
            let end = x.len().min(y.len());
            let mut weight = 0;
            let found = (from.min(end)..end).find(|&i| {
                weight += text_weight(x[i]);
                !surely_equal(x[i], y[i])
            });
            self.note_bytes(weight);
            found
        }
    }

    /// The first index at or after `from` of an item of a list or tuple that is
    /// `needle`, or may be equal to it; see [`Context::seq_mismatch`]. True: it is equal.
    pub(crate) fn seq_candidate(
        &self,
        seq: Local<'f>,
        needle: Local<'f>,
        from: usize,
    ) -> Option<(usize, bool)> {
        let needle = self.raw(needle);
        // SAFETY: both are rooted; nothing collects while the words are read.
        unsafe {
            let items = words(self.raw(seq));
            let weight = text_weight(needle);
            for (i, &item) in items.iter().enumerate().skip(from) {
                if weight > 0 {
                    self.note_bytes(weight.min(text_weight(item)));
                }
                if surely_equal(item, needle) {
                    return Some((i, true));
                }
                if !surely_different(item, needle) {
                    return Some((i, false));
                }
            }
            None
        }
    }

    /// The value of a dict's key whose hash is known.
    pub(crate) fn dict_lookup(
        &mut self,
        dict: Local<'f>,
        key: Local<'f>,
        hash: u64,
    ) -> Res<'f, Option<Local<'f>>> {
        Ok(match self.dict_find(dict, key, hash)? {
            super::dict::Place::At(at) => self.dict_value(dict, at),
            super::dict::Place::Missing => None,
        })
    }

    /// A str's hash.
    pub(crate) fn str_hash(&self, text: Local<'f>) -> Option<u64> {
        let raw = self.raw(text);
        // SAFETY: the value is rooted, its kind checked.
        unsafe {
            if is_kind(raw, Kind::Str) {
                Some((*self.vm()).hash_str(raw.ptr()))
            } else {
                None
            }
        }
    }

    /// The hash of an object that is equal to itself only.
    pub(crate) fn identity_hash(&self, object: Local<'f>) -> u64 {
        self.raw(object).identity_hash()
    }

    /// The receiver and the definition of a bound native method, as words to compare.
    pub(crate) fn native_identity(&self, native: Local<'f>) -> Option<(u64, usize)> {
        let raw = self.raw(native);
        // SAFETY: the value is rooted, its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Native) {
                return None;
            }
            let native = raw.ptr::<NativeObj>();
            let Raw(this) = (*native).this;
            Some((this, (*native).def as usize))
        }
    }

    // Special methods

    /// What the type of `object` has under a name, unless it comes from `object`
    /// (whose versions of `__eq__`, `__hash__`, ... callers know without calling).
    pub(crate) fn own_special(
        &mut self,
        object: Local<'f>,
        name: *mut StrObj,
    ) -> Option<Local<'f>> {
        // SAFETY: the object is rooted, the name interned; the word is rooted at once.
        unsafe {
            let vm = self.vm();
            let found = crate::vm::types::lookup(vm, (*vm).type_of(self.raw(object)), name)?;
            let base = crate::vm::types::lookup(vm, (*vm).type_by_id(ClassId::Object), name);
            if base == Some(found) {
                None
            } else {
                Some(self.root(found))
            }
        }
    }

    /// Calls a special method found by [`Context::own_special`].
    pub(crate) fn call_found(
        &mut self,
        method: Local<'f>,
        object: Local<'f>,
        args: &[Local<'f>],
    ) -> Res<'f> {
        // SAFETY: all Locals are rooted words of this fiber.
        unsafe { crate::vm::call::special(self, method, object, args) }
    }

    /// Whether special methods of the value may be the work of a script or of an
    /// extension; built-in values have only those that `builtins` knows.
    #[inline]
    pub(crate) fn has_specials(&self, local: Local<'f>) -> bool {
        self.kind(local).is_some_and(Kind::has_specials)
    }

    // Native recursion

    /// One level deeper in native code that follows a nesting of values.
    /// RecursionError, `what` behind its message, at the limit or where the native
    /// stack ends. [`Context::leave_recursion`] goes back.
    pub fn enter_recursion(&mut self, what: &str) -> Res<'f, ()> {
        let here = 0_u8;
        let address = &raw const here as usize;
        // SAFETY: fiber and VM outlive the context.
        let too_deep = unsafe {
            let (fiber, vm) = (self.fiber(), self.vm());
            if (*fiber).depth >= (*vm).recursion_limit || address < (*fiber).stack_limit {
                true
            } else {
                (*fiber).depth += 1;
                false
            }
        };
        if too_deep {
            return Err(self.raise(
                ClassId::RecursionError,
                format_args!("maximum recursion depth exceeded{what}"),
            ));
        }
        Ok(())
    }

    /// Undoes one successful [`Context::enter_recursion`].
    pub fn leave_recursion(&mut self) {
        // SAFETY: the fiber outlives the context.
        unsafe { (*self.fiber()).depth = (*self.fiber()).depth.saturating_sub(1) };
    }
}

/// Fills `total` words with repetitions of `items`.
///
/// # Safety
/// `to` has room for `total` words; `items` is not empty and its length divides `total`.
unsafe fn repeat(items: &[Raw], to: *mut Raw, total: usize) {
    copy_nonoverlapping(items.as_ptr(), to, items.len());
    let mut filled = items.len();
    while filled < total {
        let more = filled.min(total - filled);
        copy_nonoverlapping(to, to.add(filled), more);
        filled += more;
    }
}

unsafe fn raw_tuple(
    heap: &mut crate::heap::Heap,
    len: usize,
) -> Result<*mut TupleObj, crate::heap::OutOfMemory> {
    let size = len
        .checked_mul(8)
        .and_then(|bytes| bytes.checked_add(size_of::<TupleObj>()));
    let tuple: *mut TupleObj = heap.alloc(
        Header::new(Kind::Tuple, ClassId::Tuple),
        size.ok_or(crate::heap::OutOfMemory)?,
    )?;
    (*tuple).len = len;
    Ok(tuple)
}

unsafe fn words<'a>(raw: Raw) -> &'a [Raw] {
    match kind_of(raw) {
        Some(Kind::List) => ListObj::slice(raw.ptr()),
        Some(Kind::Tuple) => TupleObj::slice(raw.ptr()),
        _ => &[],
    }
}

/// Bytes that comparing a value goes over: those of a str, 0 for others.
unsafe fn text_weight(raw: Raw) -> usize {
    if is_kind(raw, Kind::Str) {
        StrObj::bytes(raw.ptr()).len()
    } else {
        0
    }
}

/// Equal as containers see it (identical or equal), told without calling anything.
unsafe fn surely_equal(a: Raw, b: Raw) -> bool {
    if a == b {
        return true;
    }
    if is_kind(a, Kind::Str) && is_kind(b, Kind::Str) {
        return StrObj::same(a.ptr(), b.ptr());
    }
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// Different for certain: two small numbers, two strs, or a str and a number.
unsafe fn surely_different(a: Raw, b: Raw) -> bool {
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a != b,
        (Some(_), None) => b.is_none() || is_kind(b, Kind::Str),
        (None, Some(_)) => a.is_none() || is_kind(a, Kind::Str),
        (None, None) => {
            is_kind(a, Kind::Str)
                && is_kind(b, Kind::Str)
                && StrObj::bytes(a.ptr()) != StrObj::bytes(b.ptr())
        }
    }
}

/// A number in a word: small ints are exact as floats.
fn number(raw: Raw) -> Option<f64> {
    if raw.is_small() {
        Some(raw.small() as f64)
    } else if raw.is_bool() {
        Some((raw == Raw::TRUE) as u8 as f64)
    } else {
        raw.as_double()
    }
}

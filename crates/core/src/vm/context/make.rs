//! Making values. Each of these may collect first; the result is rooted.
//!
//! # Safety
//! The private raw helpers work on this VM's own heap; their result is initialised
//! by the caller before anything else is allocated.

use super::{Context, Local, Res};
use crate::heap::{Heap, OutOfMemory};
use crate::object::*;
use crate::registry::Registry;
use crate::value::Raw;
use crate::vm::native::NativeDef;
use alloc::sync::Arc;
use num_bigint::BigInt;

impl<'f> Context<'f> {
    /// Pays what collection is due, allocates, and collects fully and tries once
    /// more when the limit is hit. Words that `make` captures must be rooted.
    #[inline]
    pub(crate) fn alloc(
        &mut self,
        mut make: impl FnMut(&mut Heap) -> Result<Raw, OutOfMemory>,
    ) -> Res<'f> {
        // SAFETY: the VM is this context's; nothing collects between making the
        // object and rooting it.
        unsafe {
            let vm = self.vm();
            if (*vm).heap.wants_step || (*vm).stress {
                crate::vm::collect::pay(vm);
            }
            match make(&mut (*vm).heap) {
                Ok(raw) => Ok(self.root(raw)),
                Err(OutOfMemory) => self.alloc_again(make),
            }
        }
    }

    /// Runs the body of a frozen module: without collections at every allocation, unless they
    /// are wanted there too.
    pub(crate) fn unstressed<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> T {
        let vm = self.vm();
        // SAFETY: the VM is this context's; no reference into it is kept.
        let before = unsafe {
            let before = (*vm).stress;
            (*vm).stress &= (*vm).stress_libraries;
            before
        };
        let result = run(self);
        // SAFETY: as above.
        unsafe { (*vm).stress = before };
        result
    }

    #[cold]
    #[inline(never)]
    fn alloc_again(
        &mut self,
        mut make: impl FnMut(&mut Heap) -> Result<Raw, OutOfMemory>,
    ) -> Res<'f> {
        // SAFETY: as in `alloc`.
        unsafe {
            let vm = self.vm();
            crate::vm::collect::full(vm);
            match make(&mut (*vm).heap) {
                Ok(raw) => Ok(self.root(raw)),
                Err(OutOfMemory) => Err(self.memory_error()),
            }
        }
    }

    /// As [`Context::alloc`] for changes that make no value.
    pub(crate) fn alloc_unit(
        &mut self,
        mut make: impl FnMut(&mut Heap) -> Result<(), OutOfMemory>,
    ) -> Res<'f, ()> {
        // SAFETY: as in `alloc`.
        unsafe {
            let vm = self.vm();
            if (*vm).heap.wants_step || (*vm).stress {
                crate::vm::collect::pay(vm);
            }
            match make(&mut (*vm).heap) {
                Ok(()) => Ok(()),
                Err(OutOfMemory) => {
                    crate::vm::collect::full(vm);
                    make(&mut (*vm).heap).map_err(|_| self.memory_error())
                }
            }
        }
    }

    /// An int.
    #[inline]
    pub fn int(&mut self, value: i64) -> Res<'f> {
        match Raw::try_small(value) {
            Some(raw) => Ok(self.immediate(raw)),
            // SAFETY: raw layer, inside `alloc`.
            None => self.alloc(|heap| unsafe { Int64Obj::make(heap, value) }),
        }
    }

    /// An int of any size.
    pub(crate) fn big(&mut self, value: &BigInt) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe { BigObj::make(heap, value) })
    }

    /// A length or count.
    pub(crate) fn size(&mut self, value: usize) -> Res<'f> {
        match i64::try_from(value) {
            Ok(value) => self.int(value),
            Err(_) => self.big(&BigInt::from(value)),
        }
    }

    /// A float.
    #[inline]
    pub fn float(&mut self, value: f64) -> Local<'f> {
        self.immediate(Raw::from_f64(value))
    }

    /// A str.
    pub fn str(&mut self, text: &str) -> Res<'f> {
        self.wtf8(text.as_bytes())
    }

    /// A str of generalised UTF-8 (lone surrogates allowed), which the caller
    /// guarantees to be well formed.
    pub(crate) fn wtf8(&mut self, bytes: &[u8]) -> Res<'f> {
        // SAFETY: the cached strings are roots; the rest is raw layer inside `alloc`.
        unsafe {
            match bytes {
                [] => {
                    let raw = (*self.vm()).empty_str;
                    Ok(self.root(raw))
                }
                [byte] if *byte < 128 => {
                    let raw = (*self.vm()).ascii[*byte as usize];
                    Ok(self.root(raw))
                }
                _ => self.alloc(|heap| StrObj::new(heap, bytes).map(Raw::from_ptr)),
            }
        }
    }

    /// A str of one character (a code point, lone surrogates allowed).
    pub(crate) fn char(&mut self, code: u32) -> Res<'f> {
        let mut bytes = [0; 4];
        let len = encode(code, &mut bytes);
        self.wtf8(&bytes[..len])
    }

    /// An interned str, for names.
    pub(crate) fn name(&mut self, text: &str) -> Res<'f> {
        // SAFETY: raw layer; the word is rooted at once.
        unsafe {
            match (*self.vm()).intern_bytes(text.as_bytes()) {
                Ok(s) => Ok(self.root(Raw::from_ptr(s))),
                Err(OutOfMemory) => Err(self.memory_error()),
            }
        }
    }

    /// A list of these items.
    pub fn list(&mut self, items: &[Local<'f>]) -> Res<'f> {
        let list = self.list_with_capacity(items.len())?;
        for &item in items {
            self.list_push(list, item)?;
        }
        Ok(list)
    }

    /// An empty list with room.
    pub fn list_with_capacity(&mut self, capacity: usize) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe { ListObj::new(heap, capacity).map(Raw::from_ptr) })
    }

    /// A tuple of these items.
    pub fn tuple(&mut self, items: &[Local<'f>]) -> Res<'f> {
        if items.is_empty() {
            // SAFETY: the empty tuple is a root.
            return Ok(unsafe {
                let raw = (*self.vm()).empty_tuple;
                self.root(raw)
            });
        }
        let fiber = self.fiber();
        // SAFETY: raw layer; the items are rooted while the tuple is filled.
        self.alloc(|heap| unsafe {
            let tuple = new_tuple(heap, items.len())?;
            for (i, item) in items.iter().enumerate() {
                TupleObj::items(tuple)
                    .add(i)
                    .write(*(*fiber).stack.add(item.index()));
            }
            Ok(Raw::from_ptr(tuple))
        })
    }

    /// A tuple of a list's items.
    pub fn tuple_from_list(&mut self, list: Local<'f>) -> Res<'f> {
        let list = self.raw(list);
        // SAFETY: the list is rooted and its kind checked.
        unsafe {
            if !is_kind(list, Kind::List) || (*list.ptr::<ListObj>()).len == 0 {
                return self.tuple(&[]);
            }
            self.alloc(|heap| {
                let items = ListObj::slice(list.ptr());
                TupleObj::from_slice(heap, items.as_ptr(), items.len()).map(Raw::from_ptr)
            })
        }
    }

    /// An empty dict.
    pub fn dict(&mut self) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe { DictObj::new(heap).map(Raw::from_ptr) })
    }

    /// `range(start, stop, step)`.
    pub(crate) fn range(&mut self, start: i64, stop: i64, step: i64) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe { RangeObj::new(heap, start, stop, step).map(Raw::from_ptr) })
    }

    /// A range of which `parts`, a tuple of three ints, does not fit 64 bits.
    pub(crate) fn long_range(&mut self, parts: Local<'f>) -> Res<'f> {
        let parts = self.raw(parts);
        // SAFETY: the parts are rooted.
        self.alloc(|heap| unsafe { RangeObj::new_long(heap, parts).map(Raw::from_ptr) })
    }

    /// `slice(start, stop, step)`.
    pub(crate) fn slice(&mut self, start: Local<'f>, stop: Local<'f>, step: Local<'f>) -> Res<'f> {
        let (start, stop, step) = (self.raw(start), self.raw(stop), self.raw(step));
        // SAFETY: the parts are rooted.
        self.alloc(|heap| unsafe { SliceObj::new(heap, start, stop, step).map(Raw::from_ptr) })
    }

    /// A built-in iterator; see [`IterKind`] for what source and extra are.
    pub(crate) fn new_iter(
        &mut self,
        kind: IterKind,
        source: Local<'f>,
        extra: Local<'f>,
    ) -> Res<'f> {
        let (source, extra) = (self.raw(source), self.raw(extra));
        // SAFETY: the parts are rooted.
        self.alloc(|heap| unsafe { IterObj::new(heap, kind, source, extra).map(Raw::from_ptr) })
    }

    /// An object of two words: bound methods, views, wrappers.
    pub(crate) fn pair(
        &mut self,
        kind: Kind,
        class: ClassId,
        a: Local<'f>,
        b: Local<'f>,
    ) -> Res<'f> {
        debug_assert!(matches!(
            kind,
            Kind::Method
                | Kind::Cell
                | Kind::DictView
                | Kind::ClassMethod
                | Kind::StaticMethod
                | Kind::Super
                | Kind::Cons
        ));
        let (a, b) = (self.raw(a), self.raw(b));
        // SAFETY: the parts are rooted.
        self.alloc(|heap| unsafe { PairObj::new(heap, kind, class, a, b).map(Raw::from_ptr) })
    }

    /// A function of a registered module.
    pub(crate) fn native_function(&mut self, def: &Arc<NativeDef>, module: Local<'f>) -> Res<'f> {
        let owner = self.raw(module);
        // SAFETY: the module is rooted.
        self.alloc(|heap| unsafe { NativeObj::shared(heap, def, owner).map(Raw::from_ptr) })
    }

    /// Looks into the registry; `look` must not use this VM.
    pub(crate) fn with_registry<R>(&mut self, look: impl FnOnce(&mut Registry) -> R) -> R {
        // SAFETY: the registry is borrowed for this call only, in which nothing
        // else of the VM runs.
        unsafe { look(&mut (*self.vm()).registry) }
    }

    /// A built-in type object.
    pub(crate) fn class_object(&mut self, id: ClassId) -> Local<'f> {
        // SAFETY: the class table keeps types alive.
        unsafe {
            let ty = (*self.vm()).type_by_id(id);
            self.root(Raw::from_ptr(ty))
        }
    }
}

unsafe fn new_tuple(heap: &mut Heap, len: usize) -> Result<*mut TupleObj, OutOfMemory> {
    let size = len
        .checked_mul(8)
        .and_then(|bytes| bytes.checked_add(size_of::<TupleObj>()))
        .ok_or(OutOfMemory)?;
    let tuple: *mut TupleObj = heap.alloc(Header::new(Kind::Tuple, ClassId::Tuple), size)?;
    (*tuple).len = len;
    Ok(tuple)
}

/// Writes a code point in generalised UTF-8; returns the length.
pub(crate) fn encode(code: u32, out: &mut [u8; 4]) -> usize {
    match code {
        0..0x80 => {
            out[0] = code as u8;
            1
        }
        0x80..0x800 => {
            out[0] = 0xC0 | (code >> 6) as u8;
            out[1] = 0x80 | (code & 0x3F) as u8;
            2
        }
        0x800..0x10000 => {
            out[0] = 0xE0 | (code >> 12) as u8;
            out[1] = 0x80 | (code >> 6 & 0x3F) as u8;
            out[2] = 0x80 | (code & 0x3F) as u8;
            3
        }
        _ => {
            out[0] = 0xF0 | (code >> 18 & 7) as u8;
            out[1] = 0x80 | (code >> 12 & 0x3F) as u8;
            out[2] = 0x80 | (code >> 6 & 0x3F) as u8;
            out[3] = 0x80 | (code & 0x3F) as u8;
            4
        }
    }
}

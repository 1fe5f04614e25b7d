//! Bytes: the immutable kind, the growable one, and views of either.
//!
//! A `bytes` holds its data inline. A `bytearray` has a buffer of its own, of which
//! it uses a part: what is removed at the front costs nothing until room is needed.
//! A `memoryview` names the object that it reads and never an address within: it is
//! looked up, and checked against the length, at each access. It counts as an export
//! of a bytearray until it is released or collected; scripts see that the length of
//! an exported bytearray does not change.
//!
//! # Safety
//! The raw layer's contract (`heap`). `at`, `removed` lie within the length. Lent
//! bytes of a bytearray are used only until it changes or a script can run.

use super::string::ByteBuf;
use super::{ClassId, Header, Kind};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;
use core::ptr::{copy, copy_nonoverlapping, null_mut};

/// A Python `bytes`, its data inline.
#[repr(C)]
pub(crate) struct BytesObj {
    pub(crate) header: Header,
    /// Keyed hash; 0 until it is asked for.
    pub(crate) hash: u64,
    pub(crate) len: usize,
}

/// A Python `bytearray`.
#[repr(C)]
pub(crate) struct ByteArrayObj {
    pub(crate) header: Header,
    pub(crate) len: usize,
    /// Views that are neither released nor collected.
    pub(crate) exports: usize,
    /// Where the data begin in the buffer.
    start: usize,
    /// Null while there are no data.
    buf: *mut ByteBuf,
}

/// What a view shows of its object: of its first dimension, if it has several.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    /// Byte offset of the first item.
    pub(crate) start: usize,
    /// Items, or groups of them where there are more dimensions.
    pub(crate) count: usize,
    /// Bytes from one to the next.
    pub(crate) stride: isize,
}

/// A Python `memoryview`; its format and flags in the header's `aux`. Only the items of
/// the first dimension may lie apart: the others were made by a cast.
#[repr(C)]
pub(crate) struct MemoryViewObj {
    pub(crate) header: Header,
    /// What the script asked a view of; unbound once released.
    pub(crate) owner: Raw,
    /// The bytes or bytearray that is read.
    pub(crate) object: Raw,
    pub(crate) span: Span,
    /// Bytes with the sizes of the dimensions after the first, eight bytes each; unbound
    /// where there are none.
    pub(crate) inner: Raw,
    /// The hash while it is known, else 0.
    pub(crate) hash: u64,
}

impl BytesObj {
    /// Bytes whose (zeroed) data the caller may overwrite before anything reads them.
    pub(crate) unsafe fn zeroed(heap: &mut Heap, len: usize) -> Result<*mut BytesObj, OutOfMemory> {
        let size = size_of::<BytesObj>().checked_add(len).ok_or(OutOfMemory)?;
        let b: *mut BytesObj = heap.alloc(Header::new(Kind::Bytes, ClassId::Bytes), size)?;
        (*b).hash = 0;
        (*b).len = len;
        BytesObj::data(b).write_bytes(0, len);
        Ok(b)
    }

    /// A copy of `data`.
    pub(crate) unsafe fn new(heap: &mut Heap, data: &[u8]) -> Result<*mut BytesObj, OutOfMemory> {
        let size = size_of::<BytesObj>()
            .checked_add(data.len())
            .ok_or(OutOfMemory)?;
        let b: *mut BytesObj = heap.alloc(Header::new(Kind::Bytes, ClassId::Bytes), size)?;
        (*b).hash = 0;
        (*b).len = data.len();
        copy_nonoverlapping(data.as_ptr(), BytesObj::data(b), data.len());
        Ok(b)
    }

    #[inline]
    pub(crate) unsafe fn data(b: *mut BytesObj) -> *mut u8 {
        b.add(1).cast()
    }

    /// The data, for as long as the object lives.
    #[inline]
    pub(crate) unsafe fn bytes<'a>(b: *mut BytesObj) -> &'a [u8] {
        core::slice::from_raw_parts(BytesObj::data(b), (*b).len)
    }
}

impl ByteArrayObj {
    /// An empty one.
    pub(crate) unsafe fn new(heap: &mut Heap) -> Result<*mut ByteArrayObj, OutOfMemory> {
        let b: *mut ByteArrayObj = heap.alloc(
            Header::new(Kind::ByteArray, ClassId::ByteArray),
            size_of::<ByteArrayObj>(),
        )?;
        (*b).len = 0;
        (*b).exports = 0;
        (*b).start = 0;
        (*b).buf = null_mut();
        Ok(b)
    }

    /// One of `len` zeros.
    pub(crate) unsafe fn zeroed(
        heap: &mut Heap,
        len: usize,
    ) -> Result<*mut ByteArrayObj, OutOfMemory> {
        let b = ByteArrayObj::new(heap)?;
        if len > 0 {
            let buf = ByteBuf::new(heap, len)?;
            ByteBuf::data(buf).write_bytes(0, len);
            (*b).buf = buf;
            (*b).len = len;
        }
        Ok(b)
    }

    unsafe fn data(b: *mut ByteArrayObj) -> *mut u8 {
        ByteBuf::data((*b).buf).add((*b).start)
    }

    /// The data.
    #[inline]
    pub(crate) unsafe fn bytes<'a>(b: *mut ByteArrayObj) -> &'a [u8] {
        if (*b).len == 0 {
            &[]
        } else {
            core::slice::from_raw_parts(ByteArrayObj::data(b), (*b).len)
        }
    }

    /// The data, to be changed in place.
    #[inline]
    pub(crate) unsafe fn bytes_mut<'a>(b: *mut ByteArrayObj) -> &'a mut [u8] {
        if (*b).len == 0 {
            &mut []
        } else {
            core::slice::from_raw_parts_mut(ByteArrayObj::data(b), (*b).len)
        }
    }

    /// Replaces `removed` bytes at `at` by `added` bytes of unspecified values.
    pub(crate) unsafe fn splice(
        heap: &mut Heap,
        b: *mut ByteArrayObj,
        at: usize,
        removed: usize,
        added: usize,
    ) -> Result<(), OutOfMemory> {
        let len = (*b).len;
        let tail = len - at - removed;
        let total = (len - removed).checked_add(added).ok_or(OutOfMemory)?;
        if total == 0 {
            ByteArrayObj::clear(heap, b);
            return Ok(());
        }
        let capacity = if (*b).buf.is_null() {
            0
        } else {
            (*(*b).buf).capacity
        };
        if at == 0 && added < removed {
            (*b).start += removed - added;
        } else if (*b).start + total <= capacity {
            if added != removed {
                let data = ByteArrayObj::data(b);
                copy(data.add(at + removed), data.add(at + added), tail);
                heap.note_bytes(tail);
            }
        } else if total <= capacity && (*b).start >= len / 2 {
            // More room was left at the front than is moved.
            let (from, to) = (ByteArrayObj::data(b), ByteBuf::data((*b).buf));
            copy(from, to, at);
            copy(from.add(at + removed), to.add(at + added), tail);
            heap.note_bytes(len);
            (*b).start = 0;
        } else {
            let roomy = total.saturating_add(total / 4).saturating_add(16);
            heap.refuse_for_garbage(roomy)?;
            let buf = ByteBuf::new(heap, roomy).or_else(|_| ByteBuf::new(heap, total))?;
            // What the caller does not write at once is zero, not what was in the cell.
            ByteBuf::data(buf).write_bytes(0, (*buf).capacity);
            let old = (*b).buf;
            if !old.is_null() {
                let (from, to) = (ByteArrayObj::data(b), ByteBuf::data(buf));
                copy_nonoverlapping(from, to, at);
                copy_nonoverlapping(from.add(at + removed), to.add(at + added), tail);
            }
            heap.note_bytes(total);
            (*b).buf = buf;
            (*b).start = 0;
            heap.barrier(b, Raw::from_ptr(buf));
            if !old.is_null() {
                heap.discard(old.cast());
            }
        }
        (*b).len = total;
        Ok(())
    }

    /// Empties it and lets go of its buffer.
    pub(crate) unsafe fn clear(heap: &mut Heap, b: *mut ByteArrayObj) {
        let old = (*b).buf;
        (*b).len = 0;
        (*b).start = 0;
        (*b).buf = null_mut();
        if !old.is_null() {
            heap.discard(old.cast());
        }
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, b: *mut ByteArrayObj) {
        heap.mark_object((*b).buf);
    }
}

impl MemoryViewObj {
    /// In `aux`: the format's letter.
    const LETTER: u16 = 0xFF;
    /// In `aux`: the format was given with an `@`.
    pub(crate) const NATIVE: u16 = 0x100;
    /// In `aux`: nothing can be written through it.
    pub(crate) const READONLY: u16 = 0x200;
    /// In `aux`: it has no dimension, and one item.
    pub(crate) const SCALAR: u16 = 0x400;

    /// A view; `object` is bytes or a bytearray, of which it counts as an export.
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        owner: Raw,
        object: Raw,
        inner: Raw,
        span: Span,
        aux: u16,
    ) -> Result<*mut MemoryViewObj, OutOfMemory> {
        let mut header = Header::new(Kind::MemoryView, ClassId::MemoryView);
        header.aux = aux;
        let view: *mut MemoryViewObj = heap.alloc(header, size_of::<MemoryViewObj>())?;
        (*view).owner = Raw::UNBOUND;
        (*view).object = Raw::UNBOUND;
        (*view).span = span;
        (*view).inner = inner;
        (*view).hash = 0;
        if super::is_kind(object, Kind::ByteArray) {
            heap.register_finalizable(view.cast())?;
            (*object.ptr::<ByteArrayObj>()).exports += 1;
        }
        (*view).owner = owner;
        (*view).object = object;
        Ok(view)
    }

    /// The format's letter.
    pub(crate) fn letter(&self) -> u8 {
        (self.header.aux & MemoryViewObj::LETTER) as u8
    }

    /// Ends the view: it is an export no more.
    pub(crate) unsafe fn release(view: *mut MemoryViewObj) {
        let object = (*view).object;
        if super::is_kind(object, Kind::ByteArray) {
            let array = object.ptr::<ByteArrayObj>();
            (*array).exports = (*array).exports.saturating_sub(1);
        }
        (*view).owner = Raw::UNBOUND;
        (*view).object = Raw::UNBOUND;
    }

    /// A dead view is an export no more. The collector calls this before it frees
    /// anything: the object may be dead as well, but it is there.
    pub(super) unsafe fn drop_foreign(view: *mut MemoryViewObj) {
        MemoryViewObj::release(view);
    }
}

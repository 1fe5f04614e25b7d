//! Strings: generalised UTF-8 (lone surrogates allowed), inline or a view.
//!
//! Layout: header, hash, byte and character counts, then
//! - ASCII, inline: the bytes;
//! - not ASCII, inline: the index (see below), the bytes;
//! - a view: the buffer, the index.
//!
//! A view shows the first `bytes` bytes of its buffer. Appending to the longest
//! view of a buffer with room writes behind it, so `s += t` in a loop is linear
//! without reference counts; lent bytes are never moved or rewritten.
//! The index of a string that is not ASCII holds the byte offset of every 64th
//! character and is made when it is first needed.
//!
//! # Safety
//! The raw layer's contract (`heap`). Bytes passed in are valid generalised UTF-8,
//! counts and flags passed with them are those that `scan` finds, and a string that
//! is made without its bytes gets them before anything reads it. Character positions
//! lie within the string. Lent bytes are used only while their string is reachable.

use super::{ClassId, Header, Kind};
use crate::heap::{Heap, OutOfMemory};
use crate::text::word;
use crate::value::Raw;
use core::ptr::{copy_nonoverlapping, null_mut};

/// A Python string.
#[repr(C)]
pub(crate) struct StrObj {
    pub(crate) header: Header,
    /// Keyed hash; 0 until it is asked for.
    pub(crate) hash: u64,
    bytes: u32,
    chars: u32,
}

/// Bytes that belong to other objects.
#[repr(C)]
pub(crate) struct ByteBuf {
    pub(crate) header: Header,
    pub(crate) capacity: usize,
    pub(crate) used: usize,
}

/// Characters between two entries of an index.
const STRIDE: usize = 64;
/// Results shorter than this are copied, not viewed.
const VIEW_MIN: usize = 256;

impl ByteBuf {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        capacity: usize,
    ) -> Result<*mut ByteBuf, OutOfMemory> {
        let size = size_of::<ByteBuf>()
            .checked_add(capacity)
            .ok_or(OutOfMemory)?;
        let buf: *mut ByteBuf = heap.alloc(Header::new(Kind::ByteBuf, ClassId::Internal), size)?;
        (*buf).capacity = capacity;
        (*buf).used = 0;
        Ok(buf)
    }

    #[inline]
    pub(crate) unsafe fn data(buf: *mut ByteBuf) -> *mut u8 {
        buf.add(1).cast()
    }
}

/// What a scan of bytes that are not all ASCII finds out: characters, and the flags of the string.
fn scan(bytes: &[u8]) -> (usize, u8) {
    let mut chars = 0;
    let mut surrogates = 0;
    for (i, &byte) in bytes.iter().enumerate() {
        chars += (byte & 0xC0 != 0x80) as usize;
        if byte == 0xED && bytes.get(i + 1).is_some_and(|&next| next >= 0xA0) {
            surrogates = Header::SURROGATES;
        }
    }
    (chars, surrogates)
}

impl StrObj {
    const INLINE_ASCII: usize = size_of::<StrObj>();
    const INLINE_OTHER: usize = size_of::<StrObj>() + 8;
    /// The longest ASCII that lies in the small, evenly spaced size classes.
    const SHORT: usize = 256 - StrObj::INLINE_ASCII;

    /// A string of these bytes, which are valid generalised UTF-8.
    pub(crate) unsafe fn new(heap: &mut Heap, bytes: &[u8]) -> Result<*mut StrObj, OutOfMemory> {
        if bytes.is_ascii() {
            return StrObj::ascii(heap, bytes);
        }
        let (chars, flags) = scan(bytes);
        let s = StrObj::uninit(heap, bytes.len(), chars, flags)?;
        copy_nonoverlapping(bytes.as_ptr(), StrObj::data(s), bytes.len());
        Ok(s)
    }

    /// A string of these bytes, which are ASCII.
    #[inline]
    pub(crate) unsafe fn ascii(heap: &mut Heap, bytes: &[u8]) -> Result<*mut StrObj, OutOfMemory> {
        let s = StrObj::uninit_ascii(heap, bytes.len())?;
        copy_nonoverlapping(bytes.as_ptr(), StrObj::ascii_data(s), bytes.len());
        Ok(s)
    }

    /// A string of so many characters of ASCII, whose bytes the caller writes at once
    /// through [`StrObj::ascii_data`].
    #[inline]
    pub(crate) unsafe fn uninit_ascii(
        heap: &mut Heap,
        len: usize,
    ) -> Result<*mut StrObj, OutOfMemory> {
        if len > StrObj::SHORT {
            return StrObj::uninit(heap, len, len, Header::ASCII);
        }
        // Its size class is found without a search.
        let header = Header::with_flags(Kind::Str, ClassId::Str, Header::ASCII);
        let s: *mut StrObj = heap.alloc(header, StrObj::INLINE_ASCII + len)?;
        (*s).hash = 0;
        (*s).bytes = len as u32;
        (*s).chars = len as u32;
        Ok(s)
    }

    /// The bytes of a string that [`StrObj::uninit_ascii`] has made.
    #[inline]
    pub(crate) unsafe fn ascii_data(s: *mut StrObj) -> *mut u8 {
        s.cast::<u8>().add(StrObj::INLINE_ASCII)
    }

    /// Whether two strings are the same text.
    #[inline]
    pub(crate) unsafe fn same(a: *mut StrObj, b: *mut StrObj) -> bool {
        if (*a).bytes != (*b).bytes || (*a).header.flags & (*b).header.flags & Header::INTERNED != 0
        {
            return a == b;
        }
        word::equal(StrObj::bytes(a), StrObj::bytes(b))
    }

    /// A string whose bytes the caller writes at once through [`StrObj::data`].
    pub(crate) unsafe fn uninit(
        heap: &mut Heap,
        bytes: usize,
        chars: usize,
        flags: u8,
    ) -> Result<*mut StrObj, OutOfMemory> {
        if bytes > u32::MAX as usize {
            return Err(OutOfMemory);
        }
        let ascii = flags & Header::ASCII != 0;
        let head = if ascii {
            StrObj::INLINE_ASCII
        } else {
            StrObj::INLINE_OTHER
        };
        let s: *mut StrObj = heap.alloc(
            Header::with_flags(Kind::Str, ClassId::Str, flags),
            head + bytes,
        )?;
        (*s).hash = 0;
        (*s).bytes = bytes as u32;
        (*s).chars = chars as u32;
        if !ascii {
            *StrObj::index_slot(s) = null_mut();
        }
        Ok(s)
    }

    unsafe fn view(
        heap: &mut Heap,
        buf: *mut ByteBuf,
        bytes: usize,
        chars: usize,
        flags: u8,
    ) -> Result<*mut StrObj, OutOfMemory> {
        let header = Header::with_flags(Kind::Str, ClassId::Str, flags | Header::VIEW);
        let s: *mut StrObj = heap.alloc(header, size_of::<StrObj>() + 16)?;
        (*s).hash = 0;
        (*s).bytes = bytes as u32;
        (*s).chars = chars as u32;
        *s.add(1).cast::<*mut ByteBuf>() = buf;
        *StrObj::index_slot(s) = null_mut();
        Ok(s)
    }

    /// `left + right`, in place where `left` is the longest view of its buffer.
    pub(crate) unsafe fn concat(
        heap: &mut Heap,
        left: *mut StrObj,
        right: *mut StrObj,
    ) -> Result<*mut StrObj, OutOfMemory> {
        let (n, m) = ((*left).byte_len(), (*right).byte_len());
        let total = n + m;
        if m == 0 {
            return Ok(left);
        }
        if n == 0 {
            return Ok(right);
        }
        let (a, b) = ((*left).header.flags, (*right).header.flags);
        if a & b & Header::ASCII != 0 && a & Header::VIEW == 0 && total <= StrObj::SHORT {
            let s = StrObj::uninit_ascii(heap, total)?;
            let to = StrObj::ascii_data(s);
            copy_nonoverlapping(StrObj::ascii_data(left), to, n);
            copy_nonoverlapping(StrObj::data(right), to.add(n), m);
            return Ok(s);
        }
        if total > u32::MAX as usize {
            return Err(OutOfMemory);
        }
        let flags = (a & b & Header::ASCII) | ((a | b) & Header::SURROGATES);
        let chars = (*left).char_len() + (*right).char_len();
        if a & Header::VIEW != 0 {
            let buf = StrObj::buffer(left);
            if (*buf).used == n && (*buf).capacity - n >= m {
                copy_nonoverlapping(StrObj::data(right), ByteBuf::data(buf).add(n), m);
                (*buf).used = total;
                return StrObj::view(heap, buf, total, chars, flags);
            }
        }
        // A long left side suggests a loop that appends: leave room.
        if total >= VIEW_MIN && n >= m {
            let roomy = total + total / 2 + 64;
            heap.refuse_for_garbage(roomy)?;
            let buf = ByteBuf::new(heap, roomy).or_else(|_| ByteBuf::new(heap, total))?;
            copy_nonoverlapping(StrObj::data(left), ByteBuf::data(buf), n);
            copy_nonoverlapping(StrObj::data(right), ByteBuf::data(buf).add(n), m);
            (*buf).used = total;
            return StrObj::view(heap, buf, total, chars, flags);
        }
        let s = StrObj::uninit(heap, total, chars, flags)?;
        copy_nonoverlapping(StrObj::data(left), StrObj::data(s), n);
        copy_nonoverlapping(StrObj::data(right), StrObj::data(s).add(n), m);
        Ok(s)
    }

    #[inline]
    unsafe fn buffer(s: *mut StrObj) -> *mut ByteBuf {
        *s.add(1).cast::<*mut ByteBuf>()
    }

    unsafe fn index_slot(s: *mut StrObj) -> *mut *mut ByteBuf {
        let at = if (*s).header.flags & Header::VIEW != 0 {
            8
        } else {
            0
        };
        s.add(1).cast::<u8>().add(at).cast()
    }

    /// The address of the first byte.
    #[inline]
    pub(crate) unsafe fn data(s: *mut StrObj) -> *mut u8 {
        let flags = (*s).header.flags;
        if flags & Header::VIEW != 0 {
            ByteBuf::data(StrObj::buffer(s))
        } else if flags & Header::ASCII != 0 {
            s.cast::<u8>().add(StrObj::INLINE_ASCII)
        } else {
            s.cast::<u8>().add(StrObj::INLINE_OTHER)
        }
    }

    /// The bytes, for as long as the object lives.
    #[inline]
    pub(crate) unsafe fn bytes<'a>(s: *mut StrObj) -> &'a [u8] {
        core::slice::from_raw_parts(StrObj::data(s), (*s).bytes as usize)
    }

    #[inline]
    pub(crate) fn byte_len(&self) -> usize {
        self.bytes as usize
    }

    #[inline]
    pub(crate) fn char_len(&self) -> usize {
        self.chars as usize
    }

    #[inline]
    pub(crate) fn is_ascii(&self) -> bool {
        self.header.flags & Header::ASCII != 0
    }

    /// Byte offset of character `at` (`at <= char_len`).
    pub(crate) unsafe fn offset(heap: &mut Heap, s: *mut StrObj, at: usize) -> usize {
        if (*s).is_ascii() {
            return at;
        }
        let bytes = StrObj::bytes(s);
        if at >= (*s).char_len() {
            return bytes.len();
        }
        let (mut offset, mut left) = (0, at);
        if at >= STRIDE
            && let Some(index) = StrObj::index(heap, s)
        {
            let entries = ByteBuf::data(index).cast::<u32>();
            offset = entries.add(at / STRIDE).read_unaligned() as usize;
            left = at % STRIDE;
        }
        while left > 0 {
            offset += sequence_len(bytes[offset]);
            left -= 1;
        }
        offset
    }

    /// The index, made now if there is none; `None` if memory is short.
    unsafe fn index(heap: &mut Heap, s: *mut StrObj) -> Option<*mut ByteBuf> {
        let slot = StrObj::index_slot(s);
        if !(*slot).is_null() {
            return Some(*slot);
        }
        let bytes = StrObj::bytes(s);
        let index = ByteBuf::new(heap, ((*s).char_len() / STRIDE + 1) * 4).ok()?;
        let entries = ByteBuf::data(index).cast::<u32>();
        let mut chars = 0;
        for (i, &byte) in bytes.iter().enumerate() {
            if byte & 0xC0 != 0x80 {
                if chars % STRIDE == 0 {
                    entries.add(chars / STRIDE).write_unaligned(i as u32);
                }
                chars += 1;
            }
        }
        *slot = index;
        heap.barrier(s, Raw::from_ptr(index));
        Some(index)
    }

    /// Marks the buffer and the index.
    pub(super) unsafe fn mark_parts(heap: &mut Heap, s: *mut StrObj) {
        let flags = (*s).header.flags;
        if flags & Header::VIEW != 0 {
            heap.mark_object(StrObj::buffer(s));
        }
        if flags & (Header::VIEW | Header::ASCII) != Header::ASCII {
            heap.mark_object(*StrObj::index_slot(s));
        }
    }
}

/// Bytes of the character that begins with `lead`.
#[inline]
pub(crate) fn sequence_len(lead: u8) -> usize {
    match lead {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

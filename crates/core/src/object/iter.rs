//! Built-in iterators: one layout, the sub-kind in the header's `aux`.
//!
//! # Safety
//! The raw layer's contract (`heap`); the source is of the kind that the sub-kind
//! walks.

use super::{ClassId, Header, Kind};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;

/// What an iterator walks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum IterKind {
    /// `source[index]` of a list, growing or shrinking meanwhile.
    List,
    /// From the end of a list.
    ListReverse,
    Tuple,
    /// Characters; `index` is a byte offset.
    Str,
    /// The same of an ASCII str: a class of its own to scripts.
    StrAscii,
    /// `index` counts up to `limit`, by `step`; no source.
    Range,
    /// Item `index` of `limit` of a range whose ints need more than the word, or one
    /// whose parts do.
    WideRange,
    LongRange,
    DictKeys,
    DictValues,
    DictItems,
    DictKeysReverse,
    DictValuesReverse,
    DictItemsReverse,
    /// `__getitem__` with 0, 1, 2, ...
    Sequence,
    /// `iter(callable, sentinel)`: source and extra.
    Call,
    /// `enumerate`: source an iterator, extra the next number when it is no word.
    Enumerate,
    /// `zip`: source a tuple of iterators, `limit` 1 when strict.
    Zip,
    /// `map`: source a tuple of iterators, extra the function.
    Map,
    /// `filter`: source an iterator, extra the function or None.
    Filter,
    /// `reversed` over a sequence by index.
    Reversed,
    /// `coroutine.__await__()`: source the coroutine.
    CoroutineWrapper,
    /// `agen.asend(value)`: source the generator, extra the value, `index` the state.
    AsyncSend,
    /// `agen.athrow(exception)`, `agen.aclose()`: extra the exception or None.
    AsyncThrow,
    /// `anext(iterator, default)`: source the awaitable, extra the default.
    AnextAwaitable,
    /// As `DictKeys`, of a set.
    Set,
    /// `source[index]` of bytes, of a bytearray, of a memoryview.
    Bytes,
    ByteArray,
    Memory,
}

/// An iterator; exhausted when `source` is unbound (ranges: when `index == limit`).
#[repr(C)]
pub(crate) struct IterObj {
    pub(crate) header: Header,
    pub(crate) source: Raw,
    pub(crate) extra: Raw,
    pub(crate) index: i64,
    pub(crate) limit: i64,
    pub(crate) step: i64,
}

impl IterObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        kind: IterKind,
        source: Raw,
        extra: Raw,
    ) -> Result<*mut IterObj, OutOfMemory> {
        let class = match kind {
            IterKind::List => ClassId::ListIter,
            IterKind::ListReverse => ClassId::ListReverseIter,
            IterKind::Tuple => ClassId::TupleIter,
            IterKind::Str => ClassId::StrIter,
            IterKind::StrAscii => ClassId::StrAsciiIter,
            IterKind::Range => ClassId::RangeIter,
            IterKind::WideRange => ClassId::WideRangeIter,
            IterKind::LongRange => ClassId::LongRangeIter,
            IterKind::DictKeys => ClassId::DictKeyIter,
            IterKind::DictValues => ClassId::DictValueIter,
            IterKind::DictItems => ClassId::DictItemIter,
            IterKind::DictKeysReverse => ClassId::DictReverseKeyIter,
            IterKind::DictValuesReverse => ClassId::DictReverseValueIter,
            IterKind::DictItemsReverse => ClassId::DictReverseItemIter,
            IterKind::Sequence => ClassId::SeqIter,
            IterKind::Call => ClassId::CallIter,
            IterKind::Enumerate => ClassId::Enumerate,
            IterKind::Zip => ClassId::Zip,
            IterKind::Map => ClassId::Map,
            IterKind::Filter => ClassId::Filter,
            IterKind::Reversed => ClassId::Reversed,
            IterKind::CoroutineWrapper => ClassId::CoroutineWrapper,
            IterKind::AsyncSend => ClassId::AsyncSend,
            IterKind::AsyncThrow => ClassId::AsyncThrow,
            IterKind::AnextAwaitable => ClassId::AnextAwaitable,
            IterKind::Set => ClassId::SetIter,
            IterKind::Bytes => ClassId::BytesIter,
            IterKind::ByteArray => ClassId::ByteArrayIter,
            IterKind::Memory => ClassId::MemoryIter,
        };
        let mut header = Header::new(Kind::Iter, class);
        header.aux = kind as u16;
        let iter: *mut IterObj = heap.alloc(header, size_of::<IterObj>())?;
        (*iter).source = source;
        (*iter).extra = extra;
        (*iter).index = 0;
        (*iter).limit = 0;
        (*iter).step = 1;
        Ok(iter)
    }

    /// The sub-kind.
    #[inline]
    pub(crate) fn kind(&self) -> IterKind {
        // SAFETY: `aux` of an iterator was written by `new` from an `IterKind`.
        unsafe { core::mem::transmute::<u16, IterKind>(self.header.aux) }
    }
}

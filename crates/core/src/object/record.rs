//! Records: a header and a few words, for built-in types that are rare.
//!
//! # Safety
//! The raw layer's contract (`heap`). `aux` is the number of words.

use super::{ClassId, Header, Kind};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;

/// An object of [`Kind::Record`]; its words lie behind the header.
#[repr(C)]
pub(crate) struct RecordObj {
    pub(crate) header: Header,
}

impl RecordObj {
    /// A record with these words.
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        class: ClassId,
        parts: &[Raw],
    ) -> Result<*mut RecordObj, OutOfMemory> {
        let mut header = Header::new(Kind::Record, class);
        header.aux = parts.len() as u16;
        let size = size_of::<Header>() + size_of_val(parts);
        let record: *mut RecordObj = heap.alloc(header, size)?;
        for (at, &part) in parts.iter().enumerate() {
            RecordObj::words(record).add(at).write(part);
        }
        Ok(record)
    }

    /// The first word.
    #[inline]
    pub(crate) unsafe fn words(record: *mut RecordObj) -> *mut Raw {
        record.add(1).cast()
    }

    /// A word, if there are so many.
    #[inline]
    pub(crate) unsafe fn get(record: *mut RecordObj, at: usize) -> Option<Raw> {
        if at < (*record).header.aux as usize {
            Some(*RecordObj::words(record).add(at))
        } else {
            None
        }
    }
}

//! Frame objects and traceback objects: records that are made when somebody looks.
//!
//! A frame object stands for one activation. While that is on a stack, its `Frame`
//! names the object (`Frame::names`), and what the object says is read from there;
//! `vm::frames` copies the variables into the object when the activation ends.
//!
//! # Safety
//! The raw layer's contract (`heap`). Both are records: `aux` is the number of words.

use super::{ClassId, CodeObj, FuncObj, Header, Kind, RecordObj};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;

/// The words of a frame object.
pub(crate) struct FrameObj;

impl FrameObj {
    /// The function that runs.
    pub(crate) const FUNC: usize = 0;
    /// Its code when it began.
    pub(crate) const CODE: usize = 1;
    /// The namespace of the code, or the dict that shows the variables; unbound without.
    pub(crate) const NAMES: usize = 2;
    /// The frame object of the caller, known once the frame was left; else unbound.
    pub(crate) const BACK: usize = 3;
    /// Offset of the last instruction of a frame that was left; -1 before the first.
    pub(crate) const OFFSET: usize = 4;
    /// Bits, and what is to be done with the value that the frame returns.
    pub(crate) const STATE: usize = 5;
    /// The generator whose frame it is, or unbound.
    pub(crate) const GENERATOR: usize = 6;
    /// What a script has set as `f_trace`, or unbound.
    pub(crate) const TRACE: usize = 7;
    /// The registers of a frame that was left.
    pub(crate) const REGS: usize = 8;

    /// `STATE`: the activation has ended.
    pub(crate) const LEFT: i64 = 1;
    /// `STATE`: a script has seen the object.
    pub(crate) const SEEN: i64 = 2;
    /// `STATE`: it was left by an exception that went to a native function.
    pub(crate) const ESCAPED: i64 = 4;
    /// `STATE`: where the number of the frame's action begins.
    pub(crate) const ACTION: u32 = 8;

    /// A frame object of a function that is running `code`.
    pub(crate) unsafe fn make(
        heap: &mut Heap,
        func: *mut FuncObj,
        code: *mut CodeObj,
        names: Raw,
        generator: Raw,
    ) -> Result<*mut RecordObj, OutOfMemory> {
        // Names of variables are fewer than registers, which are fewer than 65,536.
        let regs = ((*code).nregs as usize).min(u16::MAX as usize - FrameObj::REGS);
        let count = FrameObj::REGS + regs;
        let mut header = Header::new(Kind::Record, ClassId::Frame);
        header.aux = count as u16;
        let size = size_of::<Header>() + count * size_of::<Raw>();
        let record: *mut RecordObj = heap.alloc(header, size)?;
        let words = RecordObj::words(record);
        for at in 0..count {
            words.add(at).write(Raw::UNBOUND);
        }
        words.add(FrameObj::FUNC).write(Raw::from_ptr(func));
        words.add(FrameObj::CODE).write(Raw::from_ptr(code));
        words.add(FrameObj::NAMES).write(names);
        words.add(FrameObj::OFFSET).write(Raw::from_small(-1));
        words.add(FrameObj::STATE).write(Raw::from_small(0));
        words.add(FrameObj::GENERATOR).write(generator);
        Ok(record)
    }

    /// Whether a word is a frame object.
    #[inline]
    pub(crate) unsafe fn is(raw: Raw) -> bool {
        super::is_kind(raw, Kind::Record) && (*raw.ptr::<Header>()).class == ClassId::Frame
    }

    /// A word of a frame object.
    #[inline]
    pub(crate) unsafe fn word(record: *mut RecordObj, at: usize) -> Raw {
        RecordObj::get(record, at).unwrap_or(Raw::UNBOUND)
    }

    /// Replaces a word.
    pub(crate) unsafe fn set(heap: &mut Heap, record: *mut RecordObj, at: usize, value: Raw) {
        if at < (*record).header.aux as usize {
            RecordObj::words(record).add(at).write(value);
            heap.barrier(record, value);
        }
    }

    /// The bits of its state.
    #[inline]
    pub(crate) unsafe fn state(record: *mut RecordObj) -> i64 {
        let word = FrameObj::word(record, FrameObj::STATE);
        if word.is_small() { word.small() } else { 0 }
    }

    /// Adds bits to its state.
    pub(crate) unsafe fn add_state(record: *mut RecordObj, bits: i64) {
        let state = FrameObj::state(record) | bits;
        RecordObj::words(record)
            .add(FrameObj::STATE)
            .write(Raw::from_small(state));
    }

    /// Takes bits from its state.
    pub(crate) unsafe fn remove_state(record: *mut RecordObj, bits: i64) {
        let state = FrameObj::state(record) & !bits;
        RecordObj::words(record)
            .add(FrameObj::STATE)
            .write(Raw::from_small(state));
    }

    /// The namespace behind what `Frame::names` holds.
    #[inline]
    pub(crate) unsafe fn names_of(names: Raw) -> Raw {
        if FrameObj::is(names) {
            FrameObj::word(names.ptr(), FrameObj::NAMES)
        } else {
            names
        }
    }
}

/// The words of a traceback object.
pub(crate) struct TracebackObj;

impl TracebackObj {
    /// The entry of the frame that was called, or None.
    pub(crate) const NEXT: usize = 0;
    /// The frame object.
    pub(crate) const FRAME: usize = 1;
    /// Offset of the instruction.
    pub(crate) const OFFSET: usize = 2;
    /// The line where a script has said which; else unbound.
    pub(crate) const LINE: usize = 3;

    /// An entry in front of others.
    pub(crate) unsafe fn make(
        heap: &mut Heap,
        next: Raw,
        frame: Raw,
        offset: i64,
        line: Raw,
    ) -> Result<*mut RecordObj, OutOfMemory> {
        let offset = Raw::from_small(offset);
        RecordObj::new(heap, ClassId::Traceback, &[next, frame, offset, line])
    }

    /// Whether a word is a traceback object.
    #[inline]
    pub(crate) unsafe fn is(raw: Raw) -> bool {
        super::is_kind(raw, Kind::Record) && (*raw.ptr::<Header>()).class == ClassId::Traceback
    }

    /// A word of a traceback object.
    #[inline]
    pub(crate) unsafe fn word(traceback: Raw, at: usize) -> Raw {
        RecordObj::get(traceback.ptr(), at).unwrap_or(Raw::NONE)
    }
}

//! Frame objects and traceback objects as natives see them.

use super::super::{Context, Local, Res};
use super::Entry;
use crate::compile::chunk::Proto;
use crate::object::*;
use crate::value::Raw;
use crate::vm::frames::{self, Source};

/// A part of a frame object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FramePart {
    Code,
    Globals,
    Builtins,
    /// The generator whose frame it is.
    Generator,
    /// What a script has set as `f_trace`.
    Trace,
}

/// Where the registers of an activation are.
#[derive(Clone, Copy)]
pub(super) enum Variables<'f> {
    /// In this place.
    Source(Source),
    /// Where a frame object says.
    Of(Local<'f>),
}

impl<'f> Context<'f> {
    /// The frame object of the script function that called the running native, or of
    /// one that is `depth` calls further out.
    ///
    /// # Errors
    /// MemoryError.
    pub fn frame_object(&mut self, depth: usize) -> Res<'f, Option<Local<'f>>> {
        let fiber = self.fiber();
        // SAFETY: the fiber is running; the object is reachable through its frame.
        unsafe {
            let mut at = (&(*fiber).frames).len();
            for _ in 0..=depth {
                match frames::below(fiber, at) {
                    Some(below) => at = below,
                    None => return Ok(None),
                }
            }
            self.alloc(|_| {
                let record = frames::object(fiber, at)?;
                FrameObj::add_state(record, FrameObj::SEEN);
                Ok(Raw::from_ptr(record))
            })
            .map(Some)
        }
    }

    /// The frame object of a generator, or None if that has ended.
    pub(crate) fn generator_frame(&mut self, generator: Local<'f>) -> Res<'f> {
        let raw = self.raw(generator);
        let vm = self.vm();
        // SAFETY: the generator is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Generator) {
                return Ok(Local::NONE);
            }
            self.alloc(|_| {
                let frame = frames::of_generator(vm, raw.ptr())?;
                if FrameObj::is(frame) {
                    FrameObj::add_state(frame.ptr(), FrameObj::SEEN);
                }
                Ok(frame)
            })
        }
    }

    fn frame_ptr(&self, frame: Local<'f>) -> Option<*mut RecordObj> {
        let raw = self.raw(frame);
        // SAFETY: the value is rooted.
        unsafe { FrameObj::is(raw).then(|| raw.ptr()) }
    }

    /// A part of a frame object.
    pub(crate) fn frame_part(&mut self, frame: Local<'f>, part: FramePart) -> Option<Local<'f>> {
        let record = self.frame_ptr(frame)?;
        // SAFETY: the frame is rooted; the word is rooted at once.
        unsafe {
            let func: *mut FuncObj = FrameObj::word(record, FrameObj::FUNC).ptr();
            let raw = match part {
                FramePart::Code => FrameObj::word(record, FrameObj::CODE),
                FramePart::Globals => Raw::from_ptr((*func).globals),
                FramePart::Builtins => (*func).builtins,
                FramePart::Generator => FrameObj::word(record, FrameObj::GENERATOR),
                FramePart::Trace => FrameObj::word(record, FrameObj::TRACE),
            };
            (!raw.is_unbound()).then(|| self.root(raw))
        }
    }

    /// Keeps what a script sets as `f_trace`.
    pub(crate) fn set_frame_trace(&mut self, frame: Local<'f>, value: Option<Local<'f>>) {
        let value = value.map_or(Raw::UNBOUND, |value| self.raw(value));
        if let Some(record) = self.frame_ptr(frame) {
            // SAFETY: both are rooted.
            unsafe { FrameObj::set(&mut (*self.vm()).heap, record, FrameObj::TRACE, value) };
        }
    }

    /// The frame object of the caller, or None.
    pub(crate) fn frame_back(&mut self, frame: Local<'f>) -> Res<'f> {
        let Some(record) = self.frame_ptr(frame) else {
            return Ok(Local::NONE);
        };
        let vm = self.vm();
        // SAFETY: the frame is rooted.
        self.alloc(|_| unsafe {
            let back = frames::back(vm, record)?;
            if FrameObj::is(back) {
                FrameObj::add_state(back.ptr(), FrameObj::SEEN);
            }
            Ok(back)
        })
    }

    /// Offset of the instruction that a frame is at (negative before the first), and its line.
    pub(crate) fn frame_position(&mut self, frame: Local<'f>) -> Option<(i64, u32)> {
        let record = self.frame_ptr(frame)?;
        // SAFETY: the frame is rooted and keeps its code.
        unsafe {
            let offset = frames::offset(frames::locate(self.vm(), record), record);
            let code: *mut CodeObj = FrameObj::word(record, FrameObj::CODE).ptr();
            Some((offset, line_of(&*(*code).proto, offset)))
        }
    }

    /// Whether a frame is on a stack.
    pub(crate) fn frame_is_running(&self, frame: Local<'f>) -> bool {
        let Some(record) = self.frame_ptr(frame) else {
            return false;
        };
        // SAFETY: the frame is rooted.
        unsafe { matches!(frames::locate(self.vm(), record), Source::Running(..)) }
    }

    /// Forgets the variables of a frame that was left.
    pub(crate) fn clear_frame(&mut self, frame: Local<'f>) {
        let Some(record) = self.frame_ptr(frame) else {
            return;
        };
        // SAFETY: the frame is rooted; a frame that was left is read from the object alone.
        unsafe {
            if !matches!(frames::locate(self.vm(), record), Source::Left) {
                return;
            }
            let words = RecordObj::words(record);
            for at in FrameObj::REGS..(*record).header.aux as usize {
                words.add(at).write(Raw::UNBOUND);
            }
            let code: *mut CodeObj = FrameObj::word(record, FrameObj::CODE).ptr();
            if (*(*code).proto).flags & Proto::NAMESPACE == 0 {
                words.add(FrameObj::NAMES).write(Raw::UNBOUND);
            }
        }
    }

    /// The local names of a frame: its namespace, or a dict that the frame keeps, in
    /// which the variables are brought up to date.
    pub(crate) fn frame_locals(&mut self, frame: Local<'f>) -> Res<'f> {
        let Some(record) = self.frame_ptr(frame) else {
            return self.dict();
        };
        // SAFETY: the frame is rooted, and so is all that it holds.
        unsafe {
            let code = self.root(FrameObj::word(record, FrameObj::CODE));
            let func = self.root(FrameObj::word(record, FrameObj::FUNC));
            let names = self.root(FrameObj::word(record, FrameObj::NAMES));
            let keep = |cx: &mut Context<'f>, dict: Local<'f>| {
                let raw = cx.raw(dict);
                FrameObj::set(&mut (*cx.vm()).heap, record, FrameObj::NAMES, raw);
            };
            self.variables((code, func, names), Variables::Of(frame), keep)
        }
    }

    /// The local names of an activation of a function; `keep` notes a new dict of them.
    ///
    /// # Safety
    /// `parts` are the activation's code, function and namespace (or unbound), the
    /// variables are where `place` says.
    pub(super) unsafe fn variables(
        &mut self,
        parts: (Local<'f>, Local<'f>, Local<'f>),
        place: Variables<'f>,
        keep: impl FnOnce(&mut Context<'f>, Local<'f>),
    ) -> Res<'f> {
        let (code, func, names) = parts;
        let func: *mut FuncObj = self.raw(func).ptr();
        let Some(proto) = self.code_proto(code) else {
            return self.dict();
        };
        let has_names = self.raw(names).is_ptr();
        if proto.flags & Proto::NAMESPACE != 0 || &*proto.name == "<module>" {
            return Ok(if has_names {
                names
            } else {
                self.root(Raw::from_ptr((*func).globals))
            });
        }
        let dict = if has_names {
            names
        } else {
            let dict = self.dict()?;
            keep(self, dict);
            dict
        };
        for (i, name) in proto.reg_names.iter().enumerate() {
            if name.is_empty() || name.starts_with('.') || i >= proto.nregs as usize {
                continue;
            }
            self.charge(1)?;
            self.scope(|cx| {
                let raw = cx.variable_word(place, i);
                if raw.is_unbound() {
                    return cx.forget_name(dict, name);
                }
                let value = cx.root(raw);
                let value = if cx.is(value, Kind::Cell) {
                    cx.cell_contents(value)
                } else {
                    Some(value)
                };
                match value {
                    Some(value) => cx.dict_set_str(dict, name, value),
                    None => cx.forget_name(dict, name),
                }
            })?;
        }
        let closure = (*func).closure;
        if !is_kind(closure, Kind::Tuple) {
            return Ok(dict);
        }
        let closure = self.root(closure);
        for (i, name) in proto.free_names.iter().enumerate() {
            self.scope(|cx| {
                let Some(cell) = cx.tuple_get(closure, i) else {
                    return Ok(());
                };
                match cx.cell_contents(cell) {
                    Some(value) => cx.dict_set_str(dict, name, value),
                    None => cx.forget_name(dict, name),
                }
            })?;
        }
        Ok(dict)
    }

    /// What a variable's register holds.
    unsafe fn variable_word(&self, place: Variables<'f>, register: usize) -> Raw {
        match place {
            Variables::Source(source) => frames::register(source, core::ptr::null_mut(), register),
            Variables::Of(frame) => match self.frame_ptr(frame) {
                Some(record) => {
                    let source = frames::locate(self.vm(), record);
                    frames::register(source, record, register)
                }
                None => Raw::UNBOUND,
            },
        }
    }

    fn forget_name(&mut self, dict: Local<'f>, name: &str) -> Res<'f, ()> {
        let name = self.name(name)?;
        self.dict_remove(dict, name).map(|_| ())
    }

    /// Whether the value is a traceback object.
    pub(crate) fn is_traceback(&self, value: Local<'f>) -> bool {
        // SAFETY: the value is rooted.
        unsafe { TracebackObj::is(self.raw(value)) }
    }

    /// A traceback object in front of another or of None.
    pub(crate) fn new_traceback(
        &mut self,
        next: Local<'f>,
        frame: Local<'f>,
        offset: i64,
        line: Local<'f>,
    ) -> Res<'f> {
        let (next, frame, line) = (self.raw(next), self.raw(frame), self.raw(line));
        // SAFETY: the parts are rooted.
        self.alloc(|heap| unsafe {
            TracebackObj::new(heap, next, frame, offset, line).map(Raw::from_ptr)
        })
    }

    /// The entry behind a traceback's first one, or None.
    pub(crate) fn traceback_next(&mut self, traceback: Local<'f>) -> Local<'f> {
        self.traceback_word(traceback, TracebackObj::NEXT)
            .unwrap_or(Local::NONE)
    }

    /// Replaces what comes behind an entry.
    pub(crate) fn set_traceback_next(&mut self, traceback: Local<'f>, next: Local<'f>) {
        let (raw, next) = (self.raw(traceback), self.raw(next));
        // SAFETY: both are rooted and the kind checked.
        unsafe {
            if TracebackObj::is(raw) {
                let words = RecordObj::words(raw.ptr());
                words.add(TracebackObj::NEXT).write(next);
                (*self.vm()).heap.barrier(raw.ptr::<Header>(), next);
            }
        }
    }

    fn traceback_word(&mut self, traceback: Local<'f>, at: usize) -> Option<Local<'f>> {
        let raw = self.raw(traceback);
        // SAFETY: the value is rooted and its kind checked; the word is rooted at once.
        unsafe { TracebackObj::is(raw).then(|| self.root(TracebackObj::word(raw, at))) }
    }

    /// The frame object of a traceback's first entry, or None.
    pub(crate) fn traceback_frame(&mut self, traceback: Local<'f>) -> Local<'f> {
        let frame = self
            .traceback_word(traceback, TracebackObj::FRAME)
            .unwrap_or(Local::NONE);
        if let Some(record) = self.frame_ptr(frame) {
            // SAFETY: the frame is rooted.
            unsafe { FrameObj::add_state(record, FrameObj::SEEN) };
        }
        frame
    }

    /// How many entries a traceback has, and the one that `limit` of them begin with,
    /// the innermost ones.
    pub(crate) fn traceback_tail(
        &mut self,
        traceback: Local<'f>,
        limit: usize,
    ) -> (usize, Local<'f>) {
        // SAFETY: the first entry is rooted and keeps the others; a script cannot close
        // the chain to a ring.
        unsafe {
            let mut count = 0;
            let mut at = self.raw(traceback);
            while TracebackObj::is(at) {
                count += 1;
                at = TracebackObj::word(at, TracebackObj::NEXT);
            }
            let mut at = self.raw(traceback);
            for _ in limit..count {
                at = TracebackObj::word(at, TracebackObj::NEXT);
            }
            self.note_bytes(count * 8);
            (count, self.root(at))
        }
    }

    /// What a traceback's first entry says. The names live as long as the traceback.
    pub(crate) fn traceback_entry(&mut self, traceback: Local<'f>) -> Option<Entry<'f>> {
        let frame = self.traceback_word(traceback, TracebackObj::FRAME)?;
        let offset = self.traceback_word(traceback, TracebackObj::OFFSET)?;
        let line = self.traceback_word(traceback, TracebackObj::LINE)?;
        let code = self.frame_part(frame, FramePart::Code)?;
        let proto = self.code_proto(code)?;
        let offset = usize::try_from(self.as_int(offset)?).ok();
        Some(Entry {
            filename: self.code_filename(code),
            proto,
            position: offset.and_then(|offset| proto.positions.get(offset)),
            line: self.as_int(line),
        })
    }

    /// The offset of a traceback's first entry.
    pub(crate) fn traceback_offset(&mut self, traceback: Local<'f>) -> i64 {
        self.traceback_word(traceback, TracebackObj::OFFSET)
            .and_then(|offset| self.as_int(offset))
            .unwrap_or(-1)
    }
}

/// The line of an instruction; of none, that of the definition.
fn line_of(proto: &Proto, offset: i64) -> u32 {
    usize::try_from(offset)
        .ok()
        .and_then(|offset| proto.positions.get(offset))
        .map_or(proto.first_line, |position| position.line)
}

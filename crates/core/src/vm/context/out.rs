//! Text under construction that can refuse: what `repr`, formatting and the methods
//! of `str` write into. It is counted against the VM's memory limit.

use super::{Context, Error, Res};
use crate::object::ClassId;
use crate::text::{Full, Sink};
use crate::vm::collect;
use crate::vm::host::output_error;
use alloc::vec::Vec;

/// Text under construction (generalised UTF-8) that refuses what exceeds the
/// VM's memory limit.
pub(crate) struct Out {
    bytes: Vec<u8>,
    room: usize,
}

impl Out {
    /// What is there so far.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Bytes so far.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Forgets everything; the room stays.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
    }
}

impl Sink for Out {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> Result<(), Full> {
        if bytes.len() > self.bytes.capacity() - self.bytes.len() {
            self.reserve(bytes.len())?;
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn reserve(&mut self, additional: usize) -> Result<(), Full> {
        let len = self.bytes.len().checked_add(additional).ok_or(Full)?;
        if len > self.room {
            return Err(Full);
        }
        self.bytes.try_reserve(additional).map_err(|_| Full)
    }
}

impl<'f> Context<'f> {
    /// Begins a text. Garbage must not take its room: it cannot collect later.
    pub(crate) fn out(&mut self) -> Out {
        // SAFETY: the VM is this context's, whose natives have rooted what they hold.
        let room = unsafe {
            if (*self.vm()).heap.worth_collecting() {
                collect::full(self.vm());
            }
            (*self.vm())
                .heap
                .limit()
                .saturating_sub((*self.vm()).heap.allocated())
        };
        Out {
            bytes: Vec::new(),
            room: room.min(u32::MAX as usize),
        }
    }

    /// The text as a str.
    pub(crate) fn finish_out(&mut self, out: &Out) -> Res<'f> {
        self.wtf8(&out.bytes)
    }

    /// Appends to a text.
    #[inline]
    pub(crate) fn put(&mut self, out: &mut Out, bytes: &[u8]) -> Res<'f, ()> {
        match out.write(bytes) {
            Ok(()) => Ok(()),
            Err(Full) => Err(self.memory_error()),
        }
    }

    /// A sink's refusal as a MemoryError.
    #[inline]
    pub(crate) fn fits(&mut self, written: Result<(), Full>) -> Res<'f, ()> {
        match written {
            Ok(()) => Ok(()),
            Err(Full) => Err(self.memory_error()),
        }
    }

    /// Counts bytes that a script writes to its output or to where errors are shown, before they
    /// are written.
    ///
    /// # Errors
    /// The end of the task, where they are more than the host allows.
    pub fn charge_output(&mut self, bytes: usize) -> Res<'f, ()> {
        // SAFETY: the VM is this context's; the window of its fiber is recorded.
        unsafe {
            if (*self.vm()).meter.write(bytes) {
                return Ok(());
            }
            (*self.vm()).heap.trip();
            self.safepoint()
        }
    }

    /// Writes to the host's output.
    ///
    /// # Errors
    /// OSError where the output cannot be written; the end of the task as in
    /// [`Context::charge_output`].
    pub fn write_output(&mut self, bytes: &[u8]) -> Res<'f, ()> {
        self.charge_output(bytes.len())?;
        // SAFETY: the VM is this context's.
        match unsafe { (*self.vm()).host.write(bytes) } {
            Ok(()) => Ok(()),
            Err(kind) => Err(self.raise_output(kind)),
        }
    }

    /// Flushes the host's output.
    pub fn flush_output(&mut self) -> Res<'f, ()> {
        // SAFETY: the VM is this context's.
        match unsafe { (*self.vm()).host.flush() } {
            Ok(()) => Ok(()),
            Err(kind) => Err(self.raise_output(kind)),
        }
    }

    /// A line of the input, `None` at its end.
    ///
    /// # Errors
    /// OSError where the host cannot read it.
    pub fn read_input(&mut self) -> Res<'f, Option<alloc::vec::Vec<u8>>> {
        // SAFETY: the VM is this context's; the host's code does not use it.
        let line = unsafe {
            match &mut (*self.vm()).host.input {
                Some(input) => input(),
                None => Ok(None),
            }
        };
        match line {
            Ok(line) => Ok(line),
            Err(kind) => {
                let number = output_error(kind).map_or((5, "Input/output error"), |error| error);
                let (code, text) = (self.int(number.0)?, self.str(number.1)?);
                Err(self.raise_with(ClassId::OSError, &[code, text]))
            }
        }
    }

    /// The exception of an output that cannot be written: BrokenPipeError and the like.
    #[cold]
    fn raise_output(&mut self, kind: embedded_io::ErrorKind) -> Error<'f> {
        let Some((number, text)) = output_error(kind) else {
            let text = "the output cannot be written";
            return self.raise(ClassId::OSError, format_args!("{text}"));
        };
        let raised = self.int(number).and_then(|number| {
            let text = self.str(text)?;
            let class = self.class_object(ClassId::OSError);
            self.call(class, &[number, text])
        });
        match raised {
            Ok(exception) => self.raise_object(exception),
            Err(error) => error,
        }
    }

    /// An error of a text function as an exception of `class`.
    #[cold]
    pub(crate) fn raise_written(
        &mut self,
        class: ClassId,
        write: impl FnOnce(&mut Out) -> Result<(), Full>,
    ) -> Error<'f> {
        let mut out = self.out();
        match write(&mut out) {
            Ok(()) => self.raise_bytes(class, out.bytes()),
            Err(Full) => self.memory_error(),
        }
    }
}

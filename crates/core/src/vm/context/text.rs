//! Building text of any size: fallible, counted against the heap's limit.

use super::{Context, Res};
use alloc::vec::Vec;
use core::fmt;

/// Text under construction (generalised UTF-8).
pub(crate) struct Text {
    bytes: Vec<u8>,
    limit: usize,
    failed: bool,
}

impl Text {
    /// Appends bytes that are well-formed generalised UTF-8.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        if self.failed
            || self.bytes.len() + bytes.len() > self.limit
            || self.bytes.try_reserve(bytes.len()).is_err()
        {
            self.failed = true;
            return;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Appends text.
    pub(crate) fn push_str(&mut self, text: &str) {
        self.push(text.as_bytes());
    }

    /// Appends one code point.
    pub(crate) fn push_char(&mut self, code: u32) {
        let mut bytes = [0; 4];
        let len = super::make::encode(code, &mut bytes);
        self.push(&bytes[..len]);
    }

    /// What is there so far.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text);
        if self.failed { Err(fmt::Error) } else { Ok(()) }
    }
}

impl<'f> Context<'f> {
    /// Begins a text. What is too long for the VM's memory limit is remembered and
    /// becomes a MemoryError in [`Context::finish`].
    pub(crate) fn text(&mut self) -> Text {
        // SAFETY: the VM is this context's.
        let limit = unsafe {
            (*self.vm())
                .heap
                .limit()
                .saturating_sub((*self.vm()).heap.allocated())
        };
        Text {
            bytes: Vec::new(),
            limit,
            failed: false,
        }
    }

    /// The text as a str.
    pub(crate) fn finish(&mut self, text: Text) -> Res<'f> {
        if text.failed {
            Err(self.memory_error())
        } else {
            self.wtf8(&text.bytes)
        }
    }
}

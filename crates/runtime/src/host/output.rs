//! Where `print` writes.

use embedded_io::{ErrorKind, ErrorType, Write};
use std::io::{self, IsTerminal, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

/// The process's standard output, buffered: by lines on a terminal, by blocks
/// elsewhere, as CPython does.
#[derive(Debug)]
pub struct Stdout {
    buffer: Vec<u8>,
    by_lines: bool,
}

/// Bytes kept back when the output is no terminal.
const BLOCK: usize = 8192;

impl Default for Stdout {
    fn default() -> Stdout {
        Stdout {
            buffer: Vec::new(),
            by_lines: io::stdout().is_terminal(),
        }
    }
}

impl Stdout {
    fn pass_on(&mut self) -> Result<(), ErrorKind> {
        let mut out = io::stdout().lock();
        let written = out.write_all(&self.buffer).and_then(|()| out.flush());
        self.buffer.clear();
        written.map_err(|_| ErrorKind::Other)
    }
}

impl ErrorType for Stdout {
    type Error = ErrorKind;
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= BLOCK || self.by_lines && bytes.contains(&b'\n') {
            self.pass_on()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ErrorKind> {
        self.pass_on()
    }
}

impl Drop for Stdout {
    fn drop(&mut self) {
        let _ = self.pass_on();
    }
}

/// Output kept in memory, up to a number of bytes.
#[derive(Debug, Clone)]
pub struct Captured {
    text: Arc<Mutex<Vec<u8>>>,
    limit: usize,
}

impl Captured {
    /// Keeps at most `limit` bytes; writing beyond is an error.
    pub fn with_limit(limit: usize) -> Captured {
        Captured {
            text: Arc::default(),
            limit,
        }
    }

    /// What was written so far.
    pub fn text(&self) -> String {
        let text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&text).into_owned()
    }
}

impl Default for Captured {
    fn default() -> Captured {
        Captured::with_limit(64 << 20)
    }
}

impl ErrorType for Captured {
    type Error = ErrorKind;
}

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        let mut text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        if text.len() + bytes.len() > self.limit {
            return Err(ErrorKind::OutOfMemory);
        }
        text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

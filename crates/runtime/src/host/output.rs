//! Where `print` writes.

use embedded_io::{ErrorKind, ErrorType, Write};
use std::io::{self, IsTerminal};
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
    /// Writes the buffer; what could not be written stays in it.
    fn pass_on(&mut self) -> Result<(), ErrorKind> {
        let (written, outcome) = device::write(&self.buffer);
        self.buffer.drain(..written.min(self.buffer.len()));
        outcome.map_err(|error| kind_of(&error))
    }
}

fn kind_of(error: &io::Error) -> ErrorKind {
    match error.kind() {
        io::ErrorKind::BrokenPipe => ErrorKind::BrokenPipe,
        io::ErrorKind::PermissionDenied => ErrorKind::PermissionDenied,
        io::ErrorKind::StorageFull | io::ErrorKind::WriteZero => ErrorKind::WriteZero,
        _ => ErrorKind::Other,
    }
}

impl ErrorType for Stdout {
    type Error = ErrorKind;
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= BLOCK {
            let outcome = self.pass_on();
            if outcome.is_err() {
                // As in CPython: a block that fails is lost, or memory would run out.
                self.buffer.clear();
            }
            outcome?;
        } else if self.by_lines && bytes.contains(&b'\n') {
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

/// The process's output past the buffer of the standard library, which would keep for
/// itself what a full disk or a closed pipe has refused.
#[cfg(unix)]
mod device {
    use std::fs::File;
    use std::io::{self, Write};
    use std::os::fd::AsFd;
    use std::sync::OnceLock;

    /// Writes all it can: the number of bytes, and the error that ended it.
    pub(super) fn write(bytes: &[u8]) -> (usize, io::Result<()>) {
        static DEVICE: OnceLock<Option<File>> = OnceLock::new();
        let mut stdout = io::stdout().lock();
        // What others have left in that buffer comes first.
        let _ = stdout.flush();
        let device = DEVICE.get_or_init(|| {
            let device = io::stdout().as_fd().try_clone_to_owned();
            device.ok().map(File::from)
        });
        match device {
            Some(device) => super::write_all(&mut &*device, bytes),
            None => super::write_all(&mut stdout, bytes),
        }
    }
}

/// The process's output; a console is written to through the standard library, which
/// knows its encoding.
#[cfg(not(unix))]
mod device {
    use std::io;

    /// Writes all it can: the number of bytes, and the error that ended it.
    pub(super) fn write(bytes: &[u8]) -> (usize, io::Result<()>) {
        super::write_all(&mut io::stdout().lock(), bytes)
    }
}

fn write_all(out: &mut impl io::Write, bytes: &[u8]) -> (usize, io::Result<()>) {
    let mut rest = bytes;
    while !rest.is_empty() {
        match out.write(rest) {
            Ok(0) => {
                return (
                    bytes.len() - rest.len(),
                    Err(io::ErrorKind::WriteZero.into()),
                );
            }
            Ok(count) => rest = rest.get(count..).unwrap_or(&[]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return (bytes.len() - rest.len(), Err(error)),
        }
    }
    (bytes.len(), out.flush())
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

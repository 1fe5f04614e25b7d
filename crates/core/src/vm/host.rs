//! What the VM asks of the program around it, as traits: core knows no socket,
//! file, clock or operating system.

use crate::registry::Module;
use crate::vm::system::System;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;
use embedded_io::ErrorKind;

/// Where `print` writes.
pub type Output = dyn embedded_io::Write<Error = ErrorKind> + Send;

/// Time.
pub trait Clock: Send {
    /// Monotonic time since some fixed moment.
    fn now(&mut self) -> Duration;
    /// Time since 1970-01-01 UTC, where there is a calendar.
    fn calendar(&mut self) -> Option<Duration> {
        None
    }
    /// Time that the processor has worked, where the host counts it.
    fn worked(&mut self, _by: Worker) -> Option<Duration> {
        None
    }
    /// What clocks on the wall show `moment` seconds after 1970-01-01 UTC; `None`: UTC.
    fn local(&mut self, _moment: i64) -> Option<LocalTime> {
        None
    }
    /// A script has said in which zone its walls are (the variable `TZ`, without one those
    /// of the system); the embedder need not follow.
    fn set_zone(&mut self, _zone: Option<&[u8]>) {}
}

/// What clocks on the wall show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// Seconds ahead of UTC.
    pub offset: i32,
    /// Whether this is daylight-saving time.
    pub daylight: bool,
    /// What this kind of time is called: `"CEST"`.
    pub name: String,
}

/// Whose work a [`Clock`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// All threads of the host's process.
    Process,
    /// The thread that asks.
    Thread,
}

/// What the VM does when no task can run: waits for events.
pub trait Reactor: Send {
    /// Waits until something has happened that may have woken a task, at most for
    /// `timeout` (`None`: without bound). Returns false if nothing can ever happen.
    fn wait(&mut self, timeout: Option<Duration>) -> bool;
}

/// What `import` found.
pub enum Found {
    /// Python source.
    Source {
        /// The text.
        text: Vec<u8>,
        /// What tracebacks call it.
        filename: String,
        /// For packages: the folder that submodules are searched in.
        package: Option<String>,
    },
    /// A chunk's image (see [`crate::compile::image`]).
    Compiled {
        /// The image.
        image: Vec<u8>,
        /// The file it comes from: the module's `__file__`.
        filename: String,
        /// What tracebacks call its source; empty: what the image says.
        source: String,
        /// For packages: the folder that submodules are searched in.
        package: Option<String>,
    },
    /// A native module, to be registered: it takes one of the places of the registry.
    Native(Box<Module>),
    /// Folders of this name that are no packages of their own: together they are one where
    /// nothing else of the name is found (PEP 420).
    Namespace(Vec<String>),
}

/// Where modules that are not built in come from.
pub trait ModuleSource: Send {
    /// Looks for a module by its last name, in `folders` (one of a package's or of
    /// `sys.path`) or, where there are none, in the usual places. `Err` is a sentence for an ImportError.
    fn find(&mut self, name: &str, folders: Option<&str>) -> Result<Option<Found>, String>;
    /// A file's text, for the source lines of tracebacks.
    fn text(&mut self, filename: &str) -> Option<Vec<u8>>;
    /// Whether the usual places are the folders of `sys.path`: they are then not asked
    /// for a module that is in none of these.
    fn searches_path(&self) -> bool {
        false
    }
}

/// What the output's error is called where scripts run: the number and the text that an
/// OSError of CPython has (Linux's numbers), if there are any.
pub(crate) fn output_error(kind: ErrorKind) -> Option<(i64, &'static str)> {
    Some(match kind {
        ErrorKind::PermissionDenied => (13, "Permission denied"),
        ErrorKind::BrokenPipe => (32, "Broken pipe"),
        // An output that takes no byte more.
        ErrorKind::WriteZero => (28, "No space left on device"),
        _ => return None,
    })
}

/// Takes the text of a warning, to be shown where errors are.
pub type Warnings = Box<dyn FnMut(&[u8]) + Send>;

/// Reads one line for `input()`, its newline included; `None` at the end of the input.
pub type Input = Box<dyn FnMut() -> Result<Option<Vec<u8>>, ErrorKind> + Send>;

/// The embedder's side of one VM.
pub(crate) struct Host {
    pub(crate) output: Option<Box<Output>>,
    pub(crate) clock: Option<Box<dyn Clock>>,
    pub(crate) reactor: Option<Box<dyn Reactor>>,
    pub(crate) modules: Option<Box<dyn ModuleSource>>,
    /// Where warnings go; without it, nowhere.
    pub(crate) warnings: Option<Warnings>,
    /// Where `input()` reads; without it, the input is empty.
    pub(crate) input: Option<Input>,
    /// Unicode's names and forms, for the compiler.
    pub(crate) unicode: Option<crate::syntax::UnicodeData>,
    /// Files, environment and process; without it, scripts have none.
    pub(crate) system: Option<Box<dyn System>>,
    /// The last file asked for, so that a traceback reads each file once.
    text_cache: Option<(String, Vec<u8>)>,
    pub(crate) stack_exhausted: bool,
}

impl Host {
    pub(crate) const fn new() -> Host {
        Host {
            output: None,
            clock: None,
            reactor: None,
            modules: None,
            warnings: None,
            input: None,
            unicode: None,
            system: None,
            text_cache: None,
            stack_exhausted: false,
        }
    }

    /// Writes to the output; without one, nothing is written.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), ErrorKind> {
        match &mut self.output {
            Some(output) => output.write_all(bytes),
            None => Ok(()),
        }
    }

    /// Shows a warning.
    pub(crate) fn warn(&mut self, text: &[u8]) {
        if let Some(show) = &mut self.warnings {
            show(text);
        }
    }

    pub(crate) fn flush(&mut self) -> Result<(), ErrorKind> {
        match &mut self.output {
            Some(output) => output.flush(),
            None => Ok(()),
        }
    }

    /// Monotonic time; zero without a clock.
    pub(crate) fn now(&mut self) -> Duration {
        self.clock
            .as_mut()
            .map_or(Duration::ZERO, |clock| clock.now())
    }

    /// The text of a source file.
    pub(crate) fn source_text(&mut self, filename: &str) -> Option<&[u8]> {
        self.source_line(filename, 1)?;
        let (_, text) = self.text_cache.as_ref()?;
        Some(text)
    }

    /// Line `line` (from 1) of a source file, without its end.
    pub(crate) fn source_line(&mut self, filename: &str, line: u32) -> Option<&[u8]> {
        if self
            .text_cache
            .as_ref()
            .is_none_or(|(name, _)| name != filename)
        {
            let text = self.modules.as_mut()?.text(filename)?;
            self.text_cache = Some((String::from(filename), text));
        }
        let (_, text) = self.text_cache.as_ref()?;
        nth_line(text, line.checked_sub(1)? as usize)
    }
}

/// A line without its end, counted from 0; it ends with `\n`, `\r\n` or `\r`, as the
/// lexer has it.
fn nth_line(text: &[u8], line: usize) -> Option<&[u8]> {
    let mut rest = text;
    for _ in 0..line {
        let end = rest
            .iter()
            .position(|&byte| matches!(byte, b'\n' | b'\r'))?;
        let pair = rest
            .get(end..)
            .is_some_and(|rest| rest.starts_with(b"\r\n"));
        rest = rest.get(end + if pair { 2 } else { 1 }..)?;
    }
    rest.split(|byte| matches!(byte, b'\n' | b'\r')).next()
}

#[cfg(test)]
mod tests {
    use super::nth_line;

    #[test]
    fn lines_end_as_the_lexer_ends_them() {
        let text = b"a\r\nb\rc\n\nd";
        let lines = [&b"a"[..], b"b", b"c", b"", b"d"];
        for (at, line) in lines.into_iter().enumerate() {
            assert_eq!(nth_line(text, at), Some(line));
        }
        assert_eq!(nth_line(text, 5), None);
    }
}

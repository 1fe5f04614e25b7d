//! The engine alone, as the smallest device uses it: a program that arrives at run time, as text
//! where the build has the compiler and as an image where not; `print` and tracebacks.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::sync::Arc;
use core::hint::black_box;

use embedded_io::{ErrorKind, ErrorType, Write};
use miniscript_core::compile::Chunk;
use miniscript_core::{Config, Fault, Limits, OutOfMemory, Vm};

/// Why nothing came of it.
pub(crate) enum Failed {
    /// No VM.
    Memory,
    /// The script's own error; it has been shown.
    Script,
}

/// Where `print` writes.
struct Line;

impl ErrorType for Line {
    type Error = ErrorKind;
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        black_box(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

/// Runs a program to its end.
pub(crate) fn run(program: &str, _: &str) -> Result<(), Failed> {
    let mut vm = Vm::new(Config {
        limits: Limits::default(),
        output: Some(Box::new(Line)),
        ..Config::default()
    })?;
    let chunk = chunk(&mut vm, program.as_bytes())?;
    let task = vm.spawn_chunk(&chunk, "__main__", Some("main.py"), true)?;
    vm.finish(task)?;
    vm.run()?;
    let _ = vm.enter(|cx| cx.flush_output());
    Ok(())
}

#[cfg(feature = "compiler")]
fn chunk(vm: &mut Vm, text: &[u8]) -> Result<Arc<Chunk>, Failed> {
    Ok(vm.compile(text, "main.py", miniscript_core::syntax::Mode::Module)?)
}

#[cfg(not(feature = "compiler"))]
fn chunk(vm: &mut Vm, image: &[u8]) -> Result<Arc<Chunk>, Failed> {
    Ok(Arc::new(vm.load(image)?))
}

impl From<OutOfMemory> for Failed {
    fn from(_: OutOfMemory) -> Failed {
        Failed::Memory
    }
}

#[cfg(not(feature = "compiler"))]
impl From<miniscript_core::compile::image::ImageError> for Failed {
    fn from(error: miniscript_core::compile::image::ImageError) -> Failed {
        black_box(error.to_string());
        Failed::Script
    }
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Failed {
        black_box(fault.to_string());
        Failed::Script
    }
}

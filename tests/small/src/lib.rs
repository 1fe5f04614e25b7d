//! Runs a program in the smallest VM that has a compiler: what it printed, and how it ended.

#![forbid(unsafe_code)]

use std::sync::{Arc, Mutex, PoisonError};

use embedded_io::{ErrorKind, ErrorType, Write};
use miniscript_core::syntax::Mode;
use miniscript_core::{Config, Vm};

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl ErrorType for Kept {
    type Error = ErrorKind;
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

/// Runs a program: its output, and behind it the last line of its traceback if it failed.
///
/// # Panics
/// Where the system has no memory for a VM.
pub fn run(program: &str) -> String {
    let kept = Kept::default();
    let mut vm = Vm::new(Config {
        output: Some(Box::new(kept.clone())),
        ..Config::default()
    })
    .expect("a VM");
    let outcome = vm
        .compile(program.as_bytes(), "main.py", Mode::Module)
        .and_then(|chunk| {
            let task = vm.spawn_chunk(&chunk, "__main__", Some("main.py"), true)?;
            vm.finish(task).map(|_| ())
        });
    let _ = vm.enter(|cx| cx.flush_output());
    let bytes = kept
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    if let Err(fault) = outcome {
        let fault = fault.to_string();
        text += fault.trim_end().lines().last().unwrap_or_default();
    }
    text
}

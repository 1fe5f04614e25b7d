//! VMs of small limits whose output goes nowhere, and what may end a task in them.

use embedded_io::{ErrorKind, ErrorType, Write};
use miniscript_core::{Blame, Clock, Config, Fault, Limits, Reactor};
use miniscript_runtime::Vm;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Units of work of one input.
pub(super) const FUEL: u64 = 100_000;

fn limits() -> Limits {
    Limits {
        memory: 16 << 20,
        fuel: Some(FUEL),
        recursion: 100,
        native_stacks: 32,
        ..Limits::default()
    }
}

/// What was written, up to a length.
#[derive(Clone, Default)]
pub(super) struct Written(Arc<Mutex<Vec<u8>>>);

/// Output beyond this many bytes is dropped.
const KEPT: usize = 1 << 20;

impl Written {
    /// What was written since the last call.
    pub(super) fn take(&self) -> Vec<u8> {
        self.0
            .lock()
            .map_or_else(|_| Vec::new(), |mut bytes| std::mem::take(&mut *bytes))
    }
}

impl ErrorType for Written {
    type Error = ErrorKind;
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        if let Ok(mut kept) = self.0.lock() {
            let room = KEPT.saturating_sub(kept.len()).min(bytes.len());
            kept.extend_from_slice(bytes.get(..room).unwrap_or_default());
        }
        Ok(bytes.len())
    }
    fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

/// A clock that only waiting moves.
#[derive(Clone, Default)]
struct Still(Arc<Mutex<Duration>>);

impl Clock for Still {
    fn now(&mut self) -> Duration {
        self.0.lock().map_or(Duration::ZERO, |time| *time)
    }
    fn calendar(&mut self) -> Option<Duration> {
        Some(Duration::from_secs(1_700_000_000) + self.now())
    }
}

impl Reactor for Still {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        let Some(timeout) = timeout else {
            return false;
        };
        if let Ok(mut time) = self.0.lock() {
            *time = time.saturating_add(timeout);
        }
        true
    }
}

/// A VM of the core alone.
pub(super) fn bare() -> miniscript_core::Vm {
    let clock = Still::default();
    miniscript_core::Vm::new(Config {
        limits: limits(),
        output: Some(Box::new(Written::default())),
        clock: Some(Box::new(clock.clone())),
        reactor: Some(Box::new(clock)),
        ..Config::default()
    })
    .expect("memory for a VM")
}

/// A VM with the standard modules and no host behind them; and what it prints.
pub(super) fn whole() -> (Vm, Written) {
    let (written, clock) = (Written::default(), Still::default());
    let waker = miniscript_core::Config::default().waker;
    let vm = Vm::builder()
        .limits(limits())
        .output(Box::new(written.clone()))
        .stderr(Arc::new(|_: &[u8]| {}))
        .clock(Box::new(clock.clone()))
        .reactor(Box::new(clock), waker)
        .build()
        .expect("memory for a VM");
    (vm, written)
}

/// Looks at how a task has ended: any exception is fine, a panic is not.
pub(super) fn check(fault: &Fault) {
    assert!(fault.blame() != Blame::Defect, "{fault}");
    let _ = (fault.traceback(), fault.explained());
}

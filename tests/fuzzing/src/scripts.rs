//! Targets behind the standard library: a script takes the input apart and calls what is fuzzed.
//!
//! A VM serves many inputs, each with fuel of its own. What the script does not expect it lets
//! out, and that is a finding, unless a limit was reached.

use crate::machine::{self, FUEL};
use miniscript_core::Blame;
use miniscript_ext::Bytes;
use miniscript_runtime::{Error, Vm};
use std::cell::RefCell;

/// Inputs that one VM serves.
const SERVED: u32 = 2_000;

/// A script whose function `run` takes an input.
struct Script {
    name: &'static str,
    text: &'static str,
}

thread_local! {
    /// The VM of this thread's target, and how many inputs it may still serve.
    static CURRENT: RefCell<Option<(&'static str, Vm, u32)>> = const { RefCell::new(None) };
}

impl Script {
    fn start(&self) -> Vm {
        let (mut vm, _) = machine::whole();
        vm.core_mut().set_fuel(None);
        if let Err(error) = vm.run_source(self.text, self.name) {
            panic!("{}: {error}", self.name);
        }
        vm
    }

    fn run(&self, bytes: &[u8]) {
        CURRENT.with_borrow_mut(|current| {
            let (mut vm, left) = match current.take() {
                Some((name, vm, left)) if name == self.name && left > 0 => (vm, left - 1),
                _ => (self.start(), SERVED),
            };
            vm.core_mut().set_fuel(Some(FUEL));
            match vm.call::<bool>("run", (Bytes(bytes.to_vec()),)) {
                Ok(_) => *current = Some((self.name, vm, left)),
                // The next input gets a new VM.
                Err(error) => expected(&error),
            }
        });
    }
}

/// A limit may end a task, nothing else.
fn expected(error: &Error) {
    let limit = match error {
        Error::Fault(fault) => {
            machine::check(fault);
            fault.blame() == Blame::Stopped
                || ["MemoryError", "RecursionError"].contains(&fault.type_name())
        }
        Error::OutOfMemory => true,
        _ => false,
    };
    if let Error::Fault(fault) = error {
        assert!(limit, "not expected: {}", fault.traceback());
    }
}

const REGEX: Script = Script {
    name: "regex.py",
    text: include_str!("scripts/regex.py"),
};
const FORMAT: Script = Script {
    name: "format.py",
    text: include_str!("scripts/format.py"),
};
const DATA: Script = Script {
    name: "data.py",
    text: include_str!("scripts/data.py"),
};

/// A pattern with flags, and a text.
pub(super) fn regex(bytes: &[u8]) {
    REGEX.run(bytes);
}

/// A format string or a format spec.
pub(super) fn format(bytes: &[u8]) {
    FORMAT.run(bytes);
}

/// What other modules read: JSON, numbers, encodings, layouts.
pub(super) fn data(bytes: &[u8]) {
    DATA.run(bytes);
}

//! Valid programs: each runs twice, the second time with a collector that never rests, and must
//! print the same.
//!
//! Both VMs serve many programs, each in a namespace of its own: the imports of the prelude take
//! longer than most programs.

use crate::machine::{self, FUEL, Written};
use miniscript_core::Blame;
use miniscript_progen::{PRELUDE, Program};
use miniscript_runtime::{Error, Vm};
use std::cell::RefCell;

/// Programs that a pair of VMs serves.
const SERVED: u32 = 500;

/// What stands behind the prelude: one program.
const RUN: &str = "
def RUN(text):
    global STEPS
    STEPS = 0
    try:
        exec(compile(text, '<program>', 'exec'), dict(globals()))
    except BaseException as error:
        print('ended', type(error).__name__, error)
    return True
";

/// A VM with the prelude, and what it prints.
struct Runner {
    vm: Vm,
    written: Written,
}

thread_local! {
    /// The VM that collects when it should, the one that always does, and what is left to serve.
    static PAIR: RefCell<Option<(Runner, Runner, u32)>> = const { RefCell::new(None) };
}

impl Runner {
    fn new(hostile: bool) -> Runner {
        let (mut vm, written) = machine::whole();
        vm.core_mut().set_fuel(None);
        let text = format!("{PRELUDE}{RUN}");
        if let Err(error) = vm.run_source(text, "prelude.py") {
            panic!("the prelude: {error}");
        }
        if hostile {
            vm.core_mut().set_hostile_pace();
        }
        Runner { vm, written }
    }

    /// What a program prints; nothing where a limit has ended it.
    fn run(&mut self, text: &str) -> Option<Vec<u8>> {
        self.vm.core_mut().set_fuel(Some(FUEL * 20));
        let ended = self.vm.call::<bool>("RUN", (text.to_owned(),));
        let output = self.written.take();
        match ended {
            Ok(_) => Some(output),
            Err(Error::Fault(fault)) => {
                machine::check(&fault);
                let limit = fault.blame() == Blame::Stopped || fault.type_name() == "MemoryError";
                assert!(limit, "{}", fault.traceback());
                None
            }
            Err(_) => None,
        }
    }
}

/// Runs the program that the bytes choose.
pub(super) fn program(bytes: &[u8]) {
    let program = Program::from_bytes(bytes);
    PAIR.with_borrow_mut(|pair| {
        let (mut calm, mut hostile, left) = match pair.take() {
            Some((calm, hostile, left)) if left > 0 => (calm, hostile, left - 1),
            _ => (Runner::new(false), Runner::new(true), SERVED),
        };
        let outputs = (calm.run(program.body()), hostile.run(program.body()));
        // After the end by a limit both begin anew.
        let (Some(first), Some(second)) = outputs else {
            return;
        };
        let (first, second) = (
            String::from_utf8_lossy(&first),
            String::from_utf8_lossy(&second),
        );
        // How much memory is free depends on the collector.
        assert!(
            first == second || first.contains("MemoryError") || second.contains("MemoryError"),
            "another output while collecting:\n{}\n--- {first}\n--- {second}",
            program.body()
        );
        *pair = Some((calm, hostile, left));
    });
}

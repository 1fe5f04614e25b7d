//! Valid programs: each runs twice, the second time with a collector that never rests, and must
//! print the same.

use crate::machine;
use miniscript_core::Blame;
use miniscript_progen::Program;
use miniscript_runtime::Error;

/// Runs the program that the bytes choose.
pub(super) fn program(bytes: &[u8]) {
    let text = Program::from_bytes(bytes).text;
    let calm = output(&text, false);
    let hostile = output(&text, true);
    if let (Some(calm), Some(hostile)) = (calm, hostile) {
        assert!(
            calm == hostile,
            "another output while collecting:\n{text}\n--- {}\n--- {}",
            String::from_utf8_lossy(&calm),
            String::from_utf8_lossy(&hostile)
        );
    }
}

/// What a program prints; nothing where a limit has ended it, or where it does not compile.
fn output(text: &str, hostile: bool) -> Option<Vec<u8>> {
    let (mut vm, written) = machine::whole();
    vm.core_mut().set_fuel(Some(machine::FUEL * 20));
    if hostile {
        vm.core_mut().set_hostile_pace();
    }
    let ended = vm.run_main(text.as_bytes(), "<program>");
    let ended = ended.and_then(|()| vm.finalize());
    match ended {
        Ok(()) => Some(written.take()),
        Err(Error::Fault(fault)) => {
            machine::check(&fault);
            let limit = fault.blame() == Blame::Stopped || fault.type_name() == "MemoryError";
            (!limit).then(|| written.take())
        }
        Err(_) => None,
    }
}

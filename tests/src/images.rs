//! Bytecode from anywhere: loaded or refused, and what is loaded runs within limits. The tests of
//! `core` give it mutated images, the fuzzer any bytes.

use miniscript_core::compile::Chunk;
use miniscript_core::compile::image::{MAGIC, seal};
use miniscript_core::{Config, Limits, Vm};
use std::sync::Arc;

/// What a program from outside may use.
fn limits() -> Limits {
    Limits {
        memory: 4 << 20,
        fuel: Some(20_000),
        recursion: 60,
        native_stacks: 16,
        ..Limits::default()
    }
}

/// Loads bytes as an image; if that succeeds, runs them to their end or to the limits. Returns
/// whether they were loaded. `stress` collects at every allocation.
///
/// # Panics
/// When the system has no memory for a VM, or the VM itself has panicked.
pub fn load_and_run(bytes: &[u8], stress: bool) -> bool {
    let Ok(chunk) = Chunk::from_bytes(bytes, limits().memory) else {
        return false;
    };
    let mut vm = Vm::new(Config {
        limits: limits(),
        ..Config::default()
    })
    .expect("memory for a VM");
    vm.set_stress(stress);
    let task = vm.spawn_chunk(&Arc::new(chunk), "__main__", Some("image.msb"), true);
    if let Ok(task) = task {
        // The end of any kind; what was not run yet is dropped with the VM.
        if let Err(fault) = vm.finish(task) {
            let text = fault.to_string();
            assert!(!text.contains("panicked"), "{text}");
        }
        vm.collect();
    }
    true
}

/// The same for bytes of a fuzzer: magic, length and checksum are put right first, so that what
/// lies behind them is reached.
pub fn sealed_load_and_run(bytes: &[u8]) -> bool {
    let mut image = bytes.to_vec();
    if let Some(start) = image.get_mut(..MAGIC.len()) {
        start.copy_from_slice(&MAGIC);
    }
    seal(&mut image);
    load_and_run(&image, false)
}

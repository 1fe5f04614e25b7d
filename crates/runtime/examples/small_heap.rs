//! A program in a heap that is as large as a fresh VM and some KiB more (the argument; 192).
//!
//! Where words have 64 bits, blocks of the heap have 16 KiB and each size of objects has its own:
//! in much less a program finds no room.
//!
//! It keeps a few objects and allocates others, which are dropped at once: the collector works all
//! the time. `cargo xtask bench --growth` counts the instructions of its steps.

use miniscript_runtime::{Limits, Vm};

const SCRIPT: &str = "
kept = [None] * 100
def turn(n):
    for i in range(n):
        kept[i % 100] = [i]
turn(20_000)
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let room = match std::env::args().nth(1) {
        Some(kib) => kib.parse::<usize>()? << 10,
        None => 192 << 10,
    };
    let mut fresh = Vm::builder().build()?;
    fresh.core_mut().collect();
    let limits = Limits {
        memory: fresh.core_mut().heap_bytes() + room,
        ..Limits::default()
    };
    let mut vm = Vm::builder().limits(limits.clone()).build()?;
    vm.run_source(SCRIPT, "small_heap.py")?;
    let stats = vm.core_mut().collector_stats();
    println!(
        "{} KiB of heap: {} cycles, {} steps, {} words in the longest",
        limits.memory >> 10,
        stats.cycles,
        stats.steps,
        stats.longest_step
    );
    Ok(())
}

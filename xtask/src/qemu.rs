//! `cargo xtask qemu`: programs of the corpus on a Cortex-M4 that QEMU imitates.
//!
//! The firmware is the crate `tests/device`; the tool `device` of the crate of tests boots it once
//! per program and compares with what the corpus stores for all targets.

use std::path::PathBuf;

use crate::ci::cross::Cross;
use crate::cli::{Failure, Options, Outcome};
use crate::process;

const TARGET: &str = "thumbv7em-none-eabihf";
const EMULATOR: &str = "qemu-system-arm";

/// Builds the firmware and runs the programs whose names contain the word, or all; or measures
/// the pauses of its collector.
///
/// # Errors
/// When a tool is missing, the firmware does not build, or a program does something else.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&["--pauses"], &["--only"])?;
    if parsed.has("--pauses") {
        return pauses();
    }
    everything(parsed.value("--only").unwrap_or_default())
}

/// As [`run`], with the filter.
///
/// # Errors
/// As [`run`].
pub(crate) fn everything(filter: &str) -> Outcome {
    let firmware = firmware()?;
    let mut tool = process::tool("device")?;
    tool.arg(&firmware);
    if !filter.is_empty() {
        tool.arg(filter);
    }
    process::run(&mut tool)
}

/// Heaps in which pauses are measured, in bytes: one that the program nearly fills, and others.
const HEAPS: [u32; 3] = [96 << 10, 128 << 10, 192 << 10];

/// The longest allocation on the board, in instructions of its processor.
fn pauses() -> Outcome {
    let firmware = firmware()?;
    for bytes in HEAPS {
        let config =
            format!("enable=on,target=native,arg=device={bytes},arg=tests/device/pauses.py");
        let mut board = process::program(EMULATOR);
        board
            .args(["-M", "mps2-an386", "-display", "none", "-monitor", "none"])
            // A nanosecond of the board's time for each instruction.
            .args(["-serial", "none", "-icount", "shift=0", "-kernel"])
            .arg(&firmware)
            .args(["-semihosting-config", &config]);
        let printed = process::output(&mut board)?;
        let (least, longest) = printed
            .trim()
            .split_once(' ')
            .ok_or_else(|| format!("tests/device/pauses.py prints '{printed}'"))?;
        println!(
            "{} KiB of heap: an allocation and its loop take {least} instructions, at most {longest}",
            bytes >> 10
        );
    }
    Ok(())
}

/// Builds the firmware: its path.
fn firmware() -> Result<PathBuf, Failure> {
    if process::which(EMULATOR).is_none() {
        let advice = "apt-get install --no-install-recommends qemu-system-arm";
        return Err(format!("{EMULATOR} is not installed: {advice}").into());
    }
    let cross = Cross::find(TARGET)?;
    println!("{}", cross.about());
    let mut build = cross.cargo()?;
    build.args([
        "build",
        "--release",
        "--target",
        TARGET,
        "--manifest-path",
        "tests/device/Cargo.toml",
    ]);
    process::run(&mut build)?;
    Ok(cross.target_dir().join(TARGET).join("release/device"))
}

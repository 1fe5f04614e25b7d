//! `cargo xtask qemu`: programs of the corpus on a Cortex-M4 that QEMU imitates.
//!
//! The firmware is the crate `tests/device`; the tool `device` of the crate of tests boots it once
//! per program and compares with what the corpus stores for all targets.

use crate::ci::cross::Cross;
use crate::cli::{Options, Outcome};
use crate::process;

const TARGET: &str = "thumbv7em-none-eabihf";
const EMULATOR: &str = "qemu-system-arm";

/// Builds the firmware and runs the programs whose names contain the word, or all.
///
/// # Errors
/// When a tool is missing, the firmware does not build, or a program does something else.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&[], &["--only"])?;
    everything(parsed.value("--only").unwrap_or_default())
}

/// As [`run`], with the filter.
///
/// # Errors
/// As [`run`].
pub(crate) fn everything(filter: &str) -> Outcome {
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
    let firmware = cross.target_dir().join(TARGET).join("release/device");
    let mut tool = process::tool("device")?;
    tool.arg(&firmware);
    if !filter.is_empty() {
        tool.arg(filter);
    }
    process::run(&mut tool)
}

//! `cargo xtask ci`: what `.ci/run` runs once the tools are there.
//!
//! The stages in order, with their times; the first that fails ends the run. `--from STAGE` goes
//! on where an earlier run stopped.

pub(crate) mod cross;
mod hostile;
mod sanitizer;

use crate::cli::{Failure, Options, Outcome};
use crate::stages::{self, Stage};
use crate::{bench, conformance, coverage, qemu, size, test, tidy};

const DEVICE: &str = "thumbv7em-none-eabihf";
const WINDOWS: &str = "x86_64-pc-windows-gnu";
/// What a device's image is built from; HTTP with the simulated driver only.
const DEVICE_PACKAGES: &[&str] = &[
    "miniscript-core",
    "miniscript-ext",
    "miniscript-stdlib",
    "miniscript-http",
    "miniscript-joy",
];
const DEVICE_FEATURES: &str = "miniscript-http/sim";

const STAGES: &[Stage] = &[
    Stage {
        name: "tidy",
        about: "formatting, lints and the project's own rules",
        run: tidy::everything,
    },
    Stage {
        name: "test",
        about: "all tests, doctests and the demo",
        run: || test::everything(true),
    },
    Stage {
        name: "conformance",
        about: "CPython's own test files: at least 90 % of each, and a reason for the others",
        run: conformance::check,
    },
    Stage {
        name: "release",
        about: "the engine's promises again, optimised as it ships",
        run: release,
    },
    Stage {
        name: "hostile",
        about: "the corpus with tiny heap blocks, quickened and collected at every chance",
        run: hostile::run,
    },
    Stage {
        name: "small",
        about: "what builds say of the features that they leave out",
        run: small,
    },
    Stage {
        name: "bench",
        about: "the bench programs as tests, at small size",
        run: bench::quick,
    },
    Stage {
        name: "counts",
        about: "instructions per bench program against the baseline: at most 2 % more",
        run: bench::counts,
    },
    Stage {
        name: "cross",
        about: "the no_std crates for thumbv7em-none-eabihf, without the compiler",
        run: device,
    },
    Stage {
        name: "qemu",
        about: "the corpus on a Cortex-M4 in QEMU: the same values on 32 bits",
        run: || qemu::everything(""),
    },
    Stage {
        name: "size",
        about: "linked device images: nothing missing, and what they weigh",
        run: || size::show(size::DEFAULT_TOP),
    },
    Stage {
        name: "windows",
        about: "the executables, type-checked for x86_64-pc-windows-gnu",
        run: windows,
    },
    Stage {
        name: "coverage",
        about: "what the tests reach of the language and of the code",
        run: || coverage::everything(false),
    },
    Stage {
        name: "asan",
        about: "AddressSanitizer over the tests of core, ext and loader",
        run: sanitizer::run,
    },
];

/// Reads the options and runs the stages.
///
/// # Errors
/// The first failing stage's.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&[], &["--from"])?;
    let first = match parsed.value("--from") {
        None => 0,
        Some(name) => STAGES
            .iter()
            .position(|stage| stage.name == name)
            .ok_or_else(|| {
                let names: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
                Failure::Usage(format!("--from takes one of: {}", names.join(", ")))
            })?,
    };
    stages::run(&STAGES[first..])
}

/// What the optimiser may make of unsafe code shows only where it is at work: two tasks inside
/// one native, stacks that are switched, memory that is counted.
fn release() -> Outcome {
    crate::process::run(crate::process::cargo().args([
        "test",
        "--release",
        "--workspace",
        "--test",
        "promises",
    ]))
}

/// A workspace of its own: in this one other packages switch the features on.
fn small() -> Outcome {
    let mut test = crate::process::cargo();
    test.env(
        "CARGO_TARGET_DIR",
        crate::process::target_dir().join("small"),
    );
    crate::process::run(test.args([
        "test",
        "--quiet",
        "--manifest-path",
        "tests/small/Cargo.toml",
    ]))
}

fn device() -> Outcome {
    let cross = cross::Cross::find(DEVICE)?;
    println!("{}", cross.about());
    let mut build = cross.cargo()?;
    build.args([
        "build",
        "--release",
        "--no-default-features",
        "--features",
        DEVICE_FEATURES,
        "--target",
        DEVICE,
    ]);
    for package in DEVICE_PACKAGES {
        build.args(["--package", package]);
    }
    crate::process::run(&mut build)
}

fn windows() -> Outcome {
    cross::check_windows(WINDOWS, "miniscript-cli")
}

//! `cargo xtask size`: what linked firmware images weigh, by crate and folder.
//!
//! The images are the crate `xtask/size-image`: opt-level z, LTO, for a Cortex-M4; once with
//! everything, and twice the smallest engine: with the compiler and without. Symbols and
//! sections are read with `nm` and `size` (binutils' or LLVM's; both read any ELF file). The task
//! fails when a part that the image must hold has been dropped by the linker: a table without the
//! compiler or the scheduler in it would look like good news.

mod owner;
mod parts;
mod report;
mod symbols;

use crate::ci::cross::Cross;
use crate::cli::{Failure, Options, Outcome};
use crate::process;

const TARGET: &str = "thumbv7em-none-eabihf";
/// Names that keep crate, type and trait apart; the older form drops type parameters.
const NAMES: &str = "-Csymbol-mangling-version=v0";
/// How many of the largest symbols are listed.
pub(crate) const DEFAULT_TOP: usize = 15;

/// Links the image and prints the table.
///
/// # Errors
/// When the image does not link, cannot be read, or lacks a part.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&[], &["--top"])?;
    show(parsed.count("--top")?.unwrap_or(DEFAULT_TOP))
}

/// As [`run`], with the number of symbols to list.
///
/// # Errors
/// As [`run`].
pub(crate) fn show(top: usize) -> Outcome {
    let cross = Cross::find(TARGET)?;
    println!("{}", cross.about());
    let mut lines = String::new();
    for profile in PROFILES {
        let Measured { sections, symbols } = measure(&cross, profile)?;
        println!("\n=== {}", profile.name);
        let weighed = parts::weigh(&symbols);
        println!("\n{}", report::groups(&symbols, sections));
        println!("{}", report::parts(&weighed));
        print!("{}", report::largest(&symbols, top));
        parts::check(&weighed, profile.parts)?;
        lines += &report::against(profile.name, sections, profile.mark);
    }
    print!("\n{lines}");
    Ok(())
}

/// What an image is made of, and what it should weigh.
struct Profile {
    name: &'static str,
    /// Features of the crate, beyond none.
    features: &'static str,
    /// Whether what only serves to find mistakes is left out: places and fields in panics.
    lean: bool,
    parts: parts::Wanted,
    /// Bytes of text that it should not be above.
    mark: Option<u64>,
}

const PROFILES: &[Profile] = &[
    Profile {
        name: "everything",
        features: "whole",
        lean: false,
        parts: parts::Wanted::Whole,
        mark: None,
    },
    Profile {
        name: "small, with the compiler",
        features: "compiler",
        lean: true,
        parts: parts::Wanted::Compiler,
        mark: Some(220 << 10),
    },
    Profile {
        name: "small, for images only",
        features: "",
        lean: true,
        parts: parts::Wanted::Engine,
        mark: Some(140 << 10),
    },
];

struct Measured {
    sections: symbols::Sections,
    symbols: Vec<symbols::Symbol>,
}

fn measure(cross: &Cross, profile: &Profile) -> Result<Measured, Failure> {
    let mut flags = vec![NAMES];
    if profile.lean {
        flags.extend(cross.lean());
    }
    let mut build = cross.cargo_with(&flags)?;
    build.args([
        "build",
        "--release",
        "--target",
        TARGET,
        "--manifest-path",
        "xtask/size-image/Cargo.toml",
        "--no-default-features",
        "--features",
        profile.features,
    ]);
    process::run(&mut build)?;
    let image = cross.target_dir().join(TARGET).join("release/size-image");
    let sections = process::output(
        process::program(tool(&["size", "llvm-size"])?)
            .arg("-A")
            .arg(&image),
    )?;
    let names = process::output(
        process::program(tool(&["nm", "llvm-nm"])?)
            .args(["-S", "-C", "--defined-only"])
            .arg(&image),
    )?;
    Ok(Measured {
        sections: symbols::sections(&sections),
        symbols: symbols::parse(&names),
    })
}

fn tool(names: &[&str]) -> Result<std::path::PathBuf, Failure> {
    let found = names.iter().find_map(|name| process::which(name));
    found.ok_or_else(|| {
        format!(
            "none of {} is installed (package binutils or llvm)",
            names.join(", ")
        )
        .into()
    })
}

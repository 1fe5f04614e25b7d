//! `cargo xtask size`: what one linked firmware image weighs, by crate and folder.
//!
//! The image is the crate `xtask/size-image`: opt-level z, LTO, for a Cortex-M4. Symbols and
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
    let mut build = cross.cargo_with(&[NAMES])?;
    build.args([
        "build",
        "--release",
        "--target",
        TARGET,
        "--manifest-path",
        "xtask/size-image/Cargo.toml",
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
    let symbols = symbols::parse(&names);
    let sections = symbols::sections(&sections);
    let parts = parts::weigh(&symbols);
    println!("\n{}", report::groups(&symbols, sections));
    println!("{}", report::parts(&parts));
    print!("{}", report::largest(&symbols, top));
    parts::check(&parts)
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

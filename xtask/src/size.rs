//! `cargo xtask size`: the text size of one linked firmware image, by crate and module.
//!
//! The image is the crate `xtask/size-image`: opt-level z, LTO, for a Cortex-M4. Symbols and
//! sections are read with `nm` and `size` (binutils' or LLVM's; both read any ELF file).

use std::collections::BTreeMap;

use crate::ci::cross::Cross;
use crate::cli::{Failure, Options, Outcome};
use crate::process;

const TARGET: &str = "thumbv7em-none-eabihf";
const DEFAULT_TOP: usize = 40;

/// Links the image and prints the table.
///
/// # Errors
/// When the image does not link or cannot be read.
pub(crate) fn run(options: &Options) -> Outcome {
    let parsed = options.parse(&[], &["--top"])?;
    show(parsed.count("--top")?.unwrap_or(DEFAULT_TOP))
}

/// As [`run`], with the number of rows.
///
/// # Errors
/// As [`run`].
pub(crate) fn show(top: usize) -> Outcome {
    let cross = Cross::find(TARGET)?;
    println!("{}", cross.about());
    let mut build = cross.cargo()?;
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

    let sections = tool(&["size", "llvm-size"])?;
    print!(
        "{}",
        process::output(process::program(sections).arg("-A").arg(&image))?
    );
    let symbols = process::output(
        process::program(tool(&["nm", "llvm-nm"])?)
            .args(["-S", "-C", "--defined-only"])
            .arg(&image),
    )?;
    print!("{}", table(&groups(&symbols), top));
    Ok(())
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

/// Sums the sizes of text symbols by group, from lines `ADDRESS SIZE TYPE NAME`.
fn groups(symbols: &str) -> BTreeMap<String, u64> {
    let mut groups = BTreeMap::new();
    for line in symbols.lines() {
        let mut words = line.splitn(4, ' ');
        let (_, size, kind, name) = (words.next(), words.next(), words.next(), words.next());
        let (Some(size), Some(kind), Some(name)) = (size, kind, name) else {
            continue;
        };
        if !matches!(kind, "t" | "T" | "r" | "R" | "w" | "W") {
            continue;
        }
        *groups.entry(group(name)).or_default() += u64::from_str_radix(size, 16).unwrap_or(0);
    }
    groups
}

/// `crate::module` of a demangled name; an implementation belongs to the type that has it.
fn group(name: &str) -> String {
    let path = name
        .trim_start_matches(['<', '&', '*', '(', '['])
        .trim_start_matches("mut ")
        .trim_start_matches("dyn ");
    let mut parts = path.split("::").map(|part| {
        part.split(['<', '>', ' ', '(', '{', ','])
            .next()
            .unwrap_or("")
    });
    match (parts.next(), parts.next()) {
        (Some(first), Some(second))
            if first.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') =>
        {
            let is_module = second.starts_with(|c: char| c.is_ascii_lowercase());
            if is_module {
                format!("{first}::{second}")
            } else {
                first.to_owned()
            }
        }
        _ => "(C and compiler support)".to_owned(),
    }
}

fn table(groups: &BTreeMap<String, u64>, top: usize) -> String {
    let mut rows: Vec<(&str, u64)> = groups
        .iter()
        .map(|(name, size)| (name.as_str(), *size))
        .collect();
    rows.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), *name));
    let total: u64 = rows.iter().map(|(_, size)| size).sum();
    let rest: u64 = rows.iter().skip(top).map(|(_, size)| size).sum();
    let mut text = "text and constants by symbol group, in bytes\n".to_owned();
    for (name, size) in rows.iter().take(top) {
        text += &format!("{size:>9}  {name}\n");
    }
    if rows.len() > top {
        text += &format!("{rest:>9}  in {} smaller groups\n", rows.len() - top);
    }
    text + &format!("{total:>9}  total\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_groups() {
        for (name, expected) in [
            ("miniscript_core::vm::dispatch::run", "miniscript_core::vm"),
            (
                "<miniscript_core::heap::Heap as core::fmt::Debug>::fmt",
                "miniscript_core::heap",
            ),
            (
                "<&mut alloc::vec::Vec<u8> as core::fmt::Write>::write_str",
                "alloc::vec",
            ),
            ("hashbrown::RawTable<T>::reserve", "hashbrown"),
            ("memcpy", "(C and compiler support)"),
        ] {
            assert_eq!(group(name), expected, "{name}");
        }
    }

    #[test]
    fn sizes_are_summed_and_cut() {
        let symbols = "00000010 00000020 T a::b::c\n00000030 00000010 t a::b::d\n00000040 00000004 r e::f::G\n\
                       20000000 00000100 B a::b::BSS\n         U absent\n";
        let text = table(&groups(symbols), 1);
        assert_eq!(
            text,
            "text and constants by symbol group, in bytes\n       48  a::b\n        4  in 1 smaller groups\n       52  total\n"
        );
    }
}

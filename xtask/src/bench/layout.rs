//! `cargo xtask bench --layout`: writes `crates/cli/layout.ld`, the order of the executables' code
//! and constants.
//!
//! The system maps an executable's pages in groups of 16 around each that is touched, and all of
//! them count as the process's memory. A script runs through some 600 of 8,000 functions, which
//! lie all over the text if nobody says otherwise: two thirds of it were resident in an empty
//! script. So the linker is told to put those first that the bench programs execute: what every
//! program needs, then what most of them do, and side by side what the same programs do.
//!
//! Constants are treated alike: the tables by which those functions jump, then the small ones that
//! have no names (texts, most of all), of which nobody knows who reads them; modules in bytecode,
//! Unicode's names and what only unwinding reads come behind. So 350 kilobytes of 3 megabytes
//! hold all that most programs touch.
//!
//! The file is a linker script of patterns, because a mangled name ends in a hash that changes
//! with the compiler and its flags. Only where many functions share a name (`grow_one` of every
//! type of item), most of which no program executes, the hash is kept, and a pattern for all of
//! them comes last. A name that is gone matches nothing and does no harm; what is new lies behind
//! with the rest, until the task is run again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::callgrind::Callgrind;
use super::engines;
use super::programs::{EMPTY, PROGRAMS};
use crate::cli::{Failure, Outcome};
use crate::process;

const LAYOUT: &str = "crates/cli/layout.ld";
/// More functions than this share a name that says little.
const SHARED: usize = 4;

const HEAD: &str =
    "/* Which code the executables begin with: made by `cargo xtask bench --layout`. */
SECTIONS
{
  .text.layout :
  {
";
const CONSTANTS: &str = "  }
}
INSERT BEFORE .text;
SECTIONS
{
  .rodata.layout :
  {
    *(.rodata.cst*)
    *(.rodata..Lswitch.*)
    *(.rodata.*frozen8AT_START*)
    *(.rodata.*core4text7unicode6tables*FLAG*)
    *(.rodata.*core*num7dec2flt5table*)
    *(.rodata.*core*num7flt2dec*)
    *(.rodata.*ryu11digit_table*)
";
const TAIL: &str = "    *(.rodata.str*)
    *(.rodata..Lanon.*)
  }
}
INSERT BEFORE .rodata;
SECTIONS
{
  .gcc_except_table : { *(.gcc_except_table*) }
}
INSERT AFTER .rodata;
";

/// Runs every program at its small size and writes the script.
///
/// # Errors
/// When a program cannot be counted, or the file cannot be written.
pub(super) fn run() -> Outcome {
    let callgrind = Callgrind::find().ok_or("valgrind is not installed (valgrind)")?;
    let own = engines::own("release")?;
    let shared = symbols(&own)?;
    let mut users: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut last = BTreeSet::new();
    for (name, size) in std::iter::once((EMPTY, None)).chain(
        PROGRAMS
            .iter()
            .map(|program| (program.name, Some(program.quick))),
    ) {
        println!("{name}");
        let mut command = own.command(name, size)?;
        // As users run it: with a key of hashes from the system.
        command.env("PYTHONHASHSEED", "random");
        for function in callgrind.functions(&command, name)? {
            let open = pattern(&function);
            // Callgrind has names of its own for what has none.
            let entry = match shared.get(&open) {
                Some(count) if *count <= SHARED => open,
                Some(_) => {
                    last.insert(open);
                    function
                }
                None => continue,
            };
            users.entry(entry).or_default().insert(name);
        }
    }
    let mut order: Vec<(&String, &BTreeSet<&str>)> = users.iter().collect();
    order.sort_by_key(|(_, users)| (!users.contains(EMPTY), usize::MAX - users.len(), *users));
    let mut text = HEAD.to_owned();
    let mut tables = CONSTANTS.to_owned();
    for pattern in order.iter().map(|(pattern, _)| *pattern).chain(&last) {
        // Before the name stands `.text.`, or `.text.unlikely.` for what is called rarely.
        let _ = writeln!(text, "    *(.text*.{pattern})");
        let _ = writeln!(tables, "    *(.rodata*.{pattern})");
    }
    text.push_str(&tables);
    text.push_str(TAIL);
    let path = process::root().join(LAYOUT);
    std::fs::write(path, text).map_err(|error| format!("{LAYOUT} cannot be written: {error}"))?;
    println!("wrote {LAYOUT}: {} functions", order.len());
    Ok(())
}

/// How many functions of the executable match each pattern.
fn symbols(own: &engines::Engine) -> Result<BTreeMap<String, usize>, Failure> {
    let mut nm = process::program("nm");
    nm.arg("--defined-only").arg(&own.program);
    let mut counts = BTreeMap::new();
    for line in process::output(&mut nm)?.lines() {
        if let Some(name) = line.split_whitespace().nth(2) {
            *counts.entry(pattern(name)).or_default() += 1;
        }
    }
    Ok(counts)
}

/// A mangled name with `*` for the hashes in it: the one that ends a legacy name
/// (`17h0123456789abcdefE`), and the crates' in a name of the scheme v0 (`CsjrHSEGnQ3l9_3std`);
/// and for the number behind it by which the linker tells namesakes apart (`.llvm.123`, `.45`).
fn pattern(name: &str) -> String {
    if let Some(at) = name.rfind("17h")
        && name.starts_with("_ZN")
        && name.as_bytes().get(at + "17h".len() + 16) == Some(&b'E')
    {
        return format!("{}17h*E*", &name[..at]);
    }
    if !name.starts_with("_R") {
        return name.to_owned();
    }
    let (name, numbered) = match name.split_once('.') {
        Some((name, _)) => (name, "*"),
        None => (name, ""),
    };
    let mut text = String::new();
    let mut rest = name;
    while let Some(at) = rest.find("Cs") {
        let (before, from) = rest.split_at(at + "Cs".len());
        text.push_str(before);
        rest = from;
        let digits = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if rest.as_bytes().get(digits) == Some(&b'_') {
            text.push('*');
            rest = &rest[digits..];
        }
    }
    text + rest + numbered
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn hashes_are_left_open() {
        assert_eq!(
            pattern("_ZN15miniscript_core2vm8dispatch7execute17hfbba218b637bc245E"),
            "_ZN15miniscript_core2vm8dispatch7execute17h*E*"
        );
        assert_eq!(
            pattern("_ZN4core3ops8function6FnOnce9call_once17h0123456789abcdefE.llvm.18"),
            "_ZN4core3ops8function6FnOnce9call_once17h*E*"
        );
        assert_eq!(
            pattern("_RINvNtCsgEmfK2I1SDS_4core4cellNtCslNYArtu3iFV_5alloc3vecE"),
            "_RINvNtCs*_4core4cellNtCs*_5alloc3vecE"
        );
        assert_eq!(
            pattern("_RNvCsgEmfK2I1SDS_4core2eq.1495"),
            "_RNvCs*_4core2eq*"
        );
        assert_eq!(pattern("main"), "main");
    }
}
